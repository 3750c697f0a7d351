/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * With G the sum of d/(n(n - d)) up to a time, the influence of a row that enters after
 * time a and leaves at time b is, at t,
 *
 *   -S (G_min(b,t) - G_a - [event, b <= t]/(n_b - d_b))        of the share left, S
 *   -(A_min(b,t) - A_a - [event, b <= t]/n_b), A = sum d/n^2   of the hazard
 *
 * and of the incidence F of a cause, with dF_j = S_{j-1} d_kj/n_j, Z the sum of
 * (G_{j-1} - 1/n_j) dF_j and M = -(G_b - G_a) + [event]/(n_b - d_b),
 *
 *   (Z_t - Z_a) - G_a (F_t - F_a)                              while it is at risk,
 *   (Z_b - Z_a) - G_a (F_b - F_a) + [cause] S_{b-1}/n_b - M (F_t - F_b)   afterwards.
 *
 * So a cluster is alpha + beta Z + gamma F, and changes only when one of its rows enters
 * or leaves. Times at which nobody is left add nothing to G.
 */
#include "survival-robust.h"

#include <math.h>

#include "total.h"

/* The sums over clusters of the products of alpha (a), beta (b) and gamma (c). */
typedef struct
{
  mn_total aa, ab, ac, bb, bc, cc;
} Squares;

static void
change (Squares *squares,
        double *cluster,
        double a,
        double b,
        double c)
{
  double a0 = cluster[0], b0 = cluster[1], c0 = cluster[2];

  /* (x + dx)(y + dy) - xy without taking squares from each other. */
  mn_total_add (&squares->aa, a * (2 * a0 + a));
  mn_total_add (&squares->ab, a0 * b + a * (b0 + b));
  mn_total_add (&squares->ac, a0 * c + a * (c0 + c));
  mn_total_add (&squares->bb, b * (2 * b0 + b));
  mn_total_add (&squares->bc, b0 * c + b * (c0 + c));
  mn_total_add (&squares->cc, c * (2 * c0 + c));
  cluster[0] = a0 + a;
  cluster[1] = b0 + b;
  cluster[2] = c0 + c;
}

static double
root (const Squares *squares,
      double z,
      double f)
{
  mn_total sum = { 0, 0 };
  double v;

  mn_total_add (&sum, mn_total_get (&squares->aa));
  mn_total_add (&sum, 2 * z * mn_total_get (&squares->ab));
  mn_total_add (&sum, 2 * f * mn_total_get (&squares->ac));
  mn_total_add (&sum, z * z * mn_total_get (&squares->bb));
  mn_total_add (&sum, 2 * z * f * mn_total_get (&squares->bc));
  mn_total_add (&sum, f * f * mn_total_get (&squares->cc));
  v = mn_total_get (&sum);
  return v > 0 ? sqrt (v) : 0;
}

/* Both curves whose influence is a single running sum: that of d/(n(n - d)) with jumps
 * of 1/(n - d), or that of d/n^2 with jumps of 1/n. */
static void
single (const mn_robust_rows *rows,
        const mn_robust_times *times,
        int of_hazard,
        double *work,
        double *se)
{
  Squares squares = { 0 };
  double g = 0;
  size_t in = 0, out = 0;

  for (size_t j = 0; j < times->n_times; j++)
    {
      double y = times->at_risk[j], d = times->event[j], left = of_hazard ? y : y - d, jump = 0;

      for (; in < rows->n_rows && rows->enters[rows->by_entry[in]] <= j; in++)
        {
          size_t i = rows->by_entry[in];
          double w = rows->weight[i];

          change (&squares, work + 3 * (size_t) rows->cluster[i], w * g, -w, 0);
        }
      if (left > 0 && d > 0)
        {
          g += d / (y * left);
          jump = 1 / left;
        }
      for (; out < rows->n_rows && rows->leaves[rows->by_exit[out]] <= j; out++)
        {
          size_t i = rows->by_exit[out];
          double w = rows->weight[i];

          change (&squares, work + 3 * (size_t) rows->cluster[i], w * ((rows->cause[i] ? jump : 0) - g), w, 0);
        }
      if (of_hazard)
        se[j] = root (&squares, g, 0);
      else
        se[j] = times->survival[j] > 0 ? times->survival[j] * root (&squares, g, 0) : (double) NAN;
    }
}

