/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Curves as tables: at stated times, whole, to draw, and what is read off them.
 */
#include <math.h>

#include "core/marmot-column-private.h"
#include "core/marmot-estimates-private.h"
#include "figures-private.h"
#include "numeric/survival.h"
#include "survival-private.h"

/* --- rows while they are put together ------------------------------------------------------- */

typedef struct
{
  gsize n;
  GArray *points; /* of MarmotCurvePoint */
  gsize *groups;
  double *value;
  double *se;
  double *lower[MARMOT_MAX_LEVELS];
  double *upper[MARMOT_MAX_LEVELS];
  double *work;
} Rows;

static void
rows_clear (Rows *self)
{
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->groups, g_free);
  g_clear_pointer (&self->work, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static void
rows_init (Rows *self)
{
  self->points = g_array_new (FALSE, TRUE, sizeof (MarmotCurvePoint));
}

static void
rows_alloc (Rows *self,
            gsize n,
            guint n_levels)
{
  self->n = n;
  self->groups = g_new (gsize, n + 1);
  self->work = g_new (double, (2 + 2 * (gsize) n_levels) * n + 1);
  self->value = self->work;
  self->se = self->work + n;
  for (guint i = 0; i < n_levels; i++)
    {
      self->lower[i] = self->work + (2 + 2 * i) * n;
      self->upper[i] = self->work + (3 + 2 * i) * n;
    }
}

static const MarmotCurvePoint *
rows_point (const Rows *self,
            gsize row)
{
  return &g_array_index (self->points, MarmotCurvePoint, row);
}

static void
rows_evaluate (Rows *self,
               MarmotSurvival *survival,
               MarmotTimeCurve curve)
{
  rows_alloc (self, self->points->len, survival->plan.n_levels);
  for (gsize i = 0; i < self->n; i++)
    self->groups[i] = rows_point (self, i)->group;
  marmot_survival_evaluate (survival, curve, (const MarmotCurvePoint *) (gpointer) self->points->data, self->n,
                            self->value, self->se, self->lower, self->upper);
}

/* "lower" and "upper", or two of each level, as estimates call them; nulls where a limit
 * does not exist. */
static void
add_limits (MarmotResult *result,
            const MarmotIntervalPlan *plan,
            const char *prefix,
            double **lower,
            double **upper,
            gsize n)
{
  MarmotEstimatesBuffers buffers;
  g_autoptr (MarmotEstimates) none
    = marmot_estimates_begin (0, plan->levels, plan->n_levels, MARMOT_METHOD_NONE, &buffers);
  g_autoptr (MarmotTable) names = marmot_estimates_to_table (none);

  for (guint i = 0; i < plan->n_levels; i++)
    {
      g_autofree char *low = g_strconcat (prefix, marmot_table_get_column_name (names, 1 + 2 * i), NULL);
      g_autofree char *high = g_strconcat (prefix, marmot_table_get_column_name (names, 2 + 2 * i), NULL);

      marmot_result_add_doubles (result, low, lower[i], n);
      marmot_result_add_doubles (result, high, upper[i], n);
    }
}

static void
add_keys (MarmotResult *result,
          MarmotSurvival *self,
          const Rows *rows)
{
  marmot_result_add_group_keys (result, self->counts ? self->counts->keys : NULL, rows->groups, rows->n);
}

static void
add_causes (MarmotResult *result,
            const Rows *rows)
{
  g_autofree gint64 *causes = g_new (gint64, rows->n + 1);

  for (gsize i = 0; i < rows->n; i++)
    causes[i] = rows_point (rows, i)->cause;
  marmot_result_add (result, "cause", marmot_column_new_integer (causes, rows->n));
}

static void
add_times (MarmotResult *result,
           const Rows *rows)
{
  g_autofree double *times = g_new (double, rows->n + 1);

  for (gsize i = 0; i < rows->n; i++)
    times[i] = rows_point (rows, i)->time;
  marmot_result_add_doubles (result, "time", times, rows->n);
}

static guint
causes_of (MarmotSurvival *self,
           MarmotTimeCurve curve)
{
  return curve == MARMOT_TIME_CURVE_CAUSE ? self->curves.n_causes : 1;
}

/* The share left beside the causes, in the unit of the values. */
static void
add_event_free (MarmotResult *result,
                MarmotSurvival *self,
                const Rows *rows)
{
  g_autofree double *left = g_new (double, rows->n + 1);

  for (gsize i = 0; i < rows->n; i++)
    {
      const MarmotCurvePoint *point = rows_point (rows, i);

      left[i] = point->status != MARMOT_STATUS_OK ? (double) NAN
                : self->plan.multiplier * (point->step ? self->curves.survival[point->step - 1] : 1);
    }
  marmot_result_add_doubles (result, "event_free", left, rows->n);
}

/* --- at stated times --------------------------------------------------------------------------- */

/* How many of a group are at risk at a time, whether anybody left then or not: those at
 * risk at the next step, less who came from this time until then. */
static double
at_risk_at (MarmotSurvival *self,
            gsize group,
            double time)
{
  const MarmotCurves *curves = &self->curves;
  const MarmotEventCounts *counts = self->counts;
  gsize from = curves->starts[group], n = curves->starts[group + 1] - from;
  gsize next = from + mn_steps_until (curves->time + from, n, time);
  gsize cells_from = counts->starts[group], n_cells = counts->starts[group + 1] - cells_from, cell;
  mn_total came = { 0, 0 };

  /* The first step at or after the time. */
  if (next > from && curves->time[next - 1] == time)
    next--;
  if (next == from + n)
    return 0;
  cell = cells_from + mn_steps_until (counts->time + cells_from, n_cells, time);
  if (cell > cells_from && counts->time[cell - 1] == time)
    cell--;
  for (; cell < cells_from + n_cells && counts->time[cell] < curves->time[next]; cell++)
    mn_total_add (&came, marmot_event_counts_weight (counts, counts->n_causes + 1, cell));
  return curves->at_risk[next] - mn_total_get (&came);
}

/* Running sums over the steps of every group. */
static double *
running (const MarmotCurves *curves,
         const double *of)
{
  double *sums = g_new (double, curves->n_steps + 1);

  for (gsize g = 0; g < curves->n_groups; g++)
    {
      mn_total total = { 0, 0 };

      for (gsize i = curves->starts[g]; i < curves->starts[g + 1]; i++)
        {
          mn_total_add (&total, of[i]);
          sums[i] = mn_total_get (&total);
        }
    }
  return sums;
}

static void
add_numbers_at (MarmotResult *result,
                MarmotSurvival *self,
                const Rows *rows)
{
  const MarmotCurves *curves = &self->curves;
  g_autofree double *at_risk = g_new (double, rows->n + 1);
  g_autofree double *events = g_new (double, rows->n + 1);
  g_autofree double *censored = g_new (double, rows->n + 1);
  g_autofree double *all_censored = running (curves, curves->censored);
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (g_free);

  /* Place 0 is of any cause. */
  g_ptr_array_add (sums, running (curves, curves->event));
  for (guint k = 0; k < curves->n_causes; k++)
    g_ptr_array_add (sums, running (curves, curves->cause + k * curves->n_steps));

  for (gsize i = 0; i < rows->n; i++)
    {
      const MarmotCurvePoint *point = rows_point (rows, i);
      const double *of = sums->pdata[point->cause];

      if (point->status != MARMOT_STATUS_OK)
        at_risk[i] = events[i] = censored[i] = (double) NAN;
      else
        {
          at_risk[i] = at_risk_at (self, point->group, point->time);
          events[i] = point->step ? of[point->step - 1] : 0;
          censored[i] = point->step ? all_censored[point->step - 1] : 0;
        }
    }
  marmot_result_add_doubles (result, "at_risk", at_risk, rows->n);
  marmot_result_add_doubles (result, "events", events, rows->n);
  marmot_result_add_doubles (result, "censored", censored, rows->n);
}

static void
add_statuses (MarmotResult *result,
              const Rows *rows)
{
  g_autofree guint8 *status = g_malloc (rows->n + 1);

  for (gsize i = 0; i < rows->n; i++)
    status[i] = rows_point (rows, i)->status;
  marmot_result_add_statuses (result, "status", status, rows->n);
}

MarmotTable *
marmot_survival_at (MarmotSurvival *self,
                    MarmotTimeCurve curve,
                    MarmotColumn *times,
                    GError **error)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_auto (Rows) rows = { 0 };
  guint n_causes;

  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), NULL);
  g_return_val_if_fail (times != NULL, NULL);

  if (!marmot_figures_check_column (times, "times", times->length, error))
    return NULL;
  n_causes = causes_of (self, curve);
  rows_init (&rows);
  for (gsize g = 0; g < self->curves.n_groups; g++)
    for (guint k = 0; k < n_causes; k++)
      for (gsize i = 0; i < times->length; i++)
        {
          MarmotCurvePoint point;

          marmot_survival_find_point (self, g, curve == MARMOT_TIME_CURVE_CAUSE ? k + 1 : 0,
                                      marmot_column_get_double (times, i), &point);
          if (!marmot_column_row_is_valid (times, i) && point.status == MARMOT_STATUS_NOT_FINITE)
            point.status = MARMOT_STATUS_MISSING;
          g_array_append_val (rows.points, point);
        }
  rows_evaluate (&rows, self, curve);

  marmot_result_init (&result);
  add_keys (&result, self, &rows);
  if (curve == MARMOT_TIME_CURVE_CAUSE)
    add_causes (&result, &rows);
  add_times (&result, &rows);
  add_numbers_at (&result, self, &rows);
  marmot_result_add_doubles (&result, "value", rows.value, rows.n);
  add_limits (&result, &self->plan, "", rows.lower, rows.upper, rows.n);
  marmot_result_add_doubles (&result, "se", rows.se, rows.n);
  add_statuses (&result, &rows);
  if (curve == MARMOT_TIME_CURVE_CAUSE)
    add_event_free (&result, self, &rows);
  return marmot_result_end (&result);
}

