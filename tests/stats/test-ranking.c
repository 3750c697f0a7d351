/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

#include "support/result.h"
#include "support/table.h"

#define N 5

static MarmotTable *
rank (const double *values,
      const double *errors,
      gsize n,
      gboolean highest_first,
      gboolean joint)
{
  g_autoptr (MarmotColumn) value = marmot_column_new_double (values, n);
  g_autoptr (MarmotColumn) error = marmot_column_new_double (errors, n);

  return marmot_rank_areas (value, error, NULL, highest_first, 0.95, joint, NULL);
}

/* Worked by hand. With intervals of one area each at 95%: 0.4 to 1.6, 1.0 to 3.0,
 * 2.6 to 3.4, 9.2 to 10.8, 3.2 to 4.8. */
Test (ranking, by_hand)
{
  static const double values[N] = { 1, 2, 3, 10, 4 };
  static const double widths[N] = { 0.6, 1.0, 0.4, 0.8, 0.8 };
  static const double lower[N] = { 1, 1, 2, 5, 3 };
  static const double upper[N] = { 2, 3, 4, 5, 4 };
  static const double places[N] = { 1, 2, 3, 5, 4 };
  double errors[N];
  g_autoptr (MarmotTable) up = NULL;
  g_autoptr (MarmotTable) down = NULL;

  for (guint i = 0; i < N; i++)
    errors[i] = widths[i] / 1.959963984540054;
  up = rank (values, errors, N, FALSE, FALSE);
  down = rank (values, errors, N, TRUE, FALSE);
  for (guint i = 0; i < N; i++)
    {
      cr_assert (test_result_number (up, "rank", i) == places[i]);
      cr_assert (test_result_number (up, "rank_lower", i) == lower[i], "area %u: %g", i, test_result_number (up, "rank_lower", i));
      cr_assert (test_result_number (up, "rank_upper", i) == upper[i], "area %u: %g", i, test_result_number (up, "rank_upper", i));
      cr_assert (test_result_number (up, "ranked", i) == N);
      /* From the other end it is the same, turned round. */
      cr_assert (test_result_number (down, "rank", i) == N + 1 - places[i]);
      cr_assert (test_result_number (down, "rank_lower", i) == N + 1 - upper[i]);
      cr_assert (test_result_number (down, "rank_upper", i) == N + 1 - lower[i]);
      cr_assert (test_near (test_result_number (down, "expected_rank", i),
                            N + 1 - test_result_number (up, "expected_rank", i), 1e-14));
    }
}

/* Two areas: the mean rank of the lower is 1 and the chance that the other is lower. */
Test (ranking, expected_rank_of_two)
{
  static const double values[] = { 10, 12 };
  static const double errors[] = { 3, 4 };
  g_autoptr (MarmotTable) result = rank (values, errors, 2, FALSE, TRUE);

  /* 1 - Phi (2 / 5), from tables of the normal distribution. */
  cr_assert (test_near (test_result_number (result, "expected_rank", 0), 1 + 0.34457825838967582, 1e-14));
  cr_assert (test_near (test_result_number (result, "expected_rank", 1), 1 + 0.65542174161032418, 1e-14));
}

Test (ranking, properties)
{
  GRand *random = g_rand_new_with_seed (11);
  double values[40], errors[40], sum = 0;
  g_autoptr (MarmotTable) joint = NULL;
  g_autoptr (MarmotTable) alone = NULL;

  for (guint i = 0; i < 40; i++)
    {
      values[i] = g_rand_double_range (random, 50, 60);
      errors[i] = g_rand_double_range (random, 0.2, 2);
    }
  joint = rank (values, errors, 40, FALSE, TRUE);
  alone = rank (values, errors, 40, FALSE, FALSE);
  for (guint i = 0; i < 40; i++)
    {
      double place = test_result_number (joint, "rank", i);

      sum += test_result_number (joint, "expected_rank", i);
      /* The rank lies in its interval, and the joint interval holds the other. */
      cr_assert (test_result_number (joint, "rank_lower", i) <= place);
      cr_assert (test_result_number (joint, "rank_upper", i) >= place);
      cr_assert (test_result_number (joint, "rank_lower", i) <= test_result_number (alone, "rank_lower", i));
      cr_assert (test_result_number (joint, "rank_upper", i) >= test_result_number (alone, "rank_upper", i));
    }
  /* Somebody has each rank. */
  cr_assert (test_near (sum, 40 * 41 / 2, 1e-13));
  g_rand_free (random);
}

