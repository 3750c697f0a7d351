/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The cells of a table into numbers. Each distinct cell of a column is looked at once; the
 * rows are copies of what was found.
 */
#include "care-build-private.h"

#include <math.h>
#include <string.h>

#include "cells-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-csv-date-private.h"

#define NO_CODE -1

/* A code of a column in the year of its file. */
typedef struct
{
  enum
  {
    CODE_FITS,
    CODE_OTHER_YEAR,
    CODE_STRANGE
  } state;
  gboolean is_certain;
  int first_year;
  int last_year;
} CodeState;

/* A column that is being made into numbers. */
typedef struct
{
  CareBuild *build;
  CareColumn column;
  CareContent content;
  MarmotCodeSet *set;       /* NULL if codes are not checked */
  int year;
  GString *text;            /* the cell that is looked at */
  GArray *states;           /* CodeState by code, where there is a set */
  gboolean has_faults;      /* one of the distinct cells has to be told of */
} Coder;

gint32
care_year_start (guint year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_APRIL, (GDateYear) year);
  return (gint32) g_date_get_julian (&date) - 719163;
}

gint32
care_year_end (guint year)
{
  return care_year_start (year + 1);
}

/* The cell in capitals and without the blanks around it; postcodes without those in them
 * too. */
static void
set_text (Coder *self,
          const char *text,
          gsize length)
{
  GString *to = self->text;

  cells_trim (&text, &length);
  g_string_truncate (to, 0);
  g_string_append_len (to, text, (gssize) length);
  g_string_ascii_up (to);
  if (self->content != CARE_HOLDS_NUMBERS)
    return;

  {
    gsize n = 0;

    for (gsize i = 0; i < to->len; i++)
      if (to->str[i] != ' ')
        to->str[n++] = to->str[i];
    g_string_truncate (to, n);
  }
}

/* dd/mm/yyyy, all ten characters of it. */
static gboolean
parse_date (const char *text,
            gsize length,
            gint32 *days)
{
  static const MarmotCsvDateFormat format = { { 'd', 'm', 'y' }, '/' };

  return length == 10 && marmot_csv_date_parse (&format, text, text + length, days);
}

/* As above, with ZZ for the day, or the day and the month, and the year ZZZZ. */
static gboolean
is_partial_date (const char *text,
                 gsize length)
{
  char known[] = "01/01/2000";
  gint32 days;

  if (length != 10)
    return FALSE;
  memcpy (known, text, length);
  if (memcmp (known, "ZZ/", 3) == 0)
    {
      memcpy (known, "01/", 3);
      if (memcmp (known + 3, "ZZ/", 3) == 0)
        {
          memcpy (known + 3, "01/", 3);
          if (memcmp (known + 6, "ZZZZ", 4) == 0)
            return TRUE;
        }
    }
  return parse_date (known, length, &days);
}

static void
judge_code (Coder *self,
            gint32 code)
{
  CodeState state = { CODE_FITS, TRUE, 0, 0 };

  if (!marmot_code_set_is_valid (self->set, self->text->str, self->year))
    {
      if (marmot_code_set_get_years (self->set, self->text->str, &state.first_year, &state.last_year))
        {
          state.state = CODE_OTHER_YEAR;
          state.is_certain = marmot_code_set_is_certain (self->set, self->text->str);
        }
      else
        {
          state.state = CODE_STRANGE;
        }
      self->has_faults = TRUE;
    }

  if ((guint) code >= self->states->len)
    g_array_set_size (self->states, (guint) code + 1);
  g_array_index (self->states, CodeState, code) = state;

  if (state.state == CODE_STRANGE)
    {
      GByteArray **strange = &self->build->strange[self->column];

      if (!*strange)
        *strange = g_byte_array_new ();
      cells_mark (*strange, code);
    }
}

static gint32
add_code (Coder *self)
{
  CareColumn numbering = care_column_numbering (self->column);
  MarmotTextIndex **index = &self->build->values[numbering];
  gint32 code;

  if (!*index)
    *index = marmot_text_index_new ();
  code = marmot_text_index_add (*index, self->text->str, self->text->len);
  self->build->n_values[numbering] = MAX (self->build->n_values[numbering], code + 1);
  return code;
}

/* The number of a distinct cell: a day, a code, or what stands for none. */
static gint32
read_cell (Coder *self,
           const char *text,
           gsize length)
{
  gint32 days, code;

  set_text (self, text, length);
  if (self->content == CARE_HOLDS_DATES)
    {
      if (self->text->len == 0)
        return EPISODE_NO_DATE;
      if (parse_date (self->text->str, self->text->len, &days))
        return days;
      return CARE_BAD_DATE;
    }

  if (self->text->len == 0)
    return NO_CODE;
  code = add_code (self);
  if (self->set && code >= 0)
    judge_code (self, code);
  return code;
}

