/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Control charts, run charts and what watches counts over time. A table, or an object of
 * columns, in, and a table out. Everything is computed by the library.
 */
import Gi from './load.js';
import {names} from './patch.js';
import {makeOptions, member} from './statistics.js';
import {checkOptions, makeGrouping, makeTable, run} from './table-calls.js';

/* Options that were given, by their names in the library; those in enums by short name. */
function given(options, fields, enums = {}) {
    const made = {};
    for (const [key, name] of Object.entries(fields)) {
        const value = options[key];
        if (value !== undefined && value !== null)
            made[name] = enums[key] ? member(enums[key], value) : value;
    }
    return made;
}

function rowByRow(name, figures, groups, options) {
    const table = makeTable(figures);
    return names[name](table, makeGrouping(table, groups), options);
}

const CHART = {kind: 'kind', baseline: 'baseline', multiplier: 'multiplier', screen: 'screen', alpha: 'alpha'};

function chartOptions(options, ...known) {
    checkOptions(options, ['groups', ...known]);
    return new Gi.ChartOptions(given(options, CHART, {kind: Gi.ChartKind}));
}

/* p, u, c, g and t charts, and p' and u' charts, by kind. */
export function controlCharts(figures, options = {}) {
    return rowByRow('control_charts', figures, options.groups,
        chartOptions(options, 'kind', 'baseline', 'multiplier', 'screen'));
}

/* Run charts with Anhøj's rules. */
export function runCharts(figures, options = {}) {
    return run('run_charts', figures, options.groups, chartOptions(options, 'baseline'));
}

/* Where a series most looks as if its level had changed; it changes no chart. */
export function suggestedSteps(figures, options = {}) {
    return run('suggested_steps', figures, options.groups, chartOptions(options, 'alpha'));
}

const WATCH = {
    baseline: 'baseline', alpha: 'alpha', alphaC3: 'alpha_c3', minimumSd: 'minimum_sd', allowance: 'allowance',
    threshold: 'threshold',
};

function watched(name, ...known) {
    return function (figures, options = {}) {
        checkOptions(options, ['groups', 'baseline', 'minimumSd', ...known]);
        return rowByRow(name, figures, options.groups, new Gi.WatchOptions(given(options, WATCH)));
    };
}

/* Alarms of EARS, C1 to C3. */
export const ears = watched('ears', 'alpha', 'alphaC3');

/* How far series have drifted from their mean, added up. */
export const cusums = watched('cusums', 'allowance', 'threshold');

const CHANGE = {measure: 'measure', since: 'since', nSteps: 'n_steps'};

/* Each period compared with the one before, or with the same one of the year before. */
export function changesOverTime(figures, options = {}) {
    checkOptions(options, ['groups', 'confidence', 'multiplier', 'method', 'test', ...Object.keys(CHANGE)]);
    const {confidence, multiplier, method, test} = options;
    return rowByRow('changes_over_time', figures, options.groups, new Gi.PeriodChangeOptions({
        interval: makeOptions({confidence, multiplier, method, test}),
        ...given(options, CHANGE, {measure: Gi.ChangeMeasure, since: Gi.ChangeSince}),
    }));
}

const FUNNEL = {kind: 'kind', spread: 'spread', baseline: 'baseline'};

/* A funnel for each time, and the track of each place through them. */
export function funnelsOverTime(figures, options = {}) {
    checkOptions(options, ['places', ...Object.keys(FUNNEL)]);
    return rowByRow('funnels_over_time', figures, options.places,
        new Gi.FunnelOptions(given(options, FUNNEL, {kind: Gi.FunnelKind, spread: Gi.FunnelSpread})));
}
