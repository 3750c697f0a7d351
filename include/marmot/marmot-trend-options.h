/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-indicator.h>
#include <marmot/marmot-method.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotTrendRule:
 * @MARMOT_TREND_FINGERTIPS: as the Fingertips site marks recent trends
 * @MARMOT_TREND_OHID_GUIDANCE: as the written guidance of Fingertips has it
 *
 * By which rule a trend is found. The two differ, and give different markers for
 * some series: name the rule wherever a trend is shown.
 *
 * The site takes proportions, crude rates and directly standardised rates,
 * passes over figures that are missing, counts the five latest as 1 to 5 whatever
 * their years, and weights every figure by its interval. The guidance takes more
 * types, asks for the five latest years without a gap, counts time in years, and
 * treats proportions by their counts.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_TREND_FINGERTIPS,
  MARMOT_TREND_OHID_GUIDANCE
} MarmotTrendRule;

/**
 * MarmotTrendOptions:
 *
 * How a trend is to be found: by which rule, in figures of what type, and which
 * direction is good.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_TREND_OPTIONS (marmot_trend_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotTrendOptions, marmot_trend_options, MARMOT, TREND_OPTIONS, GObject)

/**
 * marmot_trend_options_get_rule: (get-property rule)
 * @self: trend options
 *
 * Returns: by which rule
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTrendRule marmot_trend_options_get_rule (MarmotTrendOptions *self);

/**
 * marmot_trend_options_get_value_type: (get-property value-type)
 * @self: trend options
 *
 * Returns: what kind of number the figures are, where they do not say so
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValueType marmot_trend_options_get_value_type (MarmotTrendOptions *self);

/**
 * marmot_trend_options_get_polarity: (get-property polarity)
 * @self: trend options
 *
 * Returns: which direction is good, where the figures do not say so
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPolarity marmot_trend_options_get_polarity (MarmotTrendOptions *self);

/**
 * marmot_trend_options_get_confidence: (get-property confidence)
 * @self: trend options
 *
 * Returns: the confidence level of the figures' limits, as a proportion
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_trend_options_get_confidence (MarmotTrendOptions *self);

/**
 * marmot_trend_options_get_independent_periods: (get-property independent-periods)
 * @self: trend options
 *
 * Returns: whether the caller says that periods shorter than a year stand apart
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_trend_options_get_independent_periods (MarmotTrendOptions *self);

/**
 * marmot_trend_options_new:
 * @rule: by which rule
 * @value_type: what kind of number the figures are
 * @polarity: which direction is good
 *
 * Makes options for limits at 95% and periods of a year.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTrendOptions *marmot_trend_options_new (MarmotTrendRule rule,
                                              MarmotValueType value_type,
                                              MarmotPolarity  polarity) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_trend_options_get_method:
 * @self: trend options
 *
 * The method that the rule is, for its name and citation.
 *
 * Returns: the method
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod marmot_trend_options_get_method (MarmotTrendOptions *self);

G_END_DECLS
