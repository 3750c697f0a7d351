/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Checks of column memory that came from elsewhere. They read every offset, code
 * and byte of text once, at about the speed of memory where all is well.
 */
#include "marmot-column-private.h"

#include <string.h>

#define HIGH_BITS G_GUINT64_CONSTANT (0x8080808080808080)
#define LOW_BITS G_GUINT64_CONSTANT (0x0101010101010101)

/* How far g_utf8_validate_len() is let run before ASCII is looked for again. */
#define STRETCH 256

/* Not zero if one of the eight bytes is a NUL or not ASCII. */
static inline guint64
find_unclean (guint64 word)
{
  return (word | (word - LOW_BITS)) & HIGH_BITS;
}

static inline guint64
load_word (const char *at)
{
  guint64 word;

  memcpy (&word, at, sizeof word);
  return word;
}

/* Goes on while all is ASCII without a NUL, in steps. */
static const char *
skip_ascii (const char *at,
            const char *end)
{
  while (end - at >= 32
         && (find_unclean (load_word (at)) | find_unclean (load_word (at + 8))
             | find_unclean (load_word (at + 16)) | find_unclean (load_word (at + 24))) == 0)
    at += 32;
  while (end - at >= 8 && find_unclean (load_word (at)) == 0)
    at += 8;
  return at;
}

static inline gboolean
is_continuation (char byte)
{
  return ((guint8) byte & 0xc0) == 0x80;
}

/* Whether text is clean; *is_ascii says whether it is ASCII besides. */
static gboolean
check_text (const char *text,
            gsize length,
            gboolean *is_ascii)
{
  const char *end = text + length;
  const char *at = text;

  *is_ascii = TRUE;
  while ((at = skip_ascii (at, end)) < end)
    {
      const char *stop = end;

      if (end - at > STRETCH)
        {
          /* Never in the middle of a character. */
          stop = at + STRETCH;
          for (guint back = 0; back < 3 && is_continuation (*stop); back++)
            stop--;
        }

      for (const char *byte = at; *is_ascii && byte < stop; byte++)
        *is_ascii = (guint8) *byte < 0x80;
      if (!g_utf8_validate_len (at, (gsize) (stop - at), NULL))
        return FALSE;
      at = stop;
    }

  return TRUE;
}

gboolean
marmot_text_is_clean (const char *text,
                      gsize length)
{
  gboolean is_ascii;

  return check_text (text, length, &is_ascii);
}

/* The first row whose text ends before it starts, or length if there is none. */
static gsize
find_descent (const MarmotColumn *self)
{
  gboolean descends = FALSE;
  gsize row;

  if (self->width == 4)
    {
      const gint32 *offsets = (const gint32 *) self->values + self->offset;

      for (row = 0; row < self->length; row++)
        descends |= offsets[row + 1] < offsets[row];
    }
  else
    {
      const gint64 *offsets = (const gint64 *) self->values + self->offset;

      for (row = 0; row < self->length; row++)
        descends |= offsets[row + 1] < offsets[row];
    }
  if (!descends)
    return self->length;

  for (row = 0; marmot_column_get_code (self, row + 1) >= marmot_column_get_code (self, row);)
    row++;
  return row;
}

/* Whether every text starts where a character starts. */
static gboolean
starts_are_clean (const MarmotColumn *self,
                  gint64 end)
{
  for (gsize row = 0; row < self->length; row++)
    {
      gint64 start = marmot_column_get_code (self, row);

      if (start < end && is_continuation (self->text[start]))
        return FALSE;
    }
  return TRUE;
}

gboolean
marmot_column_check_text (const MarmotColumn *self,
                          gint64 text_size,
                          GError **error)
{
  gint64 start, end;
  gboolean is_ascii;
  gsize row;

  if (self->length == 0)
    return TRUE;

  row = find_descent (self);
  if (row < self->length)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "Row %" G_GSIZE_FORMAT ": the text ends before it starts: offsets must ascend", row);
      return FALSE;
    }

  start = marmot_column_get_code (self, 0);
  end = marmot_column_get_code (self, self->length);
  if (start < 0 || (text_size >= 0 && end > text_size) || (end > start && self->text == NULL))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "The offsets lead outside the text");
      return FALSE;
    }
  if (start == end)
    return TRUE;

  if (check_text (self->text + start, (gsize) (end - start), &is_ascii)
      && (is_ascii || starts_are_clean (self, end)))
    return TRUE;

  /* Whatever lies under a null may be unclean, so look again, row by row. */
  for (row = 0; row < self->length; row++)
    {
      if (!marmot_column_row_is_valid (self, row))
        continue;
      start = marmot_column_get_code (self, row);
      end = marmot_column_get_code (self, row + 1);
      if (!marmot_text_is_clean (self->text + start, (gsize) (end - start)))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_ENCODING,
                       "Row %" G_GSIZE_FORMAT ": the text is not UTF-8, or holds a NUL", row);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
code_is_inside (const MarmotColumn *self,
                gsize row)
{
  return (guint64) marmot_column_get_code (self, row) < self->dictionary->length;
}

gboolean
marmot_column_check_codes (const MarmotColumn *self,
                           GError **error)
{
  gboolean outside = FALSE;

  /* Null rows too at first, since most columns have good codes there as well. */
  if (self->width == 4)
    {
      const guint32 *codes = (const guint32 *) self->values + self->offset;
      guint32 n_values = (guint32) MIN (self->dictionary->length, G_MAXINT32);

      for (gsize row = 0; row < self->length; row++)
        outside |= codes[row] >= n_values;
    }
  else
    {
      for (gsize row = 0; row < self->length; row++)
        outside |= !code_is_inside (self, row);
    }
  if (!outside)
    return TRUE;

  for (gsize row = 0; row < self->length; row++)
    if (marmot_column_row_is_valid (self, row) && !code_is_inside (self, row))
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                     "Row %" G_GSIZE_FORMAT ": the code is not one of the %" G_GSIZE_FORMAT
                     " values of the dictionary", row, self->dictionary->length);
        return FALSE;
      }
  return TRUE;
}

void
marmot_column_fold_dictionary_nulls (MarmotColumn *self)
{
  const MarmotColumn *values = self->dictionary;
  MarmotColumn old = *self;
  guint8 *bits;

  if (values->n_nulls == 0)
    return;

  self->memory[1] = NULL;
  bits = marmot_column_add_validity (self, self->offset + self->length);
  for (gsize row = 0; row < self->length; row++)
    if (!marmot_column_row_is_valid (&old, row)
        || !marmot_column_row_is_valid (values, (gsize) marmot_column_get_code (&old, row)))
      bits[(self->offset + row) >> 3] &= (guint8) ~(1u << ((self->offset + row) & 7));
  g_clear_pointer (&old.memory[1], marmot_memory_unref);
}
