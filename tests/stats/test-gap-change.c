/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "numeric/gap.h"
#include "support/figures.h"

static const char *const measures[] = { "d", "logr", "sii", "logrii" };

/* The row of periods.csv of a series and period. */
static guint
find (const TestTable *periods,
      double series,
      double period)
{
  for (guint i = 0; i < periods->rows->len; i++)
    if (test_table_number (periods, i, "series") == series && test_table_number (periods, i, "period") == period)
      return i;
  cr_assert_fail ("no series %g in %g", series, period);
  return 0;
}

static double
of (const TestTable *periods,
    guint row,
    const char *measure,
    const char *ending)
{
  g_autofree char *name = g_strconcat (measure, ending, NULL);

  return test_table_number (periods, row, name);
}

static gboolean
near_either (double actual,
             double expected,
             double relative)
{
  return test_near (actual, expected, relative) || fabs (actual - expected) < 1e-12;
}

/* Gaps, or logarithms of ratios, of two periods as one table of changes. */
static MarmotTable *
change_of (const TestTable *periods,
           guint from,
           guint to,
           const char *measure)
{
  gboolean relative = measure[0] == 'l';
  const char *const gaps[] = { "gap_1", "gap_se_1", "gap_2", "gap_se_2", NULL };
  const char *const ratios[] = { "ratio_1", "log_se_1", "ratio_2", "log_se_2", NULL };
  double numbers[] = { of (periods, from, measure, ""), of (periods, from, measure, "_se"),
                       of (periods, to, measure, ""), of (periods, to, measure, "_se") };
  const double *columns[] = { &numbers[0], &numbers[1], &numbers[2], &numbers[3] };
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (GError) error = NULL;
  MarmotTable *result;

  if (relative)
    {
      numbers[0] = exp (numbers[0]);
      numbers[2] = exp (numbers[2]);
    }
  figures = test_figures (relative ? ratios : gaps, columns, 1);
  result = marmot_gap_changes (figures, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static void
check_change (const TestTable *expected,
              guint line,
              const MarmotTable *result,
              gboolean relative)
{
  const char *name = relative ? "ratio_change" : "change";
  const char *const endings[] = { "", "_lower", "_upper" };
  const char *const columns[] = { "value", "lower", "upper" };
  const char *const tests[] = { "_statistic", "_p_value", "_p_narrowed" };
  const char *const of_tests[] = { "z", "p", "p_narrowed" };

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *number = g_strconcat (name, endings[i], NULL);
      g_autofree char *test = g_strconcat (name, tests[i], NULL);
      double value = test_result (result, number, 0);

      cr_assert (near_either (relative ? log (value) : value, test_table_number (expected, line, columns[i]), 1e-9),
                 "%s of line %u: %.17g", number, line, value);
      cr_assert (near_either (test_result (result, test, 0), test_table_number (expected, line, of_tests[i]), 1e-9),
                 "%s of line %u: %.17g", test, line, test_result (result, test, 0));
    }
}

Test (gap_change, agrees_with_the_reference)
{
  g_autoptr (TestTable) periods = test_table_load ("gaps/periods.csv");
  g_autoptr (TestTable) expected = test_table_load ("gaps/expected.csv");
  guint n_changes = 0, n_percent = 0;

  for (guint line = 0; line < expected->rows->len; line++)
    {
      const char *statistic = test_table_text (expected, line, "statistic");
      const char *measure = test_table_text (expected, line, "measure");
      double series = test_table_number (expected, line, "series");
      guint from, to;
      g_autoptr (MarmotTable) result = NULL;

      if (!g_str_has_suffix (statistic, "change"))
        continue;
      from = find (periods, series, test_table_number (expected, line, "from"));
      to = find (periods, series, test_table_number (expected, line, "to"));
      result = change_of (periods, from, to, measure);
      if (g_str_equal (statistic, "change"))
        {
          check_change (expected, line, result, measure[0] == 'l');
          n_changes++;
        }
      else
        {
          cr_assert (near_either (test_result (result, "percent", 0), test_table_number (expected, line, "value"), 1e-9));
          cr_assert (near_either (test_result (result, "percent_lower", 0), test_table_number (expected, line, "lower"), 1e-9));
          cr_assert (near_either (test_result (result, "percent_upper", 0), test_table_number (expected, line, "upper"), 1e-9));
          n_percent++;
        }
    }
  cr_assert (n_changes == 32 && n_percent == 16);
}

Test (gap_change, of_groups_is_that_of_their_gaps)
{
  g_autoptr (TestTable) periods = test_table_load ("gaps/periods.csv");
  guint n = 0;

  for (guint i = 0; i + 1 < periods->rows->len; i++)
    {
      const char *const names[] = { "most", "most_se", "least", "least_se" };
      double x[8];
      g_autoptr (MarmotGapOptions) options = NULL;
      g_autoptr (MarmotGapChange) change = NULL;
      g_autoptr (MarmotGapChange) of_gaps = NULL;
      g_autoptr (MarmotGapChange) of_ratios = NULL;
      g_autoptr (MarmotEstimate) a = NULL;
      g_autoptr (MarmotEstimate) b = NULL;
      g_autoptr (MarmotEstimate) c = NULL;
      g_autoptr (MarmotEstimate) d = NULL;

      if (test_table_number (periods, i, "series") != test_table_number (periods, i + 1, "series"))
        continue;
      for (int k = 0; k < 8; k++)
        x[k] = test_table_number (periods, i + k / 4, names[k % 4]);
      options = marmot_gap_options_new (NULL, test_table_number (periods, i, "more_is_better") > 0);
      change = marmot_gap_change_new_from_groups (x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7], options, NULL);
      of_gaps = marmot_gap_change_new_from_gaps (of (periods, i, "d", ""), of (periods, i, "d", "_se"),
                                                 of (periods, i + 1, "d", ""), of (periods, i + 1, "d", "_se"), NULL,
                                                 NULL);
      of_ratios = marmot_gap_change_new_from_ratios (exp (of (periods, i, "logr", "")), of (periods, i, "logr", "_se"),
                                                     exp (of (periods, i + 1, "logr", "")),
                                                     of (periods, i + 1, "logr", "_se"), NULL, NULL);
      a = marmot_gap_change_get_change (change);
      b = marmot_gap_change_get_change (of_gaps);
      c = marmot_gap_change_get_ratio_change (change);
      d = marmot_gap_change_get_ratio_change (of_ratios);
      cr_assert (near_either (marmot_estimate_get_value (a), marmot_estimate_get_value (b), 1e-10));
      cr_assert (near_either (marmot_estimate_get_upper (a), marmot_estimate_get_upper (b), 1e-10));
      cr_assert (near_either (marmot_estimate_get_lower (c), marmot_estimate_get_lower (d), 1e-10));
      cr_assert (near_either (marmot_gap_change_get_p_narrowed (change, FALSE),
                              marmot_gap_change_get_p_narrowed (of_gaps, FALSE), 1e-9));
      cr_assert (near_either (marmot_gap_change_get_p_value (change, TRUE),
                              marmot_gap_change_get_p_value (of_ratios, TRUE), 1e-9));
      cr_assert (marmot_gap_change_get_movement (change, TRUE) == marmot_gap_change_get_movement (of_ratios, TRUE));
      cr_assert (marmot_gap_change_get_percent (of_ratios) == NULL);
      n++;
    }
  cr_assert (n > 15);
}

