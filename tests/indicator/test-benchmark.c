/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whole sets against their benchmark.
 */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
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

static MarmotTable *
compare (MarmotObservationSet *set,
         MarmotBenchmark *benchmark,
         MarmotComparisonSpec *spec,
         GListModel *specs)
{
  g_autoptr (GError) error = NULL;
  MarmotTable *result = marmot_observation_set_compare (set, benchmark, spec, specs, &error);

  cr_assert (result != NULL, "%s", error ? error->message : "");
  cr_assert (eq (sz, marmot_table_get_n_rows (result), marmot_observation_set_get_n_rows (set)));
  return result;
}

/* The cells of a column with a space between two; "-" for null. */
static char *
joined (const MarmotTable *table,
        const char *name)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);
  g_autoptr (GString) text = g_string_new (NULL);

  cr_assert (column != NULL, "%s", name);
  for (gsize i = 0; i < marmot_column_get_length (column); i++)
    {
      g_autofree char *cell = NULL;

      if (marmot_column_is_null (column, i))
        cell = g_strdup ("-");
      else if (marmot_column_get_column_type (column) == MARMOT_COLUMN_DICTIONARY)
        cell = marmot_column_get_text (column, i);
      else if (marmot_column_get_column_type (column) == MARMOT_COLUMN_BOOLEAN)
        cell = g_strdup (marmot_column_get_boolean (column, i) ? "yes" : "no");
      else
        cell = g_strdup_printf ("%g", marmot_column_get_double (column, i));
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", cell);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check (const MarmotTable *table,
       const char *name,
       const char *expected)
{
  g_autofree char *found = joined (table, name);

  cr_assert (eq (str, found, (char *) expected), "%s", name);
}

/* E is England; the males of it are missing, and the 0-4 are there twice. */
static const char figures[]
  = "indicator_id,parent_code,area_code,area_type,sex,age,category_type,category,time_period,time_identifier,"
    "value,lower_95,upper_95,state\n"
    "1,,E,England,Persons,All,,,2021/22,Year,3.9,3.8,4.0,\n"
    "1,E,A,County,Persons,All,,,2021/22,Year,5.9,4.6,7.4,\n"
    "1,E,B,County,Persons,All,,,2021/22,Year,4.2,3.3,5.3,\n"
    "1,E,A,County,Male,All,,,2021/22,Year,6.1,4.6,7.4,\n"
    "1,E,C,County,Persons,All,,,2021/22,Year,,,,suppressed\n"
    "1,E,D,County,Persons,All,,,2021/22,Year,4.4,,,\n"
    "1,,E,England,Persons,0-4,,,2021/22,Year,3.9,3.8,4.0,\n"
    "1,,E,England,Persons,0-4,,,2021/22,Year,3.9,3.8,4.0,\n"
    "1,E,A,County,Persons,0-4,,,2021/22,Year,5.9,4.6,7.4,\n"
    "1,E,A,County,Persons,All,,,2021/22,Quarter 1,5.9,4.6,7.4,\n"
    "1,E,A,County,Persons,All,Decile,Most,2021/22,Year,9,8,10,\n"
    "1,E,A,County,Persons,All,,,,Year,9,8,10,\n"
    "2,,E,England,Persons,All,,,2021/22,Year,,,,suppressed\n"
    "2,E,A,County,Persons,All,,,2021/22,Year,9,8,10,\n"
    "3,E,A,County,Persons,All,,,2021/22,Year,9,8,10,\n"
    "1,,E,England,Persons,All,Decile,Most,2021/22,Year,3,2,3.5,\n";

