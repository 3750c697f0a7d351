/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Totals: rows are cut into parts at random, and parts brought together, by way of
 * bytes, give what all rows give.
 */
#include <criterion/criterion.h>

#include <math.h>

#include "support/figures.h"

#define N_ROWS 3000
#define MAX_PARTS 7

static const char *const areas[] = { "Elmet", "Avon", "Kesteven", "Ainsty" };
static const char *const bands[] = { "0-4", "5-9", "10-14", "15-19" };

/* Rows made up from a seed, a part of them: those where part_of says so, or all. */
typedef struct
{
  gsize n;
  const char *area[N_ROWS + 1], *band[N_ROWS + 1];
  double count[N_ROWS], population[N_ROWS], weight[N_ROWS], change[N_ROWS], answer[N_ROWS];
  gboolean before[N_ROWS], after[N_ROWS];
} Rows;

static void
fill (Rows *rows,
      guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  rows->n = N_ROWS;
  for (gsize i = 0; i < N_ROWS; i++)
    {
      rows->area[i] = areas[g_rand_int_range (rand, 0, G_N_ELEMENTS (areas))];
      rows->band[i] = bands[g_rand_int_range (rand, 0, G_N_ELEMENTS (bands))];
      rows->count[i] = g_rand_int_range (rand, 0, 30);
      rows->population[i] = g_rand_double_range (rand, 100, 5000);
      rows->weight[i] = g_rand_double_range (rand, 0.2, 5);
      /* Far from zero, so that squares around it would lose what is asked for. */
      rows->change[i] = 1e6 + g_rand_double_range (rand, -1, 1);
      rows->answer[i] = g_rand_int_range (rand, 0, 10) == 0 ? (double) NAN : (double) (g_rand_boolean (rand) ? 1 : 0);
      rows->before[i] = g_rand_boolean (rand);
      rows->after[i] = g_rand_int_range (rand, 0, 3) > 0;
    }
}

static MarmotTable *
make_table (const Rows *rows)
{
  static const char *const names[]
    = { "area", "band", "count", "population", "weight", "change", "answer", "before", "after", NULL };
  Rows *ended = g_memdup2 (rows, sizeof *rows);
  MarmotColumn *columns[9];
  MarmotTable *table;

  ended->area[rows->n] = ended->band[rows->n] = NULL;
  columns[0] = marmot_column_new_text (ended->area);
  columns[1] = marmot_column_new_text (ended->band);
  columns[2] = test_nullable (rows->count, rows->n);
  columns[3] = test_nullable (rows->population, rows->n);
  columns[4] = test_nullable (rows->weight, rows->n);
  columns[5] = test_nullable (rows->change, rows->n);
  columns[6] = test_nullable (rows->answer, rows->n);
  columns[7] = marmot_column_new_boolean (rows->before, rows->n);
  columns[8] = marmot_column_new_boolean (rows->after, rows->n);
  table = marmot_table_new (names, columns, G_N_ELEMENTS (columns), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    marmot_column_unref (columns[i]);
  g_free (ended);
  return table;
}

/* Totals of parts, through bytes, brought together in a random order. */
static MarmotTotals *
make_in_parts (const Rows *rows,
               guint32 seed,
               const char *const *keys,
               const char *const *sums,
               const char *const *values)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Rows *parts = g_new0 (Rows, MAX_PARTS);
  MarmotTotals *whole = NULL;
  gsize n_parts = (gsize) g_rand_int_range (rand, 2, MAX_PARTS + 1);

  for (gsize i = 0; i < rows->n; i++)
    {
      /* One part stays empty. */
      Rows *part = &parts[1 + (gsize) g_rand_int_range (rand, 0, (gint32) n_parts - 1)];
      gsize at = part->n++;

      part->area[at] = rows->area[i];
      part->band[at] = rows->band[i];
      part->count[at] = rows->count[i];
      part->population[at] = rows->population[i];
      part->weight[at] = rows->weight[i];
      part->change[at] = rows->change[i];
      part->answer[at] = rows->answer[i];
      part->before[at] = rows->before[i];
      part->after[at] = rows->after[i];
    }
  for (gsize p = 0; p < n_parts; p++)
    {
      g_autoptr (MarmotTable) table = make_table (&parts[p]);
      g_autoptr (MarmotTotals) totals = marmot_totals_new (table, keys, sums, values, NULL);
      g_autoptr (GBytes) bytes = marmot_totals_serialize (totals);
      g_autoptr (MarmotTotals) read = marmot_totals_deserialize (bytes, NULL);

      cr_assert (read != NULL && marmot_totals_equal (read, totals));
      cr_assert (marmot_totals_hash (read) == marmot_totals_hash (totals));
      if (whole)
        {
          g_autoptr (MarmotTotals) before = g_steal_pointer (&whole);

          whole = g_rand_boolean (rand) ? marmot_totals_add (before, read, NULL) : marmot_totals_add (read, before, NULL);
        }
      else
        {
          whole = g_steal_pointer (&read);
        }
      cr_assert (whole != NULL);
    }
  g_free (parts);
  return whole;
}

