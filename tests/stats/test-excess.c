/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <locale.h>
#include <marmot/marmot.h>

#include "support/figures.h"

#define NA ((double) NAN)

static const char *const columns[] = { "rank", "estimate", "standard_error", "population", "years", NULL };
static const char *const from[] = { "rank", "estimate_1", "se_1", "population_1", "years", NULL };

static gboolean
close_to (double actual,
          double expected,
          double tolerance)
{
  return test_near (actual, expected, tolerance) || fabs (actual - expected) <= tolerance * 1e-3;
}

/* Options for each way of which is better. */
static void
make_options (MarmotExcessOptions *options[2],
              const char *what,
              int which,
              double target,
              double target_se,
              double limit)
{
  for (int better = 0; better < 2; better++)
    options[better] = g_object_new (MARMOT_TYPE_EXCESS_OPTIONS, "per", 1000.0, "more-is-better", better, what, which,
                                    "target", target, "target-se", target_se, "limit", better ? limit : 0.0, NULL);
}

static gboolean
more_is_better (const TestTable *groups,
                double area)
{
  for (guint i = 0; i < groups->rows->len; i++)
    if (test_table_number (groups, i, "area") == area)
      return test_table_number (groups, i, "more_is_better") > 0;
  cr_assert_fail ("no area %g", area);
  return FALSE;
}

/* The row of a file at which an area starts. */
static guint
start_of (const TestTable *groups,
          double area)
{
  guint i = 0;

  while (test_table_number (groups, i, "area") != area)
    i++;
  return i;
}

