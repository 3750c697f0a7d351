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
 * marmot_rate_difference:
 * @count1: the events in the first group
 * @denominator1: its population or person-time, taken as exact
 * @count2: the events in the second group
 * @denominator2: its population or person-time
 * @options: (nullable): method, test, confidence levels and multiplier, or %NULL for
 *   the defaults
 * @error: return location for an error
 *
 * The difference of two rates, the first less the second, per 100,000 unless the
 * multiplier says otherwise, with its interval and a test.
 *
 * - %MARMOT_METHOD_MOVER (the default): from the limits of each rate, exact Poisson
 *   under ten events and Byar's from ten, put together as Newcombe's are (Zou and Donner
 *   2008);
 * - %MARMOT_METHOD_MIETTINEN_NURMINEN: the differences that the score test just rejects
 *   (Miettinen and Nurminen 1985);
 * - %MARMOT_METHOD_NORMAL: d ∓ z√(x₁/n₁² + x₂/n₂²), which has no width without events.
 *
 * Tests: %MARMOT_METHOD_EXACT_CONDITIONAL (the default), twice the smaller tail of the
 * binomial distribution of the first group's events among those of both;
 * %MARMOT_METHOD_MID_P_CONDITIONAL, with half of what was seen in each tail; and
 * %MARMOT_METHOD_SCORE, (x₁ − mπ)/√(mπ(1 − π)) with m = x₁ + x₂ and
 * π = n₁/(n₁ + n₂). Without any events *p* is 1. With the second and the third
 * method the score test is the default.
 *
 * What is wrong with a count or denominator is the status, as in [func@Marmot.rate]. A
 * level outside (0, 1), a multiplier that is not positive, and a method or a test that
 * this has not are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the contrast, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotContrast *marmot_rate_difference (double count1,
                                         double denominator1,
                                         double count2,
                                         double denominator2,
                                         MarmotIntervalOptions *options,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_rate_difference_column:
 * @count1: a column of numbers
 * @denominator1: a column of numbers, of the same length
 * @count2: a column of numbers, of the same length
 * @denominator2: a column of numbers, of the same length
 * @options: (nullable): as in [func@Marmot.rate_difference]
 * @error: return location for an error
 *
 * The difference of two rates of every row; see [func@Marmot.rate_difference], and
 * [class@Marmot.Contrast] for the columns of the result. A row in which a number is
 * missing gets %MARMOT_STATUS_MISSING.
 *
 * Columns of different lengths are a %MARMOT_ERROR_LENGTH, columns that hold no
 * numbers a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a row a row, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_rate_difference_column (MarmotColumn *count1,
                                             MarmotColumn *denominator1,
                                             MarmotColumn *count2,
                                             MarmotColumn *denominator2,
                                             MarmotIntervalOptions *options,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_rate_difference_grouped:
 * @count1: a column of numbers
 * @denominator1: a column of numbers, of the same length
 * @count2: a column of numbers, of the same length
 * @denominator2: a column of numbers, of the same length
 * @groups: the group of every row
 * @options: (nullable): as in [func@Marmot.rate_difference]
 * @error: return location for an error
 *
 * The difference of two rates of each group, whose
 * counts and denominators are added up first. Groups with a missing or wrong
 * number get its status, as in [func@Marmot.rate_grouped].
 *
 * Returns: (transfer full): a row a group, in the order of the groups, or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_rate_difference_grouped (MarmotColumn *count1,
                                              MarmotColumn *denominator1,
                                              MarmotColumn *count2,
                                              MarmotColumn *denominator2,
                                              MarmotGroups *groups,
                                              MarmotIntervalOptions *options,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_rate_ratio:
 * @count1: the events in the first group
 * @denominator1: its population or person-time, taken as exact
 * @count2: the events in the second group
 * @denominator2: its population or person-time
 * @options: (nullable): method, test, confidence levels and multiplier, or %NULL for
 *   the defaults
 * @error: return location for an error
 *
 * The ratio of two rates, the first over the second, with its interval and a test.
 *
 * - %MARMOT_METHOD_EXACT_CONDITIONAL (the default): the exact limits of the first
 *   group's part of all events, π, as π/(1 − π) × n₂/n₁ (Przyborowski and Wilenski 1940);
 * - %MARMOT_METHOD_SCORE: the same from Wilson's limits (Graham, Mengersen and Morton
 *   2003);
 * - %MARMOT_METHOD_LOG_NORMAL: normal on the logarithmic scale, with variance 1/x₁ +
 *   1/x₂; without events in either it has no limits: %MARMOT_STATUS_NOT_DEFINED.
 *
 * Zero and infinite ratios are as in [func@Marmot.proportion_ratio].
 *
 * Tests: %MARMOT_METHOD_EXACT_CONDITIONAL (the default), twice the smaller tail of the
 * binomial distribution of the first group's events among those of both;
 * %MARMOT_METHOD_MID_P_CONDITIONAL, with half of what was seen in each tail; and
 * %MARMOT_METHOD_SCORE, (x₁ − mπ)/√(mπ(1 − π)) with m = x₁ + x₂ and
 * π = n₁/(n₁ + n₂). Without any events *p* is 1. With the second and the third
 * method the score test is the default.
 *
 * What is wrong with a count or denominator is the status, as in [func@Marmot.rate]. A
 * level outside (0, 1), a multiplier that is not positive, and a method or a test that
 * this has not are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the contrast, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotContrast *marmot_rate_ratio (double count1,
                                    double denominator1,
                                    double count2,
                                    double denominator2,
                                    MarmotIntervalOptions *options,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_rate_ratio_column:
 * @count1: a column of numbers
 * @denominator1: a column of numbers, of the same length
 * @count2: a column of numbers, of the same length
 * @denominator2: a column of numbers, of the same length
 * @options: (nullable): as in [func@Marmot.rate_ratio]
 * @error: return location for an error
 *
 * The ratio of two rates of every row; see [func@Marmot.rate_ratio], and
 * [class@Marmot.Contrast] for the columns of the result. A row in which a number is
 * missing gets %MARMOT_STATUS_MISSING.
 *
 * Columns of different lengths are a %MARMOT_ERROR_LENGTH, columns that hold no
 * numbers a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a row a row, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_rate_ratio_column (MarmotColumn *count1,
                                        MarmotColumn *denominator1,
                                        MarmotColumn *count2,
                                        MarmotColumn *denominator2,
                                        MarmotIntervalOptions *options,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_rate_ratio_grouped:
 * @count1: a column of numbers
 * @denominator1: a column of numbers, of the same length
 * @count2: a column of numbers, of the same length
 * @denominator2: a column of numbers, of the same length
 * @groups: the group of every row
 * @options: (nullable): as in [func@Marmot.rate_ratio]
 * @error: return location for an error
 *
 * The ratio of two rates of each group, whose
 * counts and denominators are added up first. Groups with a missing or wrong
 * number get its status, as in [func@Marmot.rate_grouped].
 *
 * Returns: (transfer full): a row a group, in the order of the groups, or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_rate_ratio_grouped (MarmotColumn *count1,
                                         MarmotColumn *denominator1,
                                         MarmotColumn *count2,
                                         MarmotColumn *denominator2,
                                         MarmotGroups *groups,
                                         MarmotIntervalOptions *options,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
