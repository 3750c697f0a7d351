/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether groups have events of one cause at the same pace, where other causes rule them
 * out: Gray's test, which compares the hazards that belong to the cumulative incidences.
 *
 * Gray RJ. A class of K-sample tests for comparing the cumulative incidence of a
 * competing risk. Ann Stat 1988; 16: 1141-1154. The variance is his section 3, with the
 * covariance of tied events of a hypergeometric draw.
 */
#pragma once

#include "kernel.h"

/* Doubles that a comparison of this many groups works in. */
size_t mn_gray_work (size_t n_groups);

typedef struct
{
  size_t n_groups;
  double rho;
  double pooled; /* the incidence in all groups together, before this time */
  double *work;
} mn_gray;

/* The weight of a time is one less the pooled incidence just before it, to the power of
 * rho. work holds mn_gray_work() doubles. */
void mn_gray_begin   (mn_gray *self,
                      size_t   n_groups,
                      double   rho,
                      double  *work);

/* The next stratum begins with no events. */
void mn_gray_stratum (mn_gray *self);

/* One time of a stratum: who is at risk, who has the event, and who another that rules it
 * out. Times in ascending order; nobody enters late. */
void mn_gray_time    (mn_gray      *self,
                      const double *at_risk,
                      const double *event,
                      const double *other);

/* Ends a stratum: what is still to be added to the covariance. */
void mn_gray_stratum_end (mn_gray *self);

/* What has come of it, as mn_log_rank_end() gives it. */
int  mn_gray_end     (mn_gray *self,
                      double  *observed,
                      double  *expected,
                      double  *covariance,
                      double  *statistic,
                      double  *df);
