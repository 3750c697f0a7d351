/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-inequality-private.h"

#include <math.h>

#include "core/marmot-column-private.h"
#include "figures-private.h"
#include "numeric/kernel.h"

G_STATIC_ASSERT ((int) MARMOT_STATUS_TOO_FEW_GROUPS == MN_TOO_FEW_GROUPS);
G_STATIC_ASSERT ((int) MARMOT_STATUS_ONE_PLACE == MN_ONE_PLACE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NO_ORDER == MN_NO_ORDER);
G_STATIC_ASSERT ((int) MARMOT_STATUS_FIGURE_NOT_POSITIVE == MN_FIGURE_NOT_POSITIVE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_MEAN_NOT_POSITIVE == MN_MEAN_NOT_POSITIVE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_FIT_NOT_POSITIVE == MN_FIT_NOT_POSITIVE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_OUT_OF_BOUNDS == MN_OUT_OF_BOUNDS);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NO_CONVERGENCE == MN_NO_CONVERGENCE);
G_STATIC_ASSERT ((int) MARMOT_STATUS_NO_REFERENCE == MN_NO_REFERENCE);

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

/* The group of an area that has the label of the reference group. */
static gsize
find_reference (MarmotSubgroups *self,
                const MarmotInequalityPlan *plan,
                gsize area)
{
  const MarmotSubgroupsCore *core = self->core;
  gsize length = plan->reference ? strlen (plan->reference) : 0;

  for (gsize i = core->start[area]; plan->reference && self->labels && i < core->start[area + 1]; i++)
    {
      gsize label_length;
      const char *label = marmot_column_peek_text (self->labels, core->rows[i], &label_length);

      if (label && label_length == length && memcmp (label, plan->reference, length) == 0)
        return i - core->start[area];
    }
  return MARMOT_NO_GROUP;
}

static void
get_area (MarmotSubgroups *self,
          const MarmotInequalityPlan *plan,
          gsize which,
          MarmotInequalityArea *area)
{
  const MarmotSubgroupsCore *core = self->core;

  marmot_subgroups_peek (self, which, &area->groups);
  /* Ranks that are missing are no order. */
  area->rank = core->has_rank && core->order_status[which] == MN_OK ? core->rank + core->start[which] : NULL;
  area->reference = find_reference (self, plan, which);
  memset (&area->design, 0, sizeof area->design);
  if (self->clusters)
    {
      area->design.clusters = self->clusters + core->start[which];
      area->design.n_clusters = self->n_clusters[which];
    }
  if (self->strata)
    {
      area->design.strata = self->strata + core->start[which];
      area->design.n_strata = self->n_strata[which];
    }
  if (self->taken)
    area->design.taken = self->taken + core->start[which];
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
  marmot_inequality_workspace_init (&workspace, self);

  for (gsize area = 0; area < n_areas; area++)
    {
      double lower[MARMOT_MAX_LEVELS], upper[MARMOT_MAX_LEVELS];
      guint8 status = get_area_status (self, &plan, area);
      MarmotInequalityArea groups;
      mn_index index;

      get_area (self, &plan, area, &groups);
      n_groups[area] = (gint64) groups.groups.n;
      n_missing[area] = (gint64) self->core->n_missing[area];
      if (status == MN_OK && marmot_inequality_plan_is_drawn (&plan))
        {
          marmot_inequality_draw (&plan, &groups, area, &workspace, &index, lower, upper);
        }
      else
        {
          if (status == MN_OK)
            marmot_inequality_compute (&plan, &groups, &workspace, &index);
          else
            mn_index_fail (&index, status);
          marmot_inequality_finish (&plan, &index, lower, upper);
          log_error |= index.status == MN_OK && plan.is_ratio;
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
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Limits in closed form do not vary: ask for the method simulation or bootstrap");
      return NULL;
    }

  n_areas = self->core->n_areas;
  marmot_inequality_workspace_init (&workspace, self);
  for (guint i = 0; i < plan.interval.n_levels; i++)
    sums[i] = g_new0 (double, n_areas);

  for (gsize area = 0; area < n_areas; area++)
    {
      double first_lower[MARMOT_MAX_LEVELS] = { 0 }, first_upper[MARMOT_MAX_LEVELS] = { 0 };
      guint8 status = get_area_status (self, &plan, area);
      MarmotInequalityArea groups;

      get_area (self, &plan, area, &groups);
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
          marmot_inequality_draw (&plan, &groups, (guint64) run << 48 | area, &workspace, &index, lower, upper);
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
      char percent[MARMOT_PERCENT_SIZE];

      names[i] = plan.interval.n_levels == 1
                   ? g_strdup ("mean_difference")
                   : g_strconcat ("mean_difference_", marmot_figures_percent (plan.interval.levels[i], percent), NULL);
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
