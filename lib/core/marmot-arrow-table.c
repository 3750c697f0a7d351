/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Tables from the Apache Arrow C Data Interface: a record batch is an array of
 * structures, whose fields are the columns.
 */
#include "marmot-arrow-private.h"

#include <string.h>

#include "marmot-bits-private.h"

gboolean
marmot_arrow_check_table (const struct ArrowSchema *schema,
                          GError **error)
{
  if (schema->format == NULL || strcmp (schema->format, "+s") != 0)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "The Arrow data are no table: take them as a column");
      return FALSE;
    }
  if (schema->n_children < 0 || (schema->n_children > 0 && schema->children == NULL))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "The Arrow schema contradicts itself: it has no list of its columns");
      return FALSE;
    }
  for (int64_t i = 0; i < schema->n_children; i++)
    if (schema->children[i] == NULL)
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                     "The Arrow schema contradicts itself: column %" G_GINT64_FORMAT " is missing",
                     (gint64) i + 1);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_batch (const struct ArrowArray *array,
             const struct ArrowSchema *schema,
             GError **error)
{
  if (!marmot_arrow_check_array (array, error))
    return FALSE;

  if (array->n_children != schema->n_children || array->n_buffers != 1)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "The Arrow table contradicts itself: array and schema differ in columns");
      return FALSE;
    }
  for (int64_t i = 0; i < array->n_children; i++)
    if (array->children[i] == NULL)
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                     "The Arrow table contradicts itself: column %" G_GINT64_FORMAT " is missing",
                     (gint64) i + 1);
        return FALSE;
      }

  if (array->null_count > 0
      || (array->buffers[0] && array->length > 0
          && marmot_bits_count (array->buffers[0], (gsize) array->offset, (gsize) array->length)
               != (gsize) array->length))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "The Arrow table has rows that are null as a whole: drop them first");
      return FALSE;
    }
  return TRUE;
}

GPtrArray *
marmot_arrow_import_children (const struct ArrowArray *array,
                              const struct ArrowSchema *schema,
                              MarmotMemory *memory,
                              GError **error)
{
  g_autoptr (GPtrArray) columns = NULL;

  if (!check_batch (array, schema, error))
    return NULL;

  columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  for (int64_t i = 0; i < array->n_children; i++)
    {
      MarmotColumn *column
        = marmot_arrow_import (array->children[i], schema->children[i], (gsize) array->offset,
                               (gsize) array->length, memory, error);

      if (!column)
        {
          g_prefix_error (error, "Column %" G_GINT64_FORMAT ": ", (gint64) i + 1);
          return NULL;
        }
      g_ptr_array_add (columns, column);
    }
  return g_steal_pointer (&columns);
}

MarmotTable *
marmot_arrow_make_table (const struct ArrowSchema *schema,
                         GPtrArray *columns,
                         GError **error)
{
  g_autofree const char **names = g_new0 (const char *, columns->len + 1);

  for (guint i = 0; i < columns->len; i++)
    names[i] = schema->children[i]->name ? schema->children[i]->name : "";
  return marmot_table_new (names, (MarmotColumn **) columns->pdata, columns->len, error);
}

MarmotTable *
marmot_table_import_arrow (gpointer array,
                           gpointer schema,
                           GError **error)
{
  struct ArrowSchema *type = schema;
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (MarmotMemory) memory = NULL;
  struct ArrowArray *moved;
  MarmotTable *self = NULL;

  g_return_val_if_fail (array != NULL, NULL);
  g_return_val_if_fail (schema != NULL, NULL);

  if (!marmot_arrow_check_alive (array, schema, error))
    return NULL;

  memory = marmot_arrow_take (array, &moved);
  if (marmot_arrow_check_table (type, error))
    columns = marmot_arrow_import_children (moved, type, memory, error);
  if (columns)
    self = marmot_arrow_make_table (type, columns, error);
  type->release (type);
  return self;
}
