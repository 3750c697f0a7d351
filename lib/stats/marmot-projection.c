/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "series-private.h"

#include <math.h>

#include "numeric/gap.h"
#include "numeric/kernel.h"
#include "numeric/smoothing.h"

#define MOST_STEPS 1000
#define MOST_ROWS 50000000

/* A target this many times the figures is of another unit. */
#define OTHER_SCALE 50

G_STATIC_ASSERT ((int) MARMOT_PROJECTION_MODEL_SIMPLE == MN_SMOOTH_SIMPLE);
G_STATIC_ASSERT ((int) MARMOT_PROJECTION_MODEL_HOLT == MN_SMOOTH_HOLT);
G_STATIC_ASSERT ((int) MARMOT_PROJECTION_MODEL_DAMPED == MN_SMOOTH_DAMPED);
G_STATIC_ASSERT ((int) MARMOT_PROJECTION_START_FIRST_POINTS == MN_SMOOTH_FIRST_POINTS);
G_STATIC_ASSERT ((int) MARMOT_PROJECTION_START_LINE == MN_SMOOTH_FIRST_LINE);

typedef struct
{
  MarmotIntervalPlan interval;
  MarmotMethod method;
  mn_smooth_model model;
  guint horizon;
  gboolean low_is_good;
  gboolean any_scale;
} Plan;

/* A series that has been followed to its last point. */
typedef struct
{
  mn_smooth_model model;
  mn_smooth_fit fit;
  gsize n_points;
  double last_time;
  double last_value;
  double least;   /* of the sizes of its values */
  double largest;
} Fitted;

typedef struct
{
  Plan plan;
  MarmotScratch scratch;
  MarmotSeries series;
  MarmotResult result;
  const double *values;
  guint8 *row_status;
  double *t;
  double *v;
  double *forecast;
  double *factor;
  double *lower;
  double *upper;
} Projection;

static void
projection_clear (Projection *self)
{
  marmot_result_clear (&self->result);
  marmot_series_clear (&self->series);
  marmot_scratch_clear (&self->scratch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Projection, projection_clear)

/* Below 0 it is to be found. */
static gboolean
read_parameter (double given,
                double *parameter,
                const char *name,
                GError **error)
{
  *parameter = given < 0 ? (double) NAN : given;
  if (given <= 1)
    return TRUE;
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
               "\"%s\" is from 0 to 1, or below 0 for the one that fits best", name);
  return FALSE;
}

static gboolean
plan_init (Plan *self,
           MarmotProjectionOptions *options,
           GError **error)
{
  static const MarmotMethod methods[] = { MARMOT_METHOD_SIMPLE_SMOOTHING, MARMOT_METHOD_HOLT,
                                          MARMOT_METHOD_DAMPED_HOLT };
  double alpha = -1, beta = -1, phi = -1;

  *self = (Plan){ .model.model = MN_SMOOTH_HOLT, .horizon = 12 };
  if (options)
    {
      self->model.model = (int) marmot_projection_options_get_model (options);
      self->model.start = (int) marmot_projection_options_get_start (options);
      self->horizon = marmot_projection_options_get_horizon (options);
      self->low_is_good = marmot_projection_options_get_low_is_good (options);
      self->any_scale = marmot_projection_options_get_any_scale (options);
      alpha = marmot_projection_options_get_alpha (options);
      beta = marmot_projection_options_get_beta (options);
      phi = marmot_projection_options_get_phi (options);
    }
  self->method = methods[self->model.model];
  if (!marmot_gaps_plan (&self->interval, options ? marmot_projection_options_get_interval (options) : NULL,
                         self->method, error)
      || !read_parameter (alpha, &self->model.alpha, "alpha", error)
      || !read_parameter (beta, &self->model.beta, "beta", error)
      || !read_parameter (phi, &self->model.phi, "phi", error))
    return FALSE;
  if (phi == 0)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                         "A slope of which nothing is left after a step is none: take the simple model");
  else if (self->horizon < 1 || self->horizon > MOST_STEPS)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, "The horizon is from 1 to %d steps", MOST_STEPS);
  else
    return TRUE;
  return FALSE;
}

