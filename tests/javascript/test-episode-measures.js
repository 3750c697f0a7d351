/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures of referrals, child protection and education, on rows that can be counted by hand.
 */
import {done, equal, test, throws} from './tap.js';

const {column, episodes} = await import(`file://${ARGV[0]}/marmot.js`);

const day = (year, month, date) => new Date(Date.UTC(year, month - 1, date));

function counts(totals) {
    const found = totals.sum;
    return [found.numerator, found.denominator, Number(found.nUnknown)];
}

test('re-referrals count from the referral before', () => {
    const set = episodes({
        person: ['a', 'a', 'b', 'b', 'c'],
        start: column([day(2023, 3, 1), day(2024, 3, 1), day(2023, 3, 1), day(2024, 3, 2), day(2024, 2, 1)]),
        end: column([day(2023, 4, 1), null, day(2024, 2, 1), null, null]),
    }, 'referral');
    equal(counts(set.measure('rereferral', {period: '2024'})), [1, 2, 1]);
    equal(set.measure('rereferral', {period: '2024'}).findings.map(one => one.rule), ['episode/coverage']);
    equal(counts(set.withCoverage(day(2022, 1, 1), day(2025, 1, 1)).measure('rereferral', {period: '2024'})), [1, 3, 0]);
});

test('working days end with the calendar', () => {
    const figures = {
        person: ['a', 'b'],
        start: column([day(2024, 12, 2), day(2024, 12, 2)]),
        end: column([day(2025, 2, 6), day(2025, 2, 7)]),
    };
    const set = episodes(figures, 'assessment');
    equal(counts(set.measure('assessment-on-time', {period: '2025'})), [1, 2, 0]);
    equal(counts(set.measure('assessment-on-time', {period: '2025', workingDays: 46})), [2, 2, 0]);
    figures.end = column([day(2025, 2, 6), day(2031, 1, 6)]);
    throws(() => episodes(figures, 'assessment').measure('assessment-on-time'),
        error => equal([error.name, /2027-12-31/.test(error.message)], ['MarmotError', true]));
});

test('plans and their reviews', () => {
    const set = episodes({
        kind: ['child-protection', 'review', 'child-protection', 'review'],
        person: ['a', 'a', 'b', 'b'],
        start: column([day(2024, 8, 31), day(2024, 11, 30), day(2024, 8, 31), day(2024, 12, 1)]),
    }).withCoverage(day(2020, 1, 1), day(2025, 1, 1));
    equal(counts(set.measure('reviews-on-time', {day: day(2024, 12, 31)})), [1, 2, 0]);
    equal(counts(set.measure('repeat-plan-ever', {period: '2024', ownHistory: true})), [0, 0, 2]);
});

test('pupils and enrolments', () => {
    const set = episodes({
        person: ['a', 'a', 'b'],
        start: column([day(2024, 9, 2), day(2024, 9, 2), day(2024, 9, 2)]),
        sessions: [150, 50, 30],
        missed: [12, 10, 3],
    }, 'enrolment');
    equal(counts(set.measure('persistent-absence', {period: '2024/25'})), [2, 2, 0]);
    equal(counts(set.measure('persistent-absence', {period: '2024/25', unit: 'episode'})), [2, 3, 0]);
});

test('not in education, and not known', () => {
    const set = episodes({
        person: ['a', 'b', 'c', 'd'],
        start: column(Array(4).fill(day(2024, 9, 1))),
        activity: ['neet', 'eet', 'not-known', null],
    }, 'participation', {covers: [day(2024, 9, 1), day(2024, 12, 31)]});
    const on = {day: day(2024, 12, 31)};
    equal(['neet', 'not-known', 'neet-or-not-known'].map(name => counts(set.measure(name, on))),
        [[1, 3, 1], [1, 3, 1], [2, 3, 1]]);
});

await done();
