/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/inequality.h"

#define SLOPE MARMOT_INEQUALITY_SLOPE_INDEX
#define RELATIVE MARMOT_INEQUALITY_RELATIVE_INDEX

typedef struct
{
  const char *measure;
  const char *variant;
  MarmotInequalityMeasure kind;
  MarmotSlopeModel model;
  MarmotRelativeForm form;
  MarmotMethod method;
  gboolean has_scale; /* the variant needs the scale of the figures */
  double tolerance;
} Variant;

static const Variant variants[] = {
  { "sii", "linear/propagated", SLOPE, MARMOT_SLOPE_MODEL_LINEAR, 0, MARMOT_METHOD_PROPAGATED, FALSE, 1e-12 },
  { "sii", "linear/residual-t", SLOPE, MARMOT_SLOPE_MODEL_LINEAR, 0, MARMOT_METHOD_RESIDUAL_T, FALSE, 1e-11 },
  { "sii", "linear/hc1", SLOPE, MARMOT_SLOPE_MODEL_LINEAR, 0, MARMOT_METHOD_HC1, FALSE, 1e-11 },
  { "sii", "linear/intercept", MARMOT_INEQUALITY_MOST_DEPRIVED_END, MARMOT_SLOPE_MODEL_LINEAR, 0,
    MARMOT_METHOD_PROPAGATED, FALSE, 1e-12 },
  { "sii", "log-wls/phe", SLOPE, MARMOT_SLOPE_MODEL_LOG, 0, MARMOT_METHOD_BACK_TRANSFORMED, TRUE, 1e-10 },
  { "sii", "log-wls/slope", MARMOT_INEQUALITY_SLOPE, MARMOT_SLOPE_MODEL_LOG, 0, MARMOT_METHOD_PROPAGATED, TRUE, 1e-10 },
  { "sii", "log-wls/intercept", MARMOT_INEQUALITY_MOST_DEPRIVED_END, MARMOT_SLOPE_MODEL_LOG, 0,
    MARMOT_METHOD_PROPAGATED, TRUE, 1e-10 },
  { "sii", "logit-wls/phe", SLOPE, MARMOT_SLOPE_MODEL_LOGIT, 0, MARMOT_METHOD_BACK_TRANSFORMED, TRUE, 1e-10 },
  { "sii", "logit-wls/slope", MARMOT_INEQUALITY_SLOPE, MARMOT_SLOPE_MODEL_LOGIT, 0, MARMOT_METHOD_PROPAGATED, TRUE,
    1e-10 },
  { "sii", "logit-wls/intercept", MARMOT_INEQUALITY_MOST_DEPRIVED_END, MARMOT_SLOPE_MODEL_LOGIT, 0,
    MARMOT_METHOD_PROPAGATED, TRUE, 1e-10 },
  { "sii", "logit-glm/model", SLOPE, MARMOT_SLOPE_MODEL_BINOMIAL_LOGIT, 0, MARMOT_METHOD_MODEL_INFORMATION, TRUE, 1e-9 },
  { "sii", "logit-glm/hc1", SLOPE, MARMOT_SLOPE_MODEL_BINOMIAL_LOGIT, 0, MARMOT_METHOD_HC1, TRUE, 1e-9 },
  { "sii", "logit-glm/who", SLOPE, MARMOT_SLOPE_MODEL_WHO, 0, MARMOT_METHOD_HC1, FALSE, 1e-9 },
  { "rii", "linear/propagated", RELATIVE, MARMOT_SLOPE_MODEL_LINEAR, 0, MARMOT_METHOD_PROPAGATED, FALSE, 1e-12 },
  { "rii", "linear/fieller", RELATIVE, MARMOT_SLOPE_MODEL_LINEAR, 0, MARMOT_METHOD_FIELLER, FALSE, 1e-12 },
  { "rii", "linear/kunst-mackenbach", RELATIVE, MARMOT_SLOPE_MODEL_LINEAR, MARMOT_RELATIVE_FORM_MOST_OVER_LEAST,
    MARMOT_METHOD_FIELLER, FALSE, 1e-12 },
  { "rii", "linear/pamuk", RELATIVE, MARMOT_SLOPE_MODEL_LINEAR, MARMOT_RELATIVE_FORM_PER_MEAN,
    MARMOT_METHOD_PROPAGATED, FALSE, 1e-12 },
  { "rii", "log-wls/phe", RELATIVE, MARMOT_SLOPE_MODEL_LOG, 0, MARMOT_METHOD_BACK_TRANSFORMED, TRUE, 1e-10 },
  { "rii", "logit-wls/phe", RELATIVE, MARMOT_SLOPE_MODEL_LOGIT, 0, MARMOT_METHOD_BACK_TRANSFORMED, TRUE, 1e-10 },
  { "rii", "logit-glm/model", RELATIVE, MARMOT_SLOPE_MODEL_BINOMIAL_LOGIT, 0, MARMOT_METHOD_MODEL_INFORMATION, TRUE,
    1e-9 },
  { "rii", "logit-glm/hc1", RELATIVE, MARMOT_SLOPE_MODEL_BINOMIAL_LOGIT, 0, MARMOT_METHOD_HC1, TRUE, 1e-9 },
  { "rii", "logit-glm/who", RELATIVE, MARMOT_SLOPE_MODEL_WHO, 0, MARMOT_METHOD_HC1, FALSE, 1e-9 },
};

static MarmotInequalityOptions *
make_options (MarmotSlopeModel   model,
              MarmotRelativeForm form,
              double             scale)
{
  return g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "model", model, "form", form, "scale", scale, NULL);
}