/* The level falls by more than the gap: it narrows absolutely and widens relatively. */
Test (gap_change, says_both_in_words)
{
  g_autoptr (MarmotGapChange) clear = marmot_gap_change_new_from_groups (300, 3, 200, 3, 140, 2, 80, 2, NULL, NULL);
  g_autoptr (MarmotGapChange) noise = marmot_gap_change_new_from_groups (300, 90, 200, 90, 140, 70, 80, 60, NULL, NULL);
  g_autoptr (MarmotGapChange) half = marmot_gap_change_new_from_groups (300, 3, 200, 3, 140, 2, 92, 2, NULL, NULL);
  g_autofree char *text = marmot_gap_change_to_string (clear);

  cr_assert_str_eq (marmot_gap_change_get_verdict (clear), "narrowed absolutely, widened relatively");
  cr_assert_str_eq (text, "narrowed absolutely, widened relatively");
  cr_assert (marmot_gap_change_get_movement (clear, FALSE) == MARMOT_GAP_MOVEMENT_NARROWED);
  cr_assert (marmot_gap_change_get_movement (clear, TRUE) == MARMOT_GAP_MOVEMENT_WIDENED);
  cr_assert (marmot_gap_change_get_p_narrowed (clear, FALSE) < 1e-10);
  cr_assert (marmot_gap_change_get_p_narrowed (clear, TRUE) > 0.99);
  cr_assert_str_eq (marmot_gap_change_get_verdict (noise),
                    "narrowed absolutely, widened relatively (chance could explain both)");
  cr_assert_str_eq (marmot_gap_change_get_verdict (half),
                    "narrowed absolutely, widened relatively (chance could explain it)");
}

