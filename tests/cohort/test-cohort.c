/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rules of cohorts. What is expected of each life was worked out by hand from the rule's
 * definition, day by day at its edges; all lives are made up.
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

#include "support/cohort-people.h"

#define NO MARMOT_CARE_ANSWER_NO
#define YES MARMOT_CARE_ANSWER_YES
#define MAYBE MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED

typedef struct
{
  const char *life;
  MarmotCareAnswer answer;
  const char *reason;         /* part of it */
} Case;

#define MAX_CASES 64

static MarmotPersonSet *
people_of (const Case *cases,
           gsize n_cases,
           const char *first,
           const char *last)
{
  const char *lives[MAX_CASES];

  for (gsize i = 0; i < n_cases; i++)
    lives[i] = cases[i].life;
  return cohort_people (lives, n_cases, NULL, first, last);
}

/* What must hold of any cohort. */
static void
check_sound (MarmotCohort *cohort)
{
  g_autoptr (MarmotTable) reasons = marmot_cohort_get_reasons (cohort);
  g_autoptr (MarmotTable) table = marmot_cohort_get_table (cohort);
  g_autoptr (MarmotColumn) rows = marmot_cohort_get_rows (cohort);
  g_autoptr (MarmotColumn) unknown = marmot_cohort_get_undetermined_rows (cohort);
  g_autoptr (MarmotColumn) counts = marmot_table_get_column_by_name (reasons, "n");
  g_autoptr (MarmotColumn) members = marmot_table_get_column_by_name (table, "member");
  g_autoptr (MarmotColumn) texts = marmot_table_get_column_by_name (table, "reason");
  guint n_people = marmot_cohort_get_n_people (cohort);
  gint64 total = 0;
  guint n_yes = 0, n_maybe = 0;

  cr_assert (eq (u32, marmot_cohort_get_n_members (cohort) + marmot_cohort_get_n_undetermined (cohort)
                          + marmot_cohort_get_n_others (cohort), n_people));
  for (gsize i = 0; i < marmot_column_get_length (counts); i++)
    {
      cr_assert (gt (i64, marmot_column_get_integer (counts, i), 0));
      total += marmot_column_get_integer (counts, i);
    }
  cr_assert (eq (i64, total, n_people));
  cr_assert (eq (sz, marmot_table_get_n_rows (table), n_people));
  for (guint row = 0; row < n_people; row++)
    {
      MarmotCareAnswer answer = marmot_cohort_answer_at (cohort, row);
      g_autofree char *text = marmot_column_get_text (texts, row);

      cr_assert (eq (str, text, (char *) marmot_cohort_reason_at (cohort, row)));
      cr_assert (eq (int, marmot_column_is_null (members, row), answer == MAYBE));
      if (answer == MAYBE)
        cr_assert (eq (i64, marmot_column_get_integer (unknown, n_maybe++), row));
      else
        cr_assert (eq (int, marmot_column_get_boolean (members, row), answer == YES));
      if (answer == YES)
        cr_assert (eq (i64, marmot_column_get_integer (rows, n_yes++), row));
    }
  cr_assert (eq (sz, marmot_column_get_length (rows), n_yes));
  cr_assert (eq (sz, marmot_column_get_length (unknown), n_maybe));
  cr_assert (eq (u32, g_list_model_get_n_items (G_LIST_MODEL (cohort)), n_yes));
  cr_assert (strlen (marmot_cohort_get_name (cohort)) > 0);
  cr_assert (strlen (marmot_cohort_get_definition (cohort)) > 0);
}

/* Takes the cohort. */
static void
check_cases (MarmotCohort *cohort,
             const Case *cases,
             gsize n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      const char *reason = marmot_cohort_reason_at (cohort, i);

      cr_assert (eq (int, marmot_cohort_answer_at (cohort, i), cases[i].answer), "%s in \"%s\": %s", cases[i].life,
                 marmot_cohort_get_name (cohort), reason);
      cr_assert (strstr (reason, cases[i].reason) != NULL, "%s in \"%s\": %s, not %s", cases[i].life,
                 marmot_cohort_get_name (cohort), reason, cases[i].reason);
    }
  check_sound (cohort);
  g_object_unref (cohort);
}

Test (cohort, looked_after_on)
{
  static const Case cases[] = {
    { "2010-01-01 -; 2023-05-01 - C2 X1", YES, "looked after on the day" },
    { "2010-01-01 -; 2024-03-31 - C2 X1", YES, "looked after on the day" },
    { "2010-01-01 -; 2024-04-01 - C2 X1", NO, "care started after the day" },
    { "2010-01-01 -; 2023-05-01 2024-03-30 C2 E4A", NO, "care had ended before the day" },
    { "2010-01-01 -; 2023-05-01 2024-03-31 C2 E4A", NO, "on the day itself" },
    { "2010-01-01 -; 2023-05-01 2024-04-01 C2 E4A", YES, "looked after on the day" },
    { "2010-01-01 -; 2023-05-01 2023-06-01 C2 E4A; 2024-01-01 - V2 X1", YES, "looked after on the day" },
    { "2010-01-01 -; 2023-05-01 2023-06-01 C2 E4A; 2024-03-31 - V2 X1", YES, "looked after on the day" },
    { "2010-01-01 -; 2023-05-01 - V4 X1", NO, "in short breaks alone" },
    { "2010-01-01 -", NO, "no period of care is recorded" },
    { "2024-03-31 -; 2024-03-31 - C2 X1", YES, "looked after on the day" },
    { "2024-04-01 -", NO, "born after the day" },
    { "2010-01-01 2024-03-31; 2023-05-01 2024-03-31 C2 E2", NO, "died by the day" },
    { "2010-01-01 2024-04-01; 2023-05-01 2024-04-01 C2 E2", YES, "looked after on the day" },
    /* 18 on the day: nobody is looked after on it, and the records go on. */
    { "2006-03-31 -; 2020-05-01 - C2 X1", MAYBE, "beyond the 18th birthday" },
    { "2006-04-01 -; 2020-05-01 - C2 X1", YES, "looked after on the day" },
    { "2006-03-31 -; 2020-05-01 2024-03-31 C2 E5", NO, "on the day itself" },
    { "2000-01-01 -; 2014-05-01 2017-01-01 C2 E5", NO, "care had ended before the day" },
    { "2024-01-01 -; 2023-05-01 - C2 X1", MAYBE, "dates that cannot be" },
    { "- -; 2023-05-01 - C2 X1", YES, "looked after on the day" },
    { "- -; 2023-05-01 2024-01-01 C2 E8", NO, "care had ended before the day" },
  };
  g_autoptr (MarmotPersonSet) people = people_of (cases, G_N_ELEMENTS (cases), "2023-04-01", "2024-04-30");
  g_autoptr (GDate) day = cohort_date ("2024-03-31");
  g_autoptr (MarmotCohort) cohort = marmot_cohort_new_looked_after_on (people, day, FALSE);
  g_autoptr (MarmotCohort) with_breaks = marmot_cohort_new_looked_after_on (people, day, TRUE);
  g_autoptr (MarmotPeriod) reference = marmot_cohort_get_reference (cohort);
  g_autofree char *text = marmot_cohort_to_string (cohort);

  cr_assert (eq (str, (char *) marmot_cohort_get_name (cohort), (char *) "looked after on 31 March 2024"));
  cr_assert (eq (int, marmot_period_get_start_days (reference), cohort_day ("2024-03-31")));
  cr_assert (eq (int, marmot_period_get_end_days (reference), cohort_day ("2024-04-01")));
  cr_assert (eq (str, text, (char *) "looked after on 31 March 2024: 9 of 21 people, 2 undetermined"));
  cr_assert (eq (int, marmot_cohort_answer_at (with_breaks, 8), YES));
  cr_assert (eq (u32, marmot_cohort_get_n_members (with_breaks), marmot_cohort_get_n_members (cohort) + 1));
  check_sound (with_breaks);
  check_cases (g_steal_pointer (&cohort), cases, G_N_ELEMENTS (cases));
}

