/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For tests of statistics of the form "count over denominator, with limits":
 * what holds for each of them, whichever it is.
 */
#pragma once

#include <marmot/marmot.h>

#include "support/table.h"

typedef MarmotEstimate *(*TestScalar) (double                  x,
                                       double                  n,
                                       MarmotIntervalOptions  *options,
                                       GError                **error);
typedef MarmotEstimates *(*TestColumn) (MarmotColumn           *x,
                                        MarmotColumn           *n,
                                        MarmotIntervalOptions  *options,
                                        GError                **error);
typedef MarmotEstimates *(*TestGrouped) (MarmotColumn           *x,
                                         MarmotColumn           *n,
                                         MarmotGroups           *groups,
                                         MarmotIntervalOptions  *options,
                                         GError                **error);

/* Options for one or, where the second level is not NaN, two levels. */
static inline MarmotIntervalOptions *
test_options (double level1,
              double level2,
              double multiplier)
{
  MarmotIntervalOptions *options = marmot_interval_options_new ();
  double levels[] = { level1, level2 };
  g_autoptr (GError) error = NULL;

  marmot_interval_options_set_levels (options, levels, isnan (level2) ? 1 : 2, &error);
  g_assert_no_error (error);
  marmot_interval_options_set_multiplier (options, multiplier);
  return options;
}

/* The value, and lower and upper of the first two levels: all the numbers. */
static inline void
test_numbers_of (const MarmotEstimates *estimates,
                 MarmotColumn          *columns[5])
{
  columns[0] = marmot_estimates_get_value (estimates);
  for (guint i = 0; i < 2; i++)
    {
      columns[1 + 2 * i] = marmot_estimates_get_lower (estimates, i);
      columns[2 + 2 * i] = marmot_estimates_get_upper (estimates, i);
    }
}

static inline void
test_numbers_free (MarmotColumn *columns[5])
{
  for (int i = 0; i < 5; i++)
    marmot_column_unref (columns[i]);
}

/* Row by row, an estimate and a row of a column hold the same bits. */
static inline void
test_row_is_estimate (const MarmotEstimates *estimates,
                      gsize                  row,
                      const MarmotEstimate  *one)
{
  g_autoptr (MarmotColumn) value = marmot_estimates_get_value (estimates);
  g_autoptr (MarmotColumn) status = marmot_estimates_get_status (estimates);
  g_autofree char *nick = marmot_column_get_text (status, row);
  gboolean ok = marmot_estimate_get_status (one) == MARMOT_STATUS_OK;

  cr_assert (test_same (marmot_column_get_double (value, row), marmot_estimate_get_value (one)),
             "value of row %zu", row);
  cr_assert (marmot_column_is_null (value, row) == !ok, "null of row %zu", row);
  cr_assert (g_str_equal (nick, marmot_status_to_nick (marmot_estimate_get_status (one))),
             "status of row %zu: %s", row, nick);
  cr_assert (marmot_estimates_get_n_levels (estimates) == marmot_estimate_get_n_levels (one));
  for (guint i = 0; i < marmot_estimates_get_n_levels (estimates); i++)
    {
      g_autoptr (MarmotColumn) lower = marmot_estimates_get_lower (estimates, i);
      g_autoptr (MarmotColumn) upper = marmot_estimates_get_upper (estimates, i);
      double level, l, u;

      marmot_estimate_get_level (one, i, &level, &l, &u);
      cr_assert (test_same (marmot_estimates_get_confidence (estimates, i), level));
      cr_assert (test_same (marmot_column_get_double (lower, row), l), "lower of row %zu", row);
      cr_assert (test_same (marmot_column_get_double (upper, row), u), "upper of row %zu", row);
    }
}

static inline void
test_estimate_is (const MarmotEstimate *e,
                  const TestTable      *table,
                  guint                 row,
                  double                tolerance)
{
  const char *name = test_table_text (table, row, "case");
  double lower, upper;

  cr_assert (test_near (marmot_estimate_get_value (e), test_table_number (table, row, "value"), tolerance),
             "value of case %s: %.17g", name, marmot_estimate_get_value (e));
  cr_assert (test_near (marmot_estimate_get_lower (e), test_table_number (table, row, "lower1"), tolerance),
             "lower of case %s: %.17g", name, marmot_estimate_get_lower (e));
  cr_assert (test_near (marmot_estimate_get_upper (e), test_table_number (table, row, "upper1"), tolerance),
             "upper of case %s: %.17g", name, marmot_estimate_get_upper (e));
  if (!marmot_estimate_get_level (e, 1, NULL, &lower, &upper))
    return;
  cr_assert (test_near (lower, test_table_number (table, row, "lower2"), tolerance),
             "second lower of case %s: %.17g", name, lower);
  cr_assert (test_near (upper, test_table_number (table, row, "upper2"), tolerance),
             "second upper of case %s: %.17g", name, upper);
}

