/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Times to an event, and states over time. Everything is computed by the library.
 */
import {toGDate} from './dates.js';
import Gi from './load.js';
import {names} from './patch.js';
import {makeOptions, member} from './statistics.js';
import {checkOptions, makeGrouping, makeTable} from './table-calls.js';

const INTERVAL = ['confidence', 'multiplier', 'method'];
const TIMES = ['causes', 'countFirstDay'];
const CURVES = ['groups', ...INTERVAL, ...TIMES, 'variance', 'hazard', 'midpoint', 'carry', 'tolerance'];
const TESTS = ['groups', 'strata', 'rho', ...TIMES, 'tolerance'];
const SCALES = ['log-log', 'log', 'plain', 'logit', 'arcsine'];

function survivalOptions(options) {
    const {confidence, multiplier} = options;
    const method = SCALES.includes(options.method) ? `curve-${options.method}` : options.method;
    const made = {
        interval: makeOptions({confidence, multiplier, method}),
        n_causes: options.causes,
        variance: options.variance && member(Gi.Method, options.variance),
        hazard: options.hazard && member(Gi.Method, options.hazard),
        midpoint: options.midpoint,
        carry: options.carry,
        count_first_day: options.countFirstDay,
        tolerance: options.tolerance,
    };
    return new Gi.SurvivalOptions(Object.fromEntries(
        Object.entries(made).filter(([, value]) => value !== undefined && value !== null)));
}

/* How many left observation at each time, by group and cause; they add up. */
export function eventCounts(figures, options = {}) {
    checkOptions(options, ['groups', ...TIMES]);
    const table = makeTable(figures);
    return names.EventCounts.new(table, makeGrouping(table, options.groups), survivalOptions(options));
}

/* Curves of times to an event, from rows or from counts. */
export function survival(figures, options = {}) {
    checkOptions(options, CURVES);
    if (figures instanceof Gi.EventCounts)
        return names.Survival.new_from_counts(figures, survivalOptions(options));
    const table = makeTable(figures);
    return names.Survival.new(table, makeGrouping(table, options.groups), survivalOptions(options));
}

/* Whether groups have their events at the same pace; from counts, one a stratum. */
export function logRank(figures, options = {}) {
    checkOptions(options, TESTS);
    const {rho = 0, tolerance = 0} = options;
    const counts = figures instanceof Gi.EventCounts ? [figures] : figures;
    if (Array.isArray(counts) && counts.length && counts.every(one => one instanceof Gi.EventCounts))
        return names.LogRank.new_from_counts(counts, rho, tolerance);
    if (options.groups === undefined || options.groups === null)
        throw new TypeError('A test compares groups: pass them');
    const table = makeTable(figures);
    return names.LogRank.new(table, makeGrouping(table, options.groups), makeGrouping(table, options.strata), rho,
        survivalOptions(options));
}

/* The same in many series at once: a row a series. */
export function logRankSeries(figures, options = {}) {
    checkOptions(options, ['series', ...TESTS]);
    const {groups, series, strata, rho = 0} = options;
    if (groups === undefined || groups === null || series === undefined || series === null)
        throw new TypeError('A test compares groups, in series: pass both');
    const table = makeTable(figures);
    return names.LogRank.series(table, ...[groups, series, strata].map(of => makeGrouping(table, of)), rho,
        survivalOptions(options));
}

/* The same of the events of one cause, where the others rule them out. */
export function grayTest(figures, options = {}) {
    checkOptions(options, ['cause', ...TESTS]);
    const {cause = 1, rho = 0} = options;
    if (options.groups === undefined || options.groups === null)
        throw new TypeError('A test compares groups: pass them');
    const table = makeTable(figures);
    return names.LogRank.new_gray(table, makeGrouping(table, options.groups), makeGrouping(table, options.strata),
        cause, rho, survivalOptions(options));
}

/* Times to an event out of dates, as they were known on a day. */
export function followUp(episodes, extract, {skipLeapDays = false} = {}) {
    return names.follow_up(makeTable(episodes), toGDate(extract), skipLeapDays);
}

/* The plain share that had an event within so many days, of those old enough to tell. */
export function sharesWithin(figures, days, options = {}) {
    checkOptions(options, ['cause', 'groups', ...INTERVAL]);
    const table = makeTable(figures);
    return names.shares_within(table, days, options.cause ?? 0, makeGrouping(table, options.groups),
        makeOptions(options));
}

function states(name) {
    return function (records, options = {}) {
        checkOptions(options, ['groups', ...INTERVAL]);
        const table = makeTable(records);
        return names[name](table, makeGrouping(table, options.groups), makeOptions(options));
    };
}

/* Which share is in each state at each time, and where those of each state went. */
export const stateShares = states('state_shares');
export const stateTransitions = states('state_transitions');
