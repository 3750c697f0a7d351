/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One XmR chart: its rows put in order and checked, its parts drawn, its points read,
 * its icons found.
 */
#include "xmr-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-period-private.h"

G_STATIC_ASSERT ((int) MARMOT_XMR_SIGNAL_ABOVE_LIMIT == MN_XMR_ABOVE_LIMIT);
G_STATIC_ASSERT ((int) MARMOT_XMR_SIGNAL_BELOW_LIMIT == MN_XMR_BELOW_LIMIT);
G_STATIC_ASSERT ((int) MARMOT_XMR_SIGNAL_RISING == MN_XMR_RISING);
G_STATIC_ASSERT ((int) MARMOT_XMR_SIGNAL_FALLING == MN_XMR_FALLING);
G_STATIC_ASSERT ((int) MARMOT_XMR_SIGNAL_NEAR_UPPER == MN_XMR_NEAR_UPPER);
G_STATIC_ASSERT ((int) MARMOT_XMR_SIGNAL_NEAR_LOWER == MN_XMR_NEAR_LOWER);
G_STATIC_ASSERT ((int) MARMOT_XMR_SIGNAL_RUN_ABOVE == MN_XMR_RUN_ABOVE);
G_STATIC_ASSERT ((int) MARMOT_XMR_SIGNAL_RUN_BELOW == MN_XMR_RUN_BELOW);
G_STATIC_ASSERT ((int) MARMOT_XMR_RULE_OUTSIDE_LIMITS == MN_XMR_OUTSIDE + 1);
G_STATIC_ASSERT ((int) MARMOT_XMR_RULE_TREND == MN_XMR_TREND + 1);
G_STATIC_ASSERT ((int) MARMOT_XMR_RULE_TWO_OF_THREE == MN_XMR_TWO_OF_THREE + 1);
G_STATIC_ASSERT ((int) MARMOT_XMR_RULE_SHIFT == MN_XMR_SHIFT + 1);

/* --- options -------------------------------------------------------------------- */

static double
get_number (MarmotValue *value)
{
  return value && marmot_value_is_present (value) ? marmot_value_get_number (value) : (double) NAN;
}

static int
compare_numbers (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static gboolean
read_steps (MarmotXmrPlan *self,
            const MarmotColumn *steps,
            gboolean is_dates,
            GError **error)
{
  if (!steps)
    return TRUE;
  if (is_dates ? steps->type != MARMOT_COLUMN_DATE : !marmot_column_is_numeric (steps))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_TYPE,
                   "Steps are %s where the figures have them: pass a column of those",
                   is_dates ? "dates" : "numbers");
      return FALSE;
    }
  self->n_steps = steps->length;
  self->steps = g_new (double, self->n_steps + 1);
  for (gsize i = 0; i < self->n_steps; i++)
    {
      if (is_dates)
        self->steps[i] = ((const gint32 *) steps->values)[steps->offset + i];
      else
        self->steps[i] = *marmot_column_block (steps, i, 1, &self->steps[i]);
      if (!marmot_column_row_is_valid (steps, i) || !isfinite (self->steps[i]))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Step %" G_GSIZE_FORMAT " is no date: correct it, or leave it out", i);
          return FALSE;
        }
    }
  qsort (self->steps, self->n_steps, sizeof *self->steps, compare_numbers);
  for (gsize i = 1; i < self->n_steps; i++)
    if (self->steps[i] == self->steps[i - 1])
      {
        g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                             "A step is there twice: give each date once");
        return FALSE;
      }
  return TRUE;
}

/* Whether three limits, some of which may be NaN, are in order. */
static gboolean
are_in_order (double mean,
              double lower,
              double upper)
{
  return !(lower > mean) && !(mean > upper) && !(lower > upper);
}

