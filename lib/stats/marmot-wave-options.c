/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotWaveOptions
{
  GObject parent_instance;

  MarmotSurveyOptions *survey;
  double correlation;
  double power;
};

G_DEFINE_FINAL_TYPE (MarmotWaveOptions, marmot_wave_options, G_TYPE_OBJECT)

/**
 * MarmotWaveOptions:survey: (getter get_survey)
 *
 * What is known of every wave; its interval has one confidence level.
 *
 * Since: 1.0
 */

/**
 * MarmotWaveOptions:correlation: (getter get_correlation)
 *
 * The correlation of the answers of a person in two waves, from -1 to 1, which matters where
 * some people answered both; 0 if left alone.
 *
 * Since: 1.0
 */

/**
 * MarmotWaveOptions:power: (getter get_power)
 *
 * How surely a change is to be found, as a proportion: 0.8 if left alone.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "survey", marmot_survey_options_get_type, G_STRUCT_OFFSET (MarmotWaveOptions, survey), 0 },
  { "correlation", marmot_record_type_double, G_STRUCT_OFFSET (MarmotWaveOptions, correlation), 0 },
  { "power", marmot_record_type_double, G_STRUCT_OFFSET (MarmotWaveOptions, power), 0.8 },
};

static void
marmot_wave_options_class_init (MarmotWaveOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_wave_options_init (MarmotWaveOptions *self)
{
}

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotWaveOptions, marmot_wave_options, MARMOT_IS_WAVE_OPTIONS, CType, field, on_failure)

GETTER (MarmotSurveyOptions *, survey, NULL)
GETTER (double, correlation, 0)
GETTER (double, power, 0.8)

MarmotWaveOptions *
marmot_wave_options_new (MarmotSurveyOptions *survey)
{
  g_return_val_if_fail (survey == NULL || MARMOT_IS_SURVEY_OPTIONS (survey), NULL);

  return g_object_new (MARMOT_TYPE_WAVE_OPTIONS, "survey", survey, NULL);
}
