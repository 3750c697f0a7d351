/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Evidence that points at figures, comparisons (H09), and what became of both.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <string.h>

static MarmotAssessment *
parse (const char *evidence)
{
  g_autofree char *text = g_strdup_printf (
      "{\"format\": \"marmot-assessment\", \"id\": \"a\", \"template\": \"equality-impact\","
      " \"responses\": [{\"question\": \"q1\", \"state\": \"answered\", \"text\": \"t\", \"evidence\": [\"k\"]}],"
      " \"groups\": [{\"dimension\": \"sex\", \"state\": \"answered\", \"text\": \"t\", \"evidence\": [\"k\", \"other\"]}],"
      " \"evidence\": [%s]}",
      evidence);
  g_autoptr (GBytes) json = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  MarmotAssessment *assessment = marmot_assessment_new_from_json (json, &error);

  cr_assert (assessment != NULL, "%s", error ? error->message : "");
  return assessment;
}

/* Figures as a file of CSV: names of columns in the first line. */
static MarmotObservationSet *
figures (const char *csv)
{
  g_autofree char *text = g_strconcat (csv, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) table = marmot_csv_reader_read_bytes (reader, bytes, NULL, &error);
  MarmotObservationSet *set;

  cr_assert (table != NULL, "%s", error ? error->message : "");
  set = marmot_observation_set_new (table, &error);
  cr_assert (set != NULL, "%s", error ? error->message : "");
  return set;
}

static MarmotAssessmentRefresh *
refresh (MarmotAssessment *assessment,
         const char *csv)
{
  g_autoptr (MarmotObservationSet) set = figures (csv);
  g_autoptr (GDate) day = g_date_new_dmy (1, G_DATE_JUNE, 2025);

  return marmot_assessment_refresh (assessment, &set, 1, day);
}

/* "own-period: unchanged; latest-period: within" */
static char *
tell (MarmotAssessmentRefresh *of)
{
  MarmotTable *table = marmot_assessment_refresh_get_table (of);
  g_autoptr (MarmotColumn) about = marmot_table_get_column_by_name (table, "about");
  g_autoptr (MarmotColumn) move = marmot_table_get_column_by_name (table, "move");
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < marmot_table_get_n_rows (table); i++)
    {
      g_autofree char *what = marmot_column_get_text (about, i);
      g_autofree char *how = marmot_column_get_text (move, i);

      g_string_append_printf (text, "%s%s: %s", i ? "; " : "", what, how);
    }
  return g_string_free (text, FALSE);
}

static double
cell (MarmotAssessmentRefresh *of,
      const char *name,
      gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (marmot_assessment_refresh_get_table (of), name);

  return marmot_column_get_double (column, row);
}

#define POINTER "\"key\": \"k\", \"kind\": \"indicator\", \"indicator\": \"90631\", \"area\": \"E08000026\", \"period\": \"2021/22\""
#define HEAD "indicator_id,area_code,sex,time_period,value,lower_95,upper_95,count,denominator\n"

