/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>

#include "support/figures.h"

static MarmotContrast *
paired (double both,
        double before,
        double after,
        double neither,
        MarmotMethod method,
        MarmotMethod test,
        double level)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autoptr (GError) error = NULL;
  MarmotContrast *contrast;

  marmot_interval_options_set_method (options, method);
  marmot_interval_options_set_test (options, test);
  marmot_interval_options_set_confidence (options, level);
  contrast = marmot_paired_proportions (both, before, after, neither, options, &error);
  g_assert_no_error (error);
  return contrast;
}

/* 36, 12, 2 and 0 of 50 pairs: 0.0569 to 0.3404 (Newcombe 1998, table II, method 10), with
 * the row that changes more first; and by Tango's score 0.0611 to 0.3447. */
Test (paired_proportions, of_newcombes_table)
{
  g_autoptr (MarmotContrast) newcombe = paired (36, 2, 12, 0, MARMOT_METHOD_DEFAULT, MARMOT_METHOD_DEFAULT, 0.95);
  g_autoptr (MarmotContrast) tango = paired (36, 2, 12, 0, MARMOT_METHOD_TANGO, MARMOT_METHOD_DEFAULT, 0.95);

  cr_assert_float_eq (marmot_contrast_get_value (newcombe), 0.2, 1e-15);
  cr_assert_float_eq (marmot_contrast_get_lower (newcombe), 0.0569, 5e-5);
  cr_assert_float_eq (marmot_contrast_get_upper (newcombe), 0.3404, 5e-5);
  cr_assert (marmot_contrast_get_method (newcombe) == MARMOT_METHOD_NEWCOMBE_PAIRED);
  cr_assert (marmot_contrast_get_test (newcombe) == MARMOT_METHOD_MCNEMAR_MID_P);
  cr_assert_float_eq (marmot_contrast_get_lower (tango), 0.0611, 5e-5);
  cr_assert_float_eq (marmot_contrast_get_upper (tango), 0.3447, 5e-5);
}

/* Airway hyper-responsiveness before and after a transplant, 1, 1, 7 and 12 children:
 * p = 0.070 exact, 0.039 mid-p, 0.034 and, corrected, 0.077 (Fagerland, Lydersen and Laake
 * 2013). */
Test (paired_proportions, of_fagerlands_children)
{
  const struct
  {
    MarmotMethod test;
    double p;
  } cases[] = {
    { MARMOT_METHOD_MCNEMAR_EXACT, 0.0703125 },
    { MARMOT_METHOD_MCNEMAR_MID_P, 0.0390625 },
    { MARMOT_METHOD_MCNEMAR, 0.0338949 },
    { MARMOT_METHOD_MCNEMAR_CORRECTED, 0.0770999 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotContrast) c = paired (1, 1, 7, 12, MARMOT_METHOD_DEFAULT, cases[i].test, 0.95);

      cr_assert_float_eq (marmot_contrast_get_p_value (c), cases[i].p, 5e-8);
      cr_assert (isnan (marmot_contrast_get_statistic (c)) == (i < 2));
    }
}

/* Approval of the same 1,600 people twice, 794, 150, 86 and 570: z² = 17.36, and the share
 * fell by 0.04 (Agresti, Categorical Data Analysis, section on matched pairs). */
Test (paired_proportions, of_agrestis_approval)
{
  g_autoptr (MarmotContrast) c = paired (794, 150, 86, 570, MARMOT_METHOD_NORMAL, MARMOT_METHOD_MCNEMAR, 0.95);
  double z = marmot_contrast_get_statistic (c);

  cr_assert_float_eq (marmot_contrast_get_value (c), -0.04, 1e-15);
  cr_assert_float_eq (z * z, 17.36, 5e-3);
  cr_assert (z < 0);
  cr_assert_float_eq (marmot_contrast_get_lower (c), -0.06, 2e-3);
  cr_assert_float_eq (marmot_contrast_get_upper (c), -0.02, 2e-3);
}

Test (paired_proportions, agrees_with_the_reference)
{
  g_autoptr (TestTable) table = test_table_load ("paired-proportions.csv");
  const MarmotMethod tests[] = { MARMOT_METHOD_MCNEMAR_EXACT, MARMOT_METHOD_MCNEMAR_MID_P, MARMOT_METHOD_MCNEMAR,
                                 MARMOT_METHOD_MCNEMAR_CORRECTED };
  const char *const names[] = { "exact", "mid_p", "mcnemar", "corrected" };

  for (guint row = 0; row < table->rows->len; row++)
    for (gsize t = 0; t < G_N_ELEMENTS (tests); t++)
      {
        gboolean tango = t % 2 == 0;
        g_autoptr (MarmotContrast) c
          = paired (test_table_number (table, row, "both"), test_table_number (table, row, "before_alone"),
                    test_table_number (table, row, "after_alone"), test_table_number (table, row, "neither"),
                    tango ? MARMOT_METHOD_TANGO : MARMOT_METHOD_NEWCOMBE_PAIRED, tests[t],
                    test_table_number (table, row, "level"));
        double lower = test_table_number (table, row, tango ? "tango_lower" : "newcombe_lower");
        double upper = test_table_number (table, row, tango ? "tango_upper" : "newcombe_upper");
        double p = test_table_number (table, row, names[t]);

        cr_assert (marmot_contrast_get_status (c) == MARMOT_STATUS_OK);
        cr_assert_float_eq (marmot_contrast_get_lower (c), lower, 1e-12, "row %u: %.17g", row,
                            marmot_contrast_get_lower (c));
        cr_assert_float_eq (marmot_contrast_get_upper (c), upper, 1e-12, "row %u: %.17g", row,
                            marmot_contrast_get_upper (c));
        cr_assert (fabs (marmot_contrast_get_p_value (c) - p) <= 1e-9 * p + 1e-300, "row %u, %s: %.17g", row, names[t],
                   marmot_contrast_get_p_value (c));
      }
}

