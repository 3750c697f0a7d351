/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The difference of two estimates from their limits, against the two methods that it is the
 * general case of.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>

#define NEAR 1e-12

/* Newcombe 1998, table II, example (a): 56/70 and 48/80, method 10: 0.0524 to 0.3339. */
Test (estimate_difference, of_wilson_limits_it_is_newcombe)
{
  g_autoptr (MarmotEstimate) first = marmot_proportion (56, 70, NULL, NULL);
  g_autoptr (MarmotEstimate) second = marmot_proportion (48, 80, NULL, NULL);
  g_autoptr (MarmotEstimate) difference = marmot_estimate_difference (first, second, NULL);
  g_autoptr (MarmotContrast) newcombe = marmot_proportion_difference (56, 70, 48, 80, NULL, NULL);

  cr_assert (fabs (marmot_estimate_get_lower (difference) - 0.0524) < 5e-5);
  cr_assert (fabs (marmot_estimate_get_upper (difference) - 0.3339) < 5e-5);
  cr_assert (fabs (marmot_estimate_get_value (difference) - marmot_contrast_get_value (newcombe)) < NEAR);
  cr_assert (fabs (marmot_estimate_get_lower (difference) - marmot_contrast_get_lower (newcombe)) < NEAR);
  cr_assert (fabs (marmot_estimate_get_upper (difference) - marmot_contrast_get_upper (newcombe)) < NEAR);
  cr_assert (marmot_estimate_get_method (difference) == MARMOT_METHOD_MOVER_LIMITS);
}

Test (estimate_difference, of_rates_it_is_mover)
{
  /* Nine events are below ten: exact limits, and Byar's for the other. */
  g_autoptr (MarmotEstimate) first = marmot_rate (9, 1200, NULL, NULL);
  g_autoptr (MarmotEstimate) second = marmot_rate (41, 2300, NULL, NULL);
  g_autoptr (MarmotEstimate) difference = marmot_estimate_difference (first, second, NULL);
  g_autoptr (MarmotContrast) mover = marmot_rate_difference (9, 1200, 41, 2300, NULL, NULL);

  cr_assert (fabs (marmot_estimate_get_lower (difference) / marmot_contrast_get_lower (mover) - 1) < NEAR);
  cr_assert (fabs (marmot_estimate_get_upper (difference) / marmot_contrast_get_upper (mover) - 1) < NEAR);
}

Test (estimate_difference, turned_round_it_is_its_own_negative)
{
  g_autoptr (MarmotEstimate) first = marmot_estimate_new (78.9, 77.1, 80.2, 0.95, MARMOT_METHOD_AS_PUBLISHED);
  g_autoptr (MarmotEstimate) second = marmot_estimate_new (74.4, 73.8, 75.3, 0.95, MARMOT_METHOD_AS_PUBLISHED);
  g_autoptr (MarmotEstimate) one = marmot_estimate_difference (first, second, NULL);
  g_autoptr (MarmotEstimate) other = marmot_estimate_difference (second, first, NULL);

  cr_assert (fabs (marmot_estimate_get_lower (one) + marmot_estimate_get_upper (other)) < NEAR);
  cr_assert (fabs (marmot_estimate_get_upper (one) + marmot_estimate_get_lower (other)) < NEAR);
}

Test (estimate_difference, what_cannot_be_told)
{
  g_autoptr (MarmotEstimate) good = marmot_estimate_new (50, 40, 60, 0.95, MARMOT_METHOD_AS_PUBLISHED);
  g_autoptr (MarmotEstimate) bare = marmot_estimate_new (50, NAN, NAN, 0.95, MARMOT_METHOD_AS_PUBLISHED);
  g_autoptr (MarmotEstimate) beside = marmot_estimate_new (50, 51, 60, 0.95, MARMOT_METHOD_AS_PUBLISHED);
  g_autoptr (MarmotEstimate) wide = marmot_estimate_new (50, 30, 70, 0.998, MARMOT_METHOD_AS_PUBLISHED);
  g_autoptr (MarmotEstimate) nobody = marmot_proportion (0, 0, NULL, NULL);
  MarmotEstimate *others[] = { bare, beside, nobody };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (MarmotEstimate) a = marmot_estimate_difference (good, others[i], NULL);
      g_autoptr (MarmotEstimate) b = marmot_estimate_difference (others[i], good, NULL);

      cr_assert (marmot_estimate_get_status (a) != MARMOT_STATUS_OK);
      cr_assert (marmot_estimate_get_status (b) != MARMOT_STATUS_OK);
      cr_assert (isnan (marmot_estimate_get_value (a)) && isnan (marmot_estimate_get_lower (a)));
    }
  cr_assert (marmot_estimate_difference (good, wide, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}
