/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "numeric/power.h"
#include "numeric/special.h"
#include "support/figures.h"

static MarmotTable *
row_of (const char *const *names,
        const double *numbers,
        gsize n)
{
  const double *columns[8];

  for (gsize i = 0; i < n; i++)
    columns[i] = &numbers[i];
  return test_figures (names, columns, 1);
}

Test (power, smallest_changes_agree_with_the_peer)
{
  const char *const names[][4] = { { "proportion", "n_1", "n_2", NULL }, { "rate", "years_1", "years_2", NULL } };
  const char *const from[] = { "figure", "size_1", "size_2" };
  g_autoptr (TestTable) expected = test_table_load ("gaps/detectable.csv");
  guint n_none = 0;

  for (guint line = 0; line < expected->rows->len; line++)
    {
      int kind = (int) test_table_number (expected, line, "kind");
      double numbers[3];
      g_autoptr (MarmotTable) figures = NULL;
      g_autoptr (MarmotPowerOptions) options
        = marmot_power_options_new (test_table_number (expected, line, "alpha"), test_table_number (expected, line, "power"), 1);
      g_autoptr (MarmotTable) result = NULL;

      for (int i = 0; i < 3; i++)
        numbers[i] = test_table_number (expected, line, from[i]);
      figures = row_of (names[kind], numbers, 3);
      result = marmot_detectable_changes (figures, options, NULL);
      cr_assert (test_near (test_result (result, "fall_to", 0), test_table_number (expected, line, "fall_to"), 1e-9),
                 "line %u: %.17g", line + 2, test_result (result, "fall_to", 0));
      cr_assert (test_near (test_result (result, "rise_to", 0), test_table_number (expected, line, "rise_to"), 1e-9),
                 "line %u: %.17g", line + 2, test_result (result, "rise_to", 0));
      n_none += isnan (test_result (result, "fall", 0));
    }
  cr_assert (n_none > 3);
}

Test (power, sizes_agree_with_the_peer)
{
  const char *const names[][4] = { { "proportion_1", "proportion_2", "ratio", NULL }, { "rate_1", "rate_2", "ratio", NULL } };
  const char *const from[] = { "figure_1", "figure_2", "ratio" };
  g_autoptr (TestTable) expected = test_table_load ("gaps/needed.csv");

  for (guint line = 0; line < expected->rows->len; line++)
    {
      int kind = (int) test_table_number (expected, line, "kind");
      double numbers[3];
      double size = test_table_number (expected, line, "size");
      g_autoptr (MarmotTable) figures = NULL;
      g_autoptr (MarmotPowerOptions) options
        = marmot_power_options_new (test_table_number (expected, line, "alpha"), test_table_number (expected, line, "power"), 1);
      g_autoptr (MarmotTable) result = NULL;

      for (int i = 0; i < 3; i++)
        numbers[i] = test_table_number (expected, line, from[i]);
      figures = row_of (names[kind], numbers, 3);
      result = marmot_needed_sizes (figures, options, NULL);
      cr_assert (test_near (test_result (result, kind ? "years_1" : "n_1", 0), size, 1e-9), "line %u", line + 2);
      cr_assert (test_near (test_result (result, kind ? "years_2" : "n_2", 0), size * numbers[2], 1e-9));
      if (kind)
        cr_assert (test_near (test_result (result, "events_1", 0), size * numbers[0], 1e-9));
    }
}

Test (power, factors_agree_with_the_peer)
{
  g_autoptr (TestTable) expected = test_table_load ("gaps/factor.csv");

  for (guint line = 0; line < expected->rows->len; line++)
    {
      g_autoptr (MarmotPowerOptions) options
        = marmot_power_options_new (test_table_number (expected, line, "alpha"), test_table_number (expected, line, "power"), 1);

      cr_assert (test_near (marmot_detectable_gap (3, 4, options, NULL), 5 * test_table_number (expected, line, "factor"),
                            1e-11));
    }
}

