/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "plain.h"

#include <math.h>

#include "normal.h"

/* Beyond sixteen times this on the logarithmic scale a limit is too far from the value for a
 * row to be plain. */
#define WIDEST 0.5

static inline int64_t
odd_parts (double x1,
           double n1,
           double x2,
           double n2)
{
  return mn_odd_part (x1, n1) | mn_odd_part (x2, n2);
}

static inline int64_t
odd_rates (double x1,
           double n1,
           double x2,
           double n2)
{
  return mn_odd_count (x1) | mn_odd_size (n1) | mn_odd_count (x2) | mn_odd_size (n2);
}

/* Two parts that are not empty. */
static inline int64_t
odd_filled_parts (double x1,
                  double n1,
                  double x2,
                  double n2)
{
  return mn_odd_size (x1) | mn_odd_part (x1, n1) | mn_odd_size (x2) | mn_odd_part (x2, n2);
}

/* Two parts that are neither empty nor the whole. */
static inline int64_t
odd_inner_parts (double x1,
                 double n1,
                 double x2,
                 double n2)
{
  return mn_odd_size (x1) | mn_odd_size (n1 - x1) | mn_odd_size (n1) | mn_odd_size (x2) | mn_odd_size (n2 - x2)
         | mn_odd_size (n2);
}

/* Rates of which neither is without events. */
static inline int64_t
odd_sizes (double x1,
           double n1,
           double x2,
           double n2)
{
  return mn_odd_size (x1) | mn_odd_size (n1) | mn_odd_size (x2) | mn_odd_size (n2);
}

/* Marks the rows that are not plain, which takes no time where there are none. */
static int
mark (int64_t (*odd) (double x1, double n1, double x2, double n2),
      const double *const in[4],
      size_t n_rows,
      double *lower)
{
  for (size_t i = 0; i < n_rows; i++)
    if (odd (in[0][i] + 0.0, in[1][i], in[2][i] + 0.0, in[3][i]) < 0)
      lower[i] = (double) NAN;
  return 0;
}

/* exp (16 x) of x from 0 to WIDEST, as the sixteenth power of exp (x): no exponent has to be
 * put together. A Chebyshev interpolant at 11 nodes, by its powers, whose error is below
 * 1e-17; that of the result, with its roundings sixteenfold, is below 5e-15. */
static inline double
exp_of_sixteen (double x)
{
  double r = x - 0.25;
  double r2 = r * r, r4 = r2 * r2;
  double e = (1.2840254166877414 + 1.2840254166877418 * r) + (0.6420127083438708 + 0.21400423611451802 * r) * r2
             + r4 * ((0.0535010590286471 + 0.010700211815189545 * r) + (0.0017833686350766111 + 0.0002547666018854184 * r) * r2
                     + r4 * ((3.1845839650745306e-05 + 3.543962504555234e-06 * r) + 3.543039930304059e-07 * r2));

  e *= e;
  e *= e;
  e *= e;
  return e * e;
}

/* The limits of Wilson as distances from x / n, times the multiplier. With y = n - x,
 * N = n + z^2 and R = z^2 n + z sqrt (n (z^2 n + 4 x y)) they are x R / (n (2 x n + R)) and
 * y R / (n (2 y n + R)); and the product of the two sums is 2 n N (2 x y + R). */
static inline void
wilson_reach (double x,
              double n,
              double z,
              double multiplier,
              double *below,
              double *above)
{
  double y = n - x;
  double xy = x * y;
  double part = z * z * n;
  double reach = part + z * sqrt (n * (part + 4 * xy));
  double scaled = multiplier * reach / (2 * (n * n) * (n + z * z) * (2 * xy + reach));

  *below = x * (2 * y * n + reach) * scaled;
  *above = y * (2 * x * n + reach) * scaled;
}

MN_CLONES int
mn_plain_newcombe (const double *const in[4],
                   size_t n_rows,
                   double z,
                   double multiplier,
                   double *restrict value,
                   double *restrict lower,
                   double *restrict upper)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];
  int64_t odd = 0;

  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i] + 0.0, n1 = d1[i], x2 = c2[i] + 0.0, n2 = d2[i];
      double difference, below1, above1, below2, above2, l, u;

      odd |= odd_parts (x1, n1, x2, n2);
      difference = (x1 * n2 - x2 * n1) * (multiplier / (n1 * n2));
      wilson_reach (x1, n1, z, multiplier, &below1, &above1);
      wilson_reach (x2, n2, z, multiplier, &below2, &above2);
      l = difference - sqrt (below1 * below1 + above2 * above2);
      u = difference + sqrt (above1 * above1 + below2 * below2);
      value[i] = difference;
      lower[i] = l > -multiplier ? l : -multiplier;
      upper[i] = u < multiplier ? u : multiplier;
    }
  return odd < 0 ? mark (odd_parts, in, n_rows, lower) : 1;
}

