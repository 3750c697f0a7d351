/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/figures.h"

static const char *const columns[] = { "disadvantaged_count", "disadvantaged_n", "others_count", "others_n", NULL };

Test (attainment, agrees_with_the_peer)
{
  g_autoptr (TestTable) expected = test_table_load ("gaps/attainment.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (expected, columns, columns);
  g_autoptr (MarmotTable) result = marmot_attainment_gaps (figures, NULL, NULL);
  const char *const names[] = { "gap", "gap_lower", "gap_upper", "gap_se", "ratio", "ratio_log_se", "odds_ratio",
                                "odds_ratio_log_se", "standardised", "standardised_se" };
  guint n_none = 0;

  for (guint row = 0; row < expected->rows->len; row++)
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
      {
        double value = test_result (result, names[i], row);

        n_none += isnan (value);
        cr_assert (test_near (value, test_table_number (expected, row, names[i]), 1e-11), "%s of row %u: %.17g", names[i],
                   row, value);
      }
  cr_assert (n_none > 10);
}

/* Who reached the level and who did not are one thing: signs aside, nothing changes but
 * the ratio of shares. */
Test (attainment, does_not_depend_on_which_side_is_counted)
{
  const double x1 = 30, n1 = 80, x2 = 150, n2 = 250, y1 = 50, y2 = 100;
  const double *up[] = { &x1, &n1, &x2, &n2 };
  const double *down[] = { &y1, &n1, &y2, &n2 };
  g_autoptr (MarmotTable) reached = test_figures (columns, up, 1);
  g_autoptr (MarmotTable) missed = test_figures (columns, down, 1);
  g_autoptr (MarmotTable) a = marmot_attainment_gaps (reached, NULL, NULL);
  g_autoptr (MarmotTable) b = marmot_attainment_gaps (missed, NULL, NULL);

  cr_assert (test_near (test_result (a, "gap", 0), -test_result (b, "gap", 0), 1e-13));
  cr_assert (test_near (test_result (a, "gap_lower", 0), -test_result (b, "gap_upper", 0), 1e-12));
  cr_assert (test_near (test_result (a, "odds_ratio", 0) * test_result (b, "odds_ratio", 0), 1, 1e-13));
  cr_assert (test_near (test_result (a, "standardised_upper", 0), -test_result (b, "standardised_lower", 0), 1e-12));
  cr_assert (test_near (test_result (a, "standardised_logit", 0),
                        log (test_result (a, "odds_ratio", 0)) * sqrt (3) / G_PI, 1e-13));
  cr_assert (test_result (a, "disadvantaged", 0) == 37.5 && test_result (a, "others", 0) == 60);
}

/* Scores normal with one spread, a third of it apart: points depend on the level, and the
 * standardised gap does not. */
Test (attainment, standardised_does_not_depend_on_the_level)
{
  /* Of a million each: how many normal scores are above -1, 0, 1 and 2, and those above
   * the same levels of scores that are half a standard deviation lower. */
  const double others[] = { 841345, 500000, 158655, 22750 };
  const double lower[] = { 691462, 308538, 66807, 6210 };
  const double n[] = { 1e6, 1e6, 1e6, 1e6 };
  const double *in[] = { lower, n, others, n };
  g_autoptr (MarmotTable) figures = test_figures (columns, in, 4);
  g_autoptr (MarmotTable) result = marmot_attainment_gaps (figures, NULL, NULL);

  for (gsize i = 0; i < 4; i++)
    cr_assert (fabs (test_result (result, "standardised", i) - 0.5) < 1e-4, "%g", test_result (result, "standardised", i));
  cr_assert (test_result (result, "gap", 1) > 10 * test_result (result, "gap", 3));
}

static const char *const two_years[] = { "disadvantaged_count_1", "disadvantaged_n_1", "others_count_1", "others_n_1",
                                         "disadvantaged_count_2", "disadvantaged_n_2", "others_count_2", "others_n_2",
                                         NULL };

/* The change is that of the gaps of both years, by way of their standard errors. */
Test (attainment, changes_are_those_of_the_gaps)
{
  const double numbers[] = { 30, 80, 150, 250, 45, 90, 160, 260 };
  const double *all[8];
  const double *first[] = { &numbers[0], &numbers[1], &numbers[2], &numbers[3] };
  const double *second[] = { &numbers[4], &numbers[5], &numbers[6], &numbers[7] };
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotTable) figures_1 = test_figures (columns, first, 1);
  g_autoptr (MarmotTable) figures_2 = test_figures (columns, second, 1);
  g_autoptr (MarmotTable) a = marmot_attainment_gaps (figures_1, NULL, NULL);
  g_autoptr (MarmotTable) b = marmot_attainment_gaps (figures_2, NULL, NULL);
  g_autoptr (MarmotTable) result = NULL;
  const char *const measures[][4] = { { "gap", "gap_se", "change", "change_p_value" },
                                      { "standardised", "standardised_se", "standardised_change",
                                        "standardised_change_p_value" } };

  for (int i = 0; i < 8; i++)
    all[i] = &numbers[i];
  figures = test_figures (two_years, all, 1);
  result = marmot_attainment_changes (figures, NULL, NULL);
  for (gsize m = 0; m < 2; m++)
    {
      g_autoptr (MarmotGapChange) change
        = marmot_gap_change_new_from_gaps (test_result (a, measures[m][0], 0), test_result (a, measures[m][1], 0),
                                           test_result (b, measures[m][0], 0), test_result (b, measures[m][1], 0), NULL,
                                           NULL);

      cr_assert (test_near (test_result (result, measures[m][2], 0),
                            test_result (b, measures[m][0], 0) - test_result (a, measures[m][0], 0), 1e-12));
      cr_assert (test_near (test_result (result, measures[m][3], 0), marmot_gap_change_get_p_value (change, FALSE), 1e-12));
    }
  cr_assert (test_near (test_result (result, "ratio_change", 0),
                        test_result (b, "odds_ratio", 0) / test_result (a, "odds_ratio", 0), 1e-12));
}

