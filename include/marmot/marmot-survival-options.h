/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-method.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotSurvivalOptions:
 *
 * How times to an event are read and judged. Where a function takes options, %NULL
 * means the defaults: one kind of event, whole days from 0, limits at 95% on the
 * log-log scale, Greenwood's variance (or, where rows belong together or have weights
 * that are not whole, the infinitesimal jackknife).
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_SURVIVAL_OPTIONS (marmot_survival_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotSurvivalOptions, marmot_survival_options, MARMOT, SURVIVAL_OPTIONS, GObject)

/**
 * marmot_survival_options_new:
 * @interval: (nullable): the scale of the limits and the confidence levels, or %NULL for
 *   log-log at 95%
 * @n_causes: how many kinds of event there are, at least 1
 *
 * Makes options; see the properties for the rest.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSurvivalOptions *marmot_survival_options_new                 (MarmotIntervalOptions *interval,
                                                                    guint                  n_causes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survival_options_get_interval: (get-property interval)
 * @self: options
 *
 * Returns: (transfer none) (nullable): the scale of the limits and the levels
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIntervalOptions *marmot_survival_options_get_interval        (MarmotSurvivalOptions *self);

/**
 * marmot_survival_options_get_n_causes: (get-property n-causes)
 * @self: options
 *
 * Returns: how many kinds of event there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint                  marmot_survival_options_get_n_causes        (MarmotSurvivalOptions *self);

/**
 * marmot_survival_options_get_variance: (get-property variance)
 * @self: options
 *
 * Returns: how standard errors of curves are made
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod           marmot_survival_options_get_variance        (MarmotSurvivalOptions *self);

/**
 * marmot_survival_options_get_hazard: (get-property hazard)
 * @self: options
 *
 * Returns: how cumulative hazards and their variance are made
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod           marmot_survival_options_get_hazard          (MarmotSurvivalOptions *self);

/**
 * marmot_survival_options_get_midpoint: (get-property midpoint)
 * @self: options
 *
 * Returns: whether a quantile where the curve is level is the middle of that stretch
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean               marmot_survival_options_get_midpoint        (MarmotSurvivalOptions *self);

/**
 * marmot_survival_options_get_carry: (get-property carry)
 * @self: options
 *
 * Returns: whether curves are carried flat past the last time of their group
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean               marmot_survival_options_get_carry           (MarmotSurvivalOptions *self);

/**
 * marmot_survival_options_get_count_first_day: (get-property count-first-day)
 * @self: options
 *
 * Returns: whether what ends on the day on which it starts has lasted a day
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean               marmot_survival_options_get_count_first_day (MarmotSurvivalOptions *self);

/**
 * marmot_survival_options_get_tolerance: (get-property tolerance)
 * @self: options
 *
 * Returns: how far apart two times may be and count as one
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double                 marmot_survival_options_get_tolerance       (MarmotSurvivalOptions *self);

G_END_DECLS
