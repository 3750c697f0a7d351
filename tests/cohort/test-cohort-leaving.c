/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Care leavers on a day, health summaries and staying put, on young people who can be counted
 * by hand. Everybody is made up.
 */
#include "support/people.h"
#include "support/result.h"

#define EPISODES "person,start,end,start_reason,end_reason,legal_status,placement\n"

/* On 31 March 2024. */
static const TestPeople leavers = {
  .people = "person,birth,death\n"
            "relevant,2007-01-01,\n"          /* 17, left care */
            "may be home,2007-01-01,\n"       /* 17, went home more than six months ago */
            "eligible,2007-01-01,\n"          /* 17, in care */
            "nineteen,2005-01-01,\n"
            "twenty,2003-04-01,\n"            /* 21 on the day after */
            "asked,2003-03-31,\n"             /* 21 on the day */
            "did not ask,2003-03-31,\n"
            "died,2005-01-01,2024-03-01\n"
            "moved,2005-01-01,\n"            /* to another authority */
            "doubtful,2005-01-01,2024-03-01\n" /* contact after death */
            "qualifying,2005-01-01,\n"
            "child,2015-01-01,\n"
            "twenty-five,1999-03-31,\n",
  .episodes = EPISODES "relevant,2020-01-01,2023-12-01,S,E6,C2,U4\n"
                       "may be home,2020-01-01,2023-06-01,S,E4A,C2,U4\n"
                       "eligible,2020-01-01,,S,,C2,U4\n"
                       "nineteen,2020-01-01,2023-01-01,S,E6,C2,U4\n"
                       "twenty,2018-01-01,2021-04-01,S,E6,C2,U4\n"
                       "asked,2018-01-01,2021-03-31,S,E6,C2,U4\n"
                       "did not ask,2018-01-01,2021-03-31,S,E6,C2,U4\n"
                       "died,2020-01-01,2023-01-01,S,E6,C2,U4\n"
                       "moved,2020-01-01,2022-12-01,S,E3,C2,U4\n"
                       "doubtful,2020-01-01,2023-01-01,S,E6,C2,U4\n"
                       "qualifying,2022-11-01,2023-01-01,S,E6,C2,U4\n"
                       "child,2020-01-01,,S,,C2,U4\n"
                       "twenty-five,2014-01-01,2017-03-31,S,E6,C2,U4\n",
  .facts = "person,fact,start,end\n"
           "asked,asked-for-support,2024-01-01,\n"
           "nineteen,personal-adviser,2023-01-01,\n"
           "twenty,personal-adviser,2023-01-01,2024-03-31\n"     /* until the day before */
           "qualifying,personal-adviser,2024-03-31,\n"
           "eligible,personal-adviser,2023-01-01,\n"
           "died,personal-adviser,2023-01-01,\n"
           "twenty-five,personal-adviser,2020-01-01,\n",
  .contacts = "person,date,in_touch,activity,accommodation\ndoubtful,2024-03-15,YES,F1,U1\n",
  .complete = MARMOT_CARE_FACTS_ASKED_FOR_SUPPORT | MARMOT_CARE_FACTS_DETAINED | MARMOT_CARE_FACTS_SPECIAL_GUARDIANSHIP
              | MARMOT_CARE_FACTS_OTHER_ACCOMMODATION | MARMOT_CARE_FACTS_EDUCATION,
};

Test (cohort_leaving, counts_care_leavers_on_the_day)
{
  static const char *const by[] = { "legal_status", NULL };
  g_autoptr (MarmotPersonSet) set = test_people (&leavers);
  g_autoptr (MarmotCohortOptions) options = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "by", by, NULL);
  g_autoptr (MarmotTally) tally = marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_CARE_LEAVERS, options, NULL);
  g_autoptr (MarmotTable) table = marmot_tally_to_table (tally);
  TestPeople unrecorded = leavers;
  g_autoptr (MarmotPersonSet) other = NULL;

  /* relevant, nineteen, twenty, asked; of who may be home, and whose death is in doubt, nobody
   * knows; did not ask, died and moved are left out. */
  assert_cohort (set, CARE_LEAVERS, NULL, "4/1 ?2 -3");
  cr_assert (test_cohort_excluded (set, MARMOT_COHORT_MEASURE_CARE_LEAVERS, NULL, "care transferred") == 1);
  cr_assert (test_cohort_excluded (set, MARMOT_COHORT_MEASURE_CARE_LEAVERS, NULL, "did not ask for support") == 1);
  cr_assert (test_cohort_excluded (set, MARMOT_COHORT_MEASURE_CARE_LEAVERS, NULL, "died") == 1);
  cr_assert (test_result_says (table, "legal_status", 0, "former-relevant") && test_result_number (table, "numerator", 0) == 3);
  cr_assert (test_result_says (table, "legal_status", 1, "relevant") && test_result_number (table, "numerator", 1) == 1);
  assert_cohort (set, CARE_LEAVERS, test_cohort_options (NULL, "to-age", 17), "1/1 ?1 -0");
  /* Where nobody recorded who asked, it is not known. */
  unrecorded.complete &= ~(guint) MARMOT_CARE_FACTS_ASKED_FOR_SUPPORT;
  other = test_people (&unrecorded);
  assert_cohort (other, CARE_LEAVERS, NULL, "4/1 ?3 -2");
}

