/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Actions and the documents that they stand in. Everything is computed by the library.
 */
import {installFields, installFile, number, ownMethods, period, put} from './fields.js';
import Gi from './load.js';
import {names} from './patch.js';
import {makeOptions, member} from './statistics.js';

const IN_DOCUMENTS = ['Action', 'ActionChange', 'ActionLink', 'ActionNote', 'Evidence', 'Meeting', 'Promise',
    'PromiseRating', 'SelfJudgement', 'VoiceItem', 'WorkforceOccupation', 'WorkforceRole'];
const ON_FILE = ['ActionPlan', 'ForwardPlan', 'Pledge', 'SelfEvaluation', 'VoiceTracker', 'Workforce'];

/* Options of intervals, also of an object such as {confidence: 0.998}. */
function toOptions(options) {
    return options === null || options instanceof Gi.IntervalOptions ? options : makeOptions(options);
}

const action = ownMethods(Gi.Action, ['find_note', 'get_age', 'is_stale', 'move_to', 'check']);
const plan = ownMethods(Gi.ActionPlan, ['list_kind', 'list_stale', 'measure', 'summarise', 'to_table']);
const item = ownMethods(Gi.VoiceItem, ['get_days_to_tell']);
const tracker = ownMethods(Gi.VoiceTracker, ['measure_loop_closure']);
const evaluation = ownMethods(Gi.SelfEvaluation, ['check', 'measure_evidenced']);
const workforce = ownMethods(Gi.Workforce, ['compare_leads', 'list_leads']);

for (const name of [...IN_DOCUMENTS, ...ON_FILE])
    installFields(Gi[name]);
for (const name of ON_FILE)
    installFile(Gi[name]);

put(Gi.Action, 'move_to', function (state, on, reason = null, by = null) {
    return action.move_to.call(this, member(Gi.ActionState, state), on, reason, by);
});
/* Days since it was raised, up to its end; null if it is not known when it was. */
put(Gi.Action, 'age_on', function (on) {
    const [known, days] = action.get_age.call(this, on);
    return known ? days : null;
});
put(Gi.Action, 'find_note', function (of) {
    return action.find_note.call(this, period(of));
});
put(Gi.Action, 'is_stale', function (of) {
    return action.is_stale.call(this, period(of));
});
put(Gi.Action, 'check', function (path = null) {
    return action.check.call(this, path);
});

put(Gi.ActionPlan, 'list_kind', function (kind) {
    return plan.list_kind.call(this, member(Gi.ActionKind, kind));
});
put(Gi.ActionPlan, 'list_stale', function (of) {
    return plan.list_stale.call(this, period(of));
});
put(Gi.ActionPlan, 'measure', function (share, on, of = null, options = null) {
    return plan.measure.call(this, member(Gi.ActionShare, share), on, period(of), toOptions(options));
});
put(Gi.ActionPlan, 'summarise', function (by, on, of = null) {
    return plan.summarise.call(this, member(Gi.ActionGrouping, by), on, period(of));
});
put(Gi.ActionPlan, 'to_table', function (on, of = null) {
    return plan.to_table.call(this, on, period(of));
});

Object.defineProperty(Gi.VoiceItem.prototype, 'daysToTell', {configurable: true, get() {
    const [known, days] = item.get_days_to_tell.call(this);
    return known ? days : null;
}});
put(Gi.VoiceTracker, 'measure_loop_closure', function (on, options = null) {
    return tracker.measure_loop_closure.call(this, on, toOptions(options));
});
put(Gi.SelfEvaluation, 'check', function (indicators = null) {
    return evaluation.check.call(this, indicators && [...indicators]);
});
put(Gi.SelfEvaluation, 'measure_evidenced', function (options = null) {
    return evaluation.measure_evidenced.call(this, toOptions(options));
});
put(Gi.Workforce, 'list_leads', function (least) {
    return workforce.list_leads.call(this, member(Gi.LeadPractitioner, least));
});
/* Who may hold the role of lead practitioner against who does: numbers by sector. */
put(Gi.Workforce, 'compare_leads', function (leads, options = null) {
    const entries = leads instanceof Map ? [...leads] : Object.entries(leads);
    return workforce.compare_leads.call(this, entries.map(([sector]) => sector), entries.map(([, n]) => number(n)),
        toOptions(options));
});

/* The actions of several plans together, as those of one. */
const {share_of_actions: shareOf, summarise_action_plans: summariseAll, tabulate_action_plans: tabulateAll} = names;
names.share_of_actions = names.shareOfActions = (plans, share, on, of = null, options = null) =>
    shareOf([...plans], member(Gi.ActionShare, share), on, period(of), toOptions(options));
names.summarise_action_plans = names.summariseActionPlans = (plans, by, on, of = null) =>
    summariseAll([...plans], member(Gi.ActionGrouping, by), on, period(of));
names.tabulate_action_plans = names.tabulateActionPlans = (plans, on, of = null) =>
    tabulateAll([...plans], on, period(of));
