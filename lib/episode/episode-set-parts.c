/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Parts of a set: some of its rows, as a set.
 */
#include "episode-set-struct-private.h"

#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"

MarmotEpisodeSet *
episode_set_take_known (MarmotEpisodeSet *self,
                        const gsize *rows,
                        gsize n_rows)
{
  MarmotColumn *columns[EPISODE_N_COLUMNS] = { NULL };
  MarmotEpisodeSet *set;

  /* Everything of a set that nothing was taken from: share it. */
  if (n_rows == self->n_rows && (n_rows == 0 || (rows[0] == 0 && rows[n_rows - 1] == n_rows - 1)))
    {
      gsize row = 0;

      while (row < n_rows && rows[row] == row)
        row++;
      if (row == n_rows)
        return episode_set_copy (self);
    }

  for (guint i = 0; i < EPISODE_N_COLUMNS; i++)
    if (self->columns[i])
      columns[i] = episode_column_take (i, self->columns[i], rows, n_rows);
  set = episode_set_new_of_columns (self->kind, columns, n_rows, &self->coverage);

  if (self->needs)
    episode_set_take_needs (set, self, rows, n_rows);
  return set;
}

MarmotEpisodeSet *
marmot_episode_set_take (MarmotEpisodeSet *self,
                         MarmotColumn *rows,
                         GError **error)
{
  g_autofree gsize *list = NULL;
  gsize n_rows;

  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), NULL);
  g_return_val_if_fail (rows != NULL, NULL);

  if (rows->type != MARMOT_COLUMN_INTEGER)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "Rows must be a column of integers: convert it");
      return NULL;
    }
  n_rows = rows->length;
  if (!episode_set_check_size (n_rows, error))
    return NULL;
  list = g_new (gsize, n_rows + 1);
  for (gsize i = 0; i < n_rows; i++)
    {
      gint64 row = marmot_column_row_is_valid (rows, i) ? marmot_column_get_integer (rows, i) : -1;

      if (row < 0 || (guint64) row >= self->n_rows)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Row %" G_GSIZE_FORMAT " of the rows asked for names no episode of the set: "
                       "rows count from 0",
                       i);
          return NULL;
        }
      list[i] = (gsize) row;
    }
  return episode_set_take_known (self, list, n_rows);
}

/* Room for as many rows as the set has, and how many are in it. */
typedef struct
{
  gsize *rows;
  gsize n_rows;
} Selection;

static void
selection_init (Selection *self,
                MarmotEpisodeSet *set)
{
  self->rows = g_new (gsize, set->n_rows + 1);
  self->n_rows = 0;
}

static MarmotEpisodeSet *
selection_end (Selection *self,
               MarmotEpisodeSet *set)
{
  MarmotEpisodeSet *result = episode_set_take_known (set, self->rows, self->n_rows);

  g_free (self->rows);
  return result;
}

/* A column of the set, by the name that a caller gave. */
static MarmotColumn *
find_column (MarmotEpisodeSet *self,
             const char *name,
             EpisodeColumn *column,
             GError **error)
{
  *column = episode_column_find (name);
  if (*column < EPISODE_N_COLUMNS && self->columns[*column])
    return self->columns[*column];
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND, "The set has no column \"%s\": name one that it has", name);
  return NULL;
}

MarmotEpisodeSet *
marmot_episode_set_filter (MarmotEpisodeSet *self,
                           const char *column,
                           const char *text,
                           GError **error)
{
  EpisodeColumn which;
  MarmotColumn *values;
  Selection selection;

  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  values = find_column (self, column, &which, error);
  if (!values)
    return NULL;
  if (values->type != MARMOT_COLUMN_DICTIONARY && values->type != MARMOT_COLUMN_TEXT)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                   "The column \"%s\" holds %s: name one of text or codes", column,
                   marmot_column_type_name (values->type));
      return NULL;
    }

  selection_init (&selection, self);
  if (!text)
    {
      for (gsize row = 0; row < self->n_rows; row++)
        if (!marmot_column_row_is_valid (values, row))
          selection.rows[selection.n_rows++] = row;
    }
  else if (values->type == MARMOT_COLUMN_DICTIONARY)
    {
      gint64 wanted = -1;

      for (gsize i = 0; i < values->dictionary->length && wanted < 0; i++)
        {
          gsize length;
          const char *value = marmot_column_peek_text (values->dictionary, i, &length);

          if (value && strlen (text) == length && memcmp (value, text, length) == 0)
            wanted = (gint64) i;
        }
      for (gsize row = 0; row < self->n_rows && wanted >= 0; row++)
        if (marmot_column_row_is_valid (values, row) && marmot_column_get_code (values, row) == wanted)
          selection.rows[selection.n_rows++] = row;
    }
  else
    {
      for (gsize row = 0; row < self->n_rows; row++)
        {
          gsize length;
          const char *value = marmot_column_peek_text (values, row, &length);

          if (value && strlen (text) == length && memcmp (value, text, length) == 0)
            selection.rows[selection.n_rows++] = row;
        }
    }
  return selection_end (&selection, self);
}

