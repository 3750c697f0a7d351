/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One compensated sum.
 */
#pragma once

#include <math.h>

/* The total is sum + low. See mn_sum_grouped() for the source. */
typedef struct
{
  double sum;
  double low;
} mn_total;

static inline void
mn_total_add (mn_total *total,
              double value)
{
  double t = total->sum + value;

  if (fabs (total->sum) >= fabs (value))
    total->low += (total->sum - t) + value;
  else
    total->low += (value - t) + total->sum;
  total->sum = t;
}

static inline double
mn_total_get (const mn_total *total)
{
  return total->sum + total->low;
}
