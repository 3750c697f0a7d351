/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "compare.h"

#include <float.h>
#include <math.h>

#include "special.h"

/* Written without branches, so that the loops vectorise. A NaN fails every
 * comparison, and so every check. */

static inline int
is_number (double x)
{
  return fabs (x) <= DBL_MAX;
}

static inline uint8_t
by_value (double value,
          double benchmark)
{
  return value < benchmark ? MN_LOWER : MN_HIGHER;
}

MN_CLONES void
mn_compare_values (const double *restrict value,
                   const double *restrict benchmark,
                   size_t n_rows,
                   uint8_t *restrict code,
                   uint8_t *restrict reason)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      int ok = is_number (value[i]) & is_number (benchmark[i]);
      int c = by_value (value[i], benchmark[i]);

      c = value[i] == benchmark[i] ? MN_SIMILAR : c;
      code[i] = (uint8_t) (ok ? c : MN_NOT_COMPARED);
      reason[i] = (uint8_t) (ok ? MN_COMPARED : MN_NOT_A_NUMBER);
    }
}

MN_CLONES void
mn_compare_interval (const double *restrict value,
                     const double *restrict lower,
                     const double *restrict upper,
                     const double *restrict benchmark,
                     size_t n_rows,
                     uint8_t *restrict code,
                     uint8_t *restrict reason)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      int finite = is_number (value[i]) & is_number (benchmark[i]) & is_number (lower[i])
                   & is_number (upper[i]);
      int ok = finite & (lower[i] <= upper[i]);
      int held = (benchmark[i] >= lower[i]) & (benchmark[i] <= upper[i]);
      int c = by_value (value[i], benchmark[i]);

      c = held ? MN_SIMILAR : c;
      code[i] = (uint8_t) (ok ? c : MN_NOT_COMPARED);
      reason[i] = (uint8_t) (ok ? MN_COMPARED : finite ? MN_LIMITS_OUT_OF_ORDER : MN_NOT_A_NUMBER);
    }
}

MN_CLONES void
mn_compare_two_intervals (const double *restrict value,
                          const double *restrict lower,
                          const double *restrict upper,
                          const double *restrict wide_lower,
                          const double *restrict wide_upper,
                          const double *restrict benchmark,
                          size_t n_rows,
                          uint8_t *restrict code,
                          uint8_t *restrict reason)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      double b = benchmark[i];
      int finite = is_number (value[i]) & is_number (b) & is_number (lower[i]) & is_number (upper[i])
                   & is_number (wide_lower[i]) & is_number (wide_upper[i]);
      int ok = finite & (lower[i] <= upper[i]) & (wide_lower[i] <= lower[i]) & (upper[i] <= wide_upper[i]);
      int c = value[i] < b ? MN_LOWEST : MN_HIGHEST;

      c = ((b >= upper[i]) & (b <= wide_upper[i])) ? MN_LOWER : c;
      c = ((b >= wide_lower[i]) & (b <= lower[i])) ? MN_HIGHER : c;
      c = ((b >= lower[i]) & (b <= upper[i])) ? MN_SIMILAR : c;
      code[i] = (uint8_t) (ok ? c : MN_NOT_COMPARED);
      reason[i] = (uint8_t) (ok ? MN_COMPARED : finite ? MN_LIMITS_OUT_OF_ORDER : MN_NOT_A_NUMBER);
    }
}

MN_CLONES void
mn_compare_both_intervals (const double *restrict value,
                           const double *restrict lower,
                           const double *restrict upper,
                           const double *restrict benchmark,
                           const double *restrict benchmark_lower,
                           const double *restrict benchmark_upper,
                           size_t n_rows,
                           uint8_t *restrict code,
                           uint8_t *restrict reason)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      int finite = is_number (value[i]) & is_number (benchmark[i]) & is_number (lower[i])
                   & is_number (upper[i]) & is_number (benchmark_lower[i])
                   & is_number (benchmark_upper[i]);
      int ok = finite & (lower[i] <= upper[i]) & (benchmark_lower[i] <= benchmark_upper[i]);
      int below = value[i] < benchmark[i];
      double top_of_lower = below ? upper[i] : benchmark_upper[i];
      double foot_of_higher = below ? benchmark_lower[i] : lower[i];
      int c = by_value (value[i], benchmark[i]);

      c = top_of_lower >= foot_of_higher ? MN_SIMILAR : c;
      code[i] = (uint8_t) (ok ? c : MN_NOT_COMPARED);
      reason[i] = (uint8_t) (ok ? MN_COMPARED : finite ? MN_LIMITS_OUT_OF_ORDER : MN_NOT_A_NUMBER);
    }
}

