/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Comparisons in columns, against what Fingertips printed and what its own tests
 * assert: tests/reference/fingertips.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

#include "indicator-fixtures.h"
#include "numeric/compare.h"
#include "numeric/percentile.h"
#include "support/compare.h"
#include "support/table.h"

static const struct
{
  const char *name;
  MarmotComparisonMethod method;
} methods[] = {
  { "single_ci_one_level", MARMOT_COMPARISON_METHOD_INTERVAL },
  { "single_ci_two_levels", MARMOT_COMPARISON_METHOD_TWO_LEVELS },
  { "double_ci", MARMOT_COMPARISON_METHOD_BOTH_INTERVALS },
  { "spc_proportion", MARMOT_COMPARISON_METHOD_SPC_PROPORTION },
  { "spc_dsr", MARMOT_COMPARISON_METHOD_SPC_DSR },
  { "no_comparison", MARMOT_COMPARISON_METHOD_NONE },
  { "suicide_prevention_plan", MARMOT_COMPARISON_METHOD_SUICIDE_PREVENTION_PLAN },
};

static const struct
{
  const char *name;
  int id;
} significances[] = {
  { "none", 0 }, { "worse", 1 }, { "lower", 1 }, { "same", 2 }, { "better", 3 }, { "higher", 3 }, { "worst", 4 }, { "best", 5 },
};

static int
significance_of (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (significances); i++)
    if (strcmp (significances[i].name, name) == 0)
      return significances[i].id;
  g_error ("no significance %s", name);
}

/* All benchmark rows of methods with a benchmark; test-goal.c has the others. */
Test (compare, every_published_row)
{
  g_autoptr (TestTable) table = test_table_load ("fingertips/benchmark.csv");
  guint n = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      const char *name = test_table_text (table, row, "method");
      const char *expected = test_table_text (table, row, "expected_significance");
      const char *words = test_table_text (table, row, "expected_label");
      const char *confidence = test_table_text (table, row, "confidence");
      double multiplier = test_cell (table, row, "unit_value");
      MarmotPolarity polarity = test_polarity (test_table_text (table, row, "polarity"));
      g_autoptr (MarmotTable) figures = NULL;
      g_autoptr (MarmotTable) result = NULL;
      g_autoptr (MarmotComparisonSpec) spec = NULL;
      MarmotComparisonCode code = MARMOT_COMPARISON_CODE_NOT_COMPARED;
      guint m = 0;

      if (g_str_has_prefix (name, "goal_"))
        continue;
      while (strcmp (methods[m].name, name) != 0)
        cr_assert (++m < G_N_ELEMENTS (methods), "%s", name);

      figures = test_figures (table, row);
      spec = marmot_comparison_spec_new_full (methods[m].method, polarity,
                                              g_str_has_prefix (confidence, "99.8") ? 0.998 : 0.95,
                                              isnan (multiplier) ? 1 : multiplier, MARMOT_COMPARATOR_ENGLAND,
                                              MARMOT_COMPARISON_VOCABULARY_FINGERTIPS);
      result = marmot_compare_columns (spec, figures, NULL);
      cr_assert (marmot_comparison_code_from_fingertips_id (significance_of (expected), methods[m].method, polarity,
                                                            &code));
      cr_assert (test_code (result, 0) == code, "%s: %d instead of %s",
                 test_table_text (table, row, "case_id"), test_code (result, 0), expected);
      cr_assert (test_reason_is_compared (result, 0) == (code != MARMOT_COMPARISON_CODE_NOT_COMPARED));
      if (*words)
        {
          g_autofree char *label = test_text (result, "label", 0);

          cr_assert (g_str_equal (label, words), "%s: %s", test_table_text (table, row, "case_id"), label);
        }
      cr_assert (marmot_comparison_code_to_fingertips_id (code, methods[m].method, polarity)
                 == significance_of (expected));
      n++;
    }
  cr_assert (n == 1385 - 36, "%u", n);
}

