/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotExcessReference:
 * @MARMOT_EXCESS_REFERENCE_LEAST_DEPRIVED: the least deprived group
 * @MARMOT_EXCESS_REFERENCE_AVERAGE: the average of all groups, by people
 * @MARMOT_EXCESS_REFERENCE_BEST: the group with the best figure; it flatters itself by
 *   chance, the more so the more groups there are
 * @MARMOT_EXCESS_REFERENCE_TARGET: a number from elsewhere, such as England's figure
 *
 * What an excess is over.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_EXCESS_REFERENCE_LEAST_DEPRIVED,
  MARMOT_EXCESS_REFERENCE_AVERAGE,
  MARMOT_EXCESS_REFERENCE_BEST,
  MARMOT_EXCESS_REFERENCE_TARGET
} MarmotExcessReference;

/**
 * MarmotLevellingGoal:
 * @MARMOT_LEVELLING_GOAL_LEVEL: no group is worse than the target
 * @MARMOT_LEVELLING_GOAL_GAP: the difference between the most and the least deprived is
 *   the target
 * @MARMOT_LEVELLING_GOAL_SLOPE_INDEX: the slope index is the target
 * @MARMOT_LEVELLING_GOAL_SHARE_OF_SLOPE: the slope is less by a share of it, one half
 *   unless said otherwise, every group doing its part in proportion to how deprived it is
 *
 * What is to be reached. Gaps and slope indices are positive where the most deprived are
 * worse off.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_LEVELLING_GOAL_LEVEL,
  MARMOT_LEVELLING_GOAL_GAP,
  MARMOT_LEVELLING_GOAL_SLOPE_INDEX,
  MARMOT_LEVELLING_GOAL_SHARE_OF_SLOPE
} MarmotLevellingGoal;

/**
 * MarmotExcessOptions:
 *
 * What an excess is over, or what is to be reached; what figures are per; and which way
 * is better. What figures are per must be said: it cannot be seen from them.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_EXCESS_OPTIONS (marmot_excess_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotExcessOptions, marmot_excess_options, MARMOT, EXCESS_OPTIONS, GObject)

/**
 * marmot_excess_options_new:
 * @interval: (nullable): the confidence levels, or %NULL for 95%
 * @per: what figures are per: 1, 100 for percentages, 100,000 for most rates
 * @more_is_better: whether a higher figure is a better one
 *
 * Makes options with the least deprived as the reference, and the goal that no group is
 * worse than the target.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotExcessOptions *marmot_excess_options_new (MarmotIntervalOptions *interval,
                                                double                 per,
                                                gboolean               more_is_better) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_excess_options_get_interval: (get-property interval)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the confidence levels
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIntervalOptions *marmot_excess_options_get_interval (MarmotExcessOptions *self);

/**
 * marmot_excess_options_get_per: (get-property per)
 * @self: options
 *
 * Returns: what figures are per
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_excess_options_get_per (MarmotExcessOptions *self);

/**
 * marmot_excess_options_get_more_is_better: (get-property more-is-better)
 * @self: options
 *
 * Returns: whether a higher figure is a better one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_excess_options_get_more_is_better (MarmotExcessOptions *self);

/**
 * marmot_excess_options_get_reference: (get-property reference)
 * @self: options
 *
 * Returns: what an excess is over
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotExcessReference marmot_excess_options_get_reference (MarmotExcessOptions *self);

/**
 * marmot_excess_options_get_goal: (get-property goal)
 * @self: options
 *
 * Returns: what is to be reached
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotLevellingGoal marmot_excess_options_get_goal (MarmotExcessOptions *self);

/**
 * marmot_excess_options_get_target: (get-property target)
 * @self: options
 *
 * Returns: the reference from elsewhere, or the figure, gap or slope index to reach
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_excess_options_get_target (MarmotExcessOptions *self);

/**
 * marmot_excess_options_get_target_se: (get-property target-se)
 * @self: options
 *
 * Returns: the standard error of a reference from elsewhere
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_excess_options_get_target_se (MarmotExcessOptions *self);

/**
 * marmot_excess_options_get_share: (get-property share)
 * @self: options
 *
 * Returns: the share of the slope to take off
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_excess_options_get_share (MarmotExcessOptions *self);

/**
 * marmot_excess_options_get_limit: (get-property limit)
 * @self: options
 *
 * Returns: the figure beyond which no group can be brought
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_excess_options_get_limit (MarmotExcessOptions *self);

G_END_DECLS
