/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/inequality.h"

typedef struct
{
  const char *measure;
  const char *variant;
  MarmotInequalityMeasure kind;
  MarmotMethod method;
  double parameter; /* aversion, alpha or epsilon */
  gboolean corrected;
} Variant;

#define CI MARMOT_INEQUALITY_CONCENTRATION_INDEX
#define ACI MARMOT_INEQUALITY_GENERALISED_CONCENTRATION
#define NONE MARMOT_METHOD_NONE

static const Variant of_groups[] = {
  { "aci", "plain/propagated", ACI, MARMOT_METHOD_PROPAGATED, 2, FALSE },
  { "aci", "plain/convenient", ACI, MARMOT_METHOD_CONVENIENT_REGRESSION, 2, FALSE },
  { "rci", "plain/propagated", CI, MARMOT_METHOD_PROPAGATED, 2, FALSE },
  { "rci", "plain/convenient", CI, MARMOT_METHOD_CONVENIENT_REGRESSION, 2, FALSE },
  { "rci", "erreygers/propagated", MARMOT_INEQUALITY_ERREYGERS, MARMOT_METHOD_PROPAGATED, 2, FALSE },
  { "rci", "erreygers/convenient", MARMOT_INEQUALITY_ERREYGERS, MARMOT_METHOD_CONVENIENT_REGRESSION, 2, FALSE },
  { "rci", "wagstaff/propagated", MARMOT_INEQUALITY_WAGSTAFF, MARMOT_METHOD_PROPAGATED, 2, FALSE },
  { "rci", "wagstaff/convenient", MARMOT_INEQUALITY_WAGSTAFF, MARMOT_METHOD_CONVENIENT_REGRESSION, 2, FALSE },
};

