/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

#define BUILT_IN TEST_DATA_DIR "/../../lib/data/monitoring-tool.json"

static guint
count (gpointer list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static MarmotMonitoringTool *
read_text (MarmotMonitoringToolReader *reader,
           const char *text,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return marmot_monitoring_tool_reader_read_bytes (reader, bytes, "tool.json", error);
}

/* A tool that is read: fails the test if it is not. */
static MarmotMonitoringTool *
must_read (const char *text)
{
  g_autoptr (MarmotMonitoringToolReader) reader = marmot_monitoring_tool_reader_new ();
  g_autoptr (GError) error = NULL;
  MarmotMonitoringTool *tool = read_text (reader, text, &error);

  cr_assert (tool != NULL, "%s", error ? error->message : "");
  return tool;
}

static char *
get_cell (MarmotTable *table,
          const char *name,
          gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  cr_assert (column != NULL, "%s", name);
  return marmot_column_is_null (column, row) ? g_strdup ("-") : marmot_column_get_text (column, row);
}

static void
expect_row (MarmotTable *table,
            gsize row,
            const char *change,
            const char *path,
            const char *to,
            const char *field,
            const char *before,
            const char *after)
{
  static const char *const names[] = { "change", "path", "to", "field", "before", "after" };
  const char *expected[] = { change, path, to, field, before, after };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *cell = get_cell (table, names[i], row);

      cr_expect (strcmp (cell, expected[i]) == 0, "row %zu, %s: %s is not %s", row, names[i], cell, expected[i]);
    }
}

