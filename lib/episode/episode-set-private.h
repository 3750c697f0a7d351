/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the loops of this room see of a set.
 */
#pragma once

#include "episode-columns-private.h"

G_BEGIN_DECLS

/* The column, without a reference; NULL if the set has none of it. */
MarmotColumn *episode_set_peek         (MarmotEpisodeSet  *self,
                                        EpisodeColumn      column);

/* Days a row, EPISODE_NO_DATE where there is none; NULL if the set has no such column. */
const gint32 *episode_set_peek_dates   (MarmotEpisodeSet  *self,
                                        EpisodeColumn      column);

/* A code a row, -1 where there is none; NULL if the set has no such column. The values
 * behind the codes are distinct. */
const gint32 *episode_set_peek_codes   (MarmotEpisodeSet  *self,
                                        EpisodeColumn      column);

/* How many distinct values a column of codes has; 0 if the set has no such column. */
gsize         episode_set_n_values     (MarmotEpisodeSet  *self,
                                        EpisodeColumn      column);

/* The value behind a code, without a terminating NUL. */
const char   *episode_set_peek_value   (MarmotEpisodeSet  *self,
                                        EpisodeColumn      column,
                                        gint32             code,
                                        gsize             *length);

/* For every value of a column of codes the position of the first name in names that it
 * equals, or -1; free it. NULL if the set has no such column. So a loop over rows compares
 * numbers. */
gint32       *episode_set_match_values (MarmotEpisodeSet  *self,
                                        EpisodeColumn      column,
                                        const char *const *names);

/* A MarmotEpisodeKind a row; NULL where all are of the kind in *only. */
const guint8 *episode_set_peek_kinds   (MarmotEpisodeSet  *self,
                                        MarmotEpisodeKind *only);

/* A set of columns of the vocabulary, which are taken, and laid out as they must be. For
 * readers: what they lay out so themselves is not copied. */
MarmotEpisodeSet *episode_set_new_take (MarmotEpisodeKind  kind,
                                        MarmotColumn      *columns[EPISODE_N_COLUMNS],
                                        gsize              n_rows,
                                        GError           **error);

/* The rows of each child or family, by start, then by end (open ones last), then by row: of
 * unit u rows[starts[u]] to rows[starts[u + 1] - 1]. Units are the codes of the column.
 * Rows without a unit or a start are left out. Made once for each set, in linear time but
 * for the sorting of what one child has; lives as long as the set. */
typedef struct
{
  gsize n_units;
  guint32 *starts;
  guint32 *rows;
  gsize n_left_out;
} EpisodeHistory;

EpisodeHistory *episode_history_new (const gint32 *codes,
                                     gsize         n_units,
                                     const gint32 *starts,
                                     const gint32 *ends,
                                     gsize         n_rows);

/* column is EPISODE_PERSON or EPISODE_FAMILY; NULL if the set has no such column. */
const EpisodeHistory *episode_set_get_history (MarmotEpisodeSet *self,
                                               EpisodeColumn     column);

/* The episode of a row that there is, as an object. */
MarmotEpisode *episode_new_of_row      (MarmotEpisodeSet  *set,
                                        guint              row);

/* Rows in order, which are there. */
MarmotEpisodeSet *episode_set_take_known (MarmotEpisodeSet *self,
                                          const gsize      *rows,
                                          gsize             n_rows);

/* Of needs: for each episode the rows of the table of needs, starts[row] to starts[row + 1]
 * - 1; NULL without needs. */
const guint32 *episode_set_peek_need_starts (MarmotEpisodeSet *self);

G_END_DECLS
