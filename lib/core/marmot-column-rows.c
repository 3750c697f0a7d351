/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Columns out of the rows of columns: slices, rows taken, columns joined, rows
 * made null.
 */
#include <string.h>

#include "marmot-bits-private.h"
#include "marmot-column-private.h"
#include "marmot-text-index-private.h"

/* A new column over the same memory. */
static MarmotColumn *
share (const MarmotColumn *self)
{
  MarmotColumn *shared = marmot_column_alloc (self->type, self->width, self->length, NULL, NULL);

  shared->offset = self->offset;
  shared->n_nulls = self->n_nulls;
  shared->validity = self->validity;
  shared->values = self->values;
  shared->text = self->text;
  if (self->dictionary)
    shared->dictionary = marmot_column_ref (self->dictionary);
  for (gsize i = 0; i < G_N_ELEMENTS (self->memory); i++)
    if (self->memory[i])
      shared->memory[i] = marmot_memory_ref (self->memory[i]);
  return shared;
}

MarmotColumn *
marmot_column_slice (MarmotColumn *self,
                     gsize first,
                     gsize n_rows)
{
  MarmotColumn *slice;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (first <= self->length, NULL);
  g_return_val_if_fail (n_rows <= self->length - first, NULL);

  slice = share (self);
  slice->offset += first;
  slice->length = n_rows;
  marmot_column_seal (slice);
  return slice;
}

/* Memory for the rows of a column of a type, at zero. Text gets none. */
static MarmotColumn *
alloc_rows (MarmotColumnType type,
            guint8 width,
            gsize length)
{
  MarmotColumn *self = marmot_column_alloc (type, width, length, NULL, NULL);
  gsize size = width ? length * width : marmot_bits_size (length);
  gpointer block;

  if (type == MARMOT_COLUMN_TEXT)
    return self;
  self->memory[0] = marmot_memory_alloc (size, &block);
  memset (block, 0, size);
  self->values = block;
  return self;
}

/* Memory for offsets, with the first at zero, and for text. */
static void
alloc_text (MarmotColumn *self,
            gsize text_size)
{
  gpointer block;

  self->width = text_size > G_MAXINT32 ? sizeof (gint64) : sizeof (gint32);
  self->memory[0] = marmot_memory_alloc ((self->length + 1) * self->width, &block);
  memset (block, 0, self->width);
  self->values = block;
  self->memory[2] = marmot_memory_alloc (text_size, &block);
  self->text = block;
}

static void
clear_valid (guint8 *bits,
             gsize row)
{
  bits[row >> 3] &= (guint8) ~(1u << (row & 7));
}

static void
set_offset (MarmotColumn *self,
            gsize row,
            gsize offset)
{
  if (self->width == sizeof (gint64))
    ((gint64 *) self->values)[row] = (gint64) offset;
  else
    ((gint32 *) self->values)[row] = (gint32) offset;
}

static gsize
get_text_size (const MarmotColumn *self,
               gsize row)
{
  if (!marmot_column_row_is_valid (self, row))
    return 0;
  return (gsize) (marmot_column_get_code (self, row + 1) - marmot_column_get_code (self, row));
}

static void
take_text (MarmotColumn *taken,
           const MarmotColumn *self,
           const gsize *rows)
{
  gsize size = 0;
  char *to;

  for (gsize i = 0; i < taken->length; i++)
    size += get_text_size (self, rows[i]);
  alloc_text (taken, size);

  to = (char *) taken->text;
  for (gsize i = 0; i < taken->length; i++)
    {
      size = get_text_size (self, rows[i]);
      if (size > 0)
        memcpy (to, self->text + marmot_column_get_code (self, rows[i]), size);
      to += size;
      set_offset (taken, i + 1, (gsize) (to - taken->text));
    }
}

