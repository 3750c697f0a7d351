/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include <string.h>

#include "core/marmot-data-private.h"
#include "core/marmot-read-private.h"
#include "template-private.h"

#define MAX_FINDINGS 1000
/* A form of more bytes is none. */
#define MAX_BYTES (8 * 1024 * 1024)

static const struct
{
  const char *id;
  const char *file;
} builtins[] = {
  { "phe-heat-simplified-2020", "template-heat-simplified-2020.json" },
  { "equality-impact", "template-equality-impact.json" },
};

struct _MarmotAssessmentTemplate
{
  GObject parent_instance;

  TemplateData data;
  char *digest;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_PUBLISHER,
  PROP_LICENCE,
  PROP_ATTRIBUTION,
  PROP_SOURCE,
  PROP_NOTES,
  PROP_REVIEW_FROM,
  PROP_REVIEW_UNTIL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MarmotAssessmentTemplate, marmot_assessment_template, G_TYPE_OBJECT)

static void
marmot_assessment_template_finalize (GObject *object)
{
  MarmotAssessmentTemplate *self = MARMOT_ASSESSMENT_TEMPLATE (object);

  template_data_clear (&self->data);
  g_free (self->digest);

  G_OBJECT_CLASS (marmot_assessment_template_parent_class)->finalize (object);
}

static void
marmot_assessment_template_get_property (GObject *object,
                                         guint id,
                                         GValue *value,
                                         GParamSpec *pspec)
{
  MarmotAssessmentTemplate *self = MARMOT_ASSESSMENT_TEMPLATE (object);
  const TemplateData *data = &self->data;

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, data->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, data->title);
      break;
    case PROP_PUBLISHER:
      g_value_set_string (value, data->publisher);
      break;
    case PROP_LICENCE:
      g_value_set_string (value, data->licence);
      break;
    case PROP_ATTRIBUTION:
      g_value_set_string (value, data->attribution);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, data->source);
      break;
    case PROP_NOTES:
      g_value_set_string (value, data->notes);
      break;
    case PROP_REVIEW_FROM:
      g_value_set_uint (value, data->review_from);
      break;
    case PROP_REVIEW_UNTIL:
      g_value_set_uint (value, data->review_until);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

#define TEXT(name) g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)
#define MONTHS(name) g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

