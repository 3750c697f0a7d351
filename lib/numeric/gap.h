/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Gaps between the most and the least deprived, and what became of them: the change
 * from one period to another, and the slope over several. A gap is positive where the
 * most deprived are worse off; that of a ratio is its logarithm.
 *
 * Every kernel passes over rows whose status is not MN_OK, and gives them NaN.
 *
 * Accuracy: closed forms, a relative error below 1e-13 of the terms that are added.
 */
#pragma once

#include "kernel.h"
#include "total.h"

/* Where a gap went, seen from the side on which it was. */
enum
{
  MN_GAP_NOT_JUDGED = 0,
  MN_GAP_NARROWED = 1,
  MN_GAP_WIDENED = 2,
  MN_GAP_UNCHANGED = 3,
  MN_GAP_REVERSED = 4
};

/* The difference of two figures, and the logarithm of their ratio, with standard
 * errors by the delta method. Figures that are not both above zero have no ratio:
 * MN_FIGURE_NOT_POSITIVE in log_status. */
void mn_gap_levels (const double *most,
                    const double *most_se,
                    const double *least,
                    const double *least_se,
                    size_t        n_rows,
                    int           more_is_better,
                    double       *gap,
                    double       *gap_se,
                    uint8_t      *gap_status,
                    double       *log_ratio,
                    double       *log_se,
                    uint8_t      *log_status);

/* Ratios to logarithms. */
void mn_gap_log (const double *ratio,
                 size_t        n_rows,
                 double       *log_ratio,
                 uint8_t      *status);

/* The later gap less the earlier: z = change / se, the two-sided p, and the
 * probability, were there no change, of a gap that narrowed by as much or more.
 * covariance may be NULL for none. Without any error z is infinite, or 0 for no
 * change.
 *
 * Altman DG, Bland JM. Interaction revisited: the difference between two estimates.
 * BMJ 2003; 326: 219. */
void mn_gap_change (const double *gap_1,
                    const double *se_1,
                    const double *gap_2,
                    const double *se_2,
                    const double *covariance,
                    size_t        n_rows,
                    double       *change,
                    double       *change_se,
                    double       *statistic,
                    double       *p,
                    double       *p_narrowed,
                    uint8_t      *movement,
                    uint8_t      *status);

/* The logarithm of the later gap over the earlier, and its standard error, where both
 * are above zero; MN_FIGURE_NOT_POSITIVE otherwise. */
void mn_gap_log_change (const double *gap_1,
                        const double *se_1,
                        const double *gap_2,
                        const double *se_2,
                        const double *covariance,
                        size_t        n_rows,
                        double       *change,
                        double       *change_se,
                        uint8_t      *status);

/* exp (value) multiplier + shift in the place of every value. */
void mn_exponentials (double *values,
                      size_t  n_rows,
                      double  multiplier,
                      double  shift);

/* value -+ z se. */
void mn_normal_limits (const double *value,
                       const double *se,
                       size_t        n_rows,
                       double        z,
                       double       *lower,
                       double       *upper);

/* What is added up of the gaps of a group, with and without weights. */
typedef struct
{
  mn_total weight;
  mn_total time;
  mn_total gap;
  mn_total sxx;
  mn_total sxy;
} mn_gap_sums;

typedef struct
{
  mn_gap_sums weighted; /* by one over the variance */
  mn_gap_sums plain;
  mn_total residual;
  double first; /* of the times */
  double last;
} mn_gap_line;

/* The slopes of gaps over time within groups: lines, n_groups of them, begin as
 * zeros. Rows for which use is 0 are left out. slope is the one that is weighted by
 * one over the variances, which are taken as known, so that its standard error is
 * 1 / sqrt (sum of w (t - mean t)^2); ols is the slope without weights, with the
 * standard error from what is left of the gaps, on n - 2 degrees of freedom. Fewer
 * than two times are MN_TOO_FEW_PERIODS; with two rows the plain slope has no
 * standard error. Where the gap was and where it went are read from the line at the
 * first and the last time, so that two rows give what mn_gap_change() does.
 *
 * Draper NR, Smith H. Applied Regression Analysis, 3rd ed. Wiley 1998, chapter 9. */
void mn_gap_trend (const double  *time,
                   const double  *gap,
                   const double  *se,
                   const uint8_t *use,
                   const int32_t *group,
                   size_t         n_rows,
                   size_t         n_groups,
                   mn_gap_line   *lines,
                   double        *slope,
                   double        *slope_se,
                   double        *statistic,
                   double        *p,
                   double        *p_narrowed,
                   double        *ols,
                   double        *ols_se,
                   uint8_t       *movement,
                   uint8_t       *status);
