/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <math.h>
#include <string.h>

#include "episode-totals-private.h"
#include "number-columns-private.h"

#include "core/marmot-column-private.h"
#include "core/marmot-estimate-private.h"
#include "core/marmot-serialize-private.h"
#include "core/marmot-table-private.h"

#define NAME "MarmotEpisodeTotals"
/* The measure, the conventions, their numbers (see EpisodeTerms), the names of the keys, the
 * reasons, the totals, and the times if there are any. */
#define BODY_TYPE G_VARIANT_TYPE ("(usadasasayay)")

/* Steps and keys may be told apart by this in one text; it is in no cell that is read. */
#define SEPARATOR "\x1f"

G_DEFINE_FINAL_TYPE (MarmotEpisodeTotals, marmot_episode_totals, G_TYPE_OBJECT)

static void
marmot_episode_totals_finalize (GObject *object)
{
  MarmotEpisodeTotals *self = MARMOT_EPISODE_TOTALS (object);

  g_free (self->conventions);
  g_strfreev (self->keys);
  g_strfreev (self->reasons);
  g_clear_object (&self->totals);
  g_clear_pointer (&self->table, marmot_table_unref);
  g_free (self->excluded);
  g_clear_object (&self->times);
  g_clear_object (&self->curves);
  g_clear_pointer (&self->curve_of, g_hash_table_unref);
  g_clear_pointer (&self->rows, marmot_column_unref);
  g_free (self->row_starts);

  G_OBJECT_CLASS (marmot_episode_totals_parent_class)->finalize (object);
}

static void
marmot_episode_totals_class_init (MarmotEpisodeTotalsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_episode_totals_finalize;
}

static void
marmot_episode_totals_init (MarmotEpisodeTotals *self)
{
}

static const EpisodeMeasureInfo *
get_info (MarmotEpisodeTotals *self)
{
  return episode_measure_get_info (self->measure);
}

char *
episode_sum_name (gsize sum)
{
  static const char *const names[] = { "numerator", "denominator", "unknown", "beyond" };

  return sum < EPISODE_N_SUMS ? g_strdup (names[sum])
                              : g_strdup_printf ("excluded_%" G_GSIZE_FORMAT, sum - EPISODE_N_SUMS);
}

char *
episode_totals_label (MarmotEpisodeTotals *self,
                      gsize group)
{
  GString *label = g_string_new (NULL);

  for (char **key = self->keys; *key; key++)
    {
      g_autofree char *text = marmot_column_get_text (marmot_table_peek_column (self->table, *key), group);

      g_string_append_printf (label, "%s" SEPARATOR, text ? text : SEPARATOR);
    }
  return g_string_free (label, FALSE);
}

static MarmotIntervalOptions *
make_interval (MarmotEpisodeTotals *self)
{
  MarmotIntervalOptions *options = marmot_interval_options_new ();

  marmot_interval_options_set_confidence (options, self->terms.confidence);
  return options;
}

static gboolean
make_curves (MarmotEpisodeTotals *self,
             GError **error)
{
  g_autoptr (MarmotIntervalOptions) interval = make_interval (self);
  g_autoptr (MarmotSurvivalOptions) options = g_object_new (MARMOT_TYPE_SURVIVAL_OPTIONS, "interval", interval, NULL);
  g_autoptr (MarmotTable) keys = NULL;
  MarmotColumn *labels;

  self->curves = marmot_survival_new_from_counts (self->times, options, error);
  if (!self->curves)
    return FALSE;

  keys = marmot_event_counts_get_keys (self->times);
  labels = keys ? marmot_table_peek_column (keys, "key") : NULL;
  self->curve_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize group = 0; labels && group < labels->length; group++)
    {
      char *label = marmot_column_get_text (labels, group);

      if (label)
        g_hash_table_insert (self->curve_of, label, GSIZE_TO_POINTER (group + 1));
    }
  return TRUE;
}

gboolean
episode_totals_set_times (MarmotEpisodeTotals *self,
                          MarmotEventCounts *times,
                          GError **error)
{
  self->times = times;
  return make_curves (self, error);
}

