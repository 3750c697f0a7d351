/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-estimate.h>
#include <marmot/marmot-excess-options.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_excess_events:
 * @figures: a row a group of people of an area
 * @areas: (nullable): the area of each row; %NULL for one area
 * @options: what figures are per, and what an excess is over
 * @error: return location for an error
 *
 * How many events fewer each group would have at the figure of the reference: the least
 * deprived, the average, the best, or a number from elsewhere.
 *
 * The columns of @figures are found by their names, and others are passed over:
 *
 * - "estimate": the figure of the group, such as a rate;
 * - "population": its people;
 * - "rank": a number, the smallest for the most deprived; groups of one rank count
 *   together. It may be left out where the reference does not need it;
 * - "standard_error", if there are to be limits;
 * - "years", for excess years: the years of life, or others, that the events of the
 *   group cost in all.
 *
 * With figures y_i per k, people n_i and a reference y_r:
 *
 *     excess_i       = n_i (y_i − y_r) / k
 *     excess years_i = years_i (y_i − y_r) / y_i
 *
 * which is below zero for a group that is better than the reference. Where more is
 * better it is what is wanting: the other way round. Standard errors are by the delta
 * method with people as known; a reference that is made of the groups is not taken as
 * independent of them.
 *
 * It is what would not happen if the group had the other figure, not what any action
 * would prevent.
 *
 * The result has a row a row, in their order: "excess" with limits, "excess_years" with
 * limits if there are years, and "status". A number that is missing or cannot be gives
 * its area the status, since nothing can be added up there; the others are computed. A
 * standard error that is missing leaves what needs it without limits.
 *
 * A column that is not there is a %MARMOT_ERROR_NOT_FOUND, one of another type a
 * %MARMOT_ERROR_TYPE, areas of another number of rows a %MARMOT_ERROR_LENGTH, options
 * that do not say what figures are per a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a table, a row a row, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_excess_events (MarmotTable          *figures,
                                   MarmotGroups         *areas,
                                   MarmotExcessOptions  *options,
                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_excess_of_group:
 * @estimate: the figure of the group
 * @standard_error: its standard error, or NaN for no limits
 * @population: its people
 * @options: what figures are per, and the target with which it is compared
 * @error: return location for an error
 *
 * How many events fewer one group would have at the target; see
 * [func@Marmot.excess_events]. Numbers that cannot be give an estimate with a status. Another
 * reference than the target is a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the excess with its limits, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_excess_of_group (double                estimate,
                                        double                standard_error,
                                        double                population,
                                        MarmotExcessOptions  *options,
                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_excess_totals:
 * @figures: as in [func@Marmot.excess_events]
 * @areas: (nullable): as there
 * @options: as there
 * @error: return location for an error
 *
 * How many events fewer each area would have; see [func@Marmot.excess_events].
 *
 * The result has a row an area: "n_groups"; "reference", the figure that the excess is
 * over; "events", how many there were; and, each with limits, "excess", over all groups;
 * "excess_worse", over those alone that are worse than the reference; and "excess_most",
 * over the most deprived. "excess_years", "excess_years_worse" and "excess_years_most"
 * likewise if there are years. Then "status".
 *
 * Over all groups the excess over the average is zero. That of the worse is made of
 * differences of one sign, and is above zero even where there is no inequality at all.
 *
 * Returns: (transfer full): a table, a row an area, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_excess_totals (MarmotTable          *figures,
                                   MarmotGroups         *areas,
                                   MarmotExcessOptions  *options,
                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_levelling_schedule:
 * @figures: as in [func@Marmot.excess_events]; "years" is not used
 * @areas: (nullable): as there
 * @options: what figures are per, and what is to be reached
 * @error: return location for an error
 *
 * Which group would have to prevent how many events for the goal to be reached with the
 * fewest events prevented; no group gets worse.
 *
 * - So that no group is worse than the target, those above come down to it.
 * - A gap is closed by the most deprived alone.
 * - A slope index is taken down where an event counts most: in the most deprived group
 *   until it is at the limit, then in the next. With shares p_i, places x_i (0 for the
 *   most deprived end, 1 for the least) and b = Σ c_i y_i,
 *   c_i = p_i (x_i − ½) / Σ p (x − ½)², an event in group i takes off ½ − x_i.
 * - A share θ of the slope comes off if each group goes down by θ |b| (1 − x_i): the
 *   line turns about its least deprived end, and everybody has a part, the larger the
 *   more deprived. That is more events than the fewest, and is what proportionate
 *   universalism means (Marmot Review, Fair Society, Healthy Lives, 2010).
 *
 * The result has a row a row: "place", x_i; "change", what is to come off the figure (or
 * on, where more is better); "to", the figure then; "events", how many to prevent (or to
 * add), with limits; and "status". Groups that are at the goal have none to prevent. Where
 * the limit of the options stands before the goal the status is "out-of-reach".
 *
 * Errors are those of [func@Marmot.excess_events].
 *
 * Returns: (transfer full): a table, a row a row, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_levelling_schedule (MarmotTable          *figures,
                                        MarmotGroups         *areas,
                                        MarmotExcessOptions  *options,
                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_levelling_totals:
 * @figures: as in [func@Marmot.levelling_schedule]
 * @areas: (nullable): as there
 * @options: as there
 * @error: return location for an error
 *
 * How many events each area would have to prevent in all for the goal to be reached; see
 * [func@Marmot.levelling_schedule]. The limits take which groups take part as given.
 *
 * The result has a row an area: "n_groups", "events" with limits, and "status".
 *
 * Returns: (transfer full): a table, a row an area, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_levelling_totals (MarmotTable          *figures,
                                      MarmotGroups         *areas,
                                      MarmotExcessOptions  *options,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_levelling_of_group:
 * @estimate: the figure of the group
 * @standard_error: its standard error, or NaN for no limits
 * @population: its people
 * @options: what figures are per, and the target that is to be reached
 * @error: return location for an error
 *
 * How many events one group would have to prevent (or to add, where more is better) to be
 * no worse than the target: none where it is not worse. It is one row of
 * [func@Marmot.levelling_schedule].
 *
 * Numbers that cannot be give an estimate with a status. Another goal than the level of
 * the target is a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the events with their limits, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_levelling_of_group (double                estimate,
                                           double                standard_error,
                                           double                population,
                                           MarmotExcessOptions  *options,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
