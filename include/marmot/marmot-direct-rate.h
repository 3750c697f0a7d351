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
 * marmot_direct_rate:
 * @figures: a row a band; see [func@Marmot.direct_rates] for the columns
 * @options: (nullable): how to standardise
 * @error: return location for an error
 *
 * The directly standardised rate of one population: what its rate would be if it
 * had the ages of the standard population.
 *
 * With events O_i, population n_i and weight w_i in band i, O = ΣO_i and multiplier k
 * (100,000 if none is asked for):
 *
 *     rate   = k Σ(w_i O_i / n_i) / Σw_i
 *     var    = Σ(w_i² O_i / n_i²) / (Σw_i)²
 *     limits = rate + k √(var / O) (limit of O − O)
 *
 * (Dobson, Kuulasmaa, Eberle and Scherer, Statistics in Medicine 1991; 10: 457-462),
 * where the limits of O are Byar's with method %MARMOT_METHOD_DIRECT, the default,
 * and exact ones with %MARMOT_METHOD_DIRECT_EXACT. A lower limit is never below
 * zero.
 *
 * Fewer events than the options ask for, ten by default, give no rate but
 * %MARMOT_STATUS_TOO_FEW_EVENTS.
 *
 * Returns: (transfer full): the estimate, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_direct_rate  (MarmotTable                   *figures,
                                     MarmotStandardisationOptions  *options,
                                     GError                       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_direct_rates:
 * @figures: a row a band of a group
 * @groups: (nullable): the group of each row, such as its area; %NULL for one group
 * @options: (nullable): how to standardise
 * @error: return location for an error
 *
 * Directly standardised rates of many populations, in one pass over the rows, with
 * the crude rates beside them; see [func@Marmot.direct_rate].
 *
 * The columns of @figures are found by their names, and others are passed over:
 *
 * - "count": events, or persons where there is "frequency";
 * - "population": of the band, as exact;
 * - "band": the label of the band, or the age at which it starts, where the options
 *   name a standard population; otherwise "weight": the standard population of the
 *   band;
 * - "frequency", if one person may have several events: how many events each of the
 *   "count" persons of the row had. Rows are then of band and frequency, "band" is
 *   required, and all rows of a band repeat its population and weight.
 *
 * Groups may have different bands where weights are a column. With a standard
 * population each group must have each band, with a count of zero if there were no
 * events: otherwise its status is %MARMOT_STATUS_MISSING_BAND, since its weight
 * cannot be left out. Two rows of one band are %MARMOT_STATUS_DUPLICATE_BAND.
 *
 * With frequencies f and persons P the events of a band are Σ f P and their variance
 * Σ f² P (Stukel and others, Statistics in Medicine 1994; 13: 1781-1791), and the
 * method is %MARMOT_METHOD_DIRECT_FREQUENCIES. A frequency that nobody had needs no
 * row.
 *
 * The result has a row a group, in their order: "value", "lower" and "upper" (or two
 * limits for each level) and "status"; "count", "population"; and the crude rate with
 * its limits and status, "crude", "crude_lower", "crude_upper", "crude_status", whose
 * limits are exact under ten events and Byar's from ten.
 *
 * A missing or impossible number, a band that the standard population does not have,
 * or weights that are all zero give the group a status; the others are computed. A
 * column that is not there is a %MARMOT_ERROR_NOT_FOUND, one of another type a
 * %MARMOT_ERROR_TYPE, groups of another number of rows a %MARMOT_ERROR_LENGTH.
 *
 * Returns: (transfer full): a table, a row a group, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable    *marmot_direct_rates (MarmotTable                   *figures,
                                     MarmotGroups                  *groups,
                                     MarmotStandardisationOptions  *options,
                                     GError                       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_years_lost_rates:
 * @figures: a row a band of a group
 * @groups: (nullable): the group of each row; %NULL for one group
 * @options: (nullable): how to standardise
 * @error: return location for an error
 *
 * Years of life lost, standardised and crude, of many populations.
 *
 * The columns of @figures are those of [func@Marmot.direct_rates] without
 * "frequency", "count" being deaths, and "years": how many years each death of the
 * row lost. [func@Marmot.years_to_age] makes them for a stated upper age,
 * [method@Marmot.LifeTable.get_years] for a standard life table. Rows whose years are
 * zero, such as the ages above the upper age, are outside the measure: neither their
 * deaths nor their people nor their weights count.
 *
 * With years y_i a death and D the deaths that count:
 *
 *     rate   = k Σ(w_i y_i d_i / n_i) / Σw_i
 *     var    = Σ(w_i² y_i² d_i / n_i²) / (Σw_i)²
 *     limits = rate + k √(var / D) (limit of D − D)
 *
 * The years are taken as known, and only the number of deaths as random. Too few
 * deaths are %MARMOT_STATUS_TOO_FEW_EVENTS, as in direct rates.
 *
 * The result has a row a group: as of [func@Marmot.direct_rates], "count" being the
 * deaths, and "years", all years lost.
 *
 * Returns: (transfer full): a table, a row a group, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable    *marmot_years_lost_rates (MarmotTable                   *figures,
                                         MarmotGroups                  *groups,
                                         MarmotStandardisationOptions  *options,
                                         GError                       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_years_to_age:
 * @ages: a column of numbers: the mean age at death of each row, in years, such as
 *   the middle of its band
 * @upper_age: the age up to which years count, such as 75
 * @error: return location for an error
 *
 * The years that each death lost before a stated age: @upper_age less the age at
 * death, and zero from there (Romeder and McWhinnie, International Journal of
 * Epidemiology 1977; 6: 143-151).
 *
 * Ages that are null, below zero or not finite give null. An upper age that is not
 * above zero is a %MARMOT_ERROR_INVALID_ARGUMENT, a column without numbers a
 * %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a column of doubles, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn   *marmot_years_to_age     (MarmotColumn  *ages,
                                         double         upper_age,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
