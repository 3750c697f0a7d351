/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Limits by drawing again: figures from the normal distributions of their errors
 * (a simulation), or rows with putting back (a bootstrap). Limits are order
 * statistics without interpolation, as in Public Health England's slope index tool.
 *
 * Efron B, Tibshirani RJ. An Introduction to the Bootstrap. Chapman and Hall 1993,
 * chapter 13.
 */
#include "marmot-inequality-private.h"

#include <math.h>

#include "core/marmot-sort-private.h"
#include "numeric/random.h"
#include "numeric/total.h"

/* Of a hundred draws, so many may fail to give a number. */
#define MAY_FAIL 1

/* The errors of the figures on the scale on which they are drawn; whether there
 * are any. */
static gboolean
get_errors (const MarmotInequalityPlan *plan,
            const mn_groups *groups,
            double *at,
            double *error)
{
  for (gsize i = 0; i < groups->n; i++)
    {
      double y = groups->y[i] / plan->scale;
      double s = groups->s ? groups->s[i] / plan->scale : (double) NAN;
      double l = groups->lower ? groups->lower[i] / plan->scale : (double) NAN;
      double u = groups->upper ? groups->upper[i] / plan->scale : (double) NAN;

      switch (plan->error_scale)
        {
        case MARMOT_ERROR_SCALE_LOG:
          at[i] = log (y);
          error[i] = l > 0 && u > 0 ? log (u / l) / (2 * groups->limits_z) : s / y;
          break;
        case MARMOT_ERROR_SCALE_LOGIT:
          at[i] = log (y / (1 - y));
          error[i] = l > 0 && u < 1 ? log (u / (1 - u) / (l / (1 - l))) / (2 * groups->limits_z)
                                    : s / (y * (1 - y));
          break;
        case MARMOT_ERROR_SCALE_NATURAL:
        default:
          at[i] = y;
          error[i] = s;
          break;
        }
      if (!isfinite (at[i]) || !isfinite (error[i]))
        return FALSE;
    }
  return TRUE;
}

static double
get_figure (const MarmotInequalityPlan *plan,
            double eta)
{
  switch (plan->error_scale)
    {
    case MARMOT_ERROR_SCALE_LOG:
      return plan->scale * mn_unlink (MN_LINK_LOG, eta);
    case MARMOT_ERROR_SCALE_LOGIT:
      return plan->scale * mn_unlink (MN_LINK_LOGIT, eta);
    case MARMOT_ERROR_SCALE_NATURAL:
    default:
      return plan->scale * eta;
    }
}

/* Rows with putting back: how often each comes, as a factor of its weight. */
static void
resample (mn_random *random,
          const mn_groups *groups,
          double *w)
{
  for (gsize i = 0; i < groups->n; i++)
    w[i] = 0;
  for (gsize i = 0; i < groups->n; i++)
    {
      gsize drawn = mn_random_below (random, groups->n);

      w[drawn] += groups->w[drawn];
    }
}

void
marmot_inequality_draw (MarmotInequalityPlan *plan,
                        const MarmotInequalityArea *area,
                        guint64 stream,
                        MarmotInequalityWorkspace *workspace,
                        mn_index *index,
                        double *lower,
                        double *upper)
{
  gboolean is_bootstrap = plan->interval.method == MARMOT_METHOD_BOOTSTRAP;
  const mn_groups *groups = &area->groups;
  MarmotInequalityArea drawn = *area;
  mn_total sum = { 0, 0 }, squares = { 0, 0 };
  double none_lower[MARMOT_MAX_LEVELS], none_upper[MARMOT_MAX_LEVELS];
  double *scratch[4];
  guint n = 0;
  double mean;
  mn_random random;

  /* The first two are the kernels'. */
  for (guint i = 0; i < 4; i++)
    scratch[i] = marmot_inequality_workspace_get (workspace, 2 + i);
  if (!workspace->draws)
    workspace->draws = g_new (double, plan->repetitions);

  marmot_inequality_compute (plan, area, workspace, index);
  marmot_inequality_finish (plan, index, none_lower, none_upper);
  index->se = (double) NAN;
  for (guint level = 0; level < plan->interval.n_levels; level++)
    lower[level] = upper[level] = (double) NAN;
  if (index->status != MN_OK || (!is_bootstrap && !get_errors (plan, groups, scratch[0], scratch[1])))
    return;

  mn_random_seed (&random, plan->seed, stream);
  for (guint i = 0; i < plan->repetitions; i++)
    {
      mn_index one;

      if (is_bootstrap)
        {
          resample (&random, groups, scratch[0]);
          drawn.groups.w = scratch[0];
          drawn.groups.p = scratch[1];
          drawn.groups.low = area->rank ? scratch[2] : NULL;
          drawn.groups.high = area->rank ? scratch[3] : NULL;
          if (mn_groups_place (scratch[0], area->rank, groups->n, scratch[1], scratch[2], scratch[3],
                               &drawn.groups.n_live, &drawn.groups.total)
              != MN_OK)
            continue;
        }
      else
        {
          for (gsize group = 0; group < groups->n; group++)
            scratch[2][group] = get_figure (plan, scratch[0][group] + scratch[1][group] * mn_random_normal (&random));
          drawn.groups.y = scratch[2];
        }
      drawn.groups.mean = mn_groups_mean (drawn.groups.y, drawn.groups.p, groups->n);
      marmot_inequality_compute (plan, &drawn, workspace, &one);
      marmot_inequality_finish (plan, &one, none_lower, none_upper);
      if (one.status == MN_OK && isfinite (one.value))
        workspace->draws[n++] = one.value;
    }
  if (plan->repetitions - n > plan->repetitions * MAY_FAIL / 100)
    return;

  for (guint i = 0; i < n; i++)
    mn_total_add (&sum, workspace->draws[i]);
  mean = mn_total_get (&sum) / n;
  for (guint i = 0; i < n; i++)
    mn_total_add (&squares, (workspace->draws[i] - mean) * (workspace->draws[i] - mean));
  index->se = sqrt (mn_total_get (&squares) / (n - 1));

  marmot_sort_doubles (workspace->draws, n);
  for (guint level = 0; level < plan->interval.n_levels; level++)
    {
      double low = nearbyint (n * plan->interval.alpha_2[level]);
      double high = nearbyint (n * (1 - plan->interval.alpha_2[level]));

      /* A level beyond the number of draws has none. */
      if (low < 1 || high > n)
        continue;
      lower[level] = workspace->draws[(guint) low - 1];
      upper[level] = workspace->draws[(guint) high - 1];
    }
}
