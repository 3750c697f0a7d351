/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "pool.h"

#include <math.h>

static inline void
add (MnSum *self,
     double value)
{
  double t = self->sum + value;

  if (fabs (self->sum) >= fabs (value))
    self->compensation += (self->sum - t) + value;
  else
    self->compensation += (value - t) + self->sum;
  self->sum = t;
}

void
mn_pool_sums (const double *n,
              const double *mean,
              const int32_t *group,
              size_t n_rows,
              MnSum *count,
              MnSum *total)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double size = n ? n[i] : 1;

      if (!(size > 0))
        continue;
      add (&count[group[i]], size);
      add (&total[group[i]], size * mean[i]);
    }
}

void
mn_pool_squares (const double *n,
                 const double *mean,
                 const double *sd,
                 const int32_t *group,
                 size_t n_rows,
                 const double *centre,
                 MnSum *squares)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double size = n ? n[i] : 1;
      double away = mean[i] - centre[group[i]];
      double inside = sd && size > 1 ? (size - 1) * sd[i] * sd[i] : 0;

      if (size > 0)
        add (&squares[group[i]], inside + size * away * away);
    }
}

double
mn_pool_sd (double n,
            MnSum squares)
{
  return n > 1 ? sqrt ((squares.sum + squares.compensation) / (n - 1)) : 0;
}
