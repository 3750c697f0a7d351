/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * From counts to curves.
 */
#include "survival-private.h"

#include <math.h>

#include "numeric/competing-risks.h"
#include "numeric/survival.h"

void
marmot_curves_clear (MarmotCurves *self)
{
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->status, g_free);
  g_clear_pointer (&self->emptied, g_free);
  g_clear_pointer (&self->time, g_free);
  g_clear_pointer (&self->at_risk, g_free);
  g_clear_pointer (&self->censored, g_free);
  g_clear_pointer (&self->entered, g_free);
  g_clear_pointer (&self->event, g_free);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->cause, g_free);
  g_clear_pointer (&self->survival, g_free);
  g_clear_pointer (&self->survival_se, g_free);
  g_clear_pointer (&self->incidence, g_free);
  g_clear_pointer (&self->incidence_se, g_free);
  g_clear_pointer (&self->hazard, g_free);
  g_clear_pointer (&self->hazard_se, g_free);
}

/* Where a run of cells ends whose times are one: none is farther from the one before. */
static gsize
run_end (const MarmotEventCounts *counts,
         gsize from,
         gsize end,
         double tolerance)
{
  gsize to = from + 1;

  while (to < end && counts->time[to] - counts->time[to - 1] <= tolerance)
    to++;
  return to;
}

static void
sum_run (const MarmotEventCounts *counts,
         guint kind,
         gsize from,
         gsize to,
         double *sum)
{
  mn_total total = { 0, 0 };

  for (gsize i = from; i < to; i++)
    mn_total_add (&total, marmot_event_counts_weight (counts, kind, i));
  *sum = mn_total_get (&total);
}

/* Fills the steps of a group, and gives how many there are. Cells at which people only
 * came stand in at_risk, so that the risk sets come out of one sum over them all; at_risk
 * and scratch have room for every cell of the group. */
static gsize
read_group (MarmotCurves *self,
            const MarmotEventCounts *counts,
            gsize group,
            double tolerance,
            gsize step,
            double *leaving,
            double *entering,
            double *at_risk)
{
  guint n_causes = self->n_causes;
  gsize end = counts->starts[group + 1], n_runs = 0, first = step, run = 0;
  double came = 0;

  for (gsize i = counts->starts[group]; i < end;)
    {
      gsize to = run_end (counts, i, end, tolerance);
      mn_total total = { 0, 0 };

      for (guint kind = 0; kind <= n_causes; kind++)
        for (gsize j = i; j < to; j++)
          mn_total_add (&total, marmot_event_counts_weight (counts, kind, j));
      leaving[n_runs] = mn_total_get (&total);
      sum_run (counts, n_causes + 1, i, to, &entering[n_runs]);
      n_runs++;
      i = to;
    }
  mn_at_risk (leaving, entering, n_runs, at_risk);

  for (gsize i = counts->starts[group]; i < end; run++)
    {
      gsize to = run_end (counts, i, end, tolerance);
      mn_total events = { 0, 0 };

      came += entering[run];
      if (leaving[run] > 0)
        {
          self->time[step] = counts->time[i];
          self->at_risk[step] = at_risk[run];
          self->entered[step] = came;
          came = 0;
          sum_run (counts, 0, i, to, &self->censored[step]);
          self->rows[step] = 0;
          for (guint k = 0; k < n_causes; k++)
            {
              double *of = self->cause + k * self->n_steps + step;

              sum_run (counts, k + 1, i, to, of);
              mn_total_add (&events, *of);
              for (gsize j = i; j < to; j++)
                self->rows[step] += counts->rows[(k + 1) * counts->n_cells + j];
            }
          self->event[step] = mn_total_get (&events);
          step++;
        }
      i = to;
    }
  return step - first;
}

static void
roots (double *numbers,
       gsize n)
{
  for (gsize i = 0; i < n; i++)
    numbers[i] = sqrt (numbers[i]);
}

