/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Cohorts in GJS. All people are made up.
 */
import GLib from 'gi://GLib';
import System from 'system';

import {done, equal, ok, test, throws} from './tap.js';

const {default: Marmot} = await import(`file://${System.programArgs[0]}/marmot.js`);

const read = (text, name) => Marmot.CsvReader.new().read_bytes(new GLib.Bytes(new TextEncoder().encode(text)), name);
const day = (year, month, date) => new Date(Date.UTC(year, month - 1, date));

const figures = read(`person,birth,sex
in,2012-05-01,F
left,2012-05-01,M
home,2007-01-01,F
alone,2004-06-01,
who,,M
`, 'people.csv');
const spells = Marmot.EpisodeSet.new(Marmot.EpisodeKind.CARE, read(`person,start,end,end_reason,legal_status
in,2020-01-01,,X1,C2
left,2020-01-01,2024-03-31,E4A,C2
home,2022-01-01,2023-06-01,E4A,C2
alone,2019-01-01,2022-06-01,E5,C2
who,2020-01-01,2022-01-01,E8,C2
`, 'care.csv')).link(null);

const people = Marmot.PersonSet.new(figures, spells).withCoverage(day(2018, 4, 1), day(2024, 6, 30));
const {Cohort} = Marmot;
const answers = cohort => cohort.answers.toArray();

test('a day and why', () => {
    const cohort = Cohort.lookedAfterOn(people, '2024-03-31');
    equal(answers(cohort), [true, false, false, false, false]);
    equal(`${cohort}`, 'looked after on 31 March 2024: 1 of 5 people');
    equal(cohort.reason_at(1), 'care ended on the day itself');
    ok(cohort.equals(Cohort.lookedAfterOn(people, day(2024, 3, 31), {shortBreaks: true})));
    equal(cohort.reasons.get_n_rows(), 3);
    equal(cohort.nMembers, 1);
    equal(`${cohort.reference}`, '31 March 2024');
});

test('members are a list', () => {
    const cohort = Cohort.lookedAfterDuring(people, '2023/24');
    equal(cohort.length, 3);
    equal([...cohort].map(leaver => leaver.person), ['in', 'left', 'home']);
    equal(cohort.toPersonSet().nRows, 3);
});

test('rules', () => {
    equal(answers(Cohort.everybody(people)), [true, true, true, true, true]);
    equal(Cohort.startedIn(people, '2023/24').length, 0);
    equal(answers(Cohort.ceasedIn(people, '2023/24')), [false, true, true, false, false]);
    equal(Cohort.continuouslyLookedAfter(people, '2024-03-31').length, 1);
    equal(Cohort.continuouslyLookedAfter(people, '2024-03-31', {variant: 'ssda903'}).length, 2);
    equal(answers(Cohort.birthdayIn(people, 17, '2023/24')), [false, false, true, false, null]);
    equal(answers(Cohort.withStatus(people, '2024-03-31', ['relevant', 'former-relevant'])),
        [false, false, null, true, null]);
    equal(answers(Cohort.withStatus(people, '2024-03-31', 'relevant', {options: 'ssda903-1001'}))[2], true);
    equal(answers(Cohort.openOn(people, '2024-03-31')), [false, false, null, null, null]);
    equal(answers(Cohort.careLeavers(people, '2023/24', [19, 21])), [false, false, false, true, null]);
    equal(Cohort.careLeavers(people, 2023, 19, {basis: 'return'}).nUndetermined, 2);
    throws(() => Cohort.careLeavers(people, 2023, [19, 25]),
        error => ok(/denominator of its own/.test(error.message), error.message));
});

test('a rule of one\'s own', () => {
    const cohort = Cohort.fromColumn(people, [true, null, false, false, false], 'on our list',
        {definition: 'As the housing team has it.', reasons: ['rule 4', 'file not found', null, null, null]});
    equal(answers(cohort), [true, null, false, false, false]);
    equal(cohort.reason_at(0), 'rule 4');
    equal(answers(Cohort.fromRows(people, [4, 0], 'two')), [true, false, false, false, true]);
    throws(() => Cohort.fromRows(people, [5], 'nobody'), error => ok(/no row/.test(error.message), error.message));
});

test('and, or, less, not', () => {
    const a = Cohort.fromColumn(people, [true, true, false, null, null], 'a');
    const b = Cohort.fromColumn(people, [true, false, null, true, false], 'b');
    equal(answers(a.intersection(b)), [true, false, false, null, false]);
    equal(answers(a.union(b)), [true, true, null, true, null]);
    equal(answers(a.difference(b)), [false, true, false, false, null]);
    equal(answers(a.complement()), [false, false, true, null, null]);
    ok(a.difference(b).equals(a.intersection(b.complement())));
    equal(a.withName('ours').name, 'ours');
});

test('parts', () => {
    const cohort = Cohort.everybody(people);
    equal(answers(cohort.filter('sex', 'F')), [true, false, true, null, false]);
    equal(answers(cohort.filter('sex')), [false, false, false, true, false]);
    equal(cohort.split('sex').map(part => [part.part, part.length]), [['F', 2], ['M', 2], [null, 1]]);
    equal(cohort.countBy('sex').get_n_rows(), 3);
    const on = Cohort.lookedAfterDuring(people, '2023/24');
    equal(answers(on.filterAge(0, 15)), [true, true, false, false, false]);
    equal(answers(on.filterAge(16)), [false, false, true, false, false]);
});

test('compare and follow', () => {
    const first = Cohort.lookedAfterOn(people, '2023-03-31');
    const second = Cohort.lookedAfterOn(people, '2024-03-31');
    equal(Array.from(first.compare(second).get_column_by_name('n').toArray(), Number), [1, 1, 1, 2]);
    equal(first.countAs(second).toArray(), ['in', 'out', 'out', null, null]);
    const states = ['looked-after', 'looked-after', 'looked-after', 'left', 'looked-after', 'left'];
    equal(first.follow({years: 1}).get_column_by_name('state').toArray(), states);
    equal(first.follow({days: ['2023-03-31', day(2024, 3, 31)]}).get_column_by_name('state').toArray(), states);
    equal(Array.from(first.countFollowed({years: 1}).get_column_by_name('n').toArray(), Number).reduce((a, b) => a + b), 6);
    throws(() => first.follow(), error => ok(/how many years/.test(error.message), error.message));
});

await done();
