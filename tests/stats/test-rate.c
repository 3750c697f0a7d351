/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "numeric/rate.h"
#include "support/intervals.h"

/* PHEindicatormethods 2.1.0, phe_rate(7, 1000): exact limits. */
Test (rate, exact_under_ten)
{
  g_autoptr (MarmotEstimate) e = marmot_rate (7, 1000, NULL, NULL);

  cr_assert (marmot_estimate_get_method (e) == MARMOT_METHOD_EXACT_POISSON);
  cr_assert_float_eq (marmot_estimate_get_lower (e), 281.43630515198674, 1e-9);
  cr_assert_float_eq (marmot_estimate_get_upper (e), 1442.2675361702377, 1e-9);
}

Test (rate, agrees_with_the_peer)
{
  test_against_reference ("phe-rate.csv", marmot_rate, marmot_rate_column);
}

Test (rate, says_which_limits_it_took)
{
  g_autoptr (TestTable) table = test_table_load ("phe-rate.csv");
  guint n_exact = 0, n_byar = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      const char *method = test_table_text (table, row, "method");
      g_autoptr (MarmotEstimate) e = marmot_rate (test_table_number (table, row, "x"), 1000, NULL, NULL);

      if (g_str_equal (method, "NA"))
        continue;
      n_exact += g_str_equal (method, "exact-poisson");
      n_byar += g_str_equal (method, "byar");
      cr_assert (g_str_equal (marmot_method_to_nick (marmot_estimate_get_method (e)), method),
                 "case %s", test_table_text (table, row, "case"));
    }
  cr_assert (n_exact > 0 && n_byar > 0);
}

Test (rate, defaults)
{
  g_autoptr (MarmotEstimate) e = marmot_rate (1, 4, NULL, NULL);

  cr_assert (marmot_estimate_get_value (e) == 25000);
  cr_assert (marmot_estimate_get_confidence (e) == 0.95);
  cr_assert (marmot_estimate_get_n_levels (e) == 1);
}

Test (rate, either_method_alone)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  const double counts[] = { 0, 1, 9, 9.5, 10, 25, 1000 };

  marmot_interval_options_set_multiplier (options, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (MarmotEstimate) exact = NULL;
      g_autoptr (MarmotEstimate) byar = NULL;
      g_autoptr (MarmotEstimate) both = NULL;
      double lower, upper;

      marmot_interval_options_set_method (options, MARMOT_METHOD_EXACT_POISSON);
      exact = marmot_rate (counts[i], 1, options, NULL);
      marmot_interval_options_set_method (options, MARMOT_METHOD_BYAR);
      byar = marmot_rate (counts[i], 1, options, NULL);
      marmot_interval_options_set_method (options, MARMOT_METHOD_POISSON);
      both = marmot_rate (counts[i], 1, options, NULL);

      cr_assert (marmot_estimate_get_method (exact) == MARMOT_METHOD_EXACT_POISSON);
      cr_assert (marmot_estimate_get_method (byar) == MARMOT_METHOD_BYAR);
      cr_assert (marmot_estimate_equal (both, counts[i] < 10 ? exact : byar), "%g", counts[i]);

      mn_poisson_exact (counts[i], (1 - 0.95) / 2, &lower, &upper);
      cr_assert (test_same (marmot_estimate_get_lower (exact), lower), "%g", counts[i]);
      cr_assert (test_same (marmot_estimate_get_upper (exact), upper), "%g", counts[i]);
      /* Byar's approximation is good to a few parts in a thousand from ten. */
      if (counts[i] >= 10)
        {
          cr_assert (test_near (marmot_estimate_get_lower (byar), lower, 4e-3), "%g", counts[i]);
          cr_assert (test_near (marmot_estimate_get_upper (byar), upper, 4e-3), "%g", counts[i]);
        }
    }
}

/* With the exact limits as the mean, the count seen is as far out as it may be:
 * each tail holds half of what the confidence leaves. */
