/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

#define HEAD                                                                                                  \
  "Indicator ID,Indicator,Definition,Rationale,Data source,Indicator source,Methodology,"                     \
  "Standard population/values,Confidence interval details,Source of numerator,Definition of numerator,"       \
  "Source of denominator,Definition of denominator,Disclosure control,Caveats,Copyright,Data re-use,Links,"   \
  "Indicator number,Notes,Frequency,Rounding,Indicator Content,Specific rationale,Unit,Value type,Year type," \
  "Polarity,Impact of COVID-19"

/* All made up. Every field holds something of its own. */
#define ROW(id, unit, value_type, year_type, polarity)                                                         \
  id ",\"A name,\r\nof two lines\",\"Those who &lt; 5 &amp; \"\"here\"\"\",why,ds,is,how,esp,ci,sn,dn,sd,dd,"   \
     "dc,cav,copy,re,\"<a href=\"\"x\"\">l</a>\",C09a,no,fr,ro,co,sr," unit "," value_type "," year_type ","    \
  polarity ",cov\r\n"
#define GOOD ROW ("93356", "\"per 100,000\"", "Crude rate", "Financial", "RAG - Low is good")

static GListModel *
read_text (MarmotIndicatorReader *reader,
           const char *text,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return marmot_indicator_reader_read_bytes (reader, bytes, "f", error);
}

/* "rule:line" or "rule:path": what a reader found. */
static char *
list_findings (MarmotIndicatorReader *reader)
{
  g_autoptr (GPtrArray) findings = marmot_indicator_reader_get_findings (reader);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const char *path = marmot_finding_get_path (findings->pdata[i]);
      g_autofree char *row = g_strdup_printf ("%" G_GUINT64_FORMAT, marmot_finding_get_row (findings->pdata[i]));

      g_string_append_printf (out, "%s%s:%s", i ? " " : "", marmot_finding_get_rule (findings->pdata[i]),
                              path ? path : row);
    }
  return g_string_free (out, FALSE);
}

static MarmotIndicator *
get_indicator (GListModel *list,
               guint i)
{
  return g_list_model_get_item (list, i);
}

/* All properties of an indicator as text, but for where it was read. */
static char *
show (MarmotIndicator *indicator)
{
  guint n;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (indicator), &n);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *text = NULL;

      if (g_str_equal (pspecs[i]->name, "source") || g_str_equal (pspecs[i]->name, "line"))
        continue;
      g_object_get_property (G_OBJECT (indicator), pspecs[i]->name, g_value_init (&value, pspecs[i]->value_type));
      text = g_strdup_value_contents (&value);
      g_string_append_printf (out, "%s=%s\n", pspecs[i]->name, text);
    }
  return g_string_free (out, FALSE);
}

static void
check_round_trip (GListModel *list)
{
  g_autoptr (MarmotIndicatorReader) reader = marmot_indicator_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = marmot_fingertips_write_metadata_bytes (list, &error);
  g_autoptr (GListModel) back = NULL;

  cr_assert (bytes != NULL, "%s", error ? error->message : "");
  back = marmot_indicator_reader_read_bytes (reader, bytes, NULL, &error);
  cr_assert (back != NULL, "%s", error ? error->message : "");
  cr_assert (eq (u32, g_list_model_get_n_items (back), g_list_model_get_n_items (list)));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (MarmotIndicator) before = get_indicator (list, i);
      g_autoptr (MarmotIndicator) after = get_indicator (back, i);
      g_autofree char *before_text = show (before);
      g_autofree char *after_text = show (after);

      cr_assert (eq (str, after_text, before_text));
    }
}

