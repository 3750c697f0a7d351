/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Two rates, x1 events in n1 and x2 in n2: differences and ratios. Given the events
 * of both, those of the first group are binomial, which makes ratios exact.
 */
#pragma once

#include "binomial.h"
#include "kernel.h"
#include "poisson.h"

void mn_two_rates_status (const double *const in[4],
                          size_t              n_rows,
                          uint8_t            *status);

/* multiplier * (x1/n1 - x2/n2). */
void mn_rate_difference_values (const double *const in[4],
                                size_t              n_rows,
                                double              multiplier,
                                double             *value);

/* multiplier * (x1/n1) / (x2/n2): infinite with no events in the second group
 * alone, not a number with none in either. */
void mn_rate_ratio_values (const double *const in[4],
                           size_t              n_rows,
                           double              multiplier,
                           double             *value);

/* The hybrid of the two rates' own limits, exact Poisson under ten events and Byar's
 * from ten.
 *
 * Zou GY, Donner A. Construction of confidence limits about effect measures: a
 * general approach. Stat Med 2008; 27: 1693-702. */
void mn_rate_difference_mover (const double *const in[4],
                               size_t              n_rows,
                               double              z,
                               const mn_poisson_limits *limits,
                               double              multiplier,
                               double             *lower,
                               double             *upper);

/* The normal limits with the estimated standard error. */
void mn_rate_difference_normal (const double *const in[4],
                                size_t              n_rows,
                                double              z,
                                double              multiplier,
                                double             *lower,
                                double             *upper);

/* The score limits.
 *
 * Miettinen O, Nurminen M. Comparative analysis of two rates. Stat Med 1985; 4:
 * 213-26. */
void mn_rate_difference_score (const double *const in[4],
                               size_t              n_rows,
                               double              z,
                               double              multiplier,
                               double             *lower,
                               double             *upper);

/* Exact limits of the ratio: those of Clopper and Pearson for x1 of x1 + x2.
 *
 * Przyborowski J, Wilenski H. Homogeneity of results in testing samples from Poisson
 * series. Biometrika 1940; 31: 313-23.
 * Sahai H, Khurshid A. Confidence intervals for the ratio of two Poisson means. Math
 * Sci 1993; 18: 43-50. */
void mn_rate_ratio_exact (const double *const in[4],
                          size_t              n_rows,
                          const mn_binomial_limits *limits,
                          double              multiplier,
                          double             *lower,
                          double             *upper);

/* The score limits of the ratio: those of Wilson for x1 of x1 + x2.
 *
 * Graham PL, Mengersen K, Morton AP. Confidence limits for the ratio of two rates
 * based on likelihood scores. Stat Med 2003; 22: 2071-83. */
void mn_rate_ratio_score (const double *const in[4],
                          size_t              n_rows,
                          double              z,
                          double              multiplier,
                          double             *lower,
                          double             *upper);

/* Limits on the logarithmic scale, around the values that mn_rate_ratio_values() gave;
 * none where either has no events.
 *
 * Armitage P, Berry G, Matthews JNS. Statistical Methods in Medical Research, 4th
 * ed. Blackwell 2002, section 5.3. */
void mn_rate_ratio_log (const double *const in[4],
                        size_t              n_rows,
                        double              z,
                        const double       *value,
                        double             *lower,
                        double             *upper);

/* The exact test that both rates are the same: twice the smaller binomial tail, at
 * most 1; with mid_p half of what was seen is left out of each tail. */
void mn_two_rates_exact_test (const double *const in[4],
                              size_t              n_rows,
                              int                 mid_p,
                              double             *p);

/* The score test: (x1 - m n1/n) / sqrt (m n1/n n2/n), with m events in n in all. */
void mn_two_rates_score_test (const double *const in[4],
                              size_t              n_rows,
                              double             *statistic,
                              double             *p);
