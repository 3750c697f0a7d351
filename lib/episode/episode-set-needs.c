/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The needs of families, which go with the episodes of a set.
 */
#include "episode-set-struct-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"

static const struct
{
  const char *name;
  MarmotColumnType type;
} need_columns[] = {
  { "outcome", MARMOT_COLUMN_DICTIONARY },
  { "criterion", MARMOT_COLUMN_DICTIONARY },
  { "identified", MARMOT_COLUMN_DATE },
  { "met", MARMOT_COLUMN_DATE },
};

/* Needs by episode: rows_of says which episode each need is of, or -1. */
static void
set_needs (MarmotEpisodeSet *self,
           MarmotColumn *columns[G_N_ELEMENTS (need_columns)],
           const gint32 *rows_of,
           gsize n_needs)
{
  g_autofree gsize *order = g_new (gsize, n_needs + 1);
  g_autofree gint64 *rows = g_new (gint64, n_needs + 1);
  const char *names[G_N_ELEMENTS (need_columns) + 2] = { "row" };
  MarmotColumn *list[G_N_ELEMENTS (need_columns) + 1];
  guint32 *starts = g_new0 (guint32, self->n_rows + 2);
  gsize n_columns = 1;
  gsize n_kept;

  for (gsize i = 0; i < n_needs; i++)
    if (rows_of[i] >= 0)
      starts[rows_of[i] + 2]++;
  for (gsize row = 0; row < self->n_rows; row++)
    starts[row + 2] += starts[row + 1];
  n_kept = starts[self->n_rows + 1];
  for (gsize i = 0; i < n_needs; i++)
    if (rows_of[i] >= 0)
      {
        guint32 at = starts[rows_of[i] + 1]++;

        order[at] = i;
        rows[at] = rows_of[i];
      }

  list[0] = marmot_column_new_integer (rows, n_kept);
  for (guint i = 0; i < G_N_ELEMENTS (need_columns); i++)
    if (columns[i])
      {
        names[n_columns] = need_columns[i].name;
        list[n_columns++] = marmot_column_take_known (columns[i], order, n_kept);
      }
  names[n_columns] = NULL;
  self->needs = marmot_table_new (names, list, n_columns, NULL);
  for (gsize i = 0; i < n_columns; i++)
    marmot_column_unref (list[i]);
  self->need_starts = starts;
}

/* The position of every id, or NULL if one stands there twice. */
static GHashTable *
index_ids (MarmotEpisodeSet *self,
           GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize row = 0; row < self->n_rows; row++)
    {
      char *id = self->columns[EPISODE_ID] ? marmot_column_get_text (self->columns[EPISODE_ID], row) : NULL;

      if (id && !g_hash_table_insert (rows, id, GSIZE_TO_POINTER (row)))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                       "The episode in row %" G_GSIZE_FORMAT " has the id of another: "
                       "needs can be joined to distinct ids only",
                       row);
          return NULL;
        }
    }
  return g_steal_pointer (&rows);
}

MarmotEpisodeSet *
marmot_episode_set_with_needs (MarmotEpisodeSet *self,
                               MarmotTable *needs,
                               GError **error)
{
  g_autoptr (MarmotColumn) episodes = NULL;
  g_autoptr (GHashTable) ids = NULL;
  g_autofree gint32 *rows_of = NULL;
  MarmotColumn *columns[G_N_ELEMENTS (need_columns)] = { NULL };
  MarmotEpisodeSet *set = NULL;
  MarmotColumn *given;
  gsize n_needs;
  guint64 n_stray = 0;

  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), NULL);
  g_return_val_if_fail (needs != NULL, NULL);

  given = marmot_table_peek_column (needs, "episode");
  if (!given || !marmot_table_peek_column (needs, "outcome"))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND, "Needs have no column \"%s\": name one so",
                   given ? "outcome" : "episode");
      return NULL;
    }
  n_needs = marmot_table_get_n_rows (needs);
  if (!episode_set_check_size (n_needs, error))
    return NULL;
  episodes = episode_column_normalise (EPISODE_ID, given, error);
  ids = episodes ? index_ids (self, error) : NULL;
  if (!ids)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (need_columns); i++)
    {
      MarmotColumn *column = marmot_table_peek_column (needs, need_columns[i].name);
      /* Any column of the same type is laid out in the same way. */
      EpisodeColumn like = need_columns[i].type == MARMOT_COLUMN_DATE ? EPISODE_START : EPISODE_NEED;

      if (!column)
        continue;
      columns[i] = episode_column_normalise (like, column, NULL);
      if (!columns[i])
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The column \"%s\" of needs must hold %s: convert it",
                       need_columns[i].name, marmot_column_type_name (need_columns[i].type));
          goto out;
        }
    }

  rows_of = g_new (gint32, n_needs + 1);
  for (gsize i = 0; i < n_needs; i++)
    {
      g_autofree char *id = marmot_column_get_text (episodes, i);
      gpointer row;

      rows_of[i] = -1;
      if (id && g_hash_table_lookup_extended (ids, id, NULL, &row))
        rows_of[i] = (gint32) GPOINTER_TO_SIZE (row);
      else
        n_stray++;
    }
  set = episode_set_copy (self);
  g_clear_pointer (&set->needs, marmot_table_unref);
  g_clear_pointer (&set->need_starts, g_free);
  set_needs (set, columns, rows_of, n_needs);
  set->n_stray_needs = n_stray;