Test (gap_change, swapping_the_periods_swaps_the_sign)
{
  g_autoptr (MarmotGapChange) there = marmot_gap_change_new_from_groups (300, 9, 200, 8, 240, 7, 180, 6, NULL, NULL);
  g_autoptr (MarmotGapChange) back = marmot_gap_change_new_from_groups (240, 7, 180, 6, 300, 9, 200, 8, NULL, NULL);
  g_autoptr (MarmotEstimate) a = marmot_gap_change_get_change (there);
  g_autoptr (MarmotEstimate) b = marmot_gap_change_get_change (back);
  g_autoptr (MarmotEstimate) c = marmot_gap_change_get_percent (there);
  g_autoptr (MarmotEstimate) d = marmot_gap_change_get_percent (back);

  cr_assert (marmot_estimate_get_value (a) == -marmot_estimate_get_value (b));
  cr_assert (marmot_estimate_get_lower (a) == -marmot_estimate_get_upper (b));
  cr_assert (test_near ((1 + marmot_estimate_get_value (c) / 100) * (1 + marmot_estimate_get_value (d) / 100), 1, 1e-14));
  cr_assert (test_near ((1 + marmot_estimate_get_lower (c) / 100) * (1 + marmot_estimate_get_upper (d) / 100), 1, 1e-14));
  for (int relative = 0; relative < 2; relative++)
    {
      cr_assert (test_near (marmot_gap_change_get_p_value (there, relative), marmot_gap_change_get_p_value (back, relative),
                            1e-14));
      cr_assert (test_near (marmot_gap_change_get_p_narrowed (there, relative)
                              + marmot_gap_change_get_p_narrowed (back, relative), 1, 1e-14));
    }
}

Test (gap_change, does_not_depend_on_the_unit)
{
  g_autoptr (MarmotGapChange) small = marmot_gap_change_new_from_groups (0.3, 0.009, 0.2, 0.008, 0.24, 0.007, 0.18,
                                                                        0.006, NULL, NULL);
  g_autoptr (MarmotGapChange) large = marmot_gap_change_new_from_groups (3e7, 9e5, 2e7, 8e5, 2.4e7, 7e5, 1.8e7, 6e5,
                                                                        NULL, NULL);

  for (int relative = 0; relative < 2; relative++)
    cr_assert (test_near (marmot_gap_change_get_p_value (small, relative), marmot_gap_change_get_p_value (large, relative),
                          1e-12));
  cr_assert_str_eq (marmot_gap_change_get_verdict (small), marmot_gap_change_get_verdict (large));
}