/* --- whole curves ---------------------------------------------------------------------------- */

/* One number of every step, at the rows of the table. */
static void
add_of_steps (MarmotResult *result,
              const char *name,
              const Rows *rows,
              const double *of)
{
  g_autofree double *numbers = g_new (double, rows->n + 1);

  for (gsize i = 0; i < rows->n; i++)
    numbers[i] = of[rows_point (rows, i)->step - 1];
  marmot_result_add_doubles (result, name, numbers, rows->n);
}

MarmotTable *
marmot_survival_to_table (MarmotSurvival *self,
                          MarmotTimeCurve curve)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_auto (Rows) rows = { 0 };
  g_autofree double *events = NULL;
  const MarmotCurves *curves;
  guint n_causes;

  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), NULL);

  curves = &self->curves;
  n_causes = causes_of (self, curve);
  rows_init (&rows);
  for (gsize g = 0; g < curves->n_groups; g++)
    for (guint k = 0; k < n_causes; k++)
      for (gsize i = curves->starts[g]; i < curves->starts[g + 1]; i++)
        {
          MarmotCurvePoint point = { g, curve == MARMOT_TIME_CURVE_CAUSE ? k + 1 : 0, i + 1, curves->time[i],
                                     MARMOT_STATUS_OK };

          g_array_append_val (rows.points, point);
        }
  rows_evaluate (&rows, self, curve);

  marmot_result_init (&result);
  add_keys (&result, self, &rows);
  if (curve == MARMOT_TIME_CURVE_CAUSE)
    add_causes (&result, &rows);
  add_times (&result, &rows);
  add_of_steps (&result, "at_risk", &rows, curves->at_risk);
  events = g_new (double, rows.n + 1);
  for (gsize i = 0; i < rows.n; i++)
    {
      const MarmotCurvePoint *point = rows_point (&rows, i);

      events[i] = point->cause ? curves->cause[(point->cause - 1) * curves->n_steps + point->step - 1]
                               : curves->event[point->step - 1];
    }
  marmot_result_add_doubles (&result, "events", events, rows.n);
  add_of_steps (&result, "censored", &rows, curves->censored);
  add_of_steps (&result, "entered", &rows, curves->entered);
  marmot_result_add_doubles (&result, "value", rows.value, rows.n);
  add_limits (&result, &self->plan, "", rows.lower, rows.upper, rows.n);
  marmot_result_add_doubles (&result, "se", rows.se, rows.n);
  if (curve == MARMOT_TIME_CURVE_CAUSE)
    add_event_free (&result, self, &rows);
  return marmot_result_end (&result);
}

