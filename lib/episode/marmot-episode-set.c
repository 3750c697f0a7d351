/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "episode-set-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"
#include "core/marmot-members-private.h"
#include "core/marmot-table-private.h"

/* What is known of the time of the episodes. */
typedef struct
{
  gint32 first;             /* EPISODE_NO_DATE for neither */
  gint32 last;
} Coverage;

struct _MarmotEpisodeSet
{
  GObject parent_instance;

  MarmotTable *table;
  MarmotColumn *columns[EPISODE_N_COLUMNS]; /* of the table; NULL where absent */
  gsize n_rows;
  MarmotEpisodeKind kind;   /* of all, where there is no column of kinds */
  Coverage coverage;

  MarmotTable *needs;       /* nullable */
  guint32 *need_starts;     /* for each episode, and one more */
  guint64 n_stray_needs;

  /* Made when they are first asked for. */
  GMutex lock;
  EpisodeHistory *persons;
  EpisodeHistory *families;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarmotEpisodeSet, marmot_episode_set, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
history_free (EpisodeHistory *history)
{
  g_free (history->starts);
  g_free (history->rows);
  g_free (history);
}

static void
marmot_episode_set_finalize (GObject *object)
{
  MarmotEpisodeSet *self = MARMOT_EPISODE_SET (object);

  g_clear_pointer (&self->table, marmot_table_unref);
  g_clear_pointer (&self->needs, marmot_table_unref);
  g_free (self->need_starts);
  g_clear_pointer (&self->persons, history_free);
  g_clear_pointer (&self->families, history_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (marmot_episode_set_parent_class)->finalize (object);
}

static void
marmot_episode_set_class_init (MarmotEpisodeSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_episode_set_finalize;
}

static void
marmot_episode_set_init (MarmotEpisodeSet *self)
{
  g_mutex_init (&self->lock);
  self->coverage = (Coverage) { EPISODE_NO_DATE, EPISODE_NO_DATE };
}

/* --- for the loops of this room ------------------------------------------------------ */

MarmotColumn *
episode_set_peek (MarmotEpisodeSet *self,
                  EpisodeColumn column)
{
  return self->columns[column];
}

const gint32 *
episode_set_peek_dates (MarmotEpisodeSet *self,
                        EpisodeColumn column)
{
  return self->columns[column] ? self->columns[column]->values : NULL;
}

const gint32 *
episode_set_peek_codes (MarmotEpisodeSet *self,
                        EpisodeColumn column)
{
  return self->columns[column] ? self->columns[column]->values : NULL;
}

gsize
episode_set_n_values (MarmotEpisodeSet *self,
                      EpisodeColumn column)
{
  return self->columns[column] ? self->columns[column]->dictionary->length : 0;
}

const char *
episode_set_peek_value (MarmotEpisodeSet *self,
                        EpisodeColumn column,
                        gint32 code,
                        gsize *length)
{
  return marmot_column_peek_text (self->columns[column]->dictionary, (gsize) code, length);
}

gint32 *
episode_set_match_values (MarmotEpisodeSet *self,
                          EpisodeColumn column,
                          const char *const *names)
{
  gsize n_values = episode_set_n_values (self, column);
  gint32 *found;

  if (!self->columns[column])
    return NULL;
  found = g_new (gint32, n_values + 1);
  for (gsize i = 0; i < n_values; i++)
    {
      gsize length;
      const char *text = episode_set_peek_value (self, column, (gint32) i, &length);

      found[i] = -1;
      for (gint32 j = 0; names[j] && found[i] < 0; j++)
        if (text && strlen (names[j]) == length && memcmp (names[j], text, length) == 0)
          found[i] = j;
    }
  return found;
}

const guint8 *
episode_set_peek_kinds (MarmotEpisodeSet *self,
                        MarmotEpisodeKind *only)
{
  *only = self->kind;
  return self->columns[EPISODE_KIND] ? self->columns[EPISODE_KIND]->values : NULL;
}

const guint32 *
episode_set_peek_need_starts (MarmotEpisodeSet *self)
{
  return self->need_starts;
}

/* --- making -------------------------------------------------------------------------- */

static const EpisodeColumn event_columns[] = {
  EPISODE_START,    EPISODE_END,        EPISODE_REQUESTED, EPISODE_DECIDED, EPISODE_ASSESSMENT_STARTED,
  EPISODE_ASSESSED, EPISODE_CONFERENCE, EPISODE_REVIEWED,  EPISODE_ISSUED,
};

/* From the earliest start or request to the latest day of anything. */
static Coverage
find_coverage (MarmotEpisodeSet *self)
{
  Coverage coverage = { G_MAXINT32, EPISODE_NO_DATE };

  for (guint i = 0; i < G_N_ELEMENTS (event_columns); i++)
    {
      const gint32 *days = episode_set_peek_dates (self, event_columns[i]);
      gint32 first = G_MAXINT32, last = EPISODE_NO_DATE;

      for (gsize row = 0; days && row < self->n_rows; row++)
        {
          gint32 day = days[row];

          if (day > last)
            last = day;
          if (day != EPISODE_NO_DATE && day < first)
            first = day;
        }
      if (event_columns[i] == EPISODE_START || event_columns[i] == EPISODE_REQUESTED)
        coverage.first = MIN (coverage.first, first);
      coverage.last = MAX (coverage.last, last);
    }
  if (coverage.first == G_MAXINT32)
    coverage.first = coverage.last;
  return coverage;
}

/* Kinds as bytes whose values are the members of the enumeration. */
static MarmotColumn *
read_kinds (MarmotColumn *column,
            GError **error)
{
  g_autoptr (GEnumClass) known = g_type_class_ref (MARMOT_TYPE_EPISODE_KIND);
  g_autoptr (MarmotColumn) normal = episode_column_normalise (EPISODE_KIND, column, error);
  g_autofree guint8 *members = NULL;
  g_autofree gint8 *member_of = NULL;
  const gint32 *codes;

  if (!normal)
    return NULL;
  if (normal->n_nulls > 0)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The column \"kind\" has nulls: every episode needs a kind");
      return NULL;
    }

