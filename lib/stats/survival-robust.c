/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The rows behind curves, in the order in which the infinitesimal jackknife needs them.
 */
#include "survival-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-ranks-private.h"
#include "numeric/survival-robust.h"
#include "numeric/survival.h"

void
marmot_robust_rows_clear (MarmotRobustRows *self)
{
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->enters, g_free);
  g_clear_pointer (&self->leaves, g_free);
  g_clear_pointer (&self->cause, g_free);
  g_clear_pointer (&self->weight, g_free);
  g_clear_pointer (&self->cluster, g_free);
  g_clear_pointer (&self->n_clusters, g_free);
  g_clear_pointer (&self->by_entry, g_free);
  g_clear_pointer (&self->by_exit, g_free);
}

static void
alloc_rows (MarmotRobustRows *self,
            gsize n_groups,
            gsize n_rows)
{
  self->n_groups = n_groups;
  self->starts = g_new0 (gsize, n_groups + 1);
  self->n_clusters = g_new0 (gsize, n_groups + 1);
  self->enters = g_new0 (gsize, n_rows + 1);
  self->leaves = g_new0 (gsize, n_rows + 1);
  self->cause = g_new0 (gint32, n_rows + 1);
  self->weight = g_new0 (double, n_rows + 1);
  self->cluster = g_new0 (gint32, n_rows + 1);
  self->by_entry = g_new0 (gsize, n_rows + 1);
  self->by_exit = g_new0 (gsize, n_rows + 1);
}

/* Rows 0 to n - 1 in ascending order of keys that are at most n_keys, by counting. */
static void
order_by (const gsize *keys,
          gsize n,
          gsize n_keys,
          gsize *order)
{
  g_autofree gsize *next = g_new0 (gsize, n_keys + 2);

  for (gsize i = 0; i < n; i++)
    next[keys[i] + 1]++;
  for (gsize k = 0; k <= n_keys; k++)
    next[k + 1] += next[k];
  for (gsize i = 0; i < n; i++)
    order[next[keys[i]]++] = i;
}

static void
order_rows (MarmotRobustRows *self,
            const MarmotCurves *curves)
{
  for (gsize g = 0; g < self->n_groups; g++)
    {
      gsize from = self->starts[g], n = self->starts[g + 1] - from;
      gsize n_steps = curves->starts[g + 1] - curves->starts[g];

      order_by (self->enters + from, n, n_steps, self->by_entry + from);
      order_by (self->leaves + from, n, n_steps, self->by_exit + from);
    }
}

/* The step of a group that a time belongs to: the last that is not after it, of runs that
 * begin within the tolerance. */
static gsize
steps_until (const MarmotCurves *curves,
             gsize group,
             double time)
{
  gsize from = curves->starts[group];

  return mn_steps_until (curves->time + from, curves->starts[group + 1] - from, time);
}

gboolean
marmot_robust_rows_read (MarmotRobustRows *self,
                         const MarmotCurves *curves,
                         const MarmotEventSource *source,
                         const gint32 *codes,
                         double tolerance,
                         GError **error)
{
  gsize n_groups = curves->n_groups, n_used = 0, n_ranks = 0;
  g_autofree gint32 *clusters = NULL;
  g_autofree gsize *next = g_new0 (gsize, n_groups + 2);
  g_autofree gint32 *seen = NULL;

  if (source->cluster)
    {
      clusters = marmot_rank_column (source->cluster, &n_ranks, error);
      if (!clusters)
        return FALSE;
    }
  for (gsize i = 0; i < source->n_rows; i++)
    {
      gsize g = codes ? (gsize) codes[i] : 0;

      if (curves->status[g] == MARMOT_STATUS_OK)
        {
          next[g + 1]++;
          n_used++;
        }
    }
  alloc_rows (self, n_groups, n_used);
  for (gsize g = 0; g < n_groups; g++)
    {
      next[g + 1] += next[g];
      self->starts[g + 1] = next[g + 1];
    }

  for (gsize i = 0; i < source->n_rows; i++)
    {
      gsize g = codes ? (gsize) codes[i] : 0, at;
      MarmotEventRow row;

      if (curves->status[g] != MARMOT_STATUS_OK)
        continue;
      at = next[g]++;
      marmot_event_source_read (source, i, &row);
      /* A group whose rows are all good has no faults. Rows that weigh nothing may leave
       * at a time that is no step; they count nothing wherever they stand. */
      self->enters[at] = source->start ? steps_until (curves, g, row.start) : 0;
      self->leaves[at] = steps_until (curves, g, row.stop);
      self->leaves[at] = self->leaves[at] > 0 ? self->leaves[at] - 1 : 0;
      if (tolerance > 0 && self->enters[at] > self->leaves[at])
        self->enters[at] = self->leaves[at];
      self->cause[at] = (gint32) row.kind;
      self->weight[at] = row.weight;
      /* Nulls stand alone: each is a cluster beyond the others. */
      self->cluster[at] = clusters && marmot_column_row_is_valid (source->cluster, i) ? clusters[i] : -1;
    }

  /* Clusters are numbered from 0 inside each group. */
  seen = g_new (gint32, n_ranks + 1);
  for (gsize g = 0; g < n_groups; g++)
    {
      for (gsize at = self->starts[g]; at < self->starts[g + 1]; at++)
        if (self->cluster[at] >= 0)
          seen[self->cluster[at]] = -1;
      for (gsize at = self->starts[g]; at < self->starts[g + 1]; at++)
        {
          gint32 *cluster = &self->cluster[at];

          if (*cluster < 0)
            *cluster = (gint32) self->n_clusters[g]++;
          else
            {
              if (seen[*cluster] < 0)
                seen[*cluster] = (gint32) self->n_clusters[g]++;
              *cluster = seen[*cluster];
            }
        }
    }
  order_rows (self, curves);
  return TRUE;
}

