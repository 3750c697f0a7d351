/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What is missing in an assessment or does not agree: completeness by its template, and
 * substance by the rules H01 to H16, apart.
 */
#include "assessment-check-private.h"

#include <string.h>

#include "core/marmot-document-private.h"

MarmotAssessmentResponse *
assessment_find_response (const AssessmentCheck *self,
                          const char *question)
{
  return question ? g_hash_table_lookup (self->index.responses, question) : NULL;
}

MarmotAssessmentGroup *
assessment_find_group (const AssessmentCheck *self,
                       const char *dimension)
{
  const guint place = dimension ? GPOINTER_TO_UINT (g_hash_table_lookup (self->index.groups, dimension)) : 0;

  return place > 0 ? assessment_item (marmot_assessment_get_groups (self->of), place - 1) : NULL;
}

/* --- substance ------------------------------------------------------------------------ */

static void
check_head (const AssessmentCheck *self)
{
  MarmotAssessment *of = self->of;

  if (!assessment_is_there (marmot_assessment_get_sponsor_role (of)))
    assessment_report (self->findings, "H01", MARMOT_SEVERITY_WARNING, "sponsor_role", "Name the role of a senior leader",
            "No senior leader sponsors the assessment");
  if (!marmot_assessment_get_completed (of))
    assessment_report (self->findings, "H02", MARMOT_SEVERITY_WARNING, "completed", "Say when it was completed", "The assessment has no date");
  if (!assessment_is_there (marmot_assessment_get_programme (of))
      || (!assessment_is_there (marmot_assessment_get_scope (of)) && marmot_assessment_get_age_until (of) == 0))
    assessment_report (self->findings, "H02", MARMOT_SEVERITY_WARNING, "scope", "Say what the programme does, where and for whom",
            "What is assessed is not said");
  if (marmot_assessment_get_age_until (of) > 0 && marmot_assessment_get_age_from (of) > marmot_assessment_get_age_until (of))
    assessment_report (self->findings, "H02", MARMOT_SEVERITY_WARNING, "age_until", "Correct the one age or the other",
            "The programme begins at an age of %u and ends at %u", marmot_assessment_get_age_from (of),
            marmot_assessment_get_age_until (of));
  if (marmot_assessment_get_starts (of) && marmot_assessment_get_ends (of)
      && marmot_period_get_start_days (marmot_assessment_get_ends (of))
             < marmot_period_get_start_days (marmot_assessment_get_starts (of)))
    assessment_report (self->findings, "H02", MARMOT_SEVERITY_WARNING, "ends", "Correct the one day or the other",
            "The programme ends before it starts");
}

/* H06 and H07. */
static void
check_plans (const AssessmentCheck *self,
             AssessmentCounts *counts)
{
  GListStore *actions = marmot_assessment_get_actions (self->of);
  GListStore *outcomes = marmot_assessment_get_outcomes (self->of);

  counts->n_actions = assessment_count (actions);
  for (guint i = 0; i < counts->n_actions; i++)
    counts->n_actions_ready += assessment_is_ready (assessment_item (actions, i));
  if (counts->n_actions_ready == 0)
    assessment_report (self->findings, "H06", MARMOT_SEVERITY_WARNING, "actions", "Record what will be done, by which role and by when",
            counts->n_actions ? "No action has both an owner and a date" : "There is no action");

  counts->n_outcomes = assessment_count (outcomes);
  for (guint i = 0; i < counts->n_outcomes; i++)
    counts->n_outcomes_linked += assessment_is_there (marmot_assessment_outcome_get_indicator (assessment_item (outcomes, i)));
  if (counts->n_outcomes_linked < counts->n_outcomes)
    assessment_report (self->findings, "H07", MARMOT_SEVERITY_WARNING, "outcomes", "Name the indicator by which each will be seen to change",
            "%u of %u outcomes are linked to an indicator", counts->n_outcomes_linked, counts->n_outcomes);
}

