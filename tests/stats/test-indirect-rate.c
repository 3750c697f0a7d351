/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/figures.h"

static const char *const names[] = { "count", "population", "reference_count", "reference_population", NULL };

typedef MarmotTable *(*Indirect) (MarmotTable *, MarmotTable *, MarmotGroups *, MarmotStandardisationOptions *, GError **);

static void
check_against_peer (const char *file,
                    Indirect indirect,
                    const char *multiplier)
{
  const char *const from[] = { "x", "n", "x_ref", "n_ref", NULL };
  g_autoptr (TestTable) rows = test_table_load ("phe-indirect-rows.csv");
  g_autoptr (TestTable) expected = test_table_load (file);
  g_autoptr (MarmotTable) figures = test_figures_of (rows, names, from);
  g_autoptr (MarmotGroups) groups = test_groups_of (rows, "case_id");
  guint n_checked = 0, n_nothing = 0;

  for (guint line = 0; line < expected->rows->len; line++)
    {
      const char *levels = test_table_text (expected, line, "confidence");
      gboolean two = strchr (levels, '|') != NULL;
      const char *const columns[] = { "value", two ? "lower_95" : "lower", two ? "upper_95" : "upper", "lower_99.8",
                                      "upper_99.8", "observed", "expected" };
      const char *const of_peer[] = { "value", "lowercl", "uppercl", "lower99_8cl", "upper99_8cl", "observed",
                                      "expected" };
      g_autoptr (MarmotStandardisationOptions) options
        = test_standardisation (levels, test_table_number (expected, line, multiplier), 10, TRUE, NULL);
      g_autoptr (MarmotTable) result = indirect (figures, NULL, groups, options, NULL);
      gsize row = test_group_row (groups, test_table_number (expected, line, "case_id"));

      if (g_str_equal (test_table_text (expected, line, "source"), "edge_expected_zero"))
        {
          /* The peer says infinity. */
          cr_assert (test_status_is (result, "status", row, MARMOT_STATUS_NOTHING_EXPECTED));
          cr_assert (isnan (test_result (result, "value", row)));
          n_nothing++;
          continue;
        }
      for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
        if (two || (i != 3 && i != 4))
          cr_assert (test_near (test_result (result, columns[i], row), test_table_number (expected, line, of_peer[i]),
                                1e-12),
                     "%s of case %s: %.17g", columns[i], test_table_text (expected, line, "case_id"),
                     test_result (result, columns[i], row));
      n_checked++;
    }
  cr_assert (n_checked >= 15 && n_nothing == 1);
}

Test (indirect_rate, rates_agree_with_the_peer)
{
  check_against_peer ("phe-indirect-rate.csv", marmot_indirect_rates, "multiplier");
}

Test (indirect_rate, ratios_agree_with_the_peer)
{
  check_against_peer ("phe-indirect-ratio.csv", marmot_indirect_ratios, "refvalue");
}

Test (indirect_rate, one_population)
{
  const double count[] = { 3, 4 }, population[] = { 100, 200 }, events[] = { 10, 30 }, people[] = { 1000, 1000 };
  const double *const columns[] = { count, population, events, people };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 2);
  g_autoptr (MarmotEstimate) ratio = marmot_indirect_ratio (figures, NULL, NULL);
  g_autoptr (MarmotEstimate) rate = marmot_indirect_rate (figures, NULL, NULL);
  g_autoptr (MarmotTable) table = marmot_indirect_rates (figures, NULL, NULL, NULL, NULL);
  g_autoptr (MarmotEstimate) crude = marmot_rate (7, 300, NULL, NULL);

  cr_assert (test_near (marmot_estimate_get_value (ratio), 1, 1e-15));
  cr_assert (marmot_estimate_get_method (ratio) == MARMOT_METHOD_INDIRECT);
  cr_assert_float_eq (marmot_estimate_get_lower (ratio), 2.8143630515 / 7, 1e-10);
  cr_assert (test_near (marmot_estimate_get_value (rate), 2000, 1e-15));
  cr_assert (test_near (test_result (table, "reference_rate", 0), 2000, 1e-15));
  cr_assert (test_near (test_result (table, "crude_upper", 0), marmot_estimate_get_upper (crude), 1e-14));
}

