/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The assessments of an organisation, and the templates that they are of.
 */
#include <marmot/marmot.h>

#include "assessment-index-private.h"
#include "refresh-private.h"
#include "register-private.h"

#define MAX_FAULTS 1000

struct _MarmotAssessmentRegister
{
  GObject parent_instance;

  GPtrArray *entries;   /* of RegisterEntry */
  GListStore *templates;
  GHashTable *by_hash;  /* the same, by digest; the last of each */
  GPtrArray *faults;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MarmotAssessmentRegister, marmot_assessment_register, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
entry_free (gpointer data)
{
  RegisterEntry *entry = data;

  g_object_unref (entry->assessment);
  g_free (entry->file);
  g_free (entry);
}

static void
marmot_assessment_register_finalize (GObject *object)
{
  MarmotAssessmentRegister *self = MARMOT_ASSESSMENT_REGISTER (object);

  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->by_hash);
  g_object_unref (self->templates);
  g_ptr_array_unref (self->faults);

  G_OBJECT_CLASS (marmot_assessment_register_parent_class)->finalize (object);
}

static void
marmot_assessment_register_class_init (MarmotAssessmentRegisterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_assessment_register_finalize;
}

static void
marmot_assessment_register_init (MarmotAssessmentRegister *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->templates = g_list_store_new (MARMOT_TYPE_ASSESSMENT_TEMPLATE);
  self->by_hash = g_hash_table_new (g_str_hash, g_str_equal);
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
}

static GType
get_item_type (GListModel *model)
{
  return MARMOT_TYPE_ASSESSMENT;
}

static guint
get_n_items (GListModel *model)
{
  return MARMOT_ASSESSMENT_REGISTER (model)->entries->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  MarmotAssessmentRegister *self = MARMOT_ASSESSMENT_REGISTER (model);

  return position < self->entries->len ? g_object_ref (register_peek (self, position)->assessment) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

MarmotAssessmentRegister *
marmot_assessment_register_new (void)
{
  MarmotAssessmentRegister *self = g_object_new (MARMOT_TYPE_ASSESSMENT_REGISTER, NULL);
  g_auto (GStrv) builtin = marmot_assessment_template_list_builtin ();

  for (gsize i = 0; builtin[i]; i++)
    {
      g_autoptr (MarmotAssessmentTemplate) form = marmot_assessment_template_new_builtin (builtin[i], NULL);

      if (form)
        marmot_assessment_register_add_template (self, form);
    }
  return self;
}

MarmotAssessmentRegister *
marmot_assessment_register_new_from_folder (GFile *folder,
                                            GCancellable *cancellable,
                                            GError **error)
{
  g_autoptr (MarmotAssessmentRegister) self = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  self = marmot_assessment_register_new ();
  return marmot_assessment_register_load_folder (self, folder, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

/* --- what is in it ---------------------------------------------------------------------- */

guint
register_count (MarmotAssessmentRegister *self)
{
  return self->entries->len;
}

const RegisterEntry *
register_peek (MarmotAssessmentRegister *self,
               guint place)
{
  return self->entries->pdata[place];
}

gboolean
register_is_current (MarmotAssessment *assessment)
{
  const MarmotAssessmentState state = marmot_assessment_get_state (assessment);

  return state != MARMOT_ASSESSMENT_STATE_SUPERSEDED && state != MARMOT_ASSESSMENT_STATE_WITHDRAWN;
}

GHashTable *
register_index (MarmotAssessmentRegister *self)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const char *id = marmot_assessment_get_id (register_peek (self, i)->assessment);

      if (id && !g_hash_table_contains (by_id, id))
        g_hash_table_insert (by_id, (gpointer) id, GUINT_TO_POINTER (i + 1));
    }
  return by_id;
}

void
marmot_assessment_register_add (MarmotAssessmentRegister *self,
                                MarmotAssessment *assessment,
                                const char *file)
{
  RegisterEntry *entry;

  g_return_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self));
  g_return_if_fail (MARMOT_IS_ASSESSMENT (assessment));

  entry = g_new0 (RegisterEntry, 1);
  entry->assessment = g_object_ref (assessment);
  entry->file = file && *file ? g_utf8_make_valid (file, -1) : NULL;
  g_ptr_array_add (self->entries, entry);
  g_list_model_items_changed (G_LIST_MODEL (self), self->entries->len - 1, 0, 1);
}

