/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The clusters and strata of subgroups that are the people of a survey.
 */
#include "marmot-subgroups-private.h"

#include <math.h>

#include "core/marmot-column-private.h"
#include "figures-private.h"

void
marmot_subgroups_clear_design (MarmotSubgroups *self)
{
  g_clear_pointer (&self->cluster_groups, marmot_groups_unref);
  g_clear_pointer (&self->stratum_groups, marmot_groups_unref);
  g_clear_pointer (&self->clusters, g_free);
  g_clear_pointer (&self->n_clusters, g_free);
  g_clear_pointer (&self->strata, g_free);
  g_clear_pointer (&self->n_strata, g_free);
  g_clear_pointer (&self->taken, g_free);
  self->most_clusters = self->most_strata = 0;
}

void
marmot_subgroups_copy_design (MarmotSubgroups *self,
                              MarmotSubgroups *twin)
{
  gsize n_kept = MAX (self->core->n_kept, 1);
  gsize n_areas = self->core->n_areas;

  if (self->clusters)
    {
      twin->cluster_groups = marmot_groups_ref (self->cluster_groups);
      twin->clusters = g_memdup2 (self->clusters, n_kept * sizeof *self->clusters);
      twin->n_clusters = g_memdup2 (self->n_clusters, n_areas * sizeof *self->n_clusters);
      twin->most_clusters = self->most_clusters;
    }
  if (self->strata)
    {
      twin->stratum_groups = marmot_groups_ref (self->stratum_groups);
      twin->strata = g_memdup2 (self->strata, n_kept * sizeof *self->strata);
      twin->n_strata = g_memdup2 (self->n_strata, n_areas * sizeof *self->n_strata);
      twin->most_strata = self->most_strata;
    }
  twin->taken = self->taken ? g_memdup2 (self->taken, n_kept * sizeof *self->taken) : NULL;
}

/* Numbers codes of the rows of the columns anew in every area that they are in. */
static void
number_by_area (const MarmotSubgroupsCore *core,
                MarmotGroups *groups,
                gint32 **numbers,
                gsize **n_numbers,
                gsize *most)
{
  const gint32 *codes = marmot_groups_peek_codes (groups);
  gsize n_codes = marmot_groups_get_n_groups (groups);
  g_autofree gsize *area_of = g_new (gsize, n_codes);
  g_autofree gint32 *number = g_new (gint32, n_codes);

  g_free (*numbers);
  g_free (*n_numbers);
  *numbers = g_new (gint32, MAX (core->n_kept, 1));
  *n_numbers = g_new0 (gsize, core->n_areas);
  *most = 0;
  for (gsize code = 0; code < n_codes; code++)
    area_of[code] = G_MAXSIZE;
  for (gsize area = 0; area < core->n_areas; area++)
    {
      for (gsize i = core->start[area]; i < core->start[area + 1]; i++)
        {
          gint32 code = codes[core->rows[i]];

          if (area_of[code] != area)
            {
              area_of[code] = area;
              number[code] = (gint32) (*n_numbers)[area]++;
            }
          (*numbers)[i] = number[code];
        }
      *most = MAX (*most, (*n_numbers)[area]);
    }
}

/* Clusters lie within strata: where both are known, pairs of them are numbered. */
static void
number_clusters (MarmotSubgroups *twin)
{
  g_autoptr (MarmotGroups) pairs = NULL;

  if (!twin->cluster_groups)
    return;
  if (twin->stratum_groups)
    {
      const gint32 *clusters = marmot_groups_peek_codes (twin->cluster_groups);
      const gint32 *strata = marmot_groups_peek_codes (twin->stratum_groups);
      gint64 n_strata = (gint64) marmot_groups_get_n_groups (twin->stratum_groups);
      gsize n_rows = twin->core->n_rows;
      g_autofree gint64 *both = g_new (gint64, MAX (n_rows, 1));
      g_autoptr (MarmotColumn) column = NULL;

      for (gsize row = 0; row < n_rows; row++)
        both[row] = clusters[row] * n_strata + strata[row];
      column = marmot_column_new_integer (both, n_rows);
      pairs = marmot_groups_new_from_column (column, NULL);
    }
  number_by_area (twin->core, pairs ? pairs : twin->cluster_groups, &twin->clusters, &twin->n_clusters,
                  &twin->most_clusters);
}