  member_of = g_new0 (gint8, normal->dictionary->length + 1);
  for (gsize i = 0; i < normal->dictionary->length; i++)
    {
      g_autofree char *text = marmot_column_get_text (normal->dictionary, i);
      const GEnumValue *found = text ? g_enum_get_value_by_nick (known, text) : NULL;

      member_of[i] = found ? (gint8) found->value : -1;
    }

  codes = normal->values;
  members = g_new (guint8, normal->length + 1);
  for (gsize row = 0; row < normal->length; row++)
    {
      if (member_of[codes[row]] < 0)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Row %" G_GSIZE_FORMAT " of the column \"kind\" is no kind of episode: "
                       "write \"early-help\", \"care\" or another that there is",
                       row);
          return NULL;
        }
      members[row] = (guint8) member_of[codes[row]];
    }
  return marmot_column_new_members (MARMOT_TYPE_EPISODE_KIND, g_steal_pointer (&members), normal->length);
}

/* Columns are taken; coverage of an empty set is none. */
static MarmotEpisodeSet *
new_of_columns (MarmotEpisodeKind kind,
                MarmotColumn *columns[EPISODE_N_COLUMNS],
                gsize n_rows,
                const Coverage *coverage)
{
  MarmotEpisodeSet *self = g_object_new (MARMOT_TYPE_EPISODE_SET, NULL);
  const char *names[EPISODE_N_COLUMNS + 1] = { NULL };
  MarmotColumn *list[EPISODE_N_COLUMNS + 1];
  gsize n_columns = 0;

  for (guint i = 0; i < EPISODE_N_COLUMNS; i++)
    if (columns[i])
      {
        names[n_columns] = episode_column_name (i);
        list[n_columns++] = columns[i];
      }
  if (n_columns == 0)
    {
      /* A table of no columns has no rows, so that there is always one. */
      columns[EPISODE_ID] = episode_column_of_nulls (EPISODE_ID, n_rows);
      names[0] = episode_column_name (EPISODE_ID);
      list[n_columns++] = columns[EPISODE_ID];
    }
  names[n_columns] = NULL;

  self->kind = kind;
  self->n_rows = n_rows;
  /* The names are distinct and the lengths equal, so it cannot fail. */
  self->table = marmot_table_new (names, list, n_columns, NULL);
  for (guint i = 0; i < EPISODE_N_COLUMNS; i++)
    {
      self->columns[i] = columns[i] ? marmot_table_peek_column (self->table, episode_column_name (i)) : NULL;
      g_clear_pointer (&columns[i], marmot_column_unref);
    }
  self->coverage = coverage ? *coverage : find_coverage (self);
  return self;
}

