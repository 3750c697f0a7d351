/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Many assessments, and evidence that moves.
 */
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';

import {done, equal, test} from './tap.js';

const {default: Marmot} = await import(`file://${ARGV[0]}/marmot.js`);

const here = Gio.File.new_for_uri(import.meta.url).get_parent();
const vanguard = here.resolve_relative_path('../../examples/data/trauma-vanguard/heat-2023.json');
const day = new Date(Date.UTC(2025, 1, 5));

const bytes = text => new GLib.Bytes(new TextEncoder().encode(text));

test('a register of a file and of lines', () => {
    const register = Marmot.AssessmentRegister.new();
    register.load_file(vanguard, null);
    register.load_bytes(bytes('{"format": "marmot-assessment", "id": "a"}\n{'), 'more.ndjson');
    equal(register.get_n_items(), 2);
    equal(register.list_faults().map(fault => [fault.file, fault.row]), [['more.ndjson', 2]]);
    equal(register.validate(day).filter(finding => finding.rule === 'register/template').map(finding => finding.path),
        ['a/template']);
    equal(register.list_reviews(day).get_n_rows(), 1);
    equal(register.lookup('trauma-vanguard-2023').programme.startsWith('West Midlands'), true);
    register.remove(0);
    equal(register.get_file(0), 'more.ndjson');
});

test('evidence that is not there', () => {
    const assessment = Marmot.Assessment.new_from_file(vanguard, null);
    const evidence = assessment.evidence.get_item(0);
    evidence.setIndicator('92443');
    evidence.setArea('E08000026');
    const refresh = assessment.refresh([], day);
    equal(refresh.count(Marmot.EvidenceMove.NOT_FOUND), 1);
    equal(refresh.list_findings().map(finding => finding.path), ['responses/q1']);
});

await done();
