/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotTotals:
 *
 * What the rows of each group come to, as a value that can be added to another: so
 * that a part of the data is read at a time, or by each machine of many, and the figures
 * are those of all rows.
 *
 * A group is what rows have in the key columns. Of each group there are its number of
 * rows; of some columns the sums, which are counts, populations or weights; and of others
 * the moments: how many values, their mean and standard deviation. Totals of parts are
 * brought together with [method@Marmot.Totals.add], in any order and in steps, and
 * travel as bytes. Counts are then exactly those of one pass over all rows, and the rest
 * the same but for rounding, within 1e-12: sums carry along what rounding takes
 * from them, and squares are around the mean (Chan, Golub and LeVeque, American
 * Statistician 1983; 37: 242-247).
 *
 * The table of totals is what the statistics take. Proportions and rates have their
 * counts; direct and indirect standardisation a row for each area and band, when both
 * are keys; [func@Marmot.mean_column] has n, mean and standard deviation;
 * [func@Marmot.survey_shares] a row for each answer; and paired and two-by-two counts
 * stand in one row after [method@Marmot.Totals.spread].
 *
 * Totals never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_TOTALS (marmot_totals_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotTotals, marmot_totals, MARMOT, TOTALS, GObject)

/**
 * marmot_totals_new:
 * @figures: the rows
 * @keys: (array zero-terminated=1) (nullable): names of the columns that say which group
 *   a row is of; %NULL or none for one group of all rows
 * @sums: (array zero-terminated=1) (nullable): names of columns of numbers from 0 up, to
 *   be added up; booleans count as 0 and 1
 * @values: (array zero-terminated=1) (nullable): names of columns of which mean and
 *   standard deviation are wanted
 * @error: return location for an error
 *
 * Adds up rows. No rows at all are good totals, to which others can be added.
 *
 * A column that is not there is a %MARMOT_ERROR_NOT_FOUND, one without numbers a
 * %MARMOT_ERROR_TYPE, and one named twice a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): new totals, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTotals *marmot_totals_new          (MarmotTable         *figures,
                                          const char *const   *keys,
                                          const char *const   *sums,
                                          const char *const   *values,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_totals_add:
 * @self: totals
 * @other: totals of other rows
 * @error: return location for an error
 *
 * Brings two together: the totals of the rows of both. Groups that only one of them has
 * are kept.
 *
 * Both must have the same keys, sums and values, in the same order: a
 * %MARMOT_ERROR_INVALID_ARGUMENT otherwise. Keys of types that cannot be compared, such
 * as text and numbers, are a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): new totals, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTotals *marmot_totals_add          (MarmotTotals        *self,
                                          MarmotTotals        *other,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_totals_get_n_groups:
 * @self: totals
 *
 * Returns: how many groups there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize         marmot_totals_get_n_groups (MarmotTotals        *self);

/**
 * marmot_totals_get_n_rows:
 * @self: totals
 *
 * Returns: how many rows were added up, in all parts together
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64       marmot_totals_get_n_rows   (MarmotTotals        *self);

/**
 * marmot_totals_to_table:
 * @self: totals
 * @error: return location for an error
 *
 * The totals, a row a group, in the order of the keys: the keys; "rows", how many; for a
 * column of sums its sum under its own name, and the sum of its squares with "_squares"
 * after it; for a column of values "_n", "_missing", "_sum", "_mean" and "_sd" after it.
 *
 * So that a statistic over totals says what it would of the rows: a sum is null where a
 * row of the group had no number, NaN where one was not finite, and the least of the
 * numbers where that is below 0. A mean, and what goes with it, is of the values that are
 * there, and NaN where one was not finite.
 *
 * A key that is named as another column of the result is a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable  *marmot_totals_to_table     (MarmotTotals        *self,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_totals_spread:
 * @self: totals
 * @keys: (array zero-terminated=1): names of the keys that become columns
 * @error: return location for an error
 *
 * The totals with a row for each group by the other keys, and columns for what the keys
 * named hold: "rows" and each sum, with the contents after them, as in "rows_true_false".
 * A combination that a group does not have is 0. What is null is called "null".
 *
 * Before and after as keys give the four counts of
 * [func@Marmot.paired_proportions_column]; whoever was compared and what became of them
 * those of [func@Marmot.proportion_difference_column].
 *
 * A key that there is not is a %MARMOT_ERROR_NOT_FOUND; more than 1,000 combinations are
 * a %MARMOT_ERROR_TOO_LARGE; and two columns of one name a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable  *marmot_totals_spread       (MarmotTotals        *self,
                                          const char *const   *keys,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_totals_equal:
 * @self: totals
 * @other: others
 *
 * Whether both have the same groups with the same totals, to the last bit: parts that
 * were brought together in another order may differ in the last digits of sums.
 *
 * Returns: true if they are equal
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean      marmot_totals_equal        (MarmotTotals        *self,
                                          MarmotTotals        *other);

/**
 * marmot_totals_hash:
 * @self: totals
 *
 * Returns: a hash that is the same for equal totals
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint         marmot_totals_hash         (MarmotTotals        *self);

/**
 * marmot_totals_to_string:
 * @self: totals
 *
 * Returns: (transfer full): a description, such as "1,200 rows in 30 groups by area, band"
 *   without the commas in numbers
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char         *marmot_totals_to_string    (MarmotTotals        *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_totals_serialize:
 * @self: totals
 *
 * Writes the totals to bytes, for [func@Marmot.Totals.deserialize] on this machine or
 * another.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes       *marmot_totals_serialize    (MarmotTotals        *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_totals_deserialize:
 * @bytes: what [method@Marmot.Totals.serialize] wrote
 * @error: return location for an error
 *
 * Reads totals. Bytes that are something else, or damaged, are a %MARMOT_ERROR_PARSE.
 *
 * Returns: (transfer full): new totals, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTotals *marmot_totals_deserialize  (GBytes              *bytes,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