static const Variant of_people[] = {
  { "ci", "estimate", CI, NONE, 2, FALSE },
  { "ci", "ols", CI, MARMOT_METHOD_CONVENIENT_REGRESSION, 2, FALSE },
  { "ci", "robust", CI, MARMOT_METHOD_CONVENIENT_HC1, 2, FALSE },
  { "ci", "cluster", CI, MARMOT_METHOD_CONVENIENT_CLUSTER, 2, FALSE },
  { "ci", "influence", CI, MARMOT_METHOD_INFLUENCE, 2, FALSE },
  { "ci-generalised", "estimate", ACI, NONE, 2, FALSE },
  { "ci-generalised", "ols", ACI, MARMOT_METHOD_CONVENIENT_REGRESSION, 2, FALSE },
  { "ci-generalised", "robust", ACI, MARMOT_METHOD_CONVENIENT_HC1, 2, FALSE },
  { "ci-generalised", "cluster", ACI, MARMOT_METHOD_CONVENIENT_CLUSTER, 2, FALSE },
  { "ci-modified", "estimate", MARMOT_INEQUALITY_MODIFIED_CONCENTRATION, NONE, 2, FALSE },
  { "ci-erreygers", "estimate", MARMOT_INEQUALITY_ERREYGERS, NONE, 2, FALSE },
  { "ci-erreygers", "ols", MARMOT_INEQUALITY_ERREYGERS, MARMOT_METHOD_CONVENIENT_REGRESSION, 2, FALSE },
  { "ci-erreygers", "robust", MARMOT_INEQUALITY_ERREYGERS, MARMOT_METHOD_CONVENIENT_HC1, 2, FALSE },
  { "ci-erreygers", "cluster", MARMOT_INEQUALITY_ERREYGERS, MARMOT_METHOD_CONVENIENT_CLUSTER, 2, FALSE },
  { "ci-wagstaff", "estimate", MARMOT_INEQUALITY_WAGSTAFF, NONE, 2, FALSE },
  { "ci-wagstaff", "ols", MARMOT_INEQUALITY_WAGSTAFF, MARMOT_METHOD_CONVENIENT_REGRESSION, 2, FALSE },
  { "ci-wagstaff", "robust", MARMOT_INEQUALITY_WAGSTAFF, MARMOT_METHOD_CONVENIENT_HC1, 2, FALSE },
  { "ci-wagstaff", "cluster", MARMOT_INEQUALITY_WAGSTAFF, MARMOT_METHOD_CONVENIENT_CLUSTER, 2, FALSE },
  { "ci-extended", "v=1.5", MARMOT_INEQUALITY_EXTENDED_CONCENTRATION, NONE, 1.5, FALSE },
  { "ci-extended", "v=2", MARMOT_INEQUALITY_EXTENDED_CONCENTRATION, NONE, 2, FALSE },
  { "ci-extended", "v=3", MARMOT_INEQUALITY_EXTENDED_CONCENTRATION, NONE, 3, FALSE },
  { "ci-extended", "v=5", MARMOT_INEQUALITY_EXTENDED_CONCENTRATION, NONE, 5, FALSE },
  { "ci-extended-generalised", "v=1.5", MARMOT_INEQUALITY_GENERALISED_EXTENDED_CONCENTRATION, NONE, 1.5, FALSE },
  { "ci-extended-generalised", "v=2", MARMOT_INEQUALITY_GENERALISED_EXTENDED_CONCENTRATION, NONE, 2, FALSE },
  { "ci-extended-generalised", "v=3", MARMOT_INEQUALITY_GENERALISED_EXTENDED_CONCENTRATION, NONE, 3, FALSE },
  { "ci-symmetric", "beta=1.5", MARMOT_INEQUALITY_SYMMETRIC_CONCENTRATION, NONE, 1.5, FALSE },
  { "ci-symmetric", "beta=2", MARMOT_INEQUALITY_SYMMETRIC_CONCENTRATION, NONE, 2, FALSE },
  { "ci-symmetric", "beta=3", MARMOT_INEQUALITY_SYMMETRIC_CONCENTRATION, NONE, 3, FALSE },
  { "ci-symmetric", "beta=5", MARMOT_INEQUALITY_SYMMETRIC_CONCENTRATION, NONE, 5, FALSE },
  { "ci-symmetric-generalised", "beta=1.5", MARMOT_INEQUALITY_GENERALISED_SYMMETRIC_CONCENTRATION, NONE, 1.5, FALSE },
  { "ci-symmetric-generalised", "beta=2", MARMOT_INEQUALITY_GENERALISED_SYMMETRIC_CONCENTRATION, NONE, 2, FALSE },
  { "ci-symmetric-generalised", "beta=5", MARMOT_INEQUALITY_GENERALISED_SYMMETRIC_CONCENTRATION, NONE, 5, FALSE },
  { "gini", "population", MARMOT_INEQUALITY_GINI, NONE, 2, FALSE },
  { "gini", "sample-corrected", MARMOT_INEQUALITY_GINI, NONE, 2, TRUE },
  { "ge", "alpha=-1", MARMOT_INEQUALITY_GENERALISED_ENTROPY, NONE, -1, FALSE },
  { "ge", "alpha=0", MARMOT_INEQUALITY_GENERALISED_ENTROPY, NONE, 0, FALSE },
  { "ge", "alpha=1", MARMOT_INEQUALITY_GENERALISED_ENTROPY, NONE, 1, FALSE },
  { "ge", "alpha=2", MARMOT_INEQUALITY_GENERALISED_ENTROPY, NONE, 2, FALSE },
  { "atkinson", "epsilon=0.5", MARMOT_INEQUALITY_ATKINSON, NONE, 0.5, FALSE },
  { "atkinson", "epsilon=1", MARMOT_INEQUALITY_ATKINSON, NONE, 1, FALSE },
  { "atkinson", "epsilon=2", MARMOT_INEQUALITY_ATKINSON, NONE, 2, FALSE },
  { "hoover", "population", MARMOT_INEQUALITY_HOOVER, NONE, 2, FALSE },
};

