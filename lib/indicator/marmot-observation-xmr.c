/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The XmR charts of a whole set: its columns under the names that charts know, with what
 * indicators and targets say of their figures.
 */
#include <marmot/marmot.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"
#include "core/marmot-group-rows-private.h"
#include "observation-specs-private.h"

/* --- periods ---------------------------------------------------------------------- */

/* The periods that there are, each once. */
typedef struct
{
  MarmotGroups *groups;
  GPtrArray *periods; /* of the groups; NULL where the text is no period */
  gboolean are_known; /* all of them */
} Periods;

static void
free_period (gpointer period)
{
  if (period)
    marmot_period_unref (period);
}

static void
periods_clear (Periods *self)
{
  g_clear_pointer (&self->groups, marmot_groups_unref);
  g_clear_pointer (&self->periods, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Periods, periods_clear)

static gboolean
periods_init (Periods *self,
              MarmotObservationSet *set,
              GError **error)
{
  gsize n_rows = marmot_observation_set_get_n_rows (set), n_groups;
  g_autofree gboolean *seen = NULL;
  const gint32 *codes;

  if (!obs_peek (set, OBS_TIME_PERIOD) && !obs_need (set, OBS_SORTABLE, error))
    return FALSE;
  self->groups = obs_group (set, OBS_KEY_PERIOD | OBS_KEY_TIME_KIND, error);
  if (!self->groups)
    return FALSE;

  codes = marmot_groups_peek_codes (self->groups);
  n_groups = marmot_groups_get_n_groups (self->groups);
  self->periods = g_ptr_array_new_with_free_func (free_period);
  g_ptr_array_set_size (self->periods, (int) n_groups);
  seen = g_new0 (gboolean, n_groups + 1);
  self->are_known = TRUE;
  for (gsize row = 0; row < n_rows; row++)
    if (!seen[codes[row]])
      {
        MarmotPeriod *period = marmot_observation_set_get_period (set, (guint) row);

        seen[codes[row]] = TRUE;
        self->periods->pdata[codes[row]] = period;
        self->are_known = self->are_known && period != NULL;
      }
  if (!self->are_known && !obs_need (set, OBS_SORTABLE, error))
    return FALSE;
  return TRUE;
}

static const MarmotPeriod *
get_period (const Periods *self,
            gsize row)
{
  return self->periods->pdata[marmot_groups_peek_codes (self->groups)[row]];
}

/* The last days of the periods, or what orders the rows. */
static MarmotColumn *
make_dates (const Periods *self,
            MarmotObservationSet *set)
{
  gsize n_rows = marmot_observation_set_get_n_rows (set);
  g_autofree gint32 *days = NULL;

  if (!self->are_known)
    return marmot_column_ref (obs_peek (set, OBS_SORTABLE));
  days = g_new (gint32, n_rows + 1);
  for (gsize row = 0; row < n_rows; row++)
    days[row] = marmot_period_get_end_days (get_period (self, row)) - 1;
  return marmot_column_new_date (days, n_rows);
}

/* --- rolling ------------------------------------------------------------------------ */

typedef struct
{
  gint32 start;
  gint32 end;
} Stretch;

static int
compare_stretches (const void *a,
                   const void *b)
{
  const Stretch *x = a, *y = b;

  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;
  return (x->start > y->start) - (x->start < y->start);
}

/* How many years a row says that it is of, as in "3y". */
static int
read_years (const MarmotColumn *ranges,
            gsize row)
{
  g_autofree char *text = ranges ? marmot_column_get_text (ranges, row) : NULL;
  char *end = NULL;
  guint64 years = text ? g_ascii_strtoull (text, &end, 10) : 0;

  return years > 0 && years <= 100 && strcmp (end, "y") == 0 ? (int) years : 1;
}

/* Whether periods of a series overlap. What a text of one year with a range of three
 * means is that year and the two after it. */
static gboolean
overlap (const Periods *periods,
         const MarmotColumn *ranges,
         const gsize *rows,
         gsize n,
         Stretch *stretches)
{
  int years = n > 0 ? read_years (ranges, rows[0]) : 1;

  for (gsize i = 0; i < n; i++)
    {
      const MarmotPeriod *period = get_period (periods, rows[i]);

      stretches[i].start = marmot_period_get_start_days (period);
      stretches[i].end = marmot_period_get_end_days (period);
      if (years > 1 && marmot_period_get_n_years (period) <= 1)
        stretches[i].end = stretches[i].start + 365 * years;
    }
  qsort (stretches, n, sizeof *stretches, compare_stretches);
  for (gsize i = 1; i < n; i++)
    /* The same period twice is another fault, which the charts find. */
    if (stretches[i].start < stretches[i - 1].end && compare_stretches (&stretches[i], &stretches[i - 1]) != 0)
      return TRUE;
  return FALSE;
}

static MarmotColumn *
make_rolling (const Periods *periods,
              MarmotObservationSet *set,
              MarmotGroups *series)
{
  gsize n_rows = marmot_observation_set_get_n_rows (set), n_series = marmot_groups_get_n_groups (series);
  const MarmotColumn *ranges = obs_peek (set, OBS_PERIOD_RANGE);
  g_autofree gboolean *rolling = g_new0 (gboolean, n_rows + 1);
  g_autofree Stretch *stretches = g_new (Stretch, n_rows + 1);
  g_autofree gsize *starts = NULL;
  g_autofree gsize *rows = NULL;

  marmot_group_rows (marmot_groups_peek_codes (series), n_rows, n_series, &starts, &rows);
  for (gsize s = 0; s < n_series && periods->are_known; s++)
    if (overlap (periods, ranges, rows + starts[s], starts[s + 1] - starts[s], stretches))
      rolling[rows[starts[s]]] = TRUE;
  return marmot_column_new_boolean (rolling, n_rows);
}

/* --- polarity and targets ------------------------------------------------------------- */

static MarmotColumn *
make_polarities (const ObsSpecs *specs,
                 gsize n_rows)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);
  g_autoptr (GEnumClass) known = g_type_class_ref (MARMOT_TYPE_POLARITY);

  for (gsize row = 0; row < n_rows; row++)
    {
      MarmotComparisonSpec *spec = obs_specs_get (specs, row);
      MarmotPolarity polarity = spec ? marmot_comparison_spec_get_polarity (spec) : MARMOT_POLARITY_UNSTATED;
      const char *nick = g_enum_get_value (known, (int) polarity)->value_nick;

      if (polarity == MARMOT_POLARITY_UNSTATED)
        marmot_column_builder_append_null (builder);
      else
        marmot_column_builder_append_text (builder, nick, strlen (nick));
    }
  return marmot_column_builder_finish (builder);
}

