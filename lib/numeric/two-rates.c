/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "two-rates.h"

#include <float.h>
#include <math.h>

#include "binomial.h"
#include "rate.h"
#include "root.h"
#include "special.h"

static inline int
is_row (const double *const in[4],
        size_t i)
{
  return (in[0][i] >= 0) & (in[0][i] <= DBL_MAX) & (in[1][i] > 0) & (in[1][i] <= DBL_MAX)
         & (in[2][i] >= 0) & (in[2][i] <= DBL_MAX) & (in[3][i] > 0) & (in[3][i] <= DBL_MAX);
}

void
mn_two_rates_status (const double *const in[4],
                     size_t n_rows,
                     uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = in[0][i], n1 = in[1][i], x2 = in[2][i], n2 = in[3][i];
      int finite = (fabs (x1) <= DBL_MAX) & (fabs (n1) <= DBL_MAX) & (fabs (x2) <= DBL_MAX) & (fabs (n2) <= DBL_MAX);
      int s = ((n1 <= 0) | (n2 <= 0)) ? MN_DENOMINATOR_NOT_POSITIVE : MN_OK;

      s = ((x1 < 0) | (x2 < 0)) ? MN_NEGATIVE_COUNT : s;
      s = finite ? s : MN_NOT_FINITE;
      status[i] = (uint8_t) s;
    }
}

void
mn_rate_difference_values (const double *const in[4],
                           size_t n_rows,
                           double multiplier,
                           double *value)
{
  for (size_t i = 0; i < n_rows; i++)
    value[i] = is_row (in, i) ? multiplier * (in[0][i] / in[1][i] - in[2][i] / in[3][i]) : (double) NAN;
}

void
mn_rate_ratio_values (const double *const in[4],
                      size_t n_rows,
                      double multiplier,
                      double *value)
{
  for (size_t i = 0; i < n_rows; i++)
    value[i] = is_row (in, i)
                 ? multiplier * (((in[0][i] + 0.0) / in[1][i]) / ((in[2][i] + 0.0) / in[3][i]))
                 : (double) NAN;
}

/* The limits of a count as mn_rate_byar and mn_rate_exact_rows give them. */
static void
count_limits (double x,
              double z,
              double alpha_2,
              const double *table_lower,
              const double *table_upper,
              double *lower,
              double *upper)
{
  const double one = 1;

  mn_rate_byar (&x, &one, 1, z, 1, lower, upper);
  mn_rate_exact_rows (&x, &one, 1, MN_POISSON_SWITCH, alpha_2, 1, table_lower, table_upper, lower, upper);
}

void
mn_rate_difference_mover (const double *const in[4],
                          size_t n_rows,
                          double z,
                          double alpha_2,
                          const double *table_lower,
                          const double *table_upper,
                          double multiplier,
                          double *lower,
                          double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = in[0][i], n1 = in[1][i], x2 = in[2][i], n2 = in[3][i];
      double l1, u1, l2, u2, below, above;

      lower[i] = upper[i] = (double) NAN;
      if (!is_row (in, i))
        continue;
      count_limits (x1, z, alpha_2, table_lower, table_upper, &l1, &u1);
      count_limits (x2, z, alpha_2, table_lower, table_upper, &l2, &u2);
      below = sqrt ((x1 - l1) / n1 * ((x1 - l1) / n1) + (u2 - x2) / n2 * ((u2 - x2) / n2));
      above = sqrt ((u1 - x1) / n1 * ((u1 - x1) / n1) + (x2 - l2) / n2 * ((x2 - l2) / n2));
      lower[i] = multiplier * (x1 / n1 - x2 / n2 - below);
      upper[i] = multiplier * (x1 / n1 - x2 / n2 + above);
    }
}

MN_CLONES void
mn_rate_difference_normal (const double *const in[4],
                           size_t n_rows,
                           double z,
                           double multiplier,
                           double *restrict lower,
                           double *restrict upper)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];

  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i], n1 = d1[i], x2 = c2[i], n2 = d2[i];
      int ok = (x1 >= 0) & (x1 <= DBL_MAX) & (n1 > 0) & (n1 <= DBL_MAX) & (x2 >= 0) & (x2 <= DBL_MAX) & (n2 > 0) & (n2 <= DBL_MAX);
      double v = x1 / n1 / n1 + x2 / n2 / n2;
      double reach = z * sqrt (v > 0 ? v : 0);
      double difference = x1 / n1 - x2 / n2;

      lower[i] = ok ? multiplier * (difference - reach) : (double) NAN;
      upper[i] = ok ? multiplier * (difference + reach) : (double) NAN;
    }
}

typedef struct
{
  double x1, n1, x2, n2;
  double z;
} Rates;

/* With a Lagrange multiplier the fitted rates are x1 / (n1 + lambda) and
 * x2 / (n2 - lambda), and the statistic lambda times the root of the variance. */
static double
difference_excess (double lambda,
                   const void *data)
{
  const Rates *r = data;
  double left = r->n2 - lambda;

  /* Multiplied by what goes to nothing at the end of the range. */
  return lambda * lambda * (r->x1 / (r->n1 * (r->n1 + lambda)) * left + r->x2 / r->n2) - r->z * r->z * left;
}

