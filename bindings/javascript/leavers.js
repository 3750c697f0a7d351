/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Care leavers and their legal status. Everything is computed by the library.
 */
import {toDate} from './dates.js';
import {convert} from './errors.js';
import Gi from './load.js';
import {names} from './patch.js';
import {checkNumber, member} from './statistics.js';

const Leaver = Gi.CareLeaver.prototype;

/* The library's own, before this module puts its own on the class. */
const library = Object.fromEntries(
    ['add_contact', 'add_fact', 'add_spell', 'age_on', 'corporate_parenting_applies_on', 'get_timeline', 'set_complete',
        'set_covered_from', 'set_covered_until', 'set_death', 'set_uasc_until', 'status_on'].map(name => [name, Leaver[name]]));

/* Their short names, as the library lists them. */
const FACTS = Object.keys(Gi.CareFacts).filter(name => name !== 'NONE')
    .map(name => name.replaceAll('_', '-').toLowerCase());

function toFact(fact) {
    if (typeof fact === 'number')
        return fact;
    const place = FACTS.indexOf(fact.replaceAll('_', '-').toLowerCase());
    if (place < 0)
        throw new TypeError(`There is no such fact; there are: ${FACTS.join(', ')}`);
    return Gi.CareFacts[FACTS[place].replaceAll('-', '_').toUpperCase()];
}

/* Flags for a short name, several of them, or flags; "all" is every one. */
export function toFacts(facts) {
    if (facts === undefined || facts === null)
        return 0;
    if (typeof facts === 'number')
        return facts;
    const listed = facts === 'all' ? FACTS : typeof facts === 'string' ? [facts] : [...facts];
    return listed.reduce((flags, fact) => flags | toFact(fact), 0);
}

const CONVERT = {
    dayCount: value => member(Gi.CareDayCount, value),
    leapBirthday: value => member(Gi.LeapBirthday, value),
};

const KNOWN = Gi.CareLeaverOptions.list_properties().map(property => property.get_name());

/* Conventions: an object of them, the name of somebody's ("ssda903-1001"), or options. */
export function leaverOptions(options) {
    if (options === undefined || options === null || options instanceof Gi.CareLeaverOptions)
        return options ?? null;
    if (typeof options === 'string')
        return names.CareLeaverOptions.new_named(options);
    const made = {};
    for (const [name, value] of Object.entries(options)) {
        if (value === undefined || value === null)
            continue;
        checkNumber(name, value);
        const property = name.replace(/([A-Z]|\d+)/g, part => `-${part.toLowerCase()}`);
        if (!KNOWN.includes(property))
            throw new TypeError(`There is no option ${name}; there are: ${KNOWN.join(', ')}`);
        made[property.replaceAll('-', '_')] = CONVERT[name]?.(value) ?? value;
    }
    return new Gi.CareLeaverOptions(made);
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
        Leaver[key] = safe;
}

put('add_spell', function ({start, end = null, endReason = null, placement = null, shortBreak = false}) {
    library.add_spell.call(this, toDate(start), toDate(end), endReason, placement, shortBreak);
});
put('add_fact', function ({fact, start, end = null}) {
    library.add_fact.call(this, toFact(fact), toDate(start), toDate(end));
});
put('add_contact', function ({date, inTouch = null, activity = null, accommodation = null}) {
    library.add_contact.call(this, toDate(date), inTouch, activity, accommodation);
});
put('set_complete', function (facts) {
    library.set_complete.call(this, toFacts(facts));
});
for (const name of ['set_death', 'set_uasc_until', 'set_covered_from', 'set_covered_until']) {
    put(name, function (day) {
        library[name].call(this, toDate(day));
    });
}
for (const name of ['status_on', 'corporate_parenting_applies_on', 'age_on']) {
    put(name, function (day, options = null) {
        return library[name].call(this, toDate(day), leaverOptions(options));
    });
}
put('get_timeline', function (options = null) {
    return library.get_timeline.call(this, leaverOptions(options));
});

/* One person: {birth, spells, facts, contacts, complete, person, death, uascUntil, coveredFrom,
 * coveredUntil}. */
export function careLeaver({birth = null, spells = [], facts = [], contacts = [], complete = null, person = null,
    death = null, uascUntil = null, coveredFrom = null, coveredUntil = null} = {}) {
    const made = Gi.CareLeaver.new(person, toDate(birth));
    spells.forEach(spell => made.add_spell(spell));
    facts.forEach(fact => made.add_fact(fact));
    contacts.forEach(contact => made.add_contact(contact));
    made.set_complete(complete);
    made.set_death(death);
    made.set_uasc_until(uascUntil);
    made.set_covered_from(coveredFrom);
    made.set_covered_until(coveredUntil);
    return made;
}
