/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "spell-set-private.h"

#include "core/marmot-column-builder-private.h"

struct _MarmotSpellSet
{
  GObject parent_instance;

  SpellLinks *links;
  guint32 *which;           /* those of the links that it has; NULL: all */
  gsize n_spells;
  guint32 *first_placements; /* of each spell, in the table of placements */
  MarmotTable *table;
  MarmotTable *placements;
  GPtrArray *findings;
  guint64 n_findings;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarmotSpellSet, marmot_spell_set, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
marmot_spell_set_finalize (GObject *object)
{
  MarmotSpellSet *self = MARMOT_SPELL_SET (object);

  g_clear_pointer (&self->links, spell_links_unref);
  g_free (self->which);
  g_free (self->first_placements);
  g_clear_pointer (&self->table, marmot_table_unref);
  g_clear_pointer (&self->placements, marmot_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (marmot_spell_set_parent_class)->finalize (object);
}

static void
marmot_spell_set_class_init (MarmotSpellSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_spell_set_finalize;
}

static void
marmot_spell_set_init (MarmotSpellSet *self)
{
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
}

static void
set_findings (MarmotSpellSet *self,
              GPtrArray *findings,
              guint64 n_findings)
{
  g_ptr_array_unref (self->findings);
  self->findings = findings;
  self->n_findings = n_findings;
}

/* Takes both. */
static MarmotSpellSet *
new_take (SpellLinks *links,
          guint32 *which,
          gsize n_spells)
{
  MarmotSpellSet *self = g_object_new (MARMOT_TYPE_SPELL_SET, NULL);
  SpellSelection selection = { links, which, n_spells };
  guint32 n_placements = 0;

  self->links = links;
  self->which = which;
  self->n_spells = n_spells;
  self->table = spell_make_table (&selection);
  self->placements = spell_make_placements (&selection);
  self->first_placements = g_new (guint32, n_spells + 1);
  for (gsize row = 0; row < n_spells; row++)
    {
      self->first_placements[row] = n_placements;
      n_placements += links->spells[spell_selection_get (&selection, row)].n_runs;
    }
  return self;
}

MarmotSpellSet *
marmot_episode_set_link (MarmotEpisodeSet *self,
                         MarmotSpellOptions *options,
                         GError **error)
{
  g_autoptr (MarmotSpellOptions) given = NULL;
  SpellConventions conventions;
  MarmotSpellSet *set;
  SpellLinks *links;
  GPtrArray *findings;
  guint64 n_findings;

  g_return_val_if_fail (MARMOT_IS_EPISODE_SET (self), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_SPELL_OPTIONS (options), NULL);

  given = options ? g_object_ref (options) : marmot_spell_options_new ();
  conventions.temporary_counts = marmot_spell_options_get_temporary_counts (given);
  conventions.gap_days = marmot_spell_options_get_gap_days (given);
  links = spell_links_new (self, &conventions, error);
  if (!links)
    return NULL;

  set = new_take (links, NULL, links->n_spells);
  findings = spell_make_findings (links, marmot_spell_options_get_limit (given), &n_findings);
  set_findings (set, findings, n_findings);
  return set;
}

SpellLinks *
spell_set_get_links (MarmotSpellSet *self)
{
  return self->links;
}

guint32
spell_set_get_which (MarmotSpellSet *self,
                     guint row)
{
  return self->which ? self->which[row] : row;
}

guint32
spell_set_get_first_placement (MarmotSpellSet *self,
                               guint row)
{
  return self->first_placements[row];
}

/* --- looking at it ------------------------------------------------------------------- */

MarmotEpisodeSet *
marmot_spell_set_get_episodes (MarmotSpellSet *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL_SET (self), NULL);

  /* One that g_object_new() made is of no episodes. */
  return self->links ? self->links->set : NULL;
}

guint
marmot_spell_set_get_n_rows (MarmotSpellSet *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL_SET (self), 0);

  return (guint) self->n_spells;
}

static const Spell *
get_spell (MarmotSpellSet *self,
           gsize row)
{
  return &self->links->spells[spell_set_get_which (self, (guint) row)];
}

guint
marmot_spell_set_count_children (MarmotSpellSet *self)
{
  guint n_children = 0;

  g_return_val_if_fail (MARMOT_IS_SPELL_SET (self), 0);

  /* Spells are by child. */
  for (gsize row = 0; row < self->n_spells; row++)
    n_children += row == 0 || get_spell (self, row)->person != get_spell (self, row - 1)->person;
  return n_children;
}

