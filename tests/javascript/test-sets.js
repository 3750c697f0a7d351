/* SPDX-License-Identifier: LGPL-2.1-or-later */
import Gio from 'gi://Gio';
import GObject from 'gi://GObject';
import Marmot from 'gi://Marmot?version=1';

import {done, equal, ok, test, throws} from './tap.js';

const csv = `indicator_id,area_code,time_period,sortable,value,lower_95,upper_95,compared_england
1,E,2020/21,20200000,3.9,,,
1,A,2020/21,20200000,5.9,4.6,7.4,Similar
1,E,2021/22,20210000,3.9,,,
1,A,2021/22,20210000,5.9,4.6,7.4,Worse
1,B,2021/22,20210000,4.2,3.3,5.3,Similar
1,C,2021/22,20210000,,,,
`;
const set = Marmot.ObservationSet.new(
    Marmot.CsvReader.new().read_bytes(new TextEncoder().encode(csv), 'figures.csv'));
const texts = (table, name) => {
    const column = table.get_column_by_name(name);
    return Array.from({length: table.get_n_rows()}, (_, i) => column.get_text(i)).join();
};

test('a set against England', () => {
    const spec = Marmot.ComparisonSpec.new(Marmot.ComparisonMethod.AUTOMATIC, Marmot.Polarity.LOW_IS_GOOD);
    const result = set.compare(Marmot.Benchmark.new_area('E'), spec, null);
    equal(texts(result, 'label'), 'Not compared,Worse,Not compared,Worse,Similar,Not compared');
    equal(texts(result, 'reason'), 'is-benchmark,compared,is-benchmark,compared,compared,no-value');
});

test('each indicator by its default', () => {
    const specs = Gio.ListStore.new(GObject.Object.$gtype);
    specs.append(new Marmot.Indicator({fingertips_id: 1, polarity: Marmot.Polarity.HIGH_IS_GOOD}));
    const result = set.compare(Marmot.Benchmark.new_areas(['A', 'B'], Marmot.AverageKind.MEAN_OF_AREAS, false, 1),
        null, specs);
    equal(result.get_column_by_name('benchmark').get_double(2), (5.9 + 4.2) / 2);
    equal(texts(result, 'benchmark_kind').split(',')[0], 'mean-of-areas');
});

test('trends, exceptions and spine charts are tables', () => {
    const options = Marmot.TrendOptions.new(Marmot.TrendRule.FINGERTIPS, Marmot.ValueType.PROPORTION,
        Marmot.Polarity.LOW_IS_GOOD);
    equal(texts(set.trends(options, null), 'reason').split(',')[0], 'too-few-points');
    const view = Marmot.view_exceptions(set, 'compared_england');
    equal(texts(view, 'standing'), 'worse,similar,not-judged,not-judged');
    equal(texts(view, 'why').split(',')[0], 'Newly worse: it was similar before.');
    const spine = Marmot.view_spine(set, 'A', 'E', null, false);
    equal(texts(spine, 'reason'), 'too-few-areas');
    equal(Marmot.view_newly_worse(set, 'compared_england').get_n_rows(), 1);
    equal(Marmot.view_profile(set, 'A').get_n_rows(), 1);
    equal(Marmot.view_series(set.filter('area_code', 'A')).get_n_rows(), 2);
    equal(Marmot.view_ranked(set.filter('sortable', '20210000')).get_n_rows(), 4);
});

test('a set without a period throws', () => {
    const bare = Marmot.ObservationSet.new(Marmot.Table.new(['value'], [Marmot.Column.new_double([1])]));
    throws(() => bare.compare(Marmot.Benchmark.new_parent(), null, null),
        error => ok(error.matches(Marmot.Error, Marmot.Error.NOT_FOUND), `${error}`));
});

await done();
