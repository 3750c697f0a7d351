/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A small set of figures is made of the bytes, compared with every kind of
 * benchmark by every method, trended and viewed. Whatever the numbers are, each row
 * has an answer or a reason, and a row that was compared has a benchmark where its
 * method needs one.
 */
#include <marmot/marmot.h>
#include <math.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

#define MAX_ROWS 200
#define N_NUMBERS 8

static const char *const number_names[N_NUMBERS] = { "value", "lower_95", "upper_95", "lower_99_8",
                                                     "upper_99_8", "count", "denominator", "denominator_2" };
static const char *const key_names[] = { "area_code", "parent_code", "area_type", "sex", "category", "time_period",
                                         "time_identifier", "state", "compared_england", "recent_trend" };
static const char *const key_texts[][4] = {
  { "E", "A", "B", "C" },
  { "E", "A", "", "Q" },
  { "County", "District", "", "County" },
  { "Persons", "Male", "", "Persons" },
  { "", "", "Most deprived", "" },
  { "2021/22", "2022/23", "2023/24 Q1", "nonsense" },
  { "Year", "Year", "Quarter", "" },
  { "", "suppressed", "not-available", "nonsense" },
  { "Worse", "Similar", "Better", "Lower" },
  { "Increasing and getting worse", "No significant change", "", "" },
};

typedef struct
{
  const guint8 *data;
  gsize size;
} Input;

static guint8
take_byte (Input *self)
{
  guint8 byte;

  if (self->size == 0)
    return 0;
  byte = *self->data++;
  self->size--;
  return byte;
}

/* Small numbers, extremes, or eight bytes as they are. */
static double
take_number (Input *self,
             gboolean *is_null)
{
  static const double extremes[] = { 0, -1, 1e308, -1e308, 5e-324, INFINITY, NAN, 1e15 };
  guint8 byte = take_byte (self);
  double number = 0;

  *is_null = byte % 16 == 0;
  if (byte % 16 == 1)
    return extremes[take_byte (self) % G_N_ELEMENTS (extremes)];
  if (byte % 16 == 2)
    {
      for (guint i = 0; i < sizeof number; i++)
        ((guint8 *) &number)[i] = take_byte (self);
      return number;
    }
  return byte / 4.0;
}

static MarmotObservationSet *
make_set (Input *input,
          gsize n_rows)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autoptr (MarmotTable) table = NULL;
  gint64 sortable[MAX_ROWS], ids[MAX_ROWS];
  MarmotObservationSet *set;

  for (guint k = 0; k < G_N_ELEMENTS (key_names); k++)
    {
      const char *texts[MAX_ROWS + 1] = { NULL };
      gboolean nulls[MAX_ROWS];
      g_autoptr (MarmotColumn) column = NULL;

      for (gsize i = 0; i < n_rows; i++)
        {
          texts[i] = key_texts[k][take_byte (input) % 4];
          nulls[i] = *texts[i] == '\0';
        }
      column = marmot_column_new_text (texts);
      g_ptr_array_add (names, (gpointer) key_names[k]);
      g_ptr_array_add (columns, marmot_column_with_nulls (column, nulls, n_rows, NULL));
    }
  for (guint k = 0; k < N_NUMBERS; k++)
    {
      double numbers[MAX_ROWS];
      gboolean nulls[MAX_ROWS];
      g_autoptr (MarmotColumn) column = NULL;

      for (gsize i = 0; i < n_rows; i++)
        numbers[i] = take_number (input, &nulls[i]);
      column = marmot_column_new_double (numbers, n_rows);
      g_ptr_array_add (names, (gpointer) number_names[k]);
      g_ptr_array_add (columns, marmot_column_with_nulls (column, nulls, n_rows, NULL));
    }
  for (gsize i = 0; i < n_rows; i++)
    {
      ids[i] = take_byte (input) % 3;
      sortable[i] = 20100000 + 10000 * (gint64) (take_byte (input) % 12) + take_byte (input) % 2;
    }
  g_ptr_array_add (names, (gpointer) "indicator_id");
  g_ptr_array_add (columns, marmot_column_new_integer (ids, n_rows));
  g_ptr_array_add (names, (gpointer) "sortable");
  g_ptr_array_add (columns, marmot_column_new_integer (sortable, n_rows));
  g_ptr_array_add (names, NULL);

  table = marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len, NULL);
  g_assert_nonnull (table);
  set = marmot_observation_set_new (table, NULL);
  g_assert_nonnull (set);
  return set;
}