Test (indicator_reader, every_field_of_the_form)
{
  static const struct
  {
    const char *property;
    const char *text;
  } expected[] = {
    { "id", "93356" },
    { "name", "A name,\r\nof two lines" },
    { "definition", "Those who &lt; 5 &amp; \"here\"" },
    { "rationale", "why" },
    { "data-source", "ds" },
    { "source-link", "is" },
    { "methodology", "how" },
    { "standard-population", "esp" },
    { "interval-details", "ci" },
    { "numerator-source", "sn" },
    { "numerator-definition", "dn" },
    { "denominator-source", "sd" },
    { "denominator-definition", "dd" },
    { "disclosure-control", "dc" },
    { "caveat", "cav" },
    { "copyright", "copy" },
    { "reuse", "re" },
    { "links", "<a href=\"x\">l</a>" },
    { "number", "C09a" },
    { "notes", "no" },
    { "frequency", "fr" },
    { "rounding", "ro" },
    { "content", "co" },
    { "specific-rationale", "sr" },
    { "unit", "per 100,000" },
    { "value-type-name", "Crude rate" },
    { "year-type-name", "Financial" },
    { "polarity-name", "RAG - Low is good" },
    { "covid-impact", "cov" },
    { "producer", NULL },
  };
  g_autoptr (MarmotIndicatorReader) reader = marmot_indicator_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = read_text (reader, HEAD "\r\n" GOOD, &error);
  g_autoptr (MarmotIndicator) indicator = NULL;
  g_autoptr (GBytes) bytes = NULL;

  cr_assert (list != NULL, "%s", error ? error->message : "");
  cr_assert (eq (u64, marmot_indicator_reader_get_n_findings (reader), 0));
  cr_assert (eq (u32, g_list_model_get_n_items (list), 1));
  cr_assert (g_list_model_get_item_type (list) == MARMOT_TYPE_INDICATOR);
  indicator = get_indicator (list, 0);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = NULL;

      g_object_get (indicator, expected[i].property, &text, NULL);
      cr_assert (g_strcmp0 (text, expected[i].text) == 0, "%s: %s", expected[i].property, text);
    }
  cr_assert (eq (u32, marmot_indicator_get_fingertips_id (indicator), 93356));
  cr_assert (eq (int, (int) marmot_indicator_get_value_type (indicator), MARMOT_VALUE_TYPE_CRUDE_RATE));
  cr_assert (eq (int, (int) marmot_indicator_get_year_type (indicator), MARMOT_YEAR_FINANCIAL));
  cr_assert (eq (int, (int) marmot_indicator_get_polarity (indicator), MARMOT_POLARITY_LOW_IS_GOOD));
  cr_assert (eq (dbl, marmot_indicator_get_unit_value (indicator), 100000));

  /* A file of the form comes back byte for byte. */
  bytes = marmot_fingertips_write_metadata_bytes (list, NULL);
  cr_assert (eq (sz, g_bytes_get_size (bytes), strlen (HEAD "\r\n" GOOD)));
  cr_assert (memcmp (g_bytes_get_data (bytes, NULL), HEAD "\r\n" GOOD, g_bytes_get_size (bytes)) == 0);
  check_round_trip (list);
}

