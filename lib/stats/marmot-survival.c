/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>

#include "core/marmot-column-private.h"
#include "marmot-contrast-private.h"
#include "numeric/special.h"
#include "numeric/survival.h"
#include "survival-private.h"

G_DEFINE_FINAL_TYPE (MarmotSurvival, marmot_survival, G_TYPE_OBJECT)

static void
marmot_survival_finalize (GObject *object)
{
  MarmotSurvival *self = MARMOT_SURVIVAL (object);

  marmot_curves_clear (&self->curves);
  marmot_robust_rows_clear (&self->robust);
  g_clear_object (&self->counts);
  G_OBJECT_CLASS (marmot_survival_parent_class)->finalize (object);
}

static void
marmot_survival_class_init (MarmotSurvivalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_survival_finalize;
}

static void
marmot_survival_init (MarmotSurvival *self)
{
}

/* --- making ---------------------------------------------------------------------------- */

static const MarmotMethod scales[] = { MARMOT_METHOD_CURVE_LOG_LOG, MARMOT_METHOD_CURVE_LOG, MARMOT_METHOD_CURVE_PLAIN,
                                       MARMOT_METHOD_CURVE_LOGIT, MARMOT_METHOD_CURVE_ARCSINE };
static const MarmotMethod variances[] = { MARMOT_METHOD_DEFAULT, MARMOT_METHOD_GREENWOOD,
                                          MARMOT_METHOD_INFINITESIMAL_JACKKNIFE };
static const MarmotMethod hazards[] = { MARMOT_METHOD_DEFAULT, MARMOT_METHOD_NELSON_AALEN,
                                        MARMOT_METHOD_NELSON_AALEN_BINOMIAL, MARMOT_METHOD_FLEMING_HARRINGTON };

/* Reads the options; variance is what was asked for. */
static gboolean
init_plan (MarmotSurvival *self,
           MarmotSurvivalOptions *options,
           MarmotMethod *variance,
           GError **error)
{
  *variance = options ? marmot_survival_options_get_variance (options) : MARMOT_METHOD_DEFAULT;
  self->hazard = options ? marmot_survival_options_get_hazard (options) : MARMOT_METHOD_DEFAULT;
  self->midpoint = options && marmot_survival_options_get_midpoint (options);
  self->carry = options && marmot_survival_options_get_carry (options);
  self->tolerance = options ? marmot_survival_options_get_tolerance (options) : 0;

  if (!marmot_interval_plan_init (&self->plan, options ? marmot_survival_options_get_interval (options) : NULL, scales,
                                  G_N_ELEMENTS (scales), 1, error)
      || !marmot_interval_has_method (*variance, "Variance", variances, G_N_ELEMENTS (variances), error)
      || !marmot_interval_has_method (self->hazard, "Hazard", hazards, G_N_ELEMENTS (hazards), error))
    return FALSE;
  if (self->hazard == MARMOT_METHOD_DEFAULT)
    self->hazard = MARMOT_METHOD_NELSON_AALEN;
  if (!(self->tolerance >= 0 && isfinite (self->tolerance)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A tolerance is a stretch of time, or 0 for none");
      return FALSE;
    }
  return TRUE;
}

static gboolean
wants_robust (const MarmotEventCounts *counts,
              MarmotMethod variance)
{
  return variance == MARMOT_METHOD_INFINITESIMAL_JACKKNIFE
         || (variance == MARMOT_METHOD_DEFAULT && (counts->has_clusters || !counts->is_whole));
}

MarmotSurvival *
marmot_survival_new (MarmotTable *episodes,
                     MarmotGroups *groups,
                     MarmotSurvivalOptions *options,
                     GError **error)
{
  g_autoptr (MarmotSurvival) self = NULL;
  MarmotMethod variance;
  MarmotEventSource source;

  g_return_val_if_fail (episodes != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_SURVIVAL_OPTIONS (options), NULL);

  self = g_object_new (MARMOT_TYPE_SURVIVAL, NULL);
  if (!init_plan (self, options, &variance, error))
    return NULL;
  self->counts = marmot_event_counts_new (episodes, groups, options, error);
  if (!self->counts)
    return NULL;
  marmot_curves_compute (&self->curves, self->counts, self->tolerance, self->hazard);
  if (!wants_robust (self->counts, variance))
    return g_steal_pointer (&self);

  self->is_robust = TRUE;
  if (!self->counts->has_clusters && !self->counts->has_entries)
    marmot_robust_rows_count (&self->robust, &self->curves, self->counts, self->tolerance);
  else if (!marmot_event_source_init (&source, episodes, options, error)
           || !marmot_robust_rows_read (&self->robust, &self->curves, &source,
                                        groups ? marmot_groups_peek_codes (groups) : NULL, self->tolerance, error))
    return NULL;
  marmot_curves_make_robust (&self->curves, &self->robust);
  return g_steal_pointer (&self);
}

MarmotSurvival *
marmot_survival_new_from_counts (MarmotEventCounts *counts,
                                 MarmotSurvivalOptions *options,
                                 GError **error)
{
  g_autoptr (MarmotSurvival) self = NULL;
  MarmotMethod variance;

  g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (counts), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_SURVIVAL_OPTIONS (options), NULL);

  self = g_object_new (MARMOT_TYPE_SURVIVAL, NULL);
  if (!init_plan (self, options, &variance, error))
    return NULL;
  if (options && marmot_survival_options_get_n_causes (options) != counts->n_causes)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, "The counts are of %u causes, the options of %u",
                   counts->n_causes, marmot_survival_options_get_n_causes (options));
      return NULL;
    }
  self->counts = g_object_ref (counts);
  self->is_robust = wants_robust (counts, variance);
  if (self->is_robust && (counts->has_clusters || counts->has_entries))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "Counts do not know %s: make the curves from the rows, or ask for the variance greenwood",
                   counts->has_clusters ? "which rows belong together" : "when each row with a weight entered");
      return NULL;
    }
  marmot_curves_compute (&self->curves, counts, self->tolerance, self->hazard);
  if (self->is_robust)
    {
      marmot_robust_rows_count (&self->robust, &self->curves, counts, self->tolerance);
      marmot_curves_make_robust (&self->curves, &self->robust);
    }
  return g_steal_pointer (&self);
}

