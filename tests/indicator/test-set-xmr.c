/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * XmR charts of whole sets.
 */
#include <criterion/criterion.h>
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

#include "indicator-fixtures.h"
#include "support/compare.h"

static MarmotObservationSet *
new_set (const char *csv)
{
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) table = marmot_csv_reader_read_bytes (reader, bytes, "figures.csv", &error);
  MarmotObservationSet *set;

  cr_assert (table != NULL, "%s", error ? error->message : "");
  set = marmot_observation_set_new (table, &error);
  cr_assert (set != NULL, "%s", error ? error->message : "");
  return set;
}

static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

/* Months from April 2023, around base, the last of them as stated. */
static void
append_months (GString *csv,
               const char *indicator,
               const char *area,
               guint n_months,
               double base,
               double last)
{
  for (guint i = 0; i < n_months; i++)
    {
      guint month = (i + 3) % 12, year = 2023 + (i + 3) / 12;

      g_string_append_printf (csv, "%s,%s name,%s,%s %u,%u00%02u,%g,100\n", indicator, indicator, area, months[month],
                              year, year, month + 1, i + 1 == n_months ? last : base + (double) (i * 7 % 5) - 2);
    }
}

static gboolean
is_text (MarmotTable *table,
         const char *name,
         gsize row,
         const char *expected)
{
  g_autofree char *text = test_text (table, name, row);

  if (g_strcmp0 (text, expected) != 0)
    cr_log_error ("row %zu of %s is %s and not %s", row, name, text, expected);
  return g_strcmp0 (text, expected) == 0;
}

static double
number_of (MarmotTable *table,
           const char *name,
           gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  return marmot_column_is_null (column, row) ? (double) NAN : marmot_column_get_double (column, row);
}

#define HEADER "indicator_code,indicator_name,area_code,time_period,sortable,value,denominator\n"

Test (set_xmr, all_indicators_exceptions_first)
{
  g_autoptr (GString) csv = g_string_new (HEADER);
  g_autoptr (MarmotObservationSet) set = NULL;
  g_autoptr (GListStore) indicators = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GListStore) targets = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (MarmotIndicator) low
    = new_indicator ("low", "percent", MARMOT_VALUE_TYPE_PROPORTION, MARMOT_POLARITY_LOW_IS_GOOD, FALSE);
  g_autoptr (MarmotIndicator) high
    = new_indicator ("high", "percent", MARMOT_VALUE_TYPE_PROPORTION, MARMOT_POLARITY_HIGH_IS_GOOD, FALSE);
  g_autoptr (MarmotIndicator) count
    = new_indicator ("count", "people", MARMOT_VALUE_TYPE_COUNT, MARMOT_POLARITY_HIGH_IS_GOOD, TRUE);
  g_autoptr (MarmotTarget) of_year = new_target (low, "2023/24", MARMOT_TARGET_PROFILE_PERIOD, "10%");
  g_autoptr (MarmotTarget) of_high = new_target (high, "2023/24", MARMOT_TARGET_PROFILE_PERIOD, "60%");
  g_autoptr (MarmotTarget) of_month = new_target (high, "Mar 2024", MARMOT_TARGET_PROFILE_PERIOD, "20%");
  g_autoptr (MarmotTarget) of_count = new_target (count, "2023/24", MARMOT_TARGET_PROFILE_PERIOD, "1200");
  g_autoptr (MarmotTarget) of_other = new_target (count, "2023/24", MARMOT_TARGET_PROFILE_TO_DATE, "300");
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (GError) error = NULL;

  append_months (csv, "count", "A", 12, 50, 50);
  append_months (csv, "high", "A", 12, 50, 49);
  append_months (csv, "high", "B", 12, 50, 80);
  append_months (csv, "low", "A", 12, 50, 90);
  append_months (csv, "other", "A", 12, 50, 10);
  append_months (csv, "other", "B", 5, 50, 50);
  set = new_set (csv->str);
  g_list_store_append (indicators, low);
  g_list_store_append (indicators, high);
  g_list_store_append (indicators, count);
  g_list_store_append (targets, of_year);
  g_list_store_append (targets, of_high);
  g_list_store_append (targets, of_month);
  g_list_store_append (targets, of_count);
  g_list_store_append (targets, of_other);
  table = marmot_observation_set_xmr (set, NULL, G_LIST_MODEL (indicators), G_LIST_MODEL (targets), &error);
  g_assert_no_error (error);

  cr_assert (marmot_table_get_n_rows (table) == 6);
  cr_assert (is_text (table, "indicator_code", 0, "low") && is_text (table, "indicator_name", 0, "low name"));
  cr_assert (is_text (table, "standing", 0, "concern") && is_text (table, "assurance", 0, "fail"));
  cr_assert (is_text (table, "indicator_code", 1, "other") && is_text (table, "standing", 1, "changed"));
  cr_assert (is_text (table, "indicator_code", 2, "high") && is_text (table, "area_code", 2, "B"));
  cr_assert (is_text (table, "standing", 2, "improvement"));
  cr_assert (number_of (table, "target", 2) == 20, "that of the month, and not that of the year");
  cr_assert (is_text (table, "indicator_code", 3, "count") && is_text (table, "standing", 3, "stable"));
  cr_assert (isnan (number_of (table, "target", 3)), "a year's count is no target of a month");
  cr_assert (is_text (table, "standing", 5, "not-judged"));
  cr_assert (is_text (table, "notes", 0, "p-chart"));
  {
    g_autoptr (MarmotColumn) dates = marmot_table_get_column_by_name (table, "date");

    cr_assert (marmot_column_get_date (dates, 0) == 19813, "31 March 2024");
  }
}

