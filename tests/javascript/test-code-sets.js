/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Code sets, working days and adjoining authorities in GJS; the build tree's folder of
 * the module is the first argument.
 */
import GLib from 'gi://GLib';
import System from 'system';

import {done, equal, ok, test, throws} from './tap.js';

const {default: Marmot} = await import(`file://${System.programArgs[0]}/marmot.js`);
const place = Marmot.CodeSet.new_builtin('ssda903-place');
const calendar = Marmot.Calendar.new_builtin(null);
const day = text => new Date(`${text}T00:00:00Z`);
const bytes = document => new GLib.Bytes(new TextEncoder().encode(JSON.stringify(document)));

test('codes have their years', () => {
    equal(place.getLabel('K2'), 'Children\'s home');
    equal(place.isValid('H5', 2022), true);
    equal(place.isValid('H5', 2025), false);
    equal(place.isValidOn('Z1', day('2025-03-31')), true);
    equal(place.isValidOn('Z1', day('2025-04-01')), false);
    equal(place.getReplacedBy('Z1').join(' '), 'Z11 Z12 Z13 Z14');
    equal(place.getYears('K2').join(' '), 'true 2017 2026');
    equal(place.firstYear, 2017);
    equal(place.nCodes, place.listCodes(0).length);
    equal(Marmot.CodeSet.new_builtin('supporting-families-outcome').lastDay.getTime(), day('2025-03-31').getTime());
    throws(() => Marmot.CodeSet.new_builtin('place'), error => ok(error.message.includes('ssda903-place')));
});

test('a column is checked, and no cell is shown', () => {
    const [findings, n] = place.checkColumn(Marmot.column(['U1', 'H5', null, 'somebody']), 2025, 'episodes.csv', 'PLACE', 10);
    equal(n, 2);
    equal(findings.map(finding => `${finding.row} ${finding.rule}`).join(', '),
        '3 code-set/other-year, 5 code-set/unknown-code');
    ok(!findings.some(finding => /H5|somebody/.test(finding.toString())));
});

test('a council reads its own set', () => {
    const document = {format: 'marmot-code-sets', 'code-sets': [
        {name: 'mine', title: 'T', source: 'S', codes: [{code: 'a', label: 'A'}]}]};
    equal(Marmot.CodeSet.new_from_json(bytes(document), 'mine').getLabel('A'), 'A');
    document['code-sets'][0].codes.push({code: 'A', label: 'again'});
    throws(() => Marmot.CodeSet.new_from_json(bytes(document), 'mine'),
        error => ok(error.message.includes('code-sets/1/codes/2')));
});

test('working days', () => {
    equal(calendar.isWorkingDay(day('2022-09-19')), false);
    equal(calendar.getHoliday(day('2023-05-08')), 'Coronation of King Charles III');
    equal(calendar.addWorkingDays(day('2024-12-24'), 1).getTime(), day('2024-12-27').getTime());
    equal(calendar.countWorkingDays(day('2024-09-06'), day('2024-09-09')), 1);
    throws(() => calendar.isWorkingDay(day('2028-01-03')), error => ok(error.message.includes('2027-12-31')));
    const table = calendar.countColumns(Marmot.column([day('2024-12-24'), null, day('2027-12-30')]),
        Marmot.column([day('2024-12-27'), day('2024-12-27'), day('2028-01-03')]));
    equal(table.get_column(0).get_integer(0), 1);
    equal([0, 1, 2].map(row => table.get_column(1).get_text(row)).join(' '), 'ok missing out-of-range');
});

test('authorities', () => {
    const table = Marmot.Adjacency.new_builtin();
    equal(table.adjoins('E08000026', 'E10000031'), Marmot.Adjoining.YES);
    equal(table.adjoins('E08000026', 'E08000035'), Marmot.Adjoining.NO);
    equal(table.adjoins('E08000026', 'E99999999'), Marmot.Adjoining.UNKNOWN);
    equal(table.listAdjoining('E08000026').join(' '), 'E08000029 E10000031');
});

await done();
