/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-inequality-private.h"

#include <math.h>

#include "core/marmot-column-private.h"
#include "numeric/slope.h"
#include "numeric/special.h"

G_STATIC_ASSERT ((int) MARMOT_STATUS_TOO_FEW_GROUPS == MN_TOO_FEW_GROUPS);
G_STATIC_ASSERT ((int) MARMOT_STATUS_ONE_PLACE == MN_ONE_PLACE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NO_ORDER == MN_NO_ORDER);
G_STATIC_ASSERT ((int) MARMOT_STATUS_FIGURE_NOT_POSITIVE == MN_FIGURE_NOT_POSITIVE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_MEAN_NOT_POSITIVE == MN_MEAN_NOT_POSITIVE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_FIT_NOT_POSITIVE == MN_FIT_NOT_POSITIVE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_OUT_OF_BOUNDS == MN_OUT_OF_BOUNDS);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NO_CONVERGENCE == MN_NO_CONVERGENCE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NO_REFERENCE == MN_NO_REFERENCE);

G_STATIC_ASSERT ((int) MARMOT_SLOPE_MODEL_LINEAR == MN_MODEL_LINEAR);
G_STATIC_ASSERT ((int) MARMOT_SLOPE_MODEL_LOG == MN_MODEL_LOG);
G_STATIC_ASSERT ((int) MARMOT_SLOPE_MODEL_LOGIT == MN_MODEL_LOGIT);
G_STATIC_ASSERT ((int) MARMOT_SLOPE_MODEL_BINOMIAL_LOGIT == MN_MODEL_BINOMIAL_LOGIT);
G_STATIC_ASSERT ((int) MARMOT_SLOPE_MODEL_POISSON_LOG == MN_MODEL_POISSON_LOG);
G_STATIC_ASSERT ((int) MARMOT_SLOPE_MODEL_POISSON_IDENTITY == MN_MODEL_POISSON_IDENTITY);
G_STATIC_ASSERT ((int) MARMOT_SLOPE_MODEL_WHO == MN_MODEL_WHO);

/* The most methods that one measure has. */
#define MAX_METHODS 8

static gboolean
is_likelihood (MarmotSlopeModel model)
{
  return model >= MARMOT_SLOPE_MODEL_BINOMIAL_LOGIT;
}

static gboolean
is_ends_ratio (const MarmotInequalityPlan *plan)
{
  return plan->measure == MARMOT_INEQUALITY_RELATIVE_INDEX && plan->form != MARMOT_RELATIVE_FORM_PER_MEAN;
}

/* The methods that the measure has, the customary one first. */
static gsize
list_methods (const MarmotInequalityPlan *plan,
              gboolean has_errors,
              MarmotMethod methods[MAX_METHODS])
{
  gsize n = 0;

  if (plan->model == MARMOT_SLOPE_MODEL_WHO)
    {
      methods[n++] = MARMOT_METHOD_HC1;
    }
  else if (is_likelihood (plan->model))
    {
      methods[n++] = MARMOT_METHOD_MODEL_INFORMATION;
      methods[n++] = MARMOT_METHOD_HC1;
    }
  else
    {
      if (!has_errors)
        methods[n++] = MARMOT_METHOD_RESIDUAL_T;
      if (plan->model == MARMOT_SLOPE_MODEL_LINEAR && is_ends_ratio (plan))
        methods[n++] = MARMOT_METHOD_FIELLER;
      if (plan->model != MARMOT_SLOPE_MODEL_LINEAR
          && (plan->measure == MARMOT_INEQUALITY_SLOPE_INDEX || is_ends_ratio (plan)))
        methods[n++] = MARMOT_METHOD_BACK_TRANSFORMED;
      methods[n++] = MARMOT_METHOD_PROPAGATED;
      if (has_errors)
        methods[n++] = MARMOT_METHOD_RESIDUAL_T;
      methods[n++] = MARMOT_METHOD_HC1;
      methods[n++] = MARMOT_METHOD_SIMULATION;
    }
  methods[n++] = MARMOT_METHOD_BOOTSTRAP;
  methods[n++] = MARMOT_METHOD_NONE;
  g_assert (n <= MAX_METHODS);
  return n;
}

