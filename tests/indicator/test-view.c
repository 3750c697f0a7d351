/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

static const char figures[]
  = "indicator_id,area_code,sex,age,category,sortable,value,compared_england,recent_trend\n"
    "1,A,Persons,All,,20200000,5.0,Similar,\n"
    "1,A,Persons,All,,20210000,6.0,Worse,Increasing and getting worse\n"
    "1,A,Persons,All,Most deprived,20210000,9.0,Worse,\n"
    "1,B,Persons,All,,20210000,4.0,Better,\n"
    "1,C,Persons,All,,20210000,,Not compared,\n"
    "1,D,Persons,All,,20210000,6.0,Worse,No significant change\n"
    "1,D,Persons,All,,20200000,6.5,Worse,\n"
    "2,A,Male,0-4,,20190000,1.5,Not compared,\n"
    "2,A,Male,0-4,,20200000,2.5,Worse,Decreasing and getting worse\n";

static MarmotObservationSet *
new_set (const char *csv)
{
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) table = marmot_csv_reader_read_bytes (reader, bytes, "figures.csv", &error);
  MarmotObservationSet *set;

  cr_assert (table != NULL, "%s", error ? error->message : "");
  set = marmot_observation_set_new (table, &error);
  cr_assert (set != NULL, "%s", error ? error->message : "");
  return set;
}

static MarmotObservationSet *
filter (MarmotObservationSet *set,
        const char *column,
        const char *text)
{
  g_autoptr (GError) error = NULL;
  MarmotObservationSet *found = marmot_observation_set_filter (set, column, text, &error);

  cr_assert (found != NULL, "%s", error ? error->message : "");
  return found;
}

