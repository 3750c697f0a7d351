/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures of early help, on episodes whose answers can be counted by hand, at the edges
 * where definitions part; and parts that add up to the whole.
 */
#include <criterion/criterion.h>

#include <math.h>
#include <signal.h>
#include <string.h>

#include <marmot/marmot.h>

#include "support/episode-measures.h"

/* Day 112 after 1 January 2024 is 22 April, day 140 is 20 May. */
static const char year[] = "id,family,person,requested,decided,decision,start,assessed,end,end_reason,start_reason,lead_agency,locality\n"
                           "a,f1,c1,2023-12-20,2023-12-30,accepted,2024-01-01,2024-01-20,2024-04-22,outcomes-met,step-down,council,North\n"
                           "b,f2,c2,2023-12-28,2024-01-01,accepted,2024-01-01,2024-02-01,2024-04-23,not-met,health,school,North\n"
                           "c,f3,c3,2024-01-05,2024-01-09,accepted,2024-02-01,,2024-05-01,,health,school,South\n"
                           "d,f4,c4,2024-03-01,2024-03-02,declined,,,,,,,South\n"
                           "e,f5,c5,2024-03-01,,,,,,,,,South\n"
                           "f,f6,c6,2024-06-01,2024-06-03,accepted,2024-08-12,,,,,coordinator,North\n"
                           "g,f7,c7,2024-06-01,2024-06-03,accepted,2024-08-13,,,,,,North\n"
                           "h,f1,c1,2025-04-01,2025-04-01,accepted,2025-04-22,,,,,council,North\n"
                           "i,f2,c2,2025-04-01,2025-04-01,accepted,2025-04-24,,,,,council,North\n"
                           "j,f8,c8,2024-10-01,2024-10-01,accepted,2024-10-05,,2024-10-01,step-up,police,police,South\n"
                           "k,,c9,2024-10-01,2024-10-01,accepted,2024-10-05,,2024-10-06,step-up,police,police,\n";

static MarmotEpisodeOptions *
of_2024 (void)
{
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);

  return marmot_episode_options_new (period);
}

Test (early_help, counts_of_a_year)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EARLY_HELP, year);
  g_autoptr (MarmotEpisodeOptions) options = of_2024 ();

  /* Out of twelve months. */
  assert_measure (set, REQUESTS, options, "7/12 ?0 -0");
  assert_measure (set, OPENED, options, "7/12 ?0 -0");
  assert_measure (set, ASSESSED, options, "2/12 ?0 -0");
  assert_measure (set, CLOSED, options, "5/12 ?0 -0");
}

Test (early_help, shares_of_a_year)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EARLY_HELP, year);
  g_autoptr (MarmotEpisodeOptions) options = of_2024 ();

  /* Decided in 2024: b, c, f, g, j and k opened, d declined. */
  assert_measure (set, ACCEPTED, options, "6/7 ?0 -0");
  /* Day 112 is within 16 weeks and day 113 is not; j ended before it began. */
  assert_measure (set, CLOSED_WITHIN, options, "3/4 ?0 -1");
  /* c was closed without a reason. */
  assert_measure (set, OUTCOMES_MET, options, "1/4 ?1 -0");
  assert_measure (set, STEP_UP, options, "2/4 ?1 -0");
  /* Co-ordinators are no partner, and g has no lead agency. */
  assert_measure (set, PARTNER_LED, options, "4/6 ?1 -0");
  assert_measure (set, STEP_DOWN, options, "1/5 ?2 -0");
}

Test (early_help, conventions_are_options)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EARLY_HELP, year);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  static const char *const own[] = { "council", "coordinator", "police", NULL };
  g_autoptr (MarmotEpisodeOptions) blank
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "unknown-counts", TRUE, NULL);
  g_autoptr (MarmotEpisodeOptions) weeks = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "weeks", 17, NULL);
  g_autoptr (MarmotEpisodeOptions) police
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "agencies", own, NULL);
  g_autoptr (MarmotEpisodeOptions) families
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "unit", MARMOT_EPISODE_UNIT_FAMILY, NULL);

  assert_measure (set, OUTCOMES_MET, blank, "1/5 ?0 -0");
  assert_measure (set, CLOSED_WITHIN, weeks, "4/4 ?0 -1");
  assert_measure (set, PARTNER_LED, police, "2/6 ?1 -0");
  {
    g_autoptr (MarmotEpisodeTotals) totals
        = marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_OPENED, families, NULL);
    g_autoptr (MarmotMeasure) found = marmot_episode_totals_get_measure (totals, 0);

    /* f1 and f2 came twice; k is of no family. */
    cr_expect_float_eq (marmot_measure_get_numerator (found), 6, 0);
    cr_expect (marmot_measure_get_n_unknown (found) == 1);
  }
}

