/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "marmot-inequality-private.h"

#include <math.h>

#include "core/marmot-column-private.h"
#include "figures-private.h"
#include "numeric/concentration.h"

/* The points of all areas, in buffers that the columns are made of. */
typedef struct
{
  double *people;
  double *figures;
  gsize *area;
  gsize n;
} Points;

static void
draw_area (MarmotSubgroups *self,
           MarmotInequalityWorkspace *workspace,
           MarmotCurve curve,
           gsize area,
           Points *points)
{
  const MarmotSubgroupsCore *core = self->core;
  gboolean is_lorenz = curve == MARMOT_CURVE_LORENZ || curve == MARMOT_CURVE_GENERALISED_LORENZ;
  gboolean is_general = curve == MARMOT_CURVE_GENERALISED_LORENZ || curve == MARMOT_CURVE_GENERALISED_CONCENTRATION;
  mn_groups groups, sorted;
  gsize n;

  if (core->status[area] != MN_OK || (!is_lorenz && core->order_status[area] != MN_OK))
    return;
  marmot_subgroups_peek (self, area, &groups);
  if (is_lorenz)
    {
      if (marmot_inequality_sort_by_figure (&groups, workspace, &sorted) != MN_OK)
        return;
      groups = sorted;
    }
  if (!is_general && !(groups.mean > 0))
    return;
  n = mn_concentration_curve (&groups, is_general ? 1 : 1 / groups.mean, points->people + points->n,
                              points->figures + points->n);
  for (gsize i = 0; i < n; i++)
    points->area[points->n + i] = area;
  points->n += n;
}

MarmotTable *
marmot_subgroups_make_curve (MarmotSubgroups *self,
                             MarmotCurve curve,
                             GError **error)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree double *people = NULL;
  g_autofree double *figures = NULL;
  g_autofree gsize *area = NULL;
  MarmotInequalityWorkspace workspace;
  Points points;
  gsize room;

  g_return_val_if_fail (MARMOT_IS_SUBGROUPS (self), NULL);

  marmot_result_init (&result);
  room = self->core->n_kept + self->core->n_areas;
  points.people = people = g_new (double, MAX (room, 1));
  points.figures = figures = g_new (double, MAX (room, 1));
  points.area = area = g_new (gsize, MAX (room, 1));
  points.n = 0;
  marmot_inequality_workspace_init (&workspace, self);
  for (gsize i = 0; i < self->core->n_areas; i++)
    draw_area (self, &workspace, curve, i, &points);
  marmot_inequality_workspace_clear (&workspace);

  marmot_result_add_keys (&result, self->core->areas, area, points.n);
  marmot_result_add (&result, "population_share", marmot_column_new_double (people, points.n));
  marmot_result_add (&result, "value_share", marmot_column_new_double (figures, points.n));
  return marmot_result_end_with_keys (&result, error);
}

/* The concentration index of the area's groups; FALSE with an error if there is none. */
static gboolean
get_index (const mn_groups *groups,
           MarmotInequalityWorkspace *workspace,
           double *value,
           GError **error)
{
  const mn_concentration what = { .kind = MN_CONCENTRATION_GENERALISED };
  mn_index index;

  mn_concentration_index (groups, &what, marmot_inequality_workspace_get (workspace, 0),
                          marmot_inequality_workspace_get (workspace, 1), NULL, &index);
  *value = index.value;
  if (index.status == MN_OK && groups->mean != 0)
    return TRUE;
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA, "There is no concentration index to decompose: %s",
               marmot_status_get_description (index.status != MN_OK ? (MarmotStatus) index.status
                                                                    : MARMOT_STATUS_MEAN_NOT_POSITIVE));
  return FALSE;
}

/* The columns of a decomposition. */
typedef struct
{
  double *mean, *elasticity, *index, *contribution, *percent;
} Parts;

static gboolean
add_cause (MarmotSubgroups *self,
           MarmotInequalityWorkspace *workspace,
           const mn_groups *groups,
           const MarmotColumn *cause,
           double coefficient,
           gsize row,
           Parts *parts,
           GError **error)
{
  double *x = marmot_inequality_workspace_get (workspace, 2);
  mn_groups of_cause = *groups;
  double absolute;

  for (gsize i = 0; i < groups->n; i++)
    {
      gsize at = self->core->rows[i];
      double scratch;

      x[i] = marmot_column_row_is_valid (cause, at) ? *marmot_column_block (cause, at, 1, &scratch) : (double) NAN;
      if (!isfinite (x[i]))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                       "Row %" G_GSIZE_FORMAT " of a cause has no number: leave the row out of all columns", at);
          return FALSE;
        }
    }
  of_cause.y = x;
  of_cause.mean = mn_groups_mean (x, groups->p, groups->n);
  /* An index over a mean of nothing has no value, but a contribution. */
  {
    const mn_concentration what = { .kind = MN_CONCENTRATION_GENERALISED };
    mn_index index;

    mn_concentration_index (&of_cause, &what, marmot_inequality_workspace_get (workspace, 0),
                            marmot_inequality_workspace_get (workspace, 1), NULL, &index);
    absolute = index.value;
  }
  parts->mean[row] = of_cause.mean;
  parts->elasticity[row] = coefficient * of_cause.mean / groups->mean;
  parts->index[row] = of_cause.mean != 0 ? absolute / of_cause.mean : (double) NAN;
  parts->contribution[row] = coefficient * absolute / groups->mean;
  return TRUE;
}

