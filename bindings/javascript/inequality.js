/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures of inequality between groups, from arrays and columns. Everything is
 * computed by the library.
 */
import {column} from './columns.js';
import Gi from './load.js';
import {names} from './patch.js';
import {checkNumber, makeGroups, makeOptions, member} from './statistics.js';

const ENUMERATIONS = {
    model: Gi.SlopeModel,
    form: Gi.RelativeForm,
    good: Gi.GoodDirection,
    compare: Gi.ComparedGroups,
    error_scale: Gi.ErrorScale,
};
const INTERVAL = new Set(['confidence', 'multiplier', 'method']);
const COLUMNS = new Set([
    'population', 'rank', 'standardError', 'lower', 'upper', 'limitsConfidence', 'labels', 'clusters', 'strata',
    'taken', 'areas',
]);

function known() {
    return new Set(Gi.InequalityOptions.list_properties().map(spec => spec.name.replaceAll('-', '_')));
}

/* The options of the variant, and those of the interval. */
function split(options) {
    const properties = {};
    const interval = {};
    const allowed = known();
    for (const [key, value] of Object.entries(options)) {
        if (INTERVAL.has(key)) {
            interval[key] = value;
            continue;
        }
        const name = key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
        if (!allowed.has(name))
            throw new TypeError(`There is no option "${key}"; there are: ${[...allowed, ...INTERVAL].join(', ')}`);
        properties[name] = name in ENUMERATIONS ? member(ENUMERATIONS[name], value) : checkNumber(key, value);
    }
    return [Object.keys(properties).length ? new Gi.InequalityOptions(properties) : null, makeOptions(interval)];
}

const {measure, measure_reliability: reliability} = Gi.Subgroups.prototype;

/* Both take the library's two option objects, or one object with all by name. */
function patched(call) {
    return function (kind, options = null, interval = null) {
        const measured = member(Gi.InequalityMeasure, kind);
        if (options !== null && !(options instanceof Gi.InequalityOptions))
            [options, interval] = split(options);
        return call.call(this, measured, options, interval);
    };
}
Gi.Subgroups.prototype.measure = patched(measure);
Gi.Subgroups.prototype.measureReliability = Gi.Subgroups.prototype.measure_reliability = patched(reliability);

const isGiven = value => value !== undefined && value !== null;
const optional = value => isGiven(value) ? column(value) : null;

/* The figures of groups, ready for measures of inequality: arrays or columns of the
 * figures and, as far as they are known, of the population, the rank (from the most
 * deprived, the smallest number), the standardError, the lower and upper limits, the
 * labels of groups, the clusters of people, the strata these were drawn from and the
 * share of a stratum's clusters that was taken; areas are the keys of many areas at
 * once. */
export function subgroups(estimate, columns = {}) {
    const {
        population, rank, standardError, lower, upper, limitsConfidence = 0.95, labels, clusters, strata, taken, areas,
    } = columns;
    let made = names.Subgroups.new(column(estimate), optional(population), optional(rank),
        isGiven(areas) ? makeGroups(areas) : null);
    if (isGiven(standardError))
        made = made.with_standard_error(column(standardError));
    if (isGiven(lower) !== isGiven(upper))
        throw new TypeError('Limits go in pairs: give lower and upper');
    if (isGiven(lower))
        made = made.with_limits(column(lower), column(upper), limitsConfidence);
    if (isGiven(labels))
        made = made.with_labels(column(labels));
    if (isGiven(clusters))
        made = made.with_clusters(column(clusters));
    if (isGiven(taken) && !isGiven(strata))
        throw new TypeError("A share of clusters taken is a stratum's: give strata (one for all rows, if there are none)");
    if (isGiven(strata))
        made = made.with_strata(column(strata), optional(taken));
    return made;
}

/* Measures the inequality between groups, by a measure's short name: one area, or a
 * row an area. Options are the columns of subgroups(), the properties of
 * InequalityOptions in camel case, and confidence, multiplier and method. */
export function inequality(kind, estimate, options = {}) {
    const groups = {};
    const rest = {};
    for (const [key, value] of Object.entries(options))
        (COLUMNS.has(key) ? groups : rest)[key] = value;
    return subgroups(estimate, groups).measure(kind, rest);
}
