/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-episode-mapping.h>
#include <marmot/marmot-episode-set.h>
#include <marmot/marmot-progress.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotEpisodeReader:
 *
 * Reads an extract of a case system into a [class@Marmot.EpisodeSet], through a mapping
 * that says which column is which field.
 *
 * Nothing is dropped in silence, and one broken line does not lose the others:
 *
 * - columns that the mapping does not name are not read; a column that it names and the
 *   file lacks is an error, unless it is optional;
 * - a row that cannot be read (see [property@Marmot.CsvReader:skip-faulty-rows]), or does
 *   not say of which kind it is where the mapping has a column for that, is left out and
 *   told by its line; so are rows that hold nothing in the columns of the mapping. The rows
 *   of the file are those that were kept and those that were left out;
 * - a cell that is no date or no number, or a word that the mapping lacks, becomes a null
 *   and is told: dates and numbers each by line, words once each, with the first line and
 *   the number of rows;
 * - dates after the day of the extract, events more than 20 years and births more than
 *   120 years before it are warnings, and kept.
 *
 * Findings never show what a cell holds. Whether the episodes make sense is another
 * question: see [method@Marmot.EpisodeSet.check].
 *
 * A reader keeps the findings and counts of its last read and may read many files. It
 * belongs to the thread that made it.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_EPISODE_READER (marmot_episode_reader_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotEpisodeReader, marmot_episode_reader, MARMOT, EPISODE_READER, GObject)