Test (indicator_reader, words_become_types)
{
  static const struct
  {
    const char *value_type;
    const char *year_type;
    const char *polarity;
    const char *unit;
    int types[3];
    double unit_value;
    const char *findings;
  } cases[] = {
    { "Proportion", "Calendar", "Not applicable", "%",
      { MARMOT_VALUE_TYPE_PROPORTION, MARMOT_YEAR_CALENDAR, MARMOT_POLARITY_UNSTATED }, 100, "" },
    { "Slope Index of Inequality", "November-November", "BOB - Blue orange blue", "£",
      { MARMOT_VALUE_TYPE_SLOPE_INDEX, MARMOT_YEAR_NOVEMBER_TO_OCTOBER, MARMOT_POLARITY_NO_JUDGEMENT }, 1, "" },
    { "Indirectly standardised ratio", "Financial year end point", "RAG - High is good", "\"per 1,000/day\"",
      { MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_RATIO, MARMOT_YEAR_FINANCIAL_YEAR_END, MARMOT_POLARITY_HIGH_IS_GOOD },
      2.737850787, "" },
    /* The words of the new site. */
    { "Gap", "Academic", "Low is good", "years", { MARMOT_VALUE_TYPE_GAP, MARMOT_YEAR_ACADEMIC, MARMOT_POLARITY_LOW_IS_GOOD },
      0, "" },
    { "Gap", "Academic", "No judgement", "", { MARMOT_VALUE_TYPE_GAP, MARMOT_YEAR_ACADEMIC, MARMOT_POLARITY_NO_JUDGEMENT },
      0, "" },
    { "", "", "", "", { MARMOT_VALUE_TYPE_OTHER, MARMOT_YEAR_CALENDAR, MARMOT_POLARITY_UNSTATED }, 0,
      "fingertips/no-year-type:2" },
    { "New kind", "Lunar", "Purple", "per moon", { MARMOT_VALUE_TYPE_OTHER, MARMOT_YEAR_CALENDAR, MARMOT_POLARITY_UNSTATED }, 0,
      "fingertips/unknown-value-type:2 fingertips/unknown-year-type:2 fingertips/unknown-polarity:2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotIndicatorReader) reader = marmot_indicator_reader_new ();
      g_autofree char *text = g_strdup_printf ("Indicator ID,Indicator,Definition,Value type,Year type,Polarity,Unit\n"
                                               "7,n,d,%s,%s,%s,%s\n",
                                               cases[i].value_type, cases[i].year_type, cases[i].polarity,
                                               cases[i].unit);
      g_autoptr (GListModel) list = read_text (reader, text, NULL);
      g_autoptr (MarmotIndicator) indicator = NULL;
      g_autofree char *found = list_findings (reader);

      cr_assert (list != NULL, "case %u", i);
      cr_assert (eq (str, found, (char *) cases[i].findings), "case %u", i);
      indicator = get_indicator (list, 0);
      cr_assert (eq (int, (int) marmot_indicator_get_value_type (indicator), cases[i].types[0]), "case %u", i);
      cr_assert (eq (int, (int) marmot_indicator_get_year_type (indicator), cases[i].types[1]), "case %u", i);
      cr_assert (eq (int, (int) marmot_indicator_get_polarity (indicator), cases[i].types[2]), "case %u", i);
      cr_assert (eq (dbl, marmot_indicator_get_unit_value (indicator), cases[i].unit_value), "case %u", i);
      /* Words that nobody knows come back too. */
      check_round_trip (list);
    }
}

/* Columns in any order and spelling, with others among them: the wider forms. */
Test (indicator_reader, columns_are_found_by_name)
{
  g_autoptr (MarmotIndicatorReader) reader = marmot_indicator_reader_new ();
  g_autoptr (GListModel) list
      = read_text (reader,
                   "polarity,Data quality,Date updated,definition,INDICATOR,Indicator owner contact details,"
                   "IndicatorID,Year type,Keywords\n"
                   "Not applicable,4,today,d,n,a person,8,Calendar,k\n",
                   NULL);
  g_autofree char *found = list_findings (reader);
  g_autoptr (MarmotIndicator) indicator = NULL;

  cr_assert (list != NULL);
  cr_assert (eq (str, found, "fingertips/unknown-column:1 fingertips/contact-left-out:1"));
  indicator = get_indicator (list, 0);
  cr_assert (eq (str, (char *) marmot_indicator_get_name (indicator), "n"));
  cr_assert (eq (str, (char *) marmot_indicator_get_data_quality (indicator), "4"));
  cr_assert (eq (str, (char *) marmot_indicator_get_keywords (indicator), "k"));
  {
    g_autofree char *shown = show (indicator);

    cr_assert (strstr (shown, "person") == NULL);
  }
  check_round_trip (list);
}

Test (indicator_reader, faults_are_findings_by_row)
{
  static const struct
  {
    const char *text;
    const char *findings;
    gboolean is_read;
  } cases[] = {
    { HEAD "\r\n" GOOD GOOD, "fingertips/duplicate-id:4", TRUE },
    { "Indicator ID,Indicator,Definition,Year type\n,n,d,Calendar\n0,n,d,Calendar\n1.5,n,d,Calendar\n-3,n,d,Calendar\n"
      "99999999999,n,d,Calendar\nSECRET,n,d,Calendar\n",
      "fingertips/no-id:2 fingertips/no-id:3 fingertips/no-id:4 fingertips/no-id:5 fingertips/no-id:6 fingertips/no-id:7",
      FALSE },
    { "Indicator ID,Indicator Name,Area Code,Time period,Value\n1,n,E1,2016,3\n",
      "fingertips/unknown-column:1 fingertips/unknown-column:1 fingertips/unknown-column:1 fingertips/unknown-column:1 "
      "fingertips/wrong-kind:1",
      FALSE },
    { "a,b\n1,2\n", "fingertips/unknown-column:1 fingertips/unknown-column:1 fingertips/wrong-kind:1", FALSE },
    { "Indicator ID,Indicator,Definition,INDICATOR\n1,n,d,n\n", "fingertips/column-twice:1", FALSE },
    { "Indicator ID,Indicator,Definition\n1,n\n", "csv/ragged-row:2", FALSE },
    { "Indicator ID,Indicator,Definition\n1,n,d,e\n", "csv/ragged-row:2", FALSE },
    { "Indicator ID,Indicator,Definition,Year type,Unit value,Unit shown left\n1,n,d,Calendar,many,perhaps\n",
      "fingertips/not-a-number:2 fingertips/not-a-word:2", FALSE },
    { "", "csv/empty-file:0", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotIndicatorReader) reader = marmot_indicator_reader_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GListModel) list = read_text (reader, cases[i].text, &error);
      g_autofree char *found = list_findings (reader);

      cr_assert (eq (str, found, (char *) cases[i].findings), "case %u", i);
      cr_assert (eq (int, list != NULL, cases[i].is_read), "case %u", i);
      cr_assert (eq (int, list == NULL, g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA)), "case %u", i);
      cr_assert (error == NULL || strstr (error->message, "SECRET") == NULL);
    }
}

