/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "funnel.h"

#include <math.h>

#include "percentile.h"
#include "special.h"
#include "total.h"

void
mn_funnel_proportion (const double *n,
                      size_t n_rows,
                      double average,
                      double z,
                      double multiplier,
                      double *lower,
                      double *upper)
{
  double spread = average * (1 - average);

  for (size_t i = 0; i < n_rows; i++)
    {
      double half = z * sqrt (spread / n[i]);

      lower[i] = multiplier * fmax (average - half, 0);
      upper[i] = multiplier * fmin (average + half, 1);
    }
}

void
mn_funnel_means (const double *events,
                 size_t n_rows,
                 double tail,
                 double *least,
                 double *greatest)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      least[i] = events[i] > 0 ? mn_gamma_quantile (events[i], tail) : 0;
      greatest[i] = mn_gamma_quantile_upper (events[i] + 1, tail);
    }
}

double
mn_funnel_deviate_proportion (double count,
                              double n,
                              double average,
                              double *se)
{
  *se = 1 / (2 * sqrt (n));
  return (asin (sqrt (count / n)) - asin (sqrt (average))) / *se;
}

double
mn_funnel_deviate_events (double events,
                          double expected,
                          double *se)
{
  *se = 1 / (2 * sqrt (expected));
  return (sqrt (events / expected) - 1) / *se;
}

void
mn_winsorise (const double *deviate,
              const double *sorted,
              size_t n,
              double share,
              double *drawn)
{
  double least = mn_percentile (sorted, n, share);
  double greatest = mn_percentile (sorted, n, 1 - share);

  for (size_t i = 0; i < n; i++)
    drawn[i] = fmin (fmax (deviate[i], least), greatest);
}

double
mn_dispersion (const double *deviate,
               size_t n)
{
  mn_total squares = { 0, 0 };

  for (size_t i = 0; i < n; i++)
    mn_total_add (&squares, deviate[i] * deviate[i]);
  return mn_total_get (&squares) / (double) n;
}

double
mn_between_variance (double dispersion,
                     const double *se,
                     size_t n)
{
  double weights = 0, squares = 0;

  for (size_t i = 0; i < n; i++)
    {
      double weight = 1 / (se[i] * se[i]);

      weights += weight;
      squares += weight * weight;
    }
  if (n < 2 || dispersion * (double) n <= (double) n - 1)
    return 0;
  return (dispersion * (double) n - ((double) n - 1)) / (weights - squares / weights);
}

void
mn_funnel_adjusted (double n,
                    double average,
                    int is_proportion,
                    double factor,
                    double variance,
                    double z,
                    double multiplier,
                    double *lower,
                    double *upper)
{
  const double right_angle = 1.57079632679489661923;
  double middle = is_proportion ? asin (sqrt (average)) : 1;
  double se = is_proportion ? 1 / (2 * sqrt (n)) : 1 / (2 * sqrt (n * average));
  double half = z * sqrt (factor * factor * se * se + variance);
  double low = fmax (middle - half, 0);
  double high = middle + half;

  if (is_proportion)
    {
      low = sin (low);
      high = high < right_angle ? sin (high) : 1;
      *lower = multiplier * low * low;
      *upper = multiplier * high * high;
    }
  else
    {
      *lower = multiplier * average * low * low;
      *upper = multiplier * average * high * high;
    }
}
