/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

/* All made up. */
#define RECORD(rest) "{\"IndicatorId\": 5, \"AreaCode\": \"E08000026\", \"Year\": 2016, \"YearTypeId\": 1, " rest "}"
#define SERIES(year, rest) \
  "{\"IndicatorId\": 5, \"AreaCode\": \"E1\", \"Year\": " year ", \"YearRange\": 1, \"YearTypeId\": 1, " rest "}"

static MarmotObservationSet *
read_text (MarmotFingertipsReader *reader,
           const char *text,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return marmot_fingertips_reader_read_bytes (reader, bytes, "f.json", error);
}

static char *
list_findings (MarmotFingertipsReader *reader)
{
  g_autoptr (GPtrArray) findings = marmot_fingertips_reader_get_findings (reader);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (out, "%s%s:%s", i ? " " : "", marmot_finding_get_rule (findings->pdata[i]),
                            marmot_finding_get_path (findings->pdata[i]));
  return g_string_free (out, FALSE);
}

/* Cells of a row in a line, "-" for nulls. */
static char *
show (MarmotObservationSet *set,
      const char *const *names,
      gsize row)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; names[i]; i++)
    {
      g_autoptr (MarmotColumn) column
          = marmot_table_get_column_by_name (marmot_observation_set_get_table (set), names[i]);
      g_autofree char *text = NULL;

      cr_assert (column != NULL, "%s", names[i]);
      if (marmot_column_is_null (column, row))
        text = g_strdup ("-");
      else if (marmot_column_get_column_type (column) == MARMOT_COLUMN_DOUBLE)
        text = g_strdup_printf ("%.9g", marmot_column_get_double (column, row));
      else if (marmot_column_get_column_type (column) == MARMOT_COLUMN_INTEGER)
        text = g_strdup_printf ("%" G_GINT64_FORMAT, marmot_column_get_integer (column, row));
      else
        text = marmot_column_get_text (column, row);
      g_string_append_printf (out, "%s%s", i ? "|" : "", text);
    }
  return g_string_free (out, FALSE);
}

static const char *const numbers[] = { "value",      "count",    "denominator", "denominator_2", "lower_95",
                                       "upper_95",   "lower_99_8", "upper_99_8", NULL };

Test (fingertips_json, missing_and_genuine_minus_one)
{
  static const struct
  {
    const char *rest;
    const char *shown;
  } cases[] = {
    { "\"Val\": 5.5, \"Count\": 11, \"Denom\": 200, \"Denom2\": 7, \"LoCI\": 4.5, \"UpCI\": 6.25, \"LoCI99_8\": 4, "
      "\"UpCI99_8\": 7",
      "5.5|11|200|7|4.5|6.25|4|7" },
    { "\"Val\": -1, \"Count\": -1.0, \"Denom\": -1, \"Denom2\": -1, \"LoCI\": null, \"UpCI\": null, \"LoCI99_8\": null",
      "-|-|-|-|-|-|-|-" },
    { "\"Val\": null, \"Count\": null, \"Denom\": null", "-|-|-|-|-|-|-|-" },
    { "\"ValF\": \"-\"", "-|-|-|-|-|-|-|-" },
    /* A genuine -1, and limits, which are true nulls, of -1. */
    { "\"Val\": -1.000001, \"Count\": -1.000001, \"LoCI\": -1.5, \"UpCI\": -1", "-1|-1|-|-|-1.5|-1|-|-" },
    { "\"Val\": -1.00001, \"Count\": 0, \"Denom\": 0", "-1.00001|0|0|-|-|-|-|-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotFingertipsReader) reader = marmot_fingertips_reader_new ();
      g_autofree char *text = g_strdup_printf ("[" RECORD ("%s") "]", cases[i].rest);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotObservationSet) set = read_text (reader, text, &error);
      g_autofree char *shown = NULL;

      cr_assert (set != NULL, "case %u: %s", i, error ? error->message : "");
      cr_assert (eq (u64, marmot_fingertips_reader_get_n_findings (reader), 0), "case %u", i);
      shown = show (set, numbers, 0);
      cr_assert (eq (str, shown, (char *) cases[i].shown), "case %u", i);
    }
}

