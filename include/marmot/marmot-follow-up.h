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
 * marmot_follow_up:
 * @episodes: a row an episode, with columns of dates
 * @extract: the day on which the data were taken
 * @skip_leap_days: whether 29 February does not count, so that 365 is the anniversary
 * @error: return location for an error
 *
 * Times to an event out of dates, for [ctor@Marmot.Survival.new] and
 * [ctor@Marmot.LogRank.new]. The columns are found by their names:
 *
 * - "from": the day from which time counts, such as a referral, or the end of the one
 *   before: which of them is meant is for the question to say;
 * - "to": the day on which it ended; null if it has not;
 * - "entered": optional; the day from which it was under observation, such as the first
 *   day of a window of years. Where it is not after "from" it is no late entry;
 * - "cause": optional; of what ended, which cause it was, from 1. Without it every end
 *   is an event.
 *
 * What had not ended by the day of the extract, or ended after it, was last seen on it:
 * it is censored then, and never "today".
 *
 * The result has the same rows in the same order: "start" if there was "entered" (0
 * where it is no late entry), "stop", "status", and "age", the days from "from" to the
 * extract. What is missing is null, and becomes a status where curves are made.
 *
 * "Within 12 months" is two things. Day 365 falls on the day before the anniversary where
 * the year holds a 29 February. With @skip_leap_days such a day is not counted, and 365
 * is the anniversary always.
 *
 * A column that is not there is a %MARMOT_ERROR_NOT_FOUND, one without dates (of causes:
 * without numbers) a %MARMOT_ERROR_TYPE, a date that is none a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a table, a row a row, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_follow_up     (MarmotTable            *episodes,
                                   const GDate            *extract,
                                   gboolean                skip_leap_days,
                                   GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_shares_within:
 * @follow_up: what [func@Marmot.follow_up] gives, or the same columns
 * @days: how long, such as 112 for 16 weeks
 * @cause: which cause, from 1, or 0 for any
 * @groups: (nullable): the group of each row, or %NULL for one
 * @options: (nullable): method, levels and multiplier of the interval, or %NULL for
 *   Wilson's at 95%
 * @error: return location for an error
 *
 * The plain share of episodes that had an event on or before a day, among those that are
 * old enough to tell: whose "age" is at least @days. Younger ones are counted as
 * "too_young" and have no part in it, whether they ended early or not: a share that
 * counted only those that did would be too high. Curves
 * ([method@Marmot.Survival.at]) use the younger ones too; say which of the two was
 * reported.
 *
 * The columns are the keys of the group (or "group"; nothing without groups), "count",
 * "denominator", "too_young", "value", "lower" and "upper" (or two limits for each
 * level), "status". A null in a row makes its group a status.
 *
 * Columns that are not there are a %MARMOT_ERROR_NOT_FOUND, late entry ("start" above 0)
 * a %MARMOT_ERROR_INVALID_ARGUMENT, since who left before entering is not among the rows.
 *
 * Returns: (transfer full): a table, a row a group, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_shares_within (MarmotTable            *follow_up,
                                   double                  days,
                                   guint                   cause,
                                   MarmotGroups           *groups,
                                   MarmotIntervalOptions  *options,
                                   GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
