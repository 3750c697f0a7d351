/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The indicator room and the board report in GJS; the build tree's folder of the
 * module is the first argument.
 */
import Gio from 'gi://Gio?version=2.0';
import GLib from 'gi://GLib';
import System from 'system';

import {done, equal, ok, test} from './tap.js';

const {default: Marmot} = await import(`file://${System.programArgs[0]}/marmot.js`);
const source = GLib.path_get_dirname(GLib.path_get_dirname(GLib.path_get_dirname(
    GLib.filename_from_uri(import.meta.url)[0])));

function read(reader, path) {
    return reader.read_folder(Gio.File.new_for_path(`${source}/${path}`), null);
}

const pack = read(new Marmot.PackReader(), 'examples/data/coventry');
const report = Marmot.BoardReport.new(pack);

test('a pack is lists of things with names', () => {
    equal(pack.get_area().name, 'Coventry');
    equal([...pack.get_indicators()].length, 31);
    equal(pack.lookup_indicator('PI6').polarity, Marmot.Polarity.UNSTATED);
});

test('the scorecard is a list of rows', () => {
    const rows = [...report.get_scorecard()];
    const row = rows.find(r => r.indicator.id === 'PI1');
    equal(`${row.progress}`, '33.4');
    equal(`${row.part_value}`, '60');
    equal(`${row.part_period}`, '2017/18 Q1');
    equal(row.current, Marmot.ProgressStatus.BEHIND);
    ok(rows.find(r => r.indicator.id === 'PI14').review_target);
});

test('comparisons know how their figures were printed', () => {
    const bolton = [...report.get_comparisons()].find(c => c.observation.area.name === 'Bolton');
    equal(bolton.relation, Marmot.Relation.UNDETERMINED);
    ok(bolton.reason.includes('3.9'));
});

test('a record is made with properties', () => {
    const area = new Marmot.Area({id: 'here', name: 'Here', kind: Marmot.AreaKind.COUNTRY});
    equal(area.name, 'Here');
    equal(area.kind, Marmot.AreaKind.COUNTRY);
    equal(area.neighbour_rank, 0);
});

test('a broken pack is an error and findings', () => {
    const reader = new Marmot.PackReader();
    let message = null;
    try {
        read(reader, 'tests/data/packs/broken-limits');
    } catch (error) {
        message = error.message;
    }
    ok(message.includes('limits-reversed'));
    const [finding] = reader.get_findings();
    equal(finding.get_column(), 'lower');
});

done();
