/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "chart-limits.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "mann-kendall.h"
#include "total.h"

/* The mean range of two normal variates, in standard deviations; 3.267 is where a range of
 * them is beyond chance. */
#define RANGE_TO_SD 1.128
#define LARGE_RANGE 3.267

/* Times between events are near to Weibull, whose root of this order is near to normal. */
#define T_ROOT 3.6

int
mn_chart_has_denominator (int kind)
{
  return kind == MN_CHART_P || kind == MN_CHART_U || kind == MN_CHART_P_PRIME || kind == MN_CHART_U_PRIME;
}

int
mn_chart_check (int kind,
                double x,
                double n)
{
  if (!isfinite (x))
    return MN_NOT_FINITE;
  if (x < 0)
    return MN_NEGATIVE_COUNT;
  if (!mn_chart_has_denominator (kind))
    return MN_OK;
  if (!isfinite (n))
    return MN_NOT_FINITE;
  if (n <= 0)
    return MN_DENOMINATOR_NOT_POSITIVE;
  if ((kind == MN_CHART_P || kind == MN_CHART_P_PRIME) && x > n)
    return MN_COUNT_OVER_DENOMINATOR;
  return MN_OK;
}

static double
mean_of (const double *x,
         size_t k)
{
  mn_total total = { 0 };

  for (size_t i = 0; i < k; i++)
    mn_total_add (&total, x[i]);
  return mn_total_get (&total) / (double) k;
}

/* The standard deviation of numbers by the ranges between neighbours; NaN for one number. */
static double
sd_by_ranges (const double *x,
              size_t k,
              int screen)
{
  mn_total all = { 0 }, kept = { 0 };
  size_t n_kept = 0;
  double mean, least = (double) NAN;

  if (k < 2)
    return (double) NAN;
  for (size_t i = 1; i < k; i++)
    mn_total_add (&all, fabs (x[i] - x[i - 1]));
  mean = mn_total_get (&all) / (double) (k - 1);
  for (size_t i = 1; i < k && screen; i++)
    {
      double range = fabs (x[i] - x[i - 1]);

      if (range < LARGE_RANGE * mean)
        {
          mn_total_add (&kept, range);
          n_kept++;
        }
    }
  if (n_kept > 0)
    least = mn_total_get (&kept) / (double) n_kept;
  return (least > 0 ? least : mean) / RANGE_TO_SD;
}

static double
at_most (double value,
         double most)
{
  return value > most ? most : value;
}

static double
at_least_zero (double value)
{
  return value < 0 ? 0 : value;
}

/* Points on the scale of the root, raised back. */
static void
limits_of_times (const double *x,
                 size_t k,
                 size_t k_baseline,
                 double z,
                 double z_near,
                 int screen,
                 double *work,
                 double *centre,
                 double *lower,
                 double *upper,
                 double *lower_near,
                 double *upper_near)
{
  double mean, sd;

  for (size_t i = 0; i < k_baseline; i++)
    work[i] = pow (x[i], 1 / T_ROOT);
  mean = mean_of (work, k_baseline);
  sd = sd_by_ranges (work, k_baseline, screen);
  for (size_t i = 0; i < k; i++)
    {
      centre[i] = pow (mean, T_ROOT);
      lower[i] = pow (at_least_zero (mean - z * sd), T_ROOT);
      upper[i] = pow (mean + z * sd, T_ROOT);
      lower_near[i] = pow (at_least_zero (mean - z_near * sd), T_ROOT);
      upper_near[i] = pow (mean + z_near * sd, T_ROOT);
    }
}

/* Charts with denominators: work has the standard deviation of each point. */
static double
deviations (int kind,
            const double *x,
            const double *n,
            size_t k,
            size_t k_baseline,
            int screen,
            double *work)
{
  mn_total events = { 0 }, people = { 0 };
  double average, unit;

  for (size_t i = 0; i < k_baseline; i++)
    {
      mn_total_add (&events, x[i]);
      mn_total_add (&people, n[i]);
    }
  average = mn_total_get (&events) / mn_total_get (&people);
  unit = kind == MN_CHART_P || kind == MN_CHART_P_PRIME ? average * (1 - average) : average;
  for (size_t i = 0; i < k; i++)
    work[i] = sqrt (unit / n[i]);

  if (kind == MN_CHART_P_PRIME || kind == MN_CHART_U_PRIME)
    {
      double *deviates = work + k;
      double factor;

      for (size_t i = 0; i < k_baseline; i++)
        deviates[i] = work[i] > 0 ? (x[i] / n[i] - average) / work[i] : 0;
      factor = sd_by_ranges (deviates, k_baseline, screen);
      for (size_t i = 0; i < k; i++)
        work[i] *= factor;
    }
  return average;
}

int
mn_chart_limits (int kind,
                 const double *x,
                 const double *n,
                 size_t k,
                 size_t k_baseline,
                 double z,
                 double z_near,
                 int screen,
                 double *work,
                 double *value,
                 double *centre,
                 double *lower,
                 double *upper,
                 double *lower_near,
                 double *upper_near)
{
  double most = kind == MN_CHART_P || kind == MN_CHART_P_PRIME ? 1 : (double) INFINITY;
  double mean, middle;

  for (size_t i = 0; i < k; i++)
    value[i] = mn_chart_has_denominator (kind) ? x[i] / n[i] : x[i];
  if (kind == MN_CHART_T)
    {
      limits_of_times (x, k, k_baseline, z, z_near, screen, work, centre, lower, upper, lower_near, upper_near);
      return isfinite (centre[0]) && !isinf (upper[0]) ? MN_OK : MN_NOT_FINITE;
    }

  if (mn_chart_has_denominator (kind))
    middle = mean = deviations (kind, x, n, k, k_baseline, screen, work);
  else
    {
      double sd;

      middle = mean = mean_of (x, k_baseline);
      sd = kind == MN_CHART_G ? sqrt (mean * (mean + 1)) : sqrt (mean);
      if (kind == MN_CHART_G)
        {
          memcpy (work, x, k_baseline * sizeof *work);
          middle = mn_value_at (work, k_baseline, ((double) k_baseline + 1) / 2);
        }
      for (size_t i = 0; i < k; i++)
        work[i] = sd;
    }
  for (size_t i = 0; i < k; i++)
    {
      centre[i] = middle;
      lower[i] = at_least_zero (mean - z * work[i]);
      upper[i] = at_most (mean + z * work[i], most);
      lower_near[i] = at_least_zero (mean - z_near * work[i]);
      upper_near[i] = at_most (mean + z_near * work[i], most);
    }
  return isfinite (mean) && !isinf (work[0]) ? MN_OK : MN_NOT_FINITE;
}
