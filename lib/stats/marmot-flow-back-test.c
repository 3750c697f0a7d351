/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "figures-private.h"
#include "flow-private.h"

#include <math.h>

struct _MarmotFlowBackTest
{
  GObject parent_instance;

  MarmotFlowProjection *projection;
  double *observed; /* by step, from 0, and state, and all of them */
};

G_DEFINE_FINAL_TYPE (MarmotFlowBackTest, marmot_flow_back_test, G_TYPE_OBJECT)

static void
marmot_flow_back_test_finalize (GObject *object)
{
  MarmotFlowBackTest *self = MARMOT_FLOW_BACK_TEST (object);

  g_clear_object (&self->projection);
  g_free (self->observed);
  G_OBJECT_CLASS (marmot_flow_back_test_parent_class)->finalize (object);
}

static void
marmot_flow_back_test_class_init (MarmotFlowBackTestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_flow_back_test_finalize;
}

static void
marmot_flow_back_test_init (MarmotFlowBackTest *self)
{
  /* One made by g_object_new() alone is of nobody. */
  self->projection = g_object_new (MARMOT_TYPE_FLOW_PROJECTION, NULL);
  self->observed = g_new0 (double, 1);
}

/* --- made -------------------------------------------------------------------------------- */

/* The first step whose date is after a day. */
static guint
find_step (const gint32 *dates,
           guint n_dates,
           gint32 day)
{
  guint low = 0, high = n_dates;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (dates[middle] <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Who was where on the date of each step: a stay counts on those from its start up to, and
 * not on, its end. */
static void
count_observed (MarmotFlowBackTest *self,
                const MarmotFlowStays *stays,
                const MarmotFlowFigures *figures)
{
  gsize n = stays->n_states, width = n + 1;
  guint n_dates = figures->n_steps + 1;

  g_free (self->observed);
  self->observed = g_new0 (double, (n_dates + 1) * width);
  for (gsize i = 0; i < stays->n_rows; i++)
    {
      guint first, end;

      if (stays->state[i] < 0)
        continue;
      /* Dates are whole days, so from the first that is after the day before. */
      first = stays->start[i] == G_MININT32 ? 0 : find_step (figures->dates, n_dates, stays->start[i] - 1);
      end = find_step (figures->dates, n_dates, stays->end[i] - 1);
      self->observed[first * width + (gsize) stays->state[i]]++;
      self->observed[end * width + (gsize) stays->state[i]]--;
    }
  for (guint t = 0; t < n_dates; t++)
    for (gsize s = 0; s < n; s++)
      {
        if (t > 0)
          self->observed[t * width + s] += self->observed[(t - 1) * width + s];
        self->observed[t * width + n] += self->observed[t * width + s];
      }
}

/* Options for as many whole steps as there are. */
static MarmotFlowOptions *
make_options (MarmotFlowOptions *options,
              gint32 cut,
              gint32 until,
              GError **error)
{
  g_autoptr (MarmotFlowOptions) defaults = options ? g_object_ref (options) : marmot_flow_options_new ();
  guint months = MAX (marmot_flow_options_get_step_months (defaults), 1), horizon = 0;

  while (horizon < MARMOT_FLOW_MAX_HORIZON && marmot_flow_add_months (cut, (horizon + 1) * months) <= until)
    horizon++;
  if (horizon == 0)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "Less than a step is held back: cut earlier, or take shorter steps");
      return NULL;
    }
  return g_object_new (MARMOT_TYPE_FLOW_OPTIONS, "interval", marmot_flow_options_get_interval (defaults), "ages",
                       marmot_flow_options_get_ages (defaults), "step-months",
                       marmot_flow_options_get_step_months (defaults), "horizon", horizon, "repetitions",
                       marmot_flow_options_get_repetitions (defaults), "seed",
                       marmot_flow_options_get_seed (defaults), "entry-factor",
                       marmot_flow_options_get_entry_factor (defaults), "factors",
                       marmot_flow_options_get_factors (defaults), NULL);
}

