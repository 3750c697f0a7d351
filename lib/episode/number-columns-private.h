/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Columns out of arrays of numbers, in which some numbers stand for nulls.
 */
#pragma once

#include "episode-columns-private.h"

#include "core/marmot-memory-private.h"

G_BEGIN_DECLS

/* A block of n numbers of four bytes, and the memory that owns it. */
gint32       *number_block_new     (gsize          n_rows,
                                    MarmotMemory **memory);

/* Days in memory; what is below least is null. Shares the memory. */
MarmotColumn *number_column_dates  (MarmotMemory  *memory,
                                    const gint32  *days,
                                    gsize          n_rows,
                                    gint32         least);

/* Codes in memory, of distinct values; below 0 is null. Shares both. */
MarmotColumn *number_column_codes  (MarmotMemory  *memory,
                                    const gint32  *codes,
                                    gsize          n_rows,
                                    MarmotColumn  *values);

/* Doubles, none of them null; takes the array. */
MarmotColumn *number_column_doubles (double       *values,
                                     gsize         n_rows);

/* The values "1", "2" ... n, for codes that stand for what is not kept. */
MarmotColumn *number_column_values (gsize          n);

G_END_DECLS