/* Every number of two tables, and whatever else they hold. */
static void
assert_near (MarmotTable *one,
             MarmotTable *other)
{
  g_auto (GStrv) names = marmot_table_get_names (one);

  cr_assert (marmot_table_get_n_rows (one) == marmot_table_get_n_rows (other));
  cr_assert (marmot_table_get_n_columns (one) == marmot_table_get_n_columns (other));
  for (gsize c = 0; names[c]; c++)
    {
      g_autoptr (MarmotColumn) first = marmot_table_get_column_by_name (one, names[c]);
      g_autoptr (MarmotColumn) second = marmot_table_get_column_by_name (other, names[c]);

      cr_assert (second != NULL, "%s is in one alone", names[c]);
      if (marmot_column_get_column_type (first) != MARMOT_COLUMN_DOUBLE)
        {
          cr_assert (marmot_column_equal (first, second), "%s differs", names[c]);
          continue;
        }
      for (gsize row = 0; row < marmot_column_get_length (first); row++)
        {
          cr_assert (marmot_column_is_null (first, row) == marmot_column_is_null (second, row), "%s", names[c]);
          if (!marmot_column_is_null (first, row))
            cr_assert (test_near (marmot_column_get_double (second, row), marmot_column_get_double (first, row), 1e-12),
                       "%s of row %zu: %.17g, %.17g", names[c], row, marmot_column_get_double (first, row),
                       marmot_column_get_double (second, row));
        }
    }
}

Test (totals, parts_brought_together_are_the_whole)
{
  const char *const by_band[] = { "area", "band", NULL }, *const by_area[] = { "area", NULL };
  const char *const sums[] = { "count", "population", "weight", "before", NULL }, *const values[] = { "change", NULL };
  const char *const *const keys[] = { by_band, by_area, NULL };
  Rows *rows = g_new (Rows, 1);

  for (guint32 seed = 1; seed <= 6; seed++)
    {
      g_autoptr (MarmotTable) table = NULL;

      fill (rows, seed);
      table = make_table (rows);
      for (gsize k = 0; k < G_N_ELEMENTS (keys); k++)
        {
          g_autoptr (MarmotTotals) whole = marmot_totals_new (table, keys[k], sums, values, NULL);
          g_autoptr (MarmotTotals) parts = make_in_parts (rows, 100 + seed, keys[k], sums, values);
          g_autoptr (MarmotTable) of_whole = marmot_totals_to_table (whole, NULL);
          g_autoptr (MarmotTable) of_parts = marmot_totals_to_table (parts, NULL);

          cr_assert (marmot_totals_get_n_rows (parts) == N_ROWS);
          cr_assert (marmot_totals_get_n_groups (whole) == (k == 0 ? 16 : k == 1 ? 4 : 1));
          assert_near (of_whole, of_parts);
        }
    }
  g_free (rows);
}

