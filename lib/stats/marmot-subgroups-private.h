/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Subgroups in memory: the rows that have a figure, area by area and in order of
 * their ranks, in arrays that the kernels read.
 */
#pragma once

#include <marmot/marmot.h>

#include "numeric/ridit.h"

G_BEGIN_DECLS

/* What all subgroups made from the same rows share. */
typedef struct
{
  gsize n_rows;    /* of the columns */
  gsize n_areas;
  gsize n_kept;    /* rows that have a figure */
  gsize most_kept; /* in one area */
  MarmotGroups *areas;
  gboolean has_rank;
  gboolean has_population;
  gsize *start;    /* n_areas + 1: where the rows of an area begin */
  gsize *rows;     /* the row of the columns */
  double *y, *w, *rank, *p, *low, *high; /* of one block, which is y's */
  double *total, *mean;
  gsize *n_live, *n_missing;
  guint8 *status;       /* of an area, in any measure */
  guint8 *order_status; /* in measures that need the order */
} MarmotSubgroupsCore;

struct _MarmotSubgroups
{
  GObject parent_instance;

  MarmotSubgroupsCore *core;
  double *s;             /* or NULL */
  gboolean s_from_limits;
  double *lower, *upper; /* or NULL */
  double limits_z;
  MarmotColumn *labels;  /* in the order of the columns; or NULL */
  MarmotGroups *cluster_groups; /* as they were given, of the rows of the columns; or NULL */
  MarmotGroups *stratum_groups;
  gint32 *clusters;      /* from 0 in each area, none in two strata; or NULL */
  gsize *n_clusters;     /* of each area */
  gsize most_clusters;
  gint32 *strata;        /* from 0 in each area; or NULL */
  gsize *n_strata;
  gsize most_strata;
  double *taken;         /* the share of its stratum's clusters that were taken; or NULL */
};

/* The same groups, with copies of what was added to them. */
MarmotSubgroups *marmot_subgroups_copy         (MarmotSubgroups *self);

/* Clusters and strata alone: marmot-subgroups-design.c. */
void             marmot_subgroups_copy_design  (MarmotSubgroups *self,
                                                MarmotSubgroups *twin);
void             marmot_subgroups_clear_design (MarmotSubgroups *self);

/* The groups of an area, to be handed to kernels. */
void marmot_subgroups_peek (MarmotSubgroups *self,
                            gsize            area,
                            mn_groups       *groups);

G_END_DECLS
