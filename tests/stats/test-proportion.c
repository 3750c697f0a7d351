/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>

#include "support/intervals.h"

/* 469 partner-led of 2,780 early-help episodes: 16.9% (15.5 to 18.3), Wilson. */
Test (proportion, wilson_of_a_published_share)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autoptr (MarmotEstimate) e = NULL;

  marmot_interval_options_set_multiplier (options, 100);
  e = marmot_proportion (469, 2780, options, NULL);
  cr_assert (marmot_estimate_get_value (e) == 100 * (469.0 / 2780));
  cr_assert_float_eq (marmot_estimate_get_lower (e), 15.5, 0.05);
  cr_assert_float_eq (marmot_estimate_get_upper (e), 18.3, 0.05);
}

Test (proportion, agrees_with_the_peer)
{
  test_against_reference ("phe-proportion.csv", marmot_proportion, marmot_proportion_column);
}

Test (proportion, defaults)
{
  g_autoptr (MarmotEstimate) e = marmot_proportion (1, 4, NULL, NULL);

  cr_assert (marmot_estimate_get_value (e) == 0.25);
  cr_assert (marmot_estimate_get_confidence (e) == 0.95);
  cr_assert (marmot_estimate_get_n_levels (e) == 1);
  cr_assert (marmot_estimate_get_method (e) == MARMOT_METHOD_WILSON);
}

Test (proportion, cutting_columns_changes_nothing)
{
  test_cutting_changes_nothing (marmot_proportion, marmot_proportion_column, MARMOT_METHOD_DEFAULT, 5003);
}

Test (proportion, intervals_behave)
{
  test_intervals_behave (marmot_proportion_column, MARMOT_METHOD_WILSON, 1);
}

static const MarmotMethod by_name[] = {
  MARMOT_METHOD_CLOPPER_PEARSON,
  MARMOT_METHOD_AGRESTI_COULL,
  MARMOT_METHOD_JEFFREYS,
  MARMOT_METHOD_NORMAL,
};

/* Newcombe 1998, table I, 95%: 81 of 263, 15 of 148, 0 of 20 and 1 of 29, exact
 * limits. */
Test (proportion, clopper_pearson_of_newcombes_table)
{
  const double cases[][4] = {
    { 81, 263, 0.2527, 0.3676 },
    { 15, 148, 0.0578, 0.1617 },
    { 0, 20, 0, 0.1684 },
    { 1, 29, 0.0009, 0.1776 },
  };
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();

  marmot_interval_options_set_method (options, MARMOT_METHOD_CLOPPER_PEARSON);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotEstimate) e = marmot_proportion (cases[i][0], cases[i][1], options, NULL);

      cr_assert (marmot_estimate_get_method (e) == MARMOT_METHOD_CLOPPER_PEARSON);
      cr_assert_float_eq (marmot_estimate_get_lower (e), cases[i][2], 5e-5);
      cr_assert_float_eq (marmot_estimate_get_upper (e), cases[i][3], 5e-5);
    }
}

/* Every method against 50 digits: closed forms to 1e-12, apart from what a
 * difference near 0 loses of the unit, and beta quantiles to 1e-10: Boost's stop
 * at eleven digits where they are small. */
Test (proportion, every_method_agrees_with_the_reference)
{
  g_autoptr (TestTable) table = test_table_load ("proportion-methods.csv");
  guint seen[G_N_ELEMENTS (by_name)] = { 0 };

  for (guint row = 0; row < table->rows->len; row++)
    {
      g_autoptr (MarmotIntervalOptions) options
        = test_options (test_table_number (table, row, "level"), (double) NAN, 1);
      g_autoptr (MarmotEstimate) e = NULL;
      gsize m = 0;
      double lower = test_table_number (table, row, "lower");
      double upper = test_table_number (table, row, "upper");
      double tolerance;

      while (!g_str_equal (marmot_method_to_nick (by_name[m]), test_table_text (table, row, "method")))
        m++;
      seen[m]++;
      tolerance = by_name[m] == MARMOT_METHOD_CLOPPER_PEARSON || by_name[m] == MARMOT_METHOD_JEFFREYS ? 1e-10 : 1e-12;
      marmot_interval_options_set_method (options, by_name[m]);
      e = marmot_proportion (test_table_number (table, row, "x"), test_table_number (table, row, "n"), options,
                             NULL);
      cr_assert (fabs (marmot_estimate_get_lower (e) - lower) <= tolerance * lower + 3e-16, "row %u: %.17g", row,
                 marmot_estimate_get_lower (e));
      cr_assert (fabs (marmot_estimate_get_upper (e) - upper) <= tolerance * upper, "row %u: %.17g", row,
                 marmot_estimate_get_upper (e));
    }
  for (gsize m = 0; m < G_N_ELEMENTS (by_name); m++)
    cr_assert (seen[m] > 20);
}

