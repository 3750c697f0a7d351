/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>

#include "support/figures.h"
#include "support/flows.h"

/* Two years of 2023-01-01 to 2025-01-01, by hand. */
static const char by_hand[] = "state,start,end,next\n"
                              "care,2022-06-01,2023-01-31,home\n"  /* there at the start: 30 days at risk */
                              "home,2023-01-31,2023-03-02,\n"      /* 30 days, then left */
                              "care,2023-02-01,2024-02-01,care\n"  /* entered; 365 days; no move */
                              "care,2024-02-01,,\n"                /* 335 days, still there */
                              "care,2022-01-01,2023-01-01,home\n"  /* over before anything is counted */
                              "home,2023-01-01,2025-01-01,\n"      /* 731 days, left on the last day */
                              "care,2025-01-01,,\n"                /* entered on the last day: none at risk */
                              "care,2025-01-02,,\n";               /* after it */

Test (flow_rates, counted_by_hand)
{
  g_autoptr (MarmotTable) stays = test_stays (by_hand);
  g_autoptr (MarmotFlowRates) rates = test_rates (stays, "2023-01-01", "2025-01-01", NULL);
  g_autoptr (MarmotTable) moves = marmot_flow_rates_to_table (rates);
  g_autoptr (MarmotTable) entries = marmot_flow_rates_entries (rates);
  g_autoptr (MarmotTable) stock = marmot_flow_rates_stock (rates);
  g_autoptr (MarmotTable) birthdays = marmot_flow_rates_birthdays (rates);
  g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();
  g_autoptr (MarmotEstimate) exact = NULL;
  g_autofree char *text = marmot_flow_rates_to_string (rates);
  double care = (30 + 365 + 335) / 365.25, home = (30 + 731) / 365.25, years = 731 / 365.25;

  cr_assert_str_eq (text, "2 states, 1 moves, 2023-01-01 to 2025-01-01");
  cr_assert (marmot_flow_rates_get_n_states (rates) == 2);
  cr_assert (marmot_flow_rates_get_opening (rates) == 2 && marmot_flow_rates_get_closing (rates) == 2);
  cr_assert (marmot_flow_rates_get_n_entries (rates) == 2 && marmot_flow_rates_get_n_leavers (rates) == 2);
  cr_assert (marmot_flow_rates_get_n_moves (rates) == 1 && marmot_flow_rates_get_n_unmatched (rates) == 0);
  cr_assert (marmot_flow_rates_get_n_faulty (rates) == 0);

  cr_assert (marmot_table_get_n_rows (moves) == 2);
  cr_assert (test_says (moves, "from", 0, "care") && test_says (moves, "to", 0, "home"));
  cr_assert (test_says (moves, "from", 1, "home") && test_says (moves, "to", 1, NULL));
  cr_assert (test_result (moves, "moves", 0) == 1 && test_result (moves, "person_years", 0) == care);
  cr_assert (test_result (moves, "value", 0) == 1 / care);
  cr_assert (test_result (moves, "moves", 1) == 2 && test_result (moves, "person_years", 1) == home);
  marmot_interval_options_set_method (interval, MARMOT_METHOD_EXACT_POISSON);
  marmot_interval_options_set_multiplier (interval, 1);
  exact = marmot_rate (2, home, interval, NULL);
  cr_assert (test_result (moves, "lower", 1) == marmot_estimate_get_lower (exact));
  cr_assert (test_result (moves, "upper", 1) == marmot_estimate_get_upper (exact));

  cr_assert (marmot_table_get_n_rows (entries) == 1 && test_says (entries, "state", 0, "care"));
  cr_assert (test_result (entries, "entries", 0) == 2 && test_result (entries, "value", 0) == 2 / years);
  cr_assert (test_result (stock, "opening", 0) == 1 && test_result (stock, "opening", 1) == 1);
  cr_assert (test_result (stock, "closing", 0) == 2 && test_result (stock, "closing", 1) == 0);
  cr_assert (marmot_table_get_n_rows (birthdays) == 0);
}

