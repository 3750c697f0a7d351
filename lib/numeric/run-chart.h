/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Run charts: whether points keep to one side of their middle for longer, or cross it more
 * seldom, than chance would have them; and where a series most looks as if it had stepped to
 * another level.
 *
 * Anhøj J, Olesen AV. Run charts revisited: a simulation study of run chart rules for
 * detection of non-random variation in health care processes. PLoS ONE 2014; 9: e113825.
 * Pettitt AN. A non-parametric approach to the change-point problem. Applied Statistics
 * 1979; 28: 126-135.
 */
#pragma once

#include "kernel.h"
#include "order.h"

typedef struct
{
  double centre;
  size_t n_useful; /* points that are not on the centre */
  size_t longest_run;
  size_t longest_run_max; /* round (log2 n_useful) + 3 */
  size_t crossings;
  size_t crossings_min; /* the 5% quantile of the binomial (n_useful - 1, 1/2) */
  int signal;
} mn_run_chart;

/* The run chart of k points by time, k >= 1, around the median of the first k_baseline of
 * them. Points on it are passed over: they neither make a run longer nor end it. work has
 * room for k_baseline. */
void mn_run_chart_of (const double *v,
                      size_t        k,
                      size_t        k_baseline,
                      double       *work,
                      mn_run_chart *chart);

typedef struct
{
  size_t first; /* of the points of the later level */
  double statistic;
  double p;
  double before; /* median of the points before, and from there on */
  double after;
} mn_level_step;

/* Where k points by time, k >= 2, most look as if their level had changed: the largest of
 * |U_t|, U_t = 2 sum of the ranks up to t - t (k + 1), the earliest where there are several,
 * with p = 2 exp (-6 K^2 / (k^3 + k^2)), at most 1. Ranks of ties are their mean. entries,
 * scratch and ranks have room for k. */
void mn_level_step_of (const double   *v,
                       size_t          k,
                       mn_order_entry *entries,
                       mn_order_entry *scratch,
                       double         *ranks,
                       mn_level_step  *step);
