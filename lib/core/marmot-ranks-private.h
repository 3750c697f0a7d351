/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The place of each row's key among the distinct keys in ascending order, which
 * makes groups that do not depend on the order of the rows.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* From 0, for each row of the column, with nulls last; how many distinct keys
 * there are goes to n_ranks. NULL with an error if they are too many. */
gint32 *marmot_rank_column (const MarmotColumn  *column,
                            gsize               *n_ranks,
                            GError             **error);

/* Ranks by two keys, the first before the second. Writes them over the first. */
gboolean marmot_rank_pairs (gint32         *ranks,
                            gsize           n_rows,
                            gsize          *n_ranks,
                            const gint32   *second,
                            gsize           n_second,
                            GError        **error);

G_END_DECLS
