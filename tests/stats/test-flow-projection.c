/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>

#include "numeric/special.h"
#include "support/figures.h"
#include "support/flows.h"

/* In one year of 365 days: 20 people there all along, 10 entries and 4 who left. */
static MarmotTable *
make_queue (void)
{
  TestStays *stays = test_stays_new ();

  for (int i = 0; i < 20; i++)
    test_stays_add (stays, "in", 18000, TEST_STILL_THERE, NULL, 10000);
  for (int i = 0; i < 10; i++)
    test_stays_add (stays, "in", 19000 + 30 * i, i < 4 ? 19100 + 30 * i : TEST_STILL_THERE, NULL, 10000);
  return test_stays_end (stays);
}

static MarmotFlowRates *
rates_between (MarmotTable *stays,
               gint32 from,
               gint32 until,
               MarmotFlowOptions *options)
{
  g_autoptr (GDate) first = test_date_of (from), last = test_date_of (until);
  g_autoptr (GError) error = NULL;
  MarmotFlowRates *rates = marmot_flow_rates_new (stays, first, last, options, &error);

  cr_assert (rates != NULL, "%s", error ? error->message : "");
  return rates;
}

static MarmotFlowProjection *
project (MarmotFlowRates *rates,
         MarmotFlowOptions *options)
{
  g_autoptr (GError) error = NULL;
  MarmotFlowProjection *projection = marmot_flow_projection_new (rates, options, &error);

  cr_assert (projection != NULL, "%s", error ? error->message : "");
  return projection;
}

/* One state is a queue with as many servers as people: its mean has a closed form. */
Test (flow_projection, a_queue_without_end)
{
  g_autoptr (MarmotTable) stays = make_queue ();
  g_autoptr (MarmotFlowRates) rates = rates_between (stays, 18990, 19355, NULL);
  g_autoptr (MarmotFlowOptions) options
    = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "horizon", 60, "repetitions", 0, NULL);
  g_autoptr (MarmotFlowProjection) projection = project (rates, options);
  g_autoptr (MarmotTable) table = marmot_flow_projection_to_table (projection, MARMOT_FLOW_DETAIL_STATE);
  g_autoptr (MarmotTable) total = marmot_flow_projection_to_table (projection, MARMOT_FLOW_DETAIL_TOTAL);
  g_autoptr (MarmotTable) moves = marmot_flow_rates_to_table (rates);
  g_autoptr (MarmotTable) entries = marmot_flow_rates_entries (rates);
  double lambda = test_result (entries, "value", 0), mu = test_result (moves, "value", 0);

  cr_assert (lambda == 10 / (365 / 365.25) && test_result (moves, "moves", 0) == 4);
  cr_assert (marmot_table_get_n_rows (table) == 61 && marmot_table_get_n_rows (total) == 1 + 60 * 3);
  for (gsize t = 0; t <= 60; t++)
    {
      double h = (double) t / 12, expected = 26 * exp (-mu * h) + lambda / mu * (1 - exp (-mu * h));

      cr_assert (fabs (test_result (table, "value", t) / expected - 1) < 1e-12);
      cr_assert (isnan (test_result (table, "lower", t)) && test_result (table, "step", t) == (double) t);
    }
  /* Entries of a month, and what goes in less what goes out. */
  cr_assert (test_says (total, "figure", 1, "total") && test_says (total, "figure", 2, "entries"));
  cr_assert (fabs (test_result (total, "value", 2) - lambda / 12) < 1e-12);
  cr_assert (fabs (26 + test_result (total, "value", 2) - test_result (total, "value", 3)
                   - test_result (total, "value", 1))
             < 1e-12);
  cr_assert (marmot_flow_projection_get_method (projection) == MARMOT_METHOD_MULTISTATE);
}

/* With rates as known and nobody there at first, the queue is Poisson at every time: limits
 * are its quantiles. */
