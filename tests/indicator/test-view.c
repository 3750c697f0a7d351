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
