/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Arrow arrays that a column cannot hold as they are: narrower and unsigned
 * numbers, dates in milliseconds, string views, and nothing but nulls.
 */
#include "marmot-arrow-private.h"

#include <math.h>
#include <string.h>

#include "marmot-bits-private.h"
#include "marmot-column-private.h"

#define MILLISECONDS_PER_DAY G_GINT64_CONSTANT (86400000)
#define MAX_NULL_ROWS G_MAXINT32

/* A column with memory for n_rows values, not yet written, and a copy of the
 * validity. */
static MarmotColumn *
begin (const struct ArrowArray *array,
       gsize offset,
       gsize n_rows,
       MarmotColumnType type,
       guint8 width,
       gpointer *values)
{
  MarmotColumn *column = marmot_column_alloc (type, width, n_rows, NULL, NULL);

  column->memory[0] = marmot_memory_alloc (n_rows * width, values);
  column->values = *values;
  if (array->buffers[0] && n_rows > 0)
    marmot_bits_copy (marmot_column_add_validity (column, n_rows), 0, array->buffers[0], offset, n_rows);
  return column;
}

/* A value of a buffer that may be out of line. */
#define LOAD(type, to, buffer, row) \
  memcpy (&(to), (const guint8 *) (buffer) + (row) * sizeof (type), sizeof (type))

#define DEFINE_WIDEN(name, from_type, to_type, column_type)                                  \
  MarmotColumn *name (const struct ArrowArray *array, gsize offset, gsize n_rows,            \
                      GError **error)                                                        \
  {                                                                                          \
    gpointer values;                                                                         \
    MarmotColumn *column = begin (array, offset, n_rows, column_type, sizeof (to_type), &values); \
    to_type *to = values;                                                                    \
                                                                                             \
    for (gsize row = 0; row < n_rows; row++)                                                 \
      {                                                                                      \
        from_type from;                                                                      \
                                                                                             \
        LOAD (from_type, from, array->buffers[1], offset + row);                             \
        to[row] = from;                                                                      \
      }                                                                                      \
    marmot_column_seal (column);                                                             \
    return column;                                                                           \
  }

DEFINE_WIDEN (marmot_arrow_convert_int8, gint8, gint64, MARMOT_COLUMN_INTEGER)
DEFINE_WIDEN (marmot_arrow_convert_uint8, guint8, gint64, MARMOT_COLUMN_INTEGER)
DEFINE_WIDEN (marmot_arrow_convert_int16, gint16, gint64, MARMOT_COLUMN_INTEGER)
DEFINE_WIDEN (marmot_arrow_convert_uint16, guint16, gint64, MARMOT_COLUMN_INTEGER)
DEFINE_WIDEN (marmot_arrow_convert_int32, gint32, gint64, MARMOT_COLUMN_INTEGER)
DEFINE_WIDEN (marmot_arrow_convert_uint32, guint32, gint64, MARMOT_COLUMN_INTEGER)
DEFINE_WIDEN (marmot_arrow_convert_float, float, double, MARMOT_COLUMN_DOUBLE)

MarmotColumn *
marmot_arrow_convert_uint64 (const struct ArrowArray *array,
                             gsize offset,
                             gsize n_rows,
                             GError **error)
{
  gpointer values;
  g_autoptr (MarmotColumn) column
    = begin (array, offset, n_rows, MARMOT_COLUMN_INTEGER, sizeof (gint64), &values);
  gint64 *to = values;

  for (gsize row = 0; row < n_rows; row++)
    {
      guint64 from;

      LOAD (guint64, from, array->buffers[1], offset + row);
      if (from > G_MAXINT64)
        {
          if (marmot_column_row_is_valid (column, row))
            {
              g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "Row %" G_GSIZE_FORMAT ": the integer is above what 64 bits with a sign "
                           "can hold", row);
              return NULL;
            }
          from = 0;
        }
      to[row] = (gint64) from;
    }
  marmot_column_seal (column);
  return g_steal_pointer (&column);
}

/* IEEE 754 binary16: a sign, five bits of exponent, ten of fraction. */
static double
widen_half (guint16 half)
{
  guint exponent = (half >> 10) & 0x1f;
  guint fraction = half & 0x3ff;
  double size;

  if (exponent == 0x1f)
    size = fraction ? (double) NAN : (double) INFINITY;
  else if (exponent == 0)
    size = ldexp (fraction, -24);
  else
    size = ldexp (fraction + 0x400, (int) exponent - 25);
  return half & 0x8000 ? -size : size;
}

MarmotColumn *
marmot_arrow_convert_half (const struct ArrowArray *array,
                           gsize offset,
                           gsize n_rows,
                           GError **error)
{
  gpointer values;
  MarmotColumn *column = begin (array, offset, n_rows, MARMOT_COLUMN_DOUBLE, sizeof (double), &values);
  double *to = values;

  for (gsize row = 0; row < n_rows; row++)
    {
      guint16 from;

      LOAD (guint16, from, array->buffers[1], offset + row);
      to[row] = widen_half (from);
    }
  marmot_column_seal (column);
  return column;
}

MarmotColumn *
marmot_arrow_convert_date64 (const struct ArrowArray *array,
                             gsize offset,
                             gsize n_rows,
                             GError **error)
{
  gpointer values;
  g_autoptr (MarmotColumn) column
    = begin (array, offset, n_rows, MARMOT_COLUMN_DATE, sizeof (gint32), &values);
  gint32 *to = values;

  for (gsize row = 0; row < n_rows; row++)
    {
      gint64 from, days;

      LOAD (gint64, from, array->buffers[1], offset + row);
      days = from / MILLISECONDS_PER_DAY;
      if (days * MILLISECONDS_PER_DAY != from || days != (gint32) days)
        {
          if (marmot_column_row_is_valid (column, row))
            {
              g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "Row %" G_GSIZE_FORMAT ": the date is not a whole day, or too far off", row);
              return NULL;
            }
          days = 0;
        }
      to[row] = (gint32) days;
    }
  marmot_column_seal (column);
  return g_steal_pointer (&column);
}

