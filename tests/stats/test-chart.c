/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/figures.h"
#include "support/result.h"

static gboolean
is_true (const MarmotTable *result,
         const char *name,
         gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (result, name);

  cr_assert (!marmot_column_is_null (column, row), "%s of row %zu is null", name, row);
  return marmot_column_get_boolean (column, row);
}

static gboolean
near (double actual,
      double expected)
{
  if (fabs (actual - expected) <= 1e-12 * (1 + fabs (expected)))
    return TRUE;
  cr_log_error ("%.17g is not %.17g", actual, expected);
  return FALSE;
}

/* qicharts2 0.8.1, qic(chart = "p") and so on. */
Test (chart, agrees_with_the_peer)
{
  static const char *const names[] = { "time", "count", "denominator", NULL };
  static const char *const from[] = { "i", "count", "denominator", NULL };
  static const char *const lines[][2] = {
    { "value", "y" },         { "centre", "centre" },         { "lower", "lower" },
    { "upper", "upper" },     { "lower_near", "lower_near" }, { "upper_near", "upper_near" },
  };
  g_autoptr (TestTable) table = test_table_load ("series/charts.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (table, names, from);
  guint n_charts = 0, n_outside = 0;

  for (guint first = 0, end; first < table->rows->len; first = end)
    {
      double kind = test_table_number (table, first, "kind"), series = test_table_number (table, first, "series");
      g_autoptr (MarmotChartOptions) options = marmot_chart_options_new ((MarmotChartKind) kind);
      g_autoptr (MarmotTable) slice = NULL;
      g_autoptr (MarmotTable) result = NULL;
      g_autoptr (GError) error = NULL;

      for (end = first; end < table->rows->len && test_table_number (table, end, "kind") == kind
                        && test_table_number (table, end, "series") == series;
           end++)
        ;
      slice = marmot_table_slice (figures, first, end - first);
      result = marmot_control_charts (slice, NULL, options, &error);
      g_assert_no_error (error);
      for (guint i = first; i < end; i++)
        {
          gboolean outside = test_table_number (table, i, "outside") != 0;

          for (gsize k = 0; k < G_N_ELEMENTS (lines); k++)
            cr_assert (near (test_result (result, lines[k][0], i - first), test_table_number (table, i, lines[k][1])),
                       "%s of line %u", lines[k][0], i);
          cr_assert_eq (is_true (result, "outside", i - first), outside, "line %u", i);
          n_outside += outside;
        }
      n_charts++;
    }
  cr_assert_eq (n_charts, 21);
  cr_assert_gt (n_outside, 0);
}

static MarmotTable *
chart_of (const double *count,
          const double *denominator,
          gsize n,
          MarmotChartKind kind,
          guint baseline)
{
  static const char *const names[] = { "count", "denominator", NULL };
  const double *columns[] = { count, denominator };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, n);
  g_autoptr (MarmotChartOptions) options
    = g_object_new (MARMOT_TYPE_CHART_OPTIONS, "kind", kind, "baseline", baseline, "multiplier", 100.0, NULL);
  g_autoptr (GError) error = NULL;
  MarmotTable *result = marmot_control_charts (figures, NULL, options, &error);

  g_assert_no_error (error);
  return result;
}

Test (chart, the_average_is_no_mean_of_percentages)
{
  const double count[] = { 1, 90 }, denominator[] = { 10, 100 };
  g_autoptr (MarmotTable) result = chart_of (count, denominator, 2, MARMOT_CHART_KIND_P, 0);
  double p = 91.0 / 110;

  cr_assert (near (test_result (result, "centre", 0), 100 * p));
  cr_assert (near (test_result (result, "lower_near", 1), 100 * (p - 2 * sqrt (p * (1 - p) / 100))));
  cr_assert_eq (test_result (result, "upper", 0), 100);
  cr_assert_eq (test_result (result, "n_needed", 0), 10);
}

Test (chart, later_points_are_held_against_the_baseline)
{
  const double count[] = { 10, 10, 10, 60 }, denominator[] = { 100, 100, 100, 100 };
  g_autoptr (MarmotTable) fixed = chart_of (count, denominator, 4, MARMOT_CHART_KIND_P, 3);
  g_autoptr (MarmotTable) all = chart_of (count, denominator, 4, MARMOT_CHART_KIND_P, 0);

  cr_assert (near (test_result (fixed, "centre", 3), 10));
  cr_assert (near (test_result (fixed, "upper", 3), 19));
  cr_assert (is_true (fixed, "outside", 3) && !is_true (fixed, "outside", 0));
  cr_assert (near (test_result (all, "centre", 0), 22.5));
}

