/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-column.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCsvReader:
 *
 * Reads CSV into a [struct@Marmot.Table], and says of a file that cannot be read
 * everything that is wrong with it.
 *
 * The first line is the header. Cells are those of RFC 4180: quoted where they
 * hold the separator, a line break or a quote, which is then doubled. Lines end in
 * LF, CRLF or CR; a byte order mark is skipped; the text must be UTF-8. An empty
 * cell is a null. In a column of text, a quoted empty cell ("") is an empty text.
 *
 * The type of a column is the one declared by
 * [method@Marmot.CsvReader.set_column_type], or else is found from all of its
 * cells: integers, doubles, dates (2024-01-31), or text. What would lose by
 * becoming a number stays text: leading zeros, a plus sign, a code such as 12E3,
 * more digits than 64 bits hold. Thousands separators, percent signs and the words
 * for infinity are text too, and are findings in a column that was declared a
 * number.
 *
 * A file is read whole or not at all, unless
 * [property@Marmot.CsvReader:skip-faulty-rows] says otherwise. If it breaks a rule, the
 * read fails with a %MARMOT_ERROR_INVALID_DATA, and [method@Marmot.CsvReader.get_findings] gives all
 * findings, by row and column. They never show what a cell holds. They do show
 * names of columns: for person-level files ask for the columns that you know, with
 * [method@Marmot.CsvReader.set_wanted_columns], since a file without a header
 * shows its first row as names.
 *
 * A reader keeps its options and the findings of its last read, and may read many
 * files, one after another. It belongs to the thread that made it.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_CSV_READER (marmot_csv_reader_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotCsvReader, marmot_csv_reader, MARMOT, CSV_READER, GObject)