/* Before and after the other way round is the mirror image; limits hold the change and
 * widen with the level. */
Test (paired_proportions, intervals_behave)
{
  const MarmotMethod methods[] = { MARMOT_METHOD_NEWCOMBE_PAIRED, MARMOT_METHOD_TANGO, MARMOT_METHOD_NORMAL };

  for (gsize m = 0; m < G_N_ELEMENTS (methods); m++)
    for (int a = 0; a < 6; a += 2)
      for (int b = 0; b < 8; b++)
        for (int c = 0; c < 8; c++)
          {
            g_autoptr (MarmotContrast) there = paired (a, b, c, 1, methods[m], MARMOT_METHOD_MCNEMAR, 0.95);
            g_autoptr (MarmotContrast) back = paired (a, c, b, 1, methods[m], MARMOT_METHOD_MCNEMAR, 0.95);
            g_autoptr (MarmotContrast) wide = paired (a, b, c, 1, methods[m], MARMOT_METHOD_MCNEMAR, 0.998);

            cr_assert_float_eq (marmot_contrast_get_lower (there), -marmot_contrast_get_upper (back), 1e-12);
            cr_assert (marmot_contrast_get_lower (there) <= marmot_contrast_get_value (there) + 1e-15);
            cr_assert (marmot_contrast_get_upper (there) >= marmot_contrast_get_value (there) - 1e-15);
            cr_assert (marmot_contrast_get_lower (wide) <= marmot_contrast_get_lower (there) + 1e-15);
            cr_assert (marmot_contrast_get_upper (wide) <= 1 && marmot_contrast_get_lower (wide) >= -1);
          }
}

Test (paired_proportions, says_what_is_wrong)
{
  const struct
  {
    double cells[4];
    MarmotStatus status;
  } cases[] = {
    { { 0, 0, 0, 0 }, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { { 1, -1, 0, 5 }, MARMOT_STATUS_NEGATIVE_COUNT },
    { { 1, (double) NAN, 0, 5 }, MARMOT_STATUS_NOT_FINITE },
    { { 1e308, 1e308, 1e308, 1e308 }, MARMOT_STATUS_NOT_FINITE },
    { { 1, 1.5, 2, 5 }, MARMOT_STATUS_NOT_WHOLE },
  };
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double *cells = cases[i].cells;
      g_autoptr (MarmotContrast) c = marmot_paired_proportions (cells[0], cells[1], cells[2], cells[3], NULL, NULL);

      cr_assert (marmot_contrast_get_status (c) == cases[i].status, "case %zu: %d", i, marmot_contrast_get_status (c));
      cr_assert (isnan (marmot_contrast_get_value (c)) && isnan (marmot_contrast_get_p_value (c)));
    }

  marmot_interval_options_set_test (options, MARMOT_METHOD_FISHER);
  cr_assert (marmot_paired_proportions (1, 2, 3, 4, options, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (paired_proportions, of_enormous_counts)
{
  const double sizes[] = { 1e6, 1e9, 1e12, 1e15 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (MarmotContrast) c = marmot_paired_proportions (sizes[i], 1000, 1200, sizes[i], NULL, NULL);
      g_autoptr (MarmotContrast) big = marmot_paired_proportions (5, sizes[i], sizes[i], 5, NULL, NULL);

      cr_assert (marmot_contrast_get_status (c) == MARMOT_STATUS_OK);
      cr_assert (marmot_contrast_get_p_value (c) > 1e-6 && marmot_contrast_get_p_value (c) < 1e-4);
      cr_assert_float_eq (marmot_contrast_get_p_value (big), 1, 1e-6);
    }
}

Test (paired_proportions, in_columns_and_groups)
{
  const double cells[4][4] = { { 10, 26, 1, 1 }, { 1, 1, -1, 2 }, { 5, 7, 7, 3 }, { 0, 0, 12, (double) NAN } };
  const double keys[] = { 1, 1, 2, 3 };
  g_autoptr (MarmotColumn) a = test_nullable (cells[0], 4);
  g_autoptr (MarmotColumn) b = test_nullable (cells[1], 4);
  g_autoptr (MarmotColumn) c = test_nullable (cells[2], 4);
  g_autoptr (MarmotColumn) d = test_nullable (cells[3], 4);
  g_autoptr (MarmotColumn) key = marmot_column_new_double (keys, 4);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_column (key, NULL);
  g_autoptr (MarmotTable) rows = marmot_paired_proportions_column (a, b, c, d, NULL, NULL);
  g_autoptr (MarmotTable) sums = marmot_paired_proportions_grouped (a, b, c, d, groups, NULL, NULL);
  g_autoptr (MarmotContrast) whole = marmot_paired_proportions (36, 2, 12, 0, NULL, NULL);

  cr_assert (test_result (sums, "lower", 0) == marmot_contrast_get_lower (whole));
  cr_assert (test_result (sums, "p_value", 0) == marmot_contrast_get_p_value (whole));
  cr_assert (test_status_is (sums, "status", 1, MARMOT_STATUS_NEGATIVE_COUNT));
  cr_assert (test_status_is (sums, "status", 2, MARMOT_STATUS_MISSING));
  cr_assert (test_result (rows, "value", 0) == 4.0 / 16);
  cr_assert (test_status_is (rows, "status", 2, MARMOT_STATUS_NEGATIVE_COUNT));
  cr_assert (test_status_is (rows, "status", 3, MARMOT_STATUS_MISSING));
}