/* Whether a curve changes at a step. */
static gboolean
is_change (MarmotSurvival *self,
           guint cause,
           gsize step)
{
  const MarmotCurves *curves = &self->curves;

  return (cause ? curves->cause[(cause - 1) * curves->n_steps + step] : curves->event[step]) > 0;
}

MarmotTable *
marmot_survival_to_points (MarmotSurvival *self,
                           MarmotTimeCurve curve)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_auto (Rows) rows = { 0 };
  const MarmotCurves *curves;
  guint n_causes;

  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), NULL);

  curves = &self->curves;
  n_causes = causes_of (self, curve);
  rows_init (&rows);
  for (gsize g = 0; g < curves->n_groups; g++)
    for (guint k = 0; k < n_causes && curves->status[g] == MARMOT_STATUS_OK; k++)
      {
        MarmotCurvePoint point = { g, curve == MARMOT_TIME_CURVE_CAUSE ? k + 1 : 0, 0, 0, MARMOT_STATUS_OK };

        g_array_append_val (rows.points, point);
        for (gsize i = curves->starts[g]; i < curves->starts[g + 1]; i++)
          {
            gboolean changes = is_change (self, point.cause, i), is_last = i + 1 == curves->starts[g + 1];

            if (!changes && !is_last)
              continue;
            point.time = curves->time[i];
            g_array_append_val (rows.points, point);
            if (changes)
              {
                point.step = i + 1;
                g_array_append_val (rows.points, point);
              }
          }
      }
  rows_evaluate (&rows, self, curve);

  marmot_result_init (&result);
  add_keys (&result, self, &rows);
  if (curve == MARMOT_TIME_CURVE_CAUSE)
    add_causes (&result, &rows);
  add_times (&result, &rows);
  marmot_result_add_doubles (&result, "value", rows.value, rows.n);
  add_limits (&result, &self->plan, "", rows.lower, rows.upper, rows.n);
  return marmot_result_end (&result);
}

