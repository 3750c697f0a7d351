/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The groups of a gradient beside the line through them, for charts.
 */
#include "marmot-inequality-private.h"

#include <math.h>

#include "core/marmot-column-private.h"
#include "figures-private.h"
#include "numeric/slope.h"

/* The columns of the gradient while rows are added. */
typedef struct
{
  gsize n;
  gsize *area;
  gsize *row; /* of the columns that the subgroups were made of */
  double *share, *place, *estimate, *error, *fitted, *residual;
} Gradient;

static void
add_area (MarmotSubgroups *self,
          const MarmotInequalityPlan *plan,
          MarmotInequalityWorkspace *workspace,
          gsize area,
          Gradient *gradient)
{
  const MarmotSubgroupsCore *core = self->core;
  gboolean has_line;
  mn_groups groups;
  mn_line line;

  if (core->status[area] != MN_OK || core->order_status[area] != MN_OK)
    return;
  marmot_subgroups_peek (self, area, &groups);
  has_line = mn_line_fit (&groups, (int) plan->model, MN_VARIANCE_NONE, plan->scale, NULL,
                          marmot_inequality_workspace_get (workspace, 0),
                          marmot_inequality_workspace_get (workspace, 1), &line)
             == MN_OK;
  for (gsize i = 0; i < groups.n; i++)
    {
      double place = mn_groups_offset (&groups, i) + 0.5;
      gsize n = gradient->n++;

      gradient->area[n] = area;
      gradient->row[n] = core->rows[core->start[area] + i];
      gradient->share[n] = groups.p[i];
      gradient->place[n] = place;
      gradient->estimate[n] = groups.y[i];
      gradient->error[n] = groups.s ? groups.s[i] : (double) NAN;
      gradient->fitted[n] = has_line ? line.scale * mn_unlink (line.link, line.a + line.b * place) : (double) NAN;
      gradient->residual[n] = groups.y[i] - gradient->fitted[n];
    }
}

MarmotTable *
marmot_subgroups_make_gradient (MarmotSubgroups *self,
                                MarmotInequalityOptions *options,
                                GError **error)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree gsize *places = NULL;
  g_autofree gint64 *rows = NULL;
  g_autofree double *numbers = NULL;
  MarmotInequalityWorkspace workspace;
  MarmotInequalityPlan plan;
  Gradient gradient = { 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL };
  gsize room;

  g_return_val_if_fail (MARMOT_IS_SUBGROUPS (self), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_INEQUALITY_OPTIONS (options), NULL);

  marmot_result_init (&result);
  if (!marmot_inequality_plan_init (&plan, self, MARMOT_INEQUALITY_SLOPE_INDEX, options, NULL, error))
    return NULL;

  room = MAX (self->core->n_kept, 1);
  gradient.area = places = g_new (gsize, 2 * room);
  gradient.row = places + room;
  numbers = g_new (double, 6 * room);
  gradient.share = numbers;
  gradient.place = numbers + room;
  gradient.estimate = numbers + 2 * room;
  gradient.error = numbers + 3 * room;
  gradient.fitted = numbers + 4 * room;
  gradient.residual = numbers + 5 * room;
  marmot_inequality_workspace_init (&workspace, self);
  for (gsize area = 0; area < self->core->n_areas; area++)
    add_area (self, &plan, &workspace, area, &gradient);
  marmot_inequality_workspace_clear (&workspace);

  marmot_result_add_keys (&result, self->core->areas, gradient.area, gradient.n);
  rows = g_new (gint64, room);
  for (gsize i = 0; i < gradient.n; i++)
    rows[i] = (gint64) gradient.row[i];
  marmot_result_add (&result, "row", marmot_column_new_integer (rows, gradient.n));
  if (self->labels)
    marmot_result_add (&result, "label", marmot_column_take_known (self->labels, gradient.row, gradient.n));
  marmot_result_add_doubles (&result, "population_share", gradient.share, gradient.n);
  marmot_result_add_doubles (&result, "place", gradient.place, gradient.n);
  marmot_result_add_doubles (&result, "estimate", gradient.estimate, gradient.n);
  if (self->s)
    marmot_result_add_doubles (&result, "standard_error", gradient.error, gradient.n);
  marmot_result_add_doubles (&result, "fitted", gradient.fitted, gradient.n);
  marmot_result_add_doubles (&result, "residual", gradient.residual, gradient.n);
  return marmot_result_end_with_keys (&result, error);
}
