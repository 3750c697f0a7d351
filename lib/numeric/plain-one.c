/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "plain.h"

#include <math.h>

/* Marks the rows that are not plain, which takes no time where there are none. */
static int
mark (const double *x,
      const double *n,
      size_t n_rows,
      double *lower)
{
  for (size_t i = 0; i < n_rows; i++)
    if (mn_odd_part (x[i] + 0.0, n[i]) < 0)
      lower[i] = (double) NAN;
  return 0;
}

/* With y = n - x and N = n + z^2, the limits are 2 x^2 / S and S / (2 n N), where
 * S = (2 x + z^2) n + z sqrt (n (z^2 n + 4 x y)). */
MN_CLONES int
mn_plain_wilson (const double *restrict x,
                 const double *restrict n,
                 size_t n_rows,
                 double z,
                 double multiplier,
                 double *restrict value,
                 double *restrict lower,
                 double *restrict upper)
{
  const double z2 = z * z;
  int64_t odd = 0;

  for (size_t i = 0; i < n_rows; i++)
    {
      double count = x[i] + 0.0, size = n[i];
      double both, part, sum, inverse, u;

      odd |= mn_odd_part (count, size);
      both = size * (size + z2);
      part = z2 * size;
      sum = (2 * count * size + part) + z * sqrt (size * (part + 4 * (count * (size - count))));
      inverse = multiplier / (both * sum);
      u = 0.5 * (sum * sum) * inverse;
      u = u < multiplier ? u : multiplier;
      value[i] = multiplier * (count / size);
      lower[i] = 2 * count * (count * (both * inverse));
      upper[i] = count == size ? multiplier : u;
    }
  return odd < 0 ? mark (x, n, n_rows, lower) : 1;
}

/* With N = n + z^2, X = x + z^2 / 2 and Y = n - x + z^2 / 2, they are
 * X / N -+ z sqrt (X Y N) / N^2. */
MN_CLONES int
mn_plain_agresti_coull (const double *restrict x,
                        const double *restrict n,
                        size_t n_rows,
                        double z,
                        double multiplier,
                        double *restrict value,
                        double *restrict lower,
                        double *restrict upper)
{
  const double z2 = z * z, half = 0.5 * z2, scaled_z = z / multiplier;
  int64_t odd = 0;

  for (size_t i = 0; i < n_rows; i++)
    {
      double count = x[i] + 0.0, size = n[i];
      double total, with, without, inverse, reach, l, u;

      odd |= mn_odd_part (count, size);
      total = size + z2;
      with = count + half;
      without = (size - count) + half;
      inverse = multiplier / total;
      reach = scaled_z * sqrt (with * without * total) * (inverse * inverse);
      l = with * inverse - reach;
      u = with * inverse + reach;
      value[i] = multiplier * (count / size);
      lower[i] = l > 0 ? l : 0;
      upper[i] = u < multiplier ? u : multiplier;
    }
  return odd < 0 ? mark (x, n, n_rows, lower) : 1;
}

/* x / n, given 1 / n, as a division rounds it where n has 27 bits or fewer, and otherwise to
 * an ulp: what the product leaves of x is found, by halves, without rounding, and added.
 * Divisions are what rows wait for, and this is done meanwhile.
 *
 * Dekker TJ. A floating-point technique for extending the available precision. Numer Math
 * 1971; 18: 224-42. */
static inline double
quotient (double x,
          double n,
          double inverse)
{
  double p = x * inverse, high;
  int64_t bits = mn_bits (p) & ~(int64_t) 0x7ffffff;

  memcpy (&high, &bits, sizeof high);
  return p + ((x - high * n) - (p - high) * n) * inverse;
}

/* They are x / n -+ z sqrt (x (n - x) n) / n^2. */
MN_CLONES int
mn_plain_normal (const double *restrict x,
                 const double *restrict n,
                 size_t n_rows,
                 double z,
                 double multiplier,
                 double *restrict value,
                 double *restrict lower,
                 double *restrict upper)
{
  const double scaled_z = z * multiplier;
  int64_t odd = 0;

  for (size_t i = 0; i < n_rows; i++)
    {
      double count = x[i] + 0.0, size = n[i];
      double inverse, v, reach, l, u;

      odd |= mn_odd_part (count, size);
      inverse = 1 / size;
      v = multiplier * quotient (count, size, inverse);
      reach = scaled_z * sqrt (count * (size - count) * size) * (inverse * inverse);
      l = v - reach;
      u = v + reach;
      value[i] = v;
      lower[i] = l > 0 ? l : 0;
      upper[i] = u < multiplier ? u : multiplier;
    }
  return odd < 0 ? mark (x, n, n_rows, lower) : 1;
}
