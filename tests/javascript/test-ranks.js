/* SPDX-License-Identifier: LGPL-2.1-or-later */
import Marmot from 'gi://Marmot?version=1';

import {done, equal, test, throws, ok} from './tap.js';

const column = values => Marmot.Column.new_double(values);
const numbers = (table, name) => {
    const found = table.get_column_by_name(name);
    return Array.from({length: found.get_length()}, (_, i) => found.get_double(i)).join();
};
const texts = (table, name) => {
    const found = table.get_column_by_name(name);
    return Array.from({length: found.get_length()}, (_, i) => found.get_text(i)).join();
};

test('halves of the scores', () => {
    const options = Marmot.QuantileOptions.new(Marmot.QuantileRule.RANK, 2, true);
    equal(numbers(Marmot.quantiles(column([10, 40, 20, 30]), null, null, options), 'quantile'), '2,1,2,1');
});

test('editions of deprivation are not mixed', () => {
    const [earlier, later] = ['imd-2019', 'imd-2025'].map(name =>
        Marmot.DeprivationGroups.new_england(Marmot.DeprivationEdition.new_builtin(name), column([1, 3285]), null, 10));
    equal(numbers(earlier.get_table(), 'quantile'), '1,2');
    equal(earlier.compare(later).length, 2);
    equal(earlier.compare(later)[0].get_rule(), 'deprivation/editions-differ');
});

test('a funnel', () => {
    const options = Marmot.FunnelOptions.new(Marmot.FunnelKind.RATIO, Marmot.FunnelSpread.NONE);
    const funnel = Marmot.Funnel.new(options, column([9, 10, 11, 100]), column([5, 5, 5, 100]), null);
    equal(texts(funnel.get_points(), 'place'), 'inside,inside,above-inner,inside');
    equal(funnel.baseline, 1);
    throws(() => Marmot.Funnel.new(options, column([1]), null, null),
        error => ok(error.matches(Marmot.Error, Marmot.Error.INVALID_ARGUMENT), `${error}`));
});

test('ranks with intervals', () => {
    const table = Marmot.rank_areas(column([1, 2, 10]), column([1, 1, 1]), null, false, 0.95, true);
    equal(numbers(table, 'rank'), '1,2,3');
    equal(numbers(table, 'rank_lower'), '1,1,3');
    equal(numbers(table, 'rank_upper'), '2,2,3');
});

await done();
