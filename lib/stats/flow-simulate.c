/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Limits by simulation: each has a generator of its own, so that threads change nothing.
 */
#include "flow-model-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-sort-private.h"
#include "core/marmot-threads-private.h"

/* Numbers that are kept: four bytes each. */
#define MAX_DRAWS (64 * 1024 * 1024)

/* Some thousands of millions of small steps take a minute. */
#define MAX_WORK 4e10

/* Simulations, and figures, that one thread takes at a time. */
#define CHUNK 8
#define BLOCK 16

void
marmot_flow_layout_init (MarmotFlowLayout *self,
                         const mn_flow_model *model)
{
  gboolean has_bands = model->n_bands > 1;

  self->n_states = model->n_states;
  self->n_bands = model->n_bands;
  self->by_state = has_bands ? self->n_bands * self->n_states : 0;
  self->by_age = self->by_state + self->n_states;
  self->total = self->by_age + (has_bands ? self->n_bands : 0);
  self->n = self->total + 3;
}

void
marmot_flow_layout_fill (const MarmotFlowLayout *self,
                         double *figures,
                         double entered,
                         double left)
{
  double *states = figures + self->by_state, *ages = figures + self->by_age;
  double total = 0;

  if (self->n_bands > 1)
    {
      memset (states, 0, (self->n_states + self->n_bands) * sizeof *states);
      for (gsize b = 0; b < self->n_bands; b++)
        for (gsize s = 0; s < self->n_states; s++)
          {
            states[s] += figures[b * self->n_states + s];
            ages[b] += figures[b * self->n_states + s];
          }
    }
  for (gsize s = 0; s < self->n_states; s++)
    total += states[s];
  figures[self->total] = total;
  figures[self->total + 1] = entered;
  figures[self->total + 2] = left;
}

/* --- simulations -------------------------------------------------------------------------- */

typedef struct
{
  const MarmotFlowSimulation *simulation;
  float *draws; /* by simulation, step and figure */
} Run;

/* What a thread needs for itself. */
typedef struct
{
  double *memory;
  mn_flow_step step;
  gsize n_cells;
  gint64 *people[2];
  gint64 *coming;
  gint64 *row;
  gint64 *bands;
  double *expected[2];
  double *figures;
} Workspace;

static void
workspace_init (Workspace *self,
                const MarmotFlowSimulation *simulation)
{
  const mn_flow_model *model = simulation->model;
  gsize n = model->n_states;

  self->n_cells = model->first[model->n_bands] * n;
  self->memory = g_new (double, mn_flow_step_size (model) + 1);
  mn_flow_step_init (model, self->memory, &self->step);
  for (int i = 0; i < 2; i++)
    {
      self->people[i] = g_new (gint64, self->n_cells + 1);
      self->expected[i] = g_new (double, self->n_cells + 1);
    }
  self->coming = g_new0 (gint64, self->n_cells + 1);
  self->row = g_new (gint64, 2 * n + 1);
  self->bands = g_new (gint64, model->n_bands * n + 1);
  self->figures = g_new (double, simulation->layout->n);
}

static void
workspace_clear (Workspace *self)
{
  g_free (self->memory);
  for (int i = 0; i < 2; i++)
    {
      g_free (self->people[i]);
      g_free (self->expected[i]);
    }
  g_free (self->coming);
  g_free (self->row);
  g_free (self->bands);
  g_free (self->figures);
}

