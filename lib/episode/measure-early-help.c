/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Measures of early help. There is no national standard of them: each definition is this
 * library's, and is printed with the figure.
 */
#include "measure-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"

EPISODE_COUNTER (episode_count_accepted)
{
  static const char *const accepted[] = { "accepted", NULL };
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *decided = episode_set_peek_dates (set, EPISODE_DECIDED);
  const gint32 *starts = episode_set_peek_dates (set, EPISODE_START);
  const gint32 *decisions = episode_set_peek_codes (set, EPISODE_DECISION);
  g_autofree gint32 *match = episode_set_match_values (set, EPISODE_DECISION, accepted);

  for (gsize row = 0; row < tally->n_rows; row++)
    if (episode_kind_has (&filter, row) && episode_is_in (decided[row], from, until))
      {
        if (starts[row] != EPISODE_NO_DATE)
          tally->codes[row] = EPISODE_COUNTED_IN;
        else if (!decisions || decisions[row] < 0 || match[decisions[row]] == 0)
          /* Not decided in words, or accepted and not opened yet. */
          tally->codes[row] = EPISODE_UNKNOWN;
        else
          tally->codes[row] = EPISODE_COUNTED_OUT;
      }
  return TRUE;
}

EPISODE_COUNTER (episode_count_closed_within)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *starts = episode_set_peek_dates (set, EPISODE_START);
  const gint32 *ends = episode_set_peek_dates (set, EPISODE_END);
  gint64 limit = episode_get_days (self, options);

  for (gsize row = 0; row < tally->n_rows; row++)
    if (episode_kind_has (&filter, row) && episode_is_in (ends[row], from, until)
        && episode_check_order (starts[row], ends[row], &tally->codes[row]))
      tally->codes[row] = (gint64) ends[row] - starts[row] <= limit ? EPISODE_COUNTED_IN : EPISODE_COUNTED_OUT;
  return TRUE;
}

EPISODE_COUNTER (episode_count_open_beyond)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *starts = episode_set_peek_dates (set, EPISODE_START);
  const gint32 *ends = episode_set_peek_dates (set, EPISODE_END);
  gint64 limit = episode_get_days (self, options);

  for (gsize row = 0; row < tally->n_rows; row++)
    if (episode_kind_has (&filter, row)
        && episode_is_open_on (starts[row], ends ? ends[row] : EPISODE_NO_DATE, from, options->last_day_counts))
      tally->codes[row] = (gint64) from - starts[row] > limit ? EPISODE_COUNTED_IN : EPISODE_COUNTED_OUT;
  return TRUE;
}

/* Those still open are followed to the last day that the set knows of. */
EPISODE_COUNTER (episode_count_times)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *starts = episode_set_peek_dates (set, EPISODE_START);
  const gint32 *ends = episode_set_peek_dates (set, EPISODE_END);
  gint32 last;

  marmot_episode_set_get_coverage (set, NULL, &last);
  for (gsize row = 0; row < tally->n_rows; row++)
    {
      gint32 end;

      if (!episode_kind_has (&filter, row) || !episode_is_in (starts[row], from, until))
        continue;
      end = ends && ends[row] != EPISODE_NO_DATE && ends[row] <= last ? ends[row] : EPISODE_NO_DATE;
      if (end != EPISODE_NO_DATE && !episode_check_order (starts[row], end, &tally->codes[row]))
        continue;
      tally->ended[row] = end != EPISODE_NO_DATE;
      tally->days[row] = end != EPISODE_NO_DATE ? end - starts[row] : MAX (last - starts[row], 0);
      tally->codes[row] = end != EPISODE_NO_DATE ? EPISODE_COUNTED_IN : EPISODE_COUNTED_OUT;
    }
  return TRUE;
}

/* Rows with a date in the period, by what stands in a column of codes. */
static void
count_words (const EpisodeMeasureInfo *self,
             MarmotEpisodeSet *set,
             const EpisodeOptions *options,
             gint32 from,
             gint32 until,
             EpisodeColumn column,
             const char *const *words,
             gboolean invert,
             EpisodeTally *tally)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const gint32 *days = episode_set_peek_dates (set, self->step);
  const gint32 *codes = episode_set_peek_codes (set, column);
  g_autofree gint32 *match = episode_set_match_values (set, column, words);

  for (gsize row = 0; row < tally->n_rows; row++)
    if (episode_kind_has (&filter, row) && episode_is_in (days[row], from, until))
      {
        if (codes[row] < 0)
          tally->codes[row] = options->unknown_counts ? EPISODE_COUNTED_OUT : EPISODE_UNKNOWN;
        else if ((match[codes[row]] >= 0) != invert)
          tally->codes[row] = EPISODE_COUNTED_IN;
        else
          tally->codes[row] = EPISODE_COUNTED_OUT;
      }
}

EPISODE_COUNTER (episode_count_outcomes_met)
{
  static const char *const words[] = { "outcomes-met", NULL };

  count_words (self, set, options, from, until, EPISODE_END_REASON, words, FALSE, tally);
  return TRUE;
}

EPISODE_COUNTER (episode_count_step_up)
{
  static const char *const words[] = { "step-up", NULL };

  count_words (self, set, options, from, until, EPISODE_END_REASON, words, FALSE, tally);
  return TRUE;
}

EPISODE_COUNTER (episode_count_step_down)
{
  static const char *const words[] = { "step-down", NULL };

  count_words (self, set, options, from, until, EPISODE_START_REASON, words, FALSE, tally);
  return TRUE;
}

EPISODE_COUNTER (episode_count_partner_led)
{
  static const char *const council[] = { "council", "coordinator", NULL };

  count_words (self, set, options, from, until, EPISODE_LEAD_AGENCY,
               options->agencies ? (const char *const *) options->agencies : council, TRUE, tally);
  return TRUE;
}

EPISODE_COUNTER (episode_count_needs_met)
{
  EpisodeKindFilter filter = episode_kind_filter (self, set);
  const guint32 *need_starts = episode_set_peek_need_starts (set);
  const gint32 *ends = episode_set_peek_dates (set, EPISODE_END);
  MarmotColumn *met;

  if (!need_starts)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The set has no needs: give them with the episodes");
      return FALSE;
    }
  met = marmot_table_peek_column (marmot_episode_set_get_needs (set), "met");
  for (gsize row = 0; row < marmot_episode_set_get_n_rows (set); row++)
    if (episode_kind_has (&filter, row) && episode_is_in (ends[row], from, until))
      for (guint32 need = need_starts[row]; need < need_starts[row + 1]; need++)
        {
          if (!met)
            tally->codes[need] = EPISODE_UNKNOWN;
          else
            tally->codes[need] = marmot_column_row_is_valid (met, need) ? EPISODE_COUNTED_IN : EPISODE_COUNTED_OUT;
        }
  return TRUE;
}
