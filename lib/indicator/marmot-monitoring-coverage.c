/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "monitoring-private.h"

/* An indicator of the data. */
typedef struct
{
  char *id;
  char *name;
  char *group;
  gsize n_rows;
  gsize n_figures;
  gboolean is_placed;
} Source;

struct _MarmotMonitoringCoverage
{
  GObject parent_instance;

  MarmotMonitoringTool *tool;
  GPtrArray *sources;   /* in the order in which they came */
  GHashTable *by_id;    /* to a Source; the list owns it */
  GHashTable *by_name;  /* the folded name to a Source */
};

G_DEFINE_FINAL_TYPE (MarmotMonitoringCoverage, marmot_monitoring_coverage, G_TYPE_OBJECT)

static void
source_free (Source *source)
{
  g_free (source->id);
  g_free (source->name);
  g_free (source->group);
  g_free (source);
}

static void
marmot_monitoring_coverage_finalize (GObject *object)
{
  MarmotMonitoringCoverage *self = MARMOT_MONITORING_COVERAGE (object);

  g_clear_object (&self->tool);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->sources);

  G_OBJECT_CLASS (marmot_monitoring_coverage_parent_class)->finalize (object);
}

static void
marmot_monitoring_coverage_class_init (MarmotMonitoringCoverageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_monitoring_coverage_finalize;
}

static void
marmot_monitoring_coverage_init (MarmotMonitoringCoverage *self)
{
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

MarmotMonitoringCoverage *
marmot_monitoring_coverage_new (MarmotMonitoringTool *tool)
{
  MarmotMonitoringCoverage *self;

  g_return_val_if_fail (MARMOT_IS_MONITORING_TOOL (tool), NULL);

  self = g_object_new (MARMOT_TYPE_MONITORING_COVERAGE, NULL);
  self->tool = g_object_ref (tool);
  return self;
}

static char *
fold (const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  return g_utf8_casefold (stripped, -1);
}

/* The indicator of the data of that id, or without one of that name; made if need be. */
static Source *
need_source (MarmotMonitoringCoverage *self,
             const char *id,
             const char *name,
             const char *group)
{
  g_autofree char *folded = name ? fold (name) : NULL;
  Source *source = NULL;

  if (id)
    source = g_hash_table_lookup (self->by_id, id);
  else if (folded)
    source = g_hash_table_lookup (self->by_name, folded);
  if (source)
    return source;

  source = g_new0 (Source, 1);
  source->id = g_strdup (id);
  source->name = g_strdup (name);
  source->group = g_strdup (group);
  g_ptr_array_add (self->sources, source);
  if (id)
    g_hash_table_insert (self->by_id, g_strdup (id), source);
  /* Of several under one name the first answers to it. */
  if (folded && !g_hash_table_contains (self->by_name, folded))
    g_hash_table_insert (self->by_name, g_steal_pointer (&folded), source);
  return source;
}

void
marmot_monitoring_coverage_add_pack (MarmotMonitoringCoverage *self,
                                     MarmotPack *pack)
{
  GListModel *indicators, *observations;

  g_return_if_fail (MARMOT_IS_MONITORING_COVERAGE (self));
  g_return_if_fail (MARMOT_IS_PACK (pack));

  indicators = marmot_pack_get_indicators (pack);
  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (MarmotIndicator) indicator = g_list_model_get_item (indicators, i);

      need_source (self, marmot_indicator_get_id (indicator), marmot_indicator_get_name (indicator),
                   marmot_indicator_get_group (indicator));
    }

  observations = marmot_pack_get_observations (pack);
  for (guint i = 0; i < g_list_model_get_n_items (observations); i++)
    {
      g_autoptr (MarmotObservation) observation = g_list_model_get_item (observations, i);
      MarmotIndicator *indicator = marmot_observation_get_indicator (observation);
      MarmotValue *value = marmot_observation_get_value (observation);
      Source *source = need_source (self, marmot_indicator_get_id (indicator), marmot_indicator_get_name (indicator),
                                    marmot_indicator_get_group (indicator));

      source->n_rows++;
      source->n_figures += value && marmot_value_get_state (value) == MARMOT_VALUE_PRESENT;
    }
}

