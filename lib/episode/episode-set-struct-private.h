/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a set of episodes is made of, for the files that make sets of sets.
 */
#pragma once

#include "episode-set-private.h"

G_BEGIN_DECLS

/* What is known of the time of the episodes. */
typedef struct
{
  gint32 first;             /* EPISODE_NO_DATE for neither */
  gint32 last;
} EpisodeCoverage;

struct _MarmotEpisodeSet
{
  GObject parent_instance;

  MarmotTable *table;
  MarmotColumn *columns[EPISODE_N_COLUMNS]; /* of the table; NULL where absent */
  gsize n_rows;
  MarmotEpisodeKind kind;   /* of all, where there is no column of kinds */
  EpisodeCoverage coverage;

  MarmotTable *needs;       /* nullable */
  guint32 *need_starts;     /* for each episode, and one more */
  guint64 n_stray_needs;

  /* Made when they are first asked for. */
  GMutex lock;
  EpisodeHistory *persons;
  EpisodeHistory *families;
};

/* A set of columns that are laid out already, and are taken. coverage is found from the
 * columns where it is NULL. */
MarmotEpisodeSet *episode_set_new_of_columns (MarmotEpisodeKind      kind,
                                              MarmotColumn          *columns[EPISODE_N_COLUMNS],
                                              gsize                  n_rows,
                                              const EpisodeCoverage *coverage);

/* FALSE, with error set, if there are more rows than a set can have. */
gboolean          episode_set_check_size     (gsize                  n_rows,
                                              GError               **error);

/* The same columns, with other things around them. */
MarmotEpisodeSet *episode_set_copy           (MarmotEpisodeSet      *self);

/* Gives a new set the needs of the rows that were taken from another. */
void              episode_set_take_needs     (MarmotEpisodeSet      *self,
                                              MarmotEpisodeSet      *from,
                                              const gsize           *rows,
                                              gsize                  n_rows);

/* Gives a new set the needs of all sets that it was joined from. */
void              episode_set_join_needs     (MarmotEpisodeSet      *self,
                                              MarmotEpisodeSet     **sets,
                                              gsize                  n_sets);

G_END_DECLS
