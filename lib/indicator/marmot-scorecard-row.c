/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotScorecardRow
{
  GObject parent_instance;

  MarmotIndicator *indicator;
  MarmotTarget *target;
  MarmotObservation *observation;
  MarmotObservation *rolling_average;
  MarmotValue *to_date;
  MarmotValue *progress;
  MarmotValue *expected;
  MarmotPeriod *part_period;
  MarmotValue *part_value;
  MarmotProgressStatus current;
  char *current_reason;
  MarmotProgressStatus forecast;
  MarmotForecastRule forecast_rule;
  MarmotValue *forecast_value;
  char *forecast_reason;
  gboolean review_target;
  char *review_reason;
};

G_DEFINE_FINAL_TYPE (MarmotScorecardRow, marmot_scorecard_row, G_TYPE_OBJECT)

/**
 * MarmotScorecardRow:indicator: (getter get_indicator)
 *
 * The indicator.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:target: (getter get_target)
 *
 * The target, or %NULL where there is none.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:observation: (getter get_observation)
 *
 * The latest figure, or %NULL where there is none.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:rolling-average: (getter get_rolling_average)
 *
 * The rolling average that the source prints beside it, or %NULL.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:to-date: (getter get_to_date)
 *
 * What has been reached so far in the period of the target.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:progress: (getter get_progress)
 *
 * What has been reached as a percentage of the target; not applicable to
 * percentages.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:expected: (getter get_expected)
 *
 * What should have been reached by now.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:part-period: (getter get_part_period)
 *
 * The part of the period before the latest figure, such as the first quarter.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:part-value: (getter get_part_value)
 *
 * Its value: the year to date less the latest quarter.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:current: (getter get_current)
 *
 * How it stands now.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:current-reason: (getter get_current_reason)
 *
 * Why, in a sentence.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:forecast: (getter get_forecast)
 *
 * How it would stand at the end of the period.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:forecast-rule: (getter get_forecast_rule)
 *
 * How that was forecast.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:forecast-value: (getter get_forecast_value)
 *
 * The value forecast for the end of the period.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:forecast-reason: (getter get_forecast_reason)
 *
 * Why, in a sentence.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:review-target: (getter get_review_target)
 *
 * Whether the target asks to be reviewed.
 *
 * Since: 1.0
 */

/**
 * MarmotScorecardRow:review-reason: (getter get_review_reason)
 *
 * Why it does, in a sentence.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "indicator", marmot_indicator_get_type, G_STRUCT_OFFSET (MarmotScorecardRow, indicator), 0 },
  { "target", marmot_target_get_type, G_STRUCT_OFFSET (MarmotScorecardRow, target), 0 },
  { "observation", marmot_observation_get_type, G_STRUCT_OFFSET (MarmotScorecardRow, observation), 0 },
  { "rolling-average", marmot_observation_get_type, G_STRUCT_OFFSET (MarmotScorecardRow, rolling_average), 0 },
  { "to-date", marmot_value_get_type, G_STRUCT_OFFSET (MarmotScorecardRow, to_date), 0 },
  { "progress", marmot_value_get_type, G_STRUCT_OFFSET (MarmotScorecardRow, progress), 0 },
  { "expected", marmot_value_get_type, G_STRUCT_OFFSET (MarmotScorecardRow, expected), 0 },
  { "part-period", marmot_period_get_type, G_STRUCT_OFFSET (MarmotScorecardRow, part_period), 0 },
  { "part-value", marmot_value_get_type, G_STRUCT_OFFSET (MarmotScorecardRow, part_value), 0 },
  { "current", marmot_progress_status_get_type, G_STRUCT_OFFSET (MarmotScorecardRow, current), 0 },
  { "current-reason", NULL, G_STRUCT_OFFSET (MarmotScorecardRow, current_reason), 0 },
  { "forecast", marmot_progress_status_get_type, G_STRUCT_OFFSET (MarmotScorecardRow, forecast), 0 },
  { "forecast-rule", marmot_forecast_rule_get_type, G_STRUCT_OFFSET (MarmotScorecardRow, forecast_rule), 0 },
  { "forecast-value", marmot_value_get_type, G_STRUCT_OFFSET (MarmotScorecardRow, forecast_value), 0 },
  { "forecast-reason", NULL, G_STRUCT_OFFSET (MarmotScorecardRow, forecast_reason), 0 },
  { "review-target", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotScorecardRow, review_target), 0 },
  { "review-reason", NULL, G_STRUCT_OFFSET (MarmotScorecardRow, review_reason), 0 },
};

static void
marmot_scorecard_row_class_init (MarmotScorecardRowClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_scorecard_row_init (MarmotScorecardRow *self)
{
}

MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, MarmotIndicator *, indicator, NULL)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, MarmotTarget *, target, NULL)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, MarmotObservation *, observation, NULL)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, MarmotObservation *, rolling_average, NULL)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, MarmotValue *, to_date, NULL)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, MarmotValue *, progress, NULL)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, MarmotValue *, expected, NULL)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, MarmotPeriod *, part_period, NULL)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, MarmotValue *, part_value, NULL)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, MarmotProgressStatus, current, (MarmotProgressStatus) 0)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, const char *, current_reason, NULL)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, MarmotProgressStatus, forecast, (MarmotProgressStatus) 0)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, MarmotForecastRule, forecast_rule, (MarmotForecastRule) 0)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, MarmotValue *, forecast_value, NULL)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, const char *, forecast_reason, NULL)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, gboolean, review_target, FALSE)
MARMOT_RECORD_GETTER (MarmotScorecardRow, marmot_scorecard_row, MARMOT_IS_SCORECARD_ROW, const char *, review_reason, NULL)