static void
marmot_assessment_template_class_init (MarmotAssessmentTemplateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = marmot_assessment_template_finalize;
  object_class->get_property = marmot_assessment_template_get_property;

  /**
   * MarmotAssessmentTemplate:id: (getter get_id)
   *
   * Its short name.
   *
   * Since: 1.0
   */
  properties[PROP_ID] = TEXT ("id");

  /**
   * MarmotAssessmentTemplate:title: (getter get_title)
   *
   * Its title.
   *
   * Since: 1.0
   */
  properties[PROP_TITLE] = TEXT ("title");

  /**
   * MarmotAssessmentTemplate:publisher: (getter get_publisher)
   *
   * Who published it.
   *
   * Since: 1.0
   */
  properties[PROP_PUBLISHER] = TEXT ("publisher");

  /**
   * MarmotAssessmentTemplate:licence: (getter get_licence)
   *
   * Under which its words may be used.
   *
   * Since: 1.0
   */
  properties[PROP_LICENCE] = TEXT ("licence");

  /**
   * MarmotAssessmentTemplate:attribution: (getter get_attribution)
   *
   * The words that the licence asks for.
   *
   * Since: 1.0
   */
  properties[PROP_ATTRIBUTION] = TEXT ("attribution");

  /**
   * MarmotAssessmentTemplate:source: (getter get_source)
   *
   * Where it was published.
   *
   * Since: 1.0
   */
  properties[PROP_SOURCE] = TEXT ("source");

  /**
   * MarmotAssessmentTemplate:notes: (getter get_notes)
   *
   * What else is to be known of it.
   *
   * Since: 1.0
   */
  properties[PROP_NOTES] = TEXT ("notes");

  /**
   * MarmotAssessmentTemplate:review-from: (getter get_review_from)
   *
   * How many months after it was completed an assessment can be reviewed.
   *
   * Since: 1.0
   */
  properties[PROP_REVIEW_FROM] = MONTHS ("review-from");

  /**
   * MarmotAssessmentTemplate:review-until: (getter get_review_until)
   *
   * After how many months the review is overdue; 0 for none.
   *
   * Since: 1.0
   */
  properties[PROP_REVIEW_UNTIL] = MONTHS ("review-until");

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
marmot_assessment_template_init (MarmotAssessmentTemplate *self)
{
}

/* --- reading and writing ------------------------------------------------------------- */

/* What a form is by its words: the key order of a file does not matter. */
static char *
make_hash (const TemplateData *data)
{
  g_autoptr (json_t) document = template_write (data);

  return marmot_json_digest (document);
}

/* NULL where there are faults, which are in the log, or where it is no JSON. */
static MarmotAssessmentTemplate *
read_template (GBytes *json,
               MarmotFindingLog *log,
               GError **error)
{
  g_autoptr (MarmotAssessmentTemplate) self = NULL;
  g_autoptr (json_t) document = marmot_json_load_limited (json, "template", MAX_BYTES, error);

  if (!document)
    return NULL;
  self = g_object_new (MARMOT_TYPE_ASSESSMENT_TEMPLATE, NULL);
  if (!template_read (document, log, &self->data))
    return NULL;
  self->digest = make_hash (&self->data);
  return g_steal_pointer (&self);
}

MarmotAssessmentTemplate *
marmot_assessment_template_new_from_json (GBytes *json,
                                          GError **error)
{
  g_autoptr (MarmotFindingLog) log = marmot_finding_log_new (NULL, MAX_FINDINGS);
  g_autoptr (GError) fault = NULL;
  MarmotAssessmentTemplate *self;

  g_return_val_if_fail (json != NULL, NULL);

  self = read_template (json, log, &fault);
  if (!self)
    {
      if (fault)
        g_propagate_error (error, g_steal_pointer (&fault));
      else
        marmot_finding_log_end (log, error);
    }
  return self;
}

MarmotAssessmentTemplate *
marmot_assessment_template_new_from_file (GFile *file,
                                          GCancellable *cancellable,
                                          GError **error)
{
  g_autoptr (GBytes) json = NULL;
  MarmotAssessmentTemplate *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  json = marmot_read_file (file, MAX_BYTES, cancellable, error);
  if (!json)
    return NULL;
  self = marmot_assessment_template_new_from_json (json, error);
  if (!self)
    {
      g_autofree char *name = marmot_file_name (file);

      g_prefix_error (error, "%s: ", name);
    }
  return self;
}

GPtrArray *
marmot_assessment_template_check (GBytes *json)
{
  g_autoptr (MarmotFindingLog) log = marmot_finding_log_new (NULL, MAX_FINDINGS);
  g_autoptr (MarmotAssessmentTemplate) template = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  template = read_template (json, log, &error);
  if (error)
    marmot_finding_log_add_path (log, "template/json", MARMOT_SEVERITY_ERROR, NULL, "Correct the document", "%s",
                                 error->message);
  return g_ptr_array_ref (log->findings);
}

MarmotAssessmentTemplate *
marmot_assessment_template_new_builtin (const char *id,
                                        GError **error)
{
  g_autoptr (GBytes) json = NULL;
  g_auto (GStrv) names = NULL;
  g_autofree char *known = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (builtins); i++)
    if (g_str_equal (builtins[i].id, id))
      {
        json = marmot_data_lookup (builtins[i].file, error);
        return json ? marmot_assessment_template_new_from_json (json, error) : NULL;
      }
  names = marmot_assessment_template_list_builtin ();
  known = g_strjoinv (", ", names);
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND, "No template is called so; there are: %s", known);
  return NULL;
}

char **
marmot_assessment_template_list_builtin (void)
{
  char **names = g_new0 (char *, G_N_ELEMENTS (builtins) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (builtins); i++)
    names[i] = g_strdup (builtins[i].id);
  return names;
}

GBytes *
marmot_assessment_template_to_json (MarmotAssessmentTemplate *self)
{
  g_autoptr (json_t) document = NULL;
  char *text;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (self), NULL);
  g_return_val_if_fail (self->data.questions != NULL, NULL);

  document = template_write (&self->data);
  text = marmot_json_dump (document);
  return g_bytes_new_take (text, strlen (text));
}

