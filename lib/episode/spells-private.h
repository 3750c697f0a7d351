/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Periods of care: episodes of care of each child, linked where one goes on from another.
 *
 * One pass over the rows of each child in the order of time. For measures, which need no
 * objects and no tables, and for MarmotSpellSet, which makes both of what is here.
 */
#pragma once

#include "episode-set-private.h"

G_BEGIN_DECLS

/* 1 January 1970, as GDate counts days. */
#define EPISODE_EPOCH 719163

/* A row that is in no spell, or a spell that there is not. */
#define SPELL_NONE G_MAXUINT32

/* Issues of rows that are in no spell; they are above those of MarmotSpellIssues. */
#define SPELL_ISSUE_NO_CHILD (1u << 16)
#define SPELL_ISSUE_NO_START_DATE (1u << 17)

typedef struct
{
  gint32 person;            /* the code of the child */
  gint32 start;
  gint32 end;               /* EPISODE_NO_DATE: open */
  guint32 first;            /* its rows are rows[first] to rows[first + n_rows - 1] */
  guint32 n_rows;
  guint32 end_row;          /* the row that says why it ended, or that is open */
  guint32 first_run;        /* its placements are runs[first_run] to ... + n_runs - 1 */
  guint32 n_runs;
  guint32 issues;           /* MarmotSpellIssues of its rows */
  gboolean short_break;
  gboolean start_known;     /* its first episode says that care started with it */
} Spell;

/* Episodes after one another with one carer. Runs of a spell touch and never overlap. */
typedef struct
{
  guint32 spell;
  gint32 start;
  gint32 end;               /* EPISODE_NO_DATE: open */
  guint32 first;            /* its rows, as above */
  guint32 n_rows;
} SpellRun;

typedef struct
{
  gatomicrefcount refs;
  MarmotEpisodeSet *set;
  gsize n_spells;
  Spell *spells;            /* by child; those of a child by start, short breaks last */
  guint32 *starts;          /* spells of child c: spells[starts[c]] to spells[starts[c + 1] - 1] */
  guint32 *rows;
  gsize n_runs;
  SpellRun *runs;
  guint32 *spell_of;        /* for each row of the set, or SPELL_NONE */
  guint32 *issues;          /* for each row of the set */
  gsize n_care;             /* rows of care and of short breaks */
  gsize n_left_out;         /* those of them that are in no spell */
} SpellLinks;

/* By which conventions; all zeros are the defaults. */
typedef struct
{
  gboolean temporary_counts;  /* a temporary placement, and the return from it, are moves */
  guint gap_days;             /* a gap of at most so many days does not end a spell that says
                               * that it goes on */
} SpellConventions;

/* Links the episodes of care of a set. NULL, and a MARMOT_ERROR_NOT_FOUND, if the set has no
 * column of children or of starts. */
SpellLinks *spell_links_new   (MarmotEpisodeSet        *set,
                               const SpellConventions  *conventions,
                               GError                 **error);
SpellLinks *spell_links_ref   (SpellLinks              *self);
void        spell_links_unref (SpellLinks              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpellLinks, spell_links_unref)

/* Whether [start, end) has a day of [from, until). */
static inline gboolean
spell_touches (gint32 start,
               gint32 end,
               gint32 from,
               gint32 until)
{
  return start < until && (end == EPISODE_NO_DATE || (end > from && end > start));
}

/* The spell of a child that is open on a day, short breaks only if asked for, or
 * SPELL_NONE. Spells of a child do not overlap, but for short breaks with care. */
guint32     spell_links_find  (const SpellLinks        *self,
                               gint32                   person,
                               gint32                   day,
                               gboolean                 short_break);

/* The run of a spell that is at work on a day, or SPELL_NONE. */
guint32     spell_links_find_run (const SpellLinks     *self,
                                  guint32               spell,
                                  gint32                day);

/* How many placements a spell has on the days of [from, until): the one at work on the
 * first of them, or with which the spell started in them, and each that came after. */
guint       spell_links_count_runs (const SpellLinks   *self,
                                    guint32             spell,
                                    gint32              from,
                                    gint32              until);

/* The days of a spell that lie in [from, until). */
gint32      spell_links_count_days (const SpellLinks   *self,
                                    guint32             spell,
                                    gint32              from,
                                    gint32              until);

G_END_DECLS