Test (benchmark, an_area_of_the_set)
{
  g_autoptr (MarmotObservationSet) set = new_set (figures);
  g_autoptr (MarmotBenchmark) england = marmot_benchmark_new_area ("E");
  g_autoptr (MarmotComparisonSpec) spec
    = marmot_comparison_spec_new (MARMOT_COMPARISON_METHOD_AUTOMATIC, MARMOT_POLARITY_LOW_IS_GOOD);
  g_autoptr (MarmotTable) result = compare (set, england, spec, NULL);

  check (result, "code",
         "not-compared worse similar not-compared not-compared worse not-compared not-compared not-compared "
         "not-compared worse not-compared not-compared not-compared not-compared better");
  check (result, "reason",
         "is-benchmark compared compared no-benchmark suppressed compared is-benchmark is-benchmark benchmark-twice "
         "no-benchmark compared no-period is-benchmark benchmark-suppressed no-benchmark compared");
  /* D has no interval. */
  check (result, "method",
         "benchmark-one-level benchmark-one-level benchmark-one-level benchmark-one-level benchmark-values "
         "benchmark-values benchmark-one-level benchmark-one-level benchmark-one-level benchmark-one-level "
         "benchmark-one-level benchmark-one-level benchmark-values benchmark-one-level benchmark-one-level "
         "benchmark-one-level");
  check (result, "benchmark", "3.9 3.9 3.9 - 3.9 3.9 - - - - 3.9 - - - - 3.9");
  check (result, "area_code", "E A B A C D E E A A A A E A A E");
  check (result, "benchmark_area", "E E E E E E E E E E E E E E E E");
}

Test (benchmark, the_area_that_each_lies_in)
{
  g_autoptr (MarmotObservationSet) set = new_set ("indicator_id,parent_code,area_code,time_period,value\n"
                                                  "1,R,A,2021/22,1\n"
                                                  "1,S,B,2021/22,3\n"
                                                  "1,E,R,2021/22,2\n"
                                                  "1,E,S,2021/22,2\n"
                                                  "1,,E,2021/22,2\n"
                                                  "1,T,C,2021/22,2\n"
                                                  "1,S,S,2022/23,2\n");
  g_autoptr (MarmotBenchmark) parent = marmot_benchmark_new_parent ();
  g_autoptr (MarmotComparisonSpec) spec
    = marmot_comparison_spec_new (MARMOT_COMPARISON_METHOD_VALUES, MARMOT_POLARITY_HIGH_IS_GOOD);
  g_autoptr (MarmotTable) result = compare (set, parent, spec, NULL);

  check (result, "code", "worse better similar similar not-compared not-compared not-compared");
  check (result, "reason", "compared compared compared compared no-parent no-benchmark is-benchmark");
  check (result, "benchmark_area", "R S E E - T S");
  check (result, "benchmark_kind", "parent parent parent parent parent parent parent");
}

/* Each indicator by its own spec; one is not named, one is only known by its
 * default. */
