/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "watch.h"

#include <math.h>

#include "total.h"

/* The values that C2 leaves out before each. */
#define LAG 2

void
mn_mean_and_sd (const double *v,
                size_t n,
                double *mean,
                double *sd)
{
  mn_total sum = { 0 }, squares = { 0 };

  for (size_t i = 0; i < n; i++)
    mn_total_add (&sum, v[i]);
  *mean = mn_total_get (&sum) / (double) n;
  for (size_t i = 0; i < n; i++)
    mn_total_add (&squares, (v[i] - *mean) * (v[i] - *mean));
  *sd = n > 1 ? sqrt (mn_total_get (&squares) / (double) (n - 1)) : (double) NAN;
}

/* The same of the few values of a baseline, without carrying along what rounding takes. */
static void
mean_and_sd_of_few (const double *v,
                    size_t n,
                    double *mean,
                    double *sd)
{
  double sum = 0, squares = 0;

  for (size_t i = 0; i < n; i++)
    sum += v[i];
  *mean = sum / (double) n;
  for (size_t i = 0; i < n; i++)
    squares += (v[i] - *mean) * (v[i] - *mean);
  *sd = sqrt (squares / (double) (n - 1));
}

/* How much more than one standard deviation v is above the mean. */
static double
excess (double v,
        double mean,
        double sd)
{
  if (sd > 0)
    {
      double over = (v - mean) / sd - 1;

      return over > 0 ? over : 0;
    }
  return v > mean ? (double) INFINITY : 0;
}

void
mn_ears (const double *v,
         size_t n,
         size_t baseline,
         double z,
         double z_c3,
         double sd_least,
         double *c[3],
         double *upper[3])
{
  /* Of C2, of the last two values; NaN where there is none. */
  double before[LAG] = { (double) NAN, (double) NAN };

  for (size_t i = 0; i < n; i++)
    {
      double over = (double) NAN;

      for (int kind = 0; kind < 3; kind++)
        c[kind][i] = upper[kind][i] = (double) NAN;
      for (int kind = 0; kind < 2; kind++)
        {
          size_t lag = kind == 0 ? 0 : LAG;
          double mean, sd;

          if (i < baseline + lag)
            continue;
          mean_and_sd_of_few (v + i - lag - baseline, baseline, &mean, &sd);
          if (isnan (mean) || isnan (v[i]))
            continue;
          sd = sd < sd_least ? sd_least : sd;
          if (sd > 0)
            c[kind][i] = (v[i] - mean) / sd;
          upper[kind][i] = mean + z * sd;
          if (kind == 0)
            continue;
          over = excess (v[i], mean, sd);
          if (!isnan (before[0]) && !isnan (before[1]))
            {
              double so_far = before[0] + before[1];

              c[2][i] = so_far + over;
              upper[2][i] = isinf (so_far) ? (double) -INFINITY : mean + sd * (z_c3 - so_far);
            }
        }
      before[0] = before[1];
      before[1] = over;
    }
}

void
mn_cusum (const double *v,
          size_t n,
          double mean,
          double sd,
          double k,
          double *above,
          double *below)
{
  double up = 0, down = 0;

  for (size_t i = 0; i < n; i++)
    {
      double deviate = (v[i] - mean) / sd;

      if (isnan (v[i]))
        {
          above[i] = below[i] = (double) NAN;
          continue;
        }
      up = fmax (0, up + deviate - k);
      down = fmax (0, down - deviate - k);
      above[i] = up;
      below[i] = down;
    }
}
