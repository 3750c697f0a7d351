/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "proportion.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "plain.h"

/* Rows whose values find room on the stack. */
#define AT_ONCE 64

MN_CLONES void
mn_proportion_values (const double *restrict x,
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
      int ok = (x[i] >= 0) & (n[i] > 0) & (x[i] <= n[i]) & (n[i] <= DBL_MAX);

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
      int s = x[i] > n[i] ? MN_COUNT_OVER_DENOMINATOR : MN_OK;

      s = n[i] <= 0 ? MN_DENOMINATOR_NOT_POSITIVE : s;
      s = x[i] < 0 ? MN_NEGATIVE_COUNT : s;
      s = finite ? s : MN_NOT_FINITE;
      status[i] = (uint8_t) s;
    }
}

MN_CLONES static void
any_wilson (const double *restrict x,
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

MN_CLONES static void
any_agresti_coull (const double *restrict x,
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
      double n1 = n[i] + z2;
      double p = (x[i] + z2 / 2) / n1;
      /* 1 - p, without the difference. */
      double q = ((n[i] - x[i]) + z2 / 2) / n1;
      double reach = z * sqrt ((p * q > 0 ? p * q : 0) / n1);
      double l = p - reach;
      double u = p + reach;

      l = l > 0 ? l : 0;
      u = u < 1 ? u : 1;
      lower[i] = ok ? multiplier * l : (double) NAN;
      upper[i] = ok ? multiplier * u : (double) NAN;
    }
}

MN_CLONES static void
any_normal (const double *restrict x,
            const double *restrict n,
            size_t n_rows,
            double z,
            double multiplier,
            double *restrict lower,
            double *restrict upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      int ok = (x[i] >= 0) & (n[i] > 0) & (x[i] <= n[i]) & (n[i] <= DBL_MAX);
      double p = x[i] / n[i];
      double inverse = 1 / n[i];
      double v = p * ((n[i] - x[i]) * inverse) * inverse;
      double reach = z * sqrt (v > 0 ? v : 0);
      double l = p - reach;
      double u = p + reach;

      l = l > 0 ? l : 0;
      u = u < 1 ? u : 1;
      lower[i] = ok ? multiplier * l : (double) NAN;
      upper[i] = ok ? multiplier * u : (double) NAN;
    }
}

/* What is written above, for any row. */
typedef void (*Any) (const double *x,
                     const double *n,
                     size_t        n_rows,
                     double        z,
                     double        multiplier,
                     double       *lower,
                     double       *upper);

/* Plain rows in the cheap way, and the others as they are published. */
static void
in_both_ways (MnPlainOne plain,
              Any any,
              const double *x,
              const double *n,
              size_t n_rows,
              double z,
              double multiplier,
              double *lower,
              double *upper)
{
  double value[AT_ONCE];

  if (!mn_is_plain_scale (z, multiplier))
    {
      any (x, n, n_rows, z, multiplier, lower, upper);
      return;
    }
  for (size_t first = 0; first < n_rows; first += AT_ONCE)
    {
      size_t end = n_rows - first < AT_ONCE ? n_rows : first + AT_ONCE;

      if (plain (x + first, n + first, end - first, z, multiplier, value, lower + first, upper + first))
        continue;
      for (size_t i = first; i < end; i++)
        if (isnan (lower[i]))
          any (x + i, n + i, 1, z, multiplier, lower + i, upper + i);
    }
}

void
mn_proportion_wilson (const double *x,
                      const double *n,
                      size_t n_rows,
                      double z,
                      double multiplier,
                      double *lower,
                      double *upper)
{
  in_both_ways (mn_plain_wilson, any_wilson, x, n, n_rows, z, multiplier, lower, upper);
}

void
mn_proportion_agresti_coull (const double *x,
                             const double *n,
                             size_t n_rows,
                             double z,
                             double multiplier,
                             double *lower,
                             double *upper)
{
  in_both_ways (mn_plain_agresti_coull, any_agresti_coull, x, n, n_rows, z, multiplier, lower, upper);
}

void
mn_proportion_normal (const double *x,
                      const double *n,
                      size_t n_rows,
                      double z,
                      double multiplier,
                      double *lower,
                      double *upper)
{
  in_both_ways (mn_plain_normal, any_normal, x, n, n_rows, z, multiplier, lower, upper);
}

typedef void (*Limits) (double  x,
                        double  n,
                        double  alpha_2,
                        double *lower,
                        double *upper);

static void
row_by_row (Limits limits,
            const double *x,
            const double *n,
            size_t n_rows,
            double alpha_2,
            double multiplier,
            double *lower,
            double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double l = (double) NAN;
      double u = (double) NAN;

      if (x[i] >= 0 && n[i] > 0 && x[i] <= n[i] && n[i] <= DBL_MAX)
        limits (x[i], n[i], alpha_2, &l, &u);
      lower[i] = multiplier * l;
      upper[i] = multiplier * u;
    }
}

void
mn_proportion_exact (const double *x,
                     const double *n,
                     size_t n_rows,
                     double alpha_2,
                     double multiplier,
                     double *lower,
                     double *upper)
{
  row_by_row (mn_binomial_exact, x, n, n_rows, alpha_2, multiplier, lower, upper);
}

void
mn_proportion_jeffreys (const double *x,
                        const double *n,
                        size_t n_rows,
                        double alpha_2,
                        double multiplier,
                        double *lower,
                        double *upper)
{
  row_by_row (mn_binomial_jeffreys, x, n, n_rows, alpha_2, multiplier, lower, upper);
}

void
mn_proportion_binomial (const double *x,
                        const double *n,
                        size_t n_rows,
                        const mn_binomial_limits *limits,
                        double multiplier,
                        double *lower,
                        double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double l = (double) NAN;
      double u = (double) NAN;

      if (x[i] >= 0 && n[i] > 0 && x[i] <= n[i] && n[i] <= DBL_MAX)
        mn_binomial_limits_at (limits, x[i], n[i], &l, &u);
      lower[i] = multiplier * l;
      upper[i] = multiplier * u;
    }
}