Test (compare, every_quantile_row)
{
  g_autoptr (TestTable) table = test_table_load ("fingertips/quantiles.csv");

  for (guint row = 0; row < table->rows->len; row++)
    {
      const char *kind = test_table_text (table, row, "kind");
      const char *case_id = test_table_text (table, row, "case_id");
      gsize n_values;
      g_autofree double *values = test_list (test_table_text (table, row, "values"), &n_values);
      g_auto (GStrv) expected = g_strsplit (test_table_text (table, row, "expected"), ";", -1);
      guint n_groups = g_str_has_prefix (kind, "quintile") ? 5 : 4;

      if (g_str_has_suffix (kind, "_bounds"))
        {
          double bounds[6];

          mn_group_bounds (values, n_values, n_groups, bounds);
          for (guint i = 0; i <= n_groups; i++)
            cr_assert (bounds[i] == g_ascii_strtod (expected[i], NULL), "%s", case_id);
        }
      else if (g_str_has_prefix (kind, "stats"))
        {
          for (guint i = 0; i < 5; i++)
            if (*expected[i])
              cr_assert (mn_percentile (values, n_values, i / 4.0) == g_ascii_strtod (expected[i], NULL), "%s", case_id);
        }
      else
        {
          MarmotComparisonMethod method = n_groups == 5 ? MARMOT_COMPARISON_METHOD_QUINTILES
                                                        : MARMOT_COMPARISON_METHOD_QUARTILES;
          MarmotPolarity polarity = test_polarity (test_table_text (table, row, "polarity"));
          double value = test_cell (table, row, "value");
          g_autoptr (MarmotComparisonSpec) spec = marmot_comparison_spec_new (method, polarity);
          g_autoptr (MarmotTable) figures = NULL;
          g_autoptr (MarmotTable) result = NULL;
          gsize at = 0;

          /* Of an empty list the value is the only figure. */
          figures = n_values > 0 ? test_one_column ("value", values, n_values) : test_one_column ("value", &value, 1);
          while (n_values > 0 && values[at] != value)
            cr_assert (++at < n_values, "%s", case_id);
          result = marmot_compare_columns (spec, figures, NULL);
          cr_assert (marmot_comparison_code_to_fingertips_id (test_code (result, at), method, polarity)
                     == atoi (expected[0]), "%s", case_id);
        }
    }
  cr_assert (table->rows->len == 23);
}

/* All lists of quantiles.csv side by side in one call: what is in a group depends on
 * that group alone. */
Test (compare, every_quantile_row_at_once)
{
  static const struct
  {
    const char *kind;
    MarmotComparisonMethod method;
  } kinds[] = {
    { "quintile_category", MARMOT_COMPARISON_METHOD_QUINTILES },
    { "quartile_category", MARMOT_COMPARISON_METHOD_QUARTILES },
  };
  g_autoptr (TestTable) table = test_table_load ("fingertips/quantiles.csv");
  guint n_rows = 0;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
      g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (gint32));
      g_autofree gsize *places = g_new (gsize, table->rows->len);
      g_autoptr (MarmotTable) figures = NULL;
      g_autoptr (MarmotGroups) groups = NULL;
      g_autoptr (MarmotTable) result = NULL;
      g_autoptr (MarmotComparisonSpec) spec
        = marmot_comparison_spec_new (kinds[k].method, MARMOT_POLARITY_LOW_IS_GOOD);

      for (guint row = 0; row < table->rows->len; row++)
        {
          gsize n;
          g_autofree double *list = test_list (test_table_text (table, row, "values"), &n);
          double value = test_cell (table, row, "value");
          gint32 group = (gint32) row;

          if (strcmp (test_table_text (table, row, "kind"), kinds[k].kind) != 0)
            continue;
          places[row] = values->len;
          if (n == 0)
            {
              g_array_append_val (values, value);
              g_array_append_val (codes, group);
            }
          for (gsize i = 0; i < n; i++)
            {
              if (list[i] == value)
                places[row] = values->len;
              g_array_append_val (values, list[i]);
              g_array_append_val (codes, group);
            }
        }

      figures = test_one_column ("value", (const double *) (const void *) values->data, values->len);
      groups = marmot_groups_new_from_codes ((const gint32 *) (const void *) codes->data, codes->len,
                                             table->rows->len, NULL);
      result = marmot_compare_grouped (spec, figures, groups, NULL);
      for (guint row = 0; row < table->rows->len; row++)
        {
          MarmotPolarity polarity = test_polarity (test_table_text (table, row, "polarity"));

          if (strcmp (test_table_text (table, row, "kind"), kinds[k].kind) != 0)
            continue;
          cr_assert (marmot_comparison_code_to_fingertips_id (test_code (result, places[row]), kinds[k].method, polarity)
                       == atoi (test_table_text (table, row, "expected")),
                     "%s", test_table_text (table, row, "case_id"));
          n_rows++;
        }
    }
  cr_assert (n_rows == 18, "%u", n_rows);
}

