/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "gaps-private.h"

#include <math.h>
#include <string.h>

#include "core/marmot-threads-private.h"
#include "numeric/attainment.h"
#include "numeric/two-proportions.h"

G_STATIC_ASSERT ((int) MARMOT_STATUS_NOT_DEFINED == MN_NOT_DEFINED);

/* One year of both groups, and its gaps. */
typedef struct
{
  const double *in[4];
  double *gap[MN_ATTAINMENT_N];
  double *se[MN_ATTAINMENT_N];
  guint8 *status[MN_ATTAINMENT_N];
} Year;

/* One measure of a year's gaps, shared by threads. */
typedef struct
{
  const Year *year;
  int measure;
} Measure;

static void
run_measure (gsize first,
             gsize n,
             gpointer data)
{
  const Measure *run = data;
  const Year *year = run->year;
  int m = run->measure;
  const double *const in[4] = { year->in[0] + first, year->in[1] + first, year->in[2] + first, year->in[3] + first };

  mn_attainment_gap (m, in, n, year->gap[m] + first, year->se[m] + first, year->status[m] + first);
}

static gboolean
read_year (MarmotTable *figures,
           const char *suffix,
           gboolean to_test,
           MarmotScratch *scratch,
           Year *year,
           GError **error)
{
  const char *const parts[] = { "others_count", "others_n", "disadvantaged_count", "disadvantaged_n" };
  gsize n = marmot_table_get_n_rows (figures);
  guint8 *missing = marmot_scratch_bytes (scratch, n);
  guint8 *status = marmot_scratch_bytes (scratch, n);

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strconcat (parts[i], suffix, NULL);

      if (!marmot_gaps_read (figures, name, TRUE, scratch, &year->in[i], missing, error))
        return FALSE;
    }
  mn_two_proportions_status (year->in, n, status);
  for (gsize i = 0; i < n; i++)
    if (missing[i] != MN_OK)
      status[i] = missing[i];
  for (int m = 0; m < MN_ATTAINMENT_N; m++)
    {
      year->gap[m] = marmot_scratch_doubles (scratch, n);
      year->se[m] = marmot_scratch_doubles (scratch, n);
      year->status[m] = marmot_scratch_bytes (scratch, n);
      if (n > 0)
        memcpy (year->status[m], status, n);
      marmot_rows_run_finely (n, MARMOT_FIGURES_BLOCK, run_measure, &(Measure){ year, m });
    }
  if (to_test)
    mn_attainment_be_careful (year->in, n, year->status[MN_ATTAINMENT_POINTS], year->se[MN_ATTAINMENT_POINTS]);
  return TRUE;
}

static gboolean
plan_init (MarmotIntervalPlan *plan,
           MarmotGapOptions *options,
           GError **error)
{
  return marmot_gaps_plan (plan, options ? marmot_gap_options_get_interval (options) : NULL, MARMOT_METHOD_GAP_CHANGE,
                           error);
}

static void
add_percentage (MarmotResult *result,
                const char *name,
                const Year *year,
                int first,
                gsize n,
                MarmotScratch *scratch)
{
  double *percent = marmot_scratch_doubles (scratch, n);

  for (gsize i = 0; i < n; i++)
    percent[i] = year->status[MN_ATTAINMENT_POINTS][i] == MN_OK ? 100 * (year->in[first][i] / year->in[first + 1][i])
                                                                : (double) NAN;
  marmot_gaps_keep_doubles (result, scratch, name, percent, n);
}

/* The limits of the gap in points at one level, shared by threads. */
typedef struct
{
  const Year *year;
  double z;
  double *lower;
  double *upper;
} Points;

static void
run_points (gsize first,
            gsize n,
            gpointer data)
{
  const Points *run = data;
  const Year *year = run->year;
  const double *const in[4] = { year->in[0] + first, year->in[1] + first, year->in[2] + first, year->in[3] + first };

  mn_proportion_difference_newcombe (in, n, run->z, 100, run->lower + first, run->upper + first);
  for (gsize i = first; i < first + n; i++)
    if (year->status[MN_ATTAINMENT_POINTS][i] != MN_OK)
      run->lower[i] = run->upper[i] = (double) NAN;
}

