/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What surveys and changes in the same people cost in columns, a row: shares of counts,
 * weighted answers in groups, paired changes in groups, tables of four counts, waves, and
 * places against the others.
 */
#include <marmot/marmot.h>

#include <stdio.h>

#define REPEATS 3
#define GROUP 150

typedef struct
{
  MarmotTable *counts;
  MarmotTable *answers;
  MarmotTable *people;
  MarmotTable *waves;
  MarmotTable *places;
  MarmotColumn *cells[4];
  MarmotGroups *groups;
} Data;

typedef MarmotTable *(*Run) (const Data *data);

static MarmotTable *
run_shares (const Data *data)
{
  return marmot_survey_shares (data->counts, NULL, NULL, NULL);
}

static MarmotTable *
run_answers (const Data *data)
{
  return marmot_survey_shares (data->answers, data->groups, NULL, NULL);
}

static MarmotTable *
run_people (const Data *data)
{
  return marmot_paired_changes (data->people, data->groups, NULL, NULL);
}

static MarmotTable *
run_tables (const Data *data)
{
  return marmot_paired_proportions_column (data->cells[0], data->cells[1], data->cells[2], data->cells[3], NULL, NULL);
}

static MarmotTable *
run_waves (const Data *data)
{
  return marmot_survey_waves (data->waves, data->groups, NULL, NULL);
}

static MarmotTable *
run_places (const Data *data)
{
  return marmot_bright_spots (data->places, data->groups, FALSE, NULL, NULL);
}

static const struct
{
  const char *name;
  Run run;
} cases[] = {
  { "shares of counts", run_shares },
  { "weighted answers, grouped", run_answers },
  { "people before and after", run_people },
  { "tables of four, mid-p", run_tables },
  { "waves", run_waves },
  { "places against the others", run_places },
};

/* The columns of a table by the names that it has; they belong to the caller. */
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
  static const char *const counts[] = { "count", "respondents", NULL };
  static const char *const answers[] = { "answer", "weight", NULL };
  static const char *const people[] = { "before", "after", NULL };
  static const char *const waves[] = { "wave", "count", "respondents", NULL };
  static const char *const places[] = { "value", "standard_error", NULL };
  g_autofree double *memory = g_new (double, 8 * n_rows);
  g_autofree gint32 *codes = g_new (gint32, n_rows);
  MarmotColumn *columns[8];

  for (gsize i = 0; i < n_rows; i++)
    {
      double u = (double) ((i * 2654435761u) % 1009) / 1009;

      codes[i] = (gint32) (i / GROUP);
      memory[i] = 20 + (double) (i * 7919 % 100);                      /* count */
      memory[n_rows + i] = 130 + (double) (i * 104729 % 300);          /* respondents */
      memory[2 * n_rows + i] = u < 0.4;                                /* answer */
      memory[3 * n_rows + i] = 0.5 + u;                                /* weight */
      memory[4 * n_rows + i] = 50 + 20 * u;                            /* before */
      memory[5 * n_rows + i] = 52 + 20 * u + (double) (i % 7) - 3;     /* after */
      memory[6 * n_rows + i] = (double) (i % GROUP);                   /* wave */
      memory[7 * n_rows + i] = 1 + u;                                  /* standard error */
    }
  for (int c = 0; c < 8; c++)
    columns[c] = marmot_column_new_double (memory + (gsize) c * n_rows, n_rows);

  data->counts = table_of (counts, columns);
  data->answers = table_of (answers, columns + 2);
  data->people = table_of (people, columns + 4);
  data->waves = table_of (waves, (MarmotColumn *[]) { columns[6], columns[0], columns[1] });
  data->places = table_of (places, (MarmotColumn *[]) { columns[4], columns[7] });
  data->cells[0] = marmot_column_ref (columns[1]);
  data->cells[1] = marmot_column_ref (columns[0]);
  data->cells[2] = marmot_column_ref (columns[6]);
  data->cells[3] = marmot_column_ref (columns[1]);
  data->groups = marmot_groups_new_from_codes (codes, n_rows, (n_rows + GROUP - 1) / GROUP, NULL);
  for (int c = 0; c < 8; c++)
    marmot_column_unref (columns[c]);
}

static void
clear (Data *data)
{
  marmot_table_unref (data->counts);
  marmot_table_unref (data->answers);
  marmot_table_unref (data->people);
  marmot_table_unref (data->waves);
  marmot_table_unref (data->places);
  for (int c = 0; c < 4; c++)
    marmot_column_unref (data->cells[c]);
  marmot_groups_unref (data->groups);
}

int
main (void)
{
  const gsize sizes[] = { 10000, 1000000, 10000000 };

  printf ("%-28s %12s %12s %12s\n", "ns a row, groups of 150", "1e4", "1e6", "1e7");
  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      printf ("%-28s", cases[c].name);
      for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
        {
          Data data;
          gint64 best = G_MAXINT64;

          fill (&data, sizes[s]);
          for (int r = 0; r < REPEATS; r++)
            {
              gint64 start = g_get_monotonic_time ();

              marmot_table_unref (cases[c].run (&data));
              best = MIN (best, g_get_monotonic_time () - start);
            }
          printf (" %12.1f", (double) best * 1000 / (double) sizes[s]);
          clear (&data);
        }
      printf ("\n");
    }
  return 0;
}
