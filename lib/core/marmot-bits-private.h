/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Bitmaps as Arrow lays them out: lowest bit of the first byte first. Lengths and
 * offsets are in bits.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

static inline gsize
marmot_bits_size (gsize n_bits)
{
  return n_bits / 8 + (n_bits % 8 != 0);
}

gsize marmot_bits_count (const guint8 *bits,
                         gsize         offset,
                         gsize         length);
void  marmot_bits_copy  (guint8       *to,
                         gsize         to_offset,
                         const guint8 *from,
                         gsize         from_offset,
                         gsize         length);
void  marmot_bits_set   (guint8       *to,
                         gsize         offset,
                         gsize         length);

G_END_DECLS
