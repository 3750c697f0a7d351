/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotDimensionKind:
 * @MARMOT_DIMENSION_KIND_PROTECTED: a protected characteristic of the Equality Act 2010
 * @MARMOT_DIMENSION_KIND_SOCIO_ECONOMIC: socio-economic position
 * @MARMOT_DIMENSION_KIND_GEOGRAPHIC: where people live
 * @MARMOT_DIMENSION_KIND_INCLUSION: vulnerable and inclusion health groups
 * @MARMOT_DIMENSION_KIND_LOCAL: what a council looks at besides, such as carers or care
 *   experience, by a resolution of its own: no characteristic of the Equality Act
 *
 * Along what an assessment looks at differences in health.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_DIMENSION_KIND_PROTECTED,
  MARMOT_DIMENSION_KIND_SOCIO_ECONOMIC,
  MARMOT_DIMENSION_KIND_GEOGRAPHIC,
  MARMOT_DIMENSION_KIND_INCLUSION,
  MARMOT_DIMENSION_KIND_LOCAL,
} MarmotDimensionKind;

/**
 * MarmotAnswerKind:
 * @MARMOT_ANSWER_KIND_TEXT: text
 * @MARMOT_ANSWER_KIND_GROUPS: a row for each dimension
 * @MARMOT_ANSWER_KIND_OUTCOMES: outcomes, which may be linked to indicators
 * @MARMOT_ANSWER_KIND_ACTIONS: actions with owner and date
 * @MARMOT_ANSWER_KIND_REVIEW: a review some months later
 * @MARMOT_ANSWER_KIND_CHOICE: one of several choices
 *
 * How a question is answered. Beside its own kind, each may have text.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_ANSWER_KIND_TEXT,
  MARMOT_ANSWER_KIND_GROUPS,
  MARMOT_ANSWER_KIND_OUTCOMES,
  MARMOT_ANSWER_KIND_ACTIONS,
  MARMOT_ANSWER_KIND_REVIEW,
  MARMOT_ANSWER_KIND_CHOICE,
} MarmotAnswerKind;

/**
 * MarmotDimension:
 *
 * One of the characteristics or groups along which an assessment looks at differences, with
 * the legal basis on which it does.
 *
 * They never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_DIMENSION (marmot_dimension_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotDimension, marmot_dimension, MARMOT, DIMENSION, GObject)

/**
 * marmot_dimension_new:
 * @id: a short name: small letters, digits and hyphens
 * @label: what it is called
 * @kind: of which kind it is
 * @legal_basis: (nullable): the Act, resolution or policy by which it is looked at
 * @definition: (nullable): who is meant
 *
 * Returns: (transfer full): a new dimension
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotDimension     *marmot_dimension_new             (const char           *id,
                                                       const char           *label,
                                                       MarmotDimensionKind   kind,
                                                       const char           *legal_basis,
                                                       const char           *definition) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_dimension_get_id: (get-property id)
 * @self: a dimension
 *
 * Returns: (transfer none): its short name, such as "gender-reassignment"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char          *marmot_dimension_get_id          (MarmotDimension      *self);

/**
 * marmot_dimension_get_label: (get-property label)
 * @self: a dimension
 *
 * Returns: (transfer none): what it is called
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char          *marmot_dimension_get_label       (MarmotDimension      *self);

/**
 * marmot_dimension_get_kind: (get-property kind)
 * @self: a dimension
 *
 * Returns: of which kind it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotDimensionKind  marmot_dimension_get_kind        (MarmotDimension      *self);

/**
 * marmot_dimension_get_legal_basis: (get-property legal-basis)
 * @self: a dimension
 *
 * Returns: (transfer none) (nullable): by which Act, resolution or policy it is looked at
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char          *marmot_dimension_get_legal_basis (MarmotDimension      *self);

/**
 * marmot_dimension_get_definition: (get-property definition)
 * @self: a dimension
 *
 * Returns: (transfer none) (nullable): who is meant
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char          *marmot_dimension_get_definition  (MarmotDimension      *self);

/**
 * marmot_dimension_is_statutory:
 * @self: a dimension
 *
 * Whether it is a protected characteristic of the Equality Act 2010. A local one never is,
 * whatever a council resolved.
 *
 * Returns: whether it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean             marmot_dimension_is_statutory    (MarmotDimension      *self);

/**
 * MarmotTemplateStage:
 *
 * A stage of an assessment, such as "Prepare".
 *
 * They never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_TEMPLATE_STAGE (marmot_template_stage_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotTemplateStage, marmot_template_stage, MARMOT, TEMPLATE_STAGE, GObject)

/**
 * marmot_template_stage_get_id: (get-property id)
 * @self: a stage
 *
 * Returns: (transfer none): its short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char          *marmot_template_stage_get_id     (MarmotTemplateStage  *self);

/**
 * marmot_template_stage_get_title: (get-property title)
 * @self: a stage
 *
 * Returns: (transfer none): what it is called
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char          *marmot_template_stage_get_title  (MarmotTemplateStage  *self);

/**
 * MarmotTemplateQuestion:
 *
 * A question of an assessment, with what it wants considered and how it is answered.
 *
 * They never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_TEMPLATE_QUESTION (marmot_template_question_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotTemplateQuestion, marmot_template_question, MARMOT, TEMPLATE_QUESTION, GObject)

/**
 * marmot_template_question_get_id: (get-property id)
 * @self: a question
 *
 * Returns: (transfer none): its short name, such as "q2a"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char          *marmot_template_question_get_id  (MarmotTemplateQuestion *self);

/**
 * marmot_template_question_get_number: (get-property number)
 * @self: a question
 *
 * Returns: (transfer none) (nullable): its number as it is printed, such as "2 a)"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char          *marmot_template_question_get_number (MarmotTemplateQuestion *self);

/**
 * marmot_template_question_get_stage: (get-property stage)
 * @self: a question
 *
 * Returns: (transfer none): the short name of its stage
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char          *marmot_template_question_get_stage (MarmotTemplateQuestion *self);

/**
 * marmot_template_question_get_parent: (get-property parent)
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the short name of the question that it is a part of,
 *   or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char          *marmot_template_question_get_parent (MarmotTemplateQuestion *self);

/**
 * marmot_template_question_get_text: (get-property text)
 * @self: a question
 *
 * Returns: (transfer none): the question
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char          *marmot_template_question_get_text (MarmotTemplateQuestion *self);

/**
 * marmot_template_question_get_prompts: (get-property prompts)
 * @self: a question
 *
 * Returns: (transfer none) (array zero-terminated=1): what it wants considered
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const  *marmot_template_question_get_prompts (MarmotTemplateQuestion *self);

/**
 * marmot_template_question_get_choices: (get-property choices)
 * @self: a question
 *
 * Returns: (transfer none) (array zero-terminated=1): what can be chosen, where one of
 *   several is the answer
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const  *marmot_template_question_get_choices (MarmotTemplateQuestion *self);

/**
 * marmot_template_question_get_answer: (get-property answer)
 * @self: a question
 *
 * Returns: how it is answered
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAnswerKind     marmot_template_question_get_answer (MarmotTemplateQuestion *self);

/**
 * marmot_template_question_get_required: (get-property required)
 * @self: a question
 *
 * Returns: whether an assessment without an answer to it is incomplete
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean             marmot_template_question_get_required (MarmotTemplateQuestion *self);

/**
 * marmot_template_question_applies_to:
 * @self: a question
 * @kind: a kind of dimension
 *
 * Returns: whether the question is about dimensions of that kind; of one that is not
 *   answered by groups it says what its text is about
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean             marmot_template_question_applies_to (MarmotTemplateQuestion *self,
                                                          MarmotDimensionKind     kind);

G_END_DECLS
