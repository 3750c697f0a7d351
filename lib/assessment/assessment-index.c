/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "assessment-index-private.h"

gpointer
assessment_item (GListStore *list,
                 guint place)
{
  gpointer item = g_list_model_get_item (G_LIST_MODEL (list), place);

  /* The list holds it. */
  g_object_unref (item);
  return item;
}

guint
assessment_count (GListStore *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

gboolean
assessment_is_there (const char *text)
{
  while (text && *text && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text && *text;
}

gboolean
assessment_has_keys (const char *const *keys)
{
  return keys && keys[0];
}

gboolean
assessment_is_ready (MarmotAction *action)
{
  return assessment_is_there (marmot_action_get_owner_role (action)) && marmot_action_get_due (action) != NULL;
}

void
assessment_report (GPtrArray *findings,
                   const char *rule,
                   MarmotSeverity severity,
                   const char *path,
                   const char *fix,
                   const char *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (!findings)
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (findings, marmot_finding_new (rule, severity, NULL, 0, NULL, path, message, fix));
}

/* The first of a name stays. */
static void
note (GHashTable *table,
      const char *name,
      gpointer value)
{
  if (name && !g_hash_table_contains (table, name))
    g_hash_table_insert (table, (gpointer) name, value);
}

static GHashTable *
index_list (GListModel *items,
            const char *(*get_name) (gpointer item))
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      note (table, get_name (item), item);
    }
  return table;
}

static const char *
get_question (gpointer item)
{
  return marmot_template_question_get_id (item);
}

static const char *
get_dimension (gpointer item)
{
  return marmot_dimension_get_id (item);
}

void
assessment_index_init (AssessmentIndex *self,
                       MarmotAssessment *of,
                       MarmotAssessmentTemplate *template)
{
  GListStore *responses = marmot_assessment_get_responses (of);
  GListStore *groups = marmot_assessment_get_groups (of);
  GListStore *evidence = marmot_assessment_get_evidence (of);

  self->responses = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_hash_table_new (g_str_hash, g_str_equal);
  self->evidence = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < assessment_count (responses); i++)
    {
      MarmotAssessmentResponse *response = assessment_item (responses, i);

      note (self->responses, marmot_assessment_response_get_question (response), response);
    }
  for (guint i = 0; i < assessment_count (groups); i++)
    note (self->groups, marmot_assessment_group_get_dimension (assessment_item (groups, i)), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < assessment_count (evidence); i++)
    note (self->evidence, marmot_evidence_get_key (assessment_item (evidence, i)), GUINT_TO_POINTER (i + 1));
  self->questions = template ? index_list (marmot_assessment_template_get_questions (template), get_question) : NULL;
  self->dimensions = template ? index_list (marmot_assessment_template_get_dimensions (template), get_dimension) : NULL;
}

void
assessment_index_clear (AssessmentIndex *self)
{
  g_clear_pointer (&self->responses, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->evidence, g_hash_table_unref);
  g_clear_pointer (&self->questions, g_hash_table_unref);
  g_clear_pointer (&self->dimensions, g_hash_table_unref);
}