/* The records end on 31 December 2023; the day is after that, and the year not all in them. */
Test (cohort, what_the_records_do_not_cover)
{
  static const Case on[] = {
    { "2010-01-01 -; 2023-05-01 - C2 X1", MAYBE, "do not cover the day" },
    { "2010-01-01 -; 2023-05-01 2023-06-01 C2 E4A", MAYBE, "do not cover the day" },
    { "2010-01-01 -", MAYBE, "do not cover the day" },
    { "2010-01-01 -; 2023-05-01 2024-05-01 C2 E4A", YES, "looked after on the day" },
    { "2010-01-01 2023-11-01; 2023-05-01 2023-11-01 C2 E2", NO, "died by the day" },
    /* 18 by then, whatever became of them. */
    { "2006-02-01 -; 2020-05-01 - C2 X1", NO, "18 or over" },
    { "2005-02-01 -; 2020-05-01 2023-01-01 C2 E5", NO, "care had ended" },
    { "2006-04-01 -; 2020-05-01 - C2 X1", MAYBE, "do not cover the day" },
  };
  static const Case during[] = {
    { "2010-01-01 -; 2023-05-01 - C2 X1", YES, "do not reach to its end" },
    { "2010-01-01 -; 2022-05-01 2022-06-01 C2 E4A", MAYBE, "do not cover all of the period" },
    { "2010-01-01 -; 2023-05-01 2023-06-01 C2 E4A", YES, "left care in it" },
    { "2005-04-01 -; 2022-05-01 2022-06-01 C2 E4A", NO, "care had ended" },
  };
  static const Case started[] = {
    { "2010-01-01 -; 2023-05-01 - C2 X1", YES, "first time" },
    { "2010-01-01 -; 2022-05-01 - C2 X1", MAYBE, "do not cover all of the period" },
    { "2005-04-01 -; 2022-05-01 2023-02-01 C2 E5", NO, "no period of care started" },
  };
  static const Case ceased[] = {
    { "2010-01-01 -; 2022-05-01 2023-05-01 C2 E11", YES, "by adoption" },
    { "2010-01-01 -; 2022-05-01 - C2 X1", MAYBE, "do not cover all of the period" },
    { "2005-03-31 -; 2022-05-01 2023-02-01 C2 E5", NO, "no period of care ended" },
  };
  g_autoptr (GDate) day = cohort_date ("2024-03-31");
  g_autoptr (MarmotPeriod) year = marmot_period_new_year (MARMOT_YEAR_FINANCIAL, 2023, 1, NULL);
  g_autoptr (MarmotPersonSet) on_people = people_of (on, G_N_ELEMENTS (on), "2020-04-01", "2023-12-31");
  g_autoptr (MarmotPersonSet) during_people = people_of (during, G_N_ELEMENTS (during), "2020-04-01", "2023-12-31");
  g_autoptr (MarmotPersonSet) started_people = people_of (started, G_N_ELEMENTS (started), "2020-04-01", "2023-12-31");
  g_autoptr (MarmotPersonSet) ceased_people = people_of (ceased, G_N_ELEMENTS (ceased), "2020-04-01", "2023-12-31");

  check_cases (marmot_cohort_new_looked_after_on (on_people, day, FALSE), on, G_N_ELEMENTS (on));
  check_cases (marmot_cohort_new_looked_after_during (during_people, year, FALSE), during, G_N_ELEMENTS (during));
  check_cases (marmot_cohort_new_started_in (started_people, year), started, G_N_ELEMENTS (started));
  check_cases (marmot_cohort_new_ceased_in (ceased_people, year), ceased, G_N_ELEMENTS (ceased));
}

/* Before the records begin, what they hold decides, and nothing else. */
Test (cohort, before_the_records_begin)
{
  static const Case on[] = {
    { "2010-01-01 -; 2019-05-01 - C2 X1", YES, "looked after on the day" },
    { "2010-01-01 -; 2019-07-01 - C2 X1", MAYBE, "do not cover the day" },
    { "2019-07-01 -; 2019-07-01 - C2 X1", NO, "born after the day" },
    { "2001-05-01 -", NO, "18 or over" },
  };
  g_autoptr (GDate) day = cohort_date ("2019-06-30");
  g_autoptr (MarmotPersonSet) people = people_of (on, G_N_ELEMENTS (on), "2020-04-01", "2023-12-31");

  check_cases (marmot_cohort_new_looked_after_on (people, day, FALSE), on, G_N_ELEMENTS (on));
}

Test (cohort, looked_after_during)
{
  static const Case cases[] = {
    { "2010-01-01 -; 2023-03-31 - C2 X1", YES, "from before the period to its end" },
    { "2010-01-01 -; 2023-04-01 - C2 X1", YES, "started to be looked after in the period" },
    { "2010-01-01 -; 2024-03-31 - C2 X1", YES, "started to be looked after in the period" },
    { "2010-01-01 -; 2024-04-01 - C2 X1", NO, "care started after the period" },
    { "2010-01-01 -; 2022-05-01 2023-04-01 C2 E4A", NO, "by the first day" },
    { "2010-01-01 -; 2022-05-01 2023-04-02 C2 E4A", YES, "left care in it" },
    { "2010-01-01 -; 2022-05-01 2024-03-31 C2 E4A", YES, "from before the period, and left care in it" },
    { "2010-01-01 -; 2022-05-01 2024-04-01 C2 E4A", YES, "to its end" },
    { "2010-01-01 -; 2023-05-01 2023-06-01 C2 E4A", YES, "started to be looked after in the period, and left" },
    { "2010-01-01 -; 2023-05-01 2023-06-01 V4 E4A", NO, "short breaks alone" },
    { "2010-01-01 -; 2022-05-01 2022-06-01 C2 E4A; 2024-05-01 - C2 X1", NO, "by the first day" },
    { "2010-01-01 -", NO, "no period of care is recorded" },
    { "2024-04-01 -", NO, "born after the period" },
    { "2010-01-01 2023-04-01; 2022-05-01 2023-04-01 C2 E2", NO, "died by the first day" },
    { "2010-01-01 2023-04-02; 2022-05-01 2023-04-02 C2 E2", YES, "left care in it" },
    { "2005-04-01 -", NO, "18 or over on the first day" },
    { "2005-04-01 -; 2022-05-01 - C2 X1", MAYBE, "beyond the 18th birthday" },
    { "2005-04-02 -; 2022-05-01 2023-04-02 C2 E5", YES, "left care in it" },
  };
  g_autoptr (MarmotPersonSet) people = people_of (cases, G_N_ELEMENTS (cases), "2020-04-01", "2024-06-30");
  g_autoptr (MarmotPeriod) year = marmot_period_new_year (MARMOT_YEAR_FINANCIAL, 2023, 1, NULL);
  g_autoptr (MarmotCohort) with_breaks = marmot_cohort_new_looked_after_during (people, year, TRUE);

  cr_assert (eq (int, marmot_cohort_answer_at (with_breaks, 9), YES));
  check_cases (marmot_cohort_new_looked_after_during (people, year, FALSE), cases, G_N_ELEMENTS (cases));
}

Test (cohort, started_in)
{
  static const Case cases[] = {
    { "2010-01-01 -; 2023-03-31 - C2 X1", NO, "started before it" },
    { "2010-01-01 -; 2023-04-01 - C2 X1", YES, "for the first time" },
    { "2010-01-01 -; 2024-03-31 - C2 X1", YES, "for the first time" },
    { "2010-01-01 -; 2024-04-01 - C2 X1", NO, "no period of care started" },
    { "2010-01-01 -; 2021-05-01 2021-06-01 C2 E4A; 2023-05-01 - C2 X1", YES, "after care before" },
    { "2010-01-01 -; 2023-05-01 2023-06-01 C2 E4A; 2023-09-01 - C2 X1", YES, "for the first time" },
    { "2010-01-01 -; 2023-05-01 - V4 X1", NO, "short breaks alone" },
    { "2010-01-01 -; 2021-05-01 2021-06-01 C2 E4A", NO, "no period of care started" },
    { "2010-01-01 -", NO, "no period of care is recorded" },
    { "2023-08-01 -; 2023-05-01 - C2 X1", MAYBE, "dates that cannot be" },
  };
  g_autoptr (MarmotPersonSet) people = people_of (cases, G_N_ELEMENTS (cases), "2020-04-01", "2024-06-30");
  g_autoptr (MarmotPeriod) year = marmot_period_new_year (MARMOT_YEAR_FINANCIAL, 2023, 1, NULL);

  check_cases (marmot_cohort_new_started_in (people, year), cases, G_N_ELEMENTS (cases));
}