/* Somebody born on 15 June 2007, who is 16 and 18 in the time that is looked at. */
Test (flow_rates, ages_split_stays)
{
  g_autoptr (MarmotTable) stays = test_stays ("state,start,end,next,birth\n"
                                              "care,2022-01-01,2025-06-15,after,2007-06-15\n"
                                              "after,2025-06-15,,,2007-06-15\n"
                                              "care,2025-01-01,,,2007-06-20\n"
                                              "care,2024-02-29,2024-03-01,,2008-02-29\n");
  g_autoptr (MarmotFlowOptions) options = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "ages", "16, 18", NULL);
  g_autoptr (MarmotFlowRates) rates = test_rates (stays, "2023-01-01", "2026-01-01", options);
  g_autoptr (MarmotTable) stock = marmot_flow_rates_stock (rates);
  g_autoptr (MarmotTable) birthdays = marmot_flow_rates_birthdays (rates);
  g_autoptr (MarmotTable) moves = marmot_flow_rates_to_table (rates);
  g_autoptr (MarmotTable) entries = marmot_flow_rates_entries (rates);

  /* after, care of 0-15; of 16-17; of 18+ */
  cr_assert (test_says (stock, "age", 0, "0-15") && test_says (stock, "age", 2, "16-17"));
  cr_assert (test_says (stock, "age", 5, "18+") && test_says (stock, "state", 5, "care"));
  cr_assert (test_result (stock, "person_years", 0) == 0);
  /* 2023-01-01 to 2023-06-15. */
  cr_assert (test_result (stock, "person_years", 1) == 165 / 365.25);
  /* 2023-06-15 to 2025-06-15, 2025-01-01 to 2025-06-20, and a leap day on which one was 16. */
  cr_assert (test_result (stock, "person_years", 3) == (731 + 170 + 1) / 365.25);
  cr_assert (test_result (stock, "person_years", 4) == 200 / 365.25);
  cr_assert (test_result (stock, "person_years", 5) == 195 / 365.25);
  cr_assert (test_result (stock, "closing", 4) == 1 && test_result (stock, "closing", 5) == 1);

  /* Of two who came to 18 in care one went on that day. */
  cr_assert (marmot_table_get_n_rows (birthdays) == 1);
  cr_assert (test_result (birthdays, "age", 0) == 18 && test_result (birthdays, "reached", 0) == 2);
  cr_assert (test_says (birthdays, "from", 0, "care") && test_says (birthdays, "to", 0, "after"));
  cr_assert (test_result (birthdays, "moved", 0) == 1 && test_result (birthdays, "value", 0) == 0.5);
  /* The one who left on 1 March 2024 was 16 for a day: no birthday. */
  cr_assert (marmot_table_get_n_rows (moves) == 1 && test_says (moves, "to", 0, NULL));
  cr_assert (test_says (moves, "age", 0, "16-17"));
  cr_assert (marmot_table_get_n_rows (entries) == 1 && test_result (entries, "entries", 0) == 2);
}

/* Born on 29 February, somebody is a year older on 1 March where there is no such day. */
Test (flow_rates, leap_days)
{
  g_autoptr (MarmotTable) stays = test_stays ("state,start,end,next,birth\n"
                                              "care,2025-01-01,2026-03-01,after,2008-02-29\n"
                                              "after,2026-03-01,,,2008-02-29\n");
  g_autoptr (MarmotFlowOptions) options = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "ages", "18", NULL);
  g_autoptr (MarmotFlowRates) rates = test_rates (stays, "2025-06-01", "2026-06-01", options);
  g_autoptr (MarmotTable) birthdays = marmot_flow_rates_birthdays (rates);

  cr_assert (marmot_table_get_n_rows (birthdays) == 1 && test_result (birthdays, "value", 0) == 1);
}

Test (flow_rates, persons_say_where_they_went)
{
  g_autoptr (MarmotTable) told = test_stays ("state,start,end,next\n"
                                             "a,2023-02-01,2023-03-01,b\n"
                                             "b,2023-03-01,2023-04-01,\n"
                                             "a,2023-05-01,,\n"
                                             "a,2023-02-01,2023-03-01,\n"
                                             "b,2022-03-01,2023-06-01,\n");
  g_autoptr (MarmotTable) found = test_stays ("person,state,start,end\n"
                                              "x,a,2023-05-01,\n"
                                              "y,a,2023-02-01,2023-03-01\n"
                                              "x,b,2023-03-01,2023-04-01\n"
                                              "x,a,2023-02-01,2023-03-01\n"
                                              ",b,2022-03-01,2023-06-01\n");
  g_autoptr (MarmotTable) twice = test_stays ("person,state,start,end\nx,a,2023-01-01,2023-03-01\nx,b,2023-02-01,\n");
  g_autoptr (MarmotFlowRates) one = test_rates (told, "2023-01-01", "2024-01-01", NULL);
  g_autoptr (MarmotFlowRates) other = test_rates (found, "2023-01-01", "2024-01-01", NULL);
  g_autoptr (MarmotFlowRates) overlap = test_rates (twice, "2022-01-01", "2024-01-01", NULL);
  g_autoptr (MarmotTable) x = marmot_flow_rates_to_table (one), y = marmot_flow_rates_to_table (other);

  cr_assert (marmot_table_equal (x, y));
  cr_assert (marmot_flow_rates_get_n_entries (other) == 3 && marmot_flow_rates_get_n_moves (other) == 1);
  cr_assert (test_has_finding (overlap, "flow/overlap"));
  cr_assert (!test_has_finding (other, "flow/overlap"));
}

