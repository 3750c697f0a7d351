/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Forms that somebody filled in: our own page comes back as it was, forms of other makes as
 * far as they map, and nothing is lost without a word.
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

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static MarmotAssessmentImport *
import (const char *html)
{
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (GBytes) bytes = bytes_of (html);
  g_autoptr (GError) error = NULL;
  MarmotAssessmentImport *read = marmot_assessment_import_new_from_html (bytes, template, &error);

  cr_assert (read != NULL, "%s", error ? error->message : "");
  return read;
}

static MarmotAssessmentImport *
import_csv (const char *csv)
{
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (GBytes) bytes = bytes_of (csv);
  g_autoptr (GError) error = NULL;
  MarmotAssessmentImport *read = marmot_assessment_import_new_from_csv (bytes, template, &error);

  cr_assert (read != NULL, "%s", error ? error->message : "");
  return read;
}

/* "rule@row,column ..." */
static char *
list_findings (MarmotAssessmentImport *read)
{
  g_autoptr (GPtrArray) findings = marmot_assessment_import_get_findings (read);
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const char *column = marmot_finding_get_column (findings->pdata[i]);

      g_string_append_printf (rules, "%s%s@%u,%s", i ? " " : "", marmot_finding_get_rule (findings->pdata[i]),
                              (guint) marmot_finding_get_row (findings->pdata[i]), column ? column : "");
    }
  return g_string_free (rules, FALSE);
}

/* "place: text|..." */
static char *
list_leftovers (MarmotAssessmentImport *read)
{
  g_autoptr (MarmotTable) table = marmot_assessment_import_get_leftovers (read);
  g_autoptr (MarmotColumn) places = marmot_table_get_column_by_name (table, "place");
  g_autoptr (MarmotColumn) texts = marmot_table_get_column_by_name (table, "text");
  GString *all = g_string_new (NULL);

  for (gsize i = 0; i < marmot_table_get_n_rows (table); i++)
    {
      g_autofree char *place = marmot_column_get_text (places, i);
      g_autofree char *text = marmot_column_get_text (texts, i);

      g_string_append_printf (all, "%s%s: %s", i ? "|" : "", place, text);
    }
  return g_string_free (all, FALSE);
}

static MarmotAssessmentResponse *
response_at (MarmotAssessmentImport *read,
             guint place)
{
  GListStore *list = marmot_assessment_get_responses (marmot_assessment_import_get_assessment (read));
  MarmotAssessmentResponse *response = g_list_model_get_item (G_LIST_MODEL (list), place);

  cr_assert (response != NULL);
  g_object_unref (response);
  return response;
}

static MarmotAssessmentGroup *
group_at (MarmotAssessmentImport *read,
          guint place)
{
  GListStore *list = marmot_assessment_get_groups (marmot_assessment_import_get_assessment (read));
  MarmotAssessmentGroup *group = g_list_model_get_item (G_LIST_MODEL (list), place);

  cr_assert (group != NULL);
  g_object_unref (group);
  return group;
}

static guint
count_responses (MarmotAssessmentImport *read)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (marmot_assessment_get_responses (marmot_assessment_import_get_assessment (read))));
}

/* --- our own page --------------------------------------------------------------------- */

Test (assessment_import, own_page)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autofree char *page = marmot_assessment_to_html (vanguard, template, NULL, NULL);
  g_autoptr (MarmotAssessmentImport) read = import (page);
  g_autofree char *found = list_findings (read);
  g_autofree char *left = list_leftovers (read);
  g_autofree char *changes = NULL;

  /* Everything, but that an import is a draft. */
  cr_assert_str_eq (found, "import/state@14,2");
  cr_assert_str_eq (left, "table 1, row 14, column 2: Published");
  changes = marmot_assessment_diff_to_text (vanguard, marmot_assessment_import_get_assessment (read));
  cr_assert_str_eq (changes, "Changed assessment, state: “published” became “draft”.\n");
}

