/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>

#include "numeric/waves.h"
#include "support/figures.h"

static MarmotSurveyShare *
share_of (double count,
          double respondents,
          double design_effect,
          double population)
{
  g_autoptr (MarmotSurveyOptions) options = g_object_new (MARMOT_TYPE_SURVEY_OPTIONS, "design-effect", design_effect,
                                                          "population", population, NULL);

  return marmot_survey_share_new (count, respondents, options, NULL);
}

static MarmotContrast *
change_of (MarmotSurveyShare *first,
           MarmotSurveyShare *second,
           double overlap,
           double correlation)
{
  g_autoptr (GError) error = NULL;
  MarmotContrast *change = marmot_survey_change (first, second, overlap, correlation, &error);

  g_assert_no_error (error);
  return change;
}

/* Of plain surveys of different people: Newcombe's limits and Pearson's chi-squared, as two
 * proportions have them, and statsmodels' test. */
Test (survey_change, of_plain_surveys_is_the_difference_of_two_proportions)
{
  g_autoptr (TestTable) table = test_table_load ("waves.csv");

  for (guint row = 0; row < table->rows->len; row++)
    {
      double x1 = test_table_number (table, row, "x1"), n1 = test_table_number (table, row, "n1");
      double x2 = test_table_number (table, row, "x2"), n2 = test_table_number (table, row, "n2");
      g_autoptr (MarmotSurveyShare) first = share_of (x1, n1, 1, 0);
      g_autoptr (MarmotSurveyShare) second = share_of (x2, n2, 1, 0);
      g_autoptr (MarmotContrast) change = change_of (first, second, 0, 0);
      g_autoptr (MarmotContrast) plain = marmot_proportion_difference (x2, n2, x1, n1, NULL, NULL);

      cr_assert (test_near (marmot_contrast_get_value (change), marmot_contrast_get_value (plain), 1e-12));
      cr_assert_float_eq (marmot_contrast_get_lower (change), marmot_contrast_get_lower (plain), 1e-13);
      cr_assert_float_eq (marmot_contrast_get_upper (change), marmot_contrast_get_upper (plain), 1e-13);
      cr_assert_float_eq (marmot_contrast_get_statistic (change), marmot_contrast_get_statistic (plain), 1e-10);
      cr_assert (test_near (marmot_contrast_get_statistic (change), test_table_number (table, row, "z"), 1e-9));
      cr_assert (test_near (marmot_contrast_get_p_value (change), test_table_number (table, row, "p"), 1e-9));
      cr_assert (marmot_contrast_get_method (change) == MARMOT_METHOD_WAVE_DIFFERENCE);
      cr_assert (marmot_contrast_get_test (change) == MARMOT_METHOD_WAVE_TEST);
    }
}

/* A design widens, a panel that stays alike narrows, and the change itself stays. */
Test (survey_change, knows_designs_and_panels)
{
  g_autoptr (MarmotSurveyShare) first = share_of (120, 300, 1, 0);
  g_autoptr (MarmotSurveyShare) second = share_of (150, 300, 1, 0);
  g_autoptr (MarmotSurveyShare) first_clustered = share_of (120, 300, 2, 0);
  g_autoptr (MarmotSurveyShare) second_clustered = share_of (150, 300, 2, 0);
  g_autoptr (MarmotContrast) plain = change_of (first, second, 0, 0);
  g_autoptr (MarmotContrast) panel = change_of (first, second, 200, 0.6);
  g_autoptr (MarmotContrast) unlike = change_of (first, second, 200, 0);
  g_autoptr (MarmotContrast) clustered = change_of (first_clustered, second_clustered, 0, 0);
  double z = marmot_contrast_get_statistic (plain);

  cr_assert_float_eq (marmot_contrast_get_statistic (clustered), z / sqrt (2), 1e-14);
  /* A correlation of 0.6 x 200 / 300 leaves 0.6 of the variance. */
  cr_assert_float_eq (marmot_contrast_get_statistic (panel), z / sqrt (0.6), 1e-14);
  cr_assert (marmot_contrast_get_lower (panel) > marmot_contrast_get_lower (plain));
  cr_assert (marmot_contrast_get_lower (clustered) < marmot_contrast_get_lower (plain));
  cr_assert (marmot_contrast_get_lower (unlike) == marmot_contrast_get_lower (plain));
  cr_assert (marmot_contrast_get_value (panel) == marmot_contrast_get_value (plain));
}

