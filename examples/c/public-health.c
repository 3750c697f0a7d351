/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads a file of Fingertips' form, and says of one area how it stands beside England,
 * its region and the areas that are like it, and where it is going:
 *
 *   public-health FIGURES AREA_CODE OUTPUT_FOLDER
 *
 * The same program in Python and JavaScript stands beside this one; the three print
 * the same, and write the same bytes.
 */
#include <marmot/marmot.h>
#include <stdlib.h>
#include <string.h>

#define ENGLAND "E92000001"

/* The areas that the extract has beside Coventry, in order of likeness. */
static const char *const neighbours[] = { "E06000015", "E08000001", "E06000031", "E08000035", "E08000019", NULL };

/* What the file does not say of its indicators: their type, and which direction is
 * good. */
static const struct
{
  const char *id;
  MarmotValueType value_type;
} known[] = {
  { "92196", MARMOT_VALUE_TYPE_CRUDE_RATE },
  { "93356", MARMOT_VALUE_TYPE_CRUDE_RATE },
  { "93085", MARMOT_VALUE_TYPE_PROPORTION },
  { "93701", MARMOT_VALUE_TYPE_PROPORTION },
};

static char *
text (MarmotTable *table,
      const char *name,
      gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  return marmot_column_get_text (column, row);
}

static char *
number (MarmotTable *table,
        const char *name,
        gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  return marmot_number_format (marmot_column_get_double (column, row), 1);
}

static gint64
integer (MarmotTable *table,
         const char *name,
         gsize row)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);

  return marmot_column_get_integer (column, row);
}

static gboolean
is (MarmotTable *table,
    const char *name,
    gsize row,
    const char *wanted)
{
  g_autofree char *found = text (table, name, row);

  return g_strcmp0 (found, wanted) == 0;
}

/* The label, with the benchmark, or why there is none. */
static char *
describe (MarmotTable *result,
          gsize row)
{
  g_autofree char *label = text (result, "label", row);
  g_autofree char *benchmark = number (result, "benchmark", row);

  if (!is (result, "reason", row, "compared"))
    return text (result, "reason", row);
  return g_strdup_printf ("%s (%s)", label, benchmark);
}

/* Names may hold line breaks. */
static char *
in_one_line (const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " \t\r\n", -1);
  GString *line = g_string_new (NULL);

  for (char **word = words; *word; word++)
    if (**word)
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", *word);
  return g_string_free (line, FALSE);
}

static gboolean
write_table (MarmotTable *table,
             GFile *folder,
             const char *name,
             GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);

  return marmot_csv_write_file (table, file, NULL, error);
}

static void
print_area (MarmotTable *table,
            const char *area,
            MarmotTable *england,
            MarmotTable *region,
            MarmotTable *alike)
{
  gsize n_labelled = 0, n_same = 0;

  g_print ("Beside England, the region and the mean of the areas alike\n");
  for (gsize row = 0; row < marmot_table_get_n_rows (table); row++)
    {
      g_autofree char *published = text (table, "compared_england", row);

      n_labelled += published != NULL;
      n_same += published != NULL && is (england, "label", row, published);
      if (is (table, "area_code", row, area))
        {
          g_autofree char *name = text (table, "indicator_name", row);
          g_autofree char *line = in_one_line (name);
          g_autofree char *age = text (table, "age", row);
          g_autofree char *period = text (table, "time_period", row);
          g_autofree char *value = number (table, "value", row);
          g_autofree char *beside_england = describe (england, row);
          g_autofree char *beside_region = describe (region, row);
          g_autofree char *beside_alike = describe (alike, row);

          g_print ("  %s, %s, %s: %s | %s | %s | %s\n", line, age, period, value, beside_england, beside_region,
                   beside_alike);
        }
    }
  g_print ("Of the %" G_GSIZE_FORMAT " labels beside England that were published, %" G_GSIZE_FORMAT
           " came out the same.\n",
           n_labelled, n_same);
}

static MarmotColumn *
repeat (double value,
        gsize n_rows)
{
  g_autofree double *values = g_new (double, n_rows + 1);

  for (gsize row = 0; row < n_rows; row++)
    values[row] = value;
  return marmot_column_new_double (values, n_rows);
}

/* These figures were printed to one decimal, which may hide the answer. */
static gboolean
print_hidden (MarmotTable *printed,
              GError **error)
{
  const char *names[] = { "value", "lower", "upper", "benchmark", "decimals", "benchmark_decimals", NULL };
  g_autoptr (MarmotComparisonSpec) spec = marmot_comparison_spec_new (MARMOT_COMPARISON_METHOD_INTERVAL,
                                                                      MARMOT_POLARITY_LOW_IS_GOOD);
  gsize n_rows = marmot_table_get_n_rows (printed);
  MarmotColumn *columns[] = {
    marmot_table_get_column_by_name (printed, "value"),
    marmot_table_get_column_by_name (printed, "lower_95"),
    marmot_table_get_column_by_name (printed, "upper_95"),
    repeat (3.9, n_rows),
    repeat (1, n_rows),
    repeat (1, n_rows),
  };
  g_autoptr (MarmotTable) figures = marmot_table_new (names, columns, G_N_ELEMENTS (columns), error);
  g_autoptr (MarmotTable) hidden = figures ? marmot_compare_columns (spec, figures, error) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    marmot_column_unref (columns[i]);
  if (!hidden)
    return FALSE;
  for (gsize row = 0; row < n_rows; row++)
    if (is (hidden, "reason", row, "printed-too-coarsely"))
      {
        g_autofree char *name = text (printed, "area_name", row);

        g_print ("  %s cannot be told from England's 3.9 as these were printed.\n", name);
      }
  return TRUE;
}

