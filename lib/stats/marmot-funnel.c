/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-record-private.h"
#include "core/marmot-sort-private.h"
#include "figures-private.h"
#include "numeric/funnel.h"
#include "numeric/special.h"
#include "numeric/total.h"

/* Directly standardised rates are made of at least as many. */
#define MIN_EVENTS 10

#define MIN_POINTS 2
#define MAX_POINTS 10000

enum
{
  INNER,
  OUTER,
  N_LIMITS
};

/* What is known of each row. */
typedef struct
{
  gsize n_rows;
  double *events;
  double *people; /* of all years; for a ratio, what was expected */
  double *value;
  double *deviate;
  double *adjusted;
  guint8 *place;
  guint8 *adjusted_place;
  guint8 *status;
} Rows;

struct _MarmotFunnel
{
  GObject parent_instance;

  MarmotFunnelOptions *options;
  double baseline;
  double dispersion;
  double between_variance;
  guint n_placed;

  Rows rows; /* set once, by the one function that makes funnels */
};

G_DEFINE_FINAL_TYPE (MarmotFunnel, marmot_funnel, G_TYPE_OBJECT)

/**
 * MarmotFunnel:options: (getter get_options)
 *
 * How it is drawn.
 *
 * Since: 1.0
 */

/**
 * MarmotFunnel:baseline: (getter get_baseline)
 *
 * The average, in the unit of the multiplier.
 *
 * Since: 1.0
 */

/**
 * MarmotFunnel:dispersion: (getter get_dispersion)
 *
 * The mean square of the deviates, after winsorising: 1 where there is only chance.
 *
 * Since: 1.0
 */

/**
 * MarmotFunnel:between-variance: (getter get_between_variance)
 *
 * The variance between areas beside chance, on the scale of the deviates.
 *
 * Since: 1.0
 */

/**
 * MarmotFunnel:n-placed: (getter get_n_placed)
 *
 * How many areas were placed.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "options", marmot_funnel_options_get_type, G_STRUCT_OFFSET (MarmotFunnel, options), 0 },
  { "baseline", marmot_record_type_double, G_STRUCT_OFFSET (MarmotFunnel, baseline), 0 },
  { "dispersion", marmot_record_type_double, G_STRUCT_OFFSET (MarmotFunnel, dispersion), 0 },
  { "between-variance", marmot_record_type_double, G_STRUCT_OFFSET (MarmotFunnel, between_variance), 0 },
  { "n-placed", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotFunnel, n_placed), 0 },
};

static void
rows_alloc (Rows *rows,
            gsize n_rows)
{
  gsize n = MAX (n_rows, 1);

  rows->n_rows = n_rows;
  rows->events = g_new0 (double, n);
  rows->people = g_new0 (double, n);
  rows->value = g_new0 (double, n);
  rows->deviate = g_new0 (double, n);
  rows->adjusted = g_new0 (double, n);
  rows->place = g_malloc0 (n);
  rows->adjusted_place = g_malloc0 (n);
  rows->status = g_malloc0 (n);
}

static void
rows_clear (Rows *rows)
{
  g_free (rows->events);
  g_free (rows->people);
  g_free (rows->value);
  g_free (rows->deviate);
  g_free (rows->adjusted);
  g_free (rows->place);
  g_free (rows->adjusted_place);
  g_free (rows->status);
  memset (rows, 0, sizeof *rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static void (*finalize_record) (GObject *object);

static void
marmot_funnel_finalize (GObject *object)
{
  rows_clear (&MARMOT_FUNNEL (object)->rows);
  finalize_record (object);
}

static void
marmot_funnel_class_init (MarmotFunnelClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
  finalize_record = G_OBJECT_CLASS (klass)->finalize;
  G_OBJECT_CLASS (klass)->finalize = marmot_funnel_finalize;
}

static void
marmot_funnel_init (MarmotFunnel *self)
{
}

#define GETTER(CType, field) \
  MARMOT_RECORD_GETTER (MarmotFunnel, marmot_funnel, MARMOT_IS_FUNNEL, CType, field, (CType) 0)

GETTER (MarmotFunnelOptions *, options)
GETTER (double, baseline)
GETTER (double, dispersion)
GETTER (double, between_variance)
GETTER (guint, n_placed)

MarmotMethod
marmot_funnel_get_method (MarmotFunnel *self)
{
  g_return_val_if_fail (MARMOT_IS_FUNNEL (self), MARMOT_METHOD_DEFAULT);

  switch (marmot_funnel_options_get_spread (self->options))
    {
    case MARMOT_FUNNEL_SPREAD_MULTIPLICATIVE:
      return MARMOT_METHOD_FUNNEL_MULTIPLICATIVE;
    case MARMOT_FUNNEL_SPREAD_ADDITIVE:
      return MARMOT_METHOD_FUNNEL_ADDITIVE;
    default:
      return MARMOT_METHOD_FUNNEL;
    }
}

/* Options as they are used. */
typedef struct
{
  MarmotFunnelKind kind;
  MarmotFunnelSpread spread;
  double multiplier;
  double baseline; /* 0 for one made from the rows */
  double years;
  double winsorised;
  double levels[2]; /* of the inner and the outer limits */
  double z[2];
} Plan;

