/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "assessment-private.h"
#include "core/marmot-document-text-private.h"
#include "core/marmot-record-private.h"

struct _MarmotAssessmentVersion
{
  GObject parent_instance;

  guint number;
  MarmotAssessmentState state;
  MarmotPeriod *day;
  char *role;
  char *reason;
  char *successor;
  char *content_digest;
  char *parent_digest;
  char *digest;
  json_t *content; /* nullable; parts of it are those of other versions as well */
};

G_DEFINE_FINAL_TYPE (MarmotAssessmentVersion, marmot_assessment_version, G_TYPE_OBJECT)

/**
 * MarmotAssessmentVersion:number: (getter get_number)
 *
 * Which version it is, from 1.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentVersion:state: (getter get_state)
 *
 * The state that was reached.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentVersion:day: (getter get_day)
 *
 * The day on which it was.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentVersion:role: (getter get_role)
 *
 * The role of who did it.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentVersion:reason: (getter get_reason)
 *
 * Why.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentVersion:successor: (getter get_successor)
 *
 * The assessment that took its place.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentVersion:content-digest: (getter get_content_digest)
 *
 * The digest of its content, as it was recorded.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentVersion:parent-digest: (getter get_parent_digest)
 *
 * The digest of the version before.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentVersion:digest: (getter get_digest)
 *
 * Its own digest, as it was recorded.
 *
 * Since: 1.0
 */

static const MarmotRecordField fields[] = {
  { "number", marmot_record_type_uint, G_STRUCT_OFFSET (MarmotAssessmentVersion, number), 0 },
  { "state", marmot_assessment_state_get_type, G_STRUCT_OFFSET (MarmotAssessmentVersion, state), 0 },
  { "day", marmot_period_get_type, G_STRUCT_OFFSET (MarmotAssessmentVersion, day), 0 },
  { "role", NULL, G_STRUCT_OFFSET (MarmotAssessmentVersion, role), 0 },
  { "reason", NULL, G_STRUCT_OFFSET (MarmotAssessmentVersion, reason), 0 },
  { "successor", NULL, G_STRUCT_OFFSET (MarmotAssessmentVersion, successor), 0 },
  { "content-digest", NULL, G_STRUCT_OFFSET (MarmotAssessmentVersion, content_digest), 0 },
  { "parent-digest", NULL, G_STRUCT_OFFSET (MarmotAssessmentVersion, parent_digest), 0 },
  { "digest", NULL, G_STRUCT_OFFSET (MarmotAssessmentVersion, digest), 0 },
};

static void (*finalize_fields) (GObject *object);

static void
marmot_assessment_version_finalize (GObject *object)
{
  json_decref (MARMOT_ASSESSMENT_VERSION (object)->content);
  finalize_fields (object);
}

static void
marmot_assessment_version_class_init (MarmotAssessmentVersionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  marmot_record_class_init (object_class, fields, G_N_ELEMENTS (fields));
  finalize_fields = object_class->finalize;
  object_class->finalize = marmot_assessment_version_finalize;
}

static void
marmot_assessment_version_init (MarmotAssessmentVersion *self)
{
}

MarmotAssessmentVersion *
assessment_version_new (guint number,
                        MarmotAssessmentState state,
                        MarmotPeriod *day,
                        const char *role,
                        const char *reason,
                        const char *successor,
                        const char *content_digest,
                        const char *parent_digest,
                        const char *digest,
                        json_t *content)
{
  MarmotAssessmentVersion *self
      = g_object_new (MARMOT_TYPE_ASSESSMENT_VERSION, "number", number, "state", state, "day", day, "role", role, "reason",
                      reason, "successor", successor, "content-digest", content_digest, "parent-digest", parent_digest,
                      "digest", digest, NULL);

  self->content = content;
  return self;
}

json_t *
assessment_version_peek (MarmotAssessmentVersion *self)
{
  return self->content;
}

static void
set_text (json_t *object,
          const char *key,
          const char *text)
{
  if (text)
    json_object_set_new (object, key, json_string (text));
}

json_t *
assessment_version_write (MarmotAssessmentVersion *self)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (MARMOT_TYPE_ASSESSMENT_STATE);
  GEnumValue *state = g_enum_get_value (states, (int) self->state);
  g_autofree char *day = self->day ? marmot_document_print_period (self->day) : NULL;
  json_t *object = json_object ();

  json_object_set_new (object, "number", json_integer (self->number));
  set_text (object, "state", state ? state->value_nick : NULL);
  set_text (object, "day", day);
  set_text (object, "role", self->role);
  set_text (object, "reason", self->reason);
  set_text (object, "successor", self->successor);
  set_text (object, "content_digest", self->content_digest);
  set_text (object, "parent_digest", self->parent_digest);
  return object;
}

char *
assessment_version_compute (MarmotAssessmentVersion *self)
{
  g_autoptr (json_t) object = assessment_version_write (self);

  return marmot_json_digest (object);
}

GBytes *
marmot_assessment_version_get_content (MarmotAssessmentVersion *self)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_VERSION (self), NULL);

  return self->content ? marmot_json_canonical (self->content) : NULL;
}

MarmotAssessment *
marmot_assessment_version_restore (MarmotAssessmentVersion *self,
                                   GError **error)
{
  MarmotAssessment *assessment;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_VERSION (self), NULL);

  if (!self->content)
    {
      g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_NOT_FOUND,
                   "The content of version %u is missing from the file: look for another copy of it", self->number);
      return NULL;
    }
  assessment = marmot_document_from_object (MARMOT_TYPE_ASSESSMENT, self->content, error);
  if (assessment)
    assessment_enter_state (assessment, self->state);
  else
    g_prefix_error (error, "Version %u: ", self->number);
  return assessment;
}

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotAssessmentVersion, marmot_assessment_version, MARMOT_IS_ASSESSMENT_VERSION, CType, field, on_failure)

GETTER (guint, number, 0)
GETTER (MarmotAssessmentState, state, 0)
GETTER (MarmotPeriod *, day, NULL)
GETTER (const char *, role, NULL)
GETTER (const char *, reason, NULL)
GETTER (const char *, successor, NULL)
GETTER (const char *, content_digest, NULL)
GETTER (const char *, parent_digest, NULL)
GETTER (const char *, digest, NULL)
