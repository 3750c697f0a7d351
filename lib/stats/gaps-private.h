/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the statistics of gaps share: whole columns as doubles, estimates from values
 * and standard errors, and the words of a verdict.
 */
#pragma once

#include <marmot/marmot.h>

#include "figures-private.h"

G_BEGIN_DECLS

/* The confidence levels of options that may be NULL, for a method without a choice;
 * neither another method nor a multiplier is allowed. */
gboolean      marmot_gaps_plan         (MarmotIntervalPlan      *plan,
                                        MarmotIntervalOptions   *options,
                                        MarmotMethod             method,
                                        GError                 **error);

/* Memory that a statistic gives back when it is done. */
typedef struct
{
  GPtrArray *blocks; /* for g_free() */
  GPtrArray *kept;   /* memory that the next call may have */
  GPtrArray *rooms;  /* where each of it begins */
} MarmotScratch;

void          marmot_scratch_init      (MarmotScratch           *self);
void          marmot_scratch_clear     (MarmotScratch           *self);
double       *marmot_scratch_doubles   (MarmotScratch           *self,
                                        gsize                    n);
guint8       *marmot_scratch_bytes     (MarmotScratch           *self,
                                        gsize                    n);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarmotScratch, marmot_scratch_clear)

/* Adds a column of doubles that came from marmot_scratch_doubles() as they are, without
 * copying them: nobody may write to them from then on. What is no number is null. */
void          marmot_gaps_keep_doubles (MarmotResult            *result,
                                        MarmotScratch           *scratch,
                                        const char              *name,
                                        const double            *values,
                                        gsize                    n_rows);

/* All rows of the column of this name as doubles, with MARMOT_STATUS_MISSING in the
 * status of those that are null, unless status is NULL, and 0 in their place. NULL in
 * values where there is no such column and it is not required. */
gboolean      marmot_gaps_read         (MarmotTable             *figures,
                                        const char              *name,
                                        gboolean                 required,
                                        MarmotScratch           *scratch,
                                        const double           **values,
                                        guint8                  *status,
                                        GError                 **error);

/* The gaps of a period, and the logarithms of its ratios; either may be NULL. */
typedef struct
{
  const double *gap;
  const double *gap_se;
  const double *log_ratio;
  const double *log_se;
} MarmotGapsPeriod;

/* Reads them from whichever columns there are whose names end in suffix, with a status
 * for the absolute and one for the relative gap of each row. */
gboolean      marmot_gaps_read_period  (MarmotTable             *figures,
                                        const char              *suffix,
                                        gboolean                 more_is_better,
                                        MarmotScratch           *scratch,
                                        MarmotGapsPeriod        *period,
                                        guint8                  *status,
                                        guint8                  *log_status,
                                        GError                 **error);

/* Estimates of value -+ z se at each level; exponentials of them times multiplier plus
 * shift, in place of them, where exponential. */
MarmotEstimates *marmot_gaps_estimates (const MarmotIntervalPlan *plan,
                                        MarmotMethod              method,
                                        const double             *value,
                                        const double             *se,
                                        const guint8             *status,
                                        gsize                     n_rows,
                                        gboolean                  exponential,
                                        double                    multiplier,
                                        double                    shift);

/* Adds a number and its limits, value -+ z se, as "name", "name_lower" and so on; null
 * where they are NaN. */
void          marmot_gaps_add_number   (MarmotResult             *result,
                                        const MarmotIntervalPlan *plan,
                                        const char               *name,
                                        const double             *value,
                                        const double             *se,
                                        gsize                     n_rows);

/* The same of exponentials: of exp (value -+ z se). */
void          marmot_gaps_add_ratio    (MarmotResult             *result,
                                        const MarmotIntervalPlan *plan,
                                        const char               *name,
                                        const double             *value,
                                        const double             *se,
                                        gsize                     n_rows);

/* The rows of areas: those of area k are rows[first[k]] to rows[first[k + 1] - 1], by
 * rank if there is one, and otherwise in their order. Ranks that are not numbers come
 * in any order. */
typedef struct
{
  const gint32 *codes;
  gsize n_areas;
  gsize n_rows;
  gsize *first;
  gsize *rows;
} MarmotGapsAreas;

gboolean      marmot_gaps_get_areas    (MarmotTable             *figures,
                                        MarmotGroups            *groups,
                                        const double            *rank,
                                        MarmotScratch           *scratch,
                                        MarmotGapsAreas         *areas,
                                        GError                 **error);

/* Values in the order of the rows of areas, and back. values may be NULL. */
double       *marmot_gaps_gather       (const MarmotGapsAreas   *areas,
                                        const double            *values,
                                        MarmotScratch           *scratch);
double       *marmot_gaps_scatter      (const MarmotGapsAreas   *areas,
                                        const double            *values,
                                        MarmotScratch           *scratch);

/* A dictionary of short texts; rows whose code is below zero are null. */
MarmotColumn *marmot_gaps_words        (const char *const        *words,
                                        gsize                     n_words,
                                        const gint32             *codes,
                                        gsize                     n_rows);

/* A column of truth, null where valid is 0. */
MarmotColumn *marmot_gaps_truth        (const guint8             *truth,
                                        const guint8             *valid,
                                        gsize                     n_rows);

/* Why two periods are not of the same groups; MARMOT_GAPS_SAME if they are, as far as
 * anything was said. */
