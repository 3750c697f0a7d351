/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What standardised rates and life tables cost in bulk: ten thousand, a million and
 * ten million rows of nineteen bands, in order and shuffled, with weights and with a
 * standard population, and a thousand life tables and gaps.
 */
#include <marmot/marmot.h>

#include <stdio.h>

#define N_BANDS 19
#define N_TABLES 1000
#define REPEATS 5

static MarmotTable *
direct (MarmotTable *figures,
        MarmotGroups *groups,
        gpointer options)
{
  return marmot_direct_rates (figures, groups, options, NULL);
}

static MarmotTable *
life_tables (MarmotTable *figures,
             MarmotGroups *groups,
             gpointer options)
{
  return marmot_life_tables (figures, groups, options, NULL);
}

static MarmotTable *
expectancies (MarmotTable *figures,
              MarmotGroups *groups,
              gpointer options)
{
  return marmot_life_expectancies (figures, groups, 0, options, NULL);
}

static MarmotTable *
gaps (MarmotTable *figures,
      MarmotGroups *groups,
      gpointer options)
{
  return marmot_life_gaps (figures, groups, options, NULL);
}

static void
measure (const char *name,
         MarmotTable *(*compute) (MarmotTable *, MarmotGroups *, gpointer),
         MarmotTable *figures,
         MarmotGroups *groups,
         gpointer options,
         gsize n)
{
  gint64 best = G_MAXINT64;

  for (int i = 0; i < REPEATS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      MarmotTable *result = compute (figures, groups, options);

      best = MIN (best, g_get_monotonic_time () - start);
      g_assert (result != NULL);
      marmot_table_unref (result);
    }
  printf ("%-36s %9.2f ms, %8.1f ns each\n", name, (double) best / 1e3, (double) best * 1e3 / (double) n);
}

/* The columns, and with them the groups, of rows in the order given. */
static MarmotTable *
take (MarmotColumn **columns,
      const char *const *names,
      const gsize *order,
      gsize n_rows)
{
  MarmotColumn *taken[4];
  MarmotTable *table;

  for (int i = 0; i < 4; i++)
    taken[i] = order ? marmot_column_take (columns[i], order, n_rows, NULL) : marmot_column_ref (columns[i]);
  table = marmot_table_new (names, taken, 4, NULL);
  for (int i = 0; i < 4; i++)
    marmot_column_unref (taken[i]);
  return table;
}

static void
bench_rates (gsize n_areas)
{
  gsize n_rows = n_areas * N_BANDS;
  const char *const names[] = { "count", "population", "weight", "band", NULL };
  MarmotStandardPopulation *standard = marmot_standard_population_new_builtin ("european-2013", NULL);
  MarmotStandardisationOptions *named = marmot_standardisation_options_new (NULL, standard);
  GRand *random = g_rand_new_with_seed (1);
  double *cells = g_new (double, 4 * n_rows);
  gint32 *codes = g_new (gint32, n_rows), *mixed = g_new (gint32, n_rows);
  gsize *order = g_new (gsize, n_rows), n_weights;
  const double *weights = marmot_standard_population_get_weights (standard, &n_weights);
  MarmotColumn *columns[4];
  MarmotTable *figures, *shuffled;
  MarmotGroups *groups, *mixed_groups;

  for (gsize row = 0; row < n_rows; row++)
    {
      cells[row] = g_rand_int_range (random, 0, 40);
      cells[n_rows + row] = g_rand_int_range (random, 500, 5000);
      cells[2 * n_rows + row] = weights[row % N_BANDS];
      cells[3 * n_rows + row] = 5 * (double) (row % N_BANDS);
      codes[row] = (gint32) (row / N_BANDS);
      order[row] = row;
    }
  for (gsize row = n_rows - 1; row > 0; row--)
    {
      gsize other = (gsize) g_rand_int_range (random, 0, (gint32) row + 1), kept = order[row];

      order[row] = order[other];
      order[other] = kept;
    }
  for (gsize row = 0; row < n_rows; row++)
    mixed[row] = codes[order[row]];
  for (int i = 0; i < 4; i++)
    columns[i] = marmot_column_new_double (cells + i * n_rows, n_rows);
  figures = take (columns, names, NULL, n_rows);
  shuffled = take (columns, names, order, n_rows);
  groups = marmot_groups_new_from_codes (codes, n_rows, n_areas, NULL);
  mixed_groups = marmot_groups_new_from_codes (mixed, n_rows, n_areas, NULL);

  printf ("%zu rows of bands\n", n_rows);
  measure ("direct, weights, in order", direct, figures, groups, NULL, n_rows);
  measure ("direct, weights, shuffled", direct, shuffled, mixed_groups, NULL, n_rows);
  measure ("direct, standard, in order", direct, figures, groups, named, n_rows);
  measure ("direct, standard, shuffled", direct, shuffled, mixed_groups, named, n_rows);

  for (int i = 0; i < 4; i++)
    marmot_column_unref (columns[i]);
  marmot_table_unref (figures);
  marmot_table_unref (shuffled);
  marmot_groups_unref (groups);
  marmot_groups_unref (mixed_groups);
  g_object_unref (named);
  g_object_unref (standard);
  g_rand_free (random);
  g_free (cells);
  g_free (codes);
  g_free (mixed);
  g_free (order);
}

static void
bench_life (void)
{
  const char *const names[] = { "age", "deaths", "population", "second", NULL };
  const gsize n_rows = (gsize) 2 * N_TABLES * 20;
  GRand *random = g_rand_new_with_seed (1);
  double *cells = g_new (double, 4 * n_rows);
  gint32 *codes = g_new (gint32, n_rows), *pairs = g_new (gint32, n_rows);
  MarmotColumn *columns[4];
  MarmotTable *figures;
  MarmotGroups *populations, *groups;

  for (gsize row = 0; row < n_rows; row++)
    {
      gsize band = row % 20;

      cells[row] = band < 2 ? (double) band : 5 * (double) (band - 1);
      cells[n_rows + row] = g_rand_int_range (random, 1, 10) * (double) (1 + band * band);
      cells[2 * n_rows + row] = g_rand_int_range (random, 9000, 12000);
      cells[3 * n_rows + row] = (double) (row / 20 % 2);
      codes[row] = (gint32) (row / 20);
      pairs[row] = (gint32) (row / 40);
    }
  for (int i = 0; i < 4; i++)
    columns[i] = marmot_column_new_double (cells + (gsize) i * n_rows, n_rows);
  figures = take (columns, names, NULL, n_rows);
  populations = marmot_groups_new_from_codes (codes, n_rows, 2 * N_TABLES, NULL);
  groups = marmot_groups_new_from_codes (pairs, n_rows, N_TABLES, NULL);

  measure ("2000 life tables, all columns", life_tables, figures, populations, NULL, 2 * N_TABLES);
  measure ("2000 life expectancies at birth", expectancies, figures, populations, NULL, 2 * N_TABLES);
  measure ("1000 gaps by age, with intervals", gaps, figures, groups, NULL, N_TABLES);

  for (int i = 0; i < 4; i++)
    marmot_column_unref (columns[i]);
  marmot_table_unref (figures);
  marmot_groups_unref (populations);
  marmot_groups_unref (groups);
  g_rand_free (random);
  g_free (cells);
  g_free (codes);
  g_free (pairs);
}

int
main (void)
{
  const gsize areas[] = { 527, 52632, 526316 };

  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    bench_rates (areas[i]);
  bench_life ();
  return 0;
}
