/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finds the bytes that mean something in CSV (separator, quote, CR, LF, NUL), 64
 * bytes at a time: each block becomes a word with a bit for each such byte, and
 * the bits are taken out one after another.
 */
#pragma once

#include <glib.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

G_BEGIN_DECLS

#define MARMOT_CSV_BLOCK 64

typedef struct
{
  const char *data;
  gsize size;
  char separator;

  gsize block;              /* where the block that mask is of begins */
  guint64 mask;             /* its bytes that mean something and are still to come */

  /* Just behind the last block that holds a byte that is not ASCII; such bytes
   * may lie before it, and none lies from it to the end of the current block. */
  gsize non_ascii_end;
} MarmotCsvScan;

#ifdef __SSE2__

static inline guint64
marmot_csv_scan_block (MarmotCsvScan *self,
                       const char *bytes)
{
  const __m128i lf = _mm_set1_epi8 ('\n');
  const __m128i cr = _mm_set1_epi8 ('\r');
  const __m128i quote = _mm_set1_epi8 ('"');
  const __m128i nul = _mm_setzero_si128 ();
  const __m128i separator = _mm_set1_epi8 (self->separator);
  guint64 mask = 0;
  int high = 0;

  for (int i = 0; i < 4; i++)
    {
      const __m128i part = _mm_loadu_si128 ((const __m128i *) (const void *) (bytes + 16 * i));
      const __m128i ends = _mm_or_si128 (_mm_cmpeq_epi8 (part, lf), _mm_cmpeq_epi8 (part, cr));
      const __m128i odd = _mm_or_si128 (_mm_cmpeq_epi8 (part, quote), _mm_cmpeq_epi8 (part, nul));
      const __m128i all = _mm_or_si128 (_mm_or_si128 (ends, odd), _mm_cmpeq_epi8 (part, separator));

      mask |= (guint64) (guint) _mm_movemask_epi8 (all) << (16 * i);
      high |= _mm_movemask_epi8 (part);
    }

  if (high)
    self->non_ascii_end = self->block + MARMOT_CSV_BLOCK;
  return mask;
}

#else

static inline guint64
marmot_csv_scan_block (MarmotCsvScan *self,
                       const char *bytes)
{
  guint64 mask = 0;
  guchar high = 0;

  for (guint i = 0; i < MARMOT_CSV_BLOCK; i++)
    {
      const char byte = bytes[i];
      const guint64 is_special = (byte == '\n') | (byte == '\r') | (byte == '"') | (byte == '\0')
                                 | (byte == self->separator);

      mask |= is_special << i;
      high |= (guchar) byte;
    }

  if (high & 0x80)
    self->non_ascii_end = self->block + MARMOT_CSV_BLOCK;
  return mask;
}

#endif

static inline void
marmot_csv_scan_load (MarmotCsvScan *self)
{
  const gsize left = self->size - self->block;

  if (G_LIKELY (left >= MARMOT_CSV_BLOCK))
    {
      self->mask = marmot_csv_scan_block (self, self->data + self->block);
    }
  else
    {
      char padded[MARMOT_CSV_BLOCK];

      /* No separator is a letter. */
      memset (padded, 'x', sizeof padded);
      memcpy (padded, self->data + self->block, left);
      self->mask = marmot_csv_scan_block (self, padded);
    }
}

/* start: where to begin; not beyond size. */
static inline void
marmot_csv_scan_init (MarmotCsvScan *self,
                      const char *data,
                      gsize size,
                      gsize start,
                      char separator)
{
  self->data = data;
  self->size = size;
  self->separator = separator;
  self->block = start;
  self->non_ascii_end = 0;
  marmot_csv_scan_load (self);
}

/* The place of the next byte that means something, which is then behind us; size
 * at the end. */
G_ALWAYS_INLINE static inline gsize
marmot_csv_scan_next (MarmotCsvScan *self)
{
  gsize at;

  while (self->mask == 0)
    {
      if (self->size - self->block <= MARMOT_CSV_BLOCK)
        return self->size;
      self->block += MARMOT_CSV_BLOCK;
      marmot_csv_scan_load (self);
    }

  at = self->block + (gsize) __builtin_ctzll (self->mask);
  self->mask &= self->mask - 1;
  return at;
}

G_END_DECLS