/* --- what every question comes down to ------------------------------------------------------ */

int
marmot_survival_get_scale (MarmotSurvival *self)
{
  switch (self->plan.method)
    {
    case MARMOT_METHOD_CURVE_LOG:
      return MN_SCALE_LOG;
    case MARMOT_METHOD_CURVE_PLAIN:
      return MN_SCALE_PLAIN;
    case MARMOT_METHOD_CURVE_LOGIT:
      return MN_SCALE_LOGIT;
    case MARMOT_METHOD_CURVE_ARCSINE:
      return MN_SCALE_ARCSINE;
    default:
      return MN_SCALE_LOG_LOG;
    }
}

void
marmot_survival_find_point (MarmotSurvival *self,
                            gsize group,
                            guint cause,
                            double time,
                            MarmotCurvePoint *point)
{
  const MarmotCurves *curves = &self->curves;
  gsize from = curves->starts[group], n = curves->starts[group + 1] - from, steps;

  point->group = group;
  point->cause = cause;
  point->time = time;
  point->step = 0;
  point->status = curves->status[group];
  if (point->status != MARMOT_STATUS_OK)
    return;
  if (!isfinite (time))
    point->status = MARMOT_STATUS_NOT_FINITE;
  else if (time < 0)
    point->status = MARMOT_STATUS_OUT_OF_RANGE;
  else if (time > curves->time[from + n - 1] && !self->carry && curves->survival[from + n - 1] > 0)
    point->status = MARMOT_STATUS_BEYOND_FOLLOW_UP;
  if (point->status != MARMOT_STATUS_OK)
    return;
  steps = mn_steps_until (curves->time + from, n, time);
  point->step = steps > 0 ? from + steps : 0;
}

static void
turn (double *lower,
      double *upper,
      gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      double low = 1 - upper[i];

      upper[i] = 1 - lower[i];
      lower[i] = low;
    }
}

static void
scale_by (double *numbers,
          gsize n,
          double by)
{
  for (gsize i = 0; i < n; i++)
    numbers[i] *= by;
}