static gboolean
set_too_large (GError **error)
{
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                       "The Arrow array does not fit into memory");
  return FALSE;
}

/* The caller's word is all there is for how long such an array is, so that it may
 * not be longer than anybody needs, and memory is not taken for granted. */
MarmotColumn *
marmot_arrow_convert_null (const struct ArrowArray *array,
                           gsize offset,
                           gsize n_rows,
                           GError **error)
{
  g_autoptr (MarmotColumn) column
    = marmot_column_alloc (MARMOT_COLUMN_DOUBLE, sizeof (double), n_rows, NULL, NULL);
  gpointer values, bits;

  if (n_rows > MAX_NULL_ROWS)
    {
      set_too_large (error);
      return NULL;
    }

  values = g_try_malloc0_n (MAX (n_rows, 1), sizeof (double));
  bits = g_try_malloc0 (marmot_bits_size (n_rows) + 1);
  column->memory[0] = marmot_memory_new (values, g_free);
  column->memory[1] = marmot_memory_new (bits, g_free);
  column->values = values;
  column->validity = bits;
  if (!values || !bits)
    {
      set_too_large (error);
      return NULL;
    }
  marmot_column_seal (column);
  return g_steal_pointer (&column);
}

/* A string view: its length, and the text itself if that is at most twelve bytes;
 * otherwise the first four bytes of it, a buffer, and where the text is in it. */
typedef struct
{
  gint32 length;
  char prefix[4];
  gint32 buffer;
  gint32 offset;
} View;

#define MAX_INLINE 12

G_STATIC_ASSERT (sizeof (View) == 16);

typedef struct
{
  const guint8 *views;
  const void **buffers;
  const gint64 *sizes;
  gint64 n_buffers;
} Views;

/* Where the text of a view is, or NULL if it leads outside its buffer. */
static const char *
find_text (const Views *self,
           gsize row,
           gsize *length)
{
  View view;

  LOAD (View, view, self->views, row);
  if (view.length < 0)
    return NULL;

  *length = (gsize) view.length;
  if (view.length <= MAX_INLINE)
    return (const char *) self->views + row * sizeof (View) + G_STRUCT_OFFSET (View, prefix);
  if (view.buffer < 0 || view.buffer >= self->n_buffers || view.offset < 0)
    return NULL;

  {
    gint64 size;

    LOAD (gint64, size, self->sizes, (gsize) view.buffer);
    if ((gint64) view.offset + view.length > size || self->buffers[view.buffer] == NULL)
      return NULL;
  }
  return (const char *) self->buffers[view.buffer] + view.offset;
}

static gboolean
add_up (const Views *views,
        const MarmotColumn *column,
        gsize offset,
        gsize *size,
        GError **error)
{
  *size = 0;
  for (gsize row = 0; row < column->length; row++)
    {
      gsize length;

      if (!marmot_column_row_is_valid (column, row))
        continue;
      if (!find_text (views, offset + row, &length))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                       "Row %" G_GSIZE_FORMAT ": the string view leads outside the text", row);
          return FALSE;
        }
      if (length > G_MAXSSIZE - *size)
        return set_too_large (error);
      *size += length;
    }
  return TRUE;
}

MarmotColumn *
marmot_arrow_convert_views (const struct ArrowArray *array,
                            gsize offset,
                            gsize n_rows,
                            GError **error)
{
  g_autoptr (MarmotColumn) column = marmot_column_alloc (MARMOT_COLUMN_TEXT, 4, n_rows, NULL, NULL);
  Views views = { array->buffers[1], array->buffers + 2, array->buffers[array->n_buffers - 1],
                  array->n_buffers - 3 };
  gpointer offsets, text;
  gsize size;
  gsize at = 0;

  if (array->buffers[0] && n_rows > 0)
    marmot_bits_copy (marmot_column_add_validity (column, n_rows), 0, array->buffers[0], offset, n_rows);
  if (views.n_buffers > 0 && views.sizes == NULL)
    views.n_buffers = 0;
  if (!add_up (&views, column, offset, &size, error))
    return NULL;

  /* Many views may share one text, so that this can be far more than came in. */
  if (size > G_MAXINT32)
    column->width = 8;
  offsets = g_try_malloc_n (n_rows + 1, column->width);
  text = g_try_malloc (MAX (size, 1));
  column->memory[0] = marmot_memory_new (offsets, g_free);
  column->memory[2] = marmot_memory_new (text, g_free);
  column->values = offsets;
  column->text = text;
  if (!offsets || !text)
    {
      set_too_large (error);
      return NULL;
    }

  for (gsize row = 0; row <= n_rows; row++)
    {
      const char *from;
      gsize length = 0; /* -O3 does not see that find_text sets it */

      if (column->width == 8)
        ((gint64 *) offsets)[row] = (gint64) at;
      else
        ((gint32 *) offsets)[row] = (gint32) at;
      if (row == n_rows || !marmot_column_row_is_valid (column, row))
        continue;
      from = find_text (&views, offset + row, &length);
      memcpy ((char *) text + at, from, length);
      at += length;
    }

  marmot_column_seal (column);
  if (!marmot_column_check_text (column, (gint64) size, error))
    return NULL;
  return g_steal_pointer (&column);
}