/* Days as they are, where a column of dates was given as one. */
static void
copy_dates (const MarmotColumn *column,
            gint32 *to)
{
  const gint32 *days = (const gint32 *) column->values + column->offset;

  for (gsize row = 0; row < column->length; row++)
    to[row] = marmot_column_row_is_valid (column, row)
                ? days[row] > CARE_BAD_DATE ? days[row] : CARE_BAD_DATE
                : EPISODE_NO_DATE;
}

static gint32
read_for_cells (const char *text,
                gsize length,
                gpointer user_data)
{
  return read_cell (user_data, text, length);
}

/* How far back a date of the column can lie, in years before the collection year, and
 * whether it can lie after it. */
static gboolean
may_be_after (CareColumn column)
{
  /* The day on which somebody will be 18, and the day until which a court has ordered. */
  return column == CARE_DUC || column == CARE_DOLO_END;
}

static void
tell_dates (CareColumn column,
            const CareRows *rows,
            MarmotFindingLog *log)
{
  const gint32 *days = rows->columns[column];
  const gint32 end = may_be_after (column) ? G_MAXINT32 : care_year_end (rows->year);
  const guint years = column == CARE_DECOM ? 18 : 26;
  const gint32 start = care_year_start (rows->year - years);
  const char *name = care_column_name (column);

  for (gsize row = 0; row < rows->n_rows; row++)
    {
      if (G_LIKELY (days[row] < end && (days[row] >= start || days[row] == EPISODE_NO_DATE)))
        continue;

      if (days[row] == CARE_BAD_DATE)
        marmot_finding_log_add (log, "care/not-a-date", MARMOT_SEVERITY_ERROR, rows->lines[row], name,
                                "Write a day that the calendar has as dd/mm/yyyy, with all four digits of the year",
                                "The cell is not a date, and was read as missing");
      else if (days[row] >= end)
        marmot_finding_log_add (log, "care/after-the-year", MARMOT_SEVERITY_WARNING, rows->lines[row], name,
                                "Check the date, and the collection year that the file was read as",
                                "The date lies after the collection year");
      else
        marmot_finding_log_add (log, "care/long-before", MARMOT_SEVERITY_WARNING, rows->lines[row], name,
                                "Check the date, and the collection year that the file was read as",
                                "The date lies more than %u years before the collection year", years);
    }
}

static void
tell_codes (const Coder *self,
            const CareRows *rows,
            MarmotFindingLog *log)
{
  const gint32 *codes = rows->columns[self->column];
  const char *name = care_column_name (self->column);

  for (gsize row = 0; row < rows->n_rows; row++)
    {
      const CodeState *state;

      if (codes[row] < 0)
        continue;
      state = &g_array_index (self->states, CodeState, codes[row]);
      if (G_LIKELY (state->state == CODE_FITS))
        continue;

      if (state->state == CODE_STRANGE)
        marmot_finding_log_add (log, "code-set/unknown-code", MARMOT_SEVERITY_ERROR, rows->lines[row], name,
                                "Write a code of the return, or leave the cell empty if it may be",
                                "The cell is not a code of any year");
      else if (state->first_year && state->last_year)
        marmot_finding_log_add (log, "code-set/other-year",
                                state->is_certain ? MARMOT_SEVERITY_WARNING : MARMOT_SEVERITY_NOTE,
                                rows->lines[row], name, "Write a code of the collection year",
                                "The code belongs to the collection years %d/%02d to %d/%02d", state->first_year,
                                (state->first_year + 1) % 100, state->last_year, (state->last_year + 1) % 100);
      else
        marmot_finding_log_add (log, "code-set/other-year",
                                state->is_certain ? MARMOT_SEVERITY_WARNING : MARMOT_SEVERITY_NOTE,
                                rows->lines[row], name, "Write a code of the collection year",
                                state->first_year ? "The code is valid from the collection year %d/%02d on"
                                                  : "The code was valid up to the collection year %d/%02d",
                                MAX (state->first_year, state->last_year),
                                (MAX (state->first_year, state->last_year) + 1) % 100);
    }
}

static void
tell_miles (CareRows *rows,
            double *miles,
            MarmotFindingLog *log)
{
  for (gsize row = 0; row < rows->n_rows; row++)
    if (miles[row] < 0)
      {
        marmot_finding_log_add (log, "care/not-a-number", MARMOT_SEVERITY_ERROR, rows->lines[row],
                                care_column_name (CARE_PL_DISTANCE), "Write the distance in miles, such as 12.5",
                                "The cell is not a distance, and was read as missing");
        miles[row] = NAN;
      }
}

