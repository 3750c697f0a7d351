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
 * MarmotAssessmentEngagement:
 *
 * Who was asked about a programme, and what that changed.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ASSESSMENT_ENGAGEMENT (marmot_assessment_engagement_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAssessmentEngagement, marmot_assessment_engagement, MARMOT, ASSESSMENT_ENGAGEMENT, GObject)

/**
 * marmot_assessment_engagement_new:
 *
 * Returns: (transfer full): an empty engagement
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentEngagement *marmot_assessment_engagement_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_engagement_get_who: (get-property who)
 * @self: an engagement
 *
 * Returns: (transfer none) (nullable): which group was asked, never a person
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_engagement_get_who (MarmotAssessmentEngagement *self);

/**
 * marmot_assessment_engagement_set_who: (set-property who)
 * @self: an engagement
 * @who: (nullable): which group was asked, never a person
 *
 * Sets [property@Marmot.AssessmentEngagement:who].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_engagement_set_who (MarmotAssessmentEngagement *self, const char *who);

/**
 * marmot_assessment_engagement_get_when: (get-property when)
 * @self: an engagement
 *
 * Returns: (transfer none) (nullable): when
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_assessment_engagement_get_when (MarmotAssessmentEngagement *self);

/**
 * marmot_assessment_engagement_set_when: (set-property when)
 * @self: an engagement
 * @when: (nullable): when
 *
 * Sets [property@Marmot.AssessmentEngagement:when].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_engagement_set_when (MarmotAssessmentEngagement *self, MarmotPeriod *when);

/**
 * marmot_assessment_engagement_get_text: (get-property text)
 * @self: an engagement
 *
 * Returns: (transfer none) (nullable): what they said
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_engagement_get_text (MarmotAssessmentEngagement *self);

/**
 * marmot_assessment_engagement_set_text: (set-property text)
 * @self: an engagement
 * @text: (nullable): what they said
 *
 * Sets [property@Marmot.AssessmentEngagement:text].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_engagement_set_text (MarmotAssessmentEngagement *self, const char *text);

/**
 * marmot_assessment_engagement_get_changed: (get-property changed)
 * @self: an engagement
 *
 * Returns: (transfer none) (nullable): what that changed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_engagement_get_changed (MarmotAssessmentEngagement *self);

/**
 * marmot_assessment_engagement_set_changed: (set-property changed)
 * @self: an engagement
 * @changed: (nullable): what that changed
 *
 * Sets [property@Marmot.AssessmentEngagement:changed].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_engagement_set_changed (MarmotAssessmentEngagement *self, const char *changed);

/**
 * marmot_assessment_engagement_copy:
 * @self: an engagement
 *
 * Returns: (transfer full): the same once more, which changes by itself
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentEngagement *marmot_assessment_engagement_copy (MarmotAssessmentEngagement *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_engagement_equal:
 * @self: an engagement
 * @other: another
 *
 * Returns: whether both say the same
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_assessment_engagement_equal (MarmotAssessmentEngagement *self, MarmotAssessmentEngagement *other);

G_END_DECLS
