/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The share that has had an event of each cause, where one event rules out the
 * others. Over the distinct times of one group, as in survival.h.
 */
#pragma once

#include "kernel.h"

/* The cumulative incidence of one cause after each time, and its variance: survival is
 * that of all causes together, from mn_kaplan_meier(). The incidences and the survival
 * add up to one.
 *
 * Aalen OO, Johansen S. An empirical transition matrix for non-homogeneous Markov
 * chains based on censored observations. Scand J Stat 1978; 5: 141-150.
 * Dinse GE, Larson MG. A note on semi-Markov models for partially censored data.
 * Biometrika 1986; 73: 379-386 (variance); Marubini E, Valsecchi MG. Analysing Survival
 * Data from Clinical Trials and Observational Studies. Wiley 1995, section 10.2.
 *
 * The variance is the sum, over times t_j up to t, of
 *   (F - F_j)^2 d/(n(n - d)) + S_{j-1}^2 d_k (n - d_k)/n^3 - 2 (F - F_j) S_{j-1} d_k/n^2,
 * kept up by what F grows, so that no large sums are taken from each other. */
void mn_cumulative_incidence (const double *at_risk,
                              const double *event,
                              const double *cause,
                              const double *survival,
                              size_t        n,
                              double       *incidence,
                              double       *variance);
