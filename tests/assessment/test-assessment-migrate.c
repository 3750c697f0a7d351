/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Assessments by another template, with nothing lost.
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
builtin (const char *id)
{
  MarmotAssessmentTemplate *template = marmot_assessment_template_new_builtin (id, NULL);

  cr_assert (template != NULL);
  return template;
}

static MarmotTemplateMapping *
mapping_from (const char *from,
              const char *to,
              const char *questions,
              const char *dimensions)
{
  g_autofree char *text
      = g_strdup_printf ("{\"format\": \"marmot-template-mapping\", \"from\": \"%s\", \"to\": \"%s\", \"questions\": {%s}, "
                         "\"dimensions\": {%s}}",
                         from, to, questions, dimensions);
  g_autoptr (GBytes) json = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MarmotTemplateMapping *mapping = marmot_template_mapping_new_from_json (json, &error);

  cr_assert (mapping != NULL, "%s", error ? error->message : "");
  return mapping;
}

/* Without a reference; NULL if there is none. */
static MarmotAssessmentResponse *
find_response (MarmotAssessment *self,
               const char *question)
{
  GListModel *responses = G_LIST_MODEL (marmot_assessment_get_responses (self));

  for (guint i = 0; i < g_list_model_get_n_items (responses); i++)
    {
      g_autoptr (MarmotAssessmentResponse) response = g_list_model_get_item (responses, i);

      if (g_strcmp0 (marmot_assessment_response_get_question (response), question) == 0)
        return response;
    }
  return NULL;
}

static MarmotAssessmentGroup *
find_group (MarmotAssessment *self,
            const char *dimension)
{
  GListModel *groups = G_LIST_MODEL (marmot_assessment_get_groups (self));

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (MarmotAssessmentGroup) group = g_list_model_get_item (groups, i);

      if (g_strcmp0 (marmot_assessment_group_get_dimension (group), dimension) == 0)
        return group;
    }
  return NULL;
}

/* "question q1 evidence mapped yes" */
static gboolean
has_row (MarmotTable *table,
         const char *row)
{
  g_auto (GStrv) cells = g_strsplit (row, " ", -1);

  for (gsize i = 0; i < marmot_table_get_n_rows (table); i++)
    {
      gboolean same = TRUE;

      for (guint j = 0; j < 4; j++)
        {
          g_autoptr (MarmotColumn) column = marmot_table_get_column (table, j);
          g_autofree char *cell = marmot_column_get_text (column, i);

          same = same && g_strcmp0 (cell ? cell : "-", cells[j]) == 0;
        }
      if (same)
        {
          g_autoptr (MarmotColumn) had = marmot_table_get_column (table, 4);

          return marmot_column_get_boolean (had, i) == g_str_equal (cells[4], "yes");
        }
    }
  return FALSE;
}

/* Every text of the old one is somewhere in the new one. */
static void
assert_all_is_there (MarmotAssessment *before,
                     MarmotAssessment *after)
{
  GListModel *responses = G_LIST_MODEL (marmot_assessment_get_responses (before));
  GListModel *groups = G_LIST_MODEL (marmot_assessment_get_groups (before));
  g_autoptr (GString) all = g_string_new (NULL);
  guint n = 0;

  for (guint part = 0; part < 2; part++)
    {
      GListModel *list = G_LIST_MODEL (part ? marmot_assessment_get_groups (after) : marmot_assessment_get_responses (after));

      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr (GObject) item = g_list_model_get_item (list, i);
          g_autofree char *text = NULL, *reason = NULL;

          g_object_get (item, "text", &text, "reason", &reason, NULL);
          g_string_append_printf (all, "\n%s\n%s", text ? text : "", reason ? reason : "");
        }
    }
  for (guint part = 0; part < 2; part++)
    for (guint i = 0; i < g_list_model_get_n_items (part ? groups : responses); i++)
      {
        g_autoptr (GObject) item = g_list_model_get_item (part ? groups : responses, i);
        g_autofree char *text = NULL, *reason = NULL;

        g_object_get (item, "text", &text, "reason", &reason, NULL);
        cr_assert (!text || strstr (all->str, text) != NULL, "%u of %u", i, part);
        cr_assert (!reason || strstr (all->str, reason) != NULL);
        n += (text != NULL) + (reason != NULL);
      }
  cr_assert (n == 17); /* 7 answers, and 10 rows with a text or a reason */
}

