/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Several sets as one.
 */
#include "episode-set-struct-private.h"

#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-members-private.h"

/* One column of all sets, one after another. */
static MarmotColumn *
join_column (MarmotEpisodeSet **sets,
             gsize n_sets,
             EpisodeColumn column,
             GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  gboolean is_there = FALSE;

  for (gsize i = 0; i < n_sets; i++)
    is_there = is_there || sets[i]->columns[column];
  if (!is_there)
    return NULL;
  for (gsize i = 0; i < n_sets; i++)
    g_ptr_array_add (parts, sets[i]->columns[column] ? marmot_column_ref (sets[i]->columns[column])
                                                     : episode_column_of_nulls (column, sets[i]->n_rows));
  return marmot_column_join ((MarmotColumn **) parts->pdata, parts->len, error);
}

static MarmotColumn *
join_kinds (MarmotEpisodeSet **sets,
            gsize n_sets,
            gsize n_rows)
{
  guint8 *members = g_malloc (n_rows + 1);
  gsize at = 0;

  for (gsize i = 0; i < n_sets; i++)
    {
      MarmotEpisodeKind only;
      const guint8 *kinds = episode_set_peek_kinds (sets[i], &only);

      if (kinds)
        memcpy (members + at, kinds, sets[i]->n_rows);
      else
        memset (members + at, (int) only, sets[i]->n_rows);
      at += sets[i]->n_rows;
    }
  return marmot_column_new_members (MARMOT_TYPE_EPISODE_KIND, members, n_rows);
}

MarmotEpisodeSet *
marmot_episode_set_join (MarmotEpisodeSet **sets,
                         gsize n_sets,
                         GError **error)
{
  MarmotColumn *columns[EPISODE_N_COLUMNS] = { NULL };
  EpisodeCoverage coverage = { EPISODE_NO_DATE, EPISODE_NO_DATE };
  g_autoptr (GError) local_error = NULL;
  MarmotEpisodeSet *self;
  gboolean is_mixed = FALSE;
  gboolean has_needs = FALSE;
  guint64 n_stray = 0;
  gsize n_rows = 0;

  g_return_val_if_fail (sets != NULL || n_sets == 0, NULL);

  if (n_sets == 0)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, "No sets to join: give one at least");
      return NULL;
    }
  for (gsize i = 0; i < n_sets; i++)
    {
      g_return_val_if_fail (MARMOT_IS_EPISODE_SET (sets[i]), NULL);

      n_rows += sets[i]->n_rows;
      n_stray += sets[i]->n_stray_needs;
      has_needs = has_needs || sets[i]->needs;
      is_mixed = is_mixed || sets[i]->columns[EPISODE_KIND] || sets[i]->kind != sets[0]->kind;
      /* A set that knows of no day has no episode, and narrows nothing. */
      if (sets[i]->coverage.first == EPISODE_NO_DATE)
        continue;
      if (coverage.first == EPISODE_NO_DATE)
        {
          coverage = sets[i]->coverage;
        }
      else
        {
          coverage.first = MAX (coverage.first, sets[i]->coverage.first);
          coverage.last = MIN (coverage.last, sets[i]->coverage.last);
        }
    }
  if (!episode_set_check_size (n_rows, error))
    return NULL;

  for (guint i = 0; i < EPISODE_N_COLUMNS && !local_error; i++)
    if (i != EPISODE_KIND)
      {
        g_autoptr (MarmotColumn) joined = join_column (sets, n_sets, i, &local_error);

        columns[i] = joined ? episode_column_normalise (i, joined, &local_error) : NULL;
      }
  if (local_error)
    {
      for (guint i = 0; i < EPISODE_N_COLUMNS; i++)
        g_clear_pointer (&columns[i], marmot_column_unref);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (is_mixed)
    columns[EPISODE_KIND] = join_kinds (sets, n_sets, n_rows);

  self = episode_set_new_of_columns (sets[0]->kind, columns, n_rows, &coverage);
  self->n_stray_needs = n_stray;
  if (has_needs)
    episode_set_join_needs (self, sets, n_sets);
  return self;
}
