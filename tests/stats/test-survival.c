/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/survival.h"

static MarmotSurvivalOptions *
options_of (MarmotMethod scale,
            guint n_causes,
            MarmotMethod variance,
            MarmotMethod hazard)
{
  g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();

  marmot_interval_options_set_method (interval, scale);
  return g_object_new (MARMOT_TYPE_SURVIVAL_OPTIONS, "interval", interval, "n-causes", n_causes, "variance", variance,
                       "hazard", hazard, "carry", TRUE, "midpoint", TRUE, "tolerance", 1e-9, NULL);
}

static MarmotSurvival *
curves_of (TestEpisodes *of,
           MarmotSurvivalOptions *options)
{
  g_autoptr (GError) error = NULL;
  MarmotSurvival *survival = marmot_survival_new (of->table, of->groups, options, &error);

  g_assert_no_error (error);
  return survival;
}

#define NEAR(actual, expected, ...) \
  cr_assert (test_close (actual, expected, 1e-12), __VA_ARGS__)

static const struct
{
  MarmotMethod method;
  const char *lower;
  const char *upper;
} scales[] = {
  { MARMOT_METHOD_CURVE_LOG, "lower_log", "upper_log" },
  { MARMOT_METHOD_CURVE_LOG_LOG, "lower_loglog", "upper_loglog" },
  { MARMOT_METHOD_CURVE_PLAIN, "lower_plain", "upper_plain" },
  { MARMOT_METHOD_CURVE_LOGIT, "lower_logit", "upper_logit" },
  { MARMOT_METHOD_CURVE_ARCSINE, "lower_arcsin", "upper_arcsin" },
};

/* Kaplan and Meier's curve with Greenwood's errors and limits on five scales; hazards
 * with both rules for ties. */
Test (survival, agrees_with_r)
{
  g_autoptr (TestTable) expected = test_table_load ("survival/km.csv");
  g_autoptr (TestTable) input = test_table_load ("survival/input.csv");
  gsize checked = 0;

  for (const char *const *name = test_survival_cases; *name; name++)
    for (gsize scale = 0; scale < G_N_ELEMENTS (scales); scale++)
      {
        g_autoptr (TestEpisodes) of = test_episodes (input, *name);
        g_autoptr (MarmotSurvivalOptions) options
          = options_of (scales[scale].method, of->n_causes, MARMOT_METHOD_GREENWOOD, MARMOT_METHOD_NELSON_AALEN);
        g_autoptr (MarmotSurvivalOptions) tied
          = options_of (scales[scale].method, of->n_causes, MARMOT_METHOD_GREENWOOD, MARMOT_METHOD_FLEMING_HARRINGTON);
        g_autoptr (MarmotSurvival) survival = curves_of (of, options);
        g_autoptr (MarmotSurvival) in_turn = curves_of (of, tied);
        g_autoptr (MarmotTable) table = marmot_survival_to_table (survival, MARMOT_TIME_CURVE_EVENT_FREE);
        g_autoptr (MarmotTable) hazard = marmot_survival_to_table (survival, MARMOT_TIME_CURVE_HAZARD);
        g_autoptr (MarmotTable) hazard_in_turn = marmot_survival_to_table (in_turn, MARMOT_TIME_CURVE_HAZARD);
        gsize n = 0;

        for (guint line = 0; line < expected->rows->len; line++)
          {
            double time = test_table_number (expected, line, "time");
            const char *group = test_table_text (expected, line, "group");
            gsize row;

            if (!g_str_equal (test_table_text (expected, line, "case"), *name))
              continue;
            row = test_episodes_find (table, group, time, 0);
            NEAR (test_result (table, "value", row), test_table_number (expected, line, "surv"), "%s %g", *name, time);
            NEAR (test_result (table, "se", row), test_table_number (expected, line, "se_surv"), "%s %g", *name, time);
            NEAR (test_result (table, "at_risk", row), test_table_number (expected, line, "n_risk"), "%s %g", *name,
                  time);
            NEAR (test_result (table, "events", row), test_table_number (expected, line, "n_event"), "%s %g", *name,
                  time);
            NEAR (test_result (table, "censored", row), test_table_number (expected, line, "n_censor"), "%s %g", *name,
                  time);
            NEAR (test_result (table, "lower", row), test_table_number (expected, line, scales[scale].lower),
                  "%s %g %s", *name, time, scales[scale].lower);
            NEAR (test_result (table, "upper", row), test_table_number (expected, line, scales[scale].upper),
                  "%s %g %s", *name, time, scales[scale].upper);
            NEAR (test_result (hazard, "value", row), test_table_number (expected, line, "na_cumhaz"), "%s %g", *name,
                  time);
            NEAR (test_result (hazard, "se", row), test_table_number (expected, line, "se_na_cumhaz"), "%s %g", *name,
                  time);
            NEAR (test_result (hazard_in_turn, "value", row), test_table_number (expected, line, "fh2_cumhaz"),
                  "%s %g", *name, time);
            NEAR (test_result (hazard_in_turn, "se", row), test_table_number (expected, line, "se_fh2_cumhaz"),
                  "%s %g", *name, time);
            n++;
          }
        cr_assert (n == marmot_table_get_n_rows (table), "%s: %zu rows", *name, marmot_table_get_n_rows (table));
        checked += n;
      }
  cr_assert (checked == 5 * expected->rows->len, "%zu", checked);
}