/* Two groups dealt out among each other are as two tables; ties go by row. */
Test (compare, groups_of_a_mixed_set_are_as_tables_apart)
{
  static const MarmotComparisonMethod of_groups[] = {
    MARMOT_COMPARISON_METHOD_QUINTILES, MARMOT_COMPARISON_METHOD_QUARTILES,
    MARMOT_COMPARISON_METHOD_QUINTILES_NTILE, MARMOT_COMPARISON_METHOD_QUARTILES_NTILE,
  };
  enum { N = 4001, N_SETS = 7 };
  g_autofree double *values = g_new (double, N);
  g_autofree gint32 *codes = g_new (gint32, N);
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (MarmotGroups) short_groups = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < N; i++)
    {
      values[i] = (double) (i * 7919 % 211);
      /* Set 6 has three values, too few for either. */
      codes[i] = i % 1500 == 7 ? 6 : (gint32) (i * 31 % 6);
    }
  values[12] = (double) NAN;
  figures = test_one_column ("value", values, N);
  groups = marmot_groups_new_from_codes (codes, N, N_SETS, NULL);

  for (guint m = 0; m < G_N_ELEMENTS (of_groups); m++)
    {
      g_autoptr (MarmotComparisonSpec) spec = marmot_comparison_spec_new (of_groups[m], MARMOT_POLARITY_HIGH_IS_GOOD);
      g_autoptr (MarmotTable) whole = marmot_compare_grouped (spec, figures, groups, NULL);

      for (gint32 set = 0; set < N_SETS; set++)
        {
          g_autofree double *part = g_new (double, N);
          g_autofree gsize *rows = g_new (gsize, N);
          g_autoptr (MarmotTable) alone = NULL;
          g_autoptr (MarmotTable) result = NULL;
          gsize n = 0;

          for (gsize i = 0; i < N; i++)
            if (codes[i] == set)
              {
                rows[n] = i;
                part[n++] = values[i];
              }
          alone = test_one_column ("value", part, n);
          result = marmot_compare_columns (spec, alone, NULL);
          for (gsize i = 0; i < n; i++)
            cr_assert (test_code (result, i) == test_code (whole, rows[i])
                       && test_reason (result, i) == test_reason (whole, rows[i]), "%u %d %zu", m, set, i);
          cr_assert ((test_code (whole, rows[0]) == MARMOT_COMPARISON_CODE_NOT_COMPARED)
                     == (set == 6 || rows[0] == 12));
        }
    }

  short_groups = marmot_groups_new_from_codes (codes, N - 1, N_SETS, NULL);
  {
    g_autoptr (MarmotComparisonSpec) spec = marmot_comparison_spec_new (of_groups[0], MARMOT_POLARITY_UNSTATED);

    cr_assert (marmot_compare_grouped (spec, figures, short_groups, &error) == NULL);
    cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
  }
}

Test (compare, every_label)
{
  static const struct
  {
    const char *engine;
    MarmotComparisonVocabulary vocabulary;
  } vocabularies[] = {
    { "legacy2020", MARMOT_COMPARISON_VOCABULARY_FINGERTIPS_CSV },
    { "next2025", MARMOT_COMPARISON_VOCABULARY_FINGERTIPS_NEXT },
  };
  g_autoptr (TestTable) table = test_table_load ("fingertips/labels.csv");
  guint n = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      const char *text = test_table_text (table, row, "code");
      const char *method_name = test_table_text (table, row, "method");
      MarmotPolarity polarity = test_polarity (test_table_text (table, row, "polarity"));
      guint v = strcmp (test_table_text (table, row, "engine"), vocabularies[0].engine) == 0 ? 0 : 1;
      MarmotComparisonMethod method = MARMOT_COMPARISON_METHOD_TWO_LEVELS;
      MarmotComparisonCode code = MARMOT_COMPARISON_CODE_NOT_COMPARED;

      if (g_str_has_prefix (test_table_text (table, row, "kind"), "goal"))
        continue;
      if (strstr (method_name, "NTILE"))
        method = MARMOT_COMPARISON_METHOD_QUINTILES_NTILE;
      else if (strcmp (method_name, "quintiles") == 0)
        method = MARMOT_COMPARISON_METHOD_QUINTILES;

      if (g_ascii_isdigit (*text))
        code = (MarmotComparisonCode) (*text == '0' ? 0 : (int) MARMOT_COMPARISON_CODE_GROUP_1 + *text - '1');
      else
        {
          /* The newer site says where the interval lies, as if high were good. */
          const char *name = strcmp (text, "below") == 0     ? "worse"
                             : strcmp (text, "overlap") == 0 ? "same"
                             : strcmp (text, "above") == 0   ? "better"
                                                             : text;
          gboolean flip = v == 1 && polarity == MARMOT_POLARITY_LOW_IS_GOOD;

          if (flip && strcmp (name, "same") != 0)
            name = strcmp (name, "worse") == 0 ? "better" : "worse";
          cr_assert (marmot_comparison_code_from_fingertips_id (significance_of (name), method, polarity, &code));
        }
      cr_assert (g_str_equal (marmot_comparison_code_get_label (code, method, polarity, vocabularies[v].vocabulary),
                              test_table_text (table, row, "label")),
                 "line %u: %s", row + 2,
                 marmot_comparison_code_get_label (code, method, polarity, vocabularies[v].vocabulary));
      n++;
    }
  cr_assert (n == 72, "%u", n);
}

