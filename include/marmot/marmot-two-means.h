/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-contrast.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_mean_difference:
 * @n1: how many values the first group has, at least two
 * @mean1: their mean
 * @sd1: their standard deviation, with n − 1
 * @n2: how many values the second group has, at least two
 * @mean2: their mean
 * @sd2: their standard deviation
 * @options: (nullable): method, test, confidence levels and multiplier, or %NULL for
 *   the defaults
 * @error: return location for an error
 *
 * The difference of two means, the first less the second, with its interval and a *t*
 * test.
 *
 * - %MARMOT_METHOD_WELCH (the default): a variance for each group, and Satterthwaite's
 *   degrees of freedom (Welch 1947);
 * - %MARMOT_METHOD_STUDENT: one variance for both, with n₁ + n₂ − 2.
 *
 * The test of the same name goes with each. Where neither group varies, means that
 * differ have a *p* of 0.
 *
 * Fewer than two values, a deviation below zero and numbers that are not finite are the
 * status. A level outside (0, 1), a multiplier that is not positive, and a method or a
 * test that this has not are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the contrast, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotContrast *marmot_mean_difference (double n1,
                                        double mean1,
                                        double sd1,
                                        double n2,
                                        double mean2,
                                        double sd2,
                                        MarmotIntervalOptions *options,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_mean_difference_column:
 * @n1: a column of numbers
 * @mean1: a column of numbers, of the same length
 * @sd1: a column of numbers, of the same length
 * @n2: a column of numbers, of the same length
 * @mean2: a column of numbers, of the same length
 * @sd2: a column of numbers, of the same length
 * @options: (nullable): as in [func@Marmot.mean_difference]
 * @error: return location for an error
 *
 * The difference of two means of every row; see [func@Marmot.mean_difference]. A row
 * in which a number is missing gets %MARMOT_STATUS_MISSING.
 *
 * Columns of different lengths are a %MARMOT_ERROR_LENGTH, columns that hold no
 * numbers a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a row a row, as in [class@Marmot.Contrast], or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_mean_difference_column (MarmotColumn *n1,
                                            MarmotColumn *mean1,
                                            MarmotColumn *sd1,
                                            MarmotColumn *n2,
                                            MarmotColumn *mean2,
                                            MarmotColumn *sd2,
                                            MarmotIntervalOptions *options,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_mean_difference_grouped:
 * @n1: a column of numbers
 * @mean1: a column of numbers, of the same length
 * @sd1: a column of numbers, of the same length
 * @n2: a column of numbers, of the same length
 * @mean2: a column of numbers, of the same length
 * @sd2: a column of numbers, of the same length
 * @groups: the group of every row
 * @options: (nullable): as in [func@Marmot.mean_difference]
 * @error: return location for an error
 *
 * The difference of two means of each group, whose
 * summaries are pooled first: the result is that of all values brought together. Order
 * does not matter, and pooling in steps gives the same. A summary of one value counts
 * its mean and not its deviation, and one of none counts for nothing. A group with a
 * missing or wrong number gets its status.
 *
 * Returns: (transfer full): a row a group, as in [class@Marmot.Contrast], in the order of the groups, or %NULL with @error
 *   set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_mean_difference_grouped (MarmotColumn *n1,
                                             MarmotColumn *mean1,
                                             MarmotColumn *sd1,
                                             MarmotColumn *n2,
                                             MarmotColumn *mean2,
                                             MarmotColumn *sd2,
                                             MarmotGroups *groups,
                                             MarmotIntervalOptions *options,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_mean_ratio:
 * @n1: how many values the first group has, at least two
 * @mean1: their mean
 * @sd1: their standard deviation, with n − 1
 * @n2: how many values the second group has, at least two
 * @mean2: their mean
 * @sd2: their standard deviation
 * @options: (nullable): method, test, confidence levels and multiplier, or %NULL for
 *   the defaults
 * @error: return location for an error
 *
 * The ratio of two means, the first over the second, with its interval and a *t* test.
 *
 * - %MARMOT_METHOD_LOG_T (the default): on the logarithmic scale, with variance
 *   sd₁²/(n₁·mean₁²) + sd₂²/(n₂·mean₂²) and Satterthwaite's degrees of freedom. It is
 *   for means of one sign: otherwise %MARMOT_STATUS_NOT_DEFINED;
 * - %MARMOT_METHOD_FIELLER: the ratios r for which mean₁ − r·mean₂ does not differ from
 *   0 (Fieller 1954), with Satterthwaite's degrees of freedom at the ratio itself
 *   (Tamhane and Logan 2004). Where the second mean does not differ from 0 they have no
 *   end: %MARMOT_STATUS_NOT_DEFINED.
 *
 * Tests: %MARMOT_METHOD_LOG_T goes with the first, %MARMOT_METHOD_WELCH, of the
 * difference, with the second. A second mean of 0 has no ratio:
 * %MARMOT_STATUS_NOT_DEFINED.
 *
 * Fewer than two values, a deviation below zero and numbers that are not finite are the
 * status. A level outside (0, 1), a multiplier that is not positive, and a method or a
 * test that this has not are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the contrast, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotContrast *marmot_mean_ratio (double n1,
                                   double mean1,
                                   double sd1,
                                   double n2,
                                   double mean2,
                                   double sd2,
                                   MarmotIntervalOptions *options,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_mean_ratio_column:
 * @n1: a column of numbers
 * @mean1: a column of numbers, of the same length
 * @sd1: a column of numbers, of the same length
 * @n2: a column of numbers, of the same length
 * @mean2: a column of numbers, of the same length
 * @sd2: a column of numbers, of the same length
 * @options: (nullable): as in [func@Marmot.mean_ratio]
 * @error: return location for an error
 *
 * The ratio of two means of every row; see [func@Marmot.mean_ratio]. A row
 * in which a number is missing gets %MARMOT_STATUS_MISSING.
 *
 * Columns of different lengths are a %MARMOT_ERROR_LENGTH, columns that hold no
 * numbers a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a row a row, as in [class@Marmot.Contrast], or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_mean_ratio_column (MarmotColumn *n1,
                                       MarmotColumn *mean1,
                                       MarmotColumn *sd1,
                                       MarmotColumn *n2,
                                       MarmotColumn *mean2,
                                       MarmotColumn *sd2,
                                       MarmotIntervalOptions *options,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_mean_ratio_grouped:
 * @n1: a column of numbers
 * @mean1: a column of numbers, of the same length
 * @sd1: a column of numbers, of the same length
 * @n2: a column of numbers, of the same length
 * @mean2: a column of numbers, of the same length
 * @sd2: a column of numbers, of the same length
 * @groups: the group of every row
 * @options: (nullable): as in [func@Marmot.mean_ratio]
 * @error: return location for an error
 *
 * The ratio of two means of each group, whose
 * summaries are pooled first: the result is that of all values brought together. Order
 * does not matter, and pooling in steps gives the same. A summary of one value counts
 * its mean and not its deviation, and one of none counts for nothing. A group with a
 * missing or wrong number gets its status.
 *
 * Returns: (transfer full): a row a group, as in [class@Marmot.Contrast], in the order of the groups, or %NULL with @error
 *   set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_mean_ratio_grouped (MarmotColumn *n1,
                                        MarmotColumn *mean1,
                                        MarmotColumn *sd1,
                                        MarmotColumn *n2,
                                        MarmotColumn *mean2,
                                        MarmotColumn *sd2,
                                        MarmotGroups *groups,
                                        MarmotIntervalOptions *options,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
