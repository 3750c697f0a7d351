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

await done();
