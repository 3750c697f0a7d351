/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether groups have their events at the same pace: observed less expected events of
 * each group, and their covariance, added up over times and strata.
 */
#pragma once

#include "kernel.h"

/* Doubles that a comparison of this many groups works in. */
size_t mn_log_rank_work (size_t n_groups);

typedef struct
{
  size_t n_groups;
  double rho;
  double pooled;   /* the share left in all groups together, before this time */
  double *work;
} mn_log_rank;

/* The weight of a time is the pooled share left just before it, to the power of rho: 0
 * for the log-rank test, 1 for Peto and Peto's. work holds mn_log_rank_work() doubles.
 *
 * Mantel N. Evaluation of survival data and two new rank order statistics arising in its
 * consideration. Cancer Chemother Rep 1966; 50: 163-170. Peto R, Peto J. Asymptotically
 * efficient rank invariant test procedures. J R Stat Soc A 1972; 135: 185-207.
 * Harrington DP, Fleming TR. A class of rank test procedures for censored survival data.
 * Biometrika 1982; 69: 553-566. */
void mn_log_rank_begin (mn_log_rank *self,
                        size_t       n_groups,
                        double       rho,
                        double      *work);

/* The next stratum begins with everybody left. */
void mn_log_rank_stratum (mn_log_rank *self);

/* One time of a stratum: who is at risk and who has the event in each group. Times in
 * ascending order. */
void mn_log_rank_time (mn_log_rank  *self,
                       const double *at_risk,
                       const double *event);

/* What has come of it so far: weighted observed and expected events of each group, their
 * covariance (n_groups squared), and the statistic, chi-squared with df degrees of
 * freedom. Groups that expect nothing leave both the form and df. Returns MN_OK;
 * MN_TOO_FEW_EVENTS where there are no events, MN_TOO_FEW_GROUPS where fewer than two
 * groups expect any, MN_NOT_DEFINED where the covariance has no inverse: the statistic
 * is then NaN. */
int mn_log_rank_end (mn_log_rank *self,
                     double      *observed,
                     double      *expected,
                     double      *covariance,
                     double      *statistic,
                     double      *df);

/* The quadratic form u' V^- u over the groups whose number in used is above zero, one of
 * them left out, with V of n by n and u of n, by elimination in work, which holds
 * n (n + 1) doubles; NaN where V is singular. df is one less than the groups used. */
double mn_quadratic_form (const double  *u,
                          const double  *v,
                          const double  *used,
                          size_t         n,
                          double        *work,
                          double        *df);
