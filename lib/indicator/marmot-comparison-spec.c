/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotComparisonSpec
{
  GObject parent_instance;

  MarmotComparisonMethod method;
  MarmotPolarity polarity;
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

static const MarmotRecordField fields[] = {
  { "method", marmot_comparison_method_get_type, G_STRUCT_OFFSET (MarmotComparisonSpec, method), 0 },
  { "polarity", marmot_polarity_get_type, G_STRUCT_OFFSET (MarmotComparisonSpec, polarity), 0 },
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

MarmotComparisonSpec *
marmot_comparison_spec_new (MarmotComparisonMethod method,
                            MarmotPolarity polarity)
{
  return g_object_new (MARMOT_TYPE_COMPARISON_SPEC, "method", method, "polarity", polarity, NULL);
}
