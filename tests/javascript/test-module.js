/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The module marmot.js of the build tree, whose path is the first argument.
 */
import GLib from 'gi://GLib';
import System from 'system';

import {done, equal, near, ok, test, throws} from './tap.js';

const module = await import(`file://${System.programArgs[0]}/marmot.js`);
const {default: Marmot, MarmotError, column, dateToDay, dayToDate, groups: makeGroups, proportion, rate} = module;

const X = [0, 7, 469, 11, 2.5, 12, -1, NaN, 3];
const N = [10, 1000, 2780, 11, 7, 11, 5, 5, 0];

test('two numbers give an estimate', () => {
    const share = proportion(469, 2780, {multiplier: 100});
    near(share.value, 100 * 469 / 2780);
    equal(share.lower.toFixed(1), '15.5');
    equal(share.method, Marmot.Method.WILSON);
    equal(`${share}`, '16.8705 (15.5243 to 18.3081, 95%, wilson)');
    ok(share.equals(proportion(469, 2780, {multiplier: 100})));
    ok(!share.equals(proportion(469, 2780)));
    ok(!share.equals('16.8705'));
});

for (const [name, make] of Object.entries({
    array: values => values,
    Float64Array: values => Float64Array.from(values),
    column,
})) {
    test(`a ${name} gives what one call a row gives, bit for bit`, () => {
        for (const [many, one] of [[proportion, proportion], [rate, rate]]) {
            const all = many(make(X), make(N));
            equal(all.length, X.length);
            const [value, lower, upper] = [all.value.toArray(), all.lower.toArray(), all.upper.toArray()];
            ok(value instanceof Float64Array);
            X.forEach((x, i) => {
                const single = one(x, N[i]);
                equal(value[i], single.value);
                equal(lower[i], single.lower);
                equal(upper[i], single.upper);
                equal(all.status.at(i), Marmot.Status.to_nick(single.status));
            });
        }
    });
}

test('a null is missing', () => {
    const all = proportion([1, null, 3], [4, 4, undefined]);
    equal([...all.value], [0.25, null, null]);
    equal(all.status.toArray(), ['ok', 'missing', 'missing']);
    equal(all.value.toArray(), Float64Array.of(0.25, NaN, NaN));
});

test('several levels', () => {
    const all = rate([5, 6], 1000, {confidence: [0.95, 0.998], method: 'byar'});
    equal(Object.keys(all.columns()),
        ['value', 'lower_95', 'upper_95', 'lower_99.8', 'upper_99.8', 'status']);
    const one = rate(5, 1000, {confidence: [0.95, 0.998], method: 'byar'});
    ok(all.at(0).equals(one));
    equal(all.at(-1).value, all.at(1).value);
    equal(all.at(2), undefined);
    equal([...all].map(e => e.value), [500, 600]);
    equal(one.interval(0.998), [all.interval(0.998)[0].at(0), all.interval(0.998)[1].at(0)]);
    throws(() => one.interval(0.9), error => ok(error instanceof RangeError));
});

test('groups give a table with the keys beside', () => {
    const [x, n, ward] = [[1, 2, 3], [4, 4, 4], ['b', 'a', 'b']];
    const out = proportion(x, n, {groups: ward});
    equal(out.names, ['key', 'value', 'lower', 'upper', 'status']);
    equal(out.column('key').toArray(), ['a', 'b']);
    equal(out.column('value').toArray(), Float64Array.of(0.5, 0.5));
    for (const groups of [{ward, sex: [1n, 1n, 2n]}, Marmot.Table.from({ward, sex: [1n, 1n, 2n]})]) {
        const two = proportion(x, n, {groups});
        equal([...two].map(row => [row.ward, row.sex, row.value]), [['a', 1, 0.5], ['b', 1, 0.25], ['b', 2, 0.75]]);
    }
    equal(proportion(x, n, {groups: [ward, [1, 1, 2]]}).names.slice(0, 2), ['key_1', 'key_2']);
    throws(() => proportion(x, n, {groups: {value: ward}}), error => ok(error instanceof RangeError));
    throws(() => proportion(x, n, {groups: 5}), error => ok(error instanceof TypeError));
    throws(() => proportion(x, n, {groups: ['a']}), error => equal(error.nick, 'length'));
});

test('groups made before give estimates', () => {
    const groups = makeGroups(['b', 'a', 'b']);
    equal(groups.nGroups, 2);
    equal(groups.keys.column('key').toArray(), ['a', 'b']);
    equal(proportion([1, 2, 3], [4, 4, 4], {groups}).value.toArray(), Float64Array.of(0.5, 0.5));
    const codes = Marmot.Groups.newFromCodes([0, 1, 0], 3);
    equal(proportion([1, 2, 3], [4, 4, 4], {groups: codes}).status.at(2), 'empty-group');
});

