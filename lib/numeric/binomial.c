/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "binomial.h"

#include <math.h>

#include "special.h"

/* From so many of both kinds on, limits are the normal ones: the beta quantile
 * takes milliseconds there, and then loses digits. */
#define MANY 1e10

/* From here on whole numbers are not all doubles. A beta variate is one gamma over
 * the sum of two, of which the larger hardly varies. */
#define HUGE_TOTAL 9007199254740992.0

/* The value that a beta variate of (a, b) exceeds with probability q; b is not
 * the smaller by much, or the caller would have mirrored it. */
static double
quantile_upper (double a,
                double b,
                double q)
{
  if (a + b > HUGE_TOTAL)
    {
      double g = mn_gamma_quantile_upper (a, q);

      return g / (g + b);
    }
  return mn_beta_quantile_upper (a, b, q);
}

static double
quantile_lower (double a,
                double b,
                double p)
{
  if (a + b > HUGE_TOTAL)
    {
      double g = mn_gamma_quantile (a, p);

      return g / (g + b);
    }
  return mn_beta_quantile (a, b, p);
}

/* The normal limits of x of n moved by shift towards the middle of the count. */
static void
normal_limits (double x,
               double n,
               double shift,
               double alpha_2,
               double *lower,
               double *upper)
{
  double z = mn_normal_quantile_upper (alpha_2);
  double z2 = z * z;
  double l = x - shift;
  double u = x + shift;

  *lower = (l + z2 / 2 - z * sqrt (l * (1 - l / n) + z2 / 4)) / (n + z2);
  *upper = (u + z2 / 2 + z * sqrt (u * (1 - u / n) + z2 / 4)) / (n + z2);
}

/* The limits where not more than half of n are events: shift 0.5 for the exact
 * ones, 0 for Jeffreys'. */
static void
few_limits (double x,
            double n,
            double shift,
            double alpha_2,
            double *lower,
            double *upper)
{
  const double half = 0.5;

  if (x >= MANY)
    {
      normal_limits (x, n, shift, alpha_2, lower, upper);
      return;
    }
  *lower = x > 0 ? quantile_lower (x + half - shift, n - x + half + shift, alpha_2) : 0;
  *upper = x < n ? quantile_upper (x + half + shift, n - x + half - shift, alpha_2) : 1;
}

/* x of n and n - x of n mirror each other to the bit. */
static void
limits (double x,
        double n,
        double shift,
        double alpha_2,
        double *lower,
        double *upper)
{
  if (x <= n - x)
    {
      few_limits (x, n, shift, alpha_2, lower, upper);
    }
  else
    {
      double l, u;

      few_limits (n - x, n, shift, alpha_2, &l, &u);
      *lower = 1 - u;
      *upper = 1 - l;
    }
}

void
mn_binomial_exact (double x,
                   double n,
                   double alpha_2,
                   double *lower,
                   double *upper)
{
  limits (x, n, 0.5, alpha_2, lower, upper);
}

void
mn_binomial_jeffreys (double x,
                      double n,
                      double alpha_2,
                      double *lower,
                      double *upper)
{
  limits (x, n, 0, alpha_2, lower, upper);
}

double
mn_binomial_test (double x,
                  double other,
                  double p,
                  int mid_p)
{
  double or_more = x > 0 ? mn_beta_lower (x, other + 1, p) : 1;
  double or_fewer = other > 0 ? mn_beta_upper (x + 1, other, p) : 1;

  if (mid_p)
    {
      double more = other > 0 ? mn_beta_lower (x + 1, other, p) : 0;
      double fewer = x > 0 ? mn_beta_upper (x, other + 1, p) : 0;

      or_more = (or_more + more) / 2;
      or_fewer = (or_fewer + fewer) / 2;
    }
  or_more = 2 * (or_more < or_fewer ? or_more : or_fewer);
  return or_more < 1 ? or_more : 1;
}