/* What statistics make of the totals is what they make of the rows. */
Test (totals, statistics_of_totals_are_those_of_rows)
{
  const char *const by_area[] = { "area", NULL }, *const sums[] = { "count", "population", NULL };
  const char *const by_answer[] = { "area", "answer", NULL }, *const weights[] = { "weight", NULL };
  const char *const values[] = { "change", NULL };
  Rows *rows = g_new (Rows, 1);
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (MarmotGroups) groups = NULL;

  fill (rows, 21);
  /* Each of these alone spoils an area. */
  rows->area[5] = areas[0];
  rows->count[5] = (double) NAN;
  rows->area[6] = areas[1];
  rows->population[6] = -1;
  table = make_table (rows);
  groups = marmot_groups_new_from_table (table, by_area, NULL);
  {
    g_autoptr (MarmotTotals) totals = make_in_parts (rows, 4, by_area, sums, values);
    g_autoptr (MarmotTable) summed = marmot_totals_to_table (totals, NULL);
    g_autoptr (MarmotColumn) count = marmot_table_get_column_by_name (table, "count");
    g_autoptr (MarmotColumn) population = marmot_table_get_column_by_name (table, "population");
    g_autoptr (MarmotColumn) change = marmot_table_get_column_by_name (table, "change");
    g_autoptr (MarmotColumn) counts = marmot_table_get_column_by_name (summed, "count");
    g_autoptr (MarmotColumn) populations = marmot_table_get_column_by_name (summed, "population");
    g_autoptr (MarmotColumn) n = marmot_table_get_column_by_name (summed, "change_n");
    g_autoptr (MarmotColumn) mean = marmot_table_get_column_by_name (summed, "change_mean");
    g_autoptr (MarmotColumn) sd = marmot_table_get_column_by_name (summed, "change_sd");
    g_autoptr (MarmotEstimates) of_rows = marmot_rate_grouped (count, population, groups, NULL, NULL);
    g_autoptr (MarmotEstimates) of_totals = marmot_rate_column (counts, populations, NULL, NULL);
    g_autoptr (MarmotTable) one = marmot_estimates_to_table (of_rows);
    g_autoptr (MarmotTable) other = marmot_estimates_to_table (of_totals);
    g_autoptr (MarmotTable) mean_of_rows = marmot_mean_of_values (change, groups, NULL, NULL);
    g_autoptr (MarmotEstimates) mean_of_totals = marmot_mean_column (n, mean, sd, NULL, NULL);
    g_autoptr (MarmotTable) means = marmot_estimates_to_table (mean_of_totals);

    assert_near (one, other);
    /* Ainsty, Avon, Elmet, Kesteven. */
    cr_assert (test_status_is (other, "status", 2, MARMOT_STATUS_MISSING));
    cr_assert (test_status_is (other, "status", 1, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE));
    cr_assert (test_status_is (other, "status", 0, MARMOT_STATUS_OK));
    for (gsize row = 0; row < 4; row++)
      {
        cr_assert (test_near (test_result (means, "value", row), test_result (mean_of_rows, "value", row), 1e-14));
        /* The width of the limits is one part in 1e8 of the mean. */
        cr_assert (fabs (test_result (means, "lower", row) - test_result (mean_of_rows, "lower", row)) < 1e-9);
        cr_assert (test_near (test_result (summed, "change_sd", row), test_result (mean_of_rows, "sd", row), 1e-12));
      }
  }
  {
    g_autoptr (MarmotTotals) totals = make_in_parts (rows, 5, by_answer, weights, NULL);
    g_autoptr (MarmotTable) summed = marmot_totals_to_table (totals, NULL);
    g_autoptr (MarmotGroups) of_summed = marmot_groups_new_from_table (summed, by_area, NULL);
    g_autoptr (MarmotTable) one = marmot_survey_shares (table, groups, NULL, NULL);
    g_autoptr (MarmotTable) other = marmot_survey_shares (summed, of_summed, NULL, NULL);

    cr_assert (marmot_totals_get_n_groups (totals) == 12);
    assert_near (one, other);
  }
  g_free (rows);
}

