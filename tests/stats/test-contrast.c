/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Two proportions and two rates: known answers, and what holds of all of them.
 */
#include <criterion/criterion.h>

#include "support/contrasts.h"

typedef struct
{
  const char *measure;
  TestContrast scalar;
  TestContrastColumn column;
  gboolean is_ratio;
  gboolean is_rate;
  const char *methods[3];
  const char *tests[3];
} Measure;

static const Measure measures[] = {
  { "proportion_difference", marmot_proportion_difference, marmot_proportion_difference_column, FALSE, FALSE,
    { "newcombe", "miettinen-nurminen", "normal" }, { "chi-squared", "chi-squared-n-1", "chi-squared" } },
  { "proportion_ratio", marmot_proportion_ratio, marmot_proportion_ratio_column, TRUE, FALSE,
    { "miettinen-nurminen", "koopman", "katz" }, { "chi-squared-n-1", "chi-squared", "chi-squared" } },
  { "odds_ratio", marmot_odds_ratio, marmot_odds_ratio_column, TRUE, FALSE,
    { "miettinen-nurminen", "woolf", NULL }, { "chi-squared-n-1", "chi-squared", NULL } },
  { "rate_difference", marmot_rate_difference, marmot_rate_difference_column, FALSE, TRUE,
    { "mover", "miettinen-nurminen", "normal" }, { "exact-conditional", "score", "score" } },
  { "rate_ratio", marmot_rate_ratio, marmot_rate_ratio_column, TRUE, TRUE,
    { "exact-conditional", "score", "log-normal" }, { "exact-conditional", "score", "score" } },
};

Test (contrast, agrees_with_the_reference)
{
  g_autoptr (TestTable) table = test_table_load ("two-groups.csv");
  guint seen[G_N_ELEMENTS (measures)] = { 0 };

  for (guint row = 0; row < table->rows->len; row++)
    for (gsize m = 0; m < G_N_ELEMENTS (measures); m++)
      {
        g_autoptr (MarmotIntervalOptions) options = NULL;
        g_autoptr (MarmotContrast) c = NULL;

        if (!g_str_equal (test_table_text (table, row, "measure"), measures[m].measure))
          continue;
        options = test_contrast_options (test_table_text (table, row, "method"), test_table_text (table, row, "test"),
                                         test_table_number (table, row, "level"));
        c = measures[m].scalar (test_table_number (table, row, "a"), test_table_number (table, row, "b"),
                                test_table_number (table, row, "c"), test_table_number (table, row, "d"), options, NULL);
        test_contrast_is (c, table, row, measures[m].is_ratio ? 0 : 4e-16);
        seen[m]++;
      }
  for (gsize m = 0; m < G_N_ELEMENTS (measures); m++)
    cr_assert (seen[m] > 100, "%s", measures[m].measure);
}

/* Newcombe 1998, table II, method 10, and method 5 or 6 where it gives them. */
Test (contrast, newcombes_table)
{
  const double cases[][6] = {
    { 56, 70, 48, 80, 0.0524, 0.3339 },  { 9, 10, 3, 10, 0.1705, 0.8090 },   { 6, 7, 2, 7, 0.0582, 0.8062 },
    { 5, 56, 0, 29, -0.0381, 0.1926 },   { 0, 10, 0, 20, -0.1611, 0.2775 },  { 0, 10, 0, 10, -0.2775, 0.2775 },
    { 10, 10, 0, 20, 0.6791, 1 },        { 10, 10, 0, 10, 0.6075, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotContrast) c
        = marmot_proportion_difference (cases[i][0], cases[i][1], cases[i][2], cases[i][3], NULL, NULL);

      cr_assert (marmot_contrast_get_method (c) == MARMOT_METHOD_NEWCOMBE);
      cr_assert_float_eq (marmot_contrast_get_lower (c), cases[i][4], 5.1e-5, "%zu: %g", i, marmot_contrast_get_lower (c));
      cr_assert_float_eq (marmot_contrast_get_upper (c), cases[i][5], 5.1e-5, "%zu: %g", i, marmot_contrast_get_upper (c));
    }
}

