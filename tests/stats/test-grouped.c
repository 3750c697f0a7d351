/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/intervals.h"

/* The sums that the peer makes of its groups, at 95% and 99.8%. */
static void
check_kind (const char *kind,
            TestGrouped grouped,
            double      multiplier)
{
  g_autoptr (TestTable) rows = test_table_load ("phe-grouped-rows.csv");
  g_autoptr (TestTable) expected = test_table_load ("phe-grouped.csv");
  g_autoptr (MarmotIntervalOptions) options = test_options (0.95, 0.998, multiplier);
  g_autoptr (GHashTable) codes_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree double *x = test_table_numbers (rows, "x");
  g_autofree double *n = test_table_numbers (rows, "n");
  g_autofree gint32 *codes = g_new (gint32, rows->rows->len);
  g_autoptr (MarmotColumn) x_column = marmot_column_new_double (x, rows->rows->len);
  g_autoptr (MarmotColumn) n_column = marmot_column_new_double (n, rows->rows->len);
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (MarmotEstimates) estimates = NULL;
  guint n_checked = 0;

  /* All cases at once: a group is a case and a name. */
  for (guint row = 0; row < rows->rows->len; row++)
    {
      char *key = g_strconcat (test_table_text (rows, row, "case"), "/",
                               test_table_text (rows, row, "group"), NULL);
      gpointer code;

      if (!g_hash_table_lookup_extended (codes_of, key, NULL, &code))
        {
          code = GINT_TO_POINTER (g_hash_table_size (codes_of));
          g_hash_table_insert (codes_of, key, code);
        }
      else
        {
          g_free (key);
        }
      codes[row] = GPOINTER_TO_INT (code);
    }
  groups = marmot_groups_new_from_codes (codes, rows->rows->len, g_hash_table_size (codes_of), NULL);
  estimates = grouped (x_column, n_column, groups, options, NULL);
  cr_assert (marmot_estimates_get_length (estimates) == g_hash_table_size (codes_of));

  for (guint row = 0; row < expected->rows->len; row++)
    {
      g_autofree char *key = g_strconcat (test_table_text (expected, row, "case"), "/",
                                          test_table_text (expected, row, "group"), NULL);
      g_autoptr (MarmotEstimate) e = NULL;
      gpointer code;

      if (!g_str_equal (test_table_text (expected, row, "kind"), kind))
        continue;
      cr_assert (g_hash_table_lookup_extended (codes_of, key, NULL, &code));
      e = marmot_estimates_get_estimate (estimates, (gsize) GPOINTER_TO_INT (code));
      test_estimate_is (e, expected, row, 1e-12);
      n_checked++;
    }
  cr_assert (n_checked == g_hash_table_size (codes_of));
}

Test (grouped, proportions_agree_with_the_peer)
{
  check_kind ("proportion", marmot_proportion_grouped, 100);
}

Test (grouped, rates_agree_with_the_peer)
{
  check_kind ("rate", marmot_rate_grouped, 100000);
}

/* Rows in another order are the same groups, bit for bit when the counts are
 * whole, since then the sums are exact. */
Test (grouped, the_order_of_rows_does_not_matter)
{
  const gsize n_rows = 4001, n_groups = 37;
  g_autofree double *x = NULL;
  g_autofree double *n = NULL;
  g_autofree gint32 *codes = g_new (gint32, n_rows);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (MarmotColumn) x_column = NULL;
  g_autoptr (MarmotColumn) n_column = NULL;
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (MarmotEstimates) in_order = NULL;

  test_random_rows (8, n_rows, &x, &n);
  for (gsize i = 0; i < n_rows; i++)
    {
      /* Some groups are wholly good, some not. */
      codes[i] = g_rand_int_range (rand, 0, (gint32) n_groups);
      if (codes[i] % 2 == 0 && !(x[i] >= 0 && n[i] > 0 && n[i] <= G_MAXDOUBLE))
        x[i] = n[i] = 8;
      x[i] = floor (x[i]);
    }
  x_column = marmot_column_new_double (x, n_rows);
  n_column = marmot_column_new_double (n, n_rows);
  groups = marmot_groups_new_from_codes (codes, n_rows, n_groups, NULL);
  in_order = marmot_rate_grouped (x_column, n_column, groups, NULL, NULL);

  for (int round = 0; round < 5; round++)
    {
      g_autoptr (MarmotColumn) x_mixed = NULL;
      g_autoptr (MarmotColumn) n_mixed = NULL;
      g_autoptr (MarmotGroups) groups_mixed = NULL;
      g_autoptr (MarmotEstimates) mixed = NULL;

      for (gsize i = n_rows - 1; i > 0; i--)
        {
          gsize j = (gsize) g_rand_int_range (rand, 0, (gint32) i + 1);
          double swap;
          gint32 swap_code;

          swap = x[i], x[i] = x[j], x[j] = swap;
          swap = n[i], n[i] = n[j], n[j] = swap;
          swap_code = codes[i], codes[i] = codes[j], codes[j] = swap_code;
        }
      x_mixed = marmot_column_new_double (x, n_rows);
      n_mixed = marmot_column_new_double (n, n_rows);
      groups_mixed = marmot_groups_new_from_codes (codes, n_rows, n_groups, NULL);
      mixed = marmot_rate_grouped (x_mixed, n_mixed, groups_mixed, NULL, NULL);
      cr_assert (marmot_estimates_equal (in_order, mixed));
    }
}

