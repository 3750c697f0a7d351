/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What stocks and flows cost: stays counted, with and without ages and with persons in
 * place of what came next, and projections of 40 states, and of ages, by simulation.
 */
#include <marmot/marmot.h>

#include <stdio.h>

#define REPEATS 3
#define N_STATES 40
#define FROM 18000
#define UNTIL 19096

static char names[N_STATES][16];

/* Stays of some months, half of which lead to one of a few states near by. */
static MarmotTable *
make_stays (gsize n_rows,
            guint n_states,
            gboolean with_next)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  const char *columns_of[] = { "state", "start", "end", "birth", "next", NULL };
  g_autofree const char **states = g_new0 (const char *, n_states + 1);
  g_autofree gint32 *state = g_new (gint32, n_rows), *next = g_new (gint32, n_rows);
  g_autofree gint32 *start = g_new (gint32, n_rows), *end = g_new (gint32, n_rows), *birth = g_new (gint32, n_rows);
  g_autofree gint64 *person = g_new (gint64, n_rows);
  g_autofree gboolean *open = g_new0 (gboolean, n_rows), *gone = g_new0 (gboolean, n_rows);
  g_autoptr (MarmotColumn) values = NULL, bare_end = NULL, bare_next = NULL;
  g_autoptr (GBytes) state_codes = NULL, next_codes = NULL;
  MarmotColumn *columns[5];
  MarmotTable *table;

  for (guint s = 0; s < n_states; s++)
    {
      g_snprintf (names[s], sizeof names[s], "state %02u", s);
      states[s] = names[s];
    }
  for (gsize i = 0; i < n_rows; i++)
    {
      gboolean goes_on = i > 0 && !open[i - 1] && !gone[i - 1];

      state[i] = goes_on ? next[i - 1] : g_rand_int_range (rand, 0, (gint32) n_states);
      start[i] = goes_on ? end[i - 1] : g_rand_int_range (rand, FROM - 700, UNTIL);
      end[i] = start[i] + g_rand_int_range (rand, 30, 800);
      person[i] = goes_on ? person[i - 1] : (gint64) i;
      birth[i] = goes_on ? birth[i - 1] : start[i] - g_rand_int_range (rand, 0, 7000);
      next[i] = (state[i] + g_rand_int_range (rand, 1, 5)) % (gint32) n_states;
      gone[i] = g_rand_boolean (rand);
      open[i] = end[i] > UNTIL;
      gone[i] = gone[i] || open[i];
    }
  values = marmot_column_new_text (states);
  state_codes = g_bytes_new (state, n_rows * sizeof *state);
  next_codes = g_bytes_new (next, n_rows * sizeof *next);
  bare_end = marmot_column_new_date (end, n_rows);
  bare_next = marmot_column_new_dictionary (next_codes, values, NULL, n_rows, NULL);
  columns[0] = marmot_column_new_dictionary (state_codes, values, NULL, n_rows, NULL);
  columns[1] = marmot_column_new_date (start, n_rows);
  columns[2] = marmot_column_with_nulls (bare_end, open, n_rows, NULL);
  columns[3] = marmot_column_new_date (birth, n_rows);
  columns[4] = with_next ? marmot_column_with_nulls (bare_next, gone, n_rows, NULL)
                         : marmot_column_new_integer (person, n_rows);
  if (!with_next)
    columns_of[4] = "person";
  table = marmot_table_new (columns_of, columns, 5, NULL);
  for (int i = 0; i < 5; i++)
    marmot_column_unref (columns[i]);
  return table;
}

static void
report (const char *name,
        const char *unit,
        gsize n,
        double best)
{
  printf ("%-34s %9zu %s %10.2f ms\n", name, n, unit, best / 1000);
  fflush (stdout);
}

static MarmotFlowRates *
count (const char *name,
       MarmotTable *stays,
       const char *ages)
{
  g_autoptr (GDate) from = g_date_new_julian (FROM + 719163), until = g_date_new_julian (UNTIL + 719163);
  g_autoptr (MarmotFlowOptions) options = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "ages", ages, NULL);
  MarmotFlowRates *rates = NULL;
  double best = G_MAXDOUBLE;

  for (int i = 0; i < REPEATS; i++)
    {
      gint64 began = g_get_monotonic_time ();

      g_clear_object (&rates);
      rates = marmot_flow_rates_new (stays, from, until, options, NULL);
      best = MIN (best, (double) (g_get_monotonic_time () - began));
    }
  if (name)
    report (name, "stays", marmot_table_get_n_rows (stays), best);
  return rates;
}

static void
project (const char *name,
         MarmotFlowRates *rates,
         MarmotMethod method,
         guint repetitions)
{
  g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();
  g_autoptr (MarmotFlowOptions) options = NULL;
  double best = G_MAXDOUBLE;

  marmot_interval_options_set_method (interval, method);
  options = g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "horizon", 60, "repetitions", repetitions, "interval", interval, NULL);
  for (int i = 0; i < REPEATS; i++)
    {
      gint64 began = g_get_monotonic_time ();

      g_object_unref (marmot_flow_projection_new (rates, options, NULL));
      best = MIN (best, (double) (g_get_monotonic_time () - began));
    }
  report (name, "simulations", repetitions, best);
}

int
main (void)
{
  static const char ages[] = "1,5,10,16,18,21,25";

  for (gsize n = 10000; n <= 10000000; n *= 10)
    {
      g_autoptr (MarmotTable) stays = make_stays (n, N_STATES, TRUE), persons = make_stays (n, N_STATES, FALSE);

      g_object_unref (count ("rates", stays, NULL));
      g_object_unref (count ("rates by age", stays, ages));
      g_object_unref (count ("rates, persons for what is next", persons, NULL));
    }
  {
    g_autoptr (MarmotTable) council = make_stays (5000, N_STATES, TRUE), small = make_stays (5000, 6, TRUE);
    g_autoptr (MarmotTable) million = make_stays (1000000, N_STATES, TRUE);
    g_autoptr (MarmotFlowRates) forty = count (NULL, council, NULL), aged = count (NULL, small, ages);
    g_autoptr (MarmotFlowRates) country = count (NULL, million, NULL);

    printf ("60 months ahead, %u, %u and %u people:\n", (guint) marmot_flow_rates_get_closing (forty),
            (guint) marmot_flow_rates_get_closing (aged), (guint) marmot_flow_rates_get_closing (country));
    project ("40 states, expected alone", forty, MARMOT_METHOD_MULTISTATE_SIMULATION, 0);
    project ("40 states", forty, MARMOT_METHOD_MULTISTATE_SIMULATION, 10000);
    project ("40 states, chance alone", forty, MARMOT_METHOD_MULTISTATE_CHANCE, 10000);
    project ("40 states, rates alone", forty, MARMOT_METHOD_MULTISTATE_RATES, 10000);
    project ("40 states, a whole country", country, MARMOT_METHOD_MULTISTATE_SIMULATION, 10000);
    project ("6 states by months of age to 25", aged, MARMOT_METHOD_MULTISTATE_SIMULATION, 2000);
  }
  return 0;
}