static gboolean
set_invalid (GError **error,
             const char *message)
{
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, message);
  return FALSE;
}

gboolean
marmot_inequality_plan_init (MarmotInequalityPlan *plan,
                             MarmotSubgroups *subgroups,
                             MarmotInequalityMeasure measure,
                             MarmotInequalityOptions *options,
                             MarmotIntervalOptions *interval,
                             GError **error)
{
  g_autoptr (MarmotInequalityOptions) defaults = NULL;
  MarmotMethod methods[MAX_METHODS];
  gsize n_methods;

  if (!options)
    options = defaults = marmot_inequality_options_new ();

  memset (plan, 0, sizeof *plan);
  plan->measure = measure;
  plan->model = marmot_inequality_options_get_model (options);
  plan->form = marmot_inequality_options_get_form (options);
  plan->good = marmot_inequality_options_get_good (options);
  plan->as_gap = marmot_inequality_options_get_as_gap (options);
  plan->complete = marmot_inequality_options_get_complete (options);
  plan->scale = marmot_inequality_options_get_scale (options);
  plan->error_scale = marmot_inequality_options_get_error_scale (options);
  plan->seed = marmot_inequality_options_get_seed (options);
  plan->repetitions = marmot_inequality_options_get_repetitions (options);
  plan->needs_order = TRUE;

  n_methods = list_methods (plan, subgroups->s != NULL, methods);
  if (!marmot_interval_plan_init (&plan->interval, interval, methods, n_methods, 1, error))
    return FALSE;

  if (!(plan->scale > 0 && isfinite (plan->scale)))
    return set_invalid (error, "A scale is above zero, such as 100 for percentages");
  if (plan->as_gap && plan->good == MARMOT_GOOD_DIRECTION_UNSTATED)
    return set_invalid (error, "A gap is positive where the most deprived are worse off: say which direction of "
                               "the figures is good");
  if (measure == MARMOT_INEQUALITY_RELATIVE_INDEX && plan->form == MARMOT_RELATIVE_FORM_PER_MEAN
      && plan->model != MARMOT_SLOPE_MODEL_LINEAR)
    return set_invalid (error, "The slope index over the mean goes with the linear model only");
  if (marmot_inequality_plan_is_drawn (plan) && (plan->repetitions < 100 || plan->repetitions > 1000000))
    return set_invalid (error, "Figures are drawn again from 100 to 1,000,000 times");
  return TRUE;
}

gboolean
marmot_inequality_plan_is_drawn (const MarmotInequalityPlan *plan)
{
  return plan->interval.method == MARMOT_METHOD_SIMULATION || plan->interval.method == MARMOT_METHOD_BOOTSTRAP;
}

static const char *
get_nick (GType type,
          int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  return g_enum_get_value (klass, value)->value_nick;
}

char *
marmot_inequality_plan_describe (const MarmotInequalityPlan *plan)
{
  GString *text = g_string_new (get_nick (MARMOT_TYPE_SLOPE_MODEL, (int) plan->model));

  if (plan->measure == MARMOT_INEQUALITY_RELATIVE_INDEX)
    g_string_append_printf (text, ", %s", get_nick (MARMOT_TYPE_RELATIVE_FORM, (int) plan->form));
  if (plan->as_gap)
    g_string_append (text, ", as gap");
  if (marmot_inequality_plan_is_drawn (plan))
    g_string_append_printf (text, ", xoshiro256++ seed %" G_GUINT64_FORMAT ", %u repetitions", plan->seed,
                            plan->repetitions);
  return g_string_free (text, FALSE);
}

static int
get_variance (const MarmotInequalityPlan *plan)
{
  switch ((int) plan->interval.method)
    {
    case MARMOT_METHOD_RESIDUAL_T:
      return MN_VARIANCE_RESIDUAL;
    case MARMOT_METHOD_HC1:
      return MN_VARIANCE_HC1;
    case MARMOT_METHOD_MODEL_INFORMATION:
      return MN_VARIANCE_MODEL;
    case MARMOT_METHOD_PROPAGATED:
    case MARMOT_METHOD_FIELLER:
    case MARMOT_METHOD_BACK_TRANSFORMED:
      return MN_VARIANCE_PROPAGATED;
    default:
      return MN_VARIANCE_NONE;
    }
}

