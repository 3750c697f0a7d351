/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Gamma, Poisson and binomial numbers from a generator.
 *
 * Marsaglia G, Tsang WW. A simple method for generating gamma variables. ACM Trans Math
 * Softw 2000; 26: 363-372. Hörmann W. The generation of binomial random variates. J Stat
 * Comput Simul 1993; 46: 101-110 (BTRS). Hörmann W. The transformed rejection method for
 * generating Poisson random variables. Insurance: Mathematics and Economics 1993; 12: 39-45
 * (PTRS). Small means are by inversion. Nothing takes longer for larger numbers.
 */
#pragma once

#include "random.h"

/* A gamma number of this shape and scale 1; 0 where the shape is 0 or below. */
double  mn_random_gamma    (mn_random *self,
                            double     shape);

/* A Poisson number; 0 where the mean is 0 or below or no number, at most 2^52. */
int64_t mn_random_poisson  (mn_random *self,
                            double     mean);

/* How many of n, at most 2^52, have something that each has with probability p. */
int64_t mn_random_binomial (mn_random *self,
                            int64_t    n,
                            double     p);

/* The same, where log (1 - p) is at hand and p is at most a half: what loops call. */
int64_t mn_random_binomial_of_log (mn_random *self,
                                   int64_t    n,
                                   double     p,
                                   double     log_q);