/* What the library works out is told, and nothing else is left over. */
Test (assessment_import, own_page_with_findings)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (GDate) day = g_date_new_dmy (5, G_DATE_FEBRUARY, 2025);
  g_autoptr (MarmotAssessmentPageOptions) options = marmot_assessment_page_options_new (day);
  g_autofree char *page = marmot_assessment_to_html (vanguard, template, options, NULL);
  g_autoptr (MarmotAssessmentImport) read = import (page);
  g_autofree char *found = list_findings (read);

  cr_assert_str_eq (found, "import/state@14,2 import/worked-out@1, import/worked-out@1,");
}

Test (assessment_import, empty_forms)
{
  g_auto (GStrv) names = marmot_assessment_template_list_builtin ();

  for (gsize i = 0; names[i]; i++)
    {
      g_autoptr (MarmotAssessmentTemplate) template = marmot_assessment_template_new_builtin (names[i], NULL);
      g_autofree char *page = marmot_assessment_template_to_html (template);
      g_autoptr (GBytes) bytes = bytes_of (page);
      g_autoptr (MarmotAssessmentImport) read = marmot_assessment_import_new_from_html (bytes, template, NULL);
      g_autofree char *found = list_findings (read);
      g_autofree char *left = list_leftovers (read);

      cr_assert_str_eq (found, "", "%s: %s", names[i], found);
      cr_assert_str_eq (left, "", "%s: %s", names[i], left);
      cr_assert (count_responses (read) == 0);
    }
}

Test (assessment_import, all_lists)
{
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (MarmotAssessment) assessment = marmot_assessment_new ();
  g_autoptr (MarmotAction) action = marmot_action_new ();
  g_autoptr (MarmotAssessmentEngagement) engagement = marmot_assessment_engagement_new ();
  g_autoptr (MarmotAssessmentReview) review = marmot_assessment_review_new ();
  g_autoptr (MarmotAssessmentGroup) group = marmot_assessment_group_new ();
  g_autoptr (MarmotPeriod) day = marmot_period_parse ("1 March 2026", MARMOT_YEAR_FINANCIAL, NULL);
  g_autoptr (MarmotPeriod) year = marmot_period_parse ("2024/25", MARMOT_YEAR_FINANCIAL, NULL);
  const char *keys[] = { "a", "b", NULL };
  g_autofree char *page = NULL;
  g_autoptr (MarmotAssessmentImport) read = NULL;
  g_autofree char *found = NULL;

  marmot_assessment_set_id (assessment, "trial");
  marmot_assessment_set_template (assessment, marmot_assessment_template_get_id (template));
  marmot_assessment_set_template_hash (assessment, marmot_assessment_template_get_digest (template));
  marmot_action_set_id (action, "a1");
  marmot_action_set_text (action, "Ask who is missing");
  marmot_action_set_owner_role (action, "Head of service");
  marmot_action_set_due (action, day);
  marmot_action_set_state (action, MARMOT_ACTION_DONE);
  g_list_store_append (marmot_assessment_get_actions (assessment), action);
  marmot_assessment_engagement_set_who (engagement, "Young carers");
  marmot_assessment_engagement_set_when (engagement, year);
  marmot_assessment_engagement_set_changed (engagement, "Evenings");
  g_list_store_append (marmot_assessment_get_engagement (assessment), engagement);
  marmot_assessment_review_set_text (review, "Learnt");
  marmot_assessment_review_set_done (review, day);
  marmot_assessment_review_set_actions (review, keys);
  g_list_store_append (marmot_assessment_get_reviews (assessment), review);
  marmot_assessment_group_set_dimension (group, "geographic-deprivation");
  marmot_assessment_group_set_state (group, MARMOT_ANSWER_STATE_ANSWERED);
  marmot_assessment_group_set_text (group, "Two\n\nlines & <more>");
  marmot_assessment_group_set_impact (group, MARMOT_IMPACT_MIXED);
  marmot_assessment_group_set_mitigation (group, "Later buses");
  marmot_assessment_group_set_action (group, "a1");
  marmot_assessment_group_set_evidence (group, keys);
  g_list_store_append (marmot_assessment_get_groups (assessment), group);

  page = marmot_assessment_to_html (assessment, template, NULL, NULL);
  read = import (page);
  found = list_findings (read);
  cr_assert_str_eq (found, "");
  cr_assert (marmot_assessment_equal (assessment, marmot_assessment_import_get_assessment (read)));
}

