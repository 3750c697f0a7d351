/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotTallyStatistic:
 * @MARMOT_TALLY_STATISTIC_SHARE: the share of those counted in among those counted in or
 *   out, with Wilson's interval, as of [func@Marmot.proportion]
 * @MARMOT_TALLY_STATISTIC_COUNT: how many were counted in, with exact or Byar's limits, as
 *   of [func@Marmot.rate]; by population where there is one
 * @MARMOT_TALLY_STATISTIC_MEAN: the mean of the values of those counted in, with Student's
 *   limits, as of [func@Marmot.mean]
 *
 * What is made of the counts of a [class@Marmot.Tally].
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_TALLY_STATISTIC_SHARE,
  MARMOT_TALLY_STATISTIC_COUNT,
  MARMOT_TALLY_STATISTIC_MEAN
} MarmotTallyStatistic;

/**
 * MarmotTallyOptions:
 *
 * What is made of a [class@Marmot.Tally], and how it excludes. Where a function takes
 * options, %NULL means their defaults: a share with an interval at 95%, no rows, and
 * whatever reasons there are.
 *
 * Options never change once they are made; all of them are properties.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_TALLY_OPTIONS (marmot_tally_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotTallyOptions, marmot_tally_options, MARMOT, TALLY_OPTIONS, GObject)

/**
 * marmot_tally_options_new:
 * @statistic: what is made of the counts
 *
 * Makes options with the defaults of all others. For more, give the properties to
 * g_object_new().
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTallyOptions *marmot_tally_options_new (MarmotTallyStatistic statistic) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
