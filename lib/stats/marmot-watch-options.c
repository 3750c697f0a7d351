/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotWatchOptions
{
  GObject parent_instance;

  guint baseline;
  double alpha;
  double alpha_c3;
  double minimum_sd;
  double allowance;
  double threshold;
};

G_DEFINE_FINAL_TYPE (MarmotWatchOptions, marmot_watch_options, G_TYPE_OBJECT)

/**
 * MarmotWatchOptions:baseline: (getter get_baseline)
 *
 * How many points a new one is held against: of EARS those before each, from 2 to 1,000, and
 * 7 for 0; of CUSUM the first of the series, and all of them for 0.
 *
 * Since: 1.0
 */

/**
 * MarmotWatchOptions:alpha: (getter get_alpha)
 *
 * The probability of a false alarm of C1 and C2, were counts normal; 0.001 if left alone.
 *
 * Since: 1.0
 */

/**
 * MarmotWatchOptions:alpha-c3: (getter get_alpha_c3)
 *
 * The same of C3; 0.025 if left alone.
 *
 * Since: 1.0
 */

/**
 * MarmotWatchOptions:minimum-sd: (getter get_minimum_sd)
 *
 * What a standard deviation is at least taken for, so that one case after a quiet week is no
 * alarm; 0.5 if left alone, and 0 for none.
 *
 * Since: 1.0
 */

/**
 * MarmotWatchOptions:allowance: (getter get_allowance)
 *
 * How much of each deviation a CUSUM lets pass, in standard deviations: half of the shift to
 * be found; 0.5 if left alone.
 *
 * Since: 1.0
 */

/**
 * MarmotWatchOptions:threshold: (getter get_threshold)
 *
 * Beyond which CUSUM there is an alarm, in standard deviations; 5 if left alone, and 4 finds
 * more and errs more often.
 *
 * Since: 1.0
 */

#define FIELD(field) G_STRUCT_OFFSET (MarmotWatchOptions, field)

static const MarmotRecordField fields[] = {
  { "baseline", marmot_record_type_uint, FIELD (baseline), 0 },
  { "alpha", marmot_record_type_double, FIELD (alpha), 0.001 },
  { "alpha-c3", marmot_record_type_double, FIELD (alpha_c3), 0.025 },
  { "minimum-sd", marmot_record_type_double, FIELD (minimum_sd), 0.5 },
  { "allowance", marmot_record_type_double, FIELD (allowance), 0.5 },
  { "threshold", marmot_record_type_double, FIELD (threshold), 5 },
};

static void
marmot_watch_options_class_init (MarmotWatchOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_watch_options_init (MarmotWatchOptions *self)
{
}

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotWatchOptions, marmot_watch_options, MARMOT_IS_WATCH_OPTIONS, CType, field, on_failure)

GETTER (guint, baseline, 0)
GETTER (double, alpha, 0.001)
GETTER (double, alpha_c3, 0.025)
GETTER (double, minimum_sd, 0.5)
GETTER (double, allowance, 0.5)
GETTER (double, threshold, 5)

MarmotWatchOptions *
marmot_watch_options_new (guint baseline)
{
  return g_object_new (MARMOT_TYPE_WATCH_OPTIONS, "baseline", baseline, NULL);
}
