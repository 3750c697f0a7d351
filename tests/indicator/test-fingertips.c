/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

#define HEAD_25                                                                                               \
  "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,"  \
  "Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,"                   \
  "Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,"   \
  "Compared to Region value or percentiles,Time period Sortable,New data"
#define HEAD_26 HEAD_25 ",Compared to goal"
#define HEAD_27 HEAD_26 ",Time period range"

/* Three rows of indicator 93356 as they were published (Public Health England,
 * Open Government Licence v3.0), with the line break in the name, and with no goal. */
#define ROWS_25                                                                                               \
  "93356,\"Campylobacter incidence rate/100,000\n\",E12000005,West Midlands region,E08000026,Coventry,"       \
  "County & UA,Persons,All ages,,,2016,57.2382272017591,49.616637187068,65.6992621491163,,,202,352911,,,"     \
  "Better,Better,20160000,\r\n"                                                                               \
  "93356,\"Campylobacter incidence rate/100,000\n\",E12000005,West Midlands region,E08000026,Coventry,"       \
  "County & UA,Persons,0-9 yrs,,,2016,242.770592532119,200.072835829951,291.880494917233,,,113,46546,,,"      \
  "Similar,Not compared,20160000,\r\n"                                                                        \
  "93356,\"Campylobacter incidence rate/100,000\n\",E12000005,West Midlands region,E08000026,Coventry,"       \
  "County & UA,Persons,All ages,,,2017,61.2052330474256,53.3145904216997,69.9346980030245,,,216,352911,,"     \
  "Cannot be calculated,Better,Better,20170000,New data\r\n"

/* Made up, from here on. */
#define ROW(period, value, lower, upper, count, denominator, sortable, range)                                 \
  "1,Made up,,,E08000026,Coventry,County & UA,Persons,All ages,,," period "," value "," lower "," upper ",,," \
  count "," denominator ",,,Similar,Similar," sortable ",,Green," range "\r\n"

static MarmotObservationSet *
read_text (MarmotFingertipsReader *reader,
           const char *text,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return marmot_fingertips_reader_read_bytes (reader, bytes, "f.csv", error);
}

/* Reads what must be readable, and has as many findings of a rule as said. */
static MarmotObservationSet *
read_good (const char *text)
{
  g_autoptr (MarmotFingertipsReader) reader = marmot_fingertips_reader_new ();
  g_autoptr (GError) error = NULL;
  MarmotObservationSet *set = read_text (reader, text, &error);

  cr_assert (set != NULL, "%s", error ? error->message : "no error");
  return set;
}

/* "rule:line rule:line": what a reader found. */
static char *
list_findings (MarmotFingertipsReader *reader)
{
  g_autoptr (GPtrArray) findings = marmot_fingertips_reader_get_findings (reader);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (out, "%s%s:%" G_GUINT64_FORMAT, i ? " " : "",
                            marmot_finding_get_rule (findings->pdata[i]),
                            marmot_finding_get_row (findings->pdata[i]));
  return g_string_free (out, FALSE);
}

static char *
get_text (MarmotObservationSet *set,
          const char *name,
          gsize row)
{
  g_autoptr (MarmotColumn) column
      = marmot_table_get_column_by_name (marmot_observation_set_get_table (set), name);

  return marmot_column_get_text (column, row);
}

static double
get_number (MarmotObservationSet *set,
            const char *name,
            gsize row)
{
  g_autoptr (MarmotColumn) column
      = marmot_table_get_column_by_name (marmot_observation_set_get_table (set), name);

  return marmot_column_get_double (column, row);
}

static void
check_round_trip (MarmotObservationSet *set)
{
  g_autoptr (MarmotFingertipsReader) reader = marmot_fingertips_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = marmot_fingertips_write_bytes (set, &error);
  g_autoptr (MarmotObservationSet) back = NULL;

  cr_assert (bytes != NULL, "%s", error ? error->message : "");
  back = marmot_fingertips_reader_read_bytes (reader, bytes, NULL, &error);
  cr_assert (back != NULL, "%s", error ? error->message : "");
  cr_assert (marmot_table_equal (marmot_observation_set_get_table (set), marmot_observation_set_get_table (back)));
}

Test (fingertips, published_rows_of_25_fields)
{
  static const char *const forms[] = { HEAD_26 "\r\n" ROWS_25, HEAD_25 "\r\n" ROWS_25 };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (MarmotObservationSet) set = read_good (forms[i]);
      g_autofree char *name = get_text (set, "indicator_name", 0);
      g_autofree char *age = get_text (set, "age", 1);
      g_autofree char *kind = get_text (set, "parent_kind", 0);
      g_autofree char *trend = get_text (set, "recent_trend", 2);
      g_autofree char *goal = get_text (set, "compared_goal", 2);
      g_autofree char *category = get_text (set, "category", 0);
      g_autofree char *new_data = get_text (set, "new_data", 2);
      g_autoptr (MarmotPeriod) period = marmot_observation_set_get_period (set, 2);
      g_autofree char *printed = marmot_period_to_string (period);

      cr_assert (eq (u32, marmot_observation_set_get_n_rows (set), 3));
      cr_assert (eq (str, name, "Campylobacter incidence rate/100,000\n"));
      cr_assert (eq (str, age, "0-9 yrs"));
      cr_assert (eq (str, kind, "Region"));
      cr_assert (eq (str, trend, "Cannot be calculated"));
      cr_assert (eq (str, new_data, "New data"));
      cr_assert (eq (str, printed, "2017"));
      cr_assert (goal == NULL);
      cr_assert (category == NULL);
      cr_assert (eq (dbl, get_number (set, "value", 0), 57.2382272017591));
      cr_assert (eq (dbl, get_number (set, "upper_95", 2), 69.9346980030245));
      cr_assert (eq (dbl, get_number (set, "count", 1), 113));
      check_round_trip (set);
    }
}

