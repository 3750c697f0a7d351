/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-observation.h>
#include <marmot/marmot-target.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotProgressStatus:
 * @MARMOT_PROGRESS_STATUS_ACHIEVED: the target has been met, and cannot be
 *   lost again in its period
 * @MARMOT_PROGRESS_STATUS_ON_TRACK: it is where it should be by now
 * @MARMOT_PROGRESS_STATUS_BEHIND: it is not where it should be by now
 * @MARMOT_PROGRESS_STATUS_NO_TARGET: there is no target
 * @MARMOT_PROGRESS_STATUS_CANNOT_BE_JUDGED: there is no telling; the reason
 *   says why
 *
 * How an indicator stands to its target.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_PROGRESS_STATUS_ACHIEVED,
  MARMOT_PROGRESS_STATUS_ON_TRACK,
  MARMOT_PROGRESS_STATUS_BEHIND,
  MARMOT_PROGRESS_STATUS_NO_TARGET,
  MARMOT_PROGRESS_STATUS_CANNOT_BE_JUDGED
} MarmotProgressStatus;

/**
 * MarmotForecastRule:
 * @MARMOT_FORECAST_RULE_NONE: it was not
 * @MARMOT_FORECAST_RULE_RUN_RATE: the rest of the period at the average rate
 *   so far
 * @MARMOT_FORECAST_RULE_OWNER_PROFILE: in proportion to the profile that the
 *   owner supplied
 *
 * How the end of a period was forecast from its part.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_FORECAST_RULE_NONE,
  MARMOT_FORECAST_RULE_RUN_RATE,
  MARMOT_FORECAST_RULE_OWNER_PROFILE
} MarmotForecastRule;

/**
 * MarmotScorecardRow:
 *
 * How one indicator stands to one of its targets.
 *
 * The current status says where it is now. The forecast says where it would
 * end, and by which rule. They are kept apart, so that a hope never colours a
 * fact.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_SCORECARD_ROW (marmot_scorecard_row_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotScorecardRow, marmot_scorecard_row, MARMOT, SCORECARD_ROW, GObject)

/**
 * marmot_scorecard_row_get_indicator: (get-property indicator)
 * @self: a scorecard row
 *
 * Returns: (transfer none) (nullable): the indicator
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIndicator *marmot_scorecard_row_get_indicator (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_target: (get-property target)
 * @self: a scorecard row
 *
 * Returns: (transfer none) (nullable): the target, or %NULL where there is
 *   none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTarget *marmot_scorecard_row_get_target (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_observation: (get-property observation)
 * @self: a scorecard row
 *
 * Returns: (transfer none) (nullable): the latest figure, or %NULL where
 *   there is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservation *marmot_scorecard_row_get_observation (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_rolling_average: (get-property rolling-average)
 * @self: a scorecard row
 *
 * Returns: (transfer none) (nullable): the rolling average that the source
 *   prints beside it, or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservation *marmot_scorecard_row_get_rolling_average (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_to_date: (get-property to-date)
 * @self: a scorecard row
 *
 * Returns: (transfer none) (nullable): what has been reached so far in the
 *   period of the target
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_scorecard_row_get_to_date (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_progress: (get-property progress)
 * @self: a scorecard row
 *
 * Returns: (transfer none) (nullable): what has been reached as a percentage
 *   of the target; not applicable to percentages
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_scorecard_row_get_progress (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_expected: (get-property expected)
 * @self: a scorecard row
 *
 * Returns: (transfer none) (nullable): what should have been reached by now
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_scorecard_row_get_expected (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_part_period: (get-property part-period)
 * @self: a scorecard row
 *
 * Returns: (transfer none) (nullable): the part of the period before the
 *   latest figure, such as the first quarter
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_scorecard_row_get_part_period (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_part_value: (get-property part-value)
 * @self: a scorecard row
 *
 * Returns: (transfer none) (nullable): its value: the year to date less the
 *   latest quarter
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_scorecard_row_get_part_value (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_current: (get-property current)
 * @self: a scorecard row
 *
 * Returns: how it stands now
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotProgressStatus marmot_scorecard_row_get_current (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_current_reason: (get-property current-reason)
 * @self: a scorecard row
 *
 * Returns: (transfer none) (nullable): why, in a sentence
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_scorecard_row_get_current_reason (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_forecast: (get-property forecast)
 * @self: a scorecard row
 *
 * Returns: how it would stand at the end of the period
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotProgressStatus marmot_scorecard_row_get_forecast (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_forecast_rule: (get-property forecast-rule)
 * @self: a scorecard row
 *
 * Returns: how that was forecast
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotForecastRule marmot_scorecard_row_get_forecast_rule (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_forecast_value: (get-property forecast-value)
 * @self: a scorecard row
 *
 * Returns: (transfer none) (nullable): the value forecast for the end of the
 *   period
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotValue *marmot_scorecard_row_get_forecast_value (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_forecast_reason: (get-property forecast-reason)
 * @self: a scorecard row
 *
 * Returns: (transfer none) (nullable): why, in a sentence
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_scorecard_row_get_forecast_reason (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_review_target: (get-property review-target)
 * @self: a scorecard row
 *
 * Returns: whether the target asks to be reviewed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_scorecard_row_get_review_target (MarmotScorecardRow *self);

/**
 * marmot_scorecard_row_get_review_reason: (get-property review-reason)
 * @self: a scorecard row
 *
 * Returns: (transfer none) (nullable): why it does, in a sentence
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_scorecard_row_get_review_reason (MarmotScorecardRow *self);

G_END_DECLS
