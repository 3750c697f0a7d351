/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How measures of inequality are planned, computed and drawn again.
 */
#pragma once

#include "marmot-stats-private.h"
#include "marmot-subgroups-private.h"

#include "core/marmot-estimates-private.h"
#include "numeric/design.h"
#include "numeric/index.h"
#include "numeric/order.h"

G_BEGIN_DECLS

/* Which kernels compute a measure. */
typedef enum
{
  MARMOT_FAMILY_LINE,
  MARMOT_FAMILY_CONCENTRATION,
  MARMOT_FAMILY_GINI,
  MARMOT_FAMILY_DISPERSION,
  MARMOT_FAMILY_CONTRAST
} MarmotInequalityFamily;

/* A measure with all that its variant depends on, checked. */
typedef struct
{
  MarmotInequalityMeasure measure;
  MarmotInequalityFamily family;
  int kind; /* of the family's kernel */
  MarmotIntervalPlan interval;
  MarmotSlopeModel model;
  MarmotRelativeForm form;
  MarmotGoodDirection good;
  MarmotComparedGroups compare;
  const char *reference;
  gboolean as_gap;
  gboolean complete;
  gboolean needs_order;
  gboolean unweighted;
  gboolean corrected;
  gboolean floored;
  gboolean is_signed;      /* a gap turns it */
  gboolean is_ratio;       /* and turns it by inverting */
  gboolean has_multiplier; /* it has a unit */
  double scale;
  double lower_bound, upper_bound;
  double aversion;
  double parameter; /* alpha or epsilon */
  double average;   /* NaN for none */
  MarmotErrorScale error_scale;
  guint64 seed;
  guint repetitions;

  /* The t quantiles of the degrees of freedom that were met last. */
  double t_df;
  double t[MARMOT_MAX_LEVELS];
} MarmotInequalityPlan;

#define MARMOT_NO_GROUP G_MAXSIZE

/* The groups of an area, and what only some measures ask about them. */
typedef struct
{
  mn_groups groups;
  const double *rank;
  gsize reference; /* which group, or MARMOT_NO_GROUP */
  mn_design design; /* without its room */
} MarmotInequalityArea;

/* What the kernels need room for; each is made when it is first asked for. */
#define MARMOT_INEQUALITY_SCRATCHES 12

typedef struct
{
  gsize n; /* groups of the largest area */
  gsize n_clusters;
  gsize n_strata;
  double *scratch[MARMOT_INEQUALITY_SCRATCHES];
  double *clusters;
  double *design;
  double *draws;
  mn_order_entry *entries; /* for two orders */
} MarmotInequalityWorkspace;

gboolean          marmot_inequality_plan_init     (MarmotInequalityPlan       *plan,
                                                   MarmotSubgroups            *subgroups,
                                                   MarmotInequalityMeasure     measure,
                                                   MarmotInequalityOptions    *options,
                                                   MarmotIntervalOptions      *interval,
                                                   GError                    **error);

/* Whether its limits are drawn. */
gboolean          marmot_inequality_plan_is_drawn (const MarmotInequalityPlan *plan);

/* The variant in words; free it. */
char             *marmot_inequality_plan_describe (const MarmotInequalityPlan *plan);

void              marmot_inequality_workspace_init    (MarmotInequalityWorkspace *workspace,
                                                       MarmotSubgroups           *subgroups);
double           *marmot_inequality_workspace_get     (MarmotInequalityWorkspace *workspace,
                                                       guint                      which);
void              marmot_inequality_workspace_clear   (MarmotInequalityWorkspace *workspace);

/* Groups in the order of their figures, in scratches from the sixth on; the status of
 * their places. */
int               marmot_inequality_sort_by_figure (const mn_groups           *groups,
                                                    MarmotInequalityWorkspace *workspace,
                                                    mn_groups                 *sorted);

/* The value and the error of one area. The first two scratches, and those from the
 * sixth on, are its own. */
void              marmot_inequality_compute       (const MarmotInequalityPlan *plan,
                                                   const MarmotInequalityArea *area,
                                                   MarmotInequalityWorkspace  *workspace,
                                                   mn_index                   *index);

/* The limits at each level, in the unit asked for and with the sign asked for; the
 * value and the error are turned in place. */
void              marmot_inequality_finish        (MarmotInequalityPlan       *plan,
                                                   mn_index                   *index,
                                                   double                     *lower,
                                                   double                     *upper);

/* The same by drawing again; stream tells areas and runs apart. */
void              marmot_inequality_draw          (MarmotInequalityPlan       *plan,
                                                   const MarmotInequalityArea *area,
                                                   guint64                     stream,
                                                   MarmotInequalityWorkspace  *workspace,
                                                   mn_index                   *index,
                                                   double                     *lower,
                                                   double                     *upper);

/* What a result is made of; it takes the text and the references. */
MarmotInequality *marmot_inequality_new           (MarmotInequalityMeasure     measure,
                                                   char                       *variant,
                                                   gboolean                    log_error,
                                                   MarmotGroups               *areas,
                                                   MarmotEstimates            *estimates,
                                                   MarmotColumn               *standard_error,
                                                   MarmotColumn               *n_groups,
                                                   MarmotColumn               *n_missing);

G_END_DECLS
