/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "numeric/mann-kendall.h"
#include "support/figures.h"
#include "support/result.h"

static const char *const time_value[] = { "time", "value", NULL };

static MarmotTable *
trends_of (const double *time,
           const double *value,
           gsize n,
           MarmotSeriesOptions *options)
{
  const double *columns[] = { time, value };
  g_autoptr (MarmotTable) figures = test_figures (time_value, columns, n);
  g_autoptr (GError) error = NULL;
  MarmotTable *result = marmot_monotonic_trends (figures, NULL, options, &error);

  g_assert_no_error (error);
  return result;
}

/* pyMannKendall 1.4.2, original_test(). It deletes gaps first, so of a series with one its
 * slope and intercept are of other times. */
Test (series_trend, agrees_with_the_peer_on_mann_kendall)
{
  g_autoptr (TestTable) points = test_table_load ("series/points.csv");
  g_autoptr (TestTable) expected = test_table_load ("series/mann-kendall.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (points, time_value, time_value);
  g_autoptr (MarmotGroups) groups = test_groups_of (points, "series");
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) result = marmot_monotonic_trends (figures, groups, NULL, &error);
  static const char *const pairs[][2] = {
    { "n_missing", "missing" }, { "s", "s" }, { "s_variance", "var_s" }, { "z", "z" }, { "p_value", "p" },
    { "tau_a", "tau_a" }, { "tau_b", "tau_b" }, { "slope", "sen_slope" }, { "intercept", "intercept" },
  };
  guint n_gaps = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < expected->rows->len; i++)
    {
      gsize row = test_group_row (groups, test_table_number (expected, i, "series"));
      gboolean gap = test_table_number (expected, i, "missing") > 0;

      n_gaps += gap;
      for (gsize k = 0; k < (gap ? 7 : G_N_ELEMENTS (pairs)); k++)
        {
          double actual = test_result (result, pairs[k][0], row);
          double wanted = test_table_number (expected, i, pairs[k][1]);

          cr_assert (test_near (actual, wanted, 1e-12) || fabs (actual - wanted) < 1e-13, "%s of line %u: %.17g",
                     pairs[k][0], i, actual);
        }
    }
  cr_assert_eq (expected->rows->len, 46);
  cr_assert_eq (n_gaps, 1);
}

/* The slopes by hand: 2, 3, 8/3; gaps are three steps. */
Test (series_trend, a_gap_stays_a_gap)
{
  const double time[] = { 0, 1, 2, 3 };
  const double value[] = { 1, (double) NAN, 5, 9 };
  g_autoptr (MarmotTable) result = trends_of (time, value, 4, NULL);

  cr_assert_float_eq (test_result (result, "slope", 0), 8.0 / 3, 1e-15);
  cr_assert_eq (test_result (result, "n_points", 0), 3);
  cr_assert_eq (test_result (result, "n_missing", 0), 1);
  cr_assert_eq (test_result (result, "n_needed", 0), 7);
  cr_assert_float_eq (test_result (result, "intercept", 0), 5 - 2 * 8.0 / 3, 1e-15);
  cr_assert (isnan (test_result (result, "slope_lower", 0)), "three points have no limits");
}

/* Limits at the places (N -+ C) / 2 among the slopes, put in order by qsort(). */
static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
at_place (const double *sorted,
          double place)
{
  gsize k = (gsize) place;

  return sorted[k - 1] + (place - (double) k) * (sorted[k] - sorted[k - 1]);
}

Test (series_trend, limits_of_the_slope)
{
  enum { N = 24 };
  double time[N], value[N], slopes[N * N / 2];
  gsize n = 0;
  double c;
  g_autoptr (MarmotTable) result = NULL;

  for (int i = 0; i < N; i++)
    {
      time[i] = i + (i > 10 ? 5 : 0);
      value[i] = (i * 7919 % 101) / 10.0 + 0.5 * i;
    }
  for (int i = 0; i < N; i++)
    for (int j = i + 1; j < N; j++)
      slopes[n++] = (value[j] - value[i]) / (time[j] - time[i]);
  qsort (slopes, n, sizeof *slopes, compare);

  result = trends_of (time, value, N, NULL);
  c = 1.959963984540054 * sqrt (test_result (result, "s_variance", 0));
  cr_assert_float_eq (test_result (result, "slope", 0), (slopes[n / 2 - 1] + slopes[n / 2]) / 2, 1e-13);
  cr_assert_float_eq (test_result (result, "slope_lower", 0), at_place (slopes, ((double) n - c) / 2), 1e-13);
  cr_assert_float_eq (test_result (result, "slope_upper", 0), at_place (slopes, ((double) n + c) / 2 + 1), 1e-13);
  cr_assert_eq (test_result (result, "n_needed", 0), 0);
}

