/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "series-private.h"

#include <math.h>
#include <string.h>

#include "numeric/chart-limits.h"
#include "numeric/kernel.h"
#include "numeric/run-chart.h"

/* Limits from fewer points are a trial; a run chart of fewer says little. */
#define LIMITS_ENOUGH 12
#define RUN_ENOUGH 10

/* Where the limits and the near lines are, in standard deviations. */
#define LIMITS 3
#define NEAR 2

G_STATIC_ASSERT ((int) MARMOT_CHART_KIND_P == MN_CHART_P);
G_STATIC_ASSERT ((int) MARMOT_CHART_KIND_U == MN_CHART_U);
G_STATIC_ASSERT ((int) MARMOT_CHART_KIND_C == MN_CHART_C);
G_STATIC_ASSERT ((int) MARMOT_CHART_KIND_G == MN_CHART_G);
G_STATIC_ASSERT ((int) MARMOT_CHART_KIND_T == MN_CHART_T);
G_STATIC_ASSERT ((int) MARMOT_CHART_KIND_P_PRIME == MN_CHART_P_PRIME);
G_STATIC_ASSERT ((int) MARMOT_CHART_KIND_U_PRIME == MN_CHART_U_PRIME);

typedef struct
{
  MarmotScratch scratch;
  MarmotSeries series;
  MarmotResult result;
  int kind;
  guint baseline;
  double multiplier;
  gboolean screen;
  double alpha;
} Chart;

static void
chart_clear (Chart *self)
{
  marmot_result_clear (&self->result);
  marmot_series_clear (&self->series);
  marmot_scratch_clear (&self->scratch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chart, chart_clear)

static gboolean
chart_begin (Chart *self,
             MarmotTable *figures,
             MarmotGroups *groups,
             MarmotChartOptions *options,
             GError **error)
{
  *self = (Chart){ .kind = MN_CHART_P, .multiplier = 1, .screen = TRUE, .alpha = 0.05 };
  if (options)
    {
      self->kind = (int) marmot_chart_options_get_kind (options);
      self->baseline = marmot_chart_options_get_baseline (options);
      self->multiplier = marmot_chart_options_get_multiplier (options);
      self->screen = marmot_chart_options_get_screen (options);
      self->alpha = marmot_chart_options_get_alpha (options);
    }
  marmot_scratch_init (&self->scratch);
  marmot_result_init (&self->result);
  marmot_series_init (&self->series, &self->scratch);
  if (!(self->multiplier > 0 && isfinite (self->multiplier)))
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                         "A multiplier is above zero, such as 100 for a percentage");
  else if (!(self->alpha > 0 && self->alpha < 1))
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                         "\"alpha\" is a probability above 0 and below 1, such as 0.05");
  else
    return marmot_series_read (&self->series, figures, groups, MARMOT_SERIES_ORDER, error);
  return FALSE;
}

static double *
new_column (Chart *self,
            gsize n)
{
  return marmot_series_new_column (&self->series, n);
}

static gsize
baseline_of (const Chart *self,
             gsize n)
{
  return self->baseline > 0 && self->baseline < n ? self->baseline : n;
}

static double
needed (gsize n,
        gsize enough)
{
  return n < enough ? (double) (enough - n) : 0;
}

/* --- control charts ---------------------------------------------------------------------- */

enum
{
  VALUE,
  CENTRE,
  LOWER,
  UPPER,
  LOWER_NEAR,
  UPPER_NEAR,
  N_LINES
};

typedef struct
{
  const double *count;
  const double *denominator;
  const guint8 *row_status;
  double *lines[N_LINES];
  guint8 *outside;
  guint8 *has_limits;
  double *n_needed;
  guint8 *status;
} Points;

typedef struct
{
  double *x;
  double *n;
  double *scratch;
  double *lines[N_LINES];
  gsize *index;
} Work;

/* The points of a series that can be drawn; each row gets its status. */
static gsize
choose_points (Chart *self,
               gsize g,
               Points *points,
               Work *work)
{
  const gsize *rows;
  gsize n_rows = marmot_series_get_rows (&self->series, g, &rows);
  gsize k = 0;

  for (gsize i = 0; i < n_rows; i++)
    {
      gsize row = rows[i];
      double x = points->count[row];
      double n = points->denominator ? points->denominator[row] : 1;

      points->status[row] = self->series.status[g];
      if (points->status[row] != MN_OK)
        continue;
      points->status[row] = points->row_status[row] == MN_MISSING ? MN_MISSING
                                                                  : (guint8) mn_chart_check (self->kind, x, n);
      if (points->status[row] != MN_OK)
        continue;
      work->x[k] = x;
      work->n[k] = n;
      work->index[k++] = row;
    }
  return k;
}

