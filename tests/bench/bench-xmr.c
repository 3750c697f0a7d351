/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What XmR charts cost: 200 series of 36 points, the kernel alone and the table of
 * series, and then a row at ten thousand to ten million, in order and mixed.
 */
#include <marmot/marmot.h>

#include <stdio.h>

#include "numeric/xmr.h"

#define REPEATS 3
#define POINTS 36

typedef MarmotTable *(*Run) (MarmotTable *figures, MarmotGroups *groups, MarmotXmrOptions *options, GError **error);

static const struct
{
  const char *name;
  Run run;
} cases[] = {
  { "series", marmot_xmr_series },
  { "points", marmot_xmr_points },
  { "parts", marmot_xmr_parts },
};

static double
make_value (gsize i)
{
  return 50 + (double) ((i * 2654435761u) % 1009) / 100;
}

/* Months of series one after the other, or all series month by month. */
static MarmotTable *
make_figures (gsize n_rows,
              gboolean mixed,
              MarmotGroups **groups)
{
  static const char *const names[] = { "date", "value", NULL };
  gsize n_series = (n_rows + POINTS - 1) / POINTS;
  g_autofree gint32 *days = g_new (gint32, n_rows);
  g_autofree gint32 *codes = g_new (gint32, n_rows);
  g_autofree double *values = g_new (double, n_rows);
  gint32 months[POINTS];
  MarmotColumn *columns[2];
  MarmotTable *table;

  for (guint m = 0; m < POINTS; m++)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 1, (GDateMonth) (1 + m % 12), (GDateYear) (2020 + m / 12));
      months[m] = (gint32) g_date_get_julian (&date) - 719163;
    }
  for (gsize i = 0; i < n_rows; i++)
    {
      codes[i] = (gint32) (mixed ? i % n_series : i / POINTS);
      days[i] = months[mixed ? i / n_series : i % POINTS];
      values[i] = make_value (i);
    }
  columns[0] = marmot_column_new_date (days, n_rows);
  columns[1] = marmot_column_new_double (values, n_rows);
  table = marmot_table_new (names, columns, 2, NULL);
  *groups = marmot_groups_new_from_codes (codes, n_rows, n_series, NULL);
  marmot_column_unref (columns[0]);
  marmot_column_unref (columns[1]);
  return table;
}

static double
time_run (Run run,
          MarmotTable *figures,
          MarmotGroups *groups,
          int repeats)
{
  gint64 best = G_MAXINT64;

  for (int r = 0; r < repeats; r++)
    {
      gint64 start = g_get_monotonic_time ();

      marmot_table_unref (run (figures, groups, NULL, NULL));
      best = MIN (best, g_get_monotonic_time () - start);
    }
  return (double) best;
}

/* Microseconds for the kernel over 200 series. */
static double
time_kernel (void)
{
  const mn_xmr_rules rules = { 2.66, 2.0 / 3, 0, 7, 2, 3, 7, 1, 0, { 0, 1, 2, 3 } };
  double values[POINTS];
  guint8 signals[POINTS], trends[POINTS];
  gint64 best = G_MAXINT64;
  guint total = 0;

  for (int r = 0; r < 20; r++)
    {
      gint64 start = g_get_monotonic_time ();

      for (gsize s = 0; s < 200; s++)
        {
          mn_xmr_limits limits;

          for (gsize i = 0; i < POINTS; i++)
            values[i] = make_value (s * POINTS + i);
          mn_xmr_compute (values, POINTS, 0, &rules, &limits);
          mn_xmr_signals (values, POINTS, &limits, &rules, signals, trends);
          total += signals[POINTS - 1];
        }
      best = MIN (best, g_get_monotonic_time () - start);
    }
  return (double) best + 0 * (double) total;
}

int
main (void)
{
  const gsize sizes[] = { 10000, 1000000, 10000000 };
  MarmotGroups *groups;
  MarmotTable *figures = make_figures (200 * POINTS, FALSE, &groups);

  printf ("200 series of %d points: kernel %.0f us, series %.0f us, points %.0f us\n", POINTS, time_kernel (),
          time_run (marmot_xmr_series, figures, groups, 20), time_run (marmot_xmr_points, figures, groups, 20));
  marmot_table_unref (figures);
  marmot_groups_unref (groups);

  printf ("%-28s %12s %12s %12s\n", "ns a row, series of 36", "1e4", "1e6", "1e7");
  for (int mixed = 0; mixed <= 1; mixed++)
    for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
      {
        printf ("%-12s%-16s", cases[c].name, mixed ? ", mixed" : "");
        for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
          {
            figures = make_figures (sizes[s], mixed, &groups);
            printf (" %12.1f",
                    time_run (cases[c].run, figures, groups, sizes[s] > 1000000 ? 1 : REPEATS) * 1000
                      / (double) sizes[s]);
            marmot_table_unref (figures);
            marmot_groups_unref (groups);
          }
        printf ("\n");
      }
  return 0;
}
