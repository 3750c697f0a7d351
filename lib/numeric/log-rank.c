/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "log-rank.h"

#include <math.h>
#include <string.h>

#include "total.h"

/* observed, low; expected, low; covariance; scratch of the quadratic form; differences. */
size_t
mn_log_rank_work (size_t n_groups)
{
  return 4 * n_groups + n_groups * n_groups + n_groups * (n_groups + 1) + n_groups;
}

void
mn_log_rank_begin (mn_log_rank *self,
                   size_t n_groups,
                   double rho,
                   double *work)
{
  self->n_groups = n_groups;
  self->rho = rho;
  self->pooled = 1;
  self->work = work;
  memset (work, 0, mn_log_rank_work (n_groups) * sizeof *work);
}

void
mn_log_rank_stratum (mn_log_rank *self)
{
  self->pooled = 1;
}

/* Adds to a sum whose compensation lies n places on. */
static void
add (double *sum,
     size_t n,
     double value)
{
  mn_total total = { sum[0], sum[n] };

  mn_total_add (&total, value);
  sum[0] = total.sum;
  sum[n] = total.low;
}

void
mn_log_rank_time (mn_log_rank *self,
                  const double *at_risk,
                  const double *event)
{
  size_t n_groups = self->n_groups;
  double *observed = self->work, *expected = observed + 2 * n_groups, *covariance = expected + 2 * n_groups;
  double n = 0, d = 0, weight, each;

  for (size_t g = 0; g < n_groups; g++)
    {
      n += at_risk[g];
      d += event[g];
    }
  if (!(d > 0 && n > 0))
    return;

  weight = self->rho == 0 ? 1 : pow (self->pooled, self->rho);
  for (size_t g = 0; g < n_groups; g++)
    if (at_risk[g] > 0)
      {
        add (observed + g, n_groups, weight * event[g]);
        add (expected + g, n_groups, weight * (d * (at_risk[g] / n)));
      }
  if (n > 1)
    {
      each = weight * weight * d * ((n - d) / (n - 1));
      for (size_t g = 0; each > 0 && g < n_groups; g++)
        {
          double part = at_risk[g] / n;

          if (part == 0)
            continue;
          covariance[g * n_groups + g] += each * part * (1 - part);
          for (size_t h = 0; h < g; h++)
            covariance[g * n_groups + h] -= each * part * (at_risk[h] / n);
        }
    }
  self->pooled *= (n - d) / n;
}

double
mn_quadratic_form (const double *u,
                   const double *v,
                   const double *used,
                   size_t n,
                   double *work,
                   double *df)
{
  size_t m = 0, skipped = 0;
  double *a = work; /* m rows of m + 1: the matrix and the vector beside it */
  double form = 0, largest = 0;

  *df = (double) NAN;
  for (size_t g = 0; g < n; g++)
    m += used[g] > 0;
  if (m < 2)
    return (double) NAN;
  m--;

  for (size_t g = 0, row = 0; g < n; g++)
    {
      if (!(used[g] > 0))
        continue;
      if (!skipped)
        {
          skipped = g + 1;
          continue;
        }
      for (size_t h = 0, column = 0; h < n; h++)
        if (used[h] > 0 && h + 1 != skipped)
          a[row * (m + 1) + column++] = v[g * n + h];
      a[row * (m + 1) + m] = u[g];
      if (a[row * (m + 1) + row] > largest)
        largest = a[row * (m + 1) + row];
      row++;
    }

  /* V is symmetric and not negative, so that the diagonal will do for pivots; with
   * V = L D L' and y = L^-1 u the form is the sum of y^2 / D. */
  for (size_t i = 0; i < m; i++)
    {
      double pivot = a[i * (m + 1) + i], y = a[i * (m + 1) + m];

      if (!(pivot > 1e-12 * largest))
        return (double) NAN;
      form += y * y / pivot;
      for (size_t k = i + 1; k < m; k++)
        {
          double factor = a[k * (m + 1) + i] / pivot;

          for (size_t c = i; c <= m; c++)
            a[k * (m + 1) + c] -= factor * a[i * (m + 1) + c];
        }
    }
  *df = (double) m;
  return form;
}

int
mn_log_rank_end (mn_log_rank *self,
                 double *observed,
                 double *expected,
                 double *covariance,
                 double *statistic,
                 double *df)
{
  size_t n = self->n_groups;
  double *of = self->work, *ex = of + 2 * n, *v = ex + 2 * n, *scratch = v + n * n;
  double *difference = scratch + n * (n + 1);
  double all = 0;
  size_t n_used = 0;

  for (size_t g = 0; g < n; g++)
    {
      observed[g] = of[g] + of[n + g];
      expected[g] = ex[g] + ex[n + g];
      difference[g] = (of[g] - ex[g]) + (of[n + g] - ex[n + g]);
      all += observed[g];
      n_used += expected[g] > 0;
      for (size_t h = 0; h <= g; h++)
        covariance[g * n + h] = covariance[h * n + g] = v[g * n + h];
    }
  *statistic = *df = (double) NAN;
  if (!(all > 0))
    return MN_TOO_FEW_EVENTS;
  if (n_used < 2)
    return MN_TOO_FEW_GROUPS;
  *statistic = mn_quadratic_form (difference, covariance, expected, n, scratch, df);
  return isnan (*statistic) ? MN_NOT_DEFINED : MN_OK;
}
