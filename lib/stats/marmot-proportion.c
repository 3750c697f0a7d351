/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "marmot-stats-private.h"
#include "numeric/proportion.h"

static const MarmotMethod methods[] = {
  MARMOT_METHOD_WILSON,
  MARMOT_METHOD_CLOPPER_PEARSON,
  MARMOT_METHOD_AGRESTI_COULL,
  MARMOT_METHOD_JEFFREYS,
  MARMOT_METHOD_NORMAL,
};

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
  const mn_binomial_limits *limits = plan->prepared;

  mn_proportion_values (x, n, n_rows, plan->multiplier, value, status);
  for (guint i = 0; i < plan->n_levels; i++)
    switch (plan->method)
      {
      case MARMOT_METHOD_CLOPPER_PEARSON:
      case MARMOT_METHOD_JEFFREYS:
        mn_proportion_binomial (x, n, n_rows, &limits[i], plan->multiplier, lower[i], upper[i]);
        break;
      case MARMOT_METHOD_AGRESTI_COULL:
        mn_proportion_agresti_coull (x, n, n_rows, plan->z[i], plan->multiplier, lower[i], upper[i]);
        break;
      case MARMOT_METHOD_NORMAL:
        mn_proportion_normal (x, n, n_rows, plan->z[i], plan->multiplier, lower[i], upper[i]);
        break;
      default:
        mn_proportion_wilson (x, n, n_rows, plan->z[i], plan->multiplier, lower[i], upper[i]);
        break;
      }
}

static gboolean
plan_init (MarmotIntervalPlan *plan,
           gsize n_rows,
           MarmotIntervalOptions *options,
           GError **error)
{
  if (!marmot_interval_plan_init (plan, options, methods, G_N_ELEMENTS (methods), 1, error))
    return FALSE;
  plan->n_rows = n_rows;
  plan->prepared = marmot_interval_prepare_binomial (plan);
  return TRUE;
}

MarmotEstimate *
marmot_proportion (double numerator,
                   double denominator,
                   MarmotIntervalOptions *options,
                   GError **error)
{
  MarmotIntervalPlan plan;
  MarmotEstimate *result;

  g_return_val_if_fail (options == NULL || MARMOT_IS_INTERVAL_OPTIONS (options), NULL);

  if (!plan_init (&plan, 1, options, error))
    return NULL;
  result = marmot_interval_one (&plan, compute, plan.method, numerator, denominator);
  g_free ((gpointer) plan.prepared);
  return result;
}

MarmotEstimates *
marmot_proportion_column (MarmotColumn *numerator,
                          MarmotColumn *denominator,
                          MarmotIntervalOptions *options,
                          GError **error)
{
  MarmotIntervalPlan plan;
  MarmotEstimates *result;

  g_return_val_if_fail (numerator != NULL, NULL);
  g_return_val_if_fail (denominator != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_INTERVAL_OPTIONS (options), NULL);

  if (!plan_init (&plan, marmot_column_get_length (numerator), options, error))
    return NULL;
  result = marmot_interval_column (&plan, compute, numerator, denominator, error);
  g_free ((gpointer) plan.prepared);
  return result;
}

MarmotEstimates *
marmot_proportion_grouped (MarmotColumn *numerator,
                           MarmotColumn *denominator,
                           MarmotGroups *groups,
                           MarmotIntervalOptions *options,
                           GError **error)
{
  MarmotIntervalPlan plan;
  MarmotEstimates *result;

  g_return_val_if_fail (numerator != NULL, NULL);
  g_return_val_if_fail (denominator != NULL, NULL);
  g_return_val_if_fail (groups != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_INTERVAL_OPTIONS (options), NULL);

  if (!plan_init (&plan, marmot_groups_get_n_groups (groups), options, error))
    return NULL;
  result = marmot_interval_grouped (&plan, compute, numerator, denominator, groups, error);
  g_free ((gpointer) plan.prepared);
  return result;
}
