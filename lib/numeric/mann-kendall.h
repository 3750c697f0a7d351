/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether a series mostly rises or mostly falls, without a line through it, and the
 * slope that goes with the question.
 *
 * Mann HB. Nonparametric tests against trend. Econometrica 1945; 13: 245-259.
 * Kendall MG. Rank Correlation Methods, 4th ed. Griffin 1975.
 * Sen PK. Estimates of the regression coefficient based on Kendall's tau. Journal of the
 * American Statistical Association 1968; 63: 1379-1389.
 */
#pragma once

#include "kernel.h"

typedef struct
{
  double s;
  double variance;
  double z;
  double p;
  double tau_a;
  double tau_b;
} mn_mann_kendall_test;

/* Of n values in the order of time, n >= 2: s is the rises less the falls over all pairs,
 * variance that of s where there is no trend, with ties between values taken into account,
 *
 *     [n (n - 1) (2n + 5) - sum over ties of t (t - 1) (2t + 5)] / 18,
 *
 * z = (s - sign s) / sqrt (variance), p two-sided, tau_a = s over all pairs and tau_b over
 * the geometric mean of all pairs and those that are not tied. Of a constant z is 0, p is 1
 * and tau_b NaN. The time grows as n log n; work has room for 2n. Counts are exact. */
void   mn_mann_kendall    (const double         *v,
                           size_t                n,
                           double               *work,
                           mn_mann_kendall_test *test);

/* Beyond so many points there are too many pairs for Sen's slope, eight million. */
#define MN_SEN_MOST 4000

/* The slopes of all pairs of n points at ascending, distinct times; how many there are,
 * n (n - 1) / 2, which slopes has room for. Their median is Sen's slope. */
size_t mn_sen_slopes      (const double         *t,
                           const double         *v,
                           size_t                n,
                           double               *slopes);

/* The value at a place among n values in ascending order, counted from 1, between two of
 * them by a straight line; NaN where there is none. Puts the values into another order. In
 * the mean over places the time grows as n. */
double mn_value_at        (double               *values,
                           size_t                n,
                           double                place);

/* The places of the limits of Sen's slope among n_slopes, for a normal quantile z: with
 * C = z sqrt (variance), (n - C) / 2 and (n + C) / 2 + 1.
 *
 * Gilbert RO. Statistical Methods for Environmental Pollution Monitoring. Van Nostrand
 * Reinhold 1987, section 16.5. */
void   mn_sen_places      (size_t                n_slopes,
                           double                variance,
                           double                z,
                           double               *lower,
                           double               *upper);