/* Classes of five, of whom nobody or everybody reached the level, are not certain. */
Test (attainment, of_nobody_and_of_everybody_is_not_certain)
{
  static const char *const two[] = { "disadvantaged_count_1", "disadvantaged_n_1", "others_count_1", "others_n_1",
                                     "disadvantaged_count_2", "disadvantaged_n_2", "others_count_2", "others_n_2", NULL };
  static const char *const years[] = { "time", "disadvantaged_count", "disadvantaged_n", "others_count", "others_n", NULL };
  const double none[] = { 0, 5 }, all[] = { 5, 5 }, five[] = { 5, 5 }, time[] = { 2023, 2024 };
  const double *change[] = { none, five, all, five, all, five, all, five };
  const double *trend[] = { time, none, five, all, five };
  g_autoptr (MarmotTable) of_two = test_figures (two, change, 1);
  g_autoptr (MarmotTable) of_years = test_figures (years, trend, 2);
  g_autoptr (MarmotTable) changes = marmot_attainment_changes (of_two, NULL, NULL);
  g_autoptr (MarmotTable) trends = marmot_attainment_trends (of_years, NULL, NULL, NULL);
  double variance = 0.5 / 6 * (5.5 / 6) / 5;

  /* From 0 of 5 beside 5 of 5 to 5 of 5 in both groups. */
  cr_assert (test_result (changes, "change", 0) == -100);
  cr_assert (test_near (test_result (changes, "change_statistic", 0), -1 / sqrt (4 * variance), 1e-13));
  cr_assert (test_near (test_result (trends, "slope_statistic", 0), -1 / sqrt (4 * variance), 1e-9));
}


