/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Monitoring over time: XmR charts. Everything is computed by the library.
 */
import {column} from './columns.js';
import Gi from './load.js';
import {names} from './patch.js';
import {beside, member} from './statistics.js';
import {checkOptions, makeGrouping, makeTable} from './table-calls.js';

const value = number => typeof number === 'number' ? names.Value.new(number, -1) : number;
const memberOf = enumeration => nick => member(Gi[enumeration], nick);
const asIs = given => given;

/* The options by name: the property, and what makes its value. */
const OPTIONS = {
    ruleSet: ['rule_set', given => typeof given === 'string' ? names.XmrRuleSet.new_builtin(given) : given],
    polarity: ['polarity', memberOf('Polarity')],
    target: ['target', value],
    baseline: ['baseline', asIs],
    steps: ['steps', column],
    screening: ['screening', memberOf('XmrScreening')],
    beyond: ['beyond', memberOf('XmrBeyond')],
    ties: ['ties', memberOf('XmrTies')],
    trendPoints: ['trend_points', asIs],
    shiftPoints: ['shift_points', asIs],
    minimumPoints: ['minimum_points', asIs],
    judgeTrials: ['judge_trials', asIs],
    missing: ['missing', memberOf('XmrMissing')],
    conflict: ['conflict', memberOf('XmrConflict')],
    givenMean: ['given_mean', value],
    givenLower: ['given_lower', value],
    givenUpper: ['given_upper', value],
    rolling: ['rolling', asIs],
    ignoreScale: ['ignore_scale', asIs],
};
const SERIES = ['series', ...Object.keys(OPTIONS)];

function xmrOptions(options) {
    const made = {};
    for (const [name, [property, make]] of Object.entries(OPTIONS)) {
        if (options[name] !== undefined && options[name] !== null)
            made[property] = make(options[name]);
    }
    return new Gi.XmrOptions(made);
}

/* XmR charts of all series at once: a row a series, the keys first. */
export function xmrSeries(figures, options = {}) {
    checkOptions(options, ['exceptionsFirst', ...SERIES]);
    const table = makeTable(figures);
    const grouping = makeGrouping(table, options.series);
    const found = names.xmr_series(table, grouping, xmrOptions(options));
    const result = grouping?.keys ? beside(grouping.keys, found) : found;
    return options.exceptionsFirst ? names.xmr_exceptions(result) : result;
}

function rows(name) {
    return function (figures, options = {}) {
        checkOptions(options, SERIES);
        const table = makeTable(figures);
        return names[name](table, makeGrouping(table, options.series), xmrOptions(options));
    };
}

/* The points of the same charts, in the order of the figures, and their parts. */
export const xmrPoints = rows('xmr_points');
export const xmrParts = rows('xmr_parts');

/* What xmrSeries() gives, exceptions first. */
export function xmrExceptions(series) {
    return names.xmr_exceptions(makeTable(series));
}

/* The XmR chart of one series. */
export function xmrChart(figures, options = {}) {
    checkOptions(options, Object.keys(OPTIONS));
    return names.XmrChart.new(makeTable(figures), xmrOptions(options));
}