Test (benchmark, a_spec_for_each_indicator)
{
  g_autoptr (MarmotObservationSet) set = new_set ("indicator_id,area_code,time_period,value,lower_95,upper_95,denominator\n"
                                                  "1,E,2021/22,10,9,11,1000\n"
                                                  "1,A,2021/22,12,9,15,1000\n"
                                                  "2,E,2021/22,10,,,1000\n"
                                                  "2,A,2021/22,15,,,1000\n"
                                                  "3,E,2021/22,10,,,\n"
                                                  "3,A,2021/22,15,,,\n"
                                                  "4,E,2021/22,10,,,\n"
                                                  "4,A,2021/22,15,,,\n");
  g_autoptr (MarmotBenchmark) england = marmot_benchmark_new_area ("E");
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (MarmotIndicator) one
    = new_indicator ("1", "percent", MARMOT_VALUE_TYPE_PROPORTION, MARMOT_POLARITY_LOW_IS_GOOD, FALSE);
  g_autoptr (MarmotIndicator) four = g_object_new (MARMOT_TYPE_INDICATOR, "fingertips-id", 4, "polarity",
                                                   MARMOT_POLARITY_NO_JUDGEMENT, NULL);
  g_autoptr (MarmotComparisonSpec) limits
    = marmot_comparison_spec_new_full (MARMOT_COMPARISON_METHOD_SPC_PROPORTION, MARMOT_POLARITY_HIGH_IS_GOOD, 0.95, 100,
                                       MARMOT_COMPARATOR_ENGLAND, MARMOT_COMPARISON_VOCABULARY_FINGERTIPS);
  g_autoptr (MarmotComparisonSpec) two = marmot_comparison_spec_with_indicator (limits, "2");
  g_autoptr (MarmotComparisonSpec) of_one = marmot_comparison_spec_new_for_indicator (one);
  g_autoptr (MarmotTable) result = NULL;
  g_autoptr (GError) error = NULL;

  g_list_store_append (list, one);
  g_list_store_append (list, two);
  g_list_store_append (list, four);
  result = compare (set, england, NULL, G_LIST_MODEL (list));
  check (result, "code", "not-compared similar not-compared better not-compared not-compared not-compared higher");
  check (result, "reason",
         "is-benchmark compared is-benchmark compared is-benchmark no-spec is-benchmark compared");
  check (result, "label", "Not compared Similar Not compared Better Not compared Not compared Not compared Higher");
  check (result, "method",
         "benchmark-one-level benchmark-one-level benchmark-spc-proportion benchmark-spc-proportion none none "
         "benchmark-values benchmark-values");
  cr_assert (marmot_comparison_spec_get_multiplier (of_one) == 100);
  cr_assert (marmot_comparison_spec_get_polarity (of_one) == MARMOT_POLARITY_LOW_IS_GOOD);

  /* A spec for no indicator in particular belongs in the other argument. */
  g_list_store_append (list, limits);
  cr_assert (marmot_observation_set_compare (set, england, NULL, G_LIST_MODEL (list), &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
}

/* 70 of 1,000 and 40 of 100 are 10% pooled and 23.5% as the mean of areas. */
static const char neighbours[] = "indicator_id,area_code,time_period,value,count,denominator,state\n"
                                 "1,A,2021/22,5,5,100,\n"
                                 "1,B,2021/22,7,70,1000,\n"
                                 "1,C,2021/22,40,40,100,\n"
                                 "1,D,2021/22,,,,suppressed\n"
                                 "1,Z,2021/22,12,12,100,\n"
                                 "1,A,2022/23,5,5,100,\n"
                                 "1,B,2022/23,7,70,1000,\n";

static MarmotAreaSet *
new_areas (void)
{
  static const char *const codes[] = { "A", "B", "C", "D", "F", "Z" };
  MarmotAreaSet *set = marmot_area_set_new ();

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (MarmotArea) area = g_object_new (MARMOT_TYPE_AREA, "id", codes[i], "code", codes[i], NULL);

      marmot_area_set_add (set, area, NULL);
    }
  for (guint i = 1; i < 5; i++)
    marmot_area_set_add_neighbour (set, marmot_area_set_lookup (set, "A", NULL),
                                   marmot_area_set_lookup (set, codes[i], NULL), MARMOT_NEIGHBOUR_SOURCE_CIPFA, i, NULL);
  return set;
}

Test (benchmark, the_neighbours_of_each_area)
{
  static const struct
  {
    MarmotAverageKind kind;
    gboolean include;
    guint min_areas;
    const char *benchmark, *code, *reason, *in;
  } cases[] = {
    { MARMOT_AVERAGE_KIND_POOLED, FALSE, 0, "10 - - - - - -",
      "worse not-compared not-compared not-compared not-compared not-compared not-compared",
      "compared no-neighbours no-neighbours suppressed no-neighbours too-few-areas no-neighbours", "2 0 0 0 0 1 0" },
    { MARMOT_AVERAGE_KIND_MEAN_OF_AREAS, FALSE, 0, "23.5 - - - - - -",
      "worse not-compared not-compared not-compared not-compared not-compared not-compared",
      "compared no-neighbours no-neighbours suppressed no-neighbours too-few-areas no-neighbours", "2 0 0 0 0 1 0" },
    { MARMOT_AVERAGE_KIND_POOLED, TRUE, 2, "9.58333 - - - - 6.81818 -",
      "worse not-compared not-compared not-compared not-compared worse not-compared",
      "compared too-few-areas too-few-areas suppressed too-few-areas compared too-few-areas", "3 1 1 0 1 2 1" },
    { MARMOT_AVERAGE_KIND_POOLED, FALSE, 3, "- - - - - - -",
      "not-compared not-compared not-compared not-compared not-compared not-compared not-compared",
      "too-few-areas no-neighbours no-neighbours suppressed no-neighbours too-few-areas no-neighbours",
      "2 0 0 0 0 1 0" },
  };
  g_autoptr (MarmotObservationSet) set = new_set (neighbours);
  g_autoptr (MarmotAreaSet) areas = new_areas ();
  g_autoptr (MarmotComparisonSpec) spec
    = marmot_comparison_spec_new_full (MARMOT_COMPARISON_METHOD_VALUES, MARMOT_POLARITY_HIGH_IS_GOOD, 0.95, 100,
                                       MARMOT_COMPARATOR_NEIGHBOURS, MARMOT_COMPARISON_VOCABULARY_FINGERTIPS);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotBenchmark) benchmark
        = marmot_benchmark_new_neighbours (areas, MARMOT_NEIGHBOUR_SOURCE_CIPFA, cases[i].kind, cases[i].include,
                                           cases[i].min_areas);
      g_autoptr (MarmotTable) result = compare (set, benchmark, spec, NULL);

      check (result, "benchmark", cases[i].benchmark);
      check (result, "code", cases[i].code);
      check (result, "reason", cases[i].reason);
      check (result, "areas_in", cases[i].in);
    }

  {
    g_autoptr (MarmotBenchmark) benchmark = marmot_benchmark_new_neighbours (
      areas, MARMOT_NEIGHBOUR_SOURCE_CIPFA, MARMOT_AVERAGE_KIND_POOLED, TRUE, 0);
    g_autoptr (MarmotTable) result = compare (set, benchmark, spec, NULL);

    /* D is suppressed, and F is not in the set at all. */
    check (result, "areas_left_out", "2 0 0 1 0 3 0");
    check (result, "areas_suppressed", "1 0 0 1 0 0 0");
    check (result, "includes_area", "yes yes yes no yes yes yes");
    check (result, "benchmark_kind", "pooled pooled pooled pooled pooled pooled pooled");
  }
  {
    /* Fractions, and values in percent: somebody forgot the multiplier. */
    g_autoptr (MarmotComparisonSpec) wrong
      = marmot_comparison_spec_new (MARMOT_COMPARISON_METHOD_VALUES, MARMOT_POLARITY_HIGH_IS_GOOD);
    g_autoptr (MarmotBenchmark) benchmark = marmot_benchmark_new_neighbours (
      areas, MARMOT_NEIGHBOUR_SOURCE_CIPFA, MARMOT_AVERAGE_KIND_POOLED, FALSE, 0);
    g_autoptr (MarmotTable) result = compare (set, benchmark, wrong, NULL);
    g_autofree char *reason = test_text (result, "reason", 0);

    cr_assert (eq (str, reason, "benchmark-out-of-range"));
  }
}

