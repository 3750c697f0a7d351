/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-bits-private.h"

#include <string.h>

static inline gboolean
get_bit (const guint8 *bits,
         gsize bit)
{
  return (bits[bit >> 3] >> (bit & 7)) & 1;
}

/* Without the instruction for it, which not every processor has, the compiler would
 * call a function for every word. */
static inline guint
count_word (guint64 word)
{
  word -= (word >> 1) & G_GUINT64_CONSTANT (0x5555555555555555);
  word = (word & G_GUINT64_CONSTANT (0x3333333333333333))
         + ((word >> 2) & G_GUINT64_CONSTANT (0x3333333333333333));
  word = (word + (word >> 4)) & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);
  return (guint) ((word * G_GUINT64_CONSTANT (0x0101010101010101)) >> 56);
}

/* How many bits are 1. */
gsize
marmot_bits_count (const guint8 *bits,
                   gsize offset,
                   gsize length)
{
  gsize n = 0;

  while (length > 0 && (offset & 7) != 0)
    {
      n += get_bit (bits, offset++);
      length--;
    }

  bits += offset >> 3;
  for (; length >= 64; length -= 64, bits += 8)
    {
      guint64 word;

      memcpy (&word, bits, sizeof word);
      n += count_word (word);
    }

  for (gsize i = 0; i < length; i++)
    n += get_bit (bits, i);
  return n;
}

void
marmot_bits_copy (guint8 *to,
                  gsize to_offset,
                  const guint8 *from,
                  gsize from_offset,
                  gsize length)
{
  while (length > 0 && (to_offset & 7) != 0)
    {
      guint8 mask = (guint8) (1u << (to_offset & 7));

      if (get_bit (from, from_offset++))
        to[to_offset >> 3] |= mask;
      else
        to[to_offset >> 3] &= (guint8) ~mask;
      to_offset++;
      length--;
    }

  to += to_offset >> 3;
  from += from_offset >> 3;
  if ((from_offset & 7) == 0)
    {
      if (length >= 8)
        memcpy (to, from, length / 8);
    }
  else
    {
      guint shift = from_offset & 7;

      for (gsize i = 0; i < length / 8; i++)
        to[i] = (guint8) ((from[i] >> shift) | (from[i + 1] << (8 - shift)));
    }

  for (gsize i = length & ~(gsize) 7; i < length; i++)
    {
      guint8 mask = (guint8) (1u << (i & 7));

      if (get_bit (from, (from_offset & 7) + i))
        to[i >> 3] |= mask;
      else
        to[i >> 3] &= (guint8) ~mask;
    }
}

/* Makes the bits 1. */
void
marmot_bits_set (guint8 *to,
                 gsize offset,
                 gsize length)
{
  while (length > 0 && (offset & 7) != 0)
    {
      to[offset >> 3] |= (guint8) (1u << (offset & 7));
      offset++;
      length--;
    }
  if (length >= 8)
    memset (to + (offset >> 3), 0xff, length / 8);
  for (gsize bit = offset + (length & ~(gsize) 7); bit < offset + length; bit++)
    to[bit >> 3] |= (guint8) (1u << (bit & 7));
}
