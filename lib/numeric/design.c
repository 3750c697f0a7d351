/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "design.h"

#include <math.h>

#include "total.h"

/* What is kept of a cluster, and of a stratum. */
enum
{
  CLUSTER_HELD,
  CLUSTER_PLACED,
  CLUSTER_STRATUM, /* below 0: nobody of it was met */
  CLUSTER_PARTS
};

enum
{
  STRATUM_HELD,
  STRATUM_PLACED,
  STRATUM_CLUSTERS,
  STRATUM_TAKEN,
  STRATUM_PARTS
};

static size_t
count_clusters (const mn_design *design,
                size_t n)
{
  return design->clusters ? design->n_clusters : n;
}

static size_t
count_strata (const mn_design *design)
{
  return design->strata ? design->n_strata : 1;
}

size_t
mn_design_room (const mn_design *design,
                size_t n)
{
  return CLUSTER_PARTS * count_clusters (design, n) + STRATUM_PARTS * count_strata (design);
}

static void
add_up (const mn_design *design,
        const mn_groups *groups,
        const double *held,
        double *clusters,
        double *strata)
{
  size_t n_clusters = count_clusters (design, groups->n);
  size_t n_strata = count_strata (design);

  for (size_t c = 0; c < n_clusters; c++)
    {
      clusters[CLUSTER_PARTS * c + CLUSTER_HELD] = clusters[CLUSTER_PARTS * c + CLUSTER_PLACED] = 0;
      clusters[CLUSTER_PARTS * c + CLUSTER_STRATUM] = -1;
    }
  for (size_t s = 0; s < STRATUM_PARTS * n_strata; s++)
    strata[s] = 0;

  for (size_t i = 0; i < groups->n; i++)
    {
      double *cluster = clusters + CLUSTER_PARTS * (design->clusters ? (size_t) design->clusters[i] : i);
      size_t s = design->strata ? (size_t) design->strata[i] : 0;

      /* Somebody of no weight still shows that the cluster was drawn. */
      cluster[CLUSTER_STRATUM] = (double) s;
      strata[STRATUM_PARTS * s + STRATUM_TAKEN] = design->taken ? design->taken[i] : 0;
      if (!(groups->w[i] > 0))
        continue;
      cluster[CLUSTER_HELD] += held[i];
      cluster[CLUSTER_PLACED] += held[i] * mn_groups_offset (groups, i);
    }
  for (size_t c = 0; c < n_clusters; c++)
    {
      const double *cluster = clusters + CLUSTER_PARTS * c;

      if (cluster[CLUSTER_STRATUM] >= 0)
        {
          double *stratum = strata + STRATUM_PARTS * (size_t) cluster[CLUSTER_STRATUM];

          stratum[STRATUM_HELD] += cluster[CLUSTER_HELD];
          stratum[STRATUM_PLACED] += cluster[CLUSTER_PLACED];
          stratum[STRATUM_CLUSTERS]++;
        }
    }
}

void
mn_design_variance (const mn_design *design,
                    const mn_groups *groups,
                    const double *held,
                    double *variance,
                    double *covariance,
                    double *placed_variance)
{
  size_t n_clusters = count_clusters (design, groups->n);
  double *clusters = design->room;
  double *strata = design->room + CLUSTER_PARTS * n_clusters;
  mn_total hh = { 0, 0 }, hp = { 0, 0 }, pp = { 0, 0 };

  add_up (design, groups, held, clusters, strata);
  for (size_t c = 0; c < n_clusters; c++)
    {
      const double *cluster = clusters + CLUSTER_PARTS * c;
      const double *stratum;
      double n, left, h, p, factor;

      if (!(cluster[CLUSTER_STRATUM] >= 0))
        continue;
      stratum = strata + STRATUM_PARTS * (size_t) cluster[CLUSTER_STRATUM];
      n = stratum[STRATUM_CLUSTERS];
      left = 1 - stratum[STRATUM_TAKEN];
      if (!(left > 0))
        continue;
      h = cluster[CLUSTER_HELD] - stratum[STRATUM_HELD] / n;
      p = cluster[CLUSTER_PLACED] - stratum[STRATUM_PLACED] / n;
      factor = n > 1 ? left * (n / (n - 1)) : (double) NAN;
      mn_total_add (&hh, factor * h * h);
      mn_total_add (&hp, factor * h * p);
      mn_total_add (&pp, factor * p * p);
    }
  *variance = mn_total_get (&hh);
  *covariance = mn_total_get (&hp);
  *placed_variance = mn_total_get (&pp);
}
