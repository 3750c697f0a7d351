/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>

#include "support/figures.h"

static MarmotSurveyOptions *
options_of (double invited,
            double population,
            double design_effect)
{
  return g_object_new (MARMOT_TYPE_SURVEY_OPTIONS, "invited", invited, "population", population, "design-effect",
                       design_effect, NULL);
}

static MarmotSurveyShare *
share_of (double count,
          double respondents,
          MarmotSurveyOptions *options)
{
  g_autoptr (GError) error = NULL;
  MarmotSurveyShare *share = marmot_survey_share_new (count, respondents, options, &error);

  g_assert_no_error (error);
  return share;
}

static double
lower_of (MarmotSurveyShare *share)
{
  g_autoptr (MarmotEstimate) e = marmot_survey_share_get_estimate (share);

  return marmot_estimate_get_lower (e);
}

static double
upper_of (MarmotSurveyShare *share)
{
  g_autoptr (MarmotEstimate) e = marmot_survey_share_get_estimate (share);

  return marmot_estimate_get_upper (e);
}

/* 384 of 389 families received the help that they needed: 98.7% (97.0 to 99.4). */
Test (survey_share, of_a_published_survey)
{
  g_autoptr (MarmotSurveyShare) share = share_of (384, 389, NULL);
  g_autofree char *text = marmot_survey_share_to_string (share);

  cr_assert_str_eq (text, "98.7% (97.0% to 99.4%, 95%) of 389 respondents");
  cr_assert (isnan (marmot_survey_share_get_response (share)));
  cr_assert (isnan (marmot_survey_share_get_lowest (share)));
  cr_assert (marmot_survey_share_get_effective_n (share) == 389);
  cr_assert (!marmot_survey_share_is_small (share));
}

Test (survey_share, tells_respondents_from_all)
{
  g_autoptr (MarmotSurveyOptions) options = options_of (1000, 0, 1);
  g_autoptr (MarmotSurveyShare) share = share_of (384, 389, options);
  g_autofree char *text = marmot_survey_share_to_string (share);

  cr_assert (marmot_survey_share_get_response (share) == 0.389);
  cr_assert (marmot_survey_share_get_lowest (share) == 0.384);
  cr_assert (marmot_survey_share_get_highest (share) == 0.995);
  cr_assert_str_eq (text, "98.7% (97.0% to 99.4%, 95%) of 389 respondents; 38.9% of 1000 invited answered, so from "
                          "38.4% to 99.5% of all invited");
}

/* The limits are Wilson's for the effective number of respondents. */
Test (survey_share, design_and_population_change_the_effective_number)
{
  const struct
  {
    double population, effect, effective_n;
  } cases[] = {
    { 0, 2, 50 },
    { 1000, 1, 100 * 999.0 / 900 },
    { 1000, 1.5, 100 * 999.0 / 900 / 1.5 },
    { 101, 1, 100 * 100.0 },
    { 1e15, 1, 100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotSurveyOptions) options = options_of (0, cases[i].population, cases[i].effect);
      g_autoptr (MarmotSurveyShare) share = share_of (30, 100, options);
      g_autoptr (MarmotEstimate) wilson = marmot_proportion (0.3 * cases[i].effective_n, cases[i].effective_n, NULL,
                                                             NULL);

      cr_assert_float_eq (marmot_survey_share_get_effective_n (share), cases[i].effective_n, 1e-9);
      cr_assert_float_eq (lower_of (share), marmot_estimate_get_lower (wilson), 1e-13);
      cr_assert_float_eq (upper_of (share), marmot_estimate_get_upper (wilson), 1e-13);
    }
}

Test (survey_share, has_no_chance_where_everybody_answered)
{
  g_autoptr (MarmotSurveyOptions) options = options_of (0, 40, 1.7);
  g_autoptr (MarmotSurveyShare) share = share_of (19, 40, options);

  cr_assert (isinf (marmot_survey_share_get_effective_n (share)));
  cr_assert (lower_of (share) == 19.0 / 40 && upper_of (share) == 19.0 / 40);
}