static const Variant *
find_variant (const Variant   *variants,
              gsize            n,
              const TestTable *expected,
              guint            row)
{
  const char *measure = test_table_text (expected, row, "measure");
  const char *variant = test_table_text (expected, row, "variant");

  for (gsize i = 0; i < n; i++)
    if (strcmp (variants[i].measure, measure) == 0
        && (strcmp (variants[i].variant, variant) == 0 || strcmp (variant, "any") == 0))
      return &variants[i];
  return NULL;
}

static MarmotInequalityOptions *
make_options (const Variant *variant,
              double         lower,
              double         upper)
{
  /* The kinds read the parameter that is theirs. */
  double parameter = variant->parameter;

  return g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "aversion", parameter > 1 ? parameter : 2, "alpha", parameter,
                       "epsilon", parameter > 0 ? parameter : 1, "lower-bound", lower, "upper-bound", upper, "corrected",
                       variant->corrected, NULL);
}

Test (concentration, groups_agree_with_known_answers)
{
  g_autoptr (TestTable) groups = test_table_load ("inequality/groups.csv");
  g_autoptr (TestTable) expected = test_table_load ("inequality/groups-expected.csv");
  guint n_checked = 0;

  for (guint row = 0; row < expected->rows->len; row++)
    {
      const Variant *variant = find_variant (of_groups, G_N_ELEMENTS (of_groups), expected, row);
      const char *dataset = test_table_text (expected, row, "dataset");
      double scale = test_dataset_number (groups, dataset, "scale");
      g_autoptr (MarmotSubgroups) subgroups = NULL;
      g_autoptr (MarmotInequalityOptions) options = NULL;
      g_autoptr (MarmotIntervalOptions) interval = NULL;
      g_autoptr (MarmotInequality) result = NULL;

      if (!variant)
        continue;
      subgroups = test_dataset (groups, dataset);
      options = make_options (variant, 0, scale);
      interval = test_method (variant->method, 0);
      result = marmot_subgroups_measure (subgroups, variant->kind, options, interval, NULL);
      test_known (result, expected, row, 1e-11, 1e-13);
      n_checked++;
    }
  cr_assert (n_checked > 130, "%u", n_checked);
}

static MarmotSubgroups *
make_people (const TestTable *people,
             const char      *dataset)
{
  g_autoptr (GArray) rows = test_rows_of (people, dataset);
  g_autofree double *y = test_pick (people, rows, "outcome");
  g_autofree double *w = test_pick (people, rows, "weight");
  g_autofree double *r = test_pick (people, rows, "rank");
  g_autofree double *c = test_pick (people, rows, "cluster");
  g_autoptr (MarmotSubgroups) bare = test_subgroups (y, w, r, NULL, rows->len);
  g_autoptr (MarmotColumn) clusters = test_nullable (c, rows->len);

  return marmot_subgroups_with_clusters (bare, clusters, NULL);
}

Test (concentration, people_agree_with_known_answers)
{
  g_autoptr (TestTable) people = test_table_load ("inequality/people.csv");
  g_autoptr (TestTable) expected = test_table_load ("inequality/people-expected.csv");
  guint n_checked = 0;

  for (guint row = 0; row < expected->rows->len; row++)
    {
      const Variant *variant = find_variant (of_people, G_N_ELEMENTS (of_people), expected, row);
      const char *dataset = test_table_text (expected, row, "dataset");
      double lower = test_table_number (expected, row, "lower_bound");
      double upper = test_table_number (expected, row, "upper_bound");
      g_autoptr (MarmotSubgroups) subgroups = make_people (people, dataset);
      g_autoptr (MarmotInequalityOptions) options = NULL;
      g_autoptr (MarmotIntervalOptions) interval = NULL;
      g_autoptr (MarmotInequality) result = NULL;

      cr_assert (variant != NULL, "%s %s", test_table_text (expected, row, "measure"),
                 test_table_text (expected, row, "variant"));
      if (strcmp (variant->measure, "ci-modified") == 0)
        {
          g_autoptr (GArray) rows = test_rows_of (people, dataset);
          g_autofree double *y = test_pick (people, rows, "outcome");

          /* The known answers take the least figure of the sample. */
          lower = y[0];
          for (guint i = 1; i < rows->len; i++)
            lower = fmin (lower, y[i]);
        }
      options = make_options (variant, isnan (lower) ? 0 : lower, isnan (upper) ? 0 : upper);
      interval = test_method (variant->method, 0);
      result = marmot_subgroups_measure (subgroups, variant->kind, options, interval, NULL);
      cr_assert (result != NULL);
      /* The known answers have 1e-41 where ours is 0. */
      test_known (result, expected, row, 1e-11, 1e-14);
      n_checked++;
    }
  cr_assert (n_checked == expected->rows->len);
}