/* Z is held against all three; B against the others alone, unless it is to be in. */
Test (benchmark, areas_that_are_named)
{
  static const char *const codes[] = { "A", "B", "C", "B", NULL };
  g_autoptr (MarmotObservationSet) set = new_set (neighbours);
  g_autoptr (MarmotComparisonSpec) spec
    = marmot_comparison_spec_new (MARMOT_COMPARISON_METHOD_VALUES, MARMOT_POLARITY_HIGH_IS_GOOD);
  g_autoptr (MarmotBenchmark) without
    = marmot_benchmark_new_areas (codes, MARMOT_AVERAGE_KIND_MEAN_OF_AREAS, FALSE, 0);
  g_autoptr (MarmotBenchmark) with = marmot_benchmark_new_areas (codes, MARMOT_AVERAGE_KIND_MEAN_OF_AREAS, TRUE, 0);
  g_autoptr (MarmotTable) alone = compare (set, without, spec, NULL);
  g_autoptr (MarmotTable) together = compare (set, with, spec, NULL);

  check (alone, "benchmark", "23.5 22.5 6 17.3333 17.3333 - -");
  check (alone, "areas_in", "2 2 2 3 3 1 1");
  check (together, "benchmark", "17.3333 17.3333 17.3333 17.3333 16 6 6");
  check (together, "includes_area", "yes yes yes no yes yes yes");
  check (alone, "benchmark_kind",
         "mean-of-areas mean-of-areas mean-of-areas mean-of-areas mean-of-areas mean-of-areas mean-of-areas");
}