/* Fractional weights make the errors those of the infinitesimal jackknife, as in R. */
Test (survival, weights_that_are_not_whole_are_robust)
{
  g_autoptr (TestTable) expected = test_table_load ("survival/km_cluster.csv");
  g_autoptr (TestTable) input = test_table_load ("survival/input.csv");
  g_autoptr (TestEpisodes) of = test_episodes (input, "r10_wfrac");
  g_autoptr (MarmotSurvivalOptions) options
    = options_of (MARMOT_METHOD_CURVE_LOG, 1, MARMOT_METHOD_DEFAULT, MARMOT_METHOD_DEFAULT);
  g_autoptr (MarmotSurvival) survival = curves_of (of, options);
  g_autoptr (MarmotTable) table = marmot_survival_to_table (survival, MARMOT_TIME_CURVE_EVENT_FREE);
  g_autoptr (MarmotTable) hazard = marmot_survival_to_table (survival, MARMOT_TIME_CURVE_HAZARD);

  cr_assert (marmot_survival_get_variance (survival) == MARMOT_METHOD_INFINITESIMAL_JACKKNIFE);
  for (guint line = 0; line < expected->rows->len; line++)
    {
      double time = test_table_number (expected, line, "time");
      gsize row = test_episodes_find (table, test_table_text (expected, line, "group"), time, 0);

      NEAR (test_result (table, "value", row), test_table_number (expected, line, "surv"), "%g", time);
      /* A share of 0 has no error; R says 0. */
      if (test_result (table, "value", row) == 0)
        cr_assert (isnan (test_result (table, "se", row)));
      else
        NEAR (test_result (table, "se", row), test_table_number (expected, line, "se_surv_robust"), "%g", time);
      NEAR (test_result (table, "lower", row), test_table_number (expected, line, "lower_log"), "%g", time);
      NEAR (test_result (table, "upper", row), test_table_number (expected, line, "upper_log"), "%g", time);
      NEAR (test_result (hazard, "se", row), test_table_number (expected, line, "se_na_cumhaz_robust"), "%g", time);
    }
}

/* Errors by child, with and without late entry and weights. */
Test (survival, clusters_agree_with_r)
{
  g_autoptr (TestTable) expected = test_table_load ("survival/cluster.csv");
  g_autoptr (TestTable) input = test_table_load ("survival/cluster-rows.csv");
  static const char *const cases[] = { "plain", "late", "weighted", "late_weighted" };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (TestEpisodes) of = test_episodes (input, cases[c]);
      g_autoptr (MarmotSurvivalOptions) options
        = options_of (MARMOT_METHOD_CURVE_LOG, 2, MARMOT_METHOD_DEFAULT, MARMOT_METHOD_DEFAULT);
      g_autoptr (MarmotSurvival) survival = curves_of (of, options);
      g_autoptr (MarmotTable) event_free = marmot_survival_to_table (survival, MARMOT_TIME_CURVE_EVENT_FREE);
      g_autoptr (MarmotTable) hazard = marmot_survival_to_table (survival, MARMOT_TIME_CURVE_HAZARD);
      g_autoptr (MarmotTable) causes = marmot_survival_to_table (survival, MARMOT_TIME_CURVE_CAUSE);
      MarmotTable *tables[] = { event_free, hazard, causes };
      static const char *const what[] = { "event_free", "hazard", "cause" };
      gsize n = 0;

      for (guint line = 0; line < expected->rows->len; line++)
        for (gsize w = 0; w < G_N_ELEMENTS (what); w++)
          {
            double time = test_table_number (expected, line, "time");
            double se = test_table_number (expected, line, "se");
            gsize row;

            if (!g_str_equal (test_table_text (expected, line, "case"), cases[c])
                || !g_str_equal (test_table_text (expected, line, "what"), what[w]))
              continue;
            row = test_episodes_find (tables[w], NULL, time, test_table_number (expected, line, "cause"));
            NEAR (test_result (tables[w], "value", row), test_table_number (expected, line, "value"), "%s %g", cases[c],
                  time);
            /* R's own error of a share of 0 is 0 or not a number. */
            if (test_result (tables[w], "value", row) == 0 && w == 0)
              cr_assert (isnan (test_result (tables[w], "se", row)));
            else
              cr_assert (test_close (test_result (tables[w], "se", row), se, 1e-11), "%s %s %g: %.17g and not %.17g",
                         cases[c], what[w], time, test_result (tables[w], "se", row), se);
            n++;
          }
      cr_assert (n > 100);
    }
}

