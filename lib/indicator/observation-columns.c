/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "observation-columns-private.h"

#include <string.h>

#include "core/marmot-bits-private.h"
#include "core/marmot-column-private.h"

static const struct
{
  const char *name;
  MarmotColumnType type;
} columns[OBS_N_COLUMNS] = {
  [OBS_INDICATOR_ID] = { "indicator_id", MARMOT_COLUMN_INTEGER },
  [OBS_INDICATOR_CODE] = { "indicator_code", MARMOT_COLUMN_DICTIONARY },
  [OBS_INDICATOR_NAME] = { "indicator_name", MARMOT_COLUMN_DICTIONARY },
  [OBS_PARENT_CODE] = { "parent_code", MARMOT_COLUMN_DICTIONARY },
  [OBS_PARENT_NAME] = { "parent_name", MARMOT_COLUMN_DICTIONARY },
  [OBS_AREA_CODE] = { "area_code", MARMOT_COLUMN_DICTIONARY },
  [OBS_AREA_NAME] = { "area_name", MARMOT_COLUMN_DICTIONARY },
  [OBS_AREA_TYPE] = { "area_type", MARMOT_COLUMN_DICTIONARY },
  [OBS_SEX] = { "sex", MARMOT_COLUMN_DICTIONARY },
  [OBS_AGE] = { "age", MARMOT_COLUMN_DICTIONARY },
  [OBS_CATEGORY_TYPE] = { "category_type", MARMOT_COLUMN_DICTIONARY },
  [OBS_CATEGORY] = { "category", MARMOT_COLUMN_DICTIONARY },
  [OBS_TIME_PERIOD] = { "time_period", MARMOT_COLUMN_DICTIONARY },
  [OBS_PERIOD_RANGE] = { "period_range", MARMOT_COLUMN_DICTIONARY },
  [OBS_TIME_IDENTIFIER] = { "time_identifier", MARMOT_COLUMN_DICTIONARY },
  [OBS_YEAR_TYPE] = { "year_type", MARMOT_COLUMN_DICTIONARY },
  [OBS_SORTABLE] = { "sortable", MARMOT_COLUMN_INTEGER },
  [OBS_VALUE] = { "value", MARMOT_COLUMN_DOUBLE },
  [OBS_LOWER_95] = { "lower_95", MARMOT_COLUMN_DOUBLE },
  [OBS_UPPER_95] = { "upper_95", MARMOT_COLUMN_DOUBLE },
  [OBS_LOWER_99_8] = { "lower_99_8", MARMOT_COLUMN_DOUBLE },
  [OBS_UPPER_99_8] = { "upper_99_8", MARMOT_COLUMN_DOUBLE },
  [OBS_COUNT] = { "count", MARMOT_COLUMN_DOUBLE },
  [OBS_DENOMINATOR] = { "denominator", MARMOT_COLUMN_DOUBLE },
  [OBS_DENOMINATOR_2] = { "denominator_2", MARMOT_COLUMN_DOUBLE },
  [OBS_NOTE] = { "note", MARMOT_COLUMN_DICTIONARY },
  [OBS_RECENT_TREND] = { "recent_trend", MARMOT_COLUMN_DICTIONARY },
  [OBS_COMPARED_ENGLAND] = { "compared_england", MARMOT_COLUMN_DICTIONARY },
  [OBS_COMPARED_PARENT] = { "compared_parent", MARMOT_COLUMN_DICTIONARY },
  [OBS_PARENT_KIND] = { "parent_kind", MARMOT_COLUMN_DICTIONARY },
  [OBS_COMPARED_GOAL] = { "compared_goal", MARMOT_COLUMN_DICTIONARY },
  [OBS_NEW_DATA] = { "new_data", MARMOT_COLUMN_DICTIONARY },
  [OBS_STATE] = { "state", MARMOT_COLUMN_DICTIONARY },
  [OBS_FLAGS] = { "flags", MARMOT_COLUMN_DICTIONARY },
};

const char *
obs_column_name (ObsColumn column)
{
  return columns[column].name;
}

MarmotColumnType
obs_column_type (ObsColumn column)
{
  return columns[column].type;
}

static MarmotColumn *
zeros (MarmotColumnType type,
       gsize n_rows)
{
  guint8 width = type == MARMOT_COLUMN_DICTIONARY ? 1 : 8;
  gpointer block;
  MarmotMemory *memory = marmot_memory_alloc (n_rows * width, &block);
  MarmotColumn *self = marmot_column_alloc (type, width, n_rows, memory, NULL);

  memset (block, 0, n_rows * width);
  self->values = block;
  return self;
}

MarmotColumn *
obs_null_column (MarmotColumnType type,
                 gsize n_rows)
{
  static const char *const nothing[] = { NULL };
  MarmotColumn *self = zeros (type, n_rows);

  if (type == MARMOT_COLUMN_DICTIONARY)
    self->dictionary = marmot_column_new_text (nothing);
  if (n_rows > 0)
    memset (marmot_column_add_validity (self, n_rows), 0, marmot_bits_size (n_rows));
  marmot_column_seal (self);
  return self;
}

MarmotColumn *
obs_constant_column (const char *text,
                     gsize n_rows)
{
  const char *const values[] = { text, NULL };
  MarmotColumn *self = zeros (MARMOT_COLUMN_DICTIONARY, n_rows);

  self->dictionary = marmot_column_new_text (values);
  marmot_column_seal (self);
  return self;
}