#define JSON_TEXTS "\"Descriptive\": {\"Name\": \"A &amp; b\\r\\n\", \"Definition\": \"d\"}"

Test (indicator_reader, json)
{
  static const char *const text
      = "{\"93356\": {\"IID\": 93356, \"ValueType\": {\"Id\": 3, \"Name\": \"Crude rate\"},"
        " \"Unit\": {\"Id\": 56, \"Value\": 1.0, \"Label\": \"£\", \"ShowLeft\": true},"
        " \"YearType\": {\"Id\": 2, \"Name\": \"Financial\"},"
        " \"ConfidenceIntervalMethod\": {\"Id\": 2, \"Name\": \"Byar's method\", \"Description\": \"as Byar did\"},"
        " \"Descriptive\": {\"Name\": \"A &amp; b\\r\\n\", \"Definition\": \"d\", \"IndSourceLink\": \"l\","
        " \"EvidOfVariability\": \"v\", \"JustiOfExclusions\": null, \"SponsorStakeholders\": \"An office\","
        " \"IndOwnerContDet\": \"a person\", \"Later\": \"x\"},"
        " \"Target\": {\"LowerLimit\": 90, \"UpperLimit\": 95.0, \"PolarityId\": 1, \"BespokeKey\": null},"
        " \"DecimalPlacesDisplayed\": 1},"
        " \"7\": {\"IID\": 7, \"ValueType\": {\"Id\": 5}, \"YearType\": {\"Id\": 16}, \"Unit\": null,"
        " \"Descriptive\": {\"Later\": \"y\"}, \"Target\": null}}";
  g_autoptr (MarmotIndicatorReader) reader = marmot_indicator_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = read_text (reader, text, &error);
  g_autoptr (MarmotIndicator) first = NULL;
  g_autoptr (MarmotIndicator) second = NULL;
  g_autofree char *found = list_findings (reader);
  MarmotGoal *goal;

  cr_assert (list != NULL, "%s", error ? error->message : "");
  cr_assert (eq (str, found,
                 "fingertips/contact-left-out:$[\"93356\"].Descriptive.IndOwnerContDet "
                 "fingertips/unknown-key:$[\"93356\"].Descriptive.Later"));
  first = get_indicator (list, 0);
  second = get_indicator (list, 1);
  cr_assert (eq (str, (char *) marmot_indicator_get_name (first), "A &amp; b\r\n"));
  cr_assert (eq (str, (char *) marmot_indicator_get_interval_method (first), "Byar's method"));
  cr_assert (eq (str, (char *) marmot_indicator_get_interval_method_description (first), "as Byar did"));
  cr_assert (eq (str, (char *) marmot_indicator_get_source_link (first), "l"));
  cr_assert (eq (str, (char *) marmot_indicator_get_variability (first), "v"));
  cr_assert (eq (str, (char *) marmot_indicator_get_stakeholders (first), "An office"));
  cr_assert (eq (str, (char *) marmot_indicator_get_unit (first), "£"));
  cr_assert (marmot_indicator_get_unit_left (first));
  cr_assert (eq (dbl, marmot_indicator_get_unit_value (first), 1));
  cr_assert (eq (int, (int) marmot_indicator_get_value_type (first), MARMOT_VALUE_TYPE_CRUDE_RATE));
  cr_assert (eq (int, (int) marmot_indicator_get_value_type (second), MARMOT_VALUE_TYPE_PROPORTION));
  cr_assert (eq (int, (int) marmot_indicator_get_year_type (second), MARMOT_YEAR_FINANCIAL_YEAR_END));
  cr_assert (marmot_indicator_get_unit (second) == NULL);

  goal = marmot_indicator_reader_get_goal (reader, 93356);
  cr_assert (goal != NULL);
  cr_assert (eq (int, (int) marmot_goal_get_form (goal), MARMOT_GOAL_FORM_RANGE));
  cr_assert (eq (int, (int) marmot_goal_get_polarity (goal), MARMOT_POLARITY_HIGH_IS_GOOD));
  cr_assert (eq (dbl, marmot_goal_get_lower (goal), 90));
  cr_assert (eq (dbl, marmot_goal_get_upper (goal), 95));
  cr_assert (marmot_indicator_reader_get_goal (reader, 7) == NULL);

  /* JSON to CSV and back loses nothing either. */
  check_round_trip (list);
}

