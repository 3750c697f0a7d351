/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "figures-private.h"
#include "flow-model-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-estimates-private.h"

#define LEAST_REPETITIONS 100
#define MOST_REPETITIONS 1000000

/* Fewer entries than this, and their rate is anybody's guess. */
#define FEW_ENTRIES 16

struct _MarmotFlowProjection
{
  GObject parent_instance;

  MarmotFlowRates *rates;
  MarmotIntervalPlan plan;
  MarmotFlowLayout layout;
  guint n_steps;
  guint step_months;
  guint repetitions;
  guint seed;
  gboolean is_changed;
  gint32 *dates;
  double *value; /* by step, from 0, and figure */
  double *lower[MARMOT_MAX_LEVELS];
  double *upper[MARMOT_MAX_LEVELS];
};

G_DEFINE_FINAL_TYPE (MarmotFlowProjection, marmot_flow_projection, G_TYPE_OBJECT)

static const MarmotMethod methods[] = {
  MARMOT_METHOD_MULTISTATE_SIMULATION,
  MARMOT_METHOD_MULTISTATE_CHANCE,
  MARMOT_METHOD_MULTISTATE_RATES,
};

static void
marmot_flow_projection_finalize (GObject *object)
{
  MarmotFlowProjection *self = MARMOT_FLOW_PROJECTION (object);

  g_clear_object (&self->rates);
  g_free (self->dates);
  g_free (self->value);
  for (guint i = 0; i < MARMOT_MAX_LEVELS; i++)
    {
      g_free (self->lower[i]);
      g_free (self->upper[i]);
    }
  G_OBJECT_CLASS (marmot_flow_projection_parent_class)->finalize (object);
}

static void
marmot_flow_projection_class_init (MarmotFlowProjectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_flow_projection_finalize;
}

static void
marmot_flow_projection_init (MarmotFlowProjection *self)
{
  static const size_t first[] = { 0, 1 };
  const mn_flow_model nobody = { .n_bands = 1, .first = first };

  /* One made by g_object_new() alone is of nobody. */
  self->rates = g_object_new (MARMOT_TYPE_FLOW_RATES, NULL);
  self->step_months = 1;
  marmot_flow_layout_init (&self->layout, &nobody);
  self->dates = g_new0 (gint32, 1);
  self->value = g_new0 (double, self->layout.n);
  if (!marmot_interval_plan_init (&self->plan, NULL, methods, G_N_ELEMENTS (methods), 1, NULL))
    g_warn_if_reached ();
  self->lower[0] = g_new0 (double, self->layout.n);
  self->upper[0] = g_new0 (double, self->layout.n);
}

/* --- made -------------------------------------------------------------------------------- */

static gboolean
read_options (MarmotFlowProjection *self,
              MarmotFlowOptions *options,
              GError **error)
{
  MarmotIntervalOptions *interval = options ? marmot_flow_options_get_interval (options) : NULL;

  self->n_steps = options ? marmot_flow_options_get_horizon (options) : 36;
  self->repetitions = options ? marmot_flow_options_get_repetitions (options) : 2000;
  self->seed = options ? marmot_flow_options_get_seed (options) : 1;
  if (!marmot_interval_plan_init (&self->plan, interval, methods, G_N_ELEMENTS (methods), 1, error))
    return FALSE;
  if (self->n_steps < 1 || self->n_steps > MARMOT_FLOW_MAX_HORIZON)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, "A horizon is from 1 to %d steps",
                   MARMOT_FLOW_MAX_HORIZON);
      return FALSE;
    }
  if (self->repetitions != 0
      && (self->repetitions < LEAST_REPETITIONS || self->repetitions > MOST_REPETITIONS))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                   "There are %d to %d simulations, or 0 for no limits", LEAST_REPETITIONS, MOST_REPETITIONS);
      return FALSE;
    }
  return TRUE;
}

/* The stock of the last day by cell: ages in whole steps. */
static double *
make_stock (const MarmotFlowRates *rates,
            const MarmotFlowModel *model)
{
  gsize n = rates->n_states, last = model->first[rates->n_bands] - 1;
  double *stock = g_new0 (double, (last + 1) * n + 1);

  for (gsize month = 0; month < rates->n_months; month++)
    for (gsize s = 0; s < n; s++)
      stock[MIN (month / model->step_months, last) * n + s] += rates->stock[month * n + s];
  return stock;
}

