/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A few rows are put in by insertion; many are dealt out by eleven bits of the key
 * at a time. First only the upper half of the bits is dealt, from the lowest digit of
 * it: what is left to do is inside runs that share that half, which are few and
 * short where the keys are spread, and are put right by insertion. A long run, of
 * keys that lie close together, is dealt out by all its bits. Digits that all keys
 * share cost nothing: ranks from 1 to 10 take one round or two.
 */
#include "order.h"

#include <string.h>

#define DIGIT_BITS 11
#define N_DIGITS 6
#define N_VALUES (1 << DIGIT_BITS)
#define FEW 48
/* The digit with which the upper half begins. */
#define UPPER 3
/* Rows in any order are in no cache: how many ahead of its turn one is asked for. */
#define AHEAD 24

/* A number that sorts as the double does; -0 is 0. */
static inline uint64_t
get_key (double number)
{
  uint64_t bits;

  number += 0.0;
  memcpy (&bits, &number, sizeof bits);
  return bits >> 63 ? ~bits : bits | (UINT64_C (1) << 63);
}

double
mn_order_key (uint64_t key)
{
  uint64_t bits = key >> 63 ? key & ~(UINT64_C (1) << 63) : ~key;
  double number;

  memcpy (&number, &bits, sizeof number);
  return number;
}

static inline void
ask_for (const double *from,
         size_t row)
{
#ifdef __GNUC__
  __builtin_prefetch (&from[row]);
#else
  (void) from;
  (void) row;
#endif
}

void
mn_order_take (const double *from,
               const mn_order_entry *entries,
               size_t n,
               double *to)
{
  for (size_t i = 0; i < n; i++)
    {
      if (i + AHEAD < n)
        ask_for (from, entries[i + AHEAD].row);
      to[i] = from[entries[i].row];
    }
}

void
mn_order_pick (const double *from,
               const size_t *rows,
               size_t n,
               double *to)
{
  for (size_t i = 0; i < n; i++)
    {
      if (i + AHEAD < n)
        ask_for (from, rows[i + AHEAD]);
      to[i] = from[rows[i]];
    }
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

/* Deals n entries out by the digits from this one on, the lowest first; gives the
 * buffer that holds the result. */
static mn_order_entry *
deal (mn_order_entry *entries,
      mn_order_entry *scratch,
      size_t n,
      int first_digit)
{
  size_t places[N_DIGITS][N_VALUES];

  memset (places, 0, sizeof places);
  for (size_t i = 0; i < n; i++)
    for (int digit = first_digit; digit < N_DIGITS; digit++)
      places[digit][get_digit (entries[i].key, digit)]++;

  for (int digit = first_digit; digit < N_DIGITS; digit++)
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

/* Puts the entries in order that share the upper half of the key. */
static void
finish_runs (mn_order_entry *entries,
             mn_order_entry *scratch,
             size_t n)
{
  for (size_t first = 0, end; first < n; first = end)
    {
      uint64_t differ = 0;

      for (end = first + 1; end < n && (entries[end].key ^ entries[first].key) >> (UPPER * DIGIT_BITS) == 0; end++)
        differ |= entries[end].key ^ entries[first].key;
      if (differ == 0)
        continue;
      if (end - first <= FEW)
        {
          insert (entries + first, end - first);
        }
      else
        {
          mn_order_entry *sorted = deal (entries + first, scratch + first, end - first, 0);

          if (sorted != entries + first)
            memcpy (entries + first, sorted, (end - first) * sizeof *sorted);
        }
    }
}

mn_order_entry *
mn_order_rows (const double *keys,
               size_t n,
               mn_order_entry *entries,
               mn_order_entry *scratch)
{
  mn_order_entry *sorted;
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

  sorted = deal (entries, scratch, n, UPPER);
  finish_runs (sorted, sorted == entries ? scratch : entries, n);
  return sorted;
}