static void
simulate_one (const MarmotFlowSimulation *self,
              guint repetition,
              Workspace *workspace,
              float *draws)
{
  const mn_flow_model *model = self->model;
  const MarmotFlowLayout *layout = self->layout;
  const mn_flow_step *step = self->observed;
  gboolean has_chance = self->method != MARMOT_METHOD_MULTISTATE_RATES;
  mn_random random;

  mn_random_seed (&random, self->seed, repetition);
  if (self->method != MARMOT_METHOD_MULTISTATE_CHANCE)
    {
      mn_flow_draw (model, &random, &workspace->step);
      mn_flow_prepare (model, &workspace->step);
      step = &workspace->step;
    }
  for (gsize i = 0; i < workspace->n_cells; i++)
    {
      workspace->people[0][i] = (gint64) self->stock[i];
      workspace->expected[0][i] = self->stock[i];
    }
  for (guint t = 0; t < self->n_steps; t++)
    {
      double entered, left;

      if (has_chance)
        {
          gint64 came, went;

          mn_flow_play (model, step, &random, workspace->people[t % 2], workspace->people[1 - t % 2],
                        workspace->coming, workspace->row, &came, &went);
          mn_flow_band_counts (model, workspace->people[1 - t % 2], workspace->bands);
          for (gsize i = 0; i < model->n_bands * model->n_states; i++)
            workspace->figures[i] = (double) workspace->bands[i];
          entered = (double) came;
          left = (double) went;
        }
      else
        {
          mn_flow_expect (model, step, workspace->expected[t % 2], workspace->expected[1 - t % 2], &entered, &left);
          mn_flow_bands (model, workspace->expected[1 - t % 2], workspace->figures);
        }
      marmot_flow_layout_fill (layout, workspace->figures, entered, left);
      for (gsize i = 0; i < layout->n; i++)
        draws[t * layout->n + i] = (float) workspace->figures[i];
    }
}

static void
simulate_some (gsize first,
               gsize n_rows,
               gpointer data)
{
  const Run *run = data;
  const MarmotFlowSimulation *self = run->simulation;
  gsize each = self->n_steps * self->layout->n;
  guint begin = (guint) (first / MARMOT_ROWS_PIECE * CHUNK);
  guint end = MIN (begin + (guint) (n_rows / MARMOT_ROWS_PIECE * CHUNK), self->repetitions);
  Workspace workspace;

  workspace_init (&workspace, self);
  for (guint i = begin; i < end; i++)
    simulate_one (self, i, &workspace, run->draws + i * each);
  workspace_clear (&workspace);
}

/* --- limits ------------------------------------------------------------------------------- */

typedef struct
{
  const MarmotIntervalPlan *plan;
  const float *draws;
  gsize n_draws;
  gsize n_columns;
  double **lower;
  double **upper;
} Limits;

/* The ranks of a level among so many, from 1; FALSE where it has none. */
static gboolean
get_ranks (const MarmotIntervalPlan *plan,
           guint level,
           gsize n,
           gsize *low,
           gsize *high)
{
  double l = nearbyint ((double) n * plan->alpha_2[level]), h = nearbyint ((double) n * (1 - plan->alpha_2[level]));

  if (l < 1 || h > (double) n)
    return FALSE;
  *low = (gsize) l;
  *high = (gsize) h;
  return TRUE;
}

/* The number of a rank, from 1, of numbers that were put into bins in their order: those of
 * its bin are put in order, and no others. */
static double
find_rank (const double *values,
           gsize n_values,
           const guint *counts,
           double least,
           double scale,
           gsize rank,
           double *some)
{
  gsize passed = 0, bin = 0, n = 0;

  while (passed + counts[bin] < rank)
    passed += counts[bin++];
  /* A bin of whole numbers holds one of them. */
  if (scale == 1)
    return least + (double) bin;
  for (gsize i = 0; i < n_values; i++)
    if ((gsize) ((values[i] - least) * scale) == bin)
      some[n++] = values[i];
  marmot_sort_doubles (some, n);
  return some[rank - passed - 1];
}

