/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "episode-columns-private.h"

#include <string.h>

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-members-private.h"
#include "core/marmot-text-index-private.h"

static const struct
{
  const char *name;
  MarmotColumnType type;
} columns[EPISODE_N_COLUMNS] = {
  [EPISODE_ID] = { "id", MARMOT_COLUMN_TEXT },
  [EPISODE_KIND] = { "kind", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_PERSON] = { "person", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_FAMILY] = { "family", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_START] = { "start", MARMOT_COLUMN_DATE },
  [EPISODE_END] = { "end", MARMOT_COLUMN_DATE },
  [EPISODE_REQUESTED] = { "requested", MARMOT_COLUMN_DATE },
  [EPISODE_DECIDED] = { "decided", MARMOT_COLUMN_DATE },
  [EPISODE_DECISION] = { "decision", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_ASSESSMENT_STARTED] = { "assessment_started", MARMOT_COLUMN_DATE },
  [EPISODE_ASSESSED] = { "assessed", MARMOT_COLUMN_DATE },
  [EPISODE_START_REASON] = { "start_reason", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_END_REASON] = { "end_reason", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_LEAD_AGENCY] = { "lead_agency", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_LOCALITY] = { "locality", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_LEVEL] = { "level", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_LEGAL_STATUS] = { "legal_status", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_NEED] = { "need", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_LATEST_NEED] = { "latest_need", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_PLACEMENT] = { "placement", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_PROVIDER] = { "provider", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_CHANGE_REASON] = { "change_reason", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_CARER] = { "carer", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_PLACE] = { "place", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_HOME] = { "home", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_AREA] = { "area", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_LOCATION] = { "location", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_DISTANCE] = { "distance", MARMOT_COLUMN_DOUBLE },
  [EPISODE_PREVIOUS_PLANS] = { "previous_plans", MARMOT_COLUMN_INTEGER },
  [EPISODE_CONFERENCE] = { "conference", MARMOT_COLUMN_DATE },
  [EPISODE_REVIEWED] = { "reviewed", MARMOT_COLUMN_DATE },
  [EPISODE_ISSUED] = { "issued", MARMOT_COLUMN_DATE },
  [EPISODE_EXCEPTION] = { "exception", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_SESSIONS] = { "sessions", MARMOT_COLUMN_INTEGER },
  [EPISODE_MISSED] = { "missed", MARMOT_COLUMN_INTEGER },
  [EPISODE_ACTIVITY] = { "activity", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_BIRTH] = { "birth", MARMOT_COLUMN_DATE },
  [EPISODE_SEX] = { "sex", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_ETHNICITY] = { "ethnicity", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_UASC] = { "uasc", MARMOT_COLUMN_BOOLEAN },
  [EPISODE_UASC_UNTIL] = { "uasc_until", MARMOT_COLUMN_DATE },
  [EPISODE_YEAR] = { "year", MARMOT_COLUMN_INTEGER },
  [EPISODE_SOURCE] = { "source", MARMOT_COLUMN_DICTIONARY },
  [EPISODE_LINE] = { "line", MARMOT_COLUMN_INTEGER },
};

const char *
episode_column_name (EpisodeColumn column)
{
  return columns[column].name;
}

MarmotColumnType
episode_column_type (EpisodeColumn column)
{
  return columns[column].type;
}

EpisodeColumn
episode_column_find (const char *name)
{
  guint i;

  for (i = 0; i < EPISODE_N_COLUMNS; i++)
    if (g_str_equal (columns[i].name, name))
      break;
  return i;
}

/* A column of int32 that owns a copy of the validity of another. */
static MarmotColumn *
start_copy (const MarmotColumn *values,
            gint32 **block)
{
  gpointer room;
  MarmotMemory *memory = marmot_memory_alloc (values->length * sizeof (gint32), &room);
  MarmotColumn *self = marmot_column_alloc (values->type, sizeof (gint32), values->length, memory, NULL);

  self->values = room;
  *block = room;
  if (values->n_nulls > 0)
    {
      guint8 *validity = marmot_column_add_validity (self, values->length);

      for (gsize row = 0; row < values->length; row++)
        if (!marmot_column_row_is_valid (values, row))
          validity[row >> 3] &= (guint8) ~(1u << (row & 7));
    }
  return self;
}

