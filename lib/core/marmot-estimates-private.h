/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <marmot/marmot.h>

#include "marmot-estimate-private.h"

G_BEGIN_DECLS

/* Estimates while they are being computed: the buffers that the kernels write.
 * Nobody else holds them until marmot_estimates_finish(). */
typedef struct
{
  gsize n_rows;
  guint n_levels;
  double *value;
  guint8 *status;
  double *lower[MARMOT_MAX_LEVELS];
  double *upper[MARMOT_MAX_LEVELS];
} MarmotEstimatesBuffers;

/* Makes estimates with memory for n_rows at these levels, not yet written. */
MarmotEstimates *marmot_estimates_begin  (gsize                   n_rows,
                                          const double           *levels,
                                          guint                   n_levels,
                                          MarmotMethod            method,
                                          MarmotEstimatesBuffers *buffers);

/* Seals them: rows whose status is not OK become null. Whoever knows that all are OK
 * may leave it out. */
void             marmot_estimates_finish (MarmotEstimates        *self);

/* The columns of the table of estimates: value, limits of each level, status. */
#define MARMOT_ESTIMATES_COLUMNS (2 + 2 * MARMOT_MAX_LEVELS)

/* Writes their names, for g_free(), and the columns, which belong to the estimates.
 * Returns how many. */
guint            marmot_estimates_list   (const MarmotEstimates  *self,
                                          char                  **names,
                                          MarmotColumn          **columns);

G_END_DECLS
