/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "numeric/smoothing.h"
#include "support/figures.h"
#include "support/result.h"

static const char *const time_value[] = { "time", "value", NULL };

/* The series of the smoothing file. */
static MarmotTable *
reference_series (double series)
{
  g_autoptr (TestTable) points = test_table_load ("series/points.csv");
  g_autofree double *ids = test_table_numbers (points, "series");
  g_autofree double *time = test_table_numbers (points, "time");
  g_autofree double *value = test_table_numbers (points, "value");
  const double *columns[2];
  gsize n = 0;

  for (guint i = 0; i < points->rows->len; i++)
    if (ids[i] == series)
      {
        time[n] = time[i];
        value[n++] = value[i];
      }
  columns[0] = time;
  columns[1] = value;
  return test_figures (time_value, columns, n);
}

static gboolean
near (double actual,
      double expected,
      double tolerance)
{
  if (fabs (actual - expected) <= tolerance * (1 + fabs (expected)))
    return TRUE;
  cr_log_error ("%.17g is not %.17g", actual, expected);
  return FALSE;
}

/* R 4.2: HoltWinters() and predict(). */
Test (projection, agrees_with_the_peer)
{
  g_autoptr (TestTable) expected = test_table_load ("series/smoothing.csv");
  g_autoptr (MarmotTable) figures = reference_series (test_table_number (expected, 0, "series"));
  guint horizon = expected->rows->len;
  static const struct
  {
    MarmotProjectionModel model;
    const char *prefix;
  } models[] = { { MARMOT_PROJECTION_MODEL_SIMPLE, "ses" }, { MARMOT_PROJECTION_MODEL_HOLT, "holt" } };

  for (gsize m = 0; m < G_N_ELEMENTS (models); m++)
    {
      const char *prefix = models[m].prefix;
      g_autofree char *alpha = g_strconcat (prefix, "_alpha", NULL), *level = g_strconcat (prefix, "_level", NULL);
      g_autofree char *sse = g_strconcat (prefix, "_sse", NULL), *fit = g_strconcat (prefix, "_fit", NULL);
      g_autofree char *upper = g_strconcat (prefix, "_upr", NULL), *lower = g_strconcat (prefix, "_lwr", NULL);
      g_autoptr (MarmotProjectionOptions) options
        = g_object_new (MARMOT_TYPE_PROJECTION_OPTIONS, "model", models[m].model, "alpha",
                        test_table_number (expected, 0, alpha), "beta", test_table_number (expected, 0, "holt_beta"),
                        "horizon", horizon, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotTable) result = marmot_projections (figures, NULL, options, &error);
      g_autoptr (MarmotTable) points = marmot_projection_points (figures, NULL, options, &error);

      g_assert_no_error (error);
      cr_assert (near (test_result (result, "level", 0), test_table_number (expected, 0, level), 1e-12));
      cr_assert (near (test_result (result, "sse", 0), test_table_number (expected, 0, sse), 1e-12));
      if (m == 1)
        cr_assert (near (test_result (result, "slope", 0), test_table_number (expected, 0, "holt_slope"), 1e-12));
      for (guint h = 0; h < horizon; h++)
        {
          cr_assert (near (test_result (points, "value", h), test_table_number (expected, h, fit), 1e-12));
          cr_assert (near (test_result (points, "lower", h), test_table_number (expected, h, lower), 1e-12));
          cr_assert (near (test_result (points, "upper", h), test_table_number (expected, h, upper), 1e-12));
          cr_assert_eq (test_result (points, "time", h), 48 + h);
        }
    }
  cr_assert_eq (horizon, 6);
}

/* optimize() stops at a quarter of the digits; its sum of squares is not to be beaten by
 * it. */
