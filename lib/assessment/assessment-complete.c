/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is missing in an assessment by its template: questions that are not answered, rows of
 * groups, and what the template does not know.
 */
#include "assessment-check-private.h"

#include "core/marmot-document-private.h"

/* Answered, or said why not. */
static gboolean
is_settled (MarmotAnswerState state,
            const char *text,
            const char *reason,
            gboolean has_more)
{
  return (state == MARMOT_ANSWER_STATE_ANSWERED && (assessment_is_there (text) || has_more))
         || (state != MARMOT_ANSWER_STATE_NOT_YET && assessment_is_there (reason));
}

gboolean
assessment_group_is_settled (MarmotAssessmentGroup *group)
{
  return is_settled (marmot_assessment_group_get_state (group), marmot_assessment_group_get_text (group),
                     marmot_assessment_group_get_reason (group), assessment_has_keys (marmot_assessment_group_get_evidence (group)));
}

/* What a question has beside the text of its response. */
static gboolean
has_own_answer (const AssessmentCheck *self,
                MarmotTemplateQuestion *question,
                MarmotAssessmentResponse *response)
{
  switch (marmot_template_question_get_answer (question))
    {
    case MARMOT_ANSWER_KIND_GROUPS:
      return assessment_count (marmot_assessment_get_groups (self->of)) > 0;
    case MARMOT_ANSWER_KIND_OUTCOMES:
      return assessment_count (marmot_assessment_get_outcomes (self->of)) > 0;
    case MARMOT_ANSWER_KIND_ACTIONS:
      return assessment_count (marmot_assessment_get_actions (self->of)) > 0;
    case MARMOT_ANSWER_KIND_REVIEW:
      return assessment_count (marmot_assessment_get_reviews (self->of)) > 0;
    case MARMOT_ANSWER_KIND_CHOICE:
      return response && assessment_is_there (marmot_assessment_response_get_choice (response));
    case MARMOT_ANSWER_KIND_TEXT:
    default:
      return FALSE;
    }
}

/* What to do about what is not answered: a text that nobody called an answer is nearly one. */
static const char *
what_to_do (MarmotAnswerState state,
            const char *text,
            const char *otherwise)
{
  return state == MARMOT_ANSWER_STATE_NOT_YET && assessment_is_there (text)
             ? "It has a text: set its state to \"answered\" if that is the answer"
             : otherwise;
}

/* By what a question is answered. */
static const char *
how_to_answer (MarmotTemplateQuestion *question)
{
  switch (marmot_template_question_get_answer (question))
    {
    case MARMOT_ANSWER_KIND_GROUPS:
      return "Add a row for each group, or say why it does not apply";
    case MARMOT_ANSWER_KIND_OUTCOMES:
      return "Answer it or add outcomes, or say why it does not apply";
    case MARMOT_ANSWER_KIND_ACTIONS:
      return "Answer it or add actions, or say why it does not apply";
    case MARMOT_ANSWER_KIND_REVIEW:
      return "Add a review, or say why it does not apply";
    case MARMOT_ANSWER_KIND_CHOICE:
      return "Choose one of its choices, or say why it does not apply";
    case MARMOT_ANSWER_KIND_TEXT:
    default:
      return "Answer it, or say why it does not apply";
    }
}

static void
check_question (const AssessmentCheck *self,
                MarmotTemplateQuestion *question,
                AssessmentCounts *counts)
{
  const char *id = marmot_template_question_get_id (question);
  MarmotAssessmentResponse *response = assessment_find_response (self, id);
  gboolean has_own = has_own_answer (self, question, response);
  gboolean is_answered
      = response ? is_settled (marmot_assessment_response_get_state (response), marmot_assessment_response_get_text (response),
                               marmot_assessment_response_get_reason (response), has_own)
                 : has_own;
  g_autofree char *path = g_strdup_printf ("responses/%s", id);

  if (marmot_template_question_get_required (question))
    {
      counts->n_required++;
      counts->n_required_answered += is_answered;
      if (!is_answered)
        assessment_report (self->findings, "complete/question", MARMOT_SEVERITY_WARNING, path,
                response ? what_to_do (marmot_assessment_response_get_state (response),
                                       marmot_assessment_response_get_text (response), how_to_answer (question))
                         : how_to_answer (question),
                "A question that the template asks of everybody is not answered: %s",
                marmot_template_question_get_text (question));
    }
  if (response && marmot_template_question_get_answer (question) == MARMOT_ANSWER_KIND_CHOICE
      && assessment_is_there (marmot_assessment_response_get_choice (response))
      && !g_strv_contains (marmot_template_question_get_choices (question), marmot_assessment_response_get_choice (response)))
    assessment_report (self->findings, "complete/choice", MARMOT_SEVERITY_ERROR, path, "Choose one of those that the template has",
            "What was chosen is none of the choices");
}