Test (indicator_reader, goals_of_all_forms)
{
  static const struct
  {
    const char *target;
    int form;                 /* -1: none */
    const char *findings;
  } cases[] = {
    { "{\"LowerLimit\": 90, \"PolarityId\": 0}", MARMOT_GOAL_FORM_VALUE, "" },
    { "{\"LowerLimit\": 66.7, \"PolarityId\": 1, \"UseCIsForLimitComparison\": true}", MARMOT_GOAL_FORM_INTERVAL, "" },
    { "{\"LowerLimit\": 50, \"UpperLimit\": 90, \"PolarityId\": 1, \"BespokeKey\": \"nth-percentile-range\"}",
      MARMOT_GOAL_FORM_PERCENTILE_RANGE, "" },
    { "{\"PolarityId\": 1, \"BespokeKey\": \"last-year-england\"}", MARMOT_GOAL_FORM_PREVIOUS_ENGLAND, "" },
    { "{\"PolarityId\": 99}", -1, "fingertips/unknown-goal:$.Target" },
    { "{\"LowerLimit\": 9, \"UpperLimit\": 1, \"PolarityId\": 1}", -1, "fingertips/unknown-goal:$.Target" },
    { "{\"PolarityId\": 1, \"BespokeKey\": \"another\"}", -1, "fingertips/unknown-goal:$.Target.BespokeKey" },
    { "{\"LowerLimit\": 9, \"PolarityId\": 5}", MARMOT_GOAL_FORM_VALUE, "fingertips/unknown-polarity:$.Target.PolarityId" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotIndicatorReader) reader = marmot_indicator_reader_new ();
      g_autofree char *text = g_strdup_printf ("{\"IID\": 5, \"YearType\": {\"Id\": 1}, " JSON_TEXTS ", \"Target\": %s}",
                                               cases[i].target);
      g_autoptr (GListModel) list = read_text (reader, text, NULL);
      g_autofree char *found = list_findings (reader);
      MarmotGoal *goal = marmot_indicator_reader_get_goal (reader, 5);

      cr_assert (list != NULL, "case %u", i);
      cr_assert (eq (str, found, (char *) cases[i].findings), "case %u", i);
      cr_assert (eq (int, goal ? (int) marmot_goal_get_form (goal) : -1, cases[i].form), "case %u", i);
    }
}

