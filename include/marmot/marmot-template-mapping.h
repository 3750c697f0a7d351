/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-assessment-template.h>
#include <marmot/marmot-assessment.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotTemplateMapping:
 *
 * Which question and which dimension of one template is which of another, for
 * [method@Marmot.Assessment.migrate].
 *
 * A mapping is data, a file of JSON:
 *
 * ```json
 * {
 *   "format": "marmot-template-mapping",
 *   "from": "phe-heat-simplified-2020",
 *   "to": "equality-impact",
 *   "questions": { "q2b": "others", "q2c": "others", "q3": "mitigation" },
 *   "dimensions": { "geographic-deprivation": "place" }
 * }
 * ```
 *
 * Several questions may become one, whose answer has then theirs one below the other, each
 * below its old question. Dimensions become one another one by one. What has the same short
 * name in both templates need not be listed.
 *
 * They never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_TEMPLATE_MAPPING (marmot_template_mapping_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotTemplateMapping, marmot_template_mapping, MARMOT, TEMPLATE_MAPPING, GObject)

/**
 * marmot_template_mapping_new_from_json:
 * @json: a document
 * @error: return location for an error
 *
 * Reads a mapping. What is not of its type, or has a key that there is not, is a
 * %MARMOT_ERROR_PARSE that says where; two dimensions that become one are a
 * %MARMOT_ERROR_INVALID_DATA. Whether the templates have what it names is seen when it is
 * used.
 *
 * Returns: (transfer full): a mapping, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTemplateMapping *marmot_template_mapping_new_from_json (GBytes *json, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_template_mapping_new_from_file:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Reads a mapping from a file.
 *
 * Returns: (transfer full): a mapping, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTemplateMapping *marmot_template_mapping_new_from_file (GFile *file, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_template_mapping_new_builtin:
 * @old_template: the short name of a template
 * @new_template: the short name of another
 * @error: return location for an error
 *
 * One of those that are built in: between "phe-heat-simplified-2020" and "equality-impact",
 * either way. If there is none, that is a %MARMOT_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): a mapping, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTemplateMapping *marmot_template_mapping_new_builtin (const char *old_template, const char *new_template, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_template_mapping_get_old_template:
 * @self: a mapping
 *
 * Returns: (transfer none): the short name of the template from which it leads
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_template_mapping_get_old_template (MarmotTemplateMapping *self);

/**
 * marmot_template_mapping_get_new_template:
 * @self: a mapping
 *
 * Returns: (transfer none): the short name of the template to which it leads
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_template_mapping_get_new_template (MarmotTemplateMapping *self);

/**
 * marmot_template_mapping_find_question:
 * @self: a mapping
 * @id: the short name of a question of the old template
 *
 * Returns: (transfer none) (nullable): the short name of the question of the new template
 * that it becomes, or %NULL if it is not listed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_template_mapping_find_question (MarmotTemplateMapping *self, const char *id);

/**
 * marmot_template_mapping_find_dimension:
 * @self: a mapping
 * @id: the short name of a dimension of the old template
 *
 * Returns: (transfer none) (nullable): the short name of the dimension of the new template
 * that it becomes, or %NULL if it is not listed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_template_mapping_find_dimension (MarmotTemplateMapping *self, const char *id);

/**
 * marmot_assessment_migrate:
 * @self: an assessment
 * @old_form: (nullable): the template that it answers, as it was; %NULL if it is lost. Its
 *   questions become headings where several answers become one, else their short names do
 * @new_form: the template that it shall answer
 * @mapping: (nullable): what becomes what; %NULL for what has the same short name
 * @outcome: (out) (optional) (transfer full): what became of each question and dimension, a
 *   row each: `what` ("question" or "dimension"), `from`, `to`, `outcome` ("mapped",
 *   "unmapped" or "new") and `had_answer`, whether there was an answer or row of its own
 * @error: return location for an error
 *
 * Makes an assessment by another template of it, or by the same whose words have changed (its
 * digest is another then, which [method@Marmot.Assessment.validate] reports). This one stays
 * as it is.
 *
 * Nothing is dropped. What the new template does not ask stays in the new assessment under
 * its old short name: it is "unmapped" in @outcome, and `validate()` reports it as
 * "complete/no-question" or "complete/no-dimension" until somebody has moved the text where
 * it belongs; it cannot be approved before. What is asked for the first time is "new". All
 * else (evidence, outcomes, actions, reviews, engagement) is taken over as it is.
 *
 * The new assessment is a draft with the short name of the old one and without a history,
 * for what was approved was the answer to other questions. The old one keeps its history:
 * give the new one a short name of its own, and supersede the old one by it
 * ([method@Marmot.Assessment.supersede]).
 *
 * Templates and mapping that do not belong together are a %MARMOT_ERROR_INVALID_ARGUMENT; a
 * mapping that names what a template has not, or brings two dimensions to one, is a
 * %MARMOT_ERROR_INVALID_DATA that says where.
 *
 * Returns: (transfer full): a new assessment, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessment *marmot_assessment_migrate (MarmotAssessment *self, MarmotAssessmentTemplate *old_form, MarmotAssessmentTemplate *new_form, MarmotTemplateMapping *mapping, MarmotTable **outcome, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
