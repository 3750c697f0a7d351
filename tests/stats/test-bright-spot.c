/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>

#include "support/figures.h"

static const char *const figures_names[] = { "value", "standard_error", NULL };
static const char *const share_names[] = { "count", "respondents", NULL };

static char *
text_of (MarmotTable *result,
         const char *name,
         gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (result, name);

  return marmot_column_get_text (column, row);
}

static gboolean
verdict_is (MarmotTable *result,
            gsize row,
            const char *verdict)
{
  g_autofree char *text = text_of (result, "verdict", row);

  return g_str_equal (text, verdict);
}

static MarmotTable *
spots (const char *const *names,
       const double *first,
       const double *second,
       gsize n,
       gboolean low_is_good)
{
  const double *const columns[] = { first, second };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, n);
  g_autoptr (GError) error = NULL;
  MarmotTable *result = marmot_bright_spots (figures, NULL, low_is_good, NULL, &error);

  g_assert_no_error (error);
  return result;
}

/* Others left out one by one by hand, in numpy. */
Test (bright_spots, agree_with_the_reference)
{
  const char *const names[] = { "others", "between_sd", "t", "p_value", "p_best" };
  g_autoptr (TestTable) table = test_table_load ("among-others.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (table, figures_names, figures_names);
  g_autoptr (MarmotGroups) groups = test_groups_of (table, "case_id");
  g_autoptr (MarmotTable) result = marmot_bright_spots (figures, groups, FALSE, NULL, NULL);

  for (guint row = 0; row < table->rows->len; row++)
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
      {
        double expected = test_table_number (table, row, names[i]);

        cr_assert (fabs (test_result (result, names[i], row) - expected) <= 1e-9 * fabs (expected) + 1e-12,
                   "row %u, %s: %.17g", row, names[i], test_result (result, names[i], row));
      }
}

/* Regularly practised life skills, 95% of some in one place and 89% elsewhere. With 150
 * places like it some reach 95 by luck: it depends on how many were asked. */
Test (bright_spots, depend_on_how_many_were_asked)
{
  enum { N = 40 };
  double counts[N], n[N];
  const char *const expected[] = { "none", "bright" };

  for (int size = 0; size < 2; size++)
    {
      double people = size == 0 ? 40 : 4000;
      g_autoptr (MarmotTable) result = NULL;

      for (int i = 0; i < N; i++)
        {
          n[i] = people;
          counts[i] = round (people * (0.89 + (i % 5 - 2) * 0.002));
        }
      counts[3] = 0.95 * people;
      result = spots (share_names, counts, n, N, FALSE);
      cr_assert (verdict_is (result, 3, expected[size]), "of %g", people);
      cr_assert (test_result (result, "value", 3) == 0.95);
    }
}

/* One place clear of its own sampling error and of the others, yet not of the luck of
 * forty: the verdict says so in words. */
Test (bright_spots, tell_the_luck_of_the_best)
{
  enum { N = 40 };
  double values[N], errors[N];
  g_autoptr (MarmotTable) result = NULL;
  g_autofree char *words = NULL;

  for (int i = 0; i < N; i++)
    {
      values[i] = 50 + ((i * 17) % 39 - 19) / 10.0;
      errors[i] = 0.1;
    }
  values[0] = 53;
  result = spots (figures_names, values, errors, N, FALSE);
  words = text_of (result, "words", 0);
  cr_assert (verdict_is (result, 0, "luck"), "%g", test_result (result, "p_value", 0));
  cr_assert (test_result (result, "z", 0) > 20);
  cr_assert (test_result (result, "p_value", 0) < 0.05 && test_result (result, "p_best", 0) > 0.05);
  cr_assert_str_eq (words, marmot_bright_spot_get_description (MARMOT_BRIGHT_SPOT_LUCK));
  cr_assert (g_str_has_prefix (words, "Not a bright spot"));
  cr_assert (test_result (result, "p_best_bonferroni", 0) >= test_result (result, "p_best", 0));
}

/* Nobody out of ten in 39 places, and one in the fortieth: somebody has to be it. */
Test (bright_spots, are_not_made_of_one_event)
{
  enum { N = 40 };
  double counts[N] = { 0 }, n[N];
  g_autoptr (MarmotTable) high = NULL;
  g_autoptr (MarmotTable) low = NULL;

  for (int i = 0; i < N; i++)
    n[i] = 10;
  counts[5] = 1;
  high = spots (share_names, counts, n, N, FALSE);
  /* P (X >= 1) of ten at 1 in 400. */
  cr_assert (test_near (test_result (high, "p_value", 5), 1 - pow (1 - 1.0 / 400, 10), 1e-12));
  cr_assert (verdict_is (high, 5, "luck"));
  for (int i = 0; i < N; i++)
    counts[i] = 10 - counts[i];
  low = spots (share_names, counts, n, N, TRUE);
  cr_assert (verdict_is (low, 5, "luck"));
  cr_assert (test_near (test_result (low, "p_value", 5), test_result (high, "p_value", 5), 1e-12));
  /* And places that are all alike have nobody who stands out. */
  counts[5] = 10;
  g_clear_pointer (&low, marmot_table_unref);
  low = spots (share_names, counts, n, N, TRUE);
  cr_assert (verdict_is (low, 5, "none") && test_result (low, "t", 5) == 0);
}

/* Where a place would lie among the others is a share, and not one below nothing. */
Test (bright_spots, stay_inside_what_a_share_can_be)
{
  static const char *const names[] = { "count", "respondents", NULL };
  const double count[] = { 0, 0, 0, 1, 10, 10 }, n[] = { 10, 10, 10, 10, 10, 10 };
  const double *columns[] = { count, n };

  for (gsize k = 4; k <= 6; k += 2)
    {
      g_autoptr (MarmotTable) figures = test_figures (names, columns, k);
      g_autoptr (MarmotTable) result = marmot_bright_spots (figures, NULL, FALSE, NULL, NULL);

      for (gsize row = 0; row < k; row++)
        {
          cr_assert (test_result (result, "others", row) >= 0);
          cr_assert (test_result (result, "others_lower", row) >= 0);
          cr_assert (test_result (result, "others_upper", row) <= 1);
        }
    }
}


/* Low may be good, and then it is all the other way round. */
Test (bright_spots, mirror)
{
  enum { N = 9 };
  const double values[N] = { 9, 4, 5, 5.5, 4.4, 5.2, 4.9, 4.6, 5.1 }, errors[N] = { 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9 };
  double mirrored[N];
  g_autoptr (MarmotTable) high = spots (figures_names, values, errors, N, FALSE);
  g_autoptr (MarmotTable) low = NULL;

  for (int i = 0; i < N; i++)
    mirrored[i] = -values[i];
  low = spots (figures_names, mirrored, errors, N, TRUE);
  cr_assert (verdict_is (high, 0, "bright"));
  for (gsize i = 0; i < N; i++)
    {
      cr_assert (test_near (test_result (high, "p_best", i), test_result (low, "p_best", i), 1e-14));
      cr_assert (test_near (test_result (high, "t", i), -test_result (low, "t", i), 1e-14));
      cr_assert (test_result (high, "others_lower", i) <= test_result (high, "others", i));
      cr_assert (test_result (high, "others_upper", i) >= test_result (high, "others", i));
    }
}

/* Where nothing sets places apart the best of k seems bright as often as is said: of 2,000
 * groups of ten about 100. The draws are a linear congruential generator's, so the
 * number is always the same. */
Test (bright_spots, hold_their_level)
{
  enum { GROUPS = 2000, PLACES = 10, N = GROUPS * PLACES };
  static double values[N], errors[N], keys[N];
  const double *const columns[] = { values, errors };
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotColumn) key = NULL;
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (MarmotTable) result = NULL;
  guint64 state = 12345;
  guint bright = 0;

  for (int i = 0; i < N; i++)
    {
      double sum = 0;

      for (int j = 0; j < 12; j++)
        {
          state = state * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
          sum += (double) (state >> 11) / 9007199254740992.0;
        }
      values[i] = sum - 6;
      errors[i] = 0;
      keys[i] = i / PLACES;
    }
  figures = test_figures (figures_names, columns, N);
  key = marmot_column_new_double (keys, N);
  groups = marmot_groups_new_from_column (key, NULL);
  result = marmot_bright_spots (figures, groups, FALSE, NULL, NULL);
  for (gsize i = 0; i < N; i++)
    bright += verdict_is (result, i, "bright");
  cr_assert (bright > 70 && bright < 130, "%u", bright);
}

