/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

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

G_END_DECLS
