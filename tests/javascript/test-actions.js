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

test('personal data is found and not quoted', () => {
    const found = Marmot.find_personal_data('Ring 024 7683 3333', 'note');
    equal([found.length, found[0].rule], [1, 'personal-data/telephone']);
    equal(found[0].toString().includes('7683'), false);
});

await done();