MarmotTable *
marmot_spell_set_get_table (MarmotSpellSet *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL_SET (self), NULL);

  return self->table;
}

MarmotTable *
marmot_spell_set_get_placements (MarmotSpellSet *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL_SET (self), NULL);

  return self->placements;
}

MarmotColumn *
marmot_spell_set_get_spell_of_episodes (MarmotSpellSet *self)
{
  MarmotColumnBuilder *builder;
  g_autofree guint32 *row_of = NULL;
  guint n_episodes;

  g_return_val_if_fail (MARMOT_IS_SPELL_SET (self), NULL);

  if (!self->links)
    return marmot_column_builder_finish (marmot_column_builder_new (MARMOT_COLUMN_INTEGER));

  /* Where each of the linked spells stands here. */
  row_of = g_new (guint32, self->links->n_spells + 1);
  for (gsize i = 0; i < self->links->n_spells; i++)
    row_of[i] = SPELL_NONE;
  for (gsize row = 0; row < self->n_spells; row++)
    row_of[spell_set_get_which (self, (guint) row)] = (guint32) row;

  builder = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  n_episodes = marmot_episode_set_get_n_rows (self->links->set);
  for (guint i = 0; i < n_episodes; i++)
    {
      guint32 spell = self->links->spell_of[i];

      if (spell == SPELL_NONE || row_of[spell] == SPELL_NONE)
        marmot_column_builder_append_null (builder);
      else
        marmot_column_builder_append_integer (builder, row_of[spell]);
    }
  return marmot_column_builder_finish (builder);
}

guint
marmot_spell_set_get_n_linked (MarmotSpellSet *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL_SET (self), 0);

  return self->links ? (guint) (self->links->n_care - self->links->n_left_out) : 0;
}

guint
marmot_spell_set_get_n_left_out (MarmotSpellSet *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL_SET (self), 0);

  return self->links ? (guint) self->links->n_left_out : 0;
}

GPtrArray *
marmot_spell_set_get_findings (MarmotSpellSet *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL_SET (self), NULL);

  return g_ptr_array_ref (self->findings);
}

guint64
marmot_spell_set_get_n_findings (MarmotSpellSet *self)
{
  g_return_val_if_fail (MARMOT_IS_SPELL_SET (self), 0);

  return self->n_findings;
}

char *
marmot_spell_set_to_string (MarmotSpellSet *self)
{
  guint n_issues = 0;
  guint n_children;
  GString *text;

  g_return_val_if_fail (MARMOT_IS_SPELL_SET (self), NULL);

  for (gsize row = 0; row < self->n_spells; row++)
    n_issues += get_spell (self, row)->issues != 0;
  n_children = marmot_spell_set_count_children (self);
  text = g_string_new (NULL);
  g_string_append_printf (text, "%" G_GSIZE_FORMAT " %s of %u %s", self->n_spells,
                          self->n_spells == 1 ? "spell" : "spells", n_children, n_children == 1 ? "child" : "children");
  if (n_issues)
    g_string_append_printf (text, ", %u with issues", n_issues);
  return g_string_free (text, FALSE);
}

/* --- parts of it --------------------------------------------------------------------- */

typedef gboolean (*IsWanted) (const Spell *spell,
                              gint32       from,
                              gint32       until);

static MarmotSpellSet *
pick (MarmotSpellSet *self,
      IsWanted is_wanted,
      gint32 from,
      gint32 until)
{
  guint32 *which;
  MarmotSpellSet *set;
  gsize n_picked = 0;

  if (!self->links)
    return g_object_ref (self);
  which = g_new (guint32, self->n_spells + 1);

  for (gsize row = 0; row < self->n_spells; row++)
    if (is_wanted (get_spell (self, row), from, until))
      which[n_picked++] = spell_set_get_which (self, (guint) row);

  set = new_take (spell_links_ref (self->links), g_renew (guint32, which, n_picked + 1), n_picked);
  set_findings (set, g_ptr_array_ref (self->findings), self->n_findings);
  return set;
}

static gboolean
is_touching (const Spell *spell,
             gint32 from,
             gint32 until)
{
  return spell_touches (spell->start, spell->end, from, until);
}

static gboolean
is_started (const Spell *spell,
            gint32 from,
            gint32 until)
{
  return spell->start_known && spell->start >= from && spell->start < until;
}