Test (cohort_leaving, counts_open_cases)
{
  g_autoptr (MarmotPersonSet) set = test_people (&leavers);

  /* nineteen, qualifying; eligible is in care, and died is dead. */
  assert_cohort (set, CARE_LEAVERS_OPEN, NULL, "2/1 ?0 -2");
  cr_assert (test_cohort_excluded (set, MARMOT_COHORT_MEASURE_CARE_LEAVERS_OPEN, NULL, "in care") == 1);
}

/* Who left care in 2023/24. */
static const TestPeople summaries = {
  .people = "person,birth\n"
            "given,2006-05-01\nlate,2006-05-01\nrefused,2006-05-01\nfifteen,2007-12-02\nsixteen,2007-12-01\n"
            "adopted,2006-05-01\nmoved,2006-05-01\ndied,2006-05-01\nstays,2006-05-01\n",
  .episodes = EPISODES "given,2020-01-01,2023-04-01,S,E6,C2,U4\nlate,2020-01-01,2024-03-31,S,E6,C2,U4\n"
                       "refused,2020-01-01,2023-12-01,S,E6,C2,U4\nfifteen,2020-01-01,2023-12-01,S,E4A,C2,U4\n"
                       "sixteen,2020-01-01,2023-12-01,S,E4A,C2,U4\nadopted,2020-01-01,2023-12-01,S,E11,C2,U4\n"
                       "moved,2020-01-01,2023-12-01,S,E3,C2,U4\ndied,2020-01-01,2023-12-01,S,E2,C2,U4\n"
                       "stays,2020-01-01,,S,,C2,U4\n",
  .checks = "person,check,due,done,status\n"
            "given,health-summary,,2024-03-31,completed\nlate,health-summary,,2024-04-01,completed\n"
            "refused,health-summary,,2023-12-01,refused\nfifteen,health-summary,,2023-12-01,completed\n"
            "sixteen,health-summary,,2023-11-01,completed\nstays,health-summary,,2023-12-01,completed\n",
};

Test (cohort_leaving, counts_health_summaries)
{
  g_autoptr (MarmotPersonSet) set = test_people (&summaries);

  assert_cohort (set, HEALTH_SUMMARY, NULL, "2/4 ?0 -3");
  assert_cohort (set, HEALTH_SUMMARY, test_cohort_options ("2023/24", "from-age", 17), "0/2 ?0 -3");
}

/* Eighteen on 1 October 2023, and fostered until then but for two. */
static const TestPeople staying = {
  .people = "person,birth,death\n"
            "stays,2005-10-01,\nlatest,2005-10-01,\nlast day,2005-10-01,\nday after,2005-10-01,\nby the return,2005-10-01,\n"
            "by the reason,2005-10-01,\nnot known,2005-10-01,\nin a home,2005-10-01,\nleft before,2005-10-01,\n"
            "died,2005-10-01,2023-12-31\nyear before,2005-03-31,\n",
  .episodes = EPISODES "stays,2020-01-01,2023-10-01,S,E17,C2,U4\nlatest,2020-01-01,2023-10-01,S,E17,C2,U6\n"
                       "last day,2020-01-01,2023-10-01,S,E6,C2,U1\nday after,2020-01-01,2023-10-01,S,E6,C2,U4\n"
                       "by the return,2020-01-01,2023-10-01,S,E6,C2,U4\nby the reason,2020-01-01,2023-10-01,S,E17,C2,U4\n"
                       "not known,2020-01-01,2023-10-01,S,E6,C2,U4\nin a home,2020-01-01,2023-10-01,S,E6,C2,K2\n"
                       "left before,2020-01-01,2023-09-30,S,E6,C2,U4\ndied,2020-01-01,2023-10-01,S,E6,C2,U4\n"
                       "year before,2020-01-01,2023-03-31,S,E17,C2,U4\n",
  .contacts = "person,date,year,in_touch,activity,accommodation\n"
              "stays,2023-10-01,,YES,F1,Z1\n"
              "latest,2023-10-15,,YES,F1,Z1\nlatest,2023-12-01,,YES,F1,U1\n"   /* moved on */
              "last day,2024-01-01,,YES,F1,Z1\n"
              "day after,2024-01-02,,YES,F1,Z1\n"
              "by the return,,2023,YES,F1,Z2\n"
              "in a home,2023-12-01,,YES,F1,Z1\n"
              "left before,2023-12-01,,YES,F1,Z1\n",
};

Test (cohort_leaving, counts_those_who_stay_put)
{
  g_autoptr (MarmotPersonSet) set = test_people (&staying);

  /* stays, last day, by the return, by the reason of five; of day after and not known nothing is
   * known. */
  assert_cohort (set, STAYING_PUT, NULL, "4/5 ?2 -2");
  assert_cohort (set, STAYING_PUT, test_cohort_options ("2023/24", "unknown-counts", TRUE), "4/7 ?0 -2");
  cr_assert (test_cohort_excluded (set, MARMOT_COHORT_MEASURE_STAYING_PUT, NULL, "not fostered at 18") == 1);
  assert_cohort (set, STAYING_PUT, test_cohort_options ("2022/23", NULL, 0), "1/1 ?0 -0");
}
