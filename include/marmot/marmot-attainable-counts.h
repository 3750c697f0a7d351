/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_attainable_counts:
 * @percent: a percentage as it was printed, from 0 to 100
 * @decimals: with how many decimals it was printed, from 0 to 6: 1 for "37.0"
 * @n: of how many it is said to be, from 1 to 10,000,000,000
 * @first: (out): the lowest of the counts
 * @last: (out): the highest of the counts
 * @error: return location for an error
 *
 * Which counts of @n print as a percentage: those *k* for which 100 × k ÷ @n rounds to
 * @percent. 37% of 39 cannot be (14 are 36% and 15 are 38%), 37% of 38 are 14, and 99%
 * of 389 are 384 to 387. Where two figures cannot both be true one of them is of other
 * people, or wrong: ask for the count.
 *
 * A tie counts for both its neighbours, since some round it up, some to even, and
 * some programs by what is left of it in binary: 48% and 53% of 40 are 19 and 21, and so
 * are 47% and 52%. Arithmetic is exact. Brown and Heathers (2017) call the check GRIM.
 *
 * Where there is no such count @first is the count next above and @last the one next
 * below.
 *
 * Numbers outside these ranges, and a @percent with more decimals than @decimals, are a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: how many counts there are, 0 if @percent and @n cannot both be true, or -1
 *   with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gint64       marmot_attainable_counts        (double        percent,
                                              guint         decimals,
                                              gint64        n,
                                              gint64       *first,
                                              gint64       *last,
                                              GError      **error);

/**
 * marmot_attainable_counts_column:
 * @percent: a column of percentages
 * @decimals: a column of the decimals with which they were printed
 * @n: a column of numbers of people
 * @error: return location for an error
 *
 * The counts that print as the percentage of every row; see
 * [func@Marmot.attainable_counts]. The columns of the result are "first" and "last",
 * null where there is no such count; "counts", how many there are; and "status": "ok",
 * "not-attainable" where there is none, "missing", "not-finite", or "out-of-range" for
 * numbers outside their ranges.
 *
 * Columns of different lengths are a %MARMOT_ERROR_LENGTH, columns that hold no
 * numbers a %MARMOT_ERROR_TYPE.
 *
 * Returns: (transfer full): a row a percentage, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_attainable_counts_column (MarmotColumn  *percent,
                                              MarmotColumn  *decimals,
                                              MarmotColumn  *n,
                                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
