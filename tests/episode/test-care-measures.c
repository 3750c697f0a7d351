/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures of care, on children whose answers can be counted by hand, at the edges where
 * definitions part; and parts that add up to the whole.
 */
#include <criterion/criterion.h>

#include <math.h>
#include <string.h>

#include <marmot/marmot.h>

#include "support/episode-measures.h"

#define DAY "2025-03-31"

static GDate *
date_of (const char *text)
{
  GDate *date = g_date_new ();

  g_date_set_julian (date, (guint32) (test_day (text) + 719163));
  return date;
}

static MarmotEpisodeOptions *
on (const char *text)
{
  g_autoptr (GDate) day = date_of (text);

  return g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, NULL);
}

static MarmotEpisodeOptions *
in_year (void)
{
  g_autoptr (MarmotPeriod) year = marmot_period_new_year (MARMOT_YEAR_FINANCIAL, 2024, 1, NULL);

  return marmot_episode_options_new (year);
}

/* The options with one property more, by its name and an integer. */
static MarmotEpisodeOptions *
on_with (const char *text,
         const char *property,
         int value)
{
  g_autoptr (GDate) day = date_of (text);

  return g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, property, value, NULL);
}

static MarmotEpisodeSet *
covering (const char *csv,
          const char *first,
          const char *last)
{
  g_autoptr (MarmotEpisodeSet) bare = test_episodes (MARMOT_EPISODE_CARE, csv);

  return marmot_episode_set_with_coverage (bare, test_day (first), test_day (last), NULL);
}

/* --- who is looked after ------------------------------------------------------------- */

static const char children[] = "person,start,end,start_reason,end_reason,legal_status\n"
                               "a,2024-05-01,,S,,V2\n"
                               "b,2024-05-01,2025-03-31,S,E4A,V2\n"  /* left on the day */
                               "c,2025-03-31,,S,,V2\n"               /* came on it */
                               "d,2024-06-01,,S,,V3\n"
                               "e,2024-06-01,,S,,V4\n"
                               "f,2024-06-01,2025-04-01,S,E4A,V2\n"
                               "g,2024-06-01,,S,,V2\n"               /* two open episodes */
                               "g,2024-07-01,,L,,C2\n"
                               "h,2025-05-01,2025-03-01,S,E4A,V2\n"  /* ended before it started */
                               ",2024-06-01,,S,,V2\n"                /* of no child */
                               "j,,2025-06-01,S,E4A,V2\n"            /* no day of start */
                               "k,2024-05-01,2024-09-01,S,E4A,V2\n"  /* came back */
                               "k,2024-10-01,,S,,V2\n"
                               "l,2024-05-01,,S,,V4\n"               /* short breaks and care */
                               "l,2024-06-01,,S,,V2\n"
                               "m,2025-04-01,,S,,V2\n"
                               "n,2024-05-01,2025-03-31,S,X1,V2\n"   /* moved on the day */
                               "n,2025-03-31,,P,,V2\n"
                               "o,2024-01-01,2024-04-01,S,E4A,V2\n"  /* left on the first of April */
                               "p,2024-01-01,2024-04-02,S,E4A,V2\n"
                               "q,2024-08-01,,L,,C2\n"               /* not its first episode */
                               "r,2024-06-01,2024-12-01,S,X1,V2\n";  /* goes on, and does not */

Test (care_measures, looked_after_on_a_day)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_CARE, children);
  g_autoptr (MarmotEpisodeOptions) day = on (DAY);
  g_autoptr (MarmotEpisodeOptions) last = on_with (DAY, "last-day-counts", TRUE);

  /* a, c, f, g, k, l, n and q; d, e and h are excluded; one is of no child, j of no day. */
  assert_measure (set, LOOKED_AFTER, day, "8/1 ?2 -3");
  cr_expect (test_count_excluded (set, MARMOT_EPISODE_MEASURE_LOOKED_AFTER, day, "short break") == 2);
  cr_expect (test_count_excluded (set, MARMOT_EPISODE_MEASURE_LOOKED_AFTER, day, "ended when it started or before") == 1);
  /* And b; n is still one child. */
  assert_measure (set, LOOKED_AFTER, last, "9/1 ?2 -3");
}

