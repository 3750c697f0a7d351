/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Tallies: what each row counts as, on rows that can be counted by hand, and in parts.
 */
#include <criterion/criterion.h>

#include <math.h>
#include <string.h>

#include "support/figures.h"
#include "support/result.h"

#define near(one, other, by) (fabs ((one) - (other)) <= (by))

static MarmotTable *
make_keys (const char *const *sex)
{
  static const char *const names[] = { "sex", NULL };
  g_autoptr (MarmotColumn) column = marmot_column_new_text (sex);

  return marmot_table_new (names, &column, 1, NULL);
}

static MarmotTally *
tally_texts (const char *const *counts,
             const double *values,
             const char *const *sex,
             MarmotTallyOptions *options,
             GError **error)
{
  g_autoptr (MarmotColumn) column = marmot_column_new_text (counts);
  g_autoptr (MarmotColumn) numbers = values ? test_nullable (values, g_strv_length ((char **) counts)) : NULL;
  g_autoptr (MarmotTable) keys = sex ? make_keys (sex) : NULL;

  return marmot_tally_new ("in touch", column, numbers, keys, options, error);
}

/* Text with nulls, by way of a word that stands for them. */
static MarmotColumn *
make_counts (const char *const *counts)
{
  gsize n = g_strv_length ((char **) counts);
  g_autofree gboolean *nulls = g_new0 (gboolean, n + 1);
  g_autoptr (MarmotColumn) bare = marmot_column_new_text (counts);

  for (gsize i = 0; i < n; i++)
    nulls[i] = g_str_equal (counts[i], "-");
  return marmot_column_with_nulls (bare, nulls, n, NULL);
}

static void
check_measure (MarmotMeasure *measure,
               double numerator,
               double denominator,
               gint64 n_unknown,
               gint64 n_excluded)
{
  cr_assert (marmot_measure_get_numerator (measure) == numerator, "numerator %g", marmot_measure_get_numerator (measure));
  cr_assert (marmot_measure_get_denominator (measure) == denominator, "denominator %g",
             marmot_measure_get_denominator (measure));
  cr_assert (marmot_measure_get_n_unknown (measure) == n_unknown);
  cr_assert (marmot_measure_count_excluded (measure, NULL) == n_excluded);
}

Test (tally, counts_rows_by_group)
{
  static const char *const counts[] = { "in", "out", "died", "-", "in", "unknown", "moved", "died", "-", NULL };
  static const char *const sex[] = { "F", "F", "F", "F", "M", "M", "M", "M", "U", NULL };
  g_autoptr (MarmotColumn) column = make_counts (counts);
  g_autoptr (MarmotTable) keys = make_keys (sex);
  g_autoptr (MarmotTallyOptions) options = g_object_new (MARMOT_TYPE_TALLY_OPTIONS, "rows", TRUE, NULL);
  g_autoptr (MarmotTally) tally = marmot_tally_new ("in touch", column, NULL, keys, options, NULL);
  g_autoptr (MarmotTable) groups = marmot_tally_get_keys (tally);
  g_autoptr (MarmotTable) table = marmot_tally_to_table (tally);
  g_autoptr (MarmotMeasure) first = marmot_tally_get_measure (tally, 0);
  g_autoptr (MarmotMeasure) second = marmot_tally_get_measure (tally, 1);
  g_autoptr (MarmotMeasure) sum = marmot_tally_get_sum (tally);
  g_autoptr (MarmotColumn) first_rows = marmot_measure_get_rows (first);
  g_autoptr (MarmotColumn) second_rows = marmot_measure_get_rows (second);
  g_autoptr (GPtrArray) findings = marmot_tally_get_findings (tally);
  g_autofree char *text = marmot_tally_to_string (tally);
  const char *const *reasons = marmot_tally_get_reasons (tally);

  cr_assert_str_eq (text, "in touch in 2 groups by sex");
  /* Of whom nothing is asked makes no group. */
  cr_assert (marmot_tally_get_n_groups (tally) == 2 && marmot_table_get_n_rows (groups) == 2);
  cr_assert (test_result_says (groups, "sex", 0, "F") && test_result_says (groups, "sex", 1, "M"));
  cr_assert (g_strv_length ((char **) reasons) == 2);
  cr_assert_str_eq (reasons[0], "died");
  cr_assert_str_eq (reasons[1], "moved");
  check_measure (first, 1, 2, 0, 1);
  check_measure (second, 1, 1, 1, 2);
  check_measure (sum, 2, 3, 1, 3);
  cr_assert (marmot_measure_count_excluded (sum, "died") == 2 && marmot_measure_count_excluded (second, "moved") == 1);
  cr_assert (marmot_column_get_length (first_rows) == 1 && marmot_column_get_integer (first_rows, 0) == 0);
  cr_assert (marmot_column_get_length (second_rows) == 1 && marmot_column_get_integer (second_rows, 0) == 4);
  cr_assert (findings->len == 0);
  cr_assert (test_result_number (table, "numerator", 1) == 1 && test_result_number (table, "denominator", 0) == 2);
  cr_assert (test_result_number (table, "excluded_died", 0) == 1 && test_result_number (table, "excluded_moved", 0) == 0);
  cr_assert (test_result_number (table, "unknown", 1) == 1 && test_result_number (table, "value", 0) == 0.5);
  cr_assert (test_result_says (table, "method", 0, "wilson") && test_result_says (table, "status", 0, "ok"));
}

