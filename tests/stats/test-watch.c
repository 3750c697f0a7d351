/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/figures.h"
#include "support/result.h"

/* -1 for null. */
static int
alarm_of (const MarmotTable *result,
          const char *name,
          gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (result, name);

  return marmot_column_is_null (column, row) ? -1 : marmot_column_get_boolean (column, row);
}

static MarmotTable *
watch (const double *value,
       gsize n,
       gboolean is_ears,
       MarmotWatchOptions *options)
{
  static const char *const names[] = { "value", NULL };
  const double *columns[] = { value };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, n);
  g_autoptr (GError) error = NULL;
  MarmotTable *result
    = is_ears ? marmot_ears (figures, NULL, options, &error) : marmot_cusums (figures, NULL, options, &error);

  g_assert_no_error (error);
  return result;
}

static MarmotWatchOptions *
without_floor (void)
{
  return g_object_new (MARMOT_TYPE_WATCH_OPTIONS, "minimum-sd", 0.0, NULL);
}

/* surveillance 1.20.3, earsC(). Its C3 makes its bound from the count itself, and is not
 * held against. */
Test (watch, agrees_with_the_peer)
{
  static const char *const names[] = { "time", "value", NULL };
  g_autoptr (TestTable) points = test_table_load ("series/ears-points.csv");
  g_autoptr (TestTable) expected = test_table_load ("series/ears.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (points, names, names);
  g_autoptr (MarmotGroups) groups = test_groups_of (points, "series");
  g_autoptr (MarmotWatchOptions) options = without_floor ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) result = marmot_ears (figures, groups, options, &error);
  guint n = 0, n_alarms = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < expected->rows->len; i++)
    {
      double method = test_table_number (expected, i, "method"), series = test_table_number (expected, i, "series");
      double wanted = test_table_number (expected, i, "upper");
      const char *upper = method == 1 ? "c1_upper" : "c2_upper";
      gsize row = 0;

      if (method == 3)
        continue;
      while (test_table_number (points, row, "series") != series
             || test_table_number (points, row, "time") != test_table_number (expected, i, "i"))
        row++;
      cr_assert (test_near (test_result (result, upper, row), wanted, 1e-12), "line %u: %.17g", i,
                 test_result (result, upper, row));
      cr_assert_eq (alarm_of (result, method == 1 ? "c1_alarm" : "c2_alarm", row),
                    test_table_number (expected, i, "alarm"), "line %u", i);
      n_alarms += test_table_number (expected, i, "alarm") != 0;
      n++;
    }
  cr_assert_eq (n, 208);
  cr_assert_eq (n_alarms, 9);
}

static void
mean_and_sd (const double *v,
             double *mean,
             double *sd)
{
  *mean = *sd = 0;
  for (int i = 0; i < 7; i++)
    *mean += v[i] / 7;
  for (int i = 0; i < 7; i++)
    *sd += (v[i] - *mean) * (v[i] - *mean) / 6;
  *sd = sqrt (*sd);
}

/* The bound of the help page: the mean, and not the count, with what the last two were over. */
Test (watch, c3_counts_the_last_two)
{
  const double value[] = { 3, 5, 4, 6, 2, 4, 5, 3, 4, 9, 10, 7, 4 };
  g_autoptr (MarmotWatchOptions) options = without_floor ();
  g_autoptr (MarmotTable) result = watch (value, 13, TRUE, options);
  double over[13], mean, sd, bound;

  for (int t = 9; t < 13; t++)
    {
      mean_and_sd (value + t - 9, &mean, &sd);
      over[t] = fmax (0, (value[t] - mean) / sd - 1);
    }
  for (int t = 11; t < 13; t++)
    {
      mean_and_sd (value + t - 9, &mean, &sd);
      bound = mean + sd * (1.959963984540054 - over[t - 1] - over[t - 2]);
      cr_assert_float_eq (test_result (result, "c3_upper", t), bound, 1e-12);
      cr_assert_float_eq (test_result (result, "c3", t), over[t] + over[t - 1] + over[t - 2], 1e-12);
      cr_assert_eq (alarm_of (result, "c3_alarm", t), value[t] > bound);
    }
  cr_assert_eq (alarm_of (result, "c3_alarm", 11), 1);
  cr_assert_eq (alarm_of (result, "c3_alarm", 10), -1);
}

