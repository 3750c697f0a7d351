/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-trend-private.h"

#include <math.h>
#include <stdlib.h>

#include "numeric/special.h"
#include "numeric/trend.h"

/* Twice the normal quantile of 95% limits, as the Fingertips site rounds it. */
#define FINGERTIPS_WIDTH 3.92

gboolean
marmot_trend_plan_init (MarmotTrendPlan *plan,
                        MarmotTrendOptions *options,
                        GError **error)
{
  double confidence = options ? marmot_trend_options_get_confidence (options) : 0.95;

  plan->rule = options ? marmot_trend_options_get_rule (options) : MARMOT_TREND_FINGERTIPS;
  plan->value_type = options ? marmot_trend_options_get_value_type (options) : MARMOT_VALUE_TYPE_OTHER;
  plan->polarity = options ? marmot_trend_options_get_polarity (options) : MARMOT_POLARITY_UNSTATED;
  plan->independent_periods = options && marmot_trend_options_get_independent_periods (options);

  if (!(confidence > 0 && confidence < 1))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A confidence level is a proportion above 0 and below 1, such as 0.95");
      return FALSE;
    }
  if (plan->rule == MARMOT_TREND_FINGERTIPS && confidence != 0.95)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The Fingertips rule takes limits at 0.95: pass those, or take the rule of "
                           "the guidance");
      return FALSE;
    }

  plan->width = plan->rule == MARMOT_TREND_FINGERTIPS ? FINGERTIPS_WIDTH
                                                      : 2 * mn_normal_quantile_upper ((1 - confidence) / 2);
  return TRUE;
}

guint32
marmot_trend_period (gint64 period)
{
  if (period > 0 && period <= 9999)
    return (guint32) period * 10000;
  return period > 9999 && period <= 99999999 && period / 10000 > 0 ? (guint32) period : 0;
}

static double
finite_or_missing (double number)
{
  return isfinite (number) ? number : (double) NAN;
}

MarmotTrendPoint
marmot_trend_point (guint32 period,
                    double value,
                    double lower,
                    double upper,
                    double count,
                    double denominator)
{
  MarmotTrendPoint point = {
    period,
    finite_or_missing (value),
    finite_or_missing (lower),
    finite_or_missing (upper),
    finite_or_missing (count),
    finite_or_missing (denominator),
  };

  return point;
}

static gboolean
has_limits (const MarmotTrendPoint *point)
{
  return !isnan (point->lower) && !isnan (point->upper);
}

static int
compare_periods (const void *a,
                 const void *b)
{
  guint32 x = ((const MarmotTrendPoint *) a)->period;
  guint32 y = ((const MarmotTrendPoint *) b)->period;

  return (x > y) - (x < y);
}

static void
sort_points (MarmotTrendPoint *points,
             gsize n_points)
{
  for (gsize i = 1; i < n_points; i++)
    if (points[i].period < points[i - 1].period)
      {
        qsort (points, n_points, sizeof *points, compare_periods);
        return;
      }
}

static gboolean
is_proportion (MarmotValueType type)
{
  return type == MARMOT_VALUE_TYPE_PROPORTION || type == MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_PROPORTION;
}

static gboolean
takes_type (MarmotTrendRule rule,
            MarmotValueType type)
{
  switch (type)
    {
    case MARMOT_VALUE_TYPE_PROPORTION:
    case MARMOT_VALUE_TYPE_CRUDE_RATE:
    case MARMOT_VALUE_TYPE_DIRECTLY_STANDARDISED_RATE:
      return TRUE;

    case MARMOT_VALUE_TYPE_GAP:
    case MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_RATE:
    case MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_RATIO:
    case MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_PROPORTION:
    case MARMOT_VALUE_TYPE_RATIO:
    case MARMOT_VALUE_TYPE_LIFE_EXPECTANCY:
    case MARMOT_VALUE_TYPE_SLOPE_INDEX:
    case MARMOT_VALUE_TYPE_EXCESS_RISK:
    case MARMOT_VALUE_TYPE_MEDIAN:
    case MARMOT_VALUE_TYPE_MEAN:
      return rule == MARMOT_TREND_OHID_GUIDANCE;

    case MARMOT_VALUE_TYPE_OTHER:
    case MARMOT_VALUE_TYPE_COUNT:
    case MARMOT_VALUE_TYPE_SCORE:
    case MARMOT_VALUE_TYPE_TEXT:
    case MARMOT_VALUE_TYPE_PERCENTAGE_POINT:
    default:
      return FALSE;
    }
}

static void
cannot (MarmotTrendOutcome *outcome,
        MarmotTrendReason reason)
{
  outcome->marker = MARMOT_TREND_MARKER_CANNOT_BE_CALCULATED;
  outcome->reason = reason;
}

static void
no_change (MarmotTrendOutcome *outcome,
           MarmotTrendReason reason)
{
  outcome->marker = MARMOT_TREND_MARKER_NO_CHANGE;
  outcome->reason = reason;
}

