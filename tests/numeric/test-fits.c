/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What stands for the special functions in many rows, against those functions on grids
 * that do not share a point with the nodes, and against closed forms.
 */
#include <criterion/criterion.h>
#include <glib.h>
#include <math.h>

#include "numeric/binomial.h"
#include "numeric/normal.h"
#include "numeric/poisson.h"
#include "numeric/special.h"
#include "numeric/student.h"

/* What is promised of every fit, and what of counts beyond a million, of which the
 * functions themselves are not more accurate. */
#define PROMISED 1e-12
#define PROMISED_OF_MILLIONS 1e-11

#define ROWS 1000000

static const double levels[] = { 0.5, 0.8, 0.95, 0.99, 0.998, 0.999, 0.999999, 0.01 };

static double
error_of (double actual,
          double expected)
{
  return actual == expected ? 0 : fabs (actual - expected) / fabs (expected);
}

/* Numbers from low to high, evenly on the logarithmic scale. */
static double
step (int    i,
      int    n,
      double low,
      double high)
{
  return low * pow (high / low, (double) i / (n - 1));
}

Test (fits, the_exponential)
{
  for (double x = -708; x < 709; x += 0.0137)
    cr_assert (error_of (mn_exp (x), exp (x)) <= 5e-16, "at %g", x);
  for (double x = -700; x < 700; x += 7.3)
    cr_assert (error_of (mn_exp_sum (x, 1e-5), exp (x) * exp (1e-5)) <= 1e-15, "at %g", x);
  cr_assert (mn_exp (0) == 1);
  cr_assert (mn_exp (1e300) == INFINITY && mn_exp (INFINITY) == INFINITY);
  cr_assert (mn_exp (-1e300) == 0 && mn_exp (-INFINITY) == 0);
  cr_assert (isnan (mn_exp (NAN)));
}

Test (fits, the_tails_of_the_normal)
{
  for (double z = 0; z < 37.5; z += 0.00173)
    {
      double p = 2 * mn_normal_upper (z);

      cr_assert (error_of (mn_normal_two_sided (z), p) <= PROMISED, "at %g: %g", z,
                 error_of (mn_normal_two_sided (z), p));
      cr_assert (mn_normal_two_sided (-z) == mn_normal_two_sided (z));
    }
  cr_assert (mn_normal_two_sided (0) == 1);
  cr_assert (mn_normal_two_sided (45) == 0 && mn_normal_two_sided (INFINITY) == 0);
  cr_assert (isnan (mn_normal_two_sided (NAN)));
}

static double
kink (double x,
      const void *data)
{
  return 1 + fabs (x - 0.3) + *(const double *) data;
}

static double
bowl (double x,
      double y,
      const void *data)
{
  return exp (x * y) + *(const double *) data;
}

/* Of two points where there should be one. */
static double
broken (double x,
        const void *data)
{
  return x < *(const double *) data ? (double) NAN : 1;
}

Test (fits, a_fit_says_whether_it_is_good)
{
  double data = 0.25;
  mn_curve curve;
  mn_surface surface;

  cr_assert (!mn_curve_fit (&curve, kink, &data, 0, 1, 24, 1e-13));
  cr_assert (!mn_curve_has (&curve, 0.5));
  cr_assert (!mn_curve_fit (&curve, broken, &data, 0, 1, 24, 1e-13));
  cr_assert (!mn_surface_fit (&surface, bowl, &data, -1, 1, 5, -2, 0, 5, 1e-13));
  cr_assert (!mn_surface_has (&surface, 0, -1));

  cr_assert (mn_surface_fit (&surface, bowl, &data, -1, 1, 16, -1, 0, 20, 1e-12));
  cr_assert (mn_surface_has (&surface, 1, -1) && !mn_surface_has (&surface, 1.01, -0.5)
             && !mn_surface_has (&surface, 0, 0.01) && !mn_surface_has (&surface, NAN, 0));
  for (double x = -1; x <= 1; x += 0.037)
    for (double y = -1; y <= 0; y += 0.061)
      cr_assert (error_of (mn_surface_at (&surface, x, y), bowl (x, y, &data)) <= 1e-12, "at %g, %g", x, y);
}