Test (proportion, every_method_behaves)
{
  for (gsize m = 0; m < G_N_ELEMENTS (by_name); m++)
    {
      test_intervals_behave (marmot_proportion_column, by_name[m], 1);
      test_cutting_changes_nothing (marmot_proportion, marmot_proportion_column, by_name[m], 1531);
    }
}

/* The exact interval holds Jeffreys', and the two sides mirror each other. */
Test (proportion, exact_limits_hold_jeffreys)
{
  g_autoptr (MarmotIntervalOptions) exact = marmot_interval_options_new ();
  g_autoptr (MarmotIntervalOptions) jeffreys = marmot_interval_options_new ();

  marmot_interval_options_set_method (exact, MARMOT_METHOD_CLOPPER_PEARSON);
  marmot_interval_options_set_method (jeffreys, MARMOT_METHOD_JEFFREYS);
  for (int n = 1; n < 200; n += 7)
    for (int x = 0; x <= n; x++)
      {
        g_autoptr (MarmotEstimate) wide = marmot_proportion (x, n, exact, NULL);
        g_autoptr (MarmotEstimate) narrow = marmot_proportion (x, n, jeffreys, NULL);
        g_autoptr (MarmotEstimate) mirrored = marmot_proportion (n - x, n, exact, NULL);

        cr_assert (marmot_estimate_get_lower (wide) <= marmot_estimate_get_lower (narrow));
        cr_assert (marmot_estimate_get_upper (wide) >= marmot_estimate_get_upper (narrow));
        if (x * 2 != n)
          cr_assert (fabs (marmot_estimate_get_lower (wide) + marmot_estimate_get_upper (mirrored) - 1) < 3e-16);
      }
}

/* Where the quantile gives way to the normal limits, and beyond 2^53, no seam shows. */
Test (proportion, exact_limits_of_enormous_counts)
{
  const double sizes[] = { 1e9, 9.9e9, 1.01e10, 1e12, 1e15, 1e16, 1e100, 1e300 };
  const double counts[] = { 0, 1, 50, 1e6, 9.99e9, 1.001e10, 1e14 };
  g_autoptr (MarmotIntervalOptions) options = test_options (0.95, (double) NAN, 1);
  g_autoptr (MarmotIntervalOptions) wilson = test_options (0.95, (double) NAN, 1);

  marmot_interval_options_set_method (options, MARMOT_METHOD_CLOPPER_PEARSON);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (counts); j++)
      {
        g_autoptr (MarmotEstimate) e = NULL;
        g_autoptr (MarmotEstimate) w = NULL;
        double lower, upper;

        if (counts[j] > sizes[i])
          continue;
        e = marmot_proportion (counts[j], sizes[i], options, NULL);
        lower = marmot_estimate_get_lower (e);
        upper = marmot_estimate_get_upper (e);
        cr_assert (lower <= counts[j] / sizes[i] && counts[j] / sizes[i] <= upper, "%g of %g", counts[j], sizes[i]);
        if (counts[j] < 1e6)
          continue;
        w = marmot_proportion (counts[j], sizes[i], wilson, NULL);
        cr_assert (test_near (lower, marmot_estimate_get_lower (w), 2 / counts[j]), "%g of %g", counts[j], sizes[i]);
        cr_assert (test_near (upper, marmot_estimate_get_upper (w), 2 / counts[j]), "%g of %g", counts[j], sizes[i]);
      }
}

/* The least that there is of an event has limits too. */
Test (proportion, exact_limits_of_hardly_an_event)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();

  marmot_interval_options_set_method (options, MARMOT_METHOD_CLOPPER_PEARSON);
  for (double x = 1; x > 0; x /= 1024)
    {
      g_autoptr (MarmotEstimate) share = marmot_proportion (x, 10, options, NULL);
      g_autoptr (MarmotEstimate) rate = marmot_rate (x, 10, NULL, NULL);
      g_autoptr (MarmotEstimate) all = marmot_proportion (x, x, options, NULL);

      cr_assert (marmot_estimate_get_lower (all) >= 0 && marmot_estimate_get_upper (all) == 1, "%g", x);
      cr_assert (marmot_estimate_get_lower (rate) >= 0 && marmot_estimate_get_lower (rate) < 1000, "%g", x);
      cr_assert (marmot_estimate_get_lower (share) >= 0 && marmot_estimate_get_lower (share) < 0.01, "%g", x);
      cr_assert (marmot_estimate_get_upper (share) > 0.3 && marmot_estimate_get_upper (share) < 0.5, "%g", x);
    }
}