Test (cohort, ceased_in)
{
  static const Case cases[] = {
    { "2010-01-01 -; 2022-05-01 2023-03-31 C2 E4A", NO, "no period of care ended" },
    { "2010-01-01 -; 2022-05-01 2023-04-01 C2 E4A", YES, "to a parent" },
    { "2010-01-01 -; 2022-05-01 2024-03-31 C2 E45", YES, "special guardianship" },
    { "2010-01-01 -; 2022-05-01 2024-04-01 C2 E4A", NO, "still at its end" },
    { "2010-01-01 -; 2022-05-01 2023-06-01 C2 E41; 2023-07-01 - C2 X1", YES, "child arrangements" },
    { "2010-01-01 -; 2022-05-01 2023-06-01 C2 E41; 2023-07-01 2023-08-01 C2 E12", YES, "adoption" },
    { "2010-01-01 -; 2022-05-01 2023-06-01 C2 E3", YES, "another authority" },
    { "2010-01-01 -; 2022-05-01 2023-06-01 C2 E15", YES, "18 or over" },
    { "2010-01-01 -; 2022-05-01 2023-06-01 C2 E8", YES, "another reason" },
    { "2010-01-01 -; 2022-05-01 2023-06-01 C2 E5", YES, "not with a parent" },
    { "2010-01-01 -; 2022-05-01 2023-06-01 C2 -", YES, "nobody recorded why" },
    { "2010-01-01 2023-06-01; 2022-05-01 2023-06-01 C2 E2", YES, "died in care" },
    { "2010-01-01 -; 2022-05-01 2023-06-01 V4 E4A", NO, "short breaks alone" },
    { "2010-01-01 -; 2022-05-01 - C2 X1", NO, "still at its end" },
    { "2010-01-01 -", NO, "no period of care is recorded" },
    /* Came of age in the period, and nobody closed the record. */
    { "2006-03-31 -; 2022-05-01 - C2 X1", MAYBE, "beyond the 18th birthday" },
    { "2006-04-01 -; 2022-05-01 - C2 X1", NO, "still at its end" },
  };
  g_autoptr (MarmotPersonSet) people = people_of (cases, G_N_ELEMENTS (cases), "2020-04-01", "2024-06-30");
  g_autoptr (MarmotPeriod) year = marmot_period_new_year (MARMOT_YEAR_FINANCIAL, 2023, 1, NULL);

  check_cases (marmot_cohort_new_ceased_in (people, year), cases, G_N_ELEMENTS (cases));
}

