/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Rows that do not depend on each other, computed by several threads.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where one piece of the rows ends and the next begins: a multiple of every block that
 * kernels work in, and of the rows whose validity bits share a byte. */
#define MARMOT_ROWS_PIECE ((gsize) 8192)

/* Computes rows [first, first + n_rows), wherever they lie among the others: no answer
 * may depend on that. It runs in several threads at once, so it writes to rows of its
 * own alone, and to anything else by atomic operations. */
typedef void (*MarmotRowsFunc) (gsize    first,
                                gsize    n_rows,
                                gpointer data);

/* Computes all rows, and returns when the last is done. Threads are started only where
 * the first piece says that they are worth it, and none outlives the call. */
void marmot_rows_run (gsize          n_rows,
                      MarmotRowsFunc function,
                      gpointer       data);

/* The same where pieces may be smaller, down to one that MARMOT_ROWS_PIECE is a multiple of:
 * some thousands of rows of a costly statistic are then shared too. */
void marmot_rows_run_finely (gsize          n_rows,
                             gsize          piece,
                             MarmotRowsFunc function,
                             gpointer       data);

G_END_DECLS