gboolean
marmot_xmr_plan_init (MarmotXmrPlan *self,
                      MarmotXmrOptions *options,
                      gboolean is_dates,
                      GError **error)
{
  g_autoptr (MarmotXmrOptions) owned = options ? g_object_ref (options) : g_object_new (MARMOT_TYPE_XMR_OPTIONS, NULL);
  g_autoptr (MarmotXmrRuleSet) rule_set = NULL;
  guint trend = marmot_xmr_options_get_trend_points (owned), shift = marmot_xmr_options_get_shift_points (owned);

  rule_set = marmot_xmr_options_get_rule_set (owned) ? g_object_ref (marmot_xmr_options_get_rule_set (owned))
                                                     : g_object_new (MARMOT_TYPE_XMR_RULE_SET, NULL);
  if (!marmot_xmr_rule_set_read (rule_set, &self->rules, error))
    return FALSE;
  if (!marmot_xmr_run_is_possible (trend) || !marmot_xmr_run_is_possible (shift))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "A trend and a shift are from 2 to 1000 points, or 0 for what the rule set says");
      return FALSE;
    }
  if (trend > 0)
    self->rules.trend_points = trend;
  if (shift > 0)
    self->rules.shift_points = shift;
  if (marmot_xmr_options_get_screening (owned) == MARMOT_XMR_SCREENING_NONE)
    self->rules.screening_factor = 0;
  else if (marmot_xmr_options_get_screening (owned) == MARMOT_XMR_SCREENING_ONCE)
    self->rules.screening_factor = marmot_xmr_rule_set_get_screening_factor (rule_set);
  if (marmot_xmr_options_get_beyond (owned) != MARMOT_XMR_BEYOND_RULE_SET)
    self->rules.beyond_counts = marmot_xmr_options_get_beyond (owned) == MARMOT_XMR_BEYOND_COUNT;
  if (marmot_xmr_options_get_ties (owned) != MARMOT_XMR_TIES_RULE_SET)
    self->rules.ties_skip = marmot_xmr_options_get_ties (owned) == MARMOT_XMR_TIES_SKIP;

  self->polarity = marmot_xmr_options_get_polarity (owned);
  self->conflict = marmot_xmr_options_get_conflict (owned);
  self->target = get_number (marmot_xmr_options_get_target (owned));
  self->given[0] = get_number (marmot_xmr_options_get_given_mean (owned));
  self->given[1] = get_number (marmot_xmr_options_get_given_lower (owned));
  self->given[2] = get_number (marmot_xmr_options_get_given_upper (owned));
  if (!are_in_order (self->given[0], self->given[1], self->given[2]))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The lower limit is not above the mean, nor that above the upper limit: correct what is "
                           "given");
      return FALSE;
    }
  self->baseline = marmot_xmr_options_get_baseline (owned);
  if (self->baseline == 1)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "One point has no range: make the limits of two or more, or of all with 0");
      return FALSE;
    }
  self->minimum = marmot_xmr_options_get_minimum_points (owned);
  if (self->minimum == 0)
    self->minimum = marmot_xmr_rule_set_get_minimum_points (rule_set);
  self->judges_trials = marmot_xmr_options_get_judge_trials (owned);
  self->joins = marmot_xmr_options_get_missing (owned) == MARMOT_XMR_MISSING_JOIN;
  self->is_rolling = marmot_xmr_options_get_rolling (owned);
  self->ignores_scale = marmot_xmr_options_get_ignore_scale (owned);
  return read_steps (self, marmot_xmr_options_get_steps (owned), is_dates, error);
}

void
marmot_xmr_plan_clear (MarmotXmrPlan *self)
{
  g_clear_pointer (&self->steps, g_free);
}

void
marmot_xmr_workspace_init (MarmotXmrWorkspace *self,
                           gsize n_points)
{
  memset (self, 0, sizeof *self);
  self->values = g_new (double, n_points + 1);
  self->ranges = g_new (double, n_points + 1);
  self->places = g_new (gsize, n_points + 1);
  self->signals = g_new (guint8, n_points + 1);
  self->trends = g_new (guint8, n_points + 1);
}

void
marmot_xmr_workspace_clear (MarmotXmrWorkspace *self)
{
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->ranges, g_free);
  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->signals, g_free);
  g_clear_pointer (&self->trends, g_free);
}

/* --- order ---------------------------------------------------------------------- */

/* By date, and of one date by row; those without a date last. */
static int
compare_points (const void *a,
                const void *b)
{
  const MarmotXmrPoint *x = a, *y = b;

  if (isnan (x->date) != isnan (y->date))
    return isnan (x->date) ? 1 : -1;
  if (x->date != y->date && !isnan (x->date))
    return x->date < y->date ? -1 : 1;
  return (x->row > y->row) - (x->row < y->row);
}

