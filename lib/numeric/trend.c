/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "trend.h"

#include <float.h>
#include <math.h>

/* A slope of which this part, or less, is left after a subtraction is rounding:
 * zero. Printed figures do make such slopes, whose sign would be chance. */
#define ROUNDING (16 * DBL_EPSILON)

/* No point is left out. */
#define NONE ((size_t) -1)

/* a - b, or zero where that is nothing but rounding. */
static double
difference (double a,
            double b)
{
  double d = a - b;

  return fabs (d) <= ROUNDING * (fabs (a) + fabs (b)) ? 0 : d;
}

/* The line through all points but one. */
static void
weighted_line (const double *t,
               const double *v,
               const double *w,
               size_t n_points,
               size_t without,
               double *slope,
               double *chi_squared)
{
  double s = 0, st = 0, stt = 0, sv = 0, stv = 0;
  double spread;
  size_t n_used = 0;

  for (size_t i = 0; i < n_points; i++)
    {
      double u = t[i] - t[0];

      if (i == without)
        continue;
      n_used++;
      s += w[i];
      st += w[i] * u;
      stt += w[i] * u * u;
      sv += w[i] * v[i];
      stv += w[i] * u * v[i];
    }

  spread = s * stt - st * st;
  *slope = difference (s * stv, st * sv) / spread;
  *chi_squared = *slope * *slope * (spread / s);
  /* One point: the spread is zero but for rounding. */
  if (n_used < 2 || !(fabs (*slope) <= DBL_MAX) || !(*chi_squared <= DBL_MAX))
    *slope = *chi_squared = (double) NAN;
}

/* The least-squares slope of v on t, of all points but one. */
static double
plain_slope (const double *t,
             const double *x,
             const double *n,
             size_t n_points,
             size_t without)
{
  double s = 0, st = 0, stt = 0, sv = 0, stv = 0;

  for (size_t i = 0; i < n_points; i++)
    {
      double u = t[i] - t[0];
      double v = log (x[i] / (n[i] - x[i]));

      if (i == without)
        continue;
      s += 1;
      st += u;
      stt += u * u;
      sv += v;
      stv += u * v;
    }

  return difference (s * stv, st * sv) / (s * stt - st * st);
}

void
mn_trend_weighted (const double *t,
                   const double *v,
                   const double *w,
                   size_t n_points,
                   double *slope,
                   double *chi_squared,
                   int *unanimous)
{
  weighted_line (t, v, w, n_points, NONE, slope, chi_squared);

  *unanimous = 1;
  for (size_t i = 0; i < n_points; i++)
    {
      double one, ignored;

      weighted_line (t, v, w, n_points, i, &one, &ignored);
      if ((one < 0) != (*slope < 0))
        *unanimous = 0;
    }
}

void
mn_trend_proportions (const double *t,
                      const double *x,
                      const double *n,
                      size_t n_points,
                      double *slope,
                      double *chi_squared,
                      int *unanimous)
{
  double sn = 0, sx = 0, snt = 0, sxt = 0, sntt = 0;
  double p, top, spread;

  for (size_t i = 0; i < n_points; i++)
    {
      double u = t[i] - t[0];

      sn += n[i];
      sx += x[i];
      snt += n[i] * u;
      sxt += x[i] * u;
      sntt += n[i] * u * u;
    }

  /* Armitage's statistic, with each product brought down to the size of a count
   * before it is squared, so that no population overflows. */
  p = sx / sn;
  top = sxt - p * snt;
  spread = sntt - snt * (snt / sn);
  *chi_squared = top * top / (p * (1 - p) * spread);

  *slope = plain_slope (t, x, n, n_points, NONE);
  if (!(fabs (*chi_squared) <= DBL_MAX) || !(fabs (*slope) <= DBL_MAX))
    *slope = *chi_squared = (double) NAN;

  *unanimous = 1;
  for (size_t i = 0; i < n_points; i++)
    if ((plain_slope (t, x, n, n_points, i) < 0) != (*slope < 0))
      *unanimous = 0;
}

int
mn_trend_two_intervals (double earlier_lower,
                        double earlier_upper,
                        double later_lower,
                        double later_upper)
{
  return (later_lower > earlier_upper) - (later_upper < earlier_lower);
}