/* The values of a column, joined, "-" for null. */
static char *
joined (MarmotTable *table,
        const char *name)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);
  g_autoptr (GString) text = g_string_new (NULL);

  cr_assert (column != NULL, "%s", name);
  for (gsize i = 0; i < marmot_column_get_length (column); i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      if (marmot_column_is_null (column, i))
        g_string_append_c (text, '-');
      else if (marmot_column_get_column_type (column) == MARMOT_COLUMN_DICTIONARY)
        {
          g_autofree char *cell = marmot_column_get_text (column, i);

          g_string_append (text, cell);
        }
      else if (marmot_column_get_column_type (column) == MARMOT_COLUMN_BOOLEAN)
        g_string_append (text, marmot_column_get_boolean (column, i) ? "yes" : "no");
      else
        g_string_append_printf (text, "%g", marmot_column_get_double (column, i));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

Test (view, ranked_from_the_lowest_with_ties_and_gaps)
{
  g_autoptr (MarmotObservationSet) all = new_set (figures);
  g_autoptr (MarmotObservationSet) one = filter (all, "indicator_id", "1");
  g_autoptr (MarmotObservationSet) year = filter (one, "sortable", "20210000");
  g_autoptr (MarmotObservationSet) whole = filter (year, "category", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) ranked = marmot_view_ranked (whole, &error);
  g_autofree char *areas = joined (ranked, "area_code");
  g_autofree char *ranks = joined (ranked, "rank");
  g_autofree char *of = joined (ranked, "ranked");

  cr_assert (eq (str, areas, "B A D C"));
  cr_assert (eq (str, ranks, "1 2.5 2.5 -"));
  cr_assert (eq (str, of, "3 3 3 3"));

  cr_assert (marmot_view_ranked (one, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
}

Test (view, a_series_in_the_order_of_time)
{
  g_autoptr (MarmotObservationSet) all = new_set (figures);
  g_autoptr (MarmotObservationSet) d = filter (all, "area_code", "D");
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) series = marmot_view_series (d, &error);
  g_autofree char *values = joined (series, "value");

  cr_assert (eq (str, values, "6.5 6"));
  cr_assert (marmot_view_series (all, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
}

Test (view, a_profile_is_the_latest_of_each_series)
{
  g_autoptr (MarmotObservationSet) all = new_set (figures);
  g_autoptr (MarmotTable) profile = marmot_view_profile (all, "A", NULL);
  g_autoptr (MarmotTable) nobody = marmot_view_profile (all, "Z", NULL);
  g_autofree char *values = joined (profile, "value");

  cr_assert (eq (str, values, "6 2.5"));
  cr_assert (eq (sz, marmot_table_get_n_rows (nobody), 0));
}

Test (view, what_is_newly_worse_and_what_is_getting_worse)
{
  g_autoptr (MarmotObservationSet) all = new_set (figures);
  g_autoptr (MarmotTable) newly = marmot_view_newly_worse (all, "compared_england", NULL);
  g_autoptr (MarmotTable) worsening = marmot_view_worse_and_worsening (all, "compared_england", NULL);
  g_autofree char *newly_values = joined (newly, "value");
  g_autofree char *worsening_values = joined (worsening, "value");

  /* D was worse before; indicator 2 was not compared before; the deprived have no
   * figure before. */
  cr_assert (eq (str, newly_values, "6"));
  cr_assert (eq (str, worsening_values, "6 2.5"));
}

Test (view, says_which_column_is_missing)
{
  g_autoptr (MarmotObservationSet) bare = new_set ("area_code,value\nA,1\n");
  g_autoptr (GError) no_time = NULL;
  g_autoptr (GError) no_labels = NULL;
  g_autoptr (GError) no_profile = NULL;

  cr_assert (marmot_view_series (bare, &no_time) == NULL);
  cr_assert (g_error_matches (no_time, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  cr_assert (marmot_view_newly_worse (bare, "compared_england", &no_labels) == NULL);
  cr_assert (g_error_matches (no_labels, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  cr_assert (marmot_view_profile (bare, "A", &no_profile) == NULL);
  cr_assert (g_error_matches (no_profile, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

static void
check (MarmotTable *table,
       const char *name,
       const char *expected)
{
  g_autofree char *found = joined (table, name);

  cr_assert (eq (str, found, (char *) expected), "%s", name);
}

Test (view, exceptions_first)
{
  g_autoptr (MarmotObservationSet) set
    = new_set ("indicator_id,area_code,sortable,compared_england,recent_trend,note\n"
               "1,A,20210000,Better,Increasing and getting worse,better\n"
               "2,A,20210000,Lower,,lower\n"
               "3,A,20210000,Worse,,worse\n"
               "4,A,20210000,Similar,,similar\n"
               "5,A,20200000,Better,,before\n"
               "5,A,20210000,Worse,,newly\n"
               "6,A,20210000,Worse,Decreasing and getting worse,worsening\n"
               "7,A,20210000,Similar,,fallen\n"
               "7,A,20200000,Better,,before\n"
               "8,A,20210000,Worse,Decreasing and getting worse,both\n"
               "8,A,20200000,Similar,,before\n"
               "9,A,20210000,Not compared,,none\n"
               "9,A,20200000,Better,,before\n"
               "10,A,20210000,,,null\n"
               "11,A,20210000,Worse,,still\n"
               "11,A,20200000,Not compared,,before\n"
               "12,A,20210000,Better,,risen\n"
               "12,A,20200000,Worse,,before\n");
  g_autoptr (MarmotTable) view = marmot_view_exceptions (set, "compared_england", NULL);
  g_autofree char *sentence = NULL;
  g_autoptr (MarmotColumn) why = marmot_table_get_column_by_name (view, "why");

  check (view, "note", "newly both worsening worse still fallen similar better risen lower none null");
  check (view, "standing",
         "worse worse worse worse worse similar similar better better not-judged not-judged not-judged");
  check (view, "newly_worse", "yes yes no no no no no no no no no no");
  check (view, "getting_worse", "no yes yes no no no no yes no no no no");
  sentence = marmot_column_get_text (why, 1);
  cr_assert (eq (str, sentence, "Newly worse: it was similar before, and is getting worse."));
  for (gsize i = 0; i < 12; i++)
    {
      g_autofree char *each = marmot_column_get_text (why, i);

      cr_assert (g_str_has_suffix (each, "."), "%zu", i);
    }
}

/* The words of goals, and a set without trends. */
Test (view, exceptions_by_colours)
{
  g_autoptr (MarmotObservationSet) set = new_set ("indicator_id,sortable,compared_goal,value\n1,20210000,Green,1\n"
                                                  "2,20210000,Amber,2\n3,20210000,Red,3\n");
  g_autoptr (MarmotTable) view = marmot_view_exceptions (set, "compared_goal", NULL);
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) wrong = NULL;

  check (view, "value", "3 2 1");
  check (view, "standing", "worse similar better");
  cr_assert (marmot_view_exceptions (set, "compared_england", &missing) == NULL);
  cr_assert (g_error_matches (missing, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  cr_assert (marmot_view_exceptions (set, "value", &wrong) == NULL);
  cr_assert (g_error_matches (wrong, MARMOT_ERROR, MARMOT_ERROR_TYPE));
}

/* Quarters are a series of their own. */
Test (view, years_and_quarters_apart)
{
  g_autoptr (MarmotObservationSet) set
    = new_set ("indicator_id,area_code,time_identifier,sortable,value,compared_england\n"
               "1,A,Year,20200000,1,Similar\n1,A,Year,20210000,2,Similar\n"
               "1,A,Quarter,20210300,3,Worse\n");
  g_autoptr (MarmotTable) profile = marmot_view_profile (set, "A", NULL);
  g_autoptr (MarmotTable) newly = marmot_view_newly_worse (set, "compared_england", NULL);

  check (profile, "value", "2 3");
  cr_assert (eq (sz, marmot_table_get_n_rows (newly), 0));
}

/* Ten counties have 0 to 9, England 3: the scale is 6, from 3 to 9. Percentiles of
 * type 7 are 2.25 and 6.75. */
static char *
spine_csv (void)
{
  GString *csv = g_string_new ("indicator_id,area_code,area_type,sex,category,sortable,value\n");

  for (int indicator = 1; indicator <= 3; indicator++)
    {
      g_string_append_printf (csv, "%d,E,England,Persons,,20210000,3\n", indicator);
      for (int i = 0; i < 10; i++)
        g_string_append_printf (csv, "%d,A%d,County,Persons,,20210000,%d\n", indicator, i, i);
    }
  /* Of these the area has no value, England is missing or twice, few have values,
   * and all have that of England. */
  g_string_append (csv, "4,E,England,Persons,,20210000,3\n4,A7,County,Persons,,20210000,\n");
  for (int i = 0; i < 8; i++)
    if (i != 7)
      g_string_append_printf (csv, "4,A%d,County,Persons,,20210000,%d\n", i, i);
  g_string_append (csv, "5,A7,County,Persons,,20210000,1\n");
  g_string_append (csv, "6,A7,County,Persons,,20210000,1\n6,E,England,Persons,,20210000,3\n"
                        "6,E,England,Persons,,20210000,3\n");
  for (int i = 0; i < 10; i++)
    g_string_append_printf (csv, "7,A%d,County,Persons,,20210000,3\n", i);
  g_string_append (csv, "7,E,England,Persons,,20210000,3\n");
  /* What must not count: a part of the population, another type, an older year. */
  g_string_append (csv, "1,A3,County,Persons,Most deprived,20210000,1000\n1,D,District,Persons,,20210000,1000\n"
                        "1,A7,County,Persons,,20200000,1000\n1,E,England,Persons,,20200000,3\n");
  return g_string_free (csv, FALSE);
}

Test (view, spine_charts)
{
  g_autofree char *csv = spine_csv ();
  g_autoptr (MarmotObservationSet) set = new_set (csv);
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_OBJECT);
  static const MarmotPolarity polarities[] = { MARMOT_POLARITY_HIGH_IS_GOOD, MARMOT_POLARITY_LOW_IS_GOOD,
                                               MARMOT_POLARITY_NO_JUDGEMENT };
  g_autoptr (MarmotTable) view = NULL;
  g_autoptr (MarmotTable) all = NULL;
  g_autoptr (MarmotTable) nobody = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (MarmotIndicator) indicator
        = g_object_new (MARMOT_TYPE_INDICATOR, "fingertips-id", i + 1, "polarity", polarities[i], NULL);

      g_list_store_append (list, indicator);
    }
  view = marmot_view_spine (set, "A7", "E", G_LIST_MODEL (list), FALSE, NULL);
  check (view, "indicator_id", "1 2 3 4 5 6 7");
  check (view, "value", "7 7 7 - 1 1 3");
  check (view, "benchmark", "3 3 3 3 - - 3");
  check (view, "min", "0 0 0 0 1 1 3");
  check (view, "p25", "2.25 2.25 2.25 1.5 1 1 3");
  check (view, "p75", "6.75 6.75 6.75 4.5 1 1 3");
  check (view, "max", "9 9 9 6 1 1 3");
  check (view, "worst", "0 9 - - - - -");
  check (view, "best", "9 0 - - - - -");
  check (view, "scale", "6 6 6 3 - - 0");
  check (view, "at_value", "0.833333 0.166667 0.833333 - - - 0.5");
  check (view, "at_min", "0.25 0.75 0.25 0 - - 0.5");
  check (view, "at_p25", "0.4375 0.5625 0.4375 0.25 - - 0.5");
  check (view, "at_p75", "0.8125 0.1875 0.8125 0.75 - - 0.5");
  check (view, "at_max", "1 0 1 1 - - 0.5");
  check (view, "reversed", "no yes no no no no no");
  check (view, "polarity", "high-is-good low-is-good no-judgement unstated unstated unstated unstated");
  check (view, "areas", "10 10 10 10 10 10 10");
  check (view, "areas_with_values", "10 10 10 7 1 1 10");
  check (view, "reason", "shown shown shown too-few-areas no-benchmark benchmark-twice shown");
  check (view, "shown", "yes yes yes no no no yes");

  all = marmot_view_spine (set, "A7", "E", G_LIST_MODEL (list), TRUE, NULL);
  check (all, "reason", "shown shown shown shown no-benchmark benchmark-twice shown");
  nobody = marmot_view_spine (set, "Q", "E", NULL, FALSE, NULL);
  cr_assert (eq (sz, marmot_table_get_n_rows (nobody), 0));
}
