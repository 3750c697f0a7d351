/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "assessment-page-private.h"

#include "core/marmot-record-private.h"

struct _MarmotAssessmentPageOptions
{
  GObject parent_instance;

  AssessmentPageOptions options;
};

G_DEFINE_FINAL_TYPE (MarmotAssessmentPageOptions, marmot_assessment_page_options, G_TYPE_OBJECT)

/**
 * MarmotAssessmentPageOptions:day:
 *
 * The day as of which the assessment is checked; without one the page does not say what
 * checking finds.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentPageOptions:draft:
 *
 * Whether the page is made though it may hold personal data, marked as not for publication.
 *
 * Since: 1.0
 */

/**
 * MarmotAssessmentPageOptions:form:
 *
 * Whether answers are left empty, to be filled in.
 *
 * Since: 1.0
 */

#define FIELD(field) G_STRUCT_OFFSET (MarmotAssessmentPageOptions, options.field)

static const MarmotRecordField fields[] = {
  { "day", g_date_get_type, FIELD (day), 0 },
  { "draft", marmot_record_type_boolean, FIELD (draft), FALSE },
  { "form", marmot_record_type_boolean, FIELD (form), FALSE },
};

static void
marmot_assessment_page_options_class_init (MarmotAssessmentPageOptionsClass *klass)
{
  marmot_record_class_init (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
marmot_assessment_page_options_init (MarmotAssessmentPageOptions *self)
{
}

MarmotAssessmentPageOptions *
marmot_assessment_page_options_new (const GDate *day)
{
  g_return_val_if_fail (day == NULL || g_date_valid (day), NULL);

  return g_object_new (MARMOT_TYPE_ASSESSMENT_PAGE_OPTIONS, "day", day, NULL);
}

const AssessmentPageOptions *
assessment_page_options_peek (MarmotAssessmentPageOptions *self)
{
  static const AssessmentPageOptions defaults = { NULL, FALSE, FALSE };

  return self ? &self->options : &defaults;
}
