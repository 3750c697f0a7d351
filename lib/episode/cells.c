/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cells-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"

/* 1 January 1970 and 31 December 9999 in the days of GDate. */
#define EPOCH 719163
#define LAST_JULIAN 3652059

/* What the department writes for a distance that is not known. */
#define MILES_UNKNOWN 999.9

/* Whole numbers below it have no decimals lost. */
#define EXACT 9007199254740992.0

/* Where the first line that is not blank ends, quoted line breaks aside. */
static gsize
find_header_end (const char *data,
                 gsize size)
{
  gboolean is_quoted = FALSE;
  gboolean has_text = FALSE;

  for (gsize i = 0; i < size; i++)
    {
      if (data[i] == '"')
        is_quoted = !is_quoted;
      else if ((data[i] == '\n' || data[i] == '\r') && !is_quoted && has_text)
        return i;
      has_text = has_text || !(data[i] == '\n' || data[i] == '\r');
    }
  return size;
}

static void
init_options (const CellsLimits *limits,
              MarmotCsvOptions *options)
{
  marmot_csv_options_init (options);
  options->max_bytes = limits->limits.max_bytes;
  options->max_findings = limits->limits.max_findings;
}

MarmotCsvResult *
cells_read_header (const CellsLimits *limits,
                   GBytes *bytes,
                   const char *name,
                   GCancellable *cancellable,
                   GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  /* More than the limit is refused whole, and not looked at. */
  gsize end = size > limits->limits.max_bytes ? size : find_header_end (data, size);
  g_autoptr (GBytes) header = g_bytes_new_from_bytes (bytes, 0, end);
  MarmotCsvOptions options;
  MarmotCsvResult *csv;

  init_options (limits, &options);
  options.infer_types = FALSE;
  options.hide_names = TRUE;
  csv = marmot_csv_parse (&options, header, name, cancellable, error);
  marmot_csv_options_clear (&options);
  return csv;
}

static MarmotColumnType
all_dictionaries (const char *name,
                  gpointer type_data)
{
  return MARMOT_COLUMN_DICTIONARY;
}

MarmotCsvResult *
cells_read_columns (const CellsLimits *limits,
                    GBytes *bytes,
                    const char *name,
                    GHashTable *wanted,
                    GCancellable *cancellable,
                    GError **error)
{
  MarmotCsvOptions options;
  MarmotCsvResult *csv;

  init_options (limits, &options);
  options.type_of = all_dictionaries;
  options.skip_faulty_rows = TRUE;
  options.progress = limits->progress;
  options.progress_data = limits->progress_data;
  options.wanted = wanted;
  csv = marmot_csv_parse (&options, bytes, name, cancellable, error);
  marmot_csv_options_clear (&options);
  return csv;
}

guint32 *
cells_make_lines (const GArray *places,
                  gsize n_rows)
{
  guint32 *lines = g_new (guint32, n_rows + 1);
  const MarmotCsvPlace *place = (const MarmotCsvPlace *) (const void *) places->data;
  guint n = 0;

  for (gsize row = 0; row < n_rows; row++)
    {
      while (n + 1 < places->len && place[n + 1].row <= row)
        n++;
      lines[row] = (guint32) MIN (place[n].line + (row - place[n].row), G_MAXUINT32);
    }
  return lines;
}

guint32 *
cells_count_lines (gsize n_rows)
{
  guint32 *lines = g_new (guint32, n_rows + 1);

  for (gsize row = 0; row < n_rows; row++)
    lines[row] = (guint32) row + 1;
  return lines;
}

static void
print_date (gint32 days,
            char *text,
            gsize size)
{
  const gint64 julian = (gint64) days + EPOCH;
  GDate date;

  if (julian < 1 || julian > LAST_JULIAN)
    {
      /* No date that could be written, and so none that can be read. */
      g_strlcpy (text, "?", size);
      return;
    }
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);
  g_snprintf (text, (gulong) size, "%02u/%02u/%04u", (guint) g_date_get_day (&date), (guint) g_date_get_month (&date),
              (guint) g_date_get_year (&date));
}

static void
print_double (double value,
              char *text,
              gsize size)
{
  if (isnan (value))
    *text = '\0';
  else if (fabs (value) < EXACT && value == floor (value))
    g_snprintf (text, (gulong) size, "%" G_GINT64_FORMAT, (gint64) value);
  else
    g_ascii_dtostr (text, (int) size, value);
}

