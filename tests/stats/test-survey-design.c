/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Slopes and concentration indices of the people of a survey, with the error of its
 * design.
 */
#include <criterion/criterion.h>

#include <math.h>

#include "support/inequality.h"

static MarmotSubgroups *
make_people (const TestTable *people,
             const char      *dataset,
             const char      *design)
{
  const double shares[] = { 0.1, 0.25, 0.5 };
  g_autoptr (GArray) rows = test_rows_of (people, dataset);
  g_autofree double *y = test_pick (people, rows, "outcome");
  g_autofree double *w = test_pick (people, rows, "weight");
  g_autofree double *r = test_pick (people, rows, "rank");
  g_autofree double *c = test_pick (people, rows, "cluster");
  g_autofree double *s = g_new (double, rows->len);
  g_autofree double *taken = g_new (double, rows->len);
  g_autoptr (MarmotSubgroups) bare = test_subgroups (y, w, r, NULL, rows->len);
  g_autoptr (MarmotSubgroups) clustered = NULL;
  g_autoptr (MarmotColumn) clusters = NULL;
  g_autoptr (MarmotColumn) strata = NULL;
  g_autoptr (MarmotColumn) share = NULL;

  if (strcmp (design, "weights") == 0)
    return g_steal_pointer (&bare);
  for (guint i = 0; i < rows->len; i++)
    {
      s[i] = fmod (c[i], 3);
      taken[i] = shares[(int) s[i]];
      /* The same names in every stratum. */
      if (strcmp (design, "clusters") != 0)
        c[i] = floor (c[i] / 3);
    }
  clusters = test_nullable (c, rows->len);
  clustered = marmot_subgroups_with_clusters (bare, clusters, NULL);
  if (strcmp (design, "clusters") == 0)
    return g_steal_pointer (&clustered);
  strata = test_nullable (s, rows->len);
  share = test_nullable (taken, rows->len);
  return marmot_subgroups_with_strata (clustered, strata, strcmp (design, "strata") == 0 ? NULL : share, NULL);
}

static MarmotInequality *
measure (MarmotSubgroups *people,
         const char      *measure_nick,
         const char      *model)
{
  g_autoptr (GEnumClass) measures = g_type_class_ref (MARMOT_TYPE_INEQUALITY_MEASURE);
  g_autoptr (MarmotInequalityOptions) options
    = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "model",
                    strcmp (model, "linear") == 0 ? MARMOT_SLOPE_MODEL_LINEAR : MARMOT_SLOPE_MODEL_BINOMIAL_LOGIT, NULL);
  g_autoptr (MarmotIntervalOptions) interval = test_method (MARMOT_METHOD_SURVEY_DESIGN, 0);
  GEnumValue *kind = g_enum_get_value_by_nick (measures, measure_nick);
  MarmotInequality *result;

  result = marmot_subgroups_measure (people, (MarmotInequalityMeasure) kind->value, options, interval, NULL);
  cr_assert (result != NULL, "%s", measure_nick);
  return result;
}

Test (survey_design, agrees_with_the_peers)
{
  g_autoptr (TestTable) people = test_table_load ("inequality/people.csv");
  g_autoptr (TestTable) expected = test_table_load ("inequality/people-design.csv");

  for (guint row = 0; row < expected->rows->len; row++)
    {
      const char *dataset = test_table_text (expected, row, "dataset");
      const char *kind = test_table_text (expected, row, "measure");
      const char *model = test_table_text (expected, row, "model");
      const char *design = test_table_text (expected, row, "design");
      g_autoptr (MarmotSubgroups) subgroups = make_people (people, dataset, design);
      g_autoptr (MarmotInequality) result = measure (subgroups, kind, model);
      g_autoptr (MarmotEstimate) estimate = marmot_inequality_get_estimate (result, 0);
      gboolean is_logit = strcmp (model, "linear") != 0;
      gboolean has_numerical_errors = strcmp (test_table_text (expected, row, "peer"), "healthequal") == 0;
      double lower = test_table_number (expected, row, "lower95"), upper = test_table_number (expected, row, "upper95");
      double value = test_table_number (expected, row, "estimate");
      /* One peer differentiates numerically; the other weights by the fit before its last. */
      double tolerance = has_numerical_errors ? 2e-5 : is_logit ? 2e-8 : 1e-11;

      cr_assert (test_near (marmot_estimate_get_value (estimate), value, is_logit ? 2e-9 : 1e-11), "%s %s %s %s: %.17g",
                 dataset, kind, model, design, marmot_estimate_get_value (estimate));
      cr_assert (fabs (marmot_estimate_get_lower (estimate) - lower) < tolerance * (upper - lower),
                 "%s %s %s %s: %.17g", dataset, kind, model, design, marmot_estimate_get_lower (estimate));
      cr_assert (fabs (marmot_estimate_get_upper (estimate) - upper) < tolerance * (upper - lower),
                 "%s %s %s %s: %.17g", dataset, kind, model, design, marmot_estimate_get_upper (estimate));
    }
  cr_assert (expected->rows->len > 100);
}

/* Six people, two clusters of three strata each, whose second is taken whole. */
static MarmotSubgroups *
make_six (const double *stratum,
          const double *taken)
{
  const double y[] = { 3, 1, 4, 1, 5, 9 }, r[] = { 1, 2, 3, 4, 5, 6 };
  g_autoptr (MarmotSubgroups) bare = test_subgroups (y, NULL, r, NULL, 6);
  g_autoptr (MarmotColumn) strata = test_nullable (stratum, 6);
  g_autoptr (MarmotColumn) share = test_nullable (taken, 6);

  return marmot_subgroups_with_strata (bare, strata, share, NULL);
}