/* Fisher's lady and her tea: three of four cups right is 34 in 70 on two sides. */
Test (contrast, the_lady_and_her_tea)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autoptr (MarmotContrast) exact = NULL;
  g_autoptr (MarmotContrast) mid = NULL;

  marmot_interval_options_set_test (options, MARMOT_METHOD_FISHER);
  exact = marmot_proportion_difference (3, 4, 1, 4, options, NULL);
  cr_assert (test_near (marmot_contrast_get_p_value (exact), 34.0 / 70, 1e-14));
  cr_assert (isnan (marmot_contrast_get_statistic (exact)) && isnan (marmot_contrast_get_df (exact)));
  marmot_interval_options_set_test (options, MARMOT_METHOD_FISHER_MID_P);
  mid = marmot_proportion_difference (3, 4, 1, 4, options, NULL);
  cr_assert (test_near (marmot_contrast_get_p_value (mid), 26.0 / 70, 1e-14));
}

/* Four counts of every size from a seed. */
static void
random_tables (gsize    n_rows,
               gboolean rate,
               double  *columns[4])
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1985);

  for (gsize i = 0; i < n_rows; i++)
    for (int g = 0; g < 2; g++)
      {
        double n = floor (exp (g_rand_double_range (rand, 0.7, 12)));
        double p = g_rand_double (rand);

        columns[2 * g + 1][i] = n;
        columns[2 * g][i] = floor (n * p * p);
        if (g_rand_int_range (rand, 0, 8) == 0)
          columns[2 * g][i] = 0;
        else if (!rate && g_rand_int_range (rand, 0, 8) == 0)
          columns[2 * g][i] = n;
        else if (g_rand_int_range (rand, 0, 8) == 0)
          columns[2 * g][i] /= 3;
      }
}

/* The interval holds the value, widens with the level, turns round when the groups
 * are swapped, and is the same in a column as alone. */
Test (contrast, every_method_behaves)
{
  enum { N = 700 };
  const double levels[] = { 0.5, 0.9, 0.95, 0.998, 0.9999 };
  double data[4][N];
  double *columns[4] = { data[0], data[1], data[2], data[3] };

  for (gsize m = 0; m < G_N_ELEMENTS (measures); m++)
    {
      g_autoptr (MarmotColumn) x1 = NULL;
      g_autoptr (MarmotColumn) n1 = NULL;
      g_autoptr (MarmotColumn) x2 = NULL;
      g_autoptr (MarmotColumn) n2 = NULL;

      random_tables (N, measures[m].is_rate, columns);
      x1 = marmot_column_new_double (data[0], N);
      n1 = marmot_column_new_double (data[1], N);
      x2 = marmot_column_new_double (data[2], N);
      n2 = marmot_column_new_double (data[3], N);

      for (gsize k = 0; k < 3 && measures[m].methods[k]; k++)
        {
          double before_lower[N], before_upper[N];
          gsize n_good = 0;

          for (gsize l = 0; l < G_N_ELEMENTS (levels); l++)
            {
              g_autoptr (MarmotIntervalOptions) options
                = test_contrast_options (measures[m].methods[k], measures[m].tests[k], levels[l]);
              g_autoptr (MarmotTable) table = measures[m].column (x1, n1, x2, n2, options, NULL);
              g_autoptr (MarmotTable) swapped = measures[m].column (x2, n2, x1, n1, options, NULL);

              for (gsize row = 0; row < N; row++)
                {
                  double value = test_table_cell (table, "value", row);
                  double lower = test_table_cell (table, "lower", row);
                  double upper = test_table_cell (table, "upper", row);
                  double other = test_table_cell (swapped, "upper", row);
                  double p = test_table_cell (table, "p_value", row);
                  double slack = 1e-11 * (measures[m].is_ratio ? value : 1);

                  cr_assert (isnan (value) == isnan (lower) && isnan (value) == isnan (upper)
                             && isnan (value) == isnan (p));
                  if (isnan (value))
                    continue;
                  n_good++;
                  slack = isinf (slack) ? 0 : slack;
                  cr_assert (lower <= value + slack && value <= upper + slack, "%s %s row %zu: %.17g in %.17g to %.17g",
                             measures[m].measure, measures[m].methods[k], row, value, lower, upper);
                  cr_assert (p >= 0 && p <= 1 && test_near (test_table_cell (swapped, "p_value", row), p, 1e-9));
                  if (measures[m].is_ratio)
                    cr_assert (lower >= 0 && (lower == 0 ? isinf (other) : test_near (1 / other, lower, 1e-12)),
                               "%s %s row %zu: %g and %g", measures[m].measure, measures[m].methods[k], row, lower, other);
                  else
                    cr_assert (fabs (lower + other) <= 1e-15, "%s %s row %zu: %g and %g", measures[m].measure,
                               measures[m].methods[k], row, lower, other);
                  if (l > 0)
                    cr_assert (lower <= before_lower[row] + slack && upper >= before_upper[row] - slack,
                               "%s %s row %zu", measures[m].measure, measures[m].methods[k], row);
                  before_lower[row] = lower;
                  before_upper[row] = upper;
                  if (l == 2 && row % 7 == 0)
                    {
                      g_autoptr (MarmotContrast) one
                        = measures[m].scalar (data[0][row], data[1][row], data[2][row], data[3][row], options, NULL);

                      test_row_is_contrast (table, row, one);
                    }
                }
            }
          cr_assert (n_good > N);
        }
    }
}

