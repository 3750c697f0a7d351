/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "series-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"
#include "core/marmot-table-private.h"
#include "numeric/kernel.h"

void
marmot_series_init (MarmotSeries *self,
                    MarmotScratch *scratch)
{
  *self = (MarmotSeries){ .scratch = scratch };
}

void
marmot_series_clear (MarmotSeries *self)
{
  g_clear_pointer (&self->example, marmot_period_unref);
}

void
marmot_series_fault (MarmotSeries *self,
                     gsize series,
                     guint8 status,
                     gsize row)
{
  if (self->status[series] != MN_OK)
    return;
  self->status[series] = status;
  self->wrong_row[series] = (double) row;
}

gsize
marmot_series_most (const MarmotSeries *self)
{
  gsize most = 0;

  for (gsize g = 0; g < self->n_series; g++)
    most = MAX (most, self->starts[g + 1] - self->starts[g]);
  return most;
}

/* GDate counts days from 1 January of the year 1, which is day 1; the last day that is
 * written is 31 December 9999. */
#define DAYS_TO_1970 719163
#define LAST_DAY 2932896

/* Calendar months since the start of the year 0; NaN for days beyond those of GDate. */
static double
month_of (gint32 days)
{
  GDate date;

  g_date_clear (&date, 1);
  if (days < 1 - DAYS_TO_1970 || days > LAST_DAY)
    return (double) NAN;
  g_date_set_julian (&date, (guint32) (days + DAYS_TO_1970));
  return 12.0 * g_date_get_year (&date) + g_date_get_month (&date) - 1;
}

static gboolean
read_dates (MarmotSeries *self,
            const MarmotColumn *column,
            MarmotSeriesDates dates,
            double *time)
{
  const gint32 *days = (const gint32 *) column->values + column->offset;
  gint32 last_day = 0;
  double last = month_of (0);

  self->kind = MARMOT_SERIES_DATE;
  self->is_days = dates == MARMOT_SERIES_ORDER;
  self->steps_a_year = self->is_days ? 0 : 12;
  for (gsize i = 0; i < self->n_rows; i++)
    {
      if (!marmot_column_row_is_valid (column, i))
        {
          time[i] = (double) NAN;
          continue;
        }
      if (self->is_days)
        {
          time[i] = days[i];
          continue;
        }
      /* Tables are often sorted by date. */
      if (days[i] != last_day)
        {
          last_day = days[i];
          last = month_of (last_day);
        }
      time[i] = last;
    }
  return TRUE;
}

/* The step at which a period starts, how many steps there are in a year, and how long it
 * is in steps; FALSE for periods of days. */
static gboolean
step_of (const MarmotPeriod *period,
         double *step,
         guint *steps_a_year,
         double *length)
{
  double month = month_of (marmot_period_get_start_days (period));
  guint n_months = marmot_period_get_n_months (period);

  switch (marmot_period_get_kind (period))
    {
    case MARMOT_PERIOD_YEAR:
    case MARMOT_PERIOD_POOLED_YEARS:
      *steps_a_year = 1;
      *step = marmot_period_get_year (period);
      break;
    case MARMOT_PERIOD_QUARTER:
    case MARMOT_PERIOD_ROLLING_QUARTERS:
      *steps_a_year = 4;
      *step = floor (month / 3);
      break;
    case MARMOT_PERIOD_MONTH:
    case MARMOT_PERIOD_ROLLING_MONTHS:
      *steps_a_year = 12;
      *step = month;
      break;
    case MARMOT_PERIOD_YEAR_TO_DATE:
    case MARMOT_PERIOD_CUMULATIVE:
      /* Each of them ends a quarter after the one before. */
      *steps_a_year = 4;
      *step = floor (month_of (marmot_period_get_end_days (period)) / 3) - 1;
      break;
    default:
      return FALSE;
    }
  *length = n_months * (double) *steps_a_year / 12;
  return TRUE;
}

static void
set_period_error (GError **error,
                  const MarmotGroups *distinct,
                  gsize key,
                  const char *why)
{
  const gint32 *codes = marmot_groups_peek_codes (distinct);
  gsize row = 0;

  while (codes[row] != (gint32) key)
    row++;
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA, "Row %" G_GSIZE_FORMAT " of the column \"time\" %s", row,
               why);
}

