/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <marmot/marmot.h>
#include <string.h>

#define PACKS TEST_DATA_DIR "/../data/packs/"
#define COVENTRY TEST_DATA_DIR "/../../examples/data/coventry"

static MarmotPack *
read_pack (MarmotPackReader *reader,
           const char *path,
           GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  return marmot_pack_reader_read_folder (reader, folder, NULL, error);
}

static guint
count (GListModel *model)
{
  return g_list_model_get_n_items (model);
}

Test (pack, coventry_is_read_whole)
{
  g_autoptr (MarmotPackReader) reader = marmot_pack_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotPack) pack = read_pack (reader, COVENTRY, &error);
  MarmotIndicator *pi1;

  cr_assert (pack != NULL, "%s", error ? error->message : "");
  cr_assert (eq (u32, count (marmot_pack_get_indicators (pack)), 31));
  cr_assert (eq (u32, count (marmot_pack_get_observations (pack)), 99));
  cr_assert (eq (u32, count (marmot_pack_get_targets (pack)), 32));
  cr_assert (eq (u32, count (marmot_pack_get_labels (pack)), 12));
  cr_assert (eq (str, (char *) marmot_area_get_code (marmot_pack_get_area (pack)), "E08000026"));

  pi1 = marmot_pack_lookup_indicator (pack, "PI1");
  cr_assert (marmot_indicator_get_additive (pi1));
  cr_assert (eq (int, (int) marmot_indicator_get_counts (pi1), MARMOT_COUNTED_UNIT_PEOPLE));
  cr_assert (eq (int, (int) marmot_indicator_get_polarity_source (pi1), MARMOT_POLARITY_SOURCE_ANALYST));
  cr_assert (marmot_pack_lookup_indicator (pack, "PI99") == NULL);
  cr_assert (eq (u32, marmot_area_get_neighbour_rank (marmot_pack_lookup_area (pack, "leeds")), 4));
}

/* "N/A", "System in development" and blanks each stay what they are. */
Test (pack, ways_of_having_no_number_are_kept_apart)
{
  g_autoptr (MarmotPackReader) reader = marmot_pack_reader_new ();
  g_autoptr (MarmotPack) pack = read_pack (reader, COVENTRY, NULL);
  guint n_applicable = 0, n_text = 0, n_blank = 0;

  for (guint i = 0; i < count (marmot_pack_get_observations (pack)); i++)
    {
      g_autoptr (MarmotObservation) o = g_list_model_get_item (marmot_pack_get_observations (pack), i);
      const char *id = marmot_indicator_get_id (marmot_observation_get_indicator (o));
      MarmotValueState state = marmot_value_get_state (marmot_observation_get_value (o));

      if (g_str_equal (id, "PI4") || g_str_equal (id, "PI5"))
        {
          n_applicable += state == MARMOT_VALUE_NOT_APPLICABLE;
          n_text += state == MARMOT_VALUE_TEXT;
          n_blank += state == MARMOT_VALUE_NOT_AVAILABLE;
        }
      else
        {
          cr_expect (state == MARMOT_VALUE_PRESENT, "%s", id);
        }
    }

  cr_assert (n_applicable >= 2, "%u", n_applicable);
  cr_assert (n_text >= 3, "%u", n_text);
  cr_assert (n_blank >= 1, "%u", n_blank);
}

Test (pack, a_made_up_council_is_read_unchanged)
{
  g_autoptr (MarmotPackReader) reader = marmot_pack_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotPack) pack = read_pack (reader, PACKS "hartmouth", &error);

  cr_assert (pack != NULL, "%s", error ? error->message : "");
  cr_assert (eq (u32, count (marmot_pack_get_indicators (pack)), 10));
  cr_assert (eq (u32, count (marmot_pack_get_asks (pack)), 0));
}

Test (pack, the_smallest_pack_is_enough)
{
  g_autoptr (MarmotPackReader) reader = marmot_pack_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotPack) pack = read_pack (reader, PACKS "smallest", &error);

  cr_assert (pack != NULL, "%s", error ? error->message : "");
  cr_assert (eq (u32, count (marmot_pack_get_labels (pack)), 0));
}

static gboolean
is_it (MarmotFinding *finding,
       char **fields)
{
  const char *file = marmot_finding_get_file (finding);
  const char *column = marmot_finding_get_column (finding);
  g_autofree char *row = g_strdup_printf ("%" G_GUINT64_FORMAT, marmot_finding_get_row (finding));

  /* A rule that ends in "/" stands for any of its family; an empty row or column
   * is not looked at. */
  return marmot_finding_get_severity (finding) == MARMOT_SEVERITY_ERROR
         && (g_str_has_suffix (fields[5], "/") ? g_str_has_prefix (marmot_finding_get_rule (finding), fields[5])
                                               : g_str_equal (marmot_finding_get_rule (finding), fields[5]))
         && file && g_str_has_suffix (file, fields[2]) && (!*fields[3] || g_str_equal (row, fields[3]))
         && (!*fields[4] || (column && g_str_equal (column, fields[4])));
}

Test (pack, each_fault_is_told_with_file_row_column_and_rule)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  cr_assert (g_file_get_contents (PACKS "broken.csv", &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  for (gsize i = 1; lines[i] && *lines[i]; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
      g_autofree char *path = g_strconcat (PACKS, fields[0], NULL);
      g_autoptr (MarmotPackReader) reader = marmot_pack_reader_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (MarmotPack) pack = read_pack (reader, path, &error);
      g_autoptr (GPtrArray) findings = marmot_pack_reader_get_findings (reader);
      g_autoptr (GString) told = g_string_new (NULL);
      gboolean found = FALSE;

      cr_expect (pack == NULL, "%s", fields[0]);
      cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA), "%s", fields[0]);
      for (guint j = 0; j < findings->len; j++)
        {
          g_autofree char *text = marmot_finding_to_string (findings->pdata[j]);

          g_string_append_printf (told, "\n  %s", text);
          found = found || is_it (findings->pdata[j], fields);
          cr_expect (marmot_finding_get_fix (findings->pdata[j]) != NULL);
        }
      cr_expect (found, "%s: %s not among:%s", fields[0], fields[5], told->str);
      n++;
    }
  cr_assert (n >= 20);
}

Test (pack, a_reader_forgets_the_folder_before)
{
  g_autoptr (MarmotPackReader) reader = marmot_pack_reader_new ();
  g_autoptr (MarmotPack) broken = read_pack (reader, PACKS "broken-several", NULL);
  g_autoptr (MarmotPack) good = read_pack (reader, PACKS "smallest", NULL);
  g_autoptr (GPtrArray) findings = marmot_pack_reader_get_findings (reader);

  cr_assert (broken == NULL);
  cr_assert (good != NULL);
  cr_assert (eq (u32, findings->len, 0));
}

Test (pack, a_folder_that_is_not_there)
{
  g_autoptr (MarmotPackReader) reader = marmot_pack_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) not_a_folder = NULL;

  cr_assert (read_pack (reader, PACKS "nowhere", &error) == NULL);
  cr_assert (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_IO));
  cr_assert (read_pack (reader, PACKS "broken.csv", &not_a_folder) == NULL);
  cr_assert (g_error_matches (not_a_folder, MARMOT_ERROR, MARMOT_ERROR_IO));
}
