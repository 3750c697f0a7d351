/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A column of an extract as a field of episodes.
 */
#pragma once

#include "episode-mapping-private.h"

#include "core/marmot-finding-log-private.h"

G_BEGIN_DECLS

/* What the fields of one file are read with. */
typedef struct
{
  const EpisodeSheet *sheet;
  MarmotFindingLog *log;
  const GArray *places;     /* where rows stand in the file */
  gint32 today;             /* what dates are held against */

  guint64 n_cells_lost;
  gint32 earliest;          /* plausible start or request, EPISODE_NO_DATE for none */
  gint32 latest;            /* plausible date of an event */
} EpisodeFields;

/* given holds text, or a dictionary with codes of four bytes. What comes out is laid out as
 * the columns of a set are. is_event: the date is of something that happened to the
 * episode, and not of a birth; is_first: of its start or request. */
MarmotColumn *episode_fields_read (EpisodeFields      *self,
                                   const EpisodeField *field,
                                   MarmotColumn       *given,
                                   gboolean            is_event,
                                   gboolean            is_first);

G_END_DECLS
