/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "pool.h"

#include <math.h>

void
mn_pool_sums (const double *n,
              const double *mean,
              const int32_t *group,
              size_t n_rows,
              mn_total *count,
              mn_total *total)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double size = n ? n[i] : 1;

      if (!(size > 0))
        continue;
      mn_total_add (&count[group[i]], size);
      mn_total_add (&total[group[i]], size * mean[i]);
    }
}

void
mn_pool_squares (const double *n,
                 const double *mean,
                 const double *sd,
                 const int32_t *group,
                 size_t n_rows,
                 const double *centre,
                 mn_total *squares)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double size = n ? n[i] : 1;
      double away = mean[i] - centre[group[i]];
      double inside = sd && size > 1 ? (size - 1) * sd[i] * sd[i] : 0;

      if (size > 0)
        mn_total_add (&squares[group[i]], inside + size * away * away);
    }
}

double
mn_pool_sd (double n,
            mn_total squares)
{
  return n > 1 ? sqrt ((squares.sum + squares.low) / (n - 1)) : 0;
}
