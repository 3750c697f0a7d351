/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What times to an event cost: curves on whole days and on distinct times, with groups,
 * weights, late entry, causes and clusters; log-rank tests; adding counts up.
 */
#include <marmot/marmot.h>

#include <stdio.h>

#define REPEATS 3
#define N_GROUPS 100

typedef struct
{
  MarmotTable *days;
  MarmotTable *distinct;
  MarmotTable *late;
  MarmotTable *weighted;
  MarmotTable *causes;
  MarmotTable *clustered;
  MarmotGroups *groups;
  MarmotGroups *four;
} Data;

typedef void (*Run) (const Data *data);

static void
curves (MarmotTable *rows,
        MarmotGroups *groups,
        guint n_causes)
{
  g_autoptr (MarmotSurvivalOptions) options = marmot_survival_options_new (NULL, n_causes);

  g_object_unref (marmot_survival_new (rows, groups, options, NULL));
}

static void
run_days (const Data *data)
{
  curves (data->days, NULL, 1);
}

static void
run_groups (const Data *data)
{
  curves (data->days, data->groups, 1);
}

static void
run_distinct (const Data *data)
{
  curves (data->distinct, NULL, 1);
}

static void
run_late (const Data *data)
{
  curves (data->late, NULL, 1);
}

static void
run_weighted (const Data *data)
{
  curves (data->weighted, NULL, 1);
}

static void
run_causes (const Data *data)
{
  curves (data->causes, NULL, 3);
}

static void
run_clustered (const Data *data)
{
  curves (data->clustered, NULL, 1);
}

static void
run_log_rank (const Data *data)
{
  g_object_unref (marmot_log_rank_new (data->days, data->four, NULL, 0, NULL, NULL));
}

static void
run_add (const Data *data)
{
  g_autoptr (MarmotEventCounts) counts = marmot_event_counts_new (data->days, data->groups, NULL, NULL);

  g_object_unref (marmot_event_counts_add (counts, counts, NULL));
}

static const struct
{
  const char *name;
  Run run;
} cases[] = {
  { "days", run_days },
  { "days, 100 groups", run_groups },
  { "distinct times", run_distinct },
  { "late entry", run_late },
  { "weights, robust", run_weighted },
  { "three causes", run_causes },
  { "clusters of three", run_clustered },
  { "log-rank, 4 groups", run_log_rank },
  { "count 100 groups and add", run_add },
};

static MarmotTable *
table_of (const char *const *names,
          MarmotColumn **columns)
{
  return marmot_table_new (names, columns, g_strv_length ((char **) names), NULL);
}

static void
fill (Data *data,
      gsize n_rows)
{
  static const char *const plain[] = { "stop", "status", NULL };
  static const char *const late[] = { "stop", "status", "start", NULL };
  static const char *const weighted[] = { "stop", "status", "weight", NULL };
  static const char *const clustered[] = { "stop", "status", "cluster", NULL };
  g_autofree gint64 *whole = g_new (gint64, 5 * n_rows);
  g_autofree double *real = g_new (double, 2 * n_rows);
  g_autofree gint32 *codes = g_new (gint32, 2 * n_rows);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  MarmotColumn *columns[7];

  for (gsize i = 0; i < n_rows; i++)
    {
      whole[3 * n_rows + i] = g_rand_int_range (rand, 0, 365);             /* start */
      whole[i] = whole[3 * n_rows + i] + g_rand_int_range (rand, 1, 1800); /* stop */
      whole[n_rows + i] = g_rand_boolean (rand);                           /* status */
      whole[2 * n_rows + i] = g_rand_int_range (rand, 0, 4);               /* status of three causes */
      whole[4 * n_rows + i] = (gint64) (i / 3);                            /* cluster */
      real[i] = g_rand_double (rand) * 1800;                               /* distinct stop */
      real[n_rows + i] = 0.5 + g_rand_double (rand);                       /* weight */
      codes[i] = g_rand_int_range (rand, 0, N_GROUPS);
      codes[n_rows + i] = codes[i] % 4;
    }
  for (gsize c = 0; c < 5; c++)
    columns[c] = marmot_column_new_integer (whole + c * n_rows, n_rows);
  columns[5] = marmot_column_new_double (real, n_rows);
  columns[6] = marmot_column_new_double (real + n_rows, n_rows);

  data->days = table_of (plain, columns);
  data->distinct = table_of (plain, (MarmotColumn *[]) { columns[5], columns[1] });
  data->late = table_of (late, (MarmotColumn *[]) { columns[0], columns[1], columns[3] });
  data->weighted = table_of (weighted, (MarmotColumn *[]) { columns[0], columns[1], columns[6] });
  data->causes = table_of (plain, (MarmotColumn *[]) { columns[0], columns[2] });
  data->clustered = table_of (clustered, (MarmotColumn *[]) { columns[0], columns[1], columns[4] });
  data->groups = marmot_groups_new_from_codes (codes, n_rows, N_GROUPS, NULL);
  data->four = marmot_groups_new_from_codes (codes + n_rows, n_rows, 4, NULL);
  for (int c = 0; c < 7; c++)
    marmot_column_unref (columns[c]);
}

static void
clear (Data *data)
{
  marmot_table_unref (data->days);
  marmot_table_unref (data->distinct);
  marmot_table_unref (data->late);
  marmot_table_unref (data->weighted);
  marmot_table_unref (data->causes);
  marmot_table_unref (data->clustered);
  marmot_groups_unref (data->groups);
  marmot_groups_unref (data->four);
}

int
main (void)
{
  const gsize sizes[] = { 10000, 1000000, 10000000 };

  printf ("%-28s %12s %12s %12s\n", "milliseconds", "1e4 rows", "1e6", "1e7");
  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      Data data;

      fill (&data, sizes[s]);
      for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
        {
          gint64 best = G_MAXINT64;

          for (int r = 0; r < REPEATS; r++)
            {
              gint64 start = g_get_monotonic_time ();

              cases[c].run (&data);
              best = MIN (best, g_get_monotonic_time () - start);
            }
          printf ("%-28s %*s%12.2f\n", cases[c].name, (int) (13 * s), "", (double) best / 1000);
          fflush (stdout);
        }
      clear (&data);
    }
  return 0;
}
