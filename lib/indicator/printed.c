/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "printed-private.h"

#include <math.h>

/* Ranges are found in binary from decimals, so two that touch may miss each other
 * by the last bits. */
#define SLACK 1e-9

gboolean
marmot_value_is_number (const MarmotValue *value)
{
  return value != NULL && marmot_value_get_state (value) == MARMOT_VALUE_PRESENT;
}

gboolean
marmot_printed_range (MarmotIndicator *indicator,
                      const MarmotValue *value,
                      MarmotPrintedRange *range)
{
  if (!marmot_value_is_number (value))
    return FALSE;

  if (indicator && marmot_indicator_get_value_type (indicator) == MARMOT_VALUE_TYPE_COUNT)
    range->low = range->high = marmot_value_get_number (value);
  else
    marmot_value_get_bounds (value, &range->low, &range->high);
  return TRUE;
}

gboolean
marmot_printed_below (MarmotPrintedRange a,
                      MarmotPrintedRange b)
{
  double scale = MAX (fabs (a.high), fabs (b.low));

  return a.high <= b.low + SLACK * MAX (scale, 1);
}

MarmotRelation
marmot_printed_relation (MarmotPrintedRange a,
                         MarmotPrintedRange b)
{
  gboolean below = marmot_printed_below (a, b);
  gboolean above = marmot_printed_below (b, a);

  if (below && above)
    return MARMOT_RELATION_EQUAL;
  if (below)
    return MARMOT_RELATION_LOWER;
  return above ? MARMOT_RELATION_HIGHER : MARMOT_RELATION_UNDETERMINED;
}

int
marmot_shared_decimals (const MarmotValue *a,
                        const MarmotValue *b)
{
  return MAX (marmot_value_get_decimals (a), marmot_value_get_decimals (b));
}

MarmotValue *
marmot_value_computed (MarmotIndicator *indicator,
                       double number,
                       int decimals)
{
  return marmot_indicator_is_percent (indicator) ? marmot_value_new_percent (number, decimals)
                                                 : marmot_value_new (number, decimals);
}

gboolean
marmot_indicator_is_percent (MarmotIndicator *indicator)
{
  const char *unit = indicator ? marmot_indicator_get_unit (indicator) : NULL;

  return g_strcmp0 (unit, "percent") == 0 || g_strcmp0 (unit, "%") == 0;
}

MarmotJudgement
marmot_judge (MarmotRelation relation,
              MarmotPolarity polarity)
{
  if (relation == MARMOT_RELATION_SIMILAR || relation == MARMOT_RELATION_EQUAL)
    return polarity == MARMOT_POLARITY_UNSTATED ? MARMOT_JUDGEMENT_NOT_JUDGED
                                                : MARMOT_JUDGEMENT_SIMILAR;
  if (relation != MARMOT_RELATION_HIGHER && relation != MARMOT_RELATION_LOWER)
    return MARMOT_JUDGEMENT_NOT_JUDGED;

  switch (polarity)
    {
    case MARMOT_POLARITY_HIGH_IS_GOOD:
      return relation == MARMOT_RELATION_HIGHER ? MARMOT_JUDGEMENT_BETTER : MARMOT_JUDGEMENT_WORSE;
    case MARMOT_POLARITY_LOW_IS_GOOD:
      return relation == MARMOT_RELATION_LOWER ? MARMOT_JUDGEMENT_BETTER : MARMOT_JUDGEMENT_WORSE;
    default:
      return MARMOT_JUDGEMENT_NOT_JUDGED;
    }
}
