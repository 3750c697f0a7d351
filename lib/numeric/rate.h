/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Rates: events per person, or per person-year.
 */
#pragma once

#include "kernel.h"

/* Below this many events the exact limits are taken, from it Byar's. */
#define MN_POISSON_SWITCH 10

/* The value multiplier * x / n of each row, and its status. A row whose status
 * is not MN_OK has the value NaN. A count of -0 is one of 0. */
void mn_rate_values (const double *x,
                     const double *n,
                     size_t        n_rows,
                     double        multiplier,
                     double       *value,
                     uint8_t      *status);

/* Exact Poisson limits of a count x >= 0 with alpha_2 = (1 - confidence) / 2 in
 * each tail: gamma quantiles of shape x and x + 1, which are half the chi-squared
 * quantiles of 2x and 2x + 2 degrees of freedom.
 *
 * Armitage P, Berry G, Matthews JNS. Statistical Methods in Medical Research,
 * 4th ed. Blackwell 2002, section 5.2. */
void mn_poisson_exact (double  x,
                       double  alpha_2,
                       double *lower,
                       double *upper);

/* The exact limits of the whole counts 0 to MN_POISSON_SWITCH - 1, for
 * mn_rate_poisson. */
void mn_poisson_exact_table (double alpha_2,
                             double lower[MN_POISSON_SWITCH],
                             double upper[MN_POISSON_SWITCH]);

/* Byar's limits for the normal quantile z; NaN where the row is not a rate.
 *
 * Breslow NE, Day NE. Statistical Methods in Cancer Research, volume II: The
 * Design and Analysis of Cohort Studies. IARC 1987, page 69. */
void mn_rate_byar (const double *x,
                   const double *n,
                   size_t        n_rows,
                   double        z,
                   double        multiplier,
                   double       *lower,
                   double       *upper);

/* Puts the exact limits in place of the others in rows with fewer than below
 * events (INFINITY: in all). table_lower and table_upper come from
 * mn_poisson_exact_table with the same alpha_2. */
void mn_rate_exact_rows (const double *x,
                         const double *n,
                         size_t        n_rows,
                         double        below,
                         double        alpha_2,
                         double        multiplier,
                         const double  table_lower[MN_POISSON_SWITCH],
                         const double  table_upper[MN_POISSON_SWITCH],
                         double       *lower,
                         double       *upper);
