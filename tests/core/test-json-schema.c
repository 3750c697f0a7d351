/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * JSON Schemas of documents. That they accept and refuse what the library does is held by
 * tests/python/test_schemas.py.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <string.h>

Test (json_schema, every_file_has_one)
{
  const GType types[] = { MARMOT_TYPE_ASSESSMENT, MARMOT_TYPE_ACTION_PLAN, MARMOT_TYPE_VOICE_TRACKER, MARMOT_TYPE_WORKFORCE,
                          MARMOT_TYPE_PLEDGE, MARMOT_TYPE_SELF_EVALUATION, MARMOT_TYPE_FORWARD_PLAN };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *schema = marmot_make_json_schema (types[i], &error);
      g_autofree char *again = marmot_make_json_schema (types[i], NULL);

      cr_assert (schema != NULL, "%s: %s", g_type_name (types[i]), error ? error->message : "");
      cr_assert (strstr (schema, "\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"") != NULL);
      cr_assert (strstr (schema, "\"additionalProperties\": false") != NULL);
      cr_assert_str_eq (schema, again);
    }
}

Test (json_schema, what_stands_in_no_file_has_none)
{
  const GType types[] = { MARMOT_TYPE_ACTION, MARMOT_TYPE_ASSESSMENT_TEMPLATE, MARMOT_TYPE_TABLE, MARMOT_TYPE_METHOD,
                          G_TYPE_INT, G_TYPE_OBJECT, G_TYPE_LIST_MODEL, G_TYPE_INVALID };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *schema = marmot_make_json_schema (types[i], &error);

      cr_assert (schema == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
      cr_assert (strstr (error->message, "ask for the type") != NULL);
    }
}

static MarmotAssessment *
read_with (const char *member,
           GError **error)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"marmot-assessment\", \"id\": \"a\", %s}", member);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return marmot_assessment_new_from_json (bytes, error);
}

/* JSON has one kind of number, and the schemas know no other. */
Test (json_schema, a_whole_number_may_have_a_point)
{
  g_autoptr (MarmotAssessment) whole = read_with ("\"age_until\": 18.0", NULL);

  cr_assert (whole != NULL);
  cr_assert (marmot_assessment_get_age_until (whole) == 18);
  for (gsize i = 0; i < 4; i++)
    {
      const char *const bad[] = { "\"age_until\": 18.5", "\"age_until\": -1.0", "\"age_until\": 1e10", "\"age_until\": \"18\"" };
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotAssessment) none = read_with (bad[i], &error);

      cr_assert (none == NULL, "%s", bad[i]);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
    }
}

Test (json_schema, a_day_has_one_form_on_file)
{
  g_autoptr (MarmotAssessment) day = read_with ("\"completed\": \"2024-02-29\"", NULL);
  const char *const bad[] = { "29 February 2024", "29/02/2024", "2023-02-29", " 2024-02-29", "2024-02", "2024/25" };

  cr_assert (day != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *member = g_strdup_printf ("\"completed\": \"%s\"", bad[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotAssessment) none = read_with (member, &error);

      cr_assert (none == NULL, "%s", bad[i]);
      cr_assert (strstr (error->message, "completed: a day that there is") != NULL);
    }
}

/* Limits count characters, not bytes: "\u00e9" has two. */
Test (json_schema, the_longest_text)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MarmotAssessment) assessment = marmot_assessment_new ();
  g_autoptr (MarmotAssessmentResponse) response = marmot_assessment_response_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  g_autofree char *none = NULL;
  const char *evidence[2] = { NULL, NULL };

  for (gsize i = 0; i < 1048576; i++)
    g_string_append (text, "\xc3\xa9");
  marmot_assessment_set_id (assessment, "a");
  marmot_assessment_set_notes (assessment, text->str);
  g_list_store_append (marmot_assessment_get_responses (assessment), response);
  json = marmot_assessment_to_json (assessment, &error);
  cr_assert (json != NULL, "%s", error ? error->message : "");

  /* In a list of texts as elsewhere. */
  g_string_append_c (text, 'x');
  evidence[0] = text->str;
  marmot_assessment_response_set_evidence (response, evidence);
  none = marmot_assessment_to_json (assessment, &error);
  cr_assert (none == NULL);
  cr_assert (strstr (error->message, "responses/1/evidence/1") != NULL, "%s", error->message);
}