/* All figures the same: nothing, exactly, and not rounding over rounding. */
Test (concentration, equality_is_exactly_nothing)
{
  const double y[] = { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 }, r[] = { 1, 2, 3, 4, 5, 6, 7 };
  const double w[] = { 0.3, 1.7, 2.9, 0.1, 3.3, 0.7, 1.1 };
  g_autoptr (MarmotSubgroups) subgroups = test_subgroups (y, w, r, NULL, 7);

  for (int kind = CI; kind <= MARMOT_INEQUALITY_GENERALISED_SYMMETRIC_CONCENTRATION; kind++)
    {
      g_autoptr (MarmotInequalityOptions) options = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "aversion", 3.0,
                                                                  "upper-bound", 1.0, NULL);
      g_autoptr (MarmotInequality) result
        = marmot_subgroups_measure (subgroups, (MarmotInequalityMeasure) kind, options, NULL, NULL);

      cr_assert (fabs (marmot_inequality_get_value (result, 0)) < 1e-16, "%d", kind);
      cr_assert (marmot_inequality_get_standard_error (result, 0) < 1e-16, "%d: %g", kind,
                 marmot_inequality_get_standard_error (result, 0));
    }
}

static double
measure_people (const double            *y,
                const double            *w,
                const double            *r,
                gsize                    n,
                MarmotInequalityMeasure  kind,
                double                  *se)
{
  g_autoptr (MarmotSubgroups) subgroups = test_subgroups (y, w, r, NULL, n);
  g_autoptr (MarmotInequalityOptions) options
    = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "lower-bound", -100.0, "upper-bound", 200.0, "aversion", 2.5, NULL);
  g_autoptr (MarmotInequality) result = marmot_subgroups_measure (subgroups, kind, options, NULL, NULL);

  cr_assert (marmot_inequality_get_status (result, 0) == MARMOT_STATUS_OK);
  *se = marmot_inequality_get_standard_error (result, 0);
  return marmot_inequality_get_value (result, 0);
}