Test (excess, agrees_with_the_reference)
{
  g_autoptr (TestTable) groups = test_table_load ("gaps/groups.csv");
  g_autoptr (TestTable) expected = test_table_load ("gaps/excess.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (groups, columns, from);
  g_autoptr (MarmotGroups) areas = test_groups_of (groups, "area");
  guint n = 0;

  for (int reference = 0; reference < 4; reference++)
    {
      MarmotExcessOptions *options[2];
      MarmotTable *rows[2], *totals[2];

      make_options (options, "reference", reference, 95, 1.5, 0);
      for (int better = 0; better < 2; better++)
        {
          rows[better] = marmot_excess_events (figures, areas, options[better], NULL);
          totals[better] = marmot_excess_totals (figures, areas, options[better], NULL);
        }
      for (guint line = 0; line < expected->rows->len; line++)
        {
          double area = test_table_number (expected, line, "area");
          const char *part = test_table_text (expected, line, "part");
          const char *unit = test_table_text (expected, line, "unit");
          gboolean group = g_str_equal (part, "group");
          gboolean better = more_is_better (groups, area);
          g_autofree char *name = g_strconcat (g_str_equal (unit, "years") ? "excess_years" : "excess",
                                               group || g_str_equal (part, "all") ? "" : "_",
                                               group || g_str_equal (part, "all") ? "" : part, NULL);
          g_autofree char *upper = g_strconcat (name, "_upper", NULL);
          MarmotTable *result = group ? rows[better] : totals[better];
          gsize row = group ? start_of (groups, area) + (guint) test_table_number (expected, line, "group")
                            : test_group_row (areas, area);
          double value, se;

          if (test_table_number (expected, line, "reference") != reference)
            continue;
          value = test_result (result, name, row);
          se = (test_result (result, upper, row) - value) / 1.959963984540054;
          cr_assert (close_to (value, test_table_number (expected, line, "value"), 1e-9), "line %u: %.17g", line + 2, value);
          cr_assert (close_to (se, test_table_number (expected, line, "se"), 1e-9), "line %u: %.17g", line + 2, se);
          n++;
        }
      for (int better = 0; better < 2; better++)
        {
          g_object_unref (options[better]);
          marmot_table_unref (rows[better]);
          marmot_table_unref (totals[better]);
        }
    }
  cr_assert (n == expected->rows->len);
}

/* The optimum of a linear programme is good to about 1e-9, and differences of it to 1e-6. */
Test (levelling, agrees_with_the_reference)
{
  g_autoptr (TestTable) groups = test_table_load ("gaps/groups.csv");
  g_autoptr (TestTable) expected = test_table_load ("gaps/levelling.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (groups, columns, from);
  g_autoptr (MarmotGroups) areas = test_groups_of (groups, "area");
  guint n_reached = 0, n_not = 0;

  for (guint line = 0; line < expected->rows->len; line++)
    {
      double area = test_table_number (expected, line, "area");
      double total = test_table_number (expected, line, "total");
      gboolean better = more_is_better (groups, area);
      MarmotExcessOptions *options[2];
      g_autoptr (MarmotTable) result = NULL;
      gsize row = test_group_row (areas, area);

      make_options (options, "goal", (int) test_table_number (expected, line, "goal"),
                    test_table_number (expected, line, "target"), 0, 130);
      result = marmot_levelling_totals (figures, areas, options[better], NULL);
      g_object_unref (options[0]);
      g_object_unref (options[1]);
      if (isnan (total))
        {
          cr_assert (test_status_is (result, "status", row, MARMOT_STATUS_OUT_OF_REACH), "line %u", line + 2);
          n_not++;
          continue;
        }
      cr_assert (fabs (test_result (result, "events", row) - total) <= 1e-7 * (1 + total), "line %u: %.17g", line + 2,
                 test_result (result, "events", row));
      cr_assert (fabs ((test_result (result, "events_upper", row) - test_result (result, "events", row))
                         / 1.959963984540054
                       - test_table_number (expected, line, "se"))
                   <= 2e-5 * (1 + test_table_number (expected, line, "se")),
                 "line %u: %.17g", line + 2, test_result (result, "events_upper", row));
      n_reached++;
    }
  cr_assert (n_reached > 100 && n_not >= 1, "%u %u", n_reached, n_not);
}

static const char *const names[] = { "rank", "estimate", "standard_error", "population", NULL };
static const double rank[] = { 1, 2, 3, 4, 5 };
static const double rates[] = { 50, 42, 37, 30, 26 };
static const double errors[] = { 2, 2, 2, 2, 2 };
static const double people[] = { 1000, 1200, 900, 1100, 1000 };

static MarmotTable *
five_groups (void)
{
  const double *all[] = { rank, rates, errors, people };

  return test_figures (names, all, 5);
}

static MarmotExcessOptions *
options_for (const char *what,
             int which,
             double target)
{
  return g_object_new (MARMOT_TYPE_EXCESS_OPTIONS, "per", 1000.0, what, which, "target", target, NULL);
}

Test (excess, by_hand)
{
  g_autoptr (MarmotTable) figures = five_groups ();
  g_autoptr (MarmotExcessOptions) least = marmot_excess_options_new (NULL, 1000, FALSE);
  g_autoptr (MarmotExcessOptions) average = options_for ("reference", MARMOT_EXCESS_REFERENCE_AVERAGE, 0);
  g_autoptr (MarmotTable) rows = marmot_excess_events (figures, NULL, least, NULL);
  g_autoptr (MarmotTable) totals = marmot_excess_totals (figures, NULL, least, NULL);
  g_autoptr (MarmotTable) of_average = marmot_excess_totals (figures, NULL, average, NULL);
  double sum = 0;

  cr_assert (test_near (test_result (rows, "excess", 0), 24, 1e-14));
  cr_assert (test_result (rows, "excess", 4) == 0);
  cr_assert (test_near (test_result (rows, "excess_upper", 0), 24 + 1.959963984540054 * sqrt (8), 1e-14));
  cr_assert (test_near (test_result (totals, "excess_most", 0), 24, 1e-14));
  for (gsize i = 0; i < 5; i++)
    sum += test_result (rows, "excess", i);
  cr_assert (test_near (test_result (totals, "excess", 0), sum, 1e-14));
  cr_assert (test_result (totals, "excess_worse", 0) == test_result (totals, "excess", 0));
  cr_assert (test_result (totals, "reference", 0) == 26);
  cr_assert (test_near (test_result (totals, "events", 0), 50 + 50.4 + 33.3 + 33 + 26, 1e-14));
  cr_assert (fabs (test_result (of_average, "excess", 0)) < 1e-12);
  cr_assert (test_result (of_average, "excess_worse", 0) > 10);
  cr_assert (marmot_table_has_column (totals, "excess_years") == FALSE);
}

/* What is to be prevented leaves the goal reached. */
Test (levelling, reaches_the_goal)
{
  g_autoptr (MarmotTable) figures = five_groups ();
  const double gaps[] = { 15, 5, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      g_autoptr (MarmotExcessOptions) gap = options_for ("goal", MARMOT_LEVELLING_GOAL_GAP, gaps[i]);
      g_autoptr (MarmotExcessOptions) slope = options_for ("goal", MARMOT_LEVELLING_GOAL_SLOPE_INDEX, gaps[i]);
      g_autoptr (MarmotTable) by_gap = marmot_levelling_schedule (figures, NULL, gap, NULL);
      g_autoptr (MarmotTable) by_slope = marmot_levelling_schedule (figures, NULL, slope, NULL);
      double sxx = 0, b = 0, n = 0;

      cr_assert (test_near (test_result (by_gap, "to", 0), 26 + gaps[i], 1e-14));
      for (gsize g = 0; g < 5; g++)
        n += people[g];
      for (gsize g = 0; g < 5; g++)
        {
          double x = test_result (by_slope, "place", g) - 0.5;

          sxx += people[g] / n * x * x;
          b += people[g] / n * x * test_result (by_slope, "to", g);
          cr_assert (test_result (by_slope, "change", g) <= 0);
        }
      cr_assert (fabs (-b / sxx - gaps[i]) < 1e-11, "%g", -b / sxx);
    }
}

/* Half the slope comes off, the least deprived end stays where it is. */
Test (levelling, halves_the_slope)
{
  g_autoptr (MarmotTable) figures = five_groups ();
  g_autoptr (MarmotExcessOptions) options = options_for ("goal", MARMOT_LEVELLING_GOAL_SHARE_OF_SLOPE, 0);
  g_autoptr (MarmotTable) schedule = marmot_levelling_schedule (figures, NULL, options, NULL);
  double sxx = 0, before = 0, after = 0;

  for (gsize g = 0; g < 5; g++)
    {
      double x = test_result (schedule, "place", g) - 0.5;

      sxx += people[g] * x * x;
      before += people[g] * x * rates[g];
      after += people[g] * x * test_result (schedule, "to", g);
      cr_assert (test_result (schedule, "events", g) > (g == 4 ? 0 : test_result (schedule, "events", 4)));
    }
  cr_assert (test_near (after / sxx, 0.5 * before / sxx, 1e-13));
}

Test (levelling, of_what_is_reached_is_nothing)
{
  g_autoptr (MarmotTable) figures = five_groups ();

  for (int goal = 0; goal < 3; goal++)
    {
      g_autoptr (MarmotExcessOptions) options = options_for ("goal", goal, 60);
      g_autoptr (MarmotTable) totals = marmot_levelling_totals (figures, NULL, options, NULL);

      cr_assert (test_result (totals, "events", 0) == 0, "%d", goal);
      cr_assert (test_status_is (totals, "status", 0, MARMOT_STATUS_OK));
    }
}

/* Rates per 1,000 and per 100,000, and rows in any order, are the same events. */
Test (excess, does_not_depend_on_the_unit_or_the_order)
{
  const double back_rank[] = { 5, 4, 3, 2, 1 };
  double back[5], back_errors[5], back_people[5];
  const double *all[] = { back_rank, back, back_errors, back_people };
  g_autoptr (MarmotTable) figures = five_groups ();
  g_autoptr (MarmotTable) others = NULL;
  g_autoptr (MarmotExcessOptions) a = options_for ("goal", MARMOT_LEVELLING_GOAL_SLOPE_INDEX, 5);
  g_autoptr (MarmotExcessOptions) b = g_object_new (MARMOT_TYPE_EXCESS_OPTIONS, "per", 100000.0, "goal",
                                                    MARMOT_LEVELLING_GOAL_SLOPE_INDEX, "target", 500.0, NULL);
  g_autoptr (MarmotTable) x = NULL;
  g_autoptr (MarmotTable) y = NULL;
  g_autoptr (MarmotTable) u = NULL;
  g_autoptr (MarmotTable) v = NULL;

  for (gsize i = 0; i < 5; i++)
    {
      back[i] = 100 * rates[4 - i];
      back_errors[i] = 100 * errors[4 - i];
      back_people[i] = people[4 - i];
    }
  others = test_figures (names, all, 5);
  x = marmot_levelling_totals (figures, NULL, a, NULL);
  y = marmot_levelling_totals (others, NULL, b, NULL);
  u = marmot_excess_totals (figures, NULL, a, NULL);
  v = marmot_excess_totals (others, NULL, b, NULL);
  cr_assert (test_near (test_result (x, "events", 0), test_result (y, "events", 0), 1e-12));
  cr_assert (test_near (test_result (x, "events_upper", 0), test_result (y, "events_upper", 0), 1e-12));
  cr_assert (test_near (test_result (u, "excess_lower", 0), test_result (v, "excess_lower", 0), 1e-12));
}

/* Years of life have no limit that anybody could state: without one, the most deprived go
 * all the way, those of a tie together. */
Test (levelling, needs_no_limit)
{
  const double tied[] = { 1, 1, 3, 4, 5 }, years[] = { 71, 73, 76, 79, 82 };
  const double *const ranks[] = { rank, tied };

  for (int t = 0; t < 2; t++)
    {
      const double *all[] = { ranks[t], years, errors, people };
      g_autoptr (MarmotTable) figures = test_figures (names, all, 5);
      g_autoptr (MarmotExcessOptions) options = g_object_new (MARMOT_TYPE_EXCESS_OPTIONS, "per", 1.0, "more-is-better",
                                                              TRUE, "goal", MARMOT_LEVELLING_GOAL_SLOPE_INDEX, "target",
                                                              5.0, NULL);
      g_autoptr (MarmotTable) schedule = marmot_levelling_schedule (figures, NULL, options, NULL);
      g_autoptr (MarmotTable) total = marmot_levelling_totals (figures, NULL, options, NULL);
      double sxx = 0, slope = 0, events = 0;

      for (gsize g = 0; g < 5; g++)
        {
          double x = test_result (schedule, "place", g) - 0.5;

          sxx += people[g] * x * x;
          slope += people[g] * x * test_result (schedule, "to", g);
          events += test_result (schedule, "events", g);
          cr_assert (test_result (schedule, "change", g) >= 0);
        }
      cr_assert (test_near (slope / sxx, 5, 1e-12), "%.17g", slope / sxx);
      cr_assert (test_near (test_result (total, "events", 0), events, 1e-12));
      cr_assert (test_result (total, "events_lower", 0) < events && test_result (total, "events_upper", 0) > events);
      if (t == 1)
        cr_assert (test_near (test_result (schedule, "change", 0), test_result (schedule, "change", 1), 1e-12));
    }
}

/* A percentage who reach a level, and the percentage who do not, are one thing. */
Test (excess, of_more_and_of_less_are_mirrors)
{
  double others[5];
  const double *all[] = { rank, others, errors, people };
  g_autoptr (MarmotTable) figures = five_groups ();
  g_autoptr (MarmotTable) mirror = NULL;
  g_autoptr (MarmotExcessOptions) less = g_object_new (MARMOT_TYPE_EXCESS_OPTIONS, "per", 100.0, "goal",
                                                       MARMOT_LEVELLING_GOAL_SLOPE_INDEX, "target", 5.0, NULL);
  g_autoptr (MarmotExcessOptions) more = g_object_new (MARMOT_TYPE_EXCESS_OPTIONS, "per", 100.0, "more-is-better", TRUE,
                                                       "goal", MARMOT_LEVELLING_GOAL_SLOPE_INDEX, "target", 5.0,
                                                       "limit", 100.0, NULL);
  g_autoptr (MarmotTable) a = NULL;
  g_autoptr (MarmotTable) b = NULL;
  g_autoptr (MarmotTable) c = NULL;
  g_autoptr (MarmotTable) d = NULL;

  for (gsize i = 0; i < 5; i++)
    others[i] = 100 - rates[i];
  mirror = test_figures (names, all, 5);
  a = marmot_excess_totals (figures, NULL, less, NULL);
  b = marmot_excess_totals (mirror, NULL, more, NULL);
  c = marmot_levelling_totals (figures, NULL, less, NULL);
  d = marmot_levelling_totals (mirror, NULL, more, NULL);
  cr_assert (test_near (test_result (a, "excess", 0), test_result (b, "excess", 0), 1e-13));
  cr_assert (test_near (test_result (a, "excess_upper", 0), test_result (b, "excess_upper", 0), 1e-13));
  cr_assert (test_near (test_result (c, "events", 0), test_result (d, "events", 0), 1e-12));
  cr_assert (test_near (test_result (c, "events_upper", 0), test_result (d, "events_upper", 0), 1e-12));
}

Test (excess, bad_rows_void_their_area_alone)
{
  const double area[] = { 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7 };
  const double r[] = { 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1, 2 };
  const double y[] = { 9, 5, NA, 5, 9, (double) INFINITY, 9, 5, 9, 5, 9, 5, 9, 5 };
  const double se[] = { 1, 1, 1, 1, 1, 1, 1, 1, -1, 1, 1, 1, NA, 1 };
  const double n[] = { 10, 10, 10, 10, 10, 10, -1, 10, 10, 10, 10, 10, 10, 10 };
  const double *all[] = { r, y, se, n };
  const MarmotStatus status[] = { MARMOT_STATUS_OK, MARMOT_STATUS_MISSING, MARMOT_STATUS_NOT_FINITE,
                                  MARMOT_STATUS_NEGATIVE_COUNT, MARMOT_STATUS_ERROR_OUT_OF_RANGE, MARMOT_STATUS_OK,
                                  MARMOT_STATUS_OK };
  g_autoptr (MarmotColumn) key = marmot_column_new_double (area, 14);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_column (key, NULL);
  g_autoptr (MarmotTable) figures = test_figures (names, all, 14);
  g_autoptr (MarmotExcessOptions) options = marmot_excess_options_new (NULL, 10, FALSE);
  g_autoptr (MarmotExcessOptions) slope = options_for ("goal", MARMOT_LEVELLING_GOAL_SLOPE_INDEX, 0);
  g_autoptr (MarmotTable) totals = marmot_excess_totals (figures, groups, options, NULL);
  g_autoptr (MarmotTable) rows = marmot_excess_events (figures, groups, options, NULL);
  g_autoptr (MarmotTable) goals = marmot_levelling_totals (figures, groups, slope, NULL);

  for (gsize k = 0; k < 7; k++)
    {
      cr_assert (test_status_is (totals, "status", k, status[k]));
      cr_assert (test_status_is (rows, "status", 2 * k, status[k]));
      cr_assert (isnan (test_result (totals, "excess", k)) == (status[k] != MARMOT_STATUS_OK));
    }
  cr_assert (test_status_is (goals, "status", 5, MARMOT_STATUS_TOO_FEW_GROUPS));
  cr_assert (test_result (totals, "excess", 6) == 4);
  cr_assert (isnan (test_result (totals, "excess_upper", 6)));
}

Test (excess, options_are_checked)
{
  g_autoptr (MarmotTable) figures = five_groups ();
  g_autoptr (MarmotExcessOptions) no_unit = g_object_new (MARMOT_TYPE_EXCESS_OPTIONS, NULL);
  g_autoptr (MarmotExcessOptions) share = g_object_new (MARMOT_TYPE_EXCESS_OPTIONS, "per", 1.0, "share", 2.0, NULL);
  MarmotExcessOptions *wrong[] = { no_unit, share };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_excess_totals (figures, NULL, wrong[i], &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    }
}

/* Too large to be added up is a status and not an infinity. */
Test (excess, of_enormous_numbers_has_a_status)
{
  const double r[] = { 1, 2 }, y[] = { 1e308, 1 }, se[] = { 1, 1 }, n[] = { 1e10, 1 };
  const double *all[] = { r, y, se, n };
  g_autoptr (MarmotTable) figures = test_figures (names, all, 2);
  g_autoptr (MarmotExcessOptions) options = marmot_excess_options_new (NULL, 1, FALSE);
  g_autoptr (MarmotExcessOptions) slope = g_object_new (MARMOT_TYPE_EXCESS_OPTIONS, "per", 1.0, "goal",
                                                        MARMOT_LEVELLING_GOAL_LEVEL, NULL);
  g_autoptr (MarmotTable) totals = marmot_excess_totals (figures, NULL, options, NULL);
  g_autoptr (MarmotTable) goals = marmot_levelling_totals (figures, NULL, slope, NULL);

  cr_assert (test_status_is (totals, "status", 0, MARMOT_STATUS_NOT_FINITE));
  cr_assert (isnan (test_result (totals, "excess", 0)));
  cr_assert (test_status_is (goals, "status", 0, MARMOT_STATUS_NOT_FINITE));
}

Test (excess, the_locale_changes_no_name)
{
  const double levels[] = { 0.95, 0.998 };
  g_autoptr (MarmotTable) figures = five_groups ();
  g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();
  g_autoptr (MarmotExcessOptions) options = NULL;
  g_autoptr (MarmotTable) totals = NULL;

  /* Where none of these is installed the test still holds for "C". */
  if (!setlocale (LC_ALL, "de_DE.UTF-8") && !setlocale (LC_ALL, "fr_FR.UTF-8"))
    setlocale (LC_ALL, "");
  cr_assert (marmot_interval_options_set_levels (interval, levels, 2, NULL));
  options = g_object_new (MARMOT_TYPE_EXCESS_OPTIONS, "per", 100.0, "interval", interval, NULL);
  totals = marmot_excess_totals (figures, NULL, options, NULL);
  cr_assert (marmot_table_has_column (totals, "excess_lower_99.8"));
}

Test (excess, of_one_group_by_hand)
{
  g_autoptr (MarmotExcessOptions) options
    = g_object_new (MARMOT_TYPE_EXCESS_OPTIONS, "per", 1000.0, "reference", MARMOT_EXCESS_REFERENCE_TARGET, "target", 26.0,
                    "target-se", 1.5, NULL);
  g_autoptr (MarmotExcessOptions) average = g_object_new (MARMOT_TYPE_EXCESS_OPTIONS, "per", 1000.0, "reference",
                                                          MARMOT_EXCESS_REFERENCE_AVERAGE, NULL);
  g_autoptr (MarmotEstimate) excess = marmot_excess_of_group (50, 2, 4000, options, NULL);
  g_autoptr (MarmotEstimate) bare = marmot_excess_of_group (50, (double) NAN, 4000, options, NULL);
  g_autoptr (MarmotEstimate) wrong = marmot_excess_of_group (50, 2, -1, options, NULL);
  GError *error = NULL;

  cr_assert (fabs (marmot_estimate_get_value (excess) - 96) < 1e-12);
  cr_assert (fabs (marmot_estimate_get_upper (excess) - 96 - 1.959963984540054 * 4 * 2.5) < 1e-10);
  cr_assert (marmot_estimate_get_value (bare) == marmot_estimate_get_value (excess));
  cr_assert (isnan (marmot_estimate_get_lower (bare)));
  cr_assert (marmot_estimate_get_status (wrong) != MARMOT_STATUS_OK);
  cr_assert (marmot_excess_of_group (50, 2, 4000, average, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
}

Test (excess, levelling_of_one_group_is_a_row)
{
  g_autoptr (MarmotExcessOptions) options = g_object_new (MARMOT_TYPE_EXCESS_OPTIONS, "per", 1000.0, "target", 26.0, NULL);
  g_autoptr (MarmotExcessOptions) gap
    = g_object_new (MARMOT_TYPE_EXCESS_OPTIONS, "per", 1000.0, "target", 26.0, "goal", MARMOT_LEVELLING_GOAL_GAP, NULL);
  g_autoptr (MarmotEstimate) events = marmot_levelling_of_group (50, 2, 4000, options, NULL);
  g_autoptr (MarmotEstimate) at_goal = marmot_levelling_of_group (20, 2, 4000, options, NULL);
  g_autoptr (MarmotEstimate) bare = marmot_levelling_of_group (50, (double) NAN, 4000, options, NULL);
  g_autoptr (MarmotEstimate) wrong = marmot_levelling_of_group (50, 2, -1, options, NULL);
  GError *error = NULL;

  cr_assert (fabs (marmot_estimate_get_value (events) - 96) < 1e-12);
  cr_assert (fabs (marmot_estimate_get_upper (events) - 96 - 1.959963984540054 * 4 * 2) < 1e-10);
  cr_assert (marmot_estimate_get_method (events) == MARMOT_METHOD_LEVELLING);
  cr_assert (marmot_estimate_get_value (at_goal) == 0);
  cr_assert (marmot_estimate_get_value (bare) == marmot_estimate_get_value (events));
  cr_assert (isnan (marmot_estimate_get_lower (bare)));
  cr_assert (marmot_estimate_get_status (wrong) != MARMOT_STATUS_OK);
  cr_assert (marmot_levelling_of_group (50, 2, 4000, gap, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
}