/* DATE_PERM: what is no date at all becomes missing. */
static void
tell_partial_dates (const CareRows *rows,
                    gint32 *codes,
                    const GByteArray *faults,
                    CareColumn column,
                    MarmotFindingLog *log)
{
  for (gsize row = 0; row < rows->n_rows; row++)
    if (cells_is_marked (faults, codes[row]))
      {
        marmot_finding_log_add (log, "care/not-a-date", MARMOT_SEVERITY_ERROR, rows->lines[row],
                                care_column_name (column),
                                "Write dd/mm/yyyy, with zz for a day or a month that nobody knows",
                                "The cell is not a date, and was read as missing");
        codes[row] = NO_CODE;
      }
}

/* Rows that name no child are reported, and closed up. */
static void
leave_out (CareData *data,
           MarmotFindingLog *log)
{
  CareRows *rows = &data->rows;
  const gint32 *children = rows->columns[CARE_CHILD];
  gsize n = 0;

  if (!children)
    return;
  for (gsize row = 0; row < rows->n_rows; row++)
    n += children[row] >= 0;
  if (n == rows->n_rows)
    return;

  for (gsize row = 0; row < rows->n_rows; row++)
    if (children[row] < 0)
      marmot_finding_log_add (log, "care/no-child", MARMOT_SEVERITY_ERROR, rows->lines[row],
                              care_column_name (CARE_CHILD), "Write the child's number, or take out the row",
                              "The row does not say which child it is of, and was left out");

  /* The children last, since they say which rows go. */
  for (guint i = CARE_N_COLUMNS; i-- > 0;)
    {
      gint32 *numbers = (gint32 *) rows->columns[i];

      n = 0;
      for (gsize row = 0; numbers && row < rows->n_rows; row++)
        if (children[row] >= 0 && i != CARE_CHILD)
          numbers[n++] = numbers[row];
    }
  if (rows->miles)
    {
      double *miles = (double *) rows->miles;

      n = 0;
      for (gsize row = 0; row < rows->n_rows; row++)
        if (children[row] >= 0)
          miles[n++] = miles[row];
    }
  n = 0;
  for (gsize row = 0; row < rows->n_rows; row++)
    if (children[row] >= 0)
      data->lines[n++] = data->lines[row];
  n = 0;
  for (gsize row = 0; row < rows->n_rows; row++)
    if (children[row] >= 0)
      ((gint32 *) rows->columns[CARE_CHILD])[n++] = children[row];
  rows->n_rows = n;
}

static void
coder_init (Coder *self,
            CareBuild *build,
            CareColumn column,
            guint year,
            gboolean *year_is_unknown)
{
  const char *set = care_column_code_set (column);

  self->build = build;
  self->column = column;
  self->content = care_column_content (column);
  self->set = set ? marmot_code_set_new_builtin (set, NULL) : NULL;
  self->year = (int) year;
  self->text = g_string_new (NULL);
  self->states = g_array_new (FALSE, TRUE, sizeof (CodeState));
  self->has_faults = FALSE;
  if (self->set && !marmot_code_set_knows_year (self->set, self->year))
    {
      *year_is_unknown = TRUE;
      g_clear_object (&self->set);
    }
}

static void
coder_clear (Coder *self)
{
  g_clear_object (&self->set);
  g_string_free (self->text, TRUE);
  g_array_unref (self->states);
}

/* Which codes of the column are no dates, even with parts unknown; by looking at the
 * dictionary of the file again, since the texts of the index are not to be had yet. */
static GByteArray *
find_bad_partial_dates (Coder *self,
                        const MarmotColumn *dictionary)
{
  GByteArray *faults = g_byte_array_new ();

  for (gsize i = 0; i < dictionary->length; i++)
    {
      gsize length;
      const char *text = marmot_column_peek_text (dictionary, i, &length);
      gint32 code;

      if (!text)
        continue;
      set_text (self, text, length);
      if (self->text->len == 0 || is_partial_date (self->text->str, self->text->len))
        continue;
      code = add_code (self);
      if (code >= 0)
        cells_mark (faults, code);
    }
  return faults;
}

/* A column of numbers, before rows are left out. FALSE if it has more values than can be
 * told apart. */
