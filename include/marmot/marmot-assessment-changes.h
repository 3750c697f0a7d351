/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-assessment-page-options.h>
#include <marmot/marmot-assessment.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * marmot_assessment_diff_to_json:
 * @self: an assessment
 * @newer: the same, later
 *
 * What changed, as a JSON array with an object for each change of
 * [method@Marmot.Assessment.diff]: "change" ("added", "removed" or "changed"), "path",
 * "field", "before", "after" (each null where there is none) and "about": "evidence-value"
 * where a figure of evidence changed, "action-state" where the state of an action did, and
 * "other". The first two stand first, since what rests on them may have to change too.
 *
 * A change from one text to another has "words" as well: an array of [what, words] with
 * "same", "removed" and "added", whose words make up both texts but for blanks. Of texts
 * with more than 20,000 words, or more than 1,000 differences, all that lies between what
 * both begin and end with is one removal and one addition.
 *
 * Returns: (transfer full): the changes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_assessment_diff_to_json (MarmotAssessment             *self,
                                      MarmotAssessment             *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_diff_to_html:
 * @self: an assessment
 * @newer: the same, later
 * @options: (nullable): whether the page is a draft, or %NULL for the defaults
 * @error: return location for an error
 *
 * What changed, as an accessible HTML page: figures of evidence and states of actions
 * first, then the rest. What was taken out of a text and put into it stands in `del` and
 * `ins`, each between words in brackets, so that nothing is told by colour or line alone.
 *
 * While a text of either version may hold personal data the page is not made, as
 * [method@Marmot.Assessment.to_html] says.
 *
 * Returns: (transfer full): the page, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_assessment_diff_to_html (MarmotAssessment             *self,
                                      MarmotAssessment             *newer,
                                      MarmotAssessmentPageOptions  *options,
                                      GError                      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
