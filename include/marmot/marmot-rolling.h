/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-groups.h>
#include <marmot/marmot-rolling-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_rolling_figures:
 * @figures: a row a period of a series
 * @groups: (nullable): the series of each row, such as its area; %NULL for one series
 * @options: (nullable): which periods are taken together, and how their figures accrue, or
 *   %NULL for sums over a year
 * @error: return location for an error
 *
 * Rolling years and years to date, from numerators and denominators: Σ numerators / Σ
 * denominators, and never the mean of monthly rates, in which a month of ten children would
 * count as much as one of a hundred.
 *
 * @figures have "time" (dates, which stand for their calendar month; texts of months or
 * quarters; or, for a rolling span, whole numbers), "numerator", and, but for counts,
 * "denominator".
 *
 * The result has a row a row of @figures, in their order: "time"; "numerator" and
 * "denominator" of all periods that are taken together, "value", the one over the other
 * times the multiplier, or the numerator where there is no denominator; "n_periods", of how
 * many periods both are there, and "n_expected", of how many they should be; "overlapping",
 * true where periods are shared with other rows, by which [func@Marmot.monotonic_trends]
 * knows that they may not be tested; and "status". For limits, hand "numerator" and
 * "denominator" to [func@Marmot.proportion_column] or [func@Marmot.rate_column].
 *
 * Where a period is missing or has no figure, the row is %MARMOT_STATUS_INCOMPLETE and has
 * no value: eleven months are not a year. What is said of the last period alone needs that
 * one only. A time that is missing or there twice gives all rows of its series the status,
 * times that are not whole steps %MARMOT_STATUS_UNEVEN, periods that share days already, such
 * as years to date, %MARMOT_STATUS_NOT_INDEPENDENT where they are summed; a denominator of zero or below and
 * counts below zero give it to their rows.
 *
 * A number of periods that is over 1,200, or that nobody knows, a month that is none, a
 * year to date of numbers, and a multiplier of zero or below are a
 * %MARMOT_ERROR_INVALID_ARGUMENT; for the rest see [func@Marmot.monotonic_trends].
 *
 * Returns: (transfer full): a table, a row a row, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_rolling_figures (MarmotTable           *figures,
                                     MarmotGroups          *groups,
                                     MarmotRollingOptions  *options,
                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