Test (early_help, open_beyond_twenty_weeks)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EARLY_HELP, year);
  g_autoptr (GDate) day = g_date_new_dmy (31, G_DATE_DECEMBER, 2024);
  g_autoptr (GDate) last = g_date_new_dmy (22, G_DATE_APRIL, 2024);
  g_autoptr (MarmotEpisodeOptions) options = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, NULL);
  g_autoptr (MarmotEpisodeOptions) at_end = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", last, NULL);
  g_autoptr (MarmotEpisodeOptions) counted
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", last, "last-day-counts", TRUE, NULL);

  /* f has been open for 141 days, g for 140. */
  assert_measure (set, OPEN_BEYOND, options, "1/2 ?0 -0");
  assert_measure (set, OPEN_BEYOND, at_end, "0/2 ?0 -0");
  assert_measure (set, OPEN_BEYOND, counted, "0/3 ?0 -0");
}

Test (early_help, returns_look_back_and_forward)
{
  g_autoptr (MarmotEpisodeSet) bare = test_episodes (MARMOT_EPISODE_EARLY_HELP, year);
  g_autoptr (MarmotEpisodeSet) set
      = marmot_episode_set_with_coverage (bare, test_day ("2023-01-01"), test_day ("2026-12-31"), NULL);
  g_autoptr (MarmotPeriod) april = marmot_period_new_month (2025, 4, NULL);
  g_autoptr (MarmotPeriod) spring = marmot_period_new_month (2024, 4, NULL);
  g_autoptr (MarmotEpisodeOptions) back = marmot_episode_options_new (april);
  g_autoptr (MarmotEpisodeOptions) forward = marmot_episode_options_new (spring);
  g_autoptr (MarmotEpisodeOptions) opening
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", april, "from-opening", TRUE, NULL);

  /* f1 came back on the anniversary of its closure, f2 a day after it. */
  assert_measure (set, RETURN_BACK, back, "1/2 ?0 -0");
  assert_measure (set, RETURN_FORWARD, forward, "1/2 ?0 -0");
  assert_measure (set, RETURN_BACK, opening, "0/2 ?0 -0");
}

Test (early_help, nobody_guesses_what_the_data_do_not_cover)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EARLY_HELP, year);
  g_autoptr (MarmotEpisodeOptions) options = of_2024 ();
  g_autoptr (MarmotEpisodeTotals) totals
      = marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_RETURN_BACK, options, NULL);
  g_autoptr (MarmotMeasure) measure = marmot_episode_totals_get_measure (totals, 0);
  g_autoptr (MarmotEstimate) estimate = marmot_measure_get_estimate (measure);
  g_autoptr (GPtrArray) findings = marmot_episode_totals_get_findings (totals);

  /* The extract knows of nothing before 20 December 2023; k has no family. */
  cr_expect (marmot_measure_get_n_unknown (measure) == 7);
  cr_expect (marmot_estimate_get_status (estimate) == MARMOT_STATUS_NOT_COVERED);
  cr_expect (isnan (marmot_estimate_get_value (estimate)));
  cr_assert (findings->len == 1);
  cr_expect_str_eq (marmot_finding_get_rule (findings->pdata[0]), "episode/coverage");
}

