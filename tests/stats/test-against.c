/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One group against a standard.
 */
#include <criterion/criterion.h>

#include "support/contrasts.h"
#include "support/figures.h"

Test (against, agrees_with_the_reference)
{
  g_autoptr (TestTable) table = test_table_load ("two-groups.csv");
  guint n_proportions = 0, n_rates = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      const char *measure = test_table_text (table, row, "measure");
      gboolean is_rate = g_str_equal (measure, "rate_against");
      g_autoptr (MarmotIntervalOptions) options = NULL;
      g_autoptr (MarmotContrast) c = NULL;
      double x, n, standard;

      if (!is_rate && !g_str_equal (measure, "proportion_against"))
        continue;
      options = test_contrast_options (test_table_text (table, row, "method"), test_table_text (table, row, "test"),
                                       test_table_number (table, row, "level"));
      x = test_table_number (table, row, "a");
      n = test_table_number (table, row, "b");
      standard = test_table_number (table, row, "c");
      c = is_rate ? marmot_rate_against (x, n, standard, options, NULL)
                  : marmot_proportion_against (x, n, standard, options, NULL);
      test_contrast_is (c, table, row, 0);
      n_proportions += !is_rate;
      n_rates += is_rate;
    }
  cr_assert (n_proportions > 40 && n_rates > 40);
}

/* A ratio of 60 observed to 50 expected, as a ratio and as a percentage. */
Test (against, a_standardised_ratio)
{
  g_autoptr (MarmotIntervalOptions) once = test_options (0.95, (double) NAN, 1);
  g_autoptr (MarmotIntervalOptions) percent = test_options (0.95, (double) NAN, 100);
  g_autoptr (MarmotContrast) c = marmot_rate_against (60, 50, 1, once, NULL);
  g_autoptr (MarmotContrast) d = marmot_rate_against (60, 50, 100, percent, NULL);

  cr_assert (test_near (marmot_contrast_get_value (c), 1.2, 1e-15));
  cr_assert_float_eq (marmot_contrast_get_lower (c), 0.9157, 5e-5);
  cr_assert_float_eq (marmot_contrast_get_upper (c), 1.5447, 5e-5);
  cr_assert_float_eq (marmot_contrast_get_p_value (c), 0.1845, 5e-5);
  cr_assert (test_near (marmot_contrast_get_value (d), 120, 1e-15));
  cr_assert (marmot_contrast_get_p_value (d) == marmot_contrast_get_p_value (c));
}

/* The test rejects a standard where the interval that belongs to it leaves it out. */
Test (against, intervals_and_tests_agree)
{
  const char *const methods[] = { "wilson", "clopper-pearson" }, *const tests[] = { "score", "exact-binomial" };
  guint n_apart = 0;

  for (int m = 0; m < 2; m++)
    for (int n = 1; n < 300; n += 13)
      for (int x = 0; x <= n; x += 1 + n / 9)
        {
          g_autoptr (MarmotIntervalOptions) options = test_contrast_options (methods[m], tests[m], 0.95);
          g_autoptr (MarmotContrast) c = marmot_proportion_against (x, n, 0.4, options, NULL);
          gboolean apart = marmot_contrast_get_lower (c) > 0.4 || marmot_contrast_get_upper (c) < 0.4;

          cr_assert (apart == (marmot_contrast_get_p_value (c) < 0.05), "%d of %d by %s", x, n, tests[m]);
          n_apart += apart;
        }
  for (int x = 0; x < 100; x++)
    {
      g_autoptr (MarmotIntervalOptions) options = test_contrast_options ("exact-poisson", "exact-poisson", 0.95);
      g_autoptr (MarmotContrast) c = marmot_rate_against (x, 30, 1, options, NULL);
      gboolean apart = marmot_contrast_get_lower (c) > 1 || marmot_contrast_get_upper (c) < 1;

      cr_assert (apart == (marmot_contrast_get_p_value (c) < 0.05), "%d of 30", x);
      n_apart += apart;
    }
  cr_assert (n_apart > 100);
}