static void
sort_points (MarmotXmrSeries *self)
{
  gboolean is_sorted = TRUE;

  for (gsize i = 1; i < self->n_rows && is_sorted; i++)
    is_sorted = compare_points (&self->points[i - 1], &self->points[i]) < 0;
  if (!is_sorted)
    {
      self->notes |= MARMOT_XMR_NOTE_UNSORTED;
      qsort (self->points, self->n_rows, sizeof *self->points, compare_points);
    }
  self->n_dated = self->n_rows;
  while (self->n_dated > 0 && isnan (self->points[self->n_dated - 1].date))
    self->n_dated--;
}

static void
fail (MarmotXmrSeries *self,
      gsize point,
      guint8 status)
{
  self->points[point].status = status;
  if (self->status == MN_OK)
    self->status = status;
}

/* Whether something can be computed of the rows. */
static gboolean
check_points (MarmotXmrSeries *self)
{
  for (gsize i = 0; i < self->n_rows; i++)
    {
      const MarmotXmrPoint *point = &self->points[i];

      if (isinf (point->value) || isinf (point->date) || isinf (point->target))
        fail (self, i, MN_NOT_FINITE);
      else if (i >= self->n_dated)
        {
          self->points[i].status = MN_MISSING;
          if (!isnan (point->value))
            fail (self, i, MN_MISSING);
        }
      else if (i > 0 && point->date == self->points[i - 1].date)
        {
          fail (self, i - 1, MN_DUPLICATE_DATE);
          fail (self, i, MN_DUPLICATE_DATE);
        }
    }
  return self->status == MN_OK;
}

/* The number of the month that a day is in. Series mostly share their days. */
static gint64
month_of (MarmotXmrWorkspace *workspace,
          gint32 day)
{
  guint slot = (guint) day % G_N_ELEMENTS (workspace->days);

  if (workspace->days[slot] != day || workspace->months[slot] == 0)
    {
      GDate date;

      marmot_date_from_days (&date, day);
      workspace->days[slot] = day;
      workspace->months[slot] = 12 * (gint64) g_date_get_year (&date) + (gint64) g_date_get_month (&date);
    }
  return workspace->months[slot];
}

/* Days from year 1 to 9999, which is all that a date can be. */
static gboolean
is_date (double day)
{
  return day >= -719162 && day <= 2932896;
}

/* Whether the distances between points are all the same, or whole times the least: then
 * some are missing. In months where no month has two points, and otherwise in days. */
static void
check_spacing (MarmotXmrWorkspace *workspace,
               MarmotXmrSeries *self)
{
  const MarmotXmrPoint *points = self->points;
  double least_days = (double) INFINITY;
  gboolean by_month = TRUE, is_even = TRUE, has_gaps = FALSE, is_irregular = FALSE;
  gint64 least = G_MAXINT64, before = 0;

  if (!self->has_days || self->n_dated < 3 || !is_date (points[0].date) || !is_date (points[self->n_dated - 1].date))
    return;
  for (gsize i = 1; i < self->n_dated; i++)
    {
      double distance = points[i].date - points[i - 1].date;

      is_even = is_even && (i == 1 || distance == least_days);
      least_days = MIN (least_days, distance);
    }
  if (is_even)
    return;

  if (least_days >= 28)
    for (gsize i = 0; i < self->n_dated && by_month; i++)
      {
        gint64 month = month_of (workspace, (gint32) points[i].date);

        if (i > 0)
          {
            least = MIN (least, month - before);
            by_month = month > before;
          }
        before = month;
      }
  else
    by_month = FALSE;

  for (gsize i = 0; i < self->n_dated; i++)
    {
      gint64 place = by_month ? month_of (workspace, (gint32) points[i].date) : (gint64) points[i].date;
      gint64 unit = by_month ? least : (gint64) least_days;

      if (i > 0 && (place - before) % unit != 0)
        is_irregular = TRUE;
      else if (i > 0 && place - before != unit)
        has_gaps = TRUE;
      before = place;
    }
  self->notes |= is_irregular ? MARMOT_XMR_NOTE_IRREGULAR : has_gaps ? MARMOT_XMR_NOTE_GAPS : 0;
}

