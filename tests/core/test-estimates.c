/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/intervals.h"

/* Three rows at two levels, one of which cannot be computed. */
static MarmotEstimates *
some (double last)
{
  const double x[] = { 3, -1, last };
  const double n[] = { 10, 10, 40 };
  g_autoptr (MarmotColumn) x_column = marmot_column_new_double (x, 3);
  g_autoptr (MarmotColumn) n_column = marmot_column_new_double (n, 3);
  g_autoptr (MarmotIntervalOptions) options = test_options (0.95, 0.998, 100);

  return marmot_proportion_column (x_column, n_column, options, NULL);
}

Test (estimates, columns_outlive_them)
{
  MarmotEstimates *estimates = some (12);
  g_autoptr (MarmotColumn) value = marmot_estimates_get_value (estimates);
  g_autoptr (MarmotColumn) status = marmot_estimates_get_status (estimates);
  g_autoptr (MarmotColumn) upper = marmot_estimates_get_upper (estimates, 1);
  g_autofree char *nick = NULL;

  marmot_estimates_unref (estimates);
  cr_assert (marmot_column_get_double (value, 2) == 30);
  cr_assert (marmot_column_get_double (upper, 2) > 30);
  nick = marmot_column_get_text (status, 1);
  cr_assert_str_eq (nick, "negative-count");
}

Test (estimates, what_is_not_computed_is_null)
{
  g_autoptr (MarmotEstimates) estimates = some (12);
  MarmotColumn *columns[5];
  g_autoptr (MarmotColumn) status = marmot_estimates_get_status (estimates);

  test_numbers_of (estimates, columns);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      cr_assert (marmot_column_get_n_nulls (columns[i]) == 1);
      cr_assert (marmot_column_is_null (columns[i], 1));
      cr_assert (isnan (marmot_column_get_double (columns[i], 1)));
    }
  test_numbers_free (columns);
  cr_assert (marmot_column_get_n_nulls (status) == 0);
  cr_assert (marmot_column_get_column_type (status) == MARMOT_COLUMN_DICTIONARY);
}

Test (estimates, say_what_they_are)
{
  g_autoptr (MarmotEstimates) estimates = some (12);
  g_autofree char *text = marmot_estimates_to_string (estimates);

  cr_assert_str_eq (text, "3 estimates (95%, 99.8%, wilson)");
  cr_assert (marmot_estimates_get_length (estimates) == 3);
  cr_assert (marmot_estimates_get_n_levels (estimates) == 2);
  cr_assert (marmot_estimates_get_confidence (estimates, 1) == 0.998);
  cr_assert (marmot_estimates_get_method (estimates) == MARMOT_METHOD_WILSON);
}

Test (estimates, equality_and_hash)
{
  g_autoptr (MarmotEstimates) a = some (12);
  g_autoptr (MarmotEstimates) b = some (12);
  g_autoptr (MarmotEstimates) c = some (13);

  cr_assert (marmot_estimates_equal (a, b));
  cr_assert (marmot_estimates_hash (a) == marmot_estimates_hash (b));
  cr_assert_not (marmot_estimates_equal (a, c));
  cr_assert (marmot_estimates_hash (a) != marmot_estimates_hash (c));
}

Test (estimates, equality_sees_levels_methods_and_lengths)
{
  const double x[] = { 12, 12 }, n[] = { 40, 40 };
  g_autoptr (MarmotColumn) two_x = marmot_column_new_double (x, 2);
  g_autoptr (MarmotColumn) two_n = marmot_column_new_double (n, 2);
  g_autoptr (MarmotColumn) one_x = marmot_column_new_double (x, 1);
  g_autoptr (MarmotColumn) one_n = marmot_column_new_double (n, 1);
  g_autoptr (MarmotIntervalOptions) narrow = test_options (0.9, (double) NAN, 0);
  g_autoptr (MarmotIntervalOptions) twice = test_options (0.95, 0.998, 0);
  g_autoptr (MarmotIntervalOptions) byar = test_options (0.95, (double) NAN, 0);
  g_autoptr (MarmotEstimates) plain = marmot_rate_column (two_x, two_n, NULL, NULL);
  g_autoptr (MarmotEstimates) shorter = marmot_rate_column (one_x, one_n, NULL, NULL);
  g_autoptr (MarmotEstimates) other_level = marmot_rate_column (two_x, two_n, narrow, NULL);
  g_autoptr (MarmotEstimates) two_levels = marmot_rate_column (two_x, two_n, twice, NULL);
  g_autoptr (MarmotEstimates) other_method = NULL;

  marmot_interval_options_set_method (byar, MARMOT_METHOD_BYAR);
  other_method = marmot_rate_column (two_x, two_n, byar, NULL);

  cr_assert (marmot_estimates_equal (plain, plain));
  cr_assert_not (marmot_estimates_equal (plain, shorter));
  cr_assert_not (marmot_estimates_equal (plain, other_level));
  cr_assert_not (marmot_estimates_equal (plain, two_levels));
  cr_assert_not (marmot_estimates_equal (plain, other_method));
}

Test (estimates, bytes_come_back_the_same)
{
  g_autoptr (MarmotEstimates) a = some (12);
  g_autoptr (GBytes) bytes = marmot_estimates_serialize (a);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotEstimates) b = marmot_estimates_deserialize (bytes, &error);
  g_autoptr (MarmotColumn) value = NULL;

  g_assert_no_error (error);
  cr_assert (marmot_estimates_equal (a, b));
  value = marmot_estimates_get_value (b);
  cr_assert (marmot_column_is_null (value, 1));
}

