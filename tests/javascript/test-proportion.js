/* SPDX-License-Identifier: LGPL-2.1-or-later */
import Marmot from 'gi://Marmot?version=1';

import {done, equal, near, ok, test, throws} from './tap.js';

test('the share of partner-led early help', () => {
    const options = Marmot.IntervalOptions.new();
    options.multiplier = 100;
    const share = Marmot.proportion(469, 2780, options);
    near(share.get_value(), 100 * 469 / 2780);
    equal(share.get_lower().toFixed(1), '15.5');
    equal(share.get_upper().toFixed(1), '18.3');
    equal(share.get_method(), Marmot.Method.WILSON);
});

test('a column gives what one call a row gives', () => {
    const x = [0, 7, 469, 11];
    const n = [10, 1000, 2780, 11];
    const all = Marmot.proportion_column(Marmot.Column.new_double(x), Marmot.Column.new_double(n), null);
    equal(all.get_length(), x.length);
    x.forEach((_, i) => {
        const one = Marmot.proportion(x[i], n[i], null);
        equal(all.get_value().get_double(i), one.get_value());
        equal(all.get_lower(0).get_double(i), one.get_lower());
        equal(all.get_upper(0).get_double(i), one.get_upper());
    });
});

test('a share that cannot be says why', () => {
    const share = Marmot.proportion(3, 0, null);
    ok(Number.isNaN(share.get_value()));
    equal(share.get_status(), Marmot.Status.DENOMINATOR_NOT_POSITIVE);
});

test('a wrong confidence throws with its code', () => {
    const options = Marmot.IntervalOptions.new();
    options.confidence = 95;
    throws(() => Marmot.proportion(1, 2, options),
        error => ok(error.matches(Marmot.Error, Marmot.Error.INVALID_ARGUMENT), `${error}`));
});

test('other methods go by name', () => {
    for (const [method, lower, upper] of [
        ['CLOPPER_PEARSON', 0.2527, 0.3676],
        ['NORMAL', 0.2522, 0.3638],
    ]) {
        const options = Marmot.IntervalOptions.new();
        options.method = Marmot.Method[method];
        const share = Marmot.proportion(81, 263, options);
        equal(share.get_method(), Marmot.Method[method]);
        equal(share.get_lower().toFixed(4), `${lower}`);
        equal(share.get_upper().toFixed(4), `${upper}`);
    }
});

await done();