Test (proportion, ends_are_exact)
{
  for (double n = 1; n < 1e15; n = floor (n * 1.7) + 1)
    {
      g_autoptr (MarmotEstimate) none = marmot_proportion (0, n, NULL, NULL);
      g_autoptr (MarmotEstimate) all = marmot_proportion (n, n, NULL, NULL);

      cr_assert (marmot_estimate_get_lower (none) == 0, "%g", n);
      cr_assert (marmot_estimate_get_upper (none) > 0, "%g", n);
      cr_assert (marmot_estimate_get_upper (all) == 1, "%g", n);
      cr_assert (marmot_estimate_get_lower (all) < 1, "%g", n);
    }
}

/* The limits of those who had it and of those who had it not mirror each other. */
Test (proportion, wilson_is_symmetric)
{
  for (int n = 1; n < 400; n += 7)
    for (int x = 0; x <= n; x++)
      {
        g_autoptr (MarmotEstimate) had = marmot_proportion (x, n, NULL, NULL);
        g_autoptr (MarmotEstimate) had_not = marmot_proportion (n - x, n, NULL, NULL);

        cr_assert (fabs (marmot_estimate_get_lower (had) + marmot_estimate_get_upper (had_not) - 1) < 1e-15,
                   "%d of %d", x, n);
        cr_assert (fabs (marmot_estimate_get_upper (had) + marmot_estimate_get_lower (had_not) - 1) < 1e-15,
                   "%d of %d", x, n);
      }
}

/* The limits are the roots of the score equation (p̂ − p)² = z²p(1 − p)/n. */
Test (proportion, limits_solve_the_equation)
{
  const double z = 1.9599639845400542355;

  for (int n = 2; n < 2000; n += 37)
    for (int x = 1; x < n; x += 1 + n / 50)
      {
        g_autoptr (MarmotEstimate) e = marmot_proportion (x, n, NULL, NULL);
        const double limits[] = { marmot_estimate_get_lower (e), marmot_estimate_get_upper (e) };

        for (int i = 0; i < 2; i++)
          {
            double p = limits[i];
            double distance = fabs ((double) x / n - p);
            double reach = z * sqrt (p * (1 - p) / n);

            cr_assert (fabs (distance - reach) <= 1e-14, "%d of %d", x, n);
          }
      }
}

Test (proportion, statuses)
{
  const TestStatusCase cases[] = {
    { 3, 10, MARMOT_STATUS_OK },
    { 0, 10, MARMOT_STATUS_OK },
    { -0.0, 10, MARMOT_STATUS_OK },
    { 10, 10, MARMOT_STATUS_OK },
    { 2.5, 7.25, MARMOT_STATUS_OK },
    { 1e300, 1e300, MARMOT_STATUS_OK },
    { 5e-324, 1, MARMOT_STATUS_OK },
    { -1, 10, MARMOT_STATUS_NEGATIVE_COUNT },
    { -1, 0, MARMOT_STATUS_NEGATIVE_COUNT },
    { -5e-324, 10, MARMOT_STATUS_NEGATIVE_COUNT },
    { 0, 0, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { 3, 0, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { 3, -10, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { 11, 10, MARMOT_STATUS_COUNT_OVER_DENOMINATOR },
    { nextafter (10, 11), 10, MARMOT_STATUS_COUNT_OVER_DENOMINATOR },
    { (double) NAN, 10, MARMOT_STATUS_NOT_FINITE },
    { 3, (double) NAN, MARMOT_STATUS_NOT_FINITE },
    { (double) INFINITY, 10, MARMOT_STATUS_NOT_FINITE },
    { -(double) INFINITY, 10, MARMOT_STATUS_NOT_FINITE },
    { 3, (double) INFINITY, MARMOT_STATUS_NOT_FINITE },
    { (double) INFINITY, (double) INFINITY, MARMOT_STATUS_NOT_FINITE },
    { (double) NAN, 0, MARMOT_STATUS_NOT_FINITE },
  };

  test_statuses (cases, G_N_ELEMENTS (cases), marmot_proportion, marmot_proportion_column);
}

Test (proportion, wrong_requests_are_errors)
{
  test_requests (marmot_proportion, marmot_proportion_column, marmot_proportion_grouped,
                 MARMOT_METHOD_BYAR);
}

Test (proportion, columns_of_other_kinds)
{
  test_columns_of_other_kinds (marmot_proportion_column);
}

Test (proportion, a_column_that_is_not_there_is_a_mistake_of_the_caller, .signal = SIGTRAP)
{
  marmot_estimates_unref (marmot_proportion_column (NULL, NULL, NULL, NULL));
}
