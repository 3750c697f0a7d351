/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-groups.h>
#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_state_shares:
 * @records: a row a person and time
 * @groups: (nullable): the group of each row, or %NULL for one
 * @options: (nullable): method, levels and multiplier of the interval, or %NULL for
 *   Wilson's at 95%
 * @error: return location for an error
 *
 * Which share is in each state at each time, such as the activity of care leavers by
 * age. The columns of the records are "time" (numbers, dates or text, such as 17, 18,
 * 19) and "state" (text, numbers or booleans; null where it is not known).
 *
 * The denominator of every time is its own: those whose state is known then. The others
 * are counted as "unknown", so that a time at which few are known shows.
 *
 * There is a row for each group, time that the group has, and state that anybody has:
 * the keys of the group (or "group"; nothing without groups), "time", "state", "count",
 * "known", "unknown", "value", "lower" and "upper" (or two limits for each level),
 * "status". Limits are of each state by itself.
 *
 * Small counts are of single persons: this is for control of disclosure before it is
 * published.
 *
 * A column that is not there is a %MARMOT_ERROR_NOT_FOUND, groups of another number of
 * rows a %MARMOT_ERROR_LENGTH, a keyword "time" or "state" among the keys a
 * %MARMOT_ERROR_INVALID_ARGUMENT, and more states and times than could be read a
 * %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): a table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_state_shares      (MarmotTable            *records,
                                       MarmotGroups           *groups,
                                       MarmotIntervalOptions  *options,
                                       GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_state_transitions:
 * @records: a row a person and pair of times
 * @groups: (nullable): the group of each row, or %NULL for one
 * @options: (nullable): method, levels and multiplier of the interval, or %NULL for
 *   Wilson's at 95%
 * @error: return location for an error
 *
 * Where those of each state went: of the records with the state "from", the share whose
 * later state "to" is each. The denominator is those whose later state is known; the
 * others are "unknown". Records without a first state are a row of their own, "from"
 * null.
 *
 * The columns are those of [func@Marmot.state_shares] with "from" for "time" and "to" for
 * "state"; so are the errors.
 *
 * Returns: (transfer full): a table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_state_transitions (MarmotTable            *records,
                                       MarmotGroups           *groups,
                                       MarmotIntervalOptions  *options,
                                       GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
