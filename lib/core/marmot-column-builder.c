/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-column-builder-private.h"

#include <string.h>

#include "marmot-bits-private.h"
#include "marmot-column-private.h"
#include "marmot-memory-private.h"

#define FIRST_ROWS 64
#define FIRST_TEXT 512

MarmotColumnBuilder *
marmot_column_builder_new (MarmotColumnType type)
{
  MarmotColumnBuilder *self = g_new0 (MarmotColumnBuilder, 1);

  self->type = type;
  self->narrow_limit = G_MAXINT32;
  self->newest = -1;
  if (type == MARMOT_COLUMN_DICTIONARY)
    self->index = marmot_text_index_new ();
  return self;
}

void
marmot_column_builder_free (MarmotColumnBuilder *self)
{
  g_free (self->values);
  g_free (self->validity);
  g_free (self->text);
  g_clear_pointer (&self->index, marmot_text_index_free);
  g_free (self);
}

/* Bytes a value, or an offset; 0 for booleans. */
static gsize
get_width (const MarmotColumnBuilder *self)
{
  switch (self->type)
    {
    case MARMOT_COLUMN_DOUBLE:
    case MARMOT_COLUMN_INTEGER:
      return 8;
    case MARMOT_COLUMN_DATE:
    case MARMOT_COLUMN_DICTIONARY:
      return 4;
    case MARMOT_COLUMN_TEXT:
      return self->is_wide ? 8 : 4;
    case MARMOT_COLUMN_BOOLEAN:
    default:
      return 0;
    }
}

/* Bitmaps grow with their new bytes at zero: a row is null, or false, until it is
 * set. */
static guint8 *
resize_bits (guint8 *bits,
             gsize n_old,
             gsize n_new)
{
  gsize old_size = marmot_bits_size (n_old);
  gsize new_size = marmot_bits_size (n_new);

  bits = g_realloc (bits, new_size);
  if (new_size > old_size)
    memset (bits + old_size, 0, new_size - old_size);
  return bits;
}

void
marmot_column_builder_grow (MarmotColumnBuilder *self)
{
  gsize capacity = self->capacity ? self->capacity + self->capacity / 2 : FIRST_ROWS;

  if (self->type == MARMOT_COLUMN_BOOLEAN)
    self->values = resize_bits (self->values, self->capacity, capacity);
  else
    {
      gsize width = get_width (self);

      self->values = g_realloc_n (self->values, capacity + 1, width);
      marmot_memory_advise (self->values, capacity * width);
    }
  if (self->type == MARMOT_COLUMN_TEXT && self->capacity == 0)
    memset (self->values, 0, get_width (self));

  if (self->validity)
    self->validity = resize_bits (self->validity, self->capacity, capacity);
  self->capacity = capacity;
}

static void
widen (MarmotColumnBuilder *self)
{
  const gint32 *narrow = self->values;
  gint64 *wide = g_new (gint64, self->capacity + 1);

  for (gsize i = 0; i <= self->length; i++)
    wide[i] = narrow[i];
  g_free (self->values);
  self->values = wide;
  self->is_wide = TRUE;
}

static void
note_end_of_text (MarmotColumnBuilder *self)
{
  if (self->is_wide)
    ((gint64 *) self->values)[self->length + 1] = (gint64) self->text_length;
  else
    ((gint32 *) self->values)[self->length + 1] = (gint32) self->text_length;
}

gboolean
marmot_column_builder_append_text (MarmotColumnBuilder *self,
                                   const char *text,
                                   gsize length)
{
  gint32 code;

  if (G_UNLIKELY (self->length == self->capacity))
    marmot_column_builder_grow (self);

  if (self->type == MARMOT_COLUMN_DICTIONARY)
    {
      code = marmot_text_index_add (self->index, text, length);
      if (code < 0)
        return FALSE;
      if (G_UNLIKELY (code > self->newest))
        {
          self->newest = code;
          self->newest_row = self->length;
        }
      ((gint32 *) self->values)[self->length] = code;
      marmot_column_builder_note_value (self);
      return TRUE;
    }

  if (G_UNLIKELY (self->text == NULL || self->text_capacity - self->text_length < length))
    {
      self->text_capacity = MAX (self->text_capacity + self->text_capacity / 2 + FIRST_TEXT,
                                 self->text_length + length);
      self->text = g_realloc (self->text, self->text_capacity);
    }
  if (length > 0)
    memcpy (self->text + self->text_length, text, length);
  self->text_length += length;
  if (G_UNLIKELY (!self->is_wide && self->text_length > self->narrow_limit))
    widen (self);
  note_end_of_text (self);
  marmot_column_builder_note_value (self);
  return TRUE;
}

