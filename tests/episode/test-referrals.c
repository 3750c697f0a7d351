/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures of referrals, assessments and child protection, at the days where definitions
 * part, counted by hand with a calendar on paper.
 */
#include <criterion/criterion.h>

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <marmot/marmot.h>

#include "support/episode-measures.h"

static MarmotEpisodeOptions *
of_year (int year)
{
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, year, 1, NULL);

  return marmot_episode_options_new (period);
}

static MarmotEpisodeOptions *
on_day (const char *day)
{
  g_autoptr (GDate) date = g_date_new_julian ((guint32) (test_day (day) + 719163));

  return g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", date, NULL);
}

/* Known from one day to another. */
static MarmotEpisodeSet *
covered (MarmotEpisodeKind kind,
         const char *csv,
         const char *first,
         const char *last)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (kind, csv);

  return marmot_episode_set_with_coverage (set, test_day (first), test_day (last), NULL);
}

/* --- referrals ----------------------------------------------------------------------- */

static const char referrals[] = "person,start,end,locality\n"
                                /* 365 days after, on the same day of the year after, and a day later */
                                "a,2023-03-01,2023-03-02,N\n"
                                "a,2024-02-29,2024-02-29,N\n"
                                "b,2023-03-01,2023-03-02,N\n"
                                "b,2024-03-01,,N\n"
                                "c,2023-03-01,2023-12-30,S\n"
                                "c,2024-03-02,,S\n"
                                /* twice on one day, and never before */
                                "d,2024-05-05,2024-05-05,S\n"
                                "d,2024-05-05,2024-05-06,S\n"
                                /* while the case is open, and on the day on which it is closed */
                                "e,2024-05-01,2024-07-01,N\n"
                                "e,2024-06-30,2024-07-02,N\n"
                                "e,2024-07-01,,N\n"
                                /* nobody knows who */
                                ",2024-08-01,,N\n"
                                /* no day */
                                "f,,,N\n";

Test (referrals, within_twelve_months_of_the_one_before)
{
  g_autoptr (MarmotEpisodeSet) set = covered (MARMOT_EPISODE_REFERRAL, referrals, "2022-01-01", "2025-12-31");
  g_autoptr (MarmotEpisodeOptions) options = of_year (2024);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  g_autoptr (MarmotEpisodeOptions) longer
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "months", 13, NULL);
  g_autoptr (MarmotEpisodeOptions) children
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "unit", MARMOT_EPISODE_UNIT_CHILD, NULL);

  /* a and b are back within the year, c is a day late though its case was closed late; e is
   * back on 1 July, and what came on 30 June is no referral. */
  assert_measure (set, REREFERRAL, options, "3/7 ?1 -1");
  assert_measure (set, REREFERRAL, longer, "4/7 ?1 -1");
  assert_measure (set, REFERRALS, options, "8/12 ?0 -1");
  assert_measure (set, REFERRALS, children, "5/12 ?1 -1");
  cr_expect (test_count_excluded (set, MARMOT_EPISODE_MEASURE_REFERRALS, options, "received while another was open") == 1);
}

Test (referrals, the_twenty_ninth_of_february)
{
  g_autoptr (MarmotEpisodeSet) set = covered (MARMOT_EPISODE_REFERRAL,
                                              "person,start\na,2024-02-29\na,2025-02-28\nb,2024-02-29\nb,2025-03-01\n",
                                              "2022-01-01", "2025-12-31");
  g_autoptr (MarmotEpisodeOptions) options = of_year (2025);

  assert_measure (set, REREFERRAL, options, "1/2 ?0 -0");
}