Test (survey_design, a_census_has_no_error_and_a_lonely_cluster_no_known_one)
{
  const double three[] = { 1, 1, 2, 2, 3, 3 }, lonely[] = { 1, 2, 2, 2, 3, 3 };
  const double all[] = { 1, 1, 1, 1, 1, 1 }, none[] = { 0, 0, 0, 0, 0, 0 }, first[] = { 1, 0, 0, 0, 0, 0 };
  const struct
  {
    const double *stratum, *taken;
    double se; /* NaN: unknown; -1: some */
  } cases[] = {
    { three, all, 0 }, { three, none, -1 }, { lonely, none, (double) NAN }, { lonely, first, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int kind = MARMOT_INEQUALITY_SLOPE_INDEX; kind <= MARMOT_INEQUALITY_CONCENTRATION_INDEX; kind++)
      {
        g_autoptr (MarmotSubgroups) people = make_six (cases[i].stratum, cases[i].taken);
        g_autoptr (MarmotIntervalOptions) interval = test_method (MARMOT_METHOD_SURVEY_DESIGN, 0);
        g_autoptr (MarmotInequality) result
          = marmot_subgroups_measure (people, (MarmotInequalityMeasure) kind, NULL, interval, NULL);
        g_autoptr (MarmotEstimate) estimate = marmot_inequality_get_estimate (result, 0);
        double se = marmot_inequality_get_standard_error (result, 0);

        if (kind == MARMOT_INEQUALITY_RELATIVE_INDEX
            && marmot_inequality_get_status (result, 0) == MARMOT_STATUS_FIT_NOT_POSITIVE)
          continue;
        cr_assert (isfinite (marmot_estimate_get_value (estimate)));
        if (isnan (cases[i].se))
          cr_assert (isnan (se) && isnan (marmot_estimate_get_lower (estimate)), "%zu %d", i, kind);
        else if (cases[i].se >= 0)
          cr_assert (se == cases[i].se);
        else
          cr_assert (se > 0, "%zu %d", i, kind);
      }
}

/* The rows in another order; and every row twice in its cluster with half the weight. */
Test (survey_design, is_of_clusters_and_not_of_rows)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  const gsize n = 120;
  double y[240], w[240], r[240], c[240], s[240];
  double known[3] = { 0 };

  for (gsize i = 0; i < n; i++)
    {
      y[i] = g_rand_int_range (rand, 0, 2);
      w[i] = g_rand_double_range (rand, 0.3, 3);
      r[i] = g_rand_int_range (rand, 0, 30);
      s[i] = i / 40;
      c[i] = i / 5;
    }
  for (int step = 0; step < 3; step++)
    {
      gsize rows = step == 2 ? 2 * n : n;
      g_autoptr (MarmotSubgroups) bare = NULL;
      g_autoptr (MarmotSubgroups) clustered = NULL;
      g_autoptr (MarmotSubgroups) people = NULL;
      g_autoptr (MarmotColumn) clusters = NULL;
      g_autoptr (MarmotColumn) strata = NULL;
      const char *const kinds[] = { "slope-index", "concentration-index", "slope" };

      if (step == 1)
        for (gsize i = 0; i < n / 2; i++)
          {
            double *const columns[] = { y, w, r, c, s };

            for (gsize k = 0; k < 5; k++)
              {
                double swap = columns[k][i];

                columns[k][i] = columns[k][n - 1 - i];
                columns[k][n - 1 - i] = swap;
              }
          }
      for (gsize i = 0; step == 2 && i < n; i++)
        {
          w[i] /= 2;
          y[n + i] = y[i], w[n + i] = w[i], r[n + i] = r[i], c[n + i] = c[i], s[n + i] = s[i];
        }
      bare = test_subgroups (y, w, r, NULL, rows);
      clusters = test_nullable (c, rows);
      strata = test_nullable (s, rows);
      clustered = marmot_subgroups_with_strata (bare, strata, NULL, NULL);
      people = marmot_subgroups_with_clusters (clustered, clusters, NULL);
      for (int kind = 0; kind < 3; kind++)
        {
          g_autoptr (MarmotInequality) result = measure (people, kinds[kind], kind == 2 ? "binomial-logit" : "linear");
          double se = marmot_inequality_get_standard_error (result, 0);

          if (step == 0)
            known[kind] = se;
          cr_assert (se > 0 && test_near (se, known[kind], 1e-11), "%d %d: %.17g %.17g", step, kind, se, known[kind]);
        }
    }
}

Test (survey_design, refuses_shares_that_cannot_be)
{
  const double y[] = { 3, 1, 4, 1 }, r[] = { 1, 2, 3, 4 }, stratum[] = { 1, 1, 2, 2 };
  const double shares[][4] = { { 0.1, 0.1, 2, 2 }, { 0.1, 0.2, 0.3, 0.3 }, { 0.1, 0.1, (double) NAN, 0.2 } };
  const char *const rows[] = { "Row 2:", "Row 1:", "Row 2:" };
  g_autoptr (MarmotSubgroups) bare = test_subgroups (y, NULL, r, NULL, 4);
  g_autoptr (MarmotColumn) strata = test_nullable (stratum, 4);
  g_autoptr (MarmotColumn) too_few = test_nullable (stratum, 3);

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (MarmotColumn) taken = test_nullable (shares[i], 4);
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_subgroups_with_strata (bare, strata, taken, &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
      cr_assert (g_str_has_prefix (error->message, rows[i]), "%s", error->message);
    }
  {
    g_autoptr (GError) error = NULL;

    cr_assert (marmot_subgroups_with_strata (bare, too_few, NULL, &error) == NULL);
    cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
  }
}
