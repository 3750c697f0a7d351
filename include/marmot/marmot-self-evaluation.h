/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-finding.h>
#include <marmot/marmot-interval-options.h>
#include <marmot/marmot-measure.h>
#include <marmot/marmot-period.h>
#include <marmot/marmot-self-judgement.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotSelfEvaluation:
 *
 * A self-evaluation, such as that of a SEND and Alternative Provision Board: judgements,
 * each resting on evidence that points at observations of indicators, surveys and
 * documents. It is a document of JSON, which says "format": "marmot-self-evaluation".
 *
 * It can be changed, by properties and through its lists, and tells of it by notification.
 * Only one thread may use it at a time.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_SELF_EVALUATION (marmot_self_evaluation_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotSelfEvaluation, marmot_self_evaluation, MARMOT, SELF_EVALUATION, GObject)

/**
 * marmot_self_evaluation_new:
 *
 * Returns: (transfer full): a new self-evaluation in which nothing is set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSelfEvaluation *marmot_self_evaluation_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_self_evaluation_new_from_json:
 * @json: a document; the page "Actions" in the documentation says what it holds
 * @error: return location for an error
 *
 * Reads a self-evaluation. What is not as it should be is an error that says where, by a
 * path such as "judgements/3/evidence/1/kind", and refuses the whole: a key that is not
 * known or a value of another kind is a %MARMOT_ERROR_PARSE, two entries with one short
 * name in a list are a %MARMOT_ERROR_INVALID_DATA, more than 16 MiB or a text of more than
 * 1 MiB is a %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): the self-evaluation, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSelfEvaluation *marmot_self_evaluation_new_from_json (GBytes *json,
                                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_self_evaluation_new_from_file:
 * @file: a file
 * @cancellable: (nullable): a cancellable, or %NULL
 * @error: return location for an error
 *
 * Reads a self-evaluation from a file, as [ctor@Marmot.SelfEvaluation.new_from_json] does.
 *
 * Returns: (transfer full): the self-evaluation, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSelfEvaluation *marmot_self_evaluation_new_from_file (GFile *file,
                                                            GCancellable *cancellable,
                                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_self_evaluation_to_json:
 * @self: a self-evaluation
 * @error: return location for an error
 *
 * Writes it as JSON. Reading that gives its equal, and the same state gives the same bytes,
 * in UTF-8, with a line break at the end. What is not set is left out. What could not be
 * read back, such as an entry without a short name where one is needed, is a
 * %MARMOT_ERROR_INVALID_DATA that says where.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_self_evaluation_to_json (MarmotSelfEvaluation *self,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_self_evaluation_save:
 * @self: a self-evaluation
 * @file: where to
 * @cancellable: (nullable): a cancellable, or %NULL
 * @error: return location for an error
 *
 * Writes it to a file. What the file held stays until all of it is on the disk.
 *
 * Returns: true if it was written
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_self_evaluation_save (MarmotSelfEvaluation *self,
                                      GFile *file,
                                      GCancellable *cancellable,
                                      GError **error);

/**
 * marmot_self_evaluation_diff:
 * @self: the older version
 * @newer: the newer version
 *
 * What changed from one version to the next, a row each, with text columns:
 *
 * - `change`: "added", "removed" or "changed"
 * - `path`: where, by short names, such as "judgements/sufficiency"
 * - `field`: of what was changed, the field, such as "grade"; else null
 * - `before`, `after`: of what was changed, its texts; of what was added or removed, its
 *   first text. A null is a text that is not there
 *
 * Entries are told apart by their short names, or by their first field that is set, so
 * their order is of no account.
 *
 * Returns: (transfer full): the table, without rows if nothing changed
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_self_evaluation_diff (MarmotSelfEvaluation *self,
                                          MarmotSelfEvaluation *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_self_evaluation_diff_to_text:
 * @self: the older version
 * @newer: the newer version
 *
 * The same as sentences, a line each.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char *marmot_self_evaluation_diff_to_text (MarmotSelfEvaluation *self,
                                           MarmotSelfEvaluation *newer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_self_evaluation_copy:
 * @self: a self-evaluation
 *
 * Copies it, and everything in its lists.
 *
 * Returns: (transfer full): a new self-evaluation, which shares nothing that can change
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSelfEvaluation *marmot_self_evaluation_copy (MarmotSelfEvaluation *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_self_evaluation_equal:
 * @self: a self-evaluation
 * @other: another
 *
 * Whether all fields of the two are the same, and all entries of their lists, in their
 * order.
 *
 * Returns: true if they are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean marmot_self_evaluation_equal (MarmotSelfEvaluation *self,
                                       MarmotSelfEvaluation *other);

/**
 * marmot_self_evaluation_measure_evidenced:
 * @self: a self-evaluation
 * @options: (nullable): the interval and its confidence, or %NULL for Wilson's 95%
 * @error: return location for an error
 *
 * The share of the judgements that rest on evidence other than somebody's judgement.
 *
 * Returns: (transfer full): the measure, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotMeasure *marmot_self_evaluation_measure_evidenced (MarmotSelfEvaluation *self,
                                                         MarmotIntervalOptions *options,
                                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_self_evaluation_to_table:
 * @self: a self-evaluation
 *
 * A row for each judgement: `id`, `theme`, `text`, `grade`, and integers `n_evidence`,
 * `n_indicators` (pieces of evidence that name an indicator), `n_links`.
 *
 * Returns: (transfer full): the table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable *marmot_self_evaluation_to_table (MarmotSelfEvaluation *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_self_evaluation_check:
 * @self: a self-evaluation
 * @indicators: (nullable) (array zero-terminated=1): the short names of the indicators that
 *   there are, or %NULL to leave that out
 *
 * Checks the judgements:
 *
 * - `self-evaluation/duplicate`: another judgement has its short name, or it has none
 *   (errors)
 * - `self-evaluation/text`: it does not say what is judged (an error)
 * - `self-evaluation/no-evidence`: it rests on nothing
 * - `self-evaluation/opinion`: it rests on judgement alone
 * - `self-evaluation/no-indicator`: evidence that is said to be of an indicator does not
 *   name it
 * - `self-evaluation/indicator`: it names an indicator that is not among @indicators (an
 *   error)
 * - and personal data
 *
 * The others are warnings.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_self_evaluation_check (MarmotSelfEvaluation *self,
                                         const char * const *indicators) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_self_evaluation_get_title: (get-property title)
 * @self: a self-evaluation
 *
 * Returns: (transfer none) (nullable): its title
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_self_evaluation_get_title (MarmotSelfEvaluation *self);

/**
 * marmot_self_evaluation_set_title: (set-property title)
 * @self: a self-evaluation
 * @title: (nullable): its title
 *
 * Sets [property@Marmot.SelfEvaluation:title].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_self_evaluation_set_title (MarmotSelfEvaluation *self,
                                       const char *title);

/**
 * marmot_self_evaluation_get_organisation: (get-property organisation)
 * @self: a self-evaluation
 *
 * Returns: (transfer none) (nullable): who judges
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_self_evaluation_get_organisation (MarmotSelfEvaluation *self);

/**
 * marmot_self_evaluation_set_organisation: (set-property organisation)
 * @self: a self-evaluation
 * @organisation: (nullable): who judges
 *
 * Sets [property@Marmot.SelfEvaluation:organisation].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_self_evaluation_set_organisation (MarmotSelfEvaluation *self,
                                              const char *organisation);

/**
 * marmot_self_evaluation_get_framework: (get-property framework)
 * @self: a self-evaluation
 *
 * Returns: (transfer none) (nullable): the framework by which it judges
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_self_evaluation_get_framework (MarmotSelfEvaluation *self);

/**
 * marmot_self_evaluation_set_framework: (set-property framework)
 * @self: a self-evaluation
 * @framework: (nullable): the framework by which it judges
 *
 * Sets [property@Marmot.SelfEvaluation:framework].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_self_evaluation_set_framework (MarmotSelfEvaluation *self,
                                           const char *framework);

/**
 * marmot_self_evaluation_get_period: (get-property period)
 * @self: a self-evaluation
 *
 * Returns: (transfer none) (nullable): the time for which it judges
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_self_evaluation_get_period (MarmotSelfEvaluation *self);

/**
 * marmot_self_evaluation_set_period: (set-property period)
 * @self: a self-evaluation
 * @period: (nullable): the time for which it judges
 *
 * Sets [property@Marmot.SelfEvaluation:period].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_self_evaluation_set_period (MarmotSelfEvaluation *self,
                                        MarmotPeriod *period);

/**
 * marmot_self_evaluation_get_version: (get-property version)
 * @self: a self-evaluation
 *
 * Returns: (transfer none) (nullable): the label of this version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_self_evaluation_get_version (MarmotSelfEvaluation *self);

/**
 * marmot_self_evaluation_set_version: (set-property version)
 * @self: a self-evaluation
 * @version: (nullable): the label of this version
 *
 * Sets [property@Marmot.SelfEvaluation:version].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_self_evaluation_set_version (MarmotSelfEvaluation *self,
                                         const char *version);

/**
 * marmot_self_evaluation_get_date: (get-property date)
 * @self: a self-evaluation
 *
 * Returns: (transfer none) (nullable): the day of this version
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotPeriod *marmot_self_evaluation_get_date (MarmotSelfEvaluation *self);

/**
 * marmot_self_evaluation_set_date: (set-property date)
 * @self: a self-evaluation
 * @date: (nullable): the day of this version
 *
 * Sets [property@Marmot.SelfEvaluation:date].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_self_evaluation_set_date (MarmotSelfEvaluation *self,
                                      MarmotPeriod *date);

/**
 * marmot_self_evaluation_get_source: (get-property source)
 * @self: a self-evaluation
 *
 * Returns: (transfer none) (nullable): where it was published
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_self_evaluation_get_source (MarmotSelfEvaluation *self);

/**
 * marmot_self_evaluation_set_source: (set-property source)
 * @self: a self-evaluation
 * @source: (nullable): where it was published
 *
 * Sets [property@Marmot.SelfEvaluation:source].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_self_evaluation_set_source (MarmotSelfEvaluation *self,
                                        const char *source);

/**
 * marmot_self_evaluation_get_note: (get-property note)
 * @self: a self-evaluation
 *
 * Returns: (transfer none) (nullable): what a reader must know of it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char *marmot_self_evaluation_get_note (MarmotSelfEvaluation *self);

/**
 * marmot_self_evaluation_set_note: (set-property note)
 * @self: a self-evaluation
 * @note: (nullable): what a reader must know of it
 *
 * Sets [property@Marmot.SelfEvaluation:note].
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_self_evaluation_set_note (MarmotSelfEvaluation *self,
                                      const char *note);

/**
 * marmot_self_evaluation_get_judgements: (get-property judgements)
 * @self: a self-evaluation
 *
 * Returns: (transfer none): its judgements, as [class@Marmot.SelfJudgement] objects
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListStore *marmot_self_evaluation_get_judgements (MarmotSelfEvaluation *self);

G_END_DECLS
