/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The vocabulary of observation sets: which columns there are, and what they hold.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

typedef enum
{
  OBS_INDICATOR_ID,
  OBS_INDICATOR_CODE,
  OBS_INDICATOR_NAME,
  OBS_PARENT_CODE,
  OBS_PARENT_NAME,
  OBS_AREA_CODE,
  OBS_AREA_NAME,
  OBS_AREA_TYPE,
  OBS_SEX,
  OBS_AGE,
  OBS_CATEGORY_TYPE,
  OBS_CATEGORY,
  OBS_TIME_PERIOD,
  OBS_PERIOD_RANGE,
  OBS_TIME_IDENTIFIER,
  OBS_YEAR_TYPE,
  OBS_SORTABLE,
  OBS_VALUE,
  OBS_LOWER_95,
  OBS_UPPER_95,
  OBS_LOWER_99_8,
  OBS_UPPER_99_8,
  OBS_COUNT,
  OBS_DENOMINATOR,
  OBS_DENOMINATOR_2,
  OBS_NOTE,
  OBS_RECENT_TREND,
  OBS_COMPARED_ENGLAND,
  OBS_COMPARED_PARENT,
  OBS_PARENT_KIND,
  OBS_COMPARED_GOAL,
  OBS_NEW_DATA,
  OBS_STATE,
  OBS_FLAGS,
  OBS_N_COLUMNS
} ObsColumn;

const char       *obs_column_name (ObsColumn column);
MarmotColumnType  obs_column_type (ObsColumn column);

/* A column of nulls, with codes of one byte if it is a dictionary. */
MarmotColumn     *obs_null_column (MarmotColumnType type,
                                   gsize            n_rows);

/* A dictionary that holds one text in every row, with codes of one byte. */
MarmotColumn     *obs_constant_column (const char *text,
                                       gsize       n_rows);

/* The column, without a reference; NULL if the set has none of it. */
MarmotColumn     *obs_peek        (MarmotObservationSet *set,
                                   ObsColumn             column);

G_END_DECLS
