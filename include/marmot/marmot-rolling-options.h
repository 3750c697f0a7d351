/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotRollingSpan:
 * @MARMOT_ROLLING_SPAN_ROLLING: so many periods that end with each, such as twelve months
 * @MARMOT_ROLLING_SPAN_YEAR_TO_DATE: from the start of the year to each period
 *
 * Which periods are taken together.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_ROLLING_SPAN_ROLLING,
  MARMOT_ROLLING_SPAN_YEAR_TO_DATE
} MarmotRollingSpan;

/**
 * MarmotAccrual:
 * @MARMOT_ACCRUAL_SUM: what happened in the periods adds up: referrals, plans completed
 * @MARMOT_ACCRUAL_LAST: a snapshot, such as children in care at the end of a month: that of
 *   the last period
 * @MARMOT_ACCRUAL_MEAN: a snapshot: the mean of those of all periods
 *
 * What the figures of several periods make together, by the type of the indicator. A
 * snapshot is never summed: the same children would be counted every month.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_ACCRUAL_SUM,
  MARMOT_ACCRUAL_LAST,
  MARMOT_ACCRUAL_MEAN
} MarmotAccrual;

/**
 * MarmotRollingOptions:
 *
 * How figures of several periods are taken together. The defaults are sums over a year that
 * ends with each period; years start in April. Where a function takes options, %NULL means
 * its defaults.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ROLLING_OPTIONS (marmot_rolling_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotRollingOptions, marmot_rolling_options, MARMOT, ROLLING_OPTIONS, GObject)

/**
 * marmot_rolling_options_new:
 * @span: which periods are taken together
 * @numerator: how numerators accrue
 * @denominator: how denominators accrue
 *
 * Makes options with the defaults; the other properties are set when it is made. Of events
 * in a population, numerators are summed and the denominator is a snapshot: the last or the
 * mean.
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotRollingOptions *marmot_rolling_options_new (MarmotRollingSpan span,
                                                  MarmotAccrual     numerator,
                                                  MarmotAccrual     denominator) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_rolling_options_get_span: (get-property span)
 * @self: options
 *
 * Returns: which periods are taken together
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotRollingSpan marmot_rolling_options_get_span (MarmotRollingOptions *self);

/**
 * marmot_rolling_options_get_n_periods: (get-property n-periods)
 * @self: options
 *
 * Returns: how many periods are rolled, or 0 for as many as a year has
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_rolling_options_get_n_periods (MarmotRollingOptions *self);

/**
 * marmot_rolling_options_get_year_start: (get-property year-start)
 * @self: options
 *
 * Returns: the calendar month in which years start
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_rolling_options_get_year_start (MarmotRollingOptions *self);

/**
 * marmot_rolling_options_get_numerator: (get-property numerator)
 * @self: options
 *
 * Returns: how numerators accrue
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAccrual marmot_rolling_options_get_numerator (MarmotRollingOptions *self);

/**
 * marmot_rolling_options_get_denominator: (get-property denominator)
 * @self: options
 *
 * Returns: how denominators accrue
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAccrual marmot_rolling_options_get_denominator (MarmotRollingOptions *self);

/**
 * marmot_rolling_options_get_multiplier: (get-property multiplier)
 * @self: options
 *
 * Returns: what the value is per, such as 100 for a percentage
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double marmot_rolling_options_get_multiplier (MarmotRollingOptions *self);

G_END_DECLS
