/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Cohorts: which people a question is about, and why. Everything is computed by the library.
 */
import {column} from './columns.js';
import {toDate} from './dates.js';
import {convert} from './errors.js';
import {leaverOptions} from './leavers.js';
import Gi from './load.js';
import {member} from './statistics.js';
import {toPeriod, toYear} from './table-calls.js';

const Cohort = Gi.Cohort;

/* The library's own, before this module puts its own on the class. */
const library = Object.fromEntries(
    ['filter', 'filter_age', 'follow', 'count_followed', 'get_anniversaries'].map(name => [name, Cohort.prototype[name]]));

/* A period for a text; a year alone is a financial one, as care counts. */
function toYears(period) {
    return toPeriod(period, 'financial');
}

function toColumn(values) {
    return values instanceof Gi.Column || values === null ? values : column(values);
}

function safe(call) {
    return function (...args) {
        try {
            return call.apply(this, args);
        } catch (error) {
            throw convert(error);
        }
    };
}

/* Constructors by the names of the rules. */
const RULES = {
    everybody: people => Cohort.new_everybody(people),
    lookedAfterOn: (people, day, {shortBreaks = false} = {}) => Cohort.new_looked_after_on(people, toDate(day), shortBreaks),
    lookedAfterDuring: (people, period, {shortBreaks = false} = {}) =>
        Cohort.new_looked_after_during(people, toYears(period), shortBreaks),
    startedIn: (people, period) => Cohort.new_started_in(people, toYears(period)),
    ceasedIn: (people, period) => Cohort.new_ceased_in(people, toYears(period)),
    continuouslyLookedAfter: (people, day, {months = 12, variant = 'on-the-day'} = {}) =>
        Cohort.new_continuously_looked_after(people, toDate(day), months, member(Gi.ContinuousCare, variant)),
    birthdayIn: (people, age, period, {options = null} = {}) =>
        Cohort.new_birthday_in(people, age, toYears(period), leaverOptions(options)),
    withStatus: (people, day, statuses, {options = null} = {}) =>
        Cohort.new_with_status(people, toDate(day), typeof statuses === 'string' ? [statuses] : [...statuses],
            leaverOptions(options)),
    openOn: (people, day, {options = null} = {}) => Cohort.new_open_on(people, toDate(day), leaverOptions(options)),
    careLeavers: (people, year, ages, {basis = 'law', options = null} = {}) => {
        const [youngest, oldest] = typeof ages === 'number' ? [ages, ages] : ages;
        return Cohort.new_care_leavers(people, toYear(year), youngest, oldest, member(Gi.LeaverBasis, basis),
            leaverOptions(options));
    },
    fromRows: (people, rows, name, {definition = null} = {}) =>
        Cohort.new_from_rows(people, toColumn(rows).cast(Gi.ColumnType.INTEGER), name, definition),
    fromColumn: (people, answers, name, {definition = null, reasons = null} = {}) =>
        Cohort.new_from_column(people, toColumn(answers), toColumn(reasons), name, definition),
};
for (const [name, rule] of Object.entries(RULES))
    Object.defineProperty(Cohort, name, {configurable: true, writable: true, value: safe(rule)});

function put(name, call) {
    const camel = name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
    /* They are there, and may be written, but not defined again. */
    for (const key of new Set([name, camel]))
        Cohort.prototype[key] = safe(call);
}

put('filter', function (key, value = null) {
    return library.filter.call(this, key, typeof value === 'boolean' ? String(value) : value);
});
put('filter_age', function (fromAge = 0, untilAge = null, {options = null} = {}) {
    return library.filter_age.call(this, fromAge, untilAge ?? -1, leaverOptions(options));
});

/* {days}, or how many {years} after the reference day. */
function toDays(cohort, {days = null, years = null}) {
    if ((days === null) === (years === null))
        throw new TypeError('Say either the days, or how many years');
    if (years !== null)
        return library.get_anniversaries.call(cohort, years);
    if (days instanceof Gi.Column)
        return days;
    return column([...days].map(day => typeof day === 'string' ? new Date(`${day}T00:00:00Z`) : day));
}

put('follow', function ({options = null, ...to} = {}) {
    return library.follow.call(this, toDays(this, to), leaverOptions(options));
});
put('count_followed', function ({options = null, ...to} = {}) {
    return library.count_followed.call(this, toDays(this, to), leaverOptions(options));
});
