/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <marmot/marmot.h>

#include "support/figures.h"
#include "support/result.h"

enum { MONTHS = 30 };

/* Months from January 2022, as dates of their last days, with numbers that differ. */
typedef struct
{
  gint32 days[MONTHS];
  double numerator[MONTHS];
  double denominator[MONTHS];
} Months;

static void
make_months (Months *months)
{
  for (int i = 0; i < MONTHS; i++)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, 28, (GDateMonth) (i % 12 + 1), (GDateYear) (2022 + i / 12));
      months->days[i] = (gint32) g_date_get_julian (&date) - 719163;
      months->numerator[i] = 10 + i * i % 7;
      months->denominator[i] = 100 + 13 * i % 11;
    }
}

static MarmotTable *
roll (const Months *months,
      gsize n,
      MarmotRollingOptions *options)
{
  static const char *const names[] = { "time", "numerator", "denominator", NULL };
  g_autoptr (MarmotColumn) time = marmot_column_new_date (months->days, n);
  g_autoptr (MarmotColumn) numerator = test_nullable (months->numerator, n);
  g_autoptr (MarmotColumn) denominator = test_nullable (months->denominator, n);
  MarmotColumn *columns[] = { time, numerator, denominator };
  g_autoptr (MarmotTable) figures = marmot_table_new (names, columns, 3, NULL);
  g_autoptr (GError) error = NULL;
  MarmotTable *result = marmot_rolling_figures (figures, NULL, options, &error);

  g_assert_no_error (error);
  return result;
}

static double
sum_of (const double *values,
        int first,
        int last)
{
  double sum = 0;

  for (int i = first; i <= last; i++)
    sum += values[i];
  return sum;
}

Test (rolling, sums_over_sums_and_not_a_mean_of_rates)
{
  Months months;
  g_autoptr (MarmotTable) result = NULL;

  make_months (&months);
  result = roll (&months, MONTHS, NULL);
  for (int i = 0; i < MONTHS; i++)
    {
      if (i < 11)
        {
          cr_assert (test_status_is (result, "status", i, MARMOT_STATUS_INCOMPLETE));
          cr_assert (isnan (test_result (result, "value", i)) && isnan (test_result (result, "numerator", i)));
          cr_assert_eq (test_result (result, "n_periods", i), i + 1);
          continue;
        }
      cr_assert_eq (test_result (result, "value", i),
                    sum_of (months.numerator, i - 11, i) / sum_of (months.denominator, i - 11, i));
      cr_assert_eq (test_result (result, "n_periods", i), 12);
    }
}

Test (rolling, year_to_date_starts_in_april)
{
  Months months;
  g_autoptr (MarmotRollingOptions) options = marmot_rolling_options_new (
    MARMOT_ROLLING_SPAN_YEAR_TO_DATE, MARMOT_ACCRUAL_SUM, MARMOT_ACCRUAL_SUM);
  g_autoptr (MarmotTable) result = NULL;

  make_months (&months);
  result = roll (&months, MONTHS, options);
  /* January to March 2022 belong to a year whose April is not there. */
  for (int i = 0; i < 3; i++)
    {
      cr_assert (test_status_is (result, "status", i, MARMOT_STATUS_INCOMPLETE));
      cr_assert_eq (test_result (result, "n_expected", i), 10 + i);
    }
  for (int i = 3; i < MONTHS; i++)
    {
      int april = 3 + (i - 3) / 12 * 12;

      cr_assert_eq (test_result (result, "n_expected", i), i - april + 1);
      cr_assert_eq (test_result (result, "numerator", i), sum_of (months.numerator, april, i));
    }
}

Test (rolling, a_snapshot_is_never_summed)
{
  Months months;
  g_autoptr (MarmotRollingOptions) last
    = marmot_rolling_options_new (MARMOT_ROLLING_SPAN_ROLLING, MARMOT_ACCRUAL_SUM, MARMOT_ACCRUAL_LAST);
  g_autoptr (MarmotRollingOptions) mean
    = g_object_new (MARMOT_TYPE_ROLLING_OPTIONS, "numerator", MARMOT_ACCRUAL_LAST, "denominator", MARMOT_ACCRUAL_MEAN,
                    "multiplier", 10000.0, NULL);
  g_autoptr (MarmotTable) of_last = NULL, of_mean = NULL;

  make_months (&months);
  of_last = roll (&months, MONTHS, last);
  of_mean = roll (&months, MONTHS, mean);
  cr_assert_eq (test_result (of_last, "denominator", 20), months.denominator[20]);
  cr_assert_eq (test_result (of_last, "numerator", 20), sum_of (months.numerator, 9, 20));
  cr_assert_eq (test_result (of_mean, "denominator", 20), sum_of (months.denominator, 9, 20) / 12);
  cr_assert_eq (test_result (of_mean, "value", 20),
                10000 * (months.numerator[20] / (sum_of (months.denominator, 9, 20) / 12)));
}

