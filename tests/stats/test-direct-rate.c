/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "numeric/standardise.h"
#include "support/figures.h"

static const char *const weighted[] = { "count", "population", "weight", NULL };

static void
check_limits (const MarmotTable *result,
              gsize row,
              const TestTable *expected,
              guint line,
              gboolean two)
{
  const char *const names[] = { "value", two ? "lower_95" : "lower", two ? "upper_95" : "upper", "lower_99.8",
                                "upper_99.8" };
  const char *const of_peer[] = { "value", "lowercl", "uppercl", "lower99_8cl", "upper99_8cl" };

  for (int i = 0; i < (two ? 5 : 3); i++)
    cr_assert (test_near (test_result (result, names[i], row), test_table_number (expected, line, of_peer[i]), 1e-12),
               "%s of case %s: %.17g", names[i], test_table_text (expected, line, "case_id"),
               test_result (result, names[i], row));
}

Test (direct_rate, agrees_with_the_peer)
{
  const char *const from[] = { "x", "n", "stdpop", NULL };
  g_autoptr (TestTable) rows = test_table_load ("phe-direct-rows.csv");
  g_autoptr (TestTable) expected = test_table_load ("phe-direct.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (rows, weighted, from);
  g_autoptr (MarmotGroups) groups = test_groups_of (rows, "case_id");
  guint n_too_few = 0, n_two = 0;

  for (guint line = 0; line < expected->rows->len; line++)
    {
      const char *levels = test_table_text (expected, line, "confidence");
      gboolean two = strchr (levels, '|') != NULL;
      g_autoptr (MarmotStandardisationOptions) options
        = test_standardisation (levels, test_table_number (expected, line, "multiplier"), 10, FALSE, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotTable) result = marmot_direct_rates (figures, groups, options, &error);
      gsize row = test_group_row (groups, test_table_number (expected, line, "case_id"));

      g_assert_no_error (error);
      n_two += two;
      cr_assert (test_near (test_result (result, "population", row), test_table_number (expected, line, "total_pop"), 0));
      cr_assert (test_near (test_result (result, "count", row), test_table_number (expected, line, "total_count"), 1e-15));
      check_limits (result, row, expected, line, two);
      if (g_str_equal (test_table_text (expected, line, "source"), "edge_all_zero_std"))
        cr_assert (test_status_is (result, "status", row, MARMOT_STATUS_WEIGHTS_NOT_POSITIVE));
      else if (g_str_equal (test_table_text (expected, line, "value"), "NA"))
        {
          cr_assert (test_status_is (result, "status", row, MARMOT_STATUS_TOO_FEW_EVENTS));
          n_too_few++;
        }
      else
        cr_assert (test_status_is (result, "status", row, MARMOT_STATUS_OK));
    }
  cr_assert (n_too_few > 0 && n_two > 0);
}

Test (direct_rate, of_repeated_events_agrees_with_the_peer)
{
  const char *const names[] = { "count", "population", "weight", "frequency", "band", NULL };
  const char *const from[] = { "persons", "n", "stdpop", "freq", "ageband", NULL };
  g_autoptr (TestTable) rows = test_table_load ("phe-direct-frequencies-rows.csv");
  g_autoptr (TestTable) expected = test_table_load ("phe-direct-frequencies.csv");
  g_autoptr (MarmotTable) figures = test_figures_of (rows, names, from);
  g_autoptr (MarmotGroups) groups = test_groups_of (rows, "case_id");
  g_autoptr (MarmotStandardisationOptions) options = test_standardisation ("0.95|0.998", 100000, 10, TRUE, NULL);
  g_autoptr (MarmotTable) result = marmot_direct_rates (figures, groups, options, NULL);

  for (guint line = 0; line < expected->rows->len; line++)
    {
      gsize row = test_group_row (groups, test_table_number (expected, line, "case_id"));

      check_limits (result, row, expected, line, TRUE);
      cr_assert (test_near (test_result (result, "count", row), test_table_number (expected, line, "total_count"), 0));
      cr_assert (test_near (test_result (result, "population", row), test_table_number (expected, line, "total_pop"), 0));
    }
}

/* The peer's interval widens when rows of nobody are left out; ours must not. */
Test (direct_rate, rows_of_nobody_change_nothing)
{
  const char *const names[] = { "count", "population", "weight", "frequency", "band", NULL };
  const double count[] = { 20, 30, 5, 0, 0, 2 }, population[] = { 1000, 2000, 1000, 2000, 1000, 2000 };
  const double weight[] = { 5, 4, 5, 4, 5, 4 }, frequency[] = { 1, 1, 2, 2, 3, 3 }, band[] = { 0, 5, 0, 5, 0, 5 };
  const double kept_count[] = { 20, 30, 5, 2 }, kept_population[] = { 1000, 2000, 1000, 2000 };
  const double kept_weight[] = { 5, 4, 5, 4 }, kept_frequency[] = { 1, 1, 2, 3 }, kept_band[] = { 0, 5, 0, 5 };
  const double *const all[] = { count, population, weight, frequency, band };
  const double *const kept[] = { kept_count, kept_population, kept_weight, kept_frequency, kept_band };
  g_autoptr (MarmotTable) with = test_figures (names, all, 6);
  g_autoptr (MarmotTable) without = test_figures (names, kept, 4);
  g_autoptr (MarmotEstimate) one = marmot_direct_rate (with, NULL, NULL);
  g_autoptr (MarmotEstimate) other = marmot_direct_rate (without, NULL, NULL);
  /* By hand: events 20 + 10 and 30 + 6, variances 20 + 20 and 30 + 18. */
  double value = 100000 * (5 * 30 / 1000.0 + 4 * 36 / 2000.0) / 9;
  double variance = (25 * 40 / 1e6 + 16 * 48 / 4e6) / 81;
  double o1 = 67, upper = o1 * pow (1 - 1 / (9 * o1) + 1.959963984540054 / (3 * sqrt (o1)), 3);

  cr_assert (marmot_estimate_equal (one, other));
  cr_assert (marmot_estimate_get_method (one) == MARMOT_METHOD_DIRECT_FREQUENCIES);
  cr_assert (test_near (marmot_estimate_get_value (one), value, 1e-15));
  cr_assert (test_near (marmot_estimate_get_upper (one), value + 100000 * sqrt (variance / 66) * (upper - 66), 1e-13));
}

Test (direct_rate, standards_that_are_built_in)
{
  g_auto (GStrv) names = marmot_standard_population_list_builtin ();

  cr_assert (g_strv_length (names) == 5);
  for (guint i = 0; names[i]; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotStandardPopulation) one = marmot_standard_population_new_builtin (names[i], &error);
      gsize n;
      const double *weights;
      double sum = 0;

      g_assert_no_error (error);
      cr_assert (g_str_equal (marmot_standard_population_get_name (one), names[i]));
      cr_assert (*marmot_standard_population_get_source (one) && *marmot_standard_population_get_title (one));
      weights = marmot_standard_population_get_weights (one, &n);
      for (gsize b = 0; b < n; b++)
        sum += weights[b];
      /* The WHO's are rounded, and printed to add up to a little over 100. */
      cr_assert (test_near (sum, g_str_equal (names[i], "world-2000") ? 100.035 : 100000, 1e-12), "%s: %.17g",
                 names[i], sum);
    }
}

