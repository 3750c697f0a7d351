/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-groups.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MARMOT_RANKING_MAX_EXPECTED:
 *
 * The most areas of one group for which expected ranks are found: their time grows as
 * the square of the number of areas.
 *
 * Since: 1.0
 */
#define MARMOT_RANKING_MAX_EXPECTED 5000

/**
 * marmot_rank_areas:
 * @values: the value of each area
 * @standard_errors: its standard error, on the scale of the values
 * @groups: (nullable): what each row is ranked within, such as its period, or %NULL if
 *   all rows are ranked together
 * @highest_first: whether rank 1 has the highest value
 * @confidence: how sure the intervals are, as a proportion, such as 0.95
 * @joint: whether all intervals of a group hold at once with that confidence, as they
 *   must for statements such as "among the worst ten"; otherwise each does for itself
 * @error: return location for an error
 *
 * Ranks areas, and says how far chance could move each rank. League tables hide that:
 * most of a table of councils can usually not be told apart.
 *
 * The result has a row a row: `rank`, in which equal values share the mean of their
 * ranks; `rank_lower` and `rank_upper`, between which the rank lies, by the intervals
 * of all areas (Klein, Wright and Wieczorek 2020, theorem 1); `expected_rank`, the mean
 * of the rank if each value were drawn anew (Laird and Louis 1989, section 2), null
 * above %MARMOT_RANKING_MAX_EXPECTED areas; `ranked`, how many areas there are; and
 * `status`. A row without a value, or with a standard error that is missing or below
 * zero, is not ranked, and no other is ranked beside it.
 *
 * Columns of other lengths are a %MARMOT_ERROR_LENGTH, columns that hold no numbers a
 * %MARMOT_ERROR_TYPE, a confidence that is not between 0 and 1 a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the ranks, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_rank_areas (MarmotColumn  *values,
                                MarmotColumn  *standard_errors,
                                MarmotGroups  *groups,
                                gboolean       highest_first,
                                double         confidence,
                                gboolean       joint,
                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