Test (flow_projection, limits_of_chance_are_exact)
{
  TestStays *made = test_stays_new ();
  g_autoptr (MarmotTable) stays = NULL;
  g_autoptr (MarmotFlowRates) rates = NULL;
  g_autoptr (MarmotFlowProjection) projection = NULL;
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();
  g_autoptr (MarmotFlowOptions) options = NULL;
  double mean, lower, upper;

  for (int i = 0; i < 60; i++)
    test_stays_add (made, "in", 19001 + i * 5, 19101 + i * 4, NULL, 0);
  stays = test_stays_end (made);
  rates = rates_between (stays, 19000, 19400, NULL);
  marmot_interval_options_set_method (interval, MARMOT_METHOD_MULTISTATE_CHANCE);
  options = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "interval", interval, "horizon", 24, "repetitions", 40000, NULL);
  projection = project (rates, options);
  table = marmot_flow_projection_to_table (projection, MARMOT_FLOW_DETAIL_STATE);
  for (gsize t = 1; t <= 24; t++)
    {
      double below, above;

      mean = test_result (table, "value", t);
      lower = test_result (table, "lower", t);
      upper = test_result (table, "upper", t);
      /* Where the sum of probabilities passes the level, give or take what 40,000 say. */
      below = lower > 0 ? mn_gamma_upper (lower, mean) : 0;
      above = mn_gamma_upper (lower + 1, mean);
      cr_assert (below <= 0.025 + 0.004 && above >= 0.025 - 0.004, "step %zu: %g, %g, %g", t, lower, below, above);
      below = mn_gamma_upper (upper, mean);
      above = mn_gamma_upper (upper + 1, mean);
      cr_assert (below <= 0.975 + 0.004 && above >= 0.975 - 0.004, "step %zu: %g, %g, %g", t, upper, below, above);
    }
  cr_assert (marmot_flow_projection_get_method (projection) == MARMOT_METHOD_MULTISTATE_CHANCE);
}

static gboolean
same_limits (MarmotFlowRates *rates,
             guint seed_a,
             guint threads_a,
             guint seed_b,
             guint threads_b)
{
  guint seeds[] = { seed_a, seed_b }, threads[] = { threads_a, threads_b };
  g_autoptr (MarmotTable) a = NULL;
  g_autoptr (MarmotTable) b = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (MarmotFlowOptions) options = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "ages", "5,16,18", "horizon", 12,
                                                            "repetitions", 900, "seed", seeds[i], NULL);
      g_autoptr (MarmotFlowProjection) projection = NULL;

      marmot_set_threads (threads[i]);
      projection = project (rates, options);
      *(i == 0 ? &a : &b) = marmot_flow_projection_to_table (projection, MARMOT_FLOW_DETAIL_AGE_AND_STATE);
    }
  marmot_set_threads (0);
  return marmot_table_equal (a, b);
}

Test (flow_projection, a_seed_gives_the_same_bits)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (MarmotTable) stays = test_random_stays (rand, 400, 16500, 20500);
  g_autoptr (MarmotFlowOptions) options = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "ages", "5,16,18", NULL);
  g_autoptr (MarmotFlowRates) rates = rates_between (stays, 18000, 19500, options);

  cr_assert (same_limits (rates, 7, 1, 7, 1));
  cr_assert (same_limits (rates, 7, 1, 7, 8));
  cr_assert (!same_limits (rates, 7, 1, 8, 1));
}

/* Whatever the data: bands and states add up, limits stand round the figure in order, and
 * what comes in less what goes out is what changes. */
Test (flow_projection, figures_add_up)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (int trial = 0; trial < 8; trial++)
    {
      g_autoptr (MarmotTable) stays = test_random_stays (rand, 150, 16500, 20500);
      g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();
      g_autoptr (MarmotFlowOptions) options
        = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "interval", interval, "ages", "5,16,18", "horizon", 20, "repetitions",
                        200, "step-months", trial % 2 ? 12 : 1, NULL);
      g_autoptr (MarmotFlowRates) rates = rates_between (stays, 17500, 19000, options);
      g_autoptr (MarmotFlowProjection) projection = project (rates, options);
      g_autoptr (MarmotTable) total = marmot_flow_projection_to_table (projection, MARMOT_FLOW_DETAIL_TOTAL);
      g_autoptr (MarmotTable) ages = marmot_flow_projection_to_table (projection, MARMOT_FLOW_DETAIL_AGE);
      g_autoptr (MarmotTable) states = marmot_flow_projection_to_table (projection, MARMOT_FLOW_DETAIL_STATE);
      g_autoptr (MarmotTable) both = marmot_flow_projection_to_table (projection, MARMOT_FLOW_DETAIL_AGE_AND_STATE);
      gsize n = marmot_flow_rates_get_n_states (rates);
      double before = test_result (total, "value", 0);

      cr_assert (before == (double) marmot_flow_rates_get_closing (rates));
      for (gsize t = 1; t <= 20; t++)
        {
          double all = test_result (total, "value", 3 * t - 2), of_ages = 0, of_states = 0, of_both = 0;

          for (gsize b = 0; b < 4; b++)
            of_ages += test_result (ages, "value", 4 * t + b);
          for (gsize s = 0; s < n; s++)
            of_states += test_result (states, "value", n * t + s);
          for (gsize i = 0; i < 4 * n; i++)
            of_both += test_result (both, "value", 4 * n * t + i);
          cr_assert (fabs (of_ages - all) < 1e-9 && fabs (of_states - all) < 1e-9 && fabs (of_both - all) < 1e-9);
          cr_assert (fabs (before + test_result (total, "value", 3 * t - 1) - test_result (total, "value", 3 * t) - all)
                     < 1e-9);
          cr_assert (test_result (total, "lower", 3 * t - 2) < all && all < test_result (total, "upper", 3 * t - 2));
          before = all;
        }
    }
}