/* The indicators of targets as a list in which rows can be looked up, and the targets of
 * each of them. */
static GListStore *
list_indicators (GListModel *targets,
                 GPtrArray *of_indicator,
                 GError **error)
{
  g_autoptr (GListStore) indicators = g_list_store_new (MARMOT_TYPE_INDICATOR);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; targets && i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (targets, i);
      MarmotIndicator *indicator = MARMOT_IS_TARGET (item) ? marmot_target_get_indicator (MARMOT_TARGET (item)) : NULL;
      const char *id = indicator ? marmot_indicator_get_id (indicator) : NULL;
      gpointer place;

      if (!id)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Item %u of the targets is no target of an indicator with an id: list those", i + 1);
          return NULL;
        }
      if (!g_hash_table_lookup_extended (places, id, NULL, &place))
        {
          place = GUINT_TO_POINTER (of_indicator->len);
          g_hash_table_insert (places, (gpointer) id, place);
          g_list_store_append (indicators, indicator);
          g_ptr_array_add (of_indicator, g_ptr_array_new_with_free_func (g_object_unref));
        }
      g_ptr_array_add (g_ptr_array_index (of_indicator, GPOINTER_TO_UINT (place)), g_object_ref (item));
    }
  return g_steal_pointer (&indicators);
}

