/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "smoothing.h"

#include <math.h>

/* Points of a line to start from. */
#define FIRST 10

/* The search: bounds, and how fine it ends. */
#define LEAST 1e-4
#define MOST (1 - 1e-4)
#define PHI_LEAST 0.8
#define PHI_MOST 0.98
#define FINEST 1e-8

size_t
mn_smooth_needed (const mn_smooth_model *model)
{
  return model->model == MN_SMOOTH_SIMPLE ? 1 : 2;
}

/* phi + ... + phi^steps. */
static double
sum_of_powers (double phi,
               double steps)
{
  if (phi == 1)
    return steps;
  if (steps == 1)
    return phi;
  return phi * (1 - pow (phi, steps)) / (1 - phi);
}

/* The number of the first point to be forecast; level and slope are those of the step
 * before it, at the time `at`. */
static size_t
begin (const mn_smooth_model *model,
       const double *t,
       const double *v,
       size_t n,
       double *level,
       double *slope,
       double *at)
{
  size_t m = n < FIRST ? n : FIRST;
  double mean_t = 0, mean_v = 0, tt = 0, tv = 0;

  *slope = 0;
  if (model->start == MN_SMOOTH_FIRST_POINTS)
    {
      size_t last = model->model == MN_SMOOTH_SIMPLE ? 0 : 1;

      *level = v[last];
      *at = t[last];
      if (last == 1)
        *slope = (v[1] - v[0]) / (t[1] - t[0]);
      return last + 1;
    }

  *at = t[0] - 1;
  for (size_t i = 0; i < m; i++)
    {
      mean_t += (t[i] - t[0]) / (double) m;
      mean_v += v[i] / (double) m;
    }
  *level = mean_v;
  if (model->model == MN_SMOOTH_SIMPLE)
    return 0;
  for (size_t i = 0; i < m; i++)
    {
      double apart = (t[i] - t[0]) - mean_t;

      tt += apart * apart;
      tv += apart * (v[i] - mean_v);
    }
  *slope = tv / tt;
  *level -= *slope * (mean_t + 1);
  return 0;
}

/* The deviation of the errors costs a division a point, and a search has no use for it. */
static inline void
follow (const mn_smooth_model *model,
        const double *t,
        const double *v,
        size_t n,
        int with_sd,
        mn_smooth_fit *fit)
{
  double alpha = model->alpha;
  double beta = model->model == MN_SMOOTH_SIMPLE ? 0 : model->beta;
  double phi = model->model == MN_SMOOTH_DAMPED ? model->phi : 1;
  double level, slope, at, mean = 0, squares = 0;
  size_t first = begin (model, t, v, n, &level, &slope, &at);

  fit->sse = 0;
  for (size_t i = first; i < n; i++)
    {
      double steps = t[i] - at;
      double before, error, apart;

      if (steps > 1)
        {
          level += slope * sum_of_powers (phi, steps - 1);
          slope *= phi == 1 ? 1 : pow (phi, steps - 1);
        }
      before = level;
      error = v[i] - (level + phi * slope);
      level = alpha * v[i] + (1 - alpha) * (level + phi * slope);
      slope = beta * (level - before) + (1 - beta) * phi * slope;
      at = t[i];

      fit->sse += error * error;
      if (!with_sd)
        continue;
      /* Welford BP. Technometrics 1962; 4: 419-420. */
      apart = error - mean;
      mean += apart / (double) (i - first + 1);
      squares += apart * (error - mean);
    }
  fit->n_residuals = n - first;
  fit->sd = fit->n_residuals > 1 ? sqrt (squares / (double) (fit->n_residuals - 1)) : (double) NAN;
  fit->level = level;
  fit->slope = slope;
}

void
mn_smooth (const mn_smooth_model *model,
           const double *t,
           const double *v,
           size_t n,
           mn_smooth_fit *fit)
{
  follow (model, t, v, n, 1, fit);
}

/* What may be chosen of a model, and inside which bounds. */
typedef struct
{
  double *at[3];
  double least[3];
  double most[3];
  int n;
} Choice;

static double
try_model (const mn_smooth_model *model,
           const double *t,
           const double *v,
           size_t n)
{
  mn_smooth_fit fit;

  follow (model, t, v, n, 0, &fit);
  return fit.sse;
}

static void
search_grid (mn_smooth_model *model,
             Choice *choice,
             const double *t,
             const double *v,
             size_t n,
             int per_axis,
             double *best)
{
  double found[3] = { 0 };
  int total = 1;

  for (int d = 0; d < choice->n; d++)
    total *= per_axis;
  *best = (double) INFINITY;
  for (int k = 0; k < total; k++)
    {
      double sse;
      int rest = k;

      for (int d = 0; d < choice->n; d++, rest /= per_axis)
        *choice->at[d] = choice->least[d]
                         + (choice->most[d] - choice->least[d]) * (double) (rest % per_axis) / (per_axis - 1);
      sse = try_model (model, t, v, n);
      if (k == 0 || sse < *best)
        {
          *best = sse;
          for (int d = 0; d < choice->n; d++)
            found[d] = *choice->at[d];
        }
    }
  for (int d = 0; d < choice->n; d++)
    *choice->at[d] = found[d];
}

