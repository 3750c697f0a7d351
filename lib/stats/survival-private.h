/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Curves of all groups after one another, over the times at which anybody left.
 */
#pragma once

#include "event-counts-private.h"
#include "marmot-stats-private.h"

G_BEGIN_DECLS

/* The steps of group g are starts[g] to starts[g + 1] - 1, by ascending time. What is of
 * causes has n_steps numbers a cause. */
typedef struct
{
  gsize n_groups;
  guint n_causes;
  gsize n_steps;
  gsize *starts;
  guint8 *status;   /* of each group */
  gboolean *emptied;

  double *time;
  double *at_risk;
  double *censored;
  double *entered;  /* since the last time, up to and with this one */
  double *event;    /* of any cause */
  double *rows;     /* how many rows have them */
  double *cause;

  double *survival;
  double *survival_se; /* NaN where the share is 0 */
  double *incidence;   /* by cause */
  double *incidence_se;
  double *hazard;
  double *hazard_se;
} MarmotCurves;

void     marmot_curves_clear   (MarmotCurves            *self);

/* Everything but standard errors by cluster. Times closer than tolerance are one. */
void     marmot_curves_compute (MarmotCurves            *self,
                                const MarmotEventCounts *counts,
                                double                   tolerance,
                                MarmotMethod             hazard);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarmotCurves, marmot_curves_clear)

/* The rows of each group as the infinitesimal jackknife needs them: those of group g are
 * starts[g] to starts[g + 1] - 1. */
typedef struct
{
  gsize n_groups;
  gsize *starts;
  gsize *enters;
  gsize *leaves;
  gint32 *cause;
  double *weight;
  gint32 *cluster;   /* from 0 inside each group */
  gsize *n_clusters; /* of each group */
  gsize *by_entry;
  gsize *by_exit;
} MarmotRobustRows;

void     marmot_robust_rows_clear (MarmotRobustRows *self);

/* From rows, by cluster or each alone. */
gboolean marmot_robust_rows_read  (MarmotRobustRows        *self,
                                   const MarmotCurves      *curves,
                                   const MarmotEventSource *source,
                                   const gint32            *codes,
                                   double                   tolerance,
                                   GError                 **error);

/* From counts without late entry: a cell stands for its rows, which are alike. */
void     marmot_robust_rows_count (MarmotRobustRows        *self,
                                   const MarmotCurves      *curves,
                                   const MarmotEventCounts *counts,
                                   double                   tolerance);

/* Puts standard errors by cluster into the curves. */
void     marmot_curves_make_robust (MarmotCurves           *self,
                                    const MarmotRobustRows *rows);

/* The standard error of a restricted mean of a group. */
double   marmot_robust_rows_restricted_mean (const MarmotRobustRows *self,
                                             const MarmotCurves     *curves,
                                             gsize                   group,
                                             double                  tau);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarmotRobustRows, marmot_robust_rows_clear)

/* --- the object ---------------------------------------------------------------------- */

struct _MarmotSurvival
{
  GObject parent_instance;

  MarmotEventCounts *counts;
  MarmotIntervalPlan plan;
  MarmotMethod hazard;
  gboolean is_robust;
  gboolean midpoint;
  gboolean carry;
  double tolerance;
  MarmotCurves curves;
  MarmotRobustRows robust;
};

/* Where a curve is asked for. step is the number of steps of all groups up to and with
 * the one whose value it is, or 0 before the first of the group. */
typedef struct
{
  gsize group;
  guint cause; /* from 1, or 0 where the curve has none */
  gsize step;
  double time;
  guint8 status;
} MarmotCurvePoint;

/* The point of a group and cause at a time. */
void     marmot_survival_find_point (MarmotSurvival   *self,
                                     gsize             group,
                                     guint             cause,
                                     double            time,
                                     MarmotCurvePoint *point);

/* Values, standard errors and limits at points; NaN where there are none. */
void     marmot_survival_evaluate   (MarmotSurvival         *self,
                                     MarmotTimeCurve         curve,
                                     const MarmotCurvePoint *points,
                                     gsize                   n_points,
                                     double                 *value,
                                     double                 *se,
                                     double                **lower,
                                     double                **upper);

/* A quantile of a group, or of how long it was followed, with its limits. */
guint8   marmot_survival_quantile   (MarmotSurvival *self,
                                     gsize           group,
                                     gboolean        of_follow_up,
                                     double          p,
                                     double         *value,
                                     double         *lower,
                                     double         *upper);

guint8   marmot_survival_mean       (MarmotSurvival *self,
                                     gsize           group,
                                     double          tau,
                                     double         *value,
                                     double         *se);

/* The scale of the limits of shares. */
int      marmot_survival_get_scale  (MarmotSurvival *self);

/* What one group less another is at two points. */
typedef struct
{
  double value;
  double statistic;
  double p;
  guint8 status;
  double lower[MARMOT_MAX_LEVELS];
  double upper[MARMOT_MAX_LEVELS];
} MarmotCurveDifference;

void     marmot_survival_subtract   (MarmotSurvival         *self,
                                     gsize                   group,
                                     gsize                   reference,
                                     MarmotTimeCurve         curve,
                                     guint                   cause,
                                     double                  time,
                                     MarmotCurveDifference  *to);

G_END_DECLS