/* Everybody turns 18 in the month that their birthday is in, and none before. */
Test (flow_projection, birthdays_come_when_they_come)
{
  TestStays *made = test_stays_new ();
  g_autoptr (MarmotTable) stays = NULL;
  g_autoptr (MarmotFlowOptions) options
    = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "ages", "18", "horizon", 24, "repetitions", 200, NULL);
  g_autoptr (MarmotFlowRates) rates = NULL;
  g_autoptr (MarmotFlowProjection) projection = NULL;
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (GDate) until = test_date ("2025-03-31");
  gint32 last = (gint32) g_date_get_julian (until) - 719163;

  /* Those who turned 18 in the year all went on that day. */
  for (int i = 0; i < 12; i++)
    {
      g_autoptr (GDate) birth = g_date_new_dmy (10, (GDateMonth) (1 + i), i < 3 ? 2007 : 2006);
      gint32 born = (gint32) g_date_get_julian (birth) - 719163, eighteen;

      g_date_add_years (birth, 18);
      eighteen = (gint32) g_date_get_julian (birth) - 719163;
      test_stays_add (made, "child", last - 2000, eighteen, "grown", born);
      test_stays_add (made, "grown", eighteen, TEST_STILL_THERE, NULL, born);
    }
  /* And these turn 18 in the third month ahead, and in the fourteenth. */
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GDate) birth = g_date_new_dmy (20, i == 0 ? G_DATE_JUNE : G_DATE_MAY, i == 0 ? 2007 : 2008);

      for (int k = 0; k < 5; k++)
        test_stays_add (made, "child", last - 2000, TEST_STILL_THERE, NULL,
                        (gint32) g_date_get_julian (birth) - 719163);
    }
  stays = test_stays_end (made);
  rates = rates_between (stays, last - 365, last, options);
  projection = project (rates, options);
  table = marmot_flow_projection_to_table (projection, MARMOT_FLOW_DETAIL_STATE);
  for (gsize t = 0; t <= 24; t++)
    {
      double children = t < 3 ? 10 : t < 14 ? 5 : 0;

      cr_assert (test_result (table, "value", 2 * t) == children, "%zu: %g", t, test_result (table, "value", 2 * t));
      cr_assert (test_result (table, "value", 2 * t + 1) == 22 - children);
      cr_assert (test_result (table, "lower", 2 * t) == children && test_result (table, "upper", 2 * t) == children);
    }
}

/* --- what-ifs ------------------------------------------------------------------------------ */

static MarmotTable *
make_factors (const char *csv)
{
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, strlen (csv));
  MarmotTable *table;

  marmot_csv_reader_set_column_type (reader, "flow", MARMOT_COLUMN_TEXT);
  marmot_csv_reader_set_column_type (reader, "from", MARMOT_COLUMN_TEXT);
  marmot_csv_reader_set_column_type (reader, "to", MARMOT_COLUMN_TEXT);
  marmot_csv_reader_set_column_type (reader, "factor", MARMOT_COLUMN_DOUBLE);
  table = marmot_csv_reader_read_bytes (reader, bytes, NULL, NULL);
  cr_assert (table != NULL);
  return table;
}

/* The total after a year under these changes. */
static double
total_after (MarmotFlowRates *rates,
             double entry_factor,
             const char *csv)
{
  g_autoptr (MarmotTable) factors = csv ? make_factors (csv) : NULL;
  g_autoptr (MarmotFlowOptions) options
    = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "horizon", 1, "step-months", 12, "repetitions", 0, "entry-factor",
                    entry_factor, "factors", factors, NULL);
  g_autoptr (MarmotFlowProjection) projection = project (rates, options);
  g_autoptr (MarmotTable) table = marmot_flow_projection_to_table (projection, MARMOT_FLOW_DETAIL_TOTAL);
  g_autofree char *text = marmot_flow_projection_describe (projection);

  cr_assert ((strstr (text, "what-if") != NULL) == (entry_factor != 1 || csv != NULL));
  return test_result (table, "value", 1);
}

