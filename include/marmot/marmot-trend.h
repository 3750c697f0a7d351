/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-observation.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-trend-options.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotTrendMarker:
 * @MARMOT_TREND_MARKER_CANNOT_BE_CALCULATED: the rule does not take the series
 * @MARMOT_TREND_MARKER_NO_CHANGE: no significant change
 * @MARMOT_TREND_MARKER_INCREASING: significantly increasing
 * @MARMOT_TREND_MARKER_DECREASING: significantly decreasing
 *
 * Which way a series goes.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_TREND_MARKER_CANNOT_BE_CALCULATED,
  MARMOT_TREND_MARKER_NO_CHANGE,
  MARMOT_TREND_MARKER_INCREASING,
  MARMOT_TREND_MARKER_DECREASING
} MarmotTrendMarker;

/**
 * MarmotTrendReason:
 * @MARMOT_TREND_REASON_SIGNIFICANT: it rises or falls by more than chance, and
 *   no single point decides that
 * @MARMOT_TREND_REASON_NOT_SIGNIFICANT: chance may explain the slope
 * @MARMOT_TREND_REASON_SIGN_NOT_UNANIMOUS: the slope is significant, but turns
 *   round if one of the points is left out
 * @MARMOT_TREND_REASON_NO_INTERVALS: no point has a confidence interval
 * @MARMOT_TREND_REASON_ZERO_WIDTH_INTERVAL: the interval of a point has no width
 * @MARMOT_TREND_REASON_NO_LINE: no line can be drawn: only one point has an
 *   interval, or the numbers are beyond computing
 * @MARMOT_TREND_REASON_VALUE_TYPE: the rule does not take this type of value
 * @MARMOT_TREND_REASON_YEAR_RANGE: a period is of several years
 * @MARMOT_TREND_REASON_SUB_ANNUAL: a period is shorter than a year, or runs
 *   over into others
 * @MARMOT_TREND_REASON_NO_POINTS: there are no figures
 * @MARMOT_TREND_REASON_TOO_FEW_POINTS: there are fewer than five figures
 * @MARMOT_TREND_REASON_TOO_FEW_VALID_POINTS: fewer than five figures have a
 *   value, a count and a denominator
 * @MARMOT_TREND_REASON_COUNT_EQUALS_DENOMINATOR: everybody was counted in one of
 *   the periods
 * @MARMOT_TREND_REASON_COUNT_IS_ZERO: nobody was counted in one of the periods
 * @MARMOT_TREND_REASON_COUNT_OVER_DENOMINATOR: a count is below zero or above
 *   its denominator
 * @MARMOT_TREND_REASON_MISSING_VALUES: one of the five latest figures is missing
 * @MARMOT_TREND_REASON_MISSING_INTERVALS: one of the five latest figures has no
 *   confidence interval
 * @MARMOT_TREND_REASON_REVERSED_LIMITS: a lower limit is above its upper limit
 * @MARMOT_TREND_REASON_BREAK: a year is missing among the five latest
 * @MARMOT_TREND_REASON_NO_PERIOD: a figure has no period, or none that is one
 * @MARMOT_TREND_REASON_DUPLICATE_PERIODS: two figures are of one period
 * @MARMOT_TREND_REASON_MIXED_SERIES: the figures are not of one series
 *
 * Why a series has the marker that it has.
 *
 * More reasons may follow.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_TREND_REASON_SIGNIFICANT,
  MARMOT_TREND_REASON_NOT_SIGNIFICANT,
  MARMOT_TREND_REASON_SIGN_NOT_UNANIMOUS,
  MARMOT_TREND_REASON_NO_INTERVALS,
  MARMOT_TREND_REASON_ZERO_WIDTH_INTERVAL,
  MARMOT_TREND_REASON_NO_LINE,
  MARMOT_TREND_REASON_VALUE_TYPE,
  MARMOT_TREND_REASON_YEAR_RANGE,
  MARMOT_TREND_REASON_SUB_ANNUAL,
  MARMOT_TREND_REASON_NO_POINTS,
  MARMOT_TREND_REASON_TOO_FEW_POINTS,
  MARMOT_TREND_REASON_TOO_FEW_VALID_POINTS,
  MARMOT_TREND_REASON_COUNT_EQUALS_DENOMINATOR,
  MARMOT_TREND_REASON_COUNT_IS_ZERO,
  MARMOT_TREND_REASON_COUNT_OVER_DENOMINATOR,
  MARMOT_TREND_REASON_MISSING_VALUES,
  MARMOT_TREND_REASON_MISSING_INTERVALS,
  MARMOT_TREND_REASON_REVERSED_LIMITS,
  MARMOT_TREND_REASON_BREAK,
  MARMOT_TREND_REASON_NO_PERIOD,
  MARMOT_TREND_REASON_DUPLICATE_PERIODS,
  MARMOT_TREND_REASON_MIXED_SERIES
} MarmotTrendReason;

/**
 * marmot_trend_marker_get_label:
 * @marker: a marker
 * @polarity: which direction is good
 *
 * The words of the Fingertips site for a marker: "Increasing and getting
 * better" where a higher figure is better, "Increasing" where nobody says so.
 *
 * Returns: (transfer none): the words, in English
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_trend_marker_get_label (MarmotTrendMarker marker,
                                           MarmotPolarity    polarity);

/**
 * marmot_trend_reason_get_description:
 * @reason: a reason
 *
 * Says in a sentence what the reason means.
 *
 * Returns: (transfer none): the sentence, in English
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_trend_reason_get_description (MarmotTrendReason reason);

/**
 * marmot_trend_two_points:
 * @earlier_lower: the lower limit of the earlier figure; NaN if it has none
 * @earlier_upper: its upper limit
 * @later_lower: the lower limit of the later figure
 * @later_upper: its upper limit
 *
 * Whether a figure has risen or fallen since the one before, by whether their
 * confidence intervals overlap; see %MARMOT_METHOD_TREND_TWO_POINTS. Intervals
 * that touch overlap. Without all four limits, or where a lower limit is above
 * its upper, it cannot be calculated.
 *
 * Overlapping intervals are a cautious test: two figures may differ by more than
 * chance although their intervals overlap.
 *
 * Returns: the marker
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTrendMarker marmot_trend_two_points (double earlier_lower,
                                           double earlier_upper,
                                           double later_lower,
                                           double later_upper);

/**
 * MarmotTrend:
 *
 * Which way a series of figures has gone of late, how sure that is, and why.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_TREND (marmot_trend_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotTrend, marmot_trend, MARMOT, TREND, GObject)

/**
 * marmot_trend_new_series: (skip)
 * @options: (nullable): the rule, the type of the values and the polarity;
 *   %NULL for the rule of the Fingertips site, which takes no values of a type
 *   that nobody has stated
 * @periods: the periods, in any order: years, such as 2023, or sort keys, such
 *   as [method@Marmot.Period.get_sort_key] gives
 * @values: the values; NaN for what is missing, here and below
 * @lower: the lower confidence limits
 * @upper: the upper confidence limits
 * @counts: how many were counted
 * @denominators: among how many
 * @n_points: how many figures there are
 * @error: return location for an error
 *
 * The trend of one series, for C; other languages take
 * [ctor@Marmot.Trend.new_figures]. A number that is infinite is missing.
 *
 * Options that the rule does not take are a %MARMOT_ERROR_INVALID_ARGUMENT: a
 * confidence level outside (0, 1), or other than 0.95 for the rule of the
 * Fingertips site. Whatever is wrong with the figures is no error, but a reason.
 *
 * Returns: (transfer full): the trend, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTrend *marmot_trend_new_series (MarmotTrendOptions  *options,
                                      const gint64        *periods,
                                      const double        *values,
                                      const double        *lower,
                                      const double        *upper,
                                      const double        *counts,
                                      const double        *denominators,
                                      gsize                n_points,
                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_trend_new_figures:
 * @figures: the figures of one series, in the columns that
 *   [func@Marmot.Trend.columns] takes
 * @options: (nullable): as in [ctor@Marmot.Trend.new_series]
 * @error: return location for an error
 *
 * The trend of one series. It is the same as the only row of
 * [func@Marmot.Trend.columns], and fails as that does.
 *
 * Returns: (transfer full): the trend, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTrend *marmot_trend_new_figures (MarmotTable         *figures,
                                       MarmotTrendOptions  *options,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_trend_new_observations:
 * @observations: (array length=n_observations): the figures of one indicator in
 *   one area, in any order
 * @n_observations: how many there are
 * @options: (nullable): the rule; the type of the values and the polarity where
 *   they are not those of the indicator
 * @error: return location for an error
 *
 * The trend of one series. A value that is not a number is missing, and so are
 * limits at another confidence level than that of @options. Figures of several
 * indicators, areas, roles or types of year are mixed, and have no trend.
 *
 * It fails as [ctor@Marmot.Trend.new_series] does.
 *
 * Returns: (transfer full): the trend, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTrend *marmot_trend_new_observations (MarmotObservation  **observations,
                                            gsize                n_observations,
                                            MarmotTrendOptions  *options,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_trend_get_rule: (get-property rule)
 * @self: a trend
 *
 * Returns: by which rule it was found
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTrendRule marmot_trend_get_rule (MarmotTrend *self);

/**
 * marmot_trend_get_marker: (get-property marker)
 * @self: a trend
 *
 * Returns: which way the series goes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTrendMarker marmot_trend_get_marker (MarmotTrend *self);

/**
 * marmot_trend_get_reason: (get-property reason)
 * @self: a trend
 *
 * Returns: why it has that marker
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTrendReason marmot_trend_get_reason (MarmotTrend *self);

/**
 * marmot_trend_get_polarity: (get-property polarity)
 * @self: a trend
 *
 * Returns: which direction is good
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPolarity marmot_trend_get_polarity (MarmotTrend *self);

/**
 * marmot_trend_get_chi_squared: (get-property chi-squared)
 * @self: a trend
 *
 * Returns: the test statistic, with one degree of freedom; NaN where none was
 *   computed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_trend_get_chi_squared (MarmotTrend *self);

/**
 * marmot_trend_get_slope: (get-property slope)
 * @self: a trend
 *
 * Returns: by how much the figures change from one period to the next; by the
 *   guidance, in a year, and for proportions the change of their log odds; NaN
 *   where none was computed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_trend_get_slope (MarmotTrend *self);

/**
 * marmot_trend_get_points_used: (get-property points-used)
 * @self: a trend
 *
 * Returns: through how many points the line was drawn; 0 where none was
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_trend_get_points_used (MarmotTrend *self);

/**
 * marmot_trend_get_first_period: (get-property first-period)
 * @self: a trend
 *
 * Returns: the sort key of the earliest period of the line, such as 20190000;
 *   0 where there is no line
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_trend_get_first_period (MarmotTrend *self);

/**
 * marmot_trend_get_last_period: (get-property last-period)
 * @self: a trend
 *
 * Returns: the sort key of the latest period of the line, or 0
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_trend_get_last_period (MarmotTrend *self);

/**
 * marmot_trend_get_latest_change: (get-property latest-change)
 * @self: a trend
 *
 * Returns: whether the latest figure lies above or below the one before, as
 *   [func@Marmot.Trend.two_points] has it; whatever the rule
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTrendMarker marmot_trend_get_latest_change (MarmotTrend *self);

/**
 * marmot_trend_get_label:
 * @self: a trend
 *
 * Returns: (transfer none): the marker in words, such as "Increasing and
 *   getting worse"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_trend_get_label (MarmotTrend *self);

/**
 * marmot_trend_get_sentence:
 * @self: a trend
 *
 * Returns: (transfer none): the reason as a sentence
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_trend_get_sentence (MarmotTrend *self);

/**
 * marmot_trend_get_method:
 * @self: a trend
 *
 * Returns: the method that the rule is, for its name and citation
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod marmot_trend_get_method (MarmotTrend *self);

G_END_DECLS