/* Periods that overlap are noticed, whatever they are called. */
Test (set_xmr, overlapping_periods_are_rolling)
{
  static const struct
  {
    const char *identifier;
    const char *periods[4];
    const char *range;
    gboolean is_rolling;
  } cases[] = {
    { "pooled", { "2015 - 17", "2016 - 18", "2017 - 19", "2018 - 20" }, "", TRUE },
    { "apart", { "2012 - 14", "2015 - 17", "2018 - 20", "2021 - 23" }, "", FALSE },
    { "years", { "2015/16", "2016/17", "2017/18", "2018/19" }, "1y", FALSE },
    { "stated", { "2015/16", "2016/17", "2017/18", "2018/19" }, "3y", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) csv = g_string_new ("indicator_code,time_period,period_range,sortable,value\n");
      g_autoptr (MarmotObservationSet) set = NULL;
      g_autoptr (MarmotTable) table = NULL;

      for (guint k = 0; k < 4; k++)
        g_string_append_printf (csv, "a,%s,%s,%u0000,%u\n", cases[i].periods[k], cases[i].range, 2015 + k, 5 + k % 2);
      set = new_set (csv->str);
      table = marmot_observation_set_xmr (set, NULL, NULL, NULL, NULL);
      cr_assert (is_text (table, "notes", 0, cases[i].is_rolling ? "trial rolling" : "trial"), "%s",
                 cases[i].identifier);
    }
}

/* Where a text is no period the sort key orders the rows, and nobody looks for gaps. */
Test (set_xmr, periods_that_nobody_can_read)
{
  g_autoptr (MarmotObservationSet) set
    = new_set ("indicator_code,time_period,sortable,value\na,week two,2,5\na,week one,1,4\na,week nine,9,6\n");
  g_autoptr (MarmotObservationSet) unordered = new_set ("indicator_code,time_period,value\na,week two,5\n");
  g_autoptr (MarmotObservationSet) timeless = new_set ("indicator_code,value\na,5\n");
  g_autoptr (MarmotTable) table = marmot_observation_set_xmr (set, NULL, NULL, NULL, NULL);
  g_autoptr (GError) no_order = NULL;
  g_autoptr (GError) no_time = NULL;

  cr_assert (is_text (table, "notes", 0, "trial unsorted"));
  cr_assert (number_of (table, "value", 0) == 6);
  cr_assert (marmot_observation_set_xmr (unordered, NULL, NULL, NULL, &no_order) == NULL);
  cr_assert (g_error_matches (no_order, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  cr_assert (marmot_observation_set_xmr (timeless, NULL, NULL, NULL, &no_time) == NULL);
  cr_assert (g_error_matches (no_time, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
}

Test (set_xmr, targets_must_be_of_indicators)
{
  g_autoptr (MarmotObservationSet) set = new_set ("indicator_code,time_period,value\na,2020/21,5\na,2020/21,6\n");
  g_autoptr (GListStore) targets = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (MarmotTarget) target = new_target (NULL, "2023/24", MARMOT_TARGET_PROFILE_PERIOD, "10%");
  g_autoptr (MarmotTable) table = marmot_observation_set_xmr (set, NULL, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  cr_assert (is_text (table, "status", 0, "duplicate-date") && is_text (table, "standing", 0, "not-computed"));
  g_list_store_append (targets, target);
  cr_assert (marmot_observation_set_xmr (set, NULL, NULL, G_LIST_MODEL (targets), &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}