static void
compute_group (MarmotCurves *self,
               const MarmotEventCounts *counts,
               gsize group,
               mn_hazard_kind kind)
{
  gsize from = self->starts[group], n = self->starts[group + 1] - from;

  mn_kaplan_meier (self->at_risk + from, self->event + from, n, self->survival + from, self->survival_se + from);
  for (gsize i = from; i < from + n; i++)
    {
      double s = self->survival[i];

      /* Everybody at risk is gone, and more come or leave later. */
      if (s == 0 && i + 1 < from + n && (i == from || self->survival[i - 1] > 0))
        self->emptied[group] = TRUE;
      self->survival_se[i] = s > 0 ? s * sqrt (self->survival_se[i]) : (double) NAN;
    }
  mn_cumulative_hazard (kind, self->at_risk + from, self->event + from, counts->is_weighted ? self->rows + from : NULL,
                        n, self->hazard + from, self->hazard_se + from);
  roots (self->hazard_se + from, n);
  for (guint k = 0; k < self->n_causes; k++)
    {
      gsize at = k * self->n_steps + from;

      mn_cumulative_incidence (self->at_risk + from, self->event + from, self->cause + at, self->survival + from, n,
                               self->incidence + at, self->incidence_se + at);
      roots (self->incidence_se + at, n);
    }
}

void
marmot_curves_compute (MarmotCurves *self,
                       const MarmotEventCounts *counts,
                       double tolerance,
                       MarmotMethod hazard)
{
  gsize n_groups = counts->n_groups, n_cells = counts->n_cells, most = 0, step = 0;
  mn_hazard_kind kind = hazard == MARMOT_METHOD_FLEMING_HARRINGTON     ? MN_HAZARD_FLEMING_HARRINGTON
                        : hazard == MARMOT_METHOD_NELSON_AALEN_BINOMIAL ? MN_HAZARD_NELSON_BINOMIAL
                                                                        : MN_HAZARD_NELSON_AALEN;
  g_autofree double *work = NULL;

  /* Room for every cell; fewer may be steps. */
  self->n_groups = n_groups;
  self->n_causes = counts->n_causes;
  self->n_steps = n_cells;
  self->starts = g_new0 (gsize, n_groups + 1);
  self->status = g_memdup2 (counts->status ? counts->status : (const guint8 *) "", n_groups + 1);
  self->emptied = g_new0 (gboolean, n_groups + 1);
  self->time = g_new0 (double, n_cells + 1);
  self->at_risk = g_new0 (double, n_cells + 1);
  self->censored = g_new0 (double, n_cells + 1);
  self->entered = g_new0 (double, n_cells + 1);
  self->event = g_new0 (double, n_cells + 1);
  self->rows = g_new0 (double, n_cells + 1);
  self->cause = g_new0 (double, n_cells * self->n_causes + 1);
  self->survival = g_new0 (double, n_cells + 1);
  self->survival_se = g_new0 (double, n_cells + 1);
  self->hazard = g_new0 (double, n_cells + 1);
  self->hazard_se = g_new0 (double, n_cells + 1);
  self->incidence = g_new0 (double, n_cells * self->n_causes + 1);
  self->incidence_se = g_new0 (double, n_cells * self->n_causes + 1);

  for (gsize g = 0; g < n_groups; g++)
    most = MAX (most, counts->starts[g + 1] - counts->starts[g]);
  work = g_new (double, 3 * most + 1);

  for (gsize g = 0; g < n_groups; g++)
    {
      self->starts[g] = step;
      if (self->status[g] == MARMOT_STATUS_OK)
        {
          step += read_group (self, counts, g, tolerance, step, work, work + most, work + 2 * most);
          /* Rows there are, and none of them weighs anything. */
          if (step == self->starts[g])
            self->status[g] = MARMOT_STATUS_WEIGHTS_NOT_POSITIVE;
        }
      self->starts[g + 1] = step;
      compute_group (self, counts, g, kind);
    }
}
