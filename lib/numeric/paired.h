/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The same people before and after: proportions from the table of four counts, in =
 * both, before alone, after alone, neither; and what a mean of changes comes to in units
 * of its spread. Differences are after less before.
 */
#pragma once

#include "kernel.h"

/* MN_OK, MN_NOT_FINITE, MN_NEGATIVE_COUNT, or MN_DENOMINATOR_NOT_POSITIVE where nobody
 * is in the table. */
void mn_paired_status (const double *const in[4],
                       size_t              n_rows,
                       uint8_t            *status);

void mn_paired_values (const double *const in[4],
                       size_t              n_rows,
                       double              multiplier,
                       double             *value);

/* Newcombe's hybrid of two Wilson intervals with the correlation of the table, corrected
 * for continuity.
 *
 * Newcombe RG. Improved confidence intervals for the difference between binomial
 * proportions based on paired data. Stat Med 1998; 17: 2635-50, method 10. */
void mn_paired_newcombe (const double *const in[4],
                         size_t              n_rows,
                         double              z,
                         double              multiplier,
                         double             *lower,
                         double             *upper);

/* The differences at which the score statistic, with the cell after alone fitted by
 * maximum likelihood, is just not rejected.
 *
 * Tango T. Equivalence test and confidence interval for the difference in proportions for
 * the paired-sample design. Stat Med 1998; 17: 891-908. */
void mn_paired_tango (const double *const in[4],
                      size_t              n_rows,
                      double              z,
                      double              multiplier,
                      double             *lower,
                      double             *upper);

/* The normal limits with the estimated standard error, kept inside -1 and 1. */
void mn_paired_normal (const double *const in[4],
                       size_t              n_rows,
                       double              z,
                       double              multiplier,
                       double             *lower,
                       double             *upper);

/* McNemar's test of the two cells that changed, as the signed root of chi-squared; with
 * continuity 1 is taken from their difference first. 0 and 1 where nobody changed.
 *
 * McNemar Q. Note on the sampling error of the difference between correlated proportions
 * or percentages. Psychometrika 1947; 12: 153-7.
 * Edwards AL. Note on the "correction for continuity" in testing the significance of the
 * difference between correlated proportions. Psychometrika 1948; 13: 185-7. */
void mn_paired_mcnemar (const double *const in[4],
                        size_t              n_rows,
                        int                 continuity,
                        double             *statistic,
                        double             *p);

/* The same by the binomial distribution of the cells that changed: twice the smaller
 * tail, at most 1; with mid_p half of what was seen is left out of the tail. Counts that
 * are not whole get MN_NOT_WHOLE in rows that were MN_OK.
 *
 * Fagerland MW, Lydersen S, Laake P. The McNemar test for binary matched-pairs data:
 * mid-p and asymptotic are better than exact conditional. BMC Med Res Methodol 2013; 13:
 * 91. */
void mn_paired_exact (const double *const in[4],
                      size_t              n_rows,
                      int                 mid_p,
                      double             *p,
                      uint8_t            *status);

/* The t statistic of no mean change in n people, at least two, and its two-sided p. Where
 * all changes are the same the statistic is infinite, or 0 with them; mn_mean_limits() has the
 * limits.
 *
 * Student. The probable error of a mean. Biometrika 1908; 6: 1-25. */
void mn_paired_mean (double  n,
                     double  mean,
                     double  sd,
                     double *statistic,
                     double *df,
                     double *p);

/* The mean of n changes in units of their standard deviation, with Hedges' factor
 * 1 - 3 / (4 (n - 1) - 1) for small numbers; not a number under two changes, or where
 * all are the same.
 *
 * Cohen J. Statistical Power Analysis for the Behavioral Sciences, 2nd ed. Erlbaum 1988,
 * section 2.3.5 (d_z).
 * Hedges LV. Distribution theory for Glass's estimator of effect size and related
 * estimators. J Educ Stat 1981; 6: 107-28. */
double mn_standardised_change (double n,
                               double mean,
                               double sd);
