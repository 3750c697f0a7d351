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
 * MarmotChangeMeasure:
 * @MARMOT_CHANGE_MEASURE_PROPORTION_DIFFERENCE: the later proportion less the earlier
 * @MARMOT_CHANGE_MEASURE_PROPORTION_RATIO: the later proportion over the earlier
 * @MARMOT_CHANGE_MEASURE_RATE_DIFFERENCE: the later rate less the earlier
 * @MARMOT_CHANGE_MEASURE_RATE_RATIO: the later rate over the earlier
 *
 * What a change from one period to another is made of.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_CHANGE_MEASURE_PROPORTION_DIFFERENCE,
  MARMOT_CHANGE_MEASURE_PROPORTION_RATIO,
  MARMOT_CHANGE_MEASURE_RATE_DIFFERENCE,
  MARMOT_CHANGE_MEASURE_RATE_RATIO
} MarmotChangeMeasure;

/**
 * MarmotChangeSince:
 * @MARMOT_CHANGE_SINCE_PREVIOUS: the period before
 * @MARMOT_CHANGE_SINCE_YEAR_BEFORE: the same month or quarter of the year before, so that
 *   seasons are no change
 *
 * What a period is compared with.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_CHANGE_SINCE_PREVIOUS,
  MARMOT_CHANGE_SINCE_YEAR_BEFORE
} MarmotChangeSince;

/**
 * MarmotPeriodChangeOptions:
 *
 * How a period is compared with an earlier one. The defaults are the difference of two
 * proportions, from the period before, at 95%. Where a function takes options, %NULL means
 * its defaults.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_PERIOD_CHANGE_OPTIONS (marmot_period_change_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotPeriodChangeOptions, marmot_period_change_options, MARMOT, PERIOD_CHANGE_OPTIONS, GObject)

/**
 * marmot_period_change_options_new:
 * @measure: what the change is made of
 * @since: what a period is compared with
 *
 * Makes options with the defaults; the other properties are set when it is made.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriodChangeOptions *marmot_period_change_options_new (MarmotChangeMeasure measure,
                                                             MarmotChangeSince   since) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_period_change_options_get_interval: (get-property interval)
 * @self: options
 *
 * Returns: (transfer none) (nullable): method, test, confidence levels and multiplier
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIntervalOptions *marmot_period_change_options_get_interval (MarmotPeriodChangeOptions *self);

/**
 * marmot_period_change_options_get_measure: (get-property measure)
 * @self: options
 *
 * Returns: what the change is made of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotChangeMeasure marmot_period_change_options_get_measure (MarmotPeriodChangeOptions *self);

/**
 * marmot_period_change_options_get_since: (get-property since)
 * @self: options
 *
 * Returns: what a period is compared with
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotChangeSince marmot_period_change_options_get_since (MarmotPeriodChangeOptions *self);

/**
 * marmot_period_change_options_get_n_steps: (get-property n-steps)
 * @self: options
 *
 * Returns: how many steps of time the earlier period is back, or 0 for one, or for a year
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_period_change_options_get_n_steps (MarmotPeriodChangeOptions *self);

G_END_DECLS
