/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Control charts of counts and of what is made of them: where each point stands, the
 * centre, and the limits that chance keeps to.
 *
 * Shewhart WA. Economic Control of Quality of Manufactured Product. Van Nostrand 1931.
 * Montgomery DC. Introduction to Statistical Quality Control, 8th ed. Wiley 2020, chapter 7.
 * Benneyan JC. Performance of number-between g-type statistical control charts for
 * monitoring adverse events. Health Care Management Science 2001; 4: 319-336 (g).
 * Nelson LS. A control chart for parts-per-million nonconforming items. Journal of Quality
 * Technology 1994; 26: 239-240 (t).
 * Laney DB. Improved control charts for attributes. Quality Engineering 2002; 14: 531-537
 * (p', u').
 */
#pragma once

#include "kernel.h"

enum
{
  MN_CHART_P = 0,       /* share of n */
  MN_CHART_U = 1,       /* events per n */
  MN_CHART_C = 2,       /* events */
  MN_CHART_G = 3,       /* cases between events */
  MN_CHART_T = 4,       /* time between events */
  MN_CHART_P_PRIME = 5, /* share, where places differ more than chance */
  MN_CHART_U_PRIME = 6, /* events per n, likewise */
};

/* Whether a chart has denominators. */
int  mn_chart_has_denominator (int           kind);

/* What is wrong with a point, or MN_OK. */
int  mn_chart_check           (int           kind,
                               double        x,
                               double        n);

/* The chart of k points that mn_chart_check() lets pass, by time: centre and limits from the
 * first k_baseline of them, at z and at z_near standard deviations.
 *
 *     p: p = sum x / sum n, s = sqrt (p (1 - p) / n)     u: sqrt (u / n)     c: sqrt (c)
 *     g: sqrt (g (g + 1)) about the mean; the centre is the median
 *     t: an XmR chart of x^(1 / 3.6), raised back
 *     p', u': s times the mean range between neighbours of (p_i - p) / s_i, over 1.128
 *
 * What cannot be below zero, or above one, has no limit there: limits end at them. Where
 * screen is not 0, ranges of t, p' and u' charts of 3.267 times their mean or more do not
 * count, once, unless none but zeros are left.
 *
 * n may be NULL where there is no denominator. work has room for 2k. value has the points,
 * and centre and the limits a number a point. Gives MN_OK, or MN_NOT_FINITE where a number
 * is beyond computing. One point of a chart of ranges has no limits: NaN. */
int  mn_chart_limits          (int           kind,
                               const double *x,
                               const double *n,
                               size_t        k,
                               size_t        k_baseline,
                               double        z,
                               double        z_near,
                               int           screen,
                               double       *work,
                               double       *value,
                               double       *centre,
                               double       *lower,
                               double       *upper,
                               double       *lower_near,
                               double       *upper_near);
