/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Percentiles and summaries against Fingertips' own tests (tests/reference) and
 * against the definition of type 7.
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

#include "support/compare.h"

static double
number_in (const MarmotTable *table,
           const char *name,
           gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  cr_assert (column != NULL, "%s", name);
  return marmot_column_is_null (column, row) ? (double) NAN : marmot_column_get_double (column, row);
}

Test (summary, fingertips_own_box_plots)
{
  static const char *const names[] = { "min", "p25", "median", "p75", "max" };
  g_autoptr (TestTable) table = test_table_load ("fingertips/quantiles.csv");
  guint n = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      gsize n_values;
      g_autofree double *values = test_list (test_table_text (table, row, "values"), &n_values);
      g_auto (GStrv) expected = g_strsplit (test_table_text (table, row, "expected"), ";", -1);

      if (!g_str_has_prefix (test_table_text (table, row, "kind"), "stats"))
        continue;
      for (int kind = 0; kind < 2; kind++)
        {
          g_autoptr (MarmotColumn) column = marmot_column_new_double (values, n_values);
          g_autoptr (MarmotTable) result
            = marmot_summary (column, NULL, kind ? MARMOT_SUMMARY_KIND_SEVEN : MARMOT_SUMMARY_KIND_FIVE,
                              MARMOT_PERCENTILE_RULE_TYPE_7, 1, NULL);

          for (guint i = 0; i < 5; i++)
            if (*expected[i])
              cr_assert (number_in (result, names[i], 0) == g_ascii_strtod (expected[i], NULL), "%s",
                         test_table_text (table, row, "case_id"));
        }
      n++;
    }
  cr_assert (n == 3, "%u", n);
}

/* Groups among each other, with nulls and NaN, against the definition: place
 * (N - 1) f + 1 between sorted values. 0, 10, ..., 90 have their 5th percentile at
 * 4.5 and their 97.5th at 87.75. */
Test (summary, percentiles_of_groups)
{
  const double values[] = { 90, 1, 10, 80, 2, 20, 70, NAN, 30, 60, 3, 40, 50, 0, 5 };
  const gint32 codes[] = { 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0 };
  gboolean nulls[G_N_ELEMENTS (values)] = { FALSE };
  const double percents[] = { 5, 97.5, 50, 0, 100 };
  g_autoptr (MarmotColumn) bare = marmot_column_new_double (values, G_N_ELEMENTS (values));
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, G_N_ELEMENTS (codes), 3, NULL);
  g_autoptr (MarmotColumn) column = NULL;
  g_autoptr (MarmotTable) result = NULL;
  g_autofree char *ok = NULL;
  g_autofree char *few = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *method = NULL;

  nulls[14] = TRUE;
  column = marmot_column_with_nulls (bare, nulls, G_N_ELEMENTS (values), NULL);
  result = marmot_percentiles (column, groups, percents, 5, MARMOT_PERCENTILE_RULE_TYPE_7, 0, NULL);
  cr_assert (number_in (result, "p5", 0) == 4.5);
  cr_assert (number_in (result, "p97.5", 0) == 87.75);
  cr_assert (number_in (result, "p50", 0) == 45);
  cr_assert (number_in (result, "p0", 0) == 0);
  cr_assert (number_in (result, "p100", 0) == 90);
  cr_assert (number_in (result, "n", 0) == 10);
  cr_assert (number_in (result, "n_left_out", 0) == 2);
  ok = test_text (result, "status", 0);
  few = test_text (result, "status", 1);
  empty = test_text (result, "status", 2);
  method = test_text (result, "method", 0);
  cr_assert (eq (str, ok, "ok"));
  cr_assert (eq (str, few, "too-few-values"));
  cr_assert (eq (str, empty, "too-few-values"));
  cr_assert (eq (str, method, "percentile-type-7"));
  cr_assert (isnan (number_in (result, "p50", 1)));
  cr_assert (number_in (result, "n", 1) == 3);
}