Test (direct_rate, wider_bands_of_a_standard)
{
  g_autoptr (MarmotStandardPopulation) full = marmot_standard_population_new_builtin ("european-2013-full", NULL);
  g_autoptr (MarmotStandardPopulation) usual = marmot_standard_population_new_builtin ("european-2013", NULL);
  g_auto (GStrv) bands = marmot_standard_population_get_bands (usual);
  g_autoptr (MarmotStandardPopulation) wider
    = marmot_standard_population_regroup (full, (const char *const *) bands, NULL);
  const char *const cut[] = { "0-2", "3+", NULL };
  GError *error = NULL;
  gsize n, m, band;
  const double *a = marmot_standard_population_get_weights (usual, &n);
  const double *b = marmot_standard_population_get_weights (wider, &m);
  double weight;

  cr_assert (n == 19 && m == 19);
  for (gsize i = 0; i < n; i++)
    cr_assert (a[i] == b[i]);
  cr_assert (marmot_standard_population_regroup (full, cut, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);

  cr_assert (marmot_standard_population_find_weight (usual, "90 years and over", &weight) && weight == 1000);
  cr_assert (marmot_standard_population_find_weight (usual, "5 \xe2\x80\x93 9", &weight) && weight == 5500);
  cr_assert (marmot_standard_population_find_weight (full, "<1", &weight) && weight == 1000);
  cr_assert (marmot_standard_population_find_band (full, "95+", &band) && band == 20);
  cr_assert (!marmot_standard_population_find_weight (usual, "5-14", &weight) && isnan (weight));
  cr_assert (!marmot_standard_population_find_weight (usual, "all ages", NULL));
}

Test (direct_rate, a_standard_must_be_whole)
{
  const double weights[] = { 1, 2, 3 }, wrong[] = { 1, -2, 3 }, none[] = { 0, 0, 0 };
  const struct
  {
    const char *bands[4];
    const double *weights;
    gsize n;
    MarmotError code;
  } cases[] = {
    { { "0-4", "5-9", "10+", NULL }, weights, 2, MARMOT_ERROR_LENGTH },
    { { "0-4", "6-9", "10+", NULL }, weights, 3, MARMOT_ERROR_INVALID_DATA },
    { { "0-4", "4-9", "10+", NULL }, weights, 3, MARMOT_ERROR_INVALID_DATA },
    { { "0-4", "5+", "10+", NULL }, weights, 3, MARMOT_ERROR_INVALID_DATA },
    { { "0-4", "five", "10+", NULL }, weights, 3, MARMOT_ERROR_INVALID_DATA },
    { { "0-4", "5-9", "10+", NULL }, wrong, 3, MARMOT_ERROR_INVALID_DATA },
    { { "0-4", "5-9", "10+", NULL }, none, 3, MARMOT_ERROR_INVALID_DATA },
  };
  const struct
  {
    const char *json;
    MarmotError code;
  } files[] = {
    { "{}", MARMOT_ERROR_PARSE },
    { "[", MARMOT_ERROR_PARSE },
    { "{\"format\": \"marmot-standard-populations\", \"populations\": 3}", MARMOT_ERROR_PARSE },
    { "{\"format\": \"marmot-standard-populations\", \"populations\": []}", MARMOT_ERROR_NOT_FOUND },
    { "{\"format\": \"marmot-standard-populations\", \"populations\": [{\"name\": \"mine\"}]}", MARMOT_ERROR_PARSE },
    { "{\"format\": \"marmot-standard-populations\", \"populations\": [{\"name\": \"mine\", \"title\": \"t\", "
      "\"source\": \"s\", \"bands\": [\"0-4\", 5], \"weights\": [1, 2]}]}",
      MARMOT_ERROR_PARSE },
    { "{\"format\": \"marmot-standard-populations\", \"populations\": [{\"name\": \"mine\", \"title\": \"t\", "
      "\"source\": \"s\", \"bands\": [\"0-4\", \"6+\"], \"weights\": [1, 2]}]}",
      MARMOT_ERROR_INVALID_DATA },
  };
  const char good[] = "{\"format\": \"marmot-standard-populations\", \"populations\": [{\"name\": \"mine\", \"title\": "
                      "\"t\", \"source\": \"s\", \"bands\": [\"0-4\", \"5+\"], \"weights\": [1, 2.5]}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (good, sizeof good - 1);
  g_autoptr (MarmotStandardPopulation) mine = marmot_standard_population_new_from_json (bytes, "mine", NULL);
  double weight;
  GError *error = NULL;

  cr_assert (marmot_standard_population_find_weight (mine, "5+", &weight) && weight == 2.5);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      cr_assert (marmot_standard_population_new ("a", "b", "c", cases[i].bands, cases[i].weights, cases[i].n, &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, (int) cases[i].code), "case %zu: %s", i, error->message);
      g_clear_error (&error);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) json = g_bytes_new_static (files[i].json, strlen (files[i].json));

      cr_assert (marmot_standard_population_new_from_json (json, "mine", &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, (int) files[i].code), "file %zu: %s", i, error->message);
      g_clear_error (&error);
    }
  cr_assert (marmot_standard_population_new_builtin ("atlantis", &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND) && strstr (error->message, "european-1976") != NULL);
  g_clear_error (&error);
}

