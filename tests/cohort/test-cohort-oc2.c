/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Health of children in care (OC2), and children in care on a day, on children who can be
 * counted by hand. Everybody is made up.
 */
#include "support/people.h"
#include "support/result.h"

#define EPISODES "person,start,end,start_reason,end_reason,legal_status,placement\n"
#define HEALTH                                                                                          \
  "person,year,sdq_score,sdq_reason,convicted,health_check,immunisations,teeth_check,health_assessment," \
  "substance_misuse,intervention_received,intervention_offered\n"

/* On 31 March 2024; every edge once. */
static const TestPeople children = {
  .people = "person,birth,sex,locality,uasc_until,uasc\n"
            "three,2020-05-01,F,east,,0\n"
            "five,2019-03-31,M,east,,0\n"           /* five on the day */
            "four,2019-04-01,M,west,,0\n"           /* five on the day after */
            "short of a year,2015-05-01,M,west,,0\n"
            "left,2012-05-01,F,east,,0\n"           /* on the day */
            "leaves,2012-05-01,F,east,,0\n"         /* on the day after */
            "short breaks,2012-05-01,F,west,,0\n"
            "no row,2012-05-01,M,west,,0\n"
            "ten,2014-03-31,F,west,,1\n"            /* ten on the day */
            "nine,2014-04-01,F,east,,0\n"
            "no birth,,M,east,,0\n"
            "seventeen,2007-03-31,M,east,2025-03-31,1\n"
            "sixteen,2007-04-01,M,east,2024-03-31,1\n"  /* ceased to be one on the day */
            "adult,2006-03-31,M,east,,0\n",         /* 18 on the day, and never closed */
  .episodes = EPISODES "three,2023-04-01,,S,,C2,U4\n"
                       "five,2022-01-01,,S,,C2,U4\n"
                       "four,2022-01-01,,S,,C2,U4\n"
                       "short of a year,2023-04-02,,S,,C2,U4\n"
                       "left,2022-01-01,2024-03-31,S,E4A,C2,U4\n"
                       "leaves,2022-01-01,2024-04-01,S,E4A,C2,U4\n"
                       "short breaks,2024-03-25,2024-04-05,S,E8,V3,U4\n"
                       "no row,2022-01-01,,S,,C2,U4\n"
                       "ten,2022-01-01,,S,,C2,U4\n"
                       "nine,2022-01-01,,S,,C2,U4\n"
                       "no birth,2022-01-01,,S,,C2,U4\n"
                       "seventeen,2022-01-01,,S,,C2,U4\n"
                       "sixteen,2022-01-01,,S,,C2,U4\n"
                       "adult,2022-01-01,,S,,C2,U4\n",
  .health = HEALTH "three,2023,,,,1,1,1,1,0,,\n"
                   "five,2023,13,,,,0,1,0,0,,\n"
                   "four,2023,14,,,0,1,1,1,0,,\n"
                   "short of a year,2023,20,,,,1,1,1,0,,\n"
                   "left,2023,16,,0,,1,1,1,0,,\n"
                   "leaves,2023,16,,0,,1,0,1,1,,1\n"
                   "ten,2023,17,,1,,1,1,1,0,,\n"
                   "nine,2023,40,,,,1,1,1,0,,\n"
                   "nine,2022,1,,,,0,0,0,1,,\n"     /* of another year */
                   "seventeen,2023,,,0,,,1,1,1,1,\n" /* immunisations blank */
                   "sixteen,2023,,SDQ2,0,,0,0,0,1,0,1\n"
                   "adult,2023,5,,0,,1,1,1,0,,\n",
};

