/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-method.h>
#include <marmot/marmot-status.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>
#include <marmot/marmot-xmr-options.h>
#include <marmot/marmot-xmr-rule-set.h>
#include <marmot/marmot-xmr.h>

G_BEGIN_DECLS

/**
 * MarmotXmrChart:
 *
 * The XmR chart of one series: its points, mean and limits, and what they mean.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_XMR_CHART (marmot_xmr_chart_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotXmrChart, marmot_xmr_chart, MARMOT, XMR_CHART, GObject)

/**
 * marmot_xmr_chart_new:
 * @figures: a row a point, as in [func@Marmot.xmr_series]
 * @options: (nullable): how to draw and read, or %NULL for the defaults
 * @error: return location for an error
 *
 * The chart of one series. It has what the only row of [func@Marmot.xmr_series] has, and
 * fails as that does.
 *
 * Returns: (transfer full): the chart, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrChart *marmot_xmr_chart_new (MarmotTable       *figures,
                                      MarmotXmrOptions  *options,
                                      GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_xmr_chart_new_series: (skip)
 * @days: (nullable): the dates, in days since 1 January 1970, or %NULL for points in
 *   order
 * @values: the values; NaN for what is missing
 * @n_points: how many there are
 * @options: (nullable): how to draw and read, or %NULL for the defaults
 * @error: return location for an error
 *
 * The chart of one series, for C.
 *
 * Returns: (transfer full): the chart, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrChart *marmot_xmr_chart_new_series (const gint32      *days,
                                             const double      *values,
                                             gsize              n_points,
                                             MarmotXmrOptions  *options,
                                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_xmr_chart_get_points:
 * @self: a chart
 *
 * Returns: (transfer none): a row a point: see [func@Marmot.xmr_points]
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_xmr_chart_get_points (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_parts:
 * @self: a chart
 *
 * Returns: (transfer none): a row a part: see [func@Marmot.xmr_parts]
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_xmr_chart_get_parts (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_summary:
 * @self: a chart
 *
 * Returns: (transfer none): one row: see [func@Marmot.xmr_series]
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_xmr_chart_get_summary (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_variation:
 * @self: a chart
 *
 * Returns: the variation icon
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrVariation marmot_xmr_chart_get_variation (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_assurance:
 * @self: a chart
 *
 * Returns: the assurance icon
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrAssurance marmot_xmr_chart_get_assurance (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_rule:
 * @self: a chart
 *
 * Returns: the rule that the latest point breaks
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrRule marmot_xmr_chart_get_rule (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_signals:
 * @self: a chart
 *
 * Returns: all that it breaks
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrSignals marmot_xmr_chart_get_signals (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_notes:
 * @self: a chart
 *
 * Returns: what else is to be known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotXmrNotes marmot_xmr_chart_get_notes (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_status:
 * @self: a chart
 *
 * Returns: whether the chart could be computed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStatus marmot_xmr_chart_get_status (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_method:
 * @self: a chart
 *
 * Returns: the method, for its name and citation
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod marmot_xmr_chart_get_method (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_value:
 * @self: a chart
 *
 * Returns: the latest value; NaN where there is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_xmr_chart_get_value (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_mean:
 * @self: a chart
 *
 * Returns: the mean of the last part, or NaN
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_xmr_chart_get_mean (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_lower:
 * @self: a chart
 *
 * Returns: its lower limit, or NaN
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_xmr_chart_get_lower (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_upper:
 * @self: a chart
 *
 * Returns: its upper limit, or NaN
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_xmr_chart_get_upper (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_target:
 * @self: a chart
 *
 * Returns: the latest target, or NaN
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_xmr_chart_get_target (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_n_points:
 * @self: a chart
 *
 * Returns: how many points have a value
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_xmr_chart_get_n_points (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_get_points_needed:
 * @self: a chart
 *
 * Returns: how many points more it takes before the limits of the last part are no longer a trial
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_xmr_chart_get_points_needed (MarmotXmrChart *self);

/**
 * marmot_xmr_chart_to_string:
 * @self: a chart
 *
 * Says in a sentence or two how the series stands, as "why" of
 * [func@Marmot.xmr_exceptions] does.
 *
 * Returns: (transfer full): the text, in English
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_xmr_chart_to_string (MarmotXmrChart *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
