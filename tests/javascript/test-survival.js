/* SPDX-License-Identifier: LGPL-2.1-or-later */
import {done, equal, near, ok, test, throws} from './tap.js';

const {
    default: Marmot, eventCounts, followUp, grayTest, logRank, logRankSeries, sharesWithin, stateShares, stateTransitions,
    survival,
} = await import(`file://${ARGV[0]}/marmot.js`);

const AML = {
    stop: [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45],
    status: [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1],
    arm: [...Array(11).fill('kept'), ...Array(12).fill('not')],
};
const {TimeCurve} = Marmot;

test('curves of groups', () => {
    const curves = survival(AML, {groups: 'arm', method: 'log'});
    ok(`${curves}`.startsWith('23 rows in 2 groups'), `${curves}`);
    const out = curves.at(TimeCurve.EVENT_FREE, Marmot.column([28])).columns();
    near(out.value.at(0), 0.61363636363636354);
    near(out.lower.at(0), 0.37686705950167976);
    equal(curves.get_median(0).get_value(), 31);
    equal(curves.quantiles([0.5]).columns().value.at(1), 23);
    near(curves.restricted_means(45).columns().value.at(0), 30.738636363636363);
    throws(() => survival(AML, {colour: 'red'}), error => equal(error.name, 'TypeError'));
});

test('tests', () => {
    const compared = logRank(AML, {groups: 'arm'});
    near(compared.get_statistic(), 3.3963886989776011);
    equal(`${compared}`, 'chi-squared 3.40 on 1 degree of freedom, p 0.065, log-rank');
    near(logRank(eventCounts(AML, {groups: 'arm'})).get_statistic(), compared.get_statistic());
    const places = logRankSeries({...AML, place: AML.stop.map(() => 'city')}, {groups: 'arm', series: 'place'});
    near(places.columns().statistic.at(0), compared.get_statistic());
    throws(() => logRank(AML), error => equal(error.name, 'TypeError'));
    const rows = {stop: [1, 2, 2, 3, 4, 5], status: [1, 2, 0, 1, 2, 0], arm: [0, 1, 0, 1, 0, 1]};
    equal(grayTest(rows, {groups: 'arm', cause: 2, causes: 2}).get_df(), 1);
});

test('counts of parts add up', () => {
    const rows = {stop: [5, 8, 8, 12, 20, 30], status: [1, 0, 2, 1, 2, 0]};
    const part = (from, to) => eventCounts(
        {stop: rows.stop.slice(from, to), status: rows.status.slice(from, to)}, {causes: 2});
    const sum = part(0, 2).add(part(2, 6));
    ok(sum.equals(eventCounts(rows, {causes: 2})));
    ok(Marmot.EventCounts.deserialize(sum.serialize()).equals(sum));
    const out = survival(sum, {causes: 2}).at(TimeCurve.CAUSE, Marmot.column([25])).columns();
    near(out.value.at(0) + out.value.at(1) + out.event_free.at(0), 1);
});

test('dates, shares and states', () => {
    const day = (y, m, d) => new Date(Date.UTC(y, m - 1, d));
    const times = followUp({from: [day(2019, 3, 1), day(2020, 1, 1)], to: [day(2020, 3, 1), day(2020, 1, 20)]},
        day(2020, 6, 1), {skipLeapDays: true});
    equal(times.columns().stop.at(0), 365);
    equal(sharesWithin(times, 365).columns().too_young.at(0), 1);
    const out = stateShares({time: [17, 17, 18], state: ['school', null, 'work']}).columns();
    equal(out.known.at(0), 1);
    equal(out.unknown.at(0), 1);
    near(stateTransitions({from: ['a', 'a'], to: ['b', 'b']}).columns().value.at(0), 1);
});

await done();
