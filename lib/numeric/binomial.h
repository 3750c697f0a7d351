/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The binomial distribution: limits of a probability from x of n, through
 * quantiles of the beta distribution. x and n need not be whole.
 *
 * Accuracy: that of the beta quantile, a relative error below 1e-10 while x and
 * n - x are below 1e10. Above it the normal approximation stands in, whose error
 * there is no larger.
 */
#pragma once

#include "kernel.h"

/* The exact limits of Clopper and Pearson, with alpha_2 = (1 - confidence) / 2 in
 * each tail, for 0 <= x <= n and n > 0. With x = 0 the lower limit is 0, with
 * x = n the upper is 1.
 *
 * Clopper CJ, Pearson ES. The use of confidence or fiducial limits illustrated in
 * the case of the binomial. Biometrika 1934; 26: 404-13. */
void mn_binomial_exact (double  x,
                        double  n,
                        double  alpha_2,
                        double *lower,
                        double *upper);

/* The equal-tailed interval of Jeffreys' prior, beta (1/2, 1/2), with the same
 * ends.
 *
 * Brown LD, Cai TT, DasGupta A. Interval estimation for a binomial proportion.
 * Stat Sci 2001; 16: 101-33, section 4.1.2. */
void mn_binomial_jeffreys (double  x,
                           double  n,
                           double  alpha_2,
                           double *lower,
                           double *upper);

/* The exact test that the probability of x of x + other is p: twice the smaller
 * tail, each with what was seen, at most 1, so that it rejects what the exact limits
 * leave out; with mid_p each tail has half of what was seen. 0 < p < 1. */
double mn_binomial_test (double x,
                         double other,
                         double p,
                         int    mid_p);
