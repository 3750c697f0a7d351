/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Statistics over time: trends, rolling figures and projections. A table, or an object of
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

function tested(name, ...known) {
    return function (figures, options = {}) {
        checkOptions(options, ['groups', 'overlapping', ...known]);
        const {confidence, test} = options;
        return run(name, figures, options.groups, new Gi.SeriesOptions({
            interval: makeOptions({confidence, test}), ...given(options, {overlapping: 'overlapping'}),
        }));
    };
}

/* Whether series mostly rise or mostly fall, and by how much. */
export const monotonicTrends = tested('monotonic_trends', 'confidence');

/* The chi-squared test for a trend in proportions, at given scores. */
export const proportionTrends = tested('proportion_trends', 'test');

/* The line through figures whose standard errors are known. */
export const weightedTrends = tested('weighted_trends', 'confidence');

const ROLLING = {
    span: 'span', nPeriods: 'n_periods', yearStart: 'year_start', numerator: 'numerator', denominator: 'denominator',
    multiplier: 'multiplier',
};

/* Rolling years and years to date, from numerators and denominators. */
export function rollingFigures(figures, options = {}) {
    checkOptions(options, ['groups', ...Object.keys(ROLLING)]);
    const enums = {span: Gi.RollingSpan, numerator: Gi.Accrual, denominator: Gi.Accrual};
    return rowByRow('rolling_figures', figures, options.groups, new Gi.RollingOptions(given(options, ROLLING, enums)));
}

const PROJECTION = {
    model: 'model', start: 'start', alpha: 'alpha', beta: 'beta', phi: 'phi', horizon: 'horizon',
    lowIsGood: 'low_is_good', anyScale: 'any_scale',
};

function projectionOptions(options) {
    checkOptions(options, ['groups', 'confidence', ...Object.keys(PROJECTION)]);
    return new Gi.ProjectionOptions({
        interval: makeOptions({confidence: options.confidence}),
        ...given(options, PROJECTION, {model: Gi.ProjectionModel, start: Gi.ProjectionStart}),
    });
}

/* Where series go, and when they reach the target of the figures. */
export function projections(figures, options = {}) {
    return run('projections', figures, options.groups, projectionOptions(options));
}

/* The forecasts themselves, a row a step of each series. */
export function projectionPoints(figures, options = {}) {
    return rowByRow('projection_points', figures, options.groups, projectionOptions(options));
}