Test (referrals, too_short_a_history_is_no_low_rate)
{
  static const char csv[] = "person,start\na,2024-04-01\na,2024-06-01\nb,2025-03-31\nb,2025-04-01\nc,2025-04-01\n";
  g_autoptr (MarmotEpisodeSet) set = covered (MARMOT_EPISODE_REFERRAL, csv, "2024-04-01", "2025-12-31");
  g_autoptr (MarmotPeriod) spring = marmot_period_new_month (2025, 4, NULL);
  g_autoptr (MarmotEpisodeOptions) april = marmot_episode_options_new (spring);
  g_autoptr (MarmotEpisodeOptions) year = of_year (2024);
  g_autoptr (MarmotEpisodeTotals) totals = marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_REREFERRAL, year, NULL);
  g_autoptr (MarmotMeasure) measure = marmot_episode_totals_get_measure (totals, 0);
  g_autoptr (MarmotEstimate) estimate = marmot_measure_get_estimate (measure);
  g_autoptr (GPtrArray) findings = marmot_episode_totals_get_findings (totals);

  /* From the first day on it is known that c was not referred. */
  assert_measure (set, REREFERRAL, april, "1/2 ?0 -0");
  /* The second of a is known to be one; of the first nobody knows. */
  assert_measure (set, REREFERRAL, year, "1/1 ?1 -0");
  cr_expect (marmot_estimate_get_status (estimate) == MARMOT_STATUS_NOT_COVERED);
  cr_expect (isnan (marmot_estimate_get_value (estimate)));
  cr_assert (findings->len == 1);
  cr_expect_str_eq (marmot_finding_get_rule (findings->pdata[0]), "episode/coverage");
}

Test (referrals, grouped_with_the_rows_behind)
{
  g_autoptr (MarmotEpisodeSet) set = covered (MARMOT_EPISODE_REFERRAL, referrals, "2022-01-01", "2025-12-31");
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  static const char *const by[] = { "locality", NULL };
  g_autoptr (MarmotEpisodeOptions) options
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "by", by, "rows", TRUE, NULL);
  g_autoptr (MarmotEpisodeTotals) totals
      = marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_REREFERRAL, options, NULL);
  g_autoptr (MarmotMeasure) north = NULL, south = NULL;
  g_autoptr (MarmotColumn) rows = NULL;
  static const gint64 wanted[] = { 1, 3, 10 };

  cr_assert (marmot_episode_totals_get_n_groups (totals) == 2);
  north = marmot_episode_totals_get_measure (totals, 0);
  south = marmot_episode_totals_get_measure (totals, 1);
  rows = marmot_measure_get_rows (north);
  cr_expect_float_eq (marmot_measure_get_numerator (south), 0, 0);
  cr_expect_float_eq (marmot_measure_get_denominator (south), 3, 0);
  cr_assert (marmot_column_get_length (rows) == 3);
  for (guint i = 0; i < 3; i++)
    cr_expect (marmot_column_get_integer (rows, i) == wanted[i]);
}

/* --- working days -------------------------------------------------------------------- */

/* From 2 December 2024, a Monday: 16 working days to 24 December, the 27th is the 17th, 2
 * January the 20th, and 6 February the 45th. From 3 December it is Friday 7 February. */
static const char assessments[] = "person,start,end\n"
                                  "a,2024-12-02,2025-02-06\n"
                                  "b,2024-12-02,2025-02-07\n"
                                  "c,2024-12-03,2025-02-09\n"
                                  "d,2024-12-03,2025-02-10\n"
                                  "e,2025-03-03,2025-03-03\n"
                                  "f,,2025-03-03\n"
                                  "g,2025-03-04,2025-03-03\n"
                                  "h,2025-03-04,\n";

Test (referrals, assessments_within_45_working_days)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_ASSESSMENT, assessments);
  g_autoptr (MarmotEpisodeOptions) options = of_year (2025);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2025, 1, NULL);
  g_autoptr (MarmotEpisodeOptions) longer
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "working-days", 46, NULL);

  /* Sunday the 9th belongs to Friday the 7th. */
  assert_measure (set, ASSESSMENT_ON_TIME, options, "3/5 ?0 -2");
  assert_measure (set, ASSESSMENT_ON_TIME, longer, "5/5 ?0 -2");
  cr_expect (test_count_excluded (set, MARMOT_EPISODE_MEASURE_ASSESSMENT_ON_TIME, options, "no day of start") == 1);
  cr_expect (test_count_excluded (set, MARMOT_EPISODE_MEASURE_ASSESSMENT_ON_TIME, options, "ended before it started") == 1);
}

