/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Hands the groups of an area to the kernel of a measure.
 */
#include "marmot-inequality-private.h"

#include <math.h>

#include "core/marmot-memory-private.h"
#include "numeric/concentration.h"
#include "numeric/contrast.h"
#include "numeric/dispersion.h"
#include "numeric/slope.h"
#include "numeric/special.h"
#include "numeric/total.h"

/* The scratches of a kernel, and those of figures in their own order. */
enum
{
  SCRATCH_A,
  SCRATCH_B,
  SCRATCH_OWN = 6
};

void
marmot_inequality_workspace_init (MarmotInequalityWorkspace *workspace,
                                  MarmotSubgroups *subgroups)
{
  memset (workspace, 0, sizeof *workspace);
  workspace->n = MAX (subgroups->core->most_kept, 1);
  workspace->n_clusters = MAX (subgroups->most_clusters, 1);
  workspace->n_strata = MAX (subgroups->most_strata, 1);
}

/* Which scratches are made together, as they are used together. */
static const guint blocks[] = { SCRATCH_A, 2, SCRATCH_OWN, MARMOT_INEQUALITY_SCRATCHES };

double *
marmot_inequality_workspace_get (MarmotInequalityWorkspace *workspace,
                                 guint which)
{
  /* A line more, lest the same row of all fall on one place of the cache. */
  gsize stride = workspace->n + MARMOT_ALIGNMENT / sizeof (double);

  for (guint i = 0; !workspace->scratch[which]; i++)
    if (which < blocks[i + 1])
      {
        double *block = marmot_memory_room ((blocks[i + 1] - blocks[i]) * stride * sizeof (double));

        for (guint k = blocks[i]; k < blocks[i + 1]; k++)
          workspace->scratch[k] = block + (k - blocks[i]) * stride;
      }
  return workspace->scratch[which];
}

void
marmot_inequality_workspace_clear (MarmotInequalityWorkspace *workspace)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (blocks); i++)
    g_aligned_free (workspace->scratch[blocks[i]]);
  g_free (workspace->clusters);
  g_free (workspace->design);
  g_free (workspace->draws);
  g_aligned_free (workspace->entries);
}

/* The design of an area's survey, with room for its sums. */
static mn_design
get_design (const MarmotInequalityArea *area,
            MarmotInequalityWorkspace *workspace)
{
  mn_design design = area->design;

  if (!workspace->design)
    {
      mn_design most = design;

      most.n_clusters = workspace->n_clusters;
      most.n_strata = workspace->n_strata;
      workspace->design = g_new (double, mn_design_room (&most, workspace->n));
    }
  design.room = workspace->design;
  return design;
}

static void
compute_line (const MarmotInequalityPlan *plan,
              const MarmotInequalityArea *area,
              MarmotInequalityWorkspace *workspace,
              mn_index *index)
{
  gboolean has_design = plan->interval.method == MARMOT_METHOD_SURVEY_DESIGN;
  mn_design design = has_design ? get_design (area, workspace) : area->design;
  int variance = MN_VARIANCE_NONE;
  int ends = MN_ENDS_DELTA;
  int status;
  mn_line line;

  switch ((int) plan->interval.method)
    {
    case MARMOT_METHOD_RESIDUAL_T:
      variance = MN_VARIANCE_RESIDUAL;
      break;
    case MARMOT_METHOD_HC1:
      variance = MN_VARIANCE_HC1;
      break;
    case MARMOT_METHOD_MODEL_INFORMATION:
      variance = MN_VARIANCE_MODEL;
      break;
    case MARMOT_METHOD_SURVEY_DESIGN:
      variance = MN_VARIANCE_DESIGN;
      break;
    case MARMOT_METHOD_FIELLER:
      ends = MN_ENDS_FIELLER;
      variance = MN_VARIANCE_PROPAGATED;
      break;
    case MARMOT_METHOD_BACK_TRANSFORMED:
      ends = MN_ENDS_TURN;
      variance = MN_VARIANCE_PROPAGATED;
      break;
    case MARMOT_METHOD_PROPAGATED:
      variance = MN_VARIANCE_PROPAGATED;
      break;
    default:
      break;
    }

  if (plan->kind == MN_LINE_CURVATURE)
    {
      mn_line_curvature (&area->groups, variance, index);
      return;
    }
  status = mn_line_fit (&area->groups, (int) plan->model, variance, plan->scale,
                        has_design ? &design : NULL,
                        marmot_inequality_workspace_get (workspace, SCRATCH_A),
                        marmot_inequality_workspace_get (workspace, SCRATCH_B), &line);
  if (status != MN_OK)
    mn_index_fail (index, status);
  else
    mn_line_read (&line, plan->kind, ends, index);
}

