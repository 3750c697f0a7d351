/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

#define COVENTRY TEST_DATA_DIR "/../../examples/data/coventry"

/* Two principles of three; the shared measure stands under both. */
static const char document[] =
  "{\"format\": \"marmot-monitoring-tool\", \"title\": \"T\", \"organisation\": \"O\", \"version\": \"1\", \"principles\": ["
  "{\"id\": \"a\", \"number\": 1, \"name\": \"First\", \"partners\": [{\"id\": \"x\", \"name\": \"X\"}],"
  " \"indicators\": ["
  "  {\"id\": \"jobs\", \"name\": \"Jobs\", \"indicators\": [\"PI1\", \"PI99\"]},"
  "  {\"id\": \"tool\", \"name\": \"Wellbeing tool\", \"indicators\": [\"PI5\"]},"
  "  {\"id\": \"gap\", \"name\": \" gap in MALE life expectancy \"},"
  "  {\"id\": \"none\", \"name\": \"Nobody counts this\"}],"
  " \"measures\": ["
  "  {\"id\": \"m1\", \"name\": \"By the tool\", \"indicators\": [\"jobs\"]},"
  "  {\"id\": \"m2\", \"name\": \"By the data\", \"indicators\": [\"PI12\"]},"
  "  {\"id\": \"m3\", \"name\": \"By nothing\"},"
  "  {\"id\": \"m4\", \"name\": \"By what is not there\", \"indicators\": [\"PI98\"]}]},"
  "{\"id\": \"b\", \"number\": 2, \"name\": \"Second\","
  " \"measures\": [{\"id\": \"m3\", \"name\": \"By nothing\"}],"
  " \"case_studies\": ["
  "  {\"id\": \"c1\", \"title\": \"One\", \"organisation\": \"O\", \"consent\": \"given\", \"review_date\": \"2025-01-31\"},"
  "  {\"id\": \"c2\", \"title\": \"Two\", \"organisation\": \"O\", \"consent\": \"withdrawn\"},"
  "  {\"id\": \"c3\", \"title\": \"Three\", \"organisation\": \"O\", \"consent\": \"not-needed\"}]},"
  "{\"id\": \"c\", \"number\": 3, \"name\": \"Third\"}]}";

static MarmotMonitoringCoverage *
make (void)
{
  g_autoptr (MarmotMonitoringToolReader) reader = marmot_monitoring_tool_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, strlen (document));
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotMonitoringTool) tool = marmot_monitoring_tool_reader_read_bytes (reader, bytes, NULL, &error);

  cr_assert (tool != NULL, "%s", error ? error->message : "");
  return marmot_monitoring_coverage_new (tool);
}

static void
add_coventry (MarmotMonitoringCoverage *coverage)
{
  g_autoptr (MarmotPackReader) reader = marmot_pack_reader_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (COVENTRY);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotPack) pack = marmot_pack_reader_read_folder (reader, folder, NULL, &error);

  cr_assert (pack != NULL, "%s", error ? error->message : "");
  marmot_monitoring_coverage_add_pack (coverage, pack);
}

/* The rows of a table as lines, with the columns named. */
static char *
show (MarmotTable *table,
      const char *const *names)
{
  GString *out = g_string_new (NULL);

  for (gsize row = 0; row < marmot_table_get_n_rows (table); row++)
    for (gsize i = 0; names[i]; i++)
      {
        g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, names[i]);
        g_autofree char *text = NULL;

        cr_assert (column != NULL, "%s", names[i]);
        if (marmot_column_is_null (column, row))
          text = g_strdup ("-");
        else if (marmot_column_get_column_type (column) == MARMOT_COLUMN_INTEGER)
          text = g_strdup_printf ("%d", (int) marmot_column_get_integer (column, row));
        else
          text = marmot_column_get_text (column, row);
        g_string_append_printf (out, "%s%s", text, names[i + 1] ? "|" : "\n");
      }
  return g_string_free (out, FALSE);
}

static void
expect (MarmotTable *owned,
        const char *const *names,
        const char *expected)
{
  g_autoptr (MarmotTable) table = owned;
  g_autofree char *shown = show (table, names);

  cr_expect (strcmp (shown, expected) == 0, "%s is not %s", shown, expected);
}

#define NAMES(...) ((const char *const[]) { __VA_ARGS__, NULL })

Test (coverage, indicators_without_a_figure)
{
  g_autoptr (MarmotMonitoringCoverage) coverage = make ();
  const char *const *names = NAMES ("number", "principle", "indicator", "indicators", "reason");

  expect (marmot_monitoring_coverage_get_unobserved (coverage), names,
          "1|a|jobs|PI1, PI99|not in the data\n"
          "1|a|tool|PI5|not in the data\n"
          "1|a|gap|-|not in the data\n"
          "1|a|none|-|not in the data\n");
  add_coventry (coverage);
  expect (marmot_monitoring_coverage_get_unobserved (coverage), names,
          "1|a|tool|PI5|no number\n"
          "1|a|none|-|not in the data\n");
}

Test (coverage, measures_that_nothing_measures)
{
  g_autoptr (MarmotMonitoringCoverage) coverage = make ();
  const char *const *names = NAMES ("number", "measure", "name", "indicators", "reason");

  add_coventry (coverage);
  expect (marmot_monitoring_coverage_get_unmeasured (coverage), names,
          "1|m3|By nothing|-|names no indicator\n"
          "1|m4|By what is not there|PI98|unknown indicator\n"
          "2|m3|By nothing|-|names no indicator\n");
}

