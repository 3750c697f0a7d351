/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Counts of events by group and time, as curves and tests read them.
 */
#pragma once

#include <marmot/marmot.h>

#include "numeric/total.h"

G_BEGIN_DECLS

/* More kinds of event than anybody tells apart; a status column that holds times by
 * mistake is over it. */
#define MARMOT_MAX_CAUSES 250

/* Days up to which rows are counted without sorting, if the counters are not too many. */
#define MARMOT_MAX_DAY (1 << 26)

/* A cell is a group and a time at which anybody came or left. Those of group g are
 * starts[g] to starts[g + 1] - 1, by ascending time. Each kind has n_cells numbers: kind 0
 * those who left without an event, kinds 1 to n_causes those who had one of that cause,
 * and kind n_causes + 1 those who came. */
struct _MarmotEventCounts
{
  GObject parent_instance;

  guint n_causes;
  gboolean is_weighted;  /* there are weights at all */
  gboolean is_whole;     /* and all are whole numbers */
  gboolean has_entries;
  gboolean has_clusters; /* the rows belonged together, which counts do not know */

  MarmotTable *keys;     /* nullable */
  gsize n_groups;
  guint8 *status;        /* of each group */
  guint64 n_faulty;

  gsize *starts;
  gsize n_cells;
  double *time;
  double *rows;          /* how many, by kind */
  double *sum;           /* of their weights: the same memory as rows where there are none */
  double *low;           /* what rounding took from sum; NULL without weights */
  double *square;        /* of their weights; NULL without weights */

  GPtrArray *findings;
};

static inline guint
marmot_event_counts_n_kinds (const MarmotEventCounts *self)
{
  return self->n_causes + 2;
}

/* The total weight of a cell and kind. */
static inline double
marmot_event_counts_weight (const MarmotEventCounts *self,
                            guint kind,
                            gsize cell)
{
  gsize at = kind * self->n_cells + cell;

  return self->low ? self->sum[at] + self->low[at] : self->sum[at];
}

/* Memory for n_cells, all zero. */
void     marmot_event_counts_alloc  (MarmotEventCounts *self,
                                     gsize              n_cells);

/* Adds rows to a cell. */
static inline void
marmot_event_counts_put (MarmotEventCounts *self,
                         guint kind,
                         gsize cell,
                         double rows,
                         double sum,
                         double low,
                         double square)
{
  gsize at = kind * self->n_cells + cell;

  self->rows[at] += rows;
  if (self->low)
    {
      mn_total total = { self->sum[at], self->low[at] };

      mn_total_add (&total, sum);
      self->sum[at] = total.sum;
      self->low[at] = total.low + low;
      self->square[at] += square;
    }
}

/* What there is of one row; fault is MARMOT_STATUS_OK or why it cannot be counted. */
typedef struct
{
  double stop;
  double start; /* NaN without late entry */
  double weight;
  guint kind;
  guint8 fault;
} MarmotEventRow;

/* The columns of episodes, found and checked. */
typedef struct
{
  const MarmotColumn *stop;
  const MarmotColumn *status;
  const MarmotColumn *start;   /* nullable */
  const MarmotColumn *weight;  /* nullable */
  MarmotColumn *cluster;       /* nullable */
  guint n_causes;
  double shift;                /* added to every stop */
  gsize n_rows;
} MarmotEventSource;

gboolean marmot_event_source_init (MarmotEventSource      *self,
                                   MarmotTable            *episodes,
                                   MarmotSurvivalOptions  *options,
                                   GError                **error);
void     marmot_event_source_read (const MarmotEventSource *self,
                                   gsize                    row,
                                   MarmotEventRow          *to);

/* Counts the rows of a source by these codes into fresh counts that have their groups. */
gboolean marmot_event_counts_fill (MarmotEventCounts       *self,
                                   const MarmotEventSource *source,
                                   const gint32            *codes,
                                   GError                 **error);

/* Whether no key is named as a column of a result is. */
gboolean marmot_event_counts_check_keys (MarmotTable  *keys,
                                         GError      **error);

/* Which group of whole, a sum that part went into, each group of part is; to be freed. */
gint32  *marmot_event_counts_match (MarmotEventCounts  *part,
                                    MarmotEventCounts  *whole,
                                    GError            **error);

/* New counts with groups and no cells. Without groups there is one. */
MarmotEventCounts *marmot_event_counts_prepare (gsize        n_groups,
                                                MarmotTable *keys,
                                                guint        n_causes);

G_END_DECLS
