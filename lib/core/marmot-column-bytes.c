/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Columns out of GBytes and into them.
 */
#include <string.h>

#include "marmot-bits-private.h"
#include "marmot-column-private.h"

static void
unref_bytes (gpointer bytes)
{
  g_bytes_unref (bytes);
}

/* The address of at least size bytes, aligned to width, and what keeps them
 * alive; a copy only where the bytes are not aligned. */
static gboolean
keep_bytes (GBytes *bytes,
            gsize size,
            gsize width,
            const char *what,
            MarmotMemory **memory,
            gconstpointer *data,
            GError **error)
{
  gsize available;
  gpointer copy;

  *data = g_bytes_get_data (bytes, &available);
  if (available < size)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "The %s are %" G_GSIZE_FORMAT " bytes, and the rows need %" G_GSIZE_FORMAT, what,
                   available, size);
      return FALSE;
    }

  if (width > 1 && (gsize) *data % width != 0)
    {
      *memory = marmot_memory_alloc (size, &copy);
      memcpy (copy, *data, size);
      *data = copy;
    }
  else
    {
      *memory = marmot_memory_new (g_bytes_ref (bytes), unref_bytes);
    }
  return TRUE;
}

static gboolean
check_length (gsize length,
              GError **error)
{
  if (length < G_MAXSSIZE / 8)
    return TRUE;

  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                       "There are more rows than memory has addresses for");
  return FALSE;
}

static gboolean
keep_validity (MarmotColumn *self,
               GBytes *validity,
               GError **error)
{
  gconstpointer data;

  if (validity == NULL)
    return TRUE;
  if (!keep_bytes (validity, marmot_bits_size (self->length), 1, "validity bits", &self->memory[1],
                   &data, error))
    return FALSE;
  self->validity = data;
  return TRUE;
}

MarmotColumn *
marmot_column_new_from_bytes (MarmotColumnType type,
                              GBytes *values,
                              GBytes *validity,
                              gsize length,
                              GError **error)
{
  g_autoptr (MarmotColumn) self = NULL;
  guint8 width;

  g_return_val_if_fail (values != NULL, NULL);

  if (!check_length (length, error))
    return NULL;

  switch (type)
    {
    case MARMOT_COLUMN_DOUBLE:
    case MARMOT_COLUMN_INTEGER:
      width = 8;
      break;
    case MARMOT_COLUMN_DATE:
      width = 4;
      break;
    case MARMOT_COLUMN_BOOLEAN:
      width = 0;
      break;
    case MARMOT_COLUMN_TEXT:
    case MARMOT_COLUMN_DICTIONARY:
    default:
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "Only doubles, integers, dates and booleans are made from plain bytes; "
                           "text has its own function, and so have dictionaries");
      return NULL;
    }

  self = marmot_column_alloc (type, width, length, NULL, NULL);
  if (!keep_bytes (values, width ? length * width : marmot_bits_size (length), width, "values",
                   &self->memory[0], &self->values, error)
      || !keep_validity (self, validity, error))
    return NULL;

  marmot_column_seal (self);
  return g_steal_pointer (&self);
}

