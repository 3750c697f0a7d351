/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A change of the mean or the gradient of groups, taken apart into their figures and the
 * mix of people among them.
 *
 * Kitagawa EM. Components of a difference between two rates. J Am Stat Assoc 1955; 50:
 * 1168-1194: with F of shares p and figures y, in both periods,
 *
 *     figures = (F (p1, y2) - F (p1, y1) + F (p2, y2) - F (p2, y1)) / 2
 *     mix     = (F (p2, y1) - F (p1, y1) + F (p2, y2) - F (p1, y2)) / 2
 *
 * which add up to F (p2, y2) - F (p1, y1) whatever F is. Standard errors are by the delta
 * method, with people as known and the groups and periods as independent.
 *
 * Accuracy: closed forms, a relative error below 1e-13 of the terms that are added.
 */
#pragma once

#include "kernel.h"

enum
{
  MN_MIX_MEAN,  /* by people */
  MN_MIX_SLOPE, /* slope index, least squares by shares: most less least deprived end */
  MN_MIX_RATIO, /* logarithm of the most over the least deprived end of that line */
  MN_MIX_N
};

/* One period: figures, standard errors, shares and places, as mn_excess_place() gives
 * them. */
typedef struct
{
  const double *y;
  const double *se;
  const double *share;
  const double *place;
} mn_mix_period;

typedef struct
{
  double value;
  double se;
} mn_mix_part;

typedef struct
{
  mn_mix_part earlier;
  mn_mix_part later;
  mn_mix_part change;
  mn_mix_part figures;
  mn_mix_part mix;
  mn_mix_part held; /* the later figures in the mix of the earlier period */
} mn_mix_change;

/* sign is -1 where more is better. The status: MN_TOO_FEW_GROUPS for a slope without an
 * order, MN_FIGURE_NOT_POSITIVE for a ratio of ends that are not all above zero.
 * gradients has room for 4 n. */
int  mn_mix_decompose     (int                  measure,
                           int                  sign,
                           const mn_mix_period *earlier,
                           const mn_mix_period *later,
                           size_t               n,
                           double              *gradients,
                           mn_mix_change       *change);

/* What each group adds to the two parts of the mean (MN_MIX_MEAN) or the slope
 * (MN_MIX_SLOPE), for a measure that is a sum over groups. */
void mn_mix_contributions (int                  measure,
                           int                  sign,
                           const mn_mix_period *earlier,
                           const mn_mix_period *later,
                           size_t               n,
                           double              *figures,
                           double              *figures_se,
                           double              *mix,
                           double              *mix_se);