static gboolean
take_column (Coder *self,
             CareData *data,
             MarmotColumn *column,
             GByteArray **faults,
             GError **error)
{
  const CareColumn c = self->column;
  const gsize width = self->content == CARE_HOLDS_MILES ? sizeof (double) : sizeof (gint32);
  g_autoptr (MarmotColumn) dictionary = NULL;
  gpointer numbers;

  if (column->type != MARMOT_COLUMN_DATE || self->content != CARE_HOLDS_DATES)
    {
      dictionary = cells_to_dictionary (column, error);
      if (!dictionary)
        return FALSE;
    }

  data->memory[c] = marmot_memory_alloc (column->length * width, &numbers);
  if (self->content == CARE_HOLDS_MILES)
    {
      self->has_faults = !cells_number_miles (dictionary, numbers);
      data->rows.miles = numbers;
      return TRUE;
    }

  if (dictionary)
    cells_number (dictionary, self->content == CARE_HOLDS_DATES ? EPISODE_NO_DATE : NO_CODE, read_for_cells, self,
                  numbers);
  else
    copy_dates (column, numbers);
  data->rows.columns[c] = numbers;
  if (self->content == CARE_HOLDS_PARTIAL_DATES)
    *faults = find_bad_partial_dates (self, dictionary->dictionary);
  return TRUE;
}

/* No episode of a year's return that starts in the year: it is likely to be another's. */
static void
tell_other_year (const CareRows *rows,
                 MarmotFindingLog *log)
{
  const gint32 *starts = rows->columns[CARE_DECOM];
  gint32 latest = CARE_BAD_DATE;
  guint year = rows->year;

  for (gsize row = 0; starts && row < rows->n_rows; row++)
    latest = MAX (latest, starts[row]);
  if (latest == CARE_BAD_DATE || latest >= care_year_start (rows->year))
    return;
  while (year > 1 && latest < care_year_start (year))
    year--;
  marmot_finding_log_add (log, "care/older-than-the-year", MARMOT_SEVERITY_WARNING, 0, care_column_name (CARE_DECOM),
                          "Check the collection year that the file was read as",
                          "No episode starts in the collection year: the latest starts in %u/%02u", year,
                          (year + 1) % 100);
}

gboolean
care_build_take_data (CareBuild *build,
                      MarmotCareTable table,
                      MarmotColumn **columns,
                      gsize n_rows,
                      guint32 *lines,
                      guint year,
                      MarmotFindingLog *log,
                      GError **error)
{
  CareData *data = g_new0 (CareData, 1);
  Coder coders[CARE_N_COLUMNS];
  GByteArray *faults = NULL;
  gboolean year_is_unknown = FALSE;
  gboolean is_done = TRUE;
  guint n_done = 0;
  guint n_taken = 0;

  data->table = table;
  data->source = g_strdup (log->file);
  data->lines = lines;
  data->rows.year = year;
  data->rows.source = data->source;
  data->rows.n_rows = n_rows;
  data->rows.lines = lines;

  for (guint i = 0; i < CARE_N_COLUMNS && is_done; i++)
    {
      gboolean is_unknown = FALSE;

      coder_init (&coders[i], build, i, year, &is_unknown);
      n_taken++;
      if (!columns[i])
        continue;
      year_is_unknown = year_is_unknown || is_unknown;
      is_done = take_column (&coders[i], data, columns[i], &faults, error);
      g_clear_pointer (&columns[i], marmot_column_unref);
      care_build_tell (build, 0.7 + 0.2 * (++n_done / (double) CARE_N_COLUMNS));
    }

  if (is_done)
    {
      leave_out (data, log);
      for (guint i = 0; i < CARE_N_COLUMNS; i++)
        if (data->memory[i])
          {
            if (coders[i].content == CARE_HOLDS_DATES)
              tell_dates (i, &data->rows, log);
            else if (coders[i].content == CARE_HOLDS_PARTIAL_DATES)
              tell_partial_dates (&data->rows, (gint32 *) data->rows.columns[i], faults, i, log);
            else if (coders[i].has_faults && coders[i].content == CARE_HOLDS_MILES)
              tell_miles (&data->rows, (double *) data->rows.miles, log);
            else if (coders[i].has_faults)
              tell_codes (&coders[i], &data->rows, log);
          }
      if (table == MARMOT_CARE_TABLE_EPISODES)
        tell_other_year (&data->rows, log);
      if (year_is_unknown)
        marmot_finding_log_add (log, "code-set/year-not-known", MARMOT_SEVERITY_NOTE, 0, NULL,
                                "Check the collection year; if it is right, check the codes yourself",
                                "Which codes this collection year has is not known, so they were not checked");
    }

  for (guint i = 0; i < n_taken; i++)
    coder_clear (&coders[i]);
  g_clear_pointer (&faults, g_byte_array_unref);
  if (!is_done)
    {
      care_data_free (data);
      return FALSE;
    }

  build->n_rows_kept += data->rows.n_rows;
  g_ptr_array_add (build->data, data);
  return TRUE;
}

void
care_data_free (CareData *self)
{
  for (guint i = 0; i < CARE_N_COLUMNS; i++)
    g_clear_pointer (&self->memory[i], marmot_memory_unref);
  g_free (self->source);
  g_free (self->lines);
  g_free (self);
}