/* --- parts ---------------------------------------------------------------------- */

static void
mark_steps (const MarmotXmrPlan *plan,
            MarmotXmrSeries *self)
{
  gsize point = 0;

  for (gsize i = 0; i < plan->n_steps; i++)
    {
      if (self->n_dated == 0 || plan->steps[i] < self->points[0].date
          || plan->steps[i] > self->points[self->n_dated - 1].date)
        {
          if (self->n_dated > 0)
            fail (self, plan->steps[i] < self->points[0].date ? 0 : self->n_dated - 1, MN_STEP_OUTSIDE_SERIES);
          continue;
        }
      while (self->points[point].date < plan->steps[i])
        point++;
      if (self->points[point].begins_part)
        fail (self, point, MN_DUPLICATE_STEP);
      self->points[point].begins_part = TRUE;
    }
}

/* The limits that others have set for a part. */
static void
find_given (const MarmotXmrPlan *plan,
            MarmotXmrSeries *self,
            gsize first,
            gsize last,
            double *given)
{
  for (int k = 0; k < 3; k++)
    given[k] = (double) NAN;
  for (gsize i = first; i <= last; i++)
    for (int k = 0; k < 3; k++)
      {
        double stated = self->points[i].given[k];

        if (isnan (stated))
          continue;
        if (isinf (stated) || (!isnan (given[k]) && given[k] != stated))
          fail (self, i, MN_CONFLICTING_LIMITS);
        given[k] = stated;
      }
  for (int k = 0; k < 3; k++)
    if (isnan (given[k]))
      given[k] = plan->given[k];
}

static guint8
get_limits_status (const mn_xmr_limits *limits)
{
  if (isfinite (limits->lower) && isfinite (limits->upper) && isfinite (limits->mean))
    return MN_OK;
  if (isinf (limits->lower) || isinf (limits->upper) || isinf (limits->mean)
      || (limits->n_ranges > 0 && limits->n_values > 1))
    return MN_NOT_DEFINED;
  return MN_TOO_FEW_VALUES;
}

static int
get_preference (const MarmotXmrPlan *plan,
                MarmotPolarity polarity)
{
  int good = polarity == MARMOT_POLARITY_HIGH_IS_GOOD ? 1 : polarity == MARMOT_POLARITY_LOW_IS_GOOD ? -1 : 0;

  if (plan->conflict == MARMOT_XMR_CONFLICT_ORDER)
    return 0;
  return plan->conflict == MARMOT_XMR_CONFLICT_IMPROVEMENT ? good : -good;
}

static MarmotXmrVariation
get_variation (guint8 signal,
               MarmotPolarity polarity)
{
  gboolean high = (signal & MN_XMR_HIGH) != 0;

  if (signal == 0)
    return MARMOT_XMR_VARIATION_COMMON_CAUSE;
  switch (polarity)
    {
    case MARMOT_POLARITY_HIGH_IS_GOOD:
      return high ? MARMOT_XMR_VARIATION_IMPROVEMENT_HIGH : MARMOT_XMR_VARIATION_CONCERN_LOW;
    case MARMOT_POLARITY_LOW_IS_GOOD:
      return high ? MARMOT_XMR_VARIATION_CONCERN_HIGH : MARMOT_XMR_VARIATION_IMPROVEMENT_LOW;
    case MARMOT_POLARITY_UNSTATED:
    case MARMOT_POLARITY_NO_JUDGEMENT:
    default:
      return high ? MARMOT_XMR_VARIATION_NEUTRAL_HIGH : MARMOT_XMR_VARIATION_NEUTRAL_LOW;
    }
}

