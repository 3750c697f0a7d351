/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-survey-options.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotWaveOptions:
 *
 * How the waves of a survey are compared: what is known of the surveys, how alike a person
 * answers twice, and how surely a change is to be found. Where a function takes options,
 * %NULL means its defaults.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_WAVE_OPTIONS (marmot_wave_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotWaveOptions, marmot_wave_options, MARMOT, WAVE_OPTIONS, GObject)

/**
 * marmot_wave_options_new:
 * @survey: (nullable): what is known of every wave, or %NULL
 *
 * Makes options for waves of different people and a power of 0.8.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotWaveOptions   *marmot_wave_options_new             (MarmotSurveyOptions *survey) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_wave_options_get_survey: (get-property survey)
 * @self: options
 *
 * Returns: (transfer none) (nullable): what is known of every wave
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSurveyOptions *marmot_wave_options_get_survey      (MarmotWaveOptions *self);

/**
 * marmot_wave_options_get_correlation: (get-property correlation)
 * @self: options
 *
 * Returns: the correlation of the answers of a person in two waves
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double               marmot_wave_options_get_correlation (MarmotWaveOptions *self);

/**
 * marmot_wave_options_get_power: (get-property power)
 * @self: options
 *
 * Returns: how surely a change is to be found, as a proportion
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double               marmot_wave_options_get_power       (MarmotWaveOptions *self);

G_END_DECLS