Test (early_help, nobody_says_who_is_open_after_the_extract)
{
  g_autoptr (MarmotEpisodeSet) bare = test_episodes (MARMOT_EPISODE_EARLY_HELP, year);
  g_autoptr (MarmotEpisodeSet) set
      = marmot_episode_set_with_coverage (bare, test_day ("2023-01-01"), test_day ("2024-12-30"), NULL);
  g_autoptr (GDate) day = g_date_new_dmy (31, G_DATE_DECEMBER, 2024);
  g_autoptr (MarmotEpisodeOptions) options = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, NULL);
  g_autoptr (MarmotEpisodeTotals) totals
      = marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_OPEN_BEYOND, options, NULL);
  g_autoptr (MarmotMeasure) measure = marmot_episode_totals_get_measure (totals, 0);
  g_autoptr (MarmotEstimate) estimate = marmot_measure_get_estimate (measure);

  cr_expect (marmot_measure_get_n_unknown (measure) == 2);
  cr_expect (marmot_estimate_get_status (estimate) == MARMOT_STATUS_NOT_COVERED);
}

Test (early_help, closed_alone_flatters)
{
  /* Ten families: four done in 10 days, six still open after 200. */
  g_autoptr (GString) csv = g_string_new ("family,start,end\n");
  g_autoptr (MarmotEpisodeSet) bare = NULL;
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autoptr (MarmotEpisodeTotals) closed = NULL, done = NULL, median = NULL;
  g_autoptr (MarmotMeasure) of_closed = NULL, of_all = NULL, half = NULL;
  g_autoptr (MarmotEstimate) first = NULL, second = NULL, third = NULL;

  for (guint i = 0; i < 10; i++)
    g_string_append_printf (csv, "f%u,2024-01-01,%s\n", i, i < 4 ? "2024-01-11" : "");
  bare = test_episodes (MARMOT_EPISODE_EARLY_HELP, csv->str);
  set = marmot_episode_set_with_coverage (bare, test_day ("2024-01-01"), test_day ("2024-07-19"), NULL);
  closed = marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_CLOSED_WITHIN, NULL, NULL);
  done = marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_DONE_BY, NULL, NULL);
  median = marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_DURATION, NULL, NULL);
  of_closed = marmot_episode_totals_get_measure (closed, 0);
  of_all = marmot_episode_totals_get_measure (done, 0);
  half = marmot_episode_totals_get_measure (median, 0);
  first = marmot_measure_get_estimate (of_closed);
  second = marmot_measure_get_estimate (of_all);
  third = marmot_measure_get_estimate (half);

  cr_expect_float_eq (marmot_estimate_get_value (first), 1, 1e-12);
  cr_expect_float_eq (marmot_estimate_get_value (second), 0.4, 1e-12);
  cr_expect_float_eq (marmot_measure_get_denominator (of_all), 10, 0);
  cr_expect (marmot_estimate_get_status (third) == MARMOT_STATUS_NOT_REACHED);
}

Test (early_help, grouped_by_month_and_column)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EARLY_HELP, year);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  static const char *const by[] = { "locality", NULL };
  g_autoptr (MarmotEpisodeOptions) options
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "by", by, "step", MARMOT_EPISODE_STEP_QUARTER,
                      "rows", TRUE, NULL);
  g_autoptr (MarmotEpisodeTotals) totals = marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_OPENED, options, NULL);
  g_autoptr (MarmotTable) table = marmot_episode_totals_to_table (totals);
  g_autoptr (MarmotColumn) locality = marmot_table_get_column_by_name (table, "locality");
  g_autoptr (MarmotColumn) quarter = marmot_table_get_column_by_name (table, "quarter");
  g_autoptr (MarmotColumn) numerator = marmot_table_get_column_by_name (table, "numerator");
  g_autoptr (MarmotMeasure) north = marmot_episode_totals_get_measure (totals, 0);
  g_autoptr (MarmotMeasure) all = marmot_episode_totals_get_sum (totals);
  g_autoptr (MarmotColumn) rows = marmot_measure_get_rows (north);
  /* North, South, and k of no locality: every quarter of each. */
  static const double wanted[] = { 2, 0, 2, 0, 1, 0, 0, 1, 0, 0, 0, 1 };

  cr_assert (marmot_episode_totals_get_n_groups (totals) == 12);
  for (guint i = 0; i < 12; i++)
    cr_expect_float_eq (marmot_column_get_double (numerator, i), wanted[i], 0, "group %u", i);
  {
    g_autofree char *place = marmot_column_get_text (locality, 4);
    g_autofree char *when = marmot_column_get_text (quarter, 6);

    cr_expect_str_eq (place, "South");
    cr_expect_str_eq (when, "2024-Q3");
    cr_expect (marmot_column_is_null (locality, 8));
  }
  cr_expect (marmot_column_get_length (rows) == 2 && marmot_column_get_integer (rows, 1) == 1);
  cr_expect_float_eq (marmot_measure_get_numerator (all), 7, 0);
}

