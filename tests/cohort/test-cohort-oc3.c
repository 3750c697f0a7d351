/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Outcomes of care leavers (OC3), on young people who can be counted by hand. Everybody is
 * made up.
 */
#include "support/people.h"
#include "support/result.h"

/* Nineteen or twenty in 2023/24, but for b, c and m; every edge once. */
static const TestPeople leavers = {
  .people = "person,birth,sex\n"
            "first day,2004-04-01,F\n"      /* 19 on the first day of the year */
            "last day,2005-03-31,F\n"       /* 19 on the last */
            "day before,2004-03-31,M\n"     /* 19 before the year, and 20 on its last day */
            "leap,2004-02-29,M\n"           /* 19 on 1 March 2023, 20 on 29 February 2024 */
            "no,2004-06-01,M\n"
            "refuses,2004-05-01,F\n"
            "not required,2004-05-01,F\n"
            "no row,2004-05-01,M\n"
            "died,2004-05-01,M\n"
            "home,2004-05-01,M\n"
            "transferred,2004-05-01,M\n"
            "left at 15,2004-08-01,M\n"
            "short breaks,2004-08-01,F\n"
            "91 days,2004-09-01,F\n"
            "90 days,2004-09-01,F\n"
            "no birth,,F\n"
            "in care at 17,2006-06-01,F\n"
            "relevant at 17,2006-07-01,F\n",
  .episodes = "person,start,end,start_reason,end_reason,legal_status,placement\n"
              "first day,2019-01-01,2022-04-01,S,E6,C2,U4\n"
              "last day,2019-01-01,2023-03-31,S,E6,C2,U4\n"
              "day before,2019-01-01,2022-03-31,S,E6,C2,U4\n"
              "leap,2019-01-01,2022-02-28,S,E6,C2,U4\n"
              "no,2019-01-01,2022-06-01,S,E6,C2,U4\n"
              "refuses,2019-01-01,2022-05-01,S,E6,C2,U4\n"
              "not required,2019-01-01,2022-05-01,S,E6,C2,U4\n"
              "no row,2019-01-01,2022-05-01,S,E6,C2,U4\n"
              "died,2019-01-01,2022-05-01,S,E6,C2,U4\n"
              "home,2019-01-01,2022-01-01,S,E4A,C2,U4\n"
              "transferred,2019-01-01,2022-01-01,S,E3,C2,U4\n"
              "left at 15,2018-09-01,2020-07-31,S,E4A,C2,U4\n"
              "short breaks,2021-01-01,2021-01-10,S,E8,V3,U4\n"
              "91 days,2020-07-01,2020-09-30,S,E6,C2,U4\n"
              "90 days,2020-07-01,2020-09-29,S,E6,C2,U4\n"
              "no birth,2019-01-01,2022-05-01,S,E6,C2,U4\n"
              "in care at 17,2021-01-01,,S,,C2,U4\n"
              "relevant at 17,2021-01-01,2023-01-01,S,E6,C2,U4\n",
  .contacts = "person,year,in_touch,activity,accommodation\n"
              "first day,2023,YES,F1,U1\n"
              "first day,2022,NO,G5,U2\n"   /* of another year */
              "last day,2023,YES,G5,U2\n"
              "day before,2023,YES,P5,B1\n"
              "leap,2023,YES,0,0\n"
              "no,2023,NO,0,0\n"
              "refuses,2023,REFU,0,0\n"
              "not required,2023,NREQ,0,0\n"
              "died,2023,DIED,0,0\n"
              "home,2023,RHOM,0,0\n"
              "transferred,2023,YES,F1,U1\n"
              "left at 15,2023,YES,F1,U1\n"
              "short breaks,2023,YES,F1,U1\n"
              "91 days,2023,NO,G4,X2\n"
              "90 days,2023,YES,F1,U1\n"
              "in care at 17,2023,YES,F1,U1\n"
              "relevant at 17,2023,YES,F2,D1\n",
};

