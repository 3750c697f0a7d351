/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What questions about series cost, in bulk: series of 36 months at 10,000, a million and
 * ten million points, and one long series.
 */
#include <marmot/marmot.h>

#include <stdio.h>

#define MONTHS 36
#define REPEATS 3

typedef struct
{
  MarmotTable *figures;
  MarmotGroups *series;
  MarmotChartOptions *chart;
  MarmotProjectionOptions *given;
} Data;

typedef MarmotTable *(*Question) (const Data *data);

static MarmotTable *
monotonic (const Data *data)
{
  return marmot_monotonic_trends (data->figures, data->series, NULL, NULL);
}

static MarmotTable *
weighted (const Data *data)
{
  return marmot_weighted_trends (data->figures, data->series, NULL, NULL);
}

static MarmotTable *
proportions (const Data *data)
{
  return marmot_proportion_trends (data->figures, data->series, NULL, NULL);
}

static MarmotTable *
rolling (const Data *data)
{
  MarmotRollingOptions *year = g_object_new (MARMOT_TYPE_ROLLING_OPTIONS, "n-periods", 12, NULL);
  MarmotTable *result = marmot_rolling_figures (data->figures, data->series, year, NULL);

  g_object_unref (year);
  return result;
}

static MarmotTable *
holt (const Data *data)
{
  return marmot_projections (data->figures, data->series, data->given, NULL);
}

static MarmotTable *
holt_found (const Data *data)
{
  return marmot_projections (data->figures, data->series, NULL, NULL);
}

static MarmotTable *
runs (const Data *data)
{
  return marmot_run_charts (data->figures, data->series, NULL, NULL);
}

static MarmotTable *
limits (const Data *data)
{
  return marmot_control_charts (data->figures, data->series, data->chart, NULL);
}

static MarmotTable *
steps (const Data *data)
{
  return marmot_suggested_steps (data->figures, data->series, NULL, NULL);
}

static MarmotTable *
alarms (const Data *data)
{
  return marmot_ears (data->figures, data->series, NULL, NULL);
}

static MarmotTable *
sums (const Data *data)
{
  return marmot_cusums (data->figures, data->series, NULL, NULL);
}

static MarmotTable *
changes (const Data *data)
{
  return marmot_changes_over_time (data->figures, data->series, NULL, NULL);
}

static const struct
{
  const char *name;
  Question question;
  gsize most;
} questions[] = {
  { "Mann-Kendall and Sen", monotonic, 10000000 },
  { "weighted slope", weighted, 10000000 },
  { "trend in proportions", proportions, 10000000 },
  { "rolling year", rolling, 10000000 },
  { "Holt, parameters given", holt, 10000000 },
  { "Holt, parameters found", holt_found, 1000000 },
  { "run chart", runs, 10000000 },
  { "p chart", limits, 10000000 },
  { "suggested step", steps, 10000000 },
  { "EARS", alarms, 10000000 },
  { "CUSUM", sums, 10000000 },
  { "change from the month before", changes, 1000000 },
};

static void
add (GPtrArray *columns,
     const double *numbers,
     gsize n)
{
  g_ptr_array_add (columns, marmot_column_new_double (numbers, n));
}

static MarmotTable *
make_figures (gsize n)
{
  static const char *const names[] = { "time", "value", "standard_error", "count", "denominator", "numerator", NULL };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  double *numbers[6];
  MarmotTable *table;

  for (int c = 0; c < 6; c++)
    numbers[c] = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    {
      numbers[0][i] = (double) (i % MONTHS);
      numbers[1][i] = g_rand_double_range (random, 10, 20) + 0.1 * numbers[0][i];
      numbers[2][i] = g_rand_double_range (random, 0.5, 2);
      numbers[3][i] = (double) g_rand_int_range (random, 20, 60);
      numbers[4][i] = (double) g_rand_int_range (random, 100, 400);
      numbers[5][i] = numbers[3][i];
    }
  for (int c = 0; c < 6; c++)
    {
      add (columns, numbers[c], n);
      g_free (numbers[c]);
    }
  table = marmot_table_new (names, (MarmotColumn **) columns->pdata, columns->len, NULL);
  g_assert (table != NULL);
  return table;
}

static void
measure (const char *name,
         Question question,
         const Data *data,
         gsize n,
         int repeats)
{
  gint64 best = G_MAXINT64;

  for (int i = 0; i < repeats; i++)
    {
      gint64 start = g_get_monotonic_time ();
      MarmotTable *result = question (data);

      best = MIN (best, g_get_monotonic_time () - start);
      g_assert (result != NULL);
      marmot_table_unref (result);
    }
  printf ("  %-32s %10.1f ms, %7.1f ns a point\n", name, (double) best / 1e3, (double) best * 1e3 / (double) n);
}

int
main (void)
{
  const gsize sizes[] = { 10000, 1000000, 10000000 };
  Data data = { 0 };

  data.chart = marmot_chart_options_new (MARMOT_CHART_KIND_P);
  data.given = g_object_new (MARMOT_TYPE_PROJECTION_OPTIONS, "alpha", 0.3, "beta", 0.1, NULL);
  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      gsize n = sizes[s];
      g_autofree gint32 *codes = g_new (gint32, n);

      for (gsize i = 0; i < n; i++)
        codes[i] = (gint32) (i / MONTHS);
      data.figures = make_figures (n);
      data.series = marmot_groups_new_from_codes (codes, n, (n + MONTHS - 1) / MONTHS, NULL);
      printf ("%zu points in series of %d\n", n, MONTHS);
      for (gsize q = 0; q < G_N_ELEMENTS (questions); q++)
        if (n <= questions[q].most)
          measure (questions[q].name, questions[q].question, &data, n, n > 1000000 ? 1 : REPEATS);
      marmot_table_unref (data.figures);
      marmot_groups_unref (data.series);
    }

  /* One series of a million rows: no slope, and no hang. */
  {
    g_autoptr (MarmotTable) long_one = NULL;
    static const char *const names[] = { "value", NULL };

    data.figures = make_figures (1000000);
    data.series = NULL;
    long_one = marmot_table_select (data.figures, names, NULL);
    marmot_table_unref (data.figures);
    data.figures = long_one;
    printf ("one series of a million points\n");
    measure ("Mann-Kendall", monotonic, &data, 1000000, 1);
    measure ("run chart", runs, &data, 1000000, 1);
    measure ("suggested step", steps, &data, 1000000, 1);
  }
  g_object_unref (data.chart);
  g_object_unref (data.given);
  return 0;
}