Test (bright_spots, says_what_is_wrong)
{
  const double na = (double) NAN;
  const double values[] = { 1, 2, 3, na, 5, (double) INFINITY, 1, 2 }, errors[] = { 1, 1, 1, 1, -1, 1, 1, 1 };
  const double keys[] = { 1, 1, 1, 1, 1, 1, 2, 2 };
  const double *const columns[] = { values, errors };
  const MarmotStatus statuses[] = { MARMOT_STATUS_OK, MARMOT_STATUS_OK, MARMOT_STATUS_OK, MARMOT_STATUS_MISSING,
                                    MARMOT_STATUS_NEGATIVE_SPREAD, MARMOT_STATUS_NOT_FINITE,
                                    MARMOT_STATUS_TOO_FEW_VALUES, MARMOT_STATUS_TOO_FEW_VALUES };
  g_autoptr (MarmotTable) figures = test_figures (figures_names, columns, 8);
  g_autoptr (MarmotColumn) key = marmot_column_new_double (keys, 8);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_column (key, NULL);
  g_autoptr (MarmotTable) result = marmot_bright_spots (figures, groups, FALSE, NULL, NULL);
  g_autoptr (MarmotTable) alone = spots (figures_names, values, errors, 3, FALSE);

  for (gsize i = 0; i < 8; i++)
    {
      cr_assert (test_status_is (result, "status", i, statuses[i]));
      cr_assert (isnan (test_result (result, "p_best", i)) == (statuses[i] != MARMOT_STATUS_OK));
      cr_assert (verdict_is (result, i, "unknown") == (statuses[i] != MARMOT_STATUS_OK));
    }
  /* What is wrong with others changes nothing for the rest. */
  cr_assert (test_result (result, "p_best", 2) == test_result (alone, "p_best", 2));
  cr_assert (test_result (result, "places", 2) == 3);
}
