/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"
#include "printed-private.h"

struct _MarmotChange
{
  GObject parent_instance;

  MarmotObservation *before;
  MarmotObservation *after;
  MarmotValue *difference;
  MarmotValue *percent;
  MarmotJudgement judgement;
  char *reason;
};

G_DEFINE_FINAL_TYPE (MarmotChange, marmot_change, G_TYPE_OBJECT)

/**
 * MarmotChange:before: (getter get_before)
 *
 * The earlier figure.
 *
 * Since: 1.0
 */

/**
 * MarmotChange:after: (getter get_after)
 *
 * The later figure.
 *
 * Since: 1.0
 */

/**
 * MarmotChange:difference: (getter get_difference)
 *
 * The later less the earlier, in the unit of the indicator; in percentage
 * points where that is percent.
 *
 * Since: 1.0
 */

/**
 * MarmotChange:percent: (getter get_percent)
 *
 * The difference as a percentage of the earlier figure; not applicable to
 * percentages and where the earlier figure is zero.
 *
 * Since: 1.0
 */

/**
 * MarmotChange:judgement: (getter get_judgement)
 *
 * Whether the change is good, as far as the values alone tell.
 *
 * Since: 1.0
 */

/**
 * MarmotChange:reason: (getter get_reason)
 *
 * What can and cannot be said of it, in a sentence.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "before", marmot_observation_get_type, G_STRUCT_OFFSET (MarmotChange, before), 0 },
  { "after", marmot_observation_get_type, G_STRUCT_OFFSET (MarmotChange, after), 0 },
  { "difference", marmot_value_get_type, G_STRUCT_OFFSET (MarmotChange, difference), 0 },
  { "percent", marmot_value_get_type, G_STRUCT_OFFSET (MarmotChange, percent), 0 },
  { "judgement", marmot_judgement_get_type, G_STRUCT_OFFSET (MarmotChange, judgement), 0 },
  { "reason", NULL, G_STRUCT_OFFSET (MarmotChange, reason), 0 },
};

static void
marmot_change_class_init (MarmotChangeClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_change_init (MarmotChange *self)
{
}

MARMOT_RECORD_GETTER (MarmotChange, marmot_change, MARMOT_IS_CHANGE, MarmotObservation *, before, NULL)
MARMOT_RECORD_GETTER (MarmotChange, marmot_change, MARMOT_IS_CHANGE, MarmotObservation *, after, NULL)
MARMOT_RECORD_GETTER (MarmotChange, marmot_change, MARMOT_IS_CHANGE, MarmotValue *, difference, NULL)
MARMOT_RECORD_GETTER (MarmotChange, marmot_change, MARMOT_IS_CHANGE, MarmotValue *, percent, NULL)
MARMOT_RECORD_GETTER (MarmotChange, marmot_change, MARMOT_IS_CHANGE, MarmotJudgement, judgement, (MarmotJudgement) 0)
MARMOT_RECORD_GETTER (MarmotChange, marmot_change, MARMOT_IS_CHANGE, const char *, reason, NULL)

static gboolean
intervals_overlap (MarmotObservation *before,
                   MarmotObservation *after,
                   gboolean *overlap)
{
  MarmotIndicator *indicator = marmot_observation_get_indicator (before);
  MarmotPrintedRange l0, u0, l1, u1;

  if (!marmot_printed_range (indicator, marmot_observation_get_lower (before), &l0)
      || !marmot_printed_range (indicator, marmot_observation_get_upper (before), &u0)
      || !marmot_printed_range (indicator, marmot_observation_get_lower (after), &l1)
      || !marmot_printed_range (indicator, marmot_observation_get_upper (after), &u1))
    return FALSE;

  *overlap = !marmot_printed_below (u0, l1) && !marmot_printed_below (u1, l0);
  return TRUE;
}

MarmotChange *
marmot_change_new_between (MarmotObservation *before,
                           MarmotObservation *after)
{
  MarmotValue *from, *to;
  MarmotPeriod *from_period, *to_period;
  MarmotIndicator *indicator;
  g_autoptr (MarmotValue) difference = NULL;
  g_autoptr (MarmotValue) percent = NULL;
  MarmotRelation relation = MARMOT_RELATION_UNDETERMINED;
  MarmotPrintedRange a, b;
  const char *reason;
  gboolean overlap;

  g_return_val_if_fail (MARMOT_IS_OBSERVATION (before), NULL);
  g_return_val_if_fail (MARMOT_IS_OBSERVATION (after), NULL);

  indicator = marmot_observation_get_indicator (after);
  from = marmot_observation_get_value (before);
  to = marmot_observation_get_value (after);
  from_period = marmot_observation_get_period (before);
  to_period = marmot_observation_get_period (after);

  if (!marmot_printed_range (indicator, from, &a) || !marmot_printed_range (indicator, to, &b))
    {
      reason = "One of the two is not a number, so there is no change to work out.";
    }
  else if (!from_period || !to_period || !marmot_period_is_same_length (from_period, to_period))
    {
      reason = "The two periods are not of one length, so the figures cannot be compared.";
    }
  else
    {
      double number = marmot_value_get_number (to) - marmot_value_get_number (from);

      difference = marmot_value_new (number, marmot_shared_decimals (from, to));
      if (!marmot_indicator_is_percent (indicator) && marmot_value_get_number (from) > 0)
        percent = marmot_value_new (100 * number / marmot_value_get_number (from), 1);

      relation = marmot_printed_relation (b, a);

      if (!intervals_overlap (before, after, &overlap))
        reason = "No limits were printed, so whether chance could explain the change cannot be judged.";
      else if (overlap)
        reason = "The two intervals overlap, so chance may explain the change.";
      else
        reason = "The two intervals do not overlap, so chance alone does not explain the change.";
    }

  if (!percent)
    percent = marmot_value_new_state (MARMOT_VALUE_NOT_APPLICABLE, NULL);

  return g_object_new (MARMOT_TYPE_CHANGE,
                       "before", before,
                       "after", after,
                       "difference", difference,
                       "percent", percent,
                       "judgement", marmot_judge (relation, marmot_indicator_get_polarity (indicator)),
                       "reason", reason,
                       NULL);
}