Test (care_measures, looked_after_by_population)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_CARE, children);
  g_autoptr (GDate) day = date_of (DAY);
  g_autoptr (MarmotEpisodeOptions) options
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, "population", 16000.0, "rows", TRUE, NULL);
  g_autoptr (MarmotEpisodeTotals) totals
      = marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_LOOKED_AFTER, options, NULL);
  g_autoptr (MarmotMeasure) found = marmot_episode_totals_get_measure (totals, 0);
  g_autoptr (MarmotEstimate) estimate = marmot_measure_get_estimate (found);
  g_autoptr (MarmotColumn) rows = marmot_measure_get_rows (found);
  /* A child with two open episodes stands by the later one, as does one that moved. */
  static const gint64 wanted[] = { 0, 2, 5, 7, 12, 14, 17, 20 };

  cr_expect_float_eq (marmot_estimate_get_value (estimate), 5, 1e-12);
  cr_expect (marmot_estimate_get_lower (estimate) < 5 && marmot_estimate_get_upper (estimate) > 5);
  cr_assert (marmot_column_get_length (rows) == G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    cr_expect (marmot_column_get_integer (rows, i) == wanted[i], "row %u", i);
}

Test (care_measures, nobody_guesses_who_is_looked_after_on_other_days)
{
  g_autoptr (MarmotEpisodeSet) set = covering (children, "2024-04-01", "2025-03-30");
  g_autoptr (MarmotEpisodeOptions) after = on (DAY);
  g_autoptr (MarmotEpisodeOptions) before = on ("2024-03-31");
  g_autoptr (MarmotEpisodeTotals) totals
      = marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_LOOKED_AFTER, after, NULL);
  g_autoptr (MarmotMeasure) found = marmot_episode_totals_get_measure (totals, 0);
  g_autoptr (MarmotEstimate) estimate = marmot_measure_get_estimate (found);
  g_autoptr (GPtrArray) findings = marmot_episode_totals_get_findings (totals);

  assert_measure (set, LOOKED_AFTER, after, "0/1 ?10 -3");
  cr_expect (marmot_estimate_get_status (estimate) == MARMOT_STATUS_NOT_COVERED);
  cr_assert (findings->len == 1);
  cr_expect_str_eq (marmot_finding_get_rule (findings->pdata[0]), "episode/coverage");
  /* o and p, and j of whom nobody knows anyway. */
  assert_measure (set, LOOKED_AFTER, before, "0/1 ?3 -0");
}

Test (care_measures, looked_after_in_the_year)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_CARE, children);
  g_autoptr (MarmotEpisodeSet) part = covering (children, "2024-04-01", "2025-03-30");
  g_autoptr (MarmotEpisodeSet) late = covering (children, "2024-04-02", DAY);
  g_autoptr (MarmotEpisodeOptions) year = in_year ();
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_FINANCIAL, 2024, 1, NULL);
  g_autoptr (MarmotEpisodeOptions) last
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "last-day-counts", TRUE, NULL);

  /* As on the day, and b, p and r; not o, who left on the first day. */
  assert_measure (set, LOOKED_AFTER_IN, year, "11/1 ?2 -3");
  assert_measure (set, LOOKED_AFTER_IN, last, "12/1 ?2 -3");
  /* A part of the year is not the year. */
  assert_measure (part, LOOKED_AFTER_IN, year, "0/1 ?13 -3");
  assert_measure (late, LOOKED_AFTER_IN, year, "0/1 ?13 -3");
}

Test (care_measures, looked_after_for_twelve_months)
{
  g_autoptr (MarmotEpisodeSet) set = covering ("person,start,end,start_reason,end_reason\n"
                                               "a,2024-04-01,,S,\n"
                                               "b,2024-04-02,,S,\n"
                                               "c,2023-01-01,2024-06-01,S,X1\n"
                                               "c,2024-06-01,,P,\n"
                                               "d,2023-01-01,2024-06-01,S,E4A\n"
                                               "d,2024-06-02,,S,\n"
                                               "e,2023-05-01,,L,\n",
                                               "2023-04-01", DAY);
  g_autoptr (MarmotEpisodeSet) short_set = covering ("person,start,end,start_reason\n"
                                                     "a,2024-02-01,,S\n"
                                                     "b,2024-05-01,,L\n",
                                                     "2024-06-01", DAY);
  g_autoptr (MarmotEpisodeOptions) day = on (DAY);

  assert_measure (set, LOOKED_AFTER_FOR, day, "3/1 ?0 -0");
  /* b may have been looked after since long before the data begin. */
  assert_measure (short_set, LOOKED_AFTER_FOR, day, "1/1 ?1 -0");
}

/* --- periods of care ----------------------------------------------------------------- */

