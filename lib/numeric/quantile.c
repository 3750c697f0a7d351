/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "quantile.h"

#include <math.h>

#include "percentile.h"
#include "total.h"

/* The place after the last that holds the same value as place first. */
static size_t
end_of_tie (const double *sorted,
            size_t n,
            size_t first)
{
  size_t end = first + 1;

  while (end < n && sorted[end] == sorted[first])
    end++;
  return end;
}

void
mn_quantiles_by_rank (const double *sorted,
                      size_t n,
                      unsigned k,
                      int32_t *group)
{
  double width = (double) n / k;

  for (size_t first = 0, end; first < n; first = end)
    {
      double place = floor (((double) k + 1) - ceil ((((double) n + 1) - (double) (first + 1)) / width));
      int32_t taken = place < 1 ? 1 : (int32_t) place;

      end = end_of_tie (sorted, n, first);
      for (size_t i = first; i < end; i++)
        group[i] = taken;
    }
}

void
mn_quantiles_by_percentile (const double *sorted,
                            size_t n,
                            unsigned k,
                            int32_t *group)
{
  size_t i = 0;

  for (unsigned g = 1; g < k; g++)
    {
      double bound = mn_percentile (sorted, n, (double) g / k);

      while (i < n && sorted[i] <= bound)
        group[i++] = (int32_t) g;
    }
  while (i < n)
    group[i++] = (int32_t) k;
}

void
mn_quantiles_dealt (size_t n,
                    unsigned k,
                    int32_t *group)
{
  for (size_t i = 0; i < n; i++)
    group[i] = (int32_t) mn_ntile (i, n, k);
}

void
mn_quantiles_by_weight (const double *sorted,
                        const double *weight,
                        size_t n,
                        unsigned k,
                        int32_t *group)
{
  mn_total all = { 0, 0 }, before = { 0, 0 };
  double total;

  for (size_t i = 0; i < n; i++)
    mn_total_add (&all, weight[i]);
  total = mn_total_get (&all);

  for (size_t first = 0, end; first < n; first = end)
    {
      mn_total through = before;
      double middle, place;

      end = end_of_tie (sorted, n, first);
      for (size_t i = first; i < end; i++)
        mn_total_add (&through, weight[i]);
      middle = (mn_total_get (&before) / total + mn_total_get (&through) / total) / 2;
      place = floor (middle * k) + 1;
      for (size_t i = first; i < end; i++)
        group[i] = place > k ? (int32_t) k : (int32_t) place;
      before = through;
    }
}
