/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Dated checks of health, on children who can be counted by hand. Everybody is made up.
 */
#include "support/people.h"
#include "support/result.h"

#define EPISODES "person,start,end,start_reason,end_reason,legal_status,placement\n"
#define CHECKS "person,check,due,done,status\n"

static GDate *
make_day (const char *text)
{
  return g_date_new_julian ((guint32) (test_day (text) + 719163));
}

static MarmotCohortOptions *
on_day (const char *text)
{
  g_autoptr (GDate) day = make_day (text);

  return g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "day", day, NULL);
}

/* On 31 December 2023. */
static const TestPeople year = {
  .people = "person,birth\n"
            "first,2010-05-01\nbefore,2010-05-01\nlast,2010-05-01\nafter,2010-05-01\ninitial,2010-05-01\n"
            "refused,2010-05-01\nnew,2010-05-01\nthree,2020-05-01\n",
  .episodes = EPISODES "first,2022-01-01,,S,,C2,U4\nbefore,2022-01-01,,S,,C2,U4\nlast,2022-01-01,,S,,C2,U4\n"
                       "after,2022-01-01,,S,,C2,U4\ninitial,2023-01-01,,S,,C2,U4\nrefused,2022-01-01,,S,,C2,U4\n"
                       "new,2023-01-02,,S,,C2,U4\nthree,2022-01-01,,S,,C2,U4\n",
  .checks = CHECKS "first,review-health-assessment,,2023-01-01,completed\n"
                   "before,review-health-assessment,,2022-12-31,completed\n"
                   "last,review-health-assessment,,2023-12-31,\n"           /* done, whatever its status */
                   "after,review-health-assessment,,2024-01-01,completed\n"
                   "initial,initial-health-assessment,,2023-01-20,completed\n"
                   "refused,review-health-assessment,,2023-06-01,refused\n"
                   "three,development,,2023-06-01,completed\n"
                   "three,dental,,2023-06-01,completed\n"
                   "first,dental,,,planned\n"
                   "last,sdq,,2023-06-01,completed\n"
                   "after,immunisations,,2023-06-01,completed\n",
};

Test (cohort_checks, counts_those_of_the_last_twelve_months)
{
  g_autoptr (MarmotPersonSet) set = test_people (&year);

  /* Who came into care on 1 January has been for twelve months, on the day after not. */
  assert_cohort (set, HEALTH_REVIEW_ROLLING, on_day ("2023-12-31"), "2/7 ?0 -1");
  assert_cohort (set, DENTAL_ROLLING, on_day ("2023-12-31"), "1/7 ?0 -1");
  assert_cohort (set, IMMUNISATIONS_ROLLING, on_day ("2023-12-31"), "1/7 ?0 -1");
  assert_cohort (set, DEVELOPMENT_ROLLING, on_day ("2023-12-31"), "1/1 ?0 -0");
  /* first, before, last, after, initial and refused are 13. */
  assert_cohort (set, SDQ_ROLLING, on_day ("2023-12-31"), "1/6 ?0 -1");
  assert_cohort (set, HEALTH_REVIEW_ROLLING, on_day ("2024-01-01"), "2/8 ?0 -0");
}

/* On 31 December 2023: reviews six months after the last assessment where the child is under
 * five then, twelve otherwise. */
