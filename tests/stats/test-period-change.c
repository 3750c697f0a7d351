/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/figures.h"
#include "support/result.h"

static MarmotTable *
table_of (const char *const *texts,
          const double *numerator,
          const double *denominator,
          gsize n)
{
  static const char *const names[] = { "time", "numerator", "denominator", NULL };
  g_autoptr (MarmotColumn) time = marmot_column_new_text (texts);
  g_autoptr (MarmotColumn) above = test_nullable (numerator, n);
  g_autoptr (MarmotColumn) below = test_nullable (denominator, n);
  MarmotColumn *columns[] = { time, above, below };

  return marmot_table_new (names, columns, 3, NULL);
}

static const char *const quarters[] = { "2023/24 Q1", "2023/24 Q2", "2023/24 Q3", "2023/24 Q4",
                                        "2024/25 Q1", "2024/25 Q2", "2024/25 Q4", NULL };
static const double numerator[] = { 10, 20, 30, 40, 15, (double) NAN, 50 };
static const double denominator[] = { 100, 100, 100, 100, 110, 100, 120 };

/* The comparison itself, of the later row against the earlier. */
static void
check_row (const MarmotTable *result,
           gsize later,
           gsize earlier)
{
  g_autoptr (MarmotContrast) contrast = marmot_proportion_difference (
    numerator[later], denominator[later], numerator[earlier], denominator[earlier], NULL, NULL);
  g_autoptr (MarmotEstimate) estimate = marmot_contrast_get_estimate (contrast);

  cr_assert (test_status_is (result, "status", later, MARMOT_STATUS_OK));
  cr_assert_eq (test_result (result, "value", later), marmot_estimate_get_value (estimate));
  cr_assert_eq (test_result (result, "lower", later), marmot_estimate_get_lower (estimate));
  cr_assert_eq (test_result (result, "p_value", later), marmot_contrast_get_p_value (contrast));
  cr_assert_eq (test_result (result, "earlier_row", later), earlier);
  cr_assert_eq (test_result (result, "earlier_numerator", later), numerator[earlier]);
}

Test (period_change, from_the_period_before)
{
  g_autoptr (MarmotTable) figures = table_of (quarters, numerator, denominator, 7);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) result = marmot_changes_over_time (figures, NULL, NULL, &error);

  g_assert_no_error (error);
  for (gsize i = 1; i < 5; i++)
    check_row (result, i, i - 1);
  cr_assert (test_status_is (result, "status", 0, MARMOT_STATUS_MISSING));
  cr_assert (test_status_is (result, "status", 5, MARMOT_STATUS_MISSING));
  /* There is no third quarter, and a change since the second would be another thing. */
  cr_assert (test_status_is (result, "status", 6, MARMOT_STATUS_MISSING));
  cr_assert (isnan (test_result (result, "value", 6)) && isnan (test_result (result, "earlier_row", 6)));
}

Test (period_change, from_the_same_quarter_of_the_year_before)
{
  g_autoptr (MarmotTable) figures = table_of (quarters, numerator, denominator, 7);
  g_autoptr (MarmotPeriodChangeOptions) options = marmot_period_change_options_new (
    MARMOT_CHANGE_MEASURE_PROPORTION_DIFFERENCE, MARMOT_CHANGE_SINCE_YEAR_BEFORE);
  g_autoptr (MarmotTable) result = marmot_changes_over_time (figures, NULL, options, NULL);

  check_row (result, 4, 0);
  check_row (result, 6, 3);
  cr_assert (test_status_is (result, "status", 3, MARMOT_STATUS_MISSING));
}

Test (period_change, by_every_measure)
{
  static const struct
  {
    MarmotChangeMeasure measure;
    double value;
  } cases[] = {
    { MARMOT_CHANGE_MEASURE_PROPORTION_DIFFERENCE, 0.1 },
    { MARMOT_CHANGE_MEASURE_PROPORTION_RATIO, 2 },
    { MARMOT_CHANGE_MEASURE_RATE_DIFFERENCE, 10000 },
    { MARMOT_CHANGE_MEASURE_RATE_RATIO, 2 },
  };
  g_autoptr (MarmotTable) figures = table_of (quarters, numerator, denominator, 7);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotPeriodChangeOptions) options
        = marmot_period_change_options_new (cases[i].measure, MARMOT_CHANGE_SINCE_PREVIOUS);
      g_autoptr (MarmotTable) result = marmot_changes_over_time (figures, NULL, options, NULL);

      cr_assert (test_near (test_result (result, "value", 1), cases[i].value, 1e-12), "case %zu", i);
    }
}

