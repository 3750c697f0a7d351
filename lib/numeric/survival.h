/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Time to an event, from counts by time. Everything here is over the distinct times
 * of one group, in ascending order: how many left at each with an event, how many
 * without (censored), how many came under observation then (late entry).
 *
 * A row is at risk on the half-open stretch (start, stop]: at one time events come
 * first, then censorings, then entries.
 */
#pragma once

#include "kernel.h"

/* How limits of a share that changes over time are made. */
typedef enum
{
  MN_SCALE_PLAIN,
  MN_SCALE_LOG,
  MN_SCALE_LOG_LOG,
  MN_SCALE_LOGIT,
  MN_SCALE_ARCSINE
} mn_scale;

/* How a cumulative hazard is made, and its variance. */
typedef enum
{
  MN_HAZARD_NELSON_AALEN,       /* sum d/n, variance sum d/n^2 */
  MN_HAZARD_NELSON_BINOMIAL,    /* the same, variance sum (d/n)(1 - d/n)/n */
  MN_HAZARD_FLEMING_HARRINGTON  /* tied events leave one after another */
} mn_hazard_kind;

/* How many are at risk at each time: who leaves then or later, less who comes then or
 * later. entering may be NULL. Summed from the end without loss, so that it is exact
 * for whole numbers; where nothing but rounding is left of somebody else at risk, it is
 * what leaves. */
void mn_at_risk (const double *leaving,
                 const double *entering,
                 size_t        n,
                 double       *at_risk);

/* The share without an event after each time, and Greenwood's sum: the variance of its
 * logarithm. Once everybody at risk has had the event, the share is 0 for ever and the
 * sum infinite.
 *
 * Kaplan EL, Meier P. Nonparametric estimation from incomplete observations. J Am Stat
 * Assoc 1958; 53: 457-481.
 * Greenwood M. The natural duration of cancer. Reports on Public Health and Medical
 * Subjects 33. HMSO 1926.
 *
 * Between two losses of observation the product telescopes, and is taken so: 4 of 8
 * gone is exactly one half. */
void mn_kaplan_meier (const double *at_risk,
                      const double *event,
                      size_t        n,
                      double       *survival,
                      double       *variance);

/* The cumulative hazard after each time and its variance. rows is how many rows have
 * the events of each time, for ties of weighted rows; NULL where they weigh 1.
 *
 * Nelson W. Theory and applications of hazard plotting for censored failure data.
 * Technometrics 1972; 14: 945-966. Aalen O. Nonparametric inference for a family of
 * counting processes. Ann Stat 1978; 6: 701-726. Klein JP. Small sample moments of
 * some estimators of the variance of the Kaplan-Meier and Nelson-Aalen estimators.
 * Scand J Stat 1991; 18: 333-340 (both variances). Fleming TR, Harrington DP.
 * Nonparametric estimation of the survival distribution in censored data. Comm Stat
 * Theory Methods 1984; 13: 2469-2486 (ties). */
void mn_cumulative_hazard (mn_hazard_kind kind,
                           const double  *at_risk,
                           const double  *event,
                           const double  *rows,
                           size_t         n,
                           double        *hazard,
                           double        *variance);

/* Limits of shares from their standard errors; NaN where they do not exist.
 *
 * Borgan O, Liestol K. A note on confidence intervals and bands for the survival
 * function based on transformations. Scand J Stat 1990; 17: 35-41. Kalbfleisch JD,
 * Prentice RL. The Statistical Analysis of Failure Time Data, 2nd ed. Wiley 2002,
 * section 1.4. */
void mn_share_limits (mn_scale      scale,
                      const double *share,
                      const double *se,
                      size_t        n,
                      double        z,
                      double       *lower,
                      double       *upper);

/* Limits of cumulative hazards from their standard errors: H exp(-+ z se/H), which
 * are never below zero, or with MN_SCALE_PLAIN H -+ z se, cut at zero. */
void mn_hazard_limits (mn_scale      scale,
                       const double *hazard,
                       const double *se,
                       size_t        n,
                       double        z,
                       double       *lower,
                       double       *upper);

/* The first time at which the curve is at or under the level 1 - p, or NaN. Curves may
 * be those of limits: NaN among them is passed over, and the first crossing counts.
 * With midpoint, a curve that stays at the level (to 1.5e-8) gives the middle of that
 * stretch, which ends with the next drop or the last time. */
double mn_curve_quantile (const double *time,
                          const double *curve,
                          size_t        n,
                          double        p,
                          int           midpoint);

/* The mean time without an event up to tau, and its variance: the integral of the curve,
 * which is 1 before the first time and stays where it is after the last.
 *
 * Irwin JO. The standard error of an estimate of expectation of life. J Hyg 1949; 47:
 * 188-189. Andersen PK, Borgan O, Gill RD, Keiding N. Statistical Models Based on
 * Counting Processes. Springer 1993, example IV.3.8. */
void mn_restricted_mean (const double *time,
                         const double *at_risk,
                         const double *event,
                         const double *survival,
                         size_t        n,
                         double        tau,
                         double       *mean,
                         double       *variance);

/* The difference of two independent figures with standard errors, its limits and the
 * statistic of the normal test that it is zero. Limits are cut at -bound and bound. */
void mn_independent_difference (double  a,
                                double  a_se,
                                double  b,
                                double  b_se,
                                double  z,
                                double  bound,
                                double *value,
                                double *lower,
                                double *upper,
                                double *statistic);

/* How many of the times are at or before t: what a step function is at t stands one
 * before. */
size_t mn_steps_until (const double *time,
                       size_t        n,
                       double        t);