/* Sum of the Poisson probabilities of lo to hi events, inclusive. */
static double
poisson_sum (double mean,
             int lo,
             int hi)
{
  double sum = 0;

  for (int k = lo; k <= hi; k++)
    sum += exp (k * log (mean) - mean - lgamma (k + 1.0));
  return sum;
}

/* As Fingertips found them: halving v in (0, 1), where the mean is
 * (1 + events) v / (1 - v), until v is known to 1e-7. Here to 1e-12. */
static double
bisect (double events,
        double tail,
        gboolean is_upper)
{
  double lo = 0, hi = 1;

  while (hi - lo > 1e-12)
    {
      double v = (lo + hi) / 2;
      double mean = (1 + events) * v / (1 - v);
      double p = is_upper ? poisson_sum (mean, 0, (int) floor (events))
                          : 1 - poisson_sum (mean, 0, (int) ceil (events) - 1);

      if (is_upper ? p > tail : p < tail)
        lo = v;
      else
        hi = v;
    }
  return (1 + events) * lo / (1 - lo);
}

Test (compare, dsr_limits_are_those_of_the_bisection)
{
  const double events[] = { 0.3, 1, 2.5, 5, 13.1439, 40, 99.99, 250 };
  const double tails[] = { 0.025, 0.001 };

  for (gsize i = 0; i < G_N_ELEMENTS (events); i++)
    for (gsize t = 0; t < G_N_ELEMENTS (tails); t++)
      {
        double lower, upper;

        mn_spc_poisson_limits (events[i], tails[t], &lower, &upper);
        cr_assert (test_near (lower, bisect (events[i], tails[t], FALSE), 1e-7), "%g: %.12g", events[i], lower);
        cr_assert (test_near (upper, bisect (events[i], tails[t], TRUE), 1e-7), "%g: %.12g", events[i], upper);
      }
}

typedef struct
{
  const char *what;
  MarmotComparisonMethod method;
  double value, lower, upper, benchmark, denominator;
  MarmotComparisonReason reason;
} Bad;

#define REASON(x) MARMOT_COMPARISON_REASON_##x
#define METHOD(x) MARMOT_COMPARISON_METHOD_##x