/* A text or an integer as text, or NULL. */
static char *
key_text (MarmotColumn *column,
          gsize row)
{
  if (!column || marmot_column_is_null (column, row))
    return NULL;
  if (marmot_column_get_column_type (column) == MARMOT_COLUMN_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, marmot_column_get_integer (column, row));
  return marmot_column_get_text (column, row);
}

gboolean
marmot_monitoring_coverage_add_set (MarmotMonitoringCoverage *self,
                                    MarmotObservationSet *set,
                                    GError **error)
{
  static const char *const keys[] = { "indicator_code", "indicator_id", "indicator_name" };
  const char *names[G_N_ELEMENTS (keys) + 1] = { NULL };
  g_autoptr (MarmotColumn) value = NULL;
  g_autoptr (MarmotGroups) groups = NULL;
  g_autoptr (MarmotTable) group_keys = NULL;
  g_autoptr (MarmotColumn) code = NULL;
  g_autoptr (MarmotColumn) number = NULL;
  g_autoptr (MarmotColumn) name = NULL;
  g_autofree Source **sources = NULL;
  MarmotTable *table;
  const gint32 *codes;
  gsize n_keys = 0;

  g_return_val_if_fail (MARMOT_IS_MONITORING_COVERAGE (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_OBSERVATION_SET (set), FALSE);

  table = marmot_observation_set_get_table (set);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, keys[i]);

      if (column)
        names[n_keys++] = keys[i];
    }
  value = marmot_table_get_column_by_name (table, "value");
  if (n_keys == 0 || !value)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                           "The set says nothing of its indicators or has no values: give it a column value, and "
                           "indicator_code, indicator_id or indicator_name");
      return FALSE;
    }

  groups = marmot_groups_new_from_table (table, names, error);
  if (!groups)
    return FALSE;
  group_keys = marmot_groups_get_keys (groups);
  code = marmot_table_get_column_by_name (group_keys, "indicator_code");
  number = marmot_table_get_column_by_name (group_keys, "indicator_id");
  name = marmot_table_get_column_by_name (group_keys, "indicator_name");

  sources = g_new0 (Source *, marmot_groups_get_n_groups (groups) + 1);
  for (gsize i = 0; i < marmot_groups_get_n_groups (groups); i++)
    {
      g_autofree char *id = key_text (code, i);
      g_autofree char *shown = key_text (name, i);

      if (!id)
        id = key_text (number, i);
      if (id || shown)
        sources[i] = need_source (self, id, shown, NULL);
    }

  codes = marmot_groups_peek_codes (groups);
  for (gsize row = 0; row < marmot_groups_get_n_rows (groups); row++)
    {
      Source *source = codes[row] >= 0 ? sources[codes[row]] : NULL;

      if (!source)
        continue;
      source->n_rows++;
      source->n_figures += !marmot_column_is_null (value, row);
    }
  return TRUE;
}

/* The principles of the tool, in its order. */
static GPtrArray *
get_principles (MarmotMonitoringCoverage *self)
{
  GListModel *list = G_LIST_MODEL (marmot_monitoring_tool_get_principles (self->tool));
  GPtrArray *principles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (principles, g_list_model_get_item (list, i));
  return principles;
}

static void
print_number (char *buffer,
              gsize number)
{
  g_snprintf (buffer, 24, "%" G_GSIZE_FORMAT, number);
}

static char *
join (const char *const *texts)
{
  return texts && texts[0] ? g_strjoinv (", ", (char **) texts) : NULL;
}

static Source *
find_by_name (MarmotMonitoringCoverage *self,
              const char *name)
{
  g_autofree char *folded = name ? fold (name) : NULL;

  return folded ? g_hash_table_lookup (self->by_name, folded) : NULL;
}

/* Why an indicator of the tool has no figure, or NULL if it has one. */
static const char *
why_unobserved (MarmotMonitoringCoverage *self,
                MarmotPrincipleItem *item)
{
  const char *const *ids = marmot_principle_item_get_indicators (item);
  gsize n_found = 0, n_rows = 0, n_figures = 0;

  if (ids && ids[0])
    {
      for (gsize i = 0; ids[i]; i++)
        {
          Source *source = g_hash_table_lookup (self->by_id, ids[i]);

          if (!source)
            continue;
          n_found++;
          n_rows += source->n_rows;
          n_figures += source->n_figures;
        }
    }
  else
    {
      Source *source = find_by_name (self, marmot_principle_item_get_name (item));

      if (source)
        {
          n_found = 1;
          n_rows = source->n_rows;
          n_figures = source->n_figures;
        }
    }

  if (n_found == 0)
    return "not in the data";
  if (n_rows == 0)
    return "no observation";
  return n_figures == 0 ? "no number" : NULL;
}

