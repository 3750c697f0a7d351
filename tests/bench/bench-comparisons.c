/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What comparisons cost in columns, a row, beside one pass over the same four
 * columns that adds them up: what reading the memory costs.
 */
#include <marmot/marmot.h>

#include <stdio.h>

#define REPEATS 15
#define N_COLUMNS 6

static void
measure (const char *name,
         MarmotComparisonMethod method,
         gsize n_rows)
{
  const char *names[] = { "value", "lower", "upper", "benchmark", "denominator", "denominator_2", NULL };
  MarmotColumn *columns[N_COLUMNS];
  double *values[N_COLUMNS];
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotComparisonSpec) spec
    = marmot_comparison_spec_new_full (method, MARMOT_POLARITY_LOW_IS_GOOD, 0.95, 100, MARMOT_COMPARATOR_ENGLAND,
                                       MARMOT_COMPARISON_VOCABULARY_FINGERTIPS);
  gint64 best = G_MAXINT64, best_pass = G_MAXINT64;
  double sum = 0;

  for (int c = 0; c < N_COLUMNS; c++)
    values[c] = g_new (double, n_rows);
  for (gsize i = 0; i < n_rows; i++)
    {
      values[0][i] = 5 + (double) (i * 7919 % 1000) / 100;
      values[1][i] = values[0][i] - 2;
      values[2][i] = values[0][i] + 2;
      values[3][i] = 10;
      values[4][i] = values[5][i] = 500 + (double) (i % 1000);
    }
  for (int c = 0; c < N_COLUMNS; c++)
    columns[c] = marmot_column_new_double (values[c], n_rows);
  figures = marmot_table_new (names, columns, N_COLUMNS, NULL);

  for (int r = 0; r < REPEATS; r++)
    {
      gint64 began = g_get_monotonic_time ();
      MarmotTable *result = marmot_compare_columns (spec, figures, NULL);

      best = MIN (best, g_get_monotonic_time () - began);
      marmot_table_unref (result);
    }
  for (int r = 0; r < REPEATS; r++)
    {
      gint64 began = g_get_monotonic_time ();

      for (gsize i = 0; i < n_rows; i++)
        sum += values[0][i] + values[1][i] + values[2][i] + values[3][i];
      best_pass = MIN (best_pass, g_get_monotonic_time () - began);
    }

  printf ("%-28s %8zu rows  %7.2f ns a row, one pass %7.2f, ratio %.2f%s\n", name, n_rows,
          1000.0 * (double) best / (double) n_rows, 1000.0 * (double) best_pass / (double) n_rows,
          (double) best / (double) MAX (best_pass, 1), sum > 0 ? "" : " (wrong)");
  for (int c = 0; c < N_COLUMNS; c++)
    {
      g_free (values[c]);
      marmot_column_unref (columns[c]);
    }
}

int
main (void)
{
  const gsize n_rows = 1000000;

  measure ("one interval", MARMOT_COMPARISON_METHOD_INTERVAL, n_rows);
  measure ("control limits, proportion", MARMOT_COMPARISON_METHOD_SPC_PROPORTION, n_rows);
  measure ("control limits, DSR", MARMOT_COMPARISON_METHOD_SPC_DSR, n_rows / 10);
  measure ("quintiles", MARMOT_COMPARISON_METHOD_QUINTILES, n_rows);
  return 0;
}
