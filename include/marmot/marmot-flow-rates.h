/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-flow-options.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotFlowRates:
 *
 * How people moved between states over a stretch of time: days at risk, moves by pair of
 * states, entries, and who was in which state at its end. It is what
 * [class@Marmot.FlowProjection] projects.
 *
 * It has nothing of any one field in it: states may be placements by age, legal statuses,
 * levels of need or stages of a plan.
 *
 * A person is in a state on a day where start ≤ day < end. Over (from, until] the stock
 * changes by whole people:
 *
 *     closing = opening + entries − leavers − unmatched
 *
 * A rate is moves over person-years at risk, r = d / T, with exact Poisson limits: the
 * occurrence/exposure rate of a Markov model with several states (Andersen and Keiding
 * 2002). Every way out of a state competes with the others. A year has 365.25 days.
 *
 * Where stays have a date of birth and the options have ages, rates are by band of age, and
 * growing older is no move with a rate: a stay is split at the birthdays on which a band
 * begins, and what happens on such a birthday itself (as legal status does at 18) is counted
 * apart, as a share of those who reached it in the state. Somebody born on 29 February has
 * birthdays on 1 March in other years.
 *
 * It never changes and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_FLOW_RATES (marmot_flow_rates_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotFlowRates, marmot_flow_rates, MARMOT, FLOW_RATES, GObject)