/* A gap on the other side is seen from there: -8 to -2 narrowed, -2 to -8 widened. */
Test (gap_change, of_a_gap_the_other_way)
{
  g_autoptr (MarmotGapChange) nearer = marmot_gap_change_new_from_gaps (-8, 1, -2, 1, NULL, NULL);
  g_autoptr (MarmotGapChange) mirror = marmot_gap_change_new_from_gaps (8, 1, 2, 1, NULL, NULL);
  g_autoptr (MarmotGapChange) over = marmot_gap_change_new_from_gaps (3, 1, -3, 1, NULL, NULL);
  g_autoptr (MarmotGapChange) same = marmot_gap_change_new_from_gaps (3, 0, 3, 0, NULL, NULL);
  g_autoptr (MarmotEstimate) percent = marmot_gap_change_get_percent (over);

  cr_assert (marmot_gap_change_get_movement (nearer, FALSE) == MARMOT_GAP_MOVEMENT_NARROWED);
  cr_assert (test_near (marmot_gap_change_get_p_narrowed (nearer, FALSE),
                        marmot_gap_change_get_p_narrowed (mirror, FALSE), 1e-14));
  cr_assert_str_eq (marmot_gap_change_get_verdict (over), "reversed absolutely");
  cr_assert (marmot_estimate_get_status (percent) == MARMOT_STATUS_FIGURE_NOT_POSITIVE);
  cr_assert_str_eq (marmot_gap_change_get_verdict (same), "unchanged absolutely");
  cr_assert (marmot_gap_change_get_p_value (same, FALSE) == 1);
}

/* From no gap at all everything is wider, and nothing speaks for narrower. */
Test (gap_change, of_no_gap)
{
  for (int way = -1; way <= 1; way += 2)
    {
      g_autoptr (MarmotGapChange) change = marmot_gap_change_new_from_gaps (0, 1, 5 * way, 1, NULL, NULL);

      cr_assert (marmot_gap_change_get_movement (change, FALSE) == MARMOT_GAP_MOVEMENT_WIDENED);
      cr_assert (marmot_gap_change_get_p_narrowed (change, FALSE) > 0.99);
    }
}

Test (gap_change, periods_that_share_people)
{
  const double pairs[][3] = { { 2, 3, 1.5 }, { 2, 3, -4 }, { 2, 2, 4 } };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (MarmotGapOptions) options
        = g_object_new (MARMOT_TYPE_GAP_OPTIONS, "covariance", pairs[i][2], NULL);
      g_autoptr (MarmotGapChange) change = marmot_gap_change_new_from_gaps (10, pairs[i][0], 4, pairs[i][1], options, NULL);
      g_autoptr (MarmotEstimate) estimate = marmot_gap_change_get_change (change);
      double se = sqrt (pairs[i][0] * pairs[i][0] + pairs[i][1] * pairs[i][1] - 2 * pairs[i][2]);

      cr_assert (fabs ((marmot_estimate_get_upper (estimate) + 6) / 1.959963984540054 - se) < 1e-13, "%zu", i);
    }
}

Test (gap_change, another_index_has_no_verdict)
{
  g_autoptr (MarmotGapOptions) other = g_object_new (MARMOT_TYPE_GAP_OPTIONS, "edition-1", "imd-2015", "edition-2",
                                                     "imd-2019", NULL);
  g_autoptr (MarmotGapOptions) allowed = g_object_new (MARMOT_TYPE_GAP_OPTIONS, "edition-1", "imd-2015", "edition-2",
                                                       "imd-2019", "across-editions", TRUE, NULL);
  g_autoptr (MarmotGapOptions) vintage = g_object_new (MARMOT_TYPE_GAP_OPTIONS, "edition-1", "imd-2019", "edition-2",
                                                       "imd-2019", "lsoa-vintage-1", 2011, "lsoa-vintage-2", 2021, NULL);
  g_autoptr (MarmotGapOptions) half = g_object_new (MARMOT_TYPE_GAP_OPTIONS, "edition-1", "imd-2019", NULL);
  g_autoptr (MarmotGapOptions) same = g_object_new (MARMOT_TYPE_GAP_OPTIONS, "edition-1", "imd-2019", "edition-2",
                                                    "imd-2019", "lsoa-vintage-1", 2011, "lsoa-vintage-2", 2011, NULL);
  MarmotGapOptions *flagged[] = { other, vintage, half };

  for (gsize i = 0; i < G_N_ELEMENTS (flagged); i++)
    {
      g_autoptr (MarmotGapChange) change = marmot_gap_change_new_from_gaps (10, 1, 4, 1, flagged[i], NULL);
      g_autoptr (MarmotEstimate) estimate = marmot_gap_change_get_change (change);

      cr_assert (marmot_gap_change_get_verdict (change) == NULL, "%zu", i);
      cr_assert (marmot_gap_change_get_reason (change) != NULL);
      cr_assert (!marmot_gap_change_get_comparable (change));
      cr_assert (marmot_gap_change_get_movement (change, FALSE) == MARMOT_GAP_MOVEMENT_NOT_JUDGED);
      cr_assert (marmot_estimate_get_value (estimate) == -6);
    }
  {
    g_autoptr (MarmotGapChange) a = marmot_gap_change_new_from_gaps (10, 1, 4, 1, allowed, NULL);
    g_autoptr (MarmotGapChange) b = marmot_gap_change_new_from_gaps (10, 1, 4, 1, same, NULL);

    cr_assert_str_eq (marmot_gap_change_get_verdict (a), "narrowed absolutely");
    cr_assert (!marmot_gap_change_get_comparable (a));
    cr_assert_str_eq (marmot_gap_change_get_verdict (b), "narrowed absolutely");
    cr_assert (marmot_gap_change_get_comparable (b));
  }
}

