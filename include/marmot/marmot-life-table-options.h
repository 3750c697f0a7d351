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
 * MarmotLifeTableOptions:
 *
 * How life tables are made, and when a life expectancy is not to be shown: rules
 * of which each has a status of its own. Where a function takes options, %NULL means
 * the defaults, which are those of England's public health figures.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_LIFE_TABLE_OPTIONS (marmot_life_table_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotLifeTableOptions, marmot_life_table_options, MARMOT, LIFE_TABLE_OPTIONS, GObject)

/**
 * marmot_life_table_options_new:
 * @interval: (nullable): the confidence levels, or %NULL for 95%
 *
 * Makes options with the default rules.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotLifeTableOptions *marmot_life_table_options_new (MarmotIntervalOptions *interval) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_life_table_options_get_interval: (get-property interval)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the confidence levels
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIntervalOptions  *marmot_life_table_options_get_interval (MarmotLifeTableOptions *self);

/**
 * marmot_life_table_options_get_infant_part: (get-property infant-part)
 * @self: options
 *
 * Returns: what part of a band from age 0 those live who die in it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double                  marmot_life_table_options_get_infant_part (MarmotLifeTableOptions *self);

/**
 * marmot_life_table_options_get_radix: (get-property radix)
 * @self: options
 *
 * Returns: how many are alive at the start of the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double                  marmot_life_table_options_get_radix (MarmotLifeTableOptions *self);

/**
 * marmot_life_table_options_get_minimum_population: (get-property minimum-population)
 * @self: options
 *
 * Returns: the total population that there must be more of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double                  marmot_life_table_options_get_minimum_population (MarmotLifeTableOptions *self);

/**
 * marmot_life_table_options_get_minimum_deaths: (get-property minimum-deaths)
 * @self: options
 *
 * Returns: how many deaths there must be in all
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double                  marmot_life_table_options_get_minimum_deaths (MarmotLifeTableOptions *self);

/**
 * marmot_life_table_options_get_maximum_width: (get-property maximum-width)
 * @self: options
 *
 * Returns: how wide the 95% interval may be, in years, or 0 for any width
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double                  marmot_life_table_options_get_maximum_width (MarmotLifeTableOptions *self);

/**
 * marmot_life_table_options_get_deaths_over_population: (get-property deaths-over-population)
 * @self: options
 *
 * Returns: whether a band may have more deaths than people
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean                marmot_life_table_options_get_deaths_over_population (MarmotLifeTableOptions *self);

G_END_DECLS