static gboolean
projection_begin (Projection *self,
                  MarmotTable *figures,
                  MarmotGroups *groups,
                  MarmotProjectionOptions *options,
                  GError **error)
{
  gsize most;

  marmot_scratch_init (&self->scratch);
  marmot_result_init (&self->result);
  marmot_series_init (&self->series, &self->scratch);
  if (!plan_init (&self->plan, options, error)
      || !marmot_series_read (&self->series, figures, groups, MARMOT_SERIES_STEPS, error))
    return FALSE;
  self->row_status = marmot_scratch_bytes (&self->scratch, self->series.n_rows);
  if (!marmot_gaps_read (figures, "value", TRUE, &self->scratch, &self->values, self->row_status, error))
    return FALSE;
  most = marmot_series_most (&self->series);
  self->t = marmot_scratch_doubles (&self->scratch, most);
  self->v = marmot_scratch_doubles (&self->scratch, most);
  self->forecast = marmot_scratch_doubles (&self->scratch, self->plan.horizon);
  self->factor = marmot_scratch_doubles (&self->scratch, self->plan.horizon);
  self->lower = marmot_scratch_doubles (&self->scratch, self->plan.horizon);
  self->upper = marmot_scratch_doubles (&self->scratch, self->plan.horizon);
  return TRUE;
}

/* Follows a series and looks ahead; otherwise its status says why not. */
static gboolean
follow (Projection *self,
        gsize g,
        Fitted *fitted)
{
  MarmotSeries *series = &self->series;
  gsize n = marmot_series_gather (series, g, self->values, self->row_status, self->t, self->v, NULL);

  fitted->model = self->plan.model;
  fitted->n_points = n;
  for (gsize i = 0; i < n; i++)
    if (self->t[i] != floor (self->t[i]) || fabs (self->t[i]) > 1e15)
      {
        if (series->status[g] == MN_OK)
          series->status[g] = MARMOT_STATUS_UNEVEN;
        break;
      }
  /* One more than the start takes, so that there is an error to learn from. */
  if (series->status[g] == MN_OK && n < mn_smooth_needed (&fitted->model) + 1)
    series->status[g] = MN_TOO_FEW_VALUES;
  if (series->status[g] != MN_OK)
    return FALSE;

  mn_smooth_best (&fitted->model, self->t, self->v, n);
  mn_smooth (&fitted->model, self->t, self->v, n, &fitted->fit);
  if (!isfinite (fitted->fit.level) || !isfinite (fitted->fit.slope) || !isfinite (fitted->fit.sse))
    {
      series->status[g] = MN_NOT_FINITE;
      return FALSE;
    }
  fitted->last_time = self->t[n - 1];
  fitted->last_value = self->v[n - 1];
  fitted->least = (double) INFINITY;
  fitted->largest = 0;
  for (gsize i = 0; i < n; i++)
    {
      fitted->least = fmin (fitted->least, fabs (self->v[i]));
      fitted->largest = fmax (fitted->largest, fabs (self->v[i]));
    }
  mn_smooth_forecast (&fitted->model, &fitted->fit, self->plan.horizon, self->forecast, self->factor);
  return TRUE;
}

static double *
new_column (Projection *self,
            gsize n)
{
  return marmot_series_new_column (&self->series, n);
}

/* --- when the target is reached --------------------------------------------------------- */

typedef struct
{
  double *target;
  double *steps[3]; /* by the forecast, the better and the worse end */
  double *time[3];
  guint8 *status;
} Reach;

