/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether proportions rise or fall with scores that are given, such as years that are not
 * equally far apart.
 */
#pragma once

#include "kernel.h"

typedef struct
{
  double chi_squared; /* of the trend, one degree of freedom */
  double p;
  double mantel; /* the same with N - 1 in place of N */
  double mantel_p;
  double slope; /* of the proportion, per unit of score */
  double total; /* of any difference between the proportions */
  double total_df;
  double total_p;
  double departure; /* from the line: the total less the trend, total_df - 1 */
  double departure_p;
} mn_score_trend_test;

/* The trend of x events out of n, at scores s, k of them. With p = sum x / sum n and the
 * mean of s weighted by n,
 *
 *     chi_squared = [sum x (s - mean s)]^2 / (p (1 - p) sum n (s - mean s)^2),
 *     slope = sum x (s - mean s) / sum n (s - mean s)^2.
 *
 * Gives MN_OK or why there is no test, and the first wrong row in wrong: NaN or infinite
 * numbers, counts or denominators that cannot be, fewer than two rows, one score alone
 * (MN_ONE_PLACE), or proportions that are all 0 or all 1 (MN_NOT_DEFINED). Where p is not
 * asked of a departure, because two rows leave none, it is NaN.
 *
 * Armitage P. Tests for linear trends in proportions and frequencies. Biometrics 1955; 11:
 * 375-386. Mantel N. Chi-square tests with one degree of freedom: extensions of the
 * Mantel-Haenszel procedure. Journal of the American Statistical Association 1963; 58:
 * 690-700.
 *
 * Accuracy: 1e-12 relative against prop.trend.test() and chisq.test() of R. */
int mn_score_trend (const double        *x,
                    const double        *n,
                    const double        *s,
                    size_t               k,
                    mn_score_trend_test *test,
                    size_t              *wrong);