/* --- what people and word processors make of it ---------------------------------------- */

Test (assessment_import, by_words)
{
  g_autoptr (MarmotAssessmentImport) read = import (
      "<table><tr><td><p>1.  WHAT health inequalities (HI)\nexist in relation to your&nbsp;work</p></td><td><p>One</p><p>two</p></td></tr>"
      "<tr><td>Gender reassignment (including transgender)</td><td>N/A</td></tr>"
      "<tr><td>Sex: A man or a woman</td><td><ul><li><p>a</p></li><li>b</li></ul></td></tr></table>");
  g_autofree char *found = list_findings (read);

  cr_assert_str_eq (found, "");
  cr_assert_str_eq (marmot_assessment_response_get_question (response_at (read, 0)), "q1");
  cr_assert_str_eq (marmot_assessment_response_get_text (response_at (read, 0)), "One\ntwo");
  cr_assert (marmot_assessment_response_get_state (response_at (read, 0)) == MARMOT_ANSWER_STATE_ANSWERED);
  cr_assert_str_eq (marmot_assessment_group_get_dimension (group_at (read, 0)), "gender-reassignment");
  cr_assert_str_eq (marmot_assessment_group_get_text (group_at (read, 1)), "- a\n- b");
}

/* The shape in which Word saves a page: conditional comments, its own elements, empty
 * paragraphs of a hard blank, words broken over spans and lines. */
Test (assessment_import, as_word_saves_it)
{
  g_autoptr (MarmotAssessmentImport) read = import (
      "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style><!-- td {mso-x:1} --></style>"
      "<!--[if gte mso 9]><xml><o:x>secret</o:x></xml><![endif]--></head><body lang=EN-GB>"
      "<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'>"
      "<td width=100><p class=MsoNormal><b><span lang=EN-GB>Question<o:p></o:p></span></b></p></td>"
      "<td><p class=MsoNormal><b>State</b></p></td><td><p class=MsoNormal><b>Answer</b></p></td></tr>"
      "<tr><td><p class=MsoNormal>q2<o:p></o:p></p></td><td><p class=MsoNormal>Answered<o:p></o:p></p></td>"
      "<td><p class=MsoNormal>It is <span class=SpellE>tail</span>or<span\r\nstyle='x'>ed</span>, and\r\nmore<o:p></o:p></p>"
      "<p class=MsoNormal><![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></p><p class=MsoNormal>Last</p></td></tr>"
      "<tr><td><p class=MsoNormal>q4</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td>"
      "<td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table></body></html>");
  g_autofree char *found = list_findings (read);
  g_autofree char *left = list_leftovers (read);

  cr_assert_str_eq (found, "", "%s: %s", found, left);
  cr_assert (count_responses (read) == 1);
  cr_assert_str_eq (marmot_assessment_response_get_text (response_at (read, 0)), "It is tailored, and more\nLast");
}

Test (assessment_import, prompts_may_stand_behind_a_question)
{
  g_autoptr (MarmotAssessmentImport) read = import (
      "<table><tr><td>What are the next steps?<br>What specific actions will you take to address health inequalities and the "
      "needs of groups/communities with protected characteristics?<br>We begin in May</td><td>More</td></tr></table>");
  g_autofree char *found = list_findings (read);
  g_autofree char *left = list_leftovers (read);

  cr_assert_str_eq (found, "import/behind-question@1,1");
  cr_assert_str_eq (left, "table 1, row 1, column 1: We begin in May");
  cr_assert_str_eq (marmot_assessment_response_get_text (response_at (read, 0)), "More");
}

