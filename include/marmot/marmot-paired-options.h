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
 * MarmotPairedOptions:
 *
 * How changes in the same people are computed: the interval and the test, which direction
 * is good, and how small a change is none. Where a function takes options, %NULL means
 * its defaults.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_PAIRED_OPTIONS (marmot_paired_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotPairedOptions, marmot_paired_options, MARMOT, PAIRED_OPTIONS, GObject)

/**
 * marmot_paired_options_new:
 * @interval: (nullable): method, test, confidence levels and multiplier, or %NULL for
 *   the customary ones
 *
 * Makes options by which high is good and any change counts.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPairedOptions   *marmot_paired_options_new                 (MarmotIntervalOptions *interval) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_paired_options_get_interval: (get-property interval)
 * @self: options
 *
 * Returns: (transfer none) (nullable): method, test, confidence levels and multiplier
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIntervalOptions *marmot_paired_options_get_interval        (MarmotPairedOptions *self);

/**
 * marmot_paired_options_get_low_is_good: (get-property low-is-good)
 * @self: options
 *
 * Returns: whether to go down is to improve
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean               marmot_paired_options_get_low_is_good     (MarmotPairedOptions *self);

/**
 * marmot_paired_options_get_smallest_change: (get-property smallest-change)
 * @self: options
 *
 * Returns: the smallest change of a person that counts
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double                 marmot_paired_options_get_smallest_change (MarmotPairedOptions *self);

G_END_DECLS