MarmotTable *
marmot_monitoring_coverage_get_unobserved (MarmotMonitoringCoverage *self)
{
  static const char *const names[] = { "number", "principle", "indicator", "name", "indicators", "reason", NULL };
  g_autoptr (GPtrArray) principles = NULL;
  MonitoringTable *table;

  g_return_val_if_fail (MARMOT_IS_MONITORING_COVERAGE (self), NULL);

  principles = get_principles (self);
  table = monitoring_table_new (names);
  for (guint p = 0; p < principles->len; p++)
    {
      MarmotPrinciple *principle = principles->pdata[p];
      GListModel *items = marmot_principle_list (principle, MARMOT_PRINCIPLE_ITEM_KIND_INDICATOR);
      char number[24];

      print_number (number, marmot_principle_get_number (principle));
      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (MarmotPrincipleItem) item = g_list_model_get_item (items, i);
          g_autofree char *ids = join (marmot_principle_item_get_indicators (item));
          const char *reason = why_unobserved (self, item);
          const char *cells[] = { number, marmot_principle_get_id (principle), marmot_principle_item_get_id (item),
                                  marmot_principle_item_get_name (item), ids, reason };

          if (reason)
            monitoring_table_add (table, cells);
        }
    }
  return monitoring_table_finish (table);
}

/* The short names of all indicators of the tool, borrowed from it. */
static GHashTable *
get_tool_indicators (GPtrArray *principles)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint p = 0; p < principles->len; p++)
    {
      GListModel *items = marmot_principle_list (principles->pdata[p], MARMOT_PRINCIPLE_ITEM_KIND_INDICATOR);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (MarmotPrincipleItem) item = g_list_model_get_item (items, i);
          const char *id = marmot_principle_item_get_id (item);

          if (id)
            g_hash_table_add (ids, (gpointer) id);
        }
    }
  return ids;
}

MarmotTable *
marmot_monitoring_coverage_get_unmeasured (MarmotMonitoringCoverage *self)
{
  static const char *const names[] = { "number", "principle", "measure", "name", "indicators", "reason", NULL };
  g_autoptr (GPtrArray) principles = NULL;
  g_autoptr (GHashTable) known = NULL;
  MonitoringTable *table;

  g_return_val_if_fail (MARMOT_IS_MONITORING_COVERAGE (self), NULL);

  principles = get_principles (self);
  known = get_tool_indicators (principles);
  table = monitoring_table_new (names);
  for (guint p = 0; p < principles->len; p++)
    {
      MarmotPrinciple *principle = principles->pdata[p];
      GListModel *items = marmot_principle_list (principle, MARMOT_PRINCIPLE_ITEM_KIND_MEASURE);
      char number[24];

      print_number (number, marmot_principle_get_number (principle));
      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (MarmotPrincipleItem) item = g_list_model_get_item (items, i);
          const char *const *ids = marmot_principle_item_get_indicators (item);
          g_autofree char *joined = join (ids);
          const char *cells[] = { number, marmot_principle_get_id (principle), marmot_principle_item_get_id (item),
                                  marmot_principle_item_get_name (item), joined,
                                  ids && ids[0] ? "unknown indicator" : "names no indicator" };
          gboolean is_known = FALSE;

          for (gsize j = 0; ids && ids[j]; j++)
            is_known = is_known || g_hash_table_contains (known, ids[j]) || g_hash_table_contains (self->by_id, ids[j]);
          if (!is_known)
            monitoring_table_add (table, cells);
        }
    }
  return monitoring_table_finish (table);
}