Test (monitoring_tool, the_built_in_one_has_eight_principles)
{
  static const struct
  {
    const char *id;
    const char *name;
  } principles[] = {
    { "best-start", "Give every child the best start in life" },
    { "capabilities", "Enable all children, young people and adults to maximise their capabilities and have control over "
                      "their lives" },
    { "work", "Create fair employment and good work for all" },
    { "standard-of-living", "Ensure a healthy standard of living for all" },
    { "places", "Create and develop healthy and sustainable places and communities" },
    { "prevention", "Strengthen the role and impact of ill health prevention" },
    { "racism", "Tackle racism, discrimination and their outcomes" },
    { "environment", "Pursue environmental sustainability and health equity together" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotMonitoringTool) tool = marmot_monitoring_tool_new_built_in (&error);
  GListStore *list;

  cr_assert (tool != NULL, "%s", error ? error->message : "");
  cr_assert (eq (str, (char *) marmot_monitoring_tool_get_title (tool), "Marmot Monitoring Tool"));
  cr_assert (eq (str, (char *) marmot_monitoring_tool_get_organisation (tool), "Coventry City Council"));
  cr_assert (eq (str, (char *) marmot_monitoring_tool_get_version (tool), "2023"));
  cr_assert (marmot_monitoring_tool_get_date (tool) == NULL);

  list = marmot_monitoring_tool_get_principles (tool);
  cr_assert (eq (u32, count (list), G_N_ELEMENTS (principles)));
  for (guint i = 0; i < G_N_ELEMENTS (principles); i++)
    {
      g_autoptr (MarmotPrinciple) principle = g_list_model_get_item (G_LIST_MODEL (list), i);

      cr_expect (eq (str, (char *) marmot_principle_get_id (principle), (char *) principles[i].id));
      cr_expect (eq (str, (char *) marmot_principle_get_name (principle), (char *) principles[i].name));
      cr_expect (eq (u32, marmot_principle_get_number (principle), i + 1));
      cr_expect (marmot_monitoring_tool_lookup_principle (tool, principles[i].id) == principle);
    }
  cr_assert (marmot_monitoring_tool_lookup_principle (tool, "ninth") == NULL);
}

Test (monitoring_tool, the_second_principle_is_as_published)
{
  g_autoptr (MarmotMonitoringTool) tool = marmot_monitoring_tool_new_built_in (NULL);
  MarmotPrinciple *principle = marmot_monitoring_tool_lookup_principle (tool, "capabilities");
  g_autoptr (MarmotCaseStudy) study = NULL;
  g_autoptr (MarmotPrincipleItem) measure = NULL;

  cr_assert (eq (u32, count (marmot_principle_list (principle, MARMOT_PRINCIPLE_ITEM_KIND_PRIORITY)), 3));
  cr_assert (eq (u32, count (marmot_principle_list (principle, MARMOT_PRINCIPLE_ITEM_KIND_INDICATOR)), 7));
  cr_assert (eq (u32, count (marmot_principle_list (principle, MARMOT_PRINCIPLE_ITEM_KIND_PARTNER)), 17));
  cr_assert (eq (u32, count (marmot_principle_list (principle, MARMOT_PRINCIPLE_ITEM_KIND_MEASURE)), 13));
  cr_assert (eq (u32, count (marmot_principle_list (principle, MARMOT_PRINCIPLE_ITEM_KIND_PROGRAMME)), 5));
  cr_assert (eq (u32, count (marmot_principle_list (principle, MARMOT_PRINCIPLE_ITEM_KIND_SERVICE)), 0));
  cr_assert (eq (u32, count (marmot_principle_list (principle, MARMOT_PRINCIPLE_ITEM_KIND_POLICY)), 0));
  cr_assert (eq (u32, count (marmot_principle_get_items (principle)), 45));

  measure = g_list_model_get_item (marmot_principle_list (principle, MARMOT_PRINCIPLE_ITEM_KIND_MEASURE), 4);
  cr_assert (eq (str, (char *) marmot_principle_item_get_name (measure), "16 – 17 NEETs (including not known)"));
  cr_assert (marmot_principle_item_get_indicators (measure) == NULL);

  cr_assert (eq (u32, count (marmot_principle_get_case_studies (principle)), 1));
  study = g_list_model_get_item (G_LIST_MODEL (marmot_principle_get_case_studies (principle)), 0);
  cr_assert (eq (str, (char *) marmot_case_study_get_title (study), "Teenvine"));
  cr_assert (eq (str, (char *) marmot_case_study_get_organisation (study), "Grapevine"));
  cr_assert (eq (int, (int) marmot_case_study_get_consent (study), MARMOT_CONSENT_UNKNOWN));
  cr_assert (marmot_case_study_get_text (study) == NULL);
  cr_assert (not (marmot_case_study_may_be_told (study, NULL)));
}

Test (monitoring_tool, the_built_in_one_is_written_as_it_was_read)
{
  g_autoptr (MarmotMonitoringTool) tool = marmot_monitoring_tool_new_built_in (NULL);
  g_autofree char *written = marmot_monitoring_tool_to_json (tool);
  g_autofree char *stored = NULL;

  cr_assert (g_file_get_contents (BUILT_IN, &stored, NULL, NULL));
  cr_assert (eq (str, written, stored));
}

static const char full[] =
  "{\n"
  "  \"format\": \"marmot-monitoring-tool\",\n"
  "  \"title\": \"A tool\",\n"
  "  \"organisation\": \"Hartmouth Council\",\n"
  "  \"version\": \"2\",\n"
  "  \"date\": \"2024-02-29\",\n"
  "  \"source\": \"A paper\",\n"
  "  \"principles\": [\n"
  "    {\n"
  "      \"id\": \"work\",\n"
  "      \"number\": 3,\n"
  "      \"name\": \"Good work\",\n"
  "      \"source\": \"A page\",\n"
  "      \"priorities\": [\n"
  "        {\n"
  "          \"id\": \"pay\",\n"
  "          \"name\": \"Fair pay\"\n"
  "        }\n"
  "      ],\n"
  "      \"indicators\": [\n"
  "        {\n"
  "          \"id\": \"neet\",\n"
  "          \"name\": \"NEET \\\"and\\\" not known\",\n"
  "          \"indicators\": [\"93203\", \"PI3\"],\n"
  "          \"uri\": \"https://example.org/neet\",\n"
  "          \"note\": \"Ünusual\"\n"
  "        }\n"
  "      ],\n"
  "      \"policies\": [\n"
  "        {\n"
  "          \"id\": \"act\",\n"
  "          \"name\": \"Equality Act 2010\",\n"
  "          \"uri\": \"http://example.org/act\"\n"
  "        }\n"
  "      ],\n"
  "      \"case_studies\": [\n"
  "        {\n"
  "          \"id\": \"shop\",\n"
  "          \"title\": \"The shop\",\n"
  "          \"organisation\": \"A charity\",\n"
  "          \"consent\": \"given\",\n"
  "          \"review_date\": \"2025-01-31\",\n"
  "          \"source\": \"A leaflet\",\n"
  "          \"note\": \"Short\",\n"
  "          \"text\": \"Once\\nupon\"\n"
  "        },\n"
  "        {\n"
  "          \"id\": \"mix\",\n"
  "          \"title\": \"Several\",\n"
  "          \"organisation\": \"A charity\",\n"
  "          \"consent\": \"not-needed\",\n"
  "          \"text\": \"Put together\"\n"
  "        }\n"
  "      ]\n"
  "    }\n"
  "  ]\n"
  "}\n";

Test (monitoring_tool, every_member_is_written_as_it_was_read)
{
  g_autoptr (MarmotMonitoringTool) tool = must_read (full);
  g_autofree char *written = marmot_monitoring_tool_to_json (tool);

  cr_assert (eq (str, written, (char *) full));
}

/* Replaces one text of the document above, which must be there. */
static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  const char *at = strstr (text, from);

  cr_assert (at != NULL, "%s", from);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to, at + strlen (from));
}

