/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "score-trend.h"

#include <math.h>

#include "special.h"
#include "total.h"

static int
check_row (double x,
           double n,
           double s)
{
  if (!isfinite (x) || !isfinite (n) || !isfinite (s))
    return MN_NOT_FINITE;
  if (x < 0)
    return MN_NEGATIVE_COUNT;
  if (n <= 0)
    return MN_DENOMINATOR_NOT_POSITIVE;
  if (x > n)
    return MN_COUNT_OVER_DENOMINATOR;
  return MN_OK;
}

int
mn_score_trend (const double *x,
                const double *n,
                const double *s,
                size_t k,
                mn_score_trend_test *test,
                size_t *wrong)
{
  mn_total events = { 0 }, people = { 0 }, scores = { 0 }, top = { 0 }, spread = { 0 }, total = { 0 };
  double p, mean, sum_n, variance;
  int differ = 0;

  for (size_t i = 0; i < k; i++)
    {
      int status = check_row (x[i], n[i], s[i]);

      if (status != MN_OK)
        {
          *wrong = i;
          return status;
        }
      mn_total_add (&events, x[i]);
      mn_total_add (&people, n[i]);
      /* From the first, so that years lose no digits. */
      mn_total_add (&scores, n[i] * (s[i] - s[0]));
      differ |= s[i] != s[0];
    }
  if (k < 2)
    return MN_TOO_FEW_VALUES;
  if (!differ)
    return MN_ONE_PLACE;

  sum_n = mn_total_get (&people);
  p = mn_total_get (&events) / sum_n;
  mean = mn_total_get (&scores) / sum_n;
  variance = p * (1 - p);
  for (size_t i = 0; i < k; i++)
    {
      double apart = (s[i] - s[0]) - mean;
      double excess = x[i] - n[i] * p;

      mn_total_add (&top, excess * apart);
      mn_total_add (&spread, n[i] * apart * apart);
      mn_total_add (&total, excess * excess / n[i]);
    }
  if (!(variance > 0))
    return MN_NOT_DEFINED;

  test->slope = mn_total_get (&top) / mn_total_get (&spread);
  test->chi_squared = test->slope * (mn_total_get (&top) / variance);
  test->p = 2 * mn_normal_upper (sqrt (test->chi_squared));
  test->mantel = test->chi_squared * ((sum_n - 1) / sum_n);
  test->mantel_p = 2 * mn_normal_upper (sqrt (test->mantel));
  test->total = mn_total_get (&total) / variance;
  test->total_df = (double) k - 1;
  test->total_p = mn_gamma_upper (test->total_df / 2, test->total / 2);
  test->departure = test->total > test->chi_squared ? test->total - test->chi_squared : 0;
  test->departure_p = k > 2 ? mn_gamma_upper ((test->total_df - 1) / 2, test->departure / 2) : (double) NAN;
  return isfinite (test->chi_squared) && isfinite (test->total) ? MN_OK : MN_NOT_DEFINED;
}