/* The gap in points with the limits that go with a difference of shares. */
static void
add_points (MarmotResult *result,
            const MarmotIntervalPlan *plan,
            const Year *year,
            gsize n,
            MarmotScratch *scratch)
{
  marmot_gaps_keep_doubles (result, scratch, "gap", year->gap[MN_ATTAINMENT_POINTS], n);
  for (guint level = 0; level < plan->n_levels; level++)
    {
      Points run = { year, plan->z[level], marmot_scratch_doubles (scratch, n), marmot_scratch_doubles (scratch, n) };
      g_autofree char *lower = marmot_gaps_limit_name (plan, "gap", "lower", level);
      g_autofree char *upper = marmot_gaps_limit_name (plan, "gap", "upper", level);

      marmot_rows_run_finely (n, MARMOT_FIGURES_BLOCK, run_points, &run);
      marmot_gaps_keep_doubles (result, scratch, lower, run.lower, n);
      marmot_gaps_keep_doubles (result, scratch, upper, run.upper, n);
    }
  marmot_gaps_keep_doubles (result, scratch, "gap_se", year->se[MN_ATTAINMENT_POINTS], n);
}

MarmotTable *
marmot_attainment_gaps (MarmotTable *figures,
                        MarmotGapOptions *options,
                        GError **error)
{
  MarmotIntervalPlan plan;
  g_auto (MarmotScratch) scratch = { 0 };
  g_auto (MarmotResult) result = { 0 };
  Year year;
  double *logit[2];
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_GAP_OPTIONS (options), NULL);

  if (!plan_init (&plan, options, error))
    return NULL;
  n = marmot_table_get_n_rows (figures);
  marmot_scratch_init (&scratch);
  marmot_result_init (&result);
  if (!read_year (figures, "", FALSE, &scratch, &year, error))
    return NULL;

  add_percentage (&result, "disadvantaged", &year, 2, n, &scratch);
  add_percentage (&result, "others", &year, 0, n, &scratch);
  add_points (&result, &plan, &year, n, &scratch);
  marmot_gaps_add_ratio (&result, &plan, "ratio", year.gap[MN_ATTAINMENT_LOG_RATIO], year.se[MN_ATTAINMENT_LOG_RATIO], n);
  marmot_gaps_keep_doubles (&result, &scratch, "ratio_log_se", year.se[MN_ATTAINMENT_LOG_RATIO], n);
  marmot_gaps_add_ratio (&result, &plan, "odds_ratio", year.gap[MN_ATTAINMENT_LOG_ODDS], year.se[MN_ATTAINMENT_LOG_ODDS],
                         n);
  marmot_gaps_keep_doubles (&result, &scratch, "odds_ratio_log_se", year.se[MN_ATTAINMENT_LOG_ODDS], n);
  marmot_gaps_add_number (&result, &plan, "standardised", year.gap[MN_ATTAINMENT_STANDARDISED],
                          year.se[MN_ATTAINMENT_STANDARDISED], n);
  marmot_gaps_keep_doubles (&result, &scratch, "standardised_se", year.se[MN_ATTAINMENT_STANDARDISED], n);
  for (int i = 0; i < 2; i++)
    {
      const double *of = i == 0 ? year.gap[MN_ATTAINMENT_LOG_ODDS] : year.se[MN_ATTAINMENT_LOG_ODDS];

      logit[i] = marmot_scratch_doubles (&scratch, n);
      for (gsize row = 0; row < n; row++)
        logit[i][row] = MN_LOGIT_TO_STANDARD * of[row];
    }
  marmot_gaps_add_number (&result, &plan, "standardised_logit", logit[0], logit[1], n);
  marmot_result_add_statuses (&result, "status", year.status[MN_ATTAINMENT_POINTS], n);
  marmot_result_add_statuses (&result, "relative_status", year.status[MN_ATTAINMENT_STANDARDISED], n);
  return marmot_result_end (&result);
}

MarmotEstimate *
marmot_attainment_gap (double disadvantaged_count,
                       double disadvantaged_n,
                       double others_count,
                       double others_n,
                       MarmotGapOptions *options,
                       GError **error)
{
  const char *const names[] = { "disadvantaged_count", "disadvantaged_n", "others_count", "others_n", NULL };
  const double numbers[] = { disadvantaged_count, disadvantaged_n, others_count, others_n };
  g_autoptr (MarmotTable) row = NULL;
  g_autoptr (MarmotTable) gaps = NULL;
  MarmotIntervalPlan plan;

  g_return_val_if_fail (options == NULL || MARMOT_IS_GAP_OPTIONS (options), NULL);

  if (!plan_init (&plan, options, error))
    return NULL;
  row = marmot_gaps_make_row (names, numbers);
  gaps = marmot_attainment_gaps (row, options, error);
  return gaps ? marmot_gaps_read_estimate (gaps, &plan, "gap", "status", MARMOT_METHOD_NEWCOMBE) : NULL;
}

