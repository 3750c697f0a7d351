/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "series-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-table-private.h"
#include "numeric/kernel.h"
#include "numeric/rolling.h"

#define MOST_PERIODS 1200

G_STATIC_ASSERT ((int) MARMOT_ACCRUAL_SUM == MN_ACCRUE_SUM);
G_STATIC_ASSERT ((int) MARMOT_ACCRUAL_LAST == MN_ACCRUE_LAST);
G_STATIC_ASSERT ((int) MARMOT_ACCRUAL_MEAN == MN_ACCRUE_MEAN);

typedef struct
{
  MarmotRollingSpan span;
  guint n_periods;
  guint year_start;
  MarmotAccrual accrual[2]; /* of numerator and denominator */
  double multiplier;
} Plan;

static gboolean
plan_init (Plan *self,
           MarmotRollingOptions *options,
           const MarmotSeries *series,
           GError **error)
{
  const char *why = NULL;

  *self = (Plan){ .span = MARMOT_ROLLING_SPAN_ROLLING, .year_start = 4, .multiplier = 1 };
  if (options)
    {
      self->span = marmot_rolling_options_get_span (options);
      self->n_periods = marmot_rolling_options_get_n_periods (options);
      self->year_start = marmot_rolling_options_get_year_start (options);
      self->accrual[0] = marmot_rolling_options_get_numerator (options);
      self->accrual[1] = marmot_rolling_options_get_denominator (options);
      self->multiplier = marmot_rolling_options_get_multiplier (options);
    }
  if (self->n_periods == 0 && self->span == MARMOT_ROLLING_SPAN_ROLLING)
    self->n_periods = series->steps_a_year;

  if (!(self->multiplier > 0 && isfinite (self->multiplier)))
    why = "A multiplier is above zero, such as 100 for a percentage";
  else if (self->year_start < 1 || self->year_start > 12)
    why = "Years start in a month from 1 to 12: 4 is April";
  else if (self->span == MARMOT_ROLLING_SPAN_YEAR_TO_DATE && series->steps_a_year == 0)
    why = "Numbers do not say where a year starts: give \"time\" as dates or as texts of months or quarters";
  else if (self->span == MARMOT_ROLLING_SPAN_ROLLING && self->n_periods == 0)
    why = "Numbers do not say how many periods a year has: set \"n-periods\"";
  else if (self->n_periods > MOST_PERIODS)
    why = "At most 1,200 periods are rolled: take longer ones";
  else if (series->steps_a_year == 4 && self->span == MARMOT_ROLLING_SPAN_YEAR_TO_DATE && self->year_start % 3 != 1)
    why = "Years of quarters start in January, April, July or October";
  if (why)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, why);
  return why == NULL;
}

typedef struct
{
  const double *figures[2]; /* numerator; denominator or NULL */
  const guint8 *row_status[2];
  double *sums[2];
  double *value;
  double *n_present;
  double *n_expected;
  guint8 *overlapping;
  guint8 *status;
} Rows;

/* The figures of one series, by time. */
typedef struct
{
  double *t;
  double *v;
  double *out;
  guint32 *wanted;
  guint32 *present[2];
} Work;

static guint8
row_fault (const Rows *rows,
           gsize row)
{
  if (rows->row_status[0][row] != MN_MISSING && !isfinite (rows->figures[0][row]))
    return MN_NOT_FINITE;
  if (rows->row_status[0][row] != MN_MISSING && rows->figures[0][row] < 0)
    return MN_NEGATIVE_COUNT;
  if (rows->figures[1] && rows->row_status[1][row] != MN_MISSING)
    {
      if (!isfinite (rows->figures[1][row]))
        return MN_NOT_FINITE;
      if (rows->figures[1][row] < 0)
        return MN_DENOMINATOR_NOT_POSITIVE;
    }
  return MN_OK;
}

