/* SPDX-License-Identifier: LGPL-2.1-or-later */
import Marmot from 'gi://Marmot?version=1';

import {done, equal, test, throws, ok} from './tap.js';

const table = columns => Marmot.Table.new(Object.keys(columns),
    Object.values(columns).map(values => Marmot.Column.new_double(values)));

test('three areas against England', () => {
    const spec = Marmot.ComparisonSpec.new(Marmot.ComparisonMethod.INTERVAL, Marmot.Polarity.LOW_IS_GOOD);
    const figures = table({value: [5.9, 4.2, 2.8], lower: [4.6, 3.3, 2.1], upper: [7.4, 5.3, 3.7],
        benchmark: [3.9, 3.9, 3.9]});
    const result = Marmot.compare_columns(spec, figures);
    const label = result.get_column_by_name('label');
    equal([0, 1, 2].map(i => label.get_text(i)).join(), 'Worse,Similar,Better');
});

test('a missing column throws', () => {
    const spec = Marmot.ComparisonSpec.new(Marmot.ComparisonMethod.INTERVAL, Marmot.Polarity.LOW_IS_GOOD);
    throws(() => Marmot.compare_columns(spec, table({value: [1]})),
        error => ok(error.matches(Marmot.Error, Marmot.Error.NOT_FOUND), `${error}`));
});

test('a goal has colours', () => {
    const goal = Marmot.Goal.new(Marmot.GoalForm.RANGE, Marmot.Polarity.HIGH_IS_GOOD, 90, 95);
    const label = goal.compare_columns(table({value: [89.9, 90, 95]}), null).get_column_by_name('label');
    equal([0, 1, 2].map(i => label.get_text(i)).join(), 'Red,Amber,Green');
});

test('an average says which it is', () => {
    const average = Marmot.Average.new_compute(Marmot.AverageKind.POOLED,
        table({count: [70, 40], denominator: [1000, 100]}), null, false, 100);
    equal(average.value.get_number(), 10);
    equal(average.n_areas, 2);
    equal(average.get_method(), Marmot.Method.AVERAGE_POOLED);
});

test('quintiles of two indicators in one call', () => {
    const spec = Marmot.ComparisonSpec.new(Marmot.ComparisonMethod.QUINTILES, Marmot.Polarity.HIGH_IS_GOOD);
    const groups = Marmot.Groups.new_from_codes([0, 0, 0, 0, 0, 1, 1], 2);
    const code = Marmot.compare_grouped(spec, table({value: [1, 2, 3, 4, 5, 100, 200]}), groups)
        .get_column_by_name('code');
    equal([0, 4, 5].map(i => code.get_text(i)).join(), 'group-1,group-5,not-compared');
});

test('the numbers of a box plot', () => {
    const values = Marmot.Column.new_double([50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60]);
    const box = Marmot.summary(values, null, Marmot.SummaryKind.SEVEN, Marmot.PercentileRule.TYPE_7, 0);
    equal(['min', 'p25', 'median', 'p75', 'max'].map(n => box.get_column_by_name(n).get_double(0)).join(),
        '50,52.5,55,57.5,60');
});

test('one figure against a goal', () => {
    const goal = Marmot.Goal.new(Marmot.GoalForm.VALUE, Marmot.Polarity.LOW_IS_GOOD, 4, 0);
    const figure = new Marmot.Observation({value: Marmot.Value.new(3.5, -1)});
    const against = Marmot.Comparison.new_goal(figure, goal, null, null);
    equal(against.get_label(), 'Green');
    equal(against.get_method(), Marmot.Method.GOAL_VALUE);
});

await done();
