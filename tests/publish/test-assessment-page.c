/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The page of an assessment: what stands on it, what may not, and the empty form.
 * tests/python/test_assessment_pages.py reads its markup.
 */
#include <criterion/criterion.h>
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

static MarmotAssessmentTemplate *
heat (void)
{
  MarmotAssessmentTemplate *template = marmot_assessment_template_new_builtin ("phe-heat-simplified-2020", NULL);

  cr_assert (template != NULL);
  return template;
}

static MarmotAssessmentPageOptions *
as_of_the_board (void)
{
  g_autoptr (GDate) day = g_date_new_dmy (5, G_DATE_FEBRUARY, 2025);

  return marmot_assessment_page_options_new (day);
}

static char *
make (MarmotAssessment *assessment,
      MarmotAssessmentPageOptions *options)
{
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (GError) error = NULL;
  char *page = marmot_assessment_to_html (assessment, template, options, &error);

  cr_assert (page != NULL, "%s", error ? error->message : "");
  return page;
}

static void
holds (const char *page,
       const char *words)
{
  cr_assert (strstr (page, words) != NULL, "not on the page: %s", words);
}

static void
lacks (const char *page,
       const char *words)
{
  cr_assert (strstr (page, words) == NULL, "on the page: %s", words);
}

Test (assessment_page, vanguard)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (MarmotAssessmentPageOptions) options = as_of_the_board ();
  g_autofree char *page = make (vanguard, options);

  holds (page, "<th scope=\"row\">Statutory characteristics answered</th><td>9 of 9</td>");
  holds (page, "6 of 9 rows hold the same sentence</th>");
  holds (page, "<td>Group: Marriage and civil partnership</td>");
  holds (page, "the reason fails only at 18");
  holds (page, "is given as 65% and as 67%: a possible contradiction, for the two are described differently");
  holds (page, "<th scope=\"row\">Actions with owner and date</th><td>0: there are none</td>");
  holds (page, "0 of 8 outcomes are linked to an indicator");
  holds (page, "<p>To be reviewed from 9 February 2024 to 9 August 2024.</p>");
  holds (page, "<p>As checked on 5 February 2025, there is the text of a review that carries no date");
  holds (page, "Contains public sector information licensed under the Open Government Licence v3.0");
  holds (page, "a5483a32f6af303039b60160d3cb0f8ad0598997fb48c75fe5f5687222f1af67");
  holds (page, "<h3>2 a) Protected characteristics</h3>\n<p>Answered by the rows of groups.</p>");
  lacks (page, "Nothing recorded");
  lacks (page, "begun with another version");
  lacks (page, "not for publication");
  lacks (page, "score:");
}

Test (assessment_page, without_a_day_nothing_is_checked)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autofree char *page = make (vanguard, NULL);

  lacks (page, "What checking finds");
  lacks (page, "As checked on");
  holds (page, "To be reviewed from 9 February 2024");
}

/* What a council added stands behind the heading of the Act, under its own. */
Test (assessment_page, local_is_not_statutory)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autofree char *page = make (vanguard, NULL);
  const char *act = strstr (page, "<h4>Protected characteristics (Equality Act 2010)</h4>");
  const char *local = strstr (page, "<h4>Looked at locally, and no characteristics of the Equality Act</h4>");
  const char *carers = strstr (page, "<th scope=\"row\">Carers</th>");
  const char *sex = strstr (page, "<th scope=\"row\">Sex</th>");

  cr_assert (act && local && carers && sex);
  cr_assert (act < sex && sex < local && local < carers);
}

