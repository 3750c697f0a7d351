/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What an assessment names of itself and has not: evidence by its key, actions by their
 * short names.
 */
#include "assessment-index-private.h"

#include "core/marmot-document-private.h"

typedef struct
{
  GHashTable *evidence;
  GHashTable *actions;
  GPtrArray *findings;
} Links;

static void
check_evidence (const Links *self,
                const char *const *keys,
                const char *path)
{
  g_autofree char *list = g_strconcat (path, "/evidence", NULL);

  for (guint i = 0; keys && keys[i]; i++)
    if (!g_hash_table_contains (self->evidence, keys[i]))
      g_ptr_array_add (self->findings,
                       marmot_finding_new ("links/evidence", MARMOT_SEVERITY_WARNING, NULL, 0, NULL, list,
                                           "It names evidence that is not there",
                                           "Add the evidence with that key, or correct the key"));
}

static void
check_action (const Links *self,
              const char *id,
              const char *path,
              const char *field)
{
  g_autofree char *place = g_strconcat (path, "/", field, NULL);

  if (id && !g_hash_table_contains (self->actions, id))
    g_ptr_array_add (self->findings,
                     marmot_finding_new ("links/action", MARMOT_SEVERITY_WARNING, NULL, 0, NULL, place,
                                         "It names an action that is not there",
                                         "Add the action with that short name, or correct the name"));
}

static void
check_responses (const Links *self,
                 GListModel *responses)
{
  for (guint i = 0; i < g_list_model_get_n_items (responses); i++)
    {
      g_autoptr (MarmotAssessmentResponse) response = g_list_model_get_item (responses, i);
      g_autofree char *path = marmot_document_step ("", "responses", i);

      check_evidence (self, marmot_assessment_response_get_evidence (response), path);
    }
}

static void
check_groups (const Links *self,
              GListModel *groups)
{
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (MarmotAssessmentGroup) group = g_list_model_get_item (groups, i);
      g_autofree char *path = marmot_document_step ("", "groups", i);

      check_evidence (self, marmot_assessment_group_get_evidence (group), path);
      check_action (self, marmot_assessment_group_get_action (group), path, "action");
    }
}

static void
check_reviews (const Links *self,
               GListModel *reviews)
{
  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr (MarmotAssessmentReview) review = g_list_model_get_item (reviews, i);
      const char *const *actions = marmot_assessment_review_get_actions (review);
      g_autofree char *path = marmot_document_step ("", "reviews", i);

      for (guint j = 0; actions && actions[j]; j++)
        check_action (self, actions[j], path, "actions");
    }
}

void
assessment_check_links (MarmotAssessment *self,
                        GPtrArray *findings)
{
  g_autoptr (GHashTable) evidence = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) actions = g_hash_table_new (g_str_hash, g_str_equal);
  const Links links = { evidence, actions, findings };
  GListModel *list = G_LIST_MODEL (marmot_assessment_get_evidence (self));

  /* The lists hold what is looked at here. */
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (MarmotEvidence) piece = g_list_model_get_item (list, i);

      if (marmot_evidence_get_key (piece))
        g_hash_table_add (evidence, (gpointer) marmot_evidence_get_key (piece));
    }
  list = G_LIST_MODEL (marmot_assessment_get_actions (self));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (MarmotAction) action = g_list_model_get_item (list, i);

      if (marmot_action_get_id (action))
        g_hash_table_add (actions, (gpointer) marmot_action_get_id (action));
    }
  check_responses (&links, G_LIST_MODEL (marmot_assessment_get_responses (self)));
  check_groups (&links, G_LIST_MODEL (marmot_assessment_get_groups (self)));
  check_reviews (&links, G_LIST_MODEL (marmot_assessment_get_reviews (self)));
}
