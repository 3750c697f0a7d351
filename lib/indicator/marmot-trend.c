/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>

#include "core/marmot-record-private.h"
#include "marmot-trend-private.h"
#include "numeric/trend.h"

struct _MarmotTrend
{
  GObject parent_instance;

  MarmotTrendRule rule;
  MarmotTrendOutcome outcome;
};

G_DEFINE_FINAL_TYPE (MarmotTrend, marmot_trend, G_TYPE_OBJECT)

enum
{
  PROP_RULE = 1,
  PROP_MARKER,
  PROP_REASON,
  PROP_POLARITY,
  PROP_CHI_SQUARED,
  PROP_SLOPE,
  PROP_POINTS_USED,
  PROP_FIRST_PERIOD,
  PROP_LAST_PERIOD,
  PROP_LATEST_CHANGE
};

/* Not a record: it is made from an outcome, and never from properties. */
static void
marmot_trend_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  MarmotTrend *self = MARMOT_TREND (object);

  switch (prop_id)
    {
    case PROP_RULE:
      g_value_set_enum (value, self->rule);
      break;
    case PROP_MARKER:
      g_value_set_enum (value, self->outcome.marker);
      break;
    case PROP_REASON:
      g_value_set_enum (value, self->outcome.reason);
      break;
    case PROP_POLARITY:
      g_value_set_enum (value, self->outcome.polarity);
      break;
    case PROP_CHI_SQUARED:
      g_value_set_double (value, self->outcome.chi_squared);
      break;
    case PROP_SLOPE:
      g_value_set_double (value, self->outcome.slope);
      break;
    case PROP_POINTS_USED:
      g_value_set_uint (value, self->outcome.points_used);
      break;
    case PROP_FIRST_PERIOD:
      g_value_set_uint (value, self->outcome.first_period);
      break;
    case PROP_LAST_PERIOD:
      g_value_set_uint (value, self->outcome.last_period);
      break;
    case PROP_LATEST_CHANGE:
      g_value_set_enum (value, self->outcome.latest_change);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
marmot_trend_class_init (MarmotTrendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = marmot_trend_get_property;

  /**
   * MarmotTrend:rule: (getter get_rule)
   *
   * By which rule it was found.
   *
   * Since: 1.0
   */
  g_object_class_install_property (object_class, PROP_RULE,
                                   g_param_spec_enum ("rule", NULL, NULL, MARMOT_TYPE_TREND_RULE,
                                                      MARMOT_TREND_FINGERTIPS, flags));

  /**
   * MarmotTrend:marker: (getter get_marker)
   *
   * Which way the series goes.
   *
   * Since: 1.0
   */
  g_object_class_install_property (object_class, PROP_MARKER,
                                   g_param_spec_enum ("marker", NULL, NULL, MARMOT_TYPE_TREND_MARKER,
                                                      MARMOT_TREND_MARKER_CANNOT_BE_CALCULATED, flags));

  /**
   * MarmotTrend:reason: (getter get_reason)
   *
   * Why it has that marker.
   *
   * Since: 1.0
   */
  g_object_class_install_property (object_class, PROP_REASON,
                                   g_param_spec_enum ("reason", NULL, NULL, MARMOT_TYPE_TREND_REASON,
                                                      MARMOT_TREND_REASON_SIGNIFICANT, flags));

  /**
   * MarmotTrend:polarity: (getter get_polarity)
   *
   * Which direction is good.
   *
   * Since: 1.0
   */
  g_object_class_install_property (object_class, PROP_POLARITY,
                                   g_param_spec_enum ("polarity", NULL, NULL, MARMOT_TYPE_POLARITY,
                                                      MARMOT_POLARITY_UNSTATED, flags));

  /**
   * MarmotTrend:chi-squared: (getter get_chi_squared)
   *
   * The test statistic, with one degree of freedom; NaN where none was computed.
   *
   * Since: 1.0
   */
  g_object_class_install_property (object_class, PROP_CHI_SQUARED,
                                   g_param_spec_double ("chi-squared", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE,
                                                        0, flags));

  /**
   * MarmotTrend:slope: (getter get_slope)
   *
   * By how much the figures change from one period to the next; NaN where that
   * was not computed.
   *
   * Since: 1.0
   */
  g_object_class_install_property (object_class, PROP_SLOPE,
                                   g_param_spec_double ("slope", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                                                        flags));

  /**
   * MarmotTrend:points-used: (getter get_points_used)
   *
   * Through how many points the line was drawn.
   *
   * Since: 1.0
   */
  g_object_class_install_property (object_class, PROP_POINTS_USED,
                                   g_param_spec_uint ("points-used", NULL, NULL, 0, MARMOT_TREND_POINTS, 0,
                                                      flags));

  /**
   * MarmotTrend:first-period: (getter get_first_period)
   *
   * The sort key of the earliest period of the line, or 0.
   *
   * Since: 1.0
   */
  g_object_class_install_property (object_class, PROP_FIRST_PERIOD,
                                   g_param_spec_uint ("first-period", NULL, NULL, 0, G_MAXUINT, 0, flags));

  /**
   * MarmotTrend:last-period: (getter get_last_period)
   *
   * The sort key of the latest period of the line, or 0.
   *
   * Since: 1.0
   */
  g_object_class_install_property (object_class, PROP_LAST_PERIOD,
                                   g_param_spec_uint ("last-period", NULL, NULL, 0, G_MAXUINT, 0, flags));

  /**
   * MarmotTrend:latest-change: (getter get_latest_change)
   *
   * Whether the latest figure lies above or below the one before.
   *
   * Since: 1.0
   */
  g_object_class_install_property (object_class, PROP_LATEST_CHANGE,
                                   g_param_spec_enum ("latest-change", NULL, NULL, MARMOT_TYPE_TREND_MARKER,
                                                      MARMOT_TREND_MARKER_CANNOT_BE_CALCULATED, flags));
}

static void
marmot_trend_init (MarmotTrend *self)
{
  self->outcome.reason = MARMOT_TREND_REASON_NO_POINTS;
  self->outcome.slope = self->outcome.chi_squared = (double) NAN;
}

MARMOT_RECORD_GETTER (MarmotTrend, marmot_trend, MARMOT_IS_TREND, MarmotTrendRule, rule, (MarmotTrendRule) 0)

#define GETTER(CType, field, on_failure)                       \
  CType marmot_trend_get_##field (MarmotTrend *self)           \
  {                                                            \
    g_return_val_if_fail (MARMOT_IS_TREND (self), on_failure); \
                                                               \
    return self->outcome.field;                                \
  }

GETTER (MarmotTrendMarker, marker, MARMOT_TREND_MARKER_CANNOT_BE_CALCULATED)
GETTER (MarmotTrendReason, reason, MARMOT_TREND_REASON_NO_POINTS)
GETTER (MarmotPolarity, polarity, MARMOT_POLARITY_UNSTATED)
GETTER (double, chi_squared, (double) NAN)
GETTER (double, slope, (double) NAN)
GETTER (guint, points_used, 0)
GETTER (guint, first_period, 0)
GETTER (guint, last_period, 0)
GETTER (MarmotTrendMarker, latest_change, MARMOT_TREND_MARKER_CANNOT_BE_CALCULATED)

const char *
marmot_trend_get_label (MarmotTrend *self)
{
  g_return_val_if_fail (MARMOT_IS_TREND (self), NULL);

  return marmot_trend_marker_get_label (self->outcome.marker, self->outcome.polarity);
}

const char *
marmot_trend_get_sentence (MarmotTrend *self)
{
  g_return_val_if_fail (MARMOT_IS_TREND (self), NULL);

  return marmot_trend_reason_get_description (self->outcome.reason);
}

MarmotMethod
marmot_trend_get_method (MarmotTrend *self)
{
  g_return_val_if_fail (MARMOT_IS_TREND (self), MARMOT_METHOD_DEFAULT);

  return self->rule == MARMOT_TREND_FINGERTIPS ? MARMOT_METHOD_TREND_FINGERTIPS
                                               : MARMOT_METHOD_TREND_OHID_GUIDANCE;
}

const char *
marmot_trend_marker_get_label (MarmotTrendMarker marker,
                               MarmotPolarity polarity)
{
  gboolean rises = marker == MARMOT_TREND_MARKER_INCREASING;

  switch (marker)
    {
    case MARMOT_TREND_MARKER_CANNOT_BE_CALCULATED:
      return "Cannot be calculated";
    case MARMOT_TREND_MARKER_NO_CHANGE:
      return "No significant change";
    case MARMOT_TREND_MARKER_INCREASING:
    case MARMOT_TREND_MARKER_DECREASING:
      break;
    default:
      g_return_val_if_reached ("Cannot be calculated");
    }

  if (polarity == MARMOT_POLARITY_HIGH_IS_GOOD)
    return rises ? "Increasing and getting better" : "Decreasing and getting worse";
  if (polarity == MARMOT_POLARITY_LOW_IS_GOOD)
    return rises ? "Increasing and getting worse" : "Decreasing and getting better";
  return rises ? "Increasing" : "Decreasing";
}

/* In the order of MarmotTrendReason. Those that Fingertips words begin as its
 * messages do. */
static const char * const sentences[] = {
  "The figures rise or fall by more than chance explains, and no single figure decides that.",
  "Chance may explain the slope of the figures.",
  "The slope is significant, but it turns round if one of the figures is left out.",
  "No figure has a confidence interval, so no line was drawn: the Fingertips site shows this as no "
  "significant change, which it does not establish.",
  "The confidence interval of a figure has no width, so no line was drawn.",
  "No line can be drawn: only one figure has a confidence interval, or the numbers are beyond computing.",
  "The recent trend cannot be calculated for this value type.",
  "The recent trend cannot be calculated for this year range: each period must be one year.",
  "The periods are shorter than a year or overlap, and a trend is of years that stand apart.",
  "No data points found.",
  "Not enough data points to calculate recent trend: there must be five.",
  "Not enough data points with valid values to calculate recent trend: five must have a value, a count "
  "and a denominator.",
  "Everybody was counted in one of the periods: the rule takes no count that equals its denominator.",
  "Nobody was counted in one of the five latest periods, so its odds have no logarithm.",
  "A count is below zero or above its denominator among the five latest figures.",
  "One of the five latest figures is missing.",
  "One of the five latest figures has no confidence interval.",
  "A lower confidence limit is above its upper limit.",
  "A year is missing among the five latest figures.",
  "A figure has no period, or one that is neither a year nor a sort key.",
  "Two figures are of the same period: keep one, or split the series.",
  "The figures are not of one series: they differ in value type, polarity, year range, indicator, area or "
  "role.",
};

G_STATIC_ASSERT (G_N_ELEMENTS (sentences) == MARMOT_TREND_REASON_MIXED_SERIES + 1);

const char *
marmot_trend_reason_get_description (MarmotTrendReason reason)
{
  g_return_val_if_fail ((guint) reason < G_N_ELEMENTS (sentences), "Unknown.");

  return sentences[reason];
}

MarmotTrendMarker
marmot_trend_two_points (double earlier_lower,
                         double earlier_upper,
                         double later_lower,
                         double later_upper)
{
  int direction;

  /* Not true of NaN either. */
  if (!(earlier_lower <= earlier_upper && later_lower <= later_upper))
    return MARMOT_TREND_MARKER_CANNOT_BE_CALCULATED;

  direction = mn_trend_two_intervals (earlier_lower, earlier_upper, later_lower, later_upper);
  if (direction == 0)
    return MARMOT_TREND_MARKER_NO_CHANGE;
  return direction > 0 ? MARMOT_TREND_MARKER_INCREASING : MARMOT_TREND_MARKER_DECREASING;
}

static MarmotTrend *
new_outcome (const MarmotTrendPlan *plan,
             const MarmotTrendOutcome *outcome)
{
  MarmotTrend *self = g_object_new (MARMOT_TYPE_TREND, NULL);

  self->rule = plan->rule;
  self->outcome = *outcome;
  return self;
}

MarmotTrend *
marmot_trend_new_series (MarmotTrendOptions *options,
                         const gint64 *periods,
                         const double *values,
                         const double *lower,
                         const double *upper,
                         const double *counts,
                         const double *denominators,
                         gsize n_points,
                         GError **error)
{
  MarmotTrendPlan plan;
  MarmotTrendOutcome outcome;
  MarmotTrendSeries series = { .one_year = TRUE };
  g_autofree MarmotTrendPoint *points = NULL;

  g_return_val_if_fail (options == NULL || MARMOT_IS_TREND_OPTIONS (options), NULL);
  g_return_val_if_fail (n_points == 0 || (periods && values && lower && upper && counts && denominators), NULL);

  if (!marmot_trend_plan_init (&plan, options, error))
    return NULL;

  points = g_new (MarmotTrendPoint, n_points);
  for (gsize i = 0; i < n_points; i++)
    points[i] = marmot_trend_point (marmot_trend_period (periods[i]), values[i], lower[i], upper[i], counts[i],
                                    denominators[i]);
  series.value_type = plan.value_type;
  series.polarity = plan.polarity;
  marmot_trend_judge (&plan, &series, points, n_points, &outcome);
  return new_outcome (&plan, &outcome);
}

MarmotTrend *
marmot_trend_new_figures (MarmotTable *figures,
                          MarmotTrendOptions *options,
                          GError **error)
{
  MarmotTrendPlan plan;
  MarmotTrendOutcome outcome;
  g_autofree gint32 *codes = NULL;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_TREND_OPTIONS (options), NULL);

  codes = g_new0 (gint32, marmot_table_get_n_rows (figures));
  if (!marmot_trend_plan_init (&plan, options, error)
      || !marmot_trend_judge_table (&plan, figures, codes, 1, &outcome, error))
    return NULL;
  return new_outcome (&plan, &outcome);
}