static int
get_line_number (const MarmotInequalityPlan *plan)
{
  switch (plan->measure)
    {
    case MARMOT_INEQUALITY_RELATIVE_INDEX:
      if (plan->form == MARMOT_RELATIVE_FORM_PER_MEAN)
        return MN_LINE_PER_MEAN;
      return plan->form == MARMOT_RELATIVE_FORM_MOST_OVER_LEAST ? MN_LINE_MOST_OVER_LEAST
                                                                : MN_LINE_LEAST_OVER_MOST;
    case MARMOT_INEQUALITY_MOST_DEPRIVED_END:
      return MN_LINE_MOST;
    case MARMOT_INEQUALITY_LEAST_DEPRIVED_END:
      return MN_LINE_LEAST;
    case MARMOT_INEQUALITY_SLOPE:
      return MN_LINE_SLOPE;
    case MARMOT_INEQUALITY_SLOPE_INDEX:
    default:
      return MN_LINE_DIFFERENCE;
    }
}

void
marmot_inequality_compute (const MarmotInequalityPlan *plan,
                           const mn_groups *groups,
                           MarmotInequalityWorkspace *workspace,
                           mn_index *index)
{
  mn_line line;
  int ends = MN_ENDS_DELTA;
  int status = mn_line_fit (groups, (int) plan->model, get_variance (plan), plan->scale, workspace->scratch[0],
                            workspace->scratch[1], &line);

  if (status != MN_OK)
    {
      mn_index_fail (index, status);
      return;
    }
  if (plan->interval.method == MARMOT_METHOD_FIELLER)
    ends = MN_ENDS_FIELLER;
  else if (plan->interval.method == MARMOT_METHOD_BACK_TRANSFORMED)
    ends = MN_ENDS_TURN;
  mn_line_read (&line, get_line_number (plan), ends, index);
}

/* Whether the sign, or the ratio, is turned over to be a gap. */
static gboolean
is_turned (const MarmotInequalityPlan *plan)
{
  if (!plan->as_gap || plan->measure == MARMOT_INEQUALITY_MOST_DEPRIVED_END
      || plan->measure == MARMOT_INEQUALITY_LEAST_DEPRIVED_END)
    return FALSE;
  if (plan->measure == MARMOT_INEQUALITY_RELATIVE_INDEX && plan->form == MARMOT_RELATIVE_FORM_MOST_OVER_LEAST)
    return plan->good == MARMOT_GOOD_DIRECTION_HIGH;
  return plan->good == MARMOT_GOOD_DIRECTION_LOW;
}

void
marmot_inequality_finish (MarmotInequalityPlan *plan,
                          mn_index *index,
                          double *lower,
                          double *upper)
{
  const MarmotIntervalPlan *interval = &plan->interval;
  double factor = index->is_ratio ? 1 : interval->multiplier;
  gboolean turned = is_turned (plan);

  if (index->status == MN_OK && index->df > 0 && index->df != plan->t_df)
    {
      plan->t_df = index->df;
      for (guint i = 0; i < interval->n_levels; i++)
        plan->t[i] = mn_student_quantile_upper (index->df, interval->alpha_2[i]);
    }
  for (guint i = 0; i < interval->n_levels; i++)
    {
      double low, high;

      mn_index_limits (index, index->df > 0 ? plan->t[i] : interval->z[i], &low, &high);
      if (turned && is_ends_ratio (plan))
        {
          lower[i] = 1 / high;
          upper[i] = low > 0 ? 1 / low : low <= 0 ? (double) INFINITY : (double) NAN;
        }
      else
        {
          lower[i] = turned ? -factor * high : factor * low;
          upper[i] = turned ? -factor * low : factor * high;
        }
    }
  if (turned && is_ends_ratio (plan))
    index->value = 1 / index->value;
  else
    index->value *= turned ? -factor : factor;
  if (!(index->is_ratio && index->limits == MN_LIMITS_LOG))
    index->se *= factor;
}

