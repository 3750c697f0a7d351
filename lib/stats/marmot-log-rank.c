/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>

#include "core/marmot-sort-private.h"
#include "event-counts-private.h"
#include "figures-private.h"
#include "numeric/gray.h"
#include "numeric/log-rank.h"
#include "numeric/special.h"
#include "numeric/survival.h"

/* More groups take longer than anybody waits: every event changes the covariance of every
 * pair. */
#define MAX_GROUPS 1000
#define MAX_GRAY_GROUPS 100

struct _MarmotLogRank
{
  GObject parent_instance;

  MarmotTable *keys;
  gsize n_groups;
  double rho;
  guint cause;   /* of Gray's test, or 0 */
  guint8 status;
  double statistic;
  double df;
  double p;
  gint64 *rows;
  double *observed;
  double *expected;
  double *covariance;
  GPtrArray *findings;
};

G_DEFINE_FINAL_TYPE (MarmotLogRank, marmot_log_rank, G_TYPE_OBJECT)

static void
marmot_log_rank_finalize (GObject *object)
{
  MarmotLogRank *self = MARMOT_LOG_RANK (object);

  g_free (self->rows);
  g_free (self->observed);
  g_free (self->expected);
  g_free (self->covariance);
  g_clear_pointer (&self->keys, marmot_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (marmot_log_rank_parent_class)->finalize (object);
}

static void
marmot_log_rank_class_init (MarmotLogRankClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_log_rank_finalize;
}

static void
marmot_log_rank_init (MarmotLogRank *self)
{
  self->status = MARMOT_STATUS_TOO_FEW_GROUPS;
  self->statistic = self->df = self->p = (double) NAN;
}

/* --- walking through a stratum -------------------------------------------------------------- */

/* A test while it is put together: of any event, or Gray's of one cause. */
typedef struct
{
  guint cause;
  mn_log_rank log_rank;
  mn_gray gray;
} Test;

static void
test_begin (Test *self,
            gsize n_groups,
            guint cause,
            double rho,
            double **work)
{
  self->cause = cause;
  *work = g_new (double, (cause ? mn_gray_work (n_groups) : mn_log_rank_work (n_groups)) + 1);
  if (cause)
    mn_gray_begin (&self->gray, n_groups, rho, *work);
  else
    mn_log_rank_begin (&self->log_rank, n_groups, rho, *work);
}

/* Groups first to first + n - 1 of the counts in step, over the times of any of them; codes
 * say which groups of the test they are. */
static void
add_stratum (Test *test,
             gsize n_all,
             const MarmotEventCounts *counts,
             gsize first,
             gsize n_groups,
             const gint32 *codes,
             double tolerance)
{
  gsize begin = counts->starts[first], n_cells = counts->starts[first + n_groups] - begin, n_times = 0;
  g_autofree double *times = g_new (double, n_cells + 1);
  g_autofree double *left = g_new (double, n_cells + 1);
  g_autofree double *came = g_new (double, n_cells + 1);
  g_autofree double *risk = g_new (double, n_cells + 1);
  g_autofree double *at_risk = g_new0 (double, n_all + 1);
  g_autofree double *event = g_new0 (double, n_all + 1);
  g_autofree double *other = g_new0 (double, n_all + 1);
  g_autofree gsize *place = g_new (gsize, n_groups + 1);

  for (gsize i = 0; i < n_cells; i++)
    {
      mn_total total = { 0, 0 };

      for (guint kind = 0; kind <= counts->n_causes; kind++)
        mn_total_add (&total, marmot_event_counts_weight (counts, kind, begin + i));
      left[i] = mn_total_get (&total);
      came[i] = marmot_event_counts_weight (counts, counts->n_causes + 1, begin + i);
      times[i] = counts->time[begin + i];
    }
  for (gsize g = 0; g < n_groups; g++)
    {
      gsize from = counts->starts[first + g] - begin;

      mn_at_risk (left + from, came + from, counts->starts[first + g + 1] - begin - from, risk + from);
      place[g] = from;
    }
  marmot_sort_doubles (times, n_cells);
  for (gsize i = 0; i < n_cells; i++)
    if (n_times == 0 || times[i] - times[i - 1] > tolerance)
      times[n_times++] = times[i];

  if (test->cause)
    mn_gray_stratum (&test->gray);
  else
    mn_log_rank_stratum (&test->log_rank);
  for (gsize t = 0; t < n_times; t++)
    {
      gboolean any = FALSE;

      for (gsize g = 0; g < n_groups; g++)
        {
          gsize end = counts->starts[first + g + 1] - begin, *at = &place[g];
          gsize of = codes ? (gsize) codes[g] : g;
          mn_total events = { 0, 0 }, others = { 0, 0 };

          /* Between two cells of a group nobody of it comes or leaves: who is at risk at
           * the next is at risk now. */
          at_risk[of] = *at < end ? risk[*at] : 0;
          for (; *at < end && (t + 1 == n_times || counts->time[begin + *at] < times[t + 1]); (*at)++)
            for (guint k = 1; k <= counts->n_causes; k++)
              mn_total_add (test->cause && k != test->cause ? &others : &events,
                            marmot_event_counts_weight (counts, k, begin + *at));
          event[of] = mn_total_get (&events);
          other[of] = mn_total_get (&others);
          any |= event[of] > 0 || other[of] > 0;
        }
      if (any && test->cause)
        mn_gray_time (&test->gray, at_risk, event, other);
      else if (any)
        mn_log_rank_time (&test->log_rank, at_risk, event);
    }
  if (test->cause)
    mn_gray_stratum_end (&test->gray);
}

static void
count_rows (MarmotLogRank *self,
            const MarmotEventCounts *counts,
            gsize first,
            gsize n_groups,
            const gint32 *codes)
{
  for (gsize g = 0; g < n_groups; g++)
    {
      guint8 status = counts->status[first + g];

      for (guint kind = 0; kind <= counts->n_causes; kind++)
        for (gsize i = counts->starts[first + g]; i < counts->starts[first + g + 1]; i++)
          self->rows[codes ? (gsize) codes[g] : g] += (gint64) counts->rows[kind * counts->n_cells + i];
      /* A row that is not known may be an event of any group. */
      if (status != MARMOT_STATUS_OK && status != MARMOT_STATUS_EMPTY_GROUP
          && (self->status == MARMOT_STATUS_OK || status < self->status))
        self->status = status;
    }
}

static gboolean
check_arguments (gsize n_groups,
                 double rho,
                 double tolerance,
                 GError **error)
{
  if (!(rho >= 0 && isfinite (rho)))
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                         "Rho is 0 for the log-rank test, 1 for Peto and Peto's, or another number that is not negative");
  else if (!(tolerance >= 0 && isfinite (tolerance)))
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                         "A tolerance is a stretch of time, or 0 for none");
  else if (n_groups > MAX_GROUPS)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE, "At most %d groups can be compared", MAX_GROUPS);
  else
    return TRUE;
  return FALSE;
}