static guint
count_rule (MarmotAssessment *self,
            MarmotAssessmentTemplate *form,
            const char *rule)
{
  g_autoptr (GDate) on = g_date_new_dmy (5, G_DATE_FEBRUARY, 2025);
  g_autoptr (GPtrArray) findings = marmot_assessment_validate (self, form, on);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (marmot_finding_get_rule (findings->pdata[i]), rule);
  return n;
}

Test (migrate, the_vanguard_there_and_back)
{
  g_autoptr (MarmotAssessment) vanguard = load (), as_it_was = load ();
  g_autoptr (MarmotAssessmentTemplate) heat = builtin ("phe-heat-simplified-2020"), impact = builtin ("equality-impact");
  g_autoptr (MarmotTemplateMapping) there = NULL, back = NULL;
  g_autoptr (MarmotAssessment) moved = NULL, returned = NULL;
  g_autoptr (MarmotTable) outcome = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  const char *text;

  there = marmot_template_mapping_new_builtin ("phe-heat-simplified-2020", "equality-impact", &error);
  cr_assert (there != NULL, "%s", error ? error->message : "");
  moved = marmot_assessment_migrate (vanguard, heat, impact, there, &outcome, &error);
  cr_assert (moved != NULL, "%s", error ? error->message : "");
  cr_assert (marmot_assessment_equal (vanguard, as_it_was));

  cr_assert_str_eq (marmot_assessment_get_template (moved), "equality-impact");
  cr_assert_str_eq (marmot_assessment_get_template_hash (moved), marmot_assessment_template_get_digest (impact));
  cr_assert (marmot_assessment_get_state (moved) == MARMOT_ASSESSMENT_STATE_DRAFT);
  cr_assert_str_eq (marmot_assessment_get_programme (moved), marmot_assessment_get_programme (vanguard));
  cr_assert (g_list_model_get_n_items (G_LIST_MODEL (marmot_assessment_get_outcomes (moved))) == 8);
  cr_assert (g_list_model_get_n_items (G_LIST_MODEL (marmot_assessment_get_evidence (moved))) == 4);
  assert_all_is_there (vanguard, moved);

  cr_assert (has_row (outcome, "question q1 evidence mapped yes"));
  cr_assert (has_row (outcome, "question q2a groups mapped no"));
  cr_assert (has_row (outcome, "question q2c others mapped yes"));
  cr_assert (has_row (outcome, "question - decision new no"));
  cr_assert (has_row (outcome, "question - result new no"));
  cr_assert (has_row (outcome, "dimension age age mapped yes"));
  cr_assert (has_row (outcome, "dimension local.carers - unmapped yes"));
  cr_assert (has_row (outcome, "dimension geographic-deprivation place mapped no"));
  cr_assert (has_row (outcome, "dimension - looked-after-children-and-care-leavers new no"));
  cr_assert (marmot_table_get_n_rows (outcome) == 8 + 4 + 13 + 1);

  /* What has no place is findable, and stands against approval. */
  cr_assert (find_group (moved, "local.carers") != NULL);
  cr_assert (count_rule (moved, impact, "complete/no-dimension") == 1);
  cr_assert (count_rule (moved, impact, "complete/no-question") == 0);
  cr_assert (count_rule (moved, impact, "complete/template") == 0);

  /* Two answers that became one stand below their questions; one alone is as it was. */
  text = marmot_assessment_response_get_text (find_response (moved, "others"));
  cr_assert (g_str_has_prefix (text, "2 b) Socio-economic status or geographic deprivation\nThe cohort of children"));
  cr_assert (strstr (text, "\n\n2 c) Specific socially excluded") != NULL);
  cr_assert_str_eq (marmot_assessment_response_get_text (find_response (moved, "mitigation")),
                    marmot_assessment_response_get_text (find_response (vanguard, "q3")));
  cr_assert_str_eq (marmot_assessment_response_get_evidence (find_response (moved, "evidence"))[1], "cyjs.sen");

  back = marmot_template_mapping_new_builtin ("equality-impact", "phe-heat-simplified-2020", NULL);
  returned = marmot_assessment_migrate (moved, impact, heat, back, NULL, &error);
  cr_assert (returned != NULL, "%s", error ? error->message : "");
  assert_all_is_there (vanguard, returned);
  cr_assert (count_rule (returned, heat, "complete/no-dimension") == 0);
  cr_assert (count_rule (returned, heat, "complete/no-question") == 0);
  cr_assert_str_eq (marmot_assessment_group_get_text (find_group (returned, "local.carers")),
                    marmot_assessment_group_get_text (find_group (vanguard, "local.carers")));
  json = marmot_assessment_to_json (returned, &error);
  cr_assert (json != NULL, "%s", error ? error->message : "");
}

