/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Makes a column row by row, when nobody knows beforehand how many rows there
 * will be. Memory grows by half as much again, and is never more than that over
 * what the rows need.
 */
#pragma once

#include <marmot/marmot.h>

#include "marmot-text-index-private.h"

G_BEGIN_DECLS

/* Read length; leave the rest to the functions. */
typedef struct
{
  MarmotColumnType type;
  gsize length;
  gsize capacity;          /* rows that there is room for */
  gpointer values;         /* as in a column; of text, capacity + 1 offsets */
  guint8 *validity;        /* NULL until the first null */
  char *text;
  gsize text_length;
  gsize text_capacity;
  gsize narrow_limit;      /* bytes of text up to which offsets are 32-bit */
  gboolean is_wide;        /* offsets are 64-bit */
  MarmotTextIndex *index;  /* of a dictionary */
  gint32 newest;           /* its newest code, -1 for none, */
  gsize newest_row;        /* and the row that brought it */
} MarmotColumnBuilder;

MarmotColumnBuilder *marmot_column_builder_new    (MarmotColumnType     type);
void                 marmot_column_builder_free   (MarmotColumnBuilder *self);

/* Frees the builder too. */
MarmotColumn        *marmot_column_builder_finish (MarmotColumnBuilder *self);

/* Room for one more row; only called when there is none. */
void                 marmot_column_builder_grow   (MarmotColumnBuilder *self);

/* To text and dictionaries. The text must be UTF-8 without a NUL: see
 * marmot_text_is_clean(). FALSE, with nothing appended, if a dictionary would
 * have more values than 32-bit codes can tell apart. */
gboolean             marmot_column_builder_append_text (MarmotColumnBuilder *self,
                                                        const char          *text,
                                                        gsize                length);
void                 marmot_column_builder_append_null (MarmotColumnBuilder *self);

/* Takes back the last row, and what a dictionary got by it. */
void                 marmot_column_builder_drop_last   (MarmotColumnBuilder *self);

/* Turns the integers that a builder holds into doubles, and goes on with doubles. */
void                 marmot_column_builder_make_double (MarmotColumnBuilder *self);

static inline void
marmot_column_builder_note_value (MarmotColumnBuilder *self)
{
  if (G_UNLIKELY (self->validity != NULL))
    self->validity[self->length >> 3] |= (guint8) (1u << (self->length & 7));
  self->length++;
}

static inline void
marmot_column_builder_append_double (MarmotColumnBuilder *self,
                                     double value)
{
  if (G_UNLIKELY (self->length == self->capacity))
    marmot_column_builder_grow (self);
  ((double *) self->values)[self->length] = value;
  marmot_column_builder_note_value (self);
}

static inline void
marmot_column_builder_append_integer (MarmotColumnBuilder *self,
                                      gint64 value)
{
  if (G_UNLIKELY (self->length == self->capacity))
    marmot_column_builder_grow (self);
  ((gint64 *) self->values)[self->length] = value;
  marmot_column_builder_note_value (self);
}

/* Days since 1 January 1970. */
static inline void
marmot_column_builder_append_date (MarmotColumnBuilder *self,
                                   gint32 days)
{
  if (G_UNLIKELY (self->length == self->capacity))
    marmot_column_builder_grow (self);
  ((gint32 *) self->values)[self->length] = days;
  marmot_column_builder_note_value (self);
}

static inline void
marmot_column_builder_append_boolean (MarmotColumnBuilder *self,
                                      gboolean value)
{
  guint8 *bits;

  if (G_UNLIKELY (self->length == self->capacity))
    marmot_column_builder_grow (self);
  bits = self->values;
  if (value)
    bits[self->length >> 3] |= (guint8) (1u << (self->length & 7));
  marmot_column_builder_note_value (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarmotColumnBuilder, marmot_column_builder_free)

G_END_DECLS
