/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A column as bytes: type, rows, validity if any, values in a variant of their
 * own type, the text, and the dictionary as bytes of a column of text.
 */
#include <string.h>

#include "marmot-bits-private.h"
#include "marmot-column-private.h"
#include "marmot-serialize-private.h"

#define NAME "MarmotColumn"
#define BODY_FORMAT "(ut@may@v@ay@ay)"
#define BODY_TYPE G_VARIANT_TYPE ("(utmayvayay)")

/* Of the elements of the values: numbers, codes, offsets or bytes of bits. */
static const GVariantType *
get_element_type (MarmotColumnType type,
                  gsize width)
{
  if (type == MARMOT_COLUMN_DOUBLE)
    return G_VARIANT_TYPE_DOUBLE;
  return width == 0 ? G_VARIANT_TYPE_BYTE : width == 4 ? G_VARIANT_TYPE_INT32 : G_VARIANT_TYPE_INT64;
}

static gsize
get_n_elements (const MarmotColumn *self)
{
  if (self->type == MARMOT_COLUMN_BOOLEAN)
    return marmot_bits_size (self->length);
  return self->type == MARMOT_COLUMN_TEXT ? self->length + 1 : self->length;
}

static GVariant *
pack (const GVariantType *element_type,
      gconstpointer data,
      gsize n_elements,
      gsize width)
{
  return g_variant_new_fixed_array (element_type, data, n_elements, MAX (width, 1));
}

GBytes *
marmot_column_serialize (MarmotColumn *self)
{
  g_autoptr (MarmotColumn) plain = NULL;
  g_autoptr (GBytes) dictionary = NULL;
  GVariant *validity = NULL;
  GVariant *values;
  gsize text_size = 0;

  g_return_val_if_fail (self != NULL, NULL);

  /* From row 0 on, and nothing under the nulls. */
  plain = marmot_column_join (&self, 1, NULL);
  if (plain->validity)
    validity = pack (G_VARIANT_TYPE_BYTE, plain->validity, marmot_bits_size (plain->length), 1);
  values = pack (get_element_type (plain->type, plain->width), plain->values, get_n_elements (plain),
                 plain->width);
  if (plain->type == MARMOT_COLUMN_TEXT)
    text_size = (gsize) marmot_column_get_code (plain, plain->length);
  if (plain->dictionary)
    dictionary = marmot_column_serialize (plain->dictionary);

  return marmot_serialize_body (
    NAME, 1,
    g_variant_new (BODY_FORMAT, (guint32) plain->type, (guint64) plain->length,
                   g_variant_new_maybe (G_VARIANT_TYPE_BYTESTRING, validity),
                   g_variant_new_variant (values), pack (G_VARIANT_TYPE_BYTE, plain->text, text_size, 1),
                   dictionary ? g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, dictionary, TRUE)
                              : pack (G_VARIANT_TYPE_BYTE, NULL, 0, 1)));
}

static gconstpointer
copy_block (GVariant *array,
            gsize element_size,
            gsize *n_elements,
            MarmotMemory **memory)
{
  gconstpointer data = g_variant_get_fixed_array (array, n_elements, element_size);
  gpointer block;

  *memory = marmot_memory_alloc (*n_elements * element_size, &block);
  if (*n_elements > 0)
    memcpy (block, data, *n_elements * element_size);
  return block;
}

/* Bytes an element of values of this type; FALSE if a column of this type has no
 * such values. */
static gboolean
find_width (MarmotColumnType type,
            GVariant *values,
            guint8 *width)
{
  const GVariantType *found;

  if (!g_variant_type_is_array (g_variant_get_type (values)))
    return FALSE;
  found = g_variant_type_element (g_variant_get_type (values));

  *width = type == MARMOT_COLUMN_BOOLEAN ? 0 : g_variant_type_equal (found, G_VARIANT_TYPE_INT32) ? 4 : 8;
  if (!g_variant_type_equal (found, get_element_type (type, *width)))
    return FALSE;

  switch (type)
    {
    case MARMOT_COLUMN_INTEGER:
      return *width == 8;
    case MARMOT_COLUMN_DATE:
    case MARMOT_COLUMN_DICTIONARY:
      return *width == 4;
    case MARMOT_COLUMN_DOUBLE:
    case MARMOT_COLUMN_TEXT:
    case MARMOT_COLUMN_BOOLEAN:
    default:
      return TRUE;
    }
}