MarmotFlowBackTest *
marmot_flow_back_test_new (MarmotTable *stays,
                           const GDate *from,
                           const GDate *cut,
                           const GDate *until,
                           MarmotFlowOptions *options,
                           GError **error)
{
  g_autoptr (MarmotFlowBackTest) self = NULL;
  g_autoptr (MarmotFlowOptions) taken = NULL;
  g_autoptr (MarmotFlowRates) rates = NULL;
  g_autoptr (MarmotFlowProjection) projection = NULL;
  g_auto (MarmotFlowStays) read = { 0 };
  MarmotFlowFigures figures;
  gint32 first, middle, last;

  g_return_val_if_fail (stays != NULL, NULL);
  g_return_val_if_fail (from != NULL && cut != NULL && until != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_FLOW_OPTIONS (options), NULL);

  if (!marmot_flow_get_day (from, &first, error) || !marmot_flow_get_day (cut, &middle, error)
      || !marmot_flow_get_day (until, &last, error))
    return NULL;
  taken = make_options (options, middle, last, error);
  if (!taken || !marmot_flow_stays_read (&read, stays, marmot_flow_options_get_ages (taken) != NULL, error))
    return NULL;
  rates = marmot_flow_rates_count (&read, first, middle, taken, error);
  projection = rates ? marmot_flow_projection_new (rates, taken, error) : NULL;
  if (!projection)
    return NULL;
  self = g_object_new (MARMOT_TYPE_FLOW_BACK_TEST, NULL);
  g_set_object (&self->projection, projection);
  marmot_flow_projection_peek (projection, &figures);
  count_observed (self, &read, &figures);
  return g_steal_pointer (&self);
}

/* --- read -------------------------------------------------------------------------------- */

MarmotFlowProjection *
marmot_flow_back_test_get_projection (MarmotFlowBackTest *self)
{
  g_return_val_if_fail (MARMOT_IS_FLOW_BACK_TEST (self), NULL);

  return self->projection;
}

/* One comparison: a state, or all of them, at a step. */
typedef struct
{
  double observed;
  double no_change;
  double value;
  double lower;
  double upper;
} Compared;

static Compared
compare (MarmotFlowBackTest *self,
         const MarmotFlowFigures *figures,
         gsize n_states,
         guint step,
         gsize state)
{
  gsize at = step * figures->n_figures + (state < n_states ? figures->by_state + state : figures->total);
  Compared one = {
    self->observed[step * (n_states + 1) + state], self->observed[state], figures->value[at], (double) NAN, (double) NAN,
  };

  if (figures->n_levels > 0)
    {
      one.lower = figures->lower[0][at];
      one.upper = figures->upper[0][at];
    }
  return one;
}

static gboolean
is_within (const Compared *one)
{
  return one->observed >= one->lower && one->observed <= one->upper;
}

