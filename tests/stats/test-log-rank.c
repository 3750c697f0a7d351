/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/survival.h"

static gboolean
is_late (MarmotTable *table)
{
  return marmot_table_has_column (table, "start");
}

/* The row of a group. */
static gsize
find (MarmotTable *table,
      const char *group)
{
  return test_episodes_find (table, group, (double) NAN, 0);
}

Test (log_rank, agrees_with_r)
{
  g_autoptr (TestTable) expected = test_table_load ("survival/logrank.csv");
  g_autoptr (TestTable) by_group = test_table_load ("survival/logrank_groups.csv");
  g_autoptr (TestTable) covariances = test_table_load ("survival/logrank_var.csv");
  g_autoptr (TestTable) input = test_table_load ("survival/input.csv");
  gsize n_groups = 0, n_covariances = 0;

  for (guint line = 0; line < expected->rows->len; line++)
    {
      const char *name = test_table_text (expected, line, "case");
      double rho = test_table_number (expected, line, "rho"), stratified = test_table_number (expected, line, "stratified");
      g_autoptr (TestEpisodes) of = test_episodes (input, name);
      g_autoptr (MarmotSurvivalOptions) options
        = g_object_new (MARMOT_TYPE_SURVIVAL_OPTIONS, "n-causes", of->n_causes, "tolerance", 1e-9, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotLogRank) test
        = marmot_log_rank_new (of->table, of->groups, stratified == 1 ? of->strata : NULL, rho, options, &error);
      g_autoptr (MarmotTable) table = NULL;

      g_assert_no_error (error);
      cr_assert (marmot_log_rank_get_status (test) == MARMOT_STATUS_OK);
      cr_assert (test_close (marmot_log_rank_get_statistic (test), test_table_number (expected, line, "chisq"), 1e-12),
                 "%s %g: %.17g", name, rho, marmot_log_rank_get_statistic (test));
      cr_assert (marmot_log_rank_get_df (test) == test_table_number (expected, line, "df"));
      cr_assert (test_close (marmot_log_rank_get_p_value (test), test_table_number (expected, line, "p"), 1e-11),
                 "%s %g: %.17g", name, rho, marmot_log_rank_get_p_value (test));

      table = marmot_log_rank_to_table (test);
      for (guint i = 0; i < by_group->rows->len; i++)
        if (g_str_equal (test_table_text (by_group, i, "case"), name) && test_table_number (by_group, i, "rho") == rho
            && test_table_number (by_group, i, "stratified") == stratified)
          {
            gsize row = find (table, test_table_text (by_group, i, "group"));

            cr_assert (test_result (table, "rows", row) == test_table_number (by_group, i, "n"));
            cr_assert (test_close (test_result (table, "observed", row), test_table_number (by_group, i, "observed"),
                                   1e-12));
            cr_assert (test_close (test_result (table, "expected", row), test_table_number (by_group, i, "expected"),
                                   1e-12));
            cr_assert (test_close (test_result (table, "variance", row), test_table_number (by_group, i, "variance"),
                                   1e-12));
            n_groups++;
          }
      for (guint i = 0; i < covariances->rows->len; i++)
        if (g_str_equal (test_table_text (covariances, i, "case"), name)
            && test_table_number (covariances, i, "rho") == rho
            && test_table_number (covariances, i, "stratified") == stratified)
          {
            gsize a = find (table, test_table_text (covariances, i, "group1"));
            gsize b = find (table, test_table_text (covariances, i, "group2"));

            cr_assert (test_close (marmot_log_rank_get_covariance (test, a, b),
                                   test_table_number (covariances, i, "cov"), 1e-12));
            n_covariances++;
          }
    }
  cr_assert (n_groups == by_group->rows->len && n_covariances == covariances->rows->len);
}

Test (log_rank, gray_agrees_with_cmprsk)
{
  g_autoptr (TestTable) expected = test_table_load ("survival/gray.csv");
  g_autoptr (TestTable) input = test_table_load ("survival/input.csv");

  for (guint line = 0; line < expected->rows->len; line++)
    {
      g_autoptr (TestEpisodes) of = test_episodes (input, test_table_text (expected, line, "case"));
      g_autoptr (MarmotSurvivalOptions) options = marmot_survival_options_new (NULL, of->n_causes);
      guint cause = (guint) test_table_number (expected, line, "cause");
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotLogRank) test
        = marmot_log_rank_new_gray (of->table, of->groups, NULL, cause, 0, options, &error);

      g_assert_no_error (error);
      cr_assert (marmot_log_rank_get_method (test) == MARMOT_METHOD_GRAY);
      cr_assert (test_close (marmot_log_rank_get_statistic (test), test_table_number (expected, line, "stat"), 1e-12),
                 "%u: %.17g", cause, marmot_log_rank_get_statistic (test));
      cr_assert (marmot_log_rank_get_df (test) == test_table_number (expected, line, "df"));
      cr_assert (test_close (marmot_log_rank_get_p_value (test), test_table_number (expected, line, "p"), 1e-11));
    }
}

