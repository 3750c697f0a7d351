/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Columns from the Apache Arrow C Data Interface. doc/arrow.md says which formats
 * are taken. Nothing that an array says of itself is believed before it is
 * checked, except that its buffers are as long as its length needs: nothing in
 * the interface says how long they are.
 */
#include "marmot-arrow-private.h"

#include <string.h>

#include "marmot-bits-private.h"
#include "marmot-column-builder-private.h"
#include "marmot-column-private.h"

/* The most rows: a string view a row is the widest that there is. */
#define MAX_ROWS (G_MAXSSIZE / 16)

typedef struct
{
  const char *format;
  MarmotColumnType type;
  guint8 width;               /* of the elements as they come; 0 for bits */
  guint8 n_buffers;
  MarmotArrowConvert convert; /* NULL where the layouts are the same */
} Format;

static const Format formats[] = {
  { "g", MARMOT_COLUMN_DOUBLE, 8, 2, NULL },
  { "l", MARMOT_COLUMN_INTEGER, 8, 2, NULL },
  { "tdD", MARMOT_COLUMN_DATE, 4, 2, NULL },
  { "b", MARMOT_COLUMN_BOOLEAN, 0, 2, NULL },
  { "u", MARMOT_COLUMN_TEXT, 4, 3, NULL },
  { "U", MARMOT_COLUMN_TEXT, 8, 3, NULL },
  { "c", MARMOT_COLUMN_INTEGER, 1, 2, marmot_arrow_convert_int8 },
  { "C", MARMOT_COLUMN_INTEGER, 1, 2, marmot_arrow_convert_uint8 },
  { "s", MARMOT_COLUMN_INTEGER, 2, 2, marmot_arrow_convert_int16 },
  { "S", MARMOT_COLUMN_INTEGER, 2, 2, marmot_arrow_convert_uint16 },
  { "i", MARMOT_COLUMN_INTEGER, 4, 2, marmot_arrow_convert_int32 },
  { "I", MARMOT_COLUMN_INTEGER, 4, 2, marmot_arrow_convert_uint32 },
  { "L", MARMOT_COLUMN_INTEGER, 8, 2, marmot_arrow_convert_uint64 },
  { "e", MARMOT_COLUMN_DOUBLE, 2, 2, marmot_arrow_convert_half },
  { "f", MARMOT_COLUMN_DOUBLE, 4, 2, marmot_arrow_convert_float },
  { "tdm", MARMOT_COLUMN_DATE, 8, 2, marmot_arrow_convert_date64 },
  { "vu", MARMOT_COLUMN_TEXT, 16, 0, marmot_arrow_convert_views },
  { "n", MARMOT_COLUMN_DOUBLE, 0, 0, marmot_arrow_convert_null },
};

/* What formats that begin so hold, and what to do instead; for messages. */
static const struct
{
  const char *start;
  const char *what;
  const char *instead;
} refused[] = {
  { "ts", "timestamps", "convert them to dates (date32)" },
  { "tt", "times of day", "convert them to numbers or text" },
  { "tD", "durations", "convert them to numbers" },
  { "ti", "intervals", "convert them to numbers" },
  { "d", "decimals", "convert them to doubles (float64)" },
  { "z", "binary data", "convert them to text (utf8)" },
  { "Z", "binary data", "convert them to text (utf8)" },
  { "vz", "binary data", "convert them to text (utf8)" },
  { "w", "binary data", "convert them to text (utf8)" },
  { "+s", "a structure", "take it as a table, or one of its fields" },
  { "+", "values of values", "take them apart into columns of their own" },
};

static const Format *
find_format (const struct ArrowSchema *schema,
             GError **error)
{
  const char *format = schema->format;

  if (format == NULL)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "The Arrow schema has no format");
      return NULL;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].format, format) == 0)
      return &formats[i];

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    if (g_str_has_prefix (format, refused[i].start))
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                     "The Arrow array holds %s, which no column does: %s first", refused[i].what,
                     refused[i].instead);
        return NULL;
      }
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                       "The Arrow array is of a format that is not known: convert it to numbers, "
                       "text, dates or booleans first");
  return NULL;
}

