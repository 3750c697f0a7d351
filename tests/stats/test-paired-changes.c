/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>

#include "support/figures.h"

static const char *const measured[] = { "before", "after", NULL };

static MarmotTable *
changes (const double *before,
         const double *after,
         gsize n,
         MarmotPairedOptions *options)
{
  const double *const columns[] = { before, after };
  g_autoptr (MarmotTable) figures = test_figures (measured, columns, n);
  g_autoptr (GError) error = NULL;
  MarmotTable *result = marmot_paired_changes (figures, NULL, options, &error);

  g_assert_no_error (error);
  return result;
}

/* Booleans, where -1 stands for null. */
static MarmotTable *
boolean_figures (const int *before,
                 const int *after,
                 gsize n)
{
  MarmotColumn *columns[2];
  MarmotTable *figures;

  for (int c = 0; c < 2; c++)
    {
      const int *from = c == 0 ? before : after;
      g_autofree gboolean *values = g_new0 (gboolean, n);
      g_autofree gboolean *nulls = g_new0 (gboolean, n);
      g_autoptr (MarmotColumn) bare = NULL;

      for (gsize i = 0; i < n; i++)
        {
          values[i] = from[i] == 1;
          nulls[i] = from[i] < 0;
        }
      bare = marmot_column_new_boolean (values, n);
      columns[c] = marmot_column_with_nulls (bare, nulls, n, NULL);
    }
  figures = marmot_table_new (measured, columns, 2, NULL);
  marmot_column_unref (columns[0]);
  marmot_column_unref (columns[1]);
  return figures;
}

/* The sleep of ten patients, hours more by one drug than by the other: t = 4.0621 with 9
 * degrees of freedom, p = 0.002833, 0.70 to 2.46 (Student 1908). */
Test (paired_changes, of_students_sleepers)
{
  const double before[] = { 0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0 };
  const double after[] = { 1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4 };
  g_autoptr (MarmotTable) result = changes (before, after, 10, NULL);

  cr_assert_float_eq (test_result (result, "value", 0), 1.58, 1e-14);
  cr_assert_float_eq (test_result (result, "statistic", 0), 4.0621, 5e-5);
  cr_assert_float_eq (test_result (result, "p_value", 0), 0.002833, 5e-7);
  cr_assert_float_eq (test_result (result, "lower", 0), 0.7001142, 5e-8);
  cr_assert_float_eq (test_result (result, "upper", 0), 2.4598858, 5e-8);
  cr_assert (test_result (result, "pairs", 0) == 10 && test_result (result, "df", 0) == 9);
  cr_assert (test_result (result, "improved", 0) == 9 && test_result (result, "same", 0) == 1);
  cr_assert_float_eq (test_result (result, "standardised", 0), 4.0621277 / sqrt (10) * (1 - 3.0 / 35), 1e-7);
}

