/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-power-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_detectable_changes:
 * @figures: a row a figure
 * @options: (nullable): how certain to be, and what figures are per, or %NULL for 5%, 80%
 *   and 1
 * @error: return location for an error
 *
 * The smallest change from one period to another that could be told from chance in a place
 * of this size. A smaller one may be real, and will mostly look like nothing.
 *
 * @figures hold one of:
 *
 * - "proportion", "n_1" and "n_2": the share in the earlier period, and how many people
 *   there are in each;
 * - "rate", "years_1" and "years_2": events per person-year, and person-years;
 * - "gap_se_1" and "gap_se_2": the standard errors of a gap of any measure in both
 *   periods, or the first alone for a second period that is as large.
 *
 * The test is two-sided and by the normal approximation, with the pooled variance for no
 * change, σ₀², and that of the two figures for the change Δ, σ₁²; with z of one less half
 * of alpha the power is
 *
 *     Φ((Δ − zσ₀)/σ₁) + Φ((−Δ − zσ₀)/σ₁)
 *
 * (Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd edition
 * 2003, chapter 4). For a gap both are √(s₁² + s₂²).
 *
 * The result has a row a row: "fall" and "rise", how far the figure would have to go, both
 * above zero and null where not even nobody or all would do; "fall_to" and "rise_to", where
 * to (not for gaps); "status"; and "words", unless the options say otherwise.
 *
 * A missing or impossible number gives its row a status. Options outside their range are a
 * %MARMOT_ERROR_INVALID_ARGUMENT, columns that are not there a %MARMOT_ERROR_NOT_FOUND,
 * and of another type a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_detectable_changes (MarmotTable         *figures,
                                        MarmotPowerOptions  *options,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_needed_sizes:
 * @figures: a row a change
 * @options: (nullable): as in [func@Marmot.detectable_changes]
 * @error: return location for an error
 *
 * How many people, person-years or events it would take to tell a change from chance.
 *
 * @figures hold one of:
 *
 * - "proportion_1" and "proportion_2": the shares in both periods;
 * - "rate_1" and "rate_2": events per person-year in both;
 * - "gap_se_1", "gap_se_2" (or the first alone) and "change": the standard errors of a gap
 *   as it is measured now, and the change to be told.
 *
 * They may hold "ratio", how much larger the second period is than the first; 1 if not.
 *
 * The result has a row a row: "n_1" and "n_2", in people; or "years_1", "years_2" in
 * person-years with "events_1" and "events_2"; or "factor", how many times what is measured
 * now (people, or years added together) it would take. The numbers are not rounded: round
 * them up. Then "status" and "words". Two figures that are the same are out of reach.
 *
 * Returns: (transfer full): a table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_needed_sizes (MarmotTable         *figures,
                                  MarmotPowerOptions  *options,
                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_detectable_gap:
 * @gap_se_1: the standard error of a gap in the earlier period
 * @gap_se_2: that in the later period
 * @options: (nullable): as in [func@Marmot.detectable_changes]
 * @error: return location for an error
 *
 * The smallest change of a gap that could be told from chance: about 2.8 times √(s₁² + s₂²)
 * at 5% and 80%.
 *
 * Standard errors that are below zero or not finite are a %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: the change, above zero, or NaN with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_detectable_gap (double               gap_se_1,
                              double               gap_se_2,
                              MarmotPowerOptions  *options,
                              GError             **error);

/**
 * marmot_detectable_proportion:
 * @proportion: the share in the earlier period
 * @n_1: how many people there are in it
 * @n_2: how many in the later
 * @options: (nullable): as in [func@Marmot.detectable_changes]
 * @fall: (out): how far it would have to fall, above zero; NaN where not even to nothing
 *   would do
 * @rise: (out): how far it would have to rise, above zero; NaN where not even to all would
 *   do
 * @error: return location for an error
 *
 * The smallest change of one proportion that could be told from chance; see
 * [func@Marmot.detectable_changes]. Numbers that cannot be are a
 * %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: true, or false with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_detectable_proportion (double               proportion,
                                       double               n_1,
                                       double               n_2,
                                       MarmotPowerOptions  *options,
                                       double              *fall,
                                       double              *rise,
                                       GError             **error);

/**
 * marmot_detectable_rate:
 * @rate: events per person-year, or as the options say, in the earlier period
 * @years_1: its person-years
 * @years_2: those of the later
 * @options: (nullable): as in [func@Marmot.detectable_changes]
 * @fall: (out): how far it would have to fall, above zero; NaN where not even to nothing
 *   would do
 * @rise: (out): how far it would have to rise, above zero; NaN where not even to all would
 *   do
 * @error: return location for an error
 *
 * The smallest change of one rate that could be told from chance; see
 * [func@Marmot.detectable_changes]. Numbers that cannot be are a
 * %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: true, or false with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_detectable_rate (double               rate,
                                 double               years_1,
                                 double               years_2,
                                 MarmotPowerOptions  *options,
                                 double              *fall,
                                 double              *rise,
                                 GError             **error);

/**
 * marmot_needed_people:
 * @proportion_1: the share in the earlier period
 * @proportion_2: that in the later
 * @ratio: how many times as many people there are in the later
 * @options: (nullable): as in [func@Marmot.detectable_changes]
 * @n_1: (out): how many people it takes in the earlier period
 * @n_2: (out): how many in the later
 * @error: return location for an error
 *
 * How many people it would take to tell one change of a share from chance; see
 * [func@Marmot.needed_sizes]. The numbers are not rounded: round them up. Numbers that
 * cannot be, and two shares that are the same, are a %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: true, or false with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_needed_people (double               proportion_1,
                               double               proportion_2,
                               double               ratio,
                               MarmotPowerOptions  *options,
                               double              *n_1,
                               double              *n_2,
                               GError             **error);

/**
 * marmot_needed_years:
 * @rate_1: events per person-year, or as the options say, in the earlier period
 * @rate_2: those in the later
 * @ratio: how many times as many person-years there are in the later
 * @options: (nullable): as in [func@Marmot.detectable_changes]
 * @years_1: (out): how many person-years it takes in the earlier period
 * @years_2: (out): how many in the later
 * @error: return location for an error
 *
 * How many person-years it would take to tell one change of a rate from chance; see
 * [func@Marmot.needed_sizes]. The numbers are not rounded: round them up. Numbers that
 * cannot be, and two rates that are the same, are a %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: true, or false with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_needed_years (double               rate_1,
                              double               rate_2,
                              double               ratio,
                              MarmotPowerOptions  *options,
                              double              *years_1,
                              double              *years_2,
                              GError             **error);

/**
 * marmot_needed_factor:
 * @gap_se_1: the standard error of a gap in the earlier period, as it is measured now
 * @gap_se_2: that in the later period
 * @change: the change to be told
 * @options: (nullable): as in [func@Marmot.detectable_changes]
 * @error: return location for an error
 *
 * How many times what is measured now (people, or years added together) it would take to
 * tell one change of a gap from chance; see [func@Marmot.needed_sizes]. Numbers that
 * cannot be, and no change at all, are a %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: how many times, or NaN with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_needed_factor (double               gap_se_1,
                             double               gap_se_2,
                             double               change,
                             MarmotPowerOptions  *options,
                             GError             **error);

G_END_DECLS
