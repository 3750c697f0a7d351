/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Watching counts for a rise as they come in.
 *
 * Hutwagner L, Thompson W, Seeman GM, Treadwell T. The bioterrorism preparedness and response
 * Early Aberration Reporting System (EARS). Journal of Urban Health 2003; 80 (suppl 1):
 * i89-i96.
 * Salmon M, Schumacher D, Höhle M. Monitoring count time series in R: aberration detection in
 * public health surveillance. Journal of Statistical Software 2016; 70 (10): 1-35 (C3).
 * Page ES. Continuous inspection schemes. Biometrika 1954; 41: 100-115 (CUSUM).
 */
#pragma once

#include "kernel.h"

/* Of each of n values by time, NaN for what is missing: how far it is from the mean of
 * `baseline` values before it, in their standard deviations (n - 1), and up to which value
 * that would be no alarm.
 *
 * C1: the values right before. C2: those before the last two. C3: as C2, with what C2 of the
 * last two values has over 1 taken off the bound:
 *
 *     upper = mean + sd (z - sum over the last two of max (0, C2 - 1)),
 *     C3 = sum over the last two and this one of max (0, C2 - 1)
 *
 * A standard deviation below sd_least is taken for it. c and upper have three columns of n;
 * NaN where a value is missing, and c also where sd is 0. upper of C3 is -infinity where the
 * last two were infinitely far. */
void mn_ears  (const double *v,
               size_t        n,
               size_t        baseline,
               double        z,
               double        z_c3,
               double        sd_least,
               double       *c[3],
               double       *upper[3]);

/* How far n values have drifted from a mean: above = max (0, above + (v - mean) / sd - k), and
 * below the same of its negative. A missing value changes nothing, and has NaN. */
void mn_cusum (const double *v,
               size_t        n,
               double        mean,
               double        sd,
               double        k,
               double       *above,
               double       *below);

/* The mean and the standard deviation (n - 1, NaN for one) of n values. */
void mn_mean_and_sd (const double *v,
                     size_t        n,
                     double       *mean,
                     double       *sd);
