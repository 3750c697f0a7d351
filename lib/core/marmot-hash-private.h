/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Hashes for the tables inside bulk functions. They are seeded afresh in every
 * process, so that nobody can make up a file whose keys all collide; nothing that
 * a caller sees may depend on them.
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

guint64 marmot_hash_get_seed (void);

/* Multiplies to 128 bits and folds the halves: every bit of the result depends on
 * every bit of both. */
static inline guint64
marmot_hash_mix (guint64 a,
                 guint64 b)
{
#ifdef __SIZEOF_INT128__
  unsigned __int128 product = (unsigned __int128) a * b;

  return (guint64) product ^ (guint64) (product >> 64);
#else
  guint64 a_low = a & 0xffffffff, a_high = a >> 32, b_low = b & 0xffffffff, b_high = b >> 32;
  guint64 cross_1 = a_high * b_low, cross_2 = a_low * b_high;
  guint64 middle = (cross_1 & 0xffffffff) + (cross_2 & 0xffffffff) + (a_low * b_low >> 32);
  guint64 high = a_high * b_high + (cross_1 >> 32) + (cross_2 >> 32) + (middle >> 32);

  return (a * b) ^ high;
#endif
}

static inline guint64
marmot_hash_integer (guint64 value,
                     guint64 seed)
{
  return marmot_hash_mix (value ^ seed, seed | 1);
}

static inline guint64
marmot_hash_text (const char *text,
                  gsize length,
                  guint64 seed)
{
  guint64 hash = seed ^ length;
  guint64 word = 0;

  for (; length > 8; length -= 8, text += 8)
    {
      memcpy (&word, text, 8);
      hash = marmot_hash_mix (hash ^ word, seed | 1);
    }

  word = 0;
  if (length > 0)
    memcpy (&word, text, length);
  return marmot_hash_mix (hash ^ word, seed | 1);
}

G_END_DECLS