Test (care_measures, started_and_ceased)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_CARE, children);
  g_autoptr (MarmotEpisodeOptions) year = in_year ();
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_FINANCIAL, 2024, 1, NULL);
  g_autoptr (MarmotEpisodeOptions) each
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "unit", MARMOT_EPISODE_UNIT_CHILD, NULL);

  /* a, b, c, f, g, k twice, l, n and r; the short breaks of d, e and l; unknown are q and the
   * one of no child. */
  assert_measure (set, CARE_STARTED, year, "10/12 ?2 -3");
  assert_measure (set, CARE_STARTED, each, "9/12 ?2 -3");
  /* b, k, o and p; of r nobody knows. */
  assert_measure (set, CARE_CEASED, year, "4/12 ?1 -0");
}

Test (care_measures, by_month_of_the_start)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_CARE, children);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_FINANCIAL, 2024, 1, NULL);
  g_autoptr (MarmotEpisodeOptions) options
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "step", MARMOT_EPISODE_STEP_MONTH, NULL);
  g_autoptr (MarmotEpisodeTotals) totals
      = marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_CARE_STARTED, options, NULL);
  g_autoptr (MarmotTable) table = marmot_episode_totals_to_table (totals);
  g_autoptr (MarmotColumn) numerator = marmot_table_get_column_by_name (table, "numerator");
  static const double wanted[] = { 0, 4, 4, 0, 0, 0, 1, 0, 0, 0, 0, 1 };

  cr_assert (marmot_column_get_length (numerator) == 12);
  for (guint i = 0; i < 12; i++)
    cr_expect_float_eq (marmot_column_get_double (numerator, i), wanted[i], 0, "month %u", i);
}

static double
estimate_of (MarmotEpisodeSet *set,
             MarmotEpisodeMeasure measure,
             MarmotEpisodeOptions *options)
{
  g_autoptr (MarmotEpisodeTotals) totals = marmot_episode_set_measure (set, measure, options, NULL);
  g_autoptr (MarmotMeasure) found = marmot_episode_totals_get_measure (totals, 0);
  g_autoptr (MarmotEstimate) estimate = marmot_measure_get_estimate (found);

  return marmot_estimate_get_value (estimate);
}

Test (care_measures, how_long_care_lasts)
{
  g_autoptr (MarmotEpisodeSet) set = covering ("person,start,end,start_reason,end_reason,legal_status\n"
                                               "a,2024-05-01,2024-05-11,S,E4A,V2\n"
                                               "b,2024-05-01,2024-05-21,S,E4A,V2\n"
                                               "c,2024-05-01,2024-05-21,S,X1,V2\n" /* 30 days in two episodes */
                                               "c,2024-05-21,2024-05-31,P,E4A,V2\n"
                                               "d,2024-05-01,,S,,V2\n"
                                               "e,2024-05-01,,S,,V2\n"
                                               "f,2023-05-01,2024-06-04,S,E4A,V2\n" /* 400 days */
                                               "g,2024-05-01,2024-05-02,S,E4A,V3\n"
                                               "h,2024-02-01,2024-06-04,L,E4A,C2\n", /* nobody knows since when */
                                               "2023-04-01", DAY);
  g_autoptr (MarmotEpisodeOptions) year = in_year ();

  assert_measure (set, CARE_DURATION, year, "3/5 ?0 -1");
  cr_expect_float_eq (estimate_of (set, MARMOT_EPISODE_MEASURE_CARE_DURATION, year), 30, 1e-12);
  /* Those who left alone, after 10, 20, 30 and 400 days: half of them by day 20. */
  assert_measure (set, CARE_ENDED_DURATION, year, "4/4 ?1 -1");
  cr_expect_float_eq (estimate_of (set, MARMOT_EPISODE_MEASURE_CARE_ENDED_DURATION, year), 20, 1e-12);
}

Test (care_measures, those_who_say_that_care_goes_on_are_followed_to_their_end)
{
  g_autoptr (MarmotEpisodeSet) set = covering ("person,start,end,start_reason,end_reason\n"
                                               "a,2024-05-01,2024-05-11,S,X1\n"
                                               "b,2024-05-01,2024-05-21,S,E4A\n"
                                               "c,2024-05-01,,S,\n"
                                               "c,2024-08-01,,S,\n",
                                               "2023-04-01", DAY);
  g_autoptr (MarmotEpisodeOptions) year = in_year ();

  /* b alone has ended; a's ten days count without an end; c started twice, and nobody closed
   * the first. */
  assert_measure (set, CARE_DURATION, year, "1/3 ?1 -0");
  assert_measure (set, CARE_CEASED, year, "1/12 ?2 -0");
}

/* --- placements in the year ---------------------------------------------------------- */