void
marmot_column_builder_append_null (MarmotColumnBuilder *self)
{
  if (G_UNLIKELY (self->length == self->capacity))
    marmot_column_builder_grow (self);

  if (!self->validity)
    {
      self->validity = resize_bits (NULL, 0, self->capacity);
      marmot_bits_set (self->validity, 0, self->length);
    }

  switch (self->type)
    {
    case MARMOT_COLUMN_DOUBLE:
    case MARMOT_COLUMN_INTEGER:
      ((gint64 *) self->values)[self->length] = 0;
      break;
    case MARMOT_COLUMN_DATE:
    case MARMOT_COLUMN_DICTIONARY:
      ((gint32 *) self->values)[self->length] = 0;
      break;
    case MARMOT_COLUMN_TEXT:
      note_end_of_text (self);
      break;
    case MARMOT_COLUMN_BOOLEAN:
    default:
      break;
    }
  self->length++;
}

void
marmot_column_builder_drop_last (MarmotColumnBuilder *self)
{
  const gsize row = --self->length;
  const guint8 others = (guint8) ~(1u << (row & 7));

  /* Bits beyond the end stand at zero. */
  if (self->validity)
    self->validity[row >> 3] &= others;

  if (self->type == MARMOT_COLUMN_BOOLEAN)
    {
      ((guint8 *) self->values)[row >> 3] &= others;
    }
  else if (self->type == MARMOT_COLUMN_TEXT)
    {
      self->text_length = self->is_wide ? (gsize) ((const gint64 *) self->values)[row]
                                        : (gsize) ((const gint32 *) self->values)[row];
    }
  else if (self->type == MARMOT_COLUMN_DICTIONARY && self->newest >= 0 && self->newest_row == row)
    {
      marmot_text_index_drop_newest (self->index);
      self->newest--;
      self->newest_row = G_MAXSIZE;
    }
}

void
marmot_column_builder_make_double (MarmotColumnBuilder *self)
{
  g_assert (self->type == MARMOT_COLUMN_INTEGER);

  /* Both are eight bytes wide, so the memory stays. */
  for (gsize i = 0; i < self->length; i++)
    {
      gint64 integer;
      double number;

      memcpy (&integer, (gint64 *) self->values + i, sizeof integer);
      number = (double) integer;
      memcpy ((double *) self->values + i, &number, sizeof number);
    }
  self->type = MARMOT_COLUMN_DOUBLE;
}

/* Gives the memory back that was room to grow. */
static MarmotMemory *
shrink (gpointer block,
        gsize size,
        gconstpointer *shrunk)
{
  block = g_realloc (block, MAX (size, 1));
  *shrunk = block;
  return marmot_memory_new (block, g_free);
}

MarmotColumn *
marmot_column_builder_finish (MarmotColumnBuilder *self)
{
  gsize width = get_width (self);
  MarmotColumn *column = marmot_column_alloc (self->type, (guint8) width, self->length, NULL, NULL);
  gconstpointer block;

  if (self->type == MARMOT_COLUMN_DICTIONARY)
    column->dictionary = marmot_text_index_finish (g_steal_pointer (&self->index));

  if (self->length > 0)
    {
      gsize size = self->type == MARMOT_COLUMN_BOOLEAN ? marmot_bits_size (self->length)
                                                       : (self->length + 1) * width;

      column->memory[0] = shrink (g_steal_pointer (&self->values), size, &column->values);
      if (self->validity)
        {
          column->memory[1] = shrink (g_steal_pointer (&self->validity),
                                      marmot_bits_size (self->length), &block);
          column->validity = block;
        }
      if (self->text)
        {
          column->memory[2] = shrink (g_steal_pointer (&self->text), self->text_length, &block);
          column->text = block;
        }
    }

  marmot_column_seal (column);
  marmot_column_builder_free (self);
  return column;
}
