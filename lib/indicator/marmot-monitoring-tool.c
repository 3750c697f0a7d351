/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-data-private.h"
#include "core/marmot-json-private.h"
#include "core/marmot-record-private.h"
#include "monitoring-private.h"

struct _MarmotMonitoringTool
{
  GObject parent_instance;

  char *title;
  char *organisation;
  char *version;
  MarmotPeriod *date;
  char *source;
  GListStore *principles;
};

G_DEFINE_FINAL_TYPE (MarmotMonitoringTool, marmot_monitoring_tool, G_TYPE_OBJECT)

/**
 * MarmotMonitoringTool:title: (getter get_title)
 *
 * Its title.
 *
 * Since: 1.0
 */

/**
 * MarmotMonitoringTool:organisation: (getter get_organisation)
 *
 * The organisation that publishes it.
 *
 * Since: 1.0
 */

/**
 * MarmotMonitoringTool:version: (getter get_version)
 *
 * The label of the version, such as "2023".
 *
 * Since: 1.0
 */

/**
 * MarmotMonitoringTool:date: (getter get_date)
 *
 * The day of the version.
 *
 * Since: 1.0
 */

/**
 * MarmotMonitoringTool:source: (getter get_source)
 *
 * Where it was published.
 *
 * Since: 1.0
 */

/**
 * MarmotMonitoringTool:principles: (getter get_principles)
 *
 * Its [class@Marmot.Principle] objects. The tool copies the list that it is made
 * from.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "title", NULL, G_STRUCT_OFFSET (MarmotMonitoringTool, title), 0 },
  { "organisation", NULL, G_STRUCT_OFFSET (MarmotMonitoringTool, organisation), 0 },
  { "version", NULL, G_STRUCT_OFFSET (MarmotMonitoringTool, version), 0 },
  { "date", marmot_period_get_type, G_STRUCT_OFFSET (MarmotMonitoringTool, date), 0 },
  { "source", NULL, G_STRUCT_OFFSET (MarmotMonitoringTool, source), 0 },
  { "principles", g_list_store_get_type, G_STRUCT_OFFSET (MarmotMonitoringTool, principles), 0 },
};

static void
marmot_monitoring_tool_constructed (GObject *object)
{
  G_OBJECT_CLASS (marmot_monitoring_tool_parent_class)->constructed (object);

  monitoring_own_list (&MARMOT_MONITORING_TOOL (object)->principles, MARMOT_TYPE_PRINCIPLE);
}

static void
marmot_monitoring_tool_class_init (MarmotMonitoringToolClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
  G_OBJECT_CLASS (klass)->constructed = marmot_monitoring_tool_constructed;
}

static void
marmot_monitoring_tool_init (MarmotMonitoringTool *self)
{
}

MarmotMonitoringTool *
marmot_monitoring_tool_new_built_in (GError **error)
{
  g_autoptr (GBytes) bytes = marmot_data_lookup ("monitoring-tool.json", error);
  g_autoptr (MarmotMonitoringToolReader) reader = NULL;

  if (!bytes)
    return NULL;
  reader = marmot_monitoring_tool_reader_new ();
  return marmot_monitoring_tool_reader_read_bytes (reader, bytes, "monitoring-tool.json", error);
}

MarmotPrinciple *
marmot_monitoring_tool_lookup_principle (MarmotMonitoringTool *self,
                                         const char *id)
{
  g_return_val_if_fail (MARMOT_IS_MONITORING_TOOL (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->principles)); i++)
    {
      g_autoptr (MarmotPrinciple) principle = g_list_model_get_item (G_LIST_MODEL (self->principles), i);

      /* The list keeps it alive. */
      if (g_strcmp0 (marmot_principle_get_id (principle), id) == 0)
        return principle;
    }
  return NULL;
}

static void
put_text (json_t *object,
          const char *key,
          const char *text)
{
  if (text)
    json_object_set_new (object, key, json_string (text));
}

static void
put_day (json_t *object,
         const char *key,
         MarmotPeriod *day)
{
  g_autofree char *text = monitoring_print_day (day);

  put_text (object, key, text);
}

static void
put_list (json_t *object,
          const char *key,
          json_t *list)
{
  if (json_array_size (list) > 0)
    json_object_set_new (object, key, list);
  else
    json_decref (list);
}