Test (tally, keeps_the_rows_of_a_dictionary_behind_a_slice)
{
  static const char *const counts[] = { "out", "in", "-", "in", "out", "in", NULL };
  static const char *const sex[] = { "M", "F", "M", "F", "M", NULL };
  g_autoptr (MarmotColumn) bare = make_counts (counts);
  g_autoptr (MarmotColumn) whole = marmot_column_cast (bare, MARMOT_COLUMN_DICTIONARY, NULL);
  g_autoptr (MarmotColumn) column = marmot_column_slice (whole, 1, 5);
  g_autoptr (MarmotTable) keys = make_keys (sex);
  g_autoptr (MarmotTallyOptions) options = g_object_new (MARMOT_TYPE_TALLY_OPTIONS, "rows", TRUE, NULL);
  g_autoptr (MarmotTally) tally = marmot_tally_new ("any", column, NULL, keys, options, NULL);
  g_autoptr (MarmotMeasure) female = marmot_tally_get_measure (tally, 0);
  g_autoptr (MarmotMeasure) male = marmot_tally_get_measure (tally, 1);
  g_autoptr (MarmotColumn) female_rows = marmot_measure_get_rows (female);
  g_autoptr (MarmotColumn) male_rows = marmot_measure_get_rows (male);

  check_measure (female, 0, 1, 0, 0);
  check_measure (male, 3, 3, 0, 0);
  cr_assert (marmot_column_get_length (female_rows) == 0 && marmot_column_get_length (male_rows) == 3);
  for (gsize i = 0; i < 3; i++)
    cr_assert (marmot_column_get_integer (male_rows, i) == (gint64) (2 * i));
}

/* 469 of 2,780 within Wilson's limits, as published; 9 events within the exact Poisson
 * limits of the tables; and the mean of eight numbers within Student's. */
