/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotPeriodChangeOptions
{
  GObject parent_instance;

  MarmotIntervalOptions *interval;
  MarmotChangeMeasure measure;
  MarmotChangeSince since;
  guint n_steps;
};

G_DEFINE_FINAL_TYPE (MarmotPeriodChangeOptions, marmot_period_change_options, G_TYPE_OBJECT)

/**
 * MarmotPeriodChangeOptions:interval: (getter get_interval)
 *
 * Method, test, confidence levels and multiplier of the comparison; none for the customary
 * ones.
 *
 * Since: 1.0
 */

/**
 * MarmotPeriodChangeOptions:measure: (getter get_measure)
 *
 * What the change is made of.
 *
 * Since: 1.0
 */

/**
 * MarmotPeriodChangeOptions:since: (getter get_since)
 *
 * What a period is compared with.
 *
 * Since: 1.0
 */

/**
 * MarmotPeriodChangeOptions:n-steps: (getter get_n_steps)
 *
 * How many steps of time the earlier period is back: of numbers so many units, of dates
 * months, of periods their own length. 0 for one, or for those of a year, which numbers do
 * not tell.
 *
 * Since: 1.0
 */

#define FIELD(field) G_STRUCT_OFFSET (MarmotPeriodChangeOptions, field)

static const MarmotRecordField fields[] = {
  { "interval", marmot_interval_options_get_type, FIELD (interval), 0 },
  { "measure", marmot_change_measure_get_type, FIELD (measure), MARMOT_CHANGE_MEASURE_PROPORTION_DIFFERENCE },
  { "since", marmot_change_since_get_type, FIELD (since), MARMOT_CHANGE_SINCE_PREVIOUS },
  { "n-steps", marmot_record_type_uint, FIELD (n_steps), 0 },
};

static void
marmot_period_change_options_class_init (MarmotPeriodChangeOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_period_change_options_init (MarmotPeriodChangeOptions *self)
{
}

#define GETTER(CType, field, on_failure)                                                                         \
  MARMOT_RECORD_GETTER (MarmotPeriodChangeOptions, marmot_period_change_options, MARMOT_IS_PERIOD_CHANGE_OPTIONS, \
                        CType, field, on_failure)

GETTER (MarmotIntervalOptions *, interval, NULL)
GETTER (MarmotChangeMeasure, measure, MARMOT_CHANGE_MEASURE_PROPORTION_DIFFERENCE)
GETTER (MarmotChangeSince, since, MARMOT_CHANGE_SINCE_PREVIOUS)
GETTER (guint, n_steps, 0)

MarmotPeriodChangeOptions *
marmot_period_change_options_new (MarmotChangeMeasure measure,
                                  MarmotChangeSince since)
{
  return g_object_new (MARMOT_TYPE_PERIOD_CHANGE_OPTIONS, "measure", measure, "since", since, NULL);
}
