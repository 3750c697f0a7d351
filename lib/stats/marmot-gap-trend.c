/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "gaps-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-table-private.h"
#include "numeric/gap.h"

/* Which rows are used, and the statuses of groups by those of their rows. A gap that
 * is missing is left out; one that is wrong makes its group so, the worst first by its
 * number, so that the order of the rows does not matter. */
static void
sort_out (const MarmotGapsSeries *rows,
          const double *gap,
          const double *se,
          const guint8 *row_status,
          guint8 *use,
          guint8 *group_status)
{
  for (gsize g = 0; g < rows->n_groups; g++)
    group_status[g] = MN_EMPTY_GROUP;
  for (gsize i = 0; i < rows->n_rows; i++)
    {
      guint8 *s = &group_status[rows->codes[i]];
      guint8 found = row_status[i];

      if (*s == MN_EMPTY_GROUP)
        *s = MN_OK;
      use[i] = FALSE;
      if (found == MN_MISSING)
        continue;
      if (found == MN_OK && !(isfinite (rows->time[i]) && isfinite (gap[i]) && isfinite (se[i])))
        found = MN_NOT_FINITE;
      if (found == MN_OK && !(se[i] > 0 && isfinite (1 / (se[i] * se[i]))))
        found = MN_ERROR_OUT_OF_RANGE;
      use[i] = found == MN_OK;
      if (found != MN_OK && (*s == MN_OK || found < *s))
        *s = found;
    }
  /* Groups that are void have no sums. */
  for (gsize i = 0; i < rows->n_rows; i++)
    use[i] = use[i] && group_status[rows->codes[i]] == MN_OK;
}

typedef struct
{
  double *p;
  guint8 *movement;
} Judged;

static void
add_judged_slope (MarmotResult *result,
           const MarmotGapsSeries *rows,
           const char *name,
           const double *gap,
           const double *se,
           const guint8 *row_status,
           guint8 *use,
           Judged *judged)
{
  const char *const endings[] = { "_statistic", "_p_value", "_p_narrowed", "_unweighted", "_unweighted_se" };
  gsize n = rows->n_groups;
  g_autofree mn_gap_line *lines = g_new0 (mn_gap_line, MAX (n, 1));
  guint8 *status = marmot_scratch_bytes (rows->scratch, n);
  double *out[7];

  for (int i = 0; i < 7; i++)
    out[i] = marmot_scratch_doubles (rows->scratch, n);
  judged->p = out[3];
  judged->movement = marmot_scratch_bytes (rows->scratch, n);
  sort_out (rows, gap, se, row_status, use, status);
  mn_gap_trend (rows->time, gap, se, use, rows->codes, rows->n_rows, n, lines, out[0], out[1], out[2], out[3], out[4],
                out[5], out[6], judged->movement, status);
  marmot_result_add_estimates (result, name,
                               marmot_gaps_estimates (rows->plan, MARMOT_METHOD_GAP_TREND, out[0], out[1], status, n,
                                                      FALSE, 1, 0));
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *column = g_strconcat (name, endings[i], NULL);

      marmot_result_add_doubles (result, column, out[2 + i], n);
    }
}

/* Marks groups whose used rows differ in a column, or have it in part. */
static gboolean
compare_periods (MarmotTable *figures,
                 const char *name,
                 MarmotGapsIndex if_not,
                 const MarmotGapsSeries *rows,
                 const guint8 *use,
                 guint8 *index,
                 GError **error)
{
  MarmotColumn *column = (MarmotColumn *) marmot_table_peek_column (figures, name);
  g_autoptr (MarmotGroups) distinct = NULL;
  g_autofree gint32 *first = NULL;
  const gint32 *codes;

  if (column == NULL)
    return TRUE;
  distinct = marmot_groups_new_from_column (column, error);
  if (distinct == NULL)
    return FALSE;
  codes = marmot_groups_peek_codes (distinct);

  /* -1 before the first row of a group, -2 once there was one without an edition, and
   * otherwise the code of its first. */
  first = g_new (gint32, MAX (rows->n_groups, 1));
  for (gsize g = 0; g < rows->n_groups; g++)
    first[g] = -1;
  for (gsize i = 0; i < rows->n_rows; i++)
    {
      gint32 g = rows->codes[i];
      gint32 code = marmot_column_row_is_valid (column, i) ? codes[i] : -2;
      guint8 found = MARMOT_GAPS_SAME;

      if (!use[i])
        continue;
      if (first[g] == -1 || (first[g] == -2 && code >= 0))
        {
          found = first[g] == -2 ? MARMOT_GAPS_EDITION_UNKNOWN : MARMOT_GAPS_SAME;
          first[g] = code;
        }
      else if (code != first[g])
        found = code == -2 ? MARMOT_GAPS_EDITION_UNKNOWN : if_not;
      if (found != MARMOT_GAPS_SAME && (index[g] == MARMOT_GAPS_SAME || found < index[g]))
        index[g] = found;
    }
  return TRUE;
}