/* The variance is (x1 n2 y1 n2^2 + x2 n1 y2 n1^2) / (n1 n2)^3. */
MN_CLONES int
mn_plain_difference_normal (const double *const in[4],
                            size_t n_rows,
                            double z,
                            double multiplier,
                            double *restrict value,
                            double *restrict lower,
                            double *restrict upper)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];
  const double scaled_z = z / multiplier;
  int64_t odd = 0;

  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i] + 0.0, n1 = d1[i], x2 = c2[i] + 0.0, n2 = d2[i];
      double both, inverse, cross1, cross2, v, difference, reach, l, u;

      odd |= odd_parts (x1, n1, x2, n2);
      both = n1 * n2;
      inverse = multiplier / both;
      cross1 = x1 * n2;
      cross2 = x2 * n1;
      v = cross1 * (n1 - x1) * (n2 * n2) + cross2 * (n2 - x2) * (n1 * n1);
      difference = (cross1 - cross2) * inverse;
      reach = scaled_z * sqrt (v * both) * (inverse * inverse);
      l = difference - reach;
      u = difference + reach;
      value[i] = difference;
      lower[i] = l > -multiplier ? l : -multiplier;
      upper[i] = u < multiplier ? u : multiplier;
    }
  return odd < 0 ? mark (odd_parts, in, n_rows, lower) : 1;
}

/* Limits as far on either side of the value on the logarithmic scale. upper has a sixteenth of
 * that distance; a row for which it is too far is marked. */
static inline void
spread_out (double value,
            double *lower,
            double *upper)
{
  double spread = exp_of_sixteen (*upper);

  *lower = *upper <= WIDEST ? value / spread : (double) NAN;
  *upper = value * spread;
}

static inline int64_t
odd_distance (double x)
{
  return x <= WIDEST ? 0 : -1;
}

/* The variance is (y1 x2 n2 + y2 x1 n1) / (x1 n1 x2 n2). The distances are in a loop of their
 * own, since rows of the next one do not wait for them: here and below. */
MN_CLONES int
mn_plain_katz (const double *const in[4],
               size_t n_rows,
               double z,
               double multiplier,
               double *restrict value,
               double *restrict lower,
               double *restrict upper)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];
  int64_t odd = 0;

  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i], n1 = d1[i], x2 = c2[i], n2 = d2[i];
      double product1 = x1 * n1, product2 = x2 * n2;

      upper[i] = 0.0625 * z * sqrt (((n1 - x1) * product2 + (n2 - x2) * product1) / (product1 * product2));
      odd |= odd_filled_parts (x1, n1, x2, n2) | odd_distance (upper[i]);
    }
  for (size_t i = 0; i < n_rows; i++)
    {
      value[i] = multiplier * ((c1[i] * d2[i]) / (c2[i] * d1[i]));
      spread_out (value[i], &lower[i], &upper[i]);
    }
  return odd < 0 ? mark (odd_filled_parts, in, n_rows, lower) : 1;
}

/* 1 / x + 1 / y is n / (x y), so the variance is (n1 x2 y2 + n2 x1 y1) / (x1 y1 x2 y2). */
MN_CLONES int
mn_plain_woolf (const double *const in[4],
                size_t n_rows,
                double z,
                double multiplier,
                double *restrict value,
                double *restrict lower,
                double *restrict upper)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];
  int64_t odd = 0;

  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i], n1 = d1[i], x2 = c2[i], n2 = d2[i];
      double product1 = x1 * (n1 - x1), product2 = x2 * (n2 - x2);

      upper[i] = 0.0625 * z * sqrt ((n1 * product2 + n2 * product1) / (product1 * product2));
      odd |= odd_inner_parts (x1, n1, x2, n2) | odd_distance (upper[i]);
    }
  for (size_t i = 0; i < n_rows; i++)
    {
      value[i] = multiplier * ((c1[i] * (d2[i] - c2[i])) / (c2[i] * (d1[i] - c1[i])));
      spread_out (value[i], &lower[i], &upper[i]);
    }
  return odd < 0 ? mark (odd_inner_parts, in, n_rows, lower) : 1;
}