MarmotTable *
marmot_flow_back_test_to_table (MarmotFlowBackTest *self)
{
  enum
  {
    OBSERVED,
    NO_CHANGE,
    VALUE,
    ERROR,
    NO_CHANGE_ERROR,
    N_NUMBERS
  };
  static const char *const names[] = { "observed", "no_change", "value", "error", "no_change_error" };
  g_auto (MarmotResult) result = { NULL, NULL };
  g_autofree gint64 *step = NULL;
  g_autofree gint32 *date = NULL;
  g_autofree gsize *state = NULL;
  g_autofree guint8 *status = NULL;
  g_autofree gboolean *within = NULL;
  g_autofree gboolean *unknown = NULL;
  g_autofree double *numbers = NULL;
  g_autoptr (MarmotColumn) bare = NULL;
  MarmotFlowFigures figures;
  MarmotFlowRates *rates;
  gsize n_states, n_rows, i = 0;

  g_return_val_if_fail (MARMOT_IS_FLOW_BACK_TEST (self), NULL);

  marmot_flow_projection_peek (self->projection, &figures);
  rates = marmot_flow_projection_get_rates (self->projection);
  n_states = rates->n_states;
  n_rows = figures.n_steps * (n_states + 1);
  step = g_new (gint64, n_rows + 1);
  date = g_new (gint32, n_rows + 1);
  state = g_new (gsize, n_rows + 1);
  status = g_malloc0 (n_rows + 1);
  within = g_new0 (gboolean, n_rows + 1);
  unknown = g_new0 (gboolean, n_rows + 1);
  numbers = g_new (double, (N_NUMBERS + 2 * figures.n_levels) * n_rows + 1);
  for (guint t = 1; t <= figures.n_steps; t++)
    for (gsize s = 0; s <= n_states; s++, i++)
      {
        Compared one = compare (self, &figures, n_states, t, s);
        gsize at = t * figures.n_figures + (s < n_states ? figures.by_state + s : figures.total);

        step[i] = t;
        date[i] = figures.dates[t];
        state[i] = s;
        within[i] = is_within (&one);
        unknown[i] = isnan (one.lower);
        numbers[OBSERVED * n_rows + i] = one.observed;
        numbers[NO_CHANGE * n_rows + i] = one.no_change;
        numbers[VALUE * n_rows + i] = one.value;
        numbers[ERROR * n_rows + i] = one.value - one.observed;
        numbers[NO_CHANGE_ERROR * n_rows + i] = one.no_change - one.observed;
        for (guint k = 0; k < figures.n_levels; k++)
          {
            numbers[(N_NUMBERS + 2 * k) * n_rows + i] = figures.lower[k][at];
            numbers[(N_NUMBERS + 2 * k + 1) * n_rows + i] = figures.upper[k][at];
          }
      }

  marmot_result_init (&result);
  marmot_result_add (&result, "step", marmot_column_new_integer (step, n_rows));
  marmot_result_add (&result, "date", marmot_column_new_date (date, n_rows));
  marmot_result_add (&result, "state", marmot_flow_states_column (rates, state, n_rows));
  for (int k = OBSERVED; k <= VALUE; k++)
    marmot_result_add_doubles (&result, names[k], numbers + (gsize) k * n_rows, n_rows);
  for (guint k = 0; k < figures.n_levels; k++)
    {
      char buffer[MARMOT_PERCENT_SIZE];
      const char *percent = marmot_figures_percent (figures.levels[k], buffer);
      g_autofree char *lower = figures.n_levels == 1 ? g_strdup ("lower") : g_strconcat ("lower_", percent, NULL);
      g_autofree char *upper = figures.n_levels == 1 ? g_strdup ("upper") : g_strconcat ("upper_", percent, NULL);

      marmot_result_add_doubles (&result, lower, numbers + (N_NUMBERS + 2 * k) * n_rows, n_rows);
      marmot_result_add_doubles (&result, upper, numbers + (N_NUMBERS + 2 * k + 1) * n_rows, n_rows);
    }
  marmot_result_add_statuses (&result, "status", status, n_rows);
  for (int k = ERROR; k <= NO_CHANGE_ERROR; k++)
    marmot_result_add_doubles (&result, names[k], numbers + (gsize) k * n_rows, n_rows);
  bare = marmot_column_new_boolean (within, n_rows);
  marmot_result_add (&result, "within", marmot_column_with_nulls (bare, unknown, n_rows, NULL));
  return marmot_result_end (&result);
}

/* --- summed up ---------------------------------------------------------------------------- */

typedef struct
{
  double n_figures;
  double n_within;
  double error;
  double absolute;
  double no_change;
  double total;
  double no_change_total;
  guint n_steps;
} Summary;

/* Of steps from this one on. */
static Summary
summarise_from (MarmotFlowBackTest *self,
                guint first)
{
  Summary sum = { 0 };
  MarmotFlowFigures figures;
  gsize n_states = marmot_flow_projection_get_rates (self->projection)->n_states;

  marmot_flow_projection_peek (self->projection, &figures);
  for (guint t = first; t <= figures.n_steps; t++)
    {
      Compared all = compare (self, &figures, n_states, t, n_states);

      for (gsize s = 0; s < n_states; s++)
        {
          Compared one = compare (self, &figures, n_states, t, s);

          sum.n_figures++;
          sum.n_within += is_within (&one);
          sum.error += one.value - one.observed;
          sum.absolute += fabs (one.value - one.observed);
          sum.no_change += fabs (one.no_change - one.observed);
        }
      sum.total += fabs (all.value - all.observed);
      sum.no_change_total += fabs (all.no_change - all.observed);
      sum.n_steps++;
    }
  if (!figures.has_limits)
    sum.n_within = (double) NAN;
  return sum;
}

