/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotPowerOptions:
 *
 * How certain a board wants to be: how often chance alone may look like a change, and
 * how often a real change may be missed. Where a function takes options, %NULL means 5%,
 * two-sided, and a power of 80%.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_POWER_OPTIONS (marmot_power_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotPowerOptions, marmot_power_options, MARMOT, POWER_OPTIONS, GObject)

/**
 * marmot_power_options_new:
 * @alpha: the probability, were there no change, of finding one: 0.05 is customary
 * @power: the probability of finding a change that is there: 0.8 is customary
 * @per: what figures are per: 1, 100 for percentages, 100,000 for most rates
 *
 * Makes options. Numbers outside (0, 1), a power that is not above @alpha, and a @per that
 * is not above zero are refused where the options are used.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPowerOptions *marmot_power_options_new (double alpha,
                                              double power,
                                              double per) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_power_options_get_alpha: (get-property alpha)
 * @self: options
 *
 * Returns: the probability, were there no change, of finding one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_power_options_get_alpha (MarmotPowerOptions *self);

/**
 * marmot_power_options_get_power: (get-property power)
 * @self: options
 *
 * Returns: the probability of finding a change that is there
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_power_options_get_power (MarmotPowerOptions *self);

/**
 * marmot_power_options_get_per: (get-property per)
 * @self: options
 *
 * Returns: what figures are per
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_power_options_get_per (MarmotPowerOptions *self);

/**
 * marmot_power_options_get_words: (get-property words)
 * @self: options
 *
 * Returns: whether results say it in words too
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_power_options_get_words (MarmotPowerOptions *self);

G_END_DECLS
