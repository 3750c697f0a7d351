/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads monthly figures, and says which indicators need looking at, and why:
 *
 *   exceptions FIGURES OUTPUT_FOLDER
 *
 * The same program in Python and JavaScript stands beside this one; the three print the
 * same, and write the same bytes.
 */
#include <marmot/marmot.h>
#include <stdlib.h>

/* The keys, and the columns of the charts beside them. */
static MarmotTable *
put_beside (MarmotTable *keys,
            MarmotTable *charts,
            GError **error)
{
  MarmotTable *both = marmot_table_ref (keys);

  for (gsize i = 0; both && i < marmot_table_get_n_columns (charts); i++)
    {
      g_autoptr (MarmotTable) before = both;
      g_autoptr (MarmotColumn) column = marmot_table_get_column (charts, i);

      both = marmot_table_with_column (before, marmot_table_get_column_name (charts, i), column, error);
    }
  return both;
}

static gboolean
write_table (MarmotTable *table,
             const char *folder,
             const char *name,
             GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return marmot_csv_write_file (table, file, NULL, error);
}

/* The table of all indicators, exceptions first; it writes that and the points. */
static MarmotTable *
run (const char *figures_path,
     const char *folder,
     GError **error)
{
  const char *keys_of[] = { "indicator", NULL };
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (figures_path);
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (MarmotTable) keys = NULL;
  g_autoptr (MarmotTable) charts = NULL;
  g_autoptr (MarmotTable) both = NULL;
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (MarmotTable) points = NULL;
  g_autoptr (MarmotTable) named = NULL;
  g_autoptr (MarmotColumn) indicators = NULL;

  marmot_csv_reader_set_column_type (reader, "step", MARMOT_COLUMN_BOOLEAN);
  marmot_csv_reader_set_column_type (reader, "rolling", MARMOT_COLUMN_BOOLEAN);
  figures = marmot_csv_reader_read_file (reader, file, NULL, error);
  groups = figures ? marmot_groups_new_from_table (figures, keys_of, error) : NULL;
  charts = groups ? marmot_xmr_series (figures, groups, NULL, error) : NULL;
  points = charts ? marmot_xmr_points (figures, groups, NULL, error) : NULL;
  if (!points)
    return NULL;

  keys = marmot_groups_get_keys (groups);
  both = put_beside (keys, charts, error);
  table = both ? marmot_xmr_exceptions (both, error) : NULL;
  indicators = marmot_table_get_column_by_name (figures, "indicator");
  named = marmot_table_with_column (points, "indicator", indicators, error);
  if (!table || !named)
    return NULL;

  g_mkdir_with_parents (folder, 0777);
  if (!write_table (table, folder, "exceptions.csv", error) || !write_table (named, folder, "points.csv", error))
    return NULL;
  return g_steal_pointer (&table);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (MarmotTable) table = NULL;
  g_autoptr (MarmotColumn) indicators = NULL;
  g_autoptr (MarmotColumn) standings = NULL;
  g_autoptr (MarmotColumn) reasons = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("Usage: %s FIGURES OUTPUT_FOLDER\n", argv[0]);
      return EXIT_FAILURE;
    }
  table = run (argv[1], argv[2], &error);
  if (!table)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  indicators = marmot_table_get_column_by_name (table, "indicator");
  standings = marmot_table_get_column_by_name (table, "standing");
  reasons = marmot_table_get_column_by_name (table, "why");
  for (gsize i = 0; i < marmot_table_get_n_rows (table); i++)
    {
      g_autofree char *indicator = marmot_column_get_text (indicators, i);
      g_autofree char *standing = marmot_column_get_text (standings, i);
      g_autofree char *reason = marmot_column_get_text (reasons, i);

      g_print ("%s: %s. %s\n", standing, indicator, reason);
    }
  return EXIT_SUCCESS;
}
