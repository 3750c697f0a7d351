/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-assessment-template.h>
#include <marmot/marmot-assessment.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotAssessmentImport:
 *
 * What could be read from a form that somebody filled in: the assessment, findings on what
 * did not map, and the text that is left over, so that a person can place it. Nothing is
 * dropped without a word.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_ASSESSMENT_IMPORT (marmot_assessment_import_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotAssessmentImport, marmot_assessment_import, MARMOT, ASSESSMENT_IMPORT, GObject)

/**
 * marmot_assessment_import_new_from_html:
 * @html: a page, as [method@Marmot.Assessment.to_html] makes it, as Word or LibreOffice
 *   save it as HTML, or another with tables
 * @form: the template that is answered
 * @error: return location for an error
 *
 * Reads the tables of a page. A table is told by the words of its first row; a row by the
 * short name of a question or group, by its number, or by its words in the template, in
 * which case, punctuation, blanks and curly quotes are of no account. A table without such
 * a first row is read where its first column holds questions or groups and its second what
 * was filled in, as in the forms of most councils.
 *
 * A text without a state is an answer. Blanks are single ones afterwards; breaks of lines
 * and paragraphs are line breaks. Where a cell is merged over several rows or columns its
 * text counts once. Of actions, the columns of our own page are read, and no notes.
 *
 * Nothing is fetched. A page of more than 16 MiB, or with more than 200,000 cells or
 * 500,000 elements, is a %MARMOT_ERROR_TOO_LARGE; one that is no text, such as a file of Word itself, is a
 * %MARMOT_ERROR_ENCODING that says how to save it; one without a table is a
 * %MARMOT_ERROR_PARSE. A page that is cut off is read as far as it goes, with a finding.
 *
 * Returns: (transfer full): what was read, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentImport *marmot_assessment_import_new_from_html  (GBytes                    *html,
                                                                 MarmotAssessmentTemplate  *form,
                                                                 GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_import_new_from_csv:
 * @csv: a file with a column `question`, `dimension` (or `group`), or both, and any of
 *   `state`, `answer`, `choice`, `reason`, `impact`, `confidence`, `mitigation`, `action`
 *   and `evidence`
 * @form: the template that is answered
 * @error: return location for an error
 *
 * Reads answers and rows of groups from CSV, matched as
 * [ctor@Marmot.AssessmentImport.new_from_html] does. Several keys of evidence are set apart
 * by semicolons. A row with a dimension is a row of a group, and any other an answer.
 *
 * A file that is no CSV, or that has neither column, is an error as
 * [class@Marmot.CsvReader] has it, or a %MARMOT_ERROR_INVALID_DATA.
 *
 * Returns: (transfer full): what was read, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessmentImport *marmot_assessment_import_new_from_csv   (GBytes                    *csv,
                                                                 MarmotAssessmentTemplate  *form,
                                                                 GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_import_get_assessment: (get-property assessment)
 * @self: an import
 *
 * Returns: (transfer none): the assessment, a draft of the template that was given, or in
 *   the state that the form says
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotAssessment       *marmot_assessment_import_get_assessment (MarmotAssessmentImport    *self);

/**
 * marmot_assessment_import_get_findings:
 * @self: an import
 *
 * What did not map, by table (or file), row and column; rules begin with "import/". No
 * finding quotes a text.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings, none if all of
 *   it mapped
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray              *marmot_assessment_import_get_findings   (MarmotAssessmentImport    *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_assessment_import_get_leftovers:
 * @self: an import
 *
 * The text that did not map, a row each: `place`, such as "table 3, row 2, column 4", and
 * `text`. It may hold personal data.
 *
 * Returns: (transfer full): the text that is left over
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable            *marmot_assessment_import_get_leftovers  (MarmotAssessmentImport    *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
