/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-comparison.h>
#include <marmot/marmot-observation.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotChange:
 *
 * How a figure has changed between two periods of the same length.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_CHANGE (marmot_change_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotChange, marmot_change, MARMOT, CHANGE, GObject)

/**
 * marmot_change_get_before: (get-property before)
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the earlier figure
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservation *marmot_change_get_before (MarmotChange *self);

/**
 * marmot_change_get_after: (get-property after)
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the later figure
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservation *marmot_change_get_after (MarmotChange *self);

/**
 * marmot_change_get_difference: (get-property difference)
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the later less the earlier, in the
 *   unit of the indicator; in percentage points where that is percent
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_change_get_difference (MarmotChange *self);

/**
 * marmot_change_get_percent: (get-property percent)
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the difference as a percentage of the
 *   earlier figure; not applicable to percentages and where the earlier
 *   figure is zero
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_change_get_percent (MarmotChange *self);

/**
 * marmot_change_get_judgement: (get-property judgement)
 * @self: a change
 *
 * Returns: whether the change is good, as far as the values alone tell
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotJudgement marmot_change_get_judgement (MarmotChange *self);

/**
 * marmot_change_get_reason: (get-property reason)
 * @self: a change
 *
 * Returns: (transfer none) (nullable): what can and cannot be said of it, in
 *   a sentence
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_change_get_reason (MarmotChange *self);

/**
 * marmot_change_new_between: (constructor)
 * @before: the earlier figure
 * @after: the later figure, of the same indicator and area
 *
 * Works out a change. Percentages change by points and never by per cent.
 *
 * Returns: (transfer full): the change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotChange *marmot_change_new_between (MarmotObservation *before,
                                         MarmotObservation *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
