/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "marmot-column-private.h"
#include "marmot-serialize-private.h"
#include "marmot-table-private.h"

#define NAME "MarmotTable"
#define BODY_TYPE G_VARIANT_TYPE ("(ta(say))")

/* A table so narrow is looked through faster than a hash table. */
#define NARROW 12

struct _MarmotTable
{
  gsize n_rows;
  gsize n_columns;
  char **names;
  MarmotColumn **columns;
  GHashTable *places; /* name to place + 1; NULL if the table is narrow */
};

G_DEFINE_BOXED_TYPE (MarmotTable, marmot_table, marmot_table_ref, marmot_table_unref)

static void
marmot_table_clear (gpointer box)
{
  MarmotTable *self = box;

  g_clear_pointer (&self->places, g_hash_table_unref);
  g_strfreev (self->names);
  for (gsize i = 0; i < self->n_columns; i++)
    marmot_column_unref (self->columns[i]);
  g_free (self->columns);
}

MarmotTable *
marmot_table_ref (MarmotTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
marmot_table_unref (MarmotTable *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, marmot_table_clear);
}

static gboolean
check_name (const char *name,
            gsize column,
            GError **error)
{
  if (name[0] != '\0' && g_utf8_validate (name, -1, NULL))
    return TRUE;

  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
               "Column %" G_GSIZE_FORMAT " has a name that is empty or not UTF-8", column + 1);
  return FALSE;
}

/* Fills the places; FALSE if two columns have one name. */
static gboolean
index_names (MarmotTable *self,
             GError **error)
{
  gboolean is_new = TRUE;
  gsize i;

  if (self->n_columns > NARROW)
    self->places = g_hash_table_new (g_str_hash, g_str_equal);
  for (i = 0; i < self->n_columns && is_new; i++)
    if (self->places)
      is_new = g_hash_table_insert (self->places, self->names[i], GSIZE_TO_POINTER (i + 1));
    else
      for (gsize k = 0; k < i && is_new; k++)
        is_new = strcmp (self->names[i], self->names[k]) != 0;
  if (is_new)
    return TRUE;

  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
               "Column %" G_GSIZE_FORMAT " has the name of a column before it", i);
  return FALSE;
}

MarmotTable *
marmot_table_new (const char * const *names,
                  MarmotColumn **columns,
                  gsize n_columns,
                  GError **error)
{
  g_autoptr (MarmotTable) self = NULL;
  gsize n_names;

  g_return_val_if_fail (names != NULL, NULL);
  g_return_val_if_fail (columns != NULL || n_columns == 0, NULL);

  n_names = g_strv_length ((char **) names);
  if (n_names != n_columns)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "There are %" G_GSIZE_FORMAT " columns and %" G_GSIZE_FORMAT
                   " names: each column needs one", n_columns, n_names);
      return NULL;
    }

  for (gsize i = 0; i < n_columns; i++)
    {
      g_return_val_if_fail (columns[i] != NULL, NULL);

      if (!check_name (names[i], i, error))
        return NULL;
      if (columns[i]->length != columns[0]->length)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                       "Column %" G_GSIZE_FORMAT " has %" G_GSIZE_FORMAT " rows and the first "
                       "column %" G_GSIZE_FORMAT ": all must have the same",
                       i + 1, columns[i]->length, columns[0]->length);
          return NULL;
        }
    }

  self = g_atomic_rc_box_new0 (MarmotTable);
  self->n_rows = n_columns > 0 ? columns[0]->length : 0;
  self->n_columns = n_columns;
  self->names = g_strdupv ((char **) names);
  self->columns = g_new (MarmotColumn *, n_columns);
  for (gsize i = 0; i < n_columns; i++)
    self->columns[i] = marmot_column_ref (columns[i]);

  if (!index_names (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

gsize
marmot_table_get_n_rows (const MarmotTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

gsize
marmot_table_get_n_columns (const MarmotTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

char **
marmot_table_get_names (const MarmotTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdupv (self->names);
}

const char *
marmot_table_get_column_name (const MarmotTable *self,
                              gsize column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);

  return self->names[column];
}

MarmotColumn *
marmot_table_get_column (const MarmotTable *self,
                         gsize column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);

  return marmot_column_ref (self->columns[column]);
}

gboolean
marmot_table_find_column (const MarmotTable *self,
                          const char *name,
                          gsize *column)
{
  gsize place = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (self->places)
    {
      place = GPOINTER_TO_SIZE (g_hash_table_lookup (self->places, name));
    }
  else
    {
      for (gsize i = 0; i < self->n_columns && place == 0; i++)
        if (strcmp (self->names[i], name) == 0)
          place = i + 1;
    }

  if (place > 0 && column)
    *column = place - 1;
  return place > 0;
}

gboolean
marmot_table_has_column (const MarmotTable *self,
                         const char *name)
{
  return marmot_table_find_column (self, name, NULL);
}

MarmotColumn *
marmot_table_peek_column (const MarmotTable *self,
                          const char *name)
{
  gsize column;

  return marmot_table_find_column (self, name, &column) ? self->columns[column] : NULL;
}

MarmotColumn *
marmot_table_get_column_by_name (const MarmotTable *self,
                                 const char *name)
{
  MarmotColumn *column = marmot_table_peek_column (self, name);

  return column ? marmot_column_ref (column) : NULL;
}

MarmotTable *
marmot_table_select (const MarmotTable *self,
                     const char * const *names,
                     GError **error)
{
  g_autofree MarmotColumn **columns = NULL;
  gsize n_names;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (names != NULL, NULL);

  n_names = g_strv_length ((char **) names);
  columns = g_new (MarmotColumn *, n_names);
  for (gsize i = 0; i < n_names; i++)
    {
      columns[i] = marmot_table_peek_column (self, names[i]);
      if (!columns[i])
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                       "The table has no column \"%s\"", names[i]);
          return NULL;
        }
    }

  return marmot_table_new (names, columns, n_names, error);
}

