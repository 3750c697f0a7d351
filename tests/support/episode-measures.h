/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures of sets of episodes as a short text, and parts of a set that must give what the
 * whole gives.
 */
#pragma once

#include "support/episodes.h"

/* The measure of the first group, as test_measure_text() writes it; the message of the error
 * if there is none. */
static inline char *
test_measure_set (MarmotEpisodeSet *set,
                  MarmotEpisodeMeasure measure,
                  MarmotEpisodeOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotEpisodeTotals) totals = marmot_episode_set_measure (set, measure, options, &error);
  g_autoptr (MarmotMeasure) found = NULL;

  if (!totals)
    return g_strdup (error->message);
  found = marmot_episode_totals_get_measure (totals, 0);
  return test_measure_text (found);
}

#define assert_measure(set, measure, options, wanted)                                            \
  do                                                                                             \
    {                                                                                            \
      g_autofree char *text_ = test_measure_set (set, MARMOT_EPISODE_MEASURE_##measure, options); \
      cr_expect_str_eq (text_, wanted, "%s: %s, and not %s", #measure, text_, wanted);           \
    }                                                                                            \
  while (0)

/* How many of a group were left out for a reason. */
static inline int
test_count_excluded (MarmotEpisodeSet *set,
                     MarmotEpisodeMeasure measure,
                     MarmotEpisodeOptions *options,
                     const char *reason)
{
  g_autoptr (MarmotEpisodeTotals) totals = marmot_episode_set_measure (set, measure, options, NULL);
  g_autoptr (MarmotMeasure) found = NULL;

  cr_assert (totals != NULL);
  found = marmot_episode_totals_get_measure (totals, 0);
  return (int) marmot_measure_count_excluded (found, reason);
}

/* The rows of a set whose person is in one of several parts. */
static inline MarmotEpisodeSet *
test_take_part (MarmotEpisodeSet *set,
                guint part,
                guint n_parts)
{
  g_autoptr (MarmotColumn) persons
      = marmot_table_get_column_by_name (marmot_episode_set_get_table (set), "person");
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MarmotColumn) column = NULL;

  for (gint64 row = 0; row < marmot_episode_set_get_n_rows (set); row++)
    {
      g_autofree char *person = marmot_column_get_text (persons, (gsize) row);

      if ((person ? g_str_hash (person) : 0) % n_parts == part)
        g_array_append_val (rows, row);
    }
  column = marmot_column_new_integer ((const gint64 *) (const void *) rows->data, rows->len);
  return marmot_episode_set_take (set, column, NULL);
}

/* FALSE if the measure cannot be had with these options. Each part goes through bytes. */
static inline gboolean
test_parts_give_whole (MarmotEpisodeSet *set,
                       MarmotEpisodeMeasure measure,
                       MarmotEpisodeOptions *options,
                       guint n_parts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MarmotEpisodeTotals) whole = marmot_episode_set_measure (set, measure, options, &error);
  g_autoptr (MarmotEpisodeTotals) sum = NULL;
  g_autoptr (MarmotTable) of_whole = NULL, of_parts = NULL;

  if (!whole)
    {
      cr_expect (g_error_matches (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT), "%s", error->message);
      return FALSE;
    }
  for (guint part = 0; part < n_parts; part++)
    {
      g_autoptr (MarmotEpisodeSet) some = test_take_part (set, part, n_parts);
      g_autoptr (MarmotEpisodeTotals) totals = marmot_episode_set_measure (some, measure, options, NULL);
      g_autoptr (MarmotEpisodeTotals) back = NULL, added = NULL;
      g_autoptr (GBytes) bytes = marmot_episode_totals_serialize (totals);

      back = marmot_episode_totals_deserialize (bytes, NULL);
      cr_assert (back != NULL);
      cr_expect (marmot_episode_totals_equal (totals, back));
      if (!sum)
        {
          sum = g_steal_pointer (&back);
          continue;
        }
      added = marmot_episode_totals_add (sum, back, NULL);
      cr_assert (added != NULL);
      g_set_object (&sum, added);
    }
  of_whole = marmot_episode_totals_to_table (whole);
  of_parts = marmot_episode_totals_to_table (sum);
  cr_expect (marmot_table_equal (of_whole, of_parts), "measure %d in %u parts", (int) measure, n_parts);
  cr_expect (marmot_episode_totals_equal (whole, sum) && marmot_episode_totals_hash (whole) == marmot_episode_totals_hash (sum),
             "measure %d in %u parts", (int) measure, n_parts);
  return TRUE;
}