Test (tally, makes_the_statistic_asked_for)
{
  static const double values[] = { 2, 4, 4, 4, 5, 5, 7, 9 };
  g_autofree const char **many = g_new0 (const char *, 2781);
  g_autofree const char **nine = g_new0 (const char *, 10);
  g_autofree const char **eight = g_new0 (const char *, 9);
  g_autoptr (MarmotTallyOptions) count = marmot_tally_options_new (MARMOT_TALLY_STATISTIC_COUNT);
  g_autoptr (MarmotTallyOptions) rate
    = g_object_new (MARMOT_TYPE_TALLY_OPTIONS, "statistic", MARMOT_TALLY_STATISTIC_COUNT, "population", 4500.0, NULL);
  g_autoptr (MarmotTallyOptions) mean = marmot_tally_options_new (MARMOT_TALLY_STATISTIC_MEAN);
  g_autoptr (MarmotTally) tally = NULL;
  g_autoptr (MarmotMeasure) measure = NULL;
  g_autoptr (MarmotEstimate) estimate = NULL;

  for (gsize i = 0; i < 2780; i++)
    many[i] = i < 469 ? "in" : "out";
  for (gsize i = 0; i < 9; i++)
    nine[i] = "in";
  for (gsize i = 0; i < 8; i++)
    eight[i] = "in";

  tally = tally_texts (many, NULL, NULL, NULL, NULL);
  measure = marmot_tally_get_measure (tally, 0);
  estimate = marmot_measure_get_estimate (measure);
  cr_assert (near (marmot_estimate_get_value (estimate), 0.168705, 1e-6));
  cr_assert (near (marmot_estimate_get_lower (estimate), 0.155243, 1e-6));
  cr_assert (near (marmot_estimate_get_upper (estimate), 0.183081, 1e-6));
  cr_assert (marmot_tally_get_statistic (tally) == MARMOT_TALLY_STATISTIC_SHARE);

  g_clear_object (&tally);
  g_clear_pointer (&measure, marmot_measure_unref);
  g_clear_pointer (&estimate, marmot_estimate_unref);
  tally = tally_texts (nine, NULL, NULL, count, NULL);
  measure = marmot_tally_get_measure (tally, 0);
  estimate = marmot_measure_get_estimate (measure);
  check_measure (measure, 9, 1, 0, 0);
  cr_assert (marmot_estimate_get_value (estimate) == 9);
  cr_assert (near (marmot_estimate_get_lower (estimate), 4.1154, 1e-4));
  cr_assert (near (marmot_estimate_get_upper (estimate), 17.0848, 1e-4));

  g_clear_object (&tally);
  g_clear_pointer (&measure, marmot_measure_unref);
  g_clear_pointer (&estimate, marmot_estimate_unref);
  tally = tally_texts (nine, NULL, NULL, rate, NULL);
  measure = marmot_tally_get_sum (tally);
  estimate = marmot_measure_get_estimate (measure);
  check_measure (measure, 9, 4500, 0, 0);
  cr_assert (near (marmot_estimate_get_value (estimate), 20, 1e-12));
  cr_assert (near (marmot_estimate_get_lower (estimate), 9.1453, 1e-4));

  g_clear_object (&tally);
  g_clear_pointer (&measure, marmot_measure_unref);
  g_clear_pointer (&estimate, marmot_estimate_unref);
  tally = tally_texts (eight, values, NULL, mean, NULL);
  measure = marmot_tally_get_measure (tally, 0);
  estimate = marmot_measure_get_estimate (measure);
  check_measure (measure, 40, 8, 0, 0);
  cr_assert (near (marmot_estimate_get_value (estimate), 5, 1e-12));
  /* 5 minus and plus 2.364624 * sqrt (32 / 7) / sqrt (8). */
  cr_assert (near (marmot_estimate_get_lower (estimate), 5 - 2.364624 * sqrt (32.0 / 7 / 8), 1e-6));
  cr_assert (near (marmot_estimate_get_upper (estimate), 5 + 2.364624 * sqrt (32.0 / 7 / 8), 1e-6));
}

