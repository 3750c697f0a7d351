/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <marmot/marmot.h>

G_BEGIN_DECLS

/* The most confidence levels that are computed at once. */
#define MARMOT_MAX_LEVELS 16

typedef struct
{
  double confidence;
  double lower;
  double upper;
} MarmotLimits;

/* Copies limits; n_levels from 1 to MARMOT_MAX_LEVELS. */
MarmotEstimate *marmot_estimate_new_full (double              value,
                                          MarmotMethod        method,
                                          MarmotStatus        status,
                                          const MarmotLimits *limits,
                                          guint               n_levels);

G_END_DECLS