Test (assessment_page, personal_data_bars_it)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (MarmotAssessmentResponse) first = g_list_model_get_item (G_LIST_MODEL (marmot_assessment_get_responses (vanguard)), 0);
  g_autoptr (MarmotAssessmentPageOptions) draft = g_object_new (MARMOT_TYPE_ASSESSMENT_PAGE_OPTIONS, "draft", TRUE, NULL);
  g_autoptr (GDate) day = g_date_new_dmy (5, G_DATE_FEBRUARY, 2025);
  g_autoptr (MarmotAssessmentPageOptions) checked
      = g_object_new (MARMOT_TYPE_ASSESSMENT_PAGE_OPTIONS, "draft", TRUE, "day", day, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *page = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *listed = NULL;

  marmot_assessment_response_set_text (first, "Ask ann.example@example.org, born on 1 May 2009");
  page = marmot_assessment_to_html (vanguard, template, NULL, &error);
  cr_assert (page == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  holds (error->message, "responses/1/text");
  lacks (error->message, "example");
  lacks (error->message, "2009");

  marked = make (vanguard, draft);
  holds (marked, "Draft: not for publication");
  lacks (marked, "bars publication");
  listed = make (vanguard, checked);
  holds (listed, "What may be personal data, and bars publication (H16)");
}

Test (assessment_page, text_is_no_markup)
{
  g_autoptr (MarmotAssessment) assessment = marmot_assessment_new ();
  g_autoptr (MarmotAssessmentResponse) response = marmot_assessment_response_new ();
  g_autoptr (MarmotAssessmentResponse) stray = marmot_assessment_response_new ();
  g_autoptr (MarmotAssessmentGroup) group = marmot_assessment_group_new ();
  g_autoptr (MarmotEvidence) evidence = marmot_evidence_new ();
  g_autofree char *page = NULL;

  marmot_assessment_set_programme (assessment, "<script>alert(1)</script> & \"co\"");
  marmot_assessment_response_set_question (response, "q2");
  marmot_assessment_response_set_text (response, "a <b>\nsecond line");
  g_list_store_append (marmot_assessment_get_responses (assessment), response);
  marmot_assessment_response_set_question (stray, "<img src=x>");
  g_list_store_append (marmot_assessment_get_responses (assessment), stray);
  marmot_assessment_group_set_dimension (group, "geographic-deprivation");
  g_list_store_append (marmot_assessment_get_groups (assessment), group);
  marmot_evidence_set_uri (evidence, "javascript:alert(1)");
  g_list_store_append (marmot_assessment_get_evidence (assessment), evidence);
  page = make (assessment, NULL);

  lacks (page, "<script");
  lacks (page, "<img");
  lacks (page, "href=\"javascript");
  holds (page, "<td>a &lt;b&gt;<br>\nsecond line</td>");
  holds (page, "What the form does not ask for");
  /* A row of a kind that no question asks for is shown all the same. */
  holds (page, "<h2 id=\"other-groups\">Other groups</h2>\n<h3>Where people live</h3>");
}

Test (assessment_page, another_version_of_the_form)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autofree char *page = NULL;

  marmot_assessment_set_template_hash (vanguard, "0123");
  page = make (vanguard, NULL);
  holds (page, "begun with another version of this form");
}

Test (assessment_page, form)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (MarmotAssessmentPageOptions) to_fill = g_object_new (MARMOT_TYPE_ASSESSMENT_PAGE_OPTIONS, "form", TRUE, NULL);
  g_autofree char *page = make (vanguard, to_fill);
  g_autofree char *empty = marmot_assessment_template_to_html (template);

  holds (page, "<th scope=\"row\">q1</th><td></td><td></td><td></td><td></td></tr>");
  holds (page, "<td>Coventry and Warwickshire</td>");
  lacks (page, "The Framework was co-designed");
  lacks (page, "None given");
  holds (empty, "<th scope=\"row\">Programme</th><td></td>");
  holds (empty, "<th scope=\"row\">Sexual orientation</th>");
  holds (empty, "To be reviewed from 6 to 12 months after it was completed");
}

Test (assessment_page, every_built_in_form)
{
  g_auto (GStrv) names = marmot_assessment_template_list_builtin ();

  cr_assert (names[0] != NULL);
  for (gsize i = 0; names[i]; i++)
    {
      g_autoptr (MarmotAssessmentTemplate) template = marmot_assessment_template_new_builtin (names[i], NULL);
      g_autofree char *page = marmot_assessment_template_to_html (template);

      holds (page, marmot_assessment_template_get_digest (template));
    }
}

Test (assessment_page, an_empty_template_is_a_mistake_of_the_caller, .signal = SIGTRAP)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (MarmotAssessmentTemplate) none = g_object_new (MARMOT_TYPE_ASSESSMENT_TEMPLATE, NULL);

  g_free (marmot_assessment_to_html (vanguard, none, NULL, NULL));
}