/* Every row of a file of the peer, alone and as a row of the column of them all. */
static inline void
test_against_reference (const char *file,
                        TestScalar  scalar,
                        TestColumn  column)
{
  g_autoptr (TestTable) table = test_table_load (file);
  g_autofree double *x = test_table_numbers (table, "x");
  g_autofree double *n = test_table_numbers (table, "n");
  g_autoptr (MarmotColumn) all_x = marmot_column_new_double (x, table->rows->len);
  g_autoptr (MarmotColumn) all_n = marmot_column_new_double (n, table->rows->len);
  guint n_refused = 0, n_two_levels = 0, n_missing = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      double level1 = test_table_number (table, row, "level1");
      double level2 = test_table_number (table, row, "level2");
      g_autoptr (MarmotIntervalOptions) options = NULL;
      g_autoptr (MarmotEstimate) one = NULL;
      g_autoptr (MarmotEstimates) many = NULL;
      g_autoptr (MarmotEstimate) of_many = NULL;
      g_autoptr (GError) error = NULL;

      if (level1 == 1)
        {
          options = marmot_interval_options_new ();
          marmot_interval_options_set_confidence (options, level1);
          cr_assert (scalar (x[row], n[row], options, &error) == NULL);
          cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
          n_refused++;
          continue;
        }

      options = test_options (level1, level2, test_table_number (table, row, "multiplier"));
      one = scalar (x[row], n[row], options, &error);
      g_assert_no_error (error);
      /* The peer works 1 − α/2 out first, and loses what the difference loses. */
      test_estimate_is (one, table, row, level1 > 0.99999 ? 1e-9 : 1e-12);

      /* The peer's NA is a number that is not one here, in C's plain doubles. */
      if (isnan (x[row]) || isnan (n[row]))
        {
          cr_assert (marmot_estimate_get_status (one) == MARMOT_STATUS_NOT_FINITE);
          n_missing++;
        }
      n_two_levels += !isnan (level2);

      many = column (all_x, all_n, options, &error);
      g_assert_no_error (error);
      cr_assert (marmot_estimates_get_length (many) == table->rows->len);
      test_row_is_estimate (many, row, one);
      of_many = marmot_estimates_get_estimate (many, row);
      cr_assert (test_same (marmot_estimate_get_value (of_many), marmot_estimate_get_value (one)));
      cr_assert (test_same (marmot_estimate_get_lower (of_many), marmot_estimate_get_lower (one)));
      cr_assert (test_same (marmot_estimate_get_upper (of_many), marmot_estimate_get_upper (one)));
    }

  /* The file holds all kinds of rows that this goes through. */
  cr_assert (n_two_levels > 0 && n_missing > 0);
  cr_log_info ("%u rows, %u refused", table->rows->len, n_refused);
}

/* Counts and denominators of every size, whole and not, from a seed: mostly good
 * and now and then impossible. */
static inline void
test_random_rows (guint32  seed,
                  gsize    n_rows,
                  double **x,
                  double **n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  *x = g_new (double, n_rows);
  *n = g_new (double, n_rows);
  for (gsize i = 0; i < n_rows; i++)
    {
      double scale = exp (g_rand_double_range (rand, 0, 25));
      double count = floor (g_rand_double (rand) * scale);
      int odd = g_rand_int_range (rand, 0, 40);

      (*n)[i] = floor (scale) + 1;
      (*x)[i] = MIN (count, (*n)[i]);
      switch (odd)
        {
        case 0:
          (*x)[i] = 0;
          break;
        case 1:
          (*x)[i] = (*n)[i];
          break;
        case 2:
          (*x)[i] = 9.5 < (*n)[i] ? 9.5 : 0.5;
          break;
        case 3:
          (*n)[i] = 0;
          break;
        case 4:
          (*x)[i] = -1;
          break;
        case 5:
          (*x)[i] = (double) NAN;
          break;
        case 6:
          (*n)[i] = (double) INFINITY;
          break;
        case 7:
          (*x)[i] = g_rand_int_range (rand, 0, 12);
          (*n)[i] += 12;
          break;
        default:
          break;
        }
    }
}