static gint32
get_length (const MarmotPeriod *period)
{
  return marmot_period_get_end_days (period) - marmot_period_get_start_days (period);
}

/* The target of a figure of that period; NaN for none. */
static double
find_target (const GPtrArray *targets,
             const MarmotPeriod *period)
{
  double found = (double) NAN;
  gint32 shortest = G_MAXINT32;

  for (guint i = 0; period && i < targets->len; i++)
    {
      MarmotTarget *target = g_ptr_array_index (targets, i);
      const MarmotPeriod *of = marmot_target_get_period (target);
      MarmotValue *value = marmot_target_get_value (target);
      MarmotIndicator *indicator = marmot_target_get_indicator (target);
      gboolean is_whole_only = marmot_target_get_profile (target) == MARMOT_TARGET_PROFILE_TO_DATE
                               || marmot_indicator_get_value_type (indicator) == MARMOT_VALUE_TYPE_COUNT;

      if (!of || !value || !marmot_value_is_present (value) || get_length (of) >= shortest
          || !marmot_period_contains (of, period) || (is_whole_only && get_length (of) != get_length (period)))
        continue;
      found = marmot_value_get_number (value);
      shortest = get_length (of);
    }
  return found;
}

/* NULL with an error, or without one where there are no targets. */
static MarmotColumn *
make_targets (const Periods *periods,
              MarmotObservationSet *set,
              GListModel *targets,
              GError **error)
{
  gsize n_rows = marmot_observation_set_get_n_rows (set);
  g_autoptr (GPtrArray) of_indicator = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GListStore) indicators = list_indicators (targets, of_indicator, error);
  MarmotColumnBuilder *builder;
  ObsSpecs found;

  if (!indicators || of_indicator->len == 0 || !obs_specs_init (&found, set, NULL, G_LIST_MODEL (indicators), error))
    return NULL;
  builder = marmot_column_builder_new (MARMOT_COLUMN_DOUBLE);
  for (gsize row = 0; row < n_rows; row++)
    {
      double target = found.of_row[row] == OBS_NO_SPEC
                        ? (double) NAN
                        : find_target (g_ptr_array_index (of_indicator, (guint) found.of_row[row]),
                                       get_period (periods, row));

      if (isnan (target))
        marmot_column_builder_append_null (builder);
      else
        marmot_column_builder_append_double (builder, target);
    }
  obs_specs_clear (&found);
  return marmot_column_builder_finish (builder);
}

/* --- tables --------------------------------------------------------------------------- */

/* A table while it is put together. */
typedef struct
{
  GPtrArray *names;
  GPtrArray *columns;
} Parts;

static void
parts_init (Parts *self)
{
  self->names = g_ptr_array_new ();
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
}

static void
parts_clear (Parts *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

/* Takes the column, where there is one. */
static void
parts_add (Parts *self,
           const char *name,
           MarmotColumn *column)
{
  if (!column)
    return;
  g_ptr_array_add (self->names, (gpointer) name);
  g_ptr_array_add (self->columns, column);
}

static MarmotTable *
parts_end (Parts *self,
           GError **error)
{
  gsize n = self->columns->len;

  g_ptr_array_add (self->names, NULL);
  return marmot_table_new ((const char *const *) self->names->pdata, (MarmotColumn **) self->columns->pdata, n, error);
}

static MarmotTable *
make_figures (MarmotObservationSet *set,
              MarmotGroups *series,
              GListModel *specs,
              GListModel *targets,
              GError **error)
{
  g_auto (Periods) periods = { 0 };
  g_auto (Parts) parts = { NULL, NULL };
  g_autoptr (GError) wrong = NULL;
  MarmotColumn *of_targets, *denominators = obs_peek (set, OBS_DENOMINATOR);
  ObsSpecs found;

  if (!periods_init (&periods, set, error))
    return NULL;
  of_targets = make_targets (&periods, set, targets, &wrong);
  if (wrong)
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return NULL;
    }

  parts_init (&parts);
  parts_add (&parts, "target", of_targets);
  if (!obs_specs_init (&found, set, NULL, specs, error))
    return NULL;
  parts_add (&parts, "polarity", make_polarities (&found, marmot_observation_set_get_n_rows (set)));
  obs_specs_clear (&found);
  parts_add (&parts, "date", make_dates (&periods, set));
  parts_add (&parts, "value", marmot_column_ref (obs_peek (set, OBS_VALUE)));
  parts_add (&parts, "denominator", denominators ? marmot_column_ref (denominators) : NULL);
  parts_add (&parts, "rolling", make_rolling (&periods, set, series));
  return parts_end (&parts, error);
}