Test (flow_projection, what_if)
{
  g_autoptr (MarmotTable) stays = make_queue ();
  g_autoptr (MarmotFlowRates) rates = rates_between (stays, 18990, 19355, NULL);
  g_autoptr (MarmotTable) moves = marmot_flow_rates_to_table (rates);
  double lambda = 10 / (365 / 365.25), mu = test_result (moves, "value", 0);

  cr_assert (fabs (total_after (rates, 0.9, NULL) - (26 * exp (-mu) + 0.9 * lambda / mu * (1 - exp (-mu)))) < 1e-11);
  cr_assert (fabs (total_after (rates, 0, NULL) - 26 * exp (-mu)) < 1e-11);
  cr_assert (fabs (total_after (rates, 1, "flow,from,to,factor\nentry,,in,0.5\nleave,in,,2\n")
                   - (26 * exp (-2 * mu) + 0.5 * lambda / (2 * mu) * (1 - exp (-2 * mu))))
             < 1e-11);
  cr_assert (fabs (total_after (rates, 1, "flow,factor\nleave,0\nentry,3\n") - (26 + 3 * lambda)) < 1e-11);
  cr_assert (total_after (rates, 1, "flow,factor\nmove,0\n") == total_after (rates, 1, NULL));
  cr_assert (total_after (rates, 1, "flow,factor\nany,0\n") == 26);
}

static void
expect_error (MarmotFlowRates *rates,
              const char *name,
              guint number,
              const char *csv,
              MarmotError code)
{
  g_autoptr (MarmotTable) factors = csv ? make_factors (csv) : NULL;
  g_autoptr (MarmotFlowOptions) options
    = csv ? g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "factors", factors, NULL)
          : g_object_new (MARMOT_TYPE_FLOW_OPTIONS, name, number, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_flow_projection_new (rates, options, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, (int) code), "%s", error ? error->message : "no error");
  cr_assert (!strstr (error->message, "nowhere"));
}

