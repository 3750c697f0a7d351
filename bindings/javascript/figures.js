/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The statistics that take several columns by their names: a table, or an object
 * of columns, in, and a table out. Everything is computed by the library.
 */
import Gi from './load.js';
import {names} from './patch.js';
import {beside, makeOptions} from './statistics.js';
import {checkOptions, given, makeGrouping, makeTable, run} from './table-calls.js';

const STANDARDISATION = ['groups', 'standard', 'confidence', 'multiplier', 'method', 'minimumCount', 'missingIsZero'];

function standardisation(options) {
    const {standard} = options;
    return new Gi.StandardisationOptions(given({
        interval: makeOptions(options),
        standard: typeof standard === 'string' ? names.StandardPopulation.new_builtin(standard) : standard,
        minimum_count: options.minimumCount,
        missing_is_zero: options.missingIsZero,
    }));
}

function standardised(name) {
    return function (figures, options = {}) {
        checkOptions(options, STANDARDISATION);
        return run(name, figures, options.groups, standardisation(options));
    };
}

/* Directly standardised rates, with the crude rates beside them. */
export const directRates = standardised('direct_rates');

const INDIRECT = ['observed', 'groups', 'confidence', 'multiplier', 'method', 'missingIsZero'];

function indirect(name) {
    return function (figures, options = {}) {
        checkOptions(options, INDIRECT);
        const table = makeTable(figures);
        const grouping = makeGrouping(table, options.groups);
        const observed = options.observed ? makeTable(options.observed) : null;
        const result = names[name](table, observed, grouping, standardisation(options));
        return grouping?.keys ? beside(grouping.keys, result) : result;
    };
}

/* Indirectly standardised rates and ratios, with the crude rates beside them. */
export const indirectRates = indirect('indirect_rates');
export const indirectRatios = indirect('indirect_ratios');

/* Years of life lost, standardised and crude. */
export const yearsLostRates = standardised('years_lost_rates');

const LIFE = ['groups', 'age', 'confidence', 'infantPart', 'minimumPopulation', 'minimumDeaths', 'maximumWidth',
    'deathsOverPopulation'];

function lifeOptions({confidence, infantPart, minimumPopulation, minimumDeaths, maximumWidth, deathsOverPopulation}) {
    return new Gi.LifeTableOptions(given({
        interval: makeOptions({confidence}),
        infant_part: infantPart,
        minimum_population: minimumPopulation,
        minimum_deaths: minimumDeaths,
        maximum_width: maximumWidth,
        deaths_over_population: deathsOverPopulation,
    }));
}

/* Whose results have their keys already. */
function ofLife(name) {
    return function (figures, options = {}) {
        checkOptions(options, LIFE);
        const table = makeTable(figures);
        return names[name](table, makeGrouping(table, options.groups), lifeOptions(options));
    };
}

/* Abridged life tables, and gaps between two of them taken apart. */
export const lifeTables = ofLife('life_tables');
export const lifeGaps = ofLife('life_gaps');

/* Life expectancy at one age, birth if none is given. */
export function lifeExpectancies(figures, options = {}) {
    checkOptions(options, LIFE);
    return run('life_expectancies', figures, options.groups, options.age ?? 0, lifeOptions(options));
}

function list(columns) {
    return typeof columns === 'string' ? [columns] : [...columns ?? []];
}

/* What the rows of each group come to, as values that add () to one another. */
export function totals(figures, options = {}) {
    checkOptions(options, ['keys', 'sums', 'values']);
    return names.Totals.new(makeTable(figures), list(options.keys), list(options.sums), list(options.values));
}
