/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Cohorts out of cohorts: the truth tables of three values by hand (Kleene 1952, section
 * 64), and what must hold of any people, with people out of a seeded generator.
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

#include "support/cohort-people.h"
#include "support/result.h"

#define NO MARMOT_CARE_ANSWER_NO
#define YES MARMOT_CARE_ANSWER_YES
#define MAYBE MARMOT_CARE_ANSWER_CANNOT_BE_DETERMINED

static MarmotPersonSet *
plain_people (gsize n_people,
              const char *sexes)
{
  g_autofree const char **lives = g_new (const char *, n_people + 1);

  for (gsize i = 0; i < n_people; i++)
    lives[i] = "2010-01-01 -";
  return cohort_people (lives, n_people, sexes, "2020-04-01", "2024-06-30");
}

/* A letter a person: y, n, and ? for nobody knows. */
static MarmotCohort *
cohort_of (MarmotPersonSet *people,
           const char *letters,
           const char *name)
{
  gsize n = strlen (letters);
  g_autofree gboolean *values = g_new (gboolean, n + 1);
  g_autofree gboolean *nulls = g_new (gboolean, n + 1);
  g_autoptr (MarmotColumn) all = NULL, answers = NULL;
  g_autoptr (GError) error = NULL;
  MarmotCohort *cohort;

  for (gsize i = 0; i < n; i++)
    {
      values[i] = letters[i] == 'y';
      nulls[i] = letters[i] == '?';
    }
  all = marmot_column_new_boolean (values, n);
  answers = marmot_column_with_nulls (all, nulls, n, NULL);
  cohort = marmot_cohort_new_from_column (people, answers, NULL, name, NULL, &error);
  cr_assert (zero (ptr, error));
  return cohort;
}

static char *
letters_of (MarmotCohort *cohort)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < marmot_cohort_get_n_people (cohort); i++)
    switch (marmot_cohort_answer_at (cohort, i))
      {
      case NO:
        g_string_append_c (letters, 'n');
        break;
      case YES:
        g_string_append_c (letters, 'y');
        break;
      case MAYBE:
      default:
        g_string_append_c (letters, '?');
        break;
      }
  return g_string_free (letters, FALSE);
}

/* Takes the cohort. */
static void
check_letters (MarmotCohort *cohort,
               const char *expected)
{
  g_autofree char *letters = letters_of (cohort);

  cr_assert (eq (str, letters, (char *) expected), "%s", marmot_cohort_get_name (cohort));
  g_object_unref (cohort);
}

Test (cohort_algebra, truth_tables)
{
  g_autoptr (MarmotPersonSet) people = plain_people (9, NULL);
  g_autoptr (MarmotCohort) a = cohort_of (people, "yyynnn???", "a");
  g_autoptr (MarmotCohort) b = cohort_of (people, "yn?yn?yn?", "b");

  check_letters (marmot_cohort_intersection (a, b, NULL), "yn?nnn?n?");
  check_letters (marmot_cohort_union (a, b, NULL), "yyyyn?y??");
  check_letters (marmot_cohort_difference (a, b, NULL), "ny?nnnn??");
  check_letters (marmot_cohort_complement (a), "nnnyyy???");
}

Test (cohort_algebra, reasons_name_their_side)
{
  static const char *const both[] = {
    "in \"a\": the column says so; in \"b\": the column says so",
    "not in \"b\": the column says that it is not so",
    "not known whether in \"b\": the column does not say",
    "not in \"a\": the column says that it is not so",
    "not in \"a\": the column says that it is not so",
    "not in \"a\": the column says that it is not so",
    "not known whether in \"a\": the column does not say",
    "not in \"b\": the column says that it is not so",
    "not known whether in \"a\": the column does not say",
  };
  static const char *const either[] = {
    "in \"a\": the column says so",
    "in \"a\": the column says so",
    "in \"a\": the column says so",
    "in \"b\": the column says so",
    "not in \"a\": the column says that it is not so; not in \"b\": the column says that it is not so",
    "not known whether in \"b\": the column does not say",
    "in \"b\": the column says so",
    "not known whether in \"a\": the column does not say",
    "not known whether in \"a\": the column does not say",
  };
  g_autoptr (MarmotPersonSet) people = plain_people (9, NULL);
  g_autoptr (MarmotCohort) a = cohort_of (people, "yyynnn???", "a");
  g_autoptr (MarmotCohort) b = cohort_of (people, "yn?yn?yn?", "b");
  g_autoptr (MarmotCohort) intersection = marmot_cohort_intersection (a, b, NULL);
  g_autoptr (MarmotCohort) one = marmot_cohort_union (a, b, NULL);
  g_autoptr (MarmotCohort) less = marmot_cohort_difference (a, b, NULL);
  g_autoptr (MarmotCohort) others = marmot_cohort_complement (a);

  for (guint i = 0; i < 9; i++)
    {
      cr_assert (eq (str, (char *) marmot_cohort_reason_at (intersection, i), (char *) both[i]));
      cr_assert (eq (str, (char *) marmot_cohort_reason_at (one, i), (char *) either[i]));
    }
  cr_assert (eq (str, (char *) marmot_cohort_reason_at (less, 0), (char *) "in \"b\": the column says so"));
  cr_assert (eq (str, (char *) marmot_cohort_reason_at (less, 1),
                 (char *) "in \"a\": the column says so; not in \"b\": the column says that it is not so"));
  cr_assert (eq (str, (char *) marmot_cohort_reason_at (others, 3),
                 (char *) "not in \"a\": the column says that it is not so"));
  cr_assert (eq (str, (char *) marmot_cohort_get_name (less), (char *) "(a) less (b)"));
  cr_assert (strstr (marmot_cohort_get_definition (less), "and not in \"b\"") != NULL);
}

