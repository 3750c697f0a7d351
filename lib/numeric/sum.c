/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "sum.h"

#include <math.h>

void
mn_sum_grouped (const double *value,
                const int32_t *group,
                size_t n_rows,
                double *sum,
                double *compensation)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      int32_t g = group[i];
      double v = value[i];
      double t = sum[g] + v;

      if (fabs (sum[g]) >= fabs (v))
        compensation[g] += (sum[g] - t) + v;
      else
        compensation[g] += (v - t) + sum[g];
      sum[g] = t;
    }
}

double
mn_ratio_of_sums (const double *top,
                  const double *below,
                  size_t n)
{
  double sums[2] = { 0, 0 };
  double compensations[2] = { 0, 0 };
  const int32_t group = 0;

  for (size_t i = 0; i < n; i++)
    {
      mn_sum_grouped (&top[i], &group, 1, &sums[0], &compensations[0]);
      mn_sum_grouped (&below[i], &group, 1, &sums[1], &compensations[1]);
    }
  return (sums[0] + compensations[0]) / (sums[1] + compensations[1]);
}