MarmotColumn *
cells_to_dictionary (MarmotColumn *column,
                     GError **error)
{
  g_autoptr (MarmotColumnBuilder) builder = NULL;
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (column->type == MARMOT_COLUMN_DICTIONARY || column->type == MARMOT_COLUMN_TEXT)
    return marmot_column_cast (column, MARMOT_COLUMN_DICTIONARY, error);

  builder = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  for (gsize row = 0; row < column->length; row++)
    {
      if (!marmot_column_row_is_valid (column, row))
        {
          marmot_column_builder_append_null (builder);
          continue;
        }
      if (column->type == MARMOT_COLUMN_INTEGER)
        g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, marmot_column_get_integer (column, row));
      else if (column->type == MARMOT_COLUMN_BOOLEAN)
        g_strlcpy (text, marmot_column_get_boolean (column, row) ? "1" : "0", sizeof text);
      else if (column->type == MARMOT_COLUMN_DATE)
        print_date (marmot_column_get_date (column, row), text, sizeof text);
      else
        print_double (marmot_column_get_double (column, row), text, sizeof text);
      (void) marmot_column_builder_append_text (builder, text, strlen (text));
    }
  return marmot_column_builder_finish (g_steal_pointer (&builder));
}

void
cells_number (const MarmotColumn *column,
              gint32 blank,
              CellsRead read,
              gpointer user_data,
              gint32 *to)
{
  const MarmotColumn *dictionary = column->dictionary;
  g_autofree gint32 *numbers = g_new (gint32, dictionary->length + 1);

  for (gsize i = 0; i < dictionary->length; i++)
    {
      gsize length;
      const char *text = marmot_column_peek_text (dictionary, i, &length);

      numbers[i] = text ? read (text, length, user_data) : blank;
    }
  for (gsize row = 0; row < column->length; row++)
    to[row] = marmot_column_row_is_valid (column, row) ? numbers[marmot_column_get_code (column, row)] : blank;
}

/* NaN for blank and not known; -1 for what is no distance. */
static double
read_miles (const char *text,
            gsize length)
{
  g_autofree char *number = NULL;
  double miles;
  char *end;

  cells_trim (&text, &length);
  if (length == 0)
    return NAN;
  number = g_strndup (text, length);
  miles = g_ascii_strtod (number, &end);
  if (*end != '\0' || !isfinite (miles) || miles < 0)
    return -1;
  return miles >= MILES_UNKNOWN ? NAN : miles;
}

gboolean
cells_number_miles (const MarmotColumn *column,
                    double *to)
{
  const MarmotColumn *dictionary = column->dictionary;
  g_autofree double *miles = g_new (double, dictionary->length + 1);
  gboolean is_good = TRUE;

  for (gsize i = 0; i < dictionary->length; i++)
    {
      gsize length;
      const char *text = marmot_column_peek_text (dictionary, i, &length);

      miles[i] = text ? read_miles (text, length) : NAN;
      is_good = is_good && !(miles[i] < 0);
    }
  for (gsize row = 0; row < column->length; row++)
    to[row] = marmot_column_row_is_valid (column, row) ? miles[marmot_column_get_code (column, row)] : NAN;
  return is_good;
}

void
cells_mark (GByteArray *marks,
            gint32 code)
{
  const guint len = marks->len;

  if ((guint) code >= len)
    {
      g_byte_array_set_size (marks, (guint) code + 1);
      memset (marks->data + len, 0, (guint) code + 1 - len);
    }
  marks->data[code] = 1;
}

static gsize
space_at (const char *text,
          gsize length)
{
  if (length > 0 && g_ascii_isspace (text[0]))
    return 1;
  /* A no-break space, which web pages and spreadsheets leave. */
  return length > 1 && (guchar) text[0] == 0xc2 && (guchar) text[1] == 0xa0 ? 2 : 0;
}

void
cells_trim (const char **text,
            gsize *length)
{
  gsize n;

  while ((n = space_at (*text, *length)) > 0)
    {
      *text += n;
      *length -= n;
    }
  while (*length > 0)
    {
      if (g_ascii_isspace ((*text)[*length - 1]))
        *length -= 1;
      else if (*length > 1 && space_at (*text + *length - 2, 2) == 2)
        *length -= 2;
      else
        break;
    }
}

gboolean
cells_check_size (gsize n_rows,
                  GError **error)
{
  if (n_rows <= G_MAXINT32)
    return TRUE;
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                       "The table has more rows than can be held at once: split it");
  return FALSE;
}
