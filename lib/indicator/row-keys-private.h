/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Rows told apart by what several columns hold: a key of 64 bits for each row, made
 * of codes, so that time and memory are in proportion to the rows, whatever they
 * hold. Keys begin at 0, with a radix of 1; radix is above all keys, always. There
 * are fewer than 2^32 - 1 rows.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* Replaces keys by numbers from 0, in the order in which they come, and gives the
 * row in which each number comes first. */
GArray *row_keys_number     (guint64            *keys,
                             gsize               n_rows);

/* Makes keys say what a dictionary holds as well. */
void    row_keys_add_column (guint64            *keys,
                             guint64            *radix,
                             const MarmotColumn *column,
                             gsize               n_rows);

/* Likewise of codes below n_codes, where -1 stands for nothing. */
void    row_keys_add_codes  (guint64            *keys,
                             guint64            *radix,
                             const gint32       *codes,
                             gsize               n_codes,
                             gsize               n_rows);

G_END_DECLS