MarmotColumn *
marmot_column_take_known (MarmotColumn *self,
                          const gsize *rows,
                          gsize n_rows)
{
  MarmotColumn *taken = alloc_rows (self->type, self->width, n_rows);
  guint8 *bits = NULL;
  gpointer to = (gpointer) taken->values;

  if (self->dictionary)
    taken->dictionary = marmot_column_ref (self->dictionary);
  if (self->n_nulls > 0)
    {
      bits = marmot_column_add_validity (taken, n_rows);
      for (gsize i = 0; i < n_rows; i++)
        if (!marmot_column_row_is_valid (self, rows[i]))
          clear_valid (bits, i);
    }

  if (self->type == MARMOT_COLUMN_TEXT)
    {
      take_text (taken, self, rows);
    }
  else
    {
      for (gsize i = 0; i < n_rows; i++)
        {
          gsize from = self->offset + rows[i];

          if (bits && !marmot_bit_get (bits, i))
            continue;
          switch (self->width)
            {
            case 0:
              ((guint8 *) to)[i >> 3] |= (guint8) (marmot_bit_get (self->values, from) << (i & 7));
              break;
            case 1:
              ((guint8 *) to)[i] = ((const guint8 *) self->values)[from];
              break;
            case 2:
              ((guint16 *) to)[i] = ((const guint16 *) self->values)[from];
              break;
            case 4:
              ((guint32 *) to)[i] = ((const guint32 *) self->values)[from];
              break;
            default:
              ((guint64 *) to)[i] = ((const guint64 *) self->values)[from];
              break;
            }
        }
    }

  marmot_column_seal (taken);
  return taken;
}

MarmotColumn *
marmot_column_take (MarmotColumn *self,
                    const gsize *rows,
                    gsize n_rows,
                    GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (rows != NULL || n_rows == 0, NULL);

  for (gsize i = 0; i < n_rows; i++)
    if (rows[i] >= self->length)
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                     "Row %" G_GSIZE_FORMAT " was asked for, and the column has %" G_GSIZE_FORMAT,
                     rows[i], self->length);
        return NULL;
      }
  return marmot_column_take_known (self, rows, n_rows);
}

/* Copies the codes into one dictionary for all. Null rows stay at zero. */
static gboolean
join_codes (MarmotColumn *joined,
            MarmotColumn **columns,
            gsize n_columns,
            GError **error)
{
  gint32 *to = (gint32 *) joined->values;
  g_autoptr (MarmotTextIndex) index = NULL;
  gboolean same = TRUE;

  for (gsize i = 1; i < n_columns; i++)
    same = same && columns[i]->dictionary == columns[0]->dictionary;
  if (!same)
    index = marmot_text_index_new ();

  for (gsize i = 0; i < n_columns; i++)
    {
      const MarmotColumn *from = columns[i];
      g_autofree gint32 *codes = NULL;

      if (index)
        {
          codes = g_new (gint32, from->dictionary->length);
          for (gsize j = 0; j < from->dictionary->length; j++)
            {
              gsize size;
              const char *text = marmot_column_peek_text (from->dictionary, j, &size);

              codes[j] = text ? marmot_text_index_add (index, text, size) : 0;
              if (codes[j] < 0)
                {
                  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                                       "Together the dictionaries hold more values than 32-bit "
                                       "codes can tell apart");
                  return FALSE;
                }
            }
        }
      for (gsize row = 0; row < from->length; row++, to++)
        if (marmot_column_row_is_valid (from, row))
          *to = codes ? codes[marmot_column_get_code (from, row)]
                      : (gint32) marmot_column_get_code (from, row);
    }

  joined->dictionary = index ? marmot_text_index_finish (g_steal_pointer (&index))
                             : marmot_column_ref (columns[0]->dictionary);
  return TRUE;
}

