/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "care-episodes-private.h"

#include <math.h>
#include <string.h>

#include "episode-set-private.h"
#include "number-columns-private.h"

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"

#define NO_CODE -1

/* Which column of the return becomes which of a set. */
static const struct
{
  CareColumn from;
  EpisodeColumn to;
} codes[] = {
  { CARE_CHILD, EPISODE_PERSON },
  { CARE_RNE, EPISODE_START_REASON },
  { CARE_LS, EPISODE_LEGAL_STATUS },
  { CARE_CIN, EPISODE_NEED },
  { CARE_PLACE, EPISODE_PLACEMENT },
  { CARE_PLACE_PROVIDER, EPISODE_PROVIDER },
  { CARE_REC, EPISODE_END_REASON },
  { CARE_REASON_PLACE_CHANGE, EPISODE_CHANGE_REASON },
  { CARE_URN, EPISODE_CARER },
  { CARE_HOME_POST, EPISODE_HOME },
  { CARE_PL_POST, EPISODE_PLACE },
};

/* Where the placements of a year are, by child and start. */
typedef struct
{
  const CareRows *rows;
  CareKeys *keys;
} Locations;

typedef struct
{
  MarmotCareReturn *care;
  const CarePool *pool;
  const guint *years;
  gsize n_years;
  MarmotColumn *columns[EPISODE_N_COLUMNS];
} Maker;

static gboolean
any_table_has (const Maker *self,
               MarmotCareTable table,
               CareColumn column)
{
  for (gsize i = 0; i < self->n_years; i++)
    {
      const CareRows *rows = care_return_peek_rows (self->care, table, self->years[i]);

      if (rows && (rows->columns[column] || (column == CARE_PL_DISTANCE && rows->miles)))
        return TRUE;
    }
  return FALSE;
}

/* Gives a block of codes to a column; the memory is taken. */
static void
set_codes (Maker *self,
           EpisodeColumn to,
           MarmotMemory *memory,
           const gint32 *block,
           MarmotColumn *values)
{
  g_autoptr (MarmotColumn) none = NULL;

  if (!values)
    values = none = number_column_values (0);
  self->columns[to] = number_column_codes (memory, block, self->pool->n_rows, values);
  marmot_memory_unref (memory);
}

static void
set_dates (Maker *self,
           EpisodeColumn to,
           MarmotMemory *memory,
           const gint32 *block)
{
  self->columns[to] = number_column_dates (memory, block, self->pool->n_rows, EPISODE_NO_DATE + 1);
  marmot_memory_unref (memory);
}

/* The column as the one table of episodes has it, where all of its rows are kept and none
 * need be changed: it is not copied then. */
static gboolean
share_column (Maker *self,
              CareColumn from,
              EpisodeColumn to)
{
  const CarePool *pool = self->pool;

  if (pool->n_rows == 0 || pool->tables[0] != pool->tables[pool->n_rows - 1]
      || pool->tables[0]->n_rows != pool->n_rows || care_return_has_strange (self->care, from))
    return FALSE;
  self->columns[to] = care_return_make_column (self->care, MARMOT_CARE_TABLE_EPISODES, pool->tables[0]->year, from);
  return self->columns[to] != NULL;
}

static void
make_codes (Maker *self,
            CareColumn from,
            EpisodeColumn to)
{
  const CarePool *pool = self->pool;
  const gsize n_values = care_return_n_values (self->care, from);
  g_autofree gint32 *known = NULL;
  g_autoptr (MarmotColumn) numbers = NULL;
  MarmotMemory *memory;
  gint32 *block;

  if (!any_table_has (self, MARMOT_CARE_TABLE_EPISODES, from) || share_column (self, from, to))
    return;
  known = g_new (gint32, n_values + 1);
  for (gsize i = 0; i < n_values; i++)
    known[i] = care_return_is_strange (self->care, from, (gint32) i) ? NO_CODE : (gint32) i;

  block = number_block_new (pool->n_rows, &memory);
  for (gsize i = 0; i < pool->n_rows; i++)
    {
      const gint32 *values = pool->tables[i]->columns[from];
      gint32 code = values ? values[pool->rows[i]] : NO_CODE;

      block[i] = code < 0 ? NO_CODE : known[code];
    }
  if (care_column_content (from) == CARE_HOLDS_NUMBERS)
    numbers = number_column_values (n_values);
  set_codes (self, to, memory, block, numbers ? numbers : care_return_peek_dictionary (self->care, from));
}

