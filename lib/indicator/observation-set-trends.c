/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The trends of a whole set: its columns under the names that trends know, with what
 * the indicators say of their figures.
 */
#include <marmot/marmot.h>

#include "core/marmot-column-builder-private.h"
#include "core/marmot-column-private.h"
#include "observation-specs-private.h"

#include <string.h>

/* How many years a row is of, found once for all rows of one period. */
static MarmotColumn *
make_year_ranges (MarmotObservationSet *set,
                  GError **error)
{
  g_autoptr (MarmotGroups) groups = obs_group (set, OBS_KEY_PERIOD | OBS_KEY_TIME_KIND, error);
  gsize n_rows = marmot_observation_set_get_n_rows (set);
  const MarmotColumn *ranges = obs_peek (set, OBS_PERIOD_RANGE);
  g_autofree gint64 *of_group = NULL;
  g_autofree gint64 *years = NULL;
  const gint32 *codes;

  if (!groups)
    return NULL;
  codes = marmot_groups_peek_codes (groups);
  of_group = g_new0 (gint64, MAX (marmot_groups_get_n_groups (groups), 1));
  years = g_new (gint64, MAX (n_rows, 1));
  for (gsize row = 0; row < n_rows; row++)
    {
      gint64 *range = &of_group[codes[row]];

      if (*range == 0)
        {
          g_autofree char *text = ranges ? marmot_column_get_text (ranges, row) : NULL;
          g_autoptr (MarmotPeriod) period = marmot_observation_set_get_period (set, (guint) row);
          char *end = NULL;
          guint64 stated = text ? g_ascii_strtoull (text, &end, 10) : 0;

          /* "3y"; of parts of a year, as of years, Fingertips says 1. */
          if (stated > 0 && stated <= 100 && end && strcmp (end, "y") == 0)
            *range = (gint64) stated;
          else
            *range = period ? MAX (1, (gint64) marmot_period_get_n_years (period)) : 1;
        }
      years[row] = *range;
    }
  return marmot_column_new_integer (years, n_rows);
}

static const char *
get_nick (GType type,
          int value)
{
  GEnumClass *members = g_type_class_ref (type);
  const GEnumValue *member = g_enum_get_value (members, value);
  const char *nick = member ? g_intern_string (member->value_nick) : NULL;

  g_type_class_unref (members);
  return nick;
}

/* A text a spec, which may be NULL, as a dictionary a row. */
static MarmotColumn *
spread (const ObsSpecs *specs,
        const char *const *texts,
        gsize n_rows)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_DICTIONARY);

  for (gsize row = 0; row < n_rows; row++)
    {
      const char *text = specs->of_row[row] == OBS_NO_SPEC ? NULL : texts[specs->of_row[row]];

      if (text)
        marmot_column_builder_append_text (builder, text, strlen (text));
      else
        marmot_column_builder_append_null (builder);
    }
  return marmot_column_builder_finish (builder);
}

static MarmotTable *
make_figures (MarmotObservationSet *set,
              const ObsSpecs *specs,
              GError **error)
{
  static const struct
  {
    const char *name;
    ObsColumn column;
  } parts[] = {
    { "period", OBS_SORTABLE }, { "value", OBS_VALUE }, { "lower", OBS_LOWER_95 },
    { "upper", OBS_UPPER_95 },  { "count", OBS_COUNT }, { "denominator", OBS_DENOMINATOR },
  };
  gsize n_rows = marmot_observation_set_get_n_rows (set);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autofree const char **types = g_new0 (const char *, specs->specs->len + 1);
  g_autofree const char **polarities = g_new0 (const char *, specs->specs->len + 1);
  MarmotColumn *years;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (obs_peek (set, parts[i].column))
      {
        g_ptr_array_add (names, (gpointer) parts[i].name);
        g_ptr_array_add (columns, marmot_column_ref (obs_peek (set, parts[i].column)));
      }

  for (guint i = 0; i < specs->specs->len; i++)
    {
      MarmotIndicator *indicator = g_ptr_array_index (specs->indicators, i);
      MarmotPolarity polarity = marmot_comparison_spec_get_polarity (g_ptr_array_index (specs->specs, i));

      if (indicator)
        types[i] = get_nick (MARMOT_TYPE_VALUE_TYPE, (int) marmot_indicator_get_value_type (indicator));
      if (polarity != MARMOT_POLARITY_UNSTATED)
        polarities[i] = get_nick (MARMOT_TYPE_POLARITY, (int) polarity);
    }
  g_ptr_array_add (names, (gpointer) "value_type");
  g_ptr_array_add (columns, spread (specs, types, n_rows));
  g_ptr_array_add (names, (gpointer) "polarity");
  g_ptr_array_add (columns, spread (specs, polarities, n_rows));

  years = make_year_ranges (set, error);
  if (!years)
    return NULL;
  g_ptr_array_add (names, (gpointer) "year_range");
  g_ptr_array_add (columns, years);

  g_ptr_array_add (names, NULL);
  return marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len, error);
}

/* The keys, and beside them the trends. */
static MarmotTable *
put_beside (const MarmotTable *keys,
            const MarmotTable *trends,
            GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  const MarmotTable *tables[] = { keys, trends };

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (gsize i = 0; tables[t] && i < marmot_table_get_n_columns (tables[t]); i++)
      {
        g_ptr_array_add (names, (gpointer) marmot_table_get_column_name (tables[t], i));
        g_ptr_array_add (columns, marmot_table_get_column (tables[t], i));
      }
  g_ptr_array_add (names, NULL);
  return marmot_table_new ((const char *const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len, error);
}

MarmotTable *
marmot_observation_set_trends (MarmotObservationSet *self,
                               MarmotTrendOptions *options,
                               GListModel *specs,
                               GError **error)
{
  const ObsKeys keys = OBS_KEY_INDICATOR | OBS_KEY_PEOPLE | OBS_KEY_CATEGORY | OBS_KEY_TIME_KIND | OBS_KEY_AREA
                       | OBS_KEY_AREA_TYPE;
  g_autoptr (MarmotGroups) series = NULL;
  g_autoptr (MarmotTable) figures = NULL;
  g_autoptr (MarmotTable) trends = NULL;
  g_autoptr (MarmotTable) key_table = NULL;
  ObsSpecs found;

  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (self), NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_TREND_OPTIONS (options), NULL);
  g_return_val_if_fail (specs == NULL || G_IS_LIST_MODEL (specs), NULL);

  if (!obs_need (self, OBS_SORTABLE, error) || !obs_need (self, OBS_VALUE, error))
    return NULL;
  series = obs_group (self, keys, error);
  if (!series || !obs_specs_init (&found, self, NULL, specs, error))
    return NULL;
  figures = make_figures (self, &found, error);
  obs_specs_clear (&found);
  if (!figures)
    return NULL;

  trends = marmot_trend_columns (figures, series, options, error);
  key_table = marmot_groups_get_keys (series);
  return trends ? put_beside (key_table, trends, error) : NULL;
}
