/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-action-plan.h>
#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-measure.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_summarise_action_plans:
 * @plans: (array length=n_plans): plans
 * @n_plans: how many plans there are
 * @by: what the actions are counted by
 * @on: a day
 * @period: (nullable): the period of the notes, or %NULL for the one of each plan that ended
 *   last before @on
 * @error: return location for an error
 *
 * Counts the actions of several plans together, as [method@Marmot.ActionPlan.summarise] does
 * for one, a row a group in the order in which they come: `group`, `n_plans` (that have
 * actions of the group), `n`, `n_open`, `n_blocked`, `n_done`, `n_dropped`, `n_overdue`,
 * `n_stale`, `n_no_date` and `n_due_unknown`; and `n_no_owner`, of those that are open and
 * for which no role and no organisation is responsible. By plan, plans of one title are one
 * group.
 *
 * The actions of an assessment, or of a register of them, come as plans from
 * [method@Marmot.Assessment.to_action_plan] and
 * [method@Marmot.AssessmentRegister.list_plans]: one type of action serves them all.
 *
 * A plan whose progress notes are of a number of months that does not divide a year is a
 * %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_summarise_action_plans (MarmotActionPlan **plans,
                                            gsize n_plans,
                                            MarmotActionGrouping by,
                                            const GDate *on,
                                            MarmotPeriod *period,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_share_of_actions:
 * @plans: (array length=n_plans): plans
 * @n_plans: how many plans there are
 * @share: which share
 * @on: a day
 * @period: (nullable): the period of the notes, or %NULL for the one of each plan that ended
 *   last before @on; only for %MARMOT_ACTION_SHARE_STALE
 * @options: (nullable): the interval and its confidence, or %NULL for Wilson's 95%
 * @error: return location for an error
 *
 * A share of the actions of several plans on a day, with its numerator and denominator and
 * an interval: that which is done, of those that were not dropped, is the rate at which
 * loops are closed.
 *
 * Returns: (transfer full): the measure, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMeasure *marmot_share_of_actions (MarmotActionPlan **plans,
                                        gsize n_plans,
                                        MarmotActionShare share,
                                        const GDate *on,
                                        MarmotPeriod *period,
                                        MarmotIntervalOptions *options,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_tabulate_action_plans:
 * @plans: (array length=n_plans): plans
 * @n_plans: how many plans there are
 * @on: a day
 * @period: (nullable): the period of the notes, or %NULL for the one of each plan that ended
 *   last before @on
 * @error: return location for an error
 *
 * All actions of several plans on a day, a row each: `plan`, the title of the plan; the
 * columns of [method@Marmot.ActionPlan.to_table]; and `open` and `no_owner`.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_tabulate_action_plans (MarmotActionPlan **plans,
                                           gsize n_plans,
                                           const GDate *on,
                                           MarmotPeriod *period,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