Test (fingertips_json, fields_of_time)
{
  static const char *const names[] = { "time_period", "sortable", "period_range", "year_type", NULL };
  static const struct
  {
    const char *rest;
    const char *shown;
  } cases[] = {
    { "\"YearTypeId\": 1, \"Year\": 2006, \"YearRange\": 1, \"Quarter\": -1, \"Month\": -1", "2006|20060000|1y|calendar" },
    { "\"YearTypeId\": 1, \"Year\": 2006, \"YearRange\": 3", "2006 - 08|20060000|3y|calendar" },
    { "\"YearTypeId\": 2, \"Year\": 2006, \"YearRange\": 1", "2006/07|20060000|1y|financial" },
    { "\"YearTypeId\": 2, \"Year\": 2006, \"YearRange\": 1, \"Quarter\": 1", "2006/07 Q1|20060100|3m|financial" },
    { "\"YearTypeId\": 1, \"Year\": 2009, \"YearRange\": 1, \"Quarter\": -1, \"Month\": 1", "Jan 2009|20090001|1m|calendar" },
    { "\"YearType\": {\"Id\": 3, \"Name\": \"Academic\"}, \"Year\": 2006, \"YearRange\": 1", "2006/07|20060000|1y|academic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotFingertipsReader) reader = marmot_fingertips_reader_new ();
      g_autofree char *text
          = g_strdup_printf ("[{\"IndicatorId\": 5, \"AreaCode\": \"E1\", %s, \"Val\": 1}]", cases[i].rest);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotObservationSet) set = read_text (reader, text, &error);
      g_autofree char *shown = NULL;

      cr_assert (set != NULL, "case %u: %s", i, error ? error->message : "");
      shown = show (set, names, 0);
      cr_assert (eq (str, shown, (char *) cases[i].shown), "case %u", i);
    }
}

/* Groups, whose records share what the group says; codes get their labels there. */
Test (fingertips_json, groups)
{
  static const char *const names[] = { "indicator_id",     "indicator_name",  "area_code",     "area_type",
                                       "sex",              "age",             "category_type", "category",
                                       "time_period",      "note",            "compared_england", "compared_parent",
                                       "compared_goal",    NULL };
  static const char *const expected[] = {
    "93356|A name|E08000026|AreaTypeId 502|Persons|19+ yrs|-|-|2016/17|-|Worse|Better|Amber",
    "93356|A name|E08000026|AreaTypeId 502|Female|AgeId 205|CategoryTypeId 6|CategoryId 2|2016/17|"
    "Aggregated from all known lower geography values|Not compared|-|-",
  };
  static const char *const text
      = "[{\"IID\": 93356, \"AreaTypeId\": 502, \"Sex\": {\"Id\": 4, \"Name\": \"Persons\"},"
        " \"Age\": {\"Id\": 164, \"Name\": \"19+ yrs\"}, \"ComparatorMethodId\": 1, \"PolarityId\": 0, \"YearRange\": 1,"
        " \"Grouping\": [{}], \"Data\": ["
        "{\"AreaCode\": \"E08000026\", \"AgeId\": 164, \"Year\": 2016, \"Val\": 1, \"CategoryTypeId\": -1, \"CategoryId\": -1,"
        " \"NoteId\": 0, \"Sig\": {\"4\": 1, \"1\": 3, \"2\": 2}},"
        "{\"AreaCode\": \"E08000026\", \"AgeId\": 205, \"SexId\": 2, \"Year\": 2016, \"Val\": 2, \"CategoryTypeId\": 6,"
        " \"CategoryId\": 2, \"NoteId\": 500, \"Sig\": {\"4\": 0}}]}]";
  g_autoptr (MarmotFingertipsReader) reader = marmot_fingertips_reader_new ();
  g_autoptr (MarmotIndicator) indicator
      = g_object_new (MARMOT_TYPE_INDICATOR, "fingertips-id", 93356, "name", "A name", "year-type",
                      MARMOT_YEAR_FINANCIAL, NULL);
  g_autoptr (GListStore) list = g_list_store_new (MARMOT_TYPE_INDICATOR);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotObservationSet) set = NULL;
  g_autofree char *found = NULL;

  g_list_store_append (list, indicator);
  marmot_fingertips_reader_set_indicators (reader, G_LIST_MODEL (list));
  cr_assert (marmot_fingertips_reader_get_indicators (reader) == G_LIST_MODEL (list));
  set = read_text (reader, text, &error);
  cr_assert (set != NULL, "%s", error ? error->message : "");
  for (guint row = 0; row < G_N_ELEMENTS (expected); row++)
    {
      g_autofree char *shown = show (set, names, row);

      cr_assert (eq (str, shown, (char *) expected[row]));
    }
  found = list_findings (reader);
  cr_assert (eq (str, found,
                 "fingertips/unnamed:$[0].Data[0].AreaTypeId fingertips/unnamed:$[0].Data[1].AgeId "
                 "fingertips/unnamed:$[0].Data[1].CategoryTypeId fingertips/unnamed:$[0].Data[1].CategoryId"));

  {
    g_autoptr (MarmotObservation) item = g_list_model_get_item (G_LIST_MODEL (set), 0);

    cr_assert (eq (int, (int) marmot_period_get_year_type (marmot_observation_get_period (item)), MARMOT_YEAR_FINANCIAL));
  }
}

