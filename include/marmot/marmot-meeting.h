/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-action.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotMeeting:
 *
 * A meeting of a board, with its theme and what is to come before it. It can be changed, by
 * properties and through its lists, and tells of it by notification. Only one thread may
 * use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_MEETING (marmot_meeting_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotMeeting, marmot_meeting, MARMOT, MEETING, GObject)

/**
 * marmot_meeting_new:
 *
 * Returns: (transfer full): a new meeting in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMeeting *marmot_meeting_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_meeting_copy:
 * @self: a meeting
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new meeting, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMeeting *marmot_meeting_copy (MarmotMeeting *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_meeting_equal:
 * @self: a meeting
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
gboolean marmot_meeting_equal (MarmotMeeting *self,
                               MarmotMeeting *other);

/**
 * marmot_meeting_get_id: (get-property id)
 * @self: a meeting
 *
 * Returns: (transfer none) (nullable): its short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_meeting_get_id (MarmotMeeting *self);

/**
 * marmot_meeting_set_id: (set-property id)
 * @self: a meeting
 * @id: (nullable): its short name
 *
 * Sets [property@Marmot.Meeting:id].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_meeting_set_id (MarmotMeeting *self,
                            const char *id);

/**
 * marmot_meeting_get_on: (get-property on)
 * @self: a meeting
 *
 * Returns: (transfer none) (nullable): the day of it, or the month where no day is known
 *   yet
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_meeting_get_on (MarmotMeeting *self);

/**
 * marmot_meeting_set_on: (set-property on)
 * @self: a meeting
 * @on: (nullable): the day of it, or the month where no day is known yet
 *
 * Sets [property@Marmot.Meeting:on].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_meeting_set_on (MarmotMeeting *self,
                            MarmotPeriod *on);

/**
 * marmot_meeting_get_theme: (get-property theme)
 * @self: a meeting
 *
 * Returns: (transfer none) (nullable): its theme
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_meeting_get_theme (MarmotMeeting *self);

/**
 * marmot_meeting_set_theme: (set-property theme)
 * @self: a meeting
 * @theme: (nullable): its theme
 *
 * Sets [property@Marmot.Meeting:theme].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_meeting_set_theme (MarmotMeeting *self,
                               const char *theme);

/**
 * marmot_meeting_get_note: (get-property note)
 * @self: a meeting
 *
 * Returns: (transfer none) (nullable): what a reader must know of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_meeting_get_note (MarmotMeeting *self);

/**
 * marmot_meeting_set_note: (set-property note)
 * @self: a meeting
 * @note: (nullable): what a reader must know of it
 *
 * Sets [property@Marmot.Meeting:note].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_meeting_set_note (MarmotMeeting *self,
                              const char *note);

/**
 * marmot_meeting_get_items: (get-property items)
 * @self: a meeting
 *
 * Returns: (transfer none): what is to come before it, as [class@Marmot.Action] objects of
 *   the kind %MARMOT_ACTION_KIND_ITEM
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_meeting_get_items (MarmotMeeting *self);

G_END_DECLS
