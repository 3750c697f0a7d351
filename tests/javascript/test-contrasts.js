/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Two groups through marmot.js: numbers, columns and groups.
 */
import {done, equal, near, ok, test, throws} from './tap.js';

const {
    default: Marmot, mean, meanDifference, meanOfValues, meanRatio, oddsRatio, proportionAgainst, proportionDifference,
    proportionRatio, rateAgainst, rateDifference, rateRatio,
} = await import(`file://${ARGV[0]}/marmot.js`);

const COLUMNS = [[56, 9, 5, 0], [70, 10, 56, 10], [48, 3, 0, 0], [80, 10, 29, 10]];

test('two proportions', () => {
    const contrast = proportionDifference(56, 70, 48, 80, {multiplier: 100});
    near(contrast.value, 20);
    equal(contrast.lower.toFixed(1), '5.2');
    equal(contrast.upper.toFixed(1), '33.4');
    equal(contrast.method, Marmot.Method.NEWCOMBE);
    equal(contrast.test, Marmot.Method.CHI_SQUARED);
    equal(contrast.pValue.toFixed(6), '0.008045');
    ok(Number.isNaN(contrast.df));
});

test('columns give what one call a row gives', () => {
    for (const compare of [proportionDifference, proportionRatio, oddsRatio, rateDifference, rateRatio]) {
        const table = compare(...COLUMNS);
        equal(table.length, 4);
        COLUMNS[0].forEach((_, row) => {
            const one = compare(...COLUMNS.map(column => column[row]));
            for (const [name, value] of [['value', one.value], ['lower', one.lower], ['p_value', one.pValue]])
                equal(table.at(row)[name], Number.isNaN(value) ? null : value);
        });
    }
});

test('a test by name, and one that is not there', () => {
    near(proportionDifference(3, 4, 1, 4, {test: 'fisher'}).pValue, 34 / 70);
    ok(Number.isNaN(proportionDifference(3, 4, 1, 4, {test: 'none'}).pValue));
    throws(() => rateRatio(1, 2, 3, 4, {test: 'fisher'}), error => equal(error.nick, 'invalid-argument'));
});

test('groups are added up', () => {
    const table = rateRatio(...COLUMNS, {groups: {ward: ['x', 'y', 'x', 'y']}});
    equal(table.at(0).ward, 'x');
    equal(table.at(0).value, rateRatio(61, 126, 48, 109).value);
});

test('means and standards', () => {
    const one = meanDifference(12, 5, 2, 15, 3, 1);
    const many = meanDifference([12], [5], [2], [15], [3], [1]);
    equal(many.at(0).df, one.df);
    near(meanRatio(12, 5, 2, 15, 3, 1).value, 5 / 3);
    near(mean(3, 2, 1).value, 2);
    const table = meanOfValues([3, 5, null, 4]);
    equal(table.at(0).missing, 1);
    near(table.at(0).sd, 1);
    equal(meanOfValues([3, 5, 4, 8], {groups: {ward: ['a', 'a', 'b', 'b']}}).at(1).value, 6);
    equal(rateAgainst(60, 50, 1, {multiplier: 1}).pValue.toFixed(5), '0.18453');
    equal(proportionAgainst([30], [100], 0.4).at(0).test, 'score');
    const summed = proportionAgainst([10, 20], [100, 300], 0.1, {groups: ['a', 'a']}).columns();
    equal(summed.p_value.at(0), proportionAgainst(30, 400, 0.1).pValue);
    throws(() => meanOfValues(3), error => ok(error instanceof TypeError));
    throws(() => meanOfValues([3], {test: 'welch'}), error => ok(error instanceof TypeError));
});

test('options that are null are not given, and others are checked', () => {
    const plain = proportionDifference(56, 70, 48, 80);
    near(proportionDifference(56, 70, 48, 80, {confidence: null, multiplier: null, method: null, test: null}).lower, plain.lower);
    for (const options of [{confidence: '0.95'}, {confidence: ['0.95']}, {multiplier: '100'}])
        throws(() => proportionDifference(56, 70, 48, 80, options), error => ok(error.message.includes('such as')));
    throws(() => proportionAgainst([1], [2], [0.5], {group: ['a']}), error => ok(error.message.includes('"group"')));
});

test('holes of an array are null', () => {
    equal(meanOfValues([1, , 3]).columns().missing.at(0), 1);
});

await done();