Test (series_trend, rows_may_come_in_any_order)
{
  const double time[] = { 2020, 2021, 2022, 2023, 2024 }, value[] = { 3, 1, 4, 6, 5 };
  const double mixed_time[] = { 2023, 2020, 2024, 2022, 2021 }, mixed_value[] = { 6, 3, 5, 4, 1 };
  g_autoptr (MarmotTable) in_order = trends_of (time, value, 5, NULL);
  g_autoptr (MarmotTable) mixed = trends_of (mixed_time, mixed_value, 5, NULL);

  cr_assert (marmot_table_equal (in_order, mixed));
  cr_assert_eq (test_result (in_order, "s", 0), 6);
}

Test (series_trend, what_is_wrong_has_a_status_and_a_row)
{
  static const struct
  {
    const char *what;
    gsize n;
    double time[3];
    double value[3];
    MarmotStatus status;
    double row;
  } cases[] = {
    { "one point", 1, { 1 }, { 5 }, MARMOT_STATUS_TOO_FEW_VALUES, NAN },
    { "no values", 3, { 1, 2, 3 }, { NAN, NAN, NAN }, MARMOT_STATUS_TOO_FEW_VALUES, NAN },
    { "a time twice", 3, { 1, 2, 1 }, { 5, 6, 7 }, MARMOT_STATUS_DUPLICATE_DATE, 2 },
    { "a missing time", 3, { 1, NAN, 3 }, { 5, 6, 7 }, MARMOT_STATUS_MISSING, 1 },
    { "an infinite time", 3, { 1, INFINITY, 3 }, { 5, 6, 7 }, MARMOT_STATUS_NOT_FINITE, 1 },
    { "an infinite value", 3, { 1, 2, 3 }, { 5, 6, INFINITY }, MARMOT_STATUS_NOT_FINITE, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotTable) result = trends_of (cases[i].time, cases[i].value, cases[i].n, NULL);

      cr_assert (test_status_is (result, "status", 0, cases[i].status), "%s", cases[i].what);
      cr_assert (test_same (test_result (result, "wrong_row", 0), cases[i].row), "%s", cases[i].what);
      cr_assert (isnan (test_result (result, "p_value", 0)), "%s", cases[i].what);
      cr_assert (isnan (test_result (result, "slope", 0)), "%s", cases[i].what);
    }
}

Test (series_trend, a_constant_has_no_trend)
{
  const double time[] = { 1, 2, 3, 4 }, value[] = { 7, 7, 7, 7 };
  g_autoptr (MarmotTable) result = trends_of (time, value, 4, NULL);

  cr_assert (test_status_is (result, "status", 0, MARMOT_STATUS_OK));
  cr_assert_eq (test_result (result, "p_value", 0), 1);
  cr_assert_eq (test_result (result, "slope", 0), 0);
  cr_assert (isnan (test_result (result, "tau_b", 0)));
}

static MarmotTable *
with_texts (const char *const *texts,
            const double *value,
            gsize n,
            GError **error)
{
  g_autoptr (MarmotColumn) time = marmot_column_new_text (texts);
  g_autoptr (MarmotColumn) values = marmot_column_new_double (value, n);
  MarmotColumn *columns[] = { time, values };
  g_autoptr (MarmotTable) figures = marmot_table_new (time_value, columns, 2, NULL);

  return marmot_monotonic_trends (figures, NULL, NULL, error);
}