Test (cohort_oc3, counts_those_of_19_to_21)
{
  g_autoptr (MarmotPersonSet) set = test_people (&leavers);

  /* Nine: first day, last day, day before, leap, no, refuses, not required, no row, 91 days.
   * Six are left out, and of one nobody knows the age. */
  assert_cohort (set, IN_TOUCH, test_cohort_options ("2023/24", NULL, 0), "4/9 ?1 -6");
  assert_cohort (set, NOT_IN_TOUCH, test_cohort_options ("2023/24", NULL, 0), "2/9 ?1 -6");
  assert_cohort (set, REFUSES_CONTACT, test_cohort_options ("2023/24", NULL, 0), "1/9 ?1 -6");
  assert_cohort (set, CONTACT_NOT_REQUIRED, test_cohort_options ("2023/24", NULL, 0), "1/9 ?1 -6");
  assert_cohort (set, CONTACT_NOT_KNOWN, test_cohort_options ("2023/24", NULL, 0), "1/9 ?1 -6");
  assert_cohort (set, EET, test_cohort_options ("2023/24", NULL, 0), "2/9 ?1 -6");
  assert_cohort (set, NEET, test_cohort_options ("2023/24", NULL, 0), "2/9 ?1 -6");
  assert_cohort (set, ACTIVITY_NOT_KNOWN, test_cohort_options ("2023/24", NULL, 0), "5/9 ?1 -6");
  assert_cohort (set, SUITABLE, test_cohort_options ("2023/24", NULL, 0), "2/9 ?1 -6");
  assert_cohort (set, UNSUITABLE, test_cohort_options ("2023/24", NULL, 0), "2/9 ?1 -6");
  assert_cohort (set, ACCOMMODATION_NOT_KNOWN, test_cohort_options ("2023/24", NULL, 0), "5/9 ?1 -6");
  /* The last year covered is the one without a word. */
  assert_cohort (set, IN_TOUCH, NULL, "4/9 ?1 -6");
}

Test (cohort_oc3, says_why_somebody_is_left_out)
{
  static const char *const reasons[] = { "died", "home for six months or more", "care transferred", "short breaks alone" };
  g_autoptr (MarmotPersonSet) set = test_people (&leavers);

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    cr_assert (test_cohort_excluded (set, MARMOT_COHORT_MEASURE_EET, NULL, reasons[i]) == 1, "%s", reasons[i]);
  /* Left at 15, and 90 days. */
  cr_assert (test_cohort_excluded (set, MARMOT_COHORT_MEASURE_EET, NULL, "not relevant or former relevant") == 2);
  cr_assert (test_cohort_excluded (set, MARMOT_COHORT_MEASURE_EET, NULL, "still in care") == 0);
  cr_assert (test_cohort_excluded (set, MARMOT_COHORT_MEASURE_EET, test_cohort_options ("2023/24", "to-age", 17), "still in care")
             == 1);
}

Test (cohort_oc3, counts_by_single_years)
{
  static const char *const by[] = { "age", NULL };
  g_autoptr (MarmotPersonSet) set = test_people (&leavers);
  g_autoptr (MarmotCohortOptions) options = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "by", by, NULL);
  g_autoptr (MarmotTally) tally = marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_IN_TOUCH, options, NULL);
  g_autoptr (MarmotTable) table = marmot_tally_to_table (tally);

  /* 19, 20, and of whom the birth is not known. */
  cr_assert (marmot_table_get_n_rows (table) == 3);
  cr_assert (test_result_says (table, "age", 0, "19") && test_result_says (table, "age", 1, "20"));
  cr_assert (test_result_number (table, "numerator", 0) == 2 && test_result_number (table, "denominator", 0) == 7);
  cr_assert (test_result_number (table, "numerator", 1) == 2 && test_result_number (table, "denominator", 1) == 2);
  cr_assert (test_result_number (table, "unknown", 2) == 1);
  assert_cohort (set, IN_TOUCH, test_cohort_options ("2023/24", "from-age", 20), "2/2 ?1 -0");
  assert_cohort (set, IN_TOUCH, test_cohort_options ("2023/24", "to-age", 19), "2/7 ?1 -6");
  assert_cohort (set, IN_TOUCH, test_cohort_options ("2023/24", "to-age", 17), "1/1 ?1 -1");
  assert_cohort (set, IN_TOUCH, test_cohort_options ("2023/24", "to-age", 18), "0/0 ?1 -0");
}

