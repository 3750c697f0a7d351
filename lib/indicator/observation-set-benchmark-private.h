/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The benchmarks of the rows of a set: found, or averaged.
 */
#pragma once

#include <marmot/marmot.h>

#include "observation-specs-private.h"

G_BEGIN_DECLS

#define OBS_NO_ROW G_MAXSIZE

/* What a row is held against. */
typedef struct
{
  gsize n_rows;

  guint8 *reason;  /* of MarmotComparisonReason: why there is none */
  gsize *row;      /* where it stands in the set, or OBS_NO_ROW; NULL for averages */
  double *value;   /* of averages, where the reason is that it was compared */

  /* Of averages, -1 where there is none. */
  gint32 *areas_in;
  gint32 *areas_left_out;
  gint32 *areas_suppressed;
  guint8 *includes_area;

  guint8 *is_benchmark; /* of the figures of an area that is the benchmark */
} ObsBenchmarks;

/* Why a value of a set is missing, by its state. */
typedef struct
{
  const MarmotColumn *value;
  const MarmotColumn *state;
  guint8 *by_code; /* of the dictionary of states: a MarmotComparisonReason */
} ObsStates;

gboolean               obs_states_init  (ObsStates             *self,
                                         MarmotObservationSet  *set,
                                         GError               **error);
void                   obs_states_clear (ObsStates             *self);

/* MARMOT_COMPARISON_REASON_COMPARED where there is a value. */
MarmotComparisonReason obs_states_get   (const ObsStates       *self,
                                         gsize                  row);

/* FALSE with an error, and nothing to clear. */
gboolean obs_benchmarks_init  (ObsBenchmarks         *self,
                               MarmotObservationSet  *set,
                               MarmotBenchmark       *benchmark,
                               const MarmotGroups    *groups,
                               const guint8          *is_whole,
                               const ObsStates       *states,
                               const ObsSpecs        *specs,
                               GError               **error);
void     obs_benchmarks_clear (ObsBenchmarks         *self);

G_END_DECLS
