/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A sum that carries along what rounding takes from it, for loops that add up
 * several things at once. Sums of many groups are in sum.h.
 *
 * Knuth DE. The Art of Computer Programming, volume 2, 3rd ed. Addison-Wesley
 * 1997, section 4.2.2, theorem B: the error of one addition is itself a double.
 */
#pragma once

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

static inline double
mn_total_get (const mn_total *total)
{
  return total->sum + total->low;
}
