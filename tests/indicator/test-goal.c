/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Goals against what Fingertips' own tests assert: tests/reference/fingertips.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

#include "indicator-fixtures.h"
#include "support/compare.h"

static const char *
nick_of (const char *significance)
{
  return strcmp (significance, "none") == 0 ? "not-compared" : strcmp (significance, "same") == 0 ? "similar" : significance;
}

static MarmotGoalForm
form_of (const TestTable *table,
         guint row)
{
  const char *method = test_table_text (table, row, "method");

  if (strcmp (method, "goal_range") == 0)
    return MARMOT_GOAL_FORM_RANGE;
  if (strcmp (method, "goal_percentile_range") == 0)
    return MARMOT_GOAL_FORM_PERCENTILE_RANGE;
  if (strcmp (method, "goal_previous_year_england") == 0)
    return MARMOT_GOAL_FORM_PREVIOUS_ENGLAND;
  return *test_table_text (table, row, "target_use_cis") ? MARMOT_GOAL_FORM_INTERVAL : MARMOT_GOAL_FORM_VALUE;
}

/* Eleven values whose median and ninth decile are the sixth and the tenth. */
static MarmotColumn *
upper_tier_for (double median,
                double decile)
{
  const double values[] = { 40, 1, 2, 3, 4, 5, median, 10, 11, 12, decile };

  return marmot_column_new_double (values, isnan (median) ? 3 : G_N_ELEMENTS (values));
}

Test (goal, every_published_row)
{
  g_autoptr (TestTable) table = test_table_load ("fingertips/benchmark.csv");
  g_autoptr (TestTable) words = test_table_load ("fingertips/labels.csv");
  guint n = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      double lower = test_cell (table, row, "target_lower");
      double upper = test_cell (table, row, "target_upper");
      const char *expected = test_table_text (table, row, "expected_significance");
      MarmotGoalForm form;
      g_autoptr (MarmotGoal) goal = NULL;
      g_autoptr (MarmotTable) figures = NULL;
      g_autoptr (MarmotTable) result = NULL;
      g_autoptr (MarmotColumn) upper_tier = NULL;
      g_autofree char *code = NULL;
      g_autofree char *label = NULL;

      if (!g_str_has_prefix (test_table_text (table, row, "method"), "goal_"))
        continue;
      form = form_of (table, row);
      upper_tier = upper_tier_for (lower, upper);
      goal = form == MARMOT_GOAL_FORM_PERCENTILE_RANGE
               ? marmot_goal_new (form, test_polarity (test_table_text (table, row, "polarity")), 50, 90)
               : marmot_goal_new (form, test_polarity (test_table_text (table, row, "polarity")), lower, upper);
      figures = test_figures (table, row);
      result = marmot_goal_compare_columns (goal, figures, upper_tier, NULL);
      code = test_text (result, "code", 0);
      label = test_text (result, "label", 0);
      cr_assert (g_str_equal (code, nick_of (expected)), "%s: %s", test_table_text (table, row, "case_id"), code);
      cr_assert (test_reason_is_compared (result, 0) == (strcmp (expected, "none") != 0));
      for (guint i = 0; i < words->rows->len; i++)
        if (g_str_has_prefix (test_table_text (words, i, "kind"), "goal")
            && strcmp (test_table_text (words, i, "code"), expected) == 0)
          {
            cr_assert (g_str_equal (label, test_table_text (words, i, "label")), "%s", label);
            n++;
          }
    }
  cr_assert (n == 36, "%u", n);
}

/* A cell as a value that was not printed; NULL where it is empty, or missing. */
static MarmotValue *
value_of (const TestTable *table,
          guint row,
          const char *column,
          gboolean may_be_missing)
{
  double number = test_cell (table, row, column);

  return isnan (number) || (may_be_missing && number == -1) ? NULL : marmot_value_new (number, -1);
}