/* A row that is wrong says so, and the row beside it is compared. */
Test (compare, bad_rows_spoil_no_others)
{
  const Bad cases[] = {
    { "value is no number", METHOD (INTERVAL), NAN, 1, 2, 3, 10, REASON (NOT_FINITE) },
    { "value is infinite", METHOD (INTERVAL), INFINITY, 1, 2, 3, 10, REASON (NOT_FINITE) },
    { "lower is no number", METHOD (INTERVAL), 1, NAN, 2, 3, 10, REASON (NOT_FINITE) },
    { "benchmark is no number", METHOD (VALUES), 1, 1, 2, NAN, 10, REASON (NOT_FINITE) },
    { "lower over upper", METHOD (INTERVAL), 1, 2, 1, 3, 10, REASON (LIMITS_OUT_OF_ORDER) },
    { "lower over upper", METHOD (TWO_LEVELS), 1, 2, 1, 3, 10, REASON (LIMITS_OUT_OF_ORDER) },
    { "lower over upper", METHOD (BOTH_INTERVALS), 1, 2, 1, 3, 10, REASON (LIMITS_OUT_OF_ORDER) },
    { "negative denominator", METHOD (SPC_PROPORTION), 1, 1, 2, 3, -5, REASON (DENOMINATOR_NOT_POSITIVE) },
    { "zero denominator", METHOD (SPC_DSR), 1, 1, 2, 3, 0, REASON (DENOMINATOR_NOT_POSITIVE) },
    { "no proportion", METHOD (SPC_PROPORTION), 1, 1, 2, 101, 5, REASON (BENCHMARK_OUT_OF_RANGE) },
    { "negative proportion", METHOD (SPC_PROPORTION), 1, 1, 2, -3, 5, REASON (BENCHMARK_OUT_OF_RANGE) },
    { "negative rate", METHOD (SPC_DSR), 1, 1, 2, -3, 5, REASON (BENCHMARK_OUT_OF_RANGE) },
    { "no number", METHOD (QUINTILES), NAN, 1, 2, 3, 5, REASON (NOT_FINITE) },
    { "one value", METHOD (QUINTILES), 1, 1, 2, 3, 5, REASON (TOO_FEW_VALUES) },
    { "one value", METHOD (QUARTILES_NTILE), 1, 1, 2, 3, 5, REASON (TOO_FEW_VALUES) },
    { "no number", METHOD (SUICIDE_PREVENTION_PLAN), NAN, 1, 2, 3, 5, REASON (NOT_FINITE) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Bad *c = &cases[i];
      const char *names[] = { "value", "lower", "upper", "lower_99_8", "upper_99_8", "benchmark", "benchmark_lower",
                              "benchmark_upper", "denominator", "denominator_2", NULL };
      const double bad[] = { c->value, c->lower, c->upper, 0, 9, c->benchmark, 0, 9, c->denominator, c->denominator };
      const double good[] = { 5, 4, 6, 3, 7, 2, 1, 3, 1000, 1000 };
      MarmotColumn *columns[10];
      g_autoptr (MarmotTable) figures = NULL;
      g_autoptr (MarmotTable) result = NULL;
      g_autoptr (MarmotComparisonSpec) spec
        = marmot_comparison_spec_new_full (c->method, MARMOT_POLARITY_HIGH_IS_GOOD, 0.95, 100,
                                           MARMOT_COMPARATOR_UNSTATED, MARMOT_COMPARISON_VOCABULARY_FINGERTIPS);

      for (guint n = 0; n < 10; n++)
        {
          const double pair[] = { bad[n], good[n] };

          columns[n] = marmot_column_new_double (pair, 2);
        }
      figures = marmot_table_new (names, columns, 10, NULL);
      result = marmot_compare_columns (spec, figures, NULL);
      cr_assert (test_code (result, 0) == MARMOT_COMPARISON_CODE_NOT_COMPARED, "%s", c->what);
      cr_assert (test_reason (result, 0) == c->reason, "%s: %d", c->what, test_reason (result, 0));
      if (marmot_comparison_method_get_method (c->method) < MARMOT_METHOD_QUINTILES)
        cr_assert (test_code (result, 1) == MARMOT_COMPARISON_CODE_BETTER
                   || test_code (result, 1) == MARMOT_COMPARISON_CODE_BEST
                   || test_code (result, 1) == MARMOT_COMPARISON_CODE_SIMILAR, "%s", c->what);
      for (guint n = 0; n < 10; n++)
        marmot_column_unref (columns[n]);
    }
}

/* Each null has a reason of its own, and the first that is needed is told. */
Test (compare, a_null_says_what_is_missing)
{
  const char *names[] = { "value", "benchmark", "lower", "upper", "lower_99_8", "upper_99_8", NULL };
  const MarmotComparisonReason reasons[]
    = { REASON (NO_VALUE), REASON (NO_BENCHMARK), REASON (NO_INTERVAL), REASON (NO_INTERVAL),
        REASON (NO_WIDER_INTERVAL), REASON (NO_WIDER_INTERVAL), REASON (COMPARED) };
  const double numbers[] = { 5, 5, 4, 6, 3, 7 };
  MarmotColumn *columns[6];
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotTable) result = NULL;
  g_autoptr (MarmotComparisonSpec) spec
    = marmot_comparison_spec_new (METHOD (TWO_LEVELS), MARMOT_POLARITY_LOW_IS_GOOD);
  g_autoptr (MarmotComparisonSpec) unstated
    = marmot_comparison_spec_new (METHOD (TWO_LEVELS), MARMOT_POLARITY_UNSTATED);

  for (guint c = 0; c < 6; c++)
    {
      double values[7];
      gboolean nulls[7];
      g_autoptr (MarmotColumn) bare = NULL;

      for (guint row = 0; row < 7; row++)
        {
          values[row] = numbers[c];
          nulls[row] = row <= c && row == c;
        }
      bare = marmot_column_new_double (values, 7);
      columns[c] = marmot_column_with_nulls (bare, nulls, 7, NULL);
    }
  figures = marmot_table_new (names, columns, 6, NULL);
  result = marmot_compare_columns (spec, figures, NULL);
  for (guint row = 0; row < 7; row++)
    cr_assert (test_reason (result, row) == reasons[row], "row %u: %d", row, test_reason (result, row));
  cr_assert (test_code (result, 6) == MARMOT_COMPARISON_CODE_SIMILAR);

  g_clear_pointer (&result, marmot_table_unref);
  result = marmot_compare_columns (unstated, figures, NULL);
  for (guint row = 0; row < 7; row++)
    cr_assert (test_reason (result, row) == REASON (NO_POLARITY));
  for (guint c = 0; c < 6; c++)
    marmot_column_unref (columns[c]);
}

