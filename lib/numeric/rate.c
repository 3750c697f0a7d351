/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "rate.h"

#include <float.h>
#include <math.h>
#include <string.h>

MN_CLONES void
mn_rate_values (const double *restrict x,
                const double *restrict n,
                size_t n_rows,
                double multiplier,
                double *restrict value,
                uint8_t *restrict status)
{
  /* As wide as the values, so that a vector holds both. */
  int64_t wrong = 0;

  for (size_t i = 0; i < n_rows; i++)
    {
      int ok = (x[i] >= 0) & (x[i] <= DBL_MAX) & (n[i] > 0) & (n[i] <= DBL_MAX);

      value[i] = ok ? multiplier * ((x[i] + 0.0) / n[i]) : (double) NAN;
      wrong |= !ok;
    }
  if (!wrong)
    {
      memset (status, MN_OK, n_rows);
      return;
    }

  for (size_t i = 0; i < n_rows; i++)
    {
      int finite = (fabs (x[i]) <= DBL_MAX) & (fabs (n[i]) <= DBL_MAX);
      int s = n[i] <= 0 ? MN_DENOMINATOR_NOT_POSITIVE : MN_OK;

      s = x[i] < 0 ? MN_NEGATIVE_COUNT : s;
      s = finite ? s : MN_NOT_FINITE;
      status[i] = (uint8_t) s;
    }
}

MN_CLONES void
mn_rate_byar (const double *restrict x,
              const double *restrict n,
              size_t n_rows,
              double z,
              double multiplier,
              double *restrict lower,
              double *restrict upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      int ok = (x[i] >= 0) & (x[i] <= DBL_MAX) & (n[i] > 0) & (n[i] <= DBL_MAX);
      double l, u;

      mn_byar (ok ? x[i] : 1, z, &l, &u);
      lower[i] = ok ? multiplier * (l / n[i]) : (double) NAN;
      upper[i] = ok ? multiplier * (u / n[i]) : (double) NAN;
    }
}

void
mn_rate_exact_rows (const double *x,
                    const double *n,
                    size_t n_rows,
                    double below,
                    const mn_poisson_limits *limits,
                    double multiplier,
                    double *lower,
                    double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double l, u;

      if (!(x[i] < below) || isnan (lower[i]))
        continue;
      mn_poisson_limits_at (limits, x[i], &l, &u);
      lower[i] = multiplier * (l / n[i]);
      upper[i] = multiplier * (u / n[i]);
    }
}