Test (referrals, another_calendar)
{
  /* Closed between Christmas and New Year as well, which is two days more. */
  static const char json[]
      = "{\"format\": \"marmot-calendars\", \"calendars\": [{\"name\": \"council\", \"title\": \"Council\", "
        "\"source\": \"Test\", \"first-day\": \"2024-01-01\", \"last-day\": \"2025-12-31\", "
        "\"weekend\": [\"saturday\", \"sunday\"], \"holidays\": ["
        "{\"day\": \"2024-12-25\", \"name\": \"Christmas\"}, {\"day\": \"2024-12-26\", \"name\": \"Boxing Day\"}, "
        "{\"day\": \"2024-12-27\", \"name\": \"Closed\"}, {\"day\": \"2024-12-30\", \"name\": \"Closed\"}, "
        "{\"day\": \"2025-01-01\", \"name\": \"New Year\"}]}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotCalendar) calendar = marmot_calendar_new_from_json (bytes, "council", &error);
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_ASSESSMENT, assessments);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2025, 1, NULL);
  g_autoptr (MarmotEpisodeOptions) options = NULL;

  cr_assert (calendar != NULL, "%s", error ? error->message : "");
  options = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "calendar", calendar, NULL);
  assert_measure (set, ASSESSMENT_ON_TIME, options, "5/5 ?0 -2");
}

Test (referrals, days_beyond_the_calendar_are_an_error)
{
  g_autoptr (MarmotEpisodeSet) future
      = test_episodes (MARMOT_EPISODE_ASSESSMENT, "person,start,end\nchild-of-mine,2027-12-01,2028-01-10\n");
  g_autoptr (MarmotEpisodeSet) past
      = test_episodes (MARMOT_EPISODE_SECTION_47, "person,start,conference\na,1999-12-20,2000-01-05\n");
  g_autoptr (MarmotEpisodeOptions) elsewhere = of_year (2026);
  g_autoptr (GError) error = NULL;

  cr_expect (marmot_episode_set_measure (future, MARMOT_EPISODE_MEASURE_ASSESSMENT_ON_TIME, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  cr_expect (strstr (error->message, "2000-01-01") != NULL && strstr (error->message, "2027-12-31") != NULL, "%s",
             error->message);
  cr_expect (strstr (error->message, "2028") == NULL && strstr (error->message, "child-of-mine") == NULL);
  g_clear_error (&error);
  cr_expect (marmot_episode_set_measure (past, MARMOT_EPISODE_MEASURE_CONFERENCE_ON_TIME, NULL, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  /* Rows of another year are asked nothing. */
  assert_measure (future, ASSESSMENT_ON_TIME, elsewhere, "0/0 ?0 -0");
}

/* From Monday 18 March 2024: eight working days to the Thursday before Easter, 2 April is the
 * 9th, and 10 April the 15th. */
static const char enquiries[] = "person,start,conference\n"
                                "a,2024-03-18,2024-04-10\n"
                                "b,2024-03-18,2024-04-11\n"
                                "c,2024-03-18,2024-03-15\n"
                                "d,,2024-04-10\n"
                                "e,2024-03-18,\n"
                                "f,2024-03-18,2024-03-18\n";

Test (referrals, conferences_within_15_working_days)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_SECTION_47, enquiries);
  g_autoptr (MarmotEpisodeOptions) options = of_year (2024);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  g_autoptr (MarmotEpisodeOptions) longer
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "working-days", 16, NULL);

  /* The conference before its enquiry stays in the total. */
  assert_measure (set, CONFERENCE_ON_TIME, options, "2/4 ?0 -1");
  assert_measure (set, CONFERENCE_ON_TIME, longer, "3/4 ?0 -1");
}

/* --- plans --------------------------------------------------------------------------- */

static const char plans[] = "person,start,end,previous_plans,birth\n"
                            "a,2020-01-01,2022-05-10,0,2015-01-01\n"
                            "a,2024-05-10,,1,2015-01-01\n"
                            "b,2020-01-01,2022-05-10,0,2015-01-01\n"
                            "b,2024-05-11,,1,2015-01-01\n"
                            "c,2024-06-01,,0,2024-05-31\n"
                            "d,2024-06-01,,,2012-01-01\n"
                            "e,2022-06-01,2024-06-01,-1,2018-01-01\n"
                            "f,2022-06-01,2024-05-31,3,2018-01-01\n"
                            "g,2024-07-01,2024-06-30,2,2018-01-01\n"
                            ",2024-07-01,,2,2018-01-01\n";

Test (referrals, repeat_plans)
{
  g_autoptr (MarmotEpisodeSet) set
      = covered (MARMOT_EPISODE_CHILD_PROTECTION, plans, "2018-01-01", "2025-12-31");
  g_autoptr (MarmotEpisodeOptions) options = of_year (2024);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  g_autoptr (MarmotEpisodeOptions) own
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "own-history", TRUE, NULL);
  g_autoptr (MarmotEpisodeOptions) blank
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "unknown-counts", TRUE, NULL);

  /* As recorded: a, b, g and the one of nobody; c had none, of d nobody says. */
  assert_measure (set, REPEAT_PLAN_EVER, options, "4/5 ?1 -0");
  assert_measure (set, REPEAT_PLAN_EVER, blank, "4/6 ?0 -0");
  /* As the set has it: c and g are known since birth, d is not, and one is of nobody. */
  assert_measure (set, REPEAT_PLAN_EVER, own, "2/4 ?2 -0");
  /* a on the same day two years after, b a day later. */
  assert_measure (set, REPEAT_PLAN, options, "1/5 ?1 -0");
}