Test (migrate, without_a_mapping_what_has_the_same_name)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (MarmotAssessmentTemplate) heat = builtin ("phe-heat-simplified-2020"), impact = builtin ("equality-impact");
  g_autoptr (MarmotTable) outcome = NULL;
  g_autoptr (MarmotAssessment) moved = marmot_assessment_migrate (vanguard, heat, impact, NULL, &outcome, NULL);
  g_autoptr (MarmotAssessment) returned = NULL;

  cr_assert (moved != NULL);
  assert_all_is_there (vanguard, moved);
  cr_assert (has_row (outcome, "question q1 - unmapped yes"));
  cr_assert (has_row (outcome, "dimension sex sex mapped yes"));
  cr_assert (count_rule (moved, impact, "complete/no-question") == 7);
  /* Their names are theirs again in the old template. */
  returned = marmot_assessment_migrate (moved, NULL, heat, NULL, NULL, NULL);
  cr_assert (returned != NULL && count_rule (returned, heat, "complete/no-question") == 0);
  cr_assert_str_eq (marmot_assessment_response_get_text (find_response (returned, "q4")),
                    marmot_assessment_response_get_text (find_response (vanguard, "q4")));
}

/* The same template with other words. */
Test (migrate, a_template_whose_words_have_changed)
{
  g_autoptr (MarmotAssessment) vanguard = load (), moved = NULL, refused = NULL;
  g_autoptr (MarmotAssessmentTemplate) heat = builtin ("phe-heat-simplified-2020"), changed = NULL;
  g_autoptr (GBytes) json = marmot_assessment_template_to_json (heat);
  g_autofree char *text = g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
  g_auto (GStrv) parts = g_strsplit (text, "What are the next steps?", 2);
  g_autofree char *other = g_strjoinv ("What comes next?", parts);
  g_autoptr (GBytes) other_json = g_bytes_new (other, strlen (other));
  g_autoptr (GDate) on = g_date_new_dmy (5, G_DATE_FEBRUARY, 2025);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  changed = marmot_assessment_template_new_from_json (other_json, NULL);
  cr_assert (changed != NULL);
  findings = marmot_assessment_validate (vanguard, changed, on);
  cr_assert_str_eq (marmot_finding_get_rule (findings->pdata[0]), "complete/template");
  cr_assert (strstr (marmot_finding_get_fix (findings->pdata[0]), "migrate") != NULL);

  /* The new words are not those that were answered. */
  refused = marmot_assessment_migrate (vanguard, changed, changed, NULL, NULL, &error);
  cr_assert (refused == NULL && g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  moved = marmot_assessment_migrate (vanguard, heat, changed, NULL, NULL, NULL);
  cr_assert (moved != NULL && count_rule (moved, changed, "complete/template") == 0);
  g_clear_object (&moved);
  /* The old template is lost. */
  moved = marmot_assessment_migrate (vanguard, NULL, changed, NULL, NULL, NULL);
  cr_assert (moved != NULL && count_rule (moved, changed, "complete/template") == 0);
  assert_all_is_there (vanguard, moved);
}

Test (migrate, history_is_begun_anew)
{
  g_autoptr (MarmotAssessment) vanguard = load (), moved = NULL;
  g_autoptr (MarmotAssessmentTemplate) heat = builtin ("phe-heat-simplified-2020"), impact = builtin ("equality-impact");
  g_autoptr (GDate) on = g_date_new_dmy (1, G_DATE_MARCH, 2026);
  g_autoptr (GPtrArray) findings = NULL;

  cr_assert (marmot_assessment_revise (vanguard, on, "Review", "Clinical lead", NULL));
  moved = marmot_assessment_migrate (vanguard, heat, impact, NULL, NULL, NULL);
  cr_assert (g_list_model_get_n_items (marmot_assessment_get_versions (moved)) == 0);
  cr_assert (g_list_model_get_n_items (marmot_assessment_get_versions (vanguard)) == 1);
  findings = marmot_assessment_check_versions (moved);
  cr_assert (findings->len == 0);
}

/* Choices, states and reasons of answers that become one. */
Test (migrate, answers_that_become_one)
{
  static const struct
  {
    const char *to;
    const char *text;
    const char *choice;
  } cases[] = {
    { "q3", "8 What is done about each negative effect, by whom and by when?\nInterpreters\n\n9 What follows from this for the "
            "decision?\nStop",
      NULL },
    { "q4", NULL, NULL },
  };
  g_autoptr (MarmotAssessment) of = marmot_assessment_new (), moved = NULL, kept = NULL;
  g_autoptr (MarmotAssessmentTemplate) heat = builtin ("phe-heat-simplified-2020"), impact = builtin ("equality-impact");
  g_autoptr (MarmotTemplateMapping) back = marmot_template_mapping_new_builtin ("equality-impact", "phe-heat-simplified-2020", NULL);
  g_autoptr (MarmotTemplateMapping) twice = mapping_from ("equality-impact", "equality-impact", "\"mitigation\": \"result\"", "");
  g_autoptr (MarmotAssessmentResponse) mitigation = marmot_assessment_response_new ();
  g_autoptr (MarmotAssessmentResponse) result = marmot_assessment_response_new ();
  MarmotAssessmentResponse *joined;

  marmot_assessment_set_template (of, "equality-impact");
  marmot_assessment_response_set_question (mitigation, "mitigation");
  marmot_assessment_response_set_state (mitigation, MARMOT_ANSWER_STATE_ANSWERED);
  marmot_assessment_response_set_text (mitigation, "Interpreters");
  marmot_assessment_response_set_question (result, "result");
  marmot_assessment_response_set_state (result, MARMOT_ANSWER_STATE_NOT_APPLICABLE);
  marmot_assessment_response_set_choice (result, "Stop");
  marmot_assessment_response_set_reason (result, "Decided before");
  g_list_store_append (marmot_assessment_get_responses (of), mitigation);
  g_list_store_append (marmot_assessment_get_responses (of), result);

  moved = marmot_assessment_migrate (of, impact, heat, back, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      joined = find_response (moved, cases[i].to);
      cr_assert ((joined != NULL) == (cases[i].text != NULL));
      if (!joined)
        continue;
      cr_assert_str_eq (marmot_assessment_response_get_text (joined), cases[i].text);
      cr_assert (g_strcmp0 (marmot_assessment_response_get_choice (joined), cases[i].choice) == 0);
    }
  joined = find_response (moved, "q3");
  cr_assert (marmot_assessment_response_get_state (joined) == MARMOT_ANSWER_STATE_ANSWERED);
  cr_assert_str_eq (marmot_assessment_response_get_reason (joined), "9 What follows from this for the decision?\nDecided before");

  /* Where the new question has choices, the one that there is stays one. */
  kept = marmot_assessment_migrate (of, impact, impact, twice, NULL, NULL);
  joined = find_response (kept, "result");
  cr_assert_str_eq (marmot_assessment_response_get_choice (joined), "Stop");
  cr_assert (strstr (marmot_assessment_response_get_text (joined), "Interpreters") != NULL);
  cr_assert (strstr (marmot_assessment_response_get_text (joined), "Stop") == NULL);
}

Test (migrate, what_does_not_belong_together)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (MarmotAssessmentTemplate) heat = builtin ("phe-heat-simplified-2020"), impact = builtin ("equality-impact");
  static const struct
  {
    const char *from;
    const char *questions;
    const char *dimensions;
    MarmotError code;
    const char *says;
  } cases[] = {
    { "equality-impact", "", "", MARMOT_ERROR_INVALID_ARGUMENT, "mapping" },
    { "phe-heat-simplified-2020", "\"q1\": \"colour\"", "", MARMOT_ERROR_INVALID_DATA, "questions/q1" },
    { "phe-heat-simplified-2020", "\"q77\": \"people\"", "", MARMOT_ERROR_INVALID_DATA, "questions/q77" },
    { "phe-heat-simplified-2020", "", "\"local.carers\": \"height\"", MARMOT_ERROR_INVALID_DATA, "dimensions/local.carers" },
    { "phe-heat-simplified-2020", "", "\"local.carers\": \"age\"", MARMOT_ERROR_INVALID_DATA, "dimensions/local.carers" },
  };
  g_autoptr (GError) wrong = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotTemplateMapping) mapping
          = mapping_from (cases[i].from, "equality-impact", cases[i].questions, cases[i].dimensions);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotTable) outcome = NULL;
      g_autoptr (MarmotAssessment) moved = marmot_assessment_migrate (vanguard, heat, impact, mapping, &outcome, &error);

      cr_assert (moved == NULL && outcome == NULL, "case %u", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, (int) cases[i].code), "%s", error->message);
      cr_assert (strstr (error->message, cases[i].says) != NULL, "%s", error->message);
    }
  cr_assert (marmot_assessment_migrate (vanguard, impact, heat, NULL, NULL, &wrong) == NULL);
  cr_assert (g_error_matches (wrong, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (migrate, mappings_from_files)
{
  static const char *const bad[] = {
    "", "[]", "{}",
    "{\"format\": \"marmot-template-mapping\"}",
    "{\"format\": \"marmot-template-mapping\", \"from\": \"a\", \"to\": \"B b\"}",
    "{\"format\": \"marmot-template-mapping\", \"from\": \"a\", \"to\": \"b\", \"colour\": 1}",
    "{\"format\": \"marmot-template-mapping\", \"from\": \"a\", \"to\": \"b\", \"questions\": []}",
    "{\"format\": \"marmot-template-mapping\", \"from\": \"a\", \"to\": \"b\", \"questions\": {\"q\": 1}}",
    "{\"format\": \"marmot-template-mapping\", \"from\": \"a\", \"to\": \"b\", \"questions\": {\"q\": null}}",
    "{\"format\": \"marmot-template-mapping\", \"from\": \"a\", \"to\": \"b\", \"questions\": {\"Q Q\": \"q\"}}",
    "{\"format\": \"marmot-template-mapping\", \"from\": \"a\", \"to\": \"b\", \"dimensions\": {\"x\": \"z\", \"y\": \"z\"}}",
    "{\"format\": \"marmot-template-mapping\", \"from\": \"a\", \"to\": \"b\", \"notes\": 5}",
  };
  g_autoptr (MarmotTemplateMapping) good = mapping_from ("a", "b", "\"q1\": \"x\", \"q2\": \"x\"", "\"age\": \"ages\"");
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/mapping.json");
  g_autoptr (GFile) no_mapping = g_file_new_for_path (VANGUARD);
  g_autoptr (GError) not_there = NULL, no_file = NULL, other_file = NULL;

  cr_assert_str_eq (marmot_template_mapping_get_old_template (good), "a");
  cr_assert_str_eq (marmot_template_mapping_get_new_template (good), "b");
  cr_assert_str_eq (marmot_template_mapping_find_question (good, "q2"), "x");
  cr_assert_str_eq (marmot_template_mapping_find_dimension (good, "age"), "ages");
  cr_assert (marmot_template_mapping_find_question (good, "age") == NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) json = g_bytes_new (bad[i], strlen (bad[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotTemplateMapping) mapping = marmot_template_mapping_new_from_json (json, &error);

      cr_assert (mapping == NULL, "%s", bad[i]);
      cr_assert (error && error->domain == MARMOT_ERROR);
      if (i == 7)
        cr_assert (g_str_has_prefix (error->message, "questions/q: "), "%s", error->message);
      if (i == 10)
        cr_assert (g_str_has_prefix (error->message, "dimensions/y: "), "%s", error->message);
    }
  cr_assert (marmot_template_mapping_new_builtin ("a", "b", &not_there) == NULL);
  cr_assert (g_error_matches (not_there, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  cr_assert (strstr (not_there->message, "phe-heat-simplified-2020 to equality-impact") != NULL);
  cr_assert (marmot_template_mapping_new_from_file (missing, NULL, &no_file) == NULL);
  cr_assert (g_error_matches (no_file, MARMOT_ERROR, MARMOT_ERROR_IO));
  cr_assert (marmot_template_mapping_new_from_file (no_mapping, NULL, &other_file) == NULL);
  cr_assert (g_str_has_prefix (other_file->message, "heat-2023.json: "));
}
