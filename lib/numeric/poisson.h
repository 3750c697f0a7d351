/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Exact limits of a Poisson count, one and many: gamma quantiles.
 */
#pragma once

#include "chebyshev.h"

/* Whole counts below this have their limits in a table. */
#define MN_POISSON_TABLE 10

/* So many rows pay for the nodes of a fit. */
#define MN_POISSON_ROWS 250

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

/* The same at one level in many rows: the table, and the cube roots of the quantiles
 * over their shape a, which hardly bend in 1 / sqrt (a). They interpolate what
 * mn_poisson_exact() gives, within a relative error of 1e-12, which is where shapes
 * below 1 go.
 *
 * Wilson EB, Hilferty MM. The distribution of chi-square. Proc Natl Acad Sci USA 1931;
 * 17: 684-8. */
typedef struct
{
  double alpha_2;
  double lower[MN_POISSON_TABLE];
  double upper[MN_POISSON_TABLE];
  mn_curve many_lower, many_upper; /* from ten */
  mn_curve few_lower, few_upper;   /* from one to ten, where they are not whole */
} mn_poisson_limits;

/* Makes the table and, where n_rows pay for it, the fits; give 0 where only the table
 * is wanted. */
void mn_poisson_limits_init (mn_poisson_limits *limits,
                             double             alpha_2,
                             size_t             n_rows);
void mn_poisson_limits_at   (const mn_poisson_limits *limits,
                             double                   x,
                             double                  *lower,
                             double                  *upper);