Test (estimates, none_at_all_come_back_too)
{
  g_autoptr (MarmotColumn) empty = marmot_column_new_double (NULL, 0);
  g_autoptr (MarmotEstimates) a = marmot_rate_column (empty, empty, NULL, NULL);
  g_autoptr (GBytes) bytes = marmot_estimates_serialize (a);
  g_autoptr (MarmotEstimates) b = marmot_estimates_deserialize (bytes, NULL);

  cr_assert (b != NULL);
  cr_assert (marmot_estimates_equal (a, b));
}

Test (estimates, damaged_bytes_are_refused)
{
  g_autoptr (MarmotEstimates) a = some (12);
  g_autoptr (MarmotEstimate) single = marmot_proportion (3, 10, NULL, NULL);
  g_autoptr (GBytes) bytes = marmot_estimates_serialize (a);
  g_autoptr (GBytes) of_one = marmot_estimate_serialize (single);
  g_autoptr (GError) other = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize cut = 0; cut < size; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, cut);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotEstimates) b = marmot_estimates_deserialize (part, &error);

      cr_assert (b == NULL, "cut at %zu", cut);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
    }

  cr_assert (marmot_estimates_deserialize (of_one, &other) == NULL);
  cr_assert (g_error_matches (other, MARMOT_ERROR, MARMOT_ERROR_PARSE));
}

/* A bit turned anywhere is refused, or read as other estimates, and never more. */
Test (estimates, a_turned_bit_does_no_harm)
{
  g_autoptr (MarmotEstimates) a = some (12);
  g_autoptr (GBytes) bytes = marmot_estimates_serialize (a);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint n_refused = 0;

  for (gsize bit = 0; bit < 8 * size; bit++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) turned = NULL;
      g_autoptr (MarmotEstimates) b = NULL;
      g_autofree char *text = NULL;

      copy[bit / 8] ^= (guint8) (1 << (bit % 8));
      turned = g_bytes_new (copy, size);
      b = marmot_estimates_deserialize (turned, NULL);
      if (b)
        text = marmot_estimates_to_string (b);
      else
        n_refused++;
    }
  cr_assert (n_refused > 0);
}

Test (estimates, a_row_that_is_not_there_is_a_mistake_of_the_caller, .signal = SIGTRAP)
{
  g_autoptr (MarmotEstimates) estimates = some (12);

  marmot_estimate_unref (marmot_estimates_get_estimate (estimates, 3));
}

static MarmotEstimates *
of_levels (const double *levels,
      gsize n_levels)
{
  double counts[] = { 5, 7, -1, 3 };
  double totals[] = { 10, 20, 30, 40 };
  g_autoptr (MarmotColumn) x = marmot_column_new_double (counts, 4);
  g_autoptr (MarmotColumn) n = marmot_column_new_double (totals, 4);
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();

  cr_assert (marmot_interval_options_set_levels (options, levels, n_levels, NULL));
  return marmot_proportion_column (x, n, options, NULL);
}

Test (estimates, become_a_table_of_named_columns)
{
  double levels[] = { 0.95, 0.998, 0.95 };
  g_autoptr (MarmotEstimates) estimates = of_levels (levels, 3);
  g_autoptr (MarmotTable) table = marmot_estimates_to_table (estimates);
  g_autoptr (MarmotColumn) upper = marmot_table_get_column_by_name (table, "upper_99.8");
  g_autoptr (MarmotColumn) expected = marmot_estimates_get_upper (estimates, 1);
  g_auto (GStrv) names = marmot_table_get_names (table);
  g_autofree char *joined = g_strjoinv (" ", names);

  cr_assert_str_eq (joined, "value lower_95 upper_95 lower_99.8 upper_99.8 lower_95_3 upper_95_3 status");
  cr_assert (marmot_table_get_n_rows (table) == 4);
  cr_assert (upper == expected);
  cr_assert (marmot_column_is_null (upper, 2));
}

Test (estimates, of_one_level_need_no_level_in_their_names)
{
  double level = 0.998;
  g_autoptr (MarmotEstimates) estimates = of_levels (&level, 1);
  g_autoptr (MarmotTable) table = marmot_estimates_to_table (estimates);
  g_auto (GStrv) names = marmot_table_get_names (table);
  g_autofree char *joined = g_strjoinv (" ", names);

  cr_assert_str_eq (joined, "value lower upper status");
}

Test (estimates, slices_are_the_same_estimates)
{
  double level = 0.95;
  g_autoptr (MarmotEstimates) estimates = of_levels (&level, 1);

  for (gsize first = 0; first <= 4; first++)
    for (gsize n_rows = 0; n_rows <= 4 - first; n_rows++)
      {
        g_autoptr (MarmotEstimates) slice = marmot_estimates_slice (estimates, first, n_rows);
        g_autoptr (MarmotEstimates) again = marmot_estimates_slice (estimates, first, n_rows);
        g_autoptr (GBytes) bytes = marmot_estimates_serialize (slice);
        g_autoptr (MarmotEstimates) back = marmot_estimates_deserialize (bytes, NULL);

        cr_assert (marmot_estimates_get_length (slice) == n_rows);
        for (gsize row = 0; row < n_rows; row++)
          {
            g_autoptr (MarmotEstimate) a = marmot_estimates_get_estimate (slice, row);
            g_autoptr (MarmotEstimate) b = marmot_estimates_get_estimate (estimates, first + row);

            cr_assert (marmot_estimate_equal (a, b), "row %zu from %zu", row, first);
          }
        cr_assert (back != NULL);
        cr_assert (marmot_estimates_equal (slice, back));
        cr_assert (marmot_estimates_hash (slice) == marmot_estimates_hash (again));
      }
}