static gboolean
plan_init (Plan *plan,
           MarmotFunnelOptions *options,
           GError **error)
{
  static const double customary[] = { 100, 100000, 100000, 1 };
  const char *fault = NULL;

  plan->kind = marmot_funnel_options_get_kind (options);
  plan->spread = marmot_funnel_options_get_spread (options);
  plan->multiplier = marmot_funnel_options_get_multiplier (options);
  plan->baseline = marmot_funnel_options_get_baseline (options);
  plan->years = marmot_funnel_options_get_years (options);
  plan->winsorised = marmot_funnel_options_get_winsorised (options);
  plan->levels[INNER] = marmot_funnel_options_get_confidence (options);
  plan->levels[OUTER] = marmot_funnel_options_get_outer_confidence (options);
  if (plan->multiplier == 0)
    plan->multiplier = customary[plan->kind];

  if (!(plan->multiplier > 0))
    fault = "A multiplier is above zero, such as 100 for a percentage";
  else if (!(plan->baseline >= 0)
           || (plan->kind == MARMOT_FUNNEL_KIND_PROPORTION && plan->baseline >= plan->multiplier))
    fault = "A baseline is an average in the unit of the multiplier, or 0 to make it from the rows";
  else if (!(plan->years > 0))
    fault = "The years of the events are above zero";
  else if (!(plan->winsorised >= 0 && plan->winsorised < 0.5))
    fault = "The share that is drawn in at either end is from 0 to below 0.5";
  else if (!(plan->levels[INNER] > 0 && plan->levels[INNER] < plan->levels[OUTER] && plan->levels[OUTER] < 1))
    fault = "Confidence is a proportion, and that of the outer limits is the greater";
  if (fault)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT, fault);
      return FALSE;
    }
  for (guint i = 0; i < N_LIMITS; i++)
    plan->z[i] = mn_normal_quantile_upper ((1 - plan->levels[i]) / 2);
  return TRUE;
}

static gboolean
is_proportion (const Plan *plan)
{
  return plan->kind == MARMOT_FUNNEL_KIND_PROPORTION;
}

/* What people of all years are multiplied by where they are shown: rates are of the
 * people of one year. */
static double
shown_people (const Plan *plan)
{
  return plan->kind == MARMOT_FUNNEL_KIND_RATE || plan->kind == MARMOT_FUNNEL_KIND_STANDARDISED_RATE ? 1 / plan->years : 1;
}

