/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The tails of the normal distribution, written so that a loop over them vectorises.
 */
#pragma once

#include <math.h>

#include "exponential.h"
#include "kernel.h"

/* exp (z^2 / 2) times the probability that a standard normal variate is as far from 0 as
 * z >= 0, or farther: 1 at 0, and sqrt (2 / pi) / z where z is large.
 *
 * With t = 4 / (4 + z), that over t is a polynomial in 2 t - 1, here the Chebyshev
 * interpolant at 24 nodes, by its powers, from 60 digits; its relative error is below
 * 3e-16. The transformation is that of
 * Schonfelder JL. Chebyshev expansions for the error and related functions. Math Comp
 * 1978; 32: 1232-40. */
static inline double
mn_normal_scaled_tail (double z)
{
  double inverse = 1 / (4 + z);
  double t = 4 * inverse;
  double q = (4 - z) * inverse;
  double q2 = q * q, q4 = q2 * q2;
  double p0 = (0.3776425652078757 + 0.30394832098594604 * q) + (0.19356870037111346 + 0.09326092897982588 * q) * q2;
  double p1 = (0.03019828744517404 + 0.0037700944834983116 * q) + (-0.0017398461782253888 - 0.0008154092313894844 * q) * q2;
  double p2 = (6.667210377576857e-05 + 0.00011554749337427424 * q) + (-9.538342566601072e-07 - 1.757249406580172e-05 * q) * q2;
  double p3 = (3.5729012960965507e-07 + 2.960644711057514e-06 * q) + (-3.1245708404503297e-07 - 5.121184494282702e-07 * q) * q2;
  double p4 = (1.3234228063235178e-07 + 7.958219695897452e-08 * q) + (-3.937347215235419e-08 - 8.709562589729457e-09 * q) * q2;
  double p5 = (8.025971257141262e-09 + 2.0887419262167138e-10 * q) + (-8.429240968639438e-10 + 7.468239754977515e-11 * q) * q2;

  return t * (p0 + q4 * (p1 + q4 * (p2 + q4 * (p3 + q4 * (p4 + q4 * p5)))));
}

/* The probability that a standard normal variate is as far from 0 as z, or farther: 1 at 0.
 * Its relative error is below 2e-15 + 2e-16 z^2, as much again as an ulp of z makes.
 *
 * It is exp (-z^2 / 2) times the scaled tail. Here, where every operation counts in a loop
 * over rows, the first is 2^k times the series of exp (r), in the powers of its Chebyshev
 * interpolant at 10 nodes, of r within log (2) / 2: to 2e-17. With t = 1 / (5 + z), the other
 * over t is a polynomial in (5 - 5/4 z) t, made in the same way at 20 nodes for z up to 40:
 * to 2e-15. Sums go by halves, which do not wait for each other. */
static inline double
mn_normal_two_sided (double z)
{
  const double shift = 6755399441055744.0; /* 2^52 * 1.5: adding it rounds to whole numbers */
  const double log2_high = 6.93147180369123816490e-01;
  const double log2_low = 1.90821492927058770002e-10;
  double a = fabs (z);
  double x, shifted, k, r, r2, r4, series, inverse, q, q2, q4, q8, p0, p1, p2, p3, p4;

  /* From here on it is no double above 0. */
  a = a > 40 ? 40 : a;

  x = -0.5 * a * a;
  shifted = x * 1.44269504088896338700 + shift;
  k = shifted - shift;
  r = (x - k * log2_high) - k * log2_low;
  r2 = r * r;
  r4 = r2 * r2;
  series = (0.5 + 0.16666666666666669 * r) + (0.041666666666623824 + 0.008333333333330039 * r) * r2
           + r4 * ((0.0013888888917367081 + 0.00019841269863171557 * r)
                   + (2.4801521057868204e-05 + 2.7557268276905696e-06 * r) * r2
                   + (2.7620201591031547e-07 + 2.5100472505694996e-08 * r) * r4);

  inverse = 1 / (5 + a);
  q = (5 - 1.25 * a) * inverse;
  q2 = q * q;
  q4 = q2 * q2;
  q8 = q4 * q4;
  p0 = (1.6993915434354399 + 1.4009298543366264 * q) + (0.9687499682858373 + 0.5562389639172088 * q) * q2;
  p1 = (0.25896330149521984 + 0.09287969694671404 * q) + (0.022476518561137537 + 0.0017844719396528526 * q) * q2;
  p2 = (-0.0010627047831281546 - 0.0003967226175088909 * q) + (8.055722417741149e-06 + 3.661758229426386e-05 * q) * q2;
  p3 = (3.958586295834621e-06 - 3.259986223819176e-06 * q) + (-6.222997773410209e-07 + 3.2673521467381193e-07 * q) * q2;
  p4 = (6.945819278691704e-08 - 3.510218684173084e-08 * q) + (-4.988077334916513e-09 + 2.7746502415151827e-09 * q) * q2;

  /* k goes down to -1154, so 2^600 is lent to it. */
  return (1 + (r + r2 * series)) * mn_power_of_two (shifted + 600)
         * ((inverse * 0x1p-600) * ((p0 + q4 * p1) + q8 * ((p2 + q4 * p3) + q8 * p4)));
}

/* The same of many: in a loop of its own, where rows do not wait for what comes before
 * it, half the time. */
void mn_normal_two_sided_rows (const double *z,
                               size_t        n_rows,
                               double       *p);