void
marmot_inequality_workspace_init (MarmotInequalityWorkspace *workspace,
                                  gsize n,
                                  guint n_draws)
{
  for (guint i = 0; i < MARMOT_INEQUALITY_SCRATCHES; i++)
    workspace->scratch[i] = g_new (double, MAX (n, 1));
  workspace->draws = n_draws ? g_new (double, n_draws) : NULL;
}

void
marmot_inequality_workspace_clear (MarmotInequalityWorkspace *workspace)
{
  for (guint i = 0; i < MARMOT_INEQUALITY_SCRATCHES; i++)
    g_free (workspace->scratch[i]);
  g_free (workspace->draws);
}

/* What is wrong with an area whatever its figures. */
static guint8
get_area_status (MarmotSubgroups *self,
                 const MarmotInequalityPlan *plan,
                 gsize area)
{
  const MarmotSubgroupsCore *core = self->core;

  if (core->status[area] != MN_OK)
    return core->status[area];
  if (plan->needs_order && core->order_status[area] != MN_OK)
    return core->order_status[area];
  return plan->complete && core->n_missing[area] ? MN_MISSING : MN_OK;
}

/* A column of doubles in which NaN is null; takes the numbers. */
static MarmotColumn *
make_column (double *numbers,
             gsize n)
{
  g_autofree double *taken = numbers;
  g_autofree gboolean *nulls = g_new (gboolean, n);
  g_autoptr (MarmotColumn) bare = marmot_column_new_double (taken, n);

  for (gsize i = 0; i < n; i++)
    nulls[i] = isnan (taken[i]);
  return marmot_column_with_nulls (bare, nulls, n, NULL);
}

MarmotInequality *
marmot_subgroups_measure (MarmotSubgroups *self,
                          MarmotInequalityMeasure measure,
                          MarmotInequalityOptions *options,
                          MarmotIntervalOptions *interval,
                          GError **error)
{
  MarmotInequalityPlan plan;
  MarmotInequalityWorkspace workspace;
  MarmotEstimatesBuffers buffers;
  MarmotEstimates *estimates;
  gboolean log_error = FALSE;
  gsize n_areas;
  double *errors;
  gint64 *n_groups, *n_missing;

  g_return_val_if_fail (MARMOT_IS_SUBGROUPS (self), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_INEQUALITY_OPTIONS (options), NULL);
  g_return_val_if_fail (interval == NULL || MARMOT_IS_INTERVAL_OPTIONS (interval), NULL);

  if (!marmot_inequality_plan_init (&plan, self, measure, options, interval, error))
    return NULL;

  n_areas = self->core->n_areas;
  errors = g_new (double, n_areas);
  n_groups = g_new (gint64, n_areas);
  n_missing = g_new (gint64, n_areas);
  estimates = marmot_estimates_begin (n_areas, plan.interval.levels, plan.interval.n_levels,
                                      plan.interval.method, &buffers);
  marmot_inequality_workspace_init (&workspace, self->core->most_kept,
                                    marmot_inequality_plan_is_drawn (&plan) ? plan.repetitions : 0);

  for (gsize area = 0; area < n_areas; area++)
    {
      double lower[MARMOT_MAX_LEVELS], upper[MARMOT_MAX_LEVELS];
      const double *rank = self->core->has_rank ? self->core->rank + self->core->start[area] : NULL;
      guint8 status = get_area_status (self, &plan, area);
      mn_groups groups;
      mn_index index;

      marmot_subgroups_peek (self, area, &groups);
      n_groups[area] = (gint64) groups.n;
      n_missing[area] = (gint64) self->core->n_missing[area];
      if (status == MN_OK && marmot_inequality_plan_is_drawn (&plan))
        {
          marmot_inequality_draw (&plan, &groups, rank, area, &workspace, &index, lower, upper);
        }
      else
        {
          if (status == MN_OK)
            marmot_inequality_compute (&plan, &groups, &workspace, &index);
          else
            mn_index_fail (&index, status);
          marmot_inequality_finish (&plan, &index, lower, upper);
          log_error |= index.status == MN_OK && index.is_ratio && is_ends_ratio (&plan);
        }
      buffers.value[area] = index.value;
      buffers.status[area] = index.status;
      errors[area] = index.se;
      for (guint i = 0; i < plan.interval.n_levels; i++)
        {
          buffers.lower[i][area] = lower[i];
          buffers.upper[i][area] = upper[i];
        }
    }
  marmot_estimates_finish (estimates);
  marmot_inequality_workspace_clear (&workspace);

  {
    g_autofree gint64 *counted = n_groups;
    g_autofree gint64 *missed = n_missing;

    return marmot_inequality_new (measure, marmot_inequality_plan_describe (&plan), log_error,
                                  self->core->areas ? marmot_groups_ref (self->core->areas) : NULL, estimates,
                                  make_column (errors, n_areas), marmot_column_new_integer (counted, n_areas),
                                  marmot_column_new_integer (missed, n_areas));
  }
}