static const char moves[]
    = "person,start,end,start_reason,end_reason,legal_status,placement,place\n"
      /* Two, and three. */
      "two,2023-05-08,2024-09-10,S,X1,C2,U6,a\n"
      "two,2024-09-10,,P,,C2,U6,b\n"
      "three,2023-05-09,2024-07-01,S,X1,C2,U6,c\n"
      "three,2024-07-01,2024-11-15,P,X1,C2,U6,d\n"
      "three,2024-11-15,,P,,C2,U4,e\n"
      /* Three; on 1 April an episode that began with a legal status alone. */
      "legal,2023-09-11,2024-02-01,S,X1,C1,U6,f\n"
      "legal,2024-02-01,2024-06-03,L,X1,C2,U6,f\n"
      "legal,2024-06-03,2024-12-02,P,X1,C2,U6,g\n"
      "legal,2024-12-02,,P,,C2,U4,h\n"
      /* Two, with a stay elsewhere; four where that counts. */
      "away,2023-09-12,2024-08-01,S,X1,C2,U6,i\n"
      "away,2024-08-01,2024-08-11,P,X1,C2,T3,j\n"
      "away,2024-08-11,2024-10-14,P,X1,C2,U6,i\n"
      "away,2024-10-14,,P,,C2,U4,k\n"
      /* Two: those who foster the child adopt. */
      "adopt,2023-01-16,2024-05-07,S,X1,C2,U6,l\n"
      "adopt,2024-05-07,2024-12-09,P,X1,E1,U5,m\n"
      "adopt,2024-12-09,,P,,E1,A5,m\n"
      /* Three: others do. */
      "others,2023-01-17,2024-05-08,S,X1,C2,U6,n\n"
      "others,2024-05-08,2024-11-18,P,X1,E1,U6,o\n"
      "others,2024-11-18,,P,,E1,A6,p\n"
      /* Two, the first of which began on 1 April; three, the last of which on 31 March. */
      "april,2023-02-06,2024-04-01,S,X1,C2,U6,q\n"
      "april,2024-04-01,2024-10-21,P,X1,C2,U6,r\n"
      "april,2024-10-21,,P,,C2,U4,s\n"
      "march,2023-03-06,2024-08-05,S,X1,C2,U6,t\n"
      "march,2024-08-05,2025-03-31,P,X1,C2,U6,u\n"
      "march,2025-03-31,,P,,C2,U4,v\n"
      /* Three over two periods of care. */
      "back,2023-11-06,2024-05-20,S,E4A,V2,U6,w\n"
      "back,2024-10-07,2025-01-13,S,X1,C2,U6,x\n"
      "back,2025-01-13,,P,,C2,U4,y\n"
      /* Three, and gone on 31 March. */
      "left,2023-06-05,2024-08-06,S,X1,C2,U6,z\n"
      "left,2024-08-06,2024-12-16,P,X1,C2,U6,aa\n"
      "left,2024-12-16,2025-03-31,P,E48,C2,U6,bb\n"
      /* Short breaks in three places. */
      "break,2024-05-01,2024-07-01,S,X1,V4,K2,cc\n"
      "break,2024-07-01,2024-09-01,P,X1,V4,K2,dd\n"
      "break,2024-09-01,,P,,V4,K2,ee\n";

Test (care_measures, three_placements)
{
  g_autoptr (MarmotEpisodeSet) set = covering (moves, "2023-01-01", DAY);
  g_autoptr (MarmotEpisodeOptions) day = on (DAY);
  g_autoptr (MarmotEpisodeOptions) last = on_with (DAY, "last-day-counts", TRUE);
  g_autoptr (MarmotEpisodeOptions) temporary = on_with (DAY, "temporary-counts", TRUE);
  g_autoptr (MarmotEpisodeOptions) two_years = on_with (DAY, "months", 24);
  g_autoptr (MarmotEpisodeOptions) january = on ("2025-01-13");

  /* three, legal, others, march and back. */
  assert_measure (set, THREE_PLACEMENTS, day, "5/9 ?0 -1");
  assert_measure (set, THREE_PLACEMENTS, last, "6/10 ?0 -1");
  assert_measure (set, THREE_PLACEMENTS, temporary, "6/9 ?0 -1");
  /* april has three in two years. */
  assert_measure (set, THREE_PLACEMENTS, two_years, "6/9 ?0 -1");
  /* left is still there, march has not moved again, and april left its first within the year. */
  assert_measure (set, THREE_PLACEMENTS, january, "6/10 ?0 -1");
}