Test (monitoring_tool, every_fault_is_told_by_its_path)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *rule;
    const char *path;
  } faults[] = {
    { "marmot-monitoring-tool", "something-else", "monitoring-tool/not-a-tool", "format" },
    { "\"title\": \"A tool\",", "", "monitoring-tool/required", "title" },
    { "\"title\": \"A tool\"", "\"title\": \" \"", "monitoring-tool/required", "title" },
    { "\"title\": \"A tool\"", "\"title\": 7", "monitoring-tool/type", "title" },
    { "\"A paper\"", "\"Ask hidden.person@example.org\"", "monitoring-tool/contact", "source" },
    { "\"A paper\"", "\"Ring 024 7600 0000 for it\"", "monitoring-tool/contact", "source" },
    { "\"source\": \"A paper\"", "\"contact\": \"Hidden Person\"", "monitoring-tool/unknown-member", NULL },
    { "2024-02-29", "2023-02-29", "monitoring-tool/date", "date" },
    { "2024-02-29", "2024/25", "monitoring-tool/date", "date" },
    { "2024-02-29", "29/02/2024", "monitoring-tool/date", "date" },
    { "\"id\": \"work\"", "\"id\": \"Work & pay\"", "monitoring-tool/id", "principles/0/id" },
    { "\"number\": 3", "\"number\": 9", "monitoring-tool/number", "principles/0/number" },
    { "\"number\": 3", "\"number\": \"3\"", "monitoring-tool/number", "principles/0/number" },
    { "\"number\": 3,", "", "monitoring-tool/number", "principles/0/number" },
    { "\"name\": \"Fair pay\"", "\"nome\": \"Fair pay\"", "monitoring-tool/required", "principles/0/priorities/0/name" },
    { "\"name\": \"Fair pay\"", "\"name\": \"Fair pay\", \"indicators\": []", "monitoring-tool/unknown-member",
      "principles/0/priorities/0" },
    { "[\"93203\", \"PI3\"]", "[\"PI3\", \"PI3\"]", "monitoring-tool/duplicate", "principles/0/indicators/0/indicators/1" },
    { "[\"93203\", \"PI3\"]", "[93203]", "monitoring-tool/type", "principles/0/indicators/0/indicators/0" },
    { "[\"93203\", \"PI3\"]", "\"PI3\"", "monitoring-tool/type", "principles/0/indicators/0/indicators" },
    { "https://example.org/neet", "javascript:alert(1)", "monitoring-tool/uri", "principles/0/indicators/0/uri" },
    { "\"consent\": \"given\"", "\"consent\": \"perhaps\"", "monitoring-tool/unknown-word",
      "principles/0/case_studies/0/consent" },
    { "\"consent\": \"given\"", "\"consent\": \"unknown\"", "monitoring-tool/consent", "principles/0/case_studies/0/text" },
    { "\"consent\": \"given\"", "\"consent\": \"withdrawn\"", "monitoring-tool/consent", "principles/0/case_studies/0/text" },
    { "\"consent\": \"given\"", "\"consent\": \"not-given\"", "monitoring-tool/consent", "principles/0/case_studies/0/text" },
    { "\"id\": \"mix\"", "\"id\": \"shop\"", "monitoring-tool/duplicate", "principles/0/case_studies/1/id" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *text = replace (full, faults[i].from, faults[i].to);
      g_autoptr (MarmotMonitoringToolReader) reader = marmot_monitoring_tool_reader_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotMonitoringTool) tool = read_text (reader, text, &error);
      g_autoptr (GPtrArray) findings = marmot_monitoring_tool_reader_get_findings (reader);
      gboolean found = FALSE;

      cr_expect (tool == NULL, "%s", faults[i].to);
      cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA), "%s", faults[i].to);
      cr_expect (error && !strstr (error->message, "idden") && !strstr (error->message, "Once"), "%s", faults[i].to);
      for (guint j = 0; j < findings->len; j++)
        found = found
                || (strcmp (marmot_finding_get_rule (findings->pdata[j]), faults[i].rule) == 0
                    && g_strcmp0 (marmot_finding_get_path (findings->pdata[j]), faults[i].path) == 0);
      cr_expect (found, "%s: no %s at %s, but %s", faults[i].to, faults[i].rule, faults[i].path, error->message);
    }
}

