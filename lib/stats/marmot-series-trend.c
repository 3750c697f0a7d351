/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "series-private.h"

#include <math.h>

#include "numeric/gap.h"
#include "numeric/kernel.h"
#include "numeric/mann-kendall.h"
#include "numeric/score-trend.h"

/* From here Kendall's S is near enough to normal. */
#define MANN_KENDALL_ENOUGH 10

G_STATIC_ASSERT ((int) MARMOT_STATUS_ONE_PLACE == MN_ONE_PLACE);

/* What the trends share: the series, and whether each may be tested. */
typedef struct
{
  MarmotIntervalPlan plan;
  MarmotScratch scratch;
  MarmotSeries series;
  MarmotResult result;
  gboolean overlapping;
} Trend;

static void
trend_clear (Trend *self)
{
  marmot_result_clear (&self->result);
  marmot_series_clear (&self->series);
  marmot_scratch_clear (&self->scratch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trend, trend_clear)

static gboolean
trend_begin (Trend *self,
             MarmotTable *figures,
             MarmotGroups *groups,
             MarmotSeriesOptions *options,
             GError **error)
{
  marmot_scratch_init (&self->scratch);
  marmot_result_init (&self->result);
  marmot_series_init (&self->series, &self->scratch);
  self->overlapping = options && marmot_series_options_get_overlapping (options);
  return marmot_series_read (&self->series, figures, groups, MARMOT_SERIES_STEPS, error);
}

static gboolean
overlaps (const Trend *self,
          gsize g)
{
  return self->overlapping || self->series.overlapping[g];
}

/* Columns of a number a series, all null to begin with. */
static double *
new_column (Trend *self)
{
  return marmot_series_new_column (&self->series, self->series.n_series);
}

static void
add_column (Trend *self,
            const char *name,
            const double *column)
{
  marmot_result_add_doubles (&self->result, name, column, self->series.n_series);
}

/* --- Mann-Kendall and Sen ------------------------------------------------------------ */

typedef struct
{
  double *n_points, *n_missing, *n_needed;
  double *s, *variance, *z, *p, *tau_a, *tau_b;
  double *slope, *intercept;
  double *lower[MARMOT_MAX_LEVELS], *upper[MARMOT_MAX_LEVELS];
  guint8 *slope_status;
} Monotonic;

static void
add_sen (Trend *self,
         Monotonic *out,
         gsize g,
         const double *t,
         const double *v,
         gsize n,
         double *slopes,
         double *work)
{
  gsize n_slopes, middle;
  double median_t, median_v;
  const gsize *rows;

  if (n > MN_SEN_MOST)
    {
      out->slope_status[g] = MARMOT_STATUS_TOO_MANY_POINTS;
      return;
    }
  n_slopes = mn_sen_slopes (t, v, n, slopes);
  middle = (n_slopes + 1) / 2 - 1;
  out->slope[g] = mn_value_at (slopes, n_slopes, ((double) n_slopes + 1) / 2);
  if (!isfinite (out->slope[g]))
    {
      out->slope[g] = (double) NAN;
      out->slope_status[g] = MN_NOT_FINITE;
      return;
    }

  marmot_series_get_rows (&self->series, g, &rows);
  for (gsize i = 0; i < n; i++)
    work[i] = v[i];
  median_v = mn_value_at (work, n, ((double) n + 1) / 2);
  for (gsize i = 0; i < n; i++)
    work[i] = t[i] - self->series.time[rows[0]];
  median_t = mn_value_at (work, n, ((double) n + 1) / 2);
  out->intercept[g] = median_v - out->slope[g] * median_t;

  for (guint level = 0; level < self->plan.n_levels && !overlaps (self, g); level++)
    {
      double below, above;

      /* After the median was found none before it is larger, and none behind it smaller. */
      mn_sen_places (n_slopes, out->variance[g], self->plan.z[level], &below, &above);
      out->lower[level][g] = mn_value_at (slopes, middle + 1, below);
      out->upper[level][g] = mn_value_at (slopes + middle, n_slopes - middle, above - (double) middle);
    }
}

static void
add_monotonic (Trend *self,
               Monotonic *out,
               const double *values,
               const guint8 *row_status)
{
  gsize most = marmot_series_most (&self->series);
  gsize for_slopes = MIN (most, MN_SEN_MOST);
  double *t = marmot_scratch_doubles (&self->scratch, most);
  double *v = marmot_scratch_doubles (&self->scratch, most);
  double *work = marmot_scratch_doubles (&self->scratch, 2 * most);
  double *slopes = marmot_scratch_doubles (&self->scratch, for_slopes * for_slopes / 2);
  MarmotSeries *series = &self->series;

  for (gsize g = 0; g < series->n_series; g++)
    {
      mn_mann_kendall_test test;
      gsize n = marmot_series_gather (series, g, values, row_status, t, v, NULL);

      out->n_points[g] = (double) n;
      out->n_missing[g] = (double) (series->starts[g + 1] - series->starts[g] - n);
      out->n_needed[g] = n < MANN_KENDALL_ENOUGH ? (double) (MANN_KENDALL_ENOUGH - n) : 0;
      if (series->status[g] == MN_OK && n < 2)
        series->status[g] = MN_TOO_FEW_VALUES;
      out->slope_status[g] = series->status[g];
      if (series->status[g] != MN_OK)
        continue;

      mn_mann_kendall (v, n, work, &test);
      out->variance[g] = test.variance;
      add_sen (self, out, g, t, v, n, slopes, work);
      if (overlaps (self, g))
        {
          out->variance[g] = (double) NAN;
          series->status[g] = MARMOT_STATUS_NOT_INDEPENDENT;
          continue;
        }
      out->s[g] = test.s;
      out->z[g] = test.z;
      out->p[g] = test.p;
      out->tau_a[g] = test.tau_a;
      out->tau_b[g] = test.tau_b;
    }
}

MarmotTable *
marmot_monotonic_trends (MarmotTable *figures,
                         MarmotGroups *groups,
                         MarmotSeriesOptions *options,
                         GError **error)
{
  g_auto (Trend) self = { 0 };
  Monotonic out = { 0 };
  const double *values;
  guint8 *row_status;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_SERIES_OPTIONS (options), NULL);

  if (!marmot_gaps_plan (&self.plan, options ? marmot_series_options_get_interval (options) : NULL,
                         MARMOT_METHOD_SEN_SLOPE, error)
      || !trend_begin (&self, figures, groups, options, error))
    return NULL;
  row_status = marmot_scratch_bytes (&self.scratch, self.series.n_rows);
  if (!marmot_gaps_read (figures, "value", TRUE, &self.scratch, &values, row_status, error))
    return NULL;

  {
    double **columns[] = { &out.n_points, &out.n_missing, &out.n_needed, &out.s, &out.variance, &out.z,
                           &out.p, &out.tau_a, &out.tau_b, &out.slope, &out.intercept };

    for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
      *columns[i] = new_column (&self);
  }
  for (guint level = 0; level < self.plan.n_levels; level++)
    {
      out.lower[level] = new_column (&self);
      out.upper[level] = new_column (&self);
    }
  out.slope_status = marmot_scratch_bytes (&self.scratch, self.series.n_series);
  add_monotonic (&self, &out, values, row_status);

  marmot_series_add_counts (&self.result, "n_points", out.n_points, self.series.n_series);
  marmot_series_add_counts (&self.result, "n_missing", out.n_missing, self.series.n_series);
  marmot_series_add_counts (&self.result, "n_needed", out.n_needed, self.series.n_series);
  add_column (&self, "s", out.s);
  add_column (&self, "s_variance", out.variance);
  add_column (&self, "z", out.z);
  add_column (&self, "p_value", out.p);
  add_column (&self, "tau_a", out.tau_a);
  add_column (&self, "tau_b", out.tau_b);
  add_column (&self, "slope", out.slope);
  for (guint level = 0; level < self.plan.n_levels; level++)
    {
      g_autofree char *lower = marmot_gaps_limit_name (&self.plan, "slope", "lower", level);
      g_autofree char *upper = marmot_gaps_limit_name (&self.plan, "slope", "upper", level);

      add_column (&self, lower, out.lower[level]);
      add_column (&self, upper, out.upper[level]);
    }
  marmot_result_add_statuses (&self.result, "slope_status", out.slope_status, self.series.n_series);
  add_column (&self, "intercept", out.intercept);
  marmot_series_add_status (&self.result, &self.series);
  return marmot_result_end (&self.result);
}

