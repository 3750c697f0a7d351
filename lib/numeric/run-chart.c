/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "run-chart.h"

#include <math.h>
#include <string.h>

#include "mann-kendall.h"
#include "special.h"

/* Up to here the chances of the binomial are added up one by one without underflow. */
#define FEW 1000

/* The smallest k with P (X <= k) >= 0.05, X binomial (n, 1/2). */
static size_t
few_crossings (size_t n)
{
  size_t below = 0, above = n;

  if (n <= FEW)
    {
      double chance = ldexp (1, -(int) n);
      double sum = chance;
      size_t k = 0;

      while (sum < 0.05)
        {
          chance *= (double) (n - k) / (double) (k + 1);
          sum += chance;
          k++;
        }
      return k;
    }
  while (below < above)
    {
      size_t k = below + (above - below) / 2;

      if (mn_beta_lower ((double) (n - k), (double) k + 1, 0.5) >= 0.05)
        above = k;
      else
        below = k + 1;
    }
  return below;
}

static double
median_of (const double *v,
           size_t k,
           double *work)
{
  memcpy (work, v, k * sizeof *work);
  return mn_value_at (work, k, ((double) k + 1) / 2);
}

void
mn_run_chart_of (const double *v,
                 size_t k,
                 size_t k_baseline,
                 double *work,
                 mn_run_chart *chart)
{
  int last = 0;
  size_t run = 0;

  *chart = (mn_run_chart){ .centre = median_of (v, k_baseline, work) };
  for (size_t i = 0; i < k; i++)
    {
      int side = (v[i] > chart->centre) - (v[i] < chart->centre);

      if (side == 0)
        continue;
      chart->n_useful++;
      chart->crossings += last != 0 && side != last;
      run = side == last ? run + 1 : 1;
      chart->longest_run = run > chart->longest_run ? run : chart->longest_run;
      last = side;
    }
  if (chart->n_useful == 0)
    return;
  chart->longest_run_max = (size_t) round (log2 ((double) chart->n_useful)) + 3;
  chart->crossings_min = few_crossings (chart->n_useful - 1);
  chart->signal = chart->longest_run > chart->longest_run_max || chart->crossings < chart->crossings_min;
}

void
mn_level_step_of (const double *v,
                  size_t k,
                  mn_order_entry *entries,
                  mn_order_entry *scratch,
                  double *ranks,
                  mn_level_step *step)
{
  const mn_order_entry *sorted = mn_order_rows (v, k, entries, scratch);
  double n = (double) k;
  double sum = 0, largest = -1;

  for (size_t i = 0, run; i < k; i += run)
    {
      for (run = 1; i + run < k && sorted[i + run].key == sorted[i].key;)
        run++;
      for (size_t j = i; j < i + run; j++)
        ranks[sorted[j].row] = (double) i + ((double) run + 1) / 2;
    }
  step->first = 1;
  for (size_t t = 1; t < k; t++)
    {
      double u;

      sum += ranks[t - 1];
      u = fabs (2 * sum - (double) t * (n + 1));
      if (u > largest)
        {
          largest = u;
          step->first = t;
        }
    }
  step->statistic = largest;
  step->p = 2 * exp (-6 * (largest / n) * (largest / n) / (n + 1));
  if (step->p > 1)
    step->p = 1;
  step->before = median_of (v, step->first, ranks);
  step->after = median_of (v + step->first, k - step->first, ranks);
}
