/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How one XmR chart is drawn and read, whatever becomes of it.
 */
#pragma once

#include <marmot/marmot.h>

#include "numeric/kernel.h"
#include "numeric/xmr.h"

G_BEGIN_DECLS

/* The rules of a rule set, checked: a MARMOT_ERROR_INVALID_ARGUMENT if no chart can have
 * them. */
gboolean marmot_xmr_rule_set_read   (MarmotXmrRuleSet  *self,
                                     mn_xmr_rules      *rules,
                                     GError           **error);
gboolean marmot_xmr_run_is_possible (guint              n_points);

/* The options, read and checked once. */
typedef struct
{
  mn_xmr_rules rules;
  MarmotPolarity polarity;
  MarmotXmrConflict conflict;
  double target;   /* NaN for none, as below */
  double given[3]; /* mean, lower, upper */
  gsize baseline;
  gsize minimum;
  gboolean judges_trials;
  gboolean joins; /* over missing points */
  gboolean is_rolling;
  gboolean ignores_scale;
  double *steps; /* ascending */
  gsize n_steps;
} MarmotXmrPlan;

/* is_dates: whether the figures have dates; otherwise numbers order them. */
gboolean marmot_xmr_plan_init  (MarmotXmrPlan     *self,
                                MarmotXmrOptions  *options,
                                gboolean           is_dates,
                                GError           **error);
void     marmot_xmr_plan_clear (MarmotXmrPlan     *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarmotXmrPlan, marmot_xmr_plan_clear)

/* A row of a series. */
typedef struct
{
  double date;
  double value;    /* NaN where it is null */
  double target;   /* NaN for none */
  double given[3];
  gsize row;       /* of the figures */
  guint8 polarity;
  guint8 begins_part;
  gsize part;      /* from here on found by the judge: which of the parts */
  guint8 status;
  guint8 signals;
  guint8 chosen;
  guint8 variation;
  double range;
} MarmotXmrPoint;

typedef struct
{
  gsize first; /* of the points */
  gsize last;
  gsize n_points;
  mn_xmr_limits limits;
  guint notes;
  guint8 status;
} MarmotXmrPart;

/* One series: what is known of it, and what was found. */
typedef struct
{
  MarmotXmrPoint *points; /* in the order of their dates, those without one last */
  gsize n_rows;
  gsize n_dated;
  gboolean has_days;      /* their dates are days */

  GArray *parts;          /* of MarmotXmrPart */
  gsize latest;           /* the last point with a value, or MARMOT_XMR_NONE */
  gsize latest_part;
  gsize n_points;
  gsize n_signals;
  gsize points_needed;
  double target;
  MarmotPolarity polarity;
  MarmotXmrVariation variation;
  MarmotXmrAssurance assurance;
  guint notes;            /* P_CHART and ROLLING are known beforehand */
  guint8 status;
} MarmotXmrSeries;

#define MARMOT_XMR_NONE G_MAXSIZE

/* Memory for the longest series, and days whose months were looked up before. */
typedef struct
{
  gint32 days[256];
  gint64 months[256]; /* 0: not looked up */
  double *values;
  double *ranges;
  gsize *places;
  guint8 *signals;
  guint8 *trends;
} MarmotXmrWorkspace;

void     marmot_xmr_workspace_init  (MarmotXmrWorkspace *self,
                                     gsize               n_points);
void     marmot_xmr_workspace_clear (MarmotXmrWorkspace *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarmotXmrWorkspace, marmot_xmr_workspace_clear)

/* Sorts the points if need be, and fills what is to be found. */
void     marmot_xmr_judge           (const MarmotXmrPlan *plan,
                                     MarmotXmrWorkspace  *workspace,
                                     MarmotXmrSeries     *series);

/* The rule of a signal. */
MarmotXmrRule marmot_xmr_signal_get_rule (guint8 signal);

G_END_DECLS
