/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-groups.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>
#include <marmot/marmot-watch-options.h>

G_BEGIN_DECLS

/**
 * marmot_ears:
 * @figures: a row a point of a series
 * @groups: (nullable): the series of each row, such as its area; %NULL for one series
 * @options: (nullable): how far back and how sure, or %NULL for the defaults
 * @error: return location for an error
 *
 * Alarms of the Early Aberration Reporting System, C1 to C3, for counts of days or weeks
 * with little history.
 *
 * @figures have "value" and may have "time", which here only puts points in order. Of each
 * point, with the mean and the standard deviation of the seven before it (C1), or of the
 * seven before the last two (C2 and C3),
 *
 *     C = (y − mean) / sd,   upper = mean + z sd
 *     C3 = Σ max(0, C2 − 1) of this and the last two,
 *     upper = mean + sd (z − Σ max(0, C2 − 1) of the last two)
 *
 * (Hutwagner and others 2003; Salmon and others 2016). Above "upper" there is an alarm, for
 * all three.
 *
 * The result has a row a row of @figures, in their order: "c1", "c1_upper", "c1_alarm", the
 * same of C2 and C3, and "status": %MARMOT_STATUS_MISSING for a null, and
 * %MARMOT_STATUS_INCOMPLETE where points before it are missing or not yet there, so that at
 * least one of the three has no bound. C itself is null where the standard deviation is 0.
 *
 * A baseline under 2 or over 1,000, probabilities that are none and a standard deviation
 * below zero are a %MARMOT_ERROR_INVALID_ARGUMENT; for the rest see
 * [func@Marmot.monotonic_trends].
 *
 * Returns: (transfer full): a table, a row a row, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_ears   (MarmotTable         *figures,
                            MarmotGroups        *groups,
                            MarmotWatchOptions  *options,
                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_cusums:
 * @figures: a row a point of a series
 * @groups: (nullable): the series of each row; %NULL for one series
 * @options: (nullable): how far back, the allowance and the threshold, or %NULL for the
 *   defaults
 * @error: return location for an error
 *
 * How far series have drifted from their mean, added up: small shifts show that no single
 * point would.
 *
 * @figures have "value" and may have "time", which here only puts points in order. With the
 * mean m and the standard deviation s of the baseline,
 *
 *     above = max(0, above + (y − m) / s − k),   below = max(0, below − (y − m) / s − k)
 *
 * and an alarm where either is over h (Page, Biometrika 1954). The sums are not begun anew
 * after one.
 *
 * The result has a row a row of @figures, in their order: "mean", "sd", "above", "below",
 * "alarm_above", "alarm_below" and "status". A null changes nothing
 * (%MARMOT_STATUS_MISSING). One point is %MARMOT_STATUS_TOO_FEW_VALUES, and points that are
 * all the same %MARMOT_STATUS_NOT_DEFINED unless there is a smallest standard deviation.
 *
 * An allowance below zero and a threshold not above it are a
 * %MARMOT_ERROR_INVALID_ARGUMENT; for the rest see [func@Marmot.monotonic_trends].
 *
 * Returns: (transfer full): a table, a row a row, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_cusums (MarmotTable         *figures,
                            MarmotGroups        *groups,
                            MarmotWatchOptions  *options,
                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