Test (cohort_algebra, other_people_are_an_error)
{
  g_autoptr (MarmotPersonSet) people = plain_people (2, NULL);
  g_autoptr (MarmotPersonSet) others = plain_people (2, NULL);
  static const char *const facts[] = { "P0 personal-adviser 2024-01-01 -", NULL };
  g_autoptr (MarmotPersonSet) with_facts = cohort_with_facts (people, facts, MARMOT_CARE_FACTS_NONE);
  g_autoptr (MarmotCohort) a = cohort_of (people, "yn", "a");
  g_autoptr (MarmotCohort) b = cohort_of (others, "yn", "b");
  g_autoptr (MarmotCohort) c = cohort_of (with_facts, "yn", "c");
  g_autoptr (MarmotCohort) same = NULL;
  g_autoptr (GError) error = NULL;

  cr_assert (zero (ptr, marmot_cohort_intersection (a, b, &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (zero (ptr, marmot_cohort_union (a, b, &error)));
  g_clear_error (&error);
  cr_assert (zero (ptr, marmot_cohort_difference (a, b, &error)));
  g_clear_error (&error);
  cr_assert (zero (ptr, marmot_cohort_compare (a, b, &error)));
  g_clear_error (&error);
  cr_assert (zero (ptr, marmot_cohort_count_as (a, b, &error)));
  cr_assert (not (marmot_cohort_equal (a, b)));

  /* Facts make no other people of them. */
  same = marmot_cohort_intersection (a, c, NULL);
  cr_assert (eq (u32, marmot_cohort_get_n_members (same), 1));
  cr_assert (marmot_cohort_equal (a, c));
}

Test (cohort_algebra, a_reference_is_kept_where_both_have_it)
{
  g_autoptr (MarmotPersonSet) people = plain_people (2, NULL);
  g_autoptr (GDate) day = cohort_date ("2024-03-31");
  g_autoptr (GDate) next = cohort_date ("2024-04-01");
  g_autoptr (MarmotCohort) a = marmot_cohort_new_looked_after_on (people, day, FALSE);
  g_autoptr (MarmotCohort) b = marmot_cohort_new_looked_after_on (people, day, TRUE);
  g_autoptr (MarmotCohort) c = marmot_cohort_new_looked_after_on (people, next, FALSE);
  g_autoptr (MarmotCohort) same = marmot_cohort_union (a, b, NULL);
  g_autoptr (MarmotCohort) other = marmot_cohort_union (a, c, NULL);
  g_autoptr (MarmotCohort) others = marmot_cohort_complement (a);
  g_autoptr (MarmotCohort) named = marmot_cohort_with_name (a, "in care");
  g_autoptr (MarmotPeriod) first = marmot_cohort_get_reference (a);
  g_autoptr (MarmotPeriod) kept = marmot_cohort_get_reference (same);
  g_autoptr (MarmotPeriod) lost = marmot_cohort_get_reference (other);
  g_autoptr (MarmotPeriod) of_others = marmot_cohort_get_reference (others);
  g_autoptr (MarmotPeriod) of_named = marmot_cohort_get_reference (named);

  cr_assert (marmot_period_equal (first, kept));
  cr_assert (zero (ptr, lost));
  cr_assert (marmot_period_equal (first, of_others));
  cr_assert (marmot_period_equal (first, of_named));
  cr_assert (eq (str, (char *) marmot_cohort_get_name (named), (char *) "in care"));
  cr_assert (marmot_cohort_equal (a, named));
}

/* What is made of itself a hundred times has a name all the same. */
Test (cohort_algebra, texts_do_not_grow_for_ever)
{
  g_autoptr (MarmotPersonSet) people = plain_people (9, NULL);
  g_autoptr (MarmotCohort) cohort = cohort_of (people, "yyynnn???", "ä");
  g_autoptr (MarmotCohort) other = cohort_of (people, "yn?yn?yn?", "b");

  for (guint i = 0; i < 100; i++)
    {
      MarmotCohort *next = i % 2 ? marmot_cohort_union (cohort, other, NULL) : marmot_cohort_intersection (cohort, cohort, NULL);

      g_object_unref (cohort);
      cohort = next;
    }
  cr_assert (le (sz, (size_t) g_utf8_strlen (marmot_cohort_get_name (cohort), -1), 200));
  cr_assert (g_utf8_validate (marmot_cohort_get_name (cohort), -1, NULL));
  cr_assert (g_utf8_validate (marmot_cohort_get_definition (cohort), -1, NULL));
  cr_assert (le (sz, (size_t) g_utf8_strlen (marmot_cohort_reason_at (cohort, 0), -1), 600));
  cr_assert (g_utf8_validate (marmot_cohort_reason_at (cohort, 0), -1, NULL));
  cr_assert (le (sz, (size_t) g_utf8_strlen (marmot_cohort_get_definition (cohort), -1), 10000));
  check_letters (g_steal_pointer (&cohort), "yyyyn?y??");
}

Test (cohort_algebra, compare)
{
  g_autoptr (MarmotPersonSet) people = plain_people (10, NULL);
  g_autoptr (MarmotCohort) a = cohort_of (people, "yyynnn???y", "a");
  g_autoptr (MarmotCohort) b = cohort_of (people, "yn?yn?yn?y", "b");
  g_autoptr (MarmotTable) table = marmot_cohort_compare (a, b, NULL);
  g_autoptr (MarmotColumn) n = marmot_table_get_column_by_name (table, "n");
  static const char *const wheres[] = { "both", "first", "second", "neither", "undetermined" };

  cr_assert (eq (sz, marmot_table_get_n_rows (table), 9));
  for (guint i = 0; i < 9; i++)
    {
      cr_assert (test_result_says (table, "where", i, wheres[MIN (i, 4)]), "%u", i);
      cr_assert (eq (i64, marmot_column_get_integer (n, i), i == 0 ? 2 : 1));
    }
  cr_assert (test_result_says (table, "first_reason", 1, "the column says so"));
  cr_assert (test_result_says (table, "second_reason", 1, "the column says that it is not so"));
}

Test (cohort_algebra, count_as)
{
  g_autoptr (MarmotPersonSet) people = plain_people (9, NULL);
  g_autoptr (MarmotCohort) a = cohort_of (people, "yyynnn???", "a");
  g_autoptr (MarmotCohort) b = cohort_of (people, "yn?yn?yn?", "b");
  g_autoptr (MarmotColumn) column = marmot_cohort_count_as (a, b, NULL);
  static const char *const expected[] = { "in", "out", "unknown", NULL, NULL, NULL, "unknown", "unknown", "unknown" };

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *text = marmot_column_is_null (column, i) ? NULL : marmot_column_get_text (column, i);

      cr_assert (zero (int, g_strcmp0 (text, expected[i])), "%u", i);
    }
}

Test (cohort_algebra, filter_and_split)
{
  g_autoptr (MarmotPersonSet) people = plain_people (9, "FM-FM-FM-");
  g_autoptr (MarmotCohort) a = cohort_of (people, "yyynnn???", "a");
  g_autoptr (MarmotCohort) girls = marmot_cohort_filter (a, "sex", "F", NULL);
  g_autoptr (GPtrArray) parts = marmot_cohort_split (a, "sex", NULL);
  g_autoptr (MarmotTable) counts = marmot_cohort_count_by (a, "sex", NULL);
  g_autoptr (GError) error = NULL;
  guint n_members = 0, n_undetermined = 0;

  /* Of a member of unknown sex nobody can say. */
  cr_assert (eq (int, marmot_cohort_answer_at (girls, 2), MAYBE));
  cr_assert (strstr (marmot_cohort_reason_at (girls, 2), "sex is not known") != NULL);
  cr_assert (strstr (marmot_cohort_reason_at (girls, 1), "sex is another") != NULL);
  cr_assert (strstr (marmot_cohort_reason_at (girls, 0), "sex is F") != NULL);
  cr_assert (eq (str, (char *) marmot_cohort_get_name (girls), (char *) "a, sex F"));
  check_letters (g_steal_pointer (&girls), "yn?nnn?n?");
  check_letters (marmot_cohort_filter (a, "sex", NULL, NULL), "nnynnnnn?");
  check_letters (marmot_cohort_filter (a, "sex", "X", NULL), "nn?nnnnn?");

  cr_assert (zero (ptr, marmot_cohort_filter (a, "shoe size", "F", &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  cr_assert (strstr (error->message, "sex") != NULL);
  g_clear_error (&error);
  cr_assert (zero (ptr, marmot_cohort_filter (a, "locality", "F", &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));

  cr_assert (eq (u32, parts->len, 3));
  cr_assert (eq (str, (char *) marmot_cohort_get_part (parts->pdata[0]), (char *) "F"));
  cr_assert (eq (str, (char *) marmot_cohort_get_part (parts->pdata[1]), (char *) "M"));
  cr_assert (zero (ptr, (void *) marmot_cohort_get_part (parts->pdata[2])));
  check_letters (g_object_ref (parts->pdata[0]), "ynnnnn?nn");
  check_letters (g_object_ref (parts->pdata[2]), "nnynnnnn?");
  for (guint i = 0; i < parts->len; i++)
    {
      n_members += marmot_cohort_get_n_members (parts->pdata[i]);
      n_undetermined += marmot_cohort_get_n_undetermined (parts->pdata[i]);
    }
  cr_assert (eq (u32, n_members, marmot_cohort_get_n_members (a)));
  cr_assert (eq (u32, n_undetermined, marmot_cohort_get_n_undetermined (a)));

  cr_assert (eq (sz, marmot_table_get_n_rows (counts), 3));
  cr_assert (test_result_says (counts, "sex", 0, "F"));
  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "n_members", "n_undetermined", "n_others" };
      g_autoptr (MarmotColumn) n = marmot_table_get_column_by_name (counts, names[i]);

      for (guint row = 0; row < 3; row++)
        cr_assert (eq (i64, marmot_column_get_integer (n, row), 1));
    }
}

Test (cohort_algebra, filter_age)
{
  static const char *const lives[] = {
    "2019-03-31 -; 2023-05-01 - C2 X1", /* 5 on the day */
    "2019-04-01 -; 2023-05-01 - C2 X1", /* 4, and 5 tomorrow */
    "2024-03-31 -; 2024-03-31 - C2 X1", /* born on it */
    "- -; 2023-05-01 - C2 X1",
    "2012-01-01 -; 2023-05-01 - C2 X1",
  };
  g_autoptr (MarmotPersonSet) people = cohort_people (lives, 5, NULL, "2020-04-01", "2024-06-30");
  g_autoptr (GDate) day = cohort_date ("2024-03-31");
  g_autoptr (MarmotCohort) cohort = marmot_cohort_new_looked_after_on (people, day, FALSE);
  g_autoptr (MarmotCohort) everybody = marmot_cohort_new_everybody (people);
  g_autoptr (MarmotCohort) under_five = marmot_cohort_filter_age (cohort, 0, 4, NULL, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (eq (str, (char *) marmot_cohort_get_name (under_five),
                 (char *) "looked after on 31 March 2024, aged 0 to 4"));
  cr_assert (strstr (marmot_cohort_reason_at (under_five, 0), "older") != NULL);
  check_letters (g_steal_pointer (&under_five), "nyy?n");
  check_letters (marmot_cohort_filter_age (cohort, 5, -1, NULL, NULL), "ynn?y");
  check_letters (marmot_cohort_filter_age (cohort, 5, 5, NULL, NULL), "ynn?n");
  cr_assert (zero (ptr, marmot_cohort_filter_age (cohort, 5, 4, NULL, &error)));
  g_clear_error (&error);
  cr_assert (zero (ptr, marmot_cohort_filter_age (everybody, 0, 4, NULL, &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

/* --- later on -------------------------------------------------------------------------- */

Test (cohort_algebra, follow)
{
  static const char *const lives[] = {
    "2006-06-01 -; 2019-01-01 - C2 X1",                               /* 18 in June 2024; records end in 2025 */
    "2008-06-01 -; 2019-01-01 2023-06-30 C2 E4A",                     /* home */
    "2008-06-01 -; 2019-01-01 2023-06-30 C2 E45; 2024-01-01 - C2 X1", /* back again */
    "2008-06-01 2023-12-31; 2019-01-01 2023-12-31 C2 E2",             /* died */
    "2008-06-01 -; 2019-01-01 2024-03-31 C2 E3",                      /* another authority, on the last day */
    "2008-06-01 -",                                                   /* no member */
    "2006-01-01 -; 2019-01-01 2024-01-01 C2 E5",                      /* 18, on their own */
  };
  static const gint64 members[] = { 0, 1, 2, 3, 4, 6 };
  static const char *const expected[][3] = {
    { "looked-after -", "looked-after -", "unknown -" },
    { "looked-after -", "left home", "left home" },
    { "looked-after -", "looked-after -", "looked-after -" },
    { "looked-after -", "died -", "died -" },
    { "looked-after -", "left transferred", "left transferred" },
    { "looked-after -", "left elsewhere", "left elsewhere" },
  };
  g_autoptr (MarmotPersonSet) people = cohort_people (lives, G_N_ELEMENTS (lives), NULL, "2018-04-01", "2025-03-31");
  g_autoptr (GDate) day = cohort_date ("2023-03-31");
  g_autoptr (MarmotCohort) cohort = marmot_cohort_new_looked_after_on (people, day, FALSE);
  g_autoptr (MarmotColumn) days = marmot_cohort_get_anniversaries (cohort, 2, NULL);
  g_autoptr (MarmotTable) table = marmot_cohort_follow (cohort, days, NULL, NULL);
  g_autoptr (MarmotTable) counts = marmot_cohort_count_followed (cohort, days, NULL, NULL);
  g_autoptr (MarmotColumn) rows = marmot_table_get_column_by_name (table, "row");
  g_autoptr (MarmotColumn) day_column = marmot_table_get_column_by_name (table, "day");
  g_autoptr (MarmotColumn) count_days = marmot_table_get_column_by_name (counts, "day");
  g_autoptr (MarmotColumn) n = marmot_table_get_column_by_name (counts, "n");
  gint64 totals[3] = { 0, 0, 0 };

  cr_assert (eq (u32, marmot_cohort_get_n_members (cohort), 6));
  cr_assert (eq (sz, marmot_column_get_length (days), 3));
  cr_assert (eq (int, marmot_column_get_date (days, 2), cohort_day ("2025-03-31")));
  cr_assert (eq (sz, marmot_table_get_n_rows (table), 18));
  for (guint i = 0; i < 6; i++)
    for (guint d = 0; d < 3; d++)
      {
        g_auto (GStrv) words = g_strsplit (expected[i][d], " ", 2);

        cr_assert (eq (i64, marmot_column_get_integer (rows, i * 3 + d), members[i]));
        cr_assert (eq (int, marmot_column_get_date (day_column, i * 3 + d), marmot_column_get_date (days, d)));
        cr_assert (test_result_says (table, "state", i * 3 + d, words[0]), "%s on day %u", lives[members[i]], d);
        if (!g_str_equal (words[1], "-"))
          cr_assert (test_result_says (table, "left", i * 3 + d, words[1]), "%s on day %u", lives[members[i]], d);
      }
  /* The open record of the first, who turned 18 while the records went on, is a fault. */
  cr_assert (test_result_says (table, "status", 0, "eligible"));
  cr_assert (test_result_says (table, "status", 16, "former-relevant"));

  for (gsize row = 0; row < marmot_table_get_n_rows (counts); row++)
    for (guint d = 0; d < 3; d++)
      if (marmot_column_get_date (count_days, row) == marmot_column_get_date (days, d))
        totals[d] += marmot_column_get_integer (n, row);
  for (guint d = 0; d < 3; d++)
    cr_assert (eq (i64, totals[d], 6));
}

/* Who came of age after the records ended left then; one who was younger, nobody knows. */
Test (cohort_algebra, follow_beyond_the_records)
{
  static const char *const lives[] = {
    "2006-06-01 -; 2019-01-01 - C2 X1",
    "2010-06-01 -; 2019-01-01 - C2 X1",
  };
  g_autoptr (MarmotPersonSet) people = cohort_people (lives, 2, NULL, "2018-04-01", "2024-03-31");
  g_autoptr (GDate) day = cohort_date ("2024-02-29");
  g_autoptr (MarmotCohort) cohort = marmot_cohort_new_looked_after_on (people, day, FALSE);
  g_autoptr (MarmotColumn) days = marmot_cohort_get_anniversaries (cohort, 4, NULL);
  g_autoptr (MarmotTable) table = marmot_cohort_follow (cohort, days, NULL, NULL);

  cr_assert (eq (int, marmot_column_get_date (days, 1), cohort_day ("2025-02-28")));
  cr_assert (eq (int, marmot_column_get_date (days, 4), cohort_day ("2028-02-29")));
  cr_assert (test_result_says (table, "state", 0, "looked-after"));
  cr_assert (test_result_says (table, "state", 1, "left"));
  cr_assert (test_result_says (table, "left", 1, "came-of-age"));
  cr_assert (test_result_says (table, "state", 6, "unknown"));
}

Test (cohort_algebra, follow_wants_days)
{
  g_autoptr (MarmotPersonSet) people = plain_people (2, NULL);
  g_autoptr (MarmotCohort) everybody = marmot_cohort_new_everybody (people);
  g_autoptr (MarmotColumn) none = marmot_column_new_date (NULL, 0);
  g_autoptr (MarmotColumn) numbers = marmot_column_new_integer ((const gint64[]){ 19000 }, 1);
  g_autoptr (MarmotColumn) one = marmot_column_new_date ((const gint32[]){ 19000 }, 1);
  g_autoptr (MarmotColumn) null = marmot_column_with_nulls (one, (const gboolean[]){ TRUE }, 1, NULL);
  g_autoptr (MarmotTable) table = marmot_cohort_follow (everybody, one, NULL, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (test_result_says (table, "state", 0, "not-yet"));
  cr_assert (zero (ptr, marmot_cohort_follow (everybody, none, NULL, &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (zero (ptr, marmot_cohort_follow (everybody, numbers, NULL, &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
  g_clear_error (&error);
  cr_assert (zero (ptr, marmot_cohort_count_followed (everybody, null, NULL, &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (zero (ptr, marmot_cohort_get_anniversaries (everybody, 2, &error)));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

/* --- what must hold of anybody --------------------------------------------------------- */

static char *
print_day (gint32 day)
{
  g_autoptr (GDate) date = g_date_new_julian ((guint32) (day + 719163));

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

/* Lives of all kinds, impossible ones among them. */
static char *
random_life (GRand *random)
{
  static const char *const reasons[] = { "E4A", "E3", "E5", "E11", "E45", "E8", "-" };
  GString *life = g_string_new (NULL);
  gint32 birth = g_rand_int_range (random, 11000, 19600);
  gint32 day = birth + g_rand_int_range (random, -200, 6000);
  g_autofree char *born = g_rand_int_range (random, 0, 20) ? print_day (birth) : g_strdup ("-");
  g_autofree char *died = g_rand_int_range (random, 0, 20) ? g_strdup ("-") : print_day (birth + 7000);
  guint n_spells = (guint) g_rand_int_range (random, 0, 4);

  g_string_append_printf (life, "%s %s", born, died);
  for (guint i = 0; i < n_spells; i++)
    {
      gint32 end = day + g_rand_int_range (random, -3, 900);
      gboolean is_open = i + 1 == n_spells && g_rand_int_range (random, 0, 2);
      g_autofree char *first = print_day (day);
      g_autofree char *last = is_open ? g_strdup ("-") : print_day (end);

      g_string_append_printf (life, "; %s %s %s %s", first, last, g_rand_int_range (random, 0, 4) ? "C2" : "V4",
                              is_open ? "X1" : reasons[g_rand_int_range (random, 0, G_N_ELEMENTS (reasons))]);
      day = MAX (day, end) + g_rand_int_range (random, 1, 400);
    }
  return g_string_free (life, FALSE);
}

#define N_RANDOM 300

static MarmotPersonSet *
random_people (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) lives = g_ptr_array_new_with_free_func (g_free);
  char sexes[N_RANDOM];

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_ptr_array_add (lives, random_life (random));
      sexes[i] = "FMU-"[g_rand_int_range (random, 0, 4)];
    }
  return cohort_people ((const char *const *) lives->pdata, N_RANDOM, sexes, "2012-04-01", "2023-12-31");
}

/* Cohorts of every rule. Free the array. */
static GPtrArray *
all_cohorts (MarmotPersonSet *people,
             guint32 seed)
{
  static const char *const statuses[] = { "relevant", "former-relevant", NULL };
  GPtrArray *cohorts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDate) day = g_date_new_julian (719163 + 17000 + seed * 397 % 3000);
  g_autoptr (MarmotPeriod) year = marmot_period_new_year (MARMOT_YEAR_FINANCIAL, 2015 + (int) (seed % 9), 1, NULL);

  g_ptr_array_add (cohorts, marmot_cohort_new_looked_after_on (people, day, FALSE));
  g_ptr_array_add (cohorts, marmot_cohort_new_looked_after_on (people, day, TRUE));
  g_ptr_array_add (cohorts, marmot_cohort_new_looked_after_during (people, year, FALSE));
  g_ptr_array_add (cohorts, marmot_cohort_new_started_in (people, year));
  g_ptr_array_add (cohorts, marmot_cohort_new_ceased_in (people, year));
  g_ptr_array_add (cohorts, marmot_cohort_new_continuously_looked_after (people, day, 12, MARMOT_CONTINUOUS_CARE_ON_THE_DAY,
                                                                         NULL));
  g_ptr_array_add (cohorts, marmot_cohort_new_continuously_looked_after (people, day, 12, MARMOT_CONTINUOUS_CARE_SSDA903,
                                                                         NULL));
  g_ptr_array_add (cohorts, marmot_cohort_new_birthday_in (people, 16, year, NULL, NULL));
  g_ptr_array_add (cohorts, marmot_cohort_new_with_status (people, day, statuses, NULL, NULL));
  g_ptr_array_add (cohorts, marmot_cohort_new_open_on (people, day, NULL));
  g_ptr_array_add (cohorts, marmot_cohort_new_care_leavers (people, 2019, 17, 21, MARMOT_LEAVER_BASIS_LAW, NULL, NULL));
  g_ptr_array_add (cohorts, marmot_cohort_new_care_leavers (people, 2019, 22, 25, MARMOT_LEAVER_BASIS_RETURN, NULL, NULL));
  return cohorts;
}

/* Takes both. */
static void
check_equal (MarmotCohort *a,
             MarmotCohort *b)
{
  cr_assert (marmot_cohort_equal (a, b), "%s and %s", marmot_cohort_get_name (a), marmot_cohort_get_name (b));
  cr_assert (eq (u32, marmot_cohort_hash (a), marmot_cohort_hash (b)));
  g_object_unref (a);
  g_object_unref (b);
}

static void
check_laws (MarmotCohort *a,
            MarmotCohort *b)
{
  g_autoptr (MarmotCohort) not_a = marmot_cohort_complement (a);
  g_autoptr (MarmotCohort) not_b = marmot_cohort_complement (b);
  g_autoptr (MarmotCohort) both = marmot_cohort_intersection (a, b, NULL);
  g_autoptr (MarmotCohort) either = marmot_cohort_union (a, b, NULL);
  g_autoptr (MarmotTable) there = marmot_cohort_compare (a, b, NULL);
  g_autoptr (MarmotTable) back = marmot_cohort_compare (b, a, NULL);

  /* De Morgan, in three values. */
  check_equal (marmot_cohort_complement (both), marmot_cohort_union (not_a, not_b, NULL));
  check_equal (marmot_cohort_complement (either), marmot_cohort_intersection (not_a, not_b, NULL));
  check_equal (marmot_cohort_complement (not_a), g_object_ref (a));
  /* The order does not matter, nor that one is there twice. */
  check_equal (marmot_cohort_intersection (b, a, NULL), g_object_ref (both));
  check_equal (marmot_cohort_union (b, a, NULL), g_object_ref (either));
  check_equal (marmot_cohort_union (a, a, NULL), g_object_ref (a));
  check_equal (marmot_cohort_intersection (a, a, NULL), g_object_ref (a));
  check_equal (marmot_cohort_difference (a, b, NULL), marmot_cohort_intersection (a, not_b, NULL));
  /* One absorbs the other. */
  check_equal (marmot_cohort_union (a, both, NULL), g_object_ref (a));
  check_equal (marmot_cohort_intersection (a, either, NULL), g_object_ref (a));

  /* Comparing is symmetric: as many in both, in neither and undetermined, and the first and
   * the second change places. */
  {
    g_autoptr (MarmotColumn) n_there = marmot_table_get_column_by_name (there, "n");
    g_autoptr (MarmotColumn) n_back = marmot_table_get_column_by_name (back, "n");
    static const char *const wheres[][2] = {
      { "both", "both" }, { "first", "second" }, { "second", "first" }, { "neither", "neither" },
      { "undetermined", "undetermined" },
    };
    gint64 total = 0;

    cr_assert (eq (sz, marmot_table_get_n_rows (there), marmot_table_get_n_rows (back)));
    for (guint i = 0; i < G_N_ELEMENTS (wheres); i++)
      {
        gint64 one = 0, other = 0;

        for (gsize row = 0; row < marmot_table_get_n_rows (there); row++)
          {
            if (test_result_says (there, "where", row, wheres[i][0]))
              one += marmot_column_get_integer (n_there, row);
            if (test_result_says (back, "where", row, wheres[i][1]))
              other += marmot_column_get_integer (n_back, row);
          }
        cr_assert (eq (i64, one, other));
        if (i == 0)
          cr_assert (eq (i64, one, marmot_cohort_get_n_members (both)));
        total += one;
      }
    cr_assert (eq (i64, total, marmot_cohort_get_n_people (a)));
  }
}

static void
check_parts (MarmotCohort *cohort)
{
  g_autoptr (GPtrArray) parts = marmot_cohort_split (cohort, "sex", NULL);
  g_autoptr (MarmotCohort) all = NULL;
  guint n_members = 0, n_undetermined = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      MarmotCohort *joined = all ? marmot_cohort_union (all, parts->pdata[i], NULL) : g_object_ref (parts->pdata[i]);

      n_members += marmot_cohort_get_n_members (parts->pdata[i]);
      n_undetermined += marmot_cohort_get_n_undetermined (parts->pdata[i]);
      g_clear_object (&all);
      all = joined;
    }
  cr_assert (eq (u32, n_members, marmot_cohort_get_n_members (cohort)));
  cr_assert (eq (u32, n_undetermined, marmot_cohort_get_n_undetermined (cohort)));
  if (all)
    cr_assert (marmot_cohort_equal (all, cohort));
}

Test (cohort_algebra, laws_hold_of_anybody)
{
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (MarmotPersonSet) people = random_people (seed);
      g_autoptr (GPtrArray) cohorts = all_cohorts (people, seed);

      for (guint i = 0; i < cohorts->len; i++)
        {
          MarmotCohort *cohort = cohorts->pdata[i];

          cr_assert (eq (u32, marmot_cohort_get_n_people (cohort), N_RANDOM));
          cr_assert (eq (u32, marmot_cohort_get_n_members (cohort) + marmot_cohort_get_n_undetermined (cohort)
                                  + marmot_cohort_get_n_others (cohort), N_RANDOM));
          check_parts (cohort);
          check_laws (cohort, cohorts->pdata[(i + seed) % cohorts->len]);
        }
    }
}

/* One rule within another: whoever is looked after on the day is so in the period around it,
 * continuous care is care on the day, and short breaks only add. */
Test (cohort_algebra, rules_lie_in_each_other)
{
  for (guint32 seed = 11; seed <= 16; seed++)
    {
      g_autoptr (MarmotPersonSet) people = random_people (seed);
      g_autoptr (GDate) day = cohort_date ("2019-10-01");
      g_autoptr (MarmotPeriod) year = marmot_period_new_year (MARMOT_YEAR_FINANCIAL, 2019, 1, NULL);
      g_autoptr (MarmotCohort) on = marmot_cohort_new_looked_after_on (people, day, FALSE);
      g_autoptr (MarmotCohort) with_breaks = marmot_cohort_new_looked_after_on (people, day, TRUE);
      g_autoptr (MarmotCohort) during = marmot_cohort_new_looked_after_during (people, year, FALSE);
      g_autoptr (MarmotCohort) started = marmot_cohort_new_started_in (people, year);
      g_autoptr (MarmotCohort) continuous
          = marmot_cohort_new_continuously_looked_after (people, day, 12, MARMOT_CONTINUOUS_CARE_ON_THE_DAY, NULL);
      guint n_on = 0;

      for (guint i = 0; i < N_RANDOM; i++)
        {
          if (marmot_cohort_answer_at (on, i) == YES)
            {
              n_on++;
              cr_assert (eq (int, marmot_cohort_answer_at (during, i), YES));
              cr_assert (eq (int, marmot_cohort_answer_at (with_breaks, i), YES));
            }
          if (marmot_cohort_answer_at (during, i) == NO)
            {
              cr_assert (eq (int, marmot_cohort_answer_at (on, i), NO), "%s; %s", marmot_cohort_reason_at (during, i),
                         marmot_cohort_reason_at (on, i));
              cr_assert (ne (int, marmot_cohort_answer_at (started, i), YES));
            }
          if (marmot_cohort_answer_at (continuous, i) == YES)
            cr_assert (eq (int, marmot_cohort_answer_at (on, i), YES));
        }
      cr_assert (gt (u32, n_on, 10));
    }
}

/* Objects on demand are those of the members, and a set of them has the same answers. */
Test (cohort_algebra, members_as_objects_and_as_a_set)
{
  g_autoptr (MarmotPersonSet) people = random_people (21);
  g_autoptr (GDate) day = cohort_date ("2019-10-01");
  g_autoptr (MarmotCohort) cohort = marmot_cohort_new_looked_after_on (people, day, FALSE);
  g_autoptr (MarmotPersonSet) members = marmot_cohort_to_person_set (cohort, NULL);
  g_autoptr (MarmotCohort) again = marmot_cohort_new_looked_after_on (members, day, FALSE);
  g_autoptr (MarmotColumn) rows = marmot_cohort_get_rows (cohort);

  cr_assert (eq (u32, marmot_person_set_get_n_rows (members), marmot_cohort_get_n_members (cohort)));
  cr_assert (eq (u32, marmot_cohort_get_n_members (again), marmot_cohort_get_n_people (again)));
  for (guint i = 0; i < marmot_cohort_get_n_members (cohort); i++)
    {
      g_autoptr (MarmotCareLeaver) one = g_list_model_get_item (G_LIST_MODEL (cohort), i);
      g_autofree char *person = marmot_care_leaver_get_person (one);
      g_autofree char *expected = g_strdup_printf ("P%u", (guint) marmot_column_get_integer (rows, i));

      cr_assert (eq (str, person, expected));
    }
}