Test (slope_index, agrees_with_known_answers)
{
  g_autoptr (TestTable) groups = test_table_load ("inequality/groups.csv");
  g_autoptr (TestTable) expected = test_table_load ("inequality/groups-expected.csv");
  guint n_checked = 0;

  for (guint row = 0; row < expected->rows->len; row++)
    {
      const char *dataset = test_table_text (expected, row, "dataset");
      const char *measure = test_table_text (expected, row, "measure");
      const char *variant = test_table_text (expected, row, "variant");

      for (gsize v = 0; v < G_N_ELEMENTS (variants); v++)
        {
          g_autoptr (MarmotSubgroups) subgroups = NULL;
          g_autoptr (MarmotInequalityOptions) options = NULL;
          g_autoptr (MarmotIntervalOptions) interval = NULL;
          g_autoptr (MarmotInequality) result = NULL;
          double scale = test_dataset_number (groups, dataset, "scale");

          if (strcmp (variants[v].measure, measure) != 0
              || (strcmp (variants[v].variant, variant) != 0 && strcmp (variant, "any") != 0))
            continue;
          subgroups = test_dataset (groups, dataset);
          options = make_options (variants[v].model, variants[v].form, variants[v].has_scale ? scale : 1);
          interval = test_method (variants[v].method, 0);
          result = marmot_subgroups_measure (subgroups, variants[v].kind, options, interval, NULL);
          test_known (result, expected, row, variants[v].tolerance, scale > 1 ? 1e-12 * scale : 0);
          n_checked++;
        }
    }
  cr_assert (n_checked > 300, "%u", n_checked);
}

/* The line of the published rows, with its limits, for every kind of value that the
 * peer takes; its simulated limits are within their own error of the closed form. */
static MarmotSubgroups *
make_case (const TestTable *table,
           const TestTable *cases,
           guint            row)
{
  g_autoptr (GArray) rows = test_rows_of (table, test_table_text (cases, row, "case_id"));
  g_autofree double *y = test_pick (table, rows, "value");
  g_autofree double *w = test_pick (table, rows, "population");
  g_autofree double *r = test_pick (table, rows, "quantile");
  g_autofree double *s = test_pick (table, rows, "se");
  g_autofree double *x = test_pick (table, rows, "x");
  g_autofree double *l = test_pick (table, rows, "lower_cl");
  g_autofree double *u = test_pick (table, rows, "upper_cl");
  gboolean is_counted = strcmp (test_table_text (cases, row, "se_from"), "x") == 0;
  gboolean has_se = !isnan (s[0]);
  g_autoptr (MarmotSubgroups) bare = NULL;
  g_autoptr (MarmotColumn) lower = NULL;
  g_autoptr (MarmotColumn) upper = NULL;

  for (guint i = 0; is_counted && i < rows->len; i++)
    {
      g_autoptr (MarmotIntervalOptions) one = test_method (MARMOT_METHOD_DEFAULT, 1);
      g_autoptr (MarmotEstimate) e = marmot_proportion (x[i], w[i], one, NULL);

      y[i] = marmot_estimate_get_value (e);
      l[i] = marmot_estimate_get_lower (e);
      u[i] = marmot_estimate_get_upper (e);
    }
  bare = test_subgroups (y, w, r, has_se && isnan (l[0]) ? s : NULL, rows->len);
  lower = test_nullable (l, rows->len);
  upper = test_nullable (u, rows->len);
  return isnan (l[0]) ? g_steal_pointer (&bare) : marmot_subgroups_with_limits (bare, lower, upper, 0.95, NULL);
}

Test (slope_index, agrees_with_the_peer)
{
  g_autoptr (TestTable) table = test_table_load ("inequality/slope-phe-groups.csv");
  g_autoptr (TestTable) cases = test_table_load ("inequality/slope-phe.csv");
  const double levels[] = { 0.95, 0.998 };
  const char *names[] = { "95_0", "99_8" };
  guint n_limits = 0;

  for (guint row = 0; row < cases->rows->len; row++)
    {
      double type = test_table_number (cases, row, "value_type");
      double multiplier = test_table_number (cases, row, "multiplier");
      gboolean is_transformed = strcmp (test_table_text (cases, row, "transform"), "TRUE") == 0;
      MarmotSlopeModel model = !is_transformed ? MARMOT_SLOPE_MODEL_LINEAR
                               : type == 1 ? MARMOT_SLOPE_MODEL_LOG : MARMOT_SLOPE_MODEL_LOGIT;
      g_autoptr (MarmotSubgroups) subgroups = make_case (table, cases, row);
      g_autoptr (MarmotInequalityOptions) options
        = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "model", model, "good", MARMOT_GOOD_DIRECTION_LOW, "as-gap",
                        multiplier < 0, NULL);
      g_autoptr (MarmotIntervalOptions) interval = test_method (MARMOT_METHOD_DEFAULT, fabs (multiplier));
      g_autoptr (MarmotInequality) slope = NULL;
      g_autoptr (MarmotInequality) relative = NULL;
      g_autoptr (MarmotInequality) most = NULL;
      g_autoptr (MarmotEstimate) estimate = NULL;
      g_autoptr (MarmotEstimate) ratio = NULL;
      const char *id = test_table_text (cases, row, "case_id");
      double shift = is_transformed ? fabs (multiplier) : 1;

      marmot_interval_options_set_levels (interval, levels, 2, NULL);
      slope = marmot_subgroups_measure (subgroups, SLOPE, options, interval, NULL);
      relative = marmot_subgroups_measure (subgroups, RELATIVE, options, interval, NULL);
      most = marmot_subgroups_measure (subgroups, MARMOT_INEQUALITY_MOST_DEPRIVED_END, options, interval, NULL);
      estimate = marmot_inequality_get_estimate (slope, 0);
      ratio = marmot_inequality_get_estimate (relative, 0);

      cr_assert (test_near (marmot_inequality_get_value (slope, 0), test_table_number (cases, row, "sii"), 1e-11), "%s", id);
      cr_assert (test_near (marmot_inequality_get_value (relative, 0), test_table_number (cases, row, "rii"), 1e-11), "%s",
                 id);
      cr_assert (test_near (marmot_inequality_get_value (most, 0) / fabs (multiplier) * shift,
                            test_table_number (cases, row, "intercept"), 1e-11),
                 "%s", id);

      for (guint level = 0; level < 2; level++)
        for (int upper = 0; upper < 2; upper++)
          for (int is_ratio = 0; is_ratio < 2; is_ratio++)
            {
              g_autofree char *mean = g_strdup_printf ("%s_%s%s_mean", is_ratio ? "rii" : "sii",
                                                       upper ? "upper" : "lower", names[level]);
              g_autofree char *sd = g_strdup_printf ("%s_%s%s_sd", is_ratio ? "rii" : "sii", upper ? "upper" : "lower",
                                                     names[level]);
              g_autofree char *limit = g_strdup_printf ("%s_%s%s_limit", is_ratio ? "rii" : "sii",
                                                        upper ? "upper" : "lower", names[level]);
              double confidence, low, high, actual;

              marmot_estimate_get_level (is_ratio ? ratio : estimate, level, &confidence, &low, &high);
              actual = upper ? high : low;
              /* Rates and proportions on the natural scale: the peer draws on the
               * scale of logarithms or logits, which is off the closed form. */
              if (type != 0 && !is_transformed)
                continue;
              cr_assert (fabs (actual - test_table_number (cases, row, mean))
                           <= 6 * test_table_number (cases, row, sd) + 1e-9 * fabs (actual),
                         "%s %s: %.17g", id, mean, actual);
              if (!is_ratio)
                cr_assert (test_near (actual, test_table_number (cases, row, limit), 1e-10), "%s %s: %.17g", id, limit,
                           actual);
              n_limits++;
            }
    }
  cr_assert (n_limits > 30, "%u", n_limits);
}

