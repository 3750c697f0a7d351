/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes that may be a monitoring tool. What is read comes back the same from what is
 * written of it, and does not differ from itself.
 */
#include <marmot/marmot.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (MarmotMonitoringToolReader) reader = marmot_monitoring_tool_reader_new ();
  g_autoptr (MarmotMonitoringTool) tool = NULL;
  g_autoptr (MarmotMonitoringTool) back = NULL;
  g_autoptr (MarmotMonitoringCoverage) coverage = NULL;
  g_autoptr (MarmotTable) changes = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autofree char *page = NULL;

  tool = marmot_monitoring_tool_reader_read_bytes (reader, bytes, "tool.json", &error);
  g_assert_cmpint (tool == NULL, ==, error != NULL);
  if (!tool)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  text = marmot_monitoring_tool_to_json (tool);
  written = g_bytes_new (text, strlen (text));
  back = marmot_monitoring_tool_reader_read_bytes (reader, written, "tool.json", &error);
  g_assert_no_error (error);
  again = marmot_monitoring_tool_to_json (back);
  g_assert_cmpstr (text, ==, again);

  changes = marmot_monitoring_tool_diff (tool, back);
  g_assert_cmpint (marmot_table_get_n_rows (changes), ==, 0);
  coverage = marmot_monitoring_coverage_new (tool);
  page = marmot_monitoring_coverage_to_text (coverage, NULL);
  g_assert_true (g_utf8_validate (page, -1, NULL));
  return 0;
}