Test (coverage, principles_with_nothing_under_them)
{
  g_autoptr (MarmotMonitoringCoverage) coverage = make ();

  expect (marmot_monitoring_coverage_get_gaps (coverage),
          NAMES ("number", "principle", "name", "n_priorities", "n_indicators", "n_partners", "n_measures", "n_services",
                 "n_programmes", "n_policies", "n_case_studies", "missing"),
          "2|b|Second|0|0|0|1|0|0|0|3|indicators, partners\n"
          "3|c|Third|0|0|0|0|0|0|0|0|indicators, measures, partners\n");
}

Test (coverage, measures_of_more_than_one_principle)
{
  g_autoptr (MarmotMonitoringCoverage) coverage = make ();

  expect (marmot_monitoring_coverage_get_shared_measures (coverage),
          NAMES ("measure", "name", "n_principles", "principles"), "m3|By nothing|2|a, b\n");
}

Test (coverage, figures_that_belong_to_no_principle)
{
  g_autoptr (MarmotMonitoringCoverage) coverage = make ();
  g_autoptr (MarmotTable) unplaced = NULL;
  g_autofree char *shown = NULL;

  add_coventry (coverage);
  unplaced = marmot_monitoring_coverage_get_unplaced (coverage);
  shown = show (unplaced, NAMES ("indicator", "n_figures"));
  /* All of 31 but PI1, PI5 and PI12 by their short names, and the gap by its name. */
  cr_assert (eq (sz, marmot_table_get_n_rows (unplaced), 27));
  cr_assert (g_str_has_prefix (shown, "PI2|"), "%s", shown);
  cr_assert (strstr (shown, "\nINFANT-MORTALITY|8\n") != NULL, "%s", shown);
  cr_assert (strstr (shown, "MALE-LE-GAP") == NULL);
  cr_assert (strstr (shown, "PI12|") == NULL);
}

Test (coverage, case_studies_that_may_not_be_told)
{
  g_autoptr (MarmotMonitoringCoverage) coverage = make ();
  const char *const *names = NAMES ("number", "case_study", "consent", "review_date", "reason");
  GDate day;

  expect (marmot_monitoring_coverage_get_untold (coverage, NULL), names, "2|c2|withdrawn|-|no consent\n");
  g_date_set_dmy (&day, 1, G_DATE_FEBRUARY, 2025);
  expect (marmot_monitoring_coverage_get_untold (coverage, &day), names,
          "2|c1|given|2025-01-31|review is due\n"
          "2|c2|withdrawn|-|no consent\n");
}

static MarmotObservationSet *
read_set (const char *csv)
{
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) table = marmot_csv_reader_read_bytes (reader, bytes, "set.csv", &error);
  MarmotObservationSet *set;

  cr_assert (table != NULL, "%s", error ? error->message : "");
  set = marmot_observation_set_new (table, &error);
  cr_assert (set != NULL, "%s", error ? error->message : "");
  return set;
}

Test (coverage, figures_of_a_set_count_by_code_number_and_name)
{
  g_autoptr (MarmotMonitoringCoverage) coverage = make ();
  g_autoptr (MarmotObservationSet) by_code = read_set ("indicator_code,indicator_name,value\n"
                                                       "PI1,Work,\nPI1,Work,\nPI5,Wellbeing,1.5\nPI12,Shop,2.5\n");
  g_autoptr (MarmotObservationSet) by_id = read_set ("indicator_id,indicator_name,value\n"
                                                     "90366,Gap in male life expectancy,9.4\n93203,NEET,5\n");
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_monitoring_coverage_add_set (coverage, by_code, &error));
  cr_assert (marmot_monitoring_coverage_add_set (coverage, by_id, &error));
  expect (marmot_monitoring_coverage_get_unobserved (coverage), NAMES ("indicator", "reason"),
          "jobs|no number\nnone|not in the data\n");
  expect (marmot_monitoring_coverage_get_unplaced (coverage), NAMES ("indicator", "name", "group", "n_figures"),
          "93203|NEET|-|1\n");
}

Test (coverage, a_set_must_say_what_it_is_about)
{
  g_autoptr (MarmotMonitoringCoverage) coverage = make ();
  g_autoptr (MarmotObservationSet) set = read_set ("area_code,value\nE08000026,1.5\n");
  g_autoptr (GError) error = NULL;

  cr_assert (not (marmot_monitoring_coverage_add_set (coverage, set, &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

Test (coverage, the_page_has_it_all)
{
  g_autoptr (MarmotMonitoringCoverage) coverage = make ();
  g_autofree char *text = marmot_monitoring_coverage_to_text (coverage, NULL);
  const char *expected =
    "T, 1 (O)\n"
    "held against 0 indicators of the data\n"
    "\n"
    "Indicators of the tool without a figure: 4\n"
    "  1 Jobs: not in the data (PI1, PI99)\n"
    "  1 Wellbeing tool: not in the data (PI5)\n"
    "  1  gap in MALE life expectancy : not in the data\n"
    "  1 Nobody counts this: not in the data\n"
    "\n"
    "Progress measures that no indicator measures: 4\n"
    "  1 By the data: unknown indicator (PI12)\n"
    "  1 By nothing: names no indicator\n"
    "  1 By what is not there: unknown indicator (PI98)\n"
    "  2 By nothing: names no indicator\n"
    "\n"
    "Principles with no indicator, measure or partner: 2\n"
    "  2 Second: no indicators, partners\n"
    "  3 Third: no indicators, measures, partners\n"
    "\n"
    "Measures that stand under more than one principle: 1\n"
    "  By nothing: a, b\n"
    "\n"
    "Indicators of the data that belong to no principle: 0\n"
    "  Every one belongs to one.\n"
    "\n"
    "Case studies that may not be told: 1\n"
    "  2 Two (O): no consent, consent withdrawn\n";

  cr_assert (eq (str, text, (char *) expected));
}
