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
 * MarmotProjectionModel:
 * @MARMOT_PROJECTION_MODEL_SIMPLE: a level that follows the series, carried on flat
 * @MARMOT_PROJECTION_MODEL_HOLT: a level and a slope, carried on as a straight line
 * @MARMOT_PROJECTION_MODEL_DAMPED: a level and a slope that dies down: the safer beyond six
 *   to twelve steps
 *
 * How a series is carried on.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_PROJECTION_MODEL_SIMPLE,
  MARMOT_PROJECTION_MODEL_HOLT,
  MARMOT_PROJECTION_MODEL_DAMPED
} MarmotProjectionModel;

/**
 * MarmotProjectionStart:
 * @MARMOT_PROJECTION_START_FIRST_POINTS: simple: the level is the first point. Otherwise the
 *   level is the second point and the slope that between the two, as R's HoltWinters() has it
 * @MARMOT_PROJECTION_START_LINE: simple: the level is the mean of the first ten points.
 *   Otherwise the line of least squares through them; fewer where there are fewer
 *
 * Where the level and the slope start. In a short series the start moves the answer.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_PROJECTION_START_FIRST_POINTS,
  MARMOT_PROJECTION_START_LINE
} MarmotProjectionStart;

/**
 * MarmotProjectionOptions:
 *
 * How series are carried on by exponential smoothing. The defaults are Holt's model with
 * the parameters that fit best, from the first points, over twelve steps, at 95%. Where a
 * function takes options, %NULL means its defaults.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_PROJECTION_OPTIONS (marmot_projection_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotProjectionOptions, marmot_projection_options, MARMOT, PROJECTION_OPTIONS, GObject)

/**
 * marmot_projection_options_new:
 * @model: how series are carried on
 *
 * Makes options with the defaults; the other properties are set when it is made.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotProjectionOptions *marmot_projection_options_new (MarmotProjectionModel model) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_projection_options_get_interval: (get-property interval)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the confidence levels
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIntervalOptions *marmot_projection_options_get_interval (MarmotProjectionOptions *self);

/**
 * marmot_projection_options_get_model: (get-property model)
 * @self: options
 *
 * Returns: how series are carried on
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotProjectionModel marmot_projection_options_get_model (MarmotProjectionOptions *self);

/**
 * marmot_projection_options_get_start: (get-property start)
 * @self: options
 *
 * Returns: where the level and the slope start
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotProjectionStart marmot_projection_options_get_start (MarmotProjectionOptions *self);

/**
 * marmot_projection_options_get_alpha: (get-property alpha)
 * @self: options
 *
 * Returns: how much the level learns from a point, or below 0 to find it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_projection_options_get_alpha (MarmotProjectionOptions *self);

/**
 * marmot_projection_options_get_beta: (get-property beta)
 * @self: options
 *
 * Returns: how much the slope learns from a point, or below 0 to find it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_projection_options_get_beta (MarmotProjectionOptions *self);

/**
 * marmot_projection_options_get_phi: (get-property phi)
 * @self: options
 *
 * Returns: what is left of the slope after a step, or below 0 to find it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_projection_options_get_phi (MarmotProjectionOptions *self);

/**
 * marmot_projection_options_get_horizon: (get-property horizon)
 * @self: options
 *
 * Returns: how many steps ahead
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_projection_options_get_horizon (MarmotProjectionOptions *self);

/**
 * marmot_projection_options_get_low_is_good: (get-property low-is-good)
 * @self: options
 *
 * Returns: whether a target is met from above, by going down to it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_projection_options_get_low_is_good (MarmotProjectionOptions *self);

/**
 * marmot_projection_options_get_any_scale: (get-property any-scale)
 * @self: options
 *
 * Returns: whether targets are taken that look as if they were of another unit
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_projection_options_get_any_scale (MarmotProjectionOptions *self);

G_END_DECLS
