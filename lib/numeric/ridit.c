/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "ridit.h"

#include <float.h>

#include "total.h"

int
mn_groups_place (const double *w,
                 const double *rank,
                 size_t n,
                 double *p,
                 double *low,
                 double *high,
                 size_t *n_live,
                 double *total)
{
  mn_total sum = { 0, 0 }, below = { 0, 0 };
  double all, before = 0;

  *n_live = 0;
  for (size_t i = 0; i < n; i++)
    {
      mn_total_add (&sum, w[i]);
      *n_live += w[i] > 0;
    }
  *total = all = mn_total_get (&sum);
  if (!(all > 0 && all <= DBL_MAX))
    return MN_DENOMINATOR_NOT_POSITIVE;

  for (size_t i = 0; i < n; i++)
    p[i] = w[i] / all;
  if (!rank)
    return MN_OK;

  for (size_t first = 0, end; first < n; first = end)
    {
      double through;

      for (end = first; end < n && rank[end] == rank[first]; end++)
        mn_total_add (&below, w[end]);
      through = end == n ? 1 : mn_total_get (&below) / all;
      for (size_t i = first; i < end; i++)
        {
          low[i] = before;
          high[i] = through;
        }
      before = through;
    }
  return MN_OK;
}

double
mn_groups_mean (const double *y,
                const double *p,
                size_t n)
{
  mn_total sum = { 0, 0 }, rest = { 0, 0 };
  double mean;

  for (size_t i = 0; i < n; i++)
    mn_total_add (&sum, p[i] * y[i]);
  mean = mn_total_get (&sum);
  /* The products are rounded; what that lost is the mean of the differences. */
  for (size_t i = 0; i < n; i++)
    mn_total_add (&rest, p[i] * (y[i] - mean));
  return mean + mn_total_get (&rest);
}
