/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * People and periods of care, put together by pseudonym. Each distinct pseudonym of a
 * dictionary is looked up once.
 */
#include "person-set-struct-private.h"

#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"

#define NOT_LOOKED_UP -3

void
person_build_init (PersonBuild *self)
{
  memset (self, 0, sizeof *self);
  self->index = marmot_text_index_new ();
}

static void
forget_map (PersonBuild *self)
{
  g_clear_pointer (&self->mapped, marmot_column_unref);
  g_clear_pointer (&self->map, g_free);
}

void
person_build_clear (PersonBuild *self)
{
  forget_map (self);
  g_clear_pointer (&self->index, marmot_text_index_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->memory); i++)
    g_clear_pointer (&self->memory[i], marmot_memory_unref);
  for (guint key = 0; key < PERSON_N_KEYS; key++)
    {
      g_clear_pointer (&self->key_memory[key], marmot_memory_unref);
      g_clear_pointer (&self->values[key], marmot_text_index_free);
    }
  g_clear_pointer (&self->fault_memory, marmot_memory_unref);
}

void
person_build_init_of (PersonBuild *self,
                      MarmotPersonSet *set)
{
  person_build_init (self);
  for (gsize row = 0; row < set->columns.n_people; row++)
    {
      gsize length;
      const char *text = marmot_column_peek_text (set->names, row, &length);

      (void) marmot_text_index_add (self->index, text, length);
    }
  self->n_people = set->columns.n_people;
}

/* --- who it is ----------------------------------------------------------------------- */

static gint32
look_up (PersonBuild *self,
         const char *text,
         gsize length,
         gboolean adds)
{
  gint32 row;

  if (!text || length == 0)
    return ROW_NO_PERSON;
  row = marmot_text_index_add (self->index, text, length);
  if (row < 0 || (gsize) row < self->n_people)
    return row < 0 ? ROW_STRAY : row;
  if (adds)
    {
      self->n_people++;
      return row;
    }
  marmot_text_index_drop_newest (self->index);
  return ROW_STRAY;
}

gint32
person_build_look_up (PersonBuild *self,
                      const char *text,
                      gsize length)
{
  return look_up (self, text, length, FALSE);
}

static void
find_by_dictionary (PersonBuild *self,
                    MarmotColumn *column,
                    gboolean adds,
                    gint32 *rows)
{
  MarmotColumn *values = column->dictionary;

  if (self->mapped != values || self->map_adds != adds)
    {
      forget_map (self);
      self->mapped = marmot_column_ref (values);
      self->map_adds = adds;
      self->map = g_new (gint32, values->length + 1);
      for (gsize i = 0; i < values->length; i++)
        self->map[i] = NOT_LOOKED_UP;
    }
  for (gsize i = 0; i < column->length; i++)
    {
      gint64 code;

      rows[i] = ROW_NO_PERSON;
      if (!marmot_column_row_is_valid (column, i))
        continue;
      code = marmot_column_get_code (column, i);
      if (self->map[code] == NOT_LOOKED_UP)
        {
          gsize length;
          const char *text = marmot_column_peek_text (values, (gsize) code, &length);

          self->map[code] = look_up (self, text, length, adds);
        }
      rows[i] = self->map[code];
    }
}

gint32 *
person_build_find (PersonBuild *self,
                   MarmotColumn *column,
                   gboolean adds,
                   GError **error)
{
  g_autofree gint32 *rows = g_new (gint32, column->length + 1);
  gboolean is_text = column->type == MARMOT_COLUMN_TEXT;

  if (column->type == MARMOT_COLUMN_DICTIONARY)
    {
      find_by_dictionary (self, column, adds, rows);
    }
  else if (is_text || column->type == MARMOT_COLUMN_INTEGER || column->n_nulls == column->length)
    {
      for (gsize i = 0; i < column->length; i++)
        {
          char digits[32];
          gsize length = 0;
          const char *text = digits;

          rows[i] = ROW_NO_PERSON;
          if (!marmot_column_row_is_valid (column, i))
            continue;
          if (is_text)
            text = marmot_column_peek_text (column, i, &length);
          else
            length = (gsize) g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT,
                                         marmot_column_get_integer (column, i));
          rows[i] = look_up (self, text, length, adds);
        }
    }
  else
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                           "The column \"person\" must hold text, codes or whole numbers: convert it");
      return NULL;
    }

  if (adds && self->n_people >= G_MAXINT32)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                           "A set has fewer than 2^31 - 1 people: split the table");
      return NULL;
    }
  return g_steal_pointer (&rows);
}