Test (indicator_reader, json_of_the_wrong_shape)
{
  static const struct
  {
    const char *text;
    const char *findings;
    int code;                 /* of the error; -1: none */
  } cases[] = {
    { "[]", "", -1 },
    { "[1]", "fingertips/wrong-shape:$[0]", MARMOT_ERROR_INVALID_DATA },
    { "[{\"IID\": null, " JSON_TEXTS "}]", "fingertips/no-id:$[0].IID", MARMOT_ERROR_INVALID_DATA },
    { "[{\"IID\": 1.5, " JSON_TEXTS "}]", "fingertips/no-id:$[0].IID", MARMOT_ERROR_INVALID_DATA },
    { "[{\"IID\": 1, \"YearType\": {\"Id\": 1}}]", "fingertips/wrong-shape:$[0].Descriptive", MARMOT_ERROR_INVALID_DATA },
    { "[{\"IID\": 1, \"YearType\": 1, " JSON_TEXTS "}]",
      "fingertips/wrong-shape:$[0].YearType fingertips/no-year-type:$[0]", MARMOT_ERROR_INVALID_DATA },
    { "[{\"IID\": 1, \"YearType\": {\"Id\": \"1\"}, " JSON_TEXTS "}]",
      "fingertips/not-a-number:$[0].YearType.Id fingertips/unknown-year-type:$[0].YearType", MARMOT_ERROR_INVALID_DATA },
    { "[{\"IID\": 1, \"YearType\": {\"Id\": 1}, \"Descriptive\": {\"Name\": 3}}]",
      "fingertips/not-a-text:$[0].Descriptive.Name", MARMOT_ERROR_INVALID_DATA },
    { "[{\"IID\": 1, \"YearType\": {\"Id\": 1}, \"Unit\": {\"Value\": \"SECRET\", \"ShowLeft\": 1}, " JSON_TEXTS "}]",
      "fingertips/not-a-number:$[0].Unit.Value fingertips/wrong-shape:$[0].Unit.ShowLeft", MARMOT_ERROR_INVALID_DATA },
    { "[{\"IID\": 1, \"YearType\": {\"Id\": 1}, " JSON_TEXTS "}, {\"IID\": 1, \"YearType\": {\"Id\": 1}, " JSON_TEXTS "}]",
      "fingertips/duplicate-id:$[1].IID", -1 },
    { "[{\"IID\": 1, \"YearType\": {\"Id\": 12}, \"ValueType\": {\"Id\": 9}, \"Polarity\": {\"Id\": 3}, " JSON_TEXTS "}]",
      "fingertips/unknown-value-type:$[0].ValueType fingertips/unknown-year-type:$[0].YearType "
      "fingertips/unknown-polarity:$[0].Polarity",
      -1 },
    { "[{\"IID\": 1, \"YearType\": {\"Id\": 2, \"Name\": \"Calendar\"}, " JSON_TEXTS "}]",
      "fingertips/other-word:$[0].YearType", -1 },
    { "[{\"AreaCode\": \"E1\", \"Val\": 1}]", "fingertips/wrong-kind:$[0]", MARMOT_ERROR_INVALID_DATA },
    { "[{\"IID\": 1, \"IID\": 2}]", "", MARMOT_ERROR_PARSE },
    { "[{\"IID\": 1", "", MARMOT_ERROR_PARSE },
    { "{\"a b\": {}}", "fingertips/no-id:$[\"a b\"].IID", MARMOT_ERROR_INVALID_DATA },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotIndicatorReader) reader = marmot_indicator_reader_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GListModel) list = read_text (reader, cases[i].text, &error);
      g_autofree char *found = list_findings (reader);

      cr_assert (eq (str, found, (char *) cases[i].findings), "case %u", i);
      cr_assert (eq (int, error ? error->code : -1, cases[i].code), "case %u: %s", i, error ? error->message : "");
      cr_assert (eq (int, list == NULL, error != NULL), "case %u", i);
      cr_assert (error == NULL || strstr (error->message, "SECRET") == NULL);
      if (list)
        check_round_trip (list);
    }
}

Test (indicator_reader, files_and_streams)
{
  g_autoptr (MarmotIndicatorReader) reader = marmot_indicator_reader_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (HEAD "\r\n" GOOD, -1, NULL);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.csv");
  g_autoptr (GListModel) list = marmot_indicator_reader_read_stream (reader, stream, "s", NULL, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (list != NULL);
  cr_assert (marmot_indicator_reader_read_file (reader, file, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO));
  g_clear_error (&error);

  marmot_indicator_reader_set_max_bytes (reader, 10);
  cr_assert (read_text (reader, HEAD "\r\n" GOOD, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
  g_clear_error (&error);
  cr_assert (read_text (reader, "[{\"IID\": 1, " JSON_TEXTS "}]", &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
}

Test (indicator_reader, what_the_form_cannot_say_is_not_written)
{
  static const char *const texts[] = { "group", "organisation", "directorate", "polarity-reason" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MarmotIndicator) indicator
          = g_object_new (MARMOT_TYPE_INDICATOR, "fingertips-id", 1, texts[i], "x", NULL);
      g_autoptr (GListStore) list = g_list_store_new (MARMOT_TYPE_INDICATOR);
      g_autoptr (GError) error = NULL;

      g_list_store_append (list, indicator);
      cr_assert (marmot_fingertips_write_metadata_bytes (G_LIST_MODEL (list), &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
      cr_assert (strstr (error->message, texts[i]) != NULL);
    }

  {
    g_autoptr (MarmotIndicator) indicator = g_object_new (MARMOT_TYPE_INDICATOR, "id", "PI1", NULL);
    g_autoptr (GListStore) list = g_list_store_new (MARMOT_TYPE_INDICATOR);
    g_autoptr (GError) error = NULL;

    g_list_store_append (list, indicator);
    cr_assert (marmot_fingertips_write_metadata_bytes (G_LIST_MODEL (list), &error) == NULL);
    cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  }
}