Test (direct_rate, labels_of_bands)
{
  const char *const good[] = { "0-4", "5\xe2\x80\x93""9", "10 to 14", "Aged 15-19 years", "90+", "90 and over", "<1",
                               "under 1", "1", "85 years or older", "less than 1", NULL };
  const double starts[] = { 0, 5, 10, 15, 90, 90, 0, 0, 1, 85, 0 };
  const char *const bad[] = { "", "all ages", "5-", "-5", "9-5", "5-9-14", "5 9", "+", "<", "<0", "5+9", "1e5", "200",
                              "5-9 men", "99999999999999999999", "-", "to 5", "over 5", "5 to", "\xe2\x80\x93", NULL };
  g_autoptr (MarmotColumn) labels = marmot_column_new_text (good);
  g_autoptr (MarmotColumn) ages = marmot_age_band_starts (labels, NULL);
  g_autoptr (MarmotColumn) number = marmot_column_new_double (starts, 1);
  GError *error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    cr_assert (marmot_column_get_double (ages, i) == starts[i], "%s", good[i]);
  for (gsize i = 0; bad[i]; i++)
    {
      const char *const one[] = { bad[i], NULL };
      g_autoptr (MarmotColumn) column = marmot_column_new_text (one);

      cr_assert (marmot_age_band_starts (column, &error) == NULL, "\"%s\" is no band", bad[i]);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA));
      g_clear_error (&error);
    }
  cr_assert (marmot_age_band_starts (number, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
  g_clear_error (&error);
}

/* Three bands of a standard of one's own; what can be wrong with a group. */
Test (direct_rate, a_group_says_what_is_wrong_with_it)
{
  const char *const bands[] = { "0-4", "5-9", "10+", NULL };
  const double weights[] = { 50, 30, 20 };
  g_autoptr (MarmotStandardPopulation) standard
    = marmot_standard_population_new ("a", "b", "c", bands, weights, 3, NULL);
  g_autoptr (MarmotStandardisationOptions) options = test_standardisation ("0.95", 1000, 10, FALSE, standard);
  const char *const names[] = { "count", "population", "band", NULL };
  const double nan_ = (double) NAN, inf = (double) INFINITY;
  const struct
  {
    double count[4], population[4], band[4];
    gsize n;
    MarmotStatus status;
  } cases[] = {
    { { 5, 4, 3 }, { 100, 200, 300 }, { 0, 5, 10 }, 3, MARMOT_STATUS_OK },
    { { 3, 5, 4 }, { 300, 100, 200 }, { 10, 0, 5 }, 3, MARMOT_STATUS_OK },
    { { 5, 4 }, { 100, 200 }, { 0, 5 }, 2, MARMOT_STATUS_MISSING_BAND },
    { { 5, 4, 3, 1 }, { 100, 200, 300, 100 }, { 0, 5, 10, 5 }, 4, MARMOT_STATUS_DUPLICATE_BAND },
    { { 5, 4, 3 }, { 100, 200, 300 }, { 0, 6, 10 }, 3, MARMOT_STATUS_MISSING_BAND },
    { { 5, 4, 3, 1 }, { 100, 200, 300, 1 }, { 0, 5, 10, 11 }, 4, MARMOT_STATUS_UNKNOWN_BAND },
    { { 5, nan_, 3 }, { 100, 200, 300 }, { 0, 5, 10 }, 3, MARMOT_STATUS_MISSING },
    { { 5, 4, 3 }, { 100, nan_, 300 }, { 0, 5, 10 }, 3, MARMOT_STATUS_MISSING },
    { { 5, 4, 3, 0 }, { 100, 200, 300, 1 }, { 0, 5, 10, nan_ }, 4, MARMOT_STATUS_MISSING },
    { { 5, inf, 3 }, { 100, 200, 300 }, { 0, 5, 10 }, 3, MARMOT_STATUS_NOT_FINITE },
    { { 5, -4, 3 }, { 100, 200, 300 }, { 0, 5, 10 }, 3, MARMOT_STATUS_NEGATIVE_COUNT },
    { { 5, 4, 3 }, { 100, 0, 300 }, { 0, 5, 10 }, 3, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE },
    { { 5, 4, 0 }, { 100, 200, 300 }, { 0, 5, 10 }, 3, MARMOT_STATUS_TOO_FEW_EVENTS },
    { { 0, 0, 0 }, { 100, 200, 300 }, { 0, 5, 10 }, 3, MARMOT_STATUS_TOO_FEW_EVENTS },
    { { 0 }, { 0 }, { 0 }, 0, MARMOT_STATUS_EMPTY_GROUP },
  };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      const double *const columns[] = { cases[c].count, cases[c].population, cases[c].band };
      g_autoptr (MarmotTable) figures = test_figures (names, columns, cases[c].n);
      g_autoptr (MarmotEstimate) one = marmot_direct_rate (figures, options, NULL);

      cr_assert (marmot_estimate_get_status (one) == cases[c].status, "case %zu: %s", c,
                 marmot_status_to_nick (marmot_estimate_get_status (one)));
      cr_assert (isnan (marmot_estimate_get_value (one)) == (cases[c].status != MARMOT_STATUS_OK));
      if (cases[c].status == MARMOT_STATUS_OK)
        cr_assert (test_near (marmot_estimate_get_value (one),
                              1000 * (50 * 5 / 100.0 + 30 * 4 / 200.0 + 20 * 3 / 300.0) / 100, 1e-15));
    }
}