static gboolean
check_size (gsize n_rows,
            GError **error)
{
  if (n_rows <= G_MAXINT32)
    return TRUE;
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                       "A set of episodes has at most 2^31 - 1 rows: split the table");
  return FALSE;
}

MarmotEpisodeSet *
episode_set_new_take (MarmotEpisodeKind kind,
                      MarmotColumn *columns[EPISODE_N_COLUMNS],
                      gsize n_rows,
                      GError **error)
{
  gboolean is_good = check_size (n_rows, error);

  for (guint i = 0; i < EPISODE_N_COLUMNS && is_good; i++)
    if (columns[i])
      {
        MarmotColumn *normal = i == EPISODE_KIND ? read_kinds (columns[i], error)
                                                 : episode_column_normalise (i, columns[i], error);

        is_good = normal != NULL;
        marmot_column_unref (columns[i]);
        columns[i] = normal;
      }
  if (is_good)
    return new_of_columns (kind, columns, n_rows, NULL);

  for (guint i = 0; i < EPISODE_N_COLUMNS; i++)
    g_clear_pointer (&columns[i], marmot_column_unref);
  return NULL;
}

MarmotEpisodeSet *
marmot_episode_set_new (MarmotEpisodeKind kind,
                        MarmotTable *table,
                        GError **error)
{
  MarmotColumn *columns[EPISODE_N_COLUMNS] = { NULL };

  g_return_val_if_fail (table != NULL, NULL);

  for (gsize i = 0; i < marmot_table_get_n_columns (table); i++)
    {
      const char *name = marmot_table_get_column_name (table, i);

      if (episode_column_find (name) == EPISODE_N_COLUMNS)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "A set of episodes has no column \"%s\": rename it, or take it out", name);
          return NULL;
        }
    }
  for (guint i = 0; i < EPISODE_N_COLUMNS; i++)
    {
      MarmotColumn *column = marmot_table_peek_column (table, episode_column_name (i));

      columns[i] = column ? marmot_column_ref (column) : NULL;
    }
  return episode_set_new_take (kind, columns, marmot_table_get_n_rows (table), error);
}

/* The same columns, with other things around them. */
static MarmotEpisodeSet *
copy (MarmotEpisodeSet *self)
{
  MarmotEpisodeSet *set = g_object_new (MARMOT_TYPE_EPISODE_SET, NULL);

  set->table = marmot_table_ref (self->table);
  memcpy (set->columns, self->columns, sizeof self->columns);
  set->n_rows = self->n_rows;
  set->kind = self->kind;
  set->coverage = self->coverage;
  set->n_stray_needs = self->n_stray_needs;
  if (self->needs)
    {
      set->needs = marmot_table_ref (self->needs);
      set->need_starts = g_memdup2 (self->need_starts, (self->n_rows + 1) * sizeof (guint32));
    }
  return set;
}

MarmotEpisodeSet *
marmot_episode_set_with_coverage (MarmotEpisodeSet *self,
                                  gint32 first_day,
                                  gint32 last_day,
                                  GError **error)
{
  MarmotEpisodeSet *set;

  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), NULL);

  if (last_day < first_day || first_day == EPISODE_NO_DATE)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The last day that a set knows of is before the first: exchange them");
      return NULL;
    }
  set = copy (self);
  set->coverage = (Coverage) { first_day, last_day };
  return set;
}

gboolean
marmot_episode_set_get_coverage (MarmotEpisodeSet *self,
                                 gint32 *first_day,
                                 gint32 *last_day)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), FALSE);

  if (first_day)
    *first_day = self->coverage.first == EPISODE_NO_DATE ? 0 : self->coverage.first;
  if (last_day)
    *last_day = self->coverage.first == EPISODE_NO_DATE ? 0 : self->coverage.last;
  return self->coverage.first != EPISODE_NO_DATE;
}

/* --- needs --------------------------------------------------------------------------- */

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
  if (!check_size (n_needs, error))
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
  set = copy (self);
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

/* --- looking at it ------------------------------------------------------------------- */

MarmotTable *
marmot_episode_set_get_table (MarmotEpisodeSet *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), NULL);

  return self->table;
}

guint
marmot_episode_set_get_n_rows (MarmotEpisodeSet *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), 0);

  return (guint) self->n_rows;
}

