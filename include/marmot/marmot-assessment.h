/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-action-plan.h>
#include <marmot/marmot-action.h>
#include <marmot/marmot-assessment-engagement.h>
#include <marmot/marmot-assessment-group.h>
#include <marmot/marmot-assessment-outcome.h>
#include <marmot/marmot-assessment-response.h>
#include <marmot/marmot-assessment-review.h>
#include <marmot/marmot-assessment-template.h>
#include <marmot/marmot-evidence.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotAssessmentState:
 * @MARMOT_ASSESSMENT_STATE_DRAFT: it is being written
 * @MARMOT_ASSESSMENT_STATE_SUBMITTED: it waits for approval
 * @MARMOT_ASSESSMENT_STATE_APPROVED: it is approved
 * @MARMOT_ASSESSMENT_STATE_PUBLISHED: it is published
 * @MARMOT_ASSESSMENT_STATE_SUPERSEDED: another took its place
 * @MARMOT_ASSESSMENT_STATE_WITHDRAWN: it was taken back
 *
 * How far an assessment has come.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_ASSESSMENT_STATE_DRAFT,
  MARMOT_ASSESSMENT_STATE_SUBMITTED,
  MARMOT_ASSESSMENT_STATE_APPROVED,
  MARMOT_ASSESSMENT_STATE_PUBLISHED,
  MARMOT_ASSESSMENT_STATE_SUPERSEDED,
  MARMOT_ASSESSMENT_STATE_WITHDRAWN,
} MarmotAssessmentState;

