/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Random numbers that a seed determines, on every machine.
 *
 * Blackman D, Vigna S. Scrambled linear pseudorandom number generators. ACM Trans
 * Math Softw 2021; 47: 36 (xoshiro256++, its state filled from the seed by
 * splitmix64).
 */
#pragma once

#include "kernel.h"

typedef struct
{
  uint64_t state[4];
} mn_random;

/* stream makes generators of one seed that have nothing to do with one another:
 * one for each area, so that an area's draws do not depend on the others. */
void   mn_random_seed    (mn_random *self,
                          uint64_t   seed,
                          uint64_t   stream);

static inline uint64_t
mn_random_rotate (uint64_t x,
                  int      by)
{
  return (x << by) | (x >> (64 - by));
}

/* Any 64 bits. */
static inline uint64_t
mn_random_next (mn_random *self)
{
  uint64_t *s = self->state;
  uint64_t result = mn_random_rotate (s[0] + s[3], 23) + s[0];
  uint64_t t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = mn_random_rotate (s[3], 45);
  return result;
}

/* A number above 0 and below 1, one of 2^52, all as likely. */
static inline double
mn_random_uniform (mn_random *self)
{
  return ((double) (mn_random_next (self) >> 12) + 0.5) * 0x1p-52;
}

/* A standard normal number, by the inverse of the distribution. */
double mn_random_normal  (mn_random *self);

/* A whole number from 0 to n - 1. */
size_t mn_random_below   (mn_random *self,
                          size_t     n);