Test (assessment_import, a_header_of_another_make)
{
  g_autoptr (MarmotAssessmentImport) read
      = import ("<table><tr><td>Protected characteristic</td><td>What we found</td><td>Impact</td></tr>"
                "<tr><td>‘Age’</td><td>Under 25s wait longest</td><td>Negative</td></tr></table>");
  g_autofree char *found = list_findings (read);

  cr_assert_str_eq (found, "");
  cr_assert_str_eq (marmot_assessment_group_get_text (group_at (read, 0)), "Under 25s wait longest");
  cr_assert (marmot_assessment_group_get_impact (group_at (read, 0)) == MARMOT_IMPACT_NEGATIVE);
}

Test (assessment_import, nothing_is_lost)
{
  g_autoptr (MarmotAssessmentImport) read
      = import ("<h1>Ours</h1><p>Somebody wrote here</p><table><caption>Mine</caption>"
                "<tr><th>Question</th><th>State</th><th>Answer</th><th>Colour</th><th>Impact</th></tr>"
                "<tr><td>q1</td><td>Perhaps</td><td>Yes</td><td>Red</td><td>Positive</td></tr>"
                "<tr><td>q77</td><td>Answered</td><td>Lost?</td><td></td><td></td></tr>"
                "<tr><td>Q1</td><td></td><td>Again</td><td></td><td></td></tr></table>"
                "<table><tr><td>Review</td><td>Done on</td></tr><tr><td>1</td><td>Tuesday</td></tr></table>");
  g_autofree char *found = list_findings (read);
  g_autofree char *left = list_leftovers (read);

  cr_assert_str_eq (found, "import/value@2,2 import/column@2,4 import/column@2,5 import/no-question@3, import/twice@4, "
                           "import/value@2,2 import/outside@0,");
  cr_assert_str_eq (left, "table 1, row 2, column 2: Perhaps|table 1, row 2, column 4: Red|table 1, row 2, column 5: Positive|"
                          "table 1, row 3, column 1: q77|table 1, row 3, column 2: Answered|table 1, row 3, column 3: Lost?|"
                          "table 1, row 4, column 1: Q1|table 1, row 4, column 3: Again|table 2, row 2, column 2: Tuesday|"
                          "outside the tables, paragraph 1: Ours|outside the tables, paragraph 2: Somebody wrote here|"
                          "outside the tables, paragraph 3: Mine");
  cr_assert_str_eq (marmot_assessment_response_get_text (response_at (read, 0)), "Yes");
}

Test (assessment_import, findings_quote_nothing)
{
  g_autoptr (MarmotAssessmentImport) read
      = import ("<table><tr><td>Question</td><td>State</td><td>secret-column</td></tr>"
                "<tr><td>q1</td><td>a.secret@example.org</td><td>secret</td></tr><tr><td>secret</td><td>x</td><td>y</td></tr></table>");
  g_autoptr (GPtrArray) findings = marmot_assessment_import_get_findings (read);

  cr_assert (findings->len > 1);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = marmot_finding_to_string (findings->pdata[i]);

      cr_assert (strstr (text, "secret") == NULL, "%s", text);
    }
}

Test (assessment_import, merged_cells)
{
  g_autoptr (MarmotAssessmentImport) read
      = import ("<table><tr><td>Question</td><td>State</td><td>Answer</td></tr>"
                "<tr><td rowspan=2>q2</td><td colspan=2>answered</td></tr><tr><td>answered</td><td>behind</td></tr>"
                "<tr><td>q4</td><td>answered</td><td>Four</td></tr></table>");
  g_autofree char *found = list_findings (read);
  g_autofree char *left = list_leftovers (read);

  cr_assert_str_eq (found, "import/merged@1, import/no-question@3,");
  cr_assert (strstr (left, "row 3, column 3: behind") != NULL, "%s", left);
  cr_assert_str_eq (marmot_assessment_response_get_question (response_at (read, 1)), "q4");
  cr_assert_str_eq (marmot_assessment_response_get_text (response_at (read, 1)), "Four");
}