static MarmotLogRank *
prepare (gsize n_groups,
         MarmotTable *keys,
         guint cause,
         double rho)
{
  MarmotLogRank *self = g_object_new (MARMOT_TYPE_LOG_RANK, NULL);

  self->keys = keys ? marmot_table_ref (keys) : NULL;
  self->n_groups = n_groups;
  self->cause = cause;
  self->rho = rho;
  self->status = MARMOT_STATUS_OK;
  self->rows = g_new0 (gint64, n_groups + 1);
  self->observed = g_new0 (double, n_groups + 1);
  self->expected = g_new0 (double, n_groups + 1);
  self->covariance = g_new0 (double, n_groups * n_groups + 1);
  return self;
}

static void
finish (MarmotLogRank *self,
        Test *test)
{
  int found = self->cause ? mn_gray_end (&test->gray, self->observed, self->expected, self->covariance,
                                         &self->statistic, &self->df)
                          : mn_log_rank_end (&test->log_rank, self->observed, self->expected, self->covariance,
                                             &self->statistic, &self->df);

  if (self->status == MARMOT_STATUS_OK)
    self->status = (guint8) found;
  if (self->status == MARMOT_STATUS_OK)
    self->p = mn_gamma_upper (self->df / 2, self->statistic / 2);
  else
    {
      self->statistic = self->df = (double) NAN;
      /* What was observed of bad rows is not what there was. */
      for (gsize g = 0; found != self->status && g < self->n_groups; g++)
        self->observed[g] = self->expected[g] = (double) NAN;
      for (gsize i = 0; found != self->status && i < self->n_groups * self->n_groups; i++)
        self->covariance[i] = (double) NAN;
    }
}

/* --- rows ------------------------------------------------------------------------------- */

/* What rows come to: every group of every stratum of every series is one group of the
 * counts. */
typedef struct
{
  gsize n_groups, n_strata, n_series;
  double tolerance;
  MarmotTable *keys;
  MarmotEventCounts *counts;
} Cells;