Test (chart, rows_that_cannot_be_drawn)
{
  const double count[] = { 5, (double) NAN, 5, 12, -1, 6 }, denominator[] = { 10, 10, 0, 10, 10, 10 };
  g_autoptr (MarmotTable) result = chart_of (count, denominator, 6, MARMOT_CHART_KIND_P, 0);
  const MarmotStatus expected[] = { MARMOT_STATUS_OK, MARMOT_STATUS_MISSING, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE,
                                    MARMOT_STATUS_COUNT_OVER_DENOMINATOR, MARMOT_STATUS_NEGATIVE_COUNT,
                                    MARMOT_STATUS_OK };
  const double one[] = { 5 }, ten[] = { 10 };
  g_autoptr (MarmotTable) alone = chart_of (one, ten, 1, MARMOT_CHART_KIND_P_PRIME, 0);

  for (gsize i = 0; i < 6; i++)
    {
      cr_assert (test_status_is (result, "status", i, expected[i]));
      cr_assert (isnan (test_result (result, "centre", i)) == (expected[i] != MARMOT_STATUS_OK));
    }
  cr_assert (near (test_result (result, "centre", 0), 55));
  cr_assert (test_status_is (alone, "status", 0, MARMOT_STATUS_TOO_FEW_VALUES));
  cr_assert_eq (test_result (alone, "value", 0), 50);
}

/* Everybody, every month: the limits are the line, and nothing is outside. */
Test (chart, hundred_per_cent_is_no_signal)
{
  const double count[] = { 10, 20, 30 };
  const MarmotChartKind kinds[] = { MARMOT_CHART_KIND_P, MARMOT_CHART_KIND_P_PRIME };

  for (gsize k = 0; k < 2; k++)
    {
      g_autoptr (MarmotTable) result = chart_of (count, count, 3, kinds[k], 0);

      for (gsize i = 0; i < 3; i++)
        {
          cr_assert (test_status_is (result, "status", i, MARMOT_STATUS_OK));
          cr_assert_eq (test_result (result, "lower", i), 100);
          cr_assert_eq (test_result (result, "upper", i), 100);
          cr_assert (!is_true (result, "outside", i));
        }
    }
}

Test (chart, screening_leaves_something)
{
  const double count[] = { 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 20 };
  double denominator[12];
  g_autoptr (MarmotTable) result = NULL;

  for (int i = 0; i < 12; i++)
    denominator[i] = 100;
  /* Without the only range that is not zero there would be no limits. */
  result = chart_of (count, denominator, 12, MARMOT_CHART_KIND_P_PRIME, 0);
  cr_assert_gt (test_result (result, "upper", 0), test_result (result, "centre", 0));
}

/* qicharts2 0.8.1, qic(chart = "run"). */
Test (chart, run_charts_agree_with_the_peer)
{
  static const char *const names[] = { "time", "value", NULL };
  static const char *const pairs[][2] = {
    { "n_useful", "n_useful" },         { "longest_run", "longest_run" }, { "longest_run_max", "longest_run_max" },
    { "crossings", "crossings" },       { "crossings_min", "crossings_min" },
  };
  g_autoptr (TestTable) points = test_table_load ("series/points.csv");
  g_autoptr (TestTable) expected = test_table_load ("series/run-charts.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (points, names, names);
  g_autoptr (MarmotGroups) groups = test_groups_of (points, "series");
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) result = marmot_run_charts (figures, groups, NULL, &error);
  guint n_signals = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < expected->rows->len; i++)
    {
      gsize row = test_group_row (groups, test_table_number (expected, i, "series"));
      gboolean signal = test_table_number (expected, i, "signal") != 0;

      cr_assert (near (test_result (result, "centre", row), test_table_number (expected, i, "centre")), "line %u", i);
      if (test_table_number (expected, i, "n_useful") == 0)
        {
          cr_assert (test_status_is (result, "status", row, MARMOT_STATUS_NOT_DEFINED));
          continue;
        }
      for (gsize k = 0; k < G_N_ELEMENTS (pairs); k++)
        cr_assert_eq (test_result (result, pairs[k][0], row), test_table_number (expected, i, pairs[k][1]),
                      "%s of line %u", pairs[k][0], i);
      cr_assert_eq (is_true (result, "signal", row), signal, "line %u", i);
      n_signals += signal;
    }
  cr_assert_eq (expected->rows->len, 47);
  cr_assert_eq (n_signals, 11);
}

static MarmotTable *
values_of (const double *value,
           gsize n)
{
  static const char *const names[] = { "value", NULL };
  const double *columns[] = { value };

  return test_figures (names, columns, n);
}

