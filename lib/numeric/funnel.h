/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Control limits of funnel plots, and what is left of them where areas vary more
 * than chance.
 *
 * Spiegelhalter DJ. Funnel plots for comparing institutional performance. Statistics
 * in Medicine 2005; 24: 1185-1202.
 */
#pragma once

#include "kernel.h"

/* average ∓ z √(average (1 − average) / n), times the multiplier, inside what a
 * proportion can be. These are the values that a score test of the average would just
 * not refuse. */
void   mn_funnel_proportion (const double *n,
                             size_t        n_rows,
                             double        average,
                             double        z,
                             double        multiplier,
                             double       *lower,
                             double       *upper);

/* Between which means x events are no surprise: P (X >= x | least) = tail, and
 * P (X <= x | greatest) = tail, for Poisson X. The least is 0 for no events. */
void   mn_funnel_means      (const double *events,
                             size_t        n_rows,
                             double        tail,
                             double       *least,
                             double       *greatest);

/* Scales on which the spread does not depend on the level: the standard deviate of a
 * proportion (arcsine) and of events beside what is expected (square root), and its
 * standard error without any excess spread.
 *
 * Spiegelhalter DJ. Handling over-dispersion of performance indicators. Quality and
 * Safety in Health Care 2005; 14: 347-351, table 1. */
double mn_funnel_deviate_proportion (double  count,
                                     double  n,
                                     double  average,
                                     double *se);
double mn_funnel_deviate_events     (double  events,
                                     double  expected,
                                     double *se);

/* Draws the deviates beyond the bounds in to them; sorted holds the same in ascending
 * order, and share, from 0 to below 0.5, how much of either end is drawn in. */
void   mn_winsorise         (const double *deviate,
                             const double *sorted,
                             size_t        n,
                             double        share,
                             double       *drawn);

/* The mean square of deviates: 1 where there is only chance. */
double mn_dispersion        (const double *deviate,
                             size_t        n);

/* The variance between areas, by the method of moments; 0 where the dispersion needs
 * none (equation 4 of the paper above, after DerSimonian and Laird). */
double mn_between_variance  (double        dispersion,
                             const double *se,
                             size_t        n);

/* Limits of chance on those scales, made wider by a factor and by a variance between
 * areas, and brought back to the scale of the average times the multiplier. */
void   mn_funnel_adjusted   (double  n,
                             double  average,
                             int     is_proportion,
                             double  factor,
                             double  variance,
                             double  z,
                             double  multiplier,
                             double *lower,
                             double *upper);
