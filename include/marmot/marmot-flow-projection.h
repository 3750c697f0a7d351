/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-flow-options.h>
#include <marmot/marmot-flow-rates.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotFlowDetail:
 * @MARMOT_FLOW_DETAIL_TOTAL: everybody, and who enters and leaves in each step
 * @MARMOT_FLOW_DETAIL_STATE: by state
 * @MARMOT_FLOW_DETAIL_AGE: by band of age
 * @MARMOT_FLOW_DETAIL_AGE_AND_STATE: by band and state
 *
 * How finely a projection is shown.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_FLOW_DETAIL_TOTAL,
  MARMOT_FLOW_DETAIL_STATE,
  MARMOT_FLOW_DETAIL_AGE,
  MARMOT_FLOW_DETAIL_AGE_AND_STATE
} MarmotFlowDetail;

/**
 * MarmotFlowProjection:
 *
 * Where people would be, month by month or year by year, if those who are there now moved,
 * left and were joined by others at the rates that were observed.
 *
 * **Expected stock** (the default figure) is in closed form. With Q the matrix of rates
 * (off the diagonal r(i, j), on it less all ways out), λ the entries a year, and h a step,
 *
 *     x(t + h) = x(t) exp(Qh) + λ ∫₀ʰ exp(Qv) dv
 *
 * which lets a person move several times in a step and leave in the step in which they
 * came. exp(Qh) is computed by uniformisation: terms that are all above or at zero, to the
 * last bit of a double (Jensen 1953; Kalbfleisch and Lawless 1985).
 *
 * **Age.** People are held by their age in whole steps, and all grow older by a step in
 * each: exactly as they do, and not by a fraction of a band, which would have some grow
 * from 10 to 16 in a month. A cohort component in each state, as national projections are
 * made. Entries of a band are spread evenly over its ages; those of the last, which has no
 * end, begin with it. Who reaches a birthday that begins a band moves by the shares of
 * [method@Marmot.FlowRates.birthdays], at the end of the step in which it falls.
 *
 * **Limits** are of so many simulations, each of two parts. *Rates*: every rate is drawn
 * from a gamma distribution with the mean d / T and the variance d / T² that was observed,
 * every birthday's shares from a Dirichlet distribution of the counts. *Chance*: people
 * then move one by one: binomial numbers leave each state, multinomial ones arrive, Poisson
 * ones enter. The method of the interval options says which:
 * %MARMOT_METHOD_MULTISTATE_SIMULATION (both; the default),
 * %MARMOT_METHOD_MULTISTATE_CHANCE or %MARMOT_METHOD_MULTISTATE_RATES. Limits are the
 * simulations of rank nα/2 and n(1 − α/2). A seed gives the same bits whatever the number
 * of threads.
 *
 * They are limits of what the model knows. It takes rates as constant, people as
 * independent of one another (siblings are not), and the past as known: when policy
 * changes, so do rates, and no interval covers that. [class@Marmot.FlowBackTest] says how
 * it would have done last year.
 *
 * It never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_FLOW_PROJECTION (marmot_flow_projection_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotFlowProjection, marmot_flow_projection, MARMOT, FLOW_PROJECTION, GObject)

/**
 * marmot_flow_projection_new:
 * @rates: what was observed
 * @options: (nullable): steps, horizon, simulations and what-ifs, or %NULL for the defaults
 * @error: return location for an error
 *
 * Projects the stock of the last day of the rates. Bands of age are those of the rates,
 * whatever @options say.
 *
 * [property@Marmot.FlowOptions:entry-factor] and [property@Marmot.FlowOptions:factors]
 * change rates for a what-if: they are multiplied after they are drawn.
 *
 * A horizon of 0 or over 1,200 steps, a step whose months do not divide twelve, a factor
 * below 0 or over 1,000, a factor for a flow that is not named "entry", "move", "leave" or
 * "any", and fewer than 100 or more than 1,000,000 simulations (0 is for none, and no
 * limits) are a %MARMOT_ERROR_INVALID_ARGUMENT; a factor of a state that there is not a
 * %MARMOT_ERROR_NOT_FOUND; more than memory is kept for (simulations × steps × states × bands
 * over 64 million), or minutes of work, a %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): a projection, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFlowProjection *marmot_flow_projection_new       (MarmotFlowRates        *rates,
                                                        MarmotFlowOptions      *options,
                                                        GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_projection_get_rates:
 * @self: a projection
 *
 * Returns: (transfer none): the rates that it rests upon
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFlowRates      *marmot_flow_projection_get_rates (MarmotFlowProjection   *self);

/**
 * marmot_flow_projection_get_method:
 * @self: a projection
 *
 * Returns: how its limits were made
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod          marmot_flow_projection_get_method (MarmotFlowProjection  *self);

/**
 * marmot_flow_projection_to_table:
 * @self: a projection
 * @detail: how finely
 *
 * The figures, a row a step from 0 (the last day of the rates, which is known) and figure:
 * "step", "date", then by @detail "figure" ("total", "entries", "leavers": those of the
 * step), "state", or "age" and "state"; "value", the expected number; "lower" and "upper"
 * (or two limits for each level; null without simulations), "status". "age" is null where
 * there are no bands.
 *
 * Small numbers are of single persons: this is for control of disclosure before it is
 * published.
 *
 * Returns: (transfer full): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable          *marmot_flow_projection_to_table  (MarmotFlowProjection   *self,
                                                        MarmotFlowDetail        detail) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_projection_describe:
 * @self: a projection
 *
 * Says in plain sentences how it was made, over which days, how many moves its rates rest
 * upon, what was changed, and how far to trust it: few moves, a horizon longer than the
 * time that was looked at, and states that nobody was seen to leave are named.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                 *marmot_flow_projection_describe  (MarmotFlowProjection   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_projection_to_string:
 * @self: a projection
 *
 * Says in a line what it is, such as "812 on 2025-03-31, 790.4 on 2028-03-31".
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                 *marmot_flow_projection_to_string (MarmotFlowProjection   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
