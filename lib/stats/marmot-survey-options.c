/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotSurveyOptions
{
  GObject parent_instance;

  MarmotIntervalOptions *interval;
  double invited;
  double population;
  double design_effect;
  double minimum_respondents;
};

G_DEFINE_FINAL_TYPE (MarmotSurveyOptions, marmot_survey_options, G_TYPE_OBJECT)

/**
 * MarmotSurveyOptions:interval: (getter get_interval)
 *
 * Method, confidence levels and multiplier; none for the customary ones.
 *
 * Since: 1.0
 */

/**
 * MarmotSurveyOptions:invited: (getter get_invited)
 *
 * How many were asked to answer; 0 if nobody knows.
 *
 * Since: 1.0
 */

/**
 * MarmotSurveyOptions:population: (getter get_population)
 *
 * How many people the survey speaks for. With it the limits become narrower, as is right
 * where a good part of all was asked at random; 0 for no correction.
 *
 * Since: 1.0
 */

/**
 * MarmotSurveyOptions:design-effect: (getter get_design_effect)
 *
 * By how much clusters, strata and weights widen the variance of a share over that of as
 * many people drawn one by one: the survey's own report gives it. 1 if left alone. It
 * multiplies what the weights of rows come to.
 *
 * Since: 1.0
 */

/**
 * MarmotSurveyOptions:minimum-respondents: (getter get_minimum_respondents)
 *
 * Under how many respondents a share is marked as resting on few: ten, unless said
 * otherwise. Marking hides nothing: that is for the control of what is published.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "interval", marmot_interval_options_get_type, G_STRUCT_OFFSET (MarmotSurveyOptions, interval), 0 },
  { "invited", marmot_record_type_double, G_STRUCT_OFFSET (MarmotSurveyOptions, invited), 0 },
  { "population", marmot_record_type_double, G_STRUCT_OFFSET (MarmotSurveyOptions, population), 0 },
  { "design-effect", marmot_record_type_double, G_STRUCT_OFFSET (MarmotSurveyOptions, design_effect), 1 },
  { "minimum-respondents", marmot_record_type_double, G_STRUCT_OFFSET (MarmotSurveyOptions, minimum_respondents), 10 },
};

static void
marmot_survey_options_class_init (MarmotSurveyOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_survey_options_init (MarmotSurveyOptions *self)
{
}

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotSurveyOptions, marmot_survey_options, MARMOT_IS_SURVEY_OPTIONS, CType, field, on_failure)

GETTER (MarmotIntervalOptions *, interval, NULL)
GETTER (double, invited, 0)
GETTER (double, population, 0)
GETTER (double, design_effect, 1)
GETTER (double, minimum_respondents, 0)

MarmotSurveyOptions *
marmot_survey_options_new (MarmotIntervalOptions *interval)
{
  g_return_val_if_fail (interval == NULL || MARMOT_IS_INTERVAL_OPTIONS (interval), NULL);

  return g_object_new (MARMOT_TYPE_SURVEY_OPTIONS, "interval", interval, NULL);
}
