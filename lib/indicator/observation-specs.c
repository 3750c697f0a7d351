/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "observation-specs-private.h"

#include <string.h>

#include "core/marmot-column-private.h"
#include "core/marmot-ranks-private.h"

/* In the order in which results have them. */
static const struct
{
  ObsColumn column;
  ObsKeys part;
} key_columns[] = {
  { OBS_INDICATOR_ID, OBS_KEY_INDICATOR },
  { OBS_INDICATOR_CODE, OBS_KEY_INDICATOR },
  { OBS_INDICATOR_NAME, OBS_KEY_INDICATOR },
  { OBS_PARENT_CODE, OBS_KEY_PARENT },
  { OBS_AREA_CODE, OBS_KEY_AREA },
  { OBS_AREA_NAME, 0 },
  { OBS_AREA_TYPE, OBS_KEY_AREA_TYPE },
  { OBS_SEX, OBS_KEY_PEOPLE },
  { OBS_AGE, OBS_KEY_PEOPLE },
  { OBS_CATEGORY_TYPE, OBS_KEY_CATEGORY },
  { OBS_CATEGORY, OBS_KEY_CATEGORY },
  { OBS_TIME_PERIOD, OBS_KEY_PERIOD },
  { OBS_PERIOD_RANGE, OBS_KEY_TIME_KIND },
  { OBS_TIME_IDENTIFIER, OBS_KEY_TIME_KIND },
  { OBS_YEAR_TYPE, OBS_KEY_TIME_KIND },
  { OBS_SORTABLE, OBS_KEY_PERIOD },
};

MarmotColumn *
obs_need (MarmotObservationSet *set,
          ObsColumn column,
          GError **error)
{
  MarmotColumn *found = obs_peek (set, column);

  if (!found)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                 "The set has no column \"%s\", which this needs: add it", obs_column_name (column));
  return found;
}

MarmotTable *
obs_key_table (MarmotObservationSet *set)
{
  const char *names[G_N_ELEMENTS (key_columns) + 1] = { NULL };
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (key_columns); i++)
    if (obs_peek (set, key_columns[i].column))
      names[n++] = obs_column_name (key_columns[i].column);
  return marmot_table_select (marmot_observation_set_get_table (set), names, NULL);
}

MarmotGroups *
obs_group (MarmotObservationSet *set,
           ObsKeys keys,
           GError **error)
{
  const char *names[G_N_ELEMENTS (key_columns) + 1] = { NULL };
  gboolean has_code = obs_peek (set, OBS_INDICATOR_ID) || obs_peek (set, OBS_INDICATOR_CODE);
  gboolean has_time = obs_peek (set, OBS_TIME_PERIOD) != NULL;
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (key_columns); i++)
    {
      ObsColumn column = key_columns[i].column;

      /* The name says no more than the code, and may be written in several ways; the
       * sort key no more than the period. */
      if (!(key_columns[i].part & keys) || !obs_peek (set, column) || (column == OBS_INDICATOR_NAME && has_code)
          || (column == OBS_SORTABLE && has_time))
        continue;
      names[n++] = obs_column_name (column);
    }

  if (n == 0)
    {
      gsize n_rows = marmot_observation_set_get_n_rows (set);
      g_autofree gint32 *codes = g_new0 (gint32, MAX (n_rows, 1));

      return marmot_groups_new_from_codes (codes, n_rows, 1, error);
    }
  return marmot_groups_new_from_table (marmot_observation_set_get_table (set), names, error);
}

guint8 *
obs_find_whole (MarmotObservationSet *set)
{
  const ObsColumn of_part[] = { OBS_CATEGORY, OBS_CATEGORY_TYPE };
  gsize n_rows = marmot_observation_set_get_n_rows (set);
  guint8 *is_whole = g_malloc (MAX (n_rows, 1));

  memset (is_whole, 1, n_rows);
  for (guint i = 0; i < G_N_ELEMENTS (of_part); i++)
    {
      const MarmotColumn *column = obs_peek (set, of_part[i]);

      if (!column)
        continue;
      for (gsize row = 0; row < n_rows; row++)
        is_whole[row] &= (guint8) !marmot_column_row_is_valid (column, row);
    }
  return is_whole;
}

gint32 *
obs_number_areas (MarmotObservationSet *set,
                  GHashTable **numbers,
                  GError **error)
{
  MarmotColumn *column = obs_need (set, OBS_AREA_CODE, error);
  gint32 *areas = NULL;
  gsize n_areas, n_rows;
  g_autofree guint8 *is_seen = NULL;

  if (column)
    areas = marmot_rank_column (column, &n_areas, error);
  if (!areas)
    return NULL;

  n_rows = marmot_observation_set_get_n_rows (set);
  is_seen = g_malloc0 (n_areas + 1);
  *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (gsize row = 0; row < n_rows; row++)
    if (!marmot_column_row_is_valid (column, row))
      {
        areas[row] = -1;
      }
    else if (!is_seen[areas[row]])
      {
        is_seen[areas[row]] = 1;
        g_hash_table_insert (*numbers, marmot_column_get_text (column, row), GINT_TO_POINTER (areas[row] + 1));
      }
  return areas;
}

