/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-finding.h>
#include <marmot/marmot-goal.h>
#include <marmot/marmot-indicator.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotIndicatorReader:
 *
 * Reads Fingertips' indicator metadata into a list of [class@Marmot.Indicator]:
 * the CSV that the site offers, or the JSON of its interface. What begins with "{"
 * or "[" is JSON. The page "Fingertips" lists the fields, and the rules of the
 * findings.
 *
 * Every text is kept as it stands, with its HTML entities and line breaks. The words
 * for value type, year type and polarity are kept beside what the library makes of
 * them, so that nothing is lost where a word is new. Contact details of an
 * indicator's owner are left out: the library keeps no names or addresses of people.
 *
 * A file that cannot be read is refused, with a finding for each fault. What can be
 * read and is doubtful, such as a word that is not known, is read as it stands, with
 * a finding of severity warning. Findings on CSV give the line, findings on JSON the
 * path.
 *
 * A reader keeps the findings of its last read, and may read many files, one after
 * another. It belongs to the thread that made it.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_INDICATOR_READER (marmot_indicator_reader_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotIndicatorReader, marmot_indicator_reader, MARMOT, INDICATOR_READER, GObject)

/**
 * marmot_indicator_reader_new:
 *
 * Makes a reader.
 *
 * Returns: (transfer full): a new reader
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotIndicatorReader *marmot_indicator_reader_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_indicator_reader_read_bytes:
 * @self: a reader
 * @bytes: CSV or JSON
 * @name: (nullable): what findings shall call it, such as the name of the file it
 *   came from
 * @error: return location for an error
 *
 * Reads indicators. Bytes that break a rule are a %MARMOT_ERROR_INVALID_DATA whose
 * message is the first finding; what is no JSON though it begins so is a
 * %MARMOT_ERROR_PARSE or a %MARMOT_ERROR_ENCODING. More bytes than
 * [property@Marmot.IndicatorReader:max-bytes], or more than 100,000 indicators, are
 * a %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): a list of [class@Marmot.Indicator], or %NULL with @error
 *   set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel *marmot_indicator_reader_read_bytes (MarmotIndicatorReader  *self,
                                                GBytes                 *bytes,
                                                const char             *name,
                                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_indicator_reader_read_file:
 * @self: a reader
 * @file: a CSV or JSON file
 * @cancellable: (nullable): a way to stop it
 * @error: return location for an error
 *
 * Reads indicators from a file, as [method@Marmot.IndicatorReader.read_bytes] does.
 * A file that cannot be read is a %MARMOT_ERROR_IO.
 *
 * Returns: (transfer full): a list of [class@Marmot.Indicator], or %NULL with @error
 *   set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel *marmot_indicator_reader_read_file (MarmotIndicatorReader  *self,
                                               GFile                  *file,
                                               GCancellable           *cancellable,
                                               GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_indicator_reader_read_stream:
 * @self: a reader
 * @stream: where CSV or JSON comes from; it is read to its end and not closed
 * @name: (nullable): what findings shall call it
 * @cancellable: (nullable): a way to stop it
 * @error: return location for an error
 *
 * Reads indicators from a stream, as [method@Marmot.IndicatorReader.read_bytes]
 * does. A stream that fails is a %MARMOT_ERROR_IO.
 *
 * Returns: (transfer full): a list of [class@Marmot.Indicator], or %NULL with @error
 *   set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel *marmot_indicator_reader_read_stream (MarmotIndicatorReader  *self,
                                                 GInputStream           *stream,
                                                 const char             *name,
                                                 GCancellable           *cancellable,
                                                 GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_indicator_reader_get_goal:
 * @self: a reader
 * @fingertips_id: the number of an indicator
 *
 * The goal of an indicator of the last read ("Target" in the JSON; the CSV tells
 * none).
 *
 * Returns: (transfer none) (nullable): the goal, or %NULL if there is none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotGoal *marmot_indicator_reader_get_goal (MarmotIndicatorReader *self,
                                              guint                  fingertips_id);

/**
 * marmot_indicator_reader_get_max_bytes: (get-property max-bytes)
 * @self: a reader
 *
 * Returns: the size from which a file is refused
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64 marmot_indicator_reader_get_max_bytes (MarmotIndicatorReader *self);

/**
 * marmot_indicator_reader_set_max_bytes: (set-property max-bytes)
 * @self: a reader
 * @max_bytes: the largest size of a file, in bytes
 *
 * Sets the largest size of a file; 64 MiB at first.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_indicator_reader_set_max_bytes (MarmotIndicatorReader *self,
                                            guint64 max_bytes);

/**
 * marmot_indicator_reader_get_max_findings: (get-property max-findings)
 * @self: a reader
 *
 * Returns: how many findings are kept of a file
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_indicator_reader_get_max_findings (MarmotIndicatorReader *self);

/**
 * marmot_indicator_reader_set_max_findings: (set-property max-findings)
 * @self: a reader
 * @max_findings: how many findings are kept of a file; further ones are only counted
 *
 * Sets how many findings are kept; 1,000 at first.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_indicator_reader_set_max_findings (MarmotIndicatorReader *self,
                                               guint max_findings);

/**
 * marmot_indicator_reader_get_findings:
 * @self: a reader
 *
 * The findings of the last read, as many as are kept. There may be notes and
 * warnings though the read succeeded.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray *marmot_indicator_reader_get_findings (MarmotIndicatorReader *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_indicator_reader_get_n_findings:
 * @self: a reader
 *
 * Returns: how many findings the last read had, those that were not kept included
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64 marmot_indicator_reader_get_n_findings (MarmotIndicatorReader *self);

/**
 * marmot_fingertips_write_metadata_bytes:
 * @indicators: a list of [class@Marmot.Indicator]
 * @error: return location for an error
 *
 * Writes indicators in the form of Fingertips' metadata CSV: 29 columns, and after
 * them those of further fields that an indicator of the list has; lines that end in
 * CRLF, quotes only where they are needed. A [class@Marmot.IndicatorReader] reads
 * back the same indicators.
 *
 * An indicator without a [property@Marmot.Indicator:fingertips-id], or one that says
 * what the form has no place for (such as an owner, a group, or what it is a proxy
 * for), is a %MARMOT_ERROR_INVALID_DATA: nothing is left out unsaid. Where an
 * indicator was read, [property@Marmot.Indicator:source] and
 * [property@Marmot.Indicator:line], is not written.
 *
 * Returns: (transfer full): the bytes, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes *marmot_fingertips_write_metadata_bytes (GListModel  *indicators,
                                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