Test (goal, every_published_row_one_by_one)
{
  g_autoptr (TestTable) table = test_table_load ("fingertips/benchmark.csv");
  guint n = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      const char *expected = test_table_text (table, row, "expected_significance");
      const char *id = test_table_text (table, row, "case_id");
      MarmotPolarity polarity = test_polarity (test_table_text (table, row, "polarity"));
      double lower = test_cell (table, row, "target_lower");
      double upper = test_cell (table, row, "target_upper");
      MarmotGoalForm form;
      g_autoptr (MarmotGoal) goal = NULL;
      g_autoptr (MarmotValue) value = NULL;
      g_autoptr (MarmotValue) low = NULL;
      g_autoptr (MarmotValue) high = NULL;
      g_autoptr (MarmotValue) before = NULL;
      g_autoptr (MarmotObservation) figure = NULL;
      g_autoptr (MarmotObservation) england = NULL;
      g_autoptr (MarmotColumn) upper_tier = NULL;
      g_autoptr (MarmotComparison) c = NULL;
      g_autofree char *code = NULL;

      if (!g_str_has_prefix (test_table_text (table, row, "method"), "goal_"))
        continue;
      form = form_of (table, row);
      goal = form == MARMOT_GOAL_FORM_PERCENTILE_RANGE ? marmot_goal_new (form, polarity, 50, 90)
                                                       : marmot_goal_new (form, polarity, lower, upper);
      upper_tier = upper_tier_for (lower, upper);
      value = value_of (table, row, "value", TRUE);
      low = value_of (table, row, "lower95", FALSE);
      high = value_of (table, row, "upper95", FALSE);
      before = value_of (table, row, "benchmark_value", TRUE);
      figure = g_object_new (MARMOT_TYPE_OBSERVATION, "value", value, "lower", low, "upper", high, NULL);
      england = g_object_new (MARMOT_TYPE_OBSERVATION, "value", before, NULL);
      c = marmot_comparison_new_goal (figure, goal, england, upper_tier, NULL);

      code = test_code_nick (marmot_comparison_get_code (c));
      cr_assert (g_str_equal (code, nick_of (expected)), "%s: %s", id, code);
      cr_assert (marmot_comparison_get_method (c) == marmot_goal_get_method (goal));
      cr_assert (strlen (marmot_comparison_get_reason (c)) > 0, "%s", id);
      cr_assert (marmot_comparison_get_goal (c) == goal);
      cr_assert (g_str_equal (marmot_comparison_get_label (c),
                              strcmp (expected, "worse") == 0    ? "Red"
                              : strcmp (expected, "same") == 0   ? "Amber"
                              : strcmp (expected, "better") == 0 ? "Green"
                                                                 : "Not compared"));
      n++;
    }
  cr_assert (n == 36, "%u", n);
}

/* The limit is exact, and the figure is what it may have been. */
Test (goal, at_printed_precision)
{
  static const struct
  {
    const char *value, *lower, *upper;
    MarmotGoalForm form;
    MarmotRelation relation;
    const char *label;
  } cases[] = {
    { "94.9", NULL, NULL, MARMOT_GOAL_FORM_VALUE, MARMOT_RELATION_LOWER, "Red" },
    { "95.0", NULL, NULL, MARMOT_GOAL_FORM_VALUE, MARMOT_RELATION_UNDETERMINED, "Not compared" },
    { "95.1", NULL, NULL, MARMOT_GOAL_FORM_VALUE, MARMOT_RELATION_HIGHER, "Green" },
    { "95.2", "94.9", "95.5", MARMOT_GOAL_FORM_INTERVAL, MARMOT_RELATION_SIMILAR, "Amber" },
    { "95.2", "95.1", "95.5", MARMOT_GOAL_FORM_INTERVAL, MARMOT_RELATION_HIGHER, "Green" },
    { "95.2", "95.0", "95.5", MARMOT_GOAL_FORM_INTERVAL, MARMOT_RELATION_UNDETERMINED, "Not compared" },
    { "95.2", NULL, NULL, MARMOT_GOAL_FORM_INTERVAL, MARMOT_RELATION_NOT_COMPARED, "Not compared" },
    { "97", NULL, NULL, MARMOT_GOAL_FORM_RANGE, MARMOT_RELATION_HIGHER, "Green" },
    { "95.5", NULL, NULL, MARMOT_GOAL_FORM_RANGE, MARMOT_RELATION_SIMILAR, "Amber" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotGoal) goal = marmot_goal_new (cases[i].form, MARMOT_POLARITY_HIGH_IS_GOOD, 95, 96);
      g_autoptr (MarmotObservation) figure
        = new_observation (NULL, NULL, NULL, MARMOT_OBSERVATION_ROLE_ACTUAL, cases[i].value, cases[i].lower,
                           cases[i].upper);
      g_autoptr (MarmotComparison) c = marmot_comparison_new_goal (figure, goal, NULL, NULL, NULL);

      cr_assert (marmot_comparison_get_relation (c) == cases[i].relation, "%zu: %d", i,
                 marmot_comparison_get_relation (c));
      cr_assert (g_str_equal (marmot_comparison_get_label (c), cases[i].label), "%zu", i);
    }
}

