/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "excess.h"

#include <math.h>

#include "total.h"

int
mn_excess_place (const double *people,
                 const double *rank,
                 size_t n,
                 double *share,
                 double *place,
                 size_t *first,
                 size_t *last)
{
  mn_total all = { 0, 0 };
  double before = 0;

  *first = *last = n;
  for (size_t i = 0; i < n; i++)
    mn_total_add (&all, people[i]);
  if (!(mn_total_get (&all) > 0 && isfinite (mn_total_get (&all))))
    return MN_DENOMINATOR_NOT_POSITIVE;
  for (size_t i = 0; i < n; i++)
    {
      share[i] = people[i] / mn_total_get (&all);
      place[i] = 0.5;
    }
  if (rank == NULL)
    return MN_OK;

  for (size_t i = 0, end; i < n; i = end)
    {
      double together = 0;

      for (end = i; end < n && rank[end] == rank[i]; end++)
        together += share[end];
      for (size_t j = i; j < end; j++)
        place[j] = before + together / 2;
      before += together;
      if (i == 0)
        *first = end;
      *last = end - i;
    }
  return MN_OK;
}

/* Weights of groups [from, to) by their people, or equal ones where there are none. */
static void
weigh (const mn_excess_area *area,
       size_t from,
       size_t to,
       double *weights)
{
  double together = 0;

  for (size_t i = from; i < to; i++)
    together += area->share[i];
  for (size_t i = 0; i < area->n; i++)
    weights[i] = 0;
  for (size_t i = from; i < to; i++)
    weights[i] = together > 0 ? area->share[i] / together : 1 / (double) (to - from);
}

void
mn_excess_reference (const mn_excess_area *area,
                     int reference,
                     double *weights)
{
  size_t best = 0;

  switch (reference)
    {
    case MN_REFERENCE_LEAST:
      weigh (area, area->n - area->last, area->n, weights);
      return;
    case MN_REFERENCE_AVERAGE:
      weigh (area, 0, area->n, weights);
      return;
    case MN_REFERENCE_BEST:
      for (size_t i = 1; i < area->n; i++)
        if (area->y[i] < area->y[best])
          best = i;
      weigh (area, best, best + 1, weights);
      return;
    default:
      for (size_t i = 0; i < area->n; i++)
        weights[i] = 0;
      return;
    }
}

static double
square (double x)
{
  return x * x;
}

void
mn_excess (const mn_excess_area *area,
           const double *weights,
           double target,
           double target_se,
           const double *amount,
           double *value,
           double *excess,
           double *excess_se,
           double sum[MN_EXCESS_N],
           double sum_se[MN_EXCESS_N])
{
  mn_total reference = { 0, 0 }, variance = { 0, 0 };
  double own = 0;

  for (size_t i = 0; i < area->n; i++)
    {
      own += weights[i];
      mn_total_add (&reference, weights[i] * area->y[i]);
      mn_total_add (&variance, weights[i] != 0 ? square (weights[i] * area->se[i]) : 0);
    }
  *value = own > 0 ? mn_total_get (&reference) : target;
  if (!(own > 0))
    mn_total_add (&variance, square (target_se));

  for (size_t i = 0; i < area->n; i++)
    {
      double others = weights[i] != 0 ? square (weights[i] * area->se[i]) : 0;
      /* What is its own reference is known to have no excess. */
      double v = weights[i] == 1 ? 0 : fmax (0, mn_total_get (&variance) - others) + square ((1 - weights[i]) * area->se[i]);

      excess[i] = amount[i] * (area->y[i] - *value) / area->scale;
      excess_se[i] = amount[i] / area->scale * sqrt (v);
    }

  for (int part = 0; part < MN_EXCESS_N; part++)
    {
      mn_total events = { 0, 0 }, amounts = { 0, 0 }, v = { 0, 0 };

      for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < area->n; i++)
          {
            int in = part == MN_EXCESS_ALL || (part == MN_EXCESS_MOST ? i < area->first : area->y[i] > *value);
            double g;

            if (pass == 0)
              {
                mn_total_add (&events, in ? excess[i] : 0);
                mn_total_add (&amounts, in ? amount[i] : 0);
                continue;
              }
            g = ((in ? amount[i] : 0) - weights[i] * mn_total_get (&amounts)) / area->scale;
            mn_total_add (&v, g != 0 ? square (g * area->se[i]) : 0);
          }
      if (!(own > 0))
        mn_total_add (&v, square (mn_total_get (&amounts) / area->scale * target_se));
      sum[part] = mn_total_get (&events);
      sum_se[part] = sqrt (mn_total_get (&v));
    }
}

