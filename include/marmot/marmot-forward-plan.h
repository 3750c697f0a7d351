/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-finding.h>
#include <marmot/marmot-meeting.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotForwardPlan:
 *
 * The meetings of a board and what is to come before each, and the items that have no date
 * yet. A forward plan is a document of JSON, which says "format": "marmot-forward-plan".
 *
 * It can be changed, by properties and through its lists, and tells of it by notification.
 * Only one thread may use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_FORWARD_PLAN (marmot_forward_plan_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotForwardPlan, marmot_forward_plan, MARMOT, FORWARD_PLAN, GObject)

/**
 * marmot_forward_plan_new:
 *
 * Returns: (transfer full): a new forward plan in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotForwardPlan *marmot_forward_plan_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_forward_plan_new_from_json:
 * @json: a document; the page "Actions" in the documentation says what it holds
 * @error: return location for an error
 *
 * Reads a forward plan. What is not as it should be is an error that says where, by a path
 * such as "meetings/2/items/1/text", and refuses the whole: a key that is not known or a
 * value of another kind is a %MARMOT_ERROR_PARSE, two entries with one short name in a list
 * are a %MARMOT_ERROR_INVALID_DATA, more than 16 MiB or a text of more than 1 MiB is a
 * %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): the forward plan, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotForwardPlan *marmot_forward_plan_new_from_json (GBytes *json,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_forward_plan_new_from_file:
 * @file: a file
 * @cancellable: (nullable): a cancellable, or %NULL
 * @error: return location for an error
 *
 * Reads a forward plan from a file, as [ctor@Marmot.ForwardPlan.new_from_json] does.
 *
 * Returns: (transfer full): the forward plan, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotForwardPlan *marmot_forward_plan_new_from_file (GFile *file,
                                                      GCancellable *cancellable,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_forward_plan_to_json:
 * @self: a forward plan
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
char *marmot_forward_plan_to_json (MarmotForwardPlan *self,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_forward_plan_save:
 * @self: a forward plan
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
gboolean marmot_forward_plan_save (MarmotForwardPlan *self,
                                   GFile *file,
                                   GCancellable *cancellable,
                                   GError **error);

/**
 * marmot_forward_plan_diff:
 * @self: the older version
 * @newer: the newer version
 *
 * What changed from one version to the next, a row each, with text columns:
 *
 * - `change`: "added", "removed" or "changed"
 * - `path`: where, by short names, such as "meetings/2025-03/items/homelessness"
 * - `field`: of what was changed, the field, such as "on"; else null
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
MarmotTable *marmot_forward_plan_diff (MarmotForwardPlan *self,
                                       MarmotForwardPlan *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_forward_plan_diff_to_text:
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
char *marmot_forward_plan_diff_to_text (MarmotForwardPlan *self,
                                        MarmotForwardPlan *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_forward_plan_copy:
 * @self: a forward plan
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new forward plan, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotForwardPlan *marmot_forward_plan_copy (MarmotForwardPlan *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_forward_plan_equal:
 * @self: a forward plan
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
gboolean marmot_forward_plan_equal (MarmotForwardPlan *self,
                                    MarmotForwardPlan *other);

/**
 * marmot_forward_plan_find_next:
 * @self: a forward plan
 * @on: a day
 *
 * Returns: (transfer none) (nullable): the first meeting in time that had not ended before
 *   that day, or %NULL if there is none; the plan keeps it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMeeting *marmot_forward_plan_find_next (MarmotForwardPlan *self,
                                              const GDate *on);

/**
 * marmot_forward_plan_to_table:
 * @self: a forward plan
 *
 * A row for each item: `meeting` (null for an item without a date), `on` (a text),
 * `last_day` (a date), `theme`, `item`, `text`, `owner_role`, `organisation`. Items without
 * a date come last.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_forward_plan_to_table (MarmotForwardPlan *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_forward_plan_check:
 * @self: a forward plan
 *
 * Checks the plan:
 *
 * - `forward-plan/duplicate`: another meeting, or another item of the same list, has the
 *   short name, or it has none (errors)
 * - `forward-plan/no-day`: a meeting has no day
 * - `forward-plan/order`: a meeting is before the one that stands above it
 * - `forward-plan/empty`: nothing is to come before a meeting (a note)
 * - `forward-plan/no-date`: an item has no date (a note)
 * - `forward-plan/text`: an item does not say what it is (an error)
 * - and personal data
 *
 * The others are warnings.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_forward_plan_check (MarmotForwardPlan *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_forward_plan_get_title: (get-property title)
 * @self: a forward plan
 *
 * Returns: (transfer none) (nullable): its title
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_forward_plan_get_title (MarmotForwardPlan *self);

/**
 * marmot_forward_plan_set_title: (set-property title)
 * @self: a forward plan
 * @title: (nullable): its title
 *
 * Sets [property@Marmot.ForwardPlan:title].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_forward_plan_set_title (MarmotForwardPlan *self,
                                    const char *title);

/**
 * marmot_forward_plan_get_organisation: (get-property organisation)
 * @self: a forward plan
 *
 * Returns: (transfer none) (nullable): the board
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_forward_plan_get_organisation (MarmotForwardPlan *self);

/**
 * marmot_forward_plan_set_organisation: (set-property organisation)
 * @self: a forward plan
 * @organisation: (nullable): the board
 *
 * Sets [property@Marmot.ForwardPlan:organisation].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_forward_plan_set_organisation (MarmotForwardPlan *self,
                                           const char *organisation);

/**
 * marmot_forward_plan_get_version: (get-property version)
 * @self: a forward plan
 *
 * Returns: (transfer none) (nullable): the label of this version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_forward_plan_get_version (MarmotForwardPlan *self);

/**
 * marmot_forward_plan_set_version: (set-property version)
 * @self: a forward plan
 * @version: (nullable): the label of this version
 *
 * Sets [property@Marmot.ForwardPlan:version].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_forward_plan_set_version (MarmotForwardPlan *self,
                                      const char *version);

/**
 * marmot_forward_plan_get_date: (get-property date)
 * @self: a forward plan
 *
 * Returns: (transfer none) (nullable): the day of this version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_forward_plan_get_date (MarmotForwardPlan *self);

/**
 * marmot_forward_plan_set_date: (set-property date)
 * @self: a forward plan
 * @date: (nullable): the day of this version
 *
 * Sets [property@Marmot.ForwardPlan:date].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_forward_plan_set_date (MarmotForwardPlan *self,
                                   MarmotPeriod *date);

/**
 * marmot_forward_plan_get_source: (get-property source)
 * @self: a forward plan
 *
 * Returns: (transfer none) (nullable): where it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_forward_plan_get_source (MarmotForwardPlan *self);

/**
 * marmot_forward_plan_set_source: (set-property source)
 * @self: a forward plan
 * @source: (nullable): where it was published
 *
 * Sets [property@Marmot.ForwardPlan:source].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_forward_plan_set_source (MarmotForwardPlan *self,
                                     const char *source);

/**
 * marmot_forward_plan_get_note: (get-property note)
 * @self: a forward plan
 *
 * Returns: (transfer none) (nullable): what a reader must know of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_forward_plan_get_note (MarmotForwardPlan *self);

/**
 * marmot_forward_plan_set_note: (set-property note)
 * @self: a forward plan
 * @note: (nullable): what a reader must know of it
 *
 * Sets [property@Marmot.ForwardPlan:note].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_forward_plan_set_note (MarmotForwardPlan *self,
                                   const char *note);

/**
 * marmot_forward_plan_get_meetings: (get-property meetings)
 * @self: a forward plan
 *
 * Returns: (transfer none): its meetings, the earliest first, as [class@Marmot.Meeting]
 *   objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_forward_plan_get_meetings (MarmotForwardPlan *self);

/**
 * marmot_forward_plan_get_items: (get-property items)
 * @self: a forward plan
 *
 * Returns: (transfer none): the items that have no date yet, as [class@Marmot.Action]
 *   objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_forward_plan_get_items (MarmotForwardPlan *self);

G_END_DECLS
