/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-finding.h>
#include <marmot/marmot-template-question.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotAssessmentTemplate:
 *
 * The form of an assessment: stages, questions with their prompts, the dimensions along
 * which it looks at differences, the licence under which its words may be used, and from
 * when to when it is valid. It is data: a council that words its questions otherwise, or
 * looks at more groups, needs no compiler.
 *
 * Built in are "phe-heat-simplified-2020", the simplified Health Equity Assessment Tool of
 * Public Health England (Open Government Licence v3.0), and "equality-impact", a form for
 * equality impact in this library's own words. The data explorer that the World Health
 * Organization calls HEAT is another thing.
 *
 * Templates never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ASSESSMENT_TEMPLATE (marmot_assessment_template_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAssessmentTemplate, marmot_assessment_template, MARMOT, ASSESSMENT_TEMPLATE, GObject)

/**
 * marmot_assessment_template_new_builtin:
 * @id: the short name of a template
 * @error: return location for an error
 *
 * A template that comes with the library. One that does not is a %MARMOT_ERROR_NOT_FOUND,
 * which lists those that do.
 *
 * Returns: (transfer full): the template, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentTemplate *marmot_assessment_template_new_builtin   (const char  *id,
                                                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_template_list_builtin:
 *
 * Returns: (transfer full) (array zero-terminated=1): the templates that come with the
 *   library
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                    **marmot_assessment_template_list_builtin  (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_template_new_from_json:
 * @json: a document; a JSON Schema of it is in the documentation
 * @error: return location for an error
 *
 * Reads a template. One that is not as it should be is a %MARMOT_ERROR_INVALID_DATA that
 * gives its first fault with the path to it; [func@Marmot.AssessmentTemplate.check] gives
 * all of them.
 *
 * Returns: (transfer full): a template, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentTemplate *marmot_assessment_template_new_from_json (GBytes      *json,
                                                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_template_new_from_file:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Reads a template from a file, as [ctor@Marmot.AssessmentTemplate.new_from_json] reads it
 * from memory.
 *
 * Returns: (transfer full): a template, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentTemplate *marmot_assessment_template_new_from_file (GFile        *file,
                                                                    GCancellable *cancellable,
                                                                    GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_template_check:
 * @json: a document
 *
 * Everything that is wrong with a template, by path, up to a thousand faults: keys that
 * there are not, texts that are missing, short names that are there twice, questions of
 * stages that there are not or that are parts of each other, choices without any.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings, none if the
 *   template can be used
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray                *marmot_assessment_template_check         (GBytes      *json) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_template_to_json:
 * @self: a template
 *
 * Returns: (transfer full): the document that reads as this template
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes                   *marmot_assessment_template_to_json       (MarmotAssessmentTemplate  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_template_with_dimensions:
 * @self: a template
 * @id: a short name for the template that is made, since it is another
 * @dimensions: (array length=n_dimensions) (element-type Marmot.Dimension): what else is
 *   looked at
 * @n_dimensions: how many they are
 * @error: return location for an error
 *
 * The template with more dimensions, such as care experience where a council resolved to
 * look at it. They must be local: the Equality Act has the characteristics that it has.
 *
 * One that is not, and a short name that is there already or is none, is a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): a new template, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentTemplate *marmot_assessment_template_with_dimensions (MarmotAssessmentTemplate  *self,
                                                                      const char                *id,
                                                                      MarmotDimension          **dimensions,
                                                                      gsize                      n_dimensions,
                                                                      GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_template_get_id: (get-property id)
 * @self: a template
 *
 * Returns: (transfer none): its short name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char               *marmot_assessment_template_get_id          (MarmotAssessmentTemplate  *self);

/**
 * marmot_assessment_template_get_title: (get-property title)
 * @self: a template
 *
 * Returns: (transfer none): its title
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char               *marmot_assessment_template_get_title       (MarmotAssessmentTemplate  *self);

/**
 * marmot_assessment_template_get_publisher: (get-property publisher)
 * @self: a template
 *
 * Returns: (transfer none): who published it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char               *marmot_assessment_template_get_publisher   (MarmotAssessmentTemplate  *self);

/**
 * marmot_assessment_template_get_licence: (get-property licence)
 * @self: a template
 *
 * Returns: (transfer none): under which its words may be used, such as "OGL-UK-3.0"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char               *marmot_assessment_template_get_licence     (MarmotAssessmentTemplate  *self);

/**
 * marmot_assessment_template_get_attribution: (get-property attribution)
 * @self: a template
 *
 * Returns: (transfer none) (nullable): the words that the licence asks for on whatever shows
 *   the questions
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char               *marmot_assessment_template_get_attribution (MarmotAssessmentTemplate  *self);

/**
 * marmot_assessment_template_get_source: (get-property source)
 * @self: a template
 *
 * Returns: (transfer none) (nullable): where it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char               *marmot_assessment_template_get_source      (MarmotAssessmentTemplate  *self);

/**
 * marmot_assessment_template_get_notes: (get-property notes)
 * @self: a template
 *
 * Returns: (transfer none) (nullable): what else is to be known of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char               *marmot_assessment_template_get_notes       (MarmotAssessmentTemplate  *self);

/**
 * marmot_assessment_template_is_valid_on:
 * @self: a template
 * @day: a day
 *
 * Returns: whether the template is to be used for assessments begun on a day
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean                  marmot_assessment_template_is_valid_on     (MarmotAssessmentTemplate  *self,
                                                                      const GDate               *day);

/**
 * marmot_assessment_template_get_review_from: (get-property review-from)
 * @self: a template
 *
 * Returns: how many months after it was completed an assessment can be reviewed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint                     marmot_assessment_template_get_review_from (MarmotAssessmentTemplate  *self);

/**
 * marmot_assessment_template_get_review_until: (get-property review-until)
 * @self: a template
 *
 * Returns: after how many months the review is overdue; 0 where it asks for none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint                     marmot_assessment_template_get_review_until (MarmotAssessmentTemplate *self);

/**
 * marmot_assessment_template_get_digest:
 * @self: a template
 *
 * Returns: (transfer none): a SHA-256 of what it holds, in hexadecimal: templates with the
 *   same questions and dimensions in the same words have the same
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char               *marmot_assessment_template_get_digest        (MarmotAssessmentTemplate  *self);

/**
 * marmot_assessment_template_get_stages:
 * @self: a template
 *
 * Returns: (transfer none): the stages, a list of [class@Marmot.TemplateStage]
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel               *marmot_assessment_template_get_stages      (MarmotAssessmentTemplate  *self);

/**
 * marmot_assessment_template_get_questions:
 * @self: a template
 *
 * Returns: (transfer none): the questions, a list of [class@Marmot.TemplateQuestion]
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel               *marmot_assessment_template_get_questions   (MarmotAssessmentTemplate  *self);

/**
 * marmot_assessment_template_get_dimensions:
 * @self: a template
 *
 * Returns: (transfer none): the dimensions, a list of [class@Marmot.Dimension]
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel               *marmot_assessment_template_get_dimensions  (MarmotAssessmentTemplate  *self);

/**
 * marmot_assessment_template_find_question:
 * @self: a template
 * @id: a short name
 *
 * Returns: (transfer none) (nullable): the question of that name, or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTemplateQuestion   *marmot_assessment_template_find_question   (MarmotAssessmentTemplate  *self,
                                                                      const char                *id);

/**
 * marmot_assessment_template_find_dimension:
 * @self: a template
 * @id: a short name
 *
 * Returns: (transfer none) (nullable): the dimension of that name, or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotDimension          *marmot_assessment_template_find_dimension  (MarmotAssessmentTemplate  *self,
                                                                      const char                *id);

/**
 * marmot_assessment_template_equal:
 * @self: a template
 * @other: another
 *
 * Returns: whether both hold the same
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean                  marmot_assessment_template_equal           (MarmotAssessmentTemplate  *self,
                                                                      MarmotAssessmentTemplate  *other);

/**
 * marmot_assessment_template_hash:
 * @self: a template
 *
 * Returns: a hash that equal templates share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint                     marmot_assessment_template_hash            (MarmotAssessmentTemplate  *self);

/**
 * marmot_assessment_template_to_string:
 * @self: a template
 *
 * Returns: (transfer full): a description, such as "phe-heat-simplified-2020: 8 questions, 13
 *   dimensions"
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char                     *marmot_assessment_template_to_string       (MarmotAssessmentTemplate  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