/* The incidence of causes: R's errors are the jackknife's, etm's the closed form. */
Test (survival, causes_agree_with_r_and_etm)
{
  static const struct
  {
    MarmotMethod method;
    const char *lower;
    const char *upper;
  } of_causes[] = {
    { MARMOT_METHOD_CURVE_LOG, "lower_log", "upper_log" },
    { MARMOT_METHOD_CURVE_LOG_LOG, "lower_loglog", "upper_loglog" },
    { MARMOT_METHOD_CURVE_PLAIN, "lower_plain", "upper_plain" },
  };
  static const char *const cases[] = { "transplant_cr", "r15_cr_nocens", "r18_cr_trunc_clus", "e17_cr_one_cause" };
  g_autoptr (TestTable) by_r = test_table_load ("survival/cif.csv");
  g_autoptr (TestTable) closed = test_table_load ("survival/cif_greenwood_se.csv");
  g_autoptr (TestTable) input = test_table_load ("survival/input.csv");
  gsize n = 0, n_closed = 0;

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    for (gsize scale = 0; scale < G_N_ELEMENTS (of_causes); scale++)
      {
        g_autoptr (TestEpisodes) of = test_episodes (input, cases[c]);
        g_autoptr (MarmotSurvivalOptions) robust
          = options_of (of_causes[scale].method, of->n_causes, MARMOT_METHOD_INFINITESIMAL_JACKKNIFE,
                        MARMOT_METHOD_DEFAULT);
        g_autoptr (MarmotSurvivalOptions) options
          = options_of (of_causes[scale].method, of->n_causes, MARMOT_METHOD_DEFAULT, MARMOT_METHOD_DEFAULT);
        g_autoptr (MarmotSurvival) survival = curves_of (of, robust);
        g_autoptr (MarmotSurvival) plain = curves_of (of, options);
        g_autoptr (MarmotTable) table = marmot_survival_to_table (survival, MARMOT_TIME_CURVE_CAUSE);
        g_autoptr (MarmotTable) table_closed = marmot_survival_to_table (plain, MARMOT_TIME_CURVE_CAUSE);

        cr_assert (marmot_survival_get_variance (plain) == MARMOT_METHOD_GREENWOOD);
        for (guint line = 0; line < by_r->rows->len; line++)
          {
            double time = test_table_number (by_r, line, "time"), se;
            gsize row;

            if (!g_str_equal (test_table_text (by_r, line, "case"), cases[c]))
              continue;
            row = test_episodes_find (table, test_table_text (by_r, line, "group"), time,
                                      test_table_number (by_r, line, "cause"));
            NEAR (test_result (table, "value", row), test_table_number (by_r, line, "cif"), "%s %g", cases[c], time);
            NEAR (test_result (table, "event_free", row), test_table_number (by_r, line, "event_free"), "%s %g",
                  cases[c], time);
            NEAR (test_result (table, "at_risk", row), test_table_number (by_r, line, "n_risk"), "%s %g", cases[c],
                  time);
            NEAR (test_result (table, "events", row), test_table_number (by_r, line, "n_event"), "%s %g", cases[c],
                  time);
            se = test_table_number (by_r, line, "se");
            cr_assert (test_close (test_result (table, "se", row), se, 1e-11)
                         || fabs (test_result (table, "se", row) - se) < 1e-9,
                       "%s %g: %.17g and not %.17g", cases[c], time, test_result (table, "se", row), se);
            cr_assert (test_close (test_result (table, "lower", row),
                                   test_table_number (by_r, line, of_causes[scale].lower), 1e-10)
                         || se < 1e-8,
                       "%s %g %s: %.17g", cases[c], time, of_causes[scale].lower, test_result (table, "lower", row));
            cr_assert (test_close (test_result (table, "upper", row),
                                   test_table_number (by_r, line, of_causes[scale].upper), 1e-10)
                         || se < 1e-8,
                       "%s %g %s: %.17g", cases[c], time, of_causes[scale].upper, test_result (table, "upper", row));
            n++;
          }
        for (guint line = 0; scale == 0 && line < closed->rows->len; line++)
          {
            double time = test_table_number (closed, line, "time"), se = test_table_number (closed, line, "se");
            gsize row;

            if (!g_str_equal (test_table_text (closed, line, "case"), cases[c]))
              continue;
            row = test_episodes_find (table_closed, test_table_text (closed, line, "group"), time,
                                      test_table_number (closed, line, "cause"));
            cr_assert (test_close (test_result (table_closed, "se", row), se, 1e-11)
                         || fabs (test_result (table_closed, "se", row) - se) < 1e-8,
                       "%s %g: %.17g and not %.17g", cases[c], time, test_result (table_closed, "se", row), se);
            n_closed++;
          }
      }
  cr_assert (n > 3 * 1300 && n_closed > 1100, "%zu %zu", n, n_closed);
}