Test (paired_changes, agree_with_the_reference)
{
  const char *const from[] = { "before", "after", NULL };
  const char *const names[] = { "pairs", "value", "lower", "upper", "sd", "statistic", "p_value" };
  g_autoptr (TestTable) rows = test_table_load ("paired-means-rows.csv");
  g_autoptr (TestTable) expected = test_table_load ("paired-means.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (rows, measured, from);
  g_autoptr (MarmotGroups) groups = test_groups_of (rows, "case_id");
  g_autoptr (MarmotTable) result = marmot_paired_changes (figures, groups, NULL, NULL);

  for (guint line = 0; line < expected->rows->len; line++)
    {
      gsize row = test_group_row (groups, test_table_number (expected, line, "case_id"));

      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        cr_assert (test_near (test_result (result, names[i], row), test_table_number (expected, line, names[i]), 1e-9),
                   "case %u, %s: %.17g", line, names[i], test_result (result, names[i], row));
    }
}

/* Who was measured once is counted and changes nothing else. */
Test (paired_changes, count_who_was_lost)
{
  const double na = (double) NAN;
  const double before[] = { 1, 2, 3, 7, 8, na, na }, after[] = { 2, 4, 3, na, na, 100, na };
  g_autoptr (MarmotTable) all = changes (before, after, 7, NULL);
  g_autoptr (MarmotTable) pairs = changes (before, after, 3, NULL);

  cr_assert (test_result (all, "pairs", 0) == 3);
  cr_assert (test_result (all, "lost", 0) == 2);
  cr_assert (test_result (all, "joined", 0) == 1);
  cr_assert (test_result (all, "unmeasured", 0) == 1);
  cr_assert (test_result (all, "value", 0) == 1 && test_result (all, "value", 0) == test_result (pairs, "value", 0));
  cr_assert (test_result (all, "before", 0) == 2 && test_result (all, "after", 0) == 3);
  cr_assert (test_result (all, "upper", 0) == test_result (pairs, "upper", 0));
}

Test (paired_changes, improved_same_and_worse_with_their_number)
{
  const double before[] = { 10, 10, 10, 10, 10, 10 }, after[] = { 15, 12, 10, 8, 5, 16 };
  g_autoptr (MarmotPairedOptions) low = g_object_new (MARMOT_TYPE_PAIRED_OPTIONS, "low-is-good", TRUE,
                                                      "smallest-change", 5.0, NULL);
  g_autoptr (MarmotTable) any = changes (before, after, 6, NULL);
  g_autoptr (MarmotTable) reliable = changes (before, after, 6, low);
  g_autoptr (MarmotEstimate) wilson = marmot_proportion (3, 6, NULL, NULL);

  cr_assert (test_result (any, "improved", 0) == 3 && test_result (any, "same", 0) == 1 && test_result (any, "worse", 0) == 2);
  cr_assert (test_result (any, "share_improved", 0) == 0.5);
  cr_assert (test_result (any, "share_improved_lower", 0) == marmot_estimate_get_lower (wilson));
  cr_assert (test_result (any, "share_improved_upper", 0) == marmot_estimate_get_upper (wilson));
  /* A change of exactly the smallest counts; low is good. */
  cr_assert (test_result (reliable, "improved", 0) == 1 && test_result (reliable, "worse", 0) == 2);
  cr_assert (test_result (reliable, "share_same", 0) == 0.5);
}

/* Decimals are not exact in doubles: 0.7 - 0.4 is below 0.3 and 0.8 - 0.5 above it. */
Test (paired_changes, of_decimals)
{
  const double before[] = { 0.4, 0.4, 0.5, 1.1, 0.3 }, after[] = { 0.7, 0.1, 0.8, 1.4, 0.5999 };
  const double up[] = { 0.7, 0.7, 0.8, 1.4, 0.6 };
  g_autoptr (MarmotPairedOptions) options = g_object_new (MARMOT_TYPE_PAIRED_OPTIONS, "smallest-change", 0.3, NULL);
  g_autoptr (MarmotTable) result = changes (before, after, 5, options);
  g_autoptr (MarmotTable) alike = changes (before, up, 5, NULL);

  cr_assert (test_result (result, "improved", 0) == 3);
  cr_assert (test_result (result, "worse", 0) == 1);
  cr_assert (test_result (result, "same", 0) == 1);
  /* All by 0.3: there is nothing to divide by, and no change in units of it. */
  cr_assert (test_result (alike, "sd", 0) == 0, "%g", test_result (alike, "sd", 0));
  cr_assert (isnan (test_result (alike, "standardised", 0)));
  cr_assert (isnan (test_result (alike, "statistic", 0)));
}

Test (paired_changes, of_booleans_are_the_table_of_four)
{
  int before[50], after[50];
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotTable) result = NULL;
  g_autoptr (MarmotContrast) c = marmot_paired_proportions (30, 2, 11, 4, NULL, NULL);

  for (int i = 0; i < 50; i++)
    {
      before[i] = i < 32;
      after[i] = i < 30 || (i >= 32 && i < 43);
    }
  before[47] = -1;
  after[48] = -1;
  before[49] = after[49] = -1;
  figures = boolean_figures (before, after, 50);
  result = marmot_paired_changes (figures, NULL, NULL, NULL);
  cr_assert (test_result (result, "pairs", 0) == 47 && test_result (result, "lost", 0) == 1);
  cr_assert (test_result (result, "joined", 0) == 1 && test_result (result, "unmeasured", 0) == 1);
  cr_assert (test_result (result, "value", 0) == marmot_contrast_get_value (c));
  cr_assert (test_result (result, "lower", 0) == marmot_contrast_get_lower (c));
  cr_assert (test_result (result, "p_value", 0) == marmot_contrast_get_p_value (c));
  cr_assert (test_result (result, "before", 0) == 32.0 / 47);
  cr_assert (test_result (result, "improved", 0) == 11 && test_result (result, "worse", 0) == 2);
  cr_assert (isnan (test_result (result, "sd", 0)) && isnan (test_result (result, "standardised", 0)));
}

