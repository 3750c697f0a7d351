/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Stays counted: what rates are made of, and what they are projected from.
 */
#pragma once

#include <marmot/marmot.h>

#include "core/marmot-estimate-private.h"
#include "core/marmot-finding-log-private.h"
#include "numeric/flow.h"

G_BEGIN_DECLS

#define MARMOT_FLOW_MAX_STATES 256
#define MARMOT_FLOW_MAX_CELLS 2048 /* states times bands */
#define MARMOT_FLOW_MAX_AGE 150
#define MARMOT_FLOW_MAX_HORIZON 1200
#define MARMOT_FLOW_DAYS 365.25

/* 1 January 1970 as GDate counts days. */
#define MARMOT_FLOW_EPOCH 719163

/* Stays as numbers. Codes are of states, from 0; -1 is none. Rows with a fault have the
 * state -1. */
typedef struct
{
  gsize n_rows;
  gsize n_states;
  GPtrArray *names;     /* of states, in ascending order */
  gint32 *state;
  gint32 *next;         /* -1 for out */
  gint32 *start;
  gint32 *end;          /* G_MAXINT32 while it goes on */
  gint32 *birth;        /* NULL without ages */
  guint64 n_faulty;
  MarmotFindingLog *log;
} MarmotFlowStays;

gboolean marmot_flow_stays_read   (MarmotFlowStays   *self,
                                   MarmotTable       *stays,
                                   gboolean           has_ages,
                                   GError           **error);
void     marmot_flow_stays_clear  (MarmotFlowStays   *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarmotFlowStays, marmot_flow_stays_clear)

/* The ages of options, with 0 before them; NULL with an error if they are none. */
guint   *marmot_flow_parse_ages   (const char        *text,
                                   guint             *n_bands,
                                   GError           **error);

/* A date as days since 1970. */
gboolean marmot_flow_get_day      (const GDate       *date,
                                   gint32            *day,
                                   GError           **error);

/* The day on which somebody becomes so many months old, and how many whole months old they
 * are on a day. Born on a day that a month lacks, they do so on the first of the next. */
gint64   marmot_flow_day_at       (gint32             birth,
                                   gint64             months);
gint64   marmot_flow_months_old   (gint32             birth,
                                   gint32             day);

/* The day so many months later: the last of a month that is too short. */
gint32   marmot_flow_add_months   (gint32             day,
                                   guint              months);

struct _MarmotFlowRates
{
  GObject parent_instance;

  gint32 from;
  gint32 until;
  gsize n_states;
  GPtrArray *names;
  guint n_bands;
  guint *ages;           /* at which each begins, the first 0 */
  gboolean has_ages;
  MarmotIntervalOptions *interval;

  /* By band and state; and by band, state and state or out. */
  double *days;
  double *entries;
  double *reached;
  double *opening;
  double *closing;
  double *moves;
  double *birthdays;

  /* Who there is on the last day, by age in months, up to the start of the last band, and
   * state; n_months is 1 without ages. */
  gsize n_months;
  double *stock;

  guint64 n_moves;
  guint64 n_leavers;
  guint64 n_entries;
  guint64 n_unmatched;
  guint64 n_faulty;
  guint64 n_opening;
  guint64 n_closing;
  GPtrArray *findings;
};

/* Memory for counts, all 0, of rates that know their states and ages. */
void             marmot_flow_rates_alloc (MarmotFlowRates    *self);

MarmotFlowRates *marmot_flow_rates_count (MarmotFlowStays    *stays,
                                          gint32              from,
                                          gint32              until,
                                          MarmotFlowOptions  *options,
                                          GError            **error);

static inline gsize
marmot_flow_at (const MarmotFlowRates *self,
                gsize band,
                gsize state)
{
  return band * self->n_states + state;
}

static inline gsize
marmot_flow_pair (const MarmotFlowRates *self,
                  gsize band,
                  gsize from,
                  gsize to)
{
  return (band * self->n_states + from) * (self->n_states + 1) + to;
}

/* Text columns of results: the band, and a state, of which n_states is null. */
MarmotColumn *marmot_flow_ages_column   (const MarmotFlowRates *self,
                                         const gsize           *bands,
                                         gsize                  n_rows);
MarmotColumn *marmot_flow_states_column (const MarmotFlowRates *self,
                                         const gsize           *states,
                                         gsize                  n_rows);

/* "2024-03-31". */
char         *marmot_flow_day_text      (gint32                 day);

/* Sentences about rates, for those who build upon them. */
void          marmot_flow_rates_say     (MarmotFlowRates       *self,
                                         GString               *text);

/* What a projection holds, for back-tests: figures by step, from 0, and figure. */
typedef struct
{
  guint n_steps;
  guint step_months;
  gint32 *dates;          /* n_steps + 1 */
  gsize n_figures;        /* of a step */
  gsize by_state;         /* the first figure of states */
  gsize total;            /* the figure of all */
  const double *value;
  const double *lower[MARMOT_MAX_LEVELS];
  const double *upper[MARMOT_MAX_LEVELS];
  guint n_levels;
  const double *levels;
  gboolean has_limits;
} MarmotFlowFigures;

void          marmot_flow_projection_peek (MarmotFlowProjection *self,
                                           MarmotFlowFigures    *figures);

G_END_DECLS
