/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-chart-options.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_control_charts:
 * @figures: a row a point of a series
 * @groups: (nullable): the series of each row, such as its area; %NULL for one series
 * @options: (nullable): what the chart is of, and what makes its limits, or %NULL for a p
 *   chart
 * @error: return location for an error
 *
 * p, u, c, g and t charts, and p' and u' charts.
 *
 * @figures have "count", or, for g and t charts, how many cases or how long it was since the
 * event before; for p, u and prime charts "denominator"; and may have "time": numbers, dates
 * or periods, which here only put points in order.
 *
 * Limits are three standard deviations from the average, and the near lines two:
 *
 *     p: p̄ = Σx / Σn, which is no mean of percentages, s = √(p̄(1 − p̄) / n)
 *     u: √(ū / n)     c: √c̄     g: √(ḡ(ḡ + 1)), with the median for the centre
 *     t: an XmR chart of y^(1/3.6), raised back
 *     p′, u′: s times the mean range between neighbours of (p − p̄) / s, over 1.128
 *
 * (Montgomery 2020, chapter 7; Benneyan 2001; Nelson 1994; Laney 2002.) Limits end where
 * figures do: at 0, and for shares at 1.
 *
 * The result has a row a row of @figures, in their order: "value", "centre", "lower",
 * "upper", "lower_near", "upper_near"; "outside", whether the point is beyond a limit;
 * "n_needed", how many more points its series needs before its limits are no longer a trial
 * (twelve); and "status". A null is a gap, and has no limits (%MARMOT_STATUS_MISSING). A
 * count or denominator that cannot be has a status and takes no part. A time that is there
 * twice, or missing, makes its series void. One point alone has no range, so its t, p' or u'
 * chart has no limits (%MARMOT_STATUS_TOO_FEW_VALUES).
 *
 * A multiplier of zero or below is a %MARMOT_ERROR_INVALID_ARGUMENT; for the rest see
 * [func@Marmot.monotonic_trends].
 *
 * Returns: (transfer full): a table, a row a row, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_control_charts  (MarmotTable         *figures,
                                     MarmotGroups        *groups,
                                     MarmotChartOptions  *options,
                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_run_charts:
 * @figures: a row a point of a series
 * @groups: (nullable): the series of each row; %NULL for one series
 * @options: (nullable): how many points make the median, or %NULL for all
 * @error: return location for an error
 *
 * Run charts with Anhøj's rules: whether points keep to one side of the median for longer,
 * or cross it more seldom, than chance would have them.
 *
 * @figures have "value" and may have "time". Points on the median are passed over: they
 * neither lengthen a run nor end it. With n′ points that are not on it, a run of more than
 * round(log₂ n′) + 3 is a signal, and so are fewer crossings than the 5% quantile of the
 * binomial distribution of n′ − 1 and ½ (Anhøj and Olesen, PLoS ONE 2014).
 *
 * The result has a row a series: "n_points", "n_missing", "n_needed", how many more points
 * there should be (ten), "n_useful", "centre", "longest_run", "longest_run_max",
 * "crossings", "crossings_min", "signal", "status" and "wrong_row". No point off the median
 * is %MARMOT_STATUS_NOT_DEFINED. For errors see [func@Marmot.monotonic_trends].
 *
 * Returns: (transfer full): a table, a row a series, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_run_charts      (MarmotTable         *figures,
                                     MarmotGroups        *groups,
                                     MarmotChartOptions  *options,
                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_suggested_steps:
 * @figures: a row a point of a series
 * @groups: (nullable): the series of each row; %NULL for one series
 * @options: (nullable): how sure to be, or %NULL for 5%
 * @error: return location for an error
 *
 * Where a series most looks as if its level had changed. It is a suggestion, and changes no
 * chart: limits are made anew where somebody knows what changed, and not where a test says
 * so.
 *
 * @figures have "value" and may have "time". The statistic is Pettitt's, the largest of
 * |2 Σ ranks up to t − t(n + 1)|, with p ≈ 2 exp(−6K² / (n³ + n²)) (Applied Statistics
 * 1979). A trend has no step and yet a small p: look at the chart.
 *
 * The result has a row a series: "n_points", "n_missing", "n_needed" (twelve); "statistic",
 * "p_value", "suggested", whether it is below [property@Marmot.ChartOptions:alpha];
 * "step_row", the row, from 0, of the first point of the later level, "step_time", its time
 * as @figures write it; "n_before", "n_after", "median_before", "median_after"; "status" and
 * "wrong_row". Fewer than two points are %MARMOT_STATUS_TOO_FEW_VALUES.
 *
 * Returns: (transfer full): a table, a row a series, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_suggested_steps (MarmotTable         *figures,
                                     MarmotGroups        *groups,
                                     MarmotChartOptions  *options,
                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
