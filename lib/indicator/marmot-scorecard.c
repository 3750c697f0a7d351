/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>

#include "printed-private.h"

struct _MarmotScorecard
{
  GObject parent_instance;

  GPtrArray *rows;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarmotScorecard, marmot_scorecard, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
marmot_scorecard_get_item_type (GListModel *model)
{
  return MARMOT_TYPE_SCORECARD_ROW;
}

static guint
marmot_scorecard_get_n_items (GListModel *model)
{
  return MARMOT_SCORECARD (model)->rows->len;
}

static gpointer
marmot_scorecard_get_item (GListModel *model,
                           guint position)
{
  MarmotScorecard *self = MARMOT_SCORECARD (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = marmot_scorecard_get_item_type;
  iface->get_n_items = marmot_scorecard_get_n_items;
  iface->get_item = marmot_scorecard_get_item;
}

static void
marmot_scorecard_finalize (GObject *object)
{
  MarmotScorecard *self = MARMOT_SCORECARD (object);

  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (marmot_scorecard_parent_class)->finalize (object);
}

static void
marmot_scorecard_class_init (MarmotScorecardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_scorecard_finalize;
}

static void
marmot_scorecard_init (MarmotScorecard *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/* What is known of one indicator. The arrays may be NULL. */
typedef struct
{
  MarmotIndicator *indicator;
  GPtrArray *observations;
  GPtrArray *targets;
  double review_above;
} Known;

/* A row in the making. */
typedef struct
{
  MarmotIndicator *indicator;
  MarmotTarget *target;
  MarmotObservation *observation;
  MarmotPolarity polarity;
  gboolean additive;

  gboolean has_target;   /* target_number is one */
  double target_number;
  gboolean has_to_date;  /* to_date is one */
  double to_date;
  int decimals;
  gboolean complete;     /* the target's period is over */
  double share;          /* of the target's period that has passed; 0: not known */
  gboolean has_profile;  /* expected is the owner's */
  gboolean has_expected;
  double expected;

  MarmotProgressStatus current;
  char *current_reason;
  MarmotProgressStatus forecast;
  MarmotForecastRule forecast_rule;
  char *forecast_reason;
  MarmotValue *forecast_value;
} Draft;

static guint
count_of (GPtrArray *array)
{
  return array ? array->len : 0;
}

static int
by_state (MarmotObservation *observation)
{
  MarmotValue *value = marmot_observation_get_value (observation);

  if (marmot_value_is_number (value))
    return 2;
  return value && marmot_value_get_state (value) == MARMOT_VALUE_TEXT ? 1 : 0;
}

static gboolean
is_later (MarmotObservation *a,
          MarmotObservation *b)
{
  MarmotPeriod *p = marmot_observation_get_period (a);
  MarmotPeriod *q = marmot_observation_get_period (b);
  gint64 p_end = p ? marmot_period_get_end_days (p) : G_MAXINT32;
  gint64 q_end = q ? marmot_period_get_end_days (q) : G_MAXINT32;

  if (p_end != q_end)
    return p_end > q_end;
  if (by_state (a) != by_state (b))
    return by_state (a) > by_state (b);
  return marmot_observation_get_role (a) == MARMOT_OBSERVATION_ROLE_YEAR_TO_DATE
         && marmot_observation_get_role (b) != MARMOT_OBSERVATION_ROLE_YEAR_TO_DATE;
}

/* The figure that says how things stand: the one whose period ends last. One
 * without a period is taken as the latest, since it is what the source reports
 * now. */
static MarmotObservation *
find_latest (const Known *known)
{
  MarmotObservation *latest = NULL;

  for (guint i = 0; i < count_of (known->observations); i++)
    {
      MarmotObservation *o = known->observations->pdata[i];
      MarmotObservationRole role = marmot_observation_get_role (o);

      if (role != MARMOT_OBSERVATION_ROLE_ACTUAL && role != MARMOT_OBSERVATION_ROLE_YEAR_TO_DATE)
        continue;
      if (!latest || is_later (o, latest))
        latest = o;
    }

  return latest;
}

/* The latest rolling average; see find_latest() for one without a period. */
static MarmotObservation *
find_rolling_average (const Known *known)
{
  MarmotObservation *latest = NULL;

  for (guint i = 0; i < count_of (known->observations); i++)
    {
      MarmotObservation *o = known->observations->pdata[i];

      if (marmot_observation_get_role (o) == MARMOT_OBSERVATION_ROLE_ROLLING_AVERAGE
          && (!latest || is_later (o, latest)))
        latest = o;
    }

  return latest;
}

/* The target for a period that holds the figure's; where the figure has no
 * period, the latest target. */
static MarmotTarget *
find_target (const Known *known,
             MarmotObservation *latest)
{
  MarmotPeriod *of = latest ? marmot_observation_get_period (latest) : NULL;
  MarmotTarget *found = NULL;

  for (guint i = 0; i < count_of (known->targets); i++)
    {
      MarmotTarget *t = known->targets->pdata[i];
      MarmotPeriod *p = marmot_target_get_period (t);

      if (marmot_target_get_profile (t) != MARMOT_TARGET_PROFILE_PERIOD || !p)
        continue;
      if (of && !marmot_period_contains (p, of))
        continue;
      if (!found || marmot_period_compare (p, marmot_target_get_period (found)) > 0)
        found = t;
    }

  return found;
}

/* What the owner expects by the end of this period, counted from this day: what is
 * expected of a year says nothing of a programme that began before. */
static MarmotTarget *
find_profile (const Known *known,
              MarmotPeriod *period,
              gint32 start)
{
  for (guint i = 0; period && i < count_of (known->targets); i++)
    {
      MarmotTarget *t = known->targets->pdata[i];

      if (marmot_target_get_profile (t) == MARMOT_TARGET_PROFILE_TO_DATE
          && marmot_target_get_period (t)
          && marmot_period_equal (marmot_target_get_period (t), period)
          && marmot_period_get_start_days (marmot_target_get_period (t)) == start
          && marmot_value_is_number (marmot_target_get_value (t)))
        return t;
    }

  return NULL;
}

/* The additive figures within a period, by the day on which they start: of those
 * that start together, the one that ends last. */
static GHashTable *
index_by_start (const Known *known,
                MarmotPeriod *within)
{
  GHashTable *index = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < count_of (known->observations); i++)
    {
      MarmotObservation *o = known->observations->pdata[i];
      MarmotPeriod *p = marmot_observation_get_period (o);
      MarmotObservation *longest;
      gpointer key;

      if (!p || !marmot_period_contains (within, p)
          || !marmot_value_is_number (marmot_observation_get_value (o))
          || marmot_observation_get_role (o) == MARMOT_OBSERVATION_ROLE_ROLLING_AVERAGE)
        continue;
      key = GINT_TO_POINTER (marmot_period_get_start_days (p));
      longest = g_hash_table_lookup (index, key);
      if (!longest
          || marmot_period_get_end_days (p)
               > marmot_period_get_end_days (marmot_observation_get_period (longest)))
        g_hash_table_insert (index, key, o);
    }

  return index;
}

static double
get_share (gint32 start,
           gint32 end,
           MarmotPeriod *whole)
{
  g_autoptr (MarmotPeriod) part = NULL;
  guint whole_months = marmot_period_get_n_months (whole);
  GDate first, last;
  gint64 days = (gint64) marmot_period_get_end_days (whole) - marmot_period_get_start_days (whole);

  /* In months where both are whole months: half a financial year is a half, and
   * not 183 days of 365. */
  if (whole_months > 0 && end > start)
    {
      g_date_clear (&first, 1);
      g_date_clear (&last, 1);
      g_date_set_julian (&first, (guint32) (start + 719163));
      g_date_set_julian (&last, (guint32) (end - 1 + 719163));
      part = marmot_period_new_span (&first, &last, NULL);
      if (part && marmot_period_get_n_months (part) > 0)
        return (double) marmot_period_get_n_months (part) / whole_months;
    }

  return days > 0 ? (double) (end - start) / (double) days : 0;
}

/* Adds up, or takes, what has been reached in the period of the target. */
static void
find_to_date (const Known *known,
              Draft *draft)
{
  MarmotPeriod *whole = marmot_target_get_period (draft->target);
  g_autoptr (GHashTable) by_start = NULL;
  MarmotObservation *next;
  gint32 start, cursor;

  if (!draft->additive)
    {
      MarmotPeriod *period = draft->observation ? marmot_observation_get_period (draft->observation) : NULL;

      if (!draft->observation
          || !marmot_value_is_number (marmot_observation_get_value (draft->observation)))
        return;
      draft->has_to_date = TRUE;
      draft->to_date = marmot_value_get_number (marmot_observation_get_value (draft->observation));
      draft->decimals = marmot_value_get_decimals (marmot_observation_get_value (draft->observation));
      draft->complete = period && whole
                        && marmot_period_get_end_days (period) >= marmot_period_get_end_days (whole);
      return;
    }

  by_start = index_by_start (known, whole);
  start = cursor = marmot_period_get_start_days (whole);
  while ((next = g_hash_table_lookup (by_start, GINT_TO_POINTER (cursor))) != NULL)
    {
      MarmotValue *value = marmot_observation_get_value (next);

      draft->has_to_date = TRUE;
      draft->to_date += marmot_value_get_number (value);
      draft->decimals = MAX (draft->decimals, marmot_value_get_decimals (value));
      draft->observation = next;
      cursor = marmot_period_get_end_days (marmot_observation_get_period (next));
    }

  draft->complete = draft->has_to_date && cursor >= marmot_period_get_end_days (whole);
  draft->share = draft->has_to_date ? get_share (start, cursor, whole) : 0;
}

static void
find_expected (const Known *known,
               Draft *draft)
{
  MarmotTarget *profile = NULL;

  if (draft->observation && !draft->complete)
    profile = find_profile (known, marmot_observation_get_period (draft->observation),
                            marmot_period_get_start_days (marmot_target_get_period (draft->target)));

  if (profile)
    {
      draft->has_profile = draft->has_expected = TRUE;
      draft->expected = marmot_value_get_number (marmot_target_get_value (profile));
    }
  else if (draft->additive && draft->share > 0)
    {
      draft->has_expected = TRUE;
      draft->expected = draft->target_number * MIN (draft->share, 1);
    }
  else if (!draft->additive)
    {
      draft->has_expected = TRUE;
      draft->expected = draft->target_number;
    }
}

static gboolean
meets (const Draft *draft,
       double number,
       double wanted)
{
  /* Decimal figures are not exact in binary; a value equal to its target meets it. */
  double slack = 1e-9 * MAX (fabs (wanted), 1);

  if (draft->polarity == MARMOT_POLARITY_LOW_IS_GOOD)
    return number <= wanted + slack;
  return number >= wanted - slack;
}

static char *
print (const Draft *draft,
       double number,
       int decimals)
{
  g_autoptr (MarmotValue) value = marmot_value_computed (draft->indicator, number, MAX (decimals, 0));

  return marmot_value_to_string_thousands (value);
}

/* One decimal where half a person is meant by a straight line, otherwise none. */
static int
decimals_for (const Draft *draft,
              double number)
{
  int decimals = MAX (draft->decimals, 0);

  return decimals == 0 && fabs (number - round (number)) > 1e-9 ? 1 : decimals;
}

static void
judge_current (Draft *draft)
{
  g_autofree char *reached = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *goal = NULL;
  const char *by = draft->has_profile ? "the owner's profile" : "a straight line";

  if (!draft->has_target)
    {
      const char *text = draft->target ? marmot_value_get_text (marmot_target_get_value (draft->target)) : NULL;

      draft->current = MARMOT_PROGRESS_STATUS_NO_TARGET;
      if (!draft->target)
        draft->current_reason = g_strdup ("There is no target for the period of the latest figure.");
      else if (text && *text)
        draft->current_reason = g_strdup_printf ("In place of a target the source says: %s.", text);
      else
        draft->current_reason = g_strdup ("The source gives no target.");
      return;
    }

  draft->current = MARMOT_PROGRESS_STATUS_CANNOT_BE_JUDGED;
  if (!draft->has_to_date)
    {
      MarmotValue *value = draft->observation ? marmot_observation_get_value (draft->observation) : NULL;
      const char *text = value ? marmot_value_get_text (value) : NULL;

      if (text && *text)
        draft->current_reason = g_strdup_printf ("In place of a figure the source says: %s.", text);
      else
        draft->current_reason = g_strdup ("There is no figure from the start of the period.");
      return;
    }
  if (draft->polarity != MARMOT_POLARITY_HIGH_IS_GOOD && draft->polarity != MARMOT_POLARITY_LOW_IS_GOOD)
    {
      draft->current_reason = g_strdup (draft->polarity == MARMOT_POLARITY_UNSTATED
                                          ? "Nobody has said which direction is good."
                                          : "Neither direction is better than the other.");
      return;
    }
  if (!draft->has_expected)
    {
      draft->current_reason = g_strdup ("How much of the period has passed is not known.");
      return;
    }

  reached = print (draft, draft->to_date, draft->decimals);
  wanted = print (draft, draft->expected, decimals_for (draft, draft->expected));
  goal = marmot_value_to_string_thousands (marmot_target_get_value (draft->target));

  if (draft->complete)
    {
      gboolean met = meets (draft, draft->to_date, draft->target_number);

      draft->current = met ? MARMOT_PROGRESS_STATUS_ACHIEVED : MARMOT_PROGRESS_STATUS_BEHIND;
      draft->current_reason = g_strdup_printf ("The period is over: %s against a target of %s.", reached, goal);
    }
  else if (draft->additive && draft->polarity == MARMOT_POLARITY_HIGH_IS_GOOD
           && meets (draft, draft->to_date, draft->target_number))
    {
      draft->current = MARMOT_PROGRESS_STATUS_ACHIEVED;
      draft->current_reason
        = g_strdup_printf ("%s reached already, against a target of %s.", reached, goal);
    }
  else if (draft->additive && !meets (draft, draft->to_date, draft->target_number)
           && draft->polarity == MARMOT_POLARITY_LOW_IS_GOOD)
    {
      draft->current = MARMOT_PROGRESS_STATUS_BEHIND;
      draft->current_reason = g_strdup_printf ("%s is past the target of %s already.", reached, goal);
    }
  else
    {
      gboolean met = meets (draft, draft->to_date, draft->expected);

      draft->current = met ? MARMOT_PROGRESS_STATUS_ON_TRACK : MARMOT_PROGRESS_STATUS_BEHIND;
      if (draft->additive || draft->has_profile)
        draft->current_reason = g_strdup_printf ("%s so far; by %s it would be %s of %s by now.",
                                                 reached, by, wanted, goal);
      else
        draft->current_reason = g_strdup_printf ("%s now, against a target of %s.", reached, goal);
    }
}

static void
judge_forecast (Draft *draft)
{
  g_autofree char *forecast = NULL;
  g_autofree char *goal = NULL;
  double number;

  draft->forecast = draft->current;
  draft->forecast_rule = MARMOT_FORECAST_RULE_NONE;

  if (draft->current == MARMOT_PROGRESS_STATUS_NO_TARGET
      || draft->current == MARMOT_PROGRESS_STATUS_CANNOT_BE_JUDGED)
    {
      draft->forecast_reason = g_strdup ("As it stands now.");
      return;
    }
  if (draft->complete)
    {
      draft->forecast_reason = g_strdup ("The period is over.");
      return;
    }
  if (draft->current == MARMOT_PROGRESS_STATUS_ACHIEVED)
    {
      draft->forecast_reason = g_strdup ("It is reached already.");
      return;
    }

  if (!draft->additive)
    {
      if (draft->has_profile)
        {
          draft->forecast_rule = MARMOT_FORECAST_RULE_OWNER_PROFILE;
          draft->forecast_reason = g_strdup ("It stands to the owner's profile as it does now.");
          return;
        }
      draft->forecast = MARMOT_PROGRESS_STATUS_CANNOT_BE_JUDGED;
      draft->forecast_reason
        = g_strdup ("It is not a count, so it has no run rate, and the owner has supplied no profile.");
      return;
    }

  if (draft->has_profile && draft->expected > 0)
    {
      draft->forecast_rule = MARMOT_FORECAST_RULE_OWNER_PROFILE;
      number = draft->to_date / draft->expected * draft->target_number;
    }
  else
    {
      draft->forecast_rule = MARMOT_FORECAST_RULE_RUN_RATE;
      number = draft->to_date / draft->share;
    }

  draft->forecast = meets (draft, number, draft->target_number) ? MARMOT_PROGRESS_STATUS_ON_TRACK
                                                                : MARMOT_PROGRESS_STATUS_BEHIND;
  draft->forecast_value = marmot_value_computed (draft->indicator, number, decimals_for (draft, number));
  forecast = marmot_value_to_string_thousands (draft->forecast_value);
  goal = marmot_value_to_string_thousands (marmot_target_get_value (draft->target));
  draft->forecast_reason
    = g_strdup_printf (draft->forecast_rule == MARMOT_FORECAST_RULE_RUN_RATE
                         ? "At the average rate so far it would be %s, against a target of %s."
                         : "By the owner's profile it would be %s, against a target of %s.",
                       forecast, goal);
}

/* The part of the year to date before its last quarter (or month): the year to
 * date less the figure of that quarter. Only counts can be taken from each other. */
static void
find_part (const Known *known,
           const Draft *draft,
           MarmotPeriod **part_period,
           MarmotValue **part_value)
{
  MarmotPeriod *whole;
  MarmotValue *whole_value;

  if (!draft->additive || !draft->observation
      || marmot_observation_get_role (draft->observation) != MARMOT_OBSERVATION_ROLE_YEAR_TO_DATE)
    return;

  whole = marmot_observation_get_period (draft->observation);
  whole_value = marmot_observation_get_value (draft->observation);
  for (guint i = 0; whole && i < count_of (known->observations); i++)
    {
      MarmotObservation *o = known->observations->pdata[i];
      MarmotPeriod *p = marmot_observation_get_period (o);
      MarmotValue *v = marmot_observation_get_value (o);
      g_autoptr (MarmotPeriod) rest = NULL;

      if (!p || !marmot_value_is_number (v) || marmot_period_equal (p, whole)
          || !marmot_period_contains (whole, p)
          || marmot_period_get_end_days (p) != marmot_period_get_end_days (whole))
        continue;
      rest = marmot_period_subtract (whole, p, NULL);
      if (!rest)
        continue;

      *part_value = marmot_value_new (marmot_value_get_number (whole_value) - marmot_value_get_number (v),
                                      marmot_shared_decimals (whole_value, v));
      *part_period = g_steal_pointer (&rest);
      return;
    }
}

static MarmotScorecardRow *
make_row (const Known *known,
          MarmotTarget *target,
          MarmotObservation *latest)
{
  Draft draft = { .indicator = known->indicator, .target = target, .observation = latest };
  g_autoptr (MarmotValue) to_date = NULL;
  g_autoptr (MarmotValue) progress = NULL;
  g_autoptr (MarmotValue) expected = NULL;
  g_autoptr (MarmotValue) part_value = NULL;
  g_autoptr (MarmotPeriod) part_period = NULL;
  g_autofree char *review_reason = NULL;
  MarmotScorecardRow *row;

  draft.polarity = marmot_indicator_get_polarity (known->indicator);
  draft.additive = marmot_indicator_get_additive (known->indicator);

  if (target)
    {
      draft.has_target = marmot_value_is_number (marmot_target_get_value (target));
      if (draft.has_target)
        draft.target_number = marmot_value_get_number (marmot_target_get_value (target));
      find_to_date (known, &draft);
      if (draft.has_target && draft.has_to_date)
        find_expected (known, &draft);
    }

  judge_current (&draft);
  judge_forecast (&draft);
  if (!target || marmot_target_get_profile (target) == MARMOT_TARGET_PROFILE_PERIOD)
    find_part (known, &draft, &part_period, &part_value);

  if (draft.has_to_date)
    to_date = marmot_value_computed (known->indicator, draft.to_date, draft.decimals);
  if (draft.has_expected)
    expected = marmot_value_computed (known->indicator, draft.expected, decimals_for (&draft, draft.expected));
  if (draft.additive && draft.has_target && draft.has_to_date
      && draft.target_number > 0)
    {
      double percent = 100 * draft.to_date / draft.target_number;

      progress = marmot_value_new (percent, 1);
      if (percent > known->review_above && draft.polarity != MARMOT_POLARITY_LOW_IS_GOOD)
        {
          g_autofree char *printed = marmot_value_to_string_thousands (progress);

          review_reason = g_strdup_printf ("%s%% of it has been reached%s: it tells nothing any more.", printed,
                                           draft.complete ? "" : " before its period is over");
        }
    }
  else
    {
      progress = marmot_value_new_state (MARMOT_VALUE_NOT_APPLICABLE, NULL);
    }

  row = g_object_new (MARMOT_TYPE_SCORECARD_ROW,
                      "indicator", known->indicator,
                      "target", target,
                      "observation", draft.observation,
                      "rolling-average", find_rolling_average (known),
                      "to-date", to_date,
                      "progress", progress,
                      "expected", expected,
                      "part-period", part_period,
                      "part-value", part_value,
                      "current", draft.current,
                      "current-reason", draft.current_reason,
                      "forecast", draft.forecast,
                      "forecast-rule", draft.forecast_rule,
                      "forecast-value", draft.forecast_value,
                      "forecast-reason", draft.forecast_reason,
                      "review-target", review_reason != NULL,
                      "review-reason", review_reason,
                      NULL);

  g_free (draft.current_reason);
  g_free (draft.forecast_reason);
  g_clear_pointer (&draft.forecast_value, marmot_value_unref);
  return row;
}

static gboolean
is_watched (const Known *known)
{
  for (guint i = 0; i < count_of (known->observations); i++)
    if (marmot_observation_get_role (known->observations->pdata[i]) == MARMOT_OBSERVATION_ROLE_YEAR_TO_DATE)
      return TRUE;
  return count_of (known->targets) > 0;
}

static void
add_rows (MarmotScorecard *self,
          const Known *known)
{
  MarmotObservation *latest = find_latest (known);
  gboolean only_programme = count_of (known->targets) > 0;

  if (!is_watched (known))
    return;

  for (guint i = 0; i < count_of (known->targets); i++)
    if (marmot_target_get_profile (known->targets->pdata[i]) == MARMOT_TARGET_PROFILE_PERIOD)
      only_programme = FALSE;

  if (!only_programme)
    g_ptr_array_add (self->rows, make_row (known, find_target (known, latest), latest));

  for (guint i = 0; i < count_of (known->targets); i++)
    {
      MarmotTarget *t = known->targets->pdata[i];

      if (marmot_target_get_profile (t) == MARMOT_TARGET_PROFILE_PROGRAMME && marmot_target_get_period (t))
        g_ptr_array_add (self->rows, make_row (known, t, latest));
    }
}

static void
collect (GHashTable *by_indicator,
         MarmotIndicator *indicator,
         gpointer item)
{
  GPtrArray *items = g_hash_table_lookup (by_indicator, indicator);

  if (!items)
    {
      items = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (by_indicator, indicator, items);
    }
  g_ptr_array_add (items, item);
}

MarmotScorecard *
marmot_scorecard_new (GListModel *indicators,
                      GListModel *observations,
                      GListModel *targets,
                      MarmotArea *area,
                      double review_above)
{
  g_autoptr (GHashTable) observed = NULL;
  g_autoptr (GHashTable) aimed = NULL;
  MarmotScorecard *self;
  guint n;

  g_return_val_if_fail (G_IS_LIST_MODEL (indicators), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (observations), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (targets), NULL);
  g_return_val_if_fail (MARMOT_IS_AREA (area), NULL);

  self = g_object_new (MARMOT_TYPE_SCORECARD, NULL);

  observed = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  n = g_list_model_get_n_items (observations);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotObservation) o = g_list_model_get_item (observations, i);

      if (marmot_observation_get_area (o) == area)
        collect (observed, marmot_observation_get_indicator (o), g_object_ref (o));
    }

  aimed = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  n = g_list_model_get_n_items (targets);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotTarget) t = g_list_model_get_item (targets, i);

      collect (aimed, marmot_target_get_indicator (t), g_object_ref (t));
    }

  n = g_list_model_get_n_items (indicators);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MarmotIndicator) indicator = g_list_model_get_item (indicators, i);
      Known known = {
        .indicator = indicator,
        .observations = g_hash_table_lookup (observed, indicator),
        .targets = g_hash_table_lookup (aimed, indicator),
        .review_above = review_above > 0 ? review_above : MARMOT_SCORECARD_REVIEW_ABOVE,
      };

      add_rows (self, &known);
    }

  return self;
}

MarmotScorecardRow *
marmot_scorecard_get_row (MarmotScorecard *self,
                          guint position)
{
  g_return_val_if_fail (MARMOT_IS_SCORECARD (self), NULL);

  return position < self->rows->len ? self->rows->pdata[position] : NULL;
}

guint
marmot_scorecard_count (MarmotScorecard *self,
                        MarmotProgressStatus current)
{
  guint n = 0;

  g_return_val_if_fail (MARMOT_IS_SCORECARD (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    n += marmot_scorecard_row_get_current (self->rows->pdata[i]) == current;
  return n;
}