out:
  for (guint i = 0; i < G_N_ELEMENTS (need_columns); i++)
    g_clear_pointer (&columns[i], marmot_column_unref);
  return set;
}

MarmotTable *
marmot_episode_set_get_needs (MarmotEpisodeSet *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), NULL);

  return self->needs;
}

guint64
marmot_episode_set_get_n_stray_needs (MarmotEpisodeSet *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), 0);

  return self->n_stray_needs;
}

void
episode_set_take_needs (MarmotEpisodeSet *self,
                        MarmotEpisodeSet *from,
                        const gsize *rows,
                        gsize n_rows)
{
  MarmotColumn *need[G_N_ELEMENTS (need_columns)] = { NULL };
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GArray) rows_of = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (gsize row = 0; row < n_rows; row++)
    for (gsize i = from->need_starts[rows[row]]; i < from->need_starts[rows[row] + 1]; i++)
      {
        gint32 of = (gint32) row;

        g_array_append_val (order, i);
        g_array_append_val (rows_of, of);
      }
  for (guint i = 0; i < G_N_ELEMENTS (need_columns); i++)
    {
      MarmotColumn *column = marmot_table_peek_column (from->needs, need_columns[i].name);

      need[i] = column ? marmot_column_take_known (column, (const gsize *) (const void *) order->data, order->len)
                       : NULL;
    }
  set_needs (self, need, (const gint32 *) (const void *) rows_of->data, rows_of->len);
  for (guint i = 0; i < G_N_ELEMENTS (need_columns); i++)
    g_clear_pointer (&need[i], marmot_column_unref);
}

/* The needs of all sets, with the rows that their episodes have now. */
void
episode_set_join_needs (MarmotEpisodeSet *self,
                        MarmotEpisodeSet **sets,
                        gsize n_sets)
{
  MarmotColumn *columns[G_N_ELEMENTS (need_columns)] = { NULL };
  g_autoptr (GArray) rows_of = g_array_new (FALSE, FALSE, sizeof (gint32));
  gint32 first = 0;

  for (gsize i = 0; i < n_sets; i++)
    {
      for (gsize row = 0; sets[i]->needs && row < sets[i]->n_rows; row++)
        for (guint32 need = sets[i]->need_starts[row]; need < sets[i]->need_starts[row + 1]; need++)
          {
            gint32 of = first + (gint32) row;

            g_array_append_val (rows_of, of);
          }
      first += (gint32) sets[i]->n_rows;
    }
  for (guint i = 0; i < G_N_ELEMENTS (need_columns); i++)
    {
      g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
      EpisodeColumn like = need_columns[i].type == MARMOT_COLUMN_DATE ? EPISODE_START : EPISODE_NEED;

      for (gsize j = 0; j < n_sets; j++)
        if (sets[j]->needs)
          {
            MarmotColumn *column = marmot_table_peek_column (sets[j]->needs, need_columns[i].name);

            g_ptr_array_add (parts, column ? marmot_column_ref (column)
                                           : episode_column_of_nulls (like, marmot_table_get_n_rows (sets[j]->needs)));
          }
      columns[i] = marmot_column_join ((MarmotColumn **) parts->pdata, parts->len, NULL);
    }
  set_needs (self, columns, (const gint32 *) (const void *) rows_of->data, rows_of->len);
  for (guint i = 0; i < G_N_ELEMENTS (need_columns); i++)
    g_clear_pointer (&columns[i], marmot_column_unref);
}
