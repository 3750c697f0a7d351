/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "attain.h"

#include <float.h>
#include <math.h>

uint8_t
mn_attainable_counts (double percent,
                      double decimals,
                      double n,
                      double *first,
                      double *last)
{
  double units = 1;
  double printed;
  int64_t whole, size, steps, low, high;

  if (!(fabs (percent) <= DBL_MAX) || !(fabs (decimals) <= DBL_MAX) || !(fabs (n) <= DBL_MAX))
    return MN_NOT_FINITE;
  if (percent < 0 || percent > 100 || decimals < 0 || decimals > MN_ATTAIN_DECIMALS || decimals != floor (decimals)
      || n < 1 || n > MN_ATTAIN_N || n != floor (n))
    return MN_OUT_OF_RANGE;

  for (int i = 0; i < (int) decimals; i++)
    units *= 10;
  printed = floor (percent * units + 0.5);
  /* A double of at most eight digits before the point and six after it is further from
   * its decimal than 1e-7 only if it is another number. */
  if (fabs (percent * units - printed) > 1e-7)
    return MN_OUT_OF_RANGE;

  /* (2 printed -+ 1) n <= 200 units k; both sides are below 2.1e18. */
  whole = (int64_t) printed;
  size = (int64_t) n;
  steps = 200 * (int64_t) units;
  low = (2 * whole - 1) * size;
  high = (2 * whole + 1) * size;
  *first = low <= 0 ? 0 : (double) ((low + steps - 1) / steps);
  *last = (double) (high / steps);
  *last = *last < n ? *last : n;
  return *first <= *last ? MN_OK : MN_NOT_ATTAINABLE;
}