#define ITEM(id, name) "{\"id\": \"" id "\", \"name\": \"" name "\"}"
#define PRINCIPLE(id, number, rest) "{\"id\": \"" id "\", \"number\": " number ", \"name\": \"P " id "\"" rest "}"
#define TOOL(version, principles)                                                                     \
  "{\"format\": \"marmot-monitoring-tool\", \"title\": \"T\", \"organisation\": \"O\", \"version\": \"" version \
  "\", \"principles\": [" principles "]}"

Test (monitoring_tool, one_number_and_one_short_name_for_each_principle)
{
  g_autoptr (MarmotMonitoringToolReader) reader = marmot_monitoring_tool_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotMonitoringTool) tool =
    read_text (reader, TOOL ("1", PRINCIPLE ("a", "1", "") "," PRINCIPLE ("a", "1", "")), &error);

  cr_assert (tool == NULL);
  cr_assert (strstr (error->message, "2 faults") != NULL, "%s", error->message);
}

Test (monitoring_tool, one_short_name_with_two_names_is_a_warning)
{
  g_autoptr (MarmotMonitoringToolReader) reader = marmot_monitoring_tool_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotMonitoringTool) tool =
    read_text (reader, TOOL ("1", PRINCIPLE ("a", "1", ", \"partners\": [" ITEM ("police", "Police") "]") ","
                             PRINCIPLE ("b", "2", ", \"partners\": [" ITEM ("police", "Fire service") "]")), &error);
  g_autoptr (GPtrArray) findings = marmot_monitoring_tool_reader_get_findings (reader);

  cr_assert (tool != NULL, "%s", error ? error->message : "");
  cr_assert (eq (u32, findings->len, 1));
  cr_assert (eq (str, (char *) marmot_finding_get_rule (findings->pdata[0]), "monitoring-tool/two-names"));
  cr_assert (eq (str, (char *) marmot_finding_get_path (findings->pdata[0]), "principles/1/partners/0/name"));
  cr_assert (eq (int, (int) marmot_finding_get_severity (findings->pdata[0]), MARMOT_SEVERITY_WARNING));
}