/* --- what is read off curves ------------------------------------------------------------------- */

/* Of one row: where the limits of a row go. */
static void
put_limits (Rows *rows,
            gsize row,
            guint n_levels,
            const double *lower,
            const double *upper)
{
  for (guint i = 0; i < n_levels; i++)
    {
      rows->lower[i][row] = lower[i];
      rows->upper[i][row] = upper[i];
    }
}

MarmotTable *
marmot_survival_quantiles (MarmotSurvival *self,
                           const double *probabilities,
                           gsize n_probabilities,
                           GError **error)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_auto (Rows) rows = { 0 };
  g_autofree guint8 *status = NULL;
  g_autofree double *p = NULL;

  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), NULL);
  g_return_val_if_fail (probabilities != NULL || n_probabilities == 0, NULL);

  for (gsize i = 0; i < n_probabilities; i++)
    if (!(probabilities[i] > 0 && probabilities[i] < 1))
      {
        g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                             "A probability is above 0 and below 1, such as 0.5 for the median");
        return NULL;
      }
  rows_alloc (&rows, self->curves.n_groups * n_probabilities, self->plan.n_levels);
  status = g_malloc (rows.n + 1);
  p = g_new (double, rows.n + 1);
  for (gsize i = 0; i < rows.n; i++)
    {
      double lower[MARMOT_MAX_LEVELS], upper[MARMOT_MAX_LEVELS];

      rows.groups[i] = i / n_probabilities;
      p[i] = probabilities[i % n_probabilities];
      status[i] = marmot_survival_quantile (self, rows.groups[i], FALSE, p[i], &rows.value[i], lower, upper);
      put_limits (&rows, i, self->plan.n_levels, lower, upper);
    }
  marmot_result_init (&result);
  add_keys (&result, self, &rows);
  marmot_result_add_doubles (&result, "p", p, rows.n);
  marmot_result_add_doubles (&result, "value", rows.value, rows.n);
  add_limits (&result, &self->plan, "", rows.lower, rows.upper, rows.n);
  marmot_result_add_statuses (&result, "status", status, rows.n);
  return marmot_result_end (&result);
}

