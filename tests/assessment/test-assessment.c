/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Assessments: the one of the Trauma Vanguard and what checking it finds, its way through a
 * file, reviews, and what a form is bound to.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <string.h>

#define VANGUARD TEST_DATA_DIR "/../../examples/data/trauma-vanguard/heat-2023.json"

static MarmotAssessment *
load (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (VANGUARD);
  g_autoptr (GError) error = NULL;
  MarmotAssessment *assessment = marmot_assessment_new_from_file (file, NULL, &error);

  cr_assert (assessment != NULL, "%s", error ? error->message : "");
  return assessment;
}

static MarmotAssessmentTemplate *
heat (void)
{
  MarmotAssessmentTemplate *template = marmot_assessment_template_new_builtin ("phe-heat-simplified-2020", NULL);

  cr_assert (template != NULL);
  return template;
}

static GDate *
day (guint y,
     guint m,
     guint d)
{
  return g_date_new_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y);
}

/* "H04@groups H05@groups/4 ..." */
static char *
list_rules (GPtrArray *findings)
{
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const char *path = marmot_finding_get_path (findings->pdata[i]);

      g_string_append_printf (rules, "%s%s@%s", i ? " " : "", marmot_finding_get_rule (findings->pdata[i]), path ? path : "");
    }
  return g_string_free (rules, FALSE);
}

static char *
validate (MarmotAssessment *assessment)
{
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (GDate) presented = day (2025, 2, 5);
  g_autoptr (GPtrArray) findings = marmot_assessment_validate (assessment, template, presented);

  return list_rules (findings);
}

static gint64
summary (MarmotTable *table,
         const char *what,
         const char *column)
{
  g_autoptr (MarmotColumn) names = marmot_table_get_column_by_name (table, "what");
  g_autoptr (MarmotColumn) numbers = marmot_table_get_column_by_name (table, column);

  for (gsize i = 0; i < marmot_table_get_n_rows (table); i++)
    {
      g_autofree char *name = marmot_column_get_text (names, i);

      if (g_str_equal (name, what))
        return marmot_column_get_integer (numbers, i);
    }
  cr_assert_fail ("%s is not counted", what);
  return -1;
}

/* --- the assessment of the Trauma Vanguard ------------------------------------------------ */

Test (assessment, vanguard)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autofree char *rules = validate (vanguard);

  /* Six rows of nine with the same sentence, a reason that fails only at 18, no action, no
   * outcome linked, two figures under one key, 67% compared with 19.4% and no denominator of
   * either, no figure by place, impacts not said, old evidence (both figures of January
   * 2023), "See section 2", a review without a date; and nothing else. */
  cr_assert_str_eq (rules, "H04@groups H05@groups/4 H06@actions H07@outcomes H08@evidence/3 H09@evidence/3 H10@ H12@groups "
                           "H13@evidence/3 H13@evidence/4 H14@responses/5 review/undated@reviews");
}

Test (assessment, vanguard_in_words)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (GDate) presented = day (2025, 2, 5);
  g_autoptr (GPtrArray) findings = marmot_assessment_validate (vanguard, template, presented);

  cr_assert_str_eq (marmot_finding_get_message (findings->pdata[0]), "6 of 9 rows hold the same sentence");
  cr_assert (strstr (marmot_finding_get_message (findings->pdata[1]), "the reason fails only at 18") != NULL);
  cr_assert_str_eq (marmot_finding_get_message (findings->pdata[3]), "0 of 8 outcomes are linked to an indicator");
  cr_assert_str_eq (marmot_finding_get_message (findings->pdata[4]),
                    "\"cyjs.sen\" is given as 65% and as 67%: a possible contradiction, for the two are described differently");
}

