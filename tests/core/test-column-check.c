/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "core/marmot-bits-private.h"
#include "core/marmot-column-private.h"

/* Against GLib alone, for every pair of bytes with third and fourth ones at the
 * borders of their ranges, alone and inside other text. */
Test (column_check, takes_the_utf8_that_glib_takes)
{
  static const guint8 borders[] = { 0x00, 0x7f, 0x80, 0xbf, 0xc0 };
  gsize n_clean = 0;

  for (int first = 0; first < 256; first++)
    for (int second = 0; second < 256; second++)
      for (gsize third = 0; third < G_N_ELEMENTS (borders); third++)
        for (gsize fourth = 0; fourth < G_N_ELEMENTS (borders); fourth++)
          {
            char text[] = "the longest word ....and what follows on it";
            char *at = text + 17;

            at[0] = (char) first;
            at[1] = (char) second;
            at[2] = (char) borders[third];
            at[3] = (char) borders[fourth];
            for (gsize length = 1; length <= 4; length++)
              if (marmot_text_is_clean (at, length) != g_utf8_validate_len (at, length, NULL))
                cr_fail ("%02x %02x %02x %02x, %zu bytes", first, second, borders[third], borders[fourth], length);
            if (marmot_text_is_clean (text, sizeof text - 1) != g_utf8_validate_len (text, sizeof text - 1, NULL))
              cr_fail ("%02x %02x %02x %02x inside", first, second, borders[third], borders[fourth]);
            n_clean += marmot_text_is_clean (at, 4);
          }
  cr_assert (n_clean > 10000);
}

Test (bits, are_counted_copied_and_set_at_any_offset)
{
  guint8 from[40];
  guint8 to[48];

  for (gsize i = 0; i < sizeof from; i++)
    from[i] = (guint8) (i * 37 + i / 3);

  for (gsize offset = 0; offset < 20; offset++)
    for (gsize length = 0; length <= 300; length += length < 20 ? 1 : 13)
      for (gsize to_offset = 0; to_offset < 17; to_offset++)
        {
          gsize n = 0;

          memset (to, 0xaa, sizeof to);
          marmot_bits_copy (to, to_offset, from, offset, length);
          for (gsize i = 0; i < sizeof to * 8; i++)
            {
              gboolean inside = i >= to_offset && i < to_offset + length;
              gboolean expected = inside ? marmot_bit_get (from, offset + i - to_offset) : (gboolean) (i % 2);

              n += inside && expected;
              if (marmot_bit_get (to, i) != expected)
                cr_fail ("%zu bits from %zu to %zu: bit %zu", length, offset, to_offset, i);
            }
          cr_assert (eq (sz, marmot_bits_count (from, offset, length), n));

          memset (to, 0, sizeof to);
          marmot_bits_set (to, to_offset, length);
          cr_assert (eq (sz, marmot_bits_count (to, 0, sizeof to * 8), length));
          cr_assert (eq (sz, marmot_bits_count (to, to_offset, length), length));
        }
}