Test (compare, what_is_wrong_with_the_request)
{
  const double one = 1;
  const char *const words[] = { "one", NULL };
  const char *names[] = { "value", "benchmark", "denominator", NULL };
  MarmotColumn *columns[3];
  g_autoptr (MarmotTable) bare = test_one_column ("value", &one, 1);
  g_autoptr (MarmotColumn) text = marmot_column_new_text (words);
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotTable) worded = NULL;
  g_autoptr (MarmotComparisonSpec) interval
    = marmot_comparison_spec_new (METHOD (INTERVAL), MARMOT_POLARITY_LOW_IS_GOOD);
  g_autoptr (MarmotComparisonSpec) level
    = marmot_comparison_spec_new_full (METHOD (SPC_PROPORTION), MARMOT_POLARITY_LOW_IS_GOOD, 0.9, 100, 0, 0);
  g_autoptr (MarmotComparisonSpec) multiplier
    = marmot_comparison_spec_new_full (METHOD (SPC_PROPORTION), MARMOT_POLARITY_LOW_IS_GOOD, 0.95, 0, 0, 0);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    columns[i] = marmot_column_new_double (&one, 1);
  figures = marmot_table_new (names, columns, 3, NULL);
  worded = marmot_table_with_column (bare, "value", text, NULL);

  cr_assert (marmot_compare_columns (interval, bare, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  cr_assert (strstr (error->message, "\"benchmark\"") != NULL);
  g_clear_error (&error);
  cr_assert (marmot_compare_columns (interval, worded, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
  g_clear_error (&error);
  cr_assert (marmot_compare_columns (level, figures, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_compare_columns (multiplier, figures, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  for (guint i = 0; i < 3; i++)
    marmot_column_unref (columns[i]);
}

static void
check_groups (MarmotComparisonMethod method,
              const double *values,
              gsize n,
              const char *expected)
{
  g_autoptr (MarmotTable) figures = test_one_column ("value", values, n);
  g_autoptr (MarmotComparisonSpec) spec = marmot_comparison_spec_new (method, MARMOT_POLARITY_UNSTATED);
  g_autoptr (MarmotTable) result = marmot_compare_columns (spec, figures, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (found, "%d", marmot_comparison_code_to_fingertips_id (test_code (result, i), method,
                                                                                  MARMOT_POLARITY_UNSTATED));
  cr_assert (g_str_equal (found->str, expected), "%s: %s", expected, found->str);
}

/* Where values tie the two rules part: one never separates equal values. */
Test (compare, ties_go_down_by_percentiles_and_apart_by_ntile)
{
  const double equal[] = { 3, 3, 3, 3, 3, 3, 3 };
  const double ties[] = { 9, 1, 1, 1, 1, 2, NAN, 2 };
  const double seven[] = { 7, 6, 5, 4, 3, 2, 1 };

  check_groups (METHOD (QUINTILES), equal, 7, "1111111");
  check_groups (METHOD (QUINTILES_NTILE), equal, 7, "1122345");
  check_groups (METHOD (QUARTILES), ties, 8, "41111303");
  check_groups (METHOD (QUARTILES_NTILE), ties, 8, "41122303");
  check_groups (METHOD (QUINTILES_NTILE), seven, 7, "5432211");
  check_groups (METHOD (QUARTILES_NTILE), seven, 7, "4332211");
}

Test (compare, automatic_takes_the_interval_where_there_is_one)
{
  const double value = 5;
  const char *names[] = { "value", "benchmark", "lower", "upper", NULL };
  const double numbers[] = { 5, 4, 3, 6 };
  MarmotColumn *columns[4];
  g_autoptr (MarmotTable) with = NULL;
  g_autoptr (MarmotTable) without = test_one_column ("value", &value, 1);
  g_autoptr (MarmotTable) bare = NULL;
  g_autoptr (MarmotTable) a = NULL;
  g_autoptr (MarmotTable) b = NULL;
  g_autoptr (MarmotComparisonSpec) spec
    = marmot_comparison_spec_new (METHOD (AUTOMATIC), MARMOT_POLARITY_NO_JUDGEMENT);

  for (guint i = 0; i < 4; i++)
    columns[i] = marmot_column_new_double (&numbers[i], 1);
  with = marmot_table_new (names, columns, 4, NULL);
  bare = marmot_table_with_column (without, "benchmark", columns[1], NULL);
  a = marmot_compare_columns (spec, with, NULL);
  b = marmot_compare_columns (spec, bare, NULL);
  cr_assert (test_code (a, 0) == MARMOT_COMPARISON_CODE_SIMILAR);
  cr_assert (test_code (b, 0) == MARMOT_COMPARISON_CODE_HIGHER);
  for (guint i = 0; i < 4; i++)
    marmot_column_unref (columns[i]);
}

Test (compare, numbers_of_fingertips)
{
  const int ids[] = { -1, 1, 5, 6, 12, 14, 15, 16, 17 };
  const int polarities[] = { -1, 0, 1, 99 };
  MarmotComparisonMethod method;
  MarmotPolarity polarity;
  int id;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      cr_assert (marmot_comparison_method_from_fingertips_id (ids[i], &method));
      cr_assert (marmot_comparison_method_to_fingertips_id (method, &id) && id == ids[i]);
    }
  cr_assert (!marmot_comparison_method_from_fingertips_id (18, &method));
  cr_assert (!marmot_comparison_method_from_fingertips_id (-2, &method));
  cr_assert (!marmot_comparison_method_to_fingertips_id (METHOD (QUINTILES_NTILE), &id));
  for (gsize i = 0; i < G_N_ELEMENTS (polarities); i++)
    {
      cr_assert (marmot_polarity_from_fingertips_id (polarities[i], &polarity));
      cr_assert (marmot_polarity_to_fingertips_id (polarity) == polarities[i]);
    }
  cr_assert (marmot_polarity_from_fingertips_id (0, &polarity) && polarity == MARMOT_POLARITY_LOW_IS_GOOD);
  cr_assert (!marmot_polarity_from_fingertips_id (2, &polarity));
}

Test (compare, every_reason_is_a_sentence)
{
  g_autoptr (GEnumClass) reasons = g_type_class_ref (MARMOT_TYPE_COMPARISON_REASON);

  for (guint i = 1; i < reasons->n_values; i++)
    cr_assert (g_str_has_suffix (marmot_comparison_reason_get_label ((MarmotComparisonReason) i), "."));
}

/* One figure in an object and the same in a column. A value whose decimals nobody
 * knows is taken as it is, so both must say the same, word for word. */
Test (compare, one_figure_and_columns_agree)
{
  g_autoptr (TestTable) table = test_table_load ("fingertips/benchmark.csv");
  g_autoptr (MarmotIndicator) indicator
    = new_indicator ("I", "per 100,000", MARMOT_VALUE_TYPE_CRUDE_RATE, MARMOT_POLARITY_UNSTATED, FALSE);
  g_autoptr (MarmotArea) here = new_area ("here", MARMOT_AREA_KIND_COUNCIL);
  g_autoptr (MarmotArea) there = new_area ("there", MARMOT_AREA_KIND_COUNTRY);
  const char *cells[] = { "value", "lower95", "upper95", "denominator", "benchmark_value", "benchmark_lower95",
                          "benchmark_upper95" };
  guint n = 0;

  for (guint row = 0; row < table->rows->len; row++)
    {
      const char *name = test_table_text (table, row, "method");
      double multiplier = test_cell (table, row, "unit_value");
      g_autoptr (MarmotComparisonSpec) spec = NULL;
      g_autoptr (MarmotTable) figures = NULL;
      g_autoptr (MarmotTable) result = NULL;
      g_autoptr (MarmotObservation) a = NULL;
      g_autoptr (MarmotObservation) b = NULL;
      g_autoptr (MarmotComparison) one = NULL;
      g_autofree char *label = NULL;
      MarmotValue *v[7];
      guint m = 0;

      while (m < G_N_ELEMENTS (methods) && strcmp (methods[m].name, name) != 0)
        m++;
      if (m == G_N_ELEMENTS (methods)
          || (methods[m].method != METHOD (INTERVAL) && methods[m].method != METHOD (BOTH_INTERVALS)
              && methods[m].method != METHOD (SPC_PROPORTION)))
        continue;
      for (guint i = 0; i < 7; i++)
        {
          double number = test_cell (table, row, cells[i]);

          v[i] = isnan (number) || (number == -1 && (i == 0 || i == 4)) ? NULL : marmot_value_new (number, -1);
        }
      a = g_object_new (MARMOT_TYPE_OBSERVATION, "indicator", indicator, "area", here, "value", v[0], "lower", v[1],
                        "upper", v[2], "denominator", v[3], NULL);
      b = g_object_new (MARMOT_TYPE_OBSERVATION, "indicator", indicator, "area", there, "value", v[4], "lower", v[5],
                        "upper", v[6], NULL);
      spec = marmot_comparison_spec_new_full (methods[m].method, test_polarity (test_table_text (table, row, "polarity")),
                                              g_str_has_prefix (test_table_text (table, row, "confidence"), "99.8") ? 0.998
                                                                                                              : 0.95,
                                              isnan (multiplier) ? 1 : multiplier, MARMOT_COMPARATOR_ENGLAND,
                                              MARMOT_COMPARISON_VOCABULARY_FINGERTIPS);
      one = marmot_comparison_new_compare (a, b, spec);
      figures = test_figures (table, row);
      result = marmot_compare_columns (spec, figures, NULL);
      label = test_text (result, "label", 0);
      cr_assert (marmot_comparison_get_code (one) == test_code (result, 0), "%s: %d and %d",
                 test_table_text (table, row, "case_id"), marmot_comparison_get_code (one), test_code (result, 0));
      cr_assert (g_str_equal (marmot_comparison_get_label (one), label));
      for (guint i = 0; i < 7; i++)
        g_clear_pointer (&v[i], marmot_value_unref);
      n++;
    }
  cr_assert (n > 1300, "%u", n);
}

/* 12.9% of 1,000 against 10%: the limits around the benchmark are 8.3% and 12.0%,
 * so 12.0% printed without decimals may be in or out. */
Test (compare, control_limits_at_printed_precision)
{
  static const struct
  {
    const char *value;
    MarmotRelation relation;
  } cases[] = {
    { "12.9%", MARMOT_RELATION_HIGHER },
    { "12%", MARMOT_RELATION_UNDETERMINED },
    { "11.0%", MARMOT_RELATION_SIMILAR },
    { "7.5%", MARMOT_RELATION_LOWER },
  };
  g_autoptr (MarmotIndicator) indicator
    = new_indicator ("I", "percent", MARMOT_VALUE_TYPE_PROPORTION, MARMOT_POLARITY_HIGH_IS_GOOD, FALSE);
  g_autoptr (MarmotArea) here = new_area ("here", MARMOT_AREA_KIND_COUNCIL);
  g_autoptr (MarmotArea) there = new_area ("there", MARMOT_AREA_KIND_COUNTRY);
  g_autoptr (MarmotValue) n = marmot_value_new (1000, 0);
  g_autoptr (MarmotObservation) benchmark
    = new_observation (indicator, there, NULL, MARMOT_OBSERVATION_ROLE_ACTUAL, "10.00%", NULL, NULL);
  g_autoptr (MarmotComparisonSpec) spec
    = marmot_comparison_spec_new_full (METHOD (SPC_PROPORTION), MARMOT_POLARITY_HIGH_IS_GOOD, 0.95, 100, 0, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotValue) value = marmot_value_parse (cases[i].value, MARMOT_VALUE_PARSE_DEFAULT, NULL);
      g_autoptr (MarmotObservation) figure
        = g_object_new (MARMOT_TYPE_OBSERVATION, "indicator", indicator, "area", here, "value", value, "denominator", n, NULL);
      g_autoptr (MarmotComparison) c = marmot_comparison_new_compare (figure, benchmark, spec);

      cr_assert (marmot_comparison_get_relation (c) == cases[i].relation, "%s: %d", cases[i].value,
                 marmot_comparison_get_relation (c));
      cr_assert (marmot_comparison_get_reason (c) != NULL);
    }
}
