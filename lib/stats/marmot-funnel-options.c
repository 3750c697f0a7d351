/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotFunnelOptions
{
  GObject parent_instance;

  MarmotFunnelKind kind;
  MarmotFunnelSpread spread;
  double multiplier;
  double baseline;
  double years;
  double winsorised;
  double confidence;
  double outer_confidence;
};

G_DEFINE_FINAL_TYPE (MarmotFunnelOptions, marmot_funnel_options, G_TYPE_OBJECT)

/**
 * MarmotFunnelOptions:kind: (getter get_kind)
 *
 * What the funnel is of.
 *
 * Since: 1.0
 */

/**
 * MarmotFunnelOptions:spread: (getter get_spread)
 *
 * What is held for ordinary between areas.
 *
 * Since: 1.0
 */

/**
 * MarmotFunnelOptions:multiplier: (getter get_multiplier)
 *
 * What a rate is per, such as 100,000; 0 for the customary: 100 for a proportion,
 * 100,000 for rates, 1 for a ratio.
 *
 * Since: 1.0
 */

/**
 * MarmotFunnelOptions:baseline: (getter get_baseline)
 *
 * The average that areas are held against, in the unit of the multiplier; 0 to make it
 * from the rows, or for a ratio to take 1.
 *
 * Since: 1.0
 */

/**
 * MarmotFunnelOptions:years: (getter get_years)
 *
 * How many years of events there are beside the population of one year. It divides
 * rates.
 *
 * Since: 1.0
 */

/**
 * MarmotFunnelOptions:winsorised: (getter get_winsorised)
 *
 * The share of the deviates at either end that is drawn in to the rest before the
 * spread is measured, so that the areas that stand out do not hide themselves.
 *
 * Since: 1.0
 */

/**
 * MarmotFunnelOptions:confidence: (getter get_confidence)
 *
 * Of the inner limits, as a proportion.
 *
 * Since: 1.0
 */

/**
 * MarmotFunnelOptions:outer-confidence: (getter get_outer_confidence)
 *
 * Of the outer limits, as a proportion.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "kind", marmot_funnel_kind_get_type, G_STRUCT_OFFSET (MarmotFunnelOptions, kind), 0 },
  { "spread", marmot_funnel_spread_get_type, G_STRUCT_OFFSET (MarmotFunnelOptions, spread), 0 },
  { "multiplier", marmot_record_type_double, G_STRUCT_OFFSET (MarmotFunnelOptions, multiplier), 0 },
  { "baseline", marmot_record_type_double, G_STRUCT_OFFSET (MarmotFunnelOptions, baseline), 0 },
  { "years", marmot_record_type_double, G_STRUCT_OFFSET (MarmotFunnelOptions, years), 1 },
  { "winsorised", marmot_record_type_double, G_STRUCT_OFFSET (MarmotFunnelOptions, winsorised), 0.1 },
  { "confidence", marmot_record_type_double, G_STRUCT_OFFSET (MarmotFunnelOptions, confidence), 0.95 },
  { "outer-confidence", marmot_record_type_double, G_STRUCT_OFFSET (MarmotFunnelOptions, outer_confidence), 0.998 },
};

static void
marmot_funnel_options_class_init (MarmotFunnelOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_funnel_options_init (MarmotFunnelOptions *self)
{
}

#define GETTER(CType, field) \
  MARMOT_RECORD_GETTER (MarmotFunnelOptions, marmot_funnel_options, MARMOT_IS_FUNNEL_OPTIONS, CType, field, (CType) 0)

GETTER (MarmotFunnelKind, kind)
GETTER (MarmotFunnelSpread, spread)
GETTER (double, multiplier)
GETTER (double, baseline)
GETTER (double, years)
GETTER (double, winsorised)
GETTER (double, confidence)
GETTER (double, outer_confidence)

MarmotFunnelOptions *
marmot_funnel_options_new (MarmotFunnelKind kind,
                           MarmotFunnelSpread spread)
{
  return g_object_new (MARMOT_TYPE_FUNNEL_OPTIONS, "kind", kind, "spread", spread, NULL);
}