Test (fits, students_quantiles)
{
  for (gsize l = 0; l < G_N_ELEMENTS (levels); l++)
    {
      double q = (1 - levels[l]) / 2;
      mn_student_quantiles fitted, not_fitted;

      mn_student_quantiles_init (&fitted, q, ROWS);
      mn_student_quantiles_init (&not_fitted, q, MN_STUDENT_QUANTILE_ROWS - 1);
      cr_assert (levels[l] > 0.999 || mn_curve_has (&fitted.pieces[3], 0.7), "%g", levels[l]);
      cr_assert (not_fitted.pieces[0].n == 0);
      for (int i = 0; i < 3000; i++)
        {
          double df = step (i, 3000, 1, 1e10);
          double t = mn_student_quantile_upper (df, q);

          cr_assert (error_of (mn_student_quantile_at (&fitted, df), t) <= PROMISED, "%g of %g: %g", levels[l], df,
                     error_of (mn_student_quantile_at (&fitted, df), t));
          cr_assert (mn_student_quantile_at (&not_fitted, df) == t);
        }
      /* One degree of freedom is Cauchy's distribution, and two have a closed form too. */
      cr_assert (error_of (mn_student_quantile_at (&fitted, 1), 1 / tan (G_PI * q)) <= PROMISED);
      cr_assert (error_of (mn_student_quantile_at (&fitted, 2), (1 - 2 * q) / sqrt (2 * q * (1 - q))) <= PROMISED);
    }
}

Test (fits, students_tails)
{
  mn_student_tail tail;
  double worst = 0;

  mn_student_tail_init (&tail, ROWS);
  cr_assert (mn_surface_has (&tail.rest, 0.1, 1));
  for (int i = 0; i < 300; i++)
    for (int k = 0; k < 300; k++)
      {
        double df = step (i, 300, 1, 1e9), t = step (k, 300, 1e-3, 200);
        double p = mn_student_two_sided (t, df), e;

        if (p < 1e-290)
          continue;
        e = error_of (mn_student_tail_at (&tail, t, df), p);
        cr_assert (e <= PROMISED, "%g of %g: %g", t, df, e);
        worst = MAX (worst, e);
        cr_assert (mn_student_tail_at (&tail, -t, df) == mn_student_tail_at (&tail, t, df));
        cr_assert (mn_student_tail_at (NULL, t, df) == p);
      }
  cr_log_info ("worst %g", worst);
  cr_assert (mn_student_tail_at (&tail, 0, 7) == 1);
  cr_assert (mn_student_tail_at (&tail, INFINITY, 7) == 0);
  cr_assert (isnan (mn_student_tail_at (&tail, NAN, 7)));
  /* Four degrees of freedom have a closed form; many are the normal. */
  for (double t = 0.01; t < 30; t *= 1.1)
    {
      double s = t / sqrt (4 + t * t);

      cr_assert (fabs (mn_student_tail_at (&tail, t, 4) - (1 - (3 - s * s) * s / 2)) <= 1e-13, "at %g", t);
      cr_assert (error_of (mn_student_tail_at (&tail, t, 1e20), mn_normal_two_sided (t)) <= PROMISED, "at %g", t);
    }
}

Test (fits, limits_of_counts)
{
  for (gsize l = 0; l < G_N_ELEMENTS (levels); l++)
    {
      double alpha_2 = (1 - levels[l]) / 2;
      mn_poisson_limits fitted, table;

      mn_poisson_limits_init (&fitted, alpha_2, ROWS);
      mn_poisson_limits_init (&table, alpha_2, 0);
      cr_assert (mn_curve_has (&fitted.many_lower, 0.3) && mn_curve_has (&fitted.many_upper, 0.3), "%g", levels[l]);
      for (int i = 0; i < 4000; i++)
        {
          double x = step (i, 4000, 0.01, 1e13), lower, upper, l1, u1;

          x = i % 2 == 0 ? floor (x) : x;
          mn_poisson_exact (x, alpha_2, &lower, &upper);
          mn_poisson_limits_at (&fitted, x, &l1, &u1);
          cr_assert (error_of (l1, lower) <= PROMISED && error_of (u1, upper) <= PROMISED, "%g of %g: %g %g",
                     levels[l], x, error_of (l1, lower), error_of (u1, upper));
          mn_poisson_limits_at (&table, x, &l1, &u1);
          cr_assert (l1 == lower && u1 == upper);
        }
      /* None at all, and one, have closed forms. */
      cr_assert (error_of (fitted.upper[0], -log (alpha_2)) <= PROMISED);
      cr_assert (error_of (fitted.lower[1], -log1p (-alpha_2)) <= PROMISED);
    }
}

static void
check_proportion (const mn_binomial_limits *fitted,
                  const mn_binomial_limits *exact,
                  double x,
                  double n)
{
  double lower, upper, l1, u1, l2, u2;
  double tolerance = n > 1e6 ? PROMISED_OF_MILLIONS : PROMISED;

  mn_binomial_limits_at (exact, x, n, &lower, &upper);
  mn_binomial_limits_at (fitted, x, n, &l1, &u1);
  cr_assert (error_of (l1, lower) <= tolerance && error_of (u1, upper) <= tolerance, "%g: %.17g of %.17g: %g %g",
             1 - 2 * exact->alpha_2, x, n, error_of (l1, lower), error_of (u1, upper));
  if (x != floor (x) || n != floor (n))
    return;
  mn_binomial_limits_at (fitted, n - x, n, &l2, &u2);
  if (x < n - x)
    cr_assert (l2 == 1 - u1 && u2 == 1 - l1, "%g of %g", x, n);
}

