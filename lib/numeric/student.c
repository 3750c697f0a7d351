/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "student.h"

#include <math.h>

#include "normal.h"
#include "special.h"

#define QUANTILE_NODES 18
#define QUANTILE_TOLERANCE 1e-13

/* The tail is fitted from three degrees of freedom on, and as far as
 * log (1 + t^2 / df) = 9; beyond, p is small and the row rare. */
#define TAIL_LARGEST 0.3334
#define TAIL_FARTHEST 3.0
#define TAIL_NODES_DF 16
#define TAIL_NODES_T 28
#define TAIL_TOLERANCE 3e-13

/* From here on p comes from a fraction that converges fast, since it may be less than
 * doubles hold. */
#define FAR 6.0

static const double edges[] = { 0, 0.125, 0.25, 0.5, 1 };

static double
quantile_of (double inverse,
             const void *data)
{
  const double *q = data;

  return mn_student_quantile_upper (1 / inverse, *q);
}

void
mn_student_quantiles_init (mn_student_quantiles *quantiles,
                           double q,
                           size_t n_rows)
{
  quantiles->q = q;
  for (int i = 0; i < 4; i++)
    {
      quantiles->pieces[i].n = 0;
      if (n_rows >= MN_STUDENT_QUANTILE_ROWS)
        mn_curve_fit (&quantiles->pieces[i], quantile_of, &q, edges[i], edges[i + 1], QUANTILE_NODES,
                      QUANTILE_TOLERANCE);
    }
}

double
mn_student_quantile_at (const mn_student_quantiles *quantiles,
                        double df)
{
  double inverse = 1 / df;
  int i = inverse <= 0.125 ? 0 : inverse <= 0.25 ? 1 : inverse <= 0.5 ? 2 : 3;

  if (mn_curve_has (&quantiles->pieces[i], inverse))
    return mn_curve_at (&quantiles->pieces[i], inverse);
  return mn_student_quantile_upper (df, quantiles->q);
}

/* exp (s^2 / 2) p where s is large: the continued fraction of the incomplete beta
 * function of a = df / 2 and 1/2 over x^a, from its far end.
 *
 * DLMF 8.17.22, https://dlmf.nist.gov/8.17. */
static double
scaled_far (double df,
            double x)
{
  const double b = 0.5;
  double a = df / 2;
  double f = 1;

  for (int m = 60; m > 0; m--)
    {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      double odd = -(a + m - 1) * (a + b + m - 1) * x / ((a + 2 * m - 2) * (a + 2 * m - 1));

      f = 1 + odd / (1 + even / f);
    }
  /* 1 / (a B (a, 1/2)) from a ratio of gamma functions. */
  return sqrt (1 - x) * mn_gamma_ratio (a + 0.5, 0.5) / sqrt (3.14159265358979323846) / f;
}

/* What is left of the tail when the normal one is taken out, and 1, so that a tolerance
 * has something to be of. */
static double
rest_of (double inverse,
         double reach,
         const void *data)
{
  double df = 1 / inverse;
  double s = reach * sqrt (df);
  double scaled;

  (void) data;
  if (s < FAR)
    scaled = mn_student_two_sided (sqrt (df * expm1 (reach * reach)), df) * exp (s * s / 2);
  else
    scaled = scaled_far (df, exp (-reach * reach));
  return 1 + (scaled - mn_normal_scaled_tail (s)) * sqrt (df);
}

void
mn_student_tail_init (mn_student_tail *tail,
                      size_t n_rows)
{
  tail->rest.n = 0;
  if (n_rows >= MN_STUDENT_TAIL_ROWS)
    mn_surface_fit (&tail->rest, rest_of, NULL, 0, TAIL_LARGEST, TAIL_NODES_DF, 0, TAIL_FARTHEST, TAIL_NODES_T,
                    TAIL_TOLERANCE);
}

double
mn_student_tail_at (const mn_student_tail *tail,
                    double t,
                    double df)
{
  double inverse = 1 / df;
  double squared, s, p;

  if (!tail || t == 0 || !(inverse <= TAIL_LARGEST))
    return mn_student_two_sided (t, df);
  squared = log1p (t * inverse * t);
  if (!mn_surface_has (&tail->rest, inverse, sqrt (squared)))
    return mn_student_two_sided (t, df);
  s = sqrt (squared * df);
  p = mn_exp (-0.5 * squared * df)
      * (mn_normal_scaled_tail (s) + sqrt (inverse) * (mn_surface_at (&tail->rest, inverse, sqrt (squared)) - 1));
  return p < 1 ? p : 1;
}