static const TestPeople reviews = {
  .people = "person,birth\n"
            "ten on time,2013-01-01\nten late,2013-01-01\nten not yet,2013-01-01\nten missed,2013-01-01\n"
            "two on time,2021-09-01\ntwo late,2021-09-01\ntwo on the day,2021-09-01\n"
            "turned five,2018-09-30\nfive then,2018-10-01\nnever,2013-01-01\nnever yet,2013-01-01\n"
            "early,2013-01-01\nlate then good,2021-09-01\nbreaks,2013-01-01\n",
  .episodes = EPISODES "ten on time,2022-01-01,,S,,C2,U4\nten late,2022-01-01,,S,,C2,U4\n"
                       "ten not yet,2023-01-02,,S,,C2,U4\nten missed,2022-01-01,,S,,C2,U4\n"
                       "two on time,2022-01-01,,S,,C2,U4\ntwo late,2022-01-01,,S,,C2,U4\n"
                       "two on the day,2023-06-20,,S,,C2,U4\nturned five,2023-03-01,,S,,C2,U4\n"
                       "five then,2023-03-01,,S,,C2,U4\nnever,2022-12-31,,S,,C2,U4\nnever yet,2023-01-01,,S,,C2,U4\n"
                       "early,2022-01-01,,S,,C2,U4\nlate then good,2022-01-01,,S,,C2,U4\n"
                       "breaks,2023-12-25,2024-01-05,S,E8,V3,U4\n",
  .checks = CHECKS "ten on time,initial-health-assessment,,2022-01-20,completed\n"
                   "ten on time,review-health-assessment,,2023-01-20,completed\n"   /* on the last day */
                   "ten late,initial-health-assessment,,2022-01-20,completed\n"
                   "ten late,review-health-assessment,,2023-01-21,completed\n"      /* a day later */
                   "ten not yet,initial-health-assessment,,2023-01-20,completed\n"  /* due in January 2024 */
                   "ten missed,initial-health-assessment,,2022-01-20,completed\n"
                   "ten missed,review-health-assessment,,2023-01-20,cancelled\n"
                   "two on time,initial-health-assessment,,2023-01-20,completed\n"
                   "two on time,review-health-assessment,,2023-07-20,completed\n"
                   "two late,initial-health-assessment,,2023-01-20,completed\n"
                   "two late,review-health-assessment,,2023-07-21,completed\n"
                   "two on the day,initial-health-assessment,,2023-06-30,completed\n" /* due on 30 December */
                   "turned five,initial-health-assessment,,2023-03-30,completed\n"  /* five on 30 September: due in March */
                   "five then,initial-health-assessment,,2023-03-30,completed\n"    /* still four then: was due */
                   "early,initial-health-assessment,,2023-01-20,completed\n"
                   "early,review-health-assessment,,2023-11-01,completed\n"         /* before it fell due */
                   "late then good,initial-health-assessment,,2022-01-20,completed\n"
                   "late then good,review-health-assessment,,2023-01-20,completed\n" /* half a year late */
                   "late then good,review-health-assessment,,2023-07-20,completed\n",
};

Test (cohort_checks, reviews_follow_from_one_to_the_next)
{
  static const char *const by[] = { "age_part", NULL };
  g_autoptr (MarmotPersonSet) set = test_people (&reviews);
  g_autoptr (GDate) day = make_day ("2023-12-31");
  g_autoptr (MarmotCohortOptions) options = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "by", by, "day", day, NULL);
  g_autoptr (MarmotTally) tally = marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_HEALTH_REVIEW_TIMELY, options, NULL);
  g_autoptr (MarmotTable) table = marmot_tally_to_table (tally);

  /* In time: ten on time, two on time, late then good. Not: ten late, ten missed, two late, two
   * on the day, five then, never. None due: ten not yet, turned five, never yet, early. */
  assert_cohort (set, HEALTH_REVIEW_TIMELY, on_day ("2023-12-31"), "3/9 ?0 -5");
  cr_assert (test_cohort_excluded (set, MARMOT_COHORT_MEASURE_HEALTH_REVIEW_TIMELY, on_day ("2023-12-31"), "no review due yet")
             == 4);
  /* five then is five on the day. */
  cr_assert (test_result_says (table, "age_part", 1, "under 5"));
  cr_assert (test_result_number (table, "numerator", 0) == 1 && test_result_number (table, "denominator", 0) == 5);
  cr_assert (test_result_number (table, "numerator", 1) == 2 && test_result_number (table, "denominator", 1) == 4);
  /* What falls due on the day is due: two on the day until 30 December. */
  assert_cohort (set, HEALTH_REVIEW_TIMELY, on_day ("2023-12-29"), "3/7 ?0 -7");
  assert_cohort (set, HEALTH_REVIEW_TIMELY, on_day ("2023-12-30"), "3/8 ?0 -6");
}