MarmotEpisodeTotals *
episode_totals_new_take (MarmotEpisodeMeasure measure,
                         const char *conventions,
                         const EpisodeTerms *terms,
                         const char *const *keys,
                         const char *const *reasons,
                         MarmotTotals *totals,
                         MarmotEventCounts *times,
                         GError **error)
{
  g_autoptr (MarmotEpisodeTotals) self = g_object_new (MARMOT_TYPE_EPISODE_TOTALS, NULL);
  gsize n_reasons = g_strv_length ((char **) reasons);

  self->measure = measure;
  self->conventions = g_strdup (conventions);
  self->terms = *terms;
  self->keys = g_strdupv ((char **) keys);
  self->reasons = g_strdupv ((char **) reasons);
  self->totals = totals;
  self->times = times;
  self->table = marmot_totals_to_table (totals, error);
  if (!self->table || (times && !make_curves (self, error)))
    return NULL;

  self->n_groups = marmot_table_get_n_rows (self->table);
  self->excluded = g_new0 (const double *, n_reasons + 1);
  for (gsize i = 0; i < EPISODE_N_SUMS + n_reasons; i++)
    {
      g_autofree char *name = episode_sum_name (i);
      MarmotColumn *column = marmot_table_peek_column (self->table, name);

      if (!column || column->type != MARMOT_COLUMN_DOUBLE || column->n_nulls > 0)
        {
          g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "The totals of a measure lack a sum");
          return NULL;
        }
      if (i < EPISODE_N_SUMS)
        self->sums[i] = marmot_column_peek_doubles (column);
      else
        self->excluded[i - EPISODE_N_SUMS] = marmot_column_peek_doubles (column);
    }
  for (char **key = self->keys; *key; key++)
    {
      MarmotColumn *column = marmot_table_peek_column (self->table, *key);

      if (!column || (column->type != MARMOT_COLUMN_TEXT && column->type != MARMOT_COLUMN_DICTIONARY))
        {
          g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "The totals of a measure lack a key");
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}

/* --- statistics ---------------------------------------------------------------------- */

static MarmotEstimate *
make_empty (MarmotEpisodeTotals *self,
            MarmotStatus status)
{
  MarmotLimits limits = { self->terms.confidence, NAN, NAN };

  return marmot_estimate_new_full (NAN, MARMOT_METHOD_DEFAULT, status, &limits, 1);
}

/* Of a group, or of all together where curve is a group among the times, plus 1. */
static MarmotEstimate *
make_estimate (MarmotEpisodeTotals *self,
               const double *sums,
               MarmotSurvival *curves,
               gsize curve)
{
  const EpisodeMeasureInfo *info = get_info (self);
  g_autoptr (MarmotIntervalOptions) options = make_interval (self);

  if (sums[EPISODE_SUM_BEYOND] > 0)
    return make_empty (self, MARMOT_STATUS_NOT_COVERED);

  switch (info->statistic)
    {
    case EPISODE_STATISTIC_SHARE:
      return marmot_proportion (sums[EPISODE_SUM_NUMERATOR], sums[EPISODE_SUM_DENOMINATOR], options, NULL);
    case EPISODE_STATISTIC_COUNT:
    case EPISODE_STATISTIC_NUMBER:
      if (self->terms.population > 0)
        {
          marmot_interval_options_set_multiplier (options, self->terms.per);
          return marmot_rate (sums[EPISODE_SUM_NUMERATOR], self->terms.population, options, NULL);
        }
      marmot_interval_options_set_multiplier (options, 1);
      return marmot_rate (sums[EPISODE_SUM_NUMERATOR], info->statistic == EPISODE_STATISTIC_COUNT ? self->terms.months : 1,
                          options, NULL);
    case EPISODE_STATISTIC_DONE_BY:
      return curve > 0 ? marmot_survival_get_value (curves, curve - 1, MARMOT_TIME_CURVE_ENDED, 0, self->terms.limit)
                       : make_empty (self, MARMOT_STATUS_EMPTY_GROUP);
    case EPISODE_STATISTIC_MEDIAN:
      return curve > 0 ? marmot_survival_get_median (curves, curve - 1) : make_empty (self, MARMOT_STATUS_EMPTY_GROUP);
    default:
      g_assert_not_reached ();
    }
}