Test (care_measures, placements_that_nobody_knows)
{
  g_autoptr (MarmotEpisodeSet) late = covering (moves, "2024-06-01", DAY);
  /* Elsewhere when the data begin: what comes next may be the return, or a move. */
  g_autoptr (MarmotEpisodeSet) elsewhere = covering ("person,start,end,start_reason,end_reason,placement,place\n"
                                                     "a,2024-03-25,2024-04-08,P,X1,T3,a\n"
                                                     "a,2024-04-08,2024-10-15,P,X1,U6,b\n"
                                                     "a,2024-10-15,,P,,U4,c\n"
                                                     "b,2024-03-25,2024-04-08,P,X1,T3,a\n"
                                                     "b,2024-04-08,,P,,U6,b\n",
                                                     "2024-04-01", DAY);
  g_autoptr (MarmotEpisodeOptions) day = on (DAY);
  g_autoptr (MarmotEpisodeOptions) temporary = on_with (DAY, "temporary-counts", TRUE);

  assert_measure (late, THREE_PLACEMENTS, day, "5/5 ?4 -1");
  assert_measure (elsewhere, THREE_PLACEMENTS, day, "0/1 ?1 -0");
  assert_measure (elsewhere, THREE_PLACEMENTS, temporary, "1/2 ?0 -0");
}

/* --- stability ----------------------------------------------------------------------- */

static const char stays[] = "person,birth,start,end,start_reason,end_reason,legal_status,placement,place\n"
                            "exact,2014-05-05,2022-09-30,,S,,C2,U4,a\n"
                            "late,2014-05-05,2022-10-01,,S,,C2,U4,b\n"
                            "since,2014-05-05,2019-03-04,2023-03-31,S,X1,C2,U6,c\n"
                            "since,2014-05-05,2023-03-31,,P,,C2,U4,d\n"
                            "after,2014-05-05,2019-03-04,2023-04-01,S,X1,C2,U6,e\n"
                            "after,2014-05-05,2023-04-01,,P,,C2,U4,f\n"
                            "sixteen,2009-03-31,2018-01-08,,S,,C2,U4,g\n"
                            "fifteen,2009-04-01,2018-01-08,,S,,C2,U4,h\n"
                            "unborn,,2018-01-08,,S,,C2,U4,i\n"
                            "away,2014-05-05,2021-02-01,2024-07-22,S,X1,C2,U4,j\n"
                            "away,2014-05-05,2024-07-22,2024-08-05,P,X1,C2,T3,k\n"
                            "away,2014-05-05,2024-08-05,,P,,C2,U4,j\n"
                            "adopt,2019-09-05,2021-02-03,2024-09-16,S,X1,C2,U5,l\n"
                            "adopt,2019-09-05,2024-09-16,,U,,E1,A5,l\n"
                            "others,2019-10-05,2021-02-04,2024-09-23,S,X1,C2,U6,m\n"
                            "others,2019-10-05,2024-09-23,,P,,E1,A6,n\n"
                            "legal,2014-05-05,2022-03-01,,L,,C2,U4,o\n"   /* the start is not there: long enough */
                            "short,2014-05-05,2023-05-01,,L,,C2,U4,p\n"   /* and perhaps not */
                            "breaks,2014-05-05,2020-01-01,,S,,V4,K2,q\n"
                            "few,2014-05-05,2024-01-01,,S,,V4,K2,r\n";

Test (care_measures, long_term_stability)
{
  g_autoptr (MarmotEpisodeSet) set = covering (stays, "2023-06-01", "2025-12-31");
  g_autoptr (MarmotEpisodeOptions) day = on (DAY);
  g_autoptr (MarmotEpisodeOptions) next = on ("2025-04-01");
  g_autoptr (MarmotEpisodeOptions) together = on_with (DAY, "adoption-together", TRUE);
  g_autoptr (MarmotEpisodeOptions) temporary = on_with (DAY, "temporary-counts", TRUE);

  /* Not after, who has been there for a day too few, and others. */
  assert_measure (set, LONG_TERM_STABILITY, day, "6/8 ?2 -1");
  assert_measure (set, LONG_TERM_STABILITY, together, "7/8 ?2 -1");
  assert_measure (set, LONG_TERM_STABILITY, temporary, "5/8 ?2 -1");
  /* late has been looked after for 30 months, after has stayed for two years, and fifteen is
   * 16 now. */
  assert_measure (set, LONG_TERM_STABILITY, next, "7/8 ?2 -1");
}

/* --- kinds of placement, and places -------------------------------------------------- */

