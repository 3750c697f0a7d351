/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The people of a return on children looked after: everybody in any of its tables.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "person-set-struct-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"

#define N_TABLES (MARMOT_CARE_TABLE_LOCATIONS + 1)

typedef struct
{
  PersonBuild build;
  MarmotCareReturn *care;
  guint *years;
  gsize n_years;
  guint8 *marks;              /* of each person: Mark, of UASC */
} Maker;

typedef enum
{
  MARK_UNKNOWN,
  MARK_NO,
  MARK_YES
} Mark;

/* A table of a year, and who its rows are of; NULL where there is none. */
static MarmotTable *
get_table (Maker *self,
           MarmotCareTable table,
           gsize year,
           gboolean adds,
           gint32 **rows,
           GError **error)
{
  g_autoptr (MarmotTable) found = marmot_care_return_get_table (self->care, table, self->years[year]);
  MarmotColumn *children = found ? marmot_table_peek_column (found, "CHILD") : NULL;

  *rows = NULL;
  if (!children)
    return NULL;
  *rows = person_build_find (&self->build, children, adds, error);
  return *rows ? g_steal_pointer (&found) : NULL;
}

static gboolean
find_people (Maker *self,
             GError **error)
{
  for (gsize year = 0; year < self->n_years; year++)
    for (guint table = 0; table < N_TABLES; table++)
      {
        g_autoptr (GError) failure = NULL;
        g_autofree gint32 *rows = NULL;
        MarmotTable *found = get_table (self, table, year, TRUE, &rows, &failure);

        g_clear_pointer (&found, marmot_table_unref);
        if (failure)
          {
            g_propagate_error (error, g_steal_pointer (&failure));
            return FALSE;
          }
      }
  person_build_seal (&self->build);
  self->marks = g_new0 (guint8, self->build.n_people + 1);
  return TRUE;
}

/* --- what is known of them ----------------------------------------------------------- */

static void
take_births (Maker *self,
             MarmotTable *table,
             const gint32 *rows)
{
  MarmotColumn *column = marmot_table_peek_column (table, "DOB");
  g_autofree gint32 *days = column ? person_read_days (column, "DOB", column->length, NULL) : NULL;

  for (gsize i = 0; days && i < column->length; i++)
    {
      gint32 *birth = rows[i] >= 0 ? &self->build.birth[rows[i]] : NULL;

      if (!birth || days[i] == CELL_BLANK)
        continue;
      if (days[i] == CELL_UNREAD)
        {
          self->build.faults[rows[i]] |= PERSON_BAD_BIRTH;
          continue;
        }
      if (*birth != LEGAL_NO_DATE && *birth != days[i])
        self->build.faults[rows[i]] |= PERSON_BIRTH_DIFFERS;
      *birth = days[i];
    }
}

/* A code that the return has or had, and what took its place; NULL for none. */
static char *
read_code (MarmotCodeSet *codes,
           const char *text,
           gsize length)
{
  char code[16];
  g_auto (GStrv) later = NULL;

  if (!person_fold_code (text, length, code, sizeof code) || marmot_code_set_find (codes, code) < 0)
    return NULL;
  later = marmot_code_set_get_replaced_by (codes, code);
  return g_strdup (later && g_strv_length (later) == 1 ? later[0] : code);
}

/* Codes of this year and those that they took the place of are one group. */
static void
take_key (Maker *self,
          MarmotTable *table,
          const gint32 *rows,
          const char *name,
          const char *code_set,
          PersonKey key)
{
  MarmotColumn *column = marmot_table_peek_column (table, name);
  g_autoptr (MarmotCodeSet) codes = column ? marmot_code_set_new_builtin (code_set, NULL) : NULL;
  g_autofree char **words = NULL;
  PersonTexts texts;
  gsize n_values;

  if (!codes || !person_texts_init (&texts, column, name, NULL))
    return;
  n_values = marmot_column_get_length (texts.values);
  words = g_new0 (char *, n_values + 1);
  for (gsize i = 0; i < n_values; i++)
    {
      gsize length;
      const char *text = marmot_column_peek_text (texts.values, i, &length);

      words[i] = text ? read_code (codes, text, length) : NULL;
    }
  for (gsize i = 0; i < column->length; i++)
    if (rows[i] >= 0 && texts.codes[i] >= 0 && words[texts.codes[i]])
      person_build_set_key (&self->build, key, (gsize) rows[i], words[texts.codes[i]],
                            strlen (words[texts.codes[i]]));
  for (gsize i = 0; i < n_values; i++)
    g_clear_pointer (&words[i], g_free);
  person_texts_clear (&texts);
}