/* What a count is out of: months, or the population. */
static double
get_denominator (MarmotEpisodeTotals *self,
                 const double *sums)
{
  switch (get_info (self)->statistic)
    {
    case EPISODE_STATISTIC_COUNT:
    case EPISODE_STATISTIC_NUMBER:
      if (self->terms.population > 0)
        return self->terms.population;
      return get_info (self)->statistic == EPISODE_STATISTIC_COUNT ? self->terms.months : 1;
    case EPISODE_STATISTIC_SHARE:
    case EPISODE_STATISTIC_DONE_BY:
    case EPISODE_STATISTIC_MEDIAN:
    default:
      return sums[EPISODE_SUM_DENOMINATOR];
    }
}

static gsize
find_curve (MarmotEpisodeTotals *self,
            gsize group)
{
  g_autofree char *label = NULL;

  if (!self->curve_of)
    return 0;
  label = episode_totals_label (self, group);
  return GPOINTER_TO_SIZE (g_hash_table_lookup (self->curve_of, label));
}

static void
get_sums (MarmotEpisodeTotals *self,
          gsize group,
          double sums[EPISODE_N_SUMS])
{
  for (guint i = 0; i < EPISODE_N_SUMS; i++)
    sums[i] = self->sums[i][group];
}

static MarmotMeasure *
make_measure (MarmotEpisodeTotals *self,
              const double *sums,
              const gint64 *excluded,
              MarmotSurvival *curves,
              gsize curve,
              MarmotColumn *rows)
{
  g_autoptr (MarmotEstimate) estimate = make_estimate (self, sums, curves, curve);

  return marmot_measure_new (sums[EPISODE_SUM_NUMERATOR], get_denominator (self, sums), (gint64) sums[EPISODE_SUM_UNKNOWN],
                             (const char *const *) self->reasons, excluded, g_strv_length (self->reasons), estimate,
                             rows, NULL);
}

MarmotMeasure *
marmot_episode_totals_get_measure (MarmotEpisodeTotals *self,
                                   gsize group)
{
  g_autofree gint64 *excluded = NULL;
  g_autoptr (MarmotColumn) rows = NULL;
  double sums[EPISODE_N_SUMS];

  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);
  g_return_val_if_fail (self->totals != NULL, NULL);
  g_return_val_if_fail (group < self->n_groups, NULL);

  get_sums (self, group, sums);
  excluded = g_new0 (gint64, g_strv_length (self->reasons) + 1);
  for (guint i = 0; self->reasons[i]; i++)
    excluded[i] = (gint64) self->excluded[i][group];
  if (self->rows)
    rows = marmot_column_slice (self->rows, self->row_starts[group], self->row_starts[group + 1] - self->row_starts[group]);
  return make_measure (self, sums, excluded, self->curves, find_curve (self, group), rows);
}

/* The curves of all groups together: every time as often as the groups have it. */
static MarmotSurvival *
join_curves (MarmotEpisodeTotals *self)
{
  static const char *const names[] = { "stop", "status", "weight", NULL };
  g_autoptr (MarmotTable) table = marmot_survival_to_table (self->curves, MARMOT_TIME_CURVE_EVENT_FREE);
  g_autoptr (MarmotIntervalOptions) interval = make_interval (self);
  g_autoptr (MarmotSurvivalOptions) options = g_object_new (MARMOT_TYPE_SURVIVAL_OPTIONS, "interval", interval, NULL);
  g_autoptr (MarmotTable) rows = NULL;
  g_autoptr (MarmotColumn) stop = NULL, status = NULL, weight = NULL;
  MarmotColumn *times = marmot_table_peek_column (table, "time");
  MarmotColumn *columns[3];
  gsize n_rows = marmot_table_get_n_rows (table);
  double *stops = g_new (double, 2 * n_rows + 1);
  double *statuses = g_new (double, 2 * n_rows + 1);
  double *weights = g_new (double, 2 * n_rows + 1);

  for (gsize row = 0; row < n_rows; row++)
    for (guint event = 0; event < 2; event++)
      {
        MarmotColumn *counts = marmot_table_peek_column (table, event ? "events" : "censored");

        stops[2 * row + event] = marmot_column_get_double (times, row);
        statuses[2 * row + event] = event;
        weights[2 * row + event] = marmot_column_get_double (counts, row);
      }
  columns[0] = stop = number_column_doubles (stops, 2 * n_rows);
  columns[1] = status = number_column_doubles (statuses, 2 * n_rows);
  columns[2] = weight = number_column_doubles (weights, 2 * n_rows);
  rows = marmot_table_new (names, columns, 3, NULL);
  return marmot_survival_new (rows, NULL, options, NULL);
}