/* --- over the years ------------------------------------------------------------------ */

/* The earlier of two statuses that is not MN_OK. */
static guint8 *
join_statuses (const Year *earlier,
               const Year *later,
               int measure,
               gsize n,
               MarmotScratch *scratch)
{
  guint8 *status = marmot_scratch_bytes (scratch, n);

  for (gsize i = 0; i < n; i++)
    status[i] = earlier->status[measure][i] != MN_OK ? earlier->status[measure][i] : later->status[measure][i];
  return status;
}

static MarmotGapsPeriod
period_of (const Year *year)
{
  return (MarmotGapsPeriod){ year->gap[MN_ATTAINMENT_POINTS], year->se[MN_ATTAINMENT_POINTS],
                             year->gap[MN_ATTAINMENT_LOG_ODDS], year->se[MN_ATTAINMENT_LOG_ODDS] };
}

MarmotTable *
marmot_attainment_changes (MarmotTable *figures,
                           MarmotGapOptions *options,
                           GError **error)
{
  MarmotIntervalPlan plan;
  g_auto (MarmotScratch) scratch = { 0 };
  g_auto (MarmotResult) result = { 0 };
  Year earlier, later;
  MarmotGapsPeriod from, to;
  guint8 *index;
  gsize n;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_GAP_OPTIONS (options), NULL);

  if (!plan_init (&plan, options, error))
    return NULL;
  n = marmot_table_get_n_rows (figures);
  marmot_scratch_init (&scratch);
  marmot_result_init (&result);
  if (!read_year (figures, "_1", TRUE, &scratch, &earlier, error)
      || !read_year (figures, "_2", TRUE, &scratch, &later, error))
    return NULL;
  index = marmot_scratch_bytes (&scratch, n);
  if (!marmot_gaps_compare_rows (figures, options, &scratch, index, error))
    return NULL;

  marmot_gaps_add_movement (&result, &plan, "standardised_change", "standardised",
                            earlier.gap[MN_ATTAINMENT_STANDARDISED], earlier.se[MN_ATTAINMENT_STANDARDISED],
                            later.gap[MN_ATTAINMENT_STANDARDISED], later.se[MN_ATTAINMENT_STANDARDISED],
                            join_statuses (&earlier, &later, MN_ATTAINMENT_STANDARDISED, n, &scratch), n, &scratch);
  from = period_of (&earlier);
  to = period_of (&later);
  marmot_gaps_add_changes (&result, &plan, &from, &to, NULL, NULL,
                           join_statuses (&earlier, &later, MN_ATTAINMENT_POINTS, n, &scratch),
                           join_statuses (&earlier, &later, MN_ATTAINMENT_LOG_ODDS, n, &scratch), index,
                           options && marmot_gap_options_get_across_editions (options), n, &scratch);
  return marmot_result_end (&result);
}

MarmotTable *
marmot_attainment_trends (MarmotTable *figures,
                          MarmotGroups *groups,
                          MarmotGapOptions *options,
                          GError **error)
{
  MarmotIntervalPlan plan;
  g_auto (MarmotScratch) scratch = { 0 };
  g_auto (MarmotResult) result = { 0 };
  MarmotGapsSeries series;
  MarmotGapsPeriod period;
  Year year;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_GAP_OPTIONS (options), NULL);

  if (!plan_init (&plan, options, error))
    return NULL;
  marmot_scratch_init (&scratch);
  marmot_result_init (&result);
  if (!marmot_gaps_read_series (figures, groups, &plan, &scratch, &series, error)
      || !read_year (figures, "", TRUE, &scratch, &year, error))
    return NULL;
  for (int m = 0; m < MN_ATTAINMENT_N; m++)
    for (gsize i = 0; i < series.n_rows; i++)
      if (series.status[i] != MN_OK)
        year.status[m][i] = series.status[i];

  marmot_gaps_add_slope (&result, &series, "standardised_slope", year.gap[MN_ATTAINMENT_STANDARDISED],
                         year.se[MN_ATTAINMENT_STANDARDISED], year.status[MN_ATTAINMENT_STANDARDISED]);
  period = period_of (&year);
  if (!marmot_gaps_add_trends (&result, &series, figures, &period, year.status[MN_ATTAINMENT_POINTS],
                               year.status[MN_ATTAINMENT_LOG_ODDS],
                               options && marmot_gap_options_get_across_editions (options), error))
    return NULL;
  return marmot_result_end (&result);
}