/* Where interval and test belong together, one leaves out "no difference" where the
 * other rejects it. */
Test (contrast, intervals_and_tests_agree)
{
  enum { N = 700 };
  const struct
  {
    gsize measure;
    gsize method;
  } pairs[] = { { 0, 1 }, { 1, 0 }, { 1, 1 }, { 2, 0 }, { 3, 1 }, { 4, 0 }, { 4, 1 } };
  double data[4][N];
  double *columns[4] = { data[0], data[1], data[2], data[3] };
  gsize n_apart = 0;

  for (gsize k = 0; k < G_N_ELEMENTS (pairs); k++)
    {
      const Measure *m = &measures[pairs[k].measure];
      g_autoptr (MarmotIntervalOptions) options
        = test_contrast_options (m->methods[pairs[k].method], m->tests[pairs[k].method], 0.95);

      random_tables (N, m->is_rate, columns);
      for (gsize row = 0; row < N; row++)
        {
          g_autoptr (MarmotContrast) c = m->scalar (data[0][row], data[1][row], data[2][row], data[3][row], options, NULL);
          double none = m->is_ratio ? 1 : 0;
          gboolean apart = marmot_contrast_get_lower (c) > none || marmot_contrast_get_upper (c) < none;

          if (marmot_contrast_get_status (c) != MARMOT_STATUS_OK
              || fabs (marmot_contrast_get_p_value (c) - 0.05) < 1e-9)
            continue;
          cr_assert (apart == (marmot_contrast_get_p_value (c) < 0.05), "%s row %zu: %g", m->measure, row,
                     marmot_contrast_get_p_value (c));
          n_apart += apart;
        }
    }
  cr_assert (n_apart > 1000);
}

Test (contrast, statuses)
{
  const struct
  {
    double in[4];
    MarmotStatus proportion;
    MarmotStatus rate;
  } cases[] = {
    { { 1, 10, 2, 10 }, MARMOT_STATUS_OK, MARMOT_STATUS_OK },
    { { -1, 10, 2, 10 }, MARMOT_STATUS_NEGATIVE_COUNT, MARMOT_STATUS_NEGATIVE_COUNT },
    { { 1, 10, 2, 0 }, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { { 1, 10, 20, 10 }, MARMOT_STATUS_COUNT_OVER_DENOMINATOR, MARMOT_STATUS_OK },
    { { (double) NAN, 10, 20, 10 }, MARMOT_STATUS_NOT_FINITE, MARMOT_STATUS_NOT_FINITE },
    { { 1, (double) INFINITY, 2, 10 }, MARMOT_STATUS_NOT_FINITE, MARMOT_STATUS_NOT_FINITE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize m = 0; m < G_N_ELEMENTS (measures); m++)
      {
        const double *in = cases[i].in;
        MarmotStatus expected = measures[m].is_rate ? cases[i].rate : cases[i].proportion;
        g_autoptr (MarmotContrast) c = measures[m].scalar (in[0], in[1], in[2], in[3], NULL, NULL);

        cr_assert (marmot_contrast_get_status (c) == expected, "%s %zu", measures[m].measure, i);
        cr_assert (isnan (marmot_contrast_get_value (c)) == (expected != MARMOT_STATUS_OK));
        cr_assert (isnan (marmot_contrast_get_p_value (c)) == (expected != MARMOT_STATUS_OK));
      }
}

Test (contrast, what_exact_sums_cannot_do_has_a_status)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autoptr (MarmotContrast) fractional = NULL;
  g_autoptr (MarmotContrast) enormous = NULL;
  g_autoptr (MarmotContrast) large = NULL;

  marmot_interval_options_set_test (options, MARMOT_METHOD_FISHER);
  fractional = marmot_proportion_difference (1.5, 10, 2, 10, options, NULL);
  enormous = marmot_proportion_difference (1e14, 3e14, 1e14, 3e14, options, NULL);
  large = marmot_proportion_difference (300500, 1000000, 300000, 1000000, options, NULL);
  cr_assert (marmot_contrast_get_status (fractional) == MARMOT_STATUS_NOT_WHOLE);
  cr_assert (marmot_contrast_get_status (enormous) == MARMOT_STATUS_TOO_LARGE);
  /* In a large table chi-squared says nearly the same. */
  marmot_interval_options_set_test (options, MARMOT_METHOD_CHI_SQUARED);
  {
    g_autoptr (MarmotContrast) chi = marmot_proportion_difference (300500, 1000000, 300000, 1000000, options, NULL);

    cr_assert (test_near (marmot_contrast_get_p_value (large), marmot_contrast_get_p_value (chi), 1e-2));
  }
}

/* Part of an event in the first group and none in the second: the exact limit of
 * its share is alpha / 2 to the power of 1 / x. */
Test (contrast, part_of_an_event)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();

  marmot_interval_options_set_confidence (options, 0.999);
  for (double x = 0.15; x < 1; x += 0.05)
    {
      double share = pow (0.0005, 1 / x);
      g_autoptr (MarmotContrast) first = marmot_rate_ratio (x, 2, 0, 3, options, NULL);
      g_autoptr (MarmotContrast) second = marmot_rate_ratio (0, 3, x, 2, options, NULL);

      cr_assert (test_near (marmot_contrast_get_lower (first), share / (1 - share) * 1.5, 1e-11), "%g", x);
      cr_assert (test_near (marmot_contrast_get_upper (second), (1 - share) / share / 1.5, 1e-11), "%g", x);
    }
}