MarmotMeasure *
marmot_episode_totals_get_sum (MarmotEpisodeTotals *self)
{
  g_autofree gint64 *excluded = NULL;
  g_autoptr (MarmotSurvival) curves = NULL;
  double sums[EPISODE_N_SUMS] = { 0 };

  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);
  g_return_val_if_fail (self->totals != NULL, NULL);

  excluded = g_new0 (gint64, g_strv_length (self->reasons) + 1);
  for (gsize group = 0; group < self->n_groups; group++)
    {
      for (guint i = 0; i < EPISODE_N_SUMS; i++)
        sums[i] += self->sums[i][group];
      for (guint i = 0; self->reasons[i]; i++)
        excluded[i] += (gint64) self->excluded[i][group];
    }
  if (self->curves)
    curves = marmot_survival_get_n_groups (self->curves) == 1 ? g_object_ref (self->curves) : join_curves (self);
  return make_measure (self, sums, excluded, curves, curves != NULL, NULL);
}

/* --- what is there ------------------------------------------------------------------- */

MarmotEpisodeMeasure
marmot_episode_totals_get_measure_id (MarmotEpisodeTotals *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), MARMOT_EPISODE_MEASURE_REQUESTS);

  return self->measure;
}

gsize
marmot_episode_totals_get_n_groups (MarmotEpisodeTotals *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), 0);

  return self->n_groups;
}

MarmotTable *
marmot_episode_totals_get_keys (MarmotEpisodeTotals *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);
  g_return_val_if_fail (self->totals != NULL, NULL);

  return self->keys[0] ? marmot_table_select (self->table, (const char *const *) self->keys, NULL) : NULL;
}

GPtrArray *
marmot_episode_totals_get_findings (MarmotEpisodeTotals *self)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  double n_beyond = 0;
  g_autofree char *message = NULL;

  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);
  g_return_val_if_fail (self->totals != NULL, NULL);

  for (gsize group = 0; group < self->n_groups; group++)
    n_beyond += self->sums[EPISODE_SUM_BEYOND][group];
  if (n_beyond > 0)
    {
      message = g_strdup_printf ("%.0f of those whom \"%s\" asks about are unknown, since the data do not reach as far "
                                 "back or forward as it looks",
                                 n_beyond, get_info (self)->label);
      g_ptr_array_add (findings,
                       marmot_finding_new ("episode/coverage", MARMOT_SEVERITY_WARNING, NULL, 0, NULL, NULL, message,
                                           "Supply the episodes of the time before or after, say which days the data "
                                           "cover, or choose a period that is covered"));
    }
  return g_steal_pointer (&findings);
}

MarmotTable *
marmot_episode_totals_to_table (MarmotEpisodeTotals *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autofree double *values = NULL;
  g_autofree const char **methods = NULL;
  g_autofree const char **statuses = NULL;
  gsize n;

  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);
  g_return_val_if_fail (self->totals != NULL, NULL);

  n = self->n_groups;
  for (char **key = self->keys; *key; key++)
    {
      g_ptr_array_add (names, g_strdup (*key));
      g_ptr_array_add (columns, marmot_column_ref (marmot_table_peek_column (self->table, *key)));
    }

  values = g_new (double, 4 * n + 1);
  methods = g_new0 (const char *, n + 1);
  statuses = g_new0 (const char *, n + 1);
  for (gsize group = 0; group < n; group++)
    {
      g_autoptr (MarmotEstimate) estimate = NULL;
      double sums[EPISODE_N_SUMS];

      get_sums (self, group, sums);
      estimate = make_estimate (self, sums, self->curves, find_curve (self, group));
      values[group] = get_denominator (self, sums);
      values[n + group] = marmot_estimate_get_value (estimate);
      values[2 * n + group] = marmot_estimate_get_lower (estimate);
      values[3 * n + group] = marmot_estimate_get_upper (estimate);
      methods[group] = marmot_method_to_nick (marmot_estimate_get_method (estimate));
      statuses[group] = marmot_status_to_nick (marmot_estimate_get_status (estimate));
    }

  g_ptr_array_add (names, g_strdup ("numerator"));
  g_ptr_array_add (columns, marmot_table_get_column_by_name (self->table, "numerator"));
  g_ptr_array_add (names, g_strdup ("denominator"));
  g_ptr_array_add (columns, marmot_column_new_double (values, n));
  g_ptr_array_add (names, g_strdup ("unknown"));
  g_ptr_array_add (columns, marmot_table_get_column_by_name (self->table, "unknown"));
  for (guint i = 0; self->reasons[i]; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("excluded_%s", self->reasons[i]));
      g_strdelimit (names->pdata[names->len - 1], " ", '_');
      g_ptr_array_add (columns, marmot_column_new_double (self->excluded[i], n));
    }
  for (guint i = 0; i < 3; i++)
    {
      static const char *const called[] = { "value", "lower", "upper" };
      g_autofree gboolean *nulls = g_new (gboolean, n + 1);
      g_autoptr (MarmotColumn) column = marmot_column_new_double (values + (i + 1) * n, n);

      for (gsize group = 0; group < n; group++)
        nulls[group] = isnan (values[(i + 1) * n + group]);
      g_ptr_array_add (names, g_strdup (called[i]));
      g_ptr_array_add (columns, marmot_column_with_nulls (column, nulls, n, NULL));
    }
  g_ptr_array_add (names, g_strdup ("method"));
  g_ptr_array_add (columns, marmot_column_new_text (methods));
  g_ptr_array_add (names, g_strdup ("status"));
  g_ptr_array_add (columns, marmot_column_new_text (statuses));
  g_ptr_array_add (names, NULL);
  /* Keys are columns of a set, and none of those is called as one of these. */
  return marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len, NULL);
}