Test (chart, points_on_the_median_are_passed_over)
{
  const double value[] = { 1, 1, 5, 1, 9, 5, 9, 9, 5 };
  g_autoptr (MarmotTable) figures = values_of (value, 9);
  g_autoptr (MarmotTable) result = marmot_run_charts (figures, NULL, NULL, NULL);

  cr_assert_eq (test_result (result, "centre", 0), 5);
  cr_assert_eq (test_result (result, "n_useful", 0), 6);
  cr_assert_eq (test_result (result, "longest_run", 0), 3);
  cr_assert_eq (test_result (result, "crossings", 0), 1);
  cr_assert_eq (test_result (result, "n_needed", 0), 1);
}

/* R: qbinom (0.05, n - 1, 0.5), on both sides of where chances are added up one by one. */
Test (chart, few_crossings_of_long_series)
{
  const gsize lengths[] = { 1000, 1002, 3000, 100000 };
  const double least[] = { 474, 474, 1454, 49739 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      gsize n = lengths[i];
      g_autofree double *value = g_new (double, n);
      g_autoptr (MarmotTable) figures = NULL;
      g_autoptr (MarmotTable) result = NULL;

      for (gsize k = 0; k < n; k++)
        value[k] = (double) (k % 2);
      figures = values_of (value, n);
      result = marmot_run_charts (figures, NULL, NULL, NULL);
      cr_assert_eq (test_result (result, "crossings_min", 0), least[i], "%g for %g useful of %zu",
                    test_result (result, "crossings_min", 0), test_result (result, "n_useful", 0), n);
    }
}

/* Ranks 1 to 10 in order of a step: U is 2 * 15 - 5 * 11 = -25 after five. */
Test (chart, a_step_by_hand)
{
  const double value[] = { 3, 1, 5, 2, 4, 9, 10, 7, 8, 6 };
  g_autoptr (MarmotTable) figures = values_of (value, 10);
  g_autoptr (MarmotTable) result = marmot_suggested_steps (figures, NULL, NULL, NULL);

  cr_assert_eq (test_result (result, "statistic", 0), 25);
  cr_assert_eq (test_result (result, "step_row", 0), 5);
  cr_assert_eq (test_result (result, "step_time", 0), 5);
  cr_assert (near (test_result (result, "p_value", 0), 2 * exp (-6 * 625.0 / 1100)));
  cr_assert (!is_true (result, "suggested", 0), "p is 0.066");
  cr_assert_eq (test_result (result, "median_before", 0), 3);
  cr_assert_eq (test_result (result, "median_after", 0), 8);
  cr_assert_eq (test_result (result, "n_before", 0), 5);
}

Test (chart, a_step_is_found_in_any_order_of_rows_and_with_ties)
{
  double time[24], value[24];
  const double *columns[] = { time, value };
  static const char *const names[] = { "time", "value", NULL };
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotTable) result = NULL;

  for (int i = 0; i < 24; i++)
    {
      int at = i * 7 % 24;

      time[i] = 2000 + at;
      value[i] = at < 14 ? at % 2 : 5 + at % 2;
    }
  figures = test_figures (names, columns, 24);
  result = marmot_suggested_steps (figures, NULL, NULL, NULL);
  cr_assert_eq (test_result (result, "step_time", 0), 2014);
  cr_assert_eq (time[(int) test_result (result, "step_row", 0)], 2014);
  cr_assert (is_true (result, "suggested", 0));
  /* The ranks of seven 0s, seven 1s: 4 and 11 each. */
  cr_assert_eq (test_result (result, "statistic", 0), 14 * 25 - 2 * 7 * (4 + 11));
}

Test (chart, short_and_broken_series)
{
  const double one[] = { 3 }, constant[] = { 3, 3, 3 }, infinite[] = { 1, (double) INFINITY, 2 };
  g_autoptr (MarmotTable) of_one = values_of (one, 1), of_constant = values_of (constant, 3);
  g_autoptr (MarmotTable) of_infinite = values_of (infinite, 3);
  g_autoptr (MarmotTable) step = marmot_suggested_steps (of_one, NULL, NULL, NULL);
  g_autoptr (MarmotTable) run = marmot_run_charts (of_constant, NULL, NULL, NULL);
  g_autoptr (MarmotTable) flat = marmot_suggested_steps (of_constant, NULL, NULL, NULL);
  g_autoptr (MarmotTable) broken = marmot_run_charts (of_infinite, NULL, NULL, NULL);

  cr_assert (test_status_is (step, "status", 0, MARMOT_STATUS_TOO_FEW_VALUES));
  cr_assert (test_status_is (run, "status", 0, MARMOT_STATUS_NOT_DEFINED));
  cr_assert_eq (test_result (flat, "p_value", 0), 1);
  cr_assert (!is_true (flat, "suggested", 0));
  cr_assert (test_status_is (broken, "status", 0, MARMOT_STATUS_NOT_FINITE));
  cr_assert_eq (test_result (broken, "wrong_row", 0), 1);
}
