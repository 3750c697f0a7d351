/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "marmot-column-private.h"
#include "marmot-csv-date-private.h"
#include "marmot-csv-writer-private.h"
#include "marmot-write-private.h"

#include "numeric/text.h"

/* Digits of a 64-bit integer, and its sign. */
#define INTEGER_SIZE 20

static gboolean
needs_quotes (const char *text,
              gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == ',' || text[i] == '"' || text[i] == '\n' || text[i] == '\r')
      return TRUE;
  return FALSE;
}

static void
append_quoted (GString *out,
               const char *text,
               gsize length)
{
  const char *end = text + length;

  g_string_append_c (out, '"');
  while (text < end)
    {
      const char *quote = memchr (text, '"', (gsize) (end - text));
      const char *stop = quote ? quote + 1 : end;

      g_string_append_len (out, text, stop - text);
      if (quote)
        g_string_append_c (out, '"');
      text = stop;
    }
  g_string_append_c (out, '"');
}

static void
append_text (GString *out,
             const char *text,
             gsize length)
{
  /* An empty cell is a null, so empty text needs its quotes. */
  if (length == 0 || needs_quotes (text, length))
    append_quoted (out, text, length);
  else
    g_string_append_len (out, text, (gssize) length);
}

static void
append_integer (GString *out,
                gint64 integer)
{
  char buffer[INTEGER_SIZE];
  char *end = buffer + sizeof buffer;
  char *at = end;
  guint64 size = integer < 0 ? -(guint64) integer : (guint64) integer;

  do
    *--at = (char) ('0' + size % 10);
  while (size /= 10);
  if (integer < 0)
    *--at = '-';
  g_string_append_len (out, at, end - at);
}

static void
set_bad_cell (GError **error,
              gsize row,
              const char *name,
              const char *message)
{
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
               "Row %" G_GSIZE_FORMAT " of column %s %s", row + 1, name, message);
}

static gboolean
append_cell (GString *out,
             MarmotCsvStyle style,
             const MarmotColumn *column,
             gsize row,
             const char *name,
             GError **error)
{
  char number[MN_DOUBLE_SIZE];
  char date[MARMOT_CSV_DATE_SIZE];
  const char *text;
  double value;
  gsize length;

  if (!marmot_column_row_is_valid (column, row))
    return TRUE;

  switch (column->type)
    {
    case MARMOT_COLUMN_DOUBLE:
      value = ((const double *) column->values)[column->offset + row];
      if (!isfinite (value))
        {
          set_bad_cell (error, row, name, "is infinite or not a number, which CSV cannot say: make it a null");
          return FALSE;
        }
      length = (gsize) mn_print_double (value, number);
      if (style == MARMOT_CSV_STYLE_EXPORT && length > 2 && memcmp (number + length - 2, ".0", 2) == 0)
        length -= 2;
      g_string_append_len (out, number, (gssize) length);
      break;
    case MARMOT_COLUMN_INTEGER:
      append_integer (out, ((const gint64 *) column->values)[column->offset + row]);
      break;
    case MARMOT_COLUMN_DATE:
      if (!marmot_csv_date_print (((const gint32 *) column->values)[column->offset + row], date))
        {
          set_bad_cell (error, row, name, "is a date outside the years 1 to 9999: correct it");
          return FALSE;
        }
      g_string_append (out, date);
      break;
    case MARMOT_COLUMN_BOOLEAN:
      g_string_append (out, marmot_column_get_boolean (column, row) ? "true" : "false");
      break;
    case MARMOT_COLUMN_TEXT:
    case MARMOT_COLUMN_DICTIONARY:
    default:
      text = marmot_column_peek_text (column, row, &length);
      append_text (out, text, length);
    }

  return TRUE;
}

/* How a file begins is taken for its kind: for a byte order mark, a web page, an
 * archive. A quote before it prevents that. */
static gboolean
could_be_magic (const char *name)
{
  if (!g_ascii_isalnum (*name) && *name != '_' && *name != ' ')
    return TRUE;
  for (; *name; name++)
    if (g_ascii_iscntrl (*name))
      return TRUE;
  return FALSE;
}

static void
append_header (GString *out,
               MarmotCsvStyle style,
               MarmotTable *table)
{
  gsize n_columns = marmot_table_get_n_columns (table);

  for (gsize i = 0; i < n_columns; i++)
    {
      const char *name = marmot_table_get_column_name (table, i);

      if (i > 0)
        g_string_append_c (out, ',');
      if (i == 0 && could_be_magic (name))
        append_quoted (out, name, strlen (name));
      else
        append_text (out, name, strlen (name));
    }
  g_string_append (out, style == MARMOT_CSV_STYLE_EXPORT ? "\r\n" : "\n");
}

GBytes *
marmot_csv_write_bytes (MarmotTable *table,
                        GError **error)
{
  g_return_val_if_fail (table != NULL, NULL);

  return marmot_csv_write_styled (table, MARMOT_CSV_STYLE_OWN, error);
}

GBytes *
marmot_csv_write_styled (MarmotTable *table,
                         MarmotCsvStyle style,
                         GError **error)
{
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GString) out = NULL;
  gsize n_columns, n_rows;

  n_columns = marmot_table_get_n_columns (table);
  n_rows = marmot_table_get_n_rows (table);
  if (n_columns == 0)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "CSV needs at least one column: add one");
      return NULL;
    }

  columns = g_ptr_array_new_full ((guint) n_columns, (GDestroyNotify) marmot_column_unref);
  for (gsize i = 0; i < n_columns; i++)
    g_ptr_array_add (columns, marmot_table_get_column (table, i));

  out = g_string_new (NULL);
  append_header (out, style, table);
  for (gsize row = 0; row < n_rows; row++)
    for (gsize i = 0; i < n_columns; i++)
      {
        if (!append_cell (out, style, g_ptr_array_index (columns, i), row,
                          marmot_table_get_column_name (table, i), error))
          return NULL;
        g_string_append (out, i + 1 < n_columns ? "," : style == MARMOT_CSV_STYLE_EXPORT ? "\r\n" : "\n");
      }

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

gboolean
marmot_csv_write_file (MarmotTable *table,
                       GFile *file,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (table != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  bytes = marmot_csv_write_bytes (table, error);
  return bytes && marmot_write_file (file, bytes, cancellable, error);
}