/* Strata of which each is the whole data: twice the score and twice the covariance, and so
 * twice the statistic. */
Test (log_rank, gray_adds_strata_up)
{
  g_autoptr (TestTable) input = test_table_load ("survival/input.csv");
  g_autoptr (TestEpisodes) of = test_episodes (input, "transplant_cr");
  g_autoptr (MarmotSurvivalOptions) options = marmot_survival_options_new (NULL, 3);
  g_autofree gsize *rows = g_new (gsize, 2 * of->n_rows);
  g_autofree gint32 *twice = g_new (gint32, 2 * of->n_rows);
  g_autofree gint32 *stratum = g_new (gint32, 2 * of->n_rows);
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (MarmotGroups) groups = NULL, strata = NULL;
  g_autoptr (MarmotLogRank) once = NULL, both = NULL;

  for (gsize i = 0; i < 2 * of->n_rows; i++)
    {
      rows[i] = i % of->n_rows;
      twice[i] = marmot_groups_peek_codes (of->groups)[rows[i]];
      stratum[i] = i >= of->n_rows;
    }
  table = test_take (of->table, rows, 2 * of->n_rows);
  groups = marmot_groups_new_from_codes (twice, 2 * of->n_rows, 4, NULL);
  strata = marmot_groups_new_from_codes (stratum, 2 * of->n_rows, 2, NULL);
  once = marmot_log_rank_new_gray (of->table, of->groups, NULL, 2, 0.5, options, NULL);
  both = marmot_log_rank_new_gray (table, groups, strata, 2, 0.5, options, NULL);
  cr_assert (test_close (marmot_log_rank_get_statistic (both), 2 * marmot_log_rank_get_statistic (once), 1e-12));
}

