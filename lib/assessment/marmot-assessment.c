/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "assessment-private.h"
#include "core/marmot-record-private.h"

struct _MarmotAssessment
{
  GObject parent_instance;

  char *id;
  char *template;
  char *template_hash;
  char *programme;
  char *scope;
  guint age_from;
  guint age_until;
  char *area;
  MarmotPeriod *starts;
  MarmotPeriod *ends;
  MarmotPeriod *programme_changed;
  MarmotPeriod *completed;
  char *organisation;
  char *owner_role;
  char *sponsor_role;
  MarmotAssessmentState state;
  char *source;
  char *notes;
  GListStore *responses;
  GListStore *groups;
  GListStore *evidence;
  GListStore *outcomes;
  GListStore *actions;
  GListStore *reviews;
  GListStore *engagement;
  AssessmentHistory *history;
};

#define PROP_VERSIONS (G_N_ELEMENTS (fields) + 1)

G_DEFINE_FINAL_TYPE (MarmotAssessment, marmot_assessment, G_TYPE_OBJECT)

/**
 * MarmotAssessment:id: (getter get_id) (setter set_id)
 *
 * Its short name.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:template: (getter get_template) (setter set_template)
 *
 * The short name of its template.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:template-hash: (getter get_template_hash) (setter set_template_hash)
 *
 * The hash of that template, as it was when the assessment was begun.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:programme: (getter get_programme) (setter set_programme)
 *
 * The programme that is assessed.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:scope: (getter get_scope) (setter set_scope)
 *
 * What it does, where and for whom.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:age-from: (getter get_age_from) (setter set_age_from)
 *
 * From which age people are in it.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:age-until: (getter get_age_until) (setter set_age_until)
 *
 * Up to which age people are in it, that age included; 0 if there is no limit.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:area: (getter get_area) (setter set_area)
 *
 * The area that it is for.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:starts: (getter get_starts) (setter set_starts)
 *
 * The day on which the programme starts.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:ends: (getter get_ends) (setter set_ends)
 *
 * The day on which the programme ends.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:programme-changed: (getter get_programme_changed) (setter set_programme_changed)
 *
 * The day on which the programme last changed.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:completed: (getter get_completed) (setter set_completed)
 *
 * The day on which the assessment was completed.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:organisation: (getter get_organisation) (setter set_organisation)
 *
 * The organisation that assesses.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:owner-role: (getter get_owner_role) (setter set_owner_role)
 *
 * The role of whoever answers for it.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:sponsor-role: (getter get_sponsor_role) (setter set_sponsor_role)
 *
 * The role of the senior leader who sponsors it.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:state: (getter get_state)
 *
 * How far it has come.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:source: (getter get_source) (setter set_source)
 *
 * Where it was published.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:notes: (getter get_notes) (setter set_notes)
 *
 * What else is to be known of it.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:versions: (getter get_versions)
 *
 * Its history.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:responses: (getter get_responses)
 *
 * The answers.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:groups: (getter get_groups)
 *
 * The rows of groups.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:evidence: (getter get_evidence)
 *
 * The evidence.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:outcomes: (getter get_outcomes)
 *
 * The outcomes.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:actions: (getter get_actions)
 *
 * The actions.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:reviews: (getter get_reviews)
 *
 * The reviews.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessment:engagement: (getter get_engagement)
 *
 * Who was asked.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "id", MARMOT_DOCUMENT_ID, G_STRUCT_OFFSET (MarmotAssessment, id), NULL, 0 },
  { "template", MARMOT_DOCUMENT_REFERENCE, G_STRUCT_OFFSET (MarmotAssessment, template), NULL, 0 },
  { "template-hash", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessment, template_hash), NULL, 0 },
  { "programme", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessment, programme), NULL, 0 },
  { "scope", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessment, scope), NULL, 0 },
  { "age-from", MARMOT_DOCUMENT_NUMBER, G_STRUCT_OFFSET (MarmotAssessment, age_from), NULL, 0 },
  { "age-until", MARMOT_DOCUMENT_NUMBER, G_STRUCT_OFFSET (MarmotAssessment, age_until), NULL, 0 },
  { "area", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessment, area), NULL, 0 },
  { "starts", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotAssessment, starts), NULL, 0 },
  { "ends", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotAssessment, ends), NULL, 0 },
  { "programme-changed", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotAssessment, programme_changed), NULL, 0 },
  { "completed", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotAssessment, completed), NULL, 0 },
  { "organisation", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessment, organisation), NULL, 0 },
  { "owner-role", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessment, owner_role), NULL, 0 },
  { "sponsor-role", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessment, sponsor_role), NULL, 0 },
  { "state", MARMOT_DOCUMENT_STATE, G_STRUCT_OFFSET (MarmotAssessment, state), marmot_assessment_state_get_type, 0 },
  { "source", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessment, source), NULL, 0 },
  { "notes", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessment, notes), NULL, 0 },
  { "responses", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotAssessment, responses), marmot_assessment_response_get_type, 0 },
  { "groups", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotAssessment, groups), marmot_assessment_group_get_type, 0 },
  { "evidence", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotAssessment, evidence), marmot_evidence_get_type, 0 },
  { "outcomes", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotAssessment, outcomes), marmot_assessment_outcome_get_type, 0 },
  { "actions", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotAssessment, actions), marmot_action_get_type, 0 },
  { "reviews", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotAssessment, reviews), marmot_assessment_review_get_type, 0 },
  { "engagement", MARMOT_DOCUMENT_LIST, G_STRUCT_OFFSET (MarmotAssessment, engagement), marmot_assessment_engagement_get_type, 0 },
};

static const MarmotDocumentClass document_class = {
  "marmot-assessment", "assessment", fields, G_N_ELEMENTS (fields), NULL
};

static gboolean
read_history (gpointer self,
              json_t *value,
              GError **error)
{
  return assessment_history_read (MARMOT_ASSESSMENT (self)->history, value, error);
}

static json_t *
write_history (gpointer self,
               GError **error)
{
  return assessment_history_write (MARMOT_ASSESSMENT (self)->history, error);
}

static void
copy_history (gpointer to,
              gpointer from)
{
  assessment_history_copy (MARMOT_ASSESSMENT (to)->history, MARMOT_ASSESSMENT (from)->history);
}

static gboolean
histories_equal (gpointer self,
                 gpointer other)
{
  return assessment_history_equal (MARMOT_ASSESSMENT (self)->history, MARMOT_ASSESSMENT (other)->history);
}

static const MarmotDocumentRest rest
    = { "versions", 128 * 1024 * 1024, read_history, write_history, copy_history, histories_equal,
        assessment_history_schema };

/* What documents do, which is done here as well. */
static void (*get_field) (GObject *object, guint id, GValue *value, GParamSpec *pspec);
static void (*finalize_fields) (GObject *object);

