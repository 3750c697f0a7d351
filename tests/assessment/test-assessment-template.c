/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Templates of assessments: those built in, and what is refused.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <string.h>

static MarmotAssessmentTemplate *
builtin (const char *id)
{
  g_autoptr (GError) error = NULL;
  MarmotAssessmentTemplate *template = marmot_assessment_template_new_builtin (id, &error);

  cr_assert (template != NULL, "%s: %s", id, error ? error->message : "");
  return template;
}

static GBytes *
text_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* The rules of the findings, in their order, with blanks between them. */
static char *
check (const char *text)
{
  g_autoptr (GBytes) json = text_bytes (text);
  g_autoptr (GPtrArray) findings = marmot_assessment_template_check (json);
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (rules, "%s%s@%s", i ? " " : "", marmot_finding_get_rule (findings->pdata[i]),
                            marmot_finding_get_path (findings->pdata[i]) ? marmot_finding_get_path (findings->pdata[i]) : "");
  return g_string_free (rules, FALSE);
}

static void
assert_faults (const char *text,
               const char *expected)
{
  g_autofree char *rules = check (text);
  g_autoptr (GBytes) json = text_bytes (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotAssessmentTemplate) template = marmot_assessment_template_new_from_json (json, &error);

  cr_assert_str_eq (rules, expected);
  cr_assert ((template == NULL) == (*expected != '\0'));
  cr_assert (template != NULL || (error && error->domain == MARMOT_ERROR));
}

#define HEAD "{\"format\": \"marmot-assessment-template\", \"id\": \"t\", \"title\": \"T\", \"publisher\": \"P\", \"licence\": \"L\""
#define STAGES ", \"stages\": [{\"id\": \"s\", \"title\": \"S\"}]"
#define DIMENSIONS ", \"dimensions\": [{\"id\": \"d\", \"label\": \"D\", \"kind\": \"inclusion\"}]"
#define WITH(questions) HEAD STAGES DIMENSIONS ", \"questions\": [" questions "]}"

/* --- what comes with the library ---------------------------------------------------------- */

Test (assessment_template, heat)
{
  g_autoptr (MarmotAssessmentTemplate) heat = builtin ("phe-heat-simplified-2020");
  GListModel *dimensions = marmot_assessment_template_get_dimensions (heat);
  MarmotTemplateQuestion *question;
  g_autofree char *text = marmot_assessment_template_to_string (heat);
  guint n_statutory = 0;

  cr_assert_str_eq (text, "phe-heat-simplified-2020: 8 questions, 13 dimensions");
  cr_assert_str_eq (marmot_assessment_template_get_licence (heat), "OGL-UK-3.0");
  cr_assert (strstr (marmot_assessment_template_get_attribution (heat), "Open Government Licence v3.0") != NULL);
  cr_assert (g_list_model_get_n_items (marmot_assessment_template_get_stages (heat)) == 4);
  cr_assert (marmot_assessment_template_get_review_from (heat) == 6);
  cr_assert (marmot_assessment_template_get_review_until (heat) == 12);

  /* Nine in the Act; carers are looked at, and are none of them. */
  for (guint i = 0; i < g_list_model_get_n_items (dimensions); i++)
    {
      g_autoptr (MarmotDimension) dimension = g_list_model_get_item (dimensions, i);

      n_statutory += marmot_dimension_is_statutory (dimension) != FALSE;
      cr_assert (!marmot_dimension_is_statutory (dimension)
                 || g_str_has_prefix (marmot_dimension_get_legal_basis (dimension), "Equality Act 2010, section "));
    }
  cr_assert (n_statutory == 9);
  cr_assert (!marmot_dimension_is_statutory (marmot_assessment_template_find_dimension (heat, "local.carers")));

  question = marmot_assessment_template_find_question (heat, "q2a");
  cr_assert_str_eq (marmot_template_question_get_parent (question), "q2");
  cr_assert (marmot_template_question_get_answer (question) == MARMOT_ANSWER_KIND_GROUPS);
  cr_assert (marmot_template_question_applies_to (question, MARMOT_DIMENSION_KIND_PROTECTED));
  cr_assert (!marmot_template_question_applies_to (question, MARMOT_DIMENSION_KIND_GEOGRAPHIC));
  cr_assert (!marmot_template_question_get_required (marmot_assessment_template_find_question (heat, "q5")));
  cr_assert (g_strv_length ((char **) marmot_template_question_get_prompts (
                 marmot_assessment_template_find_question (heat, "q1"))) == 2);
  cr_assert (marmot_assessment_template_find_question (heat, "q9") == NULL);
}