static double
difference_lower (double x1,
                  double n1,
                  double x2,
                  double n2,
                  double z)
{
  Rates r = { x1, n1, x2, n2, z };
  double share = n1 / (n1 + n2);
  double lambda;

  /* Without events in the second group its rate stays 0 while the first alone can
   * make up the statistic, and then leaves it with lambda at n2. */
  if (x2 == 0)
    {
      double b = z * z / x1 * n1;

      if (x1 > 0 && n2 * n2 * x1 / n1 / (n1 + n2) >= z * z)
        return x1 / (n1 + (b + sqrt (b * b + 4 * b * n1)) / 2);
      return x1 / (n1 + n2) - (z * z / n2 - x1 / n1 * (1 - share));
    }
  lambda = mn_root (difference_excess, &r, 0, n2);
  return x1 / (n1 + lambda) - x2 / (n2 - lambda);
}

void
mn_rate_difference_score (const double *const in[4],
                          size_t n_rows,
                          double z,
                          double multiplier,
                          double *lower,
                          double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = in[0][i], n1 = in[1][i], x2 = in[2][i], n2 = in[3][i];

      lower[i] = upper[i] = (double) NAN;
      if (!is_row (in, i))
        continue;
      lower[i] = multiplier * difference_lower (x1, n1, x2, n2, z);
      upper[i] = -multiplier * difference_lower (x2, n2, x1, n1, z);
    }
}

/* The odds at the lower limit of x of x + other: for the ratio, times n2 / n1. */
static double
exact_odds (double x,
            double other,
            double alpha_2)
{
  double l, u, mirrored;

  if (x == 0)
    return 0;
  /* The smaller of the two proportions, so that neither is 1 less a near number. */
  if (x <= other)
    {
      mn_binomial_exact (x, x + other, alpha_2, &l, &u);
      return l / (1 - l);
    }
  mn_binomial_exact (other, x + other, alpha_2, &l, &mirrored);
  return (1 - mirrored) / mirrored;
}

void
mn_rate_ratio_exact (const double *const in[4],
                     size_t n_rows,
                     double alpha_2,
                     double multiplier,
                     double *lower,
                     double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = in[0][i] + 0.0, n1 = in[1][i], x2 = in[2][i] + 0.0, n2 = in[3][i];
      int ok = is_row (in, i);

      lower[i] = ok ? multiplier * (exact_odds (x1, x2, alpha_2) * (n2 / n1)) : (double) NAN;
      upper[i] = ok ? multiplier / (exact_odds (x2, x1, alpha_2) * (n1 / n2)) : (double) NAN;
    }
}

MN_CLONES void
mn_rate_ratio_score (const double *const in[4],
                     size_t n_rows,
                     double z,
                     double multiplier,
                     double *restrict lower,
                     double *restrict upper)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];
  const double z2 = z * z;

  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i] + 0.0, n1 = d1[i], x2 = c2[i] + 0.0, n2 = d2[i];
      int ok = (x1 >= 0) & (x1 <= DBL_MAX) & (n1 > 0) & (n1 <= DBL_MAX) & (x2 >= 0) & (x2 <= DBL_MAX) & (n2 > 0) & (n2 <= DBL_MAX);
      /* Wilson's limits for x1 of m; the smaller root is the product over the larger. */
      double m = x1 + x2;
      double root = z * sqrt (z2 + 4 * x1 * (x2 / m));
      double large1 = 2 * x1 + z2 + root;
      double large2 = 2 * x2 + z2 + root;
      double small1 = 4 * x1 * (x1 / m) * (m + z2) / large1;
      double small2 = 4 * x2 * (x2 / m) * (m + z2) / large2;

      lower[i] = ok ? multiplier * (small1 / large2 * (n2 / n1)) : (double) NAN;
      upper[i] = ok ? multiplier * (large1 / small2 * (n2 / n1)) : (double) NAN;
    }
}

void
mn_rate_ratio_log (const double *const in[4],
                   size_t n_rows,
                   double z,
                   double multiplier,
                   double *lower,
                   double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = in[0][i], n1 = in[1][i], x2 = in[2][i], n2 = in[3][i];
      double ratio = x1 / n1 / (x2 / n2);
      double spread = exp (z * sqrt (1 / x1 + 1 / x2));
      int ok = is_row (in, i) && x1 > 0 && x2 > 0;

      lower[i] = ok ? multiplier * (ratio / spread) : (double) NAN;
      upper[i] = ok ? multiplier * (ratio * spread) : (double) NAN;
    }
}

void
mn_two_rates_exact_test (const double *const in[4],
                         size_t n_rows,
                         int mid_p,
                         double *p)
{
  for (size_t i = 0; i < n_rows; i++)
    p[i] = is_row (in, i) ? mn_binomial_test (in[0][i], in[2][i], in[1][i] / (in[1][i] + in[3][i]), mid_p) : (double) NAN;
}

void
mn_two_rates_score_test (const double *const in[4],
                         size_t n_rows,
                         double *statistic,
                         double *p)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = in[0][i], n1 = in[1][i], x2 = in[2][i], n2 = in[3][i];
      double m = x1 + x2;
      double v = m * (n1 / (n1 + n2)) * (n2 / (n1 + n2));
      /* x1 - m n1 / n, without the difference of m. */
      double z = v > 0 ? (x1 * (n2 / (n1 + n2)) - x2 * (n1 / (n1 + n2))) / sqrt (v) : 0;

      statistic[i] = is_row (in, i) ? z : (double) NAN;
      p[i] = erfc (fabs (statistic[i]) * 0.70710678118654752440);
    }
}