/* Where only a simulation will do, ours and the peer's agree within the error of
 * both, and so does a simulation where there is a closed form. */
Test (slope_index, simulation_agrees_with_the_peer, .timeout = 120)
{
  g_autoptr (TestTable) table = test_table_load ("inequality/slope-phe-groups.csv");
  g_autoptr (TestTable) cases = test_table_load ("inequality/slope-phe.csv");
  guint n_checked = 0;

  for (guint row = 0; row < cases->rows->len; row++)
    {
      double type = test_table_number (cases, row, "value_type");
      double multiplier = test_table_number (cases, row, "multiplier");
      g_autoptr (MarmotSubgroups) subgroups = make_case (table, cases, row);
      g_autoptr (MarmotInequalityOptions) options = NULL;
      g_autoptr (MarmotIntervalOptions) interval = test_method (MARMOT_METHOD_SIMULATION, multiplier);
      g_autoptr (MarmotInequality) slope = NULL;
      g_autoptr (MarmotInequality) again = NULL;
      g_autoptr (MarmotEstimate) e = NULL;
      g_autoptr (MarmotEstimates) one = NULL;
      g_autoptr (MarmotEstimates) other = NULL;

      if (strcmp (test_table_text (cases, row, "transform"), "TRUE") == 0)
        continue;
      options = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "repetitions", 100000, "seed", 7, "error-scale",
                              (int) type, NULL);
      slope = marmot_subgroups_measure (subgroups, SLOPE, options, interval, NULL);
      again = marmot_subgroups_measure (subgroups, SLOPE, options, interval, NULL);
      e = marmot_inequality_get_estimate (slope, 0);
      one = marmot_inequality_get_estimates (slope);
      other = marmot_inequality_get_estimates (again);
      cr_assert (marmot_estimates_equal (one, other));
      cr_assert (fabs (marmot_estimate_get_lower (e) - test_table_number (cases, row, "sii_lower95_0_mean"))
                   <= 6 * test_table_number (cases, row, "sii_lower95_0_sd"),
                 "%s: %.10g", test_table_text (cases, row, "case_id"), marmot_estimate_get_lower (e));
      cr_assert (fabs (marmot_estimate_get_upper (e) - test_table_number (cases, row, "sii_upper95_0_mean"))
                   <= 6 * test_table_number (cases, row, "sii_upper95_0_sd"),
                 "%s: %.10g", test_table_text (cases, row, "case_id"), marmot_estimate_get_upper (e));
      n_checked++;
    }
  cr_assert (n_checked >= 6, "%u", n_checked);
}

/* The peer's mean absolute difference of limits, of six seeds, is the size of ours. */
Test (slope_index, reliability_is_the_size_of_the_peers)
{
  g_autoptr (TestTable) table = test_table_load ("inequality/slope-phe-groups.csv");
  g_autoptr (TestTable) cases = test_table_load ("inequality/slope-phe.csv");
  g_autoptr (TestTable) known = test_table_load ("inequality/slope-phe-reliability.csv");

  for (guint row = 0; row < cases->rows->len; row++)
    for (guint k = 0; k < known->rows->len; k++)
      {
        double type = test_table_number (cases, row, "value_type");
        gboolean is_transformed = strcmp (test_table_text (cases, row, "transform"), "TRUE") == 0;
        MarmotSlopeModel model = is_transformed ? MARMOT_SLOPE_MODEL_LOG : MARMOT_SLOPE_MODEL_LINEAR;
        g_autoptr (MarmotSubgroups) subgroups = NULL;
        g_autoptr (MarmotInequalityOptions) options = NULL;
        g_autoptr (MarmotIntervalOptions) interval = NULL;
        g_autoptr (MarmotTable) result = NULL;
        g_autoptr (MarmotColumn) column = NULL;
        double size, expected;

        if (strcmp (test_table_text (cases, row, "case_id"), test_table_text (known, k, "case_id")) != 0)
          continue;
        subgroups = make_case (table, cases, row);
        options = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "repetitions", 10000, "seed", 7, "model", model,
                                "error-scale", (int) type, NULL);
        interval = test_method (MARMOT_METHOD_SIMULATION, fabs (test_table_number (cases, row, "multiplier")));
        result = marmot_subgroups_measure_reliability (subgroups, SLOPE, options, interval, NULL);
        column = marmot_table_get_column_by_name (result, "mean_difference");
        size = marmot_column_get_double (column, 0);
        expected = test_table_number (known, k, "sii_mad95_0_mean");
        cr_assert (size > expected / 3 && size < expected * 3, "%g, not about %g", size, expected);
      }
}

