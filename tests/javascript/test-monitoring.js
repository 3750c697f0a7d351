/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The monitoring tool in GJS; the build tree's folder of the module is the first
 * argument.
 */
import Gio from 'gi://Gio?version=2.0';
import GLib from 'gi://GLib';
import System from 'system';

import {done, equal, ok, test} from './tap.js';

const {default: Marmot} = await import(`file://${System.programArgs[0]}/marmot.js`);
const source = GLib.path_get_dirname(GLib.path_get_dirname(GLib.path_get_dirname(
    GLib.filename_from_uri(import.meta.url)[0])));
const tool = Marmot.MonitoringTool.new_built_in();

function read(document, reader = new Marmot.MonitoringToolReader()) {
    return reader.read_bytes(new GLib.Bytes(new TextEncoder().encode(JSON.stringify(document))), 'tool.json');
}

test('eight principles are built in', () => {
    equal([...tool.principles].length, 8);
    const principle = tool.lookup_principle('capabilities');
    equal([...principle.list(Marmot.PrincipleItemKind.PARTNER)].length, 17);
    equal([...principle.case_studies][0].consent, Marmot.Consent.UNKNOWN);
});

test('a story without consent is refused, and not quoted', () => {
    const document = JSON.parse(tool.to_json());
    document.principles[1].case_studies[0].text = 'The story of somebody';
    const reader = new Marmot.MonitoringToolReader();
    let message = null;
    try {
        read(document, reader);
    } catch (error) {
        message = error.message;
    }
    ok(message.includes('monitoring-tool/consent'));
    ok(!message.includes('somebody'));
    equal(reader.get_findings()[0].get_path(), 'principles/1/case_studies/0/text');
});

test('what changed is a table and a text', () => {
    const document = JSON.parse(tool.to_json());
    document.principles.reverse();
    equal(tool.diff(read(document)).get_n_rows(), 0);
    document.version = '2024';
    equal(tool.diff_to_text(read(document)),
        'From 2023 to 2024\n\nChanged: 1\n  tool: version was "2023", is "2024"\n');
});

test('coverage of a pack', () => {
    const pack = new Marmot.PackReader().read_folder(
        Gio.File.new_for_path(`${source}/examples/data/coventry`), null);
    const coverage = Marmot.MonitoringCoverage.new(tool);
    coverage.add_pack(pack);
    equal(coverage.get_unplaced().get_n_rows(), 31);
    equal(coverage.get_gaps().get_n_rows(), 7);
    ok(coverage.to_text(null).includes('Case studies that may not be told: 1'));
});

done();