Test (monitoring_tool, what_is_no_document_is_an_error)
{
  static const struct
  {
    const char *text;
    MarmotError code;
  } documents[] = {
    { "", MARMOT_ERROR_PARSE },
    { "{\"format\": ", MARMOT_ERROR_PARSE },
    { "{\"a\": 1, \"a\": 2}", MARMOT_ERROR_PARSE },
    { "[]", MARMOT_ERROR_INVALID_DATA },
    { "{}", MARMOT_ERROR_INVALID_DATA },
    { TOOL ("1", ""), MARMOT_ERROR_INVALID_DATA },
    { TOOL ("1", "7"), MARMOT_ERROR_INVALID_DATA },
    { "{\"format\": \"marmot-monitoring-tool\", \"principles\": {}}", MARMOT_ERROR_INVALID_DATA },
    { "{\"format\": \"\xff\"}", MARMOT_ERROR_ENCODING },
  };
  g_autoptr (GString) deep = g_string_new ("{\"format\": ");
  g_autoptr (MarmotMonitoringToolReader) reader = marmot_monitoring_tool_reader_new ();
  g_autoptr (GError) deep_error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_expect (read_text (reader, documents[i].text, &error) == NULL);
      cr_expect (g_error_matches (error, MARMOT_ERROR, documents[i].code), "%s: %s", documents[i].text, error->message);
    }

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  cr_assert (read_text (reader, deep->str, &deep_error) == NULL);
  cr_assert (g_error_matches (deep_error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
}

Test (monitoring_tool, findings_end_at_a_thousand)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"marmot-monitoring-tool\", \"principles\": [0");
  g_autoptr (MarmotMonitoringToolReader) reader = marmot_monitoring_tool_reader_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < 5000; i++)
    g_string_append (text, ",0");
  g_string_append (text, "]}");
  cr_assert (read_text (reader, text->str, &error) == NULL);
  findings = marmot_monitoring_tool_reader_get_findings (reader);
  cr_assert (eq (u32, findings->len, 1000));
  cr_assert (strstr (error->message, "5003 faults") != NULL, "%s", error->message);
}

Test (monitoring_tool, a_file_takes_the_place_of_the_built_in_one)
{
  g_autoptr (MarmotMonitoringToolReader) reader = marmot_monitoring_tool_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_path (BUILT_IN);
  g_autoptr (GFile) missing = g_file_new_for_path (BUILT_IN ".not");
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotMonitoringTool) tool = marmot_monitoring_tool_reader_read_file (reader, file, NULL, &error);

  cr_assert (tool != NULL, "%s", error ? error->message : "");
  cr_assert (marmot_monitoring_tool_reader_read_file (reader, missing, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO));
}

Test (monitoring_tool, the_text_of_a_case_study_needs_consent)
{
  static const MarmotConsent refused[] = { MARMOT_CONSENT_UNKNOWN, MARMOT_CONSENT_NOT_GIVEN, MARMOT_CONSENT_WITHDRAWN };
  static const MarmotConsent taken[] = { MARMOT_CONSENT_GIVEN, MARMOT_CONSENT_NOT_NEEDED };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (MarmotCaseStudy) study = g_object_new (MARMOT_TYPE_CASE_STUDY, "consent", refused[i], NULL);
      g_autoptr (GError) error = NULL;

      cr_expect (marmot_case_study_with_text (study, "Secret", &error) == NULL);
      cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
      cr_expect (strstr (error->message, "Secret") == NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autoptr (MarmotCaseStudy) study = g_object_new (MARMOT_TYPE_CASE_STUDY, "id", "a", "consent", taken[i], NULL);
      g_autoptr (MarmotCaseStudy) told = marmot_case_study_with_text (study, "Told", NULL);

      cr_assert (told != NULL);
      cr_expect (eq (str, (char *) marmot_case_study_get_text (told), "Told"));
      cr_expect (eq (str, (char *) marmot_case_study_get_id (told), "a"));
      cr_expect (marmot_case_study_get_text (study) == NULL);
    }
}

