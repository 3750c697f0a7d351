/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-groups.h>
#include <marmot/marmot-observation-set.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-trend-options.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_trend_columns:
 * @figures: a row a figure
 * @series: which series each row belongs to
 * @options: (nullable): the rule; the type of the values and the polarity where
 *   @figures does not have them
 * @error: return location for an error
 *
 * The trends of many series at once; see [class@Marmot.Trend].
 *
 * The columns of @figures are found by their names, and others are passed over.
 * "period" and "value" must be there: a period is a year, such as 2023, or a sort
 * key, such as 20230000. Without "lower" and "upper", "count" or "denominator",
 * all of these are missing. "year_range" has the years of each period, 1 without
 * it. "value_type" and "polarity" are text: the short names of
 * [enum@Marmot.ValueType] and [enum@Marmot.Polarity], or the same words as
 * Fingertips writes them; where they are null, @options decides. The rows of one
 * series must agree in these three.
 *
 * The result has a row a series, in the order of the groups: "marker" and
 * "reason", in short names; "label", in the words of the Fingertips site;
 * "chi_squared" and "slope", null where they were not computed; "points_used";
 * "first_period" and "last_period", sort keys, null where there is no line; and
 * "latest_change", in the short names of [enum@Marmot.TrendMarker].
 *
 * Time and memory grow with the rows; the rows may be in any order.
 *
 * A column that is not there is a %MARMOT_ERROR_NOT_FOUND, one of another type a
 * %MARMOT_ERROR_TYPE, groups of another length a %MARMOT_ERROR_LENGTH, and a
 * value type or polarity that is not known a %MARMOT_ERROR_INVALID_DATA. Options
 * that the rule does not take are a %MARMOT_ERROR_INVALID_ARGUMENT. Whatever else
 * is wrong with the figures of a series is its reason.
 *
 * Returns: (transfer full): a row a series, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_trend_columns (MarmotTable         *figures,
                                   MarmotGroups        *series,
                                   MarmotTrendOptions  *options,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_observation_set_trends:
 * @self: figures of any kind
 * @options: (nullable): the rule; the type of the values and the polarity of
 *   indicators that @specs does not name
 * @specs: (nullable): a list of [class@Marmot.Indicator], which say what type their
 *   values are of and which direction is good, and of [class@Marmot.ComparisonSpec]
 *   with an indicator, which say only the latter
 * @error: return location for an error
 *
 * The trends of a whole set in one call: of each indicator, area, sex, age and
 * category. Rows of another `time_identifier`, `year_type` or `period_range` are
 * another series, so years and quarters are never put into one line. The years of a
 * period are those of `period_range`, such as "3y", or else of its text.
 *
 * The result has a row a series, sorted by what it is of, which stands before the
 * columns of [func@Marmot.Trend.columns].
 *
 * A set without `sortable` or `value` is a %MARMOT_ERROR_NOT_FOUND, an item of
 * @specs that says nothing of an indicator a %MARMOT_ERROR_INVALID_ARGUMENT; the
 * other errors are those of [func@Marmot.Trend.columns].
 *
 * Returns: (transfer full): a row a series, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_observation_set_trends (MarmotObservationSet  *self,
                                            MarmotTrendOptions    *options,
                                            GListModel            *specs,
                                            GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
