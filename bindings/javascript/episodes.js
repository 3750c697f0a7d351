/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Episodes and their measures. Everything is computed by the library.
 */
import {dayToDate, toGDate} from './dates.js';
import {convert} from './errors.js';
import Gi from './load.js';
import {names} from './patch.js';
import {checkNumber, member} from './statistics.js';
import {makeTable, toDay, toPeriod} from './table-calls.js';

const Set_ = Gi.EpisodeSet.prototype;

/* The library's own, before this module puts its own on the class. */
const library = Object.fromEntries(
    ['measure', 'with_coverage', 'get_coverage', 'open_on', 'open_during', 'dated_in', 'with_needs']
        .map(name => [name, Set_[name]]));

function list(value) {
    return typeof value === 'string' ? [value] : [...value];
}

const CONVERT = {
    period: toPeriod,
    day: toGDate,
    by: list,
    agencies: list,
    placements: list,
    step: value => member(Gi.EpisodeStep, value),
    unit: value => member(Gi.EpisodeUnit, value),
};

const KNOWN = Gi.EpisodeOptions.list_properties().map(property => property.get_name());

/* The conventions of a measure, for calls that take the same ones. */
export function episodeOptions(options = {}) {
    const made = {};
    for (const [name, value] of Object.entries(options)) {
        if (value === undefined || value === null)
            continue;
        checkNumber(name, value);
        const property = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
        if (!KNOWN.includes(property))
            throw new TypeError(`There is no option ${name}; there are: ${KNOWN.join(', ')}`);
        made[property.replaceAll('-', '_')] = CONVERT[name]?.(value) ?? value;
    }
    return new Gi.EpisodeOptions(made);
}

/* Episodes out of columns, with the names that an EpisodeSet has. */
export function episodes(figures, kind = 'early-help', {needs = null, covers = null} = {}) {
    let made = names.EpisodeSet.new(member(Gi.EpisodeKind, kind), makeTable(figures));
    if (needs)
        made = made.withNeeds(needs);
    return covers ? made.withCoverage(...covers) : made;
}

function put(name, call) {
    const safe = function (...args) {
        try {
            return call.apply(this, args);
        } catch (error) {
            throw convert(error);
        }
    };
    const camel = name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
    /* They are there, and may be written, but not defined again. */
    for (const key of new Set([name, camel]))
        Set_[key] = safe;
}

put('measure', function (measure, options = {}) {
    return library.measure.call(this, member(Gi.EpisodeMeasure, measure),
        options instanceof Gi.EpisodeOptions ? options : episodeOptions(options));
});
put('with_coverage', function (first, last) {
    return library.with_coverage.call(this, toDay(first), toDay(last));
});
put('open_on', function (day) {
    return library.open_on.call(this, toDay(day));
});
put('open_during', function (period) {
    return library.open_during.call(this, toPeriod(period));
});
put('dated_in', function (column, period) {
    return library.dated_in.call(this, column, toPeriod(period));
});
put('with_needs', function (needs) {
    return library.with_needs.call(this, makeTable(needs));
});
/* The first and the last day that the set knows of, or null. */
put('get_coverage', function () {
    const [known, first, last] = library.get_coverage.call(this);
    return known ? [dayToDate(first), dayToDate(last)] : null;
});
Object.defineProperty(Set_, 'coverage', {configurable: true, get() {
    return this.getCoverage();
}});
