/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures of people, on young people who can be counted by hand. Everybody is made up.
 */
import {done, equal, test, throws} from './tap.js';

const {default: Marmot, column, observation, people} = await import(`file://${ARGV[0]}/marmot.js`);

const day = (year, month, date) => new Date(Date.UTC(year, month - 1, date));

const leavers = people(
    {person: ['a', 'b', 'c'], birth: column([day(2004, 6, 15), day(2004, 6, 15), day(2003, 6, 15)]), sex: ['F', 'M', 'M']},
    {
        person: ['a', 'b', 'c'],
        start: column([day(2019, 1, 1), day(2019, 1, 1), day(2019, 1, 1)]),
        end: column([day(2022, 6, 15), day(2022, 6, 15), day(2021, 6, 15)]),
        start_reason: ['S', 'S', 'S'], end_reason: ['E6', 'E6', 'E6'], legal_status: ['C2', 'C2', 'C2'],
        placement: ['U4', 'U4', 'U4'],
    },
    {
        contacts: {person: ['a', 'b', 'c'], year: [2023, 2023, 2023], in_touch: ['YES', 'NO', 'DIED'],
            activity: ['F1', '0', '0'], accommodation: ['U1', '0', '0']},
        covers: [day(2010, 4, 1), day(2024, 3, 31)],
    });

function counts(tally) {
    const found = tally.sum;
    return [found.numerator, found.denominator, Number(found.nUnknown), Number(found.countExcluded(null))];
}

test('outcomes of care leavers by short names', () => {
    equal(counts(leavers.measure('in-touch', {period: '2023/24'})), [1, 2, 0, 1]);
    equal(counts(leavers.measure('neet')), [0, 2, 0, 1]);
    equal(counts(leavers.measure('in-touch', {fromAge: 20, conventions: 'statute'})), [0, 0, 0, 1]);
    const by = leavers.measure('suitable', {by: 'sex'});
    equal(by.toTable().columns().sex.toArray(), ['F', 'M']);
    equal(counts(leavers.measure('children-in-care', {day: day(2020, 1, 1)})), [3, 1, 0, 0]);
});

test('what does not fit is an error', () => {
    throws(() => leavers.measure('in-touch', {fromAge: 21, toAge: 22}),
        error => equal([error.name, /another denominator/.test(error.message)], ['MarmotError', true]));
    throws(() => leavers.measure('dental-check'), error => equal(error.name, 'MarmotError'));
    throws(() => leavers.measure('in-touch', {age: 3}), error => equal(error.name, 'TypeError'));
});

test('a figure beside those of others', () => {
    const figure = observation(leavers.measure('in-touch').sum, {period: '2023/24'});
    equal(figure.value.toString(), '50%');
    equal(figure.note, '1 excluded (died 1)');
    equal(Marmot.CohortMeasure.get_label(Marmot.CohortMeasure.EET), 'Care leavers in education, employment or training');
});

await done();
