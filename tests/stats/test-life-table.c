/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/figures.h"

static const char *const names[] = { "age", "deaths", "population", NULL };

/* Options without the rules that a test is not about. */
static MarmotLifeTableOptions *
lenient (double infant_part)
{
  return g_object_new (MARMOT_TYPE_LIFE_TABLE_OPTIONS, "infant-part", infant_part, "minimum-population", 0.0,
                       "maximum-width", 0.0, NULL);
}

static gsize
find_row (const TestTable *file,
          guint line,
          MarmotGroups *groups,
          const MarmotTable *tables)
{
  g_autoptr (MarmotColumn) group = marmot_table_get_column_by_name (tables, "key");
  double id = test_table_number (file, line, "case_id"), age = test_table_number (file, line, "startage");

  for (gsize row = 0; row < marmot_table_get_n_rows (tables); row++)
    if (marmot_column_get_double (group, row) == id && test_result (tables, "age", row) == age)
      return row;
  cr_assert_fail ("no row for case %g", id);
  return 0;
}

Test (life_table, agrees_with_the_peer)
{
  const char *const from[] = { "startage", "deaths", "population", NULL };
  g_autoptr (TestTable) rows = test_table_load ("phe-life-expectancy-rows.csv");
  g_autoptr (TestTable) expected = test_table_load ("phe-life-expectancy.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (rows, names, from);
  g_autoptr (MarmotGroups) groups = test_groups_of (rows, "case_id");
  g_autoptr (MarmotIntervalOptions) levels = test_levels ("0.95|0.998", 0);
  g_autoptr (MarmotLifeTableOptions) options = marmot_life_table_options_new (levels);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) tables = marmot_life_tables (figures, groups, options, &error);
  guint n_ok = 0, n_none = 0;

  g_assert_no_error (error);
  for (guint line = 0; line < expected->rows->len; line++)
    {
      const char *const ours[] = { "value", "lower_95", "upper_95", "lower_99.8", "upper_99.8" };
      const char *const of_peer[] = { "value", "lowercl", "uppercl", "lower99_8cl", "upper99_8cl" };
      const char *source = test_table_text (expected, line, "source");
      const char *value = test_table_text (expected, line, "value");
      gsize row = find_row (expected, line, groups, tables);

      if (g_str_equal (source, "edge_zero_deaths_last"))
        cr_assert (test_status_is (tables, "status", row, MARMOT_STATUS_NO_DEATHS_IN_OPEN_BAND));
      else if (g_str_equal (source, "edge_zero_pop"))
        cr_assert (test_status_is (tables, "status", row, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE));
      /* The peer takes twenty bands and no other number; any will do here. */
      else if (g_str_equal (source, "edge_19_rows_missing_band"))
        cr_assert (test_status_is (tables, "status", row, MARMOT_STATUS_OK));
      /* Nobody is left: the peer says that they live no more years. */
      else if (g_str_equal (value, "0"))
        cr_assert (test_status_is (tables, "status", row, MARMOT_STATUS_NO_SURVIVORS));
      else
        {
          cr_assert (test_status_is (tables, "status", row, MARMOT_STATUS_OK), "%s", source);
          for (int i = 0; i < 5; i++)
            cr_assert (test_near (test_result (tables, ours[i], row), test_table_number (expected, line, of_peer[i]),
                                  1e-11),
                       "%s of case %s at %s", ours[i], test_table_text (expected, line, "case_id"),
                       test_table_text (expected, line, "startage"));
          n_ok++;
          continue;
        }
      n_none++;
    }
  cr_assert (n_ok > 300 && n_none > 40);
}