/* Texts of periods: each is read once. */
static gboolean
read_periods (MarmotSeries *self,
              MarmotColumn *column,
              double *time,
              double *length,
              GError **error)
{
  g_autoptr (MarmotGroups) distinct = marmot_groups_new_from_column (column, error);
  g_autoptr (MarmotTable) keys = NULL;
  g_autofree double *steps = NULL;
  MarmotColumn *texts;
  const gint32 *codes;
  gsize n_keys;

  self->kind = MARMOT_SERIES_PERIOD;
  if (distinct == NULL)
    return FALSE;
  keys = marmot_groups_get_keys (distinct);
  texts = marmot_table_peek_column (keys, "key");
  codes = marmot_groups_peek_codes (distinct);
  n_keys = marmot_groups_get_n_groups (distinct);
  steps = g_new (double, MAX (n_keys, 1));

  for (gsize k = 0; k < n_keys; k++)
    {
      g_autoptr (MarmotPeriod) period = NULL;
      g_autofree char *text = NULL;
      guint steps_a_year;
      double of_length;

      steps[k] = (double) NAN;
      if (marmot_column_is_null (texts, k))
        continue;
      text = marmot_column_get_text (texts, k);
      period = marmot_period_parse (text, MARMOT_YEAR_FINANCIAL, NULL);
      if (period == NULL || !step_of (period, &steps[k], &steps_a_year, &of_length))
        {
          set_period_error (error, distinct, k,
                            "is no year, quarter or month: write it as in \"2023/24\", \"2024/25 Q2\" or \"Dec 2024\"");
          return FALSE;
        }
      if (self->example == NULL)
        {
          self->example = marmot_period_ref (period);
          self->example_step = steps[k];
          self->steps_a_year = steps_a_year;
          *length = of_length;
        }
      /* A year to date grows; periods of one kind are else of one length. */
      if (marmot_period_get_kind (period) != marmot_period_get_kind (self->example)
          || marmot_period_get_year_type (period) != marmot_period_get_year_type (self->example)
          || (marmot_period_get_kind (period) != MARMOT_PERIOD_YEAR_TO_DATE
              && marmot_period_get_kind (period) != MARMOT_PERIOD_CUMULATIVE && of_length != *length))
        {
          set_period_error (error, distinct, k,
                            "is of another kind or length than others: keep series of years, of quarters and of "
                            "months apart");
          return FALSE;
        }
      if (marmot_period_get_kind (period) == MARMOT_PERIOD_YEAR_TO_DATE
          || marmot_period_get_kind (period) == MARMOT_PERIOD_CUMULATIVE)
        *length = 2;
    }
  for (gsize i = 0; i < self->n_rows; i++)
    time[i] = steps[codes[i]];
  return TRUE;
}

typedef struct
{
  const double *time;
} SortKey;

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer data)
{
  const double *time = ((const SortKey *) data)->time;
  double x = time[*(const gsize *) a], y = time[*(const gsize *) b];

  return (x > y) - (x < y);
}

/* Puts the rows of each series in order, and finds times that are there twice. */
static void
order_rows (MarmotSeries *self,
            gsize *rows,
            double length)
{
  SortKey key = { self->time };

  for (gsize g = 0; g < self->n_series; g++)
    {
      gsize *mine = rows + self->starts[g];
      gsize n = self->starts[g + 1] - self->starts[g];
      gboolean in_order = TRUE;

      if (self->status[g] != MN_OK)
        continue;
      for (gsize i = 1; i < n && in_order; i++)
        in_order = self->time[mine[i - 1]] <= self->time[mine[i]];
      if (!in_order)
        g_qsort_with_data (mine, (int) n, sizeof *mine, compare_rows, &key);
      for (gsize i = 1; i < n; i++)
        {
          double apart = self->time[mine[i]] - self->time[mine[i - 1]];

          if (apart == 0)
            {
              marmot_series_fault (self, g, MARMOT_STATUS_DUPLICATE_DATE, mine[i]);
              break;
            }
          if (apart < length)
            self->overlapping[g] = TRUE;
        }
    }
}

static gboolean
read_overlapping (MarmotSeries *self,
                  MarmotTable *figures,
                  GError **error)
{
  const MarmotColumn *column = marmot_table_peek_column (figures, "overlapping");

  if (column == NULL)
    return TRUE;
  if (column->type != MARMOT_COLUMN_BOOLEAN)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "The column \"overlapping\" holds no booleans: say true or false of each row");
      return FALSE;
    }
  for (gsize i = 0; i < self->n_rows; i++)
    if (marmot_column_row_is_valid (column, i) && marmot_bit_get (column->values, column->offset + i))
      self->overlapping[self->codes[i]] = TRUE;
  return TRUE;
}

