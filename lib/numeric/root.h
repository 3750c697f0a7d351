/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The root of a function between two points.
 */
#pragma once

#include <float.h>
#include <math.h>

typedef double (*MnFunction) (double      x,
                              const void *data);

/* The root of a continuous function with f (low) <= 0 <= f (high), or the other way
 * round, to the last digit or two of a double. It never leaves the bracket and never
 * takes more steps than bisection does by much.
 *
 * Chandrupatla TR. A new hybrid quadratic/bisection algorithm for finding the zero
 * of a nonlinear function without using derivatives. Adv Eng Softw 1997; 28:
 * 145-9. */
static inline double
mn_root (MnFunction function,
         const void *data,
         double low,
         double high)
{
  double x1 = low, x2 = high, x3;
  double f1 = function (x1, data), f2 = function (x2, data), f3;
  double t = 0.5;

  if (f1 == 0)
    return x1;
  if (f2 == 0)
    return x2;

  for (int step = 0; step < 300; step++)
    {
      double x = x1 + t * (x2 - x1);
      double f = function (x, data);
      double best, reach, limit, xi, phi;

      if ((f < 0) == (f1 < 0))
        {
          x3 = x1;
          f3 = f1;
        }
      else
        {
          x3 = x2;
          f3 = f2;
          x2 = x1;
          f2 = f1;
        }
      x1 = x;
      f1 = f;

      best = fabs (f1) < fabs (f2) ? x1 : x2;
      reach = fabs (x2 - x1);
      limit = 2 * DBL_EPSILON * fabs (best) / reach;
      if (f1 == 0 || !(reach > 0) || limit > 0.5)
        return best;

      xi = (x1 - x2) / (x3 - x2);
      phi = (f1 - f2) / (f3 - f2);
      if (phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)
        t = f1 / (f2 - f1) * f3 / (f2 - f3)
            + (x3 - x1) / (x2 - x1) * f1 / (f3 - f1) * f2 / (f3 - f2);
      else
        t = 0.5;
      t = t < limit ? limit : t;
      t = t > 1 - limit ? 1 - limit : t;
    }

  return x1;
}

/* A function and its slope. */
typedef double (*MnSloped) (double      x,
                            const void *data,
                            double     *slope);

/* The root of a function with f (low) <= 0 <= f (high) from a guess, by Newton's steps while they stay in the bracket and get
 * shorter by half, and by halves where they do not: a handful where the guess is fair. A
 * step of a billionth is the last, since its error is squared. */
static inline double
mn_root_near (MnSloped function,
              const void *data,
              double low,
              double high,
              double guess)
{
  double slope, before = high - low;
  double x = guess > low && guess < high ? guess : low + (high - low) / 2;

  for (int step = 0; step < 300; step++)
    {
      double f = function (x, data, &slope);
      double next = x - f / slope;

      if (fabs (next - x) <= 1e-9 * fabs (x) && next >= low && next <= high)
        return next;
      if (f < 0)
        low = x;
      else
        high = x;
      if (!(next > low && next < high && fabs (next - x) <= before / 2))
        next = low + (high - low) / 2;
      before = fabs (next - x);
      /* No double is between. */
      if (!(before > 0) || next == low || next == high)
        return x;
      x = next;
    }
  return x;
}
