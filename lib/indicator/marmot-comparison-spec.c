/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"
#include "printed-private.h"

struct _MarmotComparisonSpec
{
  GObject parent_instance;

  MarmotComparisonMethod method;
  MarmotPolarity polarity;
  double confidence;
  double multiplier;
  MarmotComparator comparator;
  MarmotComparisonVocabulary vocabulary;
  char *indicator;
};

G_DEFINE_FINAL_TYPE (MarmotComparisonSpec, marmot_comparison_spec, G_TYPE_OBJECT)

/**
 * MarmotComparisonSpec:method: (getter get_method)
 *
 * How a value is held against a benchmark.
 *
 * Since: 1.0
 */

/**
 * MarmotComparisonSpec:polarity: (getter get_polarity)
 *
 * Which direction is good.
 *
 * Since: 1.0
 */

/**
 * MarmotComparisonSpec:confidence: (getter get_confidence)
 *
 * The level of the control limits, 0.95 or 0.998.
 *
 * Since: 1.0
 */

/**
 * MarmotComparisonSpec:multiplier: (getter get_multiplier)
 *
 * What a proportion or rate was multiplied by.
 *
 * Since: 1.0
 */

/**
 * MarmotComparisonSpec:comparator: (getter get_comparator)
 *
 * What kind of thing figures are held against.
 *
 * Since: 1.0
 */

/**
 * MarmotComparisonSpec:vocabulary: (getter get_vocabulary)
 *
 * Whose words the results are labelled with.
 *
 * Since: 1.0
 */

/**
 * MarmotComparisonSpec:indicator: (getter get_indicator)
 *
 * The id of the indicator that it is for.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "method", marmot_comparison_method_get_type, G_STRUCT_OFFSET (MarmotComparisonSpec, method), 0 },
  { "polarity", marmot_polarity_get_type, G_STRUCT_OFFSET (MarmotComparisonSpec, polarity), 0 },
  { "confidence", marmot_record_type_double, G_STRUCT_OFFSET (MarmotComparisonSpec, confidence), 0.95 },
  { "multiplier", marmot_record_type_double, G_STRUCT_OFFSET (MarmotComparisonSpec, multiplier), 1 },
  { "comparator", marmot_comparator_get_type, G_STRUCT_OFFSET (MarmotComparisonSpec, comparator), 0 },
  { "vocabulary", marmot_comparison_vocabulary_get_type, G_STRUCT_OFFSET (MarmotComparisonSpec, vocabulary), 0 },
  { "indicator", NULL, G_STRUCT_OFFSET (MarmotComparisonSpec, indicator), 0 },
};

static void
marmot_comparison_spec_class_init (MarmotComparisonSpecClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_comparison_spec_init (MarmotComparisonSpec *self)
{
}

MARMOT_RECORD_GETTER (MarmotComparisonSpec, marmot_comparison_spec, MARMOT_IS_COMPARISON_SPEC, MarmotComparisonMethod, method, (MarmotComparisonMethod) 0)
MARMOT_RECORD_GETTER (MarmotComparisonSpec, marmot_comparison_spec, MARMOT_IS_COMPARISON_SPEC, MarmotPolarity, polarity, (MarmotPolarity) 0)
MARMOT_RECORD_GETTER (MarmotComparisonSpec, marmot_comparison_spec, MARMOT_IS_COMPARISON_SPEC, double, confidence, 0)
MARMOT_RECORD_GETTER (MarmotComparisonSpec, marmot_comparison_spec, MARMOT_IS_COMPARISON_SPEC, double, multiplier, 0)
MARMOT_RECORD_GETTER (MarmotComparisonSpec, marmot_comparison_spec, MARMOT_IS_COMPARISON_SPEC, MarmotComparator, comparator, (MarmotComparator) 0)
MARMOT_RECORD_GETTER (MarmotComparisonSpec, marmot_comparison_spec, MARMOT_IS_COMPARISON_SPEC, MarmotComparisonVocabulary, vocabulary, (MarmotComparisonVocabulary) 0)
MARMOT_RECORD_GETTER (MarmotComparisonSpec, marmot_comparison_spec, MARMOT_IS_COMPARISON_SPEC, const char *, indicator, NULL)

MarmotComparisonSpec *
marmot_comparison_spec_new (MarmotComparisonMethod method,
                            MarmotPolarity polarity)
{
  return g_object_new (MARMOT_TYPE_COMPARISON_SPEC, "method", method, "polarity", polarity, NULL);
}

MarmotComparisonSpec *
marmot_comparison_spec_new_full (MarmotComparisonMethod method,
                                 MarmotPolarity polarity,
                                 double confidence,
                                 double multiplier,
                                 MarmotComparator comparator,
                                 MarmotComparisonVocabulary vocabulary)
{
  return g_object_new (MARMOT_TYPE_COMPARISON_SPEC,
                       "method", method,
                       "polarity", polarity,
                       "confidence", confidence,
                       "multiplier", multiplier,
                       "comparator", comparator,
                       "vocabulary", vocabulary,
                       NULL);
}

MarmotComparisonSpec *
marmot_comparison_spec_new_for_indicator (MarmotIndicator *indicator)
{
  double unit_value;
  double multiplier;
  guint number;
  g_autofree char *text = NULL;

  g_return_val_if_fail (MARMOT_IS_INDICATOR (indicator), NULL);

  unit_value = marmot_indicator_get_unit_value (indicator);
  multiplier = unit_value > 0 ? unit_value : marmot_indicator_is_percent (indicator) ? 100 : 1;
  number = marmot_indicator_get_fingertips_id (indicator);
  text = number > 0 ? g_strdup_printf ("%u", number) : NULL;
  return g_object_new (MARMOT_TYPE_COMPARISON_SPEC,
                       "polarity", marmot_indicator_get_polarity (indicator),
                       "multiplier", multiplier,
                       "indicator", marmot_indicator_get_id (indicator) ? marmot_indicator_get_id (indicator) : text,
                       NULL);
}

MarmotComparisonSpec *
marmot_comparison_spec_with_indicator (MarmotComparisonSpec *self,
                                       const char *indicator)
{
  g_return_val_if_fail (MARMOT_IS_COMPARISON_SPEC (self), NULL);
  g_return_val_if_fail (indicator != NULL, NULL);

  return g_object_new (MARMOT_TYPE_COMPARISON_SPEC,
                       "method", self->method,
                       "polarity", self->polarity,
                       "confidence", self->confidence,
                       "multiplier", self->multiplier,
                       "comparator", self->comparator,
                       "vocabulary", self->vocabulary,
                       "indicator", indicator,
                       NULL);
}

/* In the order of MarmotComparisonMethod. Fingertips has no number for what has
 * NO_ID. */
