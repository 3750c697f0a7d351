/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A sum that carries along what rounding takes from it, for loops that add up
 * several things at once. Sums of many groups are in sum.h.
 *
 * Knuth DE. The Art of Computer Programming, volume 2, 3rd ed. Addison-Wesley
 * 1997, section 4.2.2, theorem B: the error of one addition is itself a double.
 */
#pragma once

#include <stddef.h>

/* The total is sum + low. */
typedef struct
{
  double sum;
  double low;
} mn_total;

static inline void
mn_total_add (mn_total *total,
              double value)
{
  double sum = total->sum + value;
  double part = sum - total->sum;

  total->low += (total->sum - (sum - part)) + (value - part);
  total->sum = sum;
}

/* Several totals side by side, so that one addition need not wait for that before
 * it: for long sums whose parts can be had several at a time. */
#define MN_LANES 8

typedef struct
{
  double sum[MN_LANES];
  double low[MN_LANES];
} mn_lanes;

static inline void
mn_lanes_add (mn_lanes *lanes,
              const double *values)
{
  for (int lane = 0; lane < MN_LANES; lane++)
    {
      double sum = lanes->sum[lane] + values[lane];
      double part = sum - lanes->sum[lane];

      lanes->low[lane] += (lanes->sum[lane] - (sum - part)) + (values[lane] - part);
      lanes->sum[lane] = sum;
    }
}

/* Adds them up to total. */
static inline void
mn_lanes_end (const mn_lanes *lanes,
              mn_total *total)
{
  for (int lane = 0; lane < MN_LANES; lane++)
    {
      mn_total_add (total, lanes->sum[lane]);
      mn_total_add (total, lanes->low[lane]);
    }
}

static inline double
mn_total_get (const mn_total *total)
{
  return total->sum + total->low;
}
