/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Trends of whole sets: as those of each series alone.
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
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

/* The series of the guidance, under an indicator, with its rows turned round. */
static void
append_series (GString *csv,
               int indicator,
               const char *area,
               const char *range,
               const char *identifier,
               guint n_years)
{
  static const double values[] = { 24.67, 24.6, 28, 30.2, 30.6 };
  static const double lower[] = { 23.16, 23.15, 26.44, 28.63, 28.98 };
  static const double upper[] = { 26.25, 26.19, 29.64, 31.9, 32.25 };
  static const int counts[] = { 994, 1023, 1199, 1332, 1367 };
  static const int denominators[] = { 40299, 41527, 42811, 44064, 44701 };

  for (guint i = n_years; i-- > 0;)
    g_string_append_printf (csv, "%d,%s,%u/%u,%s,%s,%u0000,%g,%g,%g,%d,%d\n", indicator, area, 2014 + i, 15 + i, range,
                            identifier, 2014 + i, values[i], lower[i], upper[i], counts[i], denominators[i]);
}

static char *
text_at (const MarmotTable *table,
         const char *name,
         gsize row)
{
  return test_text (table, name, row);
}

Test (set_trends, each_series_by_its_indicator)
{
  g_autoptr (GString) csv = g_string_new (
    "indicator_id,area_code,time_period,period_range,time_identifier,sortable,value,lower_95,upper_95,count,denominator\n");
  g_autoptr (MarmotObservationSet) set = NULL;
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (MarmotIndicator) low
    = new_indicator ("1", "percent", MARMOT_VALUE_TYPE_PROPORTION, MARMOT_POLARITY_LOW_IS_GOOD, FALSE);
  g_autoptr (MarmotIndicator) high
    = new_indicator ("2", "percent", MARMOT_VALUE_TYPE_PROPORTION, MARMOT_POLARITY_HIGH_IS_GOOD, FALSE);
  g_autoptr (MarmotTable) trends = NULL;
  static const char *const labels[]
    = { "Increasing and getting worse", "Cannot be calculated", "Increasing and getting better",
        "Cannot be calculated", "Cannot be calculated" };

  append_series (csv, 2, "A", "1y", "Year", 5);
  append_series (csv, 1, "A", "1y", "Year", 5);
  append_series (csv, 1, "B", "1y", "Year", 4);
  append_series (csv, 2, "B", "3y", "Year", 5);
  append_series (csv, 3, "A", "1y", "Year", 5);
  set = new_set (csv->str);
  g_list_store_append (list, low);
  g_list_store_append (list, high);
  trends = marmot_observation_set_trends (set, NULL, G_LIST_MODEL (list), NULL);

  cr_assert (eq (sz, marmot_table_get_n_rows (trends), 5));
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = text_at (trends, "label", i);

      cr_assert (eq (str, label, (char *) labels[i]), "%zu", i);
    }
  {
    g_autofree char *area = text_at (trends, "area_code", 1);
    g_autofree char *few = text_at (trends, "reason", 1);
    g_autofree char *years = text_at (trends, "reason", 3);
    g_autofree char *type = text_at (trends, "reason", 4);

    cr_assert (eq (str, area, "B"));
    cr_assert (eq (str, few, "too-few-points"));
    cr_assert (eq (str, years, "year-range"));
    cr_assert (eq (str, type, "value-type"));
  }
}

/* Five years and a quarter of the same indicator are two series, and neither spoils
 * the other. */
Test (set_trends, years_and_quarters_apart)
{
  g_autoptr (GString) csv = g_string_new (
    "indicator_id,area_code,time_period,period_range,time_identifier,sortable,value,lower_95,upper_95,count,denominator\n");
  g_autoptr (MarmotTrendOptions) options
    = marmot_trend_options_new (MARMOT_TREND_FINGERTIPS, MARMOT_VALUE_TYPE_PROPORTION, MARMOT_POLARITY_LOW_IS_GOOD);
  g_autoptr (MarmotObservationSet) set = NULL;
  g_autoptr (MarmotTable) trends = NULL;
  g_autofree char *of_quarter = NULL;
  g_autofree char *of_year = NULL;

  append_series (csv, 1, "A", "", "Year", 5);
  append_series (csv, 1, "A", "", "Quarter", 1);
  set = new_set (csv->str);
  trends = marmot_observation_set_trends (set, options, NULL, NULL);
  cr_assert (eq (sz, marmot_table_get_n_rows (trends), 2));
  of_quarter = text_at (trends, "label", 0);
  of_year = text_at (trends, "label", 1);
  cr_assert (eq (str, of_quarter, "Cannot be calculated"));
  cr_assert (eq (str, of_year, "Increasing and getting worse"));
}

Test (set_trends, says_what_is_missing)
{
  g_autoptr (MarmotObservationSet) set = new_set ("area_code,value\nA,1\n");
  g_autoptr (MarmotObservationSet) whole = new_set ("area_code,value,sortable\nA,1,20210000\n");
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GObject) other = G_OBJECT (g_list_store_new (G_TYPE_OBJECT));
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) wrong = NULL;

  cr_assert (marmot_observation_set_trends (set, NULL, NULL, &missing) == NULL);
  cr_assert (g_error_matches (missing, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND));
  g_list_store_append (list, other);
  cr_assert (marmot_observation_set_trends (whole, NULL, G_LIST_MODEL (list), &wrong) == NULL);
  cr_assert (g_error_matches (wrong, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}