Test (fingertips_json, faults_are_findings_by_path)
{
  static const struct
  {
    const char *text;
    const char *findings;
    int code;                 /* of the error; -1: it is read */
  } cases[] = {
    { "[]", "", -1 },
    { "{}", "", -1 },
    { RECORD ("\"Val\": 1"), "", -1 },
    { "{\"E08000026\": [" RECORD ("\"Val\": 1") "]}", "", -1 },
    { "[1]", "fingertips/wrong-shape:$[0]", MARMOT_ERROR_INVALID_DATA },
    { "{\"a\": 1}", "fingertips/wrong-kind:$.a", MARMOT_ERROR_INVALID_DATA },
    { "{\"Data\": 1}", "fingertips/wrong-shape:$.Data", MARMOT_ERROR_INVALID_DATA },
    { "[{\"IID\": 1, \"Descriptive\": {}}]", "fingertips/wrong-kind:$", MARMOT_ERROR_INVALID_DATA },
    { "[" RECORD ("\"Val\": \"SECRET\"") "]", "fingertips/not-a-number:$[0].Val", MARMOT_ERROR_INVALID_DATA },
    { "[" RECORD ("\"Val\": 1") ", " RECORD ("\"AgeId\": 1.5, \"SexId\": -2, \"Sex\": 3") "]",
      "fingertips/not-an-integer:$[1].AgeId fingertips/not-an-integer:$[1].SexId fingertips/wrong-shape:$[1].Sex",
      MARMOT_ERROR_INVALID_DATA },
    { "[" RECORD ("\"Age\": {\"Id\": 1, \"Name\": 3}") "]", "fingertips/not-a-text:$[0].Age.Name",
      MARMOT_ERROR_INVALID_DATA },
    { "[{\"IndicatorId\": 5, \"Year\": 2016, \"YearTypeId\": 1}]", "fingertips/no-subject:$[0].AreaCode",
      MARMOT_ERROR_INVALID_DATA },
    { "[{\"AreaCode\": \"E1\", \"Year\": 2016, \"YearTypeId\": 1}]", "fingertips/no-subject:$[0].IndicatorId",
      MARMOT_ERROR_INVALID_DATA },
    { "[{\"IndicatorId\": 5, \"AreaCode\": \"E1\", \"Year\": 2016}]", "fingertips/no-year-type:$[0]",
      MARMOT_ERROR_INVALID_DATA },
    { "[{\"IndicatorId\": 5, \"AreaCode\": \"E1\", \"Year\": 2016, \"YearTypeId\": 12}]",
      "fingertips/unknown-year-type:$[0]", MARMOT_ERROR_INVALID_DATA },
    { "[{\"IndicatorId\": 5, \"AreaCode\": \"E1\", \"Year\": -1, \"YearTypeId\": 1}]", "fingertips/not-a-period:$[0].Year",
      MARMOT_ERROR_INVALID_DATA },
    { "[" RECORD ("\"Sig\": [1]") "]", "fingertips/wrong-shape:$[0].Sig", MARMOT_ERROR_INVALID_DATA },
    { "[" RECORD ("\"Sig\": {\"4\": 9}") "]", "fingertips/not-a-code:$[0].Sig[\"4\"]", MARMOT_ERROR_INVALID_DATA },
    { "[" RECORD ("\"Sig\": {\"4\": 1}") "]", "fingertips/code-without-method:$[0].Sig[\"4\"]", -1 },
    { "[" RECORD ("\"Denom\": -7, \"New\": 1") "]",
      "fingertips/bad-denominator:$[0].Denom fingertips/unknown-key:$[0].New", -1 },
    /* What is doubtful in CSV is so in JSON. */
    { "[" SERIES ("2016", "\"Val\": -1, \"LoCI\": 1, \"UpCI\": 2") "]", "fingertips/interval-without-value:$[0].LoCI", -1 },
    { "[" SERIES ("2016", "\"Val\": 1, \"LoCI99_8\": 1") "]", "fingertips/half-interval:$[0].LoCI99_8", -1 },
    { "[" SERIES ("2016", "\"Val\": 1, \"LoCI\": 2, \"UpCI\": 1") "]", "fingertips/limits-reversed:$[0].LoCI", -1 },
    { "[" SERIES ("2016", "\"Val\": 1") ", " SERIES ("2016", "\"Val\": 2") "]", "fingertips/duplicate-key:$[1]", -1 },
    { "{\"Data\": [" SERIES ("2017", "\"Val\": 1") ", " SERIES ("2016", "\"Val\": 2") "]}",
      "fingertips/out-of-order:$.Data[1].Year", -1 },
    { "[" SERIES ("2016", "\"Val\": 1") ", {\"IndicatorId\": 5, \"AreaCode\": \"E1\", \"Year\": 2017, \"YearRange\": 3, "
      "\"YearTypeId\": 1}]",
      "fingertips/mixed-lengths:$[1].Year", -1 },
    { "[{\"Val\": 1, \"Val\": 2}]", "", MARMOT_ERROR_PARSE },
    { "[" RECORD ("\"Val\": NaN") "]", "", MARMOT_ERROR_PARSE },
    { "[" RECORD ("\"Val\": 1e999") "]", "", MARMOT_ERROR_PARSE },
    { "[" RECORD ("\"Val\": 1"), "", MARMOT_ERROR_PARSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotFingertipsReader) reader = marmot_fingertips_reader_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotObservationSet) set = read_text (reader, cases[i].text, &error);
      g_autofree char *found = list_findings (reader);

      cr_assert (eq (str, found, (char *) cases[i].findings), "case %u", i);
      cr_assert (eq (int, error ? error->code : -1, cases[i].code), "case %u: %s", i, error ? error->message : "");
      cr_assert (eq (int, set == NULL, error != NULL), "case %u", i);
      cr_assert (error == NULL || strstr (error->message, "SECRET") == NULL);
    }
}

Test (fingertips_json, nesting_and_size_are_bounded)
{
  g_autoptr (MarmotFingertipsReader) reader = marmot_fingertips_reader_new ();
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  cr_assert (read_text (reader, deep->str, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
  g_clear_error (&error);

  marmot_fingertips_reader_set_max_bytes (reader, 5);
  cr_assert (read_text (reader, "[" RECORD ("\"Val\": 1") "]", &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
}
