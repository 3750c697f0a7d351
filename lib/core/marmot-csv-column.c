/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The type of a column is found from all of its cells in one pass: it starts as
 * the first cell says; integers become doubles in place; anything else that does
 * not fit makes the column text. Its cells so far are then gone, so all columns to
 * which this happened are read again together, once, after the pass.
 */
#include "marmot-csv-column-private.h"

#include <math.h>
#include <string.h>

#include "numeric/text.h"

/* Whole doubles from here on are not told from their neighbours. */
#define MAX_EXACT 9007199254740992.0

MarmotCsvColumn *
marmot_csv_column_new (char *name)
{
  MarmotCsvColumn *self = g_new0 (MarmotCsvColumn, 1);

  self->name = name;
  return self;
}

void
marmot_csv_column_free (MarmotCsvColumn *self)
{
  g_clear_pointer (&self->builder, marmot_column_builder_free);
  g_free (self->name);
  g_free (self);
}

void
marmot_csv_column_declare (MarmotCsvColumn *self,
                           MarmotColumnType type,
                           const MarmotCsvDateFormat *date_format)
{
  g_assert (self->builder == NULL);

  self->is_declared = TRUE;
  self->date_format = *date_format;
  self->builder = marmot_column_builder_new (type);
}

void
marmot_csv_column_restart (MarmotCsvColumn *self)
{
  g_clear_pointer (&self->builder, marmot_column_builder_free);
  if (!self->is_misled)
    self->builder = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
  self->n_blank = 0;
  self->had_spaces = FALSE;
  self->is_waiting = FALSE;
  self->is_misled = FALSE;
}

static inline gboolean
is_space (char byte)
{
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static inline void
trim (const char **first,
      const char **last)
{
  while (*first < *last && is_space (**first))
    (*first)++;
  while (*first < *last && is_space ((*last)[-1]))
    (*last)--;
}

static void
wait_for_text (MarmotCsvColumn *self)
{
  self->waits_from = self->builder ? self->builder->length : self->n_blank;
  g_clear_pointer (&self->builder, marmot_column_builder_free);
  self->is_waiting = TRUE;
}

/* The first cell that is not blank says what the column is. first and last are
 * trimmed, raw ones are not. */
static void
begin (MarmotCsvColumn *self,
       const char *first,
       const char *last,
       const char *raw_first,
       const char *raw_last)
{
  mn_number number;
  gint32 days;
  int kind = mn_scan_number (first, last, &number);
  MarmotColumnType type = MARMOT_COLUMN_TEXT;

  if (kind == MN_NUMBER_INTEGER && number.is_plain)
    type = MARMOT_COLUMN_INTEGER;
  else if (kind == MN_NUMBER_DOUBLE && number.is_plain)
    type = MARMOT_COLUMN_DOUBLE;
  else if (marmot_csv_date_parse_iso (first, last, &days))
    type = MARMOT_COLUMN_DATE;

  if (type == MARMOT_COLUMN_TEXT && self->had_spaces)
    {
      wait_for_text (self);
      return;
    }

  self->builder = marmot_column_builder_new (type);
  for (gsize i = 0; i < self->n_blank; i++)
    marmot_column_builder_append_null (self->builder);

  switch (type)
    {
    case MARMOT_COLUMN_INTEGER:
      marmot_column_builder_append_integer (self->builder, number.integer);
      break;
    case MARMOT_COLUMN_DOUBLE:
      marmot_column_builder_append_double (self->builder, number.value);
      break;
    case MARMOT_COLUMN_DATE:
      marmot_column_builder_append_date (self->builder, days);
      break;
    default:
      marmot_column_builder_append_text (self->builder, raw_first, (gsize) (raw_last - raw_first));
    }
}

static MarmotCsvCell
append_number (MarmotCsvColumn *self,
               const char *first,
               const char *last)
{
  MarmotColumnBuilder *builder = self->builder;
  mn_number number;
  int kind = mn_scan_number (first, last, &number);

  if (G_UNLIKELY (kind == MN_NUMBER_NONE || (!number.is_plain && !self->is_declared)))
    {
      const char *raw_first = first;
      const char *raw_last = last;

      trim (&first, &last);
      if (first == last)
        {
          marmot_column_builder_append_null (builder);
          return MARMOT_CSV_CELL_OK;
        }
      if (first != raw_first || last != raw_last)
        return append_number (self, first, last);
      if (self->is_declared)
        return MARMOT_CSV_CELL_NOT_A_NUMBER;
      wait_for_text (self);
      return MARMOT_CSV_CELL_OK;
    }

  if (G_UNLIKELY (kind == MN_NUMBER_OUT_OF_RANGE))
    {
      if (self->is_declared)
        return MARMOT_CSV_CELL_OUT_OF_RANGE;
      wait_for_text (self);
      return MARMOT_CSV_CELL_OK;
    }

  if (builder->type == MARMOT_COLUMN_DOUBLE)
    {
      marmot_column_builder_append_double (builder, number.value);
      return MARMOT_CSV_CELL_OK;
    }

  if (G_LIKELY (kind == MN_NUMBER_INTEGER))
    {
      marmot_column_builder_append_integer (builder, number.integer);
      return MARMOT_CSV_CELL_OK;
    }

  if (!self->is_declared)
    {
      self->double_from = builder->length;
      marmot_column_builder_make_double (builder);
      marmot_column_builder_append_double (builder, number.value);
      return MARMOT_CSV_CELL_OK;
    }

  /* Programs that keep missing integers as doubles write 3 as "3.0". */
  if (fabs (number.value) > MAX_EXACT)
    return MARMOT_CSV_CELL_OUT_OF_RANGE;
  if (number.value != floor (number.value))
    return MARMOT_CSV_CELL_NOT_AN_INTEGER;
  marmot_column_builder_append_integer (builder, (gint64) number.value);
  return MARMOT_CSV_CELL_OK;
}

static MarmotCsvCell
append_date (MarmotCsvColumn *self,
             const char *first,
             const char *last)
{
  gint32 days;

  trim (&first, &last);
  if (self->is_declared ? marmot_csv_date_parse (&self->date_format, first, last, &days)
                        : marmot_csv_date_parse_iso (first, last, &days))
    marmot_column_builder_append_date (self->builder, days);
  else if (first == last)
    marmot_column_builder_append_null (self->builder);
  else if (self->is_declared)
    return MARMOT_CSV_CELL_NOT_A_DATE;
  else
    wait_for_text (self);
  return MARMOT_CSV_CELL_OK;
}

static MarmotCsvCell
append_boolean (MarmotCsvColumn *self,
                const char *first,
                const char *last)
{
  static const struct
  {
    const char *word;
    gboolean value;
  } words[] = {
    { "true", TRUE }, { "false", FALSE }, { "1", TRUE }, { "0", FALSE },
    { "yes", TRUE },  { "no", FALSE },    { "y", TRUE }, { "n", FALSE },
  };
  gsize length;

  trim (&first, &last);
  length = (gsize) (last - first);
  if (length == 0)
    {
      marmot_column_builder_append_null (self->builder);
      return MARMOT_CSV_CELL_OK;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].word) == length && g_ascii_strncasecmp (first, words[i].word, length) == 0)
      {
        marmot_column_builder_append_boolean (self->builder, words[i].value);
        return MARMOT_CSV_CELL_OK;
      }
  return MARMOT_CSV_CELL_NOT_A_BOOLEAN;
}