/* --- proportions at given scores ------------------------------------------------------ */

typedef struct
{
  const char *name;
  gsize offset;
} ScoreColumn;

#define SCORE(name, field) { name, G_STRUCT_OFFSET (mn_score_trend_test, field) }

static void
add_score_trends (Trend *self,
                  const double *count,
                  const double *denominator,
                  const double *score,
                  const guint8 *row_status)
{
  const ScoreColumn columns[] = {
    SCORE ("slope", slope),
    self->plan.test == MARMOT_METHOD_MANTEL_TREND ? (ScoreColumn) SCORE ("chi_squared", mantel)
                                                  : (ScoreColumn) SCORE ("chi_squared", chi_squared),
    self->plan.test == MARMOT_METHOD_MANTEL_TREND ? (ScoreColumn) SCORE ("p_value", mantel_p)
                                                  : (ScoreColumn) SCORE ("p_value", p),
    SCORE ("total_chi_squared", total),
    SCORE ("total_df", total_df),
    SCORE ("total_p_value", total_p),
    SCORE ("departure_chi_squared", departure),
    SCORE ("departure_p_value", departure_p),
  };
  MarmotSeries *series = &self->series;
  gsize most = marmot_series_most (series);
  double *x = marmot_scratch_doubles (&self->scratch, most);
  double *n = marmot_scratch_doubles (&self->scratch, most);
  double *s = marmot_scratch_doubles (&self->scratch, most);
  gsize *index = g_new (gsize, MAX (most, 1));
  double *n_points = new_column (self), *n_missing = new_column (self);
  double *out[G_N_ELEMENTS (columns)];

  g_ptr_array_add (self->scratch.blocks, index);
  for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
    out[c] = new_column (self);

  for (gsize g = 0; g < series->n_series; g++)
    {
      mn_score_trend_test test;
      const gsize *rows;
      gsize n_rows = marmot_series_get_rows (series, g, &rows);
      gsize k = 0, wrong = 0;
      int status;

      for (gsize i = 0; i < n_rows; i++)
        if (row_status[rows[i]] != MN_MISSING)
          {
            x[k] = count[rows[i]];
            n[k] = denominator[rows[i]];
            s[k] = score[rows[i]];
            index[k++] = rows[i];
          }
      n_points[g] = (double) k;
      n_missing[g] = (double) (n_rows - k);
      if (series->status[g] != MN_OK)
        continue;
      if (overlaps (self, g))
        {
          series->status[g] = MARMOT_STATUS_NOT_INDEPENDENT;
          continue;
        }
      wrong = G_MAXSIZE;
      status = mn_score_trend (x, n, s, k, &test, &wrong);
      if (status != MN_OK && wrong != G_MAXSIZE)
        marmot_series_fault (series, g, (guint8) status, index[wrong]);
      series->status[g] = (guint8) status;
      if (status != MN_OK)
        continue;
      for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
        out[c][g] = G_STRUCT_MEMBER (double, &test, columns[c].offset);
    }

  marmot_series_add_counts (&self->result, "n_points", n_points, series->n_series);
  marmot_series_add_counts (&self->result, "n_missing", n_missing, series->n_series);
  for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
    add_column (self, columns[c].name, out[c]);
  marmot_series_add_status (&self->result, series);
}