Test (concentration, keeps_its_symmetries)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  const gsize n = 400;
  double y[800], w[800], r[800], y2[800], w2[800], r2[800], se, other_se;

  for (gsize i = 0; i < n; i++)
    {
      y[i] = g_rand_double_range (rand, 1, 90);
      w[i] = g_rand_double_range (rand, 0.2, 3);
      r[i] = g_rand_int_range (rand, 0, 60);
    }
  for (int kind = CI; kind <= MARMOT_INEQUALITY_ACHIEVEMENT; kind++)
    {
      double value = measure_people (y, w, r, n, (MarmotInequalityMeasure) kind, &se);
      double changed;

      for (gsize i = 0; i < n; i++)
        {
          gsize j = (i * 7 + 31) % n;

          y2[i] = y[j], w2[i] = 5 * w[j], r2[i] = exp (r[j] / 10);
        }
      changed = measure_people (y2, w2, r2, n, (MarmotInequalityMeasure) kind, &other_se);
      cr_assert (test_near (changed, value, 1e-12) && test_near (other_se, se, 1e-11), "%d", kind);

      /* Everybody twice: the same index, and a smaller error. */
      for (gsize i = 0; i < 2 * n; i++)
        y2[i] = y[i / 2], w2[i] = w[i / 2], r2[i] = r[i / 2];
      changed = measure_people (y2, w2, r2, 2 * n, (MarmotInequalityMeasure) kind, &other_se);
      cr_assert (test_near (changed, value, 1e-12) && test_near (other_se * G_SQRT2, se, 1e-11), "%d", kind);

      /* The other way round; extended indices are of one end. */
      if (kind >= MARMOT_INEQUALITY_EXTENDED_CONCENTRATION && kind != MARMOT_INEQUALITY_SYMMETRIC_CONCENTRATION
          && kind != MARMOT_INEQUALITY_GENERALISED_SYMMETRIC_CONCENTRATION)
        continue;
      for (gsize i = 0; i < n; i++)
        y2[i] = y[i], w2[i] = w[i], r2[i] = -r[i];
      changed = measure_people (y2, w2, r2, n, (MarmotInequalityMeasure) kind, &other_se);
      cr_assert (test_near (changed, -value, 1e-11) && test_near (other_se, se, 1e-10), "%d", kind);

      /* Mirrored figures: Erreygers' and Wagstaff's turn their sign and nothing else. */
      if (kind != MARMOT_INEQUALITY_ERREYGERS && kind != MARMOT_INEQUALITY_WAGSTAFF)
        continue;
      for (gsize i = 0; i < n; i++)
        y2[i] = 100 - y[i], w2[i] = w[i], r2[i] = r[i];
      changed = measure_people (y2, w2, r2, n, (MarmotInequalityMeasure) kind, &other_se);
      cr_assert (test_near (changed, -value, 1e-11) && test_near (other_se, se, 1e-10), "%d", kind);
    }
}

/* Influence, in closed form, is what taking people away one by one comes to. */
Test (concentration, influence_is_near_the_jackknife)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  const gsize n = 500;
  double y[500], w[500], r[500], y2[500], w2[500], r2[500];

  for (gsize i = 0; i < n; i++)
    {
      r[i] = (double) g_rand_int_range (rand, 0, 200);
      y[i] = g_rand_double_range (rand, 1, 50) + r[i] / 10;
      w[i] = 1;
    }
  for (int kind = CI; kind <= MARMOT_INEQUALITY_GINI; kind++)
    {
      double se, none, sum = 0, squares = 0, jackknife;

      if (kind > MARMOT_INEQUALITY_ACHIEVEMENT && kind != MARMOT_INEQUALITY_BETWEEN_GROUP_VARIANCE
          && kind != MARMOT_INEQUALITY_BETWEEN_GROUP_DEVIATION && kind != MARMOT_INEQUALITY_COEFFICIENT_OF_VARIATION
          && kind < MARMOT_INEQUALITY_THEIL)
        continue;
      measure_people (y, w, r, n, (MarmotInequalityMeasure) kind, &se);
      for (gsize left_out = 0; left_out < n; left_out++)
        {
          double value;
          gsize m = 0;

          for (gsize i = 0; i < n; i++)
            if (i != left_out)
              y2[m] = y[i], w2[m] = w[i], r2[m++] = r[i];
          value = measure_people (y2, w2, r2, m, (MarmotInequalityMeasure) kind, &none);
          sum += value;
          squares += value * value;
        }
      jackknife = sqrt ((double) (n - 1) / (double) n * (squares - sum * sum / (double) n));
      cr_assert (test_near (se, jackknife, 0.015), "%d: %g, jackknife %g", kind, se, jackknife);
    }
}

/* Ties as large as tenths, as of people of whom only that is known: what a little more
 * weight on one person does to the index is their influence. */