/* Draws and reads the points from first to last. */
static void
judge_part (const MarmotXmrPlan *plan,
            MarmotXmrWorkspace *workspace,
            MarmotXmrSeries *self,
            gsize first,
            gsize last)
{
  int prefer = get_preference (plan, self->polarity);
  gboolean is_rolling = (self->notes & MARMOT_XMR_NOTE_ROLLING) != 0;
  MarmotXmrPart part = { .first = first, .last = last };
  mn_xmr_limits computed;
  double given[3];
  gsize n = 0;

  for (gsize i = first; i <= last; i++)
    {
      if (isnan (self->points[i].value) && plan->joins)
        continue;
      workspace->values[n] = self->points[i].value;
      workspace->places[n++] = i;
    }
  find_given (plan, self, first, last, given);
  mn_xmr_compute (workspace->values, n, plan->baseline, &plan->rules, &part.limits);
  mn_xmr_ranges (workspace->values, n, workspace->ranges);
  computed = part.limits;
  mn_xmr_replace (&part.limits, given[0], given[1], given[2], &plan->rules);
  if (!are_in_order (part.limits.mean, part.limits.lower, part.limits.upper))
    fail (self, first, MN_CONFLICTING_LIMITS);
  if (!isnan (given[0]) || !isnan (given[1]) || !isnan (given[2]))
    part.notes |= MARMOT_XMR_NOTE_GIVEN_LIMITS;

  part.status = get_limits_status (&part.limits);
  /* What is there of limits that are not is not shown. */
  if (part.status != MN_OK)
    part.limits.lower = part.limits.upper = part.limits.near_lower = part.limits.near_upper = (double) NAN;
  if (!isfinite (part.limits.mean))
    part.limits.mean = (double) NAN;
  if (part.limits.n_values < plan->minimum && (isnan (given[0]) || isnan (given[1]) || isnan (given[2])))
    part.notes |= MARMOT_XMR_NOTE_TRIAL;
  if (computed.is_constant && computed.n_values > 1)
    part.notes |= MARMOT_XMR_NOTE_CONSTANT;
  if (computed.n_screened > 0)
    part.notes |= MARMOT_XMR_NOTE_SCREENED;
  if (computed.screening_void)
    part.notes |= MARMOT_XMR_NOTE_SCREENING_VOID;

  if (is_rolling)
    for (gsize k = 0; k < n; k++)
      workspace->signals[k] = workspace->trends[k] = 0;
  else
    mn_xmr_signals (workspace->values, n, &part.limits, &plan->rules, workspace->signals, workspace->trends);
  for (gsize i = first; i <= last; i++)
    {
      MarmotXmrPoint *point = &self->points[i];

      point->part = self->parts->len;
      if (point->status == MN_OK)
        point->status = isnan (point->value) ? MN_MISSING : part.status;
      point->range = (double) NAN;
      point->signals = point->chosen = 0;
      point->variation = MARMOT_XMR_VARIATION_NOT_JUDGED;
    }
  for (gsize k = 0; k < n; k++)
    {
      MarmotXmrPoint *point = &self->points[workspace->places[k]];

      point->range = workspace->ranges[k];
      if (isnan (point->value))
        continue;
      part.n_points++;
      point->signals = workspace->signals[k];
      point->chosen = mn_xmr_choose (point->signals, workspace->trends[k], prefer, &plan->rules);
      self->n_signals += point->signals != 0;
      if (part.status == MN_OK && !is_rolling)
        point->variation = (guint8) get_variation (point->chosen, self->polarity);
    }
  g_array_append_val (self->parts, part);
}

/* --- icons ---------------------------------------------------------------------- */

/* Whether a target looks like a percentage of proportions, or the reverse: a hundred
 * times as much or as little would be nearer to the figures. Whole numbers between 0 and
 * 1 are counts. */
static gboolean
is_of_another_scale (const MarmotXmrSeries *self,
                     double mean)
{
  double target = self->target, least = (double) INFINITY, most = (double) -INFINITY;
  gboolean is_whole = TRUE;

  for (gsize i = 0; i < self->n_dated; i++)
    {
      double value = self->points[i].value;

      if (isnan (value))
        continue;
      least = MIN (least, value);
      most = MAX (most, value);
      is_whole = is_whole && value == floor (value);
    }
  if (!(mean > 0 && target > 0))
    return FALSE;
  if (least >= 0 && most <= 1 && target > 1 && target <= 100)
    return !is_whole && fabs (log (target / 100 / mean)) < fabs (log (target / mean));
  if (least > 1 && most <= 100 && target < 1)
    return fabs (log (target * 100 / mean)) < fabs (log (target / mean));
  return FALSE;
}

