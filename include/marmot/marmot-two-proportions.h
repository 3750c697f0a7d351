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
 * marmot_proportion_difference:
 * @numerator1: how many in the first group had the characteristic
 * @denominator1: how many there were in it
 * @numerator2: how many in the second group had it
 * @denominator2: how many there were in it
 * @options: (nullable): method, test, confidence levels and multiplier, or %NULL for
 *   the defaults
 * @error: return location for an error
 *
 * The difference of two proportions, the first less the second, with its interval and
 * a test. With a multiplier of 100 it is in percentage points.
 *
 * - %MARMOT_METHOD_NEWCOMBE (the default): from the Wilson limits of each, l and u, the
 *   limits d − √((p₁ − l₁)² + (u₂ − p₂)²) and d + √((u₁ − p₁)² + (p₂ − l₂)²) (Newcombe
 *   1998, method 10);
 * - %MARMOT_METHOD_MIETTINEN_NURMINEN: the differences that the score test, with its
 *   factor N/(N − 1), just rejects (Miettinen and Nurminen 1985);
 * - %MARMOT_METHOD_NORMAL: d ∓ z√(p₁q₁/n₁ + p₂q₂/n₂), which has no width where nobody
 *   or everybody had it.
 *
 * No limit lies beyond −1 or 1, times the multiplier. The test that goes with the
 * second is %MARMOT_METHOD_CHI_SQUARED_N_1, which rejects where its interval leaves out
 * 0; with the others %MARMOT_METHOD_CHI_SQUARED.
 *
 * Tests: %MARMOT_METHOD_CHI_SQUARED, Pearson's, as its signed root;
 * %MARMOT_METHOD_CHI_SQUARED_N_1, the same × √((N − 1)/N); %MARMOT_METHOD_FISHER, the
 * exact test, two-sided by tables that are no more probable; and
 * %MARMOT_METHOD_FISHER_MID_P. The last two need whole counts. Where all or none had
 * the characteristic *p* is 1.
 *
 * What is wrong with a count or denominator is the status, as in
 * [func@Marmot.proportion]. A level outside (0, 1), a multiplier that is not positive,
 * and a method or a test that this has not are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the contrast, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotContrast *marmot_proportion_difference (double numerator1,
                                               double denominator1,
                                               double numerator2,
                                               double denominator2,
                                               MarmotIntervalOptions *options,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_proportion_difference_column:
 * @numerator1: a column of numbers
 * @denominator1: a column of numbers, of the same length
 * @numerator2: a column of numbers, of the same length
 * @denominator2: a column of numbers, of the same length
 * @options: (nullable): as in [func@Marmot.proportion_difference]
 * @error: return location for an error
 *
 * The difference of two proportions of every row; see [func@Marmot.proportion_difference], and
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
MarmotTable *marmot_proportion_difference_column (MarmotColumn *numerator1,
                                                   MarmotColumn *denominator1,
                                                   MarmotColumn *numerator2,
                                                   MarmotColumn *denominator2,
                                                   MarmotIntervalOptions *options,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_proportion_difference_grouped:
 * @numerator1: a column of numbers
 * @denominator1: a column of numbers, of the same length
 * @numerator2: a column of numbers, of the same length
 * @denominator2: a column of numbers, of the same length
 * @groups: the group of every row
 * @options: (nullable): as in [func@Marmot.proportion_difference]
 * @error: return location for an error
 *
 * The difference of two proportions of each group, whose
 * numerators and denominators are added up first. Groups with a missing or wrong
 * number get its status, as in [func@Marmot.proportion_grouped].
 *
 * Returns: (transfer full): a row a group, in the order of the groups, or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_proportion_difference_grouped (MarmotColumn *numerator1,
                                                    MarmotColumn *denominator1,
                                                    MarmotColumn *numerator2,
                                                    MarmotColumn *denominator2,
                                                    MarmotGroups *groups,
                                                    MarmotIntervalOptions *options,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_proportion_ratio:
 * @numerator1: how many in the first group had the characteristic
 * @denominator1: how many there were in it
 * @numerator2: how many in the second group had it
 * @denominator2: how many there were in it
 * @options: (nullable): method, test, confidence levels and multiplier, or %NULL for
 *   the defaults
 * @error: return location for an error
 *
 * The ratio of two proportions (relative risk), the first over the second, with its
 * interval and a test.
 *
 * - %MARMOT_METHOD_MIETTINEN_NURMINEN (the default): the ratios that the score test,
 *   with its factor N/(N − 1), just rejects (Miettinen and Nurminen 1985);
 * - %MARMOT_METHOD_KOOPMAN: the same without the factor (Koopman 1984);
 * - %MARMOT_METHOD_KATZ: normal on the logarithmic scale, with the variance 1/x₁ −
 *   1/n₁ + 1/x₂ − 1/n₂ (Katz and others 1978).
 *
 * With no events in the first group the ratio and its lower limit are 0. With none in
 * the second the ratio and its upper limit are infinite, and the lower limit still
 * says something. With none in either there is no ratio, and by the method of Katz no
 * limits where either has none: %MARMOT_STATUS_NOT_DEFINED.
 *
 * Tests: %MARMOT_METHOD_CHI_SQUARED, Pearson's, as its signed root;
 * %MARMOT_METHOD_CHI_SQUARED_N_1, the same × √((N − 1)/N); %MARMOT_METHOD_FISHER, the
 * exact test, two-sided by tables that are no more probable; and
 * %MARMOT_METHOD_FISHER_MID_P. The last two need whole counts. Where all or none had
 * the characteristic *p* is 1. The test that goes with the default is
 * %MARMOT_METHOD_CHI_SQUARED_N_1, with the others %MARMOT_METHOD_CHI_SQUARED.
 *
 * What is wrong with a count or denominator is the status, as in
 * [func@Marmot.proportion]. A level outside (0, 1), a multiplier that is not positive,
 * and a method or a test that this has not are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the contrast, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotContrast *marmot_proportion_ratio (double numerator1,
                                          double denominator1,
                                          double numerator2,
                                          double denominator2,
                                          MarmotIntervalOptions *options,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_proportion_ratio_column:
 * @numerator1: a column of numbers
 * @denominator1: a column of numbers, of the same length
 * @numerator2: a column of numbers, of the same length
 * @denominator2: a column of numbers, of the same length
 * @options: (nullable): as in [func@Marmot.proportion_ratio]
 * @error: return location for an error
 *
 * The ratio of two proportions of every row; see [func@Marmot.proportion_ratio], and
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
MarmotTable *marmot_proportion_ratio_column (MarmotColumn *numerator1,
                                              MarmotColumn *denominator1,
                                              MarmotColumn *numerator2,
                                              MarmotColumn *denominator2,
                                              MarmotIntervalOptions *options,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_proportion_ratio_grouped:
 * @numerator1: a column of numbers
 * @denominator1: a column of numbers, of the same length
 * @numerator2: a column of numbers, of the same length
 * @denominator2: a column of numbers, of the same length
 * @groups: the group of every row
 * @options: (nullable): as in [func@Marmot.proportion_ratio]
 * @error: return location for an error
 *
 * The ratio of two proportions of each group, whose
 * numerators and denominators are added up first. Groups with a missing or wrong
 * number get its status, as in [func@Marmot.proportion_grouped].
 *
 * Returns: (transfer full): a row a group, in the order of the groups, or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_proportion_ratio_grouped (MarmotColumn *numerator1,
                                               MarmotColumn *denominator1,
                                               MarmotColumn *numerator2,
                                               MarmotColumn *denominator2,
                                               MarmotGroups *groups,
                                               MarmotIntervalOptions *options,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_odds_ratio:
 * @numerator1: how many in the first group had the characteristic
 * @denominator1: how many there were in it
 * @numerator2: how many in the second group had it
 * @denominator2: how many there were in it
 * @options: (nullable): method, test, confidence levels and multiplier, or %NULL for
 *   the defaults
 * @error: return location for an error
 *
 * The odds ratio of two proportions, x₁(n₂ − x₂) ÷ (x₂(n₁ − x₁)), with its interval and
 * a test.
 *
 * - %MARMOT_METHOD_MIETTINEN_NURMINEN (the default): the odds ratios that the score
 *   test, with its factor N/(N − 1), just rejects (Miettinen and Nurminen 1985);
 * - %MARMOT_METHOD_WOOLF: normal on the logarithmic scale, with the sum of the
 *   reciprocals of the four cells as variance (Woolf 1955). With an empty cell it has
 *   no limits: %MARMOT_STATUS_NOT_DEFINED.
 *
 * An odds ratio is no ratio of proportions: where the event is common it is much
 * farther from 1. Zero and infinite ratios are as in [func@Marmot.proportion_ratio].
 *
 * Tests: %MARMOT_METHOD_CHI_SQUARED, Pearson's, as its signed root;
 * %MARMOT_METHOD_CHI_SQUARED_N_1, the same × √((N − 1)/N); %MARMOT_METHOD_FISHER, the
 * exact test, two-sided by tables that are no more probable; and
 * %MARMOT_METHOD_FISHER_MID_P. The last two need whole counts. Where all or none had
 * the characteristic *p* is 1. The test that goes with the default is
 * %MARMOT_METHOD_CHI_SQUARED_N_1, with the other %MARMOT_METHOD_CHI_SQUARED.
 *
 * What is wrong with a count or denominator is the status, as in
 * [func@Marmot.proportion]. A level outside (0, 1), a multiplier that is not positive,
 * and a method or a test that this has not are a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the contrast, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotContrast *marmot_odds_ratio (double numerator1,
                                    double denominator1,
                                    double numerator2,
                                    double denominator2,
                                    MarmotIntervalOptions *options,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_odds_ratio_column:
 * @numerator1: a column of numbers
 * @denominator1: a column of numbers, of the same length
 * @numerator2: a column of numbers, of the same length
 * @denominator2: a column of numbers, of the same length
 * @options: (nullable): as in [func@Marmot.odds_ratio]
 * @error: return location for an error
 *
 * The odds ratio of every row; see [func@Marmot.odds_ratio], and
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
MarmotTable *marmot_odds_ratio_column (MarmotColumn *numerator1,
                                        MarmotColumn *denominator1,
                                        MarmotColumn *numerator2,
                                        MarmotColumn *denominator2,
                                        MarmotIntervalOptions *options,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_odds_ratio_grouped:
 * @numerator1: a column of numbers
 * @denominator1: a column of numbers, of the same length
 * @numerator2: a column of numbers, of the same length
 * @denominator2: a column of numbers, of the same length
 * @groups: the group of every row
 * @options: (nullable): as in [func@Marmot.odds_ratio]
 * @error: return location for an error
 *
 * The odds ratio of each group, whose
 * numerators and denominators are added up first. Groups with a missing or wrong
 * number get its status, as in [func@Marmot.proportion_grouped].
 *
 * Returns: (transfer full): a row a group, in the order of the groups, or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_odds_ratio_grouped (MarmotColumn *numerator1,
                                         MarmotColumn *denominator1,
                                         MarmotColumn *numerator2,
                                         MarmotColumn *denominator2,
                                         MarmotGroups *groups,
                                         MarmotIntervalOptions *options,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