Test (against, statuses)
{
  const struct
  {
    double in[3];
    MarmotStatus proportion;
    MarmotStatus rate;
  } cases[] = {
    { { 1, 10, 0.5 }, MARMOT_STATUS_OK, MARMOT_STATUS_OK },
    { { 1, 10, 0 }, MARMOT_STATUS_STANDARD_OUT_OF_RANGE, MARMOT_STATUS_STANDARD_OUT_OF_RANGE },
    { { 1, 10, -1 }, MARMOT_STATUS_STANDARD_OUT_OF_RANGE, MARMOT_STATUS_STANDARD_OUT_OF_RANGE },
    { { 1, 10, 1 }, MARMOT_STATUS_STANDARD_OUT_OF_RANGE, MARMOT_STATUS_OK },
    { { 1, 10, (double) NAN }, MARMOT_STATUS_NOT_FINITE, MARMOT_STATUS_NOT_FINITE },
    { { -1, 10, 0.5 }, MARMOT_STATUS_NEGATIVE_COUNT, MARMOT_STATUS_NEGATIVE_COUNT },
    { { 11, 10, 0.5 }, MARMOT_STATUS_COUNT_OVER_DENOMINATOR, MARMOT_STATUS_OK },
    { { 1, 0, 0.5 }, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
  };
  g_autoptr (MarmotIntervalOptions) once = test_options (0.95, (double) NAN, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double *in = cases[i].in;
      g_autoptr (MarmotContrast) p = marmot_proportion_against (in[0], in[1], in[2], NULL, NULL);
      g_autoptr (MarmotContrast) r = marmot_rate_against (in[0], in[1], in[2], once, NULL);
      MarmotColumn *columns[3];
      g_autoptr (MarmotTable) table = NULL;

      cr_assert (marmot_contrast_get_status (p) == cases[i].proportion, "%zu", i);
      cr_assert (marmot_contrast_get_status (r) == cases[i].rate, "%zu", i);
      for (int k = 0; k < 3; k++)
        columns[k] = marmot_column_new_double (&in[k], 1);
      table = marmot_rate_against_column (columns[0], columns[1], columns[2], once, NULL);
      test_row_is_contrast (table, 0, r);
      for (int k = 0; k < 3; k++)
        marmot_column_unref (columns[k]);
    }
}

/* The rows of a group are one, with the standard of all or the events of each. */
Test (against, groups_are_added_up)
{
  const double codes_of[] = { 0, 0, 1, 1, 2, 2, 3, 3 };
  const double count[] = { 10, 20, 5, 7, 3, (double) NAN, 4, 5 };
  const double below[] = { 100, 300, 50, 150, 10, 10, 10, 10 };
  const double same[] = { 0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.4, -1 };
  const double differ[] = { 0.05, 0.1, 0.02, 0.04, 0.3, 0.3, 0.4, -1 };
  gint32 codes[8];
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (MarmotColumn) x = test_nullable (count, 8);
  g_autoptr (MarmotColumn) n = test_nullable (below, 8);
  g_autoptr (MarmotColumn) alike = test_nullable (same, 8);
  g_autoptr (MarmotColumn) others = test_nullable (differ, 8);
  g_autoptr (MarmotIntervalOptions) plain = marmot_interval_options_new ();
  g_autoptr (MarmotTable) proportions = NULL;
  g_autoptr (MarmotTable) rates = NULL;
  g_autoptr (MarmotContrast) one = NULL;
  g_autoptr (MarmotContrast) other = NULL;
  GError *error = NULL;

  for (gsize i = 0; i < 8; i++)
    codes[i] = (gint32) codes_of[i];
  /* The last group has no rows. */
  groups = marmot_groups_new_from_codes (codes, 8, 5, NULL);
  g_object_set (plain, "multiplier", 1.0, NULL);
  proportions = marmot_proportion_against_grouped (x, n, alike, groups, plain, NULL);
  rates = marmot_rate_against_grouped (x, n, others, groups, plain, NULL);
  one = marmot_proportion_against (30, 400, 0.1, plain, NULL);
  /* 5 + 30 events expected of 400, and 1 + 6 of 200. */
  other = marmot_rate_against (30, 400, 35.0 / 400, plain, NULL);

  cr_assert (marmot_table_get_n_rows (proportions) == 5 && marmot_table_get_n_rows (rates) == 5);
  cr_assert (test_result (proportions, "p_value", 0) == marmot_contrast_get_p_value (one));
  cr_assert (fabs (test_result (rates, "p_value", 0) - marmot_contrast_get_p_value (other)) < 1e-13);
  cr_assert (test_result (rates, "value", 1) == 12.0 / 200);
  cr_assert (test_status_is (proportions, "status", 2, MARMOT_STATUS_MISSING));
  cr_assert (test_status_is (proportions, "status", 3, MARMOT_STATUS_STANDARD_OUT_OF_RANGE));
  cr_assert (test_status_is (rates, "status", 4, MARMOT_STATUS_EMPTY_GROUP));

  {
    g_autoptr (MarmotGroups) few = marmot_groups_new_from_codes (codes, 3, 2, NULL);

    cr_assert (marmot_rate_against_grouped (x, n, alike, few, NULL, &error) == NULL);
    cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
    g_clear_error (&error);
  }
}
