/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "random.h"

#include "special.h"

static uint64_t
mix (uint64_t *seed)
{
  uint64_t z = (*seed += UINT64_C (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * UINT64_C (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

void
mn_random_seed (mn_random *self,
                uint64_t seed,
                uint64_t stream)
{
  uint64_t start = mix (&stream);

  start ^= seed;
  for (int i = 0; i < 4; i++)
    self->state[i] = mix (&start);
}

double
mn_random_normal (mn_random *self)
{
  return mn_normal_quantile (mn_random_uniform (self));
}

size_t
mn_random_below (mn_random *self,
                 size_t n)
{
  /* Without a remainder that would favour the small numbers. */
  uint64_t limit = UINT64_MAX - UINT64_MAX % n;
  uint64_t draw;

  do
    draw = mn_random_next (self);
  while (draw >= limit);
  return (size_t) (draw % n);
}