/**
 * marmot_flow_rates_new:
 * @stays: a row a stay of a person in a state
 * @from: the day on which the time that is looked at begins
 * @until: the day on which it ends, after @from: the last day on which the stays are known
 *   to be complete
 * @options: (nullable): bands of age and levels of limits, or %NULL for the defaults
 * @error: return location for an error
 *
 * Counts stays in one pass. Their columns are found by their names:
 *
 * - "state": text: what the person was, such as "fostered";
 * - "start" and "end": dates; the person was in the state from "start" up to, and not on,
 *   "end", which is null while it goes on;
 * - "next": optional: text: the state that the person went to on "end"; null where they
 *   left. A state that nobody stays in, such as "adopted", is leaving too;
 * - "person": needed where there is no "next", which then is the state of the stay of the
 *   same person that begins on the day on which this ends;
 * - "birth": needed where the options have ages: the date of birth.
 *
 * What starts or ends on @until is counted, on @from it is not: a year from 31 March to
 * 31 March. Entries are stays that began and that no move led to. A move to which no stay
 * answers is unmatched; one to the same state is none.
 *
 * Rows that cannot be counted are left out, with a finding each for the first hundred, that
 * says nothing of what they hold: no state, no start, an end before the start or on it, a
 * birth that is missing or after the start. The rest is computed.
 *
 * A column that is not there is a %MARMOT_ERROR_NOT_FOUND, one without dates or text a
 * %MARMOT_ERROR_TYPE (unless all of it is null); days in the wrong order, and ages that are not whole, ascending and
 * from 1 to 150, a %MARMOT_ERROR_INVALID_ARGUMENT; more than 256 states, or states times
 * bands beyond 2,048, a %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): the rates, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFlowRates *marmot_flow_rates_new             (MarmotTable        *stays,
                                                    const GDate        *from,
                                                    const GDate        *until,
                                                    MarmotFlowOptions  *options,
                                                    GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_rates_add:
 * @self: rates
 * @other: rates of other people
 * @error: return location for an error
 *
 * Adds up what was counted, exactly, so that stays may be counted in parts. All stays of a
 * person belong into one part; a state may be in one of the two alone. Where a part has a
 * state that nobody of it stays in, its moves there were taken as leaving: have stays of all
 * states in every part, or count in one. Limits are made at the levels of @self.
 *
 * Rates of another time or of other bands of age are a %MARMOT_ERROR_INVALID_ARGUMENT, more
 * states than there can be a %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): their sum, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFlowRates *marmot_flow_rates_add             (MarmotFlowRates    *self,
                                                    MarmotFlowRates    *other,
                                                    GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_rates_get_from:
 * @self: rates
 *
 * Returns: (transfer full): the day on which the time that was looked at begins
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate           *marmot_flow_rates_get_from        (MarmotFlowRates    *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_rates_get_until:
 * @self: rates
 *
 * Returns: (transfer full): the day on which it ends
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate           *marmot_flow_rates_get_until       (MarmotFlowRates    *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_rates_get_n_states:
 * @self: rates
 *
 * Returns: how many states there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gsize            marmot_flow_rates_get_n_states    (MarmotFlowRates    *self);

/**
 * marmot_flow_rates_get_opening:
 * @self: rates
 *
 * Returns: how many people were in any state on the first day
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64          marmot_flow_rates_get_opening     (MarmotFlowRates    *self);

/**
 * marmot_flow_rates_get_closing:
 * @self: rates
 *
 * Returns: how many people were in any state on the last day
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64          marmot_flow_rates_get_closing     (MarmotFlowRates    *self);

/**
 * marmot_flow_rates_get_n_entries:
 * @self: rates
 *
 * Returns: how many entered
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64          marmot_flow_rates_get_n_entries   (MarmotFlowRates    *self);

/**
 * marmot_flow_rates_get_n_leavers:
 * @self: rates
 *
 * Returns: how many left
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64          marmot_flow_rates_get_n_leavers   (MarmotFlowRates    *self);

/**
 * marmot_flow_rates_get_n_moves:
 * @self: rates
 *
 * Returns: how many moves from one state to another there were
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64          marmot_flow_rates_get_n_moves     (MarmotFlowRates    *self);

/**
 * marmot_flow_rates_get_n_unmatched:
 * @self: rates
 *
 * Returns: how many moves there were to which no stay answers
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64          marmot_flow_rates_get_n_unmatched (MarmotFlowRates    *self);

/**
 * marmot_flow_rates_get_n_faulty:
 * @self: rates
 *
 * Returns: how many rows could not be counted
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64          marmot_flow_rates_get_n_faulty    (MarmotFlowRates    *self);

/**
 * marmot_flow_rates_get_findings:
 * @self: rates
 *
 * What was wrong with the stays: the first hundred rows, by their number from 0, and what
 * is wrong as a whole.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray       *marmot_flow_rates_get_findings    (MarmotFlowRates    *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_rates_to_table:
 * @self: rates
 *
 * The moves that there were, a row a pair of states: "age" (the band, such as "10-15",
 * where there are any), "from", "to" (null for leaving), "moves", "person_years" (at risk
 * in "from"), "value" (a year; times the multiplier of the interval options), "lower" and
 * "upper" (or two limits for each level; exact Poisson), "status". A pair that never
 * occurred has no row: its rate is 0.
 *
 * Moves on a birthday are in [method@Marmot.FlowRates.birthdays].
 *
 * Returns: (transfer full): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable     *marmot_flow_rates_to_table        (MarmotFlowRates    *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_rates_entries:
 * @self: rates
 *
 * The entries, a row a state that anybody entered: "age" where there are bands, "state",
 * "entries", "years", "value" (a year), "lower" and "upper" (or two limits for each level;
 * exact Poisson), "status".
 *
 * Returns: (transfer full): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable     *marmot_flow_rates_entries         (MarmotFlowRates    *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_rates_birthdays:
 * @self: rates
 *
 * What happened on the birthdays on which a band begins, a row a pair: "age" (the birthday,
 * in years), "from", "to" (null for leaving), "reached" (how many came to it in "from"),
 * "moved", "value" (the share), "lower" and "upper" (or two limits for each level;
 * Wilson's), "status". No rows without ages.
 *
 * Returns: (transfer full): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable     *marmot_flow_rates_birthdays       (MarmotFlowRates    *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_rates_stock:
 * @self: rates
 *
 * Who there was, a row a state, and a band where there are any: "age", "state",
 * "person_years" (at risk), "opening" (on the first day), "closing" (on the last).
 *
 * Returns: (transfer full): a table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable     *marmot_flow_rates_stock           (MarmotFlowRates    *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_rates_describe:
 * @self: rates
 *
 * Says in plain sentences what was counted, over which days, and upon how few moves some
 * rates rest.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char            *marmot_flow_rates_describe        (MarmotFlowRates    *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_flow_rates_to_string:
 * @self: rates
 *
 * Says in a line what they are, such as "4 states, 210 moves, 2023-03-31 to 2025-03-31".
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char            *marmot_flow_rates_to_string       (MarmotFlowRates    *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
