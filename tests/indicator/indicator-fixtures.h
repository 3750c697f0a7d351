/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Short ways to make indicators and figures for the tests of the indicator room.
 */
#pragma once

#include <marmot/marmot.h>

static inline MarmotIndicator *
new_indicator (const char *id,
               const char *unit,
               MarmotValueType type,
               MarmotPolarity polarity,
               gboolean additive)
{
  return g_object_new (MARMOT_TYPE_INDICATOR, "id", id, "name", id, "unit", unit, "value-type", type, "polarity",
                       polarity, "additive", additive, NULL);
}

static inline MarmotArea *
new_area (const char *id,
          MarmotAreaKind kind)
{
  return g_object_new (MARMOT_TYPE_AREA, "id", id, "name", id, "kind", kind, NULL);
}

/* Any of the texts may be NULL: not printed. */
static inline MarmotObservation *
new_observation (MarmotIndicator *indicator,
                 MarmotArea *area,
                 const char *period_text,
                 MarmotObservationRole role,
                 const char *value_text,
                 const char *lower_text,
                 const char *upper_text)
{
  g_autoptr (MarmotPeriod) period = period_text ? marmot_period_parse (period_text, MARMOT_YEAR_FINANCIAL, NULL) : NULL;
  g_autoptr (MarmotValue) value = value_text ? marmot_value_parse (value_text, MARMOT_VALUE_PARSE_DEFAULT, NULL) : NULL;
  g_autoptr (MarmotValue) lower = lower_text ? marmot_value_parse (lower_text, MARMOT_VALUE_PARSE_DEFAULT, NULL) : NULL;
  g_autoptr (MarmotValue) upper = upper_text ? marmot_value_parse (upper_text, MARMOT_VALUE_PARSE_DEFAULT, NULL) : NULL;

  return g_object_new (MARMOT_TYPE_OBSERVATION, "indicator", indicator, "area", area, "period", period, "role", role,
                       "value", value, "lower", lower, "upper", upper, NULL);
}

static inline MarmotTarget *
new_target (MarmotIndicator *indicator,
            const char *period_text,
            MarmotTargetProfile profile,
            const char *value_text)
{
  g_autoptr (MarmotPeriod) period = marmot_period_parse (period_text, MARMOT_YEAR_FINANCIAL, NULL);
  g_autoptr (MarmotValue) value = marmot_value_parse (value_text, MARMOT_VALUE_PARSE_DEFAULT, NULL);

  return g_object_new (MARMOT_TYPE_TARGET, "indicator", indicator, "period", period, "profile", profile, "value", value,
                       NULL);
}

/* The text of a value, for comparing with a literal; "NULL" for none. Free it. */
static inline char *
text_of (MarmotValue *value)
{
  return value ? marmot_value_to_string (value) : g_strdup ("NULL");
}