/* The target of a series: that of its latest row with one. */
static double
find_target (const Projection *self,
             gsize g,
             const double *targets,
             const guint8 *target_status)
{
  const gsize *rows;
  gsize n = marmot_series_get_rows (&self->series, g, &rows);

  while (targets && n-- > 0)
    if (target_status[rows[n]] != MN_MISSING)
      return targets[rows[n]];
  return (double) NAN;
}

static guint8
check_target (const Projection *self,
              const Fitted *fitted,
              double target)
{
  double size = fabs (target);

  if (isnan (target))
    return MN_MISSING;
  if (!isfinite (target))
    return MN_NOT_FINITE;
  if (!self->plan.any_scale && size > 0 && fitted->largest > 0
      && (size >= OTHER_SCALE * fitted->largest || size <= fitted->least / OTHER_SCALE))
    return MARMOT_STATUS_OTHER_SCALE;
  return MN_OK;
}

static void
reach_at (Reach *reach,
          const Fitted *fitted,
          gsize g,
          int which,
          gsize step)
{
  if (step == 0)
    return;
  reach->steps[which][g] = (double) step;
  reach->time[which][g] = fitted->last_time + (double) step;
}

static void
add_reach (Projection *self,
           Reach *reach,
           const Fitted *fitted,
           gsize g)
{
  const Plan *plan = &self->plan;
  double target = reach->target[g];
  gboolean down = plan->low_is_good;

  reach->status[g] = check_target (self, fitted, target);
  if (reach->status[g] != MN_OK)
    return;
  if (down ? fitted->last_value <= target : fitted->last_value >= target)
    {
      for (int i = 0; i < 3; i++)
        {
          reach->steps[i][g] = 0;
          reach->time[i][g] = fitted->last_time;
        }
      return;
    }
  reach_at (reach, fitted, g, 0, mn_first_to_meet (self->forecast, plan->horizon, target, down));
  if (isnan (reach->steps[0][g]))
    {
      gboolean towards = down ? fitted->fit.slope < 0 : fitted->fit.slope > 0;

      reach->status[g] = towards ? MN_OUT_OF_REACH : MARMOT_STATUS_NOT_APPROACHING;
      if (!towards)
        return;
    }
  if (isnan (fitted->fit.sd))
    return;
  for (guint h = 0; h < plan->horizon; h++)
    self->factor[h] *= fitted->fit.sd;
  mn_normal_limits (self->forecast, self->factor, plan->horizon, plan->interval.z[0], self->lower, self->upper);
  reach_at (reach, fitted, g, 1, mn_first_to_meet (down ? self->lower : self->upper, plan->horizon, target, down));
  reach_at (reach, fitted, g, 2, mn_first_to_meet (down ? self->upper : self->lower, plan->horizon, target, down));
}