Test (monitoring_tool, consent_is_reviewed_on_its_day)
{
  g_autoptr (MarmotPeriod) review = marmot_period_parse ("2025-01-31", MARMOT_YEAR_FINANCIAL, NULL);
  g_autoptr (MarmotCaseStudy) study =
    g_object_new (MARMOT_TYPE_CASE_STUDY, "consent", MARMOT_CONSENT_GIVEN, "review-date", review, NULL);
  GDate day;

  g_date_set_dmy (&day, 30, G_DATE_JANUARY, 2025);
  cr_assert (marmot_case_study_may_be_told (study, &day));
  g_date_set_dmy (&day, 31, G_DATE_JANUARY, 2025);
  cr_assert (not (marmot_case_study_may_be_told (study, &day)));
  cr_assert (marmot_case_study_may_be_told (study, NULL));
}

Test (monitoring_tool, a_principle_keeps_its_own_lists)
{
  g_autoptr (GListStore) items = g_list_store_new (MARMOT_TYPE_PRINCIPLE_ITEM);
  const char *const ids[] = { "PI1", NULL };
  g_autoptr (MarmotPrincipleItem) measure = g_object_new (MARMOT_TYPE_PRINCIPLE_ITEM, "kind",
                                                          MARMOT_PRINCIPLE_ITEM_KIND_MEASURE, "id", "m", "name", "M",
                                                          "indicators", ids, NULL);
  g_autoptr (MarmotPrinciple) principle = NULL;

  g_list_store_append (items, measure);
  principle = g_object_new (MARMOT_TYPE_PRINCIPLE, "id", "p", "number", 1, "items", items, NULL);
  g_list_store_remove_all (items);
  cr_assert (eq (u32, count (marmot_principle_list (principle, MARMOT_PRINCIPLE_ITEM_KIND_MEASURE)), 1));
  cr_assert (eq (u32, count (marmot_principle_list (principle, MARMOT_PRINCIPLE_ITEM_KIND_PARTNER)), 0));
  cr_assert (eq (u32, count (marmot_principle_get_case_studies (principle)), 0));
  cr_assert (eq (str, (char *) marmot_principle_item_get_indicators (measure)[0], "PI1"));
}

static const char older[] =
  TOOL ("1",
        PRINCIPLE ("a", "1", ", \"partners\": [" ITEM ("police", "Police") "," ITEM ("fire", "Fire") "],"
                             "\"measures\": [" ITEM ("m1", "One") "," ITEM ("m2", "Two") "]") ","
        PRINCIPLE ("b", "2", ", \"partners\": [" ITEM ("police", "Police") "],"
                             "\"case_studies\": [{\"id\": \"c\", \"title\": \"C\", \"organisation\": \"O\", "
                             "\"consent\": \"given\", \"text\": \"Before\"}]"));

static const char newer[] =
  TOOL ("2",
        PRINCIPLE ("b", "2", ", \"partners\": [" ITEM ("police", "Police") "],"
                             "\"measures\": [" ITEM ("m2", "Two") "," ITEM ("m1", "First") "],"
                             "\"case_studies\": [{\"id\": \"c\", \"title\": \"C\", \"organisation\": \"O\", "
                             "\"consent\": \"given\", \"text\": \"After\"}]") ","
        PRINCIPLE ("a", "1", ", \"partners\": [" ITEM ("fire", "Fire and rescue") "," ITEM ("mind", "Mind") "]"));

