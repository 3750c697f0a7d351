/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/figures.h"

#define NONE G_MININT32

static gint32
day_of (int year,
        int month,
        int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (gint32) g_date_get_julian (&date) - 719163;
}

/* Dates; NONE is null. */
static MarmotColumn *
dates (const gint32 *days,
       gsize n)
{
  g_autofree gboolean *nulls = g_new0 (gboolean, n + 1);
  g_autoptr (MarmotColumn) bare = marmot_column_new_date (days, n);

  for (gsize i = 0; i < n; i++)
    nulls[i] = days[i] == NONE;
  return marmot_column_with_nulls (bare, nulls, n, NULL);
}

static MarmotTable *
episodes_of (const gint32 *from,
             const gint32 *to,
             const gint32 *entered,
             const double *cause,
             gsize n)
{
  const char *names[5] = { "from", "to", NULL };
  MarmotColumn *columns[4] = { dates (from, n), dates (to, n) };
  gsize n_columns = 2;
  MarmotTable *table;

  if (entered)
    {
      names[n_columns] = "entered";
      columns[n_columns++] = dates (entered, n);
    }
  if (cause)
    {
      names[n_columns] = "cause";
      columns[n_columns++] = test_nullable (cause, n);
    }
  names[n_columns] = NULL;
  table = marmot_table_new (names, columns, n_columns, NULL);
  for (gsize i = 0; i < n_columns; i++)
    marmot_column_unref (columns[i]);
  return table;
}

static MarmotTable *
follow (MarmotTable *episodes,
        int year,
        int month,
        int day,
        gboolean skip)
{
  g_autoptr (GDate) extract = g_date_new_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_autoptr (GError) error = NULL;
  MarmotTable *table = marmot_follow_up (episodes, extract, skip, &error);

  g_assert_no_error (error);
  return table;
}

Test (follow_up, knows_what_was_known_at_the_extract)
{
  const gint32 from[] = { day_of (2023, 1, 1), day_of (2023, 1, 1), day_of (2023, 1, 1), NONE, day_of (2023, 1, 10) };
  const gint32 to[] = { day_of (2023, 4, 23), NONE, day_of (2024, 1, 2), day_of (2023, 2, 1), day_of (2023, 1, 1) };
  const double cause[] = { 2, 3, 1, 1, 1 };
  g_autoptr (MarmotTable) episodes = episodes_of (from, to, NULL, cause, 5);
  g_autoptr (MarmotTable) times = follow (episodes, 2023, 12, 31, FALSE);
  const double stop[] = { 112, 364, 364, NAN, -9 }, status[] = { 2, 0, 0, NAN, 1 }, age[] = { 364, 364, 364, NAN, 355 };

  cr_assert (!marmot_table_has_column (times, "start"));
  for (gsize i = 0; i < 5; i++)
    {
      cr_assert (test_same (test_result (times, "stop", i), stop[i]), "%zu", i);
      cr_assert (test_same (test_result (times, "status", i), status[i]), "%zu", i);
      cr_assert (test_same (test_result (times, "age", i), age[i]), "%zu", i);
    }
}

Test (follow_up, late_entry_is_after_the_origin)
{
  const gint32 from[] = { day_of (2020, 1, 1), day_of (2020, 1, 1), day_of (2020, 1, 1) };
  const gint32 to[] = { NONE, NONE, NONE };
  const gint32 entered[] = { day_of (2020, 4, 1), day_of (2019, 4, 1), NONE };
  g_autoptr (MarmotTable) episodes = episodes_of (from, to, entered, NULL, 3);
  g_autoptr (MarmotTable) times = follow (episodes, 2020, 12, 31, FALSE);

  cr_assert (test_result (times, "start", 0) == 91);
  cr_assert (test_result (times, "start", 1) == 0);
  cr_assert (isnan (test_result (times, "start", 2)));
}

/* Without leap days every anniversary is a multiple of 365, over four centuries. */
Test (follow_up, anniversaries)
{
  for (int year = 1896; year < 2110; year += 7)
    for (int month = 1; month <= 12; month++)
      for (int later = 1; later <= 9; later++)
        {
          const gint32 from[] = { day_of (year, month, 1) }, to[] = { day_of (year + later, month, 1) };
          g_autoptr (MarmotTable) episodes = episodes_of (from, to, NULL, NULL, 1);
          g_autoptr (MarmotTable) plain = follow (episodes, 2200, 1, 1, FALSE);
          g_autoptr (MarmotTable) skipped = follow (episodes, 2200, 1, 1, TRUE);

          cr_assert (test_result (skipped, "stop", 0) == 365 * later, "%d-%d: %g", year, month,
                     test_result (skipped, "stop", 0));
          cr_assert (test_result (plain, "stop", 0) == to[0] - from[0]);
        }
}

