/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Assessments, what they are made of, and their templates. Everything is computed by the
 * library.
 */
import './actions.js';
import {toDate} from './dates.js';
import {installFields, installFile, ownMethods, put, putStatic, toBytes, toFile} from './fields.js';
import Gi from './load.js';
import {names} from './patch.js';
import {member} from './statistics.js';

const assessment = ownMethods(Gi.Assessment, ['validate', 'summarise', 'review_state', 'get_review_window',
    'move_to', 'supersede', 'migrate', 'find_version', 'can_move_to', 'to_html', 'diff_to_html']);
const library = {
    check: Gi.AssessmentTemplate.check,
    fromJson: Gi.AssessmentTemplate.new_from_json,
    fromFile: Gi.AssessmentTemplate.new_from_file,
    newDimension: Gi.Dimension.new,
};

for (const name of ['AssessmentEngagement', 'AssessmentGroup', 'AssessmentOutcome', 'AssessmentResponse',
    'AssessmentReview', 'Assessment'])
    installFields(Gi[name]);
installFile(Gi.Assessment);
/* GJS's own property gives the list as it is. */
Object.defineProperty(Gi.Assessment.prototype, 'versions', {configurable: true, get() {
    return this.get_versions();
}});

/* A template, for itself or for the name of one that is built in. */
function toForm(form) {
    return typeof form === 'string' ? names.AssessmentTemplate.new_builtin(form) : form;
}

put(Gi.Assessment, 'validate', function (form, day) {
    return assessment.validate.call(this, toForm(form), toDate(day));
});
put(Gi.Assessment, 'summarise', function (form) {
    return assessment.summarise.call(this, toForm(form));
});
put(Gi.Assessment, 'review_state', function (form, day) {
    return assessment.review_state.call(this, toForm(form), toDate(day));
});
/* The first and the last day on which a review is in time; null if there is to be none or the
 * assessment does not say when it was completed. */
put(Gi.Assessment, 'get_review_window', function (form) {
    const [known, ...days] = assessment.get_review_window.call(this, toForm(form));
    return known ? days : null;
});

/* Approval needs the template. */
put(Gi.Assessment, 'move_to', function (state, on, reason = null, by = null, form = null) {
    return assessment.move_to.call(this, member(Gi.AssessmentState, state), on, reason, by ?? '', toForm(form));
});
put(Gi.Assessment, 'supersede', function (successor, on, reason = null, by = null) {
    return assessment.supersede.call(this, successor, on, reason, by ?? '');
});
put(Gi.Assessment, 'migrate', function (oldForm, newForm, mapping) {
    return assessment.migrate.call(this, toForm(oldForm), toForm(newForm), mapping);
});
/* Options of a page, or the day as of which it is checked. */
function toPageOptions(options) {
    return options instanceof Date ? names.AssessmentPageOptions.new(options) : options;
}
put(Gi.Assessment, 'to_html', function (form, options = null) {
    return assessment.to_html.call(this, toForm(form), toPageOptions(options));
});
put(Gi.Assessment, 'diff_to_html', function (newer, options = null) {
    return assessment.diff_to_html.call(this, newer, toPageOptions(options));
});
for (const name of ['find_version', 'can_move_to']) {
    put(Gi.Assessment, name, function (state) {
        return assessment[name].call(this, member(Gi.AssessmentState, state));
    });
}

const {count: countMoves} = ownMethods(Gi.AssessmentRefresh, ['count']);
const {count_dimensions: countDimensions} = ownMethods(Gi.AssessmentRegister, ['count_dimensions']);
const {applies_to: appliesTo} = ownMethods(Gi.TemplateQuestion, ['applies_to']);
put(Gi.AssessmentRefresh, 'count', function (move) {
    return countMoves.call(this, member(Gi.EvidenceMove, move));
});
put(Gi.AssessmentRegister, 'count_dimensions', function (options = null) {
    return countDimensions.call(this, options);
});
put(Gi.TemplateQuestion, 'applies_to', function (kind) {
    return appliesTo.call(this, member(Gi.DimensionKind, kind));
});

putStatic(Gi.AssessmentTemplate, 'read', file => library.fromFile.call(Gi.AssessmentTemplate, toFile(file), null));
putStatic(Gi.AssessmentTemplate, 'parse', document => library.fromJson.call(Gi.AssessmentTemplate, toBytes(document)));
/* Writable, since GJS has it. */
Gi.AssessmentTemplate.check = document => library.check.call(Gi.AssessmentTemplate, toBytes(document));

/* A dimension of an object: {id, label, kind, legalBasis, definition}; local if it is not said. */
export function dimension({id, label, kind = 'local', legalBasis = null, definition = null}) {
    return library.newDimension.call(Gi.Dimension, id, label, member(Gi.DimensionKind, kind), legalBasis, definition);
}
