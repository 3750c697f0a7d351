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
 * MarmotEducationReader:
 *
 * Reads a data file of Explore Education Statistics, where the Department for
 * Education publishes, with its metadata file, into a
 * [class@Marmot.ObservationSet]: an observation for each row and indicator, row by
 * row. The page "Explore Education Statistics" says what becomes of the columns.
 *
 * The symbols "c", "z", "x", "k", "low" and "u" become states and flags as
 * [func@Marmot.Value.parse] reads them, and never numbers.
 *
 * A file that cannot be read is refused, with a finding for each fault. What can be
 * read and is doubtful, such as kinds of time that are mixed, is read as it stands,
 * with a finding of severity warning.
 *
 * A reader keeps the findings of its last read, and may read many files, one after
 * another. It belongs to the thread that made it.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_EDUCATION_READER (marmot_education_reader_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotEducationReader, marmot_education_reader, MARMOT, EDUCATION_READER, GObject)

/**
 * marmot_education_reader_new:
 *
 * Makes a reader.
 *
 * Returns: (transfer full): a new reader
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEducationReader *marmot_education_reader_new            (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_education_reader_read_bytes:
 * @self: a reader
 * @data: the data file, CSV
 * @metadata: its metadata file, CSV, which says what the columns are
 * @name: (nullable): what findings shall call the data file; the metadata file is
 *   "metadata"
 * @error: return location for an error
 *
 * Reads a set. Bytes that break a rule are a %MARMOT_ERROR_INVALID_DATA whose
 * message is the first finding; a file larger than
 * [property@Marmot.EducationReader:max-bytes], or more rows and indicators than a
 * set can hold, are a %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservationSet  *marmot_education_reader_read_bytes     (MarmotEducationReader  *self,
                                                               GBytes                 *data,
                                                               GBytes                 *metadata,
                                                               const char             *name,
                                                               GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_education_reader_read_files:
 * @self: a reader
 * @data: the data file
 * @metadata: its metadata file
 * @cancellable: (nullable): a way to stop it
 * @error: return location for an error
 *
 * Reads a set from two files, as [method@Marmot.EducationReader.read_bytes] does. A
 * file that cannot be read is a %MARMOT_ERROR_IO.
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotObservationSet  *marmot_education_reader_read_files     (MarmotEducationReader  *self,
                                                               GFile                  *data,
                                                               GFile                  *metadata,
                                                               GCancellable           *cancellable,
                                                               GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_education_reader_get_max_bytes: (get-property max-bytes)
 * @self: a reader
 *
 * Returns: the size from which a file is refused
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64 marmot_education_reader_get_max_bytes (MarmotEducationReader *self);

/**
 * marmot_education_reader_set_max_bytes: (set-property max-bytes)
 * @self: a reader
 * @max_bytes: the largest size of a file, in bytes
 *
 * Sets the largest size of a file; 4 GiB at first.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_education_reader_set_max_bytes (MarmotEducationReader *self,
                                            guint64 max_bytes);

/**
 * marmot_education_reader_get_max_findings: (get-property max-findings)
 * @self: a reader
 *
 * Returns: how many findings are kept of a file
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint marmot_education_reader_get_max_findings (MarmotEducationReader *self);

/**
 * marmot_education_reader_set_max_findings: (set-property max-findings)
 * @self: a reader
 * @max_findings: how many findings are kept of a file; further ones are only counted
 *
 * Sets how many findings are kept; 1,000 at first.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void marmot_education_reader_set_max_findings (MarmotEducationReader *self,
                                               guint max_findings);

/**
 * marmot_education_reader_get_findings:
 * @self: a reader
 *
 * The findings of the last read, as many of each file as are kept. There may be
 * notes and warnings though the read succeeded.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray             *marmot_education_reader_get_findings   (MarmotEducationReader  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_education_reader_get_n_findings:
 * @self: a reader
 *
 * Returns: how many findings the last read had, those that were not kept included
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64                marmot_education_reader_get_n_findings (MarmotEducationReader *self);

G_END_DECLS