Test (cohort_oc2, counts_the_cohort_of_twelve_months)
{
  g_autoptr (MarmotPersonSet) set = test_people (&children);

  /* three, five, four, leaves, ten, nine, seventeen, sixteen; no row and no birth are unknown;
   * short of a year and short breaks are left out; left and adult are not in care. */
  assert_cohort (set, HEALTH_ASSESSMENT, NULL, "6/8 ?2 -2");
  assert_cohort (set, DENTAL_CHECK, NULL, "6/8 ?2 -2");
  assert_cohort (set, IMMUNISATIONS, NULL, "5/7 ?3 -2");
  assert_cohort (set, SUBSTANCE_MISUSE, NULL, "3/8 ?2 -2");
  /* Under five: three and four. */
  assert_cohort (set, DEVELOPMENT_CHECK, NULL, "1/2 ?1 -0");
  /* Ten and over: leaves, ten, seventeen, sixteen; no row is 11, short breaks too. */
  assert_cohort (set, CONVICTED, NULL, "1/4 ?2 -1");
  cr_assert (test_cohort_excluded (set, MARMOT_COHORT_MEASURE_DENTAL_CHECK, NULL, "in care for less than twelve months") == 1);
  cr_assert (test_cohort_excluded (set, MARMOT_COHORT_MEASURE_DENTAL_CHECK, NULL, "short breaks alone") == 1);
}

Test (cohort_oc2, takes_the_last_day_and_blanks_as_asked)
{
  g_autoptr (MarmotPersonSet) set = test_people (&children);

  /* Who left on the day is in, too. */
  assert_cohort (set, HEALTH_ASSESSMENT, test_cohort_options ("2023/24", "last-day-counts", TRUE), "7/9 ?2 -2");
  /* No row, and a blank, count as none; of whom the birth is not known stays unknown. */
  assert_cohort (set, HEALTH_ASSESSMENT, test_cohort_options ("2023/24", "unknown-counts", TRUE), "6/9 ?1 -2");
  assert_cohort (set, IMMUNISATIONS, test_cohort_options ("2023/24", "unknown-counts", TRUE), "5/9 ?1 -2");
}

Test (cohort_oc2, parts_by_age_add_up)
{
  static const char *const by[] = { "age_part", NULL };
  g_autoptr (MarmotPersonSet) set = test_people (&children);
  g_autoptr (MarmotCohortOptions) options = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "by", by, NULL);
  g_autoptr (MarmotTally) tally = marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_HEALTH_ASSESSMENT, options, NULL);
  g_autoptr (MarmotTable) table = marmot_tally_to_table (tally);
  g_autoptr (MarmotMeasure) sum = marmot_tally_get_sum (tally);

  cr_assert (marmot_table_get_n_rows (table) == 3);
  cr_assert (test_result_says (table, "age_part", 0, "5 and over") && test_result_says (table, "age_part", 1, "under 5"));
  cr_assert (test_result_number (table, "numerator", 0) == 4 && test_result_number (table, "denominator", 0) == 6);
  cr_assert (test_result_number (table, "numerator", 1) == 2 && test_result_number (table, "denominator", 1) == 2);
  /* Of the third part nobody knows the age. */
  cr_assert (test_result_number (table, "denominator", 2) == 0 && test_result_number (table, "unknown", 2) == 1);
  cr_assert (marmot_measure_get_numerator (sum) == 6 && marmot_measure_get_denominator (sum) == 8);
  assert_cohort (set, HEALTH_ASSESSMENT, test_cohort_options ("2023/24", "to-age", 4), "2/2 ?1 -0");
  assert_cohort (set, HEALTH_ASSESSMENT, test_cohort_options ("2023/24", "from-age", 5), "4/6 ?2 -2");
}

Test (cohort_oc2, counts_scores)
{
  g_autoptr (MarmotPersonSet) set = test_people (&children);
  g_autoptr (MarmotTally) mean = marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_SDQ_MEAN, NULL, NULL);
  g_autoptr (MarmotMeasure) sum = marmot_tally_get_sum (mean);
  g_autoptr (MarmotEstimate) estimate = marmot_measure_get_estimate (sum);

  /* Collected of 4 to 16: four, five, leaves, ten, nine have one, sixteen has not. */
  assert_cohort (set, SDQ_COLLECTED, NULL, "5/6 ?2 -2");
  assert_cohort (set, SDQ_PUBLISHED, NULL, "4/5 ?2 -2");
  /* 13, 16, 17 and 40; sixteen has no score. */
  assert_cohort (set, SDQ_MEAN, NULL, "86/4 ?2 -3");
  cr_assert (marmot_estimate_get_value (estimate) == 21.5);
  assert_cohort (set, SDQ_NORMAL, NULL, "1/4 ?2 -3");
  assert_cohort (set, SDQ_BORDERLINE, NULL, "1/4 ?2 -3");
  assert_cohort (set, SDQ_CONCERN, NULL, "2/4 ?2 -3");
}

