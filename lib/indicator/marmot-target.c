/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotTarget
{
  GObject parent_instance;

  MarmotIndicator *indicator;
  MarmotPeriod *period;
  MarmotTargetProfile profile;
  MarmotValue *value;
  char *basis;
  char *source;
  guint line;
};

G_DEFINE_FINAL_TYPE (MarmotTarget, marmot_target, G_TYPE_OBJECT)

/**
 * MarmotTarget:indicator: (getter get_indicator)
 *
 * The indicator.
 *
 * Since: 1.0
 */

/**
 * MarmotTarget:period: (getter get_period)
 *
 * The period in which it is to be reached.
 *
 * Since: 1.0
 */

/**
 * MarmotTarget:profile: (getter get_profile)
 *
 * What it is a target for.
 *
 * Since: 1.0
 */

/**
 * MarmotTarget:value: (getter get_value)
 *
 * The value to be reached, or why there is none, as printed.
 *
 * Since: 1.0
 */

/**
 * MarmotTarget:basis: (getter get_basis)
 *
 * How the target was set.
 *
 * Since: 1.0
 */

/**
 * MarmotTarget:source: (getter get_source)
 *
 * The paper or file that the figure was taken from.
 *
 * Since: 1.0
 */

/**
 * MarmotTarget:line: (getter get_line)
 *
 * The line of the source, from 1, or 0 where it is not known.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "indicator", marmot_indicator_get_type, G_STRUCT_OFFSET (MarmotTarget, indicator), 0 },
  { "period", marmot_period_get_type, G_STRUCT_OFFSET (MarmotTarget, period), 0 },
  { "profile", marmot_target_profile_get_type, G_STRUCT_OFFSET (MarmotTarget, profile), 0 },
  { "value", marmot_value_get_type, G_STRUCT_OFFSET (MarmotTarget, value), 0 },
  { "basis", NULL, G_STRUCT_OFFSET (MarmotTarget, basis), 0 },
  { "source", NULL, G_STRUCT_OFFSET (MarmotTarget, source), 0 },
  { "line", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotTarget, line), 0 },
};

static void
marmot_target_class_init (MarmotTargetClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_target_init (MarmotTarget *self)
{
}

MARMOT_RECORD_GETTER (MarmotTarget, marmot_target, MARMOT_IS_TARGET, MarmotIndicator *, indicator, NULL)
MARMOT_RECORD_GETTER (MarmotTarget, marmot_target, MARMOT_IS_TARGET, MarmotPeriod *, period, NULL)
MARMOT_RECORD_GETTER (MarmotTarget, marmot_target, MARMOT_IS_TARGET, MarmotTargetProfile, profile, (MarmotTargetProfile) 0)
MARMOT_RECORD_GETTER (MarmotTarget, marmot_target, MARMOT_IS_TARGET, MarmotValue *, value, NULL)
MARMOT_RECORD_GETTER (MarmotTarget, marmot_target, MARMOT_IS_TARGET, const char *, basis, NULL)
MARMOT_RECORD_GETTER (MarmotTarget, marmot_target, MARMOT_IS_TARGET, const char *, source, NULL)
MARMOT_RECORD_GETTER (MarmotTarget, marmot_target, MARMOT_IS_TARGET, guint, line, 0)