Test (cohort_oc3, follows_the_conventions_asked_for)
{
  g_autoptr (MarmotPersonSet) set = test_people (&leavers);
  g_autoptr (MarmotCareLeaverOptions) paper = marmot_care_leaver_options_new_named ("coventry-paper", NULL);
  g_autoptr (MarmotCareLeaverOptions) february
    = g_object_new (MARMOT_TYPE_CARE_LEAVER_OPTIONS, "leap-birthday", MARMOT_LEAP_BIRTHDAY_FEBRUARY, "ignore-home", TRUE,
                    "ignore-detained", TRUE, "ignore-guardianship", TRUE, NULL);
  g_autoptr (MarmotCareLeaverOptions) inclusive = marmot_care_leaver_options_new_named ("ssd-mosaic", NULL);

  /* Who left at 15 had more than 91 days since 14, and no day from 16 on is asked for. */
  assert_cohort (set, IN_TOUCH, g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "conventions", paper, NULL), "5/10 ?1 -5");
  /* With the last day 90 days are 91. */
  assert_cohort (set, IN_TOUCH, g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "conventions", inclusive, NULL), "5/10 ?1 -5");
  /* In the leap year the birthday is the same by both. */
  assert_cohort (set, IN_TOUCH, g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "conventions", february, NULL), "4/9 ?1 -6");
}

/* Nineteen on 15 June 2023, with contacts on days around it. */
static const TestPeople dated = {
  .people = "person,birth\n"
            "a,2004-06-15\nb,2004-06-15\nc,2004-06-15\nd,2004-06-15\ne,2004-06-15\nf,2004-06-15\ng,2004-06-15\n",
  .episodes = "person,start,end,start_reason,end_reason,legal_status,placement\n"
              "a,2019-01-01,2022-06-15,S,E6,C2,U4\nb,2019-01-01,2022-06-15,S,E6,C2,U4\n"
              "c,2019-01-01,2022-06-15,S,E6,C2,U4\nd,2019-01-01,2022-06-15,S,E6,C2,U4\n"
              "e,2019-01-01,2022-06-15,S,E6,C2,U4\nf,2019-01-01,2022-06-15,S,E6,C2,U4\n"
              "g,2019-01-01,2022-06-15,S,E6,C2,U4\n",
  .contacts = "person,date,year,in_touch,activity,accommodation\n"
              "a,2023-03-14,,YES,F1,U1\n"   /* a day before the three months */
              "b,2023-03-15,,YES,F1,U1\n"
              "c,2023-07-15,,YES,F1,U1\n"
              "d,2023-07-16,,YES,F1,U1\n"   /* a day after the one */
              "e,2023-05-01,,YES,F1,U1\n"   /* the nearest counts */
              "e,2023-06-20,,NO,0,0\n"
              "f,2023-06-10,,NO,0,0\n"      /* of two as near the later */
              "f,2023-06-20,,YES,F1,U1\n"
              "g,2023-06-15,,YES,F1,U1\n"   /* the row of the year goes first */
              "g,,2023,NO,0,0\n",
};

Test (cohort_oc3, takes_the_contact_around_the_birthday)
{
  g_autoptr (MarmotPersonSet) set = test_people (&dated);

  assert_cohort (set, IN_TOUCH, NULL, "3/7 ?0 -0");
  assert_cohort (set, NOT_IN_TOUCH, NULL, "2/7 ?0 -0");
  assert_cohort (set, CONTACT_NOT_KNOWN, NULL, "2/7 ?0 -0");
}

/* From 22 on: of those who asked, by the latest contact of the year. */
static const TestPeople later = {
  .people = "person,birth\n"
            "latest,2001-06-15\n"
            "after the year,2001-06-15\n"
            "asked,2000-06-15\n"
            "twenty-five,1998-06-15\n"
            "twenty-six,1997-06-15\n"
            "twenty-one,2002-06-15\n",
  .episodes = "person,start,end,start_reason,end_reason,legal_status,placement\n"
              "latest,2015-09-01,2019-06-15,S,E6,C2,U4\nafter the year,2015-09-01,2019-06-15,S,E6,C2,U4\n"
              "asked,2014-09-01,2018-06-15,S,E6,C2,U4\ntwenty-five,2013-09-01,2016-06-15,S,E6,C2,U4\n"
              "twenty-six,2012-09-01,2015-06-15,S,E6,C2,U4\ntwenty-one,2017-09-01,2020-06-15,S,E6,C2,U4\n",
  .facts = "person,fact,start,end\nasked,asked-for-support,2023-06-01,2023-07-01\n",
  .contacts = "person,date,in_touch,activity,accommodation\n"
              "latest,2023-05-01,NO,0,0\nlatest,2024-02-01,YES,F1,U1\nlatest,2024-04-01,NO,0,0\n"
              "after the year,2024-04-01,YES,F1,U1\n"
              "twenty-five,2023-04-01,NO,G5,U2\n"
              "twenty-six,2023-05-01,YES,F1,U1\n"
              "twenty-one,2023-06-15,YES,F1,U1\n",
};