/* The runs whose limits are compared. */
#define N_RUNS 10

MarmotTable *
marmot_subgroups_measure_reliability (MarmotSubgroups *self,
                                      MarmotInequalityMeasure measure,
                                      MarmotInequalityOptions *options,
                                      MarmotIntervalOptions *interval,
                                      GError **error)
{
  MarmotInequalityPlan plan;
  MarmotInequalityWorkspace workspace;
  MarmotColumn *columns[MARMOT_MAX_LEVELS];
  double *sums[MARMOT_MAX_LEVELS];
  char *names[MARMOT_MAX_LEVELS + 1] = { NULL };
  MarmotTable *table;
  gsize n_areas;

  g_return_val_if_fail (MARMOT_IS_SUBGROUPS (self), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_INEQUALITY_OPTIONS (options), NULL);
  g_return_val_if_fail (interval == NULL || MARMOT_IS_INTERVAL_OPTIONS (interval), NULL);

  if (!marmot_inequality_plan_init (&plan, self, measure, options, interval, error))
    return NULL;
  if (!marmot_inequality_plan_is_drawn (&plan))
    {
      set_invalid (error, "Limits in closed form do not vary: ask for the method simulation or bootstrap");
      return NULL;
    }

  n_areas = self->core->n_areas;
  marmot_inequality_workspace_init (&workspace, self->core->most_kept, plan.repetitions);
  for (guint i = 0; i < plan.interval.n_levels; i++)
    sums[i] = g_new0 (double, n_areas);

  for (gsize area = 0; area < n_areas; area++)
    {
      double first_lower[MARMOT_MAX_LEVELS] = { 0 }, first_upper[MARMOT_MAX_LEVELS] = { 0 };
      const double *rank = self->core->has_rank ? self->core->rank + self->core->start[area] : NULL;
      guint8 status = get_area_status (self, &plan, area);
      mn_groups groups;

      marmot_subgroups_peek (self, area, &groups);
      for (guint run = 0; run < N_RUNS; run++)
        {
          double lower[MARMOT_MAX_LEVELS], upper[MARMOT_MAX_LEVELS];
          mn_index index;

          if (status != MN_OK)
            {
              for (guint i = 0; i < plan.interval.n_levels; i++)
                sums[i][area] = (double) NAN;
              break;
            }
          marmot_inequality_draw (&plan, &groups, rank, (guint64) run << 48 | area, &workspace, &index, lower,
                                  upper);
          for (guint i = 0; i < plan.interval.n_levels; i++)
            {
              if (run == 0)
                {
                  first_lower[i] = lower[i];
                  first_upper[i] = upper[i];
                }
              sums[i][area] += (fabs (lower[i] - first_lower[i]) + fabs (upper[i] - first_upper[i]))
                               / (2 * (N_RUNS - 1));
            }
        }
    }
  marmot_inequality_workspace_clear (&workspace);

  for (guint i = 0; i < plan.interval.n_levels; i++)
    {
      names[i] = plan.interval.n_levels == 1 ? g_strdup ("mean_difference")
                                             : g_strdup_printf ("mean_difference_%.10g",
                                                                100 * plan.interval.levels[i]);
      columns[i] = make_column (sums[i], n_areas);
    }
  table = marmot_table_new ((const char *const *) names, columns, plan.interval.n_levels, error);
  for (guint i = 0; i < plan.interval.n_levels; i++)
    {
      g_free (names[i]);
      marmot_column_unref (columns[i]);
    }
  return table;
}