Test (assessment_import, tables_in_tables)
{
  g_autoptr (MarmotAssessmentImport) read
      = import ("<table><tr><td>q2<table><tr><td>q4</td><td>inner</td></tr></table></td><td>outer</td></tr></table>");

  cr_assert (count_responses (read) == 2);
  cr_assert_str_eq (marmot_assessment_response_get_text (response_at (read, 0)), "outer");
  cr_assert_str_eq (marmot_assessment_response_get_text (response_at (read, 1)), "inner");
}

/* The parser lets cells stand without rows, and words without cells. */
Test (assessment_import, loose_cells_and_words)
{
  g_autoptr (MarmotAssessmentImport) read
      = import ("<table>loose<td>q2</td><td>two</td>between<tr>in a row<td>q4</td><td>four<table><caption>inner caption</caption>"
                "<tr><td>q5</td><td>five</td></tr></table></td></tr></table>");
  g_autofree char *left = list_leftovers (read);

  cr_assert (count_responses (read) == 3);
  cr_assert_str_eq (marmot_assessment_response_get_text (response_at (read, 0)), "two");
  cr_assert_str_eq (marmot_assessment_response_get_text (response_at (read, 1)), "four");
  for (const char *const *words = (const char *const[]){ "loose", "between", "in a row", "inner caption", NULL }; *words; words++)
    cr_assert (strstr (left, *words) != NULL, "%s is not in %s", *words, left);
}

/* Beyond the columns that are read, cells go on in the last. */
Test (assessment_import, many_columns)
{
  GString *text = g_string_new ("<table><tr><td>q2</td>");
  g_autofree char *html = NULL;
  g_autofree char *left = NULL;
  g_autoptr (MarmotAssessmentImport) read = NULL;

  for (guint i = 2; i <= 70; i++)
    g_string_append_printf (text, "<td>c%u</td>", i);
  html = g_string_free (text, FALSE);
  read = import (html);
  left = list_leftovers (read);
  cr_assert (strstr (left, "column 64: c64\nc65\nc66\nc67\nc68\nc69\nc70") != NULL, "%s", left);
}

Test (assessment_import, short_names_are_made)
{
  g_autoptr (MarmotAssessmentImport) read
      = import ("<table><tr><td>Outcome</td><td>What is to change</td></tr><tr><td></td><td>First</td></tr>"
                "<tr><td>fewer crises</td><td>Second</td></tr><tr><td>outcome-1</td><td>Third</td></tr></table>");
  MarmotAssessment *assessment = marmot_assessment_import_get_assessment (read);
  g_autofree char *found = list_findings (read);
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  cr_assert_str_eq (found, "import/short-name@2,1 import/value@3,1 import/short-name@3,1 import/short-name@4,1");
  marmot_assessment_set_id (assessment, "a");
  json = marmot_assessment_to_json (assessment, &error);
  cr_assert (json != NULL, "%s", error ? error->message : "");
}

/* --- what is no page -------------------------------------------------------------------- */