static guint
count_used (MarmotEpisodeSet *self,
            EpisodeColumn column)
{
  gsize n_values = episode_set_n_values (self, column);
  const gint32 *codes = episode_set_peek_codes (self, column);
  g_autofree guint8 *used = g_malloc0 (n_values + 1);
  guint n_used = 0;

  for (gsize row = 0; codes && row < self->n_rows; row++)
    if (codes[row] >= 0)
      used[codes[row]] = 1;
  for (gsize i = 0; i < n_values; i++)
    n_used += used[i];
  return n_used;
}

guint
marmot_episode_set_count (MarmotEpisodeSet *self,
                          MarmotEpisodeUnit unit)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), 0);

  switch (unit)
    {
    case MARMOT_EPISODE_UNIT_CHILD:
      return count_used (self, EPISODE_PERSON);
    case MARMOT_EPISODE_UNIT_FAMILY:
      return count_used (self, EPISODE_FAMILY);
    case MARMOT_EPISODE_UNIT_DEFAULT:
    case MARMOT_EPISODE_UNIT_EPISODE:
    default:
      return (guint) self->n_rows;
    }
}

const EpisodeHistory *
episode_set_get_history (MarmotEpisodeSet *self,
                         EpisodeColumn column)
{
  EpisodeHistory **history = column == EPISODE_FAMILY ? &self->families : &self->persons;

  if (!self->columns[column])
    return NULL;

  g_mutex_lock (&self->lock);
  if (!*history)
    *history = episode_history_new (episode_set_peek_codes (self, column), episode_set_n_values (self, column),
                                    episode_set_peek_dates (self, EPISODE_START),
                                    episode_set_peek_dates (self, EPISODE_END), self->n_rows);
  g_mutex_unlock (&self->lock);
  return *history;
}

/* --- parts of it --------------------------------------------------------------------- */

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
        return copy (self);
    }

  for (guint i = 0; i < EPISODE_N_COLUMNS; i++)
    if (self->columns[i])
      columns[i] = episode_column_take (i, self->columns[i], rows, n_rows);
  set = new_of_columns (self->kind, columns, n_rows, &self->coverage);

  if (self->needs)
    {
      MarmotColumn *need[G_N_ELEMENTS (need_columns)] = { NULL };
      g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (gsize));
      g_autoptr (GArray) rows_of = g_array_new (FALSE, FALSE, sizeof (gint32));

      for (gsize row = 0; row < n_rows; row++)
        for (gsize i = self->need_starts[rows[row]]; i < self->need_starts[rows[row] + 1]; i++)
          {
            gint32 of = (gint32) row;

            g_array_append_val (order, i);
            g_array_append_val (rows_of, of);
          }
      for (guint i = 0; i < G_N_ELEMENTS (need_columns); i++)
        {
          MarmotColumn *column = marmot_table_peek_column (self->needs, need_columns[i].name);

          need[i] = column ? marmot_column_take_known (column, (const gsize *) (const void *) order->data, order->len)
                           : NULL;
        }
      set_needs (set, need, (const gint32 *) (const void *) rows_of->data, rows_of->len);
      for (guint i = 0; i < G_N_ELEMENTS (need_columns); i++)
        g_clear_pointer (&need[i], marmot_column_unref);
    }
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
  if (!check_size (n_rows, error))
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

/* --- joining ------------------------------------------------------------------------- */

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

/* The needs of all sets, with the rows that their episodes have now. */
static void
join_needs (MarmotEpisodeSet *self,
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

MarmotEpisodeSet *
marmot_episode_set_join (MarmotEpisodeSet **sets,
                         gsize n_sets,
                         GError **error)
{
  MarmotColumn *columns[EPISODE_N_COLUMNS] = { NULL };
  Coverage coverage = { EPISODE_NO_DATE, EPISODE_NO_DATE };
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
  if (!check_size (n_rows, error))
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

  self = new_of_columns (sets[0]->kind, columns, n_rows, &coverage);
  self->n_stray_needs = n_stray;
  if (has_needs)
    join_needs (self, sets, n_sets);
  return self;
}

/* --- a list of episodes -------------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return MARMOT_TYPE_EPISODE;
}

static guint
get_n_items (GListModel *model)
{
  return (guint) MARMOT_EPISODE_SET (model)->n_rows;
}

static gpointer
get_item (GListModel *model,
          guint row)
{
  MarmotEpisodeSet *self = MARMOT_EPISODE_SET (model);

  return row < self->n_rows ? episode_new_of_row (self, row) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}
