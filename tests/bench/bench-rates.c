/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What every method of proportions, rates, means and of two groups costs in columns, a
 * row, with its test. Beside Newcombe's stands the same formula in one plain loop,
 * without checks, statuses or the test. Arguments are part of the name of those
 * to run, and of how many rows.
 */
#include <marmot/marmot.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#define REPEATS 5
#define MOST_REPEATS 1000
#define MAX_INPUTS 6

typedef enum
{
  ONE_COUNT,
  TWO_COUNTS,
  ONE_MEAN,
  TWO_MEANS,
  VALUES
} Inputs;

typedef struct
{
  const char *name;
  Inputs inputs;
  gpointer function;
  MarmotMethod method;
  MarmotMethod test;
} Case;

static const Case cases[] = {
  { "proportion, Wilson", ONE_COUNT, marmot_proportion_column, 0, 0 },
  { "proportion, Clopper-Pearson", ONE_COUNT, marmot_proportion_column, MARMOT_METHOD_CLOPPER_PEARSON, 0 },
  { "proportion, Jeffreys", ONE_COUNT, marmot_proportion_column, MARMOT_METHOD_JEFFREYS, 0 },
  { "proportion, Agresti-Coull", ONE_COUNT, marmot_proportion_column, MARMOT_METHOD_AGRESTI_COULL, 0 },
  { "proportion, normal", ONE_COUNT, marmot_proportion_column, MARMOT_METHOD_NORMAL, 0 },
  { "rate, exact throughout", ONE_COUNT, marmot_rate_column, MARMOT_METHOD_EXACT_POISSON, 0 },
  { "mean", ONE_MEAN, marmot_mean_column, 0, 0 },
  { "mean of values", VALUES, marmot_mean_of_values, 0, 0 },
  { "difference, Newcombe", TWO_COUNTS, marmot_proportion_difference_column, 0, 0 },
  { "difference, Newcombe, no test", TWO_COUNTS, marmot_proportion_difference_column, 0, MARMOT_METHOD_NONE },
  { "difference, normal", TWO_COUNTS, marmot_proportion_difference_column, MARMOT_METHOD_NORMAL, 0 },
  { "difference, normal, no test", TWO_COUNTS, marmot_proportion_difference_column, MARMOT_METHOD_NORMAL, MARMOT_METHOD_NONE },
  { "difference, Miettinen-Nurminen", TWO_COUNTS, marmot_proportion_difference_column,
    MARMOT_METHOD_MIETTINEN_NURMINEN, 0 },
  { "difference, Newcombe, Fisher", TWO_COUNTS, marmot_proportion_difference_column, 0, MARMOT_METHOD_FISHER },
  { "ratio, Miettinen-Nurminen", TWO_COUNTS, marmot_proportion_ratio_column, 0, 0 },
  { "ratio, Koopman", TWO_COUNTS, marmot_proportion_ratio_column, MARMOT_METHOD_KOOPMAN, 0 },
  { "ratio, Katz", TWO_COUNTS, marmot_proportion_ratio_column, MARMOT_METHOD_KATZ, 0 },
  { "ratio, Katz, no test", TWO_COUNTS, marmot_proportion_ratio_column, MARMOT_METHOD_KATZ, MARMOT_METHOD_NONE },
  { "odds ratio, Miettinen-Nurminen", TWO_COUNTS, marmot_odds_ratio_column, 0, 0 },
  { "odds ratio, Woolf", TWO_COUNTS, marmot_odds_ratio_column, MARMOT_METHOD_WOOLF, 0 },
  { "odds ratio, Woolf, no test", TWO_COUNTS, marmot_odds_ratio_column, MARMOT_METHOD_WOOLF, MARMOT_METHOD_NONE },
  { "rate difference, hybrid, exact", TWO_COUNTS, marmot_rate_difference_column, 0, 0 },
  { "rate difference, normal", TWO_COUNTS, marmot_rate_difference_column, MARMOT_METHOD_NORMAL, 0 },
  { "rate difference, normal, no test", TWO_COUNTS, marmot_rate_difference_column, MARMOT_METHOD_NORMAL, MARMOT_METHOD_NONE },
  { "rate difference, score", TWO_COUNTS, marmot_rate_difference_column, MARMOT_METHOD_MIETTINEN_NURMINEN, 0 },
  { "rate ratio, exact", TWO_COUNTS, marmot_rate_ratio_column, 0, 0 },
  { "rate ratio, score", TWO_COUNTS, marmot_rate_ratio_column, MARMOT_METHOD_SCORE, 0 },
  { "rate ratio, log", TWO_COUNTS, marmot_rate_ratio_column, MARMOT_METHOD_LOG_NORMAL, 0 },
  { "rate ratio, log, no test", TWO_COUNTS, marmot_rate_ratio_column, MARMOT_METHOD_LOG_NORMAL, MARMOT_METHOD_NONE },
  { "mean difference, Welch", TWO_MEANS, marmot_mean_difference_column, 0, 0 },
  { "mean difference, Student", TWO_MEANS, marmot_mean_difference_column, MARMOT_METHOD_STUDENT, 0 },
  { "mean ratio, Fieller", TWO_MEANS, marmot_mean_ratio_column, MARMOT_METHOD_FIELLER, 0 },
  { "mean ratio, log", TWO_MEANS, marmot_mean_ratio_column, 0, 0 },
};

