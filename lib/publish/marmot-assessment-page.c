/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <marmot/marmot.h>

#include "assessment-page-private.h"

#include "core/marmot-document-private.h"

/* Places that an error names; the rest are counted. */
#define MAX_PLACES 10

gboolean
assessment_page_may_be_made (GPtrArray *personal,
                             gboolean draft,
                             GError **error)
{
  g_autoptr (GString) places = g_string_new (NULL);

  if (draft || personal->len == 0)
    return TRUE;
  for (guint i = 0; i < personal->len && i < MAX_PLACES; i++)
    g_string_append_printf (places, "%s%s", i ? ", " : "", marmot_finding_get_path (personal->pdata[i]));
  g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
               "The page is not made, for %u place%s may hold personal data (%s%s): take %s out, or ask for a draft",
               personal->len, personal->len == 1 ? "" : "s", places->str, personal->len > MAX_PLACES ? " and more" : "",
               personal->len == 1 ? "it" : "them");
  return FALSE;
}

static char *
make (MarmotAssessment *of,
      MarmotAssessmentTemplate *template,
      const AssessmentPageOptions *options,
      GError **error)
{
  g_autoptr (GPtrArray) personal = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_finding_unref);
  AssessmentPage page = { NULL, of, template, options, personal };

  marmot_document_scan (of, "", personal);
  if (!assessment_page_may_be_made (personal, options->draft, error))
    return NULL;
  return assessment_page_make (&page);
}

char *
marmot_assessment_to_html (MarmotAssessment *self,
                           MarmotAssessmentTemplate *form,
                           MarmotAssessmentPageOptions *options,
                           GError **error)
{
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT (self), NULL);
  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (form), NULL);
  g_return_val_if_fail (marmot_assessment_template_get_questions (form) != NULL, NULL);
  g_return_val_if_fail (options == NULL || MARMOT_IS_ASSESSMENT_PAGE_OPTIONS (options), NULL);

  return make (self, form, assessment_page_options_peek (options), error);
}

char *
marmot_assessment_template_to_html (MarmotAssessmentTemplate *self)
{
  static const AssessmentPageOptions empty_form = { NULL, FALSE, TRUE };
  g_autoptr (MarmotAssessment) nothing = marmot_assessment_new ();

  g_return_val_if_fail (MARMOT_IS_ASSESSMENT_TEMPLATE (self), NULL);
  g_return_val_if_fail (marmot_assessment_template_get_questions (self) != NULL, NULL);

  return make (nothing, self, &empty_form, NULL);
}
