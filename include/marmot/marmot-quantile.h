/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-method.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotQuantileRule:
 * @MARMOT_QUANTILE_RULE_RANK: by the least rank of a tie, so that equal values are
 *   never parted (the rule of PHEindicatormethods)
 * @MARMOT_QUANTILE_RULE_PERCENTILE: between percentiles, interpolated linearly; a
 *   value on a bound is in the group that comes first
 * @MARMOT_QUANTILE_RULE_DEALT: dealt out in order, as SQL's NTILE does: the groups
 *   are as equal as can be, and equal values may part, by the order of the rows
 * @MARMOT_QUANTILE_RULE_PEOPLE: by people: an area is in the group in which the
 *   middle of its people stands, so that groups hold equal numbers of people and not
 *   of areas; areas of one value stand at one place
 *
 * How areas are cut into equal groups.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_QUANTILE_RULE_RANK,
  MARMOT_QUANTILE_RULE_PERCENTILE,
  MARMOT_QUANTILE_RULE_DEALT,
  MARMOT_QUANTILE_RULE_PEOPLE
} MarmotQuantileRule;

/**
 * marmot_quantile_rule_get_method:
 * @rule: a rule
 *
 * Returns: the method, for its name and citation
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod marmot_quantile_rule_get_method (MarmotQuantileRule rule);

/**
 * MarmotQuantileOptions:
 *
 * Into how many equal groups, by which rule, and from which end.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_QUANTILE_OPTIONS (marmot_quantile_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotQuantileOptions, marmot_quantile_options, MARMOT, QUANTILE_OPTIONS, GObject)

/**
 * marmot_quantile_options_new:
 * @rule: how the groups are cut
 * @n_groups: how many there are: 5 for fifths, 10 for tenths
 * @highest_first: whether group 1 has the highest values, as the deprivation tenths
 *   made from scores have
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotQuantileOptions *marmot_quantile_options_new (MarmotQuantileRule rule,
                                                    guint              n_groups,
                                                    gboolean           highest_first) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_quantile_options_get_rule: (get-property rule)
 * @self: quantile options
 *
 * Returns: how the groups are cut
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotQuantileRule marmot_quantile_options_get_rule (MarmotQuantileOptions *self);

/**
 * marmot_quantile_options_get_n_groups: (get-property n-groups)
 * @self: quantile options
 *
 * Returns: how many groups there are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_quantile_options_get_n_groups (MarmotQuantileOptions *self);

/**
 * marmot_quantile_options_get_highest_first: (get-property highest-first)
 * @self: quantile options
 *
 * Returns: whether group 1 has the highest values
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_quantile_options_get_highest_first (MarmotQuantileOptions *self);

/**
 * marmot_quantiles:
 * @values: the values of areas, doubles or integers
 * @people: (nullable): how many people each area has, from 0 up; for the rule by
 *   people only
 * @groups: (nullable): what each row is cut within, such as its period or its council,
 *   or %NULL if all rows are cut together
 * @options: (nullable): the rule; tenths by rank with the highest values first where
 *   %NULL
 * @error: return location for an error
 *
 * The group of each row, from 1.
 *
 * The result has a row a row, with two columns: `quantile`, and `status`, by the short
 * names of [enum@Marmot.Status]. A row whose value is missing or not finite has no
 * quantile and takes no part; the rows of a group with fewer values than quantiles
 * have none, with the status "too-few-values". An infinite value has a rank, and takes
 * part by rank and by people; between percentiles and dealt out it does not.
 *
 * Columns of other lengths are a %MARMOT_ERROR_LENGTH, columns that hold no numbers a
 * %MARMOT_ERROR_TYPE, and people without the rule by people, or that rule without
 * people, a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the quantiles, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_quantiles (MarmotColumn           *values,
                               MarmotColumn           *people,
                               MarmotGroups           *groups,
                               MarmotQuantileOptions  *options,
                               GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
