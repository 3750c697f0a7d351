/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Life tables while they are computed: the figures of many populations, sorted by
 * group and age, and the arrays of their tables beside them.
 */
#pragma once

#include <marmot/marmot.h>

#include "figures-private.h"
#include "numeric/life.h"

G_BEGIN_DECLS

/* Bands of one population, so that a gap's gradients stay small. */
#define MARMOT_LIFE_MAX_BANDS 256

typedef struct
{
  MarmotIntervalPlan interval;
  double infant_part;
  double radix;
  double minimum_population;
  double minimum_deaths;
  double maximum_width;
  gboolean deaths_over_population;
} MarmotLifePlan;

/* Reads and checks options; first is the method. */
gboolean marmot_life_plan_init   (MarmotLifePlan          *self,
                                  MarmotLifeTableOptions  *options,
                                  MarmotMethod             method,
                                  GError                 **error);

typedef struct
{
  gsize n_rows;
  gsize n_groups;
  gsize *starts;  /* n_groups + 1: the rows of each group */
  gsize *rows;    /* which row of the figures each is */
  guint8 *status; /* of each group */

  double *age, *deaths, *population; /* sorted */
  double *share, *share_variance;    /* NULL where the figures have no "share" */
  double *m, *q, *l, *L, *T, *e, *se;
} MarmotLives;

void     marmot_lives_clear      (MarmotLives             *self);

/* Reads the figures and gives each group its status; no tables yet. With codes, of
 * n_groups. */
gboolean marmot_lives_read       (MarmotLives             *self,
                                  const MarmotLifePlan    *plan,
                                  MarmotTable             *figures,
                                  const gint32            *codes,
                                  gsize                    n_groups,
                                  gboolean                 needs_share,
                                  GError                 **error);

/* The table of one group over the arrays. */
mn_life  marmot_lives_get        (const MarmotLives       *self,
                                  const MarmotLifePlan    *plan,
                                  gsize                    group);

/* Computes the tables of the groups that are whole; NaN in those that are not. */
void     marmot_lives_compute    (MarmotLives             *self,
                                  const MarmotLifePlan    *plan);

/* The status of an expectancy with this standard error. */
guint8   marmot_life_status      (const MarmotLifePlan    *plan,
                                  guint8                   of_group,
                                  double                   expectancy,
                                  double                   se);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarmotLives, marmot_lives_clear)

G_END_DECLS