/* A file as Fingertips writes it today comes back byte for byte. */
Test (fingertips, a_canonical_file_comes_back)
{
  static const char *const parents[] = { "Compared to Region value or percentiles", "Compared to percentiles",
                                         "Compared to CCGs (from Apr 2021) value or percentiles",
                                         "Compared to parent value or percentiles" };

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      g_auto (GStrv) parts = g_strsplit (HEAD_27 "\r\n" ROW ("2016/17", "5.5", "4.5", "6.25", "11", "200",
                                                             "20160000", "1y")
                                           ROW ("2017/18", "", "", "", "", "", "20170000", "1y"),
                                         parents[0], -1);
      g_autofree char *text = g_strjoinv (parents[i], parts);
      g_autoptr (MarmotObservationSet) set = read_good (text);
      g_autoptr (GBytes) bytes = marmot_fingertips_write_bytes (set, NULL);
      g_autofree char *kind = get_text (set, "parent_kind", 0);
      static const char *const kinds[] = { "Region", "England", "CCGs (from Apr 2021)", NULL };

      cr_assert (g_strcmp0 (kind, kinds[i]) == 0);
      cr_assert (eq (sz, g_bytes_get_size (bytes), strlen (text)));
      cr_assert (memcmp (g_bytes_get_data (bytes, NULL), text, strlen (text)) == 0);
      check_round_trip (set);
    }
}

Test (fingertips, names_are_found_however_they_are_spaced)
{
  g_autoptr (MarmotObservationSet) set
      = read_good ("IndicatorID,AreaCode,AreaName,Timeperiod,Value,LowerCI95.0limit,UpperCI95.0limit,Target data\n"
                   "7,E1,Here,2019,1,0.5,2,Red\n");
  g_autofree char *name = get_text (set, "area_name", 0);
  g_autofree char *goal = get_text (set, "compared_goal", 0);

  cr_assert (eq (str, name, "Here"));
  cr_assert (eq (str, goal, "Red"));
  cr_assert (eq (dbl, get_number (set, "lower_95", 0), 0.5));
  check_round_trip (set);
}