Test (series_trend, knows_periods)
{
  const char *const years[] = { "2019/20", "2022/23", "2020/21", NULL };
  const char *const quarters[] = { "2019/20 Q4", "2020/21 Q2", "2020/21 Q1", NULL };
  const char *const pooled[] = { "2019 - 21", "2022 - 24", "2020 - 22", NULL };
  const char *const apart[] = { "2016 - 18", "2022 - 24", "2019 - 21", NULL };
  const double value[] = { 1, 10, 2 };
  g_autoptr (MarmotTable) of_years = with_texts (years, value, 3, NULL);
  g_autoptr (MarmotTable) of_quarters = with_texts (quarters, value, 3, NULL);
  g_autoptr (MarmotTable) of_pooled = with_texts (pooled, value, 3, NULL);
  g_autoptr (MarmotTable) of_apart = with_texts (apart, value, 3, NULL);

  cr_assert_eq (test_result (of_years, "slope", 0), 3);
  cr_assert_eq (test_result (of_quarters, "slope", 0), 4.5);
  /* Years that are pooled over each other share two of three. */
  cr_assert (test_status_is (of_pooled, "status", 0, MARMOT_STATUS_NOT_INDEPENDENT));
  cr_assert (isnan (test_result (of_pooled, "p_value", 0)) && isnan (test_result (of_pooled, "slope_lower", 0)));
  cr_assert_eq (test_result (of_pooled, "slope", 0), 3);
  cr_assert (test_status_is (of_apart, "status", 0, MARMOT_STATUS_OK));
  cr_assert_eq (test_result (of_apart, "slope", 0), 1.5);
}

Test (series_trend, dates_stand_for_their_month)
{
  const gint32 days[] = { 18262, 18321, 18322 }; /* 1 January, 29 February and 1 March 2020 */
  const double value[] = { 1, 3, 4 };
  g_autoptr (MarmotColumn) time = marmot_column_new_date (days, 3);
  g_autoptr (MarmotColumn) values = marmot_column_new_double (value, 3);
  MarmotColumn *columns[] = { time, values };
  g_autoptr (MarmotTable) figures = marmot_table_new (time_value, columns, 2, NULL);
  g_autoptr (MarmotTable) result = marmot_monotonic_trends (figures, NULL, NULL, NULL);

  cr_assert_eq (test_result (result, "slope", 0), 1.5);
}

/* Days that no calendar has, and a null among dates. */
Test (series_trend, dates_that_cannot_be)
{
  const gint32 days[] = { 18262, G_MAXINT32, 18322 }, early[] = { 18262, G_MININT32, 18322 };
  const gint32 *const cases[] = { days, early };
  const double value[] = { 1, 3, 4 };
  const gboolean nulls[] = { FALSE, TRUE, FALSE };

  for (gsize i = 0; i < 3; i++)
    {
      g_autoptr (MarmotColumn) bare = marmot_column_new_date (i < 2 ? cases[i] : days, 3);
      g_autoptr (MarmotColumn) time = i < 2 ? marmot_column_ref (bare) : marmot_column_with_nulls (bare, nulls, 3, NULL);
      g_autoptr (MarmotColumn) values = marmot_column_new_double (value, 3);
      MarmotColumn *columns[] = { time, values };
      g_autoptr (MarmotTable) figures = marmot_table_new (time_value, columns, 2, NULL);
      g_autoptr (MarmotTable) result = marmot_monotonic_trends (figures, NULL, NULL, NULL);

      cr_assert (test_status_is (result, "status", 0, i < 2 ? MARMOT_STATUS_OUT_OF_RANGE : MARMOT_STATUS_MISSING));
      cr_assert_eq (test_result (result, "wrong_row", 0), 1);
    }
}