static void
take_uasc_until (Maker *self,
                 MarmotTable *table,
                 const gint32 *rows)
{
  MarmotColumn *column = marmot_table_peek_column (table, "DUC");
  g_autofree gint32 *days = column ? person_read_days (column, "DUC", column->length, NULL) : NULL;

  for (gsize i = 0; days && i < column->length; i++)
    if (rows[i] >= 0 && days[i] == CELL_UNREAD)
      self->build.faults[rows[i]] |= PERSON_BAD_UASC_UNTIL;
    else if (rows[i] >= 0 && days[i] != CELL_BLANK)
      self->build.uasc_until[rows[i]] = days[i];
}

static void
mark (Maker *self,
      const gint32 *rows,
      gsize n_rows,
      Mark as)
{
  for (gsize i = 0; i < n_rows; i++)
    if (rows[i] >= 0)
      self->marks[rows[i]] = MAX (self->marks[rows[i]], (guint8) as);
}

/* A year of one table: the later years come after the earlier ones, and win. */
static void
take_table (Maker *self,
            MarmotCareTable table,
            gsize year)
{
  g_autofree gint32 *rows = NULL;
  g_autoptr (MarmotTable) found = get_table (self, table, year, FALSE, &rows, NULL);
  const gboolean has_uasc = marmot_care_return_has_table (self->care, MARMOT_CARE_TABLE_UASC, self->years[year]);

  if (!found)
    return;
  take_births (self, found, rows);
  if (table == MARMOT_CARE_TABLE_HEADER)
    {
      take_key (self, found, rows, "SEX", "ssda903-sex", PERSON_SEX);
      take_key (self, found, rows, "ETHNIC", "ssda903-ethnic", PERSON_ETHNICITY);
    }
  if (table == MARMOT_CARE_TABLE_UASC)
    take_uasc_until (self, found, rows);
  if (has_uasc)
    mark (self, rows, marmot_table_get_n_rows (found), table == MARMOT_CARE_TABLE_UASC ? MARK_YES : MARK_NO);
}

/* Headers come last: what they say beats what other tables repeat. */
static void
take_tables (Maker *self)
{
  for (guint table = MARMOT_CARE_TABLE_HEADER + 1; table < N_TABLES; table++)
    for (gsize year = 0; year < self->n_years; year++)
      take_table (self, table, year);
  for (gsize year = 0; year < self->n_years; year++)
    take_table (self, MARMOT_CARE_TABLE_HEADER, year);

  for (gsize row = 0; row < self->build.n_people; row++)
    if (self->marks[row] != MARK_UNKNOWN)
      {
        const char *text = self->marks[row] == MARK_YES ? "true" : "false";

        person_build_set_key (&self->build, PERSON_UASC, row, text, strlen (text));
      }
}

/* --- care, contacts and health ------------------------------------------------------- */

static gboolean
has_any (Maker *self,
         MarmotCareTable table)
{
  for (gsize year = 0; year < self->n_years; year++)
    if (marmot_care_return_has_table (self->care, table, self->years[year]))
      return TRUE;
  return FALSE;
}

/* How many rows all years of a table have. */
static gsize
count_rows (Maker *self,
            MarmotCareTable table)
{
  gsize n_rows = 0;

  for (gsize year = 0; year < self->n_years; year++)
    {
      g_autoptr (MarmotTable) found = marmot_care_return_get_table (self->care, table, self->years[year]);

      n_rows += found ? marmot_table_get_n_rows (found) : 0;
    }
  return n_rows;
}

static PersonPart *
read_contacts (Maker *self,
               GError **error)
{
  static const ContactNames names = { NULL, NULL, "IN_TOUCH", "ACTIV", "ACCOM" };
  const gsize n = count_rows (self, MARMOT_CARE_TABLE_OC3);
  g_autofree ContactRow *contacts = NULL;
  g_autofree gint32 *row_of = NULL;
  gsize n_rows = 0;

  if (!person_rows_fit (n, error))
    return NULL;
  contacts = g_new (ContactRow, n + 1);
  row_of = g_new (gint32, n + 1);
  for (gsize year = 0; year < self->n_years; year++)
    {
      g_autofree gint32 *rows = NULL;
      g_autoptr (MarmotTable) found = get_table (self, MARMOT_CARE_TABLE_OC3, year, FALSE, &rows, NULL);

      if (found && !contact_read_rows (found, &names, rows, (gint32) self->years[year], contacts, row_of, &n_rows,
                                       self->build.losses, error))
        return NULL;
    }
  return person_part_new (PERSON_CONTACTS, self->build.n_people, contacts, row_of, n_rows);
}