/* Those of a group who entered before a time and left at it or later. */
static double
count_at_risk (TestEpisodes *of,
               const char *group,
               double time)
{
  g_autoptr (MarmotTable) keys = marmot_groups_get_keys (of->groups);
  gsize code = test_episodes_find (keys, group, (double) NAN, 0);
  const gint32 *codes = marmot_groups_peek_codes (of->groups);
  double n = 0;

  for (gsize i = 0; i < of->n_rows; i++)
    n += codes[i] == (gint32) code && test_result (of->table, "start", i) < time
         && test_result (of->table, "stop", i) >= time;
  return n;
}

Test (survival, at_stated_times_as_in_r)
{
  g_autoptr (TestTable) expected = test_table_load ("survival/at_times.csv");
  g_autoptr (TestTable) input = test_table_load ("survival/input.csv");

  for (const char *const *name = test_survival_cases; *name; name++)
    {
      g_autoptr (TestEpisodes) of = test_episodes (input, *name);
      g_autoptr (MarmotSurvivalOptions) options
        = options_of (MARMOT_METHOD_CURVE_LOG, of->n_causes, MARMOT_METHOD_GREENWOOD, MARMOT_METHOD_DEFAULT);
      g_autoptr (MarmotSurvival) survival = curves_of (of, options);

      for (guint line = 0; line < expected->rows->len; line++)
        {
          double time = test_table_number (expected, line, "time");
          g_autoptr (MarmotColumn) times = marmot_column_new_double (&time, 1);
          g_autoptr (MarmotTable) table = NULL;
          gsize row;

          if (!g_str_equal (test_table_text (expected, line, "case"), *name))
            continue;
          table = marmot_survival_at (survival, MARMOT_TIME_CURVE_EVENT_FREE, times, NULL);
          row = test_episodes_find (table, test_table_text (expected, line, "group"), time, 0);
          NEAR (test_result (table, "value", row), test_table_number (expected, line, "surv"), "%s %g", *name, time);
          NEAR (test_result (table, "se", row), test_table_number (expected, line, "se_surv"), "%s %g", *name, time);
          NEAR (test_result (table, "lower", row), test_table_number (expected, line, "lower_log"), "%s %g", *name,
                time);
          NEAR (test_result (table, "upper", row), test_table_number (expected, line, "upper_log"), "%s %g", *name,
                time);
          /* Where people enter late R gives those at risk at the next exit; here they are
           * those under observation at the time itself. */
          if (g_str_equal (*name, "r18_cr_trunc_clus"))
            NEAR (test_result (table, "at_risk", row),
                  count_at_risk (of, test_table_text (expected, line, "group"), time), "%s %g", *name, time);
          else
            NEAR (test_result (table, "at_risk", row), test_table_number (expected, line, "n_risk"), "%s %g", *name,
                  time);
        }
    }
}