Test (cohort_oc3, counts_those_of_22_to_25_apart)
{
  static const guint refused[][2] = { { 21, 22 }, { 19, 25 }, { 16, 17 }, { 22, 26 }, { 20, 19 } };
  g_autoptr (MarmotPersonSet) set = test_people (&later);

  assert_cohort (set, IN_TOUCH, test_cohort_options ("2023/24", "from-age", 22), "1/3 ?0 -1");
  assert_cohort (set, CONTACT_NOT_KNOWN, test_cohort_options ("2023/24", "from-age", 22), "1/3 ?0 -1");
  assert_cohort (set, IN_TOUCH, test_cohort_options ("2023/24", "to-age", 22), "1/1 ?0 -1");
  assert_cohort (set, NEET, test_cohort_options ("2023/24", "from-age", 25), "1/1 ?0 -0");
  cr_assert (test_cohort_excluded (set, MARMOT_COHORT_MEASURE_EET, test_cohort_options ("2023/24", "from-age", 22),
                                   "did not ask for support") == 1);
  assert_cohort (set, IN_TOUCH, NULL, "1/1 ?0 -0");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (MarmotCohortOptions) options
        = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "from-age", refused[i][0], "to-age", refused[i][1], NULL);
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_IN_TOUCH, options, &error) == NULL, "case %u", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
      cr_assert ((strstr (error->message, "another denominator") != NULL) == (i < 2));
    }
}

Test (cohort_oc3, makes_no_figure_of_days_that_are_not_covered)
{
  TestPeople shorter = leavers;
  g_autoptr (MarmotPersonSet) set = NULL;
  g_autoptr (MarmotTally) tally = NULL;
  g_autoptr (MarmotMeasure) sum = NULL;
  g_autoptr (MarmotEstimate) estimate = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (MarmotCohortOptions) options = test_cohort_options ("2023/24", NULL, 0);

  shorter.covered_until = "2024-03-30";
  set = test_people (&shorter);
  tally = marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_IN_TOUCH, options, NULL);
  sum = marmot_tally_get_sum (tally);
  estimate = marmot_measure_get_estimate (sum);
  findings = marmot_tally_get_findings (tally);
  /* Of a year of which nobody has a contact there is none either. */
  {
    g_autoptr (MarmotCohortOptions) before = test_cohort_options ("2020/21", "to-age", 17);
    g_autoptr (MarmotTally) earlier = marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_EET, before, NULL);
    g_autoptr (MarmotMeasure) of_earlier = marmot_tally_get_sum (earlier);

    cr_assert (marmot_measure_get_denominator (of_earlier) == 0 && marmot_measure_get_n_unknown (of_earlier) == 3);
  }
  /* Those with a birthday on the last day. */
  cr_assert (marmot_measure_get_n_unknown (sum) == 3 && marmot_measure_get_denominator (sum) == 7);
  cr_assert (marmot_estimate_get_status (estimate) == MARMOT_STATUS_NOT_COVERED && findings->len == 1);
}

Test (cohort_oc3, needs_contacts_and_a_year_of_the_return)
{
  TestPeople without = leavers;
  g_autoptr (MarmotPersonSet) set = test_people (&leavers);
  g_autoptr (MarmotPersonSet) bare = NULL;
  g_autoptr (MarmotPeriod) calendar = marmot_period_parse ("2023", MARMOT_YEAR_CALENDAR, NULL);
  g_autoptr (MarmotCohortOptions) options = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "period", calendar, NULL);
  g_autoptr (GDate) day = g_date_new_dmy (31, G_DATE_MARCH, 2024);
  g_autoptr (MarmotCohortOptions) of_day = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "day", day, NULL);
  g_autoptr (GError) error = NULL;

  without.contacts = NULL;
  bare = test_people (&without);
  cr_assert (marmot_person_set_measure (bare, MARMOT_COHORT_MEASURE_EET, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_assert (marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_EET, options, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  cr_assert (strstr (error->message, "April to March") != NULL);
  g_clear_error (&error);
  cr_assert (marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_EET, of_day, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}