static void
add_counts (MarmotResult *result,
            const MarmotGapsSeries *rows,
            const guint8 *used)
{
  g_autofree gint64 *n_used = g_new0 (gint64, MAX (rows->n_groups, 1));
  g_autofree gint64 *n_left = g_new0 (gint64, MAX (rows->n_groups, 1));

  for (gsize i = 0; i < rows->n_rows; i++)
    {
      n_used[rows->codes[i]] += used[i];
      n_left[rows->codes[i]] += !used[i];
    }
  marmot_result_add (result, "n_periods", marmot_column_new_integer (n_used, rows->n_groups));
  marmot_result_add (result, "n_missing", marmot_column_new_integer (n_left, rows->n_groups));
}

gboolean
marmot_gaps_read_series (MarmotTable *figures,
                         MarmotGroups *groups,
                         const MarmotIntervalPlan *plan,
                         MarmotScratch *scratch,
                         MarmotGapsSeries *series,
                         GError **error)
{
  gint32 *owned = NULL;

  series->plan = plan;
  series->scratch = scratch;
  series->n_rows = marmot_table_get_n_rows (figures);
  if (!marmot_figures_get_groups (figures, groups, &series->codes, &series->n_groups, &owned, error))
    return FALSE;
  if (owned)
    g_ptr_array_add (scratch->blocks, owned);
  series->status = marmot_scratch_bytes (scratch, series->n_rows);
  return marmot_gaps_read (figures, "time", TRUE, scratch, &series->time, series->status, error);
}

void
marmot_gaps_add_slope (MarmotResult *result,
                       const MarmotGapsSeries *series,
                       const char *name,
                       const double *gap,
                       const double *se,
                       const guint8 *status)
{
  Judged unused;

  add_judged_slope (result, series, name, gap, se, status, marmot_scratch_bytes (series->scratch, series->n_rows),
                    &unused);
}

gboolean
marmot_gaps_add_trends (MarmotResult *result,
                        const MarmotGapsSeries *series,
                        MarmotTable *figures,
                        const MarmotGapsPeriod *period,
                        const guint8 *status,
                        const guint8 *log_status,
                        gboolean across_editions,
                        GError **error)
{
  guint8 *use = marmot_scratch_bytes (series->scratch, series->n_rows);
  guint8 *relative_use = marmot_scratch_bytes (series->scratch, series->n_rows);
  guint8 *index = marmot_scratch_bytes (series->scratch, series->n_groups);
  Judged absolute = { 0 }, relative = { 0 };

  if (period->gap)
    add_judged_slope (result, series, "slope", period->gap, period->gap_se, status, use, &absolute);
  if (period->log_ratio)
    add_judged_slope (result, series, "log_slope", period->log_ratio, period->log_se, log_status, relative_use, &relative);
  if (period->gap == NULL)
    use = relative_use;
  add_counts (result, series, use);
  if (!compare_periods (figures, "edition", MARMOT_GAPS_OTHER_EDITION, series, use, index, error)
      || !compare_periods (figures, "lsoa_vintage", MARMOT_GAPS_OTHER_VINTAGE, series, use, index, error))
    return FALSE;
  marmot_gaps_add_verdict (result, absolute.movement, absolute.p, relative.movement, relative.p, index, across_editions,
                           1 - series->plan->levels[0], series->n_groups);
  return TRUE;
}

MarmotTable *
marmot_gap_trends (MarmotTable *figures,
                   MarmotGroups *groups,
                   MarmotGapOptions *options,
                   GError **error)
{
  MarmotIntervalPlan plan;
  g_auto (MarmotScratch) scratch = { 0 };
  g_auto (MarmotResult) result = { 0 };
  MarmotGapsSeries series;
  MarmotGapsPeriod period;
  guint8 *log_status;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_GAP_OPTIONS (options), NULL);

  if (!marmot_gaps_plan (&plan, options ? marmot_gap_options_get_interval (options) : NULL, MARMOT_METHOD_GAP_TREND,
                         error))
    return NULL;
  marmot_scratch_init (&scratch);
  marmot_result_init (&result);
  if (!marmot_gaps_read_series (figures, groups, &plan, &scratch, &series, error))
    return NULL;
  log_status = marmot_scratch_bytes (&scratch, series.n_rows);
  if (series.n_rows > 0)
    memcpy (log_status, series.status, series.n_rows);
  if (!marmot_gaps_read_period (figures, "", options && marmot_gap_options_get_more_is_better (options), &scratch,
                                &period, series.status, log_status, error)
      || !marmot_gaps_add_trends (&result, &series, figures, &period, series.status, log_status,
                                  options && marmot_gap_options_get_across_editions (options), error))
    return NULL;
  return marmot_result_end (&result);
}