Test (projection, finds_as_small_a_sum_as_the_peer)
{
  g_autoptr (TestTable) expected = test_table_load ("series/smoothing.csv");
  g_autoptr (MarmotTable) figures = reference_series (test_table_number (expected, 0, "series"));
  g_autoptr (MarmotProjectionOptions) options = marmot_projection_options_new (MARMOT_PROJECTION_MODEL_SIMPLE);
  g_autoptr (MarmotTable) result = marmot_projections (figures, NULL, options, NULL);
  double peer = test_table_number (expected, 0, "ses_opt_sse");

  cr_assert_leq (test_result (result, "sse", 0), peer * (1 + 1e-12));
  cr_assert (near (test_result (result, "sse", 0), peer, 1e-8));
  cr_assert (near (test_result (result, "alpha", 0), test_table_number (expected, 0, "ses_opt_alpha"), 1e-4));
}

/* No neighbour of what was found is better. */
Test (projection, the_parameters_found_are_a_minimum)
{
  g_autoptr (TestTable) points = test_table_load ("series/points.csv");
  g_autofree double *ids = test_table_numbers (points, "series");
  g_autofree double *time = test_table_numbers (points, "time");
  g_autofree double *value = test_table_numbers (points, "value");
  guint n_series = 0;

  for (guint first = 0, end; first < points->rows->len; first = end)
    {
      gboolean whole = TRUE;

      for (end = first; end < points->rows->len && ids[end] == ids[first]; end++)
        whole = whole && !isnan (value[end]);
      if (!whole || end - first < 4)
        continue;
      for (int model = 0; model < 3; model++)
        {
          mn_smooth_model best = { .model = model, .alpha = NAN, .beta = NAN, .phi = NAN };
          mn_smooth_fit fit;
          double least;

          mn_smooth_best (&best, time + first, value + first, end - first);
          mn_smooth (&best, time + first, value + first, end - first, &fit);
          least = fit.sse;
          for (int d = 0; d < (model == 0 ? 1 : model == 1 ? 2 : 3); d++)
            for (int side = -1; side <= 1; side += 2)
              {
                mn_smooth_model other = best;
                double *at = d == 0 ? &other.alpha : d == 1 ? &other.beta : &other.phi;

                *at += side * 1e-4;
                if (*at < (d == 2 ? 0.8 : 1e-4) || *at > (d == 2 ? 0.98 : 0.9999))
                  continue;
                mn_smooth (&other, time + first, value + first, end - first, &fit);
                cr_assert_geq (fit.sse, least * (1 - 1e-12), "series %g, model %d", ids[first], model);
              }
        }
      n_series++;
    }
  cr_assert_gt (n_series, 40);
}

/* A straight line is followed without error whatever the parameters, and so is one with a
 * gap. */
Test (projection, a_gap_is_passed_over_at_the_slope)
{
  const double time[] = { 0, 1, 2, 3, 6, 7 }, value[] = { 10, 12, 14, 16, 22, 24 };
  const double with_null[] = { 0, 1, 2, 3, 4, 6, 7 }, nulled[] = { 10, 12, 14, 16, (double) NAN, 22, 24 };
  const double *columns[] = { time, value }, *others[] = { with_null, nulled };
  g_autoptr (MarmotTable) figures = test_figures (time_value, columns, 6);
  g_autoptr (MarmotTable) gaps = test_figures (time_value, others, 7);
  g_autoptr (MarmotProjectionOptions) options
    = g_object_new (MARMOT_TYPE_PROJECTION_OPTIONS, "alpha", 0.3, "beta", 0.2, NULL);
  g_autoptr (MarmotTable) result = marmot_projections (figures, NULL, options, NULL);
  g_autoptr (MarmotTable) same = marmot_projections (gaps, NULL, options, NULL);

  cr_assert_float_eq (test_result (result, "level", 0), 24, 1e-12);
  cr_assert_float_eq (test_result (result, "slope", 0), 2, 1e-12);
  cr_assert_float_eq (test_result (result, "sse", 0), 0, 1e-20);
  cr_assert_eq (test_result (result, "level", 0), test_result (same, "level", 0));
  cr_assert_eq (test_result (same, "n_missing", 0), 1);
}

