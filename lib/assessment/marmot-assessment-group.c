/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotAssessmentGroup
{
  GObject parent_instance;

  char *dimension;
  MarmotAnswerState state;
  char *text;
  char *reason;
  MarmotImpact impact;
  char *confidence;
  char *mitigation;
  char *action;
  char **evidence;
};

G_DEFINE_FINAL_TYPE (MarmotAssessmentGroup, marmot_assessment_group, G_TYPE_OBJECT)

/**
 * MarmotAssessmentGroup:dimension: (getter get_dimension) (setter set_dimension)
 *
 * The short name of the dimension in the template.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentGroup:state: (getter get_state) (setter set_state)
 *
 * How far the row is answered.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentGroup:text: (getter get_text) (setter set_text)
 *
 * What is known of the group and what the programme does for it.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentGroup:reason: (getter get_reason) (setter set_reason)
 *
 * Why it does not apply, or is not answered yet.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentGroup:impact: (getter get_impact) (setter set_impact)
 *
 * What the programme does to the group.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentGroup:confidence: (getter get_confidence) (setter set_confidence)
 *
 * How sure that is, and why.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentGroup:mitigation: (getter get_mitigation) (setter set_mitigation)
 *
 * What is done about a negative effect.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentGroup:action: (getter get_action) (setter set_action)
 *
 * The short name of the action that does it.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentGroup:evidence: (getter get_evidence) (setter set_evidence)
 *
 * The keys of the evidence that it rests upon.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "dimension", MARMOT_DOCUMENT_REFERENCE, G_STRUCT_OFFSET (MarmotAssessmentGroup, dimension), NULL, 0 },
  { "state", MARMOT_DOCUMENT_MEMBER, G_STRUCT_OFFSET (MarmotAssessmentGroup, state), marmot_answer_state_get_type, 0 },
  { "text", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessmentGroup, text), NULL, 0 },
  { "reason", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessmentGroup, reason), NULL, 0 },
  { "impact", MARMOT_DOCUMENT_MEMBER, G_STRUCT_OFFSET (MarmotAssessmentGroup, impact), marmot_impact_get_type, 0 },
  { "confidence", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessmentGroup, confidence), NULL, 0 },
  { "mitigation", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessmentGroup, mitigation), NULL, 0 },
  { "action", MARMOT_DOCUMENT_REFERENCE, G_STRUCT_OFFSET (MarmotAssessmentGroup, action), NULL, 0 },
  { "evidence", MARMOT_DOCUMENT_TEXTS, G_STRUCT_OFFSET (MarmotAssessmentGroup, evidence), NULL, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "row of a group", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_assessment_group_class_init (MarmotAssessmentGroupClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_assessment_group_init (MarmotAssessmentGroup *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotAssessmentGroup, marmot_assessment_group, MARMOT_TYPE_ASSESSMENT_GROUP, MARMOT_IS_ASSESSMENT_GROUP)

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotAssessmentGroup, marmot_assessment_group, MARMOT_IS_ASSESSMENT_GROUP, CType, field, on_failure)
#define SETTER(CType, field, property) \
  MARMOT_DOCUMENT_SETTER (MarmotAssessmentGroup, marmot_assessment_group, MARMOT_IS_ASSESSMENT_GROUP, CType, field, property)

GETTER (const char *, dimension, NULL)
SETTER (const char *, dimension, "dimension")
GETTER (MarmotAnswerState, state, 0)
SETTER (MarmotAnswerState, state, "state")
GETTER (const char *, text, NULL)
SETTER (const char *, text, "text")
GETTER (const char *, reason, NULL)
SETTER (const char *, reason, "reason")
GETTER (MarmotImpact, impact, 0)
SETTER (MarmotImpact, impact, "impact")
GETTER (const char *, confidence, NULL)
SETTER (const char *, confidence, "confidence")
GETTER (const char *, mitigation, NULL)
SETTER (const char *, mitigation, "mitigation")
GETTER (const char *, action, NULL)
SETTER (const char *, action, "action")

const char * const *
marmot_assessment_group_get_evidence (MarmotAssessmentGroup *self)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_GROUP (self), NULL);

  return (const char * const *) self->evidence;
}

SETTER (const char * const *, evidence, "evidence")
