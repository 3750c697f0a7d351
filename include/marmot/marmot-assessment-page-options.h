/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotAssessmentPageOptions:
 *
 * What the page of an assessment shows: see [method@Marmot.Assessment.to_html]. Make them
 * with g_object_new(), or with keywords in Python and JavaScript; they never change.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ASSESSMENT_PAGE_OPTIONS (marmot_assessment_page_options_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAssessmentPageOptions,
                      marmot_assessment_page_options,
                      MARMOT,
                      ASSESSMENT_PAGE_OPTIONS,
                      GObject)

/**
 * marmot_assessment_page_options_new:
 * @day: (nullable): the day as of which the assessment is checked, or %NULL for a page
 *   without what checking finds
 *
 * Makes options that hold the defaults but for the day. For others use g_object_new().
 *
 * Returns: (transfer full): new options
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentPageOptions *marmot_assessment_page_options_new (const GDate *day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