Test (tally, a_mean_of_groups_is_that_of_all_rows)
{
  static const char *const counts[] = { "in", "in", "in", "in", "no score", "in", "in", "unknown", "in", NULL };
  static const char *const sex[] = { "F", "F", "F", "F", "F", "M", "M", "M", "M", NULL };
  /* One without a value, one below 0, and numbers of rows that are not counted in. */
  const double values[] = { 2, 4, 4, (double) NAN, 99, 9, 5, INFINITY, -1 };
  g_autoptr (MarmotTallyOptions) options
    = g_object_new (MARMOT_TYPE_TALLY_OPTIONS, "statistic", MARMOT_TALLY_STATISTIC_MEAN, "rows", TRUE, NULL);
  g_autoptr (MarmotTally) tally = tally_texts (counts, values, sex, options, NULL);
  g_autoptr (MarmotMeasure) female = marmot_tally_get_measure (tally, 0);
  g_autoptr (MarmotMeasure) male = marmot_tally_get_measure (tally, 1);
  g_autoptr (MarmotMeasure) sum = marmot_tally_get_sum (tally);
  g_autoptr (MarmotEstimate) of_sum = marmot_measure_get_estimate (sum);
  g_autoptr (MarmotEstimate) direct = NULL;
  g_autoptr (MarmotColumn) rows = marmot_measure_get_rows (female);

  check_measure (female, 10, 3, 1, 1);
  check_measure (male, 14, 2, 2, 0);
  check_measure (sum, 24, 5, 3, 1);
  cr_assert (marmot_column_get_length (rows) == 3);
  /* 2, 4, 4, 9 and 5: the squares around 4.8 are 26.8. */
  direct = marmot_mean (5, 4.8, sqrt (26.8 / 4), NULL, NULL);
  cr_assert (near (marmot_estimate_get_value (of_sum), 4.8, 1e-12));
  cr_assert (near (marmot_estimate_get_lower (of_sum), marmot_estimate_get_lower (direct), 1e-12));
  cr_assert (near (marmot_estimate_get_upper (of_sum), marmot_estimate_get_upper (direct), 1e-12));
}

Test (tally, makes_no_figure_of_what_is_not_covered)
{
  static const char *const counts[] = { "in", "not-covered", "in", "out", NULL };
  static const char *const sex[] = { "F", "F", "M", "M", NULL };
  g_autoptr (MarmotTally) tally = tally_texts (counts, NULL, sex, NULL, NULL);
  g_autoptr (MarmotMeasure) female = marmot_tally_get_measure (tally, 0);
  g_autoptr (MarmotMeasure) male = marmot_tally_get_measure (tally, 1);
  g_autoptr (MarmotMeasure) sum = marmot_tally_get_sum (tally);
  g_autoptr (MarmotEstimate) of_female = marmot_measure_get_estimate (female);
  g_autoptr (MarmotEstimate) of_male = marmot_measure_get_estimate (male);
  g_autoptr (MarmotEstimate) of_sum = marmot_measure_get_estimate (sum);
  g_autoptr (GPtrArray) findings = marmot_tally_get_findings (tally);

  check_measure (female, 1, 1, 1, 0);
  cr_assert (marmot_estimate_get_status (of_female) == MARMOT_STATUS_NOT_COVERED);
  cr_assert (isnan (marmot_estimate_get_value (of_female)));
  cr_assert (marmot_estimate_get_value (of_male) == 0.5);
  cr_assert (marmot_estimate_get_status (of_sum) == MARMOT_STATUS_NOT_COVERED);
  cr_assert (findings->len == 1);
  cr_assert_str_eq (marmot_finding_get_rule (findings->pdata[0]), "tally/coverage");
  cr_assert (strstr (marmot_finding_get_message (findings->pdata[0]), "1 of those whom \"in touch\"") != NULL);
}

Test (tally, of_nobody_is_one_group_of_nobody)
{
  static const char *const none[] = { NULL };
  static const char *const nobody[] = { "-", "-", NULL };
  g_autoptr (MarmotTally) empty = tally_texts (none, NULL, NULL, NULL, NULL);
  g_autoptr (MarmotTally) grouped = tally_texts (none, NULL, none, NULL, NULL);
  g_autoptr (MarmotColumn) nulls = make_counts (nobody);
  g_autoptr (MarmotTally) unasked = marmot_tally_new ("in touch", nulls, NULL, NULL, NULL, NULL);
  g_autoptr (MarmotMeasure) measure = marmot_tally_get_measure (empty, 0);
  g_autoptr (MarmotEstimate) estimate = marmot_measure_get_estimate (measure);
  g_autoptr (MarmotMeasure) sum = marmot_tally_get_sum (grouped);
  g_autoptr (MarmotTable) table = marmot_tally_to_table (grouped);

  cr_assert (marmot_tally_get_n_groups (empty) == 1 && marmot_tally_get_n_groups (grouped) == 0);
  check_measure (measure, 0, 0, 0, 0);
  check_measure (sum, 0, 0, 0, 0);
  cr_assert (marmot_estimate_get_status (estimate) == MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE);
  cr_assert (marmot_table_get_n_rows (table) == 0);
  /* How many were not asked about does not matter. */
  cr_assert (marmot_tally_equal (empty, unasked) && marmot_tally_hash (empty) == marmot_tally_hash (unasked));
}