static void
make_dates (Maker *self,
            CareColumn from,
            EpisodeColumn to)
{
  const CarePool *pool = self->pool;
  MarmotMemory *memory;
  gint32 *block;

  if (!any_table_has (self, MARMOT_CARE_TABLE_EPISODES, from) || share_column (self, from, to))
    return;
  block = number_block_new (pool->n_rows, &memory);
  for (gsize i = 0; i < pool->n_rows; i++)
    {
      const gint32 *values = pool->tables[i]->columns[from];
      gint32 day = values ? values[pool->rows[i]] : EPISODE_NO_DATE;

      block[i] = day > CARE_BAD_DATE ? day : EPISODE_NO_DATE;
    }
  set_dates (self, to, memory, block);
}

/* Short breaks are those of legal status V3 and V4. */
static void
make_kinds (Maker *self)
{
  static const char *const short_breaks[] = { "V3", "V4", NULL };
  static const char *const names[] = { "care", "short-break", NULL };
  g_autoptr (MarmotColumn) values = marmot_column_new_text (names);
  g_autofree gint32 *is_short = care_return_match_values (self->care, CARE_LS, short_breaks);
  const CarePool *pool = self->pool;
  MarmotMemory *memory;
  gint32 *block = number_block_new (pool->n_rows, &memory);

  for (gsize i = 0; i < pool->n_rows; i++)
    {
      const gint32 *statuses = pool->tables[i]->columns[CARE_LS];
      gint32 code = statuses ? statuses[pool->rows[i]] : NO_CODE;

      block[i] = code >= 0 && is_short[code] >= 0;
    }
  set_codes (self, EPISODE_KIND, memory, block, values);
}

/* The first value of each child, from the latest year back. */
static gint32 *
find_of_children (const Maker *self,
                  MarmotCareTable table,
                  CareColumn column)
{
  const gboolean is_date = care_column_content (column) == CARE_HOLDS_DATES;
  const gint32 least = is_date ? CARE_BAD_DATE + 1 : 0;
  const gint32 blank = is_date ? EPISODE_NO_DATE : NO_CODE;
  const gsize n_children = care_return_n_children (self->care);
  gint32 *found = g_new (gint32, n_children + 1);

  for (gsize i = 0; i < n_children; i++)
    found[i] = blank;
  for (gsize i = self->n_years; i-- > 0;)
    {
      const CareRows *rows = care_return_peek_rows (self->care, table, self->years[i]);
      const gint32 *values = rows ? rows->columns[column] : NULL;
      const gint32 *children = rows ? rows->columns[CARE_CHILD] : NULL;

      for (gsize row = 0; values && children && row < rows->n_rows; row++)
        if (values[row] >= least && found[children[row]] < least
            && (is_date || !care_return_is_strange (self->care, column, values[row])))
          found[children[row]] = values[row];
    }
  return found;
}

/* What is known of the child of each episode. */
static void
make_of_children (Maker *self,
                  MarmotCareTable table,
                  CareColumn from,
                  EpisodeColumn to)
{
  const CarePool *pool = self->pool;
  const gint32 blank = care_column_content (from) == CARE_HOLDS_DATES ? EPISODE_NO_DATE : NO_CODE;
  g_autofree gint32 *found = NULL;
  MarmotMemory *memory;
  gint32 *block;

  if (!any_table_has (self, table, from))
    return;
  found = find_of_children (self, table, from);
  block = number_block_new (pool->n_rows, &memory);
  for (gsize i = 0; i < pool->n_rows; i++)
    {
      const gint32 *children = pool->tables[i]->columns[CARE_CHILD];

      block[i] = children ? found[children[pool->rows[i]]] : blank;
    }
  if (care_column_content (from) == CARE_HOLDS_DATES)
    set_dates (self, to, memory, block);
  else
    set_codes (self, to, memory, block, care_return_peek_dictionary (self->care, from));
}

static void
mark_children (guint8 *marks,
               const CareRows *rows,
               guint8 mark)
{
  const gint32 *children = rows ? rows->columns[CARE_CHILD] : NULL;

  for (gsize row = 0; children && row < rows->n_rows; row++)
    marks[children[row]] = MAX (marks[children[row]], mark);
}