Test (referrals, repeat_plans_need_a_history)
{
  g_autoptr (MarmotEpisodeSet) late = covered (MARMOT_EPISODE_CHILD_PROTECTION, plans, "2023-04-01", "2025-12-31");
  g_autoptr (MarmotEpisodeSet) bare = test_episodes (MARMOT_EPISODE_CHILD_PROTECTION, "person,start\na,2024-01-01\n");
  g_autoptr (MarmotEpisodeOptions) options = of_year (2024);
  g_autoptr (MarmotEpisodeTotals) totals
      = marmot_episode_set_measure (late, MARMOT_EPISODE_MEASURE_REPEAT_PLAN, options, NULL);
  g_autoptr (GPtrArray) findings = marmot_episode_totals_get_findings (totals);
  g_autoptr (GError) error = NULL;

  assert_measure (late, REPEAT_PLAN, options, "1/1 ?5 -0");
  cr_expect (findings->len == 1);
  cr_expect (marmot_episode_set_measure (bare, MARMOT_EPISODE_MEASURE_REPEAT_PLAN_EVER, NULL, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

Test (referrals, plans_of_two_years)
{
  g_autoptr (MarmotEpisodeSet) set = covered (MARMOT_EPISODE_CHILD_PROTECTION, plans, "2018-01-01", "2026-12-31");
  g_autoptr (MarmotEpisodeOptions) options = of_year (2024);
  g_autoptr (MarmotEpisodeOptions) day = on_day ("2026-06-01");
  g_autoptr (MarmotEpisodeOptions) eve = on_day ("2026-05-31");

  /* e to the day, f a day less; g ended before it started. */
  assert_measure (set, PLAN_ENDED_BEYOND, options, "1/2 ?0 -1");
  /* Open then: a, b, c, d and the one of nobody. */
  assert_measure (set, PLAN_OPEN_BEYOND, day, "4/5 ?0 -0");
  assert_measure (set, PLAN_OPEN_BEYOND, eve, "2/5 ?0 -0");
}

/* --- reviews ------------------------------------------------------------------------- */

static const char reviews[] = "kind,person,start,end\n"
                              /* each on the last day that is in time */
                              "child-protection,a,2024-01-31,\n"
                              "review,a,2024-04-30,\n"
                              "review,a,2024-10-30,\n"
                              /* the first a day late */
                              "child-protection,b,2024-01-31,\n"
                              "review,b,2024-05-01,\n"
                              "review,b,2024-10-30,\n"
                              /* the second a day late */
                              "child-protection,c,2024-01-31,\n"
                              "review,c,2024-10-31,\n"
                              "review,c,2024-04-30,\n"
                              /* none, three months on the day, and a day short of them */
                              "child-protection,d,2024-09-30,\n"
                              "child-protection,e,2024-10-01,\n"
                              "child-protection,f,2024-09-29,\n"
                              /* of an earlier plan; ended; of nobody; and of no plan */
                              "review,g,2024-08-01,\n"
                              "child-protection,g,2024-08-01,\n"
                              "child-protection,h,2024-01-01,2024-12-30\n"
                              "child-protection,,2024-01-01,\n"
                              "review,i,2024-08-01,\n";

Test (referrals, reviews_on_the_last_day_and_a_day_later)
{
  g_autoptr (MarmotEpisodeSet) set = covered (MARMOT_EPISODE_CHILD_PROTECTION, reviews, "2020-01-01", "2025-12-31");
  g_autoptr (MarmotEpisodeOptions) december = on_day ("2024-12-30");
  g_autoptr (MarmotEpisodeOptions) april = on_day ("2025-04-30");
  g_autoptr (MarmotEpisodeOptions) may = on_day ("2025-05-01");

  /* In time: a, and d whose three months end on the day. e is not three months old; of g the
   * review on the day of its start is none. */
  assert_measure (set, REVIEWS_ON_TIME, december, "2/6 ?1 -0");
  /* a was due by 30 April, and there is none: not late yet on the day, and late on the next. */
  assert_measure (set, REVIEWS_ON_TIME, april, "1/7 ?1 -0");
  assert_measure (set, REVIEWS_ON_TIME, may, "0/7 ?1 -0");
}

Test (referrals, reviews_that_the_set_cannot_know_of)
{
  static const char csv[] = "kind,person,start\n"
                            /* The gap began before the set begins, and one in it would do. */
                            "child-protection,a,2023-01-01\n"
                            "review,a,2024-09-30\n"
                            /* The same, but late whatever came before 1 April. */
                            "child-protection,b,2023-01-01\n"
                            "review,b,2024-10-01\n"
                            /* Late within what is known. */
                            "child-protection,c,2024-05-01\n"
                            "review,c,2024-09-01\n"
                            /* Known all the way, from before. */
                            "child-protection,d,2024-01-01\n"
                            "review,d,2024-03-01\n"
                            "review,d,2024-09-01\n";
  g_autoptr (MarmotEpisodeSet) set = covered (MARMOT_EPISODE_CHILD_PROTECTION, csv, "2024-04-01", "2025-12-31");
  g_autoptr (MarmotEpisodeSet) ended = covered (MARMOT_EPISODE_CHILD_PROTECTION, csv, "2020-01-01", "2025-02-28");
  g_autoptr (MarmotEpisodeSet) later = covered (MARMOT_EPISODE_CHILD_PROTECTION, csv, "2020-01-01", "2025-03-31");
  g_autoptr (MarmotEpisodeOptions) options = on_day ("2024-12-31");
  g_autoptr (MarmotEpisodeOptions) march = on_day ("2025-03-31");

  assert_measure (set, REVIEWS_ON_TIME, options, "1/3 ?1 -0");
  /* d was due by 1 March 2025. Where the set does not know of the day, nobody knows who had a plan on it. */
  assert_measure (ended, REVIEWS_ON_TIME, march, "0/0 ?4 -0");
  assert_measure (later, REVIEWS_ON_TIME, march, "0/4 ?0 -0");
}

Test (referrals, plans_without_any_reviews_are_told)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_CHILD_PROTECTION, "person,start\na,2024-01-01\n");
  g_autoptr (GError) error = NULL;

  cr_expect (marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_REVIEWS_ON_TIME, NULL, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

/* Each plan by itself, looking through all reviews: what the one pass must come to. */
static gboolean
is_reviewed_on_time (const gint32 *reviewed,
                     guint n_reviews,
                     gint32 start,
                     gint32 day)
{
  gint32 before = start;
  int months = 3;

  for (;;)
    {
      GDate due;
      gint32 due_day, next = G_MAXINT32;

      g_date_clear (&due, 1);
      g_date_set_julian (&due, (guint32) (before + 719163));
      g_date_add_months (&due, (guint) months);
      due_day = (gint32) g_date_get_julian (&due) - 719163;
      for (guint i = 0; i < n_reviews; i++)
        if (reviewed[i] > before && reviewed[i] <= day)
          next = MIN (next, reviewed[i]);
      if (next == G_MAXINT32)
        return day <= due_day;
      if (next > due_day)
        return FALSE;
      before = next;
      months = 6;
    }
}

Test (referrals, reviews_of_many_plans_as_one_by_one)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  gint32 day = test_day ("2024-12-31");
  g_autoptr (MarmotEpisodeOptions) options = on_day ("2024-12-31");
  guint n_in = 0;

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GString) csv = g_string_new ("kind,person,start\n");
      g_autoptr (MarmotEpisodeSet) set = NULL;
      g_autofree char *wanted = NULL, *found = NULL;
      gint32 reviewed[12], starts[6];
      guint n_reviews = (guint) g_rand_int_range (rand, 3, 12);
      guint n_plans = 0, n_on_time = 0;

      for (guint i = 0; i < n_reviews + 6; i++)
        {
          gint32 at = day - g_rand_int_range (rand, 0, 800);
          GDate date;
          char text[16];

          if (i < n_reviews)
            reviewed[i] = at;
          else
            starts[i - n_reviews] = at;
          g_date_clear (&date, 1);
          g_date_set_julian (&date, (guint32) (at + 719163));
          g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
          g_string_append_printf (csv, "%s,a,%s\n", i < n_reviews ? "review" : "child-protection", text);
        }
      set = covered (MARMOT_EPISODE_CHILD_PROTECTION, csv->str, "2000-01-01", "2025-12-31");
      for (guint i = 0; i < 6; i++)
        if (starts[i] <= test_day ("2024-09-30"))
          {
            n_plans++;
            n_on_time += is_reviewed_on_time (reviewed, n_reviews, starts[i], day);
          }
      wanted = g_strdup_printf ("%u/%u ?0 -0", n_on_time, n_plans);
      found = test_measure_set (set, MARMOT_EPISODE_MEASURE_REVIEWS_ON_TIME, options);
      cr_expect_str_eq (found, wanted, "round %u: %s, and not %s", round, found, wanted);
      n_in += n_on_time;
    }
  cr_expect (n_in > 40, "%u plans are in time, and the test tells little", n_in);
}

