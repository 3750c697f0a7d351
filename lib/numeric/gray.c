/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * With S_k the share of group k that is left without any event and F_k its incidence, both
 * just before a time, h_k = n_k / S_k is the size that the group would have had with
 * nobody lost or gone. The score of group i adds up
 *
 *   w (d_i - d r_i / r),   r_i = h_i (1 - F_i),   w = (1 - F)^rho,
 *
 * and its covariance comes from the influence that an event at one time has on the score
 * then, by the matrix a_ik = w h_i (delta_ik - h_k / h), and later on, through F_k and S_k,
 * by c, which adds up a times the pooled increments of the hazard.
 */
#include "gray.h"

#include <math.h>
#include <string.h>

#include "log-rank.h"
#include "total.h"

/* For each group: score, observed, expected, S, F, S after, r and d to use; the sum of
 * squares of the later influence. For each pair: covariance of all strata, a, c, and the
 * products of the two influences; scratch of the quadratic form. */
typedef struct
{
  double *score, *observed, *expected, *left, *incidence, *left_after, *size, *later;
  double *covariance, *a, *c, *both, *scratch;
} Parts;

#define N_LISTS 8
#define N_SQUARES 4

size_t
mn_gray_work (size_t n_groups)
{
  return N_LISTS * n_groups + N_SQUARES * n_groups * n_groups + n_groups * (n_groups + 1);
}

static Parts
get_parts (const mn_gray *self)
{
  size_t n = self->n_groups;
  double *w = self->work, *squares = w + N_LISTS * n;

  return (Parts) { w,       w + n,           w + 2 * n,           w + 3 * n,           w + 4 * n, w + 5 * n, w + 6 * n,
                   w + 7 * n, squares,       squares + n * n,     squares + 2 * n * n, squares + 3 * n * n,
                   squares + 4 * n * n };
}

void
mn_gray_begin (mn_gray *self,
               size_t n_groups,
               double rho,
               double *work)
{
  self->n_groups = n_groups;
  self->rho = rho;
  self->work = work;
  self->pooled = 0;
  memset (work, 0, mn_gray_work (n_groups) * sizeof *work);
  mn_gray_stratum (self);
}

void
mn_gray_stratum (mn_gray *self)
{
  Parts p = get_parts (self);
  size_t n = self->n_groups;

  self->pooled = 0;
  for (size_t k = 0; k < n; k++)
    {
      p.left[k] = 1;
      p.incidence[k] = 0;
      p.later[k] = 0;
    }
  memset (p.c, 0, n * n * sizeof *p.c);
  memset (p.both, 0, n * n * sizeof *p.both);
}

/* An event of group k, of this variance: now weighs what it does at once, after what it
 * does to the later times. */
static void
add_event (const Parts *p,
           size_t n,
           size_t k,
           double now,
           double after,
           double variance)
{
  p->later[k] += after * after * variance;
  for (size_t i = 0; i < n; i++)
    {
      double u = now * p->a[i * n + k] - after * p->c[i * n + k];

      p->both[i * n + k] += after * u * variance;
      for (size_t j = 0; j <= i; j++)
        p->covariance[i * n + j] += u * (now * p->a[j * n + k] - after * p->c[j * n + k]) * variance;
    }
}

void
mn_gray_time (mn_gray *self,
              const double *at_risk,
              const double *event,
              const double *other)
{
  Parts p = get_parts (self);
  size_t n = self->n_groups;
  double all = 0, own = 0, events = 0, others = 0, weight, pooled;

  for (size_t k = 0; k < n; k++)
    {
      events += event[k];
      others += other[k];
      p.size[k] = at_risk[k] > 0 && p.left[k] > 0 ? at_risk[k] / p.left[k] : 0;
      p.left_after[k] = p.left[k];
      if (p.size[k] > 0)
        p.left_after[k] = event[k] + other[k] >= at_risk[k]
                            ? 0
                            : p.left[k] * ((at_risk[k] - event[k] - other[k]) / at_risk[k]);
      all += p.size[k];
      own += p.size[k] * (1 - p.incidence[k]);
    }
  if (!(events + others > 0 && all > 0))
    return;
  pooled = self->pooled + events / all;
  weight = self->rho == 0 ? 1 : pow (1 - self->pooled, self->rho);

  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < n; k++)
      {
        double a = weight * p.size[i] * ((i == k) - p.size[k] / all);

        p.a[i * n + k] = a;
        p.c[i * n + k] += a * (events / (all * (1 - self->pooled)));
      }
  if (events > 0)
    for (size_t k = 0; k < n; k++)
      {
        double r = p.size[k] * (1 - p.incidence[k]), left = p.left[k];
        double after, ties;

        if (!(p.size[k] > 0))
          continue;
        p.observed[k] += weight * event[k];
        p.expected[k] += weight * (events * (r / own));
        p.score[k] += weight * (event[k] - events * (r / own));
        after = p.left_after[k] > 0 ? 1 - (1 - pooled) / p.left_after[k] : 1;
        ties = events > 1 ? 1 - (events - 1) / (all * left - 1) : 1;
        add_event (&p, n, k, 1, after, ties * left * events / (all * at_risk[k]));
      }
  if (others > 0)
    for (size_t k = 0; k < n; k++)
      if (p.left_after[k] > 0 && other[k] > 0)
        {
          double left = p.left[k];
          double ties = other[k] > 1 ? 1 - (other[k] - 1) / (at_risk[k] - 1) : 1;

          /* It weighs nothing at once, and later the other way. */
          add_event (&p, n, k, 0, -((1 - pooled) / p.left_after[k]),
                     ties * left * left * other[k] / (at_risk[k] * at_risk[k]));
        }

  for (size_t k = 0; k < n; k++)
    if (p.size[k] > 0)
      {
        p.incidence[k] += p.left[k] * (event[k] / at_risk[k]);
        p.left[k] = p.left_after[k];
      }
  self->pooled = pooled;
}

void
mn_gray_stratum_end (mn_gray *self)
{
  Parts p = get_parts (self);
  size_t n = self->n_groups;

  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j <= i; j++)
      for (size_t k = 0; k < n; k++)
        p.covariance[i * n + j] += p.c[i * n + k] * p.c[j * n + k] * p.later[k] + p.c[i * n + k] * p.both[j * n + k]
                                   + p.c[j * n + k] * p.both[i * n + k];
}

int
mn_gray_end (mn_gray *self,
             double *observed,
             double *expected,
             double *covariance,
             double *statistic,
             double *df)
{
  Parts p = get_parts (self);
  size_t n = self->n_groups, n_used = 0;
  double all = 0;

  for (size_t k = 0; k < n; k++)
    {
      observed[k] = p.observed[k];
      expected[k] = p.expected[k];
      all += observed[k];
      n_used += expected[k] > 0;
      for (size_t j = 0; j <= k; j++)
        covariance[k * n + j] = covariance[j * n + k] = p.covariance[k * n + j];
    }
  *statistic = *df = (double) NAN;
  if (!(all > 0))
    return MN_TOO_FEW_EVENTS;
  if (n_used < 2)
    return MN_TOO_FEW_GROUPS;
  *statistic = mn_quadratic_form (p.score, covariance, expected, n, p.scratch, df);
  return isnan (*statistic) ? MN_NOT_DEFINED : MN_OK;
}
