/* SPDX-License-Identifier: LGPL-2.1-or-later */
import {done, equal, near, ok, test, throws} from './tap.js';

const {
    default: Marmot, attainmentChanges, attainmentGaps, attainmentTrends, detectableChanges, excess, gapChanges, gapTrends, levelling, mixChanges, neededSizes,
} = await import(`file://${ARGV[0]}/marmot.js`);

test('whether gaps narrowed', () => {
    const out = gapChanges({
        most_1: [300, 300], most_se_1: [3, -1], least_1: [200, 200], least_se_1: [3, 3],
        most_2: [140, 140], most_se_2: [2, 2], least_2: [80, 80], least_se_2: [2, 2],
    }).columns();
    equal(out.change.at(0), -40);
    near(out.percent.at(0), -40);
    equal(out.verdict.at(0), 'narrowed absolutely, widened relatively');
    equal(out.change_status.at(1), 'error-out-of-range');
});

test('another edition of the index', () => {
    const gaps = {gap_1: [10], gap_se_1: [1], gap_2: [4], gap_se_2: [1]};
    const out = gapChanges(gaps, {edition1: 'imd-2015', edition2: 'imd-2019'}).columns();
    equal(out.verdict.at(0), null);
    equal(out.comparable.at(0), false);
    const allowed = gapChanges(gaps, {edition1: 'imd-2015', edition2: 'imd-2019', acrossEditions: true}).columns();
    equal(allowed.verdict.at(0), 'narrowed absolutely');
    throws(() => gapChanges(gaps, {colour: 'red'}), error => equal(error.name, 'TypeError'));
});

test('over several periods, by area', () => {
    const out = gapTrends({
        area: ['a', 'a', 'a', 'b'],
        time: [2015, 2016, 2017, 2015],
        gap: [4, 3, 2, 1],
        gap_se: [0.1, 0.1, 0.1, 0.1],
    }, {groups: 'area'}).columns();
    near(out.slope.at(0), -1);
    equal(out.verdict.at(0), 'narrowed absolutely');
    equal(out.slope_status.at(1), 'too-few-periods');
});

test('one change', () => {
    const change = Marmot.GapChange.new_from_gaps(10, 1, 4, 1, null);
    equal(change.get_verdict(), 'narrowed absolutely');
});

const FIVE = {
    rank: [1, 2, 3, 4, 5],
    estimate: [50, 42, 37, 30, 26],
    standard_error: [2, 2, 2, 2, 2],
    population: [1000, 1200, 900, 1100, 1000],
};

test('how many events fewer, and what to prevent', () => {
    const totals = excess(FIVE, {per: 1000}).columns();
    near(totals.excess_most.at(0), 24);
    const rows = excess(FIVE, {per: 1000, reference: 'average', totals: false}).columns();
    equal(rows.excess.length, 5);
    const schedule = levelling(FIVE, {per: 1000, goal: 'gap', target: 12}).columns();
    near(schedule.to.at(0), 38);
    near(levelling(FIVE, {per: 1000, goal: 'gap', target: 12, totals: true}).columns().events.at(0), 12);
    throws(() => excess(FIVE, {per: 1000, reference: 'utopia'}), error => equal(error.name, 'RangeError'));
});

test('had the mix not changed', () => {
    const out = mixChanges({
        rank: [1, 2, 3], estimate_1: [30, 20, 10], population_1: [100, 100, 100],
        estimate_2: [28, 20, 8], population_2: [50, 100, 200],
    }).columns();
    near(out.mean_figures.at(0) + out.mean_mix.at(0), out.mean_change.at(0));
});

test('what could be told from chance', () => {
    const out = detectableChanges({proportion: [12], n_1: [800], n_2: [800]}, {per: 100}).columns();
    const back = neededSizes({proportion_1: [12], proportion_2: [out.rise_to.at(0)]}, {per: 100, words: false}).columns();
    near(back.n_1.at(0) / 800, 1);
});

test('attainment of two groups', () => {
    const pupils = {
        disadvantaged_count: [30, 40], disadvantaged_n: [80, 80], others_count: [150, 150], others_n: [250, 250],
    };
    near(attainmentGaps(pupils).columns().gap.at(0), 22.5);
    near(attainmentTrends({time: [2023, 2024], ...pupils}).columns().slope.at(0), -12.5);
    const both = {};
    for (const [name, [first, second]] of Object.entries(pupils)) {
        both[`${name}_1`] = [first];
        both[`${name}_2`] = [second];
    }
    near(attainmentChanges(both).columns().change.at(0), -12.5);
});

await test('a number that is none is an error and not the default', () => {
    const groups = {rank: [1, 2, 3], estimate: [50, 40, 30], population: [10, 10, 10]};
    for (const wrong of [NaN, Infinity]) {
        throws(() => excess(groups, {per: 100, reference: 'target', target: wrong}), error => error.name === 'RangeError');
        throws(() => levelling(groups, {per: 100, target: wrong}), error => error.name === 'RangeError');
        throws(() => detectableChanges({proportion: [0.1], n_1: [10], n_2: [10]}, {power: wrong}),
            error => error.name === 'RangeError');
    }
    throws(() => excess(groups, {per: 100, reference: 'target'}), error => error.name === 'TypeError');
    throws(() => excess(groups, {per: 100, target: 35}), error => error.name === 'TypeError');
    near(excess(groups, {per: 100, reference: 'target', target: 35}).columns().excess_worse.at(0), 2);
});

test('numbers alone go the way of rows', () => {
    const gap = Marmot.attainmentGap(120, 300, 560, 900);
    const row = Marmot.attainmentGaps({
        disadvantaged_count: [120], disadvantaged_n: [300], others_count: [560], others_n: [900],
    }).columns();
    equal(gap.value, row.gap.at(0));
    near(Marmot.excessOfGroup(50, 4000, {per: 1000, target: 26, standardError: 2}).value, 96);
    equal(Marmot.gapChange(10, 1, 6, 1.2, {edition1: 'imd-2015', edition2: 'imd-2019'}).comparable, false);
    ok(Marmot.detectableChange(0.3, {n1: 800, n2: 900}).rise > 0);
    near(Marmot.levellingOfGroup(50, 4000, {per: 1000, target: 26, standardError: 2}).value, 96);
    equal(Marmot.levellingOfGroup(20, 4000, {per: 1000, target: 26}).value, 0);
    const needed = neededSizes({proportion_1: [0.3], proportion_2: [0.35], ratio: [2]}).columns();
    const size = Marmot.neededSize(0.3, 0.35, {ratio: 2});
    equal(size.first, needed.n_1.at(0));
    equal(size.second, needed.n_2.at(0));
    ok(Marmot.neededSize(30, 20, {of: 'years', per: 1000}).first > 0);
    throws(() => Marmot.neededSize(0.3, 0.35, {of: 'places'}), error => error.name === 'TypeError');
    const years = {};
    for (const t of [1, 2]) {
        Object.assign(years, {
            [`disadvantaged_count_${t}`]: [120], [`disadvantaged_n_${t}`]: [300], [`others_count_${t}`]: [560],
            [`others_n_${t}`]: [900],
        });
    }
    const changes = Marmot.attainmentChanges(years, {edition1: 'imd-2015', edition2: 'imd-2019'}).columns();
    equal(changes.comparable.at(0), false);
});

await done();
