/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>

#include "support/figures.h"
#include "support/flows.h"

static MarmotFlowBackTest *
back_test (MarmotTable *stays,
           const char *from,
           const char *cut,
           const char *until,
           MarmotFlowOptions *options)
{
  g_autoptr (GDate) first = test_date (from), middle = test_date (cut), last = test_date (until);
  g_autoptr (GError) error = NULL;
  MarmotFlowBackTest *test = marmot_flow_back_test_new (stays, first, middle, last, options, &error);

  cr_assert (test != NULL, "%s", error ? error->message : "");
  return test;
}

/* Nothing moved before the cut, so that nothing is expected to: what came is the error. */
Test (flow_back_test, by_hand)
{
  g_autoptr (MarmotTable) stays = test_stays ("state,start,end,next\n"
                                              "a,2020-01-01,,\n"
                                              "a,2020-01-01,2023-02-28,b\n"
                                              "b,2023-02-28,,\n"
                                              "b,2020-01-01,2023-03-31,\n"
                                              "b,2023-03-31,,\n");
  g_autoptr (MarmotFlowOptions) options
    = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "horizon", 7, "repetitions", 200, NULL);
  g_autoptr (MarmotFlowBackTest) test = back_test (stays, "2022-01-01", "2022-12-31", "2023-03-31", options);
  g_autoptr (MarmotTable) table = marmot_flow_back_test_to_table (test);
  g_autoptr (MarmotTable) summary = marmot_flow_back_test_summarise (test);
  g_autoptr (MarmotColumn) dates = marmot_table_get_column_by_name (table, "date");
  g_autoptr (MarmotColumn) within = marmot_table_get_column_by_name (table, "within");
  g_autofree char *text = marmot_flow_back_test_to_string (test);
  g_autofree char *said = marmot_flow_back_test_describe (test);
  /* 31 January, 28 February (the day of the move), 31 March (of leaving and entering). */
  static const double observed[] = { 2, 1, 3, 1, 2, 3, 1, 2, 3 };
  static const double projected[] = { 2, 1, 3 };
  g_autoptr (GDate) february = test_date ("2023-02-28");

  cr_assert (marmot_table_get_n_rows (table) == 9);
  for (gsize i = 0; i < 9; i++)
    {
      cr_assert (test_result (table, "observed", i) == observed[i], "%zu: %g", i, test_result (table, "observed", i));
      cr_assert (test_result (table, "value", i) == projected[i % 3]);
      cr_assert (test_result (table, "no_change", i) == projected[i % 3]);
      cr_assert (test_result (table, "error", i) == projected[i % 3] - observed[i]);
      cr_assert (marmot_column_get_boolean (within, i) == (projected[i % 3] == observed[i]));
    }
  cr_assert (test_says (table, "state", 0, "a") && test_says (table, "state", 2, NULL));
  cr_assert (marmot_column_get_date (dates, 3) == (gint32) g_date_get_julian (february) - 719163);

  cr_assert (test_result (summary, "figures", 0) == 2 && test_result (summary, "figures", 1) == 6);
  cr_assert (test_result (summary, "within", 0) == 0 && test_result (summary, "within", 1) == 2);
  cr_assert (test_result (summary, "mean_error", 0) == 0 && test_result (summary, "mean_absolute_error", 0) == 1);
  cr_assert (test_result (summary, "skill", 0) == 0 && test_result (summary, "total_error", 1) == 0);
  cr_assert (fabs (test_result (summary, "mean_absolute_error", 1) - 4.0 / 6) < 1e-12);
  cr_assert_str_eq (text, "3 steps from 2022-12-31: 0 of 2 states within their limits");
  cr_assert (strstr (said, "about as well as no change") != NULL);
}

/* A stock that runs down by a third a year is seen to, where no change is not. */
Test (flow_back_test, beats_no_change_where_there_is_change)
{
  static const TestModel model = { { 5, 0 }, { 0, 0 }, { 0.4, 0 }, { 900, 0 } };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (MarmotTable) stays = test_model_stays (rand, &model, 18000, 19470);
  g_autoptr (GDate) from = test_date_of (18000), cut = test_date_of (18731), until = test_date_of (19097);
  g_autoptr (MarmotFlowBackTest) test = marmot_flow_back_test_new (stays, from, cut, until, NULL, NULL);
  g_autoptr (MarmotTable) summary = marmot_flow_back_test_summarise (test);
  g_autofree char *said = marmot_flow_back_test_describe (test);

  cr_assert (test_result (summary, "skill", 0) > 0.8 && test_result (summary, "skill", 1) > 0.7);
  cr_assert (test_result (summary, "no_change_total_error", 0) > 80);
  cr_assert (test_result (summary, "figures", 1) == 12);
  cr_assert (strstr (said, "better than no change") != NULL);
}

/* What is known at the last day of a projection is what its rates knew. */
Test (flow_back_test, agrees_with_rates_and_projection)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (MarmotTable) stays = test_random_stays (rand, 300, 16500, 20500);
  g_autoptr (MarmotFlowOptions) options = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "ages", "5, 16, 18", "repetitions",
                                                        200, "horizon", 12, NULL);
  g_autoptr (MarmotFlowBackTest) test = back_test (stays, "2019-03-31", "2021-03-31", "2022-03-31", options);
  g_autoptr (MarmotFlowRates) then = test_rates (stays, "2019-03-31", "2021-03-31", options);
  g_autoptr (MarmotFlowRates) later = test_rates (stays, "2021-03-31", "2022-03-31", NULL);
  g_autoptr (MarmotFlowProjection) projection = marmot_flow_projection_new (then, options, NULL);
  g_autoptr (MarmotTable) known = marmot_flow_rates_stock (later);
  g_autoptr (MarmotTable) table = marmot_flow_back_test_to_table (test);
  g_autoptr (MarmotTable) mine = marmot_flow_projection_to_table (projection, MARMOT_FLOW_DETAIL_STATE);
  g_autoptr (MarmotTable) of_test
    = marmot_flow_projection_to_table (marmot_flow_back_test_get_projection (test), MARMOT_FLOW_DETAIL_STATE);
  gsize n = marmot_flow_rates_get_n_states (then);

  cr_assert (marmot_table_equal (mine, of_test));
  for (gsize s = 0; s < n; s++)
    {
      cr_assert (test_result (table, "observed", 11 * (n + 1) + s) == test_result (known, "closing", s));
      cr_assert (test_result (table, "no_change", s) == test_result (known, "opening", s));
      cr_assert (test_result (table, "lower", s) == test_result (mine, "lower", n + s));
    }
}

Test (flow_back_test, errors)
{
  g_autoptr (MarmotTable) stays = test_stays ("state,start,end,next\na,2020-01-01,,\n");
  g_autoptr (GDate) from = test_date ("2022-01-01"), cut = test_date ("2022-12-31"), until = test_date ("2023-01-30");
  g_autoptr (MarmotFlowBackTest) bare = g_object_new (MARMOT_TYPE_FLOW_BACK_TEST, NULL);
  g_autoptr (MarmotTable) table = marmot_flow_back_test_to_table (bare);
  g_autoptr (MarmotTable) summary = marmot_flow_back_test_summarise (bare);
  g_autofree char *text = marmot_flow_back_test_describe (bare);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_flow_back_test_new (stays, from, cut, until, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_flow_back_test_new (stays, cut, from, until, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  cr_assert (marmot_table_get_n_rows (table) == 0 && isnan (test_result (summary, "skill", 0)) && text != NULL);
}
