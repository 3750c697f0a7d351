/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Facts that decide a status beside the periods of care.
 */
#include <marmot/marmot.h>

#include <string.h>

#include "person-set-struct-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"

/* The fact of a nick; underscores may stand for its hyphens. */
static gint32
read_fact (const char *text,
           gsize length,
           gpointer data)
{
  const GFlagsValue *found;
  char name[64];

  if (!person_fold_code (text, length, name, sizeof name))
    return CELL_UNREAD;
  for (char *c = name; *c; c++)
    *c = *c == '_' || *c == ' ' ? '-' : g_ascii_tolower (*c);
  if (*name == '\0')
    return CELL_BLANK;
  found = g_flags_get_value_by_nick (data, name);
  return found && found->value ? (gint32) found->value : CELL_UNREAD;
}

static PersonPart *
read_facts (MarmotPersonSet *self,
            PersonBuild *build,
            MarmotTable *table,
            GError **error)
{
  g_autoptr (GFlagsClass) known = g_type_class_ref (MARMOT_TYPE_CARE_FACTS);
  g_autoptr (MarmotColumn) persons = person_need_column (table, "facts", "person", error);
  g_autoptr (MarmotColumn) names = persons ? person_need_column (table, "facts", "fact", error) : NULL;
  g_autoptr (MarmotColumn) begun = names ? person_need_column (table, "facts", "start", error) : NULL;
  const gsize n = marmot_table_get_n_rows (table);
  g_autofree gint32 *people = NULL;
  g_autofree gint32 *facts = NULL;
  g_autofree gint32 *starts = NULL;
  g_autofree gint32 *ends = NULL;
  g_autofree gint32 *row_of = NULL;
  g_autofree LegalFact *rows = NULL;
  gsize n_rows;

  if (!begun || !(people = person_build_find (build, persons, FALSE, error))
      || !(facts = person_read_codes (names, "fact", n, read_fact, known, error))
      || !(starts = person_read_days (begun, "start", n, error))
      || !(ends = person_read_days (marmot_table_peek_column (table, "end"), "end", n, error))
      || !(rows = person_set_start_rows (self, PERSON_FACTS, n, &row_of, &n_rows, error)))
    return NULL;

  for (gsize i = 0; i < n; i++)
    {
      if (people[i] < 0)
        {
          person_lose (build->losses, people[i] == ROW_STRAY ? LOSS_FACTS_STRAY : LOSS_FACTS_NO_PERSON, i);
          continue;
        }
      if (facts[i] <= CELL_UNREAD)
        {
          person_lose (build->losses, LOSS_FACTS_UNKNOWN, i);
          continue;
        }
      if (starts[i] == CELL_BLANK)
        {
          person_lose (build->losses, LOSS_FACTS_NO_START, i);
          continue;
        }
      if (starts[i] == CELL_UNREAD || ends[i] == CELL_UNREAD)
        {
          person_lose (build->losses, LOSS_FACTS_BAD_DATE, i);
          continue;
        }
      row_of[n_rows] = people[i];
      rows[n_rows++] = (LegalFact){ .start = starts[i], .end = ends[i], .fact = (guint32) facts[i] };
    }
  return person_part_new (PERSON_FACTS, self->columns.n_people, rows, row_of, n_rows);
}

MarmotPersonSet *
marmot_person_set_with_facts (MarmotPersonSet *self,
                              MarmotTable *facts,
                              MarmotCareFacts complete,
                              GError **error)
{
  MarmotPersonSet *set;
  PersonBuild build;
  PersonPart *part;

  g_return_val_if_fail (MARMOT_IS_PERSON_SET (self), NULL);

  if (facts)
    {
      person_build_init_of (&build, self);
      memcpy (build.losses, self->losses, sizeof build.losses);
      part = read_facts (self, &build, facts, error);
      set = part ? person_set_with_part (self, PERSON_FACTS, part, build.losses) : NULL;
      person_build_clear (&build);
    }
  else
    {
      set = person_set_copy (self);
    }
  /* What is complete contradicts nothing. */
  if (set)
    set->columns.complete |= complete;
  return set;
}