/* --- what is known of them ----------------------------------------------------------- */

static gint32 *
new_block (gsize n_rows,
           gint32 value,
           MarmotMemory **memory)
{
  gpointer room;
  gint32 *block;

  *memory = marmot_memory_alloc ((n_rows + 1) * sizeof (gint32), &room);
  block = room;
  for (gsize row = 0; row < n_rows; row++)
    block[row] = value;
  return block;
}

void
person_build_seal (PersonBuild *self)
{
  gpointer room;

  forget_map (self);
  self->birth = new_block (self->n_people, LEGAL_NO_DATE, &self->memory[0]);
  self->death = new_block (self->n_people, LEGAL_NO_DATE, &self->memory[1]);
  self->uasc_until = new_block (self->n_people, LEGAL_NO_DATE, &self->memory[2]);
  self->fault_memory = marmot_memory_alloc (self->n_people + 1, &room);
  self->faults = room;
  memset (self->faults, 0, self->n_people + 1);
}

void
person_build_set_key (PersonBuild *self,
                      PersonKey key,
                      gsize row,
                      const char *text,
                      gsize length)
{
  if (!text || length == 0)
    return;
  if (!self->keys[key])
    {
      self->keys[key] = new_block (self->n_people, -1, &self->key_memory[key]);
      self->values[key] = marmot_text_index_new ();
    }
  self->keys[key][row] = marmot_text_index_add (self->values[key], text, length);
}

/* --- the set ------------------------------------------------------------------------- */

static void
add_key (PersonBuild *build,
         MarmotPersonSet *set,
         PersonTableMaker *maker,
         PersonKey key)
{
  g_autoptr (MarmotColumn) values = NULL;

  if (!build->keys[key])
    return;
  values = marmot_text_index_finish (g_steal_pointer (&build->values[key]));
  set->columns.keys[key] = build->keys[key];
  set->columns.key_columns[key] = person_column_of_codes (build->keys[key], build->n_people, build->key_memory[key],
                                                          values);
  person_table_add (maker, person_key_name (key), set->columns.key_columns[key]);
}

MarmotPersonSet *
person_build_end (PersonBuild *self,
                  gint32 covered_from,
                  gint32 covered_until)
{
  MarmotPersonSet *set = g_object_new (MARMOT_TYPE_PERSON_SET, NULL);
  PersonTableMaker maker = { { NULL }, { NULL }, 0 };

  set->columns.n_people = self->n_people;
  set->columns.birth = self->birth;
  set->columns.death = self->death;
  set->columns.uasc_until = self->uasc_until;
  set->columns.covered_from = covered_from;
  set->columns.known_from = LEGAL_NO_DATE;
  set->columns.covered_until = covered_until;
  set->names = marmot_text_index_finish (g_steal_pointer (&self->index));
  person_table_add (&maker, "person", set->names);
  person_table_add (&maker, "birth", person_column_of_days (self->birth, self->n_people, self->memory[0]));
  person_table_add (&maker, "death", person_column_of_days (self->death, self->n_people, self->memory[1]));
  person_table_add (&maker, "uasc_until", person_column_of_days (self->uasc_until, self->n_people, self->memory[2]));
  for (guint key = 0; key < PERSON_N_KEYS; key++)
    add_key (self, set, &maker, key);
  set->table = person_table_end (&maker);

  set->faults = self->faults;
  set->fault_memory = g_steal_pointer (&self->fault_memory);
  memcpy (set->losses, self->losses, sizeof self->losses);
  person_build_clear (self);
  return set;
}

/* --- from tables --------------------------------------------------------------------- */

/* Where what a set knows of its people comes from. */
typedef struct
{
  PersonBuild build;
  MarmotTable *people;
  MarmotTable *episodes;
  gint32 *source;           /* the row of each person among the people, -1 for none */
  gint32 *rows_of_spells;
} Maker;

