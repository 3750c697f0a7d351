/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Holds a monitoring tool against board packs, and against the tool that is built in:
 *
 *   monitoring TOOL_FILE OUTPUT_FOLDER PACK_FOLDER...
 *
 * The same program in Python and JavaScript stands beside this one; the three
 * write the same bytes.
 */
#include <marmot/marmot.h>
#include <stdlib.h>

static int
refuse (GPtrArray *owned_findings,
        GError *error)
{
  g_autoptr (GPtrArray) findings = owned_findings;

  g_printerr ("%s\n", error->message);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = marmot_finding_to_string (findings->pdata[i]);

      g_printerr ("  %s\n", text);
    }
  return EXIT_FAILURE;
}

static gboolean
write_text (const char *folder,
            const char *name,
            const char *text,
            GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_set_contents (path, text, -1, error);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (MarmotMonitoringToolReader) reader = marmot_monitoring_tool_reader_new ();
  g_autoptr (MarmotMonitoringCoverage) coverage = NULL;
  g_autoptr (MarmotMonitoringTool) built_in = NULL;
  g_autoptr (MarmotMonitoringTool) tool = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *covered = NULL;
  g_autofree char *changed = NULL;

  if (argc < 4)
    {
      g_printerr ("Usage: %s TOOL_FILE OUTPUT_FOLDER PACK_FOLDER...\n", argv[0]);
      return EXIT_FAILURE;
    }

  file = g_file_new_for_commandline_arg (argv[1]);
  tool = marmot_monitoring_tool_reader_read_file (reader, file, NULL, &error);
  if (!tool)
    return refuse (marmot_monitoring_tool_reader_get_findings (reader), error);

  coverage = marmot_monitoring_coverage_new (tool);
  for (int i = 3; i < argc; i++)
    {
      g_autoptr (MarmotPackReader) pack_reader = marmot_pack_reader_new ();
      g_autoptr (GFile) folder = g_file_new_for_commandline_arg (argv[i]);
      g_autoptr (MarmotPack) pack = marmot_pack_reader_read_folder (pack_reader, folder, NULL, &error);

      if (!pack)
        return refuse (marmot_pack_reader_get_findings (pack_reader), error);
      marmot_monitoring_coverage_add_pack (coverage, pack);
    }

  built_in = marmot_monitoring_tool_new_built_in (&error);
  if (!built_in)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  covered = marmot_monitoring_coverage_to_text (coverage, NULL);
  changed = marmot_monitoring_tool_diff_to_text (built_in, tool);
  g_mkdir_with_parents (argv[2], 0777);
  if (!write_text (argv[2], "coverage.txt", covered, &error) || !write_text (argv[2], "changes.txt", changed, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  g_print ("%s", covered);
  return EXIT_SUCCESS;
}
