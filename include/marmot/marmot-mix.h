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
 * marmot_mix_changes:
 * @figures: a row a group of people of an area, in both periods
 * @areas: (nullable): the area of each row; %NULL for one area
 * @options: (nullable): confidence levels, which way is better and the index of
 *   deprivation of each period, or %NULL for the defaults
 * @error: return location for an error
 *
 * What the mean and the gradient would be had the mix of people not changed: their
 * changes taken apart into the figures of the groups and the people in them.
 *
 * The columns of @figures are "rank" (the smallest number for the most deprived),
 * "estimate_1", "population_1", "estimate_2" and "population_2"; for limits, "se_1" and
 * "se_2"; and "edition_1", "edition_2", "lsoa_vintage_1" and "lsoa_vintage_2" where the rows
 * say by which index of deprivation they were made, which counts before the options. An
 * area is comparable if all of its rows are.
 *
 * With F(p, y) of the shares of people p and the figures y of a period:
 *
 *     figures = ½ (F(p₁, y₂) − F(p₁, y₁) + F(p₂, y₂) − F(p₂, y₁))
 *     mix     = ½ (F(p₂, y₁) − F(p₁, y₁) + F(p₂, y₂) − F(p₁, y₂))
 *     held    = F(p₁, y₂)
 *
 * which add up to the change whatever F is (Kitagawa, Journal of the American Statistical
 * Association 1955; 50: 1168-1194). Limits are by the delta method with people as known
 * and groups and periods as independent.
 *
 * The result has a row an area: "n_groups"; and for each of "mean", "slope" and "ratio"
 * the earlier and the later value ("mean_1", "mean_2"), "mean_change", "mean_figures",
 * "mean_mix" and "mean_held", each with limits, and "mean_status". The slope index of
 * inequality is that of least squares by shares, positive where the most deprived are
 * worse off; the ratio is of the ends of its line, the worse over the better where the
 * most deprived are worse off, its parts are ratios, and they multiply to the change. Then
 * "comparable" and "reason", as in [func@Marmot.gap_changes]: between editions of the
 * index the mix changes by the index.
 *
 * A missing or impossible number gives its area a status; the others are computed. A
 * standard error that is missing leaves what needs it without limits. Errors are those of
 * [func@Marmot.excess_events].
 *
 * Returns: (transfer full): a table, a row an area, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_mix_changes (MarmotTable       *figures,
                                 MarmotGroups      *areas,
                                 MarmotGapOptions  *options,
                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_mix_contributions:
 * @figures: as in [func@Marmot.mix_changes]
 * @areas: (nullable): as there
 * @options: (nullable): as there
 * @error: return location for an error
 *
 * What each group adds to the parts of the change of the mean and of the slope index; see
 * [func@Marmot.mix_changes]. Over the groups of an area they add up to those parts.
 *
 * The result has a row a row: "mean_figures", "mean_mix", "slope_figures" and "slope_mix",
 * each with limits, "status", and "comparable" and "reason" of its area.
 *
 * Returns: (transfer full): a table, a row a row, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_mix_contributions (MarmotTable       *figures,
                                       MarmotGroups      *areas,
                                       MarmotGapOptions  *options,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
