/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-care-return.h>
#include <marmot/marmot-care-table.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-progress.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCareReader:
 *
 * Reads the CSV files of the return on children looked after (SSDA903) into a
 * [class@Marmot.CareReturn]: files of one collection year or of several, in any order, one
 * after another by [method@Marmot.CareReader.add_file] and its like until
 * [method@Marmot.CareReader.end], or all at once by [method@Marmot.CareReader.read_files].
 *
 * Which table a file is, its columns tell, and not its name: see
 * [func@Marmot.CareReader.recognise]. Columns that nobody needs are left unread. Cells are
 * taken in capitals and without the blanks around them; dates are dd/mm/yyyy and nothing
 * else. Of which collection year a file is, it does not say, and so the caller does.
 *
 * A row that cannot be used at all (it has too many or too few cells, or names no child) is
 * reported and left out. A cell that holds no date where one belongs, or a code that the
 * year does not have, is reported, and the row stays. Whether the rows make sense is not
 * asked here. Findings have the rules
 *
 * - `care/no-child` (error): the row does not say whose it is, and was left out;
 * - `care/not-a-date` (error): the cell is no date of the form dd/mm/yyyy;
 * - `care/not-a-number` (error): a distance is no number;
 * - `care/after-the-year` (warning): a day after the collection year is over;
 * - `care/long-before` (warning): a day so long before the year that nobody in the return
 *   can have been there: 18 years for the start of an episode, and 26 years for others;
 * - `care/older-than-the-year` (warning): no episode starts in the collection year, but in
 *   the one that the finding names: was the file read as the right one?
 * - `care/missing-column` (warning): the table has no such column;
 * - `care/unknown-columns` (note): so many columns were left unread;
 * - `code-set/unknown-code` (error) and `code-set/other-year` (warning): a code that no
 *   year has, and one that belongs to the other years that the finding names; and
 *   `code-set/year-not-known` (note) where nobody knows the codes of the year;
 *
 * and those of [class@Marmot.CsvReader]. None says what a cell holds.
 *
 * A reader belongs to the thread that made it.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_CARE_READER (marmot_care_reader_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotCareReader, marmot_care_reader, MARMOT, CARE_READER, GObject)

