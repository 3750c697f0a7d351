/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Rates as a model, and what simulations of it give.
 */
#pragma once

#include "flow-private.h"
#include "marmot-stats-private.h"

G_BEGIN_DECLS

typedef struct
{
  mn_flow_model model;
  guint step_months;
  gboolean is_changed; /* by a what-if */
  size_t *first;
  mn_flow *moves;
  mn_flow *entries;
  mn_flow *birthdays;
} MarmotFlowModel;

gboolean marmot_flow_model_init  (MarmotFlowModel       *self,
                                  const MarmotFlowRates *rates,
                                  MarmotFlowOptions     *options,
                                  GError               **error);
void     marmot_flow_model_clear (MarmotFlowModel       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarmotFlowModel, marmot_flow_model_clear)

/* The figures of a step: by band and state; by state and by band where there are bands;
 * all, entered and left. */
typedef struct
{
  gsize n_states;
  gsize n_bands;
  gsize by_state;
  gsize by_age;
  gsize total;
  gsize n;
} MarmotFlowLayout;

void     marmot_flow_layout_init (MarmotFlowLayout      *self,
                                  const mn_flow_model   *model);

/* Writes the figures of a step from those by band and state. */
void     marmot_flow_layout_fill (const MarmotFlowLayout *self,
                                  double                *figures,
                                  double                 entered,
                                  double                 left);

/* What is simulated. */
typedef struct
{
  const mn_flow_model *model;
  const MarmotFlowLayout *layout;
  const double *stock;         /* by cell and state */
  const mn_flow_step *observed;
  guint n_steps;
  guint repetitions;
  guint seed;
  MarmotMethod method;
} MarmotFlowSimulation;

/* The limits of the figures of steps from 1, at each level; NaN where there are too few
 * simulations for a level. */
gboolean marmot_flow_simulate    (const MarmotFlowSimulation *self,
                                  const MarmotIntervalPlan   *plan,
                                  double                    **lower,
                                  double                    **upper,
                                  GError                    **error);

G_END_DECLS