Test (tally, refuses_what_does_not_fit)
{
  static const char *const counts[] = { "in", "died", NULL };
  static const char *const sex[] = { "F", "M", NULL };
  static const char *const out[] = { "out", NULL };
  static const char *const empty[] = { "in", "", NULL };
  static const char *const alike[] = { "moved away", "moved_away", NULL };
  static const char *const listed[] = { "moved", NULL };
  static const char *const reserved[] = { "in", NULL };
  static const char *const numerator[] = { "numerator", NULL };
  static const double values[] = { 1, 2 };
  const struct
  {
    MarmotTallyOptions *options;
    const char *const *counts;
    const double *values;
    const char *const *sex;
    MarmotError code;
  } cases[] = {
    { g_object_new (MARMOT_TYPE_TALLY_OPTIONS, "confidence", 1.0, NULL), counts, NULL, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { g_object_new (MARMOT_TYPE_TALLY_OPTIONS, "population", 5.0, NULL), counts, NULL, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { g_object_new (MARMOT_TYPE_TALLY_OPTIONS, "statistic", MARMOT_TALLY_STATISTIC_COUNT, "population", 5.0, NULL), counts,
      NULL, sex, MARMOT_ERROR_INVALID_ARGUMENT },
    { g_object_new (MARMOT_TYPE_TALLY_OPTIONS, "statistic", MARMOT_TALLY_STATISTIC_COUNT, "population", -1.0, NULL), counts,
      NULL, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { g_object_new (MARMOT_TYPE_TALLY_OPTIONS, "per", 0.0, NULL), counts, NULL, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { g_object_new (MARMOT_TYPE_TALLY_OPTIONS, "reasons", reserved, NULL), counts, NULL, NULL,
      MARMOT_ERROR_INVALID_ARGUMENT },
    { g_object_new (MARMOT_TYPE_TALLY_OPTIONS, "reasons", listed, NULL), counts, NULL, NULL, MARMOT_ERROR_INVALID_DATA },
    { marmot_tally_options_new (MARMOT_TALLY_STATISTIC_MEAN), counts, NULL, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { marmot_tally_options_new (MARMOT_TALLY_STATISTIC_SHARE), counts, values, NULL, MARMOT_ERROR_INVALID_ARGUMENT },
    { marmot_tally_options_new (MARMOT_TALLY_STATISTIC_MEAN), out, values, NULL, MARMOT_ERROR_INVALID_DATA },
    { marmot_tally_options_new (MARMOT_TALLY_STATISTIC_SHARE), empty, NULL, NULL, MARMOT_ERROR_INVALID_DATA },
    { marmot_tally_options_new (MARMOT_TALLY_STATISTIC_SHARE), alike, NULL, NULL, MARMOT_ERROR_INVALID_DATA },
    { marmot_tally_options_new (MARMOT_TALLY_STATISTIC_SHARE), counts, NULL, out, MARMOT_ERROR_LENGTH },
  };
  g_autoptr (MarmotColumn) numbers = marmot_column_new_double (values, 2);
  g_autoptr (MarmotColumn) texts = marmot_column_new_text (counts);
  g_autoptr (MarmotTable) keys = marmot_table_new (numerator, (MarmotColumn *[]) { texts }, 1, NULL);
  g_autoptr (GPtrArray) many = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotTally) tally
        = tally_texts (cases[i].counts, cases[i].values, cases[i].sex, cases[i].options, &error);

      cr_assert (tally == NULL, "case %zu", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, (int) cases[i].code), "case %zu: %s", i, error->message);
      cr_assert (strstr (error->message, "died") == NULL);
      g_object_unref (cases[i].options);
    }

  {
    g_autoptr (GError) error = NULL;

    cr_assert (marmot_tally_new ("any", numbers, NULL, NULL, NULL, &error) == NULL);
    cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TYPE));
    g_clear_error (&error);
    cr_assert (marmot_tally_new ("", texts, NULL, NULL, NULL, &error) == NULL);
    cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    g_clear_error (&error);
    cr_assert (marmot_tally_new ("any", texts, NULL, keys, NULL, &error) == NULL);
    cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
    g_clear_error (&error);
    for (guint i = 0; i < 1001; i++)
      g_ptr_array_add (many, g_strdup_printf ("person %u", i));
    g_ptr_array_add (many, NULL);
    cr_assert (tally_texts ((const char *const *) many->pdata, NULL, NULL, NULL, &error) == NULL);
    cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE));
    g_clear_error (&error);
  }
}