/* The peer on other data: 100,000 draws, limits within half a hundredth of the width
 * of the interval. */
Test (slope_index, agrees_with_the_peer_on_datasets)
{
  g_autoptr (TestTable) groups = test_table_load ("inequality/groups.csv");
  g_autoptr (TestTable) expected = test_table_load ("inequality/slope-phe-datasets.csv");
  guint n_checked = 0;

  for (guint row = 0; row < expected->rows->len; row++)
    {
      const char *dataset = test_table_text (expected, row, "dataset");
      const char *variant = test_table_text (expected, row, "variant");
      double multiplier = test_table_number (expected, row, "multiplier");
      gboolean is_transformed = strcmp (test_table_text (expected, row, "transform"), "TRUE") == 0;
      MarmotSlopeModel model = !is_transformed ? MARMOT_SLOPE_MODEL_LINEAR
                               : strcmp (variant, "log") == 0 ? MARMOT_SLOPE_MODEL_LOG : MARMOT_SLOPE_MODEL_LOGIT;
      g_autoptr (MarmotSubgroups) subgroups = test_dataset (groups, dataset);
      g_autoptr (MarmotInequalityOptions) options
        = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "model", model, "good", MARMOT_GOOD_DIRECTION_LOW, "as-gap",
                        multiplier < 0, NULL);
      g_autoptr (MarmotIntervalOptions) interval = test_method (MARMOT_METHOD_DEFAULT, fabs (multiplier));
      g_autoptr (MarmotInequality) slope = marmot_subgroups_measure (subgroups, SLOPE, options, interval, NULL);
      g_autoptr (MarmotInequality) relative = marmot_subgroups_measure (subgroups, RELATIVE, options, interval, NULL);
      g_autoptr (MarmotEstimate) e = marmot_inequality_get_estimate (slope, 0);
      g_autoptr (MarmotEstimate) r = marmot_inequality_get_estimate (relative, 0);
      double lower = test_table_number (expected, row, "sii_lower95_mc");
      double upper = test_table_number (expected, row, "sii_upper95_mc");

      cr_assert (test_near (marmot_estimate_get_value (e), test_table_number (expected, row, "sii"), 1e-10), "%s %s",
                 dataset, variant);
      if (marmot_estimate_get_status (r) == MARMOT_STATUS_OK)
        cr_assert (test_near (marmot_estimate_get_value (r), test_table_number (expected, row, "rii"), 1e-10), "%s %s",
                   dataset, variant);
      /* Drawn on another scale than the line's; and turned round by a fault of
       * the peer between 0 and 1. */
      if (!is_transformed && test_table_number (expected, row, "value_type") != 0)
        continue;
      if (multiplier == 0.5)
        continue;
      cr_assert (fabs (marmot_estimate_get_lower (e) - lower) <= 0.005 * (upper - lower), "%s %s: %g, not %g", dataset,
                 variant, marmot_estimate_get_lower (e), lower);
      cr_assert (fabs (marmot_estimate_get_upper (e) - upper) <= 0.005 * (upper - lower), "%s %s: %g, not %g", dataset,
                 variant, marmot_estimate_get_upper (e), upper);
      if (marmot_estimate_get_status (r) == MARMOT_STATUS_OK)
        {
          lower = test_table_number (expected, row, "rii_lower95_mc");
          upper = test_table_number (expected, row, "rii_upper95_mc");
          cr_assert (fabs (marmot_estimate_get_lower (r) - lower) <= 0.005 * (upper - lower), "%s %s", dataset, variant);
          cr_assert (fabs (marmot_estimate_get_upper (r) - upper) <= 0.005 * (upper - lower), "%s %s", dataset, variant);
        }
      n_checked++;
    }
  cr_assert (n_checked > 40, "%u", n_checked);
}

/* Poisson models, by the equations that a maximum of the likelihood satisfies. */
Test (slope_index, poisson_models_are_at_their_maximum)
{
  const double y[] = { 450, 446, 383, 397, 391, 355, 312, 335, 337, 300 };
  const double w[] = { 5756, 7785, 70421, 24473, 16846, 31513, 30813, 16782, 50525, 71508 };
  const double r[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };
  g_autoptr (MarmotSubgroups) subgroups = test_subgroups (y, w, r, NULL, 10);
  double total = 0, x[10], before = 0;

  for (int i = 0; i < 10; i++)
    total += w[i];
  for (int i = 0; i < 10; i++)
    {
      x[i] = (before + w[i] / 2) / total;
      before += w[i];
    }
  for (int model = MARMOT_SLOPE_MODEL_POISSON_LOG; model <= MARMOT_SLOPE_MODEL_POISSON_IDENTITY; model++)
    {
      g_autoptr (MarmotInequalityOptions) options = make_options ((MarmotSlopeModel) model, 0, 100000);
      g_autoptr (MarmotInequality) most
        = marmot_subgroups_measure (subgroups, MARMOT_INEQUALITY_MOST_DEPRIVED_END, options, NULL, NULL);
      g_autoptr (MarmotInequality) least
        = marmot_subgroups_measure (subgroups, MARMOT_INEQUALITY_LEAST_DEPRIVED_END, options, NULL, NULL);
      g_autoptr (MarmotInequality) slope = marmot_subgroups_measure (subgroups, SLOPE, options, NULL, NULL);
      g_autoptr (MarmotInequality) relative = marmot_subgroups_measure (subgroups, RELATIVE, options, NULL, NULL);
      double f0 = marmot_inequality_get_value (most, 0), f1 = marmot_inequality_get_value (least, 0);
      double score = 0, score_x = 0, size = 0;

      for (int i = 0; i < 10; i++)
        {
          gboolean is_log = model == MARMOT_SLOPE_MODEL_POISSON_LOG;
          double fit = is_log ? f0 * pow (f1 / f0, x[i]) : f0 + (f1 - f0) * x[i];
          double residual = w[i] * (y[i] - fit) / (is_log ? 1 : fit);

          score += residual;
          score_x += residual * x[i];
          size += w[i] * (is_log ? fit : 1);
        }
      cr_assert (fabs (score) < 1e-11 * size, "%g", score / size);
      cr_assert (fabs (score_x) < 1e-11 * size, "%g", score_x / size);
      cr_assert (test_near (marmot_inequality_get_value (slope, 0), f1 - f0, 1e-10));
      cr_assert (test_near (marmot_inequality_get_value (relative, 0), f1 / f0, 1e-12));
      cr_assert (marmot_inequality_get_standard_error (slope, 0) > 0);
    }
}

