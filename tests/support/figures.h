/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For tests of statistics that take columns by their names: tables from numbers,
 * where NaN is null, and numbers out of results.
 */
#pragma once

#include <marmot/marmot.h>

#include "support/table.h"

/* Doubles, null where they are NaN. */
static inline MarmotColumn *
test_nullable (const double *values,
               gsize n)
{
  g_autofree gboolean *nulls = g_new0 (gboolean, n + 1);
  g_autoptr (MarmotColumn) bare = marmot_column_new_double (values, n);

  for (gsize i = 0; i < n; i++)
    nulls[i] = isnan (values[i]);
  return marmot_column_with_nulls (bare, nulls, n, NULL);
}

/* A table of columns of doubles: names, then arrays of n_rows each. */
static inline MarmotTable *
test_figures (const char *const *names,
              const double *const *columns,
              gsize n_rows)
{
  gsize n = g_strv_length ((char **) names);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  MarmotTable *table;

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (made, test_nullable (columns[i], n_rows));
  table = marmot_table_new (names, (MarmotColumn **) made->pdata, n, NULL);
  cr_assert (table != NULL);
  return table;
}

/* Columns of a reference file under other names. */
static inline MarmotTable *
test_figures_of (const TestTable *file,
                 const char *const *names,
                 const char *const *from)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  MarmotTable *table;

  for (gsize i = 0; from[i]; i++)
    g_ptr_array_add (columns, test_table_numbers (file, from[i]));
  table = test_figures (names, (const double *const *) columns->pdata, file->rows->len);
  return table;
}

/* Groups by the case of a reference file; "case_id" is a number. */
static inline MarmotGroups *
test_groups_of (const TestTable *file,
                const char *column)
{
  g_autofree double *ids = test_table_numbers (file, column);
  g_autoptr (MarmotColumn) key = marmot_column_new_double (ids, file->rows->len);

  return marmot_groups_new_from_column (key, NULL);
}

/* The row of a result whose group has this key. */
static inline gsize
test_group_row (MarmotGroups *groups,
                double key)
{
  g_autoptr (MarmotTable) keys = marmot_groups_get_keys (groups);
  g_autoptr (MarmotColumn) column = marmot_table_get_column (keys, 0);

  for (gsize i = 0; i < marmot_column_get_length (column); i++)
    if (marmot_column_get_double (column, i) == key)
      return i;
  cr_assert_fail ("no group %g", key);
  return 0;
}

/* A number of a result; NaN where it is null. */
static inline double
test_result (const MarmotTable *result,
             const char *name,
             gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (result, name);

  cr_assert (column != NULL, "no column %s", name);
  return marmot_column_is_null (column, row) ? (double) NAN : marmot_column_get_double (column, row);
}

static inline gboolean
test_status_is (const MarmotTable *result,
                const char *name,
                gsize row,
                MarmotStatus status)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (result, name);
  g_autofree char *text = marmot_column_get_text (column, row);

  if (g_strcmp0 (text, marmot_status_to_nick (status)) != 0)
    cr_log_error ("row %zu of %s is %s and not %s", row, name, text, marmot_status_to_nick (status));
  return g_strcmp0 (text, marmot_status_to_nick (status)) == 0;
}

/* Interval options at the levels that a file writes as "0.95|0.998". */
static inline MarmotIntervalOptions *
test_levels (const char *levels,
             double multiplier)
{
  MarmotIntervalOptions *options = marmot_interval_options_new ();
  g_auto (GStrv) parts = g_strsplit (levels, "|", -1);
  double numbers[2];
  gsize n = g_strv_length (parts);

  cr_assert (n >= 1 && n <= 2);
  for (gsize i = 0; i < n; i++)
    numbers[i] = g_ascii_strtod (parts[i], NULL);
  marmot_interval_options_set_levels (options, numbers, n, NULL);
  marmot_interval_options_set_multiplier (options, multiplier);
  return options;
}

static inline MarmotStandardisationOptions *
test_standardisation (const char *levels,
                      double multiplier,
                      double minimum,
                      gboolean missing_is_zero,
                      MarmotStandardPopulation *standard)
{
  g_autoptr (MarmotIntervalOptions) interval = test_levels (levels, multiplier);

  return g_object_new (MARMOT_TYPE_STANDARDISATION_OPTIONS, "interval", interval, "minimum-count", minimum,
                       "missing-is-zero", missing_is_zero, "standard", standard, NULL);
}