Test (follow_up, a_leap_day_itself)
{
  const gint32 from[] = { day_of (2020, 2, 28), day_of (2020, 2, 29), day_of (2020, 2, 28) };
  const gint32 to[] = { day_of (2020, 2, 29), day_of (2020, 3, 1), day_of (2020, 3, 1) };
  g_autoptr (MarmotTable) episodes = episodes_of (from, to, NULL, NULL, 3);
  g_autoptr (MarmotTable) times = follow (episodes, 2021, 1, 1, TRUE);

  cr_assert (test_result (times, "stop", 0) == 0);
  cr_assert (test_result (times, "stop", 1) == 1);
  cr_assert (test_result (times, "stop", 2) == 1);
}

Test (follow_up, plain_shares_leave_out_the_young)
{
  const double stop[] = { 100, 112, 113, 20, 30, 150 }, status[] = { 1, 2, 1, 1, 0, 0 };
  const double age[] = { 200, 112, 300, 111, 30, 150 };
  const char *const names[] = { "stop", "status", "age", NULL };
  const double *const columns[] = { stop, status, age };
  g_autoptr (MarmotTable) times = test_figures (names, columns, 6);
  g_autoptr (MarmotTable) share = marmot_shares_within (times, 112, 0, NULL, NULL, NULL);
  g_autoptr (MarmotTable) of_cause = marmot_shares_within (times, 112, 2, NULL, NULL, NULL);
  g_autoptr (MarmotEstimate) wilson = marmot_proportion (2, 4, NULL, NULL);

  cr_assert (test_result (share, "count", 0) == 2 && test_result (share, "denominator", 0) == 4);
  cr_assert (test_result (share, "too_young", 0) == 2);
  cr_assert (test_result (share, "lower", 0) == marmot_estimate_get_lower (wilson));
  cr_assert (test_result (of_cause, "value", 0) == 0.25);
  cr_assert (marmot_table_get_n_columns (share) == 7);
}

Test (follow_up, shares_of_groups_and_bad_rows)
{
  const double stop[] = { 100, NAN, 113 }, status[] = { 1, 1, 1 }, age[] = { 200, 200, 300 }, start[] = { 0, 0, 4 };
  const gint32 codes[] = { 0, 1, 0 };
  const char *const names[] = { "stop", "status", "age", NULL }, *const late[] = { "stop", "status", "age", "start", NULL };
  const double *const columns[] = { stop, status, age, start };
  g_autoptr (MarmotTable) times = test_figures (names, columns, 3);
  g_autoptr (MarmotTable) entered = test_figures (late, columns, 3);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, 3, 2, NULL);
  g_autoptr (MarmotTable) share = marmot_shares_within (times, 112, 0, groups, NULL, NULL);
  GError *error = NULL;

  cr_assert (test_result (share, "value", 0) == 0.5);
  cr_assert (test_status_is (share, "status", 1, MARMOT_STATUS_MISSING));
  cr_assert (isnan (test_result (share, "count", 1)));
  cr_assert (!marmot_shares_within (entered, 112, 0, groups, NULL, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  cr_assert (strstr (error->message, "Row 2") != NULL);
  g_clear_error (&error);
  cr_assert (!marmot_shares_within (times, (double) NAN, 0, groups, NULL, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
}

Test (follow_up, wants_dates)
{
  const double numbers[] = { 1 };
  const char *const names[] = { "from", "to", NULL };
  const double *const columns[] = { numbers, numbers };
  g_autoptr (MarmotTable) table = test_figures (names, columns, 1);
  g_autoptr (GDate) extract = g_date_new_dmy (1, G_DATE_JANUARY, 2020);
  g_autoptr (GDate) none = g_date_new ();
  const gint32 from[] = { 1 };
  g_autoptr (MarmotTable) good = episodes_of (from, from, NULL, NULL, 1);
  GError *error = NULL;

  cr_assert (!marmot_follow_up (table, extract, FALSE, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
  g_clear_error (&error);
  cr_assert (!marmot_follow_up (good, none, FALSE, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
}