MarmotTable *
marmot_monitoring_coverage_get_gaps (MarmotMonitoringCoverage *self)
{
  static const char *const names[] = { "number", "principle", "name", "n_priorities", "n_indicators", "n_partners",
                                       "n_measures", "n_services", "n_programmes", "n_policies", "n_case_studies",
                                       "missing", NULL };
  static const MarmotPrincipleItemKind needed[] = { MARMOT_PRINCIPLE_ITEM_KIND_INDICATOR,
                                                    MARMOT_PRINCIPLE_ITEM_KIND_MEASURE,
                                                    MARMOT_PRINCIPLE_ITEM_KIND_PARTNER };
  g_autoptr (GPtrArray) principles = NULL;
  MonitoringTable *table;

  g_return_val_if_fail (MARMOT_IS_MONITORING_COVERAGE (self), NULL);

  principles = get_principles (self);
  table = monitoring_table_new (names);
  for (guint p = 0; p < principles->len; p++)
    {
      MarmotPrinciple *principle = principles->pdata[p];
      g_autoptr (GString) missing = g_string_new (NULL);
      char numbers[MONITORING_N_KINDS + 2][24];
      const char *cells[MONITORING_N_KINDS + 5];

      for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
        if (g_list_model_get_n_items (marmot_principle_list (principle, needed[i])) == 0)
          g_string_append_printf (missing, "%s%s", missing->len ? ", " : "", monitoring_sections[needed[i]]);
      if (missing->len == 0)
        continue;

      print_number (numbers[0], marmot_principle_get_number (principle));
      cells[0] = numbers[0];
      cells[1] = marmot_principle_get_id (principle);
      cells[2] = marmot_principle_get_name (principle);
      for (guint kind = 0; kind < MONITORING_N_KINDS; kind++)
        {
          print_number (numbers[kind + 1],
                        g_list_model_get_n_items (marmot_principle_list (principle, (MarmotPrincipleItemKind) kind)));
          cells[kind + 3] = numbers[kind + 1];
        }
      print_number (numbers[MONITORING_N_KINDS + 1],
                    g_list_model_get_n_items (G_LIST_MODEL (marmot_principle_get_case_studies (principle))));
      cells[MONITORING_N_KINDS + 3] = numbers[MONITORING_N_KINDS + 1];
      cells[MONITORING_N_KINDS + 4] = missing->str;
      monitoring_table_add (table, cells);
    }
  return monitoring_table_finish (table);
}

MarmotTable *
marmot_monitoring_coverage_get_shared_measures (MarmotMonitoringCoverage *self)
{
  static const char *const names[] = { "measure", "name", "n_principles", "principles", NULL };
  g_autoptr (GPtrArray) principles = NULL;
  g_autoptr (GHashTable) by_id = NULL; /* to an array of the positions of principles */
  g_autoptr (GPtrArray) measures = NULL;
  MonitoringTable *table;

  g_return_val_if_fail (MARMOT_IS_MONITORING_COVERAGE (self), NULL);

  principles = get_principles (self);
  by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  measures = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint p = 0; p < principles->len; p++)
    {
      GListModel *items = marmot_principle_list (principles->pdata[p], MARMOT_PRINCIPLE_ITEM_KIND_MEASURE);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (MarmotPrincipleItem) item = g_list_model_get_item (items, i);
          const char *id = marmot_principle_item_get_id (item);
          GArray *at = id ? g_hash_table_lookup (by_id, id) : NULL;

          if (id && !at)
            {
              at = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (by_id, (gpointer) id, at);
              g_ptr_array_add (measures, g_object_ref (item));
            }
          if (id && (at->len == 0 || g_array_index (at, guint, at->len - 1) != p))
            g_array_append_val (at, p);
        }
    }

  table = monitoring_table_new (names);
  for (guint i = 0; i < measures->len; i++)
    {
      const char *id = marmot_principle_item_get_id (measures->pdata[i]);
      GArray *at = g_hash_table_lookup (by_id, id);
      g_autoptr (GString) where = g_string_new (NULL);
      char n[24];
      const char *cells[] = { id, marmot_principle_item_get_name (measures->pdata[i]), n, NULL };

      if (at->len < 2)
        continue;
      for (guint j = 0; j < at->len; j++)
        {
          const char *principle = marmot_principle_get_id (principles->pdata[g_array_index (at, guint, j)]);

          g_string_append_printf (where, "%s%s", j ? ", " : "", principle ? principle : "");
        }
      print_number (n, at->len);
      cells[3] = where->str;
      monitoring_table_add (table, cells);
    }
  return monitoring_table_finish (table);
}

