/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "gaps-private.h"

#include <math.h>

#include "core/marmot-threads-private.h"
#include "numeric/excess.h"

G_STATIC_ASSERT ((int) MARMOT_EXCESS_REFERENCE_LEAST_DEPRIVED == MN_REFERENCE_LEAST);
G_STATIC_ASSERT ((int) MARMOT_EXCESS_REFERENCE_AVERAGE == MN_REFERENCE_AVERAGE);
G_STATIC_ASSERT ((int) MARMOT_EXCESS_REFERENCE_BEST == MN_REFERENCE_BEST);
G_STATIC_ASSERT ((int) MARMOT_EXCESS_REFERENCE_TARGET == MN_REFERENCE_TARGET);
G_STATIC_ASSERT ((int) MARMOT_LEVELLING_GOAL_LEVEL == MN_GOAL_LEVEL);
G_STATIC_ASSERT ((int) MARMOT_LEVELLING_GOAL_GAP == MN_GOAL_GAP);
G_STATIC_ASSERT ((int) MARMOT_LEVELLING_GOAL_SLOPE_INDEX == MN_GOAL_SLOPE);
G_STATIC_ASSERT ((int) MARMOT_LEVELLING_GOAL_SHARE_OF_SLOPE == MN_GOAL_SHARE);

/* The figures of all areas, area after area and in order of rank in each. Figures are
 * turned so that a higher one is worse. */
typedef struct
{
  MarmotScratch scratch;
  MarmotIntervalPlan plan;
  MarmotGapsAreas areas;
  double per;
  double sign; /* -1 where more is better */
  double target;
  double target_se;
  double limit;
  MarmotExcessReference reference;
  MarmotLevellingGoal goal;
  double share;
  gboolean has_rank;
  gboolean has_years;
  const double *y;
  const double *se;
  const double *people;
  const double *rank;
  const double *years;
  guint8 *status; /* of areas */
} Input;

