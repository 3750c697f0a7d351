/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#if !defined (MARMOT_INSIDE) && !defined (MARMOT_COMPILATION)
#error "Only <marmot/marmot.h> can be included directly."
#endif

#include <glib-object.h>

#include <marmot/marmot-care-table.h>
#include <marmot/marmot-episode-set.h>
#include <marmot/marmot-finding.h>
#include <marmot/marmot-table.h>
#include <marmot/marmot-version.h>

G_BEGIN_DECLS

/**
 * MarmotCareReturn:
 *
 * A return on children looked after (SSDA903) of one collection year or of several, as
 * [class@Marmot.CareReader] read it: each table of each year apart, and the episodes of
 * all years together. A collection year lasts from 1 April to 31 March, and is named by the
 * calendar year in which it begins: 2017 is 2017/18.
 *
 * A return tells of what its files say and judges nothing: an episode that ends before it
 * starts is in it. Only what could not be read is left out, and every row of the files is
 * either kept or was reported: [method@Marmot.CareReturn.get_n_rows_read] is
 * [method@Marmot.CareReturn.get_n_rows_kept] and
 * [method@Marmot.CareReturn.get_n_rows_left_out] together, and
 * [method@Marmot.CareReturn.get_findings] says why rows were left out.
 *
 * Postcodes and the numbers of social workers are not kept: numbers stand for them that
 * only tell which are equal. Unique pupil numbers are not read.
 *
 * The page "The return on children looked after" says which tables and columns there are.
 * Returns never change and may be read from any thread.
 *
 * Since: 1.0
 */
#define MARMOT_TYPE_CARE_RETURN (marmot_care_return_get_type ())
MARMOT_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (MarmotCareReturn, marmot_care_return, MARMOT, CARE_RETURN, GObject)

/**
 * marmot_care_return_get_first_year: (get-property first-year)
 * @self: a return
 *
 * Returns: the first collection year that it has a table of, such as 2017 for 2017/18
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_care_return_get_first_year  (MarmotCareReturn  *self);

/**
 * marmot_care_return_get_last_year: (get-property last-year)
 * @self: a return
 *
 * Returns: the last collection year that it has a table of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_care_return_get_last_year   (MarmotCareReturn  *self);

/**
 * marmot_care_return_get_years:
 * @self: a return
 * @n_years: (out): how many there are
 *
 * The collection years that the return has tables of, which need not follow each other.
 *
 * Returns: (transfer full) (array length=n_years): the years, ascending
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint            *marmot_care_return_get_years       (MarmotCareReturn  *self,
                                                      gsize             *n_years) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_return_has_table:
 * @self: a return
 * @table: a table
 * @year: a collection year, such as 2017 for 2017/18
 *
 * Returns: whether the return has that table of that year
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
gboolean          marmot_care_return_has_table       (MarmotCareReturn  *self,
                                                      MarmotCareTable    table,
                                                      guint              year);

/**
 * marmot_care_return_get_table:
 * @self: a return
 * @table: a table
 * @year: a collection year, such as 2017 for 2017/18
 *
 * A table as it was read, with the names of the columns in capitals: dates, codes as
 * dictionaries, distances as doubles. A cell that holds no date where one belongs is null;
 * a code that there is not stays as it stands. `DATE_PERM`, of which parts may be unknown,
 * is a dictionary.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL if the return has none
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotTable      *marmot_care_return_get_table       (MarmotCareReturn  *self,
                                                      MarmotCareTable    table,
                                                      guint              year) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_return_get_source:
 * @self: a return
 * @table: a table
 * @year: a collection year, such as 2017 for 2017/18
 *
 * Returns: (transfer none) (nullable): the name of the file that the table was read from, or
 *   %NULL if there is no such table or it has no name
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
const char       *marmot_care_return_get_source      (MarmotCareReturn  *self,
                                                      MarmotCareTable    table,
                                                      guint              year);

/**
 * marmot_care_return_get_line:
 * @self: a return
 * @table: a table
 * @year: a collection year, such as 2017 for 2017/18
 * @row: a row of the table, from 0
 *
 * Where a row stands in its file, which is what findings call it: rows that could not be
 * read are not in the table, and cells may have line breaks in them.
 *
 * Returns: the line of the file, from 1; of what was no file the row that was given, from
 *   1; 0 if there is no such row
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64           marmot_care_return_get_line        (MarmotCareReturn  *self,
                                                      MarmotCareTable    table,
                                                      guint              year,
                                                      guint64            row);

/**
 * marmot_care_return_get_episodes:
 * @self: a return
 * @error: return location for an error
 *
 * The episodes of all years. The return of a year repeats what was still open in the one
 * before, so years are pooled: of the rows with the same child and the same start a closed
 * one beats an open one, and then the later year wins. Rows of one year that are the same
 * in both are all kept, and so are rows without a start: which of them is right, nobody can
 * say here. [method@Marmot.CareReturn.get_n_repeated] says how many rows another year told
 * better.
 *
 * Their kind is "care", and "short-break" where the legal status is V3 or V4. Birth, sex and
 * ethnicity are those of the latest Header that has them; `uasc` is true for children in a
 * table of UASC, false for those who are in none though their year has one, and null
 * otherwise. `area`, `location` and `distance` come from the episodes themselves, if they
 * have the columns, or from the table of locations, first that of the same year; a distance
 * of 999.9 is what the department writes for one that is not known, and null here. Codes
 * that no year has are null.
 *
 * A return without episodes is a %MARMOT_ERROR_NOT_FOUND, and more of them than a set can
 * have a %MARMOT_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): the episodes, by year and then by row; the same object if asked
 *   again
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
MarmotEpisodeSet *marmot_care_return_get_episodes    (MarmotCareReturn  *self,
                                                      GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_return_get_n_repeated:
 * @self: a return
 *
 * Returns: how many rows of episodes another year's rows took the place of
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64           marmot_care_return_get_n_repeated  (MarmotCareReturn  *self);

/**
 * marmot_care_return_get_n_children: (get-property n-children)
 * @self: a return
 *
 * Returns: how many distinct children there are in all its tables
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint             marmot_care_return_get_n_children  (MarmotCareReturn  *self);

/**
 * marmot_care_return_get_n_rows_read: (get-property n-rows-read)
 * @self: a return
 *
 * Returns: how many rows the files had below their headers, blank lines aside
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64           marmot_care_return_get_n_rows_read (MarmotCareReturn  *self);

/**
 * marmot_care_return_get_n_rows_kept: (get-property n-rows-kept)
 * @self: a return
 *
 * Returns: how many rows its tables have
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64           marmot_care_return_get_n_rows_kept (MarmotCareReturn  *self);

/**
 * marmot_care_return_get_n_rows_left_out: (get-property n-rows-left-out)
 * @self: a return
 *
 * Returns: how many rows could not be used at all, and were reported
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64           marmot_care_return_get_n_rows_left_out (MarmotCareReturn *self);

/**
 * marmot_care_return_get_findings:
 * @self: a return
 *
 * What was found in reading it, file by file and by line. None says what a cell holds.
 *
 * Returns: (transfer container) (element-type Marmot.Finding): the findings that were kept
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
GPtrArray        *marmot_care_return_get_findings    (MarmotCareReturn  *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * marmot_care_return_get_n_findings: (get-property n-findings)
 * @self: a return
 *
 * Returns: how many findings there were, those that were not kept included
 *
 * Since: 1.0
 */
MARMOT_AVAILABLE_IN_1_0
guint64           marmot_care_return_get_n_findings  (MarmotCareReturn  *self);

G_END_DECLS