static void
roll_series (const Plan *plan,
             const MarmotSeries *series,
             gsize g,
             Rows *rows,
             Work *work)
{
  const gsize *index;
  gsize n = marmot_series_get_rows (series, g, &index);
  guint8 status = series->status[g];

  for (gsize i = 0; i < n; i++)
    {
      work->t[i] = series->time[index[i]];
      if (status == MN_OK && !(work->t[i] == floor (work->t[i]) && fabs (work->t[i]) < 1e15))
        status = MARMOT_STATUS_UNEVEN;
    }
  /* What is cumulative already would be added up twice. */
  if (status == MN_OK && series->overlapping[g]
      && (plan->accrual[0] == MARMOT_ACCRUAL_SUM || plan->accrual[1] == MARMOT_ACCRUAL_SUM))
    status = MARMOT_STATUS_NOT_INDEPENDENT;
  if (status != MN_OK)
    {
      for (gsize i = 0; i < n; i++)
        rows->status[index[i]] = status;
      return;
    }

  if (plan->span == MARMOT_ROLLING_SPAN_YEAR_TO_DATE)
    mn_steps_to_date (work->t, n, series->steps_a_year, (plan->year_start - 1) * series->steps_a_year / 12,
                      work->wanted);
  else
    for (gsize i = 0; i < n; i++)
      work->wanted[i] = plan->n_periods;

  for (int part = 0; part < 2 && rows->figures[part]; part++)
    {
      for (gsize i = 0; i < n; i++)
        {
          gsize row = index[i];

          work->v[i] = rows->row_status[part][row] == MN_MISSING || row_fault (rows, row) != MN_OK
                         ? (double) NAN
                         : rows->figures[part][row];
        }
      mn_rolling (work->t, work->v, work->wanted, n, (int) plan->accrual[part], work->present[part], work->out);
      for (gsize i = 0; i < n; i++)
        rows->sums[part][index[i]] = work->out[i];
    }

  for (gsize i = 0; i < n; i++)
    {
      gsize row = index[i];
      guint32 present = work->present[0][i];

      if (rows->figures[1])
        present = MIN (present, work->present[1][i]);
      rows->n_present[row] = present;
      rows->n_expected[row] = work->wanted[i];
      rows->overlapping[row] = plan->span == MARMOT_ROLLING_SPAN_YEAR_TO_DATE || work->wanted[i] > 1;
      rows->status[row] = row_fault (rows, row);
      if (rows->status[row] == MN_OK
          && (isnan (rows->sums[0][row]) || (rows->figures[1] && isnan (rows->sums[1][row]))))
        rows->status[row] = MARMOT_STATUS_INCOMPLETE;
      if (rows->status[row] == MN_OK && rows->figures[1] && !(rows->sums[1][row] > 0))
        rows->status[row] = MN_DENOMINATOR_NOT_POSITIVE;
      if (rows->status[row] == MN_OK)
        rows->value[row] = (rows->figures[1] ? rows->sums[0][row] / rows->sums[1][row] : rows->sums[0][row])
                           * plan->multiplier;
      else
        rows->sums[0][row] = rows->sums[1][row] = (double) NAN;
    }
}

static gpointer
keep (MarmotScratch *scratch,
      gpointer block)
{
  g_ptr_array_add (scratch->blocks, block);
  return block;
}

MarmotTable *
marmot_rolling_figures (MarmotTable *figures,
                        MarmotGroups *groups,
                        MarmotRollingOptions *options,
                        GError **error)
{
  g_auto (MarmotScratch) scratch = { 0 };
  g_auto (MarmotSeries) series = { 0 };
  g_auto (MarmotResult) result = { 0 };
  Plan plan;
  Rows rows = { 0 };
  Work work;
  guint8 *row_status[2];
  gsize n, most;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_ROLLING_OPTIONS (options), NULL);

  marmot_scratch_init (&scratch);
  marmot_series_init (&series, &scratch);
  if (!marmot_table_has_column (figures, "time"))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The figures have no column \"time\": without it nobody knows whether a period is missing");
      return NULL;
    }
  if (!marmot_series_read (&series, figures, groups, MARMOT_SERIES_STEPS, error)
      || !plan_init (&plan, options, &series, error))
    return NULL;

  n = series.n_rows;
  for (int part = 0; part < 2; part++)
    {
      row_status[part] = marmot_scratch_bytes (&scratch, n);
      if (!marmot_gaps_read (figures, part == 0 ? "numerator" : "denominator", part == 0, &scratch,
                             &rows.figures[part], row_status[part], error))
        return NULL;
      rows.row_status[part] = row_status[part];
      rows.sums[part] = marmot_series_new_column (&series, n);
    }
  rows.value = marmot_series_new_column (&series, n);
  rows.n_present = marmot_series_new_column (&series, n);
  rows.n_expected = marmot_series_new_column (&series, n);
  rows.overlapping = marmot_scratch_bytes (&scratch, n);
  rows.status = marmot_scratch_bytes (&scratch, n);

  most = marmot_series_most (&series);
  work.t = marmot_scratch_doubles (&scratch, most);
  work.v = marmot_scratch_doubles (&scratch, most);
  work.out = marmot_scratch_doubles (&scratch, most);
  work.wanted = keep (&scratch, g_new0 (guint32, MAX (most, 1)));
  for (int part = 0; part < 2; part++)
    work.present[part] = keep (&scratch, g_new0 (guint32, MAX (most, 1)));
  for (gsize g = 0; g < series.n_series; g++)
    roll_series (&plan, &series, g, &rows, &work);

  marmot_result_init (&result);
  marmot_result_add (&result, "time", marmot_table_get_column_by_name (figures, "time"));
  marmot_result_add_doubles (&result, "numerator", rows.sums[0], n);
  if (rows.figures[1])
    marmot_result_add_doubles (&result, "denominator", rows.sums[1], n);
  marmot_result_add_doubles (&result, "value", rows.value, n);
  marmot_series_add_counts (&result, "n_periods", rows.n_present, n);
  marmot_series_add_counts (&result, "n_expected", rows.n_expected, n);
  {
    guint8 *all = marmot_scratch_bytes (&scratch, n);

    memset (all, TRUE, n);
    marmot_result_add (&result, "overlapping", marmot_gaps_truth (rows.overlapping, all, n));
  }
  marmot_result_add_statuses (&result, "status", rows.status, n);
  return marmot_result_end (&result);
}