static void
maker_clear (Maker *self)
{
  person_build_clear (&self->build);
  g_free (self->source);
  g_free (self->rows_of_spells);
}

/* Whether an attribute of somebody is left to the episodes: nobody else could say it. */
static gboolean
is_asked (const Maker *self,
          const char *name,
          gsize row)
{
  return self->source[row] < 0 || !marmot_table_has_column (self->people, name);
}

/* Which row of the people tells of each person: the first. */
static void
find_sources (Maker *self,
              const gint32 *rows,
              gsize n_rows)
{
  self->source = g_new (gint32, self->build.n_people + 1);
  for (gsize row = 0; row < self->build.n_people; row++)
    self->source[row] = -1;
  for (gsize i = 0; i < n_rows; i++)
    {
      if (rows[i] < 0)
        {
          person_lose (self->build.losses, rows[i] == ROW_STRAY ? LOSS_PEOPLE_STRAY : LOSS_PEOPLE_NO_PERSON, i);
        }
      else if (self->source[rows[i]] >= 0)
        {
          person_lose (self->build.losses, LOSS_PEOPLE_TWICE, i);
          self->build.faults[rows[i]] |= PERSON_TWICE;
        }
      else
        {
          self->source[rows[i]] = (gint32) i;
        }
    }
}

static gboolean
find_people (Maker *self,
             MarmotSpellSet *spells,
             GError **error)
{
  g_autoptr (MarmotColumn) persons = person_need_column (self->people, "people", "person", error);
  g_autofree gint32 *rows = persons ? person_build_find (&self->build, persons, TRUE, error) : NULL;

  if (!rows)
    return FALSE;
  if (spells)
    {
      MarmotColumn *of_spells = marmot_table_peek_column (marmot_spell_set_get_table (spells), "person");

      self->rows_of_spells = person_build_find (&self->build, of_spells, TRUE, error);
      if (!self->rows_of_spells)
        return FALSE;
    }

  person_build_seal (&self->build);
  find_sources (self, rows, persons->length);
  return TRUE;
}

static gboolean
read_days (Maker *self,
           const char *name,
           gint32 *to,
           guint8 fault,
           GError **error)
{
  MarmotColumn *column = marmot_table_peek_column (self->people, name);
  g_autofree gint32 *days = NULL;

  if (!column)
    return TRUE;
  days = person_read_days (column, name, column->length, error);
  if (!days)
    return FALSE;
  for (gsize row = 0; row < self->build.n_people; row++)
    {
      gint32 day = self->source[row] < 0 ? CELL_BLANK : days[self->source[row]];

      /* What is blank says nothing. */
      if (day == CELL_BLANK)
        continue;
      self->build.faults[row] &= (guint8) ~(fault == PERSON_BAD_BIRTH ? fault | PERSON_BIRTH_DIFFERS : fault);
      if (day == CELL_UNREAD)
        self->build.faults[row] |= fault;
      else
        to[row] = day;
    }
  return TRUE;
}

static gboolean
read_key (Maker *self,
          PersonKey key,
          GError **error)
{
  MarmotColumn *column = marmot_table_peek_column (self->people, person_key_name (key));
  PersonTexts texts;

  if (!column)
    return TRUE;
  if (!person_texts_init (&texts, column, person_key_name (key), error))
    return FALSE;
  for (gsize row = 0; row < self->build.n_people; row++)
    {
      gint32 code = self->source[row] < 0 ? -1 : texts.codes[self->source[row]];
      gsize length;
      const char *text = code < 0 ? NULL : marmot_column_peek_text (texts.values, (gsize) code, &length);

      if (text)
        person_build_set_key (&self->build, key, row, text, length);
    }
  person_texts_clear (&texts);
  return TRUE;
}

static void
set_uasc (PersonBuild *build,
          gsize row,
          gint32 flag)
{
  const char *text = flag ? "true" : "false";

  if (flag == CELL_BLANK)
    return;
  build->faults[row] &= (guint8) ~PERSON_BAD_UASC;
  if (person_flag_is_good (flag))
    person_build_set_key (build, PERSON_UASC, row, text, strlen (text));
  else
    build->faults[row] |= PERSON_BAD_UASC;
}