/* The variance is (x1 n2^2 + x2 n1^2) / (n1 n2)^2. */
MN_CLONES int
mn_plain_rate_normal (const double *const in[4],
                      size_t n_rows,
                      double z,
                      double multiplier,
                      double *restrict value,
                      double *restrict lower,
                      double *restrict upper)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];
  int64_t odd = 0;

  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i] + 0.0, n1 = d1[i], x2 = c2[i] + 0.0, n2 = d2[i];
      double inverse, cross1, cross2, difference, reach;

      odd |= odd_rates (x1, n1, x2, n2);
      inverse = multiplier / (n1 * n2);
      cross1 = x1 * n2;
      cross2 = x2 * n1;
      difference = (cross1 - cross2) * inverse;
      reach = z * sqrt (cross1 * n2 + cross2 * n1) * inverse;
      value[i] = difference;
      lower[i] = difference - reach;
      upper[i] = difference + reach;
    }
  return odd < 0 ? mark (odd_rates, in, n_rows, lower) : 1;
}

/* Of m = x1 + x2 events, the odds at Wilson's limits for x1 of m are 2 x1^2 / T and
 * T / (2 x2^2), where T = 2 x1 x2 + z^2 m + z sqrt (m (z^2 m + 4 x1 x2)). */
MN_CLONES int
mn_plain_rate_score (const double *const in[4],
                     size_t n_rows,
                     double z,
                     double multiplier,
                     double *restrict value,
                     double *restrict lower,
                     double *restrict upper)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];
  const double z2 = z * z;
  int64_t odd = 0;

  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i], n1 = d1[i], x2 = c2[i], n2 = d2[i];
      double m, product, part, sum, square, scaled;

      odd |= odd_sizes (x1, n1, x2, n2);
      m = x1 + x2;
      product = x1 * x2;
      part = z2 * m;
      sum = (2 * product + part) + z * sqrt (m * (part + 4 * product));
      square = x2 * x2;
      scaled = multiplier * n2 / (sum * n1 * square);
      value[i] = multiplier * ((x1 * n2) / (x2 * n1));
      lower[i] = 2 * (product * product) * scaled;
      upper[i] = 0.5 * (sum * sum) * scaled;
    }
  return odd < 0 ? mark (odd_sizes, in, n_rows, lower) : 1;
}

/* The variance is 1 / x1 + 1 / x2. */
MN_CLONES int
mn_plain_rate_log (const double *const in[4],
                   size_t n_rows,
                   double z,
                   double multiplier,
                   double *restrict value,
                   double *restrict lower,
                   double *restrict upper)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];
  int64_t odd = 0;

  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i], x2 = c2[i];

      upper[i] = 0.0625 * z * sqrt ((x1 + x2) / (x1 * x2));
      odd |= odd_sizes (x1, d1[i], x2, d2[i]) | odd_distance (upper[i]);
    }
  for (size_t i = 0; i < n_rows; i++)
    {
      value[i] = multiplier * ((c1[i] * d2[i]) / (c2[i] * d1[i]));
      spread_out (value[i], &lower[i], &upper[i]);
    }
  return odd < 0 ? mark (odd_sizes, in, n_rows, lower) : 1;
}

MN_CLONES void
mn_plain_chi_squared (const double *const in[4],
                      size_t n_rows,
                      int lose_one,
                      double *restrict statistic,
                      double *restrict p)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];
  const double lost = lose_one ? 1 : 0;

  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i], n1 = d1[i], x2 = c2[i], n2 = d2[i];
      double total = n1 + n2;
      /* One of a person or less is not reduced. */
      double left = total > 1 ? total - lost : total;
      double v = (x1 + x2) * ((n1 - x1) + (n2 - x2)) * (n1 * n2);

      double z = (x1 * n2 - x2 * n1) * sqrt (left / (v > 0 ? v : 1));

      statistic[i] = v > 0 ? z : 0;
    }
  mn_normal_two_sided_rows (statistic, n_rows, p);
}

MN_CLONES void
mn_plain_score_test (const double *const in[4],
                     size_t n_rows,
                     double *restrict statistic,
                     double *restrict p)
{
  const double *restrict c1 = in[0], *restrict d1 = in[1], *restrict c2 = in[2], *restrict d2 = in[3];

  for (size_t i = 0; i < n_rows; i++)
    {
      double x1 = c1[i], n1 = d1[i], x2 = c2[i], n2 = d2[i];
      double v = (x1 + x2) * (n1 * n2);
      double z = (x1 * n2 - x2 * n1) / sqrt (v > 0 ? v : 1);

      statistic[i] = v > 0 ? z : 0;
    }
  mn_normal_two_sided_rows (statistic, n_rows, p);
}
