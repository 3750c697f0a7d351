/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotSurvivalOptions
{
  GObject parent_instance;

  MarmotIntervalOptions *interval;
  guint n_causes;
  MarmotMethod variance;
  MarmotMethod hazard;
  gboolean midpoint;
  gboolean carry;
  gboolean count_first_day;
  double tolerance;
};

G_DEFINE_FINAL_TYPE (MarmotSurvivalOptions, marmot_survival_options, G_TYPE_OBJECT)

/**
 * MarmotSurvivalOptions:interval: (getter get_interval)
 *
 * The scale on which limits are made, and the confidence levels: log-log
 * (%MARMOT_METHOD_CURVE_LOG_LOG), log, plain, logit or arcsine. Cumulative hazards have
 * limits on the plain scale with %MARMOT_METHOD_CURVE_PLAIN, and otherwise on the log
 * scale.
 *
 * Since: 1.0
 */

/**
 * MarmotSurvivalOptions:n-causes: (getter get_n_causes)
 *
 * How many kinds of event there are: a status is a whole number from 0 to this, and
 * nothing else. 1 unless said otherwise.
 *
 * Since: 1.0
 */

/**
 * MarmotSurvivalOptions:variance: (getter get_variance)
 *
 * %MARMOT_METHOD_GREENWOOD, %MARMOT_METHOD_INFINITESIMAL_JACKKNIFE, or the default:
 * the second where there are clusters or weights that are not whole, else the first.
 *
 * Since: 1.0
 */

/**
 * MarmotSurvivalOptions:hazard: (getter get_hazard)
 *
 * %MARMOT_METHOD_NELSON_AALEN (also the default), %MARMOT_METHOD_NELSON_AALEN_BINOMIAL
 * or %MARMOT_METHOD_FLEMING_HARRINGTON.
 *
 * Since: 1.0
 */

/**
 * MarmotSurvivalOptions:midpoint: (getter get_midpoint)
 *
 * Whether a quantile where the curve is just at the level for a while is the middle of
 * that stretch, and not its start.
 *
 * Since: 1.0
 */

/**
 * MarmotSurvivalOptions:carry: (getter get_carry)
 *
 * Whether curves go on as they are past the last time at which anybody of a group was
 * seen. Nobody knows that they do.
 *
 * Since: 1.0
 */

/**
 * MarmotSurvivalOptions:count-first-day: (getter get_count_first_day)
 *
 * Whether the first day counts: a day is then added to every stop, so that what opened
 * and closed on one day lasted one day. Otherwise it lasted none, which is allowed only
 * without late entry.
 *
 * Since: 1.0
 */

/**
 * MarmotSurvivalOptions:tolerance: (getter get_tolerance)
 *
 * How far apart two times may be and count as one, for times that went through
 * arithmetic: 0.1 + 0.2 is not 0.3. 0, the default, is right for days. It must be less
 * than the shortest stretch of any row.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "interval", marmot_interval_options_get_type, G_STRUCT_OFFSET (MarmotSurvivalOptions, interval), 0 },
  { "n-causes", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotSurvivalOptions, n_causes), 1 },
  { "variance", marmot_method_get_type, G_STRUCT_OFFSET (MarmotSurvivalOptions, variance), MARMOT_METHOD_DEFAULT },
  { "hazard", marmot_method_get_type, G_STRUCT_OFFSET (MarmotSurvivalOptions, hazard), MARMOT_METHOD_DEFAULT },
  { "midpoint", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotSurvivalOptions, midpoint), 0 },
  { "carry", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotSurvivalOptions, carry), 0 },
  { "count-first-day", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotSurvivalOptions, count_first_day), 0 },
  { "tolerance", marmot_record_type_double, G_STRUCT_OFFSET (MarmotSurvivalOptions, tolerance), 0 },
};

static void
marmot_survival_options_class_init (MarmotSurvivalOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_survival_options_init (MarmotSurvivalOptions *self)
{
}

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotSurvivalOptions, marmot_survival_options, MARMOT_IS_SURVIVAL_OPTIONS, CType, field, \
                        on_failure)

GETTER (MarmotIntervalOptions *, interval, NULL)
GETTER (guint, n_causes, 1)
GETTER (MarmotMethod, variance, MARMOT_METHOD_DEFAULT)
GETTER (MarmotMethod, hazard, MARMOT_METHOD_DEFAULT)
GETTER (gboolean, midpoint, FALSE)
GETTER (gboolean, carry, FALSE)
GETTER (gboolean, count_first_day, FALSE)
GETTER (double, tolerance, 0)

MarmotSurvivalOptions *
marmot_survival_options_new (MarmotIntervalOptions *interval,
                             guint n_causes)
{
  g_return_val_if_fail (interval == NULL || MARMOT_IS_INTERVAL_OPTIONS (interval), NULL);

  return g_object_new (MARMOT_TYPE_SURVIVAL_OPTIONS, "interval", interval, "n-causes", n_causes, NULL);
}
