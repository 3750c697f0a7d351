/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Trends: a straight line through a few points whose variances are known, and
 * whether it rises or falls by more than chance.
 */
#pragma once

#include "kernel.h"

/* Above this a trend is significant: what chi-squared with one degree of freedom
 * exceeds with probability 0.002, which is the square of the normal quantile at
 * 0.999. Public Health England. Fingertips (source of the web services, 2020);
 * the written guidance prints 9.5495. */
#define MN_TREND_LIMIT 9.54953570608324

/* A line through v at the times t, each point weighted with w, one over its
 * variance. The variances are taken as they are and not scaled by how far the
 * points lie from the line.
 *
 * slope is per unit of t, and chi_squared its square over its variance, with one
 * degree of freedom; both NaN where no line can be drawn: under two times, or
 * numbers beyond computing. unanimous says whether the slope keeps its sign
 * whichever single point is left out, where a slope that is zero but for rounding,
 * or that cannot be drawn, counts as rising.
 *
 * Armitage P, Berry G, Matthews JNS. Statistical Methods in Medical Research,
 * 4th ed. Blackwell 2002, section 11.7 (weighted regression).
 *
 * Accuracy: times are taken from the first, so that years lose no digits. Against
 * exact arithmetic, over the published series of the tests, the slope is within
 * 1e-12 of the largest value and chi_squared within 1e-9 of itself plus one. */
void mn_trend_weighted (const double *t,
                        const double *v,
                        const double *w,
                        size_t        n_points,
                        double       *slope,
                        double       *chi_squared,
                        int          *unanimous);

/* The trend of proportions x of n, 0 < x < n: chi_squared is that of a linear
 * trend in proportions, and slope the change of the log odds per unit of t, by
 * least squares without weights. unanimous as above.
 *
 * Armitage P. Tests for linear trends in proportions and frequencies.
 * Biometrics 1955; 11: 375-386. */
void mn_trend_proportions (const double *t,
                           const double *x,
                           const double *n,
                           size_t        n_points,
                           double       *slope,
                           double       *chi_squared,
                           int          *unanimous);

/* Whether two figures differ, by whether their intervals overlap; limits that
 * touch do. The result is 1 where the later one lies wholly above, -1 where it
 * lies wholly below, and otherwise 0. */
int mn_trend_two_intervals (double earlier_lower,
                            double earlier_upper,
                            double later_lower,
                            double later_upper);