/* More of the population asked never widens the limits, more design never narrows
 * them, and both hold the share. */
Test (survey_share, limits_behave)
{
  const MarmotMethod methods[] = { MARMOT_METHOD_WILSON, MARMOT_METHOD_CLOPPER_PEARSON, MARMOT_METHOD_AGRESTI_COULL,
                                   MARMOT_METHOD_JEFFREYS, MARMOT_METHOD_NORMAL };

  for (gsize m = 0; m < G_N_ELEMENTS (methods); m++)
    {
      g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();

      marmot_interval_options_set_method (interval, methods[m]);
      for (int x = 0; x <= 40; x += 5)
        {
          double width = (double) INFINITY;

          for (double population = 1e6; population > 40; population /= 2)
            {
              g_autoptr (MarmotSurveyOptions) options
                = g_object_new (MARMOT_TYPE_SURVEY_OPTIONS, "interval", interval, "population", population, NULL);
              g_autoptr (MarmotSurveyOptions) clustered
                = g_object_new (MARMOT_TYPE_SURVEY_OPTIONS, "interval", interval, "population", population,
                                "design-effect", 1.8, NULL);
              g_autoptr (MarmotSurveyShare) share = share_of (x, 40, options);
              g_autoptr (MarmotSurveyShare) wide = share_of (x, 40, clustered);
              double narrow = upper_of (share) - lower_of (share);

              cr_assert (lower_of (share) <= x / 40.0 + 1e-15 && x / 40.0 <= upper_of (share) + 1e-15);
              cr_assert (narrow <= width + 1e-15);
              cr_assert (upper_of (wide) - lower_of (wide) >= narrow - 1e-15);
              width = narrow;
            }
        }
    }
}

Test (survey_share, from_a_printed_percentage)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotSurveyShare) one = marmot_survey_share_new_from_percent (37, 0, 38, NULL, &error);
  g_autoptr (MarmotSurveyShare) exact = share_of (14, 38, NULL);
  g_autoptr (MarmotSurveyShare) several = marmot_survey_share_new_from_percent (99, 0, 389, NULL, &error);
  g_autoptr (MarmotSurveyShare) least = share_of (384, 389, NULL);
  g_autoptr (MarmotSurveyShare) most = share_of (387, 389, NULL);
  g_autoptr (MarmotEstimate) e = NULL;

  g_assert_no_error (error);
  cr_assert (marmot_survey_share_get_first_count (one) == 14 && marmot_survey_share_get_last_count (one) == 14);
  cr_assert (lower_of (one) == lower_of (exact) && upper_of (one) == upper_of (exact));

  cr_assert (marmot_survey_share_get_first_count (several) == 384 && marmot_survey_share_get_last_count (several) == 387);
  e = marmot_survey_share_get_estimate (several);
  cr_assert (marmot_estimate_get_value (e) == 0.99);
  cr_assert (lower_of (several) == lower_of (least) && upper_of (several) == upper_of (most));
}

