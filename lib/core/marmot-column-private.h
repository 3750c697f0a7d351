/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The memory of a column, for the rooms that loop over it.
 */
#pragma once

#include <marmot/marmot.h>

#include "marmot-memory-private.h"

G_BEGIN_DECLS

/* Laid out as Arrow lays out an array. Rows are [offset, offset + length) of the
 * buffers: a slice shares them. */
struct _MarmotColumn
{
  MarmotColumnType type;

  /* Bytes an element: of the values (double and integer 8, date 4), of the codes
   * of a dictionary (1, 2, 4 or 8), or of the offsets of text (4 or 8); 0 for
   * booleans, which are bits. */
  guint8 width;

  gsize length;
  gsize offset;
  gsize n_nulls;

  const guint8 *validity;   /* a bit a row, 1 for a value; NULL: no nulls */
  const void *values;       /* values, codes, bits or offsets */
  const char *text;         /* the bytes of text */
  MarmotColumn *dictionary; /* the distinct values: a text column */

  /* What keeps the values, the validity and the text alive; one may keep them
   * all. */
  MarmotMemory *memory[3];
};

/* An empty shell with one reference, to be filled. Memory is taken, may be NULL. */
MarmotColumn *marmot_column_alloc    (MarmotColumnType  type,
                                      guint8            width,
                                      gsize             length,
                                      MarmotMemory     *values_memory,
                                      MarmotMemory     *validity_memory);

/* Counts the nulls, drops a validity that has none, and gives a column without
 * rows buffers that can be read. The last step of everything that fills a shell. */
void          marmot_column_seal     (MarmotColumn     *self);

/* A fresh validity of n_rows, all valid, for the column to own. */
guint8       *marmot_column_add_validity (MarmotColumn *self,
                                          gsize         n_rows);

/* All rows of several columns of one type (at least one column), in order: a copy
 * that starts at row 0, with codes of four bytes, and with zeros under nulls. It
 * fails only where dictionaries are too large to be joined: never for one. */
MarmotColumn *marmot_column_join     (MarmotColumn    **columns,
                                      gsize             n_columns,
                                      GError          **error);

/* As marmot_column_take(), of rows that are known to be there. */
MarmotColumn *marmot_column_take_known (MarmotColumn *self,
                                        const gsize  *rows,
                                        gsize         n_rows);

/* Whether bytes are UTF-8 and hold no NUL. */
gboolean      marmot_text_is_clean   (const char       *text,
                                      gsize             length);

/* Whether the offsets of a filled column of text ascend, stay inside text_size
 * bytes (-1: nobody knows how many there are), and cut clean text. */
gboolean      marmot_column_check_text  (const MarmotColumn  *self,
                                         gint64               text_size,
                                         GError             **error);

/* Whether the codes of the rows that are not null lie inside the dictionary. */
gboolean      marmot_column_check_codes (const MarmotColumn  *self,
                                         GError             **error);

/* Makes the rows null whose value is null in the dictionary; for checked codes. */
void          marmot_column_fold_dictionary_nulls (MarmotColumn *self);

/* "doubles", "text": what it holds, for messages. */
const char   *marmot_column_type_name (MarmotColumnType type);

/* Row i of a buffer of signed integers: codes or offsets. */
static inline gint64
marmot_column_get_code (const MarmotColumn *self,
                        gsize row)
{
  gsize i = self->offset + row;

  switch (self->width)
    {
    case 1:
      return ((const gint8 *) self->values)[i];
    case 2:
      return ((const gint16 *) self->values)[i];
    case 4:
      return ((const gint32 *) self->values)[i];
    default:
      return ((const gint64 *) self->values)[i];
    }
}

static inline gboolean
marmot_bit_get (const guint8 *bits,
                gsize bit)
{
  return (bits[bit >> 3] >> (bit & 7)) & 1;
}

static inline gboolean
marmot_column_row_is_valid (const MarmotColumn *self,
                            gsize row)
{
  gsize bit = self->offset + row;

  return self->validity == NULL || ((self->validity[bit >> 3] >> (bit & 7)) & 1);
}

/* Whether statistics can read numbers from it. */
static inline gboolean
marmot_column_is_numeric (const MarmotColumn *self)
{
  return self->type == MARMOT_COLUMN_DOUBLE || self->type == MARMOT_COLUMN_INTEGER;
}

/* Rows [first, first + n_rows) as doubles: a pointer into the column where it
 * holds doubles, otherwise into scratch, which has room for n_rows. Null rows may
 * be anything. */
const double *marmot_column_block    (const MarmotColumn *self,
                                      gsize               first,
                                      gsize               n_rows,
                                      double             *scratch);

G_END_DECLS