Test (concentration, influence_in_large_ties)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  const gsize n = 60;
  const double step = 1e-6;
  double y[60], w[60], r[60], heavier[60], none;

  for (gsize i = 0; i < n; i++)
    {
      r[i] = (double) (i % 5);
      y[i] = g_rand_double_range (rand, 1, 50) + r[i];
      w[i] = 1.0 / (double) n;
    }
  for (int kind = CI; kind <= MARMOT_INEQUALITY_ACHIEVEMENT; kind++)
    {
      double se, sum = 0;

      measure_people (y, w, r, n, (MarmotInequalityMeasure) kind, &se);
      for (gsize more = 0; more < n; more++)
        {
          double value[2], influence;

          for (int way = 0; way < 2; way++)
            {
              double part = way ? step : -step;

              for (gsize i = 0; i < n; i++)
                heavier[i] = (1 - part) * w[i] + (i == more ? part : 0);
              value[way] = measure_people (y, heavier, r, n, (MarmotInequalityMeasure) kind, &none);
            }
          influence = (value[1] - value[0]) / (2 * step);
          sum += w[more] * w[more] * influence * influence;
        }
      cr_assert (test_near (se, sqrt (sum), 1e-6), "%d: %g, not %g", kind, se, sqrt (sum));
    }
}

/* The bootstrap of people, within its own error of the influence. */
Test (concentration, the_bootstrap_is_near_the_influence)
{
  g_autoptr (TestTable) people = test_table_load ("inequality/people.csv");
  g_autoptr (MarmotSubgroups) subgroups = make_people (people, "I021");
  g_autoptr (MarmotIntervalOptions) bootstrap = test_method (MARMOT_METHOD_BOOTSTRAP, 0);
  g_autoptr (MarmotInequalityOptions) options = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "repetitions", 4000, NULL);
  g_autoptr (MarmotInequality) drawn = marmot_subgroups_measure (subgroups, CI, options, bootstrap, NULL);
  g_autoptr (MarmotInequality) exact = marmot_subgroups_measure (subgroups, CI, NULL, NULL, NULL);

  cr_assert (marmot_inequality_get_method (exact) == MARMOT_METHOD_INFLUENCE);
  cr_assert (test_near (marmot_inequality_get_standard_error (drawn, 0), marmot_inequality_get_standard_error (exact, 0),
                        0.1));
  cr_assert (strstr (marmot_inequality_get_variant (drawn), "seed 1, 4000 repetitions") != NULL);
}