/* Of a large number, and in any order, to the last digits. */
Test (paired_changes, lose_no_digits)
{
  enum { N = 20000 };
  static double before[2][N], after[2][N];
  double found[2];

  for (int i = 0; i < N; i++)
    {
      before[0][i] = before[1][N - 1 - i] = 1e9 + i % 17;
      after[0][i] = after[1][N - 1 - i] = 1e9 + i % 17 + (i % 5 - 1);
    }
  for (int turn = 0; turn < 2; turn++)
    {
      g_autoptr (MarmotTable) result = changes (before[turn], after[turn], N, NULL);

      cr_assert (test_near (test_result (result, "value", 0), 1, 1e-15));
      cr_assert (test_near (test_result (result, "sd", 0), sqrt (2.0 * N / (N - 1)), 1e-14));
      found[turn] = test_result (result, "lower", 0);
    }
  cr_assert (test_near (found[0], found[1], 1e-14));
}

Test (paired_changes, says_what_is_wrong)
{
  const double na = (double) NAN;
  const double before[] = { 1, 2, na, 1, 5, 5 }, after[] = { 2, na, 3, (double) INFINITY, 6, 6 };
  const double keys[] = { 1, 2, 2, 3, 4, 4 };
  const double *const columns[] = { before, after };
  const char *const lone[] = { "before", NULL };
  g_autoptr (MarmotTable) figures = test_figures (measured, columns, 6);
  g_autoptr (MarmotTable) half = test_figures (lone, columns, 6);
  g_autoptr (MarmotColumn) key = marmot_column_new_double (keys, 6);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_column (key, NULL);
  g_autoptr (MarmotTable) result = marmot_paired_changes (figures, groups, NULL, NULL);
  g_autoptr (MarmotPairedOptions) wrong = g_object_new (MARMOT_TYPE_PAIRED_OPTIONS, "smallest-change", -1.0, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (test_status_is (result, "status", 0, MARMOT_STATUS_TOO_FEW_VALUES));
  cr_assert (test_result (result, "improved", 0) == 1);
  cr_assert (test_status_is (result, "status", 1, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE));
  cr_assert (test_result (result, "lost", 1) == 1 && test_result (result, "joined", 1) == 1);
  cr_assert (test_status_is (result, "status", 2, MARMOT_STATUS_NOT_FINITE));
  cr_assert (isnan (test_result (result, "pairs", 2)));
  /* All changes the same: no width, and no chance. */
  cr_assert (test_status_is (result, "status", 3, MARMOT_STATUS_OK));
  cr_assert (test_result (result, "lower", 3) == 1 && test_result (result, "p_value", 3) == 0);
  cr_assert (isnan (test_result (result, "statistic", 3)) && isnan (test_result (result, "standardised", 3)));

  cr_assert (marmot_paired_changes (half, NULL, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_assert (marmot_paired_changes (figures, NULL, wrong, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}
