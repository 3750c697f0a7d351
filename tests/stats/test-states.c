/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/figures.h"

/* States as text; "" is not known. */
static MarmotColumn *
states_of (const char *const *texts)
{
  gsize n = g_strv_length ((char **) texts);
  g_autofree gboolean *nulls = g_new0 (gboolean, n + 1);
  g_autoptr (MarmotColumn) bare = marmot_column_new_text (texts);

  for (gsize i = 0; i < n; i++)
    nulls[i] = texts[i][0] == '\0';
  return marmot_column_with_nulls (bare, nulls, n, NULL);
}

static MarmotTable *
records_of (const char *first,
            MarmotColumn *x,
            const char *second,
            MarmotColumn *y)
{
  const char *const names[] = { first, second, NULL };
  MarmotColumn *columns[] = { x, y };
  MarmotTable *table = marmot_table_new (names, columns, 2, NULL);

  marmot_column_unref (x);
  marmot_column_unref (y);
  return table;
}

static gboolean
says (MarmotTable *table,
      const char *name,
      gsize row,
      const char *text)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);
  g_autofree char *found = marmot_column_get_text (column, row);

  return g_strcmp0 (found, text) == 0;
}

Test (states, each_time_has_its_own_denominator)
{
  const double times[] = { 18, 17, 17, 17, 18, 19 };
  const char *const texts[] = { "work", "school", "", "work", "work", "", NULL };
  g_autoptr (MarmotTable) records
    = records_of ("time", marmot_column_new_double (times, 6), "state", states_of (texts));
  g_autoptr (MarmotTable) table = marmot_state_shares (records, NULL, NULL, NULL);
  const double time[] = { 17, 17, 18, 18, 19, 19 }, count[] = { 1, 1, 0, 2, 0, 0 }, known[] = { 2, 2, 2, 2, 0, 0 };
  const double unknown[] = { 1, 1, 0, 0, 1, 1 };
  g_autoptr (MarmotEstimate) wilson = marmot_proportion (1, 2, NULL, NULL);

  cr_assert (marmot_table_get_n_rows (table) == 6);
  for (gsize i = 0; i < 6; i++)
    {
      cr_assert (test_result (table, "time", i) == time[i]);
      cr_assert (says (table, "state", i, i % 2 ? "work" : "school"));
      cr_assert (test_result (table, "count", i) == count[i]);
      cr_assert (test_result (table, "known", i) == known[i]);
      cr_assert (test_result (table, "unknown", i) == unknown[i]);
    }
  cr_assert (test_result (table, "value", 3) == 1);
  cr_assert (test_result (table, "upper", 0) == marmot_estimate_get_upper (wilson));
  cr_assert (test_status_is (table, "status", 4, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE));
}

Test (states, transitions_of_groups)
{
  const char *const from[] = { "a", "a", "b", "a", "", NULL }, *const to[] = { "b", "", "b", "a", "a", NULL };
  const gint32 codes[] = { 0, 0, 0, 1, 1 };
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, 5, 2, NULL);
  g_autoptr (MarmotTable) records = records_of ("from", states_of (from), "to", states_of (to));
  g_autoptr (MarmotTable) table = marmot_state_transitions (records, groups, NULL, NULL);
  const double group[] = { 0, 0, 0, 0, 1, 1, 1, 1 }, count[] = { 0, 1, 0, 1, 1, 0, 1, 0 };
  const double unknown[] = { 1, 1, 0, 0, 0, 0, 0, 0 };
  const char *const firsts[] = { "a", "a", "b", "b", "a", "a", NULL, NULL };

  cr_assert (marmot_table_get_n_rows (table) == 8);
  for (gsize i = 0; i < 8; i++)
    {
      cr_assert (test_result (table, "group", i) == group[i]);
      cr_assert (says (table, "from", i, firsts[i]));
      cr_assert (says (table, "to", i, i % 2 ? "b" : "a"));
      cr_assert (test_result (table, "count", i) == count[i] && test_result (table, "known", i) == 1);
      cr_assert (test_result (table, "unknown", i) == unknown[i]);
    }
}

/* Shares of a time add up to one where anything is known, whatever the data. */
Test (states, shares_add_up)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int trial = 0; trial < 50; trial++)
    {
      gsize n = (gsize) g_rand_int_range (rand, 1, 60);
      g_autofree double *time = g_new (double, n);
      g_autofree double *state = g_new (double, n);
      g_autofree gint32 *codes = g_new (gint32, n);
      g_autoptr (MarmotTable) records = NULL, table = NULL;
      g_autoptr (MarmotGroups) groups = NULL;
      double all = 0, group = -1, at = 0, sum = 1;

      for (gsize i = 0; i < n; i++)
        {
          time[i] = g_rand_int_range (rand, 16, 20);
          state[i] = g_rand_int_range (rand, 0, 4);
          if (state[i] == 0)
            state[i] = (double) NAN;
          codes[i] = g_rand_int_range (rand, 0, 3);
        }
      records = records_of ("time", marmot_column_new_double (time, n), "state", test_nullable (state, n));
      groups = marmot_groups_new_from_codes (codes, n, 3, NULL);
      table = marmot_state_shares (records, groups, NULL, NULL);
      for (gsize i = 0; i < marmot_table_get_n_rows (table); i++)
        {
          all += test_result (table, "count", i);
          if (test_result (table, "group", i) != group || test_result (table, "time", i) != at)
            {
              cr_assert (fabs (sum - 1) < 1e-12);
              group = test_result (table, "group", i);
              at = test_result (table, "time", i);
              sum = test_result (table, "known", i) > 0 ? 0 : 1;
            }
          if (test_result (table, "known", i) > 0)
            sum += test_result (table, "value", i);
        }
      for (gsize i = 0; i < n; i++)
        all -= !isnan (state[i]);
      cr_assert (all == 0);
    }
}

Test (states, errors)
{
  const double numbers[] = { 1, 2 };
  const char *const keys[] = { "time", NULL };
  g_autoptr (MarmotTable) records
    = records_of ("time", marmot_column_new_double (numbers, 2), "state", marmot_column_new_double (numbers, 2));
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_table (records, keys, NULL);
  g_autoptr (MarmotTable) none = marmot_table_slice (records, 0, 0);
  g_autoptr (MarmotTable) empty = marmot_state_shares (none, NULL, NULL, NULL);
  GError *error = NULL;

  cr_assert (empty != NULL && marmot_table_get_n_rows (empty) == 0);
  cr_assert (!marmot_state_transitions (records, NULL, NULL, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_assert (!marmot_state_shares (records, groups, NULL, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
}
