/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes that may be Fingertips' CSV or JSON, or, where a NUL parts them in two, a
 * data file of Explore Education Statistics and its metadata. What is read from
 * Fingertips' CSV and written in it comes back the same, and every row makes an
 * observation.
 */
#include <marmot/marmot.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
check_items (MarmotObservationSet *set)
{
  for (guint row = 0; row < MIN (marmot_observation_set_get_n_rows (set), 50); row++)
    {
      g_autoptr (MarmotObservation) item = g_list_model_get_item (G_LIST_MODEL (set), row);

      g_assert_nonnull (item);
      g_assert_nonnull (marmot_observation_get_value (item));
    }
}

static void
check_fingertips (GBytes *bytes)
{
  g_autoptr (MarmotFingertipsReader) reader = marmot_fingertips_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotObservationSet) set = marmot_fingertips_reader_read_bytes (reader, bytes, "fuzz.csv", &error);
  g_autoptr (MarmotObservationSet) back = NULL;
  g_autoptr (GBytes) written = NULL;

  g_assert_true ((set == NULL) == (error != NULL));
  if (!set)
    return;

  check_items (set);
  /* JSON says what the form has no place for. */
  if (marmot_table_has_column (marmot_observation_set_get_table (set), "year_type"))
    return;
  written = marmot_fingertips_write_bytes (set, &error);
  g_assert_no_error (error);
  back = marmot_fingertips_reader_read_bytes (reader, written, NULL, &error);
  g_assert_no_error (error);
  if (marmot_observation_set_get_n_rows (set) > 0)
    g_assert_true (marmot_table_equal (marmot_observation_set_get_table (set),
                                       marmot_observation_set_get_table (back)));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  const guint8 *middle = size > 0 ? memchr (data, '\0', size) : NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  check_fingertips (bytes);
  if (middle)
    {
      g_autoptr (MarmotEducationReader) reader = marmot_education_reader_new ();
      g_autoptr (GBytes) figures = g_bytes_new (data, (gsize) (middle - data));
      g_autoptr (GBytes) metadata = g_bytes_new (middle + 1, size - (gsize) (middle - data) - 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotObservationSet) set
          = marmot_education_reader_read_bytes (reader, figures, metadata, "fuzz.csv", &error);

      g_assert_true ((set == NULL) == (error != NULL));
      if (set)
        check_items (set);
    }
  return 0;
}