Test (flow_rates, what_cannot_be_counted_is_found)
{
  g_autoptr (MarmotTable) stays = test_stays ("state,start,end,next,birth\n"
                                              "a,2023-02-01,2023-03-01,,2010-01-01\n"
                                              ",2023-02-01,2023-03-01,,2010-01-01\n"
                                              "a,,2023-03-01,,2010-01-01\n"
                                              "a,2023-03-01,2023-02-01,,2010-01-01\n"
                                              "a,2023-03-01,2023-03-01,,2010-01-01\n"
                                              "a,2023-02-01,2023-03-01,,\n"
                                              "a,2009-02-01,2023-03-01,,2010-01-01\n"
                                              "a,2023-02-01,2023-03-01,adopted,2010-01-01\n"
                                              "a,2023-02-01,2023-03-01,b,2010-01-01\n"
                                              "b,2023-03-02,,,2010-01-01\n"
                                              "b,2023-04-01,2023-05-01,a,2010-01-01\n");
  g_autoptr (MarmotFlowOptions) options = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "ages", "16", NULL);
  g_autoptr (MarmotFlowRates) rates = test_rates (stays, "2023-01-01", "2024-01-01", options);
  g_autoptr (GPtrArray) findings = marmot_flow_rates_get_findings (rates);
  g_autofree char *text = marmot_flow_rates_describe (rates);
  guint64 in, out;

  cr_assert (marmot_flow_rates_get_n_faulty (rates) == 6);
  cr_assert (test_has_finding (rates, "flow/nobody-stays"));
  cr_assert (test_has_finding (rates, "flow/unmatched"));
  cr_assert (findings->len == 8);
  for (guint i = 0; i < findings->len; i++)
    {
      const char *message = marmot_finding_get_message (g_ptr_array_index (findings, i));

      cr_assert (!strstr (message, "2023") && !strstr (message, "2010") && !strstr (message, "adopted"));
    }
  cr_assert (strstr (text, "6 rows could not be counted") != NULL);
  /* Two left, two moves led to no stay, and all five that are left came from nowhere. */
  cr_assert (marmot_flow_rates_get_n_unmatched (rates) == 2 && marmot_flow_rates_get_n_entries (rates) == 5);
  cr_assert (marmot_flow_rates_get_n_leavers (rates) == 2 && marmot_flow_rates_get_n_moves (rates) == 2);
  in = marmot_flow_rates_get_opening (rates) + marmot_flow_rates_get_n_entries (rates);
  out = marmot_flow_rates_get_n_leavers (rates) + marmot_flow_rates_get_n_unmatched (rates);
  cr_assert (in - out == 1 && marmot_flow_rates_get_closing (rates) == 1);
}

/* Whatever the stays and the window, people are conserved, and the days at risk by age add
 * up to those without. */
Test (flow_rates, people_are_conserved)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (int trial = 0; trial < 60; trial++)
    {
      gint32 from = g_rand_int_range (rand, 17000, 19000), until = from + g_rand_int_range (rand, 1, 1500);
      g_autoptr (MarmotTable) stays = test_random_stays (rand, g_rand_int_range (rand, 1, 200), 16500, 20500);
      g_autoptr (MarmotFlowOptions) options = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "ages", "1,5,10,16,17,18", NULL);
      g_autoptr (GDate) first = test_date_of (from), last = test_date_of (until);
      g_autoptr (MarmotFlowRates) plain = marmot_flow_rates_new (stays, first, last, NULL, NULL);
      g_autoptr (MarmotFlowRates) aged = marmot_flow_rates_new (stays, first, last, options, NULL);
      MarmotFlowRates *both[] = { plain, aged };
      g_autoptr (MarmotTable) a = marmot_flow_rates_stock (plain), b = marmot_flow_rates_stock (aged);
      gsize n = marmot_flow_rates_get_n_states (plain);

      for (int i = 0; i < 2; i++)
        cr_assert (marmot_flow_rates_get_opening (both[i]) + marmot_flow_rates_get_n_entries (both[i])
                     - marmot_flow_rates_get_n_leavers (both[i]) - marmot_flow_rates_get_n_unmatched (both[i])
                   == marmot_flow_rates_get_closing (both[i]));
      cr_assert (marmot_flow_rates_get_n_moves (plain) == marmot_flow_rates_get_n_moves (aged));
      for (gsize s = 0; s < n; s++)
        {
          double days = 0, closing = 0;

          for (gsize k = 0; k < 7; k++)
            {
              days += test_result (b, "person_years", k * n + s);
              closing += test_result (b, "closing", k * n + s);
            }
          cr_assert (fabs (days - test_result (a, "person_years", s)) < 1e-9);
          cr_assert (closing == test_result (a, "closing", s));
        }
    }
}

