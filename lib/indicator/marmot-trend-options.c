/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotTrendOptions
{
  GObject parent_instance;

  MarmotTrendRule rule;
  MarmotValueType value_type;
  MarmotPolarity polarity;
  double confidence;
  gboolean independent_periods;
};

G_DEFINE_FINAL_TYPE (MarmotTrendOptions, marmot_trend_options, G_TYPE_OBJECT)

/**
 * MarmotTrendOptions:rule: (getter get_rule)
 *
 * By which rule.
 *
 * Since: 1.0
 */

/**
 * MarmotTrendOptions:value-type: (getter get_value_type)
 *
 * What kind of number the figures are, where they do not say so.
 *
 * Since: 1.0
 */

/**
 * MarmotTrendOptions:polarity: (getter get_polarity)
 *
 * Which direction is good, where the figures do not say so.
 *
 * Since: 1.0
 */

/**
 * MarmotTrendOptions:confidence: (getter get_confidence)
 *
 * The confidence level of the figures' limits, as a proportion. The rule of the
 * Fingertips site takes 0.95 only.
 *
 * Since: 1.0
 */

/**
 * MarmotTrendOptions:independent-periods: (getter get_independent_periods)
 *
 * Whether the caller says that periods shorter than a year stand apart: that
 * they do not overlap, and that no season moves the figures. The rule of the
 * Fingertips site then takes them too; the guidance never does.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "rule", marmot_trend_rule_get_type, G_STRUCT_OFFSET (MarmotTrendOptions, rule), 0 },
  { "value-type", marmot_value_type_get_type, G_STRUCT_OFFSET (MarmotTrendOptions, value_type), 0 },
  { "polarity", marmot_polarity_get_type, G_STRUCT_OFFSET (MarmotTrendOptions, polarity), 0 },
  { "confidence", marmot_record_type_double, G_STRUCT_OFFSET (MarmotTrendOptions, confidence), 0.95 },
  { "independent-periods", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotTrendOptions, independent_periods), 0 },
};

static void
marmot_trend_options_class_init (MarmotTrendOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_trend_options_init (MarmotTrendOptions *self)
{
}

MARMOT_RECORD_GETTER (MarmotTrendOptions, marmot_trend_options, MARMOT_IS_TREND_OPTIONS, MarmotTrendRule, rule, (MarmotTrendRule) 0)
MARMOT_RECORD_GETTER (MarmotTrendOptions, marmot_trend_options, MARMOT_IS_TREND_OPTIONS, MarmotValueType, value_type, (MarmotValueType) 0)
MARMOT_RECORD_GETTER (MarmotTrendOptions, marmot_trend_options, MARMOT_IS_TREND_OPTIONS, MarmotPolarity, polarity, (MarmotPolarity) 0)
MARMOT_RECORD_GETTER (MarmotTrendOptions, marmot_trend_options, MARMOT_IS_TREND_OPTIONS, double, confidence, 0)
MARMOT_RECORD_GETTER (MarmotTrendOptions, marmot_trend_options, MARMOT_IS_TREND_OPTIONS, gboolean, independent_periods, FALSE)

MarmotTrendOptions *
marmot_trend_options_new (MarmotTrendRule rule,
                          MarmotValueType value_type,
                          MarmotPolarity polarity)
{
  return g_object_new (MARMOT_TYPE_TREND_OPTIONS,
                       "rule", rule,
                       "value-type", value_type,
                       "polarity", polarity,
                       NULL);
}

MarmotMethod
marmot_trend_options_get_method (MarmotTrendOptions *self)
{
  g_return_val_if_fail (MARMOT_IS_TREND_OPTIONS (self), MARMOT_METHOD_DEFAULT);

  return self->rule == MARMOT_TREND_FINGERTIPS ? MARMOT_METHOD_TREND_FINGERTIPS
                                               : MARMOT_METHOD_TREND_OHID_GUIDANCE;
}