static gboolean
read_uasc (Maker *self,
           GError **error)
{
  MarmotColumn *column = marmot_table_peek_column (self->people, "uasc");
  g_autofree gint32 *flags = NULL;

  if (!column)
    return TRUE;
  flags = person_read_numbers (column, "uasc", column->length, person_read_flag, NULL, error);
  if (!flags)
    return FALSE;
  for (gsize row = 0; row < self->build.n_people; row++)
    if (self->source[row] >= 0)
      set_uasc (&self->build, row, flags[self->source[row]]);
  return TRUE;
}

/* All that the table of people says. */
static gboolean
read_people (Maker *self,
             GError **error)
{
  return read_days (self, "birth", self->build.birth, PERSON_BAD_BIRTH, error)
         && read_days (self, "death", self->build.death, PERSON_BAD_DEATH, error)
         && read_days (self, "uasc_until", self->build.uasc_until, PERSON_BAD_UASC_UNTIL, error)
         && read_key (self, PERSON_SEX, error) && read_key (self, PERSON_ETHNICITY, error)
         && read_key (self, PERSON_LOCALITY, error) && read_uasc (self, error);
}

/* --- from their episodes ------------------------------------------------------------- */

/* For each person the episode that tells of something: the latest that has it. */
static gint32 *
find_tellers (Maker *self,
              const gint32 *rows,
              MarmotColumn *column,
              const char *name,
              const gint32 *starts)
{
  gint32 *tellers = g_new (gint32, self->build.n_people + 1);

  for (gsize row = 0; row < self->build.n_people; row++)
    tellers[row] = -1;
  for (gsize i = 0; i < column->length; i++)
    {
      gint32 row = rows[i];

      if (row >= 0 && marmot_column_row_is_valid (column, i) && is_asked (self, name, (gsize) row)
          && (tellers[row] < 0 || !starts || starts[i] >= starts[tellers[row]]))
        tellers[row] = (gint32) i;
    }
  return tellers;
}

static void
take_days (Maker *self,
           const gint32 *rows,
           const char *name,
           const gint32 *starts,
           gint32 *to,
           guint8 fault)
{
  MarmotColumn *column = marmot_table_peek_column (self->episodes, name);
  g_autofree gint32 *tellers = NULL;
  g_autofree gint32 *days = NULL;

  /* A set of episodes has no other columns than of dates there. */
  days = column ? person_read_days (column, name, column->length, NULL) : NULL;
  if (!days)
    return;
  tellers = find_tellers (self, rows, column, name, starts);
  for (gsize row = 0; row < self->build.n_people; row++)
    if (tellers[row] >= 0)
      {
        if (days[tellers[row]] == CELL_UNREAD)
          self->build.faults[row] |= fault;
        else
          to[row] = days[tellers[row]];
      }
  if (to != self->build.birth)
    return;
  for (gsize i = 0; i < column->length; i++)
    if (rows[i] >= 0 && days[i] > CELL_UNREAD && to[rows[i]] != LEGAL_NO_DATE && days[i] != to[rows[i]])
      self->build.faults[rows[i]] |= PERSON_BIRTH_DIFFERS;
}

static void
take_key (Maker *self,
          const gint32 *rows,
          PersonKey key,
          const gint32 *starts)
{
  const char *name = person_key_name (key);
  MarmotColumn *column = marmot_table_peek_column (self->episodes, name);
  g_autofree gint32 *tellers = NULL;

  if (!column)
    return;
  tellers = find_tellers (self, rows, column, name, starts);
  for (gsize row = 0; row < self->build.n_people; row++)
    {
      gsize length;

      if (tellers[row] < 0)
        continue;
      if (column->type == MARMOT_COLUMN_BOOLEAN)
        {
          set_uasc (&self->build, row, marmot_column_get_boolean (column, (gsize) tellers[row]) != FALSE);
        }
      else
        {
          const char *text = marmot_column_peek_text (column, (gsize) tellers[row], &length);

          person_build_set_key (&self->build, key, row, text, length);
        }
    }
}