Test (early_help, parts_by_family_give_the_whole)
{
  static const MarmotEpisodeMeasure measures[] = {
    MARMOT_EPISODE_MEASURE_REQUESTS,     MARMOT_EPISODE_MEASURE_CLOSED_WITHIN, MARMOT_EPISODE_MEASURE_DONE_BY,
    MARMOT_EPISODE_MEASURE_DURATION,     MARMOT_EPISODE_MEASURE_OUTCOMES_MET,  MARMOT_EPISODE_MEASURE_PARTNER_LED,
    MARMOT_EPISODE_MEASURE_RETURN_BACK,  MARMOT_EPISODE_MEASURE_RETURN_FORWARD,
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GString) csv = g_string_new ("id,family,requested,start,end,end_reason,lead_agency,locality\n");
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  static const char *const by[] = { "locality", NULL };
  g_autoptr (MarmotEpisodeOptions) plain = marmot_episode_options_new (period);
  g_autoptr (MarmotEpisodeOptions) grouped
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "by", by, "step", MARMOT_EPISODE_STEP_MONTH, NULL);

  for (guint i = 0; i < 800; i++)
    {
      static const char *const reasons[] = { "outcomes-met", "not-met", "" };
      static const char *const agencies[] = { "council", "school", "" };
      static const char *const places[] = { "N", "S", "E" };
      GDate start, end;
      char first[16], last[16] = "";

      g_date_clear (&start, 1);
      g_date_set_dmy (&start, 1, 1, 2023);
      g_date_add_days (&start, (guint) g_rand_int_range (rand, 0, 900));
      end = start;
      g_date_add_days (&end, (guint) g_rand_int_range (rand, 0, 250));
      g_date_strftime (first, sizeof first, "%Y-%m-%d", &start);
      if (g_rand_int_range (rand, 0, 5) > 0)
        g_date_strftime (last, sizeof last, "%Y-%m-%d", &end);
      g_string_append_printf (csv, "e%u,f%d,%s,%s,%s,%s,%s,%s\n", i, g_rand_int_range (rand, 0, 250), first, first, last,
                              reasons[g_rand_int_range (rand, 0, 3)], agencies[g_rand_int_range (rand, 0, 3)],
                              places[g_rand_int_range (rand, 0, 3)]);
    }
  set = test_episodes (MARMOT_EPISODE_EARLY_HELP, csv->str);

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    for (guint with_groups = 0; with_groups < 2; with_groups++)
      {
        MarmotEpisodeOptions *options = with_groups ? grouped : plain;
        g_autoptr (MarmotEpisodeTotals) whole = marmot_episode_set_measure (set, measures[i], options, NULL);
        g_autoptr (MarmotEpisodeTotals) sum = NULL;
        MarmotTable *table = marmot_episode_set_get_table (set);
        g_autoptr (MarmotColumn) families = marmot_table_get_column_by_name (table, "family");
        guint n_parts = 1 + (guint) g_rand_int_range (rand, 0, 6);

        for (guint part = 0; part < n_parts; part++)
          {
            g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
            g_autoptr (MarmotColumn) column = NULL;
            g_autoptr (MarmotEpisodeSet) some = NULL;
            g_autoptr (MarmotEpisodeTotals) totals = NULL, back = NULL, added = NULL;
            g_autoptr (GBytes) bytes = NULL;

            for (gint64 row = 0; row < 800; row++)
              {
                g_autofree char *family = marmot_column_get_text (families, (gsize) row);

                if (g_str_hash (family) % n_parts == part)
                  g_array_append_val (rows, row);
              }
            column = marmot_column_new_integer ((const gint64 *) (const void *) rows->data, rows->len);
            some = marmot_episode_set_take (set, column, NULL);
            totals = marmot_episode_set_measure (some, measures[i], options, NULL);
            bytes = marmot_episode_totals_serialize (totals);
            back = marmot_episode_totals_deserialize (bytes, NULL);
            cr_assert (back != NULL);
            cr_expect (marmot_episode_totals_equal (totals, back));
            if (!sum)
              {
                sum = g_steal_pointer (&back);
                continue;
              }
            added = marmot_episode_totals_add (sum, back, NULL);
            cr_assert (added != NULL);
            g_set_object (&sum, added);
          }
        {
          g_autoptr (MarmotTable) of_whole = marmot_episode_totals_to_table (whole);
          g_autoptr (MarmotTable) of_parts = marmot_episode_totals_to_table (sum);

          cr_expect (marmot_table_equal (of_whole, of_parts), "measure %u, grouped %u", i, with_groups);
        }
      }
}