/* Of a straight line of the rates themselves, the slope on its scale is the index. */
Test (slope_index, a_straight_line_has_one_slope)
{
  const double y[] = { 450, 446, 383, 397 }, w[] = { 5756, 7785, 70421, 24473 }, r[] = { 1, 2, 3, 4 };
  g_autoptr (MarmotSubgroups) subgroups = test_subgroups (y, w, r, NULL, 4);
  g_autoptr (MarmotInequalityOptions) options = make_options (MARMOT_SLOPE_MODEL_POISSON_IDENTITY, 0, 100000);
  g_autoptr (MarmotInequality) index = marmot_subgroups_measure (subgroups, SLOPE, options, NULL, NULL);
  g_autoptr (MarmotInequality) slope
    = marmot_subgroups_measure (subgroups, MARMOT_INEQUALITY_SLOPE, options, NULL, NULL);

  cr_assert (test_near (marmot_inequality_get_value (slope, 0), marmot_inequality_get_value (index, 0), 1e-14));
  cr_assert (test_near (marmot_inequality_get_standard_error (slope, 0),
                        marmot_inequality_get_standard_error (index, 0), 1e-14));
}

/* The shape of the answer under changes of the question. */
static double
measure_slope (const double *y,
               const double *w,
               const double *r,
               const double *s,
               gsize         n,
               double        bounds[2])
{
  g_autoptr (MarmotSubgroups) subgroups = test_subgroups (y, w, r, s, n);
  g_autoptr (MarmotInequality) result = marmot_subgroups_measure (subgroups, SLOPE, NULL, NULL, NULL);
  g_autoptr (MarmotEstimate) e = marmot_inequality_get_estimate (result, 0);

  cr_assert (marmot_estimate_get_status (e) == MARMOT_STATUS_OK);
  bounds[0] = marmot_estimate_get_lower (e);
  bounds[1] = marmot_estimate_get_upper (e);
  return marmot_estimate_get_value (e);
}

Test (slope_index, keeps_its_symmetries)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int round = 0; round < 50; round++)
    {
      double y[12], w[12], r[12], s[12], y2[24], w2[24], r2[24], s2[24];
      double bounds[2], other[2], value, changed;
      gsize n = (gsize) g_rand_int_range (rand, 3, 13);

      for (gsize i = 0; i < n; i++)
        {
          y[i] = g_rand_double_range (rand, 10, 90);
          w[i] = g_rand_double_range (rand, 1, 1000);
          r[i] = (double) (i / (round % 2 ? 1 : 2) + 1);
          s[i] = g_rand_double_range (rand, 0.1, 3);
        }
      if (r[0] == r[n - 1])
        continue;
      value = measure_slope (y, w, r, s, n, bounds);

      /* Rows in another order. */
      for (gsize i = 0; i < n; i++)
        {
          gsize j = (i * 5 + 3) % n;

          if (n % 5 == 0)
            j = n - 1 - i;
          y2[i] = y[j], w2[i] = w[j], r2[i] = r[j], s2[i] = s[j];
        }
      changed = measure_slope (y2, w2, r2, s2, n, other);
      cr_assert (test_within (changed, value, 1e-12, 1e-11) && test_within (other[1], bounds[1], 1e-12, 1e-11));

      /* Other units, other populations, ranks with gaps. */
      for (gsize i = 0; i < n; i++)
        y2[i] = 1000 * y[i], w2[i] = 0.001 * w[i], r2[i] = 7 * r[i] - 100, s2[i] = 1000 * s[i];
      changed = measure_slope (y2, w2, r2, s2, n, other);
      cr_assert (test_within (changed, 1000 * value, 1e-11, 1e-8) && test_within (other[0], 1000 * bounds[0], 1e-11, 1e-8));

      /* The other way round. */
      for (gsize i = 0; i < n; i++)
        y2[i] = y[i], w2[i] = w[i], r2[i] = -r[i], s2[i] = s[i];
      changed = measure_slope (y2, w2, r2, s2, n, other);
      cr_assert (test_within (changed, -value, 1e-12, 1e-11) && test_within (other[0], -bounds[1], 1e-12, 1e-11));

      /* Every group in two halves at one place. */
      for (gsize i = 0; i < n; i++)
        for (gsize half = 0; half < 2; half++)
          y2[2 * i + half] = y[i], w2[2 * i + half] = w[i] / 2, r2[2 * i + half] = r[i],
                       s2[2 * i + half] = s[i] * G_SQRT2;
      changed = measure_slope (y2, w2, r2, s2, 2 * n, other);
      cr_assert (test_within (changed, value, 1e-12, 1e-11) && test_within (other[1], bounds[1], 1e-12, 1e-11));
    }
}

