/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-groups.h>
#include <marmot/marmot-status.h>
#include <marmot/marmot-survival-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEventCounts:
 *
 * How many rows of each group left observation at each time, with an event of each
 * cause or without one, and how many came under observation then: all that curves of
 * times to an event need.
 *
 * Counts of parts of the data add up to those of the whole, so that a curve can be made
 * of data that nobody has in one place: see [method@Marmot.EventCounts.add] and
 * [method@Marmot.EventCounts.serialize].
 *
 * They are made from a row an episode, with columns found by their names:
 *
 * - "stop": when it ended or was last seen, in days (or another unit) since its origin;
 * - "status": 0 if it had not ended then (censored), else the cause of its end, from 1;
 *   or a boolean;
 * - "start": since when it was under observation, where that is later than its origin
 *   (late entry); the row is at risk after start, up to and with stop;
 * - "weight": how many the row stands for.
 *
 * Whole days are counted in one pass, without sorting. Other times, and days so far
 * apart that counters for each would be more than the rows, are sorted.
 *
 * A row that cannot be counted makes its group a status, never a silent gap; the
 * findings name the first hundred of them, without what they hold.
 *
 * They never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_EVENT_COUNTS (marmot_event_counts_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotEventCounts, marmot_event_counts, MARMOT, EVENT_COUNTS, GObject)

/**
 * marmot_event_counts_new:
 * @episodes: a row an episode
 * @groups: (nullable): the group of each row, or %NULL for one
 * @options: (nullable): how the times are read
 * @error: return location for an error
 *
 * Counts events. A column that is not there is a %MARMOT_ERROR_NOT_FOUND, one of
 * another type a %MARMOT_ERROR_TYPE, groups of another number of rows a
 * %MARMOT_ERROR_LENGTH.
 *
 * Returns: (transfer full): new counts, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEventCounts *marmot_event_counts_new          (MarmotTable            *episodes,
                                                     MarmotGroups           *groups,
                                                     MarmotSurvivalOptions  *options,
                                                     GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_event_counts_add:
 * @self: counts
 * @other: counts of other rows
 * @error: return location for an error
 *
 * Adds counts up. Groups are told by their keys, or by their numbers where they have no
 * keys; a group may be in one of the two alone. Whole numbers add up exactly.
 *
 * Counts of another number of causes, or whose keys are other columns, are a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): their sum, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEventCounts *marmot_event_counts_add          (MarmotEventCounts      *self,
                                                     MarmotEventCounts      *other,
                                                     GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_event_counts_get_n_groups:
 * @self: counts
 *
 * Returns: how many groups there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize              marmot_event_counts_get_n_groups (MarmotEventCounts      *self);

/**
 * marmot_event_counts_get_n_causes:
 * @self: counts
 *
 * Returns: how many kinds of event there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_event_counts_get_n_causes (MarmotEventCounts      *self);

/**
 * marmot_event_counts_get_n_rows:
 * @self: counts
 *
 * Returns: how many rows were counted
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64            marmot_event_counts_get_n_rows   (MarmotEventCounts      *self);

/**
 * marmot_event_counts_get_n_faulty:
 * @self: counts
 *
 * Returns: how many rows could not be counted
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64            marmot_event_counts_get_n_faulty (MarmotEventCounts      *self);

/**
 * marmot_event_counts_get_keys:
 * @self: counts
 *
 * Returns: (transfer full) (nullable): the keys, a row a group, or %NULL if the groups
 *   have none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_event_counts_get_keys     (MarmotEventCounts      *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_event_counts_get_status:
 * @self: counts
 * @group: a group, from 0
 *
 * Returns: whether every row of the group could be counted and, if not, why
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStatus       marmot_event_counts_get_status   (MarmotEventCounts      *self,
                                                     gsize                   group);

/**
 * marmot_event_counts_get_findings:
 * @self: counts
 *
 * The rows that could not be counted, the first hundred: where they are, in the path
 * "rows/17" (counted from 0), and why, but not what they hold. Those of sums and of
 * counts read back from bytes are not kept.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray         *marmot_event_counts_get_findings (MarmotEventCounts      *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_event_counts_to_table:
 * @self: counts
 *
 * The counts as a table, a row a group and time at which anybody came or left: the keys
 * of the group (a column "group" with its number if it has none), "time", "censored",
 * "cause_1" and so on, "entered".
 *
 * Returns: (transfer full): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_event_counts_to_table     (MarmotEventCounts      *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_event_counts_equal:
 * @self: counts
 * @other: others
 *
 * Returns: whether both have the same groups and the same counts
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_event_counts_equal        (MarmotEventCounts      *self,
                                                     MarmotEventCounts      *other);

/**
 * marmot_event_counts_hash:
 * @self: counts
 *
 * Returns: a hash that equal counts share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_event_counts_hash         (MarmotEventCounts      *self);

/**
 * marmot_event_counts_to_string:
 * @self: counts
 *
 * Says in a line what they are, such as "1000 rows in 4 groups, 2 causes".
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_event_counts_to_string    (MarmotEventCounts      *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_event_counts_serialize:
 * @self: counts
 *
 * Writes the counts to bytes that any build of this major version reads back without
 * loss.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes            *marmot_event_counts_serialize    (MarmotEventCounts      *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_event_counts_deserialize:
 * @bytes: what [method@Marmot.EventCounts.serialize] wrote
 * @error: return location for an error
 *
 * Reads counts back. Bytes that are none are a %MARMOT_ERROR_PARSE.
 *
 * Returns: (transfer full): the counts, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEventCounts *marmot_event_counts_deserialize  (GBytes                 *bytes,
                                                     GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
