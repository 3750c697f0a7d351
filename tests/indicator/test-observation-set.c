/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

/* Made up: two areas, two periods, and one value that is withheld. */
static MarmotTable *
make_table (void)
{
  static const char *const names[] = { "indicator_id", "area_code", "time_period", "sortable", "value", "lower_99_8",
                                       "sex",          "state",     "flags",       NULL };
  static const gint64 ids[] = { 10, 11, 10, 10 };
  static const char *const areas[] = { "E08000026", "E08000026", "E08000029", "E08000026", NULL };
  static const char *const periods[] = { "2016/17", "2016", "once", "2017/18", NULL };
  static const gint64 sortable[] = { 20160000, 20160000, 20160000, 20170000 };
  static const gint64 values[] = { 5, 6, 7, 8 };
  static const double lower[] = { 1.5, 2.5, 3.5, 4.5 };
  static const char *const sexes[] = { "Persons", "Female", "Male", "Persons", NULL };
  static const char *const states[] = { "present", "present", "present", "suppressed", NULL };
  static const char *const flags[] = { "provisional low", "revised", "", "", NULL };
  static const gboolean nulls[] = { FALSE, FALSE, FALSE, TRUE };
  g_autoptr (MarmotColumn) all = marmot_column_new_integer (values, 4);
  MarmotColumn *columns[] = {
    marmot_column_new_integer (ids, 4),      marmot_column_new_text (areas),
    marmot_column_new_text (periods),        marmot_column_new_integer (sortable, 4),
    marmot_column_with_nulls (all, nulls, 4, NULL), marmot_column_new_double (lower, 4),
    marmot_column_new_text (sexes),          marmot_column_new_text (states),
    marmot_column_new_text (flags),
  };
  MarmotTable *table = marmot_table_new (names, columns, G_N_ELEMENTS (columns), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    marmot_column_unref (columns[i]);
  cr_assert (table != NULL);
  return table;
}

static MarmotObservationSet *
make_set (void)
{
  g_autoptr (MarmotTable) table = make_table ();
  g_autoptr (GError) error = NULL;
  MarmotObservationSet *set = marmot_observation_set_new (table, &error);

  cr_assert (set != NULL, "%s", error ? error->message : "");
  return set;
}

Test (observation_set, columns_are_converted)
{
  g_autoptr (MarmotObservationSet) set = make_set ();
  MarmotTable *table = marmot_observation_set_get_table (set);
  g_autoptr (MarmotColumn) areas = marmot_table_get_column_by_name (table, "area_code");
  g_autoptr (MarmotColumn) values = marmot_table_get_column_by_name (table, "value");

  cr_assert (eq (int, (int) marmot_column_get_column_type (areas), MARMOT_COLUMN_DICTIONARY));
  cr_assert (eq (int, (int) marmot_column_get_column_type (values), MARMOT_COLUMN_DOUBLE));
  cr_assert (eq (sz, marmot_column_get_n_nulls (values), 1));
  cr_assert (eq (dbl, marmot_column_get_double (values, 2), 7));
}

Test (observation_set, columns_that_cannot_be)
{
  static const char *const words[] = { "a", NULL };
  static const char *const wrong_name[] = { "colour", NULL };
  static const char *const wrong_type[] = { "value", NULL };
  static const gboolean null[] = { TRUE };
  g_autoptr (MarmotColumn) text = marmot_column_new_text (words);
  g_autoptr (MarmotColumn) blank = marmot_column_with_nulls (text, null, 1, NULL);
  g_autoptr (MarmotTable) named = marmot_table_new (wrong_name, &text, 1, NULL);
  g_autoptr (MarmotTable) typed = marmot_table_new (wrong_type, &text, 1, NULL);
  g_autoptr (MarmotTable) nulls = marmot_table_new (wrong_type, &blank, 1, NULL);
  g_autoptr (MarmotObservationSet) set = NULL;
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_observation_set_new (named, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_observation_set_new (typed, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
  g_clear_error (&error);

  /* What a reader makes of a column without a cell. */
  set = marmot_observation_set_new (nulls, &error);
  cr_assert (set != NULL);
  {
    g_autoptr (MarmotColumn) value
        = marmot_table_get_column_by_name (marmot_observation_set_get_table (set), "value");

    cr_assert (eq (int, (int) marmot_column_get_column_type (value), MARMOT_COLUMN_DOUBLE));
    cr_assert (marmot_column_is_null (value, 0));
  }
}

Test (observation_set, is_a_list_of_observations)
{
  g_autoptr (MarmotObservationSet) set = make_set ();
  g_autoptr (MarmotObservation) first = g_list_model_get_item (G_LIST_MODEL (set), 0);
  g_autoptr (MarmotObservation) second = g_list_model_get_item (G_LIST_MODEL (set), 1);
  g_autoptr (MarmotObservation) last = g_list_model_get_item (G_LIST_MODEL (set), 3);
  g_autofree char *period = NULL;

  cr_assert (eq (u32, g_list_model_get_n_items (G_LIST_MODEL (set)), 4));
  cr_assert (g_list_model_get_item (G_LIST_MODEL (set), 4) == NULL);
  cr_assert (eq (u64, g_list_model_get_item_type (G_LIST_MODEL (set)), MARMOT_TYPE_OBSERVATION));

  cr_assert (eq (str, (char *) marmot_indicator_get_id (marmot_observation_get_indicator (first)), "10"));
  cr_assert (eq (str, (char *) marmot_area_get_code (marmot_observation_get_area (first)), "E08000026"));
  cr_assert (eq (dbl, marmot_value_get_number (marmot_observation_get_value (first)), 5));
  cr_assert (eq (int, (int) marmot_value_get_flags (marmot_observation_get_value (first)),
                 MARMOT_VALUE_FLAG_LOW | MARMOT_VALUE_FLAG_PROVISIONAL));
  cr_assert (eq (int, (int) marmot_observation_get_vintage (first), MARMOT_VINTAGE_PROVISIONAL));
  cr_assert (eq (int, (int) marmot_observation_get_vintage (second), MARMOT_VINTAGE_REVISED));
  cr_assert (eq (dbl, marmot_value_get_number (marmot_observation_get_lower_99_8 (first)), 1.5));
  cr_assert (marmot_observation_get_upper_99_8 (first) == NULL);
  cr_assert (eq (str, (char *) marmot_observation_get_sex (first), "Persons"));
  cr_assert (marmot_observation_get_category (first) == NULL);
  period = marmot_period_to_string (marmot_observation_get_period (first));
  cr_assert (eq (str, period, "2016/17"));

  cr_assert (eq (int, (int) marmot_value_get_state (marmot_observation_get_value (last)), MARMOT_VALUE_SUPPRESSED));
  cr_assert (eq (int, (int) marmot_observation_get_vintage (last), MARMOT_VINTAGE_UNSTATED));
}

/* The type of the year is never guessed where the source names another thing. */
Test (observation_set, periods)
{
  static const char *const names[] = { "time_period", "year_type", "time_identifier", NULL };
  static const char *const texts[] = { "2016/17", "2016/17", "2016/17", "once", NULL };
  static const char *const types[] = { "academic", "", "unheard of", "academic", NULL };
  static const char *const identifiers[] = { "Academic year", "Tax year", "x", "Academic year", NULL };
  static const gboolean second[] = { FALSE, TRUE, FALSE, FALSE };
  g_autoptr (MarmotColumn) all_types = marmot_column_new_text (types);
  g_autoptr (MarmotColumn) text = marmot_column_new_text (texts);
  g_autoptr (MarmotColumn) type = marmot_column_with_nulls (all_types, second, 4, NULL);
  g_autoptr (MarmotColumn) identifier = marmot_column_new_text (identifiers);
  MarmotColumn *columns[] = { text, type, identifier };
  g_autoptr (MarmotTable) table = marmot_table_new (names, columns, 3, NULL);
  g_autoptr (MarmotObservationSet) set = marmot_observation_set_new (table, NULL);
  g_autoptr (MarmotPeriod) first = marmot_observation_set_get_period (set, 0);

  cr_assert (eq (int, (int) marmot_period_get_year_type (first), MARMOT_YEAR_ACADEMIC));
  for (guint row = 1; row < 4; row++)
    cr_assert (marmot_observation_set_get_period (set, row) == NULL, "row %u", row);
}

Test (observation_set, filter_and_slice)
{
  static const struct
  {
    const char *column;
    const char *text;
    guint n_rows;
    double first;
  } cases[] = {
    { "area_code", "E08000026", 3, 5 }, /* not together: copied */
    { "area_code", "E08000029", 1, 7 },
    { "area_code", "E0800002", 0, 0 },
    { "sortable", "20160000", 3, 5 },   /* together: shared */
    { "indicator_id", "11", 1, 6 },
    { "indicator_id", "eleven", 0, 0 },
    { "sex", NULL, 0, 0 },
  };
  g_autoptr (MarmotObservationSet) set = make_set ();
  g_autoptr (MarmotObservationSet) part = marmot_observation_set_slice (set, 1, 2);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotObservationSet) found
          = marmot_observation_set_filter (set, cases[i].column, cases[i].text, &error);
      g_autoptr (MarmotColumn) value = NULL;

      cr_assert (found != NULL);
      cr_assert (eq (u32, marmot_observation_set_get_n_rows (found), cases[i].n_rows), "case %u", i);
      value = marmot_table_get_column_by_name (marmot_observation_set_get_table (found), "value");
      if (cases[i].n_rows > 0)
        cr_assert (eq (dbl, marmot_column_get_double (value, 0), cases[i].first), "case %u", i);
    }

  cr_assert (eq (u32, marmot_observation_set_get_n_rows (part), 2));
  {
    g_autoptr (MarmotObservation) item = g_list_model_get_item (G_LIST_MODEL (part), 0);

    cr_assert (eq (dbl, marmot_value_get_number (marmot_observation_get_value (item)), 6));
  }

  cr_assert (marmot_observation_set_filter (set, "age", "x", &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_assert (marmot_observation_set_filter (set, "value", "5", &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
}
