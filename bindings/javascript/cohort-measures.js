/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures of people: care leavers and children in care. Everything is computed by the library.
 */
import {toGDate} from './dates.js';
import {convert} from './errors.js';
import Gi from './load.js';
import {names} from './patch.js';
import {checkNumber, member} from './statistics.js';
import {toPeriod} from './table-calls.js';

const Set_ = Gi.PersonSet.prototype;

/* The library's own, before this module puts its own on the class. */
const measurePeople = Set_.measure;

const CONVERT = {
    period: value => toPeriod(value, 'financial'),
    day: toGDate,
    by: value => typeof value === 'string' ? [value] : [...value],
    conventions: value => typeof value === 'string' ? names.CareLeaverOptions.new_named(value) : value,
};

const KNOWN = Gi.CohortOptions.list_properties().map(property => property.get_name());

/* Of which time and of whom a measure of people is made, for calls that take the same. */
export function cohortOptions(options = {}) {
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
    return new Gi.CohortOptions(made);
}

/* They are there, and may be written, but not defined again. */
Set_.measure = function (measure, options = {}) {
    try {
        return measurePeople.call(this, member(Gi.CohortMeasure, measure),
            options instanceof Gi.CohortOptions ? options : cohortOptions(options));
    } catch (error) {
        throw convert(error);
    }
};

/* A figure of a measure that stands beside those that others published: a share as a
 * percentage, unless the multiplier says otherwise. */
export function observation(measure, {indicator = null, area = null, period = null, multiplier = 100} = {}) {
    checkNumber('multiplier', multiplier);
    return names.Observation.new_from_measure(measure, indicator, area, period && toPeriod(period, 'financial'), multiplier);
}