Test (series_trend, refuses_what_is_no_period)
{
  const char *const none[] = { "2019/20", "last year", NULL };
  const char *const mixed[] = { "2019/20", "2019/20 Q1", NULL };
  const double value[] = { 1, 2 };
  g_autoptr (GError) error = NULL, other = NULL;

  cr_assert_null (with_texts (none, value, 2, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  cr_assert (strstr (error->message, "Row 1 ") != NULL && strstr (error->message, "last") == NULL);
  cr_assert_null (with_texts (mixed, value, 2, &other));
  cr_assert (g_error_matches (other, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
}

Test (series_trend, no_test_of_a_rolling_series)
{
  const double time[] = { 1, 2, 3, 4, 5 }, value[] = { 1, 2, 3, 4, 6 };
  g_autoptr (MarmotSeriesOptions) options = g_object_new (MARMOT_TYPE_SERIES_OPTIONS, "overlapping", TRUE, NULL);
  g_autoptr (MarmotTable) result = trends_of (time, value, 5, options);

  cr_assert (test_status_is (result, "status", 0, MARMOT_STATUS_NOT_INDEPENDENT));
  cr_assert (isnan (test_result (result, "s", 0)) && isnan (test_result (result, "s_variance", 0)));
  cr_assert_eq (test_result (result, "slope", 0), 1);
}

/* Counting pairs by sorting against counting them one by one, and a series too long for
 * slopes. */
Test (series_trend, long_series)
{
  gsize n = MN_SEN_MOST + 1;
  g_autofree double *time = g_new (double, n);
  g_autofree double *value = g_new (double, n);
  g_autofree double *work = g_new (double, 2 * n);
  mn_mann_kendall_test test;
  g_autoptr (MarmotTable) result = NULL;

  for (gsize i = 0; i < n; i++)
    {
      time[i] = (double) i;
      value[i] = (double) (i * 7919 % 997);
    }
  for (gsize m = 2; m < 400; m += 37)
    {
      double s = 0;

      for (gsize i = 0; i < m; i++)
        for (gsize j = i + 1; j < m; j++)
          s += (value[j] > value[i]) - (value[j] < value[i]);
      mn_mann_kendall (value, m, work, &test);
      cr_assert_eq (test.s, s);
    }
  result = trends_of (time, value, n, NULL);
  cr_assert (test_status_is (result, "status", 0, MARMOT_STATUS_OK));
  cr_assert (test_status_is (result, "slope_status", 0, MARMOT_STATUS_TOO_MANY_POINTS));
  cr_assert (isfinite (test_result (result, "z", 0)) && isnan (test_result (result, "slope", 0)));
}

/* R 4.2: prop.trend.test() and chisq.test(). */
Test (series_trend, agrees_with_the_peer_on_proportions)
{
  static const char *const names[] = { "count", "denominator", "score", NULL };
  static const char *const columns[] = { "chi_squared", "p_value", "total_chi_squared", "total_df", "total_p_value" };
  g_autoptr (TestTable) rows = test_table_load ("series/proportion-rows.csv");
  g_autoptr (TestTable) expected = test_table_load ("series/proportions.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (rows, names, names);
  g_autoptr (MarmotGroups) groups = test_groups_of (rows, "series");
  g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();
  g_autoptr (MarmotSeriesOptions) options = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) result = marmot_proportion_trends (figures, groups, NULL, &error);
  g_autoptr (MarmotTable) mantel = NULL;
  gsize row;

  g_assert_no_error (error);
  for (guint i = 0; i < expected->rows->len; i++)
    {
      row = test_group_row (groups, test_table_number (expected, i, "series"));
      for (gsize k = 0; k < G_N_ELEMENTS (columns); k++)
        {
          double actual = test_result (result, columns[k], row);

          cr_assert (test_near (actual, test_table_number (expected, i, columns[k]), 1e-11), "%s of line %u: %.17g",
                     columns[k], i, actual);
        }
    }

  marmot_interval_options_set_test (interval, MARMOT_METHOD_MANTEL_TREND);
  options = marmot_series_options_new (interval);
  mantel = marmot_proportion_trends (figures, groups, options, &error);
  g_assert_no_error (error);
  row = test_group_row (groups, 6);
  /* Of 7,007 people. */
  cr_assert_float_eq (test_result (mantel, "chi_squared", row), 23.83233471276808 * 7006 / 7007, 1e-10);
  cr_assert_float_eq (test_result (result, "departure_chi_squared", row), 25.223635017157878 - 23.83233471276808, 1e-10);
}

Test (series_trend, scores_are_those_that_are_given)
{
  static const char *const names[] = { "count", "denominator", "score", NULL };
  const double count[] = { 10, 20, 40 }, denominator[] = { 100, 100, 100 };
  const double even[] = { 1, 2, 3 }, given[] = { 1, 2, 4 };
  const double *columns[] = { count, denominator, even };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 3);
  g_autoptr (MarmotTable) of_even = marmot_proportion_trends (figures, NULL, NULL, NULL);
  g_autoptr (MarmotTable) others = NULL;
  g_autoptr (MarmotTable) of_given = NULL;

  columns[2] = given;
  others = test_figures (names, columns, 3);
  of_given = marmot_proportion_trends (others, NULL, NULL, NULL);
  cr_assert_float_eq (test_result (of_even, "slope", 0), 0.15, 1e-15);
  cr_assert_float_eq (test_result (of_given, "slope", 0), 0.1, 1e-15);
  /* Proportions on a straight line leave nothing. */
  cr_assert_float_eq (test_result (of_given, "departure_chi_squared", 0), 0, 1e-12);
  cr_assert_gt (test_result (of_even, "departure_chi_squared", 0), 0.9);
}

Test (series_trend, proportions_that_cannot_be)
{
  static const char *const names[] = { "count", "denominator", "score", NULL };
  static const struct
  {
    double count[3];
    double denominator[3];
    double score[3];
    MarmotStatus status;
    double row;
  } cases[] = {
    { { 1, 2, 3 }, { 10, 0, 10 }, { 1, 2, 3 }, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE, 1 },
    { { 1, 12, 3 }, { 10, 10, 10 }, { 1, 2, 3 }, MARMOT_STATUS_COUNT_OVER_DENOMINATOR, 1 },
    { { 1, 2, -3 }, { 10, 10, 10 }, { 1, 2, 3 }, MARMOT_STATUS_NEGATIVE_COUNT, 2 },
    { { 1, 2, 3 }, { 10, 10, 10 }, { 2, 2, 2 }, MARMOT_STATUS_ONE_PLACE, NAN },
    { { 0, 0, 0 }, { 10, 10, 10 }, { 1, 2, 3 }, MARMOT_STATUS_NOT_DEFINED, NAN },
    { { 1, NAN, NAN }, { 10, 10, 10 }, { 1, 2, 3 }, MARMOT_STATUS_TOO_FEW_VALUES, NAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double *columns[] = { cases[i].count, cases[i].denominator, cases[i].score };
      g_autoptr (MarmotTable) figures = test_figures (names, columns, 3);
      g_autoptr (MarmotTable) result = marmot_proportion_trends (figures, NULL, NULL, NULL);

      cr_assert (test_status_is (result, "status", 0, cases[i].status), "case %zu", i);
      cr_assert (test_same (test_result (result, "wrong_row", 0), cases[i].row), "case %zu", i);
      cr_assert (isnan (test_result (result, "chi_squared", 0)), "case %zu", i);
    }
}

/* By hand: weights 1, 1, 4 at 0, 1, 2; the mean time is 1.5, Sxx 3.5 and Sxy 5.5. */
Test (series_trend, weighted_by_hand)
{
  static const char *const names[] = { "time", "value", "standard_error", NULL };
  const double time[] = { 0, 1, 2, 3 }, value[] = { 1, 2, 4, (double) NAN }, se[] = { 1, 1, 0.5, 1 };
  const double *columns[] = { time, value, se };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) result = marmot_weighted_trends (figures, NULL, NULL, &error);
  double slope = 5.5 / 3.5;

  g_assert_no_error (error);
  cr_assert_float_eq (test_result (result, "slope", 0), slope, 1e-14);
  cr_assert_float_eq (test_result (result, "slope_lower", 0), slope - 1.959963984540054 / sqrt (3.5), 1e-14);
  cr_assert_float_eq (test_result (result, "z", 0), slope * sqrt (3.5), 1e-14);
  cr_assert_float_eq (test_result (result, "slope_unweighted", 0), 1.5, 1e-14);
  cr_assert_eq (test_result (result, "n_missing", 0), 1);
}

Test (series_trend, weights_that_cannot_be)
{
  static const char *const names[] = { "time", "value", "standard_error", NULL };
  const double time[] = { 0, 1, 2 }, value[] = { 1, 2, 4 }, se[] = { 1, 0, 1 };
  const double *columns[] = { time, value, se };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 3);
  g_autoptr (MarmotTable) result = marmot_weighted_trends (figures, NULL, NULL, NULL);

  cr_assert (test_status_is (result, "status", 0, MARMOT_STATUS_ERROR_OUT_OF_RANGE));
  cr_assert_eq (test_result (result, "wrong_row", 0), 1);
}