static MarmotGroups *
make_groups (MarmotSubgroups *self,
             MarmotColumn *column,
             const char *name,
             GError **error)
{
  if (column->length != self->core->n_rows)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                   "The %s column has %" G_GSIZE_FORMAT " rows and the estimate column %" G_GSIZE_FORMAT
                   ": they must have the same",
                   name, column->length, self->core->n_rows);
      return NULL;
    }
  return marmot_groups_new_from_column (column, error);
}

MarmotSubgroups *
marmot_subgroups_with_clusters (MarmotSubgroups *self,
                                MarmotColumn *clusters,
                                GError **error)
{
  MarmotGroups *groups;
  MarmotSubgroups *twin;

  g_return_val_if_fail (MARMOT_IS_SUBGROUPS (self), NULL);
  g_return_val_if_fail (clusters != NULL, NULL);

  groups = make_groups (self, clusters, "cluster", error);
  if (!groups)
    return NULL;

  twin = marmot_subgroups_copy (self);
  g_clear_pointer (&twin->cluster_groups, marmot_groups_unref);
  twin->cluster_groups = groups;
  number_clusters (twin);
  return twin;
}

/* The shares that were taken, in the order of the kept rows; NULL with an error for
 * one that cannot be, or that differs within its stratum. */
static double *
take_shares (MarmotSubgroups *self,
             MarmotGroups *strata,
             MarmotColumn *taken,
             GError **error)
{
  const MarmotSubgroupsCore *core = self->core;
  const gint32 *codes = marmot_groups_peek_codes (strata);
  gsize n_strata = marmot_groups_get_n_groups (strata);
  g_autofree double *of_stratum = NULL;
  g_autofree double *shares = NULL;
  g_autofree guint8 *status = NULL;
  double *kept;

  if (!marmot_figures_check_column (taken, "shares of clusters taken", core->n_rows, error))
    return NULL;
  status = g_malloc0 (MAX (core->n_rows, 1));
  shares = marmot_figures_read_all (taken, status);
  of_stratum = g_new (double, MAX (n_strata, 1));
  for (gsize s = 0; s < n_strata; s++)
    of_stratum[s] = (double) NAN;
  for (gsize row = 0; row < core->n_rows; row++)
    {
      double *known = &of_stratum[codes[row]];
      const char *wrong = NULL;

      if (status[row] != MARMOT_STATUS_OK || !(shares[row] >= 0 && shares[row] <= 1))
        wrong = "the share of the stratum's clusters that were taken is a number from 0 to 1";
      else if (isnan (*known))
        *known = shares[row];
      else if (*known != shares[row])
        wrong = "the share of clusters taken is not that of the rows before in the same stratum: a stratum has one";
      if (wrong)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, "Row %" G_GSIZE_FORMAT ": %s", row, wrong);
          return NULL;
        }
    }
  kept = g_new (double, MAX (core->n_kept, 1));
  for (gsize i = 0; i < core->n_kept; i++)
    kept[i] = of_stratum[codes[core->rows[i]]];
  return kept;
}

MarmotSubgroups *
marmot_subgroups_with_strata (MarmotSubgroups *self,
                              MarmotColumn *strata,
                              MarmotColumn *taken,
                              GError **error)
{
  g_autoptr (MarmotGroups) groups = NULL;
  g_autofree double *shares = NULL;
  MarmotSubgroups *twin;

  g_return_val_if_fail (MARMOT_IS_SUBGROUPS (self), NULL);
  g_return_val_if_fail (strata != NULL, NULL);

  groups = make_groups (self, strata, "stratum", error);
  if (!groups)
    return NULL;
  if (taken)
    {
      shares = take_shares (self, groups, taken, error);
      if (!shares)
        return NULL;
    }

  twin = marmot_subgroups_copy (self);
  g_clear_pointer (&twin->stratum_groups, marmot_groups_unref);
  g_free (twin->taken);
  twin->stratum_groups = g_steal_pointer (&groups);
  twin->taken = g_steal_pointer (&shares);
  number_by_area (twin->core, twin->stratum_groups, &twin->strata, &twin->n_strata, &twin->most_strata);
  number_clusters (twin);
  return twin;
}