/* Fifths of England by areas, of these ranks. */
static MarmotDeprivationGroups *
fifths (const char *edition_name,
        guint n_groups)
{
  const double ranks[] = { 1, 10000, 20000, 30000 };
  g_autoptr (MarmotDeprivationEdition) edition = marmot_deprivation_edition_new_builtin (edition_name, NULL);
  g_autoptr (MarmotColumn) column = marmot_column_new_double (ranks, 4);
  MarmotDeprivationGroups *groups = marmot_deprivation_groups_new_england (edition, column, NULL, n_groups, NULL);

  cr_assert (groups != NULL);
  return groups;
}

Test (gap_change, groups_say_what_they_are_of)
{
  g_autoptr (MarmotDeprivationGroups) of_2019 = fifths ("imd-2019", 5);
  g_autoptr (MarmotDeprivationGroups) of_2015 = fifths ("imd-2015", 5);
  g_autoptr (MarmotDeprivationGroups) tenths = fifths ("imd-2019", 10);
  MarmotDeprivationGroups *others[] = { of_2015, tenths, of_2019 };
  const char *const reasons[] = { "editions", "fifths or tenths", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (MarmotGapOptions) options
        = g_object_new (MARMOT_TYPE_GAP_OPTIONS, "groups-1", of_2019, "groups-2", others[i], NULL);
      g_autoptr (MarmotGapChange) change = marmot_gap_change_new_from_gaps (10, 1, 4, 1, options, NULL);

      cr_assert ((marmot_gap_change_get_verdict (change) == NULL) == (reasons[i] != NULL));
      cr_assert (reasons[i] == NULL || strstr (marmot_gap_change_get_reason (change), reasons[i]) != NULL, "%s",
                 marmot_gap_change_get_reason (change));
    }
}

Test (gap_change, bad_rows_have_a_status_and_the_rest_is_computed)
{
  const char *const names[] = { "gap_1", "gap_se_1", "gap_2", "gap_se_2", "ratio_1", "log_se_1", "ratio_2", "log_se_2", NULL };
  const double gap_1[] = { 8, (double) NAN, (double) INFINITY, 8, 8, -8 };
  const double se_1[] = { 1, 1, 1, -1, 1, 1 };
  const double gap_2[] = { 4, 4, 4, 4, 4, 4 };
  const double se_2[] = { 1, 1, 1, 1, 1, 1 };
  const double ratio_1[] = { 2, 2, 2, 2, 0, 2 };
  const double log_se[] = { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 };
  const double *columns[] = { gap_1, se_1, gap_2, se_2, ratio_1, log_se, gap_2, log_se };
  const MarmotStatus status[] = { MARMOT_STATUS_OK, MARMOT_STATUS_MISSING, MARMOT_STATUS_NOT_FINITE,
                                  MARMOT_STATUS_ERROR_OUT_OF_RANGE, MARMOT_STATUS_OK, MARMOT_STATUS_OK };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 6);
  g_autoptr (MarmotTable) result = marmot_gap_changes (figures, NULL, NULL);

  for (gsize i = 0; i < 6; i++)
    {
      cr_assert (test_status_is (result, "change_status", i, status[i]));
      cr_assert (isnan (test_result (result, "change", i)) == (status[i] != MARMOT_STATUS_OK));
      cr_assert (test_status_is (result, "ratio_change_status", i,
                                 i == 4 ? MARMOT_STATUS_FIGURE_NOT_POSITIVE : MARMOT_STATUS_OK));
    }
  cr_assert (test_status_is (result, "percent_status", 5, MARMOT_STATUS_FIGURE_NOT_POSITIVE));
}