static int
get_concentration_error (MarmotMethod method)
{
  switch ((int) method)
    {
    case MARMOT_METHOD_PROPAGATED:
      return MN_CONCENTRATION_ERROR_PROPAGATED;
    case MARMOT_METHOD_INFLUENCE:
      return MN_CONCENTRATION_ERROR_INFLUENCE;
    case MARMOT_METHOD_CONVENIENT_REGRESSION:
      return MN_CONCENTRATION_ERROR_CONVENIENT;
    case MARMOT_METHOD_CONVENIENT_HC1:
      return MN_CONCENTRATION_ERROR_CONVENIENT_HC1;
    case MARMOT_METHOD_CONVENIENT_CLUSTER:
      return MN_CONCENTRATION_ERROR_CONVENIENT_CLUSTER;
    case MARMOT_METHOD_SURVEY_DESIGN:
      return MN_CONCENTRATION_ERROR_DESIGN;
    default:
      return MN_CONCENTRATION_ERROR_NONE;
    }
}

static void
compute_concentration (const MarmotInequalityPlan *plan,
                       const mn_groups *groups,
                       const MarmotInequalityArea *area,
                       MarmotInequalityWorkspace *workspace,
                       mn_index *index)
{
  mn_concentration what = {
    .kind = plan->kind,
    .error = get_concentration_error (plan->interval.method),
    .lower = plan->lower_bound,
    .upper = plan->upper_bound,
    .aversion = plan->aversion,
    .clusters = area->design.clusters,
    .n_clusters = area->design.n_clusters,
  };

  mn_design design;

  if (what.error == MN_CONCENTRATION_ERROR_CONVENIENT_CLUSTER && !workspace->clusters)
    workspace->clusters = g_new (double, workspace->n_clusters);
  if (what.error == MN_CONCENTRATION_ERROR_DESIGN)
    {
      design = get_design (area, workspace);
      what.design = &design;
    }
  mn_concentration_index (groups, &what, marmot_inequality_workspace_get (workspace, SCRATCH_A),
                          marmot_inequality_workspace_get (workspace, SCRATCH_B), workspace->clusters, index);
}

int
marmot_inequality_sort_by_figure (const mn_groups *groups,
                                  MarmotInequalityWorkspace *workspace,
                                  mn_groups *sorted)
{
  double *y = marmot_inequality_workspace_get (workspace, SCRATCH_OWN);
  double *w = marmot_inequality_workspace_get (workspace, SCRATCH_OWN + 1);
  double *s = groups->s ? marmot_inequality_workspace_get (workspace, SCRATCH_OWN + 2) : NULL;
  double *p = marmot_inequality_workspace_get (workspace, SCRATCH_OWN + 3);
  double *low = marmot_inequality_workspace_get (workspace, SCRATCH_OWN + 4);
  double *high = marmot_inequality_workspace_get (workspace, SCRATCH_OWN + 5);
  mn_order_entry *order;

  if (!workspace->entries)
    workspace->entries = marmot_memory_room (2 * workspace->n * sizeof (mn_order_entry));
  order = mn_order_rows (groups->y, groups->n, workspace->entries, workspace->entries + workspace->n);

  for (gsize i = 0; i < groups->n; i++)
    y[i] = mn_order_key (order[i].key);
  mn_order_take (groups->w, order, groups->n, w);
  if (s)
    mn_order_take (groups->s, order, groups->n, s);
  *sorted = *groups;
  sorted->y = y;
  sorted->w = w;
  sorted->s = s;
  sorted->p = p;
  sorted->low = low;
  sorted->high = high;
  return mn_groups_place (w, y, groups->n, p, low, high, &sorted->n_live, &sorted->total);
}