Test (early_help, damaged_bytes_are_refused)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EARLY_HELP, year);
  g_autoptr (MarmotEpisodeTotals) totals = marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_DONE_BY, NULL, NULL);
  g_autoptr (GBytes) bytes = marmot_episode_totals_serialize (totals);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (MarmotEpisodeTotals) read = NULL;
      g_autoptr (GError) error = NULL;

      copy[i] ^= 0x5a;
      damaged = g_bytes_new (copy, size);
      read = marmot_episode_totals_deserialize (damaged, &error);
      cr_expect (read != NULL || error != NULL);
      if (read)
        {
          g_autoptr (MarmotTable) table = marmot_episode_totals_to_table (read);

          cr_expect (table != NULL);
        }
    }
}

Test (early_help, caller_is_told_what_does_not_fit)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EARLY_HELP, "family,start\nf1,2024-01-01\n");
  static const char *const by[] = { "locality", NULL };
  g_autoptr (MarmotEpisodeOptions) no_column = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "by", by, NULL);
  g_autoptr (MarmotEpisodeOptions) steps
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "step", MARMOT_EPISODE_STEP_MONTH, NULL);
  g_autoptr (GError) error = NULL;

  cr_expect (marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_CLOSED, NULL, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_expect (marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_OPENED, no_column, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_expect (marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_OPEN_BEYOND, steps, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (early_help, every_measure_says_what_it_is)
{
  g_autoptr (GEnumClass) known = g_type_class_ref (MARMOT_TYPE_EPISODE_MEASURE);

  for (guint i = 0; i < known->n_values; i++)
    {
      MarmotEpisodeMeasure measure = known->values[i].value;

      cr_expect (marmot_episode_measure_get_label (measure) != NULL, "%s", known->values[i].value_nick);
      cr_expect (marmot_episode_measure_get_definition (measure) != NULL, "%s", known->values[i].value_nick);
      cr_expect (marmot_episode_measure_get_source (measure) != NULL, "%s", known->values[i].value_nick);
      cr_expect (marmot_episode_measure_get_unit (measure) != MARMOT_EPISODE_UNIT_DEFAULT, "%s",
                 known->values[i].value_nick);
    }
}

Test (early_help, totals_that_nobody_filled_are_told_apart, .signal = SIGTRAP)
{
  /* Bindings can make one; with fatal criticals the mistake stops here, and not in a crash. */
  g_autoptr (MarmotEpisodeTotals) bare = g_object_new (MARMOT_TYPE_EPISODE_TOTALS, NULL);

  (void) !marmot_episode_totals_hash (bare);
}

Test (early_help, a_set_that_nobody_filled_is_of_none)
{
  g_autoptr (MarmotEpisodeSet) bare = g_object_new (MARMOT_TYPE_EPISODE_SET, NULL);
  g_autoptr (MarmotEpisodeSet) open = marmot_episode_set_open_on (bare, 0);
  g_autoptr (MarmotEpisodeSet) covered = marmot_episode_set_with_coverage (bare, 0, 1, NULL);
  g_autofree char *text = marmot_episode_set_to_string (bare);
  g_autoptr (GError) error = NULL;

  cr_expect (marmot_episode_set_get_n_rows (open) == 0 && marmot_episode_set_get_n_rows (covered) == 0);
  cr_expect_str_eq (text, "0 episodes");
  cr_expect (marmot_episode_set_measure (bare, MARMOT_EPISODE_MEASURE_OPENED, NULL, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}