static void
place (MarmotMonitoringCoverage *self,
       MarmotPrincipleItem *item)
{
  const char *const *ids = marmot_principle_item_get_indicators (item);

  if (ids && ids[0])
    {
      for (gsize i = 0; ids[i]; i++)
        {
          Source *source = g_hash_table_lookup (self->by_id, ids[i]);

          if (source)
            source->is_placed = TRUE;
        }
    }
  else if (marmot_principle_item_get_kind (item) == MARMOT_PRINCIPLE_ITEM_KIND_INDICATOR)
    {
      Source *source = find_by_name (self, marmot_principle_item_get_name (item));

      if (source)
        source->is_placed = TRUE;
    }
}

MarmotTable *
marmot_monitoring_coverage_get_unplaced (MarmotMonitoringCoverage *self)
{
  static const char *const names[] = { "indicator", "name", "group", "n_figures", NULL };
  g_autoptr (GPtrArray) principles = NULL;
  MonitoringTable *table;

  g_return_val_if_fail (MARMOT_IS_MONITORING_COVERAGE (self), NULL);

  for (guint i = 0; i < self->sources->len; i++)
    ((Source *) self->sources->pdata[i])->is_placed = FALSE;
  principles = get_principles (self);
  for (guint p = 0; p < principles->len; p++)
    {
      GListModel *items = G_LIST_MODEL (marmot_principle_get_items (principles->pdata[p]));

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (MarmotPrincipleItem) item = g_list_model_get_item (items, i);

          place (self, item);
        }
    }

  table = monitoring_table_new (names);
  for (guint i = 0; i < self->sources->len; i++)
    {
      Source *source = self->sources->pdata[i];
      char n[24];
      const char *cells[] = { source->id, source->name, source->group, n };

      print_number (n, source->n_figures);
      if (!source->is_placed)
        monitoring_table_add (table, cells);
    }
  return monitoring_table_finish (table);
}

MarmotTable *
marmot_monitoring_coverage_get_untold (MarmotMonitoringCoverage *self,
                                       const GDate *on)
{
  static const char *const names[] = { "number", "principle", "case_study", "title", "organisation", "consent",
                                       "review_date", "reason", NULL };
  g_autoptr (GPtrArray) principles = NULL;
  MonitoringTable *table;

  g_return_val_if_fail (MARMOT_IS_MONITORING_COVERAGE (self), NULL);
  g_return_val_if_fail (on == NULL || g_date_valid (on), NULL);

  principles = get_principles (self);
  table = monitoring_table_new (names);
  for (guint p = 0; p < principles->len; p++)
    {
      MarmotPrinciple *principle = principles->pdata[p];
      GListModel *studies = G_LIST_MODEL (marmot_principle_get_case_studies (principle));
      char number[24];

      print_number (number, marmot_principle_get_number (principle));
      for (guint i = 0; i < g_list_model_get_n_items (studies); i++)
        {
          g_autoptr (MarmotCaseStudy) study = g_list_model_get_item (studies, i);
          g_autofree char *review = monitoring_print_day (marmot_case_study_get_review_date (study));
          const char *cells[] = { number, marmot_principle_get_id (principle), marmot_case_study_get_id (study),
                                  marmot_case_study_get_title (study), marmot_case_study_get_organisation (study),
                                  monitoring_consent_nick (marmot_case_study_get_consent (study)), review,
                                  marmot_case_study_may_be_told (study, NULL) ? "review is due" : "no consent" };

          if (!marmot_case_study_may_be_told (study, on))
            monitoring_table_add (table, cells);
        }
    }
  return monitoring_table_finish (table);
}

static void
append_cell (GString *out,
             MarmotTable *table,
             gsize row,
             const char *name,
             const char *before,
             const char *after)
{
  g_autoptr (MarmotColumn) column = marmot_table_get_column_by_name (table, name);
  g_autofree char *text = key_text (column, row);

  if (text)
    g_string_append_printf (out, "%s%s%s", before, g_strdelimit (text, "\r\n\t", ' '), after);
}