Test (period_change, what_cannot_be_compared)
{
  static const char *const names[] = { "time", "numerator", "denominator", NULL };
  const char *const pooled[] = { "2019 - 21", "2020 - 22", "2021 - 23", NULL };
  const char *const twice[] = { "2019", "2020", "2020", NULL };
  const double zero[] = { 100, 0, 100 }, time[] = { 1, 2, 3 };
  const double *columns[] = { time, numerator, denominator };
  g_autoptr (MarmotTable) overlapping = table_of (pooled, numerator, denominator, 3);
  g_autoptr (MarmotTable) doubled = table_of (twice, numerator, denominator, 3);
  const char *const three[] = { "2023/24 Q1", "2023/24 Q2", "2023/24 Q3", NULL };
  g_autoptr (MarmotTable) empty = table_of (three, numerator, zero, 3);
  g_autoptr (MarmotTable) numbers = test_figures (names, columns, 3);
  g_autoptr (MarmotTable) of_overlapping = marmot_changes_over_time (overlapping, NULL, NULL, NULL);
  g_autoptr (MarmotTable) of_doubled = marmot_changes_over_time (doubled, NULL, NULL, NULL);
  g_autoptr (MarmotTable) of_empty = NULL;
  g_autoptr (MarmotPeriodChangeOptions) year = marmot_period_change_options_new (
    MARMOT_CHANGE_MEASURE_PROPORTION_DIFFERENCE, MARMOT_CHANGE_SINCE_YEAR_BEFORE);
  g_autoptr (GError) error = NULL;

  cr_assert (test_status_is (of_overlapping, "status", 2, MARMOT_STATUS_NOT_INDEPENDENT));
  cr_assert (isnan (test_result (of_overlapping, "value", 2)));
  for (gsize i = 0; i < 3; i++)
    cr_assert (test_status_is (of_doubled, "status", i, MARMOT_STATUS_DUPLICATE_DATE));
  of_empty = marmot_changes_over_time (empty, NULL, NULL, NULL);
  cr_assert (test_status_is (of_empty, "status", 1, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE));
  cr_assert_null (marmot_changes_over_time (numbers, NULL, year, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (period_change, funnels_and_the_track_of_a_place)
{
  enum { PLACES = 5, YEARS = 3 };
  static const char *const names[] = { "time", "numerator", "denominator", "place", NULL };
  double time[PLACES * YEARS], count[PLACES * YEARS], people[PLACES * YEARS], place[PLACES * YEARS];
  const double *columns[] = { time, count, people, place };
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotColumn) key = NULL;
  g_autoptr (MarmotGroups) places = NULL;
  g_autoptr (MarmotTable) result = NULL;
  g_autoptr (GError) error = NULL;

  /* The last place is far above in the last two years. */
  for (int i = 0; i < PLACES * YEARS; i++)
    {
      time[i] = 2024 - i / PLACES;
      place[i] = i % PLACES;
      people[i] = 1000;
      count[i] = 100 + (place[i] == 4 && time[i] > 2022 ? 150 : place[i]);
    }
  people[1] = 0;
  figures = test_figures (names, columns, PLACES * YEARS);
  key = marmot_table_get_column_by_name (figures, "place");
  places = marmot_groups_new_from_column (key, NULL);
  result = marmot_funnels_over_time (figures, places, NULL, &error);
  g_assert_no_error (error);

  for (int year = 0; year < YEARS; year++)
    {
      g_autoptr (MarmotFunnelOptions) options
        = marmot_funnel_options_new (MARMOT_FUNNEL_KIND_PROPORTION, MARMOT_FUNNEL_SPREAD_NONE);
      g_autoptr (MarmotColumn) above = marmot_column_new_double (count + PLACES * year, PLACES);
      g_autoptr (MarmotColumn) below = marmot_column_new_double (people + PLACES * year, PLACES);
      g_autoptr (MarmotFunnel) funnel = marmot_funnel_new (options, above, below, NULL, NULL);
      g_autoptr (MarmotTable) points = marmot_funnel_get_points (funnel);

      for (gsize i = 0; i < PLACES; i++)
        {
          cr_assert (test_same (test_result (result, "value", PLACES * year + i), test_result (points, "value", i)));
          cr_assert (test_same (test_result (result, "deviate", PLACES * year + i), test_result (points, "deviate", i)));
          cr_assert_eq (test_result (result, "baseline", PLACES * year + i), marmot_funnel_get_baseline (funnel));
        }
    }
  cr_assert (test_status_is (result, "status", 1, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE));
  cr_assert (test_result_says (result, "place", 1, "not-placed"));
  cr_assert (test_result_says (result, "place", 4, "above-outer"));
  cr_assert (test_result_says (result, "previous_place", 4, "above-outer"));
  cr_assert (test_result_says (result, "previous_place", 9, "inside"));
  cr_assert_eq (test_result (result, "n_periods_there", 4), 2);
  cr_assert_eq (test_result (result, "n_periods_there", 9), 1);
  cr_assert_eq (test_result (result, "n_periods_there", 14), 1);
  cr_assert_eq (test_result (result, "n_periods_there", 13), 1);
  cr_assert (isnan (test_result (result, "n_periods_there", 1)));
}
