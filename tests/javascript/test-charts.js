/* SPDX-License-Identifier: LGPL-2.1-or-later */
import {done, equal, near, test, throws} from './tap.js';

const {
    changesOverTime, controlCharts, cusums, ears, funnelsOverTime, runCharts, suggestedSteps,
} = await import(`file://${ARGV[0]}/marmot.js`);

test('a p chart by hand', () => {
    const figures = {count: [10, 12, 9, 11, 13, 40], denominator: [100, 100, 100, 100, 100, 100]};
    const out = controlCharts(figures, {kind: 'p', multiplier: 100}).columns();
    near(out.centre.at(0), 95 / 6);
    equal(out.outside.at(5), true);
    equal(out.n_needed.at(0), 6);
    equal(controlCharts(figures, {kind: 'u-prime'}).columns().status.at(0), 'ok');
    throws(() => controlCharts(figures, {colour: 'red'}), error => equal(error.name, 'TypeError'));
});

test('runs and steps', () => {
    const figures = {area: ['a', 'a', 'a', 'a', 'b'], value: [1, 1, 9, 9, 3]};
    const runs = runCharts(figures, {groups: 'area'}).columns();
    equal(runs.longest_run.at(0), 2);
    equal(runs.crossings.at(0), 1);
    equal(runs.status.at(1), 'not-defined');
    const steps = suggestedSteps(figures, {groups: 'area'}).columns();
    equal(steps.step_row.at(0), 2);
    equal(steps.status.at(1), 'too-few-values');
});

test('alarms', () => {
    const out = ears({value: [2, 3, 2, 4, 3, 2, 3, 3, 2, 3, 2, 3, 12]}).columns();
    equal(out.c1_alarm.at(12), true);
    equal(out.c3_alarm.at(12), true);
    const drift = cusums({value: [0, 2, 1, 3, 3, 3, 3]}, {baseline: 3, threshold: 4}).columns();
    near(drift.above.at(6), 6);
    equal(drift.alarm_above.at(6), true);
});

test('changes, seasons and funnels', () => {
    const figures = {time: ['Jan 2023', 'Feb 2023', 'Jan 2024'], numerator: [10, 20, 15], denominator: [100, 100, 100]};
    near(changesOverTime(figures).columns().value.at(1), 0.1);
    equal(changesOverTime(figures, {since: 'year-before'}).columns().earlier_row.at(2), 0);
    const out = funnelsOverTime({
        place: ['a', 'b', 'c', 'd'], time: [1, 1, 1, 1], numerator: [100, 102, 99, 300], denominator: [1000, 1000, 1000, 1000],
    }, {places: 'place'}).columns();
    equal(out.place.at(3), 'above-outer');
});

done();
