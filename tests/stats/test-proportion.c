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

        cr_assert (fabs (marmot_estimate_get_lower (had) + marmot_estimate_get_upper (had_not) - 1) < 4e-16,
                   "%d of %d", x, n);
        cr_assert (fabs (marmot_estimate_get_upper (had) + marmot_estimate_get_lower (had_not) - 1) < 4e-16,
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
