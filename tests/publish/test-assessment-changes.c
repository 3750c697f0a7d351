/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What changed in an assessment, for programs and for people.
 */
#include <criterion/criterion.h>
#include <jansson.h>
#include <marmot/marmot.h>
#include <string.h>

#define VANGUARD TEST_DATA_DIR "/../../examples/data/trauma-vanguard/heat-2023.json"

static MarmotAssessment *
load (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (VANGUARD);
  MarmotAssessment *assessment = marmot_assessment_new_from_file (file, NULL, NULL);

  cr_assert (assessment != NULL);
  return assessment;
}

static json_t *
diff (MarmotAssessment *before,
      MarmotAssessment *after)
{
  g_autofree char *text = marmot_assessment_diff_to_json (before, after);
  json_t *list = json_loads (text, 0, NULL);

  cr_assert (list != NULL && json_is_array (list), "%s", text);
  return list;
}

static const char *
get (json_t *list,
     size_t place,
     const char *key)
{
  const char *text = json_string_value (json_object_get (json_array_get (list, place), key));

  return text ? text : "";
}

/* "same: a b|removed: c" of one change of an answer. */
static char *
words (const char *before,
       const char *after)
{
  g_autoptr (MarmotAssessment) a = marmot_assessment_new ();
  g_autoptr (MarmotAssessment) b = marmot_assessment_new ();
  GString *all = g_string_new (NULL);
  json_t *list, *runs;

  marmot_assessment_set_scope (a, before);
  marmot_assessment_set_scope (b, after);
  list = diff (a, b);
  runs = json_object_get (json_array_get (list, 0), "words");
  for (size_t i = 0; i < json_array_size (runs); i++)
    {
      json_t *run = json_array_get (runs, i);

      g_string_append_printf (all, "%s%s: %s", i ? "|" : "", json_string_value (json_array_get (run, 0)),
                              json_string_value (json_array_get (run, 1)));
    }
  json_decref (list);
  return g_string_free (all, FALSE);
}

/* The words of one text, as the runs have them. */
static char *
put_together (json_t *runs,
              const char *kind)
{
  GString *all = g_string_new (NULL);

  for (size_t i = 0; i < json_array_size (runs); i++)
    {
      json_t *run = json_array_get (runs, i);
      const char *what = json_string_value (json_array_get (run, 0));

      if (strcmp (what, "same") == 0 || strcmp (what, kind) == 0)
        g_string_append_printf (all, "%s%s", all->len ? " " : "", json_string_value (json_array_get (run, 1)));
    }
  return g_string_free (all, FALSE);
}

Test (assessment_changes, nothing)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autofree char *text = marmot_assessment_diff_to_json (vanguard, vanguard);
  g_autofree char *page = marmot_assessment_diff_to_html (vanguard, vanguard, NULL, NULL);

  cr_assert_str_eq (text, "[]\n");
  cr_assert (strstr (page, "<p>Nothing changed.</p>") != NULL);
}

Test (assessment_changes, figures_and_states_stand_first)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (MarmotAssessment) newer = NULL;
  g_autoptr (MarmotAction) action = marmot_action_new ();
  g_autoptr (MarmotAction) done = NULL;
  g_autoptr (MarmotEvidence) evidence = NULL;
  g_autoptr (MarmotValue) value = marmot_value_parse ("38%", MARMOT_VALUE_PARSE_DEFAULT, NULL);
  g_autofree char *page = NULL;
  json_t *list;

  marmot_action_set_id (action, "a1");
  g_list_store_append (marmot_assessment_get_actions (vanguard), action);
  newer = marmot_assessment_copy (vanguard);
  marmot_assessment_set_sponsor_role (newer, "Director");
  evidence = g_list_model_get_item (G_LIST_MODEL (marmot_assessment_get_evidence (newer)), 0);
  marmot_evidence_set_value (evidence, value);
  done = g_list_model_get_item (G_LIST_MODEL (marmot_assessment_get_actions (newer)), 0);
  marmot_action_set_state (done, MARMOT_ACTION_DONE);

  list = diff (vanguard, newer);
  cr_assert (json_array_size (list) == 3);
  cr_assert_str_eq (get (list, 0, "about"), "evidence-value");
  cr_assert_str_eq (get (list, 0, "path"), "evidence/cyjs.ehcp");
  cr_assert_str_eq (get (list, 0, "before"), "35%");
  cr_assert_str_eq (get (list, 0, "after"), "38%");
  cr_assert_str_eq (get (list, 1, "about"), "action-state");
  cr_assert_str_eq (get (list, 1, "after"), "done");
  cr_assert_str_eq (get (list, 2, "about"), "other");
  cr_assert_str_eq (get (list, 2, "field"), "sponsor_role");
  json_decref (list);

  page = marmot_assessment_diff_to_html (vanguard, newer, NULL, NULL);
  cr_assert (strstr (page, "cyjs.ehcp") < strstr (page, "Actions: a1") && strstr (page, "Actions: a1") < strstr (page, "Director"));
}