void
marmot_survival_evaluate (MarmotSurvival *self,
                          MarmotTimeCurve curve,
                          const MarmotCurvePoint *points,
                          gsize n_points,
                          double *value,
                          double *se,
                          double **lower,
                          double **upper)
{
  const MarmotCurves *curves = &self->curves;
  gboolean is_hazard = curve == MARMOT_TIME_CURVE_HAZARD;
  mn_scale scale = (mn_scale) marmot_survival_get_scale (self);

  for (gsize i = 0; i < n_points; i++)
    {
      const MarmotCurvePoint *point = &points[i];
      gsize at = point->step;

      if (point->status != MARMOT_STATUS_OK)
        value[i] = se[i] = (double) NAN;
      else if (curve == MARMOT_TIME_CURVE_HAZARD)
        {
          value[i] = at ? curves->hazard[at - 1] : 0;
          se[i] = at ? curves->hazard_se[at - 1] : 0;
        }
      else if (curve == MARMOT_TIME_CURVE_CAUSE)
        {
          gsize of_cause = (point->cause - 1) * curves->n_steps;

          value[i] = at ? curves->incidence[of_cause + at - 1] : 0;
          se[i] = at ? curves->incidence_se[of_cause + at - 1] : 0;
        }
      else
        {
          value[i] = at ? curves->survival[at - 1] : 1;
          se[i] = at ? curves->survival_se[at - 1] : 0;
        }
    }
  for (guint level = 0; level < self->plan.n_levels; level++)
    {
      if (is_hazard)
        mn_hazard_limits (scale, value, se, n_points, self->plan.z[level], lower[level], upper[level]);
      else
        mn_share_limits (scale, value, se, n_points, self->plan.z[level], lower[level], upper[level]);
      if (curve == MARMOT_TIME_CURVE_ENDED)
        turn (lower[level], upper[level], n_points);
    }
  if (curve == MARMOT_TIME_CURVE_ENDED)
    for (gsize i = 0; i < n_points; i++)
      value[i] = 1 - value[i];
  if (is_hazard || self->plan.multiplier == 1)
    return;
  scale_by (value, n_points, self->plan.multiplier);
  scale_by (se, n_points, self->plan.multiplier);
  for (guint level = 0; level < self->plan.n_levels; level++)
    {
      scale_by (lower[level], n_points, self->plan.multiplier);
      scale_by (upper[level], n_points, self->plan.multiplier);
    }
}

guint8
marmot_survival_quantile (MarmotSurvival *self,
                          gsize group,
                          gboolean of_follow_up,
                          double p,
                          double *value,
                          double *lower,
                          double *upper)
{
  const MarmotCurves *curves = &self->curves;
  gsize from = curves->starts[group], n = curves->starts[group + 1] - from;
  const double *time = curves->time + from, *survival = curves->survival + from, *se = curves->survival_se + from;
  g_autofree double *work = NULL;

  *value = (double) NAN;
  for (guint level = 0; level < self->plan.n_levels; level++)
    lower[level] = upper[level] = (double) NAN;
  if (curves->status[group] != MARMOT_STATUS_OK)
    return curves->status[group];

  work = g_new (double, 4 * n + 1);
  if (of_follow_up)
    {
      double *reversed = work + 2 * n, *error = work + 3 * n;

      mn_kaplan_meier (curves->at_risk + from, curves->censored + from, n, reversed, error);
      for (gsize i = 0; i < n; i++)
        error[i] = reversed[i] > 0 ? reversed[i] * sqrt (error[i]) : (double) NAN;
      survival = reversed;
      se = error;
    }
  *value = mn_curve_quantile (time, survival, n, p, self->midpoint);
  for (guint level = 0; level < self->plan.n_levels; level++)
    {
      mn_share_limits ((mn_scale) marmot_survival_get_scale (self), survival, se, n, self->plan.z[level], work, work + n);
      lower[level] = mn_curve_quantile (time, work, n, p, self->midpoint);
      upper[level] = mn_curve_quantile (time, work + n, n, p, self->midpoint);
    }
  return isnan (*value) ? MARMOT_STATUS_NOT_REACHED : MARMOT_STATUS_OK;
}

