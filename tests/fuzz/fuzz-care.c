/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bytes that may be files of the SSDA903 return, or of the Standard Safeguarding Dataset,
 * with a NUL between two. Every row is kept or left out and told, and every episode that was
 * kept is in the set or was told better by another year. Every episode of care is in a period
 * of care or left out, and rules can be asked of whatever was read.
 */
#include <marmot/marmot.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

#define FIRST_YEAR 2022
#define N_YEARS 3

static void
check_spells (MarmotEpisodeSet *set)
{
  g_autoptr (MarmotSpellSet) spells = NULL;
  g_autoptr (GError) error = NULL;

  spells = marmot_episode_set_link (set, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (marmot_spell_set_get_n_linked (spells) + marmot_spell_set_get_n_left_out (spells), ==,
                    marmot_episode_set_get_n_rows (set));
}

static void
check_return (MarmotCareReturn *care)
{
  g_autoptr (MarmotEpisodeSet) set = NULL;
  g_autoptr (MarmotCheckResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_rows = 0, n_episodes = 0;

  for (guint year = FIRST_YEAR; year < FIRST_YEAR + N_YEARS; year++)
    for (guint table = MARMOT_CARE_TABLE_HEADER; table <= MARMOT_CARE_TABLE_LOCATIONS; table++)
      {
        g_autoptr (MarmotTable) rows = marmot_care_return_get_table (care, table, year);
        g_autoptr (GBytes) bytes = NULL;

        if (!rows)
          continue;
        n_rows += marmot_table_get_n_rows (rows);
        if (table == MARMOT_CARE_TABLE_EPISODES)
          n_episodes += marmot_table_get_n_rows (rows);
        /* Looks at every cell. */
        bytes = marmot_table_serialize (rows);
        g_assert_nonnull (bytes);
      }
  g_assert_cmpuint (n_rows, ==, marmot_care_return_get_n_rows_kept (care));
  g_assert_cmpuint (marmot_care_return_get_n_rows_read (care), ==,
                    n_rows + marmot_care_return_get_n_rows_left_out (care));
  if (marmot_care_return_get_n_rows_left_out (care) > 0)
    g_assert_cmpuint (marmot_care_return_get_n_findings (care), >=, marmot_care_return_get_n_rows_left_out (care));

  set = marmot_care_return_get_episodes (care, &error);
  g_assert_true ((set == NULL) == (error != NULL));
  if (set)
    {
      g_assert_cmpuint (marmot_episode_set_get_n_rows (set) + marmot_care_return_get_n_repeated (care), ==, n_episodes);
      check_spells (set);
    }

  g_clear_error (&error);
  result = marmot_care_return_check (care, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (marmot_check_result_get_n_findings (result), >=, marmot_check_result_count (result, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (MarmotCareReader) care_reader = marmot_care_reader_new ();
  g_autoptr (MarmotSsdReader) ssd_reader = marmot_ssd_reader_new ();
  g_autoptr (MarmotCareReturn) care = NULL;
  g_autoptr (MarmotEpisodeSet) set = NULL;
  const guint8 *at = data;
  gboolean has_care = FALSE;

  for (guint part = 0; size > 0 && part < 16; part++)
    {
      const guint8 *end = memchr (at, '\0', (size_t) (data + size - at));
      gsize length = (gsize) ((end ? end : data + size) - at);
      g_autoptr (GBytes) bytes = g_bytes_new (at, length);
      g_autoptr (GError) error = NULL;
      gboolean is_read = marmot_care_reader_add_bytes (care_reader, bytes, "fuzz.csv", FIRST_YEAR + part % N_YEARS,
                                                       NULL, &error);

      g_assert_true (is_read == (error == NULL));
      has_care = has_care || is_read;
      g_clear_error (&error);
      is_read = marmot_ssd_reader_add_bytes (ssd_reader, bytes, "fuzz.csv", NULL, &error);
      g_assert_true (is_read == (error == NULL));
      if (!end)
        break;
      at = end + 1;
    }

  care = marmot_care_reader_end (care_reader, NULL);
  g_assert_true ((care != NULL) == has_care);
  if (care)
    check_return (care);
  set = marmot_ssd_reader_end (ssd_reader, NULL);
  if (set)
    g_assert_cmpuint (marmot_ssd_reader_get_n_rows_left_out (ssd_reader), <=,
                      marmot_ssd_reader_get_n_rows_read (ssd_reader));
  return 0;
}
