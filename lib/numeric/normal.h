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

/* The probability that a standard normal variate is as far from 0 as z, or farther. */
static inline double
mn_normal_two_sided (double z)
{
  double a = fabs (z);
  double high;

  /* From here on it is no double above 0. */
  a = a > 40 ? 40 : a;
  /* The square in two parts, since exp() would show the rounding of one. */
  high = a * 134217729.0;
  high = high - (high - a);
  return mn_exp_sum (-0.5 * high * high, -0.5 * (a - high) * (a + high)) * mn_normal_scaled_tail (a);
}

/* The same of many: in a loop of its own, where rows do not wait for what comes before
 * it, half the time. */
void mn_normal_two_sided_rows (const double *z,
                               size_t        n_rows,
                               double       *p);