static void
compute_gini (const MarmotInequalityPlan *plan,
              const MarmotInequalityArea *area,
              MarmotInequalityWorkspace *workspace,
              mn_index *index)
{
  mn_groups sorted;
  mn_total squares = { 0, 0 };
  int status = marmot_inequality_sort_by_figure (&area->groups, workspace, &sorted);
  double factor;

  if (status != MN_OK)
    {
      mn_index_fail (index, status);
      return;
    }
  for (gsize i = 0; i < sorted.n && sorted.y[i] < 0; i++)
    if (sorted.w[i] > 0)
      {
        mn_index_fail (index, MN_FIGURE_NOT_POSITIVE);
        return;
      }
  compute_concentration (plan, &sorted, area, workspace, index);
  if (index->status == MN_OK && index->value == 0 && plan->interval.method == MARMOT_METHOD_PROPAGATED)
    {
      /* Groups that are alike: chance makes it larger whichever way it goes. */
      index->se = (double) NAN;
      index->limits = MN_LIMITS_NONE;
    }
  if (!plan->corrected || index->status != MN_OK)
    return;
  for (gsize i = 0; i < sorted.n; i++)
    mn_total_add (&squares, sorted.p[i] * sorted.p[i]);
  factor = 1 / (1 - mn_total_get (&squares));
  index->value *= factor;
  index->se *= factor;
}

/* The group with the largest figure, or the smallest: the first in the order, and
 * without an order the most precise. */
static gsize
find_extreme (const MarmotInequalityArea *area,
              gboolean largest,
              gsize but)
{
  const mn_groups *groups = &area->groups;
  gsize found = MARMOT_NO_GROUP;

  for (gsize i = 0; i < groups->n; i++)
    {
      double y = groups->y[i];

      if (i == but)
        continue;
      if (found == MARMOT_NO_GROUP || (largest ? y > groups->y[found] : y < groups->y[found])
          || (y == groups->y[found] && !area->rank && groups->s && groups->s[i] < groups->s[found]))
        found = i;
    }
  return found;
}

static void
compute_dispersion (const MarmotInequalityPlan *plan,
                    const MarmotInequalityArea *area,
                    MarmotInequalityWorkspace *workspace,
                    mn_index *index)
{
  mn_dispersion what = {
    .kind = plan->kind,
    .error = MN_DISPERSION_ERROR_NONE,
    .unweighted = plan->unweighted && plan->kind >= MN_DISPERSION_FROM_POINT && plan->kind <= MN_DISPERSION_DISPARITY,
    .corrected = plan->corrected,
    .parameter = plan->parameter,
    .average = plan->average,
  };

  switch ((int) plan->interval.method)
    {
    case MARMOT_METHOD_PROPAGATED:
      what.error = MN_DISPERSION_ERROR_PROPAGATED;
      break;
    case MARMOT_METHOD_QUADRATIC:
      what.error = MN_DISPERSION_ERROR_QUADRATIC;
      break;
    case MARMOT_METHOD_INFLUENCE:
      what.error = MN_DISPERSION_ERROR_INFLUENCE;
      break;
    default:
      break;
    }
  if (plan->kind == MN_DISPERSION_FROM_POINT)
    {
      what.point = plan->measure == MARMOT_INEQUALITY_MEAN_DIFFERENCE_FROM_REFERENCE
                     ? area->reference
                     : find_extreme (area, plan->good == MARMOT_GOOD_DIRECTION_HIGH, MARMOT_NO_GROUP);
      if (what.point == MARMOT_NO_GROUP)
        {
          mn_index_fail (index, MN_NO_REFERENCE);
          return;
        }
    }
  mn_dispersion_index (&area->groups, &what, marmot_inequality_workspace_get (workspace, SCRATCH_A), index);
}

static void
compute_share (const MarmotInequalityPlan *plan,
               const MarmotInequalityArea *area,
               gsize one,
               mn_index *index)
{
  gboolean is_fraction = plan->measure == MARMOT_INEQUALITY_ATTRIBUTABLE_FRACTION;
  gboolean high_is_good = plan->good == MARMOT_GOOD_DIRECTION_HIGH;

  mn_contrast_mean (&area->groups, one, plan->average, is_fraction, index);
  if (index->status != MN_OK)
    return;
  if (plan->interval.method == MARMOT_METHOD_WALTER)
    {
      index->se = mn_contrast_walter (&area->groups, one, plan->scale) * (is_fraction ? 1 : area->groups.mean);
      index->limits = isfinite (index->se) ? MN_LIMITS_NORMAL : MN_LIMITS_NONE;
    }
  else if (plan->interval.method == MARMOT_METHOD_NONE || marmot_inequality_plan_is_drawn (plan))
    {
      index->se = (double) NAN;
      index->limits = MN_LIMITS_NONE;
    }
  if (plan->floored && (high_is_good ? index->value < 0 : index->value > 0))
    index->value = 0;
}

