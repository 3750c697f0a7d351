/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures of education, health and care plans, of absence, and of what young people do, at
 * the edges of their definitions.
 */
#include <criterion/criterion.h>

#include <string.h>

#include <marmot/marmot.h>

#include "support/episode-measures.h"

static MarmotEpisodeOptions *
of_2024 (void)
{
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);

  return marmot_episode_options_new (period);
}

static GDate *
new_date (const char *day)
{
  return g_date_new_julian ((guint32) (test_day (day) + 719163));
}

/* --- education, health and care plans ------------------------------------------------ */

/* 20 May 2024 is 140 days after 1 January. */
static const char requests[] = "person,requested,decided,decision,issued,end,exception\n"
                               "a,2024-01-01,2024-02-01,accepted,2024-05-20,2024-05-20,\n"
                               "b,2024-01-01,2024-02-01,accepted,2024-05-21,2024-05-21,\n"
                               "c,2024-01-01,2024-02-01,accepted,2024-08-01,2024-08-01,school holidays\n"
                               "d,2024-01-01,2024-02-01,accepted,2024-02-01,2024-02-01,moved\n"
                               "e,,2024-02-01,accepted,2024-05-01,,\n"
                               "f,2024-06-01,2024-02-01,accepted,2024-05-01,,\n"
                               /* not issued: waiting, declined, withdrawn */
                               "g,2024-01-02,2024-02-01,accepted,,,\n"
                               "h,2024-01-02,2024-02-01,declined,,,\n"
                               "i,2024-01-02,,,,2024-03-01,\n"
                               "j,2024-01-02,,,,,\n"
                               "k,2024-01-02,2024-05-22,declined,,,\n"
                               "l,2024-01-01,,,,,moved\n"
                               "m,2024-05-22,,,,,\n";

Test (education, plans_within_20_weeks)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EHC_ASSESSMENT, requests);
  g_autoptr (MarmotEpisodeOptions) options = of_2024 ();
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  g_autoptr (MarmotEpisodeOptions) all
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "exceptions-count", TRUE, NULL);
  g_autoptr (MarmotEpisodeOptions) weeks = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "weeks", 21, NULL);

  assert_measure (set, EHC_ON_TIME, options, "1/2 ?0 -4");
  assert_measure (set, EHC_ON_TIME, all, "2/4 ?0 -2");
  assert_measure (set, EHC_ON_TIME, weeks, "2/2 ?0 -4");
  cr_expect (test_count_excluded (set, MARMOT_EPISODE_MEASURE_EHC_ON_TIME, options, "exception to the time limit") == 2);
  cr_expect (test_count_excluded (set, MARMOT_EPISODE_MEASURE_EHC_ON_TIME, options, "no day of request") == 1);
  cr_expect (test_count_excluded (set, MARMOT_EPISODE_MEASURE_EHC_ON_TIME, options, "issued before it was requested") == 1);
}

Test (education, requests_that_wait)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EHC_ASSESSMENT, requests);
  g_autoptr (GDate) eve = new_date ("2024-05-20"), last = new_date ("2024-05-21"), day = new_date ("2024-05-22");
  g_autoptr (MarmotEpisodeOptions) of_eve = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", eve, NULL);
  g_autoptr (MarmotEpisodeOptions) of_last = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", last, NULL);
  g_autoptr (MarmotEpisodeOptions) of_day = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, NULL);
  g_autoptr (MarmotEpisodeOptions) all
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", last, "exceptions-count", TRUE, NULL);

  /* On the 20th b waits for its 140th day, and g, j and k for their 139th; on the 21st b is
   * issued; on the 22nd k is declined and m has come. c and l are exceptions. */
  assert_measure (set, EHC_WAITING_BEYOND, of_eve, "0/4 ?0 -2");
  assert_measure (set, EHC_WAITING_BEYOND, of_last, "0/3 ?0 -2");
  assert_measure (set, EHC_WAITING_BEYOND, all, "2/5 ?0 -0");
  assert_measure (set, EHC_WAITING_BEYOND, of_day, "2/3 ?0 -2");
}

Test (education, plans_reviewed_within_a_year)
{
  static const char csv[] = "person,start,end,reviewed\n"
                            "a,2022-01-01,,2024-02-29\n"
                            "b,2022-01-01,,2024-02-28\n"
                            "c,2022-01-01,,2024-02-27\n"
                            "d,2022-01-01,,\n"
                            "e,2022-01-01,,2025-03-01\n"
                            "f,2024-02-28,,\n"
                            "g,2024-02-29,,\n"
                            "h,2024-03-01,,2024-06-01\n"
                            "i,2022-01-01,2025-02-28,2025-01-01\n"
                            "j,2022-01-01,,2025-02-28\n";
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_EHC_PLAN, csv);
  g_autoptr (GDate) day = new_date ("2025-02-28");
  g_autoptr (MarmotEpisodeOptions) options = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, NULL);

  /* Of a and b the year ends on 28 February; so does the first of f and of g, and h has not
   * had one. Of e the review before the day is not known; j is reviewed on it. */
  assert_measure (set, EHC_REVIEWED, options, "3/7 ?1 -0");
}

