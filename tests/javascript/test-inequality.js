/* SPDX-License-Identifier: LGPL-2.1-or-later */
const {default: Marmot, inequality, subgroups} = await import(`file://${ARGV[0]}/marmot.js`);
import {done, equal, near, ok, test, throws} from './tap.js';

const figures = [446.9, 446.1, 382.6, 396.8, 391.5];
const columns = {population: [10, 20, 30, 20, 20], rank: [1, 2, 3, 4, 5], standardError: [9, 8, 7, 8, 8]};

test('a slope index of one area', () => {
    const slope = inequality('slope-index', figures, columns);
    /* Least squares by hand: places .05 .2 .45 .7 .9. */
    const places = [0.05, 0.2, 0.45, 0.7, 0.9];
    const shares = [0.1, 0.2, 0.3, 0.2, 0.2];
    const sum = terms => terms.reduce((a, b) => a + b, 0);
    const squares = sum(shares.map((p, i) => p * (places[i] - 0.5) ** 2));
    const expected = sum(shares.map((p, i) => p * (places[i] - 0.5) * figures[i])) / squares;
    near(slope.getValue(0), expected);
    equal(slope.method, Marmot.Method.PROPAGATED);
    ok(`${slope}`.startsWith('Slope index of inequality (linear): '), `${slope}`);
});

test('variants by name, and many areas', () => {
    const groups = subgroups([...figures, ...figures], {
        population: [...columns.population, ...columns.population],
        rank: [...columns.rank, ...columns.rank],
        areas: [...'AAAAABBBBB'],
    });
    const gap = groups.measure('slope-index', {good: 'low', asGap: true, confidence: [0.95, 0.998]});
    equal(gap.length, 2);
    near(gap.getValue(0), -groups.measure('slope-index').getValue(1));
    const table = gap.toTable();
    equal([...table.column('area' in table.columns() ? 'area' : 'key')].join(), 'A,B');
    ok(table.names.includes('lower_99.8'));
});

test('what is wrong throws or says so', () => {
    throws(() => inequality('slope-index', figures, {...columns, colour: 1}), error => ok(error instanceof TypeError));
    throws(() => inequality('slope-index', figures, {...columns, asGap: true}),
        error => equal(error.nick, 'invalid-argument'));
    const few = inequality('slope-index', [1, 2], {rank: [1, 2]});
    ok(Number.isNaN(few.getValue(0)));
    equal(few.getStatus(0), Marmot.Status.TOO_FEW_GROUPS);
});

test('people and unordered groups', () => {
    const people = subgroups([1, 2, 3, 4], {rank: [1, 2, 3, 4]});
    /* 2 / (n^2 mean) * sum of i y less (n + 1) / n. */
    near(people.measure('concentration-index').getValue(0), 2 * 30 / (16 * 2.5) - 5 / 4);
    const survey = subgroups([1, 2, 4, 3], {rank: [1, 2, 3, 4], strata: ['a', 'a', 'b', 'b'], taken: [1, 1, 1, 1]});
    equal(survey.measure('slope-index', {method: 'survey-design'}).getStandardError(0), 0);
    near(inequality('erreygers', [0, 0, 1, 1], {rank: [1, 2, 3, 4], upperBound: 1}).getValue(0), 1);
    const groups = subgroups([12, 17, 9], {labels: ['a', 'b', 'c'], standardError: [1, 1, 1]});
    equal(groups.measure('difference').getValue(0), 8);
    near(groups.measure('mean-difference-from-reference', {reference: 'a'}).getValue(0), 8 / 3);
    near(groups.measure('difference', {compare: 'reference', reference: 'a', good: 'low'}).getValue(0), 5);
    equal(people.makeCurve(Marmot.Curve.CONCENTRATION).nRows, 5);
    equal(people.makeGradient(null).nRows, 4);
    near(people.measure('curvature').getValue(0), 0);
});

test('columns that are null are not given', () => {
    const none = {standardError: null, lower: null, upper: null, labels: null, clusters: null, strata: null, taken: null};
    const plain = subgroups([1, 2, 4], {rank: [1, 2, 3]}).measure('slope-index');
    equal(subgroups([1, 2, 4], {rank: [1, 2, 3], ...none}).measure('slope-index').to_string(), plain.to_string());
});

done();