/* Twenty working days from 1 December 2023 are up on 3 January 2024: Christmas, Boxing Day and
 * New Year are between. */
static const TestPeople initial = {
  .people = "person,birth\n"
            "on the day,2010-05-01\nday after,2010-05-01\nnone,2010-05-01\nleft,2010-05-01\nleft later,2010-05-01\n"
            "left and seen,2010-05-01\nweekend,2010-05-01\nfriday,2010-05-01\nbreaks,2010-05-01\nbefore,2010-05-01\ntwice,2010-05-01\nlast days,2010-05-01\n"
            "stranger,2010-05-01\n",
  .episodes = EPISODES "on the day,2023-12-01,,S,,C2,U4\nday after,2023-12-01,,S,,C2,U4\nnone,2023-12-01,,S,,C2,U4\n"
                       "left,2023-12-01,2024-01-03,S,E4A,C2,U4\n"        /* the due day is no day of care */
                       "left later,2023-12-01,2024-01-04,S,E4A,C2,U4\n"
                       "left and seen,2023-12-01,2023-12-20,S,E4A,C2,U4\n"
                       "weekend,2023-06-02,,S,,C2,U4\n"                 /* up on Friday, 30 June */
                       "friday,2023-06-02,,S,,C2,U4\n"
                       "breaks,2023-12-01,2023-12-10,S,E8,V3,U4\n"
                       "before,2023-03-31,,S,,C2,U4\n"
                       "twice,2023-04-01,2023-08-01,S,E4A,C2,U4\ntwice,2023-10-02,,S,,C2,U4\n"
                       "last days,2024-03-04,,S,,C2,U4\n",               /* due on 3 April */
  .checks = CHECKS "on the day,initial-health-assessment,,2024-01-03,completed\n"
                   "day after,initial-health-assessment,,2024-01-04,completed\n"
                   "left and seen,initial-health-assessment,,2023-12-19,completed\n"
                   "before,initial-health-assessment,,2023-04-05,completed\n"
                   "weekend,initial-health-assessment,,2023-07-01,completed\n"
                   "friday,initial-health-assessment,,2023-06-30,completed\n"
                   "twice,initial-health-assessment,,2023-04-20,completed\n"
                   "none,review-health-assessment,,2023-12-05,completed\n"
                   "none,initial-health-assessment,,2023-12-05,refused\n"
                   "last days,initial-health-assessment,,2024-03-05,completed\n",
};

Test (cohort_checks, initial_assessments_within_20_working_days)
{
  g_autoptr (MarmotPersonSet) set = test_people (&initial);

  /* In: on the day, left and seen, friday, twice the first time. Out: day after, weekend, none,
   * left later, twice the second time. Left out: left, breaks, last days. */
  assert_cohort (set, INITIAL_HEALTH_ON_TIME, NULL, "4/9 ?0 -3");
  cr_assert (test_cohort_excluded (set, MARMOT_COHORT_MEASURE_INITIAL_HEALTH_ON_TIME, NULL, "left care before it was due") == 1);
  cr_assert (test_cohort_excluded (set, MARMOT_COHORT_MEASURE_INITIAL_HEALTH_ON_TIME, NULL, "not due yet") == 1);
  assert_cohort (set, INITIAL_HEALTH_ON_TIME, test_cohort_options ("2023/24", "working-days", 21), "6/8 ?0 -4");
  assert_cohort (set, INITIAL_HEALTH_ON_TIME, test_cohort_options ("2022/23", NULL, 0), "1/1 ?0 -0");
}