static void
expect_all (MarmotFlowProjection *self,
            const mn_flow_model *model,
            const mn_flow_step *step,
            const double *stock)
{
  gsize n_cells = model->first[model->n_bands] * model->n_states;
  g_autofree double *here = g_memdup2 (stock, (n_cells + 1) * sizeof *stock);
  g_autofree double *next = g_new (double, n_cells + 1);

  mn_flow_bands (model, here, self->value);
  marmot_flow_layout_fill (&self->layout, self->value, (double) NAN, (double) NAN);
  for (guint t = 1; t <= self->n_steps; t++)
    {
      double *figures = self->value + t * self->layout.n, *swap;
      double entered, left;

      mn_flow_expect (model, step, here, next, &entered, &left);
      mn_flow_bands (model, next, figures);
      marmot_flow_layout_fill (&self->layout, figures, entered, left);
      swap = here;
      here = next;
      next = swap;
    }
}

static gboolean
simulate_all (MarmotFlowProjection *self,
              const mn_flow_model *model,
              const mn_flow_step *step,
              const double *stock,
              GError **error)
{
  MarmotFlowSimulation simulation = {
    model, &self->layout, stock, step, self->n_steps, self->repetitions, self->seed, self->plan.method,
  };
  gsize n = self->layout.n, n_rows = (self->n_steps + 1) * n;
  double *lower[MARMOT_MAX_LEVELS], *upper[MARMOT_MAX_LEVELS];

  for (guint i = 0; i < self->plan.n_levels; i++)
    {
      self->lower[i] = g_renew (double, self->lower[i], n_rows);
      self->upper[i] = g_renew (double, self->upper[i], n_rows);
      /* What is known is known. */
      for (gsize k = 0; k < n; k++)
        self->lower[i][k] = self->upper[i][k] = self->repetitions > 0 ? self->value[k] : (double) NAN;
      for (gsize k = n; k < n_rows; k++)
        self->lower[i][k] = self->upper[i][k] = (double) NAN;
      lower[i] = self->lower[i] + n;
      upper[i] = self->upper[i] + n;
    }
  return self->repetitions == 0 || marmot_flow_simulate (&simulation, &self->plan, lower, upper, error);
}

