/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The versions of an assessment as a list, and what they share: an entry of a list that is in
 * one content as in the content before is one object in memory, so that a hundred versions
 * take little more than one.
 */
#include "assessment-private.h"

/* Of a text: enough to tell most from each other. */
#define HASHED_BYTES 256

struct _AssessmentHistory
{
  GObject parent_instance;

  GPtrArray *versions;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AssessmentHistory, assessment_history, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return MARMOT_TYPE_ASSESSMENT_VERSION;
}

static guint
get_n_items (GListModel *model)
{
  return ASSESSMENT_HISTORY (model)->versions->len;
}

static gpointer
get_item (GListModel *model,
          guint place)
{
  GPtrArray *versions = ASSESSMENT_HISTORY (model)->versions;

  return place < versions->len ? g_object_ref (versions->pdata[place]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
assessment_history_finalize (GObject *object)
{
  g_ptr_array_unref (ASSESSMENT_HISTORY (object)->versions);

  G_OBJECT_CLASS (assessment_history_parent_class)->finalize (object);
}

static void
assessment_history_class_init (AssessmentHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = assessment_history_finalize;
}

static void
assessment_history_init (AssessmentHistory *self)
{
  self->versions = g_ptr_array_new_with_free_func (g_object_unref);
}

AssessmentHistory *
assessment_history_new (void)
{
  return g_object_new (ASSESSMENT_TYPE_HISTORY, NULL);
}

guint
assessment_history_count (AssessmentHistory *self)
{
  return self->versions->len;
}

MarmotAssessmentVersion *
assessment_history_at (AssessmentHistory *self,
                       guint place)
{
  return self->versions->pdata[place];
}

MarmotAssessmentVersion *
assessment_history_last (AssessmentHistory *self)
{
  return self->versions->len ? self->versions->pdata[self->versions->len - 1] : NULL;
}

void
assessment_history_append (AssessmentHistory *self,
                           MarmotAssessmentVersion *version)
{
  g_ptr_array_add (self->versions, version);
  g_list_model_items_changed (G_LIST_MODEL (self), self->versions->len - 1, 0, 1);
}

void
assessment_history_clear (AssessmentHistory *self)
{
  const guint n = self->versions->len;

  g_ptr_array_set_size (self->versions, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

void
assessment_history_copy (AssessmentHistory *to,
                         AssessmentHistory *from)
{
  for (guint i = 0; i < from->versions->len; i++)
    assessment_history_append (to, g_object_ref (from->versions->pdata[i]));
}

static gboolean
versions_equal (MarmotAssessmentVersion *a,
                MarmotAssessmentVersion *b)
{
  g_autoptr (json_t) x = NULL;
  g_autoptr (json_t) y = NULL;

  if (a == b)
    return TRUE;
  x = assessment_version_write (a);
  y = assessment_version_write (b);
  return json_equal (x, y)
         && g_strcmp0 (marmot_assessment_version_get_digest (a), marmot_assessment_version_get_digest (b)) == 0
         && (assessment_version_peek (a) == assessment_version_peek (b)
             || json_equal (assessment_version_peek (a), assessment_version_peek (b)));
}

gboolean
assessment_history_equal (AssessmentHistory *self,
                          AssessmentHistory *other)
{
  gboolean equal = self->versions->len == other->versions->len;

  for (guint i = 0; equal && i < self->versions->len; i++)
    equal = versions_equal (self->versions->pdata[i], other->versions->pdata[i]);
  return equal;
}

/* --- what versions share ------------------------------------------------------------- */

/* Of what is equal the same, whatever the order of its keys: the beginnings of its texts. */
static guint
hash_value (gconstpointer key)
{
  json_t *value = (json_t *) key;
  guint hash = (guint) json_string_length (value) * 31 + (guint) json_typeof (value);

  if (json_is_string (value))
    for (size_t i = 0; i < MIN (json_string_length (value), HASHED_BYTES); i++)
      hash = hash * 33 + (guchar) json_string_value (value)[i];
  for (size_t i = 0; i < json_array_size (value); i++)
    hash = hash * 33 + hash_value (json_array_get (value, i));
  for (void *iter = json_object_iter (value); iter; iter = json_object_iter_next (value, iter))
    hash += g_str_hash (json_object_iter_key (iter)) ^ hash_value (json_object_iter_value (iter));
  return hash;
}

static gboolean
values_equal (gconstpointer a,
              gconstpointer b)
{
  return json_equal (a, b);
}

/* Puts entries of lists of before in place of those that say the same. */
static void
share_entries (json_t *content,
               json_t *before)
{
  for (void *iter = json_object_iter (content); iter; iter = json_object_iter_next (content, iter))
    {
      json_t *list = json_object_iter_value (iter);
      json_t *old = json_object_get (before, json_object_iter_key (iter));
      g_autoptr (GHashTable) known = NULL;

      if (!json_is_array (list) || !json_is_array (old))
        continue;
      known = g_hash_table_new (hash_value, values_equal);
      for (size_t i = 0; i < json_array_size (old); i++)
        g_hash_table_add (known, json_array_get (old, i));
      for (size_t i = 0; i < json_array_size (list); i++)
        {
          json_t *same = g_hash_table_lookup (known, json_array_get (list, i));

          if (same)
            json_array_set (list, i, same);
        }
    }
}

json_t *
assessment_make_content (MarmotAssessment *self,
                         json_t *before,
                         GError **error)
{
  g_autoptr (json_t) content = marmot_document_to_object (self, error);

  if (!content)
    return NULL;
  json_object_del (content, "state");
  if (before)
    share_entries (content, before);
  if (before && json_equal (content, before))
    return json_incref (before);
  return g_steal_pointer (&content);
}
