/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * How a measure of episodes is made: a function looks at a set and says of every row what
 * it counts as; everything else (groups, steps of time, statistics, merging) is done once
 * for all measures, by marmot-episode-totals.c.
 *
 * To add a measure: a member at the end of MarmotEpisodeMeasure, a row in the table of
 * marmot-episode-measure.c, and a function in the file of its subject (measure-early-help.c,
 * measure-care.c ...).
 */
#pragma once

#include "episode-options-private.h"
#include "episode-set-private.h"

G_BEGIN_DECLS

/* What a row counts as. A unit (a child, a family) is counted by one of its rows. */
enum
{
  EPISODE_NOT_ASKED,        /* not what the measure is about */
  EPISODE_COUNTED_OUT,      /* in the denominator alone */
  EPISODE_COUNTED_IN,       /* in the denominator and the numerator */
  EPISODE_UNKNOWN,          /* it would be in one of them, and nobody knows */
  EPISODE_EXCLUDED          /* plus the position of the reason */
};

/* The same for the reason at a position in the list of reasons. */
#define EPISODE_EXCLUDED_FOR(position) ((guint8) (EPISODE_EXCLUDED + (position)))

/* What a function fills. Of measures of needs, a row is one of the table of needs; of all
 * others, an episode. */
typedef struct
{
  gsize n_rows;
  guint8 *codes;              /* a row, all EPISODE_NOT_ASKED at first */
  guint8 *beyond;             /* a row, 1 where it is unknown since the set does not know of
                               * the time; all 0 at first */

  /* Of measures of times alone: days since the origin until the event, or until last seen;
   * and whether the event came. Read where a row is counted in or out. */
  gint32 *days;
  guint8 *ended;
} EpisodeTally;

typedef enum
{
  EPISODE_STATISTIC_SHARE,    /* of numerator and denominator */
  EPISODE_STATISTIC_COUNT,    /* a month, or by population */
  EPISODE_STATISTIC_NUMBER,   /* on a day, or by population */
  EPISODE_STATISTIC_DONE_BY,  /* share by a time, Kaplan-Meier */
  EPISODE_STATISTIC_MEDIAN    /* median time, Kaplan-Meier */
} EpisodeStatistic;

typedef struct _EpisodeMeasureInfo EpisodeMeasureInfo;

/* from and until are the days of the period, [from, until); of a measure of a day, from is
 * the day and until the day after it. */
typedef gboolean (*EpisodeCounter) (const EpisodeMeasureInfo *self,
                                    MarmotEpisodeSet         *set,
                                    const EpisodeOptions     *options,
                                    gint32                    from,
                                    gint32                    until,
                                    EpisodeTally             *tally,
                                    GError                  **error);

struct _EpisodeMeasureInfo
{
  const char *label;
  const char *definition;
  const char *source;
  EpisodeStatistic statistic;
  MarmotEpisodeUnit unit;             /* that it counts unless told otherwise */
  MarmotEpisodeUnit or_unit;          /* another that its function counts when asked for it */
  gboolean of_a_day;                  /* and not of a period */
  gboolean of_needs;
  EpisodeColumn step;                 /* of a period: the date that puts a row into it;
                                       * EPISODE_N_COLUMNS if several do */
  guint32 kinds;                      /* EPISODE_KIND_BIT of each kind that it is about */
  EpisodeColumn needs[6];             /* columns that must be there; EPISODE_N_COLUMNS ends */
  const char *const *reasons;         /* of exclusion, NULL last; or NULL */
  double limit;                       /* weeks, months, days ... of the definition */
  EpisodeCounter count;
};

#define EPISODE_KIND_BIT(kind) (1u << (kind))

const EpisodeMeasureInfo *episode_measure_get_info (MarmotEpisodeMeasure measure);

/* Which rows are of a kind that a measure is about. */
typedef struct
{
  const guint8 *kinds;
  guint32 wanted;
  gboolean all;
} EpisodeKindFilter;

EpisodeKindFilter episode_kind_filter (const EpisodeMeasureInfo *info,
                                       MarmotEpisodeSet         *set);

static inline gboolean
episode_kind_has (const EpisodeKindFilter *self,
                  gsize row)
{
  return self->kinds ? ((self->wanted >> self->kinds[row]) & 1) != 0 : self->all;
}

static inline gboolean
episode_is_in (gint32 day,
               gint32 from,
               gint32 until)
{
  return day >= from && day < until;
}

/* Whether an episode is open on a day. */
static inline gboolean
episode_is_open_on (gint32 start,
                    gint32 end,
                    gint32 day,
                    gboolean last_day_counts)
{
  return start != EPISODE_NO_DATE && start <= day
         && (end == EPISODE_NO_DATE || end > day || (last_day_counts && end == day && end > start));
}

