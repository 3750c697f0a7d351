/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-standard-population.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotStandardisationOptions:
 *
 * How rates are standardised: the interval, the standard population, how few
 * events are too few, and what a missing count means. Where a function takes
 * options, %NULL means its defaults.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_STANDARDISATION_OPTIONS (marmot_standardisation_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotStandardisationOptions, marmot_standardisation_options, MARMOT, STANDARDISATION_OPTIONS, GObject)

/**
 * marmot_standardisation_options_new:
 * @interval: (nullable): method, confidence levels and multiplier, or %NULL for
 *   the customary ones
 * @standard: (nullable): the standard population, or %NULL if the figures have a
 *   column of weights
 *
 * Makes options that ask for ten events and take a missing count for missing.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStandardisationOptions *marmot_standardisation_options_new (MarmotIntervalOptions    *interval,
                                                                  MarmotStandardPopulation *standard) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_standardisation_options_get_interval: (get-property interval)
 * @self: options
 *
 * Returns: (transfer none) (nullable): method, confidence levels and multiplier
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIntervalOptions    *marmot_standardisation_options_get_interval (MarmotStandardisationOptions *self);

/**
 * marmot_standardisation_options_get_standard: (get-property standard)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the standard population
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStandardPopulation *marmot_standardisation_options_get_standard (MarmotStandardisationOptions *self);

/**
 * marmot_standardisation_options_get_minimum_count: (get-property minimum-count)
 * @self: options
 *
 * Returns: how many events a directly standardised rate needs
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double                    marmot_standardisation_options_get_minimum_count (MarmotStandardisationOptions *self);

/**
 * marmot_standardisation_options_get_missing_is_zero: (get-property missing-is-zero)
 * @self: options
 *
 * Returns: whether a count that is missing is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean                  marmot_standardisation_options_get_missing_is_zero (MarmotStandardisationOptions *self);

G_END_DECLS