Test (refresh, moves)
{
  static const struct
  {
    const char *what;
    const char *evidence;
    const char *figures;
    const char *expected;
  } cases[] = {
    { "nothing there", "{" POINTER ", \"value\": \"50%\"}", HEAD "90631,E99999999,Persons,2021/22,50,43,57,100,200\n",
      "own-period: not-found" },
    { "as it was", "{" POINTER ", \"value\": \"50%\"}", HEAD "90631,E08000026,Persons,2021/22,50.4,43,57,,\n",
      "own-period: unchanged" },
    { "another indicator and a later year beyond the day", "{" POINTER ", \"value\": \"50%\"}",
      HEAD "90632,E08000026,Persons,2022/23,80,43,57,,\n90631,E08000026,Persons,2021/22,50,43,57,,\n"
           "90631,E08000026,Persons,2025/26,90,85,95,,\n",
      "own-period: unchanged" },
    { "revised within its limits", "{" POINTER ", \"value\": \"50%\", \"lower\": \"43.1%\", \"upper\": \"56.9%\"}",
      HEAD "90631,E08000026,Persons,2021/22,52.4,45,59,,\n", "own-period: within" },
    { "revised beyond its limits", "{" POINTER ", \"value\": \"50%\", \"lower\": \"49%\", \"upper\": \"51%\"}",
      HEAD "90631,E08000026,Persons,2021/22,52.4,45,59,,\n", "own-period: beyond" },
    { "revised, and limits only of the new one", "{" POINTER ", \"value\": \"50%\"}",
      HEAD "90631,E08000026,Persons,2021/22,52.4,51,54,,\n", "own-period: beyond" },
    { "revised, and no limits", "{" POINTER ", \"value\": \"50%\"}", HEAD "90631,E08000026,Persons,2021/22,52.4,,,,\n",
      "own-period: not-comparable" },
    /* 57 is outside of 43.1 to 56.9, and within chance: the difference is 7.0 (-2.8 to 16.6). */
    { "outside of the old interval, by chance", "{" POINTER ", \"value\": \"50%\"}",
      HEAD "90631,E08000026,Persons,2021/22,50,,,100,200\n90631,E08000026,Persons,2022/23,57,,,114,200\n",
      "own-period: unchanged; latest-period: within" },
    /* The intervals overlap, and chance does not explain it: 10.5 (0.8 to 20.0). */
    { "overlapping, not by chance", "{" POINTER ", \"value\": \"50%\"}",
      HEAD "90631,E08000026,Persons,2021/22,50,,,100,200\n90631,E08000026,Persons,2022/23,60.5,,,121,200\n",
      "own-period: unchanged; latest-period: beyond" },
    { "the counts are the evidence's own",
      "{" POINTER ", \"value\": \"50%\", \"numerator\": \"100\", \"denominator\": \"200\"}",
      HEAD "90631,E08000026,Persons,2022/23,60.5,,,121,200\n", "own-period: not-found; latest-period: beyond" },
    { "the latest of several", "{" POINTER ", \"value\": \"50%\"}",
      HEAD "90631,E08000026,Persons,2021/22,50,43,57,,\n90631,E08000026,Persons,2023/24,51,44,58,,\n"
           "90631,E08000026,Persons,2022/23,90,85,95,,\n",
      "own-period: unchanged; latest-period: within" },
    { "which of the sexes", "{" POINTER ", \"value\": \"50%\"}",
      HEAD "90631,E08000026,Male,2021/22,40,33,47,,\n90631,E08000026,Female,2021/22,50,43,57,,\n",
      "own-period: not-comparable" },
    { "this one", "{" POINTER ", \"value\": \"50%\", \"sex\": \"Female\"}",
      HEAD "90631,E08000026,Male,2021/22,40,33,47,,\n90631,E08000026,Female,2021/22,50,43,57,,\n",
      "own-period: unchanged" },
    { "no number", "{" POINTER ", \"value\": \"50%\"}", HEAD "90631,E08000026,Persons,2021/22,,,,,\n",
      "own-period: not-comparable" },
    { "of another kind of period", "{" POINTER ", \"value\": \"50%\"}",
      HEAD "90631,E08000026,Persons,2021/22,50,43,57,,\n90631,E08000026,Persons,2023/24 Q2,80,75,85,,\n",
      "own-period: unchanged" },
    { "a crude rate from nothing to something",
      "{" POINTER ", \"value\": \"0.0\", \"value_type\": \"crude-rate\"}",
      HEAD "90631,E08000026,Persons,2021/22,0,,,0,10000\n90631,E08000026,Persons,2022/23,90,,,9,10000\n",
      "own-period: unchanged; latest-period: beyond" },
    { "counts that do not make up the figure",
      "{" POINTER ", \"value\": \"71.2\", \"value_type\": \"crude-rate\"}",
      HEAD "90631,E08000026,Persons,2021/22,71.2,,,10,100\n90631,E08000026,Persons,2022/23,80.1,,,10,100\n",
      "own-period: unchanged; latest-period: not-comparable" },
    { "points at nothing", "{\"key\": \"k\", \"indicator\": \"90631\", \"value\": \"50%\"}",
      HEAD "90631,E08000026,Persons,2021/22,50,43,57,,\n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotAssessment) assessment = parse (cases[i].evidence);
      g_autoptr (MarmotAssessmentRefresh) of = refresh (assessment, cases[i].figures);
      g_autofree char *told = tell (of);

      cr_expect_str_eq (told, cases[i].expected, "%s: %s", cases[i].what, told);
    }
}

Test (refresh, pooled_years_share_days)
{
  g_autoptr (MarmotAssessment) assessment
      = parse ("{\"key\": \"k\", \"indicator\": \"90366\", \"area\": \"E08000026\", \"period\": \"2018 - 20\", \"value\": \"78.0\"}");
  g_autoptr (MarmotAssessmentRefresh) of
      = refresh (assessment, HEAD "90366,E08000026,Male,2018 - 20,78.0,77.6,78.4,,\n90366,E08000026,Male,2019 - 21,76,75.6,76.4,,\n");
  g_autofree char *told = tell (of);
  g_autoptr (MarmotAssessmentRefresh) apart
      = refresh (assessment, HEAD "90366,E08000026,Male,2018 - 20,78.0,77.6,78.4,,\n90366,E08000026,Male,2021 - 23,76,75.6,76.4,,\n");
  g_autofree char *then = tell (apart);

  cr_assert_str_eq (told, "own-period: unchanged; latest-period: not-comparable", "%s", told);
  cr_assert_str_eq (then, "own-period: unchanged; latest-period: beyond", "%s", then);
}

Test (refresh, numbers_and_findings)
{
  g_autoptr (MarmotAssessment) assessment = parse ("{" POINTER ", \"value\": \"50%\"}");
  g_autoptr (MarmotAssessmentRefresh) of
      = refresh (assessment, HEAD "90631,E08000026,Persons,2021/22,50,,,100,200\n90631,E08000026,Persons,2022/23,60.5,,,121,200\n");
  g_autoptr (MarmotContrast) newcombe = marmot_proportion_difference (121, 200, 100, 200, NULL, NULL);
  g_autoptr (GPtrArray) findings = marmot_assessment_refresh_list_findings (of);
  g_autoptr (MarmotColumn) answers = marmot_table_get_column_by_name (marmot_assessment_refresh_get_table (of), "answers");
  g_autofree char *first = marmot_column_get_text (answers, 0);

  cr_assert_float_eq (cell (of, "change_lower", 1), 100 * marmot_contrast_get_lower (newcombe), 1e-9);
  cr_assert_float_eq (cell (of, "change_upper", 1), 100 * marmot_contrast_get_upper (newcombe), 1e-9);
  cr_assert (marmot_assessment_refresh_count (of, MARMOT_EVIDENCE_MOVE_BEYOND) == 1);
  cr_assert (marmot_assessment_refresh_count (of, MARMOT_EVIDENCE_MOVE_UNCHANGED) == 1);
  cr_assert_str_eq (first, "responses/q1, groups/sex");
  cr_assert (findings->len == 2);
  cr_assert_str_eq (marmot_finding_get_rule (findings->pdata[0]), "evidence/moved");
  cr_assert_str_eq (marmot_finding_get_path (findings->pdata[0]), "responses/q1");
  cr_assert_str_eq (marmot_finding_get_path (findings->pdata[1]), "groups/sex");
  cr_assert (marmot_finding_get_severity (findings->pdata[0]) == MARMOT_SEVERITY_WARNING);
  cr_assert (strstr (marmot_finding_get_message (findings->pdata[0]), "was 50% (2021/22) and is 60.5% (2022/23)") != NULL, "%s",
             marmot_finding_get_message (findings->pdata[0]));
}

Test (refresh, the_last_set_counts)
{
  g_autoptr (MarmotAssessment) assessment = parse ("{" POINTER ", \"value\": \"50%\"}");
  g_autoptr (MarmotObservationSet) old = figures (HEAD "90631,E08000026,Persons,2021/22,50,43,57,,\n");
  g_autoptr (MarmotObservationSet) revised = figures (HEAD "90631,E08000026,Persons,2021/22,58,51,65,,\n");
  MarmotObservationSet *sets[] = { old, revised };
  g_autoptr (GDate) day = g_date_new_dmy (1, G_DATE_JUNE, 2025);
  g_autoptr (MarmotAssessmentRefresh) of = marmot_assessment_refresh (assessment, sets, 2, day);
  g_autoptr (MarmotAssessmentRefresh) none = marmot_assessment_refresh (assessment, NULL, 0, day);
  g_autofree char *told = tell (of);

  cr_assert_str_eq (told, "own-period: beyond");
  cr_assert (marmot_assessment_refresh_count (none, MARMOT_EVIDENCE_MOVE_NOT_FOUND) == 1);
}

Test (refresh, writing_keeps_what_was)
{
  g_autoptr (MarmotAssessment) assessment
      = parse ("{" POINTER ", \"value\": \"50%\", \"lower\": \"43.1%\", \"upper\": \"56.9%\"}");
  g_autoptr (MarmotAssessment) before = marmot_assessment_copy (assessment);
  const char *csv = HEAD "90631,E08000026,Persons,2021/22,50,43.1,56.9,100,200\n"
                         "90631,E08000026,Persons,2022/23,60.512,53.64,67.01,121,200\n";
  g_autoptr (MarmotAssessmentRefresh) of = refresh (assessment, csv);
  g_autoptr (MarmotEvidence) evidence = g_list_model_get_item (G_LIST_MODEL (marmot_assessment_get_evidence (assessment)), 0);
  g_autofree char *value = NULL, *period = NULL, *lower = NULL, *text = NULL;
  const char *const *earlier;
  g_autoptr (GBytes) json = NULL;
  g_autoptr (MarmotAssessment) again = NULL;
  g_autoptr (MarmotAssessmentRefresh) then = NULL;
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_assessment_equal (assessment, before));
  cr_assert (marmot_assessment_refresh_apply (of) == 1);
  value = marmot_value_to_string (marmot_evidence_get_value (evidence));
  lower = marmot_value_to_string (marmot_evidence_get_lower (evidence));
  period = marmot_period_to_string (marmot_evidence_get_period (evidence));
  earlier = marmot_evidence_get_earlier (evidence);
  cr_assert_str_eq (value, "61%");
  cr_assert_str_eq (lower, "53.6%");
  cr_assert_str_eq (period, "2022/23");
  cr_assert (earlier && earlier[0] && !earlier[1]);
  cr_assert_str_eq (earlier[0], "50% (43.1% to 56.9%), 2021/22");

  /* What was written can be saved, and there is nothing left to write. */
  text = marmot_assessment_to_json (assessment, &error);
  cr_assert (text != NULL, "%s", error ? error->message : "");
  json = g_bytes_new (text, strlen (text));
  again = marmot_assessment_new_from_json (json, &error);
  cr_assert (again && marmot_assessment_equal (again, assessment));
  then = refresh (assessment, csv);
  cr_assert (marmot_assessment_refresh_apply (then) == 0);
}