/* What a line says, which has been drawn from first to last. */
static void
judge_line (MarmotTrendOutcome *outcome,
            const MarmotTrendPoint *first,
            const MarmotTrendPoint *last,
            guint n_points,
            gboolean unanimous)
{
  if (isnan (outcome->slope))
    {
      no_change (outcome, MARMOT_TREND_REASON_NO_LINE);
      return;
    }

  outcome->points_used = n_points;
  outcome->first_period = first->period;
  outcome->last_period = last->period;
  if (!(outcome->chi_squared > MN_TREND_LIMIT))
    {
      no_change (outcome, MARMOT_TREND_REASON_NOT_SIGNIFICANT);
    }
  else if (!unanimous)
    {
      no_change (outcome, MARMOT_TREND_REASON_SIGN_NOT_UNANIMOUS);
    }
  else
    {
      outcome->marker = outcome->slope < 0 ? MARMOT_TREND_MARKER_DECREASING : MARMOT_TREND_MARKER_INCREASING;
      outcome->reason = MARMOT_TREND_REASON_SIGNIFICANT;
    }
}

/* Draws a weighted line through points that have limits. */
static void
judge_weighted (const MarmotTrendPlan *plan,
                const MarmotTrendPoint **points,
                const double *times,
                guint n_points,
                MarmotTrendOutcome *outcome)
{
  double values[MARMOT_TREND_POINTS];
  double weights[MARMOT_TREND_POINTS];
  int unanimous;

  for (guint i = 0; i < n_points; i++)
    {
      double error = (points[i]->upper - points[i]->lower) / plan->width;

      if (error < 0)
        {
          cannot (outcome, MARMOT_TREND_REASON_REVERSED_LIMITS);
          return;
        }
      values[i] = points[i]->value;
      weights[i] = 1 / (error * error);
    }
  for (guint i = 0; i < n_points; i++)
    if (points[i]->upper == points[i]->lower)
      {
        /* The site draws no line and says that nothing changed. */
        if (plan->rule == MARMOT_TREND_FINGERTIPS)
          no_change (outcome, MARMOT_TREND_REASON_ZERO_WIDTH_INTERVAL);
        else
          cannot (outcome, MARMOT_TREND_REASON_ZERO_WIDTH_INTERVAL);
        return;
      }

  mn_trend_weighted (times, values, weights, n_points, &outcome->slope, &outcome->chi_squared, &unanimous);
  judge_line (outcome, points[0], points[n_points - 1], n_points, unanimous != 0);
}

static void
judge_fingertips (const MarmotTrendPlan *plan,
                  const MarmotTrendPoint *points,
                  gsize n_points,
                  MarmotTrendOutcome *outcome)
{
  static const double times[MARMOT_TREND_POINTS] = { 1, 2, 3, 4, 5 };
  const MarmotTrendPoint *used[MARMOT_TREND_POINTS];
  guint n_used = 0;
  gsize n_valid = 0;
  gboolean all_counted = FALSE;

  /* From the latest on, so that the first five with limits are the ones. */
  for (gsize i = n_points; i-- > 0;)
    {
      const MarmotTrendPoint *point = &points[i];

      if (isnan (point->value) || isnan (point->count) || !(point->denominator > 0))
        continue;
      n_valid++;
      all_counted = all_counted || point->count == point->denominator;
      if (n_used < MARMOT_TREND_POINTS && has_limits (point))
        used[n_used++] = point;
    }

  if (n_valid < MARMOT_TREND_POINTS)
    {
      cannot (outcome, MARMOT_TREND_REASON_TOO_FEW_VALID_POINTS);
    }
  else if (all_counted)
    {
      cannot (outcome, MARMOT_TREND_REASON_COUNT_EQUALS_DENOMINATOR);
    }
  else if (n_used == 0)
    {
      no_change (outcome, MARMOT_TREND_REASON_NO_INTERVALS);
    }
  else
    {
      for (guint i = 0; i < n_used / 2; i++)
        {
          const MarmotTrendPoint *swap = used[i];

          used[i] = used[n_used - 1 - i];
          used[n_used - 1 - i] = swap;
        }
      judge_weighted (plan, used, times, n_used, outcome);
    }
}