/* "time" as numbers; length is how many steps a period takes. */
static gboolean
read_time (MarmotSeries *self,
           MarmotTable *figures,
           MarmotSeriesDates dates,
           double *length,
           GError **error)
{
  MarmotColumn *column = marmot_table_peek_column (figures, "time");
  double *time;

  if (column && marmot_column_is_numeric (column))
    {
      guint8 *missing = marmot_scratch_bytes (self->scratch, self->n_rows);

      self->kind = MARMOT_SERIES_NUMBER;
      if (!marmot_gaps_read (figures, "time", TRUE, self->scratch, &self->time, missing, error))
        return FALSE;
      for (gsize i = 0; i < self->n_rows; i++)
        if (missing[i] != MN_OK || !isfinite (self->time[i]))
          marmot_series_fault (self, (gsize) self->codes[i], missing[i] != MN_OK ? MN_MISSING : MN_NOT_FINITE, i);
      return TRUE;
    }

  self->time = time = marmot_scratch_doubles (self->scratch, self->n_rows);
  if (column == NULL)
    {
      self->kind = MARMOT_SERIES_ROWS;
      for (gsize g = 0; g < self->n_series; g++)
        for (gsize i = self->starts[g]; i < self->starts[g + 1]; i++)
          time[self->rows[i]] = (double) (i - self->starts[g]);
      return TRUE;
    }
  if (column->type == MARMOT_COLUMN_DATE)
    read_dates (self, column, dates, time);
  else if (column->type == MARMOT_COLUMN_TEXT || column->type == MARMOT_COLUMN_DICTIONARY)
    {
      if (!read_periods (self, column, time, length, error))
        return FALSE;
    }
  else
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "The column \"time\" holds neither numbers, dates nor texts of periods");
      return FALSE;
    }
  for (gsize i = 0; i < self->n_rows; i++)
    if (isnan (time[i]))
      marmot_series_fault (self, (gsize) self->codes[i],
                           marmot_column_row_is_valid (column, i) ? MN_OUT_OF_RANGE : MN_MISSING, i);
  return TRUE;
}

gboolean
marmot_series_read (MarmotSeries *self,
                    MarmotTable *figures,
                    MarmotGroups *groups,
                    MarmotSeriesDates dates,
                    GError **error)
{
  gint32 *owned = NULL;
  gsize *starts, *rows;
  double length = 0;

  self->n_rows = marmot_table_get_n_rows (figures);
  if (self->n_rows > G_MAXINT)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                           "There are more rows than can be put in order at once: pass fewer series at a time");
      return FALSE;
    }
  if (!marmot_figures_get_groups (figures, groups, &self->codes, &self->n_series, &owned, error))
    return FALSE;
  if (owned)
    g_ptr_array_add (self->scratch->blocks, owned);
  marmot_group_rows (self->codes, self->n_rows, self->n_series, &starts, &rows);
  g_ptr_array_add (self->scratch->blocks, starts);
  g_ptr_array_add (self->scratch->blocks, rows);
  self->starts = starts;
  self->rows = rows;
  self->status = marmot_scratch_bytes (self->scratch, self->n_series);
  self->overlapping = marmot_scratch_bytes (self->scratch, self->n_series);
  self->wrong_row = marmot_scratch_doubles (self->scratch, self->n_series);
  for (gsize g = 0; g < self->n_series; g++)
    {
      self->wrong_row[g] = (double) NAN;
      self->status[g] = starts[g] == starts[g + 1] ? MN_EMPTY_GROUP : MN_OK;
    }

  if (!read_time (self, figures, dates, &length, error) || !read_overlapping (self, figures, error))
    return FALSE;
  order_rows (self, rows, length);
  return TRUE;
}

gsize
marmot_series_gather (MarmotSeries *self,
                      gsize series,
                      const double *values,
                      const guint8 *row_status,
                      double *t,
                      double *v,
                      gsize *index)
{
  const gsize *rows;
  gsize n = marmot_series_get_rows (self, series, &rows);
  gsize n_points = 0;

  for (gsize i = 0; i < n; i++)
    {
      gsize row = rows[i];

      if (row_status[row] == MN_MISSING)
        continue;
      if (!isfinite (values[row]))
        marmot_series_fault (self, series, MN_NOT_FINITE, row);
      if (t)
        t[n_points] = self->time[row];
      if (index)
        index[n_points] = row;
      v[n_points++] = values[row];
    }
  return n_points;
}

