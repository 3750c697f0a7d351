/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * People who are or were looked after in GJS. Everybody is made up.
 */
import System from 'system';

import {done, equal, ok, test, throws} from './tap.js';

const {default: Marmot} = await import(`file://${System.programArgs[0]}/marmot.js`);

const day = (year, month, date) => new Date(Date.UTC(year, month - 1, date));

const episodes = {
    person: ['a', 'a', 'b'],
    start: [day(2016, 4, 1), day(2018, 1, 1), day(2019, 1, 1)],
    end: [day(2017, 4, 1), day(2019, 5, 1), day(2019, 6, 1)],
    start_reason: ['S', 'S', 'S'],
    end_reason: ['E4A', 'E6', 'E2'],
    birth: [day(2001, 5, 1), day(2001, 5, 1), day(2004, 1, 1)],
};
const people = Marmot.people({person: ['z'], birth: [day(2000, 2, 29)]}, episodes, {
    facts: {person: ['a'], fact: ['pathway-plan'], start: [day(2018, 5, 1)]},
    complete: ['detained'],
    contacts: {person: ['a'], date: [day(2020, 5, 1)], in_touch: ['YES'], activity: ['P4'], accommodation: ['Z1']},
    health: {person: ['b'], year: [2018], sdq_score: [12]},
    checks: {person: ['b'], check: ['dental'], done: [day(2018, 5, 1)]},
    covers: [day(2015, 4, 1), day(2021, 3, 31)],
});

test('a list and objects', () => {
    equal(people.length, 3);
    equal(`${people}`, '3 people with 3 periods of care');
    equal([...people].map(person => person.person).join(' '), 'z a b');
    equal(people.at(2).death.getTime(), day(2019, 6, 1).getTime());
    equal(people.coverage[1].getTime(), day(2021, 3, 31).getTime());
    equal(people.contacts.get_column_by_name('accommodation_kind').get_text(0), 'Z');
    equal(people.health.get_n_rows(), 1);
    equal(people.checks.get_n_rows(), 1);
    equal(people.facts.get_column_by_name('row').get_integer(0), 1);
    equal(people.nFindings, 1);
    equal(people.findings[0].get_rule(), 'care-leaver/no-care');
});

test('a day and a life', () => {
    const statuses = people.statusesOn(day(2018, 6, 1));
    equal(statuses.get_column_by_name('status').get_text(1), 'eligible');
    const person = people.at(1);
    equal(person.statusOn(day(2018, 6, 1)).get_status(), Marmot.CareStatus.ELIGIBLE);
    equal(person.ageOn(day(2018, 6, 1)), 17);
    equal(person.corporateParentingAppliesOn(day(2018, 6, 1)), Marmot.CareAnswer.YES);
    equal(people.getTimelines().get_n_columns(), person.getTimeline().get_n_columns() + 1);
});

test('conventions', () => {
    const born = Marmot.people({person: ['a'], birth: [day(2004, 2, 29)]}, {
        person: ['a'], start: [day(2019, 1, 1)], end: [day(2020, 2, 29)], start_reason: ['S'], end_reason: ['E6'],
    }, {complete: 'all', covers: [day(2015, 4, 1), day(2021, 3, 31)]});
    const on = (name, options) => born.statusesOn('2021-02-28', options).columns()[name].at(0);
    equal(on('age'), 16);
    equal(on('age', {leapBirthday: 'february'}), 17);
    equal(on('status', 'ssda903-1001'), 'none');
    ok(on('status', 'coventry-paper') !== 'none');
    throws(() => on('status', {weeks: 13}), error => ok(error instanceof TypeError));
    throws(() => on('status', 'mine'), error => ok(error instanceof Marmot.MarmotError));
    throws(() => born.withFacts(null, 'moved'), error => ok(error instanceof TypeError));
});

test('parts', () => {
    const more = people.withPeople({person: ['b'], locality: ['East']});
    equal(more.table.get_column_by_name('locality').get_text(2), 'East');
    const part = people.take([2, 0]);
    equal([...part].map(person => person.person).join(' '), 'b z');
    throws(() => people.take([0, 0]), error => ok(error instanceof Marmot.MarmotError));
});

test('nothing of a cell is told', () => {
    const canary = 'CANARY-7781';
    const told = Marmot.people({person: [canary]}, null, {
        contacts: {person: [canary], year: [2020], in_touch: [canary], activity: [canary]},
    });
    ok(told.nFindings >= 3);
    ok(!told.findings.some(finding => finding.to_string().includes(canary)));
    try {
        told.withContacts({person: [canary], date: [canary]});
        ok(false);
    } catch (error) {
        ok(!error.message.includes(canary));
    }
});

done();
