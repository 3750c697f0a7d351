/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-estimate.h>
#include <marmot/marmot-estimates.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_mean:
 * @n: how many values there are, at least two
 * @mean: their mean
 * @sd: their standard deviation, with n − 1
 * @options: (nullable): confidence levels and multiplier, or %NULL for 95%
 *   and 1
 * @error: return location for an error
 *
 * A mean with its interval, from a summary: mean ∓ t·sd/√n, with n − 1 degrees of
 * freedom (Student 1908). Where the values themselves are there, see
 * [func@Marmot.mean_of_values].
 *
 * A standard deviation of 0 gives an interval without width.
 *
 * Fewer than two values, a deviation below zero and numbers that are not finite are the
 * status. A level outside (0, 1), a multiplier that is not positive, and another method than
 * %MARMOT_METHOD_STUDENT are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the estimate, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_mean (double n,
                             double mean,
                             double sd,
                             MarmotIntervalOptions *options,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_mean_column:
 * @n: a column of numbers
 * @mean: a column of numbers, of the same length
 * @sd: a column of numbers, of the same length
 * @options: (nullable): as in [func@Marmot.mean]
 * @error: return location for an error
 *
 * The mean of every row; see [func@Marmot.mean]. A row
 * in which a number is missing gets %MARMOT_STATUS_MISSING.
 *
 * Columns of different lengths are a %MARMOT_ERROR_LENGTH, columns that hold no
 * numbers a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): an estimate a row, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimates *marmot_mean_column (MarmotColumn *n,
                                     MarmotColumn *mean,
                                     MarmotColumn *sd,
                                     MarmotIntervalOptions *options,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_mean_grouped:
 * @n: a column of numbers
 * @mean: a column of numbers, of the same length
 * @sd: a column of numbers, of the same length
 * @groups: the group of every row
 * @options: (nullable): as in [func@Marmot.mean]
 * @error: return location for an error
 *
 * The mean of each group, whose
 * summaries are pooled first: the result is that of all values brought together. Order
 * does not matter, and pooling in steps gives the same. A summary of one value counts
 * its mean and not its deviation, and one of none counts for nothing. A group with a
 * missing or wrong number gets its status.
 *
 * Returns: (transfer full): an estimate a group, in the order of the groups, or %NULL with @error
 *   set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimates *marmot_mean_grouped (MarmotColumn *n,
                                      MarmotColumn *mean,
                                      MarmotColumn *sd,
                                      MarmotGroups *groups,
                                      MarmotIntervalOptions *options,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_mean_of_values:
 * @values: a column of numbers
 * @groups: (nullable): the group of every row, or %NULL if all are one
 * @options: (nullable): as in [func@Marmot.mean]
 * @error: return location for an error
 *
 * The mean of the values of each group, with its interval; see [func@Marmot.mean].
 *
 * The table has a row a group: "n", how many values there are; "missing", how many are
 * null, which are left out and counted; "sum"; "sd", the standard deviation; and
 * "value", "lower", "upper" and "status" as in
 * [method@Marmot.Estimates.to_table]. A value that is not finite voids its group. Sums
 * are compensated and squares taken around the mean, so nothing depends on the order of
 * the rows, and large numbers lose no digits.
 *
 * A column that holds no numbers is a %MARMOT_ERROR_TYPE, groups of another length a
 * %MARMOT_ERROR_LENGTH; see also [func@Marmot.mean].
 *
 * Returns: (transfer full): a row a group, in the order of the groups, or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_mean_of_values (MarmotColumn *values,
                                    MarmotGroups *groups,
                                    MarmotIntervalOptions *options,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