static void
cells_clear (Cells *self)
{
  g_clear_pointer (&self->keys, marmot_table_unref);
  g_clear_object (&self->counts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cells, cells_clear)

static gboolean
check_gray (const MarmotEventSource *source,
            gsize n_groups,
            guint cause,
            GError **error)
{
  if (cause > source->n_causes)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND, "The options state %u causes, from 1",
                 source->n_causes);
  else if (cause && source->start)
    g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                         "Gray's test is for episodes that nobody enters late: leave \"start\" out, or take the "
                         "log-rank test");
  else if (cause && n_groups > MAX_GRAY_GROUPS)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE, "Gray's test compares at most %d groups",
                 MAX_GRAY_GROUPS);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_rows (MarmotGroups *const grouped[3],
            gsize n_rows,
            GError **error)
{
  for (guint i = 0; i < 3; i++)
    if (grouped[i] && marmot_groups_get_n_rows (grouped[i]) != n_rows)
      {
        g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_LENGTH,
                     "The groups, strata or series are not of as many rows as the figures, which have "
                     "%" G_GSIZE_FORMAT, n_rows);
        return FALSE;
      }
  return TRUE;
}

/* The code of each row among all cells; NULL where the groups' own serve. */
static gint32 *
make_codes (const Cells *self,
            MarmotGroups *const grouped[3],
            gsize n_rows)
{
  const gint32 *of_group = marmot_groups_peek_codes (grouped[0]);
  const gint32 *of_stratum = grouped[1] ? marmot_groups_peek_codes (grouped[1]) : NULL;
  const gint32 *of_series = grouped[2] ? marmot_groups_peek_codes (grouped[2]) : NULL;
  gint32 *codes;

  if (!of_stratum && !of_series)
    return NULL;
  codes = g_new (gint32, n_rows + 1);
  for (gsize i = 0; i < n_rows; i++)
    codes[i] = ((of_series ? of_series[i] : 0) * (gint32) self->n_strata + (of_stratum ? of_stratum[i] : 0))
                 * (gint32) self->n_groups
               + of_group[i];
  return codes;
}

/* Counts rows once; grouped are the groups, the strata and the series, of which the last
 * two may be NULL. */
static gboolean
cells_count (Cells *self,
             MarmotTable *episodes,
             MarmotGroups *const grouped[3],
             guint cause,
             double rho,
             MarmotSurvivalOptions *options,
             GError **error)
{
  g_autofree gint32 *codes = NULL;
  MarmotEventSource source;

  self->tolerance = options ? marmot_survival_options_get_tolerance (options) : 0;
  self->n_groups = marmot_groups_get_n_groups (grouped[0]);
  self->n_strata = grouped[1] ? marmot_groups_get_n_groups (grouped[1]) : 1;
  self->n_series = grouped[2] ? marmot_groups_get_n_groups (grouped[2]) : 1;
  self->keys = marmot_groups_get_keys (grouped[0]);
  if (!check_arguments (self->n_groups, rho, self->tolerance, error)
      || !marmot_event_counts_check_keys (self->keys, error)
      || !marmot_event_source_init (&source, episodes, options, error)
      || !check_gray (&source, self->n_groups, cause, error) || !check_rows (grouped, source.n_rows, error))
    return FALSE;
  if (self->n_groups > 0 && self->n_strata > 0
      && self->n_series > G_MAXINT32 / self->n_groups / self->n_strata)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_TOO_LARGE,
                           "There are more series, strata and groups than 32-bit codes can tell apart");
      return FALSE;
    }

  codes = make_codes (self, grouped, source.n_rows);
  self->counts = marmot_event_counts_prepare (self->n_groups * self->n_strata * self->n_series, NULL, source.n_causes);
  return marmot_event_counts_fill (self->counts, &source, codes ? codes : marmot_groups_peek_codes (grouped[0]), error);
}

/* The test of one series, of the events of a cause, or with 0 of any. */
static MarmotLogRank *
cells_compare (const Cells *self,
               gsize series,
               guint cause,
               double rho)
{
  MarmotLogRank *result = prepare (self->n_groups, self->keys, cause, rho);
  g_autofree double *work = NULL;
  Test test;

  result->findings = marmot_event_counts_get_findings (self->counts);
  test_begin (&test, self->n_groups, cause, rho, &work);
  for (gsize s = 0; self->n_groups > 0 && s < self->n_strata; s++)
    {
      gsize first = (series * self->n_strata + s) * self->n_groups;

      count_rows (result, self->counts, first, self->n_groups, NULL);
      add_stratum (&test, self->n_groups, self->counts, first, self->n_groups, NULL, self->tolerance);
    }
  finish (result, &test);
  return result;
}

