/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>
#include <string.h>

#include "marmot-column-private.h"

/* How many rows the hash looks at. */
#define HASHED_ROWS 16

const char *
marmot_column_type_name (MarmotColumnType type)
{
  switch (type)
    {
    case MARMOT_COLUMN_DOUBLE:
      return "doubles";
    case MARMOT_COLUMN_INTEGER:
      return "integers";
    case MARMOT_COLUMN_DATE:
      return "dates";
    case MARMOT_COLUMN_TEXT:
      return "text";
    case MARMOT_COLUMN_DICTIONARY:
      return "dictionary text";
    case MARMOT_COLUMN_BOOLEAN:
      return "booleans";
    default:
      return "an unknown type";
    }
}

static gboolean
same_text (const MarmotColumn *self,
           const MarmotColumn *other,
           gsize row)
{
  gsize a_length, b_length;
  const char *a, *b;

  if (self->type == MARMOT_COLUMN_DICTIONARY && self->dictionary == other->dictionary
      && marmot_column_get_code (self, row) == marmot_column_get_code (other, row))
    return TRUE;

  a = marmot_column_peek_text (self, row, &a_length);
  b = marmot_column_peek_text (other, row, &b_length);
  return a_length == b_length && memcmp (a, b, a_length) == 0;
}

static gboolean
same_value (const MarmotColumn *self,
            const MarmotColumn *other,
            gsize row)
{
  double a, b;

  switch (self->type)
    {
    case MARMOT_COLUMN_DOUBLE:
      a = ((const double *) self->values)[self->offset + row];
      b = ((const double *) other->values)[other->offset + row];
      return a == b || (isnan (a) && isnan (b));
    case MARMOT_COLUMN_TEXT:
    case MARMOT_COLUMN_DICTIONARY:
      return same_text (self, other, row);
    case MARMOT_COLUMN_BOOLEAN:
      return marmot_bit_get (self->values, self->offset + row)
             == marmot_bit_get (other->values, other->offset + row);
    case MARMOT_COLUMN_INTEGER:
    case MARMOT_COLUMN_DATE:
    default:
      return marmot_column_get_code (self, row) == marmot_column_get_code (other, row);
    }
}

gboolean
marmot_column_equal (const MarmotColumn *self,
                     const MarmotColumn *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self == other)
    return TRUE;
  if (self->type != other->type || self->length != other->length || self->n_nulls != other->n_nulls)
    return FALSE;

  for (gsize row = 0; row < self->length; row++)
    {
      gboolean is_valid = marmot_column_row_is_valid (self, row);

      if (is_valid != marmot_column_row_is_valid (other, row))
        return FALSE;
      if (is_valid && !same_value (self, other, row))
        return FALSE;
    }
  return TRUE;
}

static guint
hash_row (const MarmotColumn *self,
          gsize row)
{
  const char *text;
  gsize length;
  guint hash = 5381;
  double number;
  gint64 integer;

  if (!marmot_column_row_is_valid (self, row))
    return 0;

  switch (self->type)
    {
    case MARMOT_COLUMN_DOUBLE:
      /* Numbers that compare equal must hash alike: -0 with 0, NaN with NaN. */
      number = ((const double *) self->values)[self->offset + row];
      number = isnan (number) ? (double) NAN : number + 0.0;
      return g_double_hash (&number);
    case MARMOT_COLUMN_TEXT:
    case MARMOT_COLUMN_DICTIONARY:
      text = marmot_column_peek_text (self, row, &length);
      for (gsize i = 0; i < length; i++)
        hash = hash * 33 + (guint8) text[i];
      return hash;
    case MARMOT_COLUMN_BOOLEAN:
      return 1 + (guint) marmot_bit_get (self->values, self->offset + row);
    case MARMOT_COLUMN_INTEGER:
    case MARMOT_COLUMN_DATE:
    default:
      integer = marmot_column_get_code (self, row);
      return g_int64_hash (&integer);
    }
}

guint
marmot_column_hash (const MarmotColumn *self)
{
  guint hash;

  g_return_val_if_fail (self != NULL, 0);

  hash = (guint) self->type * 31 + (guint) self->length;
  hash = hash * 31 + (guint) self->n_nulls;
  for (gsize row = 0; row < MIN (self->length, HASHED_ROWS); row++)
    hash = hash * 31 + hash_row (self, row);
  return hash;
}

char *
marmot_column_to_string (const MarmotColumn *self)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text, "%" G_GSIZE_FORMAT " %s of %s", self->length,
                          self->length == 1 ? "row" : "rows", marmot_column_type_name (self->type));
  if (self->n_nulls > 0)
    g_string_append_printf (text, ", %" G_GSIZE_FORMAT " null", self->n_nulls);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
