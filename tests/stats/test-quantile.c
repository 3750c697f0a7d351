/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

#include "support/result.h"
#include "support/table.h"

/* -1 for none. */
static int
quantile_of (MarmotTable *result,
             gsize row)
{
  double number = test_result_number (result, "quantile", row);

  return isnan (number) ? -1 : (int) number;
}

static gboolean
status_is (MarmotTable *result,
           gsize row,
           MarmotStatus status)
{
  return test_result_says (result, "status", row, marmot_status_to_nick (status));
}

/* PHEindicatormethods 2.1.0, phe_quantile(): every case but those that ask for a number
 * of groups that is not whole. Each is of one table, of one group or several. */
Test (quantile, agrees_with_the_peer)
{
  g_autoptr (TestTable) table = test_table_load ("phe-quantile.csv");
  guint n_checked = 0;

  for (guint first = 0, end; first < table->rows->len; first = end)
    {
      const char *case_id = test_table_text (table, first, "case");
      gboolean highest = g_str_equal (test_table_text (table, first, "highest_first"), "TRUE");
      guint k = (guint) test_table_number (table, first, "n_groups");
      g_autoptr (MarmotQuantileOptions) options = marmot_quantile_options_new (MARMOT_QUANTILE_RULE_RANK, k, highest);
      g_autoptr (GPtrArray) keys = g_ptr_array_new ();
      g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
      g_autoptr (MarmotColumn) column = NULL;
      g_autoptr (MarmotColumn) key = NULL;
      g_autoptr (MarmotGroups) groups = NULL;
      g_autoptr (MarmotTable) result = NULL;

      for (end = first; end < table->rows->len && g_str_equal (test_table_text (table, end, "case"), case_id); end++)
        {
          double value = test_table_number (table, end, "value");

          g_array_append_val (values, value);
          g_ptr_array_add (keys, (gpointer) test_table_text (table, end, "group"));
        }
      g_ptr_array_add (keys, NULL);
      column = marmot_column_new_double ((const double *) (gconstpointer) values->data, values->len);
      key = marmot_column_new_text ((const char *const *) keys->pdata);
      groups = marmot_groups_new_from_column (key, NULL);
      result = marmot_quantiles (column, NULL, groups, options, NULL);
      for (guint row = first; row < end; row++)
        {
          double expected = test_table_number (table, row, "quantile");

          cr_assert (quantile_of (result, row - first) == (isnan (expected) ? -1 : (int) expected),
                     "case %s, row %u", case_id, row - first);
          n_checked++;
        }
    }
  cr_assert (n_checked > 600, "%u", n_checked);
}

Test (quantile, rules_differ_at_ties)
{
  /* Ten values, of which four are the same. */
  static const double values[] = { 1, 2, 3, 3, 3, 3, 7, 8, 9, 10 };
  static const int by_rank[] = { 1, 1, 2, 2, 2, 2, 4, 4, 5, 5 };
  static const int by_percentile[] = { 1, 1, 2, 2, 2, 2, 4, 4, 5, 5 };
  static const int dealt[] = { 1, 1, 2, 2, 3, 3, 4, 4, 5, 5 };
  const struct
  {
    MarmotQuantileRule rule;
    const int *expected;
  } cases[] = {
    { MARMOT_QUANTILE_RULE_RANK, by_rank },
    { MARMOT_QUANTILE_RULE_PERCENTILE, by_percentile },
    { MARMOT_QUANTILE_RULE_DEALT, dealt },
  };
  g_autoptr (MarmotColumn) column = marmot_column_new_double (values, G_N_ELEMENTS (values));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotQuantileOptions) options = marmot_quantile_options_new (cases[i].rule, 5, FALSE);
      g_autoptr (MarmotTable) result = marmot_quantiles (column, NULL, NULL, options, NULL);

      for (guint row = 0; row < G_N_ELEMENTS (values); row++)
        cr_assert (quantile_of (result, row) == cases[i].expected[row], "rule %u, row %u: %d", i, row,
                   quantile_of (result, row));
    }
}

/* Worked by hand. Of 100 people, the areas' middles stand at .05, .15, .45, .75, .9,
 * .97: by halves and by fifths. */
Test (quantile, by_people)
{
  static const double values[] = { 1, 2, 3, 4, 5, 6 };
  static const double people[] = { 10, 10, 50, 10, 20, 0 };
  static const int fifths[] = { 1, 1, 3, 4, 5, 5 };
  static const int halves[] = { 1, 1, 1, 2, 2, 2 };
  g_autoptr (MarmotColumn) value = marmot_column_new_double (values, 6);
  g_autoptr (MarmotColumn) weight = marmot_column_new_double (people, 6);
  g_autoptr (MarmotQuantileOptions) five = marmot_quantile_options_new (MARMOT_QUANTILE_RULE_PEOPLE, 5, FALSE);
  g_autoptr (MarmotQuantileOptions) two = marmot_quantile_options_new (MARMOT_QUANTILE_RULE_PEOPLE, 2, FALSE);
  g_autoptr (MarmotTable) in_five = marmot_quantiles (value, weight, NULL, five, NULL);
  g_autoptr (MarmotTable) in_two = marmot_quantiles (value, weight, NULL, two, NULL);

  for (guint row = 0; row < 6; row++)
    {
      cr_assert (quantile_of (in_five, row) == fifths[row], "row %u: %d", row, quantile_of (in_five, row));
      cr_assert (quantile_of (in_two, row) == halves[row], "row %u: %d", row, quantile_of (in_two, row));
    }
}

