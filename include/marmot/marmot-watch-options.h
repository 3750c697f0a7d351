/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotWatchOptions:
 *
 * How counts are watched for a rise. The defaults are seven points before each for EARS, at
 * a probability of 0.001 and for C3 of 0.025, with a standard deviation of at least 0.5; and
 * for CUSUM the mean and standard deviation of all points, an allowance of 0.5 and alarms
 * beyond 5. Where a function takes options, %NULL means its defaults.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_WATCH_OPTIONS (marmot_watch_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotWatchOptions, marmot_watch_options, MARMOT, WATCH_OPTIONS, GObject)

/**
 * marmot_watch_options_new:
 * @baseline: how many points a new one is held against, or 0 for the default
 *
 * Makes options with the defaults; the other properties are set when it is made.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotWatchOptions *marmot_watch_options_new (guint baseline) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_watch_options_get_baseline: (get-property baseline)
 * @self: options
 *
 * Returns: how many points a new one is held against, or 0 for the default
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_watch_options_get_baseline (MarmotWatchOptions *self);

/**
 * marmot_watch_options_get_alpha: (get-property alpha)
 * @self: options
 *
 * Returns: the probability of a false alarm of C1 and C2, were counts normal
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_watch_options_get_alpha (MarmotWatchOptions *self);

/**
 * marmot_watch_options_get_alpha_c3: (get-property alpha-c3)
 * @self: options
 *
 * Returns: the same of C3
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_watch_options_get_alpha_c3 (MarmotWatchOptions *self);

/**
 * marmot_watch_options_get_minimum_sd: (get-property minimum-sd)
 * @self: options
 *
 * Returns: what a standard deviation is at least taken for
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_watch_options_get_minimum_sd (MarmotWatchOptions *self);

/**
 * marmot_watch_options_get_allowance: (get-property allowance)
 * @self: options
 *
 * Returns: how much of each deviation a CUSUM lets pass, in standard deviations
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_watch_options_get_allowance (MarmotWatchOptions *self);

/**
 * marmot_watch_options_get_threshold: (get-property threshold)
 * @self: options
 *
 * Returns: beyond which CUSUM there is an alarm, in standard deviations
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_watch_options_get_threshold (MarmotWatchOptions *self);

G_END_DECLS