test('columns of each type, there and back', () => {
    const big = 2n ** 60n + 1n;
    for (const [values, expected] of [
        [[1.5, null], [1.5, null]],
        [[1n, null, -5n], [1, null, -5]],
        [[big, -1n], [big, -1n]],
        [[-(2n ** 53n), 2n ** 53n - 1n], [-(2 ** 53), 2 ** 53 - 1]],
        [['a', null, 'é', ''], ['a', null, 'é', '']],
        [[true, null, false], [true, null, false]],
        [Int32Array.of(1, -2), [1, -2]],
        [Uint32Array.of(2 ** 32 - 1), [2 ** 32 - 1]],
        [Uint8Array.of(255), [255]],
        [Float32Array.of(1.5), [1.5]],
        [BigInt64Array.of(-1n), [-1]],
        [Float64Array.of(1, 2, 3).subarray(1), [2, 3]],
        [[], []],
    ]) {
        const made = column(values);
        equal(made.length, expected.length);
        equal([...made], expected);
        expected.forEach((value, i) => ok(made.at(i) == value, `${made.at(i)} is not ${value}`));
        ok(made.equals(column(values)));
        ok(column(made) === made);
    }
});

test('dates are days', () => {
    const day = new Date(Date.UTC(2024, 1, 29));
    equal(dateToDay(day), 19782);
    equal(dayToDate(19782).toISOString(), '2024-02-29T00:00:00.000Z');
    const made = column([day, null]);
    equal(made.columnType, Marmot.ColumnType.DATE);
    equal(made.at(0).getTime(), day.getTime());
    equal(made.toArray()[1], null);
    throws(() => column([new Date(1)]), error => ok(error instanceof TypeError));
});

test('what comes out is a copy', () => {
    const made = column([1, 2]);
    made.toArray()[0] = 99;
    made.bytes.fill(0);
    equal(made.at(0), 1);
});

test('what cannot be a column says so', () => {
    for (const [values, kind] of [[[1, 'a'], TypeError], [[{}], TypeError], [5, TypeError], ['text', TypeError],
        [[2n ** 63n], RangeError], [BigUint64Array.of(2n ** 63n), RangeError], [new DataView(new ArrayBuffer(8)), TypeError]])
        throws(() => column(values), error => ok(error instanceof kind, `${error}`));
});

test('what cannot be computed throws before the library is called', () => {
    for (const call of [
        () => proportion('1', 2),
        () => proportion(1),
        () => proportion(null, [1]),
        () => proportion(1, 2, {confidenc: 0.9}),
        () => proportion(1, 2, {groups: Marmot.Groups.newFromCodes([0], 1)}),
    ])
        throws(call, error => ok(error instanceof TypeError, `${error}`));
    throws(() => rate(1, 2, {method: 'student'}), error => ok(/byar/.test(error.message)));
    throws(() => rate(1, 2, {multiplier: 0}), error => ok(error instanceof RangeError));
});

test('an error has its code', () => {
    throws(() => proportion([1], [1, 2]), error => {
        ok(error instanceof MarmotError);
        equal(error.code, Marmot.Error.LENGTH);
        equal(error.nick, 'length');
        ok(error.matches(Marmot.Error, Marmot.Error.LENGTH));
    });
    throws(() => Marmot.Estimate.deserialize(Uint8Array.of(1)), error => equal(error.nick, 'parse'));
    throws(() => rate(1, 2, {method: 'wilson'}), error => equal(error.nick, 'invalid-argument'));
    throws(() => rate(1, 2, {confidence: 95}), error => equal(error.nick, 'invalid-argument'));
});

test('bytes there and back', () => {
    const share = proportion(469, 2780);
    ok(share.serialize() instanceof Uint8Array);
    ok(Marmot.Estimate.deserialize(share.serialize()).equals(share));
});

test('tables', () => {
    const table = Marmot.Table.from({area: ['Coventry', null], deaths: [3, 4]});
    equal(table.length, 2);
    equal(table.names, ['area', 'deaths']);
    equal(table.column('deaths').toArray(), Float64Array.of(3, 4));
    equal(table.column('births'), null);
    equal([...table].map(row => row.area), ['Coventry', null]);
    equal(table.at(-1).deaths, 4);
    throws(() => Marmot.Table.from({a: [1], b: [1, 2]}), error => equal(error.nick, 'length'));
});

test('a million rows cost no more than a few of their copies', () => {
    const x = new Float64Array(1e6).map((_, i) => i % 100);
    const n = new Float64Array(1e6).fill(100);
    const began = GLib.get_monotonic_time();
    proportion(x, n).value.toArray();
    const milliseconds = (GLib.get_monotonic_time() - began) / 1000;
    /* About 15 ms; row by row it would be above 900. */
    ok(milliseconds < 400, `${milliseconds} ms`);
});

await done();
