/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Assessments and their templates.
 */
import Gio from 'gi://Gio';
import GLib from 'gi://GLib';

import {done, equal, near, ok, test, throws} from './tap.js';

const {default: Marmot} = await import(`file://${ARGV[0]}/marmot.js`);

const here = Gio.File.new_for_uri(import.meta.url).get_parent();
const file = here.resolve_relative_path('../../examples/data/trauma-vanguard/heat-2023.json');
const heat = Marmot.AssessmentTemplate.new_builtin('phe-heat-simplified-2020');
const presented = new Date(Date.UTC(2025, 1, 5));

test('what the assessment of the vanguard lacks', () => {
    const vanguard = Marmot.Assessment.new_from_file(file, null);
    equal(vanguard.validate(heat, presented).map(finding => finding.rule),
        ['H04', 'H05', 'H06', 'H07', 'H08', 'H09', 'H10', 'H12', 'H13', 'H13', 'H14', 'review/undated']);
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

const FORM = 'phe-heat-simplified-2020';
const day = text => new Date(`${text}T00:00:00Z`);

function hubs() {
    return new Marmot.Assessment({
        id: 'hubs', template: FORM, programme: 'Hubs', completed: day('2024-05-01'), starts: '2024-04-01', ageUntil: 18,
        responses: [{question: 'q2', state: 'answered', text: 'Yes', evidence: ['jsna', 'census']}],
        groups: [new Marmot.AssessmentGroup({dimension: 'age', impact: 'positive', text: 'Under 20s'})],
        evidence: [{key: 'jsna', kind: 'dataset', value: '12.5%', period: '2023/24'}],
        outcomes: [{id: 'o', text: 'Fewer', direction: 'decrease', targetPeriod: '2026/27'}],
        actions: [{id: 'a', text: 'Do', due: day('2024-10-01'), notes: [{period: '2024/25', text: 'Begun'}]}],
        reviews: [{done: '2024-12-01', text: 'Done'}],
    });
}

test('an assessment takes what JavaScript has', () => {
    const made = hubs();
    equal([`${made.completed}`, `${made.starts}`, made.ageUntil, made.age_until], ['1 May 2024', '1 April 2024', 18, 18]);
    equal([...made.responses][0].evidence, ['jsna', 'census']);
    equal(Marmot.nickOf(Marmot.Impact, [...made.groups][0].impact), 'positive');
    near([...made.evidence][0].value.number, 12.5);
    equal([...[...made.actions][0].notes][0].text, 'Begun');
    ok(Marmot.Assessment.parse(made.toJson()).equals(made));
    ok(Marmot.Assessment.parse(JSON.parse(made.toJson())).equals(made));
    made.owner_role = 'Lead';
    equal(made.ownerRole, 'Lead');
    const [row] = made.groups;
    row.set_state('unknown');
    row.setReason('Nobody asked');
    equal([Marmot.nickOf(Marmot.AnswerState, row.state), row.reason], ['unknown', 'Nobody asked']);
    made.completed = null;
    equal(made.completed, null);
});

test('lists are set whole', () => {
    const made = hubs();
    made.groups = [...made.groups, {dimension: 'sex'}];
    equal([...made.groups].map(row => row.dimension), ['age', 'sex']);
    const told = [];
    made.groups.connect('items-changed', (_, ...change) => told.push(change));
    [...made.responses][0].evidence = null;
    ok(!([...made.responses][0].evidence?.length));
    [...made.evidence][0].value = 9.6;
    equal(`${[...made.evidence][0].value}`, '9.6');
    made.groups = [];
    equal([told, made.groups.get_n_items()], [[[0, 2, 0]], 0]);
});

test('what does not fit is refused by name', () => {
    const made = hubs();
    throws(() => new Marmot.Assessment({programe: 'Hubs'}), error => ok(/no "programe"; there are: id, /.test(error.message)));
    throws(() => {
        made.groups = [new Marmot.Action()];
    }, error => ok(error.message.includes('Marmot.AssessmentGroup')));
    throws(() => {
        made.groups = {dimension: 'sex'};
    }, error => ok(/^groups: an array/.test(error.message)));
    equal(made.groups.get_n_items(), 1);
    throws(() => {
        [...made.groups][0].state = 'ended';
    }, error => ok(/^state: .*not-applicable/.test(error.message)));
    throws(() => new Marmot.Assessment({state: 'published'}), error => ok(/no "state"/.test(error.message)));
    throws(() => {
        made.completed = '2024/25';
    }, error => ok(/^completed: one day/.test(error.message)));
    throws(() => {
        made.completed = '31 February 2024';
    }, error => equal([error.name, error.nick], ['MarmotError', 'parse']));
    throws(() => {
        made.template = heat;
    }, error => ok(/^template: a text/.test(error.message)));
    throws(() => {
        [...made.responses][0].evidence = 'jsna';
    }, error => ok(/^evidence: an array of texts/.test(error.message)));
    for (const number of [-1, '18', 1.5]) {
        throws(() => new Marmot.Assessment({ageFrom: number}),
            error => ok(/^ageFrom: a whole number/.test(error.message)));
    }
    throws(() => Marmot.Assessment.parse({format: 'marmot-assessment', id: 'x', groups: [{colour: 'red'}]}),
        error => ok(error.message.startsWith('groups/1: ')));
    throws(() => made.validate('heat', presented), error => equal(error.nick, 'not-found'));
    throws(() => Marmot.nickOf(Marmot.Impact, 17), error => ok(error.message.includes('positive')));
});

test('paths are texts', () => {
    const folder = GLib.dir_make_tmp('marmot-XXXXXX');
    const path = `${folder}/hubs.json`;
    const made = hubs();
    ok(made.save(path));
    ok(Marmot.Assessment.read(path).equals(made));
    ok(Marmot.Assessment.read(Gio.File.new_for_path(path)).equals(made));
    GLib.unlink(path);
    throws(() => Marmot.Assessment.read(path), error => ok(error.message.startsWith('hubs.json could not be read')));
    GLib.rmdir(folder);
    throws(() => made.save(path), error => equal(error.nick, 'io'));
});

test('days and templates', () => {
    const made = hubs();
    equal(made.getReviewWindow(FORM).map(Number), [day('2024-11-01'), day('2025-05-01')].map(Number));
    equal(Marmot.nickOf(Marmot.ReviewState, made.reviewState(FORM, day('2025-06-01'))), 'done');
    equal(made.reviewState(FORM, '2025-06-01'), Marmot.ReviewState.DONE);
    throws(() => made.validate(FORM, 'yesterday'), error => ok(error.message.includes('midnight UTC')));
    made.completed = null;
    equal(made.getReviewWindow(FORM), null);
    const rows = [...made.summarise(FORM)];
    equal(rows.find(row => row.what === 'actions with owner and date').of, 1);
    const [finding] = Marmot.AssessmentTemplate.check({format: 'x'});
    equal(finding.path, 'format');
    const document = JSON.parse(new TextDecoder().decode(heat.toJson()));
    ok(Marmot.AssessmentTemplate.parse(document).equals(heat));
    equal(Marmot.AssessmentTemplate.check(document).length, 0);
    throws(() => Marmot.AssessmentTemplate.read('nowhere.json'), error => equal(error.nick, 'io'));
    const carers = Marmot.dimension({id: 'local.young-carers', label: 'Young carers'});
    const ours = heat.withDimensions('ours', [carers]);
    equal(Marmot.nickOf(Marmot.DimensionKind, ours.findDimension('local.young-carers').kind), 'local');
});

test('from draft to submitted', () => {
    const made = hubs();
    ok(made.canMoveTo('submitted'));
    throws(() => made.moveTo('submitted', day('2024-05-02')), error => equal(error.nick, 'invalid-argument'));
    made.moveTo('submitted', day('2024-05-02'), null, 'Lead');
    equal([made.versions.get_n_items(), made.findVersion('submitted').role], [1, 'Lead']);
    throws(() => made.moveTo('approved', day('2024-05-03'), null, 'Board', FORM),
        error => equal(error.nick, 'invalid-data'));
});

test('pages', () => {
    const made = hubs();
    const other = made.copy();
    other.programme = 'Hubs and homes';
    ok(made.toHtml(FORM, day('2024-05-02')).includes('Under 20s'));
    ok(made.diffToHtml(other, day('2024-05-02')).includes('Hubs and homes'));
});

test('the schema of a type', () => {
    equal(JSON.parse(Marmot.makeJsonSchema(Marmot.Assessment.$gtype)).$ref, '#/$defs/Assessment');
    throws(() => Marmot.makeJsonSchema(Marmot.Action.$gtype), error => equal(error.nick, 'not-found'));
});

test('every list can be gone through, of whatever type it is', () => {
    const heat = Marmot.AssessmentTemplate.new_builtin('phe-heat-simplified-2020');
    equal([...heat.questions].map(question => question.id), ['q1', 'q2', 'q2a', 'q2b', 'q2c', 'q3', 'q4', 'q5']);
    equal([heat.stages.length, heat.dimensions.at(-1).id], [[...heat.stages].length, [...heat.dimensions].pop().id]);
    const made = new Marmot.Assessment({id: 'a'});
    equal([...made.versions], []);
    throws(() => made.moveTo(undefined, new Date(0), 'why', 'Lead'), error => equal(error.name, 'RangeError'));
    throws(() => made.findVersion(), error => equal(error.name, 'RangeError'));
    equal([...heat.questions].filter(question => question.appliesTo('geographic')).length > 0, true);
    equal(new Marmot.AssessmentRegister().countDimensions().get_n_rows(), 0);
});

await done();