static gboolean
set_contradiction (GError **error,
                   const char *what)
{
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
               "The Arrow array contradicts itself: %s", what);
  return FALSE;
}

gboolean
marmot_arrow_check_array (const struct ArrowArray *array,
                          GError **error)
{
  if (array->length < 0 || array->offset < 0 || array->n_buffers < 0 || array->n_children < 0)
    return set_contradiction (error, "a count is below zero");
  if (array->length > MAX_ROWS || array->offset > MAX_ROWS - array->length)
    return set_contradiction (error, "it has more rows than memory has addresses for");
  if (array->null_count < -1 || array->null_count > array->length)
    return set_contradiction (error, "its count of nulls is not one of its rows");
  if ((array->n_buffers > 0 && array->buffers == NULL)
      || (array->n_children > 0 && array->children == NULL))
    return set_contradiction (error, "it has buffers or children, and no list of them");
  return TRUE;
}

static gboolean
check_buffers (const struct ArrowArray *array,
               const Format *format,
               gsize n_rows,
               GError **error)
{
  gboolean has_views = format->convert == marmot_arrow_convert_views;

  /* polars gives nothing but nulls a buffer, against the specification; none is
   * read. */
  if (format->convert == marmot_arrow_convert_null)
    return TRUE;
  if (has_views ? array->n_buffers < 3 : array->n_buffers != format->n_buffers)
    return set_contradiction (error, "it has not as many buffers as its format needs");
  if (array->n_buffers > 0 && array->buffers[0] == NULL && array->null_count > 0)
    return set_contradiction (error, "it has nulls, and does not say where");
  if (array->n_buffers > 0 && array->buffers[1] == NULL && n_rows > 0)
    return set_contradiction (error, "it has rows and no values");
  return TRUE;
}

/* Reads values out of line, which vector loads and some processors cannot take,
 * into line. */
static void
align (MarmotColumn *self)
{
  gsize n_values = self->length + (self->type == MARMOT_COLUMN_TEXT);
  const guint8 *from = (const guint8 *) self->values + self->offset * MAX (self->width, 1);
  const guint8 *validity = self->validity;
  MarmotMemory *old = self->memory[0];
  gsize offset = self->offset;
  gpointer block;

  if (self->width < 2 || (gsize) self->values % self->width == 0)
    return;

  self->memory[0] = marmot_memory_alloc (n_values * self->width, &block);
  memcpy (block, from, n_values * self->width);
  self->values = block;
  self->offset = 0;
  if (validity)
    marmot_bits_copy (marmot_column_add_validity (self, self->length), 0, validity, offset, self->length);

  /* The text stays where it is. */
  if (self->type == MARMOT_COLUMN_TEXT)
    self->memory[2] = old;
  else
    marmot_memory_unref (old);
}

/* A column over the buffers of the array. */
static MarmotColumn *
wrap (const struct ArrowArray *array,
      MarmotColumnType type,
      guint8 width,
      gsize offset,
      gsize n_rows,
      MarmotMemory *memory)
{
  MarmotColumn *self = marmot_column_alloc (type, width, n_rows, marmot_memory_ref (memory), NULL);

  self->offset = offset;
  self->validity = array->buffers[0];
  self->values = array->buffers[1];
  if (type == MARMOT_COLUMN_TEXT)
    self->text = array->buffers[2];
  if (n_rows > 0)
    align (self);
  return self;
}

/* An array that tells how many nulls it has must be right. */
static gboolean
check_nulls (const struct ArrowArray *array,
             const MarmotColumn *column,
             GError **error)
{
  if (array->null_count == -1 || column->length != (gsize) array->length
      || column->n_nulls == (gsize) array->null_count)
    return TRUE;
  return set_contradiction (error, "it counts another number of nulls than it has");
}