static void
marmot_assessment_get_property (GObject *object,
                                guint id,
                                GValue *value,
                                GParamSpec *pspec)
{
  if (id == PROP_VERSIONS)
    g_value_set_object (value, MARMOT_ASSESSMENT (object)->history);
  else
    get_field (object, id, value, pspec);
}

static void
marmot_assessment_finalize (GObject *object)
{
  g_clear_object (&MARMOT_ASSESSMENT (object)->history);
  finalize_fields (object);
}

static void
marmot_assessment_class_init (MarmotAssessmentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  marmot_document_class_init (object_class, &document_class);
  marmot_document_class_set_rest (object_class, &rest);
  get_field = object_class->get_property;
  finalize_fields = object_class->finalize;
  object_class->get_property = marmot_assessment_get_property;
  object_class->finalize = marmot_assessment_finalize;
  g_object_class_install_property (object_class, PROP_VERSIONS,
                                   g_param_spec_object ("versions", NULL, NULL, G_TYPE_LIST_MODEL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
marmot_assessment_init (MarmotAssessment *self)
{
  marmot_document_init (self);
  self->history = assessment_history_new ();
}

AssessmentHistory *
assessment_get_history (MarmotAssessment *self)
{
  return self->history;
}

void
assessment_enter_state (MarmotAssessment *self,
                        MarmotAssessmentState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify (G_OBJECT (self), "state");
}

GListModel *
marmot_assessment_get_versions (MarmotAssessment *self)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), NULL);

  return G_LIST_MODEL (self->history);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotAssessment, marmot_assessment, MARMOT_TYPE_ASSESSMENT, MARMOT_IS_ASSESSMENT)