static MarmotColumn *read_column (GBytes *bytes,
                                  gboolean only_text,
                                  GError **error);

/* The column, or NULL if the parts do not fit together. */
static MarmotColumn *
assemble (MarmotColumnType type,
          guint64 length,
          GVariant *validity,
          GVariant *values,
          GVariant *text,
          GVariant *dictionary)
{
  g_autoptr (MarmotColumn) self = NULL;
  g_autoptr (GBytes) dictionary_bytes = NULL;
  gsize n_values, n_bits, n_text;
  guint8 width;

  if (length > G_MAXSSIZE / 8 || !find_width (type, values, &width))
    return NULL;

  self = marmot_column_alloc (type, width, (gsize) length, NULL, NULL);
  self->values = copy_block (values, MAX (width, 1), &n_values, &self->memory[0]);
  if (n_values != get_n_elements (self))
    return NULL;
  if (validity)
    {
      self->validity = copy_block (validity, 1, &n_bits, &self->memory[1]);
      if (n_bits != marmot_bits_size (self->length))
        return NULL;
    }

  switch (type)
    {
    case MARMOT_COLUMN_TEXT:
      self->text = copy_block (text, 1, &n_text, &self->memory[2]);
      marmot_column_seal (self);
      if (!marmot_column_check_text (self, (gint64) n_text, NULL))
        return NULL;
      break;
    case MARMOT_COLUMN_DICTIONARY:
      dictionary_bytes = g_variant_get_data_as_bytes (dictionary);
      self->dictionary = read_column (dictionary_bytes, TRUE, NULL);
      if (!self->dictionary || self->dictionary->length > G_MAXINT32 || !marmot_column_check_codes (self, NULL))
        return NULL;
      marmot_column_fold_dictionary_nulls (self);
      marmot_column_seal (self);
      break;
    case MARMOT_COLUMN_DOUBLE:
    case MARMOT_COLUMN_INTEGER:
    case MARMOT_COLUMN_DATE:
    case MARMOT_COLUMN_BOOLEAN:
    default:
      marmot_column_seal (self);
      break;
    }
  return g_steal_pointer (&self);
}

/* The values of a dictionary are text, and only text, so that made-up bytes cannot
 * nest without end. */
static MarmotColumn *
read_column (GBytes *bytes,
             gboolean only_text,
             GError **error)
{
  g_autoptr (GVariant) body = NULL;
  g_autoptr (GVariant) maybe = NULL;
  g_autoptr (GVariant) validity = NULL;
  g_autoptr (GVariant) boxed = NULL;
  g_autoptr (GVariant) values = NULL;
  g_autoptr (GVariant) text = NULL;
  g_autoptr (GVariant) dictionary = NULL;
  MarmotColumn *self = NULL;
  guint32 type;
  guint64 length;

  body = marmot_deserialize_body (bytes, NAME, 1, BODY_TYPE, error);
  if (!body)
    return NULL;

  g_variant_get (body, BODY_FORMAT, &type, &length, &maybe, &boxed, &text, &dictionary);
  validity = g_variant_get_maybe (maybe);
  values = g_variant_get_variant (boxed);
  if (marmot_enum_has (MARMOT_TYPE_COLUMN_TYPE, type) && (!only_text || type == MARMOT_COLUMN_TEXT))
    self = assemble ((MarmotColumnType) type, length, validity, values, text, dictionary);
  if (!self)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                         "These bytes hold a column of a later version, or are damaged");
  return self;
}

MarmotColumn *
marmot_column_deserialize (GBytes *bytes,
                           GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_column (bytes, FALSE, error);
}
