/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotAssessmentReview
{
  GObject parent_instance;

  char *text;
  MarmotPeriod *done;
  char *role;
  char *changes;
  char **actions;
};

G_DEFINE_FINAL_TYPE (MarmotAssessmentReview, marmot_assessment_review, G_TYPE_OBJECT)

/**
 * MarmotAssessmentReview:text: (getter get_text) (setter set_text)
 *
 * What was learnt.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentReview:done: (getter get_done) (setter set_done)
 *
 * The day on which it was done; without one the review is undated.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentReview:role: (getter get_role) (setter set_role)
 *
 * The role of whoever did it.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentReview:changes: (getter get_changes) (setter set_changes)
 *
 * What changes in the programme.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentReview:actions: (getter get_actions) (setter set_actions)
 *
 * The short names of the actions that follow.
 *
 * Since: 1.0
 */

/* The day first: reviews are told apart by it. */
static const MarmotDocumentField fields[] = {
  { "done", MARMOT_DOCUMENT_DAY, G_STRUCT_OFFSET (MarmotAssessmentReview, done), NULL, 0 },
  { "text", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessmentReview, text), NULL, 0 },
  { "role", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessmentReview, role), NULL, 0 },
  { "changes", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessmentReview, changes), NULL, 0 },
  { "actions", MARMOT_DOCUMENT_TEXTS, G_STRUCT_OFFSET (MarmotAssessmentReview, actions), NULL, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "review", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_assessment_review_class_init (MarmotAssessmentReviewClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_assessment_review_init (MarmotAssessmentReview *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotAssessmentReview, marmot_assessment_review, MARMOT_TYPE_ASSESSMENT_REVIEW, MARMOT_IS_ASSESSMENT_REVIEW)

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotAssessmentReview, marmot_assessment_review, MARMOT_IS_ASSESSMENT_REVIEW, CType, field, on_failure)
#define SETTER(CType, field, property) \
  MARMOT_DOCUMENT_SETTER (MarmotAssessmentReview, marmot_assessment_review, MARMOT_IS_ASSESSMENT_REVIEW, CType, field, property)

GETTER (const char *, text, NULL)
SETTER (const char *, text, "text")
GETTER (MarmotPeriod *, done, NULL)
SETTER (MarmotPeriod *, done, "done")
GETTER (const char *, role, NULL)
SETTER (const char *, role, "role")
GETTER (const char *, changes, NULL)
SETTER (const char *, changes, "changes")

const char * const *
marmot_assessment_review_get_actions (MarmotAssessmentReview *self)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_REVIEW (self), NULL);

  return (const char * const *) self->actions;
}

SETTER (const char * const *, actions, "actions")
