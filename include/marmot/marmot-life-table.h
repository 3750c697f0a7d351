/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-estimate.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-life-table-options.h>
#include <marmot/marmot-status.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotLifeTable:
 *
 * The abridged life table of one population: how long those live who live their
 * whole lives at the death rates of now.
 *
 * It is made from a row a band, in any order and of any ascending bands, the last of
 * them open, with columns found by their names:
 *
 * - "age": the age at which the band starts, or "band": its label, such as "5-9";
 * - "deaths" and "population": of the same people and period;
 * - for healthy life expectancy, "share": the part of the band in good health (or
 *   free from disability), from 0 to 1, and "share_variance", its variance; without
 *   that column the shares are taken as known.
 *
 * With n the years of a band, m its deaths over its population and a the part of the
 * band that those live who die in it (one half; in a band from 0 that of the options):
 *
 *     q = n m / (1 + n m (1 − a)), but 1 where deaths > population ÷ n ÷ a
 *     var(q) = q² (1 − q) / deaths
 *
 * and those alive in the open band live 1 / m years (Chiang, Introduction to
 * Stochastic Processes in Biostatistics, 1968). The variance of the open band is that
 * of Silcocks, Jenner and Reza, Journal of Epidemiology and Community Health 2001; 55:
 * 38-43, which counts the chance in its own death rate; Chiang's leaves it out.
 * Limits are normal.
 *
 * Expectancies are of any age from that of the first band on. Inside a band those who
 * die in it do so evenly (Bowers and others, Actuarial Mathematics, 1997, section 3.6),
 * which is what a of one half says; in a band from 0 they die early, so that the years
 * lived in it are those of the table: after the part s of a band, (1 − s)^(1/a − 1) of
 * them are left. In the open band the death rate is constant. The share in good health
 * is the same all over a band.
 *
 * Whether it may be shown is a matter of [class@Marmot.LifeTableOptions]; each rule
 * has a status. A missing number makes the table missing, never a band in which
 * everybody dies.
 *
 * A life table never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_LIFE_TABLE (marmot_life_table_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotLifeTable, marmot_life_table, MARMOT, LIFE_TABLE, GObject)

/**
 * marmot_life_table_new:
 * @figures: a row a band
 * @options: (nullable): how to make it, and when not to show it
 * @error: return location for an error
 *
 * Makes the life table of one population. Figures of which none can be made give a
 * table with a status; a column that is not there is a %MARMOT_ERROR_NOT_FOUND, one
 * of another type a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a new life table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotLifeTable *marmot_life_table_new            (MarmotTable             *figures,
                                                   MarmotLifeTableOptions  *options,
                                                   GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_life_table_get_status:
 * @self: a life table
 *
 * Returns: whether the table could be made and, if not, why
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStatus     marmot_life_table_get_status     (MarmotLifeTable         *self);

/**
 * marmot_life_table_get_expectancy:
 * @self: a life table
 * @age: an age, which may be inside a band
 *
 * The life expectancy at an age, in years, with its interval: that of the table at the
 * start of a band, and inside one as the deaths in it lie, see [class@Marmot.LifeTable].
 * Before the first band its status is %MARMOT_STATUS_UNKNOWN_BAND.
 *
 * Returns: (transfer full): the estimate
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate  *marmot_life_table_get_expectancy (MarmotLifeTable         *self,
                                                   double                   age) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_life_table_get_healthy_expectancy:
 * @self: a life table
 * @age: an age, which may be inside a band
 *
 * The years that those of an age live in good health, by Sullivan's method (HSMHA
 * Health Reports 1971; 86: 347-354): Σ share L over the later bands, per person alive.
 * The interval counts the chance in mortality and in the shares. Without shares its
 * status is %MARMOT_STATUS_MISSING.
 *
 * Returns: (transfer full): the estimate
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate  *marmot_life_table_get_healthy_expectancy (MarmotLifeTable *self,
                                                           double           age) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_life_table_get_years:
 * @self: a life table
 * @ages: a column of ages, in years
 * @error: return location for an error
 *
 * How long those of each age still live by this table: what a death at that age has
 * lost, for [func@Marmot.years_lost_rates]. It is the value of
 * [method@Marmot.LifeTable.get_expectancy] at that age.
 *
 * Ages that are null, not finite or before the first band give null, and so does a
 * table that could not be made. A column without numbers is a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a column of doubles, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotColumn    *marmot_life_table_get_years      (MarmotLifeTable         *self,
                                                   MarmotColumn            *ages,
                                                   GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_life_table_to_table:
 * @self: a life table
 *
 * The whole table, a row a band from young to old; the columns are those of
 * [func@Marmot.life_tables] without the group.
 *
 * Returns: (transfer full): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable     *marmot_life_table_to_table       (MarmotLifeTable         *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_life_tables:
 * @figures: a row a band of a group; see [class@Marmot.LifeTable] for the columns
 * @groups: (nullable): the group of each row, such as its area and sex; %NULL for one
 * @options: (nullable): how to make them, and when not to show them
 * @error: return location for an error
 *
 * The life tables of many populations at once. Groups may have different bands.
 *
 * The result has a row a group and band, by group and age: the keys of the group
 * (a column "group" with its number if it has none; nothing without groups), "age",
 * "deaths", "population", "rate" (m), "q", "alive" (l), "years_lived" (L),
 * "years_beyond" (T), "value" (the life expectancy, e), "lower" and "upper" (or two
 * limits for each level), "status" and "se"; with shares also "healthy",
 * "healthy_lower", "healthy_upper", "healthy_status" and "healthy_se".
 *
 * What could not be computed is null, and its status says why.
 *
 * Returns: (transfer full): a table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable     *marmot_life_tables               (MarmotTable             *figures,
                                                   MarmotGroups            *groups,
                                                   MarmotLifeTableOptions  *options,
                                                   GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_life_expectancies:
 * @figures: a row a band of a group; see [class@Marmot.LifeTable] for the columns
 * @groups: (nullable): the group of each row, such as its area and sex; %NULL for one
 * @age: an age, such as 0 or 65, which may be inside a band
 * @options: (nullable): how to make the tables, and when not to show them
 * @error: return location for an error
 *
 * The life expectancy of many populations at one age.
 *
 * The result has a row a group, in their order: "value", "lower" and "upper" (or two
 * limits for each level), "status" and "se"; "deaths" and "population" of that age's
 * band and those after it; with shares also "healthy", "healthy_lower", "healthy_upper", "healthy_status"
 * and "healthy_se". A group whose first band starts after the age gets
 * %MARMOT_STATUS_UNKNOWN_BAND.
 *
 * Returns: (transfer full): a table, a row a group, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable     *marmot_life_expectancies         (MarmotTable             *figures,
                                                   MarmotGroups            *groups,
                                                   double                   age,
                                                   MarmotLifeTableOptions  *options,
                                                   GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