/* Quintiles are among the areas of one type; a part of the population and the
 * benchmark are not in them. */
Test (benchmark, quintiles_of_a_mixed_set)
{
  g_autoptr (GString) csv = g_string_new ("indicator_id,area_code,area_type,category,time_period,value\n");
  g_autoptr (MarmotBenchmark) england = marmot_benchmark_new_area ("E");
  g_autoptr (MarmotComparisonSpec) spec
    = marmot_comparison_spec_new (MARMOT_COMPARISON_METHOD_QUINTILES, MARMOT_POLARITY_UNSTATED);
  g_autoptr (MarmotObservationSet) set = NULL;
  g_autoptr (MarmotTable) result = NULL;

  g_string_append (csv, "1,E,England,,2021/22,1000\n1,A0,County,Most deprived,2021/22,1000\n1,D,District,,2021/22,1000\n");
  for (int i = 0; i < 5; i++)
    g_string_append_printf (csv, "1,A%d,County,,2021/22,%d\n2,A%d,County,,2021/22,%d\n", i, i, i, 100 - i);
  set = new_set (csv->str);
  result = compare (set, england, spec, NULL);
  check (result, "code",
         "not-compared not-compared not-compared group-1 group-5 group-2 group-4 group-3 group-3 group-4 group-2 "
         "group-5 group-1");
  check (result, "reason",
         "is-benchmark part-of-population too-few-values compared compared compared compared compared compared "
         "compared compared compared compared");
}

/* As one call a row of one indicator would have it, whatever the order of rows. */
Test (benchmark, every_published_row_as_one_set)
{
  static const char *const methods[] = { "single_ci_one_level", "single_ci_two_levels", "double_ci" };
  static const MarmotComparisonMethod by[] = { MARMOT_COMPARISON_METHOD_INTERVAL, MARMOT_COMPARISON_METHOD_TWO_LEVELS,
                                               MARMOT_COMPARISON_METHOD_BOTH_INTERVALS };
  g_autoptr (TestTable) table = test_table_load ("fingertips/benchmark.csv");
  g_autoptr (GString) csv = g_string_new ("indicator_id,area_code,time_period,value,lower_95,upper_95,lower_99_8,upper_99_8\n");
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GArray) of_row = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (MarmotBenchmark) england = marmot_benchmark_new_area ("E");
  g_autoptr (MarmotObservationSet) set = NULL;
  g_autoptr (MarmotTable) result = NULL;

  for (guint row = 0; row < table->rows->len; row++)
    for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
      {
        MarmotPolarity polarity = test_polarity (test_table_text (table, row, "polarity"));
        const char *value = test_table_text (table, row, "value");
        const char *benchmark = test_table_text (table, row, "benchmark_value");
        g_autofree char *id = g_strdup_printf ("%u", row);
        g_autoptr (MarmotComparisonSpec) spec = NULL;
        g_autoptr (MarmotComparisonSpec) of_indicator = NULL;

        if (strcmp (test_table_text (table, row, "method"), methods[m]) != 0)
          continue;
        spec = marmot_comparison_spec_new (by[m], polarity);
        of_indicator = marmot_comparison_spec_with_indicator (spec, id);
        g_list_store_append (list, of_indicator);
        g_string_append_printf (csv, "%u,A,2021/22,%s,%s,%s,%s,%s\n%u,E,2021/22,%s,%s,%s,,\n", row,
                                strcmp (value, "-1") == 0 ? "" : value, test_table_text (table, row, "lower95"),
                                test_table_text (table, row, "upper95"), test_table_text (table, row, "lower99_8"),
                                test_table_text (table, row, "upper99_8"), row,
                                strcmp (benchmark, "-1") == 0 ? "" : benchmark,
                                test_table_text (table, row, "benchmark_lower95"),
                                test_table_text (table, row, "benchmark_upper95"));
        g_array_append_val (of_row, row);
      }

  set = new_set (csv->str);
  result = compare (set, england, NULL, G_LIST_MODEL (list));
  for (guint i = 0; i < of_row->len; i++)
    {
      const char *expected = test_table_text (table, g_array_index (of_row, guint, i), "expected_significance");
      const char *wanted = strcmp (expected, "none") == 0   ? "not-compared"
                           : strcmp (expected, "same") == 0 ? "similar"
                                                            : expected;
      g_autofree char *code = test_text (result, "code", 2 * i);

      cr_assert (eq (str, code, (char *) wanted), "%s: %s", 
                 test_table_text (table, g_array_index (of_row, guint, i), "case_id"), code);
    }
  cr_assert (of_row->len > 1000, "%u", of_row->len);
}

