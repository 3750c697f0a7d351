/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-observation-set.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_view_ranked:
 * @set: the figures of one indicator, period, sex and age, one an area
 * @error: return location for an error
 *
 * One indicator over areas, from the lowest value to the highest, with two columns
 * more: `rank`, from 1 for the lowest, where equal values share the mean of their
 * ranks, and `ranked`, how many areas have a value. Areas without a value stand
 * last, in their order, and have no rank.
 *
 * An area that stands in the set twice is a %MARMOT_ERROR_INVALID_DATA: filter the
 * set first. A set without values or area codes is a %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the rows in order, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_view_ranked      (MarmotObservationSet  *set,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_view_series:
 * @set: the figures of one indicator, area, sex, age and category
 * @error: return location for an error
 *
 * One series over time, from the first period to the last. Periods that are missing
 * are not filled in.
 *
 * A period that stands in the set twice is a %MARMOT_ERROR_INVALID_DATA: filter the
 * set first. A set without the column `sortable` is a %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the rows in order, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_view_series      (MarmotObservationSet  *set,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_view_profile:
 * @set: figures of any kind
 * @area_code: an area
 * @error: return location for an error
 *
 * All that is known of one area: the latest figure of each indicator, sex and age,
 * for the whole population, in the order in which the indicators first stand in the
 * set.
 *
 * A set without the columns `area_code` and `sortable` is a
 * %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the rows, of which there may be none, or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_view_profile     (MarmotObservationSet  *set,
                                      const char            *area_code,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_view_newly_worse:
 * @set: figures of any kind, with their labels
 * @column: the column of labels, such as `compared_england`
 * @error: return location for an error
 *
 * What was not worse in the period before and is now: the latest figure of each
 * series whose label is "Worse", where that of the figure before it is another, and
 * not "Not compared".
 *
 * A set without the columns @column and `sortable` is a %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the rows, in the order of the set, or %NULL with @error
 *   set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_view_newly_worse (MarmotObservationSet  *set,
                                      const char            *column,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_view_worse_and_worsening:
 * @set: figures of any kind, with their labels
 * @column: the column of labels, such as `compared_england`
 * @error: return location for an error
 *
 * "Red and getting worse": the latest figure of each series whose label is "Worse"
 * and whose recent trend ends in "getting worse".
 *
 * A set without the columns @column, `recent_trend` and `sortable` is a
 * %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the rows, in the order of the set, or %NULL with @error
 *   set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_view_worse_and_worsening (MarmotObservationSet  *set,
                                              const char            *column,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_view_exceptions:
 * @set: figures of any kind, with their labels
 * @column: the column of labels, such as `compared_england`
 * @error: return location for an error
 *
 * The whole set, exceptions first: the latest figure of each series, those that are
 * worse before those that are similar, and those before the ones that are better;
 * last, apart, those that cannot be judged. Among the worse, those that are newly so
 * come first, and then those that are getting worse; among the similar, those that
 * were better before. Otherwise the rows stay in the order of the set.
 *
 * Worse is a label "Worse", "Worst" or "Red"; similar "Similar" or "Amber"; better
 * "Better", "Best" or "Green". Whatever else stands there cannot be judged: "Lower",
 * a quintile, "Not compared", or nothing. Getting worse is what `recent_trend` says
 * is, where the set has it.
 *
 * Four columns are added: `standing` is "worse", "similar", "better" or
 * "not-judged"; `newly_worse` and `getting_worse` are true or false; `why` says in a
 * sentence why the row stands where it does.
 *
 * A set without the columns @column and `sortable` is a %MARMOT_ERROR_NOT_FOUND, a
 * column that holds no labels a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): the rows, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_view_exceptions  (MarmotObservationSet  *set,
                                      const char            *column,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * MARMOT_SPINE_MIN_SHARE:
 *
 * The share of areas that must have values for a spine chart to be shown.
 *
 * Since: 1.0
 */
#define MARMOT_SPINE_MIN_SHARE 0.75

/**
 * MarmotSpineReason:
 * @MARMOT_SPINE_REASON_SHOWN: it is shown
 * @MARMOT_SPINE_REASON_NO_BENCHMARK: there is no benchmark of that sex, age and
 *   period, or it has no value
 * @MARMOT_SPINE_REASON_BENCHMARK_TWICE: the benchmark is there more than once, and
 *   nobody knows which is meant
 * @MARMOT_SPINE_REASON_NO_VALUES: no area of that type has a value
 * @MARMOT_SPINE_REASON_TOO_FEW_AREAS: too few of them have one
 *
 * Why a spine chart is shown or not.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_SPINE_REASON_SHOWN,
  MARMOT_SPINE_REASON_NO_BENCHMARK,
  MARMOT_SPINE_REASON_BENCHMARK_TWICE,
  MARMOT_SPINE_REASON_NO_VALUES,
  MARMOT_SPINE_REASON_TOO_FEW_AREAS
} MarmotSpineReason;

/**
 * marmot_view_spine:
 * @set: figures of many areas
 * @area_code: the area whose profile it is
 * @benchmark_code: what it is held against, such as "E92000001" for England
 * @specs: (nullable): a list of [class@Marmot.Indicator] and of
 *   [class@Marmot.ComparisonSpec] with an indicator, which say which direction is good
 * @always_show: whether to show charts of which too few areas have values
 * @error: return location for an error
 *
 * The numbers of a profile as spine charts, as Fingertips draws them: a row for the
 * latest figure of each indicator, sex and age of the area, of the whole population.
 *
 * The bar reaches from the lowest to the highest value of the areas of the area's
 * type, and its dark part from the 25th to the 75th percentile (type 7). The
 * benchmark, and not the median, stands in the middle; the longer side fills its
 * half. Where low is good the chart is reversed, so that the best is always on the
 * right.
 *
 * After what each row is of come the columns `value`, `benchmark`, `min`, `p25`,
 * `p75` and `max`; `worst` and `best`, null where neither direction is said to be
 * good: lowest and highest are then `min` and `max`; `scale`, what half the width
 * stands for; `at_value`, `at_min`, `at_p25`, `at_p75` and `at_max`, places from 0 on
 * the left to 1 on the right, with the benchmark at 0.5; `polarity`; `reversed`;
 * `areas`, how many areas of that type the set has, and `areas_with_values`; `shown`,
 * and in `reason` the short name of a #MarmotSpineReason. A chart is shown if at
 * least three quarters of the areas have values, or if @always_show.
 *
 * A set without `area_code`, `value` and `sortable` is a %MARMOT_ERROR_NOT_FOUND, an
 * item of @specs that says nothing of an indicator a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the rows, of which there may be none, or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_view_spine       (MarmotObservationSet  *set,
                                      const char            *area_code,
                                      const char            *benchmark_code,
                                      GListModel            *specs,
                                      gboolean               always_show,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