/* The same day so many months later (or earlier); the last day of the month where it has no
 * such day. */
gint32 episode_add_months (gint32 day,
                           gint32 months);

/* The months of the options, or of the definition where they say nothing; of the weeks, the
 * days that they have. */
gint32 episode_get_months (const EpisodeMeasureInfo *self,
                           const EpisodeOptions *options);
gint64 episode_get_days (const EpisodeMeasureInfo *self,
                         const EpisodeOptions *options);

/* The positions of the two reasons of a measure that excludes what cannot have lasted. */
enum
{
  EPISODE_REASON_NO_START,
  EPISODE_REASON_ENDED_BEFORE_START
};

/* FALSE, with the row excluded for one of them, if it cannot have lasted any time. */
gboolean episode_check_order (gint32 start,
                              gint32 end,
                              guint8 *code);

/* A row of which it is unknown what it counts as; beyond, since the set does not know of the
 * time. */
void episode_mark_unknown (EpisodeTally *tally,
                           gsize row,
                           gboolean beyond);

/* The rows of no child or family with a day in [from, until), of whom nobody can say what
 * came before or after. */
void episode_mark_strays (const EpisodeKindFilter *filter,
                          const gint32 *units,
                          const gint32 *days,
                          gint32 from,
                          gint32 until,
                          EpisodeTally *tally);

#define EPISODE_COUNTER(name)                     \
  gboolean name (const EpisodeMeasureInfo *self,  \
                 MarmotEpisodeSet *set,           \
                 const EpisodeOptions *options,   \
                 gint32 from,                     \
                 gint32 until,                    \
                 EpisodeTally *tally,             \
                 GError **error)

/* Of any kind: measure-common.c */
EPISODE_COUNTER (episode_count_dated);            /* the step is in the period */
EPISODE_COUNTER (episode_count_returns_back);
EPISODE_COUNTER (episode_count_returns_forward);

/* Early help: measure-early-help.c */
EPISODE_COUNTER (episode_count_accepted);
EPISODE_COUNTER (episode_count_closed_within);
EPISODE_COUNTER (episode_count_open_beyond);
EPISODE_COUNTER (episode_count_times);
EPISODE_COUNTER (episode_count_outcomes_met);
EPISODE_COUNTER (episode_count_needs_met);
EPISODE_COUNTER (episode_count_partner_led);
EPISODE_COUNTER (episode_count_step_up);
EPISODE_COUNTER (episode_count_step_down);

/* Referrals, assessments and child protection: measure-referrals.c */
EPISODE_COUNTER (episode_count_referrals);
EPISODE_COUNTER (episode_count_rereferrals);
EPISODE_COUNTER (episode_count_assessments_on_time);
EPISODE_COUNTER (episode_count_conferences_on_time);
EPISODE_COUNTER (episode_count_repeat_plans_ever);
EPISODE_COUNTER (episode_count_ended_beyond);
EPISODE_COUNTER (episode_count_open_for_months);
EPISODE_COUNTER (episode_count_reviews_on_time);

/* Education: measure-education.c */
EPISODE_COUNTER (episode_count_ehc_on_time);
EPISODE_COUNTER (episode_count_ehc_waiting);
EPISODE_COUNTER (episode_count_ehc_reviewed);
EPISODE_COUNTER (episode_count_absence);
EPISODE_COUNTER (episode_count_neet);
EPISODE_COUNTER (episode_count_not_known);
EPISODE_COUNTER (episode_count_neet_or_not_known);

/* Care: measure-care.c */
EPISODE_COUNTER (episode_count_looked_after);
EPISODE_COUNTER (episode_count_looked_after_for);
EPISODE_COUNTER (episode_count_care_started);
EPISODE_COUNTER (episode_count_care_ceased);
EPISODE_COUNTER (episode_count_care_times);
EPISODE_COUNTER (episode_count_care_ended_times);
EPISODE_COUNTER (episode_count_uasc);

/* Where children in care live, and with whom: measure-placements.c */
EPISODE_COUNTER (episode_count_three_placements);
EPISODE_COUNTER (episode_count_long_term_stability);
EPISODE_COUNTER (episode_count_placed_with);
EPISODE_COUNTER (episode_count_placed_inside);
EPISODE_COUNTER (episode_count_placed_adjoining);
EPISODE_COUNTER (episode_count_placed_at_a_distance);
EPISODE_COUNTER (episode_count_placed_far);

G_END_DECLS
