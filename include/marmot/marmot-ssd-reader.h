/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <gio/gio.h>

#include <marmot/marmot-episode-set.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotSsdReader:
 *
 * Reads tables of the Standard Safeguarding Dataset, which councils' case systems are
 * extracted into, into a [class@Marmot.EpisodeSet]: `ssd_early_help_episodes` become
 * episodes of early help, and `ssd_cla_episodes` with `ssd_cla_placement` and
 * `ssd_legal_status` episodes of care. `ssd_person` adds the day of birth, the sex and the
 * ethnicity. Each is given as a CSV file or as a table, in any order; which one it is, its
 * columns tell.
 *
 * The dataset keeps legal statuses and placements apart from the episodes of care. An
 * episode of care is cut wherever, before the child's next one begins, a legal status or a
 * placement begins or ends: each piece is an episode with what was in force from its first
 * day on, which is what began last and had not ended. The first piece starts for the reason
 * of the episode, and later ones for L (the legal status changed), P (the placement did)
 * or B (both); all but the last end with X1. Whether the carer stayed the same, which the
 * return tells by T and U, the dataset does not say. Legal statuses that are none of the
 * SSDA903 return, such as that of a care leaver, are passed over. Short breaks (V3 and V4)
 * are episodes of that kind. Placements go with the episodes of the same period of care
 * (`cla_id`), or of the same person where the files do not have it.
 *
 * Dates are yyyy-mm-dd, with or without a time of day behind them. Ends and agencies of
 * early help are put in the words of the code sets "early-help-closure-reason" and
 * "early-help-lead-agency" where they are those words or their labels ("Outcomes met" is
 * "outcomes-met"), and stay as they are where not: a finding then says how many. Postcodes
 * are not kept, nor is who the worker is.
 *
 * Findings are those of [class@Marmot.CsvReader], and
 *
 * - `ssd/no-person` (error): the row does not say whose it is, and was left out;
 * - `ssd/not-a-date` (error): the cell is no date;
 * - `ssd/not-a-number` (error): a distance is no number;
 * - `ssd/missing-column` (warning): the table has no such column;
 * - `ssd/other-words` (note): so many rows have a word of their own;
 * - `ssd/other-statuses` (note): so many rows have a legal status of no return.
 *
 * None says what a cell holds. A reader belongs to the thread that made it.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_SSD_READER (marmot_ssd_reader_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotSsdReader, marmot_ssd_reader, MARMOT, SSD_READER, GObject)

/**
 * marmot_ssd_reader_new:
 *
 * Makes a reader.
 *
 * Returns: (transfer full): a new reader
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotSsdReader  *marmot_ssd_reader_new              (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_ssd_reader_add_bytes:
 * @self: a reader
 * @bytes: a CSV file
 * @name: (nullable): what findings shall call it
 * @cancellable: (nullable): a way to stop it
 * @error: return location for an error
 *
 * Reads one table. What is no CSV, is none of the known tables, or is one that was given
 * before, is a %MARMOT_ERROR_INVALID_DATA, a file larger than
 * [property@Marmot.SsdReader:max-bytes] a %MARMOT_ERROR_TOO_LARGE. The reader may go on
 * with others.
 *
 * Returns: true if it was read
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_ssd_reader_add_bytes        (MarmotSsdReader     *self,
                                                      GBytes              *bytes,
                                                      const char          *name,
                                                      GCancellable        *cancellable,
                                                      GError             **error);

/**
 * marmot_ssd_reader_add_file:
 * @self: a reader
 * @file: a CSV file
 * @cancellable: (nullable): a way to stop it
 * @error: return location for an error
 *
 * Reads one table, as [method@Marmot.SsdReader.add_bytes] does. A file that cannot be read
 * is a %MARMOT_ERROR_IO.
 *
 * Returns: true if it was read
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_ssd_reader_add_file         (MarmotSsdReader     *self,
                                                      GFile               *file,
                                                      GCancellable        *cancellable,
                                                      GError             **error);

/**
 * marmot_ssd_reader_add_table:
 * @self: a reader
 * @data: a table whose columns have the names of the dataset
 * @name: (nullable): what findings shall call it
 * @error: return location for an error
 *
 * Takes a table that is in memory already, such as a data frame out of the database.
 * Columns of dates may be dates. Findings name rows, from 1.
 *
 * Returns: true if it was taken
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_ssd_reader_add_table        (MarmotSsdReader     *self,
                                                      MarmotTable         *data,
                                                      const char          *name,
                                                      GError             **error);

/**
 * marmot_ssd_reader_end:
 * @self: a reader
 * @error: return location for an error
 *
 * Makes the episodes of what was added: those of early help by row, then those of care by
 * child and start, and then those that have no days that could be cut. The reader then
 * begins anew, but for its findings and counts, which stay until something is added.
 * Without a table of episodes it is a %MARMOT_ERROR_INVALID_ARGUMENT, and with more
 * episodes than a set can have a %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): the episodes, or %NULL with @error set
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet *marmot_ssd_reader_end              (MarmotSsdReader     *self,
                                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_ssd_reader_get_n_rows_read:
 * @self: a reader
 *
 * Returns: how many rows the files had below their headers, blank lines aside
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64           marmot_ssd_reader_get_n_rows_read  (MarmotSsdReader     *self);

/**
 * marmot_ssd_reader_get_n_rows_left_out:
 * @self: a reader
 *
 * Returns: how many of the rows could not be used at all, and were reported
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64           marmot_ssd_reader_get_n_rows_left_out (MarmotSsdReader  *self);

/**
 * marmot_ssd_reader_get_max_bytes: (get-property max-bytes)
 * @self: a reader
 *
 * Returns: the size from which a file is refused
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64           marmot_ssd_reader_get_max_bytes    (MarmotSsdReader     *self);

/**
 * marmot_ssd_reader_set_max_bytes: (set-property max-bytes)
 * @self: a reader
 * @max_bytes: the largest size of a file, in bytes
 *
 * Sets the largest size of a file; 4 GiB at first.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void              marmot_ssd_reader_set_max_bytes    (MarmotSsdReader     *self,
                                                      guint64              max_bytes);

/**
 * marmot_ssd_reader_get_max_findings: (get-property max-findings)
 * @self: a reader
 *
 * Returns: how many findings are kept of a file
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_ssd_reader_get_max_findings (MarmotSsdReader     *self);

/**
 * marmot_ssd_reader_set_max_findings: (set-property max-findings)
 * @self: a reader
 * @max_findings: how many findings are kept of a file; further ones are only counted
 *
 * Sets how many findings are kept; 1,000 at first.
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
void              marmot_ssd_reader_set_max_findings (MarmotSsdReader     *self,
                                                      guint               max_findings);

/**
 * marmot_ssd_reader_get_findings:
 * @self: a reader
 *
 * The findings of what was added since episodes were last made, or if nothing was, those of
 * the episodes that were.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings that were kept
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray        *marmot_ssd_reader_get_findings     (MarmotSsdReader     *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_ssd_reader_get_n_findings:
 * @self: a reader
 *
 * Returns: how many findings there were, those that were not kept included
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64           marmot_ssd_reader_get_n_findings   (MarmotSsdReader     *self);

G_END_DECLS