typedef gpointer (*OfTwo) (MarmotColumn *, MarmotColumn *, MarmotIntervalOptions *, GError **);
typedef gpointer (*OfThree) (MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotIntervalOptions *, GError **);
typedef gpointer (*OfFour) (MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotIntervalOptions *,
                            GError **);
typedef gpointer (*OfSix) (MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotColumn *, MarmotColumn *,
                           MarmotColumn *, MarmotIntervalOptions *, GError **);
typedef gpointer (*OfValues) (MarmotColumn *, MarmotGroups *, MarmotIntervalOptions *, GError **);

static void
run (const Case            *c,
     MarmotColumn         **in,
     MarmotColumn         **means,
     MarmotIntervalOptions *options)
{
  switch (c->inputs)
    {
    case ONE_COUNT:
      marmot_estimates_unref (((OfTwo) c->function) (in[0], in[1], options, NULL));
      break;
    case TWO_COUNTS:
      marmot_table_unref (((OfFour) c->function) (in[0], in[1], in[2], in[3], options, NULL));
      break;
    case ONE_MEAN:
      marmot_estimates_unref (((OfThree) c->function) (means[0], means[1], means[2], options, NULL));
      break;
    case TWO_MEANS:
      marmot_table_unref (((OfSix) c->function) (means[0], means[1], means[2], means[3], means[4], means[5], options, NULL));
      break;
    case VALUES:
      marmot_table_unref (((OfValues) c->function) (in[0], NULL, options, NULL));
      break;
    }
}

static double
below (double x,
       double n,
       double z)
{
  double p = x / n;

  return p - (2 * x + z * z - z * sqrt (z * z + 4 * x * (1 - p))) / (2 * (n + z * z));
}

static void
plain_newcombe (double *const *in,
                gsize n_rows)
{
  const double z = 1.959963984540054;
  gint64 best = G_MAXINT64;
  double check = 0;

  for (int r = 0; r < REPEATS; r++)
    {
      gint64 began = g_get_monotonic_time ();
      double *lower = g_new (double, n_rows);
      double *upper = g_new (double, n_rows);

      for (gsize i = 0; i < n_rows; i++)
        {
          double x1 = in[0][i], n1 = in[1][i], x2 = in[2][i], n2 = in[3][i];
          double d = x1 / n1 - x2 / n2;
          double b1 = below (x1, n1, z), a1 = below (n1 - x1, n1, z);
          double b2 = below (x2, n2, z), a2 = below (n2 - x2, n2, z);

          lower[i] = d - sqrt (b1 * b1 + a2 * a2);
          upper[i] = d + sqrt (a1 * a1 + b2 * b2);
        }
      best = MIN (best, g_get_monotonic_time () - began);
      check += lower[r] + upper[r];
      g_free (lower);
      g_free (upper);
    }
  printf ("%-32s %8zu rows  %8.1f ns a row%s\n", "difference, Newcombe, plain loop", n_rows,
          1000.0 * (double) best / (double) n_rows, isnan (check) ? " (wrong)" : "");
}

int
main (int argc,
      char **argv)
{
  const char *only = argc > 1 ? argv[1] : "";
  const gsize only_rows = argc > 2 ? (gsize) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  const gsize sizes[] = { 10000, 1000000, 10000000 };
  /* Those that solve for every row say nothing new at ten million. */
  const gint64 too_slow = 300 * 1000;
  gint64 last[G_N_ELEMENTS (cases)] = { 0 };

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      gsize n_rows = sizes[s];
      double *values[MAX_INPUTS];
      double *summaries[MAX_INPUTS];
      MarmotColumn *in[MAX_INPUTS];
      MarmotColumn *means[MAX_INPUTS];

      if (only_rows > 0 && only_rows != n_rows)
        continue;
      for (int k = 0; k < MAX_INPUTS; k++)
        {
          values[k] = g_new (double, n_rows);
          summaries[k] = g_new (double, n_rows);
          for (gsize i = 0; i < n_rows; i++)
            {
              values[k][i] = k % 2 == 0 ? (double) (i * 7919 % 90 + (gsize) k) : 200 + (double) (i % 1000);
              summaries[k][i] = k % 3 == 0 ? 2 + (double) (i % 400) : k % 3 == 1 ? 20 + (double) (i * 7919 % 90) : 5 + (double) k;
            }
          in[k] = marmot_column_new_double (values[k], n_rows);
          means[k] = marmot_column_new_double (summaries[k], n_rows);
        }

      if (*only == '\0')
        plain_newcombe (values, n_rows);
      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
          gint64 best = G_MAXINT64, total = 0;

          if (!strstr (cases[i].name, only) || (n_rows > 1000000 && last[i] > too_slow))
            continue;
          marmot_interval_options_set_method (options, cases[i].method);
          marmot_interval_options_set_test (options, cases[i].test);
          /* Once to warm up, and then for as long as it is short. */
          for (int r = 0; r < 2 || (r < MOST_REPEATS && total < too_slow); r++)
            {
              gint64 began = g_get_monotonic_time (), taken;

              run (&cases[i], in, means, options);
              taken = g_get_monotonic_time () - began;
              best = MIN (best, taken);
              total += taken;
            }
          last[i] = best;
          printf ("%-32s %8zu rows  %8.1f ns a row\n", cases[i].name, n_rows, 1000.0 * (double) best / (double) n_rows);
          fflush (stdout);
        }

      for (int k = 0; k < MAX_INPUTS; k++)
        {
          g_free (values[k]);
          g_free (summaries[k]);
          marmot_column_unref (in[k]);
          marmot_column_unref (means[k]);
        }
    }
  return 0;
}
