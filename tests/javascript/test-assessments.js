/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Assessments and their templates.
 */
import Gio from 'gi://Gio';

import {done, equal, test} from './tap.js';

const {default: Marmot} = await import(`file://${ARGV[0]}/marmot.js`);

const here = Gio.File.new_for_uri(import.meta.url).get_parent();
const file = here.resolve_relative_path('../../examples/data/trauma-vanguard/heat-2023.json');
const heat = Marmot.AssessmentTemplate.new_builtin('phe-heat-simplified-2020');
const presented = new Date(Date.UTC(2025, 1, 5));

test('what the assessment of the vanguard lacks', () => {
    const vanguard = Marmot.Assessment.new_from_file(file, null);
    equal(vanguard.validate(heat, presented).map(finding => finding.rule),
        ['H04', 'H05', 'H06', 'H07', 'H08', 'H10', 'H12', 'H13', 'H14', 'review/undated']);
    equal(vanguard.reviewState(heat, presented), Marmot.ReviewState.UNDATED);
});

test('a form can be bound', () => {
    const vanguard = Marmot.Assessment.new_from_file(file, null);
    let changes = 0;
    vanguard.connect('notify::programme', () => changes++);
    vanguard.setProgramme('Another');
    equal([changes, vanguard.groups.get_n_items(), vanguard.programme], [1, 10, 'Another']);
});

test('its page, and the empty form', () => {
    const vanguard = Marmot.Assessment.new_from_file(file, null);
    const page = vanguard.toHtml(heat, Marmot.AssessmentPageOptions.new(presented));
    equal(page.includes('6 of 9 rows hold the same sentence'), true);
    equal(heat.toHtml().includes('<th scope="row">Sexual orientation</th>'), true);
    vanguard.setNotes('Write to a.person@example.org');
    let refused = null;
    try {
        vanguard.toHtml(heat, null);
    } catch (error) {
        refused = error;
    }
    equal([refused.code === Marmot.Error.INVALID_DATA, refused.message.includes('example.org')], [true, false]);
    equal(vanguard.toHtml(heat, new Marmot.AssessmentPageOptions({draft: true})).includes('Draft: not for publication'), true);
});

test('a form that was filled in', () => {
    const vanguard = Marmot.Assessment.new_from_file(file, null);
    const page = new TextEncoder().encode(vanguard.toHtml(heat, null));
    const read = Marmot.AssessmentImport.new_from_html(page, heat);
    equal(read.getFindings().map(finding => finding.rule), ['import/state']);
    equal(read.getAssessment().groups.get_n_items(), 10);
    equal(read.getLeftovers().columns().text.at(0), 'Published');
});

test('what changed, for programs and for people', () => {
    const vanguard = Marmot.Assessment.new_from_file(file, null);
    const newer = vanguard.copy();
    newer.evidence.get_item(0).setValue(Marmot.Value.parse('38%', Marmot.ValueParseFlags.DEFAULT));
    const changes = JSON.parse(vanguard.diffToJson(newer));
    equal(changes.map(change => [change.about, change.before, change.after]), [['evidence-value', '35%', '38%']]);
    equal(vanguard.diffToHtml(newer, null).includes('Evidence: cyjs.ehcp, value'), true);
});

await done();
