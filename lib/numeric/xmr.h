/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * XmR charts: a series of single figures, its mean, limits from the ranges between
 * neighbours, and the rules by which points are no chance.
 *
 * Shewhart WA. Economic Control of Quality of Manufactured Product. Van Nostrand 1931.
 * Wheeler DJ. Understanding Variation: The Key to Managing Chaos, 2nd ed. SPC Press 2000.
 * Nelson LS. Control charts for individual measurements. Journal of Quality Technology
 * 1982; 14: 172-173 (screening of ranges). NHS England. Making Data Count (the rules).
 */
#pragma once

#include "kernel.h"

/* What a point does, a bit each. */
enum
{
  MN_XMR_ABOVE_LIMIT = 1 << 0,
  MN_XMR_BELOW_LIMIT = 1 << 1,
  MN_XMR_RISING = 1 << 2,
  MN_XMR_FALLING = 1 << 3,
  MN_XMR_NEAR_UPPER = 1 << 4,
  MN_XMR_NEAR_LOWER = 1 << 5,
  MN_XMR_RUN_ABOVE = 1 << 6,
  MN_XMR_RUN_BELOW = 1 << 7,
};

/* The bits that speak of high figures; the others are of low ones. */
#define MN_XMR_HIGH (MN_XMR_ABOVE_LIMIT | MN_XMR_RISING | MN_XMR_NEAR_UPPER | MN_XMR_RUN_ABOVE)

/* The rules, in pairs of bits from the lowest. */
enum
{
  MN_XMR_OUTSIDE,
  MN_XMR_TREND,
  MN_XMR_TWO_OF_THREE,
  MN_XMR_SHIFT,
  MN_XMR_N_RULES
};

/* A rule set. A rule of length 0 is not used. */
typedef struct
{
  double limit_factor;     /* mean ranges from the mean to a limit: 2.66 */
  double near_share;       /* of the way to a limit: 2 / 3 */
  double screening_factor; /* mean ranges above which one is left out: 3.267; 0: none is */
  size_t trend_points;     /* 7: six rises */
  size_t near_points;      /* 2 */
  size_t near_window;      /* of 3 */
  size_t shift_points;     /* 7 */
  int beyond_counts;       /* points beyond a limit are near it, too */
  int ties_skip;           /* a tie neither adds to a run nor ends it */
  int order[MN_XMR_N_RULES]; /* which rule of several is the one */
} mn_xmr_rules;

typedef struct
{
  double mean;
  double mean_range; /* after screening */
  double lower;
  double upper;
  double near_lower;
  double near_upper;
  double tolerance;  /* how near rounding makes two figures that are one */
  size_t n_values;   /* that the mean is of */
  size_t n_ranges;   /* between them */
  size_t n_screened; /* ranges left out */
  int screening_void; /* screening would have left nothing, or nothing but zeros */
  int is_constant;    /* the values are all the same */
} mn_xmr_limits;

/* The range between each point and the one before it; NaN where one of them is
 * missing (NaN), and for the first. */
void mn_xmr_ranges (const double *y,
                    size_t        n,
                    double       *range);

/* Mean and limits of the first baseline figures that are there, of all where baseline
 * is 0: mean ± limit_factor × the mean of the ranges between them, of which those of
 * screening_factor times their mean or more are left out once. Where that would leave
 * none, or only zeros, all stay.
 *
 * All is NaN without a figure; limits are without two neighbours, and where all
 * neighbours are alike though the figures are not.
 *
 * Accuracy: sums are compensated; within 1e-12 of the published figures of the tests,
 * relative to the largest figure. */
void mn_xmr_compute (const double       *y,
                     size_t              n,
                     size_t              baseline,
                     const mn_xmr_rules *rules,
                     mn_xmr_limits      *limits);

/* Limits that others have set; NaN where they have not, and the figure stays as it
 * is. Near lines follow. */
void mn_xmr_replace (mn_xmr_limits      *limits,
                     double              mean,
                     double              lower,
                     double              upper,
                     const mn_xmr_rules *rules);

/* What each point does. trend is the bit of the later of the trends that it is in, or
 * 0. Missing points do nothing and end all runs. Nothing is said without limits. */
void mn_xmr_signals (const double        *y,
                     size_t               n,
                     const mn_xmr_limits *limits,
                     const mn_xmr_rules  *rules,
                     uint8_t             *signals,
                     uint8_t             *trend);

/* The one of a point's signals that comes first in the order of the rules; of those
 * that are high where prefer is above zero and there are any, low where it is below. */
uint8_t mn_xmr_choose (uint8_t             signals,
                       uint8_t             trend,
                       int                 prefer,
                       const mn_xmr_rules *rules);

/* Whether limits and target leave the question open: 1 where every figure between the
 * limits meets the target, -1 where none does, and 0. direction is 1 where high is
 * good, and -1. A figure equal to the target meets it. */
int mn_xmr_assurance (const mn_xmr_limits *limits,
                      double               target,
                      int                  direction);
