/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Many values, or many summaries of values, brought together group by group: counts,
 * sums and sums of squares around the mean. Sums are compensated as in total.h, so the
 * order of the rows does not matter, and squares are taken around the mean, so a
 * large mean costs no digits.
 */
#pragma once

#include "kernel.h"
#include "total.h"

/* Adds n and n * mean of each row to those of its group. n may be NULL: 1 in each
 * row, which makes mean the values themselves. Rows whose n is 0 add nothing. */
void mn_pool_sums (const double  *n,
                   const double  *mean,
                   const int32_t *group,
                   size_t         n_rows,
                   mn_total      *count,
                   mn_total      *total);

/* Adds (n - 1) sd^2 + n (mean - centre)^2 of each row to that of its group, where
 * centre is the mean of the group. sd may be NULL: 0 in each row.
 *
 * Chan TF, Golub GH, LeVeque RJ. Algorithms for computing the sample variance:
 * analysis and recommendations. Am Stat 1983; 37: 242-7. */
void mn_pool_squares (const double  *n,
                      const double  *mean,
                      const double  *sd,
                      const int32_t *group,
                      size_t         n_rows,
                      const double  *centre,
                      mn_total      *squares);

/* The standard deviation from n values and their squares around the mean: 0 for
 * fewer than two. */
double mn_pool_sd (double   n,
                   mn_total squares);

/* What the values of a group come to, in a form in which parts of the data can be
 * brought together. Counts are whole. */
typedef struct
{
  double n;        /* values */
  double missing;  /* rows without one */
  double wrong;    /* rows whose value is no finite number */
  double least;    /* of the values; infinite where there are none */
  mn_total sum;
  mn_total squares; /* of the values, or of what they have over their mean */
} mn_moments;

enum
{
  MN_VALUE_PRESENT,
  MN_VALUE_MISSING,
  MN_VALUE_WRONG
};

/* Adds rows to the moments of their groups: counts, sums and the least, and squares as
 * they are where asked for. */
void mn_moments_add (const double  *value,
                     const uint8_t *state,
                     const int32_t *group,
                     size_t         n_rows,
                     int            with_squares,
                     mn_moments    *moments);

/* Adds the squares around centre, the mean of each group. */
void mn_moments_add_around (const double  *value,
                            const uint8_t *state,
                            const int32_t *group,
                            size_t         n_rows,
                            const double  *centre,
                            mn_moments    *moments);

double mn_moments_mean (const mn_moments *moments);

/* Brings another part's moments into these; around_mean says which squares both have.
 * The difference of two means is taken with what rounding took from each of them.
 *
 * Chan TF, Golub GH, LeVeque RJ. Algorithms for computing the sample variance:
 * analysis and recommendations. Am Stat 1983; 37: 242-7, equation 2.1. */
void mn_moments_merge (const mn_moments *part,
                       int               around_mean,
                       mn_moments       *moments);