static PersonPart *
read_health (Maker *self,
             GError **error)
{
  const gsize n = count_rows (self, MARMOT_CARE_TABLE_OC2);
  g_autofree HealthYear *health = NULL;
  g_autofree gint32 *row_of = NULL;
  gsize n_rows = 0;

  if (!person_rows_fit (n, error))
    return NULL;
  health = g_new (HealthYear, n + 1);
  row_of = g_new (gint32, n + 1);
  for (gsize year = 0; year < self->n_years; year++)
    {
      g_autofree gint32 *rows = NULL;
      g_autoptr (MarmotTable) found = get_table (self, MARMOT_CARE_TABLE_OC2, year, FALSE, &rows, NULL);

      if (found && !health_read_rows (found, rows, (gint32) self->years[year], health, row_of, &n_rows,
                                      self->build.losses, error))
        return NULL;
    }
  return health_part_new (self->build.n_people, health, row_of, n_rows, self->build.losses);
}

/* Those of all years together, and which time they cover. */
static PersonPart *
read_spells (Maker *self,
             gint32 *covered_from,
             gint32 *covered_until,
             GError **error)
{
  g_autoptr (MarmotEpisodeSet) episodes = marmot_care_return_get_episodes (self->care, error);
  g_autoptr (MarmotSpellSet) spells = episodes ? marmot_episode_set_link (episodes, NULL, error) : NULL;
  g_autofree gint32 *row_of = NULL;
  gint32 first, last;

  if (!spells)
    return NULL;
  row_of = person_build_find (&self->build, marmot_table_peek_column (marmot_spell_set_get_table (spells), "person"),
                              FALSE, error);
  if (!row_of)
    return NULL;
  if (marmot_episode_set_get_coverage (episodes, &first, &last))
    {
      *covered_from = first;
      *covered_until = last + 1;
    }
  return person_spells_read (&self->build, spells, row_of, NULL, error);
}

/* Years of episodes that are not there between those that are. */
static void
count_missing_years (Maker *self)
{
  guint last = 0;

  for (gsize i = 0; i < self->n_years; i++)
    {
      if (!marmot_care_return_has_table (self->care, MARMOT_CARE_TABLE_EPISODES, self->years[i]))
        continue;
      if (last > 0)
        self->build.losses[LOSS_YEARS_MISSING].n_rows += self->years[i] - last - 1;
      last = self->years[i];
    }
}

static MarmotPersonSet *
make_set (Maker *self,
          GError **error)
{
  PersonPart *parts[PERSON_N_PARTS] = { NULL };
  gint32 covered_from = LEGAL_NO_DATE, covered_until = LEGAL_NO_DATE;
  const gboolean has_episodes = has_any (self, MARMOT_CARE_TABLE_EPISODES);
  const gboolean has_contacts = has_any (self, MARMOT_CARE_TABLE_OC3);
  const gboolean has_health = has_any (self, MARMOT_CARE_TABLE_OC2);
  MarmotPersonSet *set = NULL;

  if (!find_people (self, error))
    return NULL;
  take_tables (self);
  count_missing_years (self);
  if (self->n_years > 0)
    {
      covered_from = contact_year_start ((gint32) self->years[0]);
      covered_until = contact_year_start ((gint32) self->years[self->n_years - 1] + 1);
    }
  if ((!has_episodes || (parts[PERSON_SPELLS] = read_spells (self, &covered_from, &covered_until, error)))
      && (!has_contacts || (parts[PERSON_CONTACTS] = read_contacts (self, error)))
      && (!has_health || (parts[PERSON_HEALTH] = read_health (self, error))))
    {
      set = person_build_end (&self->build, covered_from, covered_until);
      set->columns.known_from = covered_from;
      memcpy (set->parts, parts, sizeof parts);
      set->has[PERSON_CONTACTS] = has_contacts;
      set->has[PERSON_HEALTH] = has_health;
      person_set_finish (set, TRUE);
      return set;
    }
  for (guint kind = 0; kind < PERSON_N_PARTS; kind++)
    g_clear_pointer (&parts[kind], person_part_unref);
  return NULL;
}

MarmotPersonSet *
marmot_person_set_new_from_return (MarmotCareReturn *self,
                                   GError **error)
{
  Maker maker = { .care = self };
  MarmotPersonSet *set;

  g_return_val_if_fail (MARMOT_IS_CARE_RETURN (self), NULL);

  person_build_init (&maker.build);
  maker.years = marmot_care_return_get_years (self, &maker.n_years);
  set = make_set (&maker, error);
  person_build_clear (&maker.build);
  g_free (maker.years);
  g_free (maker.marks);
  return set;
}