Test (assessment, vanguard_counts)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (MarmotTable) table = marmot_assessment_summarise (vanguard, template);

  cr_assert (summary (table, "required questions answered", "n") == 7);
  cr_assert (summary (table, "required questions answered", "of") == 7);
  cr_assert (summary (table, "statutory characteristics answered", "n") == 9);
  cr_assert (summary (table, "statutory characteristics answered", "of") == 9);
  cr_assert (summary (table, "rows with the same sentence", "n") == 6);
  cr_assert (summary (table, "rows with the same sentence", "of") == 9);
  cr_assert (summary (table, "outcomes linked to an indicator", "n") == 0);
  cr_assert (summary (table, "outcomes linked to an indicator", "of") == 8);
  cr_assert (summary (table, "actions with owner and date", "n") == 0);
}

Test (assessment, vanguard_review)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (GDate) early = day (2024, 2, 8), first = day (2024, 2, 9), last = day (2024, 8, 9), late = day (2024, 8, 10);
  g_autoptr (MarmotPeriod) done = marmot_period_parse ("2024-05-01", MARMOT_YEAR_ACADEMIC, NULL);
  GListStore *reviews = marmot_assessment_get_reviews (vanguard);
  g_autoptr (MarmotAssessmentReview) review = g_list_model_get_item (G_LIST_MODEL (reviews), 0);
  GDate from, until;

  cr_assert (marmot_assessment_get_review_window (vanguard, template, &from, &until));
  cr_assert (g_date_compare (&from, first) == 0 && g_date_compare (&until, last) == 0);
  cr_assert (marmot_assessment_review_state (vanguard, template, early) == MARMOT_REVIEW_STATE_NOT_DUE);
  cr_assert (marmot_assessment_review_state (vanguard, template, first) == MARMOT_REVIEW_STATE_UNDATED);
  /* Without the text it would be due, and overdue on the day after the last. */
  marmot_assessment_review_set_text (review, NULL);
  cr_assert (marmot_assessment_review_state (vanguard, template, first) == MARMOT_REVIEW_STATE_DUE);
  cr_assert (marmot_assessment_review_state (vanguard, template, last) == MARMOT_REVIEW_STATE_DUE);
  cr_assert (marmot_assessment_review_state (vanguard, template, late) == MARMOT_REVIEW_STATE_OVERDUE);
  marmot_assessment_review_set_done (review, done);
  cr_assert (marmot_assessment_review_state (vanguard, template, late) == MARMOT_REVIEW_STATE_DONE);
  cr_assert (marmot_assessment_review_state (vanguard, template, first) == MARMOT_REVIEW_STATE_DUE);
}

Test (assessment, round_trip)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = marmot_assessment_to_json (vanguard, &error);
  g_autoptr (GBytes) json = NULL;
  g_autoptr (MarmotAssessment) again = NULL;
  g_autoptr (MarmotAssessment) copy = marmot_assessment_copy (vanguard);
  g_autoptr (MarmotTable) diff = NULL;
  g_autofree char *in_words = NULL;

  cr_assert (text != NULL, "%s", error ? error->message : "");
  json = g_bytes_new (text, strlen (text));
  again = marmot_assessment_new_from_json (json, &error);
  cr_assert (again != NULL && marmot_assessment_equal (vanguard, again));
  cr_assert (marmot_assessment_equal (vanguard, copy));

  marmot_assessment_set_sponsor_role (copy, NULL);
  cr_assert (!marmot_assessment_equal (vanguard, copy));
  diff = marmot_assessment_diff (vanguard, copy);
  in_words = marmot_assessment_diff_to_text (vanguard, copy);
  cr_assert (marmot_table_get_n_rows (diff) == 1);
  cr_assert (strstr (in_words, "sponsor") != NULL);
}

/* --- what a change of an assessment does to its findings --------------------------------- */

static gboolean
has_rule (MarmotAssessment *assessment,
          const char *rule)
{
  g_autofree char *rules = validate (assessment);
  g_auto (GStrv) each = g_strsplit (rules, " ", -1);
  g_autofree char *start = g_strconcat (rule, "@", NULL);

  for (char **one = each; *one; one++)
    if (g_str_has_prefix (*one, start))
      return TRUE;
  return FALSE;
}