/* However the rows are cut into columns, and one by one, the bits are the same:
 * vector loops and what is left over of them, blocks and their borders. */
static inline void
test_cutting_changes_nothing (TestScalar   scalar,
                              TestColumn   column,
                              MarmotMethod method,
                              gsize        n_rows)
{
  const gsize sizes[] = { 1, 3, 7, 1000, 1023, 1024, 1025, 2048 };
  g_autofree double *x = NULL;
  g_autofree double *n = NULL;
  g_autoptr (MarmotIntervalOptions) options = test_options (0.95, 0.998, 1000);
  g_autoptr (MarmotColumn) all_x = NULL;
  g_autoptr (MarmotColumn) all_n = NULL;
  g_autoptr (MarmotEstimates) whole = NULL;
  MarmotColumn *columns[5];

  marmot_interval_options_set_method (options, method);
  test_random_rows (2010, n_rows, &x, &n);
  all_x = marmot_column_new_double (x, n_rows);
  all_n = marmot_column_new_double (n, n_rows);
  whole = column (all_x, all_n, options, NULL);
  test_numbers_of (whole, columns);

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (gsize first = 0; first < n_rows; first += sizes[s])
      {
        gsize size = MIN (sizes[s], n_rows - first);
        g_autoptr (MarmotColumn) part_x = marmot_column_new_double (x + first, size);
        g_autoptr (MarmotColumn) part_n = marmot_column_new_double (n + first, size);
        g_autoptr (MarmotEstimates) part = column (part_x, part_n, options, NULL);
        MarmotColumn *parts[5];

        test_numbers_of (part, parts);
        for (gsize c = 0; c < G_N_ELEMENTS (parts); c++)
          for (gsize i = 0; i < size; i++)
            cr_assert (test_same (marmot_column_get_double (parts[c], i),
                                  marmot_column_get_double (columns[c], first + i)),
                       "row %zu in parts of %zu", first + i, sizes[s]);
        test_numbers_free (parts);
      }
  test_numbers_free (columns);

  for (gsize row = 0; row < n_rows; row += 11)
    {
      g_autoptr (MarmotEstimate) one = scalar (x[row], n[row], options, NULL);

      test_row_is_estimate (whole, row, one);
    }
}

/* What any interval must do: hold the value, widen with confidence, scale with
 * the multiplier, and stay in order. */
static inline void
test_intervals_behave (TestColumn   column,
                       MarmotMethod method,
                       double       highest)
{
  const double levels[] = { 0.1, 0.5, 0.8, 0.9, 0.95, 0.99, 0.998, 0.9999, 0.9999999 };
  const gsize n_rows = 3000;
  g_autofree double *x = NULL;
  g_autofree double *n = NULL;
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autoptr (MarmotColumn) x_column = NULL;
  g_autoptr (MarmotColumn) n_column = NULL;
  g_autoptr (MarmotEstimates) estimates = NULL;
  g_autoptr (MarmotColumn) value = NULL;
  gsize n_good = 0;

  cr_assert (marmot_interval_options_set_levels (options, levels, G_N_ELEMENTS (levels), NULL));
  marmot_interval_options_set_multiplier (options, 1);
  marmot_interval_options_set_method (options, method);
  test_random_rows (2020, n_rows, &x, &n);
  x_column = marmot_column_new_double (x, n_rows);
  n_column = marmot_column_new_double (n, n_rows);
  estimates = column (x_column, n_column, options, NULL);
  value = marmot_estimates_get_value (estimates);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (MarmotColumn) lower = marmot_estimates_get_lower (estimates, i);
      g_autoptr (MarmotColumn) upper = marmot_estimates_get_upper (estimates, i);
      g_autoptr (MarmotColumn) before_lower = i > 0 ? marmot_estimates_get_lower (estimates, i - 1) : NULL;
      g_autoptr (MarmotColumn) before_upper = i > 0 ? marmot_estimates_get_upper (estimates, i - 1) : NULL;

      for (gsize row = 0; row < n_rows; row++)
        {
          double v = marmot_column_get_double (value, row);
          double l = marmot_column_get_double (lower, row);
          double u = marmot_column_get_double (upper, row);
          double slack = 1e-15 * v;

          cr_assert (isnan (v) == isnan (l) && isnan (v) == isnan (u), "row %zu", row);
          if (isnan (v))
            continue;
          n_good++;
          cr_assert (l >= 0 && u <= highest, "row %zu: %g to %g", row, l, u);
          /* Byar's is an approximation: with two events or fewer its interval at
           * a level as low as 10% may miss the value. Jeffreys' is about a median. */
          if ((method != MARMOT_METHOD_BYAR && method != MARMOT_METHOD_JEFFREYS) || levels[i] >= 0.5)
            cr_assert (l <= v + slack && v <= u + slack, "row %zu at %g: %.17g in %.17g to %.17g", row,
                       levels[i], v, l, u);
          if (i == 0)
            continue;
          cr_assert (l <= marmot_column_get_double (before_lower, row) + slack, "row %zu", row);
          cr_assert (u >= marmot_column_get_double (before_upper, row) - slack, "row %zu", row);
        }
    }
  cr_assert (n_good > n_rows);
}