/* The rows' events and people, and a status for those that cannot be placed. */
static gboolean
rows_read (Rows *rows,
           const Plan *plan,
           MarmotColumn *numerator,
           MarmotColumn *denominator,
           MarmotColumn *rate,
           GError **error)
{
  gboolean by_rate = plan->kind == MARMOT_FUNNEL_KIND_STANDARDISED_RATE;
  MarmotColumn *second = by_rate ? rate : denominator;
  g_autofree double *events = NULL;
  g_autofree double *others = NULL;

  if (second == NULL || (by_rate ? denominator : rate) != NULL)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           by_rate ? "A funnel of standardised rates takes events and rates, and no denominators"
                                   : "This funnel takes events and denominators, and no rates");
      return FALSE;
    }
  if (!marmot_figures_check_column (numerator, "events", numerator->length, error)
      || !marmot_figures_check_column (second, by_rate ? "rates" : "denominators", numerator->length, error))
    return FALSE;

  rows_alloc (rows, numerator->length);
  events = marmot_figures_read_all (numerator, rows->status);
  others = marmot_figures_read_all (second, rows->status);
  for (gsize i = 0; i < rows->n_rows; i++)
    {
      double count = events[i];
      double other = others[i];
      guint8 status = rows->status[i];

      if (status != MARMOT_STATUS_OK)
        continue;
      if (!isfinite (count) || !isfinite (other))
        status = MARMOT_STATUS_NOT_FINITE;
      else if (count < 0)
        status = MARMOT_STATUS_NEGATIVE_COUNT;
      else if (by_rate && count < MIN_EVENTS)
        status = MARMOT_STATUS_TOO_FEW_EVENTS;
      else if (!(other > 0))
        status = MARMOT_STATUS_DENOMINATOR_NOT_POSITIVE;
      else if (is_proportion (plan) && count > other)
        status = MARMOT_STATUS_COUNT_OVER_DENOMINATOR;
      rows->status[i] = status;
      if (status != MARMOT_STATUS_OK)
        continue;

      rows->events[i] = count;
      if (by_rate)
        rows->people[i] = plan->multiplier * count / other;
      else if (plan->kind == MARMOT_FUNNEL_KIND_RATE)
        rows->people[i] = other * plan->years;
      else
        rows->people[i] = other;
      rows->value[i] = plan->multiplier * count / rows->people[i];
    }
  return TRUE;
}

/* The average, per one of the people; whether there is one. */
static gboolean
find_average (const Plan *plan,
              const Rows *rows,
              double *average,
              guint *n_placed,
              GError **error)
{
  mn_total events = { 0, 0 }, people = { 0, 0 };

  *n_placed = 0;
  for (gsize i = 0; i < rows->n_rows; i++)
    if (rows->status[i] == MARMOT_STATUS_OK)
      {
        mn_total_add (&events, rows->events[i]);
        mn_total_add (&people, rows->people[i]);
        (*n_placed)++;
      }

  if (plan->baseline > 0)
    *average = plan->baseline / plan->multiplier;
  else if (plan->kind == MARMOT_FUNNEL_KIND_RATIO)
    *average = 1;
  else
    *average = mn_total_get (&events) / mn_total_get (&people);

  if (*n_placed > 0 && isfinite (*average) && *average > 0 && !(is_proportion (plan) && *average >= 1))
    return TRUE;
  g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                       *n_placed == 0 ? "No row can be placed: their statuses would say why; check events and denominators"
                                      : "The average is none or all of the people, around which there is no funnel: give a "
                                        "baseline");
  return FALSE;
}

static MarmotFunnelPlace
find_place (double inner_low,
            double inner_high,
            double outer_low,
            double outer_high,
            double at)
{
  if (outer_high < at)
    return MARMOT_FUNNEL_PLACE_ABOVE_OUTER;
  if (at < outer_low)
    return MARMOT_FUNNEL_PLACE_BELOW_OUTER;
  if (inner_high < at)
    return MARMOT_FUNNEL_PLACE_ABOVE_INNER;
  return at < inner_low ? MARMOT_FUNNEL_PLACE_BELOW_INNER : MARMOT_FUNNEL_PLACE_INSIDE;
}

/* By limits around the average. */
static void
place_proportions (const Plan *plan,
                   Rows *rows,
                   double average)
{
  for (gsize i = 0; i < rows->n_rows; i++)
    if (rows->status[i] == MARMOT_STATUS_OK)
      {
        double low[N_LIMITS], high[N_LIMITS];

        for (guint k = 0; k < N_LIMITS; k++)
          mn_funnel_proportion (rows->people + i, 1, average, plan->z[k], 1, &low[k], &high[k]);
        rows->place[i] = (guint8) find_place (low[INNER], high[INNER], low[OUTER], high[OUTER],
                                              rows->events[i] / rows->people[i]);
      }
}

