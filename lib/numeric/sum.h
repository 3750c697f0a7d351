/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Sums that lose nothing.
 */
#pragma once

#include "kernel.h"

/* The sum of one list of numbers over that of another, each without loss: a pooled
 * rate of counts and denominators, or a mean where all of below are 1. n at least
 * 1. */
double mn_ratio_of_sums (const double *top,
                         const double *below,
                         size_t        n);

/* Adds each value to the sum of its group. sum and compensation hold n_groups
 * doubles each, which the caller has set to zero, or to what another part of the
 * data gave; sum + compensation is the total.
 *
 * Neumaier A. Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
 * Summen. Z Angew Math Mech 1974; 54: 39-51. The error does not grow with the
 * number of rows, and the sum of whole numbers below 2^53 is exact in any
 * order. */
void mn_sum_grouped (const double  *value,
                     const int32_t *group,
                     size_t         n_rows,
                     double        *sum,
                     double        *compensation);
