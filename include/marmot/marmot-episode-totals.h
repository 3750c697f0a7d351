/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-episode-measure.h>
#include <marmot/marmot-episode-options.h>
#include <marmot/marmot-episode-set.h>
#include <marmot/marmot-measure.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEpisodeTotals:
 *
 * What a measure found in a set of episodes: for each group how many were counted, out of
 * how many, how many were left out and why, and of how many it is not known.
 *
 * Totals of parts of the data add up to those of the whole, if all episodes of a child,
 * and of a family where families are counted, are in one part; and they travel as bytes.
 * So a figure can be made of data that nobody has in one place.
 *
 * The statistic is made from the totals when it is asked for: a proportion with its
 * Wilson interval; a count with exact or Byar's limits, as so many a month or by
 * population; a share or a median of times by the Kaplan-Meier curve.
 *
 * Totals never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_EPISODE_TOTALS (marmot_episode_totals_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotEpisodeTotals, marmot_episode_totals, MARMOT, EPISODE_TOTALS, GObject)

/**
 * marmot_episode_set_measure:
 * @self: a set
 * @measure: what is asked
 * @options: (nullable): of which period, by what, and by which conventions
 * @error: return location for an error
 *
 * Makes a measure of the episodes of a set, in time linear in their number.
 *
 * Rows of other kinds than the measure is of are passed over. Whoever cannot be counted is
 * excluded with a reason or unknown, and never dropped. Where the set does not know of the
 * time that a measure looks back or forward to, those concerned are unknown, the totals
 * have a finding, and no statistic is made of such a group.
 *
 * A set without a column that the measure needs, and a column to group by that it does not
 * have, are a %MARMOT_ERROR_NOT_FOUND; options that do not fit the measure a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): totals, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeTotals *marmot_episode_set_measure            (MarmotEpisodeSet      *self,
                                                            MarmotEpisodeMeasure   measure,
                                                            MarmotEpisodeOptions  *options,
                                                            GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_totals_add:
 * @self: totals
 * @other: totals of the same measure of other episodes
 * @error: return location for an error
 *
 * Brings two together. Groups that only one of them has are kept. The rows behind the
 * figures are not: they would be rows of two sets.
 *
 * Both must be of the same measure, with the same conventions and groups: a
 * %MARMOT_ERROR_INVALID_ARGUMENT otherwise.
 *
 * Returns: (transfer full): new totals, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeTotals *marmot_episode_totals_add             (MarmotEpisodeTotals   *self,
                                                            MarmotEpisodeTotals   *other,
                                                            GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_totals_get_measure_id:
 * @self: totals
 *
 * Returns: which measure it is
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeMeasure marmot_episode_totals_get_measure_id  (MarmotEpisodeTotals   *self);

/**
 * marmot_episode_totals_get_n_groups:
 * @self: totals
 *
 * Returns: how many groups there are; 1 where nothing was grouped
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize                marmot_episode_totals_get_n_groups    (MarmotEpisodeTotals   *self);

/**
 * marmot_episode_totals_get_keys:
 * @self: totals
 *
 * Returns: (transfer full) (nullable): what tells the groups apart, a row a group, or
 *   %NULL where nothing was grouped
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable         *marmot_episode_totals_get_keys        (MarmotEpisodeTotals   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_totals_get_measure:
 * @self: totals
 * @group: a group, from 0, that there is
 *
 * The measure of one group, with its statistic, and with the rows counted in its
 * numerator if they were asked for.
 *
 * Returns: (transfer full): the measure
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMeasure       *marmot_episode_totals_get_measure     (MarmotEpisodeTotals   *self,
                                                            gsize                  group) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_totals_get_sum:
 * @self: totals
 *
 * The measure of all groups together, without rows.
 *
 * Returns: (transfer full): the measure
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMeasure       *marmot_episode_totals_get_sum         (MarmotEpisodeTotals   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_totals_get_findings:
 * @self: totals
 *
 * What stands in the way of the figures, such as that the set does not know of the time
 * that a measure looks back to.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray           *marmot_episode_totals_get_findings    (MarmotEpisodeTotals   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_totals_to_table:
 * @self: totals
 *
 * All measures as a table, a row a group: the keys, "numerator", "denominator",
 * "unknown", a column for each reason of exclusion with "excluded_" before it, "value",
 * "lower", "upper", "method" and "status".
 *
 * Returns: (transfer full): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable         *marmot_episode_totals_to_table        (MarmotEpisodeTotals   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_totals_equal:
 * @self: totals
 * @other: others
 *
 * Whether both are of the same measure and have the same groups with the same counts. The
 * rows behind them do not matter.
 *
 * Returns: true if they are equal
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean             marmot_episode_totals_equal           (MarmotEpisodeTotals   *self,
                                                            MarmotEpisodeTotals   *other);

/**
 * marmot_episode_totals_hash:
 * @self: totals
 *
 * Returns: a hash that is the same for equal totals
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint                marmot_episode_totals_hash            (MarmotEpisodeTotals   *self);

/**
 * marmot_episode_totals_to_string:
 * @self: totals
 *
 * Returns: (transfer full): a description, such as "closed-within in 12 groups by month"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                *marmot_episode_totals_to_string       (MarmotEpisodeTotals   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_totals_serialize:
 * @self: totals
 *
 * Writes the totals to bytes, without the rows behind them, for
 * [func@Marmot.EpisodeTotals.deserialize] on this machine or another.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes              *marmot_episode_totals_serialize       (MarmotEpisodeTotals   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_totals_deserialize:
 * @bytes: what [method@Marmot.EpisodeTotals.serialize] wrote
 * @error: return location for an error
 *
 * Reads totals. Bytes that are something else, or damaged, are a %MARMOT_ERROR_PARSE.
 *
 * Returns: (transfer full): new totals, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeTotals *marmot_episode_totals_deserialize     (GBytes                *bytes,
                                                            GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