/* --- all of them --------------------------------------------------------------------- */

static void
print_day (GString *csv,
           GRand *rand,
           gint32 from,
           int n_days,
           int blank_of)
{
  GDate date;
  char text[16] = "";

  if (g_rand_int_range (rand, 0, blank_of) > 0)
    {
      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) (from + g_rand_int_range (rand, 0, n_days) + 719163));
      g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
    }
  g_string_append_printf (csv, ",%s", text);
}

static MarmotEpisodeSet *
make_random_set (GRand *rand,
                 guint n_rows,
                 guint n_children)
{
  static const char *const kinds[] = { "referral", "assessment",     "section-47", "child-protection", "child-protection",
                                       "review",   "review",         "ehc-plan",   "ehc-assessment",   "enrolment",
                                       "referral", "participation" };
  static const char *const activities[] = { "eet", "neet", "not-known", "custody", "employment", "other", "" };
  static const char *const places[] = { "N", "S", "E" };
  g_autoptr (GString) csv = g_string_new ("kind,person,start,end,requested,issued,reviewed,conference,birth,exception,"
                                          "previous_plans,sessions,missed,activity,locality\n");
  gint32 from = test_day ("2022-01-01");

  for (guint i = 0; i < n_rows; i++)
    {
      gint32 start = from + g_rand_int_range (rand, 0, 1200);
      guint child = (guint) g_rand_int_range (rand, 0, (int) n_children);
      const char *kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];

      g_string_append_printf (csv, "%s,", kind);
      if (i % 50 > 0)
        g_string_append_printf (csv, "c%u", child);
      print_day (csv, rand, start, 1, 30);
      print_day (csv, rand, start - 5, i % 2 ? 60 : 1100, 4);
      print_day (csv, rand, start - 60, 60, 20);
      print_day (csv, rand, start - 60, 300, 6);
      print_day (csv, rand, start, 600, 6);
      print_day (csv, rand, start - 5, 40, 4);
      print_day (csv, rand, from - 4000, 4000, 10);
      g_string_append_printf (csv, ",%s,", i % 9 == 0 ? "moved" : "");
      if (i % 7 > 0)
        g_string_append_printf (csv, "%d", g_rand_int_range (rand, 0, 3));
      g_string_append_printf (csv, ",%d,%d,%s,%s\n", g_rand_int_range (rand, 0, 100), g_rand_int_range (rand, 0, 40),
                              activities[g_rand_int_range (rand, 0, G_N_ELEMENTS (activities))],
                              places[g_rand_int_range (rand, 0, 3)]);
    }
  return test_episodes (MARMOT_EPISODE_REFERRAL, csv->str);
}

