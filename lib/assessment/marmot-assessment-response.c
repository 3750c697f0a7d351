/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotAssessmentResponse
{
  GObject parent_instance;

  char *question;
  MarmotAnswerState state;
  char *text;
  char *choice;
  char *reason;
  char **evidence;
};

G_DEFINE_FINAL_TYPE (MarmotAssessmentResponse, marmot_assessment_response, G_TYPE_OBJECT)

/**
 * MarmotAssessmentResponse:question: (getter get_question) (setter set_question)
 *
 * The short name of the question.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentResponse:state: (getter get_state) (setter set_state)
 *
 * How far it is answered.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentResponse:text: (getter get_text) (setter set_text)
 *
 * The answer.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentResponse:choice: (getter get_choice) (setter set_choice)
 *
 * What was chosen, where one of several is the answer.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentResponse:reason: (getter get_reason) (setter set_reason)
 *
 * Why it does not apply, or is not answered yet.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentResponse:evidence: (getter get_evidence) (setter set_evidence)
 *
 * The keys of the evidence that it rests upon.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "question", MARMOT_DOCUMENT_REFERENCE, G_STRUCT_OFFSET (MarmotAssessmentResponse, question), NULL, 0 },
  { "state", MARMOT_DOCUMENT_MEMBER, G_STRUCT_OFFSET (MarmotAssessmentResponse, state), marmot_answer_state_get_type, 0 },
  { "text", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessmentResponse, text), NULL, 0 },
  { "choice", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessmentResponse, choice), NULL, 0 },
  { "reason", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessmentResponse, reason), NULL, 0 },
  { "evidence", MARMOT_DOCUMENT_TEXTS, G_STRUCT_OFFSET (MarmotAssessmentResponse, evidence), NULL, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "response", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_assessment_response_class_init (MarmotAssessmentResponseClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_assessment_response_init (MarmotAssessmentResponse *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotAssessmentResponse, marmot_assessment_response, MARMOT_TYPE_ASSESSMENT_RESPONSE, MARMOT_IS_ASSESSMENT_RESPONSE)

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotAssessmentResponse, marmot_assessment_response, MARMOT_IS_ASSESSMENT_RESPONSE, CType, field, on_failure)
#define SETTER(CType, field, property) \
  MARMOT_DOCUMENT_SETTER (MarmotAssessmentResponse, marmot_assessment_response, MARMOT_IS_ASSESSMENT_RESPONSE, CType, field, property)

GETTER (const char *, question, NULL)
SETTER (const char *, question, "question")
GETTER (MarmotAnswerState, state, 0)
SETTER (MarmotAnswerState, state, "state")
GETTER (const char *, text, NULL)
SETTER (const char *, text, "text")
GETTER (const char *, choice, NULL)
SETTER (const char *, choice, "choice")
GETTER (const char *, reason, NULL)
SETTER (const char *, reason, "reason")

const char * const *
marmot_assessment_response_get_evidence (MarmotAssessmentResponse *self)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_RESPONSE (self), NULL);

  return (const char * const *) self->evidence;
}

SETTER (const char * const *, evidence, "evidence")
