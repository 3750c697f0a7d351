/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "rate.h"

#include <float.h>
#include <math.h>

#include "special.h"

MN_CLONES void
mn_rate_values (const double *restrict x,
                const double *restrict n,
                size_t n_rows,
                double multiplier,
                double *restrict value,
                uint8_t *restrict status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      int ok = (x[i] >= 0) & (x[i] <= DBL_MAX) & (n[i] > 0) & (n[i] <= DBL_MAX);

      value[i] = ok ? multiplier * ((x[i] + 0.0) / n[i]) : (double) NAN;
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

void
mn_poisson_exact (double x,
                  double alpha_2,
                  double *lower,
                  double *upper)
{
  *lower = x > 0 ? mn_gamma_quantile (x, alpha_2) : 0;
  *upper = mn_gamma_quantile_upper (x + 1, alpha_2);
}

void
mn_poisson_exact_table (double alpha_2,
                        double lower[MN_POISSON_SWITCH],
                        double upper[MN_POISSON_SWITCH])
{
  for (int i = 0; i < MN_POISSON_SWITCH; i++)
    mn_poisson_exact (i, alpha_2, &lower[i], &upper[i]);
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
      /* A count of -0 is none: adding 0 takes the sign away, which 1 / o would show. */
      double o = ok ? x[i] + 0.0 : 1;
      double o1 = o + 1;
      double a = 1 - 1 / (9 * o) - z / (3 * sqrt (o));
      double b = 1 - 1 / (9 * o1) + z / (3 * sqrt (o1));
      double l = a > 0 ? o * (a * a * a) : 0;
      double u = o1 * (b * b * b);

      lower[i] = ok ? multiplier * (l / n[i]) : (double) NAN;
      upper[i] = ok ? multiplier * (u / n[i]) : (double) NAN;
    }
}

void
mn_rate_exact_rows (const double *x,
                    const double *n,
                    size_t n_rows,
                    double below,
                    double alpha_2,
                    double multiplier,
                    const double table_lower[MN_POISSON_SWITCH],
                    const double table_upper[MN_POISSON_SWITCH],
                    double *lower,
                    double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double l, u;

      if (!(x[i] < below) || isnan (lower[i]))
        continue;

      if (x[i] < MN_POISSON_SWITCH && x[i] == floor (x[i]))
        {
          l = table_lower[(int) x[i]];
          u = table_upper[(int) x[i]];
        }
      else
        {
          mn_poisson_exact (x[i], alpha_2, &l, &u);
        }

      lower[i] = multiplier * (l / n[i]);
      upper[i] = multiplier * (u / n[i]);
    }
}