MarmotEpisodeSet *
marmot_episode_set_filter_kind (MarmotEpisodeSet *self,
                                MarmotEpisodeKind kind)
{
  Selection selection;
  MarmotEpisodeKind only;
  const guint8 *kinds;

  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), NULL);

  kinds = episode_set_peek_kinds (self, &only);
  selection_init (&selection, self);
  for (gsize row = 0; row < self->n_rows; row++)
    if (kinds ? kinds[row] == kind : only == kind)
      selection.rows[selection.n_rows++] = row;
  return selection_end (&selection, self);
}

/* Those at work on a day of [from, until). */
static MarmotEpisodeSet *
take_open (MarmotEpisodeSet *self,
           gint64 from,
           gint64 until)
{
  const gint32 *starts = episode_set_peek_dates (self, EPISODE_START);
  const gint32 *ends = episode_set_peek_dates (self, EPISODE_END);
  Selection selection;

  selection_init (&selection, self);
  for (gsize row = 0; starts && row < self->n_rows; row++)
    if (starts[row] != EPISODE_NO_DATE && starts[row] < until
        && (!ends || ends[row] == EPISODE_NO_DATE || (ends[row] > from && ends[row] > starts[row])))
      selection.rows[selection.n_rows++] = row;
  return selection_end (&selection, self);
}

MarmotEpisodeSet *
marmot_episode_set_open_on (MarmotEpisodeSet *self,
                            gint32 day)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), NULL);

  return take_open (self, day, (gint64) day + 1);
}

MarmotEpisodeSet *
marmot_episode_set_open_during (MarmotEpisodeSet *self,
                                MarmotPeriod *period)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), NULL);
  g_return_val_if_fail (period != NULL, NULL);

  return take_open (self, marmot_period_get_start_days (period), marmot_period_get_end_days (period));
}

MarmotEpisodeSet *
marmot_episode_set_dated_in (MarmotEpisodeSet *self,
                             const char *column,
                             MarmotPeriod *period,
                             GError **error)
{
  EpisodeColumn which;
  MarmotColumn *values;
  Selection selection;
  const gint32 *days;
  gint32 from, until;

  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);
  g_return_val_if_fail (period != NULL, NULL);

  values = find_column (self, column, &which, error);
  if (!values)
    return NULL;
  if (values->type != MARMOT_COLUMN_DATE)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The column \"%s\" holds no dates: name one that does",
                   column);
      return NULL;
    }

  from = marmot_period_get_start_days (period);
  until = marmot_period_get_end_days (period);
  days = values->values;
  selection_init (&selection, self);
  for (gsize row = 0; row < self->n_rows; row++)
    if (days[row] >= from && days[row] < until)
      selection.rows[selection.n_rows++] = row;
  return selection_end (&selection, self);
}

GPtrArray *
marmot_episode_set_split (MarmotEpisodeSet *self,
                          const char *column,
                          GError **error)
{
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MarmotGroups) groups = NULL;
  g_autofree gsize *starts = NULL;
  g_autofree gsize *rows = NULL;
  EpisodeColumn which;
  MarmotColumn *values;
  gsize n_groups;

  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  values = find_column (self, column, &which, error);
  groups = values ? marmot_groups_new_from_column (values, error) : NULL;
  if (!groups)
    return NULL;

  n_groups = marmot_groups_get_n_groups (groups);
  marmot_group_rows (marmot_groups_peek_codes (groups), self->n_rows, n_groups, &starts, &rows);
  for (gsize i = 0; i < n_groups; i++)
    g_ptr_array_add (sets, episode_set_take_known (self, rows + starts[i], starts[i + 1] - starts[i]));
  return g_steal_pointer (&sets);
}
