/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What totals of a measure are made of, for the file that counts.
 */
#pragma once

#include "measure-private.h"

G_BEGIN_DECLS

/* The sums beside those of exclusions. */
enum
{
  EPISODE_SUM_NUMERATOR,
  EPISODE_SUM_DENOMINATOR,
  EPISODE_SUM_UNKNOWN,
  EPISODE_SUM_BEYOND,
  EPISODE_N_SUMS
};

/* What statistics are made with. */
typedef struct
{
  double months;            /* of each group */
  double limit;             /* days, for shares by a time */
  double population;        /* 0 for none */
  double per;
  double confidence;
} EpisodeTerms;

#define EPISODE_N_TERMS (sizeof (EpisodeTerms) / sizeof (double))

struct _MarmotEpisodeTotals
{
  GObject parent_instance;

  MarmotEpisodeMeasure measure;
  char *conventions;
  EpisodeTerms terms;
  char **keys;              /* names; not NULL */
  char **reasons;           /* not NULL */
  MarmotTotals *totals;     /* by the keys */
  MarmotTable *table;       /* of the totals */
  const double *sums[EPISODE_N_SUMS];
  const double **excluded;  /* a reason */
  gsize n_groups;
  MarmotEventCounts *times; /* nullable; by the label of the group */
  MarmotSurvival *curves;   /* of the times */
  GHashTable *curve_of;     /* label: number of the group among the times, plus 1 */
  MarmotColumn *rows;       /* nullable: those in the numerators, group by group */
  gsize *row_starts;
};

/* What sums are called in a table of totals; those of exclusions are "excluded_0" and so
 * on. */
char                *episode_sum_name         (gsize                  sum);

/* Takes totals, and times if there are any; the rest is copied. */
MarmotEpisodeTotals *episode_totals_new_take  (MarmotEpisodeMeasure   measure,
                                               const char            *conventions,
                                               const EpisodeTerms    *terms,
                                               const char *const     *keys,
                                               const char *const     *reasons,
                                               MarmotTotals          *totals,
                                               MarmotEventCounts     *times,
                                               GError               **error);

/* All keys of a group in one text, by which times are told apart. */
char                *episode_totals_label     (MarmotEpisodeTotals   *self,
                                               gsize                  group);

/* Takes the times of new totals. */
gboolean             episode_totals_set_times (MarmotEpisodeTotals   *self,
                                               MarmotEventCounts     *times,
                                               GError               **error);

G_END_DECLS
