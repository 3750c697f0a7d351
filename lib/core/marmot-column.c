/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-column-private.h"

#include <math.h>
#include <string.h>

#include "marmot-bits-private.h"
#include "marmot-column-builder-private.h"

G_DEFINE_BOXED_TYPE (MarmotColumn, marmot_column, marmot_column_ref, marmot_column_unref)

MarmotColumn *
marmot_column_alloc (MarmotColumnType type,
                     guint8 width,
                     gsize length,
                     MarmotMemory *values_memory,
                     MarmotMemory *validity_memory)
{
  MarmotColumn *self = g_atomic_rc_box_new0 (MarmotColumn);

  self->type = type;
  self->width = width;
  self->length = length;
  self->memory[0] = values_memory;
  self->memory[1] = validity_memory;
  return self;
}

/* What a column without rows points to: one offset of the widest kind. */
static const gint64 no_values[MARMOT_ALIGNMENT / sizeof (gint64)];

void
marmot_column_seal (MarmotColumn *self)
{
  if (self->length == 0)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (self->memory); i++)
        g_clear_pointer (&self->memory[i], marmot_memory_unref);
      self->offset = 0;
      self->values = no_values;
      self->text = NULL;
      self->validity = NULL;
    }
  if (self->type == MARMOT_COLUMN_TEXT && self->text == NULL)
    self->text = "";

  self->n_nulls = 0;
  if (self->validity)
    self->n_nulls = self->length - marmot_bits_count (self->validity, self->offset, self->length);
  if (self->n_nulls == 0)
    {
      self->validity = NULL;
      g_clear_pointer (&self->memory[1], marmot_memory_unref);
    }
}

guint8 *
marmot_column_add_validity (MarmotColumn *self,
                            gsize n_rows)
{
  gsize size = marmot_bits_size (n_rows);
  gpointer block;

  self->memory[1] = marmot_memory_alloc (size, &block);
  memset (block, 0xff, size);
  self->validity = block;
  return block;
}

static MarmotColumn *
new_copy (MarmotColumnType type,
          guint8 width,
          const void *values,
          gsize n_values)
{
  gpointer block;
  MarmotMemory *memory = marmot_memory_alloc (n_values * width, &block);
  MarmotColumn *self = marmot_column_alloc (type, width, n_values, memory, NULL);

  if (n_values > 0)
    memcpy (block, values, n_values * width);
  self->values = block;
  marmot_column_seal (self);
  return self;
}

MarmotColumn *
marmot_column_new_double (const double *values,
                          gsize n_values)
{
  g_return_val_if_fail (values != NULL || n_values == 0, NULL);

  return new_copy (MARMOT_COLUMN_DOUBLE, sizeof (double), values, n_values);
}

MarmotColumn *
marmot_column_new_integer (const gint64 *values,
                           gsize n_values)
{
  g_return_val_if_fail (values != NULL || n_values == 0, NULL);

  return new_copy (MARMOT_COLUMN_INTEGER, sizeof (gint64), values, n_values);
}

MarmotColumn *
marmot_column_new_date (const gint32 *days,
                        gsize n_values)
{
  g_return_val_if_fail (days != NULL || n_values == 0, NULL);

  return new_copy (MARMOT_COLUMN_DATE, sizeof (gint32), days, n_values);
}

MarmotColumn *
marmot_column_new_boolean (const gboolean *values,
                           gsize n_values)
{
  MarmotColumn *self;
  gpointer block;
  guint8 *bits;

  g_return_val_if_fail (values != NULL || n_values == 0, NULL);

  self = marmot_column_alloc (MARMOT_COLUMN_BOOLEAN, 0, n_values,
                              marmot_memory_alloc (marmot_bits_size (n_values), &block), NULL);
  self->values = bits = block;
  memset (bits, 0, marmot_bits_size (n_values));
  for (gsize i = 0; i < n_values; i++)
    bits[i >> 3] |= (guint8) ((values[i] != FALSE) << (i & 7));
  marmot_column_seal (self);
  return self;
}

MarmotColumn *
marmot_column_new_text (const char * const *values)
{
  MarmotColumnBuilder *builder;

  g_return_val_if_fail (values != NULL, NULL);

  builder = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
  for (gsize i = 0; values[i]; i++)
    {
      gsize length = strlen (values[i]);

      if (!marmot_text_is_clean (values[i], length))
        {
          marmot_column_builder_free (builder);
          g_return_val_if_fail (!"every text is UTF-8", NULL);
        }
      marmot_column_builder_append_text (builder, values[i], length);
    }
  return marmot_column_builder_finish (builder);
}

