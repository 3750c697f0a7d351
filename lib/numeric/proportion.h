/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Proportions: x of n.
 */
#pragma once

#include "binomial.h"
#include "kernel.h"

/* The value multiplier * x / n of each row, and its status. A row whose status
 * is not MN_OK has the value NaN. A count of -0 is one of 0. */
void mn_proportion_values (const double *x,
                           const double *n,
                           size_t        n_rows,
                           double        multiplier,
                           double       *value,
                           uint8_t      *status);

/* Wilson's score limits for the normal quantile z; NaN where the row is not a
 * proportion.
 *
 * Wilson EB. Probable inference, the law of succession, and statistical
 * inference. J Am Stat Assoc 1927; 22: 209-12.
 * Newcombe RG, Altman DG. Proportions and their differences. In: Altman DG and
 * others (eds). Statistics with Confidence, 2nd ed. BMJ Books 2000, pages 46-7.
 *
 * Plain rows (plain.h) go in the cheap way, here and below.
 *
 * Accuracy: relative error below 1e-15 times a small constant at every x, since
 * the smaller root is taken from the product of the roots and not from a
 * difference. */
void mn_proportion_wilson (const double *x,
                           const double *n,
                           size_t        n_rows,
                           double        z,
                           double        multiplier,
                           double       *lower,
                           double       *upper);

/* Agresti and Coull's limits: the normal ones around (x + z^2/2) / (n + z^2), kept
 * inside 0 and 1.
 *
 * Agresti A, Coull BA. Approximate is better than "exact" for interval estimation
 * of binomial proportions. Am Stat 1998; 52: 119-26. */
void mn_proportion_agresti_coull (const double *x,
                                  const double *n,
                                  size_t        n_rows,
                                  double        z,
                                  double        multiplier,
                                  double       *lower,
                                  double       *upper);

/* The normal limits p -+ z sqrt (p (1 - p) / n), kept inside 0 and 1. With x = 0
 * or x = n they have no width, and lie outside what is plausible.
 *
 * Laplace PS. Theorie analytique des probabilites. Courcier 1812. */
void mn_proportion_normal (const double *x,
                           const double *n,
                           size_t        n_rows,
                           double        z,
                           double        multiplier,
                           double       *lower,
                           double       *upper);

/* The limits of binomial.h, row by row. */
void mn_proportion_exact (const double *x,
                          const double *n,
                          size_t        n_rows,
                          double        alpha_2,
                          double        multiplier,
                          double       *lower,
                          double       *upper);
void mn_proportion_jeffreys (const double *x,
                             const double *n,
                             size_t        n_rows,
                             double        alpha_2,
                             double        multiplier,
                             double       *lower,
                             double       *upper);

/* The same from limits that may be fitted: exact or Jeffreys', as they were made. */
void mn_proportion_binomial (const double             *x,
                             const double             *n,
                             size_t                    n_rows,
                             const mn_binomial_limits *limits,
                             double                    multiplier,
                             double                   *lower,
                             double                   *upper);