Test (fits, limits_of_proportions, .timeout = 60)
{
  for (gsize l = 0; l < G_N_ELEMENTS (levels); l++)
    for (int jeffreys = 0; jeffreys < 2; jeffreys++)
      {
        double alpha_2 = (1 - levels[l]) / 2;
        mn_binomial_limits fitted, exact;

        mn_binomial_limits_init (&fitted, jeffreys, alpha_2, ROWS);
        mn_binomial_limits_init (&exact, jeffreys, alpha_2, MN_BINOMIAL_ROWS - 1);
        cr_assert (exact.many_lower.n == 0 && exact.few_upper[3].n == 0);
        cr_assert (levels[l] > 0.999
                     || (fitted.many_lower.n > 0 && fitted.many_upper.n > 0 && fitted.few_lower[5].n > 0
                         && fitted.few_upper[5].n > 0),
                   "%g, %d", levels[l], jeffreys);

        /* Every count of small denominators, then a grid, then fractions. */
        for (double n = 1; n <= 40; n++)
          for (double x = 0; x <= n; x++)
            check_proportion (&fitted, &exact, x, n);
        for (int i = 0; i < 40; i++)
          for (int k = 0; k < 40; k++)
            {
              double x = step (i, 40, 0.7, 1e7), y = step (k, 40, 1, 1e8);

              check_proportion (&fitted, &exact, floor (x), floor (x) + floor (y));
              if (k % 8 == 0)
                check_proportion (&fitted, &exact, x, x + y);
            }
        check_proportion (&fitted, &exact, 3e10, 1e12);
        check_proportion (&fitted, &exact, 0, 0.25);
        check_proportion (&fitted, &exact, 0.25, 0.25);

        /* Without any, and with one, the exact limits have closed forms. */
        for (double n = 1; n < 1e9 && !jeffreys; n = floor (n * 1.7) + 1)
          {
            double lower, upper;

            mn_binomial_limits_at (&fitted, 0, n, &lower, &upper);
            cr_assert (lower == 0 && error_of (upper, -expm1 (log (alpha_2) / n)) <= PROMISED, "of %g: %g", n,
                       error_of (upper, -expm1 (log (alpha_2) / n)));
            mn_binomial_limits_at (&fitted, 1, n + 1, &lower, &upper);
            cr_assert (error_of (lower, -expm1 (log1p (-alpha_2) / (n + 1))) <= PROMISED, "of %g", n);
          }
      }
}

Test (fits, odds_are_those_of_the_limits)
{
  mn_binomial_limits fitted;

  mn_binomial_limits_init (&fitted, 0, 0.025, ROWS);
  for (int i = 0; i < 60; i++)
    for (int k = 0; k < 60; k++)
      {
        double x = floor (step (i, 60, 1, 1e5)), y = floor (step (k, 60, 1, 1e5));
        double lower, upper;

        mn_binomial_limits_at (&fitted, x, x + y, &lower, &upper);
        cr_assert (error_of (mn_binomial_odds_at (&fitted, x, y), lower / (1 - lower)) <= 1e-10, "%g and %g", x, y);
      }
  cr_assert (mn_binomial_odds_at (&fitted, 0, 5) == 0);
}

/* The smaller tail alone is computed: it is the same as that of both. */
Test (fits, the_exact_test_is_twice_the_smaller_tail)
{
  for (double p = 0.05; p < 1; p += 0.07)
    for (double n = 1; n < 60; n++)
      for (double x = 0; x <= n; x++)
        {
          double other = n - x;
          double more = x > 0 ? mn_beta_lower (x, other + 1, p) : 1, fewer = other > 0 ? mn_beta_upper (x + 1, other, p) : 1;
          double above = other > 0 ? mn_beta_lower (x + 1, other, p) : 0, below = x > 0 ? mn_beta_upper (x, other + 1, p) : 0;

          cr_assert (mn_binomial_test (x, other, p, 0) == MIN (1, 2 * MIN (more, fewer)), "%g of %g at %g", x, n, p);
          cr_assert (fabs (mn_binomial_test (x, other, p, 1) - MIN (1, MIN (more + above, fewer + below))) <= 1e-15,
                     "%g of %g at %g", x, n, p);
        }
}
