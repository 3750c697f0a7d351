/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For tests: one cell of a table of results.
 */
#pragma once

#include <marmot/marmot.h>

#include <math.h>

/* NaN for a null. */
static inline double
test_result_number (const MarmotTable *result,
                    const char *name,
                    gsize row)
{
  MarmotColumn *column = marmot_table_get_column_by_name (result, name);
  double number = marmot_column_is_null (column, row) ? (double) NAN : marmot_column_get_double (column, row);

  marmot_column_unref (column);
  return number;
}

static inline gboolean
test_result_says (const MarmotTable *result,
                  const char *name,
                  gsize row,
                  const char *expected)
{
  MarmotColumn *column = marmot_table_get_column_by_name (result, name);
  char *text = marmot_column_get_text (column, row);
  gboolean same = g_strcmp0 (text, expected) == 0;

  g_free (text);
  marmot_column_unref (column);
  return same;
}
