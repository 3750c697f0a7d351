/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "spell-set-private.h"

#include "core/marmot-table-private.h"

struct _MarmotSpell
{
  GObject parent_instance;

  MarmotSpellSet *set;      /* NULL in one that nobody filled: it covers no day */
  guint row;
};

G_DEFINE_FINAL_TYPE (MarmotSpell, marmot_spell, G_TYPE_OBJECT)

static void
marmot_spell_finalize (GObject *object)
{
  MarmotSpell *self = MARMOT_SPELL (object);

  g_clear_object (&self->set);

  G_OBJECT_CLASS (marmot_spell_parent_class)->finalize (object);
}

static void
marmot_spell_class_init (MarmotSpellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_spell_finalize;
}

static void
marmot_spell_init (MarmotSpell *self)
{
}

MarmotSpell *
spell_new_of_row (MarmotSpellSet *set,
                  guint row)
{
  MarmotSpell *self = g_object_new (MARMOT_TYPE_SPELL, NULL);

  self->set = g_object_ref (set);
  self->row = row;
  return self;
}

/* What was linked; of a spell that nobody filled one of no days. */
static const Spell *
peek (MarmotSpell *self)
{
  static const Spell nothing = { .person = -1, .start = 0, .end = 0 };

  return self->set ? &spell_set_get_links (self->set)->spells[spell_set_get_which (self->set, self->row)] : &nothing;
}

static char *
get_text (MarmotSpell *self,
          EpisodeColumn column)
{
  MarmotColumn *values
      = self->set ? marmot_table_peek_column (marmot_spell_set_get_table (self->set), episode_column_name (column))
                  : NULL;

  return values ? marmot_column_get_text (values, self->row) : NULL;
}

/* NULL for a day that no calendar has: GDate's are of the years 1 to 9999. */
static GDate *
print_day (gint32 day)
{
  return day < -719162 || day > 2932896 ? NULL : g_date_new_julian ((guint32) (day + 719163));
}

char *
marmot_spell_get_person (MarmotSpell *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL (self), NULL);

  return get_text (self, EPISODE_PERSON);
}

GDate *
marmot_spell_get_start (MarmotSpell *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL (self), NULL);

  return print_day (peek (self)->start);
}

GDate *
marmot_spell_get_end (MarmotSpell *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL (self), NULL);

  return print_day (peek (self)->end);
}

gboolean
marmot_spell_is_open (MarmotSpell *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL (self), FALSE);

  return peek (self)->end == EPISODE_NO_DATE;
}

gboolean
marmot_spell_covers (MarmotSpell *self,
                     const GDate *day)
{
  gint32 days;

  g_return_val_if_fail (MARMOT_IS_SPELL (self), FALSE);
  g_return_val_if_fail (day != NULL && g_date_valid (day), FALSE);

  days = (gint32) g_date_get_julian (day) - EPISODE_EPOCH;
  return spell_touches (peek (self)->start, peek (self)->end, days, days + 1);
}

gint64
marmot_spell_count_days (MarmotSpell *self,
                         MarmotPeriod *period)
{
  const Spell *spell;

  g_return_val_if_fail (MARMOT_IS_SPELL (self), -1);

  spell = peek (self);
  if (!period)
    return spell->end == EPISODE_NO_DATE ? -1 : (gint64) spell->end - spell->start;
  return self->set ? spell_links_count_days (spell_set_get_links (self->set), spell_set_get_which (self->set, self->row),
                                             marmot_period_get_start_days (period),
                                             marmot_period_get_end_days (period))
                   : 0;
}

char *
marmot_spell_get_start_reason (MarmotSpell *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL (self), NULL);

  return get_text (self, EPISODE_START_REASON);
}

gboolean
marmot_spell_get_start_known (MarmotSpell *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL (self), FALSE);

  return peek (self)->start_known;
}

char *
marmot_spell_get_end_reason (MarmotSpell *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL (self), NULL);

  return get_text (self, EPISODE_END_REASON);
}

char *
marmot_spell_get_need (MarmotSpell *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL (self), NULL);

  return get_text (self, EPISODE_NEED);
}

gboolean
marmot_spell_get_short_break (MarmotSpell *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL (self), FALSE);

  return peek (self)->short_break;
}

MarmotSpellIssues
marmot_spell_get_issues (MarmotSpell *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL (self), MARMOT_SPELL_ISSUE_NONE);

  return (MarmotSpellIssues) peek (self)->issues;
}