typedef struct
{
  double x;
  double n;
  MarmotStatus status;
} TestStatusCase;

/* One by one and in a column, where a null stands first and last. */
static inline void
test_statuses (const TestStatusCase *cases,
               gsize                 n_cases,
               TestScalar            scalar,
               TestColumn            column)
{
  g_autofree double *x = g_new (double, n_cases + 2);
  g_autofree double *n = g_new (double, n_cases + 2);
  g_autofree gboolean *nulls = g_new (gboolean, n_cases + 2);
  g_autoptr (MarmotColumn) x_bare = NULL;
  g_autoptr (MarmotColumn) n_bare = NULL;
  g_autoptr (MarmotColumn) x_column = NULL;
  g_autoptr (MarmotColumn) n_column = NULL;
  g_autoptr (MarmotEstimates) many = NULL;
  g_autoptr (MarmotColumn) status = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  for (gsize i = 0; i < n_cases + 2; i++)
    {
      gboolean real = i > 0 && i <= n_cases;

      x[i] = real ? cases[i - 1].x : 1;
      n[i] = real ? cases[i - 1].n : 2;
      nulls[i] = !real;
    }
  x_bare = marmot_column_new_double (x, n_cases + 2);
  n_bare = marmot_column_new_double (n, n_cases + 2);
  x_column = marmot_column_with_nulls (x_bare, nulls, n_cases + 2, NULL);
  n_column = marmot_column_with_nulls (n_bare, nulls, n_cases + 2, NULL);
  many = column (x_column, n_bare, NULL, NULL);

  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (MarmotEstimate) one = scalar (cases[i].x, cases[i].n, NULL, NULL);

      cr_assert (marmot_estimate_get_status (one) == cases[i].status, "%g of %g is %s", cases[i].x,
                 cases[i].n, marmot_status_to_nick (marmot_estimate_get_status (one)));
      cr_assert (isnan (marmot_estimate_get_value (one)) == (cases[i].status != MARMOT_STATUS_OK));
      cr_assert (isnan (marmot_estimate_get_lower (one)) == (cases[i].status != MARMOT_STATUS_OK));
      cr_assert (isnan (marmot_estimate_get_upper (one)) == (cases[i].status != MARMOT_STATUS_OK));
      cr_assert (isnan (marmot_estimate_get_value (one)) || !signbit (marmot_estimate_get_value (one)));
      cr_assert (isnan (marmot_estimate_get_lower (one)) || !signbit (marmot_estimate_get_lower (one)));
      test_row_is_estimate (many, i + 1, one);
    }

  status = marmot_estimates_get_status (many);
  first = marmot_column_get_text (status, 0);
  last = marmot_column_get_text (status, n_cases + 1);
  cr_assert (g_str_equal (first, "missing") && g_str_equal (last, "missing"));

  /* A null in the denominator is one as well. */
  {
    g_autoptr (MarmotEstimates) other = column (x_bare, n_column, NULL, NULL);

    cr_assert (marmot_estimates_equal (many, other));
  }
}

/* An error of this code, with a text, and no result. */
static inline void
test_refused (gconstpointer result,
              GError      **error,
              MarmotError   code)
{
  cr_assert (result == NULL);
  cr_assert (g_error_matches (*error, MARMOT_ERROR, (int) code), "%s", *error ? (*error)->message : "no error");
  cr_assert ((*error)->message[0] != '\0');
  g_clear_error (error);
}

