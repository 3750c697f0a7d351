/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Standard errors of curves over time that hold when rows belong together, such as the
 * episodes of one child, or stand for more than themselves: the infinitesimal
 * jackknife. The influence of a row on the curve at t is a linear form in two running
 * sums, so that a cluster is three numbers, and the sum of the squares of all clusters
 * six: time and memory grow as rows and times do, not as their product.
 *
 * Jaeckel LA. The infinitesimal jackknife. Bell Laboratories Memorandum MM 72-1215-11,
 * 1972. Efron B, Tibshirani RJ. An Introduction to the Bootstrap. Chapman & Hall 1993,
 * chapter 21. Therneau TM, Grambsch PM. Modeling Survival Data. Springer 2000, section
 * 7.2 (sums by cluster).
 */
#pragma once

#include "kernel.h"

/* The rows of one group. */
typedef struct
{
  size_t n_rows;
  const size_t *enters;   /* how many of the times are at or before its start */
  const size_t *leaves;   /* which of the times it leaves at */
  const int32_t *cause;   /* 0 censored, or the cause of its event, from 1 */
  const double *weight;
  const int32_t *cluster; /* from 0 */
  const size_t *by_entry; /* the rows in ascending order of enters */
  const size_t *by_exit;  /* and of leaves */
} mn_robust_rows;

/* The times of the group, as in survival.h. */
typedef struct
{
  size_t n_times;
  const double *at_risk;
  const double *event;
  const double *survival;
} mn_robust_times;

/* The standard error of the share without an event after each time. cluster_work holds
 * three doubles a cluster, all zero before. NaN where the share is 0. */
void mn_robust_survival (const mn_robust_rows  *rows,
                         const mn_robust_times *times,
                         double                *cluster_work,
                         double                *se);

/* Of the cumulative hazard of Nelson and Aalen. */
void mn_robust_hazard (const mn_robust_rows  *rows,
                       const mn_robust_times *times,
                       double                *cluster_work,
                       double                *se);

/* Of the cumulative incidence of a cause: cause_events are its events by time,
 * incidence the curve. */
void mn_robust_incidence (const mn_robust_rows  *rows,
                          const mn_robust_times *times,
                          int32_t                cause,
                          const double          *cause_events,
                          const double          *incidence,
                          double                *cluster_work,
                          double                *se);

/* Of the mean time without an event up to tau. time are the times; cluster_work holds
 * one double a cluster, all zero before, and n_clusters is how many there are. */
double mn_robust_restricted_mean (const mn_robust_rows  *rows,
                                  const mn_robust_times *times,
                                  const double          *time,
                                  double                 tau,
                                  size_t                 n_clusters,
                                  double                *times_work,
                                  double                *cluster_work);