Test (care_measures, kinds_of_placement)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_CARE, "person,start,legal_status,placement\n"
                                                                         "a,2024-01-01,C2,U1\n"
                                                                         "b,2024-01-01,C2,U6\n"
                                                                         "c,2024-01-01,C2,A5\n"
                                                                         "d,2024-01-01,C2,K2\n"
                                                                         "e,2024-01-01,C2,\n"
                                                                         "f,2024-01-01,V4,K2\n");
  static const char *const homes[] = { "K2", "K1", NULL };
  g_autoptr (GDate) day = date_of ("2024-01-01");
  g_autoptr (MarmotEpisodeOptions) plain = on ("2024-01-01");
  g_autoptr (MarmotEpisodeOptions) others
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, "placements", homes, NULL);
  g_autoptr (MarmotEpisodeOptions) blank
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, "unknown-counts", TRUE, NULL);

  assert_measure (set, PLACED_WITH, plain, "2/4 ?1 -1");
  assert_measure (set, PLACED_WITH, others, "1/4 ?1 -1");
  assert_measure (set, PLACED_WITH, blank, "2/5 ?0 -1");
}

static const char places[] = "person,start,location,area\n"
                             "inside,2024-01-01,IN,E08000026\n"
                             "by area,2024-01-01,,E08000026\n"
                             "adjoining,2024-01-01,OUT,E08000029\n"
                             "distant,2024-01-01,OUT,E10000018\n"
                             "scotland,2024-01-01,OUT,SCO\n"
                             "abroad,2024-01-01,OUT,NUK\n"
                             "cardiff,2024-01-01,OUT,W06000015\n"
                             "somewhere,2024-01-01,OUT,\n"
                             "no word,2024-01-01,,\n"
                             "two words,2024-01-01,OUT,E08000026\n"
                             "new,2024-01-01,,E99999999\n"
                             "kept back,2024-01-01,,CON\n";

Test (care_measures, at_a_distance)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_CARE, places);
  g_autoptr (GDate) day = date_of ("2024-01-01");
  g_autoptr (MarmotEpisodeOptions) coventry
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, "authority", "E08000026", NULL);
  g_autoptr (MarmotEpisodeOptions) strange
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, "authority", "E99999998", NULL);
  g_autoptr (MarmotEpisodeOptions) nobody = on ("2024-01-01");
  g_autoptr (GError) error = NULL;

  assert_measure (set, PLACED_INSIDE, coventry, "2/9 ?3 -0");
  /* Of a new code nobody knows whether it adjoins. */
  assert_measure (set, PLACED_ADJOINING, coventry, "1/7 ?5 -0");
  assert_measure (set, PLACED_AT_A_DISTANCE, coventry, "4/7 ?5 -0");
  /* By the words alone. */
  assert_measure (set, PLACED_INSIDE, nobody, "1/8 ?4 -0");
  /* An authority that is not in the table: abroad alone is far from anywhere. */
  assert_measure (set, PLACED_AT_A_DISTANCE, strange, "1/2 ?10 -0");

  cr_expect (marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_PLACED_ADJOINING, nobody, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (care_measures, neighbours_may_be_given)
{
  static const char json[] = "{\"format\": \"marmot-adjoining-authorities\", \"title\": \"Ours\", \"source\": \"us\","
                             " \"authorities\": [{\"code\": \"E08000026\", \"name\": \"Here\","
                             " \"adjoins\": [\"E10000018\"], \"complete\": true},"
                             " {\"code\": \"E10000018\", \"name\": \"There\", \"adjoins\": [], \"complete\": false}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotAdjacency) adjacency = marmot_adjacency_new_from_json (bytes, &error);
  g_autoptr (MarmotEpisodeSet) set
      = test_episodes (MARMOT_EPISODE_CARE, "person,start,location,area\na,2024-01-01,OUT,E10000018\n");
  g_autoptr (GDate) day = date_of ("2024-01-01");
  g_autoptr (MarmotEpisodeOptions) options = NULL;

  cr_assert (adjacency != NULL, "%s", error ? error->message : "");
  options = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, "authority", "E08000026", "adjacency", adjacency, NULL);
  assert_measure (set, PLACED_ADJOINING, options, "1/1 ?0 -0");
  assert_measure (set, PLACED_AT_A_DISTANCE, options, "0/1 ?0 -0");
}

Test (care_measures, more_than_twenty_miles)
{
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_CARE, "person,start,distance,uasc,uasc_until\n"
                                                                         "a,2024-01-01,20.0,false,\n"
                                                                         "b,2024-01-01,20.1,false,\n"
                                                                         "c,2024-01-01,999.9,false,\n"
                                                                         "d,2024-01-01,,false,\n"
                                                                         "e,2024-01-01,30.0,true,\n"
                                                                         "f,2024-01-01,,true,2023-06-01\n"
                                                                         "g,2024-01-01,0.0,,\n");
  g_autoptr (GDate) day = date_of ("2024-01-01");
  g_autoptr (MarmotEpisodeOptions) plain = on ("2024-01-01");
  g_autoptr (MarmotEpisodeOptions) ten = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, "miles", 10.0, NULL);

  assert_measure (set, PLACED_FAR, plain, "1/3 ?2 -2");
  assert_measure (set, PLACED_FAR, ten, "2/3 ?2 -2");
  cr_expect (test_count_excluded (set, MARMOT_EPISODE_MEASURE_PLACED_FAR, plain, "unaccompanied asylum-seeking child")
             == 2);
}

