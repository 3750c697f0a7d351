/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A few rows are put in by insertion; many are dealt out by the three digits below
 * the highest bit in which keys differ, which tell most rows apart where the keys are
 * spread. What is left to do is inside runs that share those digits, which are few and
 * short, and are put right by insertion; a long run, of keys that lie close together,
 * is dealt out by all the bits in which it differs. So the time grows as the rows do.
 * Digits that all keys share cost nothing: ranks from 1 to 10 take one round or two.
 */
#include "order.h"

#include <string.h>

#define DIGIT_BITS 11
#define N_DIGITS 3
#define FEW 48
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

/* The bits up to the highest that is set. */
static int
count_bits (uint64_t number)
{
  int n = 0;

  for (int step = 32; step > 0; step /= 2)
    if (number >> step)
      {
        number >>= step;
        n += step;
      }
  return n + (number > 0);
}

static inline size_t
get_digit (uint64_t key,
           int shift,
           int n_bits)
{
  return (size_t) (key >> shift) & (((size_t) 1 << n_bits) - 1);
}

/* Deals n entries out by the bits of what their keys have over lowest, from shift up
 * to n_bits, some digits at a time and the lowest first; gives the buffer that holds
 * the result. */
static mn_order_entry *
deal (mn_order_entry *entries,
      mn_order_entry *scratch,
      size_t n,
      uint64_t lowest,
      int shift,
      int n_bits,
      int digit)
{
  size_t places[N_DIGITS][1 << DIGIT_BITS];

  for (; shift < n_bits; shift += N_DIGITS * digit)
    {
      for (int which = 0; which < N_DIGITS; which++)
        memset (places[which], 0, sizeof places[which][0] << digit);
      for (size_t i = 0; i < n; i++)
        {
          uint64_t key = (entries[i].key - lowest) >> shift;

          for (int which = 0; which < N_DIGITS; which++)
            places[which][get_digit (key, which * digit, digit)]++;
        }

      for (int which = 0; which < N_DIGITS; which++)
        {
          size_t *place = places[which];
          int down = shift + which * digit;
          mn_order_entry *from = entries;
          size_t next = 0;

          if (down >= n_bits || place[get_digit (from[0].key - lowest, down, digit)] == n)
            continue;
          for (size_t value = 0; value < (size_t) 1 << digit; value++)
            {
              size_t count = place[value];

              place[value] = next;
              next += count;
            }
          for (size_t i = 0; i < n; i++)
            scratch[place[get_digit (from[i].key - lowest, down, digit)]++] = from[i];
          entries = scratch;
          scratch = from;
        }
    }
  return entries;
}

static int
get_digit_bits (size_t n)
{
  int n_bits = count_bits (n);

  return n_bits < DIGIT_BITS ? n_bits : DIGIT_BITS;
}

/* Puts the entries in order that share all bits from shift on. */
static void
finish_runs (mn_order_entry *entries,
             mn_order_entry *scratch,
             size_t n,
             uint64_t lowest,
             int shift)
{
  for (size_t first = 0, end; first < n; first = end)
    {
      uint64_t run = (entries[first].key - lowest) >> shift;
      uint64_t least = entries[first].key, most = least;

      for (end = first + 1; end < n && (entries[end].key - lowest) >> shift == run; end++)
        {
          least = entries[end].key < least ? entries[end].key : least;
          most = entries[end].key > most ? entries[end].key : most;
        }
      if (least == most)
        continue;
      if (end - first <= FEW)
        {
          insert (entries + first, end - first);
        }
      else
        {
          mn_order_entry *sorted = deal (entries + first, scratch + first, end - first, least, 0,
                                         count_bits (most - least), get_digit_bits (end - first));

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
  uint64_t lowest = UINT64_MAX, highest = 0;
  int in_order = 1;
  int digit, n_bits, shift;

  for (size_t i = 0; i < n; i++)
    {
      uint64_t key = get_key (keys[i]);

      entries[i].key = key;
      entries[i].row = i;
      in_order &= highest <= key;
      highest = key > highest ? key : highest;
      lowest = key < lowest ? key : lowest;
    }
  if (in_order)
    return entries;
  if (n <= FEW)
    {
      insert (entries, n);
      return entries;
    }

  digit = get_digit_bits (n);
  n_bits = count_bits (highest - lowest);
  shift = n_bits > N_DIGITS * digit ? n_bits - N_DIGITS * digit : 0;
  sorted = deal (entries, scratch, n, lowest, shift, n_bits, digit);
  if (shift > 0)
    finish_runs (sorted, sorted == entries ? scratch : entries, n, lowest, shift);
  return sorted;
}