/**
 * marmot_csv_reader_new:
 *
 * Makes a reader of comma-separated files that finds the types of all columns.
 *
 * Returns: (transfer full): a new reader
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCsvReader *marmot_csv_reader_new                 (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_csv_reader_get_infer_types: (get-property infer-types)
 * @self: a reader
 *
 * Returns: whether types that are not declared are found from the cells
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean         marmot_csv_reader_get_infer_types     (MarmotCsvReader *self);

/**
 * marmot_csv_reader_set_infer_types: (set-property infer-types)
 * @self: a reader
 * @infer_types: whether types that are not declared are found from the cells;
 *   otherwise such columns are text
 *
 * Sets whether types are found.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void             marmot_csv_reader_set_infer_types     (MarmotCsvReader *self,
                                                        gboolean         infer_types);

/**
 * marmot_csv_reader_get_separator: (get-property separator)
 * @self: a reader
 *
 * Returns: (transfer none): what stands between two cells
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char      *marmot_csv_reader_get_separator       (MarmotCsvReader *self);

/**
 * marmot_csv_reader_set_separator: (set-property separator)
 * @self: a reader
 * @separator: what stands between two cells: a comma, a semicolon, a tab or a
 *   vertical bar
 *
 * Sets the separator.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void             marmot_csv_reader_set_separator       (MarmotCsvReader *self,
                                                        const char      *separator);

/**
 * marmot_csv_reader_get_max_bytes: (get-property max-bytes)
 * @self: a reader
 *
 * Returns: the size from which a file is refused
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64          marmot_csv_reader_get_max_bytes       (MarmotCsvReader *self);

/**
 * marmot_csv_reader_set_max_bytes: (set-property max-bytes)
 * @self: a reader
 * @max_bytes: the largest size of a file, in bytes
 *
 * Sets the largest size of a file. Reading takes memory for the file and its
 * columns, which is at worst about ten times the file.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void             marmot_csv_reader_set_max_bytes       (MarmotCsvReader *self,
                                                        guint64          max_bytes);

/**
 * marmot_csv_reader_get_max_columns: (get-property max-columns)
 * @self: a reader
 *
 * Returns: how many columns a file may have
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint            marmot_csv_reader_get_max_columns     (MarmotCsvReader *self);

/**
 * marmot_csv_reader_set_max_columns: (set-property max-columns)
 * @self: a reader
 * @max_columns: how many columns a file may have
 *
 * Sets how many columns a file may have, wanted or not.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void             marmot_csv_reader_set_max_columns     (MarmotCsvReader *self,
                                                        guint            max_columns);

/**
 * marmot_csv_reader_get_max_findings: (get-property max-findings)
 * @self: a reader
 *
 * Returns: how many findings are kept
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint            marmot_csv_reader_get_max_findings    (MarmotCsvReader *self);

/**
 * marmot_csv_reader_set_max_findings: (set-property max-findings)
 * @self: a reader
 * @max_findings: how many findings are kept; further ones are only counted
 *
 * Sets how many findings are kept.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void             marmot_csv_reader_set_max_findings    (MarmotCsvReader *self,
                                                        guint            max_findings);

/**
 * marmot_csv_reader_get_max_field_bytes: (get-property max-field-bytes)
 * @self: a reader
 *
 * Returns: the size from which a cell is a finding
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64          marmot_csv_reader_get_max_field_bytes (MarmotCsvReader *self);

/**
 * marmot_csv_reader_set_max_field_bytes: (set-property max-field-bytes)
 * @self: a reader
 * @max_field_bytes: the largest size of a cell, in bytes
 *
 * Sets the largest size of a cell. Larger ones mostly come from a quote that
 * nobody closed.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void             marmot_csv_reader_set_max_field_bytes (MarmotCsvReader *self,
                                                        guint64          max_field_bytes);

/**
 * marmot_csv_reader_get_skip_faulty_rows: (get-property skip-faulty-rows)
 * @self: a reader
 *
 * Returns: whether faulty rows are left out
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean         marmot_csv_reader_get_skip_faulty_rows (MarmotCsvReader *self);

/**
 * marmot_csv_reader_set_skip_faulty_rows: (set-property skip-faulty-rows)
 * @self: a reader
 * @skip_faulty_rows: whether faulty rows are left out; otherwise they fail the read
 *
 * Sets what becomes of a file of which some rows break a rule. When they are left out,
 * each is told by at least one finding of severity error and counted by
 * [method@Marmot.CsvReader.get_n_skipped_rows], and the table holds all the others: a
 * million rows are not lost for one broken line. A row is faulty if it has another number
 * of cells than the header, or a cell that is not UTF-8, holds a NUL, is too large, has
 * text behind its closing quote, or is not of the type that was declared for its column.
 * A fault of the header still fails the read.
 *
 * A quote that is not closed in its cell costs the line in which it opens, and not those
 * behind it: where the file ends before it is closed, where the cell becomes too large
 * ([property@Marmot.CsvReader:max-field-bytes]), and where it is closed lines further
 * on by a quote that has text behind it, reading resumes at the next line. What cannot be
 * told from a cell of several lines is read as one. Rows with a stray quote that follow
 * such a fault are left out too, up to the first good row, as the rest of the broken cell.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void             marmot_csv_reader_set_skip_faulty_rows (MarmotCsvReader *self,
                                                         gboolean         skip_faulty_rows);

/**
 * marmot_csv_reader_get_date_format: (get-property date-format)
 * @self: a reader
 *
 * Returns: (transfer none): the form of dates in columns that are declared dates
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char      *marmot_csv_reader_get_date_format     (MarmotCsvReader *self);

/**
 * marmot_csv_reader_set_date_format:
 * @self: a reader
 * @format: "dd", "mm" and "yyyy" in the order of the file, with one separator (a
 *   slash, a hyphen, a point or a space) or none between them, such as
 *   "dd/mm/yyyy"
 * @error: return location for an error
 *
 * Sets the form of dates in columns that are declared dates; it is "yyyy-mm-dd" at
 * first. With a separator, days and months may have one digit. Dates are found in
 * columns of no declared type only if they are "yyyy-mm-dd", since nobody can tell
 * 04/05/2024 from 04/05/2024.
 *
 * Another format is a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: true if it was taken
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean         marmot_csv_reader_set_date_format     (MarmotCsvReader  *self,
                                                        const char       *format,
                                                        GError          **error);

/**
 * marmot_csv_reader_set_column_type:
 * @self: a reader
 * @name: the name of a column, as in the header
 * @type: what it holds
 *
 * Declares the type of a column. A cell that is not of it is a finding of severity
 * error. Numbers may have spaces around them, leading zeros and a plus sign;
 * integers may end in a point and zeros; booleans are true or false, yes or no, y
 * or n, 1 or 0, in capitals or not.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void             marmot_csv_reader_set_column_type     (MarmotCsvReader  *self,
                                                        const char       *name,
                                                        MarmotColumnType  type);

/**
 * marmot_csv_reader_set_wanted_columns:
 * @self: a reader
 * @names: (nullable) (array zero-terminated=1): names of columns, or %NULL for all
 *
 * Sets which columns are read. The others are dropped unread: neither their names
 * nor their cells show anywhere. That a name is not in the file is no finding,
 * unless none of them is.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void             marmot_csv_reader_set_wanted_columns  (MarmotCsvReader    *self,
                                                        const char * const *names);

/**
 * marmot_csv_reader_read_bytes:
 * @self: a reader
 * @bytes: CSV
 * @name: (nullable): what findings shall call it, such as the name of the file it
 *   came from
 * @error: return location for an error
 *
 * Reads a table. Bytes that break a rule are a %MARMOT_ERROR_INVALID_DATA whose
 * message is the first finding; too many of them are a %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): a new table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable     *marmot_csv_reader_read_bytes          (MarmotCsvReader  *self,
                                                        GBytes           *bytes,
                                                        const char       *name,
                                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_csv_reader_read_file:
 * @self: a reader
 * @file: a CSV file
 * @cancellable: (nullable): a way to stop it
 * @error: return location for an error
 *
 * Reads a table from a file, as [method@Marmot.CsvReader.read_bytes] does. A file
 * that cannot be read is a %MARMOT_ERROR_IO.
 *
 * Returns: (transfer full): a new table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable     *marmot_csv_reader_read_file           (MarmotCsvReader  *self,
                                                        GFile            *file,
                                                        GCancellable     *cancellable,
                                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_csv_reader_read_stream:
 * @self: a reader
 * @stream: where CSV comes from; it is read to its end and not closed
 * @name: (nullable): what findings shall call it
 * @cancellable: (nullable): a way to stop it
 * @error: return location for an error
 *
 * Reads a table from a stream, as [method@Marmot.CsvReader.read_bytes] does. A
 * stream that fails is a %MARMOT_ERROR_IO.
 *
 * Returns: (transfer full): a new table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable     *marmot_csv_reader_read_stream         (MarmotCsvReader  *self,
                                                        GInputStream     *stream,
                                                        const char       *name,
                                                        GCancellable     *cancellable,
                                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_csv_reader_read_file_async:
 * @self: a reader
 * @file: a CSV file
 * @cancellable: (nullable): a way to stop it
 * @callback: (scope async) (closure user_data): called when it is done
 * @user_data: data for @callback
 *
 * Reads a table from a file in a thread, with the options that the reader has now.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void             marmot_csv_reader_read_file_async     (MarmotCsvReader     *self,
                                                        GFile               *file,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);

/**
 * marmot_csv_reader_read_file_finish:
 * @self: a reader
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Marmot.CsvReader.read_file_async] began. From now on the
 * findings of the reader are those of this file.
 *
 * Returns: (transfer full): a new table, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable     *marmot_csv_reader_read_file_finish    (MarmotCsvReader  *self,
                                                        GAsyncResult     *result,
                                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_csv_reader_get_findings:
 * @self: a reader
 *
 * The findings of the last read, by row, up to the limit of
 * [property@Marmot.CsvReader:max-findings]. There may be notes and warnings though
 * the read succeeded.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray       *marmot_csv_reader_get_findings        (MarmotCsvReader *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_csv_reader_get_n_findings:
 * @self: a reader
 *
 * Returns: how many findings the last read had, those beyond the limit included
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64          marmot_csv_reader_get_n_findings      (MarmotCsvReader *self);

/**
 * marmot_csv_reader_get_n_skipped_rows:
 * @self: a reader
 *
 * How many rows the last read left out, each with a finding: the rows of the table and
 * these are the rows of the file. See [property@Marmot.CsvReader:skip-faulty-rows].
 *
 * Returns: how many; 0 if the last read gave no table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64          marmot_csv_reader_get_n_skipped_rows  (MarmotCsvReader *self);

/**
 * marmot_csv_reader_get_line:
 * @self: a reader
 * @row: a row of the table that was read last, from 0
 *
 * Where a row of the table stands in the file, for findings about it. Lines count
 * from 1, the header's included; a row of several lines stands where it begins.
 *
 * Returns: the line, or 0 if the last read gave no table
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64          marmot_csv_reader_get_line            (MarmotCsvReader *self,
                                                        guint64          row);

/**
 * marmot_csv_write_bytes:
 * @table: a table
 * @error: return location for an error
 *
 * Writes a table as CSV: UTF-8, a header, lines that end in LF, and quotes only
 * where they are needed. Nulls are empty cells, and empty texts are quoted (""), so
 * that the two stay apart. Doubles are the shortest numbers that read back as the
 * same double, with a point or an exponent; dates are 2024-01-31; booleans are true
 * and false. A [class@Marmot.CsvReader] that is told the types of the columns reads
 * back the same table.
 *
 * Cells are data and are not altered: a text that begins with =, +, - or @ is
 * written as it is, though a spreadsheet may run it as a formula. Do not open a
 * file from a source that you do not trust in a spreadsheet.
 *
 * This is for programs. It is not publishing: nothing is suppressed or rounded.
 *
 * A double that is not finite, or a date outside the years 1 to 9999, is a
 * %MARMOT_ERROR_INVALID_DATA; a table without columns is a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the bytes, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GBytes          *marmot_csv_write_bytes                (MarmotTable   *table,
                                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_csv_write_file:
 * @table: a table
 * @file: where to write
 * @cancellable: (nullable): a way to stop it
 * @error: return location for an error
 *
 * Writes a table to a file as [func@Marmot.csv_write_bytes] does, in place of one
 * that may be there. The old file stays whole until the new one is. A file that
 * cannot be written is a %MARMOT_ERROR_IO.
 *
 * Returns: true if it was written
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean         marmot_csv_write_file                 (MarmotTable   *table,
                                                        GFile         *file,
                                                        GCancellable  *cancellable,
                                                        GError       **error);

G_END_DECLS