MarmotTable *
marmot_survival_restricted_means (MarmotSurvival *self,
                                  double tau,
                                  GError **error)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_auto (Rows) rows = { 0 };
  g_autofree guint8 *status = NULL;

  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), NULL);

  if (!(tau > 0 && isfinite (tau)))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A mean is restricted to a stated time above 0, such as 365");
      return NULL;
    }
  rows_alloc (&rows, self->curves.n_groups, self->plan.n_levels);
  status = g_malloc (rows.n + 1);
  for (gsize g = 0; g < rows.n; g++)
    {
      rows.groups[g] = g;
      status[g] = marmot_survival_mean (self, g, tau, &rows.value[g], &rows.se[g]);
      for (guint i = 0; i < self->plan.n_levels; i++)
        {
          rows.lower[i][g] = rows.value[g] - self->plan.z[i] * rows.se[g];
          rows.upper[i][g] = rows.value[g] + self->plan.z[i] * rows.se[g];
        }
    }
  marmot_result_init (&result);
  add_keys (&result, self, &rows);
  marmot_result_add_doubles (&result, "value", rows.value, rows.n);
  add_limits (&result, &self->plan, "", rows.lower, rows.upper, rows.n);
  marmot_result_add_doubles (&result, "se", rows.se, rows.n);
  marmot_result_add_statuses (&result, "status", status, rows.n);
  return marmot_result_end (&result);
}

MarmotTable *
marmot_survival_differences (MarmotSurvival *self,
                             gsize reference,
                             MarmotTimeCurve curve,
                             guint cause,
                             double time,
                             GError **error)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_auto (Rows) rows = { 0 };
  g_autofree guint8 *status = NULL;
  g_autofree double *p = NULL;

  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), NULL);

  if (reference >= self->curves.n_groups
      || (curve == MARMOT_TIME_CURVE_CAUSE ? cause < 1 || cause > self->curves.n_causes : cause != 0))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "There are %" G_GSIZE_FORMAT " groups, from 0, and %u causes, from 1; a curve that has no causes "
                   "goes with cause 0",
                   self->curves.n_groups, self->curves.n_causes);
      return NULL;
    }
  rows_alloc (&rows, self->curves.n_groups, self->plan.n_levels);
  status = g_malloc (rows.n + 1);
  p = g_new (double, rows.n + 1);
  for (gsize g = 0; g < rows.n; g++)
    {
      MarmotCurveDifference difference;

      rows.groups[g] = g;
      marmot_survival_subtract (self, g, reference, curve, cause, time, &difference);
      if (g == reference && difference.status == MARMOT_STATUS_OK)
        {
          /* It is no other group. */
          difference.status = MARMOT_STATUS_NOT_DEFINED;
          difference.value = difference.statistic = difference.p = (double) NAN;
          for (guint i = 0; i < self->plan.n_levels; i++)
            difference.lower[i] = difference.upper[i] = (double) NAN;
        }
      rows.value[g] = difference.value;
      rows.se[g] = difference.statistic;
      p[g] = difference.p;
      status[g] = difference.status;
      put_limits (&rows, g, self->plan.n_levels, difference.lower, difference.upper);
    }
  marmot_result_init (&result);
  add_keys (&result, self, &rows);
  marmot_result_add_doubles (&result, "value", rows.value, rows.n);
  add_limits (&result, &self->plan, "", rows.lower, rows.upper, rows.n);
  marmot_result_add_statuses (&result, "status", status, rows.n);
  marmot_result_add_doubles (&result, "statistic", rows.se, rows.n);
  marmot_result_add_doubles (&result, "p_value", p, rows.n);
  return marmot_result_end (&result);
}

/* --- summary --------------------------------------------------------------------------------------- */

