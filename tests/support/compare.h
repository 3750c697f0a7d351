/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For tests of comparisons and goals: rows of tests/reference/fingertips as
 * figures, and results out of a table.
 */
#pragma once

#include <marmot/marmot.h>

#include "table.h"

/* A cell as a number; empty is NaN. */
static inline double
test_cell (const TestTable *table,
           guint row,
           const char *column)
{
  const char *text = test_table_text (table, row, column);

  return *text ? g_ascii_strtod (text, NULL) : (double) NAN;
}

static inline MarmotPolarity
test_polarity (const char *text)
{
  if (g_str_has_prefix (text, "Low is good"))
    return MARMOT_POLARITY_LOW_IS_GOOD;
  if (g_str_has_prefix (text, "High is good"))
    return MARMOT_POLARITY_HIGH_IS_GOOD;
  return g_str_has_prefix (text, "No judgement") ? MARMOT_POLARITY_NO_JUDGEMENT : MARMOT_POLARITY_UNSTATED;
}

/* A table of one column without nulls. */
static inline MarmotTable *
test_one_column (const char *name,
                 const double *values,
                 gsize n)
{
  const char *names[] = { name, NULL };
  MarmotColumn *column = marmot_column_new_double (values, n);
  MarmotTable *table = marmot_table_new (names, &column, 1, NULL);

  marmot_column_unref (column);
  return table;
}

/* A row of benchmark.csv as a table of one figure: what is empty, and -1 as a
 * value or a benchmark, is null. */
static inline MarmotTable *
test_figures (const TestTable *table,
              guint row)
{
  static const char *const cells[] = { "value", "lower95", "upper95", "lower99_8", "upper99_8", "denominator",
                                       "denominator2", "benchmark_value", "benchmark_lower95", "benchmark_upper95" };
  const char *names[] = { "value", "lower", "upper", "lower_99_8", "upper_99_8", "denominator", "denominator_2",
                          "benchmark", "benchmark_lower", "benchmark_upper", NULL };
  MarmotColumn *columns[G_N_ELEMENTS (cells)];
  MarmotTable *figures;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      double number = test_cell (table, row, cells[i]);
      gboolean is_null = isnan (number) || (number == -1 && (i == 0 || i == 7));
      g_autoptr (MarmotColumn) bare = marmot_column_new_double (&number, 1);

      columns[i] = marmot_column_with_nulls (bare, &is_null, 1, NULL);
    }
  figures = marmot_table_new (names, columns, G_N_ELEMENTS (cells), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    marmot_column_unref (columns[i]);
  return figures;
}

/* The text of a row of a column; free it. */
static inline char *
test_text (const MarmotTable *result,
           const char *name,
           gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (result, name);

  return marmot_column_get_text (column, row);
}

static inline int
test_nick (const MarmotTable *result,
           const char *name,
           GType type,
           gsize row)
{
  g_autofree char *text = test_text (result, name, row);
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *value = g_enum_get_value_by_nick (klass, text);

  cr_assert (value != NULL, "%s", text);
  return value->value;
}

static inline MarmotComparisonCode
test_code (const MarmotTable *result,
           gsize row)
{
  return (MarmotComparisonCode) test_nick (result, "code", MARMOT_TYPE_COMPARISON_CODE, row);
}

/* The short name of a code; free it. */
static inline char *
test_code_nick (MarmotComparisonCode code)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (MARMOT_TYPE_COMPARISON_CODE);

  return g_strdup (g_enum_get_value (klass, (int) code)->value_nick);
}

static inline MarmotComparisonReason
test_reason (const MarmotTable *result,
             gsize row)
{
  return (MarmotComparisonReason) test_nick (result, "reason", MARMOT_TYPE_COMPARISON_REASON, row);
}

static inline gboolean
test_reason_is_compared (const MarmotTable *result,
                         gsize row)
{
  return test_reason (result, row) == MARMOT_COMPARISON_REASON_COMPARED;
}

/* A list of numbers between semicolons; free it. */
static inline double *
test_list (const char *text,
           gsize *n)
{
  g_auto (GStrv) cells = g_strsplit (text, ";", -1);
  double *values = g_new (double, g_strv_length (cells) + 1);

  *n = 0;
  for (char **cell = cells; *cell; cell++)
    if (**cell)
      values[(*n)++] = g_ascii_strtod (*cell, NULL);
  return values;
}