/* --- goals ----------------------------------------------------------------------- */

/* sum of share (place - 1/2)^2, which is zero where there is no order. */
static double
spread (const mn_excess_area *area)
{
  mn_total sxx = { 0, 0 };

  for (size_t i = 0; i < area->n; i++)
    mn_total_add (&sxx, area->share[i] * square (area->place[i] - 0.5));
  return mn_total_get (&sxx);
}

static double
coefficient (const mn_excess_area *area,
             double sxx,
             size_t i)
{
  return area->share[i] * (area->place[i] - 0.5) / sxx;
}

static void
finish (const mn_excess_area *area,
        const double *change,
        double *prevented,
        double *total)
{
  mn_total events = { 0, 0 };

  for (size_t i = 0; i < area->n; i++)
    {
      prevented[i] = change[i] != 0 ? -area->people[i] * change[i] / area->scale : 0;
      mn_total_add (&events, prevented[i]);
    }
  *total = mn_total_get (&events);
}

static int
level (const mn_excess_area *area,
       double target,
       double limit,
       double *change,
       double *prevented_se,
       double *total_se)
{
  mn_total v = { 0, 0 };

  if (target < limit)
    return MN_OUT_OF_REACH;
  for (size_t i = 0; i < area->n; i++)
    {
      int above = area->y[i] > target;

      change[i] = above ? target - area->y[i] : 0;
      prevented_se[i] = above ? area->people[i] / area->scale * area->se[i] : 0;
      mn_total_add (&v, square (prevented_se[i]));
    }
  *total_se = sqrt (mn_total_get (&v));
  return MN_OK;
}

static int
close_gap (const mn_excess_area *area,
           double target,
           double limit,
           double *change,
           double *prevented_se,
           double *total_se)
{
  size_t from = area->n - area->last;
  double most = 0, least = 0, p_most = 0, p_least = 0, v = 0, people = 0, down;

  if (area->first > from)
    return MN_TOO_FEW_GROUPS;
  for (size_t i = 0; i < area->n; i++)
    if (i < area->first)
      {
        p_most += area->share[i];
        people += area->people[i];
      }
    else if (i >= from)
      p_least += area->share[i];
  if (!(p_most > 0 && p_least > 0))
    return MN_DENOMINATOR_NOT_POSITIVE;
  for (size_t i = 0; i < area->n; i++)
    {
      double w = i < area->first ? area->share[i] / p_most : i >= from ? area->share[i] / p_least : 0;

      most += i < area->first ? w * area->y[i] : 0;
      least += i >= from ? w * area->y[i] : 0;
      v += w != 0 ? square (w * area->se[i]) : 0;
    }

  down = fmin (0, target - (most - least));
  *total_se = down < 0 ? people / area->scale * sqrt (v) : 0;
  for (size_t i = 0; i < area->n; i++)
    {
      change[i] = i < area->first ? down : 0;
      prevented_se[i] = change[i] < 0 ? area->people[i] / area->scale * sqrt (v) : 0;
      if (change[i] < 0 && area->y[i] + change[i] < limit)
        return MN_OUT_OF_REACH;
    }
  return MN_OK;
}

