/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The exponential function, written so that a loop over it vectorises; libm's is a
 * call a row.
 */
#pragma once

#include <stdint.h>
#include <string.h>

/* 2^k for a whole k from -1022 to 1023, given 2^52 * 1.5 + k: the bits of k are the last
 * of that number. */
static inline double
mn_power_of_two (double shifted)
{
  uint64_t bits;
  double result;

  memcpy (&bits, &shifted, sizeof bits);
  bits = (bits + 1023) << 52;
  memcpy (&result, &bits, sizeof result);
  return result;
}

/* exp (x + rest), where rest is far smaller than 1, to an ulp or two; infinite or 0
 * where that is what a double can say. What is not a number stays so.
 *
 * x = k log 2 + r with |r| <= log (2) / 2, whose series ends after 13 terms, at 1e-17. */
static inline double
mn_exp_sum (double x,
            double rest)
{
  const double shift = 6755399441055744.0; /* 2^52 * 1.5: adding it rounds to whole numbers */
  const double log2_high = 6.93147180369123816490e-01;
  const double log2_low = 1.90821492927058770002e-10;
  double inside = x < -800 ? -800 : x;
  double k, half, r, r2, r4, a, b, c, p;

  inside = inside > 800 ? 800 : inside;
  k = (inside * 1.44269504088896338700 + shift) - shift;
  /* Of two halves each is in the range of an exponent. */
  half = (k * 0.5 + shift) - shift;
  r = (inside - k * log2_high) - (k * log2_low - rest);

  /* By fours, which do not wait for each other. */
  r2 = r * r;
  r4 = r2 * r2;
  a = (1.0 / 2.0 + r * (1.0 / 6.0)) + r2 * (1.0 / 24.0 + r * (1.0 / 120.0));
  b = (1.0 / 720.0 + r * (1.0 / 5040.0)) + r2 * (1.0 / 40320.0 + r * (1.0 / 362880.0));
  c = (1.0 / 3628800.0 + r * (1.0 / 39916800.0)) + r2 * (1.0 / 479001600.0 + r * (1.0 / 6227020800.0));
  p = r + r2 * (a + r4 * (b + r4 * c));
  return (1 + p) * mn_power_of_two (half + shift) * mn_power_of_two ((k - half) + shift);
}

static inline double
mn_exp (double x)
{
  return mn_exp_sum (x, 0);
}