static void
limit_column (const Limits *self,
              gsize column,
              const double *values,
              guint *counts,
              gsize n_counts,
              double *some)
{
  double least = values[0], most = values[0], scale;
  gboolean is_whole = TRUE;

  for (gsize i = 0; i < self->n_draws; i++)
    {
      least = MIN (least, values[i]);
      most = MAX (most, values[i]);
      is_whole = is_whole && values[i] == floor (values[i]);
    }
  scale = is_whole && most - least < (double) n_counts ? 1 : most > least ? (double) (n_counts - 1) / (most - least) : 0;
  memset (counts, 0, (n_counts + 1) * sizeof *counts);
  for (gsize i = 0; i < self->n_draws; i++)
    counts[(gsize) ((values[i] - least) * scale)]++;
  for (guint level = 0; level < self->plan->n_levels; level++)
    {
      gsize low, high;

      self->lower[level][column] = self->upper[level][column] = (double) NAN;
      if (!get_ranks (self->plan, level, self->n_draws, &low, &high))
        continue;
      self->lower[level][column] = find_rank (values, self->n_draws, counts, least, scale, low, some);
      self->upper[level][column] = find_rank (values, self->n_draws, counts, least, scale, high, some);
    }
}

static void
limit_some (gsize first,
            gsize n_rows,
            gpointer data)
{
  const Limits *self = data;
  gsize begin = first / MARMOT_ROWS_PIECE * BLOCK;
  gsize end = MIN (begin + n_rows / MARMOT_ROWS_PIECE * BLOCK, self->n_columns);
  gsize n = self->n_draws, n_counts = MIN (n, 8192) + 1024;
  double *values = g_new (double, BLOCK * n), *scratch = g_new (double, n);
  guint *counts = g_new (guint, n_counts + 1);

  /* Several columns at a time, so that what is fetched of a simulation is used. */
  for (gsize column = begin; column < end; column += BLOCK)
    {
      gsize some = MIN (BLOCK, end - column);

      for (gsize i = 0; i < n; i++)
        for (gsize k = 0; k < some; k++)
          values[k * n + i] = (double) self->draws[i * self->n_columns + column + k];
      for (gsize k = 0; k < some; k++)
        limit_column (self, column + k, values + k * n, counts, n_counts, scratch);
    }
  g_free (values);
  g_free (scratch);
  g_free (counts);
}

/* Small steps in all: cells gone through, and what matrices take. */
static double
estimate_work (const MarmotFlowSimulation *self)
{
  const mn_flow_model *model = self->model;
  double n = (double) model->n_states, cells = (double) model->first[model->n_bands] * n;
  double matrices = 25 * ((double) model->n_moves + n * (double) model->n_bands) * n
                    + mn_flow_squarings (model, self->observed->moves) * (double) model->n_bands * n * n * n;

  return (double) self->repetitions * ((double) self->n_steps * (cells + 10 * (double) self->layout->n) + matrices);
}

gboolean
marmot_flow_simulate (const MarmotFlowSimulation *self,
                      const MarmotIntervalPlan *plan,
                      double **lower,
                      double **upper,
                      GError **error)
{
  gsize each = self->n_steps * self->layout->n;
  Run run = { self, NULL };
  Limits limits = { plan, NULL, self->repetitions, each, lower, upper };

  if (each > MAX_DRAWS / self->repetitions || estimate_work (self) > MAX_WORK)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                   "%u simulations of %u steps and %" G_GSIZE_FORMAT " figures each are too many: take fewer "
                   "simulations, longer steps, or fewer states or ages",
                   self->repetitions, self->n_steps, self->layout->n);
      return FALSE;
    }
  run.draws = g_try_new (float, (gsize) self->repetitions * each);
  if (!run.draws)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                           "There is no memory for so many simulations: take fewer");
      return FALSE;
    }
  marmot_rows_run ((self->repetitions + CHUNK - 1) / CHUNK * MARMOT_ROWS_PIECE, simulate_some, &run);
  limits.draws = run.draws;
  marmot_rows_run ((each + BLOCK - 1) / BLOCK * MARMOT_ROWS_PIECE, limit_some, &limits);
  g_free (run.draws);
  return TRUE;
}
