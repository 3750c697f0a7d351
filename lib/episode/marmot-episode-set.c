/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "episode-set-struct-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-csv-date-private.h"
#include "core/marmot-members-private.h"
#include "core/marmot-table-private.h"

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
  self->coverage = (EpisodeCoverage) { EPISODE_NO_DATE, EPISODE_NO_DATE };
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
static EpisodeCoverage
find_coverage (MarmotEpisodeSet *self)
{
  EpisodeCoverage coverage = { G_MAXINT32, EPISODE_NO_DATE };

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
MarmotEpisodeSet *
episode_set_new_of_columns (MarmotEpisodeKind kind,
                MarmotColumn *columns[EPISODE_N_COLUMNS],
                gsize n_rows,
                const EpisodeCoverage *coverage)
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

gboolean
episode_set_check_size (gsize n_rows,
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
  gboolean is_good = episode_set_check_size (n_rows, error);

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
    return episode_set_new_of_columns (kind, columns, n_rows, NULL);

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
      /* Of a file without a header the first child stands where the names should be: an unknown
       * name may be a cell, and is not shown. */
      if (episode_column_find (marmot_table_get_column_name (table, i)) == EPISODE_N_COLUMNS)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Column %" G_GSIZE_FORMAT " of the table, counted from 1, has a name that no column of a set of "
                       "episodes has: rename it, or take it out",
                       i + 1);
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
MarmotEpisodeSet *
episode_set_copy (MarmotEpisodeSet *self)
{
  MarmotEpisodeSet *set = g_object_new (MARMOT_TYPE_EPISODE_SET, NULL);

  /* One that g_object_new() made has none. */
  set->table = self->table ? marmot_table_ref (self->table) : NULL;
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
  set = episode_set_copy (self);
  set->coverage = (EpisodeCoverage) { first_day, last_day };
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

char *
marmot_episode_set_to_string (MarmotEpisodeSet *self)
{
  GString *text;

  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text, "%" G_GSIZE_FORMAT " %s", self->n_rows, self->n_rows == 1 ? "episode" : "episodes");
  if (self->columns[EPISODE_PERSON])
    g_string_append_printf (text, " of %u children", count_used (self, EPISODE_PERSON));
  else if (self->columns[EPISODE_FAMILY])
    g_string_append_printf (text, " of %u families", count_used (self, EPISODE_FAMILY));
  if (self->coverage.first != EPISODE_NO_DATE)
    {
      char first[MARMOT_CSV_DATE_SIZE], last[MARMOT_CSV_DATE_SIZE];

      if (marmot_csv_date_print (self->coverage.first, first) && marmot_csv_date_print (self->coverage.last, last))
        g_string_append_printf (text, ", %s to %s", first, last);
    }
  return g_string_free (text, FALSE);
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