/* A month that is not there, one without a figure, and a denominator of zero. */
Test (rolling, eleven_months_are_no_year)
{
  Months months;
  g_autoptr (MarmotTable) result = NULL;

  make_months (&months);
  months.numerator[5] = (double) NAN;
  result = roll (&months, MONTHS, NULL);
  for (int i = 5; i < 17; i++)
    cr_assert (test_status_is (result, "status", i, MARMOT_STATUS_INCOMPLETE), "month %d", i);
  cr_assert (test_status_is (result, "status", 17, MARMOT_STATUS_OK));
  g_clear_pointer (&result, marmot_table_unref);

  make_months (&months);
  memmove (months.days + 5, months.days + 6, (MONTHS - 6) * sizeof *months.days);
  result = roll (&months, MONTHS - 1, NULL);
  for (int i = 5; i < 16; i++)
    cr_assert (test_status_is (result, "status", i, MARMOT_STATUS_INCOMPLETE), "row %d", i);
  cr_assert_eq (test_result (result, "n_periods", 15), 11);
  cr_assert (test_status_is (result, "status", 16, MARMOT_STATUS_OK));
  g_clear_pointer (&result, marmot_table_unref);

  make_months (&months);
  months.denominator[4] = -1;
  result = roll (&months, MONTHS, NULL);
  cr_assert (test_status_is (result, "status", 4, MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE));
  cr_assert (test_status_is (result, "status", 15, MARMOT_STATUS_INCOMPLETE));
  cr_assert (test_status_is (result, "status", 16, MARMOT_STATUS_OK));
  g_clear_pointer (&result, marmot_table_unref);

  make_months (&months);
  months.days[7] = months.days[6];
  result = roll (&months, MONTHS, NULL);
  for (int i = 0; i < MONTHS; i++)
    cr_assert (test_status_is (result, "status", i, MARMOT_STATUS_DUPLICATE_DATE));
}

Test (rolling, may_not_be_tested)
{
  Months months;
  g_autoptr (MarmotTable) result = NULL, trend = NULL;
  g_autoptr (GError) error = NULL;

  make_months (&months);
  result = roll (&months, MONTHS, NULL);
  trend = marmot_monotonic_trends (result, NULL, NULL, &error);
  g_assert_no_error (error);
  cr_assert (test_status_is (trend, "status", 0, MARMOT_STATUS_NOT_INDEPENDENT));
  cr_assert (isfinite (test_result (trend, "slope", 0)) && isnan (test_result (trend, "p_value", 0)));
}

static MarmotTable *
roll_texts (const char *const *texts,
            const double *numerator,
            gsize n,
            MarmotRollingOptions *options,
            GError **error)
{
  static const char *const names[] = { "time", "numerator", NULL };
  g_autoptr (MarmotColumn) time = marmot_column_new_text (texts);
  g_autoptr (MarmotColumn) numbers = marmot_column_new_double (numerator, n);
  MarmotColumn *columns[] = { time, numbers };
  g_autoptr (MarmotTable) figures = marmot_table_new (names, columns, 2, NULL);

  return marmot_rolling_figures (figures, NULL, options, error);
}

Test (rolling, quarters_and_counts)
{
  const char *const quarters[] = { "2023/24 Q3", "2023/24 Q4", "2024/25 Q1", "2024/25 Q2", "2024/25 Q3", NULL };
  const char *const to_date[] = { "2024/25 Q1", "2024/25 Q1-Q2", "2024/25 Q1-Q3", "2023/24 Q1", "2023/24 Q1-Q2", NULL };
  const double numerator[] = { 1, 2, 4, 8, 16 };
  g_autoptr (MarmotRollingOptions) options = marmot_rolling_options_new (
    MARMOT_ROLLING_SPAN_YEAR_TO_DATE, MARMOT_ACCRUAL_SUM, MARMOT_ACCRUAL_SUM);
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) year = roll_texts (quarters, numerator, 5, NULL, &error);
  g_autoptr (MarmotTable) date = roll_texts (quarters, numerator, 5, options, &error);

  g_assert_no_error (error);
  cr_assert_eq (test_result (year, "value", 3), 15);
  cr_assert_eq (test_result (year, "value", 4), 30);
  cr_assert (test_status_is (year, "status", 2, MARMOT_STATUS_INCOMPLETE));
  cr_assert (test_status_is (date, "status", 1, MARMOT_STATUS_INCOMPLETE));
  cr_assert_eq (test_result (date, "value", 2), 4);
  cr_assert_eq (test_result (date, "value", 4), 28);
  cr_assert_null (roll_texts (to_date, numerator, 5, options, &error), "quarters beside years to date");
}

Test (rolling, what_is_refused)
{
  static const char *const names[] = { "time", "numerator", NULL };
  const double time[] = { 1, 2, 3 }, half[] = { 1, 2.5, 3 }, numerator[] = { 1, 2, 3 };
  const double *columns[] = { time, numerator };
  g_autoptr (MarmotTable) figures = test_figures (names, columns, 3);
  g_autoptr (MarmotTable) uneven = NULL, result = NULL;
  g_autoptr (MarmotRollingOptions) three = g_object_new (MARMOT_TYPE_ROLLING_OPTIONS, "n-periods", 3, NULL);
  g_autoptr (MarmotRollingOptions) many = g_object_new (MARMOT_TYPE_ROLLING_OPTIONS, "n-periods", 1201, NULL);
  g_autoptr (MarmotRollingOptions) to_date = marmot_rolling_options_new (
    MARMOT_ROLLING_SPAN_YEAR_TO_DATE, MARMOT_ACCRUAL_SUM, MARMOT_ACCRUAL_SUM);
  MarmotRollingOptions *refused[] = { NULL, many, to_date };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      cr_assert_null (marmot_rolling_figures (figures, NULL, refused[i], &error));
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT), "case %zu", i);
    }
  columns[0] = half;
  uneven = test_figures (names, columns, 3);
  result = marmot_rolling_figures (uneven, NULL, three, NULL);
  cr_assert (test_status_is (result, "status", 2, MARMOT_STATUS_UNEVEN));
}
