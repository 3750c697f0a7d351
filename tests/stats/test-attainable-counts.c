/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>

#include "support/figures.h"

static gint64
attain (double percent,
        guint decimals,
        gint64 n,
        gint64 *first,
        gint64 *last)
{
  g_autoptr (GError) error = NULL;
  gint64 counts = marmot_attainable_counts (percent, decimals, n, first, last, &error);

  g_assert_no_error (error);
  return counts;
}

/* Percentages that councils printed, or might have, with the numbers beside them. */
Test (attainable_counts, of_printed_percentages)
{
  const struct
  {
    double percent;
    guint decimals;
    gint64 n, first, last;
  } cases[] = {
    { 37, 0, 39, 15, 14 },
    { 50, 0, 39, 20, 19 },
    { 83, 0, 61, 51, 50 },
    { 37, 0, 38, 14, 14 },
    { 23, 0, 39, 9, 9 },
    { 99, 0, 389, 384, 387 },
    { 54, 0, 2739, 1466, 1492 },
    { 16.9, 1, 2780, 469, 471 },
    { 48, 0, 40, 19, 19 },
    { 53, 0, 40, 21, 21 },
    { 0, 0, 7, 0, 0 },
    { 0, 0, 1000, 0, 5 },
    { 100, 0, 7, 7, 7 },
    { 100, 0, 1000, 995, 1000 },
    { 37.0, 1, 100, 37, 37 },
    { 33.333333, 6, 3, 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 first, last;
      gint64 counts = attain (cases[i].percent, cases[i].decimals, cases[i].n, &first, &last);

      cr_assert (first == cases[i].first && last == cases[i].last, "case %zu: %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT,
                 i, first, last);
      cr_assert (counts == last - first + 1);
    }
}

/* Every count is among those that its own percentage gives, ties both ways. */
Test (attainable_counts, hold_the_count_that_was_printed)
{
  for (gint64 n = 1; n <= 201; n++)
    for (gint64 k = 0; k <= n; k++)
      {
        gint64 first, last, down = 200 * k / (2 * n);
        gint64 twice = 200 * k - 2 * n * down;

        /* 100 k / n is down + twice / (2 n); a tie is where that is a half. */
        if (twice <= n)
          {
            attain ((double) down, 0, n, &first, &last);
            cr_assert (first <= k && k <= last);
          }
        if (twice >= n)
          {
            attain ((double) down + 1, 0, n, &first, &last);
            cr_assert (first <= k && k <= last);
          }
        if (twice < n)
          {
            attain (MIN ((double) down + 1, 100), 0, n, &first, &last);
            cr_assert (down == 100 || !(first <= k && k <= last));
          }
      }
}

/* At the largest numbers that are taken. */
Test (attainable_counts, are_exact_at_the_end)
{
  gint64 first, last;

  cr_assert (attain (99.999999, 6, 10000000000, &first, &last) == 101);
  cr_assert (first == 9999999850 && last == 9999999950);
}

Test (attainable_counts, refuses_what_is_no_percentage)
{
  const double percents[] = { -1, 100.5, (double) NAN, (double) INFINITY, 37.5, 50, 50, 50 };
  const guint decimals[] = { 0, 1, 0, 0, 0, 7, 0, 0 };
  const gint64 numbers[] = { 10, 10, 10, 10, 10, 10, 0, 10000000001 };

  for (gsize i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 first, last;

      cr_assert (marmot_attainable_counts (percents[i], decimals[i], numbers[i], &first, &last, &error) == -1);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT), "case %zu", i);
    }
}

Test (attainable_counts, in_columns_each_row_for_itself)
{
  const double percents[] = { 37, 37, 99, (double) NAN, 150, (double) INFINITY };
  const double decimals[] = { 0, 0, 0, 0, 0, 0 };
  const double numbers[] = { 39, 38, 389, 10, 10, 10 };
  const MarmotStatus statuses[] = { MARMOT_STATUS_NOT_ATTAINABLE, MARMOT_STATUS_OK, MARMOT_STATUS_OK,
                                    MARMOT_STATUS_MISSING, MARMOT_STATUS_OUT_OF_RANGE, MARMOT_STATUS_NOT_FINITE };
  g_autoptr (MarmotColumn) percent = test_nullable (percents, 6);
  g_autoptr (MarmotColumn) decimal = test_nullable (decimals, 6);
  g_autoptr (MarmotColumn) n = test_nullable (numbers, 6);
  g_autoptr (MarmotColumn) short_n = test_nullable (numbers, 5);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) result = marmot_attainable_counts_column (percent, decimal, n, &error);
  g_autoptr (MarmotColumn) first = NULL, last = NULL, counts = NULL;

  g_assert_no_error (error);
  first = marmot_table_get_column_by_name (result, "first");
  last = marmot_table_get_column_by_name (result, "last");
  counts = marmot_table_get_column_by_name (result, "counts");
  for (gsize i = 0; i < 6; i++)
    {
      cr_assert (test_status_is (result, "status", i, statuses[i]));
      cr_assert (marmot_column_is_null (first, i) == (statuses[i] != MARMOT_STATUS_OK));
      cr_assert (marmot_column_is_null (last, i) == (statuses[i] != MARMOT_STATUS_OK));
      cr_assert (marmot_column_is_null (counts, i) == (i > 2));
    }
  cr_assert (marmot_column_get_integer (counts, 0) == 0);
  cr_assert (marmot_column_get_integer (first, 1) == 14);
  cr_assert (marmot_column_get_integer (last, 2) == 387);
  cr_assert (marmot_column_get_integer (counts, 2) == 4);

  cr_assert (marmot_attainable_counts_column (percent, decimal, short_n, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
}