/* Too few to standardise are enough for a crude rate. */
Test (direct_rate, crude_rates_stand_beside)
{
  const double count[] = { 5, 4, 30, 40 }, population[] = { 100, 200, 1000, 3000 }, weight[] = { 1, 1, 1, 1 };
  const double *const columns[] = { count, population, weight };
  const gint32 codes[] = { 0, 0, 1, 1 };
  g_autoptr (MarmotTable) figures = test_figures (weighted, columns, 4);
  g_autoptr (MarmotGroups) groups = marmot_groups_new_from_codes (codes, 4, 3, NULL);
  g_autoptr (MarmotTable) result = marmot_direct_rates (figures, groups, NULL, NULL);
  const double sums[][2] = { { 9, 300 }, { 70, 4000 } };

  cr_assert (marmot_table_get_n_rows (result) == 3);
  cr_assert (test_status_is (result, "status", 0, MARMOT_STATUS_TOO_FEW_EVENTS));
  cr_assert (isnan (test_result (result, "value", 0)));
  for (gsize g = 0; g < 2; g++)
    {
      g_autoptr (MarmotEstimate) crude = marmot_rate (sums[g][0], sums[g][1], NULL, NULL);

      cr_assert (test_near (test_result (result, "crude", g), marmot_estimate_get_value (crude), 1e-15));
      cr_assert (test_near (test_result (result, "crude_lower", g), marmot_estimate_get_lower (crude), 1e-14));
      cr_assert (test_near (test_result (result, "crude_upper", g), marmot_estimate_get_upper (crude), 1e-14));
    }
  cr_assert (test_status_is (result, "status", 2, MARMOT_STATUS_EMPTY_GROUP));
  cr_assert (test_status_is (result, "crude_status", 2, MARMOT_STATUS_EMPTY_GROUP));
}