/* --- comparisons ------------------------------------------------------------------------------ */

static gboolean
has_h09 (const char *evidence)
{
  g_autoptr (MarmotAssessment) assessment = parse (evidence);
  g_autoptr (MarmotAssessmentTemplate) form = marmot_assessment_template_new_builtin ("equality-impact", NULL);
  g_autoptr (GDate) day = g_date_new_dmy (1, G_DATE_JUNE, 2025);
  g_autoptr (GPtrArray) findings = marmot_assessment_validate (assessment, form, day);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += g_str_equal (marmot_finding_get_rule (findings->pdata[i]), "H09");
  cr_assert (n <= 1);
  return n == 1;
}

Test (comparison, both_denominators)
{
#define OTHER ", {\"key\": \"o\", \"value\": \"19%\", \"denominator\": \"900\"}"
  /* No comparison. */
  cr_assert (!has_h09 ("{\"key\": \"k\", \"value\": \"67%\"}"));
  /* Neither side; the one; the other; both. */
  cr_assert (has_h09 ("{\"key\": \"k\", \"value\": \"67%\", \"comparator\": \"o\"}, {\"key\": \"o\", \"value\": \"19%\"}"));
  cr_assert (has_h09 ("{\"key\": \"k\", \"value\": \"67%\", \"comparator\": \"o\"}" OTHER));
  cr_assert (has_h09 ("{\"key\": \"k\", \"value\": \"67%\", \"denominator\": \"90\", \"comparator_value\": \"19%\"}"));
  cr_assert (has_h09 ("{\"key\": \"k\", \"value\": \"67%\", \"denominator\": \"90\", \"comparator_text\": \"schools\"}"));
  cr_assert (!has_h09 ("{\"key\": \"k\", \"value\": \"67%\", \"denominator\": \"90\", \"comparator\": \"o\"}" OTHER));
  cr_assert (!has_h09 ("{\"key\": \"k\", \"value\": \"67%\", \"denominator\": \"90\", \"comparator_value\": \"19%\","
                       " \"comparator_denominator\": \"900\"}"));
  /* Limits do as well: a standardised rate has no denominator that says anything. */
  cr_assert (!has_h09 ("{\"key\": \"k\", \"value\": \"67\", \"lower\": \"60\", \"upper\": \"74\", \"comparator\": \"o\"}" OTHER));
  /* Compared with nothing, and a denominator that is suppressed. */
  cr_assert (has_h09 ("{\"key\": \"k\", \"value\": \"67%\", \"denominator\": \"90\", \"comparator\": \"nowhere\"}"));
  cr_assert (has_h09 ("{\"key\": \"k\", \"value\": \"67%\", \"denominator\": \"c\", \"comparator\": \"o\"}" OTHER));
}

