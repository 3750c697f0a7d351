/* SPDX-License-Identifier: LGPL-2.1-or-later */
import {done, equal, near, ok, test, throws} from './tap.js';

const {default: Marmot, directRates, indirectRatios, lifeExpectancies, lifeGaps, lifeTables, totals, yearsLostRates} = await import(`file://${ARGV[0]}/marmot.js`);

test('directly standardised rates by area, beside the crude', () => {
    const out = directRates({
        area: ['a', 'a', 'b', 'b'],
        count: [20, 10, 1, 2],
        population: [1000, 1000, 500, 500],
        weight: [1, 3, 1, 3],
    }, {groups: 'area', multiplier: 1000}).columns();
    equal(out.area.at(1), 'b');
    near(out.value.at(0), 12.5);
    near(out.crude.at(0), 15);
    equal(out.status.at(1), 'too-few-events');
});

test('a standard population by its name', () => {
    const standard = Marmot.StandardPopulation.new_builtin('european-2013');
    const band = standard.bands;
    const out = directRates({band, count: band.map(() => 4), population: band.map(() => 400)},
        {standard: 'european-2013', confidence: [0.95, 0.998]}).columns();
    near(out.value.at(0), 1000);
    throws(() => directRates({count: [1], population: [1]}, {standard: 'atlantis'}), () => {});
    throws(() => directRates({}, {colour: 'red'}), error => equal(error.name, 'TypeError'));
});

test('years of life lost', () => {
    const out = yearsLostRates({count: [10, 20], population: [10000, 8000], weight: [60, 30], years: [35, 5]}).columns();
    near(out.crude.at(0), 2500);
});

test('indirect ratios with totals given apart', () => {
    const out = indirectRatios({
        area: ['b', 'a'], population: [100, 200], reference_count: [10, 10], reference_population: [100, 100],
    }, {groups: 'area', observed: {area: ['b'], count: [5]}}).columns();
    near(out.value.at(1), 0.5);
    equal(out.status.at(0), 'missing');
});

test('life tables and gaps', () => {
    const first = {age: [0, 5, 75], deaths: [12, 900, 4000], population: [20000, 200000, 50000]};
    const tables = lifeTables(first).columns();
    near(tables.value.at(2), 12.5);
    equal(lifeExpectancies(first, {age: 75}).columns().deaths.at(0), 4000);
    equal(lifeExpectancies(first, {minimumPopulation: 1e9}).columns().status.at(0), 'population-too-small');
    const inside = lifeExpectancies(first, {age: 66}).columns();
    ok(inside.value.at(0) > 12.5 && inside.lower.at(0) < inside.value.at(0) && inside.value.at(0) < inside.upper.at(0));
    const parts = lifeGaps({
        age: [0, 5, 75, 0, 5, 75], second: [0, 0, 0, 1, 1, 1], deaths: [12, 900, 4000, 8, 600, 3900],
        population: [20000, 200000, 50000, 20000, 200000, 50000],
    }).columns();
    equal(parts.part.at(0), 'gap');
    ok(parts.value.at(0) > 0);
    near(parts.value.at(1) + parts.value.at(2) + parts.value.at(3), parts.value.at(0));
});

test('totals of parts are those of the whole', () => {
    const rows = {area: ['a', 'b', 'a', 'b'], count: [1, 2, 3, 4], size: [1.5, 2.5, 3.5, 5]};
    const part = (from, to) => totals(
        {area: rows.area.slice(from, to), count: rows.count.slice(from, to), size: rows.size.slice(from, to)},
        {keys: 'area', sums: ['count'], values: 'size'});
    const both = part(0, 1).add(Marmot.Totals.deserialize(part(1, 4).serialize()));
    const table = both.to_table().columns();
    equal(both.nRows, 4);
    equal(table.count.at(0), 4);
    equal(table.count.at(1), 6);
    near(table.size_mean.at(1), 3.75);
    near(table.size_sd.at(1), Math.sqrt(3.125));
    equal(part(0, 4).spread(['area']).columns().rows_b.at(0), 2);
});

await done();