static const MarmotEpisodeMeasure measures[] = {
  MARMOT_EPISODE_MEASURE_REFERRALS,          MARMOT_EPISODE_MEASURE_REREFERRAL,
  MARMOT_EPISODE_MEASURE_ASSESSMENT_ON_TIME, MARMOT_EPISODE_MEASURE_CONFERENCE_ON_TIME,
  MARMOT_EPISODE_MEASURE_REPEAT_PLAN_EVER,   MARMOT_EPISODE_MEASURE_REPEAT_PLAN,
  MARMOT_EPISODE_MEASURE_PLAN_ENDED_BEYOND,  MARMOT_EPISODE_MEASURE_PLAN_OPEN_BEYOND,
  MARMOT_EPISODE_MEASURE_REVIEWS_ON_TIME,    MARMOT_EPISODE_MEASURE_EHC_ON_TIME,
  MARMOT_EPISODE_MEASURE_EHC_WAITING_BEYOND, MARMOT_EPISODE_MEASURE_EHC_REVIEWED,
  MARMOT_EPISODE_MEASURE_PERSISTENT_ABSENCE, MARMOT_EPISODE_MEASURE_SEVERE_ABSENCE,
  MARMOT_EPISODE_MEASURE_NEET,               MARMOT_EPISODE_MEASURE_NOT_KNOWN,
  MARMOT_EPISODE_MEASURE_NEET_OR_NOT_KNOWN,
};

