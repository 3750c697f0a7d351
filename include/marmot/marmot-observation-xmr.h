/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-observation-set.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>
#include <marmot/marmot-xmr-options.h>

G_BEGIN_DECLS

/**
 * marmot_observation_set_xmr:
 * @self: figures of any kind
 * @options: (nullable): how to draw and read, and the polarity and the target of
 *   indicators of which nothing else is said
 * @specs: (nullable): a list of [class@Marmot.Indicator] and of
 *   [class@Marmot.ComparisonSpec] with an indicator, which say which direction is good
 * @targets: (nullable): a list of [class@Marmot.Target] with an indicator
 * @error: return location for an error
 *
 * The XmR charts of a whole set in one table, exceptions first: a row for each indicator,
 * area, sex, age and category, as [func@Marmot.xmr_exceptions] orders them. Rows of
 * another `time_identifier`, `year_type` or `period_range` are another series.
 *
 * What a row is of stands first: the codes, and after them `indicator_name` and
 * `area_name` where the set has them. The columns of [func@Marmot.xmr_exceptions] follow;
 * "date" is the last day of the latest period. Where the text of a period is none,
 * `sortable` orders the rows, and nobody can know whether a month is missing.
 *
 * A series whose periods overlap, such as rolling years, or years to date, is "rolling":
 * its limits are drawn and nothing is read from it. Figures with a denominator are noted
 * as fit for a p chart.
 *
 * A target holds for the figures of its period. One for a longer period, such as a year,
 * holds for the figures of the months in it as well, but not where the indicator says
 * that it is a count: a twelfth of it would be, if anything. Of several the one of the
 * shortest period holds. Targets without a number hold for nothing, nor do targets of
 * indicators that the set has no figures of.
 *
 * A set without `value`, or with neither `time_period` nor `sortable`, is a
 * %MARMOT_ERROR_NOT_FOUND, and an item of a list that says nothing of an indicator a
 * %MARMOT_ERROR_INVALID_ARGUMENT; the other errors are those of
 * [func@Marmot.xmr_series].
 *
 * Returns: (transfer full): a row a series, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_observation_set_xmr (MarmotObservationSet  *self,
                                         MarmotXmrOptions      *options,
                                         GListModel            *specs,
                                         GListModel            *targets,
                                         GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
