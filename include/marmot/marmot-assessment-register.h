/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-assessment-refresh.h>
#include <marmot/marmot-assessment-template.h>
#include <marmot/marmot-assessment.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-observation-set.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotAssessmentRegister:
 *
 * The assessments of an organisation, all of them: which reviews are due, which actions are
 * overdue, what is lacking most often, of which characteristics nothing is known.
 *
 * It is a list of [class@Marmot.Assessment], read from a folder, a file or a stream; what
 * could not be read is a finding, and the rest is there. It knows the templates that are
 * built in, and those that it is given, by short name and digest: an assessment is checked
 * by the very template that it was written for, or not at all, and a finding says so.
 *
 * Assessments in it can be changed, and what it says of them follows. Only one thread may use
 * a register and what is in it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ASSESSMENT_REGISTER (marmot_assessment_register_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAssessmentRegister, marmot_assessment_register, MARMOT, ASSESSMENT_REGISTER, GObject)

/**
 * marmot_assessment_register_new:
 *
 * Returns: (transfer full): a register without assessments, which knows the templates that
 *   are built in
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentRegister *marmot_assessment_register_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_register_new_from_folder:
 * @folder: a folder
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * A new register of what is in a folder; see
 * [method@Marmot.AssessmentRegister.load_folder].
 *
 * Returns: (transfer full): the register, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentRegister *marmot_assessment_register_new_from_folder (GFile *folder,
                                                                      GCancellable *cancellable,
                                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_register_load_folder:
 * @self: a register
 * @folder: a folder
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Reads the files of a folder whose names end in ".json", ".ndjson" or ".jsonl", in the
 * order of their names, as [method@Marmot.AssessmentRegister.load_file] does. A file that
 * cannot be read, or holds something else, is a finding of
 * [method@Marmot.AssessmentRegister.list_faults], and the others are read. Folders in it, and
 * files whose names begin with a full stop, are passed over.
 *
 * A folder that cannot be read is a %MARMOT_ERROR_IO.
 *
 * Returns: true if the folder was read, whatever was in it; false with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_assessment_register_load_folder (MarmotAssessmentRegister *self,
                                                 GFile *folder,
                                                 GCancellable *cancellable,
                                                 GError **error);

/**
 * marmot_assessment_register_load_file:
 * @self: a register
 * @file: a file
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Reads a file with an assessment, an array of them, one in each line, or a template, as
 * [method@Marmot.AssessmentRegister.load_stream] does.
 *
 * Returns: true if the file was read, whatever was in it; false with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_assessment_register_load_file (MarmotAssessmentRegister *self,
                                               GFile *file,
                                               GCancellable *cancellable,
                                               GError **error);

/**
 * marmot_assessment_register_load_stream:
 * @self: a register
 * @stream: a stream of bytes
 * @name: (nullable): what to call it in findings
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Reads assessments and templates from a stream of any length, of which no more is held in
 * memory than one document. It is an array of documents if it begins with a bracket; one
 * document a line (NDJSON) if its first line is a document; and else a single one.
 *
 * A document that is none, or is longer than 128 mebibytes, is a finding of
 * [method@Marmot.AssessmentRegister.list_faults] with its line, and the others are read. Of
 * faults a thousand are kept.
 *
 * Returns: true if the stream was read to its end; false with @error set, and what was read
 *   until then is in the register
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_assessment_register_load_stream (MarmotAssessmentRegister *self,
                                                 GInputStream *stream,
                                                 const char *name,
                                                 GCancellable *cancellable,
                                                 GError **error);

/**
 * marmot_assessment_register_load_bytes:
 * @self: a register
 * @json: documents
 * @name: (nullable): what to call them in findings
 *
 * The same of what is in memory.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_register_load_bytes (MarmotAssessmentRegister *self,
                                            GBytes *json,
                                            const char *name);

/**
 * marmot_assessment_register_list_faults:
 * @self: a register
 *
 * What could not be read, by file and line: `register/not-read`.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_assessment_register_list_faults (MarmotAssessmentRegister *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_register_add:
 * @self: a register
 * @assessment: an assessment
 * @file: (nullable): the name of the file that it is from
 *
 * Adds an assessment at the end. It is not copied.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_register_add (MarmotAssessmentRegister *self,
                                     MarmotAssessment *assessment,
                                     const char *file);

/**
 * marmot_assessment_register_remove:
 * @self: a register
 * @position: which assessment, from 0
 *
 * Takes an assessment out.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_register_remove (MarmotAssessmentRegister *self,
                                        guint position);

/**
 * marmot_assessment_register_lookup:
 * @self: a register
 * @id: the short name of an assessment
 *
 * Returns: (transfer none) (nullable): the first assessment of that name, or %NULL if there
 *   is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessment *marmot_assessment_register_lookup (MarmotAssessmentRegister *self,
                                                     const char *id);

/**
 * marmot_assessment_register_get_file:
 * @self: a register
 * @position: which assessment, from 0
 *
 * Returns: (transfer none) (nullable): the name of the file that it is from
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_assessment_register_get_file (MarmotAssessmentRegister *self,
                                                 guint position);

/**
 * marmot_assessment_register_add_template:
 * @self: a register
 * @form: a template
 *
 * Makes a template known. One of the same short name and digest is known already, and is
 * kept.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_assessment_register_add_template (MarmotAssessmentRegister *self,
                                              MarmotAssessmentTemplate *form);

/**
 * marmot_assessment_register_get_templates:
 * @self: a register
 *
 * Returns: (transfer none): the templates that it knows, a list of
 *   [class@Marmot.AssessmentTemplate]
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel *marmot_assessment_register_get_templates (MarmotAssessmentRegister *self);

/**
 * marmot_assessment_register_find_template:
 * @self: a register
 * @assessment: an assessment
 *
 * The template that an assessment was written for: of its short name and, where the
 * assessment gives one, of its digest. Where it gives none and several of the name are
 * known, it is not known which.
 *
 * Returns: (transfer none) (nullable): the template, or %NULL if it is not known
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentTemplate *marmot_assessment_register_find_template (MarmotAssessmentRegister *self,
                                                                    MarmotAssessment *assessment);

/**
 * marmot_assessment_register_validate:
 * @self: a register
 * @day: the day as of which evidence is old and a review due
 *
 * What is missing or does not agree in any of the assessments, as
 * [method@Marmot.Assessment.validate] says it, with the file that each is from; a path
 * begins with the short name of the assessment: "family-hubs/groups/4". Before them:
 *
 * - what could not be read: `register/not-read` (errors)
 * - `register/id`: an assessment has no short name (an error)
 * - `register/duplicate`: another has its short name (an error)
 * - `register/template`: its template is not known, or of another digest, so that it was not
 *   checked (an error)
 * - `register/successor`: an assessment is superseded, and what took its place is not there
 *   (a warning), or its history does not say what did (a note); or they take each other's
 *   place in a circle (an error)
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_assessment_register_validate (MarmotAssessmentRegister *self,
                                                const GDate *day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_register_summarise:
 * @self: a register
 * @day: a day
 *
 * How much there is of each thing on a day, a row each, with the columns `what`, `n` and
 * `of`: assessments with a template that is known; drafts, submitted, approved, published,
 * superseded and withdrawn; those with all required questions answered and with all
 * statutory characteristics answered; and, of those that are neither superseded nor
 * withdrawn, reviews due, overdue and undated, actions open, overdue (of those that are open
 * and have a date) and with owner and date, outcomes linked to an indicator, answers with
 * evidence.
 *
 * Returns: (transfer full): the counts
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_assessment_register_summarise (MarmotAssessmentRegister *self,
                                                   const GDate *day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_register_list_states:
 * @self: a register
 * @day: a day
 *
 * How it stands with each assessment on a day, a row each: `file`, `id`, `programme`,
 * `organisation`, `owner_role`, `template`, `state`, `completed`, `review` (the short name
 * of a [enum@Marmot.ReviewState], null where the template is not known), `review_from` and
 * `review_until` (days), and, where the template is known, the numbers `n_required`,
 * `n_required_answered`, `n_statutory`, `n_statutory_answered`, `n_actions`,
 * `n_actions_open`, `n_actions_overdue`, `n_warnings` and `n_errors`. Completeness and
 * substance stand apart, and there is no score of both.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_assessment_register_list_states (MarmotAssessmentRegister *self,
                                                     const GDate *day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_register_list_reviews:
 * @self: a register
 * @day: a day
 *
 * The reviews that are due, overdue or undated on a day, of assessments that are neither
 * superseded nor withdrawn, the one that must be done first on top: `file`, `id`,
 * `programme`, `owner_role`, `review`, `review_from`, `review_until` and `days_overdue`.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_assessment_register_list_reviews (MarmotAssessmentRegister *self,
                                                      const GDate *day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_register_list_overdue:
 * @self: a register
 * @day: a day
 *
 * The actions that are overdue on a day, of assessments that are neither superseded nor
 * withdrawn, the one that is so longest on top: `file`, `id`, `action`, `text`,
 * `owner_role`, `organisation`, `due` and `days_overdue`.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_assessment_register_list_overdue (MarmotAssessmentRegister *self,
                                                      const GDate *day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_register_count_gaps:
 * @self: a register
 * @day: a day
 *
 * What is lacking most often, of assessments that are neither superseded nor withdrawn: a row
 * a rule, the one that most of them have on top, with `rule`, `severity` (the gravest),
 * `n_assessments`, `of` (those that were checked), `n_findings` and `message`, as it is of
 * the first.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_assessment_register_count_gaps (MarmotAssessmentRegister *self,
                                                    const GDate *day) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_register_count_dimensions:
 * @self: a register
 * @options: (nullable): the interval of the shares and its confidence, or %NULL for Wilson's
 *   95%
 * @error: return location for an error
 *
 * Of which characteristics there is evidence, of assessments that are neither superseded nor
 * withdrawn: a row a dimension, in the order of the templates, with `dimension`, `label`,
 * `kind`, `statutory`, `n_assessments` (whose template asks for it), `n_answered` (with text,
 * or a reason), `n_with_evidence` (that name evidence which the assessment has),
 * `n_without_evidence`, and the share with evidence as `share`, `share_lower` and
 * `share_upper`.
 *
 * Returns: (transfer full): the table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_assessment_register_count_dimensions (MarmotAssessmentRegister *self,
                                                          MarmotIntervalOptions *options,
                                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_register_count_indicators:
 * @self: a register
 *
 * Which indicators are cited most, of assessments that are neither superseded nor withdrawn:
 * `indicator`, `n_assessments`, `n_evidence` (pieces of evidence that point at it) and
 * `n_outcomes` (that it will show).
 *
 * Returns: (transfer full): the table, the most cited on top
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_assessment_register_count_indicators (MarmotAssessmentRegister *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_register_list_chains:
 * @self: a register
 *
 * Assessments that took the place of others, as the history of those says
 * ([method@Marmot.Assessment.supersede]): a row an assessment, from the first of a chain to
 * the last, with `chain` (the short name of the last), `place` in it from 1, `id`, `state` and
 * `completed`. What stands alone is in no chain; where one took the place of two, what follows
 * is told once.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_assessment_register_list_chains (MarmotAssessmentRegister *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_register_list_plans:
 * @self: a register
 *
 * The actions of each assessment as a plan, for [func@Marmot.summarise_action_plans], of
 * those that have actions and are neither superseded nor withdrawn.
 *
 * Returns: (transfer container) (element-type Marmot.ActionPlan): the plans
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_assessment_register_list_plans (MarmotAssessmentRegister *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_register_refresh:
 * @self: a register
 * @sets: (array length=n_sets): figures
 * @n_sets: how many sets there are
 * @day: the day as of which the latest figure is the latest
 *
 * What became of the evidence of all assessments that are neither superseded nor withdrawn,
 * as [method@Marmot.Assessment.refresh] does for one. Each set is gone through once.
 *
 * Returns: (transfer full): what became of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentRefresh *marmot_assessment_register_refresh (MarmotAssessmentRegister *self,
                                                             MarmotObservationSet **sets,
                                                             gsize n_sets,
                                                             const GDate *day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
