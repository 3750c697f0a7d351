/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-estimate.h>
#include <marmot/marmot-gap-options.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_attainment_gaps:
 * @figures: a row a comparison, such as a school, an area or a year
 * @options: (nullable): the confidence levels, or %NULL for 95%
 * @error: return location for an error
 *
 * The gap between two groups of whom some reached a level, such as pupils eligible for
 * free school meals and all others. It is positive where the first are worse off. The
 * numbers of pupils are asked for, not shares alone: a gap without them says nothing of
 * chance.
 *
 * The columns of @figures are "disadvantaged_count" and "disadvantaged_n", how many
 * reached the level and how many there were, and "others_count" and "others_n".
 *
 * The result has a row a row:
 *
 * - "disadvantaged" and "others": the percentages;
 * - "gap": in points, with Newcombe's limits (Statistics in Medicine 1998; 17: 873-890,
 *   method 10), and "gap_se", unpooled;
 * - "ratio": the others' share over the disadvantaged', with limits of the logarithm (Katz
 *   and others, Biometrics 1978; 34: 469-474), and "ratio_log_se";
 * - "odds_ratio" likewise (Woolf, Annals of Human Genetics 1955; 19: 251-253), and
 *   "odds_ratio_log_se";
 * - "standardised": the difference of the normal quantiles of both shares, in standard
 *   deviations, and "standardised_se". Were scores normal with one spread, it would not
 *   depend on where the level is set, as points and ratios do: a gap in points is the
 *   larger the nearer the level is to the middle, and shrinks as everybody passes (Ho,
 *   Educational Researcher 2008; 37: 351-360);
 * - "standardised_logit": the same from the odds ratio (Chinn, Statistics in Medicine
 *   2000; 19: 3127-3131);
 * - "status", and "relative_status" of what needs pupils who reached the level and pupils
 *   who did not: "not-defined" where a group has none.
 *
 * A missing or impossible number gives its row a status. Columns that are not there are a
 * %MARMOT_ERROR_NOT_FOUND, and of another type a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_attainment_gaps (MarmotTable       *figures,
                                     MarmotGapOptions  *options,
                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_attainment_gap:
 * @disadvantaged_count: how many of the disadvantaged reached the level
 * @disadvantaged_n: how many disadvantaged there were
 * @others_count: how many of the others reached it
 * @others_n: how many others there were
 * @options: (nullable): the confidence levels, or %NULL for 95%
 * @error: return location for an error
 *
 * One attainment gap, in points; see [func@Marmot.attainment_gaps], which has the ratios and
 * the standardised gap too. Numbers that cannot be give an estimate with a status.
 *
 * Returns: (transfer full): the gap with Newcombe's limits, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_attainment_gap (double             disadvantaged_count,
                                       double             disadvantaged_n,
                                       double             others_count,
                                       double             others_n,
                                       MarmotGapOptions  *options,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_attainment_changes:
 * @figures: a row a comparison in two years
 * @options: (nullable): the confidence levels and what the groups are of, or %NULL for the
 *   defaults
 * @error: return location for an error
 *
 * Whether attainment gaps narrowed between two years, and whether chance could explain it.
 *
 * The columns of @figures are those of [func@Marmot.attainment_gaps], each ending in "_1"
 * for the earlier year and "_2" for the later. Different pupils sit in different years, so
 * the years are taken as independent. Where the groups are of an index of deprivation,
 * "edition_1", "edition_2", "lsoa_vintage_1" and "lsoa_vintage_2" say of which, row by row,
 * as in [func@Marmot.gap_changes].
 *
 * The result is that of [func@Marmot.gap_changes], with the gap in points as the absolute
 * gap and the odds ratio as the relative gap; and "standardised_change" with limits and
 * status, "standardised_change_statistic", "standardised_change_p_value" and
 * "standardised_change_p_narrowed", and "standardised", where that gap went. Where points
 * narrow and the standardised gap does not, it was the level that moved, or everybody.
 *
 * Returns: (transfer full): a table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_attainment_changes (MarmotTable       *figures,
                                        MarmotGapOptions  *options,
                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_attainment_trends:
 * @figures: a row a year
 * @groups: (nullable): what each row belongs to, such as its area; %NULL for one series
 * @options: (nullable): the confidence levels, or %NULL for 95%
 * @error: return location for an error
 *
 * Whether attainment gaps narrowed over several years: as [func@Marmot.gap_trends], with
 * "time" and the columns of [func@Marmot.attainment_gaps]. The relative gap is the odds
 * ratio. Beside the slope in points are "standardised_slope" and what goes with it.
 *
 * Returns: (transfer full): a table, a row a group, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_attainment_trends (MarmotTable       *figures,
                                       MarmotGroups      *groups,
                                       MarmotGapOptions  *options,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