/* In a table of UASC: yes. In none, though the year has one: no. Otherwise nobody knows. */
static void
make_uasc (Maker *self)
{
  enum { UNKNOWN, NO, YES };
  const CarePool *pool = self->pool;
  g_autofree guint8 *marks = g_new0 (guint8, care_return_n_children (self->care) + 1);
  g_autoptr (MarmotColumnBuilder) builder = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);
  gboolean has_any = FALSE;

  for (gsize i = 0; i < self->n_years; i++)
    {
      const CareRows *uasc = care_return_peek_rows (self->care, MARMOT_CARE_TABLE_UASC, self->years[i]);

      if (!uasc)
        continue;
      has_any = TRUE;
      mark_children (marks, uasc, YES);
      mark_children (marks, care_return_peek_rows (self->care, MARMOT_CARE_TABLE_HEADER, self->years[i]), NO);
      mark_children (marks, care_return_peek_rows (self->care, MARMOT_CARE_TABLE_EPISODES, self->years[i]), NO);
    }
  if (!has_any)
    return;

  for (gsize i = 0; i < pool->n_rows; i++)
    {
      const gint32 *children = pool->tables[i]->columns[CARE_CHILD];
      guint8 mark = children ? marks[children[pool->rows[i]]] : UNKNOWN;

      if (mark == UNKNOWN)
        marmot_column_builder_append_null (builder);
      else
        marmot_column_builder_append_boolean (builder, mark == YES);
    }
  self->columns[EPISODE_UASC] = marmot_column_builder_finish (g_steal_pointer (&builder));
}

/* Where the row's placement is told of: in its own row, or in a table of locations, first of
 * its year and then of the latest. */
static const CareRows *
find_location (const Maker *self,
               const Locations *locations,
               gsize i,
               gsize *at)
{
  const CareRows *rows = self->pool->tables[i];
  const gsize row = self->pool->rows[i];
  guint64 key;

  *at = row;
  if (rows->columns[CARE_PL_LA] || rows->columns[CARE_PL_LOCATION] || rows->miles)
    return rows;
  if (!rows->columns[CARE_CHILD] || !rows->columns[CARE_DECOM] || rows->columns[CARE_DECOM][row] <= CARE_BAD_DATE)
    return NULL;

  key = care_key (rows->columns[CARE_CHILD][row], rows->columns[CARE_DECOM][row]);
  for (gsize own = 2; own-- > 0;)
    for (gsize y = self->n_years; y-- > 0;)
      if (locations[y].keys && (locations[y].rows->year == rows->year) == (own == 1))
        {
          guint32 found = care_keys_find (locations[y].keys, key);

          if (found == G_MAXUINT32)
            continue;
          *at = found;
          return locations[y].rows;
        }
  return NULL;
}

static Locations *
index_locations (const Maker *self)
{
  Locations *locations = g_new0 (Locations, self->n_years + 1);

  for (gsize y = 0; y < self->n_years; y++)
    {
      const CareRows *rows = care_return_peek_rows (self->care, MARMOT_CARE_TABLE_LOCATIONS, self->years[y]);
      gboolean is_new;

      if (!rows || !rows->columns[CARE_CHILD] || !rows->columns[CARE_DECOM])
        continue;
      locations[y].rows = rows;
      locations[y].keys = care_keys_new (rows->n_rows);
      for (gsize row = 0; row < rows->n_rows; row++)
        if (rows->columns[CARE_DECOM][row] > CARE_BAD_DATE)
          (void) care_keys_add (locations[y].keys,
                                care_key (rows->columns[CARE_CHILD][row], rows->columns[CARE_DECOM][row]),
                                (guint32) row, &is_new);
    }
  return locations;
}

static void
make_locations (Maker *self)
{
  static const CareColumn told[] = { CARE_PL_LA, CARE_PL_LOCATION, CARE_PL_DISTANCE };
  const CarePool *pool = self->pool;
  gboolean has_any = FALSE;
  g_autofree Locations *locations = NULL;
  MarmotMemory *area_memory, *location_memory;
  gint32 *areas, *places;
  g_autoptr (MarmotColumnBuilder) miles = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    has_any = has_any || any_table_has (self, MARMOT_CARE_TABLE_EPISODES, told[i])
              || any_table_has (self, MARMOT_CARE_TABLE_LOCATIONS, told[i]);
  if (!has_any)
    return;

  locations = index_locations (self);
  areas = number_block_new (pool->n_rows, &area_memory);
  places = number_block_new (pool->n_rows, &location_memory);
  miles = marmot_column_builder_new (MARMOT_COLUMN_DOUBLE);
  for (gsize i = 0; i < pool->n_rows; i++)
    {
      gsize at;
      const CareRows *rows = find_location (self, locations, i, &at);

      areas[i] = rows && rows->columns[CARE_PL_LA] ? rows->columns[CARE_PL_LA][at] : NO_CODE;
      places[i] = rows && rows->columns[CARE_PL_LOCATION] ? rows->columns[CARE_PL_LOCATION][at] : NO_CODE;
      if (rows && rows->miles && !isnan (rows->miles[at]))
        marmot_column_builder_append_double (miles, rows->miles[at]);
      else
        marmot_column_builder_append_null (miles);
    }
  for (gsize y = 0; y < self->n_years; y++)
    g_clear_pointer (&locations[y].keys, care_keys_free);

  set_codes (self, EPISODE_AREA, area_memory, areas, care_return_peek_dictionary (self->care, CARE_PL_LA));
  set_codes (self, EPISODE_LOCATION, location_memory, places,
             care_return_peek_dictionary (self->care, CARE_PL_LOCATION));
  self->columns[EPISODE_DISTANCE] = marmot_column_builder_finish (g_steal_pointer (&miles));
}

