/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/figures.h"

static MarmotColumn *
text_column (const TestTable *file,
             const char *name)
{
  g_autofree const char **texts = g_new0 (const char *, file->rows->len + 1);

  for (guint row = 0; row < file->rows->len; row++)
    texts[row] = test_table_text (file, row, name);
  return marmot_column_new_text (texts);
}

/* The rows of the reference, "most" first. */
static MarmotTable *
load_figures (const TestTable *file,
              gboolean backwards)
{
  const char *const names[] = { "dataset", "second", "age", "cause", "deaths", "population", NULL };
  gsize n = file->rows->len;
  g_autofree double *second = g_new (double, n);
  g_autofree double *age = test_table_numbers (file, "age");
  g_autofree double *deaths = test_table_numbers (file, "deaths");
  g_autofree double *population = test_table_numbers (file, "population");
  MarmotColumn *columns[6];
  MarmotTable *table;

  for (guint row = 0; row < n; row++)
    second[row] = g_str_equal (test_table_text (file, row, "group"), "least") != backwards;
  columns[0] = text_column (file, "dataset");
  columns[1] = marmot_column_new_double (second, n);
  columns[2] = marmot_column_new_double (age, n);
  columns[3] = text_column (file, "cause");
  columns[4] = marmot_column_new_double (deaths, n);
  columns[5] = marmot_column_new_double (population, n);
  table = marmot_table_new (names, columns, 6, NULL);
  for (int i = 0; i < 6; i++)
    marmot_column_unref (columns[i]);
  return table;
}

static gsize
find_line (const MarmotTable *result,
           const char *dataset,
           const char *part,
           double age,
           const char *cause)
{
  g_autoptr (MarmotColumn) datasets = marmot_table_get_column_by_name (result, "dataset");
  g_autoptr (MarmotColumn) parts = marmot_table_get_column_by_name (result, "part");
  g_autoptr (MarmotColumn) causes = marmot_table_get_column_by_name (result, "cause");

  for (gsize row = 0; row < marmot_table_get_n_rows (result); row++)
    {
      g_autofree char *of_part = marmot_column_get_text (parts, row);
      g_autofree char *of_dataset = marmot_column_get_text (datasets, row);
      g_autofree char *of_cause = marmot_column_get_text (causes, row);
      double of_age = test_result (result, "age", row);

      if (g_str_equal (of_part, part) && g_str_equal (of_dataset, dataset) && g_strcmp0 (of_cause, cause) == 0
          && (of_age == age || (isnan (of_age) && isnan (age))))
        return row;
    }
  cr_assert_fail ("no line %s %s %g %s", dataset, part, age, cause ? cause : "all");
  return 0;
}

static void
check_number (const TestTable *expected,
              guint line,
              const char *name,
              double found)
{
  double number = test_table_number (expected, line, name);

  cr_assert (fabs (found - number) <= 1e-9 * fabs (number) + 1e-10, "%s of line %u: %.17g", name, line, found);
}

Test (life_gap, agrees_with_the_reference)
{
  const char *const key[] = { "dataset", NULL };
  g_autoptr (TestTable) rows = test_table_load ("life-gap-rows.csv");
  g_autoptr (TestTable) expected = test_table_load ("life-gap.csv");
  g_autoptr (MarmotTable) figures = load_figures (rows, FALSE);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_table (figures, key, NULL);
  g_autoptr (MarmotLifeTableOptions) options
    = g_object_new (MARMOT_TYPE_LIFE_TABLE_OPTIONS, "minimum-population", 0.0, "maximum-width", 0.0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) result = marmot_life_gaps (figures, groups, options, &error);
  guint n_age = 0, n_cause = 0, n_gap = 0;

  g_assert_no_error (error);
  for (guint line = 0; line < expected->rows->len; line++)
    {
      const char *dataset = test_table_text (expected, line, "dataset");
      const char *measure = test_table_text (expected, line, "measure");
      const char *cause = test_table_text (expected, line, "cause_or_group");
      double age = test_table_number (expected, line, "age");
      gsize row;

      if (g_str_equal (measure, "life-expectancy"))
        continue;
      if (g_str_equal (measure, "gap"))
        {
          row = find_line (result, dataset, "gap", (double) NAN, NULL);
          check_number (expected, line, "se", test_result (result, "se", row));
          n_gap++;
        }
      else if (g_str_equal (cause, "all"))
        {
          row = find_line (result, dataset, "age", age, NULL);
          check_number (expected, line, "se", test_result (result, "se", row));
          n_age++;
        }
      else
        {
          row = find_line (result, dataset, "age-cause", age, cause);
          n_cause++;
        }
      check_number (expected, line, "estimate", test_result (result, "value", row));
    }
  cr_assert (n_gap == 7 && n_age == 140 && n_cause == 700);
}