MarmotAssessmentTemplate *
marmot_assessment_template_with_dimensions (MarmotAssessmentTemplate *self,
                                            const char *id,
                                            MarmotDimension **dimensions,
                                            gsize n_dimensions,
                                            GError **error)
{
  g_autoptr (GBytes) json = NULL;
  g_autoptr (MarmotAssessmentTemplate) made = NULL;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (self), NULL);
  g_return_val_if_fail (self->data.questions != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (dimensions != NULL || n_dimensions == 0, NULL);

  if (!template_is_id (id) || g_strcmp0 (id, self->data.id) == 0)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                           "The template needs a short name of its own: small letters, digits and hyphens");
      return NULL;
    }
  json = marmot_assessment_template_to_json (self);
  made = marmot_assessment_template_new_from_json (json, error);
  if (!made)
    return NULL;
  for (gsize i = 0; i < n_dimensions; i++)
    {
      const char *name = marmot_dimension_get_id (dimensions[i]);

      if (marmot_dimension_get_kind (dimensions[i]) != MARMOT_DIMENSION_KIND_LOCAL)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Dimension %" G_GSIZE_FORMAT " is not local: the Equality Act has the characteristics that it has, "
                       "and only local ones can be added",
                       i + 1);
          return NULL;
        }
      if (!name || !template_is_id (name) || marmot_assessment_template_find_dimension (made, name)
          || !marmot_dimension_get_label (dimensions[i])
          || g_list_model_get_n_items (G_LIST_MODEL (made->data.dimensions)) >= TEMPLATE_MAX_ITEMS)
        {
          g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                       "Dimension %" G_GSIZE_FORMAT " has a short name that is none, or is there already: give it its own",
                       i + 1);
          return NULL;
        }
      template_list_add (made->data.dimensions, dimensions[i]);
    }
  g_free (made->data.id);
  made->data.id = g_strdup (id);
  g_free (made->digest);
  made->digest = make_hash (&made->data);
  return g_steal_pointer (&made);
}

/* --- what is there ------------------------------------------------------------------- */

#define GETTER(CType, field, on_failure)                                                  \
  CType marmot_assessment_template_get_##field (MarmotAssessmentTemplate *self)           \
  {                                                                                       \
    g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (self), on_failure);              \
                                                                                          \
    return self->data.field;                                                              \
  }

GETTER (const char *, id, NULL)
GETTER (const char *, title, NULL)
GETTER (const char *, publisher, NULL)
GETTER (const char *, licence, NULL)
GETTER (const char *, attribution, NULL)
GETTER (const char *, source, NULL)
GETTER (const char *, notes, NULL)
GETTER (guint, review_from, 0)
GETTER (guint, review_until, 0)

const char *
marmot_assessment_template_get_digest (MarmotAssessmentTemplate *self)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (self), NULL);

  return self->digest;
}

gboolean
marmot_assessment_template_is_valid_on (MarmotAssessmentTemplate *self,
                                        const GDate *day)
{
  gint64 days;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (self), FALSE);
  g_return_val_if_fail (day != NULL && g_date_valid (day), FALSE);

  days = (gint64) g_date_get_julian (day) - 719163;
  return (self->data.valid_from == G_MININT32 || self->data.valid_from <= days)
         && (self->data.valid_until == G_MININT32 || self->data.valid_until > days);
}

GListModel *
marmot_assessment_template_get_stages (MarmotAssessmentTemplate *self)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (self), NULL);

  return G_LIST_MODEL (self->data.stages);
}

GListModel *
marmot_assessment_template_get_questions (MarmotAssessmentTemplate *self)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (self), NULL);

  return G_LIST_MODEL (self->data.questions);
}

GListModel *
marmot_assessment_template_get_dimensions (MarmotAssessmentTemplate *self)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (self), NULL);

  return G_LIST_MODEL (self->data.dimensions);
}

typedef const char *(*GetId) (gpointer item);

/* Without a reference: the list holds it. */
static gpointer
find_item (TemplateList *list,
           const char *id,
           GetId get_id)
{
  guint n = list ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (g_strcmp0 (get_id (item), id) == 0)
        return item;
    }
  return NULL;
}

MarmotTemplateQuestion *
marmot_assessment_template_find_question (MarmotAssessmentTemplate *self,
                                          const char *id)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return find_item (self->data.questions, id, (GetId) (GCallback) marmot_template_question_get_id);
}

MarmotDimension *
marmot_assessment_template_find_dimension (MarmotAssessmentTemplate *self,
                                           const char *id)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return find_item (self->data.dimensions, id, (GetId) (GCallback) marmot_dimension_get_id);
}

gboolean
marmot_assessment_template_equal (MarmotAssessmentTemplate *self,
                                  MarmotAssessmentTemplate *other)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (self), FALSE);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (other), FALSE);

  return g_strcmp0 (self->digest, other->digest) == 0;
}

guint
marmot_assessment_template_hash (MarmotAssessmentTemplate *self)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (self), 0);

  return self->digest ? g_str_hash (self->digest) : 0;
}

char *
marmot_assessment_template_to_string (MarmotAssessmentTemplate *self)
{
  guint n_questions, n_dimensions;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (self), NULL);

  n_questions = self->data.questions ? g_list_model_get_n_items (G_LIST_MODEL (self->data.questions)) : 0;
  n_dimensions = self->data.dimensions ? g_list_model_get_n_items (G_LIST_MODEL (self->data.dimensions)) : 0;
  return g_strdup_printf ("%s: %u %s, %u %s", self->data.id ? self->data.id : "no template", n_questions,
                          n_questions == 1 ? "question" : "questions", n_dimensions,
                          n_dimensions == 1 ? "dimension" : "dimensions");
}
