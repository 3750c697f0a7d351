/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "mann-kendall.h"

#include <math.h>
#include <string.h>

#include "special.h"

/* Merges two sorted runs, and counts the pairs of which the first is the larger. */
static double
merge (const double *left,
       size_t n_left,
       const double *right,
       size_t n_right,
       double *out)
{
  double falls = 0;

  while (n_left > 0 && n_right > 0)
    if (*left <= *right)
      {
        *out++ = *left++;
        n_left--;
      }
    else
      {
        falls += (double) n_left;
        *out++ = *right++;
        n_right--;
      }
  memcpy (out, left, n_left * sizeof *out);
  memcpy (out + n_left, right, n_right * sizeof *out);
  return falls;
}

void
mn_mann_kendall (const double *v,
                 size_t n,
                 double *work,
                 mn_mann_kendall_test *test)
{
  double *from = work, *to = work + n;
  double falls = 0, tied = 0, of_ties = 0;
  double m = (double) n;
  double pairs = m * (m - 1) / 2;

  memcpy (from, v, n * sizeof *v);
  for (size_t width = 1; width < n; width *= 2)
    {
      double *swap = from;

      for (size_t first = 0; first < n; first += 2 * width)
        {
          size_t n_left = n - first < width ? n - first : width;
          size_t n_right = n - first - n_left < width ? n - first - n_left : width;

          falls += merge (from + first, n_left, from + first + n_left, n_right, to + first);
        }
      from = to;
      to = swap;
    }

  for (size_t i = 0, run; i < n; i += run)
    {
      double t;

      for (run = 1; i + run < n && from[i + run] == from[i];)
        run++;
      t = (double) run;
      tied += t * (t - 1) / 2;
      of_ties += t * (t - 1) * (2 * t + 5);
    }

  test->s = pairs - tied - 2 * falls;
  test->variance = (m * (m - 1) * (2 * m + 5) - of_ties) / 18;
  test->z = test->s == 0 ? 0 : (test->s - copysign (1, test->s)) / sqrt (test->variance);
  test->p = 2 * mn_normal_upper (fabs (test->z));
  if (test->p > 1)
    test->p = 1;
  test->tau_a = test->s / pairs;
  test->tau_b = pairs > tied ? test->s / sqrt ((pairs - tied) * pairs) : (double) NAN;
}

MN_CLONES size_t
mn_sen_slopes (const double *t,
               const double *v,
               size_t n,
               double *slopes)
{
  size_t n_slopes = 0;

  for (size_t i = 0; i + 1 < n; i++)
    {
      double *row = slopes + n_slopes;
      size_t n_row = n - 1 - i;

      for (size_t j = 0; j < n_row; j++)
        row[j] = (v[i + 1 + j] - v[i]) / (t[i + 1 + j] - t[i]);
      n_slopes += n_row;
    }
  return n_slopes;
}

static double
middle (double a,
        double b,
        double c)
{
  if (a < b)
    return b < c ? b : a < c ? c : a;
  return a < c ? a : b < c ? c : b;
}

/* Where values are so few, they are put in order. */
#define FEW 12

static void
insert_all (double *x,
            size_t n)
{
  for (size_t i = 1; i < n; i++)
    {
      double value = x[i];
      size_t j = i;

      for (; j > 0 && x[j - 1] > value; j--)
        x[j] = x[j - 1];
      x[j] = value;
    }
}

/* Puts those that are smaller than the pivot first, or, with_equal, those that are not
 * larger; how many they are. Without a branch on the values, whose order is chance. */
static size_t
put_first (double *x,
           size_t n,
           double pivot,
           int with_equal)
{
  size_t first = 0;

  for (size_t i = 0; i < n; i++)
    {
      double value = x[i];

      x[i] = x[first];
      x[first] = value;
      first += with_equal ? value <= pivot : value < pivot;
    }
  return first;
}

/* Puts the k-th smallest, from 0, at k, with none larger before and none smaller behind.
 * What equals the pivot is set aside, so that ties do not slow it; the pivot is of
 * pseudo-random places, so that no order of the values does. */
static double
select_kth (double *x,
            size_t n,
            size_t k)
{
  uint64_t random = 0x9e3779b97f4a7c15u;

  while (n > FEW)
    {
      double pick[3], pivot;
      size_t n_less, n_equal;

      for (int j = 0; j < 3; j++)
        {
          random ^= random << 13;
          random ^= random >> 7;
          random ^= random << 17;
          pick[j] = x[random % n];
        }
      pivot = middle (pick[0], pick[1], pick[2]);
      n_less = put_first (x, n, pivot, 0);
      if (k < n_less)
        {
          n = n_less;
          continue;
        }
      n_equal = put_first (x + n_less, n - n_less, pivot, 1);
      if (k < n_less + n_equal)
        return pivot;
      x += n_less + n_equal;
      n -= n_less + n_equal;
      k -= n_less + n_equal;
    }
  insert_all (x, n);
  return x[k];
}

double
mn_value_at (double *values,
             size_t n,
             double place)
{
  double whole = floor (place);
  double part = place - whole;
  double below, above;
  size_t k;

  if (!(place >= 1 && place <= (double) n))
    return (double) NAN;
  k = (size_t) whole - 1;
  below = select_kth (values, n, k);
  if (part <= 0)
    return below;
  /* The rest is not smaller, so the next in order is the smallest of it. */
  above = values[k + 1];
  for (size_t i = k + 2; i < n; i++)
    above = values[i] < above ? values[i] : above;
  return below == above ? below : below + part * (above - below);
}

void
mn_sen_places (size_t n_slopes,
               double variance,
               double z,
               double *lower,
               double *upper)
{
  double n = (double) n_slopes;
  double c = z * sqrt (variance);

  *lower = (n - c) / 2;
  *upper = (n + c) / 2 + 1;
}
