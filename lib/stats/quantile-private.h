/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Equal groups, for those who make them of something else than values.
 */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

typedef struct
{
  MarmotQuantileRule rule;
  guint n_groups;
  gboolean highest_first;
} MarmotQuantilePlan;

/* A status for people that are none. */
void         marmot_quantile_check_people (const double             *people,
                                           gsize                     n_rows,
                                           guint8                   *status);

/* Cuts the rows whose status is MARMOT_STATUS_OK, each within its group, and gives
 * those a status that stand among too few. */
void         marmot_quantile_cut          (const MarmotQuantilePlan *plan,
                                           const double             *values,
                                           const double             *people,
                                           const gint32             *codes,
                                           gsize                     n_rows,
                                           gsize                     n_groups,
                                           gint32                   *quantile,
                                           guint8                   *status);

/* The columns quantile and status. */
MarmotTable *marmot_quantile_finish       (const gint32             *quantile,
                                           const guint8             *status,
                                           gsize                     n_rows);

G_END_DECLS
