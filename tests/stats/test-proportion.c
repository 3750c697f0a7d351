/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <math.h>

/* 469 partner-led of 2,780 early-help episodes: 16.9% (15.5 to 18.3), Wilson. */
Test (proportion, wilson_of_a_published_share)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autoptr (MarmotEstimate) e = NULL;

  marmot_interval_options_set_multiplier (options, 100);
  e = marmot_proportion (469, 2780, options, NULL);
  cr_assert (ieee_ulp_eq (dbl, marmot_estimate_get_value (e), 100 * (469.0 / 2780), 4));
  cr_assert (epsilon_eq (dbl, marmot_estimate_get_lower (e), 15.5, 0.05));
  cr_assert (epsilon_eq (dbl, marmot_estimate_get_upper (e), 18.3, 0.05));
}