static MarmotLogRank *
compare_rows (MarmotTable *episodes,
              MarmotGroups *groups,
              MarmotGroups *strata,
              guint cause,
              double rho,
              MarmotSurvivalOptions *options,
              GError **error)
{
  MarmotGroups *const grouped[3] = { groups, strata, NULL };
  g_auto (Cells) cells = { 0 };

  if (!cells_count (&cells, episodes, grouped, cause, rho, options, error))
    return NULL;
  return cells_compare (&cells, 0, cause, rho);
}

MarmotLogRank *
marmot_log_rank_new (MarmotTable *episodes,
                     MarmotGroups *groups,
                     MarmotGroups *strata,
                     double rho,
                     MarmotSurvivalOptions *options,
                     GError **error)
{
  g_return_val_if_fail (episodes != NULL, NULL);
  g_return_val_if_fail (groups != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_SURVIVAL_OPTIONS (options), NULL);

  return compare_rows (episodes, groups, strata, 0, rho, options, error);
}

MarmotLogRank *
marmot_log_rank_new_gray (MarmotTable *episodes,
                          MarmotGroups *groups,
                          MarmotGroups *strata,
                          guint cause,
                          double rho,
                          MarmotSurvivalOptions *options,
                          GError **error)
{
  g_return_val_if_fail (episodes != NULL, NULL);
  g_return_val_if_fail (groups != NULL, NULL);
  g_return_val_if_fail (cause >= 1, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_SURVIVAL_OPTIONS (options), NULL);

  return compare_rows (episodes, groups, strata, cause, rho, options, error);
}

MarmotTable *
marmot_log_rank_series (MarmotTable *episodes,
                        MarmotGroups *groups,
                        MarmotGroups *series,
                        MarmotGroups *strata,
                        double rho,
                        MarmotSurvivalOptions *options,
                        GError **error)
{
  MarmotGroups *const grouped[3] = { groups, strata, series };
  g_auto (Cells) cells = { 0 };
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree gsize *of = NULL;
  g_autofree gint64 *rows = NULL;
  g_autofree double *numbers = NULL;
  g_autofree guint8 *status = NULL;
  gsize n;

  g_return_val_if_fail (episodes != NULL, NULL);
  g_return_val_if_fail (groups != NULL, NULL);
  g_return_val_if_fail (series != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_SURVIVAL_OPTIONS (options), NULL);

  marmot_result_init (&result);
  if (!cells_count (&cells, episodes, grouped, 0, rho, options, error))
    return NULL;

  n = cells.n_series;
  of = g_new (gsize, n + 1);
  rows = g_new0 (gint64, n + 1);
  numbers = g_new (double, 3 * n + 1);
  status = g_malloc (n + 1);
  for (gsize s = 0; s < n; s++)
    {
      g_autoptr (MarmotLogRank) test = cells_compare (&cells, s, 0, rho);

      of[s] = s;
      for (gsize g = 0; g < cells.n_groups; g++)
        rows[s] += test->rows[g];
      numbers[s] = test->statistic;
      numbers[n + s] = test->df;
      numbers[2 * n + s] = test->p;
      status[s] = test->status;
    }
  marmot_result_add_keys (&result, series, of, n);
  marmot_result_add (&result, "n_rows", marmot_column_new_integer (rows, n));
  marmot_result_add_doubles (&result, "statistic", numbers, n);
  marmot_result_add_doubles (&result, "df", numbers + n, n);
  marmot_result_add_doubles (&result, "p_value", numbers + 2 * n, n);
  marmot_result_add_statuses (&result, "status", status, n);
  return marmot_result_end_with_keys (&result, error);
}

MarmotLogRank *
marmot_log_rank_new_from_counts (MarmotEventCounts **strata,
                                 gsize n_strata,
                                 double rho,
                                 double tolerance,
                                 GError **error)
{
  g_autoptr (MarmotLogRank) self = NULL;
  g_autoptr (MarmotEventCounts) all = NULL;
  g_autofree double *work = NULL;
  Test test;

  g_return_val_if_fail (strata != NULL && n_strata > 0, NULL);
  for (gsize s = 0; s < n_strata; s++)
    g_return_val_if_fail (MARMOT_IS_EVENT_COUNTS (strata[s]), NULL);

  /* The sum of all strata has every group. */
  all = g_object_ref (strata[0]);
  for (gsize s = 1; s < n_strata; s++)
    {
      MarmotEventCounts *sum = marmot_event_counts_add (all, strata[s], error);

      if (!sum)
        return NULL;
      g_object_unref (all);
      all = sum;
    }
  if (!check_arguments (all->n_groups, rho, tolerance, error))
    return NULL;

  self = prepare (all->n_groups, all->keys, 0, rho);
  test_begin (&test, all->n_groups, 0, rho, &work);
  for (gsize s = 0; s < n_strata; s++)
    {
      g_autofree gint32 *codes = marmot_event_counts_match (strata[s], all, error);

      if (!codes)
        return NULL;
      count_rows (self, strata[s], 0, strata[s]->n_groups, codes);
      add_stratum (&test, all->n_groups, strata[s], 0, strata[s]->n_groups, codes, tolerance);
    }
  finish (self, &test);
  return g_steal_pointer (&self);
}

