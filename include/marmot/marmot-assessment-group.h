/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-assessment-response.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotImpact:
 * @MARMOT_IMPACT_UNKNOWN: nobody knows
 * @MARMOT_IMPACT_POSITIVE: good
 * @MARMOT_IMPACT_NEGATIVE: harm
 * @MARMOT_IMPACT_MIXED: both
 * @MARMOT_IMPACT_NEUTRAL: neither
 *
 * What a programme does to a group.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_IMPACT_UNKNOWN,
  MARMOT_IMPACT_POSITIVE,
  MARMOT_IMPACT_NEGATIVE,
  MARMOT_IMPACT_MIXED,
  MARMOT_IMPACT_NEUTRAL,
} MarmotImpact;

/**
 * MarmotAssessmentGroup:
 *
 * What an assessment says of one group of people: those who share a characteristic, live in
 * a place, or are reached last.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ASSESSMENT_GROUP (marmot_assessment_group_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAssessmentGroup, marmot_assessment_group, MARMOT, ASSESSMENT_GROUP, GObject)

/**
 * marmot_assessment_group_new:
 *
 * Returns: (transfer full): an empty row of a group
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentGroup *marmot_assessment_group_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_group_get_dimension: (get-property dimension)
 * @self: a row of a group
 *
 * Returns: (transfer none) (nullable): the short name of the dimension in the template
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_group_get_dimension (MarmotAssessmentGroup *self);

/**
 * marmot_assessment_group_set_dimension: (set-property dimension)
 * @self: a row of a group
 * @dimension: (nullable): the short name of the dimension in the template
 *
 * Sets [property@Marmot.AssessmentGroup:dimension].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_group_set_dimension (MarmotAssessmentGroup *self, const char *dimension);

/**
 * marmot_assessment_group_get_state: (get-property state)
 * @self: a row of a group
 *
 * Returns: how far the row is answered
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAnswerState marmot_assessment_group_get_state (MarmotAssessmentGroup *self);

/**
 * marmot_assessment_group_set_state: (set-property state)
 * @self: a row of a group
 * @state: how far the row is answered
 *
 * Sets [property@Marmot.AssessmentGroup:state].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_group_set_state (MarmotAssessmentGroup *self, MarmotAnswerState state);

/**
 * marmot_assessment_group_get_text: (get-property text)
 * @self: a row of a group
 *
 * Returns: (transfer none) (nullable): what is known of the group and what the programme
 * does for it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_group_get_text (MarmotAssessmentGroup *self);

/**
 * marmot_assessment_group_set_text: (set-property text)
 * @self: a row of a group
 * @text: (nullable): what is known of the group and what the programme does for it
 *
 * Sets [property@Marmot.AssessmentGroup:text].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_group_set_text (MarmotAssessmentGroup *self, const char *text);

/**
 * marmot_assessment_group_get_reason: (get-property reason)
 * @self: a row of a group
 *
 * Returns: (transfer none) (nullable): why it does not apply, or is not answered yet
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_group_get_reason (MarmotAssessmentGroup *self);

/**
 * marmot_assessment_group_set_reason: (set-property reason)
 * @self: a row of a group
 * @reason: (nullable): why it does not apply, or is not answered yet
 *
 * Sets [property@Marmot.AssessmentGroup:reason].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_group_set_reason (MarmotAssessmentGroup *self, const char *reason);

/**
 * marmot_assessment_group_get_impact: (get-property impact)
 * @self: a row of a group
 *
 * Returns: what the programme does to the group
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotImpact marmot_assessment_group_get_impact (MarmotAssessmentGroup *self);

/**
 * marmot_assessment_group_set_impact: (set-property impact)
 * @self: a row of a group
 * @impact: what the programme does to the group
 *
 * Sets [property@Marmot.AssessmentGroup:impact].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_group_set_impact (MarmotAssessmentGroup *self, MarmotImpact impact);

/**
 * marmot_assessment_group_get_confidence: (get-property confidence)
 * @self: a row of a group
 *
 * Returns: (transfer none) (nullable): how sure that is, and why
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_group_get_confidence (MarmotAssessmentGroup *self);

/**
 * marmot_assessment_group_set_confidence: (set-property confidence)
 * @self: a row of a group
 * @confidence: (nullable): how sure that is, and why
 *
 * Sets [property@Marmot.AssessmentGroup:confidence].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_group_set_confidence (MarmotAssessmentGroup *self, const char *confidence);

/**
 * marmot_assessment_group_get_mitigation: (get-property mitigation)
 * @self: a row of a group
 *
 * Returns: (transfer none) (nullable): what is done about a negative effect
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_group_get_mitigation (MarmotAssessmentGroup *self);

/**
 * marmot_assessment_group_set_mitigation: (set-property mitigation)
 * @self: a row of a group
 * @mitigation: (nullable): what is done about a negative effect
 *
 * Sets [property@Marmot.AssessmentGroup:mitigation].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_group_set_mitigation (MarmotAssessmentGroup *self, const char *mitigation);

/**
 * marmot_assessment_group_get_action: (get-property action)
 * @self: a row of a group
 *
 * Returns: (transfer none) (nullable): the short name of the action that does it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_group_get_action (MarmotAssessmentGroup *self);

/**
 * marmot_assessment_group_set_action: (set-property action)
 * @self: a row of a group
 * @action: (nullable): the short name of the action that does it
 *
 * Sets [property@Marmot.AssessmentGroup:action].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_group_set_action (MarmotAssessmentGroup *self, const char *action);

/**
 * marmot_assessment_group_get_evidence: (get-property evidence)
 * @self: a row of a group
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the keys of the evidence
 * that it rests upon
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char * const *marmot_assessment_group_get_evidence (MarmotAssessmentGroup *self);

/**
 * marmot_assessment_group_set_evidence: (set-property evidence)
 * @self: a row of a group
 * @evidence: (nullable) (array zero-terminated=1): the keys of the evidence that it rests
 * upon
 *
 * Sets [property@Marmot.AssessmentGroup:evidence].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_group_set_evidence (MarmotAssessmentGroup *self, const char * const *evidence);

/**
 * marmot_assessment_group_copy:
 * @self: a row of a group
 *
 * Returns: (transfer full): the same once more, which changes by itself
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentGroup *marmot_assessment_group_copy (MarmotAssessmentGroup *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_group_equal:
 * @self: a row of a group
 * @other: another
 *
 * Returns: whether both say the same
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_assessment_group_equal (MarmotAssessmentGroup *self, MarmotAssessmentGroup *other);

G_END_DECLS
