/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-action-change.h>
#include <marmot/marmot-action-link.h>
#include <marmot/marmot-action-note.h>
#include <marmot/marmot-evidence.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotActionKind:
 * @MARMOT_ACTION_KIND_ACTION: something to be done
 * @MARMOT_ACTION_KIND_AIM: what actions are to reach; they are parts of it
 * @MARMOT_ACTION_KIND_RECOMMENDATION: what a report asks for
 * @MARMOT_ACTION_KIND_RESOLUTION: what a board has resolved
 * @MARMOT_ACTION_KIND_RESPONSE: what is done because somebody raised an issue
 * @MARMOT_ACTION_KIND_ITEM: what is to come before a meeting
 *
 * What an action is called where it stands. All are followed up alike.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_ACTION_KIND_ACTION,
  MARMOT_ACTION_KIND_AIM,
  MARMOT_ACTION_KIND_RECOMMENDATION,
  MARMOT_ACTION_KIND_RESOLUTION,
  MARMOT_ACTION_KIND_RESPONSE,
  MARMOT_ACTION_KIND_ITEM
} MarmotActionKind;

/**
 * MarmotDueState:
 * @MARMOT_DUE_UNKNOWN: nobody has said when it is due, nor that it has no date
 * @MARMOT_DUE_NO_DATE: it has been said that it has no date: "date to be determined"
 * @MARMOT_DUE_DATED: it is due on a day that is known
 *
 * What is known of the day on which something is due.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_DUE_UNKNOWN,
  MARMOT_DUE_NO_DATE,
  MARMOT_DUE_DATED
} MarmotDueState;

/**
 * MarmotAction:
 *
 * Something to be done, who is responsible for it, by when, and what became of it. One type
 * serves an action plan and its aims, the actions of an assessment, "You said, we did",
 * recommendations, resolutions of a board, inspections and the items of a forward plan.
 *
 * The owner is a role and an organisation, never a person. The day on which it is due may
 * be known, be without a date on purpose, or not be known at all; the three are told apart.
 * The day of every change of state is kept, with the reason.
 *
 * An action can be changed, by properties or with [method@Marmot.Action.move_to], and tells
 * of it by notification; its lists are list models, to which a form can be bound. An empty
 * text is the same as none. Only one thread may use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ACTION (marmot_action_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAction, marmot_action, MARMOT, ACTION, GObject)

/**
 * marmot_action_new:
 *
 * Returns: (transfer full): a new action in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAction *marmot_action_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_copy:
 * @self: an action
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new action, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAction *marmot_action_copy (MarmotAction *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_equal:
 * @self: an action
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
gboolean marmot_action_equal (MarmotAction *self,
                              MarmotAction *other);

/**
 * marmot_action_get_due_state:
 * @self: an action
 *
 * Returns: whether the action is due on a day that is known, is without a date on purpose,
 *   or nobody has said
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotDueState marmot_action_get_due_state (MarmotAction *self);

/**
 * marmot_action_is_open:
 * @self: an action
 *
 * Returns: true if the action is still to be dealt with: proposed, open or blocked
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_action_is_open (MarmotAction *self);

/**
 * marmot_action_move_to:
 * @self: an action
 * @state: the state to which it comes
 * @on: the day on which it does
 * @reason: (nullable): why, or %NULL
 * @by: (nullable): the role of who decided it, or %NULL
 * @error: return location for an error
 *
 * Brings an action to another state, and keeps the day and the reason in
 * [property@Marmot.Action:changes]. A day before that of the last change is a
 * %MARMOT_ERROR_INVALID_DATA, as is a state in which the action already is; nothing is
 * changed then.
 *
 * Returns: true if it came to that state
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_action_move_to (MarmotAction *self,
                                MarmotActionState state,
                                const GDate *on,
                                const char *reason,
                                const char *by,
                                GError **error);

/**
 * marmot_action_get_state_on:
 * @self: an action
 * @on: a day
 *
 * The state in which an action was at the end of a day, by its changes. Without changes it
 * is the state of today; before the first change, and from the day on which it was raised,
 * it is %MARMOT_ACTION_PROPOSED. Changes without a day are passed over.
 *
 * Returns: the state
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionState marmot_action_get_state_on (MarmotAction *self,
                                              const GDate *on);

/**
 * marmot_action_is_overdue:
 * @self: an action
 * @on: a day
 *
 * Whether the action was to be done by a day before this one, and was still to be dealt
 * with at the end of this one. On the day on which it is due it is not overdue. An action
 * that is due in a period, such as a month, is due on the last day of it. Without a due
 * date nothing is overdue: see [method@Marmot.Action.get_due_state].
 *
 * Returns: true if it is overdue
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_action_is_overdue (MarmotAction *self,
                                   const GDate *on);

/**
 * marmot_action_get_days_overdue:
 * @self: an action
 * @on: a day
 *
 * Returns: for how many days it has been overdue, 1 on the day after the one on which it
 *   was due; 0 if it is not overdue
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_action_get_days_overdue (MarmotAction *self,
                                      const GDate *on);

/**
 * marmot_action_get_age:
 * @self: an action
 * @on: a day
 * @days: (out): return location for the age in days
 *
 * How old an action is: the days since it was raised, up to the day on which it was done or
 * dropped if that is earlier.
 *
 * Returns: true if it is known when it was raised, and that is not after @on; else @days is
 *   0
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_action_get_age (MarmotAction *self,
                                const GDate *on,
                                guint *days);

/**
 * marmot_action_find_note:
 * @self: an action
 * @period: a period
 *
 * The last note that tells of this period: the note's own period is the same or lies within
 * it, or, where a note has no period, the day on which it was written does. A note on a
 * longer period does not count.
 *
 * Returns: (transfer full) (nullable): the note, or %NULL if there is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionNote *marmot_action_find_note (MarmotAction *self,
                                           MarmotPeriod *period) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_is_stale:
 * @self: an action
 * @period: the period for which there ought to be a note, such as the present half-year
 *
 * Whether the action was still to be dealt with at the end of this period, by its changes,
 * and nobody has written what became of it in the period. An action that was raised after
 * the period is not stale.
 *
 * Returns: true if it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_action_is_stale (MarmotAction *self,
                                 MarmotPeriod *period);

/**
 * marmot_action_check:
 * @self: an action
 * @path: (nullable): where the action stands in a document, such as "actions/3", or %NULL
 *
 * Checks an action on its own:
 *
 * - `action/text`: it does not say what is to be done (an error)
 * - `action/owner`: no role and no organisation is responsible for it
 * - `action/owner-person`: the owner looks like a person: "Cllr Smith"
 * - `action/due`: it is still to be dealt with, and nobody has said when it is due
 * - `action/no-date`: it is still to be dealt with, and has no date on purpose (a note)
 * - `action/due-order`: it is due before it was raised
 * - `action/changes`: its changes are not in the order of their days, or lack one, or the
 *   last is not to the state in which it is
 * - `action/reason`: it was dropped or is blocked, and nothing says why
 * - `action/done`: it is done, and nothing says so but its state: no evidence, no reason
 *   and no note (a note)
 * - and what [func@Marmot.find_personal_data] finds in any of its texts (errors)
 *
 * All others are warnings.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings, in this order
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_action_check (MarmotAction *self,
                                const char *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_get_id: (get-property id)
 * @self: an action
 *
 * Returns: (transfer none) (nullable): its short name, such as "aim-4": letters, digits,
 *   full stops, hyphens and underscores
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_get_id (MarmotAction *self);

/**
 * marmot_action_set_id: (set-property id)
 * @self: an action
 * @id: (nullable): its short name, such as "aim-4": letters, digits, full stops, hyphens
 *   and underscores
 *
 * Sets [property@Marmot.Action:id].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_id (MarmotAction *self,
                           const char *id);

/**
 * marmot_action_get_kind: (get-property kind)
 * @self: an action
 *
 * Returns: what it is called where it stands
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionKind marmot_action_get_kind (MarmotAction *self);

/**
 * marmot_action_set_kind: (set-property kind)
 * @self: an action
 * @kind: what it is called where it stands
 *
 * Sets [property@Marmot.Action:kind].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_kind (MarmotAction *self,
                             MarmotActionKind kind);

/**
 * marmot_action_get_number: (get-property number)
 * @self: an action
 *
 * Returns: its number where it stands; 0 if it has none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_action_get_number (MarmotAction *self);

/**
 * marmot_action_set_number: (set-property number)
 * @self: an action
 * @number: its number where it stands; 0 if it has none
 *
 * Sets [property@Marmot.Action:number].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_number (MarmotAction *self,
                               guint number);

/**
 * marmot_action_get_text: (get-property text)
 * @self: an action
 *
 * Returns: (transfer none) (nullable): what is to be done
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_get_text (MarmotAction *self);

/**
 * marmot_action_set_text: (set-property text)
 * @self: an action
 * @text: (nullable): what is to be done
 *
 * Sets [property@Marmot.Action:text].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_text (MarmotAction *self,
                             const char *text);

/**
 * marmot_action_get_theme: (get-property theme)
 * @self: an action
 *
 * Returns: (transfer none) (nullable): the theme or heading under which it stands
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_get_theme (MarmotAction *self);

/**
 * marmot_action_set_theme: (set-property theme)
 * @self: an action
 * @theme: (nullable): the theme or heading under which it stands
 *
 * Sets [property@Marmot.Action:theme].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_theme (MarmotAction *self,
                              const char *theme);

/**
 * marmot_action_get_part_of: (get-property part-of)
 * @self: an action
 *
 * Returns: (transfer none) (nullable): the short name of the aim or action of which it is a
 *   part
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_get_part_of (MarmotAction *self);

/**
 * marmot_action_set_part_of: (set-property part-of)
 * @self: an action
 * @part_of: (nullable): the short name of the aim or action of which it is a part
 *
 * Sets [property@Marmot.Action:part-of].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_part_of (MarmotAction *self,
                                const char *part_of);

/**
 * marmot_action_get_state: (get-property state)
 * @self: an action
 *
 * Returns: how far it has come; [method@Marmot.Action.move_to] keeps the day as well
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionState marmot_action_get_state (MarmotAction *self);

/**
 * marmot_action_set_state: (set-property state)
 * @self: an action
 * @state: how far it has come; [method@Marmot.Action.move_to] keeps the day as well
 *
 * Sets [property@Marmot.Action:state].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_state (MarmotAction *self,
                              MarmotActionState state);

/**
 * marmot_action_get_owner_role: (get-property owner-role)
 * @self: an action
 *
 * Returns: (transfer none) (nullable): the role that is responsible for it, never a name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_get_owner_role (MarmotAction *self);

/**
 * marmot_action_set_owner_role: (set-property owner-role)
 * @self: an action
 * @owner_role: (nullable): the role that is responsible for it, never a name
 *
 * Sets [property@Marmot.Action:owner-role].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_owner_role (MarmotAction *self,
                                   const char *owner_role);

/**
 * marmot_action_get_organisation: (get-property organisation)
 * @self: an action
 *
 * Returns: (transfer none) (nullable): the organisation that is responsible for it, with
 *   its directorate if need be
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_get_organisation (MarmotAction *self);

/**
 * marmot_action_set_organisation: (set-property organisation)
 * @self: an action
 * @organisation: (nullable): the organisation that is responsible for it, with its
 *   directorate if need be
 *
 * Sets [property@Marmot.Action:organisation].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_organisation (MarmotAction *self,
                                     const char *organisation);

/**
 * marmot_action_get_partners: (get-property partners)
 * @self: an action
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the organisations that
 *   work on it as well
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const *marmot_action_get_partners (MarmotAction *self);

/**
 * marmot_action_set_partners: (set-property partners)
 * @self: an action
 * @partners: (nullable) (array zero-terminated=1): the organisations that work on it as
 *   well
 *
 * Sets [property@Marmot.Action:partners].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_partners (MarmotAction *self,
                                 const char * const *partners);

/**
 * marmot_action_get_raised: (get-property raised)
 * @self: an action
 *
 * Returns: (transfer none) (nullable): the day on which it was raised or agreed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_action_get_raised (MarmotAction *self);

/**
 * marmot_action_set_raised: (set-property raised)
 * @self: an action
 * @raised: (nullable): the day on which it was raised or agreed
 *
 * Sets [property@Marmot.Action:raised].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_raised (MarmotAction *self,
                               MarmotPeriod *raised);

/**
 * marmot_action_get_due: (get-property due)
 * @self: an action
 *
 * Returns: (transfer none) (nullable): when it is due: a day, or a period at whose end it
 *   is; to set one takes [property@Marmot.Action:no-due-date] away
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_action_get_due (MarmotAction *self);

/**
 * marmot_action_set_due: (set-property due)
 * @self: an action
 * @due: (nullable): when it is due: a day, or a period at whose end it is; to set one takes
 *   [property@Marmot.Action:no-due-date] away
 *
 * Sets [property@Marmot.Action:due].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_due (MarmotAction *self,
                            MarmotPeriod *due);

/**
 * marmot_action_get_no_due_date: (get-property no-due-date)
 * @self: an action
 *
 * Returns: whether it has been said that it has no date; to set this takes
 *   [property@Marmot.Action:due] away
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_action_get_no_due_date (MarmotAction *self);

/**
 * marmot_action_set_no_due_date: (set-property no-due-date)
 * @self: an action
 * @no_due_date: whether it has been said that it has no date; to set this takes
 *   [property@Marmot.Action:due] away
 *
 * Sets [property@Marmot.Action:no-due-date].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_no_due_date (MarmotAction *self,
                                    gboolean no_due_date);

/**
 * marmot_action_get_measure: (get-property measure)
 * @self: an action
 *
 * Returns: (transfer none) (nullable): how anybody will know that it has worked
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_get_measure (MarmotAction *self);

/**
 * marmot_action_set_measure: (set-property measure)
 * @self: an action
 * @measure: (nullable): how anybody will know that it has worked
 *
 * Sets [property@Marmot.Action:measure].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_measure (MarmotAction *self,
                                const char *measure);

/**
 * marmot_action_get_source: (get-property source)
 * @self: an action
 *
 * Returns: (transfer none) (nullable): where it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_get_source (MarmotAction *self);

/**
 * marmot_action_set_source: (set-property source)
 * @self: an action
 * @source: (nullable): where it was published
 *
 * Sets [property@Marmot.Action:source].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_source (MarmotAction *self,
                               const char *source);

/**
 * marmot_action_get_note: (get-property note)
 * @self: an action
 *
 * Returns: (transfer none) (nullable): what a reader must know of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_get_note (MarmotAction *self);

/**
 * marmot_action_set_note: (set-property note)
 * @self: an action
 * @note: (nullable): what a reader must know of it
 *
 * Sets [property@Marmot.Action:note].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_set_note (MarmotAction *self,
                             const char *note);

/**
 * marmot_action_get_changes: (get-property changes)
 * @self: an action
 *
 * Returns: (transfer none): its changes of state, the oldest first, as
 *   [class@Marmot.ActionChange] objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_action_get_changes (MarmotAction *self);

/**
 * marmot_action_get_notes: (get-property notes)
 * @self: an action
 *
 * Returns: (transfer none): its progress notes, as [class@Marmot.ActionNote] objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_action_get_notes (MarmotAction *self);

/**
 * marmot_action_get_evidence: (get-property evidence)
 * @self: an action
 *
 * Returns: (transfer none): what shows how far it has come, as [class@Marmot.Evidence]
 *   objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_action_get_evidence (MarmotAction *self);

/**
 * marmot_action_get_links: (get-property links)
 * @self: an action
 *
 * Returns: (transfer none): what else it has to do with, as [class@Marmot.ActionLink]
 *   objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_action_get_links (MarmotAction *self);

G_END_DECLS
