/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotXmrOptions
{
  GObject parent_instance;

  MarmotXmrRuleSet *rule_set;
  MarmotPolarity polarity;
  MarmotValue *target;
  guint baseline;
  MarmotColumn *steps;
  MarmotXmrScreening screening;
  MarmotXmrBeyond beyond;
  MarmotXmrTies ties;
  guint trend_points;
  guint shift_points;
  guint minimum_points;
  gboolean judge_trials;
  MarmotXmrMissing missing;
  MarmotXmrConflict conflict;
  MarmotValue *given_mean;
  MarmotValue *given_lower;
  MarmotValue *given_upper;
  gboolean rolling;
  gboolean ignore_scale;
};

G_DEFINE_FINAL_TYPE (MarmotXmrOptions, marmot_xmr_options, G_TYPE_OBJECT)

/**
 * MarmotXmrOptions:rule-set: (getter get_rule_set)
 *
 * The rules; none for "making-data-count".
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:polarity: (getter get_polarity)
 *
 * Which direction is good, where the figures do not say.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:target: (getter get_target)
 *
 * The target, on the scale of the figures; one that is no number is none.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:baseline: (getter get_baseline)
 *
 * How many points of a part, from its first, make its limits; the others are held against
 * them. 0 for all.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:steps: (getter get_steps)
 *
 * The dates, as the figures have them, on or after which a new part begins: a column of
 * dates, or of numbers where the figures have numbers. They hold for every series; where
 * only some have a step, let the figures say so.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:screening: (getter get_screening)
 *
 * Whether large ranges are left out of the limits.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:beyond: (getter get_beyond)
 *
 * Whether points beyond a limit count in the two-of-three rule.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:ties: (getter get_ties)
 *
 * What a tie does to a run.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:trend-points: (getter get_trend_points)
 *
 * How many points are a trend; 0 for what the rule set says.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:shift-points: (getter get_shift_points)
 *
 * How many points are a shift; 0 for what the rule set says.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:minimum-points: (getter get_minimum_points)
 *
 * How many points limits must be of to be more than a trial; 0 for what the rule set
 * says.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:judge-trials: (getter get_judge_trials)
 *
 * Whether there are icons under so many points, too.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:missing: (getter get_missing)
 *
 * What a missing point does.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:conflict: (getter get_conflict)
 *
 * Which rule of several that a point breaks is the one that is shown.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:given-mean: (getter get_given_mean)
 *
 * A mean that others have set, for every part where the figures have none.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:given-lower: (getter get_given_lower)
 *
 * A lower limit that others have set, in the same way.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:given-upper: (getter get_given_upper)
 *
 * An upper limit that others have set, in the same way.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:rolling: (getter get_rolling)
 *
 * Whether each figure is of several periods that the next one shares, such as the last
 * twelve months. Limits are drawn, and there are no icons.
 *
 * Since: 1.0
 */

/**
 * MarmotXmrOptions:ignore-scale: (getter get_ignore_scale)
 *
 * Whether a target is taken as it is although it seems to be on another scale than the
 * figures.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "rule-set", marmot_xmr_rule_set_get_type, G_STRUCT_OFFSET (MarmotXmrOptions, rule_set), 0 },
  { "polarity", marmot_polarity_get_type, G_STRUCT_OFFSET (MarmotXmrOptions, polarity), 0 },
  { "target", marmot_value_get_type, G_STRUCT_OFFSET (MarmotXmrOptions, target), 0 },
  { "baseline", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotXmrOptions, baseline), 0 },
  { "steps", marmot_column_get_type, G_STRUCT_OFFSET (MarmotXmrOptions, steps), 0 },
  { "screening", marmot_xmr_screening_get_type, G_STRUCT_OFFSET (MarmotXmrOptions, screening), 0 },
  { "beyond", marmot_xmr_beyond_get_type, G_STRUCT_OFFSET (MarmotXmrOptions, beyond), 0 },
  { "ties", marmot_xmr_ties_get_type, G_STRUCT_OFFSET (MarmotXmrOptions, ties), 0 },
  { "trend-points", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotXmrOptions, trend_points), 0 },
  { "shift-points", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotXmrOptions, shift_points), 0 },
  { "minimum-points", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotXmrOptions, minimum_points), 0 },
  { "judge-trials", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotXmrOptions, judge_trials), 0 },
  { "missing", marmot_xmr_missing_get_type, G_STRUCT_OFFSET (MarmotXmrOptions, missing), 0 },
  { "conflict", marmot_xmr_conflict_get_type, G_STRUCT_OFFSET (MarmotXmrOptions, conflict), 0 },
  { "given-mean", marmot_value_get_type, G_STRUCT_OFFSET (MarmotXmrOptions, given_mean), 0 },
  { "given-lower", marmot_value_get_type, G_STRUCT_OFFSET (MarmotXmrOptions, given_lower), 0 },
  { "given-upper", marmot_value_get_type, G_STRUCT_OFFSET (MarmotXmrOptions, given_upper), 0 },
  { "rolling", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotXmrOptions, rolling), 0 },
  { "ignore-scale", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotXmrOptions, ignore_scale), 0 },
};

static void
marmot_xmr_options_class_init (MarmotXmrOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_xmr_options_init (MarmotXmrOptions *self)
{
}

#define GETTER(CType, field) \
  MARMOT_RECORD_GETTER (MarmotXmrOptions, marmot_xmr_options, MARMOT_IS_XMR_OPTIONS, CType, field, (CType) 0)

GETTER (MarmotXmrRuleSet *, rule_set)
GETTER (MarmotPolarity, polarity)
GETTER (MarmotValue *, target)
GETTER (guint, baseline)
GETTER (MarmotColumn *, steps)
GETTER (MarmotXmrScreening, screening)
GETTER (MarmotXmrBeyond, beyond)
GETTER (MarmotXmrTies, ties)
GETTER (guint, trend_points)
GETTER (guint, shift_points)
GETTER (guint, minimum_points)
GETTER (gboolean, judge_trials)
GETTER (MarmotXmrMissing, missing)
GETTER (MarmotXmrConflict, conflict)
GETTER (MarmotValue *, given_mean)
GETTER (MarmotValue *, given_lower)
GETTER (MarmotValue *, given_upper)
GETTER (gboolean, rolling)
GETTER (gboolean, ignore_scale)

MarmotXmrOptions *
marmot_xmr_options_new (MarmotXmrRuleSet *rule_set,
                        MarmotPolarity polarity,
                        MarmotValue *target)
{
  g_return_val_if_fail (rule_set == NULL || MARMOT_IS_XMR_RULE_SET (rule_set), NULL);

  return g_object_new (MARMOT_TYPE_XMR_OPTIONS, "rule-set", rule_set, "polarity", polarity, "target", target, NULL);
}

MarmotMethod
marmot_xmr_options_get_method (MarmotXmrOptions *self)
{
  MarmotXmrScreening screening;

  g_return_val_if_fail (MARMOT_IS_XMR_OPTIONS (self), MARMOT_METHOD_DEFAULT);

  screening = self->screening;
  if (screening == MARMOT_XMR_SCREENING_RULE_SET && self->rule_set)
    screening = marmot_xmr_rule_set_get_screening (self->rule_set);
  return screening == MARMOT_XMR_SCREENING_ONCE ? MARMOT_METHOD_XMR_SCREENED : MARMOT_METHOD_XMR;
}
