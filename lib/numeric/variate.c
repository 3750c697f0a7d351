/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "variate.h"

#include <math.h>

#include "exponential.h"

#define LARGEST 4503599627370496.0 /* 2^52 */

/* Means from which on rejection is faster than inversion. */
#define INVERT_BELOW 20

/* log (k!) less Stirling's formula, (k + 1/2) log (k + 1) - (k + 1) + log (2 pi) / 2. */
static double
stirling_rest (double k)
{
  static const double table[] = {
    0.08106146679532726,  0.04134069595540929,  0.02767792568499834,  0.02079067210376509,  0.01664469118982119,
    0.01387612882307075,  0.01189670994589177,  0.01041126526197209,  0.009255462182712733, 0.008330563433362871,
  };
  double r;

  if (k < 10)
    return table[(int) k];
  r = 1 / (k + 1);
  return (1.0 / 12 - (1.0 / 360 - r * r / 1260) * r * r) * r;
}

double
mn_random_gamma (mn_random *self,
                 double shape)
{
  double d, c;

  if (!(shape > 0))
    return 0;
  /* A few exponential numbers added up. */
  if (shape <= 6 && shape == floor (shape))
    {
      double product = 1;

      for (int i = 0; i < (int) shape; i++)
        product *= mn_random_uniform (self);
      return -log (product);
    }
  if (shape < 1)
    {
      double root = pow (mn_random_uniform (self), 1 / shape);

      return mn_random_gamma (self, shape + 1) * root;
    }
  d = shape - 1.0 / 3;
  c = 1 / (3 * sqrt (d));
  for (;;)
    {
      double x = mn_random_normal (self), v = 1 + c * x, u;

      if (v <= 0)
        continue;
      v = v * v * v;
      u = mn_random_uniform (self);
      if (u < 1 - 0.0331 * (x * x) * (x * x) || log (u) < 0.5 * x * x + d * (1 - v + log (v)))
        return d * v;
    }
}

static int64_t
poisson_by_rejection (mn_random *self,
                      double mean)
{
  double b = 0.931 + 2.53 * sqrt (mean), a = -0.059 + 0.02483 * b;
  double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4), limit = 0.9277 - 3.6224 / (b - 2);
  double log_mean = log (mean);

  for (;;)
    {
      double u = mn_random_uniform (self) - 0.5, v = mn_random_uniform (self), us = 0.5 - fabs (u);
      double k = floor ((2 * a / us + b) * u + mean + 0.43);

      if (us >= 0.07 && v <= limit)
        return (int64_t) k;
      if (k < 0 || k > LARGEST || (us < 0.013 && v > us))
        continue;
      if (log (v * inverse_alpha / (a / (us * us) + b))
          <= k * log_mean - mean
               - ((k + 0.5) * log (k + 1) - (k + 1) + 0.91893853320467274178 + stirling_rest (k)))
        return (int64_t) k;
    }
}

int64_t
mn_random_poisson (mn_random *self,
                   double mean)
{
  double u, p;
  int64_t k = 0;

  if (!(mean > 0))
    return 0;
  /* Beyond, a double has no room for what chance does. */
  if (mean >= LARGEST / 4)
    return (int64_t) fmin (mean, LARGEST);
  if (mean >= INVERT_BELOW)
    return poisson_by_rejection (self, mean);
  u = mn_random_uniform (self);
  p = mn_exp (-mean);
  while (u > p)
    {
      u -= p;
      k++;
      p *= mean / (double) k;
      /* What rounding leaves of one at the far end. */
      if (p < 0x1p-60 && (double) k > mean)
        break;
    }
  return k;
}

static int64_t
binomial_by_rejection (mn_random *self,
                       double n,
                       double p)
{
  double q = 1 - p, spread = sqrt (n * p * q);
  double b = 1.15 + 2.53 * spread, a = -0.0873 + 0.0248 * b + 0.01 * p, c = n * p + 0.5;
  double limit = 0.92 - 4.2 / b, alpha = (2.83 + 5.1 / b) * spread, odds = p / q, m = floor ((n + 1) * p);

  for (;;)
    {
      double u = mn_random_uniform (self) - 0.5, v = mn_random_uniform (self), us = 0.5 - fabs (u);
      double k = floor ((2 * a / us + b) * u + c);

      if (us >= 0.07 && v <= limit)
        return (int64_t) k;
      if (k < 0 || k > n)
        continue;
      v = log (v * alpha / (a / (us * us) + b));
      if (v <= (m + 0.5) * log ((m + 1) / (odds * (n - m + 1))) + (n + 1) * log ((n - m + 1) / (n - k + 1))
                 + (k + 0.5) * log (odds * (n - k + 1) / (k + 1)) + stirling_rest (m) + stirling_rest (n - m)
                 - stirling_rest (k) - stirling_rest (n - k))
        return (int64_t) k;
    }
}

int64_t
mn_random_binomial_of_log (mn_random *self,
                           int64_t n,
                           double p,
                           double log_q)
{
  double u, at, odds;
  int64_t k = 0;

  if (n <= 0 || !(p > 0))
    return 0;
  if (n == 1)
    return mn_random_uniform (self) < p;
  if ((double) n * p >= INVERT_BELOW)
    return binomial_by_rejection (self, (double) n, p);
  u = mn_random_uniform (self);
  at = mn_exp ((double) n * log_q);
  odds = p / (1 - p);
  while (u > at && k < n)
    {
      u -= at;
      k++;
      at *= odds * (double) (n - k + 1) / (double) k;
      if (at < 0x1p-60 && (double) k > (double) n * p)
        break;
    }
  return k;
}

int64_t
mn_random_binomial (mn_random *self,
                    int64_t n,
                    double p)
{
  if (p >= 1)
    return n > 0 ? n : 0;
  if (p > 0.5)
    return n > 0 ? n - mn_random_binomial_of_log (self, n, 1 - p, log (p)) : 0;
  return mn_random_binomial_of_log (self, n, p, log1p (-p));
}