Test (referrals, parts_by_child_give_the_whole)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (MarmotEpisodeSet) narrow = make_random_set (rand, 2500, 500);
  g_autoptr (MarmotEpisodeSet) wide
      = marmot_episode_set_with_coverage (narrow, test_day ("2005-01-01"), test_day ("2027-12-31"), NULL);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  static const char *const by[] = { "locality", NULL };
  g_autoptr (MarmotEpisodeOptions) plain = marmot_episode_options_new (period);
  g_autoptr (MarmotEpisodeOptions) grouped
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "by", by, "own-history", TRUE, NULL);
  g_autoptr (MarmotEpisodeOptions) stepped
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "by", by, "step", MARMOT_EPISODE_STEP_MONTH, NULL);
  guint n_without_steps = 0;

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      guint n_parts = 2 + (guint) g_rand_int_range (rand, 0, 5);
      g_autofree char *text = test_measure_set (wide, measures[i], plain);
      double numerator = 0, denominator = 0;

      cr_expect (test_parts_give_whole (wide, measures[i], plain, n_parts));
      cr_expect (test_parts_give_whole (narrow, measures[i], plain, n_parts));
      cr_expect (test_parts_give_whole (wide, measures[i], grouped, n_parts));
      n_without_steps += !test_parts_give_whole (wide, measures[i], stepped, n_parts);
      /* And there is something to add up. */
      cr_expect (sscanf (text, "%lf/%lf", &numerator, &denominator) == 2 && numerator > 0 && denominator > 0,
                 "measure %u: %s", i, text);
    }
  /* Those of a day, and of a year as a whole. */
  cr_expect (n_without_steps == 9, "%u", n_without_steps);
}

/* Rows of two kinds, in turn, all of one child. */
static MarmotEpisodeSet *
make_one_child (const char *kind,
                const char *other_kind,
                guint n_rows)
{
  static const char *const names[] = { "kind", "person", "start", "end", NULL };
  g_autofree const char **kinds = g_new0 (const char *, n_rows + 1);
  g_autofree const char **persons = g_new0 (const char *, n_rows + 1);
  g_autofree gint32 *starts = g_new (gint32, n_rows);
  g_autofree gint32 *ends = g_new (gint32, n_rows);
  g_autoptr (MarmotColumn) of_kinds = NULL, of_persons = NULL, of_starts = NULL, of_ends = NULL;
  g_autoptr (MarmotTable) table = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      kinds[i] = i % 2 ? kind : other_kind;
      persons[i] = "a";
      starts[i] = 18262 + (gint32) (i * 7919u % 2000);
      ends[i] = starts[i] + (gint32) (i * 104729u % 3000);
    }
  of_kinds = marmot_column_new_text (kinds);
  of_persons = marmot_column_new_text (persons);
  of_starts = marmot_column_new_date (starts, n_rows);
  of_ends = marmot_column_new_date (ends, n_rows);
  {
    MarmotColumn *columns[] = { of_kinds, of_persons, of_starts, of_ends };

    table = marmot_table_new (names, columns, 4, NULL);
  }
  return marmot_episode_set_new (MARMOT_EPISODE_REFERRAL, table, NULL);
}