static void
draw_chart (Chart *self,
            gsize g,
            Points *points,
            Work *work)
{
  gsize k = choose_points (self, g, points, work);
  const gsize *rows;
  gsize n_rows = marmot_series_get_rows (&self->series, g, &rows);
  int status;

  for (gsize i = 0; i < n_rows; i++)
    points->n_needed[rows[i]] = needed (k, LIMITS_ENOUGH);
  if (k == 0)
    return;
  status = mn_chart_limits (self->kind, work->x, work->n, k, baseline_of (self, k), LIMITS, NEAR, self->screen,
                            work->scratch, work->lines[VALUE], work->lines[CENTRE], work->lines[LOWER],
                            work->lines[UPPER], work->lines[LOWER_NEAR], work->lines[UPPER_NEAR]);
  if (status == MN_OK && isnan (work->lines[UPPER][0]))
    status = MN_TOO_FEW_VALUES;
  for (gsize i = 0; i < k; i++)
    {
      gsize row = work->index[i];
      double value = work->lines[VALUE][i];

      points->status[row] = (guint8) status;
      points->lines[VALUE][row] = value * self->multiplier;
      if (status != MN_OK)
        continue;
      for (int line = CENTRE; line < N_LINES; line++)
        points->lines[line][row] = work->lines[line][i] * self->multiplier;
      points->has_limits[row] = TRUE;
      points->outside[row] = value < work->lines[LOWER][i] || value > work->lines[UPPER][i];
    }
}

MarmotTable *
marmot_control_charts (MarmotTable *figures,
                       MarmotGroups *groups,
                       MarmotChartOptions *options,
                       GError **error)
{
  static const char *const names[N_LINES] = { "value", "centre", "lower", "upper", "lower_near", "upper_near" };
  g_auto (Chart) self = { 0 };
  Points points = { 0 };
  Work work;
  guint8 *row_status;
  gsize n, most;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CHART_OPTIONS (options), NULL);

  if (!chart_begin (&self, figures, groups, options, error))
    return NULL;
  n = self.series.n_rows;
  most = marmot_series_most (&self.series);
  points.row_status = row_status = marmot_scratch_bytes (&self.scratch, n);
  if (!marmot_gaps_read (figures, "count", TRUE, &self.scratch, &points.count, row_status, error)
      || (mn_chart_has_denominator (self.kind)
          && !marmot_gaps_read (figures, "denominator", TRUE, &self.scratch, &points.denominator, row_status, error)))
    return NULL;

  points.outside = marmot_scratch_bytes (&self.scratch, n);
  points.has_limits = marmot_scratch_bytes (&self.scratch, n);
  points.status = marmot_scratch_bytes (&self.scratch, n);
  points.n_needed = new_column (&self, n);
  work.x = new_column (&self, most);
  work.n = new_column (&self, most);
  work.scratch = new_column (&self, 2 * most);
  work.index = g_new (gsize, MAX (most, 1));
  g_ptr_array_add (self.scratch.blocks, work.index);
  for (int line = 0; line < N_LINES; line++)
    {
      points.lines[line] = new_column (&self, n);
      work.lines[line] = new_column (&self, most);
    }
  for (gsize g = 0; g < self.series.n_series; g++)
    draw_chart (&self, g, &points, &work);

  for (int line = 0; line < N_LINES; line++)
    marmot_result_add_doubles (&self.result, names[line], points.lines[line], n);
  marmot_result_add (&self.result, "outside", marmot_gaps_truth (points.outside, points.has_limits, n));
  marmot_series_add_counts (&self.result, "n_needed", points.n_needed, n);
  marmot_result_add_statuses (&self.result, "status", points.status, n);
  return marmot_result_end (&self.result);
}

/* --- run charts and steps ---------------------------------------------------------------- */

/* The points of each series, and what both have of them. */
typedef struct
{
  const double *values;
  guint8 *row_status;
  double *v;
  double *work;
  gsize *index;
  double *n_points;
  double *n_missing;
  double *n_needed;
} Values;

static gboolean
values_begin (Chart *self,
              MarmotTable *figures,
              Values *values,
              GError **error)
{
  gsize most = marmot_series_most (&self->series);

  values->row_status = marmot_scratch_bytes (&self->scratch, self->series.n_rows);
  if (!marmot_gaps_read (figures, "value", TRUE, &self->scratch, &values->values, values->row_status, error))
    return FALSE;
  values->v = new_column (self, most);
  values->work = new_column (self, most);
  values->index = g_new (gsize, MAX (most, 1));
  g_ptr_array_add (self->scratch.blocks, values->index);
  values->n_points = new_column (self, self->series.n_series);
  values->n_missing = new_column (self, self->series.n_series);
  values->n_needed = new_column (self, self->series.n_series);
  return TRUE;
}

static gsize
values_of (Chart *self,
           Values *values,
           gsize g,
           gsize enough,
           gsize fewest)
{
  MarmotSeries *series = &self->series;
  gsize n = marmot_series_gather (series, g, values->values, values->row_status, NULL, values->v, values->index);

  values->n_points[g] = (double) n;
  values->n_missing[g] = (double) (series->starts[g + 1] - series->starts[g] - n);
  values->n_needed[g] = needed (n, enough);
  if (series->status[g] == MN_OK && n < fewest)
    series->status[g] = MN_TOO_FEW_VALUES;
  return n;
}