Test (comparison, fields_go_round)
{
  g_autoptr (MarmotEvidence) evidence = marmot_evidence_new ();
  g_autoptr (MarmotValue) percent = marmot_value_parse ("99.8%", MARMOT_VALUE_PARSE_DEFAULT, NULL);
  g_autoptr (MarmotEvidence) copy = NULL;
  const char *earlier[] = { "65%, 2022/23", NULL };

  marmot_evidence_set_sex (evidence, "Persons");
  marmot_evidence_set_age (evidence, "65+ yrs");
  marmot_evidence_set_category_type (evidence, "Ethnic groups");
  marmot_evidence_set_category (evidence, "Mixed");
  marmot_evidence_set_value_type (evidence, MARMOT_VALUE_TYPE_CRUDE_RATE);
  marmot_evidence_set_numerator (evidence, percent);
  marmot_evidence_set_denominator (evidence, percent);
  marmot_evidence_set_lower (evidence, percent);
  marmot_evidence_set_upper (evidence, percent);
  marmot_evidence_set_confidence (evidence, percent);
  marmot_evidence_set_comparator (evidence, "other");
  marmot_evidence_set_comparator_text (evidence, "schools");
  marmot_evidence_set_comparator_value (evidence, percent);
  marmot_evidence_set_comparator_denominator (evidence, percent);
  marmot_evidence_set_earlier (evidence, earlier);
  copy = marmot_evidence_copy (evidence);
  cr_assert (marmot_evidence_equal (evidence, copy));
  cr_assert_str_eq (marmot_evidence_get_age (copy), "65+ yrs");
  cr_assert (marmot_evidence_get_value_type (copy) == MARMOT_VALUE_TYPE_CRUDE_RATE);
  marmot_evidence_set_comparator_denominator (copy, NULL);
  cr_assert (!marmot_evidence_equal (evidence, copy));
}