/* Rows that are read as they stand, and what is found in them. */
Test (fingertips, doubts_are_findings)
{
  static const struct
  {
    const char *rows;
    const char *findings;
  } cases[] = {
    { ROW ("2016", "5", "4", "6", "1", "20", "20160000", "1y"), "" },
    { ROW ("2016", "", "4", "6", "1", "20", "20160000", "1y"), "fingertips/interval-without-value:2" },
    { ROW ("2016", "5", "4", "", "1", "20", "20160000", "1y"), "fingertips/half-interval:2" },
    { ROW ("2016", "5", "", "6", "1", "20", "20160000", "1y"), "fingertips/half-interval:2" },
    { ROW ("2016", "5", "6", "4", "1", "20", "20160000", "1y"), "fingertips/limits-reversed:2" },
    { ROW ("2016", "5", "4", "6", "21", "20", "20160000", "1y"), "fingertips/count-over-denominator:2" },
    { ROW ("2016", "5", "4", "6", "1", "20", "20160000", "1y") ROW ("2016", "7", "4", "6", "1", "20", "20160000", "1y"),
      "fingertips/duplicate-key:3" },
    { ROW ("2017", "5", "4", "6", "1", "20", "20170000", "1y") ROW ("2016", "5", "4", "6", "1", "20", "20160000", "1y"),
      "fingertips/out-of-order:3" },
    { ROW ("2016", "5", "4", "6", "1", "20", "20160000", "1y")
        ROW ("2016 - 18", "5", "4", "6", "1", "20", "20160000", "3y"),
      "fingertips/mixed-lengths:3" },
    /* The texts of the periods tell as well. */
    { ROW ("2016", "5", "4", "6", "1", "20", "20160000", "") ROW ("2017 - 19", "5", "4", "6", "1", "20", "20170000", ""),
      "fingertips/mixed-lengths:3" },
    { ROW ("2016/17", "5", "4", "6", "1", "20", "20160000", "")
        ROW ("2017/18", "5", "4", "6", "1", "20", "20170000", ""),
      "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotFingertipsReader) reader = marmot_fingertips_reader_new ();
      g_autofree char *text = g_strconcat (HEAD_27 "\r\n", cases[i].rows, NULL);
      g_autoptr (MarmotObservationSet) set = read_text (reader, text, NULL);
      g_autofree char *found = list_findings (reader);

      cr_assert (set != NULL);
      cr_assert (eq (str, found, (char *) cases[i].findings), "case %u", i);
      check_round_trip (set);
    }
}

/* Files that are refused, with what is found in them. */
Test (fingertips, bad_files_are_refused)
{
  static const struct
  {
    const char *text;
    const char *findings;
  } cases[] = {
    { "", "csv/empty-file:0" },
    { "a,b\n1,2\n",
      "fingertips/unknown-column:1 fingertips/unknown-column:1 fingertips/wrong-kind:1" },
    { "Indicator ID,Definition\n1,x\n", "fingertips/unknown-column:1 fingertips/wrong-kind:1" },
    /* A row of 25 in the form of 27, of 24 in that of 26, and one too long. */
    { HEAD_27 "\r\n" ROWS_25, "csv/ragged-row:2 csv/ragged-row:4 csv/ragged-row:6" },
    { HEAD_26 "\r\n1,2\r\n", "csv/ragged-row:2" },
    { HEAD_25 "\r\n,,,,,,,,,,,,,,,,,,,,,,,,,\r\n", "csv/ragged-row:2" },
    /* 26 columns whose last is not the goal. */
    { HEAD_25 ",Time period range\r\n" ROWS_25, "fingertips/short-rows:1" },
    { HEAD_25 ",Target data,Compared to goal\r\n"
              "1,n,,,E1,a,t,s,g,,,2016,1,,,,,,,,,,,,,,\r\n",
      "fingertips/column-twice:1" },
    { "Indicator ID,Area Code,Time period,Value\n1,E1,2016,many\n", "csv/not-a-number:2" },
    { "Indicator ID,Area Code,Time period,Value\n1.5,E1,2016,3\n", "csv/not-an-integer:2" },
    { "Indicator ID,Area Code,Time period,Value\n1,,2016,3\n,E1,2016,3\n1,E1,,3\n",
      "fingertips/no-subject:2 fingertips/no-subject:3 fingertips/no-subject:4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotFingertipsReader) reader = marmot_fingertips_reader_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotObservationSet) set = read_text (reader, cases[i].text, &error);
      g_autofree char *found = list_findings (reader);

      cr_assert (set == NULL, "case %u", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA), "case %u", i);
      cr_assert (strstr (error->message, "many") == NULL);
      cr_assert (eq (str, found, (char *) cases[i].findings), "case %u", i);
    }
}

Test (fingertips, a_read_that_fails_forgets_the_last)
{
  g_autoptr (MarmotFingertipsReader) reader = marmot_fingertips_reader_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.csv");
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (HEAD_26 "\r\n" ROWS_25, -1, NULL);
  g_autoptr (MarmotObservationSet) set = NULL;
  g_autoptr (GError) error = NULL;

  set = marmot_fingertips_reader_read_stream (reader, stream, "s", NULL, NULL);
  cr_assert (set != NULL);
  cr_assert (eq (u64, marmot_fingertips_reader_get_n_findings (reader), 1));
  cr_assert (marmot_fingertips_reader_read_file (reader, file, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO));
  cr_assert (eq (u64, marmot_fingertips_reader_get_n_findings (reader), 0));
}

Test (fingertips, what_the_form_cannot_say_is_not_written)
{
  static const struct
  {
    const char *name;
    const char *values[3];
  } cases[] = {
    { "state", { "suppressed", "suppressed", NULL } },
    { "flags", { "low", "low", NULL } },
    { "parent_kind", { "Region", "Country", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *names[] = { cases[i].name, NULL };
      g_autoptr (MarmotColumn) column = marmot_column_new_text (cases[i].values);
      g_autoptr (MarmotTable) table = marmot_table_new (names, &column, 1, NULL);
      g_autoptr (MarmotObservationSet) set = marmot_observation_set_new (table, NULL);
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_fingertips_write_bytes (set, &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
    }
}

Test (fingertips, limits_are_properties)
{
  g_autoptr (MarmotFingertipsReader) reader = marmot_fingertips_reader_new ();
  g_autoptr (MarmotObservationSet) set = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const text
      = HEAD_27 "\r\n" ROW ("2016", "", "4", "6", "1", "20", "20160000", "1y")
          ROW ("2017", "", "4", "6", "1", "20", "20170000", "1y");

  cr_assert (eq (u64, marmot_fingertips_reader_get_max_bytes (reader), G_GUINT64_CONSTANT (4) << 30));
  cr_assert (eq (u32, marmot_fingertips_reader_get_max_findings (reader), 1000));

  marmot_fingertips_reader_set_max_findings (reader, 1);
  set = read_text (reader, text, &error);
  cr_assert (set != NULL);
  findings = marmot_fingertips_reader_get_findings (reader);
  cr_assert (eq (u32, findings->len, 1));
  cr_assert (eq (u64, marmot_fingertips_reader_get_n_findings (reader), 2));

  g_object_set (reader, "max-bytes", (guint64) 100, NULL);
  cr_assert (read_text (reader, text, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
}