/* By the limits of each area's own events: the average stands on the other side of
 * them than the area does of the average. */
static gboolean
place_events (const Plan *plan,
              Rows *rows,
              double average,
              GError **error)
{
  g_autoptr (MarmotIntervalOptions) options = marmot_interval_options_new ();
  g_autoptr (MarmotColumn) events = marmot_column_new_double (rows->events, rows->n_rows);
  g_autoptr (MarmotColumn) people = marmot_column_new_double (rows->people, rows->n_rows);
  g_autoptr (MarmotEstimates) estimates = NULL;
  const double *low[N_LIMITS], *high[N_LIMITS];
  MarmotColumn *columns[2 * N_LIMITS];

  if (!marmot_interval_options_set_levels (options, plan->levels, N_LIMITS, error))
    return FALSE;
  marmot_interval_options_set_multiplier (options, 1);
  estimates = marmot_rate_column (events, people, options, error);
  if (!estimates)
    return FALSE;

  for (guint k = 0; k < N_LIMITS; k++)
    {
      columns[2 * k] = marmot_estimates_get_lower (estimates, k);
      columns[2 * k + 1] = marmot_estimates_get_upper (estimates, k);
      low[k] = marmot_column_block (columns[2 * k], 0, rows->n_rows, NULL);
      high[k] = marmot_column_block (columns[2 * k + 1], 0, rows->n_rows, NULL);
    }
  for (gsize i = 0; i < rows->n_rows; i++)
    if (rows->status[i] == MARMOT_STATUS_OK)
      {
        static const guint8 other_side[] = {
          MARMOT_FUNNEL_PLACE_NOT_PLACED, MARMOT_FUNNEL_PLACE_ABOVE_OUTER, MARMOT_FUNNEL_PLACE_ABOVE_INNER,
          MARMOT_FUNNEL_PLACE_INSIDE, MARMOT_FUNNEL_PLACE_BELOW_INNER, MARMOT_FUNNEL_PLACE_BELOW_OUTER
        };

        rows->place[i] = other_side[find_place (low[INNER][i], high[INNER][i], low[OUTER][i], high[OUTER][i], average)];
      }
  for (guint k = 0; k < 2 * N_LIMITS; k++)
    marmot_column_unref (columns[k]);
  return TRUE;
}

/* Deviates, how far they spread, and what they are beside that spread. */
static void
measure_spread (const Plan *plan,
                Rows *rows,
                double average,
                guint n_placed,
                double *dispersion,
                double *between_variance)
{
  g_autofree double *deviate = g_new (double, n_placed);
  g_autofree double *se = g_new (double, n_placed);
  g_autofree double *sorted = g_new (double, n_placed);
  g_autofree double *drawn = g_new (double, n_placed);
  gsize n = 0;

  for (gsize i = 0; i < rows->n_rows; i++)
    if (rows->status[i] == MARMOT_STATUS_OK)
      {
        deviate[n] = is_proportion (plan)
                       ? mn_funnel_deviate_proportion (rows->events[i], rows->people[i], average, &se[n])
                       : mn_funnel_deviate_events (rows->events[i], rows->people[i] * average, &se[n]);
        rows->deviate[i] = deviate[n++];
      }
  memcpy (sorted, deviate, n * sizeof *sorted);
  marmot_sort_doubles (sorted, n);
  mn_winsorise (deviate, sorted, n, plan->winsorised, drawn);
  *dispersion = mn_dispersion (drawn, n);
  *between_variance = plan->spread == MARMOT_FUNNEL_SPREAD_ADDITIVE ? mn_between_variance (*dispersion, se, n) : 0;

  n = 0;
  for (gsize i = 0; i < rows->n_rows; i++)
    if (rows->status[i] == MARMOT_STATUS_OK)
      {
        double wider = 1;

        if (plan->spread == MARMOT_FUNNEL_SPREAD_MULTIPLICATIVE)
          wider = sqrt (MAX (*dispersion, 1));
        else if (plan->spread == MARMOT_FUNNEL_SPREAD_ADDITIVE)
          wider = sqrt (1 + *between_variance / (se[n] * se[n]));
        rows->adjusted[i] = rows->deviate[i] / wider;
        rows->adjusted_place[i] = (guint8) find_place (-plan->z[INNER], plan->z[INNER], -plan->z[OUTER], plan->z[OUTER],
                                                       rows->adjusted[i]);
        n++;
      }
}

