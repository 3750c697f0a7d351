/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes that may be CSV. The first byte sets options. A file that is refused says
 * why; a table that is read comes back the same from what is written of it. With faulty
 * rows left out, the lines of the others still rise.
 */
#include <marmot/marmot.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
check_findings (MarmotCsvReader *reader,
                gboolean is_error)
{
  g_autoptr (GPtrArray) findings = marmot_csv_reader_get_findings (reader);
  gboolean has_error = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      const MarmotFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = marmot_finding_to_string (finding);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      has_error = has_error || marmot_finding_get_severity (finding) == MARMOT_SEVERITY_ERROR;
    }
  /* Errors beyond the limit are counted only. */
  if (marmot_csv_reader_get_n_findings (reader) == findings->len)
    g_assert_cmpint (has_error, ==, is_error || marmot_csv_reader_get_n_skipped_rows (reader) > 0);
}

static void
check_round_trip (MarmotTable *table)
{
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = marmot_csv_write_bytes (table, &error);
  g_autoptr (MarmotTable) back = NULL;

  g_assert_no_error (error);
  for (gsize i = 0; i < marmot_table_get_n_columns (table); i++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column (table, i);

      marmot_csv_reader_set_column_type (reader, marmot_table_get_column_name (table, i),
                                         marmot_column_get_column_type (column));
    }
  back = marmot_csv_reader_read_bytes (reader, bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (marmot_table_equal (table, back));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  static const char *const separators[] = { ",", ";", "\t", "|" };
  static const char *const wanted[] = { "a", "b", NULL };
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotTable) table = NULL;

  if (size == 0)
    return 0;

  marmot_csv_reader_set_separator (reader, separators[data[0] & 3]);
  marmot_csv_reader_set_infer_types (reader, (data[0] & 4) == 0);
  if (data[0] & 8)
    marmot_csv_reader_set_wanted_columns (reader, wanted);
  if (data[0] & 16)
    {
      marmot_csv_reader_set_max_findings (reader, 2);
      marmot_csv_reader_set_max_columns (reader, 3);
      marmot_csv_reader_set_max_field_bytes (reader, 5);
    }
  if (data[0] & 32)
    {
      marmot_csv_reader_set_column_type (reader, "a", MARMOT_COLUMN_DOUBLE);
      marmot_csv_reader_set_column_type (reader, "b", MARMOT_COLUMN_INTEGER);
      marmot_csv_reader_set_column_type (reader, "c", MARMOT_COLUMN_DATE);
      marmot_csv_reader_set_column_type (reader, "d", MARMOT_COLUMN_BOOLEAN);
      marmot_csv_reader_set_column_type (reader, "e", MARMOT_COLUMN_DICTIONARY);
    }
  if (data[0] & 64)
    marmot_csv_reader_set_date_format (reader, "dd/mm/yyyy", NULL);
  marmot_csv_reader_set_skip_faulty_rows (reader, (data[0] & 128) != 0);

  /* Memory of its own, so that a sanitizer sees a read beyond its end. */
  bytes = g_bytes_new (data + 1, size - 1);
  table = marmot_csv_reader_read_bytes (reader, bytes, "fuzz.csv", &error);
  g_assert_cmpint (table == NULL, ==, error != NULL);
  check_findings (reader, table == NULL);
  if (table)
    {
      check_round_trip (table);
      for (guint64 row = 1; row < marmot_table_get_n_rows (table); row++)
        g_assert_cmpuint (marmot_csv_reader_get_line (reader, row - 1), <, marmot_csv_reader_get_line (reader, row));
    }
  return 0;
}
