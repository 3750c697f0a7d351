/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the measures of care have in common: who is looked after, each child by one row.
 */
#pragma once

#include "measure-private.h"
#include "spells-private.h"

G_BEGIN_DECLS

/* The positions of the reasons of exclusion, as the table of measures lists them. */
enum
{
  CARE_SHORT_BREAK,
  CARE_NO_DAYS,
  CARE_UNACCOMPANIED
};

/* The row of a child who is not looked after. */
#define CARE_NOBODY G_MAXUINT32

/* The children who are looked after on a day of [from, until): for each of them the row that
 * they are looked after by, the latest where there are several.
 *
 * All others that the question is about have their codes in the tally: children on short
 * breaks alone, those of whom it is not known, and rows of no child. Where the set does not
 * know of all of these days, everybody is unknown and nobody is found. */
typedef struct
{
  gsize n_children;
  guint32 *rows;            /* CARE_NOBODY for those who are not */
} CareChildren;

void care_children_init  (CareChildren             *self,
                          const EpisodeMeasureInfo *info,
                          MarmotEpisodeSet         *set,
                          const EpisodeOptions     *options,
                          gint32                    from,
                          gint32                    until,
                          EpisodeTally             *tally);
void care_children_clear (CareChildren             *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CareChildren, care_children_clear)

/* The periods of care of the set, by the conventions of the options. */
SpellLinks *care_link (MarmotEpisodeSet      *set,
                       const EpisodeOptions  *options,
                       GError               **error);

/* The first and the last day that a set knows of; all days where it has no dates. */
void        care_get_coverage (MarmotEpisodeSet *set,
                               gint32           *first,
                               gint32           *last);

/* 1 for yes, 0 for no, -1 where it is not known. flags is the column of a set. */
int         care_flag (const MarmotColumn *flags,
                       gsize               row);

G_END_DECLS