/* Puts what is known of one indicator where its rows will look for it. */
static void
note (GHashTable *by_id,
      const char *id,
      guint place)
{
  if (id)
    g_hash_table_insert (by_id, g_strdup (id), GUINT_TO_POINTER (place + 1));
}

static gboolean
read_list (ObsSpecs *self,
           GHashTable *by_id,
           GListModel *list,
           GError **error)
{
  for (guint i = 0; list && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);
      guint place = self->specs->len;

      if (MARMOT_IS_INDICATOR (item))
        {
          MarmotIndicator *indicator = MARMOT_INDICATOR (item);
          guint number = marmot_indicator_get_fingertips_id (indicator);
          g_autofree char *text = number > 0 ? g_strdup_printf ("%u", number) : NULL;

          note (by_id, text, place);
          note (by_id, marmot_indicator_get_id (indicator), place);
          g_ptr_array_add (self->specs, marmot_comparison_spec_new_for_indicator (indicator));
          g_ptr_array_add (self->indicators, g_object_ref (indicator));
        }
      else if (MARMOT_IS_COMPARISON_SPEC (item)
               && marmot_comparison_spec_get_indicator (MARMOT_COMPARISON_SPEC (item)) != NULL)
        {
          note (by_id, marmot_comparison_spec_get_indicator (MARMOT_COMPARISON_SPEC (item)), place);
          g_ptr_array_add (self->specs, g_object_ref (item));
          g_ptr_array_add (self->indicators, NULL);
        }
      else
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Item %u of the list says nothing of an indicator: list indicators, or specifications with "
                       "an indicator",
                       i + 1);
          return FALSE;
        }
    }
  return TRUE;
}

/* What the rows of a group of one indicator are called. */
static gint32
find (GHashTable *by_id,
      const MarmotTable *keys,
      gsize group,
      gint32 otherwise)
{
  static const char *const names[] = { "indicator_code", "indicator_id", "indicator_name" };

  for (guint i = 0; keys && i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (keys, names[i]);
      g_autofree char *text = NULL;
      guint place;

      if (!column || marmot_column_is_null (column, group))
        continue;
      if (marmot_column_get_column_type (column) == MARMOT_COLUMN_INTEGER)
        text = g_strdup_printf ("%" G_GINT64_FORMAT, marmot_column_get_integer (column, group));
      else
        text = marmot_column_get_text (column, group);
      place = GPOINTER_TO_UINT (g_hash_table_lookup (by_id, text));
      if (place > 0)
        return (gint32) place - 1;
    }
  return otherwise;
}

static void
drop_indicator (gpointer indicator)
{
  if (indicator)
    g_object_unref (indicator);
}

gboolean
obs_specs_init (ObsSpecs *self,
                MarmotObservationSet *set,
                MarmotComparisonSpec *otherwise,
                GListModel *list,
                GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (MarmotTable) keys = NULL;
  g_autofree gint32 *of_group = NULL;
  const gint32 *codes;
  gsize n_rows = marmot_observation_set_get_n_rows (set);
  gsize n_groups;

  self->specs = g_ptr_array_new_with_free_func (g_object_unref);
  self->indicators = g_ptr_array_new_with_free_func (drop_indicator);
  self->of_row = NULL;
  if (otherwise)
    {
      g_ptr_array_add (self->specs, g_object_ref (otherwise));
      g_ptr_array_add (self->indicators, NULL);
    }
  groups = obs_group (set, OBS_KEY_INDICATOR, error);
  if (!groups || !read_list (self, by_id, list, error))
    {
      obs_specs_clear (self);
      return FALSE;
    }

  keys = marmot_groups_get_keys (groups);
  codes = marmot_groups_peek_codes (groups);
  n_groups = marmot_groups_get_n_groups (groups);
  of_group = g_new (gint32, MAX (n_groups, 1));
  for (gsize g = 0; g < n_groups; g++)
    of_group[g] = find (by_id, keys, g, otherwise ? 0 : OBS_NO_SPEC);
  self->of_row = g_new (gint32, MAX (n_rows, 1));
  for (gsize row = 0; row < n_rows; row++)
    self->of_row[row] = of_group[codes[row]];
  return TRUE;
}

void
obs_specs_clear (ObsSpecs *self)
{
  g_clear_pointer (&self->specs, g_ptr_array_unref);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->of_row, g_free);
}