Test (watch, a_quiet_week_and_the_floor)
{
  const double value[] = { 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 2, 2, 2 };
  g_autoptr (MarmotWatchOptions) bare = without_floor ();
  g_autoptr (MarmotTable) without = watch (value, 13, TRUE, bare);
  g_autoptr (MarmotTable) floored = watch (value, 13, TRUE, NULL);

  cr_assert_eq (alarm_of (without, "c1_alarm", 7), 0, "no more than always is no alarm");
  cr_assert_eq (alarm_of (without, "c1_alarm", 8), 1);
  cr_assert (isnan (test_result (without, "c1", 8)));
  cr_assert_eq (alarm_of (floored, "c1_alarm", 8), 0);
  cr_assert_float_eq (test_result (floored, "c1", 8), 2, 1e-12);
}

Test (watch, a_gap_is_not_joined)
{
  double value[] = { 3, 5, 4, (double) NAN, 2, 4, 5, 3, 4, 9, 10, 7, 4, 5, 6, 4, 3, 5 };
  g_autoptr (MarmotTable) result = watch (value, 18, TRUE, NULL);

  cr_assert (test_status_is (result, "status", 3, MARMOT_STATUS_MISSING));
  for (gsize i = 4; i < 11; i++)
    cr_assert (isnan (test_result (result, "c1_upper", i)), "row %zu", i);
  cr_assert (isfinite (test_result (result, "c1_upper", 11)));
  cr_assert (test_status_is (result, "status", 11, MARMOT_STATUS_INCOMPLETE));
  /* C3 needs C2 of the two before. */
  cr_assert (test_status_is (result, "status", 15, MARMOT_STATUS_OK));
  cr_assert (test_status_is (result, "status", 14, MARMOT_STATUS_INCOMPLETE));
}

/* Mean 10 and standard deviation 2 of the first three; then up by two a point. */
Test (watch, cusum_by_hand)
{
  const double value[] = { 8, 10, 12, 14, 14, (double) NAN, 14, 6 };
  const double above[] = { 0, 0, 0.5, 2, 3.5, (double) NAN, 5, 2.5 };
  const double below[] = { 0.5, 0, 0, 0, 0, (double) NAN, 0, 1.5 };
  g_autoptr (MarmotWatchOptions) options
    = g_object_new (MARMOT_TYPE_WATCH_OPTIONS, "baseline", 3, "threshold", 4.0, NULL);
  g_autoptr (MarmotTable) result = watch (value, 8, FALSE, options);

  for (gsize i = 0; i < 8; i++)
    {
      cr_assert (test_same (test_result (result, "above", i), above[i]), "row %zu: %g", i,
                 test_result (result, "above", i));
      cr_assert (test_same (test_result (result, "below", i), below[i]), "row %zu", i);
    }
  cr_assert_eq (alarm_of (result, "alarm_above", 4), 0);
  cr_assert_eq (alarm_of (result, "alarm_above", 6), 1);
  cr_assert_eq (alarm_of (result, "alarm_above", 5), -1);
  cr_assert (test_status_is (result, "status", 5, MARMOT_STATUS_MISSING));
}

Test (watch, what_is_wrong_has_a_status)
{
  const double one[] = { 3 }, constant[] = { 3, 3, 3 };
  g_autoptr (MarmotWatchOptions) bare = without_floor ();
  g_autoptr (MarmotTable) alone = watch (one, 1, FALSE, NULL);
  g_autoptr (MarmotTable) flat = watch (constant, 3, FALSE, bare);
  g_autoptr (MarmotTable) floored = watch (constant, 3, FALSE, NULL);

  cr_assert (test_status_is (alone, "status", 0, MARMOT_STATUS_TOO_FEW_VALUES));
  cr_assert (test_status_is (flat, "status", 0, MARMOT_STATUS_NOT_DEFINED));
  cr_assert_eq (test_result (floored, "above", 2), 0);
}

Test (watch, what_is_refused)
{
  static const char *const names[] = { "value", NULL };
  const double value[] = { 1, 2, 3 };
  const double *columns[] = { value };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 3);
  g_autoptr (MarmotWatchOptions) few = marmot_watch_options_new (1);
  g_autoptr (MarmotWatchOptions) sure = g_object_new (MARMOT_TYPE_WATCH_OPTIONS, "alpha", 1.0, NULL);
  g_autoptr (MarmotWatchOptions) below = g_object_new (MARMOT_TYPE_WATCH_OPTIONS, "minimum-sd", -1.0, NULL);
  g_autoptr (MarmotWatchOptions) never = g_object_new (MARMOT_TYPE_WATCH_OPTIONS, "threshold", 0.0, NULL);
  MarmotWatchOptions *refused[] = { few, sure, below, never };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert_null (marmot_ears (figures, NULL, refused[i], &error));
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT), "case %zu", i);
    }
}
