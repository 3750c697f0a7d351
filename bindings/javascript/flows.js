/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Stocks and flows: people who move between states. Everything is computed by the library.
 */
import {toGDate} from './dates.js';
import Gi from './load.js';
import {names} from './patch.js';
import {makeOptions} from './statistics.js';
import {checkOptions, given, makeTable} from './table-calls.js';

const RATES = ['ages', 'confidence', 'multiplier'];
const PROJECTION = ['stepMonths', 'horizon', 'repetitions', 'seed', 'method', 'confidence', 'entryFactor', 'factors'];
const METHODS = ['simulation', 'chance', 'rates'];

function flowOptions(options) {
    const {ages, confidence, factors, multiplier} = options;
    const method = METHODS.includes(options.method) ? `multistate-${options.method}` : options.method;
    const made = given({
        step_months: options.stepMonths,
        horizon: options.horizon,
        repetitions: options.repetitions,
        seed: options.seed,
        entry_factor: options.entryFactor,
    });
    const interval = makeOptions({confidence, multiplier, method});
    if (interval)
        made.interval = interval;
    if (ages !== undefined && ages !== null)
        made.ages = Array.isArray(ages) ? ages.join(', ') : ages;
    if (factors !== undefined && factors !== null)
        made.factors = makeTable(factors);
    return new Gi.FlowOptions(made);
}

/* How people moved between states from one day to another. */
export function flowRates(stays, since, until, options = {}) {
    checkOptions(options, RATES);
    return names.FlowRates.new(makeTable(stays), toGDate(since), toGDate(until), flowOptions(options));
}

/* Where people would be if nothing changed, with limits by simulation. */
export function flowProjection(rates, options = {}) {
    checkOptions(options, PROJECTION);
    return names.FlowProjection.new(rates, flowOptions(options));
}

/* How a projection from the time up to a day would have done after it. */
export function flowBackTest(stays, since, cut, until, options = {}) {
    checkOptions(options, [...RATES, ...PROJECTION]);
    return names.FlowBackTest.new(makeTable(stays), ...[since, cut, until].map(toGDate), flowOptions(options));
}
