/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Two proportions, x1 of n1 and x2 of n2: differences, ratios and odds ratios.
 *
 * The score limits are those at which the hypothesis, fitted by maximum likelihood,
 * is just rejected. The fit is not searched for: with a Lagrange multiplier both
 * proportions, and the statistic, are closed expressions, and one root remains.
 */
#pragma once

#include "kernel.h"

/* One column of each; in is x1, n1, x2, n2. Rows whose status is not MN_OK, or for
 * which a method has no limits, get limits that are not numbers. */
typedef void (*MnTwoLimits) (const double *const in[4],
                             size_t              n_rows,
                             double              z,
                             double              multiplier,
                             double             *lower,
                             double             *upper);

void mn_two_proportions_status (const double *const in[4],
                                size_t              n_rows,
                                uint8_t            *status);

/* multiplier * (x1/n1 - x2/n2). */
void mn_proportion_difference_values (const double *const in[4],
                                      size_t              n_rows,
                                      double              multiplier,
                                      double             *value);

/* multiplier * (x1/n1) / (x2/n2): infinite with no events in the second group
 * alone, not a number with none in either. */
void mn_proportion_ratio_values (const double *const in[4],
                                 size_t              n_rows,
                                 double              multiplier,
                                 double             *value);

/* multiplier * (x1/y1) / (x2/y2), with y = n - x: not a number where 0/0. */
void mn_odds_ratio_values (const double *const in[4],
                           size_t              n_rows,
                           double              multiplier,
                           double             *value);

/* Newcombe's hybrid of two Wilson intervals.
 *
 * Newcombe RG. Interval estimation for the difference between independent
 * proportions: comparison of eleven methods. Stat Med 1998; 17: 873-90, method
 * 10. */
void mn_proportion_difference_newcombe (const double *const in[4],
                                        size_t              n_rows,
                                        double              z,
                                        double              multiplier,
                                        double             *lower,
                                        double             *upper);

/* The normal limits with the estimated standard error, kept inside -1 and 1. */
void mn_proportion_difference_normal (const double *const in[4],
                                      size_t              n_rows,
                                      double              z,
                                      double              multiplier,
                                      double             *lower,
                                      double             *upper);

/* Miettinen and Nurminen's score limits, with their factor N / (N - 1).
 *
 * Miettinen O, Nurminen M. Comparative analysis of two rates. Stat Med 1985; 4:
 * 213-26. */
void mn_proportion_difference_score (const double *const in[4],
                                     size_t              n_rows,
                                     double              z,
                                     double              multiplier,
                                     double             *lower,
                                     double             *upper);
void mn_proportion_ratio_score (const double *const in[4],
                                size_t              n_rows,
                                double              z,
                                double              multiplier,
                                double             *lower,
                                double             *upper);
void mn_odds_ratio_score (const double *const in[4],
                          size_t              n_rows,
                          double              z,
                          double              multiplier,
                          double             *lower,
                          double             *upper);

/* The same without the factor.
 *
 * Koopman PAR. Confidence intervals for the ratio of two binomial proportions.
 * Biometrics 1984; 40: 513-7. */
void mn_proportion_ratio_koopman (const double *const in[4],
                                  size_t              n_rows,
                                  double              z,
                                  double              multiplier,
                                  double             *lower,
                                  double             *upper);

/* Limits on the logarithmic scale, around the values that were computed before; none
 * where a count that it needs is zero.
 *
 * Katz D, Baptista J, Azen SP, Pike MC. Obtaining confidence intervals for the risk
 * ratio in cohort studies. Biometrics 1978; 34: 469-74.
 * Woolf B. On estimating the relation between blood group and disease. Ann Hum
 * Genet 1955; 19: 251-3. */
void mn_proportion_ratio_katz (const double *const in[4],
                               size_t              n_rows,
                               double              z,
                               const double       *value,
                               double             *lower,
                               double             *upper);
void mn_odds_ratio_woolf (const double *const in[4],
                          size_t              n_rows,
                          double              z,
                          const double       *value,
                          double             *lower,
                          double             *upper);

/* Pearson's chi-squared as its signed root, and its two-sided p; 0 and 1 where all
 * or none had the event. With lose_one times sqrt ((N - 1) / N).
 *
 * Campbell I. Chi-squared and Fisher-Irwin tests of two-by-two tables with small
 * sample recommendations. Stat Med 2007; 26: 3661-75. */
void mn_two_proportions_chi_squared (const double *const in[4],
                                     size_t              n_rows,
                                     int                 lose_one,
                                     double             *statistic,
                                     double             *p);

/* Fisher's exact test: the probability, given the margins, of tables no more
 * probable than this one; with mid_p less half this one's. Counts that are not whole
 * get MN_NOT_WHOLE, and those whose sums would have no end MN_TOO_LARGE, in rows
 * that were MN_OK.
 *
 * Fisher RA. The logic of inductive inference. J R Stat Soc 1935; 98: 39-82.
 * Fagerland MW, Lydersen S, Laake P. Recommended tests and confidence intervals for
 * paired and independent 2 x 2 tables. Stat Methods Med Res 2015; 24: 224-54. */
void mn_two_proportions_fisher (const double *const in[4],
                                size_t              n_rows,
                                int                 mid_p,
                                double             *p,
                                uint8_t            *status);
