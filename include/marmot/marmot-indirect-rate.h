/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-estimate.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-standardisation-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_indirect_ratio:
 * @figures: a row a band; see [func@Marmot.indirect_ratios] for the columns
 * @options: (nullable): how to standardise
 * @error: return location for an error
 *
 * The indirectly standardised ratio of one population: its events over those that
 * the rates of a reference would give it.
 *
 * With events O, populations n_i, and the reference's events r_i and populations N_i:
 *
 *     expected = Σ n_i r_i / N_i
 *     ratio    = k O / expected
 *     limits   = k (limit of O) / expected
 *
 * The limits of O are exact under ten events and Byar's from ten with
 * %MARMOT_METHOD_INDIRECT, the default; %MARMOT_METHOD_EXACT_POISSON and
 * %MARMOT_METHOD_BYAR take one of them throughout (Breslow and Day, Statistical
 * Methods in Cancer Research, volume II, 1987, pages 65 to 72). The expected events
 * are taken as known. The multiplier k is 1 if none is asked for; 100 gives a
 * standardised mortality ratio as it is usually printed.
 *
 * Returns: (transfer full): the estimate, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_indirect_ratio  (MarmotTable                   *figures,
                                        MarmotStandardisationOptions  *options,
                                        GError                       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_indirect_rate:
 * @figures: a row a band; see [func@Marmot.indirect_ratios] for the columns
 * @options: (nullable): how to standardise
 * @error: return location for an error
 *
 * The indirectly standardised rate of one population: the ratio of
 * [func@Marmot.indirect_ratio] times the crude rate of the reference,
 * Σr_i / ΣN_i. The multiplier is 100,000 if none is asked for.
 *
 * Returns: (transfer full): the estimate, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_indirect_rate   (MarmotTable                   *figures,
                                        MarmotStandardisationOptions  *options,
                                        GError                       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_indirect_ratios:
 * @figures: a row a band of a group
 * @observed: (nullable): the events of each group, where the figures do not have them
 *   by band
 * @groups: (nullable): the group of each row, such as its area; %NULL for one group
 * @options: (nullable): how to standardise; the standard population and the least
 *   count are of direct standardisation and not used
 * @error: return location for an error
 *
 * Indirectly standardised ratios of many populations; see
 * [func@Marmot.indirect_ratio].
 *
 * The columns of @figures are found by their names, and others are passed over:
 * "count", events, unless there is @observed; "population"; "reference_count" and
 * "reference_population", the reference's events and population in the band of the
 * row. Each row carries its reference, so that nothing is matched by position, and
 * groups may have different bands.
 *
 * @observed has a row a group: the columns that the groups go by, under the same
 * names, and "count". Its rows may be in any order, and those of no group are passed
 * over. A group that it does not have gets %MARMOT_STATUS_MISSING, not a count of
 * zero; a group that it has twice is a %MARMOT_ERROR_INVALID_DATA. Without groups it
 * has one row.
 *
 * The result has a row a group: "value", "lower" and "upper" (or two limits for each
 * level) and "status"; "observed", "expected" and "population"; and the crude rate
 * per 100,000 with its limits and status, "crude", "crude_lower", "crude_upper",
 * "crude_status".
 *
 * A missing or impossible number gives the group a status, and no events expected
 * %MARMOT_STATUS_NOTHING_EXPECTED. A population of zero in a band is none, and
 * allowed. A column that is not there is a %MARMOT_ERROR_NOT_FOUND, one of another
 * type a %MARMOT_ERROR_TYPE, groups of another number of rows a
 * %MARMOT_ERROR_LENGTH, groups without keys beside @observed a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a table, a row a group, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable    *marmot_indirect_ratios (MarmotTable                   *figures,
                                        MarmotTable                   *observed,
                                        MarmotGroups                  *groups,
                                        MarmotStandardisationOptions  *options,
                                        GError                       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_indirect_rates:
 * @figures: a row a band of a group
 * @observed: (nullable): the events of each group, where the figures do not have them
 *   by band
 * @groups: (nullable): the group of each row, such as its area; %NULL for one group
 * @options: (nullable): how to standardise
 * @error: return location for an error
 *
 * Indirectly standardised rates of many populations; see [func@Marmot.indirect_rate].
 * It takes and gives what [func@Marmot.indirect_ratios] does, and the crude rate of
 * the reference as "reference_rate"; the crude rate is on the same multiplier.
 *
 * Returns: (transfer full): a table, a row a group, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable    *marmot_indirect_rates  (MarmotTable                   *figures,
                                        MarmotTable                   *observed,
                                        MarmotGroups                  *groups,
                                        MarmotStandardisationOptions  *options,
                                        GError                       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
