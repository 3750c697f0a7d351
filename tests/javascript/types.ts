// SPDX-License-Identifier: LGPL-2.1-or-later
//
// What the declarations accept and refuse: compiled where there is a compiler of
// TypeScript, never run.
import Marmot, {dimension, nickOf} from 'marmot';

const hubs = new Marmot.Assessment({
    id: 'hubs', ageUntil: 18, completed: new Date(),
    responses: [{question: 'q1', state: 'answered', evidence: ['jsna']}],
    groups: [new Marmot.AssessmentGroup({dimension: 'age', impact: 'positive'})],
});
hubs.completed = '2024-05-01';
hubs.groups = [...hubs.groups, {dimension: 'sex'}];
hubs.actions.append(new Marmot.Action({text: 'Do it', due: '2024-10-01'}));
export const programme: string | null = hubs.programme;
export const text: string = Marmot.Assessment.read('hubs.json').diffToText(hubs);
export const state: string = nickOf(Marmot.ReviewState, hubs.reviewState('phe-heat-simplified-2020', new Date()));
export const form = Marmot.AssessmentTemplate.new_builtin('phe-heat-simplified-2020')
    .withDimensions('ours', [dimension({id: 'local.carers', label: 'Carers'})]);
export const aims = [...new Marmot.ActionPlan().listKind('aim')].map(aim => aim.ownerRole);

// @ts-expect-error: a field that there is not
new Marmot.Assessment({programe: 'Hubs'});
// @ts-expect-error: a member that there is not
new Marmot.AssessmentGroup({impact: 'good'});
// @ts-expect-error: a number where a text belongs
hubs.programme = 5;