/* H10 and H11: a question about a kind of dimension, whether it has evidence. */
static void
check_kind (const AssessmentCheck *self,
            MarmotDimensionKind kind,
            const char *rule,
            gboolean needs_evidence,
            const char *message,
            const char *fix)
{
  GListModel *questions = marmot_assessment_template_get_questions (self->template);
  GListModel *dimensions = marmot_assessment_template_get_dimensions (self->template);
  gboolean is_asked = FALSE, is_met = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (dimensions); i++)
    {
      g_autoptr (MarmotDimension) dimension = g_list_model_get_item (dimensions, i);
      MarmotAssessmentGroup *group
          = marmot_dimension_get_kind (dimension) == kind ? assessment_find_group (self, marmot_dimension_get_id (dimension)) : NULL;

      is_asked |= marmot_dimension_get_kind (dimension) == kind;
      if (group)
        is_met |= needs_evidence ? assessment_has_keys (marmot_assessment_group_get_evidence (group))
                                 : assessment_is_there (marmot_assessment_group_get_text (group));
    }
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (MarmotTemplateQuestion) question = g_list_model_get_item (questions, i);
      MarmotAssessmentResponse *response = NULL;

      if (!marmot_template_question_applies_to (question, kind)
          || marmot_template_question_get_answer (question) != MARMOT_ANSWER_KIND_TEXT)
        continue;
      response = assessment_find_response (self, marmot_template_question_get_id (question));
      if (response)
        is_met |= needs_evidence ? assessment_has_keys (marmot_assessment_response_get_evidence (response))
                                 : assessment_is_there (marmot_assessment_response_get_text (response));
    }
  if (is_asked && !is_met)
    assessment_report (self->findings, rule, MARMOT_SEVERITY_WARNING, NULL, fix, "%s", message);
}

/* H12: harm, or nobody knows, and nothing is done about it. */
static void
check_impacts (const AssessmentCheck *self)
{
  GListStore *groups = marmot_assessment_get_groups (self->of);
  guint n_unknown = 0;

  for (guint i = 0; i < assessment_count (groups); i++)
    {
      MarmotAssessmentGroup *group = assessment_item (groups, i);
      MarmotImpact impact = marmot_assessment_group_get_impact (group);
      gboolean has_mitigation = assessment_is_there (marmot_assessment_group_get_mitigation (group))
                                || assessment_is_there (marmot_assessment_group_get_action (group));
      g_autofree char *path = marmot_document_step ("", "groups", i);

      if (marmot_assessment_group_get_state (group) == MARMOT_ANSWER_STATE_NOT_APPLICABLE || has_mitigation)
        continue;
      if (impact == MARMOT_IMPACT_NEGATIVE || impact == MARMOT_IMPACT_MIXED)
        assessment_report (self->findings, "H12", MARMOT_SEVERITY_WARNING, path, "Say what is done about it, by whom and by when",
                "The programme may do harm to the group, and nothing is done about it");
      n_unknown += impact == MARMOT_IMPACT_UNKNOWN
                   && marmot_assessment_group_get_state (group) == MARMOT_ANSWER_STATE_ANSWERED;
    }
  if (n_unknown > 0)
    assessment_report (self->findings, "H12", MARMOT_SEVERITY_NOTE, "groups", "Say whether it is good, harm, both or neither",
            "%u of %u rows do not say what the programme does to the group", n_unknown, assessment_count (groups));
}

static gboolean
is_before (MarmotPeriod *a,
           MarmotPeriod *b)
{
  g_autoptr (GDate) x = marmot_period_get_first_day (a);
  g_autoptr (GDate) y = marmot_period_get_first_day (b);

  return g_date_compare (x, y) < 0;
}

/* H15: a programme that changed after it was last looked at. */
static void
check_changes (const AssessmentCheck *self)
{
  MarmotPeriod *changed = marmot_assessment_get_programme_changed (self->of);
  MarmotPeriod *last = marmot_assessment_get_completed (self->of);
  GListStore *reviews = marmot_assessment_get_reviews (self->of);

  for (guint i = 0; i < assessment_count (reviews); i++)
    {
      MarmotPeriod *done = marmot_assessment_review_get_done (assessment_item (reviews, i));

      if (done && (!last || is_before (last, done)))
        last = done;
    }
  if (changed && last && is_before (last, changed))
    assessment_report (self->findings, "H15", MARMOT_SEVERITY_WARNING, "programme_changed", "Review the assessment",
            "The programme has changed since the assessment was last looked at");
}

static void
check_review (const AssessmentCheck *self)
{
  switch (marmot_assessment_review_state (self->of, self->template, self->day))
    {
    case MARMOT_REVIEW_STATE_OVERDUE:
      assessment_report (self->findings, "review/overdue", MARMOT_SEVERITY_WARNING, "reviews", "Review the assessment", "The review is overdue");
      break;
    case MARMOT_REVIEW_STATE_DUE:
      assessment_report (self->findings, "review/due", MARMOT_SEVERITY_NOTE, "reviews", "Review the assessment", "The review is due");
      break;
    case MARMOT_REVIEW_STATE_UNDATED:
      assessment_report (self->findings, "review/undated", MARMOT_SEVERITY_WARNING, "reviews", "Say when the review was done",
              "There is the text of a review that carries no date: nobody knows whether it was in time");
      break;
    case MARMOT_REVIEW_STATE_NONE:
    case MARMOT_REVIEW_STATE_NOT_DUE:
    case MARMOT_REVIEW_STATE_DONE:
    case MARMOT_REVIEW_STATE_UNKNOWN:
    default:
      break;
    }
}

