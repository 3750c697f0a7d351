/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the trends of many short series cost, in bulk: 200,000 series of six
 * years, their rows in order and shuffled.
 */
#include <marmot/marmot.h>

#include <stdio.h>

#define N_SERIES 200000
#define N_YEARS 6
#define N_ROWS (N_SERIES * N_YEARS)
#define REPEATS 5

static void
measure (const char         *name,
         MarmotTable        *figures,
         MarmotGroups       *series,
         MarmotTrendOptions *options)
{
  gint64 best = G_MAXINT64;

  for (int i = 0; i < REPEATS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      MarmotTable *result = marmot_trend_columns (figures, series, options, NULL);

      best = MIN (best, g_get_monotonic_time () - start);
      g_assert (result != NULL && marmot_table_get_n_rows (result) == N_SERIES);
      marmot_table_unref (result);
    }
  printf ("%-30s %8.1f ms, %6.0f ns a series\n", name, (double) best / 1e3, (double) best * 1e3 / N_SERIES);
}

int
main (void)
{
  const char *names[] = { "period", "value", "lower", "upper", "count", "denominator", NULL };
  GRand *random = g_rand_new_with_seed (1);
  gint64 *periods = g_new (gint64, N_ROWS);
  gint32 *codes = g_new (gint32, N_ROWS);
  gint32 *shuffled_codes = g_new (gint32, N_ROWS);
  gsize *order = g_new (gsize, N_ROWS);
  double *cells[5];
  MarmotColumn *columns[6], *shuffled[6];

  for (int i = 0; i < 5; i++)
    cells[i] = g_new (double, N_ROWS);
  for (gsize row = 0; row < N_ROWS; row++)
    {
      double denominator = g_rand_double_range (random, 500, 5000);
      double share = g_rand_double_range (random, 0.1, 0.3);

      codes[row] = (gint32) (row / N_YEARS);
      periods[row] = 2018 + (gint64) (row % N_YEARS);
      cells[0][row] = 100 * share;
      cells[1][row] = 100 * share - 2;
      cells[2][row] = 100 * share + 2;
      cells[3][row] = share * denominator;
      cells[4][row] = denominator;
      order[row] = row;
    }
  for (gsize row = N_ROWS - 1; row > 0; row--)
    {
      gsize other = (gsize) g_rand_int_range (random, 0, (gint32) row + 1);
      gsize kept = order[row];

      order[row] = order[other];
      order[other] = kept;
    }
  for (gsize row = 0; row < N_ROWS; row++)
    shuffled_codes[row] = codes[order[row]];

  columns[0] = marmot_column_new_integer (periods, N_ROWS);
  for (int i = 0; i < 5; i++)
    columns[1 + i] = marmot_column_new_double (cells[i], N_ROWS);
  for (int i = 0; i < 6; i++)
    shuffled[i] = marmot_column_take (columns[i], order, N_ROWS, NULL);

  for (int rule = MARMOT_TREND_FINGERTIPS; rule <= MARMOT_TREND_OHID_GUIDANCE; rule++)
    {
      MarmotTrendOptions *options
        = marmot_trend_options_new (rule, MARMOT_VALUE_TYPE_PROPORTION, MARMOT_POLARITY_LOW_IS_GOOD);
      MarmotTable *in_order = marmot_table_new (names, columns, 6, NULL);
      MarmotTable *out_of_order = marmot_table_new (names, shuffled, 6, NULL);
      MarmotGroups *groups = marmot_groups_new_from_codes (codes, N_ROWS, N_SERIES, NULL);
      MarmotGroups *shuffled_groups = marmot_groups_new_from_codes (shuffled_codes, N_ROWS, N_SERIES, NULL);

      measure (rule == MARMOT_TREND_FINGERTIPS ? "Fingertips, in order" : "guidance, in order", in_order, groups,
               options);
      measure (rule == MARMOT_TREND_FINGERTIPS ? "Fingertips, shuffled" : "guidance, shuffled", out_of_order,
               shuffled_groups, options);
      marmot_groups_unref (groups);
      marmot_groups_unref (shuffled_groups);
      marmot_table_unref (in_order);
      marmot_table_unref (out_of_order);
      g_object_unref (options);
    }

  for (int i = 0; i < 6; i++)
    {
      marmot_column_unref (columns[i]);
      marmot_column_unref (shuffled[i]);
    }
  for (int i = 0; i < 5; i++)
    g_free (cells[i]);
  g_free (periods);
  g_free (codes);
  g_free (shuffled_codes);
  g_free (order);
  g_rand_free (random);
  return 0;
}
