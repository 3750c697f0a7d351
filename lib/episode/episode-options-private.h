/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Options as the loops of this room read them.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* Each is documented as a property of MarmotEpisodeOptions. */
typedef struct
{
  MarmotPeriod *period;
  GDate *day;
  char **by;
  MarmotEpisodeStep step;
  MarmotEpisodeUnit unit;
  guint weeks;
  guint months;
  guint working_days;
  double miles;
  double share;
  double population;
  double per;
  double confidence;
  gboolean rows;
  gboolean unknown_counts;
  gboolean last_day_counts;
  gboolean exceptions_count;
  gboolean from_opening;
  gboolean own_history;
  gboolean temporary_counts;
  gboolean adoption_together;
  guint gap_days;
  char *authority;
  char **agencies;
  char **placements;
  MarmotCalendar *calendar;
  MarmotAdjacency *adjacency;
} EpisodeOptions;

/* The defaults for NULL. */
const EpisodeOptions *episode_options_peek     (MarmotEpisodeOptions *self);

/* All that two totals must have in common to be added up, as a text. */
char                 *episode_options_describe (const EpisodeOptions *self,
                                                gint32                from,
                                                gint32                until);

/* In days since 1970; G_MININT32 if there is none. */
gint32                episode_options_get_day  (const EpisodeOptions *self);

G_END_DECLS