MarmotTable *
marmot_flow_back_test_summarise (MarmotFlowBackTest *self)
{
  static const char *const steps[] = { "last", "all", NULL };
  static const char *const names[] = {
    "figures", "within", "share_within", "mean_error", "mean_absolute_error", "no_change_mean_absolute_error",
    "skill", "total_error", "no_change_total_error",
  };
  g_auto (MarmotResult) result = { NULL, NULL };
  double numbers[G_N_ELEMENTS (names)][2];
  MarmotFlowFigures figures;

  g_return_val_if_fail (MARMOT_IS_FLOW_BACK_TEST (self), NULL);

  marmot_flow_projection_peek (self->projection, &figures);
  for (int i = 0; i < 2; i++)
    {
      Summary sum = summarise_from (self, i == 0 ? MAX (figures.n_steps, 1) : 1);
      const double found[] = {
        sum.n_figures,
        sum.n_within,
        sum.n_within / sum.n_figures,
        sum.error / sum.n_figures,
        sum.absolute / sum.n_figures,
        sum.no_change / sum.n_figures,
        sum.no_change > 0 ? 1 - sum.absolute / sum.no_change : (double) NAN,
        sum.total / sum.n_steps,
        sum.no_change_total / sum.n_steps,
      };

      for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
        numbers[k][i] = found[k];
    }
  marmot_result_init (&result);
  marmot_result_add (&result, "steps", marmot_column_new_text (steps));
  for (gsize k = 0; k < G_N_ELEMENTS (names); k++)
    marmot_result_add_doubles (&result, names[k], numbers[k], 2);
  return marmot_result_end (&result);
}

char *
marmot_flow_back_test_describe (MarmotFlowBackTest *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *cut = NULL;
  g_autofree char *last = NULL;
  char mean[2][G_ASCII_DTOSTR_BUF_SIZE], total[3][G_ASCII_DTOSTR_BUF_SIZE];
  MarmotFlowFigures figures;
  MarmotFlowRates *rates;
  Compared all;
  Summary sum;

  g_return_val_if_fail (MARMOT_IS_FLOW_BACK_TEST (self), NULL);

  marmot_flow_projection_peek (self->projection, &figures);
  rates = marmot_flow_projection_get_rates (self->projection);
  sum = summarise_from (self, MAX (figures.n_steps, 1));
  all = compare (self, &figures, rates->n_states, figures.n_steps, rates->n_states);
  cut = marmot_flow_day_text (rates->until);
  last = marmot_flow_day_text (figures.dates[figures.n_steps]);
  g_ascii_formatd (total[0], sizeof total[0], "%.1f", all.value);
  g_ascii_formatd (total[1], sizeof total[1], "%.0f", all.no_change);
  g_ascii_formatd (total[2], sizeof total[2], "%.0f", all.observed);
  g_ascii_formatd (mean[0], sizeof mean[0], "%.1f", sum.n_figures > 0 ? sum.absolute / sum.n_figures : 0);
  g_ascii_formatd (mean[1], sizeof mean[1], "%.1f", sum.n_figures > 0 ? sum.no_change / sum.n_figures : 0);

  g_string_append_printf (text,
                          "Rates were taken from the time up to %s, and what came after was projected as if it were "
                          "not known. On %s there were expected to be %s people, and there were %s; that nothing "
                          "changed would have said %s.",
                          cut, last, total[0], total[2], total[1]);
  g_string_append_printf (text,
                          " In a state the projection was wrong by %s people in the mean, and no change by %s: it did "
                          "%s.",
                          mean[0], mean[1],
                          sum.absolute < 0.95 * sum.no_change   ? "better than no change"
                          : sum.absolute > 1.05 * sum.no_change ? "worse than no change, and is not to be trusted for this"
                                                                : "about as well as no change");
  if (figures.has_limits)
    {
      char level[MARMOT_PERCENT_SIZE];

      g_string_append_printf (text, " Of %.0f states %.0f ended within their limits, of which %s%% would be expected to.",
                              sum.n_figures, sum.n_within, marmot_figures_percent (figures.levels[0], level));
    }
  g_string_append (text, " This is one stretch of time; another may go otherwise. What was recorded late or corrected "
                         "since is in both parts.");
  return g_strdup (text->str);
}

char *
marmot_flow_back_test_to_string (MarmotFlowBackTest *self)
{
  g_autofree char *cut = NULL;
  MarmotFlowFigures figures;
  Summary sum;

  g_return_val_if_fail (MARMOT_IS_FLOW_BACK_TEST (self), NULL);

  marmot_flow_projection_peek (self->projection, &figures);
  sum = summarise_from (self, MAX (figures.n_steps, 1));
  cut = marmot_flow_day_text (marmot_flow_projection_get_rates (self->projection)->until);
  if (!figures.has_limits)
    return g_strdup_printf ("%u steps from %s, without limits", figures.n_steps, cut);
  return g_strdup_printf ("%u steps from %s: %.0f of %.0f states within their limits", figures.n_steps, cut,
                          sum.n_within, sum.n_figures);
}