static double
inside (const Choice *choice,
        int d,
        double value)
{
  return value < choice->least[d] ? choice->least[d] : value > choice->most[d] ? choice->most[d] : value;
}

/* Goes a step along each axis where that is better; the sum that is then reached. */
static double
explore (mn_smooth_model *model,
         Choice *choice,
         const double *t,
         const double *v,
         size_t n,
         double step,
         double best)
{
  for (int d = 0; d < choice->n; d++)
    for (int side = -1; side <= 1; side += 2)
      {
        double here = *choice->at[d];
        double sse;

        *choice->at[d] = inside (choice, d, here + side * step * (choice->most[d] - choice->least[d]));
        if (*choice->at[d] == here)
          continue;
        sse = try_model (model, t, v, n);
        if (sse < best)
          {
            best = sse;
            break;
          }
        *choice->at[d] = here;
      }
  return best;
}

/* Hooke R, Jeeves TA. "Direct search" solution of numerical and statistical problems.
 * Journal of the ACM 1961; 8: 212-229: what was better is gone on with in the same
 * direction, and the step halves where nothing is. */
static void
search_near (mn_smooth_model *model,
             Choice *choice,
             const double *t,
             const double *v,
             size_t n,
             int per_axis,
             double best)
{
  /* A part of the range of each axis. The bound on the rounds holds where sums differ by
   * rounding alone. */
  double step = 0.5 / (per_axis - 1);
  double base[3];

  for (int round = 0; step > FINEST && round < 1000; round++)
    {
      double sse;

      for (int d = 0; d < choice->n; d++)
        base[d] = *choice->at[d];
      sse = explore (model, choice, t, v, n, step, best);
      if (!(sse < best))
        {
          step /= 2;
          continue;
        }
      while (sse < best && round++ < 1000)
        {
          double reached[3], ahead;

          best = sse;
          for (int d = 0; d < choice->n; d++)
            {
              reached[d] = *choice->at[d];
              *choice->at[d] = inside (choice, d, 2 * reached[d] - base[d]);
              base[d] = reached[d];
            }
          ahead = try_model (model, t, v, n);
          sse = explore (model, choice, t, v, n, step, ahead);
          if (!(sse < best))
            for (int d = 0; d < choice->n; d++)
              *choice->at[d] = reached[d];
        }
    }
}

void
mn_smooth_best (mn_smooth_model *model,
                const double *t,
                const double *v,
                size_t n)
{
  static const int per_axis[] = { 0, 33, 9, 6 };
  Choice choice = { .n = 0 };
  double *parameters[] = { &model->alpha, &model->beta, &model->phi };
  double best;

  if (model->model == MN_SMOOTH_SIMPLE)
    model->beta = 0;
  if (model->model != MN_SMOOTH_DAMPED)
    model->phi = 1;
  for (int i = 0; i < 3; i++)
    if (isnan (*parameters[i]))
      {
        choice.at[choice.n] = parameters[i];
        choice.least[choice.n] = i == 2 ? PHI_LEAST : LEAST;
        choice.most[choice.n++] = i == 2 ? PHI_MOST : MOST;
      }
  if (choice.n == 0)
    return;
  search_grid (model, &choice, t, v, n, per_axis[choice.n], &best);
  search_near (model, &choice, t, v, n, per_axis[choice.n], best);
}

void
mn_smooth_forecast (const mn_smooth_model *model,
                    const mn_smooth_fit *fit,
                    size_t n,
                    double *value,
                    double *factor)
{
  double beta = model->model == MN_SMOOTH_SIMPLE ? 0 : model->beta;
  double phi = model->model == MN_SMOOTH_DAMPED ? model->phi : 1;
  double power = 1, powers = 0, sum = 1;

  for (size_t h = 0; h < n; h++)
    {
      double weight;

      if (h > 0)
        {
          weight = model->alpha * (1 + beta * powers);
          sum += weight * weight;
        }
      power *= phi;
      powers += power;
      value[h] = fit->level + powers * fit->slope;
      factor[h] = sqrt (sum);
    }
}

size_t
mn_first_to_meet (const double *value,
                  size_t n,
                  double target,
                  int down)
{
  for (size_t h = 0; h < n; h++)
    if (down ? value[h] <= target : value[h] >= target)
      return h + 1;
  return 0;
}