static MarmotColumn *
normalise_dates (MarmotColumn *values)
{
  const gint32 *days = (const gint32 *) values->values + values->offset;
  gboolean is_normal = values->offset == 0;
  MarmotColumn *self;
  gint32 *block;

  if (values->n_nulls > 0 && is_normal)
    for (gsize row = 0; row < values->length && is_normal; row++)
      is_normal = marmot_column_row_is_valid (values, row) || days[row] == EPISODE_NO_DATE;
  if (is_normal)
    return marmot_column_ref (values);

  self = start_copy (values, &block);
  for (gsize row = 0; row < values->length; row++)
    block[row] = marmot_column_row_is_valid (values, row) ? days[row] : EPISODE_NO_DATE;
  marmot_column_seal (self);
  return self;
}

/* Whether no text stands twice in a dictionary; fills the new code of each. */
static gboolean
number_values (const MarmotColumn *dictionary,
               MarmotTextIndex *index,
               gint32 *codes)
{
  gboolean distinct = TRUE;

  for (gsize i = 0; i < dictionary->length; i++)
    {
      gsize length;
      const char *text = marmot_column_peek_text (dictionary, i, &length);

      codes[i] = text ? marmot_text_index_add (index, text, length) : -1;
      distinct = distinct && codes[i] == (gint32) i;
    }
  return distinct;
}

static MarmotColumn *
normalise_codes (MarmotColumn *values)
{
  gsize n_values = values->dictionary->length;
  g_autofree gint32 *codes = g_new (gint32, n_values + 1);
  MarmotTextIndex *index = marmot_text_index_new ();
  gboolean distinct = number_values (values->dictionary, index, codes);
  gboolean is_normal = distinct && values->offset == 0 && values->width == sizeof (gint32);
  g_autoptr (MarmotColumn) dictionary = marmot_text_index_finish (index);
  MarmotColumn *self;
  gint32 *block;

  if (values->n_nulls > 0 && is_normal)
    for (gsize row = 0; row < values->length && is_normal; row++)
      is_normal = marmot_column_row_is_valid (values, row) || ((const gint32 *) values->values)[row] == -1;
  if (is_normal)
    return marmot_column_ref (values);

  self = start_copy (values, &block);
  for (gsize row = 0; row < values->length; row++)
    block[row] = marmot_column_row_is_valid (values, row) ? codes[marmot_column_get_code (values, row)] : -1;
  self->dictionary = distinct ? marmot_column_ref (values->dictionary) : g_steal_pointer (&dictionary);
  marmot_column_seal (self);
  return self;
}

/* Numbers that a source gives to people and things are names, and not quantities. */
static MarmotColumn *
print_integers (const MarmotColumn *values,
                MarmotColumnType type)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (type);

  for (gsize row = 0; row < values->length; row++)
    {
      char text[32];

      if (!marmot_column_row_is_valid (values, row))
        {
          marmot_column_builder_append_null (builder);
          continue;
        }
      g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, marmot_column_get_integer (values, row));
      marmot_column_builder_append_text (builder, text, strlen (text));
    }
  return marmot_column_builder_finish (builder);
}

static MarmotColumn *
normalise (MarmotColumn *values)
{
  switch (values->type)
    {
    case MARMOT_COLUMN_DATE:
      return normalise_dates (values);
    case MARMOT_COLUMN_DICTIONARY:
      return normalise_codes (values);
    case MARMOT_COLUMN_DOUBLE:
    case MARMOT_COLUMN_INTEGER:
    case MARMOT_COLUMN_TEXT:
    case MARMOT_COLUMN_BOOLEAN:
    default:
      return marmot_column_ref (values);
    }
}

