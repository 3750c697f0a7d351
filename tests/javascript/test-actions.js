/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Actions and the documents that they stand in, as Coventry published them.
 */
import Gio from 'gi://Gio';

import {done, equal, test, throws} from './tap.js';

const {default: Marmot} = await import(`file://${ARGV[0]}/marmot.js`);

const here = Gio.File.new_for_uri(import.meta.url).get_parent();
const data = name => here.resolve_relative_path(`../../examples/data/coventry-action-plan/${name}`);
const day = text => new Date(`${text}T00:00:00Z`);

test('the ten aims and the fifteen recommendations', () => {
    const plan = Marmot.ActionPlan.new_from_file(data('action-plan.json'), null);
    equal(plan.list_kind(Marmot.ActionKind.AIM).get_n_items(), 10);
    equal(plan.check().length, 44);
    const recommendations = Marmot.ActionPlan.new_from_file(data('recommendations.json'), null);
    equal(recommendations.list_kind(Marmot.ActionKind.RECOMMENDATION).get_n_items(), 15);
    equal(recommendations.list_overdue(day('2025-12-04')).get_n_items(), 0);
    equal(recommendations.list_overdue(day('2025-12-05')).get_n_items(), 1);
});

test('an action tells of its changes', () => {
    const action = Marmot.Action.new();
    let n = 0;
    action.connect('notify::text', () => n++);
    action.text = 'Do it';
    action.text = 'Do it';
    equal(n, 1);
    action.move_to(Marmot.ActionState.DONE, day('2025-01-10'), 'Done', null);
    equal(action.state, Marmot.ActionState.DONE);
    throws(() => action.move_to(Marmot.ActionState.OPEN, day('2025-01-09'), null, null),
        error => equal(error.name, 'MarmotError'));
});

test('an action takes what JavaScript has', () => {
    const action = new Marmot.Action({
        id: 'a', text: 'Do it', state: 'blocked', raised: day('2024-12-04'), due: '2025-12-04', partners: ['CRASAC'],
        notes: [{period: '2024/25', text: 'Begun'}, new Marmot.ActionNote({period: '2025/26 Q1', text: 'Half done'})],
    });
    equal([`${action.due}`, action.partners[0], Marmot.nickOf(Marmot.ActionState, action.state)],
        ['4 December 2025', 'CRASAC', 'blocked']);
    equal([...action.notes].map(note => note.text), ['Begun', 'Half done']);
    equal([action.isOverdue(day('2025-12-04')), action.isOverdue(day('2025-12-05'))], [false, true]);
    equal([action.ageOn(day('2025-12-04')), new Marmot.Action().ageOn(day('2025-12-04'))], [365, null]);
    equal([action.isStale('2024/25'), action.isStale('2026/27'), action.findNote('2024/25').text], [false, true, 'Begun']);
    action.moveTo('done', day('2025-12-10'), 'Reported');
    equal([...action.changes][0].reason, 'Reported');
    throws(() => action.moveTo('done', day('2025-12-11')), error => equal(error.nick, 'invalid-data'));
    equal(Array.isArray(action.check()), true);
});

test('plans and the documents beside them', () => {
    const plan = Marmot.ActionPlan.read(data('action-plan.json'));
    equal(plan.listKind('aim').get_n_items(), 10);
    const stale = plan.measure('stale', day('2018-04-01'));
    equal([stale.numerator, stale.denominator], [44, 44]);
    equal(plan.measure('stale', day('2018-04-01'), null, {confidence: 0.998}).estimate.confidence, 0.998);
    equal([...plan.summarise('theme', day('2018-02-05'))].map(row => Number(row.n)), [20, 24]);
    equal(plan.listStale('1 October 2017 to 31 March 2018').get_n_items(), 44);
    equal(plan.toTable(day('2018-02-05')).length, 44);
    const newer = plan.copy();
    newer.lookup('aim-5').due = '2018-09-30';
    equal(plan.diffToText(newer), 'Changed actions/aim-5, due: nothing became “2018-09-30”.\n');

    const tracker = Marmot.VoiceTracker.read(data('you-said-we-did.json').get_path());
    const [item] = tracker.items;
    item.toldBack = 'yes';
    equal([tracker.measureLoopClosure(day('2025-02-05')).numerator, item.daysToTell], [1, null]);
    const gap = Marmot.Workforce.read(data('workforce.json')).compareLeads({school: 428, health: 2, other: 39});
    equal([...gap].find(row => row.sector === 'health').gap, true);
    const evaluation = Marmot.SelfEvaluation.read(data('self-evaluation.json'));
    equal([evaluation.measureEvidenced().numerator, evaluation.check().length > 0], [2, true]);
    equal([...Marmot.ForwardPlan.read(data('forward-plan.json')).items].length, 5);
    equal([...Marmot.Pledge.read(data('pledge.json')).listRatings()].map(row => row.value), [91]);
});

test('personal data is found and not quoted', () => {
    const found = Marmot.find_personal_data('Ring 024 7683 3333', 'note');
    equal([found.length, found[0].rule], [1, 'personal-data/telephone']);
    equal(found[0].toString().includes('7683'), false);
});

test('short names are never taken for the first member', () => {
    const plan = Marmot.ActionPlan.new_from_file(data('action-plan.json'), null);
    const on = day('2018-04-01');
    const stale = Marmot.shareOfActions([plan], Marmot.ActionShare.STALE, on);
    equal(`${Marmot.shareOfActions([plan], 'stale', on)}`, `${stale}`);
    equal(`${plan.measure('stale', on)}`, `${stale}`);
    equal(stale.estimate.value > 0, true);
    equal([...Marmot.summariseActionPlans([plan], 'kind', on).columns().group], ['aim', 'action']);
    equal(Marmot.tabulateActionPlans([plan], on).get_n_rows(), plan.toTable(on).get_n_rows());
    const action = new Marmot.Action({id: 'a', text: 'Do it', state: 'done'});
    for (const nothing of [undefined, null, 'finished', Marmot.ActionState.FINISHED, {}]) {
        throws(() => action.moveTo(nothing, on), error => equal(error.name, 'RangeError'));
        throws(() => plan.measure(nothing, on), error => equal(error.name, 'RangeError'));
    }
    equal([action.state, action.changes.get_n_items()], [Marmot.ActionState.DONE, 0]);
});

test('numbers and truths of another kind are refused', () => {
    const workforce = Marmot.Workforce.new_from_file(data('workforce.json'), null);
    for (const n of [-1, 'x', null, 1.5])
        throws(() => workforce.compareLeads({school: n}), error => equal(error.name, 'RangeError'));
    throws(() => new Marmot.Action({id: 'a', noDueDate: 'false'}), error => equal(error.name, 'TypeError'));
    equal(new Marmot.Action({id: 'a', noDueDate: true}).noDueDate, true);
});

await done();