MarmotTable *
marmot_proportion_trends (MarmotTable *figures,
                          MarmotGroups *groups,
                          MarmotSeriesOptions *options,
                          GError **error)
{
  static const MarmotMethod tests[] = { MARMOT_METHOD_COCHRAN_ARMITAGE, MARMOT_METHOD_MANTEL_TREND };
  static const MarmotMethod none = MARMOT_METHOD_NONE;
  g_auto (Trend) self = { 0 };
  const double *count, *denominator, *score;
  guint8 *row_status;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_SERIES_OPTIONS (options), NULL);

  if (!marmot_interval_plan_init_tested (&self.plan, options ? marmot_series_options_get_interval (options) : NULL,
                                         &none, 1, 1, error))
    return NULL;
  if (self.plan.test == MARMOT_METHOD_DEFAULT)
    self.plan.test = tests[0];
  if (self.plan.multiplier != 1)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A multiplier was asked for, and the slope is of the proportion itself: multiply it");
      return NULL;
    }
  if (!marmot_interval_has_method (self.plan.test, "Test", tests, G_N_ELEMENTS (tests), error)
      || !trend_begin (&self, figures, groups, options, error))
    return NULL;

  row_status = marmot_scratch_bytes (&self.scratch, self.series.n_rows);
  if (!marmot_gaps_read (figures, "count", TRUE, &self.scratch, &count, row_status, error)
      || !marmot_gaps_read (figures, "denominator", TRUE, &self.scratch, &denominator, row_status, error)
      || !marmot_gaps_read (figures, "score", !marmot_table_has_column (figures, "time"), &self.scratch, &score,
                            row_status, error))
    return NULL;
  add_score_trends (&self, count, denominator, score ? score : self.series.time, row_status);
  return marmot_result_end (&self.result);
}

