/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-episode-kind.h>
#include <marmot/marmot-episode-set.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEpisode:
 *
 * One episode of a set: what is in a row of its columns, see [class@Marmot.EpisodeSet].
 *
 * An episode is made when it is asked for, and keeps its set alive. A single episode is
 * one of a set of one. Episodes never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_EPISODE (marmot_episode_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotEpisode, marmot_episode, MARMOT, EPISODE, GObject)

/**
 * marmot_episode_get_set:
 * @self: an episode
 *
 * Returns: (transfer none): the set that it is of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet  *marmot_episode_get_set     (MarmotEpisode *self);

/**
 * marmot_episode_get_row:
 * @self: an episode
 *
 * Returns: its row in the set, from 0
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint              marmot_episode_get_row     (MarmotEpisode *self);

/**
 * marmot_episode_get_kind:
 * @self: an episode
 *
 * Returns: what it is of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeKind  marmot_episode_get_kind    (MarmotEpisode *self);

/**
 * marmot_episode_get_id:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): how the source numbers it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_id      (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_person:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): how the source numbers the child
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_person  (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_family:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): how the source numbers the family
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_family  (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_start:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): its first day
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_episode_get_start   (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_end:
 * @self: an episode
 *
 * Returns: (transfer full) (nullable): the day on which it was over, or %NULL if it is
 *   open
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_episode_get_end     (MarmotEpisode *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_is_open:
 * @self: an episode
 *
 * Returns: whether it has a start and no end
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_episode_is_open     (MarmotEpisode *self);

/**
 * marmot_episode_covers:
 * @self: an episode
 * @day: a day, in days since 1 January 1970
 *
 * Returns: whether it was at work on the day
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean           marmot_episode_covers      (MarmotEpisode *self,
                                               gint32         day);

/**
 * marmot_episode_get_days:
 * @self: an episode
 * @until: the day up to which an open episode is counted, in days since 1 January 1970
 *
 * How many days the episode lasted, from its start to its end, or to @until if that is
 * earlier or there is no end.
 *
 * Returns: the number of days, or -1 if it has no start, or ends before it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int                marmot_episode_get_days    (MarmotEpisode *self,
                                               gint32         until);

/**
 * marmot_episode_get_text:
 * @self: an episode
 * @column: the name of a column of text or codes, such as "lead_agency"
 *
 * What the row has in a column of the set.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if there is none, or no such
 *   column
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char              *marmot_episode_get_text    (MarmotEpisode *self,
                                               const char    *column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_date:
 * @self: an episode
 * @column: the name of a column of dates, such as "requested"
 *
 * What the row has in a column of the set.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL if there is none, or no such
 *   column
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GDate             *marmot_episode_get_date    (MarmotEpisode *self,
                                               const char    *column) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_get_number:
 * @self: an episode
 * @column: the name of a column of numbers, such as "distance"
 *
 * What the row has in a column of the set.
 *
 * Returns: the number, or NaN if there is none, or no such column
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
double             marmot_episode_get_number  (MarmotEpisode *self,
                                               const char    *column);

G_END_DECLS