/* --- values that travel -------------------------------------------------------------- */

static gboolean
is_alike (MarmotEpisodeTotals *self,
          MarmotEpisodeTotals *other)
{
  return self->measure == other->measure && g_str_equal (self->conventions, other->conventions)
         && g_strv_equal ((const char *const *) self->keys, (const char *const *) other->keys)
         && g_strv_equal ((const char *const *) self->reasons, (const char *const *) other->reasons)
         && memcmp (&self->terms, &other->terms, sizeof self->terms) == 0;
}

MarmotEpisodeTotals *
marmot_episode_totals_add (MarmotEpisodeTotals *self,
                           MarmotEpisodeTotals *other,
                           GError **error)
{
  g_autoptr (MarmotEventCounts) times = NULL;
  MarmotTotals *totals;

  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);
  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (other), NULL);
  g_return_val_if_fail (self->totals != NULL && other->totals != NULL, NULL);

  if (!is_alike (self, other))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The totals are not of the same measure with the same options: make them alike");
      return NULL;
    }
  if (self->times)
    {
      times = marmot_event_counts_add (self->times, other->times, error);
      if (!times)
        return NULL;
    }
  totals = marmot_totals_add (self->totals, other->totals, error);
  return totals ? episode_totals_new_take (self->measure, self->conventions, &self->terms, (const char *const *) self->keys,
                            (const char *const *) self->reasons, totals, g_steal_pointer (&times), error)
                : NULL;
}

/* Not how many parts they were added up of. */
static gboolean
has_same_sums (MarmotEpisodeTotals *self,
               MarmotEpisodeTotals *other)
{
  g_autoptr (MarmotTable) keys = marmot_episode_totals_get_keys (self);
  g_autoptr (MarmotTable) other_keys = marmot_episode_totals_get_keys (other);
  gsize size = self->n_groups * sizeof (double);

  if (self->n_groups != other->n_groups || (keys && !marmot_table_equal (keys, other_keys)))
    return FALSE;
  for (guint i = 0; i < EPISODE_N_SUMS; i++)
    if (size > 0 && memcmp (self->sums[i], other->sums[i], size) != 0)
      return FALSE;
  for (guint i = 0; self->reasons[i]; i++)
    if (size > 0 && memcmp (self->excluded[i], other->excluded[i], size) != 0)
      return FALSE;
  return TRUE;
}

gboolean
marmot_episode_totals_equal (MarmotEpisodeTotals *self,
                             MarmotEpisodeTotals *other)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (other), FALSE);
  g_return_val_if_fail (self->totals != NULL && other->totals != NULL, FALSE);

  if (self == other)
    return TRUE;
  if (!is_alike (self, other) || !has_same_sums (self, other))
    return FALSE;
  if (!self->times || !other->times)
    return self->times == other->times;
  return marmot_event_counts_equal (self->times, other->times);
}

