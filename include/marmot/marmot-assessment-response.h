/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotAnswerState:
 * @MARMOT_ANSWER_STATE_NOT_YET: not yet
 * @MARMOT_ANSWER_STATE_ANSWERED: it is
 * @MARMOT_ANSWER_STATE_NOT_APPLICABLE: it does not apply, for the reason given
 * @MARMOT_ANSWER_STATE_UNKNOWN: it was looked at, and nobody knows
 *
 * How far a question, or a row of a group, is answered.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_ANSWER_STATE_NOT_YET,
  MARMOT_ANSWER_STATE_ANSWERED,
  MARMOT_ANSWER_STATE_NOT_APPLICABLE,
  MARMOT_ANSWER_STATE_UNKNOWN,
} MarmotAnswerState;

/**
 * MarmotAssessmentResponse:
 *
 * What an assessment answers to one question of its template.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ASSESSMENT_RESPONSE (marmot_assessment_response_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAssessmentResponse, marmot_assessment_response, MARMOT, ASSESSMENT_RESPONSE, GObject)

/**
 * marmot_assessment_response_new:
 *
 * Returns: (transfer full): an empty response
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentResponse *marmot_assessment_response_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_response_get_question: (get-property question)
 * @self: a response
 *
 * Returns: (transfer none) (nullable): the short name of the question
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_response_get_question (MarmotAssessmentResponse *self);

/**
 * marmot_assessment_response_set_question: (set-property question)
 * @self: a response
 * @question: (nullable): the short name of the question
 *
 * Sets [property@Marmot.AssessmentResponse:question].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_response_set_question (MarmotAssessmentResponse *self, const char *question);

/**
 * marmot_assessment_response_get_state: (get-property state)
 * @self: a response
 *
 * Returns: how far it is answered
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAnswerState marmot_assessment_response_get_state (MarmotAssessmentResponse *self);

/**
 * marmot_assessment_response_set_state: (set-property state)
 * @self: a response
 * @state: how far it is answered
 *
 * Sets [property@Marmot.AssessmentResponse:state].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_response_set_state (MarmotAssessmentResponse *self, MarmotAnswerState state);

/**
 * marmot_assessment_response_get_text: (get-property text)
 * @self: a response
 *
 * Returns: (transfer none) (nullable): the answer
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_response_get_text (MarmotAssessmentResponse *self);

/**
 * marmot_assessment_response_set_text: (set-property text)
 * @self: a response
 * @text: (nullable): the answer
 *
 * Sets [property@Marmot.AssessmentResponse:text].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_response_set_text (MarmotAssessmentResponse *self, const char *text);

/**
 * marmot_assessment_response_get_choice: (get-property choice)
 * @self: a response
 *
 * Returns: (transfer none) (nullable): what was chosen, where one of several is the answer
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_response_get_choice (MarmotAssessmentResponse *self);

/**
 * marmot_assessment_response_set_choice: (set-property choice)
 * @self: a response
 * @choice: (nullable): what was chosen, where one of several is the answer
 *
 * Sets [property@Marmot.AssessmentResponse:choice].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_response_set_choice (MarmotAssessmentResponse *self, const char *choice);

/**
 * marmot_assessment_response_get_reason: (get-property reason)
 * @self: a response
 *
 * Returns: (transfer none) (nullable): why it does not apply, or is not answered yet
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_response_get_reason (MarmotAssessmentResponse *self);

/**
 * marmot_assessment_response_set_reason: (set-property reason)
 * @self: a response
 * @reason: (nullable): why it does not apply, or is not answered yet
 *
 * Sets [property@Marmot.AssessmentResponse:reason].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_response_set_reason (MarmotAssessmentResponse *self, const char *reason);

/**
 * marmot_assessment_response_get_evidence: (get-property evidence)
 * @self: a response
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the keys of the evidence
 * that it rests upon
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const *marmot_assessment_response_get_evidence (MarmotAssessmentResponse *self);

/**
 * marmot_assessment_response_set_evidence: (set-property evidence)
 * @self: a response
 * @evidence: (nullable) (array zero-terminated=1): the keys of the evidence that it rests
 * upon
 *
 * Sets [property@Marmot.AssessmentResponse:evidence].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_response_set_evidence (MarmotAssessmentResponse *self, const char * const *evidence);

/**
 * marmot_assessment_response_copy:
 * @self: a response
 *
 * Returns: (transfer full): the same once more, which changes by itself
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentResponse *marmot_assessment_response_copy (MarmotAssessmentResponse *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_response_equal:
 * @self: a response
 * @other: another
 *
 * Returns: whether both say the same
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_assessment_response_equal (MarmotAssessmentResponse *self, MarmotAssessmentResponse *other);

G_END_DECLS