/* "83% of 61" cannot be, and the refusal quotes neither. */
Test (survey_share, refuses_a_percentage_that_cannot_be)
{
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_survey_share_new_from_percent (83, 0, 61, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
  cr_assert (strstr (error->message, "83") == NULL && strstr (error->message, "61") == NULL);
  g_clear_error (&error);
  cr_assert (marmot_survey_share_new_from_percent (183, 0, 61, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

Test (survey_share, marks_few_respondents)
{
  g_autoptr (MarmotSurveyOptions) strict = g_object_new (MARMOT_TYPE_SURVEY_OPTIONS, "minimum-respondents", 30.0, NULL);
  g_autoptr (MarmotSurveyShare) nine = share_of (4, 9, NULL);
  g_autoptr (MarmotSurveyShare) ten = share_of (4, 10, NULL);
  g_autoptr (MarmotSurveyShare) twenty = share_of (4, 20, strict);
  g_autofree char *text = marmot_survey_share_to_string (nine);

  cr_assert (marmot_survey_share_is_small (nine) && !marmot_survey_share_is_small (ten));
  cr_assert (marmot_survey_share_is_small (twenty));
  cr_assert (strstr (text, "9 respondents, which is few") != NULL);
}

Test (survey_share, says_what_is_wrong)
{
  const struct
  {
    double count, respondents, invited, population;
    MarmotStatus status;
  } cases[] = {
    { 3, 0, 0, 0, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { -1, 5, 0, 0, MARMOT_STATUS_NEGATIVE_COUNT },
    { 6, 5, 0, 0, MARMOT_STATUS_COUNT_OVER_DENOMINATOR },
    { 3, 50, 40, 0, MARMOT_STATUS_COUNT_OVER_DENOMINATOR },
    { 3, 50, 0, 40, MARMOT_STATUS_COUNT_OVER_DENOMINATOR },
    { 3, 50, 90, 80, MARMOT_STATUS_COUNT_OVER_DENOMINATOR },
    { (double) NAN, 50, 0, 0, MARMOT_STATUS_NOT_FINITE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotSurveyOptions) options = options_of (cases[i].invited, cases[i].population, 1);
      g_autoptr (MarmotSurveyShare) share = share_of (cases[i].count, cases[i].respondents, options);
      g_autoptr (MarmotEstimate) e = marmot_survey_share_get_estimate (share);

      cr_assert (marmot_estimate_get_status (e) == cases[i].status, "case %zu", i);
      cr_assert (isnan (marmot_estimate_get_value (e)) && isnan (marmot_survey_share_get_highest (share)));
    }
}

Test (survey_share, refuses_options_out_of_range)
{
  const double wrong[][3] = { { -1, 0, 1 }, { 0, -1, 1 }, { 0, 0, 0 }, { 0, 0, -2 } };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (MarmotSurveyOptions) options = options_of (wrong[i][0], wrong[i][1], wrong[i][2]);
      g_autoptr (GError) error = NULL;

      cr_assert (marmot_survey_share_new (1, 2, options, &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    }
}

/* --- columns ------------------------------------------------------------------ */

Test (survey_shares, give_what_one_share_gives)
{
  const char *const names[] = { "count", "respondents", "invited", "population", "design_effect", NULL };
  enum { N = 3001 };
  static double columns[5][N];
  const double *const from[] = { columns[0], columns[1], columns[2], columns[3], columns[4] };
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotTable) result = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < N; i++)
    {
      columns[1][i] = i % 97;
      columns[0][i] = (i * 7) % 97 - (i % 31 == 0);
      columns[2][i] = i % 5 == 0 ? (double) NAN : columns[1][i] + i % 11;
      columns[3][i] = i % 3 == 0 ? (double) NAN : 97 + i % 13;
      columns[4][i] = i % 7 == 0 ? (double) NAN : 0.5 + i % 4;
    }
  figures = test_figures (names, from, N);
  result = marmot_survey_shares (figures, NULL, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < N; i++)
    {
      g_autoptr (MarmotSurveyOptions) options
        = options_of (isnan (columns[2][i]) ? 0 : columns[2][i], isnan (columns[3][i]) ? 0 : columns[3][i],
                      isnan (columns[4][i]) ? 1 : columns[4][i]);
      g_autoptr (MarmotSurveyShare) share = share_of (columns[0][i], columns[1][i], options);
      g_autoptr (MarmotEstimate) e = marmot_survey_share_get_estimate (share);

      /* Nobody invited is not "not known". */
      if (columns[2][i] == 0)
        continue;
      cr_assert (test_status_is (result, "status", (gsize) i, marmot_estimate_get_status (e)));
      cr_assert (test_near (test_result (result, "value", (gsize) i), marmot_estimate_get_value (e), 0));
      cr_assert (test_near (test_result (result, "lower", (gsize) i), marmot_estimate_get_lower (e), 0));
      cr_assert (test_near (test_result (result, "upper", (gsize) i), marmot_estimate_get_upper (e), 0));
      cr_assert (test_near (test_result (result, "response", (gsize) i), marmot_survey_share_get_response (share), 0));
      cr_assert (test_near (test_result (result, "lowest", (gsize) i), marmot_survey_share_get_lowest (share), 0));
      cr_assert (test_near (test_result (result, "highest", (gsize) i), marmot_survey_share_get_highest (share), 0));
    }
}

Test (survey_shares, of_percentages_row_by_row)
{
  const char *const names[] = { "percent", "decimals", "respondents", NULL };
  const double percents[] = { 83, 99, 37, (double) NAN }, decimals[] = { 0, 0, 0, 0 }, n[] = { 61, 389, 38, 10 };
  const double *const columns[] = { percents, decimals, n };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 4);
  g_autoptr (MarmotTable) result = marmot_survey_shares (figures, NULL, NULL, NULL);
  g_autoptr (MarmotSurveyShare) printed = marmot_survey_share_new_from_percent (99, 0, 389, NULL, NULL);

  cr_assert (test_status_is (result, "status", 0, MARMOT_STATUS_NOT_ATTAINABLE));
  cr_assert (isnan (test_result (result, "value", 0)) && isnan (test_result (result, "count_first", 0)));
  cr_assert (test_result (result, "count_first", 1) == 384 && test_result (result, "count_last", 1) == 387);
  cr_assert (test_result (result, "value", 1) == 0.99);
  cr_assert (test_result (result, "lower", 1) == lower_of (printed) && test_result (result, "upper", 1) == upper_of (printed));
  cr_assert (test_result (result, "value", 2) == 14.0 / 38);
  cr_assert (test_status_is (result, "status", 3, MARMOT_STATUS_MISSING));
}

Test (survey_shares, of_answers_count_the_silent)
{
  const char *const names[] = { "answer", NULL };
  const double answers[] = { 1, 0, (double) NAN, 1, 1, (double) NAN, 2 };
  const double keys[] = { 1, 1, 1, 1, 2, 3, 4 };
  const double *const columns[] = { answers };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 7);
  g_autoptr (MarmotColumn) key = marmot_column_new_double (keys, 7);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_column (key, NULL);
  g_autoptr (MarmotTable) result = marmot_survey_shares (figures, groups, NULL, NULL);
  g_autoptr (MarmotSurveyShare) first = share_of (2, 3, NULL);

  cr_assert (test_result (result, "count", 0) == 2 && test_result (result, "respondents", 0) == 3);
  cr_assert (test_result (result, "lower", 0) == lower_of (first));
  cr_assert (test_result (result, "response", 0) == 0.75);
  cr_assert (test_result (result, "lowest", 0) == 0.5 && test_result (result, "highest", 0) == 0.75);
  cr_assert (test_result (result, "value", 1) == 1 && test_result (result, "response", 1) == 1);
  /* Nobody answered; and an answer that is neither yes nor no. */
  cr_assert (test_status_is (result, "status", 2, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE));
  cr_assert (test_status_is (result, "status", 3, MARMOT_STATUS_OUT_OF_RANGE));
}

/* Two respondents who count 1 and one who counts 2: 16/6 in effect, Kish. */
Test (survey_shares, of_weighted_answers)
{
  const char *const names[] = { "answer", "weight", NULL };
  const double answers[] = { 1, 0, 1, (double) NAN }, weights[] = { 1, 1, 2, (double) NAN };
  const double *const columns[] = { answers, weights };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 4);
  g_autoptr (MarmotTable) result = marmot_survey_shares (figures, NULL, NULL, NULL);
  g_autoptr (MarmotEstimate) wilson = marmot_proportion (0.75 * 16 / 6, 16.0 / 6, NULL, NULL);

  cr_assert (test_result (result, "value", 0) == 0.75);
  cr_assert_float_eq (test_result (result, "effective_n", 0), 16.0 / 6, 1e-15);
  cr_assert_float_eq (test_result (result, "lower", 0), marmot_estimate_get_lower (wilson), 1e-15);
  cr_assert_float_eq (test_result (result, "upper", 0), marmot_estimate_get_upper (wilson), 1e-15);
  cr_assert (test_result (result, "count", 0) == 2 && test_result (result, "respondents", 0) == 3);
  cr_assert (test_result (result, "response", 0) == 0.75);
}

/* Weights that are all alike are no weights, and the order of rows is nothing. */
Test (survey_shares, weights_alike_and_order_change_nothing)
{
  const char *const names[] = { "answer", "weight", NULL };
  enum { N = 5000 };
  static double answers[2][N], weights[2][N];
  double found[2];

  for (int i = 0; i < N; i++)
    {
      answers[0][i] = answers[1][N - 1 - i] = (i * 7919) % 5 == 0;
      weights[0][i] = weights[1][N - 1 - i] = 0.1 + (i * 104729) % 1009;
    }
  for (int turn = 0; turn < 2; turn++)
    {
      const double *const columns[] = { answers[turn], weights[turn] };
      g_autoptr (MarmotTable) figures = test_figures (names, columns, N);
      g_autoptr (MarmotTable) result = marmot_survey_shares (figures, NULL, NULL, NULL);

      found[turn] = test_result (result, "lower", 0);
    }
  cr_assert (test_near (found[0], found[1], 1e-14));

  for (int i = 0; i < N; i++)
    weights[0][i] = 0.3;
  {
    const double *const columns[] = { answers[0], weights[0] };
    g_autoptr (MarmotTable) figures = test_figures (names, columns, N);
    g_autoptr (MarmotTable) result = marmot_survey_shares (figures, NULL, NULL, NULL);
    g_autoptr (MarmotSurveyShare) plain = share_of (N / 5, N, NULL);

    cr_assert (test_near (test_result (result, "value", 0), 0.2, 1e-14));
    cr_assert (test_near (test_result (result, "lower", 0), lower_of (plain), 1e-13));
  }
}

Test (survey_shares, of_counts_in_groups)
{
  const char *const names[] = { "count", "respondents", "invited", NULL };
  const double counts[] = { 3, 4, 5, 1, 2 }, n[] = { 10, 10, 10, 4, 1 }, invited[] = { 20, 30, 25, (double) NAN, 9 };
  const double keys[] = { 1, 1, 2, 2, 3 };
  const double *const columns[] = { counts, n, invited };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 5);
  g_autoptr (MarmotColumn) key = marmot_column_new_double (keys, 5);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_column (key, NULL);
  g_autoptr (MarmotTable) result = marmot_survey_shares (figures, groups, NULL, NULL);

  cr_assert (test_result (result, "value", 0) == 0.35 && test_result (result, "response", 0) == 0.4);
  cr_assert (test_result (result, "count", 1) == 6 && isnan (test_result (result, "response", 1)));
  cr_assert (test_status_is (result, "status", 2, MARMOT_STATUS_COUNT_OVER_DENOMINATOR));
}

Test (survey_shares, refuses_what_does_not_fit)
{
  const char *const both[] = { "count", "percent", "decimals", "respondents", NULL };
  const char *const with_effect[] = { "count", "respondents", "design_effect", NULL };
  const char *const without[] = { "count", NULL };
  const double one[] = { 1 };
  const double *const columns[] = { one, one, one, one };
  g_autoptr (MarmotTable) a = test_figures (both, columns, 1);
  g_autoptr (MarmotTable) b = test_figures (with_effect, columns, 1);
  g_autoptr (MarmotTable) c = test_figures (without, columns, 1);
  g_autoptr (MarmotColumn) key = marmot_column_new_double (one, 1);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_column (key, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (marmot_survey_shares (a, NULL, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_survey_shares (b, groups, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);
  cr_assert (marmot_survey_shares (c, NULL, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}