Test (rate, exact_limits_leave_the_right_tails)
{
  for (int x = 0; x < 10; x++)
    {
      g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
      g_autoptr (MarmotEstimate) e = NULL;
      double below = 0, at_most = 0, term;

      marmot_interval_options_set_multiplier (options, 1);
      e = marmot_rate (x, 1, options, NULL);

      term = exp (-marmot_estimate_get_lower (e));
      for (int k = 0; k < x; k++, term *= marmot_estimate_get_lower (e) / k)
        below += term;
      if (x > 0)
        cr_assert (fabs (1 - below - 0.025) < 1e-15, "%d: %g above", x, 1 - below);
      else
        cr_assert (marmot_estimate_get_lower (e) == 0);

      term = exp (-marmot_estimate_get_upper (e));
      for (int k = 0; k <= x; k++, term *= marmot_estimate_get_upper (e) / k)
        at_most += term;
      cr_assert (fabs (at_most - 0.025) < 1e-15, "%d: %g below", x, at_most);
    }
}

/* With no events the upper limit is -ln (α/2): three in n, for 95% on one side. */
Test (rate, no_events_have_a_closed_form)
{
  const double levels[] = { 0.5, 0.9, 0.95, 0.998, 0.9999, 0.9999999, 0.99999999999 };

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (MarmotIntervalOptions) options = test_options (levels[i], (double) NAN, 1);
      g_autoptr (MarmotEstimate) e = marmot_rate (0, 1, options, NULL);

      cr_assert (test_near (marmot_estimate_get_upper (e), -log ((1 - levels[i]) / 2), 1e-15), "%g", levels[i]);
    }
}

Test (rate, cutting_columns_changes_nothing)
{
  test_cutting_changes_nothing (marmot_rate, marmot_rate_column, MARMOT_METHOD_POISSON, 5003);
  test_cutting_changes_nothing (marmot_rate, marmot_rate_column, MARMOT_METHOD_BYAR, 5003);
}

Test (rate, exact_limits_do_not_depend_on_the_rows_beside_them)
{
  test_cutting_changes_nothing (marmot_rate, marmot_rate_column, MARMOT_METHOD_EXACT_POISSON, 103);
}

Test (rate, intervals_behave)
{
  test_intervals_behave (marmot_rate_column, MARMOT_METHOD_POISSON, (double) INFINITY);
  test_intervals_behave (marmot_rate_column, MARMOT_METHOD_BYAR, (double) INFINITY);
}

Test (rate, statuses)
{
  const TestStatusCase cases[] = {
    { 3, 10, MARMOT_STATUS_OK },
    { 0, 10, MARMOT_STATUS_OK },
    { -0.0, 10, MARMOT_STATUS_OK },
    { 20, 1, MARMOT_STATUS_OK },
    { 9.999, 7.25, MARMOT_STATUS_OK },
    { 1e15, 1e15, MARMOT_STATUS_OK },
    { -1, 10, MARMOT_STATUS_NEGATIVE_COUNT },
    { -1, 0, MARMOT_STATUS_NEGATIVE_COUNT },
    { 0, 0, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { 3, 0, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { 3, -10, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { (double) NAN, 10, MARMOT_STATUS_NOT_FINITE },
    { 3, (double) NAN, MARMOT_STATUS_NOT_FINITE },
    { (double) INFINITY, 10, MARMOT_STATUS_NOT_FINITE },
    { -(double) INFINITY, 10, MARMOT_STATUS_NOT_FINITE },
    { 3, (double) INFINITY, MARMOT_STATUS_NOT_FINITE },
    { (double) NAN, 0, MARMOT_STATUS_NOT_FINITE },
  };

  test_statuses (cases, G_N_ELEMENTS (cases), marmot_rate, marmot_rate_column);
}

Test (rate, wrong_requests_are_errors)
{
  test_requests (marmot_rate, marmot_rate_column, marmot_rate_grouped, MARMOT_METHOD_WILSON);
}

Test (rate, columns_of_other_kinds)
{
  test_columns_of_other_kinds (marmot_rate_column);
}

Test (rate, a_column_that_is_not_there_is_a_mistake_of_the_caller, .signal = SIGTRAP)
{
  marmot_estimates_unref (marmot_rate_column (NULL, NULL, NULL, NULL));
}