/* What is asked for of a change is the place where it is detectable. */
Test (power, sizes_and_changes_are_inverse)
{
  const double numbers[] = { 12, 800, 800 };
  const char *const names[] = { "proportion", "n_1", "n_2", NULL };
  const char *const backwards[] = { "proportion_1", "proportion_2", NULL };
  g_autoptr (MarmotPowerOptions) options = marmot_power_options_new (0.05, 0.8, 100);
  g_autoptr (MarmotTable) figures = row_of (names, numbers, 3);
  g_autoptr (MarmotTable) result = marmot_detectable_changes (figures, options, NULL);
  double back[] = { 12, 0 };
  g_autoptr (MarmotTable) changes = NULL;
  g_autoptr (MarmotTable) sizes = NULL;
  g_autoptr (MarmotColumn) words = marmot_table_get_column_by_name (result, "words");
  g_autofree char *text = marmot_column_get_text (words, 0);

  back[1] = test_result (result, "rise_to", 0);
  changes = row_of (backwards, back, 2);
  sizes = marmot_needed_sizes (changes, options, NULL);
  cr_assert (test_near (test_result (sizes, "n_1", 0), 800, 1e-9), "%.17g", test_result (sizes, "n_1", 0));
  cr_assert_str_eq (text, "The figure would have to fall by 4.18 or rise by 4.92 to be likely to be told from "
                          "chance; less may well pass for noise (two-sided test at 5%, power 80%).", "%s", text);
}

/* Nobody counts 37.0 people. */
Test (power, counts_whole_people)
{
  const char *const names[] = { "proportion_1", "proportion_2", NULL };
  const double numbers[] = { 0.2, 0.55 };
  g_autoptr (MarmotTable) figures = row_of (names, numbers, 2);
  g_autoptr (MarmotTable) sizes = marmot_needed_sizes (figures, NULL, NULL);
  g_autoptr (MarmotColumn) words = marmot_table_get_column_by_name (sizes, "words");
  g_autofree char *text = marmot_column_get_text (words, 0);

  cr_assert_str_eq (text, "To tell this change from chance takes 29 people in the earlier period and 29 in the later "
                          "(two-sided test at 5%, power 80%).", "%s", text);
}

/* Four times the size halves what can be told of a gap. */
Test (power, of_gaps)
{
  const char *const names[] = { "gap_se_1", "change", NULL };
  const double numbers[] = { 3, 4 };
  g_autoptr (MarmotTable) figures = row_of (names, numbers, 2);
  g_autoptr (MarmotTable) sizes = marmot_needed_sizes (figures, NULL, NULL);
  g_autoptr (MarmotTable) changes = marmot_detectable_changes (figures, NULL, NULL);
  double detectable = marmot_detectable_gap (3, 3, NULL, NULL);
  double factor = test_result (sizes, "factor", 0);

  cr_assert (test_near (test_result (changes, "rise", 0), detectable, 1e-14));
  cr_assert (test_near (factor, (detectable / 4) * (detectable / 4), 1e-13));
  cr_assert (test_near (marmot_detectable_gap (3 / sqrt (factor), 3 / sqrt (factor), NULL, NULL), 4, 1e-12));
}

/* At the change that is found, the power is what was asked for. */
Test (power, is_what_was_asked_for)
{
  const double p[] = { 0.01, 0.3, 0.97 }, n[] = { 900, 900, 900 };
  double fall[3], rise[3];
  uint8_t status[3] = { 0 };
  double z = mn_normal_quantile_upper (0.025);

  mn_detectable (MN_POWER_PROPORTION, p, n, n, 3, z, 0.8, fall, rise, status);
  for (int i = 0; i < 3; i++)
    {
      cr_assert (isnan (fall[i]) || test_near (mn_power (MN_POWER_PROPORTION, p[i], 900, fall[i], 900, z), 0.8, 1e-10));
      cr_assert (isnan (rise[i]) || test_near (mn_power (MN_POWER_PROPORTION, p[i], 900, rise[i], 900, z), 0.8, 1e-10));
    }
  cr_assert (!isnan (rise[0]) && !isnan (fall[1]) && !isnan (rise[1]));
}

Test (power, bad_rows_have_a_status_and_the_rest_is_computed)
{
  const double nan = (double) NAN;
  const char *const names[] = { "proportion", "n_1", "n_2", NULL };
  const double p[] = { 0.2, nan, -0.1, 1.2, 0.2, (double) INFINITY };
  const double n[] = { 100, 100, 100, 100, 0, 100 };
  const double *columns[] = { p, n, n };
  const MarmotStatus status[] = { MARMOT_STATUS_OK, MARMOT_STATUS_MISSING, MARMOT_STATUS_NEGATIVE_COUNT,
                                  MARMOT_STATUS_COUNT_OVER_DENOMINATOR, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE,
                                  MARMOT_STATUS_NOT_FINITE };
  const char *const sizes[] = { "proportion_1", "proportion_2", NULL };
  const double same[] = { 0.2, 0.2 };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 6);
  g_autoptr (MarmotTable) result = marmot_detectable_changes (figures, NULL, NULL);
  g_autoptr (MarmotTable) none = row_of (sizes, same, 2);
  g_autoptr (MarmotTable) needed = marmot_needed_sizes (none, NULL, NULL);
  g_autoptr (MarmotColumn) words = marmot_table_get_column_by_name (result, "words");

  for (gsize i = 0; i < 6; i++)
    {
      cr_assert (test_status_is (result, "status", i, status[i]));
      cr_assert (marmot_column_is_null (words, i) == (i > 0));
    }
  cr_assert (test_status_is (needed, "status", 0, MARMOT_STATUS_OUT_OF_REACH));
}

