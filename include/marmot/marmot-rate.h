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
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_rate:
 * @count: how many events there were; it may be fractional
 * @denominator: the population or person-time, taken as exact
 * @options: (nullable): method, confidence levels and multiplier, or %NULL for
 *   %MARMOT_METHOD_POISSON at 95% per 100,000
 * @error: return location for an error
 *
 * A rate of events with its interval: value = multiplier × count ÷ denominator,
 * and limits those of the count on the same scale.
 *
 * Method %MARMOT_METHOD_POISSON takes the exact limits under ten events and
 * Byar's from ten:
 *
 * - exact: ½χ²(α/2; 2O) and ½χ²(1 − α/2; 2O + 2) (Armitage, Berry and Matthews,
 *   Statistical Methods in Medical Research, 4th edition 2002, section 5.2);
 *   with no events the lower limit is 0;
 * - Byar: O(1 − 1/(9O) − z/(3√O))³ and
 *   (O + 1)(1 − 1/(9(O + 1)) + z/(3√(O + 1)))³ (Breslow and Day, Statistical
 *   Methods in Cancer Research, volume II, 1987, section 2.2).
 *
 * %MARMOT_METHOD_EXACT_POISSON and %MARMOT_METHOD_BYAR take one of them
 * throughout. Byar's lower limit is 0 where its formula falls below it.
 *
 * Counts below zero, a denominator that is not above zero and numbers that are
 * not finite give an estimate with a status and no value; more events than the
 * denominator are allowed. A level outside (0, 1), a multiplier that is not
 * positive, or a method that rates do not have is a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the estimate, with the method that was taken, or
 *   %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate  *marmot_rate         (double                  count,
                                      double                  denominator,
                                      MarmotIntervalOptions  *options,
                                      GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_rate_column:
 * @count: a column of numbers
 * @denominator: a column of numbers, of the same length
 * @options: (nullable): as in [func@Marmot.rate]
 * @error: return location for an error
 *
 * The rate of every row; see [func@Marmot.rate]. A row in which a number is
 * missing gets %MARMOT_STATUS_MISSING.
 *
 * Columns of different lengths are a %MARMOT_ERROR_LENGTH, columns that hold no
 * numbers a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): an estimate a row, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimates *marmot_rate_column  (MarmotColumn           *count,
                                      MarmotColumn           *denominator,
                                      MarmotIntervalOptions  *options,
                                      GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_rate_grouped:
 * @count: a column of numbers
 * @denominator: a column of numbers, of the same length
 * @groups: the group of every row
 * @options: (nullable): as in [func@Marmot.rate]
 * @error: return location for an error
 *
 * Sums counts and denominators within each group, and gives the rate of each;
 * see [func@Marmot.rate]. Groups with a missing or wrong number get its status,
 * as in [func@Marmot.proportion_grouped].
 *
 * Returns: (transfer full): an estimate a group, in the order of the groups, or
 *   %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimates *marmot_rate_grouped (MarmotColumn           *count,
                                      MarmotColumn           *denominator,
                                      MarmotGroups           *groups,
                                      MarmotIntervalOptions  *options,
                                      GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
