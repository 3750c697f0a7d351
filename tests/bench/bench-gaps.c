/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What questions about gaps cost, in bulk: ten thousand, a million and ten million gaps
 * in two periods and rows of areas of ten groups, and up to a million shares of which the
 * smallest detectable change is sought, which takes microseconds each.
 */
#include <marmot/marmot.h>

#include <stdio.h>

#define MOST_SHARES 1000000
#define N_GROUPS 10
#define REPEATS 3

typedef MarmotTable *(*Question) (gpointer data);

typedef struct
{
  MarmotTable *figures;
  MarmotGroups *areas;
  MarmotExcessOptions *excess;
  MarmotPowerOptions *power;
} Data;

static void
measure (const char *name,
         Question    question,
         Data       *data,
         gsize       n)
{
  gint64 best = G_MAXINT64;

  for (int i = 0; i < REPEATS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      MarmotTable *result = question (data);

      best = MIN (best, g_get_monotonic_time () - start);
      g_assert (result != NULL && marmot_table_get_n_rows (result) == n);
      marmot_table_unref (result);
    }
  printf ("%-32s %8zu %9.2f ms, %6.0f ns each\n", name, n, (double) best / 1e3, (double) best * 1e3 / (double) n);
}

static MarmotTable *
changes (gpointer data)
{
  return marmot_gap_changes (((Data *) data)->figures, NULL, NULL);
}

static MarmotTable *
detectable (gpointer data)
{
  return marmot_detectable_changes (((Data *) data)->figures, ((Data *) data)->power, NULL);
}

static MarmotTable *
excess (gpointer data)
{
  return marmot_excess_totals (((Data *) data)->figures, ((Data *) data)->areas, ((Data *) data)->excess, NULL);
}

static MarmotTable *
mix (gpointer data)
{
  return marmot_mix_changes (((Data *) data)->figures, ((Data *) data)->areas, NULL, NULL);
}

static MarmotTable *
make_table (const char *const *names,
            GRand *random,
            gsize n,
            const double (*ranges)[2])
{
  gsize n_columns = g_strv_length ((char **) names);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autofree double *numbers = g_new (double, n);

  for (gsize c = 0; c < n_columns; c++)
    {
      for (gsize i = 0; i < n; i++)
        numbers[i] = g_rand_double_range (random, ranges[c][0], ranges[c][1]);
      g_ptr_array_add (columns, marmot_column_new_double (numbers, n));
    }
  return marmot_table_new (names, (MarmotColumn **) columns->pdata, n_columns, NULL);
}

static void
bench (gsize n)
{
  gsize n_shares = MIN (n, MOST_SHARES), n_areas = n / N_GROUPS;
  const char *const gaps[] = { "most_1", "most_se_1", "least_1", "least_se_1", "most_2", "most_se_2", "least_2",
                               "least_se_2", NULL };
  const double of_gaps[][2] = { { 200, 300 }, { 5, 9 }, { 100, 200 }, { 5, 9 }, { 200, 300 }, { 5, 9 }, { 100, 200 }, { 5, 9 } };
  const char *const shares[] = { "proportion", "n_1", "n_2", NULL };
  const double of_shares[][2] = { { 0.05, 0.9 }, { 200, 5000 }, { 200, 5000 } };
  const char *const groups[] = { "rank", "estimate", "standard_error", "population", "estimate_1", "se_1", "population_1",
                                 "estimate_2", "se_2", "population_2", NULL };
  const double of_groups[][2] = { { 1, 10 }, { 50, 150 }, { 2, 6 }, { 500, 5000 }, { 50, 150 }, { 2, 6 },
                                  { 500, 5000 }, { 50, 150 }, { 2, 6 }, { 500, 5000 } };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree gint32 *codes = g_new (gint32, n);
  Data data = { NULL, NULL, marmot_excess_options_new (NULL, 1000, FALSE), NULL };

  data.power = g_object_new (MARMOT_TYPE_POWER_OPTIONS, "words", FALSE, NULL);
  data.figures = make_table (gaps, random, n, of_gaps);
  measure ("changes of gaps, with words", changes, &data, n);
  marmot_table_unref (data.figures);

  data.figures = make_table (shares, random, n_shares, of_shares);
  measure ("smallest changes of shares", detectable, &data, n_shares);
  marmot_table_unref (data.figures);

  for (gsize i = 0; i < n_areas * N_GROUPS; i++)
    codes[i] = (gint32) (i / N_GROUPS);
  data.areas = marmot_groups_new_from_codes (codes, n_areas * N_GROUPS, n_areas, NULL);
  data.figures = make_table (groups, random, n_areas * N_GROUPS, of_groups);
  measure ("excess of areas of ten groups", excess, &data, n_areas);
  measure ("mix of areas of ten groups", mix, &data, n_areas);

  marmot_table_unref (data.figures);
  marmot_groups_unref (data.areas);
  g_object_unref (data.excess);
  g_object_unref (data.power);
}

int
main (void)
{
  const gsize sizes[] = { 10000, 1000000, 10000000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench (sizes[i]);
  return 0;
}