Test (cohort_oc2, counts_interventions_of_those_with_a_problem)
{
  g_autoptr (MarmotPersonSet) set = test_people (&children);

  /* leaves was offered one, seventeen received one, sixteen was offered one and received none. */
  assert_cohort (set, INTERVENTION_RECEIVED, NULL, "1/3 ?2 -2");
  assert_cohort (set, INTERVENTION_REFUSED, NULL, "2/3 ?2 -2");
}

Test (cohort_oc2, makes_no_figure_of_a_year_without_rows)
{
  TestPeople longer = children;
  g_autoptr (MarmotPersonSet) set = NULL;
  g_autoptr (MarmotTally) tally = NULL;
  g_autoptr (MarmotMeasure) sum = NULL;
  g_autoptr (MarmotEstimate) estimate = NULL;

  longer.covered_until = "2025-03-31";
  set = test_people (&longer);
  tally = marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_DENTAL_CHECK, NULL, NULL);
  sum = marmot_tally_get_sum (tally);
  estimate = marmot_measure_get_estimate (sum);
  cr_assert (marmot_estimate_get_status (estimate) == MARMOT_STATUS_NOT_COVERED);
  cr_assert (marmot_measure_get_denominator (sum) == 0 && marmot_measure_get_n_unknown (sum) > 5);
  /* Another day of the same year takes its rows as they stand. */
  {
    g_autoptr (GDate) day = g_date_new_dmy (31, G_DATE_DECEMBER, 2023);

    /* Three has been in care for nine months alone; of those left out, four, five and the rest
     * are the same. */
    assert_cohort (set, HEALTH_ASSESSMENT, g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "day", day, NULL), "7/9 ?2 -2");
  }
}

Test (cohort_oc2, children_in_care_on_the_day)
{
  static const char *const by[] = { "locality", NULL };
  g_autoptr (MarmotPersonSet) set = test_people (&children);
  g_autoptr (MarmotCohortOptions) options = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "by", by, "rows", TRUE, NULL);
  g_autoptr (MarmotTally) tally = marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_CHILDREN_IN_CARE, options, NULL);
  g_autoptr (MarmotTally) rate = NULL;
  g_autoptr (MarmotCohortOptions) of_population
    = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "population", 5000.0, NULL);
  g_autoptr (MarmotTable) table = marmot_tally_to_table (tally);
  g_autoptr (MarmotMeasure) east = marmot_tally_get_measure (tally, 0);
  g_autoptr (MarmotMeasure) sum = NULL;
  g_autoptr (MarmotEstimate) estimate = NULL;
  g_autoptr (MarmotColumn) rows = marmot_measure_get_rows (east);

  /* three, five, leaves, nine, seventeen, sixteen in the east; four, short of a year, no row,
   * ten in the west. */
  cr_assert (test_result_number (table, "numerator", 0) == 6 && test_result_number (table, "numerator", 1) == 4);
  cr_assert (test_result_number (table, "excluded_short_breaks_alone", 1) == 1);
  cr_assert (marmot_column_get_length (rows) == 6 && marmot_column_get_integer (rows, 1) == 1);
  rate = marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_CHILDREN_IN_CARE, of_population, NULL);
  sum = marmot_tally_get_sum (rate);
  estimate = marmot_measure_get_estimate (sum);
  cr_assert (marmot_measure_get_numerator (sum) == 10 && fabs (marmot_estimate_get_value (estimate) - 20) < 1e-12);
  /* ten by the column, seventeen by the day; sixteen no longer. */
  assert_cohort (set, CHILDREN_IN_CARE_UASC, NULL, "2/10 ?1 -1");
}

