/* SPDX-License-Identifier: LGPL-2.1-or-later */
import {done, equal, near, ok, test, throws} from './tap.js';

const {default: Marmot, flowBackTest, flowProjection, flowRates} = await import(`file://${ARGV[0]}/marmot.js`);

const day = (y, m, d) => new Date(Date.UTC(y, m - 1, d));
const SINCE = day(2023, 3, 31), CUT = day(2024, 3, 31), END = day(2025, 3, 31);
const {FlowDetail} = Marmot;

/* Twenty who stay, and one who comes each month; every other leaves after fifty days. */
function makeStays() {
    const stays = {state: [], start: [], end: [], next: [], birth: []};
    const add = (...row) => Object.keys(stays).forEach((name, i) => stays[name].push(row[i]));
    for (let i = 0; i < 20; i++)
        add('here', day(2020, 1, 1 + i), null, null, day(2009, 1, 1));
    for (let i = 0; i < 24; i++) {
        const came = day(2023, 4 + i, 5);
        if (i % 2)
            add('here', came, null, null, day(2010, 6, 1));
        else
            add('here', came, new Date(came.getTime() + 50 * 86400000), 'gone', day(2010, 6, 1));
    }
    return stays;
}

test('rates', () => {
    const rates = flowRates(makeStays(), SINCE, END);
    equal(`${rates}`, '1 states, 0 moves, 2023-03-31 to 2025-03-31');
    equal(rates.get_opening(), 20);
    equal(rates.get_n_entries(), 24);
    equal(rates.get_n_leavers(), 12);
    equal(rates.get_closing(), 32);
    const out = rates.to_table().columns();
    equal(out.moves.at(0), 12);
    near(out.value.at(0), 12 / out.person_years.at(0));
    equal(out.to.at(0), null);
    equal(rates.get_findings().length, 1);
    ok(rates.describe().includes('24 entered, 12 left'), rates.describe());
    equal(flowRates(makeStays(), SINCE, END, {ages: [5, 16]}).stock().columns().age.at(1), '5-15');
    throws(() => flowRates(makeStays(), SINCE, END, {colour: 'red'}), error => equal(error.name, 'TypeError'));
    throws(() => flowRates(makeStays(), END, SINCE), error => ok(error instanceof Marmot.MarmotError));
});

test('projections', () => {
    const rates = flowRates(makeStays(), SINCE, END);
    const projection = flowProjection(rates, {horizon: 6, repetitions: 200, seed: 3, method: 'chance'});
    const out = projection.to_table(FlowDetail.STATE).columns();
    equal(out.value.at(0), 32);
    const mu = rates.to_table().columns().value.at(0), lambda = rates.entries().columns().value.at(0);
    near(out.value.at(6), 32 * Math.exp(-mu / 2) + lambda / mu * (1 - Math.exp(-mu / 2)));
    ok(out.lower.at(6) < out.value.at(6) && out.value.at(6) < out.upper.at(6));
    ok(projection.describe().includes('200 simulations from seed 3'));
    const after = options => flowProjection(rates, {horizon: 1, repetitions: 0, ...options})
        .to_table(FlowDetail.TOTAL).columns().value.at(2);
    near(after({entryFactor: 0.9}), 0.9 * lambda / 12);
    near(after({factors: {flow: ['entry'], factor: [2]}}), 2 * lambda / 12);
    throws(() => flowProjection(rates, {horizon: 0}), error => ok(error instanceof Marmot.MarmotError));
    throws(() => flowProjection(rates, {entryFactor: NaN}), error => equal(error.name, 'RangeError'));
});

test('back-tests', () => {
    const back = flowBackTest(makeStays(), SINCE, CUT, END, {stepMonths: 12, repetitions: 200});
    const out = back.to_table().columns();
    equal(out.observed.at(0), 32);
    equal(out.no_change.at(0), 26);
    near(out.error.at(0), out.value.at(0) - 32);
    equal(back.summarise().columns().figures.at(0), 1);
    ok(back.describe().includes('no change'));
});

await done();