static void
find_icons (const MarmotXmrPlan *plan,
            MarmotXmrSeries *self)
{
  const MarmotXmrPoint *latest = &self->points[self->latest];
  const MarmotXmrPart *part = &g_array_index (self->parts, MarmotXmrPart, latest->part);
  int direction = self->polarity == MARMOT_POLARITY_HIGH_IS_GOOD  ? 1
                  : self->polarity == MARMOT_POLARITY_LOW_IS_GOOD ? -1
                                                                  : 0;
  int found;

  self->latest_part = latest->part;
  self->status = part->status;
  self->notes |= part->notes;
  self->points_needed = part->notes & MARMOT_XMR_NOTE_TRIAL ? plan->minimum - part->limits.n_values : 0;

  if (!plan->ignores_scale && is_of_another_scale (self, part->limits.mean))
    self->notes |= MARMOT_XMR_NOTE_TARGET_SCALE;
  if (part->status != MN_OK || (self->notes & MARMOT_XMR_NOTE_ROLLING)
      || ((part->notes & MARMOT_XMR_NOTE_TRIAL) && !plan->judges_trials))
    return;

  self->variation = (MarmotXmrVariation) latest->variation;
  if (direction == 0 || isnan (self->target) || (self->notes & MARMOT_XMR_NOTE_TARGET_SCALE))
    return;
  found = mn_xmr_assurance (&part->limits, self->target, direction);
  self->assurance = found > 0   ? MARMOT_XMR_ASSURANCE_PASS
                    : found < 0 ? MARMOT_XMR_ASSURANCE_FAIL
                                : MARMOT_XMR_ASSURANCE_HIT_AND_MISS;
}

static void
find_latest (const MarmotXmrPlan *plan,
             MarmotXmrSeries *self)
{
  self->latest = MARMOT_XMR_NONE;
  self->n_points = 0;
  for (gsize i = 0; i < self->n_dated; i++)
    if (!isnan (self->points[i].value))
      {
        self->n_points++;
        self->latest = i;
      }
  if (self->n_points < self->n_rows)
    self->notes |= MARMOT_XMR_NOTE_MISSING;

  self->target = plan->target;
  self->polarity = plan->polarity;
  for (gsize i = 0; self->latest != MARMOT_XMR_NONE && i <= self->latest; i++)
    {
      if (!isnan (self->points[i].target))
        self->target = self->points[i].target;
      if (self->points[i].polarity != MARMOT_POLARITY_UNSTATED)
        self->polarity = (MarmotPolarity) self->points[i].polarity;
    }
}

void
marmot_xmr_judge (const MarmotXmrPlan *plan,
                  MarmotXmrWorkspace *workspace,
                  MarmotXmrSeries *self)
{
  gsize first = 0;

  self->status = self->n_rows == 0 ? MN_EMPTY_GROUP : MN_OK;
  self->n_signals = self->latest_part = 0;
  self->points_needed = plan->minimum;
  self->variation = MARMOT_XMR_VARIATION_NOT_JUDGED;
  self->assurance = MARMOT_XMR_ASSURANCE_NOT_JUDGED;
  if (plan->is_rolling)
    self->notes |= MARMOT_XMR_NOTE_ROLLING;
  g_array_set_size (self->parts, 0);

  sort_points (self);
  find_latest (plan, self);
  check_points (self);
  mark_steps (plan, self);
  if (self->status == MN_OK)
    {
      check_spacing (workspace, self);
      for (gsize i = 1; i <= self->n_dated; i++)
        if (i == self->n_dated || self->points[i].begins_part)
          {
            judge_part (plan, workspace, self, first, i - 1);
            first = i;
          }
    }
  if (self->status != MN_OK)
    {
      /* One point at fault may be found after others were read. */
      g_array_set_size (self->parts, 0);
      self->n_signals = 0;
      return;
    }
  if (self->latest == MARMOT_XMR_NONE)
    self->status = MN_TOO_FEW_VALUES;
  else
    find_icons (plan, self);
}

MarmotXmrRule
marmot_xmr_signal_get_rule (guint8 signal)
{
  for (int rule = 0; rule < MN_XMR_N_RULES; rule++)
    if (signal & (3 << (2 * rule)))
      return (MarmotXmrRule) (rule + 1);
  return MARMOT_XMR_RULE_NONE;
}