Test (cohort_oc2, refuses_what_does_not_fit)
{
  static const char *const by[] = { "wait", NULL };
  TestPeople without = children;
  g_autoptr (MarmotPersonSet) set = test_people (&children);
  g_autoptr (MarmotPersonSet) bare = NULL;
  g_autoptr (MarmotCohortOptions) grouped = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "by", by, NULL);
  g_autoptr (MarmotCohortOptions) surely = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "confidence", 1.0, NULL);
  g_autoptr (MarmotCohortOptions) old = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "from-age", 18u, NULL);
  g_autoptr (MarmotCohortOptions) young = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "from-age", 9u, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_DENTAL_CHECK, grouped, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_assert (marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_DENTAL_CHECK, surely, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_DENTAL_CHECK, old, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  /* A definition that names ages is of no others. */
  cr_assert (marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_CONVICTED, young, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_person_set_measure (set, MARMOT_COHORT_MEASURE_DENTAL_ROLLING, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  without.health = NULL;
  bare = test_people (&without);
  cr_assert (marmot_person_set_measure (bare, MARMOT_COHORT_MEASURE_DENTAL_CHECK, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

/* Everybody of a set in one part or the other, at random. */
Test (cohort_oc2, parts_of_the_people_add_up)
{
  static const char *const by[] = { "sex", "age_part", NULL };
  static const MarmotCohortMeasure measures[]
    = { MARMOT_COHORT_MEASURE_HEALTH_ASSESSMENT, MARMOT_COHORT_MEASURE_SDQ_MEAN, MARMOT_COHORT_MEASURE_CHILDREN_IN_CARE };
  g_autoptr (MarmotPersonSet) set = test_people (&children);
  g_autoptr (MarmotCohortOptions) options = g_object_new (MARMOT_TYPE_COHORT_OPTIONS, "by", by, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 12; round++)
    {
      MarmotCohortMeasure measure = measures[round % G_N_ELEMENTS (measures)];
      gint64 rows[2][32];
      gsize n[2] = { 0, 0 };
      g_autoptr (MarmotTally) whole = marmot_person_set_measure (set, measure, options, NULL);
      g_autoptr (MarmotTally) together = NULL;

      for (guint row = 0; row < marmot_person_set_get_n_rows (set); row++)
        {
          int part = g_rand_boolean (rand);

          rows[part][n[part]++] = row;
        }
      for (guint part = 0; part < 2; part++)
        {
          g_autoptr (MarmotColumn) column = marmot_column_new_integer (rows[part], n[part]);
          g_autoptr (MarmotPersonSet) taken = marmot_person_set_take (set, column, NULL);
          g_autoptr (MarmotTally) before = g_steal_pointer (&together);
          g_autoptr (MarmotTally) made = NULL;
          g_autoptr (GError) error = NULL;

          made = marmot_person_set_measure (taken, measure, options, &error);
          cr_assert (made != NULL, "%s", error ? error->message : "");
          together = before ? marmot_tally_add (before, made, &error) : g_object_ref (made);
          cr_assert (together != NULL, "%s", error ? error->message : "");
        }
      if (measure == MARMOT_COHORT_MEASURE_SDQ_MEAN)
        {
          g_autoptr (MarmotMeasure) one = marmot_tally_get_sum (whole);
          g_autoptr (MarmotMeasure) other = marmot_tally_get_sum (together);

          cr_assert (marmot_measure_get_numerator (one) == marmot_measure_get_numerator (other));
          cr_assert (marmot_measure_get_denominator (one) == marmot_measure_get_denominator (other));
        }
      else
        cr_assert (marmot_tally_equal (whole, together));
    }
}

Test (cohort_oc2, every_measure_says_what_it_is)
{
  g_autoptr (GEnumClass) known = g_type_class_ref (MARMOT_TYPE_COHORT_MEASURE);

  for (guint i = 0; i < known->n_values; i++)
    {
      MarmotCohortMeasure measure = known->values[i].value;
      const char *label = marmot_cohort_measure_get_label (measure);

      cr_assert (measure == (MarmotCohortMeasure) i && label && *label);
      cr_assert (strlen (marmot_cohort_measure_get_definition (measure)) > 60);
      cr_assert (strlen (marmot_cohort_measure_get_source (measure)) > 20);
      cr_assert (marmot_cohort_measure_get_reasons (measure) != NULL);
      for (guint k = 0; k < i; k++)
        cr_assert_str_neq (label, marmot_cohort_measure_get_label (known->values[k].value));
    }
  cr_assert (marmot_cohort_measure_get_statistic (MARMOT_COHORT_MEASURE_SDQ_MEAN) == MARMOT_TALLY_STATISTIC_MEAN);
}