MarmotColumn *
episode_column_of_nulls (EpisodeColumn column,
                         gsize n_rows)
{
  static const char *const nothing[] = { NULL };
  MarmotColumnType type = columns[column].type;
  guint8 width = type == MARMOT_COLUMN_DICTIONARY || type == MARMOT_COLUMN_DATE || type == MARMOT_COLUMN_TEXT ? 4
                 : type == MARMOT_COLUMN_BOOLEAN                                                            ? 0
                                                                                                            : 8;
  gsize size = width ? (n_rows + 1) * width : n_rows / 8 + 1;
  gpointer block;
  MarmotMemory *memory = marmot_memory_alloc (size, &block);
  MarmotColumn *self = marmot_column_alloc (type, width, n_rows, memory, NULL);

  memset (block, 0, size);
  self->values = block;
  if (type == MARMOT_COLUMN_DATE || type == MARMOT_COLUMN_DICTIONARY)
    for (gsize row = 0; row < n_rows; row++)
      ((gint32 *) block)[row] = type == MARMOT_COLUMN_DATE ? EPISODE_NO_DATE : -1;
  if (type == MARMOT_COLUMN_DICTIONARY)
    self->dictionary = marmot_column_new_text (nothing);
  if (type == MARMOT_COLUMN_TEXT)
    self->text = "";
  memset (marmot_column_add_validity (self, n_rows), 0, (n_rows + 7) / 8);
  marmot_column_seal (self);
  return self;
}

/* Dates and codes: what stands for a null says so itself. */
static MarmotColumn *
take_words (MarmotColumn *values,
            const gsize *rows,
            gsize n_rows)
{
  gint32 none = values->type == MARMOT_COLUMN_DATE ? EPISODE_NO_DATE : -1;
  const gint32 *from = values->values;
  gpointer room;
  MarmotMemory *memory = marmot_memory_alloc (n_rows * sizeof (gint32), &room);
  MarmotColumn *self = marmot_column_alloc (values->type, sizeof (gint32), n_rows, memory, NULL);
  gint32 *block = room;

  self->values = room;
  for (gsize i = 0; i < n_rows; i++)
    block[i] = from[rows[i]];
  if (values->n_nulls > 0)
    {
      guint8 *validity = marmot_column_add_validity (self, n_rows);

      for (gsize i = 0; i < n_rows; i++)
        if (block[i] == none)
          validity[i >> 3] &= (guint8) ~(1u << (i & 7));
    }
  if (values->dictionary)
    self->dictionary = marmot_column_ref (values->dictionary);
  marmot_column_seal (self);
  return self;
}

/* A byte a row, without nulls. */
static MarmotColumn *
take_bytes (MarmotColumn *values,
            const gsize *rows,
            gsize n_rows)
{
  const guint8 *from = values->values;
  guint8 *block = g_malloc (n_rows + 1);

  for (gsize i = 0; i < n_rows; i++)
    block[i] = from[rows[i]];
  return marmot_column_new_bytes_of (block, n_rows, values->dictionary);
}

MarmotColumn *
episode_column_take (EpisodeColumn column,
                     MarmotColumn *values,
                     const gsize *rows,
                     gsize n_rows)
{
  if (column == EPISODE_KIND)
    return take_bytes (values, rows, n_rows);
  if (values->type == MARMOT_COLUMN_DATE || values->type == MARMOT_COLUMN_DICTIONARY)
    return take_words (values, rows, n_rows);
  return marmot_column_take_known (values, rows, n_rows);
}

MarmotColumn *
episode_column_normalise (EpisodeColumn column,
                          MarmotColumn *values,
                          GError **error)
{
  MarmotColumnType wanted = columns[column].type;
  g_autoptr (MarmotColumn) cast = NULL;

  if (values->type == wanted)
    return normalise (values);
  if (values->n_nulls == values->length)
    return episode_column_of_nulls (column, values->length);
  if (values->type == MARMOT_COLUMN_INTEGER
      && (wanted == MARMOT_COLUMN_DICTIONARY || wanted == MARMOT_COLUMN_TEXT))
    {
      cast = print_integers (values, wanted);
      return normalise (cast);
    }
  if ((values->type == MARMOT_COLUMN_TEXT && wanted == MARMOT_COLUMN_DICTIONARY)
      || (values->type == MARMOT_COLUMN_DICTIONARY && wanted == MARMOT_COLUMN_TEXT)
      || (values->type == MARMOT_COLUMN_INTEGER && wanted == MARMOT_COLUMN_DOUBLE)
      || (values->type == MARMOT_COLUMN_DOUBLE && wanted == MARMOT_COLUMN_INTEGER))
    {
      cast = marmot_column_cast (values, wanted, error);
      if (!cast)
        {
          g_prefix_error (error, "Column \"%s\": ", columns[column].name);
          return NULL;
        }
      return normalise (cast);
    }

  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE, "The column \"%s\" must hold %s: convert it",
               columns[column].name, marmot_column_type_name (wanted));
  return NULL;
}