void
marmot_assessment_register_remove (MarmotAssessmentRegister *self,
                                   guint position)
{
  g_return_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self));
  g_return_if_fail (position < self->entries->len);

  g_ptr_array_remove_index (self->entries, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

MarmotAssessment *
marmot_assessment_register_lookup (MarmotAssessmentRegister *self,
                                   const char *id)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    if (g_strcmp0 (marmot_assessment_get_id (register_peek (self, i)->assessment), id) == 0)
      return register_peek (self, i)->assessment;
  return NULL;
}

const char *
marmot_assessment_register_get_file (MarmotAssessmentRegister *self,
                                     guint position)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);
  g_return_val_if_fail (position < self->entries->len, NULL);

  return register_peek (self, position)->file;
}

/* --- templates -------------------------------------------------------------------------- */

void
marmot_assessment_register_add_template (MarmotAssessmentRegister *self,
                                         MarmotAssessmentTemplate *form)
{
  const char *digest;

  g_return_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self));
  g_return_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (form));

  digest = marmot_assessment_template_get_digest (form);
  if (!digest || g_hash_table_contains (self->by_hash, digest))
    return;
  g_list_store_append (self->templates, form);
  g_hash_table_insert (self->by_hash, (gpointer) digest, form);
}

GListModel *
marmot_assessment_register_get_templates (MarmotAssessmentRegister *self)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);

  return G_LIST_MODEL (self->templates);
}

MarmotAssessmentTemplate *
marmot_assessment_register_find_template (MarmotAssessmentRegister *self,
                                          MarmotAssessment *assessment)
{
  MarmotAssessmentTemplate *found = NULL;
  const char *id, *digest;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (assessment), NULL);

  id = marmot_assessment_get_template (assessment);
  digest = marmot_assessment_get_template_hash (assessment);
  if (!id)
    return NULL;
  if (digest)
    {
      found = g_hash_table_lookup (self->by_hash, digest);
      return found && g_strcmp0 (marmot_assessment_template_get_id (found), id) == 0 ? found : NULL;
    }
  for (guint i = 0; i < assessment_count (self->templates); i++)
    if (g_strcmp0 (marmot_assessment_template_get_id (assessment_item (self->templates, i)), id) == 0)
      {
        if (found)
          return NULL;
        found = assessment_item (self->templates, i);
      }
  return found;
}

/* --- faults ----------------------------------------------------------------------------- */

void
register_add_fault (MarmotAssessmentRegister *self,
                    const char *file,
                    guint64 row,
                    const char *message,
                    const char *fix)
{
  if (self->faults->len < MAX_FAULTS)
    g_ptr_array_add (self->faults, marmot_finding_new ("register/not-read", MARMOT_SEVERITY_ERROR, file, row, NULL, NULL,
                                                       message, fix));
}

GPtrArray *
marmot_assessment_register_list_faults (MarmotAssessmentRegister *self)
{
  GPtrArray *faults;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);

  faults = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  for (guint i = 0; i < self->faults->len; i++)
    g_ptr_array_add (faults, marmot_finding_ref (self->faults->pdata[i]));
  return faults;
}

/* --- actions and evidence --------------------------------------------------------------- */

GPtrArray *
marmot_assessment_register_list_plans (MarmotAssessmentRegister *self)
{
  GPtrArray *plans;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);

  plans = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->entries->len; i++)
    {
      MarmotAssessment *assessment = register_peek (self, i)->assessment;

      if (register_is_current (assessment) && assessment_count (marmot_assessment_get_actions (assessment)) > 0)
        g_ptr_array_add (plans, marmot_assessment_to_action_plan (assessment));
    }
  return plans;
}

MarmotAssessmentRefresh *
marmot_assessment_register_refresh (MarmotAssessmentRegister *self,
                                    MarmotObservationSet **sets,
                                    gsize n_sets,
                                    const GDate *day)
{
  g_autofree RefreshSubject *subjects = NULL;
  gsize n_subjects = 0;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REGISTER (self), NULL);
  g_return_val_if_fail (sets != NULL || n_sets == 0, NULL);
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  subjects = g_new0 (RefreshSubject, self->entries->len + 1);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const RegisterEntry *entry = register_peek (self, i);

      if (register_is_current (entry->assessment))
        subjects[n_subjects++] = (RefreshSubject){ entry->assessment, entry->file, TRUE };
    }
  return refresh_run (subjects, n_subjects, sets, n_sets, day);
}
