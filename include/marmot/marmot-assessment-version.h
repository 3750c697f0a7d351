/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-assessment-template.h>
#include <marmot/marmot-assessment.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotAssessmentVersion:
 *
 * An assessment as it was on the day on which it came to a state: submitted, approved and so
 * on, with the role that brought it there, the reason, and all that it said.
 *
 * Versions are a chain. Each has the SHA-256 digest of its content, the digest of the version
 * before, and a digest of its own over both and over its number, state, day, role and reason.
 * Whoever changes an old version breaks the chain there, which
 * [method@Marmot.Assessment.check_versions] tells. The chain is no signature: who changes a
 * version and works out all the digests behind it anew is found out only by those who noted
 * the last digest elsewhere, such as in the minutes of the decision.
 *
 * The digest of the content is over the assessment as it is written to JSON, without "state"
 * and "versions", in this form: no blanks outside of texts, the keys of each object sorted by
 * their bytes, UTF-8, and in texts only quotation marks, backslashes and control characters
 * escaped (as "\n" or "\u001F"). The digest of a version is over an object of the same form
 * with "content_digest", "day", "number", "parent_digest", "reason", "role", "state" and
 * "successor", of which those that are not set are left out.
 *
 * Versions never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ASSESSMENT_VERSION (marmot_assessment_version_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAssessmentVersion, marmot_assessment_version, MARMOT, ASSESSMENT_VERSION, GObject)

