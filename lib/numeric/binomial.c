/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "binomial.h"

#include <float.h>
#include <math.h>

#include "special.h"

#define TOLERANCE 1e-13
#define MANY_NODES_ROOT 14
#define MANY_NODES_SHARE 24
#define FEW_NODES_LOWER 20
#define FEW_NODES_UPPER 32

/* From so many of both kinds on, limits are the normal ones: the beta quantile
 * takes milliseconds there, and then loses digits. */
#define MANY 1e10

/* From here on whole numbers are not all doubles. A beta variate is one gamma over
 * the sum of two, of which the larger hardly varies. */
#define HUGE_TOTAL 9007199254740992.0

/* Up to so few events in more than so many the tail is a short sum. */
#define SHORT_SUM 40
#define SHORT_SUM_FROM 1e4

/* One step of Newton's towards the proportion at which x events or fewer of n have the
 * probability p, on its logarithm. Of whole numbers Boost takes powers of 1 - q with n,
 * which loses digits with every digit of n. */
static double
polish_upper (double q,
              double x,
              double n,
              double p)
{
  double term = 1, sum = 1;

  if (!(q > 0 && q < 0.5))
    return q;
  for (double k = 0; k < x; k++)
    {
      term *= (n - k) / (k + 1) * (q / (1 - q));
      sum += term;
    }
  return q + (n * log1p (-q) + log (sum / p)) * sum * (1 - q) / ((n - x) * term);
}

/* Of so small an a the lower quantile, about p to the power of 1 / a, is no double, and of
 * so small a b the upper is as near to 1. */
#define NO_EVENTS 9e-4

/* The value that a beta variate of (a, b) exceeds with probability q; b is not
 * the smaller by much, or the caller would have mirrored it. */
static double
quantile_upper (double a,
                double b,
                double q)
{
  if (b < NO_EVENTS)
    return 1;
  if (a + b > HUGE_TOTAL)
    {
      double g = mn_gamma_quantile_upper (a, q);

      return g / (g + b);
    }
  if (b > SHORT_SUM_FROM && a <= SHORT_SUM && a == floor (a))
    return polish_upper (mn_beta_quantile_upper (a, b, q), a - 1, a - 1 + b, q);
  return mn_beta_quantile_upper (a, b, q);
}