/* --- what came of it -------------------------------------------------------------------------- */

MarmotStatus
marmot_log_rank_get_status (MarmotLogRank *self)
{
  g_return_val_if_fail (MARMOT_IS_LOG_RANK (self), MARMOT_STATUS_MISSING);

  return (MarmotStatus) self->status;
}

double
marmot_log_rank_get_statistic (MarmotLogRank *self)
{
  g_return_val_if_fail (MARMOT_IS_LOG_RANK (self), (double) NAN);

  return self->statistic;
}

double
marmot_log_rank_get_df (MarmotLogRank *self)
{
  g_return_val_if_fail (MARMOT_IS_LOG_RANK (self), (double) NAN);

  return self->df;
}

double
marmot_log_rank_get_p_value (MarmotLogRank *self)
{
  g_return_val_if_fail (MARMOT_IS_LOG_RANK (self), (double) NAN);

  return self->p;
}

MarmotMethod
marmot_log_rank_get_method (MarmotLogRank *self)
{
  g_return_val_if_fail (MARMOT_IS_LOG_RANK (self), MARMOT_METHOD_NONE);

  if (self->cause)
    return MARMOT_METHOD_GRAY;
  return self->rho == 0   ? MARMOT_METHOD_LOG_RANK
         : self->rho == 1 ? MARMOT_METHOD_PETO_PETO
                          : MARMOT_METHOD_HARRINGTON_FLEMING;
}

double
marmot_log_rank_get_covariance (MarmotLogRank *self,
                                gsize group,
                                gsize other)
{
  g_return_val_if_fail (MARMOT_IS_LOG_RANK (self), (double) NAN);
  g_return_val_if_fail (group < self->n_groups && other < self->n_groups, (double) NAN);

  return self->covariance[group * self->n_groups + other];
}

GPtrArray *
marmot_log_rank_get_findings (MarmotLogRank *self)
{
  GPtrArray *findings;

  g_return_val_if_fail (MARMOT_IS_LOG_RANK (self), NULL);

  /* A list of its own: the caller may change it. */
  findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  for (guint i = 0; self->findings && i < self->findings->len; i++)
    g_ptr_array_add (findings, marmot_finding_ref (g_ptr_array_index (self->findings, i)));
  return findings;
}

MarmotTable *
marmot_log_rank_to_table (MarmotLogRank *self)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree gsize *group_of = NULL;
  g_autofree double *variance = NULL;

  g_return_val_if_fail (MARMOT_IS_LOG_RANK (self), NULL);

  group_of = g_new (gsize, self->n_groups + 1);
  variance = g_new (double, self->n_groups + 1);
  for (gsize g = 0; g < self->n_groups; g++)
    {
      group_of[g] = g;
      variance[g] = self->covariance[g * self->n_groups + g];
    }
  marmot_result_init (&result);
  marmot_result_add_group_keys (&result, self->keys, group_of, self->n_groups);
  marmot_result_add (&result, "rows", marmot_column_new_integer (self->rows, self->n_groups));
  marmot_result_add_doubles (&result, "observed", self->observed, self->n_groups);
  marmot_result_add_doubles (&result, "expected", self->expected, self->n_groups);
  marmot_result_add_doubles (&result, "variance", variance, self->n_groups);
  return marmot_result_end (&result);
}

char *
marmot_log_rank_to_string (MarmotLogRank *self)
{
  const char *method;

  g_return_val_if_fail (MARMOT_IS_LOG_RANK (self), NULL);

  method = marmot_method_to_nick (marmot_log_rank_get_method (self));
  if (self->status != MARMOT_STATUS_OK)
    return g_strdup_printf ("no test (%s), %s", marmot_status_to_nick ((MarmotStatus) self->status), method);
  return g_strdup_printf ("chi-squared %.2f on %.0f %s of freedom, p %.2g, %s", self->statistic, self->df,
                          self->df == 1 ? "degree" : "degrees", self->p, method);
}
