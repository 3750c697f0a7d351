/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotFlowOptions:
 *
 * How people who move between states are counted and projected. Options are made with
 * their properties and do not change; what is not given has its default. Where a function
 * takes options, %NULL means the defaults: no bands of age, 36 steps of a month, 2,000
 * simulations, limits at 95%.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_FLOW_OPTIONS (marmot_flow_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotFlowOptions, marmot_flow_options, MARMOT, FLOW_OPTIONS, GObject)

/**
 * marmot_flow_options_new:
 *
 * Makes options that hold the defaults. To make others, give the properties to
 * [ctor@GObject.Object.new].
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFlowOptions     *marmot_flow_options_new              (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_options_get_interval: (get-property interval)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the confidence levels, and by which method limits of projections are made
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIntervalOptions *marmot_flow_options_get_interval (MarmotFlowOptions *self);

/**
 * marmot_flow_options_get_ages: (get-property ages)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the ages at which bands begin
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_flow_options_get_ages (MarmotFlowOptions *self);

/**
 * marmot_flow_options_get_step_months: (get-property step-months)
 * @self: options
 *
 * Returns: how many months a step has
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_flow_options_get_step_months (MarmotFlowOptions *self);

/**
 * marmot_flow_options_get_horizon: (get-property horizon)
 * @self: options
 *
 * Returns: how many steps are projected
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_flow_options_get_horizon (MarmotFlowOptions *self);

/**
 * marmot_flow_options_get_repetitions: (get-property repetitions)
 * @self: options
 *
 * Returns: how many simulations there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_flow_options_get_repetitions (MarmotFlowOptions *self);

/**
 * marmot_flow_options_get_seed: (get-property seed)
 * @self: options
 *
 * Returns: the seed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_flow_options_get_seed (MarmotFlowOptions *self);

/**
 * marmot_flow_options_get_entry_factor: (get-property entry-factor)
 * @self: options
 *
 * Returns: what every rate of entry is multiplied by
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_flow_options_get_entry_factor (MarmotFlowOptions *self);

/**
 * marmot_flow_options_get_factors: (get-property factors)
 * @self: options
 *
 * Returns: (transfer none) (nullable): what single rates are multiplied by
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_flow_options_get_factors (MarmotFlowOptions *self);

G_END_DECLS
