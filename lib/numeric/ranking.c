/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "ranking.h"

#include <math.h>

/* How many of sorted lie below the bound, or on it where on_it counts. */
static size_t
count_below (const double *sorted,
             size_t n,
             double bound,
             int on_it)
{
  size_t first = 0, end = n;

  while (first < end)
    {
      size_t middle = first + (end - first) / 2;

      if (on_it ? sorted[middle] <= bound : sorted[middle] < bound)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

void
mn_rank_intervals (const double *lower,
                   const double *upper,
                   const double *sorted_lower,
                   const double *sorted_upper,
                   size_t n,
                   double *least,
                   double *greatest)
{
  /* Intervals that touch leave the order open. */
  for (size_t i = 0; i < n; i++)
    {
      least[i] = 1 + (double) count_below (sorted_upper, n, lower[i], 0);
      greatest[i] = (double) count_below (sorted_lower, n, upper[i], 1);
    }
}

void
mn_rank_expected (const double *value,
                  const double *se,
                  size_t n,
                  double *rank)
{
  for (size_t i = 0; i < n; i++)
    {
      double sum = 1;

      for (size_t j = 0; j < n; j++)
        {
          double gap = value[i] - value[j];
          double spread = sqrt (se[i] * se[i] + se[j] * se[j]);

          if (i == j)
            continue;
          if (spread > 0)
            sum += 0.5 * erfc (-gap / (spread * M_SQRT2));
          else
            sum += gap > 0 ? 1 : gap < 0 ? 0 : 0.5;
        }
      rank[i] = sum;
    }
}