static double
get_number (MarmotValue *value)
{
  return value && marmot_value_is_present (value) ? marmot_value_get_number (value) : (double) NAN;
}

/* Whether two figures are of one series, their periods apart. */
static gboolean
belong_together (MarmotObservation *a,
                 MarmotObservation *b)
{
  MarmotPeriod *p = marmot_observation_get_period (a);
  MarmotPeriod *q = marmot_observation_get_period (b);

  return marmot_observation_get_indicator (a) == marmot_observation_get_indicator (b)
         && marmot_observation_get_area (a) == marmot_observation_get_area (b)
         && marmot_observation_get_role (a) == marmot_observation_get_role (b)
         && (!p || !q || marmot_period_get_year_type (p) == marmot_period_get_year_type (q));
}

static void
add_period (MarmotPeriod *period,
            MarmotTrendSeries *series)
{
  switch (marmot_period_get_kind (period))
    {
    case MARMOT_PERIOD_YEAR:
      break;
    case MARMOT_PERIOD_POOLED_YEARS:
      series->one_year = FALSE;
      break;
    case MARMOT_PERIOD_QUARTER:
    case MARMOT_PERIOD_MONTH:
    case MARMOT_PERIOD_YEAR_TO_DATE:
    case MARMOT_PERIOD_CUMULATIVE:
    case MARMOT_PERIOD_ROLLING_QUARTERS:
    case MARMOT_PERIOD_ROLLING_MONTHS:
    case MARMOT_PERIOD_DAY:
    case MARMOT_PERIOD_SPAN:
    default:
      series->sub_annual = TRUE;
    }
}

