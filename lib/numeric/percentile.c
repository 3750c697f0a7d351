/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "percentile.h"

#include <float.h>
#include <math.h>

double
mn_percentile (const double *sorted,
               size_t n,
               double fraction)
{
  double place = (double) (n - 1) * fraction;
  size_t i = (size_t) place;
  double part, step;

  if (i + 1 >= n)
    return sorted[n - 1];
  part = place - (double) i;
  step = sorted[i + 1] - sorted[i];
  /* The largest doubles are farther apart than a double can say. */
  if (fabs (step) > DBL_MAX)
    return (1 - part) * sorted[i] + part * sorted[i + 1];
  return sorted[i] + part * step;
}

static double
round_to_ten_decimals (double x)
{
  const double scale = 1e10;
  const double whole = 9007199254740992.0; /* doubles from here on are whole */

  return fabs (x) < whole / scale ? round (x * scale) / scale : x;
}

double
mn_percentile_fingertips (const double *sorted,
                          size_t n,
                          double fraction)
{
  return round_to_ten_decimals (mn_percentile (sorted, n, fraction));
}

void
mn_group_bounds (const double *sorted,
                 size_t n,
                 unsigned n_groups,
                 double *bounds)
{
  bounds[0] = sorted[0];
  for (unsigned i = 1; i < n_groups; i++)
    bounds[i] = mn_percentile_fingertips (sorted, n, (double) i / n_groups);
  bounds[n_groups] = sorted[n - 1];
}

unsigned
mn_group_of (double value,
             const double *bounds,
             unsigned n_groups)
{
  unsigned group = 1;

  while (group < n_groups && value > bounds[group])
    group++;
  return group;
}

unsigned
mn_ntile (size_t place,
          size_t n,
          unsigned n_groups)
{
  size_t least = n / n_groups;
  size_t larger = n % n_groups;
  size_t in_larger = larger * (least + 1);

  if (place < in_larger)
    return (unsigned) (place / (least + 1)) + 1;
  return (unsigned) (larger + (place - in_larger) / least) + 1;
}
