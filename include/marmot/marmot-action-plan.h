/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-action.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-measure.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotActionGrouping:
 * @MARMOT_ACTION_BY_PLAN: all actions of a plan together
 * @MARMOT_ACTION_BY_OWNER_ROLE: by the role that is responsible
 * @MARMOT_ACTION_BY_ORGANISATION: by the organisation that is responsible
 * @MARMOT_ACTION_BY_THEME: by the theme
 * @MARMOT_ACTION_BY_KIND: by what they are called
 *
 * What actions are counted by.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_ACTION_BY_PLAN,
  MARMOT_ACTION_BY_OWNER_ROLE,
  MARMOT_ACTION_BY_ORGANISATION,
  MARMOT_ACTION_BY_THEME,
  MARMOT_ACTION_BY_KIND
} MarmotActionGrouping;

/**
 * MarmotActionShare:
 * @MARMOT_ACTION_SHARE_DONE: of the actions that were not dropped, those that are done
 * @MARMOT_ACTION_SHARE_OVERDUE: of the actions that are still to be dealt with and have a
 *   date, those that are overdue; those whose date nobody has said are unknown, and those
 *   without a date on purpose are left out
 * @MARMOT_ACTION_SHARE_STALE: of the actions that are still to be dealt with, those without
 *   a progress note for the period
 *
 * A share of a plan's actions.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_ACTION_SHARE_DONE,
  MARMOT_ACTION_SHARE_OVERDUE,
  MARMOT_ACTION_SHARE_STALE
} MarmotActionShare;

/**
 * MarmotActionPlan:
 *
 * A list of actions with a title: an action plan with its aims, the recommendations of a
 * report, the resolutions of a board. Aims are actions of the kind %MARMOT_ACTION_KIND_AIM,
 * and actions are parts of them by [property@Marmot.Action:part-of]. A note on an aim tells
 * of its parts as well.
 *
 * A plan is a document of JSON, which says "format": "marmot-action-plan". It can be
 * changed, by properties and through its lists, and tells of it by notification. Only one
 * thread may use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ACTION_PLAN (marmot_action_plan_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotActionPlan, marmot_action_plan, MARMOT, ACTION_PLAN, GObject)

/**
 * marmot_action_plan_new:
 *
 * Returns: (transfer full): a new action plan in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionPlan *marmot_action_plan_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_new_from_json:
 * @json: a document; the page "Actions" in the documentation says what it holds
 * @error: return location for an error
 *
 * Reads an action plan. What is not as it should be is an error that says where, by a path
 * such as "actions/3/due", and refuses the whole: a key that is not known or a value of
 * another kind is a %MARMOT_ERROR_PARSE, two entries with one short name in a list are a
 * %MARMOT_ERROR_INVALID_DATA, more than 16 MiB or a text of more than 1 MiB is a
 * %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): the action plan, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionPlan *marmot_action_plan_new_from_json (GBytes *json,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_new_from_file:
 * @file: a file
 * @cancellable: (nullable): a cancellable, or %NULL
 * @error: return location for an error
 *
 * Reads an action plan from a file, as [ctor@Marmot.ActionPlan.new_from_json] does.
 *
 * Returns: (transfer full): the action plan, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionPlan *marmot_action_plan_new_from_file (GFile *file,
                                                    GCancellable *cancellable,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_to_json:
 * @self: a plan
 * @error: return location for an error
 *
 * Writes it as JSON. Reading that gives its equal, and the same state gives the same bytes,
 * in UTF-8, with a line break at the end. What is not set is left out. What could not be
 * read back, such as an entry without a short name where one is needed, is a
 * %MARMOT_ERROR_INVALID_DATA that says where.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_action_plan_to_json (MarmotActionPlan *self,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_save:
 * @self: a plan
 * @file: where to
 * @cancellable: (nullable): a cancellable, or %NULL
 * @error: return location for an error
 *
 * Writes it to a file. What the file held stays until all of it is on the disk.
 *
 * Returns: true if it was written
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_action_plan_save (MarmotActionPlan *self,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GError **error);

/**
 * marmot_action_plan_diff:
 * @self: the older version
 * @newer: the newer version
 *
 * What changed from one version to the next, a row each, with text columns:
 *
 * - `change`: "added", "removed" or "changed"
 * - `path`: where, by short names, such as "actions/aim-4/notes/2017/18"
 * - `field`: of what was changed, the field, such as "due"; else null
 * - `before`, `after`: of what was changed, its texts; of what was added or removed, its
 *   first text. A null is a text that is not there
 *
 * Entries are told apart by their short names, or by their first field that is set, so
 * their order is of no account.
 *
 * Returns: (transfer full): the table, without rows if nothing changed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_action_plan_diff (MarmotActionPlan *self,
                                      MarmotActionPlan *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_diff_to_text:
 * @self: the older version
 * @newer: the newer version
 *
 * The same as sentences, a line each.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_action_plan_diff_to_text (MarmotActionPlan *self,
                                       MarmotActionPlan *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_copy:
 * @self: a plan
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new action plan, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionPlan *marmot_action_plan_copy (MarmotActionPlan *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_equal:
 * @self: a plan
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
gboolean marmot_action_plan_equal (MarmotActionPlan *self,
                                   MarmotActionPlan *other);

/**
 * marmot_action_plan_lookup:
 * @self: a plan
 * @id: the short name of an action
 *
 * Returns: (transfer none) (nullable): the first action of that name, or %NULL if there is
 *   none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAction *marmot_action_plan_lookup (MarmotActionPlan *self,
                                         const char *id);

/**
 * marmot_action_plan_list_kind:
 * @self: a plan
 * @kind: what the actions are called
 *
 * Returns: (transfer full): its [class@Marmot.Action] objects of that kind, in their order
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_action_plan_list_kind (MarmotActionPlan *self,
                                          MarmotActionKind kind) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_list_parts:
 * @self: a plan
 * @id: the short name of an aim or action
 *
 * Returns: (transfer full): the [class@Marmot.Action] objects that are parts of it, in
 *   their order
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_action_plan_list_parts (MarmotActionPlan *self,
                                           const char *id) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_list_open:
 * @self: a plan
 * @on: a day
 *
 * Returns: (transfer full): the actions that were still to be dealt with at the end of that
 *   day
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_action_plan_list_open (MarmotActionPlan *self,
                                          const GDate *on) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_list_overdue:
 * @self: a plan
 * @on: a day
 *
 * Returns: (transfer full): the actions that are overdue on that day; see
 *   [method@Marmot.Action.is_overdue]
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_action_plan_list_overdue (MarmotActionPlan *self,
                                             const GDate *on) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_list_stale:
 * @self: a plan
 * @period: the period for which there ought to be notes
 *
 * The actions for which nobody has written what became of them in a period. See
 * [method@Marmot.Action.is_stale]; an action is not stale if the aim or action of which it
 * is a part has a note.
 *
 * Returns: (transfer full): the actions
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_action_plan_list_stale (MarmotActionPlan *self,
                                           MarmotPeriod *period) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_get_note_period:
 * @self: a plan
 * @on: a day
 * @error: return location for an error
 *
 * The period of which a progress note tells that is written for this day: the part of the
 * financial year, of [property@Marmot.ActionPlan:note-months] months, in which it lies.
 * Half-years are April to September and October to March. Months that do not divide a year
 * are a %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: (transfer full): the period, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_action_plan_get_note_period (MarmotActionPlan *self,
                                                  const GDate *on,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_measure:
 * @self: a plan
 * @share: which share
 * @on: a day
 * @period: (nullable): the period of the notes, or %NULL for the one that ended last before
 *   @on; only for %MARMOT_ACTION_SHARE_STALE
 * @options: (nullable): the interval and its confidence, or %NULL for Wilson's 95%
 * @error: return location for an error
 *
 * A share of the actions on a day, with its numerator and denominator and an interval.
 *
 * Returns: (transfer full): the measure, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMeasure *marmot_action_plan_measure (MarmotActionPlan *self,
                                           MarmotActionShare share,
                                           const GDate *on,
                                           MarmotPeriod *period,
                                           MarmotIntervalOptions *options,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_summarise:
 * @self: a plan
 * @by: what the actions are counted by
 * @on: a day
 * @period: (nullable): the period of the notes, or %NULL for the one that ended last before
 *   @on
 * @error: return location for an error
 *
 * Counts the actions on a day, a row for each group in the order in which they come, with
 * the columns `group` (a text; null for actions that do not say), and integers: `n`,
 * `n_open`, `n_blocked` (which are open too), `n_done`, `n_dropped`, `n_overdue`,
 * `n_stale`, `n_no_date` and `n_due_unknown` (of those that are open).
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_action_plan_summarise (MarmotActionPlan *self,
                                           MarmotActionGrouping by,
                                           const GDate *on,
                                           MarmotPeriod *period,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_to_table:
 * @self: a plan
 * @on: a day
 * @period: (nullable): the period of the notes, or %NULL for the one that ended last before
 *   @on
 * @error: return location for an error
 *
 * All actions on a day, a row each: `id`, `kind`, `text`, `theme`, `owner_role`,
 * `organisation`, `state` (on that day), `due` (the last day of it), `due_state`,
 * `days_overdue`, `age` in days and `stale`.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_action_plan_to_table (MarmotActionPlan *self,
                                          const GDate *on,
                                          MarmotPeriod *period,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_check:
 * @self: a plan
 *
 * Checks all actions, as [method@Marmot.Action.check] does, and what holds them together:
 *
 * - `action/duplicate`: another action has its short name, or it has none (errors)
 * - `action/part-of`: it is a part of an action that is not in the plan (an error)
 * - `action/link`: it waits for an action that is not in the plan (an error)
 * - `action/cycle`: it is, through others, a part of itself, or waits for itself (an error)
 * - and personal data in the texts of the plan itself
 *
 * Paths count from 1: "actions/3/due".
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings, in the order
 *   of the plan
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_action_plan_check (MarmotActionPlan *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_action_plan_get_title: (get-property title)
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): its title
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_plan_get_title (MarmotActionPlan *self);

/**
 * marmot_action_plan_set_title: (set-property title)
 * @self: a plan
 * @title: (nullable): its title
 *
 * Sets [property@Marmot.ActionPlan:title].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_plan_set_title (MarmotActionPlan *self,
                                   const char *title);

/**
 * marmot_action_plan_get_organisation: (get-property organisation)
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the organisation that publishes it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_plan_get_organisation (MarmotActionPlan *self);

/**
 * marmot_action_plan_set_organisation: (set-property organisation)
 * @self: a plan
 * @organisation: (nullable): the organisation that publishes it
 *
 * Sets [property@Marmot.ActionPlan:organisation].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_plan_set_organisation (MarmotActionPlan *self,
                                          const char *organisation);

/**
 * marmot_action_plan_get_version: (get-property version)
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the label of this version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_plan_get_version (MarmotActionPlan *self);

/**
 * marmot_action_plan_set_version: (set-property version)
 * @self: a plan
 * @version: (nullable): the label of this version
 *
 * Sets [property@Marmot.ActionPlan:version].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_plan_set_version (MarmotActionPlan *self,
                                     const char *version);

/**
 * marmot_action_plan_get_date: (get-property date)
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the day of this version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_action_plan_get_date (MarmotActionPlan *self);

/**
 * marmot_action_plan_set_date: (set-property date)
 * @self: a plan
 * @date: (nullable): the day of this version
 *
 * Sets [property@Marmot.ActionPlan:date].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_plan_set_date (MarmotActionPlan *self,
                                  MarmotPeriod *date);

/**
 * marmot_action_plan_get_period: (get-property period)
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the time for which it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_action_plan_get_period (MarmotActionPlan *self);

/**
 * marmot_action_plan_set_period: (set-property period)
 * @self: a plan
 * @period: (nullable): the time for which it is
 *
 * Sets [property@Marmot.ActionPlan:period].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_plan_set_period (MarmotActionPlan *self,
                                    MarmotPeriod *period);

/**
 * marmot_action_plan_get_note_months: (get-property note-months)
 * @self: a plan
 *
 * Returns: of how many months a progress note tells: 1, 2, 3, 4, 6 or 12; 6, half-years,
 *   unless it is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_action_plan_get_note_months (MarmotActionPlan *self);

/**
 * marmot_action_plan_set_note_months: (set-property note-months)
 * @self: a plan
 * @note_months: of how many months a progress note tells: 1, 2, 3, 4, 6 or 12; 6,
 *   half-years, unless it is set
 *
 * Sets [property@Marmot.ActionPlan:note-months].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_plan_set_note_months (MarmotActionPlan *self,
                                         guint note_months);

/**
 * marmot_action_plan_get_source: (get-property source)
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): where it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_plan_get_source (MarmotActionPlan *self);

/**
 * marmot_action_plan_set_source: (set-property source)
 * @self: a plan
 * @source: (nullable): where it was published
 *
 * Sets [property@Marmot.ActionPlan:source].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_plan_set_source (MarmotActionPlan *self,
                                    const char *source);

/**
 * marmot_action_plan_get_note: (get-property note)
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): what a reader must know of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_action_plan_get_note (MarmotActionPlan *self);

/**
 * marmot_action_plan_set_note: (set-property note)
 * @self: a plan
 * @note: (nullable): what a reader must know of it
 *
 * Sets [property@Marmot.ActionPlan:note].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_action_plan_set_note (MarmotActionPlan *self,
                                  const char *note);

/**
 * marmot_action_plan_get_actions: (get-property actions)
 * @self: a plan
 *
 * Returns: (transfer none): its aims and actions, as [class@Marmot.Action] objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_action_plan_get_actions (MarmotActionPlan *self);

G_END_DECLS
