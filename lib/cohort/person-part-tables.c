/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What belongs to people as tables, with the row of the person first.
 */
#include "person-set-struct-private.h"

#include <string.h>

#include "care-leaver-private.h"

#include "core/marmot-column-builder-private.h"

/* The names of the flags of health, in their order. */
static const char *const flag_names[HEALTH_N_FLAGS] = {
  [HEALTH_CONVICTED] = "convicted",
  [HEALTH_CHECK] = "health_check",
  [HEALTH_IMMUNISATIONS] = "immunisations",
  [HEALTH_TEETH] = "teeth_check",
  [HEALTH_ASSESSMENT] = "health_assessment",
  [HEALTH_SUBSTANCE] = "substance_misuse",
  [HEALTH_RECEIVED] = "intervention_received",
  [HEALTH_OFFERED] = "intervention_offered",
};

const char *
health_flag_name (HealthFlag flag)
{
  return flag_names[flag];
}

static MarmotColumn *
make_people (const PersonPart *part,
             gsize n_people)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);

  for (gsize person = 0; person < n_people; person++)
    for (guint32 i = part->starts[person]; i < part->starts[person + 1]; i++)
      marmot_column_builder_append_integer (builder, (gint64) person);
  return marmot_column_builder_finish (builder);
}

/* A day, and other numbers, of each row of a part by the place of the field in it. */
static MarmotColumn *
make_days (const PersonPart *part,
           gsize width,
           gsize offset)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_DATE);

  for (gsize i = 0; i < part->n_rows; i++)
    {
      gint32 day;

      memcpy (&day, (const guint8 *) part->rows + i * width + offset, sizeof day);
      if (day == LEGAL_NO_DATE)
        marmot_column_builder_append_null (builder);
      else
        marmot_column_builder_append_date (builder, day);
    }
  return marmot_column_builder_finish (builder);
}

static void
append_word (MarmotColumnBuilder *builder,
             const char *word)
{
  if (word && *word)
    marmot_column_builder_append_text (builder, word, strlen (word));
  else
    marmot_column_builder_append_null (builder);
}

static void
add_spells (PersonTableMaker *maker,
            const PersonPart *part)
{
  const LegalSpell *spells = part->rows;
  MarmotColumnBuilder *short_breaks = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);
  MarmotColumnBuilder *reasons = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);

  for (gsize i = 0; i < part->n_rows; i++)
    {
      marmot_column_builder_append_boolean (short_breaks, spells[i].short_break);
      append_word (reasons, spells[i].end_reason);
    }
  person_table_add (maker, "start", make_days (part, sizeof *spells, G_STRUCT_OFFSET (LegalSpell, start)));
  person_table_add (maker, "end", make_days (part, sizeof *spells, G_STRUCT_OFFSET (LegalSpell, end)));
  person_table_add (maker, "short_break", marmot_column_builder_finish (short_breaks));
  person_table_add (maker, "end_reason", marmot_column_builder_finish (reasons));
}

static void
add_facts (PersonTableMaker *maker,
           const PersonPart *part)
{
  const LegalFact *facts = part->rows;
  MarmotColumnBuilder *names = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);

  for (gsize i = 0; i < part->n_rows; i++)
    append_word (names, legal_fact_nick (facts[i].fact));
  person_table_add (maker, "fact", marmot_column_builder_finish (names));
  person_table_add (maker, "start", make_days (part, sizeof *facts, G_STRUCT_OFFSET (LegalFact, start)));
  person_table_add (maker, "end", make_days (part, sizeof *facts, G_STRUCT_OFFSET (LegalFact, end)));
}

static void
add_health (PersonTableMaker *maker,
            const PersonPart *part)
{
  static const char *const reasons[] = { NULL, "SDQ1", "SDQ2", "SDQ3", "SDQ4", "SDQ5" };
  const HealthYear *health = part->rows;
  MarmotColumnBuilder *years = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  MarmotColumnBuilder *scores = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  MarmotColumnBuilder *why_none = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);

  for (gsize i = 0; i < part->n_rows; i++)
    {
      marmot_column_builder_append_integer (years, health[i].year);
      if (health[i].sdq_score < 0)
        marmot_column_builder_append_null (scores);
      else
        marmot_column_builder_append_integer (scores, health[i].sdq_score);
      append_word (why_none, reasons[health[i].sdq_reason]);
    }
  person_table_add (maker, "year", marmot_column_builder_finish (years));
  person_table_add (maker, "sdq_score", marmot_column_builder_finish (scores));
  person_table_add (maker, "sdq_reason", marmot_column_builder_finish (why_none));
  for (guint flag = 0; flag < HEALTH_N_FLAGS; flag++)
    {
      MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);

      for (gsize i = 0; i < part->n_rows; i++)
        if (health[i].flags[flag] < 0)
          marmot_column_builder_append_null (builder);
        else
          marmot_column_builder_append_boolean (builder, health[i].flags[flag]);
      person_table_add (maker, flag_names[flag], marmot_column_builder_finish (builder));
    }
}

static MarmotColumn *
make_codes (const PersonPart *part,
            gsize offset,
            MarmotColumn *names)
{
  gpointer room;
  g_autoptr (MarmotMemory) memory = marmot_memory_alloc ((part->n_rows + 1) * sizeof (gint32), &room);

  for (gsize i = 0; i < part->n_rows; i++)
    memcpy ((gint32 *) room + i, (const guint8 *) part->rows + i * sizeof (CheckRow) + offset, sizeof (gint32));
  return person_column_of_codes (room, part->n_rows, memory, names);
}

static void
add_checks (PersonTableMaker *maker,
            const PersonPart *part)
{
  person_table_add (maker, "check", make_codes (part, G_STRUCT_OFFSET (CheckRow, kind_code), part->names[0]));
  person_table_add (maker, "due", make_days (part, sizeof (CheckRow), G_STRUCT_OFFSET (CheckRow, due)));
  person_table_add (maker, "done", make_days (part, sizeof (CheckRow), G_STRUCT_OFFSET (CheckRow, done)));
  person_table_add (maker, "status", make_codes (part, G_STRUCT_OFFSET (CheckRow, status_code), part->names[1]));
}

static MarmotTable *
make_contacts (const PersonPart *part,
               gsize n_people)
{
  g_autofree guint32 *people = g_new (guint32, part->n_rows + 1);

  for (gsize person = 0; person < n_people; person++)
    for (guint32 i = part->starts[person]; i < part->starts[person + 1]; i++)
      people[i] = (guint32) person;
  return contact_make_table (part->rows, part->n_rows, people);
}

MarmotTable *
person_part_make_table (PersonPart *self,
                        PersonPartKind kind,
                        gsize n_people)
{
  static guint32 no_starts[1] = { 0 };
  static guint64 no_rows[1] = { 0 };
  PersonPart nobody = { .starts = no_starts, .rows = no_rows };
  const PersonPart *part = self ? self : &nobody;
  PersonTableMaker maker = { { NULL }, { NULL }, 0 };

  if (kind == PERSON_CONTACTS)
    return make_contacts (part, n_people);
  person_table_add (&maker, "row", make_people (part, n_people));
  if (kind == PERSON_SPELLS)
    add_spells (&maker, part);
  else if (kind == PERSON_FACTS)
    add_facts (&maker, part);
  else if (kind == PERSON_HEALTH)
    add_health (&maker, part);
  else
    add_checks (&maker, part);
  return person_table_end (&maker);
}
