/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotExcessOptions
{
  GObject parent_instance;

  MarmotIntervalOptions *interval;
  double per;
  gboolean more_is_better;
  MarmotExcessReference reference;
  MarmotLevellingGoal goal;
  double target;
  double target_se;
  double share;
  double limit;
};

G_DEFINE_FINAL_TYPE (MarmotExcessOptions, marmot_excess_options, G_TYPE_OBJECT)

/**
 * MarmotExcessOptions:interval: (getter get_interval)
 *
 * The confidence levels; none for 95%. There is no choice of method.
 *
 * Since: 1.0
 */

/**
 * MarmotExcessOptions:per: (getter get_per)
 *
 * What figures are per: 1, 100 for percentages, 100,000 for most rates.
 *
 * Since: 1.0
 */

/**
 * MarmotExcessOptions:more-is-better: (getter get_more_is_better)
 *
 * Whether a higher figure is a better one. An excess is then what is wanting, and what is
 * to be prevented is what is to be added.
 *
 * Since: 1.0
 */

/**
 * MarmotExcessOptions:reference: (getter get_reference)
 *
 * What an excess is over.
 *
 * Since: 1.0
 */

/**
 * MarmotExcessOptions:goal: (getter get_goal)
 *
 * What is to be reached.
 *
 * Since: 1.0
 */

/**
 * MarmotExcessOptions:target: (getter get_target)
 *
 * The reference from elsewhere, or the figure, gap or slope index to reach, in the unit
 * of the figures.
 *
 * Since: 1.0
 */

/**
 * MarmotExcessOptions:target-se: (getter get_target_se)
 *
 * The standard error of a reference from elsewhere, which must be independent of the
 * groups: where it contains them, take their average.
 *
 * Since: 1.0
 */

/**
 * MarmotExcessOptions:share: (getter get_share)
 *
 * The share of the slope to take off, 0.5 unless said otherwise.
 *
 * Since: 1.0
 */

/**
 * MarmotExcessOptions:limit: (getter get_limit)
 *
 * The figure beyond which no group can be brought. 0 is the natural one where less is
 * better, and means none where more is better: say 100 for percentages.
 *
 * Since: 1.0
 */

#define FIELD(field) G_STRUCT_OFFSET (MarmotExcessOptions, field)

static const MarmotRecordField fields[] = {
  { "interval", marmot_interval_options_get_type, FIELD (interval), 0 },
  { "per", marmot_record_type_double, FIELD (per), 0 },
  { "more-is-better", marmot_record_type_boolean, FIELD (more_is_better), 0 },
  { "reference", marmot_excess_reference_get_type, FIELD (reference), 0 },
  { "goal", marmot_levelling_goal_get_type, FIELD (goal), 0 },
  { "target", marmot_record_type_double, FIELD (target), 0 },
  { "target-se", marmot_record_type_double, FIELD (target_se), 0 },
  { "share", marmot_record_type_double, FIELD (share), 0.5 },
  { "limit", marmot_record_type_double, FIELD (limit), 0 },
};

static void
marmot_excess_options_class_init (MarmotExcessOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_excess_options_init (MarmotExcessOptions *self)
{
}

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotExcessOptions, marmot_excess_options, MARMOT_IS_EXCESS_OPTIONS, CType, field, on_failure)

GETTER (MarmotIntervalOptions *, interval, NULL)
GETTER (double, per, 0)
GETTER (gboolean, more_is_better, FALSE)
GETTER (MarmotExcessReference, reference, MARMOT_EXCESS_REFERENCE_LEAST_DEPRIVED)
GETTER (MarmotLevellingGoal, goal, MARMOT_LEVELLING_GOAL_LEVEL)
GETTER (double, target, 0)
GETTER (double, target_se, 0)
GETTER (double, share, 0)
GETTER (double, limit, 0)

MarmotExcessOptions *
marmot_excess_options_new (MarmotIntervalOptions *interval,
                           double per,
                           gboolean more_is_better)
{
  g_return_val_if_fail (interval == NULL || MARMOT_IS_INTERVAL_OPTIONS (interval), NULL);

  return g_object_new (MARMOT_TYPE_EXCESS_OPTIONS, "interval", interval, "per", per, "more-is-better", more_is_better,
                       NULL);
}
