/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Spells and placements as columns.
 */
#include "spell-set-private.h"

#include <string.h>

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"

/* Columns and their names, as they come. */
typedef struct
{
  const char *names[20];
  MarmotColumn *columns[20];
  gsize n_columns;
} Columns;

static void
add_column (Columns *self,
            const char *name,
            MarmotColumn *column)
{
  self->names[self->n_columns] = name;
  self->columns[self->n_columns++] = column;
}

static MarmotTable *
columns_end (Columns *self)
{
  MarmotTable *table;

  self->names[self->n_columns] = NULL;
  /* The names are distinct and the lengths equal, so it cannot fail. */
  table = marmot_table_new (self->names, self->columns, self->n_columns, NULL);
  for (gsize i = 0; i < self->n_columns; i++)
    marmot_column_unref (self->columns[i]);
  return table;
}

/* What the set has of one of its columns in rows; nothing where it has no such column. */
static void
add_taken (Columns *self,
           MarmotEpisodeSet *set,
           EpisodeColumn column,
           const gsize *rows,
           gsize n_rows)
{
  MarmotColumn *values = episode_set_peek (set, column);

  if (values)
    add_column (self, episode_column_name (column), marmot_column_take_known (values, rows, n_rows));
}

static void
append_end (MarmotColumnBuilder *ends,
            MarmotColumnBuilder *days,
            gint32 start,
            gint32 end)
{
  if (end == EPISODE_NO_DATE)
    {
      marmot_column_builder_append_null (ends);
      marmot_column_builder_append_null (days);
      return;
    }
  marmot_column_builder_append_date (ends, end);
  marmot_column_builder_append_integer (days, (gint64) end - start);
}

char *
spell_print_issues (guint32 issues)
{
  g_autoptr (GFlagsClass) known = g_type_class_ref (MARMOT_TYPE_SPELL_ISSUES);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < known->n_values; i++)
    if (known->values[i].value != 0 && issues & known->values[i].value)
      g_string_append_printf (text, "%s%s", text->len ? " " : "", known->values[i].value_nick);
  return g_string_free (text, FALSE);
}

static void
append_issues (MarmotColumnBuilder *self,
               guint32 issues)
{
  g_autofree char *text = NULL;

  if (!issues)
    {
      marmot_column_builder_append_null (self);
      return;
    }
  text = spell_print_issues (issues);
  marmot_column_builder_append_text (self, text, strlen (text));
}

/* The first row of a spell that says of what need it is, or its first row. */
static guint32
find_need (const SpellLinks *links,
           const Spell *spell,
           const gint32 *needs)
{
  for (guint32 i = spell->first; needs && i < spell->first + spell->n_rows; i++)
    if (needs[links->rows[i]] >= 0)
      return links->rows[i];
  return links->rows[spell->first];
}

MarmotTable *
spell_make_table (const SpellSelection *selection)
{
  const SpellLinks *links = selection->links;
  const gint32 *needs = episode_set_peek_codes (links->set, EPISODE_NEED);
  MarmotColumnBuilder *starts = marmot_column_builder_new (MARMOT_COLUMN_DATE);
  MarmotColumnBuilder *ends = marmot_column_builder_new (MARMOT_COLUMN_DATE);
  MarmotColumnBuilder *days = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  MarmotColumnBuilder *episodes = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  MarmotColumnBuilder *placements = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  MarmotColumnBuilder *short_breaks = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);
  MarmotColumnBuilder *known = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);
  MarmotColumnBuilder *issues = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  MarmotColumnBuilder *firsts = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  MarmotColumnBuilder *lasts = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  g_autofree gsize *first_rows = g_new (gsize, selection->n_spells + 1);
  g_autofree gsize *end_rows = g_new (gsize, selection->n_spells + 1);
  g_autofree gsize *need_rows = g_new (gsize, selection->n_spells + 1);
  Columns columns = { { NULL }, { NULL }, 0 };

  for (gsize i = 0; i < selection->n_spells; i++)
    {
      const Spell *spell = &links->spells[spell_selection_get (selection, i)];

      first_rows[i] = links->rows[spell->first];
      end_rows[i] = spell->end_row;
      need_rows[i] = find_need (links, spell, needs);
      marmot_column_builder_append_date (starts, spell->start);
      append_end (ends, days, spell->start, spell->end);
      marmot_column_builder_append_integer (episodes, spell->n_rows);
      marmot_column_builder_append_integer (placements, spell->n_runs);
      marmot_column_builder_append_boolean (short_breaks, spell->short_break);
      marmot_column_builder_append_boolean (known, spell->start_known);
      append_issues (issues, spell->issues);
      marmot_column_builder_append_integer (firsts, links->rows[spell->first]);
      marmot_column_builder_append_integer (lasts, links->rows[spell->first + spell->n_rows - 1]);
    }

  add_taken (&columns, links->set, EPISODE_PERSON, first_rows, selection->n_spells);
  add_column (&columns, "start", marmot_column_builder_finish (starts));
  add_column (&columns, "end", marmot_column_builder_finish (ends));
  add_column (&columns, "days", marmot_column_builder_finish (days));
  add_column (&columns, "n_episodes", marmot_column_builder_finish (episodes));
  add_column (&columns, "n_placements", marmot_column_builder_finish (placements));
  add_taken (&columns, links->set, EPISODE_START_REASON, first_rows, selection->n_spells);
  add_taken (&columns, links->set, EPISODE_END_REASON, end_rows, selection->n_spells);
  add_taken (&columns, links->set, EPISODE_NEED, need_rows, selection->n_spells);
  add_column (&columns, "short_break", marmot_column_builder_finish (short_breaks));
  add_column (&columns, "start_known", marmot_column_builder_finish (known));
  add_column (&columns, "issues", marmot_column_builder_finish (issues));
  add_column (&columns, "first_episode", marmot_column_builder_finish (firsts));
  add_column (&columns, "last_episode", marmot_column_builder_finish (lasts));
  return columns_end (&columns);
}

