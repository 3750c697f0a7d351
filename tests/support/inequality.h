/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For tests of measures of inequality: the datasets of tests/reference/inequality,
 * and known answers held against what is measured.
 */
#pragma once

#include <marmot/marmot.h>

#include "support/table.h"

/* A column of doubles in which NaN is null. */
static inline MarmotColumn *
test_nullable (const double *numbers,
               gsize         n)
{
  g_autoptr (MarmotColumn) bare = marmot_column_new_double (numbers, n);
  g_autofree gboolean *nulls = g_new (gboolean, n);

  for (gsize i = 0; i < n; i++)
    nulls[i] = isnan (numbers[i]);
  return marmot_column_with_nulls (bare, nulls, n, NULL);
}

/* Subgroups of plain numbers; what is NULL is not given. */
static inline MarmotSubgroups *
test_subgroups (const double *estimate,
                const double *population,
                const double *rank,
                const double *se,
                gsize         n)
{
  g_autoptr (MarmotColumn) y = test_nullable (estimate, n);
  g_autoptr (MarmotColumn) w = population ? test_nullable (population, n) : NULL;
  g_autoptr (MarmotColumn) r = rank ? test_nullable (rank, n) : NULL;
  g_autoptr (MarmotColumn) s = se ? test_nullable (se, n) : NULL;
  g_autoptr (MarmotSubgroups) bare = marmot_subgroups_new (y, w, r, NULL, NULL);

  cr_assert (bare != NULL);
  return s ? marmot_subgroups_with_standard_error (bare, s, NULL) : g_steal_pointer (&bare);
}

/* The rows of a table whose first column is key. */
static inline GArray *
test_rows_of (const TestTable *table,
              const char      *key)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < table->rows->len; row++)
    if (strcmp (((char **) table->rows->pdata[row])[0], key) == 0)
      g_array_append_val (rows, row);
  return rows;
}

static inline double *
test_pick (const TestTable *table,
           GArray          *rows,
           const char      *column)
{
  double *numbers = g_new (double, rows->len);

  for (guint i = 0; i < rows->len; i++)
    numbers[i] = test_table_number (table, g_array_index (rows, guint, i), column);
  return numbers;
}

/* A dataset of groups.csv, with standard errors and limits. */
static inline MarmotSubgroups *
test_dataset (const TestTable *table,
              const char      *name)
{
  g_autoptr (GArray) rows = test_rows_of (table, name);
  g_autofree double *y = test_pick (table, rows, "estimate");
  g_autofree double *w = test_pick (table, rows, "population");
  g_autofree double *r = test_pick (table, rows, "subgroup_order");
  g_autofree double *s = test_pick (table, rows, "se");
  g_autofree double *l = test_pick (table, rows, "lower95");
  g_autofree double *u = test_pick (table, rows, "upper95");
  g_autoptr (MarmotSubgroups) bare = test_subgroups (y, w, r, s, rows->len);
  g_autoptr (MarmotColumn) lower = test_nullable (l, rows->len);
  g_autoptr (MarmotColumn) upper = test_nullable (u, rows->len);

  cr_assert (rows->len > 0, "%s", name);
  return marmot_subgroups_with_limits (bare, lower, upper, 0.95, NULL);
}

/* A cell of the first row of a dataset, such as its scale. */
static inline double
test_dataset_number (const TestTable *table,
                     const char      *name,
                     const char      *column)
{
  g_autoptr (GArray) rows = test_rows_of (table, name);

  return test_table_number (table, g_array_index (rows, guint, 0), column);
}

static inline MarmotIntervalOptions *
test_method (MarmotMethod method,
             double       multiplier)
{
  MarmotIntervalOptions *options = marmot_interval_options_new ();

  marmot_interval_options_set_method (options, method);
  marmot_interval_options_set_multiplier (options, multiplier);
  return options;
}

/* Within a relative tolerance, or an absolute one. */
static inline gboolean
test_within (double actual,
             double expected,
             double relative,
             double absolute)
{
  if (isnan (expected))
    return TRUE;
  return fabs (actual - expected) <= relative * fabs (expected) + absolute;
}

/* Holds a result against a row of known answers. */
static inline void
test_known (MarmotInequality *result,
            const TestTable  *expected,
            guint             row,
            double            relative,
            double            absolute)
{
  const char *dataset = ((char **) expected->rows->pdata[row])[0];
  const char *measure = test_table_text (expected, row, "measure");
  const char *variant = test_table_text (expected, row, "variant");
  const struct
  {
    const char *column;
    double actual;
  } numbers[] = {
    { "estimate", marmot_inequality_get_value (result, 0) },
    { "se", marmot_inequality_get_standard_error (result, 0) },
  };
  g_autoptr (MarmotEstimate) estimate = marmot_inequality_get_estimate (result, 0);

  if (strcmp (test_table_text (expected, row, "status"), "ok") != 0)
    {
      cr_assert (marmot_inequality_get_status (result, 0) != MARMOT_STATUS_OK, "%s %s %s", dataset, measure, variant);
      cr_assert (isnan (marmot_inequality_get_value (result, 0)));
      return;
    }
  cr_assert (marmot_inequality_get_status (result, 0) == MARMOT_STATUS_OK, "%s %s %s: %s", dataset, measure, variant,
             marmot_status_to_nick (marmot_inequality_get_status (result, 0)));
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    cr_assert (test_within (numbers[i].actual, test_table_number (expected, row, numbers[i].column), relative, absolute),
               "%s %s %s %s: %.17g, not %s", dataset, measure, variant, numbers[i].column, numbers[i].actual,
               test_table_text (expected, row, numbers[i].column));
  for (guint i = 0; expected->header[i]; i++)
    {
      double actual = (double) NAN;

      if (strcmp (expected->header[i], "lower95") == 0)
        actual = marmot_estimate_get_lower (estimate);
      else if (strcmp (expected->header[i], "upper95") == 0)
        actual = marmot_estimate_get_upper (estimate);
      else
        continue;
      cr_assert (test_within (actual, test_table_number (expected, row, expected->header[i]), relative, absolute),
                 "%s %s %s %s: %.17g, not %s", dataset, measure, variant, expected->header[i], actual,
                 test_table_text (expected, row, expected->header[i]));
    }
}
