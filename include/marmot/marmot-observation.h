/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-area.h>
#include <marmot/marmot-indicator.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-value.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotObservationRole:
 * @MARMOT_OBSERVATION_ROLE_ACTUAL: what was found in a period
 * @MARMOT_OBSERVATION_ROLE_BASELINE: what later figures are held against
 * @MARMOT_OBSERVATION_ROLE_YEAR_TO_DATE: what has been found from the start
 *   of the year
 * @MARMOT_OBSERVATION_ROLE_ROLLING_AVERAGE: an average that moves along
 * @MARMOT_OBSERVATION_ROLE_DERIVED: what was worked out from other figures
 *
 * What a figure is, among the figures of one indicator.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_OBSERVATION_ROLE_ACTUAL,
  MARMOT_OBSERVATION_ROLE_BASELINE,
  MARMOT_OBSERVATION_ROLE_YEAR_TO_DATE,
  MARMOT_OBSERVATION_ROLE_ROLLING_AVERAGE,
  MARMOT_OBSERVATION_ROLE_DERIVED
} MarmotObservationRole;

/**
 * MarmotVintage:
 * @MARMOT_VINTAGE_UNSTATED: the source does not say
 * @MARMOT_VINTAGE_PROVISIONAL: published before it was complete
 * @MARMOT_VINTAGE_REVISED: published again, with corrections
 * @MARMOT_VINTAGE_FINAL: published as final
 *
 * Which publication of a figure this is. Figures of two vintages are not two
 * periods: a change from one to the other is a correction, and not a trend.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_VINTAGE_UNSTATED,
  MARMOT_VINTAGE_PROVISIONAL,
  MARMOT_VINTAGE_REVISED,
  MARMOT_VINTAGE_FINAL
} MarmotVintage;

/**
 * MarmotObservation:
 *
 * One figure: an indicator in an area and a period, with its value as
 * printed, its interval and its counts as far as they were printed, and where
 * it was read.
 *
 * A period that the source does not state is %NULL, and is never guessed.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_OBSERVATION (marmot_observation_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotObservation, marmot_observation, MARMOT, OBSERVATION, GObject)

/**
 * marmot_observation_get_indicator: (get-property indicator)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): the indicator
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIndicator *marmot_observation_get_indicator (MarmotObservation *self);

/**
 * marmot_observation_get_area: (get-property area)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): the area
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotArea *marmot_observation_get_area (MarmotObservation *self);

/**
 * marmot_observation_get_period: (get-property period)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): the period, or %NULL where the source
 *   states none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_observation_get_period (MarmotObservation *self);

/**
 * marmot_observation_get_role: (get-property role)
 * @self: an observation
 *
 * Returns: what the figure is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservationRole marmot_observation_get_role (MarmotObservation *self);

/**
 * marmot_observation_get_value: (get-property value)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): the value, as printed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_observation_get_value (MarmotObservation *self);

/**
 * marmot_observation_get_lower: (get-property lower)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): the lower confidence limit, as printed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_observation_get_lower (MarmotObservation *self);

/**
 * marmot_observation_get_upper: (get-property upper)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): the upper confidence limit, as printed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_observation_get_upper (MarmotObservation *self);

/**
 * marmot_observation_get_confidence: (get-property confidence)
 * @self: an observation
 *
 * Returns: the confidence level of the limits as a proportion
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_observation_get_confidence (MarmotObservation *self);

/**
 * marmot_observation_get_numerator: (get-property numerator)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): how many were counted
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_observation_get_numerator (MarmotObservation *self);

/**
 * marmot_observation_get_denominator: (get-property denominator)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): among how many they were counted
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_observation_get_denominator (MarmotObservation *self);

/**
 * marmot_observation_get_note: (get-property note)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): what the source, or whoever
 *   transcribed it, says beside it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_observation_get_note (MarmotObservation *self);

/**
 * marmot_observation_get_source: (get-property source)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): the paper or file that the figure was
 *   taken from
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_observation_get_source (MarmotObservation *self);

/**
 * marmot_observation_get_line: (get-property line)
 * @self: an observation
 *
 * Returns: the line of the source, from 1, or 0 where it is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_observation_get_line (MarmotObservation *self);

/**
 * marmot_observation_get_sex: (get-property sex)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): the sex, in the words of the source, such as "Persons"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_observation_get_sex (MarmotObservation *self);

/**
 * marmot_observation_get_age: (get-property age)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): the ages, in the words of the source, such as "65+ yrs"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_observation_get_age (MarmotObservation *self);

/**
 * marmot_observation_get_category_type: (get-property category-type)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): what the population is divided by, such as
 *   "Ethnic groups"; %NULL for the whole population
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_observation_get_category_type (MarmotObservation *self);

/**
 * marmot_observation_get_category: (get-property category)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): which part of the division this is; %NULL for the whole
 *   population
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_observation_get_category (MarmotObservation *self);

/**
 * marmot_observation_get_lower_99_8: (get-property lower-99-8)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): the lower limit of the interval at 99.8%
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_observation_get_lower_99_8 (MarmotObservation *self);

/**
 * marmot_observation_get_upper_99_8: (get-property upper-99-8)
 * @self: an observation
 *
 * Returns: (transfer none) (nullable): the upper limit of the interval at 99.8%
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_observation_get_upper_99_8 (MarmotObservation *self);

/**
 * marmot_observation_get_vintage: (get-property vintage)
 * @self: an observation
 *
 * Returns: which publication of the figure this is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotVintage marmot_observation_get_vintage (MarmotObservation *self);

G_END_DECLS