MarmotTable *
marmot_subgroups_decompose (MarmotSubgroups *self,
                            MarmotTable *causes,
                            const double *coefficients,
                            gsize n_coefficients,
                            GError **error)
{
  static const char *const names[] = { "mean", "elasticity", "concentration_index", "contribution", "percent" };
  g_auto (MarmotResult) result = { NULL, NULL };
  g_auto (GStrv) cause_names = NULL;
  g_autofree double *numbers = NULL;
  g_autoptr (GPtrArray) terms = NULL;
  MarmotInequalityWorkspace workspace;
  MarmotTable *table = NULL;
  gboolean good = TRUE;
  mn_groups groups;
  Parts parts;
  double absolute, rest;
  gsize n;

  g_return_val_if_fail (MARMOT_IS_SUBGROUPS (self), NULL);
  g_return_val_if_fail (causes != NULL, NULL);
  g_return_val_if_fail (coefficients != NULL || n_coefficients == 0, NULL);

  marmot_result_init (&result);
  n = marmot_table_get_n_columns (causes);
  if (self->core->n_areas != 1)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "One area is decomposed at a time: make subgroups of it alone");
      return NULL;
    }
  if (n != n_coefficients || marmot_table_get_n_rows (causes) != self->core->n_rows)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "There are %" G_GSIZE_FORMAT " causes and %" G_GSIZE_FORMAT " coefficients, of %" G_GSIZE_FORMAT
                   " and %" G_GSIZE_FORMAT " rows: both pairs must be the same",
                   n, n_coefficients, marmot_table_get_n_rows (causes), self->core->n_rows);
      return NULL;
    }
  if (self->core->status[0] != MN_OK || self->core->order_status[0] != MN_OK)
    {
      guint8 status = self->core->status[0] != MN_OK ? self->core->status[0] : self->core->order_status[0];

      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA, "There is no concentration index to decompose: %s",
                   marmot_status_get_description ((MarmotStatus) status));
      return NULL;
    }

  marmot_inequality_workspace_init (&workspace, self);
  marmot_subgroups_peek (self, 0, &groups);
  numbers = g_new (double, 5 * (n + 1));
  parts.mean = numbers;
  parts.elasticity = numbers + (n + 1);
  parts.index = numbers + 2 * (n + 1);
  parts.contribution = numbers + 3 * (n + 1);
  parts.percent = numbers + 4 * (n + 1);
  good = get_index (&groups, &workspace, &absolute, error);

  cause_names = marmot_table_get_names (causes);
  terms = g_ptr_array_new ();
  rest = absolute / groups.mean;
  for (gsize i = 0; good && i < n; i++)
    {
      g_autoptr (MarmotColumn) cause = marmot_table_get_column (causes, i);

      if (!marmot_column_is_numeric (cause))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                       "A cause holds %s: pass columns of doubles or integers", marmot_column_type_name (cause->type));
          good = FALSE;
          break;
        }
      good = add_cause (self, &workspace, &groups, cause, coefficients[i], i, &parts, error);
      g_ptr_array_add (terms, cause_names[i]);
      if (good)
        rest -= parts.contribution[i];
    }
  marmot_inequality_workspace_clear (&workspace);

  if (good)
    {
      parts.mean[n] = parts.elasticity[n] = parts.index[n] = (double) NAN;
      parts.contribution[n] = rest;
      for (gsize i = 0; i <= n; i++)
        parts.percent[i] = absolute != 0 ? 100 * parts.contribution[i] / (absolute / groups.mean) : (double) NAN;
      g_ptr_array_add (terms, (gpointer) "residual");
      g_ptr_array_add (terms, NULL);
      marmot_result_add (&result, "term", marmot_column_new_text ((const char *const *) terms->pdata));
      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        marmot_result_add_doubles (&result, names[i], numbers + i * (n + 1), n + 1);
      table = marmot_result_end (&result);
    }
  return table;
}