Test (concentration, what_cannot_be_measured_says_why)
{
  const double y[] = { 1, 2, 3, 4 }, r[] = { 1, 2, 3, 4 }, tied[] = { 2, 2, 2, 2 }, below[] = { -1, -2, -3, -4 };
  const double ones[] = { 1, 1, 1, 1 };
  const struct
  {
    const double *y, *r;
    MarmotInequalityMeasure kind;
    double upper;
    gsize n;
    MarmotStatus status;
  } cases[] = {
    { y, r, CI, 0, 4, MARMOT_STATUS_OK },
    { y, r, CI, 0, 1, MARMOT_STATUS_TOO_FEW_GROUPS },
    { y, NULL, CI, 0, 4, MARMOT_STATUS_NO_ORDER },
    { y, tied, CI, 0, 4, MARMOT_STATUS_OK },
    { below, r, CI, 0, 4, MARMOT_STATUS_MEAN_NOT_POSITIVE },
    { below, r, ACI, 0, 4, MARMOT_STATUS_OK },
    { y, r, MARMOT_INEQUALITY_ERREYGERS, 3, 4, MARMOT_STATUS_OUT_OF_BOUNDS },
    { below, r, MARMOT_INEQUALITY_MODIFIED_CONCENTRATION, 0, 4, MARMOT_STATUS_OUT_OF_BOUNDS },
    { ones, r, MARMOT_INEQUALITY_WAGSTAFF, 1, 4, MARMOT_STATUS_OUT_OF_BOUNDS },
    { below, NULL, MARMOT_INEQUALITY_GINI, 0, 4, MARMOT_STATUS_FIGURE_NOT_POSITIVE },
  };
  MarmotInequalityOptions *wrong[] = {
    g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, NULL),
    g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "lower-bound", 5.0, "upper-bound", 5.0, NULL),
    g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "aversion", 1.0, NULL),
  };
  g_autoptr (MarmotSubgroups) subgroups = test_subgroups (y, NULL, r, NULL, 4);
  g_autoptr (MarmotIntervalOptions) cluster = test_method (MARMOT_METHOD_CONVENIENT_CLUSTER, 0);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotSubgroups) groups = test_subgroups (cases[i].y, NULL, cases[i].r, NULL, cases[i].n);
      g_autoptr (MarmotInequalityOptions) options
        = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "upper-bound", cases[i].upper, NULL);
      g_autoptr (MarmotInequality) result = marmot_subgroups_measure (groups, cases[i].kind, options, NULL, NULL);

      cr_assert (marmot_inequality_get_status (result, 0) == cases[i].status, "%zu: %s", i,
                 marmot_status_to_nick (marmot_inequality_get_status (result, 0)));
      if (cases[i].r == tied)
        cr_assert (marmot_inequality_get_value (result, 0) == 0);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_clear_error (&error);
      cr_assert (marmot_subgroups_measure (subgroups,
                                           i == 2 ? MARMOT_INEQUALITY_EXTENDED_CONCENTRATION : MARMOT_INEQUALITY_ERREYGERS,
                                           wrong[i], NULL, &error)
                 == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
      g_object_unref (wrong[i]);
    }
  g_clear_error (&error);
  cr_assert (marmot_subgroups_measure (subgroups, CI, NULL, cluster, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

/* A sort by digits against a comparison, for few rows and many, signs, ties and
 * zeros of both signs. */
Test (concentration, people_are_put_in_order)
{
  const gsize sizes[] = { 2, 47, 48, 49, 1000, 30000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      gsize n = sizes[k];
      g_autofree double *y = g_new (double, n);
      g_autofree double *r = g_new (double, n);
      double se, forward, twice = 0, below = 0;

      for (gsize i = 0; i < n; i++)
        {
          r[i] = g_rand_double_range (rand, -1, 1) * exp (g_rand_double_range (rand, -30, 30));
          if (i % 10 == 0)
            r[i] = i % 20 ? 0.0 : -0.0;
          y[i] = 1 + (double) i / (double) n;
        }
      forward = measure_people (y, NULL, r, n, ACI, &se);
      /* The definition by pairs: A = sum over pairs of y (below - above) / n^2. */
      for (gsize i = 0; i < n && n <= 1000; i++)
        for (gsize j = 0; j < n; j++)
          below += y[i] * ((r[j] < r[i]) - (r[j] > r[i]));
      twice = below / ((double) n * (double) n);
      if (n <= 1000)
        cr_assert (test_within (forward, twice, 1e-10, 1e-13), "%zu: %.17g, not %.17g", n, forward, twice);
    }
}

Test (concentration, curves)
{
  const double y[] = { 1, 3, 2, 4 }, w[] = { 1, 1, 2, 4 }, r[] = { 1, 2, 2, 3 };
  g_autoptr (MarmotSubgroups) subgroups = test_subgroups (y, w, r, NULL, 4);
  g_autoptr (MarmotInequality) index = marmot_subgroups_measure (subgroups, CI, NULL, NULL, NULL);
  g_autoptr (MarmotInequality) gini = marmot_subgroups_measure (subgroups, MARMOT_INEQUALITY_GINI, NULL, NULL, NULL);
  g_autoptr (MarmotTable) curve = marmot_subgroups_make_curve (subgroups, MARMOT_CURVE_CONCENTRATION, NULL);
  g_autoptr (MarmotTable) lorenz = marmot_subgroups_make_curve (subgroups, MARMOT_CURVE_LORENZ, NULL);
  g_autoptr (MarmotTable) general = marmot_subgroups_make_curve (subgroups, MARMOT_CURVE_GENERALISED_LORENZ, NULL);
  MarmotTable *tables[] = { curve, lorenz };
  const double expected[] = { marmot_inequality_get_value (index, 0), marmot_inequality_get_value (gini, 0) };

  /* A point at nothing, and one for each place; twice the area between the curve and
   * the diagonal is the index. */
  cr_assert (marmot_table_get_n_rows (curve) == 4 && marmot_table_get_n_rows (lorenz) == 5);
  for (gsize t = 0; t < 2; t++)
    {
      g_autoptr (MarmotColumn) x = marmot_table_get_column_by_name (tables[t], "population_share");
      g_autoptr (MarmotColumn) v = marmot_table_get_column_by_name (tables[t], "value_share");
      gsize n = marmot_column_get_length (x);
      double area = 0;

      for (gsize i = 1; i < n; i++)
        area += (marmot_column_get_double (x, i) - marmot_column_get_double (x, i - 1))
                * (marmot_column_get_double (v, i) + marmot_column_get_double (v, i - 1)) / 2;
      cr_assert (test_near (1 - 2 * area, expected[t], 1e-14), "%.17g, not %.17g", 1 - 2 * area, expected[t]);
      cr_assert (marmot_column_get_double (x, 0) == 0 && marmot_column_get_double (v, 0) == 0);
      cr_assert (marmot_column_get_double (x, n - 1) == 1 && test_near (marmot_column_get_double (v, n - 1), 1, 1e-15));
    }
  {
    g_autoptr (MarmotColumn) v = marmot_table_get_column_by_name (general, "value_share");

    cr_assert (test_near (marmot_column_get_double (v, 4), 24.0 / 8, 1e-15));
  }
}

Test (concentration, decomposition_adds_up)
{
  const double x1[] = { 1, 2, 3, 4, 5 }, x2[] = { 3, 1, 4, 1, 5 }, r[] = { 1, 2, 3, 4, 5 }, w[] = { 1, 2, 1, 2, 1 };
  const double coefficients[] = { 0.5, 2 };
  const char *names[] = { "income", "age", NULL };
  double y[5];
  MarmotColumn *columns[] = { marmot_column_new_double (x1, 5), marmot_column_new_double (x2, 5) };
  g_autoptr (MarmotTable) causes = marmot_table_new (names, columns, 2, NULL);
  g_autoptr (MarmotSubgroups) subgroups = NULL;
  g_autoptr (MarmotInequality) index = NULL;
  g_autoptr (MarmotTable) parts = NULL;
  g_autoptr (MarmotColumn) contribution = NULL;
  g_autoptr (MarmotColumn) term = NULL;
  g_autofree char *last = NULL;
  g_autoptr (GError) error = NULL;
  double sum = 0;

  for (int i = 0; i < 5; i++)
    y[i] = 1 + 0.5 * x1[i] + 2 * x2[i] + (i == 2 ? 0.3 : 0);
  subgroups = test_subgroups (y, w, r, NULL, 5);
  index = marmot_subgroups_measure (subgroups, CI, NULL, NULL, NULL);
  parts = marmot_subgroups_decompose (subgroups, causes, coefficients, 2, NULL);
  contribution = marmot_table_get_column_by_name (parts, "contribution");
  term = marmot_table_get_column_by_name (parts, "term");
  last = marmot_column_get_text (term, 2);

  cr_assert (marmot_table_get_n_rows (parts) == 3 && strcmp (last, "residual") == 0);
  for (gsize i = 0; i < 3; i++)
    sum += marmot_column_get_double (contribution, i);
  cr_assert (test_near (sum, marmot_inequality_get_value (index, 0), 1e-14));
  /* The one disturbance is at the middle, whose place weighs nothing. */
  cr_assert (fabs (marmot_column_get_double (contribution, 2)) < 1e-15);

  cr_assert (marmot_subgroups_decompose (subgroups, causes, coefficients, 1, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
  marmot_column_unref (columns[0]);
  marmot_column_unref (columns[1]);
}