/* A million tenths are a hundred thousand, and not the 100000.00000133288 that
 * adding them up one by one gives. */
Test (grouped, sums_lose_nothing)
{
  const gsize n_rows = 1000000;
  g_autofree double *x = g_new (double, n_rows);
  g_autofree gint32 *codes = g_new0 (gint32, n_rows);
  g_autoptr (MarmotColumn) column = NULL;
  g_autoptr (MarmotColumn) one = NULL;
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, n_rows, 1, NULL);
  g_autofree double *n = g_new0 (double, n_rows);
  g_autoptr (MarmotIntervalOptions) options = test_options (0.95, (double) NAN, 1);
  g_autoptr (MarmotEstimates) estimates = NULL;
  g_autoptr (MarmotEstimate) e = NULL;

  for (gsize i = 0; i < n_rows; i++)
    x[i] = 0.1;
  n[n_rows / 2] = 1;
  column = marmot_column_new_double (x, n_rows);
  one = marmot_column_new_double (n, n_rows);
  estimates = marmot_rate_grouped (column, one, groups, options, NULL);
  e = marmot_estimates_get_estimate (estimates, 0);
  cr_assert (test_near (marmot_estimate_get_value (e), 100000, 2.3e-16), "%.17g", marmot_estimate_get_value (e));
}

typedef struct
{
  const char *what;
  double x[3];
  double n[3];
  gboolean null_x;
  MarmotStatus status;
} GroupCase;

