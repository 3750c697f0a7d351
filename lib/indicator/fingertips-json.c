/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Fingertips' records as its interface gives them in JSON: where they stand.
 */
#include "fingertips-json-private.h"

#include <string.h>

gboolean
fingertips_is_json (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  while (size > 0 && (*data == ' ' || *data == '\t' || *data == '\r' || *data == '\n'))
    {
      data++;
      size--;
    }
  return size > 0 && (*data == '{' || *data == '[');
}

static void
read_records (FingertipsJson *self,
              const json_t *records,
              const JsonPlace *place,
              const FingertipsJsonSaid *said)
{
  FingertipsJsonPlace row = { self->groups->len, 0 };

  g_ptr_array_add (self->groups, json_place_to_string (place));
  for (gsize i = 0; i < json_array_size (records); i++)
    {
      JsonPlace at;

      json_place_item (&at, place, i);
      row.index = (guint32) i;
      fingertips_json_read_record (self, json_array_get (records, i), &at, said, row);
    }
}

/* A group, whose records share what it says, or a record. */
static void
read_item (FingertipsJson *self,
           const json_t *item,
           const JsonPlace *place,
           FingertipsJsonPlace row)
{
  const json_t *data = json_object_get (item, "Data");
  FingertipsJsonSaid said;
  JsonPlace at;

  fingertips_json_said_init (&said);
  if (!data)
    {
      fingertips_json_read_record (self, item, place, &said, row);
      return;
    }

  json_place_member (&at, place, "Data");
  fingertips_json_read_members (self, item, place, &said, NULL);
  if (json_is_array (data))
    read_records (self, data, &at, &said);
  else
    fingertips_json_tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-shape", &at, "Give an array of records",
                          "An array should stand here");
}

static void
read_root (FingertipsJson *self,
           const json_t *root)
{
  FingertipsJsonPlace row = { 0, G_MAXUINT32 };
  const json_t *first = json_is_array (root) ? json_array_get (root, 0) : root;
  JsonPlace top, at;

  json_place_root (&top);
  g_ptr_array_add (self->groups, json_place_to_string (&top));
  if (json_object_get (first, "Descriptive"))
    {
      fingertips_json_tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-kind", &top,
                            "These are Fingertips' metadata: read them with MarmotIndicatorReader",
                            "This is not Fingertips' data");
      return;
    }

  if (json_is_array (root))
    {
      for (gsize i = 0; i < json_array_size (root); i++)
        {
          row.index = (guint32) i;
          json_place_item (&at, &top, i);
          read_item (self, json_array_get (root, i), &at, row);
        }
      return;
    }
  if (json_object_get (root, "Data") || json_object_get (root, "AreaCode") || json_object_get (root, "Val"))
    {
      read_item (self, root, &top, row);
      return;
    }

  /* Arrays of records, under names of whatever they were asked for by. */
  for (void *iter = json_object_iter ((json_t *) root); iter;
       iter = json_object_iter_next ((json_t *) root, iter))
    {
      const json_t *records = json_object_iter_value (iter);
      FingertipsJsonSaid said;

      fingertips_json_said_init (&said);
      json_place_member (&at, &top, json_object_iter_key (iter));
      if (json_is_array (records))
        {
          read_records (self, records, &at, &said);
          continue;
        }
      fingertips_json_tell (self, MARMOT_SEVERITY_ERROR, "fingertips/wrong-kind", &at,
                            "Give an array of records, or groups with their records under Data",
                            "This is not Fingertips' data");
      return;
    }
}

/* The key of the JSON that a finding on a set is about. */
static const char *
find_key_of_column (const char *column)
{
  static const char *const known[][2] = {
    { "Lower CI 95.0 limit", "LoCI" }, { "Lower CI 99.8 limit", "LoCI99_8" },
    { "Count", "Count" },              { "Time period", "Year" },
    { "Time period Sortable", "Year" },
  };

  for (guint i = 0; column && i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i][0], column))
      return known[i][1];
  return NULL;
}