Test (cohort_checks, rows_of_spells_have_their_people_as_keys)
{
  static const char *const by[] = { "age", NULL };
  g_autoptr (MarmotPersonSet) set = test_people (&initial);
  g_autoptr (MarmotCohortOptions) options = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "by", by, "rows", TRUE, NULL);
  g_autoptr (MarmotTally) tally = marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_INITIAL_HEALTH_ON_TIME, options, NULL);
  g_autoptr (MarmotTable) table = marmot_tally_to_table (tally);
  g_autoptr (MarmotTable) spells = marmot_person_set_get_spells (set);
  g_autoptr (MarmotColumn) starts = marmot_table_get_column_by_name (spells, "start");
  g_autoptr (MarmotMeasure) twelve = marmot_tally_get_measure (tally, 0);
  g_autoptr (MarmotColumn) rows = marmot_measure_get_rows (twelve);

  cr_assert (test_result_says (table, "age", 0, "12") && test_result_says (table, "age", 1, "13"));
  /* The first of who came twice was at 12. */
  cr_assert (test_result_number (table, "numerator", 0) == 1 && test_result_number (table, "denominator", 0) == 1);
  cr_assert (test_result_number (table, "numerator", 1) == 3 && test_result_number (table, "denominator", 1) == 8);
  cr_assert (marmot_column_get_length (rows) == 1);
  cr_assert (marmot_column_get_date (starts, (gsize) marmot_column_get_integer (rows, 0)) == test_day ("2023-04-01"));
}

/* Asked for in 2023/24. */
static const TestPeople consultations = {
  .people = "person,birth,sex\na,2010-05-01,F\nb,2010-05-01,M\nc,2021-05-01,M\n",
  .episodes = EPISODES "a,2020-01-01,,S,,C2,U4\n",
  .checks = CHECKS "a,consultation,2023-04-01,2023-04-29,completed\n"   /* 28 days */
                   "a,consultation,2023-05-01,2023-05-30,completed\n"   /* 29 */
                   "a,consultation,2023-05-01,2023-06-26,completed\n"   /* 56 */
                   "b,consultation,2023-05-01,2023-06-27,completed\n"   /* 57 */
                   "b,consultation,2023-05-01,2023-07-24,completed\n"   /* 84 */
                   "b,consultation,2023-05-01,2023-07-25,completed\n"   /* 85 */
                   "b,consultation,2023-06-01,,planned\n"
                   "c,consultation,2024-03-03,2024-03-04,completed\n"   /* 28 days are up on the last day */
                   "c,consultation,2024-03-04,2024-03-05,completed\n"   /* a day after the records end */
                   "c,consultation,2024-03-04,,planned\n"
                   "c,consultation,2023-06-01,,cancelled\n"
                   "c,consultation,2023-06-01,2023-05-31,completed\n"
                   "c,consultation,2023-03-31,2023-04-01,completed\n"   /* asked for in the year before */
                   "a,dental,2023-06-01,2023-06-02,completed\n",
};

Test (cohort_checks, consultations_by_how_long_they_took)
{
  static const char *const by[] = { "wait", NULL };
  static const char *const waits[] = { "0 to 4 weeks", "over 12 weeks", "over 4 to 8 weeks", "over 8 to 12 weeks", "waiting" };
  static const double expected[] = { 3, 1, 2, 2, 2 };
  g_autoptr (MarmotPersonSet) set = test_people (&consultations);
  g_autoptr (MarmotCohortOptions) options = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "by", by, NULL);
  g_autoptr (MarmotTally) tally = marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_CONSULTATIONS, options, NULL);
  g_autoptr (MarmotTable) table = marmot_tally_to_table (tally);

  for (gsize i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      cr_assert (test_result_says (table, "wait", i, waits[i]), "%s", waits[i]);
      cr_assert (test_result_number (table, "numerator", i) == expected[i], "%s", waits[i]);
    }
  assert_cohort (set, CONSULTATIONS, NULL, "10/1 ?0 -2");
  /* Of eight that had four weeks. */
  assert_cohort (set, CONSULTATION_WITHIN, NULL, "2/8 ?0 -4");
  assert_cohort (set, CONSULTATION_WITHIN, test_cohort_options ("2023/24", "weeks", 8), "3/7 ?0 -5");
}