/* --- known standard errors ------------------------------------------------------------ */

/* Which rows are used; the counts, and the series that are void. */
static void
choose_rows (Trend *self,
             const double *values,
             const double *se,
             const guint8 *row_status,
             guint8 *use,
             double *n_points,
             double *n_missing)
{
  MarmotSeries *series = &self->series;

  for (gsize g = 0; g < series->n_series; g++)
    n_points[g] = n_missing[g] = 0;
  for (gsize i = 0; i < series->n_rows; i++)
    {
      gsize g = (gsize) series->codes[i];

      if (row_status[i] == MN_MISSING)
        {
          n_missing[g]++;
          continue;
        }
      n_points[g]++;
      if (!isfinite (values[i]) || !isfinite (se[i]))
        marmot_series_fault (series, g, MN_NOT_FINITE, i);
      else if (!(se[i] > 0 && isfinite (1 / (se[i] * se[i]))))
        marmot_series_fault (series, g, MN_ERROR_OUT_OF_RANGE, i);
    }
  for (gsize g = 0; g < series->n_series; g++)
    if (series->status[g] == MN_OK && overlaps (self, g))
      series->status[g] = MARMOT_STATUS_NOT_INDEPENDENT;
    else if (series->status[g] == MN_OK && n_points[g] < 2)
      series->status[g] = MN_TOO_FEW_VALUES;
  for (gsize i = 0; i < series->n_rows; i++)
    use[i] = row_status[i] != MN_MISSING && series->status[series->codes[i]] == MN_OK;
}

MarmotTable *
marmot_weighted_trends (MarmotTable *figures,
                        MarmotGroups *groups,
                        MarmotSeriesOptions *options,
                        GError **error)
{
  g_auto (Trend) self = { 0 };
  const double *values, *se;
  double *n_points, *n_missing, *out[7];
  guint8 *row_status, *use, *movement;
  mn_gap_line *lines;
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_SERIES_OPTIONS (options), NULL);

  if (!marmot_gaps_plan (&self.plan, options ? marmot_series_options_get_interval (options) : NULL,
                         MARMOT_METHOD_WEIGHTED_SLOPE, error)
      || !trend_begin (&self, figures, groups, options, error))
    return NULL;
  n = self.series.n_series;
  row_status = marmot_scratch_bytes (&self.scratch, self.series.n_rows);
  if (!marmot_gaps_read (figures, "value", TRUE, &self.scratch, &values, row_status, error)
      || !marmot_gaps_read (figures, "standard_error", TRUE, &self.scratch, &se, row_status, error))
    return NULL;

  use = marmot_scratch_bytes (&self.scratch, self.series.n_rows);
  movement = marmot_scratch_bytes (&self.scratch, n);
  n_points = new_column (&self);
  n_missing = new_column (&self);
  for (gsize i = 0; i < G_N_ELEMENTS (out); i++)
    out[i] = new_column (&self);
  lines = g_new0 (mn_gap_line, MAX (n, 1));
  g_ptr_array_add (self.scratch.blocks, lines);
  choose_rows (&self, values, se, row_status, use, n_points, n_missing);
  mn_gap_trend (self.series.time, values, se, use, self.series.codes, self.series.n_rows, n, lines, out[0], out[1],
                out[2], out[3], out[4], out[5], out[6], movement, self.series.status);

  marmot_series_add_counts (&self.result, "n_points", n_points, n);
  marmot_series_add_counts (&self.result, "n_missing", n_missing, n);
  marmot_result_add_estimates (&self.result, "slope",
                               marmot_gaps_estimates (&self.plan, MARMOT_METHOD_WEIGHTED_SLOPE, out[0], out[1],
                                                      self.series.status, n, FALSE, 1, 0));
  add_column (&self, "z", out[2]);
  add_column (&self, "p_value", out[3]);
  add_column (&self, "slope_unweighted", out[5]);
  add_column (&self, "slope_unweighted_se", out[6]);
  marmot_series_add_status (&self.result, &self.series);
  return marmot_result_end (&self.result);
}