Test (attainment, trends_of_two_years_are_the_change)
{
  const char *const names[] = { "time", "disadvantaged_count", "disadvantaged_n", "others_count", "others_n", NULL };
  const double time[] = { 2019, 2023 }, x1[] = { 30, 45 }, n1[] = { 80, 90 }, x2[] = { 150, 160 }, n2[] = { 250, 260 };
  const double *in[] = { time, x1, n1, x2, n2 };
  const double *wide[] = { x1, n1, x2, n2, x1 + 1, n1 + 1, x2 + 1, n2 + 1 };
  g_autoptr (MarmotTable) figures = test_figures (names, in, 2);
  g_autoptr (MarmotTable) two = test_figures (two_years, wide, 1);
  g_autoptr (MarmotTable) trend = marmot_attainment_trends (figures, NULL, NULL, NULL);
  g_autoptr (MarmotTable) change = marmot_attainment_changes (two, NULL, NULL);

  cr_assert (test_near (4 * test_result (trend, "slope", 0), test_result (change, "change", 0), 1e-12));
  cr_assert (test_near (4 * test_result (trend, "standardised_slope", 0), test_result (change, "standardised_change", 0),
                        1e-12));
  cr_assert (test_near (test_result (trend, "standardised_slope_p_narrowed", 0),
                        test_result (change, "standardised_change_p_narrowed", 0), 1e-11));
  cr_assert (test_near (exp (4 * test_result (trend, "log_slope", 0)), test_result (change, "ratio_change", 0), 1e-12));
}

Test (attainment, bad_rows_have_a_status_and_the_rest_is_computed)
{
  const double nan = (double) NAN;
  const double x1[] = { 30, nan, -1, 90, 0, 30 }, n1[] = { 80, 80, 80, 80, 80, 0 };
  const double x2[] = { 50, 50, 50, 50, 50, 50 }, n2[] = { 80, 80, 80, 80, 80, 80 };
  const double *in[] = { x1, n1, x2, n2 };
  const MarmotStatus status[] = { MARMOT_STATUS_OK, MARMOT_STATUS_MISSING, MARMOT_STATUS_NEGATIVE_COUNT,
                                  MARMOT_STATUS_COUNT_OVER_DENOMINATOR, MARMOT_STATUS_OK,
                                  MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE };
  g_autoptr (MarmotTable) figures = test_figures (columns, in, 6);
  g_autoptr (MarmotTable) result = marmot_attainment_gaps (figures, NULL, NULL);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < 6; i++)
    {
      cr_assert (test_status_is (result, "status", i, status[i]));
      cr_assert (isnan (test_result (result, "gap_upper", i)) == (status[i] != MARMOT_STATUS_OK));
      cr_assert (test_status_is (result, "relative_status", i, i == 4 ? MARMOT_STATUS_NOT_DEFINED : status[i]));
    }
  cr_assert (marmot_attainment_changes (figures, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

Test (attainment, one_gap_is_a_row)
{
  const double numbers[4] = { 120, 300, 560, 900 };
  const double *const all[] = { &numbers[0], &numbers[1], &numbers[2], &numbers[3] };
  const double levels[] = { 0.95, 0.998 };
  g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();
  g_autoptr (MarmotGapOptions) options = NULL;
  g_autoptr (MarmotTable) figures = test_figures (columns, all, 1);
  g_autoptr (MarmotTable) gaps = NULL;
  g_autoptr (MarmotEstimate) gap = NULL;
  g_autoptr (MarmotEstimate) none = marmot_attainment_gap (-1, 300, 5, 9, NULL, NULL);
  double confidence, lower, upper;

  cr_assert (marmot_interval_options_set_levels (interval, levels, 2, NULL));
  options = g_object_new (MARMOT_TYPE_GAP_OPTIONS, "interval", interval, NULL);
  gaps = marmot_attainment_gaps (figures, options, NULL);
  gap = marmot_attainment_gap (120, 300, 560, 900, options, NULL);
  cr_assert (marmot_estimate_get_value (gap) == test_result (gaps, "gap", 0));
  cr_assert (marmot_estimate_get_method (gap) == MARMOT_METHOD_NEWCOMBE);
  cr_assert (marmot_estimate_get_level (gap, 1, &confidence, &lower, &upper) && confidence == 0.998);
  cr_assert (lower == test_result (gaps, "gap_lower_99.8", 0) && upper == test_result (gaps, "gap_upper_99.8", 0));
  cr_assert (marmot_estimate_get_status (none) == MARMOT_STATUS_NEGATIVE_COUNT && isnan (marmot_estimate_get_value (none)));
}
