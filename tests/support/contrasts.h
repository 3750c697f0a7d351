/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For tests of comparisons of two groups: which function a row of two-groups.csv is
 * for, and what must hold of each.
 */
#pragma once

#include <marmot/marmot.h>

#include "intervals.h"

typedef MarmotContrast *(*TestContrast) (double                  x1,
                                         double                  n1,
                                         double                  x2,
                                         double                  n2,
                                         MarmotIntervalOptions  *options,
                                         GError                **error);
typedef MarmotTable *(*TestContrastColumn) (MarmotColumn           *x1,
                                            MarmotColumn           *n1,
                                            MarmotColumn           *x2,
                                            MarmotColumn           *n2,
                                            MarmotIntervalOptions  *options,
                                            GError                **error);

static inline MarmotMethod
test_method (const char *nick)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (MARMOT_TYPE_METHOD);
  GEnumValue *value = g_enum_get_value_by_nick (klass, nick);

  cr_assert (value != NULL, "%s", nick);
  return (MarmotMethod) value->value;
}

static inline MarmotIntervalOptions *
test_contrast_options (const char *method,
                       const char *test,
                       double      level)
{
  MarmotIntervalOptions *options = test_options (level, (double) NAN, 1);

  marmot_interval_options_set_method (options, test_method (method));
  marmot_interval_options_set_test (options, test_method (test));
  return options;
}

/* Within a part of what is expected, or of the unit in which a difference is taken. */
static inline gboolean
test_about (double actual,
            double expected,
            double tolerance,
            double unit)
{
  if (isnan (expected) || isinf (expected))
    return (isnan (actual) && isnan (expected)) || actual == expected;
  return fabs (actual - expected) <= tolerance * fabs (expected) + unit;
}

/* Closed forms to 1e-12, what goes through quantiles or roots to 1e-9. */
static inline void
test_contrast_is (MarmotContrast  *c,
                  const TestTable *table,
                  guint            row,
                  double           unit)
{
  const char *measure = test_table_text (table, row, "measure");
  const char *method = test_table_text (table, row, "method");
  const char *test = test_table_text (table, row, "test");
  gboolean closed = g_str_equal (method, "newcombe") || g_str_equal (method, "normal") || g_str_equal (method, "katz")
                    || g_str_equal (method, "woolf") || g_str_equal (method, "score")
                    || g_str_equal (method, "log-normal");
  double tolerance = closed ? 1e-12 : 1e-9;

  if (isnan (test_table_number (table, row, "value")))
    {
      cr_assert (marmot_contrast_get_status (c) == MARMOT_STATUS_NOT_DEFINED, "row %u", row);
      return;
    }
  cr_assert (marmot_contrast_get_status (c) == MARMOT_STATUS_OK, "row %u: %s", row,
             marmot_status_to_nick (marmot_contrast_get_status (c)));
  cr_assert (marmot_contrast_get_method (c) == test_method (method));
  cr_assert (marmot_contrast_get_test (c) == test_method (test));
  cr_assert (test_about (marmot_contrast_get_value (c), test_table_number (table, row, "value"), 1e-12, unit),
             "value of row %u, %s: %.17g", row, measure, marmot_contrast_get_value (c));
  cr_assert (test_about (marmot_contrast_get_lower (c), test_table_number (table, row, "lower"), tolerance, unit),
             "lower of row %u, %s %s: %.17g", row, measure, method, marmot_contrast_get_lower (c));
  cr_assert (test_about (marmot_contrast_get_upper (c), test_table_number (table, row, "upper"), tolerance, unit),
             "upper of row %u, %s %s: %.17g", row, measure, method, marmot_contrast_get_upper (c));
  cr_assert (test_about (marmot_contrast_get_statistic (c), test_table_number (table, row, "statistic"), 1e-12, 1e-15),
             "statistic of row %u, %s: %.17g", row, test, marmot_contrast_get_statistic (c));
  cr_assert (test_about (marmot_contrast_get_df (c), test_table_number (table, row, "df"), 1e-12, 0),
             "df of row %u, %s: %.17g", row, test, marmot_contrast_get_df (c));
  cr_assert (test_about (marmot_contrast_get_p_value (c), test_table_number (table, row, "p"), 1e-9, 1e-300),
             "p of row %u, %s: %.17g", row, test, marmot_contrast_get_p_value (c));
}

static inline double
test_table_cell (MarmotTable *table,
                 const char  *column,
                 gsize        row)
{
  g_autoptr (MarmotColumn) values = marmot_table_get_column_by_name (table, column);

  cr_assert (values != NULL, "%s", column);
  return marmot_column_is_null (values, row) ? (double) NAN : marmot_column_get_double (values, row);
}

static inline void
test_row_is_contrast (MarmotTable    *table,
                      gsize           row,
                      MarmotContrast *one)
{
  g_autoptr (MarmotColumn) status = marmot_table_get_column_by_name (table, "status");
  g_autoptr (MarmotColumn) method = marmot_table_get_column_by_name (table, "method");
  g_autoptr (MarmotColumn) test = marmot_table_get_column_by_name (table, "test");
  g_autofree char *status_nick = marmot_column_get_text (status, row);
  g_autofree char *method_nick = marmot_column_get_text (method, row);
  g_autofree char *test_nick = marmot_column_get_text (test, row);

  cr_assert (test_same (test_table_cell (table, "value", row), marmot_contrast_get_value (one)), "row %zu", row);
  cr_assert (test_same (test_table_cell (table, "lower", row), marmot_contrast_get_lower (one)), "row %zu", row);
  cr_assert (test_same (test_table_cell (table, "upper", row), marmot_contrast_get_upper (one)), "row %zu", row);
  cr_assert (test_same (test_table_cell (table, "statistic", row), marmot_contrast_get_statistic (one)), "row %zu", row);
  cr_assert (test_same (test_table_cell (table, "df", row), marmot_contrast_get_df (one)), "row %zu", row);
  cr_assert (test_same (test_table_cell (table, "p_value", row), marmot_contrast_get_p_value (one)), "row %zu", row);
  cr_assert (g_str_equal (status_nick, marmot_status_to_nick (marmot_contrast_get_status (one))), "row %zu", row);
  cr_assert (g_str_equal (method_nick, marmot_method_to_nick (marmot_contrast_get_method (one))));
  cr_assert (g_str_equal (test_nick, marmot_method_to_nick (marmot_contrast_get_test (one))));
}
