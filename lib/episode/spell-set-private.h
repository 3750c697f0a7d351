/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a spell sees of its set, and the parts that a set is made of.
 */
#pragma once

#include "spells-private.h"

G_BEGIN_DECLS

/* Some spells of what was linked: all of them where which is NULL. */
typedef struct
{
  const SpellLinks *links;
  const guint32 *which;
  gsize n_spells;
} SpellSelection;

static inline guint32
spell_selection_get (const SpellSelection *self,
                     gsize row)
{
  return self->which ? self->which[row] : (guint32) row;
}

/* The columns of a set: spell-tables.c */
MarmotTable   *spell_make_table       (const SpellSelection *selection);
MarmotTable   *spell_make_placements  (const SpellSelection *selection);
char          *spell_print_issues     (guint32               issues);

/* The first limit findings by file and line, and how many there are: spell-findings.c */
GPtrArray     *spell_make_findings    (const SpellLinks     *links,
                                       guint                 limit,
                                       guint64              *n_findings);

/* The row of the set among what was linked. */
SpellLinks    *spell_set_get_links    (MarmotSpellSet       *self);
guint32        spell_set_get_which    (MarmotSpellSet       *self,
                                       guint                 row);

/* Where the placements of a spell begin, in the table of them. */
guint32        spell_set_get_first_placement (MarmotSpellSet *self,
                                              guint           row);

/* The spell of a row that there is, as an object: marmot-spell.c */
MarmotSpell   *spell_new_of_row       (MarmotSpellSet       *set,
                                       guint                 row);

/* Moves of a spell in [from, until). */
guint          spell_links_count_moves (const SpellLinks    *links,
                                        guint32              spell,
                                        gint32               from,
                                        gint32               until);

G_END_DECLS