/* The year to 31 March 2024 has a leap day, and begins on 1 April 2023. */
Test (cohort, continuously_looked_after)
{
  static const Case cases[] = {
    { "2010-01-01 -; 2023-03-31 - C2 X1", YES, "on every day of the months" },
    { "2010-01-01 -; 2023-04-01 - C2 X1", YES, "on every day of the months" },
    { "2010-01-01 -; 2023-04-02 - C2 X1", NO, "not yet for so many months" },
    { "2010-01-01 -; 2022-01-01 2024-03-31 C2 E4A", NO, "on the day itself" },
    { "2010-01-01 -; 2022-01-01 2024-04-01 C2 E4A", YES, "on every day of the months" },
    { "2010-01-01 -; 2022-01-01 2024-03-30 C2 E4A", NO, "before the day" },
    { "2010-01-01 -; 2022-01-01 2023-06-01 C2 E4A; 2023-06-02 - C2 X1", NO, "in the months before" },
    { "2010-01-01 -; 2022-01-01 2023-04-01 C2 E4A; 2023-04-02 - C2 X1", NO, "not yet for so many months" },
    { "2010-01-01 -; 2022-01-01 - V4 X1", NO, "short breaks alone" },
    { "2010-01-01 -; 2022-01-01 - C2 X1; 2023-06-01 2023-06-08 V3 E4A", YES, "on every day of the months" },
    { "2010-01-01 -; 2022-01-01 - C2 X1; 2023-03-20 2023-04-01 V3 E4A", YES, "on every day of the months" },
    { "2023-06-01 -; 2023-06-01 - C2 X1", NO, "not yet for so many months" },
  };
  static const Case by_return[] = {
    { "2010-01-01 -; 2023-04-01 - C2 X1", YES, "on every day of the months" },
    { "2010-01-01 -; 2023-04-02 - C2 X1", NO, "not yet" },
    { "2010-01-01 -; 2022-01-01 2024-03-30 C2 E4A", NO, "before the day" },
    { "2010-01-01 -; 2022-01-01 2024-03-31 C2 E4A", YES, "ended on the day itself" },
    { "2010-01-01 -; 2023-04-02 2024-03-31 C2 E4A", NO, "not yet" },
    { "2010-01-01 -; 2022-01-01 2024-04-01 C2 E4A", YES, "on every day of the months" },
    { "2010-01-01 -; 2022-01-01 - C2 X1; 2023-06-01 2023-06-08 V3 E4A", NO, "had short breaks" },
    { "2010-01-01 -; 2022-01-01 - C2 X1; 2023-03-20 2023-04-01 V3 E4A", YES, "on every day of the months" },
    { "2010-01-01 -; 2022-01-01 - C2 X1; 2023-03-20 2023-04-02 V3 E4A", NO, "had short breaks" },
  };
  static const Case short_records[] = {
    { "2010-01-01 -; 2023-04-01 - C2 X1", YES, "on every day of the months" },
    { "2010-01-01 -; 2023-05-30 - C2 X1", MAYBE, "may have started before the records begin" },
    { "2010-01-01 -; 2023-06-01 - C2 X1", NO, "not yet for so many months" },
  };
  g_autoptr (GDate) day = cohort_date ("2024-03-31");
  g_autoptr (GDate) leap_day = cohort_date ("2024-02-29");
  g_autoptr (MarmotPersonSet) people = people_of (cases, G_N_ELEMENTS (cases), "2020-04-01", "2024-06-30");
  g_autoptr (MarmotPersonSet) returned = people_of (by_return, G_N_ELEMENTS (by_return), "2020-04-01", "2024-06-30");
  g_autoptr (MarmotPersonSet) recent = people_of (short_records, G_N_ELEMENTS (short_records), "2023-06-01", "2024-06-30");
  g_autoptr (MarmotCohort) one = NULL;
  g_autoptr (GError) error = NULL;

  check_cases (marmot_cohort_new_continuously_looked_after (people, day, 12, MARMOT_CONTINUOUS_CARE_ON_THE_DAY, NULL),
               cases, G_N_ELEMENTS (cases));
  check_cases (marmot_cohort_new_continuously_looked_after (returned, day, 12, MARMOT_CONTINUOUS_CARE_SSDA903, NULL),
               by_return, G_N_ELEMENTS (by_return));
  check_cases (marmot_cohort_new_continuously_looked_after (recent, day, 12, MARMOT_CONTINUOUS_CARE_ON_THE_DAY, NULL),
               short_records, G_N_ELEMENTS (short_records));

  /* A month to 29 February begins on 1 February. */
  {
    static const Case month[] = {
      { "2010-01-01 -; 2024-02-01 - C2 X1", YES, "on every day" },
      { "2010-01-01 -; 2024-02-02 - C2 X1", NO, "not yet" },
    };
    g_autoptr (MarmotPersonSet) few = people_of (month, G_N_ELEMENTS (month), "2020-04-01", "2024-06-30");

    one = marmot_cohort_new_continuously_looked_after (few, leap_day, 1, MARMOT_CONTINUOUS_CARE_ON_THE_DAY, NULL);
    cr_assert (eq (str, (char *) marmot_cohort_get_name (one), (char *) "looked after for 1 month on 29 February 2024"));
    check_cases (g_steal_pointer (&one), month, G_N_ELEMENTS (month));
  }

  cr_assert (zero (ptr, marmot_cohort_new_continuously_looked_after (people, day, 0, MARMOT_CONTINUOUS_CARE_ON_THE_DAY,
                                                                     &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (cohort, birthday_in)
{
  static const Case cases[] = {
    { "2007-04-01 -", YES, "has the birthday" },
    { "2007-03-31 -", NO, "does not have the birthday" },
    { "2008-03-31 -", YES, "has the birthday" },
    { "2008-04-01 -", NO, "does not have the birthday" },
    { "2008-02-29 -", YES, "has the birthday" },
    { "2007-10-01 2023-09-30", NO, "died before" },
    { "2007-10-01 2023-10-01", YES, "has the birthday" },
    { "- -", MAYBE, "date of birth" },
  };
  g_autoptr (MarmotPersonSet) people = people_of (cases, G_N_ELEMENTS (cases), "2020-04-01", "2024-06-30");
  g_autoptr (MarmotPeriod) year = marmot_period_new_year (MARMOT_YEAR_FINANCIAL, 2023, 1, NULL);
  g_autoptr (GError) error = NULL;

  check_cases (marmot_cohort_new_birthday_in (people, 16, year, NULL, NULL), cases, G_N_ELEMENTS (cases));
  cr_assert (zero (ptr, marmot_cohort_new_birthday_in (people, 151, year, NULL, &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

/* A leap-day birthday of 17 is on 1 March 2025, or by other conventions on 28 February. */
Test (cohort, leap_day_birthday)
{
  static const char *const lives[] = { "2008-02-29 -" };
  g_autoptr (MarmotPersonSet) people = cohort_people (lives, 1, NULL, "2020-04-01", "2025-06-30");
  g_autoptr (MarmotPeriod) february = marmot_period_new_month (2025, 2, NULL);
  g_autoptr (MarmotCareLeaverOptions) options
      = g_object_new (MARMOT_TYPE_CARE_LEAVER_OPTIONS, "leap-birthday", MARMOT_LEAP_BIRTHDAY_FEBRUARY, NULL);
  g_autoptr (MarmotCohort) by_law = marmot_cohort_new_birthday_in (people, 17, february, NULL, NULL);
  g_autoptr (MarmotCohort) by_others = marmot_cohort_new_birthday_in (people, 17, february, options, NULL);

  cr_assert (eq (u32, marmot_cohort_get_n_members (by_law), 0));
  cr_assert (eq (u32, marmot_cohort_get_n_members (by_others), 1));
}

/* Every birthday is found on its day, and not a day before or after. Those born on a leap day
 * have it on 1 March in a common year, which 1900 and 2100 are. */
Test (cohort, birthdays_of_every_age)
{
  static const char *const lives[] = { "1896-02-29 -", "1900-03-01 -", "1899-12-31 -", "2000-02-29 -", "2004-01-01 -" };
  static const int born[][3] = { { 1896, 2, 29 }, { 1900, 3, 1 }, { 1899, 12, 31 }, { 2000, 2, 29 }, { 2004, 1, 1 } };
  g_autoptr (MarmotPersonSet) people = cohort_people (lives, G_N_ELEMENTS (lives), NULL, "2020-04-01", "2024-06-30");

  for (int age = 0; age <= 150; age += age < 30 ? 1 : 7)
    for (guint i = 0; i < G_N_ELEMENTS (lives); i++)
      {
        GDateYear year = (GDateYear) (born[i][0] + age);
        gboolean is_moved = born[i][1] == 2 && !g_date_is_leap_year (year);
        GDate birthday;

        g_date_set_dmy (&birthday, is_moved ? 1 : (GDateDay) born[i][2], is_moved ? G_DATE_MARCH : (GDateMonth) born[i][1],
                        year);
        g_date_subtract_days (&birthday, 1);
        for (int off = -1; off <= 1; off++)
          {
            g_autoptr (MarmotPeriod) day = marmot_period_new_day (&birthday, NULL);
            g_autoptr (MarmotCohort) cohort = marmot_cohort_new_birthday_in (people, (guint) age, day, NULL, NULL);

            cr_assert (eq (int, marmot_cohort_answer_at (cohort, i), off == 0 ? YES : NO), "%s, %d, %d days off", lives[i],
                       age, off);
            g_date_add_days (&birthday, 1);
          }
      }
}

/* On 1 May 2024. Statuses themselves are tested elsewhere: here it is which are asked for. */
Test (cohort, with_status)
{
  static const char *const lives[] = {
    "2007-01-01 -; 2023-01-01 - C2 X1",           /* 17, in care for longer than 13 weeks: eligible */
    "2007-01-01 -; 2023-01-01 2024-02-01 C2 E5",  /* left to live on their own: relevant */
    "2007-01-01 -; 2023-01-01 2023-08-01 C2 E4A", /* home, for more than six months: who knows */
    "2005-01-01 -; 2020-01-01 2023-01-01 C2 E5",  /* 19: former relevant */
    "2012-01-01 -; 2020-01-01 - C2 X1",           /* 12: none */
    "- -; 2020-01-01 - C2 X1",                    /* born nobody knows when */
    "2007-01-01 -; 2024-01-15 2024-02-01 C2 E5",  /* 17 days: qualifying, and nothing more */
  };
  static const char *const relevant[] = { "relevant", NULL };
  static const char *const both[] = { "relevant", "qualifying", NULL };
  static const char *const leaver[] = { "former-relevant", "relevant", NULL };
  static const char *const none[] = { NULL };
  static const char *const unknown[] = { "relevent", NULL };
  static const char *const undetermined[] = { "cannot-be-determined", NULL };
  static const char *const all[] = { "eligible", "relevant", "former-relevant", "qualifying", "none", NULL };
  g_autoptr (MarmotPersonSet) people = cohort_people (lives, G_N_ELEMENTS (lives), NULL, "2019-04-01", "2024-06-30");
  g_autoptr (GDate) day = cohort_date ("2024-05-01");
  g_autoptr (MarmotCohort) is_relevant = marmot_cohort_new_with_status (people, day, relevant, NULL, NULL);
  g_autoptr (MarmotCohort) is_either = marmot_cohort_new_with_status (people, day, both, NULL, NULL);
  g_autoptr (MarmotCohort) is_leaver = marmot_cohort_new_with_status (people, day, leaver, NULL, NULL);
  g_autoptr (MarmotCohort) is_any = marmot_cohort_new_with_status (people, day, all, NULL, NULL);
  static const MarmotCareAnswer relevant_answers[] = { NO, YES, MAYBE, NO, NO, MAYBE, NO };
  static const MarmotCareAnswer leaver_answers[] = { NO, YES, MAYBE, YES, NO, MAYBE, NO };

  cr_assert (eq (str, (char *) marmot_cohort_get_name (is_leaver),
                 (char *) "relevant or former relevant on 1 May 2024"));
  for (guint i = 0; i < G_N_ELEMENTS (lives); i++)
    {
      cr_assert (eq (int, marmot_cohort_answer_at (is_relevant, i), relevant_answers[i]), "%s: %s", lives[i],
                 marmot_cohort_reason_at (is_relevant, i));
      cr_assert (eq (int, marmot_cohort_answer_at (is_leaver, i), leaver_answers[i]), "%s: %s", lives[i],
                 marmot_cohort_reason_at (is_leaver, i));
    }
  /* Home for six months or not: relevant, or else qualifying. Asked for both, it is known. */
  cr_assert (eq (int, marmot_cohort_answer_at (is_either, 2), YES), "%s", marmot_cohort_reason_at (is_either, 2));
  cr_assert (strstr (marmot_cohort_reason_at (is_either, 2), "though not known which") != NULL);
  cr_assert (strstr (marmot_cohort_reason_at (is_relevant, 2), "home-with-parent") != NULL);
  cr_assert (strstr (marmot_cohort_reason_at (is_relevant, 5), "birth") != NULL);
  cr_assert (strstr (marmot_cohort_reason_at (is_relevant, 1), "relevant") != NULL);
  cr_assert (strstr (marmot_cohort_reason_at (is_relevant, 3), "former relevant") != NULL);
  /* Whoever somebody is, it is one of all. */
  cr_assert (eq (u32, marmot_cohort_get_n_members (is_any), G_N_ELEMENTS (lives)));
  check_sound (is_relevant);
  check_sound (is_leaver);

  {
    const char *const *const bad[] = { none, unknown, undetermined };

    for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
      {
        g_autoptr (GError) error = NULL;

        cr_assert (zero (ptr, marmot_cohort_new_with_status (people, day, bad[i], NULL, &error)));
        cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
        cr_assert (strstr (error->message, "former-relevant") != NULL);
        cr_assert (zero (ptr, strstr (error->message, "relevent")));
      }
  }
}

/* The reasons of the set are those of each person alone. */
Test (cohort, with_status_agrees_with_each_person)
{
  static const char *const lives[] = {
    "2007-01-01 -; 2023-01-01 - C2 X1",          "2007-01-01 -; 2023-01-01 2024-02-01 C2 E5",
    "2007-01-01 -; 2023-01-01 2023-08-01 C2 E4A", "2005-01-01 -; 2020-01-01 2023-01-01 C2 E5",
    "2012-01-01 -; 2020-01-01 - C2 X1",          "- -; 2020-01-01 - C2 X1",
    "2003-02-28 -; 2018-01-01 2021-02-28 C2 E5", "2005-01-01 -",
  };
  static const char *const nicks[] = { "cannot-be-determined", "eligible", "relevant", "former-relevant", "qualifying",
                                       "none" };
  g_autoptr (MarmotPersonSet) people = cohort_people (lives, G_N_ELEMENTS (lives), NULL, "2017-04-01", "2024-06-30");
  g_autoptr (GDate) day = cohort_date ("2024-05-01");

  for (guint status = 1; status < G_N_ELEMENTS (nicks); status++)
    {
      const char *const wanted[] = { nicks[status], NULL };
      g_autoptr (MarmotCohort) cohort = marmot_cohort_new_with_status (people, day, wanted, NULL, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (lives); i++)
        {
          g_autoptr (MarmotCareLeaver) one = g_list_model_get_item (G_LIST_MODEL (people), i);
          g_autoptr (MarmotLegalStatus) on = marmot_care_leaver_status_on (one, day, NULL);
          MarmotCareStatus is = marmot_legal_status_get_status (on);

          if (is != MARMOT_CARE_STATUS_CANNOT_BE_DETERMINED)
            cr_assert (eq (int, marmot_cohort_answer_at (cohort, i), is == status ? YES : NO), "%s", lives[i]);
          else
            cr_assert (ne (int, marmot_cohort_answer_at (cohort, i), YES), "%s", lives[i]);
        }
    }
}

/* On 1 May 2024. */
Test (cohort, open_cases)
{
  static const Case cases[] = {
    { "2005-01-01 -; 2020-01-01 2023-01-01 C2 E5", YES, "former relevant" },
    { "2005-01-01 -; 2020-01-01 2023-01-01 C2 E5", NO, "without a personal adviser" },  /* until the day */
    { "2005-01-01 -; 2020-01-01 2023-01-01 C2 E5", NO, "without a personal adviser" },  /* from the next day on */
    { "2005-01-01 -; 2020-01-01 2023-01-01 C2 E5", MAYBE, "not recorded" },
    { "2012-01-01 -; 2020-01-01 2021-01-01 C2 E5", NO, "younger than 16" },
    { "- -; 2020-01-01 2023-01-01 C2 E5", MAYBE, "date of birth" },
    { "2007-01-01 -; 2023-01-01 - C2 X1", NO, "looked after on the day" },
    { "2007-01-01 -; 2023-01-01 2024-02-01 C2 E5", YES, "; relevant" },
    { "2008-05-01 -; 2024-01-01 2024-05-01 C2 E5", YES, "cannot be determined" },      /* 16 on it; detained, or not? */
    { "2008-05-01 -; 2024-04-20 2024-05-01 C2 E5", YES, "none of the statuses" },      /* 16 on it, after 11 days */
    { "2008-05-02 -; 2024-01-01 2024-05-01 C2 E5", NO, "younger than 16" },            /* 16 on the next day */
    { "1999-05-02 -; 2014-01-01 2017-05-02 C2 E5", YES, "former relevant" },           /* 25 on the next day */
    { "1999-05-01 -; 2014-01-01 2017-05-01 C2 E5", NO, "25 or older" },
    { "2005-01-01 2024-05-01; 2020-01-01 2023-01-01 C2 E5", NO, "died by the day" },
    { "2007-01-01 -; 2023-01-01 2023-08-01 C2 E4A", YES, "cannot be determined" },     /* home for six months? */
    { "2007-01-01 -; 2024-01-15 2024-02-01 C2 E5", YES, "qualifying" },
    { "2012-01-01 -; 2020-01-01 - C2 X1", NO, "looked after on the day" },             /* nobody recorded an adviser */
  };
  static const char *const facts[] = {
    "P0 personal-adviser 2024-05-01 2024-05-02", "P1 personal-adviser 2023-05-01 2024-05-01",
    "P2 personal-adviser 2024-05-02 -",          "P4 personal-adviser 2023-05-01 -",
    "P5 personal-adviser 2023-05-01 -",          "P6 personal-adviser 2023-05-01 -",
    "P7 personal-adviser 2023-05-01 -",          "P8 personal-adviser 2023-05-01 -",
    "P9 personal-adviser 2023-05-01 -",          "P10 personal-adviser 2023-05-01 -",
    "P11 personal-adviser 2023-05-01 -",         "P12 personal-adviser 2023-05-01 -",
    "P13 personal-adviser 2023-05-01 -",         "P14 personal-adviser 2023-05-01 -",
    "P15 personal-adviser 2023-05-01 -",         NULL,
  };
  g_autoptr (MarmotPersonSet) plain = people_of (cases, G_N_ELEMENTS (cases), "2010-04-01", "2024-06-30");
  g_autoptr (MarmotPersonSet) people = cohort_with_facts (plain, facts, MARMOT_CARE_FACTS_NONE);
  g_autoptr (MarmotPersonSet) complete = cohort_with_facts (plain, facts, MARMOT_CARE_FACTS_PERSONAL_ADVISER);
  g_autoptr (GDate) day = cohort_date ("2024-05-01");
  g_autoptr (MarmotCohort) known = marmot_cohort_new_open_on (complete, day, NULL);

  check_cases (marmot_cohort_new_open_on (people, day, NULL), cases, G_N_ELEMENTS (cases));
  cr_assert (eq (int, marmot_cohort_answer_at (known, 3), NO));
}

/* The year is 2023/24; those of 19 to 21. */
Test (cohort, care_leavers_by_law)
{
  static const Case cases[] = {
    { "2004-04-01 -; 2019-01-01 2022-01-01 C2 E5", YES, "former relevant" },              /* 19 on the first day */
    { "2005-03-31 -; 2019-01-01 2023-01-01 C2 E5", YES, "former relevant" },              /* 19 on the last */
    { "2005-04-01 -; 2019-01-01 2023-01-01 C2 E5", NO, "no birthday of these ages" },     /* 18 for all of it */
    { "2002-04-01 -; 2017-01-01 2020-01-01 C2 E5", YES, "former relevant" },              /* 21 on the first day */
    { "2002-03-31 -; 2017-01-01 2020-01-01 C2 E5", NO, "no birthday of these ages" },     /* 22 on the last day */
    { "2004-06-01 2023-06-01; 2019-01-01 2022-01-01 C2 E5", NO, "died" },                 /* on the birthday */
    { "2004-06-01 2023-06-02; 2019-01-01 2022-01-01 C2 E5", YES, "former relevant" },
    { "2004-06-01 -; 2019-01-01 2022-01-01 V4 E5", NO, "short breaks alone" },
    { "2004-06-01 -; 2019-01-01 2022-01-01 C2 E3", NO, "another authority" },
    { "2004-06-01 -; 2022-05-30 2022-06-01 C2 E5", NO, "qualifying" },                    /* two days after 16 */
    { "2004-06-01 -; 2010-01-01 2012-01-01 C2 E4A", NO, "neither relevant" },             /* long before 14 */
    { "- -; 2019-01-01 2022-01-01 C2 E5", MAYBE, "date of birth" },
    { "2004-06-01 -", MAYBE, "no period of care is recorded" },
    { "2004-06-01 -; 2020-01-01 2021-06-01 C2 E4A", YES, "former relevant" },             /* home: see below */
    { "2004-06-01 -; 2019-01-01 2022-01-01 C2 E5", NO, "returned home" },                 /* RHOM, below */
    { "2004-06-01 -; 2019-01-01 2022-01-01 C2 E5", NO, "died" },                          /* DIED, below */
    { "2004-06-01 -; 2019-01-01 2022-01-01 C2 E5", YES, "former relevant" },              /* RHOM in the year before */
  };
  static const char *const contacts[] = {
    "P14 2023 RHOM 0 0", "P15 2023 DIED 0 0", "P16 2022 RHOM 0 0", "P0 2023 YES F1 U1", "P8 2023 YES F1 U1",
    "P12 2023 YES F1 U1", NULL,
  };
  g_autoptr (MarmotPersonSet) plain = people_of (cases, G_N_ELEMENTS (cases), "2010-04-01", "2024-03-31");
  g_autoptr (MarmotPersonSet) people = cohort_with_contacts (plain, contacts);
  g_autoptr (MarmotCohort) returned
      = marmot_cohort_new_care_leavers (people, 2023, 19, 21, MARMOT_LEAVER_BASIS_RETURN, NULL, NULL);
  g_autoptr (MarmotCohort) unasked
      = marmot_cohort_new_care_leavers (plain, 2023, 19, 21, MARMOT_LEAVER_BASIS_RETURN, NULL, NULL);
  g_autoptr (MarmotCohort) by_law
      = marmot_cohort_new_care_leavers (people, 2023, 19, 21, MARMOT_LEAVER_BASIS_LAW, NULL, NULL);
  g_autoptr (MarmotTable) comparison = marmot_cohort_compare (by_law, returned, NULL);
  g_autoptr (MarmotCareLeaverOptions) statute = marmot_care_leaver_options_new ();
  g_autoptr (MarmotCohort) by_statute
      = marmot_cohort_new_care_leavers (people, 2023, 19, 21, MARMOT_LEAVER_BASIS_LAW, statute, NULL);

  cr_assert (eq (str, (char *) marmot_cohort_get_name (returned),
                 (char *) "care leavers aged 19 to 21 in 2023/24, as returned"));
  check_cases (g_object_ref (by_law), cases, G_N_ELEMENTS (cases));
  check_sound (returned);
  /* The return does not ask who was home with a parent for six months; the Act does. */
  cr_assert (eq (int, marmot_cohort_answer_at (by_statute, 13), MAYBE));
  cr_assert (strstr (marmot_cohort_reason_at (by_statute, 13), "cannot be determined") != NULL);
  check_sound (by_statute);
  /* Of those returned two are in; the one whom another authority took over is not to be. */
  cr_assert (eq (u32, marmot_cohort_get_n_members (returned), 2));
  cr_assert (eq (int, marmot_cohort_answer_at (returned, 0), YES));
  cr_assert (eq (int, marmot_cohort_answer_at (returned, 12), YES));
  cr_assert (eq (int, marmot_cohort_answer_at (returned, 1), NO));
  cr_assert (strstr (marmot_cohort_reason_at (returned, 1), "was not returned") != NULL);
  cr_assert (strstr (marmot_cohort_reason_at (returned, 8), "another authority") != NULL);
  cr_assert (gt (sz, marmot_table_get_n_rows (comparison), 3));
  /* Without any contacts nobody can say. */
  cr_assert (eq (int, marmot_cohort_answer_at (unasked, 1), MAYBE));
  cr_assert (eq (u32, marmot_cohort_get_n_members (unasked), 0));
}

/* A dated contact is of the birthday (1 June 2023) from 1 March to 1 July, and the nearest one
 * says how somebody is; from 22 on it is the latest of the year. */
Test (cohort, contacts_around_the_birthday)
{
  static const Case around[] = {
    { "2004-06-01 -; 2019-01-01 2022-01-01 C2 E5", NO, "was not returned" },  /* P0: 28 February */
    { "2004-06-01 -; 2019-01-01 2022-01-01 C2 E5", YES, "was returned" },     /* P1: 1 March, of the year before */
    { "2004-06-01 -; 2019-01-01 2022-01-01 C2 E5", YES, "was returned" },     /* P2: 1 July */
    { "2004-06-01 -; 2019-01-01 2022-01-01 C2 E5", NO, "was not returned" },  /* P3: 2 July */
    { "2004-06-01 -; 2019-01-01 2022-01-01 C2 E5", NO, "returned home" },     /* P4: 25 May; in touch on 10 June */
    { "2004-06-01 -; 2019-01-01 2022-01-01 C2 E5", YES, "was returned" },     /* P5: the other way round */
    { "2004-06-01 -; 2019-01-01 2022-01-01 C2 E5", NO, "returned home" },     /* P6: a row of the year goes first */
  };
  static const Case later[] = {
    { "2001-06-01 -; 2016-01-01 2019-01-01 C2 E5", NO, "was not returned" },  /* P0: 31 March 2023 */
    { "2001-06-01 -; 2016-01-01 2019-01-01 C2 E5", YES, "was returned" },     /* P1: 1 April */
    { "2001-06-01 -; 2016-01-01 2019-01-01 C2 E5", YES, "was returned" },     /* P2: 31 March 2024 */
    { "2001-06-01 -; 2016-01-01 2019-01-01 C2 E5", NO, "was not returned" },  /* P3: 1 April */
    { "2001-06-01 -; 2016-01-01 2019-01-01 C2 E5", NO, "returned home" },     /* P4: the later of two */
    { "2001-06-01 -; 2016-01-01 2019-01-01 C2 E5", NO, "returned home" },     /* P5: goes before a row of the year */
  };
  static const char *const around_contacts[] = {
    "P0 2023-02-28 YES F1 U1", "P1 2023-03-01 YES F1 U1",  "P2 2023-07-01 YES F1 U1",
    "P3 2023-07-02 YES F1 U1", "P4 2023-05-25 RHOM 0 0",   "P4 2023-06-10 YES F1 U1",
    "P5 2023-05-25 YES F1 U1", "P5 2023-06-10 RHOM 0 0",   "P6 2023 RHOM 0 0",
    "P6 2023-06-01 YES F1 U1", NULL,
  };
  static const char *const later_contacts[] = {
    "P0 2023-03-31 YES F1 U1", "P1 2023-04-01 YES F1 U1", "P2 2024-03-31 YES F1 U1", "P3 2024-04-01 YES F1 U1",
    "P4 2023-05-01 YES F1 U1", "P4 2024-03-01 RHOM 0 0",  "P5 2023 YES F1 U1",       "P5 2023-06-01 RHOM 0 0",
    NULL,
  };
  g_autoptr (MarmotPersonSet) young = people_of (around, G_N_ELEMENTS (around), "2010-04-01", "2024-03-31");
  g_autoptr (MarmotPersonSet) old = people_of (later, G_N_ELEMENTS (later), "2010-04-01", "2024-03-31");
  g_autoptr (MarmotPersonSet) young_people = cohort_with_contacts (young, around_contacts);
  g_autoptr (MarmotPersonSet) old_people = cohort_with_contacts (old, later_contacts);

  check_cases (marmot_cohort_new_care_leavers (young_people, 2023, 19, 19, MARMOT_LEAVER_BASIS_RETURN, NULL, NULL), around,
               G_N_ELEMENTS (around));
  check_cases (marmot_cohort_new_care_leavers (old_people, 2023, 22, 25, MARMOT_LEAVER_BASIS_RETURN, NULL, NULL), later,
               G_N_ELEMENTS (later));
}

/* At 17 and 18 those who are still looked after on the birthday are none. */
Test (cohort, care_leavers_of_17_and_18)
{
  static const Case at_17[] = {
    { "2006-06-01 -; 2019-01-01 - C2 X1", NO, "still looked after on the birthday" },
    { "2006-06-01 -; 2019-01-01 2023-06-01 C2 E5", YES, "is relevant" },
    { "2006-06-01 -; 2019-01-01 2023-06-02 C2 E5", NO, "still looked after on the birthday" },
    { "2006-04-01 -; 2019-01-01 2022-12-01 C2 E5", YES, "is relevant" },
    { "2006-03-31 -; 2019-01-01 2022-12-01 C2 E5", NO, "no birthday" },
    { "2007-03-31 -; 2019-01-01 2023-12-01 C2 E5", YES, "is relevant" },
    { "2007-04-01 -; 2019-01-01 2023-12-01 C2 E5", NO, "no birthday" },
  };
  static const Case at_18[] = {
    { "2005-06-01 -; 2019-01-01 2023-06-01 C2 E5", YES, "former relevant" },
    { "2005-06-01 -; 2019-01-01 2022-06-01 C2 E5", YES, "former relevant" },
    { "2005-06-01 -; 2019-01-01 2023-06-02 C2 E5", NO, "still looked after on the birthday" },
  };
  g_autoptr (MarmotPersonSet) young = people_of (at_17, G_N_ELEMENTS (at_17), "2010-04-01", "2024-03-31");
  g_autoptr (MarmotPersonSet) adult = people_of (at_18, G_N_ELEMENTS (at_18), "2010-04-01", "2024-03-31");

  check_cases (marmot_cohort_new_care_leavers (young, 2023, 17, 17, MARMOT_LEAVER_BASIS_LAW, NULL, NULL), at_17,
               G_N_ELEMENTS (at_17));
  check_cases (marmot_cohort_new_care_leavers (adult, 2023, 18, 18, MARMOT_LEAVER_BASIS_LAW, NULL, NULL), at_18,
               G_N_ELEMENTS (at_18));
}

/* From 22 on those who asked for support by the end of the year. */
Test (cohort, care_leavers_of_22_to_25)
{
  static const Case cases[] = {
    { "2001-06-01 -; 2016-01-01 2019-01-01 C2 E5", YES, "asked for support" },       /* P0: long since */
    { "2001-06-01 -; 2016-01-01 2019-01-01 C2 E5", YES, "asked for support" },       /* P1: on the last day */
    { "2001-06-01 -; 2016-01-01 2019-01-01 C2 E5", NO, "did not ask" },              /* P2: a day later */
    { "2001-06-01 -; 2016-01-01 2019-01-01 C2 E5", MAYBE, "not recorded" },          /* P3: nobody knows */
    { "1998-06-01 -; 2013-01-01 2016-01-01 C2 E5", YES, "asked for support" },       /* P4: 25 in it, asked before */
    { "1997-06-01 -; 2013-01-01 2015-01-01 C2 E5", NO, "no birthday" },              /* P5: 26 in the year */
    { "2002-06-01 -; 2016-01-01 2019-01-01 C2 E5", NO, "no birthday" },              /* P6: 21 in the year */
    { "2001-06-01 -; 2016-01-01 2019-01-01 C2 E5", NO, "did not ask" },              /* P7: until the year began */
    { "2001-06-01 -; 2016-01-01 2019-01-01 C2 E5", YES, "there is a contact" },      /* P8: not in touch */
    { "2001-06-01 2024-03-31; 2016-01-01 2019-01-01 C2 E5", NO, "died" },            /* P9: on its last day */
    { "2001-06-01 2024-04-01; 2016-01-01 2019-01-01 C2 E5", YES, "there is a contact" },
    { "2001-06-01 -; 2016-01-01 2019-01-01 C2 E5", MAYBE, "not recorded" },          /* P11: of another year */
  };
  static const char *const contacts[] = { "P8 2023 NO 0 0", "P10 2023 NO 0 0", "P11 2022 NO 0 0", NULL };
  static const char *const facts[] = {
    "P0 asked-for-support 2022-06-01 -", "P1 asked-for-support 2024-03-31 -", "P2 asked-for-support 2024-04-01 -",
    "P4 asked-for-support 2020-01-01 2023-04-02", "P7 asked-for-support 2020-01-01 2023-04-01", NULL,
  };
  static const guint bad_ages[][2] = { { 16, 17 }, { 24, 26 }, { 20, 19 }, { 19, 22 }, { 17, 25 }, { 21, 22 } };
  g_autoptr (MarmotPersonSet) plain = people_of (cases, G_N_ELEMENTS (cases), "2010-04-01", "2024-03-31");
  g_autoptr (MarmotPersonSet) with_facts = cohort_with_facts (plain, facts, MARMOT_CARE_FACTS_NONE);
  g_autoptr (MarmotPersonSet) people = cohort_with_contacts (with_facts, contacts);

  check_cases (marmot_cohort_new_care_leavers (people, 2023, 22, 25, MARMOT_LEAVER_BASIS_LAW, NULL, NULL), cases,
               G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (bad_ages); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert (zero (ptr, marmot_cohort_new_care_leavers (people, 2023, bad_ages[i][0], bad_ages[i][1],
                                                            MARMOT_LEAVER_BASIS_LAW, NULL, &error)));
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    }
  {
    g_autoptr (GError) error = NULL;

    cr_assert (zero (ptr, marmot_cohort_new_care_leavers (people, -5, 19, 21, MARMOT_LEAVER_BASIS_LAW, NULL, &error)));
    cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  }
}

/* Three people, of whom nothing else is asked. */
static MarmotPersonSet *
three_people (void)
{
  static const char *const lives[] = { "2010-01-01 -", "2011-01-01 -", "2012-01-01 -" };

  return cohort_people (lives, 3, NULL, "2020-04-01", "2024-06-30");
}

Test (cohort, from_rows)
{
  static const gint64 good[] = { 2, 0 };
  static const gint64 bad[][2] = { { 0, 3 }, { 0, -1 }, { 1, 1 } };
  g_autoptr (MarmotPersonSet) people = three_people ();
  g_autoptr (MarmotColumn) rows = marmot_column_new_integer (good, 2);
  g_autoptr (MarmotColumn) doubles = marmot_column_new_double ((const double[]){ 1.0 }, 1);
  g_autoptr (MarmotCohort) cohort = marmot_cohort_new_from_rows (people, rows, "two of three", NULL, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (eq (u32, marmot_cohort_get_n_members (cohort), 2));
  cr_assert (eq (int, marmot_cohort_answer_at (cohort, 1), NO));
  cr_assert (zero (ptr, marmot_cohort_get_reference (cohort)));
  check_sound (cohort);

  cr_assert (zero (ptr, marmot_cohort_new_from_rows (people, doubles, "x", NULL, &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (MarmotColumn) column = marmot_column_new_integer (bad[i], 2);

      g_clear_error (&error);
      cr_assert (zero (ptr, marmot_cohort_new_from_rows (people, column, "x", NULL, &error)));
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    }
}

Test (cohort, from_column)
{
  static const gboolean values[] = { TRUE, FALSE, FALSE };
  static const gboolean nulls[] = { FALSE, FALSE, TRUE };
  static const char *const texts[] = { "our rule 4", "", "file not found yet", NULL };
  g_autoptr (MarmotPersonSet) people = three_people ();
  g_autoptr (MarmotColumn) all = marmot_column_new_boolean (values, 3);
  g_autoptr (MarmotColumn) answers = marmot_column_with_nulls (all, nulls, 3, NULL);
  g_autoptr (MarmotColumn) reasons = marmot_column_new_text (texts);
  g_autoptr (MarmotColumn) short_answers = marmot_column_slice (answers, 0, 2);
  g_autoptr (MarmotCohort) cohort
      = marmot_cohort_new_from_column (people, answers, reasons, "on the housing list", "As the housing team has it.", NULL);
  g_autoptr (MarmotCohort) plain = marmot_cohort_new_from_column (people, answers, NULL, "plain", NULL, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (eq (int, marmot_cohort_answer_at (cohort, 0), YES));
  cr_assert (eq (int, marmot_cohort_answer_at (cohort, 1), NO));
  cr_assert (eq (int, marmot_cohort_answer_at (cohort, 2), MAYBE));
  cr_assert (eq (str, (char *) marmot_cohort_reason_at (cohort, 0), (char *) "our rule 4"));
  cr_assert (eq (str, (char *) marmot_cohort_reason_at (cohort, 2), (char *) "file not found yet"));
  cr_assert (eq (str, (char *) marmot_cohort_get_definition (cohort), (char *) "As the housing team has it."));
  cr_assert (marmot_cohort_equal (cohort, plain));
  cr_assert (eq (u32, marmot_cohort_hash (cohort), marmot_cohort_hash (plain)));
  check_sound (cohort);
  check_sound (plain);

  cr_assert (zero (ptr, marmot_cohort_new_from_column (people, short_answers, NULL, "x", NULL, &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
  g_clear_error (&error);
  cr_assert (zero (ptr, marmot_cohort_new_from_column (people, reasons, NULL, "x", NULL, &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
  g_clear_error (&error);
  cr_assert (zero (ptr, marmot_cohort_new_from_column (people, answers, answers, "x", NULL, &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
}

/* More reasons than fit into a byte: nobody is lost, and the last ones share one. */
Test (cohort, more_reasons_than_a_byte)
{
  enum { N = 400 };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char **lives = g_new (char *, N);
  gboolean values[N];
  g_autoptr (MarmotPersonSet) people = NULL;
  g_autoptr (MarmotColumn) answers = NULL, reasons = NULL;
  g_autoptr (MarmotCohort) cohort = NULL, others = NULL, both = NULL;

  for (guint i = 0; i < N; i++)
    {
      lives[i] = (char *) "2010-01-01 -";
      values[i] = i % 2 == 0;
      g_ptr_array_add (texts, g_strdup_printf ("reason %u", i));
    }
  people = cohort_people ((const char *const *) lives, N, NULL, "2020-04-01", "2024-06-30");
  answers = marmot_column_new_boolean (values, N);
  reasons = cohort_text_column (texts);
  cohort = marmot_cohort_new_from_column (people, answers, reasons, "many", NULL, NULL);
  check_sound (cohort);
  cr_assert (eq (u32, marmot_cohort_get_n_members (cohort), N / 2));
  cr_assert (eq (str, (char *) marmot_cohort_reason_at (cohort, 0), (char *) "reason 0"));
  cr_assert (strstr (marmot_cohort_reason_at (cohort, 398), "many other reasons") != NULL);
  cr_assert (strstr (marmot_cohort_reason_at (cohort, 399), "many other reasons") != NULL);
  cr_assert (ne (str, (char *) marmot_cohort_reason_at (cohort, 398), (char *) marmot_cohort_reason_at (cohort, 399)));

  others = marmot_cohort_complement (cohort);
  both = marmot_cohort_union (cohort, others, NULL);
  check_sound (both);
  cr_assert (eq (u32, marmot_cohort_get_n_members (both), N));
}

Test (cohort, everybody_and_nobody)
{
  g_autoptr (MarmotPersonSet) people = three_people ();
  g_autoptr (MarmotPersonSet) nobody = cohort_people (NULL, 0, NULL, NULL, NULL);
  g_autoptr (MarmotCohort) everybody = marmot_cohort_new_everybody (people);
  g_autoptr (MarmotCohort) none = marmot_cohort_new_everybody (nobody);
  g_autoptr (MarmotCohort) bare = g_object_new (MARMOT_TYPE_COHORT, NULL);
  g_autoptr (MarmotPersonSet) taken = NULL;
  g_autoptr (MarmotTable) bare_table = marmot_cohort_get_table (bare);
  g_autoptr (MarmotTable) bare_reasons = marmot_cohort_get_reasons (bare);
  g_autoptr (MarmotCohort) bare_others = marmot_cohort_complement (bare);
  g_autoptr (MarmotCareLeaver) item = NULL;
  g_autoptr (GError) error = NULL;

  cr_assert (eq (u32, marmot_cohort_get_n_members (everybody), 3));
  check_sound (everybody);
  check_sound (none);
  cr_assert (eq (u32, marmot_cohort_get_n_people (none), 0));

  /* An object that nobody filled is of nobody. */
  cr_assert (eq (u32, marmot_cohort_get_n_people (bare), 0));
  cr_assert (eq (u32, marmot_cohort_get_n_people (bare_others), 0));
  cr_assert (eq (sz, marmot_table_get_n_rows (bare_table), 0));
  cr_assert (eq (sz, marmot_table_get_n_rows (bare_reasons), 0));
  cr_assert (zero (ptr, marmot_cohort_to_person_set (bare, &error)));
  g_clear_error (&error);
  cr_assert (zero (ptr, marmot_cohort_intersection (bare, bare, &error)));
  g_clear_error (&error);
  cr_assert (zero (ptr, marmot_cohort_split (bare, "sex", &error)));
  cr_assert (zero (ptr, g_list_model_get_item (G_LIST_MODEL (bare), 0)));

  item = g_list_model_get_item (G_LIST_MODEL (everybody), 2);
  cr_assert (MARMOT_IS_CARE_LEAVER (item));
  cr_assert (zero (ptr, g_list_model_get_item (G_LIST_MODEL (everybody), 3)));
  taken = marmot_cohort_to_person_set (everybody, NULL);
  cr_assert (eq (u32, marmot_person_set_get_n_rows (taken), 3));
}

/* Of people without any periods of care, and nobody said what the records cover, nothing is
 * known: nor does anything go wrong. */
Test (cohort, people_of_whom_nothing_is_known)
{
  static const char *const names[] = { "person", NULL };
  static const char *const persons[] = { "a", "b", NULL };
  static const char *const statuses[] = { "former-relevant", NULL };
  MarmotColumn *columns[] = { marmot_column_new_text (persons) };
  g_autoptr (MarmotTable) table = cohort_table (names, columns, 1);
  g_autoptr (MarmotPersonSet) people = marmot_person_set_new (table, NULL, NULL);
  g_autoptr (MarmotPersonSet) bare = g_object_new (MARMOT_TYPE_PERSON_SET, NULL);
  g_autoptr (GDate) day = cohort_date ("2024-03-31");
  g_autoptr (MarmotPeriod) year = marmot_period_new_year (MARMOT_YEAR_FINANCIAL, 2023, 1, NULL);
  MarmotPersonSet *sets[] = { people, bare };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      MarmotCohort *cohorts[] = {
        marmot_cohort_new_looked_after_on (sets[i], day, FALSE),
        marmot_cohort_new_looked_after_during (sets[i], year, TRUE),
        marmot_cohort_new_started_in (sets[i], year),
        marmot_cohort_new_ceased_in (sets[i], year),
        marmot_cohort_new_continuously_looked_after (sets[i], day, 12, MARMOT_CONTINUOUS_CARE_SSDA903, NULL),
        marmot_cohort_new_birthday_in (sets[i], 18, year, NULL, NULL),
        marmot_cohort_new_with_status (sets[i], day, statuses, NULL, NULL),
        marmot_cohort_new_open_on (sets[i], day, NULL),
        marmot_cohort_new_care_leavers (sets[i], 2023, 19, 21, MARMOT_LEAVER_BASIS_LAW, NULL, NULL),
        marmot_cohort_new_care_leavers (sets[i], 2023, 19, 21, MARMOT_LEAVER_BASIS_RETURN, NULL, NULL),
      };

      for (guint j = 0; j < G_N_ELEMENTS (cohorts); j++)
        {
          g_autoptr (MarmotCohort) others = marmot_cohort_complement (cohorts[j]);
          g_autoptr (MarmotCohort) both = marmot_cohort_intersection (cohorts[j], others, NULL);

          cr_assert (eq (u32, marmot_cohort_get_n_undetermined (cohorts[j]), i == 0 ? 2 : 0), "%s",
                     marmot_cohort_get_name (cohorts[j]));
          check_sound (cohorts[j]);
          check_sound (both);
          g_object_unref (cohorts[j]);
        }
    }
}

/* A pseudonym is in the table and nowhere else. */
Test (cohort, shows_no_pseudonym)
{
  g_autoptr (MarmotPersonSet) people = three_people ();
  g_autoptr (MarmotCohort) everybody = marmot_cohort_new_everybody (people);
  g_autoptr (MarmotTable) table = marmot_cohort_get_table (everybody);
  g_autoptr (MarmotColumn) persons = marmot_table_get_column_by_name (table, "person");
  g_autofree char *person = marmot_column_get_text (persons, 1);
  g_autofree char *text = marmot_cohort_to_string (everybody);

  cr_assert (eq (str, person, (char *) "P1"));
  cr_assert (zero (ptr, strstr (text, "P1")));
  cr_assert (eq (str, text, (char *) "everybody: 3 of 3 people"));
}