/**
 * marmot_care_reader_new:
 *
 * Makes a reader.
 *
 * Returns: (transfer full): a new reader
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCareReader *marmot_care_reader_new             (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_reader_recognise:
 * @columns: (array zero-terminated=1): the names of the columns of a file
 * @table: (out): which table it is
 *
 * Which table of the return has such columns. Upper and lower case are one, columns that
 * the table does not have are passed over, and of those that it has some may be absent; but
 * there are columns without which it is not that table, such as CHILD, DECOM, RNE, LS, DEC
 * and REC of the episodes.
 *
 * Returns: whether it is one of them
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_care_reader_recognise       (const char * const  *columns,
                                                      MarmotCareTable     *table);

/**
 * marmot_care_reader_add_bytes:
 * @self: a reader
 * @bytes: a CSV file
 * @name: (nullable): what findings shall call it
 * @year: the collection year that it is of, such as 2017 for 2017/18
 * @cancellable: (nullable): a way to stop it
 * @error: return location for an error
 *
 * Reads one file, to be part of the return that [method@Marmot.CareReader.end] makes.
 *
 * What is no CSV, has none of the known sets of columns, or is a table that was given for
 * the year before, is a %MARMOT_ERROR_INVALID_DATA, a file larger than
 * [property@Marmot.CareReader:max-bytes] a %MARMOT_ERROR_TOO_LARGE, a year before 1991 or
 * after 2100 a %MARMOT_ERROR_INVALID_ARGUMENT. The file is then no part of the return, and
 * the reader may go on with others.
 *
 * Returns: true if it was read
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_care_reader_add_bytes       (MarmotCareReader    *self,
                                                      GBytes              *bytes,
                                                      const char          *name,
                                                      guint                year,
                                                      GCancellable        *cancellable,
                                                      GError             **error);

/**
 * marmot_care_reader_add_file:
 * @self: a reader
 * @file: a CSV file
 * @year: the collection year that it is of, such as 2017 for 2017/18
 * @cancellable: (nullable): a way to stop it
 * @error: return location for an error
 *
 * Reads one file, as [method@Marmot.CareReader.add_bytes] does. A file that cannot be read
 * is a %MARMOT_ERROR_IO.
 *
 * Returns: true if it was read
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_care_reader_add_file        (MarmotCareReader    *self,
                                                      GFile               *file,
                                                      guint                year,
                                                      GCancellable        *cancellable,
                                                      GError             **error);

/**
 * marmot_care_reader_add_table:
 * @self: a reader
 * @data: a table whose columns have the names of the return
 * @name: (nullable): what findings shall call it
 * @year: the collection year that it is of, such as 2017 for 2017/18
 * @error: return location for an error
 *
 * Takes a table that is in memory already, such as a data frame, as
 * [method@Marmot.CareReader.add_bytes] takes a file. Cells are text as in a file, or dates
 * where dates belong, or numbers and booleans where codes are digits. Findings name rows,
 * from 1.
 *
 * Returns: true if it was taken
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_care_reader_add_table       (MarmotCareReader    *self,
                                                      MarmotTable         *data,
                                                      const char          *name,
                                                      guint                year,
                                                      GError             **error);

/**
 * marmot_care_reader_add_table_as:
 * @self: a reader
 * @data: a table whose columns have the names of the return
 * @table: which table it is
 * @name: (nullable): what findings shall call it
 * @year: the collection year that it is of, such as 2017 for 2017/18
 * @error: return location for an error
 *
 * Takes a table of which the caller knows what it is, whichever columns it has: none is
 * needed, and if there is no CHILD, no row is left out for it. For pieces of a return, such
 * as those that show what a check does.
 *
 * Returns: true if it was taken
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_care_reader_add_table_as    (MarmotCareReader    *self,
                                                      MarmotTable         *data,
                                                      MarmotCareTable      table,
                                                      const char          *name,
                                                      guint                year,
                                                      GError             **error);

/**
 * marmot_care_reader_end:
 * @self: a reader
 * @error: return location for an error
 *
 * Makes the return of what was added. The reader then begins anew. Nothing added is a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: (transfer full): the return, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCareReturn *marmot_care_reader_end             (MarmotCareReader    *self,
                                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_reader_read_bytes:
 * @self: a reader
 * @bytes: a CSV file
 * @name: (nullable): what findings shall call it
 * @year: the collection year that it is of, such as 2017 for 2017/18
 * @error: return location for an error
 *
 * Reads a return that is one file. The errors are those of
 * [method@Marmot.CareReader.add_bytes]. What was added before is forgotten.
 *
 * Returns: (transfer full): the return, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCareReturn *marmot_care_reader_read_bytes      (MarmotCareReader    *self,
                                                      GBytes              *bytes,
                                                      const char          *name,
                                                      guint                year,
                                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_reader_read_files:
 * @self: a reader
 * @files: (array length=n_files): CSV files
 * @n_files: how many there are
 * @years: (array length=n_years): the collection year of each file, or one for all
 * @n_years: how many years there are
 * @cancellable: (nullable): a way to stop it
 * @error: return location for an error
 *
 * Reads a return of several files. The errors are those of
 * [method@Marmot.CareReader.add_file], and a number of years that is neither 1 nor that of
 * the files is a %MARMOT_ERROR_LENGTH. What was added before is forgotten.
 *
 * Returns: (transfer full): the return, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCareReturn *marmot_care_reader_read_files      (MarmotCareReader    *self,
                                                      GFile              **files,
                                                      gsize                n_files,
                                                      const guint         *years,
                                                      gsize                n_years,
                                                      GCancellable        *cancellable,
                                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_reader_read_files_async:
 * @self: a reader
 * @files: (array length=n_files): CSV files
 * @n_files: how many there are
 * @years: (array length=n_years): the collection year of each file, or one for all
 * @n_years: how many years there are
 * @cancellable: (nullable): a way to stop it
 * @callback: (scope async): what to call when it is done
 * @user_data: what to call it with
 *
 * Reads a return of several files in a thread, as
 * [method@Marmot.CareReader.read_files] does.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void              marmot_care_reader_read_files_async (MarmotCareReader    *self,
                                                       GFile              **files,
                                                       gsize                n_files,
                                                       const guint         *years,
                                                       gsize                n_years,
                                                       GCancellable        *cancellable,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);

/**
 * marmot_care_reader_read_files_finish:
 * @self: a reader
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [method@Marmot.CareReader.read_files_async].
 *
 * Returns: (transfer full): the return, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotCareReturn *marmot_care_reader_read_files_finish (MarmotCareReader  *self,
                                                        GAsyncResult      *result,
                                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_reader_set_progress_func:
 * @self: a reader
 * @func: (nullable) (scope notified): what shall be told how far a read has come, or %NULL
 * @user_data: what to call it with
 * @destroy: (nullable): what frees @user_data
 *
 * Sets what is told of progress: of each call of
 * [method@Marmot.CareReader.add_file] and its like from 0 to 1, and of all files of
 * [method@Marmot.CareReader.read_files] together.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void              marmot_care_reader_set_progress_func (MarmotCareReader   *self,
                                                        MarmotProgressFunc  func,
                                                        gpointer            user_data,
                                                        GDestroyNotify      destroy);

/**
 * marmot_care_reader_get_max_bytes: (get-property max-bytes)
 * @self: a reader
 *
 * Returns: the size from which a file is refused
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64           marmot_care_reader_get_max_bytes   (MarmotCareReader    *self);

/**
 * marmot_care_reader_set_max_bytes: (set-property max-bytes)
 * @self: a reader
 * @max_bytes: the largest size of a file, in bytes
 *
 * Sets the largest size of a file; 4 GiB at first.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void              marmot_care_reader_set_max_bytes   (MarmotCareReader    *self,
                                                      guint64              max_bytes);

/**
 * marmot_care_reader_get_max_findings: (get-property max-findings)
 * @self: a reader
 *
 * Returns: how many findings are kept of a file
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_care_reader_get_max_findings (MarmotCareReader   *self);

/**
 * marmot_care_reader_set_max_findings: (set-property max-findings)
 * @self: a reader
 * @max_findings: how many findings are kept of a file; further ones are only counted
 *
 * Sets how many findings are kept; 1,000 at first.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void              marmot_care_reader_set_max_findings (MarmotCareReader   *self,
                                                       guint               max_findings);

/**
 * marmot_care_reader_get_findings:
 * @self: a reader
 *
 * The findings of what was added since the last return was made, or, if nothing was, those
 * of the last return; also where a read failed.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings that were kept
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray        *marmot_care_reader_get_findings    (MarmotCareReader    *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_reader_get_n_findings:
 * @self: a reader
 *
 * Returns: how many findings there were, those that were not kept included
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64           marmot_care_reader_get_n_findings  (MarmotCareReader    *self);

G_END_DECLS