static gboolean
take_from_episodes (Maker *self,
                    GError **error)
{
  MarmotColumn *persons = marmot_table_peek_column (self->episodes, "person");
  MarmotColumn *start = marmot_table_peek_column (self->episodes, "start");
  g_autofree gint32 *starts = NULL;
  g_autofree gint32 *rows = NULL;

  /* Spells have both. */
  rows = person_build_find (&self->build, persons, FALSE, error);
  starts = start ? person_read_days (start, "start", start->length, error) : NULL;
  if (!rows || !starts)
    return FALSE;
  take_days (self, rows, "birth", starts, self->build.birth, PERSON_BAD_BIRTH);
  take_days (self, rows, "uasc_until", starts, self->build.uasc_until, PERSON_BAD_UASC_UNTIL);
  take_key (self, rows, PERSON_SEX, starts);
  take_key (self, rows, PERSON_ETHNICITY, starts);
  take_key (self, rows, PERSON_UASC, starts);
  return TRUE;
}

static MarmotPersonSet *
make_set (Maker *self,
          MarmotSpellSet *spells,
          GError **error)
{
  gint32 covered_from = LEGAL_NO_DATE, covered_until = LEGAL_NO_DATE;
  PersonPart *part = NULL;
  MarmotPersonSet *set;

  if (!find_people (self, spells, error) || !read_people (self, error))
    return NULL;

  if (spells)
    {
      g_autofree guint8 *wants = g_new (guint8, self->build.n_people + 1);
      gint32 first, last;

      for (gsize row = 0; row < self->build.n_people; row++)
        wants[row] = is_asked (self, "death", row);
      if (!take_from_episodes (self, error))
        return NULL;
      part = person_spells_read (&self->build, spells, self->rows_of_spells, wants, error);
      if (!part)
        return NULL;
      if (marmot_episode_set_get_coverage (marmot_spell_set_get_episodes (spells), &first, &last))
        {
          covered_from = first;
          covered_until = last < G_MAXINT32 ? last + 1 : last;
        }
    }
  set = person_build_end (&self->build, covered_from, covered_until);
  set->parts[PERSON_SPELLS] = part;
  person_set_finish (set, TRUE);
  return set;
}

MarmotPersonSet *
marmot_person_set_new (MarmotTable *people,
                       MarmotSpellSet *spells,
                       GError **error)
{
  Maker maker = { .people = people };
  MarmotPersonSet *set;

  g_return_val_if_fail (people != NULL, NULL);
  g_return_val_if_fail (spells == NULL || MARMOT_IS_SPELL_SET (spells), NULL);

  /* One that g_object_new() made is of no episodes. */
  if (spells && !marmot_spell_set_get_episodes (spells))
    spells = NULL;
  if (spells)
    maker.episodes = marmot_episode_set_get_table (marmot_spell_set_get_episodes (spells));
  person_build_init (&maker.build);
  set = make_set (&maker, spells, error);
  maker_clear (&maker);
  return set;
}

MarmotPersonSet *
marmot_person_set_with_people (MarmotPersonSet *self,
                               MarmotTable *people,
                               GError **error)
{
  Maker maker = { .people = people };
  g_autoptr (MarmotColumn) persons = NULL;
  g_autofree gint32 *rows = NULL;
  MarmotPersonSet *set = NULL;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);
  g_return_val_if_fail (people != NULL, NULL);

  persons = person_need_column (people, "people", "person", error);
  if (!persons)
    return NULL;
  person_build_init_copy (&maker.build, self, NULL, self->columns.n_people);
  memcpy (maker.build.losses, self->losses, sizeof self->losses);
  rows = person_build_find (&maker.build, persons, FALSE, error);
  if (rows)
    {
      find_sources (&maker, rows, persons->length);
      if (read_people (&maker, error))
        {
          set = person_build_end (&maker.build, self->columns.covered_from, self->columns.covered_until);
          set->columns.known_from = self->columns.known_from;
          set->columns.complete = self->columns.complete;
          memcpy (set->has, self->has, sizeof self->has);
          for (guint kind = 0; kind < PERSON_N_PARTS; kind++)
            set->parts[kind] = self->parts[kind] ? person_part_ref (self->parts[kind]) : NULL;
          person_set_finish (set, TRUE);
        }
    }
  maker_clear (&maker);
  return set;
}
