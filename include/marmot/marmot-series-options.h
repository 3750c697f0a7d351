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
 * MarmotSeriesOptions:
 *
 * How a series is tested for a trend. Where a function takes options, %NULL means its
 * defaults.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_SERIES_OPTIONS (marmot_series_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotSeriesOptions, marmot_series_options, MARMOT, SERIES_OPTIONS, GObject)

/**
 * marmot_series_options_new:
 * @interval: (nullable): the confidence levels, and the test where there is a choice, or
 *   %NULL for 95% and the customary test
 *
 * Makes options for figures whose periods share no days.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSeriesOptions *marmot_series_options_new (MarmotIntervalOptions *interval) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_series_options_get_interval: (get-property interval)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the confidence levels and the test
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIntervalOptions *marmot_series_options_get_interval (MarmotSeriesOptions *self);

/**
 * marmot_series_options_get_overlapping: (get-property overlapping)
 * @self: options
 *
 * Returns: whether the periods share days, as those of a rolling year do
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_series_options_get_overlapping (MarmotSeriesOptions *self);

G_END_DECLS