MarmotColumn *
marmot_column_ref (MarmotColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
marmot_column_clear (gpointer box)
{
  MarmotColumn *self = box;

  for (gsize i = 0; i < G_N_ELEMENTS (self->memory); i++)
    g_clear_pointer (&self->memory[i], marmot_memory_unref);
  g_clear_pointer (&self->dictionary, marmot_column_unref);
}

void
marmot_column_unref (MarmotColumn *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, marmot_column_clear);
}

MarmotColumnType
marmot_column_get_column_type (const MarmotColumn *self)
{
  g_return_val_if_fail (self != NULL, MARMOT_COLUMN_DOUBLE);

  return self->type;
}

gsize
marmot_column_get_length (const MarmotColumn *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

gsize
marmot_column_get_n_nulls (const MarmotColumn *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_nulls;
}

gboolean
marmot_column_is_null (const MarmotColumn *self,
                       gsize row)
{
  g_return_val_if_fail (self != NULL, TRUE);
  g_return_val_if_fail (row < self->length, TRUE);

  return !marmot_column_row_is_valid (self, row);
}

double
marmot_column_get_double (const MarmotColumn *self,
                          gsize row)
{
  double scratch;

  g_return_val_if_fail (self != NULL, (double) NAN);
  g_return_val_if_fail (row < self->length, (double) NAN);
  g_return_val_if_fail (marmot_column_is_numeric (self), (double) NAN);

  if (!marmot_column_row_is_valid (self, row))
    return (double) NAN;
  return *marmot_column_block (self, row, 1, &scratch);
}

gint64
marmot_column_get_integer (const MarmotColumn *self,
                           gsize row)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (row < self->length, 0);
  g_return_val_if_fail (self->type == MARMOT_COLUMN_INTEGER, 0);

  if (!marmot_column_row_is_valid (self, row))
    return 0;
  return marmot_column_get_code (self, row);
}

gint32
marmot_column_get_date (const MarmotColumn *self,
                        gsize row)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (row < self->length, 0);
  g_return_val_if_fail (self->type == MARMOT_COLUMN_DATE, 0);

  if (!marmot_column_row_is_valid (self, row))
    return 0;
  return (gint32) marmot_column_get_code (self, row);
}

gboolean
marmot_column_get_boolean (const MarmotColumn *self,
                           gsize row)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (row < self->length, FALSE);
  g_return_val_if_fail (self->type == MARMOT_COLUMN_BOOLEAN, FALSE);

  return marmot_column_row_is_valid (self, row)
         && marmot_bit_get (self->values, self->offset + row);
}

const char *
marmot_column_peek_text (const MarmotColumn *self,
                         gsize row,
                         gsize *length)
{
  gint64 start;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);
  *length = 0;
  g_return_val_if_fail (row < self->length, NULL);
  g_return_val_if_fail (self->type == MARMOT_COLUMN_TEXT || self->type == MARMOT_COLUMN_DICTIONARY,
                        NULL);

  if (!marmot_column_row_is_valid (self, row))
    return NULL;
  if (self->type == MARMOT_COLUMN_DICTIONARY)
    {
      row = (gsize) marmot_column_get_code (self, row);
      self = self->dictionary;
    }

  start = marmot_column_get_code (self, row);
  *length = (gsize) (marmot_column_get_code (self, row + 1) - start);
  return self->text + start;
}

char *
marmot_column_get_text (const MarmotColumn *self,
                        gsize row)
{
  gsize length;
  const char *text = marmot_column_peek_text (self, row, &length);

  return text ? g_strndup (text, length) : NULL;
}

const double *
marmot_column_peek_doubles (const MarmotColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->type == MARMOT_COLUMN_DOUBLE, NULL);

  return (const double *) self->values + self->offset;
}

const gint64 *
marmot_column_peek_integers (const MarmotColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->type == MARMOT_COLUMN_INTEGER, NULL);

  return (const gint64 *) self->values + self->offset;
}

const gint32 *
marmot_column_peek_dates (const MarmotColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->type == MARMOT_COLUMN_DATE, NULL);

  return (const gint32 *) self->values + self->offset;
}

MarmotColumn *
marmot_column_get_dictionary (const MarmotColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->type == MARMOT_COLUMN_DICTIONARY, NULL);

  return marmot_column_ref (self->dictionary);
}

const double *
marmot_column_block (const MarmotColumn *self,
                     gsize first,
                     gsize n_rows,
                     double *scratch)
{
  const gint64 *integers;

  if (self->type == MARMOT_COLUMN_DOUBLE)
    return (const double *) self->values + self->offset + first;

  integers = (const gint64 *) self->values + self->offset + first;
  for (gsize i = 0; i < n_rows; i++)
    scratch[i] = (double) integers[i];
  return scratch;
}