/* Requests that would make every row wrong are errors, on all three paths. */
static inline void
test_requests (TestScalar   scalar,
               TestColumn   column,
               TestGrouped  grouped,
               MarmotMethod foreign)
{
  const double bad_levels[] = { 0, 1, -0.5, 1.5, 95, (double) NAN, (double) INFINITY };
  const double bad_multipliers[] = { -1, -0.001, (double) NAN, (double) INFINITY, -(double) INFINITY };
  const double one[] = { 1, 2 };
  const gint32 codes[] = { 0, 0 };
  const char *const words[] = { "one", "two", NULL };
  g_autoptr (MarmotColumn) x = marmot_column_new_double (one, 2);
  g_autoptr (MarmotColumn) shorter = marmot_column_new_double (one, 1);
  g_autoptr (MarmotColumn) text = marmot_column_new_text (words);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, 2, 1, NULL);
  g_autoptr (MarmotGroups) few = marmot_groups_new_from_codes (codes, 1, 1, NULL);
  GError *error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (bad_levels) + G_N_ELEMENTS (bad_multipliers) + 1; i++)
    {
      g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();

      if (i < G_N_ELEMENTS (bad_levels))
        marmot_interval_options_set_confidence (options, bad_levels[i]);
      else if (i < G_N_ELEMENTS (bad_levels) + G_N_ELEMENTS (bad_multipliers))
        marmot_interval_options_set_multiplier (options, bad_multipliers[i - G_N_ELEMENTS (bad_levels)]);
      else
        marmot_interval_options_set_method (options, foreign);

      test_refused (scalar (1, 2, options, &error), &error, MARMOT_ERROR_INVALID_ARGUMENT);
      test_refused (column (x, x, options, &error), &error, MARMOT_ERROR_INVALID_ARGUMENT);
      test_refused (grouped (x, x, groups, options, &error), &error, MARMOT_ERROR_INVALID_ARGUMENT);
    }

  test_refused (column (x, shorter, NULL, &error), &error, MARMOT_ERROR_LENGTH);
  test_refused (column (shorter, x, NULL, &error), &error, MARMOT_ERROR_LENGTH);
  test_refused (grouped (x, shorter, groups, NULL, &error), &error, MARMOT_ERROR_LENGTH);
  test_refused (grouped (x, x, few, NULL, &error), &error, MARMOT_ERROR_LENGTH);
  test_refused (column (text, x, NULL, &error), &error, MARMOT_ERROR_TYPE);
  test_refused (column (x, text, NULL, &error), &error, MARMOT_ERROR_TYPE);
  test_refused (grouped (x, text, groups, NULL, &error), &error, MARMOT_ERROR_TYPE);
}

/* Nothing in, nothing out, and whole numbers in give what doubles give. */
static inline void
test_columns_of_other_kinds (TestColumn column)
{
  const double x[] = { 0, 3, 12, -1 };
  const double n[] = { 10, 10, 40, 10 };
  const gint64 x_whole[] = { 0, 3, 12, -1 };
  const gint64 n_whole[] = { 10, 10, 40, 10 };
  g_autoptr (MarmotColumn) x_column = marmot_column_new_double (x, 4);
  g_autoptr (MarmotColumn) n_column = marmot_column_new_double (n, 4);
  g_autoptr (MarmotColumn) x_integers = marmot_column_new_integer (x_whole, 4);
  g_autoptr (MarmotColumn) n_integers = marmot_column_new_integer (n_whole, 4);
  g_autoptr (MarmotColumn) empty = marmot_column_new_double (NULL, 0);
  g_autoptr (MarmotEstimates) doubles = column (x_column, n_column, NULL, NULL);
  g_autoptr (MarmotEstimates) integers = column (x_integers, n_integers, NULL, NULL);
  g_autoptr (MarmotEstimates) mixed = column (x_integers, n_column, NULL, NULL);
  g_autoptr (MarmotEstimates) none = column (empty, empty, NULL, NULL);

  cr_assert (marmot_estimates_equal (doubles, integers));
  cr_assert (marmot_estimates_equal (doubles, mixed));
  cr_assert (marmot_estimates_get_length (none) == 0);
}
