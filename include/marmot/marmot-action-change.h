/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-period.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotActionState:
 * @MARMOT_ACTION_PROPOSED: somebody has asked for it; nobody has agreed to it yet
 * @MARMOT_ACTION_OPEN: agreed, and to be done or being done
 * @MARMOT_ACTION_BLOCKED: agreed, and held up by something
 * @MARMOT_ACTION_DONE: done
 * @MARMOT_ACTION_DROPPED: not to be done any more
 *
 * How far an action has come. The first three are still to be dealt with.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_ACTION_PROPOSED,
  MARMOT_ACTION_OPEN,
  MARMOT_ACTION_BLOCKED,
  MARMOT_ACTION_DONE,
  MARMOT_ACTION_DROPPED
} MarmotActionState;

/**
 * MarmotActionChange:
 *
 * That an action came to be in a state, on a day, and why.
 *
 * A change can itself be corrected, and tells of it by notification. Only one thread may
 * use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ACTION_CHANGE (marmot_action_change_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotActionChange, marmot_action_change, MARMOT, ACTION_CHANGE, GObject)

/**
 * marmot_action_change_new:
 *
 * Returns: (transfer full): a new change of state in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionChange *marmot_action_change_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_change_copy:
 * @self: a change of state
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new change of state, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionChange *marmot_action_change_copy (MarmotActionChange *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_change_equal:
 * @self: a change of state
 * @other: another
 *
 * Whether all fields of the two are the same, and all entries of their lists, in their
 * order.
 *
 * Returns: true if they are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_action_change_equal (MarmotActionChange *self,
                                     MarmotActionChange *other);

/**
 * marmot_action_change_get_on: (get-property on)
 * @self: a change of state
 *
 * Returns: (transfer none) (nullable): the day on which the action came to be in the state
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_action_change_get_on (MarmotActionChange *self);

/**
 * marmot_action_change_set_on: (set-property on)
 * @self: a change of state
 * @on: (nullable): the day on which the action came to be in the state
 *
 * Sets [property@Marmot.ActionChange:on].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_change_set_on (MarmotActionChange *self,
                                  MarmotPeriod *on);

/**
 * marmot_action_change_get_state: (get-property state)
 * @self: a change of state
 *
 * Returns: the state
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionState marmot_action_change_get_state (MarmotActionChange *self);

/**
 * marmot_action_change_set_state: (set-property state)
 * @self: a change of state
 * @state: the state
 *
 * Sets [property@Marmot.ActionChange:state].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_change_set_state (MarmotActionChange *self,
                                     MarmotActionState state);

/**
 * marmot_action_change_get_reason: (get-property reason)
 * @self: a change of state
 *
 * Returns: (transfer none) (nullable): why
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_change_get_reason (MarmotActionChange *self);

/**
 * marmot_action_change_set_reason: (set-property reason)
 * @self: a change of state
 * @reason: (nullable): why
 *
 * Sets [property@Marmot.ActionChange:reason].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_change_set_reason (MarmotActionChange *self,
                                      const char *reason);

/**
 * marmot_action_change_get_by: (get-property by)
 * @self: a change of state
 *
 * Returns: (transfer none) (nullable): the role of who decided it, never a name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_change_get_by (MarmotActionChange *self);

/**
 * marmot_action_change_set_by: (set-property by)
 * @self: a change of state
 * @by: (nullable): the role of who decided it, never a name
 *
 * Sets [property@Marmot.ActionChange:by].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_change_set_by (MarmotActionChange *self,
                                  const char *by);

G_END_DECLS
