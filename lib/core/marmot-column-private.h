/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The memory of a column, for the rooms that loop over it.
 */
#pragma once

#include <marmot/marmot.h>

#include "marmot-memory-private.h"

G_BEGIN_DECLS

/* Laid out as Arrow lays out an array. Rows are [offset, offset + length) of the
 * buffers: a slice shares them. */
struct _MarmotColumn
{
  MarmotColumnType type;

  /* Bytes an element: of the values (double and integer 8, date 4), of the codes
   * of a dictionary (1, 2, 4 or 8), or of the offsets of text (4 or 8); 0 for
   * booleans, which are bits. */
  guint8 width;

  gsize length;
  gsize offset;
  gsize n_nulls;

  const guint8 *validity;   /* a bit a row, 1 for a value; NULL: no nulls */
  const void *values;       /* values, codes, bits or offsets */
  const char *text;         /* the bytes of text */
  MarmotColumn *dictionary; /* the distinct values: a text column */

  MarmotMemory *memory[2];  /* what keeps values and text, and validity, alive */
};

/* An empty shell with one reference, to be filled. Memory is taken, may be NULL. */
MarmotColumn *marmot_column_alloc    (MarmotColumnType  type,
                                      guint8            width,
                                      gsize             length,
                                      MarmotMemory     *values_memory,
                                      MarmotMemory     *validity_memory);

static inline gboolean
marmot_column_row_is_valid (const MarmotColumn *self,
                            gsize row)
{
  gsize bit = self->offset + row;

  return self->validity == NULL || ((self->validity[bit >> 3] >> (bit & 7)) & 1);
}

/* Whether statistics can read numbers from it. */
static inline gboolean
marmot_column_is_numeric (const MarmotColumn *self)
{
  return self->type == MARMOT_COLUMN_DOUBLE || self->type == MARMOT_COLUMN_INTEGER;
}

/* Rows [first, first + n_rows) as doubles: a pointer into the column where it
 * holds doubles, otherwise into scratch, which has room for n_rows. Null rows may
 * be anything. */
const double *marmot_column_block    (const MarmotColumn *self,
                                      gsize               first,
                                      gsize               n_rows,
                                      double             *scratch);

G_END_DECLS