#define NO_ID -2
static const struct
{
  int id;
  MarmotMethod method;
} methods[] = {
  { NO_ID, MARMOT_METHOD_BENCHMARK_ONE_LEVEL },
  { 1, MARMOT_METHOD_BENCHMARK_ONE_LEVEL },
  { NO_ID, MARMOT_METHOD_BENCHMARK_VALUES },
  { 17, MARMOT_METHOD_BENCHMARK_TWO_LEVELS },
  { 12, MARMOT_METHOD_BENCHMARK_BOTH_INTERVALS },
  { 5, MARMOT_METHOD_BENCHMARK_SPC_PROPORTION },
  { 6, MARMOT_METHOD_BENCHMARK_SPC_DSR },
  { 15, MARMOT_METHOD_QUINTILES },
  { 16, MARMOT_METHOD_QUARTILES },
  { NO_ID, MARMOT_METHOD_QUINTILES_NTILE },
  { NO_ID, MARMOT_METHOD_QUARTILES_NTILE },
  { 14, MARMOT_METHOD_SUICIDE_PREVENTION_PLAN },
  { -1, MARMOT_METHOD_NONE },
};

gboolean
marmot_comparison_method_from_fingertips_id (int id,
                                             MarmotComparisonMethod *method)
{
  g_return_val_if_fail (method != NULL, FALSE);

  *method = MARMOT_COMPARISON_METHOD_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (methods) && id != NO_ID; i++)
    if (methods[i].id == id)
      {
        *method = (MarmotComparisonMethod) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
marmot_comparison_method_to_fingertips_id (MarmotComparisonMethod method,
                                           int *id)
{
  g_return_val_if_fail ((guint) method < G_N_ELEMENTS (methods), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  *id = methods[method].id == NO_ID ? -1 : methods[method].id;
  return methods[method].id != NO_ID;
}

MarmotMethod
marmot_comparison_method_get_method (MarmotComparisonMethod method)
{
  g_return_val_if_fail ((guint) method < G_N_ELEMENTS (methods), MARMOT_METHOD_NONE);

  return methods[method].method;
}

/* In the order of MarmotPolarity. */
static const int polarities[] = { -1, 1, 0, 99 };

gboolean
marmot_polarity_from_fingertips_id (int id,
                                    MarmotPolarity *polarity)
{
  g_return_val_if_fail (polarity != NULL, FALSE);

  *polarity = MARMOT_POLARITY_UNSTATED;
  for (guint i = 0; i < G_N_ELEMENTS (polarities); i++)
    if (polarities[i] == id)
      {
        *polarity = (MarmotPolarity) i;
        return TRUE;
      }
  return FALSE;
}

int
marmot_polarity_to_fingertips_id (MarmotPolarity polarity)
{
  g_return_val_if_fail ((guint) polarity < G_N_ELEMENTS (polarities), -1);

  return polarities[polarity];
}