guint
marmot_episode_totals_hash (MarmotEpisodeTotals *self)
{
  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), 0);
  g_return_val_if_fail (self->totals != NULL, 0);

  return g_str_hash (self->conventions) * 31 + (guint) self->n_groups * 7 + (guint) self->measure;
}

char *
marmot_episode_totals_to_string (MarmotEpisodeTotals *self)
{
  g_autoptr (GEnumClass) known = g_type_class_ref (MARMOT_TYPE_EPISODE_MEASURE);
  g_autofree char *keys = NULL;

  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);
  g_return_val_if_fail (self->totals != NULL, NULL);

  keys = g_strjoinv (", ", self->keys);
  return g_strdup_printf ("%s in %" G_GSIZE_FORMAT " %s%s%s",
                          g_enum_get_value (known, (int) self->measure)->value_nick, self->n_groups,
                          self->n_groups == 1 ? "group" : "groups", keys[0] ? " by " : "", keys);
}

GBytes *
marmot_episode_totals_serialize (MarmotEpisodeTotals *self)
{
  g_autoptr (GBytes) totals = NULL, times = NULL;
  GVariant *terms, *totals_bytes, *times_bytes;

  g_return_val_if_fail (MARMOT_IS_EPISODE_TOTALS (self), NULL);
  g_return_val_if_fail (self->totals != NULL, NULL);

  totals = marmot_totals_serialize (self->totals);
  times = self->times ? marmot_event_counts_serialize (self->times) : g_bytes_new (NULL, 0);
  terms = g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, &self->terms, EPISODE_N_TERMS, sizeof (double));
  totals_bytes = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, totals, TRUE);
  times_bytes = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, times, TRUE);
  return marmot_serialize_body (NAME, 1,
                                g_variant_new ("(us@ad^as^as@ay@ay)", (guint32) self->measure, self->conventions, terms,
                                               self->keys, self->reasons, totals_bytes, times_bytes));
}

MarmotEpisodeTotals *
marmot_episode_totals_deserialize (GBytes *bytes,
                                   GError **error)
{
  g_autoptr (GVariant) body = NULL, terms_value = NULL, totals_value = NULL, times_value = NULL;
  g_autoptr (GBytes) totals_bytes = NULL, times_bytes = NULL;
  g_autofree char *conventions = NULL;
  g_auto (GStrv) keys = NULL;
  g_auto (GStrv) reasons = NULL;
  g_autoptr (MarmotEventCounts) times = NULL;
  MarmotTotals *totals;
  EpisodeTerms terms;
  const double *numbers;
  guint32 measure;
  gsize n_terms;
  gboolean is_timed;

  g_return_val_if_fail (bytes != NULL, NULL);

  body = marmot_deserialize_body (bytes, NAME, 1, BODY_TYPE, error);
  if (!body)
    return NULL;
  g_variant_get (body, "(us@ad^as^as@ay@ay)", &measure, &conventions, &terms_value, &keys, &reasons, &totals_value,
                 &times_value);
  numbers = g_variant_get_fixed_array (terms_value, &n_terms, sizeof (double));
  if (!marmot_enum_has (MARMOT_TYPE_EPISODE_MEASURE, measure) || n_terms != EPISODE_N_TERMS)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "The bytes are no totals of a measure known here");
      return NULL;
    }
  memcpy (&terms, numbers, sizeof terms);
  is_timed = episode_measure_get_info (measure)->statistic == EPISODE_STATISTIC_DONE_BY
             || episode_measure_get_info (measure)->statistic == EPISODE_STATISTIC_MEDIAN;
  if (!(terms.confidence > 0 && terms.confidence < 1) || !(terms.months > 0) || !(terms.per > 0)
      || !(terms.population >= 0) || is_timed != (g_variant_get_size (times_value) > 0))
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "The bytes are damaged: ask for them again");
      return NULL;
    }

  if (is_timed)
    {
      times_bytes = g_variant_get_data_as_bytes (times_value);
      times = marmot_event_counts_deserialize (times_bytes, error);
      if (!times)
        return NULL;
    }
  totals_bytes = g_variant_get_data_as_bytes (totals_value);
  totals = marmot_totals_deserialize (totals_bytes, error);
  return totals ? episode_totals_new_take (measure, conventions, &terms, (const char *const *) keys, (const char *const *) reasons,
                            totals, g_steal_pointer (&times), error)
                : NULL;
}
