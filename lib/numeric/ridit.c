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
  mn_lanes lanes = { { 0 }, { 0 } };
  double all, before = 0;
  size_t at = 0;

  *n_live = 0;
  for (size_t i = 0; i < n; i++)
    *n_live += w[i] > 0;
  for (; at + MN_LANES <= n; at += MN_LANES)
    mn_lanes_add (&lanes, w + at);
  mn_lanes_end (&lanes, &sum);
  for (; at < n; at++)
    mn_total_add (&sum, w[at]);
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

/* The mean, by shares, of what figures have beyond a number. */
static double
mean_beyond (const double *y,
             const double *p,
             size_t n,
             double number)
{
  mn_total sum = { 0, 0 };
  mn_lanes lanes = { { 0 }, { 0 } };
  size_t at = 0;

  for (; at + MN_LANES <= n; at += MN_LANES)
    {
      double parts[MN_LANES];

      for (int lane = 0; lane < MN_LANES; lane++)
        parts[lane] = p[at + lane] * (y[at + lane] - number);
      mn_lanes_add (&lanes, parts);
    }
  mn_lanes_end (&lanes, &sum);
  for (; at < n; at++)
    mn_total_add (&sum, p[at] * (y[at] - number));
  return mn_total_get (&sum);
}

double
mn_groups_mean (const double *y,
                const double *p,
                size_t n)
{
  double mean = mean_beyond (y, p, n, 0);

  /* The products are rounded; what that lost is the mean of the differences. */
  return mean + mean_beyond (y, p, n, mean);
}