/* Which values of PLACE are temporary. */
static gint32 *
match_temporary (MarmotEpisodeSet *set)
{
  static const char *const temporary[] = { "T0", "T1", "T2", "T3", "T4", NULL };

  return episode_set_match_values (set, EPISODE_PLACEMENT, temporary);
}

MarmotTable *
spell_make_placements (const SpellSelection *selection)
{
  const SpellLinks *links = selection->links;
  MarmotColumnBuilder *spells = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  MarmotColumnBuilder *starts = marmot_column_builder_new (MARMOT_COLUMN_DATE);
  MarmotColumnBuilder *ends = marmot_column_builder_new (MARMOT_COLUMN_DATE);
  MarmotColumnBuilder *days = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  MarmotColumnBuilder *episodes = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  MarmotColumnBuilder *temporary = marmot_column_builder_new (MARMOT_COLUMN_BOOLEAN);
  MarmotColumnBuilder *firsts = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  g_autofree gint32 *is_temporary = match_temporary (links->set);
  const gint32 *places = episode_set_peek_codes (links->set, EPISODE_PLACEMENT);
  g_autofree gsize *rows = NULL;
  Columns columns = { { NULL }, { NULL }, 0 };
  gsize n_runs = 0;

  for (gsize i = 0; i < selection->n_spells; i++)
    n_runs += links->spells[spell_selection_get (selection, i)].n_runs;
  rows = g_new (gsize, n_runs + 1);
  n_runs = 0;

  for (gsize i = 0; i < selection->n_spells; i++)
    {
      const Spell *spell = &links->spells[spell_selection_get (selection, i)];

      for (guint32 r = spell->first_run; r < spell->first_run + spell->n_runs; r++)
        {
          const SpellRun *run = &links->runs[r];
          guint32 settled = run->first;

          while (settled < run->first + run->n_rows && places && places[links->rows[settled]] >= 0
                 && is_temporary[places[links->rows[settled]]] >= 0)
            settled++;
          marmot_column_builder_append_integer (spells, (gint64) i);
          marmot_column_builder_append_date (starts, run->start);
          append_end (ends, days, run->start, run->end);
          marmot_column_builder_append_integer (episodes, run->n_rows);
          marmot_column_builder_append_boolean (temporary, settled == run->first + run->n_rows);
          marmot_column_builder_append_integer (firsts, links->rows[run->first]);
          rows[n_runs++] = links->rows[settled == run->first + run->n_rows ? run->first : settled];
        }
    }

  add_column (&columns, "spell", marmot_column_builder_finish (spells));
  add_taken (&columns, links->set, EPISODE_PERSON, rows, n_runs);
  add_column (&columns, "start", marmot_column_builder_finish (starts));
  add_column (&columns, "end", marmot_column_builder_finish (ends));
  add_column (&columns, "days", marmot_column_builder_finish (days));
  add_column (&columns, "n_episodes", marmot_column_builder_finish (episodes));
  add_taken (&columns, links->set, EPISODE_PLACEMENT, rows, n_runs);
  add_taken (&columns, links->set, EPISODE_PROVIDER, rows, n_runs);
  add_taken (&columns, links->set, EPISODE_CARER, rows, n_runs);
  add_taken (&columns, links->set, EPISODE_AREA, rows, n_runs);
  add_taken (&columns, links->set, EPISODE_LOCATION, rows, n_runs);
  add_taken (&columns, links->set, EPISODE_DISTANCE, rows, n_runs);
  add_column (&columns, "temporary", marmot_column_builder_finish (temporary));
  add_column (&columns, "first_episode", marmot_column_builder_finish (firsts));
  return columns_end (&columns);
}
