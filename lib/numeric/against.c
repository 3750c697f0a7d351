/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "against.h"

#include <float.h>
#include <math.h>

#include "binomial.h"
#include "normal.h"
#include "special.h"

static int
status_of (const double *const in[3],
           size_t i)
{
  if (!(fabs (in[0][i]) <= DBL_MAX && fabs (in[1][i]) <= DBL_MAX && fabs (in[2][i]) <= DBL_MAX))
    return MN_NOT_FINITE;
  if (in[0][i] < 0)
    return MN_NEGATIVE_COUNT;
  return in[1][i] > 0 ? MN_OK : MN_DENOMINATOR_NOT_POSITIVE;
}

static int
proportion_status (const double *const in[3],
                   size_t i,
                   double multiplier)
{
  int status = status_of (in, i);

  if (status == MN_OK && in[0][i] > in[1][i])
    return MN_COUNT_OVER_DENOMINATOR;
  if (status == MN_OK && !(in[2][i] > 0 && in[2][i] < multiplier))
    return MN_STANDARD_OUT_OF_RANGE;
  return status;
}

static int
rate_status (const double *const in[3],
             size_t i,
             double multiplier)
{
  int status = status_of (in, i);
  double expected = in[1][i] * (in[2][i] / multiplier);

  return status == MN_OK && !(expected > 0 && expected <= DBL_MAX) ? MN_STANDARD_OUT_OF_RANGE : status;
}

void
mn_proportion_against_status (const double *const in[3],
                              size_t n_rows,
                              double multiplier,
                              uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    status[i] = (uint8_t) proportion_status (in, i, multiplier);
}

void
mn_proportion_against_exact (const double *const in[3],
                             size_t n_rows,
                             double multiplier,
                             double *p)
{
  for (size_t i = 0; i < n_rows; i++)
    p[i] = proportion_status (in, i, multiplier) == MN_OK
             ? mn_binomial_test (in[0][i], in[1][i] - in[0][i], in[2][i] / multiplier, 0)
             : (double) NAN;
}

void
mn_proportion_against_score (const double *const in[3],
                             size_t n_rows,
                             double multiplier,
                             double *statistic,
                             double *p)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double x = in[0][i], n = in[1][i], s = in[2][i] / multiplier;

      statistic[i] = p[i] = (double) NAN;
      if (proportion_status (in, i, multiplier) != MN_OK)
        continue;
      statistic[i] = (x - n * s) / sqrt (n * s * (1 - s));
      p[i] = mn_normal_two_sided (statistic[i]);
    }
}

void
mn_rate_against_status (const double *const in[3],
                        size_t n_rows,
                        double multiplier,
                        uint8_t *status)
{
  for (size_t i = 0; i < n_rows; i++)
    status[i] = (uint8_t) rate_status (in, i, multiplier);
}

/* The probability of x events or more, or of x or fewer. */
static double
poisson_tail (double x,
              double expected,
              int or_more)
{
  if (or_more)
    return x > 0 ? mn_gamma_lower (x, expected) : 1;
  return mn_gamma_upper (x + 1, expected);
}

void
mn_rate_against_exact (const double *const in[3],
                       size_t n_rows,
                       double multiplier,
                       double *p)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double x = in[0][i];
      double expected = in[1][i] * (in[2][i] / multiplier);
      int more = x > expected;
      double one, two;

      p[i] = (double) NAN;
      if (rate_status (in, i, multiplier) != MN_OK)
        continue;
      /* The two sum to more than 1: one below a half is the smaller. */
      one = poisson_tail (x, expected, more);
      two = one < 0.5 ? one : poisson_tail (x, expected, !more);
      two = 2 * (one < two ? one : two);
      p[i] = two < 1 ? two : 1;
    }
}

void
mn_rate_against_byar (const double *const in[3],
                      size_t n_rows,
                      double multiplier,
                      double *statistic,
                      double *p)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double x = in[0][i];
      double expected = in[1][i] * (in[2][i] / multiplier);
      double o = x > expected ? x : x + 1;
      double z = 3 * sqrt (o) * (1 - 1 / (9 * o) - cbrt (expected / o));

      statistic[i] = p[i] = (double) NAN;
      if (rate_status (in, i, multiplier) != MN_OK)
        continue;
      if ((x > expected) != (z > 0))
        z = 0;
      statistic[i] = z;
      p[i] = mn_normal_two_sided (z);
    }
}
