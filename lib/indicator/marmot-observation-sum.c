/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

/* Puts figures of one indicator and area side by side, in the order of time. */
static int
compare_series (gconstpointer a,
                gconstpointer b)
{
  MarmotObservation *x = *(MarmotObservation * const *) a;
  MarmotObservation *y = *(MarmotObservation * const *) b;
  MarmotPeriod *p, *q;
  const void *x_keys[] = { marmot_observation_get_indicator (x), marmot_observation_get_area (x) };
  const void *y_keys[] = { marmot_observation_get_indicator (y), marmot_observation_get_area (y) };

  for (gsize i = 0; i < G_N_ELEMENTS (x_keys); i++)
    if (x_keys[i] != y_keys[i])
      return (gsize) x_keys[i] < (gsize) y_keys[i] ? -1 : 1;

  p = marmot_observation_get_period (x);
  q = marmot_observation_get_period (y);
  if (!p || !q)
    return (p != NULL) - (q != NULL);
  return marmot_period_compare (p, q);
}

static gboolean
is_same_series (MarmotObservation *a,
                MarmotObservation *b)
{
  return marmot_observation_get_indicator (a) == marmot_observation_get_indicator (b)
         && marmot_observation_get_area (a) == marmot_observation_get_area (b);
}

static const char *
get_id (MarmotObservation *o)
{
  const char *id = marmot_indicator_get_id (marmot_observation_get_indicator (o));

  return id ? id : "an indicator without a short name";
}

static gboolean
check_alone (MarmotObservation *o,
             GError **error)
{
  MarmotIndicator *indicator = marmot_observation_get_indicator (o);
  MarmotValue *value = marmot_observation_get_value (o);

  if (!indicator || !marmot_indicator_get_additive (indicator))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_ADDITIVE,
                   "The figures of %s do not add up: add numerators and denominators instead",
                   indicator ? get_id (o) : "no indicator");
      return FALSE;
    }
  if (!value || !marmot_value_is_present (value))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                   "A figure of %s is missing or suppressed: a sum without it would be another figure", get_id (o));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_together (MarmotObservation *first,
                MarmotObservation *o,
                GError **error)
{
  MarmotIndicator *a = marmot_observation_get_indicator (first);
  MarmotIndicator *b = marmot_observation_get_indicator (o);

  if (a == b
      || (marmot_indicator_get_counts (a) == marmot_indicator_get_counts (b)
          && marmot_indicator_get_counts (a) != MARMOT_COUNTED_UNIT_UNSTATED))
    return TRUE;

  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_ADDITIVE,
               "%s and %s do not count the same thing, or do not say what they count", get_id (first), get_id (o));
  return FALSE;
}

MarmotValue *
marmot_sum_observations (GListModel *observations,
                         GError **error)
{
  g_autoptr (GPtrArray) sorted = NULL;
  double sum = 0;
  int decimals = 0;
  guint n;

  g_return_val_if_fail (G_IS_LIST_MODEL (observations), NULL);

  n = g_list_model_get_n_items (observations);
  sorted = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      MarmotObservation *o = g_list_model_get_item (observations, i);
      MarmotValue *value;

      g_ptr_array_add (sorted, o);
      if (!check_alone (o, error) || !check_together (sorted->pdata[0], o, error))
        return NULL;
      /* Additive figures are counts, and sums of whole numbers are exact. */
      value = marmot_observation_get_value (o);
      sum += marmot_value_get_number (value);
      decimals = MAX (decimals, marmot_value_get_decimals (value));
    }

  g_ptr_array_sort (sorted, compare_series);
  for (guint i = 1; i < n; i++)
    {
      MarmotObservation *before = sorted->pdata[i - 1];
      MarmotObservation *o = sorted->pdata[i];
      MarmotPeriod *p = marmot_observation_get_period (before);
      MarmotPeriod *q = marmot_observation_get_period (o);

      if (is_same_series (before, o) && (!p || !q || marmot_period_overlaps (p, q)))
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                       "Two figures of %s in one area are of periods that overlap, or are not known: something would "
                       "be counted twice", get_id (o));
          return NULL;
        }
    }

  return marmot_value_new (sum, decimals);
}
