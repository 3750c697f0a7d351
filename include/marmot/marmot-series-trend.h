/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-groups.h>
#include <marmot/marmot-series-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_monotonic_trends:
 * @figures: a row a point of a series
 * @groups: (nullable): the series of each row, such as its area; %NULL for one series
 * @options: (nullable): confidence levels, and whether periods overlap, or %NULL for the
 *   defaults
 * @error: return location for an error
 *
 * Whether series mostly rise or mostly fall (the Mann-Kendall test), and by how much
 * (Sen's slope).
 *
 * @figures have "value" and may have "time": numbers, dates, which stand for their calendar
 * month, or texts of periods, all of one length. Without it the rows of a series are one
 * step apart, in their order. Rows may be in any order of time. A null in "value" is a gap:
 * it stays one, so that the slope is per unit of time, or per period or month.
 *
 *     S = Σ sign(y_j − y_i),   var S = [n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)] / 18,
 *     z = (S − sign S) / √var S,   slope = median (y_j − y_i) / (t_j − t_i)
 *
 * over the pairs i before j, with t points at each tie. The limits of the slope are the
 * slopes at the places (N ∓ C) / 2, the upper one place on, where C is the normal quantile
 * times √var S, between two slopes by a straight line. Mann, Econometrica 1945; Kendall,
 * Rank Correlation Methods 1975; Sen, JASA 1968; Gilbert 1987, section 16.5. z takes S for
 * normal, as it nearly is from ten points.
 *
 * The result has a row a series: "n_points"; "n_missing"; "n_needed", how many more points
 * there should be before it is read (ten); "s", "s_variance", "z", "p_value" (two-sided),
 * "tau_a", "tau_b"; "slope", "slope_lower", "slope_upper" and "slope_status";
 * "intercept", the height of the line at the first time of the series; "status"; and
 * "wrong_row", the row, from 0, that it is about.
 *
 * Where periods overlap there is no test and no limit, and "status" says so
 * (%MARMOT_STATUS_NOT_INDEPENDENT). A time that is there twice, or missing, makes its
 * series void. One point is %MARMOT_STATUS_TOO_FEW_VALUES. The test takes any number of
 * points, and the slope up to 4,000: beyond, "slope_status" is
 * %MARMOT_STATUS_TOO_MANY_POINTS.
 *
 * Columns that are not there are a %MARMOT_ERROR_NOT_FOUND, of another type a
 * %MARMOT_ERROR_TYPE, groups of another number of rows a %MARMOT_ERROR_LENGTH, and texts
 * that are no periods a %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: (transfer full): a table, a row a series, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_monotonic_trends  (MarmotTable          *figures,
                                       MarmotGroups         *groups,
                                       MarmotSeriesOptions  *options,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_proportion_trends:
 * @figures: a row a proportion
 * @groups: (nullable): the series of each row; %NULL for one series
 * @options: (nullable): the test, and whether periods overlap, or %NULL for the defaults
 * @error: return location for an error
 *
 * The chi-squared test for a trend in proportions, at scores that are given.
 *
 * @figures have "count", "denominator" and "score", a number such as the year or the dose:
 * scores need not be equally far apart, and any scale gives the same test. They may have
 * "time" as in [func@Marmot.monotonic_trends]; then scores are not needed, and it is the
 * scores.
 *
 *     χ² = [Σ x(s − s̄)]² / (p(1 − p) Σ n(s − s̄)²),   1 degree of freedom
 *
 * with s̄ weighted by n: Armitage, Biometrics 1955, %MARMOT_METHOD_COCHRAN_ARMITAGE.
 * %MARMOT_METHOD_MANTEL_TREND has N − 1 in place of N (Mantel, JASA 1963), and is the
 * smaller by that little.
 *
 * The result has a row a series: "n_points", "n_missing", "slope", of the proportion per
 * unit of score; "chi_squared" and "p_value" of the trend; "total_chi_squared",
 * "total_df" and "total_p_value" of any difference at all; "departure_chi_squared" and
 * "departure_p_value" of what the line leaves, with one degree of freedom less; "status"
 * and "wrong_row". A large departure says that no straight line tells the story.
 *
 * A null is a gap. A count below zero or above its denominator, or a denominator of zero,
 * makes its series void; so do scores that are all the same (%MARMOT_STATUS_ONE_PLACE), and
 * there is no test where nobody or everybody counts (%MARMOT_STATUS_NOT_DEFINED). Errors
 * are those of [func@Marmot.monotonic_trends].
 *
 * Returns: (transfer full): a table, a row a series, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_proportion_trends (MarmotTable          *figures,
                                       MarmotGroups         *groups,
                                       MarmotSeriesOptions  *options,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_weighted_trends:
 * @figures: a row a point of a series
 * @groups: (nullable): the series of each row; %NULL for one series
 * @options: (nullable): confidence levels, and whether periods overlap, or %NULL for the
 *   defaults
 * @error: return location for an error
 *
 * The straight line through figures whose standard errors are known, such as standardised
 * rates, each weighted by one over its variance.
 *
 * @figures have "value" and "standard_error", and may have "time" as in
 * [func@Marmot.monotonic_trends].
 *
 *     slope = Σw(t − t̄)(y − ȳ) / Σw(t − t̄)²,   se = 1 / √Σw(t − t̄)²
 *
 * Variances are taken as they are and not scaled by how far points lie from the line
 * (Draper and Smith, Applied Regression Analysis, 3rd edition 1998, chapter 9). Fingertips'
 * own markers, with their rules on what may be tested, are [class@Marmot.Trend].
 *
 * The result has a row a series: "n_points", "n_missing", "slope" with limits and
 * "slope_status", "z", "p_value" (two-sided), "slope_unweighted" and its standard error
 * from the scatter, "slope_unweighted_se"; "status" and "wrong_row".
 *
 * A row without a value or an error is a gap; an error of zero or below makes its series
 * void (%MARMOT_STATUS_ERROR_OUT_OF_RANGE). Fewer than two points are
 * %MARMOT_STATUS_TOO_FEW_VALUES. Errors are those of [func@Marmot.monotonic_trends].
 *
 * Returns: (transfer full): a table, a row a series, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_weighted_trends   (MarmotTable          *figures,
                                       MarmotGroups         *groups,
                                       MarmotSeriesOptions  *options,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