/* The recursion, step by step, with phi 0.9; and the interval with it. */
Test (projection, damped_by_hand)
{
  const double time[] = { 0, 1, 2, 3 }, value[] = { 10, 12, 11, 15 };
  const double *columns[] = { time, value };
  g_autoptr (MarmotTable) figures = test_figures (time_value, columns, 4);
  g_autoptr (MarmotProjectionOptions) options
    = g_object_new (MARMOT_TYPE_PROJECTION_OPTIONS, "model", MARMOT_PROJECTION_MODEL_DAMPED, "alpha", 0.5, "beta", 0.4,
                    "phi", 0.9, "horizon", 2, NULL);
  g_autoptr (MarmotTable) result = marmot_projection_points (figures, NULL, options, NULL);
  double level = 12, slope = 2, error[2], sd, c;

  for (int i = 2; i < 4; i++)
    {
      double ahead = level + 0.9 * slope, next;

      error[i - 2] = value[i] - ahead;
      next = ahead + 0.5 * error[i - 2];
      slope = 0.9 * slope + 0.5 * 0.4 * error[i - 2];
      level = next;
    }
  sd = fabs (error[0] - error[1]) / sqrt (2);
  c = 0.5 * (1 + 0.4 * 0.9);
  cr_assert_float_eq (test_result (result, "value", 0), level + 0.9 * slope, 1e-12);
  cr_assert_float_eq (test_result (result, "value", 1), level + (0.9 + 0.81) * slope, 1e-12);
  cr_assert_float_eq (test_result (result, "upper", 1),
                      level + (0.9 + 0.81) * slope + 1.959963984540054 * sd * sqrt (1 + c * c), 1e-12);
}

Test (projection, starts_by_name)
{
  const double time[] = { 5, 6, 7, 8 }, value[] = { 10, 14, 12, 16 };
  const double *columns[] = { time, value };
  g_autoptr (MarmotTable) figures = test_figures (time_value, columns, 4);
  g_autoptr (MarmotProjectionOptions) options
    = g_object_new (MARMOT_TYPE_PROJECTION_OPTIONS, "start", MARMOT_PROJECTION_START_LINE, "alpha", 0.0, "beta",
                    0.0, NULL);
  g_autoptr (MarmotTable) result = marmot_projections (figures, NULL, options, NULL);

  /* The line of least squares is 10.6 + 1.6 i. */
  cr_assert_float_eq (test_result (result, "level", 0), 10.6 + 1.6 * 3, 1e-12);
  cr_assert_float_eq (test_result (result, "slope", 0), 1.6, 1e-12);
}

static MarmotTable *
reach (const double *value,
       gsize n,
       double target,
       MarmotProjectionModel model,
       gboolean low_is_good)
{
  static const char *const names[] = { "time", "value", "target", NULL };
  g_autofree double *time = g_new (double, n);
  g_autofree double *targets = g_new (double, n);
  const double *columns[] = { time, value, targets };
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotProjectionOptions) options
    = g_object_new (MARMOT_TYPE_PROJECTION_OPTIONS, "model", model, "alpha", 0.5, "beta", 0.2, "phi", 0.8,
                    "low-is-good", low_is_good, NULL);
  g_autoptr (GError) error = NULL;
  MarmotTable *result;

  for (gsize i = 0; i < n; i++)
    {
      time[i] = 2000 + (double) i;
      /* The latest that is there counts. */
      targets[i] = i == 0 ? 1e9 : i + 1 < n ? target : (double) NAN;
    }
  figures = test_figures (names, columns, n);
  result = marmot_projections (figures, NULL, options, &error);
  g_assert_no_error (error);
  return result;
}