/**
 * marmot_assessment_version_get_number: (get-property number)
 * @self: a version
 *
 * Returns: which version it is, from 1
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_assessment_version_get_number (MarmotAssessmentVersion *self);

/**
 * marmot_assessment_version_get_state: (get-property state)
 * @self: a version
 *
 * Returns: the state that was reached
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentState marmot_assessment_version_get_state (MarmotAssessmentVersion *self);

/**
 * marmot_assessment_version_get_day: (get-property day)
 * @self: a version
 *
 * Returns: (transfer none) (nullable): the day on which it was
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_assessment_version_get_day (MarmotAssessmentVersion *self);

/**
 * marmot_assessment_version_get_role: (get-property role)
 * @self: a version
 *
 * Returns: (transfer none) (nullable): the role of who did it, never a name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_version_get_role (MarmotAssessmentVersion *self);

/**
 * marmot_assessment_version_get_reason: (get-property reason)
 * @self: a version
 *
 * Returns: (transfer none) (nullable): why
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_version_get_reason (MarmotAssessmentVersion *self);

/**
 * marmot_assessment_version_get_successor: (get-property successor)
 * @self: a version
 *
 * Returns: (transfer none) (nullable): the short name of the assessment that took its place,
 * where it was superseded
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_version_get_successor (MarmotAssessmentVersion *self);

/**
 * marmot_assessment_version_get_content_digest: (get-property content-digest)
 * @self: a version
 *
 * Returns: (transfer none) (nullable): the digest of its content, as it was recorded
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_version_get_content_digest (MarmotAssessmentVersion *self);

/**
 * marmot_assessment_version_get_parent_digest: (get-property parent-digest)
 * @self: a version
 *
 * Returns: (transfer none) (nullable): the digest of the version before; none of the first
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_version_get_parent_digest (MarmotAssessmentVersion *self);

/**
 * marmot_assessment_version_get_digest: (get-property digest)
 * @self: a version
 *
 * Returns: (transfer none) (nullable): its own digest, as it was recorded
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_version_get_digest (MarmotAssessmentVersion *self);

/**
 * marmot_assessment_version_get_content:
 * @self: a version
 *
 * What it said, in the form over which its digest is taken. Each call makes it anew.
 *
 * Returns: (transfer full) (nullable): JSON; %NULL where the content is missing from a file
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes *marmot_assessment_version_get_content (MarmotAssessmentVersion *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_version_restore:
 * @self: a version
 * @error: return location for an error
 *
 * The assessment as it was then, in the state that it reached, without a history: two of them
 * can be compared ([method@Marmot.Assessment.diff]), and the one of the version that was
 * published can be published as a file.
 *
 * A content that was changed so that it is no assessment any more is a %MARMOT_ERROR_PARSE or
 * %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: (transfer full): an assessment, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessment *marmot_assessment_version_restore (MarmotAssessmentVersion *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_list_moves:
 * @self: an assessment
 *
 * Where [method@Marmot.Assessment.move_to] and [method@Marmot.Assessment.supersede] can bring
 * it from the state in which it is:
 *
 * - a draft can be submitted or withdrawn
 * - a submitted one can go back to be a draft, be approved or withdrawn
 * - an approved one can be published, superseded or withdrawn
 * - a published one can be superseded or withdrawn
 * - a superseded or withdrawn one stays so
 *
 * An approved or published one can also be revised ([method@Marmot.Assessment.revise]).
 *
 * Returns: (transfer full) (array zero-terminated=1): the short names of the states
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char **marmot_assessment_list_moves (MarmotAssessment *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_can_move_to:
 * @self: an assessment
 * @state: a state
 *
 * Returns: whether a move leads there from the state in which it is. What the move asks for
 * beside may still be missing
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_assessment_can_move_to (MarmotAssessment *self, MarmotAssessmentState state);

/**
 * marmot_assessment_move_to:
 * @self: an assessment
 * @state: the state to which it comes
 * @on: the day on which it does, not before that of the last version
 * @reason: (nullable): why; needed where it is sent back or withdrawn
 * @by: the role of who decided it, never a name
 * @form: (nullable): the template that it answers; needed for approval
 * @error: return location for an error
 *
 * Brings an assessment to another state, and adds a version.
 *
 * A draft can be submitted with whatever is still missing. It can be approved once nothing is
 * missing that the template requires: every required question is answered, or says why not,
 * and nothing is answered that the template does not ask (no finding "complete/..." of
 * [method@Marmot.Assessment.validate] stands). What a reader would ask ("H01" and so on) is
 * for those to weigh who approve.
 *
 * The day of approval is kept as the day of the decision. The duty of section 149 of the
 * Equality Act 2010 is to have due regard before and while a decision is made, and not to
 * justify it afterwards (R (Brown) v Secretary of State for Work and Pensions [2008] EWHC
 * 3158 (Admin); Bracking v Secretary of State for Work and Pensions [2013] EWCA Civ 1345):
 * an assessment that says that it was completed on a later day is not approved.
 *
 * It is not published while a text may hold personal data (rule H16), nor while its history
 * does not hold together or its text was changed since it was approved
 * ([method@Marmot.Assessment.check_versions]); it is not approved either while its history
 * does not hold together. From approval on, a version has the text that was approved; another
 * text takes [method@Marmot.Assessment.revise].
 *
 * A move that there is not is a %MARMOT_ERROR_INVALID_ARGUMENT that names those there are, as
 * are a missing or overlong role or reason, and one that may hold personal data. All else
 * that stands against a move is a %MARMOT_ERROR_INVALID_DATA. Nothing is changed then.
 *
 * Returns: true if it came to that state
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_assessment_move_to (MarmotAssessment *self, MarmotAssessmentState state, const GDate *on, const char *reason, const char *by, MarmotAssessmentTemplate *form, GError **error);

/**
 * marmot_assessment_supersede:
 * @self: an assessment that is approved or published
 * @successor: the short name of the assessment that takes its place
 * @on: the day on which it does, not before that of the last version
 * @reason: (nullable): why
 * @by: the role of who decided it, never a name
 * @error: return location for an error
 *
 * Says that another assessment takes its place, and adds a version. Errors are those of
 * [method@Marmot.Assessment.move_to]; a short name that is none, or its own, is a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: true if it is superseded
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_assessment_supersede (MarmotAssessment *self, const char *successor, const GDate *on, const char *reason, const char *by, GError **error);

/**
 * marmot_assessment_revise:
 * @self: an assessment that is approved or published
 * @on: the day on which it is begun again, not before that of the last version
 * @reason: why
 * @by: the role of who decided it, never a name
 * @error: return location for an error
 *
 * Makes an approved or published assessment a draft again, and adds a version. The history is
 * kept: what was approved before stays in it. Errors are those of
 * [method@Marmot.Assessment.move_to].
 *
 * Returns: true if it is a draft again
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_assessment_revise (MarmotAssessment *self, const GDate *on, const char *reason, const char *by, GError **error);

/**
 * marmot_assessment_find_version:
 * @self: an assessment
 * @state: a state
 *
 * Returns: (transfer none) (nullable): the last version that reached that state, such as the
 * one that was approved, whose day is that of the decision
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentVersion *marmot_assessment_find_version (MarmotAssessment *self, MarmotAssessmentState state);

/**
 * marmot_assessment_check_versions:
 * @self: an assessment
 *
 * Works out the chain of versions anew, and says where it does not hold:
 *
 * - `versions/content`: a content that is not there, or not that of its digest
 * - `versions/digest`: a version that is not that of its digest
 * - `versions/parent`: a version that does not follow the one before
 * - `versions/number`: a number that is missing
 * - `versions/day`: a day before that of the version before
 * - `versions/move`: a state that could not be reached from the one before
 * - `versions/state`: a state that the last version did not reach; of an assessment without
 *   versions that is no draft, such as one that was transcribed from paper, a note
 * - `versions/changed`: a text that was changed after it was approved
 * - `versions/personal-data`: an old text that may hold personal data (a warning): the file
 *   with its history is not for publication
 *
 * The first seven, and the text that was changed, are errors. It takes a time in proportion
 * to the length of all versions.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_assessment_check_versions (MarmotAssessment *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
