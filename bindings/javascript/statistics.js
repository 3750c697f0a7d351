/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The statistics: numbers in and an estimate out, or columns in and estimates
 * out. Everything is computed by the library.
 */
import {column, constant, isColumn} from './columns.js';
import Gi from './load.js';
import {names} from './patch.js';

const KNOWN = new Set(['confidence', 'multiplier', 'method', 'groups']);
const KNOWN_OF_CONTRASTS = new Set([...KNOWN, 'test']);

/* A member of an enumeration by its short name, or itself. GJS would take anything else for
 * the first member. */
export function member(enumeration, value) {
    if (Number.isInteger(value))
        return value;
    if (typeof value !== 'string')
        throw new RangeError(`one of these belongs here: ${nicks(enumeration).join(', ')}`);
    const name = value.toUpperCase().replaceAll('-', '_');
    if (typeof enumeration[name] !== 'number')
        throw new RangeError(`"${value}" is not one of: ${nicks(enumeration).join(', ')}`);
    return enumeration[name];
}

/* An option that is to be a number, which GObject would take the default in place of. */
export function checkNumber(name, value) {
    if (typeof value === 'number' && !Number.isFinite(value))
        throw new RangeError(`The option "${name}" is not a finite number: give one, or leave it out`);
    return value;
}

/* The short names of an enumeration. */
function nicks(enumeration) {
    return Object.keys(enumeration)
        .filter(name => typeof enumeration[name] === 'number')
        .map(name => name.toLowerCase().replaceAll('_', '-'));
}

/* The short name of a member, such as "wilson" for nickOf(Marmot.Method, Marmot.Method.WILSON). */
export function nickOf(enumeration, value) {
    const name = Object.keys(enumeration).find(key => enumeration[key] === value);
    if (name === undefined)
        throw new RangeError(`This is no member; there are: ${nicks(enumeration).join(', ')}`);
    return name.toLowerCase().replaceAll('_', '-');
}

export function makeOptions({confidence, multiplier, method, test}) {
    const isGiven = option => option !== undefined && option !== null;
    if (![confidence, multiplier, method, test].some(isGiven))
        return null;
    const options = names.IntervalOptions.new();
    if (isGiven(confidence)) {
        const levels = typeof confidence === 'object' ? Array.from(confidence) : [confidence];
        if (!levels.every(level => typeof level === 'number'))
            throw new TypeError('Confidence is a level such as 0.95, or an array of them');
        options.setLevels(levels);
    }
    if (isGiven(multiplier)) {
        if (typeof multiplier !== 'number' || !(multiplier > 0))
            throw new RangeError('A multiplier is above zero, such as 100 for a percentage');
        options.setMultiplier(multiplier);
    }
    if (isGiven(method))
        options.setMethod(member(Gi.Method, method));
    if (isGiven(test))
        options.setTest(member(Gi.Method, test));
    return options;
}

/* Groups of a column, of several columns (an array of them, or an object by name),
 * of all columns of a table, or of groups. */
export function makeGroups(groups) {
    if (groups instanceof Gi.Groups)
        return groups;
    if (groups instanceof Gi.Table)
        return names.Groups.new_from_table(groups, groups.names);
    if (Array.isArray(groups) && groups.length && groups.every(isColumn))
        return names.Groups.new(groups.map(column));
    if (isColumn(groups))
        return names.Groups.new_from_column(column(groups));
    if (typeof groups === 'object')
        return makeGroups(names.Table.from(groups));
    throw new TypeError('Groups are an array, a typed array or a column, several of them, or a table');
}

/* The keys, and the columns of the estimates beside them. */
export function beside(keys, estimates) {
    const both = keys.columns();
    for (const [name, values] of Object.entries(estimates.columns())) {
        if (name in both)
            throw new RangeError(`A key is named "${name}", as a column of the result is: rename it`);
        both[name] = values;
    }
    return names.Table.from(both);
}

/* A statistic x is x, x_column and x_grouped in the library. */
function statistic(name, nInputs = 2, known = KNOWN) {
    const {[name]: one, [`${name}_column`]: many, [`${name}_grouped`]: grouped} = names;

    return function (...args) {
        const inputs = Array.from({length: nInputs}, (_, i) => args[i]);
        const options = args[nInputs] ?? {};
        for (const key of Object.keys(options)) {
            if (!known.has(key))
                throw new TypeError(`There is no option "${key}"; there are: ${[...known].join(', ')}`);
        }
        const made = makeOptions(options);
        if (inputs.every(input => typeof input === 'number')) {
            if (options.groups)
                throw new TypeError('Groups go with columns, and these are numbers');
            return one(...inputs, made);
        }

        const wrong = inputs.find(input => typeof input !== 'number' && !isColumn(input));
        if (wrong !== undefined || inputs.includes(undefined))
            throw new TypeError('Give numbers, arrays, typed arrays or columns');
        /* A number beside a column stands for every row. */
        const {length} = inputs.find(isColumn);
        const columns = inputs.map(input => isColumn(input) ? column(input) : constant(input, length));
        if (options.groups === undefined || options.groups === null)
            return many(...columns, made);
        const grouping = makeGroups(options.groups);
        const estimates = grouped(...columns, grouping, made);
        /* Who made the groups has the keys. */
        return options.groups instanceof Gi.Groups ? estimates : beside(grouping.keys, estimates);
    };
}

/* A proportion with its interval (Wilson's score method). */
export const proportion = statistic('proportion');

/* A rate of events with its interval (exact Poisson limits under ten events,
 * Byar's from ten), per 100,000 unless multiplier says otherwise. */
export const rate = statistic('rate');

/* Two groups: numbers give a Contrast, columns a table. */
export const contrast = (name, nInputs) => statistic(name, nInputs, KNOWN_OF_CONTRASTS);
export const proportionDifference = contrast('proportion_difference', 4);
export const proportionRatio = contrast('proportion_ratio', 4);
export const oddsRatio = contrast('odds_ratio', 4);
export const rateDifference = contrast('rate_difference', 4);
export const rateRatio = contrast('rate_ratio', 4);
export const meanDifference = contrast('mean_difference', 6);
export const meanRatio = contrast('mean_ratio', 6);

/* One group and a standard. */
export const proportionAgainst = contrast('proportion_against', 3);
export const rateAgainst = contrast('rate_against', 3);

/* A mean with Student's interval, from n, the mean and the standard deviation. */
export const mean = statistic('mean', 3);

/* The mean of a column of values, or of each of its groups: a table. */
export function meanOfValues(values, options = {}) {
    for (const key of Object.keys(options)) {
        if (!KNOWN.has(key))
            throw new TypeError(`There is no option "${key}"; there are: ${[...KNOWN].join(', ')}`);
    }
    if (!isColumn(values))
        throw new TypeError('Values are an array, a typed array or a column');
    const grouping = options.groups === undefined || options.groups === null ? null : makeGroups(options.groups);
    const table = names.mean_of_values(column(values), grouping, makeOptions(options));
    return grouping === null || options.groups instanceof Gi.Groups ? table : beside(grouping.keys, table);
}
