/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "xmr.h"

#include <float.h>
#include <math.h>

#include "total.h"

/* Rounding of the mean moves it by an ulp or two of the largest figure. */
#define TOLERANCE (8 * DBL_EPSILON)

void
mn_xmr_ranges (const double *y,
               size_t n,
               double *range)
{
  if (n > 0)
    range[0] = (double) NAN;
  for (size_t i = 1; i < n; i++)
    range[i] = fabs (y[i] - y[i - 1]);
}

/* The mean of the ranges among the first n points, of those below the bound; of all where
 * it is 0. */
static double
mean_range (const double *y,
            size_t n,
            double bound,
            size_t *n_ranges)
{
  mn_total total = { 0, 0 };
  size_t count = 0;

  for (size_t i = 1; i < n; i++)
    {
      double range = fabs (y[i] - y[i - 1]);

      if (isnan (range) || (bound > 0 && !(range < bound)))
        continue;
      mn_total_add (&total, range);
      count++;
    }
  *n_ranges = count;
  return count > 0 ? mn_total_get (&total) / (double) count : (double) NAN;
}

static void
set_near_lines (mn_xmr_limits *limits,
                const mn_xmr_rules *rules)
{
  limits->near_lower = limits->mean - rules->near_share * (limits->mean - limits->lower);
  limits->near_upper = limits->mean + rules->near_share * (limits->upper - limits->mean);
}

void
mn_xmr_compute (const double *y,
                size_t n,
                size_t baseline,
                const mn_xmr_rules *rules,
                mn_xmr_limits *limits)
{
  mn_total total = { 0, 0 };
  double largest = 0, least = (double) INFINITY, most = (double) -INFINITY, range;
  size_t last = 0, kept;

  limits->n_values = 0;
  for (size_t i = 0; i < n && (baseline == 0 || limits->n_values < baseline); i++)
    {
      if (isnan (y[i]))
        continue;
      mn_total_add (&total, y[i]);
      least = fmin (least, y[i]);
      most = fmax (most, y[i]);
      limits->n_values++;
      last = i + 1;
    }
  limits->mean = limits->n_values > 0 ? mn_total_get (&total) / (double) limits->n_values : (double) NAN;

  range = mean_range (y, last, 0, &limits->n_ranges);
  limits->n_screened = 0;
  limits->screening_void = 0;
  if (rules->screening_factor > 0 && range > 0)
    {
      double screened = mean_range (y, last, rules->screening_factor * range, &kept);

      limits->screening_void = !(screened > 0);
      if (screened > 0)
        {
          limits->n_screened = limits->n_ranges - kept;
          range = screened;
        }
    }
  /* Neighbours that are all alike on either side of a gap say nothing of chance. */
  if (range == 0 && most > least)
    range = (double) NAN;
  limits->is_constant = limits->n_values > 0 && most == least;
  largest = limits->n_values > 0 ? fmax (fabs (least), fabs (most)) : 0;
  limits->mean_range = range;
  limits->lower = limits->mean - rules->limit_factor * range;
  limits->upper = limits->mean + rules->limit_factor * range;
  limits->tolerance = TOLERANCE * largest;
  set_near_lines (limits, rules);
}

void
mn_xmr_replace (mn_xmr_limits *limits,
                double mean,
                double lower,
                double upper,
                const mn_xmr_rules *rules)
{
  if (!isnan (mean))
    limits->mean = mean;
  if (!isnan (lower))
    limits->lower = lower;
  if (!isnan (upper))
    limits->upper = upper;
  set_near_lines (limits, rules);
}

/* Which side of the middle: 1, -1, or 0 on it and for what is missing. */
static inline int
side_of (double y,
         const mn_xmr_limits *limits)
{
  double above = y - limits->mean;

  return (above > limits->tolerance) - (above < -limits->tolerance);
}

static void
mark (uint8_t *signals,
      size_t first,
      size_t last,
      uint8_t bit)
{
  for (size_t i = first; i <= last; i++)
    signals[i] |= bit;
}

/* A run of steps in one direction, with the points that it began and ended at. */
static void
find_trends (const double *y,
             size_t n,
             const mn_xmr_rules *rules,
             uint8_t *signals,
             uint8_t *trend)
{
  size_t first = 0, last = 0, points = 1;
  int direction = 0;

  for (size_t i = 1; i <= n; i++)
    {
      double step = i < n ? y[i] - y[i - 1] : (double) NAN;
      int sign = (step > 0) - (step < 0);

      if (rules->ties_skip && step == 0)
        continue;
      if (sign != 0 && sign == direction)
        {
          points++;
          last = i;
          continue;
        }
      if (direction != 0 && points >= rules->trend_points)
        {
          uint8_t bit = direction > 0 ? MN_XMR_RISING : MN_XMR_FALLING;

          mark (signals, first, last, bit);
          /* Runs are found in their order, so that of two the later one stays. */
          for (size_t k = first; k <= last; k++)
            trend[k] = bit;
        }
      direction = sign;
      /* A turn after ties begins at the last of them. */
      first = i > 0 ? i - 1 : 0;
      last = i;
      points = 2;
    }
}

