/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "marmot-stats-private.h"
#include "numeric/plain.h"
#include "numeric/proportion.h"

static const MarmotMethod methods[] = {
  MARMOT_METHOD_WILSON,
  MARMOT_METHOD_CLOPPER_PEARSON,
  MARMOT_METHOD_AGRESTI_COULL,
  MARMOT_METHOD_JEFFREYS,
  MARMOT_METHOD_NORMAL,
};

/* For any row. */
static void
compute_any (const MarmotIntervalPlan *plan,
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

/* Plain rows in the cheap way, where there is one; see numeric/plain.h. */
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
  MnPlainOne limits = plan->method == MARMOT_METHOD_WILSON          ? mn_plain_wilson
                      : plan->method == MARMOT_METHOD_AGRESTI_COULL ? mn_plain_agresti_coull
                      : plan->method == MARMOT_METHOD_NORMAL        ? mn_plain_normal
                                                                    : NULL;
  gboolean all = TRUE;

  for (guint i = 0; limits && i < plan->n_levels; i++)
    if (!mn_is_plain_scale (plan->z[i], plan->multiplier))
      limits = NULL;
  if (!limits)
    {
      compute_any (plan, x, n, n_rows, value, status, lower, upper);
      return;
    }

  for (guint i = 0; i < plan->n_levels; i++)
    if (!limits (x, n, n_rows, plan->z[i], plan->multiplier, value, lower[i], upper[i]))
      all = FALSE;
  memset (status, MN_OK, n_rows);
  for (gsize row = 0; !all && row < n_rows; row++)
    {
      double *row_lower[MARMOT_MAX_LEVELS];
      double *row_upper[MARMOT_MAX_LEVELS];

      /* Whether a proportion is plain does not depend on the level. */
      if (!isnan (lower[0][row]))
        continue;
      for (guint i = 0; i < plan->n_levels; i++)
        {
          row_lower[i] = lower[i] + row;
          row_upper[i] = upper[i] + row;
        }
      compute_any (plan, x + row, n + row, 1, value + row, status + row, row_lower, row_upper);
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
