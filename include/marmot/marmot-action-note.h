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
 * MarmotActionNote:
 *
 * What became of an action in a period: progress, and what stands in its way.
 *
 * A note can be changed, and tells of it by notification. Only one thread may use it at a
 * time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ACTION_NOTE (marmot_action_note_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotActionNote, marmot_action_note, MARMOT, ACTION_NOTE, GObject)

/**
 * marmot_action_note_new:
 *
 * Returns: (transfer full): a new progress note in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionNote *marmot_action_note_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_note_copy:
 * @self: a note
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new progress note, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionNote *marmot_action_note_copy (MarmotActionNote *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_note_equal:
 * @self: a note
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
gboolean marmot_action_note_equal (MarmotActionNote *self,
                                   MarmotActionNote *other);

/**
 * marmot_action_note_get_period: (get-property period)
 * @self: a note
 *
 * Returns: (transfer none) (nullable): the period of which it tells, such as a half-year
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_action_note_get_period (MarmotActionNote *self);

/**
 * marmot_action_note_set_period: (set-property period)
 * @self: a note
 * @period: (nullable): the period of which it tells, such as a half-year
 *
 * Sets [property@Marmot.ActionNote:period].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_note_set_period (MarmotActionNote *self,
                                    MarmotPeriod *period);

/**
 * marmot_action_note_get_on: (get-property on)
 * @self: a note
 *
 * Returns: (transfer none) (nullable): the day on which it was written
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_action_note_get_on (MarmotActionNote *self);

/**
 * marmot_action_note_set_on: (set-property on)
 * @self: a note
 * @on: (nullable): the day on which it was written
 *
 * Sets [property@Marmot.ActionNote:on].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_note_set_on (MarmotActionNote *self,
                                MarmotPeriod *on);

/**
 * marmot_action_note_get_text: (get-property text)
 * @self: a note
 *
 * Returns: (transfer none) (nullable): what it says
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_note_get_text (MarmotActionNote *self);

/**
 * marmot_action_note_set_text: (set-property text)
 * @self: a note
 * @text: (nullable): what it says
 *
 * Sets [property@Marmot.ActionNote:text].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_note_set_text (MarmotActionNote *self,
                                  const char *text);

/**
 * marmot_action_note_get_by: (get-property by)
 * @self: a note
 *
 * Returns: (transfer none) (nullable): the role of who wrote it, never a name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_note_get_by (MarmotActionNote *self);

/**
 * marmot_action_note_set_by: (set-property by)
 * @self: a note
 * @by: (nullable): the role of who wrote it, never a name
 *
 * Sets [property@Marmot.ActionNote:by].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_note_set_by (MarmotActionNote *self,
                                const char *by);

G_END_DECLS
