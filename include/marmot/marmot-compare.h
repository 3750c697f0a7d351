/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-comparison-code.h>
#include <marmot/marmot-comparison-spec.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_compare_columns:
 * @spec: how to compare
 * @figures: the figures, a row each
 * @error: return location for an error
 *
 * Holds many figures against their benchmarks, at full precision.
 *
 * Every row is a figure of one indicator, and the methods of groups sort all rows
 * together: pass one indicator, sex, age and period at a time, or say by
 * [func@Marmot.compare_grouped] which rows belong together. The columns that
 * are read, of doubles or integers, depend on the method:
 *
 * | method | columns |
 * | --- | --- |
 * | automatic | as interval where there is a column `lower`, otherwise as values |
 * | values | `value`, `benchmark` |
 * | interval | `value`, `benchmark`, `lower`, `upper` |
 * | two-levels | those, `lower_99_8`, `upper_99_8` |
 * | both-intervals | those of interval, `benchmark_lower`, `benchmark_upper` |
 * | spc-proportion | `value`, `benchmark`, `denominator` |
 * | spc-dsr | `value`, `benchmark`, `denominator_2`, the effective denominator |
 * | quintiles, quartiles, by percentiles or NTILE | `value` |
 * | suicide-prevention-plan | `value` |
 * | none | none |
 *
 * Figures that are known only as they were printed have two columns more, of which
 * either may be missing: `decimals`, with how many decimals the value and its limits
 * were printed, and `benchmark_decimals`, the same for the benchmark; null where
 * nothing was rounded. A limit printed as 3.9 may be anything from 3.85 to 3.95.
 * Where that decides the answer of the methods by values and intervals, the row is
 * not compared and its reason is "printed-too-coarsely". Control limits and groups
 * take the figures as they are.
 *
 * The result has four dictionary columns: `code` holds the short names of
 * #MarmotComparisonCode, `label` the words of the vocabulary, `reason` the short
 * names of #MarmotComparisonReason, and `method` that of the #MarmotMethod. A row
 * that cannot be compared has the code "not-compared" and says why; one bad row
 * spoils no other. Without a stated polarity nothing is compared, except by groups
 * and by the suicide prevention plan.
 *
 * A column that the method needs and that is not there is a
 * %MARMOT_ERROR_NOT_FOUND, one that holds no numbers a %MARMOT_ERROR_TYPE. A
 * confidence other than 0.95 and 0.998 or a multiplier that is not above zero is a
 * %MARMOT_ERROR_INVALID_ARGUMENT for control limits.
 *
 * Returns: (transfer full): the results, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_compare_columns (MarmotComparisonSpec *spec,
                                     MarmotTable          *figures,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_compare_grouped:
 * @spec: how to compare
 * @figures: the figures, a row each
 * @groups: which rows belong together: those of one indicator, sex, age and period
 * @error: return location for an error
 *
 * Holds figures of many kinds against their benchmarks at once. The methods of
 * groups put each figure among those of its own group, which is sorted once; the
 * other methods look at each row alone. A group with fewer values than there are
 * quintiles or quartiles is not compared, and the others are.
 *
 * Everything else, the columns that are read, those of the result and the errors, is
 * as [func@Marmot.compare_columns] has it. Groups of another number of rows are a
 * %MARMOT_ERROR_LENGTH.
 *
 * Returns: (transfer full): the results, a row for each of @figures, or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_compare_grouped (MarmotComparisonSpec *spec,
                                     MarmotTable          *figures,
                                     MarmotGroups         *groups,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
