/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Functions of one or two variables as sums of Chebyshev polynomials, for those that
 * cost much and are wanted in many rows: fitted once to some nodes, they cost some
 * tens of multiplications a row.
 *
 * A fit is good when its coefficients have gone down to the noise of the function
 * before they end; one that is not is marked so, and nobody uses it.
 *
 * Trefethen LN. Approximation Theory and Approximation Practice. SIAM 2013, chapters
 * 3, 4 and 8.
 */
#pragma once

#include <stddef.h>

#define MN_CURVE_SIZE 32
#define MN_SURFACE_WIDTH 16
#define MN_SURFACE_SIZE 32

typedef struct
{
  double low, high;
  double scale; /* 1 / (high - low) */
  int n; /* terms, an even number; 0 where there is no good fit */
  double c[MN_CURVE_SIZE];
} mn_curve;

/* Of x and y: x has at most MN_SURFACE_WIDTH terms, which stand beside each other. */
typedef struct
{
  double low_x, high_x;
  double low_y, high_y;
  int n; /* terms of y, an even number; 0 where there is no good fit */
  double c[MN_SURFACE_SIZE][MN_SURFACE_WIDTH];
} mn_surface;

typedef double (*mn_of_one) (double      x,
                             const void *data);
typedef double (*mn_of_two) (double      x,
                             double      y,
                             const void *data);

/* Fits n nodes, or n_x times n_y. tolerance is of the smallest value at a node.
 * Returns whether the fit is good. */
int mn_curve_fit   (mn_curve   *curve,
                    mn_of_one   function,
                    const void *data,
                    double      low,
                    double      high,
                    int         n,
                    double      tolerance);
int mn_surface_fit (mn_surface *surface,
                    mn_of_two   function,
                    const void *data,
                    double      low_x,
                    double      high_x,
                    int         n_x,
                    double      low_y,
                    double      high_y,
                    int         n_y,
                    double      tolerance);

static inline int
mn_curve_has (const mn_curve *curve,
              double x)
{
  return curve->n > 0 && x >= curve->low && x <= curve->high;
}

static inline int
mn_surface_has (const mn_surface *surface,
                double x,
                double y)
{
  return surface->n > 0 && x >= surface->low_x && x <= surface->high_x && y >= surface->low_y && y <= surface->high_y;
}

/* The sum by Clenshaw's recurrence, of the even terms and of the odd ones at once, which
 * do not wait for each other: both are recurrences in T2 (t) = 2 t^2 - 1. */
static inline double
mn_curve_at (const mn_curve *curve,
             double x)
{
  double t = ((x - curve->low) + (x - curve->high)) * curve->scale;
  double s = 4 * t * t - 2;
  double even1 = 0, even2 = 0, odd1 = 0, odd2 = 0;

  for (int i = curve->n - 2; i >= 0; i -= 2)
    {
      double even = (curve->c[i] - even2) + s * even1;
      double odd = (curve->c[i + 1] - odd2) + s * odd1;

      even2 = even1;
      even1 = even;
      odd2 = odd1;
      odd1 = odd;
    }
  return (even1 - s / 2 * even2) + t * (odd1 - odd2);
}

/* The sum over y in all columns at once, then over x. */
double mn_surface_at (const mn_surface *surface,
                      double            x,
                      double            y);