/* What keeps the counts of a proportion from having log odds. */
static gboolean
check_counts (const MarmotTrendPoint *points,
              MarmotTrendReason *reason)
{
  for (guint i = 0; i < MARMOT_TREND_POINTS; i++)
    {
      const MarmotTrendPoint *point = &points[i];

      if (isnan (point->count) || !(point->denominator > 0))
        *reason = MARMOT_TREND_REASON_MISSING_VALUES;
      else if (point->count < 0 || point->count > point->denominator)
        *reason = MARMOT_TREND_REASON_COUNT_OVER_DENOMINATOR;
      else if (point->count == point->denominator)
        *reason = MARMOT_TREND_REASON_COUNT_EQUALS_DENOMINATOR;
      else if (point->count == 0)
        *reason = MARMOT_TREND_REASON_COUNT_IS_ZERO;
      else
        continue;
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_values (const MarmotTrendPoint *points,
              MarmotTrendReason *reason)
{
  for (guint i = 0; i < MARMOT_TREND_POINTS; i++)
    if (isnan (points[i].value))
      {
        *reason = MARMOT_TREND_REASON_MISSING_VALUES;
        return FALSE;
      }
  for (guint i = 0; i < MARMOT_TREND_POINTS; i++)
    if (!has_limits (&points[i]))
      {
        *reason = MARMOT_TREND_REASON_MISSING_INTERVALS;
        return FALSE;
      }
  return TRUE;
}

static void
judge_guidance (const MarmotTrendPlan *plan,
                MarmotValueType value_type,
                const MarmotTrendPoint *points,
                gsize n_points,
                MarmotTrendOutcome *outcome)
{
  const MarmotTrendPoint *latest = points + n_points - MARMOT_TREND_POINTS;
  const MarmotTrendPoint *used[MARMOT_TREND_POINTS];
  double times[MARMOT_TREND_POINTS];
  MarmotTrendReason reason;

  for (guint i = 0; i < MARMOT_TREND_POINTS; i++)
    {
      used[i] = &latest[i];
      times[i] = latest[i].period / 10000;
      if (i > 0 && times[i] != times[i - 1] + 1)
        {
          cannot (outcome, MARMOT_TREND_REASON_BREAK);
          return;
        }
    }

  if (is_proportion (value_type))
    {
      double counts[MARMOT_TREND_POINTS];
      double denominators[MARMOT_TREND_POINTS];
      int unanimous;

      if (!check_counts (latest, &reason))
        {
          cannot (outcome, reason);
          return;
        }
      for (guint i = 0; i < MARMOT_TREND_POINTS; i++)
        {
          counts[i] = latest[i].count;
          denominators[i] = latest[i].denominator;
        }
      mn_trend_proportions (times, counts, denominators, MARMOT_TREND_POINTS, &outcome->slope,
                            &outcome->chi_squared, &unanimous);
      judge_line (outcome, used[0], used[MARMOT_TREND_POINTS - 1], MARMOT_TREND_POINTS, unanimous != 0);
    }
  else if (!check_values (latest, &reason))
    {
      cannot (outcome, reason);
    }
  else
    {
      judge_weighted (plan, used, times, MARMOT_TREND_POINTS, outcome);
    }
}

void
marmot_trend_judge (const MarmotTrendPlan *plan,
                    const MarmotTrendSeries *series,
                    MarmotTrendPoint *points,
                    gsize n_points,
                    MarmotTrendOutcome *outcome)
{
  gboolean no_period = FALSE, sub_annual = series->sub_annual, duplicate = FALSE;
  gboolean in_order;

  outcome->polarity = series->polarity;
  outcome->latest_change = MARMOT_TREND_MARKER_CANNOT_BE_CALCULATED;
  outcome->points_used = 0;
  outcome->first_period = outcome->last_period = 0;
  outcome->slope = outcome->chi_squared = (double) NAN;

  sort_points (points, n_points);
  for (gsize i = 0; i < n_points; i++)
    {
      no_period = no_period || points[i].period == 0;
      sub_annual = sub_annual || points[i].period % 10000 != 0;
      duplicate = duplicate || (i > 0 && points[i].period == points[i - 1].period);
    }

  in_order = !series->mixed && !no_period && !duplicate;
  if (in_order && n_points >= 2)
    outcome->latest_change
      = marmot_trend_two_points (points[n_points - 2].lower, points[n_points - 2].upper,
                                 points[n_points - 1].lower, points[n_points - 1].upper);

  if (series->mixed)
    cannot (outcome, MARMOT_TREND_REASON_MIXED_SERIES);
  else if (!takes_type (plan->rule, series->value_type))
    cannot (outcome, MARMOT_TREND_REASON_VALUE_TYPE);
  else if (!series->one_year)
    cannot (outcome, MARMOT_TREND_REASON_YEAR_RANGE);
  else if (no_period)
    cannot (outcome, MARMOT_TREND_REASON_NO_PERIOD);
  else if (sub_annual && !(plan->independent_periods && plan->rule == MARMOT_TREND_FINGERTIPS))
    cannot (outcome, MARMOT_TREND_REASON_SUB_ANNUAL);
  else if (duplicate)
    cannot (outcome, MARMOT_TREND_REASON_DUPLICATE_PERIODS);
  else if (n_points == 0)
    cannot (outcome, MARMOT_TREND_REASON_NO_POINTS);
  else if (n_points < MARMOT_TREND_POINTS)
    cannot (outcome, MARMOT_TREND_REASON_TOO_FEW_POINTS);
  else if (plan->rule == MARMOT_TREND_FINGERTIPS)
    judge_fingertips (plan, points, n_points, outcome);
  else
    judge_guidance (plan, series->value_type, points, n_points, outcome);
}
