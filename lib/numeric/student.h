/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Student's t in many rows: quantiles of one probability at any degrees of freedom,
 * and p-values. Both interpolate what special.h gives.
 */
#pragma once

#include "chebyshev.h"

/* So many rows pay for the nodes of the quantiles, and of the p-values. */
#define MN_STUDENT_QUANTILE_ROWS 250
#define MN_STUDENT_TAIL_ROWS 1500

/* The value that a t variate exceeds with probability q, in pieces of 1 / df. */
typedef struct
{
  double q;
  mn_curve pieces[4];
} mn_student_quantiles;

/* Fitted or, for fewer rows than pay, left to special.h. */
void   mn_student_quantiles_init (mn_student_quantiles *quantiles,
                                  double                q,
                                  size_t                n_rows);
double mn_student_quantile_at    (const mn_student_quantiles *quantiles,
                                  double                      df);

/* p is exp (-s^2 / 2) times the sum of the normal tail of s, scaled, and sqrt (1 / df)
 * times a smooth function of 1 / df and of s / sqrt (df), where s^2 is
 * df log (1 + t^2 / df): Temme's uniform expansion of the incomplete beta function, in
 * which a fit stands for the series.
 *
 * Temme NM. Special functions. Wiley 1996, section 11.3.3. */
typedef struct
{
  mn_surface rest;
} mn_student_tail;

void   mn_student_tail_init (mn_student_tail *tail,
                             size_t           n_rows);

/* The probability that a t variate is as far from 0 as t, or farther; tail may be
 * NULL. */
double mn_student_tail_at   (const mn_student_tail *tail,
                             double                 t,
                             double                 df);