static void
join_text (MarmotColumn *joined,
           MarmotColumn **columns,
           gsize n_columns)
{
  gsize size = 0;
  gsize row = 0;
  char *to;

  for (gsize i = 0; i < n_columns; i++)
    for (gsize j = 0; j < columns[i]->length; j++)
      size += get_text_size (columns[i], j);
  alloc_text (joined, size);

  to = (char *) joined->text;
  for (gsize i = 0; i < n_columns; i++)
    for (gsize j = 0; j < columns[i]->length; j++)
      {
        size = get_text_size (columns[i], j);
        if (size > 0)
          memcpy (to, columns[i]->text + marmot_column_get_code (columns[i], j), size);
        to += size;
        set_offset (joined, ++row, (gsize) (to - joined->text));
      }
}

static void
join_values (MarmotColumn *joined,
             MarmotColumn **columns,
             gsize n_columns)
{
  guint8 *to = (guint8 *) joined->values;
  gsize first = 0;

  for (gsize i = 0; i < n_columns; i++)
    {
      const MarmotColumn *from = columns[i];

      if (from->width == 0)
        marmot_bits_copy (to, first, from->values, from->offset, from->length);
      else if (from->length > 0)
        memcpy (to + first * from->width,
                (const guint8 *) from->values + from->offset * from->width,
                from->length * from->width);

      for (gsize row = 0; from->n_nulls > 0 && row < from->length; row++)
        {
          if (marmot_column_row_is_valid (from, row))
            continue;
          if (from->width == 0)
            clear_valid (to, first + row);
          else
            memset (to + (first + row) * from->width, 0, from->width);
        }
      first += from->length;
    }
}

MarmotColumn *
marmot_column_join (MarmotColumn **columns,
                    gsize n_columns,
                    GError **error)
{
  MarmotColumnType type = columns[0]->type;
  g_autoptr (MarmotColumn) joined = NULL;
  guint8 *bits = NULL;
  gsize n_rows = 0;
  gsize n_nulls = 0;
  gsize first = 0;

  for (gsize i = 0; i < n_columns; i++)
    {
      n_rows += columns[i]->length;
      n_nulls += columns[i]->n_nulls;
    }
  joined = alloc_rows (type, type == MARMOT_COLUMN_DICTIONARY ? sizeof (gint32) : columns[0]->width,
                       n_rows);

  if (n_nulls > 0)
    bits = marmot_column_add_validity (joined, n_rows);
  for (gsize i = 0; i < n_columns; i++)
    {
      if (columns[i]->n_nulls > 0)
        marmot_bits_copy (bits, first, columns[i]->validity, columns[i]->offset, columns[i]->length);
      first += columns[i]->length;
    }

  switch (type)
    {
    case MARMOT_COLUMN_TEXT:
      join_text (joined, columns, n_columns);
      break;
    case MARMOT_COLUMN_DICTIONARY:
      if (!join_codes (joined, columns, n_columns, error))
        return NULL;
      break;
    case MARMOT_COLUMN_DOUBLE:
    case MARMOT_COLUMN_INTEGER:
    case MARMOT_COLUMN_DATE:
    case MARMOT_COLUMN_BOOLEAN:
    default:
      join_values (joined, columns, n_columns);
      break;
    }

  marmot_column_seal (joined);
  return g_steal_pointer (&joined);
}

MarmotColumn *
marmot_column_with_nulls (MarmotColumn *self,
                          const gboolean *nulls,
                          gsize n_nulls,
                          GError **error)
{
  g_autoptr (MarmotColumn) marked = NULL;
  guint8 *bits;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (nulls != NULL || n_nulls == 0, NULL);

  if (n_nulls != self->length)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The column has %" G_GSIZE_FORMAT " rows, and for %" G_GSIZE_FORMAT
                   " it was said whether they are null", self->length, n_nulls);
      return NULL;
    }

  marked = share (self);
  g_clear_pointer (&marked->memory[1], marmot_memory_unref);
  bits = marmot_column_add_validity (marked, marked->offset + marked->length);
  for (gsize row = 0; row < marked->length; row++)
    if (nulls[row] || !marmot_column_row_is_valid (self, row))
      clear_valid (bits, marked->offset + row);
  marmot_column_seal (marked);

  /* The copy is what drops the values under the nulls. */
  return marmot_column_join (&marked, 1, error);
}