Test (flow_projection, errors)
{
  g_autoptr (MarmotTable) stays = make_queue ();
  g_autoptr (MarmotFlowRates) rates = rates_between (stays, 18990, 19355, NULL);
  g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();
  g_autoptr (MarmotFlowOptions) options = NULL;
  g_autoptr (GError) error = NULL;

  expect_error (rates, "horizon", 0, NULL, MARMOT_ERROR_INVALID_ARGUMENT);
  expect_error (rates, "horizon", 1201, NULL, MARMOT_ERROR_INVALID_ARGUMENT);
  expect_error (rates, "horizon", G_MAXUINT, NULL, MARMOT_ERROR_INVALID_ARGUMENT);
  expect_error (rates, "step-months", 0, NULL, MARMOT_ERROR_INVALID_ARGUMENT);
  expect_error (rates, "step-months", 5, NULL, MARMOT_ERROR_INVALID_ARGUMENT);
  expect_error (rates, "repetitions", 99, NULL, MARMOT_ERROR_INVALID_ARGUMENT);
  expect_error (rates, "repetitions", 1000001, NULL, MARMOT_ERROR_INVALID_ARGUMENT);
  expect_error (rates, "repetitions", 1000000, NULL, MARMOT_ERROR_TOO_LARGE);
  expect_error (rates, NULL, 0, "flow,from,to,factor\nentry,,nowhere,1\n", MARMOT_ERROR_NOT_FOUND);
  expect_error (rates, NULL, 0, "flow,from,to,factor\nnowhere,,,1\n", MARMOT_ERROR_INVALID_ARGUMENT);
  expect_error (rates, NULL, 0, "flow,from,to,factor\n,,,1\n", MARMOT_ERROR_INVALID_ARGUMENT);
  expect_error (rates, NULL, 0, "flow,from,to,factor\nany,,,\n", MARMOT_ERROR_INVALID_ARGUMENT);
  expect_error (rates, NULL, 0, "flow,from,to,factor\nany,,,-1\n", MARMOT_ERROR_INVALID_ARGUMENT);
  expect_error (rates, NULL, 0, "flow,from,to,factor\nany,,,1001\n", MARMOT_ERROR_INVALID_ARGUMENT);
  expect_error (rates, NULL, 0, "flow,from\nany,\n", MARMOT_ERROR_NOT_FOUND);
  marmot_interval_options_set_method (interval, MARMOT_METHOD_WILSON);
  options = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "interval", interval, NULL);
  cr_assert (marmot_flow_projection_new (rates, options, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (flow_projection, nobody_and_no_flows)
{
  g_autoptr (MarmotTable) nobody = test_stays ("state,start,end,next\n");
  g_autoptr (MarmotTable) still = test_stays ("state,start,end,next\na,2020-01-01,,\nb,2020-01-01,,\n");
  g_autoptr (MarmotFlowRates) none = test_rates (nobody, "2023-01-01", "2024-01-01", NULL);
  g_autoptr (MarmotFlowRates) same = test_rates (still, "2023-01-01", "2024-01-01", NULL);
  g_autoptr (MarmotFlowProjection) empty = project (none, NULL), idle = project (same, NULL);
  g_autoptr (MarmotFlowProjection) bare = g_object_new (MARMOT_TYPE_FLOW_PROJECTION, NULL);
  g_autoptr (MarmotTable) table = marmot_flow_projection_to_table (idle, MARMOT_FLOW_DETAIL_STATE);
  g_autoptr (MarmotTable) total = marmot_flow_projection_to_table (empty, MARMOT_FLOW_DETAIL_TOTAL);
  g_autoptr (MarmotTable) one = marmot_flow_projection_to_table (bare, MARMOT_FLOW_DETAIL_TOTAL);
  g_autofree char *text = marmot_flow_projection_describe (idle);
  g_autofree char *of_bare = marmot_flow_projection_to_string (bare);

  for (gsize i = 0; i < 2 * 37; i++)
    cr_assert (test_result (table, "value", i) == 1 && test_result (table, "upper", i) == 1);
  cr_assert (test_result (total, "value", 1 + 3 * 35) == 0 && test_result (total, "upper", 1 + 3 * 35) == 0);
  cr_assert (marmot_table_get_n_rows (one) == 1 && of_bare != NULL);
  cr_assert (strstr (text, "2 states nobody was seen to leave") != NULL);
  cr_assert (strstr (text, "Only 0 entries") != NULL);
  cr_assert (strstr (text, "It looks 3.0 years ahead and rests upon 1.0") != NULL);
}

/* --- against a model that is known ---------------------------------------------------------- */

/* Rates from three years of a model, a year projected, and what the same model did in that
 * year: 90% limits should hold nine in ten of it. Of 200 years with two states and the total
 * that is within 4 standard errors of the share, so 0.815 to 0.985. */
Test (flow_projection, limits_cover)
{
  static const TestModel model = { { 40, 10 }, { 0.5, 0.3 }, { 0.4, 0.2 }, { 60, 80 } };
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  double level = 0.9;
  g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();
  g_autoptr (MarmotFlowOptions) options = NULL;
  g_autoptr (GDate) from = test_date_of (18000), cut = test_date_of (19096), until = test_date_of (19462);
  double within[3] = { 0 }, error[3] = { 0 };
  enum
  {
    YEARS = 200
  };

  marmot_interval_options_set_levels (interval, &level, 1, NULL);
  options = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "interval", interval, "repetitions", 300, "step-months", 12, NULL);
  for (guint trial = 0; trial < YEARS; trial++)
    {
      g_autoptr (MarmotTable) stays = test_model_stays (rand, &model, 18000, 19470);
      g_autoptr (GError) failed = NULL;
      g_autoptr (MarmotFlowBackTest) test = marmot_flow_back_test_new (stays, from, cut, until, options, &failed);
      g_autoptr (MarmotTable) table = NULL;

      cr_assert (test != NULL, "%s", failed ? failed->message : "");
      table = marmot_flow_back_test_to_table (test);
      cr_assert (marmot_table_get_n_rows (table) == 3);
      for (gsize i = 0; i < 3; i++)
        {
          g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, "within");

          within[i] += marmot_column_get_boolean (column, i);
          error[i] += test_result (table, "error", i);
        }
    }
  for (int i = 0; i < 3; i++)
    {
      cr_assert (within[i] / YEARS > 0.815 && within[i] / YEARS < 0.985, "%d: %g", i, within[i] / YEARS);
      /* And the figure is not off to one side: its error is some 13 either way. */
      cr_assert (fabs (error[i] / YEARS) < 4 * 16 / sqrt (YEARS), "%d: %g", i, error[i] / YEARS);
    }
}
