/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Exponential smoothing: a level, and a slope that may die down, that follow a series and
 * are carried on beyond it.
 *
 * Holt CC. Forecasting seasonals and trends by exponentially weighted moving averages. ONR
 * Memorandum 52/1957, reprinted in International Journal of Forecasting 2004; 20: 5-10.
 * Gardner ES, McKenzie E. Forecasting trends in time series. Management Science 1985; 31:
 * 1237-1246 (damped).
 * Hyndman RJ, Koehler AB, Ord JK, Snyder RD. Forecasting with Exponential Smoothing.
 * Springer 2008, table 6.2 (variances).
 */
#pragma once

#include "kernel.h"

enum
{
  MN_SMOOTH_SIMPLE = 0, /* a level alone */
  MN_SMOOTH_HOLT = 1,   /* and a slope */
  MN_SMOOTH_DAMPED = 2, /* that dies down */
};

/* Where the level and the slope start. */
enum
{
  /* Simple: the level at the first point. Otherwise the level at the second point and the
   * slope between the two, as R's HoltWinters(). */
  MN_SMOOTH_FIRST_POINTS = 0,
  /* Simple: the mean of the first ten points, or of all if there are fewer. Otherwise the
   * line of least squares through them, one step before the first. */
  MN_SMOOTH_FIRST_LINE = 1,
};

/* In a simple model there is no beta, and without damping phi is 1. */
typedef struct
{
  int model;
  int start;
  double alpha; /* of the level, 0 to 1 */
  double beta;  /* of the slope, 0 to 1 */
  double phi;   /* what is left of a slope after a step, 0 to 1 */
} mn_smooth_model;

typedef struct
{
  double level;
  double slope;
  double sse;         /* sum of the squares of one-step errors */
  double sd;          /* their standard deviation, n - 1; NaN for fewer than two */
  size_t n_residuals;
} mn_smooth_fit;

/* How many points the start of a model takes away: fewer than this and one more are too
 * few. */
size_t mn_smooth_needed   (const mn_smooth_model *model);

/* Follows n points at ascending, distinct whole steps t, n >= mn_smooth_needed():
 *
 *     level' = alpha y + (1 - alpha) (level + phi slope)
 *     slope' = beta (level' - level) + (1 - beta) phi slope
 *
 * Over steps without a point the level and the slope are carried on, and nothing is learnt. */
void   mn_smooth          (const mn_smooth_model *model,
                           const double          *t,
                           const double          *v,
                           size_t                 n,
                           mn_smooth_fit         *fit);

/* Puts in place of alpha, beta and phi that are NaN those with the smallest sum of squares:
 * alpha and beta in [0.0001, 0.9999], phi in [0.8, 0.98]. A grid, and then steps that halve
 * down to 1e-8; there may be a smaller sum between the points of the grid. */
void   mn_smooth_best     (mn_smooth_model       *model,
                           const double          *t,
                           const double          *v,
                           size_t                 n);

/* The forecasts of the first n steps after the last point, and the factors of sd that are
 * their standard errors, sqrt (1 + sum over j < h of [alpha (1 + beta (phi + ... +
 * phi^j))]^2). */
void   mn_smooth_forecast (const mn_smooth_model *model,
                           const mn_smooth_fit   *fit,
                           size_t                 n,
                           double                *value,
                           double                *factor);

/* The first of n numbers that is at least the target, or at most where down is not 0, from
 * 1; 0 where there is none. */
size_t mn_first_to_meet   (const double          *value,
                           size_t                 n,
                           double                 target,
                           int                    down);