Test (contrast, wrong_requests_are_errors)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autoptr (MarmotColumn) two = marmot_column_new_double ((const double[]) { 1, 2 }, 2);
  g_autoptr (MarmotColumn) three = marmot_column_new_double ((const double[]) { 1, 2, 3 }, 3);
  g_autoptr (MarmotColumn) text = marmot_column_new_text ((const char *const[]) { "a", "b", NULL });
  g_autoptr (GError) error = NULL;

  test_refused (marmot_rate_ratio_column (two, two, three, two, NULL, &error), &error, MARMOT_ERROR_LENGTH);
  test_refused (marmot_rate_ratio_column (two, two, text, two, NULL, &error), &error, MARMOT_ERROR_TYPE);
  marmot_interval_options_set_test (options, MARMOT_METHOD_FISHER);
  test_refused (marmot_rate_ratio (1, 2, 3, 4, options, &error), &error, MARMOT_ERROR_INVALID_ARGUMENT);
  test_refused (marmot_rate (1, 2, options, &error), &error, MARMOT_ERROR_INVALID_ARGUMENT);
  marmot_interval_options_set_test (options, MARMOT_METHOD_DEFAULT);
  marmot_interval_options_set_method (options, MARMOT_METHOD_WILSON);
  test_refused (marmot_odds_ratio (1, 2, 3, 4, options, &error), &error, MARMOT_ERROR_INVALID_ARGUMENT);
}

/* The rows of a group are added up first, whatever their order; a null voids it. */
Test (contrast, groups)
{
  const double x1[] = { 3, 1, 4, 1 }, n1[] = { 10, 20, 30, 40 }, x2[] = { 5, 9, 2, 6 }, n2[] = { 15, 25, 35, 45 };
  const gint32 codes[] = { 0, 1, 0, 2 };
  const gboolean nulls[] = { FALSE, FALSE, FALSE, TRUE };
  g_autoptr (MarmotColumn) a = marmot_column_new_double (x1, 4);
  g_autoptr (MarmotColumn) b = marmot_column_new_double (n1, 4);
  g_autoptr (MarmotColumn) bare = marmot_column_new_double (x2, 4);
  g_autoptr (MarmotColumn) c = marmot_column_with_nulls (bare, nulls, 4, NULL);
  g_autoptr (MarmotColumn) d = marmot_column_new_double (n2, 4);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, 4, 4, NULL);
  g_autoptr (MarmotTable) table = marmot_proportion_difference_grouped (a, b, c, d, groups, NULL, NULL);
  g_autoptr (MarmotContrast) first = marmot_proportion_difference (7, 40, 7, 50, NULL, NULL);
  g_autoptr (MarmotColumn) status = marmot_table_get_column_by_name (table, "status");
  g_autofree char *missing = marmot_column_get_text (status, 2);
  g_autofree char *empty = marmot_column_get_text (status, 3);

  cr_assert (marmot_table_get_n_rows (table) == 4);
  test_row_is_contrast (table, 0, first);
  cr_assert (g_str_equal (missing, "missing") && g_str_equal (empty, "empty-group"));
  cr_assert (isnan (test_table_cell (table, "p_value", 2)));
}

