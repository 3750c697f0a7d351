/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"

struct _MarmotRollingOptions
{
  GObject parent_instance;

  MarmotRollingSpan span;
  guint n_periods;
  guint year_start;
  MarmotAccrual numerator;
  MarmotAccrual denominator;
  double multiplier;
};

G_DEFINE_FINAL_TYPE (MarmotRollingOptions, marmot_rolling_options, G_TYPE_OBJECT)

/**
 * MarmotRollingOptions:span: (getter get_span)
 *
 * Which periods are taken together: so many that end with each, or the year so far.
 *
 * Since: 1.0
 */

/**
 * MarmotRollingOptions:n-periods: (getter get_n_periods)
 *
 * How many periods are rolled, up to 1,200; 0 for as many as a year has, which numbers in
 * "time" do not say. Of no effect on a year to date.
 *
 * Since: 1.0
 */

/**
 * MarmotRollingOptions:year-start: (getter get_year_start)
 *
 * The calendar month in which years start, 4 for April if left alone.
 *
 * Since: 1.0
 */

/**
 * MarmotRollingOptions:numerator: (getter get_numerator)
 *
 * How numerators accrue; summed if left alone.
 *
 * Since: 1.0
 */

/**
 * MarmotRollingOptions:denominator: (getter get_denominator)
 *
 * How denominators accrue; summed if left alone, as those of a percentage are.
 *
 * Since: 1.0
 */

/**
 * MarmotRollingOptions:multiplier: (getter get_multiplier)
 *
 * What the value is per, such as 100 for a percentage; 1 if left alone.
 *
 * Since: 1.0
 */

#define FIELD(field) G_STRUCT_OFFSET (MarmotRollingOptions, field)

static const MarmotRecordField fields[] = {
  { "span", marmot_rolling_span_get_type, FIELD (span), MARMOT_ROLLING_SPAN_ROLLING },
  { "n-periods", marmot_record_type_uint, FIELD (n_periods), 0 },
  { "year-start", marmot_record_type_uint, FIELD (year_start), 4 },
  { "numerator", marmot_accrual_get_type, FIELD (numerator), MARMOT_ACCRUAL_SUM },
  { "denominator", marmot_accrual_get_type, FIELD (denominator), MARMOT_ACCRUAL_SUM },
  { "multiplier", marmot_record_type_double, FIELD (multiplier), 1 },
};

static void
marmot_rolling_options_class_init (MarmotRollingOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_rolling_options_init (MarmotRollingOptions *self)
{
}

#define GETTER(CType, field, on_failure)                                                                       \
  MARMOT_RECORD_GETTER (MarmotRollingOptions, marmot_rolling_options, MARMOT_IS_ROLLING_OPTIONS, CType, field, \
                        on_failure)

GETTER (MarmotRollingSpan, span, MARMOT_ROLLING_SPAN_ROLLING)
GETTER (guint, n_periods, 0)
GETTER (guint, year_start, 4)
GETTER (MarmotAccrual, numerator, MARMOT_ACCRUAL_SUM)
GETTER (MarmotAccrual, denominator, MARMOT_ACCRUAL_SUM)
GETTER (double, multiplier, 1)

MarmotRollingOptions *
marmot_rolling_options_new (MarmotRollingSpan span,
                            MarmotAccrual numerator,
                            MarmotAccrual denominator)
{
  return g_object_new (MARMOT_TYPE_ROLLING_OPTIONS, "span", span, "numerator", numerator, "denominator", denominator,
                       NULL);
}