/* A row for each area and band, which no single row of the data has. */
Test (totals, standardisation_takes_totals_by_area_and_band)
{
  const char *const by_band[] = { "area", "band", NULL }, *const by_area[] = { "area", NULL };
  const char *const sums[] = { "count", "population", NULL };
  Rows *rows = g_new (Rows, 1);
  double rate = 0, weights = 0;

  fill (rows, 33);
  {
    g_autoptr (MarmotTotals) totals = make_in_parts (rows, 6, by_band, sums, NULL);
    g_autoptr (MarmotTable) summed = marmot_totals_to_table (totals, NULL);
    g_autoptr (MarmotGroups) groups = marmot_groups_new_from_table (summed, by_area, NULL);
    const double of_bands[] = { 3, 1, 5, 2 };
    double column[16];
    g_autoptr (MarmotTable) rates = NULL;
    g_autoptr (MarmotTable) weighted = NULL;
    GError *error = NULL;

    /* In the order of the keys as text: 0-4, 10-14, 15-19, 5-9. */
    for (gsize i = 0; i < 16; i++)
      column[i] = of_bands[i % 4];
    {
      const char *const names[] = { "count", "population", "weight", NULL };
      MarmotColumn *columns[] = { marmot_table_get_column_by_name (summed, "count"),
                                  marmot_table_get_column_by_name (summed, "population"),
                                  marmot_column_new_double (column, 16) };

      weighted = marmot_table_new (names, columns, 3, NULL);
      for (gsize i = 0; i < 3; i++)
        marmot_column_unref (columns[i]);
    }
    rates = marmot_direct_rates (weighted, groups, NULL, &error);
    cr_assert (error == NULL && rates != NULL);
    for (gsize b = 0; b < 4; b++)
      {
        double count = 0, population = 0;

        for (gsize i = 0; i < N_ROWS; i++)
          if (g_str_equal (rows->area[i], "Avon")
              && g_str_equal (rows->band[i], ((const char *const[]) { "0-4", "10-14", "15-19", "5-9" })[b]))
            {
              count += rows->count[i];
              population += rows->population[i];
            }
        rate += of_bands[b] * count / population;
        weights += of_bands[b];
      }
    cr_assert (test_near (test_result (rates, "value", 1), 1e5 * rate / weights, 1e-12));
  }
  g_free (rows);
}

Test (totals, keys_become_columns)
{
  const char *const keys[] = { "area", "before", "after", NULL }, *const spread[] = { "before", "after", NULL };
  const char *const sums[] = { "count", NULL };
  Rows *rows = g_new (Rows, 1);
  double four[4] = { 0 }, count = 0;

  fill (rows, 8);
  for (gsize i = 0; i < N_ROWS; i++)
    /* Nobody of Kesteven had it before and not after. */
    if (g_str_equal (rows->area[i], "Kesteven"))
      {
        rows->after[i] = rows->after[i] || rows->before[i];
        four[2 * rows->before[i] + rows->after[i]]++;
        count += rows->before[i] ? rows->count[i] : 0;
      }
  {
    g_autoptr (MarmotTotals) totals = make_in_parts (rows, 9, keys, sums, NULL);
    g_autoptr (MarmotTable) wide = marmot_totals_spread (totals, spread, NULL);
    g_autoptr (MarmotColumn) both = marmot_table_get_column_by_name (wide, "rows_true_true");
    g_autoptr (MarmotColumn) before = marmot_table_get_column_by_name (wide, "rows_true_false");
    g_autoptr (MarmotColumn) after = marmot_table_get_column_by_name (wide, "rows_false_true");
    g_autoptr (MarmotColumn) neither = marmot_table_get_column_by_name (wide, "rows_false_false");
    g_autoptr (MarmotTable) changes = marmot_paired_proportions_column (both, before, after, neither, NULL, NULL);
    g_autoptr (MarmotContrast) one = marmot_paired_proportions (four[3], four[2], four[1], four[0], NULL, NULL);
    g_autoptr (MarmotEstimate) estimate = marmot_contrast_get_estimate (one);

    cr_assert (marmot_table_get_n_rows (wide) == 4 && marmot_table_get_n_columns (wide) == 9);
    cr_assert (marmot_column_get_integer (both, 3) == (gint64) four[3]);
    cr_assert (marmot_column_get_integer (before, 3) == 0);
    cr_assert (test_result (wide, "count_true_false", 3) + test_result (wide, "count_true_true", 3) == count);
    cr_assert (test_near (test_result (changes, "value", 3), marmot_estimate_get_value (estimate), 1e-14));
  }
  g_free (rows);
}

