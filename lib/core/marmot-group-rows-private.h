/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rows of groups after one another, for whatever looks at one group after the
 * other. Time and memory grow as the rows do, but for the sorting of values inside
 * a group.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* Those of group g are rows[starts[g]] to rows[starts[g + 1] - 1], in their order.
 * Codes are from 0 to n_groups - 1; free both. */
void marmot_group_rows   (const gint32        *codes,
                          gsize                n_rows,
                          gsize                n_groups,
                          gsize              **starts,
                          gsize              **rows);

/* The present, finite numbers of each group in ascending order: of group g
 * values[starts[g]] to values[starts[g + 1] - 1]. Without codes all rows are of one
 * group. Free both. */
void marmot_group_values (const MarmotColumn  *column,
                          const gint32        *codes,
                          gsize                n_groups,
                          gsize              **starts,
                          double             **values);

G_END_DECLS