/* Contributions by age, by cause and by both add up, and turn round with the pair. */
Test (life_gap, contributions_add_up)
{
  const char *const key[] = { "dataset", NULL };
  g_autoptr (TestTable) rows = test_table_load ("life-gap-rows.csv");
  g_autoptr (MarmotTable) figures = load_figures (rows, FALSE);
  g_autoptr (MarmotTable) turned = load_figures (rows, TRUE);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_table (figures, key, NULL);
  g_autoptr (MarmotLifeTableOptions) options
    = g_object_new (MARMOT_TYPE_LIFE_TABLE_OPTIONS, "minimum-population", 0.0, "maximum-width", 0.0, NULL);
  g_autoptr (MarmotTable) result = marmot_life_gaps (figures, groups, options, NULL);
  g_autoptr (MarmotTable) other = marmot_life_gaps (turned, groups, options, NULL);
  g_autoptr (MarmotColumn) parts = marmot_table_get_column_by_name (result, "part");
  double gap = 0, by_age = 0, by_cause = 0, by_both = 0;
  gsize n = marmot_table_get_n_rows (result), n_gaps = 0;

  cr_assert (marmot_table_get_n_rows (other) == n);
  for (gsize row = 0; row <= n; row++)
    {
      g_autofree char *part = row < n ? marmot_column_get_text (parts, row) : g_strdup ("gap");
      double value = row < n ? test_result (result, "value", row) : 0;

      if (g_str_equal (part, "gap"))
        {
          cr_assert (fabs (by_age - gap) < 1e-12 && fabs (by_cause - gap) < 1e-12 && fabs (by_both - gap) < 1e-12,
                     "%g %g %g", by_age - gap, by_cause - gap, by_both - gap);
          gap = value;
          by_age = by_cause = by_both = 0;
          n_gaps++;
        }
      else if (g_str_equal (part, "age"))
        by_age += value;
      else if (g_str_equal (part, "cause"))
        by_cause += value;
      else if (g_str_equal (part, "age-cause"))
        by_both += value;
      if (row < n)
        {
          cr_assert (fabs (value + test_result (other, "value", row)) <= 1e-13);
          cr_assert (test_near (test_result (other, "se", row), test_result (result, "se", row), 1e-9));
        }
    }
  cr_assert (n_gaps == 8);
}

typedef struct
{
  double deaths[2][3], population[2][3], share[2][3], variance[2][3];
} Pair;

static const Pair usual = {
  { { 12, 90, 400 }, { 8, 60, 300 } },
  { { 2000, 20000, 5000 }, { 2500, 22000, 6000 } },
  { { 0.95, 0.8, 0.5 }, { 0.97, 0.85, 0.6 } },
  { { 1e-4, 2e-4, 4e-4 }, { 1e-4, 1e-4, 3e-4 } },
};

static MarmotLifeGap *
make_gap (const Pair *pair)
{
  static const double ages[] = { 0, 5, 75 };
  const char *const names[] = { "age", "deaths", "population", "share", "share_variance", NULL };
  MarmotTable *tables[2];
  MarmotLifeGap *gap;
  g_autoptr (MarmotLifeTableOptions) options
    = g_object_new (MARMOT_TYPE_LIFE_TABLE_OPTIONS, "minimum-population", 0.0, "maximum-width", 0.0, NULL);

  for (int p = 0; p < 2; p++)
    {
      const double *const columns[]
        = { ages, pair->deaths[p], pair->population[p], pair->share[p], pair->variance[p] };

      tables[p] = test_figures (names, columns, 3);
    }
  gap = marmot_life_gap_new (tables[0], tables[1], options, NULL);

  for (int p = 0; p < 2; p++)
    marmot_table_unref (tables[p]);
  return gap;
}

typedef MarmotEstimate *(*Getter) (MarmotLifeGap *);

static double
get_value (const Pair *pair,
           Getter get)
{
  g_autoptr (MarmotLifeGap) gap = make_gap (pair);
  g_autoptr (MarmotEstimate) e = get (gap);

  return marmot_estimate_get_value (e);
}

