/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotProjectionOptions
{
  GObject parent_instance;

  MarmotIntervalOptions *interval;
  MarmotProjectionModel model;
  MarmotProjectionStart start;
  double alpha;
  double beta;
  double phi;
  guint horizon;
  gboolean low_is_good;
  gboolean any_scale;
};

G_DEFINE_FINAL_TYPE (MarmotProjectionOptions, marmot_projection_options, G_TYPE_OBJECT)

/**
 * MarmotProjectionOptions:interval: (getter get_interval)
 *
 * The confidence levels; none for 95%.
 *
 * Since: 1.0
 */

/**
 * MarmotProjectionOptions:model: (getter get_model)
 *
 * How series are carried on; Holt's model if left alone.
 *
 * Since: 1.0
 */

/**
 * MarmotProjectionOptions:start: (getter get_start)
 *
 * Where the level and the slope start.
 *
 * Since: 1.0
 */

/**
 * MarmotProjectionOptions:alpha: (getter get_alpha)
 *
 * How much the level learns from a point, from 0 to 1; below 0, as it is if left alone, for
 * the one with the smallest sum of squared one-step errors.
 *
 * Since: 1.0
 */

/**
 * MarmotProjectionOptions:beta: (getter get_beta)
 *
 * How much the slope learns from a point, as with alpha. Of no effect on the simple model.
 *
 * Since: 1.0
 */

/**
 * MarmotProjectionOptions:phi: (getter get_phi)
 *
 * What is left of the slope after a step, above 0 and up to 1, as with alpha; found between
 * 0.8 and 0.98. Of effect on the damped model alone.
 *
 * Since: 1.0
 */

/**
 * MarmotProjectionOptions:horizon: (getter get_horizon)
 *
 * How many steps ahead, from 1 to 1,000; 12 if left alone.
 *
 * Since: 1.0
 */

/**
 * MarmotProjectionOptions:low-is-good: (getter get_low_is_good)
 *
 * Whether a target is met from above: at most it, and not at least.
 *
 * Since: 1.0
 */

/**
 * MarmotProjectionOptions:any-scale: (getter get_any_scale)
 *
 * Whether targets are taken that are fifty times all figures, or a fiftieth of them, and so
 * look as if they were of another unit.
 *
 * Since: 1.0
 */

#define FIELD(field) G_STRUCT_OFFSET (MarmotProjectionOptions, field)

static const MarmotRecordField fields[] = {
  { "interval", marmot_interval_options_get_type, FIELD (interval), 0 },
  { "model", marmot_projection_model_get_type, FIELD (model), MARMOT_PROJECTION_MODEL_HOLT },
  { "start", marmot_projection_start_get_type, FIELD (start), MARMOT_PROJECTION_START_FIRST_POINTS },
  { "alpha", marmot_record_type_double, FIELD (alpha), -1 },
  { "beta", marmot_record_type_double, FIELD (beta), -1 },
  { "phi", marmot_record_type_double, FIELD (phi), -1 },
  { "horizon", marmot_record_type_uint, FIELD (horizon), 12 },
  { "low-is-good", marmot_record_type_boolean, FIELD (low_is_good), 0 },
  { "any-scale", marmot_record_type_boolean, FIELD (any_scale), 0 },
};

static void
marmot_projection_options_class_init (MarmotProjectionOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_projection_options_init (MarmotProjectionOptions *self)
{
}

#define GETTER(CType, field, on_failure)                                                                     \
  MARMOT_RECORD_GETTER (MarmotProjectionOptions, marmot_projection_options, MARMOT_IS_PROJECTION_OPTIONS, CType, \
                        field, on_failure)

GETTER (MarmotIntervalOptions *, interval, NULL)
GETTER (MarmotProjectionModel, model, MARMOT_PROJECTION_MODEL_HOLT)
GETTER (MarmotProjectionStart, start, MARMOT_PROJECTION_START_FIRST_POINTS)
GETTER (double, alpha, -1)
GETTER (double, beta, -1)
GETTER (double, phi, -1)
GETTER (guint, horizon, 12)
GETTER (gboolean, low_is_good, FALSE)
GETTER (gboolean, any_scale, FALSE)

MarmotProjectionOptions *
marmot_projection_options_new (MarmotProjectionModel model)
{
  return g_object_new (MARMOT_TYPE_PROJECTION_OPTIONS, "model", model, NULL);
}
