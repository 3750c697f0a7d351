/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-contrast.h>
#include <marmot/marmot-estimate.h>
#include <marmot/marmot-event-counts.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-status.h>
#include <marmot/marmot-survival-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotTimeCurve:
 * @MARMOT_TIME_CURVE_EVENT_FREE: the share that has had no event by then (Kaplan and
 *   Meier)
 * @MARMOT_TIME_CURVE_ENDED: the share that has had one, of any cause
 * @MARMOT_TIME_CURVE_CAUSE: the share that has had an event of one cause, where the
 *   others rule it out (Aalen and Johansen)
 * @MARMOT_TIME_CURVE_HAZARD: the cumulative hazard (Nelson and Aalen, or Fleming and
 *   Harrington)
 *
 * Which curve over time is asked for.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_TIME_CURVE_EVENT_FREE,
  MARMOT_TIME_CURVE_ENDED,
  MARMOT_TIME_CURVE_CAUSE,
  MARMOT_TIME_CURVE_HAZARD
} MarmotTimeCurve;

/**
 * MarmotSurvival:
 *
 * Times to an event of one or many groups: curves, and what is read off them. It can be
 * asked for values and limits at any times ([method@Marmot.Survival.at]), for whole
 * curves as a table ([method@Marmot.Survival.to_table]) or as points to draw
 * ([method@Marmot.Survival.to_points]), for medians, restricted means and differences.
 *
 * A group with a row that cannot be counted, or without any row, has a status and no
 * curve; the others are computed.
 *
 * It never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_SURVIVAL (marmot_survival_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotSurvival, marmot_survival, MARMOT, SURVIVAL, GObject)

/**
 * marmot_survival_new:
 * @episodes: a row an episode; see [class@Marmot.EventCounts] for the columns
 * @groups: (nullable): the group of each row, or %NULL for one
 * @options: (nullable): how the times are read and the limits made
 * @error: return location for an error
 *
 * Makes the curves of all groups in one pass over the rows. Where there is a column
 * "cluster" (of any type; nulls stand alone), rows of one cluster belong together, such
 * as the episodes of a child, and standard errors are those of the infinitesimal
 * jackknife by cluster unless the options say otherwise. A cluster is one only inside
 * its group.
 *
 * The errors are those of [ctor@Marmot.EventCounts.new].
 *
 * Returns: (transfer full): the curves, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSurvival    *marmot_survival_new                  (MarmotTable            *episodes,
                                                         MarmotGroups           *groups,
                                                         MarmotSurvivalOptions  *options,
                                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survival_new_from_counts:
 * @counts: counts, such as the sum of those of parts of the data
 * @options: (nullable): how the limits are made
 * @error: return location for an error
 *
 * Makes the curves from counts. They are the same as from the rows. Counts do not know
 * which rows belong together, and of rows with weights not when each entered: what needs
 * that is a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the curves, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSurvival    *marmot_survival_new_from_counts      (MarmotEventCounts      *counts,
                                                         MarmotSurvivalOptions  *options,
                                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survival_get_n_groups:
 * @self: curves
 *
 * Returns: how many groups there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize              marmot_survival_get_n_groups         (MarmotSurvival         *self);

/**
 * marmot_survival_get_n_causes:
 * @self: curves
 *
 * Returns: how many kinds of event there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_survival_get_n_causes         (MarmotSurvival         *self);

/**
 * marmot_survival_get_counts:
 * @self: curves
 *
 * Returns: (transfer none): the counts that the curves are made of, which also have the
 *   findings and the keys of the groups
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEventCounts *marmot_survival_get_counts           (MarmotSurvival         *self);

/**
 * marmot_survival_get_keys:
 * @self: curves
 *
 * Returns: (transfer full) (nullable): the keys, a row a group, or %NULL if the groups
 *   have none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_survival_get_keys             (MarmotSurvival         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survival_get_variance:
 * @self: curves
 *
 * Returns: how the standard errors of the curves were made:
 *   %MARMOT_METHOD_GREENWOOD or %MARMOT_METHOD_INFINITESIMAL_JACKKNIFE
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod       marmot_survival_get_variance         (MarmotSurvival         *self);

/**
 * marmot_survival_get_status:
 * @self: curves
 * @group: a group, from 0
 *
 * Returns: whether the group has curves and, if not, why
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStatus       marmot_survival_get_status           (MarmotSurvival         *self,
                                                         gsize                   group);

/**
 * marmot_survival_is_emptied:
 * @self: curves
 * @group: a group, from 0
 *
 * Whether everybody at risk had the event while others were still to enter. The share
 * left is then 0 for ever, whatever the later rows did: a sign that too few were at risk
 * early on. Begin later, where there are enough.
 *
 * Returns: true if it happened
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_survival_is_emptied           (MarmotSurvival         *self,
                                                         gsize                   group);

/**
 * marmot_survival_get_value:
 * @self: curves
 * @group: a group, from 0
 * @curve: which curve
 * @cause: which cause, from 1, where @curve is %MARMOT_TIME_CURVE_CAUSE; else 0
 * @time: a time, such as 112 for within 16 weeks
 *
 * A curve at one time, with its interval. Curves are what they are after the events of
 * the time: "within 16 weeks" has those of day 112.
 *
 * After the last time at which anybody of the group was seen its status is
 * %MARMOT_STATUS_BEYOND_FOLLOW_UP, unless curves are carried or nobody was left.
 *
 * Returns: (transfer full): the estimate; limits that do not exist are NaN
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate    *marmot_survival_get_value            (MarmotSurvival         *self,
                                                         gsize                   group,
                                                         MarmotTimeCurve         curve,
                                                         guint                   cause,
                                                         double                  time) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survival_get_median:
 * @self: curves
 * @group: a group, from 0
 *
 * The median time: see [method@Marmot.Survival.quantiles].
 *
 * Returns: (transfer full): the estimate; a limit that is not reached is NaN
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate    *marmot_survival_get_median           (MarmotSurvival         *self,
                                                         gsize                   group) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survival_get_restricted_mean:
 * @self: curves
 * @group: a group, from 0
 * @tau: the end of the time that counts
 *
 * The mean time without an event up to @tau: see
 * [method@Marmot.Survival.restricted_means].
 *
 * Returns: (transfer full): the estimate
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate    *marmot_survival_get_restricted_mean  (MarmotSurvival         *self,
                                                         gsize                   group,
                                                         double                  tau) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survival_at:
 * @self: curves
 * @curve: which curve; %MARMOT_TIME_CURVE_CAUSE gives one a cause
 * @times: a column of times
 * @error: return location for an error
 *
 * Curves at stated times, with the table of numbers at risk: a row a group, cause and
 * time. The columns are the keys of the group (a column "group" with its number if it
 * has none), "cause" where the curve has causes, "time", "at_risk" (those under
 * observation just before the events of the time), "events" and "censored" (up to and
 * with it), "value", "lower" and "upper" (or two limits for each level), "se", "status",
 * and, beside causes, "event_free".
 *
 * Limits that do not exist are null: which those are depends on the scale, see
 * [enum@Marmot.Method].
 *
 * A column without numbers is a %MARMOT_ERROR_TYPE. A time that is null, not finite or
 * below 0 gives a status.
 *
 * Returns: (transfer full): a table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_survival_at                   (MarmotSurvival         *self,
                                                         MarmotTimeCurve         curve,
                                                         MarmotColumn           *times,
                                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survival_to_table:
 * @self: curves
 * @curve: which curve; %MARMOT_TIME_CURVE_CAUSE gives one a cause
 *
 * The whole curves, a row a group, cause and time at which anybody left; the columns are
 * those of [method@Marmot.Survival.at], but "events" and "censored" are those of the
 * time alone.
 *
 * Returns: (transfer full): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_survival_to_table             (MarmotSurvival         *self,
                                                         MarmotTimeCurve         curve) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survival_to_points:
 * @self: curves
 * @curve: which curve; %MARMOT_TIME_CURVE_CAUSE gives one a cause
 *
 * The corners of the steps, to be joined by straight lines: from time 0 a row before and
 * a row after each change, and one at the last time. The columns are the keys of the
 * group (or "group"), "cause" where the curve has causes, "time", "value", "lower" and
 * "upper" (or two limits for each level).
 *
 * Curves of few people show single persons at every step: coarsen the times
 * ([method@Marmot.Survival.at]) before anything is published.
 *
 * Returns: (transfer full): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_survival_to_points            (MarmotSurvival         *self,
                                                         MarmotTimeCurve         curve) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survival_quantiles:
 * @self: curves
 * @probabilities: (array length=n_probabilities): shares that have had an event, such as
 *   0.25, 0.5 and 0.75
 * @n_probabilities: how many there are
 * @error: return location for an error
 *
 * When these shares have had an event: the first time at which the share left is at or
 * under 1 − p, or with the option midpoint the middle of the stretch on which it is just
 * that. The limits are where those of the curve cross the same line, the first time that
 * they do (Brookmeyer and Crowley). What is not reached is null, its status
 * %MARMOT_STATUS_NOT_REACHED.
 *
 * The columns are the keys of the group (or "group"), "p", "value", "lower" and "upper"
 * (or two limits for each level), "status".
 *
 * A probability that is not above 0 and below 1 is a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a table, a row a group and probability, or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_survival_quantiles            (MarmotSurvival         *self,
                                                         const double           *probabilities,
                                                         gsize                   n_probabilities,
                                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survival_restricted_means:
 * @self: curves
 * @tau: the end of the time that counts, above 0
 * @error: return location for an error
 *
 * The mean time without an event up to @tau, with its own standard error and normal
 * limits, a row a group: the keys (or "group"), "value", "lower" and "upper" (or two
 * limits for each level), "se", "status".
 *
 * Where @tau is after the last time of a group, and somebody was left then, the mean is
 * not known: its status is %MARMOT_STATUS_BEYOND_FOLLOW_UP, unless the options carry the
 * curve on.
 *
 * Returns: (transfer full): a table, a row a group, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_survival_restricted_means     (MarmotSurvival         *self,
                                                         double                  tau,
                                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survival_summarise:
 * @self: curves
 *
 * A row a group: the keys (or "group"), "rows", "weight" (their sum), "events",
 * "events_1" and so on where there are several causes, "censored", "median", "lower" and
 * "upper" (or two limits for each level), "median_status", "follow_up" with its limits
 * (the median time for which the group was followed: a curve with event and censoring
 * exchanged), "last" (the last time at which anybody was seen), "emptied" and "status".
 *
 * Returns: (transfer full): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_survival_summarise            (MarmotSurvival         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survival_get_difference:
 * @self: curves
 * @group: a group, from 0
 * @reference: another group
 * @curve: which curve
 * @cause: which cause, from 1, where @curve is %MARMOT_TIME_CURVE_CAUSE; else 0
 * @time: a time
 *
 * The curve of @group less that of @reference at a time that was fixed beforehand, with
 * normal limits and a test that takes the groups as independent.
 *
 * Returns: (transfer full): the difference; without a value where either is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotContrast    *marmot_survival_get_difference       (MarmotSurvival         *self,
                                                         gsize                   group,
                                                         gsize                   reference,
                                                         MarmotTimeCurve         curve,
                                                         guint                   cause,
                                                         double                  time) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survival_differences:
 * @self: curves
 * @reference: the group that the others are compared with
 * @curve: which curve
 * @cause: which cause, from 1, where @curve is %MARMOT_TIME_CURVE_CAUSE; else 0
 * @time: a time
 * @error: return location for an error
 *
 * Every group less one of them at a fixed time: the keys (or "group"), "value", "lower"
 * and "upper" (or two limits for each level), "status", "statistic" and "p_value".
 *
 * A group or cause that is not there is a %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): a table, a row a group, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable       *marmot_survival_differences          (MarmotSurvival         *self,
                                                         gsize                   reference,
                                                         MarmotTimeCurve         curve,
                                                         guint                   cause,
                                                         double                  time,
                                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_survival_to_string:
 * @self: curves
 *
 * Says in a line what they are, such as "1000 rows in 4 groups, 2 causes, greenwood".
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_survival_to_string            (MarmotSurvival         *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