Test (survival, restricted_means_agree_with_r)
{
  static const char *const files[] = { "survival/rmst.csv", "survival/rmst_common.csv" };
  g_autoptr (TestTable) input = test_table_load ("survival/input.csv");

  for (gsize f = 0; f < G_N_ELEMENTS (files); f++)
    {
      g_autoptr (TestTable) expected = test_table_load (files[f]);

      for (guint line = 0; line < expected->rows->len; line++)
        {
          const char *name = test_table_text (expected, line, "case");
          g_autoptr (TestEpisodes) of = test_episodes (input, name);
          g_autoptr (MarmotSurvivalOptions) options
            = options_of (MARMOT_METHOD_CURVE_LOG, of->n_causes, MARMOT_METHOD_GREENWOOD, MARMOT_METHOD_DEFAULT);
          g_autoptr (MarmotSurvival) survival = curves_of (of, options);
          g_autoptr (MarmotTable) table
            = marmot_survival_restricted_means (survival, test_table_number (expected, line, "tau"), NULL);
          gsize row = test_episodes_find (table, test_table_text (expected, line, "group"), (double) NAN, 0);

          NEAR (test_result (table, "value", row), test_table_number (expected, line, "rmst"), "%s line %u", name,
                line);
          NEAR (test_result (table, "se", row), test_table_number (expected, line, "se"), "%s line %u: %.17g", name,
                line, test_result (table, "se", row));
        }
    }
}

/* R's quantile() takes the middle of a level stretch, as the option does; where a band is
 * not monotone it takes the last crossing, and here it is the first. */
Test (survival, quantiles_agree_with_r)
{
  g_autoptr (TestTable) expected = test_table_load ("survival/quantiles.csv");
  g_autoptr (TestTable) input = test_table_load ("survival/input.csv");
  static const struct
  {
    const char *name;
    MarmotMethod method;
  } types[] = { { "log", MARMOT_METHOD_CURVE_LOG },
                { "log-log", MARMOT_METHOD_CURVE_LOG_LOG },
                { "plain", MARMOT_METHOD_CURVE_PLAIN },
                { "logit", MARMOT_METHOD_CURVE_LOGIT },
                { "arcsin", MARMOT_METHOD_CURVE_ARCSINE } };
  gsize n = 0, n_limits = 0;

  for (const char *const *name = test_survival_cases; *name; name++)
    for (gsize t = 0; t < G_N_ELEMENTS (types); t++)
      {
        g_autoptr (TestEpisodes) of = test_episodes (input, *name);
        g_autoptr (MarmotSurvivalOptions) options
          = options_of (types[t].method, of->n_causes, MARMOT_METHOD_GREENWOOD, MARMOT_METHOD_DEFAULT);
        g_autoptr (MarmotSurvival) survival = curves_of (of, options);

        for (guint line = 0; line < expected->rows->len; line++)
          {
            double p = test_table_number (expected, line, "p");
            g_autoptr (MarmotTable) table = NULL;
            gsize row;

            if (!g_str_equal (test_table_text (expected, line, "case"), *name)
                || !g_str_equal (test_table_text (expected, line, "conf_type"), types[t].name))
              continue;
            table = marmot_survival_quantiles (survival, &p, 1, NULL);
            row = test_episodes_find (table, test_table_text (expected, line, "group"), (double) NAN, 0);
            NEAR (test_result (table, "value", row), test_table_number (expected, line, "quantile"), "%s %g: %g", *name,
                  p, test_result (table, "value", row));
            n++;
            if (test_table_number (expected, line, "bands_monotone") == 0)
              continue;
            NEAR (test_result (table, "lower", row), test_table_number (expected, line, "lower"), "%s %s %s %g: %g",
                  *name, types[t].name, test_table_text (expected, line, "group"), p,
                  test_result (table, "lower", row));
            NEAR (test_result (table, "upper", row), test_table_number (expected, line, "upper"), "%s %s %s %g: %g",
                  *name, types[t].name, test_table_text (expected, line, "group"), p,
                  test_result (table, "upper", row));
            n_limits++;
          }
      }
  cr_assert (n == expected->rows->len && n_limits > 0, "%zu %zu", n, n_limits);
}