Test (assessment_changes, words_of_a_text)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *runs;
  } rows[] = {
    { "a b c", "a x c", "same: a|removed: b|added: x|same: c" },
    { "a b", "a b c", "same: a b|added: c" },
    { "a b c", "b c", "removed: a|same: b c" },
    { "a", "b", "removed: a|added: b" },
    { "a b c a b b a", "c b a b a c", "removed: a b|same: c|added: b|same: a b|removed: b|same: a|added: c" },
    { "one\ntwo", "one\nthree", "same: one\n|removed: two|added: three" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *runs = words (rows[i].before, rows[i].after);

      cr_assert_str_eq (runs, rows[i].runs, "row %zu: %s", i, runs);
    }
}

/* Whatever the texts are, the runs make them up. */
Test (assessment_changes, runs_make_up_both_texts)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++)
    {
      GString *texts[2] = { g_string_new (NULL), g_string_new (NULL) };
      g_autoptr (MarmotAssessment) a = marmot_assessment_new ();
      g_autoptr (MarmotAssessment) b = marmot_assessment_new ();
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      json_t *list, *runs;

      for (guint i = 0; i < 2; i++)
        for (int n = g_rand_int_range (random, 1, 30); n > 0; n--)
          g_string_append_printf (texts[i], "%s%c", texts[i]->len ? " " : "", 'a' + g_rand_int_range (random, 0, 4));
      g_string_append (texts[1], " z");
      marmot_assessment_set_scope (a, texts[0]->str);
      marmot_assessment_set_scope (b, texts[1]->str);
      list = diff (a, b);
      runs = json_object_get (json_array_get (list, 0), "words");
      before = put_together (runs, "removed");
      after = put_together (runs, "added");
      cr_assert_str_eq (before, texts[0]->str);
      cr_assert_str_eq (after, texts[1]->str);
      json_decref (list);
      g_string_free (texts[0], TRUE);
      g_string_free (texts[1], TRUE);
    }
}

Test (assessment_changes, texts_of_a_mebibyte, .timeout = 30)
{
  GString *texts[2] = { g_string_new ("begin"), g_string_new ("begin") };
  g_autoptr (MarmotAssessment) a = marmot_assessment_new ();
  g_autoptr (MarmotAssessment) b = marmot_assessment_new ();
  json_t *list, *runs;

  for (guint i = 0; texts[0]->len < 1024 * 1024 - 100; i++)
    {
      g_string_append_printf (texts[0], " %u", i);
      g_string_append_printf (texts[1], " %u", i * 7 + 1);
    }
  g_string_append (texts[0], " end");
  g_string_append (texts[1], " end");
  marmot_assessment_set_scope (a, texts[0]->str);
  marmot_assessment_set_scope (b, texts[1]->str);
  list = diff (a, b);
  runs = json_object_get (json_array_get (list, 0), "words");
  cr_assert (json_array_size (runs) == 4);
  cr_assert_str_eq (json_string_value (json_array_get (json_array_get (runs, 0), 1)), "begin");
  cr_assert_str_eq (json_string_value (json_array_get (json_array_get (runs, 3), 1)), "end");
  json_decref (list);
  g_string_free (texts[0], TRUE);
  g_string_free (texts[1], TRUE);
}

Test (assessment_changes, page)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (MarmotAssessment) newer = marmot_assessment_copy (vanguard);
  g_autoptr (MarmotAssessmentResponse) response
      = g_list_model_get_item (G_LIST_MODEL (marmot_assessment_get_responses (newer)), 4);
  g_autofree char *page = NULL;

  marmot_assessment_response_set_text (
      response, "See section <2>.\nThis work indirectly focuses on CYP and families that are disadvantaged and experience health inequalities.");
  page = marmot_assessment_diff_to_html (vanguard, newer, NULL, NULL);
  cr_assert (strstr (page, "<h3>Responses: q3, text</h3>") != NULL);
  cr_assert (strstr (page, "<del>[taken out: directly]</del> <ins>[put in: indirectly]</ins>") != NULL);
  cr_assert (strstr (page, "<ins>[put in: &lt;2&gt;.]</ins>") != NULL);
}

Test (assessment_changes, personal_data_bars_the_page)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (MarmotAssessment) newer = marmot_assessment_copy (vanguard);
  g_autoptr (MarmotAssessmentPageOptions) draft = g_object_new (MARMOT_TYPE_ASSESSMENT_PAGE_OPTIONS, "draft", TRUE, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *page = NULL;
  g_autofree char *marked = NULL;

  /* In the older version it would be on the page as well. */
  marmot_assessment_set_notes (vanguard, "Write to a.person@example.org");
  page = marmot_assessment_diff_to_html (vanguard, newer, NULL, &error);
  cr_assert (page == NULL && g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  cr_assert (strstr (error->message, "example.org") == NULL);
  marked = marmot_assessment_diff_to_html (vanguard, newer, draft, NULL);
  cr_assert (strstr (marked, "Draft: not for publication") != NULL);
}
