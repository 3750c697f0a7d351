/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "proportion.h"

#include <float.h>
#include <math.h>

MN_CLONES void
mn_proportion_values (const double *restrict x,
                      const double *restrict n,
                      size_t n_rows,
                      double multiplier,
                      double *restrict value,
                      uint8_t *restrict status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      int ok = (x[i] >= 0) & (n[i] > 0) & (x[i] <= n[i]) & (n[i] <= DBL_MAX);

      value[i] = ok ? multiplier * ((x[i] + 0.0) / n[i]) : (double) NAN;
    }

  for (size_t i = 0; i < n_rows; i++)
    {
      int finite = (fabs (x[i]) <= DBL_MAX) & (fabs (n[i]) <= DBL_MAX);
      int s = x[i] > n[i] ? MN_COUNT_OVER_DENOMINATOR : MN_OK;

      s = n[i] <= 0 ? MN_DENOMINATOR_NOT_POSITIVE : s;
      s = x[i] < 0 ? MN_NEGATIVE_COUNT : s;
      s = finite ? s : MN_NOT_FINITE;
      status[i] = (uint8_t) s;
    }
}

MN_CLONES void
mn_proportion_wilson (const double *restrict x,
                      const double *restrict n,
                      size_t n_rows,
                      double z,
                      double multiplier,
                      double *restrict lower,
                      double *restrict upper)
{
  const double z2 = z * z;

  for (size_t i = 0; i < n_rows; i++)
    {
      int ok = (x[i] >= 0) & (n[i] > 0) & (x[i] <= n[i]) & (n[i] <= DBL_MAX);
      double p = x[i] / n[i];
      double d = z2 + 4 * x[i] * (1 - p);
      double sum = 2 * x[i] + z2 + z * sqrt (d > 0 ? d : 0);
      double l = 2 * x[i] * p / sum;
      double u = sum / (2 * (n[i] + z2));

      u = x[i] == n[i] ? 1 : u;
      lower[i] = ok ? multiplier * l : (double) NAN;
      upper[i] = ok ? multiplier * u : (double) NAN;
    }
}