/* A heading with the number of rows; if there are none, what that means. */
static gsize
append_heading (GString *out,
                MarmotTable *table,
                const char *heading,
                const char *none)
{
  gsize n = marmot_table_get_n_rows (table);

  g_string_append_printf (out, "\n%s: %" G_GSIZE_FORMAT "\n", heading, n);
  if (n == 0)
    g_string_append_printf (out, "  %s\n", none);
  return n;
}

static void
append_named (GString *out,
              MarmotTable *table,
              const char *heading,
              const char *none)
{
  gsize n = append_heading (out, table, heading, none);

  for (gsize row = 0; row < n; row++)
    {
      append_cell (out, table, row, "number", "  ", " ");
      append_cell (out, table, row, "name", "", ": ");
      append_cell (out, table, row, "reason", "", "");
      append_cell (out, table, row, "indicators", " (", ")");
      g_string_append_c (out, '\n');
    }
}

char *
marmot_monitoring_coverage_to_text (MarmotMonitoringCoverage *self,
                                    const GDate *on)
{
  g_autoptr (MarmotTable) unobserved = NULL;
  g_autoptr (MarmotTable) unmeasured = NULL;
  g_autoptr (MarmotTable) gaps = NULL;
  g_autoptr (MarmotTable) shared = NULL;
  g_autoptr (MarmotTable) unplaced = NULL;
  g_autoptr (MarmotTable) untold = NULL;
  GString *out;
  const char *title;
  gsize n;

  g_return_val_if_fail (MARMOT_IS_MONITORING_COVERAGE (self), NULL);
  g_return_val_if_fail (on == NULL || g_date_valid (on), NULL);

  unobserved = marmot_monitoring_coverage_get_unobserved (self);
  unmeasured = marmot_monitoring_coverage_get_unmeasured (self);
  gaps = marmot_monitoring_coverage_get_gaps (self);
  shared = marmot_monitoring_coverage_get_shared_measures (self);
  unplaced = marmot_monitoring_coverage_get_unplaced (self);
  untold = marmot_monitoring_coverage_get_untold (self, on);

  out = g_string_new (NULL);
  title = marmot_monitoring_tool_get_title (self->tool);
  g_string_append (out, title ? title : "A monitoring tool");
  if (marmot_monitoring_tool_get_version (self->tool))
    g_string_append_printf (out, ", %s", marmot_monitoring_tool_get_version (self->tool));
  if (marmot_monitoring_tool_get_organisation (self->tool))
    g_string_append_printf (out, " (%s)", marmot_monitoring_tool_get_organisation (self->tool));
  g_string_append_printf (out, "\nheld against %u indicator%s of the data\n", self->sources->len,
                          self->sources->len == 1 ? "" : "s");

  append_named (out, unobserved, "Indicators of the tool without a figure", "Every indicator has a figure.");
  append_named (out, unmeasured, "Progress measures that no indicator measures", "Every measure has an indicator.");

  n = append_heading (out, gaps, "Principles with no indicator, measure or partner", "Every principle has all three.");
  for (gsize row = 0; row < n; row++)
    {
      append_cell (out, gaps, row, "number", "  ", " ");
      append_cell (out, gaps, row, "name", "", "");
      append_cell (out, gaps, row, "missing", ": no ", "\n");
    }

  n = append_heading (out, shared, "Measures that stand under more than one principle", "No measure does.");
  for (gsize row = 0; row < n; row++)
    {
      append_cell (out, shared, row, "name", "  ", "");
      append_cell (out, shared, row, "principles", ": ", "\n");
    }

  n = append_heading (out, unplaced, "Indicators of the data that belong to no principle", "Every one belongs to one.");
  for (gsize row = 0; row < n; row++)
    {
      append_cell (out, unplaced, row, "indicator", "  ", "");
      append_cell (out, unplaced, row, "name", ": ", "");
      g_string_append_c (out, '\n');
    }

  n = append_heading (out, untold, "Case studies that may not be told", "Every one may be told.");
  for (gsize row = 0; row < n; row++)
    {
      append_cell (out, untold, row, "number", "  ", " ");
      append_cell (out, untold, row, "title", "", "");
      append_cell (out, untold, row, "organisation", " (", ")");
      append_cell (out, untold, row, "reason", ": ", "");
      append_cell (out, untold, row, "consent", ", consent ", "\n");
    }
  return g_string_free (out, FALSE);
}
