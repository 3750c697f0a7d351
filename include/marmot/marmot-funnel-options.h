/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotFunnelKind:
 * @MARMOT_FUNNEL_KIND_PROPORTION: a count of its denominator, around the average
 * @MARMOT_FUNNEL_KIND_RATE: events in a population, around the average rate
 * @MARMOT_FUNNEL_KIND_STANDARDISED_RATE: directly standardised rates, each with its
 *   events: the population is the one that would have had the rate crudely. Fewer than
 *   ten events are not placed
 * @MARMOT_FUNNEL_KIND_RATIO: events beside what was expected of them, around 1
 *
 * What a funnel plot is of.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_FUNNEL_KIND_PROPORTION,
  MARMOT_FUNNEL_KIND_RATE,
  MARMOT_FUNNEL_KIND_STANDARDISED_RATE,
  MARMOT_FUNNEL_KIND_RATIO
} MarmotFunnelKind;

/**
 * MarmotFunnelSpread:
 * @MARMOT_FUNNEL_SPREAD_NONE: areas differ by chance alone
 * @MARMOT_FUNNEL_SPREAD_MULTIPLICATIVE: the limits of chance are widened by the same
 *   factor for all
 * @MARMOT_FUNNEL_SPREAD_ADDITIVE: areas differ in themselves, with one variance, beside
 *   chance: large areas gain as much room as small ones
 *
 * What is held for ordinary between areas before one of them stands out.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_FUNNEL_SPREAD_NONE,
  MARMOT_FUNNEL_SPREAD_MULTIPLICATIVE,
  MARMOT_FUNNEL_SPREAD_ADDITIVE
} MarmotFunnelSpread;

/**
 * MarmotFunnelOptions:
 *
 * How a funnel is drawn. The defaults are an average made from the rows, limits at 95%
 * and 99.8%, and no spread beside chance.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_FUNNEL_OPTIONS (marmot_funnel_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotFunnelOptions, marmot_funnel_options, MARMOT, FUNNEL_OPTIONS, GObject)

/**
 * marmot_funnel_options_new:
 * @kind: what the funnel is of
 * @spread: what is held for ordinary
 *
 * Makes options with the defaults; the other properties are set when it is made.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFunnelOptions *marmot_funnel_options_new (MarmotFunnelKind   kind,
                                                MarmotFunnelSpread spread) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_funnel_options_get_kind: (get-property kind)
 * @self: funnel options
 *
 * Returns: what the funnel is of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFunnelKind marmot_funnel_options_get_kind (MarmotFunnelOptions *self);

/**
 * marmot_funnel_options_get_spread: (get-property spread)
 * @self: funnel options
 *
 * Returns: what is held for ordinary
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFunnelSpread marmot_funnel_options_get_spread (MarmotFunnelOptions *self);

/**
 * marmot_funnel_options_get_multiplier: (get-property multiplier)
 * @self: funnel options
 *
 * Returns: what a rate is per; 0 for the customary: 100 for a proportion, 100,000 for rates, 1 for a ratio
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_funnel_options_get_multiplier (MarmotFunnelOptions *self);

/**
 * marmot_funnel_options_get_baseline: (get-property baseline)
 * @self: funnel options
 *
 * Returns: the average, in the unit of the multiplier; 0 to make it from the rows
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_funnel_options_get_baseline (MarmotFunnelOptions *self);

/**
 * marmot_funnel_options_get_years: (get-property years)
 * @self: funnel options
 *
 * Returns: how many years of events there are beside the population of one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_funnel_options_get_years (MarmotFunnelOptions *self);

/**
 * marmot_funnel_options_get_winsorised: (get-property winsorised)
 * @self: funnel options
 *
 * Returns: the share of either end that is drawn in before the spread is measured
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_funnel_options_get_winsorised (MarmotFunnelOptions *self);

/**
 * marmot_funnel_options_get_confidence: (get-property confidence)
 * @self: funnel options
 *
 * Returns: of the inner limits, as a proportion
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_funnel_options_get_confidence (MarmotFunnelOptions *self);

/**
 * marmot_funnel_options_get_outer_confidence: (get-property outer-confidence)
 * @self: funnel options
 *
 * Returns: of the outer limits, as a proportion
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_funnel_options_get_outer_confidence (MarmotFunnelOptions *self);

G_END_DECLS