/* The standard errors against slopes taken by differences: of q (through deaths, at a
 * variance that gives q's) and of the shares. */
Test (life_gap, healthy_gaps_split_and_their_errors)
{
  const Getter getters[] = { marmot_life_gap_get_gap, marmot_life_gap_get_healthy_gap,
                             marmot_life_gap_get_mortality_part, marmot_life_gap_get_health_part };
  const double width[] = { 5, 70 }, part[] = { 0.1, 0.5 };
  g_autoptr (MarmotLifeGap) gap = make_gap (&usual);
  double values[4];

  cr_assert (marmot_life_gap_get_status (gap) == MARMOT_STATUS_OK);
  for (gsize k = 0; k < 4; k++)
    {
      g_autoptr (MarmotEstimate) e = getters[k](gap);
      double variance = 0, se = (marmot_estimate_get_upper (e) - marmot_estimate_get_value (e)) / 1.959963984540054;

      values[k] = marmot_estimate_get_value (e);
      for (int p = 0; p < 2; p++)
        for (int i = 0; i < 3; i++)
          {
            Pair up = usual, down = usual;
            double d = usual.deaths[p][i], m = d / usual.population[p][i], of_deaths = d, slope, step = 1e-4 * d;

            up.deaths[p][i] += step;
            down.deaths[p][i] -= step;
            slope = (get_value (&up, getters[k]) - get_value (&down, getters[k])) / (2 * step);
            if (i < 2)
              {
                double u = 1 + width[i] * (1 - part[i]) * m, q = width[i] * m / u;
                double dq = width[i] / (u * u) / usual.population[p][i];

                of_deaths = q * q * (1 - q) / d / (dq * dq);
              }
            variance += slope * slope * of_deaths;

            up = down = usual;
            up.share[p][i] += 1e-5;
            down.share[p][i] -= 1e-5;
            slope = (get_value (&up, getters[k]) - get_value (&down, getters[k])) / 2e-5;
            variance += slope * slope * usual.variance[p][i];
          }
      cr_assert (fabs (sqrt (variance) - se) < 1e-6 * se, "getter %zu: %.12g, not %.12g", k, se, sqrt (variance));
    }
  cr_assert (fabs (values[2] + values[3] - values[1]) < 1e-12);
  cr_assert (values[0] > 0 && values[1] > 0);
}

/* A population beside itself: no gap anywhere, and causes that cancel out leave
 * numbers. */
Test (life_gap, equal_rates_do_no_harm)
{
  const char *const causes[] = { "a", "b", "a", "b", NULL };
  const char *const names[] = { "age", "deaths", "population", "cause", NULL };
  const double age[] = { 0, 0, 50, 50 }, one[] = { 30, 10, 200, 100 }, other[] = { 10, 30, 100, 200 };
  const double people[] = { 5000, 5000, 4000, 4000 };
  g_autoptr (MarmotColumn) ages = marmot_column_new_double (age, 4);
  g_autoptr (MarmotColumn) first = marmot_column_new_double (one, 4);
  g_autoptr (MarmotColumn) second = marmot_column_new_double (other, 4);
  g_autoptr (MarmotColumn) population = marmot_column_new_double (people, 4);
  g_autoptr (MarmotColumn) cause = marmot_column_new_text (causes);
  MarmotColumn *a[] = { ages, first, population, cause }, *b[] = { ages, second, population, cause };
  g_autoptr (MarmotTable) left = marmot_table_new (names, a, 4, NULL);
  g_autoptr (MarmotTable) right = marmot_table_new (names, b, 4, NULL);
  g_autoptr (MarmotLifeGap) gap = marmot_life_gap_new (left, right, NULL, NULL);
  g_autoptr (MarmotTable) table = marmot_life_gap_to_table (gap);
  g_autoptr (MarmotColumn) parts = marmot_table_get_column_by_name (table, "part");
  double of_causes[2];
  gsize n_causes = 0;

  for (gsize row = 0; row < marmot_table_get_n_rows (table); row++)
    {
      g_autofree char *part = marmot_column_get_text (parts, row);

      cr_assert (isfinite (test_result (table, "value", row)) && isfinite (test_result (table, "se", row)));
      if (g_str_equal (part, "gap") || g_str_equal (part, "age"))
        cr_assert (test_result (table, "value", row) == 0);
      if (g_str_equal (part, "cause"))
        of_causes[n_causes++] = test_result (table, "value", row);
    }
  cr_assert (n_causes == 2);
  /* Cause a kills more in the first: without it they would live longer. */
  cr_assert (of_causes[0] > 0 && fabs (of_causes[0] + of_causes[1]) < 1e-13);
}

