/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What measures of inequality cost: one area of ten groups, 1,000 areas of ten in
 * one call, and people, from ten thousand to ten million.
 */
#include <marmot/marmot.h>

#include <stdio.h>

#define N_AREAS 1000
#define N_GROUPS 10
#define N_PEOPLE 10000000
#define REPEATS 7

typedef struct
{
  MarmotColumn *estimate, *population, *rank, *standard_error;
  MarmotGroups *areas;
} Figures;

static MarmotSubgroups *
make (const Figures *figures)
{
  MarmotSubgroups *bare
    = marmot_subgroups_new (figures->estimate, figures->population, figures->rank, figures->areas, NULL);
  MarmotSubgroups *whole;

  if (!figures->standard_error)
    return bare;
  whole = marmot_subgroups_with_standard_error (bare, figures->standard_error, NULL);
  g_object_unref (bare);
  return whole;
}

/* The shortest of several runs, in nanoseconds; with the groups made anew each time
 * or only once. */
static double
measure (const Figures          *figures,
         gboolean                anew,
         MarmotInequalityMeasure measure,
         MarmotSlopeModel        model,
         int                     times)
{
  MarmotInequalityOptions *options
    = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "model", model, "scale", 1000.0, "upper-bound", 1000.0, "good",
                    MARMOT_GOOD_DIRECTION_LOW, NULL);
  MarmotSubgroups *groups = make (figures);
  gint64 best = G_MAXINT64;

  for (int repeat = 0; repeat < REPEATS; repeat++)
    {
      gint64 start = g_get_monotonic_time ();

      for (int i = 0; i < times; i++)
        {
          MarmotInequality *result;

          if (anew)
            {
              g_object_unref (groups);
              groups = make (figures);
            }
          result = marmot_subgroups_measure (groups, measure, options, NULL, NULL);
          g_assert (result != NULL && marmot_inequality_get_status (result, 0) == MARMOT_STATUS_OK);
          g_object_unref (result);
        }
      best = MIN (best, g_get_monotonic_time () - start);
    }
  g_object_unref (groups);
  g_object_unref (options);
  return (double) best * 1e3 / times;
}

int
main (void)
{
  const gsize n = N_AREAS * N_GROUPS;
  GRand *rand = g_rand_new_with_seed (1);
  double *y = g_new (double, N_PEOPLE);
  double *w = g_new (double, N_PEOPLE);
  double *r = g_new (double, N_PEOPLE);
  double *s = g_new (double, N_PEOPLE);
  gint32 *codes = g_new (gint32, n);
  Figures one, many, people;
  const MarmotInequalityMeasure of_people[] = { MARMOT_INEQUALITY_SLOPE_INDEX, MARMOT_INEQUALITY_CONCENTRATION_INDEX,
                                                MARMOT_INEQUALITY_GINI, MARMOT_INEQUALITY_THEIL };

  for (gsize i = 0; i < n; i++)
    {
      codes[i] = (gint32) (i / N_GROUPS);
      r[i] = (double) (i % N_GROUPS + 1);
      w[i] = g_rand_double_range (rand, 1000, 50000);
      y[i] = 500 - 20 * r[i] + g_rand_double_range (rand, -10, 10);
      s[i] = g_rand_double_range (rand, 2, 20);
    }
  one = (Figures) { marmot_column_new_double (y, N_GROUPS), marmot_column_new_double (w, N_GROUPS),
                    marmot_column_new_double (r, N_GROUPS), marmot_column_new_double (s, N_GROUPS), NULL };
  many = (Figures) { marmot_column_new_double (y, n), marmot_column_new_double (w, n), marmot_column_new_double (r, n),
                     marmot_column_new_double (s, n), marmot_groups_new_from_codes (codes, n, N_AREAS, NULL) };
  for (gsize i = 0; i < N_PEOPLE; i++)
    {
      r[i] = g_rand_double_range (rand, 5000, 90000);
      w[i] = g_rand_double_range (rand, 0.5, 2);
      y[i] = g_rand_double_range (rand, 0, 10) + r[i] / 10000;
    }

  for (int kind = 0; kind <= MARMOT_INEQUALITY_ATTRIBUTABLE_FRACTION; kind++)
    {
      const char *nick = marmot_inequality_measure_to_nick ((MarmotInequalityMeasure) kind);

      if (kind == MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_REFERENCE)
        continue;
      printf ("%-35s one area %7.0f ns; made and measured %7.0f ns; %d areas %7.0f us\n", nick,
              measure (&one, FALSE, (MarmotInequalityMeasure) kind, MARMOT_SLOPE_MODEL_LINEAR, 1000),
              measure (&one, TRUE, (MarmotInequalityMeasure) kind, MARMOT_SLOPE_MODEL_LINEAR, 1000), N_AREAS,
              measure (&many, FALSE, (MarmotInequalityMeasure) kind, MARMOT_SLOPE_MODEL_LINEAR, 5) / 1e3);
    }
  for (int model = MARMOT_SLOPE_MODEL_LINEAR; model <= MARMOT_SLOPE_MODEL_WHO; model++)
    printf ("slope-index, model %d     one area %7.0f ns; %d areas %7.0f us\n", model,
            measure (&one, FALSE, MARMOT_INEQUALITY_SLOPE_INDEX, (MarmotSlopeModel) model, 100), N_AREAS,
            measure (&many, FALSE, MARMOT_INEQUALITY_SLOPE_INDEX, (MarmotSlopeModel) model, 1) / 1e3);
  for (gsize size = 10000; size <= N_PEOPLE; size *= size == 10000 ? 100 : 10)
    {
      people = (Figures) { marmot_column_new_double (y, size), marmot_column_new_double (w, size),
                           marmot_column_new_double (r, size), NULL, NULL };
      for (gsize i = 0; i < G_N_ELEMENTS (of_people); i++)
        printf ("%s of %" G_GSIZE_FORMAT " people: sorted and measured %.1f ms; measured %.1f ms\n",
                marmot_inequality_measure_to_nick (of_people[i]), size,
                measure (&people, TRUE, of_people[i], MARMOT_SLOPE_MODEL_LINEAR, 1) / 1e6,
                measure (&people, FALSE, of_people[i], MARMOT_SLOPE_MODEL_LINEAR, 1) / 1e6);
    }
  return 0;
}
