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

/* A number above 0 and below 1, one of 2^52, all as likely. */
double mn_random_uniform (mn_random *self);

/* A standard normal number, by the inverse of the distribution. */
double mn_random_normal  (mn_random *self);

/* A whole number from 0 to n - 1. */
size_t mn_random_below   (mn_random *self,
                          size_t     n);