/* What is said of the first row of each series. */
static MarmotColumn *
take_first (MarmotColumn *column,
            MarmotGroups *series)
{
  gsize n_series = marmot_groups_get_n_groups (series), n_rows = marmot_groups_get_n_rows (series);
  const gint32 *codes = marmot_groups_peek_codes (series);
  g_autofree gsize *first = g_new (gsize, n_series + 1);

  if (!column || n_rows == 0)
    return NULL;
  for (gsize row = n_rows; row-- > 0;)
    first[codes[row]] = row;
  return marmot_column_take_known (column, first, n_series);
}

/* The keys, the names of what they stand for, and the charts. */
static MarmotTable *
put_beside (MarmotObservationSet *set,
            MarmotGroups *series,
            const MarmotTable *charts,
            GError **error)
{
  static const ObsColumn of_keys[] = { OBS_INDICATOR_NAME, OBS_AREA_NAME };
  g_autoptr (MarmotTable) keys = marmot_groups_get_keys (series);
  g_auto (Parts) parts = { NULL, NULL };

  parts_init (&parts);
  for (gsize i = 0; keys && i < marmot_table_get_n_columns (keys); i++)
    parts_add (&parts, marmot_table_get_column_name (keys, i), marmot_table_get_column (keys, i));
  for (guint i = 0; i < G_N_ELEMENTS (of_keys); i++)
    if (!keys || !marmot_table_has_column (keys, obs_column_name (of_keys[i])))
      parts_add (&parts, obs_column_name (of_keys[i]), take_first (obs_peek (set, of_keys[i]), series));
  for (gsize i = 0; i < marmot_table_get_n_columns (charts); i++)
    parts_add (&parts, marmot_table_get_column_name (charts, i), marmot_table_get_column (charts, i));
  return parts_end (&parts, error);
}

MarmotTable *
marmot_observation_set_xmr (MarmotObservationSet *self,
                            MarmotXmrOptions *options,
                            GListModel *specs,
                            GListModel *targets,
                            GError **error)
{
  const ObsKeys keys = OBS_KEY_INDICATOR | OBS_KEY_PEOPLE | OBS_KEY_CATEGORY | OBS_KEY_TIME_KIND | OBS_KEY_AREA
                       | OBS_KEY_AREA_TYPE;
  g_autoptr (MarmotGroups) series = NULL;
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotTable) charts = NULL;
  g_autoptr (MarmotTable) whole = NULL;

  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (self), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_XMR_OPTIONS (options), NULL);
  g_return_val_if_fail (specs == NULL || G_IS_LIST_MODEL (specs), NULL);
  g_return_val_if_fail (targets == NULL || G_IS_LIST_MODEL (targets), NULL);

  if (!obs_need (self, OBS_VALUE, error))
    return NULL;
  series = obs_group (self, keys, error);
  if (!series)
    return NULL;
  figures = make_figures (self, series, specs, targets, error);
  charts = figures ? marmot_xmr_series (figures, series, options, error) : NULL;
  whole = charts ? put_beside (self, series, charts, error) : NULL;
  return whole ? marmot_xmr_exceptions (whole, error) : NULL;
}