/* Parts add up to the whole, whatever the parts. */
Test (flow_rates, parts_add_up)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  g_autoptr (MarmotFlowOptions) options
    = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "ages", "5,16", NULL);

  for (int trial = 0; trial < 20; trial++)
    {
      g_autoptr (MarmotTable) stays = test_random_stays (rand, 120, 16500, 20500);
      gsize n = marmot_table_get_n_rows (stays), cut = n / 2;
      g_autoptr (MarmotColumn) next = marmot_table_get_column_by_name (stays, "next");
      g_autoptr (MarmotTable) head = NULL, tail = NULL;
      g_autoptr (GDate) from = test_date_of (18000), until = test_date_of (19000);
      g_autoptr (MarmotFlowRates) a = NULL, b = NULL, sum = NULL, whole = NULL;

      /* Between two persons. */
      while (!marmot_column_is_null (next, cut - 1))
        cut++;
      head = marmot_table_slice (stays, 0, cut);
      tail = marmot_table_slice (stays, cut, n - cut);
      a = marmot_flow_rates_new (head, from, until, options, NULL);
      b = marmot_flow_rates_new (tail, from, until, options, NULL);
      whole = marmot_flow_rates_new (stays, from, until, options, NULL);
      sum = marmot_flow_rates_add (a, b, NULL);
      for (int k = 0; k < 4; k++)
        {
          MarmotTable *(*const tables[]) (MarmotFlowRates *)
            = { marmot_flow_rates_to_table, marmot_flow_rates_stock, marmot_flow_rates_birthdays,
                marmot_flow_rates_entries };
          g_autoptr (MarmotTable) x = tables[k](sum), y = tables[k](whole);

          /* A move that led nowhere in one part may meet a stay of the other. */
          if (k < 3)
            cr_assert (marmot_table_equal (x, y), "table %d", k);
        }
      cr_assert (marmot_flow_rates_get_closing (sum) == marmot_flow_rates_get_closing (whole));
      cr_assert (marmot_flow_rates_get_n_leavers (sum) == marmot_flow_rates_get_n_leavers (whole));
      cr_assert (marmot_flow_rates_get_n_entries (sum) - marmot_flow_rates_get_n_unmatched (sum)
                 == marmot_flow_rates_get_n_entries (whole) - marmot_flow_rates_get_n_unmatched (whole));
    }
}

