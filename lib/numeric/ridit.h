/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The groups of one population, such as the deprivation tenths of an area, in
 * order from the most to the least deprived: what every measure of inequality
 * starts from. A person is a group of one.
 */
#pragma once

#include "kernel.h"

typedef struct
{
  size_t n;            /* groups that have a figure */
  size_t n_live;       /* of them, those with people */
  const double *y;     /* the figures, finite */
  const double *s;     /* their standard errors; NaN for one that has none */
  const double *lower; /* their limits, or NULL */
  const double *upper;
  double limits_z;     /* the normal quantile of those limits */
  const double *w;     /* people, at least 0 */
  const double *p;     /* shares of all people */
  const double *low;   /* the share of people before the group and those tied with it */
  const double *high;  /* the share through them; NULL where there is no order */
  double total;        /* people */
  double mean;         /* of the figures, by shares */
} mn_groups;

/* Fills shares, and low and high where rank is not NULL, from groups in order:
 * groups of one rank pool their people and stand at one place. n_live and the
 * total go out. MN_DENOMINATOR_NOT_POSITIVE if there are no people at all, or more
 * than a double can count.
 *
 * Bross IDJ. How to use ridit analysis. Biometrics 1958; 14: 18-38. */
int    mn_groups_place (const double *w,
                        const double *rank,
                        size_t        n,
                        double       *p,
                        double       *low,
                        double       *high,
                        size_t       *n_live,
                        double       *total);

/* The mean by shares. */
double mn_groups_mean  (const double *y,
                        const double *p,
                        size_t        n);

/* The middle of the group's tie on the scale of rank, from 0 to 1, less a half. */
static inline double
mn_groups_offset (const mn_groups *groups,
                  size_t i)
{
  return ((groups->low[i] - 0.5) + (groups->high[i] - 0.5)) / 2;
}