Test (projection, when_the_target_is_reached)
{
  const double rising[] = { 10, 12, 13.5, 16.2, 17.9, 20.1, 22 };
  g_autoptr (MarmotTable) result = reach (rising, 7, 30, MARMOT_PROJECTION_MODEL_HOLT, FALSE);
  double first = test_result (result, "target_steps", 0);

  cr_assert (test_status_is (result, "target_status", 0, MARMOT_STATUS_OK));
  /* At two a step it takes four from 22 to 30. */
  cr_assert_eq (first, 4);
  cr_assert_eq (test_result (result, "target_time", 0), 2010);
  cr_assert_leq (test_result (result, "target_steps_earliest", 0), first);
  cr_assert_geq (test_result (result, "target_steps_latest", 0), first);
}

Test (projection, never_and_why)
{
  const double rising[] = { 10, 12, 13.5, 16.2, 17.9, 20.1, 22 };
  static const struct
  {
    double target;
    MarmotProjectionModel model;
    gboolean low_is_good;
    MarmotStatus status;
    double steps;
  } cases[] = {
    { 5, MARMOT_PROJECTION_MODEL_HOLT, TRUE, MARMOT_STATUS_NOT_APPROACHING, NAN },
    { 30, MARMOT_PROJECTION_MODEL_SIMPLE, FALSE, MARMOT_STATUS_NOT_APPROACHING, NAN },
    { 100, MARMOT_PROJECTION_MODEL_HOLT, FALSE, MARMOT_STATUS_OUT_OF_REACH, NAN },
    { 40, MARMOT_PROJECTION_MODEL_DAMPED, FALSE, MARMOT_STATUS_OUT_OF_REACH, NAN },
    { 20, MARMOT_PROJECTION_MODEL_HOLT, FALSE, MARMOT_STATUS_OK, 0 },
    { 2200, MARMOT_PROJECTION_MODEL_HOLT, FALSE, MARMOT_STATUS_OTHER_SCALE, NAN },
    { 0.1, MARMOT_PROJECTION_MODEL_HOLT, TRUE, MARMOT_STATUS_OTHER_SCALE, NAN },
    { NAN, MARMOT_PROJECTION_MODEL_HOLT, FALSE, MARMOT_STATUS_OTHER_SCALE, NAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotTable) result = reach (rising, 7, cases[i].target, cases[i].model, cases[i].low_is_good);

      cr_assert (test_status_is (result, "target_status", 0, cases[i].status), "case %zu", i);
      cr_assert (test_same (test_result (result, "target_steps", 0), cases[i].steps), "case %zu", i);
    }
}

Test (projection, dates_of_periods)
{
  static const char *const names[] = { "time", "value", "target", NULL };
  const char *const quarters[] = { "2023/24 Q3", "2023/24 Q4", "2024/25 Q1", "2024/25 Q2", NULL };
  const double value[] = { 10, 12, 14, 16 }, target[] = { 22, 22, 22, 22 };
  const gint32 days[] = { 19662, 19692, 19723, 19754 }; /* 1 November 2023 to 1 February 2024 */
  g_autoptr (MarmotColumn) texts = marmot_column_new_text (quarters);
  g_autoptr (MarmotColumn) dates = marmot_column_new_date (days, 4);
  g_autoptr (MarmotColumn) values = marmot_column_new_double (value, 4);
  g_autoptr (MarmotColumn) targets = marmot_column_new_double (target, 4);
  MarmotColumn *of_texts[] = { texts, values, targets }, *of_dates[] = { dates, values, targets };
  g_autoptr (MarmotTable) quarterly = marmot_table_new (names, of_texts, 3, NULL);
  g_autoptr (MarmotTable) monthly = marmot_table_new (names, of_dates, 3, NULL);
  g_autoptr (MarmotTable) by_quarter = marmot_projections (quarterly, NULL, NULL, NULL);
  g_autoptr (MarmotTable) by_month = marmot_projections (monthly, NULL, NULL, NULL);
  g_autoptr (MarmotTable) points = marmot_projection_points (quarterly, NULL, NULL, NULL);
  g_autoptr (MarmotColumn) time = marmot_table_get_column_by_name (by_month, "target_time");

  cr_assert (test_result_says (by_quarter, "target_time", 0, "2025/26 Q1"));
  cr_assert (test_result_says (points, "time", 0, "2024/25 Q3"));
  cr_assert_eq (marmot_column_get_date (time, 0), 19754 + 29 + 31 + 30); /* 1 May 2024 */
}