Test (flow_rates, parts_with_other_states)
{
  g_autoptr (MarmotTable) one = test_stays ("state,start,end,next\nb,2020-01-01,,\nd,2020-01-01,2023-05-01,b\n"
                                            "b,2023-05-01,,\n");
  g_autoptr (MarmotTable) other = test_stays ("state,start,end,next\na,2020-01-01,,\nc,2023-02-01,2023-03-01,\n");
  g_autoptr (MarmotFlowOptions) aged = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "ages", "5", NULL);
  g_autoptr (MarmotTable) with_birth = test_stays ("state,start,end,next,birth\na,2020-01-01,,,2019-01-01\n");
  g_autoptr (MarmotFlowRates) x = test_rates (one, "2023-01-01", "2024-01-01", NULL);
  g_autoptr (MarmotFlowRates) y = test_rates (other, "2023-01-01", "2024-01-01", NULL);
  g_autoptr (MarmotFlowRates) later = test_rates (other, "2023-01-01", "2024-01-02", NULL);
  g_autoptr (MarmotFlowRates) by_age = test_rates (with_birth, "2023-01-01", "2024-01-01", aged);
  g_autoptr (MarmotFlowRates) sum = marmot_flow_rates_add (x, y, NULL);
  g_autoptr (MarmotTable) stock = marmot_flow_rates_stock (sum), moves = marmot_flow_rates_to_table (sum);
  static const char *const states[] = { "a", "b", "c", "d" };
  static const double closing[] = { 1, 2, 0, 0 };
  g_autoptr (GError) error = NULL;

  for (gsize s = 0; s < 4; s++)
    cr_assert (test_says (stock, "state", s, states[s]) && test_result (stock, "closing", s) == closing[s]);
  cr_assert (marmot_table_get_n_rows (moves) == 2);
  cr_assert (test_says (moves, "from", 0, "c") && test_says (moves, "to", 0, NULL));
  cr_assert (test_says (moves, "from", 1, "d") && test_says (moves, "to", 1, "b"));
  cr_assert (marmot_flow_rates_add (x, later, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_flow_rates_add (x, by_age, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

static void
expect_error (MarmotTable *stays,
              const char *from,
              const char *until,
              const char *ages,
              MarmotError code)
{
  g_autoptr (MarmotFlowOptions) options = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "ages", ages, NULL);
  g_autoptr (GDate) first = test_date (from), last = test_date (until);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_flow_rates_new (stays, first, last, options, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, (int) code), "%s", error ? error->message : "no error");
}

Test (flow_rates, errors)
{
  g_autoptr (MarmotTable) good = test_stays ("state,start,end,next,birth\na,2023-02-01,,,2010-01-01\n");
  g_autoptr (MarmotTable) no_state = test_stays ("start,end,next\n2023-02-01,,\n");
  g_autoptr (MarmotTable) nobody = test_stays ("state,start,end\na,2023-02-01,\n");
  g_autoptr (MarmotTable) no_end = test_stays ("state,start,next\na,2023-02-01,\n");
  g_autoptr (MarmotTable) unborn = test_stays ("state,start,end,next\na,2023-02-01,,\n");
  static const char *const bad[] = { "x", "5,5", "10,5", "0", "151", "5,,6", "-1", "1.5", "" };

  expect_error (good, "2024-01-01", "2024-01-01", NULL, MARMOT_ERROR_INVALID_ARGUMENT);
  expect_error (good, "2024-01-02", "2024-01-01", NULL, MARMOT_ERROR_INVALID_ARGUMENT);
  expect_error (no_state, "2023-01-01", "2024-01-01", NULL, MARMOT_ERROR_NOT_FOUND);
  expect_error (nobody, "2023-01-01", "2024-01-01", NULL, MARMOT_ERROR_NOT_FOUND);
  expect_error (no_end, "2023-01-01", "2024-01-01", NULL, MARMOT_ERROR_NOT_FOUND);
  expect_error (unborn, "2023-01-01", "2024-01-01", "5", MARMOT_ERROR_NOT_FOUND);
  for (gsize i = 0; i + 1 < G_N_ELEMENTS (bad); i++)
    expect_error (good, "2023-01-01", "2024-01-01", bad[i], MARMOT_ERROR_INVALID_ARGUMENT);
}

Test (flow_rates, too_many_states_are_names)
{
  g_autoptr (GString) csv = g_string_new ("state,start,end,next\n");
  g_autoptr (MarmotTable) stays = NULL;

  for (int i = 0; i < 300; i++)
    g_string_append_printf (csv, "name%d,2023-01-01,,\n", i);
  stays = test_stays (csv->str);
  expect_error (stays, "2023-01-01", "2024-01-01", NULL, MARMOT_ERROR_TOO_LARGE);
}

Test (flow_rates, nobody)
{
  g_autoptr (MarmotTable) stays = test_stays ("state,start,end,next\n");
  g_autoptr (MarmotFlowRates) rates = test_rates (stays, "2023-01-01", "2024-01-01", NULL);
  g_autoptr (MarmotFlowRates) bare = g_object_new (MARMOT_TYPE_FLOW_RATES, NULL);
  MarmotFlowRates *both[] = { rates, bare };

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (MarmotTable) moves = marmot_flow_rates_to_table (both[i]);
      g_autoptr (MarmotTable) stock = marmot_flow_rates_stock (both[i]);
      g_autofree char *text = marmot_flow_rates_describe (both[i]);

      cr_assert (marmot_table_get_n_rows (moves) == 0 && marmot_table_get_n_rows (stock) == 0);
      cr_assert (strstr (text, "0 states") != NULL);
    }
}
