/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotChartOptions
{
  GObject parent_instance;

  MarmotChartKind kind;
  guint baseline;
  double multiplier;
  gboolean screen;
  double alpha;
};

G_DEFINE_FINAL_TYPE (MarmotChartOptions, marmot_chart_options, G_TYPE_OBJECT)

/**
 * MarmotChartOptions:kind: (getter get_kind)
 *
 * What a control chart is of. Of no effect on run charts and steps.
 *
 * Since: 1.0
 */

/**
 * MarmotChartOptions:baseline: (getter get_baseline)
 *
 * How many of the first points of a series, gaps not counted, make the centre and the
 * limits; 0 for all. A series of fewer points takes all that it has.
 *
 * Since: 1.0
 */

/**
 * MarmotChartOptions:multiplier: (getter get_multiplier)
 *
 * What the values of a control chart are per, such as 100 for a percentage; 1 if left alone.
 *
 * Since: 1.0
 */

/**
 * MarmotChartOptions:screen: (getter get_screen)
 *
 * Whether t, p' and u' charts leave out, once, ranges between neighbours of 3.267 times
 * their mean or more, as qicharts2 does; true if left alone.
 *
 * Since: 1.0
 */

/**
 * MarmotChartOptions:alpha: (getter get_alpha)
 *
 * Below which probability a step is suggested; 0.05 if left alone.
 *
 * Since: 1.0
 */

#define FIELD(field) G_STRUCT_OFFSET (MarmotChartOptions, field)

static const MarmotRecordField fields[] = {
  { "kind", marmot_chart_kind_get_type, FIELD (kind), MARMOT_CHART_KIND_P },
  { "baseline", marmot_record_type_uint, FIELD (baseline), 0 },
  { "multiplier", marmot_record_type_double, FIELD (multiplier), 1 },
  { "screen", marmot_record_type_boolean, FIELD (screen), 1 },
  { "alpha", marmot_record_type_double, FIELD (alpha), 0.05 },
};

static void
marmot_chart_options_class_init (MarmotChartOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_chart_options_init (MarmotChartOptions *self)
{
}

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotChartOptions, marmot_chart_options, MARMOT_IS_CHART_OPTIONS, CType, field, on_failure)

GETTER (MarmotChartKind, kind, MARMOT_CHART_KIND_P)
GETTER (guint, baseline, 0)
GETTER (double, multiplier, 1)
GETTER (gboolean, screen, TRUE)
GETTER (double, alpha, 0.05)

MarmotChartOptions *
marmot_chart_options_new (MarmotChartKind kind)
{
  return g_object_new (MARMOT_TYPE_CHART_OPTIONS, "kind", kind, NULL);
}