Test (assessment_template, all_builtin_round_trip)
{
  g_auto (GStrv) names = marmot_assessment_template_list_builtin ();
  g_autoptr (GError) error = NULL;

  cr_assert (g_strv_length (names) == 2);
  for (char **name = names; *name; name++)
    {
      g_autoptr (MarmotAssessmentTemplate) template = builtin (*name);
      g_autoptr (GBytes) json = marmot_assessment_template_to_json (template);
      g_autoptr (MarmotAssessmentTemplate) again = marmot_assessment_template_new_from_json (json, &error);
      g_autoptr (GBytes) second = NULL;

      cr_assert (again != NULL, "%s", error ? error->message : "");
      second = marmot_assessment_template_to_json (again);
      cr_assert (g_bytes_equal (json, second));
      cr_assert (marmot_assessment_template_equal (template, again));
      cr_assert (marmot_assessment_template_hash (template) == marmot_assessment_template_hash (again));
      cr_assert (strlen (marmot_assessment_template_get_digest (template)) == 64);
    }
  cr_assert (marmot_assessment_template_new_builtin ("heat", &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

Test (assessment_template, more_dimensions)
{
  g_autoptr (MarmotAssessmentTemplate) heat = builtin ("phe-heat-simplified-2020");
  g_autoptr (MarmotDimension) care
      = marmot_dimension_new ("local.care-experience", "Care experience", MARMOT_DIMENSION_KIND_LOCAL,
                              "Resolution of the council, September 2024", NULL);
  g_autoptr (MarmotDimension) false_claim
      = marmot_dimension_new ("care", "Care experience", MARMOT_DIMENSION_KIND_PROTECTED, "Equality Act 2010", NULL);
  g_autoptr (MarmotDimension) taken = marmot_dimension_new ("local.carers", "Carers", MARMOT_DIMENSION_KIND_LOCAL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotAssessmentTemplate) made
      = marmot_assessment_template_with_dimensions (heat, "coventry-heat", &care, 1, &error);

  cr_assert (made != NULL, "%s", error ? error->message : "");
  cr_assert (marmot_assessment_template_find_dimension (made, "local.care-experience") != NULL);
  cr_assert (marmot_assessment_template_find_dimension (heat, "local.care-experience") == NULL);
  cr_assert (!marmot_assessment_template_equal (made, heat));
  /* What is none of the Act's does not become one. */
  cr_assert (marmot_assessment_template_with_dimensions (heat, "other", &false_claim, 1, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_assessment_template_with_dimensions (heat, "other", &taken, 1, &error) == NULL);
  g_clear_error (&error);
  cr_assert (marmot_assessment_template_with_dimensions (heat, "phe-heat-simplified-2020", &care, 1, &error) == NULL);
}

Test (assessment_template, validity)
{
  g_autoptr (MarmotAssessmentTemplate) heat = builtin ("phe-heat-simplified-2020");
  g_autoptr (GDate) before = g_date_new_dmy (31, G_DATE_AUGUST, 2020);
  g_autoptr (GDate) first = g_date_new_dmy (1, G_DATE_SEPTEMBER, 2020);

  cr_assert (!marmot_assessment_template_is_valid_on (heat, before));
  cr_assert (marmot_assessment_template_is_valid_on (heat, first));
}

/* --- what is refused ---------------------------------------------------------------------- */

Test (assessment_template, faults_by_path)
{
  assert_faults (WITH ("{\"id\": \"a\", \"stage\": \"s\", \"text\": \"A?\"}"), "");
  assert_faults ("[]", "template/object@");
  assert_faults ("nonsense", "template/json@");
  assert_faults (WITH (""), "template/list@questions");
  assert_faults (WITH ("7"), "template/object@questions/1");
  assert_faults (WITH ("{\"id\": \"a\", \"stage\": \"s\"}"), "template/text@questions/1/text");
  assert_faults (WITH ("{\"id\": \"A b\", \"stage\": \"s\", \"text\": \"A?\"}"), "template/id@questions/1/id");
  assert_faults (WITH ("{\"id\": \"a\", \"stage\": \"x\", \"text\": \"A?\"}"), "template/no-stage@questions/1/stage");
  assert_faults (WITH ("{\"id\": \"a\", \"stage\": \"s\", \"text\": \"A?\", \"colour\": 1}"), "template/key@questions/1");
  assert_faults (WITH ("{\"id\": \"a\", \"stage\": \"s\", \"text\": \"A?\", \"answer\": \"song\"}"),
                 "template/word@questions/1/answer");
  assert_faults (WITH ("{\"id\": \"a\", \"stage\": \"s\", \"text\": \"A?\", \"answer\": \"choice\", \"choices\": [\"x\"]}"),
                 "template/choices@questions/1/choices");
  assert_faults (WITH ("{\"id\": \"a\", \"stage\": \"s\", \"text\": \"A?\", \"answer\": \"groups\"}"),
                 "template/no-kinds@questions/1/dimension-kinds");
  assert_faults (WITH ("{\"id\": \"a\", \"stage\": \"s\", \"text\": \"A?\"}, {\"id\": \"a\", \"stage\": \"s\", \"text\": \"B?\"}"),
                 "template/id-twice@questions/2/id");
  assert_faults (WITH ("{\"id\": \"a\", \"stage\": \"s\", \"text\": \"A?\", \"required\": \"yes\"}"),
                 "template/boolean@questions/1/required");
  assert_faults (HEAD STAGES ", \"dimensions\": [{\"id\": \"d\", \"label\": \"D\", \"kind\": \"protected\", "
                 "\"legal-basis\": \"a resolution\"}], \"questions\": [{\"id\": \"a\", \"stage\": \"s\", \"text\": \"A?\"}]}",
                 "template/protected@dimensions/1/legal-basis");
}

Test (assessment_template, a_cycle_of_questions)
{
  assert_faults (WITH ("{\"id\": \"a\", \"stage\": \"s\", \"text\": \"A?\", \"parent\": \"b\"}, "
                       "{\"id\": \"b\", \"stage\": \"s\", \"text\": \"B?\", \"parent\": \"c\"}, "
                       "{\"id\": \"c\", \"stage\": \"s\", \"text\": \"C?\", \"parent\": \"a\"}, "
                       "{\"id\": \"d\", \"stage\": \"s\", \"text\": \"D?\", \"parent\": \"a\"}"),
                 "template/cycle@questions/1/parent");
  assert_faults (WITH ("{\"id\": \"a\", \"stage\": \"s\", \"text\": \"A?\", \"parent\": \"a\"}"),
                 "template/cycle@questions/1/parent");
  assert_faults (WITH ("{\"id\": \"a\", \"stage\": \"s\", \"text\": \"A?\", \"parent\": \"z\"}"),
                 "template/no-parent@questions/1/parent");
  /* A long way up is no cycle. */
  assert_faults (WITH ("{\"id\": \"a\", \"stage\": \"s\", \"text\": \"A?\", \"parent\": \"b\"}, "
                       "{\"id\": \"b\", \"stage\": \"s\", \"text\": \"B?\", \"parent\": \"c\"}, "
                       "{\"id\": \"c\", \"stage\": \"s\", \"text\": \"C?\"}"),
                 "");
}

Test (assessment_template, too_much)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) many = g_string_new (HEAD STAGES DIMENSIONS ", \"questions\": [");
  g_autofree char *long_text = g_strnfill (30000, 'x');
  g_autofree char *question = g_strdup_printf ("%s, \"questions\": [{\"id\": \"a\", \"stage\": \"s\", \"text\": \"%s\"}]}",
                                               HEAD STAGES DIMENSIONS, long_text);
  g_autofree char *rules = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  rules = check (deep->str);
  cr_assert_str_eq (rules, "template/json@");

  for (guint i = 0; i < 1001; i++)
    g_string_append_printf (many, "%s{\"id\": \"q%u\", \"stage\": \"s\", \"text\": \"?\"}", i ? "," : "", i);
  g_string_append (many, "]}");
  assert_faults (many->str, "template/too-many@questions");
  assert_faults (question, "template/text@questions/1/text");
}

Test (assessment_template, empty_objects)
{
  g_autoptr (MarmotAssessmentTemplate) template = g_object_new (MARMOT_TYPE_ASSESSMENT_TEMPLATE, NULL);
  g_autoptr (MarmotTemplateQuestion) question = g_object_new (MARMOT_TYPE_TEMPLATE_QUESTION, NULL);
  g_autofree char *text = marmot_assessment_template_to_string (template);

  cr_assert (marmot_assessment_template_find_question (template, "q1") == NULL);
  cr_assert (marmot_template_question_get_prompts (question)[0] == NULL);
  cr_assert_str_eq (text, "no template: 0 questions, 0 dimensions");
}

/* --- threads ------------------------------------------------------------------------- */

/* Looks every question up many times; how often another one was found. */
static gpointer
look_up (gpointer data)
{
  MarmotAssessmentTemplate *template = data;
  const char *const ids[] = { "q1", "q2", "q2a", "q2b", "q2c", "q3", "q4", "q5" };
  guint wrong = 0;

  for (guint i = 0; i < 8 * 20000; i++)
    {
      MarmotTemplateQuestion *question = marmot_assessment_template_find_question (template, ids[i % 8]);

      wrong += !question || !g_str_equal (marmot_template_question_get_id (question), ids[i % 8]);
    }
  return GUINT_TO_POINTER (wrong);
}

Test (assessment_template, several_threads_read_one)
{
  g_autoptr (MarmotAssessmentTemplate) template = marmot_assessment_template_new_builtin ("phe-heat-simplified-2020", NULL);
  GThread *readers[4];

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    readers[i] = g_thread_new ("reader", look_up, template);
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    cr_assert_eq (GPOINTER_TO_UINT (g_thread_join (readers[i])), 0);
}