MARMOT_DOCUMENT_FILE_FUNCTIONS (MarmotAssessment, marmot_assessment, MARMOT_TYPE_ASSESSMENT, MARMOT_IS_ASSESSMENT)

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotAssessment, marmot_assessment, MARMOT_IS_ASSESSMENT, CType, field, on_failure)
#define SETTER(CType, field, property) \
  MARMOT_DOCUMENT_SETTER (MarmotAssessment, marmot_assessment, MARMOT_IS_ASSESSMENT, CType, field, property)

GETTER (const char *, id, NULL)
SETTER (const char *, id, "id")
GETTER (const char *, template, NULL)
SETTER (const char *, template, "template")
GETTER (const char *, template_hash, NULL)
SETTER (const char *, template_hash, "template-hash")
GETTER (const char *, programme, NULL)
SETTER (const char *, programme, "programme")
GETTER (const char *, scope, NULL)
SETTER (const char *, scope, "scope")
GETTER (guint, age_from, 0)
SETTER (guint, age_from, "age-from")
GETTER (guint, age_until, 0)
SETTER (guint, age_until, "age-until")
GETTER (const char *, area, NULL)
SETTER (const char *, area, "area")
GETTER (MarmotPeriod *, starts, NULL)
SETTER (MarmotPeriod *, starts, "starts")
GETTER (MarmotPeriod *, ends, NULL)
SETTER (MarmotPeriod *, ends, "ends")
GETTER (MarmotPeriod *, programme_changed, NULL)
SETTER (MarmotPeriod *, programme_changed, "programme-changed")
GETTER (MarmotPeriod *, completed, NULL)
SETTER (MarmotPeriod *, completed, "completed")
GETTER (const char *, organisation, NULL)
SETTER (const char *, organisation, "organisation")
GETTER (const char *, owner_role, NULL)
SETTER (const char *, owner_role, "owner-role")
GETTER (const char *, sponsor_role, NULL)
SETTER (const char *, sponsor_role, "sponsor-role")
GETTER (MarmotAssessmentState, state, 0)
GETTER (const char *, source, NULL)
SETTER (const char *, source, "source")
GETTER (const char *, notes, NULL)
SETTER (const char *, notes, "notes")
GETTER (GListStore *, responses, NULL)
GETTER (GListStore *, groups, NULL)
GETTER (GListStore *, evidence, NULL)
GETTER (GListStore *, outcomes, NULL)
GETTER (GListStore *, actions, NULL)
GETTER (GListStore *, reviews, NULL)
GETTER (GListStore *, engagement, NULL)

MarmotActionPlan *
marmot_assessment_to_action_plan (MarmotAssessment *self)
{
  MarmotActionPlan *plan;
  GListStore *actions;

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), NULL);

  plan = marmot_action_plan_new ();
  actions = marmot_action_plan_get_actions (plan);
  marmot_action_plan_set_title (plan, self->programme ? self->programme : self->id);
  marmot_action_plan_set_organisation (plan, self->organisation);
  marmot_action_plan_set_date (plan, self->completed);
  marmot_action_plan_set_source (plan, self->source);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->actions)); i++)
    {
      g_autoptr (MarmotAction) action = g_list_model_get_item (G_LIST_MODEL (self->actions), i);

      g_list_store_append (actions, action);
    }
  return plan;
}
