/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-groups.h>
#include <marmot/marmot-paired-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_paired_changes:
 * @figures: a row a person, with columns "before" and "after"
 * @groups: (nullable): the group of every row, or %NULL for all in one
 * @options: (nullable): how to compute, or %NULL for the defaults
 * @error: return location for an error
 *
 * What has changed in people who were measured before and after, and who was measured
 * once only.
 *
 * Columns of numbers give the mean change with Student's interval and test on the
 * differences (Student 1908). Boolean columns give the change of the proportion; see
 * [func@Marmot.paired_proportions] for its methods and tests.
 *
 * A row a group has:
 *
 * - "value", its limits and "status": the change, after less before, as of
 *   [method@Marmot.Estimates.to_table];
 * - "pairs", how many were measured both times: everything here is of these; "lost", how
 *   many before alone; "joined", how many after alone; "unmeasured", how many neither
 *   time. Who was lost is seldom like who stayed;
 * - "before" and "after", the means or proportions of the pairs;
 * - "sd", the standard deviation of the changes, and "standardised", the mean change in
 *   units of it with Hedges' factor for small numbers; null for booleans;
 * - "statistic", "df" and "p_value" of the test; null where it has none;
 * - "improved", "same" and "worse", how many pairs; and "share_improved", "share_same" and
 *   "share_worse", with "_lower", "_upper" and "_status" each: their shares of the pairs with
 *   Wilson's limits.
 *
 * Shares, and values and limits of booleans, are multiplied; means are in the unit of the
 * measure. Of booleans true is the better unless the options say that low is good.
 *
 * A group with a number that is not finite is "not-finite"; one without pairs is
 * "denominator-not-positive", and one with a single pair of numbers
 * "too-few-values", while its counts are still given.
 *
 * Missing columns are a %MARMOT_ERROR_NOT_FOUND, columns of other types, or of two,
 * a %MARMOT_ERROR_TYPE, and groups of another length a %MARMOT_ERROR_LENGTH.
 *
 * Returns: (transfer full): a row a group, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_paired_changes (MarmotTable          *figures,
                                    MarmotGroups         *groups,
                                    MarmotPairedOptions  *options,
                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