/* --- absence ------------------------------------------------------------------------- */

static const char enrolments[] = "person,start,end,sessions,missed,locality\n"
                                 /* exactly 10%, and one session less */
                                 "a,2024-01-08,2024-07-20,30,3,N\n"
                                 "b,2024-01-08,2024-07-20,300,29,N\n"
                                 /* exactly 50%, and one session less */
                                 "c,2024-01-08,2024-07-20,200,100,N\n"
                                 "d,2024-01-08,2024-07-20,201,100,N\n"
                                 /* 8% at one school and 20% at the next are 11% */
                                 "e,2024-01-08,2024-05-01,150,12,N\n"
                                 "e,2024-05-01,2024-07-20,50,10,S\n"
                                 /* nothing can be said of these */
                                 "f,2024-01-08,2024-07-20,0,0,S\n"
                                 "g,2024-01-08,2024-07-20,,5,S\n"
                                 "h,2024-01-08,2024-07-20,100,101,S\n"
                                 "i,2024-01-08,2024-07-20,100,-1,S\n"
                                 "j,2024-07-20,2024-01-08,100,5,S\n"
                                 "k,2023-09-01,2024-07-20,100,50,S\n"
                                 "l,2024-09-01,2025-01-02,100,50,S\n"
                                 ",2024-01-08,2024-07-20,100,50,S\n"
                                 /* of another year */
                                 "m,2023-01-08,2024-01-01,100,50,S\n"
                                 "n,2025-01-01,2025-07-20,100,50,S\n"
                                 /* one good enrolment does not mend a bad one */
                                 "o,2024-01-08,2024-04-01,100,50,S\n"
                                 "o,2024-04-01,2024-07-20,100,,S\n"
                                 "q,2024-01-08,2024-04-01,100,101,S\n"
                                 "q,2024-04-01,2024-07-20,100,5,S\n"
                                 /* to the last day of the year */
                                 "p,2024-01-01,2025-01-01,100,50,S\n";

Test (education, absence_of_pupils)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_ENROLMENT, enrolments);
  g_autoptr (MarmotEpisodeOptions) options = of_2024 ();
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  g_autoptr (MarmotEpisodeOptions) fifth = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "share", 0.2, NULL);
  static const struct
  {
    const char *reason;
    int n_pupils;
  } reasons[] = { { "enrolled beyond the period", 2 },
                  { "ended before it started", 1 },
                  { "more missed than possible", 3 },
                  { "no possible sessions", 1 } };

  /* Pupils a to e and p; unknown are g, o and the one of nobody. */
  assert_measure (set, PERSISTENT_ABSENCE, options, "5/6 ?3 -7");
  assert_measure (set, SEVERE_ABSENCE, options, "2/6 ?3 -7");
  assert_measure (set, PERSISTENT_ABSENCE, fifth, "3/6 ?3 -7");
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    cr_expect (test_count_excluded (set, MARMOT_EPISODE_MEASURE_SEVERE_ABSENCE, options, reasons[i].reason)
                   == reasons[i].n_pupils,
               "%s", reasons[i].reason);
}

