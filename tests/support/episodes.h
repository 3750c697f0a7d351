/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Sets of episodes from CSV that stands in the test, for tests of the episode room: dates
 * are yyyy-mm-dd, and an empty cell is a null.
 */
#pragma once

#include <marmot/marmot.h>

static inline MarmotTable *
test_episode_table (const char *csv)
{
  static const char *const codes[] = { "id", "person", "family", "kind", "lead_agency", "end_reason", "start_reason",
                                       "locality", "decision", "legal_status", "need", "placement", "provider",
                                       "change_reason", "carer", "place", "area", "location", "episode", "outcome" };
  static const char *const dates[] = { "start", "end", "requested", "decided", "assessed", "assessment_started",
                                       "birth", "uasc_until", "issued", "reviewed", "conference", "identified", "met" };
  g_autoptr (MarmotCsvReader) reader = marmot_csv_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, strlen (csv));
  g_autoptr (GError) error = NULL;
  MarmotTable *table;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    marmot_csv_reader_set_column_type (reader, codes[i], MARMOT_COLUMN_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    marmot_csv_reader_set_column_type (reader, dates[i], MARMOT_COLUMN_DATE);
  marmot_csv_reader_set_column_type (reader, "uasc", MARMOT_COLUMN_BOOLEAN);
  table = marmot_csv_reader_read_bytes (reader, bytes, NULL, &error);
  cr_assert (table != NULL, "%s", error ? error->message : "");
  return table;
}

static inline MarmotEpisodeSet *
test_episodes (MarmotEpisodeKind kind,
               const char *csv)
{
  g_autoptr (MarmotTable) table = test_episode_table (csv);
  g_autoptr (GError) error = NULL;
  MarmotEpisodeSet *set = marmot_episode_set_new (kind, table, &error);

  cr_assert (set != NULL, "%s", error ? error->message : "");
  return set;
}

/* yyyy-mm-dd as days since 1970. */
static inline gint32
test_day (const char *text)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *full = g_strconcat (text, "T00:00:00Z", NULL);

  time = g_date_time_new_from_iso8601 (full, NULL);
  cr_assert (time != NULL);
  return (gint32) (g_date_time_to_unix (time) / 86400);
}

/* What a measure found, in short: "numerator/denominator ?unknown -excluded". */
static inline char *
test_measure_text (MarmotMeasure *measure)
{
  return g_strdup_printf ("%g/%g ?%d -%d", marmot_measure_get_numerator (measure),
                          marmot_measure_get_denominator (measure), (int) marmot_measure_get_n_unknown (measure),
                          (int) marmot_measure_count_excluded (measure, NULL));
}
