/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Columns and tables to the Apache Arrow C Data Interface. Nothing is copied: what
 * is handed out keeps the column alive until it is released.
 */
#include "marmot-arrow-private.h"

#include <string.h>

#include "marmot-column-private.h"

typedef struct
{
  MarmotColumn *column;  /* NULL in a table, whose columns are children */
  const void *buffers[3];
} Exported;

static void
release_child_array (struct ArrowArray *child)
{
  /* Whoever took a child for itself has marked it as released. */
  if (child->release)
    child->release (child);
  g_free (child);
}

static void
release_array (struct ArrowArray *array)
{
  Exported *exported = array->private_data;

  for (int64_t i = 0; i < array->n_children; i++)
    release_child_array (array->children[i]);
  g_free (array->children);
  g_clear_pointer (&array->dictionary, release_child_array);
  g_clear_pointer (&exported->column, marmot_column_unref);
  g_free (exported);
  array->release = NULL;
}

static void
release_child_schema (struct ArrowSchema *child)
{
  if (child->release)
    child->release (child);
  g_free (child);
}

static void
release_schema (struct ArrowSchema *schema)
{
  for (int64_t i = 0; i < schema->n_children; i++)
    release_child_schema (schema->children[i]);
  g_free (schema->children);
  g_clear_pointer (&schema->dictionary, release_child_schema);
  g_free (schema->private_data);
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
marmot_arrow_export_array (MarmotColumn *column,
                           struct ArrowArray *array)
{
  Exported *exported = g_new0 (Exported, 1);

  exported->column = marmot_column_ref (column);
  exported->buffers[0] = column->validity;
  exported->buffers[1] = column->values;
  exported->buffers[2] = column->text;

  memset (array, 0, sizeof *array);
  array->length = (int64_t) column->length;
  array->offset = (int64_t) column->offset;
  array->null_count = (int64_t) column->n_nulls;
  array->n_buffers = column->type == MARMOT_COLUMN_TEXT ? 3 : 2;
  array->buffers = exported->buffers;
  array->release = release_array;
  array->private_data = exported;
  if (column->dictionary)
    {
      array->dictionary = g_new0 (struct ArrowArray, 1);
      marmot_arrow_export_array (column->dictionary, array->dictionary);
    }
}

static void
begin_schema (struct ArrowSchema *schema,
              const char *format,
              const char *name)
{
  memset (schema, 0, sizeof *schema);
  schema->format = format;
  schema->private_data = g_strdup (name);
  schema->name = schema->private_data;
  schema->flags = ARROW_FLAG_NULLABLE;
  schema->release = release_schema;
}

void
marmot_arrow_export_schema (const MarmotColumn *column,
                            const char *name,
                            struct ArrowSchema *schema)
{
  begin_schema (schema, get_format (column), name);
  if (column->dictionary)
    {
      schema->dictionary = g_new0 (struct ArrowSchema, 1);
      marmot_arrow_export_schema (column->dictionary, "", schema->dictionary);
    }
}

void
marmot_column_export_arrow (MarmotColumn *self,
                            gpointer array,
                            gpointer schema)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (array != NULL);
  g_return_if_fail (schema != NULL);

  marmot_arrow_export_array (self, array);
  marmot_arrow_export_schema (self, "", schema);
}

void
marmot_arrow_export_table_array (MarmotTable *table,
                                 struct ArrowArray *array)
{
  gsize n_columns = marmot_table_get_n_columns (table);
  Exported *exported = g_new0 (Exported, 1);

  memset (array, 0, sizeof *array);
  array->length = (int64_t) marmot_table_get_n_rows (table);
  array->n_buffers = 1;
  array->buffers = exported->buffers;
  array->n_children = (int64_t) n_columns;
  array->children = g_new (struct ArrowArray *, n_columns);
  array->release = release_array;
  array->private_data = exported;
  for (gsize i = 0; i < n_columns; i++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column (table, i);

      array->children[i] = g_new0 (struct ArrowArray, 1);
      marmot_arrow_export_array (column, array->children[i]);
    }
}

void
marmot_arrow_export_table_schema (MarmotTable *table,
                                  struct ArrowSchema *schema)
{
  gsize n_columns = marmot_table_get_n_columns (table);

  begin_schema (schema, "+s", "");
  schema->flags = 0;
  schema->n_children = (int64_t) n_columns;
  schema->children = g_new (struct ArrowSchema *, n_columns);
  for (gsize i = 0; i < n_columns; i++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column (table, i);

      schema->children[i] = g_new0 (struct ArrowSchema, 1);
      marmot_arrow_export_schema (column, marmot_table_get_column_name (table, i), schema->children[i]);
    }
}

void
marmot_table_export_arrow (MarmotTable *self,
                           gpointer array,
                           gpointer schema)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (array != NULL);
  g_return_if_fail (schema != NULL);

  marmot_arrow_export_table_array (self, array);
  marmot_arrow_export_table_schema (self, schema);
}
