/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Means of one group and of two, from values and from summaries.
 */
#include <criterion/criterion.h>

#include "support/contrasts.h"

typedef MarmotContrast *(*TwoMeans) (double                  n1,
                                     double                  mean1,
                                     double                  sd1,
                                     double                  n2,
                                     double                  mean2,
                                     double                  sd2,
                                     MarmotIntervalOptions  *options,
                                     GError                **error);

Test (mean, two_means_agree_with_the_reference)
{
  g_autoptr (TestTable) table = test_table_load ("two-groups.csv");
  guint n_seen = 0, n_undefined = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      const char *measure = test_table_text (table, row, "measure");
      gboolean is_ratio = g_str_equal (measure, "mean_ratio");
      TwoMeans function = is_ratio ? marmot_mean_ratio : marmot_mean_difference;
      g_autoptr (MarmotIntervalOptions) options = NULL;
      g_autoptr (MarmotContrast) c = NULL;

      if (!is_ratio && !g_str_equal (measure, "mean_difference"))
        continue;
      options = test_contrast_options (test_table_text (table, row, "method"), test_table_text (table, row, "test"),
                                       test_table_number (table, row, "level"));
      c = function (test_table_number (table, row, "a"), test_table_number (table, row, "b"),
                    test_table_number (table, row, "c"), test_table_number (table, row, "d"),
                    test_table_number (table, row, "e"), test_table_number (table, row, "f"), options, NULL);
      test_contrast_is (c, table, row, is_ratio ? 0 : 1e-13);
      n_seen++;
      n_undefined += isnan (test_table_number (table, row, "value"));
    }
  cr_assert (n_seen > 100 && n_undefined > 0);
}

/* PHEindicatormethods 2.1.0, phe_mean(), of values in groups. Its limits are compared
 * within 1e-12 of their width and value. */
Test (mean, of_values_agrees_with_the_peer)
{
  g_autoptr (TestTable) rows = test_table_load ("phe-mean-rows.csv");
  g_autoptr (TestTable) expected = test_table_load ("phe-mean.csv");
  g_autofree double *cases = test_table_numbers (rows, "case_id");
  g_autofree double *values = test_table_numbers (rows, "value");
  guint n_seen = 0;

  for (guint row = 0; row < expected->rows->len; row++)
    {
      double which = test_table_number (expected, row, "case_id");
      double sum = test_table_number (expected, row, "value_sum");
      g_auto (GStrv) levels = g_strsplit (test_table_text (expected, row, "confidence"), "|", 2);
      g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (double));
      g_autoptr (MarmotColumn) column = NULL;
      g_autoptr (MarmotIntervalOptions) options = NULL;
      g_autoptr (MarmotTable) table = NULL;
      double wide;

      for (guint i = 0; i < rows->rows->len; i++)
        if (cases[i] == which)
          g_array_append_val (own, values[i]);
      /* Where the peer meets a missing number, or one value, it gives nothing, and a
       * level of 1 is refused. */
      if (isnan (sum) || own->len < 2 || g_ascii_strtod (levels[0], NULL) >= 1)
        continue;

      n_seen++;
      options = test_options (g_ascii_strtod (levels[0], NULL),
                              levels[1] ? g_ascii_strtod (levels[1], NULL) : (double) NAN, 1);
      column = marmot_column_new_double ((const double *) (gconstpointer) own->data, own->len);
      table = marmot_mean_of_values (column, NULL, options, NULL);
      cr_assert (test_table_cell (table, "n", 0) == test_table_number (expected, row, "value_count"));
      cr_assert (test_table_cell (table, "missing", 0) == 0);
      wide = test_table_number (expected, row, "uppercl") - test_table_number (expected, row, "lowercl")
             + fabs (test_table_number (expected, row, "value"));
      cr_assert (fabs (test_table_cell (table, "sum", 0) - sum) <= 1e-12 * fabs (sum) + 1e-12 * wide);
      cr_assert (test_near (test_table_cell (table, "sd", 0), test_table_number (expected, row, "stdev"), 1e-11));
      cr_assert (fabs (test_table_cell (table, "value", 0) - test_table_number (expected, row, "value")) <= 1e-12 * wide);
      cr_assert (fabs (test_table_cell (table, levels[1] ? "lower_95" : "lower", 0)
                       - test_table_number (expected, row, "lowercl")) <= 1e-12 * wide, "row %u", row);
      cr_assert (fabs (test_table_cell (table, levels[1] ? "upper_95" : "upper", 0)
                       - test_table_number (expected, row, "uppercl")) <= 1e-12 * wide, "row %u", row);
      if (levels[1])
        cr_assert (fabs (test_table_cell (table, "lower_99.8", 0) - test_table_number (expected, row, "lower99_8cl"))
                     <= 1e-12 * wide * 2, "row %u", row);
    }
  cr_assert (n_seen > 20, "%u", n_seen);
}

