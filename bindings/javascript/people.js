/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * People who are or were looked after, and their legal status. Everything is computed by
 * the library.
 */
import {column} from './columns.js';
import {dayToDate, toGDate} from './dates.js';
import {convert} from './errors.js';
import Gi from './load.js';
import {names} from './patch.js';
import {checkNumber, member} from './statistics.js';
import {makeTable, toDay} from './table-calls.js';

const Set_ = Gi.PersonSet.prototype;
const Leaver = Gi.CareLeaver.prototype;

/* The library's own, before this module puts its own on the classes. */
const library = Object.fromEntries(
    ['with_facts', 'with_contacts', 'with_health', 'with_checks', 'with_coverage', 'get_coverage', 'statuses_on',
        'get_timelines', 'take'].map(name => [name, Set_[name]]));
const one = Object.fromEntries(
    ['status_on', 'age_on', 'corporate_parenting_applies_on', 'get_timeline'].map(name => [name, Leaver[name]]));

const CONVERT = {
    dayCount: value => member(Gi.CareDayCount, value),
    leapBirthday: value => member(Gi.LeapBirthday, value),
};

const KNOWN = Gi.CareLeaverOptions.list_properties().map(property => property.get_name());

/* The conventions by which a legal status is found: a name, such as "ssda903-1001", and the
 * properties that differ from it. */
export function careLeaverOptions(conventions = null, options = {}) {
    let base = conventions;
    if (base !== null && typeof base === 'object' && !(base instanceof Gi.CareLeaverOptions))
        [base, options] = [null, base];
    if (typeof base === 'string')
        base = names.CareLeaverOptions.new_named(base);
    const made = {};
    for (const property of base === null ? [] : KNOWN)
        made[property.replaceAll('-', '_')] = base[property.replaceAll('-', '_')];
    for (const [name, value] of Object.entries(options)) {
        if (value === undefined || value === null)
            continue;
        checkNumber(name, value);
        const property = name.replace(/[A-Z]|\d+/g, part => `-${part.toLowerCase()}`).replaceAll('_', '-')
            .replaceAll('--', '-');
        if (!KNOWN.includes(property))
            throw new TypeError(`There is no option ${name}; there are: ${KNOWN.join(', ')}`);
        made[property.replaceAll('-', '_')] = CONVERT[name]?.(value) ?? value;
    }
    return new Gi.CareLeaverOptions(made);
}

function toOptions(options) {
    if (options === undefined || options === null || options instanceof Gi.CareLeaverOptions)
        return options ?? null;
    return careLeaverOptions(options);
}

const FACTS = Object.entries(Gi.CareFacts).filter(([, value]) => typeof value === 'number' && value > 0);

/* Facts by their short names, such as "detained" or ["detained", "education"]; "all" for all
 * of them. */
export function careFacts(facts) {
    let made = 0;
    for (const fact of Array.isArray(facts) ? facts : [facts]) {
        if (typeof fact === 'number') {
            made |= fact;
            continue;
        }
        const name = fact.toUpperCase().replaceAll('-', '_');
        const found = FACTS.filter(([known]) => name === 'ALL' || known === name);
        if (!found.length) {
            const listed = FACTS.map(([known]) => known.toLowerCase().replaceAll('_', '-'));
            throw new TypeError(`There is no such fact; there are: ${listed.join(', ')}`);
        }
        for (const [, value] of found)
            made |= value;
    }
    return made;
}

/* Periods of care: made of a table of episodes where they are none yet. */
function toSpells(spells) {
    if (spells === undefined || spells === null || spells instanceof Gi.SpellSet)
        return spells ?? null;
    const episodes = spells instanceof Gi.EpisodeSet
        ? spells : names.EpisodeSet.new(Gi.EpisodeKind.CARE, makeTable(spells));
    return episodes.link(null);
}

/* People who are or were looked after: of a CareReturn, or of a table with a row a person and
 * their periods of care, or the episodes that these are linked from. */
export function people(figures, spells = null, {facts = null, complete = [], contacts = null, health = null,
    checks = null, covers = null} = {}) {
    let made;
    if (figures instanceof Gi.CareReturn) {
        if (spells !== null)
            throw new TypeError('A return has its own periods of care: leave them out');
        made = names.PersonSet.new_from_return(figures);
    } else {
        made = names.PersonSet.new(makeTable(figures), toSpells(spells));
    }
    if (facts || careFacts(complete))
        made = made.withFacts(facts, complete);
    if (contacts)
        made = made.withContacts(contacts);
    if (health)
        made = made.withHealth(health);
    if (checks)
        made = made.withChecks(checks);
    return covers ? made.withCoverage(...covers) : made;
}

function toDate(day) {
    return day === undefined || day === null ? null : toGDate(day);
}

/* One person who is or was looked after. */
export function careLeaver(birth = null, {person = null, spells = [], facts = [], contacts = [], complete = [],
    death = null, uascUntil = null, coveredUntil = null} = {}) {
    const made = names.CareLeaver.new(person, toDate(birth));
    for (const {start, end, endReason, placement, shortBreak} of spells)
        made.add_spell(toDate(start), toDate(end), endReason ?? null, placement ?? null, shortBreak ?? false);
    for (const {fact, start, end} of facts)
        made.add_fact(careFacts(fact), toDate(start), toDate(end));
    for (const {day, inTouch, activity, accommodation} of contacts)
        made.add_contact(toDate(day), inTouch ?? null, activity ?? null, accommodation ?? null);
    made.set_complete(careFacts(complete));
    made.set_death(toDate(death));
    made.set_uasc_until(toDate(uascUntil));
    made.set_covered_until(toDate(coveredUntil));
    return made;
}

function put(target, name, call) {
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
        target[key] = safe;
}

put(Set_, 'with_facts', function (facts = null, complete = []) {
    return library.with_facts.call(this, facts && makeTable(facts), careFacts(complete));
});
for (const name of ['with_contacts', 'with_health', 'with_checks']) {
    put(Set_, name, function (figures) {
        return library[name].call(this, makeTable(figures));
    });
}
put(Set_, 'with_coverage', function (first, last) {
    return library.with_coverage.call(this, toDay(first), toDay(last));
});
/* The first and the last day that the records cover, or null. */
put(Set_, 'get_coverage', function () {
    const [known, first, last] = library.get_coverage.call(this);
    return known ? [dayToDate(first), dayToDate(last)] : null;
});
Object.defineProperty(Set_, 'coverage', {configurable: true, get() {
    return this.getCoverage();
}});
/* Rows as a column, or as numbers. */
put(Set_, 'take', function (rows) {
    return library.take.call(this, rows instanceof Gi.Column ? rows : column(BigInt64Array.from([...rows], BigInt)));
});
put(Set_, 'statuses_on', function (day, options = null) {
    return library.statuses_on.call(this, toGDate(day), toOptions(options));
});
put(Set_, 'get_timelines', function (options = null) {
    return library.get_timelines.call(this, toOptions(options));
});
put(Leaver, 'status_on', function (day, options = null) {
    return one.status_on.call(this, toGDate(day), toOptions(options));
});
/* The age in completed years; null where nobody knows it. */
put(Leaver, 'age_on', function (day, options = null) {
    const age = one.age_on.call(this, toGDate(day), toOptions(options));
    return age < 0 ? null : age;
});
put(Leaver, 'corporate_parenting_applies_on', function (day, options = null) {
    return one.corporate_parenting_applies_on.call(this, toGDate(day), toOptions(options));
});
put(Leaver, 'get_timeline', function (options = null) {
    return one.get_timeline.call(this, toOptions(options));
});