Test (care_measures, unaccompanied)
{
  g_autoptr (MarmotEpisodeSet) set = covering ("person,start,uasc,uasc_until\n"
                                               "a,2024-01-01,true,\n"
                                               "b,2024-01-01,true,2025-03-31\n"
                                               "c,2024-01-01,true,2025-04-01\n"
                                               "d,2024-01-01,false,\n"
                                               "e,2024-01-01,,\n",
                                               "2024-01-01", DAY);
  g_autoptr (MarmotEpisodeOptions) day = on (DAY);

  assert_measure (set, UASC, day, "2/4 ?1 -0");
}

/* --- what holds of all of them ------------------------------------------------------- */

static const MarmotEpisodeMeasure measures[] = {
  MARMOT_EPISODE_MEASURE_LOOKED_AFTER,        MARMOT_EPISODE_MEASURE_LOOKED_AFTER_FOR,
  MARMOT_EPISODE_MEASURE_LOOKED_AFTER_IN,     MARMOT_EPISODE_MEASURE_CARE_STARTED,
  MARMOT_EPISODE_MEASURE_CARE_CEASED,         MARMOT_EPISODE_MEASURE_CARE_DURATION,
  MARMOT_EPISODE_MEASURE_CARE_ENDED_DURATION, MARMOT_EPISODE_MEASURE_THREE_PLACEMENTS,
  MARMOT_EPISODE_MEASURE_LONG_TERM_STABILITY, MARMOT_EPISODE_MEASURE_PLACED_WITH,
  MARMOT_EPISODE_MEASURE_PLACED_INSIDE,       MARMOT_EPISODE_MEASURE_PLACED_ADJOINING,
  MARMOT_EPISODE_MEASURE_PLACED_AT_A_DISTANCE, MARMOT_EPISODE_MEASURE_PLACED_FAR,
  MARMOT_EPISODE_MEASURE_UASC,
};

static void
print_day (char text[16],
           int days)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 2021);
  g_date_add_days (&date, (guint) days);
  g_date_strftime (text, 16, "%Y-%m-%d", &date);
}

#define PICK(rand, words) ((words)[g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (words))])

/* Rows that follow each other, and rows that do not. */
static char *
make_care (GRand *rand,
           guint n_rows,
           guint n_children)
{
  static const char *const starts[] = { "S", "S", "P", "L", "T", "" };
  static const char *const ends[] = { "X1", "X1", "E4A", "E48", "" };
  static const char *const statuses[] = { "C2", "V2", "E1", "V3", "" };
  static const char *const kinds[] = { "U1", "U6", "K2", "T0", "A5", "A6", "" };
  static const char *const areas[] = { "E08000026", "E08000029", "E10000018", "WAL", "" };
  static const char *const locations[] = { "IN", "OUT", "" };
  static const char *const miles[] = { "3.4", "20.0", "20.1", "999.9", "" };
  static const char *const flags[] = { "true", "false", "false", "" };
  GString *csv = g_string_new ("person,birth,start,end,start_reason,end_reason,legal_status,placement,place,area,location,"
                               "distance,uasc,uasc_until\n");
  g_autofree int *at = g_new0 (int, n_children);

  for (guint i = 0; i < n_rows; i++)
    {
      guint child = (guint) g_rand_int_range (rand, 0, (gint32) n_children);
      int start = g_rand_int_range (rand, 0, 3) > 0 ? at[child] : g_rand_int_range (rand, 0, 1500);
      int end = start + g_rand_int_range (rand, -3, 300);
      char first[16], last[16] = "", birth[16] = "", name[16] = "";

      at[child] = MAX (end, 0);
      print_day (first, start);
      if (g_rand_int_range (rand, 0, 4) > 0)
        print_day (last, MAX (end, 0));
      if (child % 7)
        g_snprintf (birth, sizeof birth, "20%02u-03-31", 5 + child % 12);
      if (g_rand_int_range (rand, 0, 30))
        g_snprintf (name, sizeof name, "c%u", child);
      g_string_append_printf (csv, "%s,%s,%s,%s,%s,%s,%s,%s,p%d,%s,%s,%s,%s,%s\n", name, birth,
                              g_rand_int_range (rand, 0, 40) ? first : "", last, PICK (rand, starts), PICK (rand, ends),
                              PICK (rand, statuses), PICK (rand, kinds), g_rand_int_range (rand, 0, 4),
                              PICK (rand, areas), PICK (rand, locations), PICK (rand, miles), PICK (rand, flags),
                              g_rand_int_range (rand, 0, 5) ? "" : last);
    }
  return g_string_free (csv, FALSE);
}

