/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Periods of care in GJS. All episodes are made up.
 */
import GLib from 'gi://GLib';
import System from 'system';

import {done, equal, ok, test, throws} from './tap.js';

const {default: Marmot} = await import(`file://${System.programArgs[0]}/marmot.js`);

const csv = `person,start,end,start_reason,end_reason,placement,carer
a,2020-01-01,2020-02-01,S,X1,U4,x
a,2020-02-01,,P,,K2,y
b,2020-05-01,2020-05-10,S,E4A,U1,z
b,2020-05-12,,L,,U1,z
`;
const table = Marmot.CsvReader.new().read_bytes(new GLib.Bytes(new TextEncoder().encode(csv)), 'care.csv');
const spells = Marmot.EpisodeSet.new(Marmot.EpisodeKind.CARE, table).link(null);
const day = (year, month, date) => new Date(Date.UTC(year, month - 1, date));

test('a list and objects', () => {
    equal(spells.length, 3);
    equal(`${spells}`, '3 spells of 2 children, 1 with issues');
    const [first, second] = [...spells];
    equal(first.person, 'a');
    equal(first.start.getTime(), day(2020, 1, 1).getTime());
    equal(first.end, null);
    ok(first.covers(day(2024, 2, 29)));
    equal(first.nPlacements, 2);
    equal(first.getEpisodes().at(1).get_text('carer'), 'y');
    equal(second.endReason, 'E4A');
    ok(first.equals(spells.at(0)) && !first.equals(second));
});

test('a day, a year, and findings', () => {
    equal(spells.openOn(day(2020, 5, 10)).length, 1);
    const year = Marmot.Period.parse('2019/20', Marmot.YearType.FINANCIAL);
    equal(spells.countMoves(year).get_integer(0), 1);
    equal(spells.placements.get_n_rows(), 4);
    equal(spells.findings.map(finding => finding.rule), ['spell/gap']);
});

test('a set without starts throws', () => {
    const bare = Marmot.EpisodeSet.new(Marmot.EpisodeKind.CARE,
        Marmot.Table.new(['person'], [Marmot.Column.new_text(['a'])]));
    throws(() => bare.link(null), error => ok(/"start"/.test(error.message), error.message));
});

test('episodes are a list of episodes', () => {
    const [first, second] = [...spells.episodes];
    equal(first.placement, 'U4');
    equal(first.startReason, 'S');
    equal(`${first}`, 'care, 2020-01-01 to 2020-02-01');
    ok(/foster/i.test(first.get_label('placement')), first.get_label('placement'));
    ok(first.equals(spells.episodes.at(0)) && !first.overlaps(second));
});

await done();