Test (power, options_are_checked)
{
  const double wrong[][3] = { { 0, 0.8, 1 }, { 0.05, 1, 1 }, { 0.05, 0.01, 1 }, { 0.05, 0.8, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (MarmotPowerOptions) options = marmot_power_options_new (wrong[i][0], wrong[i][1], wrong[i][2]);
      g_autoptr (GError) error = NULL;

      cr_assert (isnan (marmot_detectable_gap (1, 1, options, &error)));
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    }
}

Test (power, of_one_figure_is_a_row)
{
  const char *const names[][4] = { { "proportion", "n_1", "n_2", NULL }, { "rate", "years_1", "years_2", NULL } };
  const double figure[] = { 0.3, 0.01 }, first = 800, second = 900;

  for (int kind = 0; kind < 2; kind++)
    {
      const double *const all[] = { &figure[kind], &first, &second };
      g_autoptr (MarmotTable) row = test_figures (names[kind], all, 1);
      g_autoptr (MarmotTable) changes = marmot_detectable_changes (row, NULL, NULL);
      double fall, rise;
      GError *error = NULL;

      cr_assert (kind == 0 ? marmot_detectable_proportion (0.3, 800, 900, NULL, &fall, &rise, NULL)
                           : marmot_detectable_rate (0.01, 800, 900, NULL, &fall, &rise, NULL));
      cr_assert (rise == test_result (changes, "rise", 0) && rise > 0);
      cr_assert (fall == test_result (changes, "fall", 0) || (isnan (fall) && isnan (test_result (changes, "fall", 0))));
      cr_assert (!(kind == 0 ? marmot_detectable_proportion (1.5, 800, 900, NULL, &fall, &rise, &error)
                             : marmot_detectable_rate (-1, 800, 900, NULL, &fall, &rise, &error)));
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA) && isnan (rise));
      g_clear_error (&error);
    }
}

Test (power, the_size_for_one_change_is_a_row)
{
  const char *const names[][4] = { { "proportion_1", "proportion_2", "ratio", NULL }, { "rate_1", "rate_2", "ratio", NULL } };
  const char *const sizes[][2] = { { "n_1", "n_2" }, { "years_1", "years_2" } };
  const double figure_1[] = { 0.3, 0.01 }, figure_2[] = { 0.25, 0.02 }, ratio = 1.5;
  const char *const gap_names[] = { "gap_se_1", "gap_se_2", "change", NULL };
  const double se_1 = 2, se_2 = 3, change = 1;
  const double *const gap[] = { &se_1, &se_2, &change };
  g_autoptr (MarmotTable) gap_row = test_figures (gap_names, gap, 1);
  g_autoptr (MarmotTable) gap_needed = marmot_needed_sizes (gap_row, NULL, NULL);
  GError *error = NULL;

  for (int kind = 0; kind < 2; kind++)
    {
      const double *const all[] = { &figure_1[kind], &figure_2[kind], &ratio };
      g_autoptr (MarmotTable) row = test_figures (names[kind], all, 1);
      g_autoptr (MarmotTable) needed = marmot_needed_sizes (row, NULL, NULL);
      double first, second;

      cr_assert (kind == 0 ? marmot_needed_people (figure_1[0], figure_2[0], ratio, NULL, &first, &second, NULL)
                           : marmot_needed_years (figure_1[1], figure_2[1], ratio, NULL, &first, &second, NULL));
      cr_assert (first == test_result (needed, sizes[kind][0], 0) && first > 1);
      cr_assert (second == test_result (needed, sizes[kind][1], 0) && second > first);
      /* No size tells figures apart that are the same. */
      cr_assert (!(kind == 0 ? marmot_needed_people (0.3, 0.3, ratio, NULL, &first, &second, &error)
                             : marmot_needed_years (0.3, 0.3, ratio, NULL, &first, &second, &error)));
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA) && isnan (first) && isnan (second));
      g_clear_error (&error);
    }

  cr_assert (marmot_needed_factor (se_1, se_2, change, NULL, NULL) == test_result (gap_needed, "factor", 0));
  cr_assert (isnan (marmot_needed_factor (se_1, se_2, 0, NULL, &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  g_clear_error (&error);
}
