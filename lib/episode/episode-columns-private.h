/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The vocabulary of sets of episodes: which columns there are, and what they hold.
 *
 * Inside a set, columns are laid out for loops: dates are int32 with EPISODE_NO_DATE under
 * nulls, dictionaries have int32 codes of distinct values with -1 under nulls, and all start
 * at row 0. So a loop needs no look at the validity.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

typedef enum
{
  EPISODE_ID,
  EPISODE_KIND,
  EPISODE_PERSON,
  EPISODE_FAMILY,
  EPISODE_START,
  EPISODE_END,
  EPISODE_REQUESTED,
  EPISODE_DECIDED,
  EPISODE_DECISION,
  EPISODE_ASSESSMENT_STARTED,
  EPISODE_ASSESSED,
  EPISODE_START_REASON,
  EPISODE_END_REASON,
  EPISODE_LEAD_AGENCY,
  EPISODE_LOCALITY,
  EPISODE_LEVEL,
  EPISODE_LEGAL_STATUS,
  EPISODE_NEED,
  EPISODE_LATEST_NEED,
  EPISODE_PLACEMENT,
  EPISODE_PROVIDER,
  EPISODE_CHANGE_REASON,
  EPISODE_CARER,
  EPISODE_PLACE,
  EPISODE_HOME,
  EPISODE_AREA,
  EPISODE_LOCATION,
  EPISODE_DISTANCE,
  EPISODE_PREVIOUS_PLANS,
  EPISODE_CONFERENCE,
  EPISODE_REVIEWED,
  EPISODE_ISSUED,
  EPISODE_EXCEPTION,
  EPISODE_SESSIONS,
  EPISODE_MISSED,
  EPISODE_ACTIVITY,
  EPISODE_BIRTH,
  EPISODE_SEX,
  EPISODE_ETHNICITY,
  EPISODE_UASC,
  EPISODE_UASC_UNTIL,
  EPISODE_YEAR,
  EPISODE_SOURCE,
  EPISODE_LINE,
  EPISODE_N_COLUMNS
} EpisodeColumn;

/* Under the nulls of a date. */
#define EPISODE_NO_DATE G_MININT32

const char       *episode_column_name (EpisodeColumn  column);
MarmotColumnType  episode_column_type (EpisodeColumn  column);

/* EPISODE_N_COLUMNS if there is none of this name. */
EpisodeColumn     episode_column_find (const char    *name);

/* A column of the vocabulary, laid out as above; the same one where it is already. A
 * column of another type is a MARMOT_ERROR_TYPE. */
MarmotColumn     *episode_column_normalise (EpisodeColumn   column,
                                            MarmotColumn   *values,
                                            GError        **error);

/* Rows of a column that is laid out as above, which are there; laid out so too. Its values
 * are those of the whole. */
MarmotColumn     *episode_column_take     (EpisodeColumn  column,
                                           MarmotColumn  *values,
                                           const gsize   *rows,
                                           gsize          n_rows);

/* A column of nulls, laid out as above. */
MarmotColumn     *episode_column_of_nulls (EpisodeColumn  column,
                                           gsize          n_rows);

G_END_DECLS
