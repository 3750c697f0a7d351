/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One group against a standard that is taken as exact: in is count, denominator and
 * standard, which is in the unit of the multiplier.
 */
#pragma once

#include "kernel.h"

/* A standard is above 0, and below 1 times the multiplier. */
void mn_proportion_against_status (const double *const in[3],
                                   size_t              n_rows,
                                   double              multiplier,
                                   uint8_t            *status);

/* The exact binomial test: see mn_binomial_test. */
void mn_proportion_against_exact (const double *const in[3],
                                  size_t              n_rows,
                                  double              multiplier,
                                  double             *p);

/* The score test, (x - n s) / sqrt (n s (1 - s)): it rejects what Wilson's limits
 * leave out. */
void mn_proportion_against_score (const double *const in[3],
                                  size_t              n_rows,
                                  double              multiplier,
                                  double             *statistic,
                                  double             *p);

/* A standard is above 0. */
void mn_rate_against_status (const double *const in[3],
                             size_t              n_rows,
                             double              multiplier,
                             uint8_t            *status);

/* The exact Poisson test of a count against what the standard would give: twice the
 * smaller tail, at most 1, so that it rejects what the exact limits leave out. */
void mn_rate_against_exact (const double *const in[3],
                            size_t              n_rows,
                            double              multiplier,
                            double             *p);

/* Byar's approximation to it; 0 where the correction would pass the middle.
 *
 * Breslow NE, Day NE. Statistical Methods in Cancer Research, volume II: The Design and
 * Analysis of Cohort Studies. IARC 1987, page 69. */
void mn_rate_against_byar (const double *const in[3],
                           size_t              n_rows,
                           double              multiplier,
                           double             *statistic,
                           double             *p);