static json_t *
item_to_json (MarmotPrincipleItem *item)
{
  const char *const *indicators = marmot_principle_item_get_indicators (item);
  json_t *object = json_object ();
  json_t *ids = json_array ();

  put_text (object, "id", marmot_principle_item_get_id (item));
  put_text (object, "name", marmot_principle_item_get_name (item));
  for (gsize i = 0; indicators && indicators[i]; i++)
    json_array_append_new (ids, json_string (indicators[i]));
  put_list (object, "indicators", ids);
  put_text (object, "uri", marmot_principle_item_get_uri (item));
  put_text (object, "note", marmot_principle_item_get_note (item));
  return object;
}

static json_t *
case_study_to_json (MarmotCaseStudy *study)
{
  json_t *object = json_object ();

  put_text (object, "id", marmot_case_study_get_id (study));
  put_text (object, "title", marmot_case_study_get_title (study));
  put_text (object, "organisation", marmot_case_study_get_organisation (study));
  put_text (object, "consent", monitoring_consent_nick (marmot_case_study_get_consent (study)));
  put_day (object, "review_date", marmot_case_study_get_review_date (study));
  put_text (object, "source", marmot_case_study_get_source (study));
  put_text (object, "note", marmot_case_study_get_note (study));
  put_text (object, "text", marmot_case_study_get_text (study));
  return object;
}

static json_t *
principle_to_json (MarmotPrinciple *principle)
{
  GListModel *studies = G_LIST_MODEL (marmot_principle_get_case_studies (principle));
  json_t *object = json_object ();
  json_t *list;

  put_text (object, "id", marmot_principle_get_id (principle));
  json_object_set_new (object, "number", json_integer (marmot_principle_get_number (principle)));
  put_text (object, "name", marmot_principle_get_name (principle));
  put_text (object, "source", marmot_principle_get_source (principle));
  for (guint kind = 0; kind < MONITORING_N_KINDS; kind++)
    {
      GListModel *items = marmot_principle_list (principle, (MarmotPrincipleItemKind) kind);

      list = json_array ();
      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (MarmotPrincipleItem) item = g_list_model_get_item (items, i);

          json_array_append_new (list, item_to_json (item));
        }
      put_list (object, monitoring_sections[kind], list);
    }
  list = json_array ();
  for (guint i = 0; i < g_list_model_get_n_items (studies); i++)
    {
      g_autoptr (MarmotCaseStudy) study = g_list_model_get_item (studies, i);

      json_array_append_new (list, case_study_to_json (study));
    }
  put_list (object, "case_studies", list);
  return object;
}

char *
marmot_monitoring_tool_to_json (MarmotMonitoringTool *self)
{
  g_autoptr (json_t) document = NULL;
  json_t *principles;

  g_return_val_if_fail (MARMOT_IS_MONITORING_TOOL (self), NULL);

  document = json_object ();
  principles = json_array ();
  json_object_set_new (document, "format", json_string ("marmot-monitoring-tool"));
  put_text (document, "title", self->title);
  put_text (document, "organisation", self->organisation);
  put_text (document, "version", self->version);
  put_day (document, "date", self->date);
  put_text (document, "source", self->source);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->principles)); i++)
    {
      g_autoptr (MarmotPrinciple) principle = g_list_model_get_item (G_LIST_MODEL (self->principles), i);

      json_array_append_new (principles, principle_to_json (principle));
    }
  json_object_set_new (document, "principles", principles);
  return marmot_json_dump (document);
}

MARMOT_RECORD_GETTER (MarmotMonitoringTool, marmot_monitoring_tool, MARMOT_IS_MONITORING_TOOL, const char *, title, NULL)
MARMOT_RECORD_GETTER (MarmotMonitoringTool, marmot_monitoring_tool, MARMOT_IS_MONITORING_TOOL, const char *,
                      organisation, NULL)
MARMOT_RECORD_GETTER (MarmotMonitoringTool, marmot_monitoring_tool, MARMOT_IS_MONITORING_TOOL, const char *, version, NULL)
MARMOT_RECORD_GETTER (MarmotMonitoringTool, marmot_monitoring_tool, MARMOT_IS_MONITORING_TOOL, MarmotPeriod *, date, NULL)
MARMOT_RECORD_GETTER (MarmotMonitoringTool, marmot_monitoring_tool, MARMOT_IS_MONITORING_TOOL, const char *, source, NULL)
MARMOT_RECORD_GETTER (MarmotMonitoringTool, marmot_monitoring_tool, MARMOT_IS_MONITORING_TOOL, GListStore *, principles,
                      NULL)
