/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How the statistics of tables are called: the table, the groups and the options.
 */
import {dateToDay} from './dates.js';
import Gi from './load.js';
import {names} from './patch.js';
import {beside, makeGroups, member} from './statistics.js';

export function makeTable(figures) {
    return figures instanceof Gi.Table ? figures : names.Table.from(figures);
}

/* A day as the library counts it. */
export function toDay(day) {
    return day instanceof Date ? dateToDay(day) : day;
}

/* A period for a text; a year alone is a calendar year. */
export function toPeriod(period, hint = 'calendar') {
    return typeof period === 'string' ? names.Period.parse(period, member(Gi.YearType, hint)) : period;
}

/* 2017 for 2017, "2017/18" or such a period. */
export function toYear(year) {
    if (/^\d{4}$/.test(String(year)))
        return Number(year);
    return (year instanceof Gi.Period ? year : names.Period.parse(year, Gi.YearType.FINANCIAL)).get_year();
}

/* Groups by the names of columns of the figures, or by whatever groups() takes. */
export function makeGrouping(table, groups) {
    if (groups === undefined || groups === null)
        return null;
    if (typeof groups === 'string')
        return names.Groups.new_from_table(table, [groups]);
    if (Array.isArray(groups) && groups.length && groups.every(name => typeof name === 'string'))
        return names.Groups.new_from_table(table, groups);
    return makeGroups(groups);
}

export function checkOptions(options, known) {
    for (const key of Object.keys(options)) {
        if (!known.includes(key))
            throw new TypeError(`There is no option "${key}"; there are: ${known.join(', ')}`);
    }
}

/* The properties of options that are given. GObject would warn of a number that is none, and
 * take the default in place of it. */
export function given(properties) {
    const made = {};
    for (const [name, value] of Object.entries(properties)) {
        if (value === undefined || value === null)
            continue;
        if (typeof value === 'string' || (typeof value === 'number' && !Number.isFinite(value)))
            throw new RangeError(`The option for "${name.replaceAll('_', '-')}" is not a number`);
        made[name] = value;
    }
    return made;
}

/* Calls the statistic of this name over figures and groups. */
export function run(name, figures, groups, ...rest) {
    const table = makeTable(figures);
    const grouping = makeGrouping(table, groups);
    const result = names[name](table, grouping, ...rest);
    return grouping?.keys ? beside(grouping.keys, result) : result;
}