/**
 * MarmotReviewState:
 * @MARMOT_REVIEW_STATE_NONE: its template asks for none
 * @MARMOT_REVIEW_STATE_NOT_DUE: it is too early
 * @MARMOT_REVIEW_STATE_DUE: it can be done, and is not yet overdue
 * @MARMOT_REVIEW_STATE_OVERDUE: it should have been done
 * @MARMOT_REVIEW_STATE_DONE: it was done
 * @MARMOT_REVIEW_STATE_UNDATED: there is the text of a review that carries no date, so that
 * nobody knows whether it was in time
 * @MARMOT_REVIEW_STATE_UNKNOWN: the assessment does not say when it was completed
 *
 * How it stands with the review of an assessment.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_REVIEW_STATE_NONE,
  MARMOT_REVIEW_STATE_NOT_DUE,
  MARMOT_REVIEW_STATE_DUE,
  MARMOT_REVIEW_STATE_OVERDUE,
  MARMOT_REVIEW_STATE_DONE,
  MARMOT_REVIEW_STATE_UNDATED,
  MARMOT_REVIEW_STATE_UNKNOWN,
} MarmotReviewState;

/**
 * MarmotAssessment:
 *
 * An assessment of what a programme does to differences in health: the Health Equity
 * Assessment Tool, filled in, or a relative of it.
 *
 * It answers the questions of a template, says what is known of each group, which evidence
 * it rests upon, which outcomes should change, and what will be done by whom. Text may be
 * changed until it is approved; every step on the way is kept as a version
 * ([class@Marmot.AssessmentVersion]). The state is not set: [method@Marmot.Assessment.move_to],
 * [method@Marmot.Assessment.supersede] and [method@Marmot.Assessment.revise] bring an
 * assessment to another, and a file says in which it is.
 *
 * Roles stand in it and no names of people. A form can be bound to it: properties notify,
 * and lists are list models. It may be used by one thread at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ASSESSMENT (marmot_assessment_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAssessment, marmot_assessment, MARMOT, ASSESSMENT, GObject)

/**
 * marmot_assessment_new:
 *
 * Returns: (transfer full): an empty assessment
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessment *marmot_assessment_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_get_id: (get-property id)
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): its short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_get_id (MarmotAssessment *self);

/**
 * marmot_assessment_set_id: (set-property id)
 * @self: an assessment
 * @id: (nullable): its short name
 *
 * Sets [property@Marmot.Assessment:id].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_id (MarmotAssessment *self, const char *id);

/**
 * marmot_assessment_get_template: (get-property template)
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): the short name of its template
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_get_template (MarmotAssessment *self);

/**
 * marmot_assessment_set_template: (set-property template)
 * @self: an assessment
 * @template_id: (nullable): the short name of its template
 *
 * Sets [property@Marmot.Assessment:template].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_template (MarmotAssessment *self, const char *template_id);

/**
 * marmot_assessment_get_template_hash: (get-property template-hash)
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): the hash of that template, as it was when the
 * assessment was begun
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_get_template_hash (MarmotAssessment *self);

/**
 * marmot_assessment_set_template_hash: (set-property template-hash)
 * @self: an assessment
 * @template_hash: (nullable): the hash of that template, as it was when the assessment was
 * begun
 *
 * Sets [property@Marmot.Assessment:template-hash].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_template_hash (MarmotAssessment *self, const char *template_hash);

/**
 * marmot_assessment_get_programme: (get-property programme)
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): the programme that is assessed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_get_programme (MarmotAssessment *self);

/**
 * marmot_assessment_set_programme: (set-property programme)
 * @self: an assessment
 * @programme: (nullable): the programme that is assessed
 *
 * Sets [property@Marmot.Assessment:programme].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_programme (MarmotAssessment *self, const char *programme);

/**
 * marmot_assessment_get_scope: (get-property scope)
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): what it does, where and for whom
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_get_scope (MarmotAssessment *self);

/**
 * marmot_assessment_set_scope: (set-property scope)
 * @self: an assessment
 * @scope: (nullable): what it does, where and for whom
 *
 * Sets [property@Marmot.Assessment:scope].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_scope (MarmotAssessment *self, const char *scope);

/**
 * marmot_assessment_get_age_from: (get-property age-from)
 * @self: an assessment
 *
 * Returns: from which age people are in it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_assessment_get_age_from (MarmotAssessment *self);

/**
 * marmot_assessment_set_age_from: (set-property age-from)
 * @self: an assessment
 * @age_from: from which age people are in it
 *
 * Sets [property@Marmot.Assessment:age-from].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_age_from (MarmotAssessment *self, guint age_from);

/**
 * marmot_assessment_get_age_until: (get-property age-until)
 * @self: an assessment
 *
 * Returns: up to which age people are in it, that age included; 0 if there is no limit
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_assessment_get_age_until (MarmotAssessment *self);

/**
 * marmot_assessment_set_age_until: (set-property age-until)
 * @self: an assessment
 * @age_until: up to which age people are in it, that age included; 0 if there is no limit
 *
 * Sets [property@Marmot.Assessment:age-until].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_age_until (MarmotAssessment *self, guint age_until);

/**
 * marmot_assessment_get_area: (get-property area)
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): the area that it is for
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_get_area (MarmotAssessment *self);

/**
 * marmot_assessment_set_area: (set-property area)
 * @self: an assessment
 * @area: (nullable): the area that it is for
 *
 * Sets [property@Marmot.Assessment:area].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_area (MarmotAssessment *self, const char *area);

/**
 * marmot_assessment_get_starts: (get-property starts)
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): the day on which the programme starts
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_assessment_get_starts (MarmotAssessment *self);

/**
 * marmot_assessment_set_starts: (set-property starts)
 * @self: an assessment
 * @starts: (nullable): the day on which the programme starts
 *
 * Sets [property@Marmot.Assessment:starts].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_starts (MarmotAssessment *self, MarmotPeriod *starts);

/**
 * marmot_assessment_get_ends: (get-property ends)
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): the day on which the programme ends
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_assessment_get_ends (MarmotAssessment *self);

/**
 * marmot_assessment_set_ends: (set-property ends)
 * @self: an assessment
 * @ends: (nullable): the day on which the programme ends
 *
 * Sets [property@Marmot.Assessment:ends].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_ends (MarmotAssessment *self, MarmotPeriod *ends);

/**
 * marmot_assessment_get_programme_changed: (get-property programme-changed)
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): the day on which the programme last changed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_assessment_get_programme_changed (MarmotAssessment *self);

/**
 * marmot_assessment_set_programme_changed: (set-property programme-changed)
 * @self: an assessment
 * @programme_changed: (nullable): the day on which the programme last changed
 *
 * Sets [property@Marmot.Assessment:programme-changed].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_programme_changed (MarmotAssessment *self, MarmotPeriod *programme_changed);

/**
 * marmot_assessment_get_completed: (get-property completed)
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): the day on which the assessment was completed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_assessment_get_completed (MarmotAssessment *self);

/**
 * marmot_assessment_set_completed: (set-property completed)
 * @self: an assessment
 * @completed: (nullable): the day on which the assessment was completed
 *
 * Sets [property@Marmot.Assessment:completed].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_completed (MarmotAssessment *self, MarmotPeriod *completed);

/**
 * marmot_assessment_get_organisation: (get-property organisation)
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): the organisation that assesses
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_get_organisation (MarmotAssessment *self);

/**
 * marmot_assessment_set_organisation: (set-property organisation)
 * @self: an assessment
 * @organisation: (nullable): the organisation that assesses
 *
 * Sets [property@Marmot.Assessment:organisation].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_organisation (MarmotAssessment *self, const char *organisation);

/**
 * marmot_assessment_get_owner_role: (get-property owner-role)
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): the role of whoever answers for it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_get_owner_role (MarmotAssessment *self);

/**
 * marmot_assessment_set_owner_role: (set-property owner-role)
 * @self: an assessment
 * @owner_role: (nullable): the role of whoever answers for it
 *
 * Sets [property@Marmot.Assessment:owner-role].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_owner_role (MarmotAssessment *self, const char *owner_role);

/**
 * marmot_assessment_get_sponsor_role: (get-property sponsor-role)
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): the role of the senior leader who sponsors it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_get_sponsor_role (MarmotAssessment *self);

/**
 * marmot_assessment_set_sponsor_role: (set-property sponsor-role)
 * @self: an assessment
 * @sponsor_role: (nullable): the role of the senior leader who sponsors it
 *
 * Sets [property@Marmot.Assessment:sponsor-role].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_sponsor_role (MarmotAssessment *self, const char *sponsor_role);

/**
 * marmot_assessment_get_state: (get-property state)
 * @self: an assessment
 *
 * Returns: how far it has come
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentState marmot_assessment_get_state (MarmotAssessment *self);

/**
 * marmot_assessment_get_source: (get-property source)
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): where it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_get_source (MarmotAssessment *self);

/**
 * marmot_assessment_set_source: (set-property source)
 * @self: an assessment
 * @source: (nullable): where it was published
 *
 * Sets [property@Marmot.Assessment:source].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_source (MarmotAssessment *self, const char *source);

/**
 * marmot_assessment_get_notes: (get-property notes)
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): what else is to be known of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_get_notes (MarmotAssessment *self);

/**
 * marmot_assessment_set_notes: (set-property notes)
 * @self: an assessment
 * @notes: (nullable): what else is to be known of it
 *
 * Sets [property@Marmot.Assessment:notes].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_set_notes (MarmotAssessment *self, const char *notes);

/**
 * marmot_assessment_get_responses: (get-property responses)
 * @self: an assessment
 *
 * Returns: (transfer none): the answers, a list of [class@Marmot.AssessmentResponse] that
 * may be changed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_assessment_get_responses (MarmotAssessment *self);

/**
 * marmot_assessment_get_groups: (get-property groups)
 * @self: an assessment
 *
 * Returns: (transfer none): the rows of groups, a list of [class@Marmot.AssessmentGroup]
 * that may be changed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_assessment_get_groups (MarmotAssessment *self);

/**
 * marmot_assessment_get_evidence: (get-property evidence)
 * @self: an assessment
 *
 * Returns: (transfer none): the evidence, a list of [class@Marmot.Evidence] that may be
 * changed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_assessment_get_evidence (MarmotAssessment *self);

/**
 * marmot_assessment_get_outcomes: (get-property outcomes)
 * @self: an assessment
 *
 * Returns: (transfer none): the outcomes, a list of [class@Marmot.AssessmentOutcome] that
 * may be changed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_assessment_get_outcomes (MarmotAssessment *self);

/**
 * marmot_assessment_get_actions: (get-property actions)
 * @self: an assessment
 *
 * Returns: (transfer none): the actions, a list of [class@Marmot.Action] that may be
 * changed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_assessment_get_actions (MarmotAssessment *self);

/**
 * marmot_assessment_get_reviews: (get-property reviews)
 * @self: an assessment
 *
 * Returns: (transfer none): the reviews, a list of [class@Marmot.AssessmentReview] that may
 * be changed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_assessment_get_reviews (MarmotAssessment *self);

/**
 * marmot_assessment_get_engagement: (get-property engagement)
 * @self: an assessment
 *
 * Returns: (transfer none): who was asked, a list of [class@Marmot.AssessmentEngagement]
 * that may be changed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_assessment_get_engagement (MarmotAssessment *self);

/**
 * marmot_assessment_get_versions: (get-property versions)
 * @self: an assessment
 *
 * Returns: (transfer none): its history, a list of [class@Marmot.AssessmentVersion], the
 * oldest first. Nobody can change it; it grows by a version with each move
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel *marmot_assessment_get_versions (MarmotAssessment *self);

/**
 * marmot_assessment_copy:
 * @self: an assessment
 *
 * Returns: (transfer full): the same once more, with its history, which changes by itself
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessment *marmot_assessment_copy (MarmotAssessment *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_equal:
 * @self: an assessment
 * @other: another
 *
 * Returns: whether both say the same and have the same history
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_assessment_equal (MarmotAssessment *self, MarmotAssessment *other);

/**
 * marmot_assessment_new_from_json:
 * @json: a document
 * @error: return location for an error
 *
 * Reads an assessment. What is not of its type, or has a key that there is not, is a
 * %MARMOT_ERROR_PARSE that says where; two things with one short name are a
 * %MARMOT_ERROR_INVALID_DATA. A file of more than 128 MiB, or whose versions are more than
 * 1 GiB when each is written out, is a %MARMOT_ERROR_TOO_LARGE.
 *
 * A history that does not hold together is read as it is:
 * [method@Marmot.Assessment.check_versions] tells.
 *
 * Returns: (transfer full): an assessment, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessment *marmot_assessment_new_from_json (GBytes *json, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_new_from_file:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Reads an assessment from a file.
 *
 * Returns: (transfer full): an assessment, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessment *marmot_assessment_new_from_file (GFile *file, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_to_json:
 * @self: an assessment
 * @error: return location for an error
 *
 * Writes an assessment with its history so that it reads back without loss. What could not
 * be read back is a %MARMOT_ERROR_INVALID_DATA. Of a version only what differs from the one
 * before is written.
 *
 * The history holds what was said before: publish a page, or the version that was published
 * ([method@Marmot.AssessmentVersion.restore]), which has none.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_assessment_to_json (MarmotAssessment *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_save:
 * @self: an assessment
 * @file: a file
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Writes an assessment to a file, which is the old one until the new one is whole.
 *
 * Returns: true, or false with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_assessment_save (MarmotAssessment *self, GFile *file, GCancellable *cancellable, GError **error);

/**
 * marmot_assessment_diff:
 * @self: an assessment
 * @newer: the same, later
 *
 * What was added, removed and changed, a row each: `change`, `path`, `field`, `before`,
 * `after`. The history is not compared.
 *
 * Returns: (transfer full): the differences
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_assessment_diff (MarmotAssessment *self, MarmotAssessment *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_diff_to_text:
 * @self: an assessment
 * @newer: the same, later
 *
 * Returns: (transfer full): the differences in sentences
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_assessment_diff_to_text (MarmotAssessment *self, MarmotAssessment *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_validate:
 * @self: an assessment
 * @form: the template that it answers
 * @day: the day as of which evidence is old and a review due
 *
 * What is missing or does not agree. Rules of completeness, "complete/...", say what of the
 * template is not answered; rules of substance, "H01" to "H16", what a reader would ask of
 * the answers. The two are never one score. The history is not looked at:
 * [method@Marmot.Assessment.check_versions] does.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_assessment_validate (MarmotAssessment *self, MarmotAssessmentTemplate *form, const GDate *day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_summarise:
 * @self: an assessment
 * @form: the template that it answers
 *
 * How much there is of each thing, a row each: `what`, `n` and `of`: the required questions
 * answered, the statutory characteristics answered, the rows whose main sentence another row
 * has too, the actions with owner and date, the outcomes linked to an indicator, the answers
 * with evidence.
 *
 * Returns: (transfer full): the counts
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_assessment_summarise (MarmotAssessment *self, MarmotAssessmentTemplate *form) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_review_state:
 * @self: an assessment
 * @form: the template that it answers
 * @day: a day
 *
 * How it stands with the review on a day.
 *
 * Returns: the state
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotReviewState marmot_assessment_review_state (MarmotAssessment *self, MarmotAssessmentTemplate *form, const GDate *day);

/**
 * marmot_assessment_get_review_window:
 * @self: an assessment
 * @form: the template that it answers
 * @from: (out caller-allocates): the first day on which it can be reviewed
 * @until: (out caller-allocates): the last day on which that is in time
 *
 * Returns: false if the template asks for no review, or the assessment does not say when it
 *   was completed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_assessment_get_review_window (MarmotAssessment *self, MarmotAssessmentTemplate *form, GDate *from, GDate *until);

/**
 * marmot_assessment_to_action_plan:
 * @self: an assessment
 *
 * The actions of an assessment as a plan, so that they are listed and counted with those of
 * others: see [func@Marmot.summarise_action_plans]. The actions are the same, not copies; the
 * title is that of the programme, or the short name.
 *
 * Returns: (transfer full): a new plan
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotActionPlan *marmot_assessment_to_action_plan (MarmotAssessment *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