/* Too large is a status and not an infinity; small is not lost. */
Test (gap_change, of_enormous_and_tiny_numbers)
{
  g_autoptr (MarmotGapChange) enormous = marmot_gap_change_new_from_gaps (-1e308, 1, 1e308, 1, NULL, NULL);
  g_autoptr (MarmotGapChange) tiny = marmot_gap_change_new_from_gaps (3e-200, 1e-200, 1e-200, 1e-200, NULL, NULL);
  g_autoptr (MarmotGapChange) plain = marmot_gap_change_new_from_gaps (3, 1, 1, 1, NULL, NULL);
  g_autoptr (MarmotEstimate) estimate = marmot_gap_change_get_change (enormous);

  cr_assert (marmot_estimate_get_status (estimate) == MARMOT_STATUS_NOT_FINITE);
  cr_assert (marmot_gap_change_get_verdict (enormous) == NULL);
  cr_assert (test_near (marmot_gap_change_get_p_value (tiny, FALSE), marmot_gap_change_get_p_value (plain, FALSE), 1e-14));
}

Test (gap_change, what_is_missing_is_said)
{
  const double one = 1;
  const double *columns[] = { &one, &one, &one, &one };
  const char *const names[] = { "gap_1", "gap_se_1", "ratio_2", "log_se_2", NULL };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 4 / 4);
  g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();
  g_autoptr (MarmotGapOptions) options = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  cr_assert (marmot_gap_changes (figures, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  marmot_interval_options_set_multiplier (interval, 100);
  options = marmot_gap_options_new (interval, FALSE);
  cr_assert (marmot_gap_changes (figures, options, &other) == NULL);
  cr_assert (g_error_matches (other, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

/* --- trends ---------------------------------------------------------------------- */

/* A series of periods.csv as figures of gaps or of ratios. */
static MarmotTable *
series_of (const TestTable *periods,
           const char *measure)
{
  gsize n = periods->rows->len;
  gboolean relative = measure[0] == 'l';
  g_autofree char *se_name = g_strconcat (measure, "_se", NULL);
  const char *const gaps[] = { "time", "gap", "gap_se", NULL };
  const char *const ratios[] = { "time", "ratio", "log_se", NULL };
  g_autofree double *time = test_table_numbers (periods, "period");
  g_autofree double *gap = test_table_numbers (periods, measure);
  g_autofree double *se = test_table_numbers (periods, se_name);
  const double *columns[] = { time, gap, se };

  for (gsize i = 0; relative && i < n; i++)
    gap[i] = exp (gap[i]);
  return test_figures (relative ? ratios : gaps, columns, n);
}

Test (gap_trend, agrees_with_the_reference)
{
  g_autoptr (TestTable) periods = test_table_load ("gaps/periods.csv");
  g_autoptr (TestTable) expected = test_table_load ("gaps/expected.csv");
  g_autoptr (MarmotGroups) groups = test_groups_of (periods, "series");
  guint n = 0;

  for (gsize m = 0; m < G_N_ELEMENTS (measures); m++)
    {
      g_autoptr (MarmotTable) figures = series_of (periods, measures[m]);
      g_autoptr (MarmotTable) result = marmot_gap_trends (figures, groups, NULL, NULL);
      const char *slope = measures[m][0] == 'l' ? "log_slope" : "slope";
      const char *const endings[] = { "", "_lower", "_upper", "_statistic", "_p_value", "_p_narrowed" };
      const char *const columns[] = { "value", "lower", "upper", "z", "p", "p_narrowed" };

      for (guint line = 0; line < expected->rows->len; line++)
        {
          const char *statistic = test_table_text (expected, line, "statistic");
          gsize row;

          if (!g_str_equal (test_table_text (expected, line, "measure"), measures[m])
              || !g_str_has_prefix (statistic, "trend"))
            continue;
          row = test_group_row (groups, test_table_number (expected, line, "series"));
          n++;
          if (g_str_equal (statistic, "trend-ols"))
            {
              g_autofree char *value = g_strconcat (slope, "_unweighted", NULL);
              g_autofree char *se = g_strconcat (slope, "_unweighted_se", NULL);

              cr_assert (near_either (test_result (result, value, row), test_table_number (expected, line, "value"), 1e-9));
              cr_assert (near_either (test_result (result, se, row), test_table_number (expected, line, "se"), 1e-9));
              continue;
            }
          for (int i = 0; i < 6; i++)
            {
              g_autofree char *name = g_strconcat (slope, endings[i], NULL);

              cr_assert (near_either (test_result (result, name, row), test_table_number (expected, line, columns[i]), 1e-9),
                         "%s of line %u: %.17g", name, line, test_result (result, name, row));
            }
        }
    }
  cr_assert (n == 40, "%u", n);
}

static const char *const long_names[] = { "time", "gap", "gap_se", NULL };

/* With two periods the slope is the change over the time between them. */
Test (gap_trend, of_two_periods_is_the_change)
{
  const double time[] = { 2015, 2019 }, gap[] = { 12, 8 }, se[] = { 1.5, 2 };
  const double *columns[] = { time, gap, se };
  g_autoptr (MarmotTable) figures = test_figures (long_names, columns, 2);
  g_autoptr (MarmotTable) result = marmot_gap_trends (figures, NULL, NULL, NULL);
  g_autoptr (MarmotGapChange) change = marmot_gap_change_new_from_gaps (12, 1.5, 8, 2, NULL, NULL);

  cr_assert (test_near (test_result (result, "slope", 0), -1, 1e-14));
  cr_assert (test_near (test_result (result, "slope_p_value", 0), marmot_gap_change_get_p_value (change, FALSE), 1e-12));
  cr_assert (test_near (test_result (result, "slope_p_narrowed", 0), marmot_gap_change_get_p_narrowed (change, FALSE), 1e-12));
  cr_assert (isnan (test_result (result, "slope_unweighted_se", 0)));
}

/* Over two periods the words are those of the change; over more, the line at both ends
 * says where the gap went: one that went through nothing to the other side did not
 * narrow. */
Test (gap_trend, of_a_gap_that_changes_sides)
{
  const struct
  {
    double gap[4];
    gsize n;
    const char *movement;
  } cases[] = {
    { { 30, -20 }, 2, "reversed" }, { { 3, -30 }, 2, "reversed" }, { { -8, -2 }, 2, "narrowed" },
    { { -2, -8 }, 2, "widened" }, { { 30, 14, -3, -20 }, 4, "reversed" }, { { 2, 1, -1, -2 }, 4, "reversed" },
    { { 30, 20, 10, 5 }, 4, "narrowed" }, { { -5, -9, -14, -20 }, 4, "widened" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double time[] = { 2019, 2020, 2021, 2022 }, se[] = { 1, 1, 1, 1 };
      const double *columns[] = { time, cases[i].gap, se };
      g_autoptr (MarmotTable) figures = test_figures (long_names, columns, cases[i].n);
      g_autoptr (MarmotTable) result = marmot_gap_trends (figures, NULL, NULL, NULL);
      g_autoptr (MarmotColumn) absolute = marmot_table_get_column_by_name (result, "absolute");
      g_autofree char *movement = marmot_column_get_text (absolute, 0);

      cr_assert_str_eq (movement, cases[i].movement, "%zu: %s", i, movement);
      if (cases[i].n == 2)
        {
          g_autoptr (MarmotGapChange) change
            = marmot_gap_change_new_from_gaps (cases[i].gap[0], 1, cases[i].gap[1], 1, NULL, NULL);

          cr_assert (test_near (test_result (result, "slope_p_narrowed", 0),
                                marmot_gap_change_get_p_narrowed (change, FALSE), 1e-9), "%zu", i);
        }
    }
}

/* Years as they are written, and rows in any order. */
Test (gap_trend, does_not_depend_on_the_order_or_the_start)
{
  enum { N = 40 };
  double time[N], gap[N], se[N], back[3][N];
  const double *columns[] = { time, gap, se };
  const double *reversed[] = { back[0], back[1], back[2] };
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotTable) others = NULL;
  g_autoptr (MarmotTable) a = NULL;
  g_autoptr (MarmotTable) b = NULL;

  for (int i = 0; i < N; i++)
    {
      time[i] = i;
      gap[i] = 10 - 0.1 * i + sin (i);
      se[i] = 1 + 0.5 * cos (3 * i);
      back[0][N - 1 - i] = time[i] + 2000;
      back[1][N - 1 - i] = gap[i];
      back[2][N - 1 - i] = se[i];
    }
  figures = test_figures (long_names, columns, N);
  others = test_figures (long_names, reversed, N);
  a = marmot_gap_trends (figures, NULL, NULL, NULL);
  b = marmot_gap_trends (others, NULL, NULL, NULL);
  cr_assert (test_near (test_result (a, "slope", 0), test_result (b, "slope", 0), 1e-12));
  cr_assert (test_near (test_result (a, "slope_upper", 0), test_result (b, "slope_upper", 0), 1e-11));
  cr_assert (test_near (test_result (a, "slope_unweighted_se", 0), test_result (b, "slope_unweighted_se", 0), 1e-12));
}

Test (gap_trend, bad_rows_void_their_group_alone)
{
  const double nan = (double) NAN;
  const double area[] = { 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5 };
  const double time[] = { 1, 2, 3, 1, 2, 1, 1, 1, 2, 1, 2 };
  const double gap[] = { 4, nan, 2, 4, (double) INFINITY, 4, 2, 4, 2, nan, nan };
  const double se[] = { 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1 };
  const double *columns[] = { time, gap, se };
  g_autoptr (MarmotColumn) key = marmot_column_new_double (area, 11);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_column (key, NULL);
  g_autoptr (MarmotTable) figures = test_figures (long_names, columns, 11);
  g_autoptr (MarmotTable) result = marmot_gap_trends (figures, groups, NULL, NULL);
  const MarmotStatus status[] = { MARMOT_STATUS_OK, MARMOT_STATUS_NOT_FINITE, MARMOT_STATUS_TOO_FEW_PERIODS,
                                  MARMOT_STATUS_ERROR_OUT_OF_RANGE, MARMOT_STATUS_TOO_FEW_PERIODS };

  for (gsize i = 0; i < 5; i++)
    cr_assert (test_status_is (result, "slope_status", i, status[i]));
  cr_assert (test_result (result, "slope", 0) == -1);
  cr_assert (test_result (result, "n_periods", 0) == 2);
  cr_assert (test_result (result, "n_missing", 0) == 1);
}

Test (gap_trend, another_index_has_no_verdict)
{
  const double time[] = { 1, 2, 1, 2 }, gap[] = { 4, 2, 4, 2 }, se[] = { 0.1, 0.1, 0.1, 0.1 }, area[] = { 1, 1, 2, 2 };
  const double *columns[] = { time, gap, se };
  const char *const editions[] = { "imd-2015", "imd-2019", "imd-2019", "imd-2019", NULL };
  g_autoptr (MarmotColumn) key = marmot_column_new_double (area, 4);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_column (key, NULL);
  g_autoptr (MarmotTable) plain = test_figures (long_names, columns, 4);
  g_autoptr (MarmotColumn) edition = marmot_column_new_text (editions);
  g_autoptr (MarmotTable) figures = marmot_table_with_column (plain, "edition", edition, NULL);
  g_autoptr (MarmotTable) result = marmot_gap_trends (figures, groups, NULL, NULL);
  g_autoptr (MarmotColumn) verdict = marmot_table_get_column_by_name (result, "verdict");
  g_autofree char *text = marmot_column_get_text (verdict, 1);

  cr_assert (marmot_column_is_null (verdict, 0));
  cr_assert_str_eq (text, "narrowed absolutely");
  cr_assert (test_result (result, "slope", 0) == -2);
}
