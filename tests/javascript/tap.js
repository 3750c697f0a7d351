/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A small test harness: each test is a function that throws when it fails, and
 * the results go out as TAP, which Meson counts one by one. End a test file
 * with `await done ()`.
 */
import System from 'system';

const tests = [];

export function test(name, body) {
    tests.push([name, body]);
}

/* What makes two numbers the same: NaN is itself, and 0 is not -0. */
function same(a, b) {
    const lists = Array.isArray(a) && Array.isArray(b) ||
        ArrayBuffer.isView(a) && ArrayBuffer.isView(b) && a.constructor === b.constructor;
    if (lists)
        return a.length === b.length && a.every((x, i) => same(x, b[i]));
    return Object.is(a, b);
}

export function equal(actual, expected, message = '') {
    if (!same(actual, expected))
        throw new Error(`${message} expected ${expected}, got ${actual}`.trim());
}

export function near(actual, expected, tolerance = 1e-12) {
    if (!(Math.abs(actual - expected) <= tolerance * Math.abs(expected)))
        throw new Error(`expected ${expected} within ${tolerance}, got ${actual}`);
}

export function ok(condition, message = 'expected something true') {
    if (!condition)
        throw new Error(message);
}

/* Checks that body throws, and hands what it threw to check. */
export function throws(body, check = () => {}) {
    let thrown = null;
    try {
        body();
    } catch (error) {
        thrown = error;
    }
    if (thrown === null)
        throw new Error('expected an exception');
    check(thrown);
}

export async function done() {
    let failed = 0;
    print(`1..${tests.length}`);
    for (const [i, [name, body]] of tests.entries()) {
        try {
            await body();
            print(`ok ${i + 1} ${name}`);
        } catch (error) {
            failed++;
            print(`not ok ${i + 1} ${name}`);
            print(`${error}\n${error.stack}`.trim().replace(/^/gm, '# '));
        }
    }
    if (failed)
        System.exit(1);
}