guint8
marmot_survival_mean (MarmotSurvival *self,
                      gsize group,
                      double tau,
                      double *value,
                      double *se)
{
  const MarmotCurves *curves = &self->curves;
  gsize from = curves->starts[group];
  MarmotCurvePoint point;

  *value = *se = (double) NAN;
  marmot_survival_find_point (self, group, 0, tau, &point);
  if (point.status != MARMOT_STATUS_OK)
    return point.status;
  mn_restricted_mean (curves->time + from, curves->at_risk + from, curves->event + from, curves->survival + from,
                      curves->starts[group + 1] - from, tau, value, se);
  *se = sqrt (*se);
  if (self->is_robust)
    *se = marmot_robust_rows_restricted_mean (&self->robust, curves, group, tau);
  return MARMOT_STATUS_OK;
}

void
marmot_survival_subtract (MarmotSurvival *self,
                          gsize group,
                          gsize reference,
                          MarmotTimeCurve curve,
                          guint cause,
                          double time,
                          MarmotCurveDifference *to)
{
  MarmotCurvePoint points[2];
  double value[2], se[2], limits[4 * MARMOT_MAX_LEVELS];
  double *lower[MARMOT_MAX_LEVELS], *upper[MARMOT_MAX_LEVELS];
  double bound = curve == MARMOT_TIME_CURVE_HAZARD ? G_MAXDOUBLE : self->plan.multiplier;

  for (guint i = 0; i < MARMOT_MAX_LEVELS; i++)
    {
      lower[i] = limits + 4 * i;
      upper[i] = limits + 4 * i + 2;
      to->lower[i] = to->upper[i] = (double) NAN;
    }
  marmot_survival_find_point (self, group, cause, time, &points[0]);
  marmot_survival_find_point (self, reference, cause, time, &points[1]);
  to->value = to->statistic = to->p = (double) NAN;
  to->status = points[0].status != MARMOT_STATUS_OK ? points[0].status : points[1].status;
  if (to->status != MARMOT_STATUS_OK)
    return;
  marmot_survival_evaluate (self, curve, points, 2, value, se, lower, upper);
  for (guint i = 0; i < self->plan.n_levels; i++)
    mn_independent_difference (value[0], se[0], value[1], se[1], self->plan.z[i], bound, &to->value, &to->lower[i],
                               &to->upper[i], &to->statistic);
  to->p = 2 * mn_normal_upper (fabs (to->statistic));
}

/* --- one at a time ------------------------------------------------------------------------- */

static MarmotEstimate *
make_estimate (MarmotSurvival *self,
               double value,
               guint8 status,
               MarmotMethod method,
               const double *lower,
               const double *upper)
{
  MarmotLimits limits[MARMOT_MAX_LEVELS];

  for (guint i = 0; i < self->plan.n_levels; i++)
    {
      limits[i].confidence = self->plan.levels[i];
      limits[i].lower = lower[i];
      limits[i].upper = upper[i];
    }
  return marmot_estimate_new_full (value, method, (MarmotStatus) status, limits, self->plan.n_levels);
}

/* Without a curve: one made by g_object_new () alone, or a group that is not there. */
static gboolean
has_group (MarmotSurvival *self,
           gsize group)
{
  return self->counts && group < self->curves.n_groups;
}

static gboolean
has_cause (MarmotSurvival *self,
           MarmotTimeCurve curve,
           guint cause)
{
  return curve == MARMOT_TIME_CURVE_CAUSE ? cause >= 1 && cause <= self->curves.n_causes : cause == 0;
}

MarmotEstimate *
marmot_survival_get_value (MarmotSurvival *self,
                           gsize group,
                           MarmotTimeCurve curve,
                           guint cause,
                           double time)
{
  MarmotCurvePoint point;
  double value, se, limits[2 * MARMOT_MAX_LEVELS];
  double *lower[MARMOT_MAX_LEVELS], *upper[MARMOT_MAX_LEVELS];

  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), NULL);
  g_return_val_if_fail (has_group (self, group), NULL);
  g_return_val_if_fail (has_cause (self, curve, cause), NULL);

  for (guint i = 0; i < MARMOT_MAX_LEVELS; i++)
    {
      lower[i] = limits + i;
      upper[i] = limits + MARMOT_MAX_LEVELS + i;
    }
  marmot_survival_find_point (self, group, cause, time, &point);
  marmot_survival_evaluate (self, curve, &point, 1, &value, &se, lower, upper);
  return make_estimate (self, value, point.status,
                        curve == MARMOT_TIME_CURVE_HAZARD ? self->hazard : self->plan.method, limits,
                        limits + MARMOT_MAX_LEVELS);
}

