/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "two-rates.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "normal.h"
#include "rate.h"
#include "root.h"

static inline int
is_rate (double x,
         double n)
{
  return (x >= 0) & (x <= DBL_MAX) & (n > 0) & (n <= DBL_MAX);
}

static inline int
is_row (const double *const in[4],
        size_t i)
{
  return is_rate (in[0][i], in[1][i]) & is_rate (in[2][i], in[3][i]);
}

/* Whether all rows are what they should be: as wide as they are, so that a vector holds
 * both. */
MN_CLONES static int
are_rows (const double *const in[4],
          size_t n_rows)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];
  int64_t wrong = 0;

  for (size_t i = 0; i < n_rows; i++)
    wrong |= !(is_rate (c1[i], d1[i]) & is_rate (c2[i], d2[i]));
  return wrong == 0;
}

void
mn_two_rates_status (const double *const in[4],
                     size_t n_rows,
                     uint8_t *restrict status)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];

  if (are_rows (in, n_rows))
    {
      memset (status, MN_OK, n_rows);
      return;
    }
  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i], n1 = d1[i], x2 = c2[i], n2 = d2[i];
      int finite = (fabs (x1) <= DBL_MAX) & (fabs (n1) <= DBL_MAX) & (fabs (x2) <= DBL_MAX) & (fabs (n2) <= DBL_MAX);
      int s = ((n1 <= 0) | (n2 <= 0)) ? MN_DENOMINATOR_NOT_POSITIVE : MN_OK;

      s = ((x1 < 0) | (x2 < 0)) ? MN_NEGATIVE_COUNT : s;
      s = finite ? s : MN_NOT_FINITE;
      status[i] = (uint8_t) s;
    }
}

MN_CLONES void
mn_rate_difference_values (const double *const in[4],
                           size_t n_rows,
                           double multiplier,
                           double *restrict value)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];

  for (size_t i = 0; i < n_rows; i++)
    {
      int ok = is_rate (c1[i], d1[i]) & is_rate (c2[i], d2[i]);
      double difference = multiplier * (c1[i] / d1[i] - c2[i] / d2[i]);

      value[i] = ok ? difference : (double) NAN;
    }
}

MN_CLONES void
mn_rate_ratio_values (const double *const in[4],
                      size_t n_rows,
                      double multiplier,
                      double *restrict value)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];

  for (size_t i = 0; i < n_rows; i++)
    {
      int ok = is_rate (c1[i], d1[i]) & is_rate (c2[i], d2[i]);
      double ratio = multiplier * (((c1[i] + 0.0) / d1[i]) / ((c2[i] + 0.0) / d2[i]));

      value[i] = ok ? ratio : (double) NAN;
    }
}

/* The limits of a count: exact below ten events, Byar's from them on. */
static inline void
count_limits (double x,
              double z,
              const mn_poisson_limits *limits,
              double *lower,
              double *upper)
{
  if (x < MN_POISSON_SWITCH)
    mn_poisson_limits_at (limits, x, lower, upper);
  else
    mn_byar (x, z, lower, upper);
}

void
mn_rate_difference_mover (const double *const in[4],
                          size_t n_rows,
                          double z,
                          const mn_poisson_limits *limits,
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
      count_limits (x1, z, limits, &l1, &u1);
      count_limits (x2, z, limits, &l2, &u2);
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
      double p1 = x1 / n1, p2 = x2 / n2;
      double v = p1 / n1 + p2 / n2;
      double reach = z * sqrt (v > 0 ? v : 0);
      double difference = p1 - p2;

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
                   const void *data,
                   double *slope)
{
  const Rates *r = data;
  double left = r->n2 - lambda;
  double rate = r->x1 / (r->n1 * (r->n1 + lambda));
  double v = rate * left + r->x2 / r->n2;

  /* Multiplied by what goes to nothing at the end of the range. */
  *slope = 2 * lambda * v - lambda * lambda * rate * ((r->n1 + r->n2) / (r->n1 + lambda)) + r->z * r->z;
  return lambda * lambda * v - r->z * r->z * left;
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
  /* As far as the variance of the estimate would have it, but in the range. */
  lambda = z / sqrt (x1 / n1 / n1 + x2 / n2 / n2);
  lambda = mn_root_near (difference_excess, &r, 0, n2, lambda / (lambda + n2) * n2);
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

void
mn_rate_ratio_exact (const double *const in[4],
                     size_t n_rows,
                     const mn_binomial_limits *limits,
                     double multiplier,
                     double *lower,
                     double *upper)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = in[0][i] + 0.0, n1 = in[1][i], x2 = in[2][i] + 0.0, n2 = in[3][i];
      int ok = is_row (in, i);

      lower[i] = ok ? multiplier * (mn_binomial_odds_at (limits, x1, x2) * (n2 / n1)) : (double) NAN;
      upper[i] = ok ? multiplier / (mn_binomial_odds_at (limits, x2, x1) * (n1 / n2)) : (double) NAN;
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

MN_CLONES void
mn_rate_ratio_log (const double *const in[4],
                   size_t n_rows,
                   double z,
                   const double *restrict value,
                   double *restrict lower,
                   double *restrict upper)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];

  /* In a loop of its own: rows of the next do not wait for it. */
  for (size_t i = 0; i < n_rows; i++)
    upper[i] = z * sqrt ((c1[i] + c2[i]) / (c1[i] * c2[i]));
  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i], x2 = c2[i];
      int ok = is_rate (x1, d1[i]) & is_rate (x2, d2[i]) & (x1 > 0) & (x2 > 0);
      double spread = mn_exp (upper[i]);
      double l = value[i] / spread;
      double u = value[i] * spread;

      lower[i] = ok ? l : (double) NAN;
      upper[i] = ok ? u : (double) NAN;
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

MN_CLONES void
mn_two_rates_score_test (const double *const in[4],
                         size_t n_rows,
                         double *restrict statistic,
                         double *restrict p)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];

  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i], n1 = d1[i], x2 = c2[i], n2 = d2[i];
      int ok = is_rate (x1, n1) & is_rate (x2, n2);
      double share1 = n1 / (n1 + n2), share2 = n2 / (n1 + n2);
      double v = (x1 + x2) * share1 * share2;
      /* x1 - m n1 / n, without the difference of m. */
      double z = (x1 * share2 - x2 * share1) / sqrt (v > 0 ? v : 1);

      z = v > 0 ? z : 0;
      statistic[i] = ok ? z : (double) NAN;
    }
  mn_normal_two_sided_rows (statistic, n_rows, p);
}
