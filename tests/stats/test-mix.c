/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/figures.h"

static const char *const columns[] = { "rank", "estimate_1", "se_1", "population_1", "estimate_2", "se_2", "population_2",
                                       NULL };

static const char *
ending (const char *part)
{
  if (g_str_equal (part, "earlier"))
    return "1";
  return g_str_equal (part, "later") ? "2" : part;
}

Test (mix, agrees_with_the_reference)
{
  g_autoptr (TestTable) groups = test_table_load ("gaps/groups.csv");
  g_autoptr (TestTable) expected = test_table_load ("gaps/mix.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (groups, columns, columns);
  g_autoptr (MarmotGroups) areas = test_groups_of (groups, "area");
  g_autofree double *ids = test_table_numbers (groups, "area");
  g_autofree double *better = test_table_numbers (groups, "more_is_better");
  g_autoptr (MarmotGapOptions) more = marmot_gap_options_new (NULL, TRUE);
  g_autoptr (MarmotTable) of_less = marmot_mix_changes (figures, areas, NULL, NULL);
  g_autoptr (MarmotTable) of_more = marmot_mix_changes (figures, areas, more, NULL);

  for (guint line = 0; line < expected->rows->len; line++)
    {
      double area = test_table_number (expected, line, "area");
      const char *measure = test_table_text (expected, line, "measure");
      g_autofree char *name = g_strconcat (measure, "_", ending (test_table_text (expected, line, "part")), NULL);
      g_autofree char *upper = g_strconcat (name, "_upper", NULL);
      gsize row = test_group_row (areas, area), first = 0;
      MarmotTable *result;
      double value, limit;

      while (ids[first] != area)
        first++;
      result = better[first] > 0 ? of_more : of_less;
      value = test_result (result, name, row);
      limit = test_result (result, upper, row);
      if (g_str_equal (measure, "ratio"))
        {
          value = log (value);
          limit = log (limit);
        }
      cr_assert (fabs (value - test_table_number (expected, line, "value"))
                   <= 1e-10 * (1 + fabs (test_table_number (expected, line, "value"))),
                 "line %u: %.17g", line + 2, value);
      cr_assert (fabs ((limit - value) / 1.959963984540054 - test_table_number (expected, line, "se"))
                   <= 1e-9 * (1 + test_table_number (expected, line, "se")),
                 "line %u: %.17g", line + 2, limit);
    }
}

static void
check_sums (const MarmotTable *result,
            gsize row)
{
  const char *const names[] = { "mean", "slope" };

  for (gsize m = 0; m < 2; m++)
    {
      g_autofree char *change = g_strconcat (names[m], "_change", NULL);
      g_autofree char *figures = g_strconcat (names[m], "_figures", NULL);
      g_autofree char *mix = g_strconcat (names[m], "_mix", NULL);

      cr_assert (fabs (test_result (result, change, row) - test_result (result, figures, row) - test_result (result, mix, row))
                 < 1e-12);
    }
  cr_assert (test_near (test_result (result, "ratio_figures", row) * test_result (result, "ratio_mix", row),
                        test_result (result, "ratio_change", row), 1e-13));
}

Test (mix, parts_add_up)
{
  g_autoptr (TestTable) groups = test_table_load ("gaps/groups.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (groups, columns, columns);
  g_autoptr (MarmotGroups) areas = test_groups_of (groups, "area");
  g_autofree double *ids = test_table_numbers (groups, "area");
  g_autoptr (MarmotTable) result = marmot_mix_changes (figures, areas, NULL, NULL);
  g_autoptr (MarmotTable) rows = marmot_mix_contributions (figures, areas, NULL, NULL);
  const char *const parts[] = { "mean_figures", "mean_mix", "slope_figures", "slope_mix" };

  for (gsize k = 0; k < marmot_groups_get_n_groups (areas); k++)
    check_sums (result, k);
  for (gsize p = 0; p < G_N_ELEMENTS (parts); p++)
    for (gsize k = 0; k < marmot_groups_get_n_groups (areas); k++)
      {
        double sum = 0;

        for (gsize i = 0; i < groups->rows->len; i++)
          if (test_group_row (areas, ids[i]) == k)
            sum += test_result (rows, parts[p], i);
        cr_assert (fabs (sum - test_result (result, parts[p], k)) < 1e-11, "%s of %zu", parts[p], k);
      }
}

/* Backwards in time all parts change their signs. */
Test (mix, swapping_the_periods_swaps_the_signs)
{
  const char *const swapped[] = { "rank", "estimate_2", "se_2", "population_2", "estimate_1", "se_1", "population_1", NULL };
  g_autoptr (TestTable) groups = test_table_load ("gaps/groups.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (groups, columns, columns);
  g_autoptr (MarmotTable) others = test_figures_of (groups, columns, swapped);
  g_autoptr (MarmotGroups) areas = test_groups_of (groups, "area");
  g_autoptr (MarmotTable) there = marmot_mix_changes (figures, areas, NULL, NULL);
  g_autoptr (MarmotTable) back = marmot_mix_changes (others, areas, NULL, NULL);
  const char *const parts[] = { "mean_change", "mean_figures", "mean_mix", "slope_change", "slope_figures", "slope_mix" };

  for (gsize k = 0; k < marmot_groups_get_n_groups (areas); k++)
    for (gsize p = 0; p < G_N_ELEMENTS (parts); p++)
      cr_assert (fabs (test_result (there, parts[p], k) + test_result (back, parts[p], k)) < 1e-12);
}

/* The same people: nothing is of the mix. The same figures: all of it is. */
Test (mix, of_one_part_alone)
{
  const double rank[] = { 1, 2, 3 }, y[] = { 30, 20, 10 }, z[] = { 28, 20, 8 }, se[] = { 1, 1, 1 };
  const double n[] = { 100, 100, 100 }, m[] = { 50, 100, 200 };
  const double *same_people[] = { rank, y, se, n, z, se, n };
  const double *same_figures[] = { rank, y, se, n, y, se, m };
  g_autoptr (MarmotTable) a = test_figures (columns, same_people, 3);
  g_autoptr (MarmotTable) b = test_figures (columns, same_figures, 3);
  g_autoptr (MarmotTable) of_figures = marmot_mix_changes (a, NULL, NULL, NULL);
  g_autoptr (MarmotTable) of_mix = marmot_mix_changes (b, NULL, NULL, NULL);

  cr_assert (test_result (of_figures, "mean_mix", 0) == 0);
  cr_assert (test_result (of_figures, "slope_mix", 0) == 0);
  cr_assert (test_result (of_mix, "mean_figures", 0) == 0);
  cr_assert (test_result (of_mix, "slope_figures", 0) == 0);
  cr_assert (test_near (test_result (of_mix, "mean_change", 0), (1500 + 2000 + 2000) / 350.0 - 20, 1e-13));
  cr_assert (test_near (test_result (of_mix, "slope_held", 0), test_result (of_mix, "slope_1", 0), 1e-14));
}

Test (mix, bad_rows_void_their_area_alone)
{
  const double nan = (double) NAN;
  const double area[] = { 1, 1, 2, 2, 3, 3, 4, 4 };
  const double rank[] = { 1, 2, 1, 2, 1, 2, 1, 2 }, y[] = { 3, 2, nan, 2, 3, 2, 3, -2 };
  const double se[] = { 1, 1, 1, 1, 1, 1, 1, 1 };
  const double n[] = { 9, 9, 9, 9, 0, 0, 9, 9 };
  const double *all[] = { rank, y, se, n, y, se, n };
  g_autoptr (MarmotColumn) key = marmot_column_new_double (area, 8);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_column (key, NULL);
  g_autoptr (MarmotTable) figures = test_figures (columns, all, 8);
  g_autoptr (MarmotGapOptions) options = g_object_new (MARMOT_TYPE_GAP_OPTIONS, "edition-1", "imd-2015", "edition-2",
                                                       "imd-2019", NULL);
  g_autoptr (MarmotTable) result = marmot_mix_changes (figures, groups, options, NULL);
  g_autoptr (MarmotColumn) comparable = marmot_table_get_column_by_name (result, "comparable");

  cr_assert (test_status_is (result, "mean_status", 0, MARMOT_STATUS_OK));
  cr_assert (test_status_is (result, "mean_status", 1, MARMOT_STATUS_MISSING));
  cr_assert (test_status_is (result, "mean_status", 2, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE));
  cr_assert (test_status_is (result, "ratio_status", 3, MARMOT_STATUS_FIGURE_NOT_POSITIVE));
  cr_assert (test_status_is (result, "slope_status", 3, MARMOT_STATUS_OK));
  cr_assert (!marmot_column_get_boolean (comparable, 0));
}

/* Rows say more than the options, and one row of another edition is enough. */
Test (mix, editions_are_told_row_by_row)
{
  const char *const names[] = { "area", "rank", "estimate_1", "population_1", "estimate_2", "population_2", "edition_1",
                                "edition_2", NULL };
  const char *const earlier[] = { "imd-2019", "imd-2019", "imd-2019", "imd-2019", "imd-2015", "imd-2019", NULL };
  const char *const later[] = { "imd-2019", "imd-2019", "imd-2025", "imd-2025", "imd-2019", "imd-2019", NULL };
  const double area[] = { 1, 1, 2, 2, 3, 3 }, rank[] = { 1, 2, 1, 2, 1, 2 }, y[] = { 3, 2, 3, 2, 3, 2 };
  const double n[] = { 9, 9, 9, 9, 9, 9 };
  const double *const numbers[] = { area, rank, y, n, y, n };
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (MarmotGapOptions) options = g_object_new (MARMOT_TYPE_GAP_OPTIONS, "edition-1", "imd-2015", "edition-2",
                                                       "imd-2019", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_ptr_array_add (made, marmot_column_new_double (numbers[i], 6));
  g_ptr_array_add (made, marmot_column_new_text (earlier));
  g_ptr_array_add (made, marmot_column_new_text (later));
  figures = marmot_table_new (names, (MarmotColumn **) made->pdata, made->len, NULL);
  groups = marmot_groups_new_from_column (made->pdata[0], NULL);
  for (int with = 0; with < 2; with++)
    {
      g_autoptr (MarmotTable) areas = marmot_mix_changes (figures, groups, with ? options : NULL, NULL);
      g_autoptr (MarmotTable) rows = marmot_mix_contributions (figures, groups, with ? options : NULL, NULL);
      g_autoptr (MarmotColumn) of_areas = marmot_table_get_column_by_name (areas, "comparable");
      g_autoptr (MarmotColumn) of_rows = marmot_table_get_column_by_name (rows, "comparable");
      g_autoptr (MarmotColumn) reasons = marmot_table_get_column_by_name (areas, "reason");

      cr_assert (marmot_column_get_boolean (of_areas, 0) && marmot_column_is_null (reasons, 0));
      cr_assert (!marmot_column_get_boolean (of_areas, 1) && !marmot_column_is_null (reasons, 1));
      cr_assert (!marmot_column_get_boolean (of_areas, 2));
      for (gsize i = 0; i < 6; i++)
        cr_assert (marmot_column_get_boolean (of_rows, i) == (i < 2));
    }
}
