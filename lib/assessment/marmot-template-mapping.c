/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-data-file-private.h"
#include "core/marmot-data-private.h"
#include "core/marmot-read-private.h"
#include "mapping-private.h"
#include "template-private.h"

#define FORMAT "marmot-template-mapping"
#define MAX_BYTES (1024 * 1024)

static const char *const file_keys[] = { "format", "from", "to", "notes", "questions", "dimensions", NULL };

static const struct
{
  const char *from;
  const char *to;
  const char *file;
} builtins[] = {
  { "phe-heat-simplified-2020", "equality-impact", "mapping-heat-to-equality-impact.json" },
  { "equality-impact", "phe-heat-simplified-2020", "mapping-equality-impact-to-heat.json" },
};

struct _MarmotTemplateMapping
{
  GObject parent_instance;

  json_t *file; /* NULL unless it was read from one */
};

G_DEFINE_FINAL_TYPE (MarmotTemplateMapping, marmot_template_mapping, G_TYPE_OBJECT)

static void
marmot_template_mapping_finalize (GObject *object)
{
  json_decref (MARMOT_TEMPLATE_MAPPING (object)->file);

  G_OBJECT_CLASS (marmot_template_mapping_parent_class)->finalize (object);
}

static void
marmot_template_mapping_class_init (MarmotTemplateMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = marmot_template_mapping_finalize;
}

static void
marmot_template_mapping_init (MarmotTemplateMapping *self)
{
}

/* --- reading -------------------------------------------------------------------------- */

static gboolean
refuse_id (GError **error,
           const char *path)
{
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE,
               "%s: a short name belongs here, as a text: small letters, digits and hyphens", path);
  return FALSE;
}

static gboolean
check_template (json_t *file,
                const char *key,
                GError **error)
{
  const char *id = json_string_value (json_object_get (file, key));

  return (id && template_is_id (id)) || refuse_id (error, key);
}

static gboolean
check_pairs (json_t *file,
             const char *key,
             gboolean is_one_to_one,
             GError **error)
{
  json_t *pairs = json_object_get (file, key);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (pairs && !json_is_object (pairs))
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "%s: an object belongs here, in braces", key);
      return FALSE;
    }
  for (void *iter = json_object_iter (pairs); iter; iter = json_object_iter_next (pairs, iter))
    {
      const char *from = json_object_iter_key (iter);
      const char *to = json_string_value (json_object_iter_value (iter));
      g_autofree char *path = NULL;

      if (!template_is_id (from))
        return refuse_id (error, key);
      path = g_strdup_printf ("%s/%s", key, from);
      if (!to || !template_is_id (to))
        return refuse_id (error, path);
      if (is_one_to_one && !g_hash_table_add (seen, (gpointer) to))
        return data_file_refuse (error, path, "another dimension becomes the same: rows are not joined; leave one of them out");
    }
  return TRUE;
}

MarmotTemplateMapping *
marmot_template_mapping_new_from_json (GBytes *json,
                                       GError **error)
{
  g_autoptr (json_t) file = NULL;
  MarmotTemplateMapping *self;
  const char *notes;

  g_return_val_if_fail (json != NULL, NULL);

  file = marmot_json_load_limited (json, "template mapping", MAX_BYTES, error);
  if (!file)
    return NULL;
  if (g_strcmp0 (json_string_value (json_object_get (file, "format")), FORMAT) != 0)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_PARSE, "This is no template mapping: it needs \"format\": \"%s\"", FORMAT);
      return NULL;
    }
  if (!data_file_object (file, "template mapping", file_keys, error) || !check_template (file, "from", error)
      || !check_template (file, "to", error) || !check_pairs (file, "questions", FALSE, error)
      || !check_pairs (file, "dimensions", TRUE, error)
      || !data_file_text (file, "template mapping", "notes", FALSE, &notes, error))
    return NULL;
  self = g_object_new (MARMOT_TYPE_TEMPLATE_MAPPING, NULL);
  self->file = g_steal_pointer (&file);
  return self;
}