Test (monitoring_tool, a_diff_tells_what_was_added_removed_moved_and_changed)
{
  g_autoptr (MarmotMonitoringTool) before = must_read (older);
  g_autoptr (MarmotMonitoringTool) after = must_read (newer);
  g_autoptr (MarmotTable) table = marmot_monitoring_tool_diff (before, after);
  g_autofree char *text = marmot_monitoring_tool_diff_to_text (before, after);
  const char *expected =
    "From 1 to 2\n"
    "\n"
    "Added: 1\n"
    "  principles/a/partners/mind: Mind\n"
    "\n"
    "Removed: 1\n"
    "  principles/a/partners/police: Police\n"
    "\n"
    "Moved: 2\n"
    "  principles/a/measures/m1 to principles/b/measures/m1: First\n"
    "  principles/a/measures/m2 to principles/b/measures/m2: Two\n"
    "\n"
    "Changed: 4\n"
    "  principles/a/partners/fire: name was \"Fire\", is \"Fire and rescue\"\n"
    "  principles/b/case_studies/c: the text is another, or is there on one side only; it is not shown\n"
    "  principles/b/measures/m1: name was \"One\", is \"First\"\n"
    "  tool: version was \"1\", is \"2\"\n";

  cr_assert (eq (sz, marmot_table_get_n_rows (table), 8));
  expect_row (table, 0, "moved", "principles/a/measures/m1", "principles/b/measures/m1", "-", "One", "First");
  expect_row (table, 1, "moved", "principles/a/measures/m2", "principles/b/measures/m2", "-", "Two", "Two");
  expect_row (table, 2, "changed", "principles/a/partners/fire", "-", "name", "Fire", "Fire and rescue");
  expect_row (table, 3, "added", "principles/a/partners/mind", "-", "-", "-", "Mind");
  expect_row (table, 4, "removed", "principles/a/partners/police", "-", "-", "Police", "-");
  expect_row (table, 5, "changed", "principles/b/case_studies/c", "-", "text", "-", "-");
  expect_row (table, 6, "changed", "principles/b/measures/m1", "-", "name", "One", "First");
  expect_row (table, 7, "changed", "tool", "-", "version", "1", "2");
  cr_assert (eq (str, text, (char *) expected));
}

Test (monitoring_tool, order_is_of_no_account_to_a_diff)
{
  g_autoptr (MarmotMonitoringTool) before = must_read (
    TOOL ("1", PRINCIPLE ("a", "1", ", \"measures\": [" ITEM ("m1", "One") "," ITEM ("m2", "Two")
                                    ", {\"id\": \"m3\", \"name\": \"Three\", \"indicators\": [\"x\", \"y\"]}]") ","
               PRINCIPLE ("b", "2", "")));
  g_autoptr (MarmotMonitoringTool) after = must_read (
    TOOL ("1", PRINCIPLE ("b", "2", "") ","
               PRINCIPLE ("a", "1", ", \"measures\": [{\"id\": \"m3\", \"name\": \"Three\", \"indicators\": [\"y\", \"x\"]}, "
                                    ITEM ("m2", "Two") "," ITEM ("m1", "One") "]")));
  g_autoptr (MarmotTable) table = marmot_monitoring_tool_diff (before, after);
  g_autofree char *text = marmot_monitoring_tool_diff_to_text (before, after);

  cr_assert (eq (sz, marmot_table_get_n_rows (table), 0));
  cr_assert (eq (str, text, "From 1 to 1\n\nNothing changed.\n"));
}

/* What leaves two principles for two others cannot be told which went where. */
Test (monitoring_tool, what_may_have_moved_either_way_was_added_and_removed)
{
  g_autoptr (MarmotMonitoringTool) before = must_read (
    TOOL ("1", PRINCIPLE ("a", "1", ", \"partners\": [" ITEM ("x", "X") "]") ","
               PRINCIPLE ("b", "2", ", \"partners\": [" ITEM ("x", "X") "]") "," PRINCIPLE ("c", "3", "")));
  g_autoptr (MarmotMonitoringTool) after = must_read (
    TOOL ("1", PRINCIPLE ("a", "1", "") "," PRINCIPLE ("b", "2", "") ","
               PRINCIPLE ("c", "3", ", \"partners\": [" ITEM ("x", "X") "]")));
  g_autoptr (MarmotTable) table = marmot_monitoring_tool_diff (before, after);

  cr_assert (eq (sz, marmot_table_get_n_rows (table), 3));
  expect_row (table, 0, "removed", "principles/a/partners/x", "-", "-", "X", "-");
  expect_row (table, 1, "removed", "principles/b/partners/x", "-", "-", "X", "-");
  expect_row (table, 2, "added", "principles/c/partners/x", "-", "-", "-", "X");
}
