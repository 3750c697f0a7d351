/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The gap between two groups of pupils of whom some reached a level: x1 of n1
 * disadvantaged and x2 of n2 others.
 */
#pragma once

#include "kernel.h"

/* One column of each, in the order others x, n, disadvantaged x, n, which is that of
 * mn_two_proportions_status() and makes differences positive where the disadvantaged are
 * worse off. */
typedef const double *const mn_attainment[4];

/* How a gap is measured, each with a standard error by the delta method:
 * - points: p2 - p1 times 100;
 * - the logarithm of p2 / p1;
 * - that of the odds ratio;
 * - standardised: the difference of normal quantiles of p2 and p1. Were scores normal
 *   with one spread, it would be the same wherever the level is set.
 *
 * The last three need reached and not reached levels, or the second of them reached, in
 * both groups: status, which is MN_OK for the rows to compute, becomes MN_NOT_DEFINED.
 *
 * Ho AD. The problem with "proficiency": limitations of statistics and policy under No
 * Child Left Behind. Educ Res 2008; 37: 351-360. */
enum
{
  MN_ATTAINMENT_POINTS,
  MN_ATTAINMENT_LOG_RATIO,
  MN_ATTAINMENT_LOG_ODDS,
  MN_ATTAINMENT_STANDARDISED,
  MN_ATTAINMENT_N
};

void mn_attainment_gap (int           measure,
                        mn_attainment in,
                        size_t        n_rows,
                        double       *gap,
                        double       *se,
                        uint8_t      *status);

/* The odds ratio as a difference in standard deviations: its logarithm times sqrt (3) / pi.
 *
 * Chinn S. A simple method for converting an odds ratio to effect size for use in
 * meta-analysis. Stat Med 2000; 19: 3127-3131. */
#define MN_LOGIT_TO_STANDARD 0.55132889542179204

/* The standard errors of gaps in points where a share is nobody or everybody: its own
 * would be none, and a class of five certain. It is that with half a person more on
 * either side. Other rows keep theirs.
 *
 * Haldane JBS. The estimation and significance of the logarithm of a ratio of
 * frequencies. Ann Hum Genet 1956; 20: 309-311. */
void mn_attainment_be_careful (mn_attainment  in,
                               size_t         n_rows,
                               const uint8_t *status,
                               double        *se);