Test (life_gap, what_is_wrong_is_said)
{
  static const double nan_ = (double) NAN;
  Pair pair = usual;
  const char *const names[] = { "age", "deaths", "population", "second", NULL };
  const double age[] = { 0, 50, 0, 60 }, deaths[] = { 50, 400, 40, 300 }, people[] = { 9000, 5000, 9000, 5000 };
  const double second[] = { 0, 0, 1, 1 }, odd[] = { 0, 0, 1, 2 };
  const double *const columns[] = { age, deaths, people, second }, *const wrong[] = { age, deaths, people, odd };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 4);
  g_autoptr (MarmotTable) unclear = test_figures (names, wrong, 4);
  g_autoptr (MarmotTable) result = marmot_life_gaps (figures, NULL, NULL, NULL);
  g_autoptr (MarmotLifeGap) missing = NULL;
  g_autoptr (MarmotEstimate) e = NULL;
  GError *error = NULL;

  cr_assert (marmot_table_get_n_rows (result) == 1);
  cr_assert (test_status_is (result, "status", 0, MARMOT_STATUS_MISSING_BAND));
  cr_assert (marmot_life_gaps (unclear, NULL, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  g_clear_error (&error);

  pair.deaths[1][1] = nan_;
  missing = make_gap (&pair);
  e = marmot_life_gap_get_health_part (missing);
  cr_assert (marmot_life_gap_get_status (missing) == MARMOT_STATUS_MISSING);
  cr_assert (marmot_estimate_get_status (e) == MARMOT_STATUS_MISSING && isnan (marmot_estimate_get_value (e)));
}

/* By band, where make-lives.py puts one population's chances into the other's table
 * band by band and takes slopes as differences. */
Test (life_gap, healthy_parts_by_band_agree_with_stepwise_replacement)
{
  static const char *const columns[] = { "age", "deaths", "population", "share", "share_variance", "second", NULL };
  g_autoptr (TestTable) rows = test_table_load ("life-inside-rows.csv");
  g_autoptr (TestTable) expected = test_table_load ("life-healthy-gap.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (rows, columns, columns);
  g_autoptr (MarmotGroups) groups = test_groups_of (rows, "pair");
  guint n_found = 0;

  for (int half = 0; half < 3; half++)
    {
      const double a0 = half == 0 ? 0.1 : half == 1 ? 0.5 : 0.25;
      g_autoptr (MarmotLifeTableOptions) options
        = g_object_new (MARMOT_TYPE_LIFE_TABLE_OPTIONS, "infant-part", a0, "minimum-population", 0.0, NULL);
      g_autoptr (MarmotTable) gaps = marmot_life_gaps (figures, groups, options, NULL);
      g_autoptr (MarmotColumn) parts = marmot_table_get_column_by_name (gaps, "part");
      g_autoptr (MarmotColumn) pairs = marmot_table_get_column_by_name (gaps, "key");

      for (guint line = 0; line < expected->rows->len; line++)
        {
          if (test_table_number (expected, line, "a0") != a0)
            continue;
          for (gsize row = 0; row < marmot_table_get_n_rows (gaps); row++)
            {
              g_autofree char *part = marmot_column_get_text (parts, row);

              if (marmot_column_get_double (pairs, row) != test_table_number (expected, line, "pair")
                  || !g_str_equal (part, test_table_text (expected, line, "part"))
                  || test_result (gaps, "age", row) != test_table_number (expected, line, "age"))
                continue;
              cr_assert (fabs (test_result (gaps, "value", row) - test_table_number (expected, line, "value")) < 1e-12);
              cr_assert (test_near (test_result (gaps, "se", row), test_table_number (expected, line, "se"), 1e-10),
                         "line %u", line);
              cr_assert (fabs (test_result (gaps, "upper", row) - test_result (gaps, "value", row)
                               - 1.959963984540054 * test_result (gaps, "se", row)) < 1e-12);
              n_found++;
            }
        }
    }
  cr_assert (n_found == expected->rows->len);
}