void
mn_robust_survival (const mn_robust_rows *rows,
                    const mn_robust_times *times,
                    double *cluster_work,
                    double *se)
{
  single (rows, times, 0, cluster_work, se);
}

void
mn_robust_hazard (const mn_robust_rows *rows,
                  const mn_robust_times *times,
                  double *cluster_work,
                  double *se)
{
  single (rows, times, 1, cluster_work, se);
}

void
mn_robust_incidence (const mn_robust_rows *rows,
                     const mn_robust_times *times,
                     int32_t cause,
                     const double *cause_events,
                     const double *incidence,
                     double *cluster_work,
                     double *se)
{
  Squares squares = { 0 };
  double g = 0, z = 0, f = 0, before = 1;
  size_t in = 0, out = 0;

  for (size_t j = 0; j < times->n_times; j++)
    {
      double y = times->at_risk[j], d = times->event[j], jump = 0, own = 0;

      for (; in < rows->n_rows && rows->enters[rows->by_entry[in]] <= j; in++)
        {
          size_t i = rows->by_entry[in];
          double w = rows->weight[i];

          change (&squares, cluster_work + 3 * (size_t) rows->cluster[i], w * (g * f - z), w, -w * g);
        }
      if (before > 0 && d > 0)
        {
          own = before / y;
          z += (g - 1 / y) * (own * cause_events[j]);
          if (d < y)
            {
              g += d / (y * (y - d));
              jump = 1 / (y - d);
            }
        }
      f = incidence[j];
      for (; out < rows->n_rows && rows->leaves[rows->by_exit[out]] <= j; out++)
        {
          size_t i = rows->by_exit[out];
          double w = rows->weight[i], m = g - (rows->cause[i] ? jump : 0);

          change (&squares, cluster_work + 3 * (size_t) rows->cluster[i],
                  w * (z - m * f + (rows->cause[i] == cause ? own : 0)), -w, w * m);
        }
      se[j] = root (&squares, z, f);
      before = times->survival[j];
    }
}

double
mn_robust_restricted_mean (const mn_robust_rows *rows,
                           const mn_robust_times *times,
                           const double *time,
                           double tau,
                           size_t n_clusters,
                           double *times_work,
                           double *cluster_work)
{
  size_t n = times->n_times, used = 0;
  double *sum = times_work;                   /* G after each time */
  double *area = times_work + n + 1;          /* of S, from 0 to each time */
  double *weighted = times_work + 2 * (n + 1); /* of S G */
  double g = 0, l = 0, q = 0, s = 1, at = 0;
  mn_total v = { 0, 0 };

  /* Place 0 is before the first time; place j + 1 is time j; after tau nothing counts. */
  sum[0] = area[0] = weighted[0] = 0;
  for (; used < n && time[used] <= tau; used++)
    {
      double y = times->at_risk[used], d = times->event[used];

      l += s * (time[used] - at);
      q += s * g * (time[used] - at);
      at = time[used];
      if (d > 0 && d < y)
        g += d / (y * (y - d));
      s = times->survival[used];
      sum[used + 1] = g;
      area[used + 1] = l;
      weighted[used + 1] = q;
    }
  l += s * (tau - at);
  q += s * g * (tau - at);

  for (size_t i = 0; i < rows->n_rows; i++)
    {
      size_t a = rows->enters[i], b = rows->leaves[i] + 1;
      double influence;

      if (a > used)
        continue;
      if (b > used)
        influence = -(q - weighted[a]) + sum[a] * (l - area[a]);
      else
        {
          double y = times->at_risk[b - 1], d = times->event[b - 1];
          double jump = rows->cause[i] && d < y ? 1 / (y - d) : 0;

          influence = -(weighted[b] - weighted[a]) + sum[a] * (area[b] - area[a])
                      + (sum[a] - sum[b] + jump) * (l - area[b]);
        }
      cluster_work[rows->cluster[i]] += rows->weight[i] * influence;
    }
  for (size_t c = 0; c < n_clusters; c++)
    mn_total_add (&v, cluster_work[c] * cluster_work[c]);
  return sqrt (mn_total_get (&v));
}