MarmotFunnel *
marmot_funnel_new (MarmotFunnelOptions *options,
                   MarmotColumn *numerator,
                   MarmotColumn *denominator,
                   MarmotColumn *rate,
                   GError **error)
{
  g_auto (Rows) rows = { 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL };
  MarmotFunnel *self;
  Plan plan;
  double average, dispersion, between_variance;
  guint n_placed;

  g_return_val_if_fail (MARMOT_IS_FUNNEL_OPTIONS (options), NULL);
  g_return_val_if_fail (numerator != NULL, NULL);

  if (!plan_init (&plan, options, error)
      || !rows_read (&rows, &plan, numerator, denominator, rate, error)
      || !find_average (&plan, &rows, &average, &n_placed, error))
    return NULL;
  if (is_proportion (&plan))
    place_proportions (&plan, &rows, average);
  else if (!place_events (&plan, &rows, average, error))
    return NULL;
  measure_spread (&plan, &rows, average, n_placed, &dispersion, &between_variance);

  self = g_object_new (MARMOT_TYPE_FUNNEL,
                       "options", options,
                       "baseline", average * plan.multiplier,
                       "dispersion", dispersion,
                       "between-variance", between_variance,
                       "n-placed", n_placed,
                       NULL);
  self->rows = rows;
  memset (&rows, 0, sizeof rows);
  return self;
}

/* Numbers of the rows that were placed; nulls for the others. */
static void
add_numbers (MarmotResult *result,
             const char *name,
             const Rows *rows,
             const double *numbers,
             double scale)
{
  g_autofree double *shown = g_new (double, MAX (rows->n_rows, 1));

  for (gsize i = 0; i < rows->n_rows; i++)
    shown[i] = rows->status[i] == MARMOT_STATUS_OK ? numbers[i] * scale : (double) NAN;
  marmot_result_add_doubles (result, name, shown, rows->n_rows);
}

MarmotTable *
marmot_funnel_get_points (MarmotFunnel *self)
{
  g_auto (MarmotResult) result = { NULL, NULL };
  const Rows *rows;
  Plan plan;

  g_return_val_if_fail (MARMOT_IS_FUNNEL (self), NULL);

  rows = &self->rows;
  plan_init (&plan, self->options, NULL);
  marmot_result_init (&result);
  add_numbers (&result, "denominator", rows, rows->people, shown_people (&plan));
  add_numbers (&result, "value", rows, rows->value, 1);
  add_numbers (&result, "deviate", rows, rows->deviate, 1);
  marmot_result_add_enums (&result, "place", MARMOT_TYPE_FUNNEL_PLACE, rows->place, rows->n_rows);
  add_numbers (&result, "adjusted_deviate", rows, rows->adjusted, 1);
  marmot_result_add_enums (&result, "adjusted_place", MARMOT_TYPE_FUNNEL_PLACE, rows->adjusted_place, rows->n_rows);
  marmot_result_add_statuses (&result, "status", rows->status, rows->n_rows);
  return marmot_result_end (&result);
}

static const char *const limit_names[] = { "lower_inner", "upper_inner", "lower_outer", "upper_outer" };
static const char *const place_names[] = { "lower_inner_at", "upper_inner_at", "lower_outer_at", "upper_outer_at" };

/* Points that grow by the same factor from one to the next, from a little below the
 * smallest area to a little above the largest. */
static void
spread_points (const Rows *rows,
               guint n_points,
               double *at)
{
  double least = HUGE_VAL, greatest = 0;

  for (gsize i = 0; i < rows->n_rows; i++)
    if (rows->status[i] == MARMOT_STATUS_OK)
      {
        least = MIN (least, rows->people[i]);
        greatest = MAX (greatest, rows->people[i]);
      }
  least *= 0.9;
  greatest *= 1.1;
  for (guint i = 0; i < n_points; i++)
    at[i] = least * pow (greatest / least, (double) i / (n_points - 1));
}

