/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-finding.h>
#include <marmot/marmot-observation-set.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotFingertipsReader:
 *
 * Reads the public CSV of Fingertips into a [class@Marmot.ObservationSet], in all
 * its forms: 27 columns; 26, before the length of the period was told; and rows of
 * 25, where an indicator has no goal. The page "Fingertips" lists the columns, and
 * the rules of the findings.
 *
 * The set has all columns of the form, as nulls where the file has none of them.
 * An empty cell is a null.
 *
 * The records of Fingertips' interface are read too: what begins with "{" or "[" is
 * JSON. There -1 stands for a missing value, count or denominator and for undefined
 * fields of time, -1.000001 for a genuine -1, and limits are nulls. Records need to be
 * told which kind of year they are of: see
 * [property@Marmot.FingertipsReader:indicators]. Findings on JSON give the path in
 * the document instead of a line.
 *
 * A file that cannot be read is refused, with a finding for each fault. What can be
 * read and is doubtful, such as an interval without a value, is read as it stands,
 * with a finding of severity warning. Nothing is mended or left out.
 *
 * A reader keeps the findings of its last read, and may read many files, one after
 * another. It belongs to the thread that made it.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_FINGERTIPS_READER (marmot_fingertips_reader_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotFingertipsReader, marmot_fingertips_reader, MARMOT, FINGERTIPS_READER, GObject)

/**
 * marmot_fingertips_reader_new:
 *
 * Makes a reader.
 *
 * Returns: (transfer full): a new reader
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotFingertipsReader *marmot_fingertips_reader_new            (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_fingertips_reader_read_bytes:
 * @self: a reader
 * @bytes: CSV or JSON
 * @name: (nullable): what findings shall call it, such as the name of the file it
 *   came from
 * @error: return location for an error
 *
 * Reads a set. Bytes that break a rule are a %MARMOT_ERROR_INVALID_DATA whose
 * message is the first finding; more of them than
 * [property@Marmot.FingertipsReader:max-bytes], or more than 64 MiB of JSON, are a
 * %MARMOT_ERROR_TOO_LARGE. What is no JSON though it begins so is a
 * %MARMOT_ERROR_PARSE or a %MARMOT_ERROR_ENCODING.
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservationSet   *marmot_fingertips_reader_read_bytes     (MarmotFingertipsReader  *self,
                                                                 GBytes                  *bytes,
                                                                 const char              *name,
                                                                 GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_fingertips_reader_read_file:
 * @self: a reader
 * @file: a CSV or JSON file
 * @cancellable: (nullable): a way to stop it
 * @error: return location for an error
 *
 * Reads a set from a file, as [method@Marmot.FingertipsReader.read_bytes] does. A
 * file that cannot be read is a %MARMOT_ERROR_IO.
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservationSet   *marmot_fingertips_reader_read_file      (MarmotFingertipsReader  *self,
                                                                 GFile                   *file,
                                                                 GCancellable            *cancellable,
                                                                 GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_fingertips_reader_read_stream:
 * @self: a reader
 * @stream: where CSV or JSON comes from; it is read to its end and not closed
 * @name: (nullable): what findings shall call it
 * @cancellable: (nullable): a way to stop it
 * @error: return location for an error
 *
 * Reads a set from a stream, as [method@Marmot.FingertipsReader.read_bytes] does. A
 * stream that fails is a %MARMOT_ERROR_IO.
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservationSet   *marmot_fingertips_reader_read_stream    (MarmotFingertipsReader  *self,
                                                                 GInputStream            *stream,
                                                                 const char              *name,
                                                                 GCancellable            *cancellable,
                                                                 GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_fingertips_reader_get_max_bytes: (get-property max-bytes)
 * @self: a reader
 *
 * Returns: the size from which a file is refused
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64 marmot_fingertips_reader_get_max_bytes (MarmotFingertipsReader *self);

/**
 * marmot_fingertips_reader_set_max_bytes: (set-property max-bytes)
 * @self: a reader
 * @max_bytes: the largest size of a file, in bytes
 *
 * Sets the largest size of a file; 4 GiB at first.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_fingertips_reader_set_max_bytes (MarmotFingertipsReader *self,
                                             guint64 max_bytes);

/**
 * marmot_fingertips_reader_get_max_findings: (get-property max-findings)
 * @self: a reader
 *
 * Returns: how many findings are kept of a file
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_fingertips_reader_get_max_findings (MarmotFingertipsReader *self);

/**
 * marmot_fingertips_reader_set_max_findings: (set-property max-findings)
 * @self: a reader
 * @max_findings: how many findings are kept of a file; further ones are only counted
 *
 * Sets how many findings are kept; 1,000 at first.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_fingertips_reader_set_max_findings (MarmotFingertipsReader *self,
                                                guint max_findings);

/**
 * marmot_fingertips_reader_get_indicators: (get-property indicators)
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): what is known of the indicators, a list of
 *   [class@Marmot.Indicator]
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GListModel             *marmot_fingertips_reader_get_indicators (MarmotFingertipsReader  *self);

/**
 * marmot_fingertips_reader_set_indicators: (set-property indicators)
 * @self: a reader
 * @indicators: (nullable): a list of [class@Marmot.Indicator], such as a
 *   [class@Marmot.IndicatorReader] reads
 *
 * Sets what is known of the indicators: their names, and the years that their
 * periods are of, which JSON records do not tell. They are found by
 * [property@Marmot.Indicator:fingertips-id]. CSV is read without them.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void                    marmot_fingertips_reader_set_indicators (MarmotFingertipsReader  *self,
                                                                 GListModel              *indicators);

/**
 * marmot_fingertips_reader_get_findings:
 * @self: a reader
 *
 * The findings of the last read, by row, as many as are kept. There may be notes and
 * warnings though the read succeeded.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray              *marmot_fingertips_reader_get_findings   (MarmotFingertipsReader  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_fingertips_reader_get_n_findings:
 * @self: a reader
 *
 * Returns: how many findings the last read had, those that were not kept included
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64                 marmot_fingertips_reader_get_n_findings (MarmotFingertipsReader  *self);

/**
 * marmot_fingertips_write_bytes:
 * @set: a set
 * @error: return location for an error
 *
 * Writes a set in the form of Fingertips' public CSV: 27 columns, lines that end in
 * CRLF, quotes only where they are needed, nothing where nothing is known. A
 * [class@Marmot.FingertipsReader] reads back a set with the same columns.
 *
 * Numbers are the shortest that read back as the same number. Nothing is rounded or
 * suppressed: this is for programs, and not publishing.
 *
 * A set that says what the form cannot say (a state, a flag, a second denominator,
 * comparisons with parents of several kinds, a number that is not finite) is a
 * %MARMOT_ERROR_INVALID_DATA: nothing is left out unsaid.
 *
 * Returns: (transfer full): the bytes, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes                 *marmot_fingertips_write_bytes           (MarmotObservationSet    *set,
                                                                 GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
