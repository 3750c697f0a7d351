/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A few rows are put in by insertion; many are dealt out by eleven bits of the key
 * at a time from the lowest, and digits that all keys share cost nothing: ranks
 * from 1 to 10 take one or two rounds of the six.
 */
#include "order.h"

#include <string.h>

#define DIGIT_BITS 11
#define N_DIGITS 6
#define N_VALUES (1 << DIGIT_BITS)
#define FEW 48

/* A number that sorts as the double does; -0 is 0. */
static inline uint64_t
get_key (double number)
{
  uint64_t bits;

  number += 0.0;
  memcpy (&bits, &number, sizeof bits);
  return bits >> 63 ? ~bits : bits | (UINT64_C (1) << 63);
}

static inline size_t
get_digit (uint64_t key,
           int digit)
{
  return (size_t) (key >> (digit * DIGIT_BITS)) & (N_VALUES - 1);
}

static void
insert (mn_order_entry *entries,
        size_t n)
{
  for (size_t i = 1; i < n; i++)
    {
      mn_order_entry entry = entries[i];
      size_t at = i;

      for (; at > 0 && entries[at - 1].key > entry.key; at--)
        entries[at] = entries[at - 1];
      entries[at] = entry;
    }
}

mn_order_entry *
mn_order_rows (const double *keys,
               size_t n,
               mn_order_entry *entries,
               mn_order_entry *scratch)
{
  size_t places[N_DIGITS][N_VALUES];
  int in_order = 1;

  for (size_t i = 0; i < n; i++)
    {
      entries[i].key = get_key (keys[i]);
      entries[i].row = i;
      in_order &= i == 0 || entries[i - 1].key <= entries[i].key;
    }
  if (in_order)
    return entries;
  if (n <= FEW)
    {
      insert (entries, n);
      return entries;
    }

  memset (places, 0, sizeof places);
  for (size_t i = 0; i < n; i++)
    for (int digit = 0; digit < N_DIGITS; digit++)
      places[digit][get_digit (entries[i].key, digit)]++;

  for (int digit = 0; digit < N_DIGITS; digit++)
    {
      mn_order_entry *from = entries;
      size_t place = 0;

      if (places[digit][get_digit (from[0].key, digit)] == n)
        continue;
      for (size_t value = 0; value < N_VALUES; value++)
        {
          size_t count = places[digit][value];

          places[digit][value] = place;
          place += count;
        }
      for (size_t i = 0; i < n; i++)
        scratch[places[digit][get_digit (from[i].key, digit)]++] = from[i];
      entries = scratch;
      scratch = from;
    }
  return entries;
}
