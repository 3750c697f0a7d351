/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads a board pack, judges its figures and writes the report of the board:
 *
 *   board-report PACK_FOLDER OUTPUT_FOLDER
 *
 * The same program in Python and JavaScript stands beside this one; the three
 * write the same bytes.
 */
#include <marmot/marmot.h>
#include <stdlib.h>

static int
refuse (MarmotPackReader *reader,
        GError *error)
{
  g_autoptr (GPtrArray) findings = marmot_pack_reader_get_findings (reader);

  g_printerr ("%s\n", error->message);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = marmot_finding_to_string (findings->pdata[i]);

      g_printerr ("  %s\n", text);
    }
  return EXIT_FAILURE;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (MarmotPackReader) reader = marmot_pack_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) output = NULL;
  g_autoptr (MarmotPack) pack = NULL;
  g_autoptr (MarmotBoardReport) report = NULL;
  g_autofree char *summary = NULL;
  MarmotScorecard *scorecard;
  guint n_rows;

  if (argc != 3)
    {
      g_printerr ("Usage: %s PACK_FOLDER OUTPUT_FOLDER\n", argv[0]);
      return EXIT_FAILURE;
    }

  folder = g_file_new_for_commandline_arg (argv[1]);
  output = g_file_new_for_commandline_arg (argv[2]);

  pack = marmot_pack_reader_read_folder (reader, folder, NULL, &error);
  if (!pack)
    return refuse (reader, error);

  report = marmot_board_report_new (pack);
  if (!marmot_board_report_write (report, output, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  summary = marmot_board_report_to_text (report);
  g_print ("%s\nEvery indicator with a target\n", summary);

  /* The objects behind the page can be walked as well. */
  scorecard = marmot_board_report_get_scorecard (report);
  n_rows = g_list_model_get_n_items (G_LIST_MODEL (scorecard));
  for (guint i = 0; i < n_rows; i++)
    {
      MarmotScorecardRow *row = marmot_scorecard_get_row (scorecard, i);

      g_print ("  %s: %s\n", marmot_indicator_get_id (marmot_scorecard_row_get_indicator (row)),
               marmot_scorecard_row_get_current_reason (row));
    }

  return EXIT_SUCCESS;
}
