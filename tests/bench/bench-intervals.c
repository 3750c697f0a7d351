/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What proportions and rates cost in columns, a row, beside the least that they
 * could: the same formula in one loop over arrays, without checks, statuses or
 * blocks, in one thread. A ratio near 1 means that the library adds nothing.
 */
#include <marmot/marmot.h>

#include <math.h>
#include <stdio.h>

/* The 97.5% quantile of the normal distribution. */
static const double z = 1.959963984540054;

typedef void (*Plain) (const double *x,
                       const double *n,
                       gsize         n_rows,
                       double       *value,
                       double       *lower,
                       double       *upper);

static void
plain_wilson (const double *restrict x,
              const double *restrict n,
              gsize n_rows,
              double *restrict value,
              double *restrict lower,
              double *restrict upper)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      double p = x[i] / n[i];
      double root = z * sqrt (z * z + 4 * x[i] * (1 - p));
      double below = 2 * (n[i] + z * z);

      value[i] = p;
      lower[i] = (2 * x[i] + z * z - root) / below;
      upper[i] = (2 * x[i] + z * z + root) / below;
    }
}

static void
plain_byar (const double *restrict x,
            const double *restrict n,
            gsize n_rows,
            double *restrict value,
            double *restrict lower,
            double *restrict upper)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      double a = 1 - 1 / (9 * x[i]) - z / (3 * sqrt (x[i]));
      double o = x[i] + 1;
      double b = 1 - 1 / (9 * o) + z / (3 * sqrt (o));

      value[i] = 100000 * (x[i] / n[i]);
      lower[i] = 100000 * (x[i] * (a * a * a) / n[i]);
      upper[i] = 100000 * (o * (b * b * b) / n[i]);
    }
}

typedef MarmotEstimates *(*Bulk) (MarmotColumn          *x,
                                  MarmotColumn          *n,
                                  MarmotIntervalOptions *options,
                                  GError               **error);

static void
measure (const char   *name,
         Bulk          bulk,
         Plain         plain,
         MarmotMethod  method,
         gsize         n_rows,
         double        smallest)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autofree double *x = g_new (double, n_rows);
  g_autofree double *n = g_new (double, n_rows);
  g_autoptr (MarmotColumn) x_column = NULL;
  g_autoptr (MarmotColumn) n_column = NULL;
  gint64 best_bulk = G_MAXINT64, best_plain = G_MAXINT64;
  double check = 0;
  int repeats = n_rows > 1000000 ? 4 : 30;

  for (gsize i = 0; i < n_rows; i++)
    {
      x[i] = smallest + (double) (i * 7919 % 90);
      n[i] = 200 + (double) (i % 1000);
    }
  x_column = marmot_column_new_double (x, n_rows);
  n_column = marmot_column_new_double (n, n_rows);
  marmot_interval_options_set_method (options, method);

  for (int r = 0; r < repeats; r++)
    {
      gint64 began = g_get_monotonic_time ();
      MarmotEstimates *estimates = bulk (x_column, n_column, options, NULL);

      best_bulk = MIN (best_bulk, g_get_monotonic_time () - began);
      marmot_estimates_unref (estimates);
    }
  /* The plain loop allocates its results in every round, as a caller would. */
  for (int r = 0; r < repeats; r++)
    {
      gint64 began = g_get_monotonic_time ();
      double *value = g_new (double, n_rows);
      double *lower = g_new (double, n_rows);
      double *upper = g_new (double, n_rows);

      plain (x, n, n_rows, value, lower, upper);
      best_plain = MIN (best_plain, g_get_monotonic_time () - began);
      check += upper[r];
      g_free (value);
      g_free (lower);
      g_free (upper);
    }

  printf ("%-28s %8zu rows  %7.2f ns a row, plain loop %7.2f, ratio %.2f%s\n", name, n_rows,
          1000.0 * (double) best_bulk / (double) n_rows,
          1000.0 * (double) best_plain / (double) n_rows,
          (double) best_bulk / (double) MAX (best_plain, 1), check > 0 ? "" : " (wrong)");
}

int
main (void)
{
  const gsize sizes[] = { 10000, 1000000, 10000000 };

  printf ("%u threads; the plain loop is in one\n", marmot_get_threads ());

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      measure ("proportion, Wilson", marmot_proportion_column, plain_wilson, MARMOT_METHOD_DEFAULT,
               sizes[i], 0);
      measure ("rate, Byar", marmot_rate_column, plain_byar, MARMOT_METHOD_BYAR, sizes[i], 10);
      measure ("rate, exact under ten", marmot_rate_column, plain_byar, MARMOT_METHOD_DEFAULT,
               sizes[i], 0);
    }
  return 0;
}
