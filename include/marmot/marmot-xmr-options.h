/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-method.h>
#include <marmot/marmot-polarity.h>
#include <marmot/marmot-value.h>
#include <marmot/marmot-version.h>
#include <marmot/marmot-xmr-rule-set.h>

G_BEGIN_DECLS

/**
 * MarmotXmrMissing:
 * @MARMOT_XMR_MISSING_BREAK: it ends every run, and the two ranges beside it are missing
 * @MARMOT_XMR_MISSING_JOIN: its neighbours are taken as neighbours
 *
 * What a missing point, a row without a value, does.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_XMR_MISSING_BREAK,
  MARMOT_XMR_MISSING_JOIN
} MarmotXmrMissing;

/**
 * MarmotXmrConflict:
 * @MARMOT_XMR_CONFLICT_ORDER: the first in the order of the rule set
 * @MARMOT_XMR_CONFLICT_IMPROVEMENT: the first that speaks of improvement, as the Excel
 *   tool of NHS England has it
 * @MARMOT_XMR_CONFLICT_CONCERN: the first that speaks of concern
 *
 * Which of several rules that a point breaks is the one that is shown.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_XMR_CONFLICT_ORDER,
  MARMOT_XMR_CONFLICT_IMPROVEMENT,
  MARMOT_XMR_CONFLICT_CONCERN
} MarmotXmrConflict;

/**
 * MarmotXmrOptions:
 *
 * How XmR charts are drawn and read. Where a function takes options, %NULL means the
 * defaults: the rules of Making Data Count, limits from all points, nothing said of
 * which direction is good, and no target.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_XMR_OPTIONS (marmot_xmr_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotXmrOptions, marmot_xmr_options, MARMOT, XMR_OPTIONS, GObject)

/**
 * marmot_xmr_options_new:
 * @rule_set: (nullable): the rules, or %NULL for "making-data-count"
 * @polarity: which direction is good
 * @target: (nullable): the target, or %NULL for none
 *
 * Makes options; all others are properties to be given on construction.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrOptions *marmot_xmr_options_new (MarmotXmrRuleSet *rule_set,
                                          MarmotPolarity    polarity,
                                          MarmotValue      *target) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_xmr_options_get_method:
 * @self: options
 *
 * Returns: the method that the limits are of, for its name and citation:
 *   %MARMOT_METHOD_XMR, or %MARMOT_METHOD_XMR_SCREENED
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod marmot_xmr_options_get_method (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_rule_set: (get-property rule-set)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the rules, or %NULL for "making-data-count"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrRuleSet *marmot_xmr_options_get_rule_set (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_polarity: (get-property polarity)
 * @self: options
 *
 * Returns: which direction is good, where the figures do not say
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPolarity marmot_xmr_options_get_polarity (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_target: (get-property target)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the target, where the figures do not give one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_xmr_options_get_target (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_baseline: (get-property baseline)
 * @self: options
 *
 * Returns: how many points of a part make its limits; 0 for all
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_xmr_options_get_baseline (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_steps: (get-property steps)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the dates on or after which a new part begins
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn *marmot_xmr_options_get_steps (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_screening: (get-property screening)
 * @self: options
 *
 * Returns: whether large ranges are left out
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrScreening marmot_xmr_options_get_screening (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_beyond: (get-property beyond)
 * @self: options
 *
 * Returns: whether points beyond a limit count in the two-of-three rule
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrBeyond marmot_xmr_options_get_beyond (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_ties: (get-property ties)
 * @self: options
 *
 * Returns: what a tie does to a run
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrTies marmot_xmr_options_get_ties (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_trend_points: (get-property trend-points)
 * @self: options
 *
 * Returns: how many points are a trend; 0 for what the rule set says
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_xmr_options_get_trend_points (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_shift_points: (get-property shift-points)
 * @self: options
 *
 * Returns: how many points are a shift; 0 for what the rule set says
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_xmr_options_get_shift_points (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_minimum_points: (get-property minimum-points)
 * @self: options
 *
 * Returns: how many points limits must be of; 0 for what the rule set says
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_xmr_options_get_minimum_points (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_judge_trials: (get-property judge-trials)
 * @self: options
 *
 * Returns: whether there are icons under so many points, too
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_xmr_options_get_judge_trials (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_missing: (get-property missing)
 * @self: options
 *
 * Returns: what a missing point does
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrMissing marmot_xmr_options_get_missing (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_conflict: (get-property conflict)
 * @self: options
 *
 * Returns: which rule of several is the one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrConflict marmot_xmr_options_get_conflict (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_given_mean: (get-property given-mean)
 * @self: options
 *
 * Returns: (transfer none) (nullable): a mean that others have set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_xmr_options_get_given_mean (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_given_lower: (get-property given-lower)
 * @self: options
 *
 * Returns: (transfer none) (nullable): a lower limit that others have set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_xmr_options_get_given_lower (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_given_upper: (get-property given-upper)
 * @self: options
 *
 * Returns: (transfer none) (nullable): an upper limit that others have set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_xmr_options_get_given_upper (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_rolling: (get-property rolling)
 * @self: options
 *
 * Returns: whether each figure is of several periods that the next one shares
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_xmr_options_get_rolling (MarmotXmrOptions *self);

/**
 * marmot_xmr_options_get_ignore_scale: (get-property ignore-scale)
 * @self: options
 *
 * Returns: whether a target on what seems another scale is taken as it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_xmr_options_get_ignore_scale (MarmotXmrOptions *self);

G_END_DECLS