MarmotTable *
marmot_table_slice (const MarmotTable *self,
                    gsize first,
                    gsize n_rows)
{
  g_autoptr (GPtrArray) columns = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (first <= self->n_rows, NULL);
  g_return_val_if_fail (n_rows <= self->n_rows - first, NULL);

  columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  for (gsize i = 0; i < self->n_columns; i++)
    g_ptr_array_add (columns, marmot_column_slice (self->columns[i], first, n_rows));
  return marmot_table_new ((const char * const *) self->names, (MarmotColumn **) columns->pdata,
                           self->n_columns, NULL);
}

MarmotTable *
marmot_table_with_column (const MarmotTable *self,
                          const char *name,
                          MarmotColumn *column,
                          GError **error)
{
  g_autofree const char **names = NULL;
  g_autofree MarmotColumn **columns = NULL;
  gsize n_columns, place;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (column != NULL, NULL);

  if (self->n_columns > 0 && column->length != self->n_rows)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The column has %" G_GSIZE_FORMAT " rows and the table %" G_GSIZE_FORMAT
                   ": both must have the same", column->length, self->n_rows);
      return NULL;
    }

  n_columns = self->n_columns;
  if (!marmot_table_find_column (self, name, &place))
    place = n_columns++;

  names = g_new0 (const char *, n_columns + 1);
  columns = g_new (MarmotColumn *, n_columns);
  for (gsize i = 0; i < self->n_columns; i++)
    {
      names[i] = self->names[i];
      columns[i] = self->columns[i];
    }
  names[place] = name;
  columns[place] = column;
  return marmot_table_new (names, columns, n_columns, error);
}

gboolean
marmot_table_equal (const MarmotTable *self,
                    const MarmotTable *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self == other)
    return TRUE;
  if (!g_strv_equal ((const char * const *) self->names, (const char * const *) other->names))
    return FALSE;
  for (gsize i = 0; i < self->n_columns; i++)
    if (!marmot_column_equal (self->columns[i], other->columns[i]))
      return FALSE;
  return TRUE;
}

guint
marmot_table_hash (const MarmotTable *self)
{
  guint hash;

  g_return_val_if_fail (self != NULL, 0);

  hash = (guint) self->n_rows * 31 + (guint) self->n_columns;
  for (gsize i = 0; i < self->n_columns; i++)
    {
      hash = hash * 31 + g_str_hash (self->names[i]);
      hash = hash * 31 + marmot_column_hash (self->columns[i]);
    }
  return hash;
}

char *
marmot_table_to_string (const MarmotTable *self)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text, "%" G_GSIZE_FORMAT " %s, %" G_GSIZE_FORMAT " %s", self->n_rows,
                          self->n_rows == 1 ? "row" : "rows", self->n_columns,
                          self->n_columns == 1 ? "column" : "columns");
  for (gsize i = 0; i < self->n_columns; i++)
    {
      g_string_append_printf (text, "\n  %s: %s", self->names[i],
                              marmot_column_type_name (self->columns[i]->type));
      if (self->columns[i]->n_nulls > 0)
        g_string_append_printf (text, ", %" G_GSIZE_FORMAT " null", self->columns[i]->n_nulls);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

GBytes *
marmot_table_serialize (const MarmotTable *self)
{
  GVariantBuilder columns;

  g_return_val_if_fail (self != NULL, NULL);

  g_variant_builder_init (&columns, G_VARIANT_TYPE ("a(say)"));
  for (gsize i = 0; i < self->n_columns; i++)
    {
      g_autoptr (GBytes) bytes = marmot_column_serialize (self->columns[i]);

      g_variant_builder_add (&columns, "(s@ay)", self->names[i],
                             g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE));
    }
  return marmot_serialize_body (NAME, 1, g_variant_new ("(ta(say))", (guint64) self->n_rows, &columns));
}

MarmotTable *
marmot_table_deserialize (GBytes *bytes,
                          GError **error)
{
  g_autoptr (GVariant) body = NULL;
  g_autoptr (GVariant) packed = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  MarmotTable *self = NULL;
  guint64 n_rows;
  gboolean good = TRUE;

  g_return_val_if_fail (bytes != NULL, NULL);

  body = marmot_deserialize_body (bytes, NAME, 1, BODY_TYPE, error);
  if (!body)
    return NULL;

  names = g_ptr_array_new_with_free_func (g_free);
  columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_variant_get (body, "(t@a(say))", &n_rows, &packed);
  for (gsize i = 0; good && i < g_variant_n_children (packed); i++)
    {
      g_autoptr (GVariant) data = NULL;
      g_autoptr (GBytes) column_bytes = NULL;
      MarmotColumn *column;
      char *name;

      g_variant_get_child (packed, i, "(s@ay)", &name, &data);
      g_ptr_array_add (names, name);
      column_bytes = g_variant_get_data_as_bytes (data);
      column = marmot_column_deserialize (column_bytes, NULL);
      good = column != NULL;
      if (good)
        g_ptr_array_add (columns, column);
    }
  g_ptr_array_add (names, NULL);

  if (good)
    self = marmot_table_new ((const char * const *) names->pdata, (MarmotColumn **) columns->pdata,
                             columns->len, NULL);
  if (self && self->n_rows != n_rows)
    g_clear_pointer (&self, marmot_table_unref);
  if (!self)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
                         "These bytes hold a table of a later version, or are damaged");
  return self;
}
