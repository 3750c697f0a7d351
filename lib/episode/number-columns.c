/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "number-columns-private.h"

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"

gint32 *
number_block_new (gsize n_rows,
                  MarmotMemory **memory)
{
  gpointer block;

  *memory = marmot_memory_alloc (n_rows * sizeof (gint32), &block);
  return block;
}

static MarmotColumn *
new_column (MarmotColumnType type,
            MarmotMemory *memory,
            const gint32 *numbers,
            gsize n_rows,
            gint32 least)
{
  MarmotColumn *self = marmot_column_alloc (type, sizeof (gint32), n_rows, marmot_memory_ref (memory), NULL);
  gsize n_nulls = 0;

  self->values = numbers;
  for (gsize row = 0; row < n_rows; row++)
    n_nulls += numbers[row] < least;
  if (n_nulls > 0)
    {
      guint8 *validity = marmot_column_add_validity (self, n_rows);

      for (gsize row = 0; row < n_rows; row++)
        if (numbers[row] < least)
          validity[row >> 3] &= (guint8) ~(1u << (row & 7));
    }
  return self;
}

MarmotColumn *
number_column_dates (MarmotMemory *memory,
                     const gint32 *days,
                     gsize n_rows,
                     gint32 least)
{
  MarmotColumn *self = new_column (MARMOT_COLUMN_DATE, memory, days, n_rows, least);

  marmot_column_seal (self);
  return self;
}

MarmotColumn *
number_column_codes (MarmotMemory *memory,
                     const gint32 *codes,
                     gsize n_rows,
                     MarmotColumn *values)
{
  MarmotColumn *self = new_column (MARMOT_COLUMN_DICTIONARY, memory, codes, n_rows, 0);

  self->dictionary = marmot_column_ref (values);
  marmot_column_seal (self);
  return self;
}

MarmotColumn *
number_column_values (gsize n)
{
  g_autoptr (MarmotColumnBuilder) builder = marmot_column_builder_new (MARMOT_COLUMN_TEXT);

  for (gsize i = 0; i < n; i++)
    {
      char text[24];
      int length = g_snprintf (text, sizeof text, "%" G_GSIZE_FORMAT, i + 1);

      (void) marmot_column_builder_append_text (builder, text, (gsize) length);
    }
  return marmot_column_builder_finish (g_steal_pointer (&builder));
}

MarmotColumn *
number_column_doubles (double *values,
                       gsize n_rows)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (values, n_rows * sizeof (double));

  return marmot_column_new_from_bytes (MARMOT_COLUMN_DOUBLE, bytes, NULL, n_rows, NULL);
}
