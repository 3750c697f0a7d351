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
 * marmot_proportion:
 * @numerator: how many had the characteristic; it may be fractional
 * @denominator: how many there were
 * @options: (nullable): method, confidence levels and multiplier, or %NULL for
 *   Wilson's score interval at 95% and multiplier 1
 * @error: return location for an error
 *
 * A proportion with its interval: value = multiplier × numerator ÷ denominator.
 *
 * Method %MARMOT_METHOD_WILSON: the limits are the two roots in *p* of
 * (n + z²)p² − (2x + z²)p + x²/n = 0 (Wilson 1927; Newcombe and Altman 2000,
 * in Altman and others, Statistics with Confidence, 2nd edition, chapter 6).
 * With no events the lower limit is 0; with nothing but events the upper is 1.
 *
 * By name there are also:
 *
 * - %MARMOT_METHOD_CLOPPER_PEARSON: the exact limits, quantiles of the beta
 *   distributions of (x, n − x + 1) and (x + 1, n − x) (Clopper and Pearson
 *   1934), with the same ends;
 * - %MARMOT_METHOD_AGRESTI_COULL: the normal limits around (x + z²/2) ÷ (n + z²),
 *   for a size of n + z², kept inside 0 and 1 (Agresti and Coull 1998);
 * - %MARMOT_METHOD_JEFFREYS: quantiles of the beta distribution of (x + ½,
 *   n − x + ½); lower limit 0 with no events, upper 1 with nothing but events
 *   (Brown, Cai and DasGupta 2001);
 * - %MARMOT_METHOD_NORMAL: p ∓ z√(p(1 − p)/n), kept inside 0 and 1. It has no
 *   width with no events: it is here to reproduce what others have printed.
 *
 * Counts below zero, a denominator that is not above zero, more events than the
 * denominator, and numbers that are not finite give an estimate with a status
 * and no value. A level outside (0, 1), a multiplier that is not positive, or a
 * method that proportions do not have is a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the estimate, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate  *marmot_proportion         (double                  numerator,
                                            double                  denominator,
                                            MarmotIntervalOptions  *options,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_proportion_column:
 * @numerator: a column of numbers
 * @denominator: a column of numbers, of the same length
 * @options: (nullable): as in [func@Marmot.proportion]
 * @error: return location for an error
 *
 * The proportion of every row; see [func@Marmot.proportion]. A row in which a
 * number is missing gets %MARMOT_STATUS_MISSING.
 *
 * Columns of different lengths are a %MARMOT_ERROR_LENGTH, columns that hold no
 * numbers a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): an estimate a row, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimates *marmot_proportion_column  (MarmotColumn           *numerator,
                                            MarmotColumn           *denominator,
                                            MarmotIntervalOptions  *options,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_proportion_grouped:
 * @numerator: a column of numbers
 * @denominator: a column of numbers, of the same length
 * @groups: the group of every row
 * @options: (nullable): as in [func@Marmot.proportion]
 * @error: return location for an error
 *
 * Sums numerators and denominators within each group, and gives the proportion
 * of each; see [func@Marmot.proportion].
 *
 * A group in which any number is missing gets %MARMOT_STATUS_MISSING, and one
 * in which any row breaks a rule gets that rule's status, since a sum that
 * leaves rows out would be another figure. A group with one row is a group like
 * any other.
 *
 * Returns: (transfer full): an estimate a group, in the order of the groups, or
 *   %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimates *marmot_proportion_grouped (MarmotColumn           *numerator,
                                            MarmotColumn           *denominator,
                                            MarmotGroups           *groups,
                                            MarmotIntervalOptions  *options,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