Test (assessment_import, refused)
{
  g_autofree char *deep = NULL;
  g_autofree char *wide = NULL;
  g_autofree char *many = NULL;
  g_autofree char *large = g_malloc (17 * 1024 * 1024);
  GString *text = g_string_new ("<table>");

  memset (large, 'x', 17 * 1024 * 1024);
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "<div>");
  deep = g_string_free (text, FALSE);
  text = g_string_new ("<table ");
  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "a%u ", i);
  wide = g_string_free (text, FALSE);
  text = g_string_new ("<table>");
  for (guint i = 0; i < 600000; i++)
    g_string_append (text, "<p>");
  many = g_string_free (text, FALSE);
  {
    const struct
    {
      const char *data;
      gsize size;
      MarmotError code;
      const char *says;
    } rows[] = {
      { "", 0, MARMOT_ERROR_PARSE, "" },
      { "plain words", 11, MARMOT_ERROR_PARSE, "no table" },
      { "PK\3\4 rest", 9, MARMOT_ERROR_ENCODING, "save it as HTML" },
      { "%PDF-1.7", 8, MARMOT_ERROR_ENCODING, "PDF" },
      { "<table>\0</table>", 16, MARMOT_ERROR_ENCODING, "no text" },
      { "\xff\xfe\xd8", 3, MARMOT_ERROR_ENCODING, "UTF-16" },
      { large, 17 * 1024 * 1024, MARMOT_ERROR_TOO_LARGE, "16 MiB" },
      { deep, strlen (deep), MARMOT_ERROR_TOO_LARGE, "deep" },
      { wide, strlen (wide), MARMOT_ERROR_TOO_LARGE, "attributes" },
      { many, strlen (many), MARMOT_ERROR_TOO_LARGE, "elements" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
      {
        g_autoptr (MarmotAssessmentTemplate) template = heat ();
        g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].data, rows[i].size);
        g_autoptr (GError) error = NULL;
        g_autoptr (MarmotAssessmentImport) read = marmot_assessment_import_new_from_html (bytes, template, &error);

        cr_assert (read == NULL, "row %zu", i);
        cr_assert (g_error_matches (error, MARMOT_ERROR, (int) rows[i].code), "row %zu: %s", i, error->message);
        cr_assert (strstr (error->message, rows[i].says) != NULL, "row %zu: %s", i, error->message);
      }
  }
}

Test (assessment_import, a_page_that_is_cut_off)
{
  g_autoptr (MarmotAssessment) vanguard = load ();
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autofree char *page = marmot_assessment_to_html (vanguard, template, NULL, NULL);

  /* At any place it is read as far as it goes, or refused. */
  for (gsize length = 0; length < strlen (page); length += 997)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (page, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotAssessmentImport) read = marmot_assessment_import_new_from_html (bytes, template, &error);

      cr_assert ((read == NULL) == (error != NULL));
      if (read)
        {
          g_autofree char *found = list_findings (read);

          cr_assert (g_str_has_prefix (found, "import/cut@0,"), "at %zu: %s", length, found);
        }
    }
}

Test (assessment_import, another_encoding)
{
  g_autoptr (MarmotAssessmentImport) read
      = import ("<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\"></head><body><table>"
                "<tr><td>q2</td><td>\x93quoted\x94 \x96 caf\xe9</td></tr></table></body></html>");
  g_autofree char *wide = NULL;
  gsize size;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  g_autoptr (MarmotAssessmentImport) wide_read = NULL;

  cr_assert_str_eq (marmot_assessment_response_get_text (response_at (read, 0)), "“quoted” – café");
  wide = g_convert ("<html><body><table><tr><td>q2</td><td>wide</td></tr></table></body></html>", -1, "UTF-16", "UTF-8", NULL,
                    &size, NULL);
  bytes = g_bytes_new (wide, size);
  wide_read = marmot_assessment_import_new_from_html (bytes, template, NULL);
  cr_assert (wide_read != NULL);
  cr_assert_str_eq (marmot_assessment_response_get_text (response_at (wide_read, 0)), "wide");
}

/* Entities that grow are none of HTML's; nothing is fetched. */
Test (assessment_import, entities_do_not_grow)
{
  g_autoptr (MarmotAssessmentImport) read
      = import ("<!DOCTYPE html [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
                "<table><tr><td>q2</td><td>&b;&c;.</td></tr></table>");
  const char *text = marmot_assessment_response_get_text (response_at (read, 0));

  cr_assert (strstr (text, "xxx") == NULL && strstr (text, "root") == NULL, "%s", text);
}

