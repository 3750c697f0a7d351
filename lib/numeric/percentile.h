/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Percentiles by linear interpolation (type 7 of Hyndman and Fan, the default of
 * R and of spreadsheets), and the groups that they cut values into.
 *
 * Hyndman RJ, Fan Y. Sample quantiles in statistical packages. The American
 * Statistician 1996; 50: 361-365.
 */
#pragma once

#include "kernel.h"

/* Of n values in ascending order, none of them NaN; n at least 1, 0 <= fraction
 * <= 1. */
double mn_percentile (const double *sorted,
                      size_t        n,
                      double        fraction);

/* The same, rounded to ten decimals with ties away from zero, which is how
 * Fingertips has them (ValueCategoriesCalculator, 2020). */
double mn_percentile_fingertips (const double *sorted,
                                 size_t        n,
                                 double        fraction);

/* The n_groups + 1 bounds of equal groups: the least value, the percentiles
 * between, rounded to ten decimals with ties away from zero, and the greatest
 * value. The rounding is Fingertips' (ValueCategoriesCalculator, 2020). */
void mn_group_bounds (const double *sorted,
                      size_t        n,
                      unsigned      n_groups,
                      double       *bounds);

/* The group that a value is in, from 1: the first whose upper bound is not below
 * it, so a value on a bound is in the lower group. */
unsigned mn_group_of (double        value,
                      const double *bounds,
                      unsigned      n_groups);

/* The group, from 1, of the row at place, from 0, where n rows are dealt out in
 * order as SQL's NTILE does: the first groups have one more where they do not
 * divide. */
unsigned mn_ntile (size_t   place,
                   size_t   n,
                   unsigned n_groups);
