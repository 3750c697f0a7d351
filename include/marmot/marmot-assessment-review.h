/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-period.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotAssessmentReview:
 *
 * A review of an assessment: what was learnt some months later, and what changes.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ASSESSMENT_REVIEW (marmot_assessment_review_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAssessmentReview, marmot_assessment_review, MARMOT, ASSESSMENT_REVIEW, GObject)

/**
 * marmot_assessment_review_new:
 *
 * Returns: (transfer full): an empty review
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentReview *marmot_assessment_review_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_review_get_text: (get-property text)
 * @self: a review
 *
 * Returns: (transfer none) (nullable): what was learnt
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_review_get_text (MarmotAssessmentReview *self);

/**
 * marmot_assessment_review_set_text: (set-property text)
 * @self: a review
 * @text: (nullable): what was learnt
 *
 * Sets [property@Marmot.AssessmentReview:text].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_review_set_text (MarmotAssessmentReview *self, const char *text);

/**
 * marmot_assessment_review_get_done: (get-property done)
 * @self: a review
 *
 * Returns: (transfer none) (nullable): the day on which it was done; without one the review
 * is undated
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_assessment_review_get_done (MarmotAssessmentReview *self);

/**
 * marmot_assessment_review_set_done: (set-property done)
 * @self: a review
 * @done: (nullable): the day on which it was done; without one the review is undated
 *
 * Sets [property@Marmot.AssessmentReview:done].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_review_set_done (MarmotAssessmentReview *self, MarmotPeriod *done);

/**
 * marmot_assessment_review_get_role: (get-property role)
 * @self: a review
 *
 * Returns: (transfer none) (nullable): the role of whoever did it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_review_get_role (MarmotAssessmentReview *self);

/**
 * marmot_assessment_review_set_role: (set-property role)
 * @self: a review
 * @role: (nullable): the role of whoever did it
 *
 * Sets [property@Marmot.AssessmentReview:role].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_review_set_role (MarmotAssessmentReview *self, const char *role);

/**
 * marmot_assessment_review_get_changes: (get-property changes)
 * @self: a review
 *
 * Returns: (transfer none) (nullable): what changes in the programme
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_review_get_changes (MarmotAssessmentReview *self);

/**
 * marmot_assessment_review_set_changes: (set-property changes)
 * @self: a review
 * @changes: (nullable): what changes in the programme
 *
 * Sets [property@Marmot.AssessmentReview:changes].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_review_set_changes (MarmotAssessmentReview *self, const char *changes);

/**
 * marmot_assessment_review_get_actions: (get-property actions)
 * @self: a review
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the short names of the
 * actions that follow
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const *marmot_assessment_review_get_actions (MarmotAssessmentReview *self);

/**
 * marmot_assessment_review_set_actions: (set-property actions)
 * @self: a review
 * @actions: (nullable) (array zero-terminated=1): the short names of the actions that
 * follow
 *
 * Sets [property@Marmot.AssessmentReview:actions].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_review_set_actions (MarmotAssessmentReview *self, const char * const *actions);

/**
 * marmot_assessment_review_copy:
 * @self: a review
 *
 * Returns: (transfer full): the same once more, which changes by itself
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentReview *marmot_assessment_review_copy (MarmotAssessmentReview *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_review_equal:
 * @self: a review
 * @other: another
 *
 * Returns: whether both say the same
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_assessment_review_equal (MarmotAssessmentReview *self, MarmotAssessmentReview *other);

G_END_DECLS
