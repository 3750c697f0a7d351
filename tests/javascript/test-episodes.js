/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Episodes and their measures, on rows that can be counted by hand.
 */
import {done, equal, near, ok, test, throws} from './tap.js';

const {default: Marmot, column, episodeOptions, episodes} = await import(`file://${ARGV[0]}/marmot.js`);

const day = (year, month, date) => new Date(Date.UTC(year, month - 1, date));
const FIGURES = {
    id: ['a', 'b', 'c', 'd'],
    family: ['f1', 'f2', 'f1', 'f3'],
    start: column([day(2024, 1, 1), day(2024, 1, 1), day(2024, 9, 1), day(2024, 10, 1)]),
    end: column([day(2024, 4, 22), day(2024, 4, 23), null, day(2024, 11, 1)]),
    end_reason: ['outcomes-met', 'not-met', null, null],
    locality: ['North', 'North', 'South', 'South'],
};

test('a set is a list of episodes', () => {
    const set = episodes(FIGURES);
    equal(set.nRows, 4);
    equal([...set].map(one => one.id), ['a', 'b', 'c', 'd']);
    equal(+[...set][0].start, +day(2024, 1, 1));
    equal([...set][2].end, null);
    equal([...set.openOn(day(2024, 4, 22))].map(one => one.id), ['b']);
    equal(set.datedIn('start', '2024').nRows, 4);
    equal(set.count(Marmot.EpisodeUnit.FAMILY), 3);
    equal(set.coverage.map(Number), [+day(2024, 1, 1), +day(2024, 11, 1)]);
});

test('measures by name', () => {
    const set = episodes(FIGURES);
    const found = set.measure('closed-within', {period: '2024'}).getMeasure(0);
    equal(found.numerator, 2);
    equal(found.denominator, 3);
    near(found.estimate.value, 2 / 3);
    equal(set.measure('outcomes-met', {period: '2024', unknownCounts: true}).sum.denominator, 3);
    equal(set.measure('open-beyond', {day: day(2024, 12, 31)}).sum.nUnknown, 1);
    equal(set.measure('open-beyond', {day: day(2024, 10, 31)}).sum.denominator, 2);
});

test('grouped, by month, with the rows behind', () => {
    const totals = episodes(FIGURES).measure('opened', {period: '2024', by: 'locality', step: 'month', rows: true});
    equal(totals.nGroups, 24);
    const table = totals.toTable().columns();
    equal(table.month.at(0), '2024-01');
    equal([...totals.getMeasure(0).rows].map(Number), [0, 1]);
    equal(totals.sum.numerator, 4);
});

test('parts add up and travel', () => {
    const set = episodes(FIGURES);
    const options = episodeOptions({period: '2024', by: ['locality']});
    const [north, south] = set.split('locality').map(part => part.measure('opened', options));
    ok(north.add(Marmot.EpisodeTotals.deserialize(south.serialize())).equals(set.measure('opened', options)));
});

test('what is not covered is unknown', () => {
    const set = episodes(FIGURES);
    equal(set.measure('return-back', {period: '2024'}).findings.map(one => one.rule), ['episode/coverage']);
    const covered = set.withCoverage(day(2022, 1, 1), day(2025, 12, 31)).measure('return-back', {period: '2024'});
    equal(covered.sum.numerator, 1);
    equal(covered.findings.length, 0);
});

test('needs belong to episodes', () => {
    const needs = {episode: ['a', 'a'], outcome: ['1', '5'], met: column([day(2024, 4, 1), null])};
    equal(episodes(FIGURES, 'early-help', {needs}).measure('needs-met', {period: '2024'}).sum.denominator, 2);
});

test('measures of care, each child once', () => {
    const start = day(2024, 1, 1), move = day(2024, 6, 1);
    const set = episodes({
        person: ['a', 'a', 'b', 'c'],
        start: column([start, move, start, start]),
        end: column([move, null, move, null]),
        start_reason: ['S', 'P', 'S', 'S'],
        end_reason: ['X1', null, 'E4A', null],
        legal_status: ['C2', 'C2', 'C2', 'V4'],
        placement: ['U4', 'K2', 'U4', 'K2'],
        place: ['1', '2', '3', '4'],
        area: ['E08000026', 'E08000029', 'E08000026', 'E08000026'],
    }, 'care');
    const found = set.measure('looked-after', {day: move, rows: true}).getMeasure(0);
    equal([found.numerator, found.countExcluded('short break')], [1, 1]);
    equal([...found.rows].map(Number), [1]);
    equal(set.measure('looked-after', {day: move, lastDayCounts: true}).sum.numerator, 2);
    equal(set.measure('care-started', {period: '2024'}).sum.numerator, 2);
    equal(set.measure('care-ceased', {period: '2024'}).sum.numerator, 1);
    equal(set.measure('placed-adjoining', {day: move, authority: 'E08000026'}).sum.numerator, 1);
    equal(set.measure('placed-with', {day: start, placements: ['U4']}).sum.numerator, 2);
    throws(() => set.measure('placed-adjoining', {day: move}), error => equal(error.name, 'MarmotError'));
    throws(() => episodeOptions({adjacency: set}));
});

test('mistakes are told', () => {
    const set = episodes(FIGURES);
    throws(() => set.measure('closed-inside'), error => equal(error.name, 'RangeError'));
    throws(() => set.measure('opened', {colour: 'red'}), error => equal(error.name, 'TypeError'));
    throws(() => set.measure('opened', {weeks: NaN}), error => equal(error.name, 'RangeError'));
    throws(() => set.measure('opened', {by: 'level'}), error => equal(error.name, 'MarmotError'));
});

await done();