Test (benchmark, says_what_is_missing)
{
  static const struct
  {
    const char *csv;
    MarmotBenchmarkKind kind;
  } cases[] = {
    { "area_code,time_period\nA,2021/22\n", MARMOT_BENCHMARK_KIND_AREA },
    { "value,time_period\n1,2021/22\n", MARMOT_BENCHMARK_KIND_AREA },
    { "area_code,value\nA,1\n", MARMOT_BENCHMARK_KIND_AREA },
    { "area_code,value,time_period\nA,1,2021/22\n", MARMOT_BENCHMARK_KIND_PARENT },
    { "area_code,value,time_period\nA,1,2021/22\n", MARMOT_BENCHMARK_KIND_AREAS },
  };
  static const char *const codes[] = { "A", NULL };
  g_autoptr (MarmotComparisonSpec) spec
    = marmot_comparison_spec_new (MARMOT_COMPARISON_METHOD_VALUES, MARMOT_POLARITY_HIGH_IS_GOOD);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MarmotObservationSet) set = new_set (cases[i].csv);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotBenchmark) benchmark
        = cases[i].kind == MARMOT_BENCHMARK_KIND_AREA     ? marmot_benchmark_new_area ("A")
          : cases[i].kind == MARMOT_BENCHMARK_KIND_PARENT ? marmot_benchmark_new_parent ()
                                                          : marmot_benchmark_new_areas (codes, MARMOT_AVERAGE_KIND_POOLED, FALSE, 0);

      cr_assert (marmot_observation_set_compare (set, benchmark, spec, NULL, &error) == NULL, "%u", i);
      cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND), "%u", i);
    }
  {
    g_autoptr (MarmotObservationSet) set = new_set ("area_code,value,time_period\nA,1,2021/22\nB,2,2021/22\n");
    g_autoptr (MarmotBenchmark) nowhere = g_object_new (MARMOT_TYPE_BENCHMARK, NULL);
    g_autoptr (MarmotBenchmark) unknown = marmot_benchmark_new_area ("Q");
    g_autoptr (MarmotTable) result = compare (set, unknown, spec, NULL);
    g_autoptr (GError) error = NULL;

    check (result, "reason", "no-benchmark no-benchmark");
    cr_assert (marmot_observation_set_compare (set, nowhere, spec, NULL, &error) == NULL);
    cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT));
  }
}