/* What is missing is counted, what is no number voids its group, and one value or none
 * has no limits. */
Test (mean, groups_and_what_is_missing)
{
  const double values[] = { 1, 2, 3, 7, 4, (double) NAN, 5, 9 };
  const gint32 codes[] = { 0, 0, 0, 0, 1, 2, 2, 3 };
  const gboolean nulls[] = { FALSE, FALSE, FALSE, TRUE, FALSE, FALSE, FALSE, TRUE };
  const char *const statuses[] = { "ok", "too-few-values", "not-finite", "too-few-values", "empty-group" };
  const double counts[] = { 3, 1, 1, 0, 0 }, missing[] = { 1, 0, 0, 1, 0 };
  g_autoptr (MarmotColumn) bare = marmot_column_new_double (values, 8);
  g_autoptr (MarmotColumn) column = marmot_column_with_nulls (bare, nulls, 8, NULL);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, 8, 5, NULL);
  g_autoptr (MarmotTable) table = marmot_mean_of_values (column, groups, NULL, NULL);
  g_autoptr (MarmotColumn) status = marmot_table_get_column_by_name (table, "status");
  g_autoptr (MarmotEstimate) three = marmot_mean (3, 2, 1, NULL, NULL);

  for (gsize g = 0; g < 5; g++)
    {
      g_autofree char *nick = marmot_column_get_text (status, g);

      cr_assert (g_str_equal (nick, statuses[g]), "%zu: %s", g, nick);
      cr_assert (test_table_cell (table, "n", g) == counts[g] && test_table_cell (table, "missing", g) == missing[g]);
      cr_assert (isnan (test_table_cell (table, "value", g)) == (g > 0));
    }
  cr_assert (test_table_cell (table, "sum", 0) == 6 && test_table_cell (table, "sd", 0) == 1);
  cr_assert (test_table_cell (table, "sum", 1) == 4 && isnan (test_table_cell (table, "sum", 2)));
  cr_assert (test_same (test_table_cell (table, "lower", 0), marmot_estimate_get_lower (three)));
}

/* A large mean costs no digits, and neither does the order. */
Test (mean, values_far_from_zero)
{
  enum { N = 10001 };
  static double values[N];
  g_autoptr (MarmotColumn) column = NULL;
  g_autoptr (MarmotTable) table = NULL;

  for (int i = 0; i < N; i++)
    values[i] = 1e9 + (i * 7919 % N) - N / 2;
  column = marmot_column_new_double (values, N);
  table = marmot_mean_of_values (column, NULL, NULL, NULL);
  cr_assert (test_table_cell (table, "value", 0) == 1e9);
  /* The integers 1 to N have the variance N (N + 1) / 12. */
  cr_assert (test_near (test_table_cell (table, "sd", 0), sqrt (N * (N + 1.0) / 12), 1e-14));
}

/* Pooling summaries is what pooling the values would have been. */
Test (mean, summaries_pool)
{
  enum { N = 3000 };
  static double values[N];
  static gint32 codes[N];
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (MarmotColumn) column = NULL;
  g_autoptr (MarmotGroups) parts = NULL;
  g_autoptr (MarmotTable) whole = NULL;
  g_autoptr (MarmotTable) each = NULL;
  g_autoptr (MarmotColumn) n = NULL;
  g_autoptr (MarmotColumn) mean = NULL;
  g_autoptr (MarmotColumn) sd = NULL;
  g_autoptr (MarmotGroups) one = NULL;
  g_autoptr (MarmotEstimates) pooled = NULL;
  g_autoptr (MarmotEstimate) e = NULL;
  const gint32 zeros[10] = { 0 };

  for (int i = 0; i < N; i++)
    {
      codes[i] = g_rand_int_range (rand, 0, 10);
      values[i] = 1000 + codes[i] + g_rand_double (rand);
    }
  column = marmot_column_new_double (values, N);
  parts = marmot_groups_new_from_codes (codes, N, 10, NULL);
  whole = marmot_mean_of_values (column, NULL, NULL, NULL);
  each = marmot_mean_of_values (column, parts, NULL, NULL);
  n = marmot_table_get_column_by_name (each, "n");
  mean = marmot_table_get_column_by_name (each, "value");
  sd = marmot_table_get_column_by_name (each, "sd");
  one = marmot_groups_new_from_codes (zeros, 10, 1, NULL);
  pooled = marmot_mean_grouped (n, mean, sd, one, NULL, NULL);
  e = marmot_estimates_get_estimate (pooled, 0);
  cr_assert (test_near (marmot_estimate_get_value (e), test_table_cell (whole, "value", 0), 1e-14));
  cr_assert (test_near (marmot_estimate_get_lower (e), test_table_cell (whole, "lower", 0), 1e-14));
  cr_assert (marmot_estimates_get_method (pooled) == MARMOT_METHOD_STUDENT);
}