static void
read_many (const char *part,
           gsize size)
{
  g_autoptr (MarmotAssessmentTemplate) template = heat ();
  GString *text = g_string_new ("<table><tr><td>q2</td><td>x</td></tr>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotAssessmentImport) read = NULL;

  while (text->len < size / 2)
    g_string_append (text, part);
  g_string_append (text, "</td></tr></table><p>");
  while (text->len < size)
    g_string_append (text, part);
  bytes = g_string_free_to_bytes (text);
  read = marmot_assessment_import_new_from_html (bytes, template, &error);
  cr_assert ((read == NULL) == (error != NULL));
}

/* Text and markup that a parser, or the comparison of words, might take the square of its
 * length for: of two mebibytes that would be minutes. Elements cost more, and are fewer. */
Test (assessment_import, takes_linear_time, .timeout = 60)
{
  static const char *const texts[] = { "&amp", "<![if ", "<![if]><![", "\xc3\xa9", "\xcc\x81\xcc\xa7", "<!--", "<td", "<a b=\"" };
  static const char *const elements[] = { "<p>", "</p>", "<b><table>", "</table></b>", "<li>x", "<tr><td>", "<td>some words in it",
                                          "<tr><td>q2<td>x" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    read_many (texts[i], 2 * 1024 * 1024);
  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    read_many (elements[i], 64 * 1024);
}

/* --- CSV --------------------------------------------------------------------------------- */

Test (assessment_import, csv)
{
  g_autoptr (MarmotAssessmentImport) read
      = import_csv ("question,dimension,state,answer,reason,impact,evidence\n"
                    "2 b),,answered,\"Two\nlines, and \"\"quotes\"\"\",,,a; b\n"
                    "q2a,Race,answered,Known,,positive,\n"
                    ",marriage-and-civil-partnership,not applicable,,Under 16s only,,\n"
                    ",Hair,answered,Blond,,,\n"
                    "q3,,,Act,,,\n");
  g_autofree char *found = list_findings (read);
  g_autofree char *left = list_leftovers (read);
  const char *const *keys;

  cr_assert_str_eq (found, "import/no-dimension@5,");
  cr_assert_str_eq (left, "row 5, column 2: Hair|row 5, column 3: answered|row 5, column 4: Blond");
  cr_assert_str_eq (marmot_assessment_response_get_question (response_at (read, 0)), "q2b");
  cr_assert_str_eq (marmot_assessment_response_get_text (response_at (read, 0)), "Two\nlines, and \"quotes\"");
  keys = marmot_assessment_response_get_evidence (response_at (read, 0));
  cr_assert (keys && keys[0] && keys[1] && !keys[2]);
  cr_assert_str_eq (keys[1], "b");
  cr_assert (marmot_assessment_response_get_state (response_at (read, 1)) == MARMOT_ANSWER_STATE_ANSWERED);
  cr_assert (marmot_assessment_group_get_impact (group_at (read, 0)) == MARMOT_IMPACT_POSITIVE);
  cr_assert (marmot_assessment_group_get_state (group_at (read, 1)) == MARMOT_ANSWER_STATE_NOT_APPLICABLE);
  cr_assert_str_eq (marmot_assessment_group_get_reason (group_at (read, 1)), "Under 16s only");
}

Test (assessment_import, csv_refused)
{
  static const char *const files[] = { "", "a,b\n1,2\n", "PK\3\4", "question,answer\n\"open" };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (MarmotAssessmentTemplate) template = heat ();
      g_autoptr (GBytes) bytes = bytes_of (files[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotAssessmentImport) read = marmot_assessment_import_new_from_csv (bytes, template, &error);

      cr_assert (read == NULL && error != NULL, "file %zu", i);
    }
}

Test (assessment_import, a_reason_without_a_state)
{
  g_autoptr (MarmotAssessmentImport) read = import_csv ("dimension,answer,reason\nage,,We do not know yet\n");
  g_autofree char *found = list_findings (read);

  cr_assert_str_eq (found, "import/no-state@2,");
  cr_assert (marmot_assessment_group_get_state (group_at (read, 0)) == MARMOT_ANSWER_STATE_NOT_YET);
}