static void
count_evidence (const AssessmentCheck *self,
                AssessmentCounts *counts)
{
  GListStore *responses = marmot_assessment_get_responses (self->of);

  for (guint i = 0; i < assessment_count (responses); i++)
    if (marmot_assessment_response_get_state (assessment_item (responses, i)) == MARMOT_ANSWER_STATE_ANSWERED)
      {
        counts->n_answers++;
        counts->n_answers_with_evidence += assessment_has_keys (marmot_assessment_response_get_evidence (assessment_item (responses, i)));
      }
}

static void
run (const AssessmentCheck *self,
     AssessmentCounts *counts)
{
  assessment_check_complete (self, counts);
  check_head (self);
  assessment_check_sentences (self, counts);
  assessment_check_reasons (self);
  check_plans (self, counts);
  count_evidence (self, counts);
}

void
assessment_check (MarmotAssessment *of,
                  MarmotAssessmentTemplate *template,
                  const GDate *day,
                  GPtrArray *findings,
                  AssessmentCounts *counts)
{
  AssessmentCheck check = { .of = of, .template = template, .day = day, .findings = findings };

  memset (counts, 0, sizeof *counts);
  assessment_index_init (&check.index, of, template);
  run (&check, counts);
  if (findings)
    {
      assessment_check_conflicts (&check);
      assessment_check_comparisons (&check);
      check_kind (&check, MARMOT_DIMENSION_KIND_GEOGRAPHIC, "H10", TRUE,
                  "No figure says where people live, or how deprived it is",
                  "Add figures by area or by the Index of Multiple Deprivation");
      check_kind (&check, MARMOT_DIMENSION_KIND_INCLUSION, "H11", FALSE,
                  "Nothing is said of groups whom services reach last", "Say what the programme does for them");
      check_impacts (&check);
      assessment_check_ages (&check);
      assessment_check_pointers (&check);
      check_changes (&check);
      check_review (&check);
      assessment_check_links (of, findings);
      marmot_document_scan (of, "", findings);
    }
  assessment_index_clear (&check.index);
}

GPtrArray *
marmot_assessment_validate (MarmotAssessment *self,
                            MarmotAssessmentTemplate *form,
                            const GDate *day)
{
  GPtrArray *findings;
  AssessmentCounts counts;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (form), NULL);
  g_return_val_if_fail (marmot_assessment_template_get_questions (form) != NULL, NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  assessment_check (self, form, day, findings, &counts);
  return findings;
}

MarmotTable *
marmot_assessment_summarise (MarmotAssessment *self,
                             MarmotAssessmentTemplate *form)
{
  static const char *const names[] = { "what", "n", "of", NULL };
  static const char *const what[] = { "required questions answered", "statutory characteristics answered",
                                      "rows with the same sentence", "actions with owner and date",
                                      "outcomes linked to an indicator", "answers with evidence", NULL };
  AssessmentCounts counts;
  gint64 numbers[2][6];
  MarmotColumn *columns[3];
  MarmotTable *table;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (form), NULL);
  g_return_val_if_fail (marmot_assessment_template_get_questions (form) != NULL, NULL);

  assessment_check (self, form, NULL, NULL, &counts);
  memcpy (numbers[0], (gint64[]){ counts.n_required_answered, counts.n_statutory_answered, counts.n_same_sentence,
                                  counts.n_actions_ready, counts.n_outcomes_linked, counts.n_answers_with_evidence },
          sizeof numbers[0]);
  memcpy (numbers[1], (gint64[]){ counts.n_required, counts.n_statutory, counts.n_rows, counts.n_actions, counts.n_outcomes,
                                  counts.n_answers },
          sizeof numbers[1]);
  columns[0] = marmot_column_new_text (what);
  columns[1] = marmot_column_new_integer (numbers[0], 6);
  columns[2] = marmot_column_new_integer (numbers[1], 6);
  table = marmot_table_new (names, columns, 3, NULL);
  for (guint i = 0; i < 3; i++)
    marmot_column_unref (columns[i]);
  return table;
}