static gboolean
print_infants (MarmotObservationSet *figures,
               GError **error)
{
  g_autoptr (MarmotObservationSet) deaths = marmot_observation_set_filter (figures, "indicator_id", "92196", error);
  g_autoptr (MarmotObservationSet) infants = deaths ? marmot_observation_set_filter (deaths, "area_type", "County & UA", error)
                                                    : NULL;
  g_autoptr (MarmotTable) ranked = infants ? marmot_view_ranked (infants, error) : NULL;

  if (!ranked)
    return FALSE;
  g_print ("\nInfant mortality, from the lowest\n");
  for (gsize row = 0; row < marmot_table_get_n_rows (ranked); row++)
    {
      g_autofree char *place = number (ranked, "rank", row);
      g_autofree char *name = text (ranked, "area_name", row);
      g_autofree char *value = number (ranked, "value", row);

      g_print ("  %s of %" G_GINT64_FORMAT ": %s %s\n", place, integer (ranked, "ranked", row), name, value);
    }
  return print_hidden (marmot_observation_set_get_table (infants), error);
}

static void
print_trends (MarmotTable *trends)
{
  gsize n_without = 0;

  g_print ("\nRecent trends\n");
  for (gsize row = 0; row < marmot_table_get_n_rows (trends); row++)
    {
      g_autofree char *area = text (trends, "area_code", row);
      g_autofree char *age = text (trends, "age", row);
      g_autofree char *label = text (trends, "label", row);
      g_autofree char *reason = text (trends, "reason", row);

      if (is (trends, "marker", row, "cannot-be-calculated"))
        n_without++;
      else
        g_print ("  %s, %" G_GINT64_FORMAT ", %s: %s (%s)\n", area, integer (trends, "indicator_id", row), age, label, reason);
    }
  g_print ("  %" G_GSIZE_FORMAT " series are too short, or of pooled years: trends.csv says which.\n", n_without);
}

static gboolean
report (MarmotFingertipsReader *reader,
        GFile *file,
        const char *area,
        GFile *output,
        GError **error)
{
  g_autoptr (MarmotObservationSet) figures = marmot_fingertips_reader_read_file (reader, file, NULL, error);
  g_autoptr (GListStore) indicators = g_list_store_new (MARMOT_TYPE_INDICATOR);
  g_autoptr (MarmotBenchmark) country = marmot_benchmark_new_area (ENGLAND);
  g_autoptr (MarmotBenchmark) parent = marmot_benchmark_new_parent ();
  g_autoptr (MarmotBenchmark) average = marmot_benchmark_new_areas (neighbours, MARMOT_AVERAGE_KIND_MEAN_OF_AREAS, FALSE, 0);
  g_autoptr (MarmotTrendOptions) options = marmot_trend_options_new (MARMOT_TREND_FINGERTIPS, MARMOT_VALUE_TYPE_OTHER,
                                                                     MARMOT_POLARITY_UNSTATED);
  g_autoptr (MarmotTable) england = NULL;
  g_autoptr (MarmotTable) region = NULL;
  g_autoptr (MarmotTable) alike = NULL;
  g_autoptr (MarmotTable) trends = NULL;
  g_autoptr (GPtrArray) findings = marmot_fingertips_reader_get_findings (reader);

  if (!figures)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (MarmotIndicator) indicator = g_object_new (MARMOT_TYPE_INDICATOR,
                                                            "id", known[i].id,
                                                            "name", known[i].id,
                                                            "value-type", known[i].value_type,
                                                            "polarity", MARMOT_POLARITY_LOW_IS_GOOD,
                                                            NULL);

      g_list_store_append (indicators, indicator);
    }

  /* The whole file at once, against three benchmarks. */
  england = marmot_observation_set_compare (figures, country, NULL, G_LIST_MODEL (indicators), error);
  if (!england || !write_table (england, output, "england.csv", error))
    return FALSE;
  region = marmot_observation_set_compare (figures, parent, NULL, G_LIST_MODEL (indicators), error);
  if (!region || !write_table (region, output, "region.csv", error))
    return FALSE;
  alike = marmot_observation_set_compare (figures, average, NULL, G_LIST_MODEL (indicators), error);
  if (!alike || !write_table (alike, output, "neighbours.csv", error))
    return FALSE;
  trends = marmot_observation_set_trends (figures, options, G_LIST_MODEL (indicators), error);
  if (!trends || !write_table (trends, output, "trends.csv", error))
    return FALSE;

  g_print ("%u figures, %u findings\n\n", marmot_observation_set_get_n_rows (figures), findings->len);
  print_area (marmot_observation_set_get_table (figures), area, england, region, alike);
  if (!print_infants (figures, error))
    return FALSE;
  print_trends (trends);
  return TRUE;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (MarmotFingertipsReader) reader = marmot_fingertips_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) output = NULL;

  if (argc != 4)
    {
      g_printerr ("Usage: %s FIGURES AREA_CODE OUTPUT_FOLDER\n", argv[0]);
      return EXIT_FAILURE;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  output = g_file_new_for_commandline_arg (argv[3]);
  if (!report (reader, file, argv[2], output, &error))
    {
      g_autoptr (GPtrArray) findings = marmot_fingertips_reader_get_findings (reader);

      g_printerr ("%s\n", error->message);
      for (guint i = 0; i < findings->len; i++)
        {
          g_autofree char *line = marmot_finding_to_string (findings->pdata[i]);

          g_printerr ("  %s\n", line);
        }
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}