/* With everybody asked both times nothing is left to chance. */
Test (survey_change, of_everybody)
{
  g_autoptr (MarmotSurveyShare) first = share_of (20, 40, 1, 40);
  g_autoptr (MarmotSurveyShare) second = share_of (21, 42, 1, 42);
  g_autoptr (MarmotSurveyShare) third = share_of (22, 42, 1, 42);
  g_autoptr (MarmotContrast) none = change_of (first, second, 0, 0);
  g_autoptr (MarmotContrast) some = change_of (second, third, 0, 0);

  cr_assert (marmot_contrast_get_p_value (none) == 1 && marmot_contrast_get_lower (none) == 0);
  cr_assert (marmot_contrast_get_p_value (some) == 0 && isnan (marmot_contrast_get_statistic (some)));
  cr_assert_float_eq (marmot_contrast_get_lower (some), 1.0 / 42, 1e-15);
}

Test (survey_change, refuses_what_does_not_fit)
{
  g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();
  g_autoptr (MarmotSurveyOptions) percent = NULL;
  g_autoptr (MarmotSurveyShare) first = share_of (120, 300, 1, 0);
  g_autoptr (MarmotSurveyShare) second = share_of (15, 30, 1, 0);
  g_autoptr (MarmotSurveyShare) other = NULL;
  g_autoptr (MarmotSurveyShare) wrong = share_of (31, 30, 1, 0);
  g_autoptr (MarmotContrast) passed = change_of (first, wrong, 0, 0);
  const double bad[][2] = { { 31, 0 }, { -1, 0 }, { 10, 1.5 }, { 10, (double) NAN } };

  marmot_interval_options_set_multiplier (interval, 100);
  percent = marmot_survey_options_new (interval);
  other = marmot_survey_share_new (15, 30, percent, NULL);
  for (gsize i = 0; i <= G_N_ELEMENTS (bad); i++)
    {
      gboolean of_options = i == G_N_ELEMENTS (bad);
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_survey_change (first, of_options ? other : second, of_options ? 0 : bad[i][0],
                                       of_options ? 0 : bad[i][1], &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    }
  cr_assert (marmot_contrast_get_status (passed) == MARMOT_STATUS_COUNT_OVER_DENOMINATOR);
}

/* The differences that statsmodels finds with a power are those found with that power. */
Test (survey_detectable, agrees_with_the_reference)
{
  g_autoptr (TestTable) table = test_table_load ("waves-power.csv");

  for (guint row = 0; row < table->rows->len; row++)
    {
      double difference = test_table_number (table, row, "difference");
      g_autoptr (GError) error = NULL;
      double found = marmot_survey_detectable (test_table_number (table, row, "share"),
                                               test_table_number (table, row, "n1"),
                                               test_table_number (table, row, "n2"), 0.95,
                                               test_table_number (table, row, "power"), difference > 0, &error);

      g_assert_no_error (error);
      cr_assert_float_eq (found, fabs (difference), 1e-6, "row %u: %.12g", row, found);
    }
}

/* Where nothing varies now; the roots by bisection of the same equation. */
Test (survey_detectable, starts_from_none_and_from_all)
{
  cr_assert (test_near (marmot_survey_detectable (0, 60, 60, 0.95, 0.8, TRUE, NULL), 0.1205349546996636, 1e-12));
  cr_assert (test_near (marmot_survey_detectable (0, 10, 10, 0.95, 0.8, TRUE, NULL), 0.5166683011332384, 1e-12));
  cr_assert (test_near (marmot_survey_detectable (1, 60, 40, 0.95, 0.9, FALSE, NULL), 0.18222279880110137, 1e-12));
}

Test (survey_detectable, needs_no_change_to_find_less_than_chance_does)
{
  cr_assert (marmot_survey_detectable (0.5, 60, 60, 0.95, 0.001, TRUE, NULL) == 0);
}

Test (survey_detectable, says_where_nothing_can_be_found)
{
  g_autoptr (GError) error = NULL;

  cr_assert (isnan (marmot_survey_detectable (0.98, 10, 10, 0.95, 0.8, TRUE, &error)));
  g_assert_no_error (error);
  cr_assert (isnan (marmot_survey_detectable (1, 1000, 1000, 0.95, 0.8, TRUE, &error)));
  g_assert_no_error (error);
  cr_assert (marmot_survey_detectable (0.5, 1000, 1000, 0.95, 0.9, TRUE, &error)
             > marmot_survey_detectable (0.5, 1000, 1000, 0.95, 0.8, TRUE, &error));
  cr_assert (isnan (marmot_survey_detectable (0.5, 0, 10, 0.95, 0.8, TRUE, &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

/* Holm 1979, his example of adjusted probabilities: 0.01, 0.02, 0.03 and 0.04 of four. */
Test (survey_waves, holm_by_hand)
{
  const double p[] = { 0.01, 0.02, 0.03, 0.04 };
  double adjusted[4];

  mn_holm (p, 4, adjusted);
  cr_assert_float_eq (adjusted[0], 0.04, 1e-15);
  cr_assert_float_eq (adjusted[1], 0.06, 1e-15);
  cr_assert_float_eq (adjusted[2], 0.06, 1e-15);
  cr_assert_float_eq (adjusted[3], 0.06, 1e-15);
}

static const char *const names[] = { "wave", "count", "respondents", "overlap", NULL };

/* In whatever order waves come, each is compared with the one before it and the first. */
Test (survey_waves, go_by_the_number_of_the_wave)
{
  const double wave[] = { 2024, 2022, 2023, 2022, 2024 }, count[] = { 250, 200, 210, 8, 9 };
  const double n[] = { 400, 400, 420, 10, 12 }, overlap[] = { 100, (double) NAN, 0, (double) NAN, (double) NAN };
  const double keys[] = { 1, 1, 1, 2, 2 };
  const double *const columns[] = { wave, count, n, overlap };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 5);
  g_autoptr (MarmotColumn) key = marmot_column_new_double (keys, 5);
  g_autoptr (MarmotGroups) series = marmot_groups_new_from_column (key, NULL);
  g_autoptr (MarmotWaveOptions) options = g_object_new (MARMOT_TYPE_WAVE_OPTIONS, "correlation", 0.5, NULL);
  g_autoptr (MarmotTable) result = marmot_survey_waves (figures, series, options, NULL);
  g_autoptr (MarmotSurveyShare) first = share_of (200, 400, 1, 0);
  g_autoptr (MarmotSurveyShare) second = share_of (210, 420, 1, 0);
  g_autoptr (MarmotSurveyShare) third = share_of (250, 400, 1, 0);
  g_autoptr (MarmotContrast) to_second = change_of (first, second, 0, 0.5);
  g_autoptr (MarmotContrast) to_third = change_of (second, third, 100, 0.5);
  g_autoptr (MarmotContrast) since_first = change_of (first, third, 0, 0);
  double p2 = marmot_contrast_get_p_value (to_second), p3 = marmot_contrast_get_p_value (to_third);

  cr_assert (test_result (result, "value", 0) == 0.625);
  cr_assert_float_eq (test_result (result, "change_lower", 0), marmot_contrast_get_lower (to_third), 1e-14);
  cr_assert_float_eq (test_result (result, "change_lower", 2), marmot_contrast_get_lower (to_second), 1e-14);
  cr_assert (test_near (test_result (result, "p_value", 0), p3, 1e-12));
  cr_assert (test_near (test_result (result, "p_adjusted", 0), 2 * p3, 1e-12));
  cr_assert (test_near (test_result (result, "p_adjusted", 2), MAX (p2, 2 * p3), 1e-12));
  cr_assert_float_eq (test_result (result, "since_first_upper", 0), marmot_contrast_get_upper (since_first), 1e-14);
  cr_assert (test_near (test_result (result, "detectable_rise", 2),
                        marmot_survey_detectable (0.5, 400, 420, 0.95, 0.8, TRUE, NULL), 1e-12));
  for (gsize row = 1; row < 4; row += 2)
    {
      cr_assert (test_status_is (result, "change_status", row, MARMOT_STATUS_EMPTY_GROUP));
      cr_assert (isnan (test_result (result, "p_value", row)) && isnan (test_result (result, "since_first", row)));
    }
  cr_assert (test_near (test_result (result, "p_value", 4), test_result (result, "p_adjusted", 4), 0));
}

Test (survey_waves, multiply_everything_alike)
{
  const char *const plain[] = { "wave", "count", "respondents", NULL };
  const double wave[] = { 1, 2 }, count[] = { 40, 70 }, n[] = { 100, 110 };
  const double *const columns[] = { wave, count, n };
  const char *const scaled[] = { "value", "lower", "change", "change_lower", "change_upper", "detectable_rise",
                                 "detectable_fall", "since_first" };
  g_autoptr (MarmotTable) figures = test_figures (plain, columns, 2);
  g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();
  g_autoptr (MarmotSurveyOptions) survey = NULL;
  g_autoptr (MarmotWaveOptions) options = NULL;
  g_autoptr (MarmotTable) ones = marmot_survey_waves (figures, NULL, NULL, NULL);
  g_autoptr (MarmotTable) percents = NULL;

  marmot_interval_options_set_multiplier (interval, 100);
  survey = marmot_survey_options_new (interval);
  options = marmot_wave_options_new (survey);
  percents = marmot_survey_waves (figures, NULL, options, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (scaled); i++)
    cr_assert (test_near (test_result (percents, scaled[i], 1), 100 * test_result (ones, scaled[i], 1), 1e-13),
               "%s", scaled[i]);
  cr_assert (test_near (test_result (percents, "p_value", 1), test_result (ones, "p_value", 1), 1e-12));
}

Test (survey_waves, says_what_is_wrong)
{
  const double na = (double) NAN;
  const double wave[] = { 1, 2, 2, 3, na, 1, 2, 3, 1, 2 }, count[] = { 5, 5, 5, 5, 5, 5, 50, 5, 5, 5 };
  const double n[] = { 10, 10, 10, 10, 10, 10, 10, 10, 10, 10 }, overlap[] = { na, na, na, na, na, na, na, na, na, 11 };
  const double keys[] = { 1, 1, 1, 1, 1, 2, 2, 2, 3, 3 };
  const double *const columns[] = { wave, count, n, overlap };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 10);
  g_autoptr (MarmotColumn) key = marmot_column_new_double (keys, 10);
  g_autoptr (MarmotGroups) series = marmot_groups_new_from_column (key, NULL);
  g_autoptr (MarmotTable) result = marmot_survey_waves (figures, series, NULL, NULL);
  g_autoptr (MarmotWaveOptions) wrong = g_object_new (MARMOT_TYPE_WAVE_OPTIONS, "power", 1.0, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (test_status_is (result, "change_status", 1, MARMOT_STATUS_DUPLICATE_WAVE));
  cr_assert (test_status_is (result, "change_status", 2, MARMOT_STATUS_DUPLICATE_WAVE));
  cr_assert (test_status_is (result, "change_status", 3, MARMOT_STATUS_DUPLICATE_WAVE));
  cr_assert (test_status_is (result, "since_first_status", 3, MARMOT_STATUS_OK));
  cr_assert (test_status_is (result, "change_status", 4, MARMOT_STATUS_MISSING));
  cr_assert (test_status_is (result, "status", 4, MARMOT_STATUS_OK));
  cr_assert (test_status_is (result, "change_status", 6, MARMOT_STATUS_COUNT_OVER_DENOMINATOR));
  cr_assert (test_status_is (result, "change_status", 7, MARMOT_STATUS_COUNT_OVER_DENOMINATOR));
  cr_assert (test_status_is (result, "since_first_status", 7, MARMOT_STATUS_OK));
  cr_assert (test_status_is (result, "change_status", 9, MARMOT_STATUS_OUT_OF_RANGE));

  cr_assert (marmot_survey_waves (figures, NULL, wrong, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}