Test (mean, statuses)
{
  const struct
  {
    double n, mean, sd;
    MarmotStatus status;
  } cases[] = {
    { 2, 0, 0, MARMOT_STATUS_OK },
    { 1, 0, 1, MARMOT_STATUS_TOO_FEW_VALUES },
    { 1, 0, (double) NAN, MARMOT_STATUS_TOO_FEW_VALUES },
    { 0, (double) NAN, (double) NAN, MARMOT_STATUS_TOO_FEW_VALUES },
    { -3, 0, 1, MARMOT_STATUS_NEGATIVE_COUNT },
    { 5, 1, -1, MARMOT_STATUS_NEGATIVE_SPREAD },
    { 5, (double) NAN, 1, MARMOT_STATUS_NOT_FINITE },
    { 5, 1, (double) INFINITY, MARMOT_STATUS_NOT_FINITE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotEstimate) e = marmot_mean (cases[i].n, cases[i].mean, cases[i].sd, NULL, NULL);
      g_autoptr (MarmotContrast) first
        = marmot_mean_difference (cases[i].n, cases[i].mean, cases[i].sd, 5, 1, 1, NULL, NULL);
      g_autoptr (MarmotContrast) second
        = marmot_mean_difference (5, 1, 1, cases[i].n, cases[i].mean, cases[i].sd, NULL, NULL);

      cr_assert (marmot_estimate_get_status (e) == cases[i].status, "%zu", i);
      cr_assert (marmot_contrast_get_status (first) == cases[i].status, "%zu", i);
      cr_assert (marmot_contrast_get_status (second) == cases[i].status, "%zu", i);
    }
}

/* Swapping the groups turns differences round and ratios over; without any spread a
 * difference is beyond doubt. */
Test (mean, swapping_groups)
{
  g_autoptr (MarmotContrast) one = marmot_mean_difference (12, 5, 2, 15, 3, 1, NULL, NULL);
  g_autoptr (MarmotContrast) other = marmot_mean_difference (15, 3, 1, 12, 5, 2, NULL, NULL);
  g_autoptr (MarmotContrast) ratio = marmot_mean_ratio (12, 5, 2, 15, 3, 1, NULL, NULL);
  g_autoptr (MarmotContrast) over = marmot_mean_ratio (15, 3, 1, 12, 5, 2, NULL, NULL);
  g_autoptr (MarmotContrast) apart = marmot_mean_difference (3, 1, 0, 3, 2, 0, NULL, NULL);
  g_autoptr (MarmotContrast) alike = marmot_mean_difference (3, 2, 0, 3, 2, 0, NULL, NULL);
  g_autoptr (MarmotContrast) none = marmot_mean_ratio (3, 2, 1, 3, 0, 1, NULL, NULL);

  cr_assert (marmot_contrast_get_lower (one) == -marmot_contrast_get_upper (other));
  cr_assert (test_near (marmot_contrast_get_df (one), marmot_contrast_get_df (other), 1e-15));
  cr_assert (test_near (marmot_contrast_get_lower (ratio), 1 / marmot_contrast_get_upper (over), 1e-14));
  cr_assert (marmot_contrast_get_p_value (apart) == 0 && marmot_contrast_get_p_value (alike) == 1);
  cr_assert (marmot_contrast_get_status (none) == MARMOT_STATUS_NOT_DEFINED);
}

Test (mean, wrong_requests_are_errors)
{
  g_autoptr (MarmotColumn) text = marmot_column_new_text ((const char *const[]) { "a", "b", NULL });
  g_autoptr (MarmotColumn) two = marmot_column_new_double ((const double[]) { 1, 2 }, 2);
  g_autoptr (MarmotGroups) three = marmot_groups_new_from_codes ((const gint32[]) { 0, 0, 0 }, 3, 1, NULL);
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autoptr (GError) error = NULL;

  test_refused (marmot_mean_of_values (text, NULL, NULL, &error), &error, MARMOT_ERROR_TYPE);
  test_refused (marmot_mean_of_values (two, three, NULL, &error), &error, MARMOT_ERROR_LENGTH);
  marmot_interval_options_set_method (options, MARMOT_METHOD_WILSON);
  test_refused (marmot_mean_of_values (two, NULL, options, &error), &error, MARMOT_ERROR_INVALID_ARGUMENT);
  test_refused (marmot_mean_column (two, two, text, NULL, &error), &error, MARMOT_ERROR_TYPE);
}
