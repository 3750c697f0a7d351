/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rules of trends, over the figures of one series.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* How many of the latest figures a trend is of. */
#define MARMOT_TREND_POINTS 5

/* A figure. NaN is missing; what is infinite is made NaN by marmot_trend_point(). */
typedef struct
{
  guint32 period; /* a sort key; 0: it has none */
  double value;
  double lower;
  double upper;
  double count;
  double denominator;
} MarmotTrendPoint;

/* What is known of a series beside its figures. */
typedef struct
{
  MarmotValueType value_type;
  MarmotPolarity polarity;
  gboolean one_year;   /* every period is of one year's length or less */
  gboolean sub_annual; /* a period is shorter, or runs over into others */
  gboolean mixed;      /* the figures do not belong together */
} MarmotTrendSeries;

typedef struct
{
  MarmotTrendMarker marker;
  MarmotTrendReason reason;
  MarmotTrendMarker latest_change;
  MarmotPolarity polarity;
  guint points_used;
  guint32 first_period;
  guint32 last_period;
  double slope;
  double chi_squared;
} MarmotTrendOutcome;

/* The options of a call, checked and worked out once. */
typedef struct
{
  MarmotTrendRule rule;
  MarmotValueType value_type;
  MarmotPolarity polarity;
  gboolean independent_periods;
  double width; /* of a confidence interval, in standard errors */
} MarmotTrendPlan;

/* options may be NULL. */
gboolean         marmot_trend_plan_init (MarmotTrendPlan          *plan,
                                         MarmotTrendOptions       *options,
                                         GError                  **error);

/* The sort key of a year or of a sort key; 0 where it is neither. */
guint32          marmot_trend_period    (gint64                    period);

MarmotTrendPoint marmot_trend_point     (guint32                   period,
                                         double                    value,
                                         double                    lower,
                                         double                    upper,
                                         double                    count,
                                         double                    denominator);

/* Sorts the points by their periods and applies the rule. */
void             marmot_trend_judge     (const MarmotTrendPlan    *plan,
                                         const MarmotTrendSeries  *series,
                                         MarmotTrendPoint         *points,
                                         gsize                     n_points,
                                         MarmotTrendOutcome       *outcome);

/* The outcome of every series of a table; see marmot_trend_columns(). codes has a
 * code a row, below n_series. */
gboolean         marmot_trend_judge_table (const MarmotTrendPlan  *plan,
                                           MarmotTable            *figures,
                                           const gint32           *codes,
                                           gsize                   n_series,
                                           MarmotTrendOutcome     *outcomes,
                                           GError                **error);

G_END_DECLS
