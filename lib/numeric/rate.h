/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Rates: events per person, or per person-year.
 */
#pragma once

#include <math.h>

#include "kernel.h"
#include "poisson.h"

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
 * events (INFINITY: in all). */
void mn_rate_exact_rows (const double            *x,
                         const double            *n,
                         size_t                   n_rows,
                         double                   below,
                         const mn_poisson_limits *limits,
                         double                   multiplier,
                         double                  *lower,
                         double                  *upper);

/* Byar's limits of a count that is 0 or more. */
static inline void
mn_byar (double  x,
         double  z,
         double *lower,
         double *upper)
{
  /* A count of -0 is none: adding 0 takes the sign away, which 1 / o would show. */
  double o = x + 0.0;
  double o1 = o + 1;
  double a = 1 - 1 / (9 * o) - z / (3 * sqrt (o));
  double b = 1 - 1 / (9 * o1) + z / (3 * sqrt (o1));

  *lower = a > 0 ? o * (a * a * a) : 0;
  *upper = o1 * (b * b * b);
}
