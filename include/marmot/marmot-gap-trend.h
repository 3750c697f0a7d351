/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-gap-options.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_gap_trends:
 * @figures: a row a gap in a period
 * @groups: (nullable): what each row belongs to, such as its area; %NULL for one series
 * @options: (nullable): confidence levels, which way is better and whether to judge
 *   across editions, or %NULL for the defaults
 * @error: return location for an error
 *
 * Whether gaps narrowed over several periods, absolutely and relatively.
 *
 * @figures have "time", a number such as a year, and those of one period as in
 * [func@Marmot.gap_changes]: "most", "most_se", "least" and "least_se"; or "gap" and
 * "gap_se"; or "ratio" and "log_se"; or the last two. They may have "edition" and
 * "lsoa_vintage". Periods are taken as independent.
 *
 * The slope is that of weighted least squares, with weights w of one over the variances,
 * which are taken as known:
 *
 *     slope = Σw(t − t̄)(G − Ḡ) / Σw(t − t̄)²,   se = 1 / √Σw(t − t̄)²
 *
 * (Draper and Smith, Applied Regression Analysis, 3rd edition 1998, chapter 9), and of
 * the relative gap that of its logarithm. Beside it is the slope without weights, with
 * the standard error from the scatter about the line.
 *
 * The result has a row a group: "n_periods", how many rows were used, and "n_missing",
 * how many had no gap and were left out. Of the absolute gap: "slope", per unit of time,
 * with limits and status ("slope_lower", "slope_status"), "slope_statistic",
 * "slope_p_value", "slope_p_narrowed", "slope_unweighted", "slope_unweighted_se",
 * "absolute" and "absolute_chance". Of the relative gap "log_slope", "log_slope_lower"
 * and so on, "relative" and "relative_chance". Then "verdict", "comparable" and
 * "reason", all as in [func@Marmot.gap_changes].
 *
 * A row without a gap, an error or a time is left out; other numbers that cannot be
 * give their group a status. Two different times are needed, and without weights three
 * rows for a standard error. Periods of other editions or vintages make the group not
 * comparable.
 *
 * Columns that are not there are a %MARMOT_ERROR_NOT_FOUND, of another type a
 * %MARMOT_ERROR_TYPE, groups of another number of rows a %MARMOT_ERROR_LENGTH.
 *
 * Returns: (transfer full): a table, a row a group, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_gap_trends (MarmotTable       *figures,
                                MarmotGroups      *groups,
                                MarmotGapOptions  *options,
                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