MarmotFlowProjection *
marmot_flow_projection_new (MarmotFlowRates *rates,
                            MarmotFlowOptions *options,
                            GError **error)
{
  g_autoptr (MarmotFlowProjection) self = NULL;
  g_auto (MarmotFlowModel) model = { 0 };
  g_autofree double *memory = NULL;
  g_autofree double *stock = NULL;
  mn_flow_step step;

  g_return_val_if_fail (MARMOT_IS_FLOW_RATES (rates), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_FLOW_OPTIONS (options), NULL);

  self = g_object_new (MARMOT_TYPE_FLOW_PROJECTION, NULL);
  g_set_object (&self->rates, rates);
  if (!read_options (self, options, error) || !marmot_flow_model_init (&model, rates, options, error))
    return NULL;
  self->step_months = model.step_months;
  self->is_changed = model.is_changed;
  marmot_flow_layout_init (&self->layout, &model.model);
  self->dates = g_renew (gint32, self->dates, self->n_steps + 1);
  for (guint t = 0; t <= self->n_steps; t++)
    self->dates[t] = marmot_flow_add_months (rates->until, t * self->step_months);
  g_free (self->value);
  self->value = g_new0 (double, (self->n_steps + 1) * self->layout.n);

  memory = g_new (double, mn_flow_step_size (&model.model) + 1);
  mn_flow_step_init (&model.model, memory, &step);
  mn_flow_observe (&model.model, &step);
  mn_flow_prepare (&model.model, &step);
  stock = make_stock (rates, &model);
  expect_all (self, &model.model, &step, stock);
  if (!simulate_all (self, &model.model, &step, stock, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* --- read -------------------------------------------------------------------------------- */

MarmotFlowRates *
marmot_flow_projection_get_rates (MarmotFlowProjection *self)
{
  g_return_val_if_fail (MARMOT_IS_FLOW_PROJECTION (self), NULL);

  return self->rates;
}

MarmotMethod
marmot_flow_projection_get_method (MarmotFlowProjection *self)
{
  g_return_val_if_fail (MARMOT_IS_FLOW_PROJECTION (self), MARMOT_METHOD_NONE);

  return self->repetitions > 0 ? self->plan.method : MARMOT_METHOD_MULTISTATE;
}

void
marmot_flow_projection_peek (MarmotFlowProjection *self,
                             MarmotFlowFigures *figures)
{
  figures->n_steps = self->n_steps;
  figures->step_months = self->step_months;
  figures->dates = self->dates;
  figures->n_figures = self->layout.n;
  figures->by_state = self->layout.by_state;
  figures->total = self->layout.total;
  figures->value = self->value;
  figures->n_levels = self->plan.n_levels;
  figures->levels = self->plan.levels;
  figures->has_limits = self->repetitions > 0;
  for (guint i = 0; i < self->plan.n_levels; i++)
    {
      figures->lower[i] = self->lower[i];
      figures->upper[i] = self->upper[i];
    }
}

/* Rows of a result: which step and figure each is of. */
typedef struct
{
  gsize n;
  guint *step;
  gsize *figure;
} Rows;

/* Value, limits and status, null where there is no number. */
static void
add_figures (MarmotFlowProjection *self,
             MarmotResult *result,
             const Rows *rows)
{
  MarmotEstimatesBuffers out;
  g_autoptr (MarmotEstimates) estimates = marmot_estimates_begin (rows->n, self->plan.levels, self->plan.n_levels,
                                                                  marmot_flow_projection_get_method (self), &out);
  char *names[MARMOT_ESTIMATES_COLUMNS];
  MarmotColumn *columns[MARMOT_ESTIMATES_COLUMNS];
  guint n_columns;

  for (gsize i = 0; i < rows->n; i++)
    {
      gsize at = rows->step[i] * self->layout.n + rows->figure[i];

      out.value[i] = self->value[at];
      out.status[i] = MARMOT_STATUS_OK;
      for (guint k = 0; k < self->plan.n_levels; k++)
        {
          out.lower[k][i] = self->lower[k][at];
          out.upper[k][i] = self->upper[k][at];
        }
    }
  n_columns = marmot_estimates_list (estimates, names, columns);
  marmot_result_add_doubles (result, names[0], out.value, rows->n);
  for (guint k = 0; k < self->plan.n_levels; k++)
    {
      marmot_result_add_doubles (result, names[1 + 2 * k], out.lower[k], rows->n);
      marmot_result_add_doubles (result, names[2 + 2 * k], out.upper[k], rows->n);
    }
  marmot_result_add_statuses (result, names[n_columns - 1], out.status, rows->n);
  for (guint i = 0; i < n_columns; i++)
    g_free (names[i]);
}

static MarmotColumn *
name_figures (const gsize *which,
              gsize n_rows)
{
  static const char *const names[] = { "total", "entries", "leavers", NULL };
  g_autofree const char **texts = g_new0 (const char *, n_rows + 1);

  for (gsize i = 0; i < n_rows; i++)
    texts[i] = names[which[i]];
  return marmot_column_new_text (texts);
}

MarmotTable *
marmot_flow_projection_to_table (MarmotFlowProjection *self,
                                 MarmotFlowDetail detail)
{
  const MarmotFlowLayout *layout;
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree guint *step = NULL;
  g_autofree gsize *figure = NULL;
  g_autofree gsize *band = NULL;
  g_autofree gsize *state = NULL;
  g_autofree gint64 *number = NULL;
  g_autofree gint32 *date = NULL;
  gsize n_states, n_bands, most;
  Rows rows = { 0, NULL, NULL };

  g_return_val_if_fail (MARMOT_IS_FLOW_PROJECTION (self), NULL);

  layout = &self->layout;
  n_states = detail == MARMOT_FLOW_DETAIL_STATE || detail == MARMOT_FLOW_DETAIL_AGE_AND_STATE ? layout->n_states : 1;
  n_bands = detail == MARMOT_FLOW_DETAIL_AGE || detail == MARMOT_FLOW_DETAIL_AGE_AND_STATE ? layout->n_bands : 1;
  if (detail == MARMOT_FLOW_DETAIL_TOTAL)
    n_states = 3;
  most = (self->n_steps + 1) * n_bands * n_states;
  step = rows.step = g_new (guint, most + 1);
  figure = rows.figure = g_new (gsize, most + 1);
  band = g_new (gsize, most + 1);
  state = g_new (gsize, most + 1);
  number = g_new (gint64, most + 1);
  date = g_new (gint32, most + 1);
  for (guint t = 0; t <= self->n_steps; t++)
    for (gsize b = 0; b < n_bands; b++)
      for (gsize s = 0; s < n_states; s++)
        {
          gsize i = rows.n;

          /* Of the step before the first nobody asks. */
          if (detail == MARMOT_FLOW_DETAIL_TOTAL && t == 0 && s > 0)
            continue;
          step[i] = t;
          number[i] = t;
          date[i] = self->dates[t];
          band[i] = b;
          state[i] = s;
          if (detail == MARMOT_FLOW_DETAIL_TOTAL)
            figure[i] = layout->total + s;
          else if (detail == MARMOT_FLOW_DETAIL_STATE)
            figure[i] = layout->by_state + s;
          else if (detail == MARMOT_FLOW_DETAIL_AGE)
            figure[i] = (layout->n_bands > 1 ? layout->by_age : layout->total) + b;
          else
            figure[i] = b * layout->n_states + s;
          rows.n++;
        }

  marmot_result_init (&result);
  marmot_result_add (&result, "step", marmot_column_new_integer (number, rows.n));
  marmot_result_add (&result, "date", marmot_column_new_date (date, rows.n));
  if (detail == MARMOT_FLOW_DETAIL_TOTAL)
    marmot_result_add (&result, "figure", name_figures (state, rows.n));
  if (detail == MARMOT_FLOW_DETAIL_AGE || detail == MARMOT_FLOW_DETAIL_AGE_AND_STATE)
    marmot_result_add (&result, "age", marmot_flow_ages_column (self->rates, band, rows.n));
  if (detail == MARMOT_FLOW_DETAIL_STATE || detail == MARMOT_FLOW_DETAIL_AGE_AND_STATE)
    marmot_result_add (&result, "state", marmot_flow_states_column (self->rates, state, rows.n));
  add_figures (self, &result, &rows);
  return marmot_result_end (&result);
}

/* --- in words ----------------------------------------------------------------------------- */

static const char *
get_step_word (guint months)
{
  return months == 1 ? "a month" : months == 12 ? "a year" : months == 3 ? "a quarter" : NULL;
}

static void
say_limits (MarmotFlowProjection *self,
            GString *text)
{
  if (self->repetitions == 0)
    {
      g_string_append (text, " There are no limits, since no simulations were asked for.");
      return;
    }
  g_string_append_printf (text, " Limits are of %u simulations from seed %u", self->repetitions, self->seed);
  if (self->plan.method == MARMOT_METHOD_MULTISTATE_SIMULATION)
    g_string_append (text, " of two things: the rates, drawn from what the numbers of moves allow, and the chance "
                           "by which people move one by one.");
  else if (self->plan.method == MARMOT_METHOD_MULTISTATE_CHANCE)
    g_string_append (text, " of the chance by which people move one by one; they take the rates as known, and are "
                           "too narrow for that.");
  else
    g_string_append (text, " of the rates, drawn from what the numbers of moves allow; they leave out the chance by "
                           "which people move one by one, and are of the expected numbers alone.");
}

char *
marmot_flow_projection_describe (MarmotFlowProjection *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *until = NULL;
  const char *word;
  double observed, ahead;
  MarmotFlowRates *rates;

  g_return_val_if_fail (MARMOT_IS_FLOW_PROJECTION (self), NULL);

  rates = self->rates;
  until = marmot_flow_day_text (self->dates[self->n_steps]);
  word = get_step_word (self->step_months);
  observed = (rates->until - rates->from) / MARMOT_FLOW_DAYS;
  ahead = self->n_steps * self->step_months / 12.0;
  if (word)
    g_string_append_printf (text, "This is what would be if nothing changed: a projection of %u steps of %s, to %s, "
                                  "and no forecast.",
                            self->n_steps, word, until);
  else
    g_string_append_printf (text, "This is what would be if nothing changed: a projection of %u steps of %u months, to "
                                  "%s, and no forecast.",
                            self->n_steps, self->step_months, until);
  g_string_append (text, " People who are there move and leave, and others enter, at the rates that were observed. ");
  marmot_flow_rates_say (rates, text);
  if (self->is_changed)
    g_string_append (text, " Rates were changed for a what-if: this is not what was observed.");
  say_limits (self, text);
  g_string_append (text, " They know nothing of changes of policy, of siblings who move together, or of rates that "
                         "rise or fall.");
  if (ahead > observed)
    g_string_append_printf (text,
                            " It looks %.1f years ahead and rests upon %.1f: beyond as long as was looked at, take it "
                            "as an illustration.",
                            ahead, observed);
  if (rates->n_entries < FEW_ENTRIES)
    g_string_append_printf (text, " Only %" G_GUINT64_FORMAT " entries were seen: what it says of new people is weak.",
                            rates->n_entries);
  g_string_append (text, " A back-test on the latest year shows how it would have done.");
  return g_strdup (text->str);
}

char *
marmot_flow_projection_to_string (MarmotFlowProjection *self)
{
  g_autofree char *from = NULL;
  g_autofree char *last = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (MARMOT_IS_FLOW_PROJECTION (self), NULL);

  from = marmot_flow_day_text (self->rates->until);
  last = marmot_flow_day_text (self->dates[self->n_steps]);
  g_ascii_formatd (number, sizeof number, "%.1f", self->value[self->n_steps * self->layout.n + self->layout.total]);
  return g_strdup_printf ("%" G_GUINT64_FORMAT " on %s, %s on %s", self->rates->n_closing, from, number, last);
}
