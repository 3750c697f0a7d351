/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>

/* PHEindicatormethods 2.1.0, phe_rate(7, 1000): exact limits. */
Test (rate, exact_under_ten)
{
  g_autoptr (MarmotEstimate) e = marmot_rate (7, 1000, NULL, NULL);

  cr_assert (eq (i32, (int) marmot_estimate_get_method (e), MARMOT_METHOD_EXACT_POISSON));
  cr_assert (epsilon_eq (dbl, marmot_estimate_get_lower (e), 281.43630515198674, 1e-9));
  cr_assert (epsilon_eq (dbl, marmot_estimate_get_upper (e), 1442.2675361702377, 1e-9));
}
