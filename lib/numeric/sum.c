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
