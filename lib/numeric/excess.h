/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How many events fewer: what groups have over a reference, and what must be prevented
 * to reach a goal. The groups of one area are in order from the most to the least
 * deprived; figures are "bad": the higher the worse. Whoever has figures of which more
 * is better turns their signs.
 *
 * Standard errors are by the delta method, with people as known and groups as
 * independent. Which groups are worse than the reference, and which are brought down to
 * the limit, is taken as given.
 *
 * Accuracy: sums of at most a few dozen terms; a relative error below 1e-13 of the
 * largest.
 */
#pragma once

#include "kernel.h"

/* An area's groups. Shares and places are those of mn_excess_place(). */
typedef struct
{
  size_t n;
  const double *y;      /* figures, the higher the worse */
  const double *se;     /* their standard errors; NaN where there are none */
  const double *people;
  const double *share;  /* of all people */
  const double *place;  /* the middle of the group among all people, 0 to 1 */
  size_t first;         /* how many groups are tied as the most deprived */
  size_t last;          /* and as the least */
  double scale;         /* what figures are per, such as 100000 */
} mn_excess_area;

/* Fills shares and places; people of one rank stand at one place. rank may be NULL: all
 * at one place, in which case first and last are n. MN_DENOMINATOR_NOT_POSITIVE without
 * any people. */
int    mn_excess_place     (const double *people,
                            const double *rank,
                            size_t        n,
                            double       *share,
                            double       *place,
                            size_t       *first,
                            size_t       *last);

enum
{
  MN_REFERENCE_LEAST,   /* the least deprived */
  MN_REFERENCE_AVERAGE, /* the mean of all, by people */
  MN_REFERENCE_BEST,    /* the lowest */
  MN_REFERENCE_TARGET   /* a number from elsewhere */
};

/* What the reference is made of: weights of the groups that add up to 1, or zeros for a
 * number from elsewhere. */
void   mn_excess_reference (const mn_excess_area *area,
                            int                   reference,
                            double               *weights);

/* Sums over an area: over all groups, over those worse than the reference, and over the
 * most deprived. */
enum
{
  MN_EXCESS_ALL,
  MN_EXCESS_WORSE,
  MN_EXCESS_MOST,
  MN_EXCESS_N
};

/* amount_i (y_i - reference) / scale of each group, where amount is its people, or the
 * years that its people's events cost; and their sums. target and target_se are the
 * reference that the weights leave out. The sum over all is
 *
 *     sum of n_i (y_i - y_ref) / scale, with g_i = (n_i - weight_i N) / scale.
 *
 * Mackenbach JP, Kunst AE. Measuring the magnitude of socio-economic inequalities in
 * health. Soc Sci Med 1997; 44: 757-771. */
void   mn_excess           (const mn_excess_area *area,
                            const double         *weights,
                            double                target,
                            double                target_se,
                            const double         *amount,
                            double               *value,
                            double               *excess,
                            double               *excess_se,
                            double                sum[MN_EXCESS_N],
                            double                sum_se[MN_EXCESS_N]);

enum
{
  MN_GOAL_LEVEL, /* no group above the target */
  MN_GOAL_GAP,   /* most less least deprived at most the target */
  MN_GOAL_SLOPE, /* slope index, most less least, at most the target */
  MN_GOAL_SHARE  /* the slope less by a share, everybody in proportion to 1 - place */
};

/* The fewest events to prevent that reach a goal: the change of each figure (never
 * above zero), the events prevented and their standard errors; total and total_se are
 * theirs. No figure goes below limit. A slope of least squares by shares has
 *
 *     b = sum of c_i y_i, c_i = share_i (place_i - 1/2) / sum of share (place - 1/2)^2
 *
 * so that an event prevented takes (1/2 - place_i) off it, and most where the most
 * deprived are: they come first, down to the limit, then the next. Goals that are
 * reached already need nothing; MN_OUT_OF_REACH where the limit stands before the
 * goal, and MN_TOO_FEW_GROUPS where there is no order.
 *
 * Low A, Low A. Measuring the gap: quantifying and comparing local health inequalities.
 * J Public Health 2004; 26: 388-395. */
int    mn_levelling        (const mn_excess_area *area,
                            int                   goal,
                            double                target,
                            double                share,
                            double                limit,
                            double               *change,
                            double               *prevented,
                            double               *prevented_se,
                            double               *total,
                            double               *total_se);
