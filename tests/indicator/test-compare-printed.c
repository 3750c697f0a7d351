/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Comparisons of figures that are known only as they were printed.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

#include "support/compare.h"

#define N_COLUMNS 10

static const char *const names[N_COLUMNS + 1] = { "value", "lower", "upper", "lower_99_8", "upper_99_8",
                                                  "benchmark", "benchmark_lower", "benchmark_upper",
                                                  "decimals", "benchmark_decimals", NULL };

/* NaN in the last two: no such column. */
static MarmotTable *
compare (MarmotComparisonMethod method,
         const double *cells,
         GError **error)
{
  g_autoptr (MarmotComparisonSpec) spec = marmot_comparison_spec_new (method, MARMOT_POLARITY_LOW_IS_GOOD);
  g_autoptr (MarmotTable) figures = NULL;
  const char *taken[N_COLUMNS + 1] = { NULL };
  MarmotColumn *columns[N_COLUMNS];
  guint n = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    if (!isnan (cells[i]))
      {
        taken[n] = names[i];
        columns[n++] = marmot_column_new_double (&cells[i], 1);
      }
  figures = marmot_table_new (taken, columns, n, NULL);
  for (guint i = 0; i < n; i++)
    marmot_column_unref (columns[i]);
  return marmot_compare_columns (spec, figures, error);
}

#define INTERVAL MARMOT_COMPARISON_METHOD_INTERVAL
#define VALUES MARMOT_COMPARISON_METHOD_VALUES
#define BOTH MARMOT_COMPARISON_METHOD_BOTH_INTERVALS
#define TWO MARMOT_COMPARISON_METHOD_TWO_LEVELS
#define COARSE MARMOT_COMPARISON_REASON_PRINTED_TOO_COARSELY
#define COMPARED MARMOT_COMPARISON_REASON_COMPARED

Test (compare_printed, by_hand)
{
  static const struct
  {
    const char *what;
    MarmotComparisonMethod method;
    double cells[N_COLUMNS];
    MarmotComparisonCode code;
    MarmotComparisonReason reason;
  } cases[] = {
    { "infant mortality in Coventry", INTERVAL, { 5.9, 4.6, 7.4, 0, 9, 3.9, 3.8, 4.0, 1, 1 }, MARMOT_COMPARISON_CODE_WORSE, COMPARED },
    { "Bolton: 3.9 is the limit and the benchmark", INTERVAL, { 5.2, 3.9, 6.8, 0, 9, 3.9, 3.8, 4.0, 1, 1 }, MARMOT_COMPARISON_CODE_NOT_COMPARED, COARSE },
    { "the same, not rounded", INTERVAL, { 5.2, 3.9, 6.8, 0, 9, 3.9, 3.8, 4.0, NAN, NAN }, MARMOT_COMPARISON_CODE_SIMILAR, COMPARED },
    { "only the benchmark rounded", INTERVAL, { 5.2, 3.9, 6.8, 0, 9, 3.9, 3.8, 4.0, NAN, 1 }, MARMOT_COMPARISON_CODE_NOT_COMPARED, COARSE },
    { "ranges that touch do not overlap", VALUES, { 89.2, 0, 100, 0, 100, 89.3, 0, 100, 1, 1 }, MARMOT_COMPARISON_CODE_BETTER, COMPARED },
    { "equal as printed", VALUES, { 89.3, 0, 100, 0, 100, 89.3, 0, 100, 1, 1 }, MARMOT_COMPARISON_CODE_NOT_COMPARED, COARSE },
    { "equal, and whole numbers", VALUES, { 89, 0, 100, 0, 100, 89, 0, 100, NAN, NAN }, MARMOT_COMPARISON_CODE_SIMILAR, COMPARED },
    { "the upper limit", INTERVAL, { 3, 2, 4.0, 1, 9, 4.1, 4, 4.2, 0, 1 }, MARMOT_COMPARISON_CODE_NOT_COMPARED, COARSE },
    { "the wider limit only", TWO, { 5, 4.5, 5.5, 3.9, 6.1, 3.9, 0, 9, 1, 1 }, MARMOT_COMPARISON_CODE_NOT_COMPARED, COARSE },
    { "clear of the wider limit", TWO, { 5, 4.5, 5.5, 4.0, 6.1, 3.9, 0, 9, 1, 1 }, MARMOT_COMPARISON_CODE_WORST, COMPARED },
    { "two intervals that touch", BOTH, { 5, 4.0, 6, 0, 9, 3, 2, 4.0, 1, 1 }, MARMOT_COMPARISON_CODE_NOT_COMPARED, COARSE },
    { "two intervals that overlap", BOTH, { 5, 3.8, 6, 0, 9, 3, 2, 4.0, 1, 1 }, MARMOT_COMPARISON_CODE_SIMILAR, COMPARED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotTable) result = compare (cases[i].method, cases[i].cells, NULL);

      cr_assert (test_code (result, 0) == cases[i].code, "%s: %d", cases[i].what, test_code (result, 0));
      cr_assert (test_reason (result, 0) == cases[i].reason, "%s: %d", cases[i].what, test_reason (result, 0));
    }
}