Test (assessment, every_rule_can_pass_and_fail)
{
  g_autoptr (MarmotAssessment) of = load ();
  g_autoptr (MarmotAction) action = marmot_action_new ();
  g_autoptr (MarmotPeriod) due = marmot_period_parse ("2025-06-30", MARMOT_YEAR_ACADEMIC, NULL);
  g_autoptr (MarmotPeriod) changed = marmot_period_parse ("2024-11-01", MARMOT_YEAR_ACADEMIC, NULL);
  g_autoptr (MarmotAssessmentGroup) group = g_list_model_get_item (G_LIST_MODEL (marmot_assessment_get_groups (of)), 0);
  g_autoptr (MarmotAssessmentGroup) marriage = g_list_model_get_item (G_LIST_MODEL (marmot_assessment_get_groups (of)), 3);
  g_autoptr (MarmotAssessmentResponse) answer = g_list_model_get_item (G_LIST_MODEL (marmot_assessment_get_responses (of)), 0);
  const char *keys[] = { "cyjs.ehcp", NULL };

  marmot_assessment_set_sponsor_role (of, NULL);
  cr_assert (has_rule (of, "H01"));
  marmot_assessment_set_completed (of, NULL);
  cr_assert (has_rule (of, "H02"));

  marmot_assessment_set_age_until (of, 17);
  cr_assert (!has_rule (of, "H05"));
  marmot_assessment_group_set_reason (marriage, NULL);
  cr_assert (has_rule (of, "H05") && has_rule (of, "H03"));

  marmot_action_set_text (action, "Interpreters in each session");
  g_list_store_append (marmot_assessment_get_actions (of), action);
  cr_assert (has_rule (of, "H06"));
  marmot_action_set_owner_role (action, "Service manager");
  marmot_action_set_due (action, due);
  cr_assert (!has_rule (of, "H06"));

  marmot_assessment_group_set_impact (group, MARMOT_IMPACT_NEGATIVE);
  cr_assert (has_rule (of, "H12"));

  cr_assert (!has_rule (of, "H15"));
  marmot_assessment_set_completed (of, due);
  marmot_assessment_set_programme_changed (of, due);
  cr_assert (!has_rule (of, "H15"));
  marmot_assessment_set_completed (of, changed);
  cr_assert (has_rule (of, "H15"));

  /* Text that may be somebody's is told by its path and not quoted. */
  cr_assert (!has_rule (of, "personal-data/e-mail"));
  marmot_assessment_response_set_text (answer, "Ask someone@example.org");
  cr_assert (has_rule (of, "personal-data/e-mail"));

  marmot_assessment_response_set_state (answer, MARMOT_ANSWER_STATE_NOT_YET);
  marmot_assessment_response_set_text (answer, NULL);
  g_list_store_remove_all (marmot_assessment_get_outcomes (of));
  cr_assert (has_rule (of, "complete/question"));
  marmot_assessment_response_set_question (answer, "q77");
  cr_assert (has_rule (of, "complete/no-question"));
  marmot_assessment_group_set_dimension (group, "height");
  cr_assert (has_rule (of, "complete/no-dimension"));
  marmot_assessment_set_template_hash (of, "0000");
  cr_assert (has_rule (of, "complete/template"));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (marmot_assessment_get_responses (of))); i++)
    {
      g_autoptr (MarmotAssessmentResponse) each = g_list_model_get_item (G_LIST_MODEL (marmot_assessment_get_responses (of)), i);

      marmot_assessment_response_set_evidence (each, keys);
    }
  cr_assert (!has_rule (of, "H10"));
}