static MarmotTable *
finish_limits (const char *name,
               double *at,
               double shown,
               double **limits,
               double **places,
               guint n_points)
{
  g_auto (MarmotResult) result = { NULL, NULL };

  for (guint i = 0; i < n_points; i++)
    at[i] *= shown;
  marmot_result_init (&result);
  marmot_result_add_doubles (&result, name, at, n_points);
  for (guint k = 0; k < 2 * N_LIMITS; k++)
    {
      if (places)
        marmot_result_add_doubles (&result, place_names[k], places[k], n_points);
      marmot_result_add_doubles (&result, limit_names[k], limits[k], n_points);
    }
  return marmot_result_end (&result);
}

MarmotTable *
marmot_funnel_get_limits (MarmotFunnel *self,
                          guint n_points)
{
  g_autofree double *room = NULL;
  double *at, *limits[2 * N_LIMITS], *places[2 * N_LIMITS];
  double average, shown;
  Plan plan;

  g_return_val_if_fail (MARMOT_IS_FUNNEL (self), NULL);
  g_return_val_if_fail (n_points >= MIN_POINTS && n_points <= MAX_POINTS, NULL);

  plan_init (&plan, self->options, NULL);
  average = self->baseline / plan.multiplier;
  room = g_new (double, n_points *(4 * N_LIMITS + 1));
  at = room;
  for (guint k = 0; k < 2 * N_LIMITS; k++)
    {
      limits[k] = room + n_points * (1 + k);
      places[k] = room + n_points * (1 + 2 * N_LIMITS + k);
    }
  spread_points (&self->rows, n_points, at);

  if (is_proportion (&plan))
    {
      for (guint k = 0; k < N_LIMITS; k++)
        mn_funnel_proportion (at, n_points, average, plan.z[k], plan.multiplier, limits[2 * k], limits[2 * k + 1]);
      return finish_limits ("denominator", at, 1, limits, NULL, n_points);
    }

  /* Whole events, each once. */
  for (guint i = 0; i < n_points; i++)
    at[i] = MAX (round (at[i] * average), i == 0 ? 1 : at[i - 1] + 1);
  shown = shown_people (&plan);
  for (guint k = 0; k < N_LIMITS; k++)
    {
      double *least = places[2 * k + 1];
      double *greatest = places[2 * k];

      mn_funnel_means (at, n_points, (1 - plan.levels[k]) / 2, least, greatest);
      for (guint i = 0; i < n_points; i++)
        {
          limits[2 * k][i] = self->baseline * at[i] / greatest[i];
          limits[2 * k + 1][i] = self->baseline * at[i] / least[i];
          greatest[i] *= shown / average;
          least[i] *= shown / average;
        }
    }
  return finish_limits ("events", at, 1, limits, places, n_points);
}

MarmotTable *
marmot_funnel_get_adjusted_limits (MarmotFunnel *self,
                                   guint n_points)
{
  g_autofree double *room = NULL;
  double *at, *limits[2 * N_LIMITS];
  double average;
  Plan plan;

  g_return_val_if_fail (MARMOT_IS_FUNNEL (self), NULL);
  g_return_val_if_fail (n_points >= MIN_POINTS && n_points <= MAX_POINTS, NULL);

  plan_init (&plan, self->options, NULL);
  average = self->baseline / plan.multiplier;
  room = g_new (double, n_points *(2 * N_LIMITS + 1));
  at = room;
  for (guint k = 0; k < 2 * N_LIMITS; k++)
    limits[k] = room + n_points * (1 + k);
  spread_points (&self->rows, n_points, at);

  for (guint i = 0; i < n_points; i++)
    for (guint k = 0; k < N_LIMITS; k++)
      mn_funnel_adjusted (at[i], average, is_proportion (&plan),
                          plan.spread == MARMOT_FUNNEL_SPREAD_MULTIPLICATIVE ? sqrt (MAX (self->dispersion, 1)) : 1,
                          self->between_variance, plan.z[k], plan.multiplier, &limits[2 * k][i], &limits[2 * k + 1][i]);
  return finish_limits ("denominator", at, shown_people (&plan), limits, NULL, n_points);
}