Test (contrast, says_what_it_is)
{
  g_autoptr (MarmotContrast) c = marmot_proportion_difference (56, 70, 48, 80, NULL, NULL);
  g_autofree char *text = marmot_contrast_to_string (c);

  cr_assert_str_eq (text, "0.2 (0.0524315 to 0.333873, 95%, newcombe), p = 0.008045 (chi-squared)");
}

/* Without a test the interval is the same, and nothing else is there. */
Test (contrast, an_interval_may_stand_alone)
{
  const double x1[] = { 5, 56, 1, 30 }, n1[] = { 50, 70, 9, 30 }, x2[] = { 7, 48, 3, 20 }, n2[] = { 60, 80, 8, 25 };
  g_autoptr (MarmotColumn) a = marmot_column_new_double (x1, 4);
  g_autoptr (MarmotColumn) b = marmot_column_new_double (n1, 4);
  g_autoptr (MarmotColumn) c = marmot_column_new_double (x2, 4);
  g_autoptr (MarmotColumn) d = marmot_column_new_double (n2, 4);

  for (gsize m = 0; m < G_N_ELEMENTS (measures); m++)
    for (gsize i = 0; i < G_N_ELEMENTS (measures[m].methods) && measures[m].methods[i]; i++)
      {
        MarmotMethod method = test_method (measures[m].methods[i]);
        g_autoptr (MarmotIntervalOptions) tested = marmot_interval_options_new ();
        g_autoptr (MarmotIntervalOptions) alone = marmot_interval_options_new ();
        g_autoptr (MarmotTable) with = NULL;
        g_autoptr (MarmotTable) without = NULL;
        const char *const shared[] = { "value", "lower", "upper" };

        marmot_interval_options_set_method (tested, method);
        marmot_interval_options_set_method (alone, method);
        marmot_interval_options_set_test (alone, MARMOT_METHOD_NONE);
        with = measures[m].column (a, b, c, d, tested, NULL);
        without = measures[m].column (a, b, c, d, alone, NULL);
        cr_assert (with != NULL && without != NULL);
        cr_assert (marmot_table_has_column (with, "p_value") && !marmot_table_has_column (without, "p_value"));
        cr_assert (!marmot_table_has_column (without, "test") && marmot_table_has_column (without, "method"));
        for (gsize k = 0; k < G_N_ELEMENTS (shared); k++)
          {
            g_autoptr (MarmotColumn) one = marmot_table_get_column_by_name (with, shared[k]);
            g_autoptr (MarmotColumn) other = marmot_table_get_column_by_name (without, shared[k]);

            cr_assert (marmot_column_equal (one, other), "%s %s", measures[m].measure, measures[m].methods[i]);
          }
        for (gsize row = 0; row < 4; row++)
          {
            g_autoptr (MarmotContrast) one = measures[m].scalar (x1[row], n1[row], x2[row], n2[row], alone, NULL);
            g_autoptr (MarmotContrast) other = measures[m].scalar (x1[row], n1[row], x2[row], n2[row], tested, NULL);
            g_autofree char *text = marmot_contrast_to_string (one);

            cr_assert (isnan (marmot_contrast_get_p_value (one)) && isnan (marmot_contrast_get_statistic (one)));
            cr_assert (!isnan (marmot_contrast_get_p_value (other))
                       || marmot_contrast_get_status (other) != MARMOT_STATUS_OK);
            cr_assert_eq (marmot_contrast_get_test (one), MARMOT_METHOD_NONE);
            cr_assert (strstr (text, "p =") == NULL);
            if (marmot_contrast_get_status (other) == MARMOT_STATUS_OK)
              cr_assert (marmot_contrast_get_lower (one) == marmot_contrast_get_lower (other));
          }
      }
}
