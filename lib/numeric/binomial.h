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

#include "chebyshev.h"
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

/* Counts below this have a curve each, and those from it a surface. */
#define MN_BINOMIAL_FEW 10

/* So many rows pay for the nodes of a fit. */
#define MN_BINOMIAL_ROWS 2500

/* The same limits at one level in many rows. Of the beta quantile q of a and b, the cube
 * root of its odds over a / b bends little in a / (a + b) and 1 / sqrt (a); without
 * events on one side in many, it is that of the gamma quantile. Fits interpolate what
 * the functions above give, within a relative error of 1e-12, and leave to them what is
 * outside: counts below ten that are not whole, and from MANY on.
 *
 * Paulson E. An approximate normalization of the analysis of variance distribution. Ann
 * Math Stat 1942; 13: 233-5. */
typedef struct
{
  double alpha_2;
  double shift; /* 1/2 for the exact limits, 0 for Jeffreys' */
  mn_surface many_lower, many_upper;
  mn_curve few_lower[MN_BINOMIAL_FEW], few_upper[MN_BINOMIAL_FEW];
} mn_binomial_limits;

/* Fitted or, for fewer rows than pay, not. */
void mn_binomial_limits_init (mn_binomial_limits *limits,
                              int                 jeffreys,
                              double              alpha_2,
                              size_t              n_rows);
void mn_binomial_limits_at   (const mn_binomial_limits *limits,
                              double                    x,
                              double                    n,
                              double                   *lower,
                              double                   *upper);

/* The odds at the lower limit of x of x + other. */
double mn_binomial_odds_at   (const mn_binomial_limits *limits,
                              double                    x,
                              double                    other);

/* The exact test that the probability of x of x + other is p: twice the smaller
 * tail, each with what was seen, at most 1, so that it rejects what the exact limits
 * leave out; with mid_p each tail has half of what was seen. 0 < p < 1. */
double mn_binomial_test (double x,
                         double other,
                         double p,
                         int    mid_p);