/* The policy may be another: none, or stricter. */
Test (direct_rate, how_few_are_too_few_is_a_policy)
{
  const double count[] = { 2, 3 }, population[] = { 100, 200 }, weight[] = { 1, 1 };
  const double *const columns[] = { count, population, weight };
  g_autoptr (MarmotTable) figures = test_figures (weighted, columns, 2);
  const struct
  {
    double minimum;
    MarmotStatus status;
  } cases[] = { { 0, MARMOT_STATUS_OK }, { 5, MARMOT_STATUS_OK }, { 5.5, MARMOT_STATUS_TOO_FEW_EVENTS } };
  g_autoptr (MarmotStandardisationOptions) wrong = test_standardisation ("0.95", 1, -1, FALSE, NULL);
  g_autoptr (MarmotStandardisationOptions) exact = NULL;
  g_autoptr (MarmotIntervalOptions) interval = marmot_interval_options_new ();
  g_autoptr (MarmotEstimate) e = NULL;
  GError *error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotStandardisationOptions) options
        = test_standardisation ("0.95", 1, cases[i].minimum, FALSE, NULL);
      g_autoptr (MarmotEstimate) one = marmot_direct_rate (figures, options, NULL);

      cr_assert (marmot_estimate_get_status (one) == cases[i].status);
    }
  cr_assert (marmot_direct_rate (figures, wrong, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  g_clear_error (&error);

  /* Exact limits of five events are 1.6235 and 11.6683. */
  marmot_interval_options_set_method (interval, MARMOT_METHOD_DIRECT_EXACT);
  marmot_interval_options_set_multiplier (interval, 1);
  exact = g_object_new (MARMOT_TYPE_STANDARDISATION_OPTIONS, "interval", interval, "minimum-count", 1.0, NULL);
  e = marmot_direct_rate (figures, exact, NULL);
  cr_assert (marmot_estimate_get_method (e) == MARMOT_METHOD_DIRECT_EXACT);
  cr_assert_float_eq (marmot_estimate_get_upper (e),
                      0.0175 + sqrt ((2e-4 + 7.5e-5) / 4 / 5) * (11.66833207932267 - 5), 1e-10);
}

Test (direct_rate, figures_must_have_their_columns)
{
  const double one[] = { 20 };
  const char *const names[][4] = { { "count", "population", NULL }, { "count", "weight", NULL },
                                   { "population", "weight", NULL } };
  const double *const columns[] = { one, one, one };
  const char *const words[] = { "a", NULL };
  g_autoptr (MarmotColumn) text = marmot_column_new_text (words);
  g_autoptr (MarmotColumn) number = marmot_column_new_double (one, 1);
  MarmotColumn *mixed[] = { text, number, number };
  g_autoptr (MarmotTable) typed = marmot_table_new (weighted, mixed, 3, NULL);
  g_autoptr (MarmotTable) good = test_figures (weighted, columns, 1);
  const gint32 codes[] = { 0, 0 };
  g_autoptr (MarmotGroups) two = marmot_groups_new_from_codes (codes, 2, 1, NULL);
  GError *error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MarmotTable) figures = test_figures (names[i], columns, 1);

      cr_assert (marmot_direct_rates (figures, NULL, NULL, &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
      g_clear_error (&error);
    }
  cr_assert (marmot_direct_rates (typed, NULL, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
  g_clear_error (&error);
  cr_assert (marmot_direct_rates (good, two, NULL, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH));
  g_clear_error (&error);
}

/* Rows in any order, cut into any blocks, and scaled: the same rates. */
Test (direct_rate, order_and_scale)
{
  const gsize n_areas = 300, n_bands = 19, n_rows = n_areas * n_bands;
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree double *count = g_new (double, n_rows), *population = g_new (double, n_rows);
  g_autofree double *weight = g_new (double, n_rows), *heavy = g_new (double, n_rows);
  g_autofree gint32 *codes = g_new (gint32, n_rows);
  g_autofree double *mixed_count = g_new (double, n_rows), *mixed_population = g_new (double, n_rows);
  g_autofree double *mixed_weight = g_new (double, n_rows);
  g_autofree gint32 *mixed_codes = g_new (gint32, n_rows);
  g_autofree gsize *order = g_new (gsize, n_rows);
  const double *const columns[] = { count, population, weight }, *const scaled[] = { count, population, heavy };
  const double *const mixed[] = { mixed_count, mixed_population, mixed_weight };
  g_autoptr (MarmotTable) figures = NULL, heavier = NULL, shuffled = NULL, a = NULL, b = NULL, c = NULL;
  g_autoptr (MarmotGroups) groups = NULL, mixed_groups = NULL;

  for (gsize i = 0; i < n_rows; i++)
    {
      codes[i] = (gint32) (i / n_bands);
      count[i] = g_rand_int_range (rand, 1, 50);
      population[i] = g_rand_int_range (rand, 100, 5000);
      weight[i] = 500 * (gint) (1 + i % n_bands);
      heavy[i] = 1024 * weight[i];
      order[i] = i;
    }
  for (gsize i = n_rows - 1; i > 0; i--)
    {
      gsize j = (gsize) g_rand_int_range (rand, 0, (gint32) i + 1), kept = order[i];

      order[i] = order[j];
      order[j] = kept;
    }
  for (gsize i = 0; i < n_rows; i++)
    {
      mixed_count[i] = count[order[i]];
      mixed_population[i] = population[order[i]];
      mixed_weight[i] = weight[order[i]];
      mixed_codes[i] = codes[order[i]];
    }
  figures = test_figures (weighted, columns, n_rows);
  heavier = test_figures (weighted, scaled, n_rows);
  shuffled = test_figures (weighted, mixed, n_rows);
  groups = marmot_groups_new_from_codes (codes, n_rows, n_areas, NULL);
  mixed_groups = marmot_groups_new_from_codes (mixed_codes, n_rows, n_areas, NULL);
  a = marmot_direct_rates (figures, groups, NULL, NULL);
  b = marmot_direct_rates (shuffled, mixed_groups, NULL, NULL);
  c = marmot_direct_rates (heavier, groups, NULL, NULL);
  for (gsize g = 0; g < n_areas; g++)
    for (int i = 0; i < 3; i++)
      {
        const char *name = ((const char *const[]) { "value", "lower", "upper" })[i];

        cr_assert (test_near (test_result (b, name, g), test_result (a, name, g), 1e-14));
        cr_assert (test_near (test_result (c, name, g), test_result (a, name, g), 1e-14));
      }
}

/* Years of life lost by hand, and what is above the upper age counts for nothing. */
Test (direct_rate, years_of_life_lost)
{
  const char *const names[] = { "count", "population", "weight", "years", NULL };
  const double ages[] = { 40, 70, 80, (double) NAN, -1 };
  g_autoptr (MarmotColumn) ages_column = test_nullable (ages, 5);
  g_autoptr (MarmotColumn) years = marmot_years_to_age (ages_column, 75, NULL);
  const double count[] = { 10, 20, 500 }, population[] = { 10000, 8000, 3000 }, weight[] = { 60, 30, 10 };
  const double lost[] = { 35, 5, 0 };
  const double *const columns[] = { count, population, weight, lost };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 3);
  g_autoptr (MarmotTable) result = marmot_years_lost_rates (figures, NULL, NULL, NULL);
  double value = 100000 * (60 * 350 / 10000.0 + 30 * 100 / 8000.0) / 90;
  double variance = (3600 * 12250 / 1e8 + 900 * 500 / 6.4e7) / 8100;
  double upper = 31 * pow (1 - 1 / 279.0 + 1.959963984540054 / (3 * sqrt (31)), 3);

  for (int i = 0; i < 3; i++)
    cr_assert (marmot_column_get_double (years, (gsize) i) == lost[i]);
  cr_assert (marmot_column_is_null (years, 3) && marmot_column_is_null (years, 4));
  cr_assert (test_near (test_result (result, "value", 0), value, 1e-15));
  cr_assert (test_near (test_result (result, "upper", 0), value + 100000 * sqrt (variance / 30) * (upper - 30), 1e-14));
  cr_assert (test_result (result, "count", 0) == 30 && test_result (result, "years", 0) == 450);
  cr_assert (test_result (result, "population", 0) == 18000);
  cr_assert (test_near (test_result (result, "crude", 0), 2500, 1e-15));
  cr_assert (test_near (test_result (result, "crude_upper", 0), 2500 + 100000 * sqrt (12750 / 30.0) / 18000 * (upper - 30), 1e-13));
}