MarmotTemplateMapping *
marmot_template_mapping_new_from_file (GFile *file,
                                       GCancellable *cancellable,
                                       GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  MarmotTemplateMapping *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = marmot_read_file (file, MAX_BYTES, cancellable, error);
  self = bytes ? marmot_template_mapping_new_from_json (bytes, error) : NULL;
  if (bytes && !self)
    {
      g_autofree char *name = marmot_file_name (file);

      g_prefix_error (error, "%s: ", name);
    }
  return self;
}

MarmotTemplateMapping *
marmot_template_mapping_new_builtin (const char *old_template,
                                     const char *new_template,
                                     GError **error)
{
  g_autoptr (GString) known = NULL;

  g_return_val_if_fail (old_template != NULL, NULL);
  g_return_val_if_fail (new_template != NULL, NULL);

  known = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (builtins); i++)
    {
      if (g_str_equal (builtins[i].from, old_template) && g_str_equal (builtins[i].to, new_template))
        {
          g_autoptr (GBytes) json = marmot_data_lookup (builtins[i].file, error);

          return json ? marmot_template_mapping_new_from_json (json, error) : NULL;
        }
      g_string_append_printf (known, "%s%s to %s", i ? ", " : "", builtins[i].from, builtins[i].to);
    }
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
               "No mapping between these templates is built in: write one as a file; there are: %s", known->str);
  return NULL;
}

/* --- what is there -------------------------------------------------------------------- */

static const char *
look_up (MarmotTemplateMapping *self,
         const char *part,
         const char *id)
{
  return json_string_value (json_object_get (json_object_get (self->file, part), id));
}

const char *
marmot_template_mapping_get_old_template (MarmotTemplateMapping *self)
{
  g_return_val_if_fail (MARMOT_IS_TEMPLATE_MAPPING (self), NULL);

  return json_string_value (json_object_get (self->file, "from"));
}

const char *
marmot_template_mapping_get_new_template (MarmotTemplateMapping *self)
{
  g_return_val_if_fail (MARMOT_IS_TEMPLATE_MAPPING (self), NULL);

  return json_string_value (json_object_get (self->file, "to"));
}

const char *
marmot_template_mapping_find_question (MarmotTemplateMapping *self,
                                       const char *id)
{
  g_return_val_if_fail (MARMOT_IS_TEMPLATE_MAPPING (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return look_up (self, "questions", id);
}

const char *
marmot_template_mapping_find_dimension (MarmotTemplateMapping *self,
                                        const char *id)
{
  g_return_val_if_fail (MARMOT_IS_TEMPLATE_MAPPING (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return look_up (self, "dimensions", id);
}

typedef gboolean (*TemplateHas) (MarmotAssessmentTemplate *form, const char *id);

static gboolean
check_names (MarmotTemplateMapping *self,
             const char *part,
             MarmotAssessmentTemplate *old_form,
             MarmotAssessmentTemplate *new_form,
             TemplateHas has,
             GError **error)
{
  json_t *pairs = json_object_get (self->file, part);

  for (void *iter = json_object_iter (pairs); iter; iter = json_object_iter_next (pairs, iter))
    {
      const char *from = json_object_iter_key (iter);
      g_autofree char *path = g_strdup_printf ("%s/%s", part, from);

      if (old_form && !has (old_form, from))
        return data_file_refuse (error, path, "the old template has nothing that is called so: take it out, or correct it");
      if (!has (new_form, json_string_value (json_object_iter_value (iter))))
        return data_file_refuse (error, path, "it becomes what the new template has not: take it out, or correct it");
    }
  return TRUE;
}

gboolean
mapping_has_question (MarmotAssessmentTemplate *form,
                      const char *id)
{
  return marmot_assessment_template_find_question (form, id) != NULL;
}

gboolean
mapping_has_dimension (MarmotAssessmentTemplate *form,
                       const char *id)
{
  return marmot_assessment_template_find_dimension (form, id) != NULL;
}

gboolean
mapping_check (MarmotTemplateMapping *self,
               MarmotAssessmentTemplate *old_form,
               MarmotAssessmentTemplate *new_form,
               GError **error)
{
  return check_names (self, "questions", old_form, new_form, mapping_has_question, error)
         && check_names (self, "dimensions", old_form, new_form, mapping_has_dimension, error);
}
