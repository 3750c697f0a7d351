/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-flow-options.h>
#include <marmot/marmot-flow-projection.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotFlowBackTest:
 *
 * How a projection would have done: rates from the time before a day, the time after it
 * projected, and both held against what came. Beside it stands the guess that nothing
 * changes, which a projection must beat to be worth having.
 *
 * Stays are taken as they are known now: one that ended after the day is taken as open on
 * it, but what was recorded late or corrected since is not taken back. One back-test is of
 * one stretch of time; states and steps in it are not independent.
 *
 * It never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_FLOW_BACK_TEST (marmot_flow_back_test_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotFlowBackTest, marmot_flow_back_test, MARMOT, FLOW_BACK_TEST, GObject)

/**
 * marmot_flow_back_test_new:
 * @stays: as in [ctor@Marmot.FlowRates.new]
 * @from: the day on which the time that rates are made from begins
 * @cut: the day on which it ends, and from which on is held back
 * @until: the last day on which the stays are known to be complete
 * @options: (nullable): as in [ctor@Marmot.FlowProjection.new]; the horizon is as many
 *   whole steps as there are from @cut to @until
 * @error: return location for an error
 *
 * Fits on the time before @cut, projects the time after it, and compares.
 *
 * The errors are those of [ctor@Marmot.FlowRates.new] and
 * [ctor@Marmot.FlowProjection.new]; less than a step from @cut to @until is a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a back-test, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFlowBackTest   *marmot_flow_back_test_new            (MarmotTable         *stays,
                                                            const GDate         *from,
                                                            const GDate         *cut,
                                                            const GDate         *until,
                                                            MarmotFlowOptions   *options,
                                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_back_test_get_projection:
 * @self: a back-test
 *
 * Returns: (transfer none): the projection that was tested
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFlowProjection *marmot_flow_back_test_get_projection (MarmotFlowBackTest  *self);

/**
 * marmot_flow_back_test_to_table:
 * @self: a back-test
 *
 * A row a step and state, and one for all of them, whose "state" is null: "step", "date",
 * "state", "observed", "no_change" (the stock on the day of the cut), "value" with its
 * limits and "status", "error" (value − observed), "no_change_error", and "within" (whether
 * the observed number is within the limits of the first level; null without limits).
 *
 * Returns: (transfer full): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable          *marmot_flow_back_test_to_table       (MarmotFlowBackTest  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_back_test_summarise:
 * @self: a back-test
 *
 * How it did at the last step, and over all steps, in one row for each: "steps" ("last",
 * "all"), "figures" (states times steps), "within" (how many of them were within the limits
 * of the first level; null without limits), "share_within", "mean_error" (of value − observed), "mean_absolute_error", "no_change_mean_absolute_error", "skill"
 * (1 − the one over the other: above 0 where the projection is better than no change, null
 * where nothing changed), "total_error" and "no_change_total_error" (of all states
 * together, at the last step or the mean of all; absolute).
 *
 * Returns: (transfer full): a table of two rows
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable          *marmot_flow_back_test_summarise      (MarmotFlowBackTest  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_back_test_describe:
 * @self: a back-test
 *
 * Says in plain sentences how the projection did, and whether it did better than no change.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                 *marmot_flow_back_test_describe       (MarmotFlowBackTest  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_back_test_to_string:
 * @self: a back-test
 *
 * Says in a line what came of it, such as "12 steps from 2024-03-31: 5 of 6 states within
 * their limits".
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                 *marmot_flow_back_test_to_string      (MarmotFlowBackTest  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
