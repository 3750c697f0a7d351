/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotAssessmentOutcome
{
  GObject parent_instance;

  char *id;
  char *text;
  MarmotOutcomeDirection direction;
  char *indicator;
  MarmotValue *baseline;
  MarmotPeriod *baseline_period;
  MarmotValue *target;
  MarmotPeriod *target_period;
};

G_DEFINE_FINAL_TYPE (MarmotAssessmentOutcome, marmot_assessment_outcome, G_TYPE_OBJECT)

/**
 * MarmotAssessmentOutcome:id: (getter get_id) (setter set_id)
 *
 * Its short name.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentOutcome:text: (getter get_text) (setter set_text)
 *
 * What is to change.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentOutcome:direction: (getter get_direction) (setter set_direction)
 *
 * Which way.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentOutcome:indicator: (getter get_indicator) (setter set_indicator)
 *
 * The short name of the indicator that shows it.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentOutcome:baseline: (getter get_baseline) (setter set_baseline)
 *
 * The figure before.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentOutcome:baseline-period: (getter get_baseline_period) (setter set_baseline_period)
 *
 * The period of that figure.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentOutcome:target: (getter get_target) (setter set_target)
 *
 * The figure aimed at.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentOutcome:target-period: (getter get_target_period) (setter set_target_period)
 *
 * By when.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "id", MARMOT_DOCUMENT_ID, G_STRUCT_OFFSET (MarmotAssessmentOutcome, id), NULL, 0 },
  { "text", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessmentOutcome, text), NULL, 0 },
  { "direction", MARMOT_DOCUMENT_MEMBER, G_STRUCT_OFFSET (MarmotAssessmentOutcome, direction), marmot_outcome_direction_get_type, 0 },
  { "indicator", MARMOT_DOCUMENT_REFERENCE, G_STRUCT_OFFSET (MarmotAssessmentOutcome, indicator), NULL, 0 },
  { "baseline", MARMOT_DOCUMENT_VALUE, G_STRUCT_OFFSET (MarmotAssessmentOutcome, baseline), NULL, 0 },
  { "baseline-period", MARMOT_DOCUMENT_PERIOD, G_STRUCT_OFFSET (MarmotAssessmentOutcome, baseline_period), NULL, 0 },
  { "target", MARMOT_DOCUMENT_VALUE, G_STRUCT_OFFSET (MarmotAssessmentOutcome, target), NULL, 0 },
  { "target-period", MARMOT_DOCUMENT_PERIOD, G_STRUCT_OFFSET (MarmotAssessmentOutcome, target_period), NULL, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "outcome", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_assessment_outcome_class_init (MarmotAssessmentOutcomeClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_assessment_outcome_init (MarmotAssessmentOutcome *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotAssessmentOutcome, marmot_assessment_outcome, MARMOT_TYPE_ASSESSMENT_OUTCOME, MARMOT_IS_ASSESSMENT_OUTCOME)

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotAssessmentOutcome, marmot_assessment_outcome, MARMOT_IS_ASSESSMENT_OUTCOME, CType, field, on_failure)
#define SETTER(CType, field, property) \
  MARMOT_DOCUMENT_SETTER (MarmotAssessmentOutcome, marmot_assessment_outcome, MARMOT_IS_ASSESSMENT_OUTCOME, CType, field, property)

GETTER (const char *, id, NULL)
SETTER (const char *, id, "id")
GETTER (const char *, text, NULL)
SETTER (const char *, text, "text")
GETTER (MarmotOutcomeDirection, direction, 0)
SETTER (MarmotOutcomeDirection, direction, "direction")
GETTER (const char *, indicator, NULL)
SETTER (const char *, indicator, "indicator")
GETTER (MarmotValue *, baseline, NULL)
SETTER (MarmotValue *, baseline, "baseline")
GETTER (MarmotPeriod *, baseline_period, NULL)
SETTER (MarmotPeriod *, baseline_period, "baseline-period")
GETTER (MarmotValue *, target, NULL)
SETTER (MarmotValue *, target, "target")
GETTER (MarmotPeriod *, target_period, NULL)
SETTER (MarmotPeriod *, target_period, "target-period")
