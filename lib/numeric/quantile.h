/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Equal groups of areas, such as the tenths of an index of deprivation. Values come
 * in ascending order, without NaN; groups are from 1, for the lowest values.
 */
#pragma once

#include "kernel.h"

/* By the least rank of a tie: group floor ((k + 1) - ceil ((n + 1 - rank) / (n / k))),
 * at least 1, in doubles and in this order, since other orders differ by one group at
 * some bounds (k = 14, 18, 20, 25, 50, 100).
 *
 * Public Health England. PHEindicatormethods: phe_quantile (2024). */
void mn_quantiles_by_rank (const double *sorted,
                           size_t        n,
                           unsigned      k,
                           int32_t      *group);

/* By percentiles, interpolated linearly (type 7); a value on a bound is in the lower
 * group. */
void mn_quantiles_by_percentile (const double *sorted,
                                 size_t        n,
                                 unsigned      k,
                                 int32_t      *group);

/* Dealt out in order, as SQL's NTILE does: equal values may part. */
void mn_quantiles_dealt (size_t   n,
                         unsigned k,
                         int32_t *group);

/* By people: each area is where the middle of its people stands on the scale of all
 * people in order, from 0 to 1; areas of one value stand at one place. Weights are at
 * least 0 and their total is above 0. What stands on a bound is in the upper group. */
void mn_quantiles_by_weight (const double *sorted,
                             const double *weight,
                             size_t        n,
                             unsigned      k,
                             int32_t      *group);
