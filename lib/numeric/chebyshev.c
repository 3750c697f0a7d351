/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "chebyshev.h"

#include <math.h>

#include "kernel.h"

#define PI 3.14159265358979323846

/* Terms so small beside the largest say nothing, nor do all that follow. */
#define NOTHING 5e-17

static double
node (double low,
      double high,
      int i,
      int n)
{
  return (low + high) / 2 + (high - low) / 2 * cos (PI * (i + 0.5) / n);
}

/* The values at n nodes, every stride apart, become n coefficients. */
static void
transform (double *values,
           size_t stride,
           int n)
{
  double c[MN_CURVE_SIZE];

  for (int k = 0; k < n; k++)
    {
      double sum = 0;

      for (int i = 0; i < n; i++)
        sum += values[(size_t) i * stride] * cos (PI * k * (i + 0.5) / n);
      c[k] = (k == 0 ? 1 : 2) * sum / n;
    }
  for (int k = 0; k < n; k++)
    values[(size_t) k * stride] = c[k];
}

int
mn_curve_fit (mn_curve *curve,
              mn_of_one function,
              const void *data,
              double low,
              double high,
              int n,
              double tolerance)
{
  double smallest = INFINITY, largest = 0;

  curve->low = low;
  curve->high = high;
  curve->scale = 1 / (high - low);
  curve->n = 0;
  for (int i = 0; i < n; i++)
    {
      double f = function (node (low, high, i, n), data);

      if (!isfinite (f))
        return 0;
      curve->c[i] = f;
      smallest = fmin (smallest, fabs (f));
      largest = fmax (largest, fabs (f));
    }
  transform (curve->c, 1, n);

  /* An odd or an even function has every second term zero. */
  if (!(fmax (fabs (curve->c[n - 1]), fabs (curve->c[n - 2])) <= tolerance * smallest))
    return 0;
  while (n > 1 && fabs (curve->c[n - 1]) <= NOTHING * largest)
    n--;
  if (n % 2 == 1)
    curve->c[n++] = 0;
  curve->n = n;
  return 1;
}

int
mn_surface_fit (mn_surface *surface,
                mn_of_two function,
                const void *data,
                double low_x,
                double high_x,
                int n_x,
                double low_y,
                double high_y,
                int n_y,
                double tolerance)
{
  double smallest = INFINITY, largest = 0, last = 0, row = 0;

  surface->low_x = low_x;
  surface->high_x = high_x;
  surface->low_y = low_y;
  surface->high_y = high_y;
  surface->n = 0;
  for (int j = 0; j < MN_SURFACE_SIZE; j++)
    for (int i = 0; i < MN_SURFACE_WIDTH; i++)
      {
        double f = 0;

        if (i < n_x && j < n_y)
          {
            f = function (node (low_x, high_x, i, n_x), node (low_y, high_y, j, n_y), data);
            if (!isfinite (f))
              return 0;
            smallest = fmin (smallest, fabs (f));
            largest = fmax (largest, fabs (f));
          }
        surface->c[j][i] = f;
      }
  for (int j = 0; j < n_y; j++)
    transform (surface->c[j], 1, n_x);
  for (int i = 0; i < n_x; i++)
    transform (&surface->c[0][i], MN_SURFACE_WIDTH, n_y);

  for (int j = 0; j < n_y; j++)
    for (int i = 0; i < n_x; i++)
      if (j >= n_y - 2 || i >= n_x - 2)
        last = fmax (last, fabs (surface->c[j][i]));
  if (!(last <= tolerance * smallest))
    return 0;
  while (n_y > 2)
    {
      for (int i = 0; i < n_x; i++)
        row = fmax (row, fabs (surface->c[n_y - 1][i]));
      if (row > NOTHING * largest)
        break;
      n_y--;
    }
  surface->n = n_y + n_y % 2;
  return 1;
}

MN_CLONES double
mn_surface_at (const mn_surface *surface,
               double x,
               double y)
{
  double t = ((x - surface->low_x) + (x - surface->high_x)) / (surface->high_x - surface->low_x);
  double s = 2 * ((y - surface->low_y) + (y - surface->high_y)) / (surface->high_y - surface->low_y);
  double b1[MN_SURFACE_WIDTH] = { 0 }, b2[MN_SURFACE_WIDTH] = { 0 };
  double power[MN_SURFACE_WIDTH], sum[4] = { 0 };

  /* Over y in all columns at once, two steps a round: there is an even number of terms. */
  for (int i = surface->n - 1; i > 0; i -= 2)
    {
      for (int k = 0; k < MN_SURFACE_WIDTH; k++)
        b2[k] = surface->c[i][k] + (s * b1[k] - b2[k]);
      for (int k = 0; k < MN_SURFACE_WIDTH; k++)
        b1[k] = surface->c[i - 1][k] + (s * b2[k] - b1[k]);
    }
  /* The last step took all of s where half belongs. */
  for (int k = 0; k < MN_SURFACE_WIDTH; k++)
    b1[k] = b1[k] - s / 2 * b2[k];

  /* The polynomials of x from those of about half the degree, so that they do not wait
   * for each other. */
  power[0] = 1;
  power[1] = t;
  for (int k = 2; k < MN_SURFACE_WIDTH; k++)
    power[k] = 2 * power[k / 2] * power[(k + 1) / 2] - power[k % 2];
  for (int k = 0; k < MN_SURFACE_WIDTH; k += 4)
    for (int lane = 0; lane < 4; lane++)
      sum[lane] += power[k + lane] * b1[k + lane];
  return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}