Test (totals, columns_are_named_by_what_keys_hold)
{
  const char *const names[] = { "day", "number", "share", "word", NULL }, *const words[] = { "a", "a", NULL };
  const gint32 days[] = { 0, 0 };
  const double numbers[] = { 3, (double) NAN }, shares[] = { 0.1, 0.1 };
  MarmotColumn *columns[] = { marmot_column_new_date (days, 2), test_nullable (numbers, 2),
                              marmot_column_new_double (shares, 2), marmot_column_new_text (words) };
  g_autoptr (MarmotTable) table = marmot_table_new (names, columns, 4, NULL);
  g_autoptr (MarmotTotals) totals = marmot_totals_new (table, names, NULL, NULL, NULL);
  g_autoptr (MarmotTable) wide = marmot_totals_spread (totals, names, NULL);

  cr_assert (marmot_table_get_n_rows (wide) == 1 && marmot_table_get_n_columns (wide) == 2);
  cr_assert (strcmp (marmot_table_get_column_name (wide, 0), "rows_1970-01-01_3_0.1_a") == 0);
  cr_assert (strcmp (marmot_table_get_column_name (wide, 1), "rows_1970-01-01_null_0.1_a") == 0);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    marmot_column_unref (columns[i]);
}

Test (totals, what_is_wrong_is_said)
{
  const char *const by_area[] = { "area", NULL }, *const by_band[] = { "band", NULL };
  const char *const sums[] = { "count", NULL }, *const none[] = { "nothing", NULL }, *const twice[] = { "count", "count", NULL };
  Rows *rows = g_new (Rows, 1);
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (MarmotTotals) areas_of = NULL;
  g_autoptr (MarmotTotals) bands_of = NULL;
  g_autoptr (MarmotTotals) bare = g_object_new (MARMOT_TYPE_TOTALS, NULL);
  g_autoptr (MarmotTable) of_bare = marmot_totals_to_table (bare, NULL);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  fill (rows, 1);
  table = make_table (rows);
  areas_of = marmot_totals_new (table, by_area, sums, NULL, NULL);
  bands_of = marmot_totals_new (table, by_band, sums, NULL, NULL);
  cr_assert (marmot_table_get_n_rows (of_bare) == 1 && marmot_totals_get_n_rows (bare) == 0);

  cr_assert (marmot_totals_new (table, by_area, none, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_assert (marmot_totals_new (table, none, sums, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_assert (marmot_totals_new (table, by_area, twice, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_totals_new (table, NULL, by_area, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
  g_clear_error (&error);
  cr_assert (marmot_totals_add (areas_of, bands_of, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_totals_spread (areas_of, by_band, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
  cr_assert (marmot_totals_spread (bare, by_band, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);

  /* Bytes cut short or turned over are never totals that cannot be. */
  bytes = marmot_totals_serialize (areas_of);
  for (gsize size = 0; size < g_bytes_get_size (bytes); size++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, size);
      g_autoptr (MarmotTotals) read = marmot_totals_deserialize (cut, &error);

      cr_assert (read == NULL && g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
      g_clear_error (&error);
    }
  for (gsize at = 0; at < g_bytes_get_size (bytes); at++)
    {
      g_autofree guint8 *turned = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr (GBytes) other = NULL;
      g_autoptr (MarmotTotals) read = NULL;

      turned[at] ^= 0xff;
      other = g_bytes_new (turned, g_bytes_get_size (bytes));
      read = marmot_totals_deserialize (other, NULL);
      if (read)
        {
          g_autoptr (MarmotTable) made = marmot_totals_to_table (read, NULL);
          g_autoptr (MarmotTotals) sum = marmot_totals_add (read, read, NULL);

          cr_assert (made == NULL || marmot_table_get_n_rows (made) == marmot_totals_get_n_groups (read));
          cr_assert (sum == NULL || marmot_totals_get_n_groups (sum) <= marmot_totals_get_n_groups (read));
        }
    }
  g_free (rows);
}
