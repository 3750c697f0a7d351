/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The ranks of areas, from 1 for the lowest, and how far chance could move them.
 */
#pragma once

#include "kernel.h"

/* The ranks that intervals leave open: one more than the areas that lie wholly below,
 * to those that do not lie wholly above. Sorted hold all lower and all upper limits
 * in ascending order. If all intervals hold together, so do all ranks.
 *
 * Klein M, Wright T, Wieczorek J. A joint confidence region for an overall ranking of
 * populations. Journal of the Royal Statistical Society C 2020; 69: 589-606, theorem
 * 1. */
void mn_rank_intervals (const double *lower,
                        const double *upper,
                        const double *sorted_lower,
                        const double *sorted_upper,
                        size_t        n,
                        double       *least,
                        double       *greatest);

/* The mean of the rank of each area if every value were normal with its standard
 * error: 1 and the chances that each other is lower. Its time grows as n².
 *
 * Laird NM, Louis TA. Empirical Bayes ranking methods. Journal of Educational
 * Statistics 1989; 14: 29-46. */
void mn_rank_expected  (const double *value,
                        const double *se,
                        size_t        n,
                        double       *rank);
