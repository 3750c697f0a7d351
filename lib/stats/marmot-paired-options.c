/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotPairedOptions
{
  GObject parent_instance;

  MarmotIntervalOptions *interval;
  gboolean low_is_good;
  double smallest_change;
};

G_DEFINE_FINAL_TYPE (MarmotPairedOptions, marmot_paired_options, G_TYPE_OBJECT)

/**
 * MarmotPairedOptions:interval: (getter get_interval)
 *
 * Method, test, confidence levels and multiplier; none for the customary ones.
 *
 * Since: 1.0
 */

/**
 * MarmotPairedOptions:low-is-good: (getter get_low_is_good)
 *
 * Whether to go down is to improve, as on a scale of symptoms.
 *
 * Since: 1.0
 */

/**
 * MarmotPairedOptions:smallest-change: (getter get_smallest_change)
 *
 * The smallest change of a person that counts as improved or worse, such as the
 * reliable change of a questionnaire; below it a person is the same. 0 if left alone: then
 * any change counts.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "interval", marmot_interval_options_get_type, G_STRUCT_OFFSET (MarmotPairedOptions, interval), 0 },
  { "low-is-good", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotPairedOptions, low_is_good), 0 },
  { "smallest-change", marmot_record_type_double, G_STRUCT_OFFSET (MarmotPairedOptions, smallest_change), 0 },
};

static void
marmot_paired_options_class_init (MarmotPairedOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_paired_options_init (MarmotPairedOptions *self)
{
}

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotPairedOptions, marmot_paired_options, MARMOT_IS_PAIRED_OPTIONS, CType, field, on_failure)

GETTER (MarmotIntervalOptions *, interval, NULL)
GETTER (gboolean, low_is_good, FALSE)
GETTER (double, smallest_change, 0)

MarmotPairedOptions *
marmot_paired_options_new (MarmotIntervalOptions *interval)
{
  g_return_val_if_fail (interval == NULL || MARMOT_IS_INTERVAL_OPTIONS (interval), NULL);

  return g_object_new (MARMOT_TYPE_PAIRED_OPTIONS, "interval", interval, NULL);
}
