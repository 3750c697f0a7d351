/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "row-keys-private.h"

#include <string.h>

#include "core/marmot-column-private.h"

#define NOTHING G_MAXUINT32

/* Mixes all bits; the seed keeps anybody from choosing keys that collide. */
static inline guint64
mix (guint64 key,
     guint64 seed)
{
  key ^= seed;
  key ^= key >> 33;
  key *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  key ^= key >> 33;
  key *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return key ^ (key >> 33);
}

static void
grow (guint32 **table,
      gsize *size,
      const GArray *distinct,
      guint64 seed)
{
  g_free (*table);
  *size *= 2;
  *table = g_new (guint32, *size);
  memset (*table, 0xff, *size * sizeof (guint32));
  for (guint i = 0; i < distinct->len; i++)
    {
      gsize at = mix (g_array_index (distinct, guint64, i), seed) & (*size - 1);

      while ((*table)[at] != NOTHING)
        at = (at + 1) & (*size - 1);
      (*table)[at] = i;
    }
}

/* Where keys are few enough for a table of all of them, which keeps rows that are
 * beside each other beside each other. */
static GArray *
number_by_table (guint64 *keys,
                 gsize n_rows,
                 guint64 largest)
{
  GArray *first_rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint32 *numbers = g_new0 (guint32, largest + 1); /* from 1 */

  for (gsize row = 0; row < n_rows; row++)
    {
      guint32 *number = &numbers[keys[row]];

      if (*number == 0)
        {
          guint32 first = (guint32) row;

          g_array_append_val (first_rows, first);
          *number = first_rows->len;
        }
      keys[row] = *number - 1;
    }
  return first_rows;
}

static GArray *
number_by_hash (guint64 *keys,
                gsize n_rows)
{
  GArray *first_rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) distinct = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 seed = ((guint64) g_random_int () << 32) | g_random_int ();
  gsize size = 1024;
  g_autofree guint32 *table = g_new (guint32, size);

  memset (table, 0xff, size * sizeof (guint32));
  for (gsize row = 0; row < n_rows; row++)
    {
      guint64 key = keys[row];
      gsize at = mix (key, seed) & (size - 1);

      while (table[at] != NOTHING && g_array_index (distinct, guint64, table[at]) != key)
        at = (at + 1) & (size - 1);
      if (table[at] == NOTHING)
        {
          guint32 first = (guint32) row;

          table[at] = distinct->len;
          g_array_append_val (distinct, key);
          g_array_append_val (first_rows, first);
          keys[row] = distinct->len - 1;
          if (distinct->len > size / 2)
            grow (&table, &size, distinct, seed);
        }
      else
        {
          keys[row] = table[at];
        }
    }
  return first_rows;
}

GArray *
row_keys_number (guint64 *keys,
                 gsize n_rows)
{
  guint64 largest = 0;

  for (gsize row = 0; row < n_rows; row++)
    largest = MAX (largest, keys[row]);
  return largest / 4 <= n_rows ? number_by_table (keys, n_rows, largest) : number_by_hash (keys, n_rows);
}

/* Makes room for n_codes in keys that are below radix. */
static void
make_room (guint64 *keys,
           guint64 *radix,
           guint64 n_codes,
           gsize n_rows)
{
  if (*radix > G_MAXUINT64 / n_codes)
    {
      g_autoptr (GArray) first_rows = row_keys_number (keys, n_rows);

      /* Rows and codes are of 32 bits each. */
      *radix = first_rows->len;
    }
}

void
row_keys_add_column (guint64 *keys,
                     guint64 *radix,
                     const MarmotColumn *column,
                     gsize n_rows)
{
  guint64 n_codes = (guint64) marmot_column_get_length (column->dictionary) + 1;

  make_room (keys, radix, n_codes, n_rows);
  for (gsize row = 0; row < n_rows; row++)
    {
      guint64 code = 0;

      if (marmot_column_row_is_valid (column, row))
        code = (guint64) marmot_column_get_code (column, row) + 1;
      keys[row] = keys[row] * n_codes + code;
    }
  *radix *= n_codes;
}

void
row_keys_add_codes (guint64 *keys,
                    guint64 *radix,
                    const gint32 *codes,
                    gsize n_codes,
                    gsize n_rows)
{
  guint64 n = (guint64) n_codes + 1;

  make_room (keys, radix, n, n_rows);
  for (gsize row = 0; row < n_rows; row++)
    keys[row] = keys[row] * n + (guint64) ((gint64) codes[row] + 1);
  *radix *= n;
}
