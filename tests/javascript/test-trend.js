/* SPDX-License-Identifier: LGPL-2.1-or-later */
import Marmot from 'gi://Marmot?version=1';

import {done, equal, near, ok, test, throws} from './tap.js';

const period = [2014, 2015, 2016, 2017, 2018];
const columns = {
    value: [24.67, 24.6, 28, 30.2, 30.6],
    lower: [23.16, 23.15, 26.44, 28.63, 28.98],
    upper: [26.25, 26.19, 29.64, 31.9, 32.25],
    count: [994, 1023, 1199, 1332, 1367],
    denominator: [40299, 41527, 42811, 44064, 44701],
};
const figures = Marmot.Table.new(['period', ...Object.keys(columns)],
    [Marmot.Column.new_integer(period), ...Object.values(columns).map(c => Marmot.Column.new_double(c))]);
const options = Marmot.TrendOptions.new(Marmot.TrendRule.FINGERTIPS, Marmot.ValueType.PROPORTION,
    Marmot.Polarity.LOW_IS_GOOD);

test('one series', () => {
    const trend = Marmot.Trend.new_figures(figures, options);
    equal(trend.marker, Marmot.TrendMarker.INCREASING);
    equal(trend.get_label(), 'Increasing and getting worse');
    equal(trend.chi_squared.toFixed(2), '46.77');
    equal(trend.last_period, 20180000);
    ok(trend.get_sentence().length > 0);
});

test('many series in columns', () => {
    const series = Marmot.Groups.new_from_codes([0, 0, 0, 0, 0], 2);
    const table = Marmot.Trend.columns(figures, series, options);
    equal(table.get_n_rows(), 2);
    equal(table.get_column_by_name('marker').get_text(0), 'increasing');
    equal(table.get_column_by_name('reason').get_text(1), 'no-points');
    near(table.get_column_by_name('slope').get_double(0), Marmot.Trend.new_figures(figures, options).slope);
});

test('two figures', () => {
    equal(Marmot.Trend.two_points(1.9, 2.1, 0.9, 1.1), Marmot.TrendMarker.DECREASING);
});

test('a table without values throws with its code', () => {
    throws(() => Marmot.Trend.new_figures(figures.select(['period']), options),
        error => ok(error.matches(Marmot.Error, Marmot.Error.NOT_FOUND), `${error}`));
});

await done();