/* However the true figures lay within their rounding, a row that is compared says
 * what they would have said, and one that is not compared could have gone two ways. */
Test (compare_printed, agrees_with_all_true_figures)
{
  static const MarmotComparisonMethod methods[] = { VALUES, INTERVAL, TWO, BOTH };
  GRand *random = g_rand_new_with_seed (20240229);
  guint n_coarse = 0;

  for (guint trial = 0; trial < 400; trial++)
    {
      MarmotComparisonMethod method = methods[trial % G_N_ELEMENTS (methods)];
      double decimals = g_rand_int_range (random, 0, 3);
      double unit = pow (10, -decimals);
      double printed[N_COLUMNS];
      g_autoptr (MarmotTable) result = NULL;
      guint seen = 0;
      MarmotComparisonCode told;

      /* Limits in order, as whole multiples of the last place. */
      printed[3] = unit * g_rand_int_range (random, 0, 6);
      printed[1] = printed[3] + unit * g_rand_int_range (random, 2, 5);
      printed[0] = printed[1] + unit * g_rand_int_range (random, 2, 5);
      printed[2] = printed[0] + unit * g_rand_int_range (random, 2, 5);
      printed[4] = printed[2] + unit * g_rand_int_range (random, 2, 5);
      printed[6] = unit * g_rand_int_range (random, 0, 18);
      printed[5] = printed[6] + unit * g_rand_int_range (random, 2, 4);
      printed[7] = printed[5] + unit * g_rand_int_range (random, 2, 4);
      printed[8] = printed[9] = decimals;
      result = compare (method, printed, NULL);
      told = test_code (result, 0);
      n_coarse += test_reason (result, 0) == COARSE;

      for (guint draw = 0; draw < 60; draw++)
        {
          double true_cells[N_COLUMNS];
          g_autoptr (MarmotTable) truth = NULL;

          for (guint c = 0; c < 8; c++)
            true_cells[c] = printed[c] + unit * (draw % 2 ? (g_rand_boolean (random) ? 0.4999 : -0.4999)
                                                          : g_rand_double_range (random, -0.4999, 0.4999));
          true_cells[8] = true_cells[9] = NAN;
          truth = compare (method, true_cells, NULL);
          seen |= 1u << test_code (truth, 0);
          if (test_reason (result, 0) == COMPARED)
            cr_assert (test_code (truth, 0) == told, "trial %u, method %d", trial, method);
        }
      if (test_reason (result, 0) == COARSE)
        cr_assert ((seen & (seen - 1)) != 0, "trial %u, method %d: only one answer was seen", trial, method);
    }
  cr_assert (n_coarse > 40 && n_coarse < 360, "%u", n_coarse);
  g_rand_free (random);
}

Test (compare_printed, decimals_that_are_none)
{
  static const double bad[] = { -1, 18, 0.5, INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      double cells[N_COLUMNS] = { 5, 4, 6, 3, 7, 5, 4, 6, 1, bad[i] };
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotTable) result = compare (INTERVAL, cells, &error);

      cr_assert (result == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
      cr_assert (strstr (error->message, "benchmark_decimals") != NULL, "%s", error->message);
    }
}