/* The events of areas given apart, in another order, one missing, one of no area. */
Test (indirect_rate, totals_are_matched_by_key)
{
  const double population[] = { 100, 200, 300, 400, 500, 600 }, events[] = { 10, 30, 10, 30, 10, 30 };
  const double people[] = { 1000, 1000, 1000, 1000, 1000, 1000 }, area[] = { 1, 1, 2, 2, 3, 3 };
  const char *const with_area[] = { "area", "population", "reference_count", "reference_population", NULL };
  const double *const columns[] = { area, population, events, people };
  const char *const key[] = { "area", NULL };
  g_autoptr (MarmotTable) figures = test_figures (with_area, columns, 6);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_table (figures, key, NULL);
  const gint64 observed_area[] = { 9, 3, 1 }, twice[] = { 1, 3, 1 };
  const gint64 observed_count[] = { 100, 12, 14 };
  g_autoptr (MarmotColumn) a = marmot_column_new_integer (observed_area, 3);
  g_autoptr (MarmotColumn) b = marmot_column_new_integer (twice, 3);
  g_autoptr (MarmotColumn) c = marmot_column_new_integer (observed_count, 3);
  const char *const of_totals[] = { "area", "count", NULL }, *const other[] = { "place", "count", NULL };
  MarmotColumn *pair[] = { a, c }, *repeated[] = { b, c };
  g_autoptr (MarmotTable) totals = marmot_table_new (of_totals, pair, 2, NULL);
  g_autoptr (MarmotTable) doubled = marmot_table_new (of_totals, repeated, 2, NULL);
  g_autoptr (MarmotTable) misnamed = marmot_table_new (other, pair, 2, NULL);
  g_autoptr (MarmotTable) result = marmot_indirect_ratios (figures, totals, groups, NULL, NULL);
  const gint32 codes[] = { 0, 0, 1, 1, 2, 2 };
  g_autoptr (MarmotGroups) nameless = marmot_groups_new_from_codes (codes, 6, 3, NULL);
  GError *error = NULL;

  cr_assert (test_near (test_result (result, "value", 0), 2, 1e-15));
  cr_assert (test_near (test_result (result, "crude", 0), 100000 * 14 / 300.0, 1e-15));
  cr_assert (test_status_is (result, "status", 1, MARMOT_STATUS_MISSING));
  cr_assert (isnan (test_result (result, "observed", 1)) && test_near (test_result (result, "expected", 1), 15, 1e-15));
  cr_assert (test_near (test_result (result, "value", 2), 12 / 23.0, 1e-15));

  cr_assert (marmot_indirect_ratios (figures, doubled, groups, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  g_clear_error (&error);
  cr_assert (marmot_indirect_ratios (figures, misnamed, groups, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_assert (marmot_indirect_ratios (figures, totals, nameless, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_indirect_ratios (figures, totals, NULL, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
  g_clear_error (&error);
}

Test (indirect_rate, what_is_wrong_is_said)
{
  const double nan_ = (double) NAN, inf = (double) INFINITY;
  const struct
  {
    double row[4];
    MarmotStatus status, crude;
  } cases[] = {
    { { 3, 100, 10, 1000 }, MARMOT_STATUS_OK, MARMOT_STATUS_OK },
    { { 3, 0, 10, 1000 }, MARMOT_STATUS_OK, MARMOT_STATUS_OK },
    { { nan_, 100, 10, 1000 }, MARMOT_STATUS_MISSING, MARMOT_STATUS_MISSING },
    { { 3, nan_, 10, 1000 }, MARMOT_STATUS_MISSING, MARMOT_STATUS_MISSING },
    { { 3, 100, nan_, 1000 }, MARMOT_STATUS_MISSING, MARMOT_STATUS_MISSING },
    { { 3, 100, 10, nan_ }, MARMOT_STATUS_MISSING, MARMOT_STATUS_MISSING },
    { { 1e308, 100, 10, 1000 }, MARMOT_STATUS_NOT_FINITE, MARMOT_STATUS_NOT_FINITE },
    { { inf, 100, 10, 1000 }, MARMOT_STATUS_NOT_FINITE, MARMOT_STATUS_NOT_FINITE },
    { { -3, 100, 10, 1000 }, MARMOT_STATUS_NEGATIVE_COUNT, MARMOT_STATUS_NEGATIVE_COUNT },
    { { 3, -100, 10, 1000 }, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { { 3, 100, 10, 0 }, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
  };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      double cells[4][2];
      const double *const columns[] = { cells[0], cells[1], cells[2], cells[3] };
      g_autoptr (MarmotTable) figures = NULL, result = NULL;
      const double good[] = { 5, 200, 20, 2000 };

      for (int i = 0; i < 4; i++)
        {
          cells[i][0] = good[i];
          cells[i][1] = cases[c].row[i];
        }
      figures = test_figures (names, columns, 2);
      result = marmot_indirect_rates (figures, NULL, NULL, NULL, NULL);
      cr_assert (test_status_is (result, "status", 0, cases[c].status), "case %zu", c);
      cr_assert (test_status_is (result, "crude_status", 0, cases[c].crude), "case %zu", c);
      cr_assert (isnan (test_result (result, "value", 0)) == (cases[c].status != MARMOT_STATUS_OK));
    }
}