/* A key that is misspelt would be lost between an answer and what it rests upon. */
Test (assessment, what_is_named_and_not_there)
{
  g_autoptr (MarmotAssessment) of = load ();
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (GDate) presented = day (2025, 2, 5);
  g_autoptr (MarmotAssessmentResponse) answer = g_list_model_get_item (G_LIST_MODEL (marmot_assessment_get_responses (of)), 1);
  g_autoptr (MarmotAssessmentGroup) group = g_list_model_get_item (G_LIST_MODEL (marmot_assessment_get_groups (of)), 2);
  g_autoptr (MarmotAssessmentReview) review = g_list_model_get_item (G_LIST_MODEL (marmot_assessment_get_reviews (of)), 0);
  g_autoptr (MarmotAction) action = g_object_new (MARMOT_TYPE_ACTION, "id", "courses", NULL);
  const char *const keys[] = { "cyjs.sen", "cyjs.senn", NULL };
  const char *const actions[] = { "courses", "course", NULL };
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GPtrArray) findings = NULL;

  cr_assert (!has_rule (of, "links/evidence"));
  cr_assert (!has_rule (of, "links/action"));
  g_list_store_append (marmot_assessment_get_actions (of), action);
  marmot_assessment_response_set_evidence (answer, keys);
  marmot_assessment_group_set_action (group, "courses");
  marmot_assessment_review_set_actions (review, actions);
  findings = marmot_assessment_validate (of, template, presented);
  for (guint i = 0; i < findings->len; i++)
    if (g_str_has_prefix (marmot_finding_get_rule (findings->pdata[i]), "links/"))
      g_string_append_printf (found, "%s@%s ", marmot_finding_get_rule (findings->pdata[i]),
                              marmot_finding_get_path (findings->pdata[i]));
  cr_assert_str_eq (found->str, "links/evidence@responses/2/evidence links/action@reviews/1/actions ");
  marmot_assessment_group_set_action (group, "coarses");
  cr_assert (has_rule (of, "links/action"));
}

static void
note_change (GObject *object,
             GParamSpec *pspec,
             gpointer data)
{
  (*(guint *) data)++;
}

static void
note_items (GListModel *list,
            guint position,
            guint removed,
            guint added,
            gpointer data)
{
  (*(guint *) data) += added;
}

Test (assessment, a_form_can_be_bound)
{
  g_autoptr (MarmotAssessment) of = marmot_assessment_new ();
  g_autoptr (MarmotAssessmentOutcome) outcome = marmot_assessment_outcome_new ();
  guint n_changes = 0, n_items = 0;

  g_signal_connect (of, "notify::programme", G_CALLBACK (note_change), &n_changes);
  g_signal_connect (marmot_assessment_get_outcomes (of), "items-changed", G_CALLBACK (note_items), &n_items);
  marmot_assessment_set_programme (of, "Family Hubs");
  g_list_store_append (marmot_assessment_get_outcomes (of), outcome);
  cr_assert (n_changes == 1 && n_items == 1);
}

Test (assessment, bad_documents)
{
  static const char *const bad[] = {
    "", "[]", "{}", "{\"format\": \"marmot-assessment\", \"colour\": 1}",
    "{\"format\": \"marmot-assessment\", \"id\": \"a\", \"groups\": [{\"impact\": \"sideways\"}]}",
    "{\"format\": \"marmot-assessment\", \"id\": \"a\", \"completed\": \"tomorrow\"}",
    "{\"format\": \"marmot-assessment\", \"id\": \"a\", \"outcomes\": [{\"id\": \"x\"}, {\"id\": \"x\"}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) json = g_bytes_new (bad[i], strlen (bad[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotAssessment) of = marmot_assessment_new_from_json (json, &error);

      cr_assert (of == NULL, "%s", bad[i]);
      cr_assert (error && error->domain == MARMOT_ERROR);
    }
}

Test (assessment, an_empty_one)
{
  g_autoptr (MarmotAssessment) of = marmot_assessment_new ();
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (GDate) today = day (2025, 2, 5);
  g_autoptr (GPtrArray) findings = marmot_assessment_validate (of, template, today);

  cr_assert (findings->len > 15);
  cr_assert (marmot_assessment_review_state (of, template, today) == MARMOT_REVIEW_STATE_UNKNOWN);
}