MarmotCsvCell
marmot_csv_column_append (MarmotCsvColumn *self,
                          const char *first,
                          const char *last,
                          gboolean is_quoted)
{
  MarmotCsvCell result;

  if (G_UNLIKELY (!self->builder))
    {
      const char *from = first;
      const char *to = last;

      if (self->is_waiting)
        return MARMOT_CSV_CELL_OK;
      trim (&from, &to);
      if (from != to)
        {
          begin (self, from, to, first, last);
          return MARMOT_CSV_CELL_OK;
        }
      self->had_spaces = self->had_spaces || first != last || is_quoted;
      self->n_blank++;
      return MARMOT_CSV_CELL_OK;
    }

  if (first == last
      && !(is_quoted
           && (self->builder->type == MARMOT_COLUMN_TEXT
               || self->builder->type == MARMOT_COLUMN_DICTIONARY)))
    {
      marmot_column_builder_append_null (self->builder);
      return MARMOT_CSV_CELL_OK;
    }

  switch (self->builder->type)
    {
    case MARMOT_COLUMN_DOUBLE:
    case MARMOT_COLUMN_INTEGER:
      result = append_number (self, first, last);
      break;
    case MARMOT_COLUMN_DATE:
      result = append_date (self, first, last);
      break;
    case MARMOT_COLUMN_BOOLEAN:
      result = append_boolean (self, first, last);
      break;
    case MARMOT_COLUMN_TEXT:
    case MARMOT_COLUMN_DICTIONARY:
    default:
      result = marmot_column_builder_append_text (self->builder, first, (gsize) (last - first))
                 ? MARMOT_CSV_CELL_OK
                 : MARMOT_CSV_CELL_TOO_MANY_VALUES;
    }

  if (G_UNLIKELY (result != MARMOT_CSV_CELL_OK))
    marmot_column_builder_append_null (self->builder);
  return result;
}

void
marmot_csv_column_append_null (MarmotCsvColumn *self)
{
  if (self->builder)
    marmot_column_builder_append_null (self->builder);
  else if (!self->is_waiting)
    self->n_blank++;
}

void
marmot_csv_column_take_back (MarmotCsvColumn *self,
                             gsize row)
{
  if (self->is_misled)
    return;

  if (self->is_waiting)
    {
      self->is_misled = self->waits_from == row;
    }
  else if (!self->builder)
    {
      self->n_blank = MIN (self->n_blank, row);
    }
  else if (self->builder->length > row)
    {
      marmot_column_builder_drop_last (self->builder);
      if (self->is_declared)
        return;
      if (self->builder->type == MARMOT_COLUMN_DOUBLE && self->double_from == row && row > 0)
        self->is_misled = self->is_waiting = TRUE;
      if (self->is_misled || self->n_blank == row)
        g_clear_pointer (&self->builder, marmot_column_builder_free);
    }
}

gboolean
marmot_csv_column_is_waiting (const MarmotCsvColumn *self)
{
  return self->is_waiting || (!self->builder && self->had_spaces);
}

MarmotColumn *
marmot_csv_column_finish (MarmotCsvColumn *self)
{
  if (!self->builder)
    {
      /* Nothing in it: text, as good as any. */
      self->builder = marmot_column_builder_new (MARMOT_COLUMN_TEXT);
      for (gsize i = 0; i < self->n_blank; i++)
        marmot_column_builder_append_null (self->builder);
    }

  return marmot_column_builder_finish (g_steal_pointer (&self->builder));
}
