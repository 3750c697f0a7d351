/* SPDX-License-Identifier: LGPL-2.1-or-later */
import Marmot from 'gi://Marmot?version=1';

import {done, equal, ok, test} from './tap.js';

test('how many threads', () => {
    const unasked = Marmot.get_threads();
    ok(unasked >= 1);
    Marmot.set_threads(3);
    equal(Marmot.get_threads(), 3);
    Marmot.set_threads(0);
    equal(Marmot.get_threads(), unasked);
});

test('their number changes nothing', () => {
    const x = new Array(60000).fill(0).map((_, i) => i % 997 === 0 ? -1 : i * 7919 % 90);
    const n = x.map((_, i) => 100 + i % 1000);
    const columns = [x, n].map(values => Marmot.Column.new_double(values));
    const results = [1, 2, 8].map(number => {
        Marmot.set_threads(number);
        return Marmot.proportion_column(...columns, null);
    });
    ok(results.every(result => result.equal(results[0])));
    Marmot.set_threads(0);
});

await done();
