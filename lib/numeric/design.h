/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The design of a survey: clusters of people (primary sampling units) drawn from
 * strata, and the variance of a total under it.
 *
 * Binder DA. On the variances of asymptotically normal estimators from complex
 * surveys. Int Stat Rev 1983; 51: 279-292.
 * Lumley T. Analysis of complex survey samples. J Stat Softw 2004; 9 (8): 1-19.
 */
#pragma once

#include "ridit.h"

typedef struct
{
  const int32_t *clusters; /* of each row, from 0, none in two strata; NULL: a row each */
  size_t n_clusters;
  const int32_t *strata;   /* of each row, from 0; NULL: one stratum */
  size_t n_strata;
  const double *taken;     /* the share of its stratum's clusters that were taken, of
                            * each row; NULL: hardly any */
  double *room;            /* for mn_design_room() numbers */
} mn_design;

/* How many numbers the variance of n rows needs room for. */
size_t mn_design_room     (const mn_design *design,
                           size_t           n);

/* The variances and the covariance of two totals over the rows with people: of what
 * a row holds, and of that times its place (mn_groups_offset()). Clusters of a
 * stratum are compared with their mean. NaN where a stratum has one cluster and was
 * not taken whole: one says nothing of how far they differ. */
void   mn_design_variance (const mn_design *design,
                           const mn_groups *groups,
                           const double    *held,
                           double          *variance,
                           double          *covariance,
                           double          *placed_variance);