static void
input_clear (Input *self)
{
  marmot_scratch_clear (&self->scratch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Input, input_clear)

static gboolean
read_options (Input *self,
              MarmotExcessOptions *options,
              MarmotMethod method,
              GError **error)
{
  if (!marmot_gaps_plan (&self->plan, marmot_excess_options_get_interval (options), method, error))
    return FALSE;
  self->per = marmot_excess_options_get_per (options);
  self->sign = marmot_excess_options_get_more_is_better (options) ? -1 : 1;
  self->target = marmot_excess_options_get_target (options);
  self->target_se = marmot_excess_options_get_target_se (options);
  self->share = marmot_excess_options_get_share (options);
  self->limit = marmot_excess_options_get_limit (options);
  self->reference = marmot_excess_options_get_reference (options);
  self->goal = marmot_excess_options_get_goal (options);
  if (!(self->per > 0 && isfinite (self->per)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Say what the figures are per: 1, 100 for percentages, 100000 for most rates");
      return FALSE;
    }
  if (!isfinite (self->target) || !(self->target_se >= 0 && isfinite (self->target_se)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A target is a number, and its standard error one that is not below zero");
      return FALSE;
    }
  if (!(self->share >= 0 && self->share <= 1))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The share of the slope to take off is from 0 to 1");
      return FALSE;
    }
  if (self->sign < 0 && self->limit == 0)
    self->limit = INFINITY;
  self->limit *= self->sign;
  return TRUE;
}

/* A missing number comes before a wrong one, so that the status does not depend on the
 * order of the rows. */
static void
note (guint8 *status,
      guint8 found)
{
  if (found != MN_OK && (*status == MN_OK || found < *status))
    *status = found;
}

static gboolean
read_figures (Input *self,
              MarmotTable *figures,
              MarmotGroups *groups,
              gboolean needs_rank,
              GError **error)
{
  gsize n = marmot_table_get_n_rows (figures);
  guint8 *status = marmot_scratch_bytes (&self->scratch, n);
  guint8 *no_se = marmot_scratch_bytes (&self->scratch, n);
  const double *y, *se, *people, *rank, *years;
  double *turned, *errors;

  if (!marmot_gaps_read (figures, "estimate", TRUE, &self->scratch, &y, status, error)
      || !marmot_gaps_read (figures, "population", TRUE, &self->scratch, &people, status, error)
      || !marmot_gaps_read (figures, "rank", needs_rank, &self->scratch, &rank, status, error)
      || !marmot_gaps_read (figures, "standard_error", FALSE, &self->scratch, &se, no_se, error)
      || !marmot_gaps_read (figures, "years", FALSE, &self->scratch, &years, status, error)
      || !marmot_gaps_get_areas (figures, groups, rank, &self->scratch, &self->areas, error))
    return FALSE;

  self->has_rank = rank != NULL;
  self->has_years = years != NULL;
  self->status = marmot_scratch_bytes (&self->scratch, self->areas.n_areas);
  turned = marmot_scratch_doubles (&self->scratch, n);
  errors = marmot_scratch_doubles (&self->scratch, n);
  for (gsize k = 0; k < self->areas.n_areas; k++)
    self->status[k] = self->areas.first[k] == self->areas.first[k + 1] ? MN_EMPTY_GROUP : MN_OK;
  for (gsize i = 0; i < n; i++)
    {
      guint8 *s = &self->status[self->areas.codes[i]];
      gboolean known = se != NULL && no_se[i] == MN_OK;

      note (s, status[i]);
      if (status[i] == MN_OK
          && !(isfinite (y[i]) && isfinite (people[i]) && (rank == NULL || isfinite (rank[i]))
               && (years == NULL || isfinite (years[i])) && (!known || isfinite (se[i]))))
        note (s, MN_NOT_FINITE);
      if (status[i] == MN_OK && (people[i] < 0 || (years && years[i] < 0)))
        note (s, MN_NEGATIVE_COUNT);
      if (known && se[i] < 0)
        note (s, MN_ERROR_OUT_OF_RANGE);
      turned[i] = self->sign * y[i];
      errors[i] = known ? se[i] : (double) NAN;
    }
  self->y = marmot_gaps_gather (&self->areas, turned, &self->scratch);
  self->se = marmot_gaps_gather (&self->areas, errors, &self->scratch);
  self->people = marmot_gaps_gather (&self->areas, people, &self->scratch);
  self->rank = marmot_gaps_gather (&self->areas, rank, &self->scratch);
  self->years = marmot_gaps_gather (&self->areas, years, &self->scratch);
  return TRUE;
}

static gboolean
input_init (Input *self,
            MarmotTable *figures,
            MarmotGroups *groups,
            MarmotExcessOptions *options,
            MarmotMethod method,
            gboolean needs_rank,
            GError **error)
{
  marmot_scratch_init (&self->scratch);
  return read_options (self, options, method, error) && read_figures (self, figures, groups, needs_rank, error);
}

/* The largest number of rows that an area has. */
static gsize
longest (const MarmotGapsAreas *areas)
{
  gsize n = 0;

  for (gsize k = 0; k < areas->n_areas; k++)
    n = MAX (n, areas->first[k + 1] - areas->first[k]);
  return n;
}

/* Area k with its shares and places, in share and place. */
static guint8
place_area (const Input *input,
            gsize k,
            double *share,
            double *place,
            mn_excess_area *area)
{
  gsize first = input->areas.first[k];

  *area = (mn_excess_area){ .n = input->areas.first[k + 1] - first,
                            .y = input->y + first,
                            .se = input->se + first,
                            .people = input->people + first,
                            .share = share,
                            .place = place,
                            .scale = input->per };
  return (guint8) mn_excess_place (area->people, input->rank ? input->rank + first : NULL, area->n, share, place,
                                   &area->first, &area->last);
}

/* The statuses of areas, given to their rows. */
static guint8 *
spread_status (Input *input)
{
  guint8 *status = marmot_scratch_bytes (&input->scratch, input->areas.n_rows);

  for (gsize i = 0; i < input->areas.n_rows; i++)
    status[i] = input->status[input->areas.codes[i]];
  return status;
}

static void
add_counts (MarmotResult *result,
            const MarmotGapsAreas *areas)
{
  g_autofree gint64 *counts = g_new (gint64, areas->n_areas + 1);

  for (gsize k = 0; k < areas->n_areas; k++)
    counts[k] = (gint64) (areas->first[k + 1] - areas->first[k]);
  marmot_result_add (result, "n_groups", marmot_column_new_integer (counts, areas->n_areas));
}

/* --- excess ---------------------------------------------------------------------- */

/* Events or years: of every row, and the sums of every area. */
typedef struct
{
  double *excess;
  double *excess_se;
  double *sum[MN_EXCESS_N];
  double *sum_se[MN_EXCESS_N];
} Excess;

static void
excess_init (Excess *self,
             Input *input)
{
  self->excess = marmot_scratch_doubles (&input->scratch, input->areas.n_rows);
  self->excess_se = marmot_scratch_doubles (&input->scratch, input->areas.n_rows);
  for (int part = 0; part < MN_EXCESS_N; part++)
    {
      self->sum[part] = marmot_scratch_doubles (&input->scratch, input->areas.n_areas);
      self->sum_se[part] = marmot_scratch_doubles (&input->scratch, input->areas.n_areas);
    }
  for (gsize i = 0; i < input->areas.n_rows; i++)
    self->excess[i] = self->excess_se[i] = (double) NAN;
  for (gsize k = 0; k < input->areas.n_areas; k++)
    for (int part = 0; part < MN_EXCESS_N; part++)
      self->sum[part][k] = self->sum_se[part][k] = (double) NAN;
}

static void
compute_excess (const Input *input,
                const mn_excess_area *area,
                gsize k,
                const double *weights,
                const double *amount,
                double *reference,
                Excess *out)
{
  gsize first = input->areas.first[k];
  double sum[MN_EXCESS_N], sum_se[MN_EXCESS_N];

  mn_excess (area, weights, input->sign * input->target, input->target_se, amount, reference, out->excess + first,
             out->excess_se + first, sum, sum_se);
  for (int part = 0; part < MN_EXCESS_N; part++)
    {
      gboolean none = part == MN_EXCESS_MOST && !input->has_rank;

      out->sum[part][k] = none ? (double) NAN : sum[part];
      out->sum_se[part][k] = none ? (double) NAN : sum_se[part];
    }
}

/* Numbers that were too large to be added up. */
static void
void_area (Input *input,
           Excess *out,
           gsize k)
{
  input->status[k] = MN_NOT_FINITE;
  for (gsize i = input->areas.first[k]; i < input->areas.first[k + 1]; i++)
    out->excess[i] = out->excess_se[i] = (double) NAN;
  for (int part = 0; part < MN_EXCESS_N; part++)
    out->sum[part][k] = out->sum_se[part][k] = (double) NAN;
}

/* Areas, shared by threads; years where there are any. reference and events are of areas. */
typedef struct
{
  Input *input;
  Excess *events;
  Excess *years;
  double *reference;
  double *n_events;
  gsize longest;
} Areas;

/* Room for one area at a time. */
typedef struct
{
  double *share;
  double *place;
  double *weights;
  double *amount;
} Room;

static void
compute_area (const Areas *all,
              gsize k,
              const Room *room)
{
  Input *input = all->input;
  gsize first = input->areas.first[k];
  double *reference = &all->reference[k], *n_events = &all->n_events[k];
  mn_excess_area area;
  double same;

  *reference = *n_events = (double) NAN;
  if (input->status[k] == MN_OK)
    input->status[k] = place_area (input, k, room->share, room->place, &area);
  if (input->status[k] != MN_OK)
    return;

  mn_excess_reference (&area, input->reference, room->weights);
  compute_excess (input, &area, k, room->weights, area.people, reference, all->events);
  *reference *= input->sign;
  *n_events = 0;
  for (gsize i = 0; i < area.n; i++)
    *n_events += input->sign * area.y[i] * area.people[i] / area.scale;
  if (!isfinite (*n_events) || !isfinite (*reference))
    {
      void_area (input, all->events, k);
      *reference = *n_events = (double) NAN;
      return;
    }
  if (!input->has_years)
    return;
  /* Years are spread evenly over the events that cost them. */
  for (gsize i = 0; i < area.n; i++)
    {
      double figure = input->sign * area.y[i];

      room->amount[i] = figure != 0 ? input->years[first + i] / figure * area.scale : 0;
    }
  compute_excess (input, &area, k, room->weights, room->amount, &same, all->years);
}

static void
run_areas (gsize first,
           gsize n_areas,
           gpointer data)
{
  const Areas *all = data;
  g_autofree double *block = g_new (double, 4 * MAX (all->longest, 1));
  const Room room = { block, block + all->longest, block + 2 * all->longest, block + 3 * all->longest };

  for (gsize k = first; k < first + n_areas; k++)
    compute_area (all, k, &room);
}

/* Areas of some groups each are as much work as many rows. */
#define AREAS_PIECE 256

static void
compute_areas (Input *input,
               Excess *events,
               Excess *years,
               double *reference,
               double *n_events)
{
  Areas all = { input, events, years, reference, n_events, longest (&input->areas) };

  excess_init (events, input);
  if (input->has_years)
    excess_init (years, input);
  marmot_rows_run_finely (input->areas.n_areas, AREAS_PIECE, run_areas, &all);
}

MarmotTable *
marmot_excess_events (MarmotTable *figures,
                      MarmotGroups *areas,
                      MarmotExcessOptions *options,
                      GError **error)
{
  g_auto (Input) input = { 0 };
  g_auto (MarmotResult) result = { 0 };
  Excess events, years;
  double *of_areas[2];
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (MARMOT_IS_EXCESS_OPTIONS (options), NULL);

  if (!input_init (&input, figures, areas, options, MARMOT_METHOD_EXCESS,
                   marmot_excess_options_get_reference (options) == MARMOT_EXCESS_REFERENCE_LEAST_DEPRIVED, error))
    return NULL;
  n = input.areas.n_rows;
  marmot_result_init (&result);
  of_areas[0] = marmot_scratch_doubles (&input.scratch, input.areas.n_areas);
  of_areas[1] = marmot_scratch_doubles (&input.scratch, input.areas.n_areas);
  compute_areas (&input, &events, &years, of_areas[0], of_areas[1]);

  marmot_gaps_add_number (&result, &input.plan, "excess",
                          marmot_gaps_scatter (&input.areas, events.excess, &input.scratch),
                          marmot_gaps_scatter (&input.areas, events.excess_se, &input.scratch), n);
  if (input.has_years)
    marmot_gaps_add_number (&result, &input.plan, "excess_years",
                            marmot_gaps_scatter (&input.areas, years.excess, &input.scratch),
                            marmot_gaps_scatter (&input.areas, years.excess_se, &input.scratch), n);
  marmot_result_add_statuses (&result, "status", spread_status (&input), n);
  return marmot_result_end (&result);
}

MarmotTable *
marmot_excess_totals (MarmotTable *figures,
                      MarmotGroups *areas,
                      MarmotExcessOptions *options,
                      GError **error)
{
  const char *const endings[] = { "", "_worse", "_most" };
  g_auto (Input) input = { 0 };
  g_auto (MarmotResult) result = { 0 };
  Excess out[2];
  double *reference, *n_events;
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (MARMOT_IS_EXCESS_OPTIONS (options), NULL);

  if (!input_init (&input, figures, areas, options, MARMOT_METHOD_EXCESS,
                   marmot_excess_options_get_reference (options) == MARMOT_EXCESS_REFERENCE_LEAST_DEPRIVED, error))
    return NULL;
  n = input.areas.n_areas;
  marmot_result_init (&result);
  reference = marmot_scratch_doubles (&input.scratch, n);
  n_events = marmot_scratch_doubles (&input.scratch, n);
  compute_areas (&input, &out[0], &out[1], reference, n_events);

  add_counts (&result, &input.areas);
  marmot_result_add_doubles (&result, "reference", reference, n);
  marmot_result_add_doubles (&result, "events", n_events, n);
  for (int unit = 0; unit < (input.has_years ? 2 : 1); unit++)
    for (int part = 0; part < MN_EXCESS_N; part++)
      {
        g_autofree char *name = g_strconcat (unit ? "excess_years" : "excess", endings[part], NULL);

        marmot_gaps_add_number (&result, &input.plan, name, out[unit].sum[part], out[unit].sum_se[part], n);
      }
  marmot_result_add_statuses (&result, "status", input.status, n);
  return marmot_result_end (&result);
}

/* --- goals ----------------------------------------------------------------------- */

typedef struct
{
  double *place; /* of rows */
  double *change;
  double *prevented;
  double *prevented_se;
  double *total; /* of areas */
  double *total_se;
} Schedule;

static void
compute_schedule (Input *input,
                  Schedule *out)
{
  gsize n = input->areas.n_rows;
  double *share = marmot_scratch_doubles (&input->scratch, longest (&input->areas));
  double target = input->goal == MARMOT_LEVELLING_GOAL_LEVEL ? input->sign * input->target : input->target;

  out->place = marmot_scratch_doubles (&input->scratch, n);
  out->change = marmot_scratch_doubles (&input->scratch, n);
  out->prevented = marmot_scratch_doubles (&input->scratch, n);
  out->prevented_se = marmot_scratch_doubles (&input->scratch, n);
  out->total = marmot_scratch_doubles (&input->scratch, input->areas.n_areas);
  out->total_se = marmot_scratch_doubles (&input->scratch, input->areas.n_areas);
  for (gsize k = 0; k < input->areas.n_areas; k++)
    {
      gsize first = input->areas.first[k];
      mn_excess_area area;

      if (input->status[k] == MN_OK)
        input->status[k] = place_area (input, k, share, out->place + first, &area);
      if (input->status[k] == MN_OK)
        input->status[k] = (guint8) mn_levelling (&area, input->goal, target, input->share, input->limit,
                                                  out->change + first, out->prevented + first,
                                                  out->prevented_se + first, &out->total[k], &out->total_se[k]);
      if (input->status[k] == MN_OK && !isfinite (out->total[k]))
        input->status[k] = MN_NOT_FINITE;
      if (input->status[k] == MN_OK)
        continue;
      out->total[k] = out->total_se[k] = (double) NAN;
      for (gsize i = first; i < input->areas.first[k + 1]; i++)
        out->place[i] = out->change[i] = out->prevented[i] = out->prevented_se[i] = (double) NAN;
    }
}

MarmotTable *
marmot_levelling_schedule (MarmotTable *figures,
                           MarmotGroups *areas,
                           MarmotExcessOptions *options,
                           GError **error)
{
  g_auto (Input) input = { 0 };
  g_auto (MarmotResult) result = { 0 };
  Schedule schedule;
  double *to;
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (MARMOT_IS_EXCESS_OPTIONS (options), NULL);

  if (!input_init (&input, figures, areas, options, MARMOT_METHOD_LEVELLING,
                   marmot_excess_options_get_goal (options) != MARMOT_LEVELLING_GOAL_LEVEL, error))
    return NULL;
  n = input.areas.n_rows;
  marmot_result_init (&result);
  compute_schedule (&input, &schedule);

  to = marmot_scratch_doubles (&input.scratch, n);
  for (gsize i = 0; i < n; i++)
    {
      to[i] = input.sign * (input.y[i] + schedule.change[i]);
      schedule.change[i] *= input.sign;
    }
  if (input.has_rank)
    marmot_result_add_doubles (&result, "place", marmot_gaps_scatter (&input.areas, schedule.place, &input.scratch), n);
  marmot_result_add_doubles (&result, "change", marmot_gaps_scatter (&input.areas, schedule.change, &input.scratch), n);
  marmot_result_add_doubles (&result, "to", marmot_gaps_scatter (&input.areas, to, &input.scratch), n);
  marmot_gaps_add_number (&result, &input.plan, "events",
                          marmot_gaps_scatter (&input.areas, schedule.prevented, &input.scratch),
                          marmot_gaps_scatter (&input.areas, schedule.prevented_se, &input.scratch), n);
  marmot_result_add_statuses (&result, "status", spread_status (&input), n);
  return marmot_result_end (&result);
}

MarmotTable *
marmot_levelling_totals (MarmotTable *figures,
                         MarmotGroups *areas,
                         MarmotExcessOptions *options,
                         GError **error)
{
  g_auto (Input) input = { 0 };
  g_auto (MarmotResult) result = { 0 };
  Schedule schedule;
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (MARMOT_IS_EXCESS_OPTIONS (options), NULL);

  if (!input_init (&input, figures, areas, options, MARMOT_METHOD_LEVELLING,
                   marmot_excess_options_get_goal (options) != MARMOT_LEVELLING_GOAL_LEVEL, error))
    return NULL;
  n = input.areas.n_areas;
  marmot_result_init (&result);
  compute_schedule (&input, &schedule);
  add_counts (&result, &input.areas);
  marmot_gaps_add_number (&result, &input.plan, "events", schedule.total, schedule.total_se, n);
  marmot_result_add_statuses (&result, "status", input.status, n);
  return marmot_result_end (&result);
}

/* A statistic of many groups for one of them. */
static MarmotEstimate *
run_one (MarmotTable *(*of_groups) (MarmotTable *, MarmotGroups *, MarmotExcessOptions *, GError **),
         const char *name,
         MarmotMethod method,
         double estimate,
         double standard_error,
         double population,
         MarmotExcessOptions *options,
         GError **error)
{
  const char *const names[] = { "estimate", "population", "standard_error", NULL };
  const double numbers[] = { estimate, population, standard_error };
  g_autoptr (MarmotTable) row = NULL;
  g_autoptr (MarmotTable) events = NULL;
  MarmotIntervalPlan plan;

  if (!marmot_gaps_plan (&plan, marmot_excess_options_get_interval (options), method, error))
    return NULL;
  row = marmot_gaps_make_row (names, numbers);
  events = of_groups (row, NULL, options, error);
  return events ? marmot_gaps_read_estimate (events, &plan, name, "status", method) : NULL;
}

MarmotEstimate *
marmot_excess_of_group (double estimate,
                        double standard_error,
                        double population,
                        MarmotExcessOptions *options,
                        GError **error)
{
  g_return_val_if_fail (MARMOT_IS_EXCESS_OPTIONS (options), NULL);

  if (marmot_excess_options_get_reference (options) != MARMOT_EXCESS_REFERENCE_TARGET)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "One group has nobody to be compared with: give the figure as the target, and the target as "
                           "the reference");
      return NULL;
    }
  return run_one (marmot_excess_events, "excess", MARMOT_METHOD_EXCESS, estimate, standard_error, population, options,
                  error);
}

MarmotEstimate *
marmot_levelling_of_group (double estimate,
                           double standard_error,
                           double population,
                           MarmotExcessOptions *options,
                           GError **error)
{
  g_return_val_if_fail (MARMOT_IS_EXCESS_OPTIONS (options), NULL);

  if (marmot_excess_options_get_goal (options) != MARMOT_LEVELLING_GOAL_LEVEL)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "One group has no gap and no slope: take the level of the target as the goal, or give the "
                           "figures of all groups");
      return NULL;
    }
  return run_one (marmot_levelling_schedule, "events", MARMOT_METHOD_LEVELLING, estimate, standard_error, population,
                  options, error);
}