/* A third of the way from 0 to 1, to ten decimals. */
Test (summary, the_rule_of_fingertips_rounds)
{
  const double values[] = { 0, 1 };
  const double third[] = { 100.0 / 3 };
  g_autoptr (MarmotColumn) column = marmot_column_new_double (values, 2);
  g_autoptr (MarmotTable) plain
    = marmot_percentiles (column, NULL, third, 1, MARMOT_PERCENTILE_RULE_TYPE_7, 1, NULL);
  g_autoptr (MarmotTable) rounded
    = marmot_percentiles (column, NULL, third, 1, MARMOT_PERCENTILE_RULE_FINGERTIPS, 1, NULL);
  const char *name = "p33.3333333333333";
  g_autofree char *method = test_text (rounded, "method", 0);

  cr_assert (number_in (rounded, name, 0) == 0.3333333333);
  cr_assert (number_in (plain, name, 0) == third[0] / 100);
  cr_assert (eq (str, method, "percentile-fingertips"));
  cr_assert (strstr (marmot_method_get_citation (marmot_percentile_rule_get_method (MARMOT_PERCENTILE_RULE_FINGERTIPS)),
                     "Fingertips") != NULL);
}

Test (summary, needs_four_values_unless_told_otherwise)
{
  const double values[] = { 3, 1, 2 };
  g_autoptr (MarmotColumn) column = marmot_column_new_double (values, 3);
  g_autoptr (MarmotTable) box
    = marmot_summary (column, NULL, MARMOT_SUMMARY_KIND_SEVEN, MARMOT_PERCENTILE_RULE_TYPE_7, 0, NULL);
  g_autoptr (MarmotTable) all
    = marmot_summary (column, NULL, MARMOT_SUMMARY_KIND_SEVEN, MARMOT_PERCENTILE_RULE_TYPE_7, 3, NULL);

  cr_assert (isnan (number_in (box, "median", 0)));
  cr_assert (number_in (all, "median", 0) == 2);
  cr_assert (fabs (number_in (all, "p95", 0) - 2.9) < 1e-15);
}

Test (summary, wrong_requests)
{
  const double values[] = { 1, 2 };
  const double twice[] = { 5, 5 };
  const double outside[] = { 101 };
  const double nan[] = { (double) NAN };
  const gint32 codes[] = { 0 };
  const char *texts[] = { "a", "b", NULL };
  const char *names[] = { "n", NULL };
  g_autoptr (MarmotColumn) column = marmot_column_new_double (values, 2);
  g_autoptr (MarmotColumn) words = marmot_column_new_text (texts);
  g_autoptr (MarmotTable) table = marmot_table_new (names, &words, 1, NULL);
  g_autoptr (MarmotGroups) by_n = marmot_groups_new_from_table (table, names, NULL);
  g_autoptr (MarmotGroups) one = marmot_groups_new_from_codes (codes, 1, 1, NULL);
  const struct
  {
    MarmotColumn *values;
    MarmotGroups *groups;
    const double *percents;
    gsize n;
    MarmotError code;
  } cases[] = {
    { words, NULL, values, 2, MARMOT_ERROR_TYPE },
    { column, one, values, 2, MARMOT_ERROR_LENGTH },
    { column, NULL, twice, 2, MARMOT_ERROR_INVALID_ARGUMENT },
    { column, NULL, outside, 1, MARMOT_ERROR_INVALID_ARGUMENT },
    { column, NULL, nan, 1, MARMOT_ERROR_INVALID_ARGUMENT },
    { column, NULL, values, 0, MARMOT_ERROR_INVALID_ARGUMENT },
    { column, by_n, values, 2, MARMOT_ERROR_INVALID_ARGUMENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_percentiles (cases[i].values, cases[i].groups, cases[i].percents, cases[i].n,
                                     MARMOT_PERCENTILE_RULE_TYPE_7, 0, &error) == NULL, "%zu", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, (int) cases[i].code), "%zu", i);
    }
}
