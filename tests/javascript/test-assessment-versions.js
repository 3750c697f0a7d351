/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Assessments from draft to published, their versions, and other templates.
 */
import Gio from 'gi://Gio';

import {done, equal, ok, test, throws} from './tap.js';

const {default: Marmot} = await import(`file://${ARGV[0]}/marmot.js`);

const here = Gio.File.new_for_uri(import.meta.url).get_parent();
const file = here.resolve_relative_path('../../examples/data/trauma-vanguard/heat-2023.json');
const heat = Marmot.AssessmentTemplate.new_builtin('phe-heat-simplified-2020');
const {DRAFT, SUBMITTED, APPROVED, PUBLISHED} = Marmot.AssessmentState;
const day = new Date(Date.UTC(2026, 2, 2));
const lead = 'Clinical consultant lead';

function revised() {
    const vanguard = Marmot.Assessment.new_from_file(file, null);
    vanguard.revise(day, 'The programme was extended to 2028', lead);
    return vanguard;
}

test('the way to publication', () => {
    const vanguard = revised();
    let changes = 0;
    vanguard.connect('notify::state', () => changes++);
    vanguard.setScope('Up to March 2028');
    vanguard.moveTo(SUBMITTED, day, null, lead, null);
    equal(vanguard.listMoves(), ['draft', 'approved', 'withdrawn']);
    vanguard.moveTo(APPROVED, day, 'Regard was had', 'Board', heat);
    vanguard.moveTo(PUBLISHED, day, null, 'Board', null);
    const {versions} = vanguard;
    const states = Array.from({length: versions.get_n_items()}, (_, i) => versions.get_item(i).state);
    equal(states, [DRAFT, SUBMITTED, APPROVED, PUBLISHED]);
    equal([changes, vanguard.state, vanguard.findVersion(APPROVED).reason], [3, PUBLISHED, 'Regard was had']);
    equal(vanguard.checkVersions().length, 0);
    equal(versions.get_item(0).restore().diff(versions.get_item(3).restore()).get_n_rows(), 2);
});

test('what is refused', () => {
    const vanguard = revised();
    throws(() => vanguard.moveTo(PUBLISHED, day, null, lead, null),
        error => ok(/submitted, withdrawn/.test(error.message), error.message));
    throws(() => vanguard.moveTo(SUBMITTED, day, null, 'someone@example.org', null),
        error => ok(/role may hold personal data/.test(error.message), error.message));
    equal(vanguard.state, DRAFT);
});

test('another template', () => {
    const vanguard = Marmot.Assessment.new_from_file(file, null);
    const impact = Marmot.AssessmentTemplate.new_builtin('equality-impact');
    const mapping = Marmot.TemplateMapping.new_builtin('phe-heat-simplified-2020', 'equality-impact');
    const [moved, outcome] = vanguard.migrate(heat, impact, mapping);
    equal([moved.template, moved.state, moved.versions.get_n_items()], ['equality-impact', DRAFT, 0]);
    equal(outcome.get_n_rows(), 26);
    equal(moved.validate(impact, day).filter(finding => finding.rule.startsWith('complete/no-')).length, 1);
});

await done();
