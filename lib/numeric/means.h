/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Means of n values with a standard deviation, and two of them: in is n, mean, sd,
 * and for two n1, mean1, sd1, n2, mean2, sd2. Degrees of freedom need not be whole.
 * The quantiles are those of (1 - confidence) / 2; the tail may be NULL.
 *
 * Accuracy: that of Student's quantile, a relative error below 1e-12.
 */
#pragma once

#include "kernel.h"
#include "student.h"

void mn_mean_values (const double *const in[3],
                     size_t              n_rows,
                     double              multiplier,
                     double             *value,
                     uint8_t            *status);

/* mean -+ t sd / sqrt (n), with n - 1 degrees of freedom.
 *
 * Student. The probable error of a mean. Biometrika 1908; 6: 1-25. */
void mn_mean_limits (const double *const in[3],
                     size_t              n_rows,
                     const mn_student_quantiles *quantiles,
                     double              multiplier,
                     double             *lower,
                     double             *upper);

void mn_two_means_status (const double *const in[6],
                          size_t              n_rows,
                          uint8_t            *status);

/* The variance of a difference of means, and its degrees of freedom: with pooled
 * from one variance for both groups, otherwise Satterthwaite's.
 *
 * Welch BL. The generalization of Student's problem when several different population
 * variances are involved. Biometrika 1947; 34: 28-35.
 * Satterthwaite FE. An approximate distribution of estimates of variance components.
 * Biometrics Bull 1946; 2: 110-4. */
void mn_mean_difference (const double *const in[6],
                         size_t              n_rows,
                         int                 pooled,
                         double              multiplier,
                         const mn_student_tail *tail,
                         double             *value,
                         double             *statistic,
                         double             *df,
                         double             *p);
void mn_mean_difference_limits (const double *const in[6],
                                size_t              n_rows,
                                int                 pooled,
                                const mn_student_quantiles *quantiles,
                                double              multiplier,
                                double             *lower,
                                double             *upper);

/* mean1 / mean2; not a number where the second is 0. */
void mn_mean_ratio_values (const double *const in[6],
                           size_t              n_rows,
                           double              multiplier,
                           double             *value);

/* The ratio of means of one sign on the logarithmic scale, by the delta method: the
 * variance of log (mean1 / mean2) is the sum of the squared coefficients of variation
 * of the means, with Satterthwaite's degrees of freedom. */
void mn_mean_ratio_log_test (const double *const in[6],
                             size_t              n_rows,
                             const mn_student_tail *tail,
                             double             *statistic,
                             double             *df,
                             double             *p);
void mn_mean_ratio_log_limits (const double *const in[6],
                               size_t              n_rows,
                               const mn_student_quantiles *quantiles,
                               double              multiplier,
                               double             *lower,
                               double             *upper);

/* Fieller's limits, with Satterthwaite's degrees of freedom at the ratio itself; none
 * where the second mean does not differ from 0.
 *
 * Fieller EC. Some problems in interval estimation. J R Stat Soc B 1954; 16: 175-85.
 * Tamhane AC, Logan BR. Finding the maximum safe dose level for heteroscedastic data.
 * J Biopharm Stat 2004; 14: 843-56. */
void mn_mean_ratio_fieller_limits (const double *const in[6],
                                   size_t              n_rows,
                                   const mn_student_quantiles *quantiles,
                                   double              multiplier,
                                   double             *lower,
                                   double             *upper);