static MarmotColumn *
import_plain (const struct ArrowArray *array,
              const Format *format,
              gsize offset,
              gsize n_rows,
              MarmotMemory *memory,
              GError **error)
{
  g_autoptr (MarmotColumn) self = NULL;

  if (!check_buffers (array, format, n_rows, error))
    return NULL;

  if (format->convert)
    {
      self = format->convert (array, offset, n_rows, error);
      if (!self)
        return NULL;
      /* An array of nothing but nulls may count them or not. */
      if (format->convert == marmot_arrow_convert_null)
        return g_steal_pointer (&self);
    }
  else
    {
      self = wrap (array, format->type, format->width, offset, n_rows, memory);
      if (self->type == MARMOT_COLUMN_TEXT && !marmot_column_check_text (self, -1, error))
        return NULL;
      marmot_column_seal (self);
    }

  if (!check_nulls (array, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Codes without a sign whose values do not fit into as many bits with one. */
static void
widen_codes (MarmotColumn *self)
{
  gsize first = self->offset;
  gpointer block;
  MarmotMemory *memory = marmot_memory_alloc ((first % 8 + self->length) * sizeof (gint32), &block);
  gint32 *codes = block;

  /* The validity stays where it is, from the byte of the first row on. */
  memset (codes, 0, first % 8 * sizeof *codes);
  for (gsize row = 0; row < self->length; row++)
    codes[first % 8 + row] = self->width == 1 ? ((const guint8 *) self->values)[first + row]
                                              : ((const guint16 *) self->values)[first + row];

  if (self->validity)
    {
      self->validity += first / 8;
      if (!self->memory[1])
        self->memory[1] = g_steal_pointer (&self->memory[0]);
    }
  g_clear_pointer (&self->memory[0], marmot_memory_unref);
  self->memory[0] = memory;
  self->values = codes;
  self->offset = first % 8;
  self->width = sizeof *codes;
}

/* Each row's value written out: for dictionaries of anything but text. */
static MarmotColumn *
decode (const MarmotColumn *codes,
        MarmotColumn *values,
        GError **error)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (values->type);
  g_autofree gsize *rows = g_new (gsize, codes->length);
  g_autoptr (MarmotColumn) null = NULL;
  g_autoptr (MarmotColumn) all = NULL;
  MarmotColumn *parts[2];

  /* A null after the values, for the rows that are null. */
  marmot_column_builder_append_null (builder);
  null = marmot_column_builder_finish (builder);
  parts[0] = values;
  parts[1] = null;
  all = marmot_column_join (parts, 2, error);
  if (!all)
    return NULL;

  for (gsize row = 0; row < codes->length; row++)
    rows[row] = marmot_column_row_is_valid (codes, row) ? (gsize) marmot_column_get_code (codes, row)
                                                        : values->length;
  return marmot_column_take_known (all, rows, codes->length);
}

static gboolean
is_code_format (const Format *format)
{
  return format->type == MARMOT_COLUMN_INTEGER;
}

static MarmotColumn *
import_dictionary (const struct ArrowArray *array,
                   const struct ArrowSchema *schema,
                   const Format *format,
                   gsize offset,
                   gsize n_rows,
                   MarmotMemory *memory,
                   GError **error)
{
  g_autoptr (MarmotColumn) self = NULL;
  gboolean is_unsigned = g_ascii_isupper (format->format[0]);

  if (!is_code_format (format) || array->dictionary == NULL)
    {
      set_contradiction (error, "it has a dictionary and no codes, or codes and no dictionary");
      return NULL;
    }
  if (schema->dictionary->dictionary)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "The values of the Arrow dictionary are a dictionary themselves: "
                           "decode them first");
      return NULL;
    }
  if (!marmot_arrow_check_array (array->dictionary, error)
      || !check_buffers (array, format, n_rows, error))
    return NULL;

  self = wrap (array, MARMOT_COLUMN_DICTIONARY, format->width, offset, n_rows, memory);
  self->dictionary = marmot_arrow_import (array->dictionary, schema->dictionary, 0,
                                          (gsize) array->dictionary->length, memory, error);
  if (!self->dictionary)
    return NULL;
  if (self->dictionary->length > G_MAXINT32)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                           "The Arrow dictionary has more values than 32-bit codes can tell apart");
      return NULL;
    }

  if (n_rows > 0 && is_unsigned && format->width < 4
      && self->dictionary->length > (gsize) 1 << (8 * format->width - 1))
    widen_codes (self);
  marmot_column_seal (self);
  if (!check_nulls (array, self, error) || !marmot_column_check_codes (self, error))
    return NULL;
  if (self->dictionary->type != MARMOT_COLUMN_TEXT)
    return decode (self, self->dictionary, error);

  marmot_column_fold_dictionary_nulls (self);
  marmot_column_seal (self);
  return g_steal_pointer (&self);
}