static void
find_near (const double *y,
           size_t n,
           const mn_xmr_limits *limits,
           const mn_xmr_rules *rules,
           uint8_t *signals)
{
  size_t window = rules->near_window, run = 0;
  int before = 0;

  for (size_t i = 0; i < n; i++)
    {
      int side = side_of (y[i], limits);
      double tolerance = limits->tolerance;
      size_t near = 0, which = 0;

      run = side != 0 && side == before ? run + 1 : side != 0;
      before = side;
      if (run < window)
        continue;
      for (size_t k = 0; k < window; k++)
        {
          double figure = y[i - k];
          int beyond_line = side > 0 ? figure > limits->near_upper + tolerance : figure < limits->near_lower - tolerance;
          int beyond_limit = side > 0 ? figure > limits->upper + tolerance : figure < limits->lower - tolerance;
          int counts = beyond_line && (rules->beyond_counts || !beyond_limit);

          near += (size_t) counts;
          which |= (size_t) counts << k;
        }
      if (near < rules->near_points)
        continue;
      for (size_t k = 0; k < window; k++)
        if ((which >> k) & 1)
          signals[i - k] |= side > 0 ? MN_XMR_NEAR_UPPER : MN_XMR_NEAR_LOWER;
    }
}

static void
find_shifts (const double *y,
             size_t n,
             const mn_xmr_limits *limits,
             const mn_xmr_rules *rules,
             uint8_t *signals)
{
  size_t first = 0, last = 0, points = 0;
  int direction = 0;

  for (size_t i = 0; i <= n; i++)
    {
      int is_missing = i == n || isnan (y[i]);
      int side = is_missing ? 0 : side_of (y[i], limits);

      if (rules->ties_skip && !is_missing && side == 0)
        continue;
      if (side != 0 && side == direction)
        {
          points++;
          last = i;
          continue;
        }
      if (direction != 0 && points >= rules->shift_points)
        for (size_t k = first; k <= last; k++)
          if (side_of (y[k], limits) == direction)
            signals[k] |= direction > 0 ? MN_XMR_RUN_ABOVE : MN_XMR_RUN_BELOW;
      direction = side;
      first = last = i;
      points = 1;
    }
}

void
mn_xmr_signals (const double *y,
                size_t n,
                const mn_xmr_limits *limits,
                const mn_xmr_rules *rules,
                uint8_t *signals,
                uint8_t *trend)
{
  for (size_t i = 0; i < n; i++)
    signals[i] = trend[i] = 0;
  if (isnan (limits->lower) || isnan (limits->upper))
    return;

  for (size_t i = 0; i < n; i++)
    {
      signals[i] |= y[i] > limits->upper + limits->tolerance ? MN_XMR_ABOVE_LIMIT : 0;
      signals[i] |= y[i] < limits->lower - limits->tolerance ? MN_XMR_BELOW_LIMIT : 0;
    }
  if (rules->trend_points > 0)
    find_trends (y, n, rules, signals, trend);
  if (rules->near_points > 0 && rules->near_window > 0)
    find_near (y, n, limits, rules, signals);
  if (rules->shift_points > 0)
    find_shifts (y, n, limits, rules, signals);
}

uint8_t
mn_xmr_choose (uint8_t signals,
               uint8_t trend,
               int prefer,
               const mn_xmr_rules *rules)
{
  uint8_t preferred = prefer > 0 ? (signals & MN_XMR_HIGH) : prefer < 0 ? (signals & (uint8_t) ~MN_XMR_HIGH) : 0;
  uint8_t among = preferred ? preferred : signals;

  for (int i = 0; i < MN_XMR_N_RULES; i++)
    {
      uint8_t pair = among & (uint8_t) (3 << (2 * rules->order[i]));

      if (pair == 0)
        continue;
      /* Only trends can go both ways. */
      return (pair & (pair - 1)) != 0 ? trend : pair;
    }
  return 0;
}

int
mn_xmr_assurance (const mn_xmr_limits *limits,
                  double target,
                  int direction)
{
  double worst = direction > 0 ? limits->lower : -limits->upper;
  double best = direction > 0 ? limits->upper : -limits->lower;
  double goal = direction > 0 ? target : -target;

  if (worst >= goal - limits->tolerance)
    return 1;
  return best < goal - limits->tolerance ? -1 : 0;
}