MN_CLONES void
mn_compare_spc_proportion (const double *restrict value,
                           const double *restrict denominator,
                           const double *restrict benchmark,
                           size_t n_rows,
                           double z,
                           double multiplier,
                           uint8_t *restrict code,
                           uint8_t *restrict reason)
{
  const double z2 = z * z;

  for (size_t i = 0; i < n_rows; i++)
    {
      double n = denominator[i];
      double p = value[i] / multiplier;
      double p0 = benchmark[i] / multiplier;
      double expected = n * p0;
      double d = z2 + 4 * expected * (1 - p0);
      double root = z * sqrt (d > 0 ? d : 0);
      double below = 2 * (n + z2);
      double lower = (2 * expected + z2 - root) / below;
      double upper = (2 * expected + z2 + root) / below;
      int finite = is_number (value[i]) & is_number (benchmark[i]) & is_number (n);
      int inside = (p0 >= 0) & (p0 <= 1);
      int ok = finite & (n > 0) & inside;
      int c = p > upper ? MN_HIGHER : p < lower ? MN_LOWER : MN_SIMILAR;
      int r = inside ? MN_COMPARED : MN_BENCHMARK_OUT_OF_RANGE;

      r = n > 0 ? r : MN_NO_POSITIVE_DENOMINATOR;
      r = finite ? r : MN_NOT_A_NUMBER;
      code[i] = (uint8_t) (ok ? c : MN_NOT_COMPARED);
      reason[i] = (uint8_t) r;
    }
}

void
mn_spc_poisson_limits (double expected,
                       double tail,
                       double *lower,
                       double *upper)
{
  *lower = expected > 0 ? mn_gamma_quantile (ceil (expected), tail) : 0;
  *upper = mn_gamma_quantile_upper (floor (expected) + 1, tail);
}

void
mn_compare_spc_dsr (const double *value,
                    const double *effective,
                    const double *benchmark,
                    size_t n_rows,
                    double tail,
                    double multiplier,
                    uint8_t *code,
                    uint8_t *reason)
{
  /* The limits depend on two whole numbers, and areas alike share them. */
  double last_ceil = -1, last_floor = -1;
  double lower = 0, upper = 0;

  for (size_t i = 0; i < n_rows; i++)
    {
      double expected = benchmark[i] * effective[i] / multiplier;
      double scale = multiplier / effective[i];

      code[i] = MN_NOT_COMPARED;
      if (!is_number (value[i]) || !is_number (benchmark[i]) || !is_number (effective[i]))
        reason[i] = MN_NOT_A_NUMBER;
      else if (!(effective[i] > 0))
        reason[i] = MN_NO_POSITIVE_DENOMINATOR;
      else if (!(expected >= 0 && is_number (expected)))
        reason[i] = MN_BENCHMARK_OUT_OF_RANGE;
      else
        {
          if (ceil (expected) != last_ceil || floor (expected) != last_floor)
            mn_spc_poisson_limits (expected, tail, &lower, &upper);
          last_ceil = ceil (expected);
          last_floor = floor (expected);
          reason[i] = MN_COMPARED;
          code[i] = value[i] > upper * scale   ? MN_HIGHER
                    : value[i] < lower * scale ? MN_LOWER
                                               : MN_SIMILAR;
        }
    }
}

void
mn_goal_value (const double *restrict value,
               size_t n_rows,
               double limit,
               int low_is_good,
               uint8_t *restrict code,
               uint8_t *restrict reason)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      int ok = is_number (value[i]);
      int higher = low_is_good ? value[i] > limit : value[i] >= limit;

      code[i] = (uint8_t) (!ok ? MN_NOT_COMPARED : higher ? MN_HIGHER : MN_LOWER);
      reason[i] = (uint8_t) (ok ? MN_COMPARED : MN_NOT_A_NUMBER);
    }
}

void
mn_goal_interval (const double *restrict value,
                  const double *restrict lower,
                  const double *restrict upper,
                  size_t n_rows,
                  double limit,
                  uint8_t *restrict code,
                  uint8_t *restrict reason)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      int finite = is_number (value[i]) & is_number (lower[i]) & is_number (upper[i]);
      int ok = finite & (lower[i] <= upper[i]);
      int c = lower[i] >= limit ? MN_HIGHER : upper[i] < limit ? MN_LOWER : MN_SIMILAR;

      code[i] = (uint8_t) (ok ? c : MN_NOT_COMPARED);
      reason[i] = (uint8_t) (ok ? MN_COMPARED : finite ? MN_LIMITS_OUT_OF_ORDER : MN_NOT_A_NUMBER);
    }
}

void
mn_goal_range (const double *restrict value,
               size_t n_rows,
               double lower,
               double upper,
               uint8_t *restrict code,
               uint8_t *restrict reason)
{
  for (size_t i = 0; i < n_rows; i++)
    {
      int ok = is_number (value[i]);
      int c = value[i] < lower ? MN_LOWER : value[i] >= upper ? MN_HIGHER : MN_SIMILAR;

      code[i] = (uint8_t) (ok ? c : MN_NOT_COMPARED);
      reason[i] = (uint8_t) (ok ? MN_COMPARED : MN_NOT_A_NUMBER);
    }
}