MarmotTrend *
marmot_trend_new_observations (MarmotObservation **observations,
                               gsize n_observations,
                               MarmotTrendOptions *options,
                               GError **error)
{
  MarmotTrendPlan plan;
  MarmotTrendOutcome outcome;
  MarmotTrendSeries series = { .one_year = TRUE };
  MarmotIndicator *indicator = NULL;
  g_autofree MarmotTrendPoint *points = NULL;
  double confidence = options ? marmot_trend_options_get_confidence (options) : 0.95;

  g_return_val_if_fail (observations != NULL || n_observations == 0, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_TREND_OPTIONS (options), NULL);

  if (!marmot_trend_plan_init (&plan, options, error))
    return NULL;

  points = g_new (MarmotTrendPoint, n_observations);
  for (gsize i = 0; i < n_observations; i++)
    {
      MarmotObservation *o = observations[i];
      MarmotPeriod *period;
      gboolean same_level;

      g_return_val_if_fail (MARMOT_IS_OBSERVATION (o), NULL);

      period = marmot_observation_get_period (o);
      same_level = marmot_observation_get_confidence (o) == confidence;
      points[i] = marmot_trend_point (period ? marmot_trend_period (marmot_period_get_sort_key (period)) : 0,
                                      get_number (marmot_observation_get_value (o)),
                                      same_level ? get_number (marmot_observation_get_lower (o)) : (double) NAN,
                                      same_level ? get_number (marmot_observation_get_upper (o)) : (double) NAN,
                                      get_number (marmot_observation_get_numerator (o)),
                                      get_number (marmot_observation_get_denominator (o)));
      if (period)
        add_period (period, &series);
      series.mixed = series.mixed || !belong_together (observations[0], o);
    }

  if (n_observations > 0)
    indicator = marmot_observation_get_indicator (observations[0]);
  series.value_type = plan.value_type;
  if (series.value_type == MARMOT_VALUE_TYPE_OTHER && indicator)
    series.value_type = marmot_indicator_get_value_type (indicator);
  series.polarity = plan.polarity;
  if (series.polarity == MARMOT_POLARITY_UNSTATED && indicator)
    series.polarity = marmot_indicator_get_polarity (indicator);

  marmot_trend_judge (&plan, &series, points, n_observations, &outcome);
  return new_outcome (&plan, &outcome);
}