static gboolean
is_ended (const Spell *spell,
          gint32 from,
          gint32 until)
{
  return spell->end != EPISODE_NO_DATE && spell->end >= from && spell->end < until;
}

static gboolean
is_of_short_breaks (const Spell *spell,
                    gint32 wanted,
                    gint32 until)
{
  return spell->short_break == wanted;
}

MarmotSpellSet *
marmot_spell_set_open_on (MarmotSpellSet *self,
                          const GDate *day)
{
  gint32 days;

  g_return_val_if_fail (MARMOT_IS_SPELL_SET (self), NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  days = (gint32) g_date_get_julian (day) - EPISODE_EPOCH;
  return pick (self, is_touching, days, days + 1);
}

#define PICKER(name, is_wanted)                                                          \
  MarmotSpellSet *                                                                       \
  name (MarmotSpellSet *self,                                                            \
        MarmotPeriod *period)                                                            \
  {                                                                                      \
    g_return_val_if_fail (MARMOT_IS_SPELL_SET (self), NULL);                             \
    g_return_val_if_fail (period != NULL, NULL);                                         \
                                                                                         \
    return pick (self, is_wanted, marmot_period_get_start_days (period), marmot_period_get_end_days (period)); \
  }

PICKER (marmot_spell_set_open_during, is_touching)
PICKER (marmot_spell_set_started_in, is_started)
PICKER (marmot_spell_set_ended_in, is_ended)

MarmotSpellSet *
marmot_spell_set_filter_short_breaks (MarmotSpellSet *self,
                                      gboolean short_breaks)
{
  g_return_val_if_fail (MARMOT_IS_SPELL_SET (self), NULL);

  return pick (self, is_of_short_breaks, short_breaks != FALSE, 0);
}

/* --- counts -------------------------------------------------------------------------- */

guint
spell_links_count_moves (const SpellLinks *links,
                         guint32 spell,
                         gint32 from,
                         gint32 until)
{
  const Spell *of = &links->spells[spell];
  guint n_moves = 0;

  for (guint32 i = of->first_run + 1; i < of->first_run + of->n_runs; i++)
    n_moves += links->runs[i].start >= from && links->runs[i].start < until;
  return n_moves;
}

static gint64
count_runs (const SpellLinks *links,
            guint32 spell,
            gint32 from,
            gint32 until)
{
  return spell_links_count_runs (links, spell, from, until);
}

static gint64
count_moves (const SpellLinks *links,
             guint32 spell,
             gint32 from,
             gint32 until)
{
  return spell_links_count_moves (links, spell, from, until);
}

static gint64
count_days (const SpellLinks *links,
            guint32 spell,
            gint32 from,
            gint32 until)
{
  return spell_links_count_days (links, spell, from, until);
}

typedef gint64 (*Count) (const SpellLinks *links,
                         guint32           spell,
                         gint32            from,
                         gint32            until);

static MarmotColumn *
count (MarmotSpellSet *self,
       MarmotPeriod *period,
       Count count_one)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_INTEGER);
  gint32 from = marmot_period_get_start_days (period);
  gint32 until = marmot_period_get_end_days (period);

  for (gsize row = 0; row < self->n_spells; row++)
    marmot_column_builder_append_integer (
        builder, count_one (self->links, spell_set_get_which (self, (guint) row), from, until));
  return marmot_column_builder_finish (builder);
}

#define COUNTER(name, count_one)                               \
  MarmotColumn *                                               \
  name (MarmotSpellSet *self,                                  \
        MarmotPeriod *period)                                  \
  {                                                            \
    g_return_val_if_fail (MARMOT_IS_SPELL_SET (self), NULL);   \
    g_return_val_if_fail (period != NULL, NULL);               \
                                                               \
    return count (self, period, count_one);                    \
  }

COUNTER (marmot_spell_set_count_placements, count_runs)
COUNTER (marmot_spell_set_count_moves, count_moves)
COUNTER (marmot_spell_set_count_days, count_days)

/* --- a list of spells ---------------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return MARMOT_TYPE_SPELL;
}

static guint
get_n_items (GListModel *model)
{
  return (guint) MARMOT_SPELL_SET (model)->n_spells;
}

static gpointer
get_item (GListModel *model,
          guint row)
{
  MarmotSpellSet *self = MARMOT_SPELL_SET (model);

  return row < self->n_spells ? spell_new_of_row (self, row) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}
