/* SPDX-License-Identifier: LGPL-2.1-or-later */
import {done, equal, near, test, throws} from './tap.js';

const {
    monotonicTrends, projectionPoints, projections, proportionTrends, rollingFigures, weightedTrends,
} = await import(`file://${ARGV[0]}/marmot.js`);

test('whether series rise or fall', () => {
    const out = monotonicTrends({
        area: ['a', 'a', 'a', 'a', 'b', 'b', 'b'],
        time: [1, 2, 4, 5, 1, 2, 1],
        value: [1, 2, 5, 9, 3, 2, 1],
    }, {groups: 'area'}).columns();
    equal(out.area.at(1), 'b');
    equal(out.s.at(0), 6);
    near(out.slope.at(0), 1.75);
    equal(out.status.at(1), 'duplicate-date');
    equal(out.wrong_row.at(1), 6);
    throws(() => monotonicTrends({value: [1, 2]}, {colour: 'red'}), error => equal(error.name, 'TypeError'));
});

test('proportions, and known standard errors', () => {
    const figures = {count: [10, 20, 40], denominator: [100, 100, 100], score: [1, 2, 4]};
    const out = proportionTrends(figures).columns();
    near(out.slope.at(0), 0.1);
    near(proportionTrends(figures, {test: 'mantel-trend'}).columns().chi_squared.at(0), out.chi_squared.at(0) * 299 / 300);
    near(weightedTrends({time: [0, 1, 2], value: [1, 2, 4], standard_error: [1, 1, 0.5]}).columns().slope.at(0), 5.5 / 3.5);
});

test('rolling years, which are not tested', () => {
    const quarters = ['2023/24 Q1', '2023/24 Q2', '2023/24 Q3', '2023/24 Q4', '2024/25 Q1', '2024/25 Q2'];
    const rolled = rollingFigures({time: quarters, numerator: [1, 2, 3, 4, 5, 6], denominator: [10, 10, 10, 10, 10, 10]},
        {multiplier: 100, denominator: 'last'});
    const out = rolled.columns();
    equal(out.status.at(2), 'incomplete');
    near(out.value.at(3), 100);
    equal(monotonicTrends(rolled).columns().status.at(0), 'not-independent');
});

test('when the target is reached', () => {
    const figures = {time: ['2018/19', '2019/20', '2020/21', '2021/22'], value: [10, 12, 14, 16], target: [22, 22, 22, 22]};
    const out = projections(figures, {model: 'holt'}).columns();
    equal(out.target_steps.at(0), 3);
    equal(out.target_time.at(0), '2024/25');
    const points = projectionPoints(figures, {horizon: 2, alpha: 0.5, beta: 0.1}).columns();
    near(points.value.at(1), 20);
});

done();