Test (log_rank, gray_is_for_whole_follow_up)
{
  g_autoptr (TestTable) input = test_table_load ("survival/input.csv");
  g_autoptr (TestEpisodes) of = test_episodes (input, "r18_cr_trunc_clus");
  g_autoptr (MarmotSurvivalOptions) options = marmot_survival_options_new (NULL, 3);
  GError *error = NULL;

  cr_assert (!marmot_log_rank_new_gray (of->table, of->groups, NULL, 1, 0, options, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (!marmot_log_rank_new_gray (of->table, of->groups, NULL, 4, 0, options, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_clear_error (&error);
}

/* The same from counts: strata apart, and each of two parts. */
Test (log_rank, from_counts)
{
  g_autoptr (TestTable) input = test_table_load ("survival/input.csv");
  g_autoptr (TestEpisodes) of = test_episodes (input, "r03_n500_k5");
  g_autoptr (MarmotLogRank) whole = marmot_log_rank_new (of->table, of->groups, of->strata, 0.5, NULL, NULL);
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (g_object_unref);
  const gint32 *strata = marmot_groups_peek_codes (of->strata);
  g_autoptr (MarmotColumn) codes = marmot_groups_get_codes (of->groups);
  g_autoptr (MarmotLogRank) test = NULL;

  for (gsize s = 0; s < marmot_groups_get_n_groups (of->strata); s++)
    {
      MarmotEventCounts *sum = NULL;

      for (gsize part = 0; part < 2; part++)
        {
          g_autofree gsize *rows = g_new (gsize, of->n_rows);
          gsize n = 0;
          g_autoptr (MarmotTable) some = NULL;
          g_autoptr (MarmotGroups) groups = NULL;
          g_autoptr (MarmotColumn) key = NULL;
          MarmotEventCounts *of_part;

          for (gsize i = 0; i < of->n_rows; i++)
            if (strata[i] == (gint32) s && i % 2 == part)
              rows[n++] = i;
          some = test_take (of->table, rows, n);
          key = marmot_column_take (codes, rows, n, NULL);
          groups = marmot_groups_new_from_column (key, NULL);
          of_part = marmot_event_counts_new (some, groups, NULL, NULL);
          if (sum)
            {
              MarmotEventCounts *both = marmot_event_counts_add (sum, of_part, NULL);

              g_object_unref (sum);
              g_object_unref (of_part);
              sum = both;
            }
          else
            sum = of_part;
        }
      g_ptr_array_add (counts, sum);
    }
  test = marmot_log_rank_new_from_counts ((MarmotEventCounts **) counts->pdata, counts->len, 0.5, 0, NULL);
  cr_assert (marmot_log_rank_get_status (test) == MARMOT_STATUS_OK);
  cr_assert (test_same (marmot_log_rank_get_statistic (test), marmot_log_rank_get_statistic (whole)));
  cr_assert (marmot_log_rank_get_df (test) == 4);
}

/* Late entry, which R refuses: against the definition, time by time. */
Test (log_rank, late_entry_by_the_definition)
{
  g_autoptr (TestTable) input = test_table_load ("survival/input.csv");
  g_autoptr (TestEpisodes) of = test_episodes (input, "r18_cr_trunc_clus");
  g_autoptr (MarmotSurvivalOptions) options = marmot_survival_options_new (NULL, 3);
  g_autoptr (MarmotLogRank) test = marmot_log_rank_new (of->table, of->groups, NULL, 0, options, NULL);
  const gint32 *codes = marmot_groups_peek_codes (of->groups);
  double u = 0, v = 0;

  cr_assert (is_late (of->table));
  for (double t = 0; t < 1000; t++)
    {
      double n[2] = { 0, 0 }, d[2] = { 0, 0 }, all, events;

      for (gsize i = 0; i < of->n_rows; i++)
        {
          double start = test_result (of->table, "start", i), stop = test_result (of->table, "stop", i);

          n[codes[i]] += start < t && t <= stop;
          d[codes[i]] += t == stop && test_result (of->table, "status", i) > 0;
        }
      all = n[0] + n[1];
      events = d[0] + d[1];
      if (events == 0)
        continue;
      u += d[0] - events * n[0] / all;
      if (all > 1)
        v += events * (all - events) / (all - 1) * (n[0] / all) * (n[1] / all);
    }
  cr_assert (test_close (marmot_log_rank_get_statistic (test), u * u / v, 1e-12), "%.17g and not %.17g",
             marmot_log_rank_get_statistic (test), u * u / v);
}

/* A group that expects nothing leaves the statistic and its degrees of freedom. */
Test (log_rank, groups_that_expect_nothing)
{
  const double stop[] = { 3, 4, 5, 6, 1, 1 }, status[] = { 1, 1, 0, 1, 0, 0 };
  const gint32 codes[] = { 0, 1, 0, 1, 2, 2 };
  const char *const names[] = { "stop", "status", NULL };
  const double *const columns[] = { stop, status };
  g_autoptr (MarmotTable) all = test_figures (names, columns, 6);
  g_autoptr (MarmotTable) two = test_figures (names, columns, 4);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, 6, 3, NULL);
  g_autoptr (MarmotGroups) of_two = marmot_groups_new_from_codes (codes, 4, 2, NULL);
  g_autoptr (MarmotLogRank) with = marmot_log_rank_new (all, groups, NULL, 0, NULL, NULL);
  g_autoptr (MarmotLogRank) without = marmot_log_rank_new (two, of_two, NULL, 0, NULL, NULL);

  cr_assert (marmot_log_rank_get_df (with) == 1);
  cr_assert (test_same (marmot_log_rank_get_statistic (with), marmot_log_rank_get_statistic (without)));
}

Test (log_rank, says_why_there_is_no_test)
{
  const double stop[] = { 3, 4, 5, 6 }, none[] = { 0, 0, 0, 0 }, bad[] = { 1, 2, 0, 1 };
  const gint32 codes[] = { 0, 1, 0, 1 }, one[] = { 0, 0, 0, 0 };
  const char *const names[] = { "stop", "status", NULL };
  const double *const of_none[] = { stop, none }, *const of_bad[] = { stop, bad };
  g_autoptr (MarmotTable) no_events = test_figures (names, of_none, 4);
  g_autoptr (MarmotTable) faulty = test_figures (names, of_bad, 4);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, 4, 2, NULL);
  g_autoptr (MarmotGroups) alone = marmot_groups_new_from_codes (one, 4, 1, NULL);
  g_autoptr (MarmotLogRank) a = marmot_log_rank_new (no_events, groups, NULL, 0, NULL, NULL);
  g_autoptr (MarmotLogRank) b = marmot_log_rank_new (faulty, groups, NULL, 0, NULL, NULL);
  g_autoptr (GPtrArray) findings = marmot_log_rank_get_findings (b);
  g_autoptr (GError) error = NULL;
  const double status[] = { 1, 1, 0, 1 };
  const double *const columns[] = { stop, status };
  g_autoptr (MarmotTable) good = test_figures (names, columns, 4);
  g_autoptr (MarmotLogRank) c = marmot_log_rank_new (good, alone, NULL, 0, NULL, NULL);
  g_autofree char *text = marmot_log_rank_to_string (a);

  cr_assert (marmot_log_rank_get_status (a) == MARMOT_STATUS_TOO_FEW_EVENTS);
  cr_assert (isnan (marmot_log_rank_get_p_value (a)));
  cr_assert_str_eq (text, "no test (too-few-events), log-rank");
  cr_assert (marmot_log_rank_get_status (b) == MARMOT_STATUS_UNKNOWN_STATE);
  cr_assert (isnan (marmot_log_rank_get_statistic (b)));
  cr_assert (findings->len == 1);
  cr_assert (marmot_log_rank_get_status (c) == MARMOT_STATUS_TOO_FEW_GROUPS);
  cr_assert (!marmot_log_rank_new (good, groups, NULL, -1, NULL, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

/* Each series as if it were alone, whatever the order of the rows; a bad row spoils its
 * own. */
Test (log_rank, series_are_tests_of_their_own)
{
  enum { N = 600, SERIES = 7 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  double stop[N], status[N];
  gint32 group[N], stratum[N], series[N];
  const char *const names[] = { "stop", "status", NULL };
  MarmotColumn *columns[2];
  g_autoptr (MarmotTable) all = NULL;
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (MarmotGroups) strata = NULL;
  g_autoptr (MarmotGroups) places = NULL;
  g_autoptr (MarmotTable) table = NULL;

  for (gsize i = 0; i < N; i++)
    {
      stop[i] = g_rand_int_range (rand, 1, 90);
      status[i] = g_rand_boolean (rand);
      group[i] = g_rand_int_range (rand, 0, 3);
      stratum[i] = g_rand_int_range (rand, 0, 2);
      series[i] = g_rand_int_range (rand, 0, SERIES - 1); /* the last has no rows */
    }
  status[5] = 9;
  columns[0] = marmot_column_new_double (stop, N);
  columns[1] = marmot_column_new_double (status, N);
  all = marmot_table_new (names, columns, 2, NULL);
  groups = marmot_groups_new_from_codes (group, N, 3, NULL);
  strata = marmot_groups_new_from_codes (stratum, N, 2, NULL);
  places = marmot_groups_new_from_codes (series, N, SERIES, NULL);
  table = marmot_log_rank_series (all, groups, places, strata, 1, NULL, NULL);
  cr_assert_eq (marmot_table_get_n_rows (table), SERIES);

  for (gint32 s = 0; s < SERIES; s++)
    {
      double own_stop[N], own_status[N];
      gint32 own_group[N], own_stratum[N];
      gsize n = 0;
      MarmotColumn *own_columns[2];
      g_autoptr (MarmotTable) own = NULL;
      g_autoptr (MarmotGroups) own_groups = NULL;
      g_autoptr (MarmotGroups) own_strata = NULL;
      g_autoptr (MarmotLogRank) test = NULL;
      g_autoptr (MarmotColumn) nicks = marmot_table_get_column_by_name (table, "status");

      for (gsize i = N; i-- > 0;)
        if (series[i] == s)
          {
            own_stop[n] = stop[i];
            own_status[n] = status[i];
            own_group[n] = group[i];
            own_stratum[n++] = stratum[i];
          }
      own_columns[0] = marmot_column_new_double (own_stop, n);
      own_columns[1] = marmot_column_new_double (own_status, n);
      own = marmot_table_new (names, own_columns, 2, NULL);
      own_groups = marmot_groups_new_from_codes (own_group, n, 3, NULL);
      own_strata = marmot_groups_new_from_codes (own_stratum, n, 2, NULL);
      test = marmot_log_rank_new (own, own_groups, own_strata, 1, NULL, NULL);
      cr_assert (test != NULL);
      if (marmot_log_rank_get_status (test) == MARMOT_STATUS_OK)
        {
          cr_assert (test_result (table, "statistic", (gsize) s) == marmot_log_rank_get_statistic (test));
          cr_assert (test_result (table, "p_value", (gsize) s) == marmot_log_rank_get_p_value (test));
          cr_assert (test_result (table, "df", (gsize) s) == 2);
          cr_assert (test_result (table, "n_rows", (gsize) s) == (double) n);
        }
      else
        {
          g_autoptr (MarmotColumn) p = marmot_table_get_column_by_name (table, "p_value");
          g_autofree char *nick = marmot_column_get_text (nicks, (gsize) s);

          cr_assert (s == series[5] || s == SERIES - 1);
          cr_assert (marmot_column_is_null (p, (gsize) s));
          cr_assert_str_eq (nick, marmot_status_to_nick (marmot_log_rank_get_status (test)));
        }
      for (int c = 0; c < 2; c++)
        marmot_column_unref (own_columns[c]);
    }
  for (int c = 0; c < 2; c++)
    marmot_column_unref (columns[c]);
}