guint
marmot_spell_get_n_episodes (MarmotSpell *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL (self), 0);

  return peek (self)->n_rows;
}

guint
marmot_spell_get_n_placements (MarmotSpell *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL (self), 0);

  return peek (self)->n_runs;
}

guint
marmot_spell_count_placements (MarmotSpell *self,
                               MarmotPeriod *period)
{
  g_return_val_if_fail (MARMOT_IS_SPELL (self), 0);
  g_return_val_if_fail (period != NULL, 0);

  return self->set ? spell_links_count_runs (spell_set_get_links (self->set), spell_set_get_which (self->set, self->row),
                                             marmot_period_get_start_days (period),
                                             marmot_period_get_end_days (period))
                   : 0;
}

guint
marmot_spell_count_moves (MarmotSpell *self,
                          MarmotPeriod *period)
{
  g_return_val_if_fail (MARMOT_IS_SPELL (self), 0);
  g_return_val_if_fail (period != NULL, 0);

  return self->set ? spell_links_count_moves (spell_set_get_links (self->set),
                                              spell_set_get_which (self->set, self->row),
                                              marmot_period_get_start_days (period),
                                              marmot_period_get_end_days (period))
                   : 0;
}

MarmotTable *
marmot_spell_get_placements (MarmotSpell *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL (self), NULL);
  g_return_val_if_fail (self->set != NULL, NULL);

  return marmot_table_slice (marmot_spell_set_get_placements (self->set),
                             spell_set_get_first_placement (self->set, self->row), peek (self)->n_runs);
}

MarmotEpisodeSet *
marmot_spell_get_episodes (MarmotSpell *self)
{
  const SpellLinks *links;
  const Spell *spell;
  g_autofree gsize *rows = NULL;

  g_return_val_if_fail (MARMOT_IS_SPELL (self), NULL);
  g_return_val_if_fail (self->set != NULL, NULL);

  links = spell_set_get_links (self->set);
  spell = peek (self);
  rows = g_new (gsize, spell->n_rows + 1);
  for (guint32 i = 0; i < spell->n_rows; i++)
    rows[i] = links->rows[spell->first + i];
  return episode_set_take_known (links->set, rows, spell->n_rows);
}

gboolean
marmot_spell_equal (MarmotSpell *self,
                    MarmotSpell *other)
{
  static const EpisodeColumn texts[] = { EPISODE_PERSON, EPISODE_START_REASON, EPISODE_END_REASON, EPISODE_NEED };
  const Spell *a, *b;

  g_return_val_if_fail (MARMOT_IS_SPELL (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_SPELL (other), FALSE);

  a = peek (self);
  b = peek (other);
  if (a->start != b->start || a->end != b->end || a->n_rows != b->n_rows || a->n_runs != b->n_runs
      || a->issues != b->issues || a->short_break != b->short_break || a->start_known != b->start_known)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *x = get_text (self, texts[i]);
      g_autofree char *y = get_text (other, texts[i]);

      if (g_strcmp0 (x, y) != 0)
        return FALSE;
    }
  return TRUE;
}

guint
marmot_spell_hash (MarmotSpell *self)
{
  const Spell *spell;
  g_autofree char *person = NULL;

  g_return_val_if_fail (MARMOT_IS_SPELL (self), 0);

  spell = peek (self);
  person = get_text (self, EPISODE_PERSON);
  return (person ? g_str_hash (person) : 0) ^ ((guint) spell->start * 31u + (guint) spell->end) ^ spell->n_rows << 20;
}

char *
marmot_spell_to_string (MarmotSpell *self)
{
  const Spell *spell;
  char start[16], end[16];
  g_autoptr (GDate) first = NULL;
  g_autoptr (GDate) last = NULL;

  g_return_val_if_fail (MARMOT_IS_SPELL (self), NULL);

  spell = peek (self);
  first = print_day (spell->start);
  last = print_day (spell->end);
  if (!first || g_date_strftime (start, sizeof start, "%Y-%m-%d", first) == 0)
    start[0] = '\0';
  if (!last || g_date_strftime (end, sizeof end, "%Y-%m-%d", last) == 0)
    end[0] = '\0';
  return g_strdup_printf ("%s%s%s, %u %s, %u %s%s%s", start, last ? " to " : ", open", end, spell->n_rows,
                          spell->n_rows == 1 ? "episode" : "episodes", spell->n_runs,
                          spell->n_runs == 1 ? "placement" : "placements", spell->short_break ? ", short breaks" : "",
                          spell->issues ? ", with issues" : "");
}