Test (tally, lists_the_reasons_of_the_options_in_their_order)
{
  static const char *const counts[] = { "in", "died", NULL };
  static const char *const reasons[] = { "moved", "died", "not asked", NULL };
  g_autoptr (MarmotTallyOptions) options
    = g_object_new (MARMOT_TYPE_TALLY_OPTIONS, "reasons", reasons, "conventions", "2023/24", NULL);
  g_autoptr (MarmotTally) tally = tally_texts (counts, NULL, NULL, options, NULL);
  g_autoptr (MarmotTally) other = tally_texts (counts, NULL, NULL, NULL, NULL);
  g_autoptr (MarmotTable) table = marmot_tally_to_table (tally);
  g_autoptr (GError) error = NULL;

  cr_assert (g_strv_equal (marmot_tally_get_reasons (tally), reasons));
  cr_assert_str_eq (marmot_tally_get_conventions (tally), "2023/24");
  cr_assert (test_result_number (table, "excluded_not_asked", 0) == 0);
  cr_assert (!marmot_tally_equal (tally, other));
  cr_assert (marmot_tally_add (tally, other, &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

#define N_ROWS 2000
#define N_PARTS 5

/* Rows of a part, or all where part is below 0. */
static MarmotTally *
tally_part (guint32 seed,
            int part,
            MarmotTallyStatistic statistic)
{
  static const char *const said[] = { "in", "in", "in", "unknown", "died", "moved", "-", "out" };
  static const char *const sexes[] = { "F", "M", "U" };
  gboolean is_mean = statistic == MARMOT_TALLY_STATISTIC_MEAN;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree const char **counts = g_new0 (const char *, N_ROWS + 1);
  g_autofree const char **sex = g_new0 (const char *, N_ROWS + 1);
  g_autofree double *values = g_new0 (double, N_ROWS + 1);
  g_autoptr (MarmotColumn) column = NULL, numbers = NULL;
  g_autoptr (MarmotTable) keys = NULL;
  g_autoptr (MarmotTallyOptions) options = marmot_tally_options_new (statistic);
  gsize n = 0;

  for (gsize i = 0; i < N_ROWS; i++)
    {
      int of_part = g_rand_int_range (rand, 0, N_PARTS - 1);

      counts[n] = said[g_rand_int_range (rand, 0, G_N_ELEMENTS (said) - is_mean)];
      sex[n] = sexes[g_rand_int_range (rand, 0, 3)];
      values[n] = 1e5 + g_rand_double (rand);
      /* One reason and one group are of one part alone, and one part is empty. */
      if (i == 17)
        {
          counts[n] = "found adult";
          sex[n] = "X";
        }
      if (part < 0 || of_part == part)
        n++;
    }
  counts[n] = sex[n] = NULL;
  column = make_counts (counts);
  keys = make_keys (sex);
  numbers = is_mean ? marmot_column_new_double (values, n) : NULL;
  return marmot_tally_new ("in touch", column, numbers, keys, options, NULL);
}

Test (tally, parts_add_up_by_way_of_bytes)
{
  for (guint32 seed = 1; seed <= 6; seed++)
    {
      MarmotTallyStatistic statistic = seed % 2 ? MARMOT_TALLY_STATISTIC_SHARE : MARMOT_TALLY_STATISTIC_MEAN;
      g_autoptr (MarmotTally) whole = tally_part (seed, -1, statistic);
      g_autoptr (MarmotTally) together = NULL;

      for (int part = 0; part < N_PARTS; part++)
        {
          g_autoptr (MarmotTally) made = tally_part (seed, part, statistic);
          g_autoptr (GBytes) bytes = marmot_tally_serialize (made);
          g_autoptr (MarmotTally) read = marmot_tally_deserialize (bytes, NULL);
          g_autoptr (MarmotTally) before = g_steal_pointer (&together);

          cr_assert (read != NULL && marmot_tally_equal (made, read));
          cr_assert (marmot_tally_hash (made) == marmot_tally_hash (read));
          together = before ? marmot_tally_add (seed % 3 ? before : read, seed % 3 ? read : before, NULL)
                            : g_object_ref (read);
          cr_assert (together != NULL);
        }
      cr_assert (marmot_tally_get_n_groups (whole) == 4);
      if (statistic == MARMOT_TALLY_STATISTIC_SHARE)
        cr_assert (marmot_tally_equal (whole, together));
      for (gsize group = 0; group < 4; group++)
        {
          g_autoptr (MarmotMeasure) one = marmot_tally_get_measure (whole, group);
          g_autoptr (MarmotMeasure) other = marmot_tally_get_measure (together, group);
          g_autoptr (MarmotEstimate) of_one = marmot_measure_get_estimate (one);
          g_autoptr (MarmotEstimate) of_other = marmot_measure_get_estimate (other);

          cr_assert (near (marmot_measure_get_numerator (one), marmot_measure_get_numerator (other),
                           1e-12 * marmot_measure_get_numerator (one)));
          cr_assert (marmot_measure_get_denominator (one) == marmot_measure_get_denominator (other));
          cr_assert (marmot_measure_count_excluded (one, "found adult")
                     == marmot_measure_count_excluded (other, "found adult"));
          if (group < 3)
            cr_assert (near (marmot_estimate_get_lower (of_one), marmot_estimate_get_lower (of_other), 1e-7));
        }
    }
}

Test (tally, is_not_read_from_other_bytes)
{
  static const char *const counts[] = { "in", "died", NULL };
  static const char *const sex[] = { "F", "M", NULL };
  g_autoptr (MarmotTally) tally = tally_texts (counts, NULL, sex, NULL, NULL);
  g_autoptr (GBytes) bytes = marmot_tally_serialize (tally);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);

  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GBytes) shorter = g_bytes_new (data, i);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotTally) read = NULL;

      cr_assert (marmot_tally_deserialize (shorter, &error) == NULL);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_PARSE));
      copy[i] ^= 0x41;
      changed = g_bytes_new (copy, size);
      copy[i] ^= 0x41;
      read = marmot_tally_deserialize (changed, NULL);
      if (read)
        {
          g_autoptr (MarmotTable) table = marmot_tally_to_table (read);
          g_autoptr (MarmotMeasure) sum = marmot_tally_get_sum (read);

          cr_assert (table != NULL && sum != NULL);
        }
    }
}

Test (tally, an_object_that_nobody_filled_is_of_nothing)
{
  g_autoptr (MarmotTally) bare = g_object_new (MARMOT_TYPE_TALLY, NULL);
  g_autoptr (MarmotMeasure) sum = marmot_tally_get_sum (bare);
  g_autoptr (MarmotTable) table = marmot_tally_to_table (bare);
  g_autofree char *text = marmot_tally_to_string (bare);

  cr_assert (marmot_tally_get_n_groups (bare) == 0 && marmot_table_get_n_rows (table) == 0);
  cr_assert (marmot_measure_get_denominator (sum) == 0);
  cr_assert_str_eq (text, " in 0 groups");
}