static int
flatten (const mn_excess_area *area,
         double target,
         double limit,
         double sxx,
         double slope,
         double *change,
         double *prevented_se,
         double *total_se)
{
  double need = -slope - target, v = 0, own = 0;
  size_t last = area->n;
  double reach;

  for (size_t i = 0; i < area->n; i++)
    change[i] = prevented_se[i] = 0;
  *total_se = 0;
  if (!(need > 0))
    return MN_OK;

  /* From the most deprived on: all the way down to the limit, as long as that does not
   * go beyond the goal. Whole ties go down together. */
  for (size_t i = 0, end; i < area->n && last == area->n; i = end)
    {
      double c_tie = 0, all = 0;

      for (end = i; end < area->n && area->place[end] == area->place[i]; end++)
        {
          double c = coefficient (area, sxx, end);

          if (area->y[end] > limit)
            {
              c_tie += c;
              all += c * (limit - area->y[end]);
            }
        }
      if (!(area->place[i] < 0.5))
        return MN_OUT_OF_REACH;
      if (c_tie == 0)
        continue;
      if (all < need)
        {
          for (size_t j = i; j < end; j++)
            change[j] = area->y[j] > limit ? limit - area->y[j] : 0;
          need -= all;
          continue;
        }
      /* Together by the same part of the way to the limit, or, without one, by as much. */
      reach = isinf (limit) ? need / c_tie : need / all;
      for (size_t j = i; j < end; j++)
        change[j] = !(area->y[j] > limit) ? 0 : isinf (limit) ? reach : reach * (limit - area->y[j]);
      last = i;
    }
  if (last == area->n)
    return need > 0 ? MN_OUT_OF_REACH : MN_OK;

  /* What is prevented in a tie is people times change; its standard error takes the tie
   * as one group, whose change is what the goal still asks for over its coefficient. */
  for (size_t j = 0; j < area->n; j++)
    {
      int full = change[j] != 0 && area->y[j] + change[j] == limit && area->place[j] < area->place[last];
      double c = coefficient (area, sxx, j);

      if (full)
        prevented_se[j] = area->people[j] / area->scale * area->se[j];
      else
        v += square (c * area->se[j]);
    }
  {
    double c_last = 0, people = 0;

    for (size_t j = last; j < area->n && area->place[j] == area->place[last]; j++)
      if (change[j] != 0)
        {
          c_last += coefficient (area, sxx, j);
          people += area->people[j];
        }
    for (size_t j = last; j < area->n && area->place[j] == area->place[last]; j++)
      if (change[j] != 0)
        prevented_se[j] = area->people[j] / area->scale * sqrt (v) / fabs (c_last);
    for (size_t j = 0; j < area->n; j++)
      {
        int full = change[j] != 0 && area->place[j] < area->place[last];
        double g = full ? -area->people[j] : -people * coefficient (area, sxx, j) / c_last;

        own += square (g / area->scale * area->se[j]);
      }
  }
  *total_se = sqrt (own);
  return MN_OK;
}

int
mn_levelling (const mn_excess_area *area,
              int goal,
              double target,
              double share,
              double limit,
              double *change,
              double *prevented,
              double *prevented_se,
              double *total,
              double *total_se)
{
  double sxx = spread (area);
  mn_total slope = { 0, 0 }, v = { 0, 0 }, weight = { 0, 0 };
  int status = MN_OK;

  *total = *total_se = (double) NAN;
  if (goal == MN_GOAL_LEVEL)
    status = level (area, target, limit, change, prevented_se, total_se);
  else if (goal == MN_GOAL_GAP)
    status = close_gap (area, target, limit, change, prevented_se, total_se);
  else if (!(sxx > 0))
    status = MN_TOO_FEW_GROUPS;
  else
    {
      for (size_t i = 0; i < area->n; i++)
        {
          double c = coefficient (area, sxx, i);

          mn_total_add (&slope, c * area->y[i]);
          mn_total_add (&v, square (c * area->se[i]));
          mn_total_add (&weight, area->people[i] * (1 - area->place[i]));
        }
      if (goal == MN_GOAL_SLOPE)
        status = flatten (area, target, limit, sxx, mn_total_get (&slope), change, prevented_se, total_se);
      else
        {
          /* The line is turned about its least deprived end. */
          double down = share * fmin (0, mn_total_get (&slope));
          double error = down < 0 ? share * sqrt (mn_total_get (&v)) : 0;

          for (size_t i = 0; i < area->n; i++)
            {
              change[i] = down * (1 - area->place[i]);
              prevented_se[i] = area->people[i] / area->scale * (1 - area->place[i]) * error;
              if (change[i] < 0 && area->y[i] + change[i] < limit)
                status = MN_OUT_OF_REACH;
            }
          *total_se = mn_total_get (&weight) / area->scale * error;
        }
    }
  if (status == MN_OK)
    finish (area, change, prevented, total);
  return status;
}
