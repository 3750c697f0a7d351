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
 * MarmotSurveyOptions:
 *
 * What is known of a survey beside its answers: how many were invited, how many the
 * population holds, and what its design costs. Where a function takes options, %NULL
 * means that none of it is known.
 *
 * Where figures have a column for one of these, the column goes first.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_SURVEY_OPTIONS (marmot_survey_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotSurveyOptions, marmot_survey_options, MARMOT, SURVEY_OPTIONS, GObject)

/**
 * marmot_survey_options_new:
 * @interval: (nullable): method, confidence levels and multiplier, or %NULL for
 *   Wilson's score interval at 95%
 *
 * Makes options for a survey of which nothing else is known.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSurveyOptions   *marmot_survey_options_new                     (MarmotIntervalOptions *interval) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survey_options_get_interval: (get-property interval)
 * @self: options
 *
 * Returns: (transfer none) (nullable): method, confidence levels and multiplier
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIntervalOptions *marmot_survey_options_get_interval            (MarmotSurveyOptions *self);

/**
 * marmot_survey_options_get_invited: (get-property invited)
 * @self: options
 *
 * Returns: how many were asked to answer, or 0 if nobody knows
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double                 marmot_survey_options_get_invited             (MarmotSurveyOptions *self);

/**
 * marmot_survey_options_get_population: (get-property population)
 * @self: options
 *
 * Returns: how many people the survey speaks for, or 0 for no correction
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double                 marmot_survey_options_get_population          (MarmotSurveyOptions *self);

/**
 * marmot_survey_options_get_design_effect: (get-property design-effect)
 * @self: options
 *
 * Returns: by how much the design widens the variance of a share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double                 marmot_survey_options_get_design_effect       (MarmotSurveyOptions *self);

/**
 * marmot_survey_options_get_minimum_respondents: (get-property minimum-respondents)
 * @self: options
 *
 * Returns: under how many respondents a share is marked as resting on few
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double                 marmot_survey_options_get_minimum_respondents (MarmotSurveyOptions *self);

G_END_DECLS