static void
add_counts (Chart *self,
            const Values *values)
{
  gsize n = self->series.n_series;

  marmot_series_add_counts (&self->result, "n_points", values->n_points, n);
  marmot_series_add_counts (&self->result, "n_missing", values->n_missing, n);
  marmot_series_add_counts (&self->result, "n_needed", values->n_needed, n);
}

MarmotTable *
marmot_run_charts (MarmotTable *figures,
                   MarmotGroups *groups,
                   MarmotChartOptions *options,
                   GError **error)
{
  static const char *const names[] = { "n_useful", "longest_run", "longest_run_max", "crossings", "crossings_min" };
  g_auto (Chart) self = { 0 };
  Values values;
  double *counts[G_N_ELEMENTS (names)], *centre;
  guint8 *signal, *judged;
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CHART_OPTIONS (options), NULL);

  if (!chart_begin (&self, figures, groups, options, error) || !values_begin (&self, figures, &values, error))
    return NULL;
  n = self.series.n_series;
  centre = new_column (&self, n);
  signal = marmot_scratch_bytes (&self.scratch, n);
  judged = marmot_scratch_bytes (&self.scratch, n);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    counts[i] = new_column (&self, n);

  for (gsize g = 0; g < n; g++)
    {
      mn_run_chart chart;
      gsize k = values_of (&self, &values, g, RUN_ENOUGH, 1);

      if (self.series.status[g] != MN_OK)
        continue;
      mn_run_chart_of (values.v, k, baseline_of (&self, k), values.work, &chart);
      centre[g] = chart.centre;
      counts[0][g] = (double) chart.n_useful;
      if (chart.n_useful == 0)
        {
          self.series.status[g] = MN_NOT_DEFINED;
          continue;
        }
      counts[1][g] = (double) chart.longest_run;
      counts[2][g] = (double) chart.longest_run_max;
      counts[3][g] = (double) chart.crossings;
      counts[4][g] = (double) chart.crossings_min;
      signal[g] = (guint8) chart.signal;
      judged[g] = TRUE;
    }

  add_counts (&self, &values);
  marmot_series_add_counts (&self.result, names[0], counts[0], n);
  marmot_result_add_doubles (&self.result, "centre", centre, n);
  for (gsize i = 1; i < G_N_ELEMENTS (names); i++)
    marmot_series_add_counts (&self.result, names[i], counts[i], n);
  marmot_result_add (&self.result, "signal", marmot_gaps_truth (signal, judged, n));
  marmot_series_add_status (&self.result, &self.series);
  return marmot_result_end (&self.result);
}

MarmotTable *
marmot_suggested_steps (MarmotTable *figures,
                        MarmotGroups *groups,
                        MarmotChartOptions *options,
                        GError **error)
{
  g_auto (Chart) self = { 0 };
  Values values;
  mn_order_entry *entries, *scratch;
  double *statistic, *p, *row, *time, *n_before, *n_after, *before, *after;
  guint8 *suggested, *judged;
  gsize n, most;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_CHART_OPTIONS (options), NULL);

  if (!chart_begin (&self, figures, groups, options, error) || !values_begin (&self, figures, &values, error))
    return NULL;
  n = self.series.n_series;
  most = MAX (marmot_series_most (&self.series), 1);
  entries = g_new (mn_order_entry, most);
  g_ptr_array_add (self.scratch.blocks, entries);
  scratch = g_new (mn_order_entry, most);
  g_ptr_array_add (self.scratch.blocks, scratch);
  suggested = marmot_scratch_bytes (&self.scratch, n);
  judged = marmot_scratch_bytes (&self.scratch, n);
  {
    double **columns[] = { &statistic, &p, &row, &time, &n_before, &n_after, &before, &after };

    for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
      *columns[i] = new_column (&self, n);
  }

  for (gsize g = 0; g < n; g++)
    {
      mn_level_step step;
      gsize k = values_of (&self, &values, g, LIMITS_ENOUGH, 2);

      if (self.series.status[g] != MN_OK)
        continue;
      mn_level_step_of (values.v, k, entries, scratch, values.work, &step);
      statistic[g] = step.statistic;
      p[g] = step.p;
      row[g] = (double) values.index[step.first];
      time[g] = self.series.time[values.index[step.first]];
      n_before[g] = (double) step.first;
      n_after[g] = (double) (k - step.first);
      before[g] = step.before;
      after[g] = step.after;
      suggested[g] = step.p < self.alpha;
      judged[g] = TRUE;
    }

  add_counts (&self, &values);
  marmot_result_add_doubles (&self.result, "statistic", statistic, n);
  marmot_result_add_doubles (&self.result, "p_value", p, n);
  marmot_result_add (&self.result, "suggested", marmot_gaps_truth (suggested, judged, n));
  marmot_series_add_rows (&self.result, "step_row", row, n);
  marmot_result_add (&self.result, "step_time", marmot_series_times (&self.series, time, n));
  marmot_series_add_counts (&self.result, "n_before", n_before, n);
  marmot_series_add_counts (&self.result, "n_after", n_after, n);
  marmot_result_add_doubles (&self.result, "median_before", before, n);
  marmot_result_add_doubles (&self.result, "median_after", after, n);
  marmot_series_add_status (&self.result, &self.series);
  return marmot_result_end (&self.result);
}
