/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-record-private.h"
#include "template-private.h"

/* --- dimensions ---------------------------------------------------------------------- */

struct _MarmotDimension
{
  GObject parent_instance;

  char *id;
  char *label;
  MarmotDimensionKind kind;
  char *legal_basis;
  char *definition;
};

G_DEFINE_FINAL_TYPE (MarmotDimension, marmot_dimension, G_TYPE_OBJECT)

/**
 * MarmotDimension:id: (getter get_id)
 *
 * Its short name.
 *
 * Since: 1.0
 */

/**
 * MarmotDimension:label: (getter get_label)
 *
 * What it is called.
 *
 * Since: 1.0
 */

/**
 * MarmotDimension:kind: (getter get_kind)
 *
 * Of which kind it is.
 *
 * Since: 1.0
 */

/**
 * MarmotDimension:legal-basis: (getter get_legal_basis)
 *
 * By which Act, resolution or policy it is looked at.
 *
 * Since: 1.0
 */

/**
 * MarmotDimension:definition: (getter get_definition)
 *
 * Who is meant.
 *
 * Since: 1.0
 */

static const MarmotRecordField dimension_fields[] = {
  { "id", NULL, G_STRUCT_OFFSET (MarmotDimension, id), 0 },
  { "label", NULL, G_STRUCT_OFFSET (MarmotDimension, label), 0 },
  { "kind", marmot_dimension_kind_get_type, G_STRUCT_OFFSET (MarmotDimension, kind), 0 },
  { "legal-basis", NULL, G_STRUCT_OFFSET (MarmotDimension, legal_basis), 0 },
  { "definition", NULL, G_STRUCT_OFFSET (MarmotDimension, definition), 0 },
};

static void
marmot_dimension_class_init (MarmotDimensionClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), dimension_fields, G_N_ELEMENTS (dimension_fields));
}

static void
marmot_dimension_init (MarmotDimension *self)
{
}

MarmotDimension *
marmot_dimension_new (const char *id,
                      const char *label,
                      MarmotDimensionKind kind,
                      const char *legal_basis,
                      const char *definition)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  return g_object_new (MARMOT_TYPE_DIMENSION, "id", id, "label", label, "kind", kind, "legal-basis", legal_basis,
                       "definition", definition, NULL);
}

#define DIMENSION_GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotDimension, marmot_dimension, MARMOT_IS_DIMENSION, CType, field, on_failure)

DIMENSION_GETTER (const char *, id, NULL)
DIMENSION_GETTER (const char *, label, NULL)
DIMENSION_GETTER (MarmotDimensionKind, kind, MARMOT_DIMENSION_KIND_LOCAL)
DIMENSION_GETTER (const char *, legal_basis, NULL)
DIMENSION_GETTER (const char *, definition, NULL)

gboolean
marmot_dimension_is_statutory (MarmotDimension *self)
{
  g_return_val_if_fail (MARMOT_IS_DIMENSION (self), FALSE);

  return self->kind == MARMOT_DIMENSION_KIND_PROTECTED;
}

/* --- stages -------------------------------------------------------------------------- */

struct _MarmotTemplateStage
{
  GObject parent_instance;

  char *id;
  char *title;
};

G_DEFINE_FINAL_TYPE (MarmotTemplateStage, marmot_template_stage, G_TYPE_OBJECT)

/**
 * MarmotTemplateStage:id: (getter get_id)
 *
 * Its short name.
 *
 * Since: 1.0
 */

/**
 * MarmotTemplateStage:title: (getter get_title)
 *
 * What it is called.
 *
 * Since: 1.0
 */

static const MarmotRecordField stage_fields[] = {
  { "id", NULL, G_STRUCT_OFFSET (MarmotTemplateStage, id), 0 },
  { "title", NULL, G_STRUCT_OFFSET (MarmotTemplateStage, title), 0 },
};

static void
marmot_template_stage_class_init (MarmotTemplateStageClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), stage_fields, G_N_ELEMENTS (stage_fields));
}

static void
marmot_template_stage_init (MarmotTemplateStage *self)
{
}

MARMOT_RECORD_GETTER (MarmotTemplateStage, marmot_template_stage, MARMOT_IS_TEMPLATE_STAGE, const char *, id, NULL)
MARMOT_RECORD_GETTER (MarmotTemplateStage, marmot_template_stage, MARMOT_IS_TEMPLATE_STAGE, const char *, title, NULL)

/* --- questions ------------------------------------------------------------------------ */

struct _MarmotTemplateQuestion
{
  GObject parent_instance;

  char *id;
  char *number;
  char *stage;
  char *parent;
  char *text;
  GStrv prompts;
  GStrv choices;
  GStrv kinds;
  MarmotAnswerKind answer;
  gboolean required;
};

G_DEFINE_FINAL_TYPE (MarmotTemplateQuestion, marmot_template_question, G_TYPE_OBJECT)

