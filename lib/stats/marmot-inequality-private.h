/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How measures of inequality are planned, computed and simulated.
 */
#pragma once

#include "marmot-stats-private.h"
#include "marmot-subgroups-private.h"

#include "core/marmot-estimates-private.h"
#include "numeric/index.h"

G_BEGIN_DECLS

/* A measure with all that its variant depends on, checked. */
typedef struct
{
  MarmotInequalityMeasure measure;
  MarmotIntervalPlan interval;
  MarmotSlopeModel model;
  MarmotRelativeForm form;
  MarmotGoodDirection good;
  gboolean as_gap;
  gboolean complete;
  gboolean needs_order;
  double scale;
  MarmotErrorScale error_scale;
  guint64 seed;
  guint repetitions;

  /* The t quantiles of the degrees of freedom that were met last. */
  double t_df;
  double t[MARMOT_MAX_LEVELS];
} MarmotInequalityPlan;

/* Doubles for the kernels: as many as the largest area has groups, several times. */
#define MARMOT_INEQUALITY_SCRATCHES 8

typedef struct
{
  double *scratch[MARMOT_INEQUALITY_SCRATCHES];
  double *draws; /* of a simulation */
} MarmotInequalityWorkspace;

gboolean  marmot_inequality_plan_init     (MarmotInequalityPlan       *plan,
                                           MarmotSubgroups            *subgroups,
                                           MarmotInequalityMeasure     measure,
                                           MarmotInequalityOptions    *options,
                                           MarmotIntervalOptions      *interval,
                                           GError                    **error);

/* Whether its limits are drawn. */
gboolean  marmot_inequality_plan_is_drawn (const MarmotInequalityPlan *plan);

/* The variant in words; free it. */
char     *marmot_inequality_plan_describe (const MarmotInequalityPlan *plan);

/* The value and the error of one area's groups. */
void      marmot_inequality_compute       (const MarmotInequalityPlan *plan,
                                           const mn_groups            *groups,
                                           MarmotInequalityWorkspace  *workspace,
                                           mn_index                   *index);

/* The limits at each level, in the unit asked for and with the sign asked for; the
 * value and the error are turned in place. */
void      marmot_inequality_finish        (MarmotInequalityPlan       *plan,
                                           mn_index                   *index,
                                           double                     *lower,
                                           double                     *upper);

/* The same by drawing again; stream tells areas and runs apart. */
void      marmot_inequality_draw          (MarmotInequalityPlan       *plan,
                                           const mn_groups            *groups,
                                           const double               *rank,
                                           guint64                     stream,
                                           MarmotInequalityWorkspace  *workspace,
                                           mn_index                   *index,
                                           double                     *lower,
                                           double                     *upper);

void      marmot_inequality_workspace_init  (MarmotInequalityWorkspace *workspace,
                                             gsize                      n,
                                             guint                      n_draws);
void      marmot_inequality_workspace_clear (MarmotInequalityWorkspace *workspace);

/* What a result is made of; it takes the references and the arrays. */
MarmotInequality *marmot_inequality_new (MarmotInequalityMeasure  measure,
                                         char                    *variant,
                                         gboolean                 log_error,
                                         MarmotGroups            *areas,
                                         MarmotEstimates         *estimates,
                                         MarmotColumn            *standard_error,
                                         MarmotColumn            *n_groups,
                                         MarmotColumn            *n_missing);

G_END_DECLS