Test (education, absence_by_enrolment_and_by_group)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_ENROLMENT, enrolments);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_CALENDAR, 2024, 1, NULL);
  static const char *const by[] = { "locality", NULL };
  g_autoptr (MarmotEpisodeOptions) each
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "unit", MARMOT_EPISODE_UNIT_EPISODE, NULL);
  g_autoptr (MarmotEpisodeOptions) families
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "unit", MARMOT_EPISODE_UNIT_FAMILY, NULL);
  g_autoptr (MarmotEpisodeOptions) steps
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "step", MARMOT_EPISODE_STEP_MONTH, NULL);
  g_autoptr (MarmotEpisodeOptions) grouped = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "by", by, NULL);
  g_autoptr (MarmotEpisodeTotals) totals
      = marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_PERSISTENT_ABSENCE, grouped, NULL);
  g_autoptr (MarmotMeasure) north = marmot_episode_totals_get_measure (totals, 0);
  g_autoptr (GError) error = NULL;

  /* Each enrolment by itself: of e only the second is absent, and of nobody's and o's first
   * it is known as well. */
  assert_measure (set, PERSISTENT_ABSENCE, each, "7/10 ?2 -7");
  /* e is at the second of its schools. */
  cr_expect_float_eq (marmot_measure_get_numerator (north), 3, 0);
  cr_expect_float_eq (marmot_measure_get_denominator (north), 4, 0);
  cr_expect (marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_PERSISTENT_ABSENCE, families, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_expect (marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_PERSISTENT_ABSENCE, steps, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (education, numbers_of_any_size)
{
  static const char csv[] = "person,start,sessions,missed\n"
                            "a,2024-01-08,9223372036854775807,9223372036854775807\n"
                            "a,2024-01-09,9223372036854775807,0\n"
                            "b,2024-01-08,-9223372036854775808,-9223372036854775808\n";
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_ENROLMENT, csv);
  g_autoptr (MarmotEpisodeOptions) options = of_2024 ();

  assert_measure (set, SEVERE_ABSENCE, options, "1/1 ?0 -1");
}

/* --- participation ------------------------------------------------------------------- */

static const char young_people[] = "person,start,end,activity\n"
                                   "a,2024-09-01,,eet\n"
                                   "b,2024-09-01,,apprenticeship\n"
                                   "c,2024-09-01,,neet\n"
                                   "d,2024-09-01,,not-known\n"
                                   /* two at once: the one that says more counts */
                                   "e,2024-09-01,,neet\n"
                                   "e,2024-10-01,,employment\n"
                                   "f,2024-09-01,,not-known\n"
                                   "f,2024-10-01,,neet\n"
                                   "g,2024-09-01,,\n"
                                   "g,2024-09-01,,neet\n"
                                   "h,2024-09-01,,custody\n"
                                   "h,2024-09-01,,education\n"
                                   /* blank, another word, of nobody */
                                   "i,2024-09-01,,\n"
                                   "j,2024-09-01,,NEET\n"
                                   ",2024-09-01,,neet\n"
                                   /* one after the other, changed on the day; and not there yet */
                                   "k,2024-09-01,2024-12-31,neet\n"
                                   "k,2024-12-31,,training\n"
                                   "l,2025-01-01,,neet\n";

Test (education, not_in_education_and_not_known)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_PARTICIPATION, young_people);
  g_autoptr (GDate) day = new_date ("2024-12-31"), eve = new_date ("2024-12-30");
  g_autoptr (MarmotEpisodeOptions) options = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, "rows", TRUE, NULL);
  g_autoptr (MarmotEpisodeOptions) before = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", eve, NULL);
  g_autoptr (MarmotEpisodeOptions) blank
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, "unknown-counts", TRUE, NULL);
  g_autoptr (MarmotEpisodeTotals) totals = marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_NEET, options, NULL);
  g_autoptr (MarmotMeasure) neet = marmot_episode_totals_get_measure (totals, 0);
  g_autoptr (MarmotColumn) rows = marmot_measure_get_rows (neet);
  static const gint64 wanted[] = { 2, 7, 9 };

  /* a to g and k; i, j and the one of nobody are unknown, h is left out. */
  assert_measure (set, NEET, options, "3/8 ?3 -1");
  assert_measure (set, NOT_KNOWN, options, "1/8 ?3 -1");
  assert_measure (set, NEET_OR_NOT_KNOWN, options, "4/8 ?3 -1");
  assert_measure (set, NEET, before, "4/8 ?3 -1");
  assert_measure (set, NEET, blank, "3/10 ?1 -1");
  cr_assert (marmot_column_get_length (rows) == 3);
  for (guint i = 0; i < 3; i++)
    cr_expect (marmot_column_get_integer (rows, i) == wanted[i]);
}

Test (education, columns_that_are_missing_are_named)
{
  static const MarmotEpisodeMeasure measures[] = {
    MARMOT_EPISODE_MEASURE_EHC_ON_TIME, MARMOT_EPISODE_MEASURE_EHC_WAITING_BEYOND, MARMOT_EPISODE_MEASURE_EHC_REVIEWED,
    MARMOT_EPISODE_MEASURE_SEVERE_ABSENCE, MARMOT_EPISODE_MEASURE_NEET,
  };
  g_autoptr (MarmotEpisodeSet) bare = test_episodes (MARMOT_EPISODE_ENROLMENT, "start\n2024-01-01\n");
  g_autoptr (MarmotEpisodeSet) pupils
      = test_episodes (MARMOT_EPISODE_ENROLMENT, "start,sessions,missed\n2024-01-01,10,1\n");
  g_autoptr (MarmotEpisodeOptions) each
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "unit", MARMOT_EPISODE_UNIT_EPISODE, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      cr_expect (marmot_episode_set_measure (bare, measures[i], NULL, &error) == NULL);
      cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND), "measure %u", i);
      g_clear_error (&error);
    }
  cr_expect (marmot_episode_set_measure (pupils, MARMOT_EPISODE_MEASURE_PERSISTENT_ABSENCE, NULL, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  assert_measure (pupils, PERSISTENT_ABSENCE, each, "1/1 ?0 -0");
}
