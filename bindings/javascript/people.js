/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * People who are or were looked after, and their statuses. Everything is computed by
 * the library.
 */
import {column} from './columns.js';
import {dayToDate, toDate} from './dates.js';
import {convert} from './errors.js';
import {leaverOptions, toFacts} from './leavers.js';
import Gi from './load.js';
import {names} from './patch.js';
import {makeTable, toDay} from './table-calls.js';

const Set_ = Gi.PersonSet.prototype;

/* The library's own, before this module puts its own on the class. */
const library = Object.fromEntries(
    ['with_people', 'with_facts', 'with_contacts', 'with_health', 'with_checks', 'with_coverage', 'get_coverage',
        'statuses_on', 'get_timelines', 'take'].map(name => [name, Set_[name]]));

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
    if (facts || toFacts(complete))
        made = made.withFacts(facts, complete);
    if (contacts)
        made = made.withContacts(contacts);
    if (health)
        made = made.withHealth(health);
    if (checks)
        made = made.withChecks(checks);
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

put('with_facts', function (facts = null, complete = []) {
    return library.with_facts.call(this, facts && makeTable(facts), toFacts(complete));
});
for (const name of ['with_people', 'with_contacts', 'with_health', 'with_checks']) {
    put(name, function (figures) {
        return library[name].call(this, makeTable(figures));
    });
}
put('with_coverage', function (first, last) {
    return library.with_coverage.call(this, toDay(first), toDay(last));
});
/* The first and the last day that the records cover, or null. */
put('get_coverage', function () {
    const [known, first, last] = library.get_coverage.call(this);
    return known ? [dayToDate(first), dayToDate(last)] : null;
});
Object.defineProperty(Set_, 'coverage', {configurable: true, get() {
    return this.getCoverage();
}});
/* Rows as a column, or as numbers. */
put('take', function (rows) {
    return library.take.call(this, rows instanceof Gi.Column ? rows : column(BigInt64Array.from([...rows], BigInt)));
});
put('statuses_on', function (day, options = null) {
    return library.statuses_on.call(this, toDate(day), leaverOptions(options));
});
put('get_timelines', function (options = null) {
    return library.get_timelines.call(this, leaverOptions(options));
});
