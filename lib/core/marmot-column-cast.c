/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include "marmot-column-builder-private.h"
#include "marmot-column-private.h"

/* Every integer up to here in size is a double. */
#define MAX_EXACT (G_GINT64_CONSTANT (1) << 53)

MarmotColumn *
marmot_column_decode (MarmotColumn *self)
{
  MarmotColumnBuilder *builder;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->type == MARMOT_COLUMN_TEXT || self->type == MARMOT_COLUMN_DICTIONARY,
                        NULL);

  if (self->type == MARMOT_COLUMN_TEXT)
    return marmot_column_ref (self);

  builder = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
  for (gsize row = 0; row < self->length; row++)
    {
      gsize length;
      const char *text = marmot_column_peek_text (self, row, &length);

      if (text)
        marmot_column_builder_append_text (builder, text, length);
      else
        marmot_column_builder_append_null (builder);
    }
  return marmot_column_builder_finish (builder);
}

static gboolean
encode_row (const MarmotColumn *self,
            gsize row,
            MarmotColumnBuilder *builder,
            GError **error)
{
  gsize length;
  const char *text = marmot_column_peek_text (self, row, &length);

  if (marmot_column_builder_append_text (builder, text, length))
    return TRUE;
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                       "There are more distinct texts than 32-bit codes can tell apart");
  return FALSE;
}

static gboolean
widen_row (const MarmotColumn *self,
           gsize row,
           MarmotColumnBuilder *builder,
           GError **error)
{
  gint64 integer = marmot_column_get_code (self, row);

  if (integer >= -MAX_EXACT && integer <= MAX_EXACT)
    {
      marmot_column_builder_append_double (builder, (double) integer);
      return TRUE;
    }
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
               "Row %" G_GSIZE_FORMAT ": the integer is too large for a double to hold it exactly",
               row);
  return FALSE;
}

static gboolean
round_row (const MarmotColumn *self,
           gsize row,
           MarmotColumnBuilder *builder,
           GError **error)
{
  double number = ((const double *) self->values)[self->offset + row];

  if (number >= -0x1p63 && number < 0x1p63 && number == trunc (number))
    {
      marmot_column_builder_append_integer (builder, (gint64) number);
      return TRUE;
    }
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
               "Row %" G_GSIZE_FORMAT ": the number is not a whole number of 64 bits", row);
  return FALSE;
}

static gboolean
count_row (const MarmotColumn *self,
           gsize row,
           MarmotColumnBuilder *builder,
           GError **error)
{
  gboolean value = marmot_bit_get (self->values, self->offset + row);

  if (builder->type == MARMOT_COLUMN_DOUBLE)
    marmot_column_builder_append_double (builder, value);
  else
    marmot_column_builder_append_integer (builder, value);
  return TRUE;
}

typedef gboolean (*CastRow) (const MarmotColumn *self,
                             gsize row,
                             MarmotColumnBuilder *builder,
                             GError **error);

static CastRow
find_cast (MarmotColumnType from,
           MarmotColumnType to)
{
  if (from == MARMOT_COLUMN_TEXT && to == MARMOT_COLUMN_DICTIONARY)
    return encode_row;
  if (from == MARMOT_COLUMN_INTEGER && to == MARMOT_COLUMN_DOUBLE)
    return widen_row;
  if (from == MARMOT_COLUMN_DOUBLE && to == MARMOT_COLUMN_INTEGER)
    return round_row;
  if (from == MARMOT_COLUMN_BOOLEAN && (to == MARMOT_COLUMN_INTEGER || to == MARMOT_COLUMN_DOUBLE))
    return count_row;
  return NULL;
}

MarmotColumn *
marmot_column_cast (MarmotColumn *self,
                    MarmotColumnType type,
                    GError **error)
{
  g_autoptr (MarmotColumnBuilder) builder = NULL;
  CastRow cast_row;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->type == type)
    return marmot_column_ref (self);
  if (self->type == MARMOT_COLUMN_DICTIONARY && type == MARMOT_COLUMN_TEXT)
    return marmot_column_decode (self);

  cast_row = find_cast (self->type, type);
  if (!cast_row)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                   "A column of %s cannot be turned into one of %s without loss",
                   marmot_column_type_name (self->type), marmot_column_type_name (type));
      return NULL;
    }

  builder = marmot_column_builder_new (type);
  for (gsize row = 0; row < self->length; row++)
    {
      if (!marmot_column_row_is_valid (self, row))
        marmot_column_builder_append_null (builder);
      else if (!cast_row (self, row, builder, error))
        return NULL;
    }
  return marmot_column_builder_finish (g_steal_pointer (&builder));
}