static double
quantile_lower (double a,
                double b,
                double p)
{
  double q;

  if (a < NO_EVENTS)
    return 0;
  if (a + b > HUGE_TOTAL)
    {
      double g = mn_gamma_quantile (a, p);

      return g / (g + b);
    }
  q = mn_beta_quantile (a, b, p);
  /* Of less than one event it is off by the power of 1 / a; what is below goes as q to the
   * power of a there. */
  if (a < 1 && q > DBL_MIN && q * b < 0.01)
    for (int i = 0; i < 2; i++)
      q *= pow (p / mn_beta_lower (a, b, q), 1 / a);
  return q;
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

/* The odds of the fitted quantile of a and b, of which a is x and something; NaN where
 * no fit has it. */
static inline double
fitted_odds (const mn_surface *many,
             const mn_curve *few,
             double x,
             double a,
             double b)
{
  double share = a / (a + b);
  double w;

  if (x >= MN_BINOMIAL_FEW)
    {
      double r = 1 / sqrt (a);

      if (!mn_surface_has (many, r, share))
        return (double) NAN;
      w = mn_surface_at (many, r, share);
    }
  else
    {
      if (x != floor (x) || !mn_curve_has (&few[(int) x], share))
        return (double) NAN;
      w = mn_curve_at (&few[(int) x], share);
    }
  return w * w * w * (a / b);
}

/* The limits of x of x + y where x <= y, as proportions or as odds. */
static double
few_lower (const mn_binomial_limits *limits,
           double x,
           double y,
           int as_odds)
{
  double a = x + 0.5 - limits->shift, b = y + 0.5 + limits->shift;
  double p, unused;

  if (!(x > 0))
    return 0;
  if (x >= MANY)
    {
      normal_limits (x, x + y, limits->shift, limits->alpha_2, &p, &unused);
    }
  else
    {
      double odds = fitted_odds (&limits->many_lower, limits->few_lower, x, a, b);

      if (!isnan (odds))
        return as_odds ? odds : odds / (1 + odds);
      p = quantile_lower (a, b, limits->alpha_2);
    }
  return as_odds ? p / (1 - p) : p;
}

static double
few_upper (const mn_binomial_limits *limits,
           double x,
           double y,
           int as_odds)
{
  double a = x + 0.5 + limits->shift, b = y + 0.5 - limits->shift;
  double p = 1, unused;

  if (x >= MANY)
    {
      normal_limits (x, x + y, limits->shift, limits->alpha_2, &unused, &p);
    }
  else if (y > 0)
    {
      double odds = fitted_odds (&limits->many_upper, limits->few_upper, x, a, b);

      if (!isnan (odds))
        return as_odds ? odds : odds / (1 + odds);
      p = quantile_upper (a, b, limits->alpha_2);
      if (as_odds && p > 0.5)
        {
          double rest = quantile_lower (b, a, limits->alpha_2);

          return (1 - rest) / rest;
        }
    }
  return as_odds ? p / (1 - p) : p;
}

/* x of n and n - x of n mirror each other to the bit. */
void
mn_binomial_limits_at (const mn_binomial_limits *limits,
                       double x,
                       double n,
                       double *lower,
                       double *upper)
{
  double y = n - x;

  if (x <= y)
    {
      *lower = few_lower (limits, x, y, 0);
      *upper = few_upper (limits, x, y, 0);
    }
  else
    {
      *lower = 1 - few_upper (limits, y, x, 0);
      *upper = 1 - few_lower (limits, y, x, 0);
    }
}

/* From the smaller of the two proportions, so that neither is 1 less a near number. */
double
mn_binomial_odds_at (const mn_binomial_limits *limits,
                     double x,
                     double other)
{
  if (x <= other)
    return few_lower (limits, x, other, 1);
  return 1 / few_upper (limits, other, x, 1);
}

/* What the fits are of: q of a and b with a / (a + b) = share. */
typedef struct
{
  double alpha_2;
  double a;
  int upper;
} Quantile;

static double
root_of (double a,
         double share,
         const Quantile *quantile)
{
  double b = a * ((1 - share) / share);
  double q = quantile->upper ? quantile_upper (a, b, quantile->alpha_2) : quantile_lower (a, b, quantile->alpha_2);

  return cbrt (q / (1 - q) * (b / a));
}

static double
root_of_few (double share,
             const void *data)
{
  const Quantile *quantile = data;

  return root_of (quantile->a, share, quantile);
}

static double
root_of_many (double r,
              double share,
              const void *data)
{
  return root_of (1 / (r * r), share, data);
}

/* Rounded up, so that x = y is inside. */
static double
largest_share (double a,
               double b)
{
  return a / (a + b) * (1 + 4 * DBL_EPSILON);
}

static void
fit (mn_surface *many,
     mn_curve *few,
     int upper,
     double shift,
     double alpha_2)
{
  /* a of a count of x is x + from, and b of one of y is y + 1 - from. */
  double from = upper ? 0.5 + shift : 0.5 - shift;
  Quantile quantile = { alpha_2, MN_BINOMIAL_FEW + from, upper };

  mn_surface_fit (many, root_of_many, &quantile, 0, 1 / sqrt (quantile.a) * (1 + 4 * DBL_EPSILON), MANY_NODES_ROOT,
                  0, largest_share (quantile.a, MN_BINOMIAL_FEW + 1 - from), MANY_NODES_SHARE, TOLERANCE);
  for (int x = 0; x < MN_BINOMIAL_FEW; x++)
    {
      /* There is no lower limit of none. The upper limits of none and of one bend too
       * much where hardly more are without the event: of one, two others are the least. */
      double b = (x > 1 ? x : x + 1) + 1 - from;

      few[x].n = 0;
      quantile.a = x + from;
      if (quantile.a > 0)
        mn_curve_fit (&few[x], root_of_few, &quantile, 0, largest_share (quantile.a, b),
                      upper ? FEW_NODES_UPPER : FEW_NODES_LOWER, TOLERANCE);
    }
}

static void
init_bare (mn_binomial_limits *limits,
           int jeffreys,
           double alpha_2)
{
  limits->alpha_2 = alpha_2;
  limits->shift = jeffreys ? 0 : 0.5;
  limits->many_lower.n = limits->many_upper.n = 0;
  for (int x = 0; x < MN_BINOMIAL_FEW; x++)
    limits->few_lower[x].n = limits->few_upper[x].n = 0;
}

void
mn_binomial_limits_init (mn_binomial_limits *limits,
                         int jeffreys,
                         double alpha_2,
                         size_t n_rows)
{
  init_bare (limits, jeffreys, alpha_2);
  if (n_rows < MN_BINOMIAL_ROWS)
    return;
  fit (&limits->many_lower, limits->few_lower, 0, limits->shift, alpha_2);
  fit (&limits->many_upper, limits->few_upper, 1, limits->shift, alpha_2);
}

void
mn_binomial_exact (double x,
                   double n,
                   double alpha_2,
                   double *lower,
                   double *upper)
{
  mn_binomial_limits limits;

  init_bare (&limits, 0, alpha_2);
  mn_binomial_limits_at (&limits, x, n, lower, upper);
}

void
mn_binomial_jeffreys (double x,
                      double n,
                      double alpha_2,
                      double *lower,
                      double *upper)
{
  mn_binomial_limits limits;

  init_bare (&limits, 1, alpha_2);
  mn_binomial_limits_at (&limits, x, n, lower, upper);
}

/* The two tails, each with what was seen, sum to more than 1, and the middle ones to 1:
 * one below a half is the smaller, and the other is not wanted. */
static double
tail (double x,
      double other,
      double p,
      int or_more,
      int mid_p)
{
  double with, without;

  if (or_more)
    with = x > 0 ? mn_beta_lower (x, other + 1, p) : 1;
  else
    with = other > 0 ? mn_beta_upper (x + 1, other, p) : 1;
  if (!mid_p)
    return with;
  if (or_more)
    without = other > 0 ? mn_beta_lower (x + 1, other, p) : 0;
  else
    without = x > 0 ? mn_beta_upper (x, other + 1, p) : 0;
  return (with + without) / 2;
}

double
mn_binomial_test (double x,
                  double other,
                  double p,
                  int mid_p)
{
  int or_more = x > (x + other) * p;
  double one = tail (x, other, p, or_more, mid_p);
  double two;

  if (one < 0.5)
    return 2 * one;
  two = tail (x, other, p, !or_more, mid_p);
  two = 2 * (one < two ? one : two);
  return two < 1 ? two : 1;
}
