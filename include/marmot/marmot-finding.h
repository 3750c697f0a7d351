/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotSeverity:
 * @MARMOT_SEVERITY_NOTE: worth knowing; nothing need be done
 * @MARMOT_SEVERITY_WARNING: probably wrong; what was read can be used
 * @MARMOT_SEVERITY_ERROR: wrong; what was read cannot be used until it is fixed
 *
 * How much a finding matters. A higher value matters more.
 *
 * Since: 1.0
 */
typedef enum
{
  MARMOT_SEVERITY_NOTE,
  MARMOT_SEVERITY_WARNING,
  MARMOT_SEVERITY_ERROR
} MarmotSeverity;

/**
 * MarmotFinding:
 *
 * One result of checking: which rule, how much it matters, where, what is wrong
 * and how to fix it.
 *
 * A place is a file with a row and a column, or a path into a document; any part
 * of it may be absent. Rows are lines of the file as an editor numbers them: the
 * header of a CSV file stands in row 1.
 *
 * On person-level input a finding says nothing of what a cell holds, since that
 * may identify a child. A finding on figures that were already published, or on
 * a template, may quote them, and is made by [ctor@Marmot.Finding.new_published].
 *
 * Findings never change and may be read from any thread.
 *
 * Since: 1.0
 */
typedef struct _MarmotFinding MarmotFinding;

#define MARMOT_TYPE_FINDING (marmot_finding_get_type ())
MARMOT_AVAILABLE_IN_1_0
GType           marmot_finding_get_type      (void);

/**
 * marmot_finding_new:
 * @rule: the short, stable name of the rule, such as "csv/ragged-row"
 * @severity: how much it matters
 * @file: (nullable): the name of the file, or %NULL
 * @row: the line of the file, from 1; 0 for none
 * @column: (nullable): the name of the column, or %NULL
 * @path: (nullable): where in a document, such as "sections/2/title", or %NULL
 * @message: what is wrong, as a sentence without its full stop
 * @fix: what to do about it, as a sentence without its full stop
 *
 * Makes a finding on input that may be about persons: @message and @fix must not
 * say anything of the value of a cell. Names of files and columns are not values.
 *
 * Text that is not UTF-8 has its bad bytes replaced.
 *
 * Returns: (transfer full): a new finding
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFinding  *marmot_finding_new           (const char     *rule,
                                              MarmotSeverity  severity,
                                              const char     *file,
                                              guint64         row,
                                              const char     *column,
                                              const char     *path,
                                              const char     *message,
                                              const char     *fix) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_finding_new_published:
 * @rule: the short, stable name of the rule, such as "comparison/label"
 * @severity: how much it matters
 * @file: (nullable): the name of the file, or %NULL
 * @row: the line of the file, from 1; 0 for none
 * @column: (nullable): the name of the column, or %NULL
 * @path: (nullable): where in a document, such as "sections/2/title", or %NULL
 * @message: what is wrong, as a sentence without its full stop
 * @fix: what to do about it, as a sentence without its full stop
 *
 * Makes a finding on published figures or on a template, whose @message and @fix
 * may quote them. Never call it on person-level input: use
 * [ctor@Marmot.Finding.new].
 *
 * Text that is not UTF-8 has its bad bytes replaced.
 *
 * Returns: (transfer full): a new finding
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFinding  *marmot_finding_new_published (const char     *rule,
                                              MarmotSeverity  severity,
                                              const char     *file,
                                              guint64         row,
                                              const char     *column,
                                              const char     *path,
                                              const char     *message,
                                              const char     *fix) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_finding_ref: (skip)
 * @self: a finding
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFinding  *marmot_finding_ref           (MarmotFinding *self);

/**
 * marmot_finding_unref: (skip)
 * @self: (transfer full): a finding
 *
 * Gives a reference back; the last one frees the finding.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void            marmot_finding_unref         (MarmotFinding *self);

/**
 * marmot_finding_get_rule:
 * @self: a finding
 *
 * Returns: (transfer none): the short name of the rule
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_finding_get_rule      (const MarmotFinding *self);

/**
 * marmot_finding_get_severity:
 * @self: a finding
 *
 * Returns: how much it matters
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSeverity  marmot_finding_get_severity  (const MarmotFinding *self);

/**
 * marmot_finding_get_file:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): the name of the file, or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_finding_get_file      (const MarmotFinding *self);

/**
 * marmot_finding_get_row:
 * @self: a finding
 *
 * Returns: the line of the file, from 1; 0 for none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64         marmot_finding_get_row       (const MarmotFinding *self);

/**
 * marmot_finding_get_column:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): the name of the column, or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_finding_get_column    (const MarmotFinding *self);

/**
 * marmot_finding_get_path:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): the place in a document, or %NULL
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_finding_get_path      (const MarmotFinding *self);

/**
 * marmot_finding_get_message:
 * @self: a finding
 *
 * Returns: (transfer none): what is wrong
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_finding_get_message   (const MarmotFinding *self);

/**
 * marmot_finding_get_fix:
 * @self: a finding
 *
 * Returns: (transfer none): what to do about it
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char     *marmot_finding_get_fix       (const MarmotFinding *self);

/**
 * marmot_finding_is_published:
 * @self: a finding
 *
 * Returns: true if the finding is on published figures or on a template, and may
 *   quote them; false if it says nothing of any value
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean        marmot_finding_is_published  (const MarmotFinding *self);

/**
 * marmot_finding_equal:
 * @self: a finding
 * @other: another finding
 *
 * Whether all parts of the two are the same.
 *
 * Returns: true if they are
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean        marmot_finding_equal         (const MarmotFinding *self,
                                              const MarmotFinding *other);

/**
 * marmot_finding_hash:
 * @self: a finding
 *
 * Returns: a hash that equal findings share
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint           marmot_finding_hash          (const MarmotFinding *self);

/**
 * marmot_finding_compare:
 * @self: a finding
 * @other: another finding
 *
 * The order of a list of findings: by file, row, column and rule, and then by
 * the other parts. What is absent comes first.
 *
 * Returns: below 0 if @self comes first, above 0 if @other does, 0 if the two
 *   are equal
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
int             marmot_finding_compare       (const MarmotFinding *self,
                                              const MarmotFinding *other);

/**
 * marmot_finding_to_string:
 * @self: a finding
 *
 * Prints a finding on one line, such as "indicators.csv, row 3, column value: The
 * cell is not a number (csv/not-a-number). Fix: Write digits, and a point before
 * decimals". A line break in a name is printed as a space.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
char           *marmot_finding_to_string     (const MarmotFinding *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_finding_serialize:
 * @self: a finding
 *
 * Writes a finding to bytes that any build of this major version reads back
 * without loss.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes         *marmot_finding_serialize     (const MarmotFinding *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_finding_deserialize:
 * @bytes: what [method@Marmot.Finding.serialize] wrote
 * @error: return location for an error
 *
 * Reads a finding back. Bytes that are not a finding are a %MARMOT_ERROR_PARSE.
 *
 * Returns: (transfer full): the finding, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFinding  *marmot_finding_deserialize   (GBytes  *bytes,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MarmotFinding, marmot_finding_unref)

G_END_DECLS
