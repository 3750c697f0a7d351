/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Columns over the Apache Arrow C Data Interface.
 */
#include "marmot-arrow-private.h"

#include <string.h>

#include "marmot-column-private.h"

static void
release_array (gpointer data)
{
  struct ArrowArray *array = data;

  if (array->release)
    array->release (array);
  g_free (array);
}

static gsize
count_nulls (const guint8 *validity,
             gsize offset,
             gsize length)
{
  gsize n_nulls = 0;

  for (gsize bit = offset; bit < offset + length; bit++)
    n_nulls += !((validity[bit >> 3] >> (bit & 7)) & 1);
  return n_nulls;
}

MarmotColumn *
marmot_column_import_arrow (gpointer array,
                            gpointer schema,
                            GError **error)
{
  struct ArrowArray *in = array;
  struct ArrowSchema *type = schema;
  struct ArrowArray *moved;
  MarmotMemory *memory;
  MarmotColumn *self;
  MarmotColumnType column_type = MARMOT_COLUMN_DOUBLE;
  gboolean known = TRUE;

  g_return_val_if_fail (in != NULL && in->release != NULL, NULL);
  g_return_val_if_fail (type != NULL && type->release != NULL, NULL);

  moved = g_memdup2 (in, sizeof *in);
  in->release = NULL;
  memory = marmot_memory_new (moved, release_array);

  if (g_str_equal (type->format, "g"))
    column_type = MARMOT_COLUMN_DOUBLE;
  else if (g_str_equal (type->format, "l"))
    column_type = MARMOT_COLUMN_INTEGER;
  else
    known = FALSE;
  type->release (type);

  if (!known)
    {
      marmot_memory_unref (memory);
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "This Arrow format is not taken: only doubles and 64-bit integers are");
      return NULL;
    }

  if (moved->n_buffers != 2 || moved->length < 0 || moved->offset < 0
      || (moved->length > 0 && moved->buffers[1] == NULL))
    {
      marmot_memory_unref (memory);
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "The Arrow array contradicts itself");
      return NULL;
    }

  self = marmot_column_alloc (column_type, 8, (gsize) moved->length, memory, NULL);
  self->offset = (gsize) moved->offset;
  self->values = moved->buffers[1];
  self->validity = moved->buffers[0];
  if (self->validity)
    self->n_nulls = count_nulls (self->validity, self->offset, self->length);
  if (self->n_nulls == 0)
    self->validity = NULL;
  return self;
}

typedef struct
{
  MarmotColumn *column;
  const void *buffers[3];
} Exported;

static void
exported_release_array (struct ArrowArray *array)
{
  Exported *exported = array->private_data;

  if (array->dictionary)
    {
      if (array->dictionary->release)
        array->dictionary->release (array->dictionary);
      g_free (array->dictionary);
    }
  marmot_column_unref (exported->column);
  g_free (exported);
  array->release = NULL;
}

static void
exported_release_schema (struct ArrowSchema *schema)
{
  if (schema->dictionary)
    {
      if (schema->dictionary->release)
        schema->dictionary->release (schema->dictionary);
      g_free (schema->dictionary);
    }
  schema->release = NULL;
}

static const char *
get_format (const MarmotColumn *self)
{
  switch (self->type)
    {
    case MARMOT_COLUMN_DOUBLE:
      return "g";
    case MARMOT_COLUMN_INTEGER:
      return "l";
    case MARMOT_COLUMN_DATE:
      return "tdD";
    case MARMOT_COLUMN_BOOLEAN:
      return "b";
    case MARMOT_COLUMN_TEXT:
      return self->width == 4 ? "u" : "U";
    case MARMOT_COLUMN_DICTIONARY:
      return self->width == 1 ? "c" : self->width == 2 ? "s" : self->width == 4 ? "i" : "l";
    default:
      g_assert_not_reached ();
    }
}

void
marmot_column_export_arrow (MarmotColumn *self,
                            gpointer array,
                            gpointer schema)
{
  struct ArrowArray *out = array;
  struct ArrowSchema *type = schema;
  Exported *exported;

  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);
  g_return_if_fail (type != NULL);

  exported = g_new0 (Exported, 1);
  exported->column = marmot_column_ref (self);
  exported->buffers[0] = self->validity;
  exported->buffers[1] = self->values;
  exported->buffers[2] = self->text;

  memset (out, 0, sizeof *out);
  out->length = (int64_t) self->length;
  out->offset = (int64_t) self->offset;
  out->null_count = (int64_t) self->n_nulls;
  out->n_buffers = self->type == MARMOT_COLUMN_TEXT ? 3 : 2;
  out->buffers = exported->buffers;
  out->release = exported_release_array;
  out->private_data = exported;

  memset (type, 0, sizeof *type);
  type->format = get_format (self);
  type->name = "";
  type->flags = ARROW_FLAG_NULLABLE;
  type->release = exported_release_schema;

  if (self->dictionary)
    {
      out->dictionary = g_new0 (struct ArrowArray, 1);
      type->dictionary = g_new0 (struct ArrowSchema, 1);
      marmot_column_export_arrow (self->dictionary, out->dictionary, type->dictionary);
    }
}
