/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes that may be a mapping, an extract and its needs, with a line of "==" between
 * them. What is read adds up, and the set can be checked.
 */
#include <marmot/marmot.h>

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

/* Up to the next line of "==", in memory of its own so that a sanitizer sees its end; NULL
 * behind the last part. */
static GBytes *
take_part (const guint8 **data,
           size_t *size)
{
  const guint8 *end = NULL;
  GBytes *part;

  if (!*data)
    return NULL;
  for (size_t i = 0; i + 4 <= *size && !end; i++)
    if (memcmp (*data + i, "\n==\n", 4) == 0)
      end = *data + i;
  part = g_bytes_new (*data, end ? (gsize) (end - *data) : *size);
  *size = end ? *size - (gsize) (end + 4 - *data) : 0;
  *data = end ? end + 4 : NULL;
  return part;
}

static void
check_texts (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = marmot_finding_to_string (findings->pdata[i]);

      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) json = take_part (&data, &size);
  g_autoptr (GBytes) extract = take_part (&data, &size);
  g_autoptr (GBytes) needs = take_part (&data, &size);
  g_autoptr (MarmotEpisodeMapping) mapping = NULL;
  g_autoptr (MarmotEpisodeReader) reader = NULL;
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (!json)
    return 0;
  mapping = marmot_episode_mapping_new_from_json (json, "m.json", &error);
  faults = marmot_episode_mapping_check_json (json, "m.json");
  check_texts (faults);
  g_assert_cmpint (mapping == NULL, ==, error != NULL);
  g_assert_cmpint (mapping == NULL, ==, faults->len > 0);
  if (!mapping || !extract)
    return 0;

  reader = marmot_episode_reader_new (mapping);
  marmot_episode_reader_set_max_findings (reader, 50);
  marmot_episode_reader_set_extract_day (reader, "2025-03-31", NULL);
  set = marmot_episode_reader_read_bytes (reader, extract, needs, "e.csv", &error);
  g_assert_cmpint (set == NULL, ==, error != NULL);
  findings = marmot_episode_reader_get_findings (reader);
  check_texts (findings);
  g_assert_cmpuint (marmot_episode_reader_get_n_findings (reader), >=, findings->len);
  if (set)
    {
      g_autoptr (GPtrArray) checked = marmot_episode_set_check (set, 50, NULL);

      check_texts (checked);
      g_assert_cmpuint (marmot_episode_set_get_n_rows (set) + marmot_episode_reader_get_n_rows_left_out (reader), ==,
                        marmot_episode_reader_get_n_rows (reader));
    }
  return 0;
}