void
marmot_robust_rows_count (MarmotRobustRows *self,
                          const MarmotCurves *curves,
                          const MarmotEventCounts *counts,
                          double tolerance)
{
  gsize n_groups = curves->n_groups, n_cells = counts->n_cells, at = 0;

  alloc_rows (self, n_groups, n_cells * (counts->n_causes + 1));
  for (gsize g = 0; g < n_groups; g++)
    {
      gsize end = counts->starts[g + 1];

      self->starts[g] = at;
      for (gsize i = counts->starts[g]; curves->status[g] == MARMOT_STATUS_OK && i < end; i++)
        for (guint kind = 0; kind <= counts->n_causes; kind++)
          {
            gsize cell = kind * n_cells + i;
            double square = counts->square ? counts->square[cell] : counts->rows[cell];
            gsize steps = steps_until (curves, g, counts->time[i]);

            if (!(square > 0) || steps == 0)
              continue;
            /* Rows of one cell have one influence each, so that the sum of their squares
             * is that of one row with the root of the sum of squared weights. */
            self->leaves[at] = steps - 1;
            self->cause[at] = (gint32) kind;
            self->weight[at] = sqrt (square);
            self->cluster[at] = (gint32) self->n_clusters[g]++;
            at++;
          }
      self->starts[g + 1] = at;
    }
  order_rows (self, curves);
}

static void
get_group (const MarmotRobustRows *self,
           const MarmotCurves *curves,
           gsize group,
           mn_robust_rows *rows,
           mn_robust_times *times)
{
  gsize from = self->starts[group], step = curves->starts[group];

  rows->n_rows = self->starts[group + 1] - from;
  rows->enters = self->enters + from;
  rows->leaves = self->leaves + from;
  rows->cause = self->cause + from;
  rows->weight = self->weight + from;
  rows->cluster = self->cluster + from;
  rows->by_entry = self->by_entry + from;
  rows->by_exit = self->by_exit + from;
  times->n_times = curves->starts[group + 1] - step;
  times->at_risk = curves->at_risk + step;
  times->event = curves->event + step;
  times->survival = curves->survival + step;
}

void
marmot_curves_make_robust (MarmotCurves *self,
                           const MarmotRobustRows *rows)
{
  gsize most = 0;
  g_autofree double *work = NULL;

  for (gsize g = 0; g < self->n_groups; g++)
    most = MAX (most, rows->n_clusters[g]);
  work = g_new (double, 3 * most + 1);
  for (gsize g = 0; g < self->n_groups; g++)
    {
      gsize from = self->starts[g], size = 3 * rows->n_clusters[g] * sizeof *work;
      mn_robust_rows of;
      mn_robust_times times;

      if (self->status[g] != MARMOT_STATUS_OK)
        continue;
      get_group (rows, self, g, &of, &times);
      memset (work, 0, size);
      mn_robust_survival (&of, &times, work, self->survival_se + from);
      memset (work, 0, size);
      mn_robust_hazard (&of, &times, work, self->hazard_se + from);
      for (guint k = 0; k < self->n_causes; k++)
        {
          gsize at = k * self->n_steps + from;

          memset (work, 0, size);
          mn_robust_incidence (&of, &times, (gint32) k + 1, self->cause + at, self->incidence + at, work,
                               self->incidence_se + at);
        }
    }
}

double
marmot_robust_rows_restricted_mean (const MarmotRobustRows *self,
                                    const MarmotCurves *curves,
                                    gsize group,
                                    double tau)
{
  mn_robust_rows rows;
  mn_robust_times times;
  g_autofree double *times_work = NULL;
  g_autofree double *work = NULL;

  get_group (self, curves, group, &rows, &times);
  times_work = g_new (double, 3 * (times.n_times + 1));
  work = g_new0 (double, self->n_clusters[group] + 1);
  return mn_robust_restricted_mean (&rows, &times, curves->time + curves->starts[group], tau,
                                    self->n_clusters[group], times_work, work);
}