MarmotColumn *
marmot_column_new_text_from_bytes (GBytes *offsets,
                                   GBytes *text,
                                   GBytes *validity,
                                   gsize length,
                                   GError **error)
{
  g_autoptr (MarmotColumn) self = NULL;
  gconstpointer data;
  gsize text_size;

  g_return_val_if_fail (offsets != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (!check_length (length, error))
    return NULL;

  self = marmot_column_alloc (MARMOT_COLUMN_TEXT, sizeof (gint32), length, NULL, NULL);
  text_size = g_bytes_get_size (text);
  if (!keep_bytes (offsets, length ? (length + 1) * sizeof (gint32) : 0, sizeof (gint32), "offsets",
                   &self->memory[0], &self->values, error)
      || !keep_bytes (text, text_size, 1, "texts", &self->memory[2], &data, error)
      || !keep_validity (self, validity, error))
    return NULL;

  self->text = data;
  marmot_column_seal (self);
  if (!marmot_column_check_text (self, (gint64) text_size, error))
    return NULL;
  return g_steal_pointer (&self);
}

MarmotColumn *
marmot_column_new_dictionary (GBytes *codes,
                              MarmotColumn *values,
                              GBytes *validity,
                              gsize length,
                              GError **error)
{
  g_autoptr (MarmotColumn) self = NULL;

  g_return_val_if_fail (codes != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);

  if (!check_length (length, error))
    return NULL;
  if (values->type != MARMOT_COLUMN_TEXT)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                   "The values of a dictionary are text, and these are %s",
                   marmot_column_type_name (values->type));
      return NULL;
    }
  if (values->length > G_MAXINT32)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                           "There are more values than 32-bit codes can tell apart");
      return NULL;
    }

  self = marmot_column_alloc (MARMOT_COLUMN_DICTIONARY, sizeof (gint32), length, NULL, NULL);
  self->dictionary = marmot_column_ref (values);
  if (!keep_bytes (codes, length * sizeof (gint32), sizeof (gint32), "codes", &self->memory[0],
                   &self->values, error)
      || !keep_validity (self, validity, error))
    return NULL;

  marmot_column_seal (self);
  if (!marmot_column_check_codes (self, error))
    return NULL;
  marmot_column_fold_dictionary_nulls (self);
  marmot_column_seal (self);
  return g_steal_pointer (&self);
}

static void
unref_column (gpointer column)
{
  marmot_column_unref (column);
}

/* A view of memory that the column keeps alive. */
static GBytes *
view (MarmotColumn *self,
      gconstpointer data,
      gsize size)
{
  return g_bytes_new_with_free_func (data, size, unref_column, marmot_column_ref (self));
}

/* The bits from the first row on. */
static GBytes *
view_bits (MarmotColumn *self,
           const guint8 *bits)
{
  gsize size = marmot_bits_size (self->length);
  guint8 *copy;

  if (self->offset % 8 == 0)
    return view (self, bits + self->offset / 8, size);

  copy = g_malloc0 (size);
  marmot_bits_copy (copy, 0, bits, self->offset, self->length);
  return g_bytes_new_take (copy, size);
}

static GBytes *
copy_codes (MarmotColumn *self)
{
  gint32 *codes = g_new (gint32, self->length);

  for (gsize row = 0; row < self->length; row++)
    codes[row] = (gint32) marmot_column_get_code (self, row);
  return g_bytes_new_take (codes, self->length * sizeof *codes);
}

GBytes *
marmot_column_get_bytes (MarmotColumn *self)
{
  gint64 start;

  g_return_val_if_fail (self != NULL, NULL);

  switch (self->type)
    {
    case MARMOT_COLUMN_BOOLEAN:
      return view_bits (self, self->values);
    case MARMOT_COLUMN_TEXT:
      start = marmot_column_get_code (self, 0);
      return view (self, self->text + start,
                   (gsize) (marmot_column_get_code (self, self->length) - start));
    case MARMOT_COLUMN_DICTIONARY:
      if (self->width != sizeof (gint32))
        return copy_codes (self);
      break;
    case MARMOT_COLUMN_DOUBLE:
    case MARMOT_COLUMN_INTEGER:
    case MARMOT_COLUMN_DATE:
    default:
      break;
    }
  return view (self, (const guint8 *) self->values + self->offset * self->width,
               self->length * self->width);
}

GBytes *
marmot_column_get_offsets (MarmotColumn *self)
{
  gint64 start;
  gint32 *offsets;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->type == MARMOT_COLUMN_TEXT, NULL);

  start = marmot_column_get_code (self, 0);
  if (self->width == sizeof (gint32) && start == 0)
    return view (self, (const gint32 *) self->values + self->offset,
                 (self->length + 1) * sizeof (gint32));
  if (marmot_column_get_code (self, self->length) - start > G_MAXINT32)
    return NULL;

  offsets = g_new (gint32, self->length + 1);
  for (gsize row = 0; row <= self->length; row++)
    offsets[row] = (gint32) (marmot_column_get_code (self, row) - start);
  return g_bytes_new_take (offsets, (self->length + 1) * sizeof *offsets);
}

GBytes *
marmot_column_get_validity (MarmotColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->validity ? view_bits (self, self->validity) : NULL;
}