/* What makes a group void, whichever of its rows it is. */
Test (grouped, a_group_is_void_if_a_row_is)
{
  const GroupCase cases[] = {
    { "all good", { 1, 2, 3 }, { 10, 10, 10 }, FALSE, MARMOT_STATUS_OK },
    { "a population of none in one row", { 1, 0, 3 }, { 10, 0, 10 }, FALSE, MARMOT_STATUS_OK },
    { "more than the denominator in one row, not in the sum", { 11, 0, 0 }, { 10, 10, 10 }, FALSE, MARMOT_STATUS_OK },
    { "more than the denominator in the sum", { 20, 10, 3 }, { 10, 10, 10 }, FALSE,
      MARMOT_STATUS_COUNT_OVER_DENOMINATOR },
    { "no population at all", { 0, 0, 0 }, { 0, 0, 0 }, FALSE, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { "a count below zero", { 1, -2, 3 }, { 10, 10, 10 }, FALSE, MARMOT_STATUS_NEGATIVE_COUNT },
    { "a population below zero", { 1, 2, 3 }, { 10, -10, 10 }, FALSE, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { "not a number", { 1, (double) NAN, 3 }, { 10, 10, 10 }, FALSE, MARMOT_STATUS_NOT_FINITE },
    { "infinite", { 1, 2, 3 }, { 10, (double) INFINITY, 10 }, FALSE, MARMOT_STATUS_NOT_FINITE },
    { "both infinities", { (double) INFINITY, -(double) INFINITY, 3 }, { 10, 10, 10 }, FALSE,
      MARMOT_STATUS_NOT_FINITE },
    { "a null", { 1, 2, 3 }, { 10, 10, 10 }, TRUE, MARMOT_STATUS_MISSING },
    { "a null before all else", { 1, 2, -3 }, { 10, (double) NAN, -10 }, TRUE, MARMOT_STATUS_MISSING },
  };
  /* Rows of the case stand between those of a good group, and one has no rows. */
  const gint32 codes[] = { 0, 1, 0, 1, 1, 0 };
  const gsize places[] = { 1, 3, 4 };
  const int orders[][3] = { { 0, 1, 2 }, { 2, 0, 1 }, { 1, 2, 0 }, { 2, 1, 0 } };
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, 6, 3, NULL);

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    for (gsize o = 0; o < G_N_ELEMENTS (orders); o++)
      {
        double x[] = { 4, 0, 5, 0, 0, 6 };
        double n[] = { 10, 0, 20, 0, 0, 30 };
        gboolean nulls[] = { FALSE, FALSE, FALSE, FALSE, FALSE, FALSE };
        g_autoptr (MarmotColumn) x_bare = NULL;
        g_autoptr (MarmotColumn) x_column = NULL;
        g_autoptr (MarmotColumn) n_column = NULL;
        g_autoptr (MarmotEstimates) estimates = NULL;
        g_autoptr (MarmotEstimate) good = NULL;
        g_autoptr (MarmotEstimate) tried = NULL;
        g_autoptr (MarmotEstimate) empty = NULL;

        for (gsize i = 0; i < 3; i++)
          {
            x[places[i]] = cases[c].x[orders[o][i]];
            n[places[i]] = cases[c].n[orders[o][i]];
            nulls[places[i]] = cases[c].null_x && orders[o][i] == 0;
          }
        x_bare = marmot_column_new_double (x, 6);
        x_column = marmot_column_with_nulls (x_bare, nulls, 6, NULL);
        n_column = marmot_column_new_double (n, 6);
        estimates = marmot_proportion_grouped (x_column, n_column, groups, NULL, NULL);
        good = marmot_estimates_get_estimate (estimates, 0);
        tried = marmot_estimates_get_estimate (estimates, 1);
        empty = marmot_estimates_get_estimate (estimates, 2);

        cr_assert (marmot_estimate_get_value (good) == 15.0 / 60, "%s", cases[c].what);
        cr_assert (marmot_estimate_get_status (tried) == cases[c].status, "%s: %s", cases[c].what,
                   marmot_status_to_nick (marmot_estimate_get_status (tried)));
        cr_assert (isnan (marmot_estimate_get_value (tried)) == (cases[c].status != MARMOT_STATUS_OK));
        cr_assert (isnan (marmot_estimate_get_upper (tried)) == (cases[c].status != MARMOT_STATUS_OK));
        cr_assert (marmot_estimate_get_status (empty) == MARMOT_STATUS_EMPTY_GROUP);
        cr_assert (isnan (marmot_estimate_get_value (empty)));
      }
}

/* A group of one row is that row: the peer leaves such a grouping undone. */
Test (grouped, one_group_is_summed_like_any_other)
{
  const double x[] = { 1, 2 }, n[] = { 10, 20 };
  const gint32 codes[] = { 0, 0 };
  g_autoptr (MarmotColumn) x_column = marmot_column_new_double (x, 2);
  g_autoptr (MarmotColumn) n_column = marmot_column_new_double (n, 2);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, 2, 1, NULL);
  g_autoptr (MarmotEstimates) estimates = marmot_proportion_grouped (x_column, n_column, groups, NULL, NULL);
  g_autoptr (MarmotEstimate) one = marmot_proportion (3, 30, NULL, NULL);

  cr_assert (marmot_estimates_get_length (estimates) == 1);
  test_row_is_estimate (estimates, 0, one);
}

Test (grouped, no_rows_and_no_groups)
{
  g_autoptr (MarmotColumn) empty = marmot_column_new_double (NULL, 0);
  g_autoptr (MarmotGroups) none = marmot_groups_new_from_codes (NULL, 0, 0, NULL);
  g_autoptr (MarmotGroups) two = marmot_groups_new_from_codes (NULL, 0, 2, NULL);
  g_autoptr (MarmotEstimates) nothing = marmot_proportion_grouped (empty, empty, none, NULL, NULL);
  g_autoptr (MarmotEstimates) hollow = marmot_proportion_grouped (empty, empty, two, NULL, NULL);
  g_autoptr (MarmotEstimate) e = marmot_estimates_get_estimate (hollow, 1);

  cr_assert (marmot_estimates_get_length (nothing) == 0);
  cr_assert (marmot_estimates_get_length (hollow) == 2);
  cr_assert (marmot_estimate_get_status (e) == MARMOT_STATUS_EMPTY_GROUP);
}
