/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "core/marmot-document-private.h"
#include "core/marmot-record-private.h"

struct _MarmotAssessmentEngagement
{
  GObject parent_instance;

  char *who;
  MarmotPeriod *when;
  char *text;
  char *changed;
};

G_DEFINE_FINAL_TYPE (MarmotAssessmentEngagement, marmot_assessment_engagement, G_TYPE_OBJECT)

/**
 * MarmotAssessmentEngagement:who: (getter get_who) (setter set_who)
 *
 * Which group was asked, never a person.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentEngagement:when: (getter get_when) (setter set_when)
 *
 * When.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentEngagement:text: (getter get_text) (setter set_text)
 *
 * What they said.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentEngagement:changed: (getter get_changed) (setter set_changed)
 *
 * What that changed.
 *
 * Since: 1.0
 */

static const MarmotDocumentField fields[] = {
  { "who", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessmentEngagement, who), NULL, 0 },
  { "when", MARMOT_DOCUMENT_PERIOD, G_STRUCT_OFFSET (MarmotAssessmentEngagement, when), NULL, 0 },
  { "text", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessmentEngagement, text), NULL, 0 },
  { "changed", MARMOT_DOCUMENT_TEXT, G_STRUCT_OFFSET (MarmotAssessmentEngagement, changed), NULL, 0 },
};

static const MarmotDocumentClass document_class = {
  NULL, "engagement", fields, G_N_ELEMENTS (fields), NULL
};

static void
marmot_assessment_engagement_class_init (MarmotAssessmentEngagementClass *klass)
{
  marmot_document_class_init (G_OBJECT_CLASS (klass), &document_class);
}

static void
marmot_assessment_engagement_init (MarmotAssessmentEngagement *self)
{
  marmot_document_init (self);
}

MARMOT_DOCUMENT_FUNCTIONS (MarmotAssessmentEngagement, marmot_assessment_engagement, MARMOT_TYPE_ASSESSMENT_ENGAGEMENT, MARMOT_IS_ASSESSMENT_ENGAGEMENT)

#define GETTER(CType, field, on_failure) \
  MARMOT_RECORD_GETTER (MarmotAssessmentEngagement, marmot_assessment_engagement, MARMOT_IS_ASSESSMENT_ENGAGEMENT, CType, field, on_failure)
#define SETTER(CType, field, property) \
  MARMOT_DOCUMENT_SETTER (MarmotAssessmentEngagement, marmot_assessment_engagement, MARMOT_IS_ASSESSMENT_ENGAGEMENT, CType, field, property)

GETTER (const char *, who, NULL)
SETTER (const char *, who, "who")
GETTER (MarmotPeriod *, when, NULL)
SETTER (MarmotPeriod *, when, "when")
GETTER (const char *, text, NULL)
SETTER (const char *, text, "text")
GETTER (const char *, changed, NULL)
SETTER (const char *, changed, "changed")