Test (life_table, takes_any_bands)
{
  const char *const from[] = { "startage", "deaths", "population", NULL };
  g_autoptr (TestTable) rows = test_table_load ("life-19-bands-rows.csv");
  g_autoptr (TestTable) expected = test_table_load ("life-19-bands.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (rows, names, from);
  g_autoptr (MarmotGroups) groups = test_groups_of (rows, "case_id");

  for (int half = 0; half < 2; half++)
    {
      g_autoptr (MarmotLifeTableOptions) options = lenient (half ? 0.5 : 0.1);
      g_autoptr (MarmotTable) tables = marmot_life_tables (figures, groups, options, NULL);

      for (guint line = 0; line < expected->rows->len; line++)
        {
          gsize row = find_row (expected, line, groups, tables);
          double value = test_table_number (expected, line, half ? "value_5" : "value_1");

          if (isnan (value))
            continue;
          cr_assert (test_near (test_result (tables, "value", row), value, 1e-11));
          cr_assert (test_near (test_result (tables, "se", row),
                                test_table_number (expected, line, half ? "se_5" : "se_1"), 1e-11));
        }
    }
}

/* Three bands by hand. */
static const double ages[] = { 0, 1, 5 }, deaths[] = { 10, 5, 900 }, population[] = { 1000, 4000, 90000 };
static const double *const three[] = { ages, deaths, population };

Test (life_table, every_column_by_hand)
{
  g_autoptr (MarmotTable) figures = test_figures (names, three, 3);
  g_autoptr (MarmotLifeTable) life = marmot_life_table_new (figures, NULL, NULL);
  g_autoptr (MarmotTable) table = marmot_life_table_to_table (life);
  double q0 = 0.01 / (1 + 0.01 * 0.9), q1 = 4 * 0.00125 / (1 + 4 * 0.00125 * 0.5);
  double l1 = 1e5 * (1 - q0), l2 = l1 * (1 - q1), l3 = l1 * (1 - q1 / 2);
  double e2 = 100, T1 = 4 * (l2 + 0.5 * l1 * q1) + l2 * e2, T0 = l1 + 0.1 * 1e5 * q0 + T1;
  double w2 = l2 * l2 / (900 * 1e-4), w1 = q1 * q1 * (1 - q1) / 5 * pow (l1 * (2 + e2), 2);
  double w0 = q0 * q0 * (1 - q0) / 10 * pow (1e5 * (0.9 + T1 / l1), 2);
  g_autoptr (MarmotEstimate) e = marmot_life_table_get_expectancy (life, 0);
  g_autoptr (MarmotEstimate) none = marmot_life_table_get_expectancy (life, -1);
  g_autoptr (MarmotEstimate) healthy = marmot_life_table_get_healthy_expectancy (life, 0);
  const double at[] = { 0, 3, 7, 99, -1, (double) NAN };
  g_autoptr (MarmotColumn) at_column = test_nullable (at, 6);
  g_autoptr (MarmotColumn) years = marmot_life_table_get_years (life, at_column, NULL);

  cr_assert (marmot_life_table_get_status (life) == MARMOT_STATUS_OK);
  cr_assert (test_near (test_result (table, "q", 1), q1, 1e-14) && test_result (table, "q", 2) == 1);
  cr_assert (test_near (test_result (table, "alive", 2), l2, 1e-14));
  cr_assert (test_near (test_result (table, "years_lived", 2), l2 * 100, 1e-14));
  cr_assert (test_near (test_result (table, "years_beyond", 0), T0, 1e-14));
  cr_assert (test_near (test_result (table, "value", 1), T1 / l1, 1e-14));
  cr_assert (test_near (test_result (table, "se", 0), sqrt (w0 + w1 + w2) / 1e5, 1e-13));
  cr_assert (test_near (test_result (table, "se", 2), 100 / sqrt (900), 1e-13));
  cr_assert (test_near (marmot_estimate_get_value (e), T0 / 1e5, 1e-14));
  cr_assert (marmot_estimate_get_method (e) == MARMOT_METHOD_CHIANG_SILCOCKS);
  cr_assert (marmot_estimate_get_status (none) == MARMOT_STATUS_UNKNOWN_BAND);
  cr_assert (marmot_estimate_get_status (healthy) == MARMOT_STATUS_MISSING);
  cr_assert (test_near (marmot_column_get_double (years, 0), T0 / 1e5, 1e-14));
  /* Half of the band's deaths lie behind the middle of the band. */
  cr_assert (test_near (marmot_column_get_double (years, 1), ((l3 + l2) + l2 * e2) / l3, 1e-14));
  cr_assert (test_near (marmot_column_get_double (years, 2), 100, 1e-14));
  cr_assert (test_near (marmot_column_get_double (years, 3), 100, 1e-14));
  cr_assert (marmot_column_is_null (years, 4) && marmot_column_is_null (years, 5));
}

/* One thing wrong at a time: each rule has its own status, and a missing number never
 * becomes a band in which everybody dies. */
Test (life_table, each_rule_has_its_status)
{
  const double nan_ = (double) NAN, inf = (double) INFINITY;
  const struct
  {
    int column, row;
    double number;
    MarmotStatus status;
  } cases[] = {
    { 1, 1, nan_, MARMOT_STATUS_MISSING },     { 2, 1, nan_, MARMOT_STATUS_MISSING },
    { 0, 1, nan_, MARMOT_STATUS_MISSING },     { 1, 1, inf, MARMOT_STATUS_NOT_FINITE },
    { 1, 1, -1, MARMOT_STATUS_NEGATIVE_COUNT }, { 2, 1, 0, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { 1, 1, 4001, MARMOT_STATUS_COUNT_OVER_DENOMINATOR },
    { 0, 1, 5, MARMOT_STATUS_DUPLICATE_BAND }, { 0, 0, -1, MARMOT_STATUS_UNKNOWN_BAND },
    { 2, 2, 1, MARMOT_STATUS_COUNT_OVER_DENOMINATOR },
    { 1, 2, 0, MARMOT_STATUS_NO_DEATHS_IN_OPEN_BAND },
    { 1, 2, 5, MARMOT_STATUS_INTERVAL_TOO_WIDE }, { 1, 2, 5e-324, MARMOT_STATUS_NOT_FINITE },
  };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      double cells[3][3];
      const double *const columns[] = { cells[0], cells[1], cells[2] };
      g_autoptr (MarmotTable) figures = NULL;
      g_autoptr (MarmotTable) result = NULL;

      for (int i = 0; i < 3; i++)
        memcpy (cells[i], three[i], sizeof cells[i]);
      cells[cases[c].column][cases[c].row] = cases[c].number;
      figures = test_figures (names, columns, 3);
      result = marmot_life_expectancies (figures, NULL, cells[0][0], NULL, NULL);
      cr_assert (test_status_is (result, "status", 0, cases[c].status), "case %zu", c);
      cr_assert (isnan (test_result (result, "value", 0)) && isnan (test_result (result, "lower", 0)));
    }
}

Test (life_table, the_rules_are_a_policy)
{
  g_autoptr (MarmotTable) figures = test_figures (names, three, 3);
  const struct
  {
    const char *rule;
    double least;
    MarmotStatus status;
  } cases[] = {
    { "minimum-population", 94999, MARMOT_STATUS_OK },
    { "minimum-population", 95000, MARMOT_STATUS_POPULATION_TOO_SMALL },
    { "minimum-deaths", 915, MARMOT_STATUS_OK },
    { "minimum-deaths", 916, MARMOT_STATUS_TOO_FEW_EVENTS },
    { "maximum-width", 1, MARMOT_STATUS_INTERVAL_TOO_WIDE },
  };
  const struct
  {
    const char *rule;
    double number;
  } wrong[] = { { "infant-part", 0 }, { "infant-part", 1 }, { "radix", 0 }, { "maximum-width", -1 } };
  const double many[] = { 10, 9001, 900 };
  const double *const over[] = { ages, many, population };
  g_autoptr (MarmotTable) more = test_figures (names, over, 3);
  g_autoptr (MarmotLifeTableOptions) allowing
    = g_object_new (MARMOT_TYPE_LIFE_TABLE_OPTIONS, "deaths-over-population", TRUE, NULL);
  g_autoptr (MarmotLifeTable) life = marmot_life_table_new (more, allowing, NULL);
  g_autoptr (MarmotEstimate) last = marmot_life_table_get_expectancy (life, 5);
  g_autoptr (MarmotIntervalOptions) months = test_levels ("0.95", 12);
  g_autoptr (MarmotLifeTableOptions) in_months = marmot_life_table_options_new (months);
  GError *error = NULL;

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (MarmotLifeTableOptions) options
        = g_object_new (MARMOT_TYPE_LIFE_TABLE_OPTIONS, cases[c].rule, cases[c].least, NULL);
      g_autoptr (MarmotTable) result = marmot_life_expectancies (figures, NULL, 0, options, NULL);

      cr_assert (test_status_is (result, "status", 0, cases[c].status), "case %zu", c);
    }
  for (gsize c = 0; c < G_N_ELEMENTS (wrong); c++)
    {
      g_autoptr (MarmotLifeTableOptions) options
        = g_object_new (MARMOT_TYPE_LIFE_TABLE_OPTIONS, wrong[c].rule, wrong[c].number, NULL);

      cr_assert (marmot_life_table_new (figures, options, &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
      g_clear_error (&error);
    }
  cr_assert (marmot_life_table_new (figures, in_months, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);

  /* Everybody dies before five. */
  cr_assert (marmot_life_table_get_status (life) == MARMOT_STATUS_OK);
  cr_assert (marmot_estimate_get_status (last) == MARMOT_STATUS_NO_SURVIVORS);
}

/* Labels for ages, rows in any order, and groups of different bands. */
Test (life_table, bands_by_label_in_any_order)
{
  const char *const labels[] = { "90+", "<1", "5 to 89", "1-4", "under 1", "1 and over", NULL };
  const double d[] = { 300, 10, 50, 5, 10, 300 }, p[] = { 1000, 1000, 30000, 4000, 1000, 20000 };
  const gint32 codes[] = { 0, 0, 0, 0, 1, 1 };
  const char *const columns_names[] = { "band", "deaths", "population", NULL };
  g_autoptr (MarmotColumn) band = marmot_column_new_text (labels);
  g_autoptr (MarmotColumn) dead = marmot_column_new_double (d, 6);
  g_autoptr (MarmotColumn) people = marmot_column_new_double (p, 6);
  MarmotColumn *columns[] = { band, dead, people };
  g_autoptr (MarmotTable) figures = marmot_table_new (columns_names, columns, 3, NULL);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, 6, 2, NULL);
  g_autoptr (MarmotTable) tables = marmot_life_tables (figures, groups, NULL, NULL);
  g_autoptr (MarmotTable) at_one = marmot_life_expectancies (figures, groups, 1, NULL, NULL);
  const double starts[] = { 0, 1, 5, 90, 0, 1 };

  for (gsize i = 0; i < 6; i++)
    cr_assert (test_result (tables, "age", i) == starts[i]);
  cr_assert (test_near (test_result (at_one, "value", 1), 20000 / 300.0, 1e-14));
  cr_assert (test_result (at_one, "deaths", 0) == 355);
}

/* All in good health: healthy life is life. Known shares: their variance is none. */
Test (life_table, healthy_life)
{
  const char *const with_share[] = { "age", "deaths", "population", "share", "share_variance", NULL };
  const double all[] = { 1, 1, 1 }, half[] = { 0.5, 0.5, 0.5 }, none[] = { 0, 0, 0 }, some[] = { 0.0004, 0.0001, 0.0009 };
  const double outside[] = { 0.5, 1.5, 0.5 }, missing[] = { 0.5, (double) NAN, 0.5 };
  const struct
  {
    const double *share, *variance;
    MarmotStatus status;
    double part; /* of life and of the se that mortality gives */
  } cases[] = {
    { all, none, MARMOT_STATUS_OK, 1 },
    { half, none, MARMOT_STATUS_OK, 0.5 },
    { half, some, MARMOT_STATUS_OK, 0.5 },
    { outside, none, MARMOT_STATUS_SHARE_OUT_OF_RANGE, 0 },
    { missing, none, MARMOT_STATUS_MISSING, 0 },
  };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      const double *const columns[] = { ages, deaths, population, cases[c].share, cases[c].variance };
      g_autoptr (MarmotTable) figures = test_figures (with_share, columns, 3);
      g_autoptr (MarmotTable) tables = marmot_life_tables (figures, NULL, NULL, NULL);
      double extra = 0;

      cr_assert (test_status_is (tables, "healthy_status", 0, cases[c].status));
      if (cases[c].status != MARMOT_STATUS_OK)
        continue;
      for (gsize i = 0; i < 3; i++)
        extra += cases[c].variance[i] * pow (test_result (tables, "years_lived", i) / 1e5, 2);
      cr_assert (test_near (test_result (tables, "healthy", 0), cases[c].part * test_result (tables, "value", 0), 1e-14));
      cr_assert (test_near (test_result (tables, "healthy_se", 0),
                            sqrt (pow (cases[c].part * test_result (tables, "se", 0), 2) + extra), 1e-13));
    }
}

Test (life_table, figures_must_have_their_columns)
{
  const char *const wrong[][4] = { { "deaths", "population", NULL }, { "age", "population", NULL }, { "age", "deaths", NULL } };
  GError *error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (MarmotTable) figures = test_figures (wrong[i], three, 3);

      cr_assert (marmot_life_tables (figures, NULL, NULL, &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
      g_clear_error (&error);
    }
}

/* Survival as a function of exact age and years as its integrals, worked out by
 * make-lives.py. */
Test (life_table, ages_inside_bands_agree_with_integrals)
{
  static const char *const columns[] = { "age", "deaths", "population", "share", "share_variance", NULL };
  g_autoptr (TestTable) rows = test_table_load ("life-inside-rows.csv");
  g_autoptr (TestTable) expected = test_table_load ("life-inside.csv");
  g_autofree double *pair = test_table_numbers (rows, "pair");
  g_autofree double *second = test_table_numbers (rows, "second");
  guint n_inside = 0;

  for (guint line = 0; line < expected->rows->len; line++)
    {
      double age = test_table_number (expected, line, "age");
      g_autoptr (MarmotLifeTableOptions) options = lenient (test_table_number (expected, line, "a0"));
      g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (MarmotTable) figures = NULL;
      g_autoptr (MarmotTable) at_age = NULL;
      g_autoptr (MarmotLifeTable) life = NULL;
      g_autoptr (MarmotEstimate) value = NULL;
      g_autoptr (MarmotEstimate) healthy = NULL;
      gsize n = 0;

      for (gsize k = 0; columns[k]; k++)
        {
          double *all = test_table_numbers (rows, columns[k]);

          n = 0;
          for (guint row = 0; row < rows->rows->len; row++)
            if (pair[row] == test_table_number (expected, line, "pair")
                && second[row] == test_table_number (expected, line, "second"))
              all[n++] = all[row];
          g_ptr_array_add (numbers, all);
        }
      figures = test_figures (columns, (const double *const *) numbers->pdata, n);
      life = marmot_life_table_new (figures, options, NULL);
      value = marmot_life_table_get_expectancy (life, age);
      healthy = marmot_life_table_get_healthy_expectancy (life, age);
      at_age = marmot_life_expectancies (figures, NULL, age, options, NULL);

      cr_assert (test_near (marmot_estimate_get_value (value), test_table_number (expected, line, "value"), 1e-12));
      cr_assert (test_near (marmot_estimate_get_value (healthy), test_table_number (expected, line, "healthy"), 1e-12));
      cr_assert (test_result (at_age, "value", 0) == marmot_estimate_get_value (value));
      cr_assert (test_result (at_age, "healthy", 0) == marmot_estimate_get_value (healthy));
      cr_assert (test_near (test_result (at_age, "se", 0), test_table_number (expected, line, "se"), 1e-11),
                 "line %u", line);
      cr_assert (test_near (test_result (at_age, "healthy_se", 0), test_table_number (expected, line, "healthy_se"), 1e-11),
                 "line %u", line);
      n_inside += age != floor (age);
    }
  cr_assert (n_inside > 30);
}