/* The year, the file and the line of each row. */
static void
make_places (Maker *self)
{
  const CarePool *pool = self->pool;
  g_autoptr (MarmotColumnBuilder) years = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  g_autoptr (MarmotColumnBuilder) lines = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  g_autoptr (MarmotColumnBuilder) sources = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);

  for (gsize i = 0; i < pool->n_rows; i++)
    {
      const CareRows *rows = pool->tables[i];

      marmot_column_builder_append_integer (years, rows->year);
      marmot_column_builder_append_integer (lines, rows->lines[pool->rows[i]]);
      if (rows->source)
        (void) marmot_column_builder_append_text (sources, rows->source, strlen (rows->source));
      else
        marmot_column_builder_append_null (sources);
    }
  self->columns[EPISODE_YEAR] = marmot_column_builder_finish (g_steal_pointer (&years));
  self->columns[EPISODE_LINE] = marmot_column_builder_finish (g_steal_pointer (&lines));
  self->columns[EPISODE_SOURCE] = marmot_column_builder_finish (g_steal_pointer (&sources));
}

/* What the set knows of: the last years of episodes that follow each other without a gap. */
static MarmotEpisodeSet *
add_coverage (const Maker *self,
              MarmotEpisodeSet *set)
{
  g_autoptr (MarmotEpisodeSet) bare = set;
  guint first = 0, last = 0;

  for (gsize i = self->n_years; i-- > 0;)
    {
      if (!care_return_peek_rows (self->care, MARMOT_CARE_TABLE_EPISODES, self->years[i]))
        continue;
      if (last == 0)
        last = first = self->years[i];
      else if (self->years[i] + 1 == first)
        first = self->years[i];
      else
        break;
    }
  return marmot_episode_set_with_coverage (bare, care_year_start (first), care_year_end (last) - 1, NULL);
}

MarmotEpisodeSet *
care_episodes_make (MarmotCareReturn *care,
                    GError **error)
{
  Maker self = { .care = care, .pool = care_return_get_pool (care) };
  gboolean has_episodes = FALSE;
  MarmotEpisodeSet *set;

  self.years = care_return_peek_years (care, &self.n_years);
  for (gsize i = 0; i < self.n_years; i++)
    has_episodes = has_episodes || care_return_peek_rows (care, MARMOT_CARE_TABLE_EPISODES, self.years[i]) != NULL;
  if (!has_episodes)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The return has no table of episodes: add the file that has one");
      return NULL;
    }

  make_kinds (&self);
  make_dates (&self, CARE_DECOM, EPISODE_START);
  make_dates (&self, CARE_DEC, EPISODE_END);
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    make_codes (&self, codes[i].from, codes[i].to);
  make_of_children (&self, MARMOT_CARE_TABLE_HEADER, CARE_DOB, EPISODE_BIRTH);
  make_of_children (&self, MARMOT_CARE_TABLE_HEADER, CARE_SEX, EPISODE_SEX);
  make_of_children (&self, MARMOT_CARE_TABLE_HEADER, CARE_ETHNIC, EPISODE_ETHNICITY);
  make_uasc (&self);
  make_of_children (&self, MARMOT_CARE_TABLE_UASC, CARE_DUC, EPISODE_UASC_UNTIL);
  make_locations (&self);
  make_places (&self);
  set = episode_set_new_take (MARMOT_EPISODE_CARE, self.columns, self.pool->n_rows, error);
  return set ? add_coverage (&self, set) : NULL;
}
