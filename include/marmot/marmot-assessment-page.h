/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-assessment-page-options.h>
#include <marmot/marmot-assessment-template.h>
#include <marmot/marmot-assessment.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_assessment_to_html:
 * @self: an assessment
 * @form: the template that it answers
 * @options: (nullable): what the page shows, or %NULL for the defaults
 * @error: return location for an error
 *
 * The assessment as one accessible HTML page, which follows the Web Content Accessibility
 * Guidelines 2.2 at level AA: real headings in order, a caption and scoped headers on every
 * table, no merged cells, nothing told by colour alone, no script, and nothing that is
 * fetched from elsewhere. Word and LibreOffice open it with its headings and tables.
 *
 * Every question has its prompts and a table with its answer, in the words of the template;
 * groups stand by their kind with the law by which they are looked at, and what a council
 * added stands apart from the characteristics of the Equality Act. Then come evidence,
 * outcomes, actions, engagement and reviews, and the template with its licence,
 * attribution and digest. With [property@Marmot.AssessmentPageOptions:day] the page says
 * what checking finds on that day, completeness and substance apart, and never a score.
 *
 * With [property@Marmot.AssessmentPageOptions:form] the answers are left empty, to be
 * filled in; [ctor@Marmot.AssessmentImport.new_from_html] reads such a page back.
 *
 * A page is for publication. While any text may hold personal data (rule H16) it is not
 * made, and the error, a %MARMOT_ERROR_INVALID_DATA, says where and quotes nothing;
 * [property@Marmot.AssessmentPageOptions:draft] makes it all the same, marked as a draft.
 *
 * Returns: (transfer full): the page, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_assessment_to_html          (MarmotAssessment             *self,
                                          MarmotAssessmentTemplate     *form,
                                          MarmotAssessmentPageOptions  *options,
                                          GError                      **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_template_to_html:
 * @self: a template
 *
 * The form of a template with nothing filled in, as an accessible HTML page that Word and
 * LibreOffice open; see [method@Marmot.Assessment.to_html].
 *
 * Returns: (transfer full): the page
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_assessment_template_to_html (MarmotAssessmentTemplate     *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