/* Sums over the steps of each group; those of cause k, or of what left otherwise. */
static double *
sum_groups (const MarmotCurves *curves,
            const double *of)
{
  double *sums = g_new (double, curves->n_groups + 1);

  for (gsize g = 0; g < curves->n_groups; g++)
    {
      mn_total total = { 0, 0 };

      for (gsize i = curves->starts[g]; i < curves->starts[g + 1]; i++)
        mn_total_add (&total, of[i]);
      sums[g] = curves->status[g] == MARMOT_STATUS_OK ? mn_total_get (&total) : (double) NAN;
    }
  return sums;
}

static void
add_medians (MarmotResult *result,
             MarmotSurvival *self,
             gboolean of_follow_up)
{
  g_auto (Rows) rows = { 0 };
  g_autofree guint8 *status = NULL;

  rows_alloc (&rows, self->curves.n_groups, self->plan.n_levels);
  status = g_malloc (rows.n + 1);
  for (gsize g = 0; g < rows.n; g++)
    {
      double lower[MARMOT_MAX_LEVELS], upper[MARMOT_MAX_LEVELS];

      status[g] = marmot_survival_quantile (self, g, of_follow_up, 0.5, &rows.value[g], lower, upper);
      put_limits (&rows, g, self->plan.n_levels, lower, upper);
    }
  marmot_result_add_doubles (result, of_follow_up ? "follow_up" : "median", rows.value, rows.n);
  add_limits (result, &self->plan, of_follow_up ? "follow_up_" : "", rows.lower, rows.upper, rows.n);
  if (!of_follow_up)
    marmot_result_add_statuses (result, "median_status", status, rows.n);
}

MarmotTable *
marmot_survival_summarise (MarmotSurvival *self)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  g_auto (Rows) rows = { 0 };
  g_autofree gint64 *n_rows = NULL;
  g_autofree double *events = NULL, *censored = NULL, *last = NULL;
  g_autofree gboolean *emptied = NULL;
  const MarmotCurves *curves;

  g_return_val_if_fail (MARMOT_IS_SURVIVAL (self), NULL);

  curves = &self->curves;
  rows_alloc (&rows, curves->n_groups, 0);
  n_rows = g_new0 (gint64, rows.n + 1);
  last = g_new (double, rows.n + 1);
  emptied = g_new0 (gboolean, rows.n + 1);
  events = sum_groups (curves, curves->event);
  censored = sum_groups (curves, curves->censored);
  for (gsize g = 0; g < rows.n; g++)
    {
      const MarmotEventCounts *counts = self->counts;

      rows.groups[g] = g;
      for (guint kind = 0; kind <= counts->n_causes; kind++)
        for (gsize i = counts->starts[g]; i < counts->starts[g + 1]; i++)
          n_rows[g] += (gint64) counts->rows[kind * counts->n_cells + i];
      rows.value[g] = events[g] + censored[g];
      last[g] = curves->starts[g + 1] > curves->starts[g] ? curves->time[curves->starts[g + 1] - 1] : (double) NAN;
      emptied[g] = curves->emptied[g];
    }

  marmot_result_init (&result);
  add_keys (&result, self, &rows);
  marmot_result_add (&result, "rows", marmot_column_new_integer (n_rows, rows.n));
  marmot_result_add_doubles (&result, "weight", rows.value, rows.n);
  marmot_result_add_doubles (&result, "events", events, rows.n);
  for (guint k = 0; curves->n_causes > 1 && k < curves->n_causes; k++)
    {
      g_autofree char *name = g_strdup_printf ("events_%u", k + 1);
      g_autofree double *of = sum_groups (curves, curves->cause + k * curves->n_steps);

      marmot_result_add_doubles (&result, name, of, rows.n);
    }
  marmot_result_add_doubles (&result, "censored", censored, rows.n);
  add_medians (&result, self, FALSE);
  add_medians (&result, self, TRUE);
  marmot_result_add_doubles (&result, "last", last, rows.n);
  marmot_result_add (&result, "emptied", marmot_column_new_boolean (emptied, rows.n));
  marmot_result_add_statuses (&result, "status", curves->status ? curves->status : (const guint8 *) "", rows.n);
  return marmot_result_end (&result);
}
