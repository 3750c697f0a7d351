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
 * marmot_proportion_against:
 * @numerator: how many had the characteristic
 * @denominator: how many there were
 * @standard: the proportion to test against, times the multiplier, taken as exact
 * @options: (nullable): method, test, confidence levels and multiplier, or %NULL for
 *   the defaults
 * @error: return location for an error
 *
 * A proportion with its interval, and a test against a standard: a target, or a
 * published figure whose own uncertainty does not matter.
 *
 * Methods: %MARMOT_METHOD_WILSON (the default), %MARMOT_METHOD_CLOPPER_PEARSON and
 * %MARMOT_METHOD_JEFFREYS, as in [func@Marmot.proportion]. Tests:
 * %MARMOT_METHOD_SCORE, (x − nπ)/√(nπ(1 − π)), which goes with Wilson's interval and
 * rejects what it leaves out; and %MARMOT_METHOD_EXACT_BINOMIAL, twice the smaller tail,
 * which goes so with the exact one.
 *
 * A standard that is not above 0 and below 1, times the multiplier, is the status
 * %MARMOT_STATUS_STANDARD_OUT_OF_RANGE; the others, and errors, are as in
 * [func@Marmot.proportion_difference].
 *
 * Returns: (transfer full): the contrast, whose value is the proportion, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotContrast *marmot_proportion_against (double numerator,
                                           double denominator,
                                           double standard,
                                           MarmotIntervalOptions *options,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_proportion_against_column:
 * @numerator: a column of numbers
 * @denominator: a column of numbers, of the same length
 * @standard: a column of numbers, of the same length
 * @options: (nullable): as in [func@Marmot.proportion_against]
 * @error: return location for an error
 *
 * The proportion and its test of every row; see [func@Marmot.proportion_against]. A row
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
MarmotTable *marmot_proportion_against_column (MarmotColumn *numerator,
                                               MarmotColumn *denominator,
                                               MarmotColumn *standard,
                                               MarmotIntervalOptions *options,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_proportion_against_grouped:
 * @numerator: a column of numbers
 * @denominator: a column of numbers, of the same length
 * @standard: a column of numbers, of the same length
 * @groups: the group of every row
 * @options: (nullable): as in [func@Marmot.proportion_against]
 * @error: return location for an error
 *
 * Adds up the rows of each group, and tests its proportion; see [func@Marmot.proportion_against].
 * The standard of a group is that of its rows; where they have several, it is their mean
 * weighted by denominators, at which as many people are expected as at theirs.
 *
 * A group with a number missing is %MARMOT_STATUS_MISSING, and one without rows
 * %MARMOT_STATUS_EMPTY_GROUP. Errors are those of [func@Marmot.proportion_against_column], and
 * groups of another length a %MARMOT_ERROR_LENGTH.
 *
 * Returns: (transfer full): a row a group, as in [class@Marmot.Contrast], or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_proportion_against_grouped (MarmotColumn *numerator,
                                                MarmotColumn *denominator,
                                                MarmotColumn *standard,
                                                MarmotGroups *groups,
                                                MarmotIntervalOptions *options,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_rate_against:
 * @count: how many events there were
 * @denominator: the population or person-time, or the events that are expected
 * @standard: the rate to test against, in the same unit: per 100,000 unless the
 *   multiplier says otherwise
 * @options: (nullable): method, test, confidence levels and multiplier, or %NULL for
 *   the defaults
 * @error: return location for an error
 *
 * A rate with its interval, and a test against a standard. With the expected events as
 * @denominator, a @standard of 1 and a multiplier of 1 (or 100 and 100) it is a
 * standardised mortality or morbidity ratio and its test.
 *
 * Methods: %MARMOT_METHOD_POISSON (the default), %MARMOT_METHOD_EXACT_POISSON and
 * %MARMOT_METHOD_BYAR, as in [func@Marmot.rate]. Tests, with E the events that the
 * standard would give: %MARMOT_METHOD_EXACT_POISSON, twice the smaller Poisson tail,
 * which goes with the first two; and %MARMOT_METHOD_BYAR,
 * 3√O(1 − 1/(9O) − (E/O)^⅓), with O one higher where it is not above E (Breslow and Day
 * 1987).
 *
 * A standard that is not above 0 is the status %MARMOT_STATUS_STANDARD_OUT_OF_RANGE; the
 * others, and errors, are as in [func@Marmot.rate_difference].
 *
 * Returns: (transfer full): the contrast, whose value is the rate, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotContrast *marmot_rate_against (double count,
                                     double denominator,
                                     double standard,
                                     MarmotIntervalOptions *options,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_rate_against_column:
 * @count: a column of numbers
 * @denominator: a column of numbers, of the same length
 * @standard: a column of numbers, of the same length
 * @options: (nullable): as in [func@Marmot.rate_against]
 * @error: return location for an error
 *
 * The rate and its test of every row; see [func@Marmot.rate_against]. A row
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
MarmotTable *marmot_rate_against_column (MarmotColumn *count,
                                         MarmotColumn *denominator,
                                         MarmotColumn *standard,
                                         MarmotIntervalOptions *options,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_rate_against_grouped:
 * @count: a column of numbers
 * @denominator: a column of numbers, of the same length
 * @standard: a column of numbers, of the same length
 * @groups: the group of every row
 * @options: (nullable): as in [func@Marmot.rate_against]
 * @error: return location for an error
 *
 * Adds up the rows of each group, and tests its rate; see [func@Marmot.rate_against].
 * The standard of a group is that of its rows; where they have several, it is their mean
 * weighted by denominators, at which as many events are expected as at theirs.
 *
 * A group with a number missing is %MARMOT_STATUS_MISSING, and one without rows
 * %MARMOT_STATUS_EMPTY_GROUP. Errors are those of [func@Marmot.rate_against_column], and
 * groups of another length a %MARMOT_ERROR_LENGTH.
 *
 * Returns: (transfer full): a row a group, as in [class@Marmot.Contrast], or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_rate_against_grouped (MarmotColumn *count,
                                          MarmotColumn *denominator,
                                          MarmotColumn *standard,
                                          MarmotGroups *groups,
                                          MarmotIntervalOptions *options,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