/* What is wrong stays in its area. */
Test (slope_index, one_area_does_not_spoil_another)
{
  const struct
  {
    const char *what;
    double y[4], w[4], r[4];
    MarmotStatus status;
  } cases[] = {
    { "good", { 4, 3, 2, 1 }, { 1, 1, 1, 1 }, { 1, 2, 3, 4 }, MARMOT_STATUS_OK },
    { "unsorted, with gaps and a tie", { 2, 4, 3, 1 }, { 1, 1, 1, 1 }, { 30, 1, 2, 30 }, MARMOT_STATUS_OK },
    { "a group without people", { 4, 3, 2, 1 }, { 1, 0, 1, 1 }, { 1, 2, 3, 4 }, MARMOT_STATUS_OK },
    { "a group without a figure", { 4, (double) NAN, 2, 1 }, { 1, 1, 1, 1 }, { 1, 2, 3, 4 }, MARMOT_STATUS_OK },
    { "all the same", { 3, 3, 3, 3 }, { 1, 1, 1, 1 }, { 1, 2, 3, 4 }, MARMOT_STATUS_OK },
    { "no figures", { (double) NAN, (double) NAN, (double) NAN, (double) NAN }, { 1, 1, 1, 1 }, { 1, 2, 3, 4 },
      MARMOT_STATUS_MISSING },
    { "two groups", { 4, 3, (double) NAN, (double) NAN }, { 1, 1, 1, 1 }, { 1, 2, 3, 4 }, MARMOT_STATUS_TOO_FEW_GROUPS },
    { "people in two groups", { 4, 3, 2, 1 }, { 1, 1, 0, 0 }, { 1, 2, 3, 4 }, MARMOT_STATUS_TOO_FEW_GROUPS },
    { "no people", { 4, 3, 2, 1 }, { 0, 0, 0, 0 }, { 1, 2, 3, 4 }, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { "people below zero", { 4, 3, 2, 1 }, { 1, -1, 1, 1 }, { 1, 2, 3, 4 }, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { "people not counted", { 4, 3, 2, 1 }, { 1, (double) NAN, 1, 1 }, { 1, 2, 3, 4 }, MARMOT_STATUS_MISSING },
    { "people without end", { 4, 3, 2, 1 }, { 1, 1, (double) INFINITY, 1 }, { 1, 2, 3, 4 }, MARMOT_STATUS_NOT_FINITE },
    { "people beyond a double", { 4, 3, 2, 1 }, { 1e308, 1e308, 1e308, 1e308 }, { 1, 2, 3, 4 },
      MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { "a figure without end", { 4, (double) INFINITY, 2, 1 }, { 1, 1, 1, 1 }, { 1, 2, 3, 4 }, MARMOT_STATUS_NOT_FINITE },
    { "all tied", { 4, 3, 2, 1 }, { 1, 1, 1, 1 }, { 2, 2, 2, 2 }, MARMOT_STATUS_ONE_PLACE },
    { "a rank missing", { 4, 3, 2, 1 }, { 1, 1, 1, 1 }, { 1, 2, 3, (double) NAN }, MARMOT_STATUS_MISSING },
    { "a rank without end", { 4, 3, 2, 1 }, { 1, 1, 1, 1 }, { 1, 2, 3, (double) INFINITY }, MARMOT_STATUS_NOT_FINITE },
  };
  const gsize n = 4 * G_N_ELEMENTS (cases);
  g_autofree double *y = g_new (double, n);
  g_autofree double *w = g_new (double, n);
  g_autofree double *r = g_new (double, n);
  g_autofree gint32 *codes = g_new (gint32, n);
  g_autoptr (MarmotColumn) estimate = NULL;
  g_autoptr (MarmotColumn) population = NULL;
  g_autoptr (MarmotColumn) rank = NULL;
  g_autoptr (MarmotGroups) areas = NULL;
  g_autoptr (MarmotSubgroups) subgroups = NULL;
  g_autoptr (MarmotInequality) result = NULL;
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (MarmotColumn) reasons = NULL;

  for (gsize i = 0; i < n; i++)
    {
      /* The areas' rows are mixed. */
      gsize c = i % G_N_ELEMENTS (cases), g = i / G_N_ELEMENTS (cases);

      y[i] = cases[c].y[g], w[i] = cases[c].w[g], r[i] = cases[c].r[g];
      codes[i] = (gint32) c;
    }
  estimate = test_nullable (y, n);
  population = test_nullable (w, n);
  rank = test_nullable (r, n);
  areas = marmot_groups_new_from_codes (codes, n, G_N_ELEMENTS (cases) + 1, NULL);
  subgroups = marmot_subgroups_new (estimate, population, rank, areas, NULL);
  result = marmot_subgroups_measure (subgroups, SLOPE, NULL, NULL, NULL);
  table = marmot_inequality_to_table (result);
  reasons = marmot_table_get_column_by_name (table, "reason");

  cr_assert (marmot_inequality_get_length (result) == G_N_ELEMENTS (cases) + 1);
  cr_assert (marmot_subgroups_get_n_areas (subgroups) == G_N_ELEMENTS (cases) + 1);
  cr_assert (marmot_inequality_get_status (result, G_N_ELEMENTS (cases)) == MARMOT_STATUS_EMPTY_GROUP);
  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      MarmotStatus status = marmot_inequality_get_status (result, c);

      cr_assert (status == cases[c].status, "%s: %s", cases[c].what, marmot_status_to_nick (status));
      cr_assert (isnan (marmot_inequality_get_value (result, c)) == (status != MARMOT_STATUS_OK), "%s", cases[c].what);
      cr_assert (marmot_column_is_null (reasons, c) == (status == MARMOT_STATUS_OK), "%s", cases[c].what);
    }
  /* Least squares by hand: 4, 3, 2, 1 at 1/8, 3/8, 5/8, 7/8. */
  cr_assert (test_near (marmot_inequality_get_value (result, 0), -4, 1e-14));
  cr_assert (marmot_inequality_get_value (result, 4) == 0);
  cr_assert (marmot_inequality_get_n_groups (result, 3) == 3 && marmot_inequality_get_n_missing (result, 3) == 1);
  cr_assert (marmot_inequality_get_method (result) == MARMOT_METHOD_RESIDUAL_T);
  {
    g_autoptr (MarmotInequalityOptions) complete = g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "complete", TRUE, NULL);
    g_autoptr (MarmotInequality) strict = marmot_subgroups_measure (subgroups, SLOPE, complete, NULL, NULL);

    cr_assert (marmot_inequality_get_status (strict, 3) == MARMOT_STATUS_MISSING);
    cr_assert (marmot_inequality_get_status (strict, 0) == MARMOT_STATUS_OK);
  }
}

/* Ratios of a line that crosses zero, and models whose figures are out of range. */
Test (slope_index, what_a_model_cannot_take)
{
  const double w[] = { 1, 1, 1, 1 }, r[] = { 1, 2, 3, 4 };
  const struct
  {
    double y[4];
    MarmotInequalityMeasure measure;
    MarmotSlopeModel model;
    MarmotStatus status;
  } cases[] = {
    { { -3, -1, 1, 3 }, RELATIVE, MARMOT_SLOPE_MODEL_LINEAR, MARMOT_STATUS_FIT_NOT_POSITIVE },
    { { 0, 1, 2, 3 }, SLOPE, MARMOT_SLOPE_MODEL_LOG, MARMOT_STATUS_FIGURE_NOT_POSITIVE },
    { { 0.1, 0.5, 1, 0.3 }, SLOPE, MARMOT_SLOPE_MODEL_LOGIT, MARMOT_STATUS_OUT_OF_BOUNDS },
    { { 0.1, 0.5, 1, 0.3 }, SLOPE, MARMOT_SLOPE_MODEL_BINOMIAL_LOGIT, MARMOT_STATUS_OK },
    { { 0.1, 0.5, 1.1, 0.3 }, SLOPE, MARMOT_SLOPE_MODEL_BINOMIAL_LOGIT, MARMOT_STATUS_OUT_OF_BOUNDS },
    { { 1, 1, 1, 1 }, SLOPE, MARMOT_SLOPE_MODEL_BINOMIAL_LOGIT, MARMOT_STATUS_OUT_OF_BOUNDS },
    { { 0, 0, 0, 0 }, SLOPE, MARMOT_SLOPE_MODEL_POISSON_LOG, MARMOT_STATUS_MEAN_NOT_POSITIVE },
    { { 5, -1, 3, 2 }, SLOPE, MARMOT_SLOPE_MODEL_POISSON_LOG, MARMOT_STATUS_FIGURE_NOT_POSITIVE },
    { { 5, 0, 3, 2 }, SLOPE, MARMOT_SLOPE_MODEL_POISSON_LOG, MARMOT_STATUS_OK },
    /* Everybody above a line, nobody below: the likelihood has no maximum. */
    { { 0, 0, 1, 1 }, SLOPE, MARMOT_SLOPE_MODEL_BINOMIAL_LOGIT, MARMOT_STATUS_NO_CONVERGENCE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotSubgroups) subgroups = test_subgroups (cases[i].y, w, r, NULL, 4);
      g_autoptr (MarmotInequalityOptions) options = make_options (cases[i].model, 0, 1);
      g_autoptr (MarmotInequality) result = marmot_subgroups_measure (subgroups, cases[i].measure, options, NULL, NULL);

      cr_assert (marmot_inequality_get_status (result, 0) == cases[i].status, "case %zu: %s", i,
                 marmot_status_to_nick (marmot_inequality_get_status (result, 0)));
    }
}

Test (slope_index, wrong_requests_are_errors)
{
  const double y[] = { 1, 2, 3 }, r[] = { 1, 2, 3 };
  g_autoptr (MarmotSubgroups) subgroups = test_subgroups (y, NULL, r, NULL, 3);
  g_autoptr (MarmotIntervalOptions) wilson = test_method (MARMOT_METHOD_WILSON, 0);
  g_autoptr (MarmotIntervalOptions) simulation = test_method (MARMOT_METHOD_SIMULATION, 0);
  MarmotInequalityOptions *options[] = {
    g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "as-gap", TRUE, NULL),
    g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "scale", 0.0, NULL),
    g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "form", MARMOT_RELATIVE_FORM_PER_MEAN, "model", MARMOT_SLOPE_MODEL_LOG,
                  NULL),
    g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "repetitions", 99, NULL),
    g_object_new (MARMOT_TYPE_INEQUALITY_OPTIONS, "repetitions", 1000001, NULL),
    NULL,
  };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_clear_error (&error);
      cr_assert (marmot_subgroups_measure (subgroups, RELATIVE, options[i], i == 5 ? wilson : i >= 3 ? simulation : NULL,
                                           &error)
                   == NULL,
                 "%zu", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT), "%zu", i);
      g_clear_object (&options[i]);
    }
  g_clear_error (&error);
  cr_assert (marmot_subgroups_measure_reliability (subgroups, SLOPE, NULL, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (slope_index, columns_of_other_kinds)
{
  const double y[] = { 1, 2, 3 };
  const char *texts[] = { "1", "10", "2", NULL };
  const gint64 ranks[] = { 1, 2, 3 };
  g_autoptr (MarmotColumn) estimate = marmot_column_new_double (y, 3);
  g_autoptr (MarmotColumn) shorter = marmot_column_new_double (y, 2);
  g_autoptr (MarmotColumn) text = marmot_column_new_text (texts);
  g_autoptr (MarmotColumn) rank = marmot_column_new_integer (ranks, 3);
  g_autoptr (MarmotGroups) areas = marmot_groups_new_from_codes ((const gint32[]) { 0, 0 }, 2, 1, NULL);
  g_autoptr (MarmotSubgroups) subgroups = marmot_subgroups_new (estimate, rank, rank, NULL, NULL);
  g_autoptr (MarmotSubgroups) without = marmot_subgroups_new (estimate, NULL, NULL, NULL, NULL);
  g_autoptr (MarmotInequality) unordered = marmot_subgroups_measure (without, SLOPE, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (subgroups != NULL);
  cr_assert (marmot_inequality_get_status (unordered, 0) == MARMOT_STATUS_NO_ORDER);
  cr_assert (marmot_subgroups_new (estimate, NULL, text, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
  cr_assert (strstr (error->message, "1, 10, 2") != NULL);
  g_clear_error (&error);
  cr_assert (marmot_subgroups_new (estimate, shorter, NULL, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
  g_clear_error (&error);
  cr_assert (marmot_subgroups_new (estimate, NULL, NULL, areas, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
  g_clear_error (&error);
  cr_assert (marmot_subgroups_with_limits (subgroups, estimate, estimate, 95, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_subgroups_with_standard_error (subgroups, text, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
}

Test (slope_index, tables_in_and_out)
{
  const char *names[] = { "area", "rank", "estimate", "population", "standard_error", NULL };
  const char *texts[] = { "A", "B", "A", "B", "A", "B", NULL };
  const double rank[] = { 1, 1, 2, 2, 3, 3 }, y[] = { 3, 10, 2, 20, 1, 30 }, w[] = { 5, 1, 5, 1, 5, 1 };
  const double s[] = { 0.1, 1, 0.1, (double) NAN, 0.1, 1 };
  MarmotColumn *columns[] = { marmot_column_new_text (texts), marmot_column_new_double (rank, 6),
                              marmot_column_new_double (y, 6), marmot_column_new_double (w, 6), test_nullable (s, 6) };
  g_autoptr (MarmotTable) table = marmot_table_new (names, columns, 5, NULL);
  const char *area_names[] = { "area", NULL };
  const char *wrong[] = { "place", NULL };
  g_autoptr (MarmotSubgroups) subgroups = marmot_subgroups_new_from_table (table, area_names, NULL);
  g_autoptr (MarmotInequality) result = marmot_subgroups_measure (subgroups, SLOPE, NULL, NULL, NULL);
  g_autoptr (MarmotTable) out = marmot_inequality_to_table (result);
  g_autoptr (MarmotColumn) areas = marmot_table_get_column_by_name (out, "area");
  g_autoptr (MarmotColumn) values = marmot_table_get_column_by_name (out, "value");
  g_autoptr (MarmotEstimate) b = marmot_inequality_get_estimate (result, 1);
  g_autofree char *name = marmot_column_get_text (areas, 1);
  g_autofree char *text = marmot_inequality_to_string (result);
  g_autoptr (GError) error = NULL;

  cr_assert (strcmp (name, "B") == 0);
  cr_assert (test_near (marmot_column_get_double (values, 0), -3, 1e-14));
  cr_assert (test_near (marmot_column_get_double (values, 1), 30, 1e-14));
  /* sqrt (2 (3/2 0.1)^2), and none where an error is missing. */
  cr_assert (test_near (marmot_inequality_get_standard_error (result, 0), 0.15 * G_SQRT2, 1e-14));
  cr_assert (isnan (marmot_inequality_get_standard_error (result, 1)) && isnan (marmot_estimate_get_lower (b)));
  cr_assert (marmot_inequality_get_status (result, 1) == MARMOT_STATUS_OK);
  cr_assert (strstr (text, "Slope index of inequality (linear)") != NULL);
  cr_assert (strcmp (marmot_inequality_get_variant (result), "linear") == 0);

  cr_assert (marmot_subgroups_new_from_table (table, wrong, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    marmot_column_unref (columns[i]);
}

Test (slope_index, no_rows_and_no_areas)
{
  g_autoptr (MarmotColumn) empty = marmot_column_new_double (NULL, 0);
  g_autoptr (MarmotGroups) none = marmot_groups_new_from_codes (NULL, 0, 0, NULL);
  g_autoptr (MarmotSubgroups) bare = marmot_subgroups_new (empty, empty, empty, NULL, NULL);
  g_autoptr (MarmotSubgroups) one = marmot_subgroups_with_limits (bare, empty, empty, 0.95, NULL);
  g_autoptr (MarmotSubgroups) nowhere = marmot_subgroups_new (empty, empty, empty, none, NULL);
  g_autoptr (MarmotInequality) hollow = marmot_subgroups_measure (one, SLOPE, NULL, NULL, NULL);
  g_autoptr (MarmotInequality) nothing = marmot_subgroups_measure (nowhere, SLOPE, NULL, NULL, NULL);
  g_autoptr (MarmotTable) table = marmot_inequality_to_table (nothing);

  cr_assert (marmot_inequality_get_length (hollow) == 1);
  cr_assert (marmot_inequality_get_status (hollow, 0) == MARMOT_STATUS_EMPTY_GROUP);
  cr_assert (marmot_inequality_get_length (nothing) == 0 && marmot_table_get_n_rows (table) == 0);
}

Test (slope_index, a_column_that_is_not_there_is_a_mistake_of_the_caller, .signal = SIGTRAP)
{
  g_object_unref (marmot_subgroups_new (NULL, NULL, NULL, NULL, NULL));
}