/* If all areas have as many people, people and areas make the same groups wherever no
 * area stands on a bound. */
Test (quantile, people_and_areas_agree_when_areas_are_equal)
{
  GRand *random = g_rand_new_with_seed (7);
  double values[200], people[200];

  for (guint i = 0; i < 200; i++)
    {
      values[i] = g_rand_double (random);
      people[i] = 1500;
    }
  for (guint k = 2; k <= 10; k += 2)
    {
      g_autoptr (MarmotColumn) value = marmot_column_new_double (values, 200);
      g_autoptr (MarmotColumn) weight = marmot_column_new_double (people, 200);
      g_autoptr (MarmotQuantileOptions) by_people = marmot_quantile_options_new (MARMOT_QUANTILE_RULE_PEOPLE, k, TRUE);
      g_autoptr (MarmotQuantileOptions) dealt = marmot_quantile_options_new (MARMOT_QUANTILE_RULE_DEALT, k, TRUE);
      g_autoptr (MarmotTable) a = marmot_quantiles (value, weight, NULL, by_people, NULL);
      g_autoptr (MarmotTable) b = marmot_quantiles (value, NULL, NULL, dealt, NULL);

      if (200 % k != 0)
        continue;
      for (guint row = 0; row < 200; row++)
        cr_assert (quantile_of (a, row) == quantile_of (b, row), "%u groups, row %u", k, row);
    }
  g_rand_free (random);
}

Test (quantile, bad_rows_spoil_no_other)
{
  static const double values[] = { 1, NAN, 3, INFINITY, 5, 6, 7 };
  static const double people[] = { 10, 10, -1, 10, NAN, 10, 10 };
  g_autoptr (MarmotColumn) value = marmot_column_new_double (values, 7);
  g_autoptr (MarmotColumn) weight = marmot_column_new_double (people, 7);
  g_autoptr (MarmotQuantileOptions) halves = marmot_quantile_options_new (MARMOT_QUANTILE_RULE_PEOPLE, 2, FALSE);
  g_autoptr (MarmotTable) result = marmot_quantiles (value, weight, NULL, halves, NULL);

  cr_assert (status_is (result, 0, MARMOT_STATUS_OK) && quantile_of (result, 0) == 1);
  cr_assert (status_is (result, 1, MARMOT_STATUS_NOT_FINITE) && quantile_of (result, 1) == -1);
  cr_assert (status_is (result, 2, MARMOT_STATUS_NEGATIVE_COUNT));
  cr_assert (status_is (result, 3, MARMOT_STATUS_OK) && quantile_of (result, 3) == 2);
  cr_assert (status_is (result, 4, MARMOT_STATUS_NOT_FINITE));
  cr_assert (status_is (result, 6, MARMOT_STATUS_OK));
}

Test (quantile, too_few_values)
{
  static const double values[] = { 1, 2, 3, 4 };
  g_autoptr (MarmotColumn) value = marmot_column_new_double (values, 4);
  g_autoptr (MarmotQuantileOptions) fifths = marmot_quantile_options_new (MARMOT_QUANTILE_RULE_RANK, 5, FALSE);
  g_autoptr (MarmotQuantileOptions) fourths = marmot_quantile_options_new (MARMOT_QUANTILE_RULE_RANK, 4, FALSE);
  g_autoptr (MarmotTable) few = marmot_quantiles (value, NULL, NULL, fifths, NULL);
  g_autoptr (MarmotTable) enough = marmot_quantiles (value, NULL, NULL, fourths, NULL);

  for (guint row = 0; row < 4; row++)
    {
      cr_assert (status_is (few, row, MARMOT_STATUS_TOO_FEW_VALUES) && quantile_of (few, row) == -1);
      cr_assert (quantile_of (enough, row) == (int) row + 1);
    }
}

Test (quantile, arguments)
{
  static const double values[] = { 1, 2, 3, 4 };
  g_autoptr (MarmotColumn) value = marmot_column_new_double (values, 4);
  g_autoptr (MarmotColumn) shorter = marmot_column_new_double (values, 3);
  const char *words[] = { "a", "b", "c", "d", NULL };
  g_autoptr (MarmotColumn) text = marmot_column_new_text (words);
  g_autoptr (MarmotQuantileOptions) people = marmot_quantile_options_new (MARMOT_QUANTILE_RULE_PEOPLE, 2, FALSE);
  g_autoptr (MarmotQuantileOptions) one = marmot_quantile_options_new (MARMOT_QUANTILE_RULE_RANK, 1, FALSE);
  const struct
  {
    MarmotColumn *values;
    MarmotColumn *people;
    MarmotQuantileOptions *options;
    int code;
  } cases[] = {
    { text, NULL, NULL, MARMOT_ERROR_TYPE },
    { value, shorter, people, MARMOT_ERROR_LENGTH },
    { value, text, people, MARMOT_ERROR_TYPE },
    { value, NULL, people, MARMOT_ERROR_INVALID_ARGUMENT },
    { value, value, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { value, NULL, one, MARMOT_ERROR_INVALID_ARGUMENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotTable) result = marmot_quantiles (cases[i].values, cases[i].people, NULL, cases[i].options, &error);

      cr_assert (result == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, cases[i].code), "%u: %s", i, error->message);
    }
}
