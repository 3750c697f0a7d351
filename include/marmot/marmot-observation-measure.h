/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-measure.h>
#include <marmot/marmot-observation.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_observation_new_from_measure:
 * @measure: what a measure found, with a statistic
 * @indicator: (nullable): the indicator that it is of
 * @area: (nullable): the area
 * @period: (nullable): the period
 * @multiplier: what the statistic is multiplied by, such as 100 for a percentage where the
 *   measure is a share; 1 for as it is
 * @error: return location for an error
 *
 * Makes a figure of a measure, so that it stands beside those that others published and is
 * compared with them: with neighbours and England by [ctor@Marmot.Comparison.new_compare], with a target,
 * on a scorecard. Numerator, denominator, interval and confidence level come with it; how
 * many were left out and of how many it is not known are in its note.
 *
 * A measure whose statistic could not be made is a figure that is not available, with the
 * status as the reason. No disclosure control is applied.
 *
 * A measure without a statistic, and a multiplier that is not a number above 0, are a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a new observation, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservation *marmot_observation_new_from_measure (MarmotMeasure    *measure,
                                                        MarmotIndicator  *indicator,
                                                        MarmotArea       *area,
                                                        MarmotPeriod     *period,
                                                        double            multiplier,
                                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
