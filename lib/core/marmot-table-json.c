/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "marmot-column-builder-private.h"
#include "marmot-column-private.h"
#include "marmot-csv-date-private.h"
#include "marmot-json-private.h"

/* In the order of MarmotColumnType. */
static const char *const type_names[] = { "double", "integer", "date", "text", "dictionary", "boolean" };

static gboolean
append_cell (GString *out,
             MarmotColumn *column,
             gsize row,
             GError **error)
{
  char date[MARMOT_CSV_DATE_SIZE];
  const char *text;
  double value;
  gsize length;

  if (!marmot_column_row_is_valid (column, row))
    {
      g_string_append (out, "null");
      return TRUE;
    }

  switch (column->type)
    {
    case MARMOT_COLUMN_DOUBLE:
      value = ((const double *) column->values)[column->offset + row];
      if (!isfinite (value))
        {
          g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                               "the value is infinite or not a number, which JSON cannot say: make it a null");
          return FALSE;
        }
      marmot_json_append_double (out, value);
      break;
    case MARMOT_COLUMN_INTEGER:
      g_string_append_printf (out, "%" G_GINT64_FORMAT,
                              ((const gint64 *) column->values)[column->offset + row]);
      break;
    case MARMOT_COLUMN_DATE:
      if (!marmot_csv_date_print (((const gint32 *) column->values)[column->offset + row], date))
        {
          g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                               "the date is outside the years 1 to 9999: correct it");
          return FALSE;
        }
      marmot_json_append_text (out, date, strlen (date));
      break;
    case MARMOT_COLUMN_BOOLEAN:
      g_string_append (out, marmot_column_get_boolean (column, row) ? "true" : "false");
      break;
    case MARMOT_COLUMN_TEXT:
    case MARMOT_COLUMN_DICTIONARY:
    default:
      text = marmot_column_peek_text (column, row, &length);
      marmot_json_append_text (out, text, length);
    }

  return TRUE;
}

char *
marmot_table_to_json (MarmotTable *self,
                      GError **error)
{
  g_autoptr (GString) out = NULL;
  gsize n_columns;

  g_return_val_if_fail (self != NULL, NULL);

  n_columns = marmot_table_get_n_columns (self);
  out = g_string_new ("{\n  \"columns\": [");
  for (gsize i = 0; i < n_columns; i++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column (self, i);
      const char *name = marmot_table_get_column_name (self, i);

      g_string_append (out, i ? ",\n    {\n      \"name\": " : "\n    {\n      \"name\": ");
      marmot_json_append_text (out, name, strlen (name));
      g_string_append_printf (out, ",\n      \"type\": \"%s\",\n      \"values\": [", type_names[column->type]);
      for (gsize row = 0; row < column->length; row++)
        {
          if (row > 0)
            g_string_append (out, ", ");
          if (!append_cell (out, column, row, error))
            {
              g_prefix_error (error, "columns/%" G_GSIZE_FORMAT "/values/%" G_GSIZE_FORMAT ": ", i, row);
              return NULL;
            }
        }
      g_string_append (out, "]\n    }");
    }
  g_string_append (out, n_columns ? "\n  ]\n}\n" : "]\n}\n");

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* What a value should have been, or NULL if it was taken. */
static const char *
take_value (MarmotColumnBuilder *builder,
            const json_t *value)
{
  const char *text;
  gsize length;
  gint32 days;

  if (json_is_null (value))
    {
      marmot_column_builder_append_null (builder);
      return NULL;
    }

  switch (builder->type)
    {
    case MARMOT_COLUMN_DOUBLE:
      if (!json_is_number (value))
        return "a number";
      marmot_column_builder_append_double (builder, json_number_value (value));
      return NULL;
    case MARMOT_COLUMN_INTEGER:
      if (!json_is_integer (value))
        return "an integer";
      marmot_column_builder_append_integer (builder, json_integer_value (value));
      return NULL;
    case MARMOT_COLUMN_BOOLEAN:
      if (!json_is_boolean (value))
        return "true or false";
      marmot_column_builder_append_boolean (builder, json_is_true (value));
      return NULL;
    default:
      break;
    }

  text = json_string_value (value);
  length = json_string_length (value);
  if (builder->type == MARMOT_COLUMN_DATE)
    {
      if (!text || !marmot_csv_date_parse_iso (text, text + length, &days))
        return "a date such as \"2024-01-31\"";
      marmot_column_builder_append_date (builder, days);
      return NULL;
    }
  if (!text)
    return "a text";
  return marmot_column_builder_append_text (builder, text, length) ? NULL : "one of fewer distinct texts";
}

static gboolean
find_type (const char *text,
           MarmotColumnType *type)
{
  for (gsize i = 0; text && i < G_N_ELEMENTS (type_names); i++)
    if (strcmp (text, type_names[i]) == 0)
      {
        *type = (MarmotColumnType) i;
        return TRUE;
      }
  return FALSE;
}

static MarmotColumn *
take_column (const json_t *object,
             gsize number,
             const char **name,
             GError **error)
{
  g_autoptr (MarmotColumnBuilder) builder = NULL;
  const json_t *values = json_object_get (object, "values");
  MarmotColumnType type;
  const json_t *value;
  gsize row;

  *name = json_string_value (json_object_get (object, "name"));
  if (!*name)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "columns/%" G_GSIZE_FORMAT "/name: give the column a name, as a text", number);
      return NULL;
    }
  if (!find_type (json_string_value (json_object_get (object, "type")), &type))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "columns/%" G_GSIZE_FORMAT
                   "/type: write double, integer, date, text, dictionary or boolean",
                   number);
      return NULL;
    }
  if (!json_is_array (values))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "columns/%" G_GSIZE_FORMAT "/values: give the values, as an array", number);
      return NULL;
    }

  builder = marmot_column_builder_new (type);
  json_array_foreach (values, row, value)
    {
      const char *wanted = take_value (builder, value);

      if (wanted)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                       "columns/%" G_GSIZE_FORMAT "/values/%" G_GSIZE_FORMAT ": this must be %s, or null",
                       number, row, wanted);
          return NULL;
        }
    }

  return marmot_column_builder_finish (g_steal_pointer (&builder));
}

MarmotTable *
marmot_table_from_json (const char *text,
                        gssize length,
                        GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (json_t) document = NULL;
  const json_t *list, *object;
  gsize i;

  g_return_val_if_fail (text != NULL, NULL);

  bytes = g_bytes_new_static (text, length < 0 ? strlen (text) : (gsize) length);
  document = marmot_json_load (bytes, NULL, error);
  if (!document)
    return NULL;

  list = json_object_get (document, "columns");
  if (!json_is_array (list))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "columns: a table is an object whose \"columns\" are an array");
      return NULL;
    }

  json_array_foreach (list, i, object)
    {
      const char *name;
      MarmotColumn *column = take_column (object, i, &name, error);

      if (!column)
        return NULL;
      g_ptr_array_add (names, (gpointer) name);
      g_ptr_array_add (columns, column);
    }
  g_ptr_array_add (names, NULL);

  return marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len,
                           error);
}