static void
check_rows (const MarmotTable *result,
            gsize n_rows,
            MarmotComparisonMethod method)
{
  g_autoptr (MarmotColumn) code = marmot_table_get_column_by_name (result, "code");
  g_autoptr (MarmotColumn) reason = marmot_table_get_column_by_name (result, "reason");
  g_autoptr (MarmotColumn) benchmark = marmot_table_get_column_by_name (result, "benchmark");
  gboolean needs_one = method < MARMOT_COMPARISON_METHOD_QUINTILES;

  g_assert_cmpuint (marmot_table_get_n_rows (result), ==, n_rows);
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *c = marmot_column_get_text (code, i);
      g_autofree char *r = marmot_column_get_text (reason, i);

      g_assert_true ((strcmp (c, "not-compared") == 0) == (strcmp (r, "compared") != 0));
      if (needs_one && strcmp (r, "compared") == 0)
        g_assert_false (marmot_column_is_null (benchmark, i));
    }
}

static void
check_view (MarmotTable *view,
            gsize n_rows,
            GError *error)
{
  g_autoptr (MarmotTable) held = view;

  g_assert_no_error (error);
  g_assert_cmpuint (marmot_table_get_n_rows (held), <=, n_rows);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t size)
{
  static const char *const codes[] = { "A", "B", "Q", NULL };
  Input input = { data, size };
  guint8 first = take_byte (&input);
  MarmotComparisonMethod method = (MarmotComparisonMethod) (first % (MARMOT_COMPARISON_METHOD_NONE + 1));
  MarmotPolarity polarity = (MarmotPolarity) (first / 16 % 4);
  gsize n_rows = take_byte (&input) % MAX_ROWS;
  g_autoptr (MarmotObservationSet) set = make_set (&input, n_rows);
  g_autoptr (MarmotComparisonSpec) spec
    = marmot_comparison_spec_new_full (method, polarity, 0.95, 100, MARMOT_COMPARATOR_ENGLAND,
                                       MARMOT_COMPARISON_VOCABULARY_FINGERTIPS);
  MarmotBenchmark *benchmarks[] = {
    marmot_benchmark_new_area ("E"),
    marmot_benchmark_new_parent (),
    marmot_benchmark_new_areas (codes, MARMOT_AVERAGE_KIND_POOLED, first % 2, 1),
    marmot_benchmark_new_areas (codes, MARMOT_AVERAGE_KIND_MEAN_OF_AREAS, first % 2, 2),
  };
  g_autoptr (MarmotTrendOptions) options
    = marmot_trend_options_new ((MarmotTrendRule) (first % 2), MARMOT_VALUE_TYPE_PROPORTION, polarity);
  g_autoptr (MarmotTable) trends = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (benchmarks); i++)
    {
      g_autoptr (MarmotTable) result = marmot_observation_set_compare (set, benchmarks[i], spec, NULL, &error);

      g_assert_no_error (error);
      check_rows (result, n_rows, method);
      g_object_unref (benchmarks[i]);
    }
  trends = marmot_observation_set_trends (set, options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (marmot_table_get_n_rows (trends), <=, n_rows);
  check_view (marmot_view_exceptions (set, "compared_england", &error), n_rows, error);
  check_view (marmot_view_spine (set, "A", "E", NULL, TRUE, &error), n_rows, error);
  check_view (marmot_view_profile (set, "A", &error), n_rows, error);
  return 0;
}
