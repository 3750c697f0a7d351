/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-period.h>
#include <marmot/marmot-value.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotOutcomeDirection:
 * @MARMOT_OUTCOME_DIRECTION_UNSTATED: nobody says
 * @MARMOT_OUTCOME_DIRECTION_INCREASE: up
 * @MARMOT_OUTCOME_DIRECTION_DECREASE: down
 * @MARMOT_OUTCOME_DIRECTION_MAINTAIN: it is to stay
 *
 * Which way an outcome is to change.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_OUTCOME_DIRECTION_UNSTATED,
  MARMOT_OUTCOME_DIRECTION_INCREASE,
  MARMOT_OUTCOME_DIRECTION_DECREASE,
  MARMOT_OUTCOME_DIRECTION_MAINTAIN,
} MarmotOutcomeDirection;

/**
 * MarmotAssessmentOutcome:
 *
 * What a programme wants to change, and the indicator by which that will be seen.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ASSESSMENT_OUTCOME (marmot_assessment_outcome_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAssessmentOutcome, marmot_assessment_outcome, MARMOT, ASSESSMENT_OUTCOME, GObject)

/**
 * marmot_assessment_outcome_new:
 *
 * Returns: (transfer full): an empty outcome
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentOutcome *marmot_assessment_outcome_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_outcome_get_id: (get-property id)
 * @self: an outcome
 *
 * Returns: (transfer none) (nullable): its short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_outcome_get_id (MarmotAssessmentOutcome *self);

/**
 * marmot_assessment_outcome_set_id: (set-property id)
 * @self: an outcome
 * @id: (nullable): its short name
 *
 * Sets [property@Marmot.AssessmentOutcome:id].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_outcome_set_id (MarmotAssessmentOutcome *self, const char *id);

/**
 * marmot_assessment_outcome_get_text: (get-property text)
 * @self: an outcome
 *
 * Returns: (transfer none) (nullable): what is to change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_outcome_get_text (MarmotAssessmentOutcome *self);

/**
 * marmot_assessment_outcome_set_text: (set-property text)
 * @self: an outcome
 * @text: (nullable): what is to change
 *
 * Sets [property@Marmot.AssessmentOutcome:text].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_outcome_set_text (MarmotAssessmentOutcome *self, const char *text);

/**
 * marmot_assessment_outcome_get_direction: (get-property direction)
 * @self: an outcome
 *
 * Returns: which way
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotOutcomeDirection marmot_assessment_outcome_get_direction (MarmotAssessmentOutcome *self);

/**
 * marmot_assessment_outcome_set_direction: (set-property direction)
 * @self: an outcome
 * @direction: which way
 *
 * Sets [property@Marmot.AssessmentOutcome:direction].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_outcome_set_direction (MarmotAssessmentOutcome *self, MarmotOutcomeDirection direction);

/**
 * marmot_assessment_outcome_get_indicator: (get-property indicator)
 * @self: an outcome
 *
 * Returns: (transfer none) (nullable): the short name of the indicator that shows it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_outcome_get_indicator (MarmotAssessmentOutcome *self);

/**
 * marmot_assessment_outcome_set_indicator: (set-property indicator)
 * @self: an outcome
 * @indicator: (nullable): the short name of the indicator that shows it
 *
 * Sets [property@Marmot.AssessmentOutcome:indicator].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_outcome_set_indicator (MarmotAssessmentOutcome *self, const char *indicator);

/**
 * marmot_assessment_outcome_get_baseline: (get-property baseline)
 * @self: an outcome
 *
 * Returns: (transfer none) (nullable): the figure before
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_assessment_outcome_get_baseline (MarmotAssessmentOutcome *self);

/**
 * marmot_assessment_outcome_set_baseline: (set-property baseline)
 * @self: an outcome
 * @baseline: (nullable): the figure before
 *
 * Sets [property@Marmot.AssessmentOutcome:baseline].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_outcome_set_baseline (MarmotAssessmentOutcome *self, MarmotValue *baseline);

/**
 * marmot_assessment_outcome_get_baseline_period: (get-property baseline-period)
 * @self: an outcome
 *
 * Returns: (transfer none) (nullable): the period of that figure
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_assessment_outcome_get_baseline_period (MarmotAssessmentOutcome *self);

/**
 * marmot_assessment_outcome_set_baseline_period: (set-property baseline-period)
 * @self: an outcome
 * @baseline_period: (nullable): the period of that figure
 *
 * Sets [property@Marmot.AssessmentOutcome:baseline-period].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_outcome_set_baseline_period (MarmotAssessmentOutcome *self, MarmotPeriod *baseline_period);

/**
 * marmot_assessment_outcome_get_target: (get-property target)
 * @self: an outcome
 *
 * Returns: (transfer none) (nullable): the figure aimed at
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_assessment_outcome_get_target (MarmotAssessmentOutcome *self);

/**
 * marmot_assessment_outcome_set_target: (set-property target)
 * @self: an outcome
 * @target: (nullable): the figure aimed at
 *
 * Sets [property@Marmot.AssessmentOutcome:target].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_outcome_set_target (MarmotAssessmentOutcome *self, MarmotValue *target);

/**
 * marmot_assessment_outcome_get_target_period: (get-property target-period)
 * @self: an outcome
 *
 * Returns: (transfer none) (nullable): by when
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_assessment_outcome_get_target_period (MarmotAssessmentOutcome *self);

/**
 * marmot_assessment_outcome_set_target_period: (set-property target-period)
 * @self: an outcome
 * @target_period: (nullable): by when
 *
 * Sets [property@Marmot.AssessmentOutcome:target-period].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_outcome_set_target_period (MarmotAssessmentOutcome *self, MarmotPeriod *target_period);

/**
 * marmot_assessment_outcome_copy:
 * @self: an outcome
 *
 * Returns: (transfer full): the same once more, which changes by itself
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentOutcome *marmot_assessment_outcome_copy (MarmotAssessmentOutcome *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_outcome_equal:
 * @self: an outcome
 * @other: another
 *
 * Returns: whether both say the same
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_assessment_outcome_equal (MarmotAssessmentOutcome *self, MarmotAssessmentOutcome *other);

G_END_DECLS