Test (referrals, one_child_with_all_rows)
{
  static const MarmotEpisodeMeasure of_plans[] = {
    MARMOT_EPISODE_MEASURE_REPEAT_PLAN_EVER,
    MARMOT_EPISODE_MEASURE_REPEAT_PLAN,
    MARMOT_EPISODE_MEASURE_REVIEWS_ON_TIME,
  };
  g_autoptr (MarmotEpisodeSet) planned = make_one_child ("child-protection", "review", 200000);
  g_autoptr (MarmotEpisodeSet) referred = make_one_child ("referral", "referral", 200000);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  g_autoptr (MarmotEpisodeOptions) options
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "own-history", TRUE, NULL);
  clock_t start = clock ();

  for (guint i = 0; i < G_N_ELEMENTS (of_plans); i++)
    {
      g_autoptr (MarmotEpisodeTotals) totals = marmot_episode_set_measure (planned, of_plans[i], options, NULL);
      g_autoptr (MarmotMeasure) found = marmot_episode_totals_get_measure (totals, 0);

      cr_expect (marmot_measure_get_denominator (found) > 1000, "measure %u", i);
    }
  {
    g_autoptr (MarmotEpisodeTotals) totals
        = marmot_episode_set_measure (referred, MARMOT_EPISODE_MEASURE_REREFERRAL, options, NULL);

    cr_expect (totals != NULL);
  }
  /* Linear they take a fraction of a second. Every plan against every review would be ten
   * thousand million steps. */
  cr_expect (clock () - start < 6 * CLOCKS_PER_SEC);
}

Test (referrals, dates_of_any_size)
{
  static const gint32 days[] = { G_MININT32 + 1, -719162, -719163, -36525, 0, 19723, 19800, 20000, 2932896, G_MAXINT32 };
  static const char *const columns[] = { "start", "end", "requested", "issued", "reviewed", "conference", "birth" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  g_autoptr (MarmotEpisodeOptions) plain = marmot_episode_options_new (period);
  g_autoptr (MarmotEpisodeOptions) own
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "own-history", TRUE, "months", G_MAXUINT, "weeks", G_MAXUINT, NULL);
  g_autoptr (MarmotEpisodeSet) part = make_random_set (rand, 400, 20);
  MarmotTable *table = marmot_episode_set_get_table (part);
  g_autoptr (MarmotTable) wild = marmot_table_ref (table);
  g_autoptr (MarmotEpisodeSet) set = NULL;
  guint n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      gint32 values[400];
      g_autoptr (MarmotColumn) column = NULL;
      MarmotTable *next;

      for (guint row = 0; row < 400; row++)
        values[row] = days[g_rand_int_range (rand, 0, G_N_ELEMENTS (days))];
      column = marmot_column_new_date (values, 400);
      next = marmot_table_with_column (wild, columns[i], column, NULL);
      cr_assert (next != NULL);
      marmot_table_unref (wild);
      wild = next;
    }
  set = marmot_episode_set_new (MARMOT_EPISODE_REFERRAL, wild, NULL);
  cr_assert (set != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    for (guint with_own = 0; with_own < 2; with_own++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (MarmotEpisodeTotals) totals
            = marmot_episode_set_measure (set, measures[i], with_own ? own : plain, &error);

        /* Working days are refused where the calendar does not know them. */
        cr_expect (totals != NULL || g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
        n_found += totals != NULL;
      }
  cr_expect (n_found >= 2 * (G_N_ELEMENTS (measures) - 2));
}
