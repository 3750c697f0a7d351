/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotObservation
{
  GObject parent_instance;

  MarmotIndicator *indicator;
  MarmotArea *area;
  MarmotPeriod *period;
  MarmotObservationRole role;
  MarmotValue *value;
  MarmotValue *lower;
  MarmotValue *upper;
  double confidence;
  MarmotValue *numerator;
  MarmotValue *denominator;
  char *note;
  char *source;
  guint line;
  char *sex;
  char *age;
  char *category_type;
  char *category;
  MarmotValue *lower_99_8;
  MarmotValue *upper_99_8;
  MarmotVintage vintage;
};

G_DEFINE_FINAL_TYPE (MarmotObservation, marmot_observation, G_TYPE_OBJECT)

/**
 * MarmotObservation:indicator: (getter get_indicator)
 *
 * The indicator.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:area: (getter get_area)
 *
 * The area.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:period: (getter get_period)
 *
 * The period, or %NULL where the source states none.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:role: (getter get_role)
 *
 * What the figure is.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:value: (getter get_value)
 *
 * The value, as printed.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:lower: (getter get_lower)
 *
 * The lower confidence limit, as printed.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:upper: (getter get_upper)
 *
 * The upper confidence limit, as printed.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:confidence: (getter get_confidence)
 *
 * The confidence level of the limits as a proportion.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:numerator: (getter get_numerator)
 *
 * How many were counted.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:denominator: (getter get_denominator)
 *
 * Among how many they were counted.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:note: (getter get_note)
 *
 * What the source, or whoever transcribed it, says beside it.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:source: (getter get_source)
 *
 * The paper or file that the figure was taken from.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:line: (getter get_line)
 *
 * The line of the source, from 1, or 0 where it is not known.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:sex: (getter get_sex)
 *
 * The sex, in the words of the source, such as "Persons".
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:age: (getter get_age)
 *
 * The ages, in the words of the source, such as "65+ yrs".
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:category-type: (getter get_category_type)
 *
 * What the population is divided by, such as "Ethnic groups"; %NULL for the
 * whole population.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:category: (getter get_category)
 *
 * Which part of the division this is; %NULL for the whole population.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:lower-99-8: (getter get_lower_99_8)
 *
 * The lower limit of the interval at 99.8%.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:upper-99-8: (getter get_upper_99_8)
 *
 * The upper limit of the interval at 99.8%.
 *
 * Since: 1.0
 */

/**
 * MarmotObservation:vintage: (getter get_vintage)
 *
 * Which publication of the figure this is.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "indicator", marmot_indicator_get_type, G_STRUCT_OFFSET (MarmotObservation, indicator), 0 },
  { "area", marmot_area_get_type, G_STRUCT_OFFSET (MarmotObservation, area), 0 },
  { "period", marmot_period_get_type, G_STRUCT_OFFSET (MarmotObservation, period), 0 },
  { "role", marmot_observation_role_get_type, G_STRUCT_OFFSET (MarmotObservation, role), 0 },
  { "value", marmot_value_get_type, G_STRUCT_OFFSET (MarmotObservation, value), 0 },
  { "lower", marmot_value_get_type, G_STRUCT_OFFSET (MarmotObservation, lower), 0 },
  { "upper", marmot_value_get_type, G_STRUCT_OFFSET (MarmotObservation, upper), 0 },
  { "confidence", marmot_record_type_double, G_STRUCT_OFFSET (MarmotObservation, confidence), 0.95 },
  { "numerator", marmot_value_get_type, G_STRUCT_OFFSET (MarmotObservation, numerator), 0 },
  { "denominator", marmot_value_get_type, G_STRUCT_OFFSET (MarmotObservation, denominator), 0 },
  { "note", NULL, G_STRUCT_OFFSET (MarmotObservation, note), 0 },
  { "source", NULL, G_STRUCT_OFFSET (MarmotObservation, source), 0 },
  { "line", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotObservation, line), 0 },
  { "sex", NULL, G_STRUCT_OFFSET (MarmotObservation, sex), 0 },
  { "age", NULL, G_STRUCT_OFFSET (MarmotObservation, age), 0 },
  { "category-type", NULL, G_STRUCT_OFFSET (MarmotObservation, category_type), 0 },
  { "category", NULL, G_STRUCT_OFFSET (MarmotObservation, category), 0 },
  { "lower-99-8", marmot_value_get_type, G_STRUCT_OFFSET (MarmotObservation, lower_99_8), 0 },
  { "upper-99-8", marmot_value_get_type, G_STRUCT_OFFSET (MarmotObservation, upper_99_8), 0 },
  { "vintage", marmot_vintage_get_type, G_STRUCT_OFFSET (MarmotObservation, vintage), 0 },
};

static void
marmot_observation_class_init (MarmotObservationClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_observation_init (MarmotObservation *self)
{
}

MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, MarmotIndicator *, indicator, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, MarmotArea *, area, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, MarmotPeriod *, period, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, MarmotObservationRole, role, (MarmotObservationRole) 0)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, MarmotValue *, value, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, MarmotValue *, lower, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, MarmotValue *, upper, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, double, confidence, 0)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, MarmotValue *, numerator, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, MarmotValue *, denominator, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, const char *, note, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, const char *, source, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, guint, line, 0)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, const char *, sex, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, const char *, age, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, const char *, category_type, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, const char *, category, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, MarmotValue *, lower_99_8, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, MarmotValue *, upper_99_8, NULL)
MARMOT_RECORD_GETTER (MarmotObservation, marmot_observation, MARMOT_IS_OBSERVATION, MarmotVintage, vintage, (MarmotVintage) 0)
