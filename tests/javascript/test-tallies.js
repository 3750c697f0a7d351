/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A measure that somebody defines: what each row counts as.
 */
import {done, equal, near, test, throws} from './tap.js';

const {default: Marmot, tally} = await import(`file://${ARGV[0]}/marmot.js`);

const counts = ['in', 'out', 'died', null, 'in', 'unknown'];
const sex = ['F', 'F', 'F', 'F', 'M', 'M'];

test('rows count by group', () => {
    const found = tally('in touch', counts, {keys: {sex}, rows: true});
    equal([found.name, found.nGroups, found.reasons], ['in touch', 2, ['died']]);
    const table = found.toTable().columns();
    equal(table.sex.toArray(), ['F', 'M']);
    equal([table.numerator.at(0), table.denominator.at(0), table.excluded_died.at(0)], [1, 2, 1]);
    equal([table.numerator.at(1), table.unknown.at(1)], [1, 1]);
    equal([found.sum.numerator, found.sum.denominator, Number(found.sum.nUnknown)], [2, 3, 1]);
    equal(Number(found.getMeasure(1).rows.at(0)), 4);
});

test('parts add up by way of bytes', () => {
    const part = (from, to) => tally('in touch', counts.slice(from, to), {keys: {sex: sex.slice(from, to)}});
    const both = part(0, 2).add(Marmot.Tally.deserialize(part(2, 6).serialize()));
    equal(both.equal(part(0, 6)), true);
    throws(() => part(0, 2).add(tally('another', counts)), error => equal(error.name, 'MarmotError'));
});

test('a mean, and a rate', () => {
    const mean = tally('score', ['in', 'in', 'no score'], {values: [3, 5, 40], statistic: 'mean'});
    near(mean.sum.estimate.value, 4);
    const rate = tally('open', ['in', 'in', null], {statistic: 'count', population: 1000, per: 100, conventions: '2024'});
    near(rate.sum.estimate.value, 0.2);
    equal(rate.conventions, '2024');
    throws(() => tally('open', counts, {population: NaN}), error => equal(error instanceof RangeError, true));
    throws(() => tally('open', counts, {populaton: 1}), error => equal(error.name, 'TypeError'));
});

await done();
