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
 * MARMOT_SUMMARY_MIN_VALUES:
 *
 * The fewest values that box plots are made of where nobody says otherwise, as on
 * the Fingertips site.
 *
 * Since: 1.0
 */
#define MARMOT_SUMMARY_MIN_VALUES 4

/**
 * MarmotPercentileRule:
 * @MARMOT_PERCENTILE_RULE_TYPE_7: interpolated linearly between the two nearest
 *   values, at place (N − 1) f + 1 (type 7 of Hyndman and Fan, the default of R, of
 *   numpy and of spreadsheets)
 * @MARMOT_PERCENTILE_RULE_FINGERTIPS: as type 7, rounded to ten decimals with
 *   halves away from zero, which is how Fingertips cuts areas into quintiles
 *
 * How a percentile is found between two values.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_PERCENTILE_RULE_TYPE_7,
  MARMOT_PERCENTILE_RULE_FINGERTIPS
} MarmotPercentileRule;

/**
 * MarmotSummaryKind:
 * @MARMOT_SUMMARY_KIND_FIVE: minimum, lower quartile, median, upper quartile,
 *   maximum
 * @MARMOT_SUMMARY_KIND_SEVEN: those, and the 5th and 95th percentiles: what
 *   Fingertips' box plots are drawn from
 *
 * Which numbers a summary has.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_SUMMARY_KIND_FIVE,
  MARMOT_SUMMARY_KIND_SEVEN
} MarmotSummaryKind;

/**
 * marmot_percentile_rule_get_method:
 * @rule: a rule
 *
 * Returns: the method for citing it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMethod marmot_percentile_rule_get_method (MarmotPercentileRule rule);

/**
 * marmot_percentiles:
 * @values: the values, doubles or integers
 * @groups: (nullable): the group of each value, or %NULL if all are one group
 * @percents: (array length=n_percents): which percentiles, each from 0 to 100 and
 *   each once
 * @n_percents: how many
 * @rule: how they are found
 * @min_values: the fewest values that they are made of, from 1, or 0 for
 *   %MARMOT_SUMMARY_MIN_VALUES
 * @error: return location for an error
 *
 * Percentiles of a column, group by group. Nulls, infinities and NaN are left out
 * and counted.
 *
 * The result has a row a group: the keys of the groups, where they have any; `n`,
 * how many values there are, and `n_left_out`; a column for each percentile, `p` and
 * its number, such as `p5` or `p97.5`; `status`, which is "ok" or "too-few-values",
 * and then the percentiles are null; and `method`. Each group is sorted once, and
 * the rest of the time grows as the number of rows does.
 *
 * Values that are no numbers are a %MARMOT_ERROR_TYPE, groups of another number of
 * rows a %MARMOT_ERROR_LENGTH. A percentile outside 0 to 100, none, or one twice, and
 * a key with the name of another column of the result, are a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Source: Hyndman RJ, Fan Y. Sample quantiles in statistical packages. The American
 * Statistician 1996; 50: 361-365, definition 7.
 *
 * Returns: (transfer full): a row a group, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_percentiles (MarmotColumn          *values,
                                 MarmotGroups          *groups,
                                 const double          *percents,
                                 gsize                  n_percents,
                                 MarmotPercentileRule   rule,
                                 guint                  min_values,
                                 GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_summary:
 * @values: the values, doubles or integers
 * @groups: (nullable): the group of each value, or %NULL if all are one group
 * @kind: which numbers
 * @rule: how the percentiles are found
 * @min_values: the fewest values that they are made of, from 1, or 0 for
 *   %MARMOT_SUMMARY_MIN_VALUES
 * @error: return location for an error
 *
 * The five or seven numbers of a box plot, group by group: `min`, `p5`, `p25`,
 * `median`, `p75`, `p95` and `max`. Everything else is as [func@Marmot.percentiles]
 * has it.
 *
 * Returns: (transfer full): a row a group, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_summary (MarmotColumn          *values,
                             MarmotGroups          *groups,
                             MarmotSummaryKind      kind,
                             MarmotPercentileRule   rule,
                             guint                  min_values,
                             GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