/* The period at a step, as it is written. */
static char *
period_text (const MarmotSeries *self,
             double step)
{
  int steps = (int) (step - self->example_step);
  int per_year = (int) self->steps_a_year;
  int years = steps >= 0 ? steps / per_year : -((-steps + per_year - 1) / per_year);
  g_autoptr (MarmotPeriod) period = marmot_period_shift_years (self->example, years);

  for (int left = steps - years * per_year; left > 0 && period; left--)
    {
      MarmotPeriod *next = marmot_period_next (period);

      marmot_period_unref (period);
      period = next;
    }
  return period ? marmot_period_to_string (period) : NULL;
}

static MarmotColumn *
period_times (const MarmotSeries *self,
              const double *times,
              gsize n_times)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_full (1, g_free);
  g_autofree gint32 *codes = g_new (gint32, MAX (n_times, 1));

  for (gsize i = 0; i < n_times; i++)
    {
      gpointer step = GINT_TO_POINTER (isnan (times[i]) ? 0 : (int) times[i]);
      gpointer at;

      codes[i] = -1;
      if (isnan (times[i]))
        continue;
      if (!g_hash_table_lookup_extended (known, step, NULL, &at))
        {
          char *text = period_text (self, times[i]);

          at = GINT_TO_POINTER (text ? (int) texts->len : -1);
          g_hash_table_insert (known, step, at);
          if (text)
            g_ptr_array_add (texts, text);
        }
      codes[i] = GPOINTER_TO_INT (at);
    }
  return marmot_gaps_words ((const char *const *) texts->pdata, texts->len, codes, n_times);
}

static gint32
day_of (double time,
        gboolean is_days)
{
  GDate date;

  if (is_days)
    return (gint32) time;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, (GDateMonth) (fmod (time, 12) + 1), (GDateYear) (time / 12));
  return (gint32) g_date_get_julian (&date) - DAYS_TO_1970;
}

MarmotColumn *
marmot_series_times (const MarmotSeries *self,
                     const double *times,
                     gsize n_times)
{
  g_autofree gint32 *days = NULL;
  g_autofree gboolean *nulls = NULL;
  g_autoptr (MarmotColumn) bare = NULL;

  if (self->kind == MARMOT_SERIES_PERIOD && self->example)
    return period_times (self, times, n_times);

  nulls = g_new0 (gboolean, MAX (n_times, 1));
  if (self->kind == MARMOT_SERIES_DATE)
    {
      days = g_new0 (gint32, MAX (n_times, 1));
      for (gsize i = 0; i < n_times; i++)
        {
          /* The year 10,000 is past what is written. */
          nulls[i] = isnan (times[i]) || (!self->is_days && !(times[i] < 12 * 10000.0));
          days[i] = nulls[i] ? 0 : day_of (times[i], self->is_days);
        }
      bare = marmot_column_new_date (days, n_times);
    }
  else
    {
      for (gsize i = 0; i < n_times; i++)
        nulls[i] = isnan (times[i]);
      bare = marmot_column_new_double (times, n_times);
    }
  return marmot_column_with_nulls (bare, nulls, n_times, NULL);
}

static MarmotColumn *
whole_numbers (const double *numbers,
               gsize n)
{
  gint64 *whole = g_new (gint64, MAX (n, 1));
  guint8 *validity = g_malloc0 (n / 8 + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_take (whole, n * sizeof *whole);
  g_autoptr (GBytes) bits = g_bytes_new_take (validity, n / 8 + 1);

  for (gsize i = 0; i < n; i++)
    {
      gboolean is_there = !isnan (numbers[i]);

      whole[i] = is_there ? (gint64) numbers[i] : 0;
      validity[i >> 3] |= (guint8) (is_there << (i & 7));
    }
  return marmot_column_new_from_bytes (MARMOT_COLUMN_INTEGER, bytes, bits, n, NULL);
}

void
marmot_series_add_rows (MarmotResult *result,
                        const char *name,
                        const double *rows,
                        gsize n_rows)
{
  marmot_result_add (result, name, whole_numbers (rows, n_rows));
}

void
marmot_series_add_counts (MarmotResult *result,
                          const char *name,
                          const double *counts,
                          gsize n_rows)
{
  marmot_result_add (result, name, whole_numbers (counts, n_rows));
}

void
marmot_series_add_status (MarmotResult *result,
                          const MarmotSeries *self)
{
  marmot_result_add_statuses (result, "status", self->status, self->n_series);
  marmot_series_add_rows (result, "wrong_row", self->wrong_row, self->n_series);
}

double *
marmot_series_new_column (MarmotSeries *self,
                          gsize n)
{
  double *column = marmot_scratch_doubles (self->scratch, n);

  for (gsize i = 0; i < n; i++)
    column[i] = (double) NAN;
  return column;
}
