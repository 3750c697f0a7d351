/* SPDX-License-Identifier: LGPL-2.1-or-later */
import {done, equal, near, ok, test, throws} from './tap.js';

const {
    default: Marmot, xmrChart, xmrExceptions, xmrParts, xmrPoints, xmrSeries,
} = await import(`file://${ARGV[0]}/marmot.js`);

const months = n => Array.from({length: n}, (_, i) => new Date(Date.UTC(2024, i, 1)));
const spike = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

test('a chart of one series', () => {
    const chart = xmrChart({date: months(18), value: spike}, {screening: 'once', polarity: 'low-is-good', target: 20});
    equal(chart.variation, Marmot.XmrVariation.COMMON_CAUSE);
    equal(chart.assurance, Marmot.XmrAssurance.PASS);
    equal(chart.points.columns().signals.at(4), 'above-limit');
    equal(chart.points_needed ?? chart.pointsNeeded, 0);
    ok(`${chart}`.includes('Common cause'), `${chart}`);
});

test('all series at once, exceptions first', () => {
    const date = [...months(18), ...months(18)];
    const figures = {
        indicator: [...Array(18).fill('a'), ...Array(18).fill('b')],
        date, value: [...spike, ...spike.slice(0, 17), 40],
    };
    const out = xmrSeries(figures, {series: 'indicator', polarity: 'low-is-good', exceptionsFirst: true}).columns();
    equal(out.indicator.at(0), 'b');
    equal(out.standing.at(0), 'concern');
    equal(out.standing.at(1), 'stable');
    const plain = xmrSeries(figures, {series: 'indicator'});
    equal(xmrExceptions(plain).columns().standing.at(0), 'changed');
    const points = xmrPoints(figures, {series: 'indicator'}).columns();
    near(points.mean.at(0), 35 / 18);
    equal(points.rule.at(35), 'outside-limits');
});

test('steps, and what is wrong', () => {
    const figures = {date: months(18), value: spike};
    const parts = xmrParts(figures, {steps: [new Date(Date.UTC(2024, 8, 15))]}).columns();
    equal(`${parts.part.at(0)},${parts.part.at(1)}`, '1,2');
    equal(parts.n_points.at(0), 9);
    const late = xmrSeries(figures, {steps: [new Date(Date.UTC(2030, 0, 1))]}).columns();
    equal(late.status.at(0), 'step-outside-series');
    throws(() => xmrSeries(figures, {screening: 'twice'}), error => equal(error.name, 'RangeError'));
    throws(() => xmrSeries(figures, {colour: 'red'}), error => equal(error.name, 'TypeError'));
});

done();