Test (projection, what_is_wrong_has_a_status)
{
  static const struct
  {
    gsize n;
    double time[4];
    double value[4];
    MarmotStatus status;
  } cases[] = {
    { 1, { 1 }, { 2 }, MARMOT_STATUS_TOO_FEW_VALUES },
    { 2, { 1, 2 }, { 2, 3 }, MARMOT_STATUS_TOO_FEW_VALUES },
    { 4, { 1, 2, 2.5, 3 }, { 2, 3, 4, 5 }, MARMOT_STATUS_UNEVEN },
    { 4, { 1, 2, 2, 3 }, { 2, 3, 4, 5 }, MARMOT_STATUS_DUPLICATE_DATE },
    { 4, { 1, 2, 3, 4 }, { 1e308, -1e308, 1e308, -1e308 }, MARMOT_STATUS_NOT_FINITE },
    { 4, { 1, 2, 3, 4 }, { 5, 5, 5, 5 }, MARMOT_STATUS_OK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double *columns[] = { cases[i].time, cases[i].value };
      g_autoptr (MarmotTable) figures = test_figures (time_value, columns, cases[i].n);
      g_autoptr (MarmotTable) result = marmot_projections (figures, NULL, NULL, NULL);
      g_autoptr (MarmotTable) points = marmot_projection_points (figures, NULL, NULL, NULL);

      cr_assert (test_status_is (result, "status", 0, cases[i].status), "case %zu", i);
      cr_assert (test_status_is (points, "status", 11, cases[i].status), "case %zu", i);
      cr_assert_eq (marmot_table_get_n_rows (points), 12);
      cr_assert (isnan (test_result (points, "value", 11)) == (cases[i].status != MARMOT_STATUS_OK));
    }
}

Test (projection, what_is_refused)
{
  static const struct
  {
    const char *property;
    double value;
  } cases[] = { { "alpha", 1.5 }, { "beta", 2 }, { "phi", 0 }, { "phi", 1.1 } };
  const double time[] = { 1, 2, 3 }, value[] = { 1, 2, 3 };
  const double *columns[] = { time, value };
  g_autoptr (MarmotTable) figures = test_figures (time_value, columns, 3);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotProjectionOptions) options
        = g_object_new (MARMOT_TYPE_PROJECTION_OPTIONS, cases[i].property, cases[i].value, NULL);
      g_autoptr (GError) error = NULL;

      cr_assert_null (marmot_projections (figures, NULL, options, &error));
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT), "case %zu", i);
    }
  for (guint horizon = 0; horizon <= 1001; horizon += 1001)
    {
      g_autoptr (MarmotProjectionOptions) options
        = g_object_new (MARMOT_TYPE_PROJECTION_OPTIONS, "horizon", horizon, NULL);
      g_autoptr (GError) error = NULL;

      cr_assert_null (marmot_projection_points (figures, NULL, options, &error));
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    }
}

Test (projection, a_key_may_not_be_named_as_a_result)
{
  static const char *const key_names[] = { "value", NULL };
  const double time[] = { 1, 2, 3 }, value[] = { 1, 2, 3 };
  const double *columns[] = { time, value };
  g_autoptr (MarmotTable) figures = test_figures (time_value, columns, 3);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_table (figures, key_names, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert_null (marmot_projection_points (figures, groups, NULL, &error));
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}
