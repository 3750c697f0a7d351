/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotChartKind:
 * @MARMOT_CHART_KIND_P: a share: a count of its denominator
 * @MARMOT_CHART_KIND_U: events per denominator, such as per 1,000 bed days
 * @MARMOT_CHART_KIND_C: events, where the denominator is always the same
 * @MARMOT_CHART_KIND_G: cases between events, for events that are rare
 * @MARMOT_CHART_KIND_T: time between events
 * @MARMOT_CHART_KIND_P_PRIME: a share, with limits as wide as its points vary: for large
 *   denominators, where the limits of a p chart are too narrow
 * @MARMOT_CHART_KIND_U_PRIME: events per denominator, likewise
 *
 * What a control chart is of. For single figures, and where in doubt, draw an XmR chart.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_CHART_KIND_P,
  MARMOT_CHART_KIND_U,
  MARMOT_CHART_KIND_C,
  MARMOT_CHART_KIND_G,
  MARMOT_CHART_KIND_T,
  MARMOT_CHART_KIND_P_PRIME,
  MARMOT_CHART_KIND_U_PRIME
} MarmotChartKind;

/**
 * MarmotChartOptions:
 *
 * How control charts and run charts are drawn. The defaults are a p chart with its centre
 * and limits from all points, ranges screened. Where a function takes options, %NULL means
 * its defaults.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_CHART_OPTIONS (marmot_chart_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotChartOptions, marmot_chart_options, MARMOT, CHART_OPTIONS, GObject)

/**
 * marmot_chart_options_new:
 * @kind: what the chart is of
 *
 * Makes options with the defaults; the other properties are set when it is made.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotChartOptions *marmot_chart_options_new (MarmotChartKind kind) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_chart_options_get_kind: (get-property kind)
 * @self: options
 *
 * Returns: what the chart is of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotChartKind marmot_chart_options_get_kind (MarmotChartOptions *self);

/**
 * marmot_chart_options_get_baseline: (get-property baseline)
 * @self: options
 *
 * Returns: how many of the first points make the centre and the limits, or 0 for all
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_chart_options_get_baseline (MarmotChartOptions *self);

/**
 * marmot_chart_options_get_multiplier: (get-property multiplier)
 * @self: options
 *
 * Returns: what a value is per, such as 100 for a percentage
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_chart_options_get_multiplier (MarmotChartOptions *self);

/**
 * marmot_chart_options_get_screen: (get-property screen)
 * @self: options
 *
 * Returns: whether large ranges between neighbours are left out
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_chart_options_get_screen (MarmotChartOptions *self);

/**
 * marmot_chart_options_get_alpha: (get-property alpha)
 * @self: options
 *
 * Returns: below which probability a step is suggested
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_chart_options_get_alpha (MarmotChartOptions *self);

G_END_DECLS