/* The joint intervals hold all true ranks at once about as often as they say, or more:
 * seeded, so that this is one number and not a chance. */
Test (ranking, joint_intervals_cover)
{
  GRand *random = g_rand_new_with_seed (2020);
  const guint n = 12, n_trials = 300;
  guint n_held = 0;

  for (guint trial = 0; trial < n_trials; trial++)
    {
      double values[12], errors[12];
      g_autoptr (MarmotTable) result = NULL;
      gboolean held = TRUE;

      for (guint i = 0; i < n; i++)
        {
          double u = g_rand_double_range (random, 1e-12, 1), v = g_rand_double (random);

          errors[i] = 0.3 + 0.1 * i;
          values[i] = 0.4 * i + errors[i] * sqrt (-2 * log (u)) * cos (2 * G_PI * v);
        }
      result = rank (values, errors, n, FALSE, TRUE);
      for (guint i = 0; i < n; i++)
        held = held && test_result_number (result, "rank_lower", i) <= i + 1
               && test_result_number (result, "rank_upper", i) >= i + 1;
      n_held += held;
    }
  cr_assert (n_held >= 0.95 * n_trials, "%u of %u", n_held, n_trials);
  g_rand_free (random);
}

Test (ranking, ties_and_bad_rows)
{
  static const double values[] = { 5, 5, NAN, 7, 1, 2 };
  static const double errors[] = { 0, 0, 1, 0, -1, INFINITY };
  g_autoptr (MarmotTable) result = rank (values, errors, 6, FALSE, TRUE);

  cr_assert (test_result_number (result, "rank", 0) == 1.5 && test_result_number (result, "rank", 1) == 1.5);
  cr_assert (test_result_number (result, "rank_lower", 0) == 1 && test_result_number (result, "rank_upper", 0) == 2);
  cr_assert (test_result_number (result, "expected_rank", 0) == 1.5);
  cr_assert (test_result_number (result, "rank", 3) == 3 && test_result_number (result, "ranked", 3) == 3);
  cr_assert (test_result_says (result, "status", 2, "not-finite"));
  cr_assert (test_result_says (result, "status", 4, "negative-spread"));
  cr_assert (test_result_says (result, "status", 5, "not-finite"));
  cr_assert (isnan (test_result_number (result, "rank", 4)));
}

Test (ranking, groups_and_arguments)
{
  static const double values[] = { 5, 1, 3, 2 };
  static const double errors[] = { 1, 1, 1, 1 };
  const char *periods[] = { "2023", "2024", "2024", "2023", NULL };
  g_autoptr (MarmotColumn) value = marmot_column_new_double (values, 4);
  g_autoptr (MarmotColumn) error_column = marmot_column_new_double (errors, 4);
  g_autoptr (MarmotColumn) shorter = marmot_column_new_double (errors, 3);
  g_autoptr (MarmotColumn) period = marmot_column_new_text (periods);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_column (period, NULL);
  g_autoptr (MarmotTable) result = marmot_rank_areas (value, error_column, groups, FALSE, 0.95, TRUE, NULL);
  g_autoptr (GError) length = NULL;
  g_autoptr (GError) confidence = NULL;

  cr_assert (test_result_number (result, "rank", 0) == 2 && test_result_number (result, "rank", 3) == 1);
  cr_assert (test_result_number (result, "rank", 1) == 1 && test_result_number (result, "rank", 2) == 2);
  cr_assert (marmot_rank_areas (value, shorter, NULL, FALSE, 0.95, TRUE, &length) == NULL);
  cr_assert (g_error_matches (length, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
  cr_assert (marmot_rank_areas (value, error_column, NULL, FALSE, 1, TRUE, &confidence) == NULL);
  cr_assert (g_error_matches (confidence, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}