static void
check_dimensions (const AssessmentCheck *self,
                  AssessmentCounts *counts)
{
  GListModel *dimensions = marmot_assessment_template_get_dimensions (self->template);

  for (guint i = 0; i < g_list_model_get_n_items (dimensions); i++)
    {
      g_autoptr (MarmotDimension) dimension = g_list_model_get_item (dimensions, i);
      MarmotAssessmentGroup *group = assessment_find_group (self, marmot_dimension_get_id (dimension));
      gboolean is_answered = group && assessment_group_is_settled (group);

      if (!marmot_dimension_is_statutory (dimension))
        continue;
      counts->n_statutory++;
      counts->n_statutory_answered += is_answered;
      if (!is_answered)
        {
          g_autofree char *path = g_strdup_printf ("groups/%s", marmot_dimension_get_id (dimension));

          assessment_report (self->findings, "H03", MARMOT_SEVERITY_WARNING, path,
                  what_to_do (group ? marmot_assessment_group_get_state (group) : MARMOT_ANSWER_STATE_NOT_YET,
                              group ? marmot_assessment_group_get_text (group) : NULL,
                              "Say what is known of the group, or why nothing is and how it will be found out"),
                  "Nothing is said of a characteristic of the Equality Act: %s", marmot_dimension_get_label (dimension));
        }
    }
}

/* What the assessment has that its template does not know. */
static void
check_strays (const AssessmentCheck *self)
{
  GListStore *responses = marmot_assessment_get_responses (self->of);
  GListStore *groups = marmot_assessment_get_groups (self->of);

  for (guint i = 0; i < assessment_count (responses); i++)
    {
      const char *question = marmot_assessment_response_get_question (assessment_item (responses, i));

      if (!question || !g_hash_table_contains (self->index.questions, question))
        {
          g_autofree char *path = marmot_document_step ("", "responses", i);

          assessment_report (self->findings, "complete/no-question", MARMOT_SEVERITY_ERROR, path, "Move its text to where it belongs, or migrate the assessment",
                  "The template has no such question");
        }
      else if (g_hash_table_lookup (self->index.responses, question) != assessment_item (responses, i))
        {
          g_autofree char *path = marmot_document_step ("", "responses", i);

          assessment_report (self->findings, "complete/question-twice", MARMOT_SEVERITY_ERROR, path, "Join the answers, and take this one out",
                  "The question has an answer already, and only the first is looked at");
        }
    }
  for (guint i = 0; i < assessment_count (groups); i++)
    {
      const char *dimension = marmot_assessment_group_get_dimension (assessment_item (groups, i));

      if (!dimension || !g_hash_table_contains (self->index.dimensions, dimension))
        {
          g_autofree char *path = marmot_document_step ("", "groups", i);

          assessment_report (self->findings, "complete/no-dimension", MARMOT_SEVERITY_ERROR, path,
                  "Move its text to where it belongs, or add the dimension to the template", "The template has no such dimension");
        }
      else if (GPOINTER_TO_UINT (g_hash_table_lookup (self->index.groups, dimension)) != i + 1)
        {
          g_autofree char *path = marmot_document_step ("", "groups", i);

          assessment_report (self->findings, "complete/dimension-twice", MARMOT_SEVERITY_ERROR, path, "Join the rows, and take this one out",
                  "The dimension has a row already, and only the first is looked at");
        }
    }
}

static void
check_template (const AssessmentCheck *self)
{
  const char *hash = marmot_assessment_get_template_hash (self->of);

  if (g_strcmp0 (marmot_assessment_get_template (self->of), marmot_assessment_template_get_id (self->template)) != 0)
    assessment_report (self->findings, "complete/template", MARMOT_SEVERITY_ERROR, "template", "AssessmentCheck it by its own template, or migrate it",
            "The assessment is of another template");
  else if (assessment_is_there (hash) && g_strcmp0 (hash, marmot_assessment_template_get_digest (self->template)) != 0)
    assessment_report (self->findings, "complete/template", MARMOT_SEVERITY_ERROR, "template_hash",
            "Find the template as it was, or migrate the assessment to the one that there is",
            "The words of the template have changed since the assessment was begun");
}

void
assessment_check_complete (const AssessmentCheck *self,
                           AssessmentCounts *counts)
{
  GListModel *questions = marmot_assessment_template_get_questions (self->template);

  check_template (self);
  for (guint i = 0; questions && i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (MarmotTemplateQuestion) question = g_list_model_get_item (questions, i);

      check_question (self, question, counts);
    }
  check_dimensions (self, counts);
  check_strays (self);
}
