/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A place among other places: its figure against how the others differ, with its own
 * sampling error, and what the best of so many would reach by luck.
 *
 * The other places are what is left without the place itself. Each counts once: their mean
 * is the plain one, and the variance between them is that of their figures less the mean of
 * their sampling variances, not below zero (Hedges 1983). The place is then predicted from
 * them: with all sampling errors alike its t is the deleted residual, with k - 2 degrees of
 * freedom for k places. Where events are few a share has no t to speak of, so its p is not
 * let below the exact binomial one: of as good a count at the share of all places together.
 *
 * Hedges LV. A random effects model for effect sizes. Psychol Bull 1983; 93: 388-95.
 * Higgins JPT, Thompson SG, Spiegelhalter DJ. A re-evaluation of random-effects
 * meta-analysis. J R Stat Soc A 2009; 172: 137-59 (predictive distribution).
 * Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med 2005; 24:
 * 1185-202 (the sampling error of a share is that of the share of all places together).
 * Sidak Z. Rectangular confidence regions for the means of multivariate normal
 * distributions. J Am Stat Assoc 1967; 62: 626-33.
 */
#pragma once

#include "kernel.h"

/* Of the places of a group. Where they are shares, count and n are given and variance is
 * NULL; otherwise variance is the square of each standard error. */
typedef struct
{
  const double *value;
  const double *variance;
  const double *count;
  const double *n;
} MnPlaces;

/* One number a place each. */
typedef struct
{
  double *others;  /* the mean of the others */
  double *between; /* the standard deviation between the others */
  double *spread;  /* of the prediction: between, own and that of the mean */
  double *z;       /* how far from the others in sampling errors alone */
  double *t;       /* how far from the others in spreads */
  double *p;       /* one-sided, for the good direction; of a share at least the binomial one */
  double *p_best;  /* that the best of as many like places has such a p, or a smaller */
  double *p_sum;   /* the same by Bonferroni's bound */
} MnAmong;

/* At least three places, all finite; sign is 1 where high is good and -1 where low is. */
void mn_among_others (const MnPlaces *places,
                      size_t          k,
                      double          sign,
                      const MnAmong  *out);