MarmotEstimate *
marmot_survival_get_median (MarmotSurvival *self,
                            gsize group)
{
  double value, lower[MARMOT_MAX_LEVELS], upper[MARMOT_MAX_LEVELS];
  guint8 status;

  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), NULL);
  g_return_val_if_fail (has_group (self, group), NULL);

  status = marmot_survival_quantile (self, group, FALSE, 0.5, &value, lower, upper);
  return make_estimate (self, value, status, MARMOT_METHOD_QUANTILE_OF_TIMES, lower, upper);
}

MarmotEstimate *
marmot_survival_get_restricted_mean (MarmotSurvival *self,
                                     gsize group,
                                     double tau)
{
  double value, se, lower[MARMOT_MAX_LEVELS], upper[MARMOT_MAX_LEVELS];
  guint8 status;

  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), NULL);
  g_return_val_if_fail (has_group (self, group), NULL);

  status = marmot_survival_mean (self, group, tau, &value, &se);
  for (guint i = 0; i < self->plan.n_levels; i++)
    {
      lower[i] = value - self->plan.z[i] * se;
      upper[i] = value + self->plan.z[i] * se;
    }
  return make_estimate (self, value, status, MARMOT_METHOD_RESTRICTED_MEAN, lower, upper);
}

MarmotContrast *
marmot_survival_get_difference (MarmotSurvival *self,
                                gsize group,
                                gsize reference,
                                MarmotTimeCurve curve,
                                guint cause,
                                double time)
{
  MarmotCurveDifference difference;

  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), NULL);
  g_return_val_if_fail (has_group (self, group) && has_group (self, reference), NULL);
  g_return_val_if_fail (has_cause (self, curve, cause), NULL);

  marmot_survival_subtract (self, group, reference, curve, cause, time, &difference);
  return marmot_contrast_new_take (make_estimate (self, difference.value, difference.status, MARMOT_METHOD_FIXED_TIME,
                                                  difference.lower, difference.upper),
                                   MARMOT_METHOD_FIXED_TIME, difference.statistic, (double) NAN, difference.p);
}

/* --- getters --------------------------------------------------------------------------------- */

gsize
marmot_survival_get_n_groups (MarmotSurvival *self)
{
  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), 0);

  return self->curves.n_groups;
}

guint
marmot_survival_get_n_causes (MarmotSurvival *self)
{
  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), 0);

  return self->curves.n_causes;
}

MarmotEventCounts *
marmot_survival_get_counts (MarmotSurvival *self)
{
  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), NULL);

  return self->counts;
}

MarmotTable *
marmot_survival_get_keys (MarmotSurvival *self)
{
  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), NULL);

  return self->counts ? marmot_event_counts_get_keys (self->counts) : NULL;
}

MarmotMethod
marmot_survival_get_variance (MarmotSurvival *self)
{
  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), MARMOT_METHOD_NONE);

  return self->is_robust ? MARMOT_METHOD_INFINITESIMAL_JACKKNIFE : MARMOT_METHOD_GREENWOOD;
}

MarmotStatus
marmot_survival_get_status (MarmotSurvival *self,
                            gsize group)
{
  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), MARMOT_STATUS_MISSING);
  g_return_val_if_fail (has_group (self, group), MARMOT_STATUS_MISSING);

  return (MarmotStatus) self->curves.status[group];
}

gboolean
marmot_survival_is_emptied (MarmotSurvival *self,
                            gsize group)
{
  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), FALSE);
  g_return_val_if_fail (has_group (self, group), FALSE);

  return self->curves.emptied[group];
}

char *
marmot_survival_to_string (MarmotSurvival *self)
{
  g_autofree char *counts = NULL;

  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), NULL);

  counts = self->counts ? marmot_event_counts_to_string (self->counts) : g_strdup ("no rows");
  return g_strdup_printf ("%s, %s", counts, marmot_method_to_nick (marmot_survival_get_variance (self)));
}
