/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-funnel-options.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-period-change-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_changes_over_time:
 * @figures: a row a period of a series
 * @groups: (nullable): the series of each row, such as its area; %NULL for one series
 * @options: (nullable): what is compared with what, and how, or %NULL for the difference of
 *   two proportions from the period before
 * @error: return location for an error
 *
 * Each period compared with the one before, or with the same month or quarter of the year
 * before, so that a season is no change: from numerators and denominators, with limits and a
 * test.
 *
 * @figures have "numerator", "denominator" and may have "time", in whole steps, as in
 * [func@Marmot.monotonic_trends]. The comparison is that of
 * [func@Marmot.proportion_difference], [func@Marmot.proportion_ratio],
 * [func@Marmot.rate_difference] or [func@Marmot.rate_ratio], of the later against the
 * earlier period.
 *
 * The result has a row a row of @figures, in their order, with the columns of that function
 * and "earlier_row", from 0, "earlier_numerator" and "earlier_denominator". Where the
 * earlier period is not there, or has no figure, the row is %MARMOT_STATUS_MISSING: a change
 * since any other would be another thing. Periods that share days are
 * %MARMOT_STATUS_NOT_INDEPENDENT, and a time that is there twice makes its series void.
 *
 * A year before, of numbers without [property@Marmot.PeriodChangeOptions:n-steps], is a
 * %MARMOT_ERROR_INVALID_ARGUMENT, as is what the comparison refuses; for the rest see
 * [func@Marmot.monotonic_trends].
 *
 * Returns: (transfer full): a table, a row a row, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_changes_over_time (MarmotTable                *figures,
                                       MarmotGroups               *groups,
                                       MarmotPeriodChangeOptions  *options,
                                       GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_funnels_over_time:
 * @figures: a row a place in a period
 * @places: the place of each row
 * @options: (nullable): how each funnel is drawn, or %NULL for proportions
 * @error: return location for an error
 *
 * A funnel for each period, and the track of each place through them.
 *
 * @figures have "time", "numerator", and "denominator" or "rate", by the kind of the funnel:
 * see [ctor@Marmot.Funnel.new]. Each period has an average of its own, unless
 * [property@Marmot.FunnelOptions:baseline] sets one.
 *
 * The result has a row a row of @figures, in their order: "value", "deviate", "place",
 * "adjusted_deviate" and "adjusted_place" as in [method@Marmot.Funnel.get_points];
 * "baseline" and "dispersion" of the period; "previous_place", where the place stood in its
 * period before; "n_periods_there", for how many periods in a row it has stood there, this
 * one among them; and "status". The track is null in a period in which a place has several
 * rows. A period in which nobody can be placed is %MARMOT_STATUS_NOT_DEFINED.
 *
 * Being outside in one period of many is what chance does; being there again is not.
 *
 * Errors are those of [ctor@Marmot.Funnel.new] and [func@Marmot.monotonic_trends].
 *
 * Returns: (transfer full): a table, a row a row, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_funnels_over_time (MarmotTable          *figures,
                                       MarmotGroups         *places,
                                       MarmotFunnelOptions  *options,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