MarmotColumn *
marmot_arrow_import (const struct ArrowArray *array,
                     const struct ArrowSchema *schema,
                     gsize first,
                     gsize n_rows,
                     MarmotMemory *memory,
                     GError **error)
{
  const Format *format;

  format = find_format (schema, error);
  if (!format || !marmot_arrow_check_array (array, error))
    return NULL;
  if (first > (gsize) array->length || n_rows > (gsize) array->length - first)
    {
      set_contradiction (error, "a column of the table is shorter than the table");
      return NULL;
    }
  first += (gsize) array->offset;

  if (schema->dictionary)
    return import_dictionary (array, schema, format, first, n_rows, memory, error);
  return import_plain (array, format, first, n_rows, memory, error);
}

MarmotColumn *
marmot_arrow_import_none (const struct ArrowSchema *schema,
                          GError **error)
{
  const Format *format = find_format (schema, error);
  MarmotColumnType type;

  if (format && schema->dictionary)
    format = find_format (schema->dictionary, error);
  if (!format)
    return NULL;

  type = format->type;
  if (schema->dictionary && type == MARMOT_COLUMN_TEXT)
    type = MARMOT_COLUMN_DICTIONARY;
  return marmot_column_builder_finish (marmot_column_builder_new (type));
}

static void
release_array (gpointer data)
{
  struct ArrowArray *array = data;

  if (array->release)
    array->release (array);
  g_free (array);
}

MarmotMemory *
marmot_arrow_take (struct ArrowArray *array,
                   struct ArrowArray **moved)
{
  *moved = g_memdup2 (array, sizeof *array);
  array->release = NULL;
  return marmot_memory_new (*moved, release_array);
}

gboolean
marmot_arrow_check_alive (struct ArrowArray *array,
                          struct ArrowSchema *schema,
                          GError **error)
{
  if (array->release && schema->release)
    return TRUE;

  if (array->release)
    array->release (array);
  if (schema->release)
    schema->release (schema);
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                       "The Arrow array or its schema was released or taken before");
  return FALSE;
}

MarmotColumn *
marmot_column_import_arrow (gpointer array,
                            gpointer schema,
                            GError **error)
{
  struct ArrowSchema *type = schema;
  struct ArrowArray *moved;
  MarmotMemory *memory;
  MarmotColumn *self;

  g_return_val_if_fail (array != NULL, NULL);
  g_return_val_if_fail (schema != NULL, NULL);

  if (!marmot_arrow_check_alive (array, schema, error))
    return NULL;

  memory = marmot_arrow_take (array, &moved);
  self = marmot_arrow_import (moved, type, 0, (gsize) moved->length, memory, error);
  marmot_memory_unref (memory);
  type->release (type);
  return self;
}