/**
 * MarmotTemplateQuestion:id: (getter get_id)
 *
 * Its short name.
 *
 * Since: 1.0
 */

/**
 * MarmotTemplateQuestion:number: (getter get_number)
 *
 * Its number as it is printed.
 *
 * Since: 1.0
 */

/**
 * MarmotTemplateQuestion:stage: (getter get_stage)
 *
 * The short name of its stage.
 *
 * Since: 1.0
 */

/**
 * MarmotTemplateQuestion:parent: (getter get_parent)
 *
 * The short name of the question that it is a part of.
 *
 * Since: 1.0
 */

/**
 * MarmotTemplateQuestion:text: (getter get_text)
 *
 * The question.
 *
 * Since: 1.0
 */

/**
 * MarmotTemplateQuestion:prompts: (getter get_prompts)
 *
 * What it wants considered.
 *
 * Since: 1.0
 */

/**
 * MarmotTemplateQuestion:choices: (getter get_choices)
 *
 * What can be chosen.
 *
 * Since: 1.0
 */

/**
 * MarmotTemplateQuestion:dimension-kinds:
 *
 * The short names of the kinds of dimension that it is about.
 *
 * Since: 1.0
 */

/**
 * MarmotTemplateQuestion:answer: (getter get_answer)
 *
 * How it is answered.
 *
 * Since: 1.0
 */

/**
 * MarmotTemplateQuestion:required: (getter get_required)
 *
 * Whether an assessment without an answer to it is incomplete.
 *
 * Since: 1.0
 */

static const MarmotRecordField question_fields[] = {
  { "id", NULL, G_STRUCT_OFFSET (MarmotTemplateQuestion, id), 0 },
  { "number", NULL, G_STRUCT_OFFSET (MarmotTemplateQuestion, number), 0 },
  { "stage", NULL, G_STRUCT_OFFSET (MarmotTemplateQuestion, stage), 0 },
  { "parent", NULL, G_STRUCT_OFFSET (MarmotTemplateQuestion, parent), 0 },
  { "text", NULL, G_STRUCT_OFFSET (MarmotTemplateQuestion, text), 0 },
  { "prompts", g_strv_get_type, G_STRUCT_OFFSET (MarmotTemplateQuestion, prompts), 0 },
  { "choices", g_strv_get_type, G_STRUCT_OFFSET (MarmotTemplateQuestion, choices), 0 },
  { "dimension-kinds", g_strv_get_type, G_STRUCT_OFFSET (MarmotTemplateQuestion, kinds), 0 },
  { "answer", marmot_answer_kind_get_type, G_STRUCT_OFFSET (MarmotTemplateQuestion, answer), 0 },
  { "required", marmot_record_type_boolean, G_STRUCT_OFFSET (MarmotTemplateQuestion, required), 0 },
};

static void
marmot_template_question_class_init (MarmotTemplateQuestionClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), question_fields, G_N_ELEMENTS (question_fields));
}

static void
marmot_template_question_init (MarmotTemplateQuestion *self)
{
}

#define QUESTION_GETTER(CType, field, on_failure)                                                        \
  MARMOT_RECORD_GETTER (MarmotTemplateQuestion, marmot_template_question, MARMOT_IS_TEMPLATE_QUESTION,   \
                        CType, field, on_failure)

QUESTION_GETTER (const char *, id, NULL)
QUESTION_GETTER (const char *, number, NULL)
QUESTION_GETTER (const char *, stage, NULL)
QUESTION_GETTER (const char *, parent, NULL)
QUESTION_GETTER (const char *, text, NULL)
QUESTION_GETTER (MarmotAnswerKind, answer, MARMOT_ANSWER_KIND_TEXT)
QUESTION_GETTER (gboolean, required, FALSE)

/* Nobody shall have to ask whether a list is there. */
static const char *const *
get_list (GStrv list)
{
  static const char *const none[] = { NULL };

  return list ? (const char *const *) list : none;
}

const char *const *
marmot_template_question_get_prompts (MarmotTemplateQuestion *self)
{
  g_return_val_if_fail (MARMOT_IS_TEMPLATE_QUESTION (self), NULL);

  return get_list (self->prompts);
}

const char *const *
marmot_template_question_get_choices (MarmotTemplateQuestion *self)
{
  g_return_val_if_fail (MARMOT_IS_TEMPLATE_QUESTION (self), NULL);

  return get_list (self->choices);
}

const char *const *
template_question_get_kinds (MarmotTemplateQuestion *self)
{
  return get_list (self->kinds);
}

gboolean
marmot_template_question_applies_to (MarmotTemplateQuestion *self,
                                     MarmotDimensionKind kind)
{
  g_return_val_if_fail (MARMOT_IS_TEMPLATE_QUESTION (self), FALSE);

  return g_strv_contains (get_list (self->kinds), template_kind_nick (kind));
}