/**
 * marmot_episode_reader_new:
 * @mapping: which column is which field
 *
 * Makes a reader of extracts of one form.
 *
 * Returns: (transfer full): a new reader
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeReader  *marmot_episode_reader_new              (MarmotEpisodeMapping  *mapping) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_reader_get_mapping: (get-property mapping)
 * @self: a reader
 *
 * Returns: (transfer none): the mapping
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeMapping *marmot_episode_reader_get_mapping      (MarmotEpisodeReader   *self);

/**
 * marmot_episode_reader_get_max_bytes: (get-property max-bytes)
 * @self: a reader
 *
 * Returns: the size from which a file is refused
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64               marmot_episode_reader_get_max_bytes    (MarmotEpisodeReader   *self);

/**
 * marmot_episode_reader_set_max_bytes: (set-property max-bytes)
 * @self: a reader
 * @max_bytes: the largest size of a file, in bytes
 *
 * Sets the largest size of a file.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void                  marmot_episode_reader_set_max_bytes    (MarmotEpisodeReader   *self,
                                                              guint64                max_bytes);

/**
 * marmot_episode_reader_get_max_findings: (get-property max-findings)
 * @self: a reader
 *
 * Returns: how many findings are kept
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint                 marmot_episode_reader_get_max_findings (MarmotEpisodeReader   *self);

/**
 * marmot_episode_reader_set_max_findings: (set-property max-findings)
 * @self: a reader
 * @max_findings: how many findings are kept of a file; further ones are only counted
 *
 * Sets how many findings are kept.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void                  marmot_episode_reader_set_max_findings (MarmotEpisodeReader   *self,
                                                              guint                  max_findings);

/**
 * marmot_episode_reader_get_extract_day: (get-property extract-day)
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): the day of the extracts
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char           *marmot_episode_reader_get_extract_day  (MarmotEpisodeReader   *self);

/**
 * marmot_episode_reader_set_extract_day:
 * @self: a reader
 * @day: (nullable): a day, yyyy-mm-dd, or %NULL if it is not known
 * @error: return location for an error
 *
 * Sets the day on which the extracts were made. It is the last day that their sets know
 * of (see [method@Marmot.EpisodeSet.with_coverage]), and dates are held against it. Where
 * it is not known, a set knows of the time up to its latest date that is not in the future,
 * and dates are held against today.
 *
 * What is no such day is a %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Returns: true if it was taken
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean              marmot_episode_reader_set_extract_day  (MarmotEpisodeReader   *self,
                                                              const char            *day,
                                                              GError               **error);

/**
 * marmot_episode_reader_set_progress_func:
 * @self: a reader
 * @func: (nullable) (scope notified): what shall be told how far a read has come, or %NULL
 * @user_data: what to call it with
 * @destroy: (nullable): what frees @user_data
 *
 * Sets what is told of progress, at most once for each hundredth of a read.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void                  marmot_episode_reader_set_progress_func (MarmotEpisodeReader  *self,
                                                               MarmotProgressFunc    func,
                                                               gpointer              user_data,
                                                               GDestroyNotify        destroy);

/**
 * marmot_episode_reader_read_bytes:
 * @self: a reader
 * @bytes: an extract, as CSV
 * @needs: (nullable): the needs of its episodes, as CSV
 * @name: (nullable): what findings shall call the extract, such as the name of its file
 * @error: return location for an error
 *
 * Reads an extract. The set has the columns of the mapping, and `line`, the line of each
 * episode in the file, and `source`, @name, if that is given.
 *
 * A file that as a whole is not what the mapping says (no CSV, a column that it lacks) is
 * a %MARMOT_ERROR_INVALID_DATA whose message is the first finding; too large a file is a
 * %MARMOT_ERROR_TOO_LARGE; needs where the mapping has no columns for them are a
 * %MARMOT_ERROR_INVALID_ARGUMENT.
 *
 * Needs of episodes that the extract does not have are left out and counted by a finding.
 * If the ids of episodes are not distinct, nobody can say whose the needs are: then the set
 * has none of them, and a finding says so.
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet     *marmot_episode_reader_read_bytes       (MarmotEpisodeReader   *self,
                                                              GBytes                *bytes,
                                                              GBytes                *needs,
                                                              const char            *name,
                                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_reader_read_file:
 * @self: a reader
 * @file: an extract, as CSV
 * @needs: (nullable): the needs of its episodes, as CSV
 * @cancellable: (nullable): a way to stop it
 * @error: return location for an error
 *
 * Reads an extract from a file, as [method@Marmot.EpisodeReader.read_bytes] does. A file
 * that cannot be read is a %MARMOT_ERROR_IO.
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet     *marmot_episode_reader_read_file        (MarmotEpisodeReader   *self,
                                                              GFile                 *file,
                                                              GFile                 *needs,
                                                              GCancellable          *cancellable,
                                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_reader_read_file_async:
 * @self: a reader
 * @file: an extract, as CSV
 * @needs: (nullable): the needs of its episodes, as CSV
 * @cancellable: (nullable): a way to stop it
 * @callback: (scope async) (closure user_data): called when it is done
 * @user_data: data for @callback
 *
 * Reads an extract from a file in a thread, with the options that the reader has now.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void                  marmot_episode_reader_read_file_async  (MarmotEpisodeReader   *self,
                                                              GFile                 *file,
                                                              GFile                 *needs,
                                                              GCancellable          *cancellable,
                                                              GAsyncReadyCallback    callback,
                                                              gpointer               user_data);

/**
 * marmot_episode_reader_read_file_finish:
 * @self: a reader
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Marmot.EpisodeReader.read_file_async] began. From now on the findings
 * and counts of the reader are those of this file.
 *
 * Returns: (transfer full): a new set, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet     *marmot_episode_reader_read_file_finish (MarmotEpisodeReader   *self,
                                                              GAsyncResult          *result,
                                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_reader_get_findings:
 * @self: a reader
 *
 * The findings of the last read, of each file by row, up to the limit of
 * [property@Marmot.EpisodeReader:max-findings].
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray            *marmot_episode_reader_get_findings     (MarmotEpisodeReader   *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_episode_reader_get_n_findings:
 * @self: a reader
 *
 * Returns: how many findings the last read had, those beyond the limit included
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64               marmot_episode_reader_get_n_findings   (MarmotEpisodeReader   *self);

/**
 * marmot_episode_reader_get_n_rows:
 * @self: a reader
 *
 * Returns: how many rows the extract that was read last has: the episodes of the set and
 *   those of [method@Marmot.EpisodeReader.get_n_rows_left_out]. Blank lines are no rows.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64               marmot_episode_reader_get_n_rows       (MarmotEpisodeReader   *self);

/**
 * marmot_episode_reader_get_n_rows_left_out:
 * @self: a reader
 *
 * Returns: how many rows of the extract are not in the set; findings say why
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64               marmot_episode_reader_get_n_rows_left_out (MarmotEpisodeReader *self);

/**
 * marmot_episode_reader_get_n_cells_lost:
 * @self: a reader
 *
 * Returns: how many cells became nulls though something stands in them: a word that the
 *   mapping lacks, or what is no date or no number
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64               marmot_episode_reader_get_n_cells_lost (MarmotEpisodeReader   *self);

/**
 * marmot_episode_reader_get_n_needs:
 * @self: a reader
 *
 * Returns: how many rows the file of needs has that was read last
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64               marmot_episode_reader_get_n_needs      (MarmotEpisodeReader   *self);

/**
 * marmot_episode_reader_get_n_needs_left_out:
 * @self: a reader
 *
 * Returns: how many of these are not in the set; findings say why
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64               marmot_episode_reader_get_n_needs_left_out (MarmotEpisodeReader *self);

G_END_DECLS