/* Findings on rows become findings on paths. */
static void
move_findings (FingertipsJson *self,
               MarmotFindingLog *from)
{
  (void) marmot_finding_log_end (from, NULL);
  for (guint i = 0; i < from->findings->len; i++)
    {
      const MarmotFinding *finding = from->findings->pdata[i];
      const FingertipsJsonPlace *row = &g_array_index (self->rows, FingertipsJsonPlace,
                                                       marmot_finding_get_row (finding) - 1);
      const char *key = find_key_of_column (marmot_finding_get_column (finding));
      g_autoptr (GString) path = g_string_new (self->groups->pdata[row->group]);

      if (row->index != G_MAXUINT32)
        g_string_append_printf (path, "[%u]", row->index);
      if (key)
        g_string_append_printf (path, ".%s", key);
      marmot_finding_log_add_path (self->log, marmot_finding_get_rule (finding),
                                   marmot_finding_get_severity (finding), path->str,
                                   marmot_finding_get_fix (finding), "%s", marmot_finding_get_message (finding));
    }
  self->log->n_findings += from->n_findings - from->findings->len;
}

static GHashTable *
index_indicators (GListModel *indicators)
{
  GHashTable *by_number = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (indicators, i);

      if (MARMOT_IS_INDICATOR (item))
        {
          guint number = marmot_indicator_get_fingertips_id (MARMOT_INDICATOR (item));

          g_hash_table_insert (by_number, GUINT_TO_POINTER (number), g_steal_pointer (&item));
        }
    }
  return by_number;
}

/* All columns of the form, which the checks look at, and those beyond it. */
static MarmotTable *
finish (FingertipsJson *self,
        GError **error)
{
  const char *names[OBS_N_COLUMNS + 1] = { NULL };
  MarmotColumn *columns[OBS_N_COLUMNS] = { NULL };
  MarmotTable *table;
  guint n = 0;

  for (guint i = 0; i < OBS_N_COLUMNS; i++)
    {
      if (self->out[i])
        columns[n] = marmot_column_builder_finish (g_steal_pointer (&self->out[i]));
      else if (obs_is_fingertips (i))
        columns[n] = obs_null_column (obs_column_type (i), self->rows->len);
      else
        continue;
      names[n++] = obs_column_name (i);
    }
  table = marmot_table_new (names, columns, n, error);
  for (guint i = 0; i < n; i++)
    marmot_column_unref (columns[i]);
  return table;
}

MarmotTable *
fingertips_read_json (GBytes *bytes,
                      const char *name,
                      guint64 max_bytes,
                      GListModel *indicators,
                      MarmotFindingLog *log,
                      GError **error)
{
  static const ObsColumn made[]
      = { OBS_INDICATOR_ID, OBS_INDICATOR_NAME, OBS_AREA_CODE,        OBS_AREA_TYPE,       OBS_SEX,
          OBS_AGE,          OBS_CATEGORY_TYPE,  OBS_CATEGORY,         OBS_TIME_PERIOD,     OBS_PERIOD_RANGE,
          OBS_YEAR_TYPE,    OBS_SORTABLE,       OBS_VALUE,            OBS_LOWER_95,        OBS_UPPER_95,
          OBS_LOWER_99_8,   OBS_UPPER_99_8,     OBS_COUNT,            OBS_DENOMINATOR,     OBS_DENOMINATOR_2,
          OBS_NOTE,         OBS_COMPARED_ENGLAND, OBS_COMPARED_PARENT, OBS_COMPARED_GOAL };
  const gsize limit = (gsize) MIN (max_bytes, MARMOT_JSON_MAX_BYTES);
  g_autoptr (json_t) root = marmot_json_load_limited (bytes, name, limit, error);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, fingertips_json_time_free);
  g_autoptr (GHashTable) by_number = indicators ? index_indicators (indicators) : NULL;
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (FingertipsJsonPlace));
  FingertipsJson self = { log, by_number, told, times, groups, rows, { NULL } };
  MarmotTable *table = NULL;

  if (!root)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    self.out[made[i]] = marmot_column_builder_new (obs_column_type (made[i]));
  read_root (&self, root);
  if (marmot_finding_log_end (log, error))
    {
      table = finish (&self, error);
      if (table)
        {
          g_autoptr (MarmotFindingLog) checks = marmot_finding_log_new (name, log->limit);

          fingertips_check (table, NULL, checks);
          move_findings (&self, checks);
        }
    }
  for (guint i = 0; i < OBS_N_COLUMNS; i++)
    g_clear_pointer (&self.out[i], marmot_column_builder_free);
  return table;
}