typedef enum
{
  MARMOT_GAPS_SAME,
  MARMOT_GAPS_OTHER_EDITION,
  MARMOT_GAPS_OTHER_VINTAGE,
  MARMOT_GAPS_OTHER_GROUPS,
  MARMOT_GAPS_EDITION_UNKNOWN
} MarmotGapsIndex;

/* What is found of a pair of editions or vintages, and of two such findings: a difference
 * comes before what is not known. */
guint8        marmot_gaps_judge        (gboolean                  known_1,
                                        gboolean                  known_2,
                                        gboolean                  equal,
                                        MarmotGapsIndex           if_not);
guint8        marmot_gaps_combine      (guint8                    a,
                                        guint8                    b);

/* What options, which may be NULL, say of each period: the edition or NULL, and the
 * vintage or 0. */
void          marmot_gaps_get_index    (MarmotGapOptions         *options,
                                        const char               *editions[2],
                                        guint                     vintages[2]);

/* Whether the options have groups of both periods that were made in other ways than by
 * another edition. */
guint8        marmot_gaps_compare_groups (MarmotGapOptions       *options);

/* What is found of all that options, which may be NULL, say of both periods. */
guint8        marmot_gaps_compare_options (MarmotGapOptions      *options);

/* The same of each row, of which columns "edition_1", "edition_2", "lsoa_vintage_1" and
 * "lsoa_vintage_2" say more than the options. index has room for the rows. */
gboolean      marmot_gaps_compare_rows (MarmotTable              *figures,
                                        MarmotGapOptions         *options,
                                        MarmotScratch            *scratch,
                                        guint8                   *index,
                                        GError                  **error);

/* A row of numbers by name, and a number of the first row of a result: NaN where it is
 * null. */
MarmotTable  *marmot_gaps_make_row     (const char *const        *names,
                                        const double             *numbers);
double        marmot_gaps_read_cell    (MarmotTable              *result,
                                        const char               *name);

/* The estimate of the first row: "name" with its limits, and the status in the column
 * called so. */
MarmotEstimate *marmot_gaps_read_estimate (MarmotTable           *result,
                                           const MarmotIntervalPlan *plan,
                                           const char            *name,
                                           const char            *status_name,
                                           MarmotMethod           method);

/* Adds "comparable" and "reason"; index may be NULL. */
void          marmot_gaps_add_comparable (MarmotResult           *result,
                                          const guint8           *index,
                                          gsize                   n_rows);

/* Adds "absolute", "absolute_chance", "relative", "relative_chance", "verdict",
 * "comparable" and "reason". absolute or relative may be NULL together with their p:
 * that scale was not asked for. index may be NULL: the same. */
void          marmot_gaps_add_verdict  (MarmotResult             *result,
                                        const guint8             *absolute,
                                        const double             *p,
                                        const guint8             *relative,
                                        const double             *relative_p,
                                        const guint8             *index,
                                        gboolean                  across_editions,
                                        double                    alpha,
                                        gsize                     n_rows);

/* Adds a gap of two periods: its change with tests, and where it went. */
void          marmot_gaps_add_movement (MarmotResult             *result,
                                        const MarmotIntervalPlan *plan,
                                        const char               *name,
                                        const char               *movement_name,
                                        const double             *gap_1,
                                        const double             *se_1,
                                        const double             *gap_2,
                                        const double             *se_2,
                                        guint8                   *status,
                                        gsize                     n,
                                        MarmotScratch            *scratch);

/* Adds a column of movements by their short names. */
void          marmot_gaps_add_movements (MarmotResult            *result,
                                         const char              *name,
                                         const guint8            *movement,
                                         gsize                    n_rows);

/* Adds all of the changes from one period to another, down to the verdict. */
void          marmot_gaps_add_changes  (MarmotResult             *result,
                                        const MarmotIntervalPlan *plan,
                                        const MarmotGapsPeriod   *earlier,
                                        const MarmotGapsPeriod   *later,
                                        const double             *covariance,
                                        const double             *log_covariance,
                                        guint8                   *status,
                                        guint8                   *log_status,
                                        const guint8             *index,
                                        gboolean                  across_editions,
                                        gsize                     n,
                                        MarmotScratch            *scratch);

/* Rows in time, of several groups. */
typedef struct
{
  const MarmotIntervalPlan *plan;
  const double *time;
  const gint32 *codes;
  guint8 *status; /* of rows: missing times */
  gsize n_rows;
  gsize n_groups;
  MarmotScratch *scratch;
} MarmotGapsSeries;

gboolean      marmot_gaps_read_series  (MarmotTable              *figures,
                                        MarmotGroups             *groups,
                                        const MarmotIntervalPlan *plan,
                                        MarmotScratch            *scratch,
                                        MarmotGapsSeries         *series,
                                        GError                  **error);

/* Adds the slope of one gap. */
void          marmot_gaps_add_slope    (MarmotResult             *result,
                                        const MarmotGapsSeries   *series,
                                        const char               *name,
                                        const double             *gap,
                                        const double             *se,
                                        const guint8             *status);

/* Adds all of the trends, down to the verdict. */
gboolean      marmot_gaps_add_trends   (MarmotResult             *result,
                                        const MarmotGapsSeries   *series,
                                        MarmotTable              *figures,
                                        const MarmotGapsPeriod   *period,
                                        const guint8             *status,
                                        const guint8             *log_status,
                                        gboolean                  across_editions,
                                        GError                  **error);

/* "name_lower", or "name_lower_95" with several levels. */
char         *marmot_gaps_limit_name   (const MarmotIntervalPlan *plan,
                                        const char               *name,
                                        const char               *side,
                                        guint                     level);

G_END_DECLS