static void
compute_contrast (const MarmotInequalityPlan *plan,
                  const MarmotInequalityArea *area,
                  mn_index *index)
{
  const mn_groups *groups = &area->groups;
  gboolean is_share = plan->measure >= MARMOT_INEQUALITY_ATTRIBUTABLE_RISK;
  gboolean high_is_good = plan->good == MARMOT_GOOD_DIRECTION_HIGH;
  gsize one, other;

  if (groups->n < 2)
    {
      mn_index_fail (index, MN_TOO_FEW_GROUPS);
      return;
    }
  switch (plan->compare)
    {
    case MARMOT_COMPARED_GROUPS_REFERENCE:
      one = area->reference;
      if (one == MARMOT_NO_GROUP)
        {
          mn_index_fail (index, MN_NO_REFERENCE);
          return;
        }
      other = find_extreme (area, !high_is_good, one);
      break;
    case MARMOT_COMPARED_GROUPS_EXTREMES:
      one = find_extreme (area, is_share ? high_is_good : TRUE, MARMOT_NO_GROUP);
      other = find_extreme (area, FALSE, MARMOT_NO_GROUP);
      break;
    case MARMOT_COMPARED_GROUPS_DEFAULT:
    case MARMOT_COMPARED_GROUPS_ENDS:
    default:
      one = groups->n - 1;
      /* The first of those that are tied at the end. */
      while (one > 0 && area->rank[one - 1] == area->rank[one])
        one--;
      other = 0;
      break;
    }
  if (is_share)
    {
      compute_share (plan, area, one, index);
      return;
    }

  if (plan->compare == MARMOT_COMPARED_GROUPS_REFERENCE && !high_is_good)
    {
      gsize swap = one;

      one = other;
      other = swap;
    }
  if (plan->measure == MARMOT_INEQUALITY_DIFFERENCE)
    mn_contrast_difference (groups, one, other, index);
  else
    mn_contrast_ratio (groups, one, other, index);
  if (plan->interval.method != MARMOT_METHOD_PROPAGATED)
    {
      index->se = (double) NAN;
      index->limits = MN_LIMITS_NONE;
    }
}

void
marmot_inequality_compute (const MarmotInequalityPlan *plan,
                           const MarmotInequalityArea *area,
                           MarmotInequalityWorkspace *workspace,
                           mn_index *index)
{
  switch (plan->family)
    {
    case MARMOT_FAMILY_LINE:
      compute_line (plan, area, workspace, index);
      break;
    case MARMOT_FAMILY_CONCENTRATION:
      compute_concentration (plan, &area->groups, area, workspace, index);
      break;
    case MARMOT_FAMILY_GINI:
      compute_gini (plan, area, workspace, index);
      break;
    case MARMOT_FAMILY_DISPERSION:
      compute_dispersion (plan, area, workspace, index);
      break;
    case MARMOT_FAMILY_CONTRAST:
    default:
      compute_contrast (plan, area, index);
      break;
    }
}

/* Whether the sign, or the ratio, is turned over to be a gap. */
static gboolean
is_turned (const MarmotInequalityPlan *plan)
{
  if (!plan->as_gap || !plan->is_signed)
    return FALSE;
  if (plan->family == MARMOT_FAMILY_LINE && plan->kind == MN_LINE_MOST_OVER_LEAST)
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
  double factor = plan->has_multiplier ? interval->multiplier : 1;
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
      if (turned && plan->is_ratio)
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
  if (turned && plan->is_ratio)
    index->value = 1 / index->value;
  else
    /* Adding 0 makes a turned nothing a plain one. */
    index->value = index->value * (turned ? -factor : factor) + 0.0;
  if (index->limits != MN_LIMITS_LOG)
    index->se *= factor;

  if (index->status == MN_OK && !isfinite (index->value))
    {
      /* Too large for a double on the way, or too small to divide by. */
      mn_index_fail (index, MN_NOT_FINITE);
      for (guint i = 0; i < interval->n_levels; i++)
        lower[i] = upper[i] = (double) NAN;
    }
}