Test (goal, one_figure_without_what_the_goal_needs)
{
  g_autoptr (MarmotGoal) goal = marmot_goal_new (MARMOT_GOAL_FORM_PERCENTILE_RANGE, MARMOT_POLARITY_HIGH_IS_GOOD, 50, 90);
  g_autoptr (MarmotGoal) of_england
    = marmot_goal_new (MARMOT_GOAL_FORM_PREVIOUS_ENGLAND, MARMOT_POLARITY_LOW_IS_GOOD, 0, 0);
  g_autoptr (MarmotObservation) figure
    = new_observation (NULL, NULL, NULL, MARMOT_OBSERVATION_ROLE_ACTUAL, "5", NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotComparison) alone = marmot_comparison_new_goal (figure, of_england, NULL, NULL, NULL);

  cr_assert (marmot_comparison_new_goal (figure, goal, NULL, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  cr_assert (marmot_comparison_get_code (alone) == MARMOT_COMPARISON_CODE_NOT_COMPARED);
  cr_assert (g_str_equal (marmot_comparison_get_reason (alone), "The benchmark is missing."));
}

Test (goal, wrong_requests_and_rows)
{
  const double values[] = { 1, NAN };
  g_autoptr (MarmotTable) figures = test_one_column ("value", values, 2);
  g_autoptr (MarmotColumn) one = marmot_column_new_double (values, 1);
  const struct
  {
    MarmotGoalForm form;
    double lower, upper;
    gboolean give;
    MarmotError code;
  } cases[] = {
    { MARMOT_GOAL_FORM_RANGE, 2, 1, FALSE, MARMOT_ERROR_INVALID_ARGUMENT },
    { MARMOT_GOAL_FORM_VALUE, NAN, 0, FALSE, MARMOT_ERROR_INVALID_ARGUMENT },
    { MARMOT_GOAL_FORM_PERCENTILE_RANGE, 50, 90, FALSE, MARMOT_ERROR_INVALID_ARGUMENT },
    { MARMOT_GOAL_FORM_PERCENTILE_RANGE, 50, 101, TRUE, MARMOT_ERROR_INVALID_ARGUMENT },
    { MARMOT_GOAL_FORM_INTERVAL, 1, 0, FALSE, MARMOT_ERROR_NOT_FOUND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotGoal) goal
        = marmot_goal_new (cases[i].form, MARMOT_POLARITY_HIGH_IS_GOOD, cases[i].lower, cases[i].upper);
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_goal_compare_columns (goal, figures, cases[i].give ? one : NULL, &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, (int) cases[i].code), "%zu", i);
    }

  {
    g_autoptr (MarmotGoal) goal = marmot_goal_new (MARMOT_GOAL_FORM_VALUE, MARMOT_POLARITY_NO_JUDGEMENT, 1, 0);
    g_autoptr (MarmotTable) result = marmot_goal_compare_columns (goal, figures, NULL, NULL);

    cr_assert (test_code (result, 0) == MARMOT_COMPARISON_CODE_BETTER);
    cr_assert (test_reason (result, 1) == MARMOT_COMPARISON_REASON_NOT_FINITE);
  }
}