Test (care_measures, parts_by_child_give_the_whole)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autofree char *csv = make_care (rand, 900, 150);
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_CARE, csv);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_FINANCIAL, 2023, 1, NULL);
  static const char *const by[] = { "placement", NULL };
  MarmotEpisodeOptions *options[] = {
    g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "authority", "E08000026", NULL),
    g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "authority", "E08000026", "by", by, NULL),
    g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "authority", "E08000026", "last-day-counts", TRUE,
                  "temporary-counts", TRUE, "adoption-together", TRUE, "gap-days", 3, "unknown-counts", TRUE, NULL),
    g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "authority", "E08000026", "step",
                  MARMOT_EPISODE_STEP_MONTH, NULL),
  };
  guint n_made = 0;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (measures); j++)
        n_made += test_parts_give_whole (set, measures[j], options[i], 1 + (guint) g_rand_int_range (rand, 0, 6));
      g_object_unref (options[i]);
    }
  /* Steps are for the four of periods of care. */
  cr_expect (n_made == 3 * G_N_ELEMENTS (measures) + 4, "%u", n_made);
}

/* The child of a row that was counted in, or -1. */
static void
count_children (MarmotEpisodeSet *set,
                MarmotMeasure *found,
                const char *what)
{
  g_autoptr (MarmotColumn) rows = marmot_measure_get_rows (found);
  g_autoptr (MarmotColumn) persons = marmot_table_get_column_by_name (marmot_episode_set_get_table (set), "person");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < marmot_column_get_length (rows); i++)
    {
      char *person = marmot_column_get_text (persons, (gsize) marmot_column_get_integer (rows, i));

      cr_assert (person != NULL, "%s", what);
      cr_expect (g_hash_table_add (seen, person), "%s", what);
    }
  cr_expect ((double) g_hash_table_size (seen) == marmot_measure_get_numerator (found), "%s", what);
}

Test (care_measures, every_child_counts_once)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree char *csv = make_care (rand, 600, 40);
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_CARE, csv);
  g_autoptr (GDate) day = date_of ("2023-01-15");
  g_autoptr (MarmotEpisodeOptions) options
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "day", day, "authority", "E08000026", "rows", TRUE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_autoptr (MarmotEpisodeTotals) totals = NULL;
      g_autoptr (MarmotMeasure) found = NULL;

      if (marmot_episode_measure_get_unit (measures[i]) != MARMOT_EPISODE_UNIT_CHILD)
        continue;
      totals = marmot_episode_set_measure (set, measures[i], options, NULL);
      found = marmot_episode_totals_get_measure (totals, 0);
      count_children (set, found, marmot_episode_measure_get_label (measures[i]));
    }
}

Test (care_measures, one_child_with_many_rows_does_not_hang, .timeout = 120)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree char *csv = make_care (rand, 200000, 1);
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_CARE, csv);
  g_autoptr (MarmotPeriod) period = marmot_period_new_year (MARMOT_YEAR_FINANCIAL, 2023, 1, NULL);
  g_autoptr (MarmotEpisodeOptions) options
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "period", period, "authority", "E08000026", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_autoptr (MarmotEpisodeTotals) totals = marmot_episode_set_measure (set, measures[i], options, NULL);

      cr_expect (totals != NULL);
    }
}

Test (care_measures, caller_is_told_what_does_not_fit)
{
  g_autoptr (MarmotEpisodeSet) bare = test_episodes (MARMOT_EPISODE_CARE, "start\n2024-01-01\n");
  g_autoptr (MarmotEpisodeSet) set = test_episodes (MARMOT_EPISODE_CARE, "person,start\na,2024-01-01\n");
  g_autoptr (MarmotEpisodeOptions) day = on ("2024-01-01");
  g_autoptr (MarmotEpisodeOptions) steps
      = g_object_new (MARMOT_TYPE_EPISODE_OPTIONS, "step", MARMOT_EPISODE_STEP_MONTH, NULL);
  g_autoptr (GError) error = NULL;

  cr_expect (marmot_episode_set_measure (bare, MARMOT_EPISODE_MEASURE_LOOKED_AFTER, day, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_expect (marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_PLACED_INSIDE, day, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_expect (marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_UASC, day, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_expect (marmot_episode_set_measure (set, MARMOT_EPISODE_MEASURE_LOOKED_AFTER_IN, steps, &error) == NULL);
  cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}
