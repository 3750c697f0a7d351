/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotSeriesOptions
{
  GObject parent_instance;

  MarmotIntervalOptions *interval;
  gboolean overlapping;
};

G_DEFINE_FINAL_TYPE (MarmotSeriesOptions, marmot_series_options, G_TYPE_OBJECT)

/**
 * MarmotSeriesOptions:interval: (getter get_interval)
 *
 * The confidence levels, and the test where there is a choice of it; none for 95% and the
 * customary test.
 *
 * Since: 1.0
 */

/**
 * MarmotSeriesOptions:overlapping: (getter get_overlapping)
 *
 * Whether the periods share days, as those of a rolling year or of pooled years do. Such
 * figures follow each other by construction, and no test is run. Where "time" holds periods
 * that share days, or a column "overlapping" says so, nothing need be said here.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "interval", marmot_interval_options_get_type, G_STRUCT_OFFSET (MarmotSeriesOptions, interval), 0 },
  { "overlapping", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotSeriesOptions, overlapping), 0 },
};

static void
marmot_series_options_class_init (MarmotSeriesOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_series_options_init (MarmotSeriesOptions *self)
{
}

#define GETTER(CType, field, on_failure)                                                                              \
  MARMOT_RECORD_GETTER (MarmotSeriesOptions, marmot_series_options, MARMOT_IS_SERIES_OPTIONS, CType, field, on_failure)

GETTER (MarmotIntervalOptions *, interval, NULL)
GETTER (gboolean, overlapping, FALSE)

MarmotSeriesOptions *
marmot_series_options_new (MarmotIntervalOptions *interval)
{
  g_return_val_if_fail (interval == NULL || MARMOT_IS_INTERVAL_OPTIONS (interval), NULL);

  return g_object_new (MARMOT_TYPE_SERIES_OPTIONS, "interval", interval, NULL);
}
