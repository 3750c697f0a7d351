/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "numbers.h"

MN_CLONES int
mn_all_numbers (const double *values,
                size_t n)
{
  /* As wide as the values, so that a vector holds both. */
  int64_t wrong = 0;

  for (size_t i = 0; i < n; i++)
    wrong |= values[i] != values[i];
  return wrong == 0;
}

MN_CLONES int
mn_all_ok (const uint8_t *status,
           size_t n)
{
  uint8_t found = 0;

  for (size_t i = 0; i < n; i++)
    found |= status[i];
  return found == MN_OK;
}

void
mn_number_bits (const double *values,
                size_t n,
                uint8_t *bits)
{
  size_t i = 0;

  for (; i + 8 <= n; i += 8)
    {
      unsigned byte = 0;

      for (unsigned k = 0; k < 8; k++)
        byte |= (unsigned) (values[i + k] == values[i + k]) << k;
      bits[i / 8] = (uint8_t) byte;
    }
  if (i < n)
    {
      unsigned byte = 0;

      for (unsigned k = 0; i + k < n; k++)
        byte |= (unsigned) (values[i + k] == values[i + k]) << k;
      bits[i / 8] = (uint8_t) byte;
    }
}
