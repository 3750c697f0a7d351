/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-event-counts.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-method.h>
#include <marmot/marmot-status.h>
#include <marmot/marmot-survival-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotLogRank:
 *
 * A test whether groups have their events at the same pace. With rho 0 it is the
 * log-rank test, with 1 that of Peto and Peto, which gives early events more weight;
 * between and beyond, Harrington and Fleming's family. Strata are compared inside
 * themselves and added up. Late entry is allowed.
 *
 * Groups that expect no events count neither in the statistic nor in its degrees of
 * freedom. Without any event the status is %MARMOT_STATUS_TOO_FEW_EVENTS. Weights are
 * taken as so many rows.
 *
 * It never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_LOG_RANK (marmot_log_rank_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotLogRank, marmot_log_rank, MARMOT, LOG_RANK, GObject)

/**
 * marmot_log_rank_new:
 * @episodes: a row an episode; see [class@Marmot.EventCounts] for the columns
 * @groups: the groups to be compared
 * @strata: (nullable): the stratum of each row, or %NULL for one
 * @rho: the power of the share left that events weigh: 0 for the log-rank test
 * @options: (nullable): how the times are read
 * @error: return location for an error
 *
 * Compares groups; an event of any cause is an event. The errors are those of
 * [ctor@Marmot.EventCounts.new]; a @rho that is below 0 or not finite is a
 * %MARMOT_ERROR_INVALID_ARGUMENT. A row that cannot be counted makes the test a status.
 *
 * Returns: (transfer full): the test, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotLogRank *marmot_log_rank_new             (MarmotTable            *episodes,
                                                MarmotGroups           *groups,
                                                MarmotGroups           *strata,
                                                double                  rho,
                                                MarmotSurvivalOptions  *options,
                                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_log_rank_new_gray:
 * @episodes: a row an episode; see [class@Marmot.EventCounts] for the columns
 * @groups: the groups to be compared
 * @strata: (nullable): the stratum of each row, or %NULL for one
 * @cause: the cause whose events are compared, from 1
 * @rho: the power of one less the pooled incidence that events weigh: 0 for all alike
 * @options: (nullable): how the times are read, and how many causes there are
 * @error: return location for an error
 *
 * Compares how soon and how often groups have events of one cause, where events of the
 * others rule it out: Gray's test, of which a log-rank test with the others as censored
 * would be something else. Late entry is a %MARMOT_ERROR_INVALID_ARGUMENT, a cause that
 * the options do not state a %MARMOT_ERROR_NOT_FOUND; the other errors are those of
 * [ctor@Marmot.LogRank.new].
 *
 * Returns: (transfer full): the test, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotLogRank *marmot_log_rank_new_gray        (MarmotTable            *episodes,
                                                MarmotGroups           *groups,
                                                MarmotGroups           *strata,
                                                guint                   cause,
                                                double                  rho,
                                                MarmotSurvivalOptions  *options,
                                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_log_rank_series:
 * @episodes: a row an episode; see [class@Marmot.EventCounts] for the columns
 * @groups: the groups to be compared
 * @series: the series of each row, such as its locality, each with a test of its own
 * @strata: (nullable): the stratum of each row, or %NULL for one
 * @rho: the power of the share left that events weigh: 0 for the log-rank test
 * @options: (nullable): how the times are read
 * @error: return location for an error
 *
 * Compares the same groups in many series at once, in one pass over the rows: a row a
 * series, with its keys, "n_rows" that were counted, "statistic", "df", "p_value" and
 * "status". A row that cannot be counted makes its series a status, and no other; which
 * row it is, [ctor@Marmot.LogRank.new] of that series says.
 *
 * The errors are those of [ctor@Marmot.LogRank.new].
 *
 * Returns: (transfer full): a row a series, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable   *marmot_log_rank_series          (MarmotTable            *episodes,
                                                MarmotGroups           *groups,
                                                MarmotGroups           *series,
                                                MarmotGroups           *strata,
                                                double                  rho,
                                                MarmotSurvivalOptions  *options,
                                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_log_rank_new_from_counts:
 * @strata: (array length=n_strata): counts by group, one a stratum
 * @n_strata: how many there are, at least 1
 * @rho: the power of the share left that events weigh
 * @tolerance: how far apart two times may be and count as one; 0 for none
 * @error: return location for an error
 *
 * Compares groups from counts, such as sums of those of parts of the data. Groups are
 * told across strata as [method@Marmot.EventCounts.add] tells them, with its errors.
 *
 * Returns: (transfer full): the test, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotLogRank *marmot_log_rank_new_from_counts (MarmotEventCounts     **strata,
                                                gsize                   n_strata,
                                                double                  rho,
                                                double                  tolerance,
                                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_log_rank_get_status:
 * @self: a test
 *
 * Returns: whether it could be computed and, if not, why
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStatus   marmot_log_rank_get_status      (MarmotLogRank          *self);

/**
 * marmot_log_rank_get_statistic:
 * @self: a test
 *
 * Returns: the statistic, chi-squared, or NaN
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double         marmot_log_rank_get_statistic   (MarmotLogRank          *self);

/**
 * marmot_log_rank_get_df:
 * @self: a test
 *
 * Returns: its degrees of freedom, or NaN
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double         marmot_log_rank_get_df          (MarmotLogRank          *self);

/**
 * marmot_log_rank_get_p_value:
 * @self: a test
 *
 * Returns: the probability of such a statistic, or a larger one, if the groups have
 *   their events at the same pace; NaN without a statistic
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double         marmot_log_rank_get_p_value     (MarmotLogRank          *self);

/**
 * marmot_log_rank_get_method:
 * @self: a test
 *
 * Returns: %MARMOT_METHOD_LOG_RANK, %MARMOT_METHOD_PETO_PETO,
 *   %MARMOT_METHOD_HARRINGTON_FLEMING or %MARMOT_METHOD_GRAY
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod   marmot_log_rank_get_method      (MarmotLogRank          *self);

/**
 * marmot_log_rank_get_covariance:
 * @self: a test
 * @group: a group, from 0
 * @other: another, or the same
 *
 * Returns: the covariance of observed less expected events of the two
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double         marmot_log_rank_get_covariance  (MarmotLogRank          *self,
                                                gsize                   group,
                                                gsize                   other);

/**
 * marmot_log_rank_get_findings:
 * @self: a test
 *
 * The rows that could not be counted: see [method@Marmot.EventCounts.get_findings].
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray     *marmot_log_rank_get_findings    (MarmotLogRank          *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_log_rank_to_table:
 * @self: a test
 *
 * A row a group: the keys (a column "group" with its number if it has none), "rows",
 * "observed" and "expected" (events, weighted where rho is not 0) and "variance" (of
 * their difference).
 *
 * Returns: (transfer full): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable   *marmot_log_rank_to_table        (MarmotLogRank          *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_log_rank_to_string:
 * @self: a test
 *
 * Says what came of it, such as "chi-squared 3.40 on 1 degree of freedom, p 0.065,
 * log-rank".
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char          *marmot_log_rank_to_string       (MarmotLogRank          *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
