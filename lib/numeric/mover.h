/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The limits of a difference from the limits of what it is a difference of.
 */
#pragma once

#include <math.h>

/* A figure and its limits. */
typedef struct
{
  double value;
  double lower;
  double upper;
} MnFigure;

/* The limits of second - first, with the correlation of the two estimates: the root of the
 * sum of the squared reaches, less what they share. Of Wilson's limits of two independent
 * proportions it is Newcombe's method 10.
 *
 * Zou GY, Donner A. Construction of confidence limits about effect measures: a general
 * approach. Stat Med 2008; 27: 1693-702.
 * Zou GY. Toward using confidence intervals to compare correlations. Psychol Methods
 * 2007; 12: 399-413 (correlated estimates). */
static inline void
mn_mover_difference (const MnFigure *first,
                     const MnFigure *second,
                     double correlation,
                     double *lower,
                     double *upper)
{
  double difference = second->value - first->value;
  double down1 = first->value - first->lower, up1 = first->upper - first->value;
  double down2 = second->value - second->lower, up2 = second->upper - second->value;
  double below = down2 * down2 - 2 * correlation * down2 * up1 + up1 * up1;
  double above = up2 * up2 - 2 * correlation * up2 * down1 + down1 * down1;

  *lower = difference - sqrt (below < 0 ? 0 : below);
  *upper = difference + sqrt (above < 0 ? 0 : above);
}