MarmotTable *
marmot_projections (MarmotTable *figures,
                    MarmotGroups *groups,
                    MarmotProjectionOptions *options,
                    GError **error)
{
  static const char *const names[] = { "n_points", "n_missing", "alpha", "beta", "phi",
                                       "level", "slope", "sse", "residual_sd" };
  static const char *const steps[] = { "target_steps", "target_steps_earliest", "target_steps_latest" };
  static const char *const times[] = { "target_time", "target_time_earliest", "target_time_latest" };
  g_auto (Projection) self = { 0 };
  const double *targets;
  double *out[G_N_ELEMENTS (names)];
  guint8 *target_status;
  Reach reach;
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_PROJECTION_OPTIONS (options), NULL);

  if (!projection_begin (&self, figures, groups, options, error))
    return NULL;
  target_status = marmot_scratch_bytes (&self.scratch, self.series.n_rows);
  if (!marmot_gaps_read (figures, "target", FALSE, &self.scratch, &targets, target_status, error))
    return NULL;

  n = self.series.n_series;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    out[i] = new_column (&self, n);
  reach.target = new_column (&self, n);
  reach.status = marmot_scratch_bytes (&self.scratch, n);
  for (int i = 0; i < 3; i++)
    {
      reach.steps[i] = new_column (&self, n);
      reach.time[i] = new_column (&self, n);
    }

  for (gsize g = 0; g < n; g++)
    {
      Fitted fitted;
      gboolean is_fitted = follow (&self, g, &fitted);

      out[0][g] = (double) fitted.n_points;
      out[1][g] = (double) (self.series.starts[g + 1] - self.series.starts[g] - fitted.n_points);
      reach.target[g] = find_target (&self, g, targets, target_status);
      reach.status[g] = self.series.status[g];
      if (!is_fitted)
        continue;
      out[2][g] = fitted.model.alpha;
      if (fitted.model.model != MN_SMOOTH_SIMPLE)
        out[3][g] = fitted.model.beta;
      if (fitted.model.model == MN_SMOOTH_DAMPED)
        out[4][g] = fitted.model.phi;
      out[5][g] = fitted.fit.level;
      out[6][g] = fitted.fit.slope;
      out[7][g] = fitted.fit.sse;
      out[8][g] = fitted.fit.sd;
      add_reach (&self, &reach, &fitted, g);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (i < 2)
      marmot_series_add_counts (&self.result, names[i], out[i], n);
    else
      marmot_result_add_doubles (&self.result, names[i], out[i], n);
  marmot_result_add_doubles (&self.result, "target", reach.target, n);
  for (int i = 0; i < 3; i++)
    marmot_series_add_counts (&self.result, steps[i], reach.steps[i], n);
  for (int i = 0; i < 3; i++)
    marmot_result_add (&self.result, times[i], marmot_series_times (&self.series, reach.time[i], n));
  marmot_result_add_statuses (&self.result, "target_status", reach.status, n);
  marmot_series_add_status (&self.result, &self.series);
  return marmot_result_end (&self.result);
}

MarmotTable *
marmot_projection_points (MarmotTable *figures,
                          MarmotGroups *groups,
                          MarmotProjectionOptions *options,
                          GError **error)
{
  g_auto (Projection) self = { 0 };
  double *step, *time, *value, *se;
  guint8 *status;
  gsize *series;
  gsize horizon, n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_PROJECTION_OPTIONS (options), NULL);

  if (!projection_begin (&self, figures, groups, options, error))
    return NULL;
  horizon = self.plan.horizon;
  if (self.series.n_series > MOST_ROWS / horizon)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                   "The forecasts would be more than %d rows: take a nearer horizon, or fewer series", MOST_ROWS);
      return NULL;
    }
  n = self.series.n_series * horizon;
  step = new_column (&self, n);
  time = new_column (&self, n);
  value = new_column (&self, n);
  se = new_column (&self, n);
  status = marmot_scratch_bytes (&self.scratch, n);
  series = g_new (gsize, MAX (n, 1));
  g_ptr_array_add (self.scratch.blocks, series);

  for (gsize g = 0; g < self.series.n_series; g++)
    {
      Fitted fitted;
      gboolean is_fitted = follow (&self, g, &fitted);

      for (gsize h = 0; h < horizon; h++)
        {
          gsize row = g * horizon + h;

          series[row] = g;
          step[row] = (double) h + 1;
          status[row] = self.series.status[g];
          if (!is_fitted)
            continue;
          time[row] = fitted.last_time + step[row];
          value[row] = self.forecast[h];
          se[row] = fitted.fit.sd * self.factor[h];
        }
    }

  marmot_result_add_keys (&self.result, groups, series, n);
  marmot_series_add_counts (&self.result, "step", step, n);
  marmot_result_add (&self.result, "time", marmot_series_times (&self.series, time, n));
  marmot_result_add_estimates (&self.result, NULL,
                               marmot_gaps_estimates (&self.plan.interval, self.plan.method, value, se, status, n, FALSE,
                                                      1, 0));
  return marmot_result_end_with_keys (&self.result, error);
}
