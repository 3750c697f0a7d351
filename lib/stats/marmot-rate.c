/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>

#include "marmot-stats-private.h"
#include "numeric/rate.h"

static const MarmotMethod methods[] = {
  MARMOT_METHOD_POISSON,
  MARMOT_METHOD_EXACT_POISSON,
  MARMOT_METHOD_BYAR,
};

/* The exact limits at each level, made once a call. */
typedef struct
{
  mn_poisson_limits of_level[MARMOT_MAX_LEVELS];
} ExactLimits;

static void
compute (const MarmotIntervalPlan *plan,
         const double *x,
         const double *n,
         gsize n_rows,
         double *value,
         guint8 *status,
         double **lower,
         double **upper)
{
  const ExactLimits *limits = plan->prepared;
  double below = plan->method == MARMOT_METHOD_EXACT_POISSON ? (double) INFINITY : MN_POISSON_SWITCH;

  mn_rate_values (x, n, n_rows, plan->multiplier, value, status);
  for (guint i = 0; i < plan->n_levels; i++)
    {
      mn_rate_byar (x, n, n_rows, plan->z[i], plan->multiplier, lower[i], upper[i]);
      if (plan->method != MARMOT_METHOD_BYAR)
        mn_rate_exact_rows (x, n, n_rows, below, &limits->of_level[i], plan->multiplier, lower[i], upper[i]);
    }
}

static gboolean
plan_init (MarmotIntervalPlan *plan,
           ExactLimits *limits,
           gsize n_rows,
           MarmotIntervalOptions *options,
           GError **error)
{
  if (!marmot_interval_plan_init (plan, options, methods, G_N_ELEMENTS (methods), 100000, error))
    return FALSE;

  plan->n_rows = n_rows;
  for (guint i = 0; i < plan->n_levels; i++)
    mn_poisson_limits_init (&limits->of_level[i], plan->alpha_2[i],
                            plan->method == MARMOT_METHOD_EXACT_POISSON ? n_rows : 0);
  plan->prepared = limits;
  return TRUE;
}

MarmotEstimate *
marmot_rate (double count,
             double denominator,
             MarmotIntervalOptions *options,
             GError **error)
{
  MarmotIntervalPlan plan;
  ExactLimits limits;
  MarmotMethod taken;

  g_return_val_if_fail (options == NULL || MARMOT_IS_INTERVAL_OPTIONS (options), NULL);

  if (!plan_init (&plan, &limits, 1, options, error))
    return NULL;

  taken = plan.method;
  if (taken == MARMOT_METHOD_POISSON && !isnan (count))
    taken = count < MN_POISSON_SWITCH ? MARMOT_METHOD_EXACT_POISSON : MARMOT_METHOD_BYAR;
  return marmot_interval_one (&plan, compute, taken, count, denominator);
}

MarmotEstimates *
marmot_rate_column (MarmotColumn *count,
                    MarmotColumn *denominator,
                    MarmotIntervalOptions *options,
                    GError **error)
{
  MarmotIntervalPlan plan;
  ExactLimits limits;

  g_return_val_if_fail (count != NULL, NULL);
  g_return_val_if_fail (denominator != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_INTERVAL_OPTIONS (options), NULL);

  if (!plan_init (&plan, &limits, marmot_column_get_length (count), options, error))
    return NULL;
  return marmot_interval_column (&plan, compute, count, denominator, error);
}

MarmotEstimates *
marmot_rate_grouped (MarmotColumn *count,
                     MarmotColumn *denominator,
                     MarmotGroups *groups,
                     MarmotIntervalOptions *options,
                     GError **error)
{
  MarmotIntervalPlan plan;
  ExactLimits limits;

  g_return_val_if_fail (count != NULL, NULL);
  g_return_val_if_fail (denominator != NULL, NULL);
  g_return_val_if_fail (groups != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_INTERVAL_OPTIONS (options), NULL);

  if (!plan_init (&plan, &limits, marmot_groups_get_n_groups (groups), options, error))
    return NULL;
  return marmot_interval_grouped (&plan, compute, count, denominator, groups, error);
}
