/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-estimate.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-life-table-options.h>
#include <marmot/marmot-status.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotLifeGap:
 *
 * The gap in life expectancy between two populations, and what it is made of: how
 * many of its years come from deaths at each age and from each cause.
 *
 * The gap is the second's expectancy less the first's, at the first age of the
 * figures, so from the most to the least deprived it is usually above zero. A
 * contribution is the mean of both directions of Arriaga's decomposition (Demography
 * 1984; 21: 83-96), since either alone depends on which population comes first; the
 * contributions add up to the gap. With chances of dying q, alive l (of one) and
 * expectancy at the end of a band e, in populations 1 and 2, and k the years that
 * survivors of a death in the band would have had in it,
 *
 *     C = ½ (q₁ − q₂) (l₁ (k + e₂) + l₂ (k + e₁)),
 *
 * and ½ (l₁ + l₂) (1/m₂ − 1/m₁) in the open band. A cause has the part of a band's
 * contribution that its death rate has of the difference in rates; where the rates
 * are equal and causes cancel out, the limit of that is taken, which needs no division.
 *
 * Intervals are by the delta method: chances of dying vary as in the life table,
 * causes as parts of a given number of deaths, and the two populations are
 * independent.
 *
 * With shares in good health, the gap in healthy life expectancy is split into
 * mortality, Σ ½(h₁ + h₂)(L₂ − L₁), and health, Σ ½(L₁ + L₂)(h₂ − h₁) (Nusselder and
 * Looman, Demography 2004; 41: 315-334). The mortality part of a band is C with every
 * later year weighed by the mean share. Shares vary as given, each band and population
 * on its own.
 *
 * A gap never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_LIFE_GAP (marmot_life_gap_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotLifeGap, marmot_life_gap, MARMOT, LIFE_GAP, GObject)

/**
 * marmot_life_gap_new:
 * @first: a row a band, or a band and cause; see [class@Marmot.LifeTable]
 * @second: the same of the other population
 * @options: (nullable): how to make the life tables, and when not to show them
 * @error: return location for an error
 *
 * Takes a gap apart. The columns are those of a life table and, to split by cause,
 * "cause": rows are then of band and cause, each row repeats its band's population
 * (and share), and the causes must be all deaths. A cause without a row in a band
 * has no deaths there.
 *
 * Both populations must have the same bands: otherwise the status is
 * %MARMOT_STATUS_MISSING_BAND. A column that is not there, or that only one of the
 * two has, is a %MARMOT_ERROR_NOT_FOUND, one of another type a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a new gap, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotLifeGap  *marmot_life_gap_new               (MarmotTable             *first,
                                                   MarmotTable             *second,
                                                   MarmotLifeTableOptions  *options,
                                                   GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_life_gap_get_status:
 * @self: a gap
 *
 * Returns: whether the gap could be computed and, if not, why
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotStatus    marmot_life_gap_get_status        (MarmotLifeGap           *self);

/**
 * marmot_life_gap_get_gap:
 * @self: a gap
 *
 * The second population's life expectancy less the first's, in years.
 *
 * Returns: (transfer full): the estimate
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_life_gap_get_gap           (MarmotLifeGap           *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_life_gap_get_healthy_gap:
 * @self: a gap
 *
 * The second population's healthy life expectancy less the first's. Without shares
 * its status is %MARMOT_STATUS_MISSING.
 *
 * Returns: (transfer full): the estimate
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_life_gap_get_healthy_gap   (MarmotLifeGap           *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_life_gap_get_mortality_part:
 * @self: a gap
 *
 * The years of the healthy gap that come from different death rates.
 *
 * Returns: (transfer full): the estimate
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_life_gap_get_mortality_part (MarmotLifeGap          *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_life_gap_get_health_part:
 * @self: a gap
 *
 * The years of the healthy gap that come from different shares in good health.
 *
 * Returns: (transfer full): the estimate
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEstimate *marmot_life_gap_get_health_part   (MarmotLifeGap           *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_life_gap_to_table:
 * @self: a gap
 *
 * All contributions; the columns are those of [func@Marmot.life_gaps] without the
 * group.
 *
 * Returns: (transfer full): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable    *marmot_life_gap_to_table          (MarmotLifeGap           *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_life_gaps:
 * @figures: a row a band of a population of a group, or a band and cause
 * @groups: (nullable): the group of each row, such as its area and sex; %NULL for one
 * @options: (nullable): how to make the life tables, and when not to show them
 * @error: return location for an error
 *
 * The gaps of many pairs of populations, taken apart; see [ctor@Marmot.LifeGap.new].
 * A column "second" says which of the two populations of its group a row is of:
 * numbers, 0 for the first and 1 for the second.
 *
 * The result has the keys of the group (a column "group" with its number if it has
 * none; nothing without groups), "part", "age" and "cause", and then "value", "lower"
 * and "upper" (or two limits for each level), "status" and "se". "part" is
 *
 * - "gap": the whole gap;
 * - "age": a band's contribution, "age" being its start;
 * - "cause": a cause's contribution;
 * - "age-cause": that of a cause in a band;
 * - with shares, "healthy-gap", "healthy-mortality" and "healthy-health": the gap in
 *   healthy life expectancy and what it is made of, and
 *   "healthy-mortality-age" and "healthy-health-age": both by band.
 *
 * A group whose gap could not be computed has one row, with its status. More than
 * 1,000 causes are a %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): a table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable    *marmot_life_gaps                  (MarmotTable             *figures,
                                                   MarmotGroups            *groups,
                                                   MarmotLifeTableOptions  *options,
                                                   GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
