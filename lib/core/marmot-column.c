/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-column-private.h"

#include <math.h>
#include <string.h>

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

static gint64
get_code (const MarmotColumn *self,
          gsize row)
{
  gsize i = self->offset + row;

  switch (self->width)
    {
    case 1:
      return ((const gint8 *) self->values)[i];
    case 2:
      return ((const gint16 *) self->values)[i];
    case 4:
      return ((const gint32 *) self->values)[i];
    default:
      return ((const gint64 *) self->values)[i];
    }
}

char *
marmot_column_get_text (const MarmotColumn *self,
                        gsize row)
{
  gint64 start, end;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->length, NULL);
  g_return_val_if_fail (self->type == MARMOT_COLUMN_TEXT || self->type == MARMOT_COLUMN_DICTIONARY,
                        NULL);

  if (!marmot_column_row_is_valid (self, row))
    return NULL;
  if (self->type == MARMOT_COLUMN_DICTIONARY)
    return marmot_column_get_text (self->dictionary, (gsize) get_code (self, row));

  start = get_code (self, row);
  end = get_code (self, row + 1);
  return g_strndup (self->text + start, (gsize) (end - start));
}

const double *
marmot_column_peek_doubles (const MarmotColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->type == MARMOT_COLUMN_DOUBLE, NULL);

  return (const double *) self->values + self->offset;
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
